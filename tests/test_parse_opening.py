"""What stands before the lead where the page's headline was left out: a picture's text, authors, the lead itself."""

from __future__ import annotations

import pytest

from biennien.model import Meta
from biennien.parse import cut
from parse_samples import BODY, HEADLINE, LAST, MORE, OUTLETS, blocks

STAMP = " date 2025-10-01 "
LEAD = (
    "Sáng 5-3, Ban Thường vụ Tỉnh ủy Bình Mẫu tổ chức hội nghị tổng kết công tác năm 2024, triển khai nhiệm vụ, chương "
    "trình công tác năm 2025, khen thưởng các tập thể, cá nhân có thành tích xuất sắc."
)


def kinds(*lines: str) -> list[str]:
    return [b.kind for b in blocks(*lines) if not b.text.startswith("date ")]


# --- no headline: a picture's text comes first -----------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Đồng chí Trần Ví Dụ, Phó Bí thư Tỉnh ủy phát biểu chỉ đạo hội nghị",
        "Đ/c: Trần Ví Dụ - Trưởng ban Ví dụ Tỉnh ủy phát biểu khai mạc",
        "Ông Trần Ví Dụ (bìa phải) tại hội trường",
        "Bà Lê Thị Thử tại buổi làm việc sáng 5/3",
        "Đại biểu Lê Thị Mẫu Thử",
        "Thứ trưởng Trần Ví Dụ trình bày tham luận",
        "Đại biểu dự hội nghị",
        "Các đại biểu về dự buổi lễ kỷ niệm",
        "Lãnh đạo Ban Ví dụ Tỉnh ủy trao giấy khen cho các tập thể",
        "Tập thể Ban Ví dụ Tỉnh ủy nhận cờ thi đua",
        "Đại biểu biểu quyết thông qua chương trình",
        "Nhà báo Trần Ví Dụ chia sẻ tại buổi tọa đàm",
    ],
)
def test_a_line_that_tells_only_who_is_seen_is_no_headline(line: str) -> None:
    for opening in (STAMP + line, line):
        assert kinds(opening, LEAD, BODY, MORE)[:2] == ["caption", "lead"]


@pytest.mark.parametrize(
    "line",
    [
        "Đồng chí Lê Thị Thử trao tặng 5 căn nhà tình nghĩa ở xã Mẫu Khê",
        "Khen thưởng các tập thể có thành tích xuất sắc trong thực hiện nhiệm vụ",
        "Khen thưởng các tập thể có thành tích xuất sắc năm 2024",
        "Hội nghị Ban Ví dụ Tỉnh ủy sáng 5/3",
    ],
)
def test_behind_the_archives_stamp_a_deed_is_a_picture(line: str) -> None:
    """The page's headline was left out there, and the lead tells something else, but for words of every report."""
    assert kinds(STAMP + line, LEAD, BODY, MORE)[:2] == ["caption", "lead"]


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        (
            "Đồng chí Lê Thị Thử trao tặng 5 căn nhà tình nghĩa ở xã Mẫu Khê",
            "Chiều 5/3, bà Lê Thị Thử, Phó Bí thư Huyện ủy Ví Dụ đã trao tặng 5 căn nhà tình nghĩa ở xã Mẫu Khê.",
        ),
        (
            "Trần Ví Dụ - Chủ tịch UBND xã tiếp công dân định kỳ",
            "Sáng 5/3, tại trụ sở xã Mẫu Khê, ông Trần Ví Dụ - Chủ tịch UBND xã chủ trì buổi tiếp công dân định kỳ.",
        ),
        ("Bí thư Huyện ủy kiểm tra tiến độ các dự án trọng điểm", LEAD),
        ("Giảng viên Khoa Ví dụ dự Hội nghị khoa học quốc gia lần thứ XVI năm 2023", LEAD),
        ("Chủ tịch UBND tỉnh chủ trì hội thảo về bảo tồn làng nghề Mẫu Khê", LEAD),
        ("TP. Mẫu Sơn: Thống nhất nội dung kỳ họp cuối năm", LEAD),
    ],
)
def test_behind_the_archives_stamp_may_stand_a_headline(line: str, lead: str) -> None:
    for opening in (STAMP + line, line):
        assert kinds(opening, lead, BODY, MORE)[:2] == ["headline", "lead"]


