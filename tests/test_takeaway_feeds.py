"""Feeds: parsed strictly, every rule of RFC 4287 and JSON Feed 1.1 that concerns them, and what an entry holds."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

from biennien.entities import Archive
from biennien.model import SourceRef
from biennien.pages import SiteInfo, all_pages
from biennien.takeaway import addresses, feed_formats, feeds
from biennien.takeaway.feeds import Feed
from test_takeaway import FULL, HOSTILE, SUMMARY, UNDATED, USB, WEB, changed, sample
from toy_archive import NQ99, OPEN, many

ATOM = "{http://www.w3.org/2005/Atom}"
TEXT_TYPES = {"text", "html"}
# RFC 4287, 4.1: how often each element may stand in a feed and in an entry, of those that are used.
FEED = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "subtitle": (0, 1), "rights": (0, 1), "author": (0, 99),
        "link": (0, 99), "entry": (0, 999)}  # fmt: skip
ENTRY = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "content": (0, 1), "author": (0, 99),
         "link": (0, 99)}  # fmt: skip
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00")


def feed(kind: str, name: str, site: SiteInfo = WEB, archive: Archive | None = None) -> Feed:
    found = feeds.subject_feed(archive or sample(), site, kind, name)
    assert found is not None
    return found


def whole(site: SiteInfo = WEB, archive: Archive | None = None) -> Feed:
    found = feeds.archive_feed(archive or sample(), site)
    assert found is not None
    return found


def check_elements(node: ElementTree.Element, rules: dict[str, tuple[int, int]]) -> None:
    names = [child.tag.removeprefix(ATOM) for child in node]
    assert set(names) <= set(rules)
    for name, (least, most) in rules.items():
        assert least <= names.count(name) <= most, name


def check_common(node: ElementTree.Element, base: str) -> None:
    identity = node.findtext(f"{ATOM}id", "")
    assert urlsplit(identity).scheme in ("https", "urn"), "an id is an absolute IRI"
    assert INSTANT.fullmatch(node.findtext(f"{ATOM}updated", ""))
    assert node.findtext(f"{ATOM}title", "").strip()
    for author in node.iter(f"{ATOM}author"):
        assert [child.tag for child in author] == [f"{ATOM}name"] and author[0].text
    alternates = [link for link in node.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    assert len(alternates) == 1, "no two alternates of one type and language"
    for link in node.findall(f"{ATOM}link"):
        assert urlsplit(urljoin(base, link.attrib["href"])).scheme in ("https", "file")


def check_atom(text: str, path: str, site: SiteInfo) -> ElementTree.Element:
    """The document, after everything in it was found to be as RFC 4287 wants it."""
    assert text.startswith('<?xml version="1.0" encoding="utf-8"?>')
    root = ElementTree.fromstring(text.encode())
    assert root.tag == f"{ATOM}feed" and root.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
    base = site.site_url + path if site.site_url else "file:///media/usb/kho/" + path
    check_elements(root, FEED)
    check_common(root, base)
    selves = [link.attrib["href"] for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert selves == ([site.site_url + path] if site.site_url else [])
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        check_elements(entry, ENTRY)
        check_common(entry, base)
        content = entry.find(f"{ATOM}content")
        assert content is not None and content.get("type") in TEXT_TYPES and len(content) == 0
        html = content.text or ""
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        parser.parseFragment(html)
        assert entry.find(f"{ATOM}author") is not None or root.find(f"{ATOM}author") is not None
    ids = [e.findtext(f"{ATOM}id", "") for e in entries]
    assert len(ids) == len(set(ids))
    moments = [e.findtext(f"{ATOM}updated", "") for e in entries]
    assert moments == sorted(moments, reverse=True), "newest first"
    assert root.findtext(f"{ATOM}updated") == moments[0]
    return root


@pytest.mark.parametrize("site", [WEB, USB], ids=["web", "usb"])
def test_every_atom_feed_is_as_rfc_4287_wants_it(site: SiteInfo) -> None:
    found = list(feeds.all_feeds(sample(), site))
    assert {f.place.atom.split("/")[0] for f in found} == {"nguon-tin.xml", "nhan-su", "van-kien", "to-chuc"}
    for one in found:
        check_atom(feed_formats.atom(one, site), one.place.atom, site)


def item_faults(item: dict[str, Any], site: SiteInfo) -> list[str]:
    known = {
        "id",
        "url",
        "external_url",
        "title",
        "content_html",
        "date_published",
        "date_modified",
        "authors",
        "language",
    }
    out = [f"unknown {key}" for key in set(item) - known if not key.startswith("_")]
    out += [f"no {key}" for key in ("id", "content_html", "date_modified") if not item.get(key)]
    out += [
        f"no instant: {key}"
        for key in ("date_published", "date_modified")
        if key in item and not INSTANT.fullmatch(item[key])
    ]
    out += [
        f"no address: {key}" for key in ("url", "external_url") if key in item and urlsplit(item[key]).scheme != "https"
    ]
    if ("url" in item) != bool(site.site_url):
        out.append("an address where the site has none, or none where it has one")
    return out


@pytest.mark.parametrize("site", [WEB, USB], ids=["web", "usb"])
def test_every_json_feed_is_as_json_feed_1_1_wants_it(site: SiteInfo) -> None:
    for one in feeds.all_feeds(sample(), site):
        document = json.loads(feed_formats.json_feed(one, site))
        assert document["version"] == "https://jsonfeed.org/version/1.1" and document["title"]
        assert document["language"] == "vi" and document["authors"] == [{"name": "Biên Niên"}]
        if site.site_url:
            assert document["feed_url"] == site.site_url + one.place.json
            assert document["home_page_url"] == site.site_url + one.place.page
        else:
            assert not {"feed_url", "home_page_url"} & set(document)
        for item in document["items"]:
            assert item_faults(item, site) == []
        ids = [item["id"] for item in document["items"]]
        assert len(ids) == len(set(ids)) == len(one.entries)


def test_no_entry_of_one_feed_has_the_id_of_another_whose_words_differ() -> None:
    for site in (WEB, USB):
        found = [addresses.identity(site, e.about) for one in feeds.all_feeds(sample(), site) for e in one.entries]
        assert len(found) == len(set(found))


def test_both_forms_say_the_same() -> None:
    for one in feeds.all_feeds(sample(), WEB):
        root = ElementTree.fromstring(feed_formats.atom(one, WEB))
        items = json.loads(feed_formats.json_feed(one, WEB))["items"]
        for entry, item in zip(root.findall(f"{ATOM}entry"), items, strict=True):
            assert entry.findtext(f"{ATOM}id") == item["id"]
            assert entry.findtext(f"{ATOM}title") == item["title"]
            assert entry.findtext(f"{ATOM}content") == item["content_html"]
            assert entry.findtext(f"{ATOM}updated") == item["date_modified"]


def test_links_of_feeds_lead_to_pages_of_the_site() -> None:
    pages = {page.url for page in all_pages(sample(), WEB)}
    for one in feeds.all_feeds(sample(), USB):
        root = ElementTree.fromstring(feed_formats.atom(one, USB))
        for link in root.iter(f"{ATOM}link"):
            if link.get("rel") == "alternate":
                assert urljoin("/" + one.place.atom, link.attrib["href"]).removeprefix("/") in pages


def test_an_id_is_the_same_whatever_else_changes_in_the_article() -> None:
    before = {e.article: e.about for e in whole().entries}
    archive = changed(sample(), FULL, title="Một đầu đề khác")
    assert {e.article: e.about for e in whole(archive=archive).entries} == before


# --- what is in them -----------------------------------------------------------------------------------------------
def test_the_archives_feed_has_whole_articles_without_what_is_no_article() -> None:
    entry = next(e for e in whole().entries if e.article == SUMMARY)
    for words in (
        "Chiều 5-3, Ban Làm mẫu",
        "<h3>Sơ kết Nghị quyết 99</h3>",
        "<em>Đồng chí Trần Ví Dụ tại hội nghị. Ảnh: ĐỖ CHỤP",
    ):
        assert words in entry.html
    for words in ("Chia sẻ bài này", "Hội chợ mẫu mở cửa"):
        assert words not in entry.html
    assert "Tóm lược theo Báo Bình Mẫu, 6-3-2024." in entry.html
    assert '<a href="https://bao.example/ban-lam-mau">Bài gốc</a>' in entry.html


def test_a_persons_entry_has_role_office_and_every_paragraph_about_the_person() -> None:
    entry = next(e for e in feed("person", "tran-vi-du").entries if e.article == SUMMARY)
    assert entry.title == "Chủ trì: Ban Làm mẫu tổng kết công tác năm 2023"
    assert "<strong>Phó Bí thư Thường trực Tỉnh ủy Bình Mẫu</strong>" in entry.html
    assert "Ông Dụ yêu cầu các đơn vị" in entry.html and "Đồng chí Trần Ví Dụ tại hội nghị" in entry.html
    assert "Sơ kết Nghị quyết 99" not in entry.html


def test_of_a_paragraph_that_lists_many_people_only_the_office_is_told() -> None:
    archive = many(6, people=8)
    listed = feed("person", "nguoi-1", archive=archive)
    quiet = next(e for e in listed.entries if e.title.startswith("Dự:"))
    assert "Ủy viên Ban Ví dụ" in quiet.html and "Dự có các đồng chí" not in quiet.html
    speaker = next(p for p in archive.people.values() if any(a.role == "spoke" for a in p.appearances))
    spoke = next(e for e in feed("person", speaker.id, archive=archive).entries if e.title.startswith("Phát biểu:"))
    assert "yêu cầu thực hiện Nghị quyết" in spoke.html


def test_a_documents_entry_says_what_was_done_with_it_and_how_it_was_written() -> None:
    entry = next(e for e in feed("document", NQ99).entries if e.article == SUMMARY)
    assert entry.title == "Triển khai, thực hiện, sơ kết: Ban Làm mẫu tổng kết công tác năm 2023"
    assert "“Nghị quyết số 99-NQ/TU của Tỉnh ủy Bình Mẫu”, “Nghị quyết 99”" in entry.html
    assert "Đồng chí Trần Ví Dụ, Phó" not in entry.html


def test_an_organisations_own_meeting_comes_whole_and_others_by_their_office_holders() -> None:
    own = feed("organization", "binh-mau/tinh-uy")
    whole_one = next(e for e in own.entries if e.article == FULL)
    assert "Ngày 1-6, tại Bình Mẫu" in whole_one.html
    other = next(e for e in own.entries if e.article == SUMMARY)
    assert "Trần Ví Dụ: Phó Bí thư Thường trực" in other.html and "Sơ kết" not in other.html


def test_hostile_words_are_words_in_every_feed() -> None:
    entry = next(e for e in whole().entries if e.article == HOSTILE)
    assert "<script" not in entry.html and "&lt;script&gt;alert(1)" in entry.html
    assert "javascript:" not in entry.source
    text = feed_formats.atom(whole(), WEB)
    content = next(
        e.findtext(f"{ATOM}content", "") for e in ElementTree.fromstring(text).iter(f"{ATOM}entry")
        if "độc" in e.findtext(f"{ATOM}title", "")
    )  # fmt: skip
    tree = html5lib.parseFragment(content, namespaceHTMLElements=False)
    assert {node.tag for node in tree.iter()} <= {"DOCUMENT_FRAGMENT", "p", "h3", "em", "strong", "a"}


def test_characters_that_xml_forbids_are_left_out() -> None:
    archive = changed(sample(), FULL, title="Tỉnh ủy\x0b họp\ufffe\x00 lần\ud800 9")
    root = ElementTree.fromstring(feed_formats.atom(whole(archive=archive), WEB))
    assert "Tỉnh ủy họp lần 9" in [t.text for t in root.iter(f"{ATOM}title")]


# --- which, when, how many -----------------------------------------------------------------------------------------
def test_the_day_is_that_of_publication_else_of_taking_else_of_the_meeting() -> None:
    assert feeds.day_of(sample().articles[FULL]) == dt.date(2025, 6, 2)
    archive = changed(sample(), FULL, published=None)
    assert feeds.day_of(archive.articles[FULL]) == dt.date(2025, 6, 5)
    archive = changed(archive, FULL, source=SourceRef())
    assert feeds.day_of(archive.articles[FULL]) == dt.date(2025, 6, 1)
    entry = next(e for e in whole(archive=archive).entries if e.article == FULL)
    assert entry.published is None and "<published>" not in feed_formats._atom_entry(entry, whole(archive=archive), WEB)


def test_an_article_of_unknown_day_is_in_no_feed() -> None:
    assert UNDATED in sample().articles
    assert UNDATED not in {e.article for one in feeds.all_feeds(sample(), WEB) for e in one.entries}


def test_a_feed_depends_on_the_archive_and_not_on_today(monkeypatch: pytest.MonkeyPatch) -> None:
    before = feed_formats.atom(whole(replace(WEB, today=dt.date(2025, 1, 1))), WEB)
    assert before == feed_formats.atom(whole(replace(WEB, today=dt.date(2030, 1, 1))), WEB)
    assert ElementTree.fromstring(before).findtext(f"{ATOM}updated") == "2025-09-09T00:00:00+07:00"


def test_five_hundred_appearances_give_only_the_newest() -> None:
    archive = many(500, people=8)
    assert len(archive.people["nguoi-1"].appearances) == 500
    days = sorted((r.article.published for r in archive.articles.values() if r.article.published), reverse=True)
    one = feed("person", "nguoi-1", archive=archive)
    assert [e.day for e in one.entries] == days[: feeds.MOST]
    assert len(feed_formats.atom(one, WEB)) < 200_000


def test_what_is_in_one_dated_article_or_unresolved_has_no_feed() -> None:
    archive = sample()
    assert not feeds.has_feed(archive, "person", "le-gia-dinh")
    assert feeds.has_feed(archive, "person", "hoang-van-thu")
    assert not feeds.has_feed(archive, "document", OPEN)
    assert feeds.subject_feed(archive, WEB, "document", OPEN) is None
    places = [one.place.page for one in feeds.all_feeds(archive, WEB)]
    told = [
        (kind, name)
        for kind, table in (
            ("person", archive.people),
            ("document", archive.documents),
            ("organization", archive.organizations),
        )
        for name in table
        if feeds.has_feed(archive, kind, name)
    ]
    assert places[1:] == [feeds.place(archive, kind, name).page for kind, name in told]
