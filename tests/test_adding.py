"""Pasted text becomes a source file: named, kept word for word, never over another one, and explained in words."""

from __future__ import annotations

import io
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biennien import adding, source
from biennien.pipeline import Place, read_archive
from conftest import TOY

PASTED = """Hội nghị sơ kết ở Bình Mẫu

Chiều 20-11, Tỉnh ủy Bình Mẫu tổ chức hội nghị sơ kết việc thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị.

Đồng chí Hoàng Văn Thử, Bí thư Tỉnh ủy Bình Mẫu, chủ trì hội nghị. Dự hội nghị có bà Đỗ Thị Nháp, Giám đốc Sở Nội vụ.

Hội nghị nghe ba báo cáo và bàn việc của quý tới, giao từng cơ quan một phần việc có hạn định rõ ràng.
"""
ONE = ["--source", "Báo Bình Mẫu", "--url", "https://baobinhmau.example/so-ket", "--published", "2025-11-21"]
NAME = "docs/bai-viet/2025/2025-11-21-hoi-nghi-so-ket-o-binh-mau.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("bai-viet", "danh-muc"):
        shutil.copytree(TOY / name, tmp_path / "docs" / name)
    return tmp_path


def add(project: Path, text: str | bytes, *arguments: str) -> int:
    pasted = project / "dan.txt"
    pasted.write_bytes(text.encode() if isinstance(text, str) else text)
    return adding.main([str(pasted), *arguments], project)


def files(project: Path) -> dict[str, bytes]:
    return {p.relative_to(project).as_posix(): p.read_bytes() for p in (project / "docs").rglob("*") if p.is_file()}


def body(project: Path, name: str) -> str:
    """What stands below the front matter of a written file."""
    text = (project / name).read_text(encoding="utf-8")
    front, first, problems = source.split_front_matter(text, name)
    assert front is not None and problems == []
    return "\n".join(text.split("\n")[first + front.count("\n") :])


def test_pasted_text_becomes_a_file_named_by_day_and_title(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(project)
    assert add(project, PASTED, *ONE) == 0
    after = files(project)
    assert set(after) - set(before) == {NAME}
    assert {k: v for k, v in after.items() if k != NAME} == before
    assert body(project, NAME) == PASTED
    archive = read_archive(Place.of(project, cache=False))
    article = archive.articles["2025-11-21-hoi-nghi-so-ket-o-binh-mau"].article
    assert article.meta.title == "Hội nghị sơ kết ở Bình Mẫu"
    assert str(article.published) == "2025-11-21"
    assert (article.meta.source.name, article.meta.source.url) == (ONE[1], ONE[3])
    assert [p for p in archive.problems if p.severity == "error"] == []
    out = capsys.readouterr().out
    assert out.startswith(f"Đã ghi {NAME}\n")


def test_what_was_understood_is_said_in_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(project, PASTED, *ONE)
    lines = capsys.readouterr().out.splitlines()
    assert "Tiêu đề:   Hội nghị sơ kết ở Bình Mẫu (phần đầu)" in lines
    assert "Ngày đăng: 21-11-2025" in lines
    [day] = [line for line in lines if line.startswith("Ngày họp:")]
    assert day.startswith("Ngày họp:  20-11-2025. ") and "Chiều 20-11" in day
    [place] = [line for line in lines if line.startswith("Nơi họp:")]
    assert place.startswith("Nơi họp:   Bình Mẫu. ")
    assert "Cơ quan:   Tỉnh ủy Bình Mẫu (binh-mau/tinh-uy)" in lines
    people = [line for line in lines if line.startswith("  - ")]
    assert any(re.match(r"  - Hoàng Văn Thử: chủ trì; Bí thư Tỉnh ủy Bình Mẫu \[.*đã có trong kho]", p) for p in people)
    assert any(re.match(r"  - Đỗ Thị Nháp: dự; Giám đốc Sở Nội vụ.* \[do-thi-nhap, mới]", p) for p in people)
    assert any("Nghị quyết số 57-NQ/TW" in p and "dang/tw/2021/nq/57" in p for p in people)
    assert "Việc tiếp theo:" in lines
    assert any("scripts/explain.py 2025-11-21-hoi-nghi-so-ket-o-binh-mau" in line for line in lines)


def test_an_editors_words_cut_the_pasted_text_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pasted = PASTED.replace("Hội nghị sơ kết ở Bình Mẫu", "Bấm vào đây nhận quà\n\nHội nghị sơ kết ở Bình Mẫu")
    assert add(project, pasted, "--dry-run") == 0
    assert "Tiêu đề:   Bấm vào đây nhận quà (phần đầu)" in capsys.readouterr().out
    words = project / "docs" / "danh-muc" / "tu-vung"
    words.mkdir()
    (words / "boilerplate.yml").write_text("lines: [Bấm vào đây nhận quà]\n", encoding="utf-8")
    assert add(project, pasted, "--dry-run") == 0
    assert "Tiêu đề:   Hội nghị sơ kết ở Bình Mẫu (phần đầu)" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(project)
    assert add(project, PASTED, *ONE, "--dry-run") == 0
    assert files(project) == before
    assert capsys.readouterr().out.startswith(f"Sẽ ghi {NAME}\n")


def test_without_a_day_of_publication_the_meetings_day_names_the_file(project: Path) -> None:
    assert add(project, PASTED.replace("20-11", "20-11-2025")) == 0
    assert (project / "docs/bai-viet/2025/2025-11-20-hoi-nghi-so-ket-o-binh-mau.md").exists()


def test_without_any_day_the_file_says_so(project: Path) -> None:
    text = "Bà Vũ Thị Nháp, Trưởng ban Dân vận, nói về công tác dân vận."
    assert add(project, text) == 0
    [name] = [n for n in files(project) if "/khong-ro-ngay/" in n]
    assert name == "docs/bai-viet/khong-ro-ngay/ba-vu-thi-nhap-truong-ban-dan-van-noi-ve-cong-tac-dan-van.md"
    article = read_archive(Place.of(project, cache=False)).articles[Path(name).stem].article
    assert (article.title_basis, article.published) == ("derived", None)


def test_the_draft_marks_what_is_to_be_checked(project: Path) -> None:
    before = set(files(project))
    add(project, " date 2025-11-21 " + PASTED.split("\n", 2)[2])
    [name] = set(files(project)) - before
    text = (project / name).read_text(encoding="utf-8")
    front = text.split("\n---\n")[0].splitlines()
    assert front[0] == "---"
    assert any(line.startswith("# title: ") and "không có tiêu đề" in line for line in front)
    assert "published: 2025-11-21  # theo dấu ngày trong bài; kiểm tra lại" in front
    assert any(line.startswith("  # url: ") for line in front)


def test_the_same_text_is_recognised_and_not_written_twice(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(project, PASTED, *ONE)
    before = files(project)
    assert add(project, PASTED.replace("\n\n", "\n\n\n") + "\n", "--published", "2025-11-22") == 1
    assert files(project) == before
    assert f"Bài này đã có: {NAME}. Không ghi gì." in capsys.readouterr().err


def test_a_near_copy_is_written_only_when_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(project, PASTED, *ONE)
    before = files(project)
    copy = PASTED.replace("Hội nghị sơ kết ở Bình Mẫu", "Tít khác hẳn") + "\nChia sẻ bài viết\n"
    assert add(project, copy, *ONE) == 1
    assert files(project) == before
    err = capsys.readouterr().err
    assert "BN052" in err and NAME in err
    assert add(project, copy, *ONE, "--keep") == 0
    assert len(files(project)) == len(before) + 1


def test_another_article_of_that_day_and_title_gets_a_name_of_its_own(project: Path) -> None:
    add(project, PASTED, *ONE)
    first = (project / NAME).read_bytes()
    other = "Hội nghị sơ kết ở Bình Mẫu\n\nBa đội thợ sửa mái nhà văn hóa, quét vôi và trồng lại hàng cau trước cổng.\n"
    assert add(project, other, *ONE) == 0
    assert (project / NAME).read_bytes() == first
    assert body(project, NAME.replace(".md", "-2.md")) == other


def test_a_file_that_is_no_article_is_not_written_over(project: Path) -> None:
    target = project / NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("", encoding="utf-8")
    assert add(project, PASTED, *ONE) == 0
    assert target.read_text(encoding="utf-8") == ""
    assert (project / NAME.replace(".md", "-2.md")).exists()


def test_front_matter_that_is_there_already_is_kept_as_it_is(project: Path) -> None:
    text = f"---\ntitle: Tít của tôi\npublished: 2025-11-23\n---\n{PASTED}"
    assert add(project, text) == 0
    written = project / "docs/bai-viet/2025/2025-11-23-tit-cua-toi.md"
    assert written.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        ("", [], 1),
        (b"\x89PNG\x00", [], 1),
        ("---\ntitle: a\n", [], 1),
        (f"---\ntitel: a\n---\n{PASTED}", [], 1),
        (f"---\ntitle: a\n---\n{PASTED}", ["--source", "Báo"], 2),
    ],
)
def test_what_cannot_be_an_article_is_refused_with_the_reason(
    project: Path, text: str | bytes, arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project)
    assert add(project, text, *arguments) == code
    assert files(project) == before
    assert capsys.readouterr().err.strip()


