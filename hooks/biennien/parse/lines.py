"""What one line of an article looks like: stamps, share bars, outlets' marks, headings. No line knows another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..entities import Outlet
from ..model import BlockKind
from ..text import compare_key, tone_normal
from ..vocabulary import words as vocabulary

CAPITALS = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"  # "À-Ỹ" has small letters too


def pattern(text: str) -> re.Pattern[str]:
    """A compiled expression in which %U stands for the capitals inside a set."""
    return re.compile(text.replace("%U", CAPITALS))


@dataclass(slots=True)
class Piece:
    """A block in the making."""

    kind: BlockKind
    text: str
    line: int
    credit: str | None = None


@dataclass(frozen=True, slots=True, eq=False)  # compiled once: one is another only if it is the same
class Words:
    """The vocabulary of boilerplate, compiled, with the outlets' names."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    named_starts: tuple[str, ...]  # some of these, with which a sentence may begin, too
    sections: frozenset[str]
    teasers: frozenset[str]
    teaser_starts: tuple[str, ...]
    menus: frozenset[str]
    menu_starts: frozenset[str]  # first words of sections and menus
    captions: re.Pattern[str]  # with which people without names begin
    scenes: tuple[str, ...]  # with which only captions begin
    first_captions: tuple[str, ...]
    sentence_captions: tuple[str, ...]
    givers: tuple[str, ...]
    objects: re.Pattern[str]  # things and places with which captions begin
    seen: re.Pattern[str]
    bodies: re.Pattern[str]  # organs and meetings
    caption_verbs: re.Pattern[str]
    poses: re.Pattern[str]
    photographed: re.Pattern[str]
    gives: re.Pattern[str]
    gifts: re.Pattern[str]
    tells: re.Pattern[str]
    asserts: re.Pattern[str]  # of somebody who tells, in a sentence
    states: re.Pattern[str]  # … how things stand
    finite: re.Pattern[str]  # verbs
    no_tells: re.Pattern[str]  # phrases with a word of these three in another sense
    events: re.Pattern[str]
    narrates: re.Pattern[str]
    placed: re.Pattern[str]
    placed_full: re.Pattern[str]
    gallery: re.Pattern[str]
    openings: re.Pattern[str]  # where the text goes on behind a photographer's name
    open_points: Mapping[str, int]
    closed_points: Mapping[str, int]
    enough: int
    bylines: tuple[str, ...]
    sure_bylines: tuple[str, ...]  # behind which a desk or an office may stand instead of a name
    byline_words: frozenset[str]
    desks: re.Pattern[str]  # offices behind an author's name
    not_bylines: re.Pattern[str]
    adverts: frozenset[str]  # below what an advertiser says
    credit: re.Pattern[str]
    credit_start: re.Pattern[str]
    name_syllables: frozenset[str]
    common_surnames: frozenset[str]
    leaders: re.Pattern[str]  # honorifics and titles with which the description of a person begins
    people: re.Pattern[str]  # what stands before a name in captions: "MC", "Doanh nhân"
    outlets: Mapping[str, str]  # compare key of a printed name -> that name

    @staticmethod
    def of(outlets: Mapping[str, Outlet], extension: Path | None = None) -> Words:
        """The words for these outlets, with the editors' additions; compiled once per set of names."""
        names = tuple(n for o in outlets.values() for n in (o.short, o.name, *o.aliases, *o.hosts))
        return _compiled(names, extension)


_SURE = re.compile(r"tin|bài|ảnh|tác giả|thực hiện|biên tập|người")


_LINE = 400  # characters of a line that is asked for more than once


def low(text: str) -> str:
    """Lower case, one tone placement; as long as the text wherever lower case is."""
    return _low(text) if len(text) <= _LINE else tone_normal(text).lower()


@lru_cache(maxsize=1024)
def _low(text: str) -> str:
    """Kept for an article's lines: each is looked at from many sides."""
    return tone_normal(text).lower()


def _starts(values: list[str]) -> tuple[str, ...]:
    return tuple(sorted({low(str(v)) for v in values}, key=lambda v: (-len(v), v)))


def _any(values: list[str]) -> str:
    return "|".join(re.escape(v) for v in _starts(values))


