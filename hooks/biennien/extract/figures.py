"""Blocks in, figures out: a number with what it counts, its qualifier, its unit, whose it is and as of when.

Left out are numbers that only look like figures: days, years, ordinals, numbers of documents, streets and offices,
spans of time, and counts of principles ("5 nguyên tắc").
"""

from __future__ import annotations

import datetime as dt
import itertools
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
from .event_date import sentences
from .event_named import NamedOrganization, named_organizations
from .figures_numbers import Number, read_number
from .organizations import OrganizationReader

_READ = frozenset({"lead", "paragraph"})  # headlines and subheads repeat what the paragraphs say
_NUMBER = re.compile(r"(?<![^\W_])(?<![.,/\-:+])\d")
_CANDIDATE = re.compile(r"\d")
_STOP = re.compile(
    r"[^\w\s%]|(?<![^\W_])(?:có|được|đã|đang|sẽ|là|của|và|với|trong|tại|ở|cho|về|để|từ|đến|tới|theo|do|bị|không|gồm|"
    r"mà|này|đó|trên|dưới|khi|sau|trước|"
    r"vào|ra|thì|nên|vẫn|còn|cùng|hoặc|hay|nhưng|bằng|như|qua|trực tiếp|hoàn thành|tham gia|tham dự|"
    r"dự(?!\s(?:toán|án))|đạt|nhận|"
    r"(?<!trực )thuộc|nhất|đầu tiên|đúng|xong|bình quân|"
    r"gần|hơn|khoảng|chừng|ước|chỉ|mỗi|các|những|một|hai|ba|bốn|so|tăng|giảm|chiếm|phát biểu|biểu quyết|tương ứng|"
    r"tương đương|nhằm|liên quan|"
    r"giải ngân|"
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
        "chiếm",
        "mới",
        "bằng",
        "xuống",
        "lên",
        "phải",
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
_REACH = 400  # characters from an organisation to a figure of it
# A counted noun that the vocabulary does not know has at most so many syllables; of more the first ones are taken, an
# even number, since most words have two.
_WORDS, _OF_MORE = 6, 4
_REACH_BACK = 120  # characters before a percentage or an amount in which it is said what it is of
_NAME = 12  # syllables of that
_SUBJECT_BEFORE = re.compile(
    r"(?<![^\W_])số\s(?P<what>[^\W\d_][^\d,.;:()]{1,60}?)\s(?:là|đạt|lên|còn|ở mức|khoảng)\s(?:đến\s|tới\s)?$"
)
_OF_THESE = re.compile(
    r"(?:^|[,.;:]\s)(?P<what>[^\W\d_]+(?:\s[^\W\d_]+){1,5})\scủa\s[\d.,]+\s[^\W\d_ ]+(?:\s[^\W\d_ ]+){0,4}$"
)
# "99,2% đạt yêu cầu", "63,5% có trình độ tiến sĩ": what is said of that share.
_SAID = re.compile(r"\s(?P<what>(?:có|đạt|từ|là|được|đã|không|chưa|tán thành|đồng ý)(?:\s[^\W\d_]+){1,5})(?=[,.;:)]|$)")
# "Ông A đặt mục tiêu tăng trưởng 10%": who set it is not part of what is measured; that it is an aim, is.
_SET = re.compile(r"^.*?(?<![^\W_])(?:đặt(?: ra)?|đề ra|giao|nêu|xác định)\s(?=(?:mục tiêu|chỉ tiêu)\s\S)")
_CHANGE = re.compile(r"\s(?:lên(?: đến)?|xuống(?: còn)?|còn)\s(?=\d)")
# "… 96 đảng viên, trong đó khiển trách 51, cảnh cáo 28": the thing stands before the number.
_LISTED = re.compile(r"[,;]\s(?:trong đó,?\s(?:có\s)?)?(?P<what>[^\W\d_]+(?:\s[^\W\d_]+){1,3})\s$")
_NOBODY = frozenset(["trung ương", "ban", "trung tâm", "trường", "hội", "đoàn", "hợp tác xã"])  # kinds, no names
_AS_OF = re.compile(r"(?:tính đến(?: hết)?|đến hết|đến|tính tới|thời điểm)\s{1,2}(?=ngày \d)")
# "đến hết tháng 9", "hết quý III/2025", "đến hết năm 2024": a day that the words fix, the last one.
_END_OF = re.compile(
    r"(?:đến|tới)\shết\s(?P<unit>tháng|quý|năm)\s(?P<n>\d{1,4}|[ivx]{1,3})(?!\w)(?:\s?(?:/|-|năm)\s?(?P<year>(?:19|20)\d\d))?"
)
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
        previous = ""  # what the figure before counts, in the same sentence
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
            if last < start:
                previous = ""
            if self._no_figure(text, view, number, start):
                continue
            found = self._figures(text, view, number, max(start, last), end, previous)
            if not found:
                continue
            at = last = max(at, found[-1][3])
            previous = found[-1][0]
            if days[0] != current:
                days = current, self._as_of(view, start, end, published, event_date)
            if owners[0] != current and self._organizations is not None:
                owners = current, named_organizations(self._organizations, text, start, end)
            subject = self._subject(view, owners[1], match.start(), self._words["no_subject"])
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
        if _last_words(before, self._words["not_before"]) and not f" {before}".rstrip().endswith(
            self._words["not_before_except"]
        ):
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
        self, text: str, view: str, number: Number, start: int, end: int, previous: str
    ) -> list[tuple[str, int | float | tuple[int | float, int | float], int, int, str | None, str | None]]:
        qualifier, first = self._qualifier(text, view, number.start, start)
        stop = number.end
        if (more := self._words["after"].match(view, stop, end)) is not None:
            qualifier = f"{qualifier} … {more.group().strip()}" if qualifier else more.group().strip()
            stop = more.end()
        if qualifier == "từ":
            qualifier, first = None, number.start  # "từ 12 đến 15%", "từ 71% lên 94%"
        if number.unit is not None:
            between = " ".join(view[start:first].split())
            follows = between in self._words["between"] or between == "(" or (not between and qualifier == "xuống còn")
            if previous and start < number.start and follows:
                return [(previous, number.value, first, stop, qualifier, number.unit)]
            what = self._of_unit(text, view, number, start, stop, end, first)
            return [(what, number.value, first, stop, qualifier, number.unit)]
        if (change := _CHANGE.match(view, stop, end)) is not None:
            # "tăng từ 41 lên 47 chiếc": both numbers count the thing behind the second one.
            then = read_number(view, change.end(), self._words)
            behind = then and self._words["thing"].match(view, then.end, end)
            if then is not None and then.unit is None:
                counted = (
                    (_what(text[then.end : behind.end()]), 0)
                    if behind
                    else self._unknown_thing(text, view, then.end, end)
                )
                return [(counted[0], number.value, first, stop, qualifier, None)] if counted else []
        said = _SUBJECT_BEFORE.search(view, max(start, first - 80), first)
        thing = self._words["thing"].match(view, stop, end)
        doctrine = self._words["doctrine"].match(view, stop, end)
        if thing is not None and doctrine is not None and len(doctrine.group()) > len(thing.group()):
            return []
        listed = _LISTED.search(view, start, number.start) if thing is None and previous else None
        ends = re.match(r"[,;.]|\s?$", view[stop : stop + 2]) is not None
        if listed is not None and ends and text[listed.start("what")].islower():
            return [(_what(listed.group("what")), number.value, number.start, stop, None, None)]
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
            if (more := self._words["after"].match(view, last, end)) is not None and not number.of:
                # "từ 15 đảng viên trở lên"
                qualifier = f"{qualifier} … {more.group().strip()}" if qualifier else more.group().strip()
                last = more.end()
        if number.of is not None:  # "266/838 dự án"
            part, whole = number.value, number.of
            if whole <= 10 and what.startswith("số "):
                return []  # "2/3 số đảng viên": a share, no count
            return [
                (what, part, first, number.part, qualifier, None),
                (what, whole, number.whole, last, None, None),
            ]
        return [(what, number.value, first, last, qualifier, None)]

    def _qualifier(self, text: str, view: str, at: int, start: int) -> tuple[str | None, int]:
        found = _last_words(view[max(start, at - 24) : at], self._words["qualifier"])
        return (found, view.rindex(found, max(start, at - 24), at)) if found else (None, at)

    def _unknown_thing(self, text: str, view: str, at: int, end: int) -> tuple[str, int] | None:
        if view[at : at + 1] != " ":
            return None
        limit = min(end, at + 60)
        stop = _STOP.search(view, at, limit)
        words = view[at : stop.start() if stop else limit].split()
        taken = list(itertools.takewhile(str.isalpha, words))
        if len(taken) > _WORDS:
            taken = taken[:_OF_MORE]
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
        after = self._unknown_thing(text, view, stop, end) if number.unit in ("%", "điểm %") else None
        if (number.unit or "").lower() in self._words["measured"]:
            counted = self._unknown_thing(text, view, stop, end)
            if counted is not None:
                return counted[0]
        pieces = _CLAUSE.split(text[max(start, first - _REACH_BACK) : first])
        clause = pieces[-1].lstrip(" -")
        while (said := self._words["said"].match(clause.lower())) is not None:
            clause = clause[said.end() :]
        if (aim := _SET.match(clause.lower())) is not None:
            clause = clause[aim.end() :]
        words = clause.split()
        if first - _REACH_BACK > start and len(pieces) == 1:
            words = words[1:]  # it may be cut in the middle
        if after and (not words or words[-1].lower() in self._words["before_of"]):
            return after[0]
        while words and words[-1].lower() in _WEAK:
            words.pop()
        of = next((i for i, word in enumerate(words) if i and word.lower() == "của"), len(words))
        words = self._from_measure(words[:of])
        if words and words[-1].lower() in ("tăng", "giảm") and view.endswith("từ ", start, number.start):
            words.pop()  # "tỷ lệ dự họp tăng từ 71% lên 94%"
        while words and (words[0].lower().strip(",") in _WEAK or words[0][0].isdigit()):
            words = words[1:]
        if after and " ".join(words).lower() in ("tăng", "giảm"):
            return after[0]  # "giảm 20% chi phí"
        if [word.lower() for word in words] in (["tăng"], ["giảm"]):
            return f"mức {words[0].lower()}"  # "phấn đấu đạt mức tăng 3 - 4%": no thing is named
        if words:
            return _what(" ".join(words))
        if whose := _OF_THESE.search(view, max(0, start - 100), start):
            return _what(text[whose.start("what") : whose.end("what")])  # "thu nhập bình quân của 82 lao động đạt …"
        if after is None and number.unit == "%" and (said := _SAID.match(view, stop, end)) is not None:
            return _what(text[said.start("what") : said.end("what")])
        after = after or self._unknown_thing(text, view, stop, end)
        return after[0] if after else "tỷ lệ" if number.unit == "%" else "số lượng"

    def _from_measure(self, words: list[str]) -> list[str]:
        """The words from the quantity on that is measured, where much else stands before it.

        "xây hồ chứa nước Ví Dụ với dung tích" -> "dung tích"; a short phrase stays whole ("tỷ lệ hộ có nước sạch").
        """
        low = [word.lower() for word in words]
        if len(words) <= _NAME and "với" not in low:
            return words
        for at in range(len(low) - 1, 0, -1):
            if (low[at] in self._words["measures"] or " ".join(low[at : at + 2]) in self._words["measures"]) and low[
                at - 1
            ] not in self._words["measures"]:
                return words[at:]
        return words[-_NAME:]

    # --- whose, when -------------------------------------------------------------------------------------------------
    @staticmethod
    def _subject(view: str, owners: Sequence[NamedOrganization], at: int, apart: frozenset[str]) -> str | None:
        """The organisation whose figure it is: the last one before the number that stands for itself there.

        ``apart``: words that say, before a name, that it is not the one spoken of ("tại", "do").
        """
        for one in reversed(owners):
            if one.end <= at and one.free and flat(one.organization.name) not in _NOBODY:
                before = view[max(0, one.start - 12) : one.start].split()
                # Behind ";" or ":" another clause begins; nor does a name reach over half a page.
                if at - one.end > _REACH or (before and before[-1] in apart) or re.search(r"[;:(]", view[one.end : at]):
                    return None
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
        if ended := _END_OF.search(view, start, end):
            return _last_day(ended, event_date or published)
        if _OWN_PERIOD.search(view, start, end):
            # "Sáng 20-8, … nhiệm kỳ 2025-2030 … 281 đại biểu": the sentence that says the meeting's day is of that day.
            same = event_date and any(d.on(event_date.year) == event_date for d in find_days(view, start, end))
            return event_date if same else None
        return event_date


