"""An article explained: every word of it, every mention with its rule, every decision with its reason."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from biennien import explaining
from biennien.pipeline import Place, read_archive
from conftest import TOY
from toy_archive import toy

ONE = "2025-12-25-ban-to-chuc-tinh-uy-tong-ket"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("bai-viet", "danh-muc"):
        shutil.copytree(TOY / name, tmp_path / "docs" / name)
    return tmp_path


@pytest.fixture
def lines(project: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert explaining.main([ONE], project) == 0
    return capsys.readouterr().out.splitlines()


def test_every_block_is_shown_with_its_kind_and_all_its_words(project: Path, lines: list[str]) -> None:
    article = read_archive(Place.of(project, cache=False)).articles[ONE].article
    for block in article.blocks:
        at = next(n for n, line in enumerate(lines) if line.startswith(f"{block.id} {block.kind} (dòng {block.line}"))
        assert lines[at + 1] == f"  {block.text}"


def test_the_event_is_shown_with_its_evidence_and_reasons(lines: list[str]) -> None:
    assert any(re.match(r"  ngày: 2025-12-25 \(day, \w+\), b\d+ 0–11 “Chiều 25-12”: .+", line) for line in lines)
    assert any(
        re.match(r"  cơ quan: .*“Ban Tổ chức Tỉnh ủy Bình Mẫu” → binh-mau/ban-to-chuc-tinh-uy$", x) for x in lines
    )
    assert any(re.match(r"  nơi: binh-mau \(\w+\)", line) for line in lines)
    assert "    cùng với 2025-12-26-tong-ket-cong-tac-to-chuc-binh-mau" in lines
    assert "    vì cùng cơ quan họp" in lines


@pytest.mark.parametrize(
    "pattern",
    [
        r"    \d+–\d+ người, tên đầy đủ: “Trần Ví Dụ” \[[a-z-]+\] → tran-vi-du$",
        r"    \d+–\d+ BN031: “bà Dụ” → “bà Dụ” có thể chỉ 2 người trong bài: Trần Ví Dụ, Lê Thị Thí Dụ",
        r"    \d+–\d+ chức vụ: “Trưởng Ban Tổ chức Tỉnh ủy Bình Mẫu” .*→ tran-vi-du: .*binh-mau/ban-to-chuc",
        r"    \d+–\d+ văn kiện, .*“Nghị quyết số 18-NQ/TW của .*” \[[a-z-]+\] → dang/tw/2016/nq/18 \(identified\): .+",
        r"    \d+–\d+ số liệu: “.*1\.234.*” → 1234 tổ chức cơ sở đảng",
        r"    \d+–\d+ lời dẫn nguyên văn: “.*” .*→ le-thi-thi-du$",
    ],
)
def test_a_mention_is_shown_with_place_words_rule_and_decision(lines: list[str], pattern: str) -> None:
    assert [line for line in lines if re.match(pattern, line)], pattern


def test_places_are_those_of_the_block(project: Path, lines: list[str]) -> None:
    article = read_archive(Place.of(project, cache=False)).articles[ONE].article
    text = ""
    checked = 0
    for line in lines:
        if found := re.match(r"(b\d+) \w+ \(dòng", line):
            text = article.block(found.group(1)).text
        elif found := re.match(r"    (\d+)–(\d+) [^:]+: “(.*?)”(?: \[| →|$)", line):
            assert text[int(found.group(1)) : int(found.group(2))] == found.group(3)
            checked += 1
    assert checked > 5


def test_people_are_shown_with_the_reasons_why_they_are_one(lines: list[str]) -> None:
    at = next(n for n, line in enumerate(lines) if line.startswith("  le-thi-thi-du: Lê Thị Thí Dụ, "))
    assert lines[at + 1].startswith("    gộp với bài khác: cùng tên")


def test_what_an_editor_should_look_at_ends_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert explaining.main(["khong-ngay"], project) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Cần xem: "))
    assert len(lines) - at - 1 == int(lines[at].removeprefix("Cần xem: ")) > 0
    assert any("BN023" in line for line in lines[at:])


def _paste(project: Path, line: str, front: str = "") -> None:
    text = (
        f"{front}Bình Mẫu tổng kết công tác năm\n\n"
        "Sáng 1-3-2025, Tỉnh ủy Bình Mẫu tổ chức hội nghị tổng kết công tác năm, bàn nhiệm vụ của quý tới.\n\n"
        f"{line}\n\n"
        "Năm qua, các chỉ tiêu đều đạt, nhiều việc khó được giải quyết, góp phần hoàn thành nhiệm vụ chung.\n"
    )
    (project / "docs" / "bai-viet" / "a.md").write_text(text, encoding="utf-8")


def test_blocks_are_shown_as_an_editors_words_cut_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _paste(project, "Góc máy trên cao nhìn hội trường")
    assert explaining.main(["a"], project) == 0
    assert "b3 subhead" in capsys.readouterr().out
    words = project / "docs" / "danh-muc" / "tu-vung"
    words.mkdir()
    (words / "captions.yml").write_text("scenes: [Góc máy trên cao]\n", encoding="utf-8")
    assert explaining.main(["a"], project) == 0
    assert "b3 caption" in capsys.readouterr().out


def test_blocks_are_shown_as_an_editor_decides_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    front = '---\nblocks: {"Góc máy trên cao": caption, b12: teaser, "Không có dòng này": lead}\n---\n'
    _paste(project, "Góc máy trên cao nhìn hội trường", front)
    assert explaining.main(["a"], project) == 0
    shown = capsys.readouterr().out
    assert "b3 caption" in shown
    assert "BN014 blocks: bài không có đoạn “b12”." in shown
    assert "BN014 blocks: bài không có đoạn “Không có dòng này”." in shown


@pytest.mark.parametrize("name", [f"docs/bai-viet/2025/{ONE}.md", f"2025/{ONE}.md", ONE])
def test_an_article_is_found_by_id_or_path(project: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert explaining.main([name], project) == 0
    assert ONE in capsys.readouterr().out.splitlines()[1]


def test_an_article_is_found_by_its_path_from_here(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "docs" / "bai-viet" / "2025")
    assert explaining.main([f"{ONE}.md"], project) == 0
    assert explaining.main([str(TOY / "bai-viet" / "2025" / f"{ONE}.md")], project) == 1


def test_another_folder_of_articles_can_be_explained(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project / "khac"
    folder.mkdir()
    (folder / "mot.txt").write_text("Sáng 1-3-2025, Tỉnh ủy Bình Mẫu họp báo.", encoding="utf-8")
    assert explaining.main(["--articles", str(folder), "mot"], project) == 0
    assert "  Sáng 1-3-2025, Tỉnh ủy Bình Mẫu họp báo." in capsys.readouterr().out.splitlines()


def test_a_name_that_is_none_gets_the_nearest_ones(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert explaining.main(["2025-12-25-ban-to-chuc-tinh-uy"], project) == 1
    err = capsys.readouterr().err
    assert "Không có bài “2025-12-25-ban-to-chuc-tinh-uy” trong docs/bai-viet." in err
    assert ONE in err


def test_an_article_with_errors_shows_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs" / "bai-viet" / "sai.md").write_text("---\ntitel: a\n---\nx", encoding="utf-8")
    assert explaining.main(["sai"], project) == 1
    assert "docs/bai-viet/sai.md:2: BN013" in capsys.readouterr().err


def test_no_colours_where_nobody_sees_them(lines: list[str]) -> None:
    assert not any("\033" in line for line in lines)


def test_colours_on_a_terminal_unless_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("builtins.print", lambda *a, **k: shown.append(str(a[0])) if "file" not in k else None)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert explaining.main([ONE], project) == 0
    assert any("\033[4mTrần Ví Dụ\033[0m" in line for line in shown)
    shown.clear()
    monkeypatch.setenv("NO_COLOR", "1")
    assert explaining.main([ONE], project) == 0
    assert shown and not any("\033" in line for line in shown)


@pytest.mark.parametrize("identity", sorted(toy().articles))
@pytest.mark.parametrize("colour", [True, False])
def test_marks_take_no_word_away(identity: str, colour: bool) -> None:
    archive = toy()
    lines = [re.sub("\033\\[\\dm", "", line) for line in explaining.explained(archive, identity, colour)]
    for block in archive.articles[identity].article.blocks:
        assert f"  {block.text}" in lines
