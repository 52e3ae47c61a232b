"""A sentence of the lead in; what kind of meeting it reports, which session, of which term, where and what for, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import vocabulary
from .documents_text import ORDINAL, UPPER, flat, ordinal
from .event_occasion import occasions

_PURPOSE_LIMIT = 300


@dataclass(frozen=True, slots=True)
class KindWords:
    """The vocabulary of meetings, compiled."""

    head: re.Pattern[str]
    qualifier: re.Pattern[str]
    verb: re.Pattern[str]
    verbs: dict[str, str]
    holds: re.Pattern[str]
    holds_before: re.Pattern[str]
    not_this: re.Pattern[str]
    venue: re.Pattern[str]
    bodies: re.Pattern[str]  # kinds of organisations with which a subject may begin


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of meeting as printed at ``view[start:end]``; ``held`` where the sentence says that it is being held."""

    name: str
    start: int
    end: int
    held: bool
    from_verb: bool = False


def _longest(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=4)
def kind_words(extension: Path | None = None) -> KindWords:
    """The compiled vocabulary; ``extension`` is the editors' folder of additions."""
    data: Any = vocabulary.words("meeting_kinds", extension)
    edge = r"(?![^\W_])"
    holds = _longest(data["holds"])
    return KindWords(
        head=re.compile(rf"(?<![^\W_])(?:{_longest(data['heads'])}){edge}"),
        qualifier=re.compile(rf"(?:,|\s?và|\s?-)?\s(?:{_longest(data['qualifiers'])}){edge}(?<!trao(?= đổi))"),
        verb=re.compile(rf"(?<![^\W_])(?P<verb>{_longest(list(data['verbs']))}){edge}"),
        verbs=dict(data["verbs"]),
        holds=re.compile(rf"(?<![^\W_])(?:{holds}){edge}"),
        holds_before=re.compile(
            rf"(?<![^\W_])(?:{holds}|diễn ra|dự|tại|bắt đầu)(?:\s(?:trọng thể|long trọng|trang trọng|thành công|buổi|"
            rf"cuộc|phiên|bài|ngày làm việc thứ nhất|chính thức))*\s$"
        ),
        not_this=re.compile(rf"(?<![^\W_])(?:{_longest(data['not_this'])})\s$"),
        venue=re.compile(rf"(?<![^\W_])(?:tại|ở)\s(?=(?P<head>{_longest(data['venues'])}){edge})"),
        bodies=re.compile(rf"(?:{_longest(data['bodies'])}){edge}"),
    )


_WHOLE_WORD = re.compile(r"(?<![^\W_])(?:đại lễ|tuần lễ|nghi lễ)(?![^\W_])|(?<![^\W_])lễ (?:đường|phục|tân|vật|nghi)")
_NAMED = re.compile(
    r" (?:(?:ông|bà|đồng chí|đoàn|các|lãnh đạo|cử tri|gỡ|nguyên|cựu) |"
    rf"(?:và |, )?(?:trao đổi |làm việc |hội đàm )?với |làm việc )*[{UPPER}]"
)
_TALKS = re.compile(r" (?:với|trực tiếp|chính sách|cùng|giữa)(?![^\W_])")
_MEETING_OF = ("kỳ ", "phiên ", "cuộc ", "buổi ")
_WITH_OBJECT = frozenset({"họp", "trao", "công bố"})
# "tiếp" before such a word, or after "trực", receives nobody.
_NO_GUEST = re.compile(r" (?:nối|tục|sau|đến|xúc|nhận|thu|cận|theo|sức|đó|giáp|viện|tế)(?![^\W_])")


# "nội dung dự kiến tại | kỳ họp thứ 6": one that is yet to be held
_TO_COME = re.compile(
    r"(?<![^\W_])(?:dự kiến|sẽ(?: được)? (?:trình|báo cáo|thông qua|xem xét)|trình|gửi)(?: ra)? (?:tại|đến|tới)\s$"
)


# What is done on the occasion of something else, and is the event that is reported then.
_GUESTS = (
    *("buổi tiếp", "hội đàm", "hội kiến", "điện đàm", "cuộc gặp", "buổi gặp", "gặp mặt", "chiêu đãi"),
    *("buổi làm việc", "cuộc làm việc", "buổi đối thoại", "chuyến thăm", "lễ ", "họp báo", "cuộc họp báo"),
)
_MET = (*_GUESTS, "phiên đối thoại")
_TRIP = ("chuyến ",)


def find_kind(text: str, start: int, end: int, words: KindWords) -> Kind | None:
    """The kind of meeting that text[start:end] reports: what is done there before the occasion on which it is done."""
    view = flat(text)
    clauses = occasions(view, start, end)
    if not clauses:
        return _find(text, view, start, end, words, ())
    other = _find(text, view, start, end, words, clauses)
    if other is not None and other.name.startswith(_MET):
        return other
    # "Trong khuôn khổ Phiên họp thứ 5, Ủy ban … cho ý kiến": the meeting itself; "nhân dịp dự Hội nghị …": another.
    found = _find(text, view, start, end, words, [clause for clause in clauses if clause[2]])
    if found is None:
        found = _find(text, view, start, end, words, ())
        return found if found is not None and found.name.startswith(_TRIP) else None
    return found


