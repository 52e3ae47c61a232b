"""A Feed in, Atom (RFC 4287) or JSON Feed 1.1 out.

Where the site has an address, ids are permalinks. A copy without one names its feeds and entries by URNs made from
their paths, the same in every build; Atom's links are then relative to the feed's own file, and JSON Feed, which has no
word for that, carries the path in ``_bien_nien``.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ..siteinfo import SiteInfo
from . import addresses
from .feeds import Entry, Feed

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VIETNAM = "T00:00:00+07:00"  # articles bear days; a feed must give an instant: the day's beginning in Vietnam


def _moment(day: dt.date) -> str:
    return day.isoformat() + _VIETNAM


def _rights(site: SiteInfo) -> str:
    licence = f"Bản tóm lược: {site.licence}. " if site.licence else ""
    return f"{licence}Toàn văn: quyền của tòa soạn."


# --- Atom --------------------------------------------------------------------------------------------------------
def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))


def _attribute(value: str) -> str:
    return quoteattr(_NOT_XML.sub("", value))


def atom(feed: Feed, site: SiteInfo) -> str:
    """The feed as an Atom document."""
    place = feed.place
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        f"<id>{_text(addresses.identity(site, place.atom))}</id>",
        f"<title>{_text(place.title)}</title>",
        f"<subtitle>{_text(feed.subtitle)}</subtitle>",
        f"<updated>{_moment(max(e.day for e in feed.entries))}</updated>",
        f"<author><name>{_text(site.name)}</name></author>",
        f'<link rel="alternate" type="text/html" href={_attribute(addresses.link(site, place.page, place.atom))}/>',
        f"<rights>{_text(_rights(site))}</rights>",
    ]
    if site.site_url:
        here = _attribute(addresses.absolute(site, place.atom))
        lines.append(f'<link rel="self" type="application/atom+xml" href={here}/>')
    lines += [_atom_entry(entry, feed, site) for entry in feed.entries]
    return "\n".join(lines) + "\n</feed>\n"


def _atom_entry(entry: Entry, feed: Feed, site: SiteInfo) -> str:
    lines = [
        "<entry>",
        f"<id>{_text(addresses.identity(site, entry.about))}</id>",
        f"<title>{_text(entry.title)}</title>",
        f"<updated>{_moment(entry.day)}</updated>",
    ]
    if entry.published:
        lines.append(f"<published>{_moment(entry.published)}</published>")
    lines += [f"<author><name>{_text(name)}</name></author>" for name in entry.authors]
    page = _attribute(addresses.link(site, entry.page, feed.place.atom))
    lines.append(f'<link rel="alternate" type="text/html" href={page}/>')
    if entry.source:
        lines.append(f'<link rel="via" href={_attribute(entry.source)}/>')
    lines.append(f'<content type="html">{_text(entry.html)}</content>')
    lines.append("</entry>")
    return "\n".join(lines)


# --- JSON Feed ---------------------------------------------------------------------------------------------------
def json_feed(feed: Feed, site: SiteInfo) -> str:
    """The feed as a JSON Feed."""
    place = feed.place
    document: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": place.title,
        "description": feed.subtitle,
        "language": "vi",
        "authors": [{"name": site.name}],
    }
    if site.site_url:
        document["home_page_url"] = addresses.absolute(site, place.page)
        document["feed_url"] = addresses.absolute(site, place.json)
    document["_bien_nien"] = {"page": place.page, "rights": _rights(site)}
    document["items"] = [_item(entry, site) for entry in feed.entries]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry, site: SiteInfo) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": addresses.identity(site, entry.about),
        "url": addresses.absolute(site, entry.page),
        "external_url": entry.source,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": _moment(entry.published) if entry.published else "",
        "date_modified": _moment(entry.day),
        "authors": [{"name": name} for name in entry.authors],
        "language": "vi",
        "_bien_nien": {
            "page": entry.page,
            "article": entry.article,
            "form": "summary" if entry.summary else "full",
        },
    }
    return {key: value for key, value in item.items() if value not in ("", [])}
