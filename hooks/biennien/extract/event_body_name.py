"""An organisation in a sentence in; how far its name goes, and the body that meets under that name, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Block, Evidence
from .documents_text import UPPER, flat
from .event_kind import KindWords
from .event_named import LONG, NUMBERED_TERM, NamedOrganization, named_organizations
from .event_subject import SubjectFinder
from .organizations import OrganizationReader

Spot = tuple[Block, int, int]
"""A sentence: block.text[start:end]."""

GAP = re.compile(
    r"(?:[\s,]|\([^()]{2,40}\)|(?<=,\s)(?:tp\.?\s?hcm|(?:tp\.?|tỉnh|thành phố)\s[^,.;:]{2,24}?(?=,|\s(?:tổ chức|"
    r"khai mạc|họp|mở|tiến hành|có|đã|vừa|long|trọng|trang|sáng|chiều|tối|ngày)))|nhiệm kỳ \d{4}\s?-\s?\d{2,4}|"
    r"\(?khóa [ivxl\d]{1,7}\)?|lần thứ [ivxl\d]{1,7}|"
    r"\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{4})?|(?:sáng|chiều|tối|trưa)(?: nay| qua)?|ngày|hôm nay|đã|vừa|sẽ|vừa qua|mới|"
    r"long trọng|trọng thể|trang trọng|"
    r"do (?:t\.ư|[^.;]){3,220}?(?:làm trưởng đoàn|dẫn đầu),?|"
    r"tiếp tục|chính thức|phối hợp|cùng|đồng|đồng loạt|cũng){0,14}"
)
STRONG = re.compile(
    r"(?<![^\W_])(?:tổ chức|khai mạc|tiến hành|họp|mở|có buổi|có hội nghị|bế mạc|có phiên|đăng cai)(?![^\W_])"
)
_CHAIN = re.compile(
    r"\s?(?:đã |vừa )?(?:chủ trì,? phối hợp với|chủ trì,? phối hợp|,|và|-|–|cùng|/|phối hợp với|phối hợp cùng|phối hợp|"
    r"cùng với|với)\s?(?:các )?"
)
_CAPITALS = re.compile(rf"(?: [{UPPER}][^\W\d_]*){{1,4}}(?![^\W_])")
_NAME_WORDS = re.compile(rf" [{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,5}} ")
ADVERBS = re.compile(
    r"(?: (?:đã|vừa|sẽ|cũng|long trọng|trọng thể|trang trọng|sáng|chiều|tối|nay|qua|phối hợp|cùng|chính thức|tiếp tục|"
    r"đồng loạt|ngày))+$"
)
_PERSONAL = re.compile(r"chủ trì|thăm|tiếp|làm việc|tham dự|kiểm tra|đón|trao|công bố|nghe|thông báo|viếng|gặp(?! mặt)")
_NAME_GOES_ON = re.compile(rf"(?P<more> [{UPPER}][^,.;:()]{{1,30}}),\s")
# "phòng, chống tham nhũng, tiêu cực"
_MORE_OF_NAME = (
    r"(?:chống|tiêu cực|lãng phí|công nghệ|đổi mới|xử lý|nhà dột nát|thiên tai|dự án quan trọng|trọng điểm|"
    r"chuyển đổi số)(?![^\W_])"
)
STEERING = re.compile(
    r"\s(?:(?:quốc gia|trung ương|nhà nước|liên ngành)\s){0,2}(?:về|phòng|thực hiện|chương trình|công tác|xây dựng|"
    r"cải cách|chuyển đổi|nghị quyết|đề án|35|tinh gọn|tổng kết|"
    r"rà soát|sắp xếp|ứng phó|đổi mới|triển khai|hội nhập|giải phóng|"
    r"phát triển|chống|kỷ niệm|tổ chức (?=chính quyền|bộ máy)|các công trình|các dự án|xóa|vận động)(?![^\W_])"
    rf"(?:t\.ư|,(?= {_MORE_OF_NAME})|[^,.;:()]){{0,110}}?"
    r"(?=(?<!và)(?<!theo)(?<!mô hình)(?<!sắp xếp)\s(?:họp|tổ chức|đã|vừa|có|do|để|nhằm|khai mạc|tiến hành|mở|chủ trì|"
    r"kiểm tra|làm việc|cho|diễn ra|được|định hướng|sáng(?! tạo)|chiều|tối|ngày|về tình hình|về việc)(?![^\W_])"
    rf"|,(?! {_MORE_OF_NAME})|\.(?!ư)|[;:()]|$)"
)
_OPEN_QUOTE = re.compile(r'(?P<name>[^"“”]+?)\s["“][^"”]*')
_VERB_AT_END = re.compile(
    r"(?<=\w)(?:\s(?:phối hợp(?: với| cùng)?|đã|(?<!và )vừa|sẽ|nói|trong|tại|từ|của|và|với|về|là|có|gắn|do|để|cho|khi|"
    r"sau|trước|được|nhằm|một cuộc|các|những|giai đoạn))+$"
)
# "Chính phủ Mẫu | đã lên tiếng bác tin rằng …": what is told of a body is no part of its name.
_TOLD = re.compile(
    r"(?<=\w)\s(?:(?:đã|cũng|sẽ|(?<!và )vừa) [^\W\d_]|cho rằng|cho biết|thay mặt|thăm chính thức|đến thăm|lên tiếng|"
    r"nói |khẳng định|trong chuyến|tham dự|(?:về )?(?:rà soát các|tình hình)|về tổng kết công tác).*$"
)
_DANGLING = re.compile(r"\s(?:về|của|và|với)(?: việc)?$")
STEERED = ("ban chỉ đạo", "ủy ban quốc gia", "hội đồng quốc gia", "ban điều phối")
_MEETING_ENDS = re.compile(
    r"(?<=[^\s,])\s?,?\s(?:lần thứ|khóa|nhiệm kỳ|đã|vừa|diễn ra|khai mạc|bế mạc|tại|ở|về|để|nhằm|do|với|thành công|"
    r"thường kỳ|định kỳ|bất thường|mở rộng|toàn thể|tháng|quý|\d{4})(?![^\W_])|\s?\(|[,;:.]"
)
_SHARING = frozenset(
    ["đảng ủy", "ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân", "thường trực hđnd", "thường trực đảng ủy"]
)
MEETS = frozenset({"cấp ủy", "đảng bộ", "ban Đảng"})
# Whose head speaks for it when he takes the chair or pays a visit. Heads of the Government or of the National
# Assembly do so far from either.
LED_BY_HEAD = MEETS | {"UBND", "cơ quan nhà nước", "đoàn thể"}


class Body(NamedTuple):
    """The organisation that meets, as printed with its place normalised, where, and the rule that found it."""

    name: str
    place: str | None
    evidence: Evidence
    rule: str


class NameReader:
    """Finds organisations and the whole of their names; ``subjects`` and ``words`` are shared with who asks."""

    def __init__(self, reader: OrganizationReader, words: KindWords) -> None:
        self.reader = reader
        self.words = words
        self.subjects = SubjectFinder(reader, words)

    def named(self, block: Block, start: int, end: int) -> list[NamedOrganization]:
        return named_organizations(self.reader, block.text, start, end)

    def all(self, block: Block, start: int, end: int) -> list[NamedOrganization]:
        """As ``_named``, with places."""
        found = self.reader.find(block.text[start : min(end, start + LONG)])
        return [NamedOrganization(start + one.start, start + one.end, one, True) for one in found]

    def longer(
        self, text: str, view: str, one: NamedOrganization, end: int, named: Sequence[NamedOrganization]
    ) -> NamedOrganization:
        """ "Đại hội Đảng bộ Tổng công ty Xây dựng Công | trình Mẫu lần thứ X": up to the words that end such a name."""
        if flat(one.organization.name).endswith(STEERED):
            return self.whole_name(text, view, one)
        if flat(one.organization.name) == "trung ương":
            return one  # "Hội nghị Trung ương | 7 xem xét, …"
        stop = _MEETING_ENDS.search(view, one.end, min(end, one.end + 160))
        if stop is None or stop.start() == one.end:
            return one
        known = [(other.start, other.end, other.organization) for other in named]
        whole = self.subjects.whole(text, one.start, stop.start(), known)
        return one._replace(end=whole.end, organization=whole.organization) if whole and whole.longer else one

    def whole_name(self, text: str, view: str, one: NamedOrganization) -> NamedOrganization:
        """ "Huyện ủy An Mẫu tổ chức", "Đảng bộ Than Mẫu tổ chức": capitals up to the verb belong to the name."""
        if flat(one.organization.name).endswith(STEERED) and (field := STEERING.match(view, one.end)):
            longer = one.organization._replace(name=f"{one.organization.name} {text[one.end : field.end()].strip()}")
            return one._replace(end=field.end(), organization=longer)
        place = _CAPITALS.match(text, one.end)
        if place and not self.subjects.is_person(place.group()):  # "Thành ủy An Mẫu (Bình Mẫu) sáng 7/9 đã gặp mặt"
            gap = GAP.match(view, place.end())
            held = self.words.holds.match(view, gap.end()) if gap else None
            standing = one.organization.name.startswith(
                "Thường trực "
            )  # several; no person's office, as it stands free
            if held and (standing or not _PERSONAL.match(held.group())):
                longer = one.organization._replace(name=one.organization.name + place.group())
                return one._replace(end=place.end(), organization=longer)
        verb = self.words.holds.search(view, one.end, one.end + 60)
        if verb is None or _PERSONAL.match(verb.group()):
            return one
        more = text[one.end : verb.start()]
        if not _NAME_WORDS.fullmatch(more) or self.subjects.is_person(more):
            return one  # "Tổng Thư ký Quốc hội | Trần Ví Dụ nói tại họp báo"
        words_of_name = NUMBERED_TERM.sub("", ADVERBS.sub("", more.rstrip()))
        if not words_of_name:
            return one
        longer = one.organization._replace(name=one.organization.name + words_of_name)
        return one._replace(end=one.end + len(words_of_name), organization=longer)


def first_of_chain(text: str, view: str, free: Sequence[NamedOrganization], index: int) -> NamedOrganization:
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


def body_of(block: Block, one: NamedOrganization, rule: str) -> Body:
    """The body that meets under the name of an organisation, what is no part of the name cut off."""
    name, end = one.organization.name, one.end
    if ")" in name and "(" not in name:  # "Ban Chỉ đạo Mẫu) chủ trì phiên": a short name in brackets
        end -= len(name) - name.index(")")
        name = name[: name.index(")")].rstrip()
    if flat(name).removeprefix("thường trực ").startswith(STEERED) and (more := STEERING.match(flat(block.text), end)):
        # What a steering committee steers is part of its name, and no vocabulary knows them all.
        name, end = f"{name} {block.text[end : more.end()].strip()}", more.end()
    if told := _TOLD.search(name):
        end -= len(name) - told.start()
        name = name[: told.start()]
    if verb := _VERB_AT_END.search(name):
        end -= len(name) - verb.start()
        name = name[: verb.start()]
    # 'Ban Chỉ đạo … nghị quyết 18 "Một số vấn đề về …': the name of another thing
    if quoted := _OPEN_QUOTE.fullmatch(name):
        end -= len(name) - quoted.end("name")
        name = _DANGLING.sub("", quoted.group("name"))
    return Body(name, one.organization.place, Evidence(block.id, one.start, end), rule)
