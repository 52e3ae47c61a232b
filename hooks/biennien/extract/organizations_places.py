"""Where an organisation's name names a place and where a person begins: the words, places and levels of the reader.

Capital letters decide where the lists do not reach; a person's name behind a place ("Bí thư Đảng ủy phường An Mẫu
Nguyễn Văn Dụ") is told apart by how well each reads as a name.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..entities import Place, Registry
from ..text import compare_key, tone_normal
from ..vocabulary import words
from .names import NameBook, is_vietnamese
from .organizations_words import (
    AFTER_NUMBER,
    ARMED,
    COMPOUNDS,
    HAMLETS,
    LEVELS,
    NO_PLACE,
)
from .tokens import Phrases, Tokens, capital_run, tokenize


class Organization(NamedTuple):
    """An organisation as printed at one place. ``start``/``end`` are offsets in the block's text."""

    start: int
    end: int
    name: str  # as printed, tone placement and place names normalised ("Thành ủy TP.HCM" -> "Thành ủy TPHCM")
    kind: str  # of organization_kinds.yml; "địa phương" for a ward, district, … by itself
    place: str | None  # place id of the registry, where the name says it
    local: bool  # whether it names a place at all, known to the registry or not
    first: int  # token positions
    last: int
    level: str = ""  # "tỉnh", "thành phố", "phường" …: of the place, where the name or the registry says it
    where: str = ""  # the place as it closes the name: "TPHCM", "Bình Mẫu", "phường An Mẫu"


class Head(NamedTuple):
    """With what an organisation's name begins."""

    kind: str
    after: str
    canonical: str


