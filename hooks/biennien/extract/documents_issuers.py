"""A citation and its article in; who issued the document, and in which term, out: the first parts of its id."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from .. import vocabulary
from ..entities import Registry
from ..model import Citation
from ..text import fold, slug
from .documents_grammar import grammar
from .documents_text import flat, ordinal
from .places import PlaceReader

_UNIT = re.compile(
    r"(?:đảng ủy|đảng bộ|chi bộ|chi ủy)\s(?:cơ sở\s)?((?:trường|đại học|học viện|bệnh viện|viện|công ty|"
    r"tổng công ty|tập đoàn|ngân hàng|sở|cục|chi cục|ban quản lý|trung tâm|nhà máy|xí nghiệp|sư đoàn|trung đoàn|"
    r"lữ đoàn|quân khu|quân đoàn|vùng)(?![^\W_]).*)"
)
_MINISTRY = re.compile(r"(?:bộ trưởng )?bộ (.+)")


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """What resolving needs to know of an article: its day, place (id) and the words of the body that met."""

    article: str
    date: dt.date | None = None
    place: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """Who issued a document. ``body`` None: nobody can say which (no place); ``level`` None: nothing is known."""

    level: Literal["dang", "nn"] | None
    body: str | None
    place: str | None = None
    local: bool = False


UNKNOWN = Body(None, None)


@lru_cache(maxsize=4)
def bodies_data(extension: Path | None = None) -> Any:
    """document_bodies.yml, with what an editor's folder adds to it."""
    return vocabulary.words("document_bodies", extension)


