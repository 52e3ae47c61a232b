"""One language for how sure a fact is, on every page that shows it; and pages that have little to show say so."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache
from typing import Any

import html5lib

from biennien import words
from biennien.entities import Archive, Difference
from biennien.pages import SiteInfo, all_pages
from toy_archive import NQ77, toy

ARTICLE = "bai-viet/2024/2024-03-06-tong-ket-cong-tac-lam-mau.html"
MEETING = "cuoc-hop/2024-03-05-ban-lam-mau.html"
PERSON = "nhan-su/tran-vi-du.html"
ORGANIZATION = "to-chuc/binh-mau/tinh-uy.html"


def with_inferred_offices(archive: Archive) -> Archive:
    """Every office's organisation only inferred, wherever it stands."""
    articles = {}
    for name, record in archive.articles.items():
        people = tuple(
            replace(m, offices=tuple(replace(o, organization_basis="inferred") for o in m.offices))
            for m in record.extraction.people
        )
        articles[name] = replace(record, extraction=replace(record.extraction, people=people))
    persons = {
        name: replace(
            person,
            offices=tuple(
                replace(
                    spell,
                    sightings=tuple(
                        replace(s, office=replace(s.office, organization_basis="inferred")) for s in spell.sightings
                    ),
                )
                for spell in person.offices
            ),
        )
        for name, person in archive.people.items()
    }
    return replace(archive, articles=articles, people=persons)


def bodies(archive: Archive) -> dict[str, str]:
    return {page.url: page.body() for page in all_pages(archive, SiteInfo())}


@cache
def plain() -> dict[str, str]:
    return bodies(toy())


def tree(html: str) -> Any:
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)


def text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def test_an_office_whose_organisation_is_inferred_bears_the_same_mark_on_every_page() -> None:
    inferred = bodies(with_inferred_offices(toy()))
    why = "Tên cơ quan suy từ lời văn bên cạnh."
    for url in (ARTICLE, MEETING, PERSON, ORGANIZATION):
        marked = [e for e in tree(inferred[url]).iter("span") if e.get("title") == why]
        assert marked and all(e.get("class") == "bn-dot is-inferred" and text(e) == "(suy ra)" for e in marked), url
        assert why not in plain()[url], url


def test_one_printed_sighting_is_enough_and_an_office_without_any_is_not_called_inferred() -> None:
    assert words.office_state(["inferred", "printed"]) == words.STATED == words.office_state([])
    assert words.office_state(["inferred"]).level == "inferred"


def test_an_inferred_date_bears_its_mark_in_every_list_of_meetings() -> None:
    a = toy()
    meeting = replace(a.meetings["2024-03-05-ban-lam-mau"], date_basis="from_publication")
    pages = bodies(replace(a, meetings={**a.meetings, meeting.id: meeting}))
    nq99 = next(u for u, html in pages.items() if u.startswith("van-kien/dang") and meeting.url in html)
    for url in ("dong-thoi-gian.html", "dong-thoi-gian/2024.html", "cuoc-hop/index.html", PERSON, nq99):
        rows = [e for e in tree(pages[url]).iter("li") if e.get("class") == "bn-ev"]
        mine = [r for r in rows if any((x.get("href") or "").endswith(meeting.url) for x in r.iter("a"))]
        day = [p for r in mine for p in r.iter("p") if p.get("class") == "d"]
        assert day and all("is-inferred" in "".join(x.get("class") or "" for x in p.iter("span")) for p in day), url


def test_what_outlets_say_differently_stands_side_by_side_with_days_as_people_write_them() -> None:
    a = toy()
    meeting = a.meetings["2024-03-05-ban-lam-mau"]
    one, other = meeting.articles
    days = Difference("ngày họp", (("2024-03-05", ((one, None),)), ("2024-03-06", ((other, None),))))
    html = bodies(replace(a, meetings={**a.meetings, meeting.id: replace(meeting, differences=(days,))}))[meeting.url]
    (versus,) = [e for e in tree(html).iter("ul") if e.get("class") == "bn-versus"]
    assert [text(next(li.iter("b"))) for li in versus] == ["5-3-2024", "6-3-2024"]
    assert all(list(li.iter("a")) for li in versus), "each with its source"


def test_only_days_are_written_anew() -> None:
    assert words.days_in("ngày 2025-10-02 và 2025-13-40") == "ngày 2-10-2025 và 2025-13-40"
    assert words.days_in("nhiệm kỳ 2020-2025, số 12025-10-02") == "nhiệm kỳ 2020-2025, số 12025-10-02"