class PlaceReader:
    """Reads the places and levels of names; compiled once from the vocabulary and the registry."""

    def __init__(
        self, registry: Registry, vocabulary_extension: Path | None = None, names: NameBook | None = None
    ) -> None:
        data = words("organization_kinds", vocabulary_extension)
        self.names = names or NameBook(vocabulary_extension)
        self._heads: Phrases[Head] = Phrases(
            (word, Head(group["kind"], group["after"], word)) for group in data["heads"] for word in group["words"]
        )
        self._office_heads: Phrases[Head] = Phrases(
            (str(word), Head("đơn vị", "name", str(word))) for word in data["office_heads"]
        )
        self._world: Phrases[bool] = Phrases((str(word), True) for word in data["world"])
        self._fields: Phrases[str] = Phrases((str(w), str(w)) for w in data["fields"])
        self._lines: Phrases[bool] = Phrases((str(w), True) for w in (*data["fields"], *data["lines"]))
        self._complements: Phrases[str] = Phrases((str(w), str(w)) for w in data["complements"])
        self._levels: Phrases[str] = Phrases((str(w), str(w)) for w in data["levels"])
        self._bare = frozenset(tone_normal(str(w)).lower() for w in data["bare_levels"])
        self._bare_units = frozenset(tone_normal(str(w)).lower() for w in data["bare_units"])
        titles = words("offices", vocabulary_extension)
        self._states: Phrases[bool] = Phrases((str(w), True) for w in titles["states"])
        self.countries: Phrases[str] = Phrases((str(w), str(w)) for w in titles["countries"])
        self._titles: Phrases[bool] = Phrases((str(w), True) for w in (*titles["titles"], *titles["heads"], "Phó"))
        self._ranks: Phrases[bool] = Phrases((str(w), str(w).lower().endswith(ARMED)) for w in titles["ranks"])
        # "TS", "BSCKII", "UVBTV": letters that begin a person, not the short name of a firm.
        self._degrees = frozenset(
            tone_normal(str(w)).lower()
            for w in (*titles["ranks"], *titles["titles"])
            if " " not in w and w[1:].isupper()
        )
        verbs = words("speech_verbs", vocabulary_extension)
        self._verbs: Phrases[bool] = Phrases(
            (str(w), True) for kind in ("say", "perform", "chair", "attend") for w in verbs[kind]
        )
        self._stops = frozenset(tone_normal(str(w)).lower() for w in data["stops"])
        self._places: Phrases[Place] = Phrases(_place_forms(registry))
        self._by_id = dict(registry.places)
        within = words("district_provinces", vocabulary_extension).values()
        districts = {str(w) for names in (words("districts", vocabulary_extension)["names"], *within) for w in names}
        # "Quận 4" is read by its level; a bare number is no name.
        self._districts: Phrases[str] = Phrases((w, w) for w in sorted(districts) if not w.isdigit())

    def level_words(self) -> frozenset[str]:
        """First words of levels: "tỉnh", "phường", "tp" …"""
        return self._levels.first_words()

    def place_at(self, tokens: Tokens, i: int) -> tuple[int, Place] | None:
        """(position after it, place) of the longest printed form of a registry's place at token i."""
        found = self._places.match(tokens.low, i)
        if found is None or (tokens.shape[found[0] - 1] not in "CAd" and tokens.low[found[0] - 1] != ")"):
            return None
        return found

    def split(self, tokens: Tokens, first: int, run: int) -> int:
        """Where, in the capitals first..run-1 behind an organisation, its place ends and a person's name begins."""
        return self._split(tokens, first, run, bare=True)

    def bare_place(self, tokens: Tokens, i: int) -> int | None:
        """Position after a place's name (registry or district list) at token i."""
        found = self.place_at(tokens, i)
        if found is not None:
            return found[0]
        district = self._districts.match(tokens.low, i)
        if district is not None and tokens.shape[i] in "CA" and tokens.shape[district[0] - 1] in "CA":
            return district[0]
        return None

    def district_at(self, tokens: Tokens, i: int) -> int:
        """Position after a district's name at token i; i where there is none."""
        found = self._districts.match(tokens.low, i)
        if found is None or tokens.shape[i] not in "CA" or tokens.shape[found[0] - 1] not in "CA":
            return i
        return found[0]

    def level_at(self, tokens: Tokens, i: int) -> int | None:
        """Position after a level word ("tỉnh", "phường", "TP.") at token i."""
        low, shape = tokens.low, tokens.shape
        found = self._levels.match(low, i)
        if found is None:
            return None
        j = found[0]
        if j < len(low) and low[i] == "xã" and low[j] in ("hội", "luận", "tắc", "giao"):
            return None
        if len(low[i]) == 1 and (shape[i] == "l" or j >= len(low) or shape[j] not in "Cd"):
            return None  # "H", "P", "Q" are levels only before a name or number
        if low[i] in HAMLETS and (j >= len(low) or (shape[j] not in "CdA" and low[j] != "số")):
            return None  # "bản", "làng", "tổ": levels only before a name or number
        if low[i] == "vùng" and (j >= len(low) or shape[j] not in "CdA"):
            return None
        return j

    def country_at(self, tokens: Tokens, j: int) -> int:
        """Position after a country's name at token j; j where there is none, or a person's name begins so."""
        low, shape, n = tokens.low, tokens.shape, len(tokens.low)
        k = j + 1 if low[j] in ("nước", "xứ") else j
        state = self._states.match(low, k) if k < n else None
        if state is not None and shape[k] in "CA" and state[0] < n:
            k = state[0]  # "nước Cộng hòa | Slovakia"
        found = self.countries.match(low, k) if k < n else None
        if (
            found is None
            or shape[k] not in "CA"
            or shape[found[0] - 1] not in "CA"
            or (k == j + 1 and low[j] == "nước")
        ):
            return j
        run = capital_run(tokens, j, 6)
        named = run > found[0] and found[0] == j + 1 and self.names.weight(tokens, j, run) >= 3
        return j if named else found[0]

    def starts_head(self, tokens: Tokens, i: int) -> bool:
        """Whether an organisation's head stands at token i."""
        return self._heads.match(tokens.low, i) is not None

    def is_verb(self, low: list[str], k: int) -> bool:
        """Whether a verb of a sentence stands at token k."""
        found = self._verbs.match(low, k)
        if found is None or self._fields.match(low, k) is not None:
            return False
        return found[0] - k > 1 or low[found[0] : found[0] + 1] != ["án"]  # "dự", but not "dự án"

    def ends_name(self, tokens: Tokens, k: int) -> bool:
        """Whether the lower-case word at token k cannot go on a name."""
        return tokens.low[k] in self._stops or self.is_verb(tokens.low, k)

    def _halts(self, low: list[str], j: int) -> bool:
        """Whether a word in lower case ends a name that nobody told us of."""
        if low[j] not in self._stops or " ".join(low[j : j + 2]) in COMPOUNDS:
            return False
        return j == 0 or " ".join(low[j - 1 : j + 1]) not in COMPOUNDS or self.is_verb(low, j)

    def _other(self, tokens: Tokens, k: int, person: bool = False) -> bool:
        """Whether a person, or something named, begins at token k: what stood before "và" is then over."""
        said = tokens.low[k] in ("ông", "bà", "đồng", "các", "anh", "chị", "người")
        return said or (not person and tokens.shape[k] in "CA")

    def _complement(self, tokens: Tokens, j: int) -> tuple[int, str] | None:
        """(position after it, as in the vocabulary) of what goes on a name at token j; "tư" is not "TƯ"."""
        found = self._complements.match(tokens.low, j)
        return None if found is not None and found[1].isupper() and tokens.shape[j] == "l" else found

    def _continues(self, tokens: Tokens, j: int) -> bool:
        return j < len(tokens.low) and (
            self._complement(tokens, j) is not None
            or self.place_at(tokens, j) is not None
            or self.level_at(tokens, j) is not None
        )

    def _begins_person(self, tokens: Tokens, j: int) -> bool:
        """Whether a rank or degree and the person who has it stand at token j: "Giám đốc Bệnh viện | TS Trần Ví Dụ",
        "Tư lệnh Quân khu 4 | Trung tướng Lê Văn Mẫu"."""
        low, shape = tokens.low, tokens.shape
        if shape[j] not in "CA":
            return False
        k, armed = j, False
        while k < len(low) and k - j < 12:
            at = k + 1 if k > j and low[k] in (",", "-", ".") and k + 1 < len(low) else k
            found = self._ranks.match(low, at)
            if found is None or (shape[at] == "A" and low[at] not in self._degrees):
                break
            armed = armed or found[1]
            k = found[0]
        if k == j or k >= len(low) or shape[k] not in "CA":
            return False
        return armed or (shape[k] == "C" and self.names.weight(tokens, k, capital_run(tokens, k, 6)) >= 3)

    def _run(self, tokens: Tokens, j: int, limit: int = 8) -> int:
        """Position after the capitals at token j, as far as no rank among them begins a person."""
        run = capital_run(tokens, j, limit)
        for k in range(j, run):
            if tokens.low[k] in self._ranks and self._begins_person(tokens, k):
                return k
        return run

    def _place_name(
        self, tokens: Tokens, level: int, j: int, office: bool
    ) -> tuple[int, str | None, list[tuple[int, int, str]]]:
        """(end, place id, parts) of the name after the level words level..j-1; end == j where the level stands bare."""
        low, shape = tokens.low, tokens.shape
        bare = [(level, j, "")]
        if j >= len(low):
            return j, None, bare
        if (
            shape[j] == "d"
            and len(low[j]) <= 2
            and low[level]
            in ("quận", "q", "phường", "p", "khu", "vùng", "thôn", "ấp", "khóm", "tổ", "buôn", "bon", "bản")
        ):
            if low[level : level + 2] == ["khu", "vực"] and low[j + 1 : j + 2] == ["-"] and j + 2 < len(low):
                place = self.place_at(tokens, j + 2)
                if place is not None:  # "Tòa án nhân dân khu vực 2 - Bình Mẫu"
                    return place[0], place[1].id, [(level, place[0], "")]
            return j + 1, None, [(level, j + 1, "")]
        if low[level] in ("khu", "vùng") and low[j].strip("ivx") == "" and shape[j] in "CA":
            return j + 1, None, [(level, j + 1, "")]
        if low[j] == "số" and low[level] in HAMLETS and j + 1 < len(low) and shape[j + 1] == "d":
            return j + 2, None, [(level, j + 2, "")]
        town = (
            self._districts.match(low, j) if shape[j] in "CA" and low[level] in ("tp", "thành", "thị", "tx") else None
        )
        if town is not None and shape[town[0] - 1] in "CA" and self.starts_head(tokens, j):
            return town[0], None, [(level, town[0], "")]  # "TP Hội An": "Hội" begins no association
        if shape[j] not in "CA" or self.starts_head(tokens, j):
            return j, None, bare
        place = self.place_at(tokens, j)
        if place is not None and not (office and self._name_wins(tokens, j, place[0])):
            fits = low[level] in ("tỉnh", "thành", "tp", "thủ") or place[1].kind.startswith(low[level])
            text = (
                ""
                if not fits or place[1].short.lower() in tokens.slice(j, place[0]).lower()
                else tokens.slice(level, j) + " " + place[1].short
            )
            return place[0], place[1].id if fits else None, [(level, place[0], text)]
        run = self._run(tokens, j)
        if run == j:
            return j, None, bare  # "Công an tỉnh | Thiếu tướng …"
        # Provinces and cities are known: what follows "tỉnh" and is none is rather a person.
        end = self._split(tokens, j, run, bare=office, doubt=2 if low[level] in ("tỉnh", "thành", "tp") else 0)
        if (
            j < end == run < len(low)
            and shape[run] == "d"
            and len(low[run]) <= 2
            and low[level] in ("phường", "xã", "thị", "p")
            and (run + 1 == len(low) or shape[run + 1] in "CAp" or low[run + 1] in AFTER_NUMBER)
            and low[run + 1 : run + 2] not in (["%"], ["/"])
        ):
            end += 1  # "phường Cổ Mẫu 2"
        return end, None, [(level, end, "")]

    def _name_wins(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether the capitals from ``first`` read rather as one person's name than as a place of first..last-1."""
        run = capital_run(tokens, first)
        if run <= last:
            return False
        if self.names.weight(tokens, last, run) >= 3:
            return False
        return self.names.weight(tokens, first, run) >= 5

    def _split(self, tokens: Tokens, first: int, run: int, bare: bool, doubt: int = 0) -> int:
        """Where in the capitals first..run-1 a place's name ends and a person's begins; ``bare``: may be all person."""
        n = run - first
        if self.names.is_historical(tokens, first, run) or self.names.is_street(tokens, first, run):
            return run
        best, best_score = run, {1: 0, 2: 2, 3: 1, 4: -1}.get(n, -3) - doubt
        for k in range(0 if bare else 1, min(n, 5)):
            name = self.names.weight(tokens, first + k, run)
            if name <= 0:
                continue
            known = k > 0 and self.bare_place(tokens, first) == first + k
            score = name + (4 if known else {0: -1, 1: -1, 2: 2, 3: 1, 4: 0}[k])
            if k == 0 and tokens.low[first] in NO_PLACE:
                score += 1
            elif k == 0 and tokens.low[first] == "y":
                score += 3
            elif k == 0 and n >= 4 and tokens.low[first + 1] in self.names.common:
                score += 4  # two surnames, of father and mother: "Lương Nguyễn Minh Dụ", no place called Lương
            if score > best_score:
                best, best_score = first + k, score
        return best

    def _made(
        self,
        tokens: Tokens,
        first: int,
        last: int,
        kind: str,
        parts: list[tuple[int, int, str]],
        place: str | None,
        local: bool,
    ) -> Organization:
        pieces: list[str] = []
        for a, b, text in sorted(parts):
            if b > a and b <= last:
                shown = text or tokens.slice(a, b)
                if pieces and not text and tokens.glued(a) and tokens.shape[a] == "d":
                    pieces[-1] += shown  # "CCTQ4"
                else:
                    pieces.append(_recase(shown) if not text and shouted(tokens, a, b) else shown)
        name = " ".join(" ".join(pieces).split()).replace(" ,", ",")
        level, where = self._level_of(tokens, parts, place, local)
        return Organization(
            tokens.start[first], tokens.end[last - 1], name, kind, place, local, first, last, level, where
        )

    def _level_of(
        self, tokens: Tokens, parts: list[tuple[int, int, str]], place: str | None, local: bool
    ) -> tuple[str, str]:
        """(level, name) of the place that closes an organisation's name."""
        first, last, text = max(parts)
        end = self.level_at(tokens, first)
        level = LEVELS.get(tokens.low[first], tokens.slice(first, end).lower()) if end is not None else ""
        if not local:
            return (level if end == last else ""), ""
        known = self._by_id.get(place) if place else None
        shown = text or tokens.slice(first, last)
        if known is not None and level in ("", "thành phố", "tỉnh", "quận", "huyện"):
            level = level or known.kind
            if level in ("tỉnh", "thành phố"):
                return level, known.short
        if end is not None and end < last and level in ("tỉnh", "thành phố"):
            return level, tokens.slice(end, last)
        return level, shown


def _place_forms(registry: Registry) -> list[tuple[str, Place]]:
    """Printed forms of places, those of still existing ones first, so that they win."""
    forms: list[tuple[str, Place]] = []
    ours = (p for p in registry.places.values() if p.kind not in ("trung ương", "cả nước"))
    for place in sorted(ours, key=lambda p: (p.merged_into is not None, p.until is not None, p.id)):
        for form in (place.name, place.short, *place.aliases):
            if tokenize(form).low and form.casefold() not in ("thành phố", "tỉnh"):
                forms.append((form, place))
    return forms


def short_place(tokens: Tokens, first: int, last: int, place: Place) -> str:
    """The place as it is named in an organisation's normalised name."""
    printed = tokens.slice(first, last)
    if "," in printed or "(" in printed:
        return place.short  # "phường An Mẫu, TPHCM"
    if tokens.low[first] in ("tp", "tphcm") or tokens.low[first : first + 2] == ["thành", "phố"]:
        return "" if compare_key(printed).endswith(compare_key(place.short)) else place.short
    return ""


def shouted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words are printed in capitals although they are no abbreviation."""
    return (
        last > first
        and all(s in "Adp" for s in tokens.shape[first:last])
        and any((is_vietnamese(w) and not w.isascii()) or len(w) > 5 for w in tokens.low[first:last])
    )


_ABBREVIATIONS = frozenset(
    [
        "UBND",
        "HĐND",
        "MTTQ",
        "TPHCM",
        "HCM",
        "TP",
        "ĐBQH",
        "LĐLĐ",
        "BTV",
        "BCH",
        "UBKT",
        "LHPN",
        "CCB",
        "TNCS",
        "KCN",
        "KCX",
        "TAND",
        "VKSND",
        "BHXH",
        "BĐBP",
        "BCHQS",
        "CHQS",
    ]
)


def _recase(text: str) -> str:
    """Capitals as a name is printed inside a sentence: "PHƯỜNG AN MẪU" -> "Phường An Mẫu"."""
    return " ".join(
        word if word in _ABBREVIATIONS or not is_vietnamese(word.lower()) else word[:1] + word[1:].lower()
        for word in text.split(" ")
    )
