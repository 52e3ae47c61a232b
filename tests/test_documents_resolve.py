"""Citations to documents: what settles which one is meant, what does not, and what stays an open question."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from biennien.documents import document
from biennien.entities import DocumentRecord, Place, Registry, ResolvedCitation
from biennien.extract.documents import DocumentReader
from biennien.model import Block
from biennien.resolve_documents import Answer, ArticleContext, resolve

PLACES = (
    Place("hoa-vi", "thành phố Hòa Ví", "Hòa Ví", "thành phố", ("TP Hòa Ví", "TP.Hòa Ví", "Hòa Ví")),
    Place("binh-mau", "tỉnh Bình Mẫu", "Bình Mẫu", "tỉnh"),
    Place("hoa-vi/phuong-thu", "phường Thử", "phường Thử", "phường", parent="hoa-vi"),
)
RECORDS = (
    DocumentRecord(
        "dang/tw/2016/nq/18",
        "nghị quyết",
        "18-NQ/TW",
        "Ban Chấp hành Trung ương Đảng",
        6,
        "XII",
        dt.date(2017, 10, 25),
        title="tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị",
    ),
    DocumentRecord(
        "dang/tw/2021/nq/18",
        "nghị quyết",
        "18-NQ/TW",
        "Ban Chấp hành Trung ương Đảng",
        5,
        "XIII",
        dt.date(2022, 6, 16),
        title="đổi mới, hoàn thiện thể chế quản lý và sử dụng đất",
    ),
    DocumentRecord(
        "dang/tw/2016/nq/19", "nghị quyết", "19-NQ/TW", "Ban Chấp hành Trung ương Đảng", 6, "XII", dt.date(2017, 10, 25)
    ),
    DocumentRecord(
        "dang/tw/2016/nq/4",
        "nghị quyết",
        "04-NQ/TW",
        "Ban Chấp hành Trung ương Đảng",
        4,
        "XII",
        dt.date(2016, 10, 30),
        title="tăng cường xây dựng, chỉnh đốn Đảng",
    ),
    DocumentRecord(
        "dang/tw/2021/kl/21", "kết luận", "21-KL/TW", "Ban Chấp hành Trung ương Đảng", 4, "XIII", dt.date(2021, 10, 25)
    ),
    DocumentRecord("dang/tw/2021/nq/57", "nghị quyết", "57-NQ/TW", "Bộ Chính trị", None, "XIII", dt.date(2024, 12, 22)),
    DocumentRecord(
        "dang/tw/2016/ct/5",
        "chỉ thị",
        "05-CT/TW",
        "Bộ Chính trị",
        None,
        "XII",
        dt.date(2016, 5, 15),
        title="học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    ),
    DocumentRecord("dang/tw/2021/ct/50", "chỉ thị", "50-CT/TW", "Ban Bí thư", None, "XIII", dt.date(2025, 7, 23)),
    DocumentRecord("dang/tw/2021/de-an/204", "đề án", None, "Ban Bí thư", aliases=("Đề án 204 của Ban Bí thư",)),
    DocumentRecord("nn/cp/de-an/06", "đề án", issuer="Chính phủ", title="dữ liệu về dân cư giai đoạn 2022-2025"),
    DocumentRecord("nn/cp/2021/nq/128", "nghị quyết", "128/NQ-CP", "Chính phủ", date=dt.date(2021, 10, 11)),
    DocumentRecord("dang/hoa-vi/2015/qd/1374", "quy định", "1374-QĐ/TU", "Ban Thường vụ Thành ủy Hòa Ví"),
    DocumentRecord(
        "dang/hoa-vi/2025/nq/dai-hoi-17",
        "nghị quyết",
        None,
        "Đại hội Đảng bộ thành phố Hòa Ví lần thứ XVII",
        congress_ordinal="XVII",
        congress_held=(dt.date(2025, 10, 2), dt.date(2025, 10, 4)),
    ),
)
REGISTRY = Registry({p.id: p for p in PLACES}, {}, {}, {r.id: r for r in RECORDS}, {})
READER = DocumentReader(REGISTRY)


def answers(
    *paragraphs: str, date: dt.date | None = dt.date(2025, 11, 1), place: str | None = "hoa-vi"
) -> list[Answer]:
    """What the citations of an article mean that has these paragraphs."""
    blocks = tuple(Block(f"b{i}", "paragraph", text, i) for i, text in enumerate(paragraphs, 1))
    context = ArticleContext("bai-thu", date, place)
    return list(resolve({"bai-thu": READER.read(blocks)}, {"bai-thu": context}, REGISTRY)["bai-thu"])


def ids(*paragraphs: str, date: dt.date | None = dt.date(2025, 11, 1), place: str | None = "hoa-vi") -> list[str]:
    return [a.document for a in answers(*paragraphs, date=date, place=place)]


# --- the citation's own words ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "document_id"),
    [
        ("Nghị quyết 18 của Ban Chấp hành Trung ương Đảng khóa XII", "dang/tw/2016/nq/18"),
        ("Nghị quyết 18-NQ/TW (khóa XIII)", "dang/tw/2021/nq/18"),
        ("Nghị quyết số 21-NQ/TW khóa X", "dang/tw/2006/nq/21"),  # not in the registry, yet certain
        ("Nghị quyết số 26-NQ/TW ngày 5/8/2008", "dang/tw/2006/nq/26"),
        ("Nghị quyết 18 năm 2017 của Trung ương Đảng", "dang/tw/2016/nq/18"),
        ("Quyết định số 2292-QĐNS/TW ngày 5/9/2025", "dang/tw/2021/qdns/2292"),
        ("Kế hoạch số 249-KH/UBKTTW ngày 24-7-2025 của Ủy ban Kiểm tra Trung ương", "dang/ubkttw/2021/kh/249"),
        ("Nghị quyết 05-NQ/TU ngày 12/3/2022 của Tỉnh ủy Bình Mẫu", "dang/binh-mau/2020/nq/5"),
        ("Quyết định 8152-QĐ/TU ngày 7/2/2025 của Thành ủy Hòa Ví", "dang/hoa-vi/2020/qd/8152"),
        ("Chương trình hành động số 05-CTr/TU ngày 6/11/2025 của Thành ủy Hòa Ví", "dang/hoa-vi/2025/ctr/5"),
        ("Nghị quyết 98/2023/QH15", "nn/qh/2023/nq/98"),
        ("Nghị định 73/2023/NĐ-CP", "nn/cp/2023/nd/73"),
        ("Chỉ thị số 16/CT-TTg ngày 31-3-2020", "nn/ttg/2020/ct/16"),
        ("Nghị quyết số 57/2024/NQ-HĐND của HĐND tỉnh Bình Mẫu", "nn/hdnd-binh-mau/2024/nq/57"),
        ("Nghị quyết Trung ương 4 khóa XII", "dang/tw/2016/nq/4"),
        ("Nghị quyết Đại hội XIII của Đảng", "dang/tw/2021/nq/dai-hoi-13"),
        ("Nghị quyết Đại hội toàn quốc lần thứ XIV của Đảng", "dang/tw/2026/nq/dai-hoi-14"),
        ("Nghị quyết Đại hội Đảng bộ thành phố Hòa Ví lần thứ XVII", "dang/hoa-vi/2025/nq/dai-hoi-17"),
        ("Nghị quyết Đại hội Đảng bộ thành phố Hòa Ví lần thứ XVI", "dang/hoa-vi/2020/nq/dai-hoi-16"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Bình Mẫu lần thứ XX, nhiệm kỳ 2020-2025", "dang/binh-mau/2020/nq/dai-hoi-20"),
    ],
)
def test_what_the_citation_itself_says_is_enough(text: str, document_id: str) -> None:
    assert ids(text) == [document_id]


def test_a_printed_year_that_is_older_than_the_record_leaves_the_citation_open() -> None:
    open_, bare = answers("Trước khi thực hiện Đề án 06 (năm 2013) …", "Sau năm năm, Đề án 06 đạt …", date=None)
    assert (open_.status, bare.status) == ("unresolved", "unresolved")


@pytest.mark.parametrize(("date", "status"), [(dt.date(2018, 7, 2), "unresolved"), (dt.date(2024, 7, 2), "identified")])
def test_a_record_without_a_day_is_as_young_as_the_period_in_its_title(date: dt.date, status: str) -> None:
    (answer,) = answers("Đề án 06 được triển khai ở các xã.", date=date)
    assert answer.status == status


def test_leading_zeros_do_not_count() -> None:
    assert ids("Nghị quyết số 05-NQ/TU ngày 1-3-2022 của Thành ủy") == ids(
        "Nghị quyết 5-NQ/TU ngày 1-3-2022 của Thành ủy"
    )


def test_the_articles_place_says_whose_thanh_uy_it_is() -> None:
    text = "Quyết định số 12-QĐ/TU ngày 7-3-2022 của Thành ủy"
    assert ids(text) == ["dang/hoa-vi/2020/qd/12"]
    (open_,) = answers(text, place=None)
    assert (open_.status, open_.document) == ("unresolved", "chua-ro/qd-12-bai-thu")


# --- the rest of the article -------------------------------------------------------------------------------------
def test_a_full_citation_of_the_same_article_settles_a_bare_one_before_or_after_it() -> None:
    found = answers("Nghị quyết 18 đi vào cuộc sống.", "Nghị quyết 18-NQ/TW khóa XII được tổng kết.", "Nghị quyết 18 …")
    assert [a.document for a in found] == ["dang/tw/2016/nq/18"] * 3
    assert "cùng bài" in found[0].reason


def test_two_full_citations_that_differ_settle_nothing() -> None:
    found = answers("Nghị quyết 18-NQ/TW khóa XII và Nghị quyết 18-NQ/TW khóa XIII", "Nghị quyết 18 được nhắc lại.")
    assert found[-1].status == "unresolved"


def test_a_state_document_does_not_settle_a_party_one_of_the_same_number() -> None:
    found = answers("Nghị quyết 57/2024/NQ-HĐND của HĐND tỉnh Bình Mẫu", "Nghị quyết 57 của Bộ Chính trị")
    assert found[1].document == "dang/tw/2021/nq/57"


def test_a_back_reference_means_what_was_just_cited() -> None:
    found = ids(
        "Kết luận số 14-KL/TW ngày 22-9-2021 của Bộ Chính trị", "Ban Thường vụ cụ thể hóa Kết luận của Bộ Chính trị"
    )
    assert found == ["dang/tw/2021/kl/14", "dang/tw/2021/kl/14"]


# --- the registry ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "document_id"),
    [
        (
            "Chỉ thị số 05-CT/TW “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”",
            "dang/tw/2016/ct/5",
        ),
        ("Nghị quyết 18-NQ/TW về hoàn thiện thể chế quản lý và sử dụng đất", "dang/tw/2021/nq/18"),
        ("Nghị quyết 57 của Bộ Chính trị", "dang/tw/2021/nq/57"),
        ("Nghị quyết 57", "dang/tw/2021/nq/57"),
        ("Nghị quyết số 128/NQ-CP của Chính phủ", "nn/cp/2021/nq/128"),
        ("Quy định 1374 của Ban Thường vụ Thành ủy", "dang/hoa-vi/2015/qd/1374"),
        ("Đề án 204 của Ban Bí thư", "dang/tw/2021/de-an/204"),
    ],
)
def test_title_alias_or_the_only_known_document_of_a_number_settle_it(text: str, document_id: str) -> None:
    assert ids(text) == [document_id]


def test_a_document_of_an_earlier_term_is_found_by_an_article_of_a_later_one() -> None:
    # Disproved by real texts: that the current term is meant.
    assert ids("Quy định 1374 của Ban Thường vụ Thành ủy", date=dt.date(2021, 10, 15)) == ["dang/hoa-vi/2015/qd/1374"]


def test_a_document_may_be_signed_soon_after_the_article() -> None:
    text = "Kết luận của Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đảng"
    assert ids(text, date=dt.date(2021, 10, 15)) == ["dang/tw/2021/kl/21"]


# --- open questions ----------------------------------------------------------------------------------------------
def test_a_number_of_two_terms_stays_open_with_its_candidates() -> None:
    (found,) = answers("Hội nghị tổng kết Nghị quyết 18.")
    assert (found.status, found.document) == ("unresolved", "chua-ro/nq-18")
    assert found.candidates == ("dang/tw/2016/nq/18", "dang/tw/2021/nq/18")


def test_the_latest_term_does_not_win() -> None:
    (found,) = answers("Nghị quyết 18-NQ/TW của Trung ương", date=dt.date(2023, 5, 1))
    assert found.status == "unresolved"


def test_a_number_that_another_term_must_have_too_is_not_taken_for_the_only_known_one() -> None:
    # Khóa XIII has issued 57 resolutions, so there is a 19-NQ/TW of its own, although the registry lacks it.
    (found,) = answers("Nghị quyết 19-NQ/TW được triển khai.", date=dt.date(2024, 5, 1))
    assert (found.status, found.candidates) == ("unresolved", ("dang/tw/2016/nq/19",))
    assert ids("Nghị quyết 19-NQ/TW được triển khai.", date=dt.date(2018, 5, 1)) == ["dang/tw/2016/nq/19"]


def test_another_issuers_document_of_the_number_is_not_meant() -> None:
    (found,) = answers("Nghị quyết 18 của Bộ Chính trị", date=dt.date(2019, 1, 1))
    assert (found.status, found.candidates) == ("unresolved", ())


def test_another_provinces_document_of_the_number_is_not_meant() -> None:
    (found,) = answers("Quy định 1374 của Ban Thường vụ Tỉnh ủy", place="binh-mau")
    assert (found.status, found.document, found.candidates) == ("unresolved", "chua-ro/qd-1374-binh-mau", ())


def test_a_congress_named_only_by_its_term_stays_open_and_apart_from_other_articles() -> None:
    (found,) = answers("triển khai nghị quyết đại hội nhiệm kỳ 2025-2030")
    assert found.status == "unresolved"
    assert found.document.endswith("bai-thu")
    assert found.candidates == ("dang/hoa-vi/2025/nq/dai-hoi-17",)


def test_a_congress_of_another_term_than_the_partys_is_not_the_partys() -> None:
    (found,) = answers("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII, nhiệm kỳ 2014-2019")
    assert found.status == "unresolved"
    (found,) = answers("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII, nhiệm kỳ 2020-2025")
    assert found.document == "dang/tw/2021/nq/dai-hoi-13"


def test_a_city_that_is_never_named_is_found_by_an_ordinal_that_only_one_has() -> None:
    (found,) = answers("Nghị quyết Đại hội Đảng bộ thành phố lần thứ XVII", place=None)
    assert found.document == "dang/hoa-vi/2025/nq/dai-hoi-17"
    (open_,) = answers("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII", place=None)
    assert open_.status == "unresolved"


def test_a_plenum_with_unknown_resolutions_is_not_forced_onto_another_term() -> None:
    (found,) = answers("Nghị quyết Trung ương 4 khóa XI")
    assert (found.status, found.document) == ("unresolved", "chua-ro/nq-hoi-nghi-4-khoa-xi")


# --- entries of the archive --------------------------------------------------------------------------------------
def test_the_archives_entry_says_what_the_registry_knows_and_what_stays_open() -> None:
    blocks = (Block("b1", "paragraph", "Nghị quyết 57 của Bộ Chính trị. Nghị quyết 18.", 1),)
    citations = READER.read(blocks)
    resolution = resolve({"a": citations}, {"a": ArticleContext("a", dt.date(2025, 5, 1), "hoa-vi")}, REGISTRY)
    known, open_ = (
        document(
            answer.document, (ResolvedCitation("a", citation, answer.document, answer.reason),), resolution, REGISTRY
        )
        for citation, answer in zip(citations, resolution["a"], strict=True)
    )
    assert (known.name, known.status, known.term, known.year) == ("Nghị quyết số 57-NQ/TW", "identified", "XIII", 2024)
    assert (open_.name, open_.status) == ("Nghị quyết 18", "unresolved")
    assert open_.candidates == ("dang/tw/2016/nq/18", "dang/tw/2021/nq/18")
    assert known.url == "van-kien/dang/tw/2021/nq/57.html"


# --- the editors' vocabulary -------------------------------------------------------------------------------------
def test_what_editors_add_to_the_vocabulary_decides_too(tmp_path: Path) -> None:
    (tmp_path / "document_bodies.yml").write_text("congresses: {binh-mau: {VII: 2023}}", encoding="utf-8")
    citations = READER.read((Block("b1", "paragraph", "Nghị quyết Đại hội Đảng bộ tỉnh Bình Mẫu lần thứ VII", 1),))
    context = {"a": ArticleContext("a", dt.date(2024, 1, 1), "binh-mau")}
    (without,) = resolve({"a": citations}, context, REGISTRY)["a"]
    (added,) = resolve({"a": citations}, context, REGISTRY, tmp_path)["a"]
    assert (without.status, added.document) == ("unresolved", "dang/binh-mau/2023/nq/dai-hoi-7")


@pytest.mark.parametrize("text", ["quán triệt Văn kiện Đại hội XIV của Đảng", "góp ý dự thảo văn kiện Đại hội XIV"])
def test_the_papers_of_a_congress_are_many_and_no_document(text: str) -> None:
    assert READER.read((Block("b1", "paragraph", text, 1),)) == ()


def test_a_decree_is_the_governments_even_where_nobody_is_named() -> None:
    assert ids("Nghị định số 154/2020 quy định như vậy.") == ["nn/cp/2020/nd/154"]


def test_a_units_committee_is_not_that_of_the_province_in_which_it_stands() -> None:
    text = "Quy định số 1374-QĐ/ĐU ngày 12/3/2018 của Đảng ủy Trường Đại học Hòa Ví"
    (found,) = ids(text)
    assert "dai-hoc" in found and found != "dang/hoa-vi/2015/qd/1374"


def test_the_only_local_document_of_a_number_is_not_that_of_a_nameless_committee() -> None:
    assert ids("Quy định số 1374-QĐ/ĐU được quán triệt.")[0].startswith("chua-ro/")


def test_a_bare_number_beside_an_open_symbol_is_the_same_open_question() -> None:
    full, bare = answers("Chỉ thị 1792/CT-TTg của Thủ tướng Chính phủ được bàn.", "Chỉ thị 1792 cần làm sớm.")
    assert (full.status, bare.document) == ("unresolved", full.document)
    assert "đầy đủ hơn" in bare.reason
