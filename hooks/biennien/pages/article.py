"""The page of one article: its whole text with the facts marked in it, and beside it all that was read out of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from .. import words
from ..entities import ArticleRecord, Document, Person
from ..model import Block, Citation, Doubt, Evidence, Figure, Reference
from ..takeaway import citations
from ..takeaway.addresses import web_address
from ..words import STATED, State
from .marks import Mark, Saying
from .marks import render as render_marks
from .page import Page
from .render import render
from .views import Views, unique

_FOLDED = ("boilerplate", "teaser")


class Piece(NamedTuple):
    """A block as the template shows it."""

    kind: str
    id: str
    html: Markup


class Part(NamedTuple):
    """Blocks shown together: open, or folded because they are not the report itself."""

    folded: bool
    pieces: Sequence[Piece]


class OfficeFact(NamedTuple):
    """An office of a person as the panel tells it."""

    text: str
    url: str
    state: State


class PersonFact(NamedTuple):
    """A person as the panel tells it."""

    id: str
    person: Person
    name: str
    role: str
    state: State
    offices: Sequence[OfficeFact]
    block: str
    again: Sequence[tuple[str, str, State]]  # words, block, state of later references by another name


class DocumentFact(NamedTuple):
    """A document and every place of this article that cites it."""

    id: str
    document: Document
    citations: Sequence[tuple[Citation, State]]


class FigureFact(NamedTuple):
    """A figure and the page of the organisation whose it is."""

    id: str
    figure: Figure
    url: str


class SayingFact(NamedTuple):
    """Whose words stand where."""

    person: Person
    places: Sequence[tuple[str, str, bool]]  # id in the text, block, quoted


class DoubtFact(NamedTuple):
    """What could not be decided, and in which block."""

    doubt: Doubt
    block: str


def pages(views: Views) -> Iterator[Page]:
    """One page for each article."""
    for name, record in views.archive.articles.items():
        article = record.article
        path = article.url.removesuffix(".html") + ".md"
        meeting = views.archive.meetings.get(record.meeting)
        meta: dict[str, Any] = {
            "title": article.title,
            "kind": "article",
            "id": name,
            "description": _description(record),
            "date": record.date.isoformat() if record.date else None,
            "published": article.published.isoformat() if article.published else None,
            "source": views.outlet(record),
            "meetings": [record.meeting],
            "people": unique(record.people),
            "documents": unique(record.documents),
            "organizations": [meeting.body] if meeting and meeting.body else [],
        }
        yield Page(path, meta, partial(body, views, name, path), edit=article.path)


def _description(record: ArticleRecord) -> str:
    """The first sentence or so, for lists and search engines."""
    if record.article.meta.summary:
        return record.article.meta.summary
    for block in record.article.blocks:
        if block.kind in ("lead", "paragraph"):
            text = block.text.strip()
            return text if len(text) <= 200 else text[: text.rfind(" ", 0, 200)] + "…"
    return record.article.title


def _reference_state(views: Views, person: Person, reference: Reference) -> State:
    if reference.form == "full":
        return views.person_state(person)
    return State("inferred", f"Cách gọi lại trong bài, hiểu là {person.name}.")


class _Reader:
    """Collects the facts of one article and where they are printed."""

    def __init__(self, views: Views, record: ArticleRecord, root: str) -> None:
        self.views, self.record, self.root = views, record, root
        self.marks: dict[str, list[Mark]] = defaultdict(list)
        self.sayings: dict[str, list[Saying]] = defaultdict(list)

    def mark(self, evidence: Evidence, rank: int, kind: str, url: str, state: State, fact: str) -> None:
        href = self.root + url if url else ""
        self.marks[evidence.block].append(Mark(evidence.start, evidence.end, rank, kind, href, state, fact))

    def people(self) -> list[PersonFact]:
        out = []
        archive = self.views.archive
        for at, mention in enumerate(self.record.extraction.people):
            person = archive.people[self.record.people[at]]
            fact = f"nguoi-{at + 1}"
            offices = []
            for office, organization in zip(mention.offices, self.record.office_organizations[at], strict=True):
                url = self.views.organization_url(organization)
                state = words.office_state([office.organization_basis])
                offices.append(OfficeFact(words.office(office), url, state))
                if url:
                    self.mark(office.evidence, 2, "o", url, state, fact)
            again = []
            for reference in mention.references:
                state = _reference_state(self.views, person, reference)
                self.mark(reference.evidence, 0, "p", person.url, state, fact)
                if reference.form != "full":
                    printed = self.views.words(self.record.article.id, reference.evidence)
                    again.append((printed, reference.evidence.block, state))
            first = mention.references[0].evidence.block if mention.references else ""
            state = self.views.person_state(person)
            if mention.stated_by_editor:
                state = State("stated", "Biên tập viên nêu.")
            out.append(PersonFact(fact, person, mention.name, mention.role, state, offices, first, again))
        return out

    def documents(self) -> list[DocumentFact]:
        found: dict[str, list[tuple[Citation, State]]] = {}
        numbers: dict[str, int] = {}
        for name, citation in zip(self.record.documents, self.record.extraction.citations, strict=True):
            document = self.views.archive.documents[name]
            state = self.views.citation_state(self.record.article.id, citation, document)
            rows = found.setdefault(name, [])
            rows.append((citation, state))
            number = numbers.setdefault(name, len(numbers) + 1)
            self.mark(citation.evidence, 1, "d", document.url, state, f"van-kien-{number}")
        return [
            DocumentFact(f"van-kien-{number}", self.views.archive.documents[name], rows)
            for number, (name, rows) in enumerate(found.items(), 1)
        ]

    def figures(self) -> list[FigureFact]:
        out = []
        for at, figure in enumerate(self.record.extraction.figures):
            url = self.views.organization_url(self.record.figure_organizations[at])
            fact = f"so-{at + 1}"
            self.mark(figure.evidence, 5, "f", "", STATED, fact)
            out.append(FigureFact(fact, figure, url))
        return out

    def statements(self) -> list[SayingFact]:
        found: dict[str, list[tuple[str, str, bool]]] = {}
        for at, statement in enumerate(self.record.extraction.statements, 1):
            block, start, end = statement.evidence
            self.sayings[block].append(Saying(start, end, f"loi-{at}"))
            who = self.record.people[statement.person]
            found.setdefault(who, []).append((f"loi-{at}", block, statement.quoted))
        return [SayingFact(self.views.archive.people[who], places) for who, places in found.items()]

    def event(self) -> tuple[State, State]:
        event = self.record.event
        date = words.date_state(event.date.basis, event.date.precision, event.date.reason)
        place = words.place_state(event.place_basis, event.place_reason)
        meeting = self.views.archive.meetings.get(self.record.meeting)
        url = meeting.url if meeting else ""
        if event.date.evidence:
            self.mark(event.date.evidence, 4, "t", url, date, "ngay")
        if event.place_evidence:
            self.mark(event.place_evidence, 4, "t", url, place, "noi")
        if event.body_evidence and meeting and meeting.body:
            self.mark(event.body_evidence, 2, "o", self.views.organization_url(meeting.body) or url, STATED, "co-quan")
        if event.kind_evidence:
            self.mark(event.kind_evidence, 3, "t", url, STATED, "cuoc-hop")
        return date, place

    def piece(self, block: Block) -> Piece:
        html = render_marks(block.text, self.marks.get(block.id, ()), self.sayings.get(block.id, ()))
        return Piece(block.kind, block.id, html)


def _parts(pieces: Sequence[Piece]) -> list[Part]:
    parts: list[Part] = []
    run: list[Piece] = []
    for piece in pieces:
        folded = piece.kind in _FOLDED
        if run and folded != (run[-1].kind in _FOLDED):
            parts.append(Part(run[-1].kind in _FOLDED, run))
            run = []
        run.append(piece)
    if run:
        parts.append(Part(run[-1].kind in _FOLDED, run))
    return parts


def body(views: Views, name: str, path: str) -> str:
    """The article's HTML."""
    record = views.archive.articles[name]
    article = record.article
    reader = _Reader(views, record, "../" * path.count("/"))
    date, place = reader.event()
    people, documents = reader.people(), reader.documents()
    figures, statements = reader.figures(), reader.statements()
    pieces = [reader.piece(block) for block in article.blocks]
    # A headline that the text itself carries is the page's heading, with its block id; any other stays in the text.
    heading = next((p for p, b in zip(pieces, article.blocks, strict=True) if b.kind == "headline"), None)
    if heading and article.block(heading.id).text.strip() == article.title.strip():
        pieces.remove(heading)
    else:
        heading = None
    doubts = [DoubtFact(d, d.evidence.block if d.evidence else "") for d in record.extraction.doubts]
    before, after = views.around_article(name)
    event = record.event
    return render(
        "article",
        path,
        v=views,
        record=record,
        article=article,
        heading=heading,
        parts=_parts(pieces),
        meeting=views.archive.meetings.get(record.meeting),
        when=words.when(
            event.date.date,
            event.date.precision,
            end=event.date.end,
            not_after=event.date.not_after,
            part_of_day=event.date.part_of_day,
        ),
        date_state=date,
        place_state=place,
        place=views.place(event.place),
        people=people,
        documents=documents,
        figures=figures,
        statements=statements,
        doubts=doubts,
        related=views.related(name),
        cite=citations.article(views.archive, views.site, name),
        cite_statements=[
            citations.statement(views.archive, views.site, name, n) for n in range(len(record.extraction.statements))
        ],
        before=before,
        after=after,
        source=views.source_line(record),
        source_url=web_address(article.meta.source.url),
        year=record.date.year if record.date else None,
    )
