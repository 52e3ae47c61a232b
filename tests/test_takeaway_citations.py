"""Citations in words, and read back by the libraries that reference managers are made of."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import string
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from biennien.entities import Archive
from biennien.model import SourceRef
from biennien.takeaway import citation_formats, citations
from biennien.takeaway.citations import Work
from test_takeaway import ACT, FULL, HOSTILE, OLD_ACT, SUMMARY, UNDATED, USB, WEB, changed, sample
from toy_archive import CT7, NQ77, NQ99, OPEN

HOME = WEB.site_url


# --- in words ------------------------------------------------------------------------------------------------------
def test_a_whole_text_is_cited_as_the_outlets_with_its_permalink() -> None:
    assert citations.article(sample(), WEB, FULL).text == (
        "Văn Minh Họa, TTXVN. “Tỉnh ủy Bình Mẫu họp lần thứ 9”. Báo Bình Mẫu, 2-6-2025. "
        f"https://bao.example/hop-lan-9?a=1&b=2; lưu trong Biên Niên, {HOME}bai-viet/2025/{FULL}.html"
    )


def test_a_summary_is_cited_as_a_summary_and_its_headline_is_not_given_to_the_outlet() -> None:
    assert citations.article(sample(), WEB, SUMMARY).text == (
        "Văn Minh Họa. Bài trên Báo Bình Mẫu, 6-3-2024. https://bao.example/ban-lam-mau; "
        f"tóm lược trong Biên Niên: “Ban Làm mẫu tổng kết công tác năm 2023”, {HOME}bai-viet/2024/{SUMMARY}.html"
    )


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    archive = sample()
    unnamed = replace(archive.articles[UNDATED], outlet=None)
    archive = replace(archive, articles={**archive.articles, UNDATED: unnamed})
    text = citations.article(archive, USB, UNDATED).text
    assert text == (
        "“Lễ kỷ niệm 15 năm của Khối Ví dụ”. Không rõ nơi đăng, không rõ ngày đăng; "
        f"lưu trong Biên Niên, bai-viet/khong-ro-ngay/{UNDATED}.html"
    )


def test_an_address_that_is_no_web_address_is_left_out() -> None:
    work = citations.article(sample(), WEB, HOSTILE)
    assert "javascript" not in work.text and work.url == f"{HOME}bai-viet/2025/{HOSTILE}.html"


def test_quotation_marks_inside_a_title_become_single_ones() -> None:
    archive = changed(sample(), FULL, title="Bàn về “làm mẫu” ở Bình Mẫu")
    assert "“Bàn về ‘làm mẫu’ ở Bình Mẫu”. Báo Bình Mẫu" in citations.article(archive, WEB, FULL).text


@pytest.mark.parametrize(
    ("meeting", "text"),
    [
        (
            "2024-03-05-ban-lam-mau",
            "“Hội nghị tổng kết công tác làm mẫu năm 2023 của Ban Làm mẫu Tỉnh ủy Bình Mẫu”, 5-3-2024, Bình Mẫu. "
            "Biên Niên, theo Thời Thử và Báo Bình Mẫu, ",
        ),
        (
            "2025-06-01-tinh-uy-binh-mau-9",
            "“Hội nghị lần thứ 9 Tỉnh ủy Bình Mẫu”, 1-6-2025 (năm suy từ ngày đăng), Bình Mẫu. "
            "Biên Niên, theo Báo Bình Mẫu, ",
        ),
        (
            "2025-07-10-khoi-vi-du",
            "“Đại hội Đảng bộ Khối Ví dụ tỉnh Bình Mẫu”, không muộn hơn 10-7-2025, "
            "Bình Mẫu (suy từ địa bàn của tòa soạn). Biên Niên, theo Báo Bình Mẫu, ",
        ),
        (UNDATED, "“Lễ kỷ niệm 15 năm của Khối Ví dụ”, chưa rõ ngày. Biên Niên, theo Thời Thử, "),
    ],
)
def test_a_meeting_is_cited_with_just_what_is_known_of_its_day_and_place(meeting: str, text: str) -> None:
    assert citations.meeting(sample(), WEB, meeting).text == f"{text}{HOME}cuoc-hop/{meeting}.html"


def test_quoted_words_stand_in_quotation_marks_and_lead_to_their_paragraph() -> None:
    text = citations.statement(sample(), WEB, SUMMARY, 2).text
    assert text.startswith(
        "Phạm Thị Mẫu (Trưởng Ban Làm mẫu Tỉnh ủy Bình Mẫu): “năm tới sẽ có 3–4 đợt làm mẫu”. Dẫn theo Văn Minh Họa. "
    )
    assert text.endswith(f"{SUMMARY}.html#b7")


def test_reported_words_are_not_passed_off_as_a_quotation() -> None:
    work = citations.statement(sample(), WEB, SUMMARY, 1)
    assert work.text.startswith(
        "Trần Ví Dụ (Phó Bí thư Thường trực Tỉnh ủy Bình Mẫu), lời được thuật lại: Theo ông, việc làm mẫu phải rõ người"
    )
    assert "“Theo ông" not in work.text and work.genre == "lời nói, thuật lại theo báo"


def test_words_of_somebody_who_is_only_mentioned_were_not_said_at_the_meeting() -> None:
    archive = sample()
    record = archive.articles[SUMMARY]
    people = tuple(replace(p, role="mentioned") for p in record.extraction.people)
    away = replace(record, extraction=replace(record.extraction, people=people))
    archive = replace(archive, articles={**archive.articles, SUMMARY: away})
    assert citations.statement(sample(), WEB, SUMMARY, 2).event_date == (2024, 3, 5)
    work = citations.statement(archive, WEB, SUMMARY, 2)
    assert work.event is None and work.event_date == () and work.issued == ()


def test_a_long_statement_is_cut_at_a_word_and_says_so() -> None:
    said = citations.statement_words(sample().articles[SUMMARY], 0, 40)
    assert said == "Ông Dụ yêu cầu các đơn vị tiếp tục thực…" and len(said) <= 41


@pytest.mark.parametrize(
    ("document", "text"),
    [
        (
            NQ99,
            "Tỉnh ủy Bình Mẫu (khóa X). Nghị quyết số 99-NQ/TU, ngày ban hành các nguồn ghi khác nhau: "
            "Về việc làm mẫu.",
        ),
        (NQ77, "Tỉnh ủy Bình Mẫu (khóa X). Nghị quyết số 77-NQ/TU: Về phát triển ví dụ."),
        (CT7, "Thành ủy Thử Nghiệm. Chỉ thị số 7-CT/TU."),
        (OPEN, "Nghị quyết 5 (chưa xác định được là văn kiện nào)."),
        (ACT, "Chính phủ. Nghị định số 12/2025/NĐ-CP, 31-1-2025: Về phát triển ví dụ."),
        (OLD_ACT, "Chính phủ. Nghị định số 3/2020/NĐ-CP."),
    ],
)
def test_a_document_is_cited_with_its_issuer_and_day_where_they_are_known(document: str, text: str) -> None:
    told = citations.document(sample(), WEB, document).text
    assert told == f"{text} Hồ sơ trong Biên Niên, {HOME}van-kien/{document}.html"


def test_the_year_of_a_party_documents_term_is_not_taken_for_its_year_of_issue() -> None:
    assert sample().documents[NQ77].year == 2025 and sample().documents[NQ77].date is None
    assert citations.document(sample(), WEB, NQ77).issued == ()
    assert citations.document(sample(), WEB, OLD_ACT).issued == (2020,)


# --- read back -----------------------------------------------------------------------------------------------------
def works(archive: Archive) -> list[Work]:
    """Everything that can be cited, with and without an address of the site."""
    out = []
    for site in (WEB, USB):
        out += list(citations.library(archive, site))
        out += [citations.document(archive, site, d) for d in archive.documents]
        for name, record in archive.articles.items():
            out += [citations.statement(archive, site, name, n) for n in range(len(record.extraction.statements))]
    return out


def spaced(text: str) -> str:
    return " ".join(text.split())


def test_every_key_is_ascii_and_names_one_work() -> None:
    found = {(w.key, w.title) for w in works(sample())}
    keys = [key for key, _ in found]
    assert len(keys) == len(set(keys)) > 15
    assert set("".join(keys)) <= set(string.ascii_lowercase + string.digits + "-")


def test_two_files_whose_names_differ_only_in_marks_have_two_keys() -> None:
    keys = {citations._key("bai", name) for name in ("họp-mau", "hop-mau", "hợp-mẫu", "Hop-Mau")}
    assert len(keys) == 4


def read_bibtex(work: Work) -> Any:
    found = parse_string(citation_formats.bibtex(work), "bibtex").entries
    assert list(found) == [work.key]
    return found[work.key]


COMMANDS = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^", r"\textasciitilde{}": "~",
}  # fmt: skip


def untex(text: str) -> str:
    """LaTeX as a reader sees it: commands and escapes for what they print, braces that only group for nothing."""
    pieces = re.split("(" + "|".join(map(re.escape, COMMANDS)) + ")", text)
    return "".join(
        COMMANDS[p] if p in COMMANDS else re.sub(r"\\([$&#%_])|[{}]", lambda m: m.group(1) or "", p) for p in pieces
    )


def test_bibtex_is_read_back_as_it_was_written() -> None:
    for work in works(sample()):
        entry = read_bibtex(work)
        assert untex(entry.fields["title"]) == spaced(work.title)
        assert entry.fields["title"].startswith("{") and entry.fields["title"].endswith("}"), (
            "capitals are not protected"
        )
        people = entry.persons.get("author", [])
        # In braces, a name is one last name: nothing of it is taken for a given name and nothing turned around.
        assert [untex(str(p)) for p in people] == [spaced(a) for a in work.authors]
        assert all(not p.first_names and not p.middle_names for p in people)
        assert entry.fields.get("url", "") == work.url
        assert entry.fields.get("year", "") == (str(work.issued[0]) if work.issued else "")
        assert untex(entry.fields.get("number", "")) == (work.number or "")
        assert work.location == work.url or work.location in untex(entry.fields["note"])


def test_bibtex_of_a_newspaper_article_is_an_article_in_the_newspaper() -> None:
    entry = read_bibtex(citations.article(sample(), WEB, FULL))
    assert entry.type == "article"
    assert entry.fields["journal"] == "Báo Bình Mẫu"
    assert (entry.fields["year"], entry.fields["month"], entry.fields["date"]) == ("2025", "June", "2025-06-02")
    assert entry.fields["urldate"] == "2025-06-05"
    assert entry.fields["url"] == "https://bao.example/hop-lan-9?a=1&b=2"


def test_bibtex_of_a_summary_names_the_archive_and_has_neither_the_outlets_author_nor_its_day() -> None:
    entry = read_bibtex(citations.article(sample(), WEB, SUMMARY))
    assert entry.type == "misc" and entry.fields["howpublished"] == "Biên Niên"
    assert not entry.persons and "year" not in entry.fields
    assert entry.fields["origdate"] == "2024-03-06"
    assert "bài của Văn Minh Họa trên Báo Bình Mẫu, 6-3-2024" in entry.fields["note"]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1).filter(str.strip)


@settings(deadline=None)
@given(WORDS)
def test_whatever_a_title_is_made_of_bibtex_holds_one_entry(title: str) -> None:
    work = Work("bai-x", "newspaper", title, "", authors=(title,), container=title)
    entry = read_bibtex(work)
    assert set(entry.fields) == {"title", "journal", "langid"}
    assert untex(entry.fields["title"]).split() == title.split()


@settings(deadline=None)
@given(WORDS, WORDS)
def test_whatever_words_are_made_of_ris_holds_one_record(title: str, name: str) -> None:
    work = Work("bai-x", "newspaper", title, "", authors=(name,), container="Báo Mẫu", note="ER  - \r\nTY  - BOOK")
    text = citation_formats.ris(work)
    assert [line[:2] for line in text.split("\r\n")] == ["TY", "ID", "AU", "TI", "T2", "LA", "N1", "ER", ""]
    (found,) = rispy.loads(text)
    assert spaced(found["title"]) == spaced(title)
    assert "," not in found["authors"][0]


def test_ris_is_read_back_as_it_was_written() -> None:
    for work in works(sample()):
        text = citation_formats.ris(work)
        lines = text.split("\r\n")
        assert lines[0].startswith("TY  - ") and lines[-2:] == ["ER  - ", ""], "every line ends in CRLF, the last is ER"
        assert all(line[2:6] == "  - " and line[:2].isalnum() for line in lines[:-1])
        (found,) = rispy.loads(text)
        assert found["title"] == spaced(work.title)
        assert found.get("authors", []) == [spaced(a) for a in work.authors]
        assert found.get("urls", [""])[0] == work.url
        assert found.get("year", "") == (str(work.issued[0]) if work.issued else "")
        assert found["language"] == "vi"


def test_ris_of_each_kind_is_of_the_type_that_reference_managers_know() -> None:
    archive = sample()
    types = {
        "NEWS": citations.article(archive, WEB, FULL),
        "ELEC": citations.article(archive, WEB, SUMMARY),
        "STAT": citations.document(archive, WEB, ACT),
        "GEN": citations.document(archive, WEB, NQ77),
    }
    for kind, work in types.items():
        (found,) = rispy.loads(citation_formats.ris(work))
        assert found["type_of_reference"] == kind
    (found,) = rispy.loads(citation_formats.ris(types["NEWS"]))
    assert found["date"] == "2025/06/02" and found["secondary_title"] == "Báo Bình Mẫu"


def test_a_body_with_a_comma_in_its_name_is_not_taken_apart_by_ris() -> None:
    work = Work("vk-x", "document", "Nghị quyết", "", authors=("Ban Ví dụ, Làm mẫu",))
    (found,) = rispy.loads(citation_formats.ris(work))
    assert found["authors"] == ["Ban Ví dụ – Làm mẫu"]


# What CSL 1.0.2 says of items: type and variables that are used here.
CSL_TYPES = {"article-newspaper", "article-magazine", "webpage", "speech", "document", "legislation"}
CSL_TEXT = {
    "id", "type", "title", "container-title", "authority", "number", "genre", "event-title", "event-place", "abstract",
    "URL", "archive", "archive_location", "note", "language",
}  # fmt: skip
CSL_DATES = {"issued", "original-date", "event-date", "accessed"}


def test_csl_json_has_only_what_csl_defines_and_no_empty_value() -> None:
    for work in works(sample()):
        (item,) = json.loads(citation_formats.formats(work).csl)
        assert set(item) <= CSL_TEXT | CSL_DATES | {"author"}
        assert item["type"] in CSL_TYPES
        assert all(isinstance(item[k], str) and item[k].strip() for k in CSL_TEXT & set(item))
        for name in CSL_DATES & set(item):
            (parts,) = item[name]["date-parts"]
            assert 1 <= len(parts) <= 3 and all(isinstance(p, int) for p in parts)
            dt.date(*parts, *(1, 1)[len(parts) - 1 :])


def test_names_are_literal_in_csl_so_that_no_style_turns_them_around() -> None:
    for work in works(sample()):
        item = citation_formats.csl(work)
        assert item.get("author", []) == [{"literal": name} for name in work.authors]


# A style that puts the family name first: the kind that would print "Họa, Văn Minh".
STYLE = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US">
<info><title>Mau</title><id>mau</id><updated>2025-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout>
<names variable="author"><name name-as-sort-order="all" sort-separator=", "/></names>
<text variable="title" prefix=". "/><text variable="container-title" prefix=". "/>
<date variable="issued" form="numeric" prefix=", "/>
</layout></bibliography></style>"""


