"""The lead's organisations in; the one that meets out: who "tổ chức", whose "đại hội", at last whose leader takes the chair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Block, Evidence
from .documents_text import flat
from .event_kind import Kind, KindWords
from .organizations import Organization, OrganizationReader

_CHAIN = re.compile(r"\s?(?:,|và|-|–|;|cùng|/|phối hợp với|phối hợp cùng|phối hợp|cùng với|với)\s?(?:các )?")
# Between the body and its verb: term, town, day, adverbs.
_BEFORE_VERB = re.compile(
    r"(?:[\s,(]|nhiệm kỳ \d{4}\s?-\s?\d{2,4}|khóa [ivxl\d]{1,7}|lần thứ [ivxl\d]{1,7}|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{4})?|(?:sáng|chiều|tối|trưa)(?: nay| qua)?|ngày|hôm nay|"
    r"đã|vừa|sẽ|vừa qua|mới|long trọng|trọng thể|trang trọng|tiếp tục|chính thức|phối hợp|cùng|đồng|đồng loạt|cũng|[)]){0,12}"
)
_COMMITTEES = frozenset({"cấp ủy", "đảng bộ", "ban Đảng", "UBND", "HĐND", "MTTQ", "đoàn thể", "Trung ương", "cơ quan nhà nước", "đơn vị", "tư pháp", "lực lượng vũ trang"})
_CHAIRS = re.compile(r"(?:chủ trì|chủ tọa|điều hành|kết luận hội nghị|phát biểu khai mạc)")
_OFFICE = re.compile(r"(?:bí thư|phó bí thư|chủ tịch|phó chủ tịch|trưởng ban|phó trưởng ban|chủ nhiệm|phó chủ nhiệm|giám đốc|trưởng|thường trực)(?: thường trực| chuyên trách)?\s$")


class Body(NamedTuple):
    """The organisation that meets, as printed with its place normalised, where, and the rule that found it."""

    name: str
    place: str | None
    evidence: Evidence
    rule: str


def find_body(
    sentence: tuple[Block, int, int] | None, kind: Kind | None, blocks: Sequence[Block], reader: OrganizationReader, words: KindWords
) -> Body | None:
    """The body, from the sentence that says when and what; else from the other sentences of the lead; else by its chair."""
    if sentence is not None:
        block, start, end = sentence
        found = _in_sentence(block, start, end, kind, reader, words)
        if found:
            return found
    return None


def _organizations(block: Block, start: int, end: int, reader: OrganizationReader) -> list[tuple[int, int, Organization]]:
    return [
        (start + o.start, start + o.end, o)
        for o in reader.find(block.text[start : min(end, start + 1500)])
        if o.kind in _COMMITTEES or o.kind not in ("địa phương",)
    ]


def _in_sentence(
    block: Block, start: int, end: int, kind: Kind | None, reader: OrganizationReader, words: KindWords
) -> Body | None:
    view = flat(block.text)
    found = _organizations(block, start, end, reader)
    if not found:
        return None
    # "Hội nghị … do Ban Tổ chức Tỉnh ủy tổ chức"
    for first, last, organization in found:
        if re.search(r"(?<![^\W_])do\s$", view[max(start, first - 4) : first]) and re.match(
            r"[^.;]{0,60}?(?:tổ chức|chủ trì|phối hợp)", view[last : min(end, last + 80)]
        ):
            return _body(block, first, last, organization, "held-by")
    # "… tổ chức hội nghị": the first of the organisations that stand together before the verb.
    for index, (first, last, _) in enumerate(found):
        gap = _BEFORE_VERB.match(view, last, end)
        verb = words.holds.match(view, gap.end(), end) if gap else None
        if verb is None or _OFFICE.search(view[max(start, first - 30) : first]):
            continue
        if kind is not None and kind.start < first and not kind.held:
            # "Hội nghị Ban Chấp hành … họp": the meeting is the subject; its own words name the body all the same.
            return _body(block, *found[index], "meeting-of")
        at = index
        while at and (_CHAIN.fullmatch(view[found[at - 1][1] : found[at][0]]) is not None):
            at -= 1
        if _OFFICE.search(view[max(start, found[at][0] - 30) : found[at][0]]):
            continue
        return _body(block, *found[at], "subject-of-verb")
    # "Đại hội đại biểu Đảng bộ …", "hội nghị Ban Chấp hành Đảng bộ …", "hội nghị của …"
    if kind is not None:
        for first, last, organization in found:
            if kind.start <= first <= kind.end + 14 or (first <= kind.end <= last and first > kind.start):
                return _body(block, first, last, organization, "meeting-of")
    return None


def _body(block: Block, first: int, last: int, organization: Organization, rule: str) -> Body:
    return Body(organization.name, organization.place, Evidence(block.id, first, last), rule)


def body_in_lead(blocks: Sequence[Block], reader: OrganizationReader, words: KindWords) -> Body | None:
    """For leads without a day: the first sentence in which an organisation holds a meeting."""
    from .event_date import sentences
    from .event_kind import find_kind

    for block in blocks[:3]:
        view = flat(block.text)
        for start, end in sentences(view)[:3]:
            kind = find_kind(view, start, end, words)
            if kind is not None:
                found = _in_sentence(block, start, end, kind, reader, words)
                if found:
                    return found
    return None


def body_of_chair(blocks: Sequence[Block], reader: OrganizationReader) -> Body | None:
    """ "Đồng chí …, Bí thư Đảng ủy các cơ quan Đảng thành phố chủ trì hội nghị": the last organisation of the offices."""
    for block in blocks[:5]:
        view = flat(block.text)
        chair = _CHAIRS.search(view)
        if chair is None:
            continue
        before = [o for o in _organizations(block, 0, chair.start(), reader) if _OFFICE.search(view[max(0, o[0] - 30) : o[0]])]
        if before:
            first, last, organization = before[-1]
            return _body(block, first, last, organization, "office-of-chair")
    return None


def body_most_named(blocks: Sequence[Block], reader: OrganizationReader) -> Body | None:
    """The committee that the article names most often, if one is named at least three times and twice as often as others."""
    counts: Counter[str] = Counter()
    where: dict[str, tuple[Block, int, int, Organization]] = {}
    for block in blocks[:12]:
        for first, last, organization in _organizations(block, 0, len(block.text), reader):
            if organization.kind in ("cấp ủy", "đảng bộ", "ban Đảng") and len(organization.name.split()) > 2:
                counts[organization.name] += 1
                where.setdefault(organization.name, (block, first, last, organization))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    block, first, last, organization = where[ranked[0][0]]
    return _body(block, first, last, organization, "most-named")
