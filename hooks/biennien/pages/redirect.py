"""What is left at an address that a page had before: a small page that leads on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..redirects import sort_out
from .page import Page
from .render import render
from .views import Views


def pages(views: Views) -> Iterator[Page]:
    """One page for each old address that leads to a living one."""
    usable, _ = sort_out(views.archive)
    for redirect in usable:
        path = redirect.old.removesuffix(".html") + ".md"
        meta = {
            "title": "Trang đã chuyển",
            "kind": "redirect",
            "id": redirect.old.removesuffix(".html"),
            "description": "Trang này có địa chỉ mới.",
            "template": "redirect.html",
            "to": redirect.new,
        }
        yield Page(path, meta, partial(render, "redirect", path, to=redirect.new), edit=redirect.path)
