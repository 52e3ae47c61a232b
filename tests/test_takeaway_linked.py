"""JSON-LD: only types and properties of schema.org, each where it may stand; nothing told that is not known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import html5lib
import pytest
from pyld import jsonld

from biennien.pages import SiteInfo, all_pages
from biennien.takeaway import head, linked, metatags
from test_takeaway import ACT, FULL, HOSTILE, OLD_ACT, SUMMARY, UNDATED, USB, WEB, changed, sample
from toy_archive import NQ77, NQ99, OPEN

Node = dict[str, Any]

# What schema.org (version 30) says of the types used here: their parents.
PARENTS = {
    "Thing": "",
    "Action": "Thing", "SearchAction": "Action",
    "CreativeWork": "Thing", "Article": "CreativeWork", "NewsArticle": "Article", "Quotation": "CreativeWork",
    "Legislation": "CreativeWork", "Dataset": "CreativeWork", "MediaObject": "CreativeWork",
    "DataDownload": "MediaObject", "WebSite": "CreativeWork", "WebPage": "CreativeWork", "ProfilePage": "WebPage",
    "CollectionPage": "WebPage", "SearchResultsPage": "WebPage",
    "Event": "Thing", "Person": "Thing",
    "Organization": "Thing", "NewsMediaOrganization": "Organization", "GovernmentOrganization": "Organization",
    "PoliticalParty": "Organization", "EducationalOrganization": "Organization", "Project": "Organization",
    "Place": "Thing", "AdministrativeArea": "Place",
    "Intangible": "Thing", "Role": "Intangible", "OrganizationRole": "Role", "ItemList": "Intangible",
    "BreadcrumbList": "ItemList", "ListItem": "Intangible", "EntryPoint": "Intangible",
    "StructuredValue": "Intangible", "PropertyValue": "StructuredValue",
}  # fmt: skip
# And of the properties: on which types, with which values. Of several domains and ranges only those that occur here.
PROPERTIES = {
    "about": ("CreativeWork Event", "Thing"), "abstract": ("CreativeWork", "Text"),
    "affiliation": ("Person", "Organization"), "alternateName": ("Thing", "Text"),
    "archivedAt": ("CreativeWork", "URL"), "attendee": ("Event", "Person Organization"),
    "author": ("CreativeWork", "Person Organization"), "breadcrumb": ("WebPage", "BreadcrumbList"),
    "containedInPlace": ("Place", "Place"), "contentLocation": ("CreativeWork", "Place"),
    "contentUrl": ("MediaObject", "URL"), "copyrightNotice": ("CreativeWork", "Text"),
    "creator": ("CreativeWork", "Person Organization"), "creditText": ("CreativeWork", "Text"),
    "dateCreated": ("CreativeWork", "Date"), "datePublished": ("CreativeWork", "Date"),
    "description": ("Thing", "Text"), "disambiguatingDescription": ("Thing", "Text"),
    "distribution": ("Dataset", "DataDownload"), "encodingFormat": ("MediaObject CreativeWork", "Text"),
    "endDate": ("Event", "Date"), "event": ("Organization", "Event"), "genre": ("CreativeWork", "Text"),
    "headline": ("CreativeWork", "Text"), "identifier": ("Thing", "PropertyValue"),
    "inLanguage": ("CreativeWork", "Text"), "isAccessibleForFree": ("CreativeWork", "Boolean"),
    "isBasedOn": ("CreativeWork", "CreativeWork"), "isPartOf": ("CreativeWork", "CreativeWork"),
    "item": ("ListItem", "URL"), "itemListElement": ("ItemList", "ListItem"), "jobTitle": ("Person", "Text"),
    "legislationChanges": ("Legislation", "Legislation"), "legislationDate": ("Legislation", "Date"),
    "legislationIdentifier": ("Legislation", "Text"), "legislationPassedBy": ("Legislation", "Person Organization"),
    "legislationType": ("Legislation", "Text"), "license": ("CreativeWork", "URL"),
    "location": ("Event Organization", "Place"), "mainEntity": ("CreativeWork", "Thing"),
    "mainEntityOfPage": ("Thing", "URL"), "member": ("Organization", "Person Organization"),
    "mentions": ("CreativeWork", "Thing"), "name": ("Thing", "Text"), "organizer": ("Event", "Person Organization"),
    "parentOrganization": ("Organization", "Organization"), "performer": ("Event", "Person Organization"),
    "performerIn": ("Person", "Event"), "position": ("ListItem CreativeWork", "Integer"),
    "potentialAction": ("Thing", "Action"), "propertyID": ("PropertyValue", "Text"),
    "publisher": ("CreativeWork", "Person Organization"), "query-input": ("SearchAction", "Text"),
    "roleName": ("Role", "Text"), "spokenByCharacter": ("Quotation", "Person Organization"),
    "startDate": ("Event", "Date"), "subjectOf": ("Thing", "CreativeWork"), "target": ("Action", "EntryPoint"),
    "temporalCoverage": ("CreativeWork", "Text"), "text": ("CreativeWork", "Text"), "url": ("Thing", "URL"),
    "urlTemplate": ("EntryPoint", "Text"), "value": ("PropertyValue", "Text"),
}  # fmt: skip
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")


def is_a(kind: str, kinds: str) -> bool:
    while kind:
        if kind in kinds.split():
            return True
        kind = PARENTS[kind]
    return False


def faults(node: Node, known: dict[str, str], *, relative: bool, wrapped: str = "", outer: str = "") -> Iterator[str]:
    """What is wrong with a node by the tables above. A Role stands for the property ``wrapped`` of ``outer``."""
    kind = node.get("@type", "")
    if not kind:
        if set(node) != {"@id"} or node["@id"] not in known:
            yield f"a reference to nothing: {node}"
        return
    if kind not in PARENTS:
        yield f"no such type: {kind}"
        return
    for name, values in node.items():
        if name.startswith("@"):
            continue
        if name not in PROPERTIES:
            yield f"no such property: {kind}.{name}"
            continue
        domains, ranges = PROPERTIES[name]
        # A Role repeats the property that it qualifies; then it speaks for the node around it.
        owner = outer if is_a(kind, "Role") and name == wrapped else kind
        if not is_a(owner, domains):
            yield f"{owner} has no {name}"
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, dict):
                there = value.get("@type") or known.get(value.get("@id", ""), "")
                if is_a(there, "Role") and not is_a(kind, "Role"):
                    if name not in value:
                        yield f"a Role in {kind}.{name} without {name}"
                elif not is_a(there, ranges):
                    yield f"{kind}.{name} is a {there}, not {ranges}"
                yield from faults(value, known, relative=relative, wrapped=name, outer=kind)
            elif "Date" in ranges.split():
                if not DATE.fullmatch(value):
                    yield f"{kind}.{name} is no date: {value}"
            elif "URL" in ranges.split():
                if not relative and urlsplit(value).scheme not in ("http", "https"):
                    yield f"{kind}.{name} is no address: {value}"
            elif "Boolean" in ranges.split() or "Integer" in ranges.split():
                if type(value) is not {"Boolean": bool, "Integer": int}[ranges]:
                    yield f"{kind}.{name} is no {ranges}: {value!r}"
            elif "Text" not in ranges.split() or not isinstance(value, str) or not value.strip():
                yield f"{kind}.{name} is no {ranges}: {value!r}"


def walk(value: Any) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


@cache
def graphs(site: SiteInfo) -> dict[str, Node]:
    """JSON-LD of every page, by address."""
    archive = sample()
    return {
        page.url: linked.page(
            archive, site, str(page.meta["kind"]), str(page.meta["id"]), str(page.meta["title"]), page.url
        )
        for page in all_pages(archive, site)
    }


def subject(path: str, site: SiteInfo = WEB) -> Node:
    graph = graphs(site)[path]["@graph"]
    main = graph[0]["mainEntity"]["@id"]
    return next(n for n in graph if n.get("@id") == main)


# --- all pages -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("site", [WEB, USB], ids=["web", "usb"])
def test_every_page_uses_schema_org_as_schema_org_says(site: SiteInfo) -> None:
    found = []
    home = "https://bien-nien.example/kho/" if site is WEB else ""
    for path, graph in graphs(site).items():
        known = {n["@id"]: n["@type"] for n in walk(graph["@graph"]) if "@id" in n and "@type" in n}
        depth = "../" * path.count("/")
        known[f"{home or depth}index.html#kho"] = "WebSite"  # stands on the home page, and all pages belong to it
        for node in graph["@graph"]:
            found += [f"{path}: {fault}" for fault in faults(node, known, relative=site is USB)]
    assert found == []
    kinds = {n["@type"] for g in graphs(site).values() for n in walk(g["@graph"]) if "@type" in n}
    assert kinds >= {"NewsArticle", "Article", "Event", "Person", "OrganizationRole", "Role", "Quotation", "Place"}
    assert kinds >= {"Legislation", "CreativeWork", "Organization", "WebSite", "Dataset", "BreadcrumbList"}


def test_the_check_above_can_fail() -> None:
    known = {"a": "Person"}
    wrong = [
        {"@type": "Meeting"},
        {"@type": "Event", "term": "x"},
        {"@type": "Person", "startDate": "2025-01-01"},
        {"@type": "OrganizationRole", "startDate": "2025-01-01"},
        {"@type": "Event", "organizer": {"@type": "Place", "name": "x"}},
        {"@type": "Event", "attendee": {"@type": "Role", "roleName": "x"}},
        {"@type": "Event", "startDate": "5-3-2024"},
        {"@type": "Event", "about": {"@id": "b"}},
        {"@type": "Thing", "url": "../x.html"},
        {"@type": "Thing", "name": ""},
    ]
    for node in wrong:
        assert list(faults(node, known, relative=False)), node


@pytest.mark.parametrize("site", [WEB, USB], ids=["web", "usb"])
def test_every_page_expands_and_every_name_in_it_is_an_absolute_address(site: SiteInfo) -> None:
    to_address = ("url", "archivedAt", "contentUrl", "item", "license", "mainEntityOfPage")
    context = {"@vocab": "https://schema.org/", **{name: {"@type": "@id"} for name in to_address}}

    def load(url: str, _: object) -> Node:
        assert url == "https://schema.org", f"a context from {url}"
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": context},
        }

    for path, graph in graphs(site).items():
        base = "file:///media/usb/kho/" if site is USB else WEB.site_url
        (expanded,) = [jsonld.expand(graph, {"base": base + path, "documentLoader": load})]
        assert len(expanded) == len(graph["@graph"])
        for node in walk(expanded):
            assert node.get("@id", base).startswith((base, "https://creativecommons.org/", "https://bao.example/"))
        own = [n for n in expanded if n["@id"] == base + path]
        assert len(own) == 1 and own[0]["https://schema.org/name"]


def test_nothing_in_it_can_end_the_script_or_begin_a_comment() -> None:
    text = linked.script(graphs(WEB)[f"bai-viet/2025/{HOSTILE}.html"])
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == graphs(WEB)[f"bai-viet/2025/{HOSTILE}.html"]
    assert any("<script>" in str(n.get("headline")) for n in json.loads(text)["@graph"]), "the words are there, escaped"


# --- subjects ------------------------------------------------------------------------------------------------------
def test_a_whole_text_is_the_outlets_news_article_kept_here() -> None:
    node = subject(f"bai-viet/2025/{FULL}.html")
    assert node["@type"] == "NewsArticle"
    assert node["url"] == "https://bao.example/hop-lan-9?a=1&b=2"
    assert node["archivedAt"] == f"https://bien-nien.example/kho/bai-viet/2025/{FULL}.html"
    assert node["publisher"] == {"@type": "NewsMediaOrganization", "name": "Báo Bình Mẫu"}
    assert node["datePublished"] == "2025-06-02"
    assert node["author"] == {"@type": "Person", "name": "Văn Minh Họa"}, "an agency is no person"
    assert node["creditText"] == "VĂN MINH HỌA, TTXVN", "the byline as printed"
    assert "license" not in node, "the archive's licence is not the outlet's"


def test_a_summary_is_the_archives_article_based_on_the_outlets() -> None:
    node = subject(f"bai-viet/2024/{SUMMARY}.html")
    assert node["@type"] == "Article"
    assert "datePublished" not in node and "author" not in node, "day and author are those of the report"
    assert node["publisher"]["@type"] == "Project"
    assert node["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert node["isBasedOn"]["@type"] == "NewsArticle" and node["isBasedOn"]["datePublished"] == "2024-03-06"
    assert "headline" not in node["isBasedOn"], "the headline is the archive's"


def test_a_headline_taken_from_the_lead_is_a_name_and_no_headline() -> None:
    node = subject(f"bai-viet/khong-ro-ngay/{UNDATED}.html")
    assert node["name"] == "Lễ kỷ niệm 15 năm của Khối Ví dụ" and "headline" not in node


def test_only_quoted_words_are_a_quotation() -> None:
    graph = graphs(WEB)[f"bai-viet/2024/{SUMMARY}.html"]["@graph"]
    (quotation,) = [n for n in graph if n["@type"] == "Quotation"]
    assert quotation["text"] == "năm tới sẽ có 3–4 đợt làm mẫu"
    assert quotation["spokenByCharacter"]["name"] == "Phạm Thị Mẫu"
    assert quotation["isPartOf"] == {"@id": subject(f"bai-viet/2024/{SUMMARY}.html")["@id"]}
    assert quotation["url"].endswith(".html#b7")


def test_a_meeting_tells_who_chaired_spoke_and_attended_and_leaves_out_who_was_only_mentioned() -> None:
    node = subject("cuoc-hop/2024-03-05-ban-lam-mau.html")
    chair, guest = node["attendee"]
    assert chair["@type"] == "Role" and chair["roleName"] == "chủ trì" and chair["attendee"]["name"] == "Trần Ví Dụ"
    assert guest["name"] == "Hoàng Văn Thử"
    assert node["performer"]["performer"]["name"] == "Phạm Thị Mẫu"
    assert node["location"] == {
        "@type": "Place",
        "name": "Hội trường Mẫu",
        "containedInPlace": {"@type": "AdministrativeArea", "name": "tỉnh Bình Mẫu"},
    }
    assert "attendee" not in subject("cuoc-hop/2025-07-10-khoi-vi-du.html")


def test_a_meetings_day_is_told_as_exactly_as_it_is_known_and_an_inference_says_so() -> None:
    assert subject("cuoc-hop/2025-09-08-bai-doc.html")["startDate"] == "2025-09"
    assert "startDate" not in subject("cuoc-hop/2025-07-10-khoi-vi-du.html"), "a bound is no date"
    several = subject("cuoc-hop/2025-08-14-thanh-uy-thu-nghiem.html")
    assert (several["startDate"], several["endDate"]) == ("2025-08-14", "2025-08-15")
    inferred = subject("cuoc-hop/2025-06-01-tinh-uy-binh-mau-9.html")
    assert inferred["startDate"] == "2025-06-01" and inferred["description"].startswith("Ngày họp là suy ra:")
    assert "description" not in several


def test_a_place_taken_from_the_outlets_home_is_not_told_as_the_meetings() -> None:
    assert sample().meetings["2025-07-10-khoi-vi-du"].place == "binh-mau"
    assert "location" not in subject("cuoc-hop/2025-07-10-khoi-vi-du.html")


def test_a_meeting_is_about_documents_that_it_dealt_with() -> None:
    about = subject("cuoc-hop/2024-03-05-ban-lam-mau.html")["about"]
    assert about["name"] == "Nghị quyết số 99-NQ/TU", "an open question is not in it"
    archive, name = sample(), "2025-06-01-tinh-uy-binh-mau-9"
    record = archive.articles[FULL]
    cited = tuple(
        replace(c, relation="basis" if "99" in c.as_written else "issued") for c in record.extraction.citations
    )
    record = replace(record, extraction=replace(record.extraction, citations=cited))
    archive = replace(archive, articles={**archive.articles, FULL: record})
    meeting = archive.meetings[name]
    node = linked.page(archive, WEB, "meeting", name, "x", meeting.url)["@graph"][2]
    assert node["about"]["name"] == "Nghị quyết số 77-NQ/TU", "nor is a mere basis"


def test_sightings_of_an_office_are_no_term_of_office() -> None:
    node = subject("nhan-su/tran-vi-du.html")
    assert [a["@type"] for a in node["affiliation"]] == ["OrganizationRole", "OrganizationRole"]
    assert not [n for n in walk(node) if "Role" in n["@type"] and {"startDate", "endDate"} & set(n)]
    secretary = next(a for a in node["affiliation"] if a["roleName"] == "Bí thư")
    assert secretary["affiliation"]["name"] == "Tỉnh ủy Bình Mẫu"
    assert "không phải ngày nhận hay thôi chức" in secretary["description"]
    assert secretary["subjectOf"]["@type"] == "NewsArticle"


def test_a_former_office_is_told_as_former() -> None:
    assert subject("nhan-su/le-gia-dinh.html")["affiliation"]["roleName"] == "nguyên Phó Bí thư"


def test_an_office_of_no_known_body_is_a_job_title() -> None:
    archive = sample()
    who = archive.people["le-gia-dinh"]
    alone = replace(who, offices=tuple(replace(s, organization=None, organization_name=None) for s in who.offices))
    archive = replace(archive, people={**archive.people, who.id: alone})
    node = linked.page(archive, WEB, "person", who.id, who.name, who.url)["@graph"][2]
    assert node["jobTitle"]["jobTitle"] == "nguyên Phó Bí thư" and "affiliation" not in node


def test_a_namesake_is_told_apart_in_words() -> None:
    assert subject("nhan-su/hoang-van-thu.html")["disambiguatingDescription"] == "Kho có người khác cùng tên."


def test_an_act_of_the_state_is_legislation() -> None:
    node = subject(f"van-kien/{ACT}.html")
    assert node["@type"] == "Legislation"
    assert node["legislationIdentifier"] == "12/2025/NĐ-CP" and node["legislationDate"] == "2025-01-31"
    assert node["legislationPassedBy"]["name"] == "Chính phủ"
    assert node["legislationChanges"]["name"] == "Nghị định số 3/2020/NĐ-CP", "a resolution of the Party is none"
    assert "legislationDate" not in subject(f"van-kien/{OLD_ACT}.html"), "a year is no date of adoption"


def test_a_document_of_the_party_is_a_work_with_its_symbol() -> None:
    node = subject(f"van-kien/{NQ77}.html")
    assert node["@type"] == "CreativeWork" and node["genre"] == "nghị quyết"
    assert node["identifier"] == {"@type": "PropertyValue", "propertyID": "số, ký hiệu", "value": "77-NQ/TU"}
    assert "dateCreated" not in subject(f"van-kien/{NQ99}.html"), "sources disagree"


def test_an_open_question_is_no_thing() -> None:
    graph = graphs(WEB)[f"van-kien/{OPEN}.html"]["@graph"]
    assert "mainEntity" not in graph[0] and {n["@type"] for n in graph} == {"WebPage", "BreadcrumbList"}
    everywhere = [n for g in graphs(WEB).values() for n in walk(g["@graph"]) if n.get("name") == "Nghị quyết 5"]
    assert all(n["@type"] in ("WebPage", "ListItem") for n in everywhere)


def test_an_organisation_tells_its_parent_members_and_meetings() -> None:
    block = subject("to-chuc/binh-mau/khoi-vi-du.html")
    assert block["parentOrganization"]["name"] == "Tỉnh ủy Bình Mẫu"
    committee = subject("to-chuc/binh-mau/tinh-uy.html")
    roles = {(m["roleName"], m["member"]["name"]) for m in committee["member"]}
    assert ("Bí thư", "Trần Ví Dụ") in roles and len(roles) == 3
    assert committee["event"]["name"] == "Hội nghị lần thứ 9 Tỉnh ủy Bình Mẫu"


def test_newest_comes_first_and_what_has_no_day_last() -> None:
    articles = subject(f"van-kien/{NQ99}.html")["subjectOf"]
    assert [a["@id"].split("/")[-1][:7] for a in articles] == ["2025-08", "2025-06", "2024-03", "2024-03"]


def test_the_home_page_tells_the_search_where_the_site_has_an_address() -> None:
    site = next(n for n in graphs(WEB)["index.html"]["@graph"] if n["@type"] == "WebSite")
    assert site["potentialAction"]["target"]["urlTemplate"] == (
        "https://bien-nien.example/kho/tim-kiem.html?q={search_term_string}"
    )
    copy = next(n for n in graphs(USB)["index.html"]["@graph"] if n["@type"] == "WebSite")
    assert "potentialAction" not in copy


def test_the_data_page_tells_its_files() -> None:
    data = subject("du-lieu.html")
    assert data["temporalCoverage"] == "2024-03-05/2025-09-01"
    assert "https://bien-nien.example/kho/data/archive.sqlite" in [d["contentUrl"] for d in data["distribution"]]


# --- beside the pages ----------------------------------------------------------------------------------------------
def test_breadcrumbs_are_those_that_the_page_shows_and_lead_to_pages() -> None:
    pages = {page.url: page for page in all_pages(sample(), WEB)}
    shown = 0
    for path, page in pages.items():
        trail = linked.trail_to(sample(), str(page.meta["kind"]), str(page.meta["id"]), path)
        assert {to for _, to in trail} <= set(pages), path
        tree = html5lib.parseFragment(page.body(), namespaceHTMLElements=False)
        nav = tree.find(".//nav[@class='bn-crumbs']")
        if nav is not None and trail:
            shown += 1
            depth = "../" * path.count("/")
            assert [(a.text, a.get("href")) for a in nav.iter("a")] == [(label, depth + to) for label, to in trail], (
                path
            )
    assert shown >= len(sample().articles) + len(sample().meetings)


class Head(HTMLParser):
    """Collects the elements of a head."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_head_has_its_pairs_feeds_and_json_and_stays_whole_with_hostile_words() -> None:
    for page in all_pages(sample(), WEB):
        html = head.head(sample(), WEB, page.meta, page.url)
        found = Head(html).found
        assert {tag for tag, _ in found} == {"link", "meta", "script"}
        assert html.count("<script") == html.count("</script>") == 1 and "<!--" not in html
        assert json.loads(html.split('ld+json">')[1].split("</script>")[0])["@context"] == "https://schema.org"
        assert not any(key.startswith("on") for _, attributes in found for key in attributes)
        (title,) = [a["content"] for _, a in found if a.get("name") == "DC.title"]
        assert not [a for _, a in found if str(a.get("property")).startswith("og:")], "the theme says these"
        assert title == " ".join(str(page.meta["title"]).split())


