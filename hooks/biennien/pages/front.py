"""The pages at the door: home, the frame of the search page, and the data to take away."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ..entities import Document, Person
from .page import Download, Page
from .render import render
from .views import Views


class DataFile(NamedTuple):
    """A file of the data page: what it is and what its fields mean."""

    name: str
    what: str
    fields: tuple[tuple[str, str], ...]


_EVIDENCE = "block, start, end: chỗ in trong bài; chữ trong khoảng ấy là dẫn chứng"
DATA_FILES: tuple[DataFile, ...] = (
    DataFile(
        "data/articles.json",
        "Bài viết và tất cả những gì đọc được từ từng bài",
        (
            ("id, path, url", "mã bài, tệp nguồn, địa chỉ trang"),
            ("title, title_basis", "đầu đề; stated: có in, derived: lấy từ câu mở đầu, editor: biên tập viên đặt"),
            ("published, source, byline", "ngày đăng, tòa soạn, người viết"),
            ("meeting", "mã cuộc họp"),
            ("people", "người trong bài: person, name_as_written, role, offices, evidence"),
            ("documents", "văn kiện được nhắc: document, as_written, relation, evidence"),
            ("captions, figures, statements", "chú thích ảnh, số liệu, lời của ai"),
            ("sha256", "mã băm của tệp nguồn"),
        ),
    ),
    DataFile(
        "data/meetings.json",
        "Cuộc họp",
        (
            ("id, url, kind, body", "mã, địa chỉ trang, loại, cơ quan"),
            ("date, date_precision, date_basis, date_reason", "ngày, rõ đến đâu, dựa vào đâu, vì sao"),
            ("place, place_basis", "nơi họp và căn cứ"),
            ("articles, people, documents", "mã bài viết, người, văn kiện"),
        ),
    ),
    DataFile(
        "data/people.json",
        "Nhân sự",
        (
            ("id, url, name, sort_key, other_names", "mã, địa chỉ trang, tên, khóa sắp xếp, tên khác"),
            ("offices", "chức vụ: label, organization, first, last (lần đầu và lần cuối thấy trên báo), sources"),
            ("articles, meetings, reviewed", "bài viết, cuộc họp, đã có biên tập viên kiểm tra hay chưa"),
        ),
    ),
    DataFile(
        "data/documents.json",
        "Văn kiện",
        (
            ("id, url, type, number, symbol", "mã, địa chỉ trang, loại, số, ký hiệu"),
            ("issuer, term, year, date, title", "cơ quan ban hành, khóa, năm, ngày, trích yếu"),
            ("status, candidates", "identified: đã xác định, unresolved: chưa; các khả năng"),
            ("citations", f"mỗi lần nhắc: article, as_written, relation, {_EVIDENCE}"),
        ),
    ),
    DataFile(
        "data/organizations.json",
        "Tổ chức",
        (("id, url, name, kind, place", "mã, địa chỉ trang, tên, loại, nơi"), ("aliases", "các cách viết")),
    ),
    DataFile(
        "data/figures.json",
        "Số liệu theo thời gian",
        (("organization, subject, what, unit", "của ai, về gì, đơn vị"), ("points", "từng con số, từng bài")),
    ),
    DataFile(
        "data/problems.json",
        "Những chỗ cần xác minh",
        (("code, path, line", "mã, tệp, dòng"), ("message, hint", "lời giải thích và cách sửa")),
    ),
    DataFile("data/archive.sqlite", "Tất cả các bảng trên trong một tệp SQLite", ()),
)


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
    described = {f.name for f in DATA_FILES}
    return render(
        "data",
        path,
        v=views,
        site=views.site,
        files=[(f, known.get(f.name)) for f in DATA_FILES],
        others=[d for d in views.site.downloads if d.path not in described],
        example=next(iter(views.archive.articles), None),
    )
