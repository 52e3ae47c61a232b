"""Offices that a list prints once for several people, and offices that are somebody else's. All names are invented."""

from __future__ import annotations

import datetime as dt

import pytest

from biennien.model import Block, Meta
from test_office_readings import READER, read

DEPUTY = "Phó Bí thư | Tỉnh ủy"
ELECTED = "Ủy viên | Ủy ban Kiểm tra Tỉnh ủy (incoming)"


# --- the head of a list ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("separator", [", ", "; "])
def test_the_head_of_a_list_stands_beside_the_office_before_each_name(separator: str) -> None:
    people = separator.join(("Chủ tịch UBND tỉnh Lê Văn Thử", "Chủ tịch HĐND tỉnh Phạm Thị Mẫu"))
    found = read(f"Dự có Phó Bí thư Thường trực Tỉnh ủy Trần Ví Dụ, các Phó Bí thư Tỉnh ủy: {people}.")
    assert found == {
        "Trần Ví Dụ": ["Phó Bí thư Thường trực | Tỉnh ủy"],
        "Lê Văn Thử": [DEPUTY, "Chủ tịch | UBND tỉnh"],
        "Phạm Thị Mẫu": [DEPUTY, "Chủ tịch | HĐND tỉnh"],
    }


def test_a_semicolon_behind_commas_ends_the_list_of_a_head() -> None:
    found = read(
        "Dự có các Phó Bí thư Tỉnh ủy: Chủ tịch UBND tỉnh Lê Văn Thử, Chủ tịch HĐND tỉnh Phạm Thị Mẫu; "
        "Giám đốc Sở Y tế Hồ Văn Nháp."
    )
    assert found["Phạm Thị Mẫu"] == [DEPUTY, "Chủ tịch | HĐND tỉnh"]
    assert found["Hồ Văn Nháp"] == ["Giám đốc | Sở Y tế"]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị bầu bổ sung hai đồng chí giữ chức Ủy viên Ủy ban Kiểm tra Tỉnh ủy khóa XII, gồm: Đồng chí Lê Văn "
        "Thử, Bí thư Huyện ủy và đồng chí Phạm Thị Mẫu, Giám đốc Sở Y tế.",
        "Hội nghị bầu bổ sung 2 Ủy viên Ủy ban Kiểm tra Tỉnh ủy khóa XII: Ông Lê Văn Thử, Bí thư Huyện ủy; bà Phạm Thị "
        "Mẫu, Giám đốc Sở Y tế.",
        "Hội nghị đã bầu 2 Ủy viên Ủy ban Kiểm tra Tỉnh ủy gồm các đồng chí: Lê Văn Thử, Bí thư Huyện ủy; Phạm Thị "
        "Mẫu, Giám đốc Sở Y tế.",
    ],
)
def test_all_who_are_elected_take_the_office_beside_the_one_that_each_has(text: str) -> None:
    assert read(text) == {
        "Lê Văn Thử": [ELECTED, "Bí thư | Huyện ủy"],
        "Phạm Thị Mẫu": [ELECTED, "Giám đốc | Sở Y tế"],
    }


def test_those_who_leave_are_relieved_of_the_office_that_opens_the_list() -> None:
    found = read("Kỳ họp miễn nhiệm 2 đồng chí thôi giữ chức Phó Chủ tịch UBND tỉnh gồm: Lê Văn Thử, Phạm Thị Mẫu.")
    assert set(map(tuple, found.values())) == {("Phó Chủ tịch | UBND tỉnh (outgoing)",)}
    assert len(found) == 2


def test_one_who_is_elected_hands_nothing_on_to_a_list_of_others() -> None:
    found = read(
        "Hội nghị bầu đồng chí Trần Ví Dụ giữ chức Bí thư Huyện ủy; Đoàn giám sát gồm: Lê Văn Thử, Hồ Văn Nháp."
    )
    assert found == {"Trần Ví Dụ": ["Bí thư | Huyện ủy (incoming)"], "Lê Văn Thử": [], "Hồ Văn Nháp": []}


