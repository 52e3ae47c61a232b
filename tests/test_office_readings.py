"""Whose an office is, and whether it is held, taken or left: lists, careers, decisions. All names are invented."""

from __future__ import annotations

import pytest

from biennien.extract.people import PeopleReader
from biennien.model import Block, Meta
from test_offices_and_organizations import REGISTRY

READER = PeopleReader(REGISTRY)


def read(text: str) -> dict[str, list[str]]:
    """Each person's offices as "title | organisation (status)"."""
    people = READER.read((Block("b1", "lead", text, 1),), Meta()).people
    return {
        p.name: [
            f"{o.label} | {o.organization or '—'}" + ("" if o.status == "current" else f" ({o.status})")
            for o in p.offices
        ]
        for p in people
    }


# --- one head of several people --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("HĐND tỉnh bầu 2 Phó Chủ tịch UBND tỉnh, gồm các ông, bà: Trần Ví Dụ (57 tuổi), Lê Thị Thử.", " (incoming)"),
        ("Kỳ họp đã bầu bổ sung hai Phó Chủ tịch UBND tỉnh gồm: ông Trần Ví Dụ và bà Lê Thị Thử.", " (incoming)"),
        (
            "HĐND tỉnh bầu 2 Phó Chủ tịch UBND tỉnh nhiệm kỳ 2021-2026 theo giới thiệu của Thường trực HĐND tỉnh, gồm "
            "các ông, bà: Trần Ví Dụ, Lê Thị Thử.",
            " (incoming)",
        ),
        ("HĐND tỉnh miễn nhiệm 2 Phó Chủ tịch UBND tỉnh, gồm các ông, bà: Trần Ví Dụ, Lê Thị Thử.", " (outgoing)"),
        ("Hiện có 2 Phó Chủ tịch UBND tỉnh gồm các ông, bà: Trần Ví Dụ, Lê Thị Thử.", ""),
    ],
)
def test_a_counted_office_is_that_of_everybody_named_behind_it(text: str, status: str) -> None:
    office = f"Phó Chủ tịch | UBND tỉnh{status}"
    assert read(text) == {"Trần Ví Dụ": [office], "Lê Thị Thử": [office]}


def test_a_list_that_no_office_opens_gets_none() -> None:
    assert read("Ban Chấp hành có 15 Ủy viên. Đoàn công tác gồm các ông: Trần Ví Dụ, Lê Văn Thử.") == {
        "Trần Ví Dụ": [],
        "Lê Văn Thử": [],
    }


def test_the_head_of_a_list_is_said_of_all_whether_their_offices_stand_before_behind_or_in_brackets() -> None:
    found = read(
        "Dự có các ủy viên Bộ Chính trị: Phó Thủ tướng Trần Ví Dụ (Phó trưởng Ban Chỉ đạo), bác sĩ Lê Văn Thử, Bộ "
        "trưởng Bộ Y tế (Phó trưởng ban thường trực Ban Chỉ đạo), Bí thư Tỉnh ủy Bình Mẫu Hồ Văn Mẫu."
    )
    assert found["Trần Ví Dụ"] == ["ủy viên | Bộ Chính trị", "Phó Thủ tướng | —", "Phó trưởng | Ban Chỉ đạo"]
    assert found["Lê Văn Thử"] == [
        "ủy viên | Bộ Chính trị",
        "Bộ trưởng | Bộ Y tế",
        "Phó trưởng ban thường trực | Ban Chỉ đạo",
        "bác sĩ | —",
    ]
    assert found["Hồ Văn Mẫu"] == ["ủy viên | Bộ Chính trị", "Bí thư | Tỉnh ủy Bình Mẫu"]


def test_a_rank_behind_a_colon_is_the_first_ones_only() -> None:
    found = read(
        "Dự có các đồng chí: Thượng tá Trần Ví Dụ, Phó Giám đốc Công an tỉnh; Lê Văn Thử, Bí thư Đảng ủy phường An Mẫu."
    )
    assert found == {
        "Trần Ví Dụ": ["Phó Giám đốc | Công an tỉnh", "Thượng tá | —"],
        "Lê Văn Thử": ["Bí thư | Đảng ủy phường An Mẫu"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Dự có các đồng chí: Thượng tá Trần Ví Dụ, Lê Văn Thử.",
        "Dự có các đồng chí Thượng tá Trần Ví Dụ, Phó Giám đốc Công an tỉnh; Lê Văn Thử, Bí thư Huyện ủy.",
    ],
)
def test_a_rank_is_not_handed_on_over_a_colon_or_a_semicolon(text: str) -> None:
    assert "Thượng tá | —" in read(text)["Trần Ví Dụ"]
    assert "Thượng tá | —" not in read(text)["Lê Văn Thử"]


def test_ranks_before_a_plain_list_are_everybodys() -> None:
    found = read("Dự có các Thượng tá Trần Ví Dụ, Lê Văn Thử.")
    assert found == {"Trần Ví Dụ": ["Thượng tá | —"], "Lê Văn Thử": ["Thượng tá | —"]}