def _any_as_written(values: list[str]) -> str:
    return "|".join(re.escape(tone_normal(v)) for v in sorted(map(str, values), key=lambda v: (-len(v), v)))


def _opening(values: list[str]) -> re.Pattern[str]:
    """Any of these as whole words where a lower-case text is matched."""
    return re.compile(rf"(?:{_any(values)})(?![^\W_])")


def _whole(values: list[str]) -> re.Pattern[str]:
    """Any of these as whole words of a lower-case text."""
    return re.compile(rf"(?<!\w)(?:{_any(values)})(?!\w)")


@lru_cache(maxsize=8)
def _compiled(names: tuple[str, ...], extension: Path | None) -> Words:
    data = vocabulary("boilerplate", extension)
    shown = vocabulary("captions", extension)
    people = vocabulary("surnames", extension)
    titles = vocabulary("offices", extension)
    forms = vocabulary("honorifics", extension)
    credit = "|".join(re.escape(str(c)) for c in sorted(shown["credits"], key=lambda c: -len(str(c))))
    credit = credit.replace("họa", "h(?:ọa|oạ)")  # as it is written with either placement of its tone
    events = _any(shown["events"])
    at = "tại|ở|dự|chào mừng|ra mắt|khai mạc|bế mạc|chỉ đạo|kết luận|điều hành|chủ trì|phục vụ|dự và chủ trì"
    lead = [
        *forms["one"],
        *forms["many"],
        *titles["titles"],
        *titles["implied"],
        "Phó Bí thư",
        "Phó Chủ tịch",
        "Phó Giám đốc",
        "Trưởng",
        "Phó Trưởng",
        "Chánh",
        "Phó Thủ tướng",
        "Nguyên",
        "Tân",
        "Cựu",
        *titles["ranks"],
    ]
    lead += [f"Phó {t}" for t in titles["titles"]]
    return Words(
        lines=frozenset(compare_key(str(w)) for w in data["lines"]),
        starts=_starts(data["starts"]),
        named_starts=_starts(data["named_starts"]),
        sections=frozenset(compare_key(str(w)) for w in data["sections"]),
        menus=frozenset(compare_key(str(w)) for w in data["menus"]),
        menu_starts=frozenset(compare_key(str(w)).split()[0] for w in (*data["menus"], *data["sections"])),
        teasers=frozenset(compare_key(str(w)) for w in data["teasers"]),
        teaser_starts=_starts(data["teaser_starts"]),
        captions=_opening(shown["captions"]),
        scenes=_starts(shown["scenes"]),
        first_captions=_starts(shown["first_captions"]),
        sentence_captions=_starts(shown["sentence_captions"]),
        givers=_starts(shown["givers"]),
        objects=_opening(shown["objects"]),
        seen=_whole(shown["seen"]),
        bodies=_opening(shown["bodies"]),
        caption_verbs=_whole(shown["caption_verbs"]),
        poses=_whole(shown["poses"]),
        photographed=_whole(shown["photographed"]),
        gives=_whole(shown["gives"]),
        gifts=_whole(shown["gifts"]),
        tells=_whole(shown["tells"]),
        asserts=_whole(shown["asserts"]),
        states=_whole(shown["states"]),
        finite=_whole(shown["finite"]),
        no_tells=_whole(shown["no_tells"]),
        events=_opening(shown["events"]),
        narrates=_opening(shown["narrates"]),
        placed=re.compile(rf"(?<!\w)(?:{at})(?: phiên)? (?:{events})$"),
        placed_full=re.compile(rf"(?<!\w)(?:{at}) (?:{events})(?: [\w./-]+){{1,16}}$"),
        gallery=re.compile(rf"[^\w]*(?:{_any(shown['galleries'])})(?!\w)"),
        openings=re.compile(rf"(?<!\w)(?:{_any_as_written(shown['openings'])})(?=[ ,])"),
        open_points={str(k): int(v) for k, v in shown["open_points"].items()},
        closed_points={str(k): int(v) for k, v in shown["closed_points"].items()},
        enough=int(shown["enough"]),
        bylines=_starts(data["bylines"]),
        sure_bylines=tuple(b for b in _starts(data["bylines"]) if b.endswith(":") and _SURE.search(b)),
        desks=_opening(data["desks"]),
        byline_words=frozenset(compare_key(str(w)) for w in data["byline_words"]),
        not_bylines=_whole(data["not_bylines"]),
        adverts=frozenset(compare_key(str(w)) for w in data["adverts"]),
        # "… tại hội nghịẢnh: A": the space before a credit is often lost where a page was copied.
        credit=re.compile(
            rf"(?:(?<!\w)|(?<=(?-i:[a-zà-ỹđ]))(?=(?-i:Ảnh|ẢNH|Nguồn)))(?P<word>{credit})\s?(?P<colon>:)\s?",
            re.IGNORECASE,
        ),
        credit_start=re.compile(rf"^[(\[*_\s]*(?:{credit})\s?:\s?", re.IGNORECASE),
        name_syllables=frozenset(
            low(w)
            for part in ("common", "other", "middle", "given")
            for phrase in people[part]
            for w in str(phrase).split()
        ),
        common_surnames=frozenset(low(w) for w in people["common"]),
        leaders=_opening([str(w) for w in lead]),
        people=_opening(shown["people"]),
        outlets={compare_key(n): n for n in reversed(names)},
    )


