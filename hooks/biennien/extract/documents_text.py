"""A block's text in, a flat view of the same length out: what the patterns of these readers look at.

Also ordinals ("thứ tư", "IV", "4"), which these readers share.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache

from ..text import tone_normal

_UNIFORM = {
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‘’ʼ", "'"),
    **dict.fromkeys("\u00a0\u2007\u202f\t", " "),
    "İ": "i",  # the one capital whose lower case is longer
}
_TABLE = str.maketrans(_UNIFORM)
UPPER = "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper() and (c < "\u0250" or c > "\u1dff"))
"""Every capital Latin letter, for use inside a character class (Python's ``re`` has no class of its own for it)."""


@lru_cache(maxsize=128)
def flat(text: str) -> str:
    """Lower case, tone placement, dashes, quotes and blanks made uniform; offsets hold in ``text`` (NFC)."""
    normal = tone_normal(text)
    if len(normal) != len(text):  # not NFC: no block is like that, but offsets must hold for anything
        normal = text
    low = normal.translate(_TABLE).lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in normal.translate(_TABLE))
    return low


def word_before(view: str, at: int) -> bool:
    """Whether a letter or digit stands directly before ``at``: then what starts there is only part of a word."""
    return at > 0 and view[at - 1].isalnum()


# --- ordinals ----------------------------------------------------------------------------------------------------
_ONES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_WORDS: dict[str, int] = {"nhất": 1, "đầu tiên": 1, "nhì": 2, "tư": 4, "bẩy": 7}
_WORDS |= {word: n for n, word in enumerate(_ONES) if n}
_WORDS |= {"mười": 10, "mười lăm": 15, "hai mươi": 20, "hai mươi mốt": 21, "hai mươi lăm": 25, "ba mươi": 30}
_WORDS |= {f"mười {word}": 10 + n for n, word in enumerate(_ONES) if n}
_WORDS |= {f"hai mươi {word}": 20 + n for n, word in enumerate(_ONES) if n}
ORDINAL = rf"(?:[ivxl]{{1,7}}|\d{{1,3}}|{'|'.join(sorted(map(re.escape, _WORDS), key=len, reverse=True))})(?![^\W_])"
"""Pattern for one ordinal in a flat view, no groups."""

_ROMAN = re.compile(r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """11 -> "XI", for 1 to 89."""
    out = ""
    for value, letters in _ROMAN_VALUES:
        while number >= value:
            out += letters
            number -= value
    return out


def unroman(letters: str) -> int | None:
    """ "XI" -> 11; None for what is no Roman numeral."""
    if not letters or _ROMAN.fullmatch(letters) is None:
        return None
    total, rest = 0, letters
    for value, sign in _ROMAN_VALUES:
        while rest.startswith(sign):
            total += value
            rest = rest[len(sign) :]
    return total


def ordinal(written: str) -> int | None:
    """The number that an ordinal means as printed: "IV", "4", "tư", "09"; None for anything else.

    Roman numerals count only in capitals: "vi" is a word.
    """
    written = written.strip()
    if written.isdecimal() and written.isascii():
        return int(written) if 0 < int(written) < 200 else None
    return unroman(written) or _WORDS.get(sys.intern(tone_normal(written).lower()))
