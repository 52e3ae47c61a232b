"""The page of results as a reader meets it: narrowing, order, keyboard, what is announced, what is empty or broken."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from conftest import build_site
from search.served import Server, opened, results, settled, write_articles

pytestmark = pytest.mark.browser

TOY = Path(__file__).resolve().parent / "toy"
FLOATING_MARKET = "bai-viet/2024/2024-03-05-cho-noi.html"
HOSTILE = [
    "*", "a~2 +b ^:", "[a-z]+(", "<img src=x onerror=alert(1)>", "😀👩‍👩‍👧", "مرحبا", "\u202eabc", "a" * 10_000,
    "nghị " * 2_000, '"' * 99, "__proto__", "constructor", "\u0000", "%", 'nq 18;;;-"', "\ufeff", "1/0",
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles = write_articles(tmp_path_factory.mktemp("bai"))
    target = tmp_path_factory.mktemp("page") / "site"
    build_site(target, articles, TOY / "danh-muc")
    return target


def page_of(where: str, **values: str) -> str:
    return f"{where}/tim-kiem.html" + ("?" + "&".join(f"{k}={quote(v)}" for k, v in values.items()) if values else "")


def asked(page: Any) -> dict[str, str]:
    """What the address asks for."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def articles_told(page: Any) -> int:
    """How many articles the status says were found."""
    told = re.search(r"([\d.]+) bài", settled(page).inner_text("[role=status]"))
    return int(told[1].replace(".", "")) if told else 0


def facet(page: Any, title: str) -> Any:
    """The values of a facet, its box opened."""
    box = page.locator("details", has=page.locator("summary", has_text=re.compile(f"^{title}$")))
    if not box.evaluate("box => box.open"):
        box.locator("summary").click()
    box.locator(".bns-bars a").first.wait_for()
    return box.locator(".bns-bars a")


def value_of(link: Any) -> tuple[str, int]:
    name, count = link.locator("span").all_inner_texts()
    return name, int(count.replace(".", ""))


# --- narrowing and order ------------------------------------------------------------------------------------------
def test_two_facets_are_chosen_one_after_the_other_and_stand_in_the_address(browser: Any, served: Server) -> None:
    with opened(browser, page_of(served.url, q="họp")) as page:
        everything = articles_told(page)
        year, of_year = value_of(facet(page, "Năm").first)
        facet(page, "Năm").first.click()
        page.wait_for_selector(".bns-chips")
        assert articles_told(page) == of_year < everything
        outlet, of_both = value_of(facet(page, "Báo").first)
        facet(page, "Báo").first.click()
        page.wait_for_function("document.querySelectorAll('.bns-chips li').length === 2")
        assert articles_told(page) == of_both <= of_year
        assert asked(page)["nam"] == year and asked(page)["bao"] and asked(page)["q"] == "họp"
        page.wait_for_function("t => document.querySelector('.bns-chips').innerText.includes(t)", arg=f"Báo: {outlet}")
        found = results(page)
        with opened(browser, page.url) as shared:  # as somebody else opens it
            assert results(shared) == found
            assert f"Năm: {year}" in shared.inner_text(".bns-chips")
        page.locator(".bns-chips a", has_text="Năm").click()
        page.wait_for_function("document.querySelectorAll('.bns-chips li').length === 1")
        assert "nam" not in asked(page) and "bao" in asked(page)


def test_a_chosen_value_is_let_go_by_choosing_it_again(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="họp", nam="2024")) as page:
        chosen = facet(page, "Năm").and_(page.locator("[aria-current=true]"))
        assert value_of(chosen)[0] == "2024"
        chosen.click()
        page.wait_for_selector(".bns-chips", state="detached")
        assert "nam" not in asked(page)


def test_the_years_are_a_bar_chart_of_the_articles_found_newest_first(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="họp")) as page:
        told = articles_told(page)
        bars = facet(page, "Năm")
        values = [value_of(bars.nth(at)) for at in range(bars.count())]
        assert [year for year, _ in values] == sorted((year for year, _ in values), reverse=True)
        assert sum(count for _, count in values) == told
        widths = page.eval_on_selector_all(".bns-bars i", "bars => bars.map(b => b.getBoundingClientRect().width)")
        whole = page.eval_on_selector(".bns-bars a", "link => link.getBoundingClientRect().width")
        most = max(count for _, count in values)
        for (year, count), width in zip(values, widths, strict=True):
            assert width == pytest.approx(max(2, whole * count / most), abs=1), year