# --- stamps -------------------------------------------------------------------------------------------------------
_STAMP = re.compile(r"\s*date\s+(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])\s*", re.IGNORECASE)
_DAY_NAME = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])"
_HOUR = r"\d{1,2}[:hg]\d{2}(?::\d{2})?(?:\s*(?:am|pm|sa|ch|sáng|chiều|tối))?"
_CLOCK = re.compile(
    rf"(?:{_DAY_NAME}\s*[,:|\-–]?\s*)?(?:ngày\s*)?"
    rf"(?P<first>{_HOUR}\s*[,|\-–]?\s*(?:{_DAY_NAME}\s*[,|\-–]?\s*)?(?:ngày\s*)?)?"
    r"(?P<d>\d{1,2})\s?[/.\-–]\s?(?P<m>\d{1,2})\s?[/.\-–]\s?(?P<y>\d{4}|\d\d(?!\d))"
    rf"(?P<last>\s*[,|\-–•]?\s*(?:{_DAY_NAME}\s*[,|]?\s*)?{_HOUR})?\s*(?:\(?gmt\s?\+\s?7\)?)?\s*[|\-–.]?\s*",
    re.IGNORECASE,
)
_CLOCK_WORDS = re.compile(
    r"^\s*(?:cập nhật(?: lúc| ngày)?|đăng (?:lúc|ngày)|ngày (?:đăng|cập nhật)|xuất bản)\s*:?\s*"
    r"|(?:số )?lượt (?:xem|đọc)\s*:?\s*[\d.,]+\s*$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|gmt", re.IGNORECASE)


def stamp(text: str) -> tuple[int, dt.date | None] | None:
    """(length, day) of a leading " date 2025-10-01 "; the day is None where only a month or no real day is given."""
    found = _STAMP.match(text)
    if found is None:
        return None
    year, month, day = found.groups()
    return found.end(), _day(int(year), int(month), int(day)) if day else None


def clock(text: str) -> tuple[bool, dt.date | None]:
    """(whether the line is a time stamp and nothing else, its day): "Thứ tư, 01/10/2025, 08:30 (GMT+7)"."""
    if len(text) > 110:
        return False, None
    labelled = _CLOCK_WORDS.search(text) is not None
    text = _CLOCK_WORDS.sub("", text).strip(" ()|-–•")
    found = _CLOCK.fullmatch(text)
    if found is None:
        return False, None
    sure = bool(found.group("first") or found.group("last") or _WEEKDAY.search(text) or labelled)
    short = len(found.group("y")) == 2  # "05-03-25 08:15"; without the hour it could be any number
    if short and not (found.group("first") or found.group("last")):
        return False, None
    year = int(found.group("y")) + (2000 if short else 0)
    return True, _day(year, int(found.group("m")), int(found.group("d"))) if sure else None


_SIGNED_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{4})(?!\d)")


def day_signed(text: str) -> dt.date | None:
    """The day beside an author's name: "Thu Mẫu - 05/03/2025 08:30"."""
    found = _SIGNED_DAY.search(text)
    return _day(int(found.group(3)), int(found.group(2)), int(found.group(1))) if found is not None else None


