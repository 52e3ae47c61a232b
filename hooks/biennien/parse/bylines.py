"""Lines with the authors' names: "THU MẪU - VĂN DỤ", "Bài, ảnh: Thu Mẫu", "Theo …"."""

from __future__ import annotations

import re

from ..text import compare_key
from .lines import Words, ends, low, pattern, shouted, stamped

_SEPARATORS = re.compile(r"\s+[-–—&•·]\s+|\s*[,;/|]\s*|\s+\+\s+|\s+và\s+|(?<=[^\W\d_])[-–](?=[^\W\d_]{2})|\s*&\s*")
_DAY = r"(?:ngày\s)?\d{1,2}\s?[/\-.]\s?\d{1,2}(?:\s?[/\-.]\s?\d{2,4})?"
_HOUR = r"\d{1,2}\s?[:hg]\s?\d{2}"
_DATE = re.compile(rf"[\s,|(\-–]+(?:{_DAY}(?:[\s,|\-–]+{_HOUR})?|{_HOUR}(?:[\s,|\-–]+{_DAY})?)[\s)]*$", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S+")
_INSIDE = re.compile(r"\((?:[^()]*)\)")
_URL = re.compile(r"https?://\S+")
_POST = pattern(r"(?P<name>[%U]\w*(?: [%U]\w*){1,3})\s?[-–,]\s?(?P<desk>[%U][^.:;]{1,60})")
_PERSON = pattern(r"[%U][^\W\d_%U]*(?: [%U][^\W\d_%U]*){1,3}")
_AUTHORS = ("phóng viên", "pv", "ctv", "cộng tác viên", "nhóm")
_LETTERS = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+){0,3}\.?")
_DESK_CODE = re.compile(r"[A-ZĐ]{2,5}\d")  # "VOV1"
# Somebody told of or shown, not an author: authors sign without "Ông".
_CALLED = re.compile(r"(?:Ông|Bà|Đồng chí|Đ/c|Đại biểu|ĐBQH|Cử tri|NSƯT|NSND)\s")
_PICTURES = re.compile(r"(?:ảnh|clip|video)\s?:\s*", re.IGNORECASE)  # "Tin: Thu Mẫu; Ảnh: Văn Dụ"


def _names(text: str) -> list[str]:
    parts = (_PICTURES.sub("", part.strip(" .:()[]*_")) for part in _SEPARATORS.split(text))
    return [part for part in parts if part]


def _name_like(name: str) -> bool:
    """One to four capitalised words: a name or a pen name."""
    parts = name.split()
    return 1 <= len(parts) <= 5 and all(
        (_LETTERS.fullmatch(p) and p[0].isupper()) or _DESK_CODE.fullmatch(p) for p in parts
    )


def _plausible(name: str, words: Words) -> bool:
    """Whether the words in capitals can be a name: they begin and end with syllables that names have."""
    parts = [p for p in low(name).replace(".", " ").split() if len(p) > 1]
    return not parts or (parts[0] in words.name_syllables and parts[-1] in words.name_syllables)


def byline_start(text: str, words: Words) -> int:
    """Length of the words that open a byline ("Bài, ảnh:"); 0 when there are none."""
    start = low(text[:60])
    if not start.startswith(words.bylines):
        return 0
    for opening in words.bylines:
        if start.startswith(opening):
            after = start[len(opening) : len(opening) + 1]
            if not after.isalnum() and (opening.endswith(":") or after in ("", ":", " ")):
                return len(opening) + (1 if after == ":" else 0)
    return 0


def _known(name: str, words: Words) -> bool:
    """Whether a name is an outlet's, or stands for any author."""
    key = compare_key(name)
    return key in words.outlets or key in words.byline_words


