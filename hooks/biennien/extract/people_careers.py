"""Words that say when an office is held, and whose it is; the offices of two people told apart in one chain."""

from __future__ import annotations

import datetime as dt
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
# A sentence of such a career, and the next one's beginning: "Sau đó, ông về làm … . Đến năm 2014, ông được bầu …".
OLD_POST = re.compile(
    r"(?:sau đó|tiếp đó|rồi|(?:từ |đến |tới )?(?:đầu |giữa |cuối )?(?:năm|tháng) [\d/.\-]*(?:19|20)\d\d,)",
    re.IGNORECASE,
)
NEXT_POST = re.compile(
    r"[^.;!?]{0,80}[.;] ?(?:sau đó|tiếp đó|(?:một|hai|ba|bốn|\d) năm sau|(?:từ |đến |tới )?(?:đầu |giữa |cuối )?"
    r"(?:năm|tháng) [\d/.\-]*(?:19|20)\d\d),? (?:ông|bà|anh|chị|đồng chí)\b[^.;!?]{0,50}?"
    r"(?:giữ|làm|bầu|bổ nhiệm|phân công|điều động|chỉ định|đảm nhiệm)\b",
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
    (
        *(",", ";", "-", "và", "rồi", "sau", "đó", "là", "đến", "cùng", "kiêm", "+", ":", "các", "chức", "làm", "giữ"),
        *("tham", "gia"),
    )
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
# Between an office and the name of who holds it, before "là".
THAT_TIME = frozenset(
    tuple(w.split())
    for w in (
        "khi đó",
        "lúc đó",
        "khi ấy",
        "lúc ấy",
        "bấy giờ",
        "lúc bấy giờ",
        "thời điểm đó",
        "hiện",
        "hiện nay",
        "hiện tại",
        "nay",
    )
)
# Between an office and who had it before: "…, thay (thế cho) người tiền nhiệm là ông B".
REPLACES = frozenset(("thay", "thế", "cho", "người", "tiền", "nhiệm", "là", "vị", "trí", "của"))
# Between the post that somebody leaves and the verb by which another is taken: "từ Phó Giám đốc | lên | giữ chức …".
MOVES = frozenset(("sang", "lên", "về", "ra", "xuống", "vào", "chuyển", "được", "trở", "để", "đến"))
# Between "từ" and such a post.
POSTS = frozenset(("chức", "vụ", "danh", "cương", "vị", "trí", "một", "vai", "trò"))
# Last words of titles that name the body: "phó ban", "Phó Trưởng phòng", "Phó Chánh văn phòng".
BODIES = frozenset(("ban", "phòng", "đoàn", "tổ", "đội", "nhóm", "khoa"))
COUNTS = frozenset(("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"))
# What one does for another, who is named behind it.
LETS = frozenset({("ủy", "quyền"), ("uỷ", "quyền"), ("ủy", "nhiệm"), ("uỷ", "nhiệm"), ("phân", "công")})
# As above, where it is told at once what was done: "được sự đồng ý của Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh A đã …".
AGREES = frozenset(
    {("đồng", "ý"), ("chấp", "thuận"), ("cho", "phép"), ("chỉ", "đạo"), ("thống", "nhất"), ("yêu", "cầu")}
)
# Who has one of these has none of the others.
TOP = frozenset(("tổng bí thư", "chủ tịch nước", "thủ tướng", "chủ tịch quốc hội"))
BELOW = (
    *("bộ trưởng", "thứ trưởng", "tư lệnh", "giám đốc", "cục trưởng", "vụ trưởng", "tổng cục trưởng", "chánh"),
    *("phó ", "đại sứ", "thống đốc", "tổng thanh tra", "chủ nhiệm", "viện trưởng", "trưởng phòng", "hiệu trưởng"),
)
FORMS_ALONE = frozenset(("ông", "bà", "anh", "chị", "đồng chí", "đ/c"))


def headless(label: str) -> str:
    """The title whose deputy, standing or not, an office is: "chủ nhiệm" of "Phó Chủ nhiệm Thường trực"."""
    return label.lower().removeprefix("phó ").removesuffix(" thường trực")


def of_delegation(office: OfficeMatch) -> bool:
    """Whether an office is that of who leads a delegation, on its way only."""
    return (office.organization or "").lower().startswith(("đoàn công tác", "đoàn kiểm tra", "đoàn giám sát"))


def deputy_of(office: OfficeMatch, chiefs: list[OfficeMatch]) -> OfficeMatch:
    """The office of a deputy with the organisation of the one chief beside whom it is printed; else as it is."""
    if office.organization is not None or not office.label.lower().startswith("phó "):
        return office
    head = headless(office.label)
    found: dict[str, OfficeMatch] = {}
    for chief in chiefs:
        if chief.organization is None or chief.status != "current":
            continue
        label = office.label
        if head != headless(chief.label):
            unit = head.removeprefix("trưởng ")  # "Phó Trưởng ban" beside "Trưởng | Ban Tổ chức Tỉnh ủy"
            if chief.label.lower() != "trưởng" or not chief.organization.lower().startswith(f"{unit} "):
                continue
            label = label[: len("phó trưởng")]
        found[chief.organization] = chief._replace(
            first=office.first, last=office.last, label=label, status=office.status, borrowed=True
        )
    return next(iter(found.values())) if len(found) == 1 else office


def ends_after(period: re.Match[str], published: dt.date | None) -> bool:
    """Whether a period of years ends later than the article was published: then the office is still held."""
    if published is None or period[0].lower().startswith("trước"):
        return False
    years = [int(y) for y in re.findall(r"(?:19|20)\d\d", period.string[period.start() : period.end() + 12])]
    return max(years, default=0) > published.year


def just_then(opening: str, published: dt.date | None) -> bool:
    """Whether a month that opens a sentence is the article's, or the one before: what is told then is news."""
    month = re.search(r"tháng (\d\d?)(?:[/.\-]| năm )((?:19|20)\d\d),", opening, re.IGNORECASE)
    if month is None or published is None:
        return False
    return 0 <= published.year * 12 + published.month - int(month[2]) * 12 - int(month[1]) <= 1


def _of_a_province(office: OfficeMatch) -> bool:
    """Whether an office is one of a province, district or ward, not of the State's centre."""
    return (office.organization or "").lower().startswith(PROVINCIAL)


def top_apart(offices: list[OfficeMatch]) -> int:
    """How many of the offices directly before a name, nearest first, are that person's, where the one that begins
    the chain is the State's highest: "Thủ tướng Chính phủ, | Bộ trưởng Bộ Y tế A"; 0: all of them."""
    for k in range(len(offices) - 1, 0, -1):
        if offices[k].label.lower() in TOP and offices[k - 1].label.lower().startswith(BELOW):
            return k
    return 0


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
