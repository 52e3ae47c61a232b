"""What all that is taken away has in common; and ``sample()``, the archive that the other takeaway tests read."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from biennien import export
from biennien.entities import Archive, ArticleRecord, DocumentRecord
from biennien.model import Evidence, SourceRef
from biennien.pages import SiteInfo
from biennien.takeaway import addresses, citation_formats, citations, feed_formats, feeds, head, naming, writing
from toy_archive import NQ77, many, toy

WEB = SiteInfo(site_url="https://bien-nien.example/kho/", licence="CC BY 4.0")
USB = SiteInfo()  # a copy without an address
FULL = "2025-06-02-tinh-uy-hop-lan-thu-9"  # the outlet's whole text
SUMMARY = "2024-03-06-tong-ket-cong-tac-lam-mau"  # the archive's summary
UNDATED = "khong-ro-ngay-le-ky-niem"
HOSTILE = "2025-09-09-bai-doc"
ACT = "nn/cp/2025/nd/12"
OLD_ACT = "nn/cp/2020/nd/3"


def changed(archive: Archive, name: str, *, source: SourceRef | None = None, **article: object) -> Archive:
    """The archive with one article changed."""
    record = archive.articles[name]
    new = replace(record.article, **article)  # type: ignore[arg-type]
    if source:
        new = replace(new, meta=replace(new.meta, source=source))
    return replace(archive, articles={**archive.articles, name: replace(record, article=new)})


@cache
def sample() -> Archive:
    """The toy archive, and: a whole text with its address and byline, acts of the state, a venue."""
    archive = toy()
    archive = changed(
        archive,
        FULL,
        source=SourceRef(None, "https://bao.example/hop-lan-9?a=1&b=2", dt.date(2025, 6, 5)),
        byline=("VĂN MINH HỌA", "TTXVN"),
    )
    act = DocumentRecord(ACT, "nghị định", replaces=(OLD_ACT, NQ77), aliases=("Nghị định về ví dụ",))
    resolution = archive.documents[NQ77]
    documents = {
        **archive.documents,
        ACT: replace(
            resolution, id=ACT, url=f"van-kien/{ACT}.html", type="nghị định", symbol="12/2025/NĐ-CP", number="12",
            term=None, issuer="Chính phủ", date=dt.date(2025, 1, 31), year=2025, name="Nghị định số 12/2025/NĐ-CP",
            record=act, citations=(),
        ),
        OLD_ACT: replace(
            resolution, id=OLD_ACT, url=f"van-kien/{OLD_ACT}.html", type="nghị định", symbol="3/2020/NĐ-CP",
            number="3", term=None, issuer="Chính phủ", date=None, year=2020, name="Nghị định số 3/2020/NĐ-CP",
            title=None, citations=(),
        ),
    }  # fmt: skip
    meetings = dict(archive.meetings)
    first = next(iter(meetings))
    meetings[first] = replace(meetings[first], venue="Hội trường Mẫu")
    former = archive.people["le-gia-dinh"]
    former = replace(former, offices=tuple(replace(s, status="former") for s in former.offices))
    committee = archive.organizations["binh-mau/tinh-uy"]
    successor = replace(
        committee,
        id="binh-mau/cac-co-quan-vi-du",
        name="Đảng ủy các cơ quan Ví dụ",
        meetings=(),
        people=(),
        record=None,
    )
    return replace(
        archive,
        documents=documents,
        meetings=meetings,
        people={**archive.people, former.id: former},
        organizations={**archive.organizations, successor.id: successor},
        articles={**archive.articles, FULL: _with_place(archive.articles[FULL])},
    )


def _with_place(record: ArticleRecord) -> ArticleRecord:
    """The article that prints "tại Bình Mẫu", with these words as evidence."""
    start = record.article.block("b2").text.index("Bình Mẫu")
    event = replace(record.event, place_evidence=Evidence("b2", start, start + len("Bình Mẫu")))
    return replace(record, extraction=replace(record.extraction, event=event))


def record(name: str) -> ArticleRecord:
    return sample().articles[name]


# --- the order of imports ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("module", ["takeaway.citations", "takeaway.head", "takeaway.archive_zip", "pages", "site"])
def test_every_module_can_be_the_first_to_be_imported(module: str) -> None:
    paths = [p for p in sys.path if p.endswith("hooks")]
    code = f"import sys; sys.path[:0] = {paths!r}; import biennien.{module}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# --- addresses ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "here", "way"),
    [
        ("index.html", "index.html", "index.html"),
        ("nhan-su/a.html", "index.html", "nhan-su/a.html"),
        ("index.html#kho", "nhan-su/a.html", "../index.html#kho"),
        ("van-kien/dang/tw/2016/nq/18.html", "van-kien/dang/tw/2016/nq/18.xml", "18.html"),
        ("bai-viet/2025/x.html#b3", "bai-viet/2025/x.html", "x.html#b3"),
        ("bai-viet/2025/bài.html", "nhan-su/a.html", "../bai-viet/2025/b%C3%A0i.html"),
    ],
)
def test_a_relative_link_leads_to_the_file(path: str, here: str, way: str) -> None:
    assert addresses.relative(path, here) == way
    base = "https://bien-nien.example/kho/"
    assert urljoin(base + addresses.quoted(here), way) == base + addresses.quoted(path)


def test_a_copy_without_an_address_names_things_by_urns_that_do_not_change() -> None:
    name = addresses.identity(USB, "nhan-su/tran-vi-du.xml")
    assert name == addresses.identity(USB, "nhan-su/tran-vi-du.xml")
    assert name.startswith("urn:uuid:")
    assert name != addresses.identity(USB, "nhan-su/tran-vi-du.json")
    # Written down, since feed readers remember it: a change here is a change of every published id.
    assert addresses.identity(USB, "index.html") == "urn:uuid:4bd1db33-91a2-59ab-83ac-de2b8435dd30"


# --- names -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("VĂN MINH HỌA", "Văn Minh Họa"),
        ("VŨ THỊ NHÁP - TTXVN", "Vũ Thị Nháp - TTXVN"),
        ("NGUYỄN QUẾ GIẢ", "Nguyễn Quế Giả"),
        ("TTXVN", "TTXVN"),
        ("VOV", "VOV"),
        ("AP", "AP"),
        ("PV", "PV"),
        ("K.V", "K.V"),
        ("Văn Minh Họa", "Văn Minh Họa"),
        ("Nhóm PV", "Nhóm PV"),
    ],
)
def test_bylines_in_capitals_are_written_as_names_and_agencies_as_they_are(printed: str, name: str) -> None:
    archive = changed(sample(), FULL, byline=(printed,))
    assert naming.authors(archive.articles[FULL]) == (name,)


# --- the whole -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("site", [WEB, USB], ids=["web", "usb"])
def test_two_writings_of_one_archive_are_the_same_byte_by_byte(site: SiteInfo, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        export.write_data(sample(), tmp_path / folder / "data")
        writing.write(sample(), site, tmp_path / folder)
    files = sorted(p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*") if p.is_file())
    assert len(files) > 20
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes(), file


def test_nothing_written_takes_the_place_of_a_page_or_data_file(tmp_path: Path) -> None:
    archive = sample()
    pages = {r.article.url for r in archive.articles.values()} | {p.url for p in archive.people.values()}
    paths = [path for path, _ in writing.texts(archive, WEB)]
    assert len(paths) == len(set(paths))
    assert not pages & set(paths)
    export.write_data(archive, tmp_path / "data")
    written = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert written and not written & set(paths)


def test_a_robots_txt_of_the_editors_own_stays(tmp_path: Path) -> None:
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    writing.write(sample(), WEB, tmp_path)
    assert "Disallow: /" in (tmp_path / "robots.txt").read_text(encoding="utf-8")


def test_a_copy_without_an_address_invents_none(tmp_path: Path) -> None:
    """No file of a copy without an address names a host that no article names."""
    writing.write(sample(), USB, tmp_path)
    known = {"bao.example", "www.w3.org", "jsonfeed.org"}
    seen = set()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            found = re.findall(r"https?://[^\s\"'<>\\]+", path.read_text(encoding="utf-8"))
            seen |= {urlsplit(address).hostname for address in found}
    assert seen == known
    assert not (tmp_path / "opensearch.xml").exists()


def test_an_empty_archive_gives_files_without_entries(tmp_path: Path) -> None:
    empty = replace(sample(), articles={}, meetings={}, people={}, documents={}, organizations={}, series=())
    writing.write(empty, WEB, tmp_path)
    assert json.loads((tmp_path / "data/citations.csl.json").read_text(encoding="utf-8")) == []
    assert all(rows == [] for rows in json.loads((tmp_path / "data/popolo.json").read_text(encoding="utf-8")).values())
    assert not (tmp_path / "nguon-tin.xml").exists()


def test_much_is_told_in_bounded_files() -> None:
    archive = many(600, people=8)  # everybody is everywhere: 600 appearances each
    feed = feeds.subject_feed(archive, WEB, "person", "nguoi-1")
    assert feed is not None and len(feed.entries) == feeds.MOST
    person = archive.people["nguoi-1"]
    page = head.head(archive, WEB, {"title": person.name, "kind": "person", "id": person.id}, person.url)
    assert len(page) < 40_000


def test_every_kind_of_text_is_made_for_hostile_words_too() -> None:
    archive = sample()
    work = citations.statement(archive, WEB, HOSTILE, 0)
    assert all(citation_formats.formats(work))
    feed = feeds.archive_feed(archive, WEB)
    assert feed is not None
    assert "<script>alert" not in feed_formats.atom(feed, WEB)
