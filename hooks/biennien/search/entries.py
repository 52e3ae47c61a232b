"""Archive in, what can be searched out: articles, meetings, people, documents, organisations, each as words and a
card."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..entities import Archive, ArticleRecord, Document, Meeting, OfficeSpell, Organization, Person
from ..text import slug
from .words import CodeForms, code_of, codes, words

KINDS = ("articles", "meetings", "people", "documents", "organizations")
FACETS = ("noi", "to-chuc", "nhan-su", "van-kien", "bao", "loai")  # as in the address: place, body, …, outlet, kind
UNDATED = dt.date.min
_NOT_SEARCHED = ("boilerplate", "teaser")  # no part of the report
_HAS_DIGIT = re.compile(r"\d")
_LONGEST_NAME = 300  # characters of a title on a card


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet that an article has: its id in the address, and what readers see."""

    facet: str
    id: str
    label: str

    @property
    def filter(self) -> str:
        """The term under which the index lists what has this value."""
        return f"@{self.facet}/{self.id}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    url: str  # relative to the site
    title: str
    detail: str  # one line for the card
    date: dt.date | None
    texts: tuple[str, ...]  # searched besides the title
    codes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    names: tuple[str, ...] = ()  # besides the title: by these too it is suggested while typing


@dataclass(frozen=True, slots=True)
class ArticleEntry(Entry):
    """An article: its paragraphs are kept for showing where it says what was searched."""

    blocks: tuple[tuple[str, str], ...] = ()  # (block id, text)


def day(date: dt.date | None) -> str:
    """ "25-12-2025"; "" for None."""
    return f"{date.day}-{date.month}-{date.year}" if date else ""


def newest_first(date: dt.date | None, identity: str) -> tuple[int, str]:
    """Sorts by date downwards, then by id; what has no date comes last."""
    return (-(date or UNDATED).toordinal(), identity)


