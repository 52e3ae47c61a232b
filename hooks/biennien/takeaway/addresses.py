"""A path inside the site in, an address out: absolute where the site has one, relative or a URN where it has none.

A copy on a USB stick has no address. Its links are relative, and what must have a name of its own all the same (the id
of a feed, of an entry in it) gets a URN made from the path: the same in every build, and no promise of a place.
"""

from __future__ import annotations

import uuid
from functools import lru_cache
from urllib.parse import quote, urlsplit

from ..entities import ArticleRecord
from ..model import Statement
from ..siteinfo import SiteInfo

# Chosen once, at random; every URN of every build rests on it, so it never changes.
_NAMESPACE = uuid.UUID("acee1093-7199-45d9-b79e-c8f15f21e751")
_SAFE = "/-._~!$'()*+,;@"


def quoted(path: str) -> str:
    """The path, with its fragment, as it stands in an address: letters outside ASCII percent-encoded."""
    file, mark, fragment = path.partition("#")
    return quote(file, safe=_SAFE) + mark + quote(fragment, safe=_SAFE)


def absolute(site: SiteInfo, path: str) -> str:
    """ "https://…/nhan-su/x.html"; "" where the site has no address."""
    return site.site_url + quoted(path) if site.site_url else ""


@lru_cache(maxsize=65536)
def relative(path: str, here: str) -> str:
    """The way from the file ``here`` to the file ``path``, both inside the site and written without "." or "..".

    Kept: a page asks for the way to itself, to its feeds and to its neighbours many times over.
    """
    file, mark, fragment = path.partition("#")
    away, own = file.split("/"), here.split("/")
    shared = 0
    while shared < min(len(away), len(own)) - 1 and away[shared] == own[shared]:
        shared += 1
    way = "../" * (len(own) - 1 - shared) + "/".join(away[shared:])
    return quoted(way + mark + fragment)


def link(site: SiteInfo, path: str, here: str) -> str:
    """Absolute where the site has an address, else relative to the file ``here``."""
    return absolute(site, path) or relative(path, here)


def identity(site: SiteInfo, path: str) -> str:
    """A name that is absolute in any case: the permalink, or a URN that is the same in every build."""
    return absolute(site, path) or uuid.uuid5(_NAMESPACE, path).urn


def shown(site: SiteInfo, path: str) -> str:
    """What a reader is shown as the place: the permalink, or the path inside the site's folder."""
    return absolute(site, path) or path


def paragraph(record: ArticleRecord, block: str) -> str:
    """Path of a paragraph."""
    return f"{record.article.url}#{block}"


def statement(record: ArticleRecord, index: int) -> str:
    """Path of the ``index``-th statement of an article, counted from 0: the mark that the page puts around its words.

    The paragraph is the steadier address, since the mark moves when the reading of the article changes: citations give
    ``statement_paragraph``, and this one tells two statements of one paragraph apart.
    """
    return f"{record.article.url}#loi-{index + 1}"


def statement_paragraph(record: ArticleRecord, statement: Statement) -> str:
    """Path of the paragraph in which a statement stands."""
    return paragraph(record, statement.evidence.block)


def web_address(url: str | None) -> str:
    """The address if it is one of the web, else "": what an editor pasted is no code and leads nowhere else."""
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(url.strip(), safe="%/:=&?~#+!$,;'@()*[]")
