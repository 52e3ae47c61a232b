"""Addresses that pages had before: what editors write, what is wrong with it, and the page that leads on."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import html5lib
import jinja2
import pytest

from biennien import redirects, source
from biennien.entities import Archive, Redirect
from biennien.pages import Page, SiteInfo, all_pages
from biennien.pipeline import Place, read_archive
from conftest import ROOT, TOY, build_site
from toy_archive import many, toy

PERSON = "nhan-su/tran-vi-du.html"


def moved(*pairs: tuple[str, str], archive: Archive | None = None) -> Archive:
    a = archive or toy()
    rows = tuple(Redirect(old, new, "docs/danh-muc/chuyen-huong.yml", n) for n, (old, new) in enumerate(pairs, 3))
    return replace(a, registry=replace(a.registry, redirects=rows))


def pages(archive: Archive) -> dict[str, Page]:
    return {page.url: page for page in all_pages(archive, SiteInfo())}


# --- what editors write -----------------------------------------------------------------------------------------------
def read(folder: Path, text: str) -> tuple[tuple[Redirect, ...], list[tuple[int, str]]]:
    (folder / "chuyen-huong.yml").write_text(text, encoding="utf-8")
    registry, problems = source.read_registry(folder, "dm")
    return registry.redirects, [(p.line, p.code) for p in problems]


def test_each_line_is_an_old_and_a_new_address(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "# lời dặn\nvan-kien/a/b/2.html: van-kien/index.html\nbai-viet/2025/A.b.html: x\n")
    assert rows == (Redirect("van-kien/a/b/2.html", "van-kien/index.html", "dm/chuyen-huong.yml", 2),)
    assert problems == [(3, "BN014")]


def test_a_file_of_comments_only_is_an_empty_one_and_none_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, "# chưa có\n") == ((), [])
    assert source.read_registry(tmp_path / "khong-co")[0].redirects == ()
    assert source.read_registry(ROOT / "docs" / "danh-muc")[1] == []


@pytest.mark.parametrize(
    "old",
    [
        "index.html",  # a page that is no entity's
        "nhan-su/a",
        "/nhan-su/a.html",
        "../nhan-su/a.html",
        "nhan-su/../../a.html",
        "nhan-su/a.html/b.html",  # a folder with the name of a file
        "https://vi-du.example/nhan-su/a.html",
        "nhan-su/<b>.html",
        "'nhan-su/a.html#b3'",
    ],
)
def test_an_address_that_is_no_page_of_an_entity_is_refused_on_either_side(tmp_path: Path, old: str) -> None:
    assert read(tmp_path, f"{old}: {PERSON}\n") == ((), [(1, "BN014")])
    assert read(tmp_path, f"{PERSON}: {old}\n") == ((), [(1, "BN014")])


def test_an_old_address_twice_and_a_list_are_errors(tmp_path: Path) -> None:
    assert read(tmp_path, f"nhan-su/a.html: {PERSON}\nnhan-su/a.html: {PERSON}\n")[1] == [(2, "BN012")]
    assert read(tmp_path, f"- nhan-su/a.html: {PERSON}\n") == ((), [(1, "BN014")])


# --- what is wrong with it --------------------------------------------------------------------------------------------
def test_a_target_that_is_not_there_is_reported_and_gets_no_page() -> None:
    a = moved(("nhan-su/cu.html", "nhan-su/khong-co.html"), ("nhan-su/cu-2.html", "nhan-su/cu-3.html"),
              ("nhan-su/cu-3.html", PERSON))  # fmt: skip
    usable, problems = redirects.sort_out(a)
    assert [r.old for r in usable] == ["nhan-su/cu-3.html"]
    assert [(p.line, p.code, p.severity) for p in problems] == [(3, "BN061", "warning"), (4, "BN061", "warning")]
    assert "nhan-su/cu.html" not in pages(a)


def test_an_old_address_that_is_a_living_page_is_reported_and_the_page_stays() -> None:
    a = moved((PERSON, "nhan-su/pham-thi-mau.html"), ("nhan-su/Tran-Vi-Du.html", PERSON),
              ("nhan-su/index.html", PERSON), ("nhan-su/a.html", PERSON), ("nhan-su/A.html", PERSON))  # fmt: skip
    usable, problems = redirects.sort_out(a)
    assert [r.old for r in usable] == ["nhan-su/a.html"]
    assert [(p.line, p.code) for p in problems] == [(3, "BN060"), (4, "BN060"), (5, "BN060"), (7, "BN060")]
    assert "Trần Ví Dụ" in pages(a)[PERSON].body()


def test_a_page_of_one_year_goes_before_an_old_address_too() -> None:
    a = many(420, people=9)
    year = next(p.url for p in all_pages(a, SiteInfo()) if p.url.startswith("nhan-su/nguoi-1/"))
    found = [p for p in all_pages(moved((year, "nhan-su/nguoi-1.html"), archive=a), SiteInfo()) if p.url == year]
    assert [p.meta["kind"] for p in found] == ["person"]


def test_the_problems_are_among_the_archives_but_not_with_another_folders_articles(tmp_path: Path) -> None:
    for name in ("bai-viet", "danh-muc", "khac/bai-viet"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "danh-muc" / "chuyen-huong.yml").write_text("nhan-su/a.html: nhan-su/khong-co.html\n", encoding="utf-8")

    def found(articles: str) -> list[int]:
        archive = read_archive(Place(tmp_path, tmp_path / articles, tmp_path / "danh-muc", None), jobs=1)
        return [p.line for p in archive.problems if p.code == "BN061"]

    assert (found("bai-viet"), found("khac/bai-viet")) == ([1], [])


# --- the page that leads on -------------------------------------------------------------------------------------------
def shell(page: Page, site_url: str | None = None) -> Any:
    theme = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "hooks" / "theme"))
    shown = SimpleNamespace(meta=dict(page.meta), content=page.body())
    base = "/".join([".."] * page.url.count("/"))
    config = SimpleNamespace(site_name="Biên Niên", site_url=site_url)
    html = theme.get_template(page.meta["template"]).render(page=shown, base_url=base, config=config)
    return html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(html)


def test_it_leads_on_at_once_says_where_and_is_kept_out_of_search_engines() -> None:
    page = pages(moved(("bai-viet/2024/cu.html", PERSON)))["bai-viet/2024/cu.html"]
    tree = shell(page)
    metas = {e.get("http-equiv") or e.get("name"): e.get("content") for e in tree.iter("meta")}
    assert metas["refresh"] == f"0; url=../../{PERSON}" and metas["robots"] == "noindex"
    assert [a.get("href") for a in tree.iter("a")] == [f"../../{PERSON}"]
    canonical = [e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"]
    assert canonical == [f"../../{PERSON}"]
    there = shell(page, "https://vi-du.example/kho/")
    (canonical_there,) = [e.get("href") for e in there.iter("link") if e.get("rel") == "canonical"]
    assert canonical_there == f"https://vi-du.example/kho/{PERSON}"


def test_a_built_site_has_it_and_its_sitemap_does_not(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build_site(site, TOY / "bai-viet", TOY / "danh-muc", site_url="https://vi-du.example/kho/") == []
    assert (site / "nhan-su" / "tran-vi-du-binh-mau.html").is_file()
    where = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    told = [e.text for e in ET.parse(site / "sitemap.xml").iter(where)]
    assert f"https://vi-du.example/kho/{PERSON}" in told and len(told) > 20
    assert not any("tran-vi-du-binh-mau" in str(url) or "ten-cu" in str(url) for url in told)


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_a_browser_arrives_from_file_too_and_with_script_at_the_paragraph(
    browser: Any, toy_site: Path, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto((toy_site / "bai-viet" / "2025" / "ten-cu.html").as_uri() + "#b2")
    page.wait_for_url("**/2025-07-02-van-ban-la.html" + ("#b2" if script else "*"))
    context.close()
