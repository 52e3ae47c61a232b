"""A built site in, the whole of it as one zip out, and a site that says how large it is.

The zip holds the site, and the site tells the zip's size: one of the two must come first. So the page that offers the
zip is built with ``MARK`` in it, the zip is made of the site as it is, and only then the mark on the site's page is
replaced by the line with size, day and checksum. In the copy that somebody unpacks the mark is a comment: a copy needs
no link to itself. Nothing is loaded by a script, so nothing is missing from ``file://``.

The same files and the same day give the same zip: names sorted, one time for all, no trace of owner or machine.
(Another release of zlib may pack differently; what is unpacked is the same.)
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from .. import words

MARK = "<!-- bien-nien: zip -->"  # in the page that offers the zip
FOLDER = "bien-nien"  # unpacks into one folder, not over whatever is there
_CHUNK = 1 << 20


class ZipInfo(NamedTuple):
    """What the site says of the zip."""

    size: int  # bytes
    sha256: str


def write_zip(site_dir: Path, out: Path, date: dt.date, folder: str = FOLDER) -> ZipInfo:
    """Pack the whole of ``site_dir`` into ``out``, which may lie inside it and is then left out.

    ``date`` is the time that every file bears, 1980 at the earliest, as zip has it. Files are read and packed piece by
    piece. ``out`` is whole or not there. Raises OSError as reading and writing do, and ValueError for a link to
    a folder or out of the site: what would be packed then, or left out unsaid, is not the site's.
    """
    stamp = (max(date.year, 1980), date.month, date.day, 0, 0, 0)
    fresh = out.with_name(f".{out.name}.part")
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, path in _files(site_dir):
                if path.name not in (out.name, fresh.name) or path.parent.resolve() != out.parent.resolve():
                    _pack(archive, path, f"{folder}/{name}" if folder else name, stamp)
        with fresh.open("rb") as packed:
            info = ZipInfo(fresh.stat().st_size, hashlib.file_digest(packed, "sha256").hexdigest())
        os.replace(fresh, out)
    finally:
        fresh.unlink(missing_ok=True)
    return info


def _files(site_dir: Path) -> Iterator[tuple[str, Path]]:
    """(POSIX path in the site, path) of every file, sorted by name."""
    root = site_dir.resolve()
    found = []
    for folder, folders, names in os.walk(site_dir):
        for name in (*folders, *names):
            path = Path(folder, name)
            if path.is_symlink() and (name in folders or not path.resolve().is_relative_to(root)):
                raise ValueError(f"{path} là liên kết; không đóng gói thứ nằm ngoài {site_dir}.")
        found += [(Path(folder, name).relative_to(site_dir).as_posix(), Path(folder, name)) for name in names]
    return iter(sorted(found))


def _pack(archive: zipfile.ZipFile, path: Path, name: str, stamp: tuple[int, int, int, int, int, int]) -> None:
    entry = zipfile.ZipInfo(name, stamp)
    entry.create_system = 3  # the same on every system, with the rights of a plain file
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.file_size = path.stat().st_size  # so that zip64 is used only where it is needed
    with path.open("rb") as source, archive.open(entry, "w") as target:
        shutil.copyfileobj(source, target, _CHUNK)


def announce(page: Path, href: str, info: ZipInfo, date: dt.date) -> bool:
    """Put the line about the zip where ``MARK`` stands in a built page; whether the mark was there."""
    text = page.read_text(encoding="utf-8")
    if MARK not in text:
        return False
    with page.open("w", encoding="utf-8", newline="") as out:
        out.write(text.replace(MARK, str(line(href, info, date)), 1))
    return True


def line(href: str, info: ZipInfo, date: dt.date) -> Markup:
    """The link to the zip with its size and day, and its checksum for whoever passes it on."""
    return Markup(
        '<p class="bn-flag is-stated"><a href="{}" download>Tải cả kho trong một tệp zip</a> ({}, '
        "bài mới nhất ngày {}). Giải nén rồi mở <code>index.html</code>, không cần mạng.</p>\n"
        '<p class="bn-note">SHA-256: <code>{}</code></p>'
    ).format(href, words.size(info.size), words.day(date), info.sha256)
