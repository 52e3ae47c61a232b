"""The archive as pages look at it: neighbours, who met whom, what was cited beside what, computed once per build."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from ..entities import Archive, ArticleRecord, Document, Meeting, Organization, Person
from ..model import Block, Citation, Evidence
from ..siteinfo import SiteInfo
from ..takeaway import feeds
from ..text import collation_key
from ..words import STATED, State, day, known_day, office_as_printed

NEIGHBOURS = 4  # articles on either side, in date order, that a shared document brings into "related"


class Ref(NamedTuple):
    """A link to the paragraph that says it."""

    url: str  # relative to the site
    label: str  # "SGGP, đoạn 3"


class Spoken(NamedTuple):
    """A document named inside somebody's reported words."""

    person: str
    document: str
    article: str
    evidence: Evidence  # of the statement


class Related(NamedTuple):
    """Another article, and why a reader of this one may want it."""

    record: ArticleRecord
    why: str


class Views:
    """Everything that more than one kind of page asks of the archive."""

    def __init__(self, archive: Archive, site: SiteInfo) -> None:
        self.archive = archive
        self.site = site
        self.article_order = tuple(archive.articles)
        self.article_at = {name: at for at, name in enumerate(self.article_order)}
        self.meeting_order = tuple(archive.meetings)

    # --- texts and places in them ---------------------------------------------------------------------------------
    def block(self, article: str, block: str) -> Block:
        """A block of an article; blocks are nearly always numbered in order, so look there first."""
        blocks = self.archive.articles[article].article.blocks
        digits = block[1:]
        if digits.isdecimal() and 0 < int(digits) <= len(blocks) and blocks[int(digits) - 1].id == block:
            return blocks[int(digits) - 1]
        return self.archive.articles[article].article.block(block)

    def words(self, article: str, evidence: Evidence) -> str:
        """The printed words that an evidence points at."""
        return self.block(article, evidence.block).text[evidence.start : evidence.end]

    def excerpt(self, article: str, evidence: Evidence, around: int = 110) -> tuple[str, str, str]:
        """(before, the words, after), cut at spaces; a cut end carries "…"."""
        text = self.block(article, evidence.block).text
        start, end = evidence.start, evidence.end
        low, high = max(0, start - around), min(len(text), end + around)
        if low:
            low = text.find(" ", low, start) + 1 or start
        if high < len(text):
            high = text.rfind(" ", end, high)
            high = end if high < 0 else high
        before = ("…" if low else "") + text[low:start]
        after = text[end:high] + ("…" if high < len(text) else "")
        return before, text[start:end], after

    def ref(self, article: str, evidence: Evidence | None) -> Ref:
        """Link to the paragraph; to the article where there is no evidence to point at."""
        record = self.archive.articles[article]
        if evidence is None:
            return Ref(record.article.url, self.outlet(record))
        if not evidence.block:
            return Ref(record.article.url, f"{self.outlet(record)}, biên tập viên ghi")
        return Ref(f"{record.article.url}#{evidence.block}", f"{self.outlet(record)}, {paragraph(evidence.block)}")

    def outlet(self, record: ArticleRecord) -> str:
        """The outlet's short name."""
        if record.outlet and (outlet := self.archive.registry.outlets.get(record.outlet)):
            return outlet.short or outlet.name
        return record.article.meta.source.name or "Không rõ nguồn"

    def place(self, place: str | None) -> str:
        """A place's short name, "" for None."""
        if place is None:
            return ""
        known = self.archive.registry.places.get(place)
        if known is None:
            return place
        above = self.archive.registry.places.get(known.parent) if known.parent else None
        return f"{known.short}, {above.short}" if above else known.short

    def edit_url(self, path: str) -> str:
        """Where a file of the project can be changed, "": the site does not say, or it is no file below docs/."""
        known = self.site.edit_base and path.startswith("docs/") and path.endswith((".md", ".txt", ".yml", ".yaml"))
        return self.site.edit_base + path.removeprefix("docs/") if known else ""

    def organization_url(self, organization: str | None) -> str:
        """Address of the organisation's page, "" when the archive has none."""
        found = self.archive.organizations.get(organization) if organization else None
        return found.url if found else ""

    def source_line(self, record: ArticleRecord) -> str:
        """ "SGGP, 25-12-2025"."""
        published = record.article.published
        return f"{self.outlet(record)}, {day(published)}" if published else self.outlet(record)

    def feed(self, kind: str, identity: str) -> feeds.Place | None:
        """The feed of a person, a document or an organisation."""
        return feeds.place(self.archive, kind, identity) if feeds.has_feed(self.archive, kind, identity) else None

    # --- neighbours -----------------------------------------------------------------------------------------------
    def around_article(self, article: str) -> tuple[ArticleRecord | None, ArticleRecord | None]:
        """The articles before and after by date."""
        at = self.article_at[article]
        before = self.article_order[at - 1] if at else None
        after = self.article_order[at + 1] if at + 1 < len(self.article_order) else None
        return (
            self.archive.articles[before] if before else None,
            self.archive.articles[after] if after else None,
        )

    @cached_property
    def _body_at(self) -> dict[str, int]:
        return {m: at for meetings in self.meetings_of_body.values() for at, m in enumerate(meetings)}

    @cached_property
    def meetings_of_body(self) -> Mapping[str, Sequence[str]]:
        """Dated meetings of each organisation, in date order."""
        found: dict[str, list[str]] = defaultdict(list)
        for meeting in self.archive.meetings.values():
            if meeting.body and meeting.date:
                found[meeting.body].append(meeting.id)
        return found

    def around_meeting(self, meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
        """The meetings of the same body before and after; none for a meeting of unknown date or body."""
        if not (meeting.body and meeting.date):
            return None, None
        same, at = self.meetings_of_body[meeting.body], self._body_at[meeting.id]
        return (
            self.archive.meetings[same[at - 1]] if at else None,
            self.archive.meetings[same[at + 1]] if at + 1 < len(same) else None,
        )

    @cached_property
    def _cited_in(self) -> Mapping[str, Sequence[str]]:
        """Articles that cite each document, each once, in date order."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for name, record in self.archive.articles.items():
            for document in record.documents:
                found[document][name] = None
        return {document: tuple(names) for document, names in found.items()}

    @cached_property
    def _cited_at(self) -> Mapping[str, Mapping[str, int]]:
        return {d: {name: at for at, name in enumerate(names)} for d, names in self._cited_in.items()}

    def related(self, article: str, most: int = 6) -> list[Related]:
        """Articles about the same meeting, then those nearest in time that cite the same identified documents."""
        record = self.archive.articles[article]
        out: list[Related] = []
        meeting = self.archive.meetings.get(record.meeting)
        for other in meeting.articles if meeting else ():
            if other != article and len(out) < most:
                out.append(Related(self.archive.articles[other], "cùng cuộc họp"))
        seen = {article, *(meeting.articles if meeting else ())}
        shared: dict[str, list[str]] = defaultdict(list)
        for document in dict.fromkeys(record.documents):
            if self.archive.documents[document].status != "identified":
                continue
            names, at = self._cited_in[document], self._cited_at[document][article]
            for other in names[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]:
                if other not in seen:
                    shared[other].append(document)
        here = self.article_at[article]
        best = sorted(shared, key=lambda o: (-len(shared[o]), abs(self.article_at[o] - here), o))
        for other in best[: max(0, most - len(out))]:
            names_shown = [self.archive.documents[d].name for d in shared[other][:2]]
            more = f" và {len(shared[other]) - 2} văn kiện nữa" if len(shared[other]) > 2 else ""
            out.append(Related(self.archive.articles[other], "cùng nhắc " + ", ".join(names_shown) + more))
        return out

    @cached_property
    def _reasons(self) -> Mapping[tuple[str, Evidence], str]:
        return {
            (resolved.article, resolved.citation.evidence): resolved.reason
            for document in self.archive.documents.values()
            for resolved in document.citations
        }

    def citation_state(self, article: str, citation: Citation, document: Document) -> State:
        """How sure it is that the citation means this document: stated where the text itself leaves no choice."""
        why = self._reasons.get((article, citation.evidence), "") or document.reason
        if document.status != "identified":
            return State("unresolved", why)
        exact = citation.symbol or (citation.number and citation.term and citation.issuer) or citation.congress
        return State("stated" if exact else "inferred", why)

    def person_state(self, person: Person) -> State:
        """How sure it is that a full name means this person: a namesake that no editor told apart leaves it open."""
        if person.namesakes and not person.reviewed:
            return State("inferred", "Kho có người khác cùng tên; tách theo chức vụ và nơi công tác, chưa ai kiểm tra.")
        return STATED

    # --- company --------------------------------------------------------------------------------------------------
    def met_with(self, person: Person, most: int = 12) -> list[tuple[Person, int]]:
        """Who took part in the same meetings most often; people only mentioned do not count."""
        mine = dict.fromkeys(a.meeting for a in person.appearances if a.role != "mentioned")
        count: Counter[str] = Counter()
        for meeting in mine:
            for other, role in self.archive.meetings[meeting].people:
                if other != person.id and role != "mentioned":
                    count[other] += 1
        best = sorted(count, key=lambda p: (-count[p], self.archive.people[p].sort_key, p))
        return [(self.archive.people[p], count[p]) for p in best[:most]]

    def cited_with(self, document: Document, most: int = 10) -> list[tuple[Document, int]]:
        """Identified documents cited in the same articles, most often first."""
        count: Counter[str] = Counter()
        for article in self._cited_in.get(document.id, ()):
            count.update(set(self.archive.articles[article].documents) - {document.id})
        best = sorted(
            (d for d in count if self.archive.documents[d].status == "identified"), key=lambda d: (-count[d], d)
        )
        return [(self.archive.documents[d], count[d]) for d in best[:most]]

    @cached_property
    def holders(self) -> Mapping[str, Sequence[tuple[Person, int]]]:
        """For each organisation: (person, index of the spell in ``person.offices``), by first sighting."""
        found: dict[str, list[tuple[Person, int]]] = defaultdict(list)
        for person in self.archive.people.values():
            for at, spell in enumerate(person.offices):
                if spell.organization:
                    found[spell.organization].append((person, at))
        for rows in found.values():
            rows.sort(key=lambda r: (r[0].offices[r[1]].first or dt.date.max, r[0].sort_key, r[0].id, r[1]))
        return found

    @cached_property
    def parts_of(self) -> Mapping[str, Sequence[Organization]]:
        """The organisations that the registry places directly below each, by name."""
        found: dict[str, list[Organization]] = defaultdict(list)
        for organization in self.organizations_sorted:
            if organization.record and organization.record.parent:
                found[organization.record.parent].append(organization)
        return found

    @cached_property
    def series_of(self) -> Mapping[str, Sequence[int]]:
        """Positions in ``archive.series`` for each organisation."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, series in enumerate(self.archive.series):
            if series.organization:
                found[series.organization].append(at)
        return found

    @cached_property
    def _spoken(self) -> tuple[Mapping[str, Sequence[Spoken]], Mapping[str, Sequence[Spoken]]]:
        by_document: dict[str, list[Spoken]] = defaultdict(list)
        by_person: dict[str, list[Spoken]] = defaultdict(list)
        for name, record in self.archive.articles.items():
            extraction = record.extraction
            if not (extraction.statements and extraction.citations):
                continue
            for statement in extraction.statements:
                block, start, end = statement.evidence
                seen = set()
                for citation, document in zip(extraction.citations, record.documents, strict=True):
                    where = citation.evidence
                    if where.block == block and start <= where.start and where.end <= end and document not in seen:
                        seen.add(document)
                        spoken = Spoken(record.people[statement.person], document, name, statement.evidence)
                        by_document[document].append(spoken)
                        by_person[spoken.person].append(spoken)
        return by_document, by_person

    def spoken_about(self, document: str) -> Sequence[Spoken]:
        """Statements that name the document."""
        return self._spoken[0].get(document, ())

    def spoken_by(self, person: str) -> Sequence[Spoken]:
        """Statements of the person that name a document."""
        return self._spoken[1].get(person, ())

    # --- time -----------------------------------------------------------------------------------------------------
    @cached_property
    def years(self) -> Mapping[int, Sequence[Meeting]]:
        """Dated meetings by year, years ascending."""
        found: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.archive.meetings.values():
            if (date := known_day(meeting)) is not None:
                found[date.year].append(meeting)
        return {year: found[year] for year in sorted(found)}

    @cached_property
    def undated(self) -> Sequence[Meeting]:
        """Meetings of which no year is known."""
        return [m for m in self.archive.meetings.values() if known_day(m) is None]

    def newest(self, most: int) -> list[Meeting]:
        """The newest dated meetings, newest first."""
        out: list[Meeting] = []
        for year in sorted(self.years, reverse=True):
            out.extend(reversed(self.years[year]))
            if len(out) >= most:
                break
        return out[:most]

    @cached_property
    def busiest_month(self) -> int:
        """The most meetings in any one month: the top of every density strip."""
        count = Counter((d.year, d.month) for ms in self.years.values() for m in ms if (d := known_day(m)))
        return max(count.values(), default=0)

    def month_counts(self, year: int) -> list[int]:
        """Meetings in each month of a year; those of which only the year is known count nowhere."""
        counts = [0] * 12
        for meeting in self.years.get(year, ()):
            if (date := known_day(meeting)) and meeting.date_precision != "year":
                counts[date.month - 1] += 1
        return counts

    def event_line(self, meeting: Meeting) -> str:
        """Second line of a meeting in a list: where, who reported it, which documents."""
        records = [self.archive.articles[a] for a in meeting.articles]
        outlets = unique(self.outlet(r) for r in records)
        shown = ", ".join(outlets[:3]) + (f" và {len(outlets) - 3} báo nữa" if len(outlets) > 3 else "")
        documents = [self.archive.documents[d] for d in meeting.documents]
        named = [d.name for d in documents if d.status == "identified"]
        more = f" và {len(named) - 2} văn kiện nữa" if len(named) > 2 else ""
        parts = [self.place(meeting.place), shown, ", ".join(named[:2]) + more]
        return " · ".join(p for p in parts if p)

    def last_office(self, person: Person) -> str:
        """The office seen last, in one line; "" for somebody never printed with one."""
        best = max(person.offices, key=lambda s: (s.last or dt.date.min, len(s.sightings), s.label), default=None)
        return office_as_printed(best) if best else ""

    @staticmethod
    def by_issuer(rows: Sequence[Document]) -> Mapping[str, Sequence[Document]]:
        """Second level of the index of documents: "Ban Chấp hành Trung ương, khóa XII"."""
        out: dict[str, list[Document]] = defaultdict(list)
        for document in rows:
            issuer = document.issuer or "Chưa rõ cơ quan ban hành"
            out[f"{issuer}, khóa {document.term}" if document.term else issuer].append(document)
        return out

    @staticmethod
    def by_term(rows: Sequence[Document]) -> Mapping[str, Sequence[Document]]:
        """Below an issuer: "Khóa XIII", or nothing for bodies that do not count by terms."""
        out: dict[str, list[Document]] = defaultdict(list)
        for document in rows:
            out[f"Khóa {document.term}" if document.term else ""].append(document)
        return {term: out[term] for term in sorted(out, key=lambda t: not t)}

    @staticmethod
    def by_number(rows: Sequence[Document]) -> Mapping[str, Sequence[Document]]:
        """Documents of one number under it; nothing for one that has no number."""
        out: dict[str, list[Document]] = defaultdict(list)
        for document in rows:
            digits = re.match(r"\d+", document.number or document.symbol or "")
            out[f"Số {int(digits.group())}" if digits else ""].append(document)
        return out

    @cached_property
    def article_of_path(self) -> Mapping[str, ArticleRecord]:
        """Articles by the path of their source file."""
        return {record.article.path: record for record in self.archive.articles.values()}

    @cached_property
    def organizations_sorted(self) -> Sequence[Organization]:
        """Organisations by name."""
        return sorted(self.archive.organizations.values(), key=lambda o: (o.sort_key or collation_key(o.name), o.id))


def paragraph(block: str) -> str:
    """ "b3" -> "đoạn 3"."""
    return f"đoạn {block[1:]}"


def unique(values: Iterable[str]) -> list[str]:
    """Values in order, each once."""
    return list(dict.fromkeys(values))