def test_a_style_that_turns_names_around_leaves_vietnamese_ones_alone() -> None:
    work = citations.article(changed(sample(), FULL, byline=("Văn Minh Họa",)), WEB, FULL)
    source = CiteProcJSON([citation_formats.csl(work)])
    style = CitationStylesStyle(io.BytesIO(STYLE), validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(work.key)]))
    (printed,) = map(str, bibliography.bibliography())
    assert printed.startswith("Văn Minh Họa. Tỉnh ủy Bình Mẫu họp lần thứ 9. Báo Bình Mẫu, ")
    assert "2025" in printed


def test_the_list_of_all_citations_is_one_json_list() -> None:
    lines = "".join(citation_formats.csl_lines(citations.library(sample(), WEB)))
    items = json.loads(lines)
    assert len(items) == len({i["id"] for i in items}) == len(list(citations.library(sample(), WEB)))
    assert not any("chua-ro" in i["id"] for i in items), "an open question is no work"


def test_each_form_is_offered_as_a_file_that_needs_no_script_and_no_host() -> None:
    work = citations.article(sample(), WEB, HOSTILE)
    found = {o.file: o.href for o in citation_formats.offers(work)}
    told = citation_formats.formats(work)
    assert list(found) == [f"{work.key}.bib", f"{work.key}.ris", f"{work.key}.json"]
    for href, text in zip(found.values(), (told.bibtex, told.ris, told.csl), strict=True):
        head, _, body = href.partition(",")
        assert re.fullmatch(r"data:[a-z.+-]+/[a-z.+-]+;charset=utf-8", head)
        assert unquote(body) == text
        assert not re.search(r"[\x00- \"#<>\[\\\]^`{|}\x7f-\x9f]", body), "no address may hold these"


def test_an_outlet_named_only_by_the_editor_is_named() -> None:
    archive = sample()
    named = replace(archive.articles[UNDATED], outlet=None)
    archive = replace(archive, articles={**archive.articles, UNDATED: named})
    archive = changed(archive, UNDATED, source=SourceRef("Tờ Tin Thử"))
    assert (
        "“Lễ kỷ niệm 15 năm của Khối Ví dụ”. Tờ Tin Thử, không rõ ngày đăng"
        in citations.article(archive, WEB, UNDATED).text
    )
