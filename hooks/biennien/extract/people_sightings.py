"""What a block says of people, and small questions about its items: which touch, which lead to a name, where brackets
and sentences end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from .offices import OfficeMatch
from .people_items import Item, Wording
from .tokens import Tokens

MAX_CHAIN = 16  # offices of one person at one place: more are no text


@dataclass(slots=True)
class Sighting:
    """One place where a block names somebody. Token positions."""

    first: int  # of the name
    last: int
    np_first: int  # with what leads and follows it
    np_last: int
    short: bool  # given name only, behind an honorific
    honorific: str = ""
    plural: bool = False  # in a list opened by "các đồng chí …"
    offices: list[tuple[OfficeMatch, str]] = field(default_factory=list)  # (office, rule)
    chain: list[OfficeMatch] = field(
        default_factory=list
    )  # offices printed beside one another: elided names are read here
    ranks: list[tuple[int, int]] = field(default_factory=list)
    rule: str = ""  # why this is a person; "" where nothing beside the name says so
    strength: int = 0


@dataclass(slots=True)
class Links:
    """What one block says of people."""

    sightings: list[Sighting]
    offices: list[
        tuple[int, OfficeMatch]
    ]  # offices that no name owns: (token where honorific or office begins, office)
    alone: list[Item]  # honorifics that stand for a name
    pronouns: list[Sighting] = field(default_factory=list)  # those of which an office of a career is said


class ItemView:
    """The items of one block, and what of them is already given to somebody."""

    def __init__(self, tokens: Tokens, items: list[Item], wording: Wording, published: dt.date | None) -> None:
        self.published = published
        self.tokens = tokens
        self.items = items
        self.pairs = wording.pairs
        self.wording = wording
        self.taken: set[int] = set()
        self._order: list[Sighting] = []
        self._rank: dict[int, int] = {}
        self._pronouns: list[Sighting] = []
        self._between = ""  # what stands between the first two of a list that an office heads
        self._at: dict[int, int] = {}  # token at which an item begins -> its index
        for k, item in enumerate(items):
            self._at.setdefault(item.first, k)

    def _kind(self, k: int) -> str:
        return self.items[k].kind if 0 <= k < len(self.items) else ""

    def _mark(self, k: int, marks: str) -> bool:
        return 0 <= k < len(self.items) and self.items[k].kind == "mark" and self.items[k].word in marks

    def _touch(self, k: int) -> bool:
        """Whether item k+1 begins directly where item k ends."""
        return 0 <= k < len(self.items) - 1 and self.items[k].last == self.items[k + 1].first

    def _leads_name(self, k: int) -> bool:
        """Whether item k runs directly into a name, over honorifics and ranks."""
        for step in range(1, 4):
            if not self._touch(k + step - 1):
                return False
            kind = self._kind(k + step)
            if kind in ("name", "short"):
                return True
            if kind not in ("one", "rank"):
                return False
        return False

    def _bracket(self, k: int) -> int | None:
        """The item that closes the bracket opened at item k, where no person or office stands in it."""
        for close in range(k + 1, min(len(self.items), k + 8)):
            if self._mark(close, ")"):
                return close if self.items[close].first - self.items[k].first <= 16 else None
            if self._kind(close) in ("name", "short", "office", "one", "many") or self._mark(close, "(.;"):
                return None
        return None

    def _opened_at(self, k: int) -> int | None:
        """The item that opens the bracket closed at item k."""
        for opened in range(k - 1, max(-1, k - 8), -1):
            if self._mark(opened, "("):
                return opened if self._bracket(opened) == k else None
        return None

    def _aside(self, m: int) -> int:
        """Index of the mark behind a person's age or birth at mark m: "Trần Ví Dụ, 46 tuổi, Bí thư …"; else m."""
        if not self._mark(m, ","):
            return m
        low, shape = self.tokens.low, self.tokens.shape
        at = self.items[m].last
        aged = shape[at : at + 1] == ["d"] and low[at + 1 : at + 2] == ["tuổi"]
        born = low[at : at + 1] == ["sn"] or low[at : at + 2] == ["sinh", "năm"] or low[at : at + 2] == ["sinh", "ngày"]
        if not aged and not born:
            return m
        for k in range(m + 1, min(len(self.items), m + 4)):
            if self._mark(k, ",-") and self.items[k].first - at <= 10:
                return k
            if self.items[k].kind not in ("mark", "organization"):
                break
        return m

    def _is_link(self, m: int) -> bool:
        return self._kind(m) == "link" and self.items[m].word in ("and", "also")

    def _only_separators(self, first: int, last: int) -> bool:
        """Whether only ",", ";", "-", "và", "cùng" stand between two token positions (nothing at all is no list)."""
        low = self.tokens.low
        if not 0 < last - first <= 4:
            return False
        return all(low[j] in (",", ";", "và", "cùng", "với", "-", "+", "*", "•") for j in range(first, last))

    def _ended(self, first: int, last: int) -> bool:
        return last - first > 60 or any(self.tokens.low[j] in (".", "!", "?") for j in range(first, last))

    def _sentence(self, at: int) -> int:
        """The token at which the sentence of token ``at`` begins."""
        low = self.tokens.low
        first = max(0, at - 80)
        return next((j + 1 for j in range(at - 1, first, -1) if low[j] in (".", "!", "?")), first)
