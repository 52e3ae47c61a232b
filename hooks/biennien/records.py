"""The archive as plain records, one kind after another: what data/*.json and archive.sqlite are made of.

Field names and meanings are the contract with programs that take the data; docs/du-lieu describes them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from .entities import Archive, ArticleRecord, Document, Meeting, Organization, Person
from .model import Article, Event, Evidence, Figure, Office

Record = dict[str, Any]


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _evidence(evidence: Evidence | None) -> Record | None:
    return (
        None
        if evidence is None or not evidence.block
        else {"block": evidence.block, "start": evidence.start, "end": evidence.end}
    )


def _office(office: Office, organization: str | None) -> Record:
    return {
        "label": office.label,
        "organization": office.printed or office.organization,
        "organization_id": organization,
        "organization_basis": office.organization_basis,
        "status": office.status,
        "rule": office.rule,
        "evidence": _evidence(office.evidence),
    }


def _value(figure: Figure) -> int | float | list[int | float]:
    return list(figure.value) if isinstance(figure.value, tuple) else figure.value


def _figure(figure: Figure, organization: str | None) -> Record:
    return {
        "what": figure.what,
        "value": _value(figure),
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "subject": figure.subject,
        "organization": organization,
        "as_of": _day(figure.as_of),
        "evidence": _evidence(figure.evidence),
    }


def _event(event: Event) -> Record:
    """The meeting as this one article tells it; the meeting's own record sums up all its articles."""
    when = event.date
    return {
        "date": _day(when.date),
        "date_end": _day(when.end),
        "date_precision": when.precision,
        "date_basis": when.basis,
        "date_reason": when.reason,
        "date_not_after": _day(when.not_after),
        "date_evidence": _evidence(when.evidence),
        "part_of_day": when.part_of_day,
        "kind": event.kind,
        "body": event.body,
        "body_evidence": _evidence(event.body_evidence),
        "place": event.place,
        "place_basis": event.place_basis,
        "place_reason": event.place_reason,
        "place_evidence": _evidence(event.place_evidence),
        "venue": event.venue,
        "session": event.session,
        "term": event.term,
        "purpose": event.purpose,
    }


def article(record: ArticleRecord) -> Record:
    """One article with everything read out of it."""
    article, extraction = record.article, record.extraction
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "title_basis": article.title_basis,
        "form": article.meta.form,
        "published": _day(article.published),
        "published_basis": article.published_basis,
        "source": {
            "name": article.meta.source.name,
            "url": article.meta.source.url,
            "retrieved": _day(article.meta.source.retrieved),
            "outlet": record.outlet,
        },
        "byline": list(article.byline),
        "meeting": record.meeting,
        "event": _event(extraction.event),
        "people": [
            {
                "person": person,
                "name_as_written": mention.name,
                "role": mention.role,
                "stated_by_editor": mention.stated_by_editor,
                "offices": [_office(o, i) for o, i in zip(mention.offices, ids, strict=True)],
                "evidence": [
                    {**(_evidence(r.evidence) or {}), "form": r.form, "rule": r.rule} for r in mention.references
                ],
                "rule": mention.rule,
            }
            for person, mention, ids in zip(record.people, extraction.people, record.office_organizations, strict=True)
        ],
        "documents": [
            {
                "document": document,
                "as_written": c.as_written,
                "relation": c.relation,
                "evidence": _evidence(c.evidence),
                "rule": c.rule,
            }
            for document, c in zip(record.documents, extraction.citations, strict=True)
        ],
        "captions": [
            {"block": b.id, "text": b.text, "credit": b.credit} for b in article.blocks if b.kind == "caption"
        ],
        "figures": [_figure(f, i) for f, i in zip(extraction.figures, record.figure_organizations, strict=True)],
        "statements": [
            {
                "person": record.people[s.person],
                "block": s.evidence.block,
                "start": s.evidence.start,
                "end": s.evidence.end,
                "quoted": s.quoted,
                "rule": s.rule,
            }
            for s in extraction.statements
        ],
        "sha256": article.sha256,
    }


def blocks(article: Article) -> Record:
    """The article's text in its blocks: what evidence points into."""
    return {
        "id": article.id,
        "blocks": [
            {"id": b.id, "kind": b.kind, "text": b.text, "line": b.line, **({"credit": b.credit} if b.credit else {})}
            for b in article.blocks
        ],
    }


