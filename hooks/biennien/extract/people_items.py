"""A block's tokens in, the pieces that tell of people out: names, offices, ranks, honorifics, separators, in order.

One pass from left to right; everything that is none of these (organisations, places, streets named after people …) is
stepped over whole, so that no name is found inside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from ..entities import Registry
from ..text import tone_normal
from ..vocabulary import words
from .names import NameBook, is_vietnamese
from .offices import OfficeMatch, OfficeReader
from .organizations import OrganizationReader
from .tokens import Phrases, Tokens, capital_run

ItemKind = Literal["name", "short", "one", "many", "plural", "rank", "office", "take", "link", "mark", "organization"]


class Item(NamedTuple):
    """One piece. ``word`` is the mark, the link word, the status of a "take", or the honorific; else ""."""

    kind: ItemKind
    first: int
    last: int
    word: str = ""
    office: OfficeMatch | None = None
    strength: int = 0  # of a name: how well it reads as one by itself


_MARKS = {",", ";", ":", "-", "(", ")", ".", "!", "?", '"', "/", "...", "+", "*", "•"}
_NUMBERS = frozenset((*map(str, range(2, 16)), "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"))
_LINKS = {"và": "and", "cùng": "and", "kiêm": "also", "với": "with", "gồm": "list"}
# Between "các chức vụ" and the first of them.
_OPENS_LIST = frozenset(
    ("quan", "trọng", "chủ", "chốt", "lãnh", "đạo", "quản", "lý", "như", "sau", "đây", ":", "gồm", "khác", "nhau", "là")
)
# What "Trưởng" is the head of; after it, "Trưởng" begins an office and does not end a name.
_HEADED = frozenset(("đoàn", "ban", "phòng", "khoa", "nhóm", "bộ", "đại"))
# Organisations whose name closes with a place.
_TAKES_PLACE = frozenset(
    (
        "cơ quan nhà nước",
        "ban Đảng",
        "cấp ủy",
        "đảng bộ",
        "UBND",
        "HĐND",
        "MTTQ",
        "đoàn thể",
        "lực lượng vũ trang",
        "tư pháp",
    )
)
# Words with an apostrophe that are peoples or places, not persons.
_NOT_NAMES = frozenset(
    ("h'mông", "m'nông", "k'ho", "h'rê", "b'lao", "m'đrắk", "m'drắk", "r'lấp", "h'drai", "ê'đê", "x'tiêng", "s'tiêng")
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of the vocabulary by which offices and people are put together."""

    # Titles, in lower case, of one body that is printed behind the second only: "Phó Tư lệnh, Tham mưu trưởng …".
    pairs: frozenset[tuple[str, str]] = frozenset()
    career: Phrases[bool] = field(default_factory=lambda: Phrases(()))  # a sentence that tells what somebody was
    career_is: Phrases[bool] = field(default_factory=lambda: Phrases(()))  # … where it says "là"


