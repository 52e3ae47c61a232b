"""Names of people in tokens: where one can begin, how far it reaches, and where a place's name ends before it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from ..text import tone_normal
from ..vocabulary import words
from .tokens import Phrases, Tokens, tokenize

# Initial, vowels (marks stripped by the caller), final: what a Vietnamese syllable can look like.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|iêu|yêu|uôi|ươi|ươu|oai|oay|uây|oeo|uya|iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uơ|uy|ia|ya|ua|ưa|ai|ay|ây|ao|au|âu|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|oo|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_MARKS = str.maketrans(
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)
MAX_SYLLABLES = 6
_NO_SURNAME = frozenset(("ban", "đảng", "ủy", "bí", "phó", "chợ", "thành", "huyện", "quận", "xã", "phường", "tỉnh"))


def is_vietnamese(low: str) -> bool:
    """Whether a lower-case word is spelled like one Vietnamese syllable."""
    return _SYLLABLE.fullmatch(low.translate(_MARKS)) is not None


def has_marks(low: str) -> bool:
    """Whether a lower-case word has a letter or tone that English, Chinese pinyin or Lao names do not have."""
    return not low.isascii()


class Name(NamedTuple):
    """A possible person's name: tokens first..last-1, and how much it looks like one by itself."""

    end: int
    strength: (
        int  # 3: a common surname and three or more syllables; 2: a surname; 1: only beside an office or honorific
    )


class NameBook:
    """Surnames and syllables of names, compiled once from the vocabulary."""

    def __init__(self, extension: Path | None = None) -> None:
        data = words("surnames", extension)
        self.common = frozenset(tone_normal(w).lower() for w in data["common"])
        self.other = frozenset(tone_normal(w).lower() for w in data["other"]) - self.common
        self.highland = frozenset(tone_normal(w).lower() for w in data["highland"])
        self.prefix = frozenset(tone_normal(str(w)).lower() for w in data["prefix"])
        self.middle = frozenset(tone_normal(w).lower() for w in data["middle"])
        self.double: Phrases[bool] = Phrases((w, True) for w in data["double"])
        history = words("historical", extension)
        self.historical: Phrases[bool] = Phrases((w, True) for w in history["names"])
        self.streets: Phrases[bool] = Phrases((w, True) for w in history["streets"])
        before: dict[str, list[tuple[str, ...]]] = {}
        for phrase in history["before"]:
            low = tuple(tokenize(str(phrase)).low)
            before.setdefault(low[-1], []).append(low)
        self._before = before
        self.surnames = self.common | self.other | self.highland
        self.lands: Phrases[bool] = Phrases(
            (str(w), True)
            for w in [*history["lands"], *words("offices", extension)["countries"]]
            if " " in str(w) or w in history["lands"] or not is_vietnamese(tone_normal(str(w)).lower())
        )
        foreign = words("foreign_names", extension)
        self.korean, self.monarchs, self.court, self.firm_words, self._bodies = (
            frozenset(tone_normal(str(w)).lower() for w in foreign[k])
            for k in ("korean", "monarchs", "court", "firm_words", "bodies")
        )
        self.lady_places = frozenset(tone_normal(str(w)).lower() for w in history["lady_places"])

    def of_the_world(self, organization: str | None) -> bool:
        """Whether an organisation is of many countries, so that anybody may be its head: "WTO", "UNDP tại Việt Nam"."""
        return organization is not None and not self._bodies.isdisjoint(organization.lower().split())

    def ends_in_land(self, tokens: Tokens, i: int) -> bool:
        """Whether a country is printed directly before token i: "Ủy ban Đối ngoại Quốc hội Cuba | …"."""
        for k in range(max(0, i - 3), i):
            found = self.lands.match(tokens.low, k)
            if found is not None and found[0] == i:
                return True
        return False

    def land(self, tokens: Tokens, i: int, run: int) -> int | None:
        """Position after a country, a sea, … printed at token i of the capitals i..run-1; None: rather a person.

        A name may go on behind it ("Thái Lan | Prayut Ví Dụ"), and a person may be called like one ("Hà Lan Anh").
        """
        found = self.lands.match(tokens.low, i)
        if found is None:
            return None
        end = found[0]
        if (end - i > 1 and (end >= run or run - end >= 2)) or not is_vietnamese(tokens.low[i]):
            return end
        return end if end < run and not is_vietnamese(tokens.low[end]) else None

    def named_after(self, tokens: Tokens, i: int) -> bool:
        """Whether the words before token i make what follows a street, a school, an award … of that name."""
        if i == 0:
            return False
        return any(
            tuple(tokens.low[max(0, i - len(low)) : i]) == low for low in self._before.get(tokens.low[i - 1], ())
        )

    def is_historical(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether tokens first..last-1 are the name of a historical figure (see historical.yml)."""
        found = self.historical.match(tokens.low, first)
        return found is not None and found[0] >= last

    def is_street(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether tokens first..last-1 are a late leader's name that streets and prizes carry."""
        found = self.streets.match(tokens.low, first)
        return found is not None and found[0] == last

    def weight(self, tokens: Tokens, first: int, last: int) -> int:
        """How well tokens first..last-1 read as a Vietnamese person's name; 0 and less: not at all."""
        low = tokens.low
        length = last - first
        if length < 1 or length > MAX_SYLLABLES:
            return 0
        surname = low[first]
        if length == 4 and low[first + 2] == "-" and tokens.shape[first + 3] == "l" and surname in self.korean:
            return 5  # "Kim Vi-du"
        if surname in self.common or surname in self.highland or "'" in surname:
            weight = 3
        elif surname == "y" and length >= 2:
            return 5 if any(low[k] in self.highland for k in range(first + 1, last)) else 3
        elif surname in self.other or self.double.match(low, first):
            weight = 1
        elif 3 <= length <= 5 and low[first + 1] == "thị" and surname not in _NO_SURNAME and is_vietnamese(surname):
            weight = 0  # "Thới Thị …": a surname that no list has, told by what follows it
        else:
            return 0
        weight += {1: -4, 2: 0, 3: 2, 4: 2, 5: 1}.get(length, -1)
        if length >= 3 and low[first + 1] in ("văn", "thị"):
            weight += 2
        elif length >= 3 and low[first + 1] in self.middle:
            weight += 1
        return weight
