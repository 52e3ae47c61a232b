"""Printed offices and organisations of other countries in, comparable ones out: "Tổng thống Cộng hòa Pháp" is one
with "Tổng thống Pháp".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from . import vocabulary
from .text import compare_key, fold

HOME = "việt nam"
# What an ambassador's or a head of government's office is printed with or without.
_FILLERS = re.compile(r" (?:đặc mệnh toàn quyền|chính phủ|nước)(?= |$)")
_TITLES = ("tổng thống", "thủ tướng", "ngoại trưởng", "quốc vương", "đại sứ", "chủ tịch")
_POSTED_HERE = re.compile(r" tại Việt Nam$")


@dataclass(frozen=True, slots=True)
class Countries:
    """The names of countries (offices.yml) and which of them are one (countries.yml), compiled."""

    usual: dict[str, str]  # comparable name -> the usual one
    at_end: re.Pattern[str]

    def split(self, printed: str) -> tuple[str, str] | None:
        """(what stands before, the country's usual name), both comparable; None for home and where none is named.

        "Bộ Ngoại giao Liên bang Nga" -> ("bộ ngoại giao", "nga")
        """
        key = compare_key(printed)
        found = self.at_end.search(key)
        if found is None:
            return None
        name, before = self.usual[found.group("name")], key[: found.start()].rstrip()
        # "huyện Phù Mỹ", "phường Tân Lào": a syllable of a longer name.
        inside = " " not in found.group("name") and printed.split()[len(before.split()) - 1][:1].isupper()
        return None if name == HOME or (before and inside and before not in _TITLES) else (before, name)

    def office(self, label: str, organization: str | None) -> str | None:
        """Equal for the printed forms of one office of another country, None for offices at home.

        ("Đại sứ đặc mệnh toàn quyền", "Cộng hòa Pháp tại Việt Nam") -> "đại sứ | pháp"
        """
        found = self.split(_POSTED_HERE.sub("", " ".join(f"{label} {organization or ''}".split())))
        if found is None or not found[0]:
            return None
        return f"{_FILLERS.sub('', found[0])} | {found[1]}"


@lru_cache(maxsize=4)
def countries(extension: Path | None = None) -> Countries:
    """The vocabulary with the editors' additions in ``extension``, compiled once."""
    same: Any = vocabulary.words("countries", extension)
    names = [compare_key(str(name)) for name in vocabulary.words("offices", extension)["countries"]]
    usual = {name: name for name in names}
    for name, others in same["same"].items():
        usual[compare_key(str(name))] = compare_key(str(name))
        usual |= {compare_key(str(other)): compare_key(str(name)) for other in others}
    formal = [compare_key(str(words)) for words in same["formal"]]
    for name in sorted(usual, key=lambda n: (len(n), n)):
        # "Cộng hòa Cuba" stands in the list beside "Cuba".
        for words in formal:
            if usual[name] == name and name.startswith(f"{words} ") and name.removeprefix(f"{words} ") in usual:
                usual[name] = usual[name.removeprefix(f"{words} ")]
    return Countries(usual, re.compile(rf"(?:^|\s)(?:nước )?(?:(?:{_any_of(formal)}) )?(?P<name>{_any_of(usual)})$"))


# A Vietnamese syllable without its marks: what has none of this shape is written in another language.
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?", re.IGNORECASE
)


def is_foreign_name(name: str, extension: Path | None = None) -> bool:
    """Whether a name is not written as the names of Vietnam's peoples are: "Erika Mustermann"; not "Lý Ví Dụ", nor
    one with a highland family's name in it (surnames.yml): "Y Ví Dụ Niê".
    """
    parts = [part for part in re.split(r"[\s\-]+", fold(name)) if part]
    highland, openings = _highland(extension)
    if parts and (parts[0] in openings or any(part in highland for part in parts)):
        return False
    return any(not _SYLLABLE.fullmatch(part) for part in parts if part.isalpha())


@lru_cache(maxsize=4)
def _highland(extension: Path | None) -> tuple[frozenset[str], frozenset[str]]:
    """(family names of the highlands, first words of names without a family's), as ``fold`` writes them."""
    data: Any = vocabulary.words("surnames", extension)
    first = {fold(str(word)) for word in data["prefix"]} | {fold(str(words)).split()[0] for words in data["double"]}
    return frozenset(fold(str(word)) for word in data["highland"]), frozenset(first)


def _any_of(words: Any) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
