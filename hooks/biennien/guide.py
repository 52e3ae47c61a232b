"""Shapes and problem codes in, the tables of the editors' guide out, so that the guide says what the code does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .problems import CODES
from .schema import ARTICLE, Date, Flag, Integer, List, Map, Shape, Text

_KINDS: dict[type, str] = {Text: "chữ", Date: "ngày, như 2025-12-25", Integer: "số", Flag: "true hoặc false"}


def _kind(shape: Shape) -> str:
    if isinstance(shape, Text) and shape.choices:
        return "một trong: " + ", ".join(f"`{choice}`" for choice in shape.choices)
    if isinstance(shape, List):
        inner = _kind(shape.item) if not isinstance(shape.item, Map) else "nhóm"
        return f"danh sách {inner}"
    return _KINDS.get(type(shape), "nhóm")


def _fields(shape: Map, name: str = "") -> Iterator[tuple[str, Shape]]:
    for key, child in shape.keys.items():
        full = f"{name}{key}"
        yield full, child
        inner = child.item if isinstance(child, List) else child
        if isinstance(inner, Map):
            yield from _fields(inner, f"{full}.")


def front_matter_table() -> str:
    """Every field of an article's front matter: name, what it takes, what it means."""
    rows = ["| Trường | Ghi gì | Nghĩa |", "|---|---|---|"]
    rows += [f"| `{name}` | {_kind(shape)} | {shape.doc} |" for name, shape in _fields(ARTICLE)]
    return "\n".join(rows)


def code_table() -> str:
    """Every problem code and its meaning."""
    return "\n".join(["| Mã | Nghĩa |", "|---|---|", *(f"| {code} | {CODES[code]} |" for code in sorted(CODES))])


TABLES: dict[str, Callable[[], str]] = {"truong": front_matter_table, "ma": code_table}


def with_tables(text: str) -> str:
    """The guide with what stands between ``<!-- bảng NAME -->`` and ``<!-- hết bảng -->`` made anew."""

    def table(found: re.Match[str]) -> str:
        return f"{found.group(1)}\n\n{TABLES[found.group(2)]()}\n\n{found.group(3)}"

    return re.sub(r"(<!-- bảng (\w+) -->)\n.*?(<!-- hết bảng -->)", table, text, flags=re.DOTALL)
