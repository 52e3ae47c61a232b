"""Raw text into blocks: every form of line that papers and portals print, and never a word lost."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biennien import vocabulary
from biennien.entities import Outlet
from biennien.model import Meta
from biennien.parse import cut, evidence, neighbourhood, shortened
from biennien.text import clean_line

OUTLETS = {
    "bao-mau": Outlet("bao-mau", "Báo Bình Mẫu", "Báo Bình Mẫu", ("baobinhmau.vn",), ("BMO", "BM Online")),
    "ttx-mau": Outlet("ttx-mau", "Thông tấn xã Mẫu", "TTXM", (), ("TTXM",)),
}
LEAD = (
    "Sáng 5-3, Ban Ví dụ Tỉnh ủy Bình Mẫu tổ chức hội nghị tổng kết công tác năm 2024, triển khai nhiệm vụ, "
    "chương trình công tác năm 2025."
)
BODY = (
    "Năm qua, công tác của ngành đạt nhiều kết quả, các chỉ tiêu đều hoàn thành; toàn tỉnh có 1.200 mô hình được "
    "công nhận ở nhiều lĩnh vực, góp phần thực hiện thắng lợi nhiệm vụ chung của địa phương."
)
MORE = (
    "Bên cạnh kết quả đạt được, một số đơn vị còn chậm báo cáo; việc phối hợp giữa các ngành chưa thường xuyên, "
    "cơ sở vật chất ở vài nơi còn thiếu thốn, ảnh hưởng đến tiến độ chung của các chương trình trong năm."
)
LAST = (
    "Trong thời gian tới, các đơn vị tập trung thực hiện tốt sáu nhóm nhiệm vụ đã đề ra, trong đó chú trọng đào tạo "
    "cán bộ, đầu tư trang thiết bị và nhân rộng những mô hình có hiệu quả ở các xã, phường."
)


def read(*lines: str, **meta: object):
    """The text of these lines, an empty line between each two."""
    numbered = [(2 * k + 1, line) for k, line in enumerate(lines)]
    return cut(numbered, Meta(**meta), OUTLETS)  # type: ignore[arg-type]


def kinds(*lines: str, **meta: object) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in read(*lines, **meta).blocks]


def test_the_first_paragraph_is_the_lead_and_the_rest_are_paragraphs() -> None:
    assert [k for k, _ in kinds(LEAD, BODY, MORE)] == ["lead", "paragraph", "paragraph"]


def test_blocks_are_numbered_in_order_and_know_their_line() -> None:
    blocks = read(LEAD, "", BODY).blocks
    assert [(b.id, b.line) for b in blocks] == [("b1", 1), ("b2", 5)]


# --- stamps, prefixes, frames ----------------------------------------------------------------------------------------
def test_a_leading_stamp_dates_the_article_and_is_no_text() -> None:
    parsed = read(f" date 2025-10-01 {LEAD}", BODY)
    assert parsed.published == dt.date(2025, 10, 1)
    assert [(b.kind, b.text) for b in parsed.blocks][:2] == [("boilerplate", "date 2025-10-01"), ("lead", LEAD)]


@pytest.mark.parametrize("stamp", ["date 2025-02-30", "date 2025-10"])
def test_a_stamp_without_a_real_day_dates_nothing(stamp: str) -> None:
    parsed = read(f" {stamp} {LEAD}", BODY)
    assert parsed.published is None
    assert parsed.blocks[0].text == stamp


@pytest.mark.parametrize(
    "line",
    [
        "Thứ tư, 05/03/2025, 08:30 (GMT+7)",
        "08:30 | 05/03/2025",
        "05/03/2025 | 08:30",
        "Thứ Tư, 5/3/2025 | 7:49:12 Sáng",
        "Cập nhật lúc 15:08, Thứ Ba, 05/03/2025 (GMT+7)",
        "Đăng ngày: 05/03/2025",
        "(05:12, 05/03/2025)   Lượt xem: 2845",
        "19:52, 05/03/2025",
        "Thứ hai, ngày 05/03/2025 08:15 [GMT+7] A A+",
        "Ngày 05 tháng 03 năm 2025, 08:15",
        "08:15 - 05/03/2025 207 lượt xem",
        "Thời sự - 05/03/2025 08:15",
    ],
)
def test_a_time_stamp_on_its_own_line_dates_the_article(line: str) -> None:
    parsed = read("Bình Mẫu tổng kết công tác năm", line, LEAD, BODY)
    assert parsed.published == dt.date(2025, 3, 5)
    assert [b.kind for b in parsed.blocks] == ["headline", "boilerplate", "lead", "paragraph"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Thu Hương (TTXM/Mẫu+) 05/03/2025 19:44", ("Thu Hương",)),
        ("05/03/2025 08:15 | Thu Hương", ("Thu Hương",)),
        ("Thu Hương | 08:15 05/03/2025 | 1.234 lượt xem", ("Thu Hương",)),
        ("PV - Thứ Hai, 05/03/2025, 08:15 [GMT+7]", ()),
    ],
)
def test_an_author_beside_a_time_stamp_is_read_with_it(line: str, names: tuple[str, ...]) -> None:
    parsed = read("Bình Mẫu tổng kết công tác năm", line, LEAD, BODY)
    assert (parsed.published, parsed.byline) == (dt.date(2025, 3, 5), names)
    assert [b.kind for b in parsed.blocks] == ["headline", "byline", "lead", "paragraph"]


@pytest.mark.parametrize("line", ["3 giờ trước", "Thích 0", "Giọng đọc: Nữ", "Trang chủ / Chính trị / Xây dựng Đảng"])
def test_what_tells_nothing_of_the_article_is_frame(line: str) -> None:
    assert kinds("Bình Mẫu tổng kết công tác năm", line, LEAD, BODY)[1] == ("boilerplate", line)


@pytest.mark.parametrize(
    "lines",
    [
        ("news",),
        ("Giới thiệu", "Văn bản", "Liên hệ"),
        ("Đại hội Đảng bộ các cấp",),
        ("Trang chủ » Tin tức » Chi tiết",),
    ],
)
def test_a_menu_or_topic_before_the_headline_is_frame(lines: tuple[str, ...]) -> None:
    title = "Bình Mẫu tổng kết công tác dân vận năm 2024"
    parsed = read(*lines, title, LEAD, BODY)
    assert parsed.title == title
    assert [b.kind for b in parsed.blocks] == [*(["boilerplate"] * len(lines)), "headline", "lead", "paragraph"]


@pytest.mark.parametrize(("line", "kind"), [("ĐẠI HỘI ĐẢNG", "subhead"), ("Thu Hương", "byline")])
def test_a_short_line_below_the_headline_does_not_become_the_lead(line: str, kind: str) -> None:
    assert kinds("Bình Mẫu tổng kết công tác năm", line, LEAD, BODY)[1:3] == [(kind, line), ("lead", LEAD)]


def test_a_bare_date_is_taken_off_but_dates_nothing() -> None:
    assert read("Bình Mẫu tổng kết công tác năm", "05/03/2025", LEAD).published is None


@pytest.mark.parametrize(
    ("mark", "outlet"),
    [
        ("(TTXM) - ", "TTXM"),
        ("(BM Online).- ", "BM Online"),
        ("BMO - ", "BMO"),
        ("BMO-", "BMO"),
        ("Bình Mẫu (TTXM 5/3) – ", "TTXM"),
        ("(Baobinhmau.vn) - ", "baobinhmau.vn"),
        ("BAOMAU.VN - ", "BAOMAU.VN"),
        ("baobinhmau.vn ", "baobinhmau.vn"),
        ("(XYZ) - ", "XYZ"),
        ("TP - ", "TP"),
    ],
)
def test_an_outlets_mark_is_split_off_the_lead(mark: str, outlet: str) -> None:
    parsed = read("Bình Mẫu tổng kết công tác năm", mark + LEAD, BODY)
    assert [(b.kind, b.text) for b in parsed.blocks][1:3] == [("boilerplate", mark.strip()), ("lead", LEAD)]
    assert (parsed.outlet or "").casefold() == outlet.casefold()


@pytest.mark.parametrize(
    "lead", ["UBND - " + LEAD, "Hội nghị (mở rộng) - " + LEAD, LEAD.replace("Sáng 5-3, ", "TPHCM - ")]
)
def test_other_words_before_a_dash_stay_in_the_lead(lead: str) -> None:
    assert kinds("Bình Mẫu tổng kết công tác năm", lead, BODY)[1] == ("lead", lead)


@pytest.mark.parametrize(
    "line",
    [
        "Chia sẻ",
        "Lưu bài",
        "0:00 / 0:00",
        "• Nam miền Bắc",
        "A- A+",
        "Chia sẻ | Lưu bài",
        "Lượt xem: 1.234",
        "IMG_2210.jpg",
        "Theo dõi Báo Bình Mẫu trên",
        "leftcenterrightdel",
        "Skip to main content",
        "Báo Bình Mẫu",
        "***",
        "#danvan, #binhmau",
    ],
)
def test_lines_of_the_pages_frame_are_boilerplate(line: str) -> None:
    if line.startswith("Theo dõi"):
        line = "Theo dõi báo Bình Mẫu trên Google News"
    assert ("boilerplate", line) in kinds("Bình Mẫu tổng kết công tác năm", line, LEAD, BODY)


# --- headline and title ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "headline",
    [
        "Bình Mẫu tổng kết công tác dân vận",
        "BÌNH MẪU TỔNG KẾT CÔNG TÁC",
        "Kỳ họp thứ 8 (chuyên đề) HĐND tỉnh khóa XIX, nhiệm kỳ 2021 - 2026",
        "# Bình Mẫu tổng kết",
    ],
)
def test_a_line_without_a_full_stop_at_the_top_is_the_headline(headline: str) -> None:
    parsed = read(headline, LEAD, BODY)
    assert parsed.blocks[0].kind == "headline"
    assert (parsed.title, parsed.title_basis) == (headline.removeprefix("# "), "stated")


def test_the_editors_title_wins_and_a_headline_like_it_is_still_one() -> None:
    parsed = read("Bình Mẫu: tổng kết công tác dân vận năm", LEAD, BODY, title="Bình Mẫu tổng kết công tác dân vận")
    assert parsed.blocks[0].kind == "headline"
    assert (parsed.title, parsed.title_basis) == ("Bình Mẫu tổng kết công tác dân vận", "editor")


def test_without_a_headline_the_title_is_cut_from_the_lead_at_a_words_end() -> None:
    parsed = read(LEAD, BODY)
    assert parsed.title_basis == "derived"
    assert parsed.title.endswith("…") and len(parsed.title) <= 120
    assert LEAD.startswith(parsed.title.rstrip("…"))


def test_a_caption_at_the_top_does_not_become_the_title() -> None:
    parsed = read("Khen thưởng các tập thể có thành tích xuất sắc trong năm", LEAD, BODY)
    assert parsed.blocks[0].kind == "caption"
    assert parsed.title.startswith("Sáng 5-3, Ban Ví dụ")


@given(st.text("ab .;,", max_size=400))
def test_a_shortened_title_is_never_longer_than_asked(text: str) -> None:
    assert len(shortened(text, 60)) <= 60


# --- headings --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Tiếp tục xây dựng đội ngũ cán bộ",
        "3. Triển khai và thực hiện các quy định mới",
        "ĐẨY MẠNH CÔNG TÁC TUYÊN TRUYỀN",
        "CÔNG KHAI TIẾN ĐỘ, RÕ NGƯỜI, RÕ VIỆC",
        "Phát triển đảng viên tăng 3 - 4%",
        "Không để dân phải đi lại nhiều lần",
    ],
)
def test_a_short_line_without_a_full_stop_before_a_paragraph_is_a_subhead(line: str) -> None:
    assert kinds(LEAD, BODY, line, MORE)[2] == ("subhead", line)


def test_markdowns_marks_go_and_their_words_stay() -> None:
    assert kinds(LEAD, "## Chỉ tiêu nhiệm kỳ", BODY, "**Nhiệm vụ năm tới**", MORE)[1::2] == [
        ("subhead", "Chỉ tiêu nhiệm kỳ"),
        ("subhead", "Nhiệm vụ năm tới"),
    ]


@pytest.mark.parametrize(
    "line",
    ["Mười nội dung nổi bật của năm, cụ thể:", BODY.rstrip(".") * 2, "Hội nghị đã kết thúc. Các đại biểu ra về"],
)
def test_what_introduces_a_list_or_is_long_or_holds_a_sentence_is_no_subhead(line: str) -> None:
    assert kinds(LEAD, BODY, line, MORE)[2][0] == "paragraph"


# --- captions and credits --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("line", "caption", "credit", "printed"),
    [
        ("Quang cảnh hội nghị. Ảnh: VIỆT DỤ", "Quang cảnh hội nghị.", "VIỆT DỤ", "Ảnh: VIỆT DỤ"),
        ("Ông Lê Ví Dụ tặng bằng khen ẢNH: SỸ DỤ", "Ông Lê Ví Dụ tặng bằng khen", "SỸ DỤ", "ẢNH: SỸ DỤ"),
        ("Ba tướng dự lễ công bố (Ảnh: Hữu Dụ).", "Ba tướng dự lễ công bố", "Hữu Dụ", "(Ảnh: Hữu Dụ)."),
        ("Bí thư thị sát khu điều trị - Ảnh: BÁ DỤ", "Bí thư thị sát khu điều trị", "BÁ DỤ", "- Ảnh: BÁ DỤ"),
        ("Đại biểu bỏ phiếu. Ảnh: Lê Dụ - Văn Mẫu", "Đại biểu bỏ phiếu.", "Lê Dụ - Văn Mẫu", "Ảnh: Lê Dụ - Văn Mẫu"),
        ("Đại biểu bỏ phiếu. Ảnh TTXM", "Đại biểu bỏ phiếu.", "TTXM", "Ảnh TTXM"),
        ("Đại biểu bỏ phiếu. Ảnh do Báo Mẫu cung cấp", "Đại biểu bỏ phiếu.", "Báo Mẫu", "Ảnh do Báo Mẫu cung cấp"),
        ("Lễ khánh thành. Nguồn: TTXM", "Lễ khánh thành.", "TTXM", "Nguồn: TTXM"),
        ("Quang cảnh hội nghịẢnh: Lê Dụ", "Quang cảnh hội nghị", "Lê Dụ", "Ảnh: Lê Dụ"),
        ("Đại biểu bỏ phiếu. ẢNH/VIDEO: LÊ DỤ", "Đại biểu bỏ phiếu.", "LÊ DỤ", "ẢNH/VIDEO: LÊ DỤ"),
        ("Đại biểu bỏ phiếu (Nguồn ảnh: Lê Dụ)", "Đại biểu bỏ phiếu", "Lê Dụ", "(Nguồn ảnh: Lê Dụ)"),
        ("Đại biểu bỏ phiếu. Ảnh cắt từ clip", "Đại biểu bỏ phiếu.", None, "Ảnh cắt từ clip"),
    ],
)
def test_a_credit_marks_a_caption_and_is_a_block_of_its_own(
    line: str, caption: str, credit: str | None, printed: str
) -> None:
    blocks = read(LEAD, BODY, line, MORE).blocks
    assert [(b.kind, b.text, b.credit) for b in blocks[2:4]] == [
        ("caption", caption, credit),
        ("credit", printed, None),
    ]


def test_a_credit_on_the_next_line_belongs_to_the_caption_before_it() -> None:
    blocks = read(LEAD, BODY, "Ông Lê Ví Dụ phát biểu chỉ đạo hội nghị", "ẢNH: SỸ DỤ", MORE).blocks
    assert [(b.kind, b.credit) for b in blocks[2:4]] == [("caption", "SỸ DỤ"), ("credit", None)]


def test_a_credit_after_the_lead_does_not_make_it_a_caption() -> None:
    assert [k for k, _ in kinds(LEAD, "Ảnh: Thanh Dụ", BODY)] == ["lead", "credit", "paragraph"]


def test_words_that_only_look_like_a_credit_stay_where_they_are() -> None:
    line = "Hội nghị đã xem một số hình ảnh: hoạt động của ngành trong năm qua ở nhiều địa phương trong tỉnh."
    assert kinds(LEAD, line, BODY)[1] == ("paragraph", line)


@pytest.mark.parametrize(
    "line",
    [
        "Quang cảnh hội nghị",
        "Các đồng chí dự hội nghị",
        "Các đại biểu tham dự hội nghị.",
        "Đồng chí Lê Thị Ví Dụ phát biểu tiếp thu",
        "Phó Bí thư Tỉnh ủy Bình Mẫu Trần Ví Dụ tặng giấy khen cho các tập thể",
        "Trần Văn Ví Dụ phát biểu tại hội nghị",
        "Tập thể Ban Chấp hành khóa mới ra mắt đại hội",
        "Học viên dự lớp tập huấn",
        "Lãnh đạo Quận ủy Mẫu trao giấy khen cho các cá nhân.",
        "Ông Lê Ví Dụ (bìa trái) trong chuyến đi cơ sở",
    ],
)
def test_a_line_that_describes_a_picture_is_a_caption_without_any_mark(line: str) -> None:
    assert kinds(LEAD, BODY, line, MORE)[2] == ("caption", line)


@pytest.mark.parametrize(
    "line",
    [
        "Bí thư Tỉnh ủy: Phải chọn người đứng đầu có tài, có tâm",
        "Ông Lê Ví Dụ làm Bí thư Tỉnh ủy",
        "Đồng chí Lê Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu chủ trì hội nghị.",
        "Đồng chí Lê Ví Dụ tặng hoa, yêu cầu các đơn vị cố gắng.",
    ],
)
def test_a_heading_or_sentence_about_a_person_is_no_caption(line: str) -> None:
    assert kinds(LEAD, BODY, line, MORE)[2][0] != "caption"


@pytest.mark.parametrize(
    ("label", "caption"),
    [
        ("Ảnh:", "Quang cảnh Hội nghị"),
        ("Ảnh:", "Đ/c Lê Thị Ví Dụ - Bí thư Đảng ủy xã phát biểu khai mạc"),
        ("Hình 2:", "Nhà văn hóa thôn Mẫu mới khánh thành"),
    ],
)
def test_a_label_before_a_caption_is_cut_off(label: str, caption: str) -> None:
    assert kinds(LEAD, BODY, f"{label} {caption}", MORE)[2:4] == [("boilerplate", label), ("caption", caption)]


def test_a_paragraph_behind_a_credit_in_ordinary_letters_is_cut_off_from_it() -> None:
    told = f"Ông Trần Ví Dụ nói: {BODY}"
    assert kinds(LEAD, f"Quang cảnh hội nghị. Ảnh: Thu Hương {told}")[1:] == [
        ("caption", "Quang cảnh hội nghị."),
        ("credit", "Ảnh: Thu Hương"),
        ("paragraph", told),
    ]


def test_a_caption_said_twice_on_one_line_is_cut_in_two() -> None:
    line = "Quang cảnh hội nghị. Ảnh: Lê Dụ"
    assert kinds(LEAD, BODY, f"{line} {line}", MORE)[2:5] == [
        ("boilerplate", line),
        ("caption", "Quang cảnh hội nghị."),
        ("credit", "Ảnh: Lê Dụ"),
    ]


# A sentence that may be told or stand below a picture: what stands around it decides.
SPOKE = "Đồng chí Trần Văn Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu phát biểu tại hội nghị."
SAID = (
    "Đồng chí Trần Văn Ví Dụ đề nghị các cấp ủy phân công từng người, từng việc, có thời hạn; trước mắt là rà soát lại "
    "những chỉ tiêu chưa đạt để có giải pháp trong quý tới."
)


@pytest.mark.parametrize(
    "sentence",
    [
        SPOKE,  # told again in the paragraph behind
        "Đồng chí Trần Văn Ví Dụ (bìa trái) thăm mô hình trồng chè của xã Mẫu Sơn.",
        "Các đại biểu biểu quyết thông qua nghị quyết.",
        "Các đại biểu thảo luận tại tổ.",
        "Lãnh đạo tỉnh chụp ảnh lưu niệm với các cá nhân được khen thưởng.",
    ],
)
def test_a_sentence_that_shows_and_does_not_tell_is_a_caption(sentence: str) -> None:
    assert ("caption", sentence) in kinds(LEAD, BODY, sentence, SAID, MORE, LAST)


@pytest.mark.parametrize(
    "sentence",
    [
        "Đồng chí Trần Văn Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu chủ trì hội nghị.",
        "Đồng chí Trần Văn Ví Dụ, Bí thư Tỉnh ủy dự và phát biểu chỉ đạo hội nghị.",
        "Các đại biểu đã biểu quyết thông qua nghị quyết.",
        "Các đại biểu thảo luận năm nội dung.",
        "Cũng tại hội nghị, đồng chí Trần Văn Ví Dụ trao giấy khen cho các tập thể.",
        "Đồng chí Trần Văn Ví Dụ trao giấy khen, đề nghị các tập thể tiếp tục phát huy.",
        "Hội nghị thông qua chương trình công tác năm.",
    ],
)
def test_a_sentence_of_the_report_stays_a_paragraph(sentence: str) -> None:
    assert ("paragraph", sentence) in kinds(LEAD, BODY, sentence, SAID, MORE, LAST)


def test_in_a_brief_a_short_sentence_is_a_paragraph() -> None:
    brief = [
        "Toàn huyện có 52 chi bộ đăng ký việc làm theo.",
        "Có 37 mô hình được nhân rộng.",
        "Hội nghị nghe ba báo cáo.",
    ]
    assert kinds(LEAD, *brief, "Đồng chí Trần Văn Ví Dụ phát biểu tại hội nghị.")[-1][0] == "paragraph"


def test_captions_of_one_article_are_alike() -> None:
    said = "Đồng chí Lê Thị Thí Dụ trình bày báo cáo tại hội nghị."
    assert kinds(LEAD, BODY, said, MORE)[2] == ("paragraph", said)
    assert kinds(LEAD, "Quang cảnh hội nghị.", BODY, said, MORE)[3] == ("caption", said)


def test_in_a_report_a_sentence_that_says_nothing_is_a_caption_but_not_as_its_last() -> None:
    said = "Đồng chí Lê Thị Thí Dụ phát biểu chỉ đạo hội nghị."
    assert kinds(LEAD, BODY, said, MORE, LAST)[2] == ("caption", said)
    assert kinds(LEAD, BODY, MORE, LAST, said)[4] == ("paragraph", said)


def test_in_the_archives_own_summary_such_a_sentence_is_told() -> None:
    assert ("caption", SPOKE) in kinds(LEAD, BODY, SPOKE, SAID, MORE)
    assert ("paragraph", SPOKE) in kinds(LEAD, BODY, SPOKE, SAID, MORE, form="summary")


def test_lines_below_a_galleries_heading_are_captions() -> None:
    lines = ["Một số hình ảnh tại hội nghị:", "Các đại biểu nghiên cứu tài liệu", "Đ/c Lê Thị Thí Dụ trao quà"]
    assert [k for k, _ in kinds(LEAD, BODY, *lines)][2:] == ["boilerplate", "caption", "caption"]


def test_the_meetings_bare_name_is_a_caption_and_no_heading() -> None:
    lead = f"Đại hội đại biểu Đảng bộ huyện Mẫu Sơn lần thứ XXII khai mạc sáng 7-8. {LEAD}"
    line = "Đại hội đại biểu Đảng bộ huyện Mẫu Sơn lần thứ XXII"
    assert kinds(lead, BODY, line, MORE)[2] == ("caption", line)


def test_at_the_top_a_line_about_a_person_is_the_headline() -> None:
    line = "Đồng chí Trần Văn Ví Dụ tái đắc cử Bí thư Huyện ủy Mẫu Sơn"
    assert kinds(line, LEAD, BODY)[0] == ("headline", line)
    assert kinds("Đồng chí Trần Văn Ví Dụ phát biểu tại hội nghị", LEAD, BODY)[0][0] == "caption"


def test_every_sign_with_points_is_explained() -> None:
    data = vocabulary.words("captions")
    told = set(re.findall(r"\w+", f"{evidence.__doc__} {neighbourhood.__doc__}"))
    assert set(data["open_points"]) | set(data["closed_points"]) <= told


def test_a_sentence_that_the_next_paragraph_tells_again_stood_below_a_picture() -> None:
    retold = "Phát biểu tại hội nghị, đồng chí Trần Văn Ví Dụ đề nghị các cấp ủy tiếp tục làm tốt nhiệm vụ năm tới."
    line = "Đồng chí Trần Văn Ví Dụ phát biểu tại hội nghị."
    assert kinds(LEAD, BODY, line, retold)[2] == ("caption", line)
    assert kinds(LEAD, BODY, line, MORE)[2] == ("paragraph", line)


def test_a_title_repeated_before_captions_is_boilerplate() -> None:
    title = "Bình Mẫu cần tăng tốc hoàn thành nhiệm vụ"
    text = [
        title,
        LEAD,
        f"{title} ảnh 1 Quang cảnh hội nghị. Ảnh: DỤ",
        BODY,
        f"{title} ảnh 2 Đại biểu dự. Ảnh: DỤ",
        BODY,
    ]
    assert kinds(*text)[2:5] == [
        ("boilerplate", f"{title} ảnh 1"),
        ("caption", "Quang cảnh hội nghị."),
        ("credit", "Ảnh: DỤ"),
    ]
    assert kinds(title, LEAD, f"{title} - Ảnh 1.", "Một buổi họp ở xã", BODY)[2:4] == [
        ("boilerplate", f"{title} - Ảnh 1."),
        ("caption", "Một buổi họp ở xã"),
    ]


def test_a_pictures_text_before_its_caption_is_boilerplate() -> None:
    line = "Lãnh đạo tỉnh tham quan các gian hàng nông sản."
    assert kinds(LEAD, BODY, line, f"{line} Ảnh: Lê Dụ", BODY)[2:4] == [("boilerplate", line), ("caption", line)]
    assert kinds(LEAD, BODY, "IMG_01.jpg", line, BODY)[2:4] == [("boilerplate", "IMG_01.jpg"), ("caption", line)]


def test_a_paragraph_behind_a_credit_in_capitals_is_cut_off_from_it() -> None:
    line = f"Quang cảnh hội nghị. Ảnh: VIỆT DỤ {BODY}"
    assert kinds(LEAD, line)[1:] == [
        ("caption", "Quang cảnh hội nghị."),
        ("credit", "Ảnh: VIỆT DỤ"),
        ("paragraph", BODY),
    ]


# --- bylines and what follows them -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("THU HÀ", ("Thu Hà",)),
        ("THU HƯƠNG - VĂN MINH", ("Thu Hương", "Văn Minh")),
        ("Thu Hương", ("Thu Hương",)),
        ("Bài, ảnh: Thu Hương", ("Thu Hương",)),
        ("Tin, ảnh: TRỊNH GIA HIẾU", ("Trịnh Gia Hiếu",)),
        ("Theo TTXM", ("TTXM",)),
        ("T.ANH - N.TRINH", ("T.ANH", "N.TRINH")),
        ("Nguyễn Thu Hương (thực hiện)", ("Nguyễn Thu Hương",)),
        ("PV", ()),
        ("Ng.Mai", ("Ng.Mai",)),
        ("Thu Hương – Văn phòng Huyện ủy", ("Thu Hương",)),
        ("Tin, ảnh: Văn phòng Đảng ủy", ("Văn phòng Đảng ủy",)),
        ("(TTXM)", ("TTXM",)),
        ("Nguồn: https://baobinhmau.vn/bai", ()),
    ],
)
def test_a_byline_at_the_end(line: str, names: tuple[str, ...]) -> None:
    parsed = read(LEAD, BODY, MORE, line)
    assert parsed.blocks[-1].kind == "byline"
    assert parsed.byline == names


def test_a_byline_at_the_top_and_below_the_clock() -> None:
    parsed = read("Bình Mẫu tổng kết công tác năm", "Thu Hương - 05/03/2025", LEAD, BODY)
    assert [b.kind for b in parsed.blocks][:2] == ["headline", "byline"] and parsed.byline == ("Thu Hương",)
    assert read("Bình Mẫu tổng kết công tác năm", LEAD, "05/03/2025 18:36", "BÁ QUÂN", BODY).byline == ("Bá Quân",)


def test_a_lead_below_the_clock_is_no_byline() -> None:
    lead = "Sáng 5-3, Ban Ví dụ Tỉnh ủy Bình Mẫu họp tổng kết năm."
    assert kinds("Bình Mẫu tổng kết công tác năm", "05/03/2025 18:36", lead, BODY)[2] == ("lead", lead)


def test_a_name_behind_the_last_sentence_is_the_author() -> None:
    blocks = read(LEAD, BODY, f"{BODY[:-1]}./. Thu Hương").blocks
    assert [(b.kind, b.text) for b in blocks[-2:]] == [("paragraph", f"{BODY[:-1]}./."), ("byline", "Thu Hương")]


def test_after_the_byline_come_other_articles() -> None:
    teaser = "Bí thư Tỉnh ủy Trần Ví Dụ yêu cầu các cấp ủy động viên cán bộ; đồng chí cũng gợi mở nhiều việc cần làm."
    after = ["THU HƯƠNG", "Các tin, bài viết khác", "Đọc nhiều nhất", teaser, "Nhân sự"]
    assert [k for k, _ in kinds(LEAD, BODY, MORE, *after)][3:] == ["byline", "teaser", "teaser", "teaser", "teaser"]


def test_a_box_inside_the_article_ends_where_the_text_goes_on() -> None:
    text = [LEAD, BODY, "Tin liên quan", "Huyện Mẫu Sơn tổng kết công tác", MORE, LAST, BODY]
    assert [k for k, _ in kinds(*text)] == [
        "lead",
        "paragraph",
        "teaser",
        "teaser",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


def test_a_box_before_the_end_is_left_where_the_author_still_signs() -> None:
    told = f"Kết luận hội nghị, đồng chí Trần Văn Ví Dụ giao việc cho từng ngành. {LAST}"
    text = [
        LEAD,
        f"{SAID}",
        "Tin bài liên quan",
        "Mẫu Sơn họp bàn việc quý tới",
        told,
        "Thu Hương",
        "Các tin khác",
        "Mẫu Sơn",
    ]
    assert [k for k, _ in kinds(*text)][2:] == ["teaser", "teaser", "paragraph", "byline", "teaser", "teaser"]


def test_a_box_whose_list_was_not_copied_takes_nothing() -> None:
    assert [k for k, _ in kinds(LEAD, BODY, "Đọc thêm", MORE)] == ["lead", "paragraph", "teaser", "paragraph"]


def test_an_author_above_the_photographer_is_no_caption() -> None:
    blocks = read(LEAD, BODY, MORE, "Thu Hương", "Ảnh: Lê Dụ").blocks
    assert [b.kind for b in blocks][3:] == ["byline", "credit"]


def test_a_line_that_leads_to_another_article_is_a_teaser() -> None:
    assert kinds(LEAD, BODY, ">> Bình Mẫu: Thắm tình anh em", BODY)[2][0] == "teaser"


# --- corrections, joining, completeness ------------------------------------------------------------------------------
def test_the_editor_decides_what_a_block_is() -> None:
    parsed = read(LEAD, "Quang cảnh hội nghị", BODY, blocks=(("b1", "paragraph"), ("b2", "subhead"), ("b3", "lead")))
    assert [b.kind for b in parsed.blocks] == ["paragraph", "subhead", "lead"]


def test_the_editor_may_name_a_block_by_its_first_words() -> None:
    line = "Đồng chí Lê Ví Dụ phát biểu tại hội nghị."
    assert ("paragraph", line) in kinds(LEAD, BODY, line, MORE)
    parsed = read(LEAD, BODY, line, MORE, blocks=(("đồng chí Lê Ví Dụ phát biểu", "caption"),))
    assert [b.kind for b in parsed.blocks] == ["lead", "paragraph", "caption", "paragraph"]
    assert parsed.unused == ()


def test_what_the_editor_says_of_a_block_that_is_not_there_is_told() -> None:
    stated = (("b9", "caption"), ("Đồng chí", "caption"), ("b2", "subhead"), ("Sáng 5-3, Ba", "lead"))
    parsed = read(LEAD, BODY, blocks=stated)
    assert parsed.unused == ("b9", "Đồng chí", "Sáng 5-3, Ba")
    assert [b.kind for b in parsed.blocks] == ["lead", "subhead"]


def test_a_line_broken_in_the_middle_of_a_sentence_is_joined_again() -> None:
    first, second = LEAD[:59].rstrip(), LEAD[59:].lstrip()
    parsed = cut([(1, first), (2, second), (4, BODY)], Meta(), OUTLETS)
    assert [(b.kind, b.text) for b in parsed.blocks] == [("lead", LEAD), ("paragraph", BODY)]
    assert len(cut([(1, first), (3, second)], Meta(), OUTLETS).blocks) == 2


def test_text_is_composed_and_its_odd_spaces_are_spaces() -> None:
    (block,) = cut([(1, "Hội\u00a0nghi\u0323 Mâ\u0303u, năm 2025.")], Meta(), OUTLETS).blocks
    assert block.text == "Hội nghị Mẫu, năm 2025."


@pytest.mark.parametrize("lines", [[], [""], ["   "], ["\u200b"], ["."], ["Ảnh: "], ["##"], ["date 2025-01-01"]])
def test_next_to_nothing_is_cut_without_complaint(lines: list[str]) -> None:
    parsed = read(*lines)
    assert parsed.title_basis == "derived"
    assert "".join(re.findall(r"[^\W_]+", " ".join(lines))) == "".join(
        re.findall(r"[^\W_]+", " ".join(b.text for b in parsed.blocks))
    )


PIECES = st.sampled_from(
    [
        LEAD,
        BODY,
        "Quang cảnh hội nghị",
        "Ảnh: VIỆT DỤ",
        "THU HƯƠNG",
        "Tin liên quan",
        "## Mục",
        "Chia sẻ",
        " date 2025-10-01 ",
        "(TTXM) - ",
        "Đồng chí Lê Ví Dụ phát biểu",
        "Bình Mẫu tổng kết công tác năm ảnh 2 ",
        "3. Mục ba",
        ">> Bài khác",
        "./. ",
        "“",
        "”",
        "(",
        "- ",
        "Theo ",
        "\u00a0",
    ]
)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.lists(PIECES | st.text(max_size=30), min_size=1, max_size=4).map("".join), max_size=12))
def test_no_word_is_lost_and_none_changes_its_place(lines: list[str]) -> None:
    numbered = [(k + 1, line) for k, line in enumerate(lines)]
    parsed = cut(numbered, Meta(), OUTLETS)
    before = "".join(w for line in lines for w in re.findall(r"[^\W_]+", clean_line(line)))
    assert "".join(w for b in parsed.blocks for w in re.findall(r"[^\W_]+", b.text)) == before
    assert all(b.text == clean_line(b.text).strip() and b.text for b in parsed.blocks)
    assert [b.id for b in parsed.blocks] == [f"b{k + 1}" for k in range(len(parsed.blocks))]
    assert sum(b.kind == "lead" for b in parsed.blocks) <= 1


@pytest.mark.parametrize(
    "unit",
    [
        "Ảnh: A ",
        "ảnh 1 ",
        "(",
        "“",
        "# ",
        "Nguyễn ",
        "date 2025-01-01 ",
        "- ",
        ". A",
        "TTXM - ",
        "Ảnh 1: ",
        "a/",
        "khóa 1 ",
    ],
)
def test_a_megabyte_on_one_line_is_cut(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    blocks = cut([(1, text)], Meta(), OUTLETS).blocks
    assert sum(len(re.findall(r"[^\W_]+", b.text)) for b in blocks) == len(re.findall(r"[^\W_]+", text))


@pytest.mark.parametrize("end", ["đến dự.", "chủ trì hội nghị.", "dự và phát biểu chỉ đạo."])
def test_a_sentence_of_the_text_before_a_credit_stays_text(end: str) -> None:
    line = f"Ông Trần Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu, {end}"
    assert kinds(LEAD, line, "ẢNH: SỸ DỤ", BODY)[1] == ("paragraph", line)


@pytest.mark.parametrize(
    "lines",
    [
        ["Đồng chí Trần Văn Ví Dụ, Bí thư Tỉnh ủy phát biểu tại hội nghị."],
        ["Quang cảnh hội nghị", "Ảnh: A", "Đồng chí Lê Ví Dụ phát biểu."],
        ["Tin liên quan", BODY],
        ["Một số hình ảnh:", "Đoàn công tác thăm xã"],
        ["Giới thiệu"],
    ],
)
def test_tens_of_thousands_of_lines_are_cut(lines: list[str]) -> None:
    count = 20_000
    blocks = cut([(2 * k + 1, lines[k % len(lines)]) for k in range(count)], Meta(), OUTLETS).blocks
    assert len(blocks) >= count


# --- the top of a page -----------------------------------------------------------------------------------------------
TITLE = "Tỉnh ủy Bình Mẫu tổng kết công tác xây dựng Đảng năm qua"


@pytest.mark.parametrize(
    "line",
    [
        "05-03-25 08:15",
        "05/03/25 8:05 GMT+7",
        "2025-03-05 10:30",
        "2025-03-05T10:30:00+07:00",
        "05/03/2025 lúc 10:30",
        "10 giờ 30 phút, ngày 05/03/2025",
        "Tin mới nhất • Ngày đăng: 05/03/2025",
        "(Đăng lúc: 10:30 05/03/2025)",
        "Chính trị - Thứ Tư, 05/03/2025",
        "Thời sựChính trịThứ tư, 5/3/2025, 17:22 (GMT+7)",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_stamp_above_or_below_the_headline_is_no_headline(line: str, above: bool) -> None:
    parsed = read(*((line, TITLE) if above else (TITLE, line)), LEAD, BODY, MORE)
    assert (parsed.title, parsed.title_basis, parsed.published) == (TITLE, "stated", dt.date(2025, 3, 5))
    assert [b.text for b in parsed.blocks if b.kind == "lead"] == [LEAD]


@pytest.mark.parametrize(
    "line", ["5 Tháng 3, 2025", "Tháng Ba 5, 2025", "March 5, 2025", "2025-03-05", "Ngày 5 tháng 3 năm 2025"]
)
def test_a_date_alone_is_no_headline_either(line: str) -> None:
    assert read(line, TITLE, LEAD, BODY, MORE).title == TITLE


def test_two_digits_of_a_year_are_a_date_only_beside_an_hour() -> None:
    assert read(TITLE, "05-03-25", LEAD, BODY, MORE).published is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("TỈNH ỦY BÌNH MẪU TỔ CHỨC HỘI NGHỊ TỔNG KẾT", "CÔNG TÁC XÂY DỰNG ĐẢNG NĂM 2023"),
        ("Đại hội đại biểu Đảng bộ tỉnh Bình Mẫu", "Lần thứ XX, nhiệm kỳ 2025-2030"),
        ("Khởi động tháng Ví Dụ năm 2025:", "Hành trình mẫu - Lan tỏa yêu thương"),
    ],
)
def test_a_headline_on_two_lines_is_one_title(one: str, two: str) -> None:
    lines = [(1, one), (2, two), (4, LEAD), (6, BODY), (8, MORE)]
    assert cut(lines, Meta(), OUTLETS).title == f"{one} {two}"


def test_a_first_line_closed_by_a_mark_is_the_headline_above_the_pages_date() -> None:
    parsed = read("UBND xã: Họp cho ý kiến về bản thiết kế trụ sở.", "Ngày đăng: 30/4/2025", LEAD, BODY)
    assert [b.kind for b in parsed.blocks][:3] == ["headline", "boilerplate", "lead"]
    assert (parsed.title, parsed.title_basis) == ("UBND xã: Họp cho ý kiến về bản thiết kế trụ sở", "stated")
    # What tells of a day, or tells two things, is the text itself.
    assert kinds("Sáng nay, phường Thử họp giao ban.", "Ngày đăng: 30/4/2025", LEAD, BODY)[0][0] == "lead"
    assert kinds("Phường Thử họp. Nhiều việc được bàn.", "Ngày đăng: 30/4/2025", LEAD, BODY)[0][0] == "lead"


def test_a_line_between_the_captions_that_close_an_article_is_one() -> None:
    gallery = ["Quang cảnh hội nghị", "Toàn cảnh buổi lễ", "Hội nghị bầu Ban thanh tra nhân dân của xã năm 2025"]
    found = kinds(LEAD, BODY, MORE, *gallery, "Khung cảnh hội trường")
    assert [k for k, _ in found[3:]] == ["caption"] * 4
    # With no picture behind it, nothing says so.
    assert kinds(LEAD, BODY, MORE, *gallery)[-1][0] != "caption"


def test_titles_of_other_articles_each_with_its_date_lead_away() -> None:
    day = "Ngày đăng: 30/4/2025"
    others = ["Hợp tác xã Mẫu làm nên thương hiệu", day, "Đồng chí Trần Ví Dụ kiểm tra lũy đá cổ", day]
    found = [k for k, _ in kinds(LEAD, BODY, *others)]
    assert found[2:] == ["teaser", "boilerplate", "teaser", "boilerplate"]


def test_a_headline_printed_once_more_in_other_marks_is_the_pages_frame() -> None:
    one, two = (
        "Xã Mẫu phát động cuộc thi 'Ngõ xanh – nhà sạch' năm 2025",
        'Xã Mẫu phát động cuộc thi "Ngõ xanh – nhà sạch" năm 2025',
    )
    assert [k for k, _ in kinds(one, "05/03/2025 08:30", two, LEAD, BODY)][:4] == [
        "headline", "boilerplate", "boilerplate", "lead",
    ]  # fmt: skip


def test_a_last_line_below_a_picture_is_told_from_the_next_articles_title() -> None:
    shown = [
        "Chủ tịch UBND tỉnh Trần Ví Dụ (bìa trái) tặng hoa ông Lê Văn Thử",
        "Chủ tịch UBND tỉnh Trần Ví Dụ (bìa trái) tặng hoa bà Phạm Thị Mẫu",
    ]
    told = "Dịp này, Chủ tịch UBND tỉnh Trần Ví Dụ tặng hoa và trao bằng khen cho các hộ sản xuất giỏi."
    closing = "Lãnh đạo huyện tặng hoa và trao bằng khen cho các hộ sản xuất giỏi"
    lines = (TITLE, LEAD, told, shown[0], BODY, shown[1], MORE, LAST)
    assert kinds(*lines, closing)[-1] == ("caption", closing)
    assert kinds(*lines, "Xã Mẫu trồng thêm rừng đầu xuân")[-1][0] == "teaser"