class Scanner:
    """Cuts tokens into items; compiled once from the vocabulary and the registry's places."""

    def __init__(self, registry: Registry, vocabulary_extension: Path | None = None) -> None:
        self.names = NameBook(vocabulary_extension)
        self.organizations = OrganizationReader(registry, vocabulary_extension, self.names)
        self.offices = OfficeReader(self.organizations, vocabulary_extension)
        forms = words("honorifics", vocabulary_extension)
        self._one: Phrases[str] = Phrases((str(w), str(w)) for w in [*forms["one"], *forms["occupations"]])
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

        self._name_starts = self.names.surnames | self.names.prefix
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
        if word == "bà" and low[i + 1 : i + 2] == ["rịa"]:
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
            if one is not None and (rank is None or rank <= one[0]) and not self._in_name(tokens, i, items):
                return Item("one", i, one[0], one[1].lower())
        counted = (word in ("các", "những") or word in _NUMBERS) and i + 1 < n and shape[i + 1] != "p"
        if counted and (offices.at(tokens, i + 1) is not None or offices.rank_at(tokens, i + 1) is not None):
            return Item("plural", i, i + 1, word)
        if offices.may_start(word):
            office = offices.at(tokens, i)
            if office is not None and not self._in_name(tokens, i, items):
                return Item("office", i, office.last, "", office)
        if word in self._ranks:
            end = offices.rank_at(tokens, i)
            if end is not None and not self._in_name(tokens, i, items):
                return Item("rank", i, end)
        if word in self._takes:
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
            if capital and self.names.named_after(tokens, i) and not led:
                return Item("organization", i, self._run(tokens, i), "skip")
            organization = organizations.at(tokens, i)
            if organization is not None:
                return Item(
                    "organization", i, organization.last, "" if organization.kind == "địa phương" else organization.name
                )
            if capital:
                return self._name(tokens, i, items)
        return None

    def _list_opens(self, tokens: Tokens, i: int) -> int:
        """Position after the words that open a list of offices: "các chức vụ | chủ chốt như: | Bí thư …"."""
        low = tokens.low
        j = i
        while j < len(low) and j - i < 6 and low[j] in _OPENS_LIST:
            j += 1
        return j if j > i and j < len(low) and self.offices.may_start(low[j]) else i

    # --- names ----------------------------------------------------------------------------------------------------
    def _surname_ong(self, tokens: Tokens, i: int, items: list[Item]) -> bool:
        """Whether "Ông" is a surname: a capital directly behind an office, before what is no surname itself."""
        led = bool(items) and items[-1].last == i and items[-1].kind in ("office", "rank")
        run = self._run(tokens, i)
        return led and run - i >= 2 and tokens.low[i + 1] not in self.names.common

    def _in_name(self, tokens: Tokens, i: int, items: list[Item]) -> bool:
        """Whether token i, although it could begin something else, goes on a run of capitals ("Cầu Ông Lãnh")."""
        return (
            i > 0
            and tokens.shape[i] == "C"
            and tokens.shape[i - 1] == "C"
            and tokens.start[i] == tokens.end[i - 1] + 1
            and not (items and items[-1].last == i)
            and i >= 2
            and tokens.low[i - 2] not in (".", '"')
        )

    def _is_name_start(self, tokens: Tokens, i: int, place_end: int, items: list[Item]) -> bool:
        """Whether the place printed at i..place_end-1 is rather the beginning of a person's name ("Hà Nam Tiến")."""
        run = self._run(tokens, i)
        if run <= place_end:
            return False
        weight = self.names.weight(tokens, i, run)
        led = bool(items) and items[-1].last == i and items[-1].kind in ("one", "rank")
        return weight >= (3 if led else 5) and self.names.weight(tokens, place_end, run) < 3

    def _run(self, tokens: Tokens, i: int) -> int:
        """Position after the words at token i that could be one person's name, foreign hyphens included."""
        low, shape, start, end = tokens.low, tokens.shape, tokens.start, tokens.end
        n = min(len(low), i + 10)
        shouted = shape[i] == "A"
        j = i + 1
        while j < n:
            if (
                low[j] == "-"
                and start[j] == end[j - 1]
                and j + 1 < n
                and start[j + 1] == end[j]
                and shape[j + 1] in "lCA"
            ):
                if self._begins_office(tokens, j + 1):
                    break  # "Nguyễn Văn Dụ-Phó Bí thư", set without spaces
                j += 2  # "Xa-lơm-xay", "Jong-un"
                continue
            if (
                low[j] in ("'", "’", "‘", "`")
                and j == i + 1
                and low[i] in ("h", "k", "r", "y", "m")
                and start[j] == end[i]
                and j + 1 < n
                and shape[j + 1] == "C"
            ):
                j += 1  # "H’ Mẫu": the apostrophe stands apart
                continue
            if (
                low[j] == "."
                and end[j - 1] - start[j - 1] == 1
                and j + 1 < n
                and shape[j + 1] == "C"
                and start[j] == end[j - 1]
            ):
                j += 1  # "Marc E. Mẫu"
                continue
            if not (0 < start[j] - end[j - 1] <= 2) or tokens.text[end[j - 1] : start[j]].strip():
                break
            if j == i + 1 and low[j] in ("văn", "thị") and shape[j] == "l" and j + 1 < n and shape[j + 1] == "C":
                j += 1  # "Nguyễn văn Dụ"
                continue
            if shape[j] != ("A" if shouted else "C") and not (shouted and shape[j] == "C" and len(low[j]) == 1):
                break
            if self.offices.title_at(tokens, j) or (low[j] == "đồng" and j + 1 < n and shape[j + 1] == "l"):
                break
            if low[j] == "trưởng" and j + 1 < n and low[j + 1] in _HEADED and shape[j + 1] == "l":
                break  # "ông Juan Ví Dụ Trưởng đoàn …": no comma before the office
            if self.organizations.starts_head(tokens, j):
                organization = self.organizations.at(tokens, j)
                if organization is not None and (shape[j] == "A" or "l" in shape[j : organization.last]):
                    break  # "Nguyễn Văn Dụ | Sở Tài chính", but "Cao Hữu Đài về …"
            j += 1
        return j

    def _begins_office(self, tokens: Tokens, i: int) -> bool:
        """Whether an office is printed from token i on; a name's last word may look like the beginning of one."""
        low = tokens.low
        if i + 1 >= len(low) or tokens.start[i + 1] == tokens.end[i]:
            return False
        return bool(self.offices.title_at(tokens, i)) or low[i] in ("phó", "nguyên", "ủy", "bí", "chủ", "trưởng")

    def _living(self, tokens: Tokens, end: int) -> bool:
        """Whether an office follows the name that ends at ``end``: then a name of history is a living namesake's."""
        low = tokens.low
        return end + 1 < len(low) and low[end] in (",", "-", "(") and self.offices.title_at(tokens, end + 1)

    def _led_name(self, tokens: Tokens, i: int, items: list[Item]) -> Item | None:
        """The name directly after an honorific, a rank or an office at token i."""
        led = items[-1]
        low, shape = tokens.low, tokens.shape
        run = self._run(tokens, i)
        syllables = sum(1 for k in range(i, run) if shape[k] != "p")
        if self._living(tokens, run):
            pass
        elif led.kind == "office" and (found := self.names.historical.match(low, i)) is not None and found[0] - i >= 2:
            return Item("organization", i, found[0])
        elif self.names.is_historical(tokens, i, run) or (
            (found := self.names.historical.match(low, i)) is not None
            and found[0] - i >= 2
            and self.names.weight(tokens, i, run) <= 0
        ):
            return Item("organization", i, run)
        if led.word in self._occupations and self.organizations.at(tokens, i) is not None:
            return None  # "phóng viên | Báo Mẫu"
        if (
            led.word in self._occupations
            and self.names.weight(tokens, i, run) < 3
            and "'" not in tokens.slice(i, run).replace("’", "'")
        ):
            return None
        if led.kind in ("one", "many"):
            if self.offices.may_start(low[i]) and self.offices.at(tokens, i) is not None and syllables < 2:
                return None
            if syllables == 1:
                if self.organizations.place_at(tokens, i) is not None or (
                    self.organizations.starts_head(tokens, i) and shape[run : run + 1] == ["l"]
                ):
                    return None
                if "'" in low[i] and low[i] not in _NOT_NAMES:
                    return Item("name", i, run, strength=2)
                if led.kind == "many":
                    return None
                return Item("short", i, run)
            if self.organizations.starts_head(tokens, i) and shape[i] == "A":
                return None
            if syllables > 6:
                run = self._best(tokens, i, run)
            return Item("name", i, run, strength=max(1, self.names.weight(tokens, i, run)))
        if led.kind == "rank":
            weight = self.names.weight(tokens, i, run)
            if weight > 0 and syllables >= 2:
                return Item("name", i, run, strength=weight)
            if (
                syllables >= 2
                and not self.organizations.starts_head(tokens, i)
                and self.organizations.bare_place(tokens, i) is None
                and self._could_be_name(tokens, i, run)
            ):
                return Item("name", i, run, strength=1)
            if (
                syllables == 1
                and weight <= 0
                and shape[i] == "C"
                and is_vietnamese(low[i])
                and run < len(low)
                and shape[run] in "lp"
                and not self.organizations.starts_head(tokens, i)
            ):
                return Item("short", i, run)
            return None
        office = led.office
        assert office is not None
        if low[i] in ("y", "a", "ka", "ama") or "'" in low[i]:
            if syllables >= 2 or ("'" in low[i] and low[i] not in _NOT_NAMES):
                return Item("name", i, run, strength=2)
            return None
        if self.organizations.starts_head(tokens, i) and run < len(low) and shape[run] == "l" and syllables <= 2:
            return None
        if not office.local and office.kind in _TAKES_PLACE and run - i >= 4:
            split = self.organizations.split(tokens, i, run)
            if i < split < run:  # "Bí thư Tỉnh Đoàn Bình Mẫu Trần Văn Dụ"
                items[-1] = led._replace(last=split, office=_extended(office, tokens, i, split))
                return Item("name", split, run, strength=self.names.weight(tokens, split, run))
        best = self._best(tokens, i, run)
        weight = self.names.weight(tokens, i, best)
        if weight > 0 and best - i >= 2:
            if (
                best - i == 2
                and weight < 3
                and (
                    self.organizations.bare_place(tokens, i) == best or self._rather_place(tokens, best, office, items)
                )
            ):
                items[-1] = led._replace(last=best, office=_extended(office, tokens, i, best))
                return (
                    self._led_name(tokens, best, items)
                    if best < len(low) and shape[best] in "CA"
                    else Item("organization", best, best, "skip")
                )
            return Item("name", i, best, strength=weight)
        if office.foreign and syllables >= 2 and self._could_be_name(tokens, i, run):
            return Item("name", i, run, strength=1)
        # A firm's name that the vocabulary does not know, then the person: "Giám đốc Ví Dụ Group Trần Văn Mẫu".
        for k in range(i + 1, min(run, i + 4)):
            if self.names.weight(tokens, k, run) >= 4:
                items[-1] = led._replace(last=k, office=_extended(office, tokens, i, k))
                return Item("name", k, run, strength=self.names.weight(tokens, k, run))
        if shape[i] == "A" and run < len(low) and shape[run] == "C":
            end = self._run(tokens, run)
            if self.names.weight(tokens, run, end) >= 3:
                items[-1] = led._replace(last=run, office=_extended(office, tokens, i, run))
                return Item("name", run, end, strength=self.names.weight(tokens, run, end))
        # The office has its holder, so that what follows is whose office it is: "ông A, Tổng Giám đốc Vidugroup".
        if (
            office.organization is None
            and syllables <= 4
            and not is_vietnamese(low[i])
            and low[i].isalpha()
            and len(items) > 2
            and items[-2].last == items[-1].first
            and items[-3].last == items[-2].first
            and (
                (items[-2].word in (",", "-", "(") and items[-3].kind in ("name", "short"))
                or (items[-2].word == "also" and items[-3].kind == "office")  # "Chủ tịch kiêm Tổng Giám đốc Vidugroup"
            )
            and weight <= 0
        ):
            at = run + 2 if low[run : run + 2] == ["chi", "nhánh"] else run
            place = self.organizations.bare_place(tokens, at) if at < len(low) else None
            if place is None and run < at < len(low) and shape[at] == "C":
                place = capital_run(tokens, at, 4)  # "Agribank | chi nhánh Mẫu Tân": not the bank's director
            run = place or run  # "VNPT | Bình Mẫu"
            items[-1] = led._replace(last=run, office=_extended(office, tokens, i, run))
            return Item("organization", run, run, "skip")
        # A place that nobody told us of closes the organisation's name: "Bí thư Tỉnh Đoàn Phú Mẫu, …".
        if (
            not office.local
            and office.kind in _TAKES_PLACE
            and 2 <= syllables <= 4
            and all(s == "C" and is_vietnamese(w) for s, w in zip(shape[i:run], low[i:run], strict=True))
            and not self.organizations.starts_head(tokens, i)
            and (run >= len(low) or shape[run] != "l" or self.organizations.ends_name(tokens, run))
        ):
            items[-1] = led._replace(last=run, office=_extended(office, tokens, i, run))
            return Item("organization", run, run, "skip")
        return None

    def _rather_place(self, tokens: Tokens, end: int, office: OfficeMatch, items: list[Item]) -> bool:
        """Whether two capitals behind "Bí thư Tỉnh ủy" are rather its place: a verb or a list makes them a person."""
        if office.local or office.kind not in _TAKES_PLACE or end >= len(tokens.low):
            return False
        if (
            len(items) > 2
            and items[-2].word in (",", "-", "(")
            and items[-2].last == items[-1].first
            and items[-3].kind in ("name", "office", "short")
        ):
            return True  # "ông A, Bí thư Tỉnh ủy Bình Mẫu": the office has its holder
        return tokens.low[end] not in ("và", ";", "cùng", "đã", "vừa", "cũng", "cho", "làm", "(", "-") and not (
            tokens.shape[end] == "l" and tokens.low[end] in self._acts
        )

    def _could_be_name(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a run of capitals without a known surname can be a (foreign) person's name at all."""
        return all(
            s in "Clp" or len(w) <= 2 or (s == "A" and tokens.shape[first] == "A")
            for s, w in zip(tokens.shape[first:last], tokens.low[first:last], strict=True)
        )

    def _listed(self, tokens: Tokens, first: int, run: int) -> bool:
        """Whether capitals with no known surname stand where a list names somebody: "…; Mạnh Mẫu - Trưởng Ban …"."""
        low = tokens.low
        if run - first > 5 or run + 1 >= len(low) or low[run] not in (",", "-", "("):
            return False
        if first and low[first - 1] not in (";", ",", ":", "và", "-"):
            return False
        if not all(s == "C" and is_vietnamese(w) for s, w in zip(tokens.shape[first:run], low[first:run], strict=True)):
            return False
        office = self.offices.at(tokens, run + 1) if self.offices.may_start(low[run + 1]) else None
        return office is not None and not (office.last < len(low) and tokens.shape[office.last] in "CA")

    def _enumerated(self, tokens: Tokens, first: int, run: int, items: list[Item]) -> bool:
        """Whether capitals with no known surname stand in a list of people: "các ông: A, Ví Mẫu và …"."""
        if run - first > 5 or len(items) < 2 or items[-1].last != first or items[-2].last != items[-1].first:
            return False
        separator = items[-1].word in (",", ";", "and", ":")
        if not separator or not (
            items[-2].kind == "many" or (items[-2].kind == "name" and items[-1].word != ":" and self._opened(items))
        ):
            return False
        return all(
            s == "C" and is_vietnamese(w) for s, w in zip(tokens.shape[first:run], tokens.low[first:run], strict=True)
        ) and (self.organizations.at(tokens, first) is None and self.organizations.bare_place(tokens, first) is None)

    def _opened(self, items: list[Item]) -> bool:
        """Whether the names before were opened by a plural ("các đồng chí")."""
        k = len(items) - 1
        for _ in range(60):
            k -= 1
            if k < 0 or items[k].last != items[k + 1].first:
                return False
            if items[k].kind == "many":
                return True
            if items[k].kind not in ("name", "mark", "link", "one", "rank"):
                return False
        return False

    def _best(self, tokens: Tokens, first: int, run: int) -> int:
        """Where the name at ``first`` ends inside a run of capitals that is too long for one name."""
        if run - first <= 5:
            return run
        weights = [(self.names.weight(tokens, first, k), k) for k in range(first + 2, min(run, first + 6) + 1)]
        return max(weights, key=lambda w: (w[0], -w[1]))[1] if weights else run

    def _name(self, tokens: Tokens, i: int, items: list[Item]) -> Item | None:
        """A name that nothing introduces."""
        low, shape = tokens.low, tokens.shape
        if self.organizations.is_field(tokens, i, capital_run(tokens, i, 6)):
            return None  # "4 Bộ trưởng: Công Thương; Nội vụ …"
        found = self.names.historical.match(low, i)
        if found is not None and self._living(tokens, found[0]):
            found = None
        if (
            found is None
            and low[i] not in self._name_starts
            and "'" not in low[i]
            and not self.names.double.match(low, i)
        ):
            run = capital_run(tokens, i, 6)
            if run - i < 2:
                return None
            if self._enumerated(tokens, i, run, items):
                return Item("name", i, run, strength=1)
            return Item("name", i, run, strength=0) if self._listed(tokens, i, run) else None
        run = self._run(tokens, i)
        after_capital = (
            i > 0
            and shape[i - 1] in "CA"
            and tokens.start[i] == tokens.end[i - 1] + 1
            and not (items and items[-1].last == i)
        )
        if found is not None and found[0] >= min(run, i + 3) and shape[i] in "CA":
            return Item("organization", i, max(found[0], run), "skip")
        if self.names.is_street(tokens, i, run):
            return None if run - i < 2 else Item("name", i, run, strength=1 if items and self._opened(items) else 0)
        weight = self.names.weight(tokens, i, run)
        if (
            low[i] in self.names.prefix
            and run - i >= 2
            and weight <= 0
            and (low[i] in ("y", "ka", "ama") and any(low[k] in self.names.highland for k in range(i + 1, run)))
        ):
            return Item("name", i, run, strength=4)
        if "'" in low[i] and low[i] not in _NOT_NAMES and run - i == 1 and not after_capital:
            return Item("name", i, run, strength=1)
        if weight <= 0 or run - i < 2 or low[i] in _NOT_NAMES:
            if run - i >= 2 and (low[i] in ("y", "a", "k", "h", "ka", "ha") or self._listed(tokens, i, run)):
                return Item("name", i, run, strength=1 if low[i] in self.names.prefix and run - i >= 3 else 0)
            return None
        if after_capital and weight < 5:
            return None
        # "Đoàn Thanh niên", "Hồ Gươm xanh": the last capital begins a compound that goes on in lower case.
        if run - i == 2 and self.organizations.starts_head(tokens, i):
            return None
        return Item("name", i, run, strength=weight)


def _extended(office: OfficeMatch, tokens: Tokens, first: int, last: int) -> OfficeMatch:
    more = tokens.slice(first, last)
    name = f"{office.organization} {more}" if office.organization else more
    return office._replace(organization=name, last=last, local=True, kind=office.kind or "đơn vị")