# --- deputies beside their head --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("ông Trần Ví Dụ - Chủ nhiệm HTX, ông Lê Văn Thử - Phó chủ nhiệm cùng các xã viên", "Phó chủ nhiệm | HTX"),
        ("Giám đốc Sở Y tế Trần Ví Dụ, Phó Giám đốc Lê Văn Thử", "Phó Giám đốc | Sở Y tế"),
        ("Giám đốc Sở Y tế Trần Ví Dụ và các Phó Giám đốc Lê Văn Thử, Hồ Văn Nháp", "Phó Giám đốc | Sở Y tế"),
        (
            "Trần Ví Dụ - Chủ tịch UBND xã; Hồ Văn Nháp - Phó Chủ tịch; Lê Văn Thử - Phó Chủ tịch",
            "Phó Chủ tịch | UBND xã",
        ),
        ("Trưởng Ban Tổ chức Tỉnh ủy Trần Ví Dụ, Phó Trưởng ban Lê Văn Thử", "Phó Trưởng | Ban Tổ chức Tỉnh ủy"),
        (
            "ông Trần Ví Dụ, Bí thư Đảng ủy phường An Mẫu; ông Lê Văn Thử, Phó Bí thư Thường trực",
            "Phó Bí thư Thường trực | Đảng ủy phường An Mẫu",
        ),
    ],
)
def test_a_deputy_printed_beside_the_head_is_of_the_same_body(text: str, office: str) -> None:
    assert read(f"Dự có {text}.")["Lê Văn Thử"] == [office]


@pytest.mark.parametrize(
    "text",
    [
        "Dự có Giám đốc Sở Y tế Trần Ví Dụ. Ông Lê Văn Thử, Phó Giám đốc, phát biểu.",
        "Dự có Giám đốc Sở Y tế Trần Ví Dụ, ông Lê Văn Thử, Phó Chủ nhiệm, phát biểu.",
        "Dự có ông Trần Ví Dụ, nguyên Giám đốc Sở Y tế; ông Lê Văn Thử, Phó Giám đốc, phát biểu.",
        "Dự có ông Trần Ví Dụ, Bí thư Huyện ủy, Bí thư Đảng ủy Công an huyện; ông Lê Văn Thử, Phó Bí thư, dự.",
        "Đảng ủy có 2 Phó Bí thư: ông Trần Ví Dụ, Phó Bí thư Tỉnh ủy; ông Lê Văn Thử.",
    ],
)
def test_no_body_is_lent_over_a_sentence_by_another_title_or_by_one_who_has_left(text: str) -> None:
    assert [office.partition(" | ")[2] for office in read(text)["Lê Văn Thử"]] == ["—"]


