"""Reading files: every encoding that editors meet, every mistake of a front matter, and never an exception."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from biennien import source, vocabulary
from biennien.model import Meta, SourceRef, StatedMeeting, StatedPerson
from biennien.problems import Problem, errors, ordered

BAD = Path(__file__).parent / "bad"
LINE = "Sáng 25-12, Đảng ủy xã Mẫu Giang họp. Ông Trần Ví Dụ chủ trì."


def windows_1258(text: str) -> bytes:
    """Vietnamese as Windows wrote it: a letter with hat, breve or horn, then the tone as a character of its own."""
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tones = [c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"]
            letter = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
            out += letter.encode("cp1258") + "".join(tones).encode("cp1258")
    return out


def article(text: str) -> tuple[source.RawArticle | None, list[Problem]]:
    return source.read_article(text, "a.md", "bai-viet/a.html", "a")


def good(text: str) -> source.RawArticle:
    raw, problems = article(text)
    assert raw is not None and problems == []
    return raw


# Encodings


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LINE.encode(), "UTF-8"),
        (b"\xef\xbb\xbf" + LINE.encode(), "UTF-8 có BOM"),
        (LINE.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + LINE.encode("utf-16-be"), "UTF-16"),
        (LINE.encode("utf-16-le"), "UTF-16 không có BOM"),
        (LINE.encode("utf-16-be"), "UTF-16 không có BOM"),
        (windows_1258(LINE), "Windows-1258"),
        (b"", "UTF-8"),
    ],
)
def test_these_encodings_are_read_and_named(data: bytes, encoding: str) -> None:
    text, found = source.decode(data)
    assert found == encoding
    assert text == (LINE if data else "")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x06\x00",
        bytes(range(256)) * 4,
        b"\xff\xfe\x00",
        b"\x01\x02\x03\x04\x05\x06",
        "O presidente disse que não há razões para a votação de ontem".encode("latin-1"),
        "Það verður rætt við þá um þetta á morgun, sagði hún og þakkaði þeim".encode("latin-1"),
        "Đảng ủy".encode() + b"\xff",
    ],
)
def test_what_is_no_text_in_these_encodings_is_refused(data: bytes) -> None:
    assert source.decode(data) == ("", None)


@given(st.binary())
@example(b"\xff\xfe\x00\xd8")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    text, encoding = source.decode(data)
    text.encode()
    assert "\x00" not in text
    assert encoding is not None or text == ""


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_text_comes_back_as_it_was_written(text: str, encoding: str) -> None:
    assert source.decode(text.encode(encoding))[0] == text.removeprefix("\ufeff" if encoding == "utf-8" else "")


def test_line_ends_of_all_systems_are_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("một\r\nhai\rba\n".encode())
    [raw], problems = source.read_articles(tmp_path)
    assert raw.lines == ((1, "một"), (2, "hai"), (3, "ba"))
    assert problems == []


# Front matter


def test_an_article_without_front_matter_is_only_its_lines() -> None:
    raw = good(f"\n{LINE}\n\nĐoạn hai.\n")
    assert raw.meta == Meta()
    assert raw.lines == ((2, LINE), (4, "Đoạn hai."))


def test_everything_that_an_editor_states_is_taken_up() -> None:
    raw = good(
        """---
title: "Hội nghị: tổng kết"
published: 2025-12-26
source: {name: Báo Ví Dụ, url: "https://vi-du.example/1", retrieved: 2026-1-2}
form: summary
byline: Lê Mẫu
meeting: {id: 2025-12-25-hoi-nghi, date: 2025-12-25, kind: hội nghị, body: binh-mau/tinh-uy, place: binh-mau}
people:
  - Trần Ví Dụ
  - {id: le-mau, office: Bí thư, role: chaired}