def test_an_election_is_that_of_all_names_of_the_list_before_it() -> None:
    found = read("HĐND các tỉnh đã bầu ông Trần Ví Dụ, Lê Văn Thử và Hồ Văn Mẫu giữ chức Chủ tịch UBND tỉnh.")
    assert set(map(tuple, found.values())) == {("Chủ tịch | UBND tỉnh (incoming)",)}
    assert len(found) == 3


# --- where an organisation ends and a person begins ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("office", "rank"),
    [
        ("Chủ nhiệm | Tổng cục Chính trị Quân đội nhân dân Việt Nam", "Đại tướng"),
        ("Tư lệnh | Quân khu 4", "Trung tướng"),
        ("Giám đốc | Công an tỉnh", "Thiếu tướng"),
        ("Trưởng | Công an phường An Mẫu", "Thượng tá"),
        ("Bí thư | Đảng ủy xã Tân Thử", "Đại úy"),
        ("Viện trưởng | Viện Ví Dụ Việt Nam", "GS.TS"),
        ("Giám đốc | Bệnh viện Mẫu Lâm", "Bác sĩ"),
    ],
)
def test_a_rank_behind_an_organisation_belongs_to_the_person(office: str, rank: str) -> None:
    found = read(f"Dự có {office.replace(' | ', ' ')} {rank} Lê Văn Thử.")
    assert found == {"Lê Văn Thử": [office, f"{rank} | —"]}


def test_a_rank_of_the_army_makes_a_person_of_any_name() -> None:
    assert read("Dự có Giám đốc Công an tỉnh Thiếu tướng Khoảnh Dụ.") == {
        "Khoảnh Dụ": ["Giám đốc | Công an tỉnh", "Thiếu tướng | —"]
    }


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("ông Trần Ví Dụ, Trưởng phòng Kế hoạch tổng hợp cho biết", "Trưởng | Phòng Kế hoạch tổng hợp"),
        ("ông Trần Ví Dụ, Trưởng phòng Giáo dục trực tiếp báo cáo", "Trưởng | Phòng Giáo dục"),
        ("ông Trần Ví Dụ, Trưởng phòng Kinh tế thông tin thêm: lúa tốt", "Trưởng | Phòng Kinh tế"),
        ("ông Trần Ví Dụ, Giám đốc Trung tâm Y tế kiểm tra công tác phòng dịch", "Giám đốc | Trung tâm Y tế"),
        ("ông Trần Ví Dụ, Trưởng Ban Quản lý di tích và Lê Thử nói", "Trưởng | Ban Quản lý di tích"),
        (
            "ông Trần Ví Dụ, Trưởng Ban Chỉ đạo về chuyển đổi số, cải cách hành chính, thực hiện Đề án 06, nói",
            "Trưởng | Ban Chỉ đạo về chuyển đổi số, cải cách hành chính",
        ),
        ("ông Trần Ví Dụ, Trưởng Ban Tổ chức Hương Rừng xanh, nói", "Trưởng | Ban Tổ chức"),
        ("ông Trần Ví Dụ, Chủ tịch HĐQT Vidubank, nói", "Chủ tịch | HĐQT Vidubank"),
        ("ông Trần Ví Dụ - Phó Tham mưu trưởng - Bộ Tư lệnh TPHCM, nói", "Phó Tham mưu trưởng | Bộ Tư lệnh TPHCM"),
        ("ông Trần Ví Dụ, Chủ tịch Hội đồng hiệu trưởng các trường, nói", "Chủ tịch | —"),
    ],
)
def test_a_predicate_is_no_part_of_a_name_and_a_name_is_not_cut(text: str, office: str) -> None:
    assert read(f"Tại hội nghị, {text}.")["Trần Ví Dụ"] == [office]


def test_no_person_is_made_of_a_field_of_work_or_an_organisation() -> None:
    assert read("Hiệu trưởng Y Dược Mẫu dự.") == {}
    assert list(read("Ông Trần Ví Dụ, Cục trưởng Cục Quản lý Y Dược cổ truyền; Tổng Thư ký Liên Hợp quốc dự.")) == [
        "Trần Ví Dụ"
    ]


