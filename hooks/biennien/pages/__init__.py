"""Archive in, pages out: each a path, front matter and a body that is made only when somebody reads it."""

from __future__ import annotations

from collections.abc import Iterator

from ..entities import Archive
from ..siteinfo import Download, SiteInfo
from . import article, document, front, indexes, meeting, organization, person, redirect, state, timeline, verify
from .page import Page
from .views import Views

__all__ = ["Download", "Page", "SiteInfo", "all_pages"]


def all_pages(archive: Archive, site: SiteInfo) -> Iterator[Page]:
    """Every generated page of the site, in a fixed order. Rendering is pure: the same archive gives the same pages."""
    views = Views(archive, site)
    taken = set()
    for module in (front, timeline, meeting, person, document, organization, indexes, verify, state, article):
        for page in module.pages(views):
            taken.add(page.path.lower())
            yield page
    # Last, because a page that is there goes before one that is gone.
    yield from (page for page in redirect.pages(views) if page.path.lower() not in taken)
