"""A page of the site in, JSON-LD in schema.org's words out: the page, where it stands, and its subject."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .. import words
from ..entities import Archive
from ..siteinfo import SiteInfo
from . import dictionary
from .linked_subjects import FRAGMENTS, Node, Subjects, licence_url, some

_PAGES = {"about": "AboutPage", "person": "ProfilePage", "index": "CollectionPage", "search": "SearchResultsPage"}
GUIDE = "huong-dan/index.html"


def script(node: Node) -> str:
    """JSON that can stand inside <script type="application/ld+json">: it ends no element, begins no comment."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def page(archive: Archive, site: SiteInfo, kind: str, identity: str, title: str, path: str) -> Node:
    """All that the page at ``path`` says to programs: itself, where it stands, and its subject.

    ``kind`` and ``identity`` are the page's ``kind`` and ``id``. A further page of a subject (one of its years), an
    index or a guide says only itself and where it stands. KeyError where the archive has no such subject.
    """
    maker = Subjects(archive, site, path)
    subject: list[Node] = []
    if kind in FRAGMENTS and path == _url(archive, kind, identity):
        subject = maker.subject(kind, identity)
    elif kind == "home":
        subject = [website(maker)]
    elif kind == "data":
        subject = [dataset(maker)]
    trail = [*trail_to(archive, kind, identity, path), (title, path)]
    own: Node = {
        "@type": _PAGES.get(kind, "WebPage"),
        "@id": maker.at(path),
        "url": maker.at(path),
        "name": title,
        "inLanguage": "vi",
        "isPartOf": {"@id": maker.at("index.html#kho")},
    }
    if subject and kind != "home":
        own["mainEntity"] = {"@id": subject[0]["@id"]}
    nodes = [own, *subject]
    if len(trail) > 1:
        own["breadcrumb"] = {"@id": maker.at(f"{path}#duong-dan")}
        nodes.insert(1, breadcrumbs(maker, trail, f"{path}#duong-dan"))
    return {"@context": "https://schema.org", "@graph": nodes}


def trail_to(archive: Archive, kind: str, identity: str, path: str) -> list[tuple[str, str]]:
    """(label, path) of the pages above a page, as its breadcrumbs show them; the page itself is not in it."""
    sections = {
        "person": ("Nhân sự", "nhan-su/index.html"),
        "document": ("Văn kiện", "van-kien/index.html"),
        "organization": ("Tổ chức", "to-chuc/index.html"),
    }
    if kind in sections:
        subject = _url(archive, kind, identity)
        name = _name(archive, kind, identity)
        return [sections[kind], *([(name, subject)] if path != subject else [])]
    if kind in ("article", "meeting"):
        date = archive.articles[identity].date if kind == "article" else words.known_day(archive.meetings[identity])
        year = [(str(date.year), f"dong-thoi-gian/{date.year}.html")] if date else []
        return [("Dòng thời gian", "dong-thoi-gian.html"), *year]
    if kind == "guide" and path.startswith("huong-dan/") and path != GUIDE:
        return [("Hướng dẫn", GUIDE)]
    return []


def _url(archive: Archive, kind: str, identity: str) -> str:
    if kind == "article":
        return archive.articles[identity].article.url
    if kind == "meeting":
        return archive.meetings[identity].url
    if kind == "person":
        return archive.people[identity].url
    if kind == "document":
        return archive.documents[identity].url
    return archive.organizations[identity].url


def _name(archive: Archive, kind: str, identity: str) -> str:
    if kind == "person":
        return archive.people[identity].name
    if kind == "document":
        return archive.documents[identity].name
    return archive.organizations[identity].name


def website(maker: Subjects) -> Node:
    """The whole site; its search, where the site has an address."""
    node: Node = {
        "@type": "WebSite",
        "@id": maker.at("index.html#kho"),
        "name": maker.site.name,
        "url": maker.site.site_url or maker.at("index.html"),
        "inLanguage": "vi",
        "publisher": maker.project(),
    }
    if maker.site.site_url:  # a template must be absolute
        node["potentialAction"] = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": maker.at("tim-kiem.html") + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        }
    return node


def dataset(maker: Subjects) -> Node:
    """The data files as one Dataset."""
    days = [day for m in maker.archive.meetings.values() if (day := m.date)]
    files = [(table.file, "application/json") for table in dictionary.TABLES]
    files += [(extra.file, extra.mediatype) for extra in dictionary.EXTRAS]
    return some(
        **{"@type": "Dataset", "@id": maker.at("du-lieu.html#du-lieu")},
        name=f"{maker.site.name}: dữ liệu",
        description="Bài viết, cuộc họp, nhân sự, văn kiện, tổ chức và số liệu đọc từ tin báo chí về các cuộc họp, "
        "mỗi dữ kiện kèm dẫn chứng.",
        inLanguage="vi",
        isAccessibleForFree=True,
        license=licence_url(maker.site.licence),
        creator=maker.project(),
        temporalCoverage=f"{min(days).isoformat()}/{max(days).isoformat()}" if days else None,
        distribution=[
            {"@type": "DataDownload", "name": path, "encodingFormat": form, "contentUrl": maker.at(path)}
            for path, form in files
        ],
    )


def breadcrumbs(maker: Subjects, trail: Sequence[tuple[str, str]], path: str) -> Node:
    """The way to a page, the page last."""
    items = [
        {"@type": "ListItem", "position": place, "name": label, "item": maker.at(to)}
        for place, (label, to) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "@id": maker.at(path), "itemListElement": items}
