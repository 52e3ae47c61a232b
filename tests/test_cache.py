"""Kept readings: the same as read anew, ignored when stale or damaged, and never a way to run code."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biennien import cache as cache_module
from biennien.archive import Reading
from biennien.cache import ReadingCache, code_digest
from biennien.entities import Archive
from biennien.pipeline import Place, read_archive
from biennien.problems import errors
from biennien.reading import ArticleReader
from biennien.source import RawArticle
from conftest import TOY
from toy_archive import toy

READINGS = [Reading(r.article, r.extraction, r.outlet) for r in toy().articles.values()]
ONE = READINGS[0]
KEY = (ONE.article.id, ONE.article.path, ONE.article.sha256)


def the_file(folder: Path) -> Path:
    [path] = folder.rglob("*.bin")
    return path


def sealed(payload: bytes) -> bytes:
    """A payload with the digest that an intact entry has: what somebody who knows the format would write."""
    return hashlib.sha256(payload).digest() + payload


def test_a_reading_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = ReadingCache(tmp_path, "context")
    for reading in READINGS:
        kept.put(reading)
    for reading in READINGS:
        assert kept.get(reading.article.id, reading.article.path, reading.article.sha256) == reading


@pytest.mark.parametrize(
    ("context", "key"),
    [
        ("other", KEY),
        ("context", ("other", *KEY[1:])),
        ("context", (KEY[0], "other.md", KEY[2])),
        ("context", (*KEY[:2], "0" * 64)),
    ],
)
def test_a_reading_of_other_content_place_or_code_is_not_taken(
    tmp_path: Path, context: str, key: tuple[str, str, str]
) -> None:
    ReadingCache(tmp_path, "context").put(ONE)
    assert ReadingCache(tmp_path, context).get(*key) is None


def test_a_reading_moved_to_anothers_place_is_not_taken(tmp_path: Path) -> None:
    kept = ReadingCache(tmp_path, "context")
    kept.put(ONE)
    payload = the_file(tmp_path).read_bytes()
    the_file(tmp_path).unlink()
    other = READINGS[1].article
    kept.put(READINGS[1])
    the_file(tmp_path).write_bytes(payload)
    assert kept.get(other.id, other.path, other.sha256) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_entry_is_ignored(tmp_path: Path, data: Any) -> None:
    kept = ReadingCache(tmp_path, "context")
    kept.put(ONE)
    path = the_file(tmp_path)
    whole = path.read_bytes()
    if data.draw(st.booleans()):
        path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    else:
        at, bit = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 7))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
    assert kept.get(*KEY) is None


class Evil:
    """Unpickled by the usual means, this makes a folder: it stands for any command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.folder),)


def test_a_pickle_that_would_run_code_does_not(tmp_path: Path) -> None:
    kept = ReadingCache(tmp_path / "cache", "context")
    kept.put(ONE)
    made = tmp_path / "made"
    payload = pickle.dumps(Evil(made))
    the_file(tmp_path).write_bytes(sealed(payload))
    assert kept.get(*KEY) is None
    assert not made.exists()
    pickle.loads(payload)  # what the cache was spared
    assert made.exists()


@pytest.mark.parametrize(
    "opcodes",
    [
        b"cos\nsystem\n(S'exit 1'\ntR.",
        b"cbuiltins\neval\n(S'1/0'\ntR.",
        b"cbiennien.model\ndt\n.",
        b"cbiennien.archive\nbuild_archive\n.",
        b"cbiennien.cache\nos\n.",
        b"cbiennien.model\nBlock.__init__.__globals__\n.",
        b"\x80\x05\x95",
        b".",
        b"",
        b"\x80\xff.",
    ],
)
def test_nothing_but_readings_can_be_named_in_an_entry(tmp_path: Path, opcodes: bytes) -> None:
    kept = ReadingCache(tmp_path, "context")
    kept.put(ONE)
    the_file(tmp_path).write_bytes(sealed(opcodes))
    assert kept.get(*KEY) is None


@pytest.mark.parametrize("thing", [None, 7, "x", ONE.article, Reading("x", None, None)])  # type: ignore[arg-type]
def test_an_entry_that_is_no_reading_is_ignored(tmp_path: Path, thing: Any) -> None:
    kept = ReadingCache(tmp_path, "context")
    kept.put(ONE)
    the_file(tmp_path).write_bytes(sealed(pickle.dumps(thing)))
    assert kept.get(*KEY) is None


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    kept = ReadingCache(tmp_path / "cache", "context")
    kept.put(ONE)
    kept.prune(0)
    assert kept.get(*KEY) is None


def test_only_the_newest_entries_stay(tmp_path: Path) -> None:
    kept = ReadingCache(tmp_path, "context")
    for age, reading in enumerate(READINGS):
        before = set(tmp_path.rglob("*.bin"))
        kept.put(reading)
        [path] = set(tmp_path.rglob("*.bin")) - before
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    kept.prune(2)
    found = [kept.get(r.article.id, r.article.path, r.article.sha256) for r in READINGS]
    assert found == [*READINGS[:2], *[None] * (len(READINGS) - 2)]


