"""What people run: build, check, add, explain. Arguments in, exit code out; every Problem is shown, none is thrown."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from .pipeline import Place, read_archive, stopping
from .problems import Problem

ROOT = Path(__file__).resolve().parents[2]


def _say(text: str = "") -> None:
    print(text, file=sys.stderr, flush=True)


def _show(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem)


def _counts(problems: Sequence[Problem]) -> str:
    by = Counter(p.severity for p in problems)
    noted = f", {by['info']} điều ghi nhận" if by["info"] else ""
    return f"{by['error']} lỗi, {by['warning']} điều cần xem{noted}"


# --- build -------------------------------------------------------------------------------------------------------
def build(argv: Sequence[str] | None = None) -> int:
    """Build a folder of articles into a site, whole or not at all. 0: done; 1: Problems or a failed build; 2: usage."""
    parser = argparse.ArgumentParser("build.py", description="Dựng kho lưu trữ thành trang tĩnh.")
    parser.add_argument(
        "--articles", type=Path, metavar="DIR", help="thư mục bài viết (.md, .txt); mặc định docs/bai-viet"
    )
    parser.add_argument(
        "--site-dir", type=Path, default=ROOT / "site", metavar="DIR", help="nơi đặt trang; mặc định site/"
    )
    parser.add_argument(
        "--pages-only", type=Path, metavar="DIR", help="chỉ ghi các trang Markdown kèm front matter vào DIR"
    )
    parser.add_argument("--zip", action="store_true", help="đặt thêm vào trang một tệp zip của cả kho")
    parser.add_argument("--strict", action="store_true", help="dừng cả khi MkDocs chỉ cảnh báo")
    parser.add_argument("--jobs", type=int, metavar="N", help="số tiến trình đọc bài; mặc định mọi nhân")
    parser.add_argument("--no-cache", action="store_true", help="đọc lại mọi bài, không dùng .cache/")
    options = parser.parse_args(argv)
    place = Place.of(ROOT, options.articles.resolve() if options.articles else None, not options.no_cache)
    try:
        if options.pages_only:
            return _pages_only(place, options.pages_only.resolve(), options.jobs)
        return _build_site(place, options.site_dir.resolve(), options)
    except KeyboardInterrupt:
        _say("Đã dừng. Trang cũ, nếu có, vẫn như trước.")
        return 130
    except OSError as error:  # a full disk, a folder that may not be written, a file that Windows keeps open
        _say(f"Không ghi được: {error}. Trang cũ, nếu có, vẫn như trước.")
        return 1


def _refuse_overwriting(target: Path, marks: Sequence[str]) -> str | None:
    """Why a folder must not be replaced: it is not empty, and nothing in it shows that this project made it."""
    if not target.exists():
        return None
    if not target.is_dir():
        return f"{target} là một tệp, không phải thư mục."
    if any(target.iterdir()) and not any((target / mark).exists() for mark in marks):
        return f"{target} đã có tệp khác; chọn một thư mục trống hoặc thư mục do lần dựng trước tạo ra."
    return None


def _pages_only(place: Place, folder: Path, jobs: int | None) -> int:
    from .pages import SiteInfo
    from .site import write_pages

    recover(folder)
    if why := _refuse_overwriting(folder, ["dong-thoi-gian.md"]):
        _say(why)
        return 2
    archive = read_archive(place, jobs, _say)
    found = stopping(archive.problems)
    if found:
        _show(found)
        return 1
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as temporary:
        fresh = Path(temporary) / "pages"
        count = write_pages(archive, fresh, SiteInfo())
        swap(fresh, folder)
    _say(f"{count:,} trang trong {folder}")
    return 0


def _build_site(place: Place, target: Path, options: argparse.Namespace) -> int:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from . import site

    recover(target)
    if why := _refuse_overwriting(target, ["dong-thoi-gian.html"]):
        _say(why)
        return 2
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, so that the swap is a rename within one file system.
    temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        fresh = temporary / "site"
        if why := site.build(ROOT / "mkdocs.yml", place, fresh, options.jobs, options.strict):
            _say(f"Chưa dựng được: {why}")
            _say(f"{target} vẫn như trước.")
            return 1
        if options.zip:
            site.pack(fresh)
        swap(fresh, target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    _say(f"Xong. Mở {target / 'index.html'}")
    return 0


def swap(fresh: Path, target: Path) -> None:
    """Put a finished folder in the place of another. The old one is whole until the new one is there.

    Raises OSError, with the old folder back in its place, where the system does not let go of it (an open file on
    Windows). Killed between the two renames, the old folder waits beside the target: ``recover`` brings it back.
    """
    old = target.parent / f".{target.name}-truoc"
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(target: Path) -> None:
    """Undo a swap that was killed halfway."""
    old = target.parent / f".{target.name}-truoc"
    if old.exists():
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)


# --- check -------------------------------------------------------------------------------------------------------
def check(argv: Sequence[str] | None = None) -> int:
    """Print every Problem of the tree. 0: no error; 1: at least one error."""
    parser = argparse.ArgumentParser("check.py", description="Kiểm tra bài viết và danh mục; in mọi điều cần xem.")
    parser.add_argument("--articles", type=Path, metavar="DIR", help="thư mục bài viết; mặc định docs/bai-viet")
    parser.add_argument("--errors", action="store_true", help="chỉ in lỗi")
    parser.add_argument(
        "--schemas", action="store_true", help="ghi lại JSON Schema vào docs/danh-muc/schema/ và các bảng của hướng dẫn"
    )
    options = parser.parse_args(argv)
    if options.schemas:
        return _write_schemas(ROOT / "docs" / "danh-muc" / "schema")
    archive = read_archive(Place.of(ROOT, options.articles.resolve() if options.articles else None), progress=_say)
    found = stopping(archive.problems)
    _show(found if options.errors else archive.problems)
    _say(f"{len(archive.articles):,} bài: {_counts(archive.problems)}.")
    return 1 if found else 0


def _write_schemas(folder: Path) -> int:
    import json

    from .guide import with_tables
    from .schema import all_schemas

    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in all_schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")
    guide = ROOT / "docs" / "huong-dan" / "bien-tap.md"
    guide.write_text(with_tables(guide.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    _say(f"{folder}: {len(all_schemas())} lược đồ; {guide}: các bảng")
    return 0


def add(argv: Sequence[str] | None = None) -> int:
    """Turn pasted text into a source file; see ``biennien.adding``."""
    from .adding import main

    return main(argv, ROOT)


def explain(argv: Sequence[str] | None = None) -> int:
    """Print an article with every mention, rule and decision; see ``biennien.explaining``."""
    from .explaining import main

    return main(argv, ROOT)
