"""The whole archive as one zip: the same each time, whole or not there, and it opens from index.html."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sys
import tracemalloc
import zipfile
from pathlib import Path

import html5lib
import pytest

from biennien import cli, words
from biennien.takeaway import archive_zip
from biennien.takeaway.archive_zip import MARK, announce, write_zip

DAY = dt.date(2025, 9, 9)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site."""
    folder = tmp_path / "site"
    for name, text in {
        "index.html": '<!doctype html><title>Kho</title><a href="nhan-su/tran-vi-du.html">Trần Ví Dụ</a>',
        "nhan-su/tran-vi-du.html": "<!doctype html><title>Trần Ví Dụ</title>",
        "bai-viet/2025/bài có dấu.html": "<!doctype html><title>Bài</title>",
        "du-lieu.html": f"<!doctype html><title>Dữ liệu</title>{MARK}<p>Tệp</p>",
        "data/people.json": "[]",
        ".nojekyll": "",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_is_unpacked_is_the_site_in_a_folder_of_its_own(site: Path, tmp_path: Path) -> None:
    write_zip(site, tmp_path / "kho.zip", DAY)
    with zipfile.ZipFile(tmp_path / "kho.zip") as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path / "unpacked")
    assert files(tmp_path / "unpacked" / "bien-nien") == files(site)
    assert [p.name for p in (tmp_path / "unpacked").iterdir()] == ["bien-nien"]
    start = tmp_path / "unpacked" / "bien-nien" / "index.html"
    link = html5lib.parse(start.read_text(encoding="utf-8"), namespaceHTMLElements=False).find(".//a")
    assert (start.parent / link.get("href")).is_file()


def test_the_same_site_and_day_give_the_same_zip(site: Path, tmp_path: Path) -> None:
    first = write_zip(site, tmp_path / "a.zip", DAY)
    for path in site.rglob("*"):  # neither the time nor the rights of files count
        os.utime(path, (1, 1))
        path.chmod(0o700)
    second = write_zip(site, tmp_path / "b.zip", DAY)
    assert first == second
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert write_zip(site, tmp_path / "c.zip", dt.date(2025, 9, 10)).sha256 != first.sha256


def test_size_and_checksum_are_those_of_the_file(site: Path, tmp_path: Path) -> None:
    info = write_zip(site, tmp_path / "kho.zip", DAY)
    packed = (tmp_path / "kho.zip").read_bytes()
    assert info == (len(packed), hashlib.sha256(packed).hexdigest())


def test_names_are_sorted_and_every_entry_bears_the_day_and_no_machine(site: Path, tmp_path: Path) -> None:
    write_zip(site, tmp_path / "kho.zip", DAY)
    with zipfile.ZipFile(tmp_path / "kho.zip") as packed:
        entries = packed.infolist()
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)
    assert "bien-nien/bai-viet/2025/bài có dấu.html" in [e.filename for e in entries]
    assert {e.date_time for e in entries} == {(2025, 9, 9, 0, 0, 0)}
    assert {(e.create_system, e.external_attr, e.compress_type, e.extra) for e in entries} == {
        (3, 0o100644 << 16, zipfile.ZIP_DEFLATED, b"")
    }


def test_a_zip_inside_the_site_leaves_out_itself_and_nothing_else_of_its_name(site: Path) -> None:
    (site / "data" / "kho.zip").write_bytes(b"another")
    for _ in range(2):
        info = write_zip(site, site / "kho.zip", DAY)
        with zipfile.ZipFile(site / "kho.zip") as packed:
            names = packed.namelist()
        assert "bien-nien/kho.zip" not in names and "bien-nien/data/kho.zip" in names
        assert info == write_zip(site, site / "kho.zip", DAY), "an older one is not packed either"


def test_a_day_before_zip_existed_becomes_its_first_year(site: Path, tmp_path: Path) -> None:
    write_zip(site, tmp_path / "kho.zip", dt.date(1975, 4, 5))
    with zipfile.ZipFile(tmp_path / "kho.zip") as packed:
        assert packed.infolist()[0].date_time[0] == 1980


def test_files_larger_than_what_is_read_at_once_need_little_memory(site: Path, tmp_path: Path) -> None:
    with (site / "data" / "archive.sqlite").open("wb") as big:
        for _ in range(60):
            big.write(os.urandom(1 << 20))
    tracemalloc.start()
    try:
        info = write_zip(site, tmp_path / "kho.zip", DAY)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert info.size > 60 << 20
    assert most < 10 << 20


def test_a_failed_zip_leaves_the_old_one_and_no_pieces(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "kho.zip"
    out.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError("đĩa đầy")

    monkeypatch.setattr(archive_zip, "_pack", fail)
    with pytest.raises(OSError, match="đĩa đầy"):
        write_zip(site, out, DAY)
    assert out.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kho.zip", "site"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right that users do not have there")
@pytest.mark.parametrize("folder", [False, True], ids=["file", "folder"])
def test_a_link_out_of_the_site_is_refused(site: Path, tmp_path: Path, folder: bool) -> None:
    target = tmp_path / "outside"
    if folder:
        target.mkdir()
    else:
        target.write_text("x", encoding="utf-8")
    (site / "link").symlink_to(target, target_is_directory=folder)
    with pytest.raises(ValueError, match="liên kết"):
        write_zip(site, tmp_path / "kho.zip", DAY)
    assert not (tmp_path / "kho.zip").exists()


def test_the_site_tells_the_size_of_a_zip_that_holds_the_site(site: Path, tmp_path: Path) -> None:
    info = write_zip(site, site / "kho.zip", DAY)
    assert announce(site / "du-lieu.html", "kho.zip", info, DAY)
    page = (site / "du-lieu.html").read_text(encoding="utf-8")
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert tree.find(".//a").get("href") == "kho.zip"
    told = "".join(tree.itertext())
    assert info.sha256 in told and "bài mới nhất ngày 9-9-2025" in told and f"{info.size / 1000:.0f} KB" in told
    with zipfile.ZipFile(site / "kho.zip") as packed:
        inside = packed.read("bien-nien/du-lieu.html").decode()
    assert inside == page.replace(str(archive_zip.line("kho.zip", info, DAY)), MARK), "only the line differs"
    assert not announce(site / "index.html", "kho.zip", info, DAY), "a page without the mark stays as it is"


@pytest.mark.parametrize("zipped", [True, False])
def test_a_built_site_tells_of_its_zip_when_there_is_one(tmp_path: Path, zipped: bool) -> None:
    (tmp_path / "bai").mkdir()
    (tmp_path / "bai" / "a.md").write_text("Ngày 2-1-2025, Tỉnh ủy Bình Mẫu họp.\n", encoding="utf-8")
    target = tmp_path / "site"
    options = ["--articles", str(tmp_path / "bai"), "--site-dir", str(target), *(["--zip"] if zipped else [])]
    assert cli.build(options) == 0
    told = (target / "du-lieu.html").read_text(encoding="utf-8")
    assert (target / "bien-nien.zip").exists() == zipped == ("Tải cả kho trong một tệp zip" in told)
    if not zipped:
        return
    packed = (target / "bien-nien.zip").read_bytes()
    assert f"({words.size(len(packed))}, bài mới nhất ngày " in told
    assert hashlib.sha256(packed).hexdigest() in told
    with zipfile.ZipFile(target / "bien-nien.zip") as archive:
        assert "bien-nien/index.html" in archive.namelist() and archive.testzip() is None
