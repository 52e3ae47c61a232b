"""The audit finds what is wrong: a small site with one mistake of each kind, and one without."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "scripts"))  # last: `test` and `build` are names of other modules too

import _audit_address as address  # noqa: E402
import _audit_browser as browsing  # noqa: E402
import _audit_files as files  # noqa: E402
import _audit_node as node  # noqa: E402
import _audit_pictures as pictures  # noqa: E402
import audit  # noqa: E402
from conftest import TOY, build_site  # noqa: E402

GOOD = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Ví dụ</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="canonical" href="https://vi-du.example/"><link rel="stylesheet" href="assets/a.css">
<link rel="alternate" type="application/atom+xml" href="a.xml">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}]}</script>
</head><body class="k-home"><h1 id="a">Ví dụ</h1><a href="#a">a</a> <a href="b.html#c">b</a></body></html>"""
OTHER = '<!doctype html><html lang="vi"><head><title>B</title></head><body class="k-doc"><p id="c">B</p></body></html>'
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a</id><title>A</title>
<updated>2025-01-01T00:00:00Z</updated></feed>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    given = {"index.html": GOOD, "b.html": OTHER, "a.xml": ATOM, "assets/a.css": "body { margin: 0 }"}
    for name, text in given.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def change(site: Path, old: str, new: str, name: str = "index.html") -> None:
    text = (site / name).read_text(encoding="utf-8")
    assert old in text
    (site / name).write_text(text.replace(old, new), encoding="utf-8")


