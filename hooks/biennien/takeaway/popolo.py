"""Archive in, Popolo (popoloproject.com) out: persons, organizations, memberships, posts, events, areas, speeches.

A membership says that somebody was printed with an office. It has no start_date or end_date: the archive knows when the
office was first and last seen, not when it was taken up or left, and says so under ``extra``, which Popolo suggests for
what it has no term for. What an inference rests on stands there too. A former office has that in its role, so that no
reader of the bare record takes it for a present one. Nothing that is only mentioned attends an event.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .. import words
from ..entities import Archive, Meeting, OfficeSpell, Organization, Person, Place
from ..model import Evidence
from ..siteinfo import SiteInfo
from ..text import slug
from . import addresses, citations, naming

Record = dict[str, Any]
_FORMER = re.compile(r"(?:nguyên|cựu)\s+", re.IGNORECASE)
COLLECTIONS = ("persons", "organizations", "memberships", "posts", "events", "areas", "speeches")


def collections(archive: Archive, site: SiteInfo) -> Iterator[tuple[str, Iterator[Record]]]:
    """(name, records) of every collection, in the order of ``COLLECTIONS``."""
    yield "persons", (person(archive, site, p) for p in archive.people.values())
    yield "organizations", (organization(archive, site, o) for o in archive.organizations.values())
    yield "memberships", memberships(archive, site)
    yield "posts", posts(archive, site)
    yield "events", (event(archive, site, m) for m in archive.meetings.values())
    yield "areas", areas(archive)
    yield "speeches", speeches(archive, site)


def lines(archive: Archive, site: SiteInfo) -> Iterator[str]:
    """The whole as one JSON object, a record a line, in pieces that need not be in memory together."""
    opening = "{\n"
    for name, rows in collections(archive, site):
        yield f'{opening}"{name}": ['
        separator = "\n"
        for row in rows:
            yield separator + json.dumps(row, ensure_ascii=False)
            separator = ",\n"
        yield "\n]"
        opening = ",\n"
    yield "\n}\n"


def _known(**properties: Any) -> Record:
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}


def _link(site: SiteInfo, path: str, note: str) -> Record:
    """A Link must have an absolute address: a copy without one gives the URN of the path, and the path as the note."""
    told = note if site.site_url else f"{note} ({path})" if note else path
    return _known(url=addresses.identity(site, path), note=told)


def _source(archive: Archive, site: SiteInfo, article: str, evidence: Evidence | None, note: str = "") -> Record:
    """The paragraph that says it."""
    record = archive.articles[article]
    path = addresses.paragraph(record, evidence.block) if evidence else record.article.url
    outlet = naming.outlet(archive, record)
    day = words.day(record.article.published) if record.article.published else ""
    return _link(site, path, f"{note}{', '.join(filter(None, (outlet, day)))}")


def person(archive: Archive, site: SiteInfo, person: Person) -> Record:
    """A Person. Popolo's family and given names are left out: which syllable is which is nowhere printed."""
    return _known(
        id=person.id,
        name=person.name,
        sort_name=" ".join([*person.name.split()[-1:], *person.name.split()[:-1]]),
        other_names=[{"name": name} for name in person.other_names],
        links=[_link(site, person.url, site.name)],
        extra=_known(
            reviewed=person.reviewed,
            namesakes=list(person.namesakes),
            reasons=list(person.reasons),
        ),
    )


def organization(archive: Archive, site: SiteInfo, organization: Organization) -> Record:
    """An Organization."""
    record = organization.record
    parent = record.parent if record and record.parent in archive.organizations else None
    return _known(
        id=organization.id,
        name=organization.name,
        other_names=[{"name": name} for name in organization.aliases],
        classification=organization.kind,
        parent_id=parent,
        area_id=organization.place if naming.place(archive, organization.place) else None,
        links=[_link(site, organization.url, site.name)],
        extra=_known(
            predecessor=record.predecessor if record else None,
            successor=record.successor if record else None,
            registered=record is not None,
        ),
    )


def _post(spell: OfficeSpell) -> tuple[str, str]:
    """(id, role) of the post: what somebody formerly held is the post that others hold now."""
    role = _FORMER.sub("", spell.label, count=1) if _FORMER.match(spell.label) else spell.label
    role = role[:1].upper() + role[1:]
    return f"{spell.organization}#{slug(role)}", role


def _held(archive: Archive) -> Iterator[tuple[Person, int, OfficeSpell]]:
    """Offices of a known organisation, the only ones that make a membership."""
    for person in archive.people.values():
        for at, spell in enumerate(person.offices, 1):
            if spell.organization in archive.organizations:
                yield person, at, spell


