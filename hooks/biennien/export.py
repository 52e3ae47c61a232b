"""Archive in, data files out: data/*.json, data/articles/<id>.json, data/archive.sqlite; the same bytes every time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from . import records
from .entities import Archive
from .records import Record


def write_data(archive: Archive, folder: Path) -> None:
    """Write every data file below ``folder``, which is made; existing files of these names are replaced."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for name, rows in records.tables(archive):
        _write_list(folder / f"{name}.json", rows)
    for record in archive.articles.values():
        text = json.dumps(records.blocks(record.article), ensure_ascii=False)
        (folder / "articles" / f"{record.article.id}.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    write_sqlite(archive, folder / "archive.sqlite")


def _write_list(path: Path, rows: Iterable[Record]) -> None:
    """A JSON list with one record a line: readable by any parser, by line tools, and in a diff."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("[")
        separator = "\n"
        for row in rows:
            out.write(separator + json.dumps(row, ensure_ascii=False))
            separator = ",\n"
        out.write("\n]\n")


def write_sqlite(archive: Archive, path: Path) -> None:
    """The archive as an SQLite 3 file with the tables of the JSON files, lists in tables of their own."""
    path.unlink(missing_ok=True)
    tables = resources.files(__package__).joinpath("archive.sql").read_text(encoding="utf-8")
    connection = sqlite3.connect(path)
    try:
        # A fresh file that is written once needs no journal, and has the same bytes each time.
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;" + tables
        )
        for name, rows in records.tables(archive):
            _insert(connection, (item for row in rows for item in _FLATTEN[name](row)))
        _insert(connection, _block_rows(archive))
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, rows: Iterable[tuple[str, Record]]) -> None:
    for table, row in rows:
        columns = ", ".join(f'"{c}"' for c in row)
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(row.values()))


def _block_rows(archive: Archive) -> Iterator[tuple[str, Record]]:
    for record in archive.articles.values():
        for block in record.article.blocks:
            yield "blocks", {"article": record.article.id, "block": block.id, "kind": block.kind, "text": block.text,
                             "credit": block.credit, "line": block.line}  # fmt: skip


def _only(record: Record, *keys: str) -> Record:
    return {key: record[key] for key in keys}


def _lines(values: Iterable[Any]) -> str | None:
    return "\n".join(map(str, values)) or None


def _article_rows(r: Record) -> Iterator[tuple[str, Record]]:
    article = r["id"]
    yield "articles", {
        **_only(r, "id", "path", "url", "title", "title_basis", "form", "published", "published_basis"),
        "source_name": r["source"]["name"], "source_url": r["source"]["url"], "outlet": r["source"]["outlet"],
        "byline": _lines(r["byline"]), "meeting": r["meeting"], "sha256": r["sha256"],
    }  # fmt: skip
    for p in r["people"]:
        yield (
            "article_people",
            {"article": article, **_only(p, "person", "name_as_written", "role", "stated_by_editor")},
        )
        for o in p["offices"]:
            yield "article_offices", {
                "article": article, "person": p["person"],
                **_only(o, "label", "organization", "organization_id", "organization_basis", "status"),
                **(o["evidence"] or _STATED),
            }  # fmt: skip
        for e in p["evidence"]:
            yield (
                "person_references",
                {"article": article, "person": p["person"], **_only(e, "form", "block", "start", "end")},
            )
    for s in r["statements"]:
        yield "statements", {"article": article, **_only(s, "person", "quoted", "block", "start", "end")}


def _meeting_rows(r: Record) -> Iterator[tuple[str, Record]]:
    yield "meetings", _only(
        r, "id", "url", "title", "date", "date_end", "date_precision", "date_basis", "date_reason", "date_not_after",
        "part_of_day", "kind", "body", "place", "place_basis", "place_reason", "venue", "session", "term",
    )  # fmt: skip
    for person, role in r["roles"].items():
        yield "meeting_people", {"meeting": r["id"], "person": person, "role": role}
    for document in r["documents"]:
        yield "meeting_documents", {"meeting": r["id"], "document": document}


def _person_rows(r: Record) -> Iterator[tuple[str, Record]]:
    yield (
        "people",
        {**_only(r, "id", "url", "name", "sort_key", "note", "reviewed"), "other_names": _lines(r["other_names"])},
    )
    for o in r["offices"]:
        yield "person_offices", {
            "person": r["id"], **_only(o, "label", "organization", "organization_id", "status", "first", "last"),
            "sightings": len(o["sources"]),
        }  # fmt: skip


def _document_rows(r: Record) -> Iterator[tuple[str, Record]]:
    keys = (
        "id",
        "url",
        "type",
        "number",
        "symbol",
        "name",
        "issuer",
        "term",
        "year",
        "date",
        "title",
        "status",
        "reason",
        "note",
    )
    yield "documents", {**_only(r, *keys), "candidates": _lines(r["candidates"])}
    for c in r["citations"]:
        yield (
            "citations",
            {"document": r["id"], **_only(c, "article", "as_written", "relation", "reason", "block", "start", "end")},
        )


def _organization_rows(r: Record) -> Iterator[tuple[str, Record]]:
    keys = ("id", "url", "name", "kind", "place", "parent", "predecessor", "successor", "note")
    yield "organizations", {**_only(r, *keys), "aliases": _lines(r["aliases"])}


def _figure_rows(r: Record) -> Iterator[tuple[str, Record]]:
    low, high = r["value"] if isinstance(r["value"], list) else (r["value"], None)
    keys = ("series", "article", "meeting", "date", "what", "qualifier", "unit", "subject", "organization", "as_of")
    yield "figures", {**_only(r, *keys), "value": low, "value_high": high, **r["evidence"]}


_STATED = {"block": None, "start": None, "end": None}  # an editor's word, in no block

# Table and row for each record and each item of its lists.
_FLATTEN: dict[str, Callable[[Record], Iterator[tuple[str, Record]]]] = {
    "articles": _article_rows,
    "meetings": _meeting_rows,
    "people": _person_rows,
    "documents": _document_rows,
    "organizations": _organization_rows,
    "figures": _figure_rows,
    "problems": lambda r: iter([("problems", r)]),
}
