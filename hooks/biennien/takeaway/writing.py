"""A built site in, the files to take away put into it: feeds, Popolo, citations, descriptions for programs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..entities import Archive
from ..siteinfo import Download, SiteInfo
from . import citation_formats, citations, datapackage, dictionary, feed_formats, feeds, popolo, webfiles


def texts(archive: Archive, site: SiteInfo) -> Iterator[tuple[str, Iterable[str]]]:
    """(path in the site, pieces of its text) of every file, one at a time, in a fixed order."""
    for feed in feeds.all_feeds(archive, site):
        yield feed.place.atom, [feed_formats.atom(feed, site)]
        yield feed.place.json, [feed_formats.json_feed(feed, site)]
    yield dictionary.POPOLO.file, popolo.lines(archive, site)
    yield dictionary.BIBTEX.file, (citation_formats.bibtex(w) + "\n" for w in citations.library(archive, site))
    yield dictionary.RIS.file, map(citation_formats.ris, citations.library(archive, site))
    yield dictionary.CSL.file, citation_formats.csl_lines(citations.library(archive, site))
    if (description := webfiles.opensearch(site)) is not None:
        yield webfiles.OPENSEARCH, [description]


def write(archive: Archive, site: SiteInfo, folder: Path) -> int:
    """Write them below ``folder``, the site, after the data files; how many.

    ``robots.txt`` is left as it is where the site has one of its own. Raises OSError as writing does.
    """
    count = 0
    for path, pieces in texts(archive, site):
        _write(folder / path, pieces)
        count += 1
    if not (folder / "robots.txt").exists():
        _write(folder / "robots.txt", [webfiles.robots(site)])
        count += 1
    described = [t.file for t in dictionary.TABLES] + [e.file for e in dictionary.EXTRAS]
    facts = {name: _fact(folder / name) for name in described if (folder / name).is_file()}
    _write(folder / datapackage.PATH, [datapackage.text(site, facts)])
    return count + 1


def _write(path: Path, pieces: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(pieces)


def _fact(path: Path) -> datapackage.FileFact:
    with path.open("rb") as file:
        return datapackage.FileFact(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def downloads(archive: Archive, folder: Path) -> tuple[Download, ...]:
    """What the data page offers: the files that are there below ``folder``, with sizes and numbers of records."""
    counts: dict[str, int | None] = {
        "articles": len(archive.articles),
        "meetings": len(archive.meetings),
        "people": len(archive.people),
        "documents": len(archive.documents),
        "organizations": len(archive.organizations),
        "figures": sum(len(series.points) for series in archive.series),
        "problems": len(archive.problems),
    }
    named = [(t.file, counts[t.name]) for t in dictionary.TABLES] + [(e.file, None) for e in dictionary.EXTRAS]
    named += [(datapackage.PATH, None), (feeds.ARCHIVE.atom, None), (feeds.ARCHIVE.json, None)]
    return tuple(
        Download(name, (folder / name).stat().st_size, records)
        for name, records in named
        if (folder / name).is_file()
    )  # fmt: skip
