"""The page of one meeting: what, when, where, who, which documents, and who of several outlets reported what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from .. import words
from ..entities import ArticleRecord, Document, Meeting, Person
from ..model import Evidence, Figure
from ..takeaway import citations
from ..text import compare_key
from ..words import State
from .page import Page
from .render import render
from .views import Ref, Views, paragraph, unique


class PrintedOffice(NamedTuple):
    """An office as printed, and every report that prints it so."""

    text: str
    url: str
    refs: Sequence[Ref]
    state: State  # of whose office it is


class Participant(NamedTuple):
    """A person at the meeting, with every office that was printed."""

    person: Person
    role: str
    offices: Sequence[PrintedOffice]
    refs: Sequence[Ref]  # where the name stands, for those without a printed office
    state: State  # of who it is


class Cited(NamedTuple):
    """A document of the meeting and how it was written."""

    document: Document
    relations: str  # "sơ kết; căn cứ"
    state: State
    refs: Sequence[tuple[str, Ref]]  # as written, where


class Said(NamedTuple):
    """Words reported as somebody's."""

    text: str
    quoted: bool
    ref: Ref


class Reported(NamedTuple):
    """A figure and where it stands."""

    figure: Figure
    ref: Ref


class Cell(NamedTuple):
    """What one article says of one fact."""

    text: str
    url: str


class MatrixRow(NamedTuple):
    """One fact across the articles."""

    group: str
    label: str
    cells: Sequence[Cell | None]


def pages(views: Views) -> Iterator[Page]:
    """One page for each meeting."""
    for name, meeting in views.archive.meetings.items():
        meta: dict[str, Any] = {
            "title": meeting.title,
            "kind": "meeting",
            "id": name,
            "description": description(views, meeting),
            "date": meeting.date.isoformat() if meeting.date else None,
            "end": meeting.end.isoformat() if meeting.end else None,
            "articles": list(meeting.articles),
            "people": [person for person, _ in meeting.people],
            "documents": list(meeting.documents),
            "organizations": [meeting.body] if meeting.body else [],
        }
        path = f"cuoc-hop/{name}.md"
        edit = views.archive.articles[meeting.articles[0]].article.path if meeting.articles else None
        yield Page(path, meta, partial(body, views, name, path), edit=edit)


def when(meeting: Meeting) -> str:
    """The meeting's date in words."""
    return words.when(
        meeting.date,
        meeting.date_precision,
        end=meeting.end,
        not_after=meeting.not_after,
        part_of_day=meeting.part_of_day,
    )


def description(views: Views, meeting: Meeting) -> str:
    """One line for lists and search engines."""
    place = views.place(meeting.place)
    outlets = ", ".join(unique(views.outlet(views.archive.articles[a]) for a in meeting.articles))
    return f"{meeting.title}: {when(meeting)}{', ' + place if place else ''}. Theo {outlets}."


