"""Offices taken and left: "chỉ định đồng chí A giữ chức Bí thư …", "thôi giữ chức …", of names and of pronouns."""

from __future__ import annotations

from .offices import OfficeMatch
from .people_careers import (
    COUNTS,
    DECIDED,
    DECISIONS,
    FORMS_ALONE,
    MOVES,
    NEXT_POST,
    OLD_POST,
    POSTS,
    REPLACES,
    STATUSES,
    YEAR,
    deputy_of,
    of_delegation,
)
from .people_items import Item
from .people_offices import Surroundings, complete
from .people_sides import Sides
from .people_sightings import Sighting


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def _completed(offices: list[OfficeMatch]) -> list[OfficeMatch]:
    """The offices of one list, the place of a bare committee read from those beside it: "Bí thư Quận ủy, Chủ tịch HĐND
    quận Mẫu Sơn"."""
    if len(offices) < 2:
        return offices
    out = []
    for k, printed in enumerate(offices):
        office = deputy_of(printed, offices[k + 1 : k + 2])
        name, rule = complete(office, offices, Surroundings())
        whole = rule in ("place-from-same-list", "office-of-same-list") and name is not None
        out.append(office._replace(organization=name, local=True, borrowed=True) if whole else office)
    return out


class Appointments(Sides):
    """Reads the decisions that a block tells of."""

    def _appointments(self, by_item: dict[int, Sighting]) -> None:
        """Offices taken or left: "chỉ định đồng chí A giữ chức Bí thư …", "thôi giữ chức …"."""
        items, low = self.items, self.tokens.low
        self._order = [by_item[k] for k in sorted(by_item)]
        self._rank = {id(s): n for n, s in enumerate(self._order)}
        last_name: int | None = None
        pronoun: int | None = None
        for k, item in enumerate(items):
            if item.kind in ("name", "short"):
                if last_name is not None and self._home(by_item[k]):
                    continue
                last_name, pronoun = k, None
            elif item.kind == "mark" and item.word in (".", "!", "?"):
                last_name = pronoun = None
            elif item.kind == "one" and item.word in FORMS_ALONE and not self._leads_name(k):
                pronoun = k
            if item.kind != "take":
                continue
            named = low[item.first] == "là" and item.last - item.first == 1
            dated = item.word in ("incoming", "current") and self._dated(item.first)
            if named and not dated and not (last_name is None and pronoun == k - 1 and self._touch(k - 1)):
                continue
            if low[item.first] == "chức" and item.first > 1 and self._counts(item.first - 1):
                continue  # "3 trong số 4 chức danh Phó Chủ tịch …": how many there are
            m = k + 1
            if self._mark(m, ":") and self._touch(k):
                m += 1
            opened = m > k + 1 or low[item.last - 1] in (":", "như")
            if item.word == "former" and opened and self._kind(m) != "office":
                m = self._first_office(m)
            if self._kind(m) != "office" or not (self._touch(m - 1) or m > k + 2) or m in self.taken:
                if item.word == "outgoing" and last_name is not None and self._kind(m) != "office":
                    self._left(by_item[last_name], item)
                continue
            offices, at, into_name = self._chain(m, False)
            if item.word == "outgoing" and not into_name and self._mark(at, ";"):
                offices, at = self._career_goes_on(offices, at)  # "cách chức A; B, C"
            by = self._done_by(item.first) if low[item.first] == "làm" else -1
            done_by = by >= 0
            offices = [
                o
                for o in offices
                if o.organization is not None or o.label[0].isupper() or low[item.first] != "làm" or done_by
            ]
            if not offices or self._record(offices, self.items[at - 1].last):
                continue
            serves = offices[0].label.lower().startswith(("cố vấn", "trợ lý", "thư ký"))
            target = None if serves else self._object(at, by_item)  # "làm cố vấn cho ông A": of A
            counted = low[item.first - 2 : item.first] in (["gồm", "các"], ["phiếu", "các"], ["số", "các"])
            several = low[item.first] == "chức" and counted
            if target is None and several:
                continue  # "lấy phiếu các chức danh Chủ tịch, Phó Chủ tịch …": of nobody who is named
            if target is None and last_name is not None and not self._signs(by_item[last_name], item):
                target = by_item.get(last_name)
            during = self._during(item)
            if target is None and pronoun is None and (during or item.word == "current"):
                target = self._behind_comma(at, by_item)
            if target is not None and done_by and target.first < by:
                continue  # "Theo ông A, ban này do Chủ tịch UBND tỉnh làm trưởng ban"
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
            if status == "incoming" and low[item.first] == "còn":
                status = "current"  # "ông A còn là …": beside what he is, or then was
            if status == "incoming" and not self._governed_name(target):
                state = not DECIDED.intersection(low[target.np_last : item.last])
                career = self._when(target.first, item.first, self.items[at - 1].last, state)
                career = "former" if career != "current" and self._went_on(item, at) else career
                if career == "unknown":
                    continue
                if career:
                    status = "former" if career == "former" else "current"
            decided = DECIDED.intersection(low[target.np_last : item.first])
            if status == "incoming" and low[item.first] == "làm" and not decided and all(map(of_delegation, offices)):
                status = "current"  # "…, Bộ trưởng Bộ Mẫu làm trưởng đoàn công tác đã đến thăm"
            during = during or self._under(target, item)
            if during and status in ("incoming", "current"):
                status = "former"
            elif dated:
                status = STATUSES[dated]
            if status == "former" and not during:
                offices, at = self._career_goes_on(offices, at)
            if (low[item.first] == "làm" and target.np_first > 0 and low[target.np_first - 1] == "do") or (
                done_by and all(o.organization is None for o in offices)
            ):
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
            offices = _completed(offices)
            if (came := self._came_from(k, target)) is not None:
                target.offices.append((came, "appointment"))
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
        self._likewise(by_item)

    def _likewise(self, by_item: dict[int, Sighting]) -> None:
        """ "miễn nhiệm chức danh A với ông X; | B với bà Y": what is told of the first is told of the others."""
        low, items = self.tokens.low, self.items
        status = ""
        for k, item in enumerate(items):
            if item.kind == "mark" and item.word in (".", "!", "?"):
                status = ""
            elif item.kind == "take" and item.word in ("outgoing", "incoming"):
                status = item.word if k + 1 in self.taken else ""
            elif status and item.kind == "office" and item.office is not None and k not in self.taken:
                target = self._object(k + 1, by_item) if low[item.first - 1] in (";", "và") else None
                if target is not None and not target.offices and low[item.last] in ("với", "đối"):
                    target.offices.append((item.office._replace(status=STATUSES[status]), "appointment"))
                    target.rule = target.rule or "appointment"
                    self.taken.add(k)

    def _dated(self, at: int) -> str:
        """Whether the office behind token ``at`` is one line of a career told by years, and over: "năm 2010 | là …,
        năm 2015 | làm …", "từ 2015 đến 2020 | là …"; "" where no year stands there, or a single one only."""
        low, shape = self.tokens.low, self.tokens.shape
        if at < 2 or shape[at - 1] != "d" or not _is_year(low[at - 1]):
            return ""
        begin = max(self._sentence(at), at - 60)
        if at > 3 and low[at - 2] in ("đến", "-", "tới") and (_is_year(low[at - 3]) or low[at - 2 : at - 1] == ["đến"]):
            return "former"
        others = 0
        for j in range(begin, min(len(low), at + 40)):
            if low[j] in (".", "!", "?") and j > at:
                break
            if j != at - 1 and _is_year(low[j]) and low[j + 1 : j + 2] in (["là"], ["làm"], ["giữ"], ["được"], ["đảm"]):
                others += 1
                if j > at:
                    return "former"
        return "current" if others else ""

    def _first_office(self, m: int) -> int:
        """The first office of a list that posts without one begin, at item m: "từng giữ các cương vị: cán bộ Sở Mẫu, |
        Phó Giám đốc …"; m where there is none."""
        for k in range(m, min(len(self.items), m + 6)):
            if self._kind(k) == "office":
                return k if k > m and self._mark(k - 1, ",;") and self._touch(k - 1) else m
            if self._kind(k) in ("name", "short", "take") or self._mark(k, ".!?"):
                break
        return m

    def _during(self, take: Item) -> bool:
        """Whether a time is told of in which an office was held: "trong thời gian | giữ chức", "khi còn | giữ chức"."""
        low = self.tokens.low
        words = low[max(0, take.first - 3) : take.first]
        if low[take.first] == "còn" and {"khi", "lúc"}.intersection(words):
            return True  # "khi ông này | còn là …"
        if words[-1:] in (["khi"], ["lúc"]) and low[take.first] in ("còn", "đang"):
            return True
        return take.word in ("incoming", "current") and (
            words[-2:] in (["thời", "gian"], ["thời", "kỳ"], ["khi", "còn"], ["lúc", "còn"], ["khi", "đang"])
            or words[-3:] in (["thời", "gian", "còn"], ["thời", "gian", "đang"])
        )

    def _went_on(self, take: Item, at: int) -> bool:
        """Whether a sentence dated long ago, or following one, tells of an office behind which a career went on: "Sau
        đó, ông A được phân công giữ chức … | Đến năm 2014, ông được điều động về làm …"."""
        tokens, end = self.tokens, self.tokens.end[self.items[at - 1].last - 1]
        opening = tokens.text[tokens.start[self._sentence(take.first)] : tokens.start[take.first]]
        return OLD_POST.match(opening) is not None and NEXT_POST.match(tokens.text, end, end + 300) is not None

    def _under(self, target: Sighting, take: Item) -> bool:
        """Whether a time is named after the one who then held an office: "dưới thời | ông A làm Bí thư …", "trong thời
        gian | ông A giữ chức …"."""
        words = self.tokens.low[max(0, target.np_first - 2) : target.np_first]
        if words[-1:] in (["khi"], ["lúc"]) and words[:1] not in (["trước"], ["sau"]):
            return target.last <= take.first and self.tokens.low[take.first] in ("còn", "đang")  # "khi ông A | đang là"
        return target.last <= take.first and words in (["thời", "gian"], ["thời", "kỳ"], ["dưới", "thời"])

    def _record(self, offices: list[OfficeMatch], last: int) -> bool:
        """Whether a post is told of only to say who was the youngest, or the first: "trở thành | chủ tịch tỉnh | trẻ
        nhất nước"."""
        behind = self.tokens.low[last : last + 2]
        place = len(offices) == 1 and offices[0].kind == "địa phương" and not offices[0].local
        return place and (behind[:1] == ["trẻ"] or behind in (["đầu", "tiên"], ["ít", "tuổi"], ["cao", "tuổi"]))

    def _came_from(self, k: int, target: Sighting) -> OfficeMatch | None:
        """The post from which somebody comes to the one behind the verb at item k: "ông A | từ Phó Trưởng ban Mẫu |
        lên giữ chức …", "được điều chuyển | từ chức vụ Bí thư Huyện ủy | sang làm …"."""
        low, items = self.tokens.low, self.items
        for m in range(k - 1, max(-1, k - 5), -1):
            office = items[m].office
            if items[m].kind in ("name", "short") or self._mark(m, ".;!?"):
                return None
            if items[m].kind != "office" or office is None:
                continue
            first, between = items[m].first, low[items[m].last : items[k].first]
            while first > 0 and low[first - 1] in POSTS:
                first -= 1
            moved = bool(between) and between[0] in MOVES and len(between) <= 6
            if m in self.taken or not moved or first < 1 or low[first - 1] != "từ" or first < target.last:
                return None
            self.taken.add(m)
            return office._replace(status="former")
        return None

    def _behind_comma(self, at: int, by_item: dict[int, Sighting]) -> Sighting | None:
        """The person whom the main clause names: "Trên cương vị Bí thư Tỉnh ủy, | ông A …"."""
        for k in range(at, min(at + 5, len(self.items))):
            sighting = by_item.get(k)
            if sighting is not None:
                between = self.tokens.low[self.items[at - 1].last : sighting.np_first]
                return sighting if between == [","] else None
        return None

    def _home(self, sighting: Sighting) -> bool:
        """Whether two capitals in brackets close a place, and name nobody: "quê xã Tân Thử (Mẫu Sơn, Bình Mẫu)"."""
        first = sighting.first
        return (
            sighting.last - first == 2
            and sighting.np_first == first
            and first > 1
            and self.tokens.low[first - 1] == "("
            and self.tokens.shape[first - 2] == "C"
        )

    def _counts(self, at: int) -> bool:
        """Whether a number of several stands at token ``at``, behind "số": "3 trong số | 4 | chức danh …"."""
        low = self.tokens.low
        return low[at - 1] in ("số", "tổng") and (low[at].isdecimal() or low[at] in COUNTS)

    def _done_by(self, at: int) -> int:
        """The token before token ``at`` in its sentence where "do" stands, -1 where none does: "Tổ công tác do ông A
        làm tổ trưởng, ông B làm tổ phó"."""
        low = self.tokens.low
        if "đoàn" in low[at + 1 : at + 4]:
            return -1
        return next((j for j in range(max(self._sentence(at), at - 40), at) if low[j] == "do"), -1)

    def _predecessors(self) -> None:
        """ "tân Bí thư Tỉnh ủy Bình Mẫu thay thế ông B", "bầu Chủ tịch UBND huyện thay ông B": B had that office."""
        low, items = self.tokens.low, self.items
        for sighting in self._order:
            first = sighting.np_first
            if sighting.offices or first < 2 or low[first - 1] not in ("thay", "thế", "cho", "là", "nhiệm"):
                continue
            p = first
            while p > 0 and first - p < 7 and low[p - 1] in REPLACES:
                p -= 1
            if low[p] not in ("thay", "thế") or "sẽ" in low[max(p - 1, 0) : p]:
                continue
            for k in range(self._at.get(first, 0) - 1, -1, -1):
                item = items[k]
                if p - item.last > 14 or item.kind in ("name", "short") or self._mark(k, ".!?;"):
                    break
                if item.kind == "office" and item.office is not None:
                    between = low[item.last : p]
                    beside = between in ([], [","]) or between[0] in ("với", "kể", "từ")
                    if item.office.organization is not None and beside:
                        sighting.offices.append((item.office._replace(status="former"), "replaced-in-office"))
                        sighting.rule = sighting.rule or "appointment"
                    break

    def _signs(self, sighting: Sighting, take: Item) -> bool:
        """Whether the person named before only signs or hands over the decision: "ông A ký quyết định bãi nhiệm …"."""
        words = self.tokens.low[sighting.np_last : take.first]
        told = "ký" in words or ("bố" in words and "công" in words)
        return told and not {"được", "nhận", "đối"}.intersection(words)

    def _of_pronoun(self, pronoun: int, item: Item, m: int, offices: list[OfficeMatch], at: int) -> None:
        """ "Ông từng giữ chức …": of an honorific alone only what is over, or lasts until now."""
        one = self.items[pronoun]
        status = item.word
        if status == "incoming" and self.tokens.low[item.first] == "còn":
            status = "former" if self._during(item) else "current"  # "Ông còn là …", "khi ông còn là …"
        if status == "current" and self.tokens.low[item.first] in ("hiện", "đang", "còn", "vẫn"):
            pass  # "Ông hiện là …"
        elif status == "incoming" and "sẽ" in self.tokens.low[one.last : item.first][:2]:
            pass  # "Ông sẽ tham gia Ban Thường vụ và giữ chức …"
        elif status not in ("former", "outgoing"):
            tokens = self.tokens
            state = not DECIDED.intersection(tokens.low[one.last : item.last])
            said = self._when(one.first, item.first, self.items[at - 1].last, state)
            said = "former" if said != "current" and self._went_on(item, at) else said
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
        offices = _completed(offices)
        sighting = Sighting(one.first, one.last, one.first, one.last, True, one.word, rule="appointment")
        sighting.offices = [
            (o if o.status == "acting" and status == "incoming" else o._replace(status=STATUSES[status]), "appointment")
            for o in offices
        ]
        self._pronouns.append(sighting)

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

    def _governed_name(self, sighting: Sighting) -> bool:
        """Whether a decision's verb stands before a name: "bổ nhiệm ông A, người từng …, giữ chức …"."""
        first = sighting.np_first
        low = self.tokens.low
        return first > 1 and (tuple(low[first - 2 : first]) in DECISIONS or low[first - 1] in ("giao", "bầu", "cử"))

    def _at_place(self, office: OfficeMatch, item: Item) -> OfficeMatch:
        if office.organization is None or office.local or office.kind != "cấp ủy":
            return office
        place = self.tokens.slice(item.first, item.last)
        return office._replace(organization=f"{office.organization} {place}", local=True, borrowed=True)

    def _of_sentence(self, office: OfficeMatch, target: Sighting, k: int) -> OfficeMatch:
        """ "Ủy ban Kiểm tra … do bà A làm Chủ nhiệm": the organisation named before is the one that is headed."""
        if office.organization is not None:
            return office
        begin = self._sentence(target.np_first)
        low = self.tokens.low
        if low[begin] == office.label.lower().split()[0] == "tổ" and low[begin + 2 : begin + 3] == ["do"]:
            return office._replace(organization=self.tokens.slice(begin, begin + 2), borrowed=True)  # "Tổ một do …"
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
                if words in (
                    ["đối", "với"],
                    ["cho"],
                    ["dành", "cho"],
                    [",", "đối", "với"],
                    ["với"],
                    ["của"],
                ):
                    return by_item[k]
                return None
        return None
