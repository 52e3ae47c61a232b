"""A sentence in; which parts of it only say on what occasion somebody was received, met or visited, out.

"Nhân dịp dự Hội nghị Cấp cao lần thứ 3 …, ông A đã hội kiến …": the event is the talk, and the conference's kind and
number are not its own. Where nobody is received, met or visited, "trong khuôn khổ Phiên họp thứ 5, Ủy ban … cho ý
kiến" tells of the meeting itself; which of the two it is, is for ``event_kind`` to see.
"""

from __future__ import annotations

import re

_TRIP = r"chuyến (?:thăm|công tác)|thăm (?:chính thức|cấp nhà nước|hữu nghị|làm việc|và làm việc)"
# "… thăm chính thức Cộng hòa Mẫu, Cộng hòa Thử, tham dự …": the comma of a list
_GOES_ON = r"(?:[^.;,]|,(?= (?:tham dự|dự|đồng chủ trì|chủ trì|cộng hòa|vương quốc|liên bang)(?![^\W_])))"
_BEGINS = re.compile(
    r"(?<![^\W_])(?:"
    r"(?P<apart>nhân dịp|nhân (?=chuyến|hội nghị|diễn đàn|đại hội|sự kiện|lễ|kỳ họp|phiên)|bên lề|trước thềm|"
    r"ngay sau|sau khi|"
    r"đang (?:thăm|có chuyến|ở thăm|dẫn đầu|dự|tham dự)|"
    r"sang (?:[^\W\d_]+ ){0,6}?(?:tham )?dự|(?:đến|tới|tại) việt nam (?:để )?(?:tham )?dự|"
    rf"(?:{_TRIP}|lên đường)(?![^\W_]){_GOES_ON}{{0,110}}?(?<![^\W_])(?P<other>(?:tham )?dự|(?:đồng )?chủ trì|họp))"
    r"|(?P<within>trong khuôn khổ|khuôn khổ|trong (?:chương trình|thời gian|dịp)(?: tham)? dự|"
    r"trong chuyến (?:thăm|công tác))"
    r")(?![^\W_])"
)
# The main clause begins: a day, a place, or who acts.
_MAIN = re.compile(
    r",\s(?=(?:vào |khoảng )?(?:sáng|chiều|tối|trưa|đêm|hôm|ngày|lúc|tại|ở|ông|bà|đồng chí|đ/c|thủ tướng|chủ tịch|phó|"
    r"tổng bí thư|bí thư|bộ trưởng|thứ trưởng|đoàn|ban|bộ|hai|đại tướng|thượng tướng|trung tướng|quốc hội|ủy ban|"
    r"thường trực|tổng thống|quốc vương|nhà vua|chánh|viện|hãng|tập đoàn|các|lãnh đạo|đại sứ)(?![^\W_]))"
    r"|;|\.\s"
)
_FAR = 420  # code points that such a clause goes on at most


def occasions(view: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Each clause's start and end, and whether it surely tells of another event ("nhân dịp", "bên lề")."""
    out: list[tuple[int, int, bool]] = []
    for found in _BEGINS.finditer(view, start, end):
        if out and found.start() < out[-1][1]:
            continue
        # "kết thúc chuyến thăm … và tham dự | Hội nghị …": of a trip it is what is attended on it.
        first = found.start("other") if found.group("other") else found.start()
        main = _MAIN.search(view, found.end(), min(end, found.end() + _FAR))
        out.append((first, main.start() if main else end, found.group("apart") is not None))
    return out