class _Reader:
    """Gathers what the articles about one meeting say."""

    def __init__(self, views: Views, meeting: Meeting) -> None:
        self.views, self.meeting = views, meeting
        self.records: list[ArticleRecord] = [views.archive.articles[a] for a in meeting.articles]
        self.several = len(self.records) > 1
        names = [views.outlet(r) for r in self.records]
        # Two reports of one outlet are told apart by number.
        self.labels = {
            record.article.id: f"{name} {names[: at + 1].count(name)}" if names.count(name) > 1 else name
            for at, (record, name) in enumerate(zip(self.records, names, strict=True))
        }

    def ref(self, record: ArticleRecord, evidence: Evidence) -> Ref:
        """Where it stands; the outlet is named only where there is a choice."""
        where = paragraph(evidence.block)
        label = f"{self.labels[record.article.id]}, {where}" if self.several else where
        return Ref(f"{record.article.url}#{evidence.block}", label)

    def participants(self) -> dict[str, list[Participant]]:
        offices: dict[str, dict[str, tuple[str, list[Ref], list[str]]]] = {}
        names: dict[str, list[Ref]] = {}
        for record in self.records:
            for at, mention in enumerate(record.extraction.people):
                person = record.people[at]
                for office, organization in zip(mention.offices, record.office_organizations[at], strict=True):
                    url = self.views.organization_url(organization)
                    text = words.office(office)
                    _, refs, bases = offices.setdefault(person, {}).setdefault(text, (url, [], []))
                    refs.append(self.ref(record, office.evidence))
                    bases.append(office.organization_basis)
                if not mention.offices and mention.references:
                    names.setdefault(person, []).append(self.ref(record, mention.references[0].evidence))
        out: dict[str, list[Participant]] = {role: [] for role in words.ROLES}
        for person, role in self.meeting.people:
            printed = [
                PrintedOffice(text, url, list(dict.fromkeys(refs)), words.office_state(bases))
                for text, (url, refs, bases) in offices.get(person, {}).items()
            ]
            refs = list(dict.fromkeys(names.get(person, ())))
            known = self.views.archive.people[person]
            out[role].append(Participant(known, role, printed, refs, self.views.person_state(known)))
        return {role: rows for role, rows in out.items() if rows}

    def documents(self) -> list[Cited]:
        out: list[tuple[int, Cited]] = []
        for name in self.meeting.documents:
            document = self.views.archive.documents[name]
            relations, refs, states = [], [], []
            for record in self.records:
                for citation, cited in zip(record.extraction.citations, record.documents, strict=True):
                    if cited == name:
                        relations.append(citation.relation)
                        refs.append((citation.as_written, self.ref(record, citation.evidence)))
                        states.append(self.views.citation_state(record.article.id, citation, document))
            if not refs:
                continue
            best = min(states, key=lambda s: list(words.LEVELS).index(s.level))
            told = sorted(set(relations), key=words.RELATION_ORDER.__getitem__)
            told = [r for r in told if r != "mentioned"] or told
            told_text = "; ".join(words.RELATIONS[r] for r in told)
            cited_here = Cited(document, told_text, best, list(dict.fromkeys(refs)))
            out.append((words.RELATION_ORDER[told[0]], cited_here))
        return [c for _, c in sorted(out, key=lambda row: (row[0], row[1].document.name, row[1].document.id))]

    def statements(self) -> list[tuple[Person, list[Said]]]:
        """Reported words in reading order; those of one person that follow each other stand together."""
        out: list[tuple[Person, list[Said]]] = []
        for record in self.records:
            for statement in record.extraction.statements:
                person = self.views.archive.people[record.people[statement.person]]
                text = self.views.words(record.article.id, statement.evidence)
                said = Said(text, statement.quoted, self.ref(record, statement.evidence))
                if out and out[-1][0].id == person.id:
                    out[-1][1].append(said)
                else:
                    out.append((person, [said]))
        return out

    def figures(self) -> list[Reported]:
        return [Reported(f, self.ref(r, f.evidence)) for r in self.records for f in r.extraction.figures]

    def purposes(self) -> list[tuple[str, str]]:
        """(what the meeting was for, by whose report)."""
        out: dict[str, str] = {}
        for record in self.records:
            if record.event.purpose:
                out.setdefault(record.event.purpose, self.labels[record.article.id])
        return list(out.items())

    def evidence(self, field: str) -> list[Ref]:
        """Where the date, place or body of the meeting is printed."""
        out = []
        for record in self.records:
            event = record.event
            found: Evidence | None = None
            if field == "date" and event.date.date == self.meeting.date:
                found = event.date.evidence
            elif field == "place" and event.place == self.meeting.place:
                found = event.place_evidence
            elif field == "body":
                found = event.body_evidence
            if found:
                out.append(self.ref(record, found))
        return list(dict.fromkeys(out))

    def matrix(self) -> list[MatrixRow]:
        """Facts down, articles across; an empty cell is a report that does not say it."""
        if not self.several:
            return []
        rows: list[MatrixRow] = []
        dates: list[Cell | None] = []
        places: list[Cell | None] = []
        for record in self.records:
            event, url = record.event, record.article.url
            known = event.date.date or event.date.not_after
            at = f"#{event.date.evidence.block}" if event.date.evidence else ""
            text = words.when(event.date.date, event.date.precision, not_after=event.date.not_after)
            dates.append(Cell(text, url + at) if known else None)
            at = f"#{event.place_evidence.block}" if event.place_evidence else ""
            places.append(Cell(self.views.place(event.place), url + at) if event.place else None)
        rows += [MatrixRow("Khi nào, ở đâu", "Ngày", dates), MatrixRow("Khi nào, ở đâu", "Nơi", places)]
        for person, _ in self.meeting.people:
            cells: list[Cell | None] = []
            for record in self.records:
                cell = None
                for mention, who in zip(record.extraction.people, record.people, strict=True):
                    if who == person and mention.references:
                        block = mention.references[0].evidence.block
                        cell = cell or Cell(words.ROLES[mention.role], f"{record.article.url}#{block}")
                cells.append(cell)
            rows.append(MatrixRow("Người", self.views.archive.people[person].name, cells))
        for name in self.meeting.documents:
            cells = []
            for record in self.records:
                cell = None
                for citation, cited in zip(record.extraction.citations, record.documents, strict=True):
                    if cited == name:
                        url = f"{record.article.url}#{citation.evidence.block}"
                        cell = cell or Cell(words.RELATIONS[citation.relation], url)
                cells.append(cell)
            rows.append(MatrixRow("Văn kiện", self.views.archive.documents[name].name, cells))
        figures: dict[tuple[str, str], tuple[str, list[Cell | None]]] = {}
        for column, record in enumerate(self.records):
            for figure in record.extraction.figures:
                key = (compare_key(figure.what), compare_key(figure.subject or ""))
                label = figure.what + (f" ({figure.subject})" if figure.subject else "")
                _, told = figures.setdefault(key, (label, [None] * len(self.records)))
                old, new = told[column], words.quantity(figure)
                # One report may print two values for one thing: both are shown.
                text = f"{old.text}; {new}" if old and new not in old.text.split("; ") else old.text if old else new
                told[column] = Cell(text, old.url if old else f"{record.article.url}#{figure.evidence.block}")
        rows += [MatrixRow("Số liệu", label, told) for label, told in figures.values()]
        return rows


def body(views: Views, name: str, path: str) -> str:
    """The meeting's HTML."""
    meeting = views.archive.meetings[name]
    reader = _Reader(views, meeting)
    before, after = views.around_meeting(meeting)
    matrix = reader.matrix()
    return render(
        "meeting",
        path,
        v=views,
        meeting=meeting,
        records=reader.records,
        labels=reader.labels,
        when=when(meeting),
        place=views.place(meeting.place),
        date_state=words.date_state(meeting.date_basis, meeting.date_precision, meeting.date_reason),
        place_state=words.place_state(meeting.place_basis, meeting.place_reason),
        evidence={field: reader.evidence(field) for field in ("date", "place", "body")},
        participants=reader.participants(),
        documents=reader.documents(),
        statements=reader.statements(),
        figures=reader.figures(),
        purposes=reader.purposes(),
        matrix=matrix,
        groups=unique(row.group for row in matrix),
        cite=citations.meeting(views.archive, views.site, name),
        before=before,
        after=after,
        year=known.year if (known := meeting.date or meeting.not_after) else None,
    )
