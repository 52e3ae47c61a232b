"""The page of one person: offices over time, meetings, words, company; with pages by year where the lists are long."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from .. import words
from ..entities import Document, Meeting, OfficeSpell, Person
from ..model import Evidence
from ..words import State, known_day
from .charts import Scale
from .page import Page
from .render import render
from .strips import strip
from .views import Ref, Views, unique

MOST_MEETINGS = 60  # on the person's own page; beyond that the years have pages
MOST_STATEMENTS = 30


class Spell(NamedTuple):
    """A row of the office chart."""

    spell: OfficeSpell
    name: str
    url: str  # of the organisation
    refs: Sequence[Ref]
    state: State  # of whose office it is


class Report(NamedTuple):
    """What articles say of the person at a meeting; those that say the same stand together."""

    role: str
    offices: str
    refs: Sequence[Ref]


class Seen(NamedTuple):
    """One meeting at which the person was seen."""

    meeting: Meeting
    role: str  # the strongest over the articles
    reports: Sequence[Report]


class Quote(NamedTuple):
    """Reported words of the person."""

    text: str
    quoted: bool
    date: dt.date | None
    meeting: Meeting | None
    ref: Ref


class Topic(NamedTuple):
    """A document of the person's meetings."""

    document: Document
    meetings: int
    refs: Sequence[Ref]  # of statements that name it


def pages(views: Views) -> Iterator[Page]:
    """One page for each person, and pages by year for those seen very often."""
    for name, person in views.archive.people.items():
        meta: dict[str, Any] = {
            "title": person.name,
            "kind": "person",
            "id": name,
            "description": f"{person.name}: chức vụ, cuộc họp và lời phát biểu như báo đã in.",
            "offices": [words.office_as_printed(s) for s in person.offices],
            "organizations": unique(s.organization for s in person.offices if s.organization),
            "meetings": unique(a.meeting for a in person.appearances),
        }
        path = f"nhan-su/{name}.md"
        yield Page(path, meta, partial(body, views, name, path), edit=_edit(views, person))
        for year in years_apart(views, person):
            part = f"nhan-su/{name}/{year}.md"
            about = {"title": f"{person.name}, năm {year}", "kind": "person", "id": name}
            yield Page(part, about, partial(year_body, views, name, year, part))


def _edit(views: Views, person: Person) -> str | None:
    return views.archive.articles[person.appearances[0].article].article.path if person.appearances else None


