"""The pages in a real browser, opened as files: what script adds, and that nothing breaks without it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from biennien.entities import Archive
from biennien.search import write_index
from toy_archive import built, many, toy

pytestmark = pytest.mark.browser

ASSETS = Path(__file__).resolve().parent.parent / "hooks" / "theme" / "assets"
BAN = "bai-viet/2024/2024-03-06-tong-ket-cong-tac-lam-mau.html"


def write(archive: Archive, folder: Path) -> Path:
    for url, html in built(archive).items():
        (folder / url).parent.mkdir(parents=True, exist_ok=True)
        (folder / url).write_text(html, encoding="utf-8")
    shutil.copytree(ASSETS, folder / "assets")
    write_index(archive, folder)  # the box in every page's head reaches for it
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(toy(), tmp_path_factory.mktemp("trang"))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(many(40, people=30), tmp_path_factory.mktemp("nhieu"))


@contextmanager
def opened(browser: Any, path: Path, **context: Any) -> Iterator[Any]:
    """A page; fails on any message in the console and on any request that is not for a file."""
    context = {"viewport": {"width": 1280, "height": 900}} | context
    where = browser.new_context(**context)
    page = where.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text))
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.on("request", lambda r: wrong.append(r.url) if not r.url.startswith("file:") else None)
    page.goto(path.as_uri())
    yield page
    where.close()
    assert wrong == []


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_opens_quietly_and_fits_its_width(browser: Any, folder: Path, width: int, scheme: str) -> None:
    pages = sorted(folder.rglob("*.html"))
    with opened(
        browser, pages[0], viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    ) as page:
        for path in pages:
            page.goto(path.as_uri())
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, path.relative_to(folder)


def test_names_that_are_too_long_for_any_line_still_fit_a_phone(browser: Any, tmp_path: Path) -> None:
    a = toy()
    long = "Nguyễn" + "x" * 90
    archive = replace(
        a,
        people={n: replace(p, name=f"{long} {p.name}") for n, p in a.people.items()},
        meetings={n: replace(m, title=f"{m.title} {long}", body_name=long) for n, m in a.meetings.items()},
        documents={n: replace(d, name=f"{d.name} {long}", title=long, issuer=long) for n, d in a.documents.items()},
        organizations={n: replace(o, name=f"{o.name} {long}", aliases=(long,)) for n, o in a.organizations.items()},
    )
    folder = write(archive, tmp_path / "dai")
    pages = sorted(folder.rglob("*.html"))
    with opened(browser, pages[0], viewport={"width": 390, "height": 800}) as page:
        for path in pages:
            page.goto(path.as_uri())
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, path.relative_to(folder)


def test_dark_follows_the_system_until_the_reader_chooses(browser: Any, folder: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, folder / "index.html", color_scheme="dark") as page:
        dark = page.evaluate(ground)
        page.emulate_media(color_scheme="light")
        light = page.evaluate(ground)
        assert dark != light
        page.click("text=Nền tối")
        assert page.evaluate(ground) == dark
        page.reload()
        assert page.evaluate(ground) == dark
        page.click("text=Nền sáng")
        assert page.evaluate(ground) == light


def test_slash_puts_the_cursor_into_the_search_box(browser: Any, folder: Path) -> None:
    with opened(browser, folder / BAN) as page:
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.type") == "search"
        page.keyboard.type("a/b")
        assert page.input_value("input[type=search]") == "a/b"


def test_a_search_from_any_page_leads_to_the_search_page(browser: Any, folder: Path) -> None:
    with opened(browser, folder / BAN) as page:
        page.fill("input[type=search]", "nghị quyết")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem.html?q=*")


def test_hover_and_focus_show_the_fact_behind_a_mention_and_escape_hides_it(browser: Any, folder: Path) -> None:
    with opened(browser, folder / BAN) as page:
        page.hover("#b7 a.is-unresolved.d")
        card = page.wait_for_selector(".bn-card")
        assert "Không nêu cơ quan ban hành và khóa." in card.inner_text()
        page.keyboard.press("Escape")
        assert page.query_selector(".bn-card") is None
        page.focus("#b2 a.p")
        assert "chủ trì" in page.wait_for_selector(".bn-card").inner_text()
        assert page.get_attribute("#b2 a.p", "aria-describedby") == "bn-card"
        assert page.evaluate(
            "[...document.querySelectorAll('[id]')].every((e, i, all) => all.findIndex(o => o.id === e.id) === i)"
        )


def test_a_finger_s_first_tap_tells_and_the_second_goes_there(browser: Any, folder: Path) -> None:
    with opened(browser, folder / BAN, viewport={"width": 390, "height": 800}, has_touch=True) as page:
        page.tap("#b2 a.p")
        page.wait_for_selector(".bn-card")
        assert page.url.endswith(BAN)
        page.tap("#b2 a.p")
        page.wait_for_url("**/nhan-su/tran-vi-du.html")


def test_copied_words_take_along_where_they_stand(browser: Any, folder: Path) -> None:
    copy = """id => { const kept = new DataTransfer(), block = document.getElementById(id);
        getSelection().selectAllChildren(block);
        block.dispatchEvent(new ClipboardEvent('copy', {clipboardData: kept, bubbles: true, cancelable: true}));
        return kept.getData('text/plain'); }"""
    with opened(browser, folder / BAN) as page:
        copied = page.evaluate(copy, "b6")
        assert (
            copied.startswith("Ông Dụ yêu cầu các đơn vị")
            and "Theo ông, việc làm mẫu phải rõ người, rõ việc.\n(" in copied
        )
        assert "Tóm lược theo Báo Bình Mẫu, 6-3-2024. đoạn 6)" in copied


def test_a_link_into_a_folded_part_opens_it(browser: Any, folder: Path) -> None:
    path = folder / BAN
    with opened(browser, path) as page:
        page.goto(path.as_uri() + "#b10")
        page.wait_for_function("document.querySelector('.bn-fold').open")
        assert page.is_visible("#b10")


def test_filters_narrow_the_timeline_and_say_how_much_is_left(browser: Any, full: Path) -> None:
    with opened(browser, full / "dong-thoi-gian.html") as page:
        rows = page.locator(".bn-line > .bn-ev:visible")
        page.click("text=Lọc theo nơi")
        before = rows.count()
        body = page.locator("select[data-field=body] option").nth(1).get_attribute("value")
        page.select_option("select[data-field=body]", body)
        after = rows.count()
        assert 0 < after < before
        assert page.inner_text(".bn-filter [role=status]") == f"{after} cuộc họp"
        assert all(row.get_attribute("data-body") == body for row in rows.all())
        assert page.locator("section:visible h2.bn-month").count() <= after


@pytest.mark.parametrize("url", ["dong-thoi-gian.html", "nhan-su/index.html", "index.html"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(browser: Any, full: Path, url: str, width: int) -> None:
    shifts = """() => new Promise(done => {
        let sum = 0;
        new PerformanceObserver(l => l.getEntries().forEach(e => sum += e.value))
            .observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(sum), 300); })"""
    with opened(browser, full / url, viewport={"width": width, "height": 800}) as page:
        assert page.evaluate(shifts) == 0


def test_an_index_narrows_while_one_types_without_accents(browser: Any, full: Path) -> None:
    with opened(browser, full / "nhan-su" / "index.html") as page:
        rows = page.locator(".bn-cols-list > li:visible")
        before = rows.count()
        page.fill("[data-find] input", "so1")
        assert 0 < rows.count() < before


def test_without_script_pages_read_the_same_and_the_menu_opens(browser: Any, folder: Path) -> None:
    with opened(browser, folder / BAN, java_script_enabled=False, viewport={"width": 390, "height": 800}) as page:
        assert page.is_visible("#b2") and page.is_visible("#doc-duoc")
        assert not page.is_visible("nav#muc") and not page.is_visible("text=Nền tối")
        page.click("text=Mục >> nth=0")
        assert page.is_visible("nav#muc >> text=Văn kiện")
        page.click("nav#muc >> text=Văn kiện")
        page.wait_for_url("**/van-kien/index.html")


def test_the_skip_link_comes_first_and_leads_past_the_head(browser: Any, folder: Path) -> None:
    with opened(browser, folder / BAN) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Tới nội dung"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_strict_content_security_policy_breaks_nothing(browser: Any, folder: Path) -> None:
    with opened(browser, folder / BAN) as page:
        page.goto("about:blank")
        html = (folder / BAN).read_text(encoding="utf-8")
        policy = "default-src 'none'; style-src file:; script-src file:; img-src file:; form-action file:"
        strict = html.replace("<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">', 1)
        target = (folder / BAN).with_name("nghiem.html")
        target.write_text(strict, encoding="utf-8")
        page.goto(target.as_uri())
        page.hover("#b2 a.p")
        page.wait_for_selector(".bn-card")
        target.unlink()
