"""The state of the archive: what it covers by month, place and outlet, how sure it is, what changed lately."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product, zip_longest
from typing import NamedTuple

from .. import words
from ..entities import ArticleRecord
from ..problems import CODES
from ..siteinfo import How
from ..text import collation_key
from ..words import known_day
from .page import Page
from .render import render
from .verify import tallies
from .views import Views

PATH = "tinh-trang.md"
SHOWN = 40  # places and outlets in sight; the others are folded
RUN = 3  # empty years in a row that are still shown one by one
FILES = 8  # files of one day in sight

HOW: dict[How, str] = {"added": "thêm", "changed": "sửa", "removed": "bỏ"}
# Files and folders of registries: what readers call them, and the page that shows what is in them.
REGISTRIES = {
    "people": ("Danh mục nhân sự", "nhan-su/index.html"),
    "documents": ("Danh mục văn kiện", "van-kien/index.html"),
    "organizations": ("Danh mục tổ chức", "to-chuc/index.html"),
    "outlets": ("Danh mục báo, đài, cổng thông tin", "tinh-trang.html#theo-bao"),
    "places": ("Danh mục nơi", "tinh-trang.html#theo-noi"),
    "chuyen-huong": ("Danh mục địa chỉ đã chuyển", ""),
    "tu-vung": ("Từ vựng dùng khi đọc bài", ""),
}


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


class Touched(NamedTuple):
    """A file that changed, as readers know it."""

    how: str  # "thêm"
    name: str  # an article's title, or which registry
    url: str  # of the page that shows it, "" where none does
    file: str  # its path, where the name does not tell enough


class Told(NamedTuple):
    """What changed on one day, as the page shows it."""

    date: dt.date
    counts: str  # "thêm 3 bài, sửa 1 danh mục"
    files: Sequence[Touched]
    more: int  # that are not shown


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


def _touched(views: Views, how: How, path: str) -> tuple[bool, Touched]:
    """(whether it is a registry, how it is told)."""
    word, file = HOW[how], path.removeprefix("docs/")
    record = views.article_of_path.get(path)
    if record:
        return False, Touched(word, record.article.title, record.article.url, "")
    if not path.endswith((".yml", ".yaml")):
        return False, Touched(word, "", "", file)
    part, _, rest = path.removeprefix("docs/danh-muc/").partition("/")
    name, url = REGISTRIES.get(part.removesuffix(".yml"), ("Danh mục", ""))
    person = views.archive.people.get(rest.removesuffix(".yml")) if part == "people" else None
    if person:
        return True, Touched(word, f"{name}: {person.name}", person.url, "")
    return True, Touched(word, name, url, rest)


def lately(views: Views) -> list[Told]:
    """The days of change, articles first, with the pages that show what changed as far as these are there."""
    out = []
    for change in views.site.changes:
        rows = [(*_touched(views, how, path), how) for how, path in change.files]
        count = Counter((registry, how) for registry, _, how in rows)
        counts = ", ".join(
            f"{word} {words.number(count[registry, how])} {unit}"
            for registry, unit in ((False, "bài"), (True, "danh mục"))
            for how, word in HOW.items()
            if count[registry, how]
        )
        order = list(HOW)
        rows.sort(key=lambda r: (r[0], order.index(r[2])))
        files = [touched for _, touched, _ in rows]
        out.append(Told(change.date, counts, files[:FILES], len(files) - len(files[:FILES])))
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