def test_a_name_in_common_with_the_lead_makes_no_headline() -> None:
    line = "Đồng chí Trần Ví Dụ, Ủy viên Ban Thường vụ, Trưởng ban Ví dụ Tỉnh ủy phát biểu tại hội nghị"
    lead = "Sáng 5/3, đồng chí Trần Ví Dụ, Ủy viên Ban Thường vụ, Trưởng ban Ví dụ Tỉnh ủy chủ trì hội nghị giao ban."
    assert kinds(line, lead, BODY)[:2] == ["caption", "lead"]
    line = line.replace("phát biểu tại hội nghị", "tặng quà 5 học sinh")
    assert kinds(STAMP + line, lead, BODY)[:2] == ["caption", "lead"]


@pytest.mark.parametrize(
    "line",
    [
        "Sáng 5/3, Ban Ví dụ Tỉnh ủy Bình Mẫu tổ chức hội nghị tổng kết công tác năm 2024 và triển khai nhiệm vụ mới",
        "Phó Bí thư Tỉnh ủy Trần Ví Dụ chiều 5/3 chủ trì hội nghị tổng kết công tác năm của Ban Ví dụ và giao việc",
    ],
)
def test_a_long_line_that_begins_a_report_is_the_lead_even_without_its_full_stop(line: str) -> None:
    assert kinds(line, BODY, MORE)[0] == "lead"
    assert kinds(HEADLINE, line, BODY, MORE)[:2] == ["headline", "lead"]


@pytest.mark.parametrize("line", ["Văn Mẫu - Thu Hương - Lê Dụ", "Bài và ảnh: Thu Hương", "Phóng viên Báo Bình Mẫu"])
def test_authors_at_the_very_top_are_no_headline(line: str) -> None:
    assert kinds(line, LEAD, BODY)[:2] == ["byline", "lead"]
    assert kinds(line, "05/03/2025 08:30", LEAD, BODY)[0] == "byline"


def test_the_first_of_several_points_is_no_headline() -> None:
    assert kinds("1. Kết quả công tác năm 2024", BODY, MORE)[0] == "subhead"
    assert kinds("10/10 xã của huyện Ví Dụ đạt chuẩn", LEAD, BODY)[0] == "headline"


def test_behind_the_outlets_mark_stands_the_lead() -> None:
    deck = "(BM Online) - Tỉnh ủy Bình Mẫu yêu cầu mỗi dự án chậm phải có một người theo dõi."
    assert kinds(deck, "05/03/2025 08:30", LEAD, BODY)[:2] == ["boilerplate", "lead"]


# --- between headline and lead ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Quang cảnh hội nghị.",
        "Bí thư Tỉnh ủy Trần Ví Dụ phát biểu tại hội nghị.",
        "Chủ tịch UBND tỉnh Lê Thị Thử phát biểu khai mạc.",
        "Ông Trần Ví Dụ tại buổi làm việc.",
        "Phiên họp thứ 45 của Hội đồng Ví dụ tỉnh.",
        "Bí thư Huyện ủy Trần Ví Dụ nêu kiến nghị.",
        "Đại tá Trần Ví Dụ trao bằng khen tặng các tập thể.",
        "Các tập thể, cá nhân được khen thưởng tại hội nghị.",
    ],
)
def test_a_sentence_that_tells_only_who_is_seen_is_no_lead(line: str) -> None:
    assert kinds(HEADLINE, line, LEAD, BODY)[:3] == ["headline", "caption", "lead"]


@pytest.mark.parametrize(
    "line",
    [
        "Bí thư Tỉnh ủy Trần Ví Dụ yêu cầu các đơn vị chọn việc khó để làm trước.",
        "Đồng chí Trần Ví Dụ, Phó Bí thư Tỉnh ủy chủ trì hội nghị.",
        "Các đại biểu thống nhất cao với 12 chỉ tiêu chủ yếu của năm 2025.",
        "Chủ tịch UBND tỉnh Lê Thị Thử kiểm tra tiến độ thi công ba dự án giao thông trọng điểm.",
        "Cán bộ phải gần dân, học dân và có trách nhiệm với dân, theo Bí thư Tỉnh ủy Trần Ví Dụ.",
    ],
)
def test_a_deck_before_the_report_is_the_lead(line: str) -> None:
    assert kinds(HEADLINE, line, LEAD, BODY)[:3] == ["headline", "lead", "paragraph"]


