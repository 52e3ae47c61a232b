"""Figures in running text: which numbers are one, what they count, whose they are and as of when."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biennien.entities import Registry
from biennien.extract.figures import FigureReader
from biennien.model import Block, BlockKind, Figure

READER = FigureReader(Registry({}, {}, {}, {}, {}))
DAY = dt.date(2025, 10, 1)


def read(text: str, kind: BlockKind = "paragraph", event: dt.date | None = DAY) -> tuple[Figure, ...]:
    return READER.read((Block("b1", kind, text, 1),), DAY, event)


@pytest.mark.parametrize(
    ("text", "what", "value", "qualifier", "unit"),
    [
        ("Đảng bộ có 20 tổ chức cơ sở đảng.", "tổ chức cơ sở đảng", 20, None, None),
        ("với 6.373 đảng viên", "đảng viên", 6373, None, None),
        ("với gần 6.200 đảng viên", "đảng viên", 6200, "gần", None),
        ("Hơn 30.000 đảng viên dự", "đảng viên", 30000, "hơn", None),
        ("thành phố có hơn 10 triệu dân", "dân", 10000000, "hơn", None),
        ("có gần 4,7 triệu người", "người", 4700000, "gần", None),
        ("tăng 3 - 4%", "mức tăng", (3, 4), None, "%"),
        ("xây hồ chứa nước Ví Dụ với dung tích 219 triệu m³", "dung tích", 219000000, None, "m³"),
        ("Tỷ lệ lao động có việc làm đạt 92%", "tỷ lệ lao động có việc làm", 92, None, "%"),
        ("3.200 đội hình sinh viên tình nguyện.", "đội hình sinh viên tình nguyện", 3200, None, None),
        ("4 chức danh lãnh đạo chủ chốt của xã", "chức danh lãnh đạo chủ chốt", 4, None, None),
        ("có 29 đảng ủy trực thuộc Thành ủy", "đảng ủy trực thuộc", 29, None, None),
        ("đến 31/12/2010 nợ chiếm 42,2%", "nợ", 42.2, None, "%"),
        ("Ông Ví Dụ đặt mục tiêu tăng trưởng trên 10%", "mục tiêu tăng trưởng", 10, "trên", "%"),
        ("tỷ lệ giảm nghèo theo chỉ tiêu đặt ra là 2%", "tỷ lệ giảm nghèo theo chỉ tiêu đặt ra", 2, None, "%"),
        ("kết nạp 10 đến 12 đảng viên mới", "đảng viên mới", (10, 12), None, None),
        ("đạt tỷ lệ 95,78%", "tỷ lệ", 95.78, None, "%"),
        ("100% tổ chức đảng trực thuộc đã đại hội", "tổ chức đảng trực thuộc", 100, None, "%"),
        ("chỉ đạt 28% chỉ tiêu", "chỉ tiêu", 28, "chỉ đạt", "%"),
        ("quyên góp hơn 352 triệu đồng", "quyên góp", 352, "hơn", "triệu đồng"),
        ("tổng vốn 2 nghìn tỷ đồng", "tổng vốn", 2, None, "nghìn tỷ đồng"),
        ("GRDP đầu người đạt 3.200 USD", "GRDP đầu người", 3200, None, "USD"),
        ("rộng hơn 3.190 km²", "rộng", 3190, "hơn", "km²"),
        ("Số đại biểu được triệu tập là 283.", "đại biểu được triệu tập", 283, None, None),
        ("hỗ trợ 421 trang thiết bị học trực tuyến", "trang thiết bị", 421, None, None),
        ("trồng 120 gốc phượng đỏ cho trường", "gốc phượng đỏ", 120, None, None),
        ("168 đảng bộ xã, phường", "đảng bộ xã, phường", 168, None, None),
        ("chưa đầy 10% đơn vị tự chủ", "đơn vị", 10, "chưa đầy", "%"),
        ("ít nhất 640 tin có giá trị", "tin", 640, "ít nhất", None),
        ("tỷ lệ nợ giảm 3,4 điểm phần trăm", "tỷ lệ nợ giảm", 3.4, None, "điểm phần trăm"),
        (
            "tiền lương bình quân mới đạt 7,2 triệu đồng/người/tháng",
            "tiền lương bình quân",
            7.2,
            None,
            "triệu đồng/người/tháng",
        ),
        ("đã gieo trồng 2.315 ha lúa", "lúa", 2315, None, "ha"),
        ("giảm 20% chi phí cho đoàn viên", "chi phí", 20, None, "%"),
        ("nêu khó khăn khi 62% diện tích không còn trống", "diện tích", 62, None, "%"),
        ("bằng 118,2% dự toán", "dự toán", 118.2, None, "%"),
        ("trong đó, 99,2% đạt yêu cầu", "đạt yêu cầu", 99.2, None, "%"),
        ("đã chi 12 tỉ 500 triệu đồng", "chi", 12500, None, "triệu đồng"),
        ("vượt 2 đồng chí so với kế hoạch", "đồng chí", 2, None, None),
        ("khen thưởng 9 đồng chí", "đồng chí", 9, None, None),
        ("thi hành kỷ luật 96 đảng viên", "đảng viên", 96, None, None),
        ("kết nạp 15 đảng viên trở lên", "đảng viên", 15, "trở lên", None),
        ("còn từ 12 đến 15% doanh nghiệp chưa đạt", "doanh nghiệp", (12, 15), None, "%"),
        ("thông tin đến nay tỉnh đã chi 382 tỉ đồng", "tỉnh đã chi", 382, None, "tỉ đồng"),
    ],
)
def test_a_number_and_what_it_counts(
    text: str, what: str, value: object, qualifier: str | None, unit: str | None
) -> None:
    (figure,) = read(text)
    assert (figure.what, figure.value, figure.qualifier, figure.unit) == (what, value, qualifier, unit)


def test_a_threshold_keeps_both_of_its_words() -> None:
    (figure,) = read("hồ sơ đúng hạn từ 98% trở lên")
    assert (figure.value, figure.qualifier) == (98, "từ … trở lên")


def test_a_part_of_a_whole_is_two_figures_with_spans_of_their_own() -> None:
    text = "266/838 dự án đã được gỡ vướng"
    part, whole = read(text)
    assert [(f.what, f.value) for f in (part, whole)] == [("dự án", 266), ("dự án", 838)]
    assert [text[f.evidence.start : f.evidence.end] for f in (part, whole)] == ["266", "838 dự án"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("tỷ lệ hộ nghèo giảm từ 68% xuống còn 54,3%", [("tỷ lệ hộ nghèo", 68), ("tỷ lệ hộ nghèo", 54.3)]),
        ("đội tàu tăng từ 41 lên 47 chiếc", [("chiếc", 41), ("chiếc", 47)]),
        (
            "kỷ luật 96 đảng viên, trong đó khiển trách 51, cảnh cáo 28.",
            [("đảng viên", 96), ("khiển trách", 51), ("cảnh cáo", 28)],
        ),
        ("có 95 trong 173 đơn vị đã xong", [("đơn vị", 95), ("đơn vị", 173)]),
        ("triệu tập 547 đại biểu, thay mặt dân số 72.000 người", [("đại biểu", 547), ("người", 72000)]),
        ("giảm 7.867 đơn vị (14,5%) so với năm 2015", [("đơn vị", 7867), ("đơn vị", 14.5)]),
        (
            "Thu nhập bình quân của 82.315 lao động đạt 7,4 triệu đồng",
            [("lao động", 82315), ("thu nhập bình quân", 7.4)],
        ),
        ("kết nạp 26/25 đảng viên", [("đảng viên", 26), ("đảng viên", 25)]),
        (
            "trong 14 phường, xã có 61 chi bộ, đảng bộ trực thuộc",
            [("phường, xã", 14), ("chi bộ, đảng bộ trực thuộc", 61)],
        ),
    ],
)
def test_several_figures_of_one_sentence_belong_together(text: str, figures: list[tuple[str, object]]) -> None:
    assert [(f.what, f.value) for f in read(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "chuyển sang 6 giờ 30 sáng",
        "được 2/3 số đảng viên tán thành",
        "thực hiện nghiêm 5 nguyên tắc tổ chức và hoạt động của Đảng",
        "đồng bộ 10 nhóm nội dung, nhiệm vụ, giải pháp",
        "Nghị quyết 18 và Quy định số 1374 của Thành ủy",
        "Sáng 15-9, ngày 5 tháng 9 năm 2025, nhiệm kỳ 2020-2025",
        "hội nghị lần thứ 9, khóa 11, quý 3, tháng 12",
        "9 tháng đầu năm, sau 5 năm, trong 15 ngày đêm, 35 tuổi",
        "quận 1, phường 12, đường số 7, chi bộ 18",
        "lúc 8h30, công nghiệp 4.0, Covid-19, F0",
        "1. Tổ chức thành công đại hội",
        "điện thoại 028.38291234",
        "năm 2025 là năm cuối",
        "Đại hội XIV",
        "phong trào Sinh viên 5 tốt",
    ],
)
def test_numbers_that_are_no_figures_are_left_out(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("kind", ["headline", "subhead", "caption", "credit", "byline", "boilerplate", "teaser"])
def test_only_the_articles_own_sentences_are_read(kind: BlockKind) -> None:
    assert read("với 6.373 đảng viên", kind) == ()


def test_the_subject_is_the_organisation_named_before_the_number() -> None:
    figures = read("Ban Chấp hành có 35 ủy viên, Ban Thường vụ có 11 ủy viên.")
    assert [(f.subject, f.value) for f in figures] == [("Ban Chấp hành", 35), ("Ban Thường vụ", 11)]


@pytest.mark.parametrize(
    "text",
    [
        "Dự có lãnh đạo Đảng ủy Cục Mẫu; 245 đại biểu",
        "Hội nghị tại Đảng ủy Cục Mẫu có 245 đại biểu",
        "Theo Đảng ủy Cục Mẫu, có 245 đại biểu",
    ],
)
def test_an_organisation_of_another_clause_is_not_the_subject(text: str) -> None:
    assert read(text)[0].subject is None


def test_an_office_beside_the_number_is_not_its_subject() -> None:
    (figure,) = read("Bí thư Đảng ủy Cục Mẫu Trần Ví Dụ nhắc rằng nơi đây có hơn 10 triệu dân.")
    assert figure.subject is None


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("Đảng bộ có 97 chi bộ.", DAY),
        ("Tính đến ngày 31/8, Đảng bộ có 97 chi bộ.", dt.date(2025, 8, 31)),
        ("Tính đến ngày 31-12, Đảng bộ có 97 chi bộ.", dt.date(2024, 12, 31)),
        ("Tính đến ngày 31/8/2023, Đảng bộ có 97 chi bộ.", dt.date(2023, 8, 31)),
        ("Năm 2024, Đảng bộ kết nạp 97 đảng viên.", None),
        ("Đến hết tháng 9/2024, Đảng bộ có 97 chi bộ.", dt.date(2024, 9, 30)),
        ("Đến hết tháng 11, Đảng bộ có 97 chi bộ.", dt.date(2024, 11, 30)),
        ("Đến hết quý II, Đảng bộ có 97 chi bộ.", dt.date(2025, 6, 30)),
        ("Đến hết năm 2023, Đảng bộ có 97 chi bộ.", dt.date(2023, 12, 31)),
        ("Đến cuối tháng 9, Đảng bộ có 97 chi bộ.", None),
        ("Ngày 1-10, Đại hội nhiệm kỳ 2025-2030 có 281 đại biểu.", DAY),
    ],
)
def test_a_figure_is_as_of_the_day_that_the_text_gives_or_the_meetings(text: str, as_of: dt.date | None) -> None:
    assert read(text)[0].as_of == as_of


def test_without_a_known_day_there_is_no_as_of() -> None:
    assert read("Đảng bộ có 97 chi bộ.", event=None)[0].as_of is None


@given(
    st.lists(
        st.sampled_from(
            [
                "gần",
                "hơn",
                "6.373",
                "10",
                "3 - 4%",
                "266/838",
                "triệu",
                "tỷ",
                "đồng",
                "đảng viên",
                "dự án",
                ".",
                ",",
                "năm",
                "từ",
                "trở lên",
                "%",
                "Đảng bộ",
                "có",
                "là",
                "số",
                "(",
                ")",
                "km²",
                "12,5",
                "ngày 1-10",
            ]
        ),
        max_size=25,
    )
)
@settings(max_examples=300, deadline=None)
def test_spans_hold_the_number_and_do_not_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for figure in read(text):
        span = text[figure.evidence.start : figure.evidence.end]
        assert figure.evidence.start >= end
        assert any(c.isdigit() for c in span)
        assert figure.what
        end = figure.evidence.end


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    for figure in read(text):
        assert 0 <= figure.evidence.start < figure.evidence.end <= len(text)


@pytest.mark.parametrize("unit", ["12 ", "1", "1.", "3 - 4", "266/838 ", "hơn 10 triệu ", "tính đến ngày 3-4 ", "số "])
def test_one_pattern_over_and_over_is_read_to_the_end(unit: str) -> None:
    text = unit * (150_000 // len(unit))
    for figure in read(text)[:50]:
        assert figure.evidence.end <= len(text)
