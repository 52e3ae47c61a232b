"""A page in, the pairs for its <meta> elements out: Dublin Core for libraries, Open Graph for shared links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from ..entities import Archive
from ..siteinfo import SiteInfo
from . import addresses, citations, naming


class Tag(NamedTuple):
    """One <meta>: Dublin Core goes by ``name``, Open Graph by ``property``."""

    attribute: Literal["name", "property"]
    key: str
    content: str


# Dublin Core's names mean something only with these links beside them.
SCHEMAS: tuple[tuple[str, str], ...] = (
    ("schema.DC", "http://purl.org/dc/elements/1.1/"),
    ("schema.DCTERMS", "http://purl.org/dc/terms/"),
)


def tags(archive: Archive, site: SiteInfo, meta: Mapping[str, Any], path: str) -> list[Tag]:
    """Every pair for the page at ``path`` with this front matter. What is not known has no pair."""
    kind, identity = str(meta.get("kind", "")), str(meta.get("id", ""))
    pairs: list[tuple[str, str | None]] = [
        ("DC.title", str(meta["title"])),
        ("DC.language", "vi"),
        ("DC.identifier", addresses.absolute(site, path)),
        ("DCTERMS.isPartOf", site.site_url),
    ]
    graph: list[tuple[str, str | None]] = [
        ("og:type", "article" if kind == "article" else "profile" if kind == "person" else "website"),
        ("og:title", str(meta["title"])),
        ("og:description", meta.get("description")),
        ("og:url", addresses.absolute(site, path)),
        ("og:locale", "vi_VN"),
        ("og:site_name", site.name),
    ]
    if kind == "article":
        pairs += _article(archive, site, identity)
        record = archive.articles[identity]
        if record.article.published and record.article.meta.form == "full":
            graph.append(("article:published_time", record.article.published.isoformat()))
    elif kind == "meeting":
        pairs += _meeting(archive, identity)
    elif kind == "document":
        pairs += _document(archive, identity)
    else:
        pairs.append(("DC.type", "Text"))
    return [*_tags("name", pairs), *_tags("property", graph)]


def _tags(attribute: Literal["name", "property"], pairs: Iterable[tuple[str, str | None]]) -> list[Tag]:
    return [Tag(attribute, key, " ".join(value.split())) for key, value in pairs if value]


def _article(archive: Archive, site: SiteInfo, identity: str) -> list[tuple[str, str | None]]:
    record = archive.articles[identity]
    article = record.article
    published = article.published.isoformat() if article.published else None
    source = addresses.web_address(article.meta.source.url)
    if article.meta.form == "summary":
        # The day, the byline and the outlet are those of the report, not of the summary.
        return [
            ("DC.type", "Text"),
            ("DC.publisher", site.name),
            ("DC.source", source or naming.outlet_in_full(archive, record)),
            ("DC.rights", site.licence),
        ]
    return [
        ("DC.type", "Text"),
        *(("DC.creator", name) for name in naming.authors(record)),
        ("DC.publisher", naming.outlet_in_full(archive, record)),
        ("DC.date", published),
        ("DC.source", source),
        ("DC.rights", article.meta.rights),
    ]


def _meeting(archive: Archive, identity: str) -> list[tuple[str, str | None]]:
    meeting = archive.meetings[identity]
    place = naming.place(archive, meeting.place) if meeting.place_basis in ("stated", "editor") else None
    return [
        ("DC.type", "Event"),
        ("DC.date", citations.iso(citations.partial_date(meeting))),
        ("DC.coverage", place.name if place else None),
    ]


def _document(archive: Archive, identity: str) -> list[tuple[str, str | None]]:
    document = archive.documents[identity]
    if document.status != "identified":
        return [("DC.type", "Text")]
    return [
        ("DC.type", "Text"),
        ("DC.subject", document.title),
        ("DCTERMS.references", document.symbol),
    ]