@pytest.mark.parametrize(
    "arguments", [["--published", "hôm qua"], ["--published", "2025-02-30"], ["--url", "javascript:1"], ["--nope"]]
)
def test_wrong_arguments_are_a_usage_error(project: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        add(project, PASTED, *arguments)
    assert stopped.value.code == 2


def test_a_missing_file_is_a_usage_error(project: Path) -> None:
    assert adding.main([str(project / "khong-co.txt")], project) == 2


def test_text_comes_in_from_standard_input_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PASTED.encode("utf-16"))))
    assert adding.main(["-", *ONE], project) == 0
    assert body(project, NAME) == PASTED


def test_it_can_write_into_another_folder(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("bai")
    before = files(project)
    assert add(project, PASTED, *ONE, "--out", str(out)) == 0
    assert [p.relative_to(out).as_posix() for p in out.rglob("*.md")] == [NAME.removeprefix("docs/bai-viet/")]
    assert files(project) == before


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), min_size=1, max_size=300))
def test_any_text_is_kept_word_for_word_or_refused(project: Path, text: str) -> None:
    before = files(project)
    code = add(project, text, "--source", 'Báo "Ví Dụ": \\n #1')
    new = set(files(project)) - set(before)
    if code == 0:
        [name] = new
        assert body(project, name) == text
        assert Path(name).parts[:2] == ("docs", "bai-viet")
        (project / name).unlink()
    else:
        assert new == set()


def test_a_name_is_free_or_there_is_none(project: Path) -> None:
    archive: Any = read_archive(Place.of(project, cache=False))
    record = archive.articles["2025-12-25-ban-to-chuc-tinh-uy-tong-ket"]
    reading = adding.Reading(record.article, record.extraction, record.outlet)
    base = "2025-12-25-ban-to-chuc-tinh-uy-binh-mau-tong-ket-nam-2025"
    folder = project / "docs" / "bai-viet"
    assert adding.free_name(reading, archive, folder) == Path("2025", f"{base}.md")
    for number in range(1, 100):
        (folder / "2025" / f"{base}{'' if number == 1 else f'-{number}'}.md").touch()
    assert adding.free_name(reading, archive, folder) is None
