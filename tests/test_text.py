"""Vietnamese text: what counts as one spelling, what a reader without accents types, how a dictionary sorts."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biennien.text import (
    clean_line,
    collation_key,
    compare_key,
    fold,
    name_sort_key,
    nfc,
    slug,
    split_tone,
    tone_normal,
)

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵĐÁÊỦ -–.", max_size=40)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Đảng\u00a0ủy\u2009xã", "Đảng ủy xã"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("Trần\u200b Ví\u00ad Dụ\ufeff", "Trần Ví Dụ"),
        ("a\tb\x00c\x1bd", "a bcd"),
        ("trái\u202egnod", "tráignod"),
        ("hai  dấu cách", "hai  dấu cách"),
    ],
)
def test_a_line_is_kept_but_for_what_prints_nothing(written: str, kept: str) -> None:
    assert clean_line(written) == kept


@given(st.text())
def test_no_printed_character_of_a_line_is_lost(line: str) -> None:
    printed = [c for c in nfc(line) if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Cn", "Cs")]
    assert [c for c in clean_line(line) if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cn")] == printed


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("uỷ", "ủy"),
        ("Uỷ viên", "Ủy viên"),
        ("KHOÁ", "KHÓA"),
        ("thuỷ", "thủy"),
        ("quý", "quý"),
        ("Quỳnh", "Quỳnh"),
        ("hoàng", "hoàng"),
        ("toàn", "toàn"),
        ("xoè", "xòe"),
        ("quyển", "quyển"),
        ("HUỲNH", "HUỲNH"),
        ("", ""),
    ],
)
def test_tone_marks_stand_where_the_older_spelling_has_them(new: str, old: str) -> None:
    assert tone_normal(new) == old


@given(VIETNAMESE)
def test_offsets_hold_across_tone_placement(text: str) -> None:
    assert len(tone_normal(text)) == len(nfc(text))
    assert tone_normal(tone_normal(text)) == tone_normal(text)


@given(st.text())
def test_offsets_hold_in_any_text(text: str) -> None:
    assert len(tone_normal(text)) == len(nfc(text))


@pytest.mark.parametrize(
    ("word", "bare", "mark"),
    [("khóa", "khoa", "\u0301"), ("đường", "đương", "\u0300"), ("ưu", "ưu", ""), ("Lộc", "Lôc", "\u0323")],
)
def test_a_word_splits_into_letters_and_tone(word: str, bare: str, mark: str) -> None:
    assert split_tone(word) == (bare, mark)


@pytest.mark.parametrize(
    ("text", "typed"),
    [("Đảng ủy", "dang uy"), ("NGHỊ QUYẾT", "nghi quyet"), ("Ðồng", "dong"), ("Straße", "strasse"), ("", "")],
)
def test_folding_gives_what_is_typed_without_accents(text: str, typed: str) -> None:
    assert fold(text) == typed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban", "Uỷ  ban"),
        ("Khối Dân – Chính – Đảng", "khối dân-chính - đảng"),
        ("Hoà Bình", "Ho\u00e0 Bi\u0300nh"),
        ("TRẦN VÍ DỤ", "Trần Ví Dụ"),
    ],
)
def test_spellings_of_one_name_compare_as_equal(one: str, other: str) -> None:
    assert compare_key(one) == compare_key(other)


@pytest.mark.parametrize(("one", "other"), [("Trần Ví Dụ", "Trần Vi Dụ"), ("Thành ủy", "Thanh ủy"), ("Hòa", "Hóa")])
def test_names_that_differ_in_a_mark_are_two(one: str, other: str) -> None:
    assert compare_key(one) != compare_key(other)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Đảng ủy xã Mẫu Giang", "dang-uy-xa-mau-giang"),
        ("../../etc/passwd", "etc-passwd"),
        ("“Nghị quyết” số 18-NQ/TW", "nghi-quyet-so-18-nq-tw"),
        ("…", ""),
        ("日本", ""),
    ],
)
def test_a_slug_is_fit_for_an_address(text: str, address: str) -> None:
    assert slug(text) == address


@given(st.text(), st.integers(1, 90))
def test_a_slug_never_leaves_its_folder_nor_its_length(text: str, limit: int) -> None:
    made = slug(text, limit)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert len(made) <= limit
    assert slug(made, limit) == made


def test_a_slug_is_cut_between_words() -> None:
    assert slug("hội nghị tổng kết", 12) == "hoi-nghi"
    assert slug("dàidàidàidài", 5) == "daida"


def shuffled(values: list[str]) -> list[str]:
    return random.Random(7).sample(values, len(values))


def test_words_sort_as_in_a_vietnamese_dictionary() -> None:
    words = [
        "an",
        "ăn",
        "ân",
        "ba",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "ba ba",
        "bà ba",
        "dê",
        "đê",
        "ô",
        "ơ",
        "u",
        "ư",
        "y",
    ]
    assert sorted(shuffled(words), key=collation_key) == words


def test_capitals_and_composition_do_not_change_the_order() -> None:
    assert collation_key("ĐÊ") == collation_key("đê") == collation_key(unicodedata.normalize("NFD", "đê"))


def test_people_sort_by_their_given_name() -> None:
    names = ["Lê Văn An", "Trần Thị An", "Nguyễn Ân", "Đỗ Bình", "Phạm Ví Dụ", "Bùi Đức"]
    assert sorted(shuffled(names), key=name_sort_key) == names
    assert name_sort_key("") == ""


@given(st.text(max_size=40))
def test_any_text_has_a_key(text: str) -> None:
    for key in (fold(text), compare_key(text), collation_key(text), name_sort_key(text)):
        key.encode()