def test_what_only_a_registry_knows_says_that_no_report_tells_more() -> None:
    a = toy()
    record = a.organizations["binh-mau/khoi-vi-du"]
    bare = replace(record, meetings=(), people=(), figures=())
    people = {n: replace(p, offices=()) for n, p in a.people.items()}
    uncited = replace(a.documents[NQ77], citations=())
    pages = bodies(
        replace(
            a,
            organizations={**a.organizations, record.id: bare},
            people=people,
            series=(),
            documents={**a.documents, NQ77: uncited},
        )
    )
    assert "Chưa có bài nào trong kho cho biết" in pages[record.url] and "0 cuộc họp" not in pages[record.url]
    assert "Chưa có bài nào trong kho nhắc tới" in pages[uncited.url] and "0 lần nhắc" not in pages[uncited.url]
    row = re.search(rf'<li><a href="[^"]*{record.url}">.*?</li>', pages["to-chuc/index.html"])
    assert row and "chỉ có trong danh mục" in row.group()
    assert "Chưa có bài nào" not in plain()[record.url]


def test_an_organisation_lists_those_that_the_registry_places_below_it() -> None:
    side = next(e for e in tree(plain()[ORGANIZATION]).iter("dl"))
    assert "Trực thuộc tổ chức này" in text(side)
    assert "../../to-chuc/binh-mau/khoi-vi-du.html" in [a.get("href") for a in side.iter("a")]


def figures_of(subjects: list[str | None], apart: int = 1) -> Any:
    """The part on figures of an organisation with one number from each of two reports, printed of these subjects."""
    a = toy()
    series = next(s for s in a.series if s.organization == "binh-mau/ban-mau" and len(s.points) == 2)
    later = [replace(p, date=dt.date(2024, 3 + at * apart, 5), figure=replace(p.figure, subject=s))
             for at, (p, s) in enumerate(zip(series.points, subjects, strict=True))]  # fmt: skip
    changed = replace(series, points=tuple(later))
    pages = bodies(replace(a, series=tuple(changed if s is series else s for s in a.series)))
    return next(
        e for e in tree(pages["to-chuc/binh-mau/ban-mau.html"]).iter("section") if e.get("aria-labelledby") == "so-lieu"
    )


def charts_in(section: Any) -> list[Any]:
    return [e for e in section.iter("{http://www.w3.org/2000/svg}svg") if e.get("class") == "bn-figure"]


def test_figures_of_one_named_subject_are_joined_as_inferred() -> None:
    name = toy().organizations["binh-mau/ban-mau"].name
    section = figures_of([name, name])
    (drawing,) = charts_in(section)
    assert [p for p in drawing.iter("{http://www.w3.org/2000/svg}path") if p.get("class") == "j"]
    assert "nét đứt nối những con số in cùng tên gọi" in text(section)


def test_figures_of_different_subjects_are_no_series() -> None:
    section = figures_of(["Ban Chấp hành tỉnh Bình Mẫu", "Ban Thường vụ tỉnh Bình Mẫu"])
    assert not charts_in(section) and not list(section.iter("table"))
    assert "Ban Chấp hành tỉnh Bình Mẫu" in text(section) and "Ban Thường vụ tỉnh Bình Mẫu" in text(section)


def test_figures_whose_subject_is_not_named_in_full_are_not_drawn_but_marked() -> None:
    for subject, told in (("Đảng bộ", "các bài chỉ in “Đảng bộ”"), (None, "các bài không in con số là của ai")):
        section = figures_of([subject, subject])
        assert not charts_in(section)
        (mark,) = [e for e in section.iter("span") if e.get("class") == "bn-state is-unresolved"]
        assert told in text(mark)


def test_two_ways_to_print_a_city_are_one_subject() -> None:
    assert len(charts_in(figures_of(["Đảng bộ TP.Bình Mẫu", "Đảng bộ thành phố Bình Mẫu"]))) == 1


def test_two_values_of_one_day_are_two_marks_beside_each_other() -> None:
    name = toy().organizations["binh-mau/ban-mau"].name
    (drawing,) = charts_in(figures_of([name, name], apart=0))
    left, right = (float(mark.get("cx")) for mark in drawing.iter("{http://www.w3.org/2000/svg}circle"))
    assert right - left == 13
    assert [text(t) for t in drawing.iter("{http://www.w3.org/2000/svg}title")] == [
        "2.380: 5-3-2024, Thời Thử, đoạn 2",
        "hơn 2.400: 5-3-2024, Báo Bình Mẫu, đoạn 5",
    ]
    assert not [p for p in drawing.iter("{http://www.w3.org/2000/svg}path") if p.get("class") == "j"]