# --- headings inside -------------------------------------------------------------------------------------------------
def test_a_heading_without_a_subject_is_told_below() -> None:
    visit = "Chiều 5/3, đoàn công tác đã đến thăm hỏi, tặng quà gia đình chính sách ở xã Mẫu Khê, động viên bà con. "
    line = "Thăm hỏi, tặng quà gia đình chính sách"
    assert kinds(HEADLINE, LEAD, BODY, line, visit + MORE, LAST)[3] == "subhead"
    # Elsewhere it is a picture's text, and so is one that says who.
    assert kinds(HEADLINE, LEAD, BODY, "Trao giấy khen cho các tập thể tiêu biểu", visit + MORE, LAST)[3] == "caption"
    said = "Tặng quà gia đình chính sách Lê Thị Mẫu ở xã Mẫu Khê"
    assert kinds(HEADLINE, LEAD, BODY, said, visit + MORE, LAST)[3] == "caption"


def test_in_an_article_with_headings_another_is_one_too() -> None:
    line, told = "Ra mắt Câu lạc bộ Ví dụ", "Một dấu ấn là việc ra mắt Câu lạc bộ Ví dụ, nơi gặp gỡ của thanh niên. "
    other = ("Niềm tin và kỳ vọng", LAST)
    assert kinds(HEADLINE, LEAD, BODY, *other, line, told + MORE)[5] == "subhead"
    assert kinds(HEADLINE, LEAD, BODY, line, told + MORE, LAST)[3] == "caption"


# --- pictures inside -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Bí thư Đảng ủy xã Mẫu Khê nêu kiến nghị.",
        "NSND Trần Ví Dụ chia sẻ tại chương trình.",
        "Bí thư Tỉnh ủy Trần Ví Dụ: phải chọn việc khó để làm.",
        "Phiên họp thứ 45 của Hội đồng Ví dụ tỉnh",
        "Chi bộ thôn Mẫu Khê sinh hoạt định kỳ",
        "Buổi làm việc tại xã Mẫu Khê",
    ],
)
def test_who_is_seen_and_nothing_of_what_was_said_is_a_picture(line: str) -> None:
    assert kinds(HEADLINE, LEAD, BODY, MORE, line, LAST, BODY, MORE)[4] == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Bí thư Đảng ủy xã Mẫu Khê kiến nghị tỉnh sớm bố trí vốn.",
        "NSND Trần Ví Dụ chia sẻ rằng nghề hát cần người nối nghiệp.",
        "Phiên họp thứ 45 của Hội đồng Ví dụ tỉnh đã thông qua nghị quyết.",
        "Chủ tịch UBND tỉnh Lê Thị Thử chiều nay dẫn đầu đoàn đi thăm xã Mẫu Khê.",
        "Cán bộ phải thăm hỏi, động viên dân, theo Bí thư Tỉnh ủy Trần Ví Dụ.",
    ],
)
def test_what_was_said_and_when_is_told(line: str) -> None:
    assert kinds(HEADLINE, LEAD, BODY, MORE, line, LAST, BODY, MORE)[4] == "paragraph"


def test_a_second_sentence_may_say_who_is_seen_where_the_article_has_such_captions() -> None:
    line = "Doanh nhân Trần Ví Dụ (Công ty Mẫu) chia sẻ tại hội nghị. Anh cũng là người sáng lập Quỹ Ví dụ."
    sure = "Quang cảnh hội nghị."
    assert "caption" not in kinds(HEADLINE, LEAD, BODY, line, MORE, LAST)
    assert kinds(HEADLINE, LEAD, BODY, sure, MORE, line, LAST)[5] == "caption"
    told = "Doanh nhân Trần Ví Dụ (Công ty Mẫu) chia sẻ tại hội nghị. Anh cho rằng phải học suốt đời."
    assert kinds(HEADLINE, LEAD, BODY, sure, MORE, told, LAST)[5] == "paragraph"


