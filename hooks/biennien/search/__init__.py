"""Archive in, search index out: small script files below <site>/search/, from which a page loads what a query needs."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import json
import math
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..entities import Archive
from . import definition
from .entries import FACETS, KINDS, ArticleEntry, Entries, Entry
from .files import Files, base36, write_numbered, write_terms
from .phrasebook import Phrasebook
from .postings import MOST_TIMES, Postings, packed, packed_list, sort_key
from .scripts import lunr_script, own_script
from .words import CodeForms, code_forms

InOrder = Callable[[], Iterable[tuple[str, Iterator[Entry]]]]
FORMAT = 1  # raised when the files change their form, with the number in engine.js: an old script then says so
_SAMPLE = 400  # articles from which the phrasebook learns
_TEXT_FILE = 5_000  # bytes of article text in one file, about 1.7 KB compressed: two usual articles
_LONGEST_PART = 12_000  # bytes of articles in one file; the rest of a long one is in files loaded when asked for
_CARD_FILE = 1_800  # characters of cards in one file
_PACKED_FILE = 20_000


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was written. Sizes in bytes, ``compressed`` as a web host sends them."""

    articles: int
    entries: int
    files: int
    bytes: int
    compressed: int
    largest: int  # the largest file, compressed
    dropped: int  # words that found no room, beyond a million different ones


def write_index(archive: Archive, out: Path) -> IndexReport:
    """Write the search index of an archive into the folder ``search`` below ``out``, which is made anew.

    The same archive gives the same bytes. Nothing is written to the old folder before the new one is whole.
    """
    entries = Entries(archive, code_forms())
    return write_entries(entries.in_order, entries.forms, out)


