"""The page of one organisation: its meetings, who held which office, its figures over time, what it was before."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from .. import words
from ..entities import FigureSeries, Meeting, OfficeSpell, Organization, Person
from ..model import Figure
from ..text import compare_key
from ..words import State, known_day
from .charts import Scale
from .figure_chart import Chart, Dot, chart
from .page import Page
from .render import render
from .strips import strip
from .views import Ref, Views

MOST_MEETINGS = 60
MOST_HOLDERS = 60
MOST_SERIES = 60
_CITY = re.compile(r"\b(?:thành phố|tp)\b\.?\s*")


class Holder(NamedTuple):
    """One person in one office of the organisation."""

    person: Person
    spell: OfficeSpell
    office: str
    refs: Sequence[Ref]
    state: State  # of whose office it is


class Point(NamedTuple):
    """One reported value."""

    figure: Figure
    date: dt.date | None
    ref: Ref


class Series(NamedTuple):
    """Values of one quantity and subject, oldest first, and their chart where there is anything to see in it."""

    series: FigureSeries
    points: Sequence[Point]
    chart: Chart | None
    subject: str  # as printed last; "" where none is
    sure: bool  # the subject names the organisation


def pages(views: Views) -> Iterator[Page]:
    """One page for each organisation; lists that are too long for it have pages by year, and one of all holders."""
    for name, organization in views.archive.organizations.items():
        meta: dict[str, Any] = {
            "title": organization.name,
            "kind": "organization",
            "id": name,
            "description": f"{organization.name}: các cuộc họp, người giữ chức vụ và số liệu như báo đã in.",
            "place": organization.place,
            "meetings": list(organization.meetings[:200]),
            "people": list(organization.people[:200]),
        }
        base = f"to-chuc/{name}"
        yield Page(f"{base}.md", meta, partial(body, views, name, f"{base}.md"))
        for year in years_apart(views, organization):
            path = f"{base}/{year}.md"
            part = {"title": f"{organization.name}, năm {year}", "kind": "organization", "id": name}
            yield Page(path, part, partial(year_body, views, name, year, path))
        if len(views.holders.get(name, ())) > MOST_HOLDERS:
            path = f"{base}/nguoi.md"
            part = {"title": f"{organization.name}: người giữ chức vụ", "kind": "organization", "id": name}
            yield Page(path, part, partial(holders_body, views, name, path))


def _meetings(views: Views, organization: Organization) -> list[Meeting]:
    """Newest first, unknown dates last."""
    found = sorted((views.archive.meetings[m] for m in organization.meetings), key=lambda m: m.id)
    found.sort(key=lambda m: known_day(m) or dt.date.min, reverse=True)
    return found


def years_apart(views: Views, organization: Organization) -> list[int]:
    """Years with a page of their own, newest first."""
    if len(organization.meetings) <= MOST_MEETINGS:
        return []
    days = [known_day(views.archive.meetings[m]) for m in organization.meetings]
    return sorted({d.year for d in days if d}, reverse=True)


def by_year(meetings: Sequence[Meeting]) -> Mapping[str, list[Meeting]]:
    """Grouped for headings."""
    out: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        date = known_day(meeting)
        out[str(date.year) if date else "Chưa rõ ngày"].append(meeting)
    return out


def _holders(views: Views, organization: Organization) -> list[Holder]:
    """Last seen first."""
    out = []
    for person, at in views.holders.get(organization.id, ()):
        spell = person.offices[at]
        refs = [views.ref(s.article, s.office.evidence) for s in spell.sightings]
        state = words.office_state(s.office.organization_basis for s in spell.sightings)
        out.append(Holder(person, spell, words.office_as_printed(spell), list(dict.fromkeys(refs)), state))
    out.sort(key=lambda h: (h.person.sort_key, h.person.id, h.office))
    out.sort(key=lambda h: h.spell.last or dt.date.min, reverse=True)
    return out


def _dots(points: Sequence[Point], subject: str) -> Iterator[Dot]:
    for figure, date, ref in points:
        if date is not None:
            low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
            yield Dot(date, float(low), float(high), words.quantity(figure), ref.label, subject)


def _subject_key(figure: Figure) -> str:
    """Equal for the ways to print one subject: "Đảng bộ TP.Cần Thơ", "Đảng bộ thành phố Cần Thơ"."""
    return _CITY.sub("tp ", compare_key(figure.subject or ""))


def _series(views: Views, organization: Organization) -> list[Series]:
    """Values of one quantity and one printed subject. A chart has only those whose subject names the organisation.

    "Đảng bộ" alone, or nothing, may be another one in every report: these stand in a table, marked as unsure.
    """
    names = {_CITY.sub("tp ", compare_key(name)) for name in (organization.name, *organization.aliases)}
    place = _CITY.sub("tp ", compare_key(views.place(organization.place)))
    out = []
    for at in views.series_of.get(organization.id, ()):
        series = views.archive.series[at]
        groups: dict[str, list[Point]] = defaultdict(list)
        for p in series.points:
            groups[_subject_key(p.figure)].append(Point(p.figure, p.date, views.ref(p.article, p.figure.evidence)))
        for key, points in groups.items():
            subject = points[-1].figure.subject or ""
            told = f"Biểu đồ: {series.what}, {subject}. Bảng bên cạnh ghi đủ ngày, con số và nguồn."
            sure = key in names or bool(place and place in key)
            drawn = chart(list(_dots(points, key)), told) if sure else None
            out.append(Series(series, points, drawn, subject, sure))
    # What was reported more than once first: only that makes a series.
    out.sort(key=lambda s: (-len(s.points), not s.sure, s.series.what, s.subject, s.series.id))
    return out


def _newest_single(series: Sequence[Series]) -> list[Series]:
    """Figures reported just once, newest first."""
    once = [s for s in series if len(s.points) == 1]
    return sorted(once, key=lambda s: s.points[0].date or dt.date.min, reverse=True)


def body(views: Views, name: str, path: str) -> str:
    """The organisation's HTML."""
    organization = views.archive.organizations[name]
    record = organization.record
    holders = _holders(views, organization)
    shown = holders[:MOST_HOLDERS]
    meetings = _meetings(views, organization)
    series = _series(views, organization)
    years = years_apart(views, organization)
    every = views.archive.organizations
    registry = views.archive.registry.organizations

    def named(other: str | None) -> tuple[str, str] | None:
        """(name, address) of another organisation; the registry may know one that no article names."""
        if other is None:
            return None
        if other in every:
            return every[other].name, every[other].url
        return (registry[other].name, "") if other in registry else (other, "")

    return render(
        "organization",
        path,
        v=views,
        organization=organization,
        record=record,
        place=views.place(organization.place),
        aliases=[a for a in organization.aliases if a != organization.name],
        kin=[
            (label, told)
            for label, told in (
                ("Trực thuộc", named(record.parent)),
                ("Trước đó là", named(record.predecessor)),
                ("Sau này là", named(record.successor)),
            )
            if told
        ]
        if record
        else [],
        feed=views.feed("organization", name),
        parts=views.parts_of.get(name, ()),
        holders=shown,
        holders_count=len(holders),
        scale=Scale(s.date for h in shown for s in h.spell.sightings),
        meetings=by_year(meetings[:MOST_MEETINGS]),
        meetings_count=len(meetings),
        years=years,
        base=f"to-chuc/{name}",
        strip=strip(meetings, f"to-chuc/{name}/" if years else ""),
        series=[s for s in series if len(s.points) > 1][:MOST_SERIES],
        single=(single := _newest_single(series))[:MOST_SERIES],
        series_left=max(0, len(series) - len(single) - MOST_SERIES) + max(0, len(single) - MOST_SERIES),
    )


def year_body(views: Views, name: str, year: int, path: str) -> str:
    """All meetings of one year."""
    organization = views.archive.organizations[name]
    meetings = [m for m in _meetings(views, organization) if (d := known_day(m)) and d.year == year]
    return render(
        "organization_year",
        path,
        v=views,
        organization=organization,
        year=year,
        years=years_apart(views, organization),
        base=f"to-chuc/{name}",
        meetings=meetings,
        strip=strip(meetings),
    )


def holders_body(views: Views, name: str, path: str) -> str:
    """Everybody who was printed with an office of the organisation."""
    organization = views.archive.organizations[name]
    return render(
        "organization_holders", path, v=views, organization=organization, holders=_holders(views, organization)
    )