def test_every_facet_of_the_page_can_be_opened_and_narrows(browser: Any, site: Path) -> None:
    for title in ("Năm", "Nơi", "Cơ quan họp", "Nhân sự", "Văn kiện", "Báo", "Loại cuộc họp"):
        with opened(browser, page_of(site.as_uri(), q="họp")) as page:
            settled(page)
            first = facet(page, title).first
            name, count = value_of(first)
            first.click()
            page.wait_for_selector(".bns-chips")
            assert articles_told(page) == count > 0, title
            page.wait_for_function("t => document.querySelector('.bns-chips').innerText.includes(t)", arg=name)


def dates(page: Any) -> list[tuple[int, int, int]]:
    """Of the articles shown, (year, month, day) from their addresses."""
    found = [re.search(r"/(\d{4})-(\d\d)-(\d\d)-", href) for href in results(page) if href.startswith("bai-viet/")]
    return [(int(m[1]), int(m[2]), int(m[3])) for m in found if m]


def test_the_order_is_chosen_and_stands_in_the_address(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="họp", nhom="bai-viet")) as page:
        settled(page)
        for order, backwards in (("moi", True), ("cu", False)):
            page.select_option("#bns-xep", order)
            page.wait_for_url(f"**xep={order}*")
            found = dates(settled(page))
            assert len(found) > 10 and found == sorted(found, reverse=backwards)
        page.reload()
        assert page.input_value("#bns-xep") == "cu" if settled(page) else None
        page.select_option("#bns-xep", "")
        page.wait_for_function("!location.search.includes('xep')")


def test_a_range_of_days_is_chosen_and_stands_in_the_address(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="họp", nhom="bai-viet")) as page:
        settled(page)
        page.locator("summary", has_text="Khoảng ngày").click()
        page.fill("input[name=tu]", "2023-01-01")
        page.wait_for_url("**tu=2023-01-01*")
        settled(page)
        page.fill("input[name=den]", "2024-12-31")
        page.wait_for_url("**den=2024-12-31*")
        found = dates(settled(page))
        assert found and all((2023, 1, 1) <= day <= (2024, 12, 31) for day in found)
        assert "Từ ngày: 2023-01-01" in page.inner_text(".bns-chips")


def test_the_groups_are_tabs_and_more_of_one_is_shown_on_request(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="họp")) as page:
        settled(page)
        before = [href for href in results(page) if href.startswith("bai-viet/")]
        page.click("section[aria-labelledby=bns-bai-viet] button")
        page.wait_for_function(
            "n => document.querySelectorAll('#search-root section:last-of-type li').length > n", arg=10
        )
        after = [href for href in results(page) if href.startswith("bai-viet/")]
        assert len(before) == 10 and after[:10] == before and len(set(after)) == len(after) > 10
        assert page.evaluate("document.activeElement.getAttribute('href')").split("#")[0] == after[10]
        page.locator(".bns-tabs a", has_text="Bài báo").click()
        page.wait_for_url("**nhom=bai-viet*")
        assert all(href.startswith("bai-viet/") for href in results(page))


# --- keyboard, announcements --------------------------------------------------------------------------------------
def test_from_any_page_to_the_paragraph_with_the_keyboard_alone(browser: Any, site: Path) -> None:
    with opened(browser, (site / "nhan-su" / "index.html").as_uri()) as page:
        page.keyboard.press("/")
        page.keyboard.type("ghe hang bong")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem.html?q=ghe*")
        settled(page)
        page.keyboard.press("/")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{FLOATING_MARKET}*#b4")
        page.wait_for_selector("mark.bns-mark")


def test_every_control_is_reached_with_the_tab_key_and_shows_it(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="họp", nam="2024")) as page:
        settled(page)
        facet(page, "Năm")
        page.focus("#bns-q")
        seen = set()
        for _ in range(120):
            page.keyboard.press("Tab")
            where = page.evaluate(
                """() => {
                  const at = document.activeElement;
                  if (!at.closest('#search-root')) return null;
                  const style = getComputedStyle(at);
                  return [at.outerHTML.slice(0, 90), style.outlineStyle !== 'none' || style.boxShadow !== 'none'];
                }"""
            )
            if where is None:
                break
            assert where[1], where[0]
            seen.add(where[0])
        count = page.evaluate(
            """[...document.querySelectorAll('#search-root :is(a, button, select, summary)')]
            .filter(n => n.getClientRects().length && n.id !== 'bns-q').length"""
        )
        assert len(seen) >= min(count, 100) * 0.9 and count > 20