def _find(
    text: str, view: str, start: int, end: int, words: KindWords, clauses: Sequence[tuple[int, int, bool]]
) -> Kind | None:
    """The first meeting outside ``clauses`` that is said to be held, else the first one."""
    first: Kind | None = None
    for match in words.head.finditer(view, start, end):
        if any(a <= match.start() < b for a, b, _ in clauses):
            continue
        if _WHOLE_WORD.search(view, max(start, match.start() - 6), match.end() + 8):
            continue
        before = view[max(start, match.start() - 40) : match.start()]
        if words.not_this.search(before) or _TO_COME.search(before) or text.endswith(" Ban", 0, match.end()):
            continue  # "giao Ban cán sự": a committee that is told
        stop = _qualified(view, match.end(), end, words)
        held = words.holds_before.search(before) is not None
        kind = Kind(_name(view[match.start() : stop]), match.start(), stop, held)
        if held:
            return kind
        if first is None:
            first = kind
    if first is None or (first.start - start > 200):
        for match in words.verb.finditer(view, start, end):
            if any(a <= match.start() < b for a, b, _ in clauses):
                continue
            # "Ủy ban Kiểm tra": capitals inside a sentence are part of a name.
            named = text[match.start()].isupper() and match.start() > start
            named = named or text.endswith("phòng ", 0, match.start())  # "phòng họp"
            named = named or text.endswith(" Ban", 0, match.end())
            # "trước kỳ | họp": a meeting that was left out above
            named = named or (match.group("verb") == "họp" and view.endswith(_MEETING_OF, 0, match.start()))
            named = named or (match.group("verb") == "tiếp" and _NO_GUEST.match(view, match.end()) is not None)
            named = named or (match.group("verb") == "tiếp" and view.endswith("trực ", 0, match.start()))
            named = named or (match.group("verb") == "trao" and view.startswith(" đổi", match.end()))
            # "hòa giải, đối thoại TPVD": what an office is for
            named = named or (match.group("verb") == "đối thoại" and _TALKS.match(view, match.end()) is None)
            # "gặp khó khăn": only who is named is met
            named = named or (match.group("verb") == "gặp" and _NAMED.match(text, match.end()) is None)
            if not named and not words.not_this.search(view[max(start, match.start() - 30) : match.start()]):
                name, stop = words.verbs[match.group("verb")], match.end()
                if match.group("verb") in _WITH_OBJECT:  # "họp tổng kết", "trao quyết định"
                    stop = _qualified(view, stop, end, words)
                    name += _name(view[match.end() : stop])
                return Kind(name, match.start(), stop, True, from_verb=True)
    return first


_CALLED = re.compile(
    r"(?<![^\W_])(?:tại|dự|chủ trì|kết luận|phát biểu chỉ đạo|khai mạc|bế mạc)\s(?:và kết luận |và chỉ đạo |"
    r"và phát biểu )?$"
)


def called(view: str, words: KindWords) -> str | None:
    """What a later sentence calls the meeting: "phát biểu tại hội nghị", "dự phiên họp"."""
    for match in words.head.finditer(view, 0, 1500):
        if _CALLED.search(view[max(0, match.start() - 40) : match.start()]):
            return _name(match.group())
    return None


def _qualified(view: str, at: int, limit: int, words: KindWords) -> int:
    for _ in range(4):
        more = words.qualifier.match(view, at, limit)
        if more is None:
            break
        at = more.end()
    return at


def _name(printed: str) -> str:
    name = re.sub(r"\s+", " ", printed)
    return (
        name.replace("huy hiệu đảng", "Huy hiệu Đảng")
        .replace(" đảng bộ", " Đảng bộ")
        .replace("ban chấp hành", "Ban Chấp hành")
        .replace("ban thường vụ", "Ban Thường vụ")
    )


# "sau ngày làm việc thứ 3": that day's number, not the press briefing's; "trước kỳ họp thứ 8": the session's to come.
_OTHER_COUNT = re.compile(r"(?:ngày làm việc|ngày|tập|điểm|khu vực|trung ương)\s$")
_SESSION = re.compile(
    r"(?:lần|phiên|kỳ họp|phiên họp|hội nghị|hội nghị trung ương(?: đảng)?)\s"
    rf"(?:thứ\s)?(?P<n>{ORDINAL})|thứ (?P<n2>{ORDINAL})"
)
_TERM = re.compile(
    r"khóa (?P<k>[ivxl]{1,7}|\d{1,2})(?![^\W_])|nhiệm kỳ (?P<a>(?:19|20)\d\d)\s?-\s?(?P<b>(?:19|20)?\d\d)(?!\d)"
)
_OTHER = re.compile(
    r";|(?:tổng kết|sơ kết|về|nhằm|để|chuẩn bị|triển khai|quán triệt|thực hiện|học tập|công bố|thông báo|cho ý kiến|"
    r"bàn|đánh giá|kiểm điểm|góp ý|nghị quyết|do)(?![^\W_])"
)


