"""The state of the archive: coverage, certainty, and what git tells of late changes."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest

from biennien.history import recent_changes
from biennien.pages import SiteInfo, all_pages
from biennien.siteinfo import Change
from conftest import TOY, build_site
from toy_archive import many, toy

PATH = "docs/bai-viet/2024/2024-03-06-tong-ket-cong-tac-lam-mau.md"


def page(archive: Any = None, site: SiteInfo | None = None) -> Any:
    body = next(p for p in all_pages(archive or toy(), site or SiteInfo()) if p.url == "tinh-trang.html").body()
    return html5lib.HTMLParser(namespaceHTMLElements=False, strict=False).parse(body)


def text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def table(tree: Any, heading: str) -> dict[str, list[str]]:
    """Rows of the section under a heading's id: row header to cells."""
    (section,) = [e for e in tree.iter("section") if e.get("aria-labelledby") == heading]
    return {
        text(r.find("th")): [text(td) for td in r.iter("td")] for r in section.iter("tr") if r.find("td") is not None
    }


# --- coverage -------------------------------------------------------------------------------------------------------
def test_every_month_has_its_number_in_words_beside_the_chart() -> None:
    rows = table(page(), "theo-thang")
    assert list(rows) == ["2025", "2024"]
    assert rows["2024"] == ["", "0", "0", "1", *["0"] * 9, "0", "1"]
    assert rows["2025"][1:13] == [*["0"] * 5, *["1"] * 4, *["0"] * 3]


def test_silence_is_counted_and_said_to_be_the_archives_own() -> None:
    told = text(page())
    assert "14 tháng kho không có cuộc họp nào" in told  # March 2024 to September 2025 has 19 months, 5 with a meeting
    assert "không phải là không có cuộc họp nào" in told
    assert "1 cuộc họp chưa rõ ngày" in told


def test_a_long_run_of_empty_years_is_one_row() -> None:
    a = toy()
    first = next(iter(a.meetings))
    old = replace(a.meetings[first], date=dt.date(1930, 2, 3))
    rows = table(page(replace(a, meetings={**a.meetings, first: old})), "theo-thang")
    assert list(rows) == ["2025", "1931–2024", "1930"]
    assert set(rows["1931–2024"][1:]) == {"0"}


def test_places_tell_how_many_meetings_and_how_many_were_only_inferred() -> None:
    rows = table(page(), "theo-noi")
    assert rows["Bình Mẫu"][:2] == ["3 cuộc họp (1 có nơi họp suy ra)", "4 bài"]
    assert list(rows)[-1] == "Chưa rõ nơi (chưa rõ)"
    a = toy()
    counted = sum(int(cells[0].split()[0]) for cells in rows.values())
    assert counted == len(a.meetings)


def test_outlets_hold_every_article() -> None:
    rows = table(page(), "theo-bao")
    assert sum(int(cells[0].split()[0]) for cells in rows.values()) == len(toy().articles)


def test_numbers_of_certainty_are_those_of_the_page_that_lists_the_open_questions() -> None:
    pages = {p.url: p.body() for p in all_pages(toy(), SiteInfo())}
    start, end = '<table class="bn-tally">', "</table>"
    one, other = (
        pages[url][pages[url].index(start) : pages[url].index(end, pages[url].index(start))]
        for url in ("tinh-trang.html", "can-xac-minh.html")
    )
    assert one == other
    assert 'href="tinh-trang.html"' in pages["can-xac-minh.html"]
    assert 'href="can-xac-minh.html#BN040"' in pages["tinh-trang.html"]


def test_an_archive_of_many_places_folds_the_rest_and_an_empty_one_says_so() -> None:
    a = many(60, people=9)
    far = {m: replace(x, place=f"noi-{n}") for n, (m, x) in enumerate(a.meetings.items())}
    tree = page(replace(a, meetings=far))
    (folded,) = tree.iter("details")
    assert text(folded.find("summary")) == "20 nơi nữa" and len(list(folded.iter("tr"))) == 21
    nothing = replace(a, articles={}, meetings={}, people={}, documents={}, organizations={}, series=(), problems=())
    assert "Chưa có cuộc họp nào rõ ngày" in text(page(nothing))


