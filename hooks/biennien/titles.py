"""Kind, session and body of a meeting in, the words by which pages call it out: "Hội nghị tổng kết của Thành ủy …"."""

from __future__ import annotations

import re

from .text import compare_key

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# A party congress is its organisation's (Đảng bộ), whatever committee the organisation is listed under.
_PARTY_OF = (
    (re.compile(r"^(?:Ban Thường vụ |Ban Chấp hành )?Đảng (?:ủy|bộ) ", re.IGNORECASE), "Đảng bộ "),
    (re.compile(r"^(?:Ban Thường vụ )?Thành ủy (?=TP)", re.IGNORECASE), "Đảng bộ "),
    (re.compile(r"^(?:Ban Thường vụ )?Thành ủy ", re.IGNORECASE), "Đảng bộ thành phố "),
    (re.compile(r"^(?:Ban Thường vụ )?Tỉnh ủy ", re.IGNORECASE), "Đảng bộ tỉnh "),
)
# "Hội nghị công bố quyết định của Thành ủy …" would read as a decision of that committee; the deciding body is another
# one more often than not, and so is the author of a resolution that is studied or summed up.
_ENDS_IN_A_DOCUMENT = re.compile(r"(?:quyết định|nghị quyết|chỉ thị|kết luận|quy định|văn kiện)$", re.IGNORECASE)
_OWN_PHASE = re.compile(r"phiên (?:trù bị|chính thức|khai mạc|bế mạc|làm việc|trọng thể)")

_SITTING = re.compile(r"kỳ họp", re.IGNORECASE)
_COUNTED = re.compile(r"(?<!\w)thứ (?:nhất|hai|ba|tư|năm|\d{1,3})(?!\w)")


def meeting_title(kind: str | None, session: str | None, body: str | None, printed: str | None) -> str | None:
    """The title, or None where not even the kind is known. ``printed``: the body's name as most articles print it."""
    if not kind:
        return None
    party = (printed or "").casefold().startswith("đảng bộ")
    if _OWN_PHASE.match(kind) and (party or "đại hội" in kind):
        # One phase of a congress, whose session the articles count, not the phase's.
        kind = kind if "đại hội" in kind else f"{kind} đại hội"
    committee = (printed or "").casefold().startswith("ban chấp hành đảng bộ")
    if committee and session and "ban chấp hành" not in kind.casefold():
        kind += " Ban Chấp hành Đảng bộ"
    congress = "đại hội" in kind and "ban chấp hành" not in kind.casefold()
    number = f" lần thứ {_roman(session) if congress else session}" if session else ""
    if session and _SITTING.match(kind):  # sittings are counted "thứ nhất", "thứ 2"
        number = " thứ nhất" if session == "1" else f" thứ {session}"
    if session and (re.search(rf"lần (?:thứ )?{re.escape(session)}\b", kind) or _COUNTED.search(kind)):
        number = ""
    name = body or printed
    if name is not None and kind.casefold().endswith("ban chấp hành"):
        name = name.removeprefix("Ban Thường vụ ")  # who calls the committee together is not whose meeting it is
    if name is None or compare_key(name) in compare_key(kind):
        return _capital(kind + number)
    if congress or kind.casefold().endswith("đảng bộ"):
        name = _party(name)
        overlap = re.sub(r"\s*đảng bộ$", "", kind, flags=re.IGNORECASE)
        return _capital(f"{overlap} {name}{number}" if name.startswith("Đảng bộ") else f"{kind}{number} của {name}")
    if _ENDS_IN_A_DOCUMENT.search(kind):
        return _capital(f"{name}: {kind}{number}")
    return _capital(f"{kind}{number} của {name}")


def _party(name: str) -> str:
    for pattern, instead in _PARTY_OF:
        if pattern.search(name):
            return pattern.sub(instead, name, count=1)
    return name


def _roman(number: str) -> str:
    """Congresses are counted in Roman numerals; what is no number below 40 stays as it is."""
    if not number.isdecimal() or not 0 < int(number) < 40:
        return number
    left, out = int(number), ""
    for value, digits in _ROMAN:
        while left >= value:
            out, left = out + digits, left - value
    return out


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