def test_every_control_has_a_name_and_every_group_a_heading(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="họp", nam="2024")) as page:
        settled(page)
        page.locator("summary", has_text="Khoảng ngày").click()
        nameless = page.evaluate(
            """[...document.querySelectorAll('#search-root :is(a, button, input, select, summary)')]
            .filter(n => !(n.innerText || n.textContent).trim() && !(n.labels && n.labels[0].innerText.trim()))
            .map(n => n.outerHTML)"""
        )
        assert nameless == []
        assert page.get_by_role("searchbox", name="Tìm trong kho").count() == 1
        assert page.get_by_role("combobox", name="Sắp xếp").count() == 1
        for title in ("Cuộc họp", "Bài báo"):
            assert page.get_by_role("region", name=re.compile(title)).count() == 1
        assert page.get_by_role("navigation", name="Nhóm kết quả").count() == 1
        levels = page.eval_on_selector_all("main :is(h1, h2, h3)", "nodes => nodes.map(n => n.tagName)")
        assert levels[0] == "H1" and levels.count("H1") == 1 and "H3" not in levels


def test_how_many_suggestions_there_are_is_announced(browser: Any, site: Path) -> None:
    with opened(browser, (site / FLOATING_MARKET).as_uri()) as page:
        page.focus("input[name=q]")
        page.keyboard.type("tran vi")
        page.wait_for_selector("[role=option]")
        count = page.locator("[role=option]").count()
        assert page.locator(".bn-q [role=status]").inner_text() == f"{count} gợi ý, dùng phím mũi tên để chọn"
        assert page.get_attribute("input[name=q]", "aria-controls") == page.locator("[role=listbox]").get_attribute(
            "id"
        )


def test_a_name_in_any_order_and_a_given_name_are_suggested(browser: Any, site: Path) -> None:
    for typed in ("dụ trần", "dụ", "vi du tr"):
        with opened(browser, (site / FLOATING_MARKET).as_uri()) as page:
            page.focus("input[name=q]")
            page.keyboard.type(typed)
            page.wait_for_selector("[role=option]")
            assert "Trần Ví Dụ" in page.locator("[role=option] b").all_inner_texts(), typed


def test_every_page_has_one_box_and_the_slash_goes_to_it(browser: Any, site: Path) -> None:
    kinds = ("index.html", "dong-thoi-gian.html", "du-lieu.html", "nhan-su/tran-vi-du.html", "van-kien/index.html",
             "to-chuc/index.html", "cuoc-hop/index.html", "tim-kiem.html", FLOATING_MARKET)  # fmt: skip
    for name in kinds:
        with opened(browser, (site / name).as_uri()) as page:
            page.wait_for_selector("input[type=search]", state="attached")
            assert page.locator("input[type=search]").count() == 1, name
            page.evaluate("document.activeElement.blur()")
            page.keyboard.press("/")
            assert page.evaluate("document.activeElement.type") == "search", name
            assert page.input_value("input[type=search]") == "", name


def test_accents_that_were_typed_decide_what_is_marked(browser: Any, site: Path) -> None:
    """The article says both "chợ" and "cho"; where no accents were typed, both are marked."""
    for query, wanted in (("chợ", {"chợ"}), ("cho", {"chợ", "cho"})):
        with opened(browser, page_of(site.as_uri(), q=query, tu="2019-04-05", den="2019-04-05")) as page:
            settled(page)
            row = page.locator("#search-root li", has=page.locator("a[href*=tung-doi]"))
            marked = {text.lower() for text in row.locator(".bns-text mark").all_inner_texts()}
            assert marked <= wanted and marked, query


# --- nothing, trouble, anything -----------------------------------------------------------------------------------
def test_where_nothing_is_found_the_page_says_so_and_leads_on(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="zzqq xxyy")) as page:
        assert results(page) == []
        assert "Không thấy gì cho “zzqq xxyy”" in page.inner_text("[role=status]")
        for target in ("dong-thoi-gian.html", "nhan-su/index.html", "van-kien/index.html"):
            assert page.locator(f"#search-root a[href='{target}']").count() == 1
        assert page.inner_text(".bns-side") == "", "nothing to narrow"


def test_before_anything_is_typed_examples_are_offered(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri())) as page:
        assert results(page) == []
        page.locator("#search-root .bns-list a").first.click()
        page.wait_for_function("document.querySelector('#bns-q').value === 'nghị quyết 18'")
        assert asked(page)["q"] == "nghị quyết 18"