# "buổi tiếp … nhân chuyến thăm lần thứ 2", "lễ khai mạc Hội chợ lần thứ 9": another's number
_UNCOUNTED = (*_GUESTS, "chuyến ", "lễ")


def find_session(view: str, kind: Kind, end: int) -> str | None:
    """The ordinal of the session as a plain number, "IV" -> "4"; only what stands with the meeting's own name."""
    if kind.name.startswith(_UNCOUNTED):
        return None
    stop = _own_words(view, kind, end)
    for match in _SESSION.finditer(view, kind.start, stop):
        if match.group().startswith("kỳ họp") and "kỳ họp" not in kind.name.casefold():
            continue
        if match.group("n2") and _OTHER_COUNT.search(view, max(0, match.start() - 24), match.start()):
            continue
        group = "n" if match.group("n") else "n2"
        written = view[match.start(group) : match.end(group)]
        value = ordinal(written.upper()) or ordinal(written)
        if value is not None and (
            match.group("n2") is None or not view[match.end() : match.end() + 5].startswith(" ngày")
        ):
            return str(value)
    return None


def find_term(view: str, kind: Kind, start: int, end: int) -> str | None:
    """ "III" or "2020-2025": of the meeting's name, else of the body's name before it."""
    stop = _own_words(view, kind, end)
    years = None
    for match in (
        *_TERM.finditer(view, kind.start, stop),
        *_TERM.finditer(view, max(start, kind.start - 70), kind.start),
    ):
        if match.group("k"):
            return match.group("k").upper()
        if years is None:
            last = match.group("b")
            years = f"{match.group('a')}-{last if len(last) == 4 else match.group('a')[:2] + last}"
    return years


def _own_words(view: str, kind: Kind, end: int) -> int:
    if _OTHER.search(view, kind.start, kind.end):
        return kind.end  # "hội nghị quán triệt nghị quyết Đại hội lần thứ I": the ordinal is the congress's
    other = _OTHER.search(view, kind.end, end)
    return min(other.start() if other else end, kind.start + 160, end)


_PURPOSE = re.compile(
    r"(?<![^\W_])(?:tổng kết|sơ kết|học tập|nghiên cứu|quán triệt|triển khai|công bố|trao|thông báo|phổ biến|"
    r"kiểm điểm|đánh giá|cho ý kiến|"
    r"góp ý|lấy ý kiến|thảo luận|(?<!địa )bàn(?! tròn| giao| ghế)|"
    r"xem xét|rà soát|kỷ niệm|tuyên dương|biểu dương|khen thưởng|phát động|bầu|"
    r"giới thiệu|kiện toàn|nghe|để|nhằm|về|với chủ đề)"
    r"(?![^\W_])"
)


def find_purpose(text: str, view: str, kind: Kind, end: int) -> str | None:
    """The lead's own words for what the meeting did, from its first verb of purpose to the end of the sentence."""
    found = _PURPOSE.search(view, kind.start, end)
    if found is None:
        return None
    start = found.start()
    if found.group() in ("về", "để", "nhằm", "với chủ đề"):
        start = found.end()
    words = text[start:end].strip(" .,;:-–—")
    if len(words) > _PURPOSE_LIMIT:
        words = words[:_PURPOSE_LIMIT].rsplit(" ", 1)[0] + " …"
    return words if len(words) > 5 and " " in words.removeprefix(found.group()).strip() else None


_VENUE_END = re.compile(
    r"[,.;:(]|\s[-–—]\s|(?<![^\W_])(?:tổ chức|diễn ra|đã|khai mạc|bế mạc|họp|với|do|và chủ trì|chủ trì|có|dưới|nhằm|"
    r"để|sáng|chiều|ngày|trực tuyến|kết nối|tới)(?![^\W_])"
)


def find_venue(text: str, view: str, start: int, end: int, words: KindWords) -> str | None:
    """ "Hội trường Thành phố", after "tại"."""
    for match in words.venue.finditer(view, start, end):
        head = match.end() + len(match.group("head"))
        stop = _VENUE_END.search(view, head, min(end, match.end() + 120))
        finish = stop.start() if stop else min(end, match.end() + 120)
        venue = " ".join(text[match.end() : finish].split()).strip(" -–—,.")
        # "tại hội nghị", "tại trụ sở" say nothing of where.
        if len(venue.split()) > 1 and any(c.isupper() or c.isdigit() for c in venue):
            return venue
    return None
