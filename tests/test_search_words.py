"""Words, codes and queries of the search: what Python says, what the vectors say, what node says."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from biennien.search import write_entries
from biennien.search.entries import KINDS
from biennien.search.query import parse
from biennien.search.words import accent, code_forms, code_of, codes, fold, words
from biennien.text import fold as text_fold
from biennien.text import tone_normal

HERE = Path(__file__).resolve().parent / "search"
VECTORS: dict[str, Any] = json.loads((HERE / "vectors.json").read_text(encoding="utf-8"))
FORMS = code_forms()
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("case", VECTORS["words"], ids=lambda case: repr(case["text"][:30]))
def test_words_are_those_of_the_vectors(case: dict[str, Any]) -> None:
    assert [[w.fold, w.accent] for w in words(nfc(case["text"]))] == case["words"]


@pytest.mark.parametrize("case", VECTORS["codes"], ids=lambda case: repr(case["text"][:30]))
def test_codes_are_those_of_the_vectors(case: dict[str, Any]) -> None:
    text = nfc(case["text"])
    assert [list(c) for c in codes(text, words(text), FORMS, loose=False)] == case["strict"]
    assert [list(c) for c in codes(text, words(text), FORMS, loose=True)] == case["loose"]


@pytest.mark.parametrize("case", VECTORS["queries"], ids=lambda case: repr(case["text"][:30]))
def test_queries_are_those_of_the_vectors(case: dict[str, Any]) -> None:
    assert parse(case["text"], FORMS).record() == case["query"]


def strange_texts(count: int, seed: int = 4) -> list[str]:
    """Texts of everything that has ever broken a tokeniser, put together at random."""
    rng = random.Random(seed)
    pieces = [
        *"aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊ0189 ", *TONES[1:], *'"“”„«»-–—/.,:;%()[]*+?^~$\\|<>&', "\u0306", "\u031b",
        "\u0302", "\u0335", "ð", "ß", "İ", "ſ", "\u00ad", "\u200b", "\ufeff", "\u202e", "\u2028", "\t", "\n", "\x00",
        "\x1c", "\x85", "\u00a0", "😀", "𝒜", "中", "\ud800", "\udc00", "TP.HCM", "nghị quyết ", "số ", "NQ", "QH15",
        "/TW", "2024", "18", "kế hoạch ", "kl",
    ]  # fmt: skip
    texts = ("".join(rng.choice(pieces) for _ in range(rng.randint(1, 40))) for _ in range(count))
    # Two lone surrogates that come to stand together are one character to JavaScript.
    return [text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") for text in texts]


def python_reads(text: str) -> dict[str, Any]:
    composed = nfc(text)
    tokens = words(composed)
    return {
        "words": [[w.fold, w.accent] for w in tokens],
        "codes": [list(c) for c in codes(composed, tokens, FORMS, loose=True)],
        "query": parse(text, FORMS).record(),
    }


@pytest.mark.skipif(shutil.which("node") is None, reason="no node here; the browser runs the same vectors and texts")
def test_node_reads_vectors_and_strange_texts_as_python_does(tmp_path: Path) -> None:
    write_entries(lambda: ((kind, iter(())) for kind in KINDS), FORMS, tmp_path)
    texts = [case["text"] for part in ("words", "codes", "queries") for case in VECTORS[part]] + strange_texts(1500)
    done = subprocess.run(
        ["node", str(HERE / "node.cjs"), str(tmp_path / "search")],
        input=json.dumps({"texts": texts}), capture_output=True, text=True, check=True,
    )  # fmt: skip
    answers = json.loads(done.stdout)["texts"]
    for text, answer in zip(texts, answers, strict=True):
        assert answer == python_reads(text), repr(text)


def test_folding_agrees_with_the_archives_own_on_every_vietnamese_syllable_part() -> None:
    for vowel in VOWELS:
        for tone in TONES:
            letter = nfc(vowel + tone)
            assert fold(letter) == text_fold(letter), letter
            assert fold(letter.upper()) == text_fold(letter), letter
    assert fold("Đ") == text_fold("Đ") == "d"


def test_every_spelling_of_a_syllable_has_an_accent_of_its_own() -> None:
    spellings = {nfc(first + vowel + tone) for first in ("", "d", "đ") for vowel in VOWELS for tone in TONES}
    seen = {(fold(s), accent(s)) for s in spellings}
    assert len(seen) == len(spellings)


def test_where_a_tone_mark_stands_makes_no_difference() -> None:
    for old, new in [("hòa", "hoà"), ("khỏe", "khoẻ"), ("ủy", "uỷ"), ("thúy", "thuý"), ("loẹt", "loẹt")]:
        assert accent(old) == accent(new)
        assert accent(tone_normal(new)) == accent(new)


def test_a_citation_gets_the_code_that_a_reader_types() -> None:
    assert code_of("nghị quyết", "18", "18-NQ/TW", FORMS) == "#nq18"
    assert code_of("nghị quyết", "18", None, FORMS) == "#nq18"
    assert code_of("quy định", "1374", None, FORMS) == "#qd1374"
    assert code_of("nghị quyết", None, None, FORMS) is None
    assert code_of("nghị quyết", "98", "98/2023/QH15", FORMS) == "#qh98"
