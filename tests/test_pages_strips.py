"""Strips of meetings by month: what they count, where they lead, and which pages have one."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache

import pytest

from biennien.entities import Meeting
from biennien.pages import SiteInfo, all_pages
from biennien.pages.strips import LEAST, days, strip
from biennien.words import moment
from toy_archive import many, toy


def meeting(day: dt.date | None, precision: str = "day", **more: object) -> Meeting:
    one = next(iter(toy().meetings.values()))
    return replace(one, date=day, date_precision=precision, not_after=None, **more)  # type: ignore[arg-type]


def test_a_moment_is_no_more_exact_than_is_known() -> None:
    day = dt.date(2025, 8, 20)
    assert [moment(meeting(day, p)) for p in ("day", "month", "year")] == ["2025-08-20", "2025-08", "2025"]
    assert moment(meeting(None, "unknown")) == ""
    assert moment(replace(meeting(None, "not_after"), not_after=day)) == "2025-08-20"


def test_a_strip_counts_months_and_keeps_what_has_none() -> None:
    found = strip([
        *(meeting(dt.date(2024, 3, day)) for day in (1, 2, 2)),
        meeting(dt.date(2025, 1, 9)), meeting(dt.date(2025, 1, 1), "year"), meeting(dt.date(2025, 1, 1), "month"),
        meeting(None, "unknown"),
    ])  # fmt: skip
    assert found is not None and found.top == 3
    assert [(c.year, c.total, c.href) for c in found.columns] == [(2024, 3, "#nam-2024"), (2025, 3, "#nam-2025")]
    assert found.columns[0].months[2] == 3 and found.columns[1].months == [2, *[0] * 11]


def test_too_few_meetings_have_no_strip_and_many_lead_to_the_pages_of_years() -> None:
    some = [meeting(dt.date(2025, 1, day + 1)) for day in range(LEAST)]
    assert strip(some[1:]) is None and strip([*some[1:], meeting(None, "unknown")]) is None
    far = strip(some, "nhan-su/vi-du/")
    assert far is not None and [c.href for c in far.columns] == ["nhan-su/vi-du/2025.html"]
    assert far.days == "2025:0101,0102,0103,0104,0105,0106"


def test_days_are_told_in_few_letters() -> None:
    assert days(["2024-03-05", "2025", "2024-07", "2024-03-06", "2024-03-06"]) == "2024:0305,0306*2,07 2025:"


@cache
def crowded() -> dict[str, str]:
    return {p.url: p.body() for p in all_pages(many(420, people=9), SiteInfo())}


def test_every_kind_of_page_with_a_list_of_meetings_has_a_strip_and_its_data() -> None:
    kinds = {
        "timeline": r"dong-thoi-gian\.html",
        "year": r"dong-thoi-gian/\d{4}\.html",
        "person": r"nhan-su/nguoi-\d\.html",
        "person's year": r"nhan-su/nguoi-\d/\d{4}\.html",
        "organisation": r"to-chuc/.*\.html",
        "document": r"van-kien/.*\.html",
    }
    for kind, pattern in kinds.items():
        assert [u for u, html in crowded().items() if re.fullmatch(pattern, u) and "data-zoom" in html], kind


@pytest.mark.parametrize("url", ["dong-thoi-gian.html", "nhan-su/nguoi-1.html"])
def test_a_page_that_leaves_out_meetings_gives_the_days_of_all_of_them(url: str) -> None:
    html = crowded()[url]
    (given,) = re.findall(r'data-days="([^"]*)"', html)
    count = sum(int(n or 1) for n in re.findall(r"[:,]\d*(?:\*(\d+))?", given))
    whole = (
        420 if url.startswith("dong") else len({a.meeting for a in many(420, people=9).people["nguoi-1"].appearances})
    )
    assert count == whole > html.count('class="bn-ev"')
    for year in re.findall(r"(\d{4}):", given):
        assert f"{re.findall(r'data-far=.([^ ]*?).[ >]', html)[0]}{year}.html".removeprefix("../") in crowded()


def test_links_of_a_strip_on_the_same_page_find_their_heading() -> None:
    seen = 0
    for url, html in crowded().items():
        for name in re.findall(r'<li><a href="#(nam-\d+|thang-\d+)"', html):
            assert f'id="{name}"' in html, url
            seen += 1
    assert seen > 20
