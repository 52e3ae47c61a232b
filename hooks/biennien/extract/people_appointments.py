"""Offices taken and left: "chỉ định đồng chí A giữ chức Bí thư …", "thôi giữ chức …", of names and of pronouns."""

from __future__ import annotations

from .offices import OfficeMatch
from .people_careers import DECIDED, DECISIONS, FORMS_ALONE, STATUSES, YEAR, of_delegation
from .people_items import Item
from .people_sides import Sides
from .people_sightings import Sighting


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
            decided = DECIDED.intersection(low[target.np_last : item.first])
            if status == "incoming" and low[item.first] == "làm" and not decided and all(map(of_delegation, offices)):
                status = "current"  # "…, Bộ trưởng Bộ Mẫu làm trưởng đoàn công tác đã đến thăm"
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
