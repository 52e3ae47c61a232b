"""Bodies behind an office whose names no list has, and what stands beside them and is none. All names are invented."""

from __future__ import annotations

import pytest

from test_office_readings import read


@pytest.mark.parametrize(
    ("text", "office"),
    [
        # words in lower case that tell what is done, not what a body is called
        ("Giám đốc Trung tâm bày tỏ lo ngại, mong", "Giám đốc | Trung tâm"),
        ("Giám đốc Sở lo lắng, chia sẻ", "Giám đốc | Sở"),
        ("Giám đốc Sở Y tế thông tin:", "Giám đốc | Sở Y tế"),
        ("Giám đốc Trung tâm và nhiều cán bộ, dự", "Giám đốc | Trung tâm"),
        ("Giám đốc Trung tâm chống sạt lở và nhiều cán bộ, dự", "Giám đốc | Trung tâm chống sạt lở"),
        ("Phó Giám đốc Sở giai đoạn 2015-2020, dự", "Phó Giám đốc | Sở"),
        ("Bộ trưởng Bộ Y tế bên lề hội nghị, nói", "Bộ trưởng | Bộ Y tế"),
        ("Thứ trưởng Bộ Y tế hồi tháng 6, nói", "Thứ trưởng | Bộ Y tế"),
        ("Phó Chủ nhiệm Văn phòng phụ trách điều hành công tác, nói", "Phó Chủ nhiệm | Văn phòng"),
        ("Giám đốc Công ty Vidux - Ảnh: Lê Mẫu", "Giám đốc | Công ty Vidux"),
        ("Trưởng Ban Chỉ đạo trực tiếp chủ trì họp", "Trưởng | Ban Chỉ đạo"),
        # … and the name, where a predicate follows it
        (
            "Trưởng Ban Chỉ đạo phòng, chống lãng phí chủ trì phiên họp",
            "Trưởng | Ban Chỉ đạo phòng, chống lãng phí",
        ),
        ("Trưởng Ban chỉ đạo thi THPT quốc gia năm 2018", "Trưởng | Ban chỉ đạo thi THPT quốc gia"),
        ("chánh Thanh tra bộ, lên tiếng", "chánh | Thanh tra bộ"),
        ("Phó Giám đốc sở này", "Phó Giám đốc | Sở"),
        ("Chủ tịch Hội đồng thành viên Vidux 5 từ năm 2013", "Chủ tịch | Hội đồng thành viên Vidux 5"),
    ],
)
def test_a_name_in_lower_case_is_told_from_what_is_said(text: str, office: str) -> None:
    assert read(f"Ông Trần Ví Dụ, {text}.")["Trần Ví Dụ"] == [office]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Giám đốc Trung tâm Y tế Nguyễn Ví Dụ Mẫu nói.", "Nguyễn Ví Dụ Mẫu", "Giám đốc | Trung tâm Y tế"),
        ("Giám đốc Trung tâm chống sạt lở Nguyễn Hoàng Ví Dụ nói.", "Nguyễn Hoàng Ví Dụ", None),
        ("Bộ trưởng Bộ An ninh nội địa Kirsten Mauer nói.", "Kirsten Mauer", "Bộ trưởng | Bộ An ninh nội địa"),
        ("Phát ngôn viên Bộ Ngoại giao Nga Ivan Mauer nói.", "Ivan Mauer", "Phát ngôn viên | Bộ Ngoại giao Nga"),
        ("Thủ tướng Nhật Keiko Mauer nói.", "Keiko Mauer", "Thủ tướng | Nhật"),
        ("Tổng thống nước Cộng hòa Bulgaria Ivan Mauer nói.", "Ivan Mauer", "Tổng thống | Cộng hòa Bulgaria"),
        ("Nguyên Chủ tịch Hội đồng Bộ trưởng Trần Ví Dụ nói.", "Trần Ví Dụ", "Chủ tịch | Hội đồng Bộ trưởng (former)"),
        ("Bộ trưởng Tư pháp Trần Ví Dụ nói.", "Trần Ví Dụ", "Bộ trưởng | Bộ Tư pháp"),
        ("Bộ trưởng Trần Ví Dụ nói.", "Trần Ví Dụ", "Bộ trưởng | —"),
    ],
)
def test_where_the_body_ends_the_person_begins(text: str, name: str, office: str | None) -> None:
    found = read(text)
    assert list(found) == [name]
    assert found[name] == [office or "Giám đốc | Trung tâm chống sạt lở"]


