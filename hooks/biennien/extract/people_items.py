"""A block's tokens in, the pieces that tell of people out: names, offices, ranks, honorifics, separators, in order.

One pass from left to right; everything that is none of these (organisations, places, streets named after people …) is
stepped over whole, so that no name is found inside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..entities import Registry
from ..text import tone_normal
from ..vocabulary import words
from .names import NameBook, is_vietnamese
from .offices import OfficeMatch, OfficeReader
from .organizations import OrganizationReader
from .people_names import Item, NameReader
from .tokens import Phrases, Tokens

__all__ = ["Item", "Scanner", "Wording"]


_MARKS = {",", ";", ":", "-", "(", ")", ".", "!", "?", '"', "/", "...", "+", "*", "•"}
_NUMBERS = frozenset((*map(str, range(2, 16)), "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"))
_LINKS = {"và": "and", "cùng": "and", "kiêm": "also", "với": "with", "gồm": "list"}
# Between "các chức vụ" and the first of them.
_OPENS_LIST = frozenset(
    ("quan", "trọng", "chủ", "chốt", "lãnh", "đạo", "quản", "lý", "như", "sau", "đây", ":", "gồm", "khác", "nhau", "là")
)
_HEADS = (["chủ", "tịch"], ["chủ", "nhiệm"])  # no "chủ chốt"
# "trẻ em", "đàn ông": the second word addresses nobody there.
_NO_ADDRESS = frozenset((("trẻ", "em"), ("đàn", "em"), ("đàn", "ông"), ("đàn", "bà"), ("nước", "bạn")))


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of the vocabulary by which offices and people are put together."""

    # Titles, in lower case, of one body that is printed behind the second only: "Phó Tư lệnh, Tham mưu trưởng …".
    pairs: frozenset[tuple[str, str]] = frozenset()
    career: Phrases[bool] = field(default_factory=lambda: Phrases(()))  # a sentence that tells what somebody was
    career_is: Phrases[bool] = field(default_factory=lambda: Phrases(()))  # … where it says "là"


_STREETS = 40  # tokens of a list of streets
_SEVERAL = frozenset(("các", "những", "nhiều", "hai", "ba", "bốn", "tuyến", "2", "3", "4"))


