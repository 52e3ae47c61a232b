"""Who is in an article: names, offices, roles, every word that stands for somebody. People and places are invented."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biennien.entities import PersonRecord, Place, Registry
from biennien.extract import statements
from biennien.extract.people import PeopleReader, PeopleResult
from biennien.model import Block, BlockKind, Meta, PersonMention, StatedPerson

REGISTRY = Registry(
    {
        p.id: p
        for p in (
            Place("tphcm", "Thành phố Hồ Chí Minh", "TPHCM", "thành phố", ("TPHCM", "TP.HCM", "TP Hồ Chí Minh")),
            Place("binh-mau", "Bình Mẫu", "Bình Mẫu", "tỉnh", ("tỉnh Bình Mẫu",)),
            Place("mau-giang", "Mẫu Giang", "Mẫu Giang", "thành phố", ("TP Mẫu Giang", "thành phố Mẫu Giang")),
        )
    },
    {},
    {},
    {},
    {"tran-thu-hai": PersonRecord("tran-thu-hai", "Trần Thử Hải")},
)
READER = PeopleReader(REGISTRY)


def blocks(*texts: str | tuple[BlockKind, str]) -> tuple[Block, ...]:
    """Blocks of an article: the first text is the lead, others are paragraphs; (kind, text) says another kind."""
    out = []
    for k, entry in enumerate(texts):
        kind, text = entry if isinstance(entry, tuple) else ("lead" if k == 0 else "paragraph", entry)
        out.append(Block(f"b{k + 1}", kind, text, k + 1))
    return tuple(out)


def read(*texts: str | tuple[BlockKind, str], **meta: object) -> PeopleResult:
    return READER.read(blocks(*texts), Meta(**meta))  # type: ignore[arg-type]


def names(*texts: str | tuple[BlockKind, str], **meta: object) -> list[str]:
    return [p.name for p in read(*texts, **meta).people]


def person(name: str, *texts: str | tuple[BlockKind, str], **meta: object) -> PersonMention:
    (found,) = [p for p in read(*texts, **meta).people if p.name == name]
    return found


def offices(name: str, *texts: str | tuple[BlockKind, str], **meta: object) -> list[str]:
    """The offices of a person as "title | organisation", the status behind where it is not current."""
    return [
        f"{o.label} | {o.organization or '—'}" + ("" if o.status == "current" else f" ({o.status})")
        for o in person(name, *texts, **meta).offices
    ]


# --- names -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đồng chí Trần Văn Ví Dụ chủ trì hội nghị.", ["Trần Văn Ví Dụ"]),
        ("Dự có ông Lê Dụ, bà Nguyễn Thị Thử Mẫu Anh và anh Tô Thử.", ["Lê Dụ", "Nguyễn Thị Thử Mẫu Anh", "Tô Thử"]),
        ("Các đồng chí: Tằng A Dụ, Chìu Sồi Thử, Mạnh Dụ tham dự.", ["Tằng A Dụ", "Chìu Sồi Thử", "Mạnh Dụ"]),
        (
            "Đồng chí Y Ví Dụ Niê Kđăm, đồng chí H'Thử Êban, đồng chí K'Dụ, đồng chí H’ Thử Byă dự.",
            ["Y Ví Dụ Niê Kđăm", "H'Thử Êban", "K'Dụ", "H’ Thử Byă"],
        ),
        ("Đồng chí Sùng A Dụ, Giàng Páo Thử và Lò Văn Dụ dự.", ["Sùng A Dụ", "Giàng Páo Thử", "Lò Văn Dụ"]),
        (
            "Đồng chí Rơ Châm Dụ, đồng chí Điểu K'Thử, đồng chí Thạch Thị Dụ dự.",
            ["Rơ Châm Dụ", "Điểu K'Thử", "Thạch Thị Dụ"],
        ),
        (
            "Chủ tịch nước Lào Kham Vidu và ông Marc E. Sample, bà Jane-Ann Doe dự.",
            ["Kham Vidu", "Marc E. Sample", "Jane-Ann Doe"],
        ),
        (
            "Tham dự có ông Juan Sample Trưởng đoàn đại diện Hội Mẫu; ông Nguyễn Văn Trưởng phát biểu.",
            ["Juan Sample", "Nguyễn Văn Trưởng"],
        ),
        ("Đồng chí Xa-lơm Vi-đu, Phó Thủ tướng Lào, dự.", ["Xa-lơm Vi-đu"]),
        ("Đồng chí Nguyễn văn Dụ dự.", ["Nguyễn văn Dụ"]),
        (
            "Ông Cao Hữu Đài về dự; ông Lê Trường Lưu phát biểu; bà Trần Thị Sở dự.",
            ["Cao Hữu Đài", "Lê Trường Lưu", "Trần Thị Sở"],
        ),
        (
            "Ông Văn Minh Dụ, ông Mai Thử, bà Kim Thị Dụ, ông Cao Thử dự.",
            ["Văn Minh Dụ", "Mai Thử", "Kim Thị Dụ", "Cao Thử"],
        ),
        ("Ông LÊ VÍ DỤ, Giám đốc Sở Tài chính, trả lời.", ["Lê Ví Dụ"]),
        ("Hòa thượng Thích Thiện Dụ và Linh mục Giuse Trần Ví Dụ dự lễ.", ["Thích Thiện Dụ", "Giuse Trần Ví Dụ"]),
        ("Đảng viên Lường Văn Dụ, 90 tuổi, nhận Huy hiệu Đảng.", ["Lường Văn Dụ"]),
        ("Nguyễn Thị Ví Dụ phát biểu tại hội nghị.", ["Nguyễn Thị Ví Dụ"]),
        ("Đồng chí Nguyễn Ví Dụ Trưởng ban Tổ chức Tỉnh ủy dự.", ["Nguyễn Ví Dụ"]),
    ],
)
def test_people_are_found_by_what_stands_beside_their_names(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị họp trên đường Nguyễn Trãi, gần phố Trần Hưng Đạo và Trường THPT Nguyễn Thị Minh Khai.",
        "Phong trào học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh ở TP Hồ Chí Minh.",
        "Chủ tịch Hồ Chí Minh căn dặn; thành phố mang tên Bác; chủ nghĩa Mác - Lênin.",
        "Giải thưởng Trần Văn Giàu, Quỹ học bổng Vừ A Dụ, Huân chương Độc lập được trao tại Nhà văn hóa Thanh niên.",
        "Giải nhất mang tên nhà giáo Dương Ví Dụ do Trường THPT Chu Văn An tài trợ.",
        "Đoàn dâng hương tại Khu lưu niệm Chủ tịch Tôn Đức Thắng và tượng đài Bác Hồ.",
        "Sở Tài chính, Ban Tổ chức Tỉnh ủy và UBND tỉnh Bình Mẫu phối hợp với Công ty CP Hoàng Dụ.",
        "Bà con phấn khởi, anh em đồng lòng, ông bà phấn đấu; các đồng chí cố gắng.",
        "Chương trình “Nước sạch nông thôn” và cuộc vận động Người Việt Nam ưu tiên dùng hàng Việt Nam.",
        "Bí thư Tỉnh ủy Bình Mẫu và Bí thư Thành ủy Mẫu Giang dự.",
        "Học viện Chính trị quốc gia Hồ Chí Minh, Đoàn TNCS Hồ Chí Minh và Đội TNTP Hồ Chí Minh.",
        "Các dân tộc H'Mông, M'Nông, K'Ho sống ở Cầu Ông Lãnh và Bà Rịa.",
    ],
)
def test_streets_schools_prizes_leaders_of_history_and_offices_are_not_people(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("kind", ["byline", "credit", "teaser", "boilerplate"])
def test_bylines_credits_and_teasers_are_not_read(kind: BlockKind) -> None:
    assert names("Đồng chí Trần Ví Dụ dự.", (kind, "Bí thư Tỉnh ủy Lê Thử Nghiệm")) == ["Trần Ví Dụ"]


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("BỔ NHIỆM GIÁM ĐỐC CÔNG TY CỔ PHẦN HOA TIÊU VÍ DỤ - TKM", []),
        ("BỔ NHIỆM GIÁM ĐỐC NGÂN HÀNG LÊ HỒ MẪU", []),
        ("GIÁM ĐỐC SỞ Y TẾ NGUYỄN VÍ DỤ THĂM XÃ MẪU TÂN", ["Nguyễn Ví Dụ"]),
        ("ĐỒNG CHÍ TRẦN VÍ DỤ THĂM CÔNG TY CỔ PHẦN LÊ MẪU", ["Trần Ví Dụ"]),
    ],
)
def test_in_capitals_a_firms_name_is_no_person(headline: str, found: list[str]) -> None:
    assert names(("headline", headline), "Hội nghị diễn ra tại trụ sở.") == found


def test_a_headline_in_capitals_is_read_by_the_names_of_the_text() -> None:
    found = read(
        ("headline", "ÔNG LÊ QUỐC VÍ DỤ LÀM BÍ THƯ TỈNH ỦY"), "Ông Lê Quốc Ví Dụ giữ chức Bí thư Tỉnh ủy."
    ).people
    assert [p.name for p in found] == ["Lê Quốc Ví Dụ"]
    assert found[0].references[0].evidence.block == "b1"
    assert names(("headline", "ÔNG LÊ QUỐC DỤ ĐƯỢC BẦU GIỮ CHỨC BÍ THƯ TỈNH ỦY"), "Hội nghị đã bế mạc.") == [
        "Lê Quốc Dụ"
    ]


def test_two_spellings_of_one_name_are_one_person_and_the_first_is_kept() -> None:
    found = read("Bà Hoà Thị Thuý Ví dự.", "Bà Hòa Thị Thúy Ví phát biểu.").people
    assert [(p.name, len(p.references)) for p in found] == [("Hoà Thị Thuý Ví", 2)]


# --- offices ---------------------------------------------------------------------------------------------------------
AT = "Phó Bí thư | Tỉnh ủy"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đồng chí Trần Ví Dụ, Phó Bí thư Tỉnh ủy, dự.", [AT]),
        ("Phó Bí thư Tỉnh ủy Trần Ví Dụ dự.", [AT]),
        ("Ông Trần Ví Dụ - Phó Bí thư Tỉnh ủy - cho biết.", [AT]),
        ("Ông Trần Ví Dụ (Phó Bí thư Tỉnh ủy) cho biết.", [AT]),
        ("Ông Trần Ví Dụ (SN 1975), Phó Bí thư Tỉnh ủy, cho biết.", [AT]),
        ("Đồng chí Phó Bí thư Tỉnh ủy Trần Ví Dụ dự.", [AT]),
        ("Phó Bí thư Tỉnh ủy, đồng chí Trần Ví Dụ dự.", [AT]),
        ("Phó Bí thư Tỉnh ủy là ông Trần Ví Dụ.", [AT]),
        ("Ông Trần Ví Dụ, hiện là Phó Bí thư Tỉnh ủy, dự.", [AT]),
        ("Trần Ví Dụ, Phó Bí thư Tỉnh ủy; Lê Thử, Bí thư Huyện ủy.", [AT]),
        ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Trần Ví Dụ dự.", [AT, "Chủ tịch | UBND tỉnh"]),
        ("Bí thư Tỉnh ủy Lê Thử, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Trần Ví Dụ dự.", [AT, "Chủ tịch | UBND tỉnh"]),
        ("Phó Bí thư Tỉnh ủy - Chủ tịch UBND tỉnh Trần Ví Dụ dự.", [AT, "Chủ tịch | UBND tỉnh"]),
        (
            "Ông Trần Ví Dụ, Phó Bí thư Tỉnh ủy kiêm Trưởng Ban Dân vận Tỉnh ủy, dự.",
            [AT, "Trưởng | Ban Dân vận Tỉnh ủy"],
        ),
        ("Đại tá, TS Trần Ví Dụ, Phó Bí thư Tỉnh ủy, dự.", [AT, "Đại tá, TS | —"]),
        (
            "Các đồng chí Phó Bí thư Tỉnh ủy: Lê Thử, Trưởng Ban Nội chính; Trần Ví Dụ, Chủ tịch UBND tỉnh dự.",
            [AT, "Chủ tịch | UBND tỉnh"],
        ),
        ("Hai Phó Bí thư Tỉnh ủy Lê Thử và Trần Ví Dụ cùng dự.", [AT]),
        ("Dự có các Phó Bí thư Tỉnh ủy: Lê Thử, Trần Ví Dụ; Giám đốc Công an tỉnh Phạm Thử.", [AT]),
        ("Năm Phó Bí thư Tỉnh ủy gồm ông Lê Thử; bà Trần Ví Dụ.", [AT]),
        ("Ông Lê Thử và ông Trần Ví Dụ, cùng là Phó Bí thư Tỉnh ủy.", [AT]),
        ("Các đồng chí Trần Ví Dụ, Lê Thử - Phó Bí thư Tỉnh ủy dự.", [AT]),
        ("Được sự ủy quyền của Chủ tịch UBND tỉnh, ông Trần Ví Dụ, Phó Bí thư Tỉnh ủy, trình bày.", [AT]),
        ("Theo Phó Bí thư Tỉnh ủy Trần Ví Dụ, Chủ tịch UBND tỉnh Lê Thử đã đồng ý.", [AT]),
        (
            "Phát biểu, ông Trần Ví Dụ, Trưởng Ban Tuyên giáo - Nữ công Công đoàn TKM chúc mừng hội nghị.",
            ["Trưởng | Ban Tuyên giáo - Nữ công Công đoàn TKM"],
        ),
        (
            "Dự có ông Trần Ví Dụ, Thành viên Ban Quản lý vốn TKM, Chủ tịch HĐQT Công ty Cổ phần Ví Mẫu - TKM.",
            ["Thành viên | Ban Quản lý vốn TKM", "Chủ tịch | HĐQT Công ty Cổ phần Ví Mẫu - TKM"],
        ),
        (
            "Phó Chủ tịch, Tổng thư ký điều hành công việc Hội Khuyến học Việt Nam Trần Ví Dụ cho biết.",
            ["Phó Chủ tịch | Hội Khuyến học Việt Nam", "Tổng thư ký | Hội Khuyến học Việt Nam"],
        ),
        (
            "Bà Trần Ví Dụ, Trưởng đoàn đại diện Hiệp hội Mẫu quốc tế, dự.",
            ["Trưởng đoàn đại diện | Hiệp hội Mẫu quốc tế"],
        ),
        (
            "Ông Trần Ví Dụ, Chuyên viên Phòng Nội vụ huyện, trình bày.",
            ["Chuyên viên | Phòng Nội vụ huyện"],
        ),
        # Letters of a degree begin the person; letters of a firm close the body.
        ("Giám đốc Bệnh viện TS Trần Ví Dụ phát biểu.", ["Giám đốc | Bệnh viện", "TS | —"]),
        ("Phó Trưởng Ban Quản lý KTS Trần Ví Dụ phát biểu.", ["Phó Trưởng | Ban Quản lý", "KTS | —"]),
        ("Trưởng Ban Quản lý dự án DPM Trần Ví Dụ phát biểu.", ["Trưởng | Ban Quản lý dự án DPM"]),
        ("Giám đốc Chi nhánh Trần Ví Dụ phát biểu.", ["Giám đốc | Chi nhánh"]),
        ("Ông Trần Ví Dụ, Giám đốc Agribank chi nhánh Mẫu Tân dự.", ["Giám đốc | Agribank chi nhánh Mẫu Tân"]),
        (
            "Bà Trần Ví Dụ, Phó Chủ tịch Công đoàn ngành Giáo dục tỉnh Bình Mẫu, dự.",
            ["Phó Chủ tịch | Công đoàn ngành Giáo dục tỉnh Bình Mẫu"],
        ),
        (
            "Dự có ông Trần Ví Dụ, Trưởng phòng Nội vụ và chuyên viên Phòng Tài chính.",
            ["Trưởng | Phòng Nội vụ"],
        ),
        (
            "Ông Trần Ví Dụ, nguyên Phó Bí thư Tỉnh ủy, Chủ tịch Hội Khuyến học tỉnh, dự.",
            [AT + " (former)", "Chủ tịch | Hội Khuyến học tỉnh"],
        ),
    ],
)
def test_an_office_goes_to_the_person_whose_it_is(text: str, found: list[str]) -> None:
    assert offices("Trần Ví Dụ", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Bộ Chính trị chỉ định ông Trần Ví Dụ, Phó Bí thư Tỉnh ủy, giữ chức Bí thư Tỉnh ủy.",
            [AT, "Bí thư | Tỉnh ủy (incoming)"],
        ),
        ("Ông Trần Ví Dụ được bầu làm Bí thư Tỉnh ủy.", ["Bí thư | Tỉnh ủy (incoming)"]),
        ("Tân Bí thư Tỉnh ủy Trần Ví Dụ phát biểu.", ["Bí thư | Tỉnh ủy (incoming)"]),
        (
            "Ông Trần Ví Dụ thôi giữ chức Bí thư Huyện ủy để làm Giám đốc Sở Y tế.",
            ["Bí thư | Huyện ủy (outgoing)", "Giám đốc | Sở Y tế (incoming)"],
        ),
        (
            "Ông Trần Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu, thôi giữ chức ở Bình Mẫu, về làm Phó Thủ tướng.",
            ["Bí thư | Tỉnh ủy Bình Mẫu (outgoing)", "Phó Thủ tướng | — (incoming)"],
        ),
        ("Ông Trần Ví Dụ, trúng cử Bí thư Tỉnh ủy hai tuần trước, thôi giữ chức này.", ["Bí thư | Tỉnh ủy (outgoing)"]),
        ("Người thôi giữ chức Bí thư Tỉnh ủy là ông Trần Ví Dụ.", ["Bí thư | Tỉnh ủy (outgoing)"]),
        ("Miễn nhiệm chức vụ Chủ tịch UBND tỉnh đối với ông Trần Ví Dụ.", ["Chủ tịch | UBND tỉnh (outgoing)"]),
        ("Ông Trần Ví Dụ tái đắc cử Bí thư Tỉnh ủy.", ["Bí thư | Tỉnh ủy"]),
        (
            "Ông Trần Ví Dụ, Bí thư Tỉnh ủy, khai mạc đại hội. Ông Trần Ví Dụ được bầu giữ chức Bí thư Tỉnh ủy.",
            ["Bí thư | Tỉnh ủy"],
        ),
        ("Bà Lê Thử và ông Trần Ví Dụ được bầu giữ chức Phó Bí thư Tỉnh ủy.", [AT + " (incoming)"]),
        ("Ông Lê Thử bàn giao; ông Trần Ví Dụ thay ông Lê Thử làm Bí thư Huyện ủy.", ["Bí thư | Huyện ủy (incoming)"]),
        ("Ông Trần Ví Dụ sang Bình Mẫu làm Bí thư Tỉnh ủy.", ["Bí thư | Tỉnh ủy Bình Mẫu (incoming)"]),
        (
            "Ủy ban Kiểm tra Đảng ủy có 10 ủy viên, do bà Trần Ví Dụ làm Chủ nhiệm.",
            ["Chủ nhiệm | Ủy ban Kiểm tra Đảng ủy"],
        ),
        ("Đoàn do đồng chí Trần Ví Dụ, Phó Bí thư Tỉnh ủy, làm trưởng đoàn.", [AT]),
        ("Quyền Chủ tịch UBND tỉnh Trần Ví Dụ dự.", ["Chủ tịch | UBND tỉnh (acting)"]),
        (
            "Bà Trần Ví Dụ, Phó Bí thư Đảng ủy, phụ trách điều hành hoạt động của Đảng bộ khối Doanh nghiệp TPHCM, dự.",
            [
                "Phó Bí thư | Đảng ủy khối Doanh nghiệp TPHCM",
                "phụ trách điều hành hoạt động | Đảng bộ khối Doanh nghiệp TPHCM (acting)",
            ],
        ),
    ],
)
def test_offices_left_taken_and_acted_in_are_told_apart(text: str, found: list[str]) -> None:
    assert offices("Trần Ví Dụ", text) == found


@pytest.mark.parametrize(
    ("text", "organization", "rule"),
    [
        ("Phó Bí thư Thành ủy, Chủ tịch HĐND TP.HCM", "Thành ủy TPHCM", "place-from-same-list"),
        ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Bình Mẫu", "Tỉnh ủy Bình Mẫu", "place-from-same-list"),
        ("Bí thư Đảng ủy, Chủ tịch HĐND phường An Thử", "Đảng ủy phường An Thử", "place-from-same-list"),
        ("Bí thư Đảng ủy, Giám đốc Công an tỉnh Bình Mẫu", "Đảng ủy Công an tỉnh Bình Mẫu", "committee-from-same-list"),
        ("Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "committee-from-same-list"),
        ("Phó giám đốc Sở, Phó Bí thư Đảng ủy Sở Y tế Bình Mẫu", "Sở Y tế Bình Mẫu", "unit-from-same-list"),
    ],
)
def test_an_organisation_printed_short_is_completed_from_its_own_list_only(
    text: str, organization: str, rule: str
) -> None:
    office = person("Trần Ví Dụ", f"Đồng chí Trần Ví Dụ, {text}, dự.").offices[0]
    assert (office.organization, office.organization_basis) == (organization, "inferred")
    assert office.rule.endswith(rule)


def test_without_words_beside_it_an_organisation_stays_as_printed() -> None:
    text = "Đồng chí Trần Ví Dụ, Phó Bí thư Thành ủy, Bí thư Đảng ủy các cơ quan Đảng thành phố chủ trì."
    assert [(o.organization, o.organization_basis) for o in person("Trần Ví Dụ", text).offices] == [
        ("Thành ủy", "printed"),
        ("Đảng ủy các cơ quan Đảng thành phố", "printed"),
    ]


def test_a_committee_named_in_full_elsewhere_completes_its_short_name() -> None:
    found = offices(
        "Trần Ví Dụ",
        "Ban Chấp hành Đảng bộ khối Dân – Chính – Đảng TPHCM họp.",
        "Phó Bí thư Đảng ủy khối Trần Ví Dụ báo cáo.",
    )
    assert found == ["Phó Bí thư | Đảng ủy khối Dân – Chính – Đảng TPHCM"]


def test_a_firms_party_committee_is_its_own_and_not_one_named_elsewhere() -> None:
    found = offices(
        "Trần Ví Dụ",
        "Ban Thường vụ Đảng ủy Than Bình Mẫu công bố quyết định.",
        "Ông Trần Ví Dụ, Bí thư Đảng ủy, Giám đốc Công ty cổ phần Ví Mẫu, phát biểu.",
    )
    assert found == ["Bí thư | Đảng ủy Công ty cổ phần Ví Mẫu", "Giám đốc | Công ty cổ phần Ví Mẫu"]
    # A short "Công ty" does not say which one: then neither is the committee named.
    found = offices(
        "Trần Ví Dụ",
        "Ban Thường vụ Đảng ủy Than Bình Mẫu công bố quyết định.",
        "Ông Trần Ví Dụ, Bí thư Đảng ủy, Giám đốc Công ty, phát biểu.",
    )
    assert found == ["Bí thư | Đảng ủy", "Giám đốc | Công ty"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("UVBCH Đảng bộ tỉnh", "Ủy viên Ban Chấp hành Đảng bộ tỉnh", ["Ủy viên | Ban Chấp hành Đảng bộ tỉnh"]),
        ("Ủy viên Ban Thường vụ Tỉnh ủy", "UVBTV Tỉnh ủy", ["Ủy viên | Ban Thường vụ Tỉnh ủy"]),
        ("UVBTV Tỉnh ủy", "Ủy viên Ban Thường vụ", ["UVBTV | Tỉnh ủy"]),
        ("UVBTV", "Ủy viên Ban Thường vụ", ["Ủy viên | Ban Thường vụ"]),
        (
            "UVBTV Huyện ủy",
            "Ủy viên Ban Chấp hành Đảng bộ tỉnh",
            ["UVBTV | Huyện ủy", "Ủy viên | Ban Chấp hành Đảng bộ tỉnh"],
        ),
    ],
)
def test_a_members_title_in_letters_is_the_one_written_out(one: str, other: str, found: list[str]) -> None:
    assert offices("Trần Ví Dụ", f"Dự có ông Trần Ví Dụ, {one}.", f"Ông Trần Ví Dụ, {other}, phát biểu.") == found


def test_an_office_said_twice_is_one_and_the_fuller_words_stay() -> None:
    assert offices(
        "Trần Ví Dụ",
        "Đồng chí Trần Ví Dụ, Phó Bí thư Thường trực Thành ủy, dự.",
        "Phó Bí thư Thành ủy TP.HCM Trần Ví Dụ yêu cầu các đơn vị cố gắng.",
    ) == ["Phó Bí thư Thường trực | Thành ủy TPHCM"]


# --- roles -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Đồng chí Trần Ví Dụ, Bí thư Tỉnh ủy chủ trì hội nghị.", "chaired"),
        ("Chủ trì hội nghị có các đồng chí: Lê Thử, Bí thư Tỉnh ủy; Trần Ví Dụ, Chủ tịch UBND tỉnh.", "chaired"),
        ("Hội nghị do đồng chí Trần Ví Dụ chủ trì.", "chaired"),
        ("Kỳ họp diễn ra dưới sự chủ trì của đồng chí Trần Ví Dụ.", "chaired"),
        ("Đồng chí Lê Thử, Bí thư Tỉnh ủy và đồng chí Trần Ví Dụ đồng chủ trì hội nghị.", "chaired"),
        ("Chủ tọa kỳ họp: đồng chí Trần Ví Dụ.", "chaired"),
        ("Ông Trần Ví Dụ, Phó Trưởng Ban Chỉ đạo, chủ trì hội nghị.", "chaired"),
        ("Đồng chí Trần Ví Dụ dự và phát biểu chỉ đạo.", "spoke"),
        ("Phát biểu tại hội nghị, đồng chí Trần Ví Dụ nhấn mạnh ba nhiệm vụ.", "spoke"),
        ("Theo ông Trần Ví Dụ, kết quả này là đáng mừng.", "spoke"),
        ("“Phải làm thật nhanh và thật chắc”, ông Trần Ví Dụ nói.", "spoke"),
        ("Bí thư Tỉnh ủy Trần Ví Dụ: Phải làm nhanh hơn nữa", "spoke"),
        ("Báo cáo do Thượng tá Trần Ví Dụ trình bày nêu rõ kết quả.", "spoke"),
        ("Bà Lê Thử chủ trì hội nghị; ông Trần Ví Dụ giới thiệu chương trình.", "spoke"),
        ("Cùng dự có đồng chí Trần Ví Dụ, Phó Bí thư Tỉnh ủy.", "attended"),
        ("Dự phiên khai mạc có Chủ tịch nước Lê Thử; Thủ tướng Trần Ví Dụ.", "attended"),
        ("Phó Chủ tịch UBND tỉnh Trần Ví Dụ, Giám đốc Sở Y tế Lê Thử cùng tham dự.", "attended"),
        ("Đồng chí Trần Ví Dụ trao bằng khen cho các tập thể.", "attended"),
        ("Dự hội nghị có các đồng chí: Đồng chí Lê Thử – Bí thư. Đồng chí Trần Ví Dụ – Phó Bí thư.", "attended"),
        ("Tham dự hội nghị về phía tỉnh có đồng chí Trần Ví Dụ, Phó Bí thư Tỉnh ủy.", "attended"),
        ("Về phía tỉnh Bình Mẫu có các đồng chí Lê Thử; Trần Ví Dụ, Phó Chủ tịch UBND tỉnh.", "attended"),
        ("Đồng chí Lê Thử chủ trì hội nghị cùng các đồng chí Hồ Thử, Trần Ví Dụ.", "attended"),
        ("Tới dự và chúc mừng đại hội có đồng chí Lê Thử; cùng các đồng chí Hồ Thử, Trần Ví Dụ.", "attended"),
        (
            "Cùng bàn chuyện lúa gạo với các khách mời: TS Lê Thử (Đại học Mẫu), TS Trần Ví Dụ (Học viện Mẫu).",
            "attended",
        ),
        ("Hội nghị đã nghe tham luận của các đồng chí Lê Thử, Trần Ví Dụ về chuyển đổi số.", "spoke"),
        ("Các báo cáo viên thuyết trình tại lớp học gồm: TS Lê Thử, Phó Vụ trưởng; ông Trần Ví Dụ.", "spoke"),
        ("Đồng chí Lê Thử dự; đồng chí Trần Ví Dụ quán triệt nội dung nghị quyết.", "spoke"),
        ("Đại diện tỉnh Bình Mẫu tham dự Hội nghị có đồng chí Trần Ví Dụ, Phó Chủ tịch UBND tỉnh.", "attended"),
        ("Lãnh đạo xã Mẫu Tân đến dự lễ có ông Lê Thử, Chủ tịch UBND xã và ông Trần Ví Dụ.", "attended"),
        ("Phía Nhật Bản có ông Lê Thử, Đại sứ; phía Việt Nam có ông Trần Ví Dụ, Thứ trưởng Bộ Ngoại giao.", "attended"),
        ("Sau khi ông Lê Thử phát biểu khai mạc, hội nghị sẽ nghe ông Trần Ví Dụ trình bày báo cáo.", "spoke"),
        ("Ông Lê Thử yêu cầu các sở nghe ông Trần Ví Dụ phản ánh.", "mentioned"),
        (
            "Tham dự còn có: ông Lê Thử, Trưởng đoàn đại diện Hiệp hội những người yêu hoa lan và cây cảnh quốc tế "
            "khu vực tại Bangkok; bà Trần Ví Dụ.",
            "attended",
        ),
        ("Dự có ông Trần Ví Dụ, Chủ tịch HĐQT Công ty Cổ phần Ví Mẫu, cùng cán bộ chủ chốt.", "attended"),
        ("Đồng chí Trần Ví Dụ, Trưởng phòng Nội vụ báo cáo tham luận tại hội nghị.", "spoke"),
        ("Cảm ơn đồng chí Trần Ví Dụ vì những năm gắn bó với xã.", "mentioned"),
        ("Ông Lê Thử trao đổi cùng ông Trần Ví Dụ về kế hoạch.", "mentioned"),
        ("Năm 2015, ông Trần Ví Dụ đã về thăm và làm việc tại xã.", "mentioned"),
        ("Ông Trần Ví Dụ thuộc Bộ Ngoại giao.", "mentioned"),
        ("Đồng chí Lê Thử nhắc lại lời của đồng chí Trần Ví Dụ về việc này.", "mentioned"),
        ("Thực hiện ý kiến chỉ đạo của Thủ tướng Trần Ví Dụ, tỉnh đã ban hành kế hoạch.", "mentioned"),
        ("Bộ Chính trị chỉ định đồng chí Trần Ví Dụ tham gia Ban Chấp hành.", "mentioned"),
        (
            "Theo đồng chí Lê Thử, tại buổi làm việc với Tỉnh ủy, Tổng Bí thư Trần Ví Dụ đã chỉ đạo nhiều việc.",
            "mentioned",
        ),
        ("Ông Trần Ví Dụ được nhắc tên trong báo cáo.", "mentioned"),
        ("Cố Thủ tướng Trần Ví Dụ từng nói: phải làm.", "mentioned"),
    ],
)
def test_what_a_person_does_in_the_meeting(text: str, role: str) -> None:
    assert person("Trần Ví Dụ", text).role == role


def test_the_strongest_role_counts_and_captions_count_only_alone() -> None:
    text = "Cùng dự có đồng chí Trần Ví Dụ, Phó Bí thư Tỉnh ủy."
    assert person("Trần Ví Dụ", text, "Đồng chí Trần Ví Dụ đề nghị làm rõ.").role == "spoke"
    assert person("Trần Ví Dụ", text, ("caption", "Đồng chí Trần Ví Dụ chủ trì hội nghị")).role == "attended"
    assert person("Lê Thử Nghiệm", text, ("caption", "Đồng chí Lê Thử Nghiệm phát biểu")).role == "caption"


# --- references ------------------------------------------------------------------------------------------------------
def words(found: PersonMention, article: tuple[Block, ...]) -> list[tuple[str, str]]:
    texts = {b.id: b.text for b in article}
    return [(r.form, texts[r.evidence.block][r.evidence.start : r.evidence.end]) for r in found.references]


def test_every_word_that_stands_for_a_person_is_found() -> None:
    article = blocks(
        "Chiều 5-3, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Bình Mẫu Nguyễn Thị Ví Dụ dự hội nghị.",
        "Theo bà Dụ, kết quả là đáng mừng. Bà đề nghị làm tiếp.",
        "Chủ tịch HĐND tỉnh cũng lưu ý hai việc. Đồng chí yêu cầu báo cáo hằng tháng.",
    )
    (found,) = READER.read(article, Meta()).people
    assert words(found, article) == [
        ("full", "Nguyễn Thị Ví Dụ"),
        ("short", "bà Dụ"),
        ("honorific", "Bà"),
        ("office", "Chủ tịch HĐND tỉnh"),
        ("honorific", "Đồng chí"),
    ]


def test_a_given_name_of_two_people_is_nobody_and_the_editor_is_asked() -> None:
    result = read("Dự có ông Trần Văn Dụ và ông Lê Ví Dụ.", "Ông Dụ cho biết kết quả tốt.")
    assert [len(p.references) for p in result.people] == [1, 1]
    assert [(d.code, d.evidence.block) for d in result.doubts if d.evidence] == [("BN031", "b2")]


def test_the_form_of_address_decides_between_two_of_one_given_name() -> None:
    result = read("Dự có ông Trần Văn Dụ và bà Lê Thị Dụ.", "Bà Dụ cho biết kết quả tốt.")
    assert [len(p.references) for p in result.people] == [1, 2]
    assert result.doubts == ()


def test_an_honorific_means_the_person_the_text_is_about() -> None:
    article = blocks(
        "Phát biểu tại hội nghị, đồng chí Trần Ví Dụ biểu dương kết quả.",
        "Cũng theo đồng chí, tại buổi làm việc với Tỉnh ủy, đồng chí Tổng Bí thư Lê Thử đã chỉ đạo. "
        "Từ đó, đồng chí đề nghị làm ngay.",
    )
    first, second = READER.read(article, Meta()).people
    assert [w for _, w in words(first, article)] == ["Trần Ví Dụ", "đồng chí", "đồng chí"]
    assert [w for _, w in words(second, article)] == ["Lê Thử"]


def test_after_two_people_at_once_an_honorific_is_nobody() -> None:
    result = read("Đồng chí Trần Ví Dụ và đồng chí Lê Thử dự hội nghị.", "Đồng chí đề nghị làm ngay.")
    assert [len(p.references) for p in result.people] == [1, 1]


def test_an_office_that_nobody_here_was_introduced_with_is_nobody() -> None:
    result = read("Đồng chí Trần Ví Dụ, Chủ tịch HĐND tỉnh, dự.", "Bí thư Tỉnh ủy đã chỉ đạo làm ngay.")
    assert [len(p.references) for p in result.people] == [1]


def test_a_new_holder_and_a_former_one_are_not_mixed_up() -> None:
    article = blocks(
        "Ông Trần Ví Dụ thôi giữ chức Bí thư Tỉnh ủy. Ông Lê Thử Nghiệm giữ chức Bí thư Tỉnh ủy.",
        "Tân Bí thư Tỉnh ủy hứa làm tốt.",
    )
    first, second = READER.read(article, Meta()).people
    assert [w for _, w in words(first, article)] == ["Trần Ví Dụ"]
    assert [w for _, w in words(second, article)] == ["Lê Thử Nghiệm", "Tân Bí thư Tỉnh ủy"]


def test_an_office_said_of_a_short_name_is_that_persons() -> None:
    assert offices("Trần Ví Dụ", "Ông Trần Ví Dụ dự hội nghị.", "Ông Dụ được bầu giữ chức Bí thư Tỉnh ủy.") == [
        "Bí thư | Tỉnh ủy (incoming)"
    ]


# --- the editor ------------------------------------------------------------------------------------------------------
def test_the_editors_word_wins() -> None:
    stated = (StatedPerson("Trần Ví Dụ", None, "Bí thư Tỉnh ủy", "chaired"),)
    found = person("Trần Ví Dụ", "Đồng chí Trần Ví Dụ, Phó Bí thư Tỉnh ủy, dự.", people=stated)
    assert (found.role, found.stated_by_editor) == ("chaired", True)
    assert [(o.label, o.organization, o.rule) for o in found.offices] == [("Bí thư", "Tỉnh ủy", "stated-by-editor")]


def test_a_person_whom_only_the_editor_knows_is_added_with_the_places_of_the_name() -> None:
    text = "Hội nghị nghe trần ví dụ trình bày."
    found = person("Trần Ví Dụ", text, people=(StatedPerson("Trần Ví Dụ"),))
    assert [text[r.evidence.start : r.evidence.end] for r in found.references] == ["trần ví dụ"]
    absent = person(
        "Trần Thử Hải", text, people=(StatedPerson(None, "tran-thu-hai", "Chủ tịch UBND tỉnh", "attended"),)
    )
    assert (absent.references, absent.role, absent.stated_by_editor) == ((), "attended", True)


def test_who_is_no_person_for_the_editor_is_left_out() -> None:
    assert names("Đồng chí Trần Ví Dụ và đồng chí Lê Thử dự.", not_people=("Lê Thử",)) == ["Trần Ví Dụ"]


def test_editors_words_extend_the_vocabulary(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "offices.yml").write_text("titles: [Đại ví dụ]\n", encoding="utf-8")
    extended = PeopleReader(REGISTRY, tmp_path)
    text = blocks("Đại ví dụ Trần Thử Nghiệm dự.")
    assert [o.label for p in extended.read(text, Meta()).people for o in p.offices] == ["Đại ví dụ"]
    assert [o.label for p in READER.read(text, Meta()).people for o in p.offices] == []


# --- evidence, hostile text ------------------------------------------------------------------------------------------
FRAGMENTS = st.sampled_from(
    [
        "Đồng chí ",
        "ông ",
        "Trần Ví Dụ",
        "Lê Thị Thử",
        ", Bí thư Tỉnh ủy",
        " Phó Bí thư Thành ủy TP.HCM ",
        "; ",
        ": ",
        " - ",
        " (",
        ") ",
        ". ",
        " và ",
        "các đồng chí ",
        " giữ chức ",
        " thôi giữ chức ",
        " làm ",
        " yêu cầu ",
        "Theo ",
        "“",
        "” ",
        " là ",
        "nguyên ",
        "H'Dụ Niê",
        "K’",
        "TP. ",
        "phường An Thử ",
        "Ông Dụ",
        "đồng chí đề nghị ",
        " dự hội nghị",
        "PGS, TS ",
        "thay ",
        " chủ trì",
        "UBND ",
        "Chủ tịch HĐND tỉnh ",
        "Uỷ ",
        "gồm ",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.lists(FRAGMENTS | st.text(max_size=6), min_size=1, max_size=25).map("".join), min_size=1, max_size=5)
)
def test_whatever_is_read_every_evidence_holds_its_words(texts: list[str]) -> None:
    from biennien.text import clean_line

    article = blocks(*(clean_line(t).strip() or "." for t in texts))
    known = {b.id: b.text for b in article}
    result = READER.read(article, Meta())
    for found in result.people:
        assert found.references and found.references[0].form in ("full", "short", "office", "honorific")
        for evidence in [*(r.evidence for r in found.references), *(o.evidence for o in found.offices)]:
            assert 0 <= evidence.start < evidence.end <= len(known[evidence.block])
        assert [r.evidence for r in found.references] == sorted(
            {r.evidence for r in found.references}, key=lambda e: (int(e.block[1:]), e.start, e.end)
        )
    for statement in statements.read(article, result):
        assert 0 <= statement.person < len(result.people)
        assert 0 <= statement.evidence.start < statement.evidence.end <= len(known[statement.evidence.block])


@pytest.mark.parametrize(
    "unit",
    [
        "Nguyễn ",
        ", ",
        "Phó ",
        "123456 ",
        ";",
        "Nguyễn Văn A, ",
        "Phó Bí thư Thành ủy, ",
        "Sở ",
        "“",
        "đồng chí ",
        "- ",
        "(",
        "ABC ",
        "đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy; ",
        "ông A yêu cầu. ",
        "ông Trần Ví Dụ làm Bí thư, ",
        "theo đồng chí, ",
        "và ",
        "H'A ",
        "Khoa An toàn và ",
        "2 Phó Chủ tịch gồm ",
        "Ban Chỉ đạo Chương ",
        "Ông là Bí thư. ",
        "“A”, ông Lê Dụ nói. ",
        "ông từng là Bí thư, ",
        "ông Trần Ví Dụ, 40 tuổi, ",
        "từ năm 2010 đến năm 2015 ông làm Bí thư Huyện ủy; ",
        "Bí thư Tỉnh ủy (Bộ) ",
        "trước khi làm Bí thư; ",
        "từ 1-1-1-",
    ],
)
def test_hostile_text_of_one_line_comes_to_an_end(unit: str) -> None:
    article = blocks(unit * (200_000 // len(unit)))
    result = READER.read(article, Meta())
    assert len(result.people) <= 2
    assert len(statements.read(article, result)) >= 0


# --- what somebody was -------------------------------------------------------------------------------------------
LEAD = "Ngày 1-10, ông Trần Ví Dụ phát biểu tại hội nghị."


@pytest.mark.parametrize(
    "text",
    [
        "Ông Dụ từng giữ chức Giám đốc Sở Y tế tỉnh Bình Mẫu.",
        "Ông Dụ đã kinh qua các chức vụ: Giám đốc Sở Y tế tỉnh Bình Mẫu.",
        "Từ năm 2015 đến 2020, ông Dụ giữ chức Giám đốc Sở Y tế tỉnh Bình Mẫu.",
        "Trước đó, ông Trần Ví Dụ là Giám đốc Sở Y tế tỉnh Bình Mẫu.",
        "Ông Dụ có thời gian làm Giám đốc Sở Y tế tỉnh Bình Mẫu.",
        "Ông Dụ có nhiều năm làm Giám đốc Sở Y tế tỉnh Bình Mẫu.",
        "Trước đó, ông Dụ làm Giám đốc Sở Y tế tỉnh Bình Mẫu từ tháng 5/2020.",
        "Ông Dụ làm Giám đốc Sở Y tế tỉnh Bình Mẫu từ tháng 5-2009 đến tháng 10-2014.",
        "Từ tháng 11-2014 đến tháng 6-2019, ông Trần Ví Dụ là Giám đốc Sở Y tế tỉnh Bình Mẫu.",
        "Ông Dụ giữ chức Giám đốc Sở Y tế tỉnh Bình Mẫu giai đoạn 2010-2015.",
        "Trước khi nhận nhiệm vụ mới, ông Dụ là Giám đốc Sở Y tế tỉnh Bình Mẫu.",
        "Khi đó là Giám đốc Sở Y tế tỉnh Bình Mẫu, ông Trần Ví Dụ đã ký văn bản này.",
        "Ông Dụ sinh năm 1970. Ông từng giữ chức Giám đốc Sở Y tế tỉnh Bình Mẫu.",
        "Ông Dụ đi học trước khi làm Giám đốc Sở Y tế tỉnh Bình Mẫu. Từ tháng 3-2017 đến tháng 1-2021, ông nghỉ.",
    ],
)
def test_an_office_of_a_career_is_a_former_one(text: str) -> None:
    (office,) = person("Trần Ví Dụ", LEAD, text).offices
    assert (office.label, office.organization, office.status) == ("Giám đốc", "Sở Y tế tỉnh Bình Mẫu", "former")


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Ông Dụ được bầu giữ chức Giám đốc Sở Y tế tỉnh Bình Mẫu.", ["incoming"]),
        ("Đồng chí yêu cầu từng cấp ủy làm rõ; chỉ định ông Dụ giữ chức Giám đốc Sở Y tế.", ["incoming"]),
        ("Năm 2020, ông Dụ được bầu giữ chức Giám đốc Sở Y tế.", []),  # nobody says whether he still is
        ("Năm 2020, ông Trần Ví Dụ là Giám đốc Sở Y tế.", []),
        ("Từ tháng 1/2021, ông được điều động làm Giám đốc Sở Y tế.", []),
        ("Từng là giáo viên, ông Dụ được bầu làm Giám đốc Sở Y tế.", []),
        ("Từ tháng 3-2020 đến nay, ông làm Giám đốc Sở Y tế.", ["current"]),
        ("Ông Dụ từng ở xa trước khi được bầu làm Giám đốc Sở Y tế.", ["current"]),
        ("Ông Dụ được bổ nhiệm làm Giám đốc Sở Y tế từ tháng 7/2025.", ["incoming"]),
        ("Ông Dụ, người giữ chức ấy đến khi đó, sẽ sang Mẫu Giang làm Giám đốc Sở Y tế.", ["incoming"]),
        ("Bổ nhiệm ông Dụ, người từng ở quân đội, giữ chức Giám đốc Sở Y tế.", ["incoming"]),
    ],
)
def test_an_office_taken_now_is_no_career(text: str, statuses: list[str]) -> None:
    assert [o.status for o in person("Trần Ví Dụ", LEAD, text).offices] == statuses


def test_all_offices_that_a_career_lists_are_former_ones() -> None:
    text = (
        "Đồng chí Dụ sinh năm 1970, đã kinh qua các chức vụ: Trưởng phòng Nội vụ huyện Mẫu Sơn; "
        "Bí thư Đoàn xã Tân Thử; Chủ tịch UBND huyện Mẫu Sơn, rồi Giám đốc Sở Nội vụ tỉnh Bình Mẫu."
    )
    assert offices("Trần Ví Dụ", LEAD, text) == [
        "Trưởng | Phòng Nội vụ huyện Mẫu Sơn (former)",
        "Bí thư | Đoàn xã Tân Thử (former)",
        "Chủ tịch | UBND huyện Mẫu Sơn (former)",
        "Giám đốc | Sở Nội vụ tỉnh Bình Mẫu (former)",
    ]


def test_a_decision_about_one_with_a_career_keeps_old_and_new_apart() -> None:
    text = "Bộ Chính trị chỉ định ông Trần Ví Dụ, người từng giữ chức Giám đốc Sở Y tế, giữ chức Bí thư Tỉnh ủy."
    assert offices("Trần Ví Dụ", text) == ["Giám đốc | Sở Y tế (former)", "Bí thư | Tỉnh ủy (incoming)"]


@pytest.mark.parametrize("aside", [", 48 tuổi", ", sinh năm 1971", " (48 tuổi)", ", SN 1971"])
def test_an_age_between_name_and_office_is_stepped_over(aside: str) -> None:
    text = f"Chỉ định ông Trần Ví Dụ{aside}, Giám đốc Sở Y tế và bà Lê Thị Thử{aside}, Bí thư Huyện ủy tham gia cấp ủy."
    assert offices("Trần Ví Dụ", text) == ["Giám đốc | Sở Y tế"]
    assert {p.name: p.role for p in read(text).people} == {"Trần Ví Dụ": "mentioned", "Lê Thị Thử": "mentioned"}


def test_a_ministry_in_brackets_stands_between_an_office_and_its_holder() -> None:
    text = "Chủ trì là Phó Cục trưởng Cục Thủy lợi (Bộ Nông nghiệp và Môi trường) Trần Ví Dụ."
    assert offices("Trần Ví Dụ", text) == ["Phó Cục trưởng | Cục Thủy lợi"]
    text = "Dự có GS.TS Trần Ví Dụ (Giáo sư Đại học Mẫu, Giám đốc Sở Y tế), ông Lê Văn Thử."
    assert "Giám đốc | Sở Y tế" in offices("Trần Ví Dụ", text)


def test_who_has_an_office_may_head_a_firm_of_any_name() -> None:
    text = "Ông Trần Ví Dụ, Tổng Giám đốc Vidugroup cho biết. Bà Lê Thị Thử, Giám đốc VDXT Bình Mẫu, dự."
    assert offices("Trần Ví Dụ", text) == ["Tổng Giám đốc | Vidugroup"]
    assert offices("Lê Thị Thử", text) == ["Giám đốc | VDXT Bình Mẫu"]


def test_a_field_of_work_in_small_letters_is_no_office() -> None:
    text = "Nói về công tác lãnh sự ông Trần Ví Dụ, Giám đốc Sở Ngoại vụ, kể ba việc."
    assert offices("Trần Ví Dụ", text) == ["Giám đốc | Sở Ngoại vụ"]


def test_the_leader_of_a_delegation_does_not_head_who_sent_it() -> None:
    text = "Sở Y tế do bà Trần Ví Dụ làm Trưởng đoàn đã đi thăm ba xã."
    assert offices("Trần Ví Dụ", text) == ["Trưởng đoàn | —"]


def test_what_was_printed_short_is_kept_beside_what_it_stands_for() -> None:
    text = "Đồng chí Trần Ví Dụ, Phó Bí thư Đảng ủy, Chủ tịch UBND phường An Thử, dự."
    first, second = person("Trần Ví Dụ", text).offices
    assert (first.printed, first.organization) == ("Đảng ủy", "Đảng ủy phường An Thử")
    assert second.printed is None


def test_late_leaders_are_people_where_a_list_names_them_among_others() -> None:
    text = "Danh sách có các ông Trần Ví Dụ, Võ Văn Kiệt, Lê Văn Thử."
    assert names(text) == ["Trần Ví Dụ", "Võ Văn Kiệt", "Lê Văn Thử"]


def test_who_goes_elsewhere_takes_the_office_not_who_follows_him() -> None:
    text = "Ông Lê Văn Mẫu thay ông Trần Ví Dụ, người sang làm Giám đốc Sở Y tế."
    found = {p.name: [o.label for o in p.offices] for p in read(LEAD, text).people}
    assert found == {"Trần Ví Dụ": ["Giám đốc"], "Lê Văn Mẫu": []}


def test_a_surname_that_looks_like_an_honorific_or_that_no_list_has() -> None:
    assert names("Giám đốc Sở Y tế Ông Văn Mẫu báo cáo.") == ["Ông Văn Mẫu"]
    assert names("Bí thư Tỉnh ủy Thịch Thị Ví Dụ báo cáo.") == ["Thịch Thị Ví Dụ"]


def test_what_heads_a_list_is_said_of_all_who_have_their_own_offices_too() -> None:
    text = (
        "Tham dự có các Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng: Trưởng Ban Mẫu Trung ương Lê Thị Thử, "
        "Trưởng Ban Thử Trung ương Phan Ví Dụ; các đồng chí Phó Bí thư Tỉnh ủy: Chủ tịch HĐND tỉnh Trần Văn Nháp."
    )
    found = {p.name: ([o.label for o in p.offices], p.role) for p in read(text).people}
    assert found == {
        "Lê Thị Thử": (["Ủy viên", "Bí thư", "Trưởng"], "attended"),
        "Phan Ví Dụ": (["Ủy viên", "Bí thư", "Trưởng"], "attended"),
        "Trần Văn Nháp": (["Phó Bí thư", "Chủ tịch"], "attended"),
    }


def test_a_word_about_one_person_does_not_end_the_list_of_those_present() -> None:
    text = "Dự có đồng chí Trần Ví Dụ - Phó Bí thư Tỉnh ủy phụ trách địa bàn; đồng chí Lê Văn Mẫu - Trưởng Công an xã."
    assert {p.name: p.role for p in read(text).people} == {"Trần Ví Dụ": "attended", "Lê Văn Mẫu": "attended"}


def test_capitals_of_a_headline_do_not_complete_a_committees_name() -> None:
    shouted = ("headline", "ĐẢNG ỦY XÃ TÂN THỬ TỔ CHỨC HỘI NGHỊ BAN CHẤP HÀNH")
    offices = person("Trần Ví Dụ", shouted, ("lead", "Đồng chí Trần Ví Dụ, Bí thư Đảng ủy, phát biểu.")).offices
    assert [(o.label, o.organization) for o in offices] == [("Bí thư", "Đảng ủy")]


HELD = "Sáng 5-3, Tỉnh ủy Bình Mẫu tổ chức hội nghị."


@pytest.mark.parametrize(
    "text",
    [
        "Bệnh viện có ba bác sĩ Trung Quốc. Lầu Năm Góc cho biết sẽ rút.",
        "Về Biển Đông, Bí thư Tỉnh ủy đề nghị các bên kiềm chế.",
        "Theo Ví Phong, Phó Hiệu trưởng nói lời xin lỗi.",
        "Tuyến cao tốc Cam Ví - La Mẫu, Bộ trưởng yêu cầu làm ngay.",
        "Ông từng làm ở khu kinh tế mở Chu Mẫu, Phó Chủ tịch UBND tỉnh.",
        "Sinh ở thị trấn Ví Đăng (Cao Mẫu, Thử Sơn), từng là Hiệu trưởng trường xã.",
        "Đề nghị các đồng chí Bộ Ví Thương làm rõ.",
        "Hàng được giữ ở số 5 Trần Ví Tông và hẻm 41 Nguyễn Văn Ví.",
        "Chủ tịch nước tiếp Đoàn Đảng Ví Dụ. Đoàn Hàn Quốc đã về.",
        "Trung tâm nuôi dưỡng trẻ em Gò Mẫu được tặng quà. Một người đàn ông Ấn Độ kể lại.",
        "Lễ hội Bà Chúa Mẫu diễn ra ở chân núi. Khu du lịch Bà Nà đón khách.",
    ],
)
def test_places_and_words_that_look_like_a_name_are_nobody(text: str) -> None:
    assert names(HELD, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thủ tướng Nhật Shinzu Vidu và Thủ tướng Thái Lan Prayut Mauchan dự.", ["Shinzu Vidu", "Prayut Mauchan"]),
        ("Ngoại trưởng Papua New Guinea Rimbink Vido phát biểu.", ["Rimbink Vido"]),
        (
            "Tổng thống Brasil Luiz Vidu da Mausa và Thái tử Mohamed bin Vidu dự.",
            ["Luiz Vidu da Mausa", "Mohamed bin Vidu"],
        ),
        ("Tổng thống Syria Bashar al-Vidu phát biểu.", ["Bashar al-Vidu"]),
        ("Chủ tịch Vidu Group Trần Ví Mẫu phát biểu.", ["Trần Ví Mẫu"]),
        ("Người phát ngôn Bộ Ngoại giao Trung Quốc Lý Ví Mẫu nói.", ["Lý Ví Mẫu"]),
        ("Tổng thống Nga Vidutin cho biết hai nước sẽ ký. Ông Vidutin cảm ơn.", ["Vidutin"]),
        ("Bà Hà Lan Anh và chị Nhật Mẫu phát biểu.", ["Hà Lan Anh", "Nhật Mẫu"]),
        ("Bộ trưởng Tô Dụ trao quyết định. Bộ trưởng Hishamut Vidusen dự.", ["Tô Dụ", "Hishamut Vidusen"]),
        ("Đại tá Nguyễn Trường Dụ sinh năm 1970. Ông Hà Sĩ Đồng lần lượt hỏi.", ["Nguyễn Trường Dụ", "Hà Sĩ Đồng"]),
    ],
)
def test_a_country_before_a_name_is_no_part_of_it(text: str, found: list[str]) -> None:
    assert names(HELD, text) == found


def test_a_country_before_a_name_belongs_to_the_office() -> None:
    assert offices("Shinzu Vidu", HELD, "Thủ tướng Nhật Shinzu Vidu dự.") == ["Thủ tướng | Nhật"]
    assert offices("Lý Ví Mẫu", HELD, "Người phát ngôn Bộ Ngoại giao Trung Quốc Lý Ví Mẫu nói.") == [
        "Người phát ngôn | Bộ Ngoại giao Trung Quốc"
    ]
    assert offices("Tô Dụ", HELD, "Bộ trưởng Tô Dụ trao quyết định.") == ["Bộ trưởng | —"]


def test_nobody_is_head_of_the_committee_and_of_a_department() -> None:
    text = "Làm việc với Chủ tịch UBND tỉnh, Giám đốc Sở Y tế Trần Ví Dụ phản ánh thực trạng họp quá nhiều."
    assert offices("Trần Ví Dụ", HELD, text) == ["Giám đốc | Sở Y tế"]
    assert person("Trần Ví Dụ", HELD, text).role == "spoke"


@pytest.mark.parametrize(
    ("full", "later"),
    [
        ("Ông Trần Ví Khoa, Giám đốc Sở Y tế, dự.", "Ông Khoa nói rằng khó."),
        ("Ông Trần Ví Viện, Giám đốc Sở Y tế, dự.", "Ông Viện đề nghị làm ngay."),
        ("Anh Trần Ví Giao, Bí thư Tỉnh đoàn, dự.", "Anh Giao bày tỏ rằng khó."),
        ("Chủ tịch UBND TP Mẫu Giang Trần Ví Dụ dự.", "Chủ tịch Mẫu Giang đề nghị làm ngay."),
        ("Bí thư Thành ủy Mẫu Giang Trần Ví Dụ dự.", "Bí thư Mẫu Giang đề nghị làm ngay."),
        ("Bộ trưởng Bộ Công an Trần Ví Dụ dự.", "Bộ trưởng Công an nói việc này khó."),
        ("Giám đốc Sở Kế hoạch và Đầu tư Trần Ví Dụ dự.", "Giám đốc Sở Kế hoạch - Đầu tư nói việc này khó."),
        ("PGS.TS Trần Thị Ví Dụ dự.", "Nữ PGS chia sẻ rằng khó."),
        ("Thiếu tướng Trần Ví Dụ dự.", "Theo thiếu tướng, việc này khó."),
        ("Đại biểu Trần Ví Dụ cho rằng nên làm.", "Theo đại biểu, việc này khó."),
        ("Thủ tướng Nhật Shinzu Vidu dự.", "Ông Vidu nói rằng khó."),
    ],
)
def test_words_that_stand_for_somebody_introduced_before(full: str, later: str) -> None:
    (found,) = read(HELD, full, later).people
    assert [r.evidence.block for r in found.references] == ["b2", "b3"]
    assert found.role == "spoke"


@pytest.mark.parametrize(
    "later",
    [
        "Phó Chủ tịch Mẫu Giang đề nghị làm ngay.",
        "Bộ trưởng Tài chính nói việc này khó.",
        "Các PGS chia sẻ rằng khó.",
        "Bác sĩ xác định cháu bị đau.",
        "Theo nhiều đại biểu, việc này khó.",
        "Bệnh viện có PGS Lê Mẫu và nhiều người dự.",
    ],
)
def test_another_office_or_rank_stands_for_somebody_else(later: str) -> None:
    full = "Chủ tịch UBND TP Mẫu Giang Trần Ví Dụ dự. PGS Lê Ví Thử dự. Bộ trưởng Bộ Công an Phan Ví Nháp dự."
    assert all(r.evidence.block == "b2" for p in read(HELD, full, later).people[:3] for r in p.references)


def test_a_list_that_goes_on_directly_behind_a_bracket_is_read() -> None:
    text = (
        "Miễn nhiệm các ông Trần Ví Dụ (nghỉ hưu), ông Lê Ví Mẫu (giữ vị trí mới Phó Chủ tịch HĐND tỉnh); "
        "ông Phan Ví Thử (đã nghỉ)."
    )
    assert names(HELD, text) == ["Trần Ví Dụ", "Lê Ví Mẫu", "Phan Ví Thử"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ông gặp Chủ tịch IPU Tulia Viduson và Tổng Giám đốc WTO Ngozi Vidu-Wela.",
            ["Tulia Viduson", "Ngozi Vidu-Wela"],
        ),
        ("Chủ nhiệm Ủy ban Đối ngoại Quốc hội Cuba Rolando Vidúz dự.", ["Rolando Vidúz"]),
        ("Kim Vi-du nên từ bỏ vũ khí.", ["Kim Vi-du"]),
        ("Nhà vua Vidihito và Hoàng Thái tử Naruvido nhấn mạnh điều này.", ["Vidihito", "Naruvido"]),
        ("Vua Vidupe VI và Giáo hoàng Vidancis phát biểu.", ["Vidupe VI", "Vidancis"]),
        ("Chủ tịch Ủy ban châu Âu Urvida von der Vidun dự.", ["Urvida von der Vidun"]),
        ("Ông M.Ramesh Viduvu, Phó Giám đốc Sở Ví Dụ, dự.", ["M.Ramesh Viduvu"]),
        ("Quốc vương Campuchia Preah Bat Samdech Norodom Vidoni dự.", ["Norodom Vidoni"]),
    ],
)
def test_names_of_guests_from_abroad(text: str, found: list[str]) -> None:
    assert names(HELD, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch Vidu Airlines cho biết đội bay sẽ tăng.",
        "Tượng vua Quang Trung và vua Hùng đặt ở quảng trường.",
        "Tổng Giám đốc WTO nói việc này khó.",
        "Đoàn gặp Chủ tịch Đảng Vidun Mauxa vào buổi sáng.",
    ],
)
def test_firms_and_kings_of_old_are_nobody(text: str) -> None:
    assert names(HELD, text) == []


def test_a_foreigner_is_called_by_any_of_his_names() -> None:
    (found,) = read(HELD, "Ông Kanawida Hirokamo, Tổng quản lý, dự.", "Ông Kanawida nói rằng việc này khó.").people
    assert [r.evidence.block for r in found.references] == ["b2", "b3"]
    (found,) = read(HELD, "Ông Trần Ví Dụ, Giám đốc Sở Ví Dụ, dự.", "Ông Trần nói rằng việc này khó.").people
    assert [r.evidence.block for r in found.references] == ["b2"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Trong khi đó, ông Trần Ví Dụ, Giám đốc Sở Y tế trở thành đại biểu HĐND ít tuổi nhất khóa này.",
            ["Giám đốc | Sở Y tế", "đại biểu HĐND | — (incoming)"],
        ),
        (
            "Đại tướng Trần Ví Dụ, Bộ trưởng Bộ Công an làm trưởng đoàn Việt Nam.",
            ["Bộ trưởng | Bộ Công an", "trưởng đoàn | Việt Nam", "Đại tướng | —"],
        ),
        (
            "Ông Trần Ví Dụ, người từng làm chủ tịch xã, vừa được Bộ Chính trị phân công làm Bí thư Tỉnh ủy Bình Mẫu.",
            ["chủ tịch | xã (former)", "Bí thư | Tỉnh ủy Bình Mẫu (incoming)"],
        ),
        (
            "Trước đó, Trung ương giới thiệu Bộ trưởng Lê Ví Mẫu làm Chủ tịch nước và Phó chủ tịch Quốc hội "
            "Trần Ví Dụ làm Chủ tịch Quốc hội.",
            ["Phó chủ tịch | Quốc hội", "Chủ tịch | Quốc hội (incoming)"],
        ),
    ],
)
def test_offices_taken_meanwhile_just_now_or_on_a_journey(text: str, found: list[str]) -> None:
    assert [o.replace("| Xã", "| xã") for o in offices("Trần Ví Dụ", HELD, text)] == found


@pytest.mark.parametrize(("year", "found"), [(2016, ["incoming"]), (2019, [])])
def test_a_decision_of_a_day_long_before_the_article_is_no_news(year: int, found: list[str]) -> None:
    text = "Ngày 9/4/2016, ông Trần Ví Dụ được bầu giữ chức Phó Bí thư Tỉnh ủy Bình Mẫu."
    result = READER.read(blocks(HELD, text), Meta(), dt.date(year, 4, 10))
    assert [o.status for p in result.people for o in p.offices] == found


def test_a_monks_name_begins_behind_that_of_his_pagoda() -> None:
    assert names(HELD, "Sư trụ trì chùa Ba Mẫu Thích Trí Ví Dụ xác nhận việc này.") == ["Thích Trí Ví Dụ"]
