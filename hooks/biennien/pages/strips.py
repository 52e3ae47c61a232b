"""Meetings in, the strip out that shows how many there were in each month and leads to them: years, months, days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..entities import Meeting
from ..words import moment

LEAST = 6  # dated meetings that make a strip worth its place on a page


class Column(NamedTuple):
    """One year."""

    year: int
    months: Sequence[int]
    total: int  # also those of which only the year is known
    href: str  # from the top of the site, or "#…" on the same page


class Strip(NamedTuple):
    """Years, oldest first. ``far`` and ``days`` are for pages that do not hold all of the meetings themselves."""

    columns: Sequence[Column]
    top: int  # the most meetings in any one month
    far: str  # what stands before "2025.html" in the addresses of the years, or ""
    days: str  # see ``days``, or ""
    unit: str  # what is counted


def strip(meetings: Iterable[Meeting], far: str = "", unit: str = "cuộc họp") -> Strip | None:
    """The strip of a person's, a document's or an organisation's meetings; None where they are too few.

    With ``far`` the years have pages of their own, else the page has a heading "nam-2025" for each of them.
    """
    moments = sorted(m for meeting in meetings if (m := moment(meeting)))
    if len(moments) < LEAST:
        return None
    months: dict[int, list[int]] = defaultdict(lambda: [0] * 12)
    count: Counter[int] = Counter()
    for one in moments:
        count[int(one[:4])] += 1
        if len(one) > 4:
            months[int(one[:4])][int(one[5:7]) - 1] += 1
    columns = [Column(y, months[y], count[y], f"{far}{y}.html" if far else f"#nam-{y}") for y in sorted(count)]
    top = max((n for c in columns for n in c.months), default=0)
    return Strip(columns, top, far, days(moments) if far else "", unit)


def days(moments: Iterable[str]) -> str:
    """Dates as the script reads them, a word for each year: "2024:0305,0306*2,07 2025:".

    "0306*2" is two meetings on 6 March, "07" one in July of which the day is not known, "" one of that year.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in moments:
        found[one[:4]][one[5:].replace("-", "")] += 1
    return " ".join(
        f"{year}:" + ",".join(day if n == 1 else f"{day}*{n}" for day, n in sorted(found[year].items()))
        for year in sorted(found)
    )
