"""A built site as files: what its pages weigh, where their links lead, and whether everything in them can be parsed."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import html5lib  # type: ignore[import-untyped]

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
# Relations of a <link> that make a browser load something. The others only name an address.
LOADING = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect", "dns-prefetch"}
SOURCES = {"script", "img", "iframe", "source", "video", "audio", "embed", "track", "input"}


@dataclass(slots=True)
class Page:
    """One page of the site and what was found in it."""

    path: Path
    url: str  # relative to the site
    kind: str
    raw: int
    packed: int
    loads: tuple[Path, ...]  # style sheets and scripts that it names
    links: tuple[str, ...]
    ids: frozenset[str]
    feeds: tuple[tuple[str, str], ...]  # (media type, href)
    graphs: tuple[dict[str, Any], ...]  # blocks of JSON-LD
    problems: list[str] = field(default_factory=list)


def packed(data: bytes) -> int:
    """Size as a server sends it; the level is that of most servers."""
    return len(gzip.compress(data, 6, mtime=0))


@cache
def _packed_file(path: Path) -> int:
    return packed(path.read_bytes())


def read_page(path: Path, site: Path) -> Page:
    """Parse one page and collect what the checks need; the tree itself is let go."""
    data = path.read_bytes()
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(data.decode("utf-8"))
    problems = [f"html: {code} in line {place[0]}" for place, code, _ in parser.errors]
    ids: Counter[str] = Counter()
    loads, links, feeds, graphs = [], [], [], []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if name := element.get("id"):
            ids[name] += 1
        href, source = element.get("href"), element.get("src")
        rel = set((element.get("rel") or "").split())
        links += [link for link in (href, source) if link]
        loaded = source if element.tag in SOURCES else href if element.tag == "link" and rel & LOADING else None
        if loaded and urlsplit(loaded).netloc:
            problems.append(f"other host: {loaded}")
        elif loaded and (element.tag == "script" or "stylesheet" in rel):
            loads.append((path.parent / unquote(urlsplit(loaded).path)).resolve())
        if element.tag == "link" and "alternate" in rel and element.get("type") in (ATOM, JSON_FEED):
            feeds.append((element.get("type"), href or ""))
        if element.tag == "script" and element.get("type") == "application/ld+json":
            graph, told = _jsonld("".join(element.itertext()))
            graphs.append(graph)
            problems += told
    problems += [f"id twice: {name}" for name, count in ids.items() if count > 1]
    body = tree.find("body")
    shown = re.search(r"\bk-([a-z]+)", (body.get("class") or "") if body is not None else "")
    url = path.relative_to(site).as_posix()
    return Page(
        path, url, shown.group(1) if shown else "other", len(data), packed(data), tuple(loads), tuple(links),
        frozenset(ids), tuple(feeds), tuple(graphs), problems,
    )  # fmt: skip


def _jsonld(text: str) -> tuple[dict[str, Any], list[str]]:
    """(the block, what is wrong with it); an empty one for what cannot be asked further."""
    try:
        node = json.loads(text)
    except ValueError as error:
        return {"@graph": []}, [f"json-ld: {error}"]
    if not isinstance(node, dict) or node.get("@context") != "https://schema.org":
        return {"@graph": []}, ["json-ld: no schema.org context"]
    untyped = [n for n in node.get("@graph", [node]) if not (isinstance(n, dict) and n.get("@type"))]
    return ({"@graph": []}, ["json-ld: a node without a type"]) if untyped else (node, [])


def first_load(page: Page) -> int:
    """Bytes over the wire, packed, until the page and the style sheets and scripts that it names are there."""
    return page.packed + sum(_packed_file(path) for path in dict.fromkeys(page.loads) if path.is_file())


@dataclass(frozen=True, slots=True)
class Links:
    """How many links within the site there are, and those that lead nowhere."""

    files: int
    anchors: int
    broken: tuple[str, ...]


def check_links(pages: Sequence[Page]) -> Links:
    """Follow every link of every page that stays in the site."""
    ids = {page.path.resolve(): page.ids for page in pages}
    there = cache(Path.is_file)
    files = anchors = 0
    broken = []
    for page in pages:
        if page.url == "404.html":
            continue  # served for any address, so its links lead from the root of a host
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path.resolve()
            files += 1
            if not there(target):
                broken.append(f"{page.url}: {link}")
            elif parts.fragment and target in ids:
                anchors += 1
                if unquote(parts.fragment) not in ids[target]:
                    broken.append(f"{page.url}: {link}")
    return Links(files, anchors, tuple(broken))


def check_feeds(pages: Sequence[Page]) -> tuple[int, list[str]]:
    """(feeds that pages name, what is wrong with them)."""
    found = {
        ((page.path.parent / unquote(href)).resolve(), mediatype) for page in pages for mediatype, href in page.feeds
    }
    return len(found), [wrong for path, mediatype in sorted(found) for wrong in _feed(path, mediatype)]


def _feed(path: Path, mediatype: str) -> Iterator[str]:
    try:
        text = path.read_text(encoding="utf-8")
        if mediatype == ATOM:
            root = ElementTree.fromstring(text.encode())
            name = "{http://www.w3.org/2005/Atom}"
            if root.tag != f"{name}feed" or any(
                root.find(f"{name}{need}") is None for need in ("id", "title", "updated")
            ):
                yield f"feed {path.name}: no Atom feed with id, title and date"
        else:
            feed: Any = json.loads(text)
            if not str(feed.get("version", "")).startswith("https://jsonfeed.org/version/1") or "items" not in feed:
                yield f"feed {path.name}: no JSON feed with items"
    except (OSError, ValueError, ElementTree.ParseError) as error:
        yield f"feed {path.name}: {error}"


def check_styles(site: Path) -> Iterator[str]:
    """Style sheets that make a browser ask another host, of those that a page may load."""
    for path in sorted((site / "assets").glob("*.css")):
        for address in re.findall(r"(?:url\(\s*['\"]?|@import\s+['\"])([^'\")]+)", path.read_text(encoding="utf-8")):
            if urlsplit(address).netloc:
                yield f"other host: {path.name}: {address}"


def by_kind(pages: Sequence[Page]) -> Mapping[str, Sequence[Page]]:
    """Pages of each kind, smallest first, kinds in alphabetical order."""
    found: dict[str, list[Page]] = defaultdict(list)
    for page in sorted(pages, key=lambda p: (p.raw, p.url)):
        found[page.kind].append(page)
    return dict(sorted(found.items()))


def weights(pages: Sequence[Page]) -> list[list[str]]:
    """Rows of the table of sizes, in bytes: kind, pages, HTML raw, HTML packed, all of the first load packed."""
    rows = []
    for kind, those in by_kind(pages).items():
        columns = ([p.raw for p in those], [p.packed for p in those], [first_load(p) for p in those])
        rows.append([kind, str(len(those)), *(f"{int(f(c)):,}" for c in columns for f in (median, max))])
    return rows
