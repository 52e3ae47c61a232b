"""A sentence and the organisations in it in; who holds its meeting where no verb of holding says so, out.

"buổi làm việc giữa | Thành ủy … với …", "Lãnh đạo | UBND tỉnh … đã có cuộc họp với …", "tại trụ sở | Bộ …, Thứ trưởng
… tiếp …", "lễ kỷ niệm 60 năm thành lập | Trường …". Which sentences are read, in which order, is for ``event_body``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from . import event_acts
from .documents_text import flat
from .event_occasion import occasions

# "giữa | lãnh đạo Thành ủy … với", "buổi làm việc của lãnh đạo | Thành ủy … với"
_BETWEEN = re.compile(
    r"(?<![^\W_])(?:(?:buổi|cuộc|phiên|hội nghị|chương trình)\s(?:[^\W\d_]+\s){0,4}?giữa|"
    r"(?:buổi|cuộc) (?:làm việc|gặp|gặp gỡ|gặp mặt|đối thoại|họp) của)\s"
    r"(?:(?:các đồng chí |tập thể )?(?:lãnh đạo|đại diện|đại diện lãnh đạo|đoàn công tác của|đoàn công tác)\s)?$"
)
_WITH = re.compile(r"(?:[^.;]{0,60}?\s)(?:với|và)\s")
# "(Đại diện) lãnh đạo | UBND tỉnh … đã có cuộc họp"
_LEADERS = re.compile(r"(?:^|[,:;)(–-]\s?|\s)(?:tập thể |đại diện |đoàn )?(?:lãnh đạo|đại diện)\s$")
_LEADERS_MEET = re.compile(
    r"(?:[\s,]|\([^()]{2,40}\)|đã|vừa|cũng|sáng|chiều|tối|nay|qua|ngày|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{4})?){0,10}\s"
    r"(?:tổ chức|chủ trì|họp(?! tác| báo cáo)|có (?:buổi|cuộc|phiên)|làm việc với|gặp mặt|gặp gỡ|tiếp xúc cử tri|"
    r"đối thoại)(?![^\W_])"
)
_TASK_FORCE = re.compile(r"(?<![^\W_])(?P<name>tổ công tác của thủ tướng(?: chính phủ)?)(?![^\W_])")
# "cuộc họp | Tổ công tác dự án Sân bay Mẫu bàn giải pháp"
_OTHER_FORCE = re.compile(
    r"(?<![^\W_])(?:cuộc họp|phiên họp|họp|hội nghị)(?: thứ \S{1,4}| lần thứ \S{1,4})?(?: của)? "
    r"(?P<name>tổ công tác(?: [^\W_]+){2,14}?)(?= (?:bàn|về việc|để|nhằm|do|tại|với|ngày|sáng|chiều|cho|đã|vừa|diễn ra|"
    r"nghe|rà soát|đánh giá|thảo luận)(?![^\W_])|[,;.:(]|$)"
)
# "ông A, Chủ tịch | Hội đồng điều phối vùng Mẫu (Hội đồng) chủ trì phiên họp thứ 3 của Hội đồng"
_HEADS = r"ban chỉ đạo|hội đồng(?! quản trị| thành viên| nhân dân)|ủy ban(?! nhân dân| kiểm tra| thường vụ)"
_HEAD_OF = re.compile(
    rf"(?<![^\W_])(?:trưởng|chủ tịch|chủ nhiệm)\s(?P<name>(?P<head>{_HEADS})\s[^.;()]{{6,140}}?)"
    r"(?=\s\(|,?\s(?:đã |vừa )?(?:chủ trì|chủ tọa|điều hành)|\snhiệm kỳ)"
)
_SHORT_OF = re.compile(
    rf"(?<![^\W_])(?:chủ trì|chủ tọa|điều hành)\s[^.;]{{0,60}}?(?:của|thứ \S{{1,5}})\s(?P<short>{_HEADS})"
    r"(?=[.,;:]|$|\s(?:bàn|về|để|nhằm|cho|với|diễn ra|tại|theo|trực tuyến|trực tiếp|kết hợp)(?![^\W_]))"
)
# "Hội nghị lần thứ 5 | Hội đồng điều phối vùng Mẫu và công bố …"
_NUMBERED_OF = re.compile(
    r"(?<![^\W_])(?:hội nghị|phiên họp|kỳ họp|họp phiên)(?: lần)? thứ \S{1,5},?\s(?:của )?"
    r"(?P<name>(?:hội đồng|ủy ban) (?:điều phối|quốc gia|liên chính phủ|hỗn hợp|hợp tác|chuyên trách|chỉ đạo|thi đua)"
    r"[^.;:,()]{4,90}?)(?=[.;:,()]|$|\s(?:và công bố|diễn ra|tại|với|do|để|nhằm|về việc|từ|ngày|bàn|đã|được|sáng|chiều)"
    r"(?![^\W_]))"
)
# "sẽ trả lời chất vấn tại | Quốc hội": a minister answers where the assembly sits.
_ANSWERS = re.compile(
    r"(?<![^\W_])(?:(?:trả lời |phiên |tiến hành )chất vấn(?: và trả lời chất vấn)?|đăng đàn|giải trình) (?:tại|trước) "
    r"(?P<house>quốc hội|ủy ban thường vụ quốc hội)(?= |[,.;:]|$)(?! (?:khóa )?trước)"
)
_HEADQUARTERS = re.compile(r"(?<![^\W_])tại trụ sở\s(?:cơ quan\s)?$")
_OWN_HOUSE = re.compile(r"chính phủ|quốc hội|trung ương|văn phòng")  # houses in which their heads receive guests, too
_RECEIVES = re.compile(
    r"(?<![^\W_])(?:tiếp|đón|hội đàm|hội kiến|làm việc|chủ trì|gặp mặt|tiếp xã giao|chủ tọa|ký kết)(?![^\W_])"
)
_FOUNDED = re.compile(
    r"(?<![^\W_])(?:lễ |mít tinh |hội nghị |chương trình )(?:[^\W\d_]+\s){0,3}?kỷ niệm \d{1,3} năm (?:ngày )?"
    r"(?:truyền thống|thành lập|ra đời|xây dựng|tái lập)"
    r"(?: ngành| và phát triển| và trưởng thành|, xây dựng và phát triển)?\s$"
)
# They are honoured everywhere; who holds the ceremony is another.
_NATIONAL = re.compile(
    r"(?:đảng|đoàn|hội|mặt trận|công đoàn|quân đội|công an|ngành|liên đoàn|tổng liên đoàn|quốc hội|nước|bộ đội|"
    r"cách mạng|ban tuyên giáo|ban tổ chức|ban dân vận|ban nội chính|văn phòng|ủy ban|bộ chính trị|chính phủ)(?![^\W_])"
)
_UNIT = ("đơn vị", "trung ương nhà nước", "cơ quan nhà nước")


class Named(event_acts.Named, Protocol):
    """An organisation in a sentence, and whether it is named by its kind alone."""

    @property
    def generic(self) -> bool: ...


def find_between(view: str, start: int, end: int, named: Sequence[Named]) -> int | None:
    """Which organisation is the first of "buổi làm việc giữa A với B", or whose leaders meet others."""
    for index, one in enumerate(named):
        before = _BETWEEN.search(view, max(start, one.start - 120), one.start)
        if before is None or one.generic:
            continue
        if "giữa" not in before.group() or _WITH.match(view, one.end, min(end, one.end + 90)):
            return index
    return None


def find_leaders(view: str, start: int, end: int, named: Sequence[Named]) -> int | None:
    """Whose leaders meet, without anybody's name: "Lãnh đạo UBND tỉnh … đã có cuộc họp"."""
    for index, one in enumerate(named):
        leads = _LEADERS.search(view, max(start, one.start - 40), one.start)
        if leads is not None and not one.generic and _LEADERS_MEET.match(view, one.end, end):
            return index
    return None


