"""The built site as a whole: every page valid, every link arrives, every fact holds its words, nothing leaves it."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from conftest import ROOT, TOY, build_site

XHTML = "{http://www.w3.org/1999/xhtml}"
SEEDS = ROOT.parent / "shared" / "seeds"
SITES = ["toy_site", pytest.param("shipped_site", marks=pytest.mark.slow)]


def pages(site: Path) -> list[Path]:
    """Every HTML file of a site."""
    return sorted(site.rglob("*.html"))


def parse(path: Path) -> Any:
    """The page as a tree. Raises on anything that HTML's grammar calls a parse error."""
    return html5lib.HTMLParser(strict=True).parse(path.read_text(encoding="utf-8"))


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def test_every_page_is_valid_html_in_vietnamese(site: Path) -> None:
    for path in pages(site):
        tree = parse(path)
        assert tree.get("lang") == "vi", path


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    trees = {path: parse(path) for path in pages(site)}
    anchors = {path.resolve(): {e.get("id") for e in tree.iter() if e.get("id")} for path, tree in trees.items()}
    broken = []
    for path, tree in trees.items():
        if path.name == "404.html":
            continue  # served for any address, so its links are absolute or none
        for element in tree.iter():
            for name in ("href", "src"):
                link = element.get(name)
                if not link or urlsplit(link).scheme in ("http", "https", "mailto", "data"):
                    continue
                parts = urlsplit(link)
                target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
                if not target.is_file() or (
                    parts.fragment and target in anchors and unquote(parts.fragment) not in anchors[target]
                ):
                    broken.append((path.relative_to(site).as_posix(), link))
    assert broken == []


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for path in pages(site):
        for element in parse(path).iter():
            loads = element.get("src") or (element.get("href") if element.tag == f"{XHTML}link" else None)
            if loads and element.get("rel") not in ("canonical", "alternate", "schema.DC", "schema.DCTERMS"):
                assert urlsplit(loads).netloc == "", (path, loads)


def test_ids_are_unique_on_a_page_and_headings_in_order(site: Path) -> None:
    for path in pages(site):
        tree = parse(path)
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), path
        levels = [
            int(e.tag[-1])
            for e in tree.iter()
            if isinstance(e.tag, str) and e.tag[-2:-1] == "h" and e.tag[-1] in "123456"
        ]
        assert levels.count(1) == 1, (path, levels)
        assert all(b <= a + 1 for a, b in pairwise(levels)), (path, levels)


def test_evidence_holds_the_words_and_the_page_shows_them(site: Path) -> None:
    def load(name: str) -> Any:
        return json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))

    count = 0
    for article in load("articles"):
        blocks = {b["id"]: b["text"] for b in load(f"articles/{article['id']}")["blocks"]}
        tree = parse(site / article["url"])
        shown = {e.get("id"): "".join(e.itertext()) for e in tree.iter() if e.get("id")}
        for text_id, text in blocks.items():
            assert text in shown[text_id], (article["id"], text_id)

        def words(e: dict[str, Any], blocks: dict[str, str] = blocks) -> str:
            return blocks[e["block"]][e["start"] : e["end"]]

        for person in article["people"]:
            for e in person["evidence"]:
                assert words(e), person
                count += 1
                if e["form"] == "full":
                    assert words(e).casefold() == person["name_as_written"].casefold()
            for office in person["offices"]:
                assert words(office["evidence"])
        for document in article["documents"]:
            assert words(document["evidence"]) == document["as_written"]
        for caption in article["captions"]:
            assert caption["text"] == blocks[caption["block"]]
        for figure in article["figures"]:
            assert any(c.isdigit() for c in words(figure["evidence"])), figure
    assert count > 0


def test_no_word_of_a_source_is_lost(toy_site: Path) -> None:
    records = json.loads((toy_site / "data" / "articles.json").read_text(encoding="utf-8"))
    for record in records:
        source = (TOY / "bai-viet" / record["path"].split("bai-viet/")[-1]).read_text(encoding="utf-8")
        if source.startswith("---\n"):
            source = source.split("\n---\n", 1)[1]
        blocks = json.loads((toy_site / "data" / "articles" / f"{record['id']}.json").read_text(encoding="utf-8"))
        kept = " ".join(b["text"] for b in blocks["blocks"]).split()
        wanted = unicodedata.normalize("NFC", source).replace("\u00a0", " ").split()
        assert [w for w in wanted if w not in ("#", "##")] == [w for w in kept if w not in ("#", "##")], record["id"]


def test_hostile_text_stays_text(toy_site: Path) -> None:
    page = toy_site / "bai-viet" / "2025" / "2025-07-02-van-ban-la.html"
    tree = parse(page)
    text = "".join(tree.itertext())
    for printed in (
        '<script>alert("x")</script>',
        "[liên kết](javascript:alert(1))",
        "{{ config.site_name }}",
        "{% raw %}",
        "<img src=x onerror=alert(1)>",
        "`mã`",
        "&lt;b&gt;không đậm&lt;/b&gt;",
        "<!-- chú thích -->",
    ):
        assert printed in text, printed
    for other in pages(toy_site):
        for element in parse(other).iter():
            assert not any(name.startswith("on") for name in dict(element.items())), (other, element.tag)
            assert not (element.get("href") or "").lower().startswith("javascript:"), other