_MONTH_WORDS = {
    **{w: n for n, w in enumerate(("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)},
    **{"bốn": 4, "mười một": 11, "mười hai": 12},
}
_ENGLISH = {
    **{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6},
    **{"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12},
}
_MONTH_WORD = "|".join(sorted(_MONTH_WORDS, key=lambda w: (-len(w), w)))
_ENGLISH_WORD = rf"(?:{'|'.join(_ENGLISH)})[a-z]{{0,6}}"
# All that a stamp may hold besides an author or a section; what remains of a line without it is one of these.
_STAMP_PARTS = re.compile(
    rf"{_DAY_NAME}(?!\w)|ngày đăng(?: bài)?|\[?\(?gmt\s?\+\s?0?7(?::00)?\)?\]?|\d{{1,2}} giờ(?: \d{{1,2}}(?: phút)?)?|"
    r"(?:lần )?cập nhật(?: lúc| ngày| lần cuối| cuối)?|ngày (?:phát hành|xuất bản|đăng tin)|thời gian(?: đăng)?|ngày|"
    r"(?:đăng|xuất bản|đăng tải)(?: lúc| ngày)?|(?:số )?lượt (?:xem|đọc)|bình luận|tác giả|người đăng|đăng bởi|"
    r"(?<!\w)(?:published|posted|updated)(?: on| at)?(?!\w)|"
    r"(?<!\w)(?:sáng|chiều|tối|am|pm|sa|ch|xem|đọc|lúc|views?|a)(?!\w)|"
    r"[\d:/.,|•·\-–—()\[\]+\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]+"
)
_FULL_DAY = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:\s?[/.\-–]\s?|,?\s+(?:tháng|th)\s?)(?P<m>\d{1,2})"
    r"(?:\s?[/.\-–]\s?|,?\s+(?:năm\s+)?)(?P<y>\d{4})(?!\d)"
    r"|(?<![\d/-])(?P<y2>(?:19|20)\d\d)-(?P<m2>\d{1,2})-(?P<d2>\d{1,2})(?=t\d\d:|(?![\w-]))(?:t[\d:.]{5,12}z?)?"
    rf"|(?<!\w)tháng\s(?P<m3>\d{{1,2}}|{_MONTH_WORD})\s(?P<d3>\d{{1,2}}),?\s(?P<y3>\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<d4>\d{{1,2}})\s(?:tháng\s(?P<m4>{_MONTH_WORD})|(?P<m5>{_ENGLISH_WORD})\.?),?\s(?:năm\s)?(?P<y4>\d{{4}})(?!\d)"
    rf"|(?<!\w)(?P<m6>{_ENGLISH_WORD})\.?\s(?P<d6>\d{{1,2}}),?\s(?P<y6>\d{{4}})(?!\d)"
)


def printed_day(plain: str) -> tuple[int, int, dt.date | None] | None:
    """(start, end, day) of the first full date of a lower-case line, in any of the forms that sites print."""
    found = _FULL_DAY.search(plain)
    if found is None:
        return None
    said = {name[0]: value for name, value in found.groupdict().items() if value}
    written = said["m"]
    month = int(written) if written.isdigit() else _MONTH_WORDS.get(written) or _ENGLISH.get(written[:3], 0)
    return found.start(), found.end(), _day(int(said["y"]), month, int(said["d"]))


def stamped(text: str) -> bool:
    """Whether a piece of a line is part of a time stamp: "Thứ Hai", "GMT+7"."""
    return _STAMP_PARTS.fullmatch(low(text)) is not None


# The last three are how weblogs write a day by themselves: "5 tháng 3, 2025", "Tháng Ba 5, 2025", "Mar 5, 2025".
_SURE_STAMP = re.compile(
    r"\d{1,2}\s?[:hg]\s?\d{2}|\d giờ|gmt|thứ|đăng|cập nhật|xuất bản|phát hành|thời gian|lượt|bình luận|"
    r"published|posted|updated|"
    r"\d,?\s(?:tháng|th)\s?\d{1,2}(?:,|\s\d{4})|tháng [^\W\d]+(?: [^\W\d]+)?,? \d|"
    r"(?<!\w)[a-z]{3,9}\.? \d{1,2}, \d{4}|"
    r"\d [a-z]{3,9}\.?,? \d{4}"
)
_AGO = re.compile(r"\d{1,2} (?:phút|giờ|ngày|tuần|tháng|năm) trước")


def loose_stamp(text: str) -> tuple[str, dt.date | None] | None:
    """(what else a line at the top holds, its day where it is surely that of publication); None for other lines."""
    if len(text) > 110 or not any(c.isdigit() for c in text):
        return None
    plain = low(text)
    if _AGO.fullmatch(plain):
        return "", None
    printed = printed_day(plain)
    if printed is None or len(plain) != len(text):
        return None
    start, end, found = printed
    rest, last = [], 0
    for part in _STAMP_PARTS.finditer(plain[:start] + "|" * (end - start) + plain[end:]):
        rest.append(text[last : part.start()])
        last = part.end()
    rest.append(text[last:])
    words = " ".join(" ".join(rest).split())
    day = found if _SURE_STAMP.search(plain) else None
    return words, day


def set_apart(text: str) -> bool:
    """Whether a line is a few words, a mark, and a date: "Tin mới • Ngày đăng: 05/03/2025"."""
    printed = printed_day(low(text)) if len(text) <= 80 else None
    if printed is None:
        return False
    parts = [p.strip() for p in _MARKS.split(text[: printed[0]]) if p.strip()]
    return bool(parts) and len(parts[0].split()) <= 5 and _MARKS.search(text[: printed[0]]) is not None


_MARKS = re.compile(r"\s+[|•·»–—-]\s+|\s*\|\s*")


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


# --- outlet prefixes ----------------------------------------------------------------------------------------------
_BRACKET = re.compile(r"\(\s*(?P<name>[^()]{2,40})\s*\)\s*(?P<dash>[.\-–—:,]{0,3})\s*")
_CODE = re.compile(
    r"(?P<name>[A-ZĐ][A-ZĐa-z&+]{1,9}(?:\.(?:vn|com|org)){0,2}(?:\s(?:Online|online|điện tử))?)"
    r"\s?(?:[-–—]{1,2}|:\s?)\s*"
)
_DATELINE = pattern(
    r"(?P<place>[%U][\w. ]{1,30}?)\s*\(\s*(?P<name>[A-ZĐ][\w+.&/ ]{1,20}?)(?:\s+\d{1,2}[/\-.]\d{1,2})?\s*\)"
    r"\s*[.\-–—:,]{0,3}\s*"
)
# A code is one, however short and without a dash, before the day with which a report begins: "BT-Sáng 5/3, …".
_BEGINS = r"(?=(?:Sáng|Chiều|Tối|Trưa|Ngày|Hôm|Trong|Tại|Vừa qua|Mới đây|Nhân|Thực hiện)\s)"
_DATED_CODE = re.compile(
    rf"(?:\(\s*(?P<inside>[A-ZĐ][A-ZĐa-z&+.]{{1,14}})\s*\)\s*|(?P<name>[A-ZĐ][A-ZĐ&+]{{1,6}})\s?[-–—]{{1,2}}\s?){_BEGINS}"
)
_HOST = re.compile(r"(?P<name>[a-z][\w.-]{1,30}\.(?:vn|com|net|org))(?:\s*[-–—:]\s*|\s+(?=[A-ZĐ]))", re.IGNORECASE)
_DAY_MONTH = re.compile(r"\s*\d{1,2}[/\-.]\d{1,2}(?:[/\-.]\d{2,4})?\s*$")


def prefix(text: str, words: Words) -> tuple[int, str | None]:
    """(length, printed name) of an outlet's mark before a lead: "(VOH) - ", "LSO-", "Hà Nội (TTXVN 25/12) - "."""
    found = _DATED_CODE.match(text)
    if found is not None:
        name = found.group("inside") or found.group("name")
        if name not in _NOT_CODES:
            return found.end(), words.outlets.get(compare_key(name), name)
    found = _BRACKET.match(text)
    if found is not None:
        name = _DAY_MONTH.sub("", found.group("name"))
        known = words.outlets.get(compare_key(name))
        code = len(name) <= 14 and (name.isupper() or "." in name or "&" in name)
        if known or (found.group("dash") and (code or name[0].isupper()) and len(name.split()) <= 4):
            return found.end(), known or name
        return 0, None
    found = _HOST.match(text)
    if found is not None:
        return found.end(), words.outlets.get(compare_key(found.group("name")), found.group("name"))
    if text.startswith(("TP - ", "TP – ", "ND - ", "ND – ")):
        return 5, text[:2]
    found = _CODE.match(text)
    if found is not None:
        name = found.group("name")
        known = words.outlets.get(compare_key(name))
        # "UNESCO: …", "BMX-Index …": a headline that says who says it, or of whom it is.
        said = (":" in found.group() or not found.group().endswith(" ")) and not ends(text)
        code = name.replace("&", "").isupper() and len(name) >= 3 and name not in _NOT_CODES and not said
        if known or code:
            return found.end(), known or name
    found = _DATELINE.match(text)
    if found is not None and (words.outlets.get(compare_key(found.group("name"))) or found.group("name").isupper()):
        name = found.group("name")
        # "Đại biểu Trần Ví Dụ (TP.HCM) nói …" goes on with the sentence.
        if name.replace(".", "") not in _NOT_CODES and not text[found.end() : found.end() + 1].islower():
            return found.end(), words.outlets.get(compare_key(name), name)
    return 0, None


# Abbreviations that a heading or lead can begin with and that are no outlet.
_NOT_CODES = frozenset(
    (
        "TPHCM",
        "UBND",
        "HĐND",
        "MTTQ",
        "HCM",
        "TP",
        "ĐBQH",
        "QĐND",
        "CAND",
        "LLVT",
        "BTV",
        "BCH",
        "KTXH",
        "UBMTTQ",
        "CNTT",
        "NTM",
        "ANTT",
        "QPAN",
    )
)


# --- forms --------------------------------------------------------------------------------------------------------
_MARKDOWN = re.compile(r"\s*#{1,6}\s+|\s*#{1,6}\s*$")
_EMPHASIS = re.compile(r"^(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1$")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[a-dđ])\s?[.)/]\s?(?=\S)")
_BULLET = re.compile(r"[-+*•–—●▪►]\s")
FINAL = (".", "!", "?", "…", ":", ";", '."', ".”", "!”", "?”", ".)", "…”", ",")


