"""The shell, the style sheet and the script: what every page has around its body."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import html5lib
import jinja2
import material
import pytest

from toy_archive import built, toy

THEME = Path(__file__).resolve().parent.parent / "hooks" / "theme"
CSS = (THEME / "assets" / "biennien.css").read_text(encoding="utf-8")
JS = (THEME / "assets" / "biennien.js").read_text(encoding="utf-8")
TIMELINE = (THEME / "assets" / "timeline.js").read_text(encoding="utf-8")
SEARCH = (THEME / "assets" / "search.js").read_text(encoding="utf-8")
CONFIG = SimpleNamespace(site_name="Biên Niên", site_description="Mô tả", repo_url="", copyright=None)


@cache
def site() -> dict[str, str]:
    return built(toy())


def shell(template: str = "main.html", **context: Any) -> str:
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME))
    return env.get_template(template).render(**{"config": CONFIG, "base_url": "..", "page": None} | context)


def by_hand(**more: Any) -> SimpleNamespace:
    """A page that somebody wrote in Markdown, as MkDocs hands it to the template."""
    values = {"title": "Giới thiệu", "meta": {}, "content": "<h1>Giới thiệu</h1>", "url": "gioi-thieu.html"}
    return SimpleNamespace(**values | {"canonical_url": None, "edit_url": None, "toc": None} | more)


def parse(html: str) -> Any:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    assert not parser.errors, parser.errors[:3]
    return tree


def test_every_page_is_vietnamese_has_a_title_and_says_what_it_is_about() -> None:
    for url, html in site().items():
        tree = parse(html)
        assert tree.get("lang") == "vi"
        assert tree.find("head/title").text.endswith("Biên Niên"), url
        assert 'name="description"' in html or "/20" in url, url


def test_exactly_one_search_input_except_on_the_search_page_whose_own_comes_with_its_script() -> None:
    for url, html in site().items():
        inputs = [e for e in parse(html).iter("input") if e.get("type") == "search"]
        assert len(inputs) == (0 if url == "tim-kiem.html" else 1), url


def test_the_search_form_leads_to_the_search_page_from_any_depth() -> None:
    assert 'action="./tim-kiem.html"' in site()["index.html"]
    assert 'action="../../../../../tim-kiem.html"' in site()["van-kien/dang/binh-mau/2020/nq/99.html"]


def test_the_first_link_skips_to_the_content() -> None:
    for html in site().values():
        tree = parse(html)
        first = next(tree.iter("a"))
        assert first.get("href") == "#noi-dung"
        assert tree.find(".//main").get("id") == "noi-dung"


def test_each_page_has_one_of_each_landmark_with_a_name_where_there_are_several() -> None:
    for url, html in site().items():
        tree = parse(html)
        assert len(list(tree.iter("main"))) == 1, url
        names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in tree.iter("nav")]
        assert all(names) and len(names) == len(set(names)), (url, names)


def test_the_menu_marks_where_one_is() -> None:
    tree = parse(site()["nhan-su/tran-vi-du.html"])
    assert [a.text for a in tree.iter("a") if a.get("aria-current")] == ["Nhân sự"]


def test_the_shell_escapes_what_is_not_its_own() -> None:
    html = shell(page=by_hand(meta={"title": "<b>\"'&", "kind": "article", "description": '"><script>'}))
    assert "<title>&lt;b&gt;&#34;&#39;&amp; – Biên Niên</title>" in html
    assert "<script>" not in html


def test_a_page_written_by_hand_gets_the_theme_s_styles_a_table_of_contents_and_an_edit_link() -> None:
    items = [SimpleNamespace(url=f"#m{n}", title=f"Mục {n}") for n in range(3)]
    toc = SimpleNamespace(items=[SimpleNamespace(children=items)])
    html = shell(page=by_hand(toc=toc, edit_url="https://kho.example/sua"))
    parse(html)
    assert 'href="#m2"' in html and 'href="https://kho.example/sua"' in html
    (style,) = re.findall(r'href="\.\./(assets/stylesheets/[^"]+)"', html)
    assert (Path(material.__file__).parent / "templates" / style).is_file()


def test_generated_pages_load_only_our_own_files_and_the_timeline_s_only_where_there_is_one() -> None:
    for url, html in site().items():
        loaded = re.findall(r'(?:<link rel="stylesheet" href|<script src)="([^"]+)"', html)
        timeline = ["timeline.js"] if "data-zoom" in html or "data-filter" in html else []
        expected = ["biennien.css", "biennien.js", "search.js", *timeline]
        assert [name.split("assets/")[1] for name in loaded] == expected, url
    assert "timeline.js" in site()["dong-thoi-gian.html"] and "timeline.js" not in site()["index.html"]


def test_no_page_or_asset_asks_another_host_for_anything() -> None:
    # The name of SVG is an address that nothing is asked of.
    scripts = [
        re.sub(r"^\s*//.*| // .*", "", text.replace("http://www.w3.org/2000/svg", ""), flags=re.M)
        for text in (JS, TIMELINE)
    ]
    assert all("//" not in text for text in scripts)
    assert "//" not in CSS and "@import" not in CSS and "url(" not in CSS
    for html in site().values():
        for element in parse(html).iter():
            if element.tag in ("script", "link", "img", "iframe", "source"):
                assert "//" not in (element.get("src") or "") + (element.get("href") or "")


def test_the_page_for_lost_addresses_stands_alone() -> None:
    html = shell("404.html", base_url="/kho")
    tree = parse(html)
    assert tree.find("head/title").text == "Không có trang này – Biên Niên"
    assert 'href="/kho/assets/biennien.css"' in html and 'href="/kho/index.html"' in html
    # Without a site address the page must lie at the root: "//assets" would be another host.
    assert 'href="/assets/biennien.css"' in shell("404.html", base_url="/")


def test_an_article_page_with_all_it_loads_is_small() -> None:
    html = site()["bai-viet/2024/2024-03-06-tong-ket-cong-tac-lam-mau.html"]
    assert sum(len(gzip.compress(part.encode())) for part in (html, CSS, JS, SEARCH)) < 30_000


# --- colours --------------------------------------------------------------------------------------------------------
def _palettes() -> dict[str, dict[str, str]]:
    def variables(text: str) -> dict[str, str]:
        return dict(re.findall(r"--([a-z0-9]+): (#[0-9a-f]{6});", text))

    light = variables(CSS[CSS.index(":root {") : CSS.index("@media screen and (prefers-color-scheme")])
    system = variables(
        CSS[CSS.index("@media screen and (prefers-color-scheme") : CSS.index(':root[data-theme="dark"]')]
    )
    chosen = variables(CSS[CSS.index(':root[data-theme="dark"]') : CSS.index("/* --- ground")])
    assert system == chosen, "dark by system and dark by choice differ"
    return {"light": light, "dark": light | system}


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_enough_on_every_ground_it_stands_on(scheme: str) -> None:
    colours = _palettes()[scheme]
    for ground in ("bg", "raise", "hit"):
        for ink in ("ink", "soft", "accent", "link", "stated", "inferred", "unresolved"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (scheme, ink, ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_and_borders_of_inputs_can_be_told_from_the_ground(scheme: str) -> None:
    colours = _palettes()[scheme]
    assert _contrast(colours["bar"], colours["bg"]) >= 3
    assert _contrast(colours["field"], colours["bg"]) >= 3


def test_the_three_states_differ_by_shape_and_not_by_colour_alone() -> None:
    hollow = "radial-gradient(circle, var(--fill, transparent)"
    half = "radial-gradient(circle at 100% 50%, var(--state)"
    assert re.search(r"\.bn-state::before, [^{]*\{[^}]*" + re.escape(hollow), CSS)
    assert ".is-stated { --fill: var(--state); }" in CSS
    assert re.search(r"\.is-inferred::before[^{]*\{[^}]*" + re.escape(half), CSS)
    assert "text-decoration-style: dashed" in CSS and "text-decoration-style: dotted" in CSS


def test_motion_is_only_for_those_who_do_not_mind_it() -> None:
    moving = re.findall(r"(?:scroll-behavior|transition|animation)\s*:", CSS)
    assert len(moving) == 1 and "prefers-reduced-motion: no-preference" in CSS


def test_every_class_that_templates_use_is_styled_or_read_by_the_script() -> None:
    used: set[str] = set()
    for html in site().values():
        for element in parse(html).iter():
            used |= {c for c in (element.get("class") or "").split() if c.startswith("bn-")}
    known = set(re.findall(r"\.(bn-[a-z-]+)", CSS + JS + TIMELINE))
    # Names of kinds of pages, for those who restyle one of them.
    free = {f"bn-{kind}" for kind in ("meeting", "person", "document", "organization", "search", "data", "verify")}
    assert used - known - free == set()
