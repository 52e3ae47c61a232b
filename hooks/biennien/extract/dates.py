"""Text in, printed days out ("chiều 25-12", "trong hai ngày 26 và 27/9", "sáng nay"), each with what it is of.

Whether a day is that of the meeting is decided in ``event_date``; here is only said what stands around it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from .. import vocabulary
from ..model import PartOfDay
from .documents_text import word_before

Use = Literal["plain", "document", "anniversary", "bound", "future", "past", "birth"]
"""What a day is of: a document, an anniversary, a bound ("tính đến ngày"), something to come, something earlier."""


class PrintedDay(NamedTuple):
    """One day, or the first and last of several, as printed at ``view[start:end]``. ``year`` None: not printed."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    part: PartOfDay | None
    use: Use
    last_day: int | None = None
    last_month: int | None = None

    def on(self, year: int) -> dt.date | None:
        """The first day in that year; None for days that do not exist."""
        return make_day(self.year or year, self.month, self.day)

    def until(self, first: dt.date) -> dt.date | None:
        """The last day, counted from the first."""
        if self.last_day is None:
            return None
        month = self.last_month or self.month
        return make_day(first.year + (month < first.month), month, self.last_day)


class RelativeDay(NamedTuple):
    """ "sáng nay", "hôm qua", "vừa tổ chức": ``days`` before publication, None where only "not after" is said."""

    start: int
    end: int
    days: int | None
    part: PartOfDay | None


def shown_day(day: dt.date) -> str:
    """ "8-1-2026", as pages print days."""
    return f"{day.day}-{day.month}-{day.year}"


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_PARTS = {"sáng": "sáng", "trưa": "trưa", "chiều": "chiều", "tối": "tối", "đêm": "tối"}
_ANCHOR = re.compile(
    r"(?P<part>sáng|trưa|chiều|tối|đêm)(?![^\W_])|ngày(?![^\W_])|hôm (?:nay|qua)(?![^\W_])|"
    r"hôm(?= \d)|từ(?= \d)|(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?=[\s,]{1,3}\(?\d)|"
    r"(?<=\()(?=\d{1,2}[-/.]\d{1,2}(?:[-/.](?:19|20)\d\d)?\))"
)
_OPENING = re.compile(
    r"(?:\s{0,2}(?:mùng|mồng))?(?:\s(?:hôm\s)?(?P<rel>nay|qua)(?![^\W_]))?"
    r"(?:[\s,(]{0,3}(?:thứ (?:hai|ba|tư|năm|sáu|bảy|2|3|4|5|6|7)|chủ nhật)(?![^\W_]))?"
    r"[\s,]{0,3}\(?\s?(?:(?:vào |tức )?ngày\s{1,2})?"
)
_Y = r"(?P<y>(?:18|19|20)\d\d)(?!\d)"
_Y2 = _Y.replace("<y>", "<y2>")
_Y3 = _Y.replace("<y>", "<y3>")
_END = (
    rf"(?:\s?[-/.]\s?(?P<m>\d{{1,2}})(?!\d)(?:\s?[-/.]\s?{_Y})?"
    rf"|\s(?:tháng|/)\s?(?P<m2>\d{{1,2}})(?!\d)(?:(?: năm |[-/.]){_Y2})?"
    # "ngày 14 tháng mười hai năm 2021"; "tháng giêng" and "tháng chạp" are the moon's.
    r"|\stháng (?P<m3>mười hai|mười một|mười|một|hai|ba|tư|bốn|sáu|bảy|tám|chín|năm(?! (?:19|20)\d\d))"
    rf"(?![^\W_])(?: năm {_Y3})?)"
)
_SINGLE = re.compile(rf"(?P<d>\d{{1,2}})(?!\d){_END}")
# "26 và 27-9", "19-20/8", "13, 14, 15-10", "12 đến hết ngày 14-8"
_MANY = re.compile(
    rf"(?P<first>\d{{1,2}})(?:,\s?\d{{1,2}}){{0,4}}\s?(?:,|và|đến hết|đến|tới|"
    rf"-)\s?(?:ngày\s)?(?P<d>\d{{1,2}})(?!\d){_END}"
)
# "30-9 đến 2-10"
_SPAN = re.compile(
    r"(?P<first>\d{1,2})\s?[-/.]\s?(?P<fm>\d{1,2})(?!\d)(?:[-/.](?:19|20)\d\d)?\s?(?:đến hết|đến|tới|và|"
    r"-)\s?(?:hết )?(?:ngày\s)?"
    rf"(?P<d>\d{{1,2}})(?!\d){_END}"
)
_AFTER_DATE = re.compile(r"\s?[-/.,]?\d")