def _last_day(found: re.Match[str], anchor: dt.date | None) -> dt.date | None:
    """The last day of the month, quarter or year that is printed; without a year the latest one before ``anchor``."""
    unit, n = found.group("unit"), found.group("n")
    number = int(n) if n.isdecimal() else {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(n, 0)
    if unit == "năm":
        return dt.date(number, 12, 31) if 1900 <= number <= 2100 else None
    month = number * 3 if unit == "quý" else number
    if not 1 <= month <= 12:
        return None

    def last(year: int) -> dt.date:
        return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)

    if found.group("year"):
        return last(int(found.group("year")))
    if anchor is None:
        return None
    this = last(anchor.year)
    return this if this <= anchor else last(anchor.year - 1)


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
        "money": re.compile(
            rf"\s?(?P<money>{longest(data['money'])}){edge}(?!(?<=đồng)\s(?:{longest(data['money_not'])}){edge})"
        ),
        "unit": re.compile(rf"\s?(?P<unit>{longest(data['units'])})(?![^\W_]|[²³])"),
        "unit_names": {str(u).lower(): str(u) for u in (*data["units"], *data["money"])},
        "thing": re.compile(rf"\s(?:{longest(data['things'])}){edge}"),
        "doctrine": re.compile(rf"\s(?:{longest(data['doctrine'])}){edge}"),
        "time": re.compile(rf"\s(?:{longest(data['time'])}){edge}"),
        "not_before": frozenset(str(w).lower() for w in data["not_before"]),
        "not_before_except": tuple(f" {w}".lower() for w in data["not_before_except"]),
        "measured": frozenset(str(w).lower() for w in data["measured"]),
        "said": re.compile(rf"(?:^|.*?\s)(?:{longest(data['said'])})\s(?=\S)"),
        "measures": frozenset(str(w).lower() for w in data["measures"]),
        "no_subject": frozenset(str(w).lower() for w in data["no_subject"]),
        "between": frozenset(str(w).lower() for w in data["between"]),
        "before_of": frozenset(str(w).lower() for w in data["before_of"]),
    }
