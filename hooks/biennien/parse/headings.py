"""Headings inside an article that begin as captions do: "Thăm hỏi, tặng quà gia đình chính sách"."""

from __future__ import annotations

from collections.abc import Sequence

from .evidence import signs
from .lines import Piece, Words, ends, is_numbered, low
from .neighbourhood import word_pairs
from .opening import begins_report

_SAID_BELOW = 0.5  # of a heading's word pairs stand where the paragraph below it begins
_BEGINS = 260  # characters of that paragraph
_MANY = 60  # so many lines without a subject are a list, which is left as it was read
# What only pictures show, or somebody whom a heading would not name.
_SHOWN = frozenset(("person", "scene", "named", "placed", "position", "photographed", "bracketed", "enclosed"))


def settle_headings(pieces: Sequence[Piece], words: Words) -> None:
    """Captions without a subject that are headings after all: the paragraph below tells what they say.

    A picture's text can stand above such a paragraph, too. So the article must be one with headings, or the paragraph
    must begin a report of its own ("Chiều 5-3, …").
    """
    likely = [k for k, p in enumerate(pieces) if _may_head(pieces, k) and _without_subject(p.text, words)]
    if not likely or len(likely) > _MANY:
        return
    telling = [k for k in likely if _told_below(pieces[k].text, pieces[k + 1].text)]
    others = any(p.kind == "subhead" and not is_numbered(p.text) and _between(pieces, k) for k, p in enumerate(pieces))
    for k in telling:
        if others or len(telling) > 1 or begins_report(pieces[k + 1].text, words):
            pieces[k].kind = "subhead"


def _may_head(pieces: Sequence[Piece], k: int) -> bool:
    """Whether a caption stands as a heading does: without a mark of pictures, between two paragraphs."""
    piece = pieces[k]
    return piece.kind == "caption" and piece.credit is None and not ends(piece.text) and _between(pieces, k)


def _between(pieces: Sequence[Piece], k: int) -> bool:
    if not 0 < k < len(pieces) - 1:
        return False
    return pieces[k - 1].kind in ("paragraph", "caption", "credit") and pieces[k + 1].kind == "paragraph"


def _without_subject(text: str, words: Words) -> bool:
    """Whether a line says what is done and not who does it: "Trao quà cho hộ nghèo", "Thăm hỏi gia đình chính sách"."""
    found = signs(text, words, False)
    if _SHOWN & found:
        return False
    plain = low(text)
    if plain.startswith(words.first_captions):
        return True
    return "nobody" in found and bool({"deed", "pose", "gift"} & found)


def _told_below(text: str, below: str) -> bool:
    wanted = word_pairs(text)
    return len(wanted & word_pairs(below[:_BEGINS])) >= _SAID_BELOW * len(wanted)