class Entries:
    """The archive as a search sees it. Each kind comes in the order of its numbers, which is the order of ties."""

    def __init__(self, archive: Archive, forms: CodeForms) -> None:
        self.archive = archive
        self.forms = forms
        self._cited = Counter(d for record in archive.articles.values() for d in set(record.documents))
        # The entries are gone through twice; what takes long is kept.
        self._values: dict[str, tuple[Value, ...]] = {}
        self._codes: dict[str, tuple[str, ...]] = {}

    # --- labels ---------------------------------------------------------------------------------------------------
    def outlet(self, record: ArticleRecord) -> str:
        """The outlet's short name, "" where unknown."""
        known = self.archive.registry.outlets.get(record.outlet or "")
        return (known.short or known.name) if known else record.article.meta.source.name or ""

    def place(self, place: str | None) -> str:
        """A place's short name."""
        known = self.archive.registry.places.get(place or "")
        return known.short if known else place or ""

    # --- facets ---------------------------------------------------------------------------------------------------
    def values(self, record: ArticleRecord) -> tuple[Value, ...]:
        """The facet values of an article."""
        known = self._values.get(record.article.id)
        if known is not None:
            return known
        meeting = self.archive.meetings.get(record.meeting)
        place = (meeting.place if meeting else None) or record.event.place
        body = meeting.body if meeting else None
        kind = (meeting.kind if meeting else None) or record.event.kind
        outlet = self.outlet(record)
        found = []
        if place:
            found.append(Value("noi", place, self.place(place)))
        if body and body in self.archive.organizations:
            found.append(Value("to-chuc", body, self.archive.organizations[body].name))
        found += [Value("nhan-su", p, self.archive.people[p].name) for p in dict.fromkeys(record.people)]
        found += [
            Value("van-kien", _document_id(d), d.name) for d in map(self._document, dict.fromkeys(record.documents))
        ]
        if outlet:
            found.append(Value("bao", record.outlet or slug(outlet) or "khac", outlet))
        if kind:
            found.append(Value("loai", slug(kind) or "khac", kind[0].upper() + kind[1:]))
        self._values[record.article.id] = tuple(found)
        return tuple(found)

    def _document(self, identity: str) -> Document:
        return self.archive.documents[identity]

    # --- what is searched -----------------------------------------------------------------------------------------
    def articles(self) -> Iterator[ArticleEntry]:
        """Newest first."""
        for record in sorted(self.archive.articles.values(), key=lambda r: newest_first(r.date, r.article.id)):
            yield self._article(record)

    def _article(self, record: ArticleRecord) -> ArticleEntry:
        article, event = record.article, record.extraction.event.date
        blocks = []
        for block in article.blocks:
            if block.kind in _NOT_SEARCHED or (block.kind == "headline" and block.text.strip() == article.title):
                continue
            text = block.text
            if block.credit and block.credit not in text:
                text = f"{text} {block.credit}"
            blocks.append((block.id, text))
        shown = day(record.date)
        if shown and not event.date:
            shown = f"không muộn hơn {shown}" if event.not_after else f"đăng {shown}"
        return ArticleEntry(
            url=article.url,
            title=article.title[:_LONGEST_NAME],
            detail=" · ".join(filter(None, (shown or "chưa rõ ngày", self.outlet(record)))),
            date=record.date,
            texts=tuple(text for _, text in blocks),
            codes=self._codes_of(record, blocks),
            values=self.values(record),
            blocks=tuple(blocks),
        )

    def _codes_of(self, record: ArticleRecord, blocks: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        known = self._codes.get(record.article.id)
        if known is not None:
            return known
        found: list[str] = []
        for text in (record.article.title, *(text for _, text in blocks)):
            if _HAS_DIGIT.search(text):
                found += (code.code for code in codes(text, words(text), self.forms, loose=False))
        # The second number of "Nghị quyết 18, 19" is read by the extraction only.
        printed = set(found)
        for citation in record.extraction.citations:
            code = code_of(citation.type, citation.number, citation.symbol, self.forms)
            if code and code not in printed:
                found.append(code)
        self._codes[record.article.id] = tuple(found)
        return tuple(found)

    def meetings(self) -> Iterator[Entry]:
        """Newest first."""
        table = self.archive.meetings.values()
        for meeting in sorted(table, key=lambda m: newest_first(m.date or m.not_after, m.id)):
            yield self._meeting(meeting)

    def _meeting(self, meeting: Meeting) -> Entry:
        date = meeting.date or meeting.not_after
        place, count = self.place(meeting.place), len(meeting.articles)
        records = [self.archive.articles[a] for a in meeting.articles]
        values = {value: None for record in records for value in self.values(record)}
        shown = day(date) if meeting.date else f"không muộn hơn {day(date)}" if date else "chưa rõ ngày"
        return Entry(
            url=meeting.url,
            title=meeting.title[:_LONGEST_NAME],
            detail=" · ".join(filter(None, (shown, place, f"{count} bài"))),
            date=date,
            texts=tuple(filter(None, (meeting.body_name, place, meeting.kind, meeting.venue, day(date)))),
            values=tuple(values),
        )

    def people(self) -> Iterator[Entry]:
        """Those in most articles first."""
        for person in sorted(self.archive.people.values(), key=lambda p: (-len(p.appearances), p.sort_key, p.id)):
            yield self._person(person)

    def _person(self, person: Person) -> Entry:
        count = len({a.article for a in person.appearances})
        held = [s for s in person.offices if s.status in ("current", "incoming", "acting")] or list(person.offices)
        office = max(held, key=lambda s: (s.last or UNDATED, len(s.sightings), s.label), default=None)
        others = f"còn viết: {', '.join(person.other_names)}" if person.other_names else ""
        return Entry(
            url=person.url,
            title=person.name[:_LONGEST_NAME],
            detail=" · ".join(filter(None, (_office(office) if office else "", others, f"{count} bài"))),
            date=None,
            texts=(*_short(person.name), *person.other_names, *dict.fromkeys(map(_office, person.offices))),
            names=person.other_names,
        )

    def documents(self) -> Iterator[Entry]:
        """Identified ones first, then those in most articles."""
        table = self.archive.documents.values()
        for document in sorted(table, key=lambda d: (d.status != "identified", -self._cited[d.id], d.id)):
            yield self._document_entry(document)

    def _document_entry(self, document: Document) -> Entry:
        code = code_of(document.type, document.number, document.symbol, self.forms)
        term = f"khóa {document.term}" if document.term else ""
        open_question = "" if document.status == "identified" else "chưa xác định"
        count = self._cited[document.id]
        aliases = document.record.aliases if document.record else ()
        dated = day(document.date) or (str(document.year) if document.year else "")
        shown = (open_question, document.title, document.issuer, term, dated, f"{count} bài" if count else "")
        searched = (
            document.title,
            document.symbol,
            f"{document.type} {document.number or ''}",
            document.issuer,
            term,
            dated,
        )
        return Entry(
            url=document.url,
            title=document.name[:_LONGEST_NAME],
            detail=" · ".join(filter(None, shown)),
            date=None,
            texts=(*_short(document.name), *filter(None, searched), *aliases),
            codes=(code,) * 3 if code else (),
            names=aliases,
        )

    def organizations(self) -> Iterator[Entry]:
        """Those with most meetings first."""
        table = self.archive.organizations.values()
        for found in sorted(table, key=lambda o: (-len(o.meetings), -len(o.people), o.sort_key, o.id)):
            yield self._organization(found)

    def _organization(self, found: Organization) -> Entry:
        place = self.place(found.place)
        short = found.record.short if found.record else None
        counts = (
            f"{len(found.meetings)} cuộc họp" if found.meetings else "",
            f"{len(found.people)} người" if found.people else "",
        )
        return Entry(
            url=found.url,
            title=found.name[:_LONGEST_NAME],
            detail=" · ".join(filter(None, (place, *counts))),
            date=None,
            texts=(*_short(found.name), *filter(None, (short, place)), *found.aliases),
            names=tuple(filter(None, (short, *found.aliases))),
        )

    def in_order(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        """Every kind with its entries, in the order of the numbers."""
        tables: Sequence[Iterator[Entry]] = (
            self.articles(), self.meetings(), self.people(), self.documents(), self.organizations()
        )  # fmt: skip
        yield from zip(KINDS, tables, strict=True)


def _document_id(document: Document) -> str:
    """The document in the address: its page without folder and ending."""
    return document.url.removeprefix("van-kien/").removesuffix(".html")


def _office(spell: OfficeSpell) -> str:
    return f"{spell.label} {spell.organization_name}" if spell.organization_name else spell.label


def _short(name: str) -> tuple[str, ...]:
    """The name again, where it is short: of two names with the same words the shorter one is meant.

    lunr's own measure for this, the length of a field, would cost a score per posting.
    """
    count = len(name.split())
    return (name,) * (3 if count <= 4 else 2 if count <= 7 else 1)