def seen_at(views: Views, person: Person, year: int | None = None) -> list[Seen]:
    """Meetings of the person, newest first, unknown dates last; only those of a year when one is given."""
    reports: dict[str, dict[tuple[str, str], list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for appearance in person.appearances:
        meeting = views.archive.meetings[appearance.meeting]
        date = known_day(meeting)
        if year is not None and (date is None or date.year != year):
            continue
        mention = appearance.mention
        evidence: Evidence | None = mention.references[0].evidence if mention.references else None
        offices = "; ".join(words.office(o) for o in mention.offices)
        reports[appearance.meeting][appearance.role, offices].append(views.ref(appearance.article, evidence))
    out = []
    for name, rows in reports.items():
        strongest = min((role for role, _ in rows), key=words.ROLE_ORDER.__getitem__)
        told = [Report(role, offices, list(dict.fromkeys(refs))) for (role, offices), refs in rows.items()]
        out.append(Seen(views.archive.meetings[name], strongest, told))
    out.sort(key=lambda s: s.meeting.id)
    out.sort(key=lambda s: known_day(s.meeting) or dt.date.min, reverse=True)
    return out


def quotes(views: Views, person: Person, year: int | None = None) -> list[Quote]:
    """Reported words of the person, newest first."""
    out = []
    for name, statement in person.statements:
        record = views.archive.articles[name]
        date = record.date
        if year is not None and (date is None or date.year != year):
            continue
        text = views.words(name, statement.evidence)
        meeting = views.archive.meetings.get(record.meeting)
        out.append(Quote(text, statement.quoted, date, meeting, views.ref(name, statement.evidence)))
    out.sort(key=lambda q: q.date or dt.date.min, reverse=True)
    return out


def years_apart(views: Views, person: Person) -> list[int]:
    """Years that have pages of their own, newest first; none where everything fits on one page."""
    meetings = unique(a.meeting for a in person.appearances)
    if len(meetings) <= MOST_MEETINGS and len(person.statements) <= MOST_STATEMENTS:
        return []
    days = [known_day(views.archive.meetings[m]) for m in meetings]
    return sorted({d.year for d in days if d}, reverse=True)


def by_year(seen: Sequence[Seen]) -> Mapping[str, list[Seen]]:
    """Grouped for headings: "2025" … "Chưa rõ ngày"."""
    out: dict[str, list[Seen]] = defaultdict(list)
    for row in seen:
        date = known_day(row.meeting)
        out[str(date.year) if date else "Chưa rõ ngày"].append(row)
    return out


def _spells(views: Views, person: Person) -> list[Spell]:
    out = []
    for spell in person.offices:
        refs = [views.ref(s.article, s.office.evidence) for s in spell.sightings]
        url = views.organization_url(spell.organization)
        state = words.office_state(s.office.organization_basis for s in spell.sightings)
        out.append(Spell(spell, words.office_as_printed(spell), url, list(dict.fromkeys(refs)), state))
    # The newest on top: what a reader asks first; of those seen last on one day, the one that was printed most.
    out.sort(key=lambda s: (-len(s.spell.sightings), s.name, s.spell.organization or ""))
    out.sort(key=lambda s: s.spell.last or dt.date.min, reverse=True)
    return out


def _latest(spells: Sequence[Spell]) -> list[Spell]:
    """Offices printed on the last day that any was; none that the person was said to have left."""
    held = [s for s in spells if s.spell.last and s.spell.status in ("current", "incoming", "acting")]
    return [s for s in held if s.spell.last == held[0].spell.last][:3]


def _topics(views: Views, person: Person, most: int = 15) -> list[Topic]:
    told: dict[str, list[Ref]] = defaultdict(list)
    for spoken in views.spoken_by(person.id):
        told[spoken.document].append(views.ref(spoken.article, spoken.evidence))
    count: Counter[str] = Counter()
    for meeting in dict.fromkeys(a.meeting for a in person.appearances if a.role != "mentioned"):
        count.update(views.archive.meetings[meeting].documents)
    known = [d for d in {*told, *count} if views.archive.documents[d].status == "identified"]
    known.sort(key=lambda d: (-len(told.get(d, ())), -count[d], d))
    return [Topic(views.archive.documents[d], count[d], list(dict.fromkeys(told.get(d, ())))[:6]) for d in known[:most]]


def body(views: Views, name: str, path: str) -> str:
    """The person's HTML."""
    person = views.archive.people[name]
    spells = _spells(views, person)
    scale = Scale(s.date for row in spells for s in row.spell.sightings)
    seen = seen_at(views, person)
    said = quotes(views, person)
    years, base = years_apart(views, person), person.url.removesuffix(".html")
    return render(
        "person",
        path,
        v=views,
        person=person,
        spells=spells,
        latest=_latest(spells),
        scale=scale,
        seen_count=len(seen),
        seen=by_year(seen[:MOST_MEETINGS]),
        said=said[:MOST_STATEMENTS],
        said_count=len(said),
        years=years,
        base=base,
        strip=strip((s.meeting for s in seen), f"{base}/" if years else ""),
        topics=_topics(views, person),
        company=views.met_with(person),
        feed=views.feed("person", name),
        namesakes=[views.archive.people[n] for n in person.namesakes if n in views.archive.people],
    )


def year_body(views: Views, name: str, year: int, path: str) -> str:
    """All of one year."""
    person = views.archive.people[name]
    return render(
        "person_year",
        path,
        v=views,
        person=person,
        year=year,
        years=years_apart(views, person),
        base=person.url.removesuffix(".html"),
        seen=(seen := seen_at(views, person, year)),
        strip=strip(s.meeting for s in seen),
        said=quotes(views, person, year),
    )
