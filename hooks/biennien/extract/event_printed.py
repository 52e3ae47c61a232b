"""A conference that no one body holds, in; its name as printed, out: "Diễn đàn Ví dụ lần thứ 5".

Its kind and number alone say nothing ("Hội nghị lần thứ 46"), so its page is called what the article calls it.
"""

from __future__ import annotations

import re

from .documents_text import ORDINAL, UPPER
from .event_kind import Kind

_NAMED = re.compile(
    r"(?:hội nghị|hội nghị toàn quốc|diễn đàn|đại hội|đại hội đại biểu|hội thảo|hội thảo khoa học|tọa đàm|ngày hội|"
    r"liên hoan|lễ trao giải|lễ hội|hội thi|cuộc họp|kỳ họp)$"
)
# "phiên toàn thể (cấp cao) | Hội nghị Ví dụ lần thứ 3": the conference's name with it
_PHASE = re.compile(r"\s?(?:[^\W\d_]+\s){0,3}?(?:của\s)?(?:hội nghị|diễn đàn|đại hội đồng)(?![^\W_])")
# Words that make such a name in small letters, too.
_ON = (
    r"(?:thượng đỉnh|cấp cao|thường niên|toàn cầu|quốc tế|bộ trưởng|các nhà lãnh đạo|các bộ trưởng|doanh nghiệp|"
    r"kinh tế|tương lai|hợp tác|xúc tiến|đầu tư|nhà đầu tư|nghị sĩ|nghị viện|thanh niên|hữu nghị|thưởng|báo chí|"
    r"toàn quốc|ngoại trưởng)"
)
_ORDINAL = rf"lần (?:thứ )?(?:{ORDINAL}|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![^\W_])"
_GOES_ON = re.compile(rf"\s(?:{_ON}(?![^\W_])|{_ORDINAL}\s(?:của\s)?[{UPPER}]|[{UPPER}])")
_STOPS = re.compile(
    r"\s?[,;:.\"“”]|\s[-–]\s|\s?\((?![^()]{2,14}\)\s(?:lần |\d))|"
    r"\s(?:tại|ở|diễn ra|từ|ngày|với|do|được|đã|sẽ|vừa|nhằm|để|sáng(?! tạo)|chiều|tối|trong|cùng|theo|sau|khi|là|nhân|"
    r"có|vào|cũng|thành công|khai mạc|bế mạc|tổ chức|bàn|thảo luận|dưới|đang|tiếp tục|nhấn mạnh|cho biết|ông|bà|"
    r"thủ tướng|chủ tịch|phó|phản ánh|lần này|này|tuy|cần|phải|thể hiện|góp phần|mang|đạt|thông qua|chính thức|lên|"
    r"và (?:các|thăm|dự|tham dự|làm việc|tiến hành|chủ trì|đồng|có|phát biểu|trao|hoạt động))(?![^\W_])"
)
_END = re.compile(rf"{_ORDINAL}(?!\s(?:của|về)\s)|(?<!\d)(?:19|20)\d\d(?!\d)(?!\s(?:của|về|lần thứ)\s)")
_WORDS = 24
_FEW = 5  # syllables below which only an abbreviation or a year makes a name: "Diễn đàn ABC"
_SHORT = re.compile(rf"[{UPPER}]{{2}}|\d")


def printed_name(text: str, view: str, kind: Kind, start: int, end: int) -> str | None:
    """The name that begins with the kind's words in text[start:end], or None where the kind is all there is."""
    first = kind.end
    if kind.name.startswith("phiên ") and (phase := _PHASE.match(view, kind.end, end)):
        first = phase.end()
    elif not _NAMED.match(kind.name):
        return None
    if kind.from_verb or _GOES_ON.match(text, first) is None:
        return None
    limit = min(end, kind.start + 260)
    last = limit
    for stop in _STOPS.finditer(view, first + 1, limit):
        if stop.group().strip() in ("-", "–") and text[stop.end() : stop.end() + 1].isupper():
            continue  # "Diễn đàn doanh nghiệp Thử - Mẫu"
        last = stop.start()
        break
    if over := _END.search(view, first, last):
        last = over.end()
    words = " ".join(text[kind.start : last].split()).rstrip(" ,.;:-–'’‘")
    own = " ".join(text[first:last].split())
    counted = re.search(_ORDINAL, own.casefold()) is not None
    proper = text[kind.start].isupper() and kind.start > start
    if not 1 < len(words.split()) <= _WORDS or words.count("(") != words.count(")"):
        return None
    # Without capitals inside ("hội nghị quốc tế …") or a number it is said of any such meeting.
    if not (counted or proper) or not any(c.isupper() for c in own):
        return None
    if not counted and len(words.split()) < _FEW and not _SHORT.search(words):
        return None
    return words[0].upper() + words[1:]
