"""The page of one organisation: its meetings, who held which office, its figures over time, what it was before."""

from __future__ import annotations

import datetime as dt
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
    """Values of one quantity, oldest first, and their chart where there is anything to see in it."""

    series: FigureSeries
    points: Sequence[Point]
    chart: Chart | None
    subject: str | None  # as printed for all of them, "" for none; None where reports name different ones


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


def _dot(point: Point, subject: str) -> Dot | None:
    if point.date is None:
        return None
    value = point.figure.value
    low, high = value if isinstance(value, tuple) else (value, value)
    return Dot(point.date, float(low), float(high), words.quantity(point.figure), point.ref.label, subject)


def _chart(views: Views, organization: Organization, series: FigureSeries, points: Sequence[Point]) -> Chart | None:
    """Joined are values of one printed subject that names the organisation: "Đảng bộ" alone may be any."""
    names = {compare_key(name) for name in (organization.name, *organization.aliases)}
    place = compare_key(views.place(organization.place))
    dots = []
    for point in points:
        subject = compare_key(point.figure.subject or "")
        sure = subject in names or (place and place in subject)
        dots.append(_dot(point, subject if sure else ""))
    about = f"{series.what}, {organization.name}"
    return chart([d for d in dots if d], f"Biểu đồ: {about}. Bảng dưới đây ghi đủ ngày, con số và nguồn.")


def _subject(points: Sequence[Point]) -> str | None:
    printed = [point.figure.subject or "" for point in points]
    return printed[0] if len({compare_key(subject) for subject in printed}) == 1 else None


def _series(views: Views, organization: Organization) -> list[Series]:
    out = []
    for at in views.series_of.get(organization.id, ()):
        series = views.archive.series[at]
        points = [Point(p.figure, p.date, views.ref(p.article, p.figure.evidence)) for p in series.points]
        out.append(Series(series, points, _chart(views, organization, series, points), _subject(points)))
    # What was reported more than once first: only that makes a series.
    out.sort(key=lambda s: (-len(s.points), s.series.what, s.series.id))
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
