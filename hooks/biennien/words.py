"""How pages say it in Vietnamese: roles, relations, dates, numbers, and the three states of certainty."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from .entities import Meeting, OfficeSpell
from .model import Figure, Office

ROLES: dict[str, str] = {
    "chaired": "chủ trì",
    "spoke": "phát biểu",
    "attended": "dự",
    "mentioned": "được nhắc đến",
    "caption": "trong chú thích ảnh",
}
ROLE_HEADINGS: dict[str, str] = {
    "chaired": "Chủ trì",
    "spoke": "Phát biểu",
    "attended": "Dự",
    "mentioned": "Được nhắc đến",
    "caption": "Chỉ có trong chú thích ảnh",
}
ROLE_ORDER = {role: rank for rank, role in enumerate(ROLES)}
RELATIONS: dict[str, str] = {
    "issued": "ban hành",
    "studied": "học tập, quán triệt",
    "implementing": "triển khai, thực hiện",
    "mid_term_review": "sơ kết",
    "final_review": "tổng kết",
    "amending": "sửa đổi, bổ sung",
    "basis": "căn cứ",
    "mentioned": "nhắc đến",
}
RELATION_ORDER = {relation: rank for rank, relation in enumerate(RELATIONS)}
# How a status shows around an office, and the printed words that already say it.
OFFICE_STATUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "current": ("{}", ()),
    "former": ("nguyên {}", ("nguyên ", "cựu ")),
    "incoming": ("{} (mới nhận)", ("tân ",)),
    "outgoing": ("{} (thôi giữ)", ()),
    "acting": ("{} (quyền hoặc phụ trách)", ("quyền ", "phụ trách ")),
}
DATE_BASES: dict[str, str] = {
    "stated": "ghi đủ trong bài",
    "from_publication": "năm suy từ ngày đăng",
    "from_text": "suy từ lời văn",
    "editor": "biên tập viên nêu",
    "outlet": "theo tòa soạn",
    "unknown": "bài không cho biết",
}
PLACE_BASES: dict[str, str] = {
    "stated": "ghi trong bài",
    "editor": "biên tập viên nêu",
    "outlet": "suy từ địa bàn của tòa soạn",
    "registry": "suy từ danh mục tổ chức",
    "unknown": "bài không cho biết",
}

_ISO_DAY = re.compile(r"(?<![\w-])[12]\d{3}-\d\d-\d\d(?![\w-])")

Level = Literal["stated", "inferred", "unresolved"]
LEVELS: dict[Level, str] = {"stated": "nêu rõ", "inferred": "suy ra", "unresolved": "chưa rõ"}


class State(NamedTuple):
    """How sure a fact is: one of three levels, and why, in Vietnamese."""

    level: Level
    why: str = ""

    @property
    def label(self) -> str:
        return LEVELS[self.level]

    @property
    def css(self) -> str:
        return f"is-{self.level}"


STATED = State("stated")


def date_state(basis: str, precision: str, reason: str) -> State:
    """The state of a meeting's date."""
    level: Level = "stated"
    if precision == "unknown" or (basis == "unknown" and precision != "not_after"):
        level = "unresolved"
    elif basis not in ("stated", "editor") or precision == "not_after":
        level = "inferred"
    return State(level, reason or DATE_BASES.get(basis, ""))


def office_state(bases: Iterable[str]) -> State:
    """The state of an office's organisation, ``bases`` being those of all places where it is printed."""
    found = set(bases)
    if not found or "printed" in found:
        return STATED
    return State("inferred", "Tên cơ quan suy từ lời văn bên cạnh.")


def place_state(basis: str, reason: str) -> State:
    """The state of a meeting's place."""
    level: Level = {"stated": "stated", "editor": "stated", "unknown": "unresolved"}.get(basis, "inferred")  # type: ignore[assignment]
    return State(level, reason or PLACE_BASES.get(basis, ""))


def day(date: dt.date | None) -> str:
    """ "25-12-2025", as the outlets that the archive reads write it; "chưa rõ ngày" for None."""
    return f"{date.day}-{date.month}-{date.year}" if date else "chưa rõ ngày"


def days_in(text: str) -> str:
    """Days inside a text, which facts write as ISO 8601, as people write them."""

    def told(found: re.Match[str]) -> str:
        try:
            return day(dt.date.fromisoformat(found.group()))
        except ValueError:  # no day of any calendar: some number
            return found.group()

    return _ISO_DAY.sub(told, text)


def short_day(date: dt.date | None) -> str:
    """ "25-12", where a heading already says the year."""
    return f"{date.day}-{date.month}" if date else "?"


