"""Offices of other countries compared, and names that are not written as Vietnamese ones are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biennien.countries import countries, is_foreign_name


@pytest.mark.parametrize(
    ("label", "organization", "office"),
    [
        ("Tổng thống", "Pháp", "tổng thống | pháp"),
        ("Tổng thống", "Cộng hòa Pháp", "tổng thống | pháp"),
        ("Tổng thống Mỹ", None, "tổng thống | hoa kỳ"),
        ("Tổng thống", "Hợp chúng quốc Hoa Kỳ", "tổng thống | hoa kỳ"),
        ("Đại sứ đặc mệnh toàn quyền", "Liên bang Nga tại Việt Nam", "đại sứ | nga"),
        ("Thủ tướng", "Chính phủ nước Cộng hòa Dân chủ Nhân dân Lào", "thủ tướng | lào"),
        ("Thủ tướng", "Cộng hòa Dân chủ Liên bang Ethiopia", "thủ tướng | ethiopia"),
        ("Bộ trưởng", "Bộ Ngoại giao Lào", "bộ trưởng bộ ngoại giao | lào"),
    ],
)
def test_the_printed_forms_of_one_office_abroad_compare_equal(
    label: str, organization: str | None, office: str
) -> None:
    assert countries().office(label, organization) == office


@pytest.mark.parametrize(
    ("label", "organization"),
    [
        ("Thủ tướng", "Chính phủ"),
        ("Bộ trưởng", "Bộ Ngoại giao Việt Nam"),
        ("Chủ tịch", "UBND huyện Phù Mỹ"),
        ("Bí thư", "Đảng ủy phường Tân Anh"),
        ("Nga", None),
    ],
)
def test_offices_at_home_have_no_country(label: str, organization: str | None) -> None:
    assert countries().office(label, organization) is None


@pytest.mark.parametrize("name", ["Erika Mustermann", "Juan Ejemplo-Pérez", "Lee Jae Ví"])
def test_names_that_no_family_of_the_country_writes(name: str) -> None:
    assert is_foreign_name(name)


@pytest.mark.parametrize(
    "name", ["Trần Ví Dụ", "Nguyễn Thị Thuý Huỳnh", "Quách Quốc Khuyến", "H. Mẫu", "Y Mẫu Niê Kđăm"]
)
def test_names_written_as_vietnamese_ones_are(name: str) -> None:
    assert not is_foreign_name(name)


def test_editors_add_a_country_and_its_other_names(tmp_path: Path) -> None:
    (tmp_path / "offices.yml").write_text("countries: [Ví Dụ Quốc]\n", encoding="utf-8")
    (tmp_path / "countries.yml").write_text("same: {Ví Dụ Quốc: [Mẫu Quốc]}\n", encoding="utf-8")
    assert countries(tmp_path).office("Quốc vương", "Mẫu Quốc") == "quốc vương | ví dụ quốc"
    assert countries().office("Quốc vương", "Mẫu Quốc") is None


@given(st.text(max_size=40), st.one_of(st.none(), st.text(max_size=40)))
def test_any_text_is_read_without_an_error(label: str, organization: str | None) -> None:
    countries().office(label, organization)
    is_foreign_name(label)
