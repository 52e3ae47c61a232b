"""What the archive knows across articles: the editors' registries, and the entities resolved from the texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from .model import Article, Citation, Event, Evidence, Extraction, Figure, Office, PersonMention, Role, Statement
from .problems import Problem


# --- registries: what editors wrote in docs/danh-muc -------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Place:
    """A province, city, ward …; ``aliases`` are printed forms."""

    id: str
    name: str
    short: str
    kind: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    merged_into: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, broadcaster or portal; ``home`` is a place id or "toan-quoc" for national ones."""

    id: str
    name: str
    short: str
    hosts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    home: str = "toan-quoc"
    kind: str = "báo"
    aggregator: bool = False


@dataclass(frozen=True, slots=True)
class OrganizationRecord:
    """An organisation as the editors describe it."""

    id: str
    name: str
    kind: str
    place: str
    short: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    predecessor: str | None = None
    successor: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as the editors describe it. ``dates`` holds more than one pair where sources conflict."""

    id: str
    type: str
    symbol: str | None = None
    issuer: str | None = None
    plenum: int | None = None
    term: str | None = None
    date: dt.date | None = None
    dates: tuple[tuple[dt.date, str], ...] = ()  # (date, where that was read)
    not_after: dt.date | None = None
    title: str | None = None
    aliases: tuple[str, ...] = ()
    congress_ordinal: str | None = None
    congress_body: str | None = None
    congress_held: tuple[dt.date, ...] = ()
    replaces: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person that editors had to tell apart or to name."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    note: str | None = None
    distinct_from: tuple[str, ...] = ()
    match_organizations: tuple[str, ...] = ()
    match_places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that has another address now, both relative to the site; and where the editors say so."""

    old: str
    new: str
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Registry:
    """All registries, each by id in id order."""

    places: Mapping[str, Place]
    outlets: Mapping[str, Outlet]
    organizations: Mapping[str, OrganizationRecord]
    documents: Mapping[str, DocumentRecord]
    people: Mapping[str, PersonRecord]
    sha256: str = ""  # of all registry files that reading depends on, part of the cache key
    redirects: tuple[Redirect, ...] = ()


# --- entities: resolved ------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Sighting:
    """One office of one person as one article printed it."""

    article: str
    date: dt.date | None  # of the meeting where known, else of publication
    office: Office
    organization: str | None  # organisation id


@dataclass(frozen=True, slots=True)
class OfficeSpell:
    """One office of one person over time: first and last sighting, never an invented start or end."""

    label: str  # as printed most often, with the committee's organ where it is a seat in one: "Ủy viên Ban Thường vụ"
    organization: str | None  # organisation id
    organization_name: str | None
    status: str
    first: dt.date | None
    last: dt.date | None
    sightings: tuple[Sighting, ...]  # in date order


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person in one article."""

    article: str
    meeting: str
    mention: PersonMention
    role: Role


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the archive, with the reasons why its mentions are taken for one."""

    id: str
    name: str
    sort_key: str
    other_names: tuple[str, ...]
    offices: tuple[OfficeSpell, ...]
    appearances: tuple[Appearance, ...]  # in (date, article id) order
    statements: tuple[tuple[str, Statement], ...]  # (article id, statement)
    reviewed: bool  # an editor's registry entry decides
    reasons: tuple[str, ...]  # Vietnamese: why these mentions are one person
    namesakes: tuple[str, ...]  # ids of other persons of that name
    note: str | None = None

    @property
    def url(self) -> str:
        return f"nhan-su/{self.id}.html"


@dataclass(frozen=True, slots=True)
class ResolvedCitation:
    """A citation in an article and the document it was found to mean."""

    article: str
    citation: Citation
    document: str  # document id; an unresolved one has an id of its own
    reason: str  # Vietnamese: why this document


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the archive: identified, or an open question with its candidates."""

    id: str  # "dang/tw/2016/nq/18"; unresolved: "chua-ro/<slug>"
    url: str
    type: str
    number: str | None
    symbol: str | None
    issuer: str | None
    term: str | None
    year: int | None
    date: dt.date | None
    title: str | None
    status: str  # "identified" | "unresolved"
    candidates: tuple[str, ...]
    citations: tuple[ResolvedCitation, ...]
    record: DocumentRecord | None
    name: str  # how the page calls it: "Nghị quyết số 18-NQ/TW"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation of the archive."""

    id: str
    name: str
    kind: str
    place: str | None
    sort_key: str
    aliases: tuple[str, ...]
    meetings: tuple[str, ...]
    people: tuple[str, ...]
    figures: tuple[tuple[str, Figure], ...]  # (article id, figure)
    record: OrganizationRecord | None

    @property
    def url(self) -> str:
        return f"to-chuc/{self.id}.html"


@dataclass(frozen=True, slots=True)
class Difference:
    """What several reports of one meeting say differently: per value, the articles that say it."""

    what: str  # Vietnamese: "đại biểu", "vai trò của Nguyễn Ví Dụ"
    values: tuple[tuple[str, tuple[tuple[str, Evidence | None], ...]], ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One event, covered by one or more articles."""

    id: str
    date: dt.date | None
    end: dt.date | None
    date_precision: str
    date_basis: str
    date_reason: str
    not_after: dt.date | None
    part_of_day: str | None
    kind: str | None
    title: str  # how pages call it: "Hội nghị tổng kết … của Ban Ví dụ"
    body: str | None  # organisation id
    body_name: str | None
    place: str | None  # place id
    place_basis: str
    place_reason: str
    venue: str | None
    session: str | None
    term: str | None
    articles: tuple[str, ...]
    people: tuple[tuple[str, Role], ...]  # (person id, strongest role over the articles)
    documents: tuple[str, ...]
    differences: tuple[Difference, ...]
    joined_because: tuple[str, ...]  # Vietnamese: why these articles are taken for one meeting

    @property
    def url(self) -> str:
        return f"cuoc-hop/{self.id}.html"


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article in the archive with its links to entities, aligned with its extraction by position."""

    article: Article
    extraction: Extraction
    outlet: str | None  # outlet id
    meeting: str
    people: tuple[str, ...]  # person ids, one for each of extraction.people
    office_organizations: tuple[tuple[str | None, ...], ...]  # organisation id for each office of each person
    documents: tuple[str, ...]  # document ids, one for each of extraction.citations
    figure_organizations: tuple[str | None, ...]  # one for each of extraction.figures

    @property
    def event(self) -> Event:
        return self.extraction.event

    @property
    def date(self) -> dt.date | None:
        """The day it sorts under: of the meeting, else the latest possible day, else of publication."""
        when = self.extraction.event.date
        return when.date or when.not_after or self.article.published


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """One reported value in a series."""

    article: str
    date: dt.date | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """What was reported over time for one organisation and one quantity; values are never averaged or merged."""

    id: str
    organization: str | None
    subject: str | None
    what: str
    unit: str | None
    points: tuple[FigurePoint, ...]  # in date order


@dataclass(frozen=True, slots=True)
class Archive:
    """The whole: tables by id. Articles and meetings in (date, id) order, unknown dates last; people by given name;
    documents and organisations by id."""

    articles: Mapping[str, ArticleRecord]
    meetings: Mapping[str, Meeting]
    people: Mapping[str, Person]
    documents: Mapping[str, Document]
    organizations: Mapping[str, Organization]
    series: tuple[FigureSeries, ...]
    registry: Registry
    problems: tuple[Problem, ...]
