"""A generated page in, what its <head> holds for programs out: meta pairs, JSON-LD, and where its feeds are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ..entities import Archive
from ..siteinfo import SiteInfo
from . import addresses, feeds, linked, metatags, webfiles


def head(archive: Archive, site: SiteInfo, meta: Mapping[str, Any], path: str) -> Markup:
    """HTML for the head of the page at ``path`` (".html", relative to the site), ``meta`` being its front matter.

    Links to other files of the site are relative, so that they lead there from ``file://`` too.
    """
    kind, identity, title = str(meta.get("kind", "")), str(meta.get("id", "")), str(meta["title"])
    parts = [Markup('<link rel="{}" href="{}">').format(*one) for one in metatags.SCHEMAS]
    # What begins with "og:" the theme says itself, for pages written by hand too.
    said = (tag for tag in metatags.tags(archive, site, meta, path) if not tag.key.startswith("og:"))
    parts += [Markup('<meta {}="{}" content="{}">').format(*tag) for tag in said]
    offered = [feeds.ARCHIVE]
    if kind in feeds.KINDS and feeds.has_feed(archive, kind, identity):
        offered.insert(0, feeds.place(archive, kind, identity))
    for feed in offered:
        for file, mediatype in ((feed.atom, feeds.ATOM), (feed.json, feeds.JSON)):
            href = addresses.relative(file, path)
            parts.append(
                Markup('<link rel="alternate" type="{}" title="{}" href="{}">').format(mediatype, feed.title, href)
            )
    if site.site_url:
        href = addresses.relative(webfiles.OPENSEARCH, path)
        kind_of = "application/opensearchdescription+xml"
        parts.append(Markup('<link rel="search" type="{}" title="{}" href="{}">').format(kind_of, site.name, href))
    node = linked.script(linked.page(archive, site, kind, identity, title, path))
    parts.append(Markup('<script type="application/ld+json">{}</script>').format(Markup(node)))
    return Markup("\n").join(parts)
