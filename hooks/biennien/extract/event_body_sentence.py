"""A sentence of the lead in; the body whose meeting it tells of, out: who "tổ chức", whose "đại hội", "do" whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Block, Evidence
from .documents_text import ORDINAL, flat
from .event_acts import is_earlier
from .event_body_name import ADVERBS, GAP, STRONG, Body, NameReader, body_of, first_of_chain
from .event_kind import Kind
from .event_named import GENERIC, ROOM, VENUE, NamedOrganization
from .event_subject import Subject

_OF = re.compile(
    rf"(?:\s|đại hội|đại biểu|toàn thể|hội nghị|phiên|của|(?:lần )?thứ {ORDINAL}|các|,|chính thức|trù bị|"
    r"\((?:bất thường|chuyên đề|kỳ họp [^\W\d_ ]+ [^\W\d_ ]+)\)){0,8}"
)
_ISSUED = re.compile(
    r"[.;:]|nghị quyết|quyết định|chỉ thị|kết luận|thông báo|đề án|(?<!pháp )luật(?![^\W_])|\d\s?[-/][a-zđ]"
)
_ISSUED_KIND = ("nghị quyết", "quyết định", "triển khai thông báo", "quán triệt thông báo")
# "hội nghị tổng kết | công tác năm 2024, triển khai nhiệm vụ năm 2025 của | Sở …": the work is its own.
_REVIEW = re.compile(r"tổng kết|sơ kết|triển khai|giao ban|kiểm điểm|đánh giá")
_REVIEWED = re.compile(
    r"[^,]*(?:,\s(?:và )?(?:triển khai|phương hướng|nhiệm vụ|kế hoạch|xây dựng|bàn|đánh giá|công tác|giải pháp|"
    r"chương trình|định hướng|rút kinh nghiệm|phát động|khen thưởng|sơ kết|tổng kết|hoạt động|kết quả|"
    r"quốc phòng)(?![^\W_])[^,]*){0,3}"
)
_HOLDER = re.compile(r"[^.;]{0,60}?(?:tổ chức|chủ trì|phối hợp)")
_HOLDS = re.compile(r"(?<![^\W_])(?:tổ chức|chủ trì|phối hợp)")
# What is done inside a meeting is not done by whoever holds it: "Tại hội nghị, Ban … đã công bố quyết định".
INSIDE = re.compile(
    r"\s*(?:cũng )?tại (?:hội nghị|đại hội|buổi lễ|buổi làm việc|cuộc họp|phiên họp|kỳ họp|lễ|hội thảo|tọa đàm|"
    r"chương trình|đây|buổi gặp mặt|buổi họp),"
)
# "tại trụ sở Công ty A diễn ra hội nghị … của Công ty": the host's own meeting.
_TAKES_PLACE = re.compile(r"(?<![^\W_])(?:diễn ra|được tổ chức)(?![^\W_])")
_OWN_UNIT = re.compile(
    r"(?<![^\W_])của (?P<unit>tổng công ty|công ty|tập đoàn|nhà trường|trường|bệnh viện|học viện|viện|trung tâm|"
    r"ngân hàng|xí nghiệp|nhà máy)(?=[,.;]|$)"
)
_SCHOOLS = ("trường", "đại học", "học viện")
# "Đoàn công tác của | Sở …": those who travel are their office's.
_DELEGATION = re.compile(r"đoàn (?:công tác|khảo sát|kiểm tra|giám sát)(?: số \d{1,3}| liên ngành)? của (?=\S)")
_SUBJECT_RULES = ("subject-of-verb", "subject-before-verb", "meeting-of")
_TALKS = ("cuộc gặp", "hội kiến", "hội đàm", "điện đàm")


class SentenceReader:
    """Reads sentences that name a meeting or hold one."""

    def __init__(self, names: NameReader) -> None:
        self._names = names

    def read(self, block: Block, start: int, end: int, kind: Kind | None) -> Body | None:
        if INSIDE.match(flat(block.text), start, end) or is_earlier(flat(block.text), start, end):
            return None
        found = self._subject_or_meeting(block, start, end, kind)
        if found is None or flat(found.name) in GENERIC:
            return self._host(block, start, end) or found
        sent = _DELEGATION.match(flat(found.name))
        if sent is None:
            return found
        at = flat(block.text).find(" của ", found.evidence.start, found.evidence.end) + len(" của ")
        whose = self._names.reader.find(block.text[at : found.evidence.end])
        if not whose or whose[0].start or whose[0].kind == "địa phương":
            return found
        whose_all = whose[0]._replace(name=found.name[sent.end() :])
        return body_of(block, NamedOrganization(at, found.evidence.end, whose_all, True), "delegation-of")

    def _host(self, block: Block, start: int, end: int) -> Body | None:
        """ "Tại trụ sở Công ty A đã diễn ra hội nghị … của Công ty": the one of that kind in which they meet."""
        view = flat(block.text)
        takes_place = _TAKES_PLACE.search(view, start, end)
        own = _OWN_UNIT.search(view, takes_place.end(), end) if takes_place else None
        if takes_place is None or own is None:
            return None
        kinds = _SCHOOLS if own.group("unit") == "nhà trường" else (own.group("unit"),)
        hosts = [
            one
            for one in self._names.named(block, start, takes_place.start())
            if flat(one.organization.name).startswith(kinds)
            and not one.generic
            and (VENUE.search(view, start, one.start) or ROOM.search(view, max(start, one.start - 70), one.start))
        ]
        if len(hosts) != 1:
            return None
        host = hosts[0]
        known = [(other.start, other.end, other.organization) for other in hosts]
        whole = self._names.subjects.whole(block.text, host.start, takes_place.start(), known)
        if whole is not None and whole.longer:
            host = host._replace(end=whole.end, organization=whole.organization)
        return body_of(block, host, "host")

    def _subject_or_meeting(self, block: Block, start: int, end: int, kind: Kind | None) -> Body | None:
        named = self._names.named(block, start, end)
        found = self._told(block, start, end, kind, named)
        if found is not None and found.rule not in _SUBJECT_RULES:
            return found
        known = [(one.start, one.end, one.organization) for one in self._names.all(block, start, end)]
        whole = self._names.subjects.find(block.text, start, end, known)
        if whole is not None and any(one.start == whole.start and not one.free for one in named):
            return found  # "đề nghị Ban Thường vụ, | Thường trực Huyện ủy họp": asked, as the one beside it
        if whole is None or (kind is not None and kind.held and kind.start < whole.start):
            return found
        if found is None or (found.evidence.start > whole.verb and found.rule != "meeting-of"):
            better = whole.longer or whole.organization.kind != "địa phương"
        else:
            better = flat(whole.organization.name).startswith(flat(found.name) + " ") or (
                found.rule != "meeting-of" and self._is_part(block.text, found.evidence, whole)
            )
        if not better:
            return found
        return Body(
            whole.organization.name,
            whole.organization.place,
            Evidence(block.id, whole.start, whole.end),
            "whole-subject",
        )

    @staticmethod
    def _is_part(text: str, found: Evidence, whole: Subject) -> bool:
        """Whether what was found is a part of the subject, or what the subject belongs to."""
        if whole.longer:
            return found.start > whole.start or (found.start == whole.start and found.end < whole.end)
        return found.start >= whole.end and text[whole.end : found.start].strip() == ","

    def _told(
        self, block: Block, start: int, end: int, kind: Kind | None, named: Sequence[NamedOrganization]
    ) -> Body | None:
        view = flat(block.text)
        # "Hội nghị … do Ban Tổ chức Tỉnh ủy tổ chức"
        for one in named:
            held = (
                _HOLDER.match(view, one.end, min(end, one.end + 80)) if view.endswith("do ", start, one.start) else None
            )
            if held and (kind is not None or "tổ chức" in held.group()):  # "thi … do Sở Mẫu chủ trì": no meeting
                known = [(other.start, other.end, other.organization) for other in named]
                verb = _HOLDS.search(view, one.end, held.end())
                whole = self._names.subjects.whole(block.text, one.start, verb.start() if verb else held.end(), known)
                if whole is not None and whole.longer:
                    one = one._replace(end=whole.end, organization=whole.organization)
                return body_of(block, one, "held-by")
        quotes = view.count('"', 0, start)
        # "Đảng ủy Lữ đoàn Công binh 6 (Quân khu 2)": what stands in brackets says where the other belongs.
        free = [
            one
            for one in named
            if one.free
            and not (view.endswith("(", 0, one.start) and view.startswith(")", one.end))
            and (quotes + view.count('"', start, one.start)) % 2 == 0  # what is quoted tells of other meetings
        ]
        if named and start == 0 and not block.text[: named[0].start].strip() and view.startswith(":", named[0].end):
            return body_of(block, named[0], "before-colon")
        for one in named if kind is not None else ():
            if kind is not None and kind.end < one.start <= kind.end + 2:
                longer = self._names.longer(block.text, view, one, end, named)
                if longer is not one and not longer.generic:
                    return body_of(block, longer, "meeting-of")
        for index, one in enumerate(free):
            one = self._names.whole_name(block.text, view, one)
            gap = GAP.match(view, one.end, free[index + 1].start if index + 1 < len(free) else end)
            if gap and self._names.words.holds.match(view, gap.end(), end) and not _meeting_is_subject(kind, one):
                first = first_of_chain(block.text, view, free, index)
                return body_of(block, one if first == free[index] else first, "subject-of-verb")
        if kind is not None:
            for one in named:
                if one.start < kind.start and not (kind.start <= one.end and one.start > kind.start):
                    continue
                if is_of(view, kind, one):
                    one = self._names.longer(block.text, view, one, end, named)
                    if not one.generic:
                        return body_of(block, one, "meeting-of")
        # A longer name than the vocabulary knows: "Ban Chỉ đạo TPHCM về … họp".
        for index, one in enumerate(free):
            stop = free[index + 1].start if index + 1 < len(free) else min(end, one.end + 110)
            verb = STRONG.search(view, one.end, min(stop, one.end + 110))
            if (
                verb
                and not re.search(r"[.;:]|,\s[^,]{0,40}$", view[one.end : verb.start()].replace("t.ư", "tw"))
                and not (kind and one.start > kind.start)
            ):
                first = first_of_chain(block.text, view, free, index)
                if first == free[index] and view[one.end : one.end + 2].strip().isalpha():
                    # "Trường cán bộ | quản lý giáo dục TP Mẫu đã tổ chức": the words up to the verb are its name's.
                    known = [(other.start, other.end, other.organization) for other in named]
                    until = one.end + len(ADVERBS.sub("", view[one.end : verb.start()].rstrip()))
                    whole = self._names.subjects.whole(block.text, one.start, until, known)
                    if whole is not None and whole.longer:
                        one = one._replace(end=whole.end, organization=whole.organization)
                return body_of(block, one if first == free[index] else first, "subject-before-verb")
        if kind is not None:
            for one in named:
                if one.start >= kind.start and is_of(view, kind, one):
                    return body_of(block, self._names.longer(block.text, view, one, end, named), "meeting-of")
        return None


def _meeting_is_subject(kind: Kind | None, one: NamedOrganization) -> bool:
    return kind is not None and kind.start < one.start and kind.held


def is_of(view: str, kind: Kind, one: NamedOrganization) -> bool:
    """Whether a meeting is that of an organisation named beside it: "đại hội | Đảng bộ", "phiên họp … của | Ủy ban"."""
    if view.endswith(_ISSUED_KIND, kind.start, kind.end):
        return False  # "hội nghị triển khai nghị quyết Đại hội Đảng bộ tỉnh": the resolution is theirs
    if kind.start < one.start <= kind.end <= one.end:  # "hội nghị Ban Chấp hành" is kind and body at once
        return True
    gap = view[kind.end : one.start] if one.start >= kind.end else ""
    if not gap:
        return False
    if _OF.fullmatch(gap):
        return True
    if gap.startswith(" với ") or kind.name.startswith(_TALKS):
        return False  # "cuộc làm việc với Nhóm nghị sĩ của Quốc hội …": another's
    if not gap.endswith(" của ") or len(gap) > 160 or _ISSUED.search(gap):
        return False
    if _REVIEW.search(view, kind.start, kind.end):
        return _REVIEWED.fullmatch(gap) is not None
    return len(gap) <= 110 and "," not in gap and "kế hoạch" not in gap
