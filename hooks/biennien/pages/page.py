"""What every page builder hands over (Page) and what it may know besides the archive (SiteInfo)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One generated page. ``path`` is the Markdown source's, relative to the docs ("nhan-su/le-quoc-phong.md").

    ``meta`` becomes the front matter (plain YAML data: str, int, bool, None, list, dict). ``body`` gives HTML without
    blank lines,
    which is one Markdown HTML block; it is called at most a few times and must be pure.
    """

    path: str
    meta: Mapping[str, Any]
    body: Callable[[], str]
    edit: str | None = None  # path of the source that an editor would change

    @property
    def url(self) -> str:
        """Address relative to the site."""
        return self.path.removesuffix(".md") + ".html"


@dataclass(frozen=True, slots=True)
class Download:
    """One file that the data page offers; ``size`` in bytes, None where the build does not know it yet."""

    path: str  # relative to the site: "data/people.json"
    size: int | None = None
    records: int | None = None


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """All that pages say and that is not in the archive. Pages read no clock, no environment and no configuration."""

    name: str = "Biên Niên"
    version: str = ""
    site_url: str = ""  # with a slash at its end, or ""
    repo_url: str = ""
    edit_base: str = ""  # address under which the files below docs/ can be changed, with a slash at its end; or ""
    today: dt.date | None = None
    downloads: tuple[Download, ...] = ()  # empty: the data page lists the files of the contract without sizes
    zip: Download | None = None  # the whole archive in one file, when it is made
    licence: str = ""
