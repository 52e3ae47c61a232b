"""The lead's sentences in; who met where no sentence says who held the meeting, out: each way of finding out by itself.

In which order they are asked is for ``event_body``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..model import Block, Evidence
from .documents_text import UPPER, flat
from .event_acts import find_act, find_deputies, find_party_congress, find_plenum, is_earlier, meetings_named
from .event_body_name import GAP, LED_BY_HEAD, MEETS, STEERING, STRONG, Body, NameReader, Spot, body_of
from .event_body_sentence import INSIDE, is_of
from .event_date import sentences
from .event_hosts import (
    find_between,
    find_chaired,
    find_founded,
    find_headquarters,
    find_house_of_answers,
    find_leaders,
    find_task_force,
)
from .event_kind import Kind
from .event_named import LONG, OFFICE, VENUE, NamedOrganization
from .event_occasion import occasions
from .event_subject import tells

_UNKNOWN = re.compile(
    r",\s(?P<name>(?!Đồng chí|Ông|Bà|Các|Hội nghị|Đại hội|Lễ|Phiên|Kỳ|Sau|Tại|Dưới|Với|Khi|Trong)"
    rf"[{UPPER}][^,.;:()]{{4,90}}?)"
    r"\s(?:đã |vừa |long trọng |trọng thể )?(?:tổ chức|khai mạc|tiến hành|họp|phối hợp)(?![^\W_])"
)
_BELONGS = re.compile(r"\s(?:trực )?thuộc\s")
_CHAIRS = re.compile(r"(?<![^\W_])(?:chủ trì|chủ tọa|điều hành)(?![^\W_])")
_TOLD_TO = re.compile(r"(?<![^\W_])(?:giao|đề nghị|yêu cầu|chỉ đạo)(?![^\W_])")  # "giao | Sở Mẫu chủ trì"
_SECOND_PERSON = re.compile(r"\s(?:và|cùng)\s(?:các\s)?(?:ông|bà|đồng chí|đ/c|thiếu tướng|trung tướng|đại tá)\s|;")
_VISITS = re.compile(r"(?<![^\W_])(?:thăm|làm việc|kiểm tra|khảo sát|tiếp|gặp|trao|chúc)(?![^\W_])")
_MET = re.compile(
    r"(?<![^\W_])làm việc (?:trực tiếp )?(?:với|cùng) (?:(?:tập thể|cán bộ chủ chốt|các đồng chí|lãnh đạo) ){0,2}$"
)
_LED = re.compile(r"(?<![^\W_])(?:phó )?trưởng (?P<name>ban chỉ đạo)(?= )")
_LED_OF = re.compile(r" [^,.;:()]{8,110}(?=,)")
_LED_VERB = re.compile(
    r"(?<![^\W_])(?:chủ trì|tổ chức|phát biểu|dự(?! án)|kết luận|yêu cầu|đề nghị|cho biết|nhấn mạnh|làm|điều hành|"
    r"là)(?![^\W_])"
)
_CLAUSE_BEGINS = re.compile(r"(?:^|[,:;(.!?–-]\s?|(?<![^\W_])(?:do|và)\s)$")
_PHASES = ("phiên chất vấn", "phiên khai mạc", "phiên bế mạc", "phiên thảo luận", "phiên làm việc", "phiên giải trình")
# Of these the ones that by themselves still mean the body of the place or unit that the article is of.
_OWN = frozenset(
    ["ban chấp hành", "ban thường vụ", "đảng bộ", "chi bộ", "đảng ủy", "thường trực", "bộ chính trị", "bch", "btv"]
)
_COMMITTEE = re.compile(r"Ban [Cc]hấp hành Trung ương(?: Đảng)?(?! Đoàn| Hội)")


class ClueReader:
    """Finds the body by what else is told: its chair, who decided, whose deputies or leaders came."""

    def __init__(self, names: NameReader) -> None:
        self._names = names

    def of_phase(self, spots: Sequence[Spot], kinds: Sequence[Kind | None]) -> Body | None:
        """ "phiên chất vấn kỳ họp thứ 6 HĐND …": a session's phase is held by the assembly of its sentence."""
        for (block, start, end), kind in zip(spots, kinds, strict=True):
            if kind is None or not kind.name.startswith(_PHASES):
                continue
            sitting = [
                one
                for one in self._names.named(block, start, end)
                if one.organization.kind == "HĐND" or flat(one.organization.name).endswith("quốc hội")
            ]
            ranked = sorted(sitting, key=lambda one: (not one.free, one.start < kind.start, one.start))
            if ranked:
                return body_of(block, ranked[0], "council-of-phase")
        return None

    def of_between(self, spots: Sequence[Spot]) -> Body | None:
        """ "buổi làm việc giữa | Thành ủy … với …", "cuộc họp Tổ công tác của Thủ tướng"."""
        for block, start, end in spots:
            view = flat(block.text)
            named = self._names.named(block, start, end)
            if (which := find_between(view, start, end, named)) is not None:
                return body_of(block, named[which], "meeting-between")
            if at := find_task_force(view, start, end):
                name = block.text[at[0] : at[1]]
                return Body(name[:1].upper() + name[1:], None, Evidence(block.id, *at), "task-force")
            if at := find_chaired(view, start, end):
                name = block.text[at[0] : at[1]]
                return Body(name[:1].upper() + name[1:], None, Evidence(block.id, *at), "council-of-head")
            if at := find_house_of_answers(view, start, end):
                return Body(block.text[at[0] : at[1]], None, Evidence(block.id, *at), "answers-before")
        return None

    def of_leaders(self, spots: Sequence[Spot]) -> Body | None:
        """Whose leaders meet, who receives guests in its own house, whose anniversary is kept."""
        for block, start, end in spots:
            view = flat(block.text)
            named = self._names.named(block, start, end)
            if (which := find_leaders(view, start, end, named)) is not None:
                return body_of(block, named[which], "leaders-of")
            if (which := find_headquarters(view, start, end, named)) is not None:
                return body_of(block, self._names.whole_name(block.text, view, named[which]), "host-of-guest")
            if (which := find_founded(view, start, named)) is not None:
                return body_of(block, named[which], "anniversary-of")
        return None

    def locality(self, spots: Sequence[Spot]) -> Body | None:
        """ "Phường Thử tổ chức hội nghị": a place that acts as its authorities."""
        for block, start, end in spots:
            view = flat(block.text)
            for organization in self._names.reader.find(block.text[start : min(end, start + LONG)]):
                first, last = start + organization.start, start + organization.end
                gap = GAP.match(view, last, end)
                acts = organization.kind == "địa phương" and gap and STRONG.match(view, gap.end(), end)
                # "Đoàn | phường Thử tổ chức": what closes a longer name does not act.
                acts = acts and _CLAUSE_BEGINS.search(view[start:first])
                if acts and not VENUE.search(view[max(start, first - 40) : first]):
                    return body_of(block, NamedOrganization(first, last, organization, True), "place-before-verb")
        return None

    @staticmethod
    def of_party_congress(spots: Sequence[Spot]) -> Body | None:
        """ "Đại hội đại biểu toàn quốc lần thứ … của Đảng khai mạc": there is one Party, however short its name."""
        for block, start, end in spots:
            if at := find_party_congress(flat(block.text), start, end):
                return Body("Đảng Cộng sản Việt Nam", None, Evidence(block.id, *at), "party-congress")
        return None

    def of_plenum(self, spots: Sequence[Spot], blocks: Sequence[Block]) -> Body | None:
        """ "Hội nghị Trung ương 8 khai mạc": the Central Committee's, by the name that the article prints, if any."""
        for block, start, end in spots:
            if at := find_plenum(flat(block.text), start, end):
                printed = (_COMMITTEE.search(b.text[:LONG]) for b in blocks)
                name = next((found.group() for found in printed if found), "Ban Chấp hành Trung ương Đảng")
                return Body(name, None, Evidence(block.id, *at), "plenum")
        return None

    def of_voters(self, spots: Sequence[Spot]) -> Body | None:
        """ "ông A cùng đoàn ĐBQH TP Mẫu tiếp xúc cử tri": the deputies meet the voters, whoever leads them."""
        for block, start, end in spots:
            view = flat(block.text)
            unit = find_deputies(view, start, end)
            if unit is None:
                continue
            last, place = unit[1], None
            for one in self._names.reader.find(block.text[unit[1] : min(end, unit[1] + 80)])[:1]:
                if one.kind == "địa phương" and one.start <= 1:
                    last, place = unit[1] + one.end, one.place
            name = block.text[unit[0] : last]
            return Body(name[:1].upper() + name[1:], place, Evidence(block.id, unit[0], last), "deputies-with-voters")
        return None

    def acting(self, spots: Sequence[Spot], met: bool = False) -> Body | None:
        """ "Ủy ban Kiểm tra … đề nghị …": who decides; ``met``: only where the sentence says at which meeting."""
        decided: Body | None = None
        for block, start, end in spots:
            view = flat(block.text)
            if INSIDE.match(view, start, end) or is_earlier(view, start, end):
                continue
            named = self._names.named(block, start, end)
            act = find_act(view, start, end, named)
            if act is None or (named[act.which].generic and flat(named[act.which].organization.name) not in _OWN):
                continue
            if act.met:
                return body_of(block, named[act.which], "decides-at-meeting")
            if met:
                continue
            decided = decided or body_of(block, named[act.which], "decides")
        return decided

    def of_other_meeting(self, spots: Sequence[Spot]) -> Body | None:
        """ "tại họp báo sau ngày làm việc thứ ba Đại hội Đảng bộ …": whose the other meeting is."""
        for block, start, end in spots:
            view = flat(block.text)
            if INSIDE.match(view, start, end):
                continue
            named = self._names.named(block, start, end)
            for kind in meetings_named(block, start, end, self._names.words):
                for one in named:
                    if one.start >= kind.start and is_of(view, kind, one):
                        one = self._names.longer(block.text, view, one, end, named)
                        if not one.generic:
                            return body_of(block, one, "other-meeting-of")
        return None

    def unknown(self, block: Block, start: int, end: int) -> Body | None:
        """ "Ngày 2-4, Cụm thi đua số 5 ngành kiểm tra tổ chức …": capitals that begin a subject no vocabulary knows.

        Behind "thuộc" a body that is known says where the other belongs: "Kho K1 thuộc Tổng cục Mẫu tổ chức …".
        """
        found = _UNKNOWN.search(block.text, start, min(end, start + 400))
        if found is None or tells(found.group("name")):
            return None
        own = _BELONGS.split(found.group("name"), maxsplit=1)[0]
        if self._names.reader.find(own):
            return None
        return Body(found.group("name"), None, Evidence(block.id, *found.span("name")), "words-before-verb")

    def fuller(self, found: Body, blocks: Sequence[Block]) -> Body | None:
        """ "Ban Chỉ đạo" after "Ban Chỉ đạo về … TPHCM": the full name, if the article's opening prints just one."""
        fuller: dict[str, Body] = {}
        for block in [b for b in blocks if b.kind in ("headline", "lead", "paragraph")][:4]:
            for one in self._names.named(block, 0, len(block.text)):
                name = one.organization.name
                if name.startswith(found.name + " "):
                    fuller.setdefault(name, body_of(block, one, "full-name"))
            if flat(found.name) != "ban chỉ đạo":
                continue
            for led in _LED.finditer(
                flat(block.text), 0, LONG
            ):  # "ông A, Trưởng Ban Chỉ đạo sắp xếp đơn vị sự nghiệp, …"
                view = flat(block.text)
                what = STEERING.match(view, led.end()) or _LED_OF.match(view, led.end())
                if what is None:
                    continue
                name = block.text[led.start("name") : what.end()].strip()
                if _LED_VERB.search(flat(name)) is None:
                    evidence = Evidence(block.id, led.start("name"), what.end())
                    fuller.setdefault(name, Body(name, None, evidence, "full-name"))
        return next(iter(fuller.values())) if len(fuller) == 1 else None

    def of_chair(self, leads: Sequence[Block]) -> Body | None:
        """ "Đồng chí …, Bí thư Đảng ủy các cơ quan Đảng thành phố chủ trì hội nghị": the last of the offices."""
        for block in dict.fromkeys(leads):
            view = flat(block.text)
            for start, end in sentences(view):
                chair = _CHAIRS.search(view, start, end)
                if chair is None or any(a <= chair.start() < b for a, b, _ in occasions(view, start, end)):
                    continue  # "nhân chuyến thăm và đồng chủ trì …": another meeting's chair
                second = _SECOND_PERSON.search(view, start, chair.start())
                offices = [
                    one
                    for one in self._names.named(block, start, second.start() if second else chair.start())
                    if OFFICE.search(view[max(start, one.start - 40) : one.start])
                    and one.organization.kind in LED_BY_HEAD
                    and not one.generic
                    and not one.organization.name.startswith("Tiểu ban")
                ]
                if offices and not _TOLD_TO.search(view, offices[-1].end, chair.start()):
                    return body_of(block, offices[-1], "office-of-chair")
        return None

    def of_visitor(self, spots: Sequence[Spot]) -> Body | None:
        """ "Đồng chí …, Bí thư Tỉnh ủy … đến thăm và làm việc": the organisation of the first person's last office."""
        for block, start, end in spots:
            view = flat(block.text)
            verb = _VISITS.search(view, start, end)
            named = self._names.named(block, start, verb.start()) if verb else []
            offices = [
                one
                for one in named
                if OFFICE.search(view[max(start, one.start - 40) : one.start])
                and one.organization.kind in LED_BY_HEAD
                and not one.generic
            ]
            if offices:
                return body_of(block, offices[-1], "office-of-visitor")
        return None

    def of_partner(self, spots: Sequence[Spot]) -> Body | None:
        """ "Tổng Bí thư làm việc với | Ban Thường vụ Tỉnh ủy …": those who are met, where who comes has no body."""
        for block, start, end in spots:
            view = flat(block.text)
            for one in self._names.named(block, start, end):
                if one.generic or not _MET.search(view, max(start, one.start - 60), one.start):
                    continue
                return body_of(block, self._names.whole_name(block.text, view, one), "partner")
        return None

    def assembly(self, leads: Sequence[Block]) -> Body | None:
        """A "kỳ họp" is held by a people's council or the National Assembly: the first that the lead names."""
        for block in dict.fromkeys(leads):
            for one in self._names.named(block, 0, len(block.text)):
                if one.organization.kind == "HĐND" or flat(one.organization.name) == "quốc hội":
                    return body_of(block, one, "council-of-session")
        return None

    def most_named(self, blocks: Sequence[Block]) -> Body | None:
        """The committee that the article names three times or more, and twice as often as any other."""
        counts: Counter[str] = Counter()
        where: dict[str, Body] = {}
        for block in [b for b in blocks if b.kind in ("headline", "lead", "paragraph")][:12]:
            for one in self._names.named(block, 0, len(block.text)):
                name = one.organization.name
                if one.organization.kind in MEETS and not one.generic and len(name.split()) > 2:
                    counts[name] += 1
                    where.setdefault(name, body_of(block, one, "most-named"))
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return where[ranked[0][0]]
