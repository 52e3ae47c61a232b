"""Text in, search words out: tokens, their folded form, their accents, and document codes.

The browser has a twin of this module in ``browser/words.js``; both are held to
``tests/search/vectors.json``. So nothing here may depend on what JavaScript has not (``str.casefold``,
``unicodedata.combining``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from .. import vocabulary

LONGEST = 32  # code points of a token; longer runs are cut, in the text and in the query alike
# "TP.HCM", "TP. HCM" and "TP HCM" are one word, as "TPHCM" is.
TOKEN = re.compile(rf"(?i:tp[. ]{{1,2}}hcm)(?![^\W_])|[^\W_]{{1,{LONGEST}}}")
_NO_LETTER = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f]")
_PLAIN = re.compile("[a-z]{1,7}")  # the longest syllable is "nghiêng"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_BREVE, _HAT, _HORN = "\u0306", "\u0302", "\u031b"
# What each letter may carry besides a tone: its rank is the digit, the number of choices the base.
_SHAPES = {"a": ("", _BREVE, _HAT), "d": ("", "\u0335"), "e": ("", _HAT), "o": ("", _HAT, _HORN), "u": ("", _HORN)}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Word(NamedTuple):
    """A token of a text: where it stands (code points of the NFC text), folded, and how it is accented."""

    fold: str
    accent: str
    start: int
    end: int


def lowered(token: str) -> str:
    """The token in lower case, NFC, with the look-alikes of đ as đ."""
    token = unicodedata.normalize("NFC", token).lower()
    if not token.isalnum():
        token = _NO_LETTER.sub("", token)
    return token.replace("ð", "đ").replace("ɖ", "đ")


def fold(token: str) -> str:
    """The token without accents, đ as d: what readers type who type none."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", lowered(token)))
    return unicodedata.normalize("NFC", bare).replace("đ", "d")


def accent(token: str) -> str:
    """How the token is accented, apart from its letters: "" for not at all, "5" for "nghị", "a" for "quyết".

    A number in base 36: the shapes of the letters in order, then the tone. Where the tone mark stands does not count,
    so that "hòa" and "hoà" are one. What is no Vietnamese syllable is kept as it is, after "~".
    """
    low = lowered(token)
    plain = fold(token)
    if plain == low:
        return ""
    if _PLAIN.fullmatch(plain) is None:
        return "~" + low
    shapes, tone, letter, mark = 0, 0, "", ""

    def close() -> bool:
        nonlocal shapes
        choices = _SHAPES.get(letter, ("",))
        if mark not in choices:
            return False
        shapes = shapes * len(choices) + choices.index(mark)
        return True

    for char in unicodedata.normalize("NFD", low).replace("đ", "d\u0335"):
        if char in _TONES:
            if tone:
                return "~" + low
            tone = _TONES[char]
        elif "\u0300" <= char <= "\u036f":
            mark += char
        else:
            if letter and not close():
                return "~" + low
            letter, mark = char, ""
    if not close():
        return "~" + low
    number, text = shapes * 6 + tone, ""
    while number:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text


@lru_cache(maxsize=1 << 16)
def _forms(token: str) -> tuple[str, str]:
    return fold(token), accent(token)


def words(text: str) -> list[Word]:
    """The tokens of a text in NFC."""
    return [Word(*_forms(m[0]), m.start(), m.end()) for m in TOKEN.finditer(text)]


# --- document codes -----------------------------------------------------------------------------------------------
# Written short and in full: where one finds little, the other is searched too.
SAME = (
    ("bch", "ban chap hanh"),
    ("btv", "ban thuong vu"),
    ("hdnd", "hoi dong nhan dan"),
    ("mttq", "mat tran to quoc"),
    ("tphcm", "thanh pho ho chi minh"),
    ("tw", "trung uong"),
    ("ubnd", "uy ban nhan dan"),
)


@dataclass(frozen=True, slots=True)
class CodeForms:
    """How documents are called: folded names and symbols to the letters of a code. The browser gets the same table."""

    names: Mapping[str, str]  # "nghi quyet" -> "nq"
    symbols: Mapping[
        str, tuple[str, str]
    ]  # "nq" -> ("nq", ""), "qd" -> ("qd", accent of "qđ"): letters, and the accent
    bare: frozenset[str]  # names that a bare number may follow in running text without "số"
    amounts: frozenset[str]  # words after a number that make it an amount: "kế hoạch 5 năm"
    starts: frozenset[str]  # first words of names

    def table(self) -> dict[str, Any]:
        """What the browser needs of it."""
        return {
            "names": dict(sorted(self.names.items())),
            "symbols": {symbol: list(found) for symbol, found in sorted(self.symbols.items())},
            "same": [list(pair) for pair in SAME],
        }


