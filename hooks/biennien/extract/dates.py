"""Text in, printed days out ("chiều 25-12", "trong hai ngày 26 và 27/9", "sáng nay"), each with what it is of.

Whether a day is that of the meeting is decided in ``event_date``; here is only said what stands around it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, NamedTuple, cast

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
    r"(?:\s{0,2}(?:mùng|mồng))?(?:\s(?:muộn|sớm))?(?:\s(?:hôm\s)?(?P<rel>nay|qua)(?![^\W_]))?"
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
    r"(?:\d[a-z]?\s?[-/](?=[0-9/ -]{0,8}[a-zđư])[a-zđư0-9/ -]{2,24}|"
    r"(?:nghị quyết|quyết định|chỉ thị|kết luận|quy định|thông báo|công văn|kế hoạch|hướng dẫn|(?<!pháp )luật|"
    r"văn bản|nghị định|chương trình|thông tư|công điện|tờ trình|báo cáo|giấy mời)(?: (?:số )?\d{1,5}(?:/\d{4})?)?|ký|"
    r"ban hành)[\s,(]{1,3}(?:ký )?(?:vào )?$"
)
_SIGNED = re.compile(r"(?:ký|ban hành)[\s,(]{1,3}(?:vào )?$")
_ANNIVERSARY = re.compile(
    r"(?:kỷ niệm|thành lập|truyền thống|quốc khánh|chào mừng|đợt|dịp|giải phóng|thương binh|năm ngày|lễ|"
    r"(?<!phu )(?<!công )(?<!doanh )(?<!cá )(?<!quân )(?<!bệnh )(?<!nghệ )(?<!tư )(?<!hạt )(?<!nạn )nhân(?!,)|"
    r"ngày sinh|cách mạng tháng tám|tháng tám|"
    r"quốc tế|ngày truyền thống)\s?[\s,(]{1,2}$|(?:việt nam|đảng|nước|nam|liệt sĩ|phụ nữ|đoàn|hội)\s?\($"
)
_ANNIVERSARY_FAR = re.compile(r"kỷ niệm[^.;,)]{0,80}$")
_BOUND = re.compile(
    r"(?:(?:tính đến(?: hết)?|đến hết|đến|trước|sau|kể từ|từ|bắt đầu từ|cho tới|tới|áp dụng từ|hoàn thành trước|"
    r"từ sau)[\s(]{1,2}|(?:chậm nhất|hạn|hiệu lực|thời điểm)[\s,(]{1,2})(?:ngày )?$"
)
_BIRTH = re.compile(r"(?:sinh|mất|từ trần)\s(?:vào )?$")
_FUTURE = re.compile(
    r"(?:sẽ|dự kiến|sắp)(?![^\W_])[^.;,]{0,50}$|dự kiến,\s$|(?:^|[.!?]\s)dự kiến(?![^\W_])[^.]{0,100}$"
)
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
    # "phiên họp chuyên đề về luật sáng 23-9": no document is of a morning.
    if (part is None or _SIGNED.search(before)) and _DOCUMENT.search(before):
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
