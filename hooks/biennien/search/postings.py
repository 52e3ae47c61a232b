"""Texts in, postings out: which article has which word how often, kept as integers, given back as lines of text.

What is kept, and how it scores, is defined in ``definition.py`` by lunr.py; this module makes the same postings in a
hundredth of the time and memory, and a test compares the two.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from .words import APART, TOKEN, accent, fold

# A posting is one integer: … accents | document (24 bits) | in the title (1 bit) | times in the text (2 bits).
MOST_TIMES = 3  # a word counts at most three times in a text, once in a title
_IN_TITLE = 4
_DOCUMENT_BITS, _CLASS_BITS, _ACCENT_BITS, _FOLD_BITS = 24, 3, 7, 20
_ACCENT_AT = _DOCUMENT_BITS + _CLASS_BITS
MOST_DOCUMENTS = 1 << _DOCUMENT_BITS
_MOST_ACCENTS = 1 << _ACCENT_BITS
_MOST_FOLDS = 1 << _FOLD_BITS
_LOW = (1 << _ACCENT_AT) - 1

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def packed(number: int) -> str:
    """A whole number from 0 in letters: five bits each, the low ones first, a sixth bit where more follow."""
    text = ""
    while number > 31:
        text += _ALPHABET[32 | (number & 31)]
        number >>= 5
    return text + _ALPHABET[number]


_SMALL = [packed(n) for n in range(1 << 15)]


def _packed(number: int) -> str:
    return _SMALL[number] if number < 32768 else packed(number)


def packed_list(numbers: Iterable[int]) -> str:
    """Rising whole numbers as the gaps between them."""
    out, previous = [], -1
    for number in numbers:
        out.append(_packed(number - previous - 1))
        previous = number
    return "".join(out)


def sort_key(term: str) -> bytes:
    """The order of terms in shards: by UTF-16 units, as the browser compares strings."""
    return term.encode("utf-16-be")


class Line(NamedTuple):
    """A folded term with its postings by accent. ``postings`` are split where one would be too long for a file."""

    term: str
    postings: Sequence[tuple[str, str]]  # (accent, packed postings)
    documents: int  # how many have the term


class Postings:
    """The words of a numbered collection. Documents must be added in the order of their numbers."""

    def __init__(self, *, pairs: bool) -> None:
        self._pairs = pairs
        self._folds: dict[str, int] = {}
        self._accents: list[dict[str, int]] = []  # by fold: accent -> its number
        self._units: dict[str, int] = {}  # token as printed -> fold number << 7 | accent number
        self._single: list[array[int]] = []
        self._following: list[array[int]] = []
        self._codes: dict[str, array[int]] = {}
        self._filters: dict[str, array[int]] = {}
        self.dropped = 0  # words beyond a million different ones

    def _unit(self, token: str) -> int:
        """Number of a token that was not seen before; -1 where there are too many."""
        folded, accented = fold(token), accent(token)
        at = self._folds.get(folded)
        if at is None:
            at = len(self._folds)
            if at >= _MOST_FOLDS or not folded:
                self.dropped += 1
                return -1
            self._folds[folded] = at
            self._accents.append({"": 0})
            self._single.append(array("Q"))
            self._following.append(array("Q"))
        known = self._accents[at]
        number = known.get(accented)
        if number is None:
            number = len(known)
            if number >= _MOST_ACCENTS:  # no language has so many: count it as unaccented
                return at << _ACCENT_BITS
            known[accented] = number
        unit = at << _ACCENT_BITS | number
        self._units[token] = unit
        return unit

    def _numbers(self, text: str) -> list[int]:
        units = self._units
        tokens = TOKEN.findall(text)
        try:
            return [units[token] for token in tokens]
        except KeyError:
            found = (units[token] if token in units else self._unit(token) for token in tokens)
            return [unit for unit in found if unit >= 0]

    def add(
        self, document: int, title: str, texts: Iterable[str], codes: Iterable[str] = (), filters: Iterable[str] = ()
    ) -> None:
        """Add a document. ``codes`` may repeat, as words do; ``filters`` are facets, found but never scored."""
        in_title = [self._numbers(piece) for piece in title.split(APART)]
        singles: Counter[int] = Counter()
        pairs: Counter[tuple[int, int]] = Counter()
        for piece in (piece for text in texts for piece in text.split(APART)):
            units = self._numbers(piece)
            singles.update(units)
            if self._pairs:
                pairs.update(pairwise(units))
        here = document << _CLASS_BITS
        single = self._single
        titles = {unit for units in in_title for unit in units}
        for unit, times in singles.items():
            kind = min(times, MOST_TIMES) | (_IN_TITLE if unit in titles else 0)
            single[unit >> 7].append((unit & 127) << _ACCENT_AT | here | kind)
        for unit in titles.difference(singles):
            single[unit >> 7].append((unit & 127) << _ACCENT_AT | here | _IN_TITLE)
        if self._pairs:
            following = self._following
            title_pairs = {pair for units in in_title for pair in pairwise(units)}
            for pair, times in pairs.items():
                first, second = pair
                kind = min(times, MOST_TIMES) | (_IN_TITLE if pair in title_pairs else 0)
                following[first >> 7].append(
                    (second >> 7) << 41 | (first & 127) << 34 | (second & 127) << _ACCENT_AT | here | kind
                )
            for first, second in title_pairs.difference(pairs):
                following[first >> 7].append(
                    (second >> 7) << 41 | (first & 127) << 34 | (second & 127) << _ACCENT_AT | here | _IN_TITLE
                )
        for code, times in Counter(codes).items():
            self._codes.setdefault(code, array("Q")).append(here | min(times, MOST_TIMES))
        for name in set(filters):
            self._filters.setdefault(name, array("Q")).append(here | 1)

    def size(self) -> tuple[int, int]:
        """How many postings there are, of words and of pairs."""
        extra = sum(map(len, self._codes.values())) + sum(map(len, self._filters.values()))
        return sum(map(len, self._single)) + extra, sum(map(len, self._following))

    # --- out ------------------------------------------------------------------------------------------------------
    def frequencies(self) -> Iterator[tuple[str, int]]:
        """(folded word, how many documents have it), in the order of terms."""
        for word in sorted(self._folds, key=sort_key):
            yield word, len({value & _LOW for value in self._single[self._folds[word]]})

    def single_lines(self) -> Iterator[Line]:
        """Words, codes and filters in the order of terms. The postings are used up."""
        accents = [list(known) for known in self._accents]
        terms = [*self._folds, *self._codes, *self._filters]
        for term in sorted(terms, key=sort_key):
            at = self._folds.get(term)
            if at is None:
                values = self._codes.pop(term, None) or self._filters.pop(term)
                yield Line(term, [("", _postings(values))], len(values))
                continue
            ordered = sorted(self._single[at])
            self._single[at] = array("Q")
            groups = groupby(ordered, lambda value: value >> _ACCENT_AT)
            postings = sorted((accents[at][number], _postings(values)) for number, values in groups)
            yield Line(term, postings, len({value & _LOW for value in ordered}))

    def pair_lines(self) -> Iterator[Line]:
        """Neighbouring words, "first second", in the order of terms. The postings are used up."""
        names = list(self._folds)
        accents = [list(known) for known in self._accents]
        for first in sorted(self._folds, key=sort_key):
            at = self._folds[first]
            if not self._following[at]:
                continue
            ordered = sorted(self._following[at])
            self._following[at] = array("Q")
            lines = []
            for second, values in groupby(ordered, lambda value: value >> 41):
                group = list(values)
                postings = []
                for number, same in groupby(group, lambda value: value >> _ACCENT_AT & 0x3FFF):
                    pair = accents[at][number >> 7], accents[second][number & 127]
                    postings.append((f"{pair[0]}.{pair[1]}" if any(pair) else "", _postings(same)))
                postings.sort()
                lines.append(Line(f"{first} {names[second]}", postings, len({value & _LOW for value in group})))
            lines.sort(key=lambda line: sort_key(line.term))
            yield from lines


def _postings(values: Iterable[int]) -> str:
    """Rising postings as packed gaps, each with how the document has the word."""
    out, previous = [], -1
    for value in values:
        document = (value & _LOW) >> _CLASS_BITS
        out.append(_packed((document - previous - 1) << _CLASS_BITS | value & 7))
        previous = document
    return "".join(out)
