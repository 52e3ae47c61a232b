"""The data described: every key of every record has its line in the dictionary, and every line a key."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from biennien import export, model, records
from biennien.entities import Archive
from biennien.takeaway import datapackage, dictionary, webfiles, writing
from biennien.takeaway.dictionary import Field, Table
from test_takeaway import USB, WEB, sample
from toy_archive import many

Record = dict[str, Any]


def rows(archive: Archive) -> Iterator[tuple[Table, Record]]:
    """Every record of every data file with the table that describes it."""
    described = {t.name: t for t in dictionary.TABLES}
    for name, found in records.tables(archive):
        for row in found:
            yield described[name], row
    for record in archive.articles.values():
        yield dictionary.BLOCKS, records.blocks(record.article)


def faults(fields: tuple[Field, ...], row: Record, where: str, optional: bool = False) -> Iterator[str]:
    """Where a record and its description part."""
    names = [f.name for f in fields]
    keys = list(row)
    if optional:
        names = [n for n in names if n in keys]
    if names != keys:
        only = sorted(set(names) - set(keys)), sorted(set(keys) - set(names))
        yield f"{where}: only described {only[0]}, only found {only[1]}, or another order"
    for field in fields:
        if field.name not in row:
            continue
        here, value = f"{where}.{field.name}", row[field.name]
        if value is None:
            if not field.null:
                yield f"{here} is null"
            continue
        yield from type_faults(field, value, here)


def type_faults(field: Field, value: Any, here: str) -> Iterator[str]:
    kinds: dict[str, type] = {
        "text": str, "date": str, "integer": int, "boolean": bool, "object": dict, "map": dict, "texts": list,
        "objects": list,
    }  # fmt: skip
    if field.type == "quantity":
        numbers = value if isinstance(value, list) else [value]
        if len(numbers) not in (1, 2) or not all(type(n) in (int, float) for n in numbers):
            yield f"{here} is no quantity: {value!r}"
    elif type(value) is not kinds[field.type]:
        yield f"{here} is no {field.type}: {value!r}"
    elif field.type == "date":
        dt.date.fromisoformat(value)
    elif field.type == "texts" and not all(isinstance(v, str) for v in value):
        yield f"{here} has an item that is no text"
    elif field.type == "object":
        yield from faults(field.fields, value, here)
    elif field.type == "objects":
        for item in value:
            yield from faults(field.fields, item, here, optional=field.name == "blocks")
    known = {v for v, _ in field.values}
    if known and not set(value.values() if field.type == "map" else [value]) <= known:
        yield f"{here}: {value!r} is not described"


def test_every_record_is_as_its_description_says() -> None:
    found = []
    seen = set()
    for archive in (sample(), many(20, people=30)):
        for table, row in rows(archive):
            seen.add(table.name)
            found += list(faults(table.fields, row, table.name))
    assert sorted(set(found)) == []
    assert seen == {t.name for t in dictionary.TABLES} | {"blocks"}


def test_the_check_above_can_fail() -> None:
    table, row = next(rows(sample()))
    assert not list(faults(table.fields, row, "x"))
    for wrong in (
        {**row, "new": 1},
        {k: v for k, v in row.items() if k != "title"},
        {**row, "id": None},
        {**row, "form": "extract"},
        {**row, "byline": "x"},
        {**row, "captions": [{"block": "b1", "text": "x"}]},
        dict(reversed(row.items())),
    ):
        assert list(faults(table.fields, wrong, "x")), wrong


def test_every_described_list_and_object_occurs_so_that_its_fields_were_compared() -> None:
    """What never occurs in the samples was never compared; it may not hide."""
    met: set[str] = set()

    def note(fields: tuple[Field, ...], row: Record, where: str) -> None:
        for field in fields:
            value = row.get(field.name)
            if value and field.fields:
                met.add(f"{where}.{field.name}")
                for item in value if isinstance(value, list) else [value]:
                    note(field.fields, item, f"{where}.{field.name}")

    def all_of(fields: tuple[Field, ...], where: str) -> Iterator[str]:
        for field in fields:
            if field.fields:
                yield f"{where}.{field.name}"
                yield from all_of(field.fields, f"{where}.{field.name}")

    for table, row in rows(sample()):
        note(table.fields, row, table.name)
    described = {p for t in (*dictionary.TABLES, dictionary.BLOCKS) for p in all_of(t.fields, t.name)}
    assert described - met == set()


@pytest.mark.parametrize(
    ("table", "path", "kind"),
    [
        ("articles", "people.role", model.Role),
        ("articles", "documents.relation", model.Relation),
        ("articles", "people.offices.status", model.OfficeStatus),
        ("articles", "event.part_of_day", model.PartOfDay),
        ("blocks", "blocks.kind", model.BlockKind),
        ("meetings", "date_precision", model.DatePrecision),
        ("meetings", "date_basis", model.DateBasis),
        ("meetings", "place_basis", model.PlaceBasis),
    ],
)
def test_every_value_that_the_model_allows_has_its_meaning(table: str, path: str, kind: Any) -> None:
    fields = next(t.fields for t in (*dictionary.TABLES, dictionary.BLOCKS) if t.name == table)
    for name in path.split("."):
        field = next(f for f in fields if f.name == name)
        fields = field.fields
    assert {value for value, _ in field.values} == set(typing.get_args(kind))
    assert all(meaning.strip() for _, meaning in field.values)


def test_the_dictionary_names_the_files_that_are_written(tmp_path: Path) -> None:
    export.write_data(sample(), tmp_path / "data")
    writing.write(sample(), WEB, tmp_path)
    described = {t.file for t in dictionary.TABLES} | {e.file for e in dictionary.EXTRAS}
    written = {p.relative_to(tmp_path).as_posix() for p in (tmp_path / "data").iterdir() if p.is_file()}
    assert written == described | {datapackage.PATH}
    name = next(iter(sample().articles))
    assert (tmp_path / dictionary.BLOCKS.file.replace("<mã bài>", name)).is_file()


def test_downloads_tell_the_size_and_number_of_what_is_written(tmp_path: Path) -> None:
    assert writing.downloads(sample(), tmp_path) == ()
    export.write_data(sample(), tmp_path / "data")
    writing.write(sample(), WEB, tmp_path)
    found = {d.path: d for d in writing.downloads(sample(), tmp_path)}
    assert set(found) >= {t.file for t in dictionary.TABLES} | {e.file for e in dictionary.EXTRAS} | {"nguon-tin.xml"}
    for path, download in found.items():
        assert download.size == (tmp_path / path).stat().st_size
        if download.records is not None:
            assert download.records == len(json.loads((tmp_path / path).read_text(encoding="utf-8")))
    assert found["data/figures.json"].records


# --- datapackage.json ----------------------------------------------------------------------------------------------
def package(tmp_path: Path) -> Record:
    export.write_data(sample(), tmp_path / "data")
    writing.write(sample(), WEB, tmp_path)
    found: Record = json.loads((tmp_path / datapackage.PATH).read_text(encoding="utf-8"))
    return found


def test_the_data_package_is_as_frictionless_wants_it(tmp_path: Path) -> None:
    found = package(tmp_path)
    assert found["profile"] == "data-package" and re.fullmatch(r"[-a-z0-9._/]+", found["name"])
    assert found["licenses"] == [
        {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
    ]
    names = [r["name"] for r in found["resources"]]
    assert len(names) == len(set(names)) and all(re.fullmatch(r"[-a-z0-9._/]+", n) for n in names)
    types = {"string", "date", "integer", "boolean", "any", "object", "array"}
    tables = {r["name"]: r for r in found["resources"] if "schema" in r}
    assert list(tables) == [t.name for t in dictionary.TABLES]
    for resource in found["resources"]:
        path = tmp_path / "data" / resource["path"]
        assert path.is_file() and ".." not in resource["path"] and not resource["path"].startswith("/")
        if "bytes" in resource:
            assert resource["bytes"] == path.stat().st_size
            assert resource["hash"] == "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
    for resource in tables.values():
        fields = {f["name"]: f for f in resource["schema"]["fields"]}
        assert all(f["type"] in types and f["description"] for f in fields.values())
        for row in json.loads((tmp_path / "data" / resource["path"]).read_text(encoding="utf-8")):
            assert list(row) == list(fields)
            for name, field in fields.items():
                limits = field.get("constraints", {})
                assert row[name] is not None or not limits.get("required")
                assert "enum" not in limits or row[name] is None or row[name] in limits["enum"]


def test_keys_of_the_data_package_hold(tmp_path: Path) -> None:
    tables = {r["name"]: r for r in package(tmp_path)["resources"] if "schema" in r}
    data = {n: json.loads((tmp_path / "data" / r["path"]).read_text(encoding="utf-8")) for n, r in tables.items()}
    told = 0
    for name, resource in tables.items():
        if key := resource["schema"].get("primaryKey"):
            values = [row[key] for row in data[name]]
            assert len(values) == len(set(values))
        for foreign in resource["schema"].get("foreignKeys", []):
            target = {row[foreign["reference"]["fields"]] for row in data[foreign["reference"]["resource"]]}
            used = {row[foreign["fields"]] for row in data[name]} - {None}
            assert used <= target, (name, foreign)
            told += 1
    assert told >= 4


def test_an_unknown_licence_is_not_made_into_a_known_one() -> None:
    found = json.loads(datapackage.text(USB, {}))
    assert "licenses" not in found and "homepage" not in found and found["resources"] == []


# --- small files ---------------------------------------------------------------------------------------------------
def test_the_search_is_described_for_browsers_where_the_site_has_an_address() -> None:
    text = webfiles.opensearch(WEB)
    assert text is not None
    root = ElementTree.fromstring(text.encode())
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert root.tag == f"{space}OpenSearchDescription"
    assert 0 < len(root.findtext(f"{space}ShortName", "")) <= 16
    assert 0 < len(root.findtext(f"{space}Description", "")) <= 1024
    (search,) = [u for u in root.findall(f"{space}Url") if u.get("type") == "text/html"]
    assert search.get("template") == "https://bien-nien.example/kho/tim-kiem.html?q={searchTerms}"
    assert webfiles.opensearch(USB) is None


def test_robots_may_read_all_and_are_told_of_the_site_map_where_it_has_an_address() -> None:
    assert webfiles.robots(WEB).splitlines() == [
        "User-agent: *", "Allow: /", "", "Sitemap: https://bien-nien.example/kho/sitemap.xml",
    ]  # fmt: skip
    assert "Sitemap" not in webfiles.robots(USB)