def is_byline(text: str, words: Words, end: bool) -> bool:
    """Whether a line is a byline. ``end``: nothing of the article follows, so that a bare name is one too."""
    text = text.strip(" *_.|-–")
    if not text or len(text) > 120 or _PICTURES.match(text) or _CALLED.match(text):
        return False
    if compare_key(text).strip("() ") in words.byline_words or compare_key(_INSIDE.sub("", text)) in words.byline_words:
        return True
    inner = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    opening = byline_start(inner, words)
    if opening and low(inner[:opening]).startswith(words.sure_bylines) and len(inner) - opening <= 60:
        return inner[opening:].strip(" :.") != "" and not ends(inner.rstrip("."))
    if opening:
        rest = _INSIDE.sub("", inner[opening:]).strip(" :")
        names = _names(rest)
        return (
            0 < len(rest) <= 80
            and len(names) <= 6
            and all(_name_like(n) or compare_key(n) in words.outlets for n in names)
            and (low(inner[:4]) != "theo" or not rest.endswith(","))
        )
    if _MAIL.fullmatch(text):
        return True
    text = _MAIL.sub("", text).strip(" *_.|-–()") if "@" in text else text
    post = _POST.fullmatch(text) if end else None
    if post is not None and words.desks.match(low(post["desk"])) and _plausible(post["name"], words):
        return True  # "Thu Mẫu - Văn phòng Huyện ủy"
    outside = _INSIDE.sub("", f" {text}")
    bare = _DATE.sub("", outside if outside.strip() else f" {inner}").strip(" ,|-–")
    end = end or (_DATE.search(f" {text}") is not None and bare != "")  # "Thu Mẫu - 05/03/2025"
    names = _names(bare)
    if not names or len(names) > 5 or not all(_name_like(n) or _known(n, words) for n in names):
        return False
    known = [n for n in names if _known(n, words)]
    if words.not_bylines.search(low(bare)):
        return False
    people = [n for n in names if n not in known]
    if not people:
        return end and bool(known)
    lengths = [len(n.split()) for n in people]
    if shouted(bare):
        if not all(_plausible(n, words) for n in people):
            return False
        return max(lengths) <= 4 and (min(lengths) >= 2 or len(names) > 1 or "." in bare or end)
    return max(lengths) <= 4 and (end or bool(known)) and (min(lengths) >= 2 or len(names) > 1 or end)


def is_name(text: str, words: Words) -> bool:
    """Whether a line is nothing but names, as far as their syllables tell."""
    return is_byline(text, words, True) and all(_plausible(n, words) for n in _names(_INSIDE.sub("", text)))


def several_names(text: str, words: Words) -> bool:
    """Whether a line is two or more names in a row: "Thu Mẫu - Văn Dụ"."""
    if shouted(text) or not is_byline(text, words, True):
        return False
    parts = _names(_INSIDE.sub("", text))
    return len(parts) > 1 and all(_PERSON.fullmatch(p) for p in parts)


def announces_author(text: str, words: Words) -> bool:
    """Whether a line at the very top says by its first words that it is no headline: "Bài và ảnh: …", "Theo Báo …"."""
    opening = byline_start(text, words)
    if not opening or shouted(text):
        return False
    return text[opening - 1] == ":" or low(text[:opening]).startswith(_AUTHORS)


def byline_names(text: str, words: Words) -> list[str]:
    """The names in a byline, capitals as in a name."""
    text = text.strip(" *_.|")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    text = text[byline_start(text, words) :]
    if low(text).startswith("nguồn:"):
        text = text[6:]
    post = _POST.fullmatch(text)
    if post is not None and words.desks.match(low(post["desk"])):
        return [post["name"]]
    text = _MAIL.sub("", _DATE.sub("", _INSIDE.sub("", _URL.sub("", text))))
    names = []
    for part in _names(text):
        if compare_key(part) in words.byline_words:
            continue
        name = part[byline_start(part, words) :].strip(" :")
        if not name or compare_key(name) in words.byline_words or any(c.isdigit() for c in name) or stamped(name):
            continue
        if shouted(name) and compare_key(name) not in words.outlets and "." not in name:
            name = " ".join(w[0] + w[1:].lower() for w in name.split())
        names.append(name)
    return names
