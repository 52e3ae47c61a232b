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


@pytest.mark.parametrize(
    "line",
    [
        "Trường tiểu học Mẫu Khê bị ngập.",
        "Bí thư Tỉnh ủy thăm hỏi thí sinh ở điểm thi.",
        "GS.TS Trần Ví Dụ trong lễ khai giảng tại TP.Mẫu Giang.",
        "Lớp 5A trường tiểu học Mẫu Khê.",
        "Ông Trần Ví Dụ, thứ tư từ bên phải sang, nhận chức Trưởng ban Quản lý chợ Mẫu Giang.",
    ],
)
def test_a_last_line_that_only_shows_somebody_or_something_is_a_pictures(line: str) -> None:
    assert kinds(*ARTICLE, "Nhà máy nước ở xã Mẫu Khê.", line)[-2:] == ["caption", "caption"]


@pytest.mark.parametrize(
    "line",
    [
        "Đồng chí Trần Ví Dụ phát biểu chỉ đạo hội nghị.",
        "Ông Trần Ví Dụ sẽ thăm các hộ ở xã Mẫu Khê.",
        "Hiện đường vào bản đã thông.",
        "Chương trình này kéo dài ba ngày.",
    ],
)
def test_a_last_line_that_goes_on_with_the_report_is_told(line: str) -> None:
    assert kinds(*ARTICLE, line)[-1] == "paragraph"


@pytest.mark.parametrize("line", ["Sân vận động nhìn từ trên cao.", "Nước lũ cuốn trôi nền nhà của dân."])
def test_a_short_line_below_a_pictures_text_is_a_pictures_too(line: str) -> None:
    assert kinds(*ARTICLE, "Quang cảnh hội nghị.", line)[-2:] == ["caption", "caption"]
    assert kinds(*ARTICLE, "Quang cảnh hội nghị. Ảnh: Thu Mẫu", "Hội nghị kết thúc lúc 11 giờ.")[-1] == "paragraph"


def test_a_line_printed_twice_is_a_pictures_where_it_stood_and_at_the_end() -> None:
    shown = "Mỗi xã sẽ có một điểm đọc sách."
    found = kinds(HEADLINE, LEAD, BODY, shown, MORE, LAST, shown, "Đường vào xã Mẫu Khê.")
    assert found[3] == found[6] == "caption"
    assert kinds(HEADLINE, LEAD, BODY, shown, MORE, LAST)[3] == "paragraph"
    # A name is printed twice below a picture, an author signs once.
    assert kinds(HEADLINE, LEAD, BODY, "Chùa Gò Thử.", MORE, LAST, "Chùa Gò Thử.")[3::3] == ["caption", "caption"]


def test_a_part_of_the_article_that_was_copied_twice_stays_told() -> None:
    one, two = "Mỗi xã sẽ có một điểm đọc sách.", "Mỗi huyện sẽ có một thư viện."
    assert "caption" not in kinds(HEADLINE, LEAD, BODY, one, two, MORE, one, two, LAST)


def test_somebody_with_titles_where_they_are_seen_is_a_pictures_text() -> None:
    assert kinds(*ARTICLE, "GS.TS Trần Ví Dụ trong lễ nhận quyết định tại TP.Mẫu Giang.")[-1] == "caption"


def test_below_a_pictures_text_a_short_line_that_asserts_something_is_told() -> None:
    assert kinds(*ARTICLE, "Quang cảnh hội nghị.", "Nhiều nhà dân bị nước lũ làm hư hại.")[-1] == "caption"
    assert kinds(*ARTICLE, "Quang cảnh hội nghị.", "Nhiều hộ chưa được cấp nước.")[-1] == "paragraph"
    found = kinds(*ARTICLE, "Quang cảnh hội nghị.", "Nhiều nhà dân bị nước lũ làm hư hại.", "Video: Thu Hương")
    assert found[-2:] == ["caption", "teaser"]


def test_an_author_who_signs_twice_is_no_picture() -> None:
    assert "caption" not in kinds(HEADLINE, "Trần Thu Hương.", LEAD, BODY, MORE, LAST, "Trần Thu Hương.")


def test_what_a_report_goes_on_with_is_told_even_if_printed_twice() -> None:
    told = "Trong tương lai mỗi xã có một điểm đọc sách."
    assert kinds(HEADLINE, LEAD, BODY, told, MORE, told, LAST)[3] == "paragraph"


def test_who_stands_where_is_said_of_pictures_only() -> None:
    line = "Ông Trần Ví Dụ, thứ tư từ bên phải sang, nhận chức Trưởng ban Quản lý chợ Mẫu Giang."
    assert kinds(HEADLINE, LEAD, line)[2] == "caption"
