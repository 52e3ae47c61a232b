"""The flat paragraphs of an article without a publication date in; the year of a day that it prints without one, out.

"9 tháng đầu năm 2021", "phiên họp tháng 4/2023", "kỷ niệm 95 năm Ngày thành lập Đảng" speak of the year in which they
are said. A year that is merely named does not: what was done in 2018 is told in 2019, what will be in 2020 as well. So
most undated articles stay without a year, and what gives one is of few kinds, each with its own months.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from .. import vocabulary
from .dates import make_day

Span = tuple[int, int, int]
"""(number of the view, start, end)."""
_Y = r"(?P<y>(?:19|20)\d\d)(?!\d)"

# --- what is said of the year in which it is said -----------------------------------------------------------------
_SO_FAR = re.compile(rf"(?P<n>\d{{1,2}}) tháng (?P<side>đầu|cuối) năm {_Y}")
_SINCE = re.compile(rf"(?:từ|kể từ) (?:đầu năm|tháng 1[-/]) ?{_Y} (?:đến|tới) nay")
_MONTH = re.compile(r"tháng (?P<m>\d{1,2})\s?[-/.]\s?(?P<y>(?:19|20)\d\d)(?![\d/-])")
# Whose month it is: a session's, a report's. "Tháng 9-2015, ông …", "Tháng 11/2016, Chính phủ phê duyệt …" are told of
# in any year.
_SESSION_OF = re.compile(
    r"(?:phiên họp|họp báo|kỳ họp|cuộc họp|giao ban|thường kỳ|định kỳ|hội nghị|sinh hoạt|công tác|tình hình|kết quả|"
    r"trong|kinh tế - xã hội|kinh tế xã hội|chính phủ|báo cáo viên)(?: chính phủ)?[,\s]{1,2}$"
)
_FORESEEN = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến|phấn đấu|chậm nhất|trình)(?![^\W_])[^.;]{0,110}$")
_QUARTER = re.compile(r"quý (?P<q>i{1,3}|iv|[1-4])\s?(?:[-/]|năm)\s?(?P<y>(?:19|20)\d\d)(?!\d)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FULL = re.compile(r"(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
_JUBILEE = re.compile(
    r"(?:kỷ niệm|nhân dịp|chào mừng|mừng) (?:lần thứ )?(\d{2,3})(?: năm)? (?:ngày )?([^\d.,;()]{4,60})"
)
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
_LEAVES = re.compile(r"(?:từ|trước)\s$")
_SOON = 62  # days between a meeting and what it says will be
_SCHOOL_YEAR = re.compile(r"năm học ((?:19|20)\d\d)\s?-\s?((?:19|20)\d\d)(?!\d)")
_YEAR_OVER = re.compile(r"(?:tổng kết|bế giảng|kết thúc|hoàn thành)[^.;,]{0,60}$")
_YEAR_NEW = re.compile(r"(?:khai giảng|triển khai|nhiệm vụ|phương hướng|chuẩn bị|tuyển sinh|đầu)[^.;,]{0,60}$")
_TERM_OVER = re.compile(r"(?:sơ kết|học kỳ)[^.;,]{0,60}$")
# "tổ chức Hội thi Dân vận khéo năm 2024": the year is in the name of what is held, not of what is reviewed or planned.
_NAMED_FOR = re.compile(
    r"(?:tổ chức|khai mạc|bế mạc|phát động|ra quân|diễn ra|công bố)\s(?:buổi |chương trình |trọng thể )?"
    r"(?:lễ(?! tổng kết)|"
    r"ngày hội|tháng|hội thi|hội thao|hội trại|hội chợ|hội báo|giải|liên hoan|chiến dịch|tuần lễ|lễ hội|cuộc thi|"
    r"diễn đàn|đại hội|festival|lớp|khóa|kỳ thi|hội thảo|tọa đàm|diễn tập|"
    r"hội nghị (?:người lao động|đại biểu|viên chức|nhà giáo|cán bộ|tuyên dương|biểu dương|tôn vinh))"
    r"(?:(?! tổng kết| sơ kết| nhiệm vụ| kế hoạch| phương hướng| chào| đón| mừng| kết quả| chỉ số| quy hoạch|"
    r" giai đoạn| đến năm| từ năm| luật| nghị quyết)[^.;,]){0,120}?"
    r"(?<! vào)(?<! trong) năm (?P<y>20\d\d)(?!\s?-\s?(?:20)?\d\d|\d)"
)
# In December what is held may be the next year's, but nobody is honoured for that one.
_AWARDED = re.compile(r"công bố|công nhận|đạt|trao|tuyên dương|tôn vinh|vinh danh|biểu dương")
# "tổng kết công tác quân sự 2019, triển khai nhiệm vụ 2020": one year's end or the next one's beginning.
_PAIR = re.compile(
    r"(?<![^\W_])(?:tổng kết|sơ kết|đánh giá|kiểm điểm|kết quả|tình hình|hoàn thành)[^.;]{0,80}?\s(?P<a>20\d\d)"
    r"(?!\s?[-/.]\s?\d|\d)"
    r"[^.;]{0,40}?(?:nhiệm vụ|phương hướng|kế hoạch|dự toán|chương trình|dự kiến)[^.;]{0,60}?\s(?P<b>20\d\d)"
    r"(?!\s?[-/.]\s?\d|\d)"
)
_REVIEWED = re.compile(
    r"(?:tổng kết|kiểm điểm)(?:(?! đến năm| tới năm| từ năm| tết| luật| pháp lệnh| nghị quyết| chỉ thị| đề án| dự án)"
    rf"[^.;,]){{0,70}}?\s(?:năm )?{_Y}(?!\s?[-/.]\s?\d)"
)
_PLANNED = re.compile(
    rf"(?:phương hướng|nhiệm vụ|kế hoạch|chương trình)(?: (?!đến|tới|từ|ban)[^\W\d_]+){{0,8}} năm {_Y}(?!\s?-\s?\d)"
)
_BEING_DONE = re.compile(r"(?:thực hiện|hoàn thành|kết quả|tiến độ|tình hình)(?: các| việc)? $")
_OPENS_YEAR = re.compile(rf"(?:họp mặt|gặp mặt|đầu xuân|tất niên|tết)[^.;]{{0,60}}?\s(?:đầu|cuối) năm {_Y}")
_LAST_SESSION = re.compile(rf"(?:phiên họp|kỳ họp|hội nghị)[^.;,]{{0,40}}?(?: cuối cùng)?(?: của| cuối) năm {_Y}")
_DONE = re.compile(r"(?:kết quả|sơ kết|đánh giá|tình hình|kiểm điểm)[^.;]{0,70}$")
_OTHERS = re.compile(r"\w|\s(?:bộ|ủy|nhân dân|cộng sản|đoàn)(?!\w)|\s(?:tỉnh|thành phố|huyện|quận|xã|phường)\s")
# "chỉ thị số 15 ngày | 7-7-2015" of whatever year
_OF_DOCUMENT = re.compile(
    r"(?:nghị quyết|quyết định|chỉ thị|kết luận|quy định|thông báo|công văn|kế hoạch|hướng dẫn|luật|văn bản|nghị định|"
    r"thông tư|công điện|tờ trình|báo cáo)(?: số)?[^.;,]{0,40}?\s(?:ký )?(?:ngày )?$"
)
_DAYS = 7  # between a meeting and a day that is printed with its year
_TO_COME = re.compile(r"(?:thời điểm|hướng tới|tiến tới|hướng đến|tới dịp|đến dịp|trước thềm|khi)\s$")
_CLOSE = 20  # days between a meeting and the anniversary it is held for

# --- years that are named and are not (yet) the article's -----------------------------------------------------------
_ANY_YEAR = re.compile(r"(?<![\d/.-])20[0-3]\d(?![\d])|(?<=[-/.])20[0-3]\d(?!\d)")
_TARGET = re.compile(
    r"(?:đến|tới|trước|tầm nhìn|giai đoạn|kể từ|từ|thành lập|so với|cùng kỳ)\s(?:cuối |đầu |hết |hết quý [^\s]{1,3} |"
    r"quý [^\s]{1,3} |giữa )?(?:năm |tháng \d{1,2}[-/])?$"
)
_YET = re.compile(
    r"(?:(?<![^\W_])(?:sẽ|dự kiến|phấn đấu|kế hoạch|phương hướng|nhiệm vụ|dự toán|chương trình|quy hoạch|hoàn thành|"
    r"hoàn thiện|sang|tiếp theo|mục tiêu|chuẩn bị|hướng tới|đón|mừng|tết|nguyên đán|xuân)(?![^\W_])[^.;]{0,110}"
    r"|nhiệm kỳ |khóa [ivxl\d]{1,5},? |\d{4}\s?[-/]\s?|(?:trong|vào|hết|cuối) (?:năm |tháng \d{1,2}[-/]))$"
)
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}\s?[-/.]\s?(?:\d{1,2}\s?[-/.]\s?)?$")
_READ = 20_000  # code points of a paragraph that are read
_SPAN = re.compile(r"\s?[-/]\s?(?:20)?\d\d(?!\d)|/")


@lru_cache(maxsize=4)
def _jubilees(extension: Path | None) -> tuple[tuple[str, int], ...]:
    named: dict[str, int] = vocabulary.words("anniversaries", extension)["anniversaries"]
    return tuple(sorted(named.items(), key=lambda item: (-len(item[0]), item[0])))


def year_from_text(views: list[str], month: int, day: int, extension: Path | None = None) -> tuple[int, Span] | None:
    """(year, where it is said) for a day whose year is nowhere printed; None where the text does not settle it."""
    said: dict[int, Span] = {}
    newest, last = 0, None
    for number, whole in enumerate(views):
        view = whole[:_READ]
        if "20" not in view and " năm " not in view:
            continue
        for year, start, end in _of_this_year(view, month, day, extension):
            said.setdefault(year, (number, start, end))
        newest = max(newest, _newest(view))
        last = max(filter(None, (last, _latest(view))), default=None)
    if len(said) != 1:
        return None
    ((year, span),) = said.items()
    made = make_day(year, month, day)
    # What is told of a later year, or of a later day, shows that the article is not of the year found.
    if newest > year or (last and made and (last.year, last) > (year, made) and last.year > year):
        return None
    return year, span


def _newest(view: str) -> int:
    """The newest year of which a view tells, what it plans or foresees left out; 0 for none."""
    newest = 0
    for match in _ANY_YEAR.finditer(view):
        year = int(match.group())
        if year <= newest or _SPAN.match(view, match.end()):
            continue
        whole = _DAY_BEFORE.search(view, max(0, match.start() - 8), match.start())
        start = whole.start() if whole else match.start()
        if _TARGET.search(view, max(0, start - 40), start) or _YET.search(view, max(0, start - 130), start):
            continue
        if whole and _AHEAD.search(view, max(0, start - 240), start):
            continue
        newest = year
    return newest


def _latest(view: str) -> dt.date | None:
    """The latest day or month that a view prints with its year and does not foresee."""
    latest: dt.date | None = None
    for match in _FULL.finditer(view):
        made = make_day(int(match.group(3)), int(match.group(2)), int(match.group(1)))
        ahead = _AHEAD.search(view, max(0, match.start() - 240), match.start())
        if made and made.year >= 1990 and ahead is None:
            latest = made if latest is None else max(made, latest)
    return latest


def _of_this_year(view: str, month: int, day: int, extension: Path | None) -> Iterator[tuple[int, int, int]]:
    """(year, start, end) of words that name the year of a meeting held on that day and month."""
    yield from _of_months(view, month)
    yield from _of_reviews(view, month)
    if (named := _NAMED_FOR.search(view, 0, 600)) and (month < 12 or _AWARDED.search(named.group())):
        yield int(named.group("y")), named.start("y"), named.end("y")
    for match in _SCHOOL_YEAR.finditer(view, 0, 800):
        before = view[max(0, match.start() - 80) : match.start()]
        first, second = int(match.group(1)), int(match.group(2))
        if second != first + 1 or _TARGET.search(before):
            continue
        over, new = _YEAR_OVER.search(before) is not None, _YEAR_NEW.search(before) is not None
        if (month <= 5 and (over or new or _TERM_OVER.search(before))) or (over and not new and month <= 10):
            yield second, match.start(), match.end()
        elif new and not over:
            yield first, match.start(), match.end()
    for pattern in (_CONGRESS_HELD, _CONGRESS_SITS):
        for match in pattern.finditer(view, 0, 600):
            yield int(match.group(1)), match.start(), match.end()
    for match in _JUBILEE.finditer(view):
        for words, origin in _jubilees(extension):
            at = match.group(2).find(words)
            # "thành lập Đảng", but not "thành lập Đảng bộ tỉnh", "thành lập Đảng Nhân dân …".
            far = _TO_COME.search(view, max(0, match.start() - 40), match.start())
            if at >= 0 and far is None and not _OTHERS.match(match.group(2), at + len(words)):
                yield origin + int(match.group(1)), match.start(), match.end()
                break
    yield from _of_full_days(view, month, day)


def _of_months(view: str, month: int) -> Iterator[tuple[int, int, int]]:
    """Months and quarters that are just over or still running."""
    for match in _SO_FAR.finditer(view):
        several, first = int(match.group("n")), match.group("side") == "đầu"
        over = several <= month <= min(several + 2, 12)
        if (over or several == month + 1) if first else 12 - several <= month <= 12 - several + 2:
            yield int(match.group("y")), match.start(), match.end()
    for match in _SINCE.finditer(view):
        if month > 1:
            yield int(match.group("y")), match.start(), match.end()
    for match in _MONTH.finditer(view):
        before = view[max(0, match.start() - 130) : match.start()]
        if _TARGET.search(before) or _FORESEEN.search(before) or not _SESSION_OF.search(before):
            continue
        spoken, year = int(match.group("m")), int(match.group("y"))
        if spoken == month or spoken == month - 1:
            yield year, match.start(), match.end()
        elif spoken == 12 and month == 1:
            yield year + 1, match.start(), match.end()
    for match in _QUARTER.finditer(view):
        quarter = _QUARTERS.get(match.group("q")) or int(match.group("q"))
        before = view[max(0, match.start() - 80) : match.start()]
        if _TARGET.search(before):
            continue
        done = _DONE.search(before) is not None
        if (month + 2) // 3 == quarter and (done or not _YET.search(before) or before.endswith("trọng tâm ")):
            yield int(match.group("y")), match.start(), match.end()
        elif (month + 2) // 3 == quarter + 1 and done:
            yield int(match.group("y")), match.start(), match.end()  # "kết quả năm 2021, quý I/2022", told in April


def _of_reviews(view: str, month: int) -> Iterator[tuple[int, int, int]]:
    """Years that are reviewed when they end, and planned when they begin."""
    if 5 <= month <= 8:
        return
    for match in _PAIR.finditer(view):
        first, second = int(match.group("a")), int(match.group("b"))
        if second == first + 1:
            yield first if month >= 9 else second, match.start(), match.end()
    if month >= 11 or month <= 3:
        for match in _REVIEWED.finditer(view):
            yield int(match.group("y")) + (month <= 3), match.start(), match.end()
    if month <= 3:
        for match in _PLANNED.finditer(view):
            if not _BEING_DONE.search(view, max(0, match.start() - 24), match.start()):
                yield int(match.group("y")), match.start(), match.end()
    for match in _OPENS_YEAR.finditer(view) if month <= 2 or month == 12 else ():
        yield int(match.group("y")), match.start(), match.end()
    for match in _LAST_SESSION.finditer(view) if month == 12 else ():
        yield int(match.group("y")), match.start(), match.end()


def _of_full_days(view: str, month: int, day: int) -> Iterator[tuple[int, int, int]]:
    for match in _FULL.finditer(view):
        made = make_day(int(match.group(3)), int(match.group(2)), int(match.group(1)))
        if made is None or made.year < 1990:
            continue
        if _TARGET.search(view, max(0, match.start() - 24), match.start()) and not _LEAVES.search(
            view, max(0, match.start() - 24), match.start()
        ):
            continue  # "thu phí đến 31/12/2036"
        if _AHEAD.search(view, max(0, match.start() - 240), match.start()):
            for year in (made.year, made.year - 1):
                meeting = make_day(year, month, day)
                if meeting and 0 <= (made - meeting).days <= _SOON:
                    yield year, match.start(), match.end()
        meeting = make_day(made.year, month, day)
        paired = re.search(r"\d\s?-\s?$", view[max(0, match.start() - 4) : match.start()]) is not None
        near = meeting is not None and abs((meeting - made).days) <= _DAYS
        near = near and not _OF_DOCUMENT.search(view, max(0, match.start() - 60), match.start())
        if meeting and (near or (paired and abs((meeting - made).days) <= _CLOSE)):
            yield made.year, match.start(), match.end()


# --- the day of the week ------------------------------------------------------------------------------------------
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5}
_WEEKDAY = re.compile(r"(?<![^\W_])(?:thứ (?P<n>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?![^\W_])")


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
    newest = max((_newest(view[:_READ]) for view in views), default=0)
    for number, view in enumerate(views):
        for match in _ANY_YEAR.finditer(view):
            year = int(match.group())
            made = make_day(year, month, day)
            if made is not None and made.weekday() == weekday:
                where.setdefault(year, (number, match.start(), match.end()))
    return next(iter(where.items())) if len(where) == 1 and min(where) >= newest else None
