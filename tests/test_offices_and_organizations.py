"""Offices and organisations in running text: where they begin and end, what is the title and what it is a title of."""

from __future__ import annotations

import pytest

from biennien.entities import Place, Registry
from biennien.extract.offices import OfficeReader
from biennien.extract.organizations import OrganizationReader
from biennien.extract.tokens import Phrases, sentences, tokenize

PLACES = {
    p.id: p
    for p in (
        Place(
            "tphcm",
            "Thành phố Hồ Chí Minh",
            "TPHCM",
            "thành phố",
            ("TPHCM", "TP.HCM", "TP HCM", "TP. Hồ Chí Minh", "thành phố Hồ Chí Minh"),
        ),
        Place("binh-mau", "Bình Mẫu", "Bình Mẫu", "tỉnh", ("tỉnh Bình Mẫu",)),
        Place(
            "mau-giang", "Mẫu Giang", "Mẫu Giang", "thành phố", ("TP Mẫu Giang", "TP. Mẫu Giang", "thành phố Mẫu Giang")
        ),
        Place(
            "tphcm/phuong-an-mau",
            "Phường An Mẫu",
            "phường An Mẫu",
            "phường",
            ("phường An Mẫu, TPHCM", "phường An Mẫu (TPHCM)"),
            "tphcm",
        ),
    )
}
REGISTRY = Registry(PLACES, {}, {}, {}, {})
ORGANIZATIONS = OrganizationReader(REGISTRY)
OFFICES = OfficeReader(ORGANIZATIONS)


# --- tokens ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("TP.HCM", ["tp", "hcm"]),
        ("TP. HCM", ["tp", "hcm"]),
        ("PGS.TS Lê Dụ", ["pgs", "ts", "lê", "dụ"]),
        ("H’Dụ và K'Mẫu", ["h'dụ", "và", "k'mẫu"]),
        ("6.373 đảng viên (đạt 99,5%)", ["6.373", "đảng", "viên", "(", "đạt", "99,5", "%", ")"]),
        ("hội nghị.Đồng chí", ["hội", "nghị", ".", "đồng", "chí"]),
        ("Uỷ viên – “khoá”", ["ủy", "viên", "-", '"', "khóa", '"']),
    ],
)
def test_tokens_read_spellings_of_one_thing_alike(text: str, low: list[str]) -> None:
    tokens = tokenize(text)
    assert tokens.low == low
    assert all(text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True))


def test_sentences_end_at_full_stops_but_not_inside_names_and_numbers() -> None:
    text = "Ông A. Dụ có 1.200 ha. Bà B nói: “Được. Tốt lắm”. Rồi về TP. Mẫu Giang."
    tokens = tokenize(text)
    assert [text[tokens.start[a] : tokens.end[b - 1]] for a, b in sentences(tokens)] == [
        "Ông A. Dụ có 1.200 ha.",
        "Bà B nói: “Được.",
        "Tốt lắm”.",
        "Rồi về TP. Mẫu Giang.",
    ]


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases({"Ban": 1, "Ban Tổ chức": 2, "Ban Tổ chức Trung ương": 3})
    assert [phrases.match(tokenize(t).low, 0) for t in ("ban tổ chức trung ương", "Ban Tổ chức Tỉnh ủy", "Bàn")] == [
        (5, 3),
        (3, 2),
        None,
    ]


# --- organisations ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày 1-10, Đảng ủy các cơ quan Đảng TP.HCM tổ chức hội nghị.", ["Đảng ủy các cơ quan Đảng TPHCM"]),
        (
            "Ban Chấp hành Đảng bộ khối Dân – Chính – Đảng TPHCM họp.",
            ["Ban Chấp hành Đảng bộ khối Dân – Chính – Đảng TPHCM"],
        ),
        (
            "Ban Thường vụ Tỉnh ủy Bình Mẫu và Uỷ ban MTTQ Việt Nam tỉnh",
            ["Ban Thường vụ Tỉnh ủy Bình Mẫu", "Ủy ban MTTQ Việt Nam tỉnh"],
        ),
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh Bình Mẫu báo cáo.", ["Sở Văn hóa, Thể thao và Du lịch tỉnh Bình Mẫu"]),
        ("Sở LĐ-TB&XH, Sở Y tế và Sở Tài chính phối hợp.", ["Sở LĐ-TB&XH", "Sở Y tế", "Sở Tài chính"]),
        ("UBND thành phố Mẫu Giang cho biết", ["UBND thành phố Mẫu Giang"]),
        ("Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh Bình Mẫu", ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh Bình Mẫu"]),
        ("Đảng bộ phường An Mẫu (TPHCM) tổ chức Đại hội.", ["Đảng bộ phường An Mẫu"]),
        ("Ủy ban Kiểm tra Đảng ủy xã Tân Thử họp", ["Ủy ban Kiểm tra Đảng ủy xã Tân Thử"]),
        (
            "Học viện Cán bộ TPHCM, Trường Đại học Giao thông vận tải",
            ["Học viện Cán bộ TPHCM", "Trường Đại học Giao thông vận tải"],
        ),
        ("Tổ công tác số 10 của Ban Thường vụ Thành ủy TPHCM", ["Tổ công tác số 10 của Ban Thường vụ Thành ủy TPHCM"]),
        ("Ban Chỉ đạo 35 Tỉnh ủy, Quân khu 9 và Sư đoàn 316", ["Ban Chỉ đạo 35 Tỉnh ủy", "Quân khu 9", "Sư đoàn 316"]),
        ("ĐẢNG ỦY PHƯỜNG AN MẪU TỔ CHỨC HỘI NGHỊ", ["Đảng ủy Phường An Mẫu"]),
        ("các sở, ban, ngành của tỉnh; cán bộ, công an viên", []),
        ("Bộ phận một cửa, phòng chống dịch, hội trường lớn", []),
    ],
)
def test_organisations_of_a_text(text: str, found: list[str]) -> None:
    assert [o.name for o in ORGANIZATIONS.find(text)] == found


