"""A position in a flat view in, the number printed there out: "6.373", "10,5 triệu", "3 - 4%", "266/838"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

Value = int | float | tuple[int | float, int | float]

# "." between groups of three is the thousands' separator, "," the decimal one; "4.7" or "1,234,567" read as printed
# abroad.
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?|\d{1,12}(?:,\d{1,3})?"
_ONE = re.compile(rf"(?P<n>{_DIGITS})(?!\d)")
_RANGE = re.compile(rf"\s?(?:-|đến|tới)\s?(?P<n>{_DIGITS})(?![\d/])")
_WITHIN = re.compile(
    rf"\s(?:trong(?: tổng)?(?: số)?|trên tổng số)\s(?P<n>{_DIGITS})(?![\d/.-])"
)  # "95 trong 173 đơn vị"
_SMALLER = re.compile(rf"\s(?P<n>{_DIGITS})\s?(?P<scale>triệu|nghìn|ngàn)(?!\w)")
_PER = re.compile(r"(?:/[^\W\d_]{1,8}){1,3}(?![\w/])")
_OF = re.compile(rf"/(?P<n>{_DIGITS})(?![\d/.-])")


class Number(NamedTuple):
    """A number at ``view[start:end]`` with its unit; ``of`` is the whole of "266/838", printed from ``whole`` on, where
    the part ends at ``part``."""

    start: int
    end: int
    value: Value
    unit: str | None
    scale: str | None
    plain: bool  # one number without decimals or separators
    of: int | float | None = None
    part: int = 0
    whole: int = 0


def _value(written: str) -> int | float:
    if "," in written:
        return float(written.replace(".", "").replace(",", "."))
    return int(written.replace(".", ""))


def _times(value: int | float, scale: int) -> int | float:
    product = value * scale
    return round(product) if abs(product - round(product)) < 1e-6 * scale else product


def read_number(view: str, at: int, words: Mapping[str, Any]) -> Number | None:
    """The number that starts at ``at``, ranges and parts of wholes read as one. ``words``: patterns of figures.yml."""
    found = _ONE.match(view, at)
    if found is None:
        return None
    low, end = _value(found.group("n")), found.end()
    high: int | float | None = None
    whole: int | float | None = None
    part_end = whole_at = 0
    if more := _RANGE.match(view, end):
        second = _value(more.group("n"))
        after = view[more.end() : more.end() + 1]
        if second > low and after not in ("-", "/", "."):
            high, end = second, more.end()
    elif part := _OF.match(view, end) or _WITHIN.match(view, end):
        second = _value(part.group("n"))
        # "kết nạp 26/25 đảng viên": more than was planned; but "26/9" is rather a day.
        if second >= low or (second > 12 and second >= 0.6 * low):
            whole, part_end, whole_at, end = second, end, part.start("n"), part.end()
    scale_name: str | None = None
    scale = 1
    if named := words["scale"].match(view, end):
        scale_name, scale = named.group("scale"), words["scales"][named.group("scale")]
        end = named.end()
        if again := words["scale"].match(view, end):  # "2 nghìn tỷ đồng"
            scale_name, scale = f"{scale_name} {again.group('scale')}", scale * words["scales"][again.group("scale")]
            end = again.end()
    if scale > 1 and high is None and (smaller := _SMALLER.match(view, end)) is not None:
        # "12 tỉ 500 triệu đồng" is 12.500 triệu đồng.
        under = words["scales"][smaller.group("scale")]
        if under < scale and words["money"].match(view, smaller.end()):
            low = low * (scale // under) + _value(smaller.group("n"))
            scale_name, scale, end = smaller.group("scale"), under, smaller.end()
    unit: str | None = None
    per = ""
    if money := words["money"].match(view, end):
        unit = " ".join(filter(None, (scale_name, words["unit_names"][money.group("money")])))
        end, scale = money.end(), 1
    elif measured := words["unit"].match(view, end):
        unit = words["unit_names"][measured.group("unit")]
        end = measured.end()
    if unit is not None and (rate := _PER.match(view, end)):
        per, end = rate.group(), rate.end()  # "triệu đồng/người/tháng"
    value: Value = _times(low, scale) if high is None else (_times(low, scale), _times(high, scale))
    plain = found.group("n").isdecimal() and high is None and whole is None
    return Number(at, end, value, unit + per if unit else None, scale_name, plain, whole, part_end, whole_at)
