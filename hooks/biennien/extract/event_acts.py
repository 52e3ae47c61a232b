"""Sentences that tell what a body decided, and no verb of holding, in; the body that met to decide it out.

"Ủy ban Kiểm tra … đề nghị Ban Bí thư xem xét, kỷ luật …": the subject met, the one asked did not. Which sentences are
read, and that nothing clearer was found in them, is for ``event_body`` to see.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from ..model import Block
from .documents_text import flat
from .event_kind import Kind, KindWords
from .event_occasion import occasions
from .organizations import Organization

# Directly before a body: it is asked, told or helped; what follows is not (yet) done by it.
_OBJECT = re.compile(
    r"(?<![^\W_])(?:đề nghị|kiến nghị|đề xuất|trình|tham mưu|tham mưu cho|giúp|giao|xin ý kiến|mời|yêu cầu|được|"
    r"báo cáo|gửi|tham mưu để|để|ủy quyền cho|lên|bị)\s(?:cho |với |các )?$"
)
_AND = re.compile(r"\s?(?:,|và|hoặc)\s(?:các )?")
_ACTS = re.compile(
    r"(?:[\s,]|\([^()]{2,40}\)|nhiệm kỳ \d{4}\s?-\s?\d{2,4}|khóa [ivxl\d]{1,7}|đã|cũng|vừa|mới|tiếp tục|chính thức|"
    r"thống nhất|nhất trí|đồng ý|biểu quyết|quyết định){0,8}\s"
    r"(?:đề nghị|kiến nghị|quyết định|kết luận|thi hành|kỷ luật|cảnh cáo|khiển trách|khai trừ|cách chức|xem xét|"
    r"phân công|điều động|luân chuyển|chỉ định|chuẩn y|bổ nhiệm|phê chuẩn|bầu|miễn nhiệm|bãi nhiệm|nhận thấy|"
    r"cho ý kiến|thông qua|biểu quyết)(?![^\W_])"
)
# "tại kỳ họp thứ 5 (từ 2 đến 4-8), | Ủy ban …", "tại cuộc họp ở trụ sở …, | Bộ …"
_AT_ITS_MEETING = re.compile(
    r"(?<![^\W_])(?:tại|trong)\s(?:buổi |các )?(?:kỳ họp|cuộc họp|phiên họp|buổi họp|hội nghị)[^.;:]{0,90}?,\s$"
)
_EARLIER = re.compile(r"\s*(?:trước đó|trước đây)(?![^\W_])")
_OPENS = re.compile(r"(?:[^.;]{0,40}\)\s?[-–]?\s?|[^,.;]{0,30}\s[-–:]\s|[^,.;]{0,45},\s)?$")
_DECIDES = frozenset({"Trung ương", "cấp ủy", "đảng bộ", "HĐND", "ban Đảng", "trung ương nhà nước", "UBND"})
_CEREMONY = ("lễ", "hội nghị công bố", "buổi lễ", "hội nghị trao")


class Named(Protocol):
    """An organisation in a sentence."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def organization(self) -> Organization: ...
    @property
    def free(self) -> bool: ...


class Act(NamedTuple):
    """Which of the sentence's organisations acts, and whether the sentence says that it met."""

    which: int
    met: bool


def is_object(view: str, start: int) -> bool:
    """Whether the body that begins at ``start`` is asked or told to do what follows."""
    return _OBJECT.search(view, max(0, start - 40), start) is not None


def joins_object(view: str, end: int, start: int) -> bool:
    """Whether what begins at ``start`` stands beside an object that ended at ``end``: "đề nghị A, B xem xét"."""
    return _AND.fullmatch(view, end, start) is not None


def is_earlier(view: str, start: int, end: int) -> bool:
    """Whether a sentence tells of what was before: "Trước đó, tháng 6-2020, …"."""
    return _EARLIER.match(view, start, end) is not None


def find_act(view: str, start: int, end: int, named: Sequence[Named]) -> Act | None:
    """The first body of view[start:end] that decides something."""
    for index, one in enumerate(named):
        if not one.free or one.organization.kind not in _DECIDES or not _ACTS.match(view, one.end, end):
            continue
        if _AT_ITS_MEETING.search(view, max(start, one.start - 120), one.start):
            return Act(index, True)
        if _OPENS.fullmatch(view, start, one.start):
            return Act(index, False)
    return None


