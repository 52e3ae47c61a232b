"""Blocks in, figures out: a number with what it counts, its qualifier, its unit, whose it is and as of when.

Left out are numbers that only look like figures: days, years, ordinals, numbers of documents, streets and offices,
spans of time, and counts of principles ("5 nguyên tắc").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import vocabulary
from ..entities import Registry
from ..model import Block, Evidence, Figure
from .dates import find_days, make_day
from .documents_text import flat
from .event_body import NamedOrganization, named_organizations
from .event_date import sentences
from .figures_numbers import Number, read_number
from .organizations import OrganizationReader

_READ = frozenset({"lead", "paragraph"})  # headlines and subheads repeat what the paragraphs say
_NUMBER = re.compile(r"(?<![^\W_])(?<![.,/\-:+])\d")
_CANDIDATE = re.compile(r"\d")
_STOP = re.compile(
    r"[^\w\s%]|(?<![^\W_])(?:có|được|đã|đang|sẽ|là|của|và|với|trong|tại|ở|cho|về|để|từ|đến|tới|theo|do|bị|không|gồm|"
    r"mà|này|đó|trên|dưới|khi|sau|trước|"
    r"vào|ra|thì|nên|vẫn|còn|cùng|hoặc|hay|nhưng|bằng|như|qua|trực tiếp|hoàn thành|tham gia|tham dự|dự|đạt|nhận|"
    r"thuộc|nhất|đầu tiên|đúng|xong|bình quân|"
    r"gần|hơn|khoảng|chừng|ước|chỉ|mỗi|các|những|một|hai|ba|bốn|so|tăng|giảm|chiếm|phát biểu|biểu quyết|tương ứng|"
    r"tương đương|nhằm|liên quan|"
    r"đại diện|tiêu biểu|ưu tú|mới|trúng|thôi)(?![^\W_])"
)
_WEAK = frozenset(
    [
        "đạt",
        "đấu",
        "phấn",
        "thời",
        "đồng",
        "và",
        "có",
        "là",
        "với",
        "của",
        "được",
        "đã",
        "ước",
        "tính",
        "từ",
        "các",
        "đó",
        "trong",
        "khi",
        "còn",
        "mà",
        "nay",
        "vẫn",
        "cũng",
        "đều",
        "sẽ",
        "nêu",
        "lên",
        "ở",
        "mức",
        "chỉ",
        "đến",
        "tới",
        "khoảng",
        "này",
        "thì",
    ]
)
_CLAUSE = re.compile(r"[,.;:()\"“”]\s?")
_WORDS = 5  # a counted noun that the vocabulary does not know has at most so many words
_SUBJECT_BEFORE = re.compile(
    r"(?<![^\W_])số\s(?P<what>[^\W\d_][^\d,.;:()]{1,60}?)\s(?:là|đạt|lên|còn|ở mức|khoảng)\s(?:đến\s|tới\s)?$"
)
_AS_OF = re.compile(r"(?:tính đến(?: hết)?|đến hết|đến|tính tới|thời điểm)\s{1,2}(?=ngày \d)")
_OWN_PERIOD = re.compile(
    r"(?<![^\W_])(?:năm (?:19|20)\d\d|(?:trong|qua|cả|suốt) nhiệm kỳ|giai đoạn (?:19|20)\d\d|\d{1,2} tháng (?:đầu|"
    r"cuối)|quý [ivx\d]|tháng \d{1,2}|trong \d{1,3} năm|qua \d{1,3} năm|sau \d{1,3} năm|"
    r"đến năm|từ năm|mỗi năm|hằng năm|hàng năm|dự kiến|phấn đấu|mục tiêu|sẽ)(?![^\W_])"
)
_SLASH_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")


class FigureReader:
    """Reads the figures of an article. ``vocabulary_extension``: the editors' folder of additions to the vocabulary."""

    def __init__(self, registry: Registry | None = None, vocabulary_extension: Path | None = None) -> None:
        self._words = _figure_words(vocabulary_extension)
        self._organizations = OrganizationReader(registry, vocabulary_extension) if registry is not None else None

    def read(
        self, blocks: Sequence[Block], published: dt.date | None, event_date: dt.date | None
    ) -> tuple[Figure, ...]:
        """All figures in reading order."""
        out: list[Figure] = []
        for block in blocks:
            if block.kind in _READ and _CANDIDATE.search(block.text):
                out += self._block(block, published, event_date)
        return tuple(out)

    def _block(self, block: Block, published: dt.date | None, event_date: dt.date | None) -> list[Figure]:
        text, view = block.text, flat(block.text)
        out: list[Figure] = []
        bounds = sentences(view)
        current = at = last = 0
        owners: tuple[int, list[NamedOrganization]] = (-1, [])  # of the sentence of that number
        days: tuple[int, dt.date | None] = (-1, None)
        for match in _NUMBER.finditer(view):
            if match.start() < at:
                continue
            number = read_number(view, match.start(), self._words)
            if number is None:
                continue
            at = number.end
            while current + 1 < len(bounds) and bounds[current][1] <= match.start():
                current += 1
            start, end = bounds[current]
            if self._no_figure(text, view, number, start):
                continue
            found = self._figures(text, view, number, max(start, last), end)
            if not found:
                continue
            at = last = max(at, found[-1][3])
            if days[0] != current:
                days = current, self._as_of(view, start, end, published, event_date)
            if owners[0] != current and self._organizations is not None:
                owners = current, named_organizations(self._organizations, text, start, end)
            subject = self._subject(view, owners[1], match.start())
            for what, value, first, last, qualifier, unit in found:
                out.append(
                    Figure(
                        what=what,
                        value=value,
                        evidence=Evidence(block.id, first, last),
                        qualifier=qualifier,
                        unit=unit,
                        subject=subject,
                        as_of=days[1],
                    )
                )
        return out

    # --- what is no figure -----------------------------------------------------------------------------------------
    def _no_figure(self, text: str, view: str, number: Number, start: int) -> bool:
        before = view[max(start, number.start - 34) : number.start]
        if _last_words(before, self._words["not_before"]):
            return True
        after = view[number.end : number.end + 3]
        if after[:1] in ("/", ":") or re.match(r"[-.]\s?\d", after) or re.match(r"[^\W\d_]", after):
            return True
        if start == number.start and re.match(r"[.)]\s", view[number.end : number.end + 2]):
            return True  # "1. Tổ chức thành công …"
        year = number.plain and number.scale is None and number.unit is None
        return (
            year
            and isinstance(number.value, int)
            and 1900 <= number.value <= 2100
            and len(str(number.value)) == number.end - number.start
        )

    # --- what it counts ----------------------------------------------------------------------------------------------
    def _figures(
        self, text: str, view: str, number: Number, start: int, end: int
    ) -> list[tuple[str, int | float | tuple[int | float, int | float], int, int, str | None, str | None]]:
        qualifier, first = self._qualifier(text, view, number.start, start)
        stop = number.end
        if (more := self._words["after"].match(view, stop, end)) is not None:
            qualifier = f"{qualifier} … {more.group().strip()}" if qualifier else more.group().strip()
            stop = more.end()
        if number.unit is not None:
            what = self._of_unit(text, view, number, start, stop, end, first)
            return [(what, number.value, first, stop, qualifier, number.unit)]
        said = _SUBJECT_BEFORE.search(view, max(start, first - 80), first)
        thing = self._words["thing"].match(view, stop, end)
        doctrine = self._words["doctrine"].match(view, stop, end)
        if thing is not None and doctrine is not None and len(doctrine.group()) > len(thing.group()):
            return []
        if thing is None:
            if self._words["time"].match(view, stop, end):
                return []
            if said is not None and not re.match(r"\s[^\W\d_]", view[stop : stop + 2]):
                return [
                    (_what(text[said.start("what") : said.end("what")]), number.value, first, stop, qualifier, None)
                ]
            if doctrine is not None:
                return []
            found = self._unknown_thing(text, view, stop, end)
            if found is None:
                return []
            what, last = found
        else:
            last = thing.end()
            what = _what(text[stop:last])
        if number.of is not None:  # "266/838 dự án"
            part, whole = number.value, number.of
            return [
                (what, part, first, number.slash, qualifier, None),
                (what, whole, number.slash + 1, last, None, None),
            ]
        return [(what, number.value, first, last, qualifier, None)]

    def _qualifier(self, text: str, view: str, at: int, start: int) -> tuple[str | None, int]:
        found = _last_words(view[max(start, at - 24) : at], self._words["qualifier"])
        return (found, view.rindex(found, max(start, at - 24), at)) if found else (None, at)

    def _unknown_thing(self, text: str, view: str, at: int, end: int) -> tuple[str, int] | None:
        if view[at : at + 1] != " ":
            return None
        limit = min(end, at + 50)
        stop = _STOP.search(view, at, limit)
        words = view[at : stop.start() if stop else limit].split()
        taken = []
        for word in words[:_WORDS]:
            if not word.isalpha():
                break
            taken.append(word)
        if not taken:
            return None
        last = at
        for word in taken:
            last = view.index(word, last) + len(word)
        printed = text[at:last]
        if any(w[:1].isupper() for w in printed.split()):
            kept = []
            for w in printed.split():
                if w[:1].isupper():
                    break
                kept.append(w)
            if not kept:
                return None
            last = at + printed.index(kept[-1]) + len(kept[-1])
            printed = text[at:last]
        return (_what(printed), last) if len(printed.strip()) > 1 else None

    def _of_unit(self, text: str, view: str, number: Number, start: int, stop: int, end: int, first: int) -> str:
        """What a percentage or an amount is of: the thing after it, else the words before it."""
        if thing := self._words["thing"].match(view, stop, end):
            return _what(text[stop : thing.end()])
        if number.unit == "%":
            after = self._unknown_thing(text, view, stop, end)
            if after and first - start < 25:
                return after[0]
        pieces = _CLAUSE.split(text[max(start, first - 90) : first])
        words = pieces[-1].split()
        if first - 90 > start and len(pieces) == 1:
            words = words[1:]  # it may be cut in the middle
        while words and words[-1].lower() in _WEAK:
            words.pop()
        of = next((i for i, word in enumerate(words) if i and word.lower() == "của"), len(words))
        words = words[:of][-6:]
        while words and words[0].lower().strip(",") in _WEAK:
            words = words[1:]
        if words:
            return _what(" ".join(words))
        after = self._unknown_thing(text, view, stop, end)
        return after[0] if after else "tỷ lệ" if number.unit == "%" else "số lượng"

    # --- whose, when -------------------------------------------------------------------------------------------------
    @staticmethod
    def _subject(view: str, owners: Sequence[NamedOrganization], at: int) -> str | None:
        """The organisation whose figure it is: the last one before the number that is not in an office or "do …"."""
        for one in reversed(owners):
            if one.end <= at and one.free and not view.endswith("do ", 0, one.start):
                return one.organization.name
        return None

    @staticmethod
    def _as_of(
        view: str, start: int, end: int, published: dt.date | None, event_date: dt.date | None
    ) -> dt.date | None:
        said = _AS_OF.search(view, start, end)
        if said:
            days = find_days(view, said.end(), min(end, said.end() + 40))
            anchor = event_date or published
            if days and days[0].start == said.end():
                if days[0].year:
                    return make_day(days[0].year, days[0].month, days[0].day)
                if anchor:
                    this = days[0].on(anchor.year)
                    return this if this is None or this <= anchor else days[0].on(anchor.year - 1)
        if _OWN_PERIOD.search(view, start, end):
            # "Sáng 20-8, … nhiệm kỳ 2025-2030 … 281 đại biểu": the sentence that says the meeting's day is of that day.
            same = event_date and any(d.on(event_date.year) == event_date for d in find_days(view, start, end))
            return event_date if same else None
        return event_date