# --- an office of somebody else --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Giao nhiệm vụ cho quyền Bí thư Tỉnh ủy Bình Mẫu, Thường trực Ban Bí thư Trần Ví Dụ nhấn mạnh.",
            ["Thường trực | Ban Bí thư"],
        ),
        (
            "Được sự ủy quyền của Bí thư Tỉnh ủy, Phó Bí thư Thường trực Tỉnh ủy Trần Ví Dụ chủ trì.",
            ["Phó Bí thư Thường trực | Tỉnh ủy"],
        ),
        (
            "Thừa lệnh Chủ tịch UBND tỉnh, Chánh Văn phòng UBND tỉnh Trần Ví Dụ ký văn bản.",
            ["Chánh | Văn phòng UBND tỉnh"],
        ),
        (
            "Làm việc với Bộ trưởng Bộ Tài chính, Chủ tịch UBND tỉnh Trần Ví Dụ đề nghị hỗ trợ.",
            ["Chủ tịch | UBND tỉnh"],
        ),
        ("Tiếp Đại sứ Nhật Bản, Chủ tịch UBND tỉnh Trần Ví Dụ cảm ơn.", ["Chủ tịch | UBND tỉnh"]),
        ("Chúc mừng tân Bí thư Tỉnh ủy, Phó Thủ tướng Trần Ví Dụ đề nghị.", ["Phó Thủ tướng | —"]),
        (
            "Cùng với Bộ trưởng Bộ Y tế, Bí thư Đảng ủy Bộ Y tế Trần Ví Dụ dự.",
            ["Bộ trưởng | Bộ Y tế", "Bí thư | Đảng ủy Bộ Y tế"],
        ),
        (
            "Trao quà cho Bí thư Đảng ủy, Chủ tịch HĐND xã Tân Thử Trần Ví Dụ.",
            ["Bí thư | Đảng ủy xã Tân Thử", "Chủ tịch | HĐND xã Tân Thử"],
        ),
    ],
)
def test_an_office_to_whose_holder_something_is_done_is_not_the_next_persons(text: str, offices: list[str]) -> None:
    assert read(text) == {"Trần Ví Dụ": offices}


# --- taken, left, acted in, over -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Bà Trần Ví Dụ, Phó Chủ tịch nước giữ quyền Chủ tịch nước từ ngày 1-3.",
            ["Phó Chủ tịch nước | —", "Chủ tịch nước | — (acting)"],
        ),
        (
            "Ông Trần Ví Dụ thôi giữ chức Bí thư Tỉnh ủy Bình Mẫu. Ông được điều động giữ chức Phó Trưởng Ban Nội "
            "chính Trung ương.",
            ["Bí thư | Tỉnh ủy Bình Mẫu (outgoing)", "Phó Trưởng | Ban Nội chính Trung ương (incoming)"],
        ),
        (
            "Bộ Chính trị điều động ông Trần Ví Dụ. Ông sẽ tham gia Ban Thường vụ và giữ chức Bí thư Tỉnh ủy Bình Mẫu.",
            ["Bí thư | Tỉnh ủy Bình Mẫu (incoming)"],
        ),
        (
            "Ông Trần Ví Dụ quê ở xã Tân Thử. Ông là Phó Tư lệnh Quân khu 4.",
            ["Phó Tư lệnh | Quân khu 4"],
        ),
        (
            "Ông Trần Ví Dụ quê ở xã Tân Thử. Năm 2010, ông là Bí thư Huyện ủy Mẫu Sơn.",
            [],
        ),
        ("Ông Trần Ví Dụ cho biết ông làm Trưởng thôn 3 đã 10 năm.", ["Trưởng | thôn 3"]),
        (
            "Ông Trần Ví Dụ, Giám đốc Sở Y tế, nhận quyết định. Ông được giao giữ chức Giám đốc Sở Y tế tỉnh Bình Mẫu.",
            ["Giám đốc | Sở Y tế tỉnh Bình Mẫu"],
        ),
        ("Trước năm 2015, ông Trần Ví Dụ là Giám đốc Sở Y tế.", ["Giám đốc | Sở Y tế (former)"]),
        (
            "Ông Trần Ví Dụ làm Bí thư Huyện ủy Mẫu Sơn trước khi trở thành Bí thư Tỉnh ủy Bình Mẫu. Tháng 3/2015, ông "
            "được điều động về Trung ương.",
            ["Bí thư | Huyện ủy Mẫu Sơn (former)", "Bí thư | Tỉnh ủy Bình Mẫu (former)"],
        ),
        (
            "Ông Trần Ví Dụ từng đảm nhiệm các chức vụ quan trọng như: Giám đốc Sở Y tế; Bí thư Huyện ủy Mẫu Sơn.",
            ["Giám đốc | Sở Y tế (former)", "Bí thư | Huyện ủy Mẫu Sơn (former)"],
        ),
        (
            "Ông Trần Ví Dụ từng là Phó Chủ tịch UBND huyện Mẫu Sơn, sau đó là Giám đốc Sở Y tế.",
            ["Phó Chủ tịch | UBND huyện Mẫu Sơn (former)", "Giám đốc | Sở Y tế (former)"],
        ),
        ("Đồng chí Trần Ví Dụ tái giữ chức Bí thư Đảng ủy xã Tân Thử.", ["Bí thư | Đảng ủy xã Tân Thử"]),
        (
            "Đại hội bầu ông Trần Ví Dụ, Phó Bí thư Thường trực Tỉnh ủy khóa X, giữ chức Phó Bí thư Tỉnh ủy.",
            ["Phó Bí thư Thường trực | Tỉnh ủy", "Phó Bí thư | Tỉnh ủy (incoming)"],
        ),
    ],
)
def test_the_words_around_an_office_say_whether_it_is_held(text: str, offices: list[str]) -> None:
    assert read(text) == {"Trần Ví Dụ": offices}
