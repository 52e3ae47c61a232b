"""A site in, the small files that the web expects out: robots.txt and a description of the search."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from ..siteinfo import SiteInfo
from . import addresses

OPENSEARCH = "opensearch.xml"


def robots(site: SiteInfo) -> str:
    """Everything may be read by every program; the site map can only be named where the site has an address."""
    sitemap = f"\nSitemap: {addresses.absolute(site, 'sitemap.xml')}\n" if site.site_url else ""
    return "User-agent: *\nAllow: /\n" + sitemap


def opensearch(site: SiteInfo) -> str | None:
    """OpenSearch 1.1, so that a browser can search here; None without an address, since its templates are absolute."""
    if not site.site_url:
        return None
    search = addresses.absolute(site, "tim-kiem.html") + "?q={searchTerms}"
    here = addresses.absolute(site, OPENSEARCH)
    told = f"Tìm trong {site.name}: bài viết, cuộc họp, nhân sự, văn kiện, tổ chức"
    return "\n".join([
        '<?xml version="1.0" encoding="utf-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(site.name[:16])}</ShortName>",  # the specification allows no longer ones
        f"<Description>{escape(told[:1024])}</Description>",
        f'<Url type="text/html" template={quoteattr(search)}/>',
        f'<Url type="application/opensearchdescription+xml" rel="self" template={quoteattr(here)}/>',
        "<Language>vi</Language>",
        "<InputEncoding>UTF-8</InputEncoding>",
        "<OutputEncoding>UTF-8</OutputEncoding>",
        "</OpenSearchDescription>",
        "",
    ])  # fmt: skip