# What stands directly before a day says what it is of.
_DOCUMENT = re.compile(
    r"(?:\d[a-z]?\s?[-/][a-zđư0-9/ -]{2,24}|(?:nghị quyết|quyết định|chỉ thị|kết luận|quy định|thông báo|công văn|"
    r"kế hoạch|hướng dẫn|luật|"
    r"văn bản|nghị định|chương trình|thông tư|công điện|tờ trình|báo cáo|giấy mời)(?: số \d{1,5})?|ký|"
    r"ban hành)[\s,(]{1,3}(?:ký )?(?:vào )?$"
)
_ANNIVERSARY = re.compile(
    r"(?:kỷ niệm|thành lập|truyền thống|quốc khánh|chào mừng|đợt|dịp|nhân|giải phóng|thương binh|năm ngày|lễ|"
    r"ngày sinh|cách mạng tháng tám|tháng tám|"
    r"quốc tế|ngày truyền thống)\s?[\s,(]{1,2}$|(?:việt nam|đảng|nước|nam|liệt sĩ|phụ nữ|đoàn|hội)\s?\($"
)
_ANNIVERSARY_FAR = re.compile(r"kỷ niệm[^.;,)]{0,80}$")
_BOUND = re.compile(
    r"(?:tính đến(?: hết)?|đến hết|đến|trước|sau|kể từ|từ|bắt đầu từ|chậm nhất|hạn|hiệu lực|cho tới|tới|áp dụng từ|"
    r"hoàn thành trước|từ sau|"
    r"thời điểm)[\s,(]{1,2}(?:ngày )?$"
)
_BIRTH = re.compile(r"(?:sinh|mất|từ trần)\s(?:vào )?$")
_FUTURE = re.compile(r"(?:sẽ|dự kiến|sắp)(?![^\W_])[^.;,]{0,50}$")
_PAST = re.compile(r"(?:trước đó|trước đây|như tại (?:đại hội|hội nghị|phiên họp))[\s,]{1,2}$")
_CLAUSE = 110  # code points before a day that may say what it is of


def find_days(view: str, start: int = 0, stop: int | None = None) -> list[PrintedDay]:
    """The days printed in a flat view, in reading order. "3.5" or "15/10" alone is none: a word must say so."""
    out: list[PrintedDay] = []
    at = start
    limit = len(view) if stop is None else stop
    for anchor in _ANCHOR.finditer(view, start, limit):
        if anchor.start() < at or word_before(view, anchor.start()):
            continue
        opening = _OPENING.match(view, anchor.end(), limit)
        found = _days_at(view, opening.end() if opening else anchor.end(), limit)
        if found is None and anchor.group("part") and opening and opening.end() != anchor.end():
            continue
        if found is None:
            continue
        first, month, year, last, last_month, end = found
        word = anchor.group()
        if word == "từ" and last is None:
            continue  # "từ 98% trở lên", "từ 5-10"
        part = cast("PartOfDay | None", _PARTS.get(anchor.group("part") or ""))
        if part is None and word == "ngày":
            before = re.search(r"(sáng|trưa|chiều|tối)\s{1,2}$", view[max(0, anchor.start() - 8) : anchor.start()])
            part = cast("PartOfDay | None", before.group(1) if before else None)
        if view.startswith(")", end) and "(" in view[anchor.start() : end]:
            end += 1
        out.append(
            PrintedDay(
                anchor.start(),
                end,
                first,
                month,
                year,
                part,
                _use(view, anchor.start(), part, last is not None),
                last,
                last_month,
            )
        )
        at = end
    return out


