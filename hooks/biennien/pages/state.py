"""The state of the archive: what it covers by month, place and outlet, how sure it is, what changed lately."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product, zip_longest
from typing import Literal, NamedTuple

from .. import words
from ..entities import ArticleRecord
from ..problems import CODES
from ..siteinfo import Change
from ..text import collation_key
from ..words import known_day
from .page import Page
from .render import render
from .verify import tallies
from .views import Views

PATH = "tinh-trang.md"
SHOWN = 40  # places and outlets in sight; the others are folded
RUN = 3  # empty years in a row that are still shown one by one
FILES = 8  # articles of one change in sight

HOW: dict[Literal["added", "changed", "removed"], str] = {"added": "thêm", "changed": "sửa", "removed": "bỏ"}


class Year(NamedTuple):
    """Meetings of one year by month; ``loose``: those of which only the year is known. Many empty years are one row."""

    year: int
    until: int  # the year itself, or the last of a run of empty years
    months: Sequence[int]
    loose: int

    @property
    def total(self) -> int:
        return sum(self.months) + self.loose


class Covered(NamedTuple):
    """What the archive has of one place or one outlet."""

    name: str  # "" for a place that no article tells
    meetings: int
    articles: int
    inferred: int  # meetings whose place was inferred
    first: dt.date | None
    last: dt.date | None


class Told(NamedTuple):
    """A change as the page shows it."""

    change: Change
    counts: str  # "thêm 3 bài, sửa 1 bài"
    articles: Sequence[ArticleRecord]
    more: int  # articles that are not shown


def pages(views: Views) -> Iterator[Page]:
    """The one page."""
    meta = {
        "title": "Tình trạng kho",
        "kind": "state",
        "id": "tinh-trang",
        "description": "Kho phủ những tháng nào, nơi nào, báo nào; bao nhiêu điều nêu rõ, suy ra, chưa rõ; mới đổi gì.",
    }
    yield Page(PATH, meta, partial(body, views))


def by_year(views: Views) -> list[Year]:
    """Every year from the first to the last with a meeting, newest first: years without any are shown too."""
    rows: list[Year] = []
    known = sorted(views.years, reverse=True)
    for year, older in zip_longest(known, known[1:]):
        months = views.month_counts(year)
        rows.append(Year(year, year, months, len(views.years[year]) - sum(months)))
        empty = range(older + 1, year) if older is not None else range(0)
        if len(empty) > RUN:
            rows.append(Year(empty[0], empty[-1], [0] * 12, 0))
        else:
            rows += [Year(gap, gap, [0] * 12, 0) for gap in reversed(empty)]
    return rows


def silent_months(views: Views) -> int:
    """Months between the first and the last known meeting in which the archive has none."""
    known = {
        (d.year, d.month)
        for ms in views.years.values()
        for m in ms
        if m.date_precision != "year" and (d := known_day(m))
    }
    if not known:
        return 0
    first, last = min(known), max(known)
    spanned = [ym for ym in product(range(first[0], last[0] + 1), range(1, 13)) if first <= ym <= last]
    return len(spanned) - len(known)


def by_place(views: Views) -> list[Covered]:
    """Places by number of meetings; the meetings of unknown place come last."""
    days: dict[str | None, list[dt.date]] = defaultdict(list)
    meetings: Counter[str | None] = Counter()
    articles: Counter[str | None] = Counter()
    inferred: Counter[str | None] = Counter()
    for meeting in views.archive.meetings.values():
        place = meeting.place
        meetings[place] += 1
        articles[place] += len(meeting.articles)
        inferred[place] += words.place_state(meeting.place_basis, "").level == "inferred"
        if date := known_day(meeting):
            days[place].append(date)
    rows = [
        Covered(
            views.place(place),
            count,
            articles[place],
            inferred[place],
            min(days[place], default=None),
            max(days[place], default=None),
        )
        for place, count in meetings.items()
    ]
    return sorted(rows, key=lambda r: (not r.name, -r.meetings, collation_key(r.name)))


def by_outlet(views: Views) -> list[Covered]:
    """Outlets by number of articles; the days are those of publication."""
    found: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in views.archive.articles.values():
        found[views.outlet(record)].append(record)
    rows = []
    for name, records in found.items():
        days = [r.article.published for r in records if r.article.published]
        meetings = len({r.meeting for r in records})
        rows.append(Covered(name, meetings, len(records), 0, min(days, default=None), max(days, default=None)))
    return sorted(rows, key=lambda r: (-r.articles, collation_key(r.name), r.name))


def lately(views: Views) -> list[Told]:
    """The changes with the pages that they made or touched, as far as these are still there."""
    out = []
    for change in views.site.changes:
        count = Counter(how for how, _ in change.files)
        counts = ", ".join(f"{word} {words.number(count[how])} bài" for how, word in HOW.items() if count[how])
        known = [r for _, path in change.files if (r := views.article_of_path.get(path))]
        out.append(Told(change, counts, known[:FILES], len(known) - len(known[:FILES])))
    return out


def body(views: Views) -> str:
    """The page's HTML."""
    places, outlets = by_place(views), by_outlet(views)
    codes = Counter(problem.code for problem in views.archive.problems)
    return render(
        "state",
        PATH,
        v=views,
        years=by_year(views),
        silent=silent_months(views),
        places=places,
        top_place=max((r.meetings for r in places), default=0),
        outlets=outlets,
        top_outlet=max((r.articles for r in outlets), default=0),
        shown=SHOWN,
        tallies=tallies(views),
        codes=[(code, CODES.get(code, code), codes[code]) for code in sorted(codes, key=lambda c: (-codes[c], c))],
        changes=lately(views),
    )