# --- an office of somebody else --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Thừa ủy quyền của Chủ tịch UBND tỉnh, Bí thư Huyện ủy {} trao Bằng.", ["Bí thư | Huyện ủy"]),
        ("Được sự ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở Y tế {} báo cáo.", ["Giám đốc | Sở Y tế"]),
        ("Theo phân công của Chủ tịch UBND tỉnh, Giám đốc Sở Y tế {} báo cáo.", ["Giám đốc | Sở Y tế"]),
        ("Được sự đồng ý của Bí thư Tỉnh ủy, Giám đốc Sở Y tế {} đã báo cáo.", ["Giám đốc | Sở Y tế"]),
        ("Thực hiện chỉ đạo của Thủ tướng Chính phủ, Bộ trưởng Bộ Y tế {} yêu cầu.", ["Bộ trưởng | Bộ Y tế"]),
        ("Thừa lệnh Chủ tịch nước, Tư lệnh Quân khu 4 {} trao Huân chương.", ["Tư lệnh | Quân khu 4"]),
        (
            "Theo chỉ đạo của Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh {} tại cuộc họp, các sở báo cáo.",
            [DEPUTY, "Chủ tịch | UBND tỉnh"],
        ),
        (
            "Dự có Phó Thủ tướng Chính phủ, Bộ trưởng Bộ Ngoại giao {}.",
            ["Phó Thủ tướng | Chính phủ", "Bộ trưởng | Bộ Ngoại giao"],
        ),
        ("Dự có Tổng Bí thư, Chủ tịch nước {}.", ["Tổng Bí thư | —", "Chủ tịch nước | —"]),
        ("Thay mặt Quân ủy Trung ương, thủ trưởng Bộ Quốc phòng, ông {} chúc Tết.", []),
        (
            "Đoàn do ông Lê Văn Thử làm trưởng đoàn, cùng Cục trưởng Cục Thuế tỉnh {} dự.",
            ["Cục trưởng | Cục Thuế tỉnh"],
        ),
        (
            "Đoàn do ông Lê Văn Thử làm trưởng đoàn, Cục trưởng Cục Thuế tỉnh {} làm phó trưởng đoàn.",
            ["Cục trưởng | Cục Thuế tỉnh"],
        ),
    ],
)
def test_who_lets_another_act_or_leads_him_keeps_the_office(text: str, offices: list[str]) -> None:
    assert read(text.format("Trần Ví Dụ"))["Trần Ví Dụ"] == offices


def test_chairman_and_director_of_a_firm_share_the_firm_that_is_printed_last() -> None:
    assert read("Ông Trần Ví Dụ, Chủ tịch kiêm Tổng giám đốc tập đoàn, báo cáo.")["Trần Ví Dụ"] == [
        "Chủ tịch | Tập đoàn",
        "Tổng giám đốc | Tập đoàn",
    ]
    assert read("Ông Trần Ví Dụ, Chủ tịch kiêm Tổng giám đốc Vidugroup, báo cáo.")["Trần Ví Dụ"] == [
        "Chủ tịch | Vidugroup",
        "Tổng giám đốc | Vidugroup",
    ]


# --- one office under two names --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch (VH-TT-DL)", "Bộ trưởng VH-TT-DL"),
        ("Bộ trưởng Bộ Giáo dục và Đào tạo", "Bộ trưởng Bộ GD-ĐT"),
        ("Giám đốc Sở Nông nghiệp và Phát triển nông thôn", "Giám đốc Sở NN&PTNT"),
        ("Chủ nhiệm Văn phòng Chính phủ", "Chủ nhiệm VPCP"),
        ("Chủ tịch Liên minh Hợp tác xã tỉnh", "Chủ tịch Liên minh HTX tỉnh"),
        ("Trưởng Ban Tổ chức Đảng ủy khối", "Trưởng BTC Đảng ủy khối"),
        ("Ủy viên Thường vụ Huyện ủy", "UVTV Huyện ủy"),
    ],
)
def test_letters_and_words_name_one_body(long: str, short: str) -> None:
    assert len(read(f"Ông Trần Ví Dụ, {long}, dự. {short} Trần Ví Dụ phát biểu.")["Trần Ví Dụ"]) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Giám đốc Sở Giáo dục và Đào tạo", "Giám đốc Sở GTVT"),
        ("Trưởng Ban Giáo dục và Đào tạo", "Trưởng Phòng GD-ĐT"),
    ],
)
def test_other_letters_or_another_head_name_another_body(one: str, other: str) -> None:
    assert len(read(f"Ông Trần Ví Dụ, {one}, dự. {other} Trần Ví Dụ phát biểu.")["Trần Ví Dụ"]) == 2


