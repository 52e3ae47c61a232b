"""A position after "Nghị quyết" in, the numbers that stand there out: symbols, bare numbers, lists of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .documents_grammar import DocumentType, Grammar

_NUMBER_SIGN = re.compile(r"[\s:,]{0,2}\(?\s?số\s{0,2}:?\s{0,2}")
_GAP = re.compile(r"\s{0,2}\(?\s?")
_BARE = re.compile(
    r"(?P<n>\d{1,5}(?:[a-z](?![^\W_]))?)(?!(?!của(?![^\W_]))[^\W_]|[.,]\d|\s?/\s?\d|-\d)(?:\s?/\s?(?P<body>cp|ttg)(?![^\W_]))?"
)
# "Nghị quyết 98/2023 của Quốc hội", "Nghị định 100/2019": number and year, the symbol left out. "9/2025" is a month.
_YEARED = re.compile(r"(?P<n>\d{1,5})\s?/\s?(?P<y>(?:19|20)\d\d)(?![^\W_]|\s?[/-]\s?[^\W_]|[.,]\d)")
_OF = re.compile(r"\s{1,2}(?:của|do)\s")
_LETTER = re.compile(r"\s?/\s?([A-ZĐ]{2,8}(?:\s?[-–]\s?[A-ZĐ]{1,8}(?:\.[A-Z]{1,4}|\s?\d(?!\d))?){0,2})(?![^\W_])")
_BLANKS = re.compile(r"\s?[-–]\s?")
_SEPARATOR = re.compile(r"\)?\s{0,2}(?:,|;|&|và|hoặc|cùng)\s{0,2}(?:(?:với|cả)\s)?(?:số\s{0,2}:?\s?)?\(?(?=\d)")
_OWNED = 2  # digits of a number behind which its issuer stands, at least
_PLAN_LIKE = frozenset({"kh", "ctr", "de-an", "bc"})
_REGISTER = 3  # digits


def _is_register(number: str) -> bool:
    """Whether a number has the form of a register's, "07", "1374", and not of a quantity."""
    return number.startswith("0") or (len(number) >= _REGISTER and not number.endswith("00"))


NEXT_WORD = re.compile(r"\s{0,2}(?P<mark>[^\w\s])?\s{0,2}(?P<word>[^\W\d_]+|%)?(?P<digit>\s?\d)?")


@dataclass(frozen=True, slots=True)
class Item:
    """One number of a list."""

    start: int
    end: int
    number: str
    symbol: str | None = None
    type: DocumentType | None = None  # from the symbol
    issuer: str | None = None  # "Đề án 06/CP"
    year: int | None = None


