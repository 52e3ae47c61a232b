"""A site built with an address of its own: every absolute link in any of its files leads to a file of it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import html5lib  # type: ignore[import-untyped]

# A folder of a host, so that what forgets the folder is seen. Nobody has an address that ends in ".example".
SITE = "https://bien-nien.example/kho/"
REPO = "https://ma-nguon.example/bien-nien"
EDIT = "sua/docs/"
OVERRIDES = {"site_url": SITE, "repo_url": REPO, "edit_uri": EDIT}
TEXTS = {".html", ".xml", ".json", ".txt", ".js", ".bib", ".ris"}
_ENDS = "[^\\s\"'<>\\\\`|^(){}\u201c\u201d]*"  # what an address is made of, in any of these files
_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
Checked = tuple[str, int, list[str]]


def check(site: Path, project: Path) -> Iterator[Checked]:
    """(what, how many, what is wrong) of a site built with ``OVERRIDES`` from the project."""
    pages = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    trees = {path.relative_to(site).as_posix(): _parse(path) for path in pages}
    yield "absolute addresses in any file", *_addresses(site, trees)
    yield "canonical and og:url, each page its own", *_canonical(trees)
    yield "edit links, each to a file of the project", *_edits(trees, project)
    yield "addresses in sitemap.xml, every page once", *_sitemap(site, trees)
    yield "OpenSearch: templates and links to it", *_opensearch(site, trees)
    yield "feeds: self, home and entries", *_feeds(site)
    yield "JSON-LD: every @id absolute", *_identities(trees)


def _parse(path: Path) -> Any:
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(path.read_text(encoding="utf-8"))


def _moved(tree: Any) -> bool:
    return any(e.get("http-equiv") == "refresh" for e in tree.iter("meta"))


def _addresses(site: Path, trees: dict[str, Any]) -> tuple[int, list[str]]:
    """Everything that begins as the site's address does, in pages, feeds, data, citations and the search index."""

    @cache
    def ids(name: str) -> frozenset[str]:
        tree = trees.get(name)
        return frozenset(e.get("id") for e in tree.iter() if e.get("id")) if tree is not None else frozenset()

    found: dict[str, str] = {}
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS and path.is_file():
            text = path.read_text(encoding="utf-8")
            # Feeds carry HTML inside XML, and JSON escapes what HTML would read.
            text = html.unescape(html.unescape(text)) if path.suffix in (".html", ".xml") else text
            # A citation to save is a file inside its link.
            text = re.sub(r'data:[^"]*', lambda m: unquote(m.group()), text) if path.suffix == ".html" else text
            for address in re.findall(re.escape(SITE) + _ENDS, text.replace("\\u0026", "&")):
                found.setdefault(address.rstrip(".,;:"), path.relative_to(site).as_posix())
    # What feeds call an entry is a name too: the subject's page and the article.
    articles = {a["id"] for a in json.loads((site / "data" / "articles.json").read_text(encoding="utf-8"))}
    wrong = []
    for address, where in sorted(found.items()):
        file, _, anchor = address.removeprefix(SITE).partition("#")
        name = unquote(file.partition("?")[0]) or "index.html"
        target = site / name
        # Fragments of JSON-LD name things, not places: "#nguoi", "#vk".
        thing = (
            anchor in ("bai", "hop", "nguoi", "vk", "tc", "kho", "du-an", "du-lieu", "duong-dan") or anchor in articles
        )
        if not target.is_file():
            wrong.append(f"{where}: {address} is no file")
        elif anchor and not thing and name in trees and unquote(anchor) not in ids(name):
            wrong.append(f"{where}: {address} is no place on its page")
    return len(found), wrong