def memberships(archive: Archive, site: SiteInfo) -> Iterator[Record]:
    """A Membership for each office that a person was printed with, from first to last sighting."""
    for person, at, spell in _held(archive):
        assert spell.organization is not None
        role = naming.spell_role(spell)
        first, last = spell.sightings[0], spell.sightings[-1]
        sources = [_source(archive, site, first.article, first.office.evidence, "lần đầu thấy: ")]
        if last is not first:
            sources.append(_source(archive, site, last.article, last.office.evidence, "lần cuối thấy: "))
        inferred = all(s.office.organization_basis == "inferred" for s in spell.sightings)
        yield _known(
            id=f"{person.id}#{at}",
            label=f"{role}, {archive.organizations[spell.organization].name}",
            role=role,
            person_id=person.id,
            organization_id=spell.organization,
            post_id=_post(spell)[0],
            sources=sources,
            extra=_known(
                first_seen=spell.first.isoformat() if spell.first else None,
                last_seen=spell.last.isoformat() if spell.last else None,
                sightings=len(spell.sightings),
                status=spell.status,
                organization_basis="inferred" if inferred else "printed",
            ),
        )


def posts(archive: Archive, site: SiteInfo) -> Iterator[Record]:
    """A Post for each office of an organisation, whoever held it."""
    found: dict[str, Record] = {}
    for _, _, spell in _held(archive):
        assert spell.organization is not None
        name, role = _post(spell)
        if name not in found:
            found[name] = {
                "id": name,
                "label": f"{role}, {archive.organizations[spell.organization].name}",
                "role": role,
                "organization_id": spell.organization,
            }
    for name in sorted(found):
        yield found[name]


def event(archive: Archive, site: SiteInfo, meeting: Meeting) -> Record:
    """An Event; its date is given as exactly as it is known, and not at all where only a bound is."""
    place = naming.place(archive, meeting.place)
    attended = [p for p, role in meeting.people if role in ("chaired", "spoke", "attended")]
    return _known(
        id=meeting.id,
        name=meeting.title,
        start_date=citations.iso(citations.partial_date(meeting)),
        end_date=meeting.end.isoformat() if meeting.end and citations.partial_date(meeting) else None,
        location=", ".join(filter(None, (meeting.venue, place.name if place else None))),
        classification=meeting.kind,
        organization_id=meeting.body if meeting.body in archive.organizations else None,
        attendees=[{"id": p, "name": archive.people[p].name} for p in attended],
        sources=[_source(archive, site, a, None) for a in meeting.articles],
        extra=_known(
            url=addresses.shown(site, meeting.url),
            date_basis=meeting.date_basis,
            date_reason=meeting.date_reason,
            not_after=meeting.not_after.isoformat() if meeting.not_after else None,
            place_basis=meeting.place_basis,
            place_reason=meeting.place_reason,
            roles={p: role for p, role in meeting.people if p in attended},
        ),
    )


def areas(archive: Archive) -> Iterator[Record]:
    """An Area for each place of an organisation, and those that hold it."""
    wanted: set[str] = set()
    for organization in archive.organizations.values():
        name: str | None = organization.place
        while name and name not in wanted and (found := naming.place(archive, name)):
            wanted.add(name)
            name = found.parent
    for name in sorted(wanted):
        yield _area(archive, archive.registry.places[name])


def _area(archive: Archive, place: Place) -> Record:
    parent = place.parent if naming.place(archive, place.parent) else None
    return _known(id=place.id, name=place.name, classification=place.kind, parent_id=parent)


def speeches(archive: Archive, site: SiteInfo) -> Iterator[Record]:
    """A Speech for each statement: quoted words are of type "speech", reported ones "narrative"."""
    for identity, record in archive.articles.items():
        for index, statement in enumerate(record.extraction.statements):
            mention = record.extraction.people[statement.person]
            present = mention.role in ("chaired", "spoke", "attended") and record.meeting in archive.meetings
            yield _known(
                id=f"{identity}#{index + 1}",
                creator_id=record.people[statement.person],
                attribution_text=mention.name,
                role=words.office(mention.offices[0]) if mention.offices else None,
                text=citations.statement_words(record, index, 1_000_000),
                type="speech" if statement.quoted else "narrative",
                position=index + 1,
                event_id=record.meeting if present else None,
                sources=[_source(archive, site, identity, statement.evidence)],
            )