def test_a_person_with_several_articles_has_a_feed_in_the_head_and_one_with_one_has_none() -> None:
    def feeds_of(who: str) -> list[str | None]:
        person = sample().people[who]
        html = head.head(sample(), USB, {"title": person.name, "kind": "person", "id": who}, person.url)
        return [a["href"] for tag, a in Head(html).found if a.get("rel") == "alternate"]

    assert feeds_of("tran-vi-du") == ["tran-vi-du.xml", "tran-vi-du.json", "../nguon-tin.xml", "../nguon-tin.json"]
    assert feeds_of("le-gia-dinh") == ["../nguon-tin.xml", "../nguon-tin.json"]


def pairs(path: str, name: str, site: SiteInfo = WEB) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    meta = {"title": sample().articles[name].article.title, "kind": "article", "id": name, "description": "Tóm ý."}
    for tag in metatags.tags(sample(), site, meta, path):
        out.setdefault(tag.key, []).append(tag.content)
    return out


def test_dublin_core_gives_the_reports_author_and_day_to_the_whole_text_only() -> None:
    full = pairs(f"bai-viet/2025/{FULL}.html", FULL)
    assert full["DC.creator"] == ["Văn Minh Họa", "TTXVN"] and full["DC.date"] == ["2025-06-02"]
    assert full["DC.source"] == ["https://bao.example/hop-lan-9?a=1&b=2"]
    assert full["article:published_time"] == ["2025-06-02"]
    summary = pairs(f"bai-viet/2024/{SUMMARY}.html", SUMMARY)
    assert not {"DC.creator", "DC.date", "article:published_time"} & set(summary)
    assert summary["DC.publisher"] == ["Biên Niên"] and summary["DC.source"] == ["https://bao.example/ban-lam-mau"]


def test_a_copy_without_an_address_has_no_pair_that_needs_one() -> None:
    copy = pairs(f"bai-viet/2025/{FULL}.html", FULL, USB)
    assert not {"og:url", "DC.identifier", "DCTERMS.isPartOf"} & set(copy)
    assert copy["og:description"] == ["Tóm ý."] and copy["og:locale"] == ["vi_VN"]


def test_an_article_whose_outlet_is_unknown_tells_none() -> None:
    archive = changed(sample(), UNDATED)
    unnamed = replace(archive.articles[UNDATED], outlet=None)
    archive = replace(archive, articles={**archive.articles, UNDATED: unnamed})
    url = unnamed.article.url
    node = linked.page(archive, WEB, "article", UNDATED, "x", url)["@graph"][2]
    assert not {"publisher", "author", "datePublished", "creditText", "url"} & set(node)