class NumberReader:
    """Reads numbers of documents; what a number without a symbol must look like to be believed is in the vocabulary."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def symbol(self, text: str, view: str, at: int) -> Item | None:
        """The full symbol that starts at ``at``, in its one written form: "18 – NQ/TW" is 18-NQ/TW."""
        found = self._grammar.symbol.match(view, at)
        if found is None:
            return None
        n, end = found.group("n"), found.end()
        if found.group("q"):
            year = int(found.group("y2"))
            return Item(at, end, n, f"{n}/{year}/{found.group('q').upper()}{found.group('k')}", None, None, year)
        code, body = found.group("t"), found.group("b")
        if not any(c.isupper() for c in text[found.start("t") : end]):
            return None
        printed = (
            text[found.start("b") : end].replace("Ư", "W").replace("ư", "w")
            if body == "tư"
            else text[found.start("b") : end]
        )
        body = "tw" if body == "tư" else body
        if body == "ttg":
            printed = "TTg"
        kind = self._grammar.by_symbol[code][0]
        letters = self._grammar.printed[code]
        if found.group("y"):
            year = int(found.group("y"))
            return Item(at, end, n, f"{n}/{year}/{letters}-{printed}", kind, None, year)
        slash_first = "/" in view[found.end("n") : found.start("t")]
        party = body.endswith("tw") or body in self._grammar.party_bodies
        # "18/NQ-TW" is a frequent slip for 18-NQ/TW: the Party's symbols have the slash last, the State's
        # have it first.
        symbol = f"{n}-{letters}/{printed}" if party or not slash_first else f"{n}/{letters}-{printed}"
        return Item(at, end, n, symbol, kind)

    def items(self, text: str, view: str, at: int, kind: DocumentType, upper: bool, far: bool = False) -> list[Item]:
        """The numbers that follow at ``at``. ``far``: other words stood between, so only a symbol or "số" will do."""
        sign = _NUMBER_SIGN.match(view, at)
        bracketed = False
        if sign:
            at = sign.end()
        else:
            gap = _GAP.match(view, at)
            assert gap is not None  # it may be empty
            bracketed = "(" in gap.group()
            if gap.end() == at and not view[at : at + 1].isdigit():
                return []
            at = gap.end()
        if not view[at : at + 1].isdigit():
            return []
        items: list[Item] = []
        while True:
            item = self.symbol(text, view, at)
            if item is None:
                item = self._bare(
                    text, view, at, kind, upper, bool(sign), bool(items) or (bracketed and not far), bracketed
                )
                if item is None or (far and not sign and not bracketed):
                    break
            items.append(item)
            more = _SEPARATOR.match(view, item.end)
            if more is None:
                break
            at = more.end()
        if bracketed and not sign and len(items) < 2 and not (items and items[0].symbol):
            return []
        return items

    def _issued(self, view: str, at: int) -> bool:
        """Whether what stands behind a number says who issued it."""
        return self._grammar.issued.match(view, at) is not None

    def _bare(
        self, text: str, view: str, at: int, kind: DocumentType, upper: bool, sign: bool, later: bool, bracketed: bool
    ) -> Item | None:
        if (yeared := _YEARED.match(view, at)) and kind.code not in _PLAN_LIKE:
            number = yeared.group("n")
            # Over twelve it is no month; below that only "Nghị quyết số 9/2025", "Nghị quyết 9/2025 của …" is believed.
            of = _OF.match(view, yeared.end()) is not None
            # "nghị quyết 03/2018": a register's number; of a month it would say "tháng".
            believed = sign or later or int(number) > 12 or number.startswith("0")
            if believed or (upper and of) or self._issued(view, yeared.end()):
                return Item(at, yeared.end(), number, None, None, None, int(yeared.group("y")))
            return None
        found = _BARE.match(view, at)
        if found is None:
            return None
        number = found.group("n")
        follow = NEXT_WORD.match(view, found.end())
        assert follow is not None  # everything in it is optional
        mark, word = follow.group("mark"), follow.group("word")
        if mark == "%" or (word == "%" and not mark):
            return None
        if not sign and number.isdigit() and len(number) == 4 and 1930 <= int(number) <= 2045:
            return None  # a year
        owned = self._issued(view, found.end())
        lettered = _LETTER.match(text, found.end()) is not None and mark == "/"
        of_year = False
        if word and not mark:
            digit = view[follow.end("word") : follow.end("word") + 2].strip().isdigit()
            if word in ("năm", "ngày"):
                long_year = re.match(r"\s(?:19|20)\d\d(?!\s?-)", view[follow.end("word") : follow.end("word") + 7])
                if word == "năm" and not (long_year and kind.code not in _PLAN_LIKE) and not sign:
                    return None
                of_year = word == "năm" and len(number) >= _OWNED  # "quyết định 60 năm 2017"
                if word == "ngày" and not digit and not sign:
                    return None
            elif later or (not sign and not upper):
                if word not in self._grammar.after:
                    return None
            elif not sign and self._grammar.not_after.match(view, found.end()):
                return None
        elif (mark == "/" and not lettered) or (mark == "-" and follow.group("digit")):
            return None
        believed = kind.bare == "any" or (kind.bare == "capital" and (upper or later)) or lettered
        # "quyết định 712 của UBND thành phố", "chương trình 07": written small, but no quantity.
        believed = (
            believed
            or of_year
            or (owned and len(number) >= _OWNED)
            or (kind.bare == "capital" and _is_register(number))
        )
        if not (sign or bracketed or believed):
            return None
        issuer = text[found.start("body") : found.end("body")] if found.group("body") else None
        if (letter := _LETTER.match(text, found.end())) and issuer is None:  # "Công văn số 55/UBND-NC"
            return Item(at, letter.end(), number, f"{number}/{_BLANKS.sub('-', letter.group(1))}")
        return Item(at, found.end(), number, None, None, issuer)