def test_a_facet_that_cannot_be_counted_says_so_and_tries_again(browser: Any, served: Server, site: Path) -> None:
    with opened(browser, page_of(served.url, q="họp"), quiet=False) as page:
        found = results(page)
        for path in (site / "search").glob("[fg]-bao-*.js"):
            served.wrong[f"search/{path.name}"] = None
        box = page.locator("details", has=page.locator("summary", has_text="Báo"))
        box.locator("summary").click()
        box.locator("button", has_text="Thử lại").wait_for()
        assert "Không tải được" in box.inner_text() and results(page) == found
        served.wrong.clear()
        box.locator("button").click()
        box.locator(".bns-bars a").first.wait_for()


def test_suggestions_that_cannot_be_loaded_leave_the_box_working(browser: Any, served: Server, site: Path) -> None:
    for path in (site / "search").glob("n*.js"):
        served.wrong[f"search/{path.name}"] = None
    with opened(browser, f"{served.url}/index.html", quiet=False) as page:
        page.focus("input[name=q]")
        page.keyboard.type("tran vi")
        page.wait_for_timeout(500)
        assert page.locator("[role=option]:visible").count() == 0
        served.wrong.clear()
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem.html?q=tran*")
        assert results(page)


def test_any_string_in_the_box_of_any_page_suggests_or_does_not(browser: Any, site: Path) -> None:
    with opened(browser, (site / "index.html").as_uri()) as page:
        page.focus("input[name=q]")
        page.wait_for_function("window.bnSite && bnSite.engine.ready().then(() => true)")
        for text in HOSTILE:
            page.evaluate("async text => { await bnSite.engine.suggest(text); }", text)
            page.fill("input[name=q]", text)
        page.wait_for_timeout(400)
        assert page.locator(".bn-q img").count() == 0


def test_any_string_in_the_address_marks_or_does_not(browser: Any, site: Path) -> None:
    for text in HOSTILE:
        with opened(browser, f"{(site / FLOATING_MARKET).as_uri()}?h={quote(text[:2000])}#b4") as page:
            page.wait_for_load_state("networkidle")
            assert page.locator("main img[src=x]").count() == 0
            assert page.inner_text("#b4").startswith("Theo đồng chí Trần Ví Dụ")


def test_titles_and_texts_that_look_like_markup_are_shown_as_text(browser: Any, tmp_path: Path) -> None:
    articles = tmp_path / "bai"
    articles.mkdir()
    (articles / "2020-01-02-the.md").write_text(
        "---\ntitle: 'Thẻ <img src=x onerror=alert(1)> lạ'\npublished: 2020-01-02\n---\n"
        "Ngày 2-1, xã Thử họp về chữ <script>alert(2)</script> và <b>đậm</b> trong bài.\n",
        encoding="utf-8",
    )
    build_site(tmp_path / "site", articles, TOY / "danh-muc")
    with opened(browser, page_of((tmp_path / "site").as_uri(), q="thẻ lạ script đậm", rong="1")) as page:
        settled(page)
        page.fill("#bns-q", "xã thử họp về chữ")
        page.wait_for_selector("a[data-result][href^='bai-viet']")
        assert page.locator("#search-root :is(img, script, b)").count() == 0
        assert "<img src=x onerror=alert(1)>" in page.inner_text("a[data-result][href^='bai-viet']")
        assert "<script>" in page.inner_text(".bns-text")


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("query", ["họp", "zzqq xxyy", "", "a" * 300])
def test_nothing_is_wider_than_a_phone_and_what_is_pressed_is_large_enough(
    browser: Any, site: Path, width: int, query: str
) -> None:
    with opened(browser, page_of(site.as_uri(), q=query), viewport={"width": width, "height": 800}) as page:
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        small = page.evaluate(
            """[...document.querySelectorAll(
              '#search-root :is(button, select, input, summary, .bns-bars a, .bns-tabs a)'
            )].map(n => [n.getBoundingClientRect().height, n.outerHTML.slice(0, 80)]).filter(([h]) => h && h < 24)"""
        )
        assert small == [], "WCAG 2.2, 2.5.8"


def test_a_folder_that_was_moved_is_searched_as_before(browser: Any, site: Path, tmp_path: Path) -> None:
    """From a USB stick: another path, with spaces and accents, no server."""
    moved = tmp_path / "Kho lưu trữ #1 (bản sao)"
    shutil.copytree(site, moved)
    with opened(browser, page_of(moved.as_uri(), q="ghe hàng bông")) as page:
        assert results(page) == [FLOATING_MARKET]
        page.click("a[data-result]")
        page.wait_for_selector("#b4 mark.bns-mark")
