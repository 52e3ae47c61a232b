"""A sentence's tokens and the people in it in; out: what each of them does there, and who speaks the sentence.

Verbs behind a person ("đồng chí A … yêu cầu") and frames before him ("Dự hội nghị có …", "Phát biểu tại hội nghị, …")
decide. Whoever is only spoken of inside another's words, or in words said elsewhere, is mentioned.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..model import Role
from ..vocabulary import words
from .tokens import Phrases, Tokens

VerbClass = Literal["say", "perform", "chair", "attend", "present"]

STRENGTH: dict[Role, int] = {"chaired": 4, "spoke": 3, "attended": 2, "mentioned": 1, "caption": 0}
AS_ROLE: dict[str, Role] = {
    "say": "spoke",
    "perform": "spoke",
    "chair": "chaired",
    "attend": "attended",
    "present": "attended",
}
_YEAR = re.compile(r"(?:19|20)\d\d$")
_REACH = 18  # tokens between a person and the verb


@dataclass(slots=True)
class Person:
    """A person at one place of a sentence, as the readers before this one found it. Token positions."""

    first: int
    last: int  # with everything that belongs to the name: offices, brackets
    who: int | None  # index of the person; None: not yet known
    alone: bool = False  # an honorific or office that stands for the name


@dataclass(slots=True)
class Reading:
    """What a sentence says of its people."""

    roles: list[tuple[int, Role]]  # (index in the list of persons, role)
    speaker: int | None  # index in the list of persons
    content: bool  # the speaker's words stand in the sentence (not only "phát biểu tại hội nghị")
    verb: int  # token of the speaker's verb, -1
    rule: str
    subject: int | None  # index of the person that the sentence is about, where it is one
    frame: VerbClass | None = None  # of the list with which the sentence ends: "Dự hội nghị có …"


class VerbBook:
    """Verbs of the genre, compiled once."""

    def __init__(self, extension: Path | None = None) -> None:
        data = words("speech_verbs", extension)
        table: dict[str, VerbClass] = {}
        for kind in ("attend", "perform", "say", "chair", "present"):
            for phrase in data[kind]:
                table[str(phrase)] = kind
        self._verbs: Phrases[VerbClass] = Phrases(table)
        self._elsewhere: Phrases[bool] = Phrases((str(w), True) for w in data["elsewhere"])
        self._elsewhere_done: Phrases[bool] = Phrases((str(w), True) for w in data["elsewhere_done"])
        self._chaired_by: Phrases[bool] = Phrases((str(w), True) for w in data["chaired_by"])
        self._frames: Phrases[bool] = Phrases((str(w), True) for w in data["frame"])
        self._continues: Phrases[bool] = Phrases((str(w), True) for w in data["continues"])
        self._compounds = {str(k): frozenset(map(str, v)) for k, v in data["compounds"].items()}
        self._prepositions = frozenset(map(str, data["prepositions"]))
        self._relative = frozenset(map(str, data["relative"]))
        self._beside = frozenset(map(str, data["beside"]))
        self._objects: Phrases[bool] = Phrases((str(w), True) for w in data["takes_person"])
        self._guests: Phrases[VerbClass] = Phrases(
            (str(w), kind) for kind in ("say", "present") for w in data["guests"][kind]
        )
        self._guest_words = self._guests.first_words()
        self._heard: Phrases[bool] = Phrases((str(w), True) for w in data["heard"])
        self._before = {str(k): frozenset(map(str, v)) for k, v in data["compounds_before"].items()}
        self._chosen = frozenset(tuple(str(w).split()) for w in data["chosen"])
        self._nouns = frozenset(str(w) for w in data["nouns"] if " " not in str(w))

    # --- words ----------------------------------------------------------------------------------------------------
    def verb_at(self, tokens: Tokens, i: int, after: int = -1) -> tuple[int, VerbClass] | None:
        """(position after it, class) of the verb at token i; ``after``: a token that cannot make it a noun."""
        found = self._verbs.match(tokens.low, i)
        if found is None:
            return None
        end, kind = found
        low = tokens.low
        if end - i == 1 and end < len(low) and low[end] in self._compounds.get(low[i], ()):
            return None
        if end - i == 1 and i > 0 and low[i - 1] in self._before.get(low[i], ()):
            return None  # "Ngoại giao", "thư ký"
        if i > 0 and i - 1 >= after and low[i - 1] in self._nouns and kind not in ("present",):
            return None
        if i > 1 and low[i] == "chỉ" and low[i - 1] == "," and low[i - 2] in ("dõi", "đạo"):
            return None  # "theo dõi, chỉ đạo", "lãnh đạo, chỉ đạo": what an office does, not what is said
        return end, kind

    def opens_frame(self, tokens: Tokens, first: int) -> bool:
        """Whether a sentence begins as one about the meeting, not as words of the last speaker."""
        return self._frames.match(tokens.low, first) is not None or tokens.shape[first] == "d"

    def continues(self, tokens: Tokens, first: int) -> bool:
        """Whether a sentence begins as one that carries on the last speaker's words."""
        return self._continues.match(tokens.low, first) is not None

    def follows_verb(
        self, tokens: Tokens, i: int, kinds: Sequence[VerbClass] = ("say", "perform", "chair", "attend")
    ) -> bool:
        """Whether token i, over adverbs, is a verb of those classes."""
        return self._next_verb(tokens, i, min(len(tokens.low), i + 5), kinds) is not None

    def _next_verb(self, tokens: Tokens, i: int, end: int, kinds: Sequence[VerbClass]) -> int | None:
        for j in range(i, end):
            found = self.verb_at(tokens, j, i)
            if found is not None:
                return j if found[1] in kinds else None
            if tokens.shape[j] == "p" or tokens.shape[j] in "CAd":
                return None
        return None

    # --- a sentence -----------------------------------------------------------------------------------------------
    def read(self, tokens: Tokens, first: int, last: int, people: Sequence[Person]) -> Reading:
        """What the sentence first..last-1 says of the people in it, who are given in reading order."""
        low = tokens.low
        reading = Reading([], None, False, -1, "", None)
        if not people:
            return reading
        groups = _groups(tokens, people)
        quoted = _quotations(tokens, first, last)
        frame: VerbClass | None = None
        previous_end = first
        previous_role: Role | None = None
        spoken = False
        for number, group in enumerate(groups):
            begin, end = people[group[0]].first, people[group[-1]].last
            following = people[groups[number + 1][0]].first if number + 1 < len(groups) else last
            before = low[begin - 1] if begin > first else ""
            while quoted and quoted[0][1] <= begin:
                quoted.popleft()
            inside = bool(quoted) and quoted[0][0] < begin
            found_frame = self._frame(tokens, previous_end, begin, number == 0)
            if number and low[begin - 1] == ";":
                spoken = False  # a clause of its own
            if found_frame is not None:
                frame = found_frame
            elif number and not self._list_goes_on(tokens, previous_end, begin):
                frame = None
            role: Role | None = None
            if inside:
                role = "mentioned"
            elif self._ends_with(tokens, first, begin, self._chaired_by):
                role = "chaired"
            elif "nghe" in low[max(first, begin - 6) : begin] and self._ends_with(tokens, first, begin, self._heard):
                role = "spoke"  # "Hội nghị đã nghe tham luận của các đồng chí …"
            elif (
                (spoken or reading.speaker is not None)
                and self._heard_saying(low, first, begin)
                and (kind := self._verb_behind(tokens, end, last, following)) is not None
                and kind[1] in ("say", "perform")
            ):
                role = "spoke"  # "Sau khi đồng chí A khai mạc, hội nghị nghe đồng chí B báo cáo …"
            elif number and previous_role not in (None, "mentioned") and self._joined(low, previous_end, begin):
                role = "attended"  # "đồng chí A chủ trì, cùng các đồng chí …"
            elif before == "do":
                kind = self._verb_behind(tokens, end, last, following)
                told = kind and self._told(tokens, first, kind[0], last)
                if kind is not None and told and reading.speaker is None and kind[1] in ("say", "perform"):
                    # "Báo cáo do đồng chí A trình bày nêu: …"
                    reading.speaker, reading.verb, reading.content, reading.rule = group[0], kind[0], True, "report-by"
                    spoken = True
                role = AS_ROLE[kind[2]] if kind is not None and kind[1] in ("chair", "say", "perform") else "mentioned"
            elif before == "theo" or (begin - 2 >= first and low[begin - 2 : begin] == ["theo", "lời"]):
                if not spoken and reading.speaker is None:
                    reading.speaker, reading.content, reading.verb, reading.rule = (
                        group[0],
                        True,
                        begin - 1,
                        "according-to",
                    )
                    spoken = True
                    role = "spoke"
                    if self._far(tokens, first, begin, end, end):
                        role = "mentioned"
            elif frame is not None and not spoken:
                role = AS_ROLE[frame]
                after = (
                    None
                    if before in self._prepositions and frame not in ("present",)
                    else self._verb_behind(tokens, end, last, following)
                )
                if frame in ("say", "perform"):
                    if reading.speaker is None and before != "của":
                        reading.speaker = group[0]
                        reading.verb = after[0] if after else begin
                        reading.content = (
                            (after is not None and after[1] == "say")
                            or self._colon(tokens, end, last)
                            or (after is None and self._goes_on(tokens, first, begin, end, last))
                        )
                        reading.rule = "frame-and-verb" if reading.content else "frame"
                        spoken = True
                elif after is not None:
                    joined = AS_ROLE[after[1]]
                    role = joined if STRENGTH[joined] > STRENGTH[AS_ROLE[frame]] else AS_ROLE[frame]
                    if after[1] in ("say", "perform") and reading.speaker is None and len(group) == 1:
                        reading.speaker, reading.verb = group[0], after[0]
                        reading.content, reading.rule = after[1] == "say", "verb-after-person"
                        spoken = True
            elif (
                spoken
                or (reading.speaker is not None and low[begin - 1] != ";")
                or (begin - 2 >= first and tuple(low[begin - 2 : begin]) in self._chosen)
                or before == "bầu"
            ):
                role = "mentioned"
            elif before in self._prepositions:
                role = (
                    "attended"
                    if before in ("với", "tặng", "cho") and self._award(tokens, previous_end, begin)
                    else "mentioned"
                )
            else:
                after = self._verb_behind(tokens, end, last, following)
                if after is not None:
                    role = AS_ROLE[after[2]]
                    if after[1] in ("say", "perform"):
                        far = self._far(tokens, first, begin, end, after[0])
                        if far:
                            role = "mentioned"
                        if reading.speaker is None and (len(group) == 1 or low[end - 1] != ","):
                            reading.speaker, reading.verb = group[0], after[0]
                            reading.content, reading.rule = (
                                not far and (after[1] == "say" or after[3]),
                                "verb-after-person",
                            )
                            spoken = True
                    elif self._far(tokens, first, begin, end, after[0]):
                        role = "mentioned"
                elif self._colon(tokens, end, last):
                    role = "spoke"
                    reading.speaker, reading.verb, reading.content, reading.rule = group[0], end, True, "colon"
                    spoken = True
            previous_role = role or "mentioned"
            for index in group:
                # "Theo ông A, ông B …": only A is the source.
                told = reading.rule == "according-to" and reading.speaker == group[0] and index != group[0]
                reading.roles.append((index, "mentioned" if told else role or "mentioned"))
            if (
                reading.subject is None
                and not inside
                and number == 0
                and len(group) == 1
                and before not in self._prepositions
                and before != "do"
            ):
                reading.subject = group[0]
            previous_end = end
        reading.frame = frame
        if (
            reading.speaker is None
            and self._all_attend(tokens, first, last)
            and not any(tuple(low[j : j + 2]) in self._chosen for j in range(first, people[0].first))
        ):
            reading.roles = [
                (i, "attended" if r == "mentioned" and low[people[i].first - 1] not in self._prepositions else r)
                for i, r in reading.roles
            ]
        if reading.speaker is not None:
            reading.subject = reading.speaker
        return reading

    def _heard_saying(self, low: list[str], first: int, begin: int) -> bool:
        """Whether the meeting hears those at ``begin``: "nghe", perhaps with "các đồng chí"."""
        at = begin
        while at > first and low[at - 1] in _FORMS:
            at -= 1
        return at - 1 > first and low[at - 1] == "nghe" and low[at - 2] in _HEARERS

    def _joined(self, low: list[str], end: int, begin: int) -> bool:
        """Whether "cùng" (not "trao đổi cùng") joins those at ``begin`` to those who end at ``end``."""
        at = begin - 2 if low[begin - 2 : begin] == ["cùng", "với"] else begin - 1
        return low[at] == "cùng" and not _WITH.intersection(low[end:at])

    def _all_attend(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a sentence closes with "… tham dự", said of everybody in it."""
        low = tokens.low
        end = last
        while end > first and tokens.shape[end - 1] == "p":
            end -= 1
        for j in range(max(first, end - 4), end):
            verb = self.verb_at(tokens, j)
            if (
                verb is not None
                and verb[1] == "attend"
                and low[j] in ("dự", "tham", "cùng", "đến", "tới", "về")
                and verb[0] >= end - 2
            ):
                return True
        return False

    def only_people(self, tokens: Tokens, first: int, last: int, people: Sequence[Person]) -> bool:
        """Whether a sentence is nothing but people and what they are: a list that goes on behind a full stop."""
        if not people or people[0].first - first > 2:
            return False
        at = first
        for person in [*people, Person(last, last, None)]:
            if any(self.verb_at(tokens, j) is not None for j in range(at, person.first)):
                return False
            at = max(at, person.last)
        return True

    def _verb_behind(
        self, tokens: Tokens, end: int, last: int, following: int
    ) -> tuple[int, VerbClass, VerbClass, bool] | None:
        """(token, class of the first verb, strongest class joined to it, whether words follow a joined "say").

        ``following`` is the token at which the next person begins.
        """
        low = tokens.low
        stop = min(last, end + _REACH)
        wanted: tuple[VerbClass, ...] = ("say", "perform", "chair", "attend", "present")
        if "mặt" in low[end:stop] or "diện" in low[end:stop]:
            wanted = ("say", "perform", "chair")  # "thay mặt các đảng viên nhận huy hiệu phát biểu"
        stop = min(stop, following)
        found: tuple[int, VerbClass] | None = None
        j = self._over_aside(low, end, stop)
        commas = 0
        while j < stop:
            if low[j] in (".", ";", ":", '"', "!", "?"):
                break
            if low[j] == "," and j > end:
                commas += 1
                if commas > 2:
                    break
            if end <= j <= end + 1 and low[j] in self._relative and low[j] != "trong":
                return None
            verb = self.verb_at(tokens, j, end)
            if (
                verb is not None
                and verb[1] not in wanted
                and any(self.verb_at(tokens, k, end) for k in range(j + 1, stop))
            ):
                verb = None
            if verb is not None:
                if verb[1] == "present":
                    return None
                found = (j, verb[1])
                j = verb[0]
                break
            if low[j] in ("để", "nhằm", "mà", "khi", "nếu") and j > end + 1 and low[j] != "khi":
                return None
            j += 1
        if found is None:
            return None
        strongest = found[1]
        says = found[1] == "say"
        stop = min(last, j + 16, following)
        while j < stop and low[j] not in (".", ";", ":", '"'):
            if low[j] in ("và", ",", "đồng") and j + 2 < stop:
                verb = self.verb_at(tokens, j + 2 if low[j : j + 2] == ["đồng", "thời"] else j + 1)
                if verb is not None and verb[1] != "present":
                    if STRENGTH[AS_ROLE[verb[1]]] > STRENGTH[AS_ROLE[strongest]]:
                        strongest = verb[1]
                    says = says or verb[1] == "say"
            j += 1
        if found[1] in ("attend", "chair", "perform") and j < last and low[j] == ":":
            says = says or strongest in ("say", "perform")
        if found[1] in ("attend", "chair") and strongest in ("say", "perform"):
            return found[0], "say" if says else "perform", strongest, says
        if found[1] == "perform" and says:
            return found[0], "say", strongest, True
        return found[0], found[1], strongest, says

    def _goes_on(self, tokens: Tokens, first: int, begin: int, end: int, last: int) -> bool:
        """Whether what is said follows a frame without a verb of saying: "Kết luận hội nghị, đồng chí A giao …"."""
        low = tokens.low
        return (
            low[first] in ("kết", "phát", "chỉ", "tiếp", "bế")
            and "," in low[first:begin]
            and last - end >= 8
            and tokens.shape[end] == "l"
            and low[end] not in ("và", "cùng", "là", "của", "đã", "tại")
        )

    def _told(self, tokens: Tokens, first: int, verb: int, last: int) -> bool:
        """Whether a report that somebody gives (verb) is followed by what it says."""
        low = tokens.low
        opens = any(low[j] in ("báo", "tờ", "dự", "tham", "diễn") for j in range(first, min(first + 3, verb)))
        if not opens:
            return False
        for j in range(verb + 1, min(verb + 12, last)):
            if low[j] in (".", ";"):
                return False
            if low[j] == ":" or (low[j] in ("nêu", "chỉ", "khẳng", "đánh", "cho", "nhấn") and j > verb + 1):
                return True
        return False

    def _over_aside(self, low: list[str], end: int, stop: int) -> int:
        """Position after "- người …-", ", người …,": what is said of a person between two marks."""
        if end + 1 < stop and low[end] in ("-", ",") and low[end + 1] == "người":
            for j in range(end + 2, stop):
                if low[j] == low[end]:
                    return j
        return end

    def _frame(self, tokens: Tokens, first: int, begin: int, opening: bool) -> VerbClass | None:
        """The class of the words between ``first`` and a person at ``begin`` that introduce him: "Dự hội nghị có", …"""
        low = tokens.low
        found: VerbClass | None = (
            "present" if "cầu" in low[first:begin] and "có" in low[max(first, begin - 4) : begin] else None
        )
        if found is None and self._side(tokens, first, begin):
            found = "present"
        start = max(first, begin - 40)
        near = max(first, begin - 6)
        for j in () if self._guest_words.isdisjoint(low[near:begin]) else range(near, begin):
            guests = self._guests.match(low, j)
            if guests is not None and all(t in _GUEST_WORDS for t in low[guests[0] : begin]):
                return guests[1]  # "… từ các khách mời: A, B", "các diễn giả gồm A, B"
        j = start
        while j < begin:
            verb = self.verb_at(tokens, j)
            if verb is None or verb[0] > begin:
                j += 1
                continue
            at_head = (
                j == first
                or low[j - 1] in (",", ";", ".", "và", "cùng", "-", '"', "(", ")", "đến", "tham", "còn", "cũng", "đã")
                or (found is None and j - first <= 3)
                or (found is None and j - first <= 8 and low[j - 1] in _WHO_SPEAK)
                or (found is None and verb[1] == "attend" and self._whose_guests(tokens, first, j))
            )
            if not at_head and verb[1] != "present":
                j = verb[0]  # "dự phiên | khai mạc", "tại lễ | công bố": part of the meeting's name
                continue
            between = low[verb[0] : begin]
            if verb[1] == "present":
                found = "present"
            elif "có" in between or "gồm" in between or ":" in between or low[begin - 1] in (":", "có", "gồm", "là"):
                if at_head:
                    if found in ("chair",) and verb[1] in ("say", "perform", "attend") and low[j - 1] != ";":
                        pass
                    elif self._objects.match(low, j) is not None:
                        found = found or "attend"  # "Tới dự và chúc mừng đại hội có …"
                    elif found in ("attend", "present") and verb[1] in ("say", "perform"):
                        found = verb[1]
                    else:
                        found = verb[1]
            elif opening and at_head and low[begin - 1] in (",", "-") and j - first <= 14:
                # "Phát biểu tại hội nghị, đồng chí A …": what the person does, said before.
                found = verb[1] if verb[1] in ("say", "perform") or found is None else found
            elif (
                opening
                and at_head
                and j - first <= 1
                and verb[1] in ("say", "perform", "chair")
                and not self._beside.intersection(between)
                and self._objects.match(low, j) is None
            ):
                found = verb[1]
            j = verb[0]
        return found

    def _side(self, tokens: Tokens, first: int, begin: int) -> bool:
        """Whether "phía Nhật Bản có", "phía đối tác gồm" stands right before ``begin``."""
        low, k = tokens.low, begin
        while k > first and low[k - 1] in _FORMS:
            k -= 1
        if k == first or low[k - 1] not in ("có", "gồm"):
            return False
        for j in range(k - 2, max(first, k - 12) - 1, -1):
            if low[j] == "phía":
                return j == first or low[j - 1] in (";", ",", "về")
            if tokens.shape[j] == "p" or self.verb_at(tokens, j) is not None:
                return False
        return False

    def _whose_guests(self, tokens: Tokens, first: int, j: int) -> bool:
        """Whether first..j-1 says whose people come: "Đại diện tỉnh Bình Mẫu | tham dự hội nghị có …"."""
        return (
            j - first <= 12
            and (tokens.low[first], tokens.low[first + 1]) in _WHOSE
            and "p" not in tokens.shape[first:j]
            and all(self.verb_at(tokens, k) is None for k in range(first, j))
        )

    def _list_goes_on(self, tokens: Tokens, end: int, begin: int) -> bool:
        low = tokens.low
        if ";" in low[end:begin] and not any(t in (".", ":", '"') for t in low[end:begin]):
            # "…, Ủy viên Ban Thường vụ phụ trách địa bàn; đồng chí B": words about A, then the list goes on.
            mark = max(j for j in range(end, begin) if low[j] == ";")
            if mark - end <= 20 and all(self.verb_at(tokens, j) is None for j in range(end, mark)):
                end = mark
        if low[begin - 1] == ":" and begin - end <= 14 and "." not in low[end:begin] and low[end] in (",", ";", "và"):
            # "…, Thứ trưởng Bộ A, các đồng chí lãnh đạo tỉnh: B, …": a name for those that follow.
            return all(self.verb_at(tokens, j) is None for j in range(end, begin))
        return all(
            t in (",", ";", "và", "cùng", "với", "-", "các", "đồng", "chí", "ông", "bà") for t in tokens.low[end:begin]
        )

    def _award(self, tokens: Tokens, first: int, begin: int) -> bool:
        return any(tokens.low[j] in ("trao", "tặng", "gắn") for j in range(max(first, begin - 14), begin))

    def _colon(self, tokens: Tokens, end: int, last: int) -> bool:
        return end < last and tokens.low[end] == ":" and end + 1 < last

    def _ends_with(self, tokens: Tokens, first: int, begin: int, phrases: Phrases[bool]) -> bool:
        for j in range(max(first, begin - 6), begin):
            found = phrases.match(tokens.low, j)
            if found is not None and all(
                t in ("các", "đồng", "chí", "ông", "bà", ":") for t in tokens.low[found[0] : begin]
            ):
                return True
        return False

    def _far(self, tokens: Tokens, first: int, begin: int, end: int, verb: int) -> bool:
        """Whether the words before a person, or between him and his verb, say that this was elsewhere or before."""
        low = tokens.low
        start = max(first, begin - 80)
        year = first + 1 if low[first] in ("năm", "tháng") else first + 2 if low[first] in ("từ", "vào") else first
        if "đã" in low[end:verb] and year < begin and _YEAR.search(low[year]) and low[year + 1] == ",":
            return True  # "Năm 2015, ông A đã về thăm …"
        if "từng" in low[end:verb] or any(self._elsewhere.match(low, j) is not None for j in range(start, begin)):
            return True
        return "đã" in low[end:verb] and any(
            self._elsewhere_done.match(low, j) is not None for j in range(start, begin)
        )


_WITH = frozenset(("trao", "phối", "gặp", "hành", "việc", "ký", ".", ":"))  # "trao đổi cùng", "phối hợp cùng" …
# What may stand before "nghe": "hội nghị nghe", "đại biểu đã nghe"; not "yêu cầu các sở nghe".
_HEARERS = frozenset(("nghị", "hội", "biểu", "họp", "đã", "sẽ", "được", "cũng", "còn", "đoàn", "lễ", "tiếp", ","))
_FORMS = frozenset(("các", "đồng", "chí", "ông", "bà", ":"))
_WHOSE = frozenset((("đại", "diện"), ("lãnh", "đạo"), ("đại", "biểu"), ("khách", "mời"), ("thành", "phần")))
_WHO_SPEAK = ("viên", "giả", "biểu")  # "các báo cáo viên | trình bày …", "đại biểu | dự …"
_GUEST_WORDS = frozenset((":", "gồm", "có", "là", "các", "đồng", "chí", "ông", "bà", "như"))
_LIST_WORDS = frozenset({",", ";", ":", "và", "cùng", "với", "các", "đồng", "chí", "-", "ông", "bà"})


def _groups(tokens: Tokens, people: Sequence[Person]) -> list[list[int]]:
    """People in reading order, those of one list ("A, …; B, … và C") together."""
    groups: list[list[int]] = []
    for k, person in enumerate(people):
        if groups and not people[k - 1].alone:
            before = tokens.low[people[k - 1].last : person.first]
            if (
                before
                and len(before) <= 5
                and all(t in _LIST_WORDS for t in before)
                and (":" not in before or "chí" in before)
                and not (before == [","] and _of(tokens, people[groups[-1][0]].first))
            ):
                groups[-1].append(k)  # "A, … và các đồng chí: B, …" too
                continue
        groups.append([k])
    return groups


def _of(tokens: Tokens, first: int) -> bool:
    """Whether a single person hangs on the word before ("ý kiến của cử tri A, …"): no list begins there."""
    return (
        first > 0
        and tokens.low[first - 1] in ("của", "theo", "cho", "với", "về", "từ")
        and tokens.low[first] not in ("các", "hai", "ba", "những")
    )


def _quotations(tokens: Tokens, first: int, last: int) -> deque[tuple[int, int]]:
    """Token ranges inside quotation marks."""
    marks = [j for j in range(first, last) if tokens.low[j] == '"']
    return deque((marks[k], marks[k + 1]) for k in range(0, len(marks) - 1, 2))
