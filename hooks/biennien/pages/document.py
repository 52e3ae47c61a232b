"""The page of one document: what it is, its life in the coverage, every citation in context, who spoke about it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from .. import words
from ..entities import ArticleRecord, Document, Meeting, Person, ResolvedCitation
from ..takeaway import citations
from ..words import State
from .charts import Scale
from .page import Page
from .render import render
from .strips import strip
from .views import Ref, Views, unique

MOST_CITATIONS = 60


class Step(NamedTuple):
    """One dated step of a document's life: a meeting that did something with it."""

    date: dt.date | None
    relation: str
    meeting: Meeting
    refs: Sequence[Ref]


class Stage(NamedTuple):
    """All steps of one kind: a row of the chart."""

    relation: str
    label: str
    dates: Sequence[dt.date]
    meetings: int


class Quoted(NamedTuple):
    """A citation as a reader meets it."""

    record: ArticleRecord
    resolved: ResolvedCitation
    context: tuple[str, str, str]
    state: State
    ref: Ref


class Speaker(NamedTuple):
    """Somebody whose reported words name the document."""

    person: Person
    refs: Sequence[Ref]


def pages(views: Views) -> Iterator[Page]:
    """One page for each document, and pages by year for those cited very often."""
    for name, document in views.archive.documents.items():
        articles = unique(c.article for c in document.citations)
        meta: dict[str, Any] = {
            "title": document.name,
            "kind": "document",
            "id": name,
            "description": f"{document.name}{': ' + document.title if document.title else ''}. Báo nhắc ở "
            f"{len(articles)} bài.",
            "date": document.date.isoformat() if document.date else None,
            "status": document.status,
            "articles": articles[:200],
            "meetings": unique(views.archive.articles[a].meeting for a in articles)[:200],
        }
        base = document.url.removesuffix(".html")
        yield Page(base + ".md", meta, partial(body, views, name, base + ".md"), edit=_edit(views, document))
        for year in years_apart(views, document):
            path = f"{base}/{year}.md"
            part = {"title": f"{document.name}: nhắc trong năm {year}", "kind": "document", "id": name}
            yield Page(path, part, partial(year_body, views, name, year, path))


def _edit(views: Views, document: Document) -> str | None:
    return views.archive.articles[document.citations[0].article].article.path if document.citations else None


def _year(views: Views, resolved: ResolvedCitation) -> int | None:
    date = views.archive.articles[resolved.article].date
    return date.year if date else None


def years_apart(views: Views, document: Document) -> list[int]:
    """Years with a page of their own, newest first; none where all citations fit on one page."""
    if len(document.citations) <= MOST_CITATIONS:
        return []
    return sorted({year for c in document.citations if (year := _year(views, c))}, reverse=True)


def _newest_first(views: Views, document: Document) -> list[ResolvedCitation]:
    at = views.article_at
    rows = sorted(document.citations, key=lambda c: (c.citation.evidence.block, c.citation.evidence.start))
    rows.sort(key=lambda c: (views.archive.articles[c.article].date or dt.date.min, at[c.article]), reverse=True)
    return rows


def _quoted(views: Views, document: Document, resolved: ResolvedCitation) -> Quoted:
    citation = resolved.citation
    return Quoted(
        views.archive.articles[resolved.article],
        resolved,
        views.excerpt(resolved.article, citation.evidence),
        views.citation_state(resolved.article, citation, document),
        views.ref(resolved.article, citation.evidence),
    )


def _life(views: Views, document: Document) -> tuple[list[Step], list[Stage]]:
    found: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for resolved in document.citations:
        if resolved.citation.relation != "mentioned":
            meeting = views.archive.articles[resolved.article].meeting
            ref = views.ref(resolved.article, resolved.citation.evidence)
            found[resolved.citation.relation, meeting].append(ref)
    steps = []
    for (relation, name), refs in found.items():
        meeting_found = views.archive.meetings[name]
        date = meeting_found.date or meeting_found.not_after
        steps.append(Step(date, relation, meeting_found, list(dict.fromkeys(refs))))
    steps.sort(key=lambda s: (s.date or dt.date.max, words.RELATION_ORDER[s.relation], s.meeting.id))
    stages = []
    for relation in words.RELATIONS:
        mine = [s for s in steps if s.relation == relation]
        if mine:
            dates = [s.date for s in mine if s.date]
            stages.append(Stage(relation, words.RELATIONS[relation], dates, len(mine)))
    return steps, stages


def _speakers(views: Views, document: Document, most: int = 20) -> list[Speaker]:
    found: dict[str, list[Ref]] = defaultdict(list)
    for spoken in views.spoken_about(document.id):
        found[spoken.person].append(views.ref(spoken.article, spoken.evidence))
    best = sorted(found, key=lambda p: (-len(found[p]), views.archive.people[p].sort_key, p))
    return [Speaker(views.archive.people[p], list(dict.fromkeys(found[p]))[:5]) for p in best[:most]]


def body(views: Views, name: str, path: str) -> str:
    """The document's HTML."""
    document = views.archive.documents[name]
    steps, stages = _life(views, document)
    issued = [document.date] if document.date else []
    rows = _newest_first(views, document)
    record = document.record
    every = views.archive.documents
    return render(
        "document",
        path,
        v=views,
        document=document,
        record=record,
        conflicting=record.dates if record and len({d for d, _ in record.dates}) > 1 else (),
        steps=steps,
        stages=stages,
        strip=strip((s.meeting for s in steps), unit="bước"),
        scale=Scale([*issued, *(s.date for s in steps)]),
        issued=issued,
        quoted=[_quoted(views, document, c) for c in rows[:MOST_CITATIONS]],
        spellings=unique(c.citation.as_written for c in rows)[:12],
        years=years_apart(views, document),
        base=document.url.removesuffix(".html"),
        cite=citations.document(views.archive, views.site, name),
        feed=views.feed("document", name),
        speakers=_speakers(views, document),
        beside=views.cited_with(document),
        candidates=[every[c] for c in document.candidates if c in every],
        other_candidates=[c for c in document.candidates if c not in every],
        replaces=[(r, every.get(r)) for r in record.replaces] if record else [],
        amended_by=[(r, every.get(r)) for r in record.amended_by] if record else [],
    )


def year_body(views: Views, name: str, year: int, path: str) -> str:
    """All citations of one year."""
    document = views.archive.documents[name]
    rows = [c for c in _newest_first(views, document) if _year(views, c) == year]
    return render(
        "document_year",
        path,
        v=views,
        document=document,
        year=year,
        years=years_apart(views, document),
        base=document.url.removesuffix(".html"),
        quoted=[_quoted(views, document, c) for c in rows],
    )
