"""The data files: what the contract promises, the same bytes every time, and evidence that holds its words."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from biennien import records
from biennien.archive import Reading, build_archive
from biennien.entities import Archive, Registry
from biennien.export import write_data, write_sqlite
from biennien.model import Evidence
from biennien.pipeline import Place, read_archive
from biennien.problems import errors
from conftest import ROOT, TOY

TABLES = ("articles", "meetings", "people", "documents", "organizations", "figures", "problems")
# The contract with programs that take the data: these fields, whatever else comes with them.
PROMISED = {
    "articles": "id path url title title_basis published source byline meeting people documents captions figures "
    "statements sha256",
    "meetings": "id url date date_precision date_basis date_reason kind body place place_basis articles people "
    "documents",
    "people": "id url name sort_key other_names offices articles meetings reviewed",
    "documents": "id url type number symbol issuer term year date title status candidates citations",
    "organizations": "id url name",
    "figures": "what value qualifier unit subject as_of evidence",
    "problems": "code path line message hint",
}
INSIDE = {
    ("articles", "source"): "name url",
    ("articles", "people"): "person name_as_written role offices evidence",
    ("articles", "documents"): "document as_written relation evidence",
    ("articles", "captions"): "block text credit",
    ("articles", "figures"): "what value qualifier unit subject as_of evidence",
    ("articles", "statements"): "person block start end quoted",
    ("people", "offices"): "label organization first last sources",
    ("documents", "citations"): "article as_written relation block start end",
}


def read() -> Archive:
    return read_archive(Place(ROOT, TOY / "bai-viet", TOY / "danh-muc", None), jobs=1)


@pytest.fixture(scope="module")
def archive() -> Archive:
    return read()


@pytest.fixture(scope="module")
def folder(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("data")
    write_data(archive, target)
    return target


@pytest.fixture(scope="module")
def data(folder: Path) -> dict[str, Any]:
    return {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in TABLES}


@pytest.fixture
def database(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{(folder / 'archive.sqlite').as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


@pytest.mark.parametrize("name", TABLES)
def test_every_record_has_the_promised_fields(name: str, data: dict[str, Any]) -> None:
    assert data[name], f"the toy archive has no {name}: nothing is tested"
    for record in data[name]:
        assert set(PROMISED[name].split()) <= set(record)


@pytest.mark.parametrize(("name", "field"), sorted(INSIDE))
def test_every_item_of_a_list_has_the_promised_fields(name: str, field: str, data: dict[str, Any]) -> None:
    values = [record[field] for record in data[name]]
    items = [item for value in values for item in (value if isinstance(value, list) else [value])]
    assert items, f"no {name} with {field}: nothing is tested"
    for item in items:
        assert set(INSIDE[name, field].split()) <= set(item)


def test_ids_are_unique_and_links_lead_somewhere(data: dict[str, Any]) -> None:
    ids = {name: [r["id"] for r in data[name]] for name in TABLES if name not in ("figures", "problems")}
    for name, found in ids.items():
        assert len(set(found)) == len(found), name
    for article in data["articles"]:
        assert article["meeting"] in ids["meetings"]
        assert {p["person"] for p in article["people"]} <= set(ids["people"])
        assert {d["document"] for d in article["documents"]} <= set(ids["documents"])
        assert {s["person"] for s in article["statements"]} <= set(ids["people"])
        for person in article["people"]:
            assert {o["organization_id"] for o in person["offices"]} - {None} <= set(ids["organizations"])
    for meeting in data["meetings"]:
        assert meeting["articles"] and set(meeting["articles"]) <= set(ids["articles"])
        assert set(meeting["people"]) <= set(ids["people"])
        assert set(meeting["documents"]) <= set(ids["documents"])
    for person in data["people"]:
        assert set(person["articles"]) <= set(ids["articles"]) and set(person["meetings"]) <= set(ids["meetings"])
    for document in data["documents"]:
        assert set(document["candidates"]) <= set(ids["documents"])
        assert document["status"] in ("identified", "unresolved")
    for figure in data["figures"]:
        assert figure["article"] in ids["articles"]


def spans(value: Any, article: str | None = None) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    """(article, span, words that it must hold or None) of every span anywhere in a record."""
    if isinstance(value, list):
        for item in value:
            yield from spans(item, article)
    elif isinstance(value, dict):
        article = value.get("article") or article
        words = value.get("as_written")
        if {"block", "start", "end"} <= set(value):
            assert article is not None
            yield article, value, words
        for key, item in value.items():
            if key == "evidence" and isinstance(item, dict):
                assert article is not None
                yield article, item, words
            else:
                yield from spans(item, article)


def test_every_span_lies_in_its_block_and_holds_its_words(folder: Path, data: dict[str, Any]) -> None:
    texts = {}
    for path in (folder / "articles").glob("*.json"):
        article = json.loads(path.read_text(encoding="utf-8"))
        assert article["id"] == path.stem
        texts[article["id"]] = {b["id"]: b["text"] for b in article["blocks"]}
    assert set(texts) == {a["id"] for a in data["articles"]}
    checked = worded = 0
    for name in TABLES:
        for record in data[name]:
            for article, span, words in spans(record, record["id"] if name == "articles" else None):
                found = texts[article][span["block"]][span["start"] : span["end"]]
                assert len(found) == span["end"] - span["start"] > 0
                assert words is None or found == words
                checked, worded = checked + 1, worded + (words is not None)
    assert checked > 20 and worded > 3
    for article in data["articles"]:
        for person in article["people"]:
            first = person["evidence"][0]
            if first["form"] == "full" and not person["stated_by_editor"]:
                assert texts[article["id"]][first["block"]][first["start"] : first["end"]] == person["name_as_written"]


def test_days_are_iso_8601_or_null(data: dict[str, Any]) -> None:
    for name, fields in (("articles", ["published"]), ("meetings", ["date", "date_end", "date_not_after"])):
        values = [record[field] for record in data[name] for field in fields]
        assert any(values)
        assert all(v is None or (len(v) == 10 and v[4] == v[7] == "-") for v in values)


def test_files_are_utf_8_json_with_one_record_a_line(folder: Path) -> None:
    for name in TABLES:
        raw = (folder / f"{name}.json").read_bytes()
        assert b"\r" not in raw and not raw.startswith(b"\xef\xbb\xbf")
        lines = raw.decode("utf-8").splitlines()
        assert (lines[0], lines[-1]) == ("[", "]")
        assert [json.loads(line.rstrip(",")) for line in lines[1:-1]] == json.loads(raw)


def test_two_writings_are_the_same_bytes(archive: Archive, folder: Path, tmp_path: Path) -> None:
    write_data(read(), tmp_path)
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()) == names
    for name in names:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name
    write_data(archive, tmp_path)  # over what is there
    assert (tmp_path / "archive.sqlite").read_bytes() == (folder / "archive.sqlite").read_bytes()


def test_an_archive_without_articles_is_written_too(tmp_path: Path) -> None:
    empty = Archive({}, {}, {}, {}, {}, (), Registry({}, {}, {}, {}, {}), ())
    write_data(empty, tmp_path)
    for name in TABLES:
        assert json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")) == []
    with closing(sqlite3.connect(tmp_path / "archive.sqlite")) as database:
        assert count(database, "articles") == 0


# SQLite


def test_the_database_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("name", TABLES)
def test_the_database_has_as_many_records_as_the_file(
    name: str, database: sqlite3.Connection, data: dict[str, Any]
) -> None:
    assert count(database, name) == len(data[name])


@pytest.mark.parametrize(
    ("table", "name", "path"),
    [
        ("article_people", "articles", ("people",)),
        ("article_offices", "articles", ("people", "offices")),
        ("person_references", "articles", ("people", "evidence")),
        ("statements", "articles", ("statements",)),
        ("figures", "articles", ("figures",)),
        ("meeting_people", "meetings", ("people",)),
        ("meeting_documents", "meetings", ("documents",)),
        ("person_offices", "people", ("offices",)),
        ("citations", "documents", ("citations",)),
    ],
)
def test_lists_are_tables_with_as_many_rows(
    table: str, name: str, path: tuple[str, ...], database: sqlite3.Connection, data: dict[str, Any]
) -> None:
    items: list[Any] = data[name]
    for field in path:
        items = [item for record in items for item in record[field]]
    assert items, "nothing is tested"
    assert count(database, table) == len(items)


def test_blocks_are_in_the_database_too(database: sqlite3.Connection, archive: Archive) -> None:
    assert count(database, "blocks") == sum(len(r.article.blocks) for r in archive.articles.values())


def test_the_database_answers_a_question(database: sqlite3.Connection, data: dict[str, Any]) -> None:
    rows = database.execute(
        'SELECT b.text, c.as_written, c.start, c."end" FROM citations c '
        "JOIN blocks b ON b.article = c.article AND b.block = c.block"
    ).fetchall()
    assert len(rows) == sum(len(d["citations"]) for d in data["documents"])
    assert all(text[start:end] == words for text, words, start, end in rows)


def test_the_database_is_written_over_not_into(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "archive.sqlite"
    target.write_bytes(b"something else")
    write_sqlite(archive, target)
    write_sqlite(archive, target)
    with closing(sqlite3.connect(target)) as database:
        assert count(database, "articles") == len(archive.articles)


def test_tables_come_in_the_same_order_and_total(archive: Archive) -> None:
    assert [name for name, _ in records.tables(archive)] == list(TABLES)
    for name, rows in records.tables(archive):
        assert list(rows) == list(dict(records.tables(archive))[name])


# Evidence that is lost


@pytest.mark.parametrize("shift", [1, -1, 10_000])
def test_a_span_that_does_not_hold_its_words_stops_the_build(archive: Archive, shift: int) -> None:
    def moved(evidence: Evidence) -> Evidence:
        return Evidence(evidence.block, evidence.start + shift, evidence.end + shift)

    record = next(r for r in archive.articles.values() if r.extraction.citations and r.extraction.people)
    citations = tuple(dataclasses.replace(c, evidence=moved(c.evidence)) for c in record.extraction.citations)
    person = record.extraction.people[0]
    references = tuple(dataclasses.replace(r, evidence=moved(r.evidence)) for r in person.references)
    people = (dataclasses.replace(person, references=references), *record.extraction.people[1:])
    extraction = dataclasses.replace(record.extraction, citations=citations, people=people, statements=())
    broken = build_archive([Reading(record.article, extraction, record.outlet)], archive.registry)
    lost = [p for p in errors(broken.problems) if p.code == "BN070"]
    assert len(lost) >= len(citations) + 1
    whole = build_archive([Reading(record.article, record.extraction, record.outlet)], archive.registry)
    assert not [p for p in whole.problems if p.code == "BN070"]


def test_a_name_that_is_printed_in_capitals_alone_does_not_stop_the_build(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: Họp\n---\n\nSáng 2-3-2025, Tỉnh ủy họp. Báo đăng bài “ĐỒNG CHÍ TRẦN VÍ DỤ VÀ XÃ MẪU GIANG”.\n",
        encoding="utf-8",
    )
    archive = read_archive(tmp_path)
    [person] = archive.people.values()
    assert person.name == "Trần Ví Dụ"
    assert not errors(archive.problems)


def test_a_name_typed_with_two_blanks_does_not_stop_the_build(tmp_path: Path) -> None:
    text = "---\ntitle: Họp\n---\n\nSáng 2-3-2025, đồng chí Trần Ví  Dụ, Bí thư Tỉnh ủy, chủ trì hội nghị.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    archive = read_archive(tmp_path)
    assert [p.name for p in archive.people.values()] == ["Trần Ví Dụ"]
    assert not errors(archive.problems)


def test_a_guest_who_chairs_a_parliament_does_not_chair_this_countrys(tmp_path: Path) -> None:
    lead = "Sáng 2-3, Chủ tịch Quốc hội {} dự hội nghị tại tỉnh Bình Mẫu."
    for name in ("Erika Mustermann", "Trần Ví Dụ"):
        text = f"---\ntitle: Họp\npublished: 2025-03-02\n---\n\n{lead.format(name)}\n"
        (tmp_path / f"{name[:5]}.md").write_text(text, encoding="utf-8")
    archive = read_archive(tmp_path)
    found = {p.name: p.offices[0].organization for p in archive.people.values()}
    assert found == {"Erika Mustermann": None, "Trần Ví Dụ": "trung-uong/quoc-hoi"}


def test_a_seat_in_the_bureau_is_no_seat_in_the_whole_committee(tmp_path: Path) -> None:
    """Both bodies are one organisation for grouping, "Ủy viên" of either is not one office."""
    texts = {
        "2025-03-04-mot.md": "Ủy viên Ban Thường vụ Tỉnh ủy Bình Mẫu",
        "2025-06-05-hai.md": "Ủy viên BTV Tỉnh ủy Bình Mẫu",
        "2024-01-09-ba.md": "Ủy viên Ban Chấp hành Đảng bộ tỉnh Bình Mẫu",
    }
    for name, office in texts.items():
        day = name[:10]
        (tmp_path / name).write_text(
            f"---\ntitle: Tỉnh ủy Bình Mẫu họp\npublished: {day}\n---\n"
            f"Sáng {int(day[8:])}-{int(day[5:7])}, Tỉnh ủy Bình Mẫu tổ chức hội nghị. "
            f"Đồng chí Trần Ví Dụ, {office}, dự hội nghị.\n",
            "utf-8",
        )
    archive = read_archive(Place(ROOT, tmp_path, TOY / "danh-muc", None), jobs=1)
    (person,) = archive.people.values()
    assert [(o.label, o.organization_name, len(o.sightings)) for o in person.offices] == [
        ("Ủy viên", "Tỉnh ủy Bình Mẫu", 1),
        ("Ủy viên Ban Thường vụ", "Tỉnh ủy Bình Mẫu", 2),
    ]
