"""What a reader typed in, a query out: words, codes, quotations, exclusions. The twin of the browser's ``parse``.

The site itself parses queries in the browser only. This one says what is right, for the vectors that both must meet and
for the tests that compare the browser's answers with lunr.py's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from .words import APART, CodeForms, Word, codes, words

MOST_CHARACTERS = 2000
MOST_WORDS = 24
_SPACE = re.compile("[\\s\x1c-\x1f\x85\ufeff]+")
_QUOTES = '"“”„«»'
_PIECE = re.compile(
    rf"(?:(?:^| )(?P<not>-))?[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}]|(?:^| )-(?=[^\W_])(?P<out>[^ {_QUOTES}]+)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """Words that belong together, or the words of a document code. ``exact``: in quotation marks."""

    words: tuple[tuple[str, str], ...]  # (folded, accent)
    code: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """``open``: the last word may be only the beginning of one, because the reader is still typing."""

    parts: tuple[Part, ...]
    excluded: tuple[Part, ...]
    open: bool

    def record(self) -> dict[str, Any]:
        """As the vectors write it; what is empty or false is left out."""

        def part(one: Part) -> dict[str, Any]:
            out: dict[str, Any] = {"words": [list(word) for word in one.words]}
            if one.code:
                out["code"] = one.code
            if one.exact:
                out["exact"] = True
            return out

        return {"parts": [part(p) for p in self.parts], "excluded": [part(p) for p in self.excluded], "open": self.open}


def parse(text: str, forms: CodeForms) -> Query:
    """Any string is a query; what cannot be searched is left out. At most ``MOST_WORDS`` words count."""
    text = _SPACE.sub(" ", unicodedata.normalize("NFC", text)[:MOST_CHARACTERS])
    parts: list[Part] = []
    excluded: list[Part] = []
    room = MOST_WORDS

    def some(piece: str) -> list[Word]:
        nonlocal room
        found = words(piece)[:room]
        room -= len(found)
        return found

    def plain(text: str) -> bool:
        """Add the parts of unquoted words; whether the last of them is the last character too."""
        return [plain_piece(piece) for piece in text.split(APART)][-1]

    def plain_piece(piece: str) -> bool:
        tokens = some(piece)
        at = 0
        for code in [*codes(piece, tokens, forms, loose=True), None]:
            upto = code.first if code else len(tokens)
            if at < upto:
                parts.append(Part(_spelled(tokens[at:upto])))
            if code:
                parts.append(Part(_spelled(tokens[code.first : code.last]), code.code))
                at = code.last
        return bool(tokens) and tokens[-1].end == len(piece)

    at = 0
    for match in _PIECE.finditer(text):
        plain(text[at : match.start()])
        at = match.end()
        if match["out"] is not None or match["not"]:
            found = some(match["out"] or match["quoted"])
            excluded += [Part(_spelled(found))] if found else []
            continue
        for piece in match["quoted"].split(APART):
            found = some(piece)
            parts += [Part(_spelled(found), exact=True)] if found else []
    unfinished = plain(text[at:])
    return Query(tuple(parts), tuple(excluded), unfinished)


def _spelled(tokens: list[Word]) -> tuple[tuple[str, str], ...]:
    return tuple((word.fold, word.accent) for word in tokens)