def find_chaired(view: str, start: int, end: int) -> tuple[int, int] | None:
    """The council whose head takes the chair of a meeting "của Hội đồng", or whose numbered meeting it is."""
    if numbered := _NUMBERED_OF.search(view, start, end):
        on = any(first <= numbered.start() < last for first, last, _ in occasions(view, start, end))
        return None if on else numbered.span("name")
    led = _HEAD_OF.search(view, start, end)
    if led is None:
        return None
    short = _SHORT_OF.search(view, led.end(), end)
    return led.span("name") if short and short.group("short") == led.group("head") else None


def find_house_of_answers(view: str, start: int, end: int) -> tuple[int, int] | None:
    """Where "trả lời chất vấn tại Quốc hội" names the house that sits."""
    found = _ANSWERS.search(view, start, end)
    return found.span("house") if found else None


def find_task_force(view: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence names a task force, which no list of organisations holds."""
    found = _TASK_FORCE.search(view, start, end) or _OTHER_FORCE.search(view, start, end)
    return found.span("name") if found else None


def find_headquarters(view: str, start: int, end: int, named: Sequence[Named]) -> int | None:
    """In whose house guests are received."""
    for index, one in enumerate(named):
        if (
            one.generic
            or _OWN_HOUSE.match(flat(one.organization.name))
            or _HEADQUARTERS.search(view, max(start, one.start - 30), one.start) is None
        ):
            continue
        if _RECEIVES.search(view, one.end, end):
            return index
    return None


def find_founded(view: str, start: int, named: Sequence[Named]) -> int | None:
    """Whose anniversary is kept: a school's or a ministry's, not the Party's, which is kept everywhere."""
    for index, one in enumerate(named):
        if one.generic or one.organization.kind not in _UNIT or _NATIONAL.match(flat(one.organization.name)):
            continue
        if _FOUNDED.search(view, max(start, one.start - 120), one.start):
            return index
    return None