_FILE = re.compile(r"[\w%()\[\]. -]{1,80}\.(?:jpe?g|png|gif|webp|heic|mp4|pdf|docx?)", re.IGNORECASE)


_PICTURE = frozenset(("leftcenterrightdel", "chú thích ảnh", "chú thích", "caption", "ảnh trong bài"))


def is_file(text: str) -> bool:
    """Whether a line is the name of a picture's file, or what a page puts in its place: a caption follows."""
    return _FILE.fullmatch(text.strip()) is not None or compare_key(text).strip(" .:") in _PICTURE


def without_marks(text: str) -> tuple[str, bool]:
    """(the line without Markdown's heading and emphasis marks, whether it was marked as a heading)."""
    found = _MARKDOWN.match(text)
    heading = found is not None and found.end() > 0 and text.strip() != ""
    if found is not None:
        text = text[found.end() :].rstrip().rstrip("#").rstrip() if heading else text
    strong = _EMPHASIS.match(text.strip()) if len(text) < 400 else None
    if strong is not None and "*" not in strong.group(2) and strong.group(1) in ("**", "__", "*"):
        return strong.group(2), heading
    return text, heading


def is_bullet(text: str) -> bool:
    """Whether a line is an item of a list."""
    return _BULLET.match(text) is not None


def is_numbered(text: str) -> bool:
    """Whether a line begins with "3." or "II."."""
    return _NUMBERED.match(text) is not None