# --- what changed lately --------------------------------------------------------------------------------------------
def test_a_day_s_changes_link_what_is_there_and_name_the_rest() -> None:
    files = (
        ("changed", "docs/bai-viet/2024/khac.md"),
        ("added", PATH),
        ("removed", "docs/bai-viet/cu.md"),
        ("changed", "docs/danh-muc/documents/dang-tw.yml"),
        ("added", "docs/danh-muc/people/tran-vi-du.yml"),
    )
    tree = page(site=SiteInfo(changes=(Change(dt.date(2026, 1, 2), files),)))  # type: ignore[arg-type]
    (row,) = next(e for e in tree.iter("ol") if e.get("class") == "bn-changes")
    assert text(row).startswith("2-1-2026 thêm 1 bài, sửa 1 bài, bỏ 1 bài, thêm 1 danh mục, sửa 1 danh mục")
    told = [(text(li), [a.get("href") for a in li.iter("a")]) for li in row.iter("li") if li is not row]
    assert told == [
        (f"thêm {toy().articles[Path(PATH).stem].article.title}", [PATH.replace("docs/", "").replace(".md", ".html")]),
        ("sửa bai-viet/2024/khac.md", []),
        ("bỏ bai-viet/cu.md", []),
        ("thêm Danh mục nhân sự: Trần Ví Dụ", ["nhan-su/tran-vi-du.html"]),
        ("sửa Danh mục văn kiện dang-tw.yml", ["van-kien/index.html"]),
    ]


def test_a_day_of_many_changes_is_cut_and_says_how_much_is_left() -> None:
    files = tuple(("added", f"docs/bai-viet/{n}.md") for n in range(20))
    tree = page(site=SiteInfo(changes=(Change(dt.date(2026, 1, 2), files),)))  # type: ignore[arg-type]
    (row,) = next(e for e in tree.iter("ol") if e.get("class") == "bn-changes")
    assert "thêm 20 bài" in text(row) and text(row).endswith("và 12 tệp nữa")


def test_without_changes_the_section_is_left_out() -> None:
    assert "moi-doi" not in {e.get("id") for e in page().iter()}


