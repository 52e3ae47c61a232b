"""The indices of documents: by type, by issuer and term, by number; and that each of them has every one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import html5lib
import pytest

from biennien.entities import Archive, Document
from biennien.pages import SiteInfo, all_pages
from biennien.pages.indexes import ONE_PAGE, issuer_groups, number_groups
from biennien.pages.views import Views
from toy_archive import NQ99, toy

WAYS = ["van-kien/index.html", "van-kien/co-quan/index.html", "van-kien/so/index.html"]


def archive_of(**documents: dict[str, Any]) -> Archive:
    """Documents like one of the toy's, with these changes."""
    a = toy()
    made: dict[str, Document] = {}
    for name, changes in documents.items():
        url = f"van-kien/{name}.html"
        made[name] = replace(a.documents[NQ99], id=name, url=url, **{"name": name, "record": None, **changes})
    return replace(a, documents=made)


def headings(html: str) -> list[str]:
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    return [" ".join("".join(e.itertext()).split()) for e in tree.iter() if str(e.tag) in ("h2", "h3")]


def test_documents_of_one_number_stand_together_whatever_their_term() -> None:
    a = archive_of(
        mot={"number": "18", "symbol": "18-NQ/TW", "term": "XII"},
        hai={"number": "18", "symbol": "18-NQ/TW", "term": "XIII"},
        ba={"number": "9", "symbol": "09-NQ/TU"},
        bon={"number": None, "symbol": "1374-QĐ/TU"},
        nam={"number": None, "symbol": None},
    )
    groups = number_groups(Views(a, SiteInfo()))
    assert [(g.title, [d.id for d in g.rows]) for g in groups] == [
        ("Số 1–9", ["ba"]),
        ("Số 10–49", ["hai", "mot"]),
        ("Từ số 1000", ["bon"]),
        ("Không số", ["nam"]),
    ]
    html = next(p.body() for p in all_pages(a, SiteInfo()) if p.url == WAYS[2])
    assert headings(html) == ["Số 1–9 1", "Số 9", "Số 10–49 2", "Số 18", "Từ số 1000 1", "Số 1374", "Không số 1"]


def test_issuers_with_most_documents_come_first_and_terms_stand_below() -> None:
    a = archive_of(
        mot={"issuer": "Ban Mẫu", "term": None},
        hai={"issuer": "Hội Ví dụ", "term": "II", "number": "1"},
        ba={"issuer": "Hội Ví dụ", "term": "III", "number": "1"},
        bon={"issuer": None},
        nam={"issuer": "Hội ví dụ!", "term": None},
    )
    groups = issuer_groups(Views(a, SiteInfo()))
    assert [g.title for g in groups] == ["Hội Ví dụ", "Ban Mẫu", "Hội ví dụ!", "Chưa rõ cơ quan ban hành"]
    assert len({g.key for g in groups}) == 4, "two issuers whose names differ by a mark have two addresses"
    html = next(p.body() for p in all_pages(a, SiteInfo()) if p.url == WAYS[1])
    assert headings(html)[:3] == ["Hội Ví dụ 2", "Khóa III", "Khóa II"]


@pytest.mark.parametrize("url", WAYS)
def test_every_way_has_every_identified_document_and_leads_to_the_other_ways(url: str) -> None:
    a = toy()
    html = next(p.body() for p in all_pages(a, SiteInfo()) if p.url == url)
    known = {d.url for d in a.documents.values() if d.status == "identified"}
    linked = {link.replace("../", "") for link in re.findall(r'href="([^"]+)"', html)}
    assert known <= linked and set(WAYS) <= linked
    assert len(re.findall(r'<li><a href="[^"]*" aria-current="page">', html)) == 1


def test_a_long_index_is_cut_into_pages_that_hold_everything_once() -> None:
    many = {f"vk{n}": {"number": str(n), "issuer": f"Ban số {n % 20}"} for n in range(1, ONE_PAGE + 50)}
    pages = {p.url: p.body() for p in all_pages(archive_of(**many), SiteInfo()) if p.url.startswith("van-kien/")}
    for folder in ("co-quan", "so"):
        parts = [html for url, html in pages.items() if url.startswith(f"van-kien/{folder}/muc-luc/")]
        found = [link for html in parts for link in re.findall(r'href="[./]*van-kien/(vk\d+)\.html"', html)]
        assert sorted(found) == sorted(many), folder
        assert "vk1.html" not in pages[f"van-kien/{folder}/index.html"]
