"""What stands behind the text: the author, and the texts of pictures that were put last."""

from __future__ import annotations

import pytest

from parse_samples import BODY, HEADLINE, LAST, LEAD, MORE, blocks

ARTICLE = (HEADLINE, LEAD, BODY, MORE, LAST)


def kinds(*lines: str) -> list[str]:
    return [b.kind for b in blocks(*lines)]


@pytest.mark.parametrize(
    "line",
    [
        "Ông Trần Ví Dụ cho rằng công tác của ngành đạt nhiều kết quả.",
        "Toàn tỉnh có 1.200 mô hình được công nhận ở nhiều lĩnh vực.",
        "Một buổi chiều ở bến sông Mẫu Giang.",
        "Các đơn vị sẽ đầu tư trang thiết bị cho những mô hình có hiệu quả ở các xã, phường trong thời gian tới.",
    ],
)
@pytest.mark.parametrize("author", ["Thu Hương", "Thu Hương (Tổng hợp)", "Văn Quân - Thu Hương", "Theo Báo Bình Mẫu"])
def test_a_sentence_behind_the_author_is_a_pictures(line: str, author: str) -> None:
    assert kinds(*ARTICLE, author, line)[-2:] == ["byline", "caption"]


def test_several_pictures_behind_the_author_each_have_their_text_and_their_photographer() -> None:
    one, two = "Công tác của ngành đạt nhiều kết quả trong năm qua.", "Việc phối hợp giữa các ngành chưa thường xuyên."
    found = blocks(*ARTICLE, "Thu Hương", one, "Ảnh minh hoạ: Văn Quân.", two, "Cầu Mẫu Giang. Ảnh: Bá Quân")
    assert [(b.kind, b.credit) for b in found[-6:]] == [
        ("byline", None),
        ("caption", "Văn Quân"),
        ("credit", None),
        ("caption", None),
        ("caption", "Bá Quân"),
        ("credit", None),
    ]


def test_behind_the_author_another_article_may_begin() -> None:
    title = "Xã Mẫu Khê công bố quyết định thành lập tổ công tác"
    assert kinds(*ARTICLE, "THU HƯƠNG", title, "Nhiều mô hình được công nhận.")[-2:] == ["teaser", "teaser"]
    report = "Chiều 6-3, Huyện ủy Ví Dụ tổ chức hội nghị tổng kết công tác năm, triển khai nhiệm vụ của ngành."
    assert "caption" not in kinds(*ARTICLE, "THU HƯƠNG", report)


@pytest.mark.parametrize(
    "line", ["Bài viết thể hiện quan điểm riêng của tác giả.", "Mời bạn đọc gửi ý kiến về tòa soạn.", "Video: Báo Mẫu."]
)
def test_what_an_outlet_says_below_the_author_is_no_pictures_text(line: str) -> None:
    assert "caption" not in kinds(*ARTICLE, "Thu Hương", line)


def test_a_person_whom_the_text_tells_of_has_not_signed_it() -> None:
    told = "Bà Lê Thu Hương, người trồng hoa ở xã Mẫu Khê, góp nhiều ý kiến cho ngành và cho các xã, phường ở đây."
    assert kinds(HEADLINE, LEAD, BODY, told, MORE, "Lê Thu Hương", "Bà sinh ra ở xã Mẫu Khê, nay làm vườn.")[-1] == (
        "paragraph"
    )


def test_what_the_text_has_said_before_is_said_again_below_a_picture() -> None:
    shown = "Người dân nêu nhiều câu hỏi về việc cấp nước cho xóm Thử."
    glued = f"{shown} {BODY}"
    assert kinds(HEADLINE, LEAD, glued, MORE, LAST, shown)[-2:] == ["paragraph", "caption"]
    assert kinds(HEADLINE, LEAD, BODY, MORE, LAST, shown)[-1] == "paragraph"
    # … and where the picture stands.
    found = kinds(HEADLINE, LEAD, BODY, shown, MORE, LAST, "Thu Hương", shown)
    assert found[3] == found[-1] == "caption"


def test_a_paragraph_that_was_pasted_twice_stays_one() -> None:
    assert kinds(HEADLINE, LEAD, BODY, MORE, LAST, BODY)[-1] == "paragraph"
    said = "Ông Trần Ví Dụ nói với cử tri: “Việc này phải làm ngay.”"
    assert kinds(HEADLINE, LEAD, BODY, said, MORE, LAST, said)[-1] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Trụ sở UBND xã Mẫu Khê.",
        "Vị trí con đường mới.",
        "Khu di tích Gò Thử.",
        "Biển chỉ đường bên bến phà Mẫu Giang.",
        "Dự án nhà hàng ở bến sông.",
    ],
)
def test_a_last_line_without_a_verb_is_a_pictures(line: str) -> None:
    assert kinds(*ARTICLE, line)[-1] == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Giá gạo ở các chợ ổn định.",
        "Tổng chi phí của công trình khoảng hai tỷ đồng.",
        "Hội nghị kết thúc lúc 11 giờ cùng ngày.",
        "Nhiều hộ còn khó khăn.",
        "- Phó phòng Tổ chức Trần Văn Thử.",
        "Huyện có 12 đảng bộ xã.",
    ],
)
def test_a_last_line_that_tells_how_things_stand_is_told(line: str) -> None:
    assert kinds(*ARTICLE, line)[-1] == "paragraph"


@pytest.mark.parametrize("line", ["Ông Trần Ví Dụ.", "Bà Lê Thị Mẫu, Trưởng ban Ví dụ.", "Đại biểu Trần Ví Dụ."])
def test_somebody_called_by_an_honorific_is_no_author(line: str) -> None:
    assert kinds(*ARTICLE, "Thu Hương", line)[-2:] == ["byline", "caption"]


@pytest.mark.parametrize("author", ["Anh Minh - Văn Quân", "Trần Văn Quân"])
def test_names_alone_are_no_pictures_text(author: str) -> None:
    line = "Chủ tịch UBND xã Mẫu Khê Lê Ví Dụ phát biểu tại hội nghị."
    assert kinds(*ARTICLE[:2], line, *ARTICLE[2:], author, line)[-2:] == ["byline", "caption"]


@pytest.mark.parametrize("line", ["Ảnh Việt Mẫu", "Ảnh TTXM / Việt Mẫu."])
def test_the_photographer_below_the_last_picture_is_no_author(line: str) -> None:
    found = blocks(*ARTICLE, "Các đại biểu tại hội nghị.", line)
    assert [b.kind for b in found[-2:]] == ["caption", "credit"] and found[-2].credit in ("Việt Mẫu", "TTXM / Việt Mẫu")
