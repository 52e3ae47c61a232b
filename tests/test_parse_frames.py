"""What pages print around an article: stamps, the day the page was opened, menus, boxes, authors, tags."""

from __future__ import annotations

import datetime as dt

import pytest

from biennien.model import Meta
from biennien.parse import cut
from parse_samples import BODY, HEADLINE, LEAD, OUTLETS

SUMMED_UP = (
    "Kết luận hội nghị, đồng chí Trần Ví Dụ đề nghị các cấp ủy tiếp tục đổi mới phương thức lãnh đạo, tăng cường kỷ "
    "luật, kỷ cương; chăm lo đời sống nhân dân, nhất là ở vùng sâu, vùng xa, vùng còn nhiều khó khăn."
)
OPENED = "Thứ Sáu, 14/11/2025, 16:20"
DAY = dt.date(2025, 3, 5)


def read(*lines: str):
    return cut([(2 * k + 1, line) for k, line in enumerate(lines)], Meta(), OUTLETS)


def kinds(*lines: str) -> list[str]:
    return [b.kind for b in read(*lines).blocks]


# --- stamps ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Ngày phát hành: 05/03/2025",
        "Thời gian đăng: 05/03/2025 08:30",
        "Published: 05/03/2025",
        "Posted on 05/03/2025",
        "05/03/2025 - Lượt xem: 1.245 - Bình luận: 0",
        "05/03/2025 (0) bình luận",
        "Lần cập nhật cuối: 05/03/2025",
        "5 Tháng Ba, 2025",
        "5 tháng 3, 2025",
        "Mar 5, 2025",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_stamp_in_the_manner_of_many_sites_dates_the_article(line: str, above: bool) -> None:
    parsed = read(*((line, HEADLINE) if above else (HEADLINE, line)), LEAD, BODY)
    assert (parsed.title, parsed.published) == (HEADLINE, DAY)
    assert [b.kind for b in parsed.blocks if b.text == line] == ["boilerplate"]


def test_an_author_among_a_stamps_parts_is_read() -> None:
    parsed = read(HEADLINE, "Ngày đăng: 05/03/2025 | Lượt xem: 1.245 | Tác giả: Văn Sơn", LEAD, BODY)
    assert (parsed.published, parsed.byline) == (DAY, ("Văn Sơn",))
    assert read(HEADLINE, "Thu Hằng • Thứ Tư, 05/03/2025-09:11", LEAD, BODY).byline == ("Thu Hằng",)


def test_a_place_beside_a_date_is_no_author() -> None:
    assert read(HEADLINE, "Hà Nội, 05/03/2025", LEAD, BODY).byline == ()


def test_the_day_on_which_the_page_was_opened_gives_way_to_the_articles_own() -> None:
    assert read(OPENED, HEADLINE, "05/03/2025 08:30", LEAD, BODY).published == DAY
    assert read(OPENED, "05/03/2025 08:30", HEADLINE, LEAD, BODY).published == DAY
    # An earlier day is never replaced by that of a later change.
    assert read("05/03/2025 08:30", HEADLINE, "Cập nhật: 06/03/2025 10:00", LEAD, BODY).published == DAY
    # Behind the headline the first day stands, whatever box with older articles follows.
    assert read(HEADLINE, "05/03/2025 08:30", "Thứ Hai, 03/02/2025, 07:00", LEAD, BODY).published == DAY


def test_the_archives_own_stamp_stands_above_all_others() -> None:
    assert read(f"date 2025-03-06 {HEADLINE}", "05/03/2025 08:30", LEAD, BODY).published == dt.date(2025, 3, 6)


# --- the top of the page ---------------------------------------------------------------------------------------------
def test_an_outlets_slogan_and_sections_are_no_headline() -> None:
    parsed = read(
        "Cơ quan ngôn luận của Đảng bộ tỉnh",
        OPENED,
        "CHÍNH TRỊ KINH TẾ VĂN HÓA XÃ HỘI PHÁP LUẬT",
        "Xây dựng Đảng",
        HEADLINE,
        LEAD,
        BODY,
    )
    assert parsed.title == HEADLINE
    assert [b.kind for b in parsed.blocks] == [*["boilerplate"] * 4, "headline", "lead", "paragraph"]
    assert parsed.outlet is None  # a section of that name is no outlet


def test_words_that_are_no_sections_make_no_menu() -> None:
    line = "VĂN HÓA XÃ HỘI PHÁT TRIỂN TOÀN DIỆN"
    assert kinds(line, LEAD, BODY)[0] == "headline"
    assert kinds(HEADLINE, LEAD, BODY, "KINH TẾ XÃ HỘI", SUMMED_UP)[3] == "subhead"


@pytest.mark.parametrize("line", ["Tin trong ngành", "Xem cỡ chữ", "A-", "Hoạt động"])
def test_sections_and_buttons_below_the_headline_are_frame(line: str) -> None:
    assert kinds(HEADLINE, line, LEAD, BODY)[1] == "boilerplate"


@pytest.mark.parametrize(("mark", "outlet"), [("BT-", "BT"), ("(BMX) ", "BMX"), ("LCĐT - ", "LCĐT")])
def test_a_short_code_before_the_day_is_an_outlets_mark(mark: str, outlet: str) -> None:
    parsed = read(HEADLINE, mark + LEAD, BODY)
    assert [(b.kind, b.text) for b in parsed.blocks][1:3] == [("boilerplate", mark.strip()), ("lead", LEAD)]
    assert parsed.outlet == outlet