def _last_words(before: str, known: frozenset[str]) -> str | None:
    """The longest known phrase of up to three words at the very end of ``before``."""
    words = before.split(" ")[-4:]
    if words and not words[-1]:
        words.pop()
    elif words and words[-1]:
        return words[-1] if words[-1] in known else None  # glued to the number: "F0", "q.1"
    for count in (3, 2, 1):
        if len(words) >= count and (phrase := " ".join(words[-count:]).lstrip("(\"'")) in known:
            return phrase
    return None


def _what(printed: str) -> str:
    words = " ".join(printed.split()).strip(" ,.;:()")
    return words[:1].lower() + words[1:] if not words.split(" ")[0].isupper() else words


@lru_cache(maxsize=4)
def _figure_words(extension: Path | None) -> dict[str, Any]:
    data: Any = vocabulary.words("figures", extension)

    def longest(words: Sequence[str]) -> str:
        return "|".join(re.escape(str(w).lower()) for w in sorted(words, key=lambda w: (-len(str(w)), str(w))))

    edge = r"(?![^\W_])"
    return {
        "qualifier": frozenset(str(w).lower() for w in data["qualifiers"]),
        "after": re.compile(rf"\s(?:{longest(data['after'])}){edge}"),
        "scales": {str(k): int(v) for k, v in data["scales"].items()},
        "scale": re.compile(rf"\s?(?P<scale>{longest(list(data['scales']))}){edge}"),
        "money": re.compile(rf"\s?(?P<money>{longest(data['money'])}){edge}"),
        "unit": re.compile(rf"\s?(?P<unit>{longest(data['units'])})(?![^\W_]|[²³])"),
        "unit_names": {str(u).lower(): str(u) for u in (*data["units"], *data["money"])},
        "thing": re.compile(rf"\s(?:{longest(data['things'])}){edge}"),
        "doctrine": re.compile(rf"\s(?:{longest(data['doctrine'])}){edge}"),
        "time": re.compile(rf"\s(?:{longest(data['time'])}){edge}"),
        "not_before": frozenset(str(w).lower() for w in data["not_before"]),
    }