def _days_at(view: str, at: int, limit: int) -> tuple[int, int, int | None, int | None, int | None, int] | None:
    for pattern in (_SPAN, _MANY, _SINGLE):
        found = pattern.match(view, at, limit)
        if found is None:
            continue
        written = found.group("m") or found.group("m2") or found.group("m3")
        month = int(written) if written.isdigit() else _MONTH_NAMES[written]
        year = found.group("y") or found.group("y2") or found.group("y3")
        day = int(found.group("d"))
        if not (1 <= month <= 12 and 1 <= day <= 31) or (_AFTER_DATE.match(view, found.end()) and not year):
            continue
        if pattern is _SINGLE:
            return day, month, int(year) if year else None, None, None, found.end()
        first = int(found.group("first"))
        first_month = int(found.group("fm")) if pattern is _SPAN else month
        if not (1 <= first <= 31 and 1 <= first_month <= 12) or (
            (first_month, first) >= (month, day) and month >= first_month
        ):
            continue
        return first, first_month, int(year) if year else None, day, month, found.end()
    return None


def _use(view: str, start: int, part: str | None, several: bool) -> Use:
    before = view[max(0, start - _CLAUSE) : start]
    if _DOCUMENT.search(before):
        return "document"
    if _BIRTH.search(before):
        return "birth"
    if _BOUND.search(before) and not (several and before.rstrip().endswith("từ")):
        return "bound"
    # "lễ kỷ niệm 80 năm Quốc khánh sáng 29-8": a part of the day is the meeting's.
    if _ANNIVERSARY.search(before) or (part is None and _ANNIVERSARY_FAR.search(before)):
        return "anniversary"
    if _FUTURE.search(before):
        return "future"
    if _PAST.search(before):
        return "past"
    return "plain"


_RELATIVE = re.compile(
    r"(?P<part>sáng|trưa|chiều|tối|đêm)(?: hôm)? (?P<rel>nay|qua)(?![^\W_])|hôm (?P<rel2>nay|qua)(?![^\W_])|"
    r"(?P<just>vừa(?: qua| mới)?(?![^\W_])|mới đây|mới (?:tổ chức|diễn ra|khai mạc|có buổi)|tuần qua|vừa rồi)"
)


def find_relative(view: str, start: int = 0, stop: int | None = None) -> list[RelativeDay]:
    """ "sáng nay", "hôm qua", "vừa tổ chức": days that only the day of publication makes known."""
    out = []
    for match in _RELATIVE.finditer(view, start, len(view) if stop is None else stop):
        if word_before(view, match.start()):
            continue
        rel = match.group("rel") or match.group("rel2")
        if (
            rel == "qua"
            and match.group("part")
            and re.match(r"\s(?:các|nhiều|những)", view[match.end() : match.end() + 6])
        ):
            continue
        part = cast("PartOfDay | None", _PARTS.get(match.group("part") or ""))
        out.append(RelativeDay(match.start(), match.end(), None if rel is None else 0 if rel == "nay" else 1, part))
    return out