not_people: [Mẫu Giang]
documents: [dang/tw/2016/nq/18]
summary: Một câu.
rights: Ghi chú.
language: vi
blocks: {b1: caption}
---
Lời văn.
"""
    )
    assert raw.meta.title == "Hội nghị: tổng kết"
    assert raw.meta.published == dt.date(2025, 12, 26)
    assert raw.meta.source == SourceRef("Báo Ví Dụ", "https://vi-du.example/1", dt.date(2026, 1, 2))
    assert (raw.meta.form, raw.meta.byline, raw.meta.language) == ("summary", ("Lê Mẫu",), "vi")
    assert raw.meta.meeting == StatedMeeting(
        "2025-12-25-hoi-nghi", dt.date(2025, 12, 25), "hội nghị", "binh-mau/tinh-uy", "binh-mau"
    )
    assert raw.meta.people == (StatedPerson("Trần Ví Dụ"), StatedPerson(None, "le-mau", "Bí thư", "chaired"))
    assert (raw.meta.not_people, raw.meta.documents) == (("Mẫu Giang",), ("dang/tw/2016/nq/18",))
    assert (raw.meta.summary, raw.meta.rights) == ("Một câu.", "Ghi chú.")
    assert raw.meta.blocks == (("b1", "caption"),)
    assert dict(raw.meta.lines)["meeting.date"] == 7
    assert raw.lines == ((18, "Lời văn."),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: a\n---\nLời văn.", 4),
        ("---\n---\nLời văn.", 3),
        ("---\n\n---\n\nLời văn.", 5),
        ("\n\n---\ntitle: a\n---\nLời văn.", 6),
        ("---\ntitle: a\n...\nLời văn.", 4),
        ("--- \ntitle: a\n---\t\nLời văn.", 4),
    ],
)
def test_lines_are_counted_from_the_top_of_the_file(text: str, line: int) -> None:
    assert good(text).lines == ((line, "Lời văn."),)


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    assert good("Lời văn.\n---\ntitle: a\n---\n").lines == ((1, "Lời văn."), (2, "---"), (3, "title: a"), (4, "---"))


def test_a_source_may_be_just_a_name() -> None:
    assert good("---\nsource: Báo Ví Dụ\n---\nx").meta.source == SourceRef("Báo Ví Dụ")


@pytest.mark.parametrize("nothing", ["", "''", "null", "~", '"  "'])
def test_a_field_with_nothing_in_it_says_nothing(nothing: str) -> None:
    meta = good(f"---\ntitle: {nothing}\nbyline: [{nothing}]\n---\nx").meta
    assert meta == Meta(lines=(("", 2), ("byline", 3)))


def test_values_are_one_clean_line_each() -> None:
    meta = good('---\ntitle: "Hội\\u00a0nghi\\u0323\\n tổng\\u200b kết\\0"\nsummary: |\n  một\n  hai\n---\nx').meta
    assert (meta.title, meta.summary) == ("Hội nghị tổng kết", "một hai")


@pytest.mark.parametrize(
    ("front", "line", "code"),
    [
        ("title: a\ntitle: b", 3, "BN012"),
        ("titel: a", 2, "BN013"),
        ("published: 2025-02-30", 2, "BN015"),
        ("published: 0000-01-01", 2, "BN015"),
        ("published: hôm qua", 2, "BN014"),
        ("published: 2025-12-25 10:00", 2, "BN014"),
        ("title: [a]", 2, "BN014"),
        ("byline: {a: b}", 2, "BN014"),
        ("form: other", 2, "BN014"),
        ("source: {url: 'javascript:alert(1)'}", 2, "BN014"),
        ("meeting: {id: '../x'}", 2, "BN014"),
        ("meeting: {id: index}", 2, "BN014"),
        (f"meeting: {{id: {'a' * 151}}}", 2, "BN014"),
        (f"title: {'a' * 5001}", 2, "BN014"),
        ("people: [{office: Bí thư}]", 2, "BN062"),
        ("people: Trần Ví Dụ", 2, "BN014"),
        ("- title", 2, "BN014"),
        ("just words", 2, "BN014"),
        ("title: &a x\nsummary: *a", 3, "BN016"),
        ("title: " + "[" * 50, 2, "BN016"),
        ("\ttitle: a", 2, "BN011"),
        ("title: \x01", 2, "BN011"),
        ('title: "\\ud800"', 2, "BN011"),
        ("title: a\nsummary: [b", 3, "BN011"),
    ],
)
def test_a_mistake_is_shown_with_its_line(front: str, line: int, code: str) -> None:
    raw, problems = article(f"---\n{front}\n---\n{LINE}\n")
    assert raw is None
    assert [(p.line, p.code, p.severity) for p in problems] == [(line, code, "error")]


def test_all_mistakes_of_a_file_are_shown_in_one_run() -> None:
    _, problems = article("---\ntitel: a\npublished: 2025-13-01\nform: x\n---\n" + LINE)
    assert [(p.line, p.code) for p in problems] == [(2, "BN013"), (3, "BN015"), (4, "BN014")]


def test_a_near_miss_is_offered_as_the_remedy() -> None:
    _, [problem] = article("---\npublised: 2025-12-25\n---\n" + LINE)
    assert problem.hint == "Có phải “published”?"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text())
@example("---\n---\n")
@example("---\n? [a, b]\n: c\n---\nx")
@example('---\n"\\UFFFFFFFF": a\n---\nx')
@example("---\n%YAML 9.9\n--- \nx")
@example("---\n<<: {a: b}\n---\nx")
def test_any_front_matter_gives_an_article_or_says_why_not(front: str) -> None:
    for text in (front, f"---\n{front}\n---\n{LINE}", f"---\ntitle: {front}\n---\n{LINE}", f"---\npeople: {front}"):
        raw, problems = article(text)
        assert (raw is None) == bool(errors(problems))
        for problem in problems:
            str(problem).encode()
            assert problem.hint


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"))))
def test_no_line_of_a_text_is_lost(lines: list[str]) -> None:
    raw, _ = article("\n".join(["Dòng đầu.", *lines]))
    assert raw is not None
    assert [line for _, line in raw.lines] == ["Dòng đầu.", *(line for line in lines if line.strip())]


# Names


@pytest.mark.parametrize(
    ("stem", "identity", "usable"),
    [
        ("2025-12-25-hoi-nghi", "2025-12-25-hoi-nghi", True),
        ("000_0ee6ce048d9f4ea6", "000_0ee6ce048d9f4ea6", True),
        ("a.b", "a.b", True),
        ("Hội nghị 1", "hoi-nghi-1", False),
        ("index", "bai-index", False),
        ("CON", "bai-con", False),
        ("aux.2", "aux-2", False),
        ("..", "bai-5ec1f7e700", False),
        ("../../x", "x", False),
        ("a" * 200, "a" * 120, False),
        ("日本", "bai-cf2abf0c5b", False),
        ("\udcff", "bai-a8100ae6aa", False),
    ],
)
def test_an_id_is_an_address_that_no_system_misreads(stem: str, identity: str, usable: bool) -> None:
    assert source.article_id(stem) == (identity, usable)


@given(st.text(min_size=1))
def test_any_stem_gives_an_id_that_stays_in_its_folder(stem: str) -> None:
    identity, _ = source.article_id(stem)
    assert identity.isascii() and identity and not identity.startswith(".")
    assert not set(identity) & set("/\\:%?#<>\"'&* ")
    assert len(identity) <= 150


@pytest.mark.parametrize(
    ("relative", "url"),
    [
        ("2025/a.md", "bai-viet/2025/a.html"),
        ("a.txt", "bai-viet/a.html"),
        ("Năm 2025/…/a.md", "bai-viet/nam-2025/khac/a.html"),
    ],
)
def test_an_address_follows_the_folders(relative: str, url: str) -> None:
    assert source.article_url(Path(relative), "a") == url


def test_the_same_stem_in_two_folders_or_cases_is_refused(tmp_path: Path) -> None:
    for name in ("1/a.md", "2/A.txt", "b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LINE, encoding="utf-8")
    articles, problems = source.read_articles(tmp_path, "docs/bai-viet")
    assert [a.path for a in articles] == ["docs/bai-viet/1/a.md", "docs/bai-viet/b.md"]
    assert [(p.path, p.code, p.severity) for p in problems] == [("docs/bai-viet/2/A.txt", "BN005", "error")]


def test_a_missing_folder_is_a_problem() -> None:
    articles, problems = source.read_articles(Path("khong-co-thu-muc-nay"))
    assert articles == []
    assert [p.code for p in problems] == ["BN007"]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.md").write_text(LINE, encoding="utf-8")
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    assert source.read_articles(tmp_path) == ([], [])


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "bai-viet"
    folder.mkdir()
    (tmp_path / "secret.md").write_text("mật khẩu", encoding="utf-8")
    (folder / "a.md").symlink_to(tmp_path / "secret.md")
    (folder / "b.md").write_text(LINE, encoding="utf-8")
    (folder / "c.md").symlink_to(folder / "b.md")
    articles, problems = source.read_articles(folder, "docs/bai-viet")
    assert [a.id for a in articles] == ["b", "c"]
    assert [(p.path, p.code) for p in problems] == [("docs/bai-viet/a.md", "BN007")]


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="names are Unicode there")
def test_a_name_that_is_no_unicode_is_read_and_shown(tmp_path: Path) -> None:
    (Path(os.fsdecode(bytes(tmp_path) + b"/\xff\n.md"))).write_text(LINE, encoding="utf-8")
    [raw], [problem] = source.read_articles(tmp_path)
    assert raw.id.startswith("bai-")
    assert (problem.code, problem.path) == ("BN006", "\ufffd\ufffd.md")


# The bad tree


@pytest.fixture
def bad_tree(tmp_path: Path) -> Iterator[Path]:
    """A copy of tests/bad with what cannot stand in git: it is too large, or a system forbids its name."""
    shutil.copytree(BAD, tmp_path / "bad")
    folder = tmp_path / "bad" / "bai-viet" / "2025"
    (folder / "mot-dong-rat-dai.md").write_text("Hội nghị " * 230_000, encoding="utf-8")
    (folder / "qua-lon.md").write_bytes(b"a" * (source.MAX_BYTES + 1))
    (folder / "phan-dau-qua-lon.md").write_text("---\n" + "a: b\n" * 420_000 + "---\nx", encoding="utf-8")
    yield tmp_path / "bad"


def test_every_mistake_of_a_bad_tree_is_shown_in_one_run(bad_tree: Path) -> None:
    before = {path: path.read_bytes() for path in bad_tree.rglob("*") if path.is_file()}
    articles, problems = source.read_articles(bad_tree / "bai-viet", "docs/bai-viet")
    _, more = source.read_registry(bad_tree / "danh-muc")
    shown = [f"{p.severity}: {p}" for p in ordered([*problems, *more])]
    assert shown == (BAD / "expected.txt").read_text(encoding="utf-8").splitlines()
    # Nothing written over, and nothing dropped: each file is an article, or a Problem says why it is none.
    assert {path: path.read_bytes() for path in bad_tree.rglob("*") if path.is_file()} == before
    read = {a.path for a in articles}
    refused = {p.path for p in problems}
    files = {
        f"docs/bai-viet/{p.relative_to(bad_tree / 'bai-viet').as_posix()}" for p in before if "bai-viet" in p.parts
    }
    assert files == read | refused
    assert not any(p.severity == "error" for p in problems if p.path in read)


def test_every_problem_of_a_bad_tree_offers_a_remedy(bad_tree: Path) -> None:
    _, problems = source.read_articles(bad_tree / "bai-viet", "docs/bai-viet")
    _, more = source.read_registry(bad_tree / "danh-muc")
    assert [str(p) for p in [*problems, *more] if not p.hint] == []


# Registries


def test_a_registry_that_is_not_there_is_empty(tmp_path: Path) -> None:
    registry, problems = source.read_registry(tmp_path / "danh-muc")
    assert (registry.places, registry.people, problems) == ({}, {}, [])


def test_a_registry_may_be_one_file_or_a_folder_of_them(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "b.yml").write_text("id: b\nname: Lê Mẫu\n", encoding="utf-8")
    (tmp_path / "people.yml").write_text("- id: c\n  name: Phạm Thử\n- {id: a, name: Trần Ví Dụ}\n", encoding="utf-8")
    registry, problems = source.read_registry(tmp_path)
    assert problems == []
    assert [(p.id, p.name) for p in registry.people.values()] == [
        ("a", "Trần Ví Dụ"),
        ("b", "Lê Mẫu"),
        ("c", "Phạm Thử"),
    ]


def test_a_registry_has_another_digest_when_a_word_of_it_changes(tmp_path: Path) -> None:
    def digest(text: str) -> str:
        (tmp_path / "places.yml").write_text(text, encoding="utf-8")
        return source.read_registry(tmp_path)[0].sha256

    first = digest("- {id: binh-mau, name: Bình Mẫu, kind: tỉnh}\n")
    assert digest("- {id: binh-mau, name: Bình Mẩu, kind: tỉnh}\n") != first
    assert digest("- {id: binh-mau, name: Bình Mẫu, kind: tỉnh}\n") == first


def test_the_shipped_registries_have_no_error() -> None:
    registry, problems = source.read_registry(Path(__file__).parents[1] / "docs" / "danh-muc")
    assert [str(p) for p in errors(problems)] == []
    assert registry.places and registry.outlets and registry.organizations and registry.documents


def test_the_shipped_articles_have_no_problem() -> None:
    articles, problems = source.read_articles(Path(__file__).parents[1] / "docs" / "bai-viet", "docs/bai-viet")
    assert [str(p) for p in problems] == []
    assert articles


# Words that editors add


def vocabulary_problems(folder: Path, name: str, text: str) -> tuple[Path | None, list[tuple[str, int, str]]]:
    (folder / name).write_text(text, encoding="utf-8")
    found, problems = source.read_vocabulary(folder)
    assert all(p.hint for p in problems)
    return found, [(p.code, p.line, p.severity) for p in problems]


def test_words_may_be_added_in_the_shape_that_they_have(tmp_path: Path) -> None:
    assert source.read_vocabulary(tmp_path / "khong-co") == (None, [])
    names = sorted(p.stem for p in Path(vocabulary.__file__).parent.glob("*.yml"))
    for name in names:
        text = source.yaml_text(vocabulary.words(name))
        assert vocabulary_problems(tmp_path, f"{name}.yml", text) == (tmp_path, [])
    assert len(names) > 5


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("surnames.yml", "a: [b", ("BN011", 1, "error")),
        ("surnames.yml", "chỉ là chữ", ("BN014", 1, "error")),
        ("surnames.yml", "a: &x [b]\nc: *x", ("BN016", 2, "error")),
        ("khong-co.yml", "a: b", ("BN002", 0, "warning")),
        ("ghi-chu.txt", "a: b", ("BN002", 0, "warning")),
    ],
)
def test_words_that_cannot_be_read_are_not_used(
    tmp_path: Path, name: str, text: str, found: tuple[str, int, str]
) -> None:
    folder, problems = vocabulary_problems(tmp_path, name, text)
    assert problems == [found]
    assert (folder is None) == (found[2] == "error")


def test_points_of_captions_are_numbers(tmp_path: Path) -> None:
    assert vocabulary_problems(tmp_path, "captions.yml", "enough: 9\nopen_points: {deed: -1}\n") == (tmp_path, [])
    for text, line in (("enough: nhiều\n", 1), ("open_points:\n  deed: 1.5\n", 2), ("closed_points: {deed: [1]}\n", 1)):
        assert vocabulary_problems(tmp_path, "captions.yml", text) == (None, [("BN014", line, "error")])


def test_a_wrong_shape_deep_in_the_words_is_found(tmp_path: Path) -> None:
    key = next(k for k, v in vocabulary.words("meeting_kinds").items() if isinstance(v, list))
    folder, problems = vocabulary_problems(tmp_path, "meeting_kinds.yml", f"{key}: một chữ\n")
    assert (folder, problems) == (None, [("BN014", 1, "error")])
    folder, problems = vocabulary_problems(tmp_path, "meeting_kinds.yml", f"{key}:\n  - một chữ\n  - {{a: b}}\n")
    assert (folder, problems) == (None, [("BN014", 3, "error")])


def test_a_document_may_be_amended_more_than_once(tmp_path: Path) -> None:
    folder = tmp_path / "danh-muc" / "documents"
    folder.mkdir(parents=True)
    entry = "- {id: dang/tw/2021/qd/%s, type: quy định%s}\n"
    amended = ", amended_by: [dang/tw/2021/qd/2, dang/tw/2021/qd/3]"
    text = entry % (1, amended) + entry % (2, ", amended_by: dang/tw/2021/qd/3") + entry % (3, "")
    (folder / "dang-tw-2021.yml").write_text(text, encoding="utf-8")
    registry, problems = source.read_registry(tmp_path / "danh-muc")
    assert [p for p in problems if p.severity == "error"] == []
    found = [registry.documents[f"dang/tw/2021/qd/{n}"].amended_by for n in (1, 2, 3)]
    assert found == [("dang/tw/2021/qd/2", "dang/tw/2021/qd/3"), ("dang/tw/2021/qd/3",), ()]
