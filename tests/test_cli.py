"""What people run: all problems in one run, the right exit code, and a site that is replaced whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from biennien import cli, site
from biennien.cli import recover, swap
from conftest import ROOT, TOY

BAD = Path(__file__).parent / "bad"
OLD = {"dong-thoi-gian.html": "trang cũ", "index.html": "trang cũ", "data/articles.json": "[]"}


def fill(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def texts(folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in content(folder).items()}


def expected_errors() -> list[str]:
    """The errors of tests/bad, without the files that only the test of that tree makes."""
    lines = (BAD / "expected.txt").read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("error: ") for line in lines if line.startswith("error: ") and "qua-lon.md" not in line]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own with the toy's articles and registries, to which check and add belong."""
    root = tmp_path / "project"
    for name in ("bai-viet", "danh-muc"):
        shutil.copytree(TOY / name, root / "docs" / name)
    monkeypatch.setattr(cli, "ROOT", root)
    return root


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A site that an earlier build left."""
    return fill(tmp_path / "site", OLD)


# Replacing a site


def test_a_finished_site_takes_the_place_of_the_old_one(tmp_path: Path, target: Path) -> None:
    swap(fill(tmp_path / "fresh", {"index.html": "mới"}), target)
    assert texts(target) == {"index.html": "mới"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]


def test_a_first_site_needs_no_old_one(tmp_path: Path) -> None:
    swap(fill(tmp_path / "fresh", {"index.html": "mới"}), tmp_path / "site")
    assert texts(tmp_path / "site") == {"index.html": "mới"}


def test_when_the_new_one_cannot_move_in_the_old_one_comes_back(tmp_path: Path, target: Path) -> None:
    with pytest.raises(OSError):
        swap(tmp_path / "khong-co", target)
    assert texts(target) == OLD


@pytest.mark.parametrize("killed_after", [1, 2, 3])
def test_killed_at_any_point_of_the_swap_a_whole_site_is_there_again(
    tmp_path: Path, target: Path, killed_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = fill(tmp_path / "fresh", {"index.html": "mới"})
    steps = 0

    class Killed(BaseException):
        pass

    def counted(act: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps == killed_after:
                # As by SIGKILL: what is written down to put it right does not run either.
                monkeypatch.setattr(Path, "rename", lambda *_: None)
                raise Killed
            return act(*arguments, **options)

        return step

    monkeypatch.setattr(Path, "rename", counted(Path.rename))
    monkeypatch.setattr(shutil, "rmtree", counted(shutil.rmtree))
    with pytest.raises(Killed):
        swap(fresh, target)
    monkeypatch.undo()
    recover(target)
    assert texts(target) in (OLD, {"index.html": "mới"})
    assert not (tmp_path / ".site-truoc").exists()


def test_recovering_where_nothing_happened_changes_nothing(tmp_path: Path, target: Path) -> None:
    recover(target)
    recover(tmp_path / "khong-co")
    assert texts(target) == OLD
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]


# Building


def build(*arguments: str) -> int:
    return cli.build([*arguments, "--no-cache", "--jobs", "1"])


def test_a_build_makes_a_whole_site_and_says_which_file_to_open(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build("--articles", str(TOY / "bai-viet"), "--site-dir", str(target)) == 0
    assert (target / "index.html").read_text(encoding="utf-8") != "trang cũ"
    assert len(json.loads((target / "data" / "articles.json").read_text(encoding="utf-8"))) == 5
    assert f"Mở {target / 'index.html'}" in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]


def test_bad_articles_leave_the_old_site_and_are_all_shown(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build("--articles", str(BAD / "bai-viet"), "--site-dir", str(target)) == 1
    shown = capsys.readouterr().err.splitlines()
    # The folder lies in the project: its own name stands before the files'.
    wanted = [e.replace("docs/bai-viet", "tests/bad/bai-viet") for e in expected_errors() if e.startswith("docs/bai")]
    assert [line for line in wanted if line not in shown] == []
    assert texts(target) == OLD
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]


@pytest.mark.parametrize(("failure", "code"), [(KeyboardInterrupt(), 130), (OSError(28, "No space left on device"), 1)])
def test_a_build_that_is_interrupted_leaves_the_old_site(
    tmp_path: Path,
    target: Path,
    failure: BaseException,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(config_file: Path, place: Any, fresh: Path, jobs: Any, strict: Any) -> str | None:
        fill(fresh, {"index.html": "nửa chừng"})
        raise failure

    monkeypatch.setattr(site, "build", broken)
    assert build("--articles", str(TOY / "bai-viet"), "--site-dir", str(target)) == code
    assert texts(target) == OLD
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]
    assert "vẫn như trước" in capsys.readouterr().err


def test_a_build_that_fails_says_why_and_leaves_the_old_site(
    target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(site, "build", lambda *_: "hai trang cùng địa chỉ a.md")
    assert build("--articles", str(TOY / "bai-viet"), "--site-dir", str(target)) == 1
    assert texts(target) == OLD
    assert "Chưa dựng được: hai trang cùng địa chỉ a.md" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_works(tmp_path: Path, target: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "from biennien import cli, site\n"
        "def killed(config_file, place, fresh, jobs, strict):\n"
        "    fresh.mkdir(); (fresh / 'index.html').write_text('x')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "site.build = killed\n"
        "cli.build(sys.argv[1:])\n"
    )
    arguments = ["--articles", str(TOY / "bai-viet"), "--site-dir", str(target), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run([sys.executable, "-c", program, *arguments], env=environment, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert texts(target) == OLD
    assert cli.build([*arguments, "--jobs", "1"]) == 0
    assert len(content(target)) > 10


@pytest.mark.parametrize("option", ["--site-dir", "--pages-only"])
def test_a_folder_with_other_things_in_it_is_not_replaced(
    tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = fill(tmp_path / "anh", {"cuoi.jpg": "ảnh"})
    assert build("--articles", str(TOY / "bai-viet"), option, str(other)) == 2
    assert texts(other) == {"cuoi.jpg": "ảnh"}
    assert "chọn một thư mục trống" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--site-dir", "--pages-only"])
def test_a_file_is_not_replaced(tmp_path: Path, option: str) -> None:
    (tmp_path / "site").write_text("tệp", encoding="utf-8")
    assert build("--articles", str(TOY / "bai-viet"), option, str(tmp_path / "site")) == 2
    assert (tmp_path / "site").read_text(encoding="utf-8") == "tệp"


def test_a_missing_folder_of_articles_is_a_problem(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build("--articles", str(tmp_path / "khong-co"), "--site-dir", str(target)) == 1
    assert "BN007" in capsys.readouterr().err
    assert texts(target) == OLD


def test_pages_alone_are_written_the_same_each_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = tmp_path / "pages"
    assert build("--articles", str(TOY / "bai-viet"), "--pages-only", str(pages)) == 0
    first = content(pages)
    assert all(name.endswith(".md") and data.startswith(b"---\n") for name, data in first.items())
    assert f"{len(first)} trang" in capsys.readouterr().err
    (pages / "bai-da-xoa.md").write_text("trang của lần trước", encoding="utf-8")
    assert build("--articles", str(TOY / "bai-viet"), "--pages-only", str(pages)) == 0
    assert content(pages) == first


def test_bad_articles_leave_the_pages_as_they_were(tmp_path: Path) -> None:
    pages = fill(tmp_path / "pages", {"dong-thoi-gian.md": "trang cũ"})
    assert build("--articles", str(BAD / "bai-viet"), "--pages-only", str(pages)) == 1
    assert texts(pages) == {"dong-thoi-gian.md": "trang cũ"}


@pytest.mark.parametrize("arguments", [["--jobs", "x"], ["--nope"], ["extra"]])
@pytest.mark.parametrize("command", [cli.build, cli.check])
def test_wrong_arguments_are_a_usage_error(command: Callable[[Any], int], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        command(arguments)
    assert stopped.value.code == 2


# Checking


def test_check_prints_every_problem_and_counts_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.check([]) == 0
    shown = capsys.readouterr()
    lines = shown.out.splitlines()
    assert lines == sorted(lines, key=lambda line: line.split(":")[0])
    assert any(line.startswith("docs/bai-viet/2025/khong-ngay.txt: BN023 ") for line in lines)
    assert shown.err.splitlines()[-1] == f"5 bài: 0 lỗi, {len(lines)} điều cần xem."


def test_check_fails_on_errors_and_shows_all_of_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(project / "docs")
    shutil.copytree(BAD, project / "docs")
    assert cli.check(["--errors"]) == 1
    shown = capsys.readouterr()
    assert shown.out.splitlines() == expected_errors()
    assert f"{len(expected_errors())} lỗi" in shown.err


def test_check_changes_no_source(project: Path) -> None:
    before = content(project / "docs")
    cli.check([])
    assert content(project / "docs") == before


def test_check_reads_another_folder(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = fill(tmp_path / "khac", {"a.md": "---\ntitel: a\n---\nx"})
    assert cli.check(["--articles", str(folder)]) == 1
    assert capsys.readouterr().out == "a.md:2: BN013 không có khóa “titel”. Có phải “title”?\n"


def test_schemas_and_tables_are_written_on_demand(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = fill(project, {"docs/huong-dan/bien-tap.md": "<!-- bảng ma -->\n<!-- hết bảng -->\n"})
    assert cli.check(["--schemas"]) == 0
    assert "| BN001 | tệp rỗng |" in (guide / "docs/huong-dan/bien-tap.md").read_text(encoding="utf-8")
    schema = json.loads((project / "docs/danh-muc/schema/bai-viet.schema.json").read_text(encoding="utf-8"))
    assert "published" in schema["properties"]
    assert cli.check([]) == 0  # the schemas are no registry


# Adding and explaining


def test_add_and_explain_belong_to_the_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pasted = fill(project, {"dan.txt": "Sáng 2-3-2025, Tỉnh ủy Bình Mẫu họp báo."}) / "dan.txt"
    assert cli.add([str(pasted)]) == 0
    name = "2025-03-02-sang-2-3-2025-tinh-uy-binh-mau-hop-bao"
    assert (project / "docs" / "bai-viet" / "2025" / f"{name}.md").exists()
    assert cli.explain([name]) == 0
    assert "Sáng 2-3-2025, Tỉnh ủy Bình Mẫu họp báo." in capsys.readouterr().out


ARTICLE = "docs/bai-viet/2025/2025-12-26-tong-ket-cong-tac-to-chuc-binh-mau.md"


def state(project: Path, lines: str) -> None:
    """Put lines into an article's front matter."""
    path = project / ARTICLE
    path.write_text(path.read_text(encoding="utf-8").replace("---\n", f"---\n{lines}\n", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "documents: [dang/tw/2016/nq/81]",
            "2: BN014 documents[0]: không có “dang/tw/2016/nq/81” trong danh-muc/documents. Có phải “dang/tw/2016/nq",
        ),
        (
            "meeting: {place: binh-mauu}",
            "2: BN014 meeting.place: không có “binh-mauu” trong danh-muc/places. Có phải “binh-mau”? ",
        ),
        (
            "people: [{name: Trần Ví Dụ, id: tran-vi-du}]",
            "BN014 people: không có “tran-vi-du” trong danh-muc/people. ",
        ),
        ("people: [{id: tran-vi-du}]", "2: BN014 people[0].id: không có “tran-vi-du” trong danh-muc/people. "),
    ],
)
def test_an_id_that_no_registry_has_is_an_error(
    project: Path, lines: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    state(project, lines)
    assert cli.check(["--errors"]) == 1
    [shown] = capsys.readouterr().out.splitlines()
    assert shown.startswith(f"{ARTICLE}:") and message in shown


def test_a_document_in_the_front_matter_answers_an_open_question(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def questions() -> list[str]:
        assert cli.check([]) == 0
        return [line for line in capsys.readouterr().out.splitlines() if ARTICLE in line and "BN040" in line]

    [question] = questions()
    assert "“Nghị quyết 18”" in question and "dang/tw/2016/nq/18, dang/tw/2021/nq/18" in question
    state(project, "documents: [dang/tw/2021/nq/18]")
    assert questions() == []
    assert cli.explain([Path(ARTICLE).stem]) == 0
    assert "dang/tw/2021/nq/18 (identified): người biên tập ghi ở phần đầu của bài" in capsys.readouterr().out
