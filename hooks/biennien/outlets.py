"""Which outlet an article comes from: by the address that is given, else by its name, else by what it prints."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from .entities import Outlet
from .model import SourceRef
from .text import compare_key


class OutletFinder:
    """The registry's outlets by host and by printed name."""

    def __init__(self, outlets: Mapping[str, Outlet]) -> None:
        self._outlets = outlets
        self._hosts = {host.lower(): o for o in outlets.values() for host in o.hosts}
        self._names = {
            compare_key(name): o for o in reversed(list(outlets.values())) for name in (*o.aliases, o.short, o.name)
        }

    def find(self, source: SourceRef, printed: str | None = None) -> Outlet | None:
        """The outlet, or None. A host also stands for its subdomains (amp.vtcnews.vn for vtcnews.vn)."""
        if source.url:
            try:
                host = (urlsplit(source.url).hostname or "").lower()
            except ValueError:  # "https://[" is no address
                host = ""
            parts = host.split(".")
            for start in range(len(parts) - 1):
                found = self._hosts.get(".".join(parts[start:]))
                if found:
                    return found
        for name in (source.name, printed):
            if name and (found := self._names.get(compare_key(name)) or self._hosts.get(name.lower())):
                return found
        return None
