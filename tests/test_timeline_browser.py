"""The timeline's zoom in a real browser: years, months, days, by click, button and keyboard, kept in the address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from test_theme_browser import opened, write
from toy_archive import many

pytestmark = pytest.mark.browser
STATUS = ".bn-zoom-bar [role=status]"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(many(120, people=30), tmp_path_factory.mktemp("gan"))


@pytest.fixture
def year(browser: Any, full: Path) -> Iterator[Any]:
    """The page of the newest year."""
    path = sorted((full / "dong-thoi-gian").glob("[0-9]*.html"))[-1]
    with opened(browser, path) as page:
        yield page


def wait_for(page: Any, period: str) -> None:
    """Until the timeline shows the period."""
    page.wait_for_selector(f'[data-zoom][data-period="{period}"]', state="attached")


def shown(page: Any) -> list[str]:
    """Days of the rows in sight."""
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        ".bn-line > .bn-ev", "rows => rows.filter(r => !r.hidden).map(r => r.querySelector('time').dateTime)"
    )


def test_a_month_then_a_day_narrow_the_list_and_the_address_keeps_them(year: Any) -> None:
    whole = shown(year)
    month = whole[-1][:7]
    year.click(f'.bn-strip a[href="#xem={month}"]')
    wait_for(year, month)
    assert shown(year) == [day for day in whole if day.startswith(month)]
    number = len(shown(year))
    assert year.inner_text(STATUS) == f"Tháng {int(month[5:])}-{month[:4]}: {number} cuộc họp"
    day = shown(year)[-1]
    year.click(f'.bn-cal a[href="#xem={day}"]')
    wait_for(year, day)
    assert set(shown(year)) == {day} and year.url.endswith(f"#xem={day}")
    assert year.inner_text("h2.bn-month:visible [data-count]") == str(len(shown(year)))
    assert year.get_attribute(".bn-cal [aria-current]", "href") == f"#xem={day}"
    year.reload()
    assert set(shown(year)) == {day}
    year.go_back()
    wait_for(year, month)
    assert shown(year) == [d for d in whole if d.startswith(month)]


def test_headings_of_empty_months_go_and_come_back(year: Any) -> None:
    before, newest = year.locator("h2.bn-month:visible").count(), shown(year)[0]
    year.click(f'.bn-strip a[href="#xem={newest[:7]}"]')
    wait_for(year, newest[:7])
    assert year.locator("h2.bn-month:visible").count() == 1 < before
    year.click("text=− Thu nhỏ")
    wait_for(year, newest[:4])
    assert year.locator("h2.bn-month:visible").count() == before


def test_keys_zoom_and_move_only_while_the_timeline_has_the_focus(year: Any) -> None:
    year.keyboard.press("+")
    assert "#" not in year.url
    whole, months = shown(year), sorted({day[:7] for day in shown(year)})
    year.focus(".bn-zoom-bar button")
    year.keyboard.press("+")
    wait_for(year, months[-1])
    assert {d[:7] for d in shown(year)} == {months[-1]}
    year.keyboard.press("ArrowLeft")
    wait_for(year, months[-2])
    assert {d[:7] for d in shown(year)} == {months[-2]}
    year.keyboard.press("-")
    wait_for(year, months[-1][:4])
    assert shown(year) == whole
    year.keyboard.press("+")
    wait_for(year, months[-2])  # back to where one was


def test_who_goes_on_by_keyboard_goes_on_from_the_chart(year: Any) -> None:
    year.locator(".bn-strip a").last.focus()
    year.keyboard.press("Enter")
    year.wait_for_selector(".bn-cal")
    assert year.evaluate("document.activeElement.className") == "bn-zoom-view"
    year.keyboard.press("Tab")
    assert year.evaluate("document.activeElement.closest('.bn-cal') !== null")


def test_buttons_that_can_do_nothing_say_so(year: Any) -> None:
    state = "b => b.map(e => e.getAttribute('aria-disabled'))"
    # From a year one can go out to all years; there is nothing beside it on this page.
    assert year.eval_on_selector_all(".bn-zoom-bar button", state) == ["false", "false", "true", "true"]
    year.click("text=− Thu nhỏ")
    year.wait_for_url("**/dong-thoi-gian.html")
    assert year.eval_on_selector_all(".bn-zoom-bar button", state) == ["true", "false", "true", "true"]


def test_from_the_whole_archive_days_lead_to_the_page_of_their_year(browser: Any, full: Path) -> None:
    with opened(browser, full / "dong-thoi-gian.html") as page:
        rows = shown(page)
        page.click("text=+ Phóng to")
        wait_for(page, rows[0][:4])
        page.click("text=+ Phóng to")
        page.wait_for_selector(".bn-cal")
        assert shown(page) == rows, "the newest stay in sight: this page has not all of a month"
        link = page.locator(".bn-cal a").last
        address = link.get_attribute("href")
        link.click()
        page.wait_for_url(f"**/{address}")
        wait_for(page, address.split("=")[1])
        assert set(shown(page)) == {address.split("=")[1]}


def test_zoom_and_filters_narrow_together(year: Any) -> None:
    whole = len(shown(year))
    year.click("text=Lọc theo nơi")
    body = year.locator("select[data-field=body] option").nth(1).get_attribute("value")
    year.select_option("select[data-field=body]", body)
    filtered = shown(year)
    assert 0 < len(filtered) < whole
    assert year.inner_text(STATUS).endswith(f": {len(filtered)} cuộc họp")
    year.click("text=+ Phóng to")
    wait_for(year, filtered[0][:7])
    assert 0 < len(shown(year)) <= len(filtered) and {d[:7] for d in shown(year)} == {filtered[0][:7]}


@pytest.mark.parametrize("kind", ["nhan-su", "van-kien", "to-chuc"])
def test_pages_of_people_documents_and_organisations_have_it_too(browser: Any, full: Path, kind: str) -> None:
    path = next(p for p in sorted((full / kind).rglob("*.html")) if "data-zoom" in p.read_text(encoding="utf-8"))
    with opened(browser, path) as page:
        before = shown(page)
        start = page.get_attribute("[data-zoom]", "data-period")
        page.click("text=+ Phóng to")
        page.wait_for_function("n => document.querySelector('[data-zoom]').dataset.period.length > n", arg=len(start))
        period = page.get_attribute("[data-zoom]", "data-period")
        assert all(day.startswith(period) for day in shown(page))
        assert 0 < len(shown(page)) <= len(before)
        assert page.is_visible(".bn-zoom")


def test_a_month_is_a_calendar_a_finger_can_meet_and_fits_a_phone(browser: Any, full: Path) -> None:
    path = sorted((full / "dong-thoi-gian").glob("[0-9]*.html"))[-1]
    with opened(browser, path, viewport={"width": 390, "height": 800}, reduced_motion="reduce") as page:
        page.locator(".bn-strip a").last.click()
        page.wait_for_selector(".bn-cal")
        boxes = [link.bounding_box() for link in page.locator(".bn-cal a").all()]
        assert boxes and all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        days = page.eval_on_selector_all(".bn-cal tbody td", "c => c.map(e => e.textContent).filter(Boolean).length")
        assert 28 <= days <= 31


def test_an_address_that_means_nothing_shows_all(browser: Any, full: Path) -> None:
    path = sorted((full / "dong-thoi-gian").glob("[0-9]*.html"))[-1]
    with opened(browser, path) as page:
        whole = shown(page)
        for name in ("#xem=1066-10-14", "#xem=", "#xem=2025-99", "#thang-1"):
            page.goto(path.as_uri() + name)
            page.reload()
            assert shown(page) == whole, name


def test_without_script_the_strip_is_whole_and_no_button_promises_more(browser: Any, full: Path) -> None:
    with opened(browser, full / "dong-thoi-gian.html", java_script_enabled=False) as page:
        assert page.locator(".bn-years a").count() > 0 and not page.is_visible(".bn-zoom-bar")
        page.locator(".bn-years a").last.click()
        page.wait_for_url("**/dong-thoi-gian/*.html")
        assert page.locator(".bn-strip a").count() > 0
