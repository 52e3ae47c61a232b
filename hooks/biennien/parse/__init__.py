"""Raw lines of an article in, blocks out: headline, lead, paragraphs, subheads, captions, credits, bylines, the rest.

Together the blocks hold every word of the lines, in order. Kinds are decided by the form of a line and by what stands
around it; the editor's ``blocks`` field wins.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..entities import Outlet
from ..model import Block, BlockKind, Meta
from ..text import clean_line, compare_key, tone_normal
from .bylines import byline_names
from .layout import Layout, arrange
from .lines import Piece, Words, ends, shouted

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
    unused: tuple[str, ...] = ()  # what the editor says of blocks that the text does not have


def cut(
    lines: Sequence[tuple[int, str]], meta: Meta, outlets: Mapping[str, Outlet], vocabulary: Path | None = None
) -> ParsedText:
    """The blocks of an article. ``lines`` are (line number, text) of its body, front matter removed.

    ``vocabulary`` is the editors' folder of additions to the words.
    """
    return cut_with(lines, meta, Words.of(outlets, vocabulary))


def cut_with(lines: Sequence[tuple[int, str]], meta: Meta, words: Words) -> ParsedText:
    """The same with words that are compiled already."""
    cleaned = [(number, clean_line(text)) for number, text in lines]
    layout: Layout = arrange(cleaned, meta.title, words, own=meta.form == "summary")
    stated = _Stated(dict(meta.blocks))
    blocks = _blocks(layout.pieces, stated)
    title, basis = _title(blocks, meta)
    names = tuple(name for b in blocks if b.kind == "byline" for name in byline_names(b.text, words))
    authors = tuple(dict.fromkeys(names))
    return ParsedText(blocks, title, basis, layout.published, authors, layout.outlet, stated.unused())


class _Stated:
    """What the editor says of blocks, by their number ("b3") or by the words that they begin with.

    Numbers are the program's and move when a line is added; words stay.
    """

    def __init__(self, stated: Mapping[str, BlockKind]) -> None:
        self.kinds = stated
        self._openings = {compare_key(k): k for k in stated if _NUMBER.fullmatch(k) is None and compare_key(k)}
        self._used: set[str] = set()

    def of(self, identity: str, text: str) -> BlockKind | None:
        """The kind that a block is said to be of."""
        key = identity if identity in self.kinds else None
        if key is None and self._openings:
            start = compare_key(text[: 2 * max(map(len, self._openings)) + 20])
            key = next(
                (
                    k
                    for o, k in self._openings.items()
                    if start.startswith(o) and not start[len(o) : len(o) + 1].isalnum()
                ),
                None,
            )
        if key is None:
            return None
        self._used.add(key)
        return self.kinds[key]

    def unused(self) -> tuple[str, ...]:
        """The numbers and words that no block has."""
        return tuple(key for key in self.kinds if key not in self._used)


_NUMBER = re.compile(r"b\d+")


def _blocks(pieces: Sequence[Piece], stated: _Stated) -> tuple[Block, ...]:
    """Numbered blocks; the first paragraph is the lead, unless the editor says otherwise."""
    blocks: list[Block] = []
    decided = [stated.of(f"b{k + 1}", piece.text) for k, piece in enumerate(pieces)]
    led = "lead" in decided
    for k, (piece, said) in enumerate(zip(pieces, decided, strict=True)):
        identity = f"b{k + 1}"
        kind = said or piece.kind
        if kind == "paragraph" and not led and said is None:
            kind, led = "lead", True
        blocks.append(Block(identity, kind, piece.text, piece.line, piece.credit if kind == "caption" else None))
    return tuple(blocks)


def _title(blocks: Sequence[Block], meta: Meta) -> tuple[str, Literal["stated", "derived", "editor"]]:
    if meta.title:
        return meta.title, "editor"
    for k, block in enumerate(blocks):
        if block.kind == "headline":
            title = block.text
            for below in blocks[k + 1 : k + 2]:
                if below.kind == "subhead" and below.line == block.line + 1 and _goes_on(title, below.text):
                    title = f"{title} {below.text}"
            title = " ".join(title.split())
            return (title[:-1] if title.endswith(".") and not title.endswith("..") else title), "stated"
    for kind in ("lead", "paragraph", "caption", "subhead", "boilerplate"):
        for block in blocks:
            if block.kind == kind:
                return shortened(block.text), "derived"
    return "", "derived"


_TERM = re.compile(r"lần thứ|nhiệm kỳ|khóa|năm \d{4}|giai đoạn", re.IGNORECASE)


def _goes_on(title: str, below: str) -> bool:
    """Whether the line below a headline is its second half: both in capitals, or it begins inside a phrase."""
    if ends(below) or len(title) + len(below) > 300:
        return False
    if title.endswith(":"):
        return True
    if ends(title):
        return False
    return (shouted(title) and shouted(below)) or below[:1].islower() or _TERM.match(tone_normal(below)) is not None


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


__all__ = ["ParsedText", "Words", "cut", "cut_with", "shortened"]