@pytest.mark.parametrize("mark", ["TP - ", "HĐND-"])
def test_an_abbreviation_of_the_text_is_no_code(mark: str) -> None:
    lead = f"{mark}Trong năm qua, các địa phương của tỉnh đã hoàn thành nhiều chỉ tiêu quan trọng được giao."
    assert read(HEADLINE, lead, BODY).outlet in (None, "TP")


# --- authors ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Tin: Thu Hằng; Ảnh: Văn Sơn", ("Thu Hằng", "Văn Sơn")),
        ("Tin bài, ảnh: Thu Hằng, Văn Sơn", ("Thu Hằng", "Văn Sơn")),
        ("Tác giả bài viết: Thu Hằng", ("Thu Hằng",)),
        ("PV Thu Hằng/VOV1", ("Thu Hằng",)),
        ("PV/BMO", ("BMO",)),
        ("PV (t/h)", ()),
        ("N.T.H", ("N.T.H",)),
        ("Thu Hằng thuhang@baomau.vn", ("Thu Hằng",)),
        ("Quản trị viên", ()),
        ("PHÒNG THỜI SỰ", ()),
    ],
)
def test_a_line_with_authors_at_the_end(line: str, names: tuple[str, ...]) -> None:
    parsed = read(HEADLINE, LEAD, BODY, SUMMED_UP, line)
    assert (parsed.blocks[-1].kind, parsed.byline) == ("byline", names)


@pytest.mark.parametrize("line", ["Thu Hằng - Ảnh: Văn Sơn", "Thu Hằng. Ảnh: Văn Sơn"])
def test_who_wrote_and_who_photographed_is_no_caption(line: str) -> None:
    assert read(HEADLINE, LEAD, BODY, SUMMED_UP, line).blocks[-1].kind == "byline"
    assert read(HEADLINE, line, LEAD, BODY).blocks[1].kind == "byline"
    # In the midst of the article a name and a credit are a portrait.
    assert kinds(HEADLINE, LEAD, BODY, "Trần Thu Hằng. Ảnh: Văn Sơn", SUMMED_UP, BODY)[3:5] == ["caption", "credit"]
    # And a photographer below the page's date is no author.
    assert kinds(HEADLINE, "05/03/2025 08:30", "Ảnh: Văn Sơn", LEAD, BODY)[2] == "credit"


@pytest.mark.parametrize("names", [("Trần Thu Hằng",), ("Thu Hằng", "Thu Hằng")])
def test_a_name_below_the_headline_is_the_author(names: tuple[str, ...]) -> None:
    parsed = read(HEADLINE, *names, "05/03/2025 08:30", LEAD, BODY)
    assert [b.kind for b in parsed.blocks][1 : 1 + len(names)] == ["byline"] * len(names)


def test_names_in_the_list_of_tags_behind_the_author_are_no_authors() -> None:
    parsed = read(HEADLINE, LEAD, BODY, SUMMED_UP, "Tin, ảnh: Thu Hằng", "- Trần Ví Dụ", "- công tác dân vận")
    assert parsed.byline == ("Thu Hằng",)
    assert [b.kind for b in parsed.blocks][-2:] == ["teaser", "teaser"]


def test_the_author_above_his_desk_signs_before_the_list_of_other_articles() -> None:
    parsed = read(HEADLINE, LEAD, BODY, SUMMED_UP, "Ngọc Lan", "Văn phòng UBND tỉnh", "Các tin khác", "Mẫu Sơn")
    assert parsed.byline == ("Ngọc Lan",)


# --- boxes -----------------------------------------------------------------------------------------------------------
def test_a_box_before_the_last_paragraphs_takes_none_of_them() -> None:
    box = ["Đọc thêm", "Thủ tướng thăm nhà máy ở Mẫu Sơn", "Bình Mẫu xin cơ chế đặc thù"]
    assert kinds(HEADLINE, LEAD, BODY, *box, SUMMED_UP)[3:] == ["teaser"] * 3 + ["paragraph"]
    # A report with a day of its own behind the list is another article.
    assert kinds(HEADLINE, LEAD, BODY, *box, LEAD)[3:] == ["teaser"] * 4


@pytest.mark.parametrize("mark", ["+ Xem thêm: ", "• Đọc thêm: ", "- Tin liên quan: "])
def test_a_line_that_leads_away_may_have_a_mark_before_it(mark: str) -> None:
    assert kinds(HEADLINE, LEAD, BODY, f"{mark}Mẫu Sơn công bố danh sách", SUMMED_UP)[3] == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "(*) Không sao chép dưới mọi hình thức khi chưa có sự đồng ý của Báo Bình Mẫu.",
        "Tổng số điểm của bài viết là: 5 trong 1 đánh giá",
        "Bạn cần đăng nhập để bình luận",
        "Click để đánh giá bài viết",
    ],
)
def test_what_a_page_says_below_the_article_is_frame(line: str) -> None:
    assert kinds(HEADLINE, LEAD, BODY, SUMMED_UP, "Thu Hằng", line)[-1] == "boilerplate"