def write_entries(in_order: InOrder, forms: CodeForms, out: Path) -> IndexReport:
    """Write an index of entries. ``in_order()`` gives (kind, entries) for each of ``KINDS``, newly at each call."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".search-", dir=out) as made:
        folder = Path(made) / "search"
        folder.mkdir()
        report = _Index(forms, folder).write(in_order)
        final = out / "search"
        if final.exists():
            shutil.rmtree(final)
        folder.rename(final)
    return report


class _Index:
    """One index while it is written. The entries are gone through twice: for their words, and for their texts."""

    def __init__(self, forms: CodeForms, folder: Path) -> None:
        self.forms = forms
        self.postings = Postings(pairs=True)
        self.names = Postings(pairs=False)
        self.counts: dict[str, int] = {}
        self.days: list[int | None] = []
        self.values: dict[str, list[tuple[int, ...]]] = {facet: [] for facet in FACETS}
        self.known: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        self.labels: dict[str, list[str]] = {facet: [] for facet in FACETS}
        self.sample: list[str] = []
        self.folder = folder

    def write(self, in_order: InOrder) -> IndexReport:
        digest = hashlib.sha256(repr((FORMAT, self.forms.table())).encode())
        self._read(in_order(), digest)
        files = Files(self.folder, digest.hexdigest()[:10])
        number = sum(self.counts.values())
        manifest: dict[str, Any] = {
            "format": FORMAT,
            "counts": [self.counts[kind] for kind in KINDS],
            "months": _months(self.days, [self.counts["articles"], self.counts["meetings"]]),
            "lunr": {
                "k1": definition.K1,
                "title": definition.TITLE_BOOST,
                "text": definition.TEXT_BOOST,
                "most": MOST_TIMES,
            },
            "codes": self.forms.table(),
        }
        phrasebook = Phrasebook(self.sample)
        files.write("w", "\n".join(phrasebook.phrases))
        manifest["texts"] = self._texts(files, phrasebook, in_order())
        manifest["days"] = write_numbered(files, "t", _day_gaps(self.days), _PACKED_FILE)
        manifest["facets"] = {facet: self._facet(files, facet) for facet in FACETS}
        manifest["vocabulary"] = self._vocabulary(files)
        size = self.postings.size()
        manifest["s"] = write_terms(files, "s", self.postings.single_lines(), _target(size[0]))
        manifest["p"] = write_terms(files, "p", self.postings.pair_lines(), _target(size[1]))
        manifest["n"] = write_terms(files, "n", self.names.single_lines(), _target(self.names.size()[0]))
        files.write("manifest", json.dumps(manifest, ensure_ascii=False, separators=(",", ":")))
        files.write_text("lunr.js", lunr_script())
        files.write_text("search.js", own_script("words", "engine"))
        files.write_text("page.js", own_script("page"))
        return IndexReport(
            self.counts["articles"], number, files.count, files.bytes, files.compressed, files.largest,
            self.postings.dropped,
        )  # fmt: skip

    # --- words and facets -----------------------------------------------------------------------------------------
    def _read(self, kinds: Iterable[tuple[str, Iterator[Entry]]], digest: Any) -> None:
        number = 0
        for kind, entries in kinds:
            first = number
            for entry in entries:
                _digest(digest, entry)
                filters = [value.filter for value in entry.values]
                if kind in ("people", "documents", "organizations"):
                    # The page's own address as a filter: by it a link with "nhan-su=…" finds the name to show.
                    self.names.add(
                        number, entry.title, entry.names, entry.codes, [f"@{entry.url.removesuffix('.html')}"]
                    )
                else:
                    self.days.append(entry.date.toordinal() if entry.date else None)
                self.postings.add(number, entry.title, entry.texts, entry.codes, filters)
                if kind == "articles":
                    self._keep_values(entry)
                    if number % 7 == 0 and len(self.sample) < _SAMPLE:
                        self.sample.append(" ".join(entry.texts)[:6000])
                number += 1
            self.counts[kind] = number - first

    def _keep_values(self, entry: Entry) -> None:
        of: dict[str, list[int]] = {facet: [] for facet in FACETS}
        for value in entry.values:
            known = self.known[value.facet]
            at = known.setdefault(value.id, len(known))
            if at == len(self.labels[value.facet]):
                self.labels[value.facet].append(value.label)
            of[value.facet].append(at)
        for facet, found in of.items():
            self.values[facet].append(tuple(found))

    def _facet(self, files: Files, facet: str) -> dict[str, int]:
        """Which values each article has, the frequent ones with the small numbers, and the values' ids and labels."""
        times = Counter(itertools.chain.from_iterable(self.values[facet]))
        ids = list(self.known[facet])
        order = sorted(times, key=lambda at: (-times[at], ids[at]))
        rank = {at: number for number, at in enumerate(order)}
        texts = (packed(len(found)) + packed_list(sorted(rank[at] for at in found)) for found in self.values[facet])
        name = f"f-{facet}-"
        articles = write_numbered(files, name, texts, _PACKED_FILE)
        labels = (f"{ids[at]}\t{_line(self.labels[facet][at])}\n" for at in order)
        return {"files": articles, "labels": write_numbered(files, f"g-{facet}-", labels, 5000)}

    # --- texts ----------------------------------------------------------------------------------------------------
    def _texts(self, files: Files, book: Phrasebook, kinds: Iterable[tuple[str, Iterator[Entry]]]) -> dict[str, int]:
        """Write what is shown of each entry: articles with their paragraphs, a few to a file, and cards of the others.

        Returns how many are in each file.
        """
        (_, articles), *others = kinds
        start = list(itertools.islice(articles, 500))
        per_text = _per_file(
            [sum(len(text.encode("utf-8", "replace")) for text in entry.texts) for entry in start], _TEXT_FILE, 8
        )
        for number, group in enumerate(_groups(itertools.chain(start, articles), per_text)):
            _write_articles(files, book, base36(number), group)
        cards = [_card(entry) for _, entries in others for entry in entries]
        per_card = _per_file([len(card) for card in cards[:500]], _CARD_FILE, 40)
        for number, some in enumerate(_groups(cards, per_card)):
            files.write("c" + base36(number), "\n".join(some))
        return {"articles": per_text, "cards": per_card}

    def _vocabulary(self, files: Files) -> int:
        """The words that a mistyped one may have meant, with how frequent they are, for the browser to choose from."""
        # In a large archive a word that only one entry has is likely a slip itself.
        least = 1 if len(self.days) < 4000 else 2
        frequencies = self.postings.frequencies()
        known = [(w, n) for w, n in frequencies if n >= least and re.fullmatch("[a-z]{2,12}", w)]
        common = sorted(known, key=lambda item: (-item[1], item[0]))[:12_000]
        texts = sorted((f"{word}{min(9, int(math.log10(n) * 2))}" for word, n in common), key=sort_key)
        return write_numbered(files, "v", (f"{text}\n" for text in texts), 30_000)