def test_an_organisation_says_its_place_where_its_name_does() -> None:
    text = "Thành ủy TP.HCM; Đảng ủy phường An Mẫu, TPHCM; Tỉnh ủy Bình Mẫu; Thành ủy"
    assert [(o.place, o.local) for o in ORGANIZATIONS.find(text)] == [
        ("tphcm", True),
        ("tphcm/phuong-an-mau", True),
        ("binh-mau", True),
        (None, False),
    ]


def test_the_title_is_not_part_of_the_organisation() -> None:
    assert [o.name for o in ORGANIZATIONS.find("Phó Bí thư Thường trực Thành ủy Mẫu Giang")] == ["Thành ủy Mẫu Giang"]


# --- offices ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("printed", "label", "organization", "status"),
    [
        ("Phó Bí thư Thường trực Thành ủy TP.HCM", "Phó Bí thư Thường trực", "Thành ủy TPHCM", "current"),
        (
            "Phó bí thư chuyên trách Đảng ủy các cơ quan Đảng TPHCM",
            "Phó bí thư chuyên trách",
            "Đảng ủy các cơ quan Đảng TPHCM",
            "current",
        ),
        ("Ủy viên Bộ Chính trị", "Ủy viên", "Bộ Chính trị", "current"),
        (
            "Uỷ viên dự khuyết Ban Chấp hành Trung ương Đảng",
            "Ủy viên dự khuyết",
            "Ban Chấp hành Trung ương Đảng",
            "current",
        ),
        ("Tổng Bí thư", "Tổng Bí thư", None, "current"),
        ("Thủ tướng Chính phủ", "Thủ tướng", "Chính phủ", "current"),
        ("Chủ tịch nước", "Chủ tịch nước", None, "current"),
        ("Trưởng ban Tổ chức Tỉnh ủy", "Trưởng", "Ban Tổ chức Tỉnh ủy", "current"),
        (
            "Phó Trưởng Ban Thường trực Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "Phó Trưởng Ban Thường trực",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "current",
        ),
        ("Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Chánh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh", "current"),
        ("Phó Chánh Thanh tra tỉnh", "Phó Chánh", "Thanh tra tỉnh", "current"),
        ("Trưởng đoàn ĐBQH tỉnh Bình Mẫu", "Trưởng", "Đoàn ĐBQH tỉnh Bình Mẫu", "current"),
        ("Trưởng Công an phường An Mẫu", "Trưởng", "Công an phường An Mẫu", "current"),
        ("Bộ trưởng Bộ Công an", "Bộ trưởng", "Bộ Công an", "current"),
        ("Bộ trưởng Quốc phòng", "Bộ trưởng", "Bộ Quốc phòng", "current"),
        (
            "Chủ nhiệm Ủy ban Kinh tế và Tài chính của Quốc hội",
            "Chủ nhiệm",
            "Ủy ban Kinh tế và Tài chính của Quốc hội",
            "current",
        ),
        ("Chủ tịch Hội đồng quản trị Tập đoàn Ví Dụ", "Chủ tịch", "Hội đồng quản trị Tập đoàn Ví Dụ", "current"),
        (
            "Phó Trưởng phòng Cảnh sát giao thông, Công an tỉnh Bình Mẫu",
            "Phó Trưởng",
            "Phòng Cảnh sát giao thông, Công an tỉnh Bình Mẫu",
            "current",
        ),
        ("Chủ tịch Bình Mẫu", "Chủ tịch", "Bình Mẫu", "current"),
        ("Đại sứ Nhật Bản tại Việt Nam", "Đại sứ", "Nhật Bản", "current"),
        ("Thành ủy viên", "Thành ủy viên", None, "current"),
        ("nguyên Bí thư Quận ủy quận 1", "Bí thư", "Quận ủy quận 1", "former"),
        ("cựu Chủ tịch UBND tỉnh", "Chủ tịch", "UBND tỉnh", "former"),
        ("Phó Bí thư Huyện ủy Mẫu Sơn (cũ)", "Phó Bí thư", "Huyện ủy Mẫu Sơn", "former"),
        ("tân Bí thư Tỉnh ủy", "Bí thư", "Tỉnh ủy", "incoming"),
        ("Quyền Chủ tịch UBND tỉnh", "Chủ tịch", "UBND tỉnh", "acting"),
        ("Q. Giám đốc Sở Y tế", "Giám đốc", "Sở Y tế", "acting"),
        ("Phó Giám đốc phụ trách Sở Y tế", "Phó Giám đốc phụ trách", "Sở Y tế", "acting"),
        ("PHÓ BÍ THƯ TỈNH ỦY", "Phó Bí thư", "Tỉnh ủy", "current"),
        ("Trưởng đoàn ĐBQH khóa 14 TPHCM", "Trưởng", "Đoàn ĐBQH TPHCM", "current"),
        ("Bí thư Thành ủy Mẫu Giang nhiệm kỳ 2025 - 2030", "Bí thư", "Thành ủy Mẫu Giang", "current"),
        ("Phó Bí thư Thường trực Thành ủy (Mẫu Giang)", "Phó Bí thư Thường trực", "Thành ủy Mẫu Giang", "current"),
        ("Phó giám đốc Sở", "Phó giám đốc", "Sở", "current"),
        ("Phó Giám thị Trại", "Phó Giám thị", "Trại", "current"),
        ("Thường trực Ban Bí thư", "Thường trực", "Ban Bí thư", "current"),
        ("UVBTV Tỉnh uỷ", "UVBTV", "Tỉnh ủy", "current"),
        ("Phó Chủ nhiệm Chính trị Quân khu 9", "Phó Chủ nhiệm Chính trị", "Quân khu 9", "current"),
        (
            "phụ trách điều hành hoạt động của Đảng bộ các cơ quan Đảng TPHCM",
            "phụ trách điều hành hoạt động",
            "Đảng bộ các cơ quan Đảng TPHCM",
            "acting",
        ),
    ],
)
def test_an_office_is_split_into_title_and_organisation(
    printed: str, label: str, organization: str | None, status: str
) -> None:
    tokens = tokenize(printed)
    office = OFFICES.at(tokens, 0)
    assert office is not None
    assert (office.label, office.organization, office.status) == (label, organization, status)
    assert office.last == len(tokens.low)