# --- what begins like an office or a name ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Có 4 Bộ trưởng: Công Thương; Tài nguyên Môi trường; Giáo dục Đào tạo và Thủ tướng đăng đàn.",
        "Kho hàng của Công ty đã đầy; Trạm y tế xã đông nghịt; Khối doanh nghiệp tăng 5%.",
    ],
)
def test_no_person_is_made_of_fields_or_of_stores(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Giám đốc Công ty đầu tư 5 tỷ đồng", "Giám đốc | Công ty"),
        ("Giám đốc Công ty 5 năm liền báo cáo", "Giám đốc | Công ty"),
        ("Chủ nhiệm Kho 50% công suất báo cáo", "Chủ nhiệm | —"),
        ("Giám đốc Công ty hỗ trợ bà con", "Giám đốc | Công ty"),
        ("Giám đốc Công ty sản xuất ra lô hàng đầu tiên", "Giám đốc | Công ty"),
        ("giám đốc trung tâm nói", "giám đốc | Trung tâm"),
        ("giám đốc bệnh viện đa khoa tỉnh nói", "giám đốc | Bệnh viện đa khoa tỉnh"),
        ("Chủ nhiệm Kho K602 đọc diễn văn", "Chủ nhiệm | Kho K602"),
        ("Giám đốc Bệnh viện 108 cho biết", "Giám đốc | Bệnh viện 108"),
        ("Giám đốc Sở Y tế - Đơn vị thường trực, báo cáo", "Giám đốc | Sở Y tế"),
        ("Giám đốc Sở Y tế - Người dân cho biết", "Giám đốc | Sở Y tế"),
    ],
)
def test_what_the_holder_does_is_no_part_of_the_bodys_name(text: str, office: str) -> None:
    assert read(f"Tại hội nghị, ông Trần Ví Dụ, {text}.")["Trần Ví Dụ"] == [office]


def test_a_dash_before_a_teacher_ends_the_name_of_the_school() -> None:
    assert read("Hiệu trưởng Trường THPT Mẫu Lâm - Thầy Trần Ví Dụ nói.")["Trần Ví Dụ"] == [
        "Hiệu trưởng | Trường THPT Mẫu Lâm"
    ]


def test_a_director_before_his_name_in_lower_case() -> None:
    assert read("Tổng giám đốc tập đoàn Trần Văn Dụ và phó giám đốc sở Lê Thị Thử dự.") == {
        "Trần Văn Dụ": ["Tổng giám đốc | Tập đoàn"],
        "Lê Thị Thử": ["phó giám đốc | Sở"],
    }


# --- the day of the report -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "published", "offices"),
    [
        ("Giai đoạn 2021-2026, ông Trần Ví Dụ là Giám đốc Sở Y tế.", 2023, ["Giám đốc | Sở Y tế"]),
        ("Giai đoạn 2021-2026, ông Trần Ví Dụ là Giám đốc Sở Y tế.", 2027, ["Giám đốc | Sở Y tế (former)"]),
        ("Giai đoạn 2021-2026, ông Trần Ví Dụ là Giám đốc Sở Y tế.", None, ["Giám đốc | Sở Y tế (former)"]),
        ("Trước năm 2025, ông Trần Ví Dụ là Giám đốc Sở Y tế.", 2023, ["Giám đốc | Sở Y tế (former)"]),
        ("Đầu tháng 3/2023, ông Trần Ví Dụ được bầu làm Giám đốc Sở Y tế.", 2023, ["Giám đốc | Sở Y tế (incoming)"]),
        ("Cuối tháng 2/2023, ông Trần Ví Dụ được bầu làm Giám đốc Sở Y tế.", 2023, ["Giám đốc | Sở Y tế (incoming)"]),
        ("Cuối tháng 1/2023, ông Trần Ví Dụ được bầu làm Giám đốc Sở Y tế.", 2023, []),
        ("Tháng 4/2023, ông Trần Ví Dụ được bầu làm Giám đốc Sở Y tế.", 2023, []),
    ],
)
def test_by_the_day_of_the_report_a_career_is_told_from_news(
    text: str, published: int | None, offices: list[str]
) -> None:
    blocks = (Block("b1", "lead", text, 1),)
    day = dt.date(published, 3, 10) if published else None
    (person,) = READER.read(blocks, Meta(), day).people
    shown = [
        f"{o.label} | {o.organization}" + ("" if o.status == "current" else f" ({o.status})") for o in person.offices
    ]
    assert shown == offices


