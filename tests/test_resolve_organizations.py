"""Printed names of organisations: which are one, which are not, and what is no particular one at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from biennien.entities import OrganizationRecord, Place, Registry
from biennien.resolve_organizations import OrganizationResolver, office_key
from biennien.text import slug

PLACES = (
    Place("binh-mau", "tỉnh Bình Mẫu", "Bình Mẫu", "tỉnh", ("Bình Mẩu",)),
    Place("binh-mau/xa-mau-giang", "xã Mẫu Giang", "xã Mẫu Giang", "xã", (), "binh-mau"),
    Place("hoa-mau", "tỉnh Hòa Mẫu", "Hòa Mẫu", "tỉnh"),
    Place("tpvd", "Thành phố Ví Dụ", "TPVD", "thành phố", ("TP Ví Dụ", "TP.VD", "TP VD", "thành phố Ví Dụ", "Ví Dụ")),
    Place("tpvd/phuong-thu", "phường Thử", "phường Thử", "phường", (), "tpvd"),
)
ORGANIZATIONS = (
    OrganizationRecord("tpvd/thanh-uy", "Thành ủy TPVD", "thành ủy", "tpvd"),
    OrganizationRecord("tpvd/ubnd", "Ủy ban nhân dân TPVD", "UBND", "tpvd"),
    OrganizationRecord("tpvd/ban-to-chuc-thanh-uy", "Ban Tổ chức Thành ủy TPVD", "ban Đảng", "tpvd"),
    OrganizationRecord("tpvd/dang-uy-cac-co-quan-dang", "Đảng ủy các cơ quan Đảng TPVD", "đảng ủy", "tpvd"),
    OrganizationRecord(
        "tpvd/phuong-thu/dang-uy", "Đảng ủy phường Thử, TPVD", "đảng ủy", "tpvd/phuong-thu", "Đảng ủy phường Thử"
    ),
    OrganizationRecord(
        "trung-uong/ban-chap-hanh-trung-uong",
        "Ban Chấp hành Trung ương Đảng",
        "trung ương",
        "trung-uong",
        aliases=("Ban Chấp hành Trung ương", "Trung ương Đảng"),
    ),
)
REGISTRY = Registry({p.id: p for p in PLACES}, {}, {o.id: o for o in ORGANIZATIONS}, {}, {})


@pytest.fixture
def resolver() -> OrganizationResolver:
    return OrganizationResolver(REGISTRY)


@pytest.mark.parametrize(
    "printed",
    [
        "Thành ủy TPVD",
        "Thành uỷ TP.VD",
        "THÀNH ỦY TP VD",
        "Thành ủy thành phố Ví Dụ",
        "Ban Thường vụ Thành ủy TPVD",
        "Thường trực Thành ủy TPVD",
        "Ban Chấp hành Đảng bộ TPVD",
        "BCH Đảng bộ thành phố Ví Dụ",
        "Đảng bộ TPVD",
    ],
)
def test_the_names_of_one_committee_are_one_organisation(resolver: OrganizationResolver, printed: str) -> None:
    match = resolver.resolve(printed, None)
    assert (match.id, match.name, match.place) == ("tpvd/thanh-uy", "Thành ủy TPVD", "tpvd")


@pytest.mark.parametrize("printed", ["Thành ủy", "Ban Thường vụ Thành ủy", "Đảng bộ thành phố", "BTV Thành uỷ"])
def test_a_bare_name_is_that_of_the_articles_place_and_says_so(resolver: OrganizationResolver, printed: str) -> None:
    match = resolver.resolve(printed, "tpvd")
    assert match.id == "tpvd/thanh-uy"
    assert "nơi lấy theo bài" in match.reason


@pytest.mark.parametrize(
    ("printed", "place", "identity"),
    [
        ("UBND TPVD", None, "tpvd/ubnd"),
        ("UBND Thành phố", "tpvd", "tpvd/ubnd"),
        ("Ủy ban nhân dân TP", "tpvd", "tpvd/ubnd"),
        ("Ban Tổ chức Thành ủy", "tpvd", "tpvd/ban-to-chuc-thanh-uy"),
        ("Đảng bộ các cơ quan Đảng", "tpvd", "tpvd/dang-uy-cac-co-quan-dang"),
        ("Đảng ủy các cơ quan Đảng thành phố", "tpvd", "tpvd/dang-uy-cac-co-quan-dang"),
        ("Đảng ủy phường Thử", None, "tpvd/phuong-thu/dang-uy"),
        ("Đảng bộ phường Thử (TPVD)", "hoa-mau", "tpvd/phuong-thu/dang-uy"),
        ("Đảng ủy phường", "tpvd/phuong-thu", "tpvd/phuong-thu/dang-uy"),
        ("BCH TƯ Đảng", "tpvd", "trung-uong/ban-chap-hanh-trung-uong"),
        ("Ban Chấp hành TW", None, "trung-uong/ban-chap-hanh-trung-uong"),
    ],
)
def test_registered_names_are_found_in_all_their_forms(
    resolver: OrganizationResolver, printed: str, place: str | None, identity: str
) -> None:
    assert resolver.resolve(printed, place).id == identity


@pytest.mark.parametrize(
    ("printed", "place", "identity", "name"),
    [
        ("Tỉnh ủy Bình Mẫu", None, "binh-mau/tinh-uy", "Tỉnh ủy Bình Mẫu"),
        ("Đảng bộ tỉnh Bình Mẫu", None, "binh-mau/tinh-uy", "Tỉnh ủy Bình Mẫu"),
        ("Ban Chấp hành Đảng bộ tỉnh", "binh-mau", "binh-mau/tinh-uy", "Tỉnh ủy Bình Mẫu"),
        ("Tỉnh ủy Bình Mẩu", None, "binh-mau/tinh-uy", "Tỉnh ủy Bình Mẫu"),
        ("UBND tỉnh", "binh-mau", "binh-mau/ubnd", "UBND tỉnh Bình Mẫu"),
        ("HĐND tỉnh Bình Mẫu", "tpvd", "binh-mau/hdnd", "HĐND tỉnh Bình Mẫu"),
        ("Công an Thành phố", "tpvd", "tpvd/cong-an", "Công an TPVD"),
        ("Bộ Chỉ huy Quân sự tỉnh", "binh-mau", "binh-mau/bo-chi-huy-quan-su", "Bộ Chỉ huy Quân sự tỉnh Bình Mẫu"),
        ("Sở Nội vụ", "binh-mau", "binh-mau/so-noi-vu", "Sở Nội vụ"),
        ("Văn phòng Tỉnh ủy", "binh-mau", "binh-mau/van-phong-tinh-uy", "Văn phòng Tỉnh ủy Bình Mẫu"),
        ("Tổ 57-NQ/TW tỉnh Bình Mẫu", None, "binh-mau/to-57-nq-tw", "Tổ 57-NQ/TW tỉnh Bình Mẫu"),
        ("Huyện ủy Mẫu Đông", "binh-mau", "binh-mau/huyen-uy-mau-dong", "Huyện ủy Mẫu Đông"),
        ("Bộ Thử nghiệm", "tpvd", "trung-uong/bo-thu-nghiem", "Bộ Thử nghiệm"),
        ("Đảng ủy Bộ Thử nghiệm", "tpvd", "trung-uong/dang-uy-bo-thu-nghiem", "Đảng ủy Bộ Thử nghiệm"),
        ("Huyện ủy Mẫu Đông", None, "khong-ro/huyen-uy-mau-dong", "Huyện ủy Mẫu Đông"),
        # Of the country, though the article is about a province.
        ("Tổng cục Thử nghiệm", "binh-mau", "trung-uong/tong-cuc-thu-nghiem", "Tổng cục Thử nghiệm"),
        ("Đảng đoàn Quốc hội", "binh-mau", "trung-uong/dang-doan-quoc-hoi", "Đảng đoàn Quốc hội"),
        ("Đảng ủy Quân khu 99", "binh-mau", "trung-uong/dang-uy-quan-khu-99", "Đảng ủy Quân khu 99"),
        ("Ủy ban Trung ương Hội Mẫu", "tpvd", "trung-uong/uy-ban-trung-uong-hoi-mau", "Ủy ban Trung ương Hội Mẫu"),
        ("Ủy ban Kiểm tra Tỉnh ủy", "binh-mau", "binh-mau/uy-ban-kiem-tra-tinh-uy", "Ủy ban Kiểm tra Tỉnh ủy Bình Mẫu"),
    ],
)
def test_what_the_registry_does_not_know_gets_its_place_and_name(
    resolver: OrganizationResolver, printed: str, place: str | None, identity: str, name: str
) -> None:
    match = resolver.resolve(printed, place)
    assert (match.id, match.name) == (identity, name)


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        ("Đảng ủy Khối Ví dụ TPVD", "Đảng ủy các cơ quan Đảng TPVD", None),
        ("Thành ủy TPVD", "Tỉnh ủy Bình Mẫu", None),
        ("Ban Tổ chức Thành ủy TPVD", "Thành ủy TPVD", None),
        ("UBND Thành phố", "UBND tỉnh Bình Mẫu", "tpvd"),
        ("Ủy ban Kiểm tra Thành ủy", "Ủy ban Kiểm tra Đảng ủy các cơ quan Đảng", "tpvd"),
    ],
)
def test_different_organisations_stay_apart(
    resolver: OrganizationResolver, one: str, other: str, place: str | None
) -> None:
    assert resolver.resolve(one, place).id != resolver.resolve(other, place).id


def test_a_ward_that_bears_a_provinces_name_is_not_that_province(resolver: OrganizationResolver) -> None:
    assert resolver.resolve("Đảng ủy phường Hòa Mẫu", "tpvd").id == "tpvd/dang-uy-phuong-hoa-mau"
    assert resolver.place_of("Đảng ủy xã Bình Mẫu") is None
    assert resolver.place_of("Đảng ủy xã Mẫu Giang, tỉnh Bình Mẫu") == "binh-mau"


def test_a_ward_of_that_name_in_another_province_is_another_one(resolver: OrganizationResolver) -> None:
    assert resolver.resolve("Đảng ủy phường Thử", "hoa-mau").id == "hoa-mau/dang-uy-phuong-thu"


@pytest.mark.parametrize("printed", ["Thành ủy", "Sở Nội vụ", "UBND", "Đảng ủy", "Đảng bộ", "Đảng", "Ban Tổ chức"])
def test_a_common_name_of_no_known_place_is_no_particular_organisation(
    resolver: OrganizationResolver, printed: str
) -> None:
    match = resolver.resolve(printed, None)
    assert (match.id, match.name, match.place) == (None, printed, None)


@pytest.mark.parametrize(
    ("printed", "body", "identity"),
    [
        ("Ban Thường vụ", "Thành ủy TPVD", "tpvd/thanh-uy"),
        ("Ban Chấp hành", "Đảng bộ các cơ quan Đảng TPVD", "tpvd/dang-uy-cac-co-quan-dang"),
        ("Đảng ủy", "Đảng ủy các cơ quan Đảng TPVD", "tpvd/dang-uy-cac-co-quan-dang"),
        ("Đảng bộ Khối", "Đảng ủy Khối Thử nghiệm TPVD", "tpvd/dang-uy-khoi-thu-nghiem"),
        ("Ban Chỉ đạo", "Ban Chỉ đạo về việc thử TPVD", "tpvd/ban-chi-dao-ve-viec-thu"),
        ("Ban Tổ chức", "Ban Tổ chức Thành ủy TPVD", "tpvd/ban-to-chuc-thanh-uy"),
        (
            "Ủy ban Kiểm tra Đảng ủy",
            "Đảng bộ các cơ quan Đảng TPVD",
            "tpvd/uy-ban-kiem-tra-dang-uy-cac-co-quan-dang",
        ),
        ("Sở Nội vụ", "Thành ủy TPVD", "tpvd/so-noi-vu"),
        ("Thành ủy TPVD", "Đảng ủy các cơ quan Đảng TPVD", "tpvd/thanh-uy"),
        ("Thành ủy", "Đảng ủy các cơ quan Đảng TPVD", "tpvd/thanh-uy"),
        ("Ban Thường vụ Thành ủy", "Đảng ủy các cơ quan Đảng TPVD", "tpvd/thanh-uy"),
        ("Ban Thường vụ", "UBND TPVD", None),
        ("Tỉnh ủy Bình Mẫu", "Tỉnh ủy Hòa Mẫu", "binh-mau/tinh-uy"),
    ],
)
def test_a_short_name_is_that_of_the_body_that_meets(
    resolver: OrganizationResolver, printed: str, body: str, identity: str | None
) -> None:
    assert resolver.resolve(printed, "tpvd", resolver.resolve(body, None)).id == identity


@pytest.mark.parametrize("printed", ["Đảng ủy phường", "UBND xã", "Đảng ủy phường, xã"])
def test_a_ward_that_is_not_named_is_no_particular_one(resolver: OrganizationResolver, printed: str) -> None:
    assert resolver.resolve(printed, "tpvd").id is None


def test_thanh_pho_alone_is_never_a_city_that_the_article_is_not_about(resolver: OrganizationResolver) -> None:
    assert resolver.resolve("UBND thành phố", None).id is None
    assert resolver.resolve("UBND thành phố", "binh-mau").id != "tpvd/ubnd"


@pytest.mark.parametrize("printed", ["", " ", ".", "…", "đảng bộ ", "(", "TPVD", "tỉnh", "日本", "../../etc/passwd"])
@pytest.mark.parametrize("place", [None, "tpvd", "khong-co", "tpvd/khong-co"])
def test_any_printed_name_gets_an_id_that_stays_in_its_folder(
    resolver: OrganizationResolver, printed: str, place: str | None
) -> None:
    identity = resolver.resolve(printed, place).id
    assert identity is None or all(part and slug(part) == part for part in identity.split("/"))


def test_without_any_registry_names_still_have_ids() -> None:
    empty = OrganizationResolver(Registry({}, {}, {}, {}, {}))
    assert empty.resolve("Thành ủy Mẫu Giang", None).id == "khong-ro/thanh-uy-mau-giang"
    assert empty.resolve("Thành ủy", "mau").id == "mau/thanh-uy"


@pytest.mark.parametrize(
    ("label", "organization", "key"),
    [
        ("Trưởng ban", "Ban Tổ chức Trung ương", "trưởng"),
        ("Trưởng", "Ban Tổ chức Trung ương", "trưởng"),
        ("Phó Trưởng Ban Thường trực", "Ban Dân vận Tỉnh ủy Bình Mẫu", "phó trưởng thường trực"),
        ("Trưởng đoàn", "Đoàn ĐBQH tỉnh Bình Mẫu", "trưởng"),
        ("Bí thư", "Ban Thường vụ Tỉnh đoàn", "bí thư"),
        ("Trưởng ban", "Thành ủy Ví Dụ", "trưởng ban"),
        ("Bộ trưởng", "Bộ Ví dụ", "bộ trưởng"),
    ],
)
def test_labels_of_one_office_are_compared_without_the_organisations_noun(
    label: str, organization: str, key: str
) -> None:
    assert office_key(label, organization) == key


@pytest.mark.parametrize("printed", ["Ban Mẫu T.Ư", "Ban Mẫu TƯ", "Ban Mẫu TW", "Ban Mẫu T.W", "Ban Mẫu Trung ương"])
def test_the_centre_is_one_however_it_is_shortened(resolver: OrganizationResolver, printed: str) -> None:
    assert resolver.resolve(printed, None).id == "trung-uong/ban-mau-trung-uong"


@pytest.mark.parametrize("printed", ["Đảng ủy", "Đảng bộ"])
def test_a_party_committee_named_alone_is_not_the_provinces(resolver: OrganizationResolver, printed: str) -> None:
    """A hospital, a regiment and a newspaper have one too."""
    assert resolver.resolve(printed, "binh-mau").id is None
    assert resolver.resolve(printed, "tpvd").id is None


@pytest.mark.parametrize("body", ["Đảng ủy các cơ quan Đảng TPVD", "Thành ủy TPVD", "Đảng ủy xã Mẫu Giang, Bình Mẫu"])
def test_the_party_organisation_is_the_one_that_meets(resolver: OrganizationResolver, body: str) -> None:
    meeting = resolver.resolve(body, "tpvd")
    assert resolver.resolve("Đảng bộ", "tpvd", meeting).id == meeting.id


def test_a_committee_named_alone_is_no_city_committee(resolver: OrganizationResolver) -> None:
    city = resolver.resolve("Thành ủy TPVD", "tpvd")
    assert resolver.resolve("Đảng ủy", "tpvd", city).id is None


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("Tỉnh ủy", "tpvd"),
        ("Ban Tổ chức Tỉnh ủy", "tpvd"),
        ("UBND tỉnh", "tpvd"),
        ("Thành ủy", "binh-mau"),
        ("Huyện ủy", "binh-mau"),
        ("Ban Thường vụ Quận ủy", "tpvd"),
        ("HĐND thành phố", "binh-mau"),
    ],
)
def test_a_name_of_another_level_is_not_that_of_the_articles_place(
    resolver: OrganizationResolver, printed: str, place: str
) -> None:
    assert resolver.resolve(printed, place).id is None


@pytest.mark.parametrize(
    "printed",
    ["Bộ Giáo dục và Đào tạo", "Bộ Giáo dục - Đào tạo", "Bộ Giáo dục & Đào tạo", "Bộ GD&ĐT", "Bộ GD-ĐT", "Bộ GD và ĐT"],
)
def test_the_fields_of_a_ministry_are_one_however_they_are_joined_or_shortened(
    resolver: OrganizationResolver, printed: str
) -> None:
    assert resolver.resolve(printed, "tpvd").id == "trung-uong/bo-giao-duc-dao-tao"


@pytest.mark.parametrize(
    ("printed", "identity"),
    [
        ("Bộ Kế hoạch và Đầu tư", "trung-uong/bo-ke-hoach-dau-tu"),
        ("Sở Tư pháp", "tpvd/so-tu-phap"),
        ("Bộ Tư lệnh TPVD", "tpvd/bo-tu-lenh"),
        ("BCH TƯ Đảng", "trung-uong/ban-chap-hanh-trung-uong"),
    ],
)
def test_the_syllable_tu_is_the_centre_only_where_it_stands_for_it(
    resolver: OrganizationResolver, printed: str, identity: str
) -> None:
    assert resolver.resolve(printed, "tpvd").id == identity


def test_a_company_named_alone_is_the_one_whose_party_organisation_meets(resolver: OrganizationResolver) -> None:
    body = resolver.resolve("Đảng bộ Công ty cổ phần Than Mẫu", None)
    assert resolver.resolve("Công ty", None, body).id == resolver.resolve("Công ty CP Than Mẫu", None).id


def test_a_party_organisation_of_several_fields_keeps_its_dashes_in_all_its_names() -> None:
    record = OrganizationRecord("tpvd/dang-uy-khoi", "Đảng ủy Khối Ví – Dụ – Thử TPVD", "đảng ủy", "tpvd")
    resolver = OrganizationResolver(Registry({p.id: p for p in PLACES}, {}, {record.id: record}, {}, {}))
    assert resolver.resolve("Đảng bộ Khối Ví - Dụ - Thử TPVD", None).id == record.id


@pytest.mark.parametrize("printed", ["Đoàn Chủ tịch", "Đoàn Chủ tịch đại hội", "Ban Kiểm phiếu"])
def test_what_is_set_up_for_one_meeting_is_no_organisation_of_the_place(
    resolver: OrganizationResolver, printed: str
) -> None:
    assert resolver.resolve(printed, "tpvd").id is None


@pytest.mark.parametrize("printed", ["Trung tâm", "HTX", "Ban", "Nhà trường", "Đoàn công tác", "Hội đồng quản trị"])
def test_a_kind_of_unit_and_nothing_else_is_no_organisation_of_the_place(
    resolver: OrganizationResolver, printed: str
) -> None:
    assert resolver.resolve(printed, "tpvd").id is None


@pytest.mark.parametrize(
    ("printed", "identity"),
    [
        ("Hội Thử nghiệm Việt Nam", "trung-uong/hoi-thu-nghiem-viet-nam"),
        ("Ủy ban ATGT Quốc gia", "trung-uong/uy-ban-an-toan-giao-thong-quoc-gia"),
        ("Vụ Tổng hợp, Bộ Thử nghiệm", "trung-uong/vu-tong-hop-bo-thu-nghiem"),
        ("Tổng cục Chính trị QĐND VN", "trung-uong/tong-cuc-chinh-tri"),
        ("Hội Thử nghiệm Việt Nam tỉnh Bình Mẫu", "binh-mau/hoi-thu-nghiem-viet-nam"),
        ("Bộ CHQS tỉnh", "binh-mau/bo-chi-huy-quan-su"),
        ("Công ty Thử nghiệm Việt Nam", "binh-mau/cong-ty-thu-nghiem-viet-nam"),
    ],
)
def test_a_countrys_organisation_is_not_of_the_province_that_the_article_is_about(
    resolver: OrganizationResolver, printed: str, identity: str
) -> None:
    assert resolver.resolve(printed, "binh-mau").id == identity


def test_editors_add_abbreviations_and_generic_names(tmp_path: Path) -> None:
    (tmp_path / "organization_names.yml").write_text(
        "abbreviations: {vpth: văn phòng thử nghiệm}\ngeneric: [tổ thử]\n", encoding="utf-8"
    )
    resolver = OrganizationResolver(REGISTRY, tmp_path)
    assert resolver.resolve("VPTH", "tpvd").id == "tpvd/van-phong-thu-nghiem"
    assert resolver.resolve("Tổ Thử", "tpvd").id is None


@pytest.mark.parametrize(
    ("printed", "identity"),
    [
        ("Bộ Ngoại giao Lào", "nuoc-ngoai/bo-ngoai-giao-lao"),
        ("Bộ Ngoại giao nước Cộng hòa Dân chủ Nhân dân Lào", "nuoc-ngoai/bo-ngoai-giao-lao"),
        ("Quốc hội Cộng hòa Pháp", "nuoc-ngoai/quoc-hoi-phap"),
        ("Quốc hội Pháp", "nuoc-ngoai/quoc-hoi-phap"),
        ("Hoa Kỳ", "nuoc-ngoai/hoa-ky"),
    ],
)
def test_a_body_of_another_country_is_not_a_central_body_of_this_one(
    resolver: OrganizationResolver, printed: str, identity: str
) -> None:
    assert resolver.resolve(printed, "binh-mau").id == identity


@pytest.mark.parametrize("body", ["Bộ Công Thương", "Quốc hội", "Chính phủ"])
@pytest.mark.parametrize("end", ["Việt Nam", "nước Cộng hòa xã hội chủ nghĩa Việt Nam", "nước CHXHCN Việt Nam"])
def test_the_countrys_own_bodies_are_one_with_and_without_its_name(
    resolver: OrganizationResolver, body: str, end: str
) -> None:
    assert resolver.resolve(f"{body} {end}", None).id == resolver.resolve(body, None).id


def test_firms_and_wards_that_bear_a_countrys_name_are_at_home(resolver: OrganizationResolver) -> None:
    for printed in ("Trường Tiểu học Hữu nghị Lào", "Đảng ủy phường Tân Mỹ", "UBND huyện Phù Mỹ"):
        assert not (resolver.resolve(printed, "binh-mau").id or "").startswith("nuoc-ngoai/")


@pytest.mark.parametrize(
    ("label", "printed", "body"),
    [
        ("Phó Chủ tịch", "tỉnh Bình Mẫu", "UBND tỉnh Bình Mẫu"),
        ("Chủ tịch", "Bình Mẫu", "UBND tỉnh Bình Mẫu"),
        ("phó chủ tịch", "tỉnh", "UBND tỉnh"),
        ("Chủ tịch", "quận 2", "UBND quận 2"),
        ("Bí thư", "tỉnh Bình Mẫu", "Tỉnh ủy Bình Mẫu"),
        ("Phó Bí thư Thường trực", "Bình Mẫu", "Tỉnh ủy Bình Mẫu"),
        ("Bí thư", "huyện Mẫu Giang", "Huyện ủy Mẫu Giang"),
        ("Bí thư", "xã Mẫu Giang", "Đảng ủy xã Mẫu Giang"),
        ("Giám đốc", "tỉnh Bình Mẫu", "tỉnh Bình Mẫu"),
        ("Chủ tịch Hội Ví dụ", "tỉnh Bình Mẫu", "tỉnh Bình Mẫu"),
        ("Chủ tịch", "HĐND tỉnh Bình Mẫu", "HĐND tỉnh Bình Mẫu"),
        ("Bí thư", "Tỉnh ủy Bình Mẫu", "Tỉnh ủy Bình Mẫu"),
        ("Bí thư", "huyện đoàn Mẫu Giang", "huyện đoàn Mẫu Giang"),
    ],
)
def test_an_office_of_a_bare_place_is_that_of_its_committee(
    resolver: OrganizationResolver, label: str, printed: str, body: str
) -> None:
    assert resolver.resolve_office(label, printed, "binh-mau") == resolver.resolve(body, "binh-mau")


def test_prosecutors_and_transport_offices_are_one_however_they_are_shortened(resolver: OrganizationResolver) -> None:
    for one, other in (("Viện KSND", "VKSND"), ("Sở GT - VT", "Sở Giao thông vận tải")):
        assert resolver.resolve(one, "binh-mau").id == resolver.resolve(other, "binh-mau").id