# --- a date that stands alone at the top of a page -----------------------------------------------------------------
_MONTH_NAMES = {
    **{w: n for n, w in enumerate(("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)},
    **{"bốn": 4, "mười một": 11, "mười hai": 12},
    **{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6},
    **{"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12},
}
_MONTH_NAME = "|".join(sorted(_MONTH_NAMES, key=lambda w: (-len(w), w)))
_STAMP = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})(?:\s?[-/.]\s?|,?\s(?:tháng|th)\s?)(?P<m>\d{1,2})(?:\s?[-/.]\s?|,?\s(?:năm\s)?)"
    r"(?P<y>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/-])(?P<y2>(?:19|20)\d\d)-(?P<m2>\d{1,2})-(?P<d2>\d{1,2})(?![\d-])"
    rf"|(?<!\w)tháng\s(?P<m3>\d{{1,2}}|{_MONTH_NAME})\s(?P<d3>\d{{1,2}}),?\s(?P<y3>\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<d4>\d{{1,2}})\s(?:tháng\s)?(?P<m4>{_MONTH_NAME})[a-z]{{0,6}}\.?,?\s(?:năm\s)?(?P<y4>\d{{4}})(?!\d)"
    rf"|(?<!\w)(?P<m5>{_MONTH_NAME})[a-z]{{0,6}}\.?\s(?P<d5>\d{{1,2}}),?\s(?P<y5>\d{{4}})(?!\d)"
)


def stamped_day(view: str) -> dt.date | None:
    """The full date of a short flat line, in any of the forms that sites print: "5 tháng 3, 2025", "2025-03-05"."""
    found = _STAMP.search(view)
    if found is None:
        return None
    said = {name[0]: value for name, value in found.groupdict().items() if value}
    month = int(said["m"]) if said["m"].isdigit() else _MONTH_NAMES[said["m"]]
    return make_day(int(said["y"]), month, int(said["d"]))


# --- the year of an article that does not say when it was published -----------------------------------------------
_YEARS = re.compile(
    r"(?P<first>\d{1,2} tháng (?:đầu|cuối) năm|(?:cả|cuối|đầu|giữa|hết|kết thúc|quý [ivx1-4]|"
    r"(?:công tác|nhiệm vụ|phương hướng|tổng kết|sơ kết|kế hoạch|chương trình)(?: [^\W\d_]+){0,5}) năm|năm)"
    r" (?P<y>(?:19|20)\d\d)(?!\s?-\s?(?:19|20)?\d\d|\d)"
)
_TARGET = re.compile(r"(?:đến|tới|trước|tầm nhìn|giai đoạn|kể từ|từ|thành lập|so với|cùng kỳ)\s(?:cuối |đầu |hết )?$")
_FULL = re.compile(r"(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
_MONTH = re.compile(r"tháng (\d{1,2})\s?[-/.]\s?((?:19|20)\d\d)(?![\d/-])")
_QUARTER = re.compile(r"quý (i{1,3}|iv|[1-4])\s?(?:[-/]|năm)\s?((?:19|20)\d\d)(?!\d)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_JUBILEE = re.compile(r"kỷ niệm (?:lần thứ )?(\d{2,3})(?: năm)? (?:ngày )?([^\d.,;()]{4,60})")
_TERM = r"nhiệm kỳ ((?:19|20)\d\d)\s?-\s?(?:19|20)?\d\d"
_CONGRESS_HELD = re.compile(
    rf"(?:tổ chức|khai mạc|bế mạc|diễn ra|tiến hành)(?: trọng thể| thành công|"
    rf" phiên [^\W\d_]+ [^\W\d_]+)? đại hội[^.;]{{0,80}}?{_TERM}"
)
_CONGRESS_SITS = re.compile(
    rf"(?<!nghị quyết )đại hội[^.;]{{0,80}}?{_TERM},?\s(?:đã |chính thức |trọng thể ){{0,2}}(?:khai mạc|bế mạc|"
    rf"diễn ra|bước vào|họp)"
)
# "nghỉ hưu kể từ ngày 1-4-2025", "sẽ diễn ra ngày 5-6-2025": what is yet to come, so the meeting was not long before.
_AHEAD = re.compile(
    r"(?:(?:nghỉ hưu|nghỉ công tác|nghỉ việc|nghỉ chờ|chế độ|bổ nhiệm|điều động|giữ chức|thôi giữ|chức vụ|quyết định)"
    r"[^.;]{0,120}?kể từ|(?<![^\W_])(?:sẽ|dự kiến|chậm nhất|hạn cuối|(?<!đã )hoàn thành trước)(?![^\W_])[^.;]{0,80}?)"
    r"[\s,(]{0,2}(?:vào |trước |là |từ )?(?:ngày )?$"
)
_SOON = 62  # days between a meeting and what it says will be
_SCHOOL_YEAR = re.compile(r"năm học ((?:19|20)\d\d)\s?-\s?((?:19|20)\d\d)(?!\d)")
_YEAR_OVER = re.compile(r"(?:tổng kết|bế giảng|kết thúc|hoàn thành)[^.;,]{0,60}$")
_YEAR_NEW = re.compile(r"(?:khai giảng|triển khai|nhiệm vụ|phương hướng|chuẩn bị|tuyển sinh|đầu)[^.;,]{0,60}$")
# "tổ chức Hội thi Dân vận khéo năm 2024": the year is in the name of what is held, not of what is reviewed or planned.
_NAMED_FOR = re.compile(
    r"(?:tổ chức|khai mạc|bế mạc|phát động|ra quân|diễn ra|công bố)\s(?:buổi |chương trình )?(?:lễ(?! tổng kết)|"
    r"ngày hội|tháng|hội thi|hội thao|hội trại|hội chợ|hội báo|giải|liên hoan|chiến dịch|tuần lễ|lễ hội|cuộc thi|"
    r"diễn đàn|đại hội|festival|lớp|khóa|kỳ thi|hội thảo|tọa đàm|diễn tập|"
    r"hội nghị (?:người lao động|đại biểu|viên chức|nhà giáo|cán bộ))"
    r"(?:(?! tổng kết| sơ kết| nhiệm vụ| kế hoạch| phương hướng| chào| đón| mừng)[^.;,]){0,120}?"
    r" năm (?P<y>20\d\d)(?!\s?-\s?(?:20)?\d\d|\d)"
)
_REVIEWED = re.compile(r"(?:tổng kết|kiểm điểm|đánh giá)")
_PLANNED = re.compile(r"(?:phương hướng|nhiệm vụ|kế hoạch|chương trình)")
_DONE = re.compile(r"(?:kết quả|sơ kết|đánh giá|tình hình|kiểm điểm)[^.;]{0,70}$")
_BEING_DONE = re.compile(r"(?:thực hiện|hoàn thành|kết quả|tiến độ)(?: các| việc)? $")
# "tổng kết công tác quân sự 2019, triển khai nhiệm vụ 2020": one year's end or the next one's beginning.
_PAIR = re.compile(
    r"(?<![^\W_])(?:tổng kết|sơ kết|đánh giá|kiểm điểm)[^.;]{0,80}?\s(?P<a>20\d\d)(?!\s?[-/.]\s?\d|\d)"
    r"[^.;]{0,40}?(?:nhiệm vụ|phương hướng|kế hoạch)[^.;]{0,40}?\s(?P<b>20\d\d)(?!\s?[-/.]\s?\d|\d)"
)
_OTHERS = re.compile(r"\w|\s(?:bộ|ủy|nhân dân|cộng sản|đoàn)(?!\w)|\s(?:tỉnh|thành phố|huyện|quận|xã|phường)\s")
_CLOSE = 20  # days between a meeting and the anniversary it is held for
Span = tuple[int, int, int]
"""(number of the view, start, end)."""


@lru_cache(maxsize=4)
def _jubilees(extension: Path | None) -> tuple[tuple[str, int], ...]:
    named: dict[str, int] = vocabulary.words("anniversaries", extension)["anniversaries"]
    return tuple(sorted(named.items(), key=lambda item: (-len(item[0]), item[0])))


def year_from_text(views: list[str], month: int, day: int, extension: Path | None = None) -> tuple[int, Span] | None:
    """(year, where it is said) for a day whose year is nowhere printed; None where the text does not settle it.

    "9 tháng đầu năm 2021", "phiên họp tháng 4/2023", "kỷ niệm 95 năm Ngày thành lập Đảng", a congress's term speak of
    the current year; an article about what was done in one year and is to be done in the next ("tổng kết năm 2025,
    nhiệm vụ năm 2026") is of the first when its day is late in the year, of the second when it is early. A year named
    once, in passing, settles nothing.
    """
    counts: dict[int, int] = {}
    where: dict[int, Span] = {}
    current: dict[int, Span] = {}
    named: dict[int, Span] = {}
    reviewed: set[int] = set()
    planned: dict[int, int] = {}
    latest: dt.date | None = None
    for number, view in enumerate(views):
        for match in _YEARS.finditer(view):
            if _TARGET.search(view, max(0, match.start() - 24), match.start()):
                continue
            year, span = int(match.group("y")), (number, match.start(), match.end())
            counts[year] = counts.get(year, 0) + 1
            where.setdefault(year, span)
            if match.group("first")[0].isdigit():
                current.setdefault(year, span)
            elif (quarter := _QUARTER.search(view, match.start(), match.end())) is not None:
                # "đẩy nhanh để xong vào quý I năm 2014", said in October, is of the year to come as often as not.
                if (month + 2) // 3 - (_QUARTERS.get(quarter.group(1)) or int(quarter.group(1))) <= 1:
                    named.setdefault(year, span)
            elif match.group("first") != "năm":
                named.setdefault(year, span)
                if _REVIEWED.match(match.group("first")):
                    reviewed.add(year)
                elif _PLANNED.match(match.group("first")) and not _BEING_DONE.search(
                    view, max(0, match.start() - 24), match.start()
                ):
                    planned[year] = planned.get(year, 0) + 1
        for year, start, end in _of_this_year(view, month, day, extension):
            current.setdefault(year, (number, start, end))
        for match in _FULL.finditer(view):
            made = make_day(int(match.group(3)), int(match.group(2)), int(match.group(1)))
            ahead = _AHEAD.search(view, max(0, match.start() - 240), match.start())
            if made and made.year >= 1990 and ahead is None:
                latest = made if latest is None else max(made, latest)
        for match in _MONTH.finditer(view):
            # A life told from "đầu năm 2007" to "tháng 6/2016" is not told in 2007.
            if not _TARGET.search(view, max(0, match.start() - 24), match.start()):
                made = make_day(int(match.group(2)), int(match.group(1)), 1)
                if made and made.year >= 1990:
                    latest = made if latest is None else max(made, latest)
    only_planned = {year for year, times in planned.items() if times == counts[year]}
    found = _settled(counts, current, named, reviewed, only_planned, month)
    if found is None:
        return None
    made = make_day(found, month, day)
    # A date of a later year shows that the article is not of the year found.
    if latest and made and latest.year > found and latest > made:
        return None
    return found, current.get(found) or named.get(found) or where.get(found) or named[found - 1]


def _of_this_year(view: str, month: int, day: int, extension: Path | None) -> Iterator[tuple[int, int, int]]:
    """(year, start, end) of words that name the year of a meeting held on that day and month."""
    for match in _MONTH.finditer(view):
        if _TARGET.search(view, max(0, match.start() - 24), match.start()):
            continue
        spoken, year = int(match.group(1)), int(match.group(2))
        if spoken == month or spoken == month - 1:
            yield year, match.start(), match.end()
        elif spoken == 12 and month == 1:
            yield year + 1, match.start(), match.end()
    for match in _QUARTER.finditer(view):
        quarter = _QUARTERS.get(match.group(1)) or int(match.group(1))
        if _TARGET.search(view, max(0, match.start() - 24), match.start()):
            continue
        if (month + 2) // 3 == quarter:
            yield int(match.group(2)), match.start(), match.end()
        elif (month + 2) // 3 == quarter + 1 and _DONE.search(view, max(0, match.start() - 80), match.start()):
            yield int(match.group(2)), match.start(), match.end()  # "kết quả năm 2021, quý I/2022", told in April
    for match in _PAIR.finditer(view):
        first, second = int(match.group("a")), int(match.group("b"))
        if second == first + 1 and (month >= 9 or month <= 4):
            yield first if month >= 9 else second, match.start(), match.end()
    if month < 12 and (named := _NAMED_FOR.search(view, 0, 600)):
        yield int(named.group("y")), named.start("y"), named.end("y")
    for match in _SCHOOL_YEAR.finditer(view, 0, 800):
        before = view[max(0, match.start() - 80) : match.start()]
        first, second = int(match.group(1)), int(match.group(2))
        if second != first + 1 or _TARGET.search(before):
            continue
        over, new = _YEAR_OVER.search(before) is not None, _YEAR_NEW.search(before) is not None
        if month <= 5 or (over and not new and month <= 10):
            yield second, match.start(), match.end()
        elif month >= 9 or (new and not over):
            yield first, match.start(), match.end()
    for pattern in (_CONGRESS_HELD, _CONGRESS_SITS):
        for match in pattern.finditer(view, 0, 600):
            yield int(match.group(1)), match.start(), match.end()
    for match in _JUBILEE.finditer(view):
        for words, origin in _jubilees(extension):
            at = match.group(2).find(words)
            # "thành lập Đảng", but not "thành lập Đảng bộ tỉnh", "thành lập Đảng Nhân dân …".
            if at >= 0 and not _OTHERS.match(match.group(2), at + len(words)):
                yield origin + int(match.group(1)), match.start(), match.end()
                break
    for match in _FULL.finditer(view):
        made = make_day(int(match.group(3)), int(match.group(2)), int(match.group(1)))
        if made is None or made.year < 1990:
            continue
        if _AHEAD.search(view, max(0, match.start() - 240), match.start()):
            for year in (made.year, made.year - 1):
                meeting = make_day(year, month, day)
                if meeting and 0 <= (made - meeting).days <= _SOON:
                    yield year, match.start(), match.end()
        meeting = make_day(made.year, month, day)
        paired = re.search(r"\d\s?-\s?$", view[max(0, match.start() - 4) : match.start()]) is not None
        if meeting and (meeting == made or (paired and abs((meeting - made).days) <= _CLOSE)):
            yield made.year, match.start(), match.end()


_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5}
_WEEKDAY = re.compile(r"(?<![^\W_])(?:thứ (?P<n>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?![^\W_])")
_ANY_YEAR = re.compile(r"(?<![\d/.-])20[0-3]\d(?![\d])|(?<=[-/.])20[0-3]\d(?!\d)")


def weekday_near(view: str, start: int, end: int) -> int | None:
    """The day of the week (Monday is 0) printed with a day: "thứ bảy (12-6)", "12-6 (thứ bảy)"."""
    found = _WEEKDAY.search(view, start, end) or _WEEKDAY.search(view, max(0, start - 16), start)
    if found is None and (after := re.compile(r"[\s,(]{1,2}").match(view, end)):
        found = _WEEKDAY.match(view, after.end())
    if found is None:
        return None
    return _WEEKDAYS[found.group("n")] if found.group("n") else 6


def year_from_weekday(views: list[str], month: int, day: int, weekday: int) -> tuple[int, Span] | None:
    """The one year that the text names and in which that day was that day of the week."""
    where: dict[int, Span] = {}
    for number, view in enumerate(views):
        for match in _ANY_YEAR.finditer(view):
            year = int(match.group())
            made = make_day(year, month, day)
            if made is not None and made.weekday() == weekday:
                where.setdefault(year, (number, match.start(), match.end()))
    return next(iter(where.items())) if len(where) == 1 else None


def _settled(
    counts: dict[int, int],
    current: dict[int, Span],
    named: dict[int, Span],
    reviewed: set[int],
    only_planned: set[int],
    month: int,
) -> int | None:
    if len(current) == 1:
        return next(iter(current))
    sure = {year for year in counts if counts[year] > 1 or year in named}
    if not sure:
        return None
    newest = max(sure)
    if newest in only_planned and newest - 1 not in sure and month >= 5:
        # "phương hướng năm 2026", said in November: of the year before, if the text names that one at all.
        return newest - 1 if month >= 9 and newest - 1 in counts else None
    if newest - 1 not in sure:
        # A year is reviewed at its end, or early in the next one.
        return newest + 1 if month <= 3 and newest in reviewed else newest
    if month >= 9:
        return newest - 1
    return newest if month <= 4 else None