def _digest(digest: Any, entry: Entry) -> None:
    """Everything of an entry that reaches a file."""
    blocks = entry.blocks if isinstance(entry, ArticleEntry) else ()
    said = (entry.url, entry.title, entry.detail, entry.date, entry.texts)
    digest.update(repr((said, entry.codes, entry.values, entry.names, blocks)).encode("utf-8", "replace"))


def _target(postings: int) -> int:
    """Characters for each file of terms: more files make their lists longer, larger ones each answer."""
    return max(1500, min(14_000, int(math.sqrt(2.4 * postings))))


def _per_file(sizes: Sequence[int], target: int, most: int) -> int:
    average = sum(sizes) / len(sizes) if sizes else 1
    return max(1, min(most, round(target / max(1, average))))


def _groups(items: Iterable[Any], size: int) -> Iterator[Sequence[Any]]:
    iterator = iter(items)
    while group := list(itertools.islice(iterator, size)):
        yield group


def _line(text: str, longest: int = 1 << 30) -> str:
    """The text without the characters that separate texts in a file."""
    return text.translate(_SEPARATORS)[:longest]


_SEPARATORS = {ord(char): " " for char in "\t\n\f\r\v"}


def _card(entry: Entry) -> str:
    return "\t".join((entry.url, _line(entry.title), _line(entry.detail, 300)))


def _write_articles(files: Files, book: Phrasebook, name: str, group: Sequence[Entry]) -> None:
    rows = []
    for place, entry in enumerate(group):
        assert isinstance(entry, ArticleEntry)
        first, *more = _parts(entry, book, _LONGEST_PART // len(group))
        rows.append("\t".join((entry.url, _line(entry.title), _line(entry.detail, 300), str(len(more)))) + "\n" + first)
        for number, part in enumerate(more, 1):
            files.write(f"d{name}-{place}-{base36(number)}", part)
    files.write("d" + name, "\f".join(rows))


def _parts(entry: ArticleEntry, book: Phrasebook, first: int) -> Iterator[str]:
    """The paragraphs, one a line behind their ids, in parts: one of at most ``first`` bytes, larger ones after it."""
    lines: list[str] = []
    size, limit = 0, first
    for block, text in entry.blocks:
        for piece in _cut(_line(text), first):
            line = f"{block}\t{book.shorten(piece)}"
            length = len(line.encode("utf-8", "replace"))
            if lines and size + length > limit:
                yield "\n".join(lines)
                lines, size, limit = [], 0, _LONGEST_PART
            lines.append(line)
            size += length
    yield "\n".join(lines)


def _cut(text: str, longest: int) -> Iterator[str]:
    """A text in pieces of at most ``longest`` bytes, cut after a space where there is one."""
    limit = longest // 4  # a character has four bytes at most
    while len(text) > limit and len(text.encode("utf-8", "replace")) > longest:
        at = text.rfind(" ", limit // 2, limit) + 1 or limit
        yield text[:at]
        text = text[at:]
    yield text


def _day_gaps(days: Iterable[int | None]) -> Iterator[str]:
    """Days back from the one before, from 1 for the same day; 0 where there is no date. Starts again with each kind."""
    previous: int | None = None
    for day in days:
        if day is None:
            yield packed(0)
            continue
        if previous is None or day > previous:
            yield packed(1) + packed(day)
        else:
            yield packed(previous - day + 2)
        previous = day


def _months(days: Sequence[int | None], counts: Sequence[int]) -> list[str]:
    """For articles, then meetings: "202512:31 202511:7 …", newest first, 0 for no date."""
    out = []
    at = 0
    for count in counts:
        found: Counter[int] = Counter()
        for day in days[at : at + count]:
            date = dt.date.fromordinal(day) if day else None
            found[date.year * 100 + date.month if date else 0] += 1
        out.append(" ".join(f"{month}:{found[month]}" for month in sorted(found, reverse=True)))
        at += count
    return out


__all__ = ["FORMAT", "IndexReport", "write_entries", "write_index"]