def meeting(meeting: Meeting, place_name: str | None = None) -> Record:
    """One meeting over all its reports. ``body`` and ``place`` are ids, their names beside them."""
    return {
        "id": meeting.id,
        "url": meeting.url,
        "title": meeting.title,
        "date": _day(meeting.date),
        "date_end": _day(meeting.end),
        "date_precision": meeting.date_precision,
        "date_basis": meeting.date_basis,
        "date_reason": meeting.date_reason,
        "date_not_after": _day(meeting.not_after),
        "part_of_day": meeting.part_of_day,
        "kind": meeting.kind,
        "body": meeting.body,
        "body_name": meeting.body_name,
        "place": meeting.place,
        "place_name": place_name,
        "place_basis": meeting.place_basis,
        "place_reason": meeting.place_reason,
        "venue": meeting.venue,
        "session": meeting.session,
        "term": meeting.term,
        "articles": list(meeting.articles),
        "people": [person for person, _ in meeting.people],
        "roles": dict(meeting.people),
        "documents": list(meeting.documents),
        "differences": [
            {
                "what": d.what,
                "values": [
                    {"value": v, "articles": [{"article": a, "evidence": _evidence(e)} for a, e in sources]}
                    for v, sources in d.values
                ],
            }
            for d in meeting.differences
        ],
        "joined_because": list(meeting.joined_because),
    }


def person(person: Person) -> Record:
    """One person with every office and where it was printed."""
    return {
        "id": person.id,
        "url": person.url,
        "name": person.name,
        "sort_key": person.sort_key,
        "other_names": list(person.other_names),
        "offices": [
            {
                "label": spell.label,
                "organization": spell.organization_name,
                "organization_id": spell.organization,
                "status": spell.status,
                "first": _day(spell.first),
                "last": _day(spell.last),
                "sources": [
                    {"article": s.article, **(_evidence(s.office.evidence) or {}), "date": _day(s.date)}
                    for s in spell.sightings
                ],
            }
            for spell in person.offices
        ],
        "articles": list(dict.fromkeys(a.article for a in person.appearances)),
        "meetings": list(dict.fromkeys(a.meeting for a in person.appearances)),
        "namesakes": list(person.namesakes),
        "reasons": list(person.reasons),
        "note": person.note,
        "reviewed": person.reviewed,
    }


def document(document: Document) -> Record:
    """One document, identified or an open question, with every citation."""
    record = document.record
    return {
        "id": document.id,
        "url": document.url,
        "type": document.type,
        "number": document.number,
        "symbol": document.symbol,
        "name": document.name,
        "issuer": document.issuer,
        "term": document.term,
        "year": document.year,
        "date": _day(document.date),
        "dates": [{"date": _day(d), "source": s} for d, s in record.dates] if record else [],
        "title": document.title,
        "status": document.status,
        "reason": document.reason,
        "candidates": list(document.candidates),
        "sources": list(record.sources) if record else [],
        "note": record.note if record else None,
        "citations": [
            {
                "article": c.article,
                "as_written": c.citation.as_written,
                "relation": c.citation.relation,
                **(_evidence(c.citation.evidence) or {}),
                "reason": c.reason,
            }
            for c in document.citations
        ],
    }


def organization(organization: Organization) -> Record:
    """One organisation."""
    record = organization.record
    return {
        "id": organization.id,
        "url": organization.url,
        "name": organization.name,
        "kind": organization.kind or None,
        "place": organization.place,
        "parent": record.parent if record else None,
        "predecessor": record.predecessor if record else None,
        "successor": record.successor if record else None,
        "aliases": list(organization.aliases),
        "meetings": list(organization.meetings),
        "people": list(organization.people),
        "note": record.note if record else None,
        "registered": record is not None,
    }


def figures(archive: Archive) -> Iterator[Record]:
    """Every reported figure, series by series, in date order."""
    for series in archive.series:
        for point in series.points:
            record = archive.articles[point.article]
            yield {
                "series": series.id,
                "article": point.article,
                "meeting": record.meeting,
                "date": _day(point.date),
                **_figure(point.figure, series.organization),
            }


def _place_name(archive: Archive, place: str | None) -> str | None:
    found = archive.registry.places.get(place) if place else None
    return found.name if found else None


def tables(archive: Archive) -> Iterator[tuple[str, Iterator[Record]]]:
    """(name, records) of every table, in the order in which they are written."""
    yield "articles", (article(r) for r in archive.articles.values())
    yield "meetings", (meeting(m, _place_name(archive, m.place)) for m in archive.meetings.values())
    yield "people", (person(p) for p in archive.people.values())
    yield "documents", (document(d) for d in archive.documents.values())
    yield "organizations", (organization(o) for o in archive.organizations.values())
    yield "figures", figures(archive)
    yield (
        "problems",
        (
            {
                "code": p.code,
                "severity": p.severity,
                "path": p.path,
                "line": p.line,
                "message": p.message,
                "hint": p.hint,
            }
            for p in archive.problems
        ),
    )