def test_other_code_or_vocabulary_has_another_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "biennien"
    shutil.copytree(Path(cache_module.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(cache_module.resources, "files", lambda _: copy)
    digests = {code_digest()}
    for name in ("archive.py", "extract/people.py", "parse/__init__.py", "vocabulary/surnames.yml"):
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write("\n# thêm\n")
        digests.add(code_digest())
    assert len(digests) == 5


# With the pipeline


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("bai-viet", "danh-muc"):
        shutil.copytree(TOY / name, tmp_path / "docs" / name)
    return tmp_path


def read(project: Path, cache: bool = True) -> tuple[Archive, str]:
    """The archive, and how many articles were read anew and how many were there."""
    said: list[str] = []
    archive = read_archive(Place.of(project, cache=cache), jobs=1, progress=said.append)
    return archive, next((line for line in said if line.startswith("đọc ")), "")


def test_an_archive_from_kept_readings_is_the_same(project: Path) -> None:
    anew, _ = read(project, cache=False)
    first, said_first = read(project)
    second, said_second = read(project)
    assert anew == first == second
    assert (said_first, said_second) == ("đọc 5 bài", "")


def test_an_article_on_which_the_program_fails_is_named_and_the_others_are_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [bad, *others] = sorted(p.stem for p in (project / "docs" / "bai-viet").rglob("*") if p.suffix in (".txt", ".md"))
    whole = ArticleReader.read

    def failing(self: ArticleReader, raw: RawArticle) -> Reading:
        if raw.id == bad:
            raise IndexError("of the program")
        return whole(self, raw)

    monkeypatch.setattr(ArticleReader, "read", failing)
    for cache in (False, True):
        archive, _ = read(project, cache)
        assert sorted(archive.articles) == others
        [problem] = [p for p in errors(archive.problems) if p.code == "BN071"]
        assert bad in problem.path
        assert "IndexError ở test_cache.py:" in problem.message


def test_only_what_changed_is_read_anew(project: Path) -> None:
    read(project)
    [path, *_] = sorted((project / "docs" / "bai-viet").rglob("*.txt"))
    path.write_text(path.read_text(encoding="utf-8") + "\nThêm một đoạn.\n", encoding="utf-8")
    archive, said = read(project)
    assert said == "đọc 1 bài, 4 bài đã có sẵn"
    assert archive == read(project, cache=False)[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("people/tran-vi-du.yml", "id: tran-vi-du\nname: Trần Ví Dụ\n"),
        ("tu-vung/surnames.yml", "thêm: [Thử]\n"),
    ],
)
def test_a_change_of_registry_or_vocabulary_reads_all_anew(project: Path, name: str, text: str) -> None:
    read(project)
    target = project / "docs" / "danh-muc" / name
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")
    assert read(project)[1] == "đọc 5 bài"


def test_a_cache_full_of_rubbish_changes_nothing(project: Path) -> None:
    good, _ = read(project)
    for number, path in enumerate(sorted((project / ".cache").rglob("*.bin"))):
        path.write_bytes(
            [b"", b"rubbish", path.read_bytes()[:-1], sealed(pickle.dumps("x")), os.urandom(99)][number % 5]
        )
    again, said = read(project)
    assert again == good
    assert said == "đọc 5 bài"
    assert read(project)[1] == ""  # and it is whole again


def test_an_editors_words_for_the_pages_frame_and_captions_are_used_at_once(project: Path) -> None:
    """Frame and captions are cut before anything is read, by words of their own."""
    text = (
        "Bình Mẫu tổng kết công tác năm\n\nBấm vào đây nhận quà\n\n"
        "Sáng 1-3-2025, Tỉnh ủy Bình Mẫu tổ chức hội nghị tổng kết công tác năm, bàn nhiệm vụ của quý tới.\n\n"
        "Góc máy trên cao nhìn hội trường\n\n"
        "Năm qua, các chỉ tiêu đều đạt, nhiều việc khó được giải quyết, góp phần hoàn thành nhiệm vụ chung.\n"
    )
    (project / "docs" / "bai-viet" / "a.txt").write_text(text, encoding="utf-8")
    words = project / "docs" / "danh-muc" / "tu-vung"
    words.mkdir()

    def kinds() -> list[str]:
        return [b.kind for b in read(project)[0].articles["a"].article.blocks]

    assert kinds() == ["headline", "subhead", "lead", "subhead", "paragraph"] or kinds()[3] == "subhead"
    (words / "captions.yml").write_text("scenes: [Góc máy trên cao]\n", encoding="utf-8")
    assert kinds()[3] == "caption"
    (words / "boilerplate.yml").write_text("lines: [Bấm vào đây nhận quà]\n", encoding="utf-8")
    assert kinds() == ["headline", "boilerplate", "lead", "caption", "paragraph"]
    (words / "captions.yml").write_text("enough: 99\n", encoding="utf-8")
    assert kinds()[3] == "subhead"


def test_words_that_an_editor_changes_are_used_at_once(project: Path) -> None:
    def kind() -> str | None:
        return read(project)[0].articles["a"].event.kind

    text = "Sáng 1-3-2025, Tỉnh ủy Bình Mẫu tổ chức phiên chợ ví dụ.\n"
    (project / "docs" / "bai-viet" / "a.txt").write_text(text, encoding="utf-8")
    words = project / "docs" / "danh-muc" / "tu-vung" / "meeting_kinds.yml"
    words.parent.mkdir()
    words.write_text("heads: [một chữ nào đó]\n", encoding="utf-8")
    assert kind() != "phiên chợ ví dụ"
    words.write_text("heads: [phiên chợ ví dụ]\n", encoding="utf-8")
    assert kind() == "phiên chợ ví dụ"
