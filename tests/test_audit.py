"""The audit finds what is wrong: a small site with one mistake of each kind, and one without."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "scripts"))  # last: `test` and `build` are names of other modules too

import _audit_browser as browsing  # noqa: E402
import _audit_files as files  # noqa: E402
import audit  # noqa: E402

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


def run(site: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = audit.main(["--site", str(site), "--no-browser"])
    return code, capsys.readouterr().out


def test_a_site_without_a_mistake_passes_and_what_was_left_out_is_said(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = run(site, capsys)
    assert code == 0 and "all is well" in told
    assert "browser: left out" in told
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
