"""A sentence in; the organisations that it names out, each with whether it stands there for itself.

"Bí thư Tỉnh ủy …" names an office, "tại trụ sở UBND …" a house, "Nghị quyết của …" an issuer, "đề nghị Ban Bí thư …"
one who is asked: none of these says who met.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .documents_text import flat
from .event_acts import is_object, joins_object
from .organizations import Organization, OrganizationReader
from .tokens import capital_run, tokenize

LONG = 1500  # code points of a sentence in which a body is looked for
# --- what stands before an organisation tells what it is there for
OFFICE = re.compile(
    r"(?:bí thư|chủ tịch|trưởng|phó|chủ nhiệm|giám đốc|viện trưởng|hiệu trưởng|tổng biên tập|chánh|ủy viên|"
    r"thành viên|đại biểu|lãnh đạo|cán bộ|"
    r"nguyên|thường trực|chuyên trách|tư lệnh|chính ủy|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng|tổng bí thư|"
    r"đại diện|diện|đoàn|thư ký|người phát ngôn|phát ngôn viên|chánh văn phòng)\s(?:thường trực\s|chuyên trách\s)?$"
)
_TITLE = re.compile(r"(?<![^\W_])(?:trưởng|phó) (?:trưởng )?(?:ban|phòng|đoàn|khoa|văn phòng)\s[^,;.]{0,40}$")
VENUE = re.compile(
    r"(?:tại|ở)\s(?:(?:trụ sở|hội trường|khuôn viên|phòng họp|nhà khách|văn phòng|điểm cầu|cơ quan|"
    r"địa bàn)\s){0,2}(?:các\s)?$"
)
# "tại Nhà đa năng | Trường …", "tại hội trường tầng 3 | Trung tâm …": a room, and then whose it is.
ROOM = re.compile(
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
_STANDING = re.compile(r"(?<!thư )(?<!tịch )(?<!viên )(?<!rưởng ban )(?<!rưởng Ban )(?<!nhiệm )(?<!đốc )Thường trực $")
# "Thường vụ | Quốc hội cho ý kiến": the committee, short for its full name
_STANDING_COMMITTEE = re.compile(r"(?:UBTV |(?<![^\W_])[Tt]hường vụ )$")
# "Đoàn đại biểu cấp cao | Quốc hội Việt Nam đã gặp …": who travels for a house is not the house.
_ENVOYS = re.compile(r"(?<![^\W_])đoàn (?:đại biểu )?cấp cao (?:của )?$")
_VERB_TAKEN = re.compile(r"\s(?:tổ chức|họp|công bố|tuyên dương|phối hợp)$")
_PLENUM = re.compile(r"trung ương (?:\d{1,2}|[ivx]{1,5})(?: .*)?")  # "Hội nghị | Trung ương 10": the meeting's number
NUMBERED_TERM = re.compile(r"\s(?:lần thứ|khóa|nhiệm kỳ)(?![^\W_]).*$")
_LOOSE_END = re.compile(r"\s(?:lần|khóa|nhiệm kỳ|thường kỳ|định kỳ|bất thường|mở rộng)$|\s?\([^()]*$")
# Names that say nothing by themselves.
GENERIC = frozenset(
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
        "đoàn công tác trung ương",
        "đoàn công tác của trung ương",
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
        "hội đồng quản trị",
        "hđqt",
        "hội đồng thành viên",
        "hội đồng trường",
        "ban giám đốc",
        "ban giám hiệu",
        "ubnd",
        "hđnd",
        "công ty",
        "tổng công ty",
        "tập đoàn",
        "bệnh viện",
    ]
)


class NamedOrganization(NamedTuple):
    """An organisation in a sentence, and whether it stands there for itself."""

    start: int
    end: int
    organization: Organization
    free: bool  # not part of an office, a venue, an issuer's name

    @property
    def generic(self) -> bool:
        """Whether the name says nothing by itself: "Đảng bộ"."""
        return flat(self.organization.name) in GENERIC


def named_organizations(reader: OrganizationReader, text: str, start: int, end: int) -> list[NamedOrganization]:
    """The organisations of text[start:end], wards and provinces by themselves left out."""
    view = flat(text)
    out = []
    asked = -1  # where the last body ended that is asked to do something
    for organization in reader.find(text[start : min(end, start + LONG)]):
        if organization.kind == "địa phương" or _PLENUM.fullmatch(flat(organization.name)):
            continue
        if taken := _VERB_TAKEN.search(text, start + organization.start, start + organization.end):
            # In small letters it is the sentence's verb, not "Ban Tổ chức".
            cut = start + organization.end - taken.start()
            organization = organization._replace(end=organization.end - cut, name=organization.name[:-cut])
        if (tail := _LOOSE_END.search(text, start + organization.start, start + organization.end)) and tail.start():
            cut = start + organization.end - tail.start()  # "… Việt Nam lần | thứ IV", "phường Thử (quận | Mẫu)"
            organization = organization._replace(end=organization.end - cut, name=organization.name[:-cut])
        if term := NUMBERED_TERM.search(text, start + organization.start, start + organization.end):
            cut = start + organization.end - term.start()  # "Đảng bộ … Mẫu lần thứ V"
            organization = organization._replace(
                end=organization.end - cut, name=NUMBERED_TERM.sub("", organization.name)
            )
        first = start + organization.start
        if view.endswith("giỗ ", start, first):
            continue  # "Giỗ Tổ Hùng Vương"
        standing = _STANDING.search(text, max(start, first - 40), first)
        if standing and flat(organization.name) == "ban bí thư":
            standing = None  # "Thường trực Ban Bí thư" is one person's office
        if standing:
            first -= len("Thường trực ")
            organization = organization._replace(name=f"Thường trực {organization.name}")
        if flat(organization.name) == "quốc hội" and (part := _STANDING_COMMITTEE.search(text, start, first)):
            organization = organization._replace(name=part.group() + organization.name)
            first = part.start()
        before = view[max(start, first - 70) : first]
        if OFFICE.search(before) and (cut := _person_behind(reader, text, first, start + organization.end)):
            # "Chủ tịch UBND huyện | Trần Ví Dụ": the person who holds the office.
            shorter = text[first : start + organization.end - cut].rstrip()
            cut = start + organization.end - first - len(shorter)
            organization = organization._replace(end=organization.end - cut, name=organization.name[:-cut])
        if is_object(view, first) or (asked >= 0 and joins_object(view, asked, first)):
            asked = start + organization.end
            out.append(NamedOrganization(first, asked, organization, False))
            continue
        free = before.endswith(("đại hội ", "đại hội đại biểu ")) or not (
            OFFICE.search(before)
            or _ENVOYS.search(before)
            or _TITLE.search(before)
            or VENUE.search(before)
            or ROOM.search(before)
            or _ISSUER.search(before)
            or _MADE.search(before)
        )
        out.append(NamedOrganization(first, start + organization.end, organization, free))
    return out


def _person_behind(reader: OrganizationReader, text: str, start: int, end: int) -> int:
    """How many characters of a person's name close text[start:end]; 0 where none do."""
    tokens, names = tokenize(text[start : end + 40]), reader.names
    inside = sum(1 for place in tokens.start if place < end - start)
    if 1 < inside < len(tokens.low) and tokens.shape[inside - 1] in "CA" and tokens.shape[inside - 2] not in "CA":
        # "Chủ tịch UBND tỉnh Lê | Ví Dụ": one capital word, and the name goes on behind it.
        run = capital_run(tokens, inside - 1)
        if run > inside + 1 and names.weight(tokens, inside - 1, run) >= 5:
            return end - start - tokens.start[inside - 1]
    tokens = tokenize(text[start:end])
    first = len(tokens.low)
    while first and tokens.shape[first - 1] in "CA" and len(tokens.low) - first < 6:
        first -= 1
    last = len(tokens.low)
    if first == 0 or first == last or names.weight(tokens, first, last) < 5:
        return 0
    if names.is_historical(tokens, first, last) or names.is_street(tokens, first, last):
        return 0
    return tokens.end[last - 1] - tokens.start[first]
