"""A sentence and the organisations known in it in; the whole name that stands as its subject out, however long it is.

No vocabulary holds every hospital, firm, steering committee or cluster of units. But the form of the sentence says
where such a name begins (at the head of a clause, with a kind of organisation in capitals) and where it ends (before
"tổ chức", a date, a comma with the next body): between the two all words are the name's, or the phrase is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .documents_text import UPPER, flat
from .event_kind import KindWords
from .organizations import Organization, OrganizationReader
from .tokens import capital_run, tokenize

_OPENING = 700  # code points of a sentence in which its subject begins
_LONG = 220  # code points of a subject up to its verb
_TRIES = 14
_CLAUSE = re.compile(r"[,:]\s{1,2}|\)\s?-?\s?|\s-\s|(?<![^\W_])do\s")
_VERB = re.compile(
    r"(?<![^\W_])(?:tổ chức|khai mạc|bế mạc|tiến hành|họp(?! tác| đồng| pháp)|mở (?:hội|lớp|đợt|phiên)|đăng cai|"
    r"phối hợp|có (?:buổi|cuộc|phiên|hội nghị|chuyến)|chủ trì|long trọng|trọng thể|trang trọng|đã|(?<!và )vừa|"
    r"gặp mặt|làm việc|ra mắt|giao ban|tổng kết|sơ kết|ký kết|công bố|phát động|tiếp xúc cử tri)(?![^\W_])"
)
# Before such a word it belongs to a name: "Liên hiệp các tổ chức …", "Ban vận động", "Phòng tổ chức cán bộ".
_NAMED_VERB = re.compile(r"(?<![^\W_])(?:các|những|ban|phòng|công tác|bộ phận)\s$")
# Where a name is over, if nothing known goes on across it.
_ENDS = re.compile(
    r"\sdo (?=ông |bà |đồng chí |đ/c |thiếu |trung |thượng |đại )|\s(?:cùng|với|sáng|chiều|tối|trưa|ngày|hôm|"
    r"nhiệm kỳ|lần thứ|khóa [ivxl\d])(?![^\W_])|"
    r"\stại (?:trụ sở|hội trường|nhà văn hóa|phòng họp|huyện|quận|xã|phường|thị trấn|thị xã|tỉnh)|[;:]|"
    r",\s(?=các |cùng |với |tại |ở |sáng |chiều |tối |ngày |trong |nhân |do |gồm |đơn vị |tp |tp\.|thành phố |tỉnh )"
)
_LIST = re.compile(r",\s|\s(?:và|-|–|&)\s")
_ABBREVIATION = re.compile(rf"\s?\([{UPPER}\d&.-]{{2,20}}\)")
_BRACKET = re.compile(r"\s?\([^()]{1,60}\)")
# Words with which a phrase tells something and names nobody.
_NO_NAME = re.compile(
    r"(?<![^\W_])(?:ông|bà|đồng chí|đ/c|bí thư|chủ tịch(?! nước)|giám đốc|phó|trưởng|ủy viên|thủ trưởng|lãnh đạo|"
    r"đại biểu|được|là|bị|nhằm|để|đến|theo|khi|sau|trước|yêu cầu|đề nghị|cần|phải|luôn|đang|sẽ|"
    r"(?<!hàng )không(?! quân)|này|đó|nay|do|của)(?![^\W_])"
)
_PREDICATE = re.compile(
    r"(?<![^\W_])(?:nói|chia sẻ|cho biết|cho rằng|khẳng định|tổng thống|ngoại trưởng|đã|chủ trì|phát biểu|tổng bí thư|"
    r"thủ tướng|bộ trưởng|thứ trưởng)(?![^\W_])"
)
# "Tiểu ban Mẫu cho rằng có tổ chức …": a clause, and no name
_SAYS = re.compile(r"(?<![^\W_])(?:cho rằng|cho biết|thay mặt|khẳng định|lên tiếng|kiến nghị|đầu tư tại)(?![^\W_])")
_TASKS = re.compile(
    r"(?<![^\W_])(?:quan tâm|xác định|đề ra|triển khai|thực hiện|ban hành|tập trung|tăng cường|đẩy mạnh|hướng dẫn|"
    r"chỉ đạo|xây dựng|lựa chọn|hoàn thành|dự|tham dự|tham gia|thăm|kiểm tra|tiếp|trao|đón|nghe|thống nhất|"
    r"nhất trí)(?![^\W_])"
)
# Units whose name may go on in small letters; a party committee's or a people's committee's may not.
_TAILED = re.compile(
    r"(?<![^\W_])(?:ban chỉ đạo|bcđ|hội đồng(?! nhân dân)|ngân hàng|công ty|tập đoàn|văn phòng|trung tâm|"
    r"ủy ban(?! nhân dân| mặt trận| mttq| kiểm tra)|liên hiệp|hiệp hội|liên đoàn|liên minh|ban quản lý|trường|học viện|"
    r"viện|quỹ|câu lạc bộ|nhà máy|xí nghiệp|hợp tác xã|hội|khoa|ban (?:vận động|liên lạc|đại diện|điều phối))(?![^\W_])"
)
# Small letters that close a name by themselves: "Ngân hàng Chính sách | xã hội tổ chức".
_FIELD = re.compile(
    r"(?: (?:xã hội|nhỏ và vừa|tư nhân|trẻ|điện tử|nhân dân|quốc gia|quốc tế|ở nước ngoài|nông thôn|thương mại|du lịch|"
    r"vận tải|thủy sản|bay|hàng không|hàng hải|môi trường|y tế|giáo dục|tài chính|bất động sản|xây dựng|dịch vụ|đầu tư|"
    r"lữ hành|khách sạn|thực phẩm|nông sản|nông nghiệp|công nghiệp|dệt may|dầu khí|khoáng sản|lâm sản|lương thực|"
    r"cao tuổi|khuyết tật|khởi nghiệp|sáng tạo|và|-))+\s?"
)
_STEERING = re.compile(r"(?:ban chỉ đạo|bcđ|ban quản lý|hội đồng|ban điều phối)(?![^\W_])")
_CAPITALS = re.compile(rf"(?: [{UPPER}][^\W\d_]*){{1,4}}")
_TERM = re.compile(r"(?:[\s,]|\(?khóa [ivxl\d]{1,7}\)?|nhiệm kỳ \d{4}\s?-\s?\d{2,4}|lần thứ \S{1,7})*")


class Subject(NamedTuple):
    """The whole name text[start:end], what is known of it, and where its verb stands."""

    start: int
    end: int
    organization: Organization
    verb: int
    longer: bool  # than what the readers of organisations know


class SubjectFinder:
    """Finds whole subjects; ``words.bodies`` are kinds of organisations beyond those of the readers."""

    def __init__(self, reader: OrganizationReader, words: KindWords) -> None:
        self._reader = reader
        self._words = words

    def find(self, text: str, start: int, end: int, known: Sequence[tuple[int, int, Organization]]) -> Subject | None:
        """The first clause of text[start:end] that is a named body and its verb. ``known``: what the readers found."""
        view = flat(text)
        limit = min(end, start + _OPENING)
        begins = [start + len(view[start:limit]) - len(view[start:limit].lstrip())]
        begins += [found.end() for found in _CLAUSE.finditer(view, start, limit)]
        tried = 0
        for at in begins:
            if not text[at : at + 1].isupper() or not self._is_head(text, view, at):
                continue
            tried += 1
            if tried > _TRIES:
                break
            found = self._at(text, view, at, end, known)
            if found is not None:
                return found
        return None

    def whole(self, text: str, at: int, stop: int, known: Sequence[tuple[int, int, Organization]]) -> Subject | None:
        """The whole name that begins at ``at`` and ends before ``stop``."""
        return self._named(text, flat(text), at, stop, known)

    def _is_head(self, text: str, view: str, at: int) -> bool:
        if self._words.head.match(view, at):
            return False  # "Hội nghị …", "Đại hội …"
        if self._words.bodies.match(view, at):
            return True
        tokens = tokenize(text[at : at + 60])
        return bool(tokens.low) and self._reader.starts_head(tokens, 0)

    def _at(
        self, text: str, view: str, at: int, end: int, known: Sequence[tuple[int, int, Organization]]
    ) -> Subject | None:
        for verb in _VERB.finditer(view, at, min(end, at + _LONG)):
            if text[verb.start()].isupper() or _NAMED_VERB.search(view, max(at, verb.start() - 12), verb.start()):
                continue
            return self._named(text, view, at, verb.start(), known)
        return None

    def _named(
        self, text: str, view: str, at: int, verb: int, known: Sequence[tuple[int, int, Organization]]
    ) -> Subject | None:
        end = self._end(text, view, at, verb, known)
        here = next((one for one in known if one[0] == at), None)
        if here is not None and (here[1] >= end or _TERM.fullmatch(view, here[1], end)):
            return Subject(at, here[1], here[2], verb, False)
        assembly = here is not None and (here[2].kind == "HĐND" or flat(here[2].name).endswith("quốc hội"))
        if (
            assembly
            and here is not None
            and (_CAPITALS.fullmatch(text, here[1], end) is None or self.is_person(text[here[1] : end]))
        ):
            return None  # "Quốc hội bàn về …", "HĐND tỉnh thực sự …": known wholly, but for other countries' assemblies
        first = here[1] if here is not None else at + 1
        rest = view[first:end]
        if _SAYS.search(rest):
            return None
        if not rest.strip() or _NO_NAME.search(view, at, end) or rest.count('"') % 2:
            return None
        bare = _BRACKET.sub("", text[first:end])
        short = _ABBREVIATION.match(text, end) is not None  # "Công ty … Quản lý bay (ABC)": the name goes up to there
        before = here[2].name if here is not None else ""
        steering = _STEERING.match(view, at) is not None
        short = short or (here is not None and _FIELD.fullmatch(view, first, end) is not None)
        if not steering and not short and not any(c.isupper() or c.isdigit() for c in bare):
            return None  # "Tỉnh ủy quan tâm tổ chức": nothing but small letters is a predicate
        goes_on = re.sub(rf"^[ –&-]*(?:và (?=[{UPPER}]))?", "", bare)  # "Cục Xây dựng Mẫu | và Công tác quần chúng"
        if goes_on[:1].islower() or here is None:
            tailed = here is None or _TAILED.search(flat(before)) is not None or _TAILED.match(view, at) is not None
            if not tailed or (not steering and _TASKS.search(_small(text, view, first, end))):
                return None
        if here is not None and self.is_person(text[first:end]):
            return None
        inside = [one for one in known if at <= one[0] and one[1] <= end]
        name, done = "", at
        for one_start, one_end, organization in inside:
            name += text[done:one_start] + organization.name
            done = one_end
        name = " ".join(_ABBREVIATION.sub("", name + text[done:end]).split())
        last = inside[-1][2] if inside else None
        return Subject(
            at,
            end,
            Organization(
                at,
                end,
                name,
                here[2].kind if here is not None else "đơn vị",
                last.place if last else None,
                last.local if last else False,
                0,
                0,
                last.level if last else "",
                last.where if last else "",
            ),
            verb,
            True,
        )

    def _end(self, text: str, view: str, at: int, verb: int, known: Sequence[tuple[int, int, Organization]]) -> int:
        """Where the name is over before its verb."""
        end = verb

        def across(first: int, last: int) -> bool:
            return any(one_start < first and last < one_end for one_start, one_end, _ in known)

        for found in _ENDS.finditer(view, at, verb):
            if not across(found.start(), found.end()):
                end = found.start()
                break
        for found in _LIST.finditer(view, at, end):
            if across(found.start(), found.end()) or not text[found.end() : found.end() + 1].isupper():
                continue
            if found.group().strip() in ("-", "–"):  # "Tập đoàn Công nghiệp - Viễn thông …" is one, "HĐND - UBND" two
                other = any(one[0] == found.end() and one[2].kind != "đơn vị" for one in known)
            else:
                other = found.group().startswith(",") or self._is_head(text, view, found.end())
            if other:
                end = found.start()
                break
        while end > at:
            kept = len(view[at:end].rstrip(" ,-–"))
            closing = list(_BRACKET.finditer(view, at, at + kept))
            if closing and closing[-1].end() == at + kept:
                kept = closing[-1].start() - at
            if at + kept == end:
                break
            end = at + kept
        return end

    def is_person(self, text: str) -> bool:
        """Whether the first capitals of a text read as a person's name."""
        tokens = tokenize(text)
        i = 0
        while i < len(tokens.low):
            if tokens.shape[i] == "C":
                run = capital_run(tokens, i, 6)
                names = self._reader.names
                if names.weight(tokens, i, run) >= 5 and not (
                    names.is_historical(tokens, i, run) or names.is_street(tokens, i, run)
                ):
                    return i == 0
                i = run
            else:
                i += 1
        return False


def tells(words: str) -> bool:
    """Whether a phrase tells something of somebody and so is no name: "Bí thư … đã chủ trì phiên"."""
    view = flat(words)
    return _NO_NAME.search(view) is not None or _PREDICATE.search(view) is not None


def _small(text: str, view: str, start: int, end: int) -> str:
    """The words in small letters of text[start:end]."""
    return " ".join(w.group() for w in re.finditer(r"[^\W\d_]+", text[start:end]) if w.group()[0].islower())
