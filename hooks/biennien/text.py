"""Vietnamese text: one spelling for comparing, one folding for searching, slugs for addresses, keys for sorting."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The five tone marks as combining characters, in the order of Vietnamese dictionaries:
# ngang (no mark), huyền, hỏi, ngã, sắc, nặng.
TONES = "\u0300\u0309\u0303\u0301\u0323"
_TONE_RANK = {"": 0, **{mark: rank for rank, mark in enumerate(TONES, 1)}}
_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}

# Spaces that look like a space and are none, and characters that print nothing.
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]")


def nfc(text: str) -> str:
    """The text in Unicode's composed form (NFC), as all text inside the archive is."""
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """One line as it is kept: NFC, odd spaces as plain spaces, characters that print nothing taken out.

    Words and punctuation stay as they are, so that every printed word of a source can be found again.
    """
    text = _ODD_SPACES.sub(" ", nfc(text))
    return _CONTROL.sub("", _INVISIBLE.sub("", text))


def split_tone(word: str) -> tuple[str, str]:
    """(the word without its tone mark, the mark as a combining character or "")."""
    decomposed = unicodedata.normalize("NFD", word)
    marks = [c for c in decomposed if c in TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in TONES))
    return bare, marks[0] if len(marks) == 1 else ""


def _moved() -> dict[str, str]:
    """Each ending whose mark the new spelling sets on the second vowel, and where the old one sets it: oà -> òa."""
    table: dict[str, str] = {}
    for first, second in ("oa", "oe", "uy"):
        for mark in TONES:
            for a in (first, first.upper()):
                for b in (second, second.upper()):
                    table[a + nfc(b + mark)] = nfc(a + mark) + b
    return table


_MOVED = _moved()
# Only an open syllable moves its mark: nothing but the word's end follows. In "quý" the u belongs to the initial qu-.
_NEW_SPELLING = re.compile(
    r"(?<![qQ])[uU][" + "".join(k[1] for k in _MOVED if k[0] in "uU") + r"](?![^\W\d_])"
    r"|[oO][" + "".join(k[1] for k in _MOVED if k[0] in "oO") + r"](?![^\W\d_])"
)


def tone_normal(text: str) -> str:
    """The text with the tone mark on the first vowel of open oa, oe, uy (hoà -> hòa, uỷ -> ủy); same length as NFC."""
    return _NEW_SPELLING.sub(lambda m: _MOVED[m.group()], nfc(text))


def fold(text: str) -> str:
    """Lower case without any marks, đ as d: what a reader types who types no accents ("Đảng ủy" -> "dang uy")."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d").replace("ð", "d")


_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")


@lru_cache(maxsize=65536)
def compare_key(text: str) -> str:
    """Equal for spellings that are one name: case, tone placement, runs of spaces and dashes do not count.

    Kept: an archive compares the same names and offices many times over.
    """
    return " ".join(_DASH.sub("-", tone_normal(text).casefold()).split())


def slug(text: str, limit: int = 80) -> str:
    """An address part of [a-z0-9-], cut at a word's end to at most ``limit`` characters; "" when nothing remains."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    out = ""
    for word in words:
        longer = f"{out}-{word}" if out else word[:limit]
        if len(longer) > limit:
            break
        out = longer
    return out


def collation_key(text: str) -> str:
    """Sorts as a Vietnamese dictionary does: letters first (a ă â … đ …), then tones, then capitals.

    The key is a string, so that it can travel in data files: code points stand for ranks.
    """
    letters: list[str] = []
    tones: list[str] = []
    for word in nfc(text).casefold().split():
        rank = 0
        for char in word:
            decomposed = unicodedata.normalize("NFD", char)
            for mark in decomposed:
                rank = max(rank, _TONE_RANK.get(mark, 0))
            base = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in TONES))
            place = _ALPHABET.get(base)
            # Digits before letters, letters from "A" upwards, anything else after them.
            letters.append(base if base.isdigit() else chr(0x41 + place) if place is not None else "~" + base)
        letters.append("!")
        tones.append(str(rank))
    # The blank that ends the letters sorts before the "!" between words: "ba" before "ba ba".
    return "".join(letters).rstrip("!") + " " + "".join(tones)


def name_sort_key(name: str) -> str:
    """Vietnamese people are looked up by given name, the last syllable: "Lê Quốc Phong" sorts under Phong."""
    words = name.split()
    return f"{collation_key(words[-1])} {collation_key(name)}" if words else ""