def ends(text: str) -> bool:
    """Whether a line ends as a sentence, or as the beginning of a list, does."""
    return text.rstrip().endswith(FINAL)


def shouted(text: str) -> bool:
    """Whether a line's letters are all capitals."""
    if not text.isupper():
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and all(c.isupper() for c in letters)


_COUNTER = re.compile(
    r"(?:thích|like|share|chia sẻ|bình luận|lưu|xem|lượt xem|phản hồi|ý kiến bạn đọc)\s*:?\s*\(?\d+\)?"
)
_FOLLOW = pattern(r"Theo dõi (?:[%U][^.:;]{1,40}|chúng tôi[^.:;]{0,40}|(?:báo|kênh|trang) [^.:;]{1,40})")
_CRUMBS = re.compile(r"\s*[|/>»›→]+\s*")
_ROOTS = frozenset(("trang chủ", "home", "trang nhất"))
_PARTS = re.compile(r"\s*[|•·/]\s*|\s+(?=[A-Za-z]{1,2}[+-]?(?:\s|$))|\s{2,}")
_BUTTONS = frozenset(("a-", "a+", "aa", "a", "+", "-", "1x", "g+", "f"))


def is_boilerplate(text: str, words: Words) -> bool:
    """Whether a whole line is part of a page's frame."""
    if len(text) > 160:
        return False
    if _FILE.fullmatch(text.strip()):
        return True
    key = compare_key(text).strip(" .|:-•>[]()*")
    if not key or key in words.lines or key in words.outlets or compare_key(text) in _BUTTONS - {"a", "f"}:
        return True
    parts = [compare_key(p) for p in _PARTS.split(text.strip()) if p] if len(text) <= 80 else []
    if len(parts) > 1 and all(p in words.lines or p in _BUTTONS for p in parts):
        return True
    plain = low(text)
    named = plain.startswith(words.named_starts) and (len(plain) >= _TOLD or _TOLD_OF.search(plain) is not None)
    if (plain.startswith(words.starts) and not named) or _FOLLOW.fullmatch(text) or _COUNTER.fullmatch(plain):
        return True
    crumbs = _CRUMBS.split(text.strip(" |/>»›→")) if len(text) <= 120 else []
    if len(crumbs) > 1:
        crumbs = [compare_key(p) for p in crumbs]
        known = words.menus | words.sections | words.lines
        if crumbs[0] in _ROOTS or all(c in known for c in crumbs):
            return True
    if _is_menu(text, words):
        return True
    if len(text) <= 60 and all(part.strip().startswith("#") for part in text.split(",")) and "#" in text:
        return True
    return not any(c.isalpha() for c in text)


