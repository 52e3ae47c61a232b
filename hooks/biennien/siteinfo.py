"""What pages and files may say of the site itself: SiteInfo, the Downloads that it offers, what changed lately."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

How = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Download:
    """One file that the data page offers; ``size`` in bytes, None where the build does not know it yet."""

    path: str  # relative to the site: "data/people.json"
    size: int | None = None
    records: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What one day changed, by its end, in articles and registries. What people wrote of their commits is theirs."""

    date: dt.date
    files: tuple[tuple[How, str], ...]  # in order of paths, which are as in ``Article.path``


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
    licence: str = ""
    changes: tuple[Change, ...] = ()  # newest first; empty where there is no whole git history
