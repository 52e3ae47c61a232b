"""A folder of articles and the registries in, the Archive out: reads on all cores, keeps readings between builds."""

from __future__ import annotations

import hashlib
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from .archive import Reading, build_archive
from .cache import ReadingCache, code_digest
from .entities import Archive, Registry
from .problems import Problem
from .reading import ArticleReader
from .source import RawArticle, read_articles, read_registry, read_vocabulary

_CHUNK = 50
_FEW = 300  # fewer articles are read sooner than processes start
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a project keeps its things. ``articles`` may lie anywhere; the rest is below ``root``."""

    root: Path
    articles: Path
    registries: Path
    cache: Path | None

    @classmethod
    def of(cls, root: Path, articles: Path | None = None, cache: bool = True) -> Place:
        """The usual layout of the project at ``root``."""
        return cls(
            root, articles or root / "docs" / "bai-viet", root / "docs" / "danh-muc", root / ".cache" if cache else None
        )

    @property
    def shown(self) -> str:
        """How the articles' folder is called in Problems and in ``path``: relative to the project, "" outside it."""
        try:
            return self.articles.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return ""


_reader: ArticleReader | None = None


def _start(registry: Registry, vocabulary: Path | None) -> None:
    global _reader
    _reader = ArticleReader(registry, vocabulary)


def _read(batch: Sequence[RawArticle]) -> list[Reading | Problem]:
    assert _reader is not None
    return [_read_one(_reader, raw) for raw in batch]


def _read_one(reader: ArticleReader, raw: RawArticle) -> Reading | Problem:
    """The article read; where the program itself fails on it, a Problem that names the article and the place."""
    try:
        return reader.read(raw)
    except Exception as error:  # whatever it is, the other articles' Problems are wanted too
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} ở {Path(at.filename).name}:{at.lineno}"
        return Problem(
            raw.path, 0, "BN071", f"chương trình không đọc được bài này ({where}).",
            "Đây là lỗi của chương trình: xin báo lại kèm tệp này. Trong lúc chờ, chuyển bài ra khỏi thư mục.",
        )  # fmt: skip


def _read_all(
    raws: Sequence[RawArticle], registry: Registry, vocabulary: Path | None, jobs: int, progress: Progress
) -> Iterator[Reading | Problem]:
    if jobs < 2 or len(raws) < _FEW:
        reader = ArticleReader(registry, vocabulary)
        for raw in raws:
            yield _read_one(reader, raw)
        return
    batches = [raws[i : i + _CHUNK] for i in range(0, len(raws), _CHUNK)]
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(registry, vocabulary)) as pool:
        done = 0
        for readings in pool.map(_read, batches):
            yield from readings
            done += len(readings)
            if done % (20 * _CHUNK) == 0:
                progress(f"đã đọc {done:,}/{len(raws):,} bài")


def read_archive(place: Place | Path, jobs: int | None = None, progress: Progress = lambda _: None) -> Archive:
    """The archive of a project (``Place``), or of any folder of articles (a Path) with this project's registries.

    Problems of files, registries and articles are all in ``Archive.problems``; nothing is raised for bad input.
    """
    if isinstance(place, Path):
        root = Path(__file__).resolve().parents[2]
        place = Place.of(root, place)
    registry, problems = read_registry(place.registries)
    if place.articles.resolve().parent != place.registries.resolve().parent:
        # Addresses that the pages of the project's own articles had say nothing about another folder's.
        registry = replace(registry, redirects=())
    raws, more = read_articles(place.articles, place.shown)
    problems += more
    extension, more = read_vocabulary(place.registries / "tu-vung")
    problems += more
    words = _folder_digest(extension)
    _forget_other_words(words)
    readings: list[Reading] = []
    missing: list[RawArticle] = list(raws)
    cache = None
    if place.cache is not None:
        cache = ReadingCache(place.cache / "readings", code_digest() + registry.sha256 + words)
        missing = []
        for raw in raws:
            kept = cache.get(raw.id, raw.path, raw.sha256)
            if kept is None:
                missing.append(raw)
            else:
                readings.append(kept)
    if missing:
        progress(f"đọc {len(missing):,} bài" + (f", {len(readings):,} bài đã có sẵn" if readings else ""))
    for reading in _read_all(missing, registry, extension, jobs or os.cpu_count() or 1, progress):
        if isinstance(reading, Problem):
            problems.append(reading)
            continue
        readings.append(reading)
        if cache:
            cache.put(reading)
    if cache and missing:
        cache.prune(4 * len(raws) + 1000)
    progress(f"ghép {len(readings):,} bài thành kho")
    return build_archive(readings, registry, problems, extension)


_words_in_use: str | None = None


def _forget_other_words(digest: str) -> None:
    """Let go of everything made of the vocabulary when an editor changed it: `mkdocs serve` keeps modules for days."""
    global _words_in_use
    if _words_in_use not in (None, digest):
        package = __name__.rpartition(".")[0]
        for name, module in list(sys.modules.items()):
            if name.startswith(f"{package}."):
                for value in list(vars(module).values()):
                    if clear := getattr(value, "cache_clear", None):
                        clear()
    _words_in_use = digest


def _folder_digest(folder: Path | None) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yml")) if folder else []:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def stopping(problems: Sequence[Problem]) -> list[Problem]:
    """The Problems for which a build stops."""
    return [p for p in problems if p.severity == "error"]