@pytest.mark.parametrize(
    ("first", "second", "offices"),
    [
        ("Chủ tịch UBND TP Mẫu Giang", "Chủ tịch Mẫu Giang", ["Chủ tịch | UBND TP Mẫu Giang"]),
        ("Chủ tịch tỉnh Bình Mẫu", "Chủ tịch UBND tỉnh", ["Chủ tịch | UBND tỉnh"]),
        ("Chủ tịch UBND tỉnh Bình Mẫu", "Chủ tịch tỉnh", ["Chủ tịch | UBND tỉnh Bình Mẫu"]),
        ("Bí thư Tỉnh ủy Bình Mẫu", "Bí thư tỉnh Bình Mẫu", ["Bí thư | Tỉnh ủy Bình Mẫu"]),
        ("Chủ tịch UBND huyện", "Chủ tịch tỉnh", ["Chủ tịch | UBND huyện", "Chủ tịch | Tỉnh"]),
        ("Chủ tịch HĐND tỉnh", "Chủ tịch tỉnh", ["Chủ tịch | HĐND tỉnh", "Chủ tịch | Tỉnh"]),
        ("Bí thư Huyện ủy Mẫu Sơn", "Bí thư tỉnh", ["Bí thư | Huyện ủy Mẫu Sơn", "Bí thư | Tỉnh"]),
        ("Chủ tịch Quốc hội", "Chủ tịch UBND tỉnh", ["Chủ tịch | Quốc hội", "Chủ tịch | UBND tỉnh"]),
    ],
)
def test_a_place_stands_for_the_body_that_governs_it(first: str, second: str, offices: list[str]) -> None:
    assert read(f"{first} Trần Ví Dụ phát biểu. {second} Trần Ví Dụ đề nghị.")["Trần Ví Dụ"] == offices


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Ông Trần Ví Dụ ký nghị quyết phê chuẩn kết quả bãi nhiệm Chủ tịch HĐND các tỉnh.",
            {"Trần Ví Dụ": []},
        ),
        (
            "Ông Trần Ví Dụ cho biết sẽ miễn nhiệm chức vụ Giám đốc Sở Y tế với ông Lê Văn Mẫu.",
            {"Trần Ví Dụ": [], "Lê Văn Mẫu": ["Giám đốc | Sở Y tế (outgoing)"]},
        ),
        (
            "Ông Trần Ví Dụ nói đã nhận đơn từ chức Giám đốc Sở Y tế của ông Lê Văn Mẫu.",
            {"Trần Ví Dụ": [], "Lê Văn Mẫu": ["Giám đốc | Sở Y tế (outgoing)"]},
        ),
        (
            "Ông Trần Ví Dụ được ký quyết định bổ nhiệm giữ chức Giám đốc Sở Y tế.",
            {"Trần Ví Dụ": ["Giám đốc | Sở Y tế (incoming)"]},
        ),
    ],
)
def test_who_signs_a_decision_takes_and_leaves_nothing(text: str, offices: dict[str, list[str]]) -> None:
    assert read(text) == offices


def test_a_delegation_of_deputies_is_no_deputy() -> None:
    found = read("Thay mặt đoàn Đại biểu Quốc hội TP Mẫu Giang, Bí thư Thành ủy Trần Ví Dụ cảm ơn cử tri.")
    assert found == {"Trần Ví Dụ": ["Bí thư | Thành ủy"]}


def test_letters_for_a_corporation_name_the_same_body() -> None:
    found = read("Chủ tịch HĐQT TCT Vidux Trần Ví Dụ dự. Ông Trần Ví Dụ, Chủ tịch HĐQT Tổng công ty Vidux, nói.")
    assert found == {"Trần Ví Dụ": ["Chủ tịch | HĐQT Tổng công ty Vidux"]}


def test_the_committee_is_the_firms_and_not_its_boards() -> None:
    found = read("Ông Trần Ví Dụ, Bí thư Đảng ủy, Chủ tịch HĐQT Công ty CP Nhiệt điện tỉnh Bình Mẫu, dự.")
    assert found["Trần Ví Dụ"][0] == "Bí thư | Đảng ủy Công ty CP Nhiệt điện tỉnh Bình Mẫu"
    assert read("Ông Trần Ví Dụ, Chủ tịch HĐQT VNXB, dự.")["Trần Ví Dụ"] == ["Chủ tịch | HĐQT VNXB"]