@dataclass(slots=True)
class Issuers:
    """Who issues documents, and when their terms begin. ``congresses`` and ``held`` grow with the registry."""

    registry: Registry
    vocabulary: Path | None = None  # the editors' folder of additions
    places: PlaceReader = field(init=False)
    congresses: dict[str, dict[int, int]] = field(init=False)  # body -> ordinal -> first year of the term
    held: dict[tuple[str, int], dt.date] = field(init=False)  # (body, year) -> last day of the congress
    terms: list[tuple[str, dt.date, dt.date]] = field(init=False)  # of the Party, oldest first

    def __post_init__(self) -> None:
        data = bodies_data(self.vocabulary)
        self.places = PlaceReader(self.registry, self.vocabulary)
        self.terms = [(term, days[0], days[1]) for term, days in data["party_terms"].items()]
        self.congresses, self.held = {}, {}
        for place, ordinals in data["congresses"].items():
            self.congresses[self.code_of_place(place)] = {ordinal(o) or 0: year for o, year in ordinals.items()}

    def code_of_place(self, place: str) -> str:
        """The part of an id that stands for a province's committee, "tphcm" -> "hcm"."""
        return str(bodies_data(self.vocabulary)["places"].get(place, place))

    def party_year(self, term: str) -> int | None:
        """First year of a term of the Party's, "XII" -> 2016."""
        return next((first.year for name, first, _ in self.terms if name == term), None)

    def party_year_of_day(self, day: dt.date) -> int | None:
        """First year of the Party's term in which a day lies; None while a congress sat, or before all of them."""
        year = None
        for _, first, last in self.terms:
            if day > last:
                year = first.year
            elif day >= first:
                return None
        return year

    def local_year_of_day(self, body: str, day: dt.date) -> int | None:
        """The same for a province: certain outside the months of congresses, or where the congress's day is known."""
        data = bodies_data(self.vocabulary)["local_terms"]
        years: list[int] = data["years"]
        if not years or not years[0] <= day.year < years[-1] + 5:
            return None
        for year in years:
            if day.year == year:
                last = self.held.get((body, year))
                if last is not None:
                    return year if day >= last else self._year_before(years, year)
                if day < dt.date(year, *data["first"]):
                    return self._year_before(years, year)
                return year if day > dt.date(year, *data["last"]) else None
        return max(year for year in years if year <= day.year)

    @staticmethod
    def _year_before(years: Sequence[int], year: int) -> int | None:
        return max((y for y in years if y < year), default=None)

    # --- who issued it -------------------------------------------------------------------------------------------
    def body_of(self, citation: Citation, context: ArticleContext) -> Body:
        """Who issued the cited document: by its symbol and the issuer's words; for "Thành ủy" alone by the article."""
        issuer = flat(citation.issuer).strip() if citation.issuer else ""
        symbol = citation.symbol
        if symbol:
            letters = fold(re.split(r"[-/]", symbol, maxsplit=1)[1]) if re.search(r"[-/]", symbol) else ""
            party = re.search(r"-[^/-]+/", symbol) is not None
            tail = letters.rsplit("/", 1)[-1]
            if party:
                if tail == "tw":
                    return Body("dang", "tw")
                if tail.endswith("tw"):
                    return Body("dang", tail.replace("-", ""))
                if tail == "tu":
                    return self.local_party(issuer or "tỉnh ủy", context)
                return self.local_party(issuer, context) if issuer else Body("dang", None, local=True)
            if qh := re.search(r"/(qh|ubtvqh)\d*$", "/" + letters.replace("-", "/")):
                return Body("nn", qh.group(1))
            bodies = bodies_data(self.vocabulary)["symbols"]["state"]
            for part in reversed(re.split(r"[-/]", letters)):
                for printed, code in bodies.items():
                    if part == fold(printed):
                        return Body("nn", code)
                if part in ("ubnd", "hdnd"):
                    return self._local_state(part, issuer, context)
            last = re.split(r"[-/]", letters)[-1]
            return Body("nn", last) if last.isalpha() else UNKNOWN
        if citation.plenum is not None and (not issuer or "đảng bộ" not in issuer):
            return Body("dang", "tw")
        if not issuer:
            return Body("nn", "cp") if citation.type == "nghị định" else UNKNOWN  # nobody else issues these
        central = grammar(self.vocabulary).central
        if issuer == "cp":
            return Body("nn", "cp")
        if issuer in central:
            return Body(central[issuer].level, central[issuer].body)  # type: ignore[arg-type]
        if "ubnd" in issuer or "ủy ban nhân dân" in issuer:
            return self._local_state("ubnd", issuer, context)
        if "hđnd" in issuer or "hội đồng nhân dân" in issuer:
            return self._local_state("hdnd", issuer, context)
        if ministry := _MINISTRY.fullmatch(issuer):
            return Body("nn", slug("bo " + ministry.group(1)))
        if re.search(r"ủy|đảng bộ|chi bộ|ban chấp hành|đại hội", issuer):
            return self.local_party(issuer, context)
        return UNKNOWN

    def _local_state(self, kind: str, issuer: str, context: ArticleContext) -> Body:
        place = self.place_in(issuer) or self._own_place(context, issuer)
        return Body("nn", f"{kind}-{self.code_of_place(place)}" if place else None, place, local=True)

    def _own_place(self, context: ArticleContext, issuer: str) -> str | None:
        """The article's province, for an issuer only called "the city's"; not for a nameless ward or district."""
        if context.place is None or re.search(r"huyện|quận|thị xã|thị ủy|phường|xã|đặc khu", issuer):
            return None
        return self.places.province(context.place)

    def place_in(self, words: str) -> str | None:
        """Province id of the last place that flat words name."""
        # ``words`` come from a flat view: names of places have lost their capitals, so give them back.
        return self.places.in_words(words.title()) or self.places.in_words(words.upper())

    def local_party(self, issuer: str, context: ArticleContext) -> Body:
        """The committee that an issuer's words (flat) name, the article's own where they name no place."""
        place = self.place_in(issuer)
        for part in bodies_data(self.vocabulary)["parts"]:
            if part["words"] in issuer:
                where = place or self._own_place(context, "")
                return Body("dang", f"{self.code_of_place(where)}-{part['code']}" if where else None, where, local=True)
        if unit := _UNIT.search(issuer):  # a university's committee is not the city's in which it stands
            where = place or self._own_place(context, "")
            return Body(
                "dang", f"{self.code_of_place(where)}-{slug(unit.group(1))}" if where else None, where, local=True
            )
        if lower := re.search(r"(?:phường|xã|huyện|quận|thị xã|đặc khu|huyện ủy|quận ủy|thị ủy)\s(\S.*)", issuer):
            where = place or self._own_place(context, "")
            return Body(
                "dang", f"{self.code_of_place(where)}-{slug(lower.group())}" if where else None, where, local=True
            )
        where = place or self._own_place(context, issuer)
        return Body("dang", self.code_of_place(where) if where else None, where, local=True)
