"""Items of one block in, sightings of people out: each name with the honorific, ranks and offices that belong to it.

Lists are put together here: an office that heads several people, deputies beside their head, several who are elected.
What stands on either side of one name is read in people_sides, decisions in people_appointments.
"""

from __future__ import annotations

import datetime as dt

from .offices import OfficeMatch
from .people_appointments import Appointments
from .people_careers import (
    BODIES,
    COUNTS,
    deputy_of,
)
from .people_items import Item, Wording
from .people_sightings import MAX_CHAIN, Links, Sighting
from .tokens import Tokens

__all__ = ["Links", "Sighting", "link"]


class _Linker(Appointments):
    """The reader of one block."""

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
            beside = previous if continues else None
            if plural or before:
                before = self._deputies(beside, before)
            if plural and before:
                before = [self._of_body(o, sighting.np_first) for o in before]
            elif before and not plural and self._two_deputies(k, before):
                plural = True  # "Phó ban A và B"
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
            behind = self._deputies(beside, [o for o, _ in after])
            sighting.offices.extend((o, rule) for o, (_, rule) in zip(behind, after, strict=True))
            sighting.chain = [o for o, _ in sighting.offices]
            dashed = listed and bool(after) and after[0][1] == "office-after-dash" and not before
            if (several or dashed) and sightings and continues:
                self._spread(sightings, sighting, after)
            sighting.rule = self._why(sighting, before, after, plural, listed, continues, previous)
            sightings.append(sighting)
            by_item[k] = sighting
        self._appointments(by_item)
        self._predecessors()
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
                    self._between = ""
                    self.taken.update(range(m, at - 1))
                    sighting.np_first = items[m - 1].first  # the head of the list belongs to its first name
                    return self._deputies(previous if continues else None, offices)
                if not (self._mark(m - 1, ",-") or self._is_link(m - 1)) or not self._touch(m - 1):
                    return []
                m -= 2
            return []
        if headed and continues and previous is not None:
            # They are several: where ";" stands between the first two, it does not end the list.
            mark = ";" if ";" in self.tokens.low[previous.np_last : sighting.np_first] else ","
            self._between = self._between or mark
            return headed if mark == "," or self._between == ";" else []
        return []

    def _two_deputies(self, k: int, offices: list[OfficeMatch]) -> bool:
        """Whether a deputy's office before the name at item k is that of the next name, too, which nothing introduces:
        "Phó ban | Trần Ví Dụ | và Lê Văn Thử"."""
        items, low = self.items, self.tokens.low
        if len(offices) > 1 or not offices[0].label.lower().startswith("phó ") or low[offices[0].last - 1] == ":":
            return False
        if self._kind(k + 1) != "link" or low[items[k + 1].first] != "và" or self._kind(k + 2) != "name":
            return False
        if not (self._touch(k) and self._touch(k + 1)) or items[k - 1].kind != "office" or not self._touch(k - 1):
            return False
        closed = items[k + 2].last
        return closed >= len(low) or (low[closed] in (".", ";") and items[k + 2].strength >= 3)

    def _of_body(self, office: OfficeMatch, at: int) -> OfficeMatch:
        """ "Ban Kinh tế Mẫu hiện có các phó ban gồm: A, B": the office that opens a list, before token ``at``, with the
        body that its title names and its sentence begins with."""
        unit = office.label.lower().split()[-1]
        if office.organization is not None or unit not in BODIES:
            return office
        begin = self._sentence(at)
        last = self._at.get(office.first, 0)
        for item in reversed(self.items[max(0, last - 8) : last]):
            own = item.kind == "organization" and item.first >= begin and item.word not in ("", "skip")
            if own and item.word.lower().startswith(f"{unit} ") and office.first - item.last < 8:
                return office._replace(organization=item.word, local=True, borrowed=True)
        return office

    def _deputies(self, previous: Sighting | None, offices: list[OfficeMatch]) -> list[OfficeMatch]:
        """ "Chủ nhiệm HTX A, Phó Chủ nhiệm B": whose deputy B is, is said before, where nothing but a separator stands
        between them."""
        return [deputy_of(o, [chief for chief, _ in previous.offices]) for o in offices] if previous else offices

    def _after_colon(self, sighting: Sighting) -> bool:
        """Whether a colon stands directly before a name, or before the rank that it has."""
        return sighting.np_first > 0 and self.tokens.low[sighting.np_first - 1] == ":"

    def _promised(self, sighting: Sighting) -> list[OfficeMatch]:
        """The office of which a sentence says that several are named: "bầu 3 Phó Chủ tịch …, gồm các ông: A, B"."""
        items = self.items
        m = self._at.get(sighting.np_first, 0) - 1
        colon = False
        while m >= 0 and self._touch(m) and (self._kind(m) in ("many", "plural") or self._mark(m, ":")):
            colon = colon or self._mark(m, ":")
            m -= 1
        named = self._kind(m) == "take" and self.tokens.low[items[m].first : items[m].last] == ["là"]
        listed = (self._kind(m) == "link" and items[m].word == "list") or named
        if not listed and not (colon and self._kind(m) == "office" and self._touch(m)):
            return []
        for k in range(m - 1 if listed else m, max(-1, m - 14), -1):
            office = items[k].office
            if self._mark(k, ".!?;:") or self._kind(k) in ("name", "short"):
                return []
            if items[k].kind != "office" or office is None:
                if self._kind(k) == "many" and not self._several(k):
                    return []
                continue
            if k in self.taken:
                return []
            before = k - 1
            counted = self._kind(before) == "plural" and self._touch(before) and items[before].word != "những"
            if not counted and self._kind(before) == "take" and self._touch(before):
                before = self._elected(before)  # "bầu 2 đồng chí giữ chức Ủy viên …, gồm:"
                elected = items[k - 1].word == "current" and items[m].first - items[k].last < 3
                counted = before >= 0 or elected  # "… tái đắc cử Bí thư Tỉnh đoàn, gồm: anh A, anh B"
                before = before if before >= 0 else k - 1
            if counted:
                self.taken.add(k)
                told = self._told(items[before].first, items[k].first)
                return [self._of_body(office, sighting.np_first)._replace(status=told)]
        return []

    def _several(self, k: int) -> bool:
        """Whether a number stands before the people at item k: "bầu | hai | đồng chí"."""
        first = self.items[k].first
        word = self.tokens.low[first - 1] if first else ""
        return word.isdecimal() or word in COUNTS or self.tokens.low[first] in ("các",)

    def _elected(self, take: int) -> int:
        """The item of those of whom several are elected, by the verb at item ``take``; -1 where nobody is counted."""
        items = self.items
        for k in range(take - 1, max(-1, take - 4), -1):
            if items[take].first - items[k].last > 3 or items[k].kind in ("name", "short", "mark"):
                break
            if items[k].kind in ("one", "many", "plural"):
                return k if self._several(k) or items[k].kind == "many" else -1
        return -1

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

    def _spread(self, sightings: list[Sighting], last: Sighting, after: list[tuple[OfficeMatch, str]]) -> None:
        """ "A, B và C, các Phó Chủ tịch …": the offices behind the last name are said of all of the list."""
        end = last.np_first
        for sighting in reversed(sightings):
            own = [rule for _, rule in sighting.offices if rule != "shared-office-list"]
            # "Các phó bí thư gồm: A, …; B và C, cùng là Phó Bí thư chuyên trách": beside what the head says of B.
            apart = bool(sighting.offices) and ";" in self.tokens.low[sighting.np_last : end]
            if own or apart or not self._only_separators(sighting.np_last, end):
                break
            sighting.offices.extend((office, "shared-office-after-list") for office, _ in after)
            sighting.chain = [o for o, _ in sighting.offices]
            sighting.rule = sighting.rule or "shared-office-after-list"
            end = sighting.np_first

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


def link(tokens: Tokens, items: list[Item], wording: Wording, published: dt.date | None = None) -> Links:
    """Sightings of people in one block, and the offices and honorifics that no name owns."""
    return _Linker(tokens, items, wording, published).run()
