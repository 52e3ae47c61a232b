"""Words that say when an office is held, and whose it is; the offices of two people told apart in one chain."""

from __future__ import annotations

import re

from ..model import OfficeStatus
from .offices import OfficeMatch

# "Từ năm 2015 đến 2020, …", "… từ tháng 8-2007 đến tháng 12-2015", "Giai đoạn 2010-2015, …": over. "Năm 2020, …", "Từ
# tháng 1/2021, …": nobody says whether still held. "Từ tháng 3-2020 đến nay, …": held.
DAY = r"(?:tháng |năm )?\d[\d/.\-]*(?: năm (?:19|20)\d\d)?"
PERIOD = re.compile(
    rf"(?:từ {DAY} ?(?:đến|tới|-|–) ?{DAY}|giai đoạn (?:19|20)\d\d|trước (?:năm|tháng) [\d/.\-]*(?:19|20)\d\d)",
    re.IGNORECASE,
)
YEARS = re.compile(r"\(?(?:giai đoạn |từ )?(?:19|20)\d\d ?(?:đến|-|–) ?(?:19|20)\d\d", re.IGNORECASE)
TO_NOW = re.compile(rf"từ {DAY} (?:đến|tới) (?:nay|hiện nay|thời điểm hiện tại)", re.IGNORECASE)
THEN = re.compile(r"(?:từ |đến |tới )?(?:đầu |giữa |cuối )?(?:năm|tháng) [\d/.\-]*(?:19|20)\d\d,", re.IGNORECASE)
BY_THEN = re.compile(
    r"(?:đến|tới|vào) (?:đầu |giữa |cuối )?(?:năm|tháng) [\d/.\-]*(?:19|20)\d\d, (?:ông|bà|anh|chị|đồng chí)\b",
    re.IGNORECASE,
)
DECISION = re.compile(
    r"quyết định|điều động|luân chuyển|thôi giữ|miễn nhiệm|bầu|phân công|chỉ định|bổ nhiệm", re.IGNORECASE
)
YEAR = re.compile(r"(?:19|20)\d\d|sau đó|khi đó|tiếp đó|trước|từng|\brồi\b", re.IGNORECASE)
# "Tháng 3/2015, ông được …", behind an office: his career went on.
WENT_ON = re.compile(
    r"(?:năm|tháng) [\d/.\-]*(?:19|20)\d\d, (?:ông|bà|anh|chị|đồng chí)\b|(?:sau đó|tiếp đó|đến (?:năm|tháng) )",
    re.IGNORECASE,
)
# "… làm Trưởng thôn đã 10 năm": still.
LASTING = re.compile(r"(?:đã|được) (?:hơn |gần |tròn )?(?:\d+|nhiều) năm", re.IGNORECASE)
SINCE = re.compile(r",? ?(?:từ|vào|trong) (?:năm|tháng) [\d/.\-]*(?:19|20)\d\d", re.IGNORECASE)
DECISIONS = frozenset(
    tuple(w.split())
    for w in ("chỉ định", "bổ nhiệm", "điều động", "phân công", "giới thiệu", "luân chuyển", "phê chuẩn", "đối với")
)
# Words that tell of a decision, not of a state: "được bầu làm …", but "ông A làm …".
DECIDED = frozenset(("được", "bầu", "bổ", "chỉ", "điều", "phân", "phê", "trúng", "cử", "trao", "giao", "chuẩn", "đắc"))
BESIDE_CAREER = frozenset(
    (",", ";", "-", "và", "rồi", "sau", "đó", "là", "đến", "cùng", "kiêm", "+", ":", "các", "chức", "làm", "giữ")
)
STATUSES: dict[str, OfficeStatus] = {
    "former": "former",
    "current": "current",
    "incoming": "incoming",
    "outgoing": "outgoing",
    "acting": "acting",
}
# Before an office: its holder is the one to whom, or for whom, something is done.
GIVES = frozenset(
    (
        "cho",
        "với",
        "của",
        "cùng",
        "gặp",
        "tiếp",
        "tới",
        "đến",
        "lệnh",
        "mặt",
        "đón",
        "mời",
        "tặng",
        "thăm",
        "và",
        "mừng",
    )
)
PROVINCIAL = ("tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân")
LOCAL = ("cấp ủy", "UBND", "HĐND", "MTTQ")
STATE = (
    "bộ trưởng",
    "thứ trưởng",
    "thủ tướng",
    "phó thủ tướng",
    "chủ tịch nước",
    "tổng bí thư",
    "đại sứ",
    "tổng lãnh sự",
)
FORMS_ALONE = frozenset(("ông", "bà", "anh", "chị", "đồng chí", "đ/c"))


def _of_a_province(office: OfficeMatch) -> bool:
    """Whether an office is one of a province, district or ward, not of the State's centre."""
    return (office.organization or "").lower().startswith(PROVINCIAL)


def new_holder(offices: list[OfficeMatch]) -> int:
    """How many of the offices directly before a name, nearest first, are that person's; 0: all of them.

    "… cho quyền Bí thư Tỉnh ủy Bình Mẫu, Thường trực Ban Bí thư Trần Ví Dụ": nobody's offices begin with a
    province's and go on with the Party's centre.
    """
    for k in range(len(offices) - 1, 0, -1):
        earlier, later = offices[k], offices[k - 1]
        ours, theirs = earlier.label.lower(), later.label.lower()
        same = (earlier.organization or "").lower() == (later.organization or "").lower() != ""
        if (
            (later.kind == "Trung ương" and earlier.kind in LOCAL and earlier.local)
            or (_of_a_province(earlier) and theirs.startswith(STATE))
            or (_of_a_province(later) and (earlier.kind == "nước" or ours.startswith(STATE)))
            or (same and theirs.removeprefix("phó ").startswith(ours) and theirs.startswith("phó "))
            or (
                earlier.kind == "UBND"
                and (later.organization or "").lower() == f"văn phòng {earlier.organization}".lower()
            )
        ):
            return k
    return 0
