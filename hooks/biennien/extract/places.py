"""Text in, places out: the provinces and cities it names, told apart from wards, streets, people of that name."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .. import vocabulary
from ..entities import Place, Registry
from .documents_text import flat, word_before

# Words before a name that say it is no province: "phường Phú Thọ", "đường Thái Nguyên", "Nhà hát Hòa Bình", "quần đảo
# …".
_SMALLER = re.compile(
    r"(?:phường|xã|quận|huyện|thị trấn|thị xã|đặc khu|khu phố|thôn|ấp|bản|làng|đường|phố(?<!thành phố)|cầu|chợ|sông|"
    r"hồ|trường|thpt|thcs|"
    r"nhà hát|khách sạn|bệnh viện|công ty|tập đoàn|bia|(?<!nhà )báo|đài|công viên|sân bay|cảng|vịnh|đảo|núi|"
    r"đồng chí|ông|bà|anh|chị|"
    r"đại học|khu công nghiệp|kcn|rạp|tuyến)\s$"
)
# Capitalised words that may stand directly before a place's name.
_BEFORE = frozenset(
    [
        "TP",
        "TP.",
        "Tp",
        "Tp.",
        "TỈNH",
        "Tỉnh",
        "PHỐ",
        "Phố",
        "ỦY",
        "Ủy",
        "ĐẢNG",
        "Đảng",
        "BỘ",
        "Bộ",
        "UBND",
        "HĐND",
        "ĐBQH",
        "MTTQ",
        "NAM",
        "Nam",
        "BCH",
        "BTV",
        "TỪ",
        "Từ",
        "TẠI",
        "Tại",
        "Ở",
        "Đoàn",
        "ĐOÀN",
        "Công",
        "An",
        "AN",
        "Sự",
        "Sở",
        "Tin",
        "Vận",
        "Tra",
        "Dân",
        "DÂN",
        "Chính",
        "Nước",
        "Động",
        "Nữ",
        "Việt",
        "Kiểm",
        "Tổ",
        "Chức",
        "Giáo",
        "Lao",
        "Động",
        "Hà",
    ]
)
_WORDS = frozenset(["hòa bình", "thái bình"])  # peace: halls and schools everywhere are called so
_LEVEL = re.compile(r"(?:tỉnh|thành phố|tp\.?|thủ đô)\s{0,2}$")


class PlaceMention(NamedTuple):
    """One printed place: ``text[start:end]``, its id, and the id of the province or central city it lies in."""

    start: int
    end: int
    place: str
    province: str


class PlaceReader:
    """Recognises the registry's places in text. "thành phố" alone is never a place."""

    def __init__(self, registry: Registry, extension: Path | None = None) -> None:
        self._places = registry.places
        self._forms: dict[str, str] = {}
        own = [p for p in registry.places.values() if p.kind not in ("trung ương", "cả nước")]
        # Where two places share a printed form the one that still exists wins, then the larger.
        for place in sorted(own, key=lambda p: (p.merged_into is not None, p.parent is not None, p.id)):
            for form in (place.name, place.short, *place.aliases):
                key = flat(form).strip()
                if len(key) > 2 and key not in ("thành phố", "tỉnh"):
                    self._forms.setdefault(key, place.id)
        # Read before the shorter names that they contain, and then left out.
        self._longer = frozenset(flat(name) for name in vocabulary.words("places", extension)["longer"])
        longest = sorted({*self._forms, *self._longer}, key=lambda form: (-len(form), form))
        self._pattern = re.compile("|".join(map(re.escape, longest))) if longest else None
        # Several questions are asked of the same paragraphs of one article.
        self._found = lru_cache(maxsize=128)(self._find)

    def province(self, place: str) -> str:
        """The id of the province or central city that a place id lies in; the id itself where that is one."""
        seen = 0
        while place in self._places and (parent := self._places[place].parent) and parent in self._places and seen < 8:
            if self._places[parent].kind in ("trung ương", "cả nước"):
                break
            place, seen = parent, seen + 1
        return place

    def place(self, identity: str) -> Place | None:
        """The registry's entry."""
        return self._places.get(identity)

    def find(self, text: str) -> list[PlaceMention]:
        """All places named in a text, in reading order."""
        return list(self._found(text))

    def _find(self, text: str) -> list[PlaceMention]:
        if self._pattern is None:
            return []
        view = flat(text)
        out = []
        for match in self._pattern.finditer(view):
            start, end = match.span()
            if match.group() in self._longer or word_before(view, start) or view[end : end + 1].isalnum():
                continue
            if self._is_one(text, view, start, end):
                identity = self._forms[match.group()]
                out.append(PlaceMention(start, end, identity, self.province(identity)))
        return out

    def closing(self, text: str) -> PlaceMention | None:
        """The province or city whose name closes a text, whatever stands before it: "Nhà hát Lớn | Hà Nội"."""
        if self._pattern is None:
            return None
        view = flat(text)
        stop = len(view.rstrip())
        for match in self._pattern.finditer(view, max(0, stop - 40), stop):
            start, end = match.span()
            if end == stop and text[start].isupper() and not word_before(view, start) and match.group() not in _WORDS:
                identity = self._forms.get(match.group())
                if identity is not None:
                    return PlaceMention(start, end, identity, self.province(identity))
        return None

    def _is_one(self, text: str, view: str, start: int, end: int) -> bool:
        word = text[start:end].split()[-1]
        if not word[0].isupper() and not word[0].isdigit():
            return False
        identity = self._forms[view[start:end]]
        below = self._places[identity].parent is not None
        before = view[max(0, start - 24) : start]
        if before.endswith("giờ "):
            return False  # "sáng 20-11 giờ Hà Nội": said where it is another hour
        if below or view.startswith(("tp", "thành phố", "tỉnh", "thủ đô"), start):
            return True
        if text[start].islower():
            return False  # "tương lai Châu Á"
        if _SMALLER.search(before):
            return False
        # "Trần Thái Bình", "Hồ Bình Dương": a capital directly before it makes it part of a person's name.
        words = text[max(0, start - 14) : start].split(" ")
        previous = words[-2] if len(words) > 1 and not words[-1] else ""
        if previous[:1].isupper() and previous not in _BEFORE and previous[-1:] not in ",;:.-–)":
            return bool(_LEVEL.search(before)) or not previous.isalpha() or text[start:end].isupper()
        # "Bình Định Tây Sơn", "Hòa Bình Nguyễn": names that go on are somebody's or something's.
        return True

    def in_words(self, words: str) -> str | None:
        """Province id of the last place that some words name ("Thành ủy TP.HCM" -> "tphcm")."""
        found = self.find(words)
        return found[-1].province if found else None
