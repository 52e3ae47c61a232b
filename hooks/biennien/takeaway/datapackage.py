"""The data dictionary in, datapackage.json (Frictionless Data Package 1) out: each data file, its fields, its links."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..siteinfo import SiteInfo
from . import dictionary
from .dictionary import Field, Table
from .linked_subjects import licence_url

PATH = "data/datapackage.json"
_FOLDER = "data/"
_TYPES = {
    "text": "string",
    "date": "date",
    "integer": "integer",
    "boolean": "boolean",
    "quantity": "any",
    "object": "object",
    "map": "object",
    "texts": "array",
    "objects": "array",
}


class FileFact(NamedTuple):
    """What is known of a file that is written already."""

    size: int  # bytes
    sha256: str


def text(site: SiteInfo, files: Mapping[str, FileFact]) -> str:
    """The descriptor. ``files`` are the facts of those files that exist, by path in the site; others are not listed."""
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "bien-nien",
        "title": f"{site.name}: dữ liệu",
        "description": "Tin báo chí về các cuộc họp và mọi điều đọc được từ đó, mỗi dữ kiện kèm chỗ đã in. "
        "Bản tóm lược và dữ liệu do kho viết; toàn văn thuộc quyền của các tòa soạn. "
        "Lời văn từng bài ở articles/<mã bài>.json: text[start:end] của một đoạn đúng là chữ đã in.",
    }
    if site.site_url:
        package["homepage"] = site.site_url
    if address := licence_url(site.licence):
        name = site.licence.strip().replace(" ", "-")
        package["licenses"] = [{"name": name, "path": address, "title": site.licence.strip()}]
    package["resources"] = [_table(t) for t in dictionary.TABLES if t.file in files]
    for extra in dictionary.EXTRAS:
        if extra.file in files:
            package["resources"].append({
                "profile": "data-resource",
                "name": extra.file.removeprefix(_FOLDER).replace(".", "-").lower(),
                "path": extra.file.removeprefix(_FOLDER),
                "title": extra.title,
                "description": extra.meaning,
                "mediatype": extra.mediatype,
                "bytes": files[extra.file].size,
                "hash": f"sha256:{files[extra.file].sha256}",
            })  # fmt: skip
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _table(table: Table) -> dict[str, Any]:
    # No bytes and hash here: the reference validator (frictionless 5) counts none for JSON tables and calls every count
    # wrong, and a package that its own validator refuses helps nobody.
    # An empty text is a value (no rule, no hint); what is missing is null.
    schema: dict[str, Any] = {"fields": [_field(f) for f in table.fields], "missingValues": []}
    if table.fields[0].name == "id":
        schema["primaryKey"] = "id"
    # Only what is one id can be a key of another table; lists of ids say in words what they lead to.
    keys = [
        {"fields": f.name, "reference": {"resource": f.links, "fields": "id"}}
        for f in table.fields
        if f.links and f.type == "text"
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file.removeprefix(_FOLDER),
        "title": table.title,
        "description": table.meaning,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(field: Field) -> dict[str, Any]:
    told = field.meaning
    if field.fields:
        inner = "; ".join(f"{f.name}: {f.meaning}" for f in field.fields)
        told = f"{told}. {'Mỗi mục có' if field.type == 'objects' else 'Gồm'} {inner}"
    out: dict[str, Any] = {"name": field.name, "type": _TYPES[field.type], "description": told}
    constraints: dict[str, Any] = {} if field.null else {"required": True}
    if field.values and field.type == "text":
        constraints["enum"] = [value for value, _ in field.values]
        out["description"] += " (" + "; ".join(f"{value}: {meaning}" for value, meaning in field.values) + ")"
    if constraints:
        out["constraints"] = constraints
    return out