def _canonical(trees: dict[str, Any]) -> tuple[int, list[str]]:
    wrong = []
    for url, tree in trees.items():
        if _moved(tree):
            continue
        canonical = [e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"]
        shared = [e.get("content") for e in tree.iter("meta") if e.get("property") == "og:url"]
        # The home page has the site's own address.
        right = {SITE + url, SITE} if url == "index.html" else {SITE + url}
        if not (len(canonical) == len(shared) == 1 and canonical == shared and set(canonical) <= right):
            wrong.append(f"{url}: canonical {canonical}, og:url {shared}")
    return len(trees), wrong


def _edits(trees: dict[str, Any], project: Path) -> tuple[int, list[str]]:
    links = [(url, e.get("href")) for url, tree in trees.items() for e in tree.iter("a")]
    edits = [(url, href) for url, href in links if (href or "").startswith(f"{REPO}/{EDIT}")]
    wrong = [
        f"{url}: {href}"
        for url, href in edits
        if not (project / "docs" / unquote(href.removeprefix(f"{REPO}/{EDIT}"))).is_file()
    ]
    return len(edits), wrong or ([] if edits else ["no page can be changed"])


def _sitemap(site: Path, trees: dict[str, Any]) -> tuple[int, list[str]]:
    named = [e.text or "" for e in ElementTree.parse(site / "sitemap.xml").iter(f"{_MAP}loc")]
    files = [unquote(loc.removeprefix(SITE)) or "index.html" for loc in named]
    wanted = {url for url, tree in trees.items() if not _moved(tree)}
    wrong = [f"sitemap.xml: {loc}" for loc in named if not loc.startswith(SITE)]
    wrong += [f"sitemap.xml: {url} is missing" for url in sorted(wanted - set(files))]
    wrong += [f"sitemap.xml: {url} is no page, or is there twice" for url in _surplus(files, wanted)]
    if f"Sitemap: {SITE}sitemap.xml" not in (site / "robots.txt").read_text(encoding="utf-8"):
        wrong.append("robots.txt does not name the sitemap")
    return len(named), wrong


def _surplus(files: Sequence[str], wanted: Iterable[str]) -> list[str]:
    left = list(files)
    for url in wanted:
        if url in left:
            left.remove(url)
    return left


def _opensearch(site: Path, trees: dict[str, Any]) -> tuple[int, list[str]]:
    wrong = []
    templates = [e.get("template", "") for e in ElementTree.parse(site / "opensearch.xml").iter(f"{_SEARCH}Url")]
    right = [f"{SITE}tim-kiem.html?q={{searchTerms}}", f"{SITE}opensearch.xml"]
    if templates != right:
        wrong.append(f"opensearch.xml: {templates}")
    for url, tree in trees.items():
        hrefs = [e.get("href") for e in tree.iter("link") if e.get("rel") == "search"]
        if not _moved(tree) and hrefs != ["../" * url.count("/") + "opensearch.xml"]:
            wrong.append(f"{url}: search {hrefs}")
    return len(trees) + len(templates), wrong


def _feeds(site: Path) -> tuple[int, list[str]]:
    """Feeds say where they are, and every entry where it stands: absolutely, since readers keep them elsewhere."""
    count, wrong = 0, []
    for path in sorted(site.rglob("*.xml")):
        name = path.relative_to(site).as_posix()
        root = ElementTree.parse(path).getroot()
        if root.tag != f"{_ATOM}feed":
            continue
        count += 1
        own = [e.get("href") for e in root.findall(f"{_ATOM}link") if e.get("rel") == "self"]
        if own != [SITE + name]:
            wrong.append(f"{name}: self {own}")
        for link in root.iter(f"{_ATOM}link"):
            if link.get("rel") == "alternate" and not (link.get("href") or "").startswith(SITE):
                wrong.append(f"{name}: alternate {link.get('href')}")
        wrong += [f"{name}: id {e.text}" for e in root.iter(f"{_ATOM}id") if not (e.text or "").startswith(SITE)]
    for path in sorted(site.rglob("*.json")):
        name = path.relative_to(site).as_posix()
        feed = json.loads(path.read_text(encoding="utf-8"))
        if not (isinstance(feed, dict) and str(feed.get("version", "")).startswith("https://jsonfeed.org/")):
            continue
        count += 1
        if feed.get("feed_url") != SITE + name or not str(feed.get("home_page_url")).startswith(SITE):
            wrong.append(f"{name}: {feed.get('feed_url')}, {feed.get('home_page_url')}")
        wrong += [f"{name}: {i.get('url')}" for i in feed["items"] if not str(i.get("url", "")).startswith(SITE)]
    return count, wrong or ([] if count else ["there is no feed"])


def _identities(trees: dict[str, Any]) -> tuple[int, list[str]]:
    count, wrong, actions = 0, [], 0
    for url, tree in trees.items():
        for script in tree.iter("script"):
            if script.get("type") != "application/ld+json":
                continue
            for node in _nodes(json.loads(script.text or "{}")):
                actions += "potentialAction" in node
                for name in ("@id", "url", "contentUrl", "mainEntityOfPage"):
                    value = node.get(name)
                    if isinstance(value, str):
                        count += 1
                        if not value.startswith(("https://", "http://")):
                            wrong.append(f"{url}: {name} {value}")
    if actions != 1:
        wrong.append(f"{actions} pages offer the search, not just the first")
    return count, wrong


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one)