def when(
    date: dt.date | None,
    precision: str,
    *,
    end: dt.date | None = None,
    not_after: dt.date | None = None,
    part_of_day: str | None = None,
) -> str:
    """A date with just the exactness that is known, never more."""
    if precision == "not_after" or (date is None and not_after is not None):
        return f"không muộn hơn {day(not_after or date)}"
    if date is None or precision == "unknown":
        return "chưa rõ ngày"
    if precision == "year":
        return f"năm {date.year}"
    if precision == "month":
        return f"tháng {date.month}-{date.year}"
    if end is not None and end != date:
        return f"{date.day if same_month(date, end) else day(date)}–{day(end)}"
    return f"{part_of_day} {day(date)}" if part_of_day else day(date)


def listed(meeting: Meeting, year: bool) -> str:
    """A meeting's date in a list; ``year`` where no heading above it says the year."""
    date = meeting.date or meeting.not_after
    if date is None:
        return "chưa rõ ngày"
    if meeting.date_precision == "year":
        return str(date.year) if year else "không rõ tháng"
    if meeting.date_precision == "month":
        return f"{date.month}-{date.year}" if year else f"tháng {date.month}"
    if meeting.end is not None and meeting.end != date:
        end = day(meeting.end) if year else short_day(meeting.end)
        return f"{date.day if same_month(date, meeting.end) else short_day(date)}–{end}"
    return day(date) if year else short_day(date)


def same_month(one: dt.date, other: dt.date) -> bool:
    """Whether two days lie in one month of one year."""
    return (one.year, one.month) == (other.year, other.month)


def span(first: dt.date | None, last: dt.date | None) -> str:
    """First and last sighting."""
    if first is None and last is None:
        return "chưa rõ ngày"
    if first == last or last is None or first is None:
        return day(first or last)
    return f"{day(first)} – {day(last)}"


def number(value: float | int) -> str:
    """6373 -> "6.373", 12.5 -> "12,5": "." separates thousands, "," the decimals."""
    if isinstance(value, int) or float(value).is_integer():
        return f"{int(value):,}".replace(",", ".")
    whole, _, decimals = f"{abs(value):.6f}".rstrip("0").partition(".")
    sign = "-" if value < 0 else ""
    return f"{sign}{int(whole):,}".replace(",", ".") + "," + decimals


def quantity(figure: Figure) -> str:
    """Value with its qualifier and unit as printed: "hơn 2.400", "3–4%"."""
    if isinstance(figure.value, tuple):
        text = f"{number(figure.value[0])}–{number(figure.value[1])}"
    else:
        text = number(figure.value)
    if figure.qualifier:
        text = f"{figure.qualifier} {text}"
    if figure.unit:
        text += figure.unit if figure.unit == "%" else f" {figure.unit}"
    return text


def office(printed: Office) -> str:
    """An office in one line as printed, with its status where the printed words do not say it themselves."""
    name = f"{printed.label} {printed.organization}" if printed.organization else printed.label
    form, said = OFFICE_STATUS[printed.status]
    return name if any(word in f"{name} ".casefold() for word in said) else form.format(name)


def office_as_printed(office_spell: OfficeSpell) -> str:
    """An office over time as it was printed most often; of equals, as it was printed last."""
    count: dict[str, int] = {}
    for sighting in office_spell.sightings:
        printed = office(sighting.office)
        count[printed] = count.get(printed, 0) + 1
    if not count:
        return office_spell.label
    return max(reversed(list(count)), key=count.__getitem__)


def size(count: int) -> str:
    """Bytes for people: "312 KB", "1,4 MB"."""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{number(round(count / 1000))} KB"
    return f"{number(round(count / 1_000_000, 1))} MB"


def capital(text: str) -> str:
    """First letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(text: str) -> int:
    """ "XIII" -> 13; 0 for what is no Roman numeral."""
    total = 0
    digits = [_ROMAN.get(c, 0) for c in text.upper()]
    if not all(digits):
        return 0
    for digit, following in zip(digits, [*digits[1:], 0], strict=True):
        total += digit if digit >= following else -digit
    return total


def known_day(meeting: Meeting) -> dt.date | None:
    """The day a meeting is listed under: its own, else the latest possible one."""
    return meeting.date or meeting.not_after


def moment(meeting: Meeting) -> str:
    """That day in ISO 8601, no more exact than it is known: "2025-08-20", "2025-08", "2025"; "" where none is known."""
    date = known_day(meeting)
    return date.isoformat()[: {"year": 4, "month": 7}.get(meeting.date_precision, 10)] if date else ""