def test_in_the_archives_own_summary_a_sentence_is_told() -> None:
    line = "Đồng chí Trần Ví Dụ phát biểu tại hội nghị."
    text = [(1, line), (3, LEAD), (5, BODY)]
    assert next(b.kind for b in cut(text, Meta(title=HEADLINE, form="summary"), OUTLETS).blocks) == "lead"
    assert [b.kind for b in cut(text, Meta(title=HEADLINE), OUTLETS).blocks][:2] == ["caption", "lead"]


def test_the_number_of_an_item_ends_no_sentence() -> None:
    assert kinds(HEADLINE, LEAD, BODY, "10. Vai trò của nhân dân", MORE)[3] == "subhead"
    assert kinds(HEADLINE, LEAD, BODY, "Tổng kết năm 2024. Bàn việc năm 2025", MORE)[3] == "paragraph"


# --- headlines of other forms ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Ai chịu trách nhiệm về con đường ở Mẫu Khê?",
        "Tại sao xã Mẫu Khê chậm công bố quy hoạch?",
        "Bí thư Tỉnh ủy: Phải làm ngay!",
        "Cây cầu mới, bao giờ xong...",
        "“Đường mới, ổ gà cũ?”",
        "UNESCO: Bình Mẫu giữ được nghề cũ",
        "BMX-Index: Thêm một tuần đi ngang",
        "Chân dung tân Chủ tịch UBND tỉnh Bình Mẫu",
        "Chủ tịch tỉnh khen cách làm của Bí thư Huyện ủy Trần Ví Dụ",
        "Chủ tịch tỉnh cùng các giám đốc sở sẽ đối thoại với nông dân",
    ],
)
def test_a_headline_may_ask_or_quote(line: str) -> None:
    assert next((b.kind, b.text) for b in blocks(line, LEAD, BODY, MORE)) == ("headline", line)


@pytest.mark.parametrize("line", ["Thư chúc mừng", "Mẫu Khê vào mùa hội!"])
def test_above_the_pages_clock_even_a_short_line_is_the_headline(line: str) -> None:
    assert kinds(line, "28/10/2024 17:24", LEAD)[:3] == ["headline", "boilerplate", "lead"]


def test_a_name_and_its_place_in_brackets_begin_a_sentence() -> None:
    lead = "Kỹ sư Trần Ví Dụ (TP.HCM) kể chuyện làm đập ở xã Mẫu Khê trong buổi gặp bà con xóm Thử cuối tuần trước."
    assert [(b.kind, b.text) for b in blocks(HEADLINE, lead, BODY)][1] == ("lead", lead)


# --- what is no frame of the page ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Cổng TTĐT tỉnh Bình Mẫu đã nhận giấy khen của Bí thư Tỉnh ủy Trần Ví Dụ.",
        "Trở lại xóm Thử vào đầu mùa gặt, ông Trần Ví Dụ cùng bà con đi xem lại con đập đất và những thửa ruộng cạn ở "
        "chân đồi phía tây.",
        "Huyện Ví Dụ giúp mỗi xóm từ 3 - 25 triệu đồng để sửa giếng.",
    ],
)
def test_a_sentence_that_begins_as_frames_do_is_told(line: str) -> None:
    assert next(b.kind for b in blocks("Huyện Ví Dụ giúp các xóm", LEAD, line, BODY, MORE) if b.text == line) == (
        "paragraph"
    )


def test_a_lead_that_was_pasted_twice_is_no_picture() -> None:
    assert kinds(HEADLINE, LEAD, LEAD, BODY)[1:] == ["boilerplate", "lead", "paragraph"]


def test_an_advertisement_is_no_picture() -> None:
    advert = "Cửa hàng Mẫu - Giá tốt cho mọi nhà"
    found = kinds(HEADLINE, LEAD, BODY, advert, advert, "Ad", "cuahangmau", MORE)
    assert found[3:] == ["boilerplate"] * 4 + ["paragraph"]


def test_a_brief_of_one_sentence_is_told() -> None:
    line = "Các em học sinh Trường Tiểu học Mẫu Khê thả đèn hoa ở bến sông."
    assert kinds(HEADLINE, "27/04/2025 12:12", line)[-1] in ("lead", "paragraph")