_VOTERS = re.compile(r"(?<![^\W_])(?:tiếp xúc(?: với)? cử tri|(?:buổi|cuộc) tiếp xúc[^.;]{0,140}? cử tri)(?![^\W_])")
_DEPUTIES = re.compile(
    r"(?<![^\W_])(?:đoàn|tổ) (?:đbqh|đại biểu quốc hội|đại biểu hđnd|đại biểu hội đồng nhân dân)"
    r"(?: (?:đơn vị|đơn vị bầu cử|số) (?:số )?\d{1,2})?(?= (?:tỉnh|thành phố|tp|huyện)(?![^\W_]))?"
    r"(?: tỉnh(?= tiếp xúc| đã| có)| thành phố(?= tiếp xúc| đã| có))?(?![^\W_])"
)


def find_deputies(view: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence that tells of voters being met names the deputies who meet them."""
    if _VOTERS.search(view, start, end) is None:
        return None
    found = _DEPUTIES.search(view, start, end)
    return found.span() if found else None


_PARTY_CONGRESS = re.compile(
    r"(?<![^\W_])đại hội (?:(?:đại biểu )?toàn quốc )?(?:lần )?(?:thứ )?[ivxl]{1,7},? (?:của )?"
    r"(?P<party>đảng(?: cộng sản việt nam)?)(?![^\W_]| bộ| ủy)"
    r"(?=[^.;]{0,80}(?:khai mạc|bế mạc|diễn ra|họp|bước vào|thành công|thông qua|làm việc))"
)


def find_party_congress(view: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence that tells of the Party's own congress names the Party."""
    found = _PARTY_CONGRESS.search(view, start, end)
    if found is None or re.search(
        r"(?:nghị quyết|văn kiện|chào mừng|tới|sau|từ)\s$", view[max(start, found.start() - 16) : found.start()]
    ):
        return None
    return found.span("party")


_PLENUM = re.compile(
    r"(?<![^\W_])(?:khai mạc|bế mạc|tại|diễn ra|dự|chủ trì|,|^)\s?(?:phiên (?:khai mạc|bế mạc) )?"
    r"hội nghị (?P<committee>trung ương|t\.ư|tw)(?: đảng)?(?: lần thứ)? (?:\d{1,2}|[ivx]{1,5})(?![^\W_])"
    r"|(?<![^\W_])hội nghị (?P<committee2>trung ương|t\.ư|tw)(?: đảng)?(?: lần thứ)? (?:\d{1,2}|[ivx]{1,5})"
    r"(?:,? \(?khóa [ivx\d]{1,5}\)?)?(?:,? ban chấp hành trung ương(?: đảng)?)?,? (?:đã |đang |vừa |chính thức )?"
    r"(?:khai mạc|bế mạc|diễn ra|họp|làm việc|kết thúc|hoàn thành|thành công|"
    r"biểu quyết|bỏ phiếu|bầu|thông qua|thống nhất|quyết định|xem xét|thảo luận)(?![^\W_])"
)


def find_plenum(view: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence that tells of a plenum of the Central Committee names it: "tại Hội nghị Trung ương 8"."""
    found = _PLENUM.search(view, start, end)
    if found is None:
        return None
    return found.span("committee") if found.group("committee") else found.span("committee2")


def is_ceremony(kinds: Sequence[Kind | None]) -> bool:
    """Whether something is announced or handed over: then who decided it is not who holds it."""
    return any(kind is not None and kind.held and kind.name.startswith(_CEREMONY) for kind in kinds)


# "Nghị quyết số 13, | Hội nghị lần thứ 5, Ban Chấp hành Trung ương": the resolution's.
_RESOLUTION = re.compile(r"(?:nghị quyết|kết luận|chỉ thị)(?: số)? [\w/-]{1,15},?\s$")


_BESIDE = ("ngay sau", "sau khi", "bên lề", "trước thềm")


def meetings_named(block: Block, start: int, end: int, words: KindWords) -> list[Kind]:
    """Every meeting that block.text[start:end] names, not only the one it reports."""
    view = flat(block.text)
    out = []
    # "họp báo ngay sau kỳ họp của …", "bên lề hội nghị của …": beside it, and in most cases by the same body
    other = [one for one in occasions(view, start, end) if one[2] and not view.startswith(_BESIDE, one[0])]
    for match in words.head.finditer(view, start, end):
        before = view[max(start, match.start() - 40) : match.start()]
        told = block.text.endswith(" Ban", 0, match.end())  # "giao Ban cán sự"
        told = told or any(first <= match.start() < last for first, last, _ in other)
        if not told and not words.not_this.search(before) and not _RESOLUTION.search(before):
            out.append(Kind(match.group(), match.start(), match.end(), False))
    return out
