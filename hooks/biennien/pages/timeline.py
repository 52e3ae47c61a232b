"""The timeline: the archive at a glance and its newest meetings, and one page for each year with all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from ..entities import Meeting
from ..words import known_day, moment
from .page import Page
from .render import render
from .strips import days
from .views import Views

NEWEST = 40


def pages(views: Views) -> Iterator[Page]:
    """The root and the years."""
    path = "dong-thoi-gian.md"
    years = list(views.years)
    span = f", {years[0]} đến {years[-1]}" if len(years) > 1 else ""
    meta = {
        "title": "Dòng thời gian",
        "kind": "timeline",
        "id": "dong-thoi-gian",
        "description": f"{len(views.archive.meetings)} cuộc họp theo năm và tháng{span}.",
    }
    yield Page(path, meta, partial(body, views, path))
    if len(views.undated) > NEWEST:
        path = "dong-thoi-gian/khong-ro-ngay.md"
        meta = {
            "title": "Chưa rõ ngày",
            "kind": "timeline",
            "id": "khong-ro-ngay",
            "description": f"{len(views.undated)} cuộc họp mà bài báo không cho biết diễn ra khi nào.",
        }
        yield Page(path, meta, partial(undated_body, views, path))
    for year, meetings in views.years.items():
        path = f"dong-thoi-gian/{year}.md"
        meta = {
            "title": f"Năm {year}",
            "kind": "timeline",
            "id": str(year),
            "description": f"{len(meetings)} cuộc họp trong năm {year}, theo tháng.",
        }
        yield Page(path, meta, partial(year_body, views, year, path))


def by_month(meetings: list[Meeting]) -> Mapping[int, list[Meeting]]:
    """Newest month first, newest meeting first; 0 holds those of which only the year is known."""
    out: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in reversed(meetings):
        date = known_day(meeting)
        out[date.month if date and meeting.date_precision != "year" else 0].append(meeting)
    return {month: out[month] for month in sorted(out, reverse=True)}


def body(views: Views, path: str) -> str:
    """The root's HTML: strip, newest meetings by year and month, meetings of unknown date."""
    groups: dict[tuple[int, int], list[Meeting]] = defaultdict(list)
    for meeting in views.newest(NEWEST):
        date = known_day(meeting)
        assert date is not None
        groups[date.year, date.month if meeting.date_precision != "year" else 0].append(meeting)
    return render(
        "timeline",
        path,
        v=views,
        count=len(views.archive.meetings),
        groups=groups,
        dated=sum(len(m) for m in views.years.values()),
        newest=NEWEST,
        days=days(moment(m) for meetings in views.years.values() for m in meetings),
    )


def undated_body(views: Views, path: str) -> str:
    """All meetings of which no year is known."""
    return render("timeline_undated", path, v=views, meetings=views.undated)


def year_body(views: Views, year: int, path: str) -> str:
    """One year's HTML."""
    years = list(views.years)
    at = years.index(year)
    meetings = list(views.years[year])
    return render(
        "timeline_year",
        path,
        v=views,
        year=year,
        months=by_month(meetings),
        count=len(meetings),
        counts=views.month_counts(year),
        before=years[at - 1] if at else None,
        after=years[at + 1] if at + 1 < len(years) else None,
    )
