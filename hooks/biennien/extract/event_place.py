"""The lead, the body and the outlet in; where the meeting took place out, with what says so.

In this order: the editor; the words of the body; the words of the sentence that says what was held; the offices that
are printed in the article, if they agree; the site that it prints, the province that it calls its own, the towns
that it names; the outlet's home. "Thành phố" alone is no place: the article of another city would come under the wrong
one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from .. import vocabulary
from ..entities import Outlet, Registry
from ..model import Block, Evidence, Meta, PlaceBasis
from .documents_text import UPPER, flat
from .event_body import Body
from .event_date import sentences
from .event_place_signs import Sign, SignReader
from .places import PlaceMention, PlaceReader

_NATIONAL = "toan-quoc"
_CENTRAL = re.compile(
    r"(?:thường trực |văn phòng |đảng ủy )?(?:trung ương|bộ chính trị|ban bí thư|chính phủ|quốc hội|"
    r"ủy ban thường vụ quốc hội|thường vụ quốc hội|ubtv quốc hội|bộ )|.*trung ương(?: đảng)?(?:$| )|.*toàn quốc|"
    r"tổ công tác của thủ tướng|đảng cộng sản việt nam|(?!đoàn ).*(?:của quốc hội|quốc gia)$|"
    r"(?:tổng liên đoàn|tổng hội|liên hiệp|liên đoàn|hiệp hội|hội) [^,]*việt nam$"
)
_AT = re.compile(
    r"điểm cầu (?:tỉnh |thành phố )?$|(?<![^\W_])làm việc với\s[^.;,]{0,60}$|(?<![^\W_])(?:tại|ở)\s(?:tp\.|"
    r"[^,.;:]){0,60}$|"
    r"(?<![^\W_])(?:đến|về)\s(?:(?:tỉnh|thành phố|tp\.?)\s)?$"
)
# Before a place: what makes it the place of an office or body of this article.
# "nói rằng …", "cho biết, …": what is told at a meeting is of other places.
_REPORTED = re.compile(r"(?<![^\W_])rằng(?![^\W_])")
_MEETS = re.compile(
    r"(?<![^\W_])(?:hội nghị|đại hội|phiên|kỳ họp|họp|buổi|cuộc|lễ|diễn ra|tổ chức|khai mạc|bế mạc|làm việc|dự|tiếp|"
    r"chủ trì|công bố|trao|bầu|thăm|viếng|dâng|gặp|kiểm tra|xem xét|phát biểu)(?![^\W_])"
    r"|(?<!\d)\d{1,2}[-/.]\d{1,2}(?!\d)"
)
_TOLD = 3000  # code points of a sentence or lead in which it says where it was
_LOCAL_TIME = re.compile(r"(?<![^\W_])giờ địa phương(?![^\W_])")  # said in reports from abroad only
_NATIONAL_LEAD = re.compile(
    r"(?<![^\W_])(?:thủ tướng|bộ trưởng|thứ trưởng|chính phủ|quốc hội|toàn quốc|trung ương|t\.ư|tổng bí thư|"
    r"chủ tịch nước)(?![^\W_])"
)
_OFFICE = re.compile(
    r"(?:thành ủy|tỉnh ủy|ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|đảng bộ|mttq việt nam|mttq|"
    r"mặt trận tổ quốc việt nam|đoàn đbqh|"
    r"công an|bộ chqs|sở [^\W\d_ ]{2,12}(?: [^\W\d_]{2,12})?)\s(?:các cơ quan đảng\s)?(?:tỉnh|thành phố|tp\.?)?\s?$"
)


# Before a place: what makes it a guest's or somebody else's.
_UNIT = re.compile(
    r"(?:[^,.;()]{0,60}\s)?(?:đại học|cao đẳng|học viện|trường chính trị|bệnh viện|báo|đài phát thanh|các kcn|"
    r"các khu công nghiệp|các khu kinh tế|khu kinh tế|khu công nghệ cao)(?![^\W_])"
)
_HALL = re.compile(
    r"(?<![^\W_])(?:tại|ở)\s(?P<hall>(?:nhà hát|trường đại học|đại học|học viện|bệnh viện|trung tâm|cung|bảo tàng|"
    r"thư viện|nhà khách|nhà văn hóa|nhà thi đấu)\s[^,.;:()]{2,60}?)"
    r"(?=[,.;(]|\s(?:đã|diễn ra|tổ chức|sáng|chiều|khai mạc|và)\s)"
)
_GUEST = re.compile(
    r"(?<![^\W_])(?:đoàn|tiếp|với|rời|giữa|ủng hộ|hỗ trợ|đồng bào|nhân dân|quê|từ|kết nghĩa|sang|kinh nghiệm|"
    r"so với)(?![^\W_])[^,.;]{0,40}$"
    r"|(?<![^\W_])(?:công ty|tập đoàn|doanh nghiệp|hợp tác xã|ngân hàng)(?![^\W_])[^,.;]{0,50}$"
)


_NO_LAND = frozenset(["Việt Nam", "ASEAN", "EU", "Liên hợp quốc", "Liên Hợp Quốc", "Liên minh châu Âu"])


class Where(NamedTuple):
    """A place id or None, what says so, and the words of it."""

    place: str | None
    basis: PlaceBasis
    reason: str
    evidence: Evidence | None = None


class PlaceFinder:
    """Finds the province or central city in which an article's meeting took place."""

    def __init__(self, registry: Registry, extension: Path | None = None) -> None:
        self._registry = registry
        self._reader = PlaceReader(registry, extension)
        self._signs = SignReader(registry, self._reader, extension)
        lands = [name for name in vocabulary.words("offices", extension)["countries"] if name not in _NO_LAND]
        longest = "|".join(re.escape(name) for name in sorted(lands, key=lambda name: (-len(name), name)))
        self._visit = re.compile(
            r"(?<![^\W_])(?:khuôn khổ|tiếp tục) (?:chương trình )?chuyến (?:thăm|công tác)(?![^\W_])"
            rf"(?:(?! Việt Nam| của )[^.;,]){{0,40}}?\s(?:{longest})(?![^\W_])(?! [{UPPER}])"
        )
        self._abroad = re.compile(
            r"(?<![^\W_])(?<!quán )(?<!Nam )(?<!bào )(?:[Tt]ại|ở)\s(?:[^,.;:()]{0,30}(?:,\s|\s\(|\s(?<!thôn )"
            rf"(?<!xã )(?<!phường )(?<!huyện )(?<!quận )(?<!ấp )(?<!đường )(?<!phố )(?<!làng )))??"
            rf"(?:{longest})(?![^\W_])(?! [{UPPER}])"
        )

    def find(
        self,
        at: tuple[Block, int, int] | None,
        body: Body | None,
        blocks: Sequence[Block],
        meta: Meta,
        outlet: Outlet | None,
    ) -> Where:
        """Where it was, or why that is not known."""
        if meta.meeting.place:
            place = self._reader.province(meta.meeting.place)
            return Where(place, "editor", "nơi do người biên tập ghi")
        if at is not None and (house := self._signs.of_house(*at)):
            return self._told(house, "bài nói họp tại “{}”, ở {}")
        central = body is not None and body.place is None and _CENTRAL.match(flat(body.name)) is not None
        if body is not None and not central:
            found = self._of_body(body, blocks)
            if found:
                return found
            block = next((b for b in blocks if b.id == body.evidence.block), None)
            if block is not None and (town := self._signs.of_name(block, *body.evidence[1:])):
                return self._told(town, "tên cơ quan họp nêu “{}”, ở {}")
        if at is not None:
            found = self._in_sentence(*at, central)
            if found:
                return found
        if line := self._signs.of_dateline(blocks):
            return self._told(line, "bài đề nơi “{}” ở đầu")
        if central:
            for block in [b for b in blocks if b.kind in ("lead", "paragraph")][:3]:
                for first, last in sentences(flat(block.text[:400])):
                    found = _MEETS.search(flat(block.text), first, last) and self._in_sentence(
                        block, first, last, central
                    )
                    if found:
                        return found
            if town := self._signs.of_towns(blocks, at_only=True):
                return self._told(town, "bài nói họp tại “{}”, ở {}")
        else:
            for block in [b for b in blocks if b.kind in ("headline", "lead")][:3]:
                found = self._in_sentence(block, 0, len(block.text), central)
                if found:
                    return found
            opening = [b for b in blocks if b.kind in ("lead", "paragraph")][:2]
            # Prime Minister and ministers meet about a province anywhere.
            national = body is None and any(_NATIONAL_LEAD.search(flat(b.text)) for b in opening)
            found = (None if national else self._by_offices(blocks)) or self._by_signs(blocks, meta)
            if found:
                return found
        if outlet is not None and outlet.home != _NATIONAL and outlet.home in self._registry.places and not central:
            place = self._reader.province(outlet.home)
            return Where(
                place, "outlet", f"bài không nêu tên nơi; {outlet.short or outlet.name} là của {self._name(place)}"
            )
        if central:
            return Where(None, "unknown", "cơ quan Trung ương họp, bài không nói ở đâu")
        return Where(None, "unknown", "bài không nêu tên tỉnh, thành phố")

    def _by_signs(self, blocks: Sequence[Block], meta: Meta) -> Where | None:
        if sign := self._signs.of_site(blocks, meta.source.url):
            if sign.block is None:
                return Where(
                    sign.province, "outlet", f"bài không nêu tên nơi; địa chỉ bài là của {self._name(sign.province)}"
                )
            return self._told(sign, "bài in trang “{}”, của {}", "outlet")
        town, own = self._signs.of_towns(blocks), self._signs.of_words(blocks)
        if own and (town is None or town.province == own.province):
            times = f" {own.times} lần" if own.times > 1 else ""
            return self._told(own, f"bài nói về địa phương mình, nêu “{{}}”{times}")
        return self._told(town, "bài nêu “{}”, ở {}") if town and own is None else None

    def _told(self, sign: Sign, reason: str, basis: PlaceBasis = "stated") -> Where:
        assert sign.block is not None
        written = sign.block.text[sign.start : sign.end]
        evidence = Evidence(sign.block.id, sign.start, sign.end)
        return Where(sign.province, basis, reason.format(written, self._name(sign.province)), evidence)

    def _name(self, place: str) -> str:
        known = self._reader.place(place)
        return known.short or known.name if known else place

    def _of_body(self, body: Body, blocks: Sequence[Block]) -> Where | None:
        block = next((b for b in blocks if b.id == body.evidence.block), None)
        if block is None:
            return None
        _, start, end = body.evidence
        # "Đảng ủy phường Xuân Hòa (TPHCM)", "Đảng bộ phường Long Phước, TPHCM"
        tail = re.compile(r"\s?[(,]\s?").match(block.text, end)
        stop = end + 40 if tail else end
        mentions = self._reader.find(block.text[start:stop])
        inside = [m for m in mentions if start + m.start < end or m.start <= (tail.end() if tail else end) - start]
        if not inside:
            return self._of_namesake(block, start, end, body)
        return self._stated(block, start, inside[-1], f"tên cơ quan họp: “{body.name}”")

    def _of_namesake(self, block: Block, start: int, end: int, body: Body) -> Where | None:
        """ "Trường Đại học Y Bình Mẫu tổ chức lễ khai giảng": a school or hospital is where its name says."""
        mention = self._reader.closing(block.text[start:end]) if _UNIT.match(flat(block.text), start, end) else None
        return self._stated(block, start, mention, f"tên cơ quan họp: “{body.name}”") if mention else None

    def _in_hall(self, block: Block, start: int, end: int) -> Where | None:
        """ "tại Nhà hát Lớn Bình Mẫu": the town closes the name of the house in which they met."""
        for hall in _HALL.finditer(flat(block.text), start, end):
            first, last = hall.span("hall")
            if mention := self._reader.closing(block.text[first:last]):
                return self._stated(block, first, mention, f"bài nói họp tại {block.text[first:last]}")
        return None

    def _stated(self, block: Block, offset: int, mention: PlaceMention, reason: str) -> Where:
        evidence = Evidence(block.id, offset + mention.start, offset + mention.end)
        return Where(mention.province, "stated", reason, evidence)

    def _in_sentence(self, block: Block, start: int, end: int, central: bool) -> Where | None:
        view = flat(block.text)
        reported = _REPORTED.search(view, start, end)
        told = min(reported.start() if reported else end, start + _TOLD)
        mentions = self._reader.find(block.text[start:end])
        for mention in mentions:
            if start + mention.start > told:
                break
            if _AT.search(view[max(0, start + mention.start - 80) : start + mention.start]):
                written = block.text[start + mention.start : start + mention.end]
                return self._stated(block, start, mention, f"bài nói họp tại {written}")
        if house := self._signs.of_house(block, start, told):
            return self._told(house, "bài nói họp tại “{}”, ở {}")
        if self._is_abroad(block.text, start, told) or _LOCAL_TIME.search(view, start, told):
            return Where(None, "unknown", "bài nói họp ở nước ngoài")
        if not mentions:
            return self._in_hall(block, start, end)
        mentions = [m for m in mentions if start + m.start < told]
        if central or not mentions:
            return None
        mentions = [m for m in mentions if not _GUEST.search(view[max(start, start + m.start - 60) : start + m.start])]
        provinces = {m.province for m in mentions}
        if len(provinces) == 1:
            mention = mentions[0]
            written = block.text[start + mention.start : start + mention.end]
            return self._stated(block, start, mention, f"câu mở đầu nêu “{written}”")
        offices = [m for m in mentions if _OFFICE.search(view[max(0, start + m.start - 50) : start + m.start])]
        if offices and len({m.province for m in offices}) == 1:
            return self._stated(
                block, start, offices[0], f"cơ quan trong câu mở đầu: “{self._name(offices[0].province)}”"
            )
        return None

    def _is_abroad(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence tells of another country: "tại Nhật Bản", "trong khuôn khổ chuyến thăm Nhật Bản"."""
        return any(words.search(text, start, end) is not None for words in (self._abroad, self._visit))

    def _by_offices(self, blocks: Sequence[Block]) -> Where | None:
        counts: Counter[str] = Counter()
        first: dict[str, tuple[Block, PlaceMention]] = {}
        for block in blocks:
            if block.kind not in ("lead", "paragraph", "caption", "headline"):
                continue
            view = flat(block.text)
            for mention in self._reader.find(block.text[:4000]):
                if _OFFICE.search(view[max(0, mention.start - 50) : mention.start]):
                    counts[mention.province] += 1
                    first.setdefault(mention.province, (block, mention))
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]):
            return None
        block, mention = first[ranked[0][0]]
        return self._stated(block, 0, mention, f"các chức vụ, cơ quan trong bài đều của {self._name(ranked[0][0])}")
