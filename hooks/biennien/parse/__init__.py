"""Raw lines of an article in, blocks out: headline, lead, paragraphs, subheads, captions, credits, bylines, the rest.

Together the blocks hold every word of the lines, in order. Kinds are decided by the form of a line and by what stands
around it; the editor's ``blocks`` field wins.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..entities import Outlet
from ..model import Block, BlockKind, Meta
from ..text import clean_line
from .bylines import byline_names
from .layout import Layout, arrange
from .lines import Piece, Words

TITLE_LIMIT = 120


@dataclass(frozen=True, slots=True)
class ParsedText:
    """An article's text, cut."""

    blocks: tuple[Block, ...]
    title: str  # "" where the text gives nothing at all
    title_basis: Literal["stated", "derived", "editor"]
    published: dt.date | None  # from a stamp in the text
    byline: tuple[str, ...]
    outlet: str | None = None  # name or code of the outlet as the text prints it


def cut(lines: Sequence[tuple[int, str]], meta: Meta, outlets: Mapping[str, Outlet]) -> ParsedText:
    """The blocks of an article. ``lines`` are (line number, text) of its body, front matter removed."""
    words = Words.of(outlets)
    cleaned = [(number, clean_line(text)) for number, text in lines]
    layout: Layout = arrange(cleaned, meta.title, words)
    blocks = _blocks(layout.pieces, dict(meta.blocks))
    title, basis = _title(blocks, meta)
    names = tuple(name for b in blocks if b.kind == "byline" for name in byline_names(b.text, words))
    return ParsedText(blocks, title, basis, layout.published, tuple(dict.fromkeys(names)), layout.outlet)


def _blocks(pieces: Sequence[Piece], stated: Mapping[str, BlockKind]) -> tuple[Block, ...]:
    """Numbered blocks; the first paragraph is the lead, unless the editor says otherwise."""
    blocks: list[Block] = []
    led = "lead" in stated.values()
    for piece in pieces:
        identity = f"b{len(blocks) + 1}"
        kind = stated.get(identity, piece.kind)
        if kind == "paragraph" and not led and identity not in stated:
            kind, led = "lead", True
        blocks.append(Block(identity, kind, piece.text, piece.line, piece.credit if kind == "caption" else None))
    return tuple(blocks)


def _title(blocks: Sequence[Block], meta: Meta) -> tuple[str, Literal["stated", "derived", "editor"]]:
    if meta.title:
        return meta.title, "editor"
    for block in blocks:
        if block.kind == "headline":
            return " ".join(block.text.split()), "stated"
    for kind in ("lead", "paragraph", "caption", "subhead", "boilerplate"):
        for block in blocks:
            if block.kind == kind:
                return shortened(block.text), "derived"
    return "", "derived"


def shortened(text: str, limit: int = TITLE_LIMIT) -> str:
    """The first sentence of a text, cut at a word's end to at most ``limit`` characters, then with "…"."""
    text = " ".join(text[: 20 * limit].split())
    end = len(text)
    for stop in (". ", "! ", "? ", "; ", "… "):
        at = text.find(stop)
        if at >= 20:
            end = min(end, at)
    sentence = text[:end].rstrip(" .;:,")
    if len(sentence) <= limit:
        return sentence
    head = sentence[: limit - 1]
    if sentence[limit - 1] != " " and " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip(" .;:,-–(") + "…"


__all__ = ["ParsedText", "cut", "shortened"]
