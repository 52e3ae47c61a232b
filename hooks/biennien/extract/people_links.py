"""Items of one block in, sightings of people out: each name with the honorific, ranks and offices that belong to it.

Who owns an office between two names: the one it touches; a chain of offices behind "A, …" is A's, unless A already has
an office before the name and the chain runs straight into B ("Bí thư Tỉnh ủy A, Phó Bí thư, Chủ tịch UBND tỉnh B").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import OfficeStatus
from .offices import OfficeMatch
from .people_careers import (
    BESIDE_CAREER,
    BY_THEN,
    DECIDED,
    DECISION,
    DECISIONS,
    FORMS_ALONE,
    GIVES,
    LASTING,
    PERIOD,
    SINCE,
    STATUSES,
    THEN,
    TO_NOW,
    WENT_ON,
    YEAR,
    YEARS,
    new_holder,
)
from .people_items import Item, Wording
from .tokens import Phrases, Tokens

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


class _Linker:
    def __init__(self, tokens: Tokens, items: list[Item], wording: Wording) -> None:
        self.tokens = tokens
        self.items = items
        self.pairs = wording.pairs
        self.wording = wording
        self.taken: set[int] = set()
        self._order: list[Sighting] = []
        self._rank: dict[int, int] = {}
        self._pronouns: list[Sighting] = []
        self._at: dict[int, int] = {}  # token at which an item begins -> its index
        for k, item in enumerate(items):
            self._at.setdefault(item.first, k)

    # --- small questions ------------------------------------------------------------------------------------------
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

    # --- left of a name -------------------------------------------------------------------------------------------
    def left(self, k: int, sighting: Sighting) -> tuple[list[OfficeMatch], bool]:
        """(offices before the name at item k, whether a plural opens them); sets honorific, ranks and np_first."""
        items = self.items
        m = k - 1
        offices: list[OfficeMatch] = []
        plural = False
        used: list[int] = []
        while m >= 0 and self._touch(m) and items[m].kind in ("one", "rank", "many"):
            if items[m].kind == "one":
                sighting.honorific = sighting.honorific or items[m].word
            elif items[m].kind == "rank":
                sighting.ranks.insert(0, (items[m].first, items[m].last))
            else:
                plural = True
            sighting.np_first = items[m].first
            m -= 1
        # Over ":", "-", ",", "là" to an office that is said of this name.
        apart = governable = bridged = False
        led = sighting.np_first
        if m >= 0 and self._touch(m) and not plural:
            if (
                items[m].kind == "take"
                and self.tokens.low[items[m].first] == "là"
                and items[m].last - items[m].first == 1
            ):
                apart = True
                m -= 1
            elif self._mark(m, ":-") or (self._mark(m, ",") and (sighting.honorific or sighting.ranks)):
                apart = True
                governable = not self._mark(m, ":")
                m -= 1
            elif items[m].kind == "link" and items[m].word == "list":
                apart = True
                m -= 1
        elif m >= 0 and self._touch(m) and plural and self._mark(m, ":"):
            m -= 1
        if m >= 1 and self._touch(m) and self._mark(m, ")") and not plural and not apart:
            opened = self._opened_at(m)  # "Phó Cục trưởng Cục Mẫu (Bộ Ví Dụ) Trần Ví Dụ"
            if opened is not None and self._kind(opened - 1) == "office" and self._touch(opened - 1):
                m, bridged = opened - 1, True
        while m >= 0 and (self._touch(m) or bridged) and len(offices) < MAX_CHAIN:
            bridged = False
            item = items[m]
            if item.kind != "office" or item.office is None or m in self.taken or item.office.dependent:
                break
            offices.append(item.office)
            used.append(m)
            sighting.np_first = item.first
            m -= 1
            if m >= 0 and self._touch(m) and items[m].kind in ("plural", "many"):
                plural = True
                break
            if m >= 0 and self._touch(m) and items[m].kind == "one":
                sighting.honorific = sighting.honorific or items[m].word
                sighting.np_first = items[m].first
                break
            if self._is_link(m) and self._touch(m) and m >= 2 and self._mark(m - 1, ",-") and self._touch(m - 1):
                if self._kind(m - 2) != "office" or not self._touch(m - 2):
                    break
                m -= 2
                continue
            if not (
                m >= 1
                and self._touch(m)
                and self._touch(m - 1)
                and (self._mark(m, ",-") or self._is_link(m))
                and self._kind(m - 1) == "office"
            ):
                break
            own, earlier = item.office, items[m - 1].office
            if (
                earlier is not None
                and earlier.organization is None
                and own.organization is not None
                and (earlier.label.lower(), own.label.lower()) in self.pairs
            ):
                items[m - 1] = items[m - 1]._replace(
                    office=earlier._replace(
                        organization=own.organization, local=own.local, kind=own.kind, borrowed=True
                    )
                )
            m -= 1
        if (
            self._kind(m) in ("plural", "many")
            and self._touch(m)
            and items[m].last == (items[m + 1].first if m + 1 < len(items) else -1)
        ) and (offices or sighting.ranks or items[m].kind == "many"):
            plural = True
        if len(used) > 1 and not plural and self._given(items[used[-1]].first):
            cut = new_holder(offices)
            if cut:
                offices, used = offices[:cut], used[:cut]
                sighting.np_first = items[used[-1]].first
        if governable and used and self._governed(items[used[-1]].first):
            sighting.np_first = led
            return [], plural
        if apart and used and self._kind(used[-1] - 1) == "take" and self._touch(used[-1] - 1):
            status = self._taken_status(items[used[-1] - 1], used[-1] - 1)
            offices = [o._replace(status=status) for o in offices]  # "người thôi giữ chức Bí thư … là ông A"
        self.taken.update(used)
        for n in range(len(offices) - 2, -1, -1):
            also = items[used[n] - 1].word == "also" and offices[n].status == "current"
            if also and offices[n + 1].status == "former":
                offices[n] = offices[n]._replace(status="former")  # "nguyên Chủ tịch kiêm Tổng Giám đốc … A"
        offices.reverse()
        if plural and used and self._kind(used[-1] - 1) in ("plural", "many") and self._touch(used[-1] - 1):
            sighting.np_first = items[used[-1] - 1].first  # the head of the list belongs to its first name
        return offices, plural

    def _given(self, first: int) -> bool:
        """Whether the word before an office says that something is done to its holder: "giao nhiệm vụ cho …"."""
        return first > 0 and self.tokens.low[first - 1] in GIVES

    def _governed(self, first: int) -> bool:
        """Whether the word before an office makes it somebody else's: "thừa ủy quyền của Chủ tịch …, đồng chí A"."""
        return (
            first > 0
            and self.tokens.shape[first - 1] == "l"
            and self.tokens.low[first - 1]
            not in ("có", "là", "gồm", "do", "khi", "tại", "và", "hội", "nghị", "đó", "nay", "biểu")
        )

    def _is_link(self, m: int) -> bool:
        return self._kind(m) == "link" and self.items[m].word in ("and", "also")

    # --- right of a name ------------------------------------------------------------------------------------------
    def right(self, k: int, has_left: bool) -> tuple[list[tuple[OfficeMatch, str]], int, bool]:
        """(offices after the name at item k with their rule, position after them, whether they are said of several)."""
        items = self.items
        end = items[k].last
        m = k + 1
        if not self._touch(k):
            return [], end, False
        # A remark in brackets: "(sinh năm 1975)", or the offices themselves.
        if self._mark(m, "("):
            close = m + 1
            while close < len(items) and close - m < 12 and not self._mark(close, ")."):
                close += 1
            inside = m + 1 if self._kind(m + 1) == "office" and self._touch(m) else None
            for j in range(m + 2, close):
                if inside is None and self._kind(j) == "office" and self._mark(j - 1, ",;") and self._touch(j - 1):
                    inside = j  # "(Giáo sư Đại học Mẫu, Giám đốc Viện …)"
            if inside is not None:
                offices, at, _ = self._chain(inside, has_left)
                if offices:
                    self.taken.update(j for j in range(inside, at) if self._kind(j) == "office")
                    end = items[at - 1].last
                    if self._mark(at, ")") and self._touch(at - 1):
                        end = items[at].last
                    elif self._mark(close, ")") and items[close].first - end <= 8:
                        end = items[close].last
                    return [(o, "office-in-brackets") for o in offices], end, False
            if self._mark(close, ")") and items[close].first - items[m].first <= 14:
                end = items[close].last
                m = close + 1
                if not self._touch(close):
                    return [], end, False
            else:
                return [], end, False
        rule = "office-after-name"
        separated = False
        status: OfficeStatus | None = None
        m = self._aside(m)
        if self._mark(m, ",-:"):
            rule = {",": "office-after-name", "-": "office-after-dash", ":": "office-after-colon"}[items[m].word]
            if items[m].word == ":":
                return [], end, False
            separated = True
            if not self._touch(m):
                return [], end, False
            m += 1
        several = False
        together = (
            self._kind(m) == "link" or self.tokens.low[items[m].first - 1 : items[m].first] == ["đều"]
            if m < len(items)
            else False
        )
        if (
            together
            and self._kind(m) == "link"
            and self._kind(m + 1) == "take"
            and items[m + 1].word == "current"
            and self._touch(m)
        ):
            several = True
            m += 1
        if self._kind(m) == "plural" and separated:
            several = True
            if not self._touch(m):
                return [], end, False
            m += 1
        if self._kind(m) == "take" and items[m].word in ("current", "former") and self._touch(m):
            status = "former" if items[m].word == "former" else None
            rule = "office-after-verb"
            m += 1
        if self._kind(m) != "office":
            return [], end, False
        offices, at, into_name = self._chain(m, has_left)
        if not offices:
            return [], end, False
        if rule == "office-after-verb":
            told = self._when(items[k].first, items[m - 1].first, items[at - 1].last, True)
            if told == "unknown":
                return [], end, False  # "Năm 2015, ông A là Giám đốc …"
            if told == "former":
                status = "former"
            and_is = self._kind(at) == "link" and self._kind(at + 1) == "take" and self._touch(at)
            if (status == "former" or (status is None and and_is)) and not into_name:
                offices, at = self._career_goes_on(offices, at)
        if into_name and has_left and separated and rule == "office-after-name":
            return [], end, False
        if not into_name and self._mark(at, "(") and self._touch(at - 1) and self._touch(at):
            # "đại tướng A, Bộ trưởng Bộ Mẫu (Phó trưởng ban Ban Chỉ đạo), …"
            more, behind, aside_into = self._chain(at + 1, False)
            if more and not aside_into and self._mark(behind, ")") and self._touch(behind - 1):
                offices, at = [*offices, *more], behind + 1
        for j in range(m, at):
            if self._kind(j) == "office":
                self.taken.add(j)
        if status is not None:
            offices = [o._replace(status=status) for o in offices]
        return [(o, rule) for o in offices], items[at - 1].last, several

    def _chain(self, m: int, has_left: bool) -> tuple[list[OfficeMatch], int, bool]:
        """(offices from item m on, index after them, whether the next one runs into another name)."""
        items = self.items
        offices: list[OfficeMatch] = []
        at = m
        while at < len(items) and len(offices) < MAX_CHAIN:
            office = items[at].office
            if items[at].kind != "office" or office is None:
                break
            if self._leads_name(at):
                return offices, (at - 1 if offices else at), True
            if self._mark(at + 1, ":") and self._touch(at) and self._kind(at + 2) in ("name", "one", "many"):
                return offices, (at - 1 if offices else at), False
            if (
                offices
                and items[at - 1].word == "also"
                and offices[-1].status == "former"
                and office.status == "current"
            ):
                office = office._replace(status="former")  # "nguyên Chủ tịch kiêm Tổng Giám đốc …"
            offices.append(office)
            at += 1
            if self._mark(at, "(") and self._touch(at - 1):
                close = self._bracket(at)  # "Phó Cục trưởng Cục Mẫu (Bộ Ví Dụ), Trưởng đoàn …"
                at = close + 1 if close is not None and self._mark(close + 1, ",-") else at
            if self._mark(at, ",-") and self._touch(at - 1) and self._is_link(at + 1) and self._touch(at):
                at += 1  # "Bí thư Đảng ủy, kiêm Chủ tịch HĐND xã"
            if not (self._touch(at - 1) and at + 1 < len(items) and self._touch(at) and self._kind(at + 1) == "office"):
                break
            if not (self._mark(at, ",-") or self._is_link(at)):
                break
            shared = items[at + 1].office
            if (
                shared is not None
                and office.organization is None
                and shared.organization is not None
                and (
                    (items[at].word == "also" and "bí thư" not in office.label.lower())
                    or (office.label.lower(), shared.label.lower()) in self.pairs
                )
            ):
                offices[-1] = office._replace(
                    organization=shared.organization, local=shared.local, kind=shared.kind, borrowed=True
                )
            at += 1
        while offices and at > m and items[at - 1].kind != "office":
            at -= 1
        return offices, at, False

    # --- the block ------------------------------------------------------------------------------------------------
    def run(self) -> Links:
        items = self.items
        sightings: list[Sighting] = []
        by_item: dict[int, Sighting] = {}
        shared: list[OfficeMatch] = []
        shared_ranks: list[tuple[int, int]] = []
        headed: list[OfficeMatch] = []
        listed = False
        with_honorific = False
        for k, item in enumerate(items):
            if item.kind not in ("name", "short"):
                continue
            sighting = Sighting(
                item.first, item.last, item.first, item.last, item.kind == "short", strength=item.strength
            )
            before, plural = self.left(k, sighting)
            previous = sightings[-1] if sightings else None
            continues = previous is not None and self._only_separators(previous.np_last, sighting.np_first)
            if plural:
                colon = ":" in self.tokens.low[sighting.np_first : sighting.first] or self._after_colon(sighting)
                shared, shared_ranks, listed = (before, [] if before or colon else sighting.ranks, True)
                with_honorific = bool(sighting.honorific)
            elif before or not continues:
                shared, shared_ranks, listed = [], [], False
            elif previous is not None and ";" in self.tokens.low[previous.np_last : sighting.np_first] and not shared:
                shared_ranks = []  # "các Thượng tá A, B", but "các đồng chí Thượng tá A; B"
            elif (
                previous is not None
                and (shared or shared_ranks)
                and sighting.honorific
                and not with_honorific
                and ";" in self.tokens.low[previous.np_last : sighting.np_first]
            ):
                shared, shared_ranks = [], []
            after, sighting.np_last, several = self.right(k, bool(before) and not plural)
            if plural:
                headed = before if before and ":" in self.tokens.low[sighting.np_first : sighting.first] else []
            else:
                headed = self._headed(headed, sighting, previous, continues) if before or (headed and after) else []
            if not before and not shared and (plural or not continues):
                shared = self._promised(sighting)
                listed = listed or bool(shared)
                with_honorific = with_honorific or bool(shared)
            sighting.plural = listed
            if not plural and not (listed and shared):
                sighting.offices.extend((o, "shared-office-list") for o in headed)
            if (plural and before) or (listed and shared):
                sighting.offices.extend((o, "shared-office-list") for o in shared)
            else:
                sighting.offices.extend((o, "office-before-name") for o in before)
            if shared_ranks and not sighting.ranks:
                sighting.ranks = list(shared_ranks)
            sighting.offices.extend(after)
            sighting.chain = [o for o, _ in sighting.offices]
            dashed = listed and bool(after) and after[0][1] == "office-after-dash" and not before
            if (several or dashed) and sightings and continues:
                self._spread(sightings, sighting, after)
            sighting.rule = self._why(sighting, before, after, plural, listed, continues, previous)
            sightings.append(sighting)
            by_item[k] = sighting
        self._appointments(by_item)
        return Links(sightings, self._unowned(), self._alone(), self._pronouns)

    def _headed(
        self, headed: list[OfficeMatch], sighting: Sighting, previous: Sighting | None, continues: bool
    ) -> list[OfficeMatch]:
        """Of "các Ủy viên Bộ Chính trị: Chủ tịch nước A, Thủ tướng B" the head: said of all, beside their own ones."""
        items = self.items
        at = self._at.get(sighting.np_first, len(items))
        if at >= 3 and self._mark(at - 1, ":") and self._touch(at - 1):
            offices: list[OfficeMatch] = []
            m = at - 2
            while m >= 1 and self._touch(m) and len(offices) < MAX_CHAIN:
                office = items[m].office
                if items[m].kind != "office" or office is None or m in self.taken or office.dependent:
                    return []
                offices.insert(0, office)
                if self._kind(m - 1) in ("plural", "many") and self._touch(m - 1):
                    self.taken.update(range(m, at - 1))
                    sighting.np_first = items[m - 1].first  # the head of the list belongs to its first name
                    return offices
                if not (self._mark(m - 1, ",-") or self._is_link(m - 1)) or not self._touch(m - 1):
                    return []
                m -= 2
            return []
        if headed and continues and previous is not None:
            between = self.tokens.low[previous.np_last : sighting.np_first]
            return headed if ";" not in between else []
        return []

    def _after_colon(self, sighting: Sighting) -> bool:
        """Whether a colon stands directly before a name, or before the rank that it has."""
        return sighting.np_first > 0 and self.tokens.low[sighting.np_first - 1] == ":"

    def _promised(self, sighting: Sighting) -> list[OfficeMatch]:
        """The office of which a sentence says that several are named: "bầu 3 Phó Chủ tịch …, gồm các ông: A, B"."""
        items = self.items
        m = self._at.get(sighting.np_first, 0) - 1
        while m >= 0 and self._touch(m) and (self._kind(m) in ("many", "plural") or self._mark(m, ":")):
            m -= 1
        if not (self._kind(m) == "link" and items[m].word == "list"):
            return []
        for k in range(m - 1, max(-1, m - 14), -1):
            office = items[k].office
            if self._mark(k, ".!?;:") or self._kind(k) in ("name", "short", "many"):
                return []
            counted = self._kind(k - 1) == "plural" and self._touch(k - 1) and items[k - 1].word != "những"
            if counted and items[k].kind == "office" and office is not None:
                self.taken.add(k)
                return [office._replace(status=self._told(items[k - 1].first))]
        return []

    def _told(self, at: int) -> OfficeStatus:
        """What the verb before token ``at`` says of an office: elected to it, or relieved of it."""
        low = self.tokens.low
        words = low[max(0, at - 5) : at]
        if "miễn" in words or "thôi" in words:
            return "outgoing"
        return "incoming" if {"bầu", "bổ", "phê", "chỉ", "cử"}.intersection(words) else "current"

    def _why(
        self,
        sighting: Sighting,
        before: list[OfficeMatch],
        after: list[tuple[OfficeMatch, str]],
        plural: bool,
        listed: bool,
        continues: bool,
        previous: Sighting | None,
    ) -> str:
        if (plural and before) or (listed and any(rule == "shared-office-list" for _, rule in sighting.offices)):
            return "shared-office-list"
        if before:
            return "office-before-name"
        if after:
            return after[0][1]
        if sighting.honorific:
            return "honorific"
        if sighting.ranks:
            return "rank-before-name"
        if plural or listed:
            return "name-in-list"
        if continues and previous is not None and previous.rule and sighting.strength >= 2:
            return "name-in-list"
        return ""

    def _only_separators(self, first: int, last: int) -> bool:
        """Whether only ",", ";", "-", "và", "cùng" stand between two token positions (nothing at all is no list)."""
        low = self.tokens.low
        if not 0 < last - first <= 4:
            return False
        return all(low[j] in (",", ";", "và", "cùng", "với", "-", "+", "*", "•") for j in range(first, last))

    def _spread(self, sightings: list[Sighting], last: Sighting, after: list[tuple[OfficeMatch, str]]) -> None:
        """ "A, B và C, các Phó Chủ tịch …": the offices behind the last name are said of all of the list."""
        end = last.np_first
        for sighting in reversed(sightings):
            if sighting.offices or not self._only_separators(sighting.np_last, end):
                break
            sighting.offices.extend((office, "shared-office-after-list") for office, _ in after)
            sighting.chain = [o for o, _ in sighting.offices]
            sighting.rule = sighting.rule or "shared-office-after-list"
            end = sighting.np_first

    def _appointments(self, by_item: dict[int, Sighting]) -> None:
        """Offices taken or left: "chỉ định đồng chí A giữ chức Bí thư …", "thôi giữ chức …"."""
        items, low = self.items, self.tokens.low
        self._order = [by_item[k] for k in sorted(by_item)]
        self._rank = {id(s): n for n, s in enumerate(self._order)}
        last_name: int | None = None
        pronoun: int | None = None
        for k, item in enumerate(items):
            if item.kind in ("name", "short"):
                last_name, pronoun = k, None
            elif item.kind == "mark" and item.word in (".", "!", "?"):
                last_name = pronoun = None
            elif item.kind == "one" and item.word in FORMS_ALONE and not self._leads_name(k):
                pronoun = k
            if item.kind != "take":
                continue
            named = low[item.first] == "là" and item.last - item.first == 1
            if named and not (last_name is None and pronoun == k - 1 and self._touch(k - 1)):
                continue
            m = k + 1
            if self._mark(m, ":") and self._touch(k):
                m += 1
            if self._kind(m) != "office" or not self._touch(m - 1) or m in self.taken:
                if item.word == "outgoing" and last_name is not None and self._kind(m) != "office":
                    self._left(by_item[last_name], item)
                continue
            offices, at, into_name = self._chain(m, False)
            offices = [
                o for o in offices if o.organization is not None or o.label[0].isupper() or low[item.first] != "làm"
            ]
            if not offices:
                continue
            target = self._object(at, by_item) or (by_item.get(last_name) if last_name is not None else None)
            if target is None and pronoun is not None and not into_name:
                self._of_pronoun(pronoun, item, m, offices, at)
                continue
            if (
                target is not None
                and target.np_first > 1
                and (
                    low[target.np_first - 1] in ("thay", "thế")
                    or low[target.np_first - 2 : target.np_first] in (["kế", "nhiệm"], ["thay", "cho"])
                )
            ):
                # "ông A thay ông B làm …": A does.
                n = self._rank[id(target)] if "người" not in low[target.np_last : item.first] else 0
                if n and not self._ended(self._order[n - 1].last, target.np_first):
                    target = self._order[n - 1]
            if target is None or into_name:
                continue
            status = self._taken_status(item, k)
            if status == "incoming" and not self._governed_name(target):
                state = not DECIDED.intersection(low[target.np_last : item.last])
                career = self._when(target.first, item.first, self.items[at - 1].last, state)
                if career == "unknown":
                    continue
                if career:
                    status = "former" if career == "former" else "current"
            if status == "former":
                offices, at = self._career_goes_on(offices, at)
            if low[item.first] == "làm" and target.np_first > 0 and low[target.np_first - 1] == "do":
                status = "current"
                offices = [self._of_sentence(o, target, k) for o in offices]
            if (
                k
                and self._kind(k - 1) == "organization"
                and self._touch(k - 1)
                and low[items[k - 1].first - 1] in ("sang", "về", "ra", "vào", "lên", "tại")
            ):
                offices = [self._at_place(o, items[k - 1]) for o in offices]  # "sang Bình Mẫu làm Bí thư Tỉnh ủy"
            after = self.tokens.low[self.items[at - 1].last : self.items[at - 1].last + 3]
            if status == "current" and after[:2] in (["đến", "khi"], ["cho", "đến"], ["đến", "nay"]):
                status = "outgoing"
            for j in range(m, at):
                if self._kind(j) == "office":
                    self.taken.add(j)
            group = [target]
            if target.first > item.first:
                group += self._list_behind(target)
            elif last_name is not None:
                group += self._list_before(target)
            for sighting in group:
                sighting.offices.extend(
                    (o if o.status == "acting" and status == "incoming" else o._replace(status=status), "appointment")
                    for o in offices
                )
                sighting.rule = sighting.rule or "appointment"

    def _of_pronoun(self, pronoun: int, item: Item, m: int, offices: list[OfficeMatch], at: int) -> None:
        """ "Ông từng giữ chức …": of an honorific alone only what is over, or lasts until now."""
        one = self.items[pronoun]
        status = item.word
        if status == "incoming" and "sẽ" in self.tokens.low[one.last : item.first][:2]:
            pass  # "Ông sẽ tham gia Ban Thường vụ và giữ chức …"
        elif status not in ("former", "outgoing"):
            tokens = self.tokens
            state = not DECIDED.intersection(tokens.low[one.last : item.last])
            said = self._when(one.first, item.first, self.items[at - 1].last, state)
            if said == "":
                begin = self._sentence(item.first)
                sentence = tokens.text[tokens.start[begin] : tokens.end[item.last - 1]]
                if state and tokens.low[item.first] == "là" and not YEAR.search(sentence):
                    said = "current"  # "Ông là Phó Tư lệnh Quân khu …"
                elif not state and not YEAR.search(sentence) and self._decided(tokens.start[begin]):
                    said = "incoming"  # "… thôi giữ chức Bí thư Tỉnh ủy. Ông được điều động giữ chức …"
            status = said
        if status not in ("former", "current", "incoming"):
            return
        if status == "former":
            offices, at = self._career_goes_on(offices, at)
        self.taken.update(j for j in range(m, at) if self._kind(j) == "office")
        sighting = Sighting(one.first, one.last, one.first, one.last, True, one.word, rule="appointment")
        sighting.offices = [
            (o if o.status == "acting" and status == "incoming" else o._replace(status=STATUSES[status]), "appointment")
            for o in offices
        ]
        self._pronouns.append(sighting)

    def _decided(self, end: int) -> bool:
        """Whether the text shortly before offset ``end`` tells of a decision about somebody."""
        return DECISION.search(self.tokens.text, max(0, end - 600), end) is not None

    def _left(self, sighting: Sighting, take: Item) -> None:
        """ "…, Bí thư Tỉnh ủy Bình Mẫu, thôi giữ chức (này, ở Bình Mẫu)": the office printed before is the one left."""
        low = self.tokens.low
        at = take.last
        while at < len(low) and low[at] in ("vụ", "này", "trên", "nêu", "ở", "tại", "nói"):
            at += 1
        place = self.tokens.slice(at, at + 2) if low[at - 1] in ("ở", "tại") and at + 1 < len(low) else None
        offices = sighting.offices
        candidates = [
            k for k, (o, _) in enumerate(offices) if o.status in ("current", "incoming") and o.organization is not None
        ]
        if place is not None:
            candidates = [k for k in candidates if place.lower() in (offices[k][0].organization or "").lower()]
        if candidates and (
            place is not None or low[take.last : take.last + 1] in (["này"], ["để"], ["và"], [","], ["."], ["vụ"])
        ):
            office, rule = offices[candidates[-1]]
            offices[candidates[-1]] = (office._replace(status="outgoing"), rule)

    def _sentence(self, at: int) -> int:
        """The token at which the sentence of token ``at`` begins."""
        low = self.tokens.low
        first = max(0, at - 80)
        return next((j + 1 for j in range(at - 1, first, -1) if low[j] in (".", "!", "?")), first)

    def _tells(self, at: int, phrases: Phrases[bool]) -> int | None:
        """The token of the sentence, before token ``at``, at which one of the phrases stands."""
        low = self.tokens.low
        for j in range(self._sentence(at), at):
            if low[j] in phrases and phrases.match(low, j) is not None:
                return j
        return None

    def _when(self, who: int, first: int, last: int, state: bool) -> str:
        """What the words before ``first`` and behind ``last`` say of the time of an office: "former", "current",
        "unknown" where they only say since when, "" where they say nothing. ``who``: the token of the person;
        ``state``: no decision is told of.
        """
        tokens = self.tokens
        begin = self._sentence(first)
        text = tokens.text
        opening = text[tokens.start[begin] : tokens.start[first]]
        behind = text[tokens.end[last - 1] : tokens.end[last - 1] + 60].lstrip(" ,")
        if TO_NOW.match(opening) or TO_NOW.match(behind) or (state and LASTING.match(behind)):
            return "current"
        if state and tokens.low[begin] == "hiện":
            return "current"
        for j in range(max(begin, first - 8), first - 1):
            if tokens.low[j : j + 2] == ["trước", "khi"] and "," not in tokens.low[j:first]:
                # What came then; whether it is over is told by what follows.
                end = tokens.end[last - 1]
                later = PERIOD.search(text, end, end + 400) or WENT_ON.search(text, end, end + 400)
                return "former" if later else "current"
        listed = opening.rpartition(":")[2].lstrip()  # "Quá trình công tác: từ 2005 - 2010 …"
        if behind.startswith("trước khi ") or any(PERIOD.match(words) for words in (opening, listed, behind)):
            return "former"
        if state and YEARS.match(behind):
            return "former"
        told = self._tells(first, self.wording.career)
        if told is not None:
            # "Từng giữ nhiều chức vụ, ông A được bổ nhiệm làm …": then or now?
            return "former" if state or told > who else "unknown"
        if "sẽ" in tokens.low[who:first]:
            return ""
        told = self._tells(first, self.wording.career_is)
        if told is not None and (told - begin <= 1 or tokens.low[told - 1] in (",", ";")):
            if state:
                return "former"  # "Trước đó, ông A là Chánh Văn phòng …"
            if not any(w in ("ngày", "hôm") for w in tokens.low[begin:first]):
                return "unknown"
        if THEN.match(opening) or BY_THEN.search(opening) or (state and SINCE.match(behind)):
            return "unknown"
        return ""

    def _career_goes_on(self, offices: list[OfficeMatch], at: int) -> tuple[list[OfficeMatch], int]:
        """The further offices that a sentence on somebody's career lists: "… từng là A; B, rồi C"; index after them."""
        items, low = self.items, self.tokens.low
        k = at
        while k < len(items) and len(offices) < MAX_CHAIN:
            between = low[items[at - 1].last : items[k].first]
            if len(between) > 4 or not all(w in BESIDE_CAREER for w in between):
                break
            item = items[k]
            if item.kind == "office" and item.office is not None:
                if self._leads_name(k) or k in self.taken or item.office.status != "current":
                    break
                offices = [*offices, item.office]
                at = k + 1
            elif item.kind not in ("mark", "link") or item.word in (".", "!", "?", "(", ")"):
                said = low[item.first : item.last] if item.kind == "take" else []
                then = low[item.first - 1] in ("đó", "rồi") and said in (["là"], ["làm"], ["giữ", "chức"])
                if not then and not (said == ["là"] and low[item.first - 1] in (",", "và")):
                    break  # "từng là A, sau đó là B"
            k += 1
        return offices, at

    def _governed_name(self, sighting: Sighting) -> bool:
        """Whether a decision's verb stands before a name: "bổ nhiệm ông A, người từng …, giữ chức …"."""
        first = sighting.np_first
        low = self.tokens.low
        return first > 1 and (tuple(low[first - 2 : first]) in DECISIONS or low[first - 1] in ("giao", "bầu", "cử"))

    def _taken_status(self, item: Item, k: int) -> OfficeStatus:
        low = self.tokens.low
        if item.word == "incoming" and any(
            low[j : j + 2] == ["tiếp", "tục"] for j in range(max(0, item.first - 8), item.first)
        ):
            return "current"  # elected again
        if item.word in ("outgoing", "acting"):
            return STATUSES[item.word]
        if item.word == "incoming" and item.first and low[item.first - 1] == "người":
            return "current"  # "người giữ chức …": who holds it
        if item.word == "former":
            return "former"
        if item.word == "current":
            return "current"
        return "incoming"

    def _ended(self, first: int, last: int) -> bool:
        return last - first > 60 or any(self.tokens.low[j] in (".", "!", "?") for j in range(first, last))

    def _at_place(self, office: OfficeMatch, item: Item) -> OfficeMatch:
        if office.organization is None or office.local or office.kind != "cấp ủy":
            return office
        place = self.tokens.slice(item.first, item.last)
        return office._replace(organization=f"{office.organization} {place}", local=True, borrowed=True)

    def _of_sentence(self, office: OfficeMatch, target: Sighting, k: int) -> OfficeMatch:
        """ "Ủy ban Kiểm tra … do bà A làm Chủ nhiệm": the organisation named before is the one that is headed."""
        if office.organization is not None:
            return office
        for m in range(k - 1, max(-1, k - 40), -1):
            item = self.items[m]
            if item.last > target.np_first:
                continue
            if item.kind == "mark" and item.word in (".", "!", "?", ";"):
                break
            if item.kind == "organization" and item.word not in ("", "skip"):
                if office.label.lower().endswith("đoàn") and not item.word.lower().startswith("đoàn"):
                    break  # "Sở Mẫu do ông A làm Trưởng đoàn": of the delegation, not of the Sở
                return office._replace(organization=item.word, borrowed=True)
        return office

    def _list_before(self, target: Sighting) -> list[Sighting]:
        """The names of a list of which the last one is given."""
        found: list[Sighting] = []
        end = target.np_first
        for n in range(self._rank[id(target)] - 1, -1, -1):
            sighting = self._order[n]
            between = self.tokens.low[sighting.np_last : end]
            if sighting.offices or not (
                self._only_separators(sighting.np_last, end)
                and (sighting.plural or between == ["và"] or (between == [","] and found and not found[-1].honorific))
            ):
                break
            found.append(sighting)
            end = sighting.np_first
        return found

    def _list_behind(self, target: Sighting) -> list[Sighting]:
        """The names that follow the one given, joined to it: "đối với bà A và ông B"."""
        found: list[Sighting] = []
        end = target.np_last
        for n in range(self._rank[id(target)] + 1, len(self._order)):
            sighting = self._order[n]
            if sighting.offices or not self._only_separators(end, sighting.np_first):
                break
            found.append(sighting)
            end = sighting.np_last
        return found

    def _object(self, at: int, by_item: dict[int, Sighting]) -> Sighting | None:
        """ "giữ chức Giám đốc Sở Mẫu đối với ông A", "… cho đồng chí A": the name behind."""
        for k in range(at, min(at + 4, len(self.items))):
            if self._kind(k) in ("name", "short"):
                first = self.items[at - 1].last
                words = self.tokens.low[first : by_item[k].np_first]
                if words in (["đối", "với"], ["cho"], [",", "đối", "với"]):
                    return by_item[k]
                return None
        return None

    def _unowned(self) -> list[tuple[int, OfficeMatch]]:
        found = []
        for k, item in enumerate(self.items):
            if item.kind != "office" or item.office is None or k in self.taken or item.office.dependent:
                continue
            if self._leads_name(k):
                continue
            before = self.items[k - 1] if k and self._touch(k - 1) else None
            if before is not None and before.kind in ("plural", "many", "take"):
                continue
            if k and self.tokens.low[item.first - 1] in (
                "các",
                "những",
                "mỗi",
                "từng",
                "một",
                "chức",
                "vụ",
                "danh",
                "làm",
                "mọi",
            ):
                continue
            found.append((before.first if before is not None and before.kind == "one" else item.first, item.office))
        return found

    def _alone(self) -> list[Item]:
        found = []
        for k, item in enumerate(self.items):
            if item.kind != "one":
                continue
            if self._touch(k) and self._kind(k + 1) in ("name", "short", "office", "rank", "one", "many"):
                continue
            if item.first and self.tokens.low[item.first - 1] in (
                "các",
                "những",
                "mỗi",
                "từng",
                "một",
                "hai",
                "nhiều",
                "mọi",
                "ba",
                "số",
                "người",
                "quý",
                "làm",
            ):
                continue
            found.append(item)
        return found


def link(tokens: Tokens, items: list[Item], wording: Wording) -> Links:
    """Sightings of people in one block, and the offices and honorifics that no name owns."""
    return _Linker(tokens, items, wording).run()
