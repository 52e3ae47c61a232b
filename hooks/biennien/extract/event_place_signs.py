"""An article that says only "tỉnh" in; the province that its other words tell of, with the words that tell it, out.

A provincial paper writes for its own readers: "Tỉnh ủy", "UBND tỉnh". But it prints its site before the first word
("(binhmau.gov.vn) -"), speaks of "toàn tỉnh Bình Mẫu", or of a town that lies in one province only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from .. import vocabulary
from ..entities import Registry
from ..model import Block
from ..text import fold
from .documents_text import UPPER, flat
from .event_date import sentences
from .places import PlaceMention, PlaceReader

_READ = 6000  # code points of a block that are read
# Capitals, and at once a word that begins with a capital: the last of them is that word's.
_DATELINE = re.compile(rf"(?P<place>[{UPPER}][{UPPER} .-]{{2,24}}?)(?:\s?[-–—]\s?)?(?=[{UPPER}][^\W\d_{UPPER}])")
_HOST = r"(?:[a-z0-9-]{1,30}\.){1,4}vn(?![\w.])"
# "(binhmau.gov.vn) - Sáng …", "BAOBINHMAU.VN - …": what stands before the first word is the outlet's own.
_SITE_OPENS = re.compile(rf"\s{{0,2}}[(\[]?(?P<host>{_HOST})(?:[)\]]|\s{{0,2}}[-–—:])")
# "Theo baobinhmau.vn", "Nguồn: binhmau.gov.vn", at the end.
_SITE_CLOSES = re.compile(rf"[(\[]?(?:theo|nguồn(?: tin)?:?)\s(?:https?://)?(?:www\.)?(?P<host>{_HOST}).{{0,80}}")
# Words with which a site's name begins or ends; what is left is the province's.
_SITE_WORDS = re.compile(
    r"^(?:bao|tinhuy|thanhuy|dangbo|tinhdoan|tuoitre|ubnd|hdnd|dbnd|congan|bch|mttq|ubmttq|congdoan|ldld|noichinh|"
    r"tuyengiao|bantuyengiao|danvan|xaydungdang|dang|tinh|portal)|(?:tv|portal|city|online|radio)$"
)
_LOCAL = re.compile(
    r"(?<![^\W_])(?:tỉnh ủy|thành ủy|huyện ủy|(?:ubnd|hđnd|đảng bộ|mttq việt nam|công an|bộ chqs|đoàn đbqh)"
    r"\s(?:tỉnh|thành phố|tp|huyện|thị xã|xã|phường)|toàn tỉnh|tỉnh nhà|tỉnh ta|của tỉnh|trên địa bàn tỉnh)(?![^\W_])"
)
# Before a province's name: it is the one of which the article tells.
_OURS = re.compile(
    r"(?<![^\W_])(?:của|toàn|khắp|trên địa bàn|quê hương|mảnh đất|vùng đất|đưa)"
    r"\s(?:tỉnh |thành phố |tp\.? ?)?$"
)
_OTHERS = re.compile(
    r"(?<![^\W_])(?:các tỉnh|hai tỉnh|ba tỉnh|tỉnh bạn|đoàn|quê(?! hương)|sinh ra|so với|công ty|tập đoàn|ngân hàng|"
    r"nguyên|từng|kinh nghiệm|mô hình)(?![^\W_])[^.;]{0,40}$"
)
_LEVEL = (
    r"(?<![^\W_])(?P<level>quận|huyện|thị xã|tx\.?|thành phố|tp\.?|huyện ủy|quận ủy|thị ủy|thành ủy|huyện đoàn|"
    r"quận đoàn|thị đoàn|thành đoàn)\s?"
)
_ELSEWHERE = re.compile(
    rf"\s(?:ở|nước|của)\s|\s(?!Thủ|Chủ|Phó|Tổng|Bộ|Thường|Ủy|Đồng|Ban|Quốc|Hội|Đoàn|Trưởng|Đại|Hà Nội)[{UPPER}]"
)
_GUEST = re.compile(
    r"(?<![^\W_])(?:đoàn|tiếp|với|giữa|ủng hộ|hỗ trợ|quê|từ|kết nghĩa|sang|kinh nghiệm|nguyên|từng|sinh ra)"
    r"(?![^\W_])[^,.;]{0,40}$"
)


class Sign(NamedTuple):
    """What tells the province: block, start and end of the words; ``mention`` is a place that they name."""

    province: str
    block: Block | None
    start: int
    end: int
    times: int = 1


class SignReader:
    """Finds the province of an article that does not name it where the meeting is told."""

    def __init__(self, registry: Registry, reader: PlaceReader, extension: Path | None = None) -> None:
        self._reader = reader
        own = [p for p in registry.places.values() if p.parent is None or "/" not in p.id]
        self._sites: dict[str, str] = {}
        for place in sorted(own, key=lambda p: (p.merged_into is not None, p.id)):
            if place.kind in ("trung ương", "cả nước"):
                continue
            for form in (place.short, place.name, place.id, *place.aliases):
                key = re.sub(r"[^a-z0-9]", "", fold(form))
                if len(key) >= 5 or key == "hue":
                    self._sites.setdefault(key, place.id)
        within: dict[str, list[str]] = vocabulary.words("district_provinces", extension)
        self._within = {flat(name): home for home, names in within.items() if home in registry.places for name in names}
        longest = sorted(self._within, key=lambda name: (-len(name), name))
        self._towns = (
            re.compile(rf"{_LEVEL}(?P<name>{'|'.join(map(re.escape, longest))})(?![^\W_])") if longest else None
        )

        houses: dict[str, list[str]] = vocabulary.words("places", extension).get("houses", {})
        self._house_of = {
            flat(name): home for home, names in houses.items() if home in registry.places for name in names
        }
        known = sorted(self._house_of, key=lambda name: (-len(name), name))
        self._houses = (
            re.compile(
                r"(?<![^\W_])(?:tại|ở|trong)\s(?:[^,.;:()]{0,40}?\s)?"
                rf"(?P<house>{'|'.join(map(re.escape, known))})(?![^\W_])"
            )
            if known
            else None
        )

    # --- the site ------------------------------------------------------------------------------------------------
    def of_site(self, blocks: Sequence[Block], url: str | None) -> Sign | None:
        """The province whose name the address holds, or the site that the text prints before or after itself."""
        if url:
            try:
                host = (urlsplit(url).hostname or "").lower()
            except ValueError:  # "https://[" is no address
                host = ""
            if province := self._of_host(host):
                return Sign(province, None, 0, 0)
        told = [b for b in blocks if b.kind not in ("caption", "teaser", "credit")]
        for block in told[:4]:
            found = _SITE_OPENS.match(block.text[:200].lower())
            if found and (province := self._of_host(found.group("host"))):
                return Sign(province, block, *found.span("host"))
        for block in told[-2:]:
            closes = _SITE_CLOSES.fullmatch(flat(block.text[:200])) if len(block.text) < 160 else None
            if closes and (province := self._of_host(closes.group("host"))):
                return Sign(province, block, *closes.span("host"))
        return None

    def _of_host(self, host: str) -> str | None:
        for label in host.split("."):
            name = label.replace("-", "")
            for _ in range(3):
                if name in self._sites:
                    return self._sites[name]
                name, changed = _SITE_WORDS.subn("", name, count=1)
                if not changed:
                    break
        return None

    # --- a town in a name ------------------------------------------------------------------------------------------
    def of_name(self, block: Block, start: int, end: int) -> Sign | None:
        """ "UBND huyện Mẫu Giang": the province in which the district of a body's name lies, where there is but one."""
        found = self._towns.search(flat(block.text), start, end) if self._towns is not None else None
        if found is None or block.text[found.start("name")].islower():
            return None
        return Sign(self._within[found.group("name")], block, *found.span("name"))

    # --- known houses --------------------------------------------------------------------------------------------
    def of_house(self, block: Block, start: int, end: int) -> Sign | None:
        """ "tại Nhà Quốc hội", "tại trụ sở Chính phủ": houses of which there is one in the country."""
        found = (
            self._houses.search(flat(block.text), start, min(end, start + _READ)) if self._houses is not None else None
        )
        if found is None or _ELSEWHERE.match(block.text, found.end()):
            return None  # "Nhà Quốc hội ở Thủ đô …", "Phủ Chủ tịch nước …": another country's
        return Sign(self._house_of[found.group("house")], block, *found.span("house"))

    # --- the dateline --------------------------------------------------------------------------------------------
    def of_dateline(self, blocks: Sequence[Block]) -> Sign | None:
        """ "ĐÀ NẴNGTrả lời cử tri, …": a page's dateline, copied without the space after it."""
        for block in [b for b in blocks if b.kind in ("lead", "paragraph")][:2]:
            found = _DATELINE.match(block.text)
            mentions = self._reader.find(found.group("place")) if found else []
            if found and mentions and (mentions[0].start, mentions[0].end) == (0, len(found.group("place"))):
                return Sign(mentions[0].province, block, *found.span("place"))
        return None

    # --- the words -----------------------------------------------------------------------------------------------
    def of_words(self, blocks: Sequence[Block]) -> Sign | None:
        """The province that a local article names as its own, and no other as much; None where that is open."""
        told = [b for b in blocks if b.kind in ("headline", "lead", "paragraph", "subhead", "caption")]
        if not any(_LOCAL.search(flat(b.text[:_READ])) for b in told):
            return None
        all_named: Counter[str] = Counter()
        ours: Counter[str] = Counter()
        first: dict[str, tuple[Block, PlaceMention]] = {}
        for block in told:
            mentions = self._reader.find(block.text[:_READ])
            if not mentions:
                continue
            view = flat(block.text[:_READ])
            for start, end in sentences(view):
                here = [m for m in mentions if start <= m.start < end]
                several = len({m.province for m in here}) > 1
                for mention in here:
                    before = view[max(start, mention.start - 60) : mention.start]
                    if _OTHERS.search(before):
                        continue
                    all_named[mention.province] += 1
                    if not several and _OURS.search(before):
                        ours[mention.province] += 1
                        first.setdefault(mention.province, (block, mention))
        ranked = sorted(ours.items(), key=lambda item: (-item[1], item[0]))
        if not ranked:
            return None
        province, count = ranked[0]
        alone = len(all_named) == 1
        second = ranked[1][1] if len(ranked) > 1 else 0
        clear = count >= 2 and count >= 3 * second and all_named[province] == max(all_named.values())
        if not alone and not clear:
            return None
        block, mention = first[province]
        return Sign(province, block, mention.start, mention.end, count)

    def of_towns(self, blocks: Sequence[Block], at_only: bool = False) -> Sign | None:
        """The province in which the towns and districts lie that the opening names, if all lie in one.

        ``at_only``: only those that follow "tại", for a central body that meets somewhere.
        """
        if self._towns is None:
            return None
        found: list[Sign] = []
        for block in [b for b in blocks if b.kind in ("headline", "lead", "paragraph")][:3]:
            view = flat(block.text[:1500])
            for match in self._towns.finditer(view):
                start, end = match.span("name")
                if at_only and not view.endswith(("tại ", "ở "), 0, match.start()):
                    continue
                if block.text[start].islower() or _GUEST.search(view, max(0, match.start() - 50), match.start()):
                    continue
                found.append(Sign(self._within[match.group("name")], block, match.start(), end))
        if len({sign.province for sign in found}) != 1:
            return None
        return found[0]
