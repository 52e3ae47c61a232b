"""The pages at the door: home, the frame of the search page, and the data to take away."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from ..entities import Document, Person
from ..siteinfo import Download
from ..takeaway import dictionary
from ..takeaway.archive_zip import MARK
from .page import Page
from .render import render
from .views import Views


def pages(views: Views) -> Iterator[Page]:
    """Home, search frame, data."""
    archive, site = views.archive, views.site
    yield Page(
        "index.md",
        {
            "title": site.name,
            "kind": "home",
            "id": "index",
            "description": f"Kho lưu trữ báo chí về các cuộc họp: {len(archive.articles)} bài viết, "
            f"{len(archive.meetings)} cuộc họp, mọi dữ kiện đều dẫn tới đoạn văn đã nói ra nó.",
        },
        partial(home, views, "index.md"),
    )
    yield Page(
        "tim-kiem.md",
        {
            "title": "Tìm kiếm",
            "kind": "search",
            "id": "tim-kiem",
            "description": "Tìm trong bài viết, cuộc họp, nhân sự, văn kiện và tổ chức.",
        },
        partial(search, views, "tim-kiem.md"),
    )
    yield Page(
        "du-lieu.md",
        {
            "title": "Dữ liệu",
            "kind": "data",
            "id": "du-lieu",
            "description": "Tải toàn bộ dữ liệu của kho: JSON và SQLite, có mô tả từng trường.",
        },
        partial(data, views, "du-lieu.md"),
    )


def home(views: Views, path: str) -> str:
    """The door."""
    archive = views.archive
    return render(
        "home",
        path,
        v=views,
        counts=(
            ("bài viết", len(archive.articles), "dong-thoi-gian.html"),
            ("cuộc họp", len(archive.meetings), "cuoc-hop/index.html"),
            ("người", len(archive.people), "nhan-su/index.html"),
            ("văn kiện", sum(d.status == "identified" for d in archive.documents.values()), "van-kien/index.html"),
            ("tổ chức", len(archive.organizations), "to-chuc/index.html"),
            ("chỗ cần xác minh", len(archive.problems), "can-xac-minh.html"),
        ),
        newest=views.newest(8),
        documents=_most_cited(views),
        people=_most_seen(views),
    )


def _most_cited(views: Views, most: int = 6) -> list[tuple[Document, int]]:
    known = [d for d in views.archive.documents.values() if d.status == "identified"]
    count = {d.id: len({c.article for c in d.citations}) for d in known}
    best = sorted((d for d in known if count[d.id] > 1), key=lambda d: (-count[d.id], d.id))
    return [(d, count[d.id]) for d in best[:most]]


def _most_seen(views: Views, most: int = 8) -> list[tuple[Person, int]]:
    people = views.archive.people.values()
    count = {p.id: len({a.meeting for a in p.appearances if a.role != "mentioned"}) for p in people}
    best = sorted((p for p in people if count[p.id] > 1), key=lambda p: (-count[p.id], p.sort_key, p.id))
    return [(p, count[p.id]) for p in best[:most]]


def search(views: Views, path: str) -> str:
    """The frame of the search page; the search itself fills it in the browser."""
    return render("search", path, v=views)


def data(views: Views, path: str) -> str:
    """Downloads and what their fields mean."""
    known: dict[str, Download] = {d.path: d for d in views.site.downloads}
    described = {t.file for t in dictionary.TABLES} | {e.file for e in dictionary.EXTRAS}
    return render(
        "data",
        path,
        v=views,
        site=views.site,
        tables=[(t, known.get(t.file)) for t in dictionary.TABLES],
        blocks=dictionary.BLOCKS,
        extras=[(e, known.get(e.file)) for e in dictionary.EXTRAS],
        others=[d for d in views.site.downloads if d.path not in described],
        types=dictionary.TYPE_NAMES,
        zip_mark=Markup(MARK),
        example=next(iter(views.archive.articles), None),
    )
