"""What one article is made of: blocks of text in, mentions with their evidence out. Frozen; ids are the links."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockKind = Literal[
    "headline",  # the article's own title, where the text carries one
    "lead",  # the paragraph that says when, who and what
    "paragraph",
    "subhead",
    "caption",  # of a picture; `credit` names the photographer
    "credit",  # a photo credit on a line of its own
    "byline",
    "boilerplate",  # stamps, share bars, audio players, outlet prefixes, repeated "<title> ảnh 3"
    "teaser",  # pieces of other articles and menu words after the end
]
Role = Literal["chaired", "spoke", "attended", "mentioned", "caption"]
Relation = Literal[
    "issued", "studied", "implementing", "mid_term_review", "final_review", "amending", "basis", "mentioned"
]
DatePrecision = Literal["day", "month", "year", "not_after", "unknown"]
DateBasis = Literal["stated", "from_publication", "from_text", "editor", "outlet", "unknown"]
PlaceBasis = Literal["stated", "editor", "outlet", "registry", "unknown"]
PartOfDay = Literal["sáng", "trưa", "chiều", "tối"]
OfficeStatus = Literal["current", "former", "incoming", "outgoing", "acting"]


class Evidence(NamedTuple):
    """Where a fact is printed: ``block.text[start:end]``, offsets in code points of the block's NFC text."""

    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the article's text, in reading order. The blocks together hold every word of the source."""

    id: str  # "b1", "b2", …: also the `id` of the paragraph on the page
    kind: BlockKind
    text: str  # NFC, one line, as written
    line: int  # 1-based line in the source file
    credit: str | None = None  # caption blocks: photographer as printed


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where an article was published, as the editor stated it."""

    name: str | None = None
    url: str | None = None
    retrieved: dt.date | None = None


@dataclass(frozen=True, slots=True)
class StatedPerson:
    """A person that the editor added or corrected in the front matter. Exactly one of name and id may be absent."""

    name: str | None = None
    id: str | None = None
    office: str | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class StatedMeeting:
    """What the editor says of the meeting; each field wins over what is extracted."""

    id: str | None = None
    date: dt.date | None = None
    kind: str | None = None
    body: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """Front matter of an article; all of it optional. ``lines`` maps a field to its 1-based line."""

    title: str | None = None
    published: dt.date | None = None
    source: SourceRef = SourceRef()
    form: Literal["full", "summary"] = "full"  # "summary": the archive's own summary of the outlet's report
    byline: tuple[str, ...] = ()
    meeting: StatedMeeting = StatedMeeting()
    people: tuple[StatedPerson, ...] = ()
    not_people: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    summary: str | None = None
    rights: str | None = None
    language: str = "vi"
    blocks: tuple[tuple[str, BlockKind], ...] = ()  # override of a block's kind: (block id or opening words, kind)
    lines: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One source file, read and cut into blocks."""

    id: str  # the file's stem
    path: str  # of the source file, relative to the project (or to the articles' folder when outside it), POSIX
    url: str  # "bai-viet/2025/<stem>.html", relative to the site
    meta: Meta
    blocks: tuple[Block, ...]
    title: str
    title_basis: Literal["stated", "derived", "editor"]  # stated: a headline in the text; derived: from the lead
    published: dt.date | None
    published_basis: Literal["editor", "stamp", "unknown"]
    byline: tuple[str, ...]
    sha256: str  # of the file's bytes

    def block(self, block_id: str) -> Block:
        """The block of that id; KeyError when there is none."""
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(block_id)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed, split into what and of whom: ("Phó Bí thư Thường trực", "Thành ủy TPHCM")."""

    label: str
    organization: str | None
    evidence: Evidence  # the whole printed office
    status: OfficeStatus = "current"
    organization_basis: Literal["printed", "inferred"] = "printed"  # inferred: from words beside it, see `rule`
    rule: str = ""
    printed: str | None = None  # the organisation as printed, where words beside it made it longer


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where the article speaks of a person."""

    evidence: Evidence
    form: Literal["full", "short", "honorific", "office"]  # "ông Phong" is short, "đồng chí" honorific
    rule: str


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One person of one article: all that the article says of who this is."""

    name: str  # as written at the first full mention, tone placement kept
    role: Role
    offices: tuple[Office, ...]
    references: tuple[Reference, ...]  # in reading order, the first one is the full name
    rule: str
    stated_by_editor: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """One document cited at one place. A list ("Nghị quyết 18, 19") gives one Citation per number."""

    evidence: Evidence
    as_written: str
    type: str  # "nghị quyết", "chỉ thị", …
    number: str | None = None  # "18", "1374"; None for congress resolutions and unnumbered ones
    symbol: str | None = None  # canonical "18-NQ/TW", "128/NQ-CP", "98/2023/QH15" where the text prints it
    issuer: str | None = None  # words of the issuer as printed
    term: str | None = None  # khóa, Roman numeral
    plenum: int | None = None  # "Nghị quyết Trung ương 4 khóa XII" -> 4
    congress: str | None = None  # ordinal of a congress as Roman numeral, for resolutions of congresses
    congress_body: str | None = None  # words of the party committee whose congress it was; None: the Party's own
    year: int | None = None  # year printed with the symbol or "năm 2017"
    title: str | None = None  # quoted or "về …" title beside it
    relation: Relation = "mentioned"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class EventDate:
    """When the meeting took place, how exactly that is known, and from what."""

    date: dt.date | None
    precision: DatePrecision
    basis: DateBasis
    reason: str  # Vietnamese, for the page
    evidence: Evidence | None = None
    end: dt.date | None = None
    not_after: dt.date | None = None
    part_of_day: PartOfDay | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """The meeting that an article reports, as far as this one article says."""

    date: EventDate
    kind: str | None  # "hội nghị tổng kết", "đại hội", …
    kind_evidence: Evidence | None
    body: str | None  # the organisation that meets, as printed, place normalised ("TPHCM")
    body_evidence: Evidence | None
    place: str | None  # place id
    place_basis: PlaceBasis
    place_reason: str
    place_evidence: Evidence | None = None
    venue: str | None = None
    session: str | None = None  # ordinal of the session, "9"
    term: str | None = None  # "III" or "2020-2025"
    purpose: str | None = None  # what the lead says the meeting did
    name: str | None = None  # of a conference that is no one body's, as printed: "Diễn đàn Ví dụ lần thứ 5"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the article reports. ``value`` is one number, or (low, high) for a range."""

    what: str
    value: float | int | tuple[float | int, float | int]
    evidence: Evidence
    qualifier: str | None = None  # "gần", "hơn", … as printed
    unit: str | None = None  # "%", "tỷ đồng", …
    subject: str | None = None  # whose figure, as printed
    as_of: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Words reported as somebody's: ``person`` indexes Extraction.people."""

    person: int
    evidence: Evidence
    quoted: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reader of the article could not decide; becomes a Problem with the article's path."""

    code: str
    evidence: Evidence | None
    message: str  # Vietnamese
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one article, before anything is compared with other articles or the registries."""

    article: str
    people: tuple[PersonMention, ...]
    citations: tuple[Citation, ...]
    event: Event
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=())
