"""The lead's organisations in, the one that meets out: who "tổ chức", whose "đại hội", whose leader takes the chair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Block, Evidence
from .documents_text import ORDINAL, UPPER, flat
from .event_date import sentences
from .event_kind import Kind, KindWords
from .event_subject import Subject, SubjectFinder
from .organizations import Organization, OrganizationReader
from .tokens import tokenize

Spot = tuple[Block, int, int]
"""A sentence: block.text[start:end]."""

_LONG = 1500  # code points of a sentence in which a body is looked for
# --- what stands before an organisation tells what it is there for
_OFFICE = re.compile(
    r"(?:bí thư|chủ tịch|trưởng|phó|chủ nhiệm|giám đốc|viện trưởng|hiệu trưởng|tổng biên tập|chánh|ủy viên|"
    r"thành viên|đại biểu|lãnh đạo|cán bộ|"
    r"nguyên|thường trực|chuyên trách|tư lệnh|chính ủy|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng|tổng bí thư|"
    r"đại diện|diện|đoàn)\s(?:thường trực\s|chuyên trách\s)?$"
)
_TITLE = re.compile(r"(?<![^\W_])(?:trưởng|phó) (?:trưởng )?(?:ban|phòng|đoàn|khoa|văn phòng)\s[^,;.]{0,40}$")
_VENUE = re.compile(
    r"(?:tại|ở)\s(?:(?:trụ sở|hội trường|khuôn viên|phòng họp|nhà khách|văn phòng|điểm cầu|cơ quan|"
    r"địa bàn)\s){0,2}(?:các\s)?$"
)
# "tại Nhà đa năng | Trường …", "tại hội trường tầng 3 | Trung tâm …": a room, and then whose it is.
_ROOM = re.compile(
    r"(?<![^\W_])(?:tại|ở|trong)\s(?:nhà|hội trường|phòng|sân|khuôn viên|trụ sở|tòa nhà|giảng đường|tầng|sảnh|cung|rạp|"
    r"khách sạn|thư viện|cơ sở|khu|điểm|thao trường|bãi)(?![^\W_])[^,.;:()]{0,40}\s$"
)
_MADE = re.compile(
    r"(?<![^\W_])(?:thành lập|kiện toàn|ra mắt|giải thể|sáp nhập)\s(?:các\s)?$"
)  # what is made does not meet
_ISSUER = re.compile(
    r"(?:(?:nghị quyết|quyết định|kết luận|chỉ thị|kế hoạch|đề án|quy định|thông báo|chỉ đạo|lãnh đạo|quan tâm|"
    r"ủng hộ|phân công|ủy quyền|chương trình|số \d{1,5}|\d[/-][a-zđ][a-zđ/-]{0,12})"
    r"[^.;]{0,40}\s(?:của|do)|với|cho|đến|theo|trực thuộc|thuộc|nghị quyết)\s$"
)
# --- between the body and its verb: term, town, day, adverbs
_GAP = re.compile(
    r"(?:[\s,]|\([^()]{2,40}\)|(?<=,\s)(?:tp\.?\s?hcm|(?:tp\.?|tỉnh|thành phố)\s[^,.;:]{2,24}?(?=,|\s(?:tổ chức|"
    r"khai mạc|họp|mở|tiến hành|có|đã|vừa|long|trọng|trang|sáng|chiều|tối|ngày)))|nhiệm kỳ \d{4}\s?-\s?\d{2,4}|"
    r"\(?khóa [ivxl\d]{1,7}\)?|lần thứ [ivxl\d]{1,7}|"
    r"\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{4})?|(?:sáng|chiều|tối|trưa)(?: nay| qua)?|ngày|hôm nay|đã|vừa|sẽ|vừa qua|mới|"
    r"long trọng|trọng thể|trang trọng|"
    r"do (?:ông|bà|đồng chí|đ/c)\s[^.;]{3,160}?(?:làm trưởng đoàn|dẫn đầu),?|"
    r"tiếp tục|chính thức|phối hợp|cùng|đồng|đồng loạt|cũng){0,14}"
)
_STRONG = re.compile(
    r"(?<![^\W_])(?:tổ chức|khai mạc|tiến hành|họp|mở|có buổi|có hội nghị|bế mạc|có phiên|đăng cai)(?![^\W_])"
)
_CHAIN = re.compile(
    r"\s?(?:chủ trì,? phối hợp với|chủ trì,? phối hợp|,|và|-|–|cùng|/|phối hợp với|phối hợp cùng|phối hợp|cùng với|với)"
    r"\s?(?:các )?"
)
_STANDING = re.compile(r"(?<!thư )(?<!tịch )(?<!viên )(?<!rưởng ban )(?<!rưởng Ban )(?<!nhiệm )(?<!đốc )Thường trực $")
_CAPITALS = re.compile(rf"(?: [{UPPER}][^\W\d_]*){{1,4}}(?![^\W_])")
_VERB_TAKEN = re.compile(r"\s(?:tổ chức|họp|công bố|tuyên dương)$")
_NAME_WORDS = re.compile(rf" [{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,5}} ")
_ADVERBS = re.compile(
    r"(?: (?:đã|vừa|sẽ|cũng|long trọng|trọng thể|trang trọng|sáng|chiều|tối|nay|qua|phối hợp|cùng))+$"
)
_PERSONAL = re.compile(r"chủ trì|thăm|tiếp|làm việc|tham dự|kiểm tra|đón|trao|công bố|nghe|thông báo|viếng|gặp(?! mặt)")
_UNKNOWN = re.compile(
    r",\s(?P<name>(?!Đồng chí|Ông|Bà|Các|Hội nghị|Đại hội|Lễ|Phiên|Kỳ|Sau|Tại|Dưới|Với|Khi|Trong)"
    rf"[{UPPER}][^,.;:()]{{4,90}}?)"
    r"\s(?:đã |vừa |long trọng |trọng thể )?(?:tổ chức|khai mạc|tiến hành|họp|phối hợp)(?![^\W_])"
)
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
    r"(?=\s(?:họp|tổ chức|đã|vừa|có|do|để|nhằm|khai mạc|tiến hành|mở|chủ trì|kiểm tra|làm việc|cho)(?![^\W_])"
    rf"|,(?! {_MORE_OF_NAME})|\.(?!ư)|[;:()]|$)"
)
_SECOND_PERSON = re.compile(r"\s(?:và|cùng)\s(?:các\s)?(?:ông|bà|đồng chí|đ/c|thiếu tướng|trung tướng|đại tá)\s|;")
_VISITS = re.compile(r"(?<![^\W_])(?:thăm|làm việc|kiểm tra|khảo sát|tiếp|gặp|trao|chúc)(?![^\W_])")
_HOLDER = re.compile(r"[^.;]{0,60}?(?:tổ chức|chủ trì|phối hợp)")
_HOLDS = re.compile(r"(?<![^\W_])(?:tổ chức|chủ trì|phối hợp)")
_MEETING_ENDS = re.compile(
    r"(?<=[^\s,])\s?,?\s(?:lần thứ|khóa|nhiệm kỳ|đã|vừa|diễn ra|khai mạc|bế mạc|tại|ở|về|để|nhằm|do|với|thành công|"
    r"\d{4})(?![^\W_])|[,;:.]"
)
_LED = re.compile(r"(?<![^\W_])(?:phó )?trưởng (?P<name>ban chỉ đạo [^,.;:()]{8,110})(?=,)")
_LED_VERB = re.compile(
    r"(?<![^\W_])(?:chủ trì|tổ chức|phát biểu|dự|kết luận|yêu cầu|đề nghị|cho biết|nhấn mạnh|làm|điều hành|"
    r"là)(?![^\W_])"
)
_NUMBERED_TERM = re.compile(r"\s(?:lần thứ|khóa|nhiệm kỳ)(?![^\W_]).*$")
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
# Names that say nothing by themselves.
_GENERIC = frozenset(
    [
        "ban chấp hành",
        "ban thường vụ",
        "đảng bộ",
        "trung ương",
        "ban chỉ đạo",
        "chi bộ",
        "đảng ủy",
        "ủy ban",
        "ban tổ chức",
        "tiểu ban",
        "đảng",
        "hội đồng",
        "tổ công tác",
        "đoàn công tác",
        "thường trực",
        "ban",
        "bộ chính trị",
        "bch",
        "btv",
        "văn phòng",
        "hội",
        "đoàn",
        "trung ương đảng",
        "ban tổ chức đại hội",
        "đảng cộng sản việt nam",
        "ban kiểm phiếu",
        "cơ quan",
        # forces and units that act anywhere
        "công an",
        "quân sự",
        "quân đội",
        "biên phòng",
        "bộ đội biên phòng",
        "công đoàn",
        "nhà trường",
        "công ty",
        "tổng công ty",
        "tập đoàn",
        "bệnh viện",
    ]
)
# Of these the ones that by themselves still mean the body of the place or unit that the article is of.
_OWN = frozenset(
    ["ban chấp hành", "ban thường vụ", "đảng bộ", "chi bộ", "đảng ủy", "thường trực", "bộ chính trị", "bch", "btv"]
)
_MEETS = frozenset({"cấp ủy", "đảng bộ", "ban Đảng"})


class Body(NamedTuple):
    """The organisation that meets, as printed with its place normalised, where, and the rule that found it."""

    name: str
    place: str | None
    evidence: Evidence
    rule: str


class NamedOrganization(NamedTuple):
    """An organisation in a sentence, and whether it stands there for itself."""

    start: int
    end: int
    organization: Organization
    free: bool  # not part of an office, a venue, an issuer's name

    @property
    def generic(self) -> bool:
        """Whether the name says nothing by itself: "Đảng bộ"."""
        return flat(self.organization.name) in _GENERIC


def named_organizations(reader: OrganizationReader, text: str, start: int, end: int) -> list[NamedOrganization]:
    """The organisations of text[start:end], wards and provinces by themselves left out."""
    view = flat(text)
    out = []
    for organization in reader.find(text[start : min(end, start + _LONG)]):
        if organization.kind == "địa phương":
            continue
        if taken := _VERB_TAKEN.search(text, start + organization.start, start + organization.end):
            # In small letters it is the sentence's verb, not "Ban Tổ chức".
            cut = start + organization.end - taken.start()
            organization = organization._replace(end=organization.end - cut, name=organization.name[:-cut])
        if term := _NUMBERED_TERM.search(text, start + organization.start, start + organization.end):
            cut = start + organization.end - term.start()  # "Đảng bộ … Mẫu lần thứ V"
            organization = organization._replace(
                end=organization.end - cut, name=_NUMBERED_TERM.sub("", organization.name)
            )
        first = start + organization.start
        standing = _STANDING.search(text, max(start, first - 40), first)
        if standing and flat(organization.name) == "ban bí thư":
            standing = None  # "Thường trực Ban Bí thư" is one person's office
        if standing:
            first -= len("Thường trực ")
            organization = organization._replace(name=f"Thường trực {organization.name}")
        before = view[max(start, first - 70) : first]
        if _OFFICE.search(before) and (cut := _person_behind(reader, text, first, start + organization.end)):
            # "Chủ tịch UBND huyện | Trần Ví Dụ": the person who holds the office.
            shorter = text[first : start + organization.end - cut].rstrip()
            cut = start + organization.end - first - len(shorter)
            organization = organization._replace(end=organization.end - cut, name=organization.name[:-cut])
        free = before.endswith(("đại hội ", "đại hội đại biểu ")) or not (
            _OFFICE.search(before)
            or _TITLE.search(before)
            or _VENUE.search(before)
            or _ROOM.search(before)
            or _ISSUER.search(before)
            or _MADE.search(before)
        )
        out.append(NamedOrganization(first, start + organization.end, organization, free))
    return out


def _person_behind(reader: OrganizationReader, text: str, start: int, end: int) -> int:
    """How many characters of a person's name close text[start:end]; 0 where none do."""
    tokens = tokenize(text[start:end])
    first = len(tokens.low)
    while first and tokens.shape[first - 1] in "CA" and len(tokens.low) - first < 6:
        first -= 1
    last, names = len(tokens.low), reader.names
    if first == 0 or first == last or names.weight(tokens, first, last) < 5:
        return 0
    if names.is_historical(tokens, first, last) or names.is_street(tokens, first, last):
        return 0
    return tokens.end[last - 1] - tokens.start[first]


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
            if flat(found.name) not in _GENERIC:
                return found
            fuller = self._fuller(found, blocks)
            if fuller:
                return fuller
            if flat(found.name) in _OWN:
                fallback = fallback or found
        leads = [spot[0] for spot in spots]
        if any(kind and kind.name.startswith("kỳ họp") for kind in kinds) and (found := self._assembly(leads)):
            return found
        for spot in spots[:1]:
            if found := self._unknown(*spot):
                return found
        return (
            self._of_chair(leads)
            or fallback
            or self._locality(spots[:2])
            or self._of_visitor(spots[:1])
            or self._most_named(blocks)
        )

    def _named(self, block: Block, start: int, end: int) -> list[NamedOrganization]:
        return named_organizations(self._reader, block.text, start, end)

    def _in_sentence(self, block: Block, start: int, end: int, kind: Kind | None) -> Body | None:
        if _INSIDE.match(flat(block.text), start, end):
            return None
        found = self._subject_or_meeting(block, start, end, kind)
        if found is None or flat(found.name) in _GENERIC:
            return self._host(block, start, end) or found
        sent = _DELEGATION.match(flat(found.name))
        if sent is None:
            return found
        at = flat(block.text).find(" của ", found.evidence.start, found.evidence.end) + len(" của ")
        whose = self._reader.find(block.text[at : found.evidence.end])
        if not whose or whose[0].start or whose[0].kind == "địa phương":
            return found
        name = found.name[sent.end() :]
        return found._replace(name=name, evidence=Evidence(block.id, at, found.evidence.end), rule="delegation-of")

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
            and (_VENUE.search(view, start, one.start) or _ROOM.search(view, max(start, one.start - 70), one.start))
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
        if whole is None or (kind is not None and kind.held and kind.start < whole.start):
            return found
        if found is None or (found.evidence.start > whole.verb and found.rule != "meeting-of"):
            better = whole.longer or whole.organization.kind != "địa phương"
        else:
            better = found.rule != "meeting-of" and self._is_part(block.text, found.evidence, whole)
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
        found = self._reader.find(block.text[start : min(end, start + _LONG)])
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
        if flat(first.organization.name) == "đảng ủy" and last.where and first.organization != last:
            # "Đảng ủy, HĐND, UBND phường Thử": the ward is named once, for all of them.
            return first._replace(organization=first.organization._replace(name=f"Đảng ủy {last.where}"))
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
            for organization in self._reader.find(block.text[start : min(end, start + _LONG)]):
                first, last = start + organization.start, start + organization.end
                gap = _GAP.match(view, last, end)
                acts = organization.kind == "địa phương" and gap and _STRONG.match(view, gap.end(), end)
                # "Đoàn | phường Thử tổ chức": what closes a longer name does not act.
                acts = acts and _CLAUSE_BEGINS.search(view[start:first])
                if acts and not _VENUE.search(view[max(start, first - 40) : first]):
                    return _body(block, NamedOrganization(first, last, organization, True), "place-before-verb")
        return None

    def _unknown(self, block: Block, start: int, end: int) -> Body | None:
        """ "Ngày 2-4, Cụm thi đua số 5 ngành kiểm tra tổ chức …": capitals that begin a subject no vocabulary knows."""
        found = _UNKNOWN.search(block.text, start, min(end, start + 400))
        if found is None or self._reader.find(found.group("name")):
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
                flat(block.text), 0, _LONG
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
                    if _OFFICE.search(view[max(start, one.start - 40) : one.start])
                    and (one.organization.kind in _MEETS or one.organization.kind == "UBND")
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
                if _OFFICE.search(view[max(start, one.start - 40) : one.start])
                and one.organization.kind in _MEETS
                and not one.generic
            ]
            if offices:
                return _body(block, offices[-1], "office-of-visitor")
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
        if flat(one.organization.name) == "ban chỉ đạo" and (field := _STEERING.match(view, one.end)):
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
        words_of_name = _NUMBERED_TERM.sub("", _ADVERBS.sub("", more.rstrip()))
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
    if flat(name).startswith("ban chỉ đạo") and (more := _STEERING.match(flat(block.text), end)):
        # What a steering committee steers is part of its name, and no vocabulary knows them all.
        name, end = f"{name} {block.text[end : more.end()].strip()}", more.end()
    return Body(name, one.organization.place, Evidence(block.id, one.start, end), rule)
