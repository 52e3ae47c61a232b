"""Whether an office is held, taken, left or over, by the words around it: decisions, careers, periods of years."""

from __future__ import annotations

import datetime as dt
import re

from ..model import OfficeStatus
from .offices import OfficeMatch
from .people_careers import (
    BESIDE_CAREER,
    BY_THEN,
    DECISION,
    LASTING,
    PERIOD,
    SINCE,
    STATUSES,
    THEN,
    TO_NOW,
    WENT_ON,
    YEARS,
    ends_after,
    just_then,
)
from .people_items import Item
from .people_sightings import MAX_CHAIN, ItemView
from .tokens import Phrases

_MEANWHILE = ["trong", "khi", "đó"]
_DAY_OPENS = re.compile(
    r"(?:vào |hôm |đến )?(?:(?:sáng|chiều|tối) )?(?:ngày )?\d\d?[/.\-](\d\d?)[/.\-]((?:19|20)\d\d)\b", re.IGNORECASE
)
_NEWS = 2  # months in which what was decided is still told as news


def _long_before(opening: str, published: dt.date | None) -> bool:
    """Whether the day that opens a sentence is long before the article: "Ngày 9/4/2016, ông A được bầu …" in 2019."""
    day = _DAY_OPENS.match(opening) if published is not None else None
    if day is None or published is None:
        return False
    return published.year * 12 + published.month - int(day[2]) * 12 - int(day[1]) > _NEWS


class Times(ItemView):
    """Reads the time of an office."""

    def _told(self, at: int, office: int) -> OfficeStatus:
        """What the verb before token ``at``, or between it and the office, says: elected to it, or relieved of it."""
        low = self.tokens.low
        words = [*low[max(0, at - 5) : at], *low[at:office]]
        if "miễn" in words or "thôi" in words:
            return "outgoing"
        return "incoming" if {"bầu", "bổ", "phê", "chỉ", "cử"}.intersection(words) else "current"

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
        if low[item.first : item.last + 2] == ["làm", "trưởng", "đoàn"] and self._abroad(k, item):
            return "current"  # "Bộ trưởng A làm trưởng đoàn Việt Nam"
        if item.word == "current":
            return "current"
        return "incoming"

    def _abroad(self, k: int, item: Item) -> bool:
        """Whether the delegation behind item k is a travelling one, whose head nobody chose for long."""
        low = self.tokens.low
        if any(w in ("bầu", "cử", "định", "phân", "nhiệm") for w in low[max(0, item.first - 4) : item.first]):
            return False
        office = self.items[k + 1].office if k + 1 < len(self.items) else None
        return office is not None and "đại biểu quốc hội" not in (office.organization or "").lower()

    def _decided(self, end: int) -> bool:
        """Whether the text shortly before offset ``end`` tells of a decision about somebody."""
        return DECISION.search(self.tokens.text, max(0, end - 600), end) is not None

    def _tells(self, at: int, phrases: Phrases[bool]) -> int | None:
        """The token of the sentence, before token ``at``, at which one of the phrases stands."""
        low = self.tokens.low
        for j in range(self._sentence(at), at):
            if low[j] in phrases and phrases.match(low, j) is not None and low[j - 1 : j + 2] != _MEANWHILE:
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
        period = next((m for m in map(PERIOD.match, (opening, listed, behind)) if m is not None), None)
        period = period or (YEARS.match(behind) if state else None)
        if behind.startswith("trước khi ") or period is not None:
            return "former" if period is None or not ends_after(period, self.published) else "current"
        told = self._tells(first, self.wording.career)
        if told is not None:
            # "Từng giữ nhiều chức vụ, ông A được bổ nhiệm làm …": then or now?
            if not state and tokens.low[told + 1 : first].count("vừa") == 1 and told > who:
                return ""  # "ông A, người từng làm chủ tịch xã, vừa được phân công làm …"
            return "former" if state or told > who else "unknown"
        if "sẽ" in tokens.low[who:first]:
            return ""
        if "giới" in tokens.low[begin:who] and tokens.low[(j := tokens.low.index("giới", begin)) : j + 2] == [
            "giới",
            "thiệu",
        ]:
            return ""  # "Trước đó, Trung ương giới thiệu ông A làm …, ông B làm …": they do not have it yet
        told = self._tells(first, self.wording.career_is)
        if told is not None and (told - begin <= 1 or tokens.low[told - 1] in (",", ";")):
            if state:
                return "former"  # "Trước đó, ông A là Chánh Văn phòng …"
            if not any(w in ("ngày", "hôm") for w in tokens.low[begin:first]):
                return "unknown"
        if not state and just_then(opening, self.published):
            return ""  # "Cuối tháng 8/2021, ông được điều động giữ chức …", in a report of that month
        if not state and _long_before(opening, self.published):
            return "unknown"
        if THEN.match(opening) or BY_THEN.search(opening) or (state and SINCE.match(behind)):
            return "unknown"
        return ""

    def _small_office_behind(self, at: int) -> bool:
        """Whether a semicolon and an office in small letters stand at item ``at``: no new person's, "…; phó chủ tịch
        Hội đồng Mẫu"."""
        if not (self._mark(at, ";") and self._touch(at - 1) and self._touch(at) and self._kind(at + 1) == "office"):
            return False
        return self.tokens.shape[self.items[at + 1].first] == "l"

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
                last = offices[-1] if offices else item.office
                pair = (last.label.lower(), item.office.label.lower())
                if last.organization is None and item.office.organization is not None and pair in self.pairs:
                    # "Phó Chủ tịch, Chủ tịch UBND tỉnh": the one body, printed once
                    whole = last._replace(
                        organization=item.office.organization,
                        local=item.office.local,
                        kind=item.office.kind,
                        borrowed=True,
                    )
                    offices = [*offices[:-1], whole]
                offices = [*offices, item.office]
                at = k + 1
            elif item.kind not in ("mark", "link") or item.word in (".", "!", "?", "(", ")"):
                said = low[item.first : item.last] if item.kind == "take" else []
                then = low[item.first - 1] in ("đó", "rồi") and said in (["là"], ["làm"], ["giữ", "chức"])
                if not then and not (said == ["là"] and low[item.first - 1] in (",", "và")):
                    break  # "từng là A, sau đó là B"
            k += 1
        return offices, at
