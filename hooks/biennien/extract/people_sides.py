"""The offices before and behind one name.

Who owns an office between two names: the one it touches; a chain of offices behind "A, …" is A's, unless A already has
an office before the name and the chain runs straight into B ("Bí thư Tỉnh ủy A, Phó Bí thư, Chủ tịch UBND tỉnh B").
"""

from __future__ import annotations

from ..model import OfficeStatus
from .offices import OfficeMatch
from .people_careers import (
    AGREES,
    COUNTS,
    GIVES,
    LETS,
    THAT_TIME,
    new_holder,
    top_apart,
)
from .people_sightings import MAX_CHAIN, Sighting
from .people_times import Times


class Sides(Times):
    """Reads the offices on either side of a name."""

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
            if items[m].kind == "take" and self.tokens.low[items[m].last - 1] == "là" and self._of_that_time(m):
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
        if apart and m >= 0 and not self._touch(m) and (over := self._over_period(m + 1)) >= 0:
            m, bridged = over, True  # "Là Viện trưởng Viện Mẫu giai đoạn 1980-1990, | ông A …"
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
                if items[m].word == "and" and self._kind(m - 3) == "take":
                    break  # "do ông A làm trưởng đoàn, cùng | Cục trưởng … B"
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
            if self._kind(m - 2) == "take" and self._touch(m - 2) and self.tokens.low[items[m - 2].first] == "làm":
                break  # "do ông A làm trưởng đoàn, | Cục trưởng … B"
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
        if (head := self._post_that_is(m)) is not None and offices and not plural:
            offices.append(head)  # "Trưởng ban là | Phó Chủ tịch UBND tỉnh A"
            used.append(m - 1)
            sighting.np_first = head.first
            m -= 2
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
        if len(used) > 1 and not plural and (cut := top_apart(offices) or _chief_apart(offices)):
            offices, used = offices[:cut], used[:cut]
            sighting.np_first = items[used[-1]].first
        if len(used) > 1 and not plural and self._authorized(items[used[-1]].first, items[k].last):
            offices, used = offices[:-1], used[:-1]  # "Thừa ủy quyền của Chủ tịch UBND tỉnh, Bí thư Huyện ủy A …"
            sighting.np_first = items[used[-1]].first
        if governable and used and self._governed(items[used[-1]].first, items[k].last):
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
            opens = items[used[-1] - 1]
            told = self._told(opens.first, opens.first) if opens.word.isdecimal() or opens.word in COUNTS else "current"
            if told != "current":
                offices = [o._replace(status=told) for o in offices]  # "bầu 2 Phó Chủ tịch UBND tỉnh: ông A và bà B"
            sighting.np_first = items[used[-1] - 1].first  # the head of the list belongs to its first name
        return offices, plural

    def _given(self, first: int) -> bool:
        """Whether the word before an office says that something is done to its holder: "giao nhiệm vụ cho …"."""
        return first > 0 and self.tokens.low[first - 1] in GIVES

    def _authorized(self, first: int, last: int) -> bool:
        """Whether the words before an office say that its holder lets somebody else act: "thừa ủy quyền của …". The
        name that follows ends at token ``last``."""
        low = self.tokens.low
        if first < 3 or low[first - 1] != "của":
            return False
        words = tuple(low[first - 3 : first - 1])
        acted = low[last : last + 1] in (["đã"], ["đang"], ["sẽ"], ["vừa"])
        return words in LETS or (words in AGREES and acted)

    def _post_that_is(self, m: int) -> OfficeMatch | None:
        """The post of which item m, "là", says who has it, by another office and a name: "Trưởng ban | là | Phó Chủ
        tịch UBND tỉnh A"; it opens its clause."""
        items, low = self.items, self.tokens.low
        if m < 1 or items[m].kind != "take" or low[items[m].first : items[m].last] != ["là"] or not self._touch(m):
            return None
        office = items[m - 1].office
        if office is None or not self._touch(m - 1) or m - 1 in self.taken or office.dependent:
            return None
        first = items[m - 1].first
        return office if first == 0 or low[first - 1] in (".", ";", ":", ",") else None

    def _over_period(self, comma: int) -> int:
        """The item before "giai đoạn 1980-1990" that stands before the comma at item ``comma``; -1 where none does."""
        low, items = self.tokens.low, self.items
        end = items[comma].first if self._mark(comma, ",") else 0
        if end < 5 or low[end - 5 : end - 3] != ["giai", "đoạn"] or low[end - 2] != "-":
            return -1
        m = comma - 1
        while m >= 0 and items[m].first >= end - 5:
            m -= 1
        return m if m >= 0 and items[m].last == end - 5 else -1

    def _of_that_time(self, m: int) -> bool:
        """Whether the verb at item m says of the office before it who holds it, or held it then: "… | là | ông A",
        "… | khi đó là | ông A", "… | hiện nay là | ông A"."""
        item = self.items[m]
        words = self.tokens.low[item.first : item.last]
        return words == ["là"] or tuple(words[:-1]) in THAT_TIME

    def _governed(self, first: int, last: int) -> bool:
        """Whether the word before an office makes it somebody else's: "thừa ủy quyền của Chủ tịch …, đồng chí A". Who
        is received is named behind the office: "đã tiếp Đại sứ Lào, ông A." The name ends at token ``last``."""
        low = self.tokens.low
        received = first > 0 and low[first - 1] in ("tiếp", "gặp", "đón", "kiến")
        if received and (last >= len(low) or low[last] in (".", ",", ")", "nhân", "đang", "và", "cùng", "sang", "tại")):
            return False
        return (
            first > 0
            and self.tokens.shape[first - 1] == "l"
            and self.tokens.low[first - 1]
            not in ("có", "là", "gồm", "do", "khi", "tại", "và", "hội", "nghị", "đó", "nay", "biểu")
        )

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
            several = several or self._joined_subjects(k)
            told = self._when(items[k].first, items[m - 1].first, items[at - 1].last, True)
            if told == "unknown":
                return [], end, False  # "Năm 2015, ông A là Giám đốc …"
            if told == "former":
                status = "former"
            and_is = self._kind(at) == "link" and self._kind(at + 1) == "take" and self._touch(at)
            if (status == "former" or (status is None and and_is)) and not into_name:
                offices, at = self._career_goes_on(offices, at)
            elif not into_name and self._small_office_behind(at):
                offices, at = self._career_goes_on(offices, at)  # "hiện là thành viên A; phó chủ tịch B"
        if into_name and has_left and separated and rule == "office-after-name":
            return [], end, False
        if rule == "office-after-name" and not into_name and self._other_subject(k, at):
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

    def _joined_subjects(self, k: int) -> bool:
        """Whether the verb behind the name at item k is said of several: "các ông A, B tái cử …", "A và B là …"."""
        items, low = self.items, self.tokens.low
        m = k - 1
        while m >= 0 and self._touch(m) and items[m].kind in ("one", "rank"):
            m -= 1
        if m >= 1 and self._touch(m) and self._kind(m) == "link" and low[items[m].first] == "và":
            return self._kind(m - 1) in ("name", "short") and self._touch(m - 1)
        while m >= 1 and self._touch(m) and self._mark(m, ",") and self._touch(m - 1) and self._kind(m - 1) == "name":
            m -= 2
        return m < k - 1 and m >= 0 and self._touch(m) and self._kind(m) == "many"

    def _other_subject(self, k: int, at: int) -> bool:
        """Whether the office behind the name at item k is somebody else's, who acts: "Theo ông A, | Chủ tịch tỉnh đã
        chuyển thư cho Công an"; item ``at`` follows the offices."""
        low = self.tokens.low
        first = (
            self.items[k - 1].first if k and self._kind(k - 1) == "one" and self._touch(k - 1) else self.items[k].first
        )
        after = low[self.items[at - 1].last : self.items[at - 1].last + 1]
        return (
            first > 0 and low[first - 1] == "theo" and after in (["đã"], ["đang"], ["sẽ"], ["cũng"], ["vừa"], ["phải"])
        )

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
            if has_left and self._mark(at + 1, "-") and self._touch(at) and self._leads_name(at + 1):
                return offices, (at - 1 if offices else at), True  # "Bí thư Tỉnh ủy A, | Bí thư Huyện ủy - B đề nghị"
            opens = self._mark(at + 1, ":") and self._touch(at)
            if opens and self._kind(at + 2) in ("name", "one", "many", "office", "rank", "plural"):
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


def _chief_apart(offices: list[OfficeMatch]) -> int:
    """How many of the offices directly before a name, nearest first, are that person's, where the chain begins with
    the head of a province's committee: "làm việc với Chủ tịch UBND tỉnh, | Giám đốc Sở Y tế A"; 0: all of them."""
    for k in range(len(offices) - 1, 0, -1):
        head, own = offices[k], offices[k - 1]
        heads = head.kind == "UBND" and head.label.lower().endswith("chủ tịch")
        if heads and own.label.lower().endswith("giám đốc") and (own.organization or "").startswith("Sở "):
            return k
    return 0
