"""What every page builder hands over."""

from __future__ import annotations

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