class Scanner(NameReader):
    """Cuts tokens into items; compiled once from the vocabulary and the registry's places."""

    def __init__(self, registry: Registry, vocabulary_extension: Path | None = None) -> None:
        self.names = NameBook(vocabulary_extension)
        self.organizations = OrganizationReader(registry, vocabulary_extension, self.names)
        self.offices = OfficeReader(self.organizations, vocabulary_extension)
        forms = words("honorifics", vocabulary_extension)
        kings = words("foreign_names", vocabulary_extension)["monarchs"]
        self._one: Phrases[str] = Phrases((str(w), str(w)) for w in [*forms["one"], *forms["occupations"], *kings])
        self._occupations = frozenset(str(w).lower() for w in forms["occupations"])
        self._many: Phrases[str] = Phrases((str(w), str(w)) for w in forms["many"])
        self._acts = frozenset(map(str, words("speech_verbs", vocabulary_extension)["acts"]))
        data = words("offices", vocabulary_extension)
        takes: Mapping[str, list[str]] = data["appointments"]
        self._takes: Phrases[str] = Phrases((str(w), status) for status, phrases in takes.items() for w in phrases)
        self.wording = Wording(
            frozenset(
                (tone_normal(one).lower(), tone_normal(other).lower())
                for first, second in data["pairs"]
                for one in first
                for other in second
            ),
            Phrases((str(w), True) for w in data["career"]),
            Phrases((str(w), True) for w in data["career_is"]),
        )
        self._ranks = frozenset(tone_normal(str(w)).lower().split()[0] for w in data["ranks"])

        self._name_starts = self.names.surnames | self.names.prefix | self.names.korean
        # Lower-case words at which anything at all can begin; the others are passed over without a look.
        self._starts = frozenset(
            (
                *_LINKS,
                *_NUMBERS,
                "các",
                "những",
                *self._ranks,
                *self._one.first_words(),
                *self._many.first_words(),
                *self._takes.first_words(),
                *self.offices.first_words(),
                *self.organizations.level_words(),
            )
        )

    def scan(self, tokens: Tokens) -> list[Item]:
        """The items of a block."""
        low, shape = tokens.low, tokens.shape
        items: list[Item] = []
        offices, organizations = self.offices, self.organizations
        i, n = 0, len(low)
        while i < n:
            kind = shape[i]
            word = low[i]
            if kind == "p":
                if word in _MARKS:
                    items.append(Item("mark", i, i + 1, word))
                i += 1
                continue
            if (kind == "l" and word not in self._starts) or (kind == "d" and word not in _NUMBERS):
                i += 1
                continue
            item = self._word(tokens, i, word, kind, items, offices, organizations)
            if item is None:
                i += 1
            elif item.kind == "organization" and item.word == "skip":
                i = item.last
            else:
                items.append(item)
                i = item.last
        return items

    def _word(
        self,
        tokens: Tokens,
        i: int,
        word: str,
        kind: str,
        items: list[Item],
        offices: OfficeReader,
        organizations: OrganizationReader,
    ) -> Item | None:
        low, shape, n = tokens.low, tokens.shape, len(tokens.low)
        link = _LINKS.get(word)
        if link is not None:
            return Item("link", i, i + 1, link)
        if word == "đồng" and low[i + 1 : i + 2] == ["thời"]:
            j = i + 3 if low[i + 2 : i + 3] == ["là"] else i + 2
            if j < n and offices.may_start(low[j]) and offices.at(tokens, j) is not None:
                return Item("link", i, j, "also")  # "Bí thư Đảng ủy, đồng thời là Chủ tịch HĐND phường"
        capital = kind in "CA"
        if capital:
            place = organizations.place_at(tokens, i)
            if place is not None and place[0] - i >= 2 and not self._is_name_start(tokens, i, place[0], items):
                return Item("organization", i, place[0])
        if word == "bà" and i + 1 < n and low[i + 1] in self.names.lady_places and shape[i + 1] == "C":
            return Item("organization", i, max(i + 2, self._run(tokens, i)), "skip")  # the town, no lady
        if word in self._many:
            found = self._many.match(low, i)
            if found is not None:
                return Item("many", i, found[0], found[1])
        if word in self._one:
            one = self._one.match(low, i)
            rank = offices.rank_at(tokens, i) if word in self._ranks else None
            office = offices.at(tokens, i) if one is not None and offices.may_start(word) else None
            if one is not None and office is not None and office.last > one[0] and not self._in_name(tokens, i, items):
                return Item("office", i, office.last, "", office)  # "Đại biểu Quốc hội", "Trưởng bản Nà Thử"
            if one is not None and word == "ông" and kind == "C" and self._surname_ong(tokens, i, items):
                one = None
            if i and (low[i - 1], word) in _NO_ADDRESS:
                one = None
            if one is not None and (rank is None or rank <= one[0]) and not self._in_name(tokens, i, items):
                return Item("one", i, one[0], one[1].lower())
        counted = (word in ("các", "những") or word in _NUMBERS) and i + 1 < n and shape[i + 1] != "p"
        if counted and (offices.at(tokens, i + 1) is not None or offices.rank_at(tokens, i + 1) is not None):
            return Item("plural", i, i + 1, word)
        if offices.may_start(word):
            office = offices.at(tokens, i)
            if office is not None and not self._in_name(tokens, i, items):
                office = self._without_holder(tokens, i, office)
                return Item("office", i, office.last, "", office)
        if word in self._ranks:
            end = offices.rank_at(tokens, i)
            if end is not None and not self._in_name(tokens, i, items):
                return Item("rank", i, end)
        if word in self._takes and not (kind == "C" and items and items[-1].last == i and items[-1].kind == "one"):
            take = self._takes.match(low, i)
            if take is not None:
                end = take[0]
                if end < n and low[end - 1] == "chức" and low[end] in ("danh", "vụ"):
                    end += 1
                if low[end - 1] in ("vụ", "danh", "vị", "trí"):
                    end = self._list_opens(tokens, end)
                return Item("take", i, end, take[1])
        if capital or organizations.level_at(tokens, i) is not None:
            # A name may follow an honorific, a rank or an office even where it looks like something else.
            led = bool(items) and items[-1].last == i and items[-1].kind in ("one", "many", "rank", "office")
            if word == "y" and low[i + 1 : i + 2] in (["dược"], ["tế"], ["học"], ["khoa"]):
                return None  # "Hiệu trưởng | Y Dược Mẫu"
            if led and capital:
                name = self._led_name(tokens, i, items)
                if name is not None:
                    return name
            if capital and not led and (self.names.named_after(tokens, i) or self._next_street(tokens, i)):
                return Item("organization", i, self._run(tokens, i), "skip")
            organization = organizations.at(tokens, i)
            if organization is not None:
                return Item(
                    "organization", i, organization.last, "" if organization.kind == "địa phương" else organization.name
                )
            if capital:
                return self._name(tokens, i, items)
        return None

    def _next_street(self, tokens: Tokens, i: int) -> bool:
        """Whether token i goes on a list of streets: "các tuyến đường Phan Ví Mẫu, | Trần Ví Dụ"."""
        low, shape = tokens.low, tokens.shape
        begin = i - _STREETS
        while i > max(1, begin) and low[i - 1] in (",", "và"):
            end = i = i - 1
            while i > max(0, begin) and shape[i - 1] == "C":
                i -= 1
            if i == end or i == 0:
                return False
            if low[i - 1] in ("đường", "phố"):
                return not _SEVERAL.isdisjoint(low[max(0, i - 4) : i - 1])
        return False

    def _without_holder(self, tokens: Tokens, i: int, office: OfficeMatch) -> OfficeMatch:
        """ "Bộ trưởng | Tô Mẫu": two capitals that are no field of work are the minister, not the ministry."""
        first = i + 2
        if (
            office.last - first != 2
            or office.organization is None
            or not office.organization.startswith("Bộ ")
            or tokens.low[first] == "bộ"
            or tokens.shape[first : office.last] != ["C", "C"]
            or any(self.organizations.is_field(tokens, first, end) for end in range(first + 1, first + 8))
            or self.names.lands.match(tokens.low, first) is not None
        ):
            return office
        if self.names.weight(tokens, first, office.last) < 1 and all(
            map(is_vietnamese, tokens.low[first : office.last])
        ):
            return office
        return office._replace(last=first, organization=None, kind="", place=None, local=False, level="", where="")

    def _list_opens(self, tokens: Tokens, i: int) -> int:
        """Position after the words that open a list of offices: "các chức vụ | chủ chốt như: | Bí thư …"."""
        low = tokens.low
        j = i
        while j < len(low) and j - i < 6 and low[j] in _OPENS_LIST and low[j : j + 2] not in _HEADS:
            j += 1
        if j < len(low) and low[j] in ("ở", "tại", "của", "trong"):
            # "các chức vụ | ở Bộ Tài chính như: | Phó Trưởng phòng …"
            for k in range(j + 1, min(len(low), j + 12)):
                if low[k] in ("như", ":") and not (low[k] == "như" and k + 1 < len(low) and low[k + 1] == "vậy"):
                    j = k + 1
                    while j < len(low) and low[j] in _OPENS_LIST and low[j : j + 2] not in _HEADS:
                        j += 1
                    break
                if low[k] in (".", ",", ";", "là"):
                    break
        return j if j > i and j < len(low) and self.offices.may_start(low[j]) else i
