"""The lead's organisations in, the one that meets out: who "tổ chức", whose "đại hội", whose leader takes the chair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Block, Evidence
from .documents_text import ORDINAL, UPPER, flat
from .event_acts import (
    find_act,
    find_deputies,
    find_party_congress,
    is_ceremony,
    is_earlier,
    meetings_named,
)
from .event_date import sentences
from .event_kind import Kind, KindWords
from .event_named import (
    GENERIC,
    LONG,
    NUMBERED_TERM,
    OFFICE,
    ROOM,
    VENUE,
    NamedOrganization,
    named_organizations,
)
from .event_subject import Subject, SubjectFinder, tells
from .organizations import OrganizationReader

Spot = tuple[Block, int, int]
"""A sentence: block.text[start:end]."""

# --- between the body and its verb: term, town, day, adverbs
_GAP = re.compile(
    r"(?:[\s,]|\([^()]{2,40}\)|(?<=,\s)(?:tp\.?\s?hcm|(?:tp\.?|tỉnh|thành phố)\s[^,.;:]{2,24}?(?=,|\s(?:tổ chức|"
    r"khai mạc|họp|mở|tiến hành|có|đã|vừa|long|trọng|trang|sáng|chiều|tối|ngày)))|nhiệm kỳ \d{4}\s?-\s?\d{2,4}|"
    r"\(?khóa [ivxl\d]{1,7}\)?|lần thứ [ivxl\d]{1,7}|"
    r"\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{4})?|(?:sáng|chiều|tối|trưa)(?: nay| qua)?|ngày|hôm nay|đã|vừa|sẽ|vừa qua|mới|"
    r"long trọng|trọng thể|trang trọng|"
    r"do (?:t\.ư|[^.;]){3,220}?(?:làm trưởng đoàn|dẫn đầu),?|"
    r"tiếp tục|chính thức|phối hợp|cùng|đồng|đồng loạt|cũng){0,14}"
)
_STRONG = re.compile(
    r"(?<![^\W_])(?:tổ chức|khai mạc|tiến hành|họp|mở|có buổi|có hội nghị|bế mạc|có phiên|đăng cai)(?![^\W_])"
)
_CHAIN = re.compile(
    r"\s?(?:chủ trì,? phối hợp với|chủ trì,? phối hợp|,|và|-|–|cùng|/|phối hợp với|phối hợp cùng|phối hợp|cùng với|với)"
    r"\s?(?:các )?"
)
_CAPITALS = re.compile(rf"(?: [{UPPER}][^\W\d_]*){{1,4}}(?![^\W_])")
_NAME_WORDS = re.compile(rf" [{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,5}} ")
_ADVERBS = re.compile(
    r"(?: (?:đã|vừa|sẽ|cũng|long trọng|trọng thể|trang trọng|sáng|chiều|tối|nay|qua|phối hợp|cùng|chính thức|tiếp tục|"
    r"đồng loạt|ngày))+$"
)
_PERSONAL = re.compile(r"chủ trì|thăm|tiếp|làm việc|tham dự|kiểm tra|đón|trao|công bố|nghe|thông báo|viếng|gặp(?! mặt)")
_UNKNOWN = re.compile(
    r",\s(?P<name>(?!Đồng chí|Ông|Bà|Các|Hội nghị|Đại hội|Lễ|Phiên|Kỳ|Sau|Tại|Dưới|Với|Khi|Trong)"
    rf"[{UPPER}][^,.;:()]{{4,90}}?)"
    r"\s(?:đã |vừa |long trọng |trọng thể )?(?:tổ chức|khai mạc|tiến hành|họp|phối hợp)(?![^\W_])"
)
_BELONGS = re.compile(r"\s(?:trực )?thuộc\s")
_NAME_GOES_ON = re.compile(rf"(?P<more> [{UPPER}][^,.;:()]{{1,30}}),\s")
# --- between a meeting's name and the body whose meeting it is
_OF = re.compile(
    rf"(?:\s|đại hội|đại biểu|toàn thể|hội nghị|phiên|của|lần thứ {ORDINAL}|các|,|chính thức|trù bị){{0,8}}"
)
_CHAIRS = re.compile(r"(?<![^\W_])(?:chủ trì|chủ tọa|điều hành)(?![^\W_])")
_MORE_OF_NAME = r"(?:chống|tiêu cực|lãng phí|công nghệ|đổi mới)(?![^\W_])"  # "phòng, chống tham nhũng, tiêu cực"
_STEERING = re.compile(
    r"\s(?:về|phòng|thực hiện|chương trình|công tác|xây dựng|cải cách|chuyển đổi|nghị quyết|đề án|35)(?![^\W_])"
    rf"(?:t\.ư|,(?= {_MORE_OF_NAME})|[^,.;:()]){{0,110}}?"
    r"(?=\s(?:họp|tổ chức|đã|vừa|có|do|để|nhằm|khai mạc|tiến hành|mở|chủ trì|kiểm tra|làm việc|cho|diễn ra|được|"
    r"sáng|chiều|tối|ngày)(?![^\W_])"
    rf"|,(?! {_MORE_OF_NAME})|\.(?!ư)|[;:()]|$)"
)
_STEERED = ("ban chỉ đạo", "ủy ban quốc gia", "hội đồng quốc gia", "ban điều phối")
_SECOND_PERSON = re.compile(r"\s(?:và|cùng)\s(?:các\s)?(?:ông|bà|đồng chí|đ/c|thiếu tướng|trung tướng|đại tá)\s|;")
_VISITS = re.compile(r"(?<![^\W_])(?:thăm|làm việc|kiểm tra|khảo sát|tiếp|gặp|trao|chúc)(?![^\W_])")
_MET = re.compile(
    r"(?<![^\W_])làm việc (?:trực tiếp )?(?:với|cùng) (?:(?:tập thể|cán bộ chủ chốt|các đồng chí|lãnh đạo) ){0,2}$"
)
_HOLDER = re.compile(r"[^.;]{0,60}?(?:tổ chức|chủ trì|phối hợp)")
_HOLDS = re.compile(r"(?<![^\W_])(?:tổ chức|chủ trì|phối hợp)")
_MEETING_ENDS = re.compile(
    r"(?<=[^\s,])\s?,?\s(?:lần thứ|khóa|nhiệm kỳ|đã|vừa|diễn ra|khai mạc|bế mạc|tại|ở|về|để|nhằm|do|với|thành công|"
    r"thường kỳ|định kỳ|bất thường|mở rộng|toàn thể|tháng|quý|\d{4})(?![^\W_])|\s?\(|[,;:.]"
)
_LED = re.compile(r"(?<![^\W_])(?:phó )?trưởng (?P<name>ban chỉ đạo [^,.;:()]{8,110})(?=,)")
_LED_VERB = re.compile(
    r"(?<![^\W_])(?:chủ trì|tổ chức|phát biểu|dự|kết luận|yêu cầu|đề nghị|cho biết|nhấn mạnh|làm|điều hành|"
    r"là)(?![^\W_])"
)
# What is done inside a meeting is not done by whoever holds it: "Tại hội nghị, Ban … đã công bố quyết định".
_INSIDE = re.compile(
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
_CLAUSE_BEGINS = re.compile(r"(?:^|[,:;(.!?–-]\s?|(?<![^\W_])(?:do|và)\s)$")
_SUBJECT_RULES = ("subject-of-verb", "subject-before-verb", "meeting-of")
# Of these the ones that by themselves still mean the body of the place or unit that the article is of.
_OWN = frozenset(
    ["ban chấp hành", "ban thường vụ", "đảng bộ", "chi bộ", "đảng ủy", "thường trực", "bộ chính trị", "bch", "btv"]
)
_SHARING = frozenset(
    ["đảng ủy", "ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân", "thường trực hđnd", "thường trực đảng ủy"]
)
_MEETS = frozenset({"cấp ủy", "đảng bộ", "ban Đảng"})
# Whose head speaks for it when he takes the chair or pays a visit. Heads of the Government or of the National
# Assembly do so far from either.
_LED_BY_HEAD = _MEETS | {"UBND", "cơ quan nhà nước", "đoàn thể"}


class Body(NamedTuple):
    """The organisation that meets, as printed with its place normalised, where, and the rule that found it."""

    name: str
    place: str | None
    evidence: Evidence
    rule: str


class BodyFinder:
    """Finds the organisation that meets."""

    def __init__(self, reader: OrganizationReader, words: KindWords) -> None:
        self._reader = reader
        self._words = words
        self._subjects = SubjectFinder(reader, words)

    def find(self, spots: Sequence[Spot], kinds: Sequence[Kind | None], blocks: Sequence[Block]) -> Body | None:
        """``spots``: sentences of the lead, the likeliest first, with the kind of meeting that each names."""
        fallback: Body | None = None
        for spot, kind in zip(spots, kinds, strict=True):
            found = self._in_sentence(*spot, kind)
            if found is None:
                continue
            if flat(found.name) not in GENERIC:
                return found
            fuller = self._fuller(found, blocks)
            if fuller:
                return fuller
            if flat(found.name) in _OWN:
                fallback = fallback or found
        leads = [spot[0] for spot in spots]
        if any(kind and kind.name.startswith("kỳ họp") for kind in kinds) and (found := self._assembly(leads)):
            return found
        if found := self._of_voters(spots) or self._of_party_congress(spots[:2]):
            return found
        for spot in spots[:1]:
            if found := self._unknown(*spot):
                return found
        return (
            self._of_chair(leads)
            or (None if is_ceremony(kinds) else self._acting(spots))
            or fallback
            or self._of_other_meeting(spots[:3])
            or self._locality(spots[:2])
            or self._of_visitor(spots[:1])
            or self._of_partner(spots[:2])
            or self._most_named(blocks)
        )

    def _named(self, block: Block, start: int, end: int) -> list[NamedOrganization]:
        return named_organizations(self._reader, block.text, start, end)

    def _in_sentence(self, block: Block, start: int, end: int, kind: Kind | None) -> Body | None:
        if _INSIDE.match(flat(block.text), start, end) or is_earlier(flat(block.text), start, end):
            return None
        found = self._subject_or_meeting(block, start, end, kind)
        if found is None or flat(found.name) in GENERIC:
            return self._host(block, start, end) or found
        sent = _DELEGATION.match(flat(found.name))
        if sent is None:
            return found
        at = flat(block.text).find(" của ", found.evidence.start, found.evidence.end) + len(" của ")
        whose = self._reader.find(block.text[at : found.evidence.end])
        if not whose or whose[0].start or whose[0].kind == "địa phương":
            return found
        whose_all = whose[0]._replace(name=found.name[sent.end() :])
        return _body(block, NamedOrganization(at, found.evidence.end, whose_all, True), "delegation-of")

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
            for one in self._named(block, start, takes_place.start())
            if flat(one.organization.name).startswith(kinds)
            and not one.generic
            and (VENUE.search(view, start, one.start) or ROOM.search(view, max(start, one.start - 70), one.start))
        ]
        if len(hosts) != 1:
            return None
        host = hosts[0]
        known = [(other.start, other.end, other.organization) for other in hosts]
        whole = self._subjects.whole(block.text, host.start, takes_place.start(), known)
        if whole is not None and whole.longer:
            host = host._replace(end=whole.end, organization=whole.organization)
        return _body(block, host, "host")

    def _subject_or_meeting(self, block: Block, start: int, end: int, kind: Kind | None) -> Body | None:
        named = self._named(block, start, end)
        found = self._told(block, start, end, kind, named)
        if found is not None and found.rule not in _SUBJECT_RULES:
            return found
        known = [(one.start, one.end, one.organization) for one in self._all(block, start, end)]
        whole = self._subjects.find(block.text, start, end, known)
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

    def _all(self, block: Block, start: int, end: int) -> list[NamedOrganization]:
        """As ``_named``, with places."""
        found = self._reader.find(block.text[start : min(end, start + LONG)])
        return [NamedOrganization(start + one.start, start + one.end, one, True) for one in found]

    def _told(
        self, block: Block, start: int, end: int, kind: Kind | None, named: Sequence[NamedOrganization]
    ) -> Body | None:
        view = flat(block.text)
        # "Hội nghị … do Ban Tổ chức Tỉnh ủy tổ chức"
        for one in named:
            held = (
                _HOLDER.match(view, one.end, min(end, one.end + 80)) if view.endswith("do ", start, one.start) else None
            )
            if held:
                known = [(other.start, other.end, other.organization) for other in named]
                verb = _HOLDS.search(view, one.end, held.end())
                whole = self._subjects.whole(block.text, one.start, verb.start() if verb else held.end(), known)
                if whole is not None and whole.longer:
                    one = one._replace(end=whole.end, organization=whole.organization)
                return _body(block, one, "held-by")
        # "Đảng ủy Lữ đoàn Công binh 6 (Quân khu 2)": what stands in brackets says where the other belongs.
        free = [
            one
            for one in named
            if one.free and not (view.endswith("(", 0, one.start) and view.startswith(")", one.end))
        ]
        if named and start == 0 and not block.text[: named[0].start].strip() and view.startswith(":", named[0].end):
            return _body(block, named[0], "before-colon")
        for one in named if kind is not None else ():
            if kind is not None and kind.end < one.start <= kind.end + 2:
                longer = self._longer(block.text, view, one, end, named)
                if longer is not one and not longer.generic:
                    return _body(block, longer, "meeting-of")
        for index, one in enumerate(free):
            one = self._whole_name(block.text, view, one)
            gap = _GAP.match(view, one.end, free[index + 1].start if index + 1 < len(free) else end)
            if gap and self._words.holds.match(view, gap.end(), end) and not self._meeting_is_subject(kind, one):
                first = self._first_of_chain(block.text, view, free, index)
                return _body(block, one if first == free[index] else first, "subject-of-verb")
        if kind is not None:
            for one in named:
                if one.start < kind.start and not (kind.start <= one.end and one.start > kind.start):
                    continue
                if self._is_of(view, kind, one):
                    one = self._longer(block.text, view, one, end, named)
                    if not one.generic:
                        return _body(block, one, "meeting-of")
        # A longer name than the vocabulary knows: "Ban Chỉ đạo TPHCM về … họp".
        for index, one in enumerate(free):
            stop = free[index + 1].start if index + 1 < len(free) else min(end, one.end + 110)
            verb = _STRONG.search(view, one.end, min(stop, one.end + 110))
            if (
                verb
                and not re.search(r"[.;:]|,\s[^,]{0,40}$", view[one.end : verb.start()].replace("t.ư", "tw"))
                and not (kind and one.start > kind.start)
            ):
                first = self._first_of_chain(block.text, view, free, index)
                if first == free[index] and view[one.end : one.end + 2].strip().isalpha():
                    # "Trường cán bộ | quản lý giáo dục TP Mẫu đã tổ chức": the words up to the verb are its name's.
                    known = [(other.start, other.end, other.organization) for other in named]
                    until = one.end + len(_ADVERBS.sub("", view[one.end : verb.start()].rstrip()))
                    whole = self._subjects.whole(block.text, one.start, until, known)
                    if whole is not None and whole.longer:
                        one = one._replace(end=whole.end, organization=whole.organization)
                return _body(block, one if first == free[index] else first, "subject-before-verb")
        if kind is not None:
            for one in named:
                if one.start >= kind.start and self._is_of(view, kind, one):
                    return _body(block, self._longer(block.text, view, one, end, named), "meeting-of")
        return None

    def _longer(
        self, text: str, view: str, one: NamedOrganization, end: int, named: Sequence[NamedOrganization]
    ) -> NamedOrganization:
        """ "Đại hội Đảng bộ Tổng công ty Xây dựng Công | trình Mẫu lần thứ X": up to the words that end such a name."""
        if flat(one.organization.name).endswith(_STEERED):
            return self._whole_name(text, view, one)
        stop = _MEETING_ENDS.search(view, one.end, min(end, one.end + 160))
        if stop is None or stop.start() == one.end:
            return one
        known = [(other.start, other.end, other.organization) for other in named]
        whole = self._subjects.whole(text, one.start, stop.start(), known)
        return one._replace(end=whole.end, organization=whole.organization) if whole and whole.longer else one

    @staticmethod
    def _meeting_is_subject(kind: Kind | None, one: NamedOrganization) -> bool:
        return kind is not None and kind.start < one.start and kind.held

    @staticmethod
    def _first_of_chain(text: str, view: str, free: Sequence[NamedOrganization], index: int) -> NamedOrganization:
        """ "Thành ủy, HĐND, UBND thành phố tổ chức": the first of those that stand together.

        Also "Đảng ủy Lữ đoàn Công binh 6, Quân khu 9 họp": words that no vocabulary knows go with the name before them.
        """
        last = free[index].organization
        while index:
            before = free[index - 1]
            gap = text[before.end : free[index].start]
            if _CHAIN.fullmatch(view[before.end : free[index].start]):
                index -= 1
            elif more := _NAME_GOES_ON.fullmatch(gap):
                words = more.group("more")
                longer = before.organization._replace(name=before.organization.name + words)
                return before._replace(end=before.end + len(words), organization=longer)
            else:
                break
        first = free[index]
        name = first.organization.name
        if flat(name) in _SHARING and last.where and first.organization != last:
            # "Đảng ủy, HĐND, UBND phường Thử": the ward is named once, for all of them.
            shared = first.organization._replace(name=f"{name} {last.where}", place=last.place)
            return first._replace(organization=shared)
        return first

    @staticmethod
    def _is_of(view: str, kind: Kind, one: NamedOrganization) -> bool:
        if view.endswith(("nghị quyết", "quyết định"), kind.start, kind.end):
            return False  # "hội nghị triển khai nghị quyết Đại hội Đảng bộ tỉnh": the resolution is theirs
        if kind.start < one.start <= kind.end <= one.end:  # "hội nghị Ban Chấp hành" is kind and body at once
            return True
        gap = view[kind.end : one.start] if one.start >= kind.end else ""
        if not gap:
            return False
        if _OF.fullmatch(gap):
            return True
        return (
            gap.endswith(" của ")
            and len(gap) <= 110
            and not re.search(r"[.;:,]|nghị quyết|quyết định|chỉ thị|kết luận|đề án|kế hoạch", gap)
        )

    def _locality(self, spots: Sequence[Spot]) -> Body | None:
        """ "Phường Thử tổ chức hội nghị": a place that acts as its authorities."""
        for block, start, end in spots:
            view = flat(block.text)
            for organization in self._reader.find(block.text[start : min(end, start + LONG)]):
                first, last = start + organization.start, start + organization.end
                gap = _GAP.match(view, last, end)
                acts = organization.kind == "địa phương" and gap and _STRONG.match(view, gap.end(), end)
                # "Đoàn | phường Thử tổ chức": what closes a longer name does not act.
                acts = acts and _CLAUSE_BEGINS.search(view[start:first])
                if acts and not VENUE.search(view[max(start, first - 40) : first]):
                    return _body(block, NamedOrganization(first, last, organization, True), "place-before-verb")
        return None

    @staticmethod
    def _of_party_congress(spots: Sequence[Spot]) -> Body | None:
        """ "Đại hội đại biểu toàn quốc lần thứ … của Đảng khai mạc": there is one Party, however short its name."""
        for block, start, end in spots:
            if at := find_party_congress(flat(block.text), start, end):
                return Body("Đảng Cộng sản Việt Nam", None, Evidence(block.id, *at), "party-congress")
        return None

    def _of_voters(self, spots: Sequence[Spot]) -> Body | None:
        """ "ông A cùng đoàn ĐBQH TP Mẫu tiếp xúc cử tri": the deputies meet the voters, whoever leads them."""
        for block, start, end in spots:
            view = flat(block.text)
            unit = find_deputies(view, start, end)
            if unit is None:
                continue
            last, place = unit[1], None
            for one in self._reader.find(block.text[unit[1] : min(end, unit[1] + 80)])[:1]:
                if one.kind == "địa phương" and one.start <= 1:
                    last, place = unit[1] + one.end, one.place
            name = block.text[unit[0] : last]
            return Body(name[:1].upper() + name[1:], place, Evidence(block.id, unit[0], last), "deputies-with-voters")
        return None

    def _acting(self, spots: Sequence[Spot]) -> Body | None:
        """ "Ủy ban Kiểm tra … đề nghị …": who decides, before all where the sentence says at which meeting."""
        decided: Body | None = None
        for block, start, end in spots:
            view = flat(block.text)
            if _INSIDE.match(view, start, end) or is_earlier(view, start, end):
                continue
            named = self._named(block, start, end)
            act = find_act(view, start, end, named)
            if act is None or (named[act.which].generic and flat(named[act.which].organization.name) not in _OWN):
                continue
            if act.met:
                return _body(block, named[act.which], "decides-at-meeting")
            decided = decided or _body(block, named[act.which], "decides")
        return decided

    def _of_other_meeting(self, spots: Sequence[Spot]) -> Body | None:
        """ "tại họp báo sau ngày làm việc thứ ba Đại hội Đảng bộ …": whose the other meeting is."""
        for block, start, end in spots:
            view = flat(block.text)
            if _INSIDE.match(view, start, end):
                continue
            named = self._named(block, start, end)
            for kind in meetings_named(block, start, end, self._words):
                for one in named:
                    if one.start >= kind.start and self._is_of(view, kind, one):
                        one = self._longer(block.text, view, one, end, named)
                        if not one.generic:
                            return _body(block, one, "other-meeting-of")
        return None

    def _unknown(self, block: Block, start: int, end: int) -> Body | None:
        """ "Ngày 2-4, Cụm thi đua số 5 ngành kiểm tra tổ chức …": capitals that begin a subject no vocabulary knows.

        Behind "thuộc" a body that is known says where the other belongs: "Kho K1 thuộc Tổng cục Mẫu tổ chức …".
        """
        found = _UNKNOWN.search(block.text, start, min(end, start + 400))
        if found is None or tells(found.group("name")):
            return None
        own = _BELONGS.split(found.group("name"), maxsplit=1)[0]
        if self._reader.find(own):
            return None
        return Body(found.group("name"), None, Evidence(block.id, *found.span("name")), "words-before-verb")

    def _fuller(self, found: Body, blocks: Sequence[Block]) -> Body | None:
        """ "Ban Chỉ đạo" after "Ban Chỉ đạo về … TPHCM": the full name, if the article's opening prints just one."""
        fuller: dict[str, Body] = {}
        for block in [b for b in blocks if b.kind in ("headline", "lead", "paragraph")][:4]:
            for one in self._named(block, 0, len(block.text)):
                name = one.organization.name
                if name.startswith(found.name + " "):
                    fuller.setdefault(name, _body(block, one, "full-name"))
            if flat(found.name) != "ban chỉ đạo":
                continue
            for led in _LED.finditer(
                flat(block.text), 0, LONG
            ):  # "ông A, Trưởng Ban Chỉ đạo sắp xếp đơn vị sự nghiệp, …"
                name = block.text[led.start("name") : led.end()]
                if _LED_VERB.search(flat(name)) is None:
                    evidence = Evidence(block.id, led.start("name"), led.end())
                    fuller.setdefault(name, Body(name, None, evidence, "full-name"))
        return next(iter(fuller.values())) if len(fuller) == 1 else None

    def _of_chair(self, leads: Sequence[Block]) -> Body | None:
        """ "Đồng chí …, Bí thư Đảng ủy các cơ quan Đảng thành phố chủ trì hội nghị": the last of the offices."""
        for block in dict.fromkeys(leads):
            view = flat(block.text)
            for start, end in sentences(view):
                chair = _CHAIRS.search(view, start, end)
                if chair is None:
                    continue
                second = _SECOND_PERSON.search(view, start, chair.start())
                offices = [
                    one
                    for one in self._named(block, start, second.start() if second else chair.start())
                    if OFFICE.search(view[max(start, one.start - 40) : one.start])
                    and one.organization.kind in _LED_BY_HEAD
                    and not one.generic
                    and not one.organization.name.startswith("Tiểu ban")
                ]
                if offices:
                    return _body(block, offices[-1], "office-of-chair")
        return None

    def _of_visitor(self, spots: Sequence[Spot]) -> Body | None:
        """ "Đồng chí …, Bí thư Tỉnh ủy … đến thăm và làm việc": the organisation of the first person's last office."""
        for block, start, end in spots:
            view = flat(block.text)
            verb = _VISITS.search(view, start, end)
            named = self._named(block, start, verb.start()) if verb else []
            offices = [
                one
                for one in named
                if OFFICE.search(view[max(start, one.start - 40) : one.start])
                and one.organization.kind in _LED_BY_HEAD
                and not one.generic
            ]
            if offices:
                return _body(block, offices[-1], "office-of-visitor")
        return None

    def _of_partner(self, spots: Sequence[Spot]) -> Body | None:
        """ "Tổng Bí thư làm việc với | Ban Thường vụ Tỉnh ủy …": those who are met, where who comes has no body."""
        for block, start, end in spots:
            view = flat(block.text)
            for one in self._named(block, start, end):
                if one.generic or not _MET.search(view, max(start, one.start - 60), one.start):
                    continue
                return _body(block, self._whole_name(block.text, view, one), "partner")
        return None

    def _assembly(self, leads: Sequence[Block]) -> Body | None:
        """A "kỳ họp" is held by a people's council or the National Assembly: the first that the lead names."""
        for block in dict.fromkeys(leads):
            for one in self._named(block, 0, len(block.text)):
                if one.organization.kind == "HĐND" or flat(one.organization.name) == "quốc hội":
                    return _body(block, one, "council-of-session")
        return None

    def _whole_name(self, text: str, view: str, one: NamedOrganization) -> NamedOrganization:
        """ "Huyện ủy An Mẫu tổ chức", "Đảng bộ Than Mẫu tổ chức": capitals up to the verb belong to the name."""
        if flat(one.organization.name).endswith(_STEERED) and (field := _STEERING.match(view, one.end)):
            longer = one.organization._replace(name=f"{one.organization.name} {text[one.end : field.end()].strip()}")
            return one._replace(end=field.end(), organization=longer)
        place = _CAPITALS.match(text, one.end)
        if place and not self._subjects.is_person(place.group()):  # "Thành ủy An Mẫu (Bình Mẫu) sáng 7/9 đã gặp mặt"
            gap = _GAP.match(view, place.end())
            held = self._words.holds.match(view, gap.end()) if gap else None
            standing = one.organization.name.startswith(
                "Thường trực "
            )  # several; no person's office, as it stands free
            if held and (standing or not _PERSONAL.match(held.group())):
                longer = one.organization._replace(name=one.organization.name + place.group())
                return one._replace(end=place.end(), organization=longer)
        verb = self._words.holds.search(view, one.end, one.end + 60)
        if verb is None or _PERSONAL.match(verb.group()):
            return one
        more = text[one.end : verb.start()]
        if not _NAME_WORDS.fullmatch(more):
            return one
        words_of_name = NUMBERED_TERM.sub("", _ADVERBS.sub("", more.rstrip()))
        if not words_of_name:
            return one
        longer = one.organization._replace(name=one.organization.name + words_of_name)
        return one._replace(end=one.end + len(words_of_name), organization=longer)

    def _most_named(self, blocks: Sequence[Block]) -> Body | None:
        """The committee that the article names three times or more, and twice as often as any other."""
        counts: Counter[str] = Counter()
        where: dict[str, Body] = {}
        for block in [b for b in blocks if b.kind in ("headline", "lead", "paragraph")][:12]:
            for one in self._named(block, 0, len(block.text)):
                name = one.organization.name
                if one.organization.kind in _MEETS and not one.generic and len(name.split()) > 2:
                    counts[name] += 1
                    where.setdefault(name, _body(block, one, "most-named"))
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return where[ranked[0][0]]


def _body(block: Block, one: NamedOrganization, rule: str) -> Body:
    name, end = one.organization.name, one.end
    if flat(name).startswith(_STEERED) and (more := _STEERING.match(flat(block.text), end)):
        # What a steering committee steers is part of its name, and no vocabulary knows them all.
        name, end = f"{name} {block.text[end : more.end()].strip()}", more.end()
    return Body(name, one.organization.place, Evidence(block.id, one.start, end), rule)