_TOLD = 100  # characters: what is said at such length of a portal or a licence is told
_TOLD_OF = re.compile(r"(?<!\w)(?:nhận|trân trọng|sẽ|được|đã|tổ chức|giới thiệu|phối hợp)(?!\w)")
_MENU_WORDS = 40
_SECTION_WORDS = 7


def _is_menu(text: str, words: Words) -> bool:
    """Whether a line is the outlet's sections in a row: "CHÍNH TRỊ KINH TẾ VĂN HÓA XÃ HỘI"."""
    if compare_key(text[:20].split(" ", 1)[0]) not in words.menu_starts:
        return False
    parts = compare_key(text).split()
    if not 4 <= len(parts) <= _MENU_WORDS:
        return False
    known = words.sections | words.menus
    reached = [0] + [-1] * len(parts)  # how many sections end behind each word
    for end in range(1, len(parts) + 1):
        for start in range(max(0, end - _SECTION_WORDS), end):
            if reached[start] >= 0 and " ".join(parts[start:end]) in known:
                reached[end] = max(reached[end], reached[start] + 1)
    return reached[-1] >= 3


_NAME_BEHIND = pattern(r" [%U][^\W\d_%U]+(?: [%U][^\W\d_%U]*){1,3}(?=[ ,(:.–-]|$)")


def leads_person(text: str, words: Words) -> bool:
    """Whether a line begins with a person: an honorific, a title, or a name of three and more capitalised syllables.

    "MC", "Doanh nhân" only before a name.
    """
    start = low(text[:60])
    if words.leaders.match(start):
        return True
    called = words.people.match(start)
    if called is not None and _NAME_BEHIND.match(text, called.end()) is not None:
        return True
    syllables = text[:60].split()
    run = 0
    for word in syllables:
        if not (word[:1].isupper() and (word.isalpha() or word.rstrip(",").isalpha())):
            break
        run += 1
        if word.endswith(","):
            break
    return run >= 3 and low(syllables[0]) in words.common_surnames


def like(text: str, other: str) -> float:
    """Share of words that two lines have in common, 0 to 1."""
    one, two = (set(re.findall(r"\w+", low(t))) for t in (text, other))
    return len(one & two) / max(1, min(len(one), len(two))) if one and two else 0.0