@pytest.mark.parametrize(
    ("printed", "organization"),
    [
        ("Bí thư Đảng ủy phường An Thử Hoàng Thị Ví Dụ", "Đảng ủy phường An Thử"),
        ("Chủ tịch UBND xã Nguyễn Văn Dụ", "UBND xã"),
        ("Bí thư Huyện ủy Sông Mã Lò Văn Dụ", "Huyện ủy Sông Mã"),
        ("Bí thư Tỉnh ủy Bình Mẫu Trần Ví Dụ", "Tỉnh ủy Bình Mẫu"),
        ("Chủ tịch UBND quận 7 Hoàng Ví Dụ", "UBND quận 7"),
        ("Chủ tịch UBND tỉnh Trần Dụ", "UBND tỉnh"),
        ("Giám đốc Bệnh viện Chợ Thử Nguyễn Ví Dụ", "Bệnh viện Chợ Thử"),
        ("Hiệu trưởng Trường THPT Lê Hồng Phong Trần Ví Dụ", "Trường THPT Lê Hồng Phong"),
        ("Bí thư Đảng ủy xã Ea Thử Y Dụ Niê", "Đảng ủy xã Ea Thử"),
    ],
)
def test_a_persons_name_behind_an_organisation_is_not_part_of_it(printed: str, organization: str) -> None:
    office = OFFICES.at(tokenize(printed), 0)
    assert office is not None and office.organization == organization


@pytest.mark.parametrize(
    "text",
    ["chủ trì hội nghị", "trưởng thành", "phó mặc", "ủy thác", "thư viện", "quyền lợi của dân", "đồng thời yêu cầu"],
)
def test_words_that_only_begin_like_an_office_are_none(text: str) -> None:
    assert OFFICES.at(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "tokens"),
    [("Thiếu tướng, PGS, TS Dụ", 6), ("Đại úy QNCN Dụ", 3), ("TS. Dụ", 1), ("ts dụ", 0), ("GS.TSKH Dụ", 2)],
)
def test_ranks_and_degrees_run_on(text: str, tokens: int) -> None:
    assert (OFFICES.rank_at(tokenize(text), 0) or 0) == tokens


@pytest.mark.parametrize(
    "unit", ["Sở ", "Phó ", "Trưởng ban ", "phường ", "Đảng ủy ", "Công ty Nguyễn ", "các cơ quan Đảng ", "Bộ, ", "và "]
)
def test_a_megabyte_of_one_word_is_read(unit: str) -> None:
    assert isinstance(ORGANIZATIONS.find(unit * (300_000 // len(unit))), tuple)
