"""Text in, tokens out: the one tokenising pass that the readers of people, offices and organisations share.

A token is a word (with inner apostrophes: "H'Yim", "K'Broi"), a number ("6.373") or one punctuation mark. The dot of an
abbreviation belongs to it ("TP.", "GS."), so that "TP.HCM", "TP. HCM" and "TP HCM" read alike. Everything compares on
``low``: tone-normal lower case; offsets hold in the block's own text, since tone_normal keeps the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from ..text import tone_normal

T = TypeVar("T")

# Abbreviations whose dot is no full stop. Titles of learning, kinds of place, forms of address.
_ABBREVIATION = (
    r"(?:TP|Tp|TX|TT|GS|PGS|TSKH|TS|Ts|ThS|Ths|CN|BS|DS|KS|KTS|LS|NSND|NSƯT|NGND|NGƯT|CKII|CKI|BSCKII|ĐB|Đ|Mr|Ms|Mrs|Dr"
    r"|Q|P|H|X|T|St)"
)
_TOKEN = re.compile(
    rf"(?<![^\W_])(?:{_ABBREVIATION}\.(?=\s?[^\W\d_]|\d)|[QP]\.(?=\s\d))"
    r"|[^\W\d_][\u0300-\u036f]*(?:[^\W\d_]|[\u0300-\u036f]|['’ʼ`‘](?=[^\W\d_]{2}))*"
    r"|\d+(?:[.,]\d+)*|[^\w\s]|_",
)
_DASHES = {
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "−": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
}


class Tokens(NamedTuple):
    """The tokens of one block as parallel lists; position i is token i."""

    text: str  # tone-normal, same length as the block's text
    start: list[int]
    end: list[int]
    low: list[str]  # lower case, dashes and quotes as "-" and '"', the dot of an abbreviation dropped
    shape: list[
        str
    ]  # "l" lower-case word, "C" capitalised, "A" all capitals (two letters or more), "d" number, "p" mark

    def slice(self, first: int, last: int) -> str:
        """The tone-normal text of tokens first..last-1, with their spacing."""
        return self.text[self.start[first] : self.end[last - 1]]

    def glued(self, i: int) -> bool:
        """Whether token i stands directly after token i-1, without a space."""
        return i > 0 and self.start[i] == self.end[i - 1]


def _shape(word: str) -> str:
    first = word[0]
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "p"
    if not first.isupper():
        return "l"
    return "A" if len(word) > 1 and word.isupper() else "C"


@lru_cache(maxsize=256)
def tokenize(text: str) -> Tokens:
    """The tokens of a block's text."""
    text = tone_normal(text)
    start: list[int] = []
    end: list[int] = []
    low: list[str] = []
    shape: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        kind = _shape(word)
        start.append(match.start())
        end.append(match.end())
        shape.append(kind)
        if kind == "p":
            low.append(_DASHES.get(word, word))
        elif word[-1] == ".":
            low.append(word[:-1].lower())
        else:
            low.append(word.lower().replace("’", "'") if "’" in word else word.lower())
    return Tokens(text, start, end, low, shape)


class Phrases(Generic[T]):
    """Phrases with a value each; finds the longest one that starts at a token. Spelling counts, capitals do not."""

    def __init__(self, entries: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        table: dict[str, dict[tuple[str, ...], T]] = {}
        for phrase, value in entries.items() if isinstance(entries, Mapping) else entries:
            words = tuple(tokenize(str(phrase)).low)
            if words:
                table.setdefault(words[0], {}).setdefault(words, value)
        self._table: dict[str, tuple[tuple[int, tuple[str, ...], T], ...]] = {
            first: tuple(
                (len(words), words, value) for words, value in sorted(rest.items(), key=lambda e: (-len(e[0]), e[0]))
            )
            for first, rest in table.items()
        }

    def __contains__(self, first_word: str) -> bool:
        return first_word in self._table

    def first_words(self) -> frozenset[str]:
        """The words with which the phrases begin."""
        return frozenset(self._table)

    def match(self, low: Sequence[str], i: int) -> tuple[int, T] | None:
        """(position after the phrase, its value) of the longest phrase at token i."""
        entries = self._table.get(low[i])
        if entries is None:
            return None
        for length, words, value in entries:
            if length == 1 or tuple(low[i : i + length]) == words:
                return i + length, value
        return None

    def all(self, low: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """(first, after last, value) of the phrases in reading order, longest first, not overlapping."""
        i, n = 0, len(low)
        while i < n:
            found = self.match(low, i) if low[i] in self._table else None
            if found is None:
                i += 1
            else:
                yield i, found[0], found[1]
                i = found[0]


def capital_run(tokens: Tokens, i: int, limit: int = 8) -> int:
    """Position after the run of capitalised words at token i: at most ``limit`` words, one space between them."""
    n = min(len(tokens.start), i + limit)
    j = i
    shape, start, end = tokens.shape, tokens.start, tokens.end
    while j < n and shape[j] in "CA" and (j == i or start[j] == end[j - 1] + 1):
        j += 1
    return j


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """(first, after last) token of each sentence; a full stop, "?", "!" or "…" ends one where a new one begins."""
    low, shape, start, end = tokens.low, tokens.shape, tokens.start, tokens.end
    found: list[tuple[int, int]] = []
    first = 0
    n = len(low)
    i = 0
    while i < n:
        if low[i] in (".", "!", "?", "..."):
            j = i + 1
            while j < n and start[j] == end[j - 1] and low[j] in ('"', ")", ".", "!", "?", "...", "]", "'", "’"):
                j += 1
            apart = j < n and (start[j] > end[j - 1] or (shape[j] == "C" and shape[i - 1] == "l"))
            begins = j < n and (shape[j] in "CAd" or low[j] in ('"', "(", "-", "+", "*", "'", "[", "‘"))
            # "Đ. Nguyễn", "A. Trần": one letter before the stop is an initial, no end.
            initial = low[i] == "." and i > first and end[i - 1] - start[i - 1] == 1 and shape[i - 1] == "C"
            if apart and begins and not initial:
                found.append((first, j))
                first = j
            i = j
        else:
            i += 1
    if first < n:
        found.append((first, n))
    return found