def test_who_is_called_former_elsewhere_held_the_office_of_a_printed_term() -> None:
    text = "Ông Trần Ví Dụ, Bộ trưởng Bộ Y tế nhiệm kỳ 2011-2016, vi phạm. Nguyên Bộ trưởng Bộ Y tế Trần Ví Dụ vắng."
    assert read(text)["Trần Ví Dụ"] == ["Bộ trưởng | Bộ Y tế (former)"]
    text = "Ông Trần Ví Dụ, Bộ trưởng Bộ Y tế nhiệm kỳ 2021-2026, dự. Nguyên Giám đốc Sở Y tế Trần Ví Dụ phát biểu."
    assert read(text)["Trần Ví Dụ"] == ["Bộ trưởng | Bộ Y tế", "Giám đốc | Sở Y tế (former)"]


def test_letters_that_are_no_syllable_stay_letters_in_a_name_in_capitals() -> None:
    (found,) = READER.scanner.organizations.find("Tại CÔNG TY ĐHVD MẪU LÂM")
    assert found.name == "Công ty ĐHVD Mẫu Lâm"


@pytest.mark.parametrize(("verb", "status"), [("làm", ""), ("được cử làm", " (incoming)")])
def test_who_leads_a_delegation_holds_that_now_unless_it_is_decided(verb: str, status: str) -> None:
    text = f"Ông Trần Ví Dụ, Bộ trưởng Bộ Y tế, {verb} trưởng đoàn công tác đã đến thăm xã."
    assert read(text)["Trần Ví Dụ"] == ["Bộ trưởng | Bộ Y tế", f"trưởng | Đoàn công tác{status}"]


def test_two_of_a_headed_list_share_what_stands_behind_them() -> None:
    text = (
        "Các phó bí thư của Đảng ủy xã gồm: Trần Ví Dụ, Chủ tịch UBND xã; Lê Văn Mẫu và Phạm Văn Thử, cùng là Phó Bí "
        "thư chuyên trách Đảng ủy xã; Vũ Thị Dụ."
    )
    found = read(text)
    assert "Phó Bí thư chuyên trách | Đảng ủy xã" in found["Lê Văn Mẫu"]
    assert "Phó Bí thư chuyên trách | Đảng ủy xã" in found["Phạm Văn Thử"]
    assert not any("chuyên trách" in office for office in found["Trần Ví Dụ"] + found["Vũ Thị Dụ"])


def test_a_deputy_of_the_assembly_is_no_field_of_the_ministry() -> None:
    found = read("Dự có ông Trần Ví Dụ, Thứ trưởng Bộ Y tế, Đại biểu Quốc hội khóa XV.")
    assert found["Trần Ví Dụ"] == ["Thứ trưởng | Bộ Y tế", "Đại biểu Quốc hội | —"]


def test_a_town_that_begins_like_a_lady_is_nobody() -> None:
    assert list(read("Đoàn đại biểu Bà Rịa Vũng Tàu và bà Lê Thị Mẫu đã đến dự.")) == ["Lê Thị Mẫu"]


@pytest.mark.parametrize(
    "name", ["Ủy ban Khoa học, Công nghệ và Môi trường", "Trung tâm Hỗ trợ khởi nghiệp đổi mới sáng tạo"]
)
def test_fields_with_an_and_of_their_own_belong_to_the_name(name: str) -> None:
    assert read(f"Ông Trần Ví Dụ, Phó Chủ nhiệm {name}, dự.")["Trần Ví Dụ"] == [f"Phó Chủ nhiệm | {name}"]


def test_a_country_is_nobody() -> None:
    assert read("Chương trình kết nối nghệ sĩ Việt Nam với nghệ sĩ các nước.") == {}
    assert "Nguyễn Việt Nam" in read("Ông Nguyễn Việt Nam, Bí thư Huyện ủy dự.")
