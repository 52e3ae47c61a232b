"""Citations of documents in running text: which words are one, how far they reach, and what they say of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biennien.entities import DocumentRecord, Registry
from biennien.extract.documents import DocumentReader
from biennien.model import Block, BlockKind, Citation

EMPTY = Registry({}, {}, {}, {}, {})
READER = DocumentReader(EMPTY)


def read(text: str, kind: BlockKind = "paragraph") -> tuple[Citation, ...]:
    return READER.read((Block("b1", kind, text, 1),))


def written(text: str) -> list[str]:
    return [c.as_written for c in read(text)]


# --- full symbols ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "symbol", "type_", "number"),
    [
        ("Nghị quyết số 18-NQ/TW được quán triệt.", "18-NQ/TW", "nghị quyết", "18"),
        ("Nghị quyết số 18 – NQ/TW được quán triệt.", "18-NQ/TW", "nghị quyết", "18"),
        ("Nghị quyết số 18—NQ/TW", "18-NQ/TW", "nghị quyết", "18"),
        ("Nghị quyết 18-NQ/TƯ", "18-NQ/TW", "nghị quyết", "18"),
        ("Nghị quyết 18/NQ-TW", "18-NQ/TW", "nghị quyết", "18"),
        ("NGHỊ QUYẾT SỐ 57-NQ/TW", "57-NQ/TW", "nghị quyết", "57"),
        ("nghị quyết 05-NQ/TU của Thành ủy", "05-NQ/TU", "nghị quyết", "05"),
        ("Nghị quyết số 09-NQ/ĐH", "09-NQ/ĐH", "nghị quyết", "09"),
        ("Quy định số 1375-QĐ/TU", "1375-QĐ/TU", "quy định", "1375"),
        ("Quy định 07-QĐi/TW", "07-QĐi/TW", "quy định", "07"),
        ("Quyết định số 2292-QĐNS/TW", "2292-QĐNS/TW", "quyết định", "2292"),
        ("Chương trình hành động số 05-CTr/TU", "05-CTr/TU", "chương trình", "05"),
        ("Kế hoạch số 249-KH/UBKTTW", "249-KH/UBKTTW", "kế hoạch", "249"),
        ("Kế hoạch số: 452-KH/TU", "452-KH/TU", "kế hoạch", "452"),
        ("Hướng dẫn số 36-HD/VPTW", "36-HD/VPTW", "hướng dẫn", "36"),
        ("Nghị quyết số 128/NQ-CP", "128/NQ-CP", "nghị quyết", "128"),
        ("Nghị định 73/2023/NĐ-CP", "73/2023/NĐ-CP", "nghị định", "73"),
        ("Nghị quyết 98/2023/QH15", "98/2023/QH15", "nghị quyết", "98"),
        ("Chỉ thị 16/CT-TTg", "16/CT-TTg", "chỉ thị", "16"),
        ("Chỉ thị số 18/CT-UBND", "18/CT-UBND", "chỉ thị", "18"),
        ("Quyết định số 1234/QĐ-UBND", "1234/QĐ-UBND", "quyết định", "1234"),
        ("Nghị quyết số 57/2024/NQ-HĐND", "57/2024/NQ-HĐND", "nghị quyết", "57"),
        ("Nghị quyết số 30a/2008/NQ-CP", "30a/2008/NQ-CP", "nghị quyết", "30a"),
        ("Thông báo kết luận số 20-TB/TW", "20-TB/TW", "thông báo", "20"),
        ("Công văn số 55/UBND-NC", "55/UBND-NC", "công văn", "55"),
        ("theo (18-NQ/TW)", "18-NQ/TW", "nghị quyết", "18"),
        ("NQ18-NQ/TW", "18-NQ/TW", "nghị quyết", "18"),
    ],
)
def test_a_full_symbol_is_read_and_written_in_one_form(text: str, symbol: str, type_: str, number: str) -> None:
    (citation,) = read(text)
    assert (citation.symbol, citation.type, citation.number) == (symbol, type_, number)


def test_the_noun_decides_between_quy_dinh_and_quyet_dinh() -> None:
    assert [c.type for c in read("Quy định 22-QĐ/TW thay Quyết định 15-QĐ/TW")] == ["quy định", "quyết định"]


# --- bare numbers ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("thực hiện tốt Quy định 1375 của Ban Thường vụ Thành ủy", "1375"),
        ("Nghị quyết 57 không chỉ là định hướng", "57"),
        ("Nghị quyết 57 trong toàn Đảng bộ", "57"),
        ("Nghị quyết 57: động lực mới", "57"),
        ("theo nghị quyết 18 của Trung ương", "18"),
        ("Đề án 06 của Chính phủ", "06"),
        ("Đề án 06/CP", "06"),
        ("Chương trình 135", "135"),
        ("Nghị quyết 18 năm 2017 của Trung ương Đảng", "18"),
        ("Nghị quyết 57 Bộ Chính trị", "57"),
        ("NQ 57 được triển khai", "57"),
        ("Kế hoạch số 11 của Huyện ủy", "11"),
        ("theo quyết định 60 năm 2017 của UBND tỉnh", "60"),
        ("sửa đổi nghị quyết 03/2018 về thu nhập tăng thêm", "03"),
    ],
)
def test_a_bare_number_after_the_name_of_a_type_is_a_document(text: str, number: str) -> None:
    assert [c.number for c in read(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "chi bộ 18 họp ngày 18-10-2025",
        "Điện thoại 028.38291234",
        "Đại hội XIV của Đảng",
        "các nghị quyết của Trung ương và Thành ủy",
        "ban hành 12 nghị quyết, 18 chỉ thị",
        "Đảng quy định 5 điều; hội nghị quyết định 3 nội dung, kết luận 2 vấn đề",
        "Kế hoạch 5 năm 2021-2025 và Kế hoạch 100 ngày",
        "Kế hoạch năm 2026, Chương trình 2025",
        "báo cáo 6 tháng đầu năm",
        "quyết định 20 năm trước, quyết định 2 năm 2018 và kế hoạch 20 năm 2011",
        "“bộ tứ nghị quyết” của Bộ Chính trị",
        "Nghị quyết 20 đảng viên đã ký",
        "nghị quyết đại hội Đảng các cấp",
        "quán triệt nghị quyết đại hội đảng bộ cấp mình",
        "Kế hoạch của Ban Thường vụ Thành ủy về công tác tư tưởng",
    ],
)
def test_what_only_looks_like_a_document_is_left_out(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("kind", ["teaser", "boilerplate", "byline", "credit"])
def test_pieces_that_are_not_the_articles_own_are_not_read(kind: BlockKind) -> None:
    assert read("Nghị quyết 57-NQ/TW", kind) == ()
    assert len(read("Nghị quyết 57-NQ/TW", "caption")) == 1


# --- lists -------------------------------------------------------------------------------------------------------
def test_a_list_gives_one_citation_for_each_number_with_its_own_span() -> None:
    citations = read("Quán triệt các Nghị quyết số 57, 59, 66 và 68 của Bộ Chính trị.")
    assert [c.number for c in citations] == ["57", "59", "66", "68"]
    assert [c.as_written for c in citations] == ["Nghị quyết số 57", "59", "66", "68 của Bộ Chính trị"]
    assert {c.issuer for c in citations} == {"Bộ Chính trị"}


def test_plenum_and_term_after_a_list_belong_to_all_of_it() -> None:
    text = "theo Nghị quyết 18, 19 Hội nghị Trung ương 6 khóa XII"
    assert [(c.number, c.plenum, c.term) for c in read(text)] == [("18", 6, "XII"), ("19", 6, "XII")]


def test_a_list_in_brackets_is_read_with_the_issuer_before_it() -> None:
    citations = read("các nghị quyết trụ cột của Bộ Chính trị (số 57, 59, 66, 68) được cụ thể hóa")
    assert [(c.number, c.issuer) for c in citations] == [(n, "Bộ Chính trị") for n in ("57", "59", "66", "68")]


def test_a_list_stops_where_a_number_counts_something() -> None:
    assert [c.number for c in read("Nghị quyết 57, 3 khâu đột phá và 20 đảng viên")] == ["57"]


# --- what stands beside ------------------------------------------------------------------------------------------
def test_issuer_term_day_and_quoted_title_are_read() -> None:
    (citation,) = read(
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII “Một số vấn đề” là căn cứ."
    )
    assert citation.issuer == "Ban Chấp hành Trung ương Đảng"
    assert (citation.term, citation.year, citation.title) == ("XII", 2017, "Một số vấn đề")
    assert citation.as_written.endswith("khóa XII")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Chỉ thị 50 của Ban Bí thư khóa XIII", "XIII"),
        ("Chỉ thị 50 của Ban Bí thư (khóa XIII)", "XIII"),
        ("Chỉ thị 50 của Ban Bí thư khoá XIII", "XIII"),
        ("Nghị quyết Trung ương 4 khóa 11", "XI"),
    ],
)
def test_the_term_is_kept_as_a_roman_numeral(text: str, term: str) -> None:
    assert read(text)[0].term == term


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Chỉ thị 18 của UBND TPHCM", "UBND TPHCM"),
        ("Kế hoạch số 5-KH/ĐU của Đảng ủy phường Thử", "Đảng ủy phường Thử"),
        (
            "Quy định 9 của Ban Thường vụ Tỉnh ủy Bà Mẫu - Vũng Thử về tiếp dân",
            "Ban Thường vụ Tỉnh ủy Bà Mẫu - Vũng Thử",
        ),
        ("Nghị quyết 09-NQ/TU của Ban Chấp hành Đảng bộ TP Hòa Ví. Hội nghị", "Ban Chấp hành Đảng bộ TP Hòa Ví"),
        ("Nghị quyết số 06 của Tỉnh ủy được thực hiện", "Tỉnh ủy"),
    ],
)
def test_the_issuers_words_end_where_the_name_ends(text: str, issuer: str) -> None:
    assert read(text)[0].issuer == issuer


def test_a_title_after_ve_runs_to_where_the_sentence_goes_on() -> None:
    (citation,) = read("Quy định 37-QĐ/TW về những điều đảng viên không được làm, nhằm giữ kỷ luật.")
    assert citation.title == "những điều đảng viên không được làm"


# --- plenums -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "plenum", "term"),
    [
        ("Nghị quyết Trung ương 4 khóa XII", 4, "XII"),
        ("Nghị quyết Trung ương 4, khóa XII", 4, "XII"),
        ("Nghị quyết TW4 khóa XII", 4, "XII"),
        ("NQ TW 5 khóa XII", 5, "XII"),
        ("Nghị quyết Hội nghị Trung ương 8 (khóa XIII)", 8, "XIII"),
        ("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XI", 4, "XI"),
        ("Nghị quyết trung ương bảy khóa X", 7, "X"),
        ("Kết luận của Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đảng", 4, None),
    ],
)
def test_resolutions_of_plenums_are_read_without_a_number(text: str, plenum: int, term: str | None) -> None:
    (citation,) = read(text)
    assert (citation.plenum, citation.term, citation.number) == (plenum, term, None)


def test_two_terms_after_a_plenum_are_two_documents() -> None:
    citations = read("Nghị quyết Trung ương 4 (khóa XI, XII)")
    assert [(c.term, c.as_written) for c in citations] == [("XI", "Nghị quyết Trung ương 4 (khóa XI"), ("XII", "XII")]


# --- congresses --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "ordinal", "body"),
    [
        ("Nghị quyết Đại hội XIII của Đảng", "XIII", None),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "XIII", None),
        ("Nghị quyết Đại hội Đảng lần thứ XII", "XII", None),
        ("Nghị quyết Đại hội toàn quốc lần thứ XIV của Đảng", "XIV", None),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII", "XVII", "Đảng bộ tỉnh"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Bình Mẫu lần thứ 17", "XVII", "Đảng bộ tỉnh Bình Mẫu"),
        ("Nghị quyết Đại hội lần thứ XVIII Đảng bộ thành phố Hòa Ví", "XVIII", "Đảng bộ thành phố Hòa Ví"),
        ("nghị quyết Đại hội đại biểu Đảng bộ TPHCM lần I", "I", "Đảng bộ TPHCM"),
        ("nghị quyết đại hội lần thứ nhất của Đảng bộ thành phố", "I", "Đảng bộ thành phố"),
        ("Nghị quyết đại hội đại biểu các cơ quan Đảng TP.HCM lần thứ nhất", "I", "các cơ quan Đảng TP.HCM"),
        ("Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII", "XII", "Đoàn"),
    ],
)
def test_resolutions_of_congresses_are_read_with_ordinal_and_body(text: str, ordinal: str, body: str | None) -> None:
    (citation,) = read(text)
    assert (citation.congress, citation.congress_body, citation.as_written) == (ordinal, body, text)


def test_a_second_congress_may_hang_on_the_same_noun() -> None:
    text = "Nghị quyết Đại hội XIII của Đảng, Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII và đại hội các cấp"
    assert [c.congress for c in read(text)] == ["XIII", "XVII"]


def test_the_term_printed_elsewhere_in_the_article_dates_a_congress() -> None:
    blocks = (
        Block("b1", "lead", "Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2020-2025, khai mạc.", 1),
        Block("b2", "paragraph", "Đại biểu bàn về Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII.", 2),
    )
    assert [c.year for c in READER.read(blocks)] == [2020]


def test_a_congress_known_only_by_its_term_is_a_citation_of_nobody_in_particular() -> None:
    (citation,) = read("năm đầu triển khai nghị quyết đại hội nhiệm kỳ 2025 - 2030")
    assert (citation.congress, citation.congress_body, citation.year) == (None, "", 2025)


# --- back-references and names -----------------------------------------------------------------------------------
def test_an_unnumbered_repetition_means_the_last_one_of_that_type_and_issuer() -> None:
    blocks = (
        Block("b1", "paragraph", "Hội nghị bàn Kết luận số 01-KL/TW và Kết luận số 14-KL/TW của Bộ Chính trị.", 1),
        Block("b2", "paragraph", "Thành ủy đang cụ thể hóa Kết luận của Bộ Chính trị.", 2),
    )
    last = READER.read(blocks)[-1]
    assert (last.as_written, last.number, last.rule) == ("Kết luận của Bộ Chính trị", "14", "back-reference")


def test_an_unnumbered_document_without_antecedent_is_left_out() -> None:
    assert read("Thành ủy đang cụ thể hóa Kết luận của Bộ Chính trị.") == ()


def test_names_of_the_registry_that_the_grammar_cannot_read_are_found_literally() -> None:
    record = DocumentRecord("nn/ubnd-binh-mau/2020/qc/1", "quy chế", aliases=("Quy chế Ví dụ ở cơ sở",))
    reader = DocumentReader(Registry({}, {}, {}, {record.id: record}, {}))
    (citation,) = reader.read((Block("b1", "paragraph", "Thực hiện Quy chế Ví dụ ở cơ sở từ năm nay.", 1),))
    assert (citation.as_written, citation.type, citation.rule) == ("Quy chế Ví dụ ở cơ sở", "quy chế", "registry-alias")


# --- relations ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Tỉnh ủy ban hành Kế hoạch số 5-KH/TU thực hiện Nghị quyết 57", ["issued", "implementing"]),
        ("học tập, quán triệt và triển khai thực hiện Nghị quyết Đại hội XIII của Đảng", ["studied"]),
        ("sơ kết 5 năm thực hiện Chỉ thị số 12-CT/TU", ["mid_term_review"]),
        ("tổng kết thực hiện Nghị quyết 18", ["final_review"]),
        ("tổng kết công tác năm, triển khai thực hiện Nghị quyết 18", ["implementing"]),
        ("sửa đổi, bổ sung Nghị quyết 09-NQ/TU", ["amending"]),
        ("Căn cứ Quy định số 22-QĐ/TW của Trung ương", ["basis"]),
        ("triển khai Nghị quyết 18, Chỉ thị 05-CT/TW; Kết luận 14-KL/TW", ["implementing"] * 3),
        ("Nghị quyết 57 và Nghị quyết 68 được quán triệt tại hội nghị", ["studied", "studied"]),
        ("Hội nghị nhắc tới Nghị quyết 57.", ["mentioned"]),
        ("Đã triển khai xong. Nghị quyết 57 còn mới.", ["mentioned"]),
    ],
)
def test_the_words_around_say_what_is_done_with_a_document(text: str, relations: list[str]) -> None:
    assert [c.relation for c in read(text)] == relations


# --- spans -------------------------------------------------------------------------------------------------------
_PIECES = st.lists(
    st.sampled_from(
        [
            "Nghị quyết",
            "nghị quyết",
            "số",
            "18",
            "57,",
            "18-NQ/TW",
            "128/NQ-CP",
            "và",
            "(",
            ")",
            ",",
            ";",
            "khóa XII",
            "khoá 11",
            "của",
            "Bộ Chính trị",
            "Thành ủy",
            "Đại hội",
            "XIII",
            "lần thứ",
            "nhiệm kỳ 2020-2025",
            "Trung ương",
            "4",
            "về",
            "“",
            "”",
            "ngày 5-9-2020",
            "năm 2017",
            "Đảng bộ",
            "tỉnh",
            "TP.",
            "Hòa",
            "-",
            "–",
            "Quy định",
            "1375",
            "%",
            "Ủy",
            "uỷ",
        ]
    ),
    max_size=30,
)


@given(_PIECES)
@settings(max_examples=300, deadline=None)
def test_every_span_holds_its_words_and_spans_do_not_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for citation in read(text):
        evidence = citation.evidence
        assert text[evidence.start : evidence.end] == citation.as_written
        assert citation.as_written.strip() == citation.as_written != ""
        assert evidence.start >= end
        end = evidence.end


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    for citation in read(text):
        assert text[citation.evidence.start : citation.evidence.end] == citation.as_written


@pytest.mark.parametrize(
    "unit",
    [
        "Nghị quyết ",
        "Nghị quyết 18, 19, ",
        "1",
        "1-",
        "18-NQ/",
        "khóa XII, ",
        "của Bộ Chính trị ",
        "Nghị quyết Đại hội ",
        "Đại hội, ",
        "Nghị quyết Trung ương 4, 5, ",
        "Đảng bộ - ",
        "(",
        "“",
        "về ",
        ", , ,",
    ],
)
def test_megabytes_of_one_pattern_are_read_to_the_end(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    for citation in read(text)[:50]:
        assert text[citation.evidence.start : citation.evidence.end] == citation.as_written


# --- number and year without a symbol --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "number", "year"),
    [
        ("theo Nghị quyết 98/2023 của Quốc hội", "98", 2023),
        ("Nghị định 100/2019 của Chính phủ", "100", 2019),
        ("Nghị quyết 9/2025 của Chính phủ", "9", 2025),
        ("Nghị quyết số 9/2025 quy định", "9", 2025),
        ("theo nghị định 154/2020.", "154", 2020),
    ],
)
def test_a_number_with_its_year_is_a_document(text: str, number: str, year: int) -> None:
    (citation,) = read(text)
    assert (citation.number, citation.year) == (number, year)


@pytest.mark.parametrize(
    "text",
    ["nghị quyết 9/2025", "Kế hoạch 9/2025", "Kế hoạch 09/2025", "Chương trình 12/2025", "Nghị quyết tháng 9/2025"],
)
def test_a_month_with_its_year_is_none(text: str) -> None:
    assert read(text) == ()


def test_numbers_with_years_may_stand_in_a_list() -> None:
    assert written("các nghị định 178/2024, 67/2025 của Chính phủ") == ["nghị định 178/2024", "67/2025 của Chính phủ"]


def test_a_universitys_committee_is_named_whole() -> None:
    (citation,) = read("Nghị quyết số 05-NQ/ĐU của Đảng ủy Trường Đại học Mẫu về công tác cán bộ")
    assert citation.issuer == "Đảng ủy Trường Đại học Mẫu"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nghị quyết 26 của Bộ Chính trị về phát triển tỉnh Ví Dụ, ban hành ngày 1-2-2024", "phát triển tỉnh Ví Dụ"),
        ("Kết luận số 25-KL/TW về phát triển vùng Ví Dụ, những năm qua, các ngành đã cố gắng", "phát triển vùng Ví Dụ"),
        ("Nghị quyết 18 của Trung ương về đất đai", "đất đai"),
        ("Quyết định 184/QĐ-TTg của Thủ tướng Chính phủ về việc giao kế hoạch vốn", None),
    ],
)
def test_a_title_ends_where_the_sentence_has_its_own_subject(text: str, title: str | None) -> None:
    assert read(text)[0].title == title


def test_the_party_organisation_of_an_office_is_named_whole() -> None:
    text = "thực hiện Nghị quyết Đại hội Đảng bộ Chi cục Ví Dụ nhiệm kỳ 2020-2025"
    assert read(text)[0].congress_body == "Đảng bộ Chi cục Ví Dụ"


# --- numbers without a symbol, written small -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "as_written"),
    [
        ("thực hiện quy định 1375, nhiều đảng viên", "quy định 1375"),
        ("theo quyết định 706 của UBND thành phố Mẫu", "quyết định 706 của UBND thành phố Mẫu"),
        ("Ban chỉ đạo chương trình 07 của Thành ủy", "chương trình 07 của Thành ủy"),
        ("xuất phát từ thông báo 332 của Ban Thường vụ Thành ủy", "thông báo 332 của Ban Thường vụ Thành ủy"),
        ("theo hướng dẫn 37 của Trung ương", "hướng dẫn 37 của Trung ương"),
        ("đã có trong Thông báo 1484 của Thanh tra Chính phủ", "Thông báo 1484"),
        ("theo quyết định 11/2017 của Thủ tướng", "quyết định 11/2017 của Thủ tướng"),
        ("ra thông tư 15 quy định việc tổ chức lễ hội", "thông tư 15"),
        ("Thanh tra ban hành kết luận thanh tra số 05 về dự án", "kết luận thanh tra số 05"),
        ("thực hiện nghị quyết T.Ư 4 khóa XII", "nghị quyết T.Ư 4 khóa XII"),
        ("Nghị quyết Đại hội 12 của Đảng đề ra", "Nghị quyết Đại hội 12 của Đảng"),
        ("thông tư 157 của Bộ Tài chính", "thông tư 157 của Bộ Tài chính"),
        ("Quyết định 2503 của Bộ Giao thông vận tải, giai đoạn", "Quyết định 2503 của Bộ Giao thông vận tải"),
        ("Chỉ thị 06 của Ban Thường vụ Thành ủy Mẫu Sơn - Ảnh: MẪU", "Chỉ thị 06 của Ban Thường vụ Thành ủy Mẫu Sơn"),
    ],
)
def test_a_register_number_is_believed_where_it_stands_with_its_issuer_or_like_one(text: str, as_written: str) -> None:
    assert written(text) == [as_written]


@pytest.mark.parametrize(
    "text",
    [
        "tỉnh có quyết định thu hồi 15 dự án",
        "theo quy định 3 hồ chứa phải xong",
        "đúng kế hoạch 5 năm của nhiệm kỳ",
        "Đã kết luận 12 tổ chức đảng có vi phạm",
        "được thông báo 30 người có thể tới",
        "báo cáo 98% cơ sở đạt yêu cầu",
        "Tòa nhà CT4 ở khu đô thị Mẫu",
        "chương trình nghị sự 2030 của Liên hợp quốc",
        "đạt kế hoạch 1.500 tấn",
        "quyết định 200 suất học bổng",
        "Hội nghị Trung ương 7 khóa XII bế mạc",
    ],
)
def test_a_quantity_is_no_number_of_a_document(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "symbol", "type_"),
    [
        ("văn bản số 8469 / BGTVT - CQLXD gửi Đoàn", "8469/BGTVT-CQLXD", "văn bản"),
        ("Văn bản 1417/VPCP-V.I ngày 17/2/2017", "1417/VPCP-V.I", "văn bản"),
        ("Công văn số 1613/BDN ngày 21/11/2023", "1613/BDN", "công văn"),
        ("văn bản số 45/TB-VPCP ngày 6/9/2021", "45/TB-VPCP", "thông báo"),
        ("đã ký ban hànhNghị quyết 1296/NQ-UBTVQH15của Ủy ban Thường vụ Quốc hội", "1296/NQ-UBTVQH15", "nghị quyết"),
        ("Nghị quyết số168/2024/QH15của Quốc hội", "168/2024/QH15", "nghị quyết"),
        ("Nghị quyết số1637/NQ-UBTVQHcủa Ủy ban Thường vụ Quốc hội", "1637/NQ-UBTVQH", "nghị quyết"),
        ("Nghị quyết số1323/NQ-UBTVQH15điều chỉnh kế hoạch", "1323/NQ-UBTVQH15", "nghị quyết"),
    ],
)
def test_letters_of_offices_and_lost_blanks(text: str, symbol: str, type_: str) -> None:
    (citation,) = read(text)
    assert (citation.symbol, citation.type) == (symbol, type_)
    assert citation.as_written[:1].isalpha()


def test_the_day_may_stand_before_with_the_issuer() -> None:
    (citation,) = read("Ngày 12/3/2015, Thủ tướng Chính phủ đã ban hành Chỉ thị 99/CT-TTg về việc mẫu.")
    assert citation.year == 2015
    (citation,) = read("Ngày 12/3/2015, Thủ tướng thăm Bình Mẫu. Chỉ thị 99/CT-TTg được nhắc tới.")
    assert citation.year is None
