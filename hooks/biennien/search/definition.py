"""What the search index is, said with lunr.py: the terms of an entry, the fields and their weight, the scoring.

``whole_index`` builds it the plain way. That takes minutes and gigabytes at ten thousand articles, so the site's
index is made by ``postings.py`` and cut up by ``files.py``; tests hold both, and the partial index in the browser,
to this one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lunr.builder import Builder
from lunr.index import Index

from .entries import Entry
from .postings import MOST_TIMES
from .words import APART, Word, pairs, words

TITLE_BOOST = 3
TEXT_BOOST = 1
K1 = 1.2
# No length normalisation: articles differ little in length, and with it every posting would need a score of its own.
B = 0


def builder() -> Builder:
    """An empty lunr builder with this index's fields and scoring, and no pipeline: terms come ready made.

    lunr's own trimmer and stemmer are made for English; the trimmer would turn "Đảng" into "ng".
    """
    made = Builder()
    made.ref("id")
    made.field("title", boost=TITLE_BOOST)
    made.field("text", boost=TEXT_BOOST)
    made.k1(K1)
    made.b(B)
    return made


def single_terms(word: Word) -> tuple[str, str]:
    """A word as it is found without accents, and with exactly these."""
    return word.fold, f"={word.fold}:{word.accent}"


def pair_terms(first: Word, second: Word) -> tuple[str, str]:
    """Two neighbouring words, likewise."""
    term = f"{first.fold} {second.fold}"
    accents = f"{first.accent}.{second.accent}" if first.accent or second.accent else ""
    return term, f"={term}:{accents}"


def _terms(texts: Iterable[str]) -> Iterator[str]:
    for tokens in (words(piece) for text in texts for piece in text.split(APART)):
        for word in tokens:
            yield from single_terms(word)
        for first, second in pairs(tokens):
            yield from pair_terms(first, second)


def terms(entry: Entry) -> dict[str, list[str]]:
    """The terms of an entry by field. A word counts once in a title and at most ``MOST_TIMES`` in a text."""
    title = dict.fromkeys(_terms([entry.title]))
    text = Counter(_terms(entry.texts))
    text.update(entry.codes)
    return {
        "title": list(title),
        "text": [term for term, times in text.items() for _ in range(min(times, MOST_TIMES))],
    }


def whole_index(entries: Sequence[Entry]) -> Index:
    """lunr.py's index of the entries; their refs are their numbers."""
    made = builder()
    for number, entry in enumerate(entries):
        document: dict[str, Any] = {"id": str(number), **terms(entry)}
        made.add(document)
    return made.build()