def test_two_builds_are_byte_identical(toy_site: Path, tmp_path: Path) -> None:
    build_site(tmp_path / "again", TOY / "bai-viet", TOY / "danh-muc")
    first = {p.relative_to(toy_site): p.read_bytes() for p in sorted(toy_site.rglob("*")) if p.is_file()}
    second = {
        p.relative_to(tmp_path / "again"): p.read_bytes()
        for p in sorted((tmp_path / "again").rglob("*"))
        if p.is_file()
    }
    assert first.keys() == second.keys()
    assert [str(path) for path in first if first[path] != second[path]] == []


def test_two_reports_of_one_event_are_one_meeting_with_their_differences(data: Any) -> None:
    meeting = next(m for m in data("meetings") if m["date"] == "2025-12-25")
    assert meeting["id"] == "2025-12-25-ban-to-chuc-tinh-uy-binh-mau"
    assert len(meeting["articles"]) == 2
    assert meeting["roles"]["tran-vi-du"] == "chaired"
    values = {v["value"] for d in meeting["differences"] if "tổ chức cơ sở đảng" in d["what"] for v in d["values"]}
    assert values == {"1.234", "1.240"}


def test_a_bare_number_of_two_terms_stays_unresolved(data: Any) -> None:
    cited = {(a["id"], d["as_written"]): d["document"] for a in data("articles") for d in a["documents"]}
    full = [v for (_, written), v in cited.items() if "18-NQ/TW" in written]
    bare = [v for (_, written), v in cited.items() if written == "Nghị quyết 18"]
    assert full == ["dang/tw/2016/nq/18"]
    status = {d["id"]: d for d in data("documents")}
    assert len(bare) == 1 and status[bare[0]]["status"] == "unresolved"
    assert status[bare[0]]["candidates"] == ["dang/tw/2016/nq/18", "dang/tw/2021/nq/18"]


def test_an_undated_article_is_built_and_listed(data: Any, toy_site: Path) -> None:
    article = next(a for a in data("articles") if a["id"] == "khong-ngay")
    assert article["published"] is None
    codes = {p["code"] for p in data("problems") if p["path"].endswith("khong-ngay.txt")}
    assert {"BN020", "BN023"} <= codes
    assert "khong-ngay" in (toy_site / "can-xac-minh.html").read_text(encoding="utf-8")


def test_somebody_only_the_editor_names_is_shown_as_the_editors_word(tmp_path: Path) -> None:
    text = """---
title: Thử người do biên tập ghi
people:
  - {name: Trần Không Có, office: Bí thư Tỉnh ủy Bình Mẫu, role: chaired}
---
Ngày 2-1-2025, Tỉnh ủy Bình Mẫu họp.
"""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "thu.md").write_text(text, encoding="utf-8")
    assert build_site(tmp_path / "site", tmp_path / "in", TOY / "danh-muc") == []
    (article,) = json.loads((tmp_path / "site/data/articles.json").read_text(encoding="utf-8"))
    (person,) = article["people"]
    assert person["stated_by_editor"] and person["evidence"] == [] and person["offices"][0]["evidence"] is None
    page = "".join(parse(tmp_path / "site/nhan-su/tran-khong-co.html").itertext())
    assert "biên tập viên ghi" in page


def test_the_sqlite_file_holds_what_the_json_files_hold(data: Any, toy_site: Path) -> None:
    connection = sqlite3.connect(toy_site / "data" / "archive.sqlite")
    for table in ("articles", "meetings", "people", "documents", "organizations", "figures", "problems"):
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert count == len(data(table)), table
    connection.close()


def test_generated_pages_are_the_same_when_markdown_reads_them(toy_site: Path) -> None:
    """The build takes bodies for HTML without asking Python-Markdown; asked, it must agree."""
    import frontmatter
    import markdown

    from biennien.pages import SiteInfo, all_pages
    from biennien.pipeline import Place, read_archive
    from biennien.site import markdown as as_markdown

    archive = read_archive(Place(ROOT, TOY / "bai-viet", TOY / "danh-muc", None), jobs=1)
    seen = 0
    for page in all_pages(archive, SiteInfo()):
        post = frontmatter.loads(as_markdown(page))
        assert post["title"] == page.meta["title"]
        assert markdown.markdown(post.content).strip() == page.body().strip(), page.path
        seen += 1
    assert seen > 20


@pytest.mark.slow
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the raw articles are not part of the project")
def test_raw_articles_of_real_outlets_are_read_right(tmp_path: Path) -> None:
    build_site(tmp_path / "site", SEEDS)
    articles = {a["id"][:3]: a for a in json.loads((tmp_path / "site/data/articles.json").read_text(encoding="utf-8"))}
    meetings = {m["id"]: m for m in json.loads((tmp_path / "site/data/meetings.json").read_text(encoding="utf-8"))}
    dates = {key: meetings[a["meeting"]]["date"] for key, a in articles.items()}
    assert dates == {"000": "2025-10-01", "001": "2026-01-08", "002": "2025-12-25", "003": "2021-10-15", "004": None}
    hue = meetings[articles["004"]["meeting"]]
    assert hue["date_not_after"] == "2026-01-15" and hue["date_precision"] == "not_after"
    assert hue["place"] != "tphcm"