# --- git ------------------------------------------------------------------------------------------------------------
@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a project in a folder of it, and three commits, the last of which touches no article."""
    top = tmp_path / "kho"
    folder = top / "du-an" / "docs" / "bai-viet"
    (folder / "2025").mkdir(parents=True)
    git(top, "init", "-q")
    (folder / "2025" / "một bài.md").write_text("Một", encoding="utf-8")
    (folder / "cu.txt").write_text("Cũ", encoding="utf-8")
    commit(top, "Thêm hai bài\n\nKể thêm.", "2025-03-01T23:30:00+07:00")
    (folder / "cu.txt").rename(folder / "moi.txt")
    (folder / "2025" / "một bài.md").write_text("Một, sửa", encoding="utf-8")
    (folder / "anh.jpg").write_bytes(b"x")
    commit(top, "Đổi tên", "2025-03-02T08:00:00+07:00")
    (top / "README.md").write_text("x", encoding="utf-8")
    commit(top, "Không phải bài", "2025-03-03T08:00:00+07:00")
    return top


def git(folder: Path, *arguments: str, **environ: str) -> None:
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in IDENTITY.items()}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *arguments], cwd=folder, env={**kept, **names, **environ}, check=True, capture_output=True)


IDENTITY = {"NAME": "Trần Ví Dụ", "EMAIL": "vi-du@vi-du.example"}


def commit(top: Path, message: str, when: str) -> None:
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", message, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)


def changes_in(folder: Path, shown: str = "docs/bai-viet", **more: int) -> tuple[Change, ...]:
    return recent_changes([(folder, shown)], **more)


def test_days_on_which_articles_changed_come_newest_first_with_paths_as_the_archive_has_them(repository: Path) -> None:
    folder = repository / "du-an" / "docs" / "bai-viet"
    assert changes_in(folder) == (
        Change(
            dt.date(2025, 3, 2),
            (
                ("changed", "docs/bai-viet/2025/một bài.md"),
                ("removed", "docs/bai-viet/cu.txt"),
                ("added", "docs/bai-viet/moi.txt"),
            ),
        ),
        Change(dt.date(2025, 3, 1), (("added", "docs/bai-viet/2025/một bài.md"), ("added", "docs/bai-viet/cu.txt"))),
    )
    assert changes_in(folder, most=1) == changes_in(folder)[:1]


def test_a_day_tells_what_it_left_and_no_word_of_the_commits(repository: Path) -> None:
    folder = repository / "du-an" / "docs" / "bai-viet"
    (folder / "moi.txt").write_text("Mới, sửa", encoding="utf-8")
    (folder / "thoang.md").write_text("Thoáng", encoding="utf-8")
    commit(repository, "Developers' words", "2025-03-02T09:00:00+07:00")
    (folder / "thoang.md").unlink()
    commit(repository, "Bỏ lại", "2025-03-02T10:00:00+07:00")
    (day, _) = changes_in(folder)
    assert day.files == (
        ("changed", "docs/bai-viet/2025/một bài.md"),
        ("removed", "docs/bai-viet/cu.txt"),
        ("added", "docs/bai-viet/moi.txt"),
    )
    assert "Developers" not in repr(day)


def test_registries_are_told_on_the_same_days(repository: Path) -> None:
    docs = repository / "du-an" / "docs"
    (docs / "danh-muc" / "documents").mkdir(parents=True)
    (docs / "danh-muc" / "documents" / "a.yml").write_text("[]", encoding="utf-8")
    (docs / "danh-muc" / "a.schema.json").write_text("{}", encoding="utf-8")
    commit(repository, "Danh mục", "2025-03-04T08:00:00+07:00")
    found = recent_changes([(docs / "bai-viet", "docs/bai-viet"), (docs / "danh-muc", "docs/danh-muc")])
    assert found[0] == Change(dt.date(2025, 3, 4), (("added", "docs/danh-muc/documents/a.yml"),))
    assert [change.date.day for change in found] == [4, 2, 1]


def test_the_readers_settings_of_git_change_nothing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repository / "du-an" / "docs" / "bai-viet"
    before = changes_in(folder, "")
    for name, value in (("diff.renames", "copies"), ("log.showSignature", "true"), ("core.quotePath", "true")):
        git(repository, "config", name, value)
    git(repository, "config", "i18n.logOutputEncoding", "latin1")
    monkeypatch.setenv("GIT_DIR", str(repository / "khong-co"))
    assert changes_in(folder, "") == before != ()


def test_outside_git_in_a_shallow_clone_or_without_git_nothing_is_told(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository / "du-an" / "docs" / "bai-viet"
    plain = tmp_path / "ngoai-git"
    shutil.copytree(folder, plain)
    assert changes_in(plain, "") == () == changes_in(tmp_path / "khong-co", "")
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "nong")
    assert changes_in(tmp_path / "nong" / "du-an" / "docs" / "bai-viet", "") == ()
    untracked = repository / "chua-ghi"
    shutil.copytree(plain, untracked)
    assert changes_in(untracked, "") == ()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert changes_in(folder, "") == ()


def test_a_built_site_tells_of_the_commits_of_its_articles(tmp_path: Path) -> None:
    project = tmp_path / "kho"
    shutil.copytree(TOY / "bai-viet", project)
    git(project, "init", "-q")
    commit(project, "Thêm các bài ví dụ", "2025-03-01T08:00:00+07:00")
    assert build_site(tmp_path / "site", project, TOY / "danh-muc") == []
    told = (tmp_path / "site" / "tinh-trang.html").read_text(encoding="utf-8")
    assert "Thêm các bài ví dụ" not in told and 'id="moi-doi"' in told and "1-3-2025" in told
    assert f"thêm {len(list((TOY / 'bai-viet').rglob('*.*')))} bài" in told