@cache
def code_forms() -> CodeForms:
    """The forms of the package's vocabulary of document types."""
    data = vocabulary.words("document_types")
    names: dict[str, str] = {}
    symbols: dict[str, tuple[str, str]] = {}
    bare: set[str] = set()
    for kind in data["types"]:
        code = fold(kind["symbols"][0]) if kind["symbols"] else fold(kind["code"])
        for name in (kind["name"], *kind.get("names", ())):
            folded = " ".join(word.fold for word in words(name))
            names.setdefault(folded, code)
            if kind["bare"] == "any":
                bare.add(folded)
        for symbol in kind["symbols"]:
            symbols.setdefault(fold(symbol), (code, accent(symbol)))
    amounts = frozenset(words(phrase)[0].fold for phrase in data["not_after_number"]) | {"nam", "ngay"}
    starts = frozenset(name.split()[0] for name in names)
    return CodeForms(names, symbols, frozenset(bare), amounts, starts)


class Code(NamedTuple):
    """A document code, "#nq18", and the words ``first`` to ``last`` (exclusive) that say it."""

    code: str
    first: int
    last: int


_HAS_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{1,4}")
_GLUED = re.compile(r"(?:([a-z]+)(\d{1,4})|(\d{1,4})([a-z]+))")
_JOIN = re.compile(r" ?[-–—/] ?| ")
_TIGHT = re.compile(r" ?[-–—/] ?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ISSUER = re.compile(r"[a-z]{1,6}\d{0,2}")
_ASSEMBLY = re.compile(r"qh\d{1,2}")
_LONGEST_NAME = 5  # words: "chương trình hành động"


def codes(text: str, tokens: Sequence[Word], forms: CodeForms, loose: bool) -> list[Code]:
    """The document codes of a text, in order and without overlap.

    ``18-NQ/TW``, ``NQ18``, ``NQ 18``, ``nghị quyết số 18`` and ``128/2023/NQ-CP`` give "#nq18", "#nq18", …, "#nq128".
    ``loose`` is for queries, where "kế hoạch 5" means the document; in running text a bare number after such a common
    word counts with "số", or with a capital and no amount behind it.
    """
    found: list[Code] = []
    free = 0  # the first word that no code has taken yet
    for at, token in enumerate(tokens):
        word = token.fold
        if at < free or not (word in forms.starts or word in forms.symbols or _HAS_DIGIT.search(word)):
            continue
        code = _code_at(text, tokens, at, forms, loose)
        if code is not None:
            found.append(code)
            # "Nghị quyết 98/2023/QH15" is found by its symbol too.
            if not loose and _ASSEMBLY.fullmatch(tokens[code.last - 1].fold) and not code.code.startswith("#qh"):
                found.append(Code("#qh" + code.code.lstrip("#abcdefghijklmnopqrstuvwxyz-"), code.first, code.last))
            free = code.last
    return found


def _symbol(forms: CodeForms, word: Word) -> str | None:
    """The letters of the code that a word is the symbol of: "QĐ" and "QD", but not "đã" for "ĐA"."""
    found = forms.symbols.get(word.fold)
    return found[0] if found and word.accent in ("", found[1]) else None


def _gap(text: str, tokens: Sequence[Word], at: int) -> str:
    """What stands between word ``at`` and the one after it; a newline where there is none."""
    return text[tokens[at].end : tokens[at + 1].start] if at + 1 < len(tokens) else "\n"


def _number(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _after_symbol(text: str, tokens: Sequence[Word], at: int) -> int:
    """The first word after the symbol at ``at`` and the issuer joined to it: "NQ/TW", "NQ-CP"."""
    if _TIGHT.fullmatch(_gap(text, tokens, at)) and _ISSUER.fullmatch(tokens[at + 1].fold):
        return at + 2
    return at + 1


def _symbol_after(text: str, tokens: Sequence[Word], at: int, forms: CodeForms, loose: bool) -> tuple[str, int] | None:
    """(letters, first word after) of the symbol that follows the number at ``at``, a year between them allowed."""
    gap = _gap(text, tokens, at)
    if not (_JOIN if loose else _TIGHT).fullmatch(gap):
        return None
    following = at + 1
    if _YEAR.fullmatch(tokens[following].fold) and "/" in gap:
        if not _TIGHT.fullmatch(_gap(text, tokens, following)):
            return None
        following += 1
        if _ASSEMBLY.fullmatch(tokens[following].fold):
            return "qh", following + 1
    symbol = _symbol(forms, tokens[following])
    return (symbol, _after_symbol(text, tokens, following)) if symbol else None


def _code_at(text: str, tokens: Sequence[Word], at: int, forms: CodeForms, loose: bool) -> Code | None:
    word = tokens[at].fold
    if _NUMBER.fullmatch(word):
        after = _symbol_after(text, tokens, at, forms, loose)
        return Code(f"#{after[0]}{_number(word)}", at, after[1]) if after else None
    glued = _GLUED.fullmatch(word)
    if glued:
        known = forms.symbols.get(glued[1] or glued[4])
        return Code(f"#{known[0]}{_number(glued[2] or glued[3])}", at, at + 1) if known else None
    symbol = _symbol(forms, tokens[at])
    if symbol:
        following = _after_symbol(text, tokens, at)
        # "NQ/TW 18", but not "NQ-18", whose 18 is the number itself.
        if following == at + 2 and _NUMBER.fullmatch(tokens[at + 1].fold):
            following = at + 1
        found = _numbered(text, tokens, following, symbol, forms, loose, certain=True)
        if found:
            return Code(found.code, at, found.last)
    if word not in forms.starts:
        return None
    for length in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
        name = " ".join(token.fold for token in tokens[at : at + length])
        letters = forms.names.get(name)
        if letters:
            certain = loose or name in forms.bare
            capital = text[tokens[at].start].isupper()
            found = _numbered(text, tokens, at + length, letters, forms, loose, certain=certain, capital=capital)
            return Code(found.code, at, found.last) if found else None
    return None


def _numbered(
    text: str,
    tokens: Sequence[Word],
    at: int,
    letters: str,
    forms: CodeForms,
    loose: bool,
    *,
    certain: bool,
    capital: bool = False,
) -> Code | None:
    """The code whose letters end before word ``at``, when a number that is a document's follows."""
    if at >= len(tokens) or not re.fullmatch(r" ?[-–—/.:]? ?", text[tokens[at - 1].end : tokens[at].start]):
        return None
    if tokens[at].fold == "so" and at + 1 < len(tokens) and re.fullmatch(r"[ :.]{1,2}", _gap(text, tokens, at)):
        at, certain = at + 1, True
    number = tokens[at].fold
    glued = _GLUED.fullmatch(number)
    if glued and forms.symbols.get(glued[4] or "", ("",))[0] == letters:
        return Code(f"#{letters}{_number(glued[3])}", at, at + 1)
    if not _NUMBER.fullmatch(number):
        return None
    after = _symbol_after(text, tokens, at, forms, loose)
    if after:
        return Code(f"#{letters}{_number(number)}", at, after[1])
    gap = _gap(text, tokens, at)
    joined = gap[:1]
    digits = at + 1 < len(tokens) and tokens[at + 1].fold[:1].isdigit()
    if digits and len(gap) == 1 and joined in "/-–.,":
        # A date, a range, a decimal; but a year after "/" belongs to the number: "57/2024".
        year = joined == "/" and _YEAR.fullmatch(tokens[at + 1].fold)
        return Code(f"#{letters}{_number(number)}", at, at + 2) if year else None
    if text[tokens[at].end : tokens[at].end + 1] == "%":
        return None
    if not certain:
        amount = at + 1 < len(tokens) and gap == " " and tokens[at + 1].fold in forms.amounts
        if not capital or amount:
            return None
    return Code(f"#{letters}{_number(number)}", at, at + 1)


def code_of(kind: str, number: str | None, symbol: str | None, forms: CodeForms) -> str | None:
    """The code of a citation or document by its parts: ("nghị quyết", "18", "18-NQ/TW") -> "#nq18"."""
    if symbol:
        for code in codes(symbol, words(symbol), forms, loose=True):
            return code.code
    letters = forms.names.get(" ".join(word.fold for word in words(kind)))
    digits = re.match(r"\d{1,4}", number or "")
    return f"#{letters}{_number(digits[0])}" if letters and digits else None


# Words on either side stand side by side, but do not belong together: "…, Bí thư Thị ủy; Lê Ví Dụ, …".
APART = ";"


def pairs(tokens: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Neighbours among the words of a text between two ``APART``: most Vietnamese words are two syllables, and a
    phrase is a chain of pairs."""
    return pairwise(tokens)