def run(site: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = audit.main(["--site", str(site), "--no-browser", "--no-node", *more])
    return code, capsys.readouterr().out


def test_a_site_without_a_mistake_passes_and_what_was_left_out_is_said(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = run(site, capsys)
    assert code == 0 and "all is well" in told
    assert "browser: left out" in told and "schema-dts: left out (as asked: --no-node)" in told
    rows = {line[:44].strip(): line[44:].split() for line in told.splitlines() if line[44:].split()[1:] == ["0"]}
    assert rows["links within the site"] == ["4", "0"] and rows["of them to a place on a page"] == ["2", "0"]
    assert rows["JSON-LD blocks parsed"] == ["1", "0"] and rows["feeds parsed"] == ["1", "0"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<h1 ", "<p><div></p><h1 ", "index.html: html: "),
        ('<a href="#a">', '<a id="a" href="#a">', "index.html: id twice: a"),
        ("b.html#c", "b.html#khong-co", "index.html: b.html#khong-co"),
        ("b.html#c", "khong-co.html", "index.html: khong-co.html"),
        ("assets/a.css", "https://khac.example/a.css", "other host: https://khac.example/a.css"),
        ("<h1 ", '<img alt="" src="//khac.example/a.png"><h1 ', "other host: //khac.example/a.png"),
        ('"@graph": [', '"@graph": [,', "index.html: json-ld: "),
        ('{"@type": "WebPage"}', "{}", "json-ld: a node without a type"),
        ("https://schema.org", "https://khac.example", "json-ld: no schema.org context"),
        ("a.xml", "b.html", "feed b.html: "),
        ("application/atom+xml", "application/feed+json", "feed a.xml: "),
    ],
)
def test_each_mistake_fails_the_audit_and_is_named(
    site: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    change(site, old, new)
    code, printed = run(site, capsys)
    assert code == 1 and told in printed and "something is wrong" in printed


def test_a_style_sheet_may_not_load_from_elsewhere(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(site, "margin: 0", 'background: url("https://khac.example/a.png")', "assets/a.css")
    code, printed = run(site, capsys)
    assert code == 1 and "other host: a.css: https://khac.example/a.png" in printed


def test_a_page_weighs_what_comes_over_the_wire(site: Path) -> None:
    page = files.read_page(site / "index.html", site)
    alone = len(gzip.compress(GOOD.encode(), 6, mtime=0))
    assert (page.kind, page.raw, page.packed) == ("home", len(GOOD.encode()), alone)
    assert files.first_load(page) == alone + len(gzip.compress(b"body { margin: 0 }", 6, mtime=0))
    sizes = (page.raw, page.raw, page.packed, page.packed, files.first_load(page), files.first_load(page))
    assert files.weights([page]) == [["home", "1", *(f"{size:,}" for size in sizes)]]


def test_a_folder_that_holds_no_site_is_refused(tmp_path: Path) -> None:
    assert audit.main(["--site", str(tmp_path)]) == 2


@pytest.mark.browser
def test_in_the_browser_a_good_page_is_quiet_at_every_width(browser: Any, site: Path) -> None:
    assert browsing.open_all(browser, site, ["index.html", "b.html?q=a"]) == (8, [])


@pytest.mark.browser
@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("<script>console.error('sai')</script>", "console error: sai"),
        ("<script>khongCo()</script>", "script: "),
        ('<img alt="" src="khong-co.png">', "not loaded: "),
        ('<img alt="" src="http://127.0.0.1:9/a.png">', "request: http://127.0.0.1:9/a.png"),
        ('<p style="width: 500px">rộng</p>', "px too wide"),
    ],
)
def test_in_the_browser_each_mistake_is_found(browser: Any, site: Path, added: str, told: str) -> None:
    change(site, "<h1 ", f"{added}<h1 ")
    _, wrong = browsing.open_all(browser, site, ["index.html"])
    assert any(told in line and line.startswith("index.html at 390 px, light") for line in wrong)


def test_files_are_served_packed_and_only_below_the_site(site: Path) -> None:
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    with browsing.served(site) as address:
        with urlopen(Request(address + "index.html", headers={"Accept-Encoding": "gzip"})) as answer:
            assert gzip.decompress(answer.read()).decode() == GOOD
        with pytest.raises(HTTPError) as error:
            urlopen(address + "../" + site.name + "/khong-co.html")
        error.value.close()


def test_lighthouse_is_asked_again_when_a_score_is_low_and_the_best_counts(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = dict.fromkeys(browsing.CATEGORIES, 100)
    answers = iter([good, good | {"performance": 90}, good | {"performance": 99}, {}, good | {"seo": 92}, {}])
    monkeypatch.setattr(browsing, "_lighthouse_once", lambda *_: next(answers))
    rows, wrong = browsing.lighthouse(Path("l"), Path("c"), site, {"một": "1.html", "hai": "2.html", "ba": "3.html"})
    assert rows == [
        ["một", "100", "100", "100", "100", "1"],
        ["hai", "99", "100", "100", "100", "2"],
        ["ba", "100", "100", "100", "92", "3"],
    ]
    assert wrong == ["3.html: lighthouse seo 92"]


# --- a site with an address of its own ------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy site, built as for a host, and a project that has its sources."""
    top = tmp_path_factory.mktemp("dia-chi")
    assert build_site(top / "site", TOY / "bai-viet", TOY / "danh-muc", **address.OVERRIDES) == []
    for path in (TOY / "bai-viet").rglob("*.*"):
        target = top / "docs" / path.relative_to(TOY)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"")
    for path in (ROOT / "docs").rglob("*.md"):
        if "bai-viet" not in path.parts:
            target = top / "docs" / path.relative_to(ROOT / "docs")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(b"")
    return top


@pytest.fixture
def copy(addressed: Path, tmp_path: Path) -> Path:
    """A site that a test may spoil."""
    shutil.copytree(addressed / "site", tmp_path / "site")
    return tmp_path / "site"


def wrong_in(site: Path, project: Path) -> dict[str, list[str]]:
    return {name: wrong for name, count, wrong in address.check(site, project) if wrong or not count}


def test_a_site_with_an_address_holds_everything_that_it_names(addressed: Path) -> None:
    assert wrong_in(addressed / "site", addressed) == {}


@pytest.mark.parametrize(
    ("name", "old", "new", "check"),
    [
        ("index.html", 'rel="canonical" href="', 'rel="canonical" href="https://khac.example/', "canonical"),
        ("tim-kiem.html", f'content="{address.SITE}tim-kiem.html"', f'content="{address.SITE}index.html"', "canonical"),
        ("tim-kiem.html", 'rel="search"', 'rel="searches"', "OpenSearch"),
        ("opensearch.xml", "tim-kiem.html?q=", "tim.html?q=", "absolute addresses"),
        ("sitemap.xml", "tim-kiem.html", "index.html", "addresses in sitemap.xml"),
        ("robots.txt", "sitemap.xml", "ban-do.xml", "addresses in sitemap.xml"),
        ("nguon-tin.xml", 'rel="self"', 'rel="related"', "feeds"),
        ("nguon-tin.json", f'"feed_url": "{address.SITE}', '"feed_url": "', "feeds"),
        ("data/popolo.json", f"{address.SITE}nhan-su/", f"{address.SITE}nguoi/", "absolute addresses"),
        ("index.html", f'"@id":"{address.SITE}index.html#kho"', '"@id":"index.html#kho"', "JSON-LD"),
        ("gioi-thieu.html", f"{address.REPO}/sua/docs/gioi-thieu.md", f"{address.REPO}/sua/docs/khac.md", "edit links"),
    ],
)  # fmt: skip
def test_each_absolute_address_that_leads_astray_is_found(
    addressed: Path, copy: Path, name: str, old: str, new: str, check: str
) -> None:
    change(copy, old, new, name)
    assert any(told.startswith(check) for told in wrong_in(copy, addressed))


def test_pages_written_by_hand_say_what_they_are_to_programs(addressed: Path) -> None:
    def nodes(name: str) -> dict[str, dict[str, Any]]:
        page = files.read_page(addressed / "site" / name, addressed / "site")
        return {n["@type"]: n for graph in page.graphs for n in graph["@graph"]}

    about, guide = nodes("gioi-thieu.html"), nodes("huong-dan/bien-tap.html")
    assert about["AboutPage"]["url"] == f"{address.SITE}gioi-thieu.html" and about["AboutPage"]["name"]
    assert guide["BreadcrumbList"]["itemListElement"][0]["name"] == "Hướng dẫn" and "WebPage" in guide
    assert nodes("index.html")["WebSite"]["potentialAction"]["@type"] == "SearchAction"


# --- what programs of npm are asked ---------------------------------------------------------------------------------
def test_without_node_or_npm_what_they_would_tell_is_left_out_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert node.tools(tmp_path) in (
        node.Tools(None, f"{tmp_path} has no node_modules"),
        node.Tools(None, "node is not here"),
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    assert node.tools(None) == node.Tools(None, "node is not here")


def test_packages_are_pinned_with_their_hashes_and_name_no_place_to_load_from() -> None:
    wanted = json.loads((node.HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = json.loads((node.HERE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert lock[""]["dependencies"] == wanted and all(re.fullmatch(r"\d+\.\d+\.\d+", v) for v in wanted.values())
    assert {name: lock[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for name, one in lock.items() if name)


def test_two_readings_of_a_reference_are_compared_by_what_is_shown() -> None:
    one = {"title": "A", "URL": "https://a.example", "issued": {"date-parts": [[2025, 1, 2]]},
           "author": [{"literal": "Trần Ví Dụ"}]}  # fmt: skip
    assert list(node.differences(one, one | {"author": [{"given": "Trần Ví", "family": "Dụ"}]}, "a.ris")) == []
    for field, value in (("title", "B"), ("URL", ""), ("issued", {"date-parts": [[2025]]}), ("author", [])):
        (told,) = node.differences(one, one | {field: value}, "a.bib")
        assert told.startswith("authors" if field == "author" else field)


EVENT = {"@type": "Event", "name": "Họp", "startDate": "2025-01-02"}


@pytest.mark.skipif(not (node.CACHE / "installed").is_file(), reason="scripts/audit.py has not installed its packages")
@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"@type": "Event", "legislationType": "luật"}, "legislationType"),
        ({"@type": "Event", "location": {"@type": "Place", "nam": "X"}}, "nam"),
        ({"@type": "Hop"}, "Hop"),
    ],
)
def test_schema_dts_finds_properties_and_types_that_are_none(broken: dict[str, Any], told: str) -> None:
    assert node.check_types(node.CACHE, {"a.html": [{"@graph": [EVENT]}]}) == (1, [])
    count, wrong = node.check_types(node.CACHE, {"a.html": [{"@graph": [EVENT, broken]}]})
    assert count == 2 and any(told in line for line in wrong)


@pytest.mark.skipif(not (node.CACHE / "installed").is_file(), reason="scripts/audit.py has not installed its packages")
def test_citation_js_reads_what_the_archive_writes_and_a_lost_reference_is_missed(addressed: Path, copy: Path) -> None:
    count, wrong = node.read_citations(node.CACHE, addressed / "site")
    assert count > 5 and wrong == []
    bib = (copy / "data" / "citations.bib").read_text(encoding="utf-8")
    (copy / "data" / "citations.bib").write_text(bib[bib.index("@", 1) :], encoding="utf-8")
    (told,) = node.read_citations(node.CACHE, copy)[1]
    assert told.startswith("citations.bib: ") and told.endswith(" is missing")


# --- the pictures of the docs ----------------------------------------------------------------------------------------
def test_the_docs_show_every_picture_with_words_for_those_who_do_not_see_it() -> None:
    taken = {f"{picture.name}.webp" for picture in pictures.PICTURES}
    there = {path.name: path.stat().st_size for path in (ROOT / "docs" / "hinh").iterdir()}
    assert set(there) == taken and sum(there.values()) <= pictures.MOST
    shown: dict[str, str] = {}
    for path in (ROOT / "docs").rglob("*.md"):
        shown |= {
            name: alt for alt, name in re.findall(r"!\[(.*?)\]\([./]*hinh/(.*?)\)", path.read_text(encoding="utf-8"))
        }
    assert set(shown) == taken and all(len(alt) > 40 for alt in shown.values())


@pytest.mark.browser
def test_a_picture_is_small_and_of_the_size_that_was_asked(browser: Any, site: Path) -> None:
    data = pictures.picture_of(browser, site, pictures.Picture("a", "index.html#a", 320, 240))
    assert data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) < 20_000
    page = browser.new_page()
    page.set_content(f'<img src="data:image/webp;base64,{base64.b64encode(data).decode()}">')
    size = page.evaluate("async () => { const i = document.images[0]; await i.decode(); return [i.width, i.height]; }")
    page.close()
    assert size == [320, 240]
