"""A sentence's tokens in; out: the verbs and frames of the genre around a person, and what they say of him.

The words themselves are data (vocabulary/speech_verbs.yml); this module knows where they may stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from ..model import Role
from ..vocabulary import words
from .tokens import Phrases, Tokens

VerbClass = Literal["say", "perform", "chair", "attend", "present", "absent"]

STRENGTH: dict[Role, int] = {"chaired": 4, "spoke": 3, "attended": 2, "mentioned": 1, "caption": 0}
AS_ROLE: dict[str, Role] = {
    "say": "spoke",
    "perform": "spoke",
    "chair": "chaired",
    "attend": "attended",
    "present": "attended",
    "absent": "mentioned",
}
_YEAR = re.compile(r"(?:19|20)\d\d$")
_REACH = 18  # tokens between a person and the verb
_ASIDE = 48  # tokens of a bracket behind a name
_GOVERNS = 24  # tokens between "dưới sự chủ trì của" and the first name


class Verbs:
    """Verbs of the genre, compiled once."""

    def __init__(self, extension: Path | None = None) -> None:
        data = words("speech_verbs", extension)
        table: dict[str, VerbClass] = {}
        for kind in ("attend", "perform", "say", "chair", "present", "absent"):
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
        self._spoken_to: Phrases[bool] = Phrases((str(w), True) for w in data["spoken_to"])
        self._guests: Phrases[VerbClass] = Phrases(
            (str(w), kind) for kind in ("say", "present", "chair") for w in data["guests"][kind]
        )
        self._guest_words = self._guests.first_words()
        self._stand_ins: Phrases[tuple[str, str | None]] = Phrases(
            (str(w), (str(o[0]), str(o[1]) if len(o) > 1 else None)) for w, o in data["stand_ins"].items()
        )
        self._telling: Phrases[bool] = Phrases((str(w), True) for w in data["telling"])
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

    def stand_ins(self, tokens: Tokens) -> list[tuple[int, int, str, str | None]]:
        """(first, after last, title, organisation) of words for an office: "người đứng đầu Chính phủ"."""
        out = []
        for first, last, (label, organization) in self._stand_ins.all(tokens.low):
            while last < len(tokens.low) and tokens.shape[last] in "CA" and last - first < 12:
                last += 1  # "người đứng đầu Thành ủy | TP HCM"
            out.append((first, last, label, organization))
        return out

    def this_person(self, tokens: Tokens) -> list[tuple[int, int, str]]:
        """(first, after last, honorific) of "nữ đại biểu", "vị giám đốc này", where they speak."""
        low = tokens.low
        out = []
        for first in range(len(low) - 1) if "vị" in low or "nữ" in low else ():
            if low[first] == "nữ" and low[first + 1 : first + 3] in (["đại", "biểu"], ["cử", "tri"], ["tiến", "sĩ"]):
                last, honorific = first + 3, "bà"
            elif low[first] == "vị" and (first == 0 or low[first - 1] in (",", ".", ";", '"', "theo")):
                end = next((j for j in range(first + 1, min(first + 6, len(low))) if low[j] == "này"), 0)
                last, honorific = end + 1, ""
            else:
                continue
            if last > 1 and (low[first - 1 : first] == ["theo"] or self.follows_verb(tokens, last)):
                out.append((first, last, honorific))
        return out

    def speaks(self, tokens: Tokens, end: int, last: int, following: int) -> bool:
        """Whether the person who ends at ``end`` says something, going by the verb behind him."""
        found = self._verb_behind(tokens, end, last, following)
        return found is not None and found[1] in ("say", "perform")

    def tells_of_before(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a sentence tells what an organ did before the meeting: "Trước đó, Bộ X đã lập đoàn …"."""
        low = tokens.low
        if low[first : first + 2] != ["trước", "đó"] or not {"đã", "vừa"}.intersection(low[first:last]):
            return False
        at = first + 3 if low[first + 2 : first + 3] == [","] else first + 2
        return not any(w in _OF_THE_MEETING for w in low[at : at + 2]) and not any(
            low[j : j + 2] == ["hội", "nghị"] for j in range(at, last)
        )

    def _next_verb(self, tokens: Tokens, i: int, end: int, kinds: Sequence[VerbClass]) -> int | None:
        for j in range(i, end):
            found = self.verb_at(tokens, j, i)
            if found is not None:
                return j if found[1] in kinds else None
            if tokens.shape[j] == "p" or tokens.shape[j] in "CAd":
                return None
        return None

    def _heard_of(self, low: list[str], first: int, begin: int) -> bool:
        """Whether the meeting hears what those at ``begin`` say: "nghe (các) tham luận của các đại biểu:"."""
        for of in range(begin - 1, max(first, begin - 12), -1):
            if low[of] == "của":
                heard = low[max(first, of - 9) : of]
                if "nghe" not in heard or not all(t in _FORMS for t in low[of + 1 : begin]):
                    return False
                words = heard[heard.index("nghe") + 1 :]
                return not _BREAKS.intersection(words) and not _HEARD.isdisjoint(words)
            if low[of] not in _FORMS:
                return False
        return False

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

    def _verb_behind(
        self, tokens: Tokens, end: int, last: int, following: int
    ) -> tuple[int, VerbClass, VerbClass, bool] | None:
        """(token, class of the first verb, strongest class joined to it, whether words follow a joined "say").

        ``following`` is the token at which the next person begins.
        """
        low = tokens.low
        end = self._over_aside(low, end, min(last, following))
        stop = min(last, end + _REACH)
        wanted: tuple[VerbClass, ...] = ("say", "perform", "chair", "attend", "present", "absent")
        if "mặt" in low[end:stop] or "diện" in low[end:stop]:
            wanted = ("say", "perform", "chair")  # "thay mặt các đảng viên nhận huy hiệu phát biểu"
        stop = min(stop, following)
        found: tuple[int, VerbClass] | None = None
        came = -1  # a verb of coming that "thay mặt" passed over
        j = end
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
                came = j if came < 0 and verb[1] == "attend" else came
                verb = None
            if verb is not None and came >= 0 and self._objects.match(low, j) is not None:
                return came, "attend", "attend", False  # "thay mặt Tỉnh ủy tặng hoa chúc mừng đại hội"
            if verb is not None:
                if verb[1] == "present":
                    return None
                if verb[1] == "absent":
                    return j, "absent", "absent", False
                found = (j, verb[1])
                j = verb[0]
                break
            if low[j] in ("để", "nhằm", "mà", "khi", "nếu") and j > end + 1 and low[j] != "khi":
                return None
            j += 1
        if found is None:
            return None
        strongest = found[1]
        says = found[1] == "say" or (found[1] == "perform" and j < stop and self._telling.match(low, j) is not None)
        stop = min(last, j + (30 if found[1] == "perform" else 16), following)
        while j < stop and low[j] not in (".", ";", ":", '"'):
            if low[j] in ("và", ",", "đồng") and j + 2 < stop:
                at = j + 1
                if low[j : j + 2] == ["đồng", "thời"] or (found[1] == "perform" and tuple(low[at : at + 2]) in _JOINTS):
                    at = j + 3 if low[j] == "," else j + 2
                verb = self.verb_at(tokens, at) if at < stop else None
                # "tới dự, chúc mừng", "thăm hỏi, động viên": greetings are part of coming.
                if verb is not None and found[1] == "attend" and self._objects.match(low, at) is not None:
                    verb = None
                if verb is not None and verb[1] not in ("present", "absent"):
                    if STRENGTH[AS_ROLE[verb[1]]] > STRENGTH[AS_ROLE[strongest]]:
                        strongest = verb[1]
                    if verb[1] == "say" and (found[1] != "chair" or low[at] not in _ACTS_OF_CHAIR):
                        says = True
            j += 1
        if found[1] in ("attend", "chair", "perform") and j < last and low[j] == ":":
            says = says or strongest in ("say", "perform")
        if found[1] in ("attend", "chair") and strongest in ("say", "perform"):
            return found[0], "say" if says else "perform", strongest, says
        if found[1] == "chair" and says:
            return found[0], "say", strongest, True  # "A chủ trì và yêu cầu các sở làm ngay"
        if found[1] == "perform" and says:
            return found[0], "say", strongest, True
        return found[0], found[1], strongest, says

    def _respectively(self, tokens: Tokens, verb: int) -> bool:
        """Whether "chủ trì - tham dự" says of the first that he presides, of the next that he comes."""
        found = self.verb_at(tokens, verb)
        if found is None or tokens.low[found[0] : found[0] + 1] not in (["-"], ["/"]):
            return False
        other = self.verb_at(tokens, found[0] + 1) if found[0] + 1 < len(tokens.low) else None
        return other is not None and other[1] == "attend"

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

    def _over_aside(self, low: list[str], end: int, last: int) -> int:
        """Position after "- người …-", ", người …,", "(nay là …)": what is said of a person between two marks."""
        if low[end : end + 1] == ["("] and ")" in low[end : min(last, end + _ASIDE)]:
            end = low.index(")", end) + 1
        if low[end : end + 2] in (["cùng", "đoàn"], ["cùng", "các"], ["cùng", "lãnh"], ["và", "đoàn"]):
            # "A cùng đoàn công tác của Bộ X | đã đến dự"
            for j in range(end + 2, min(last, end + 14)):
                if low[j] in ("đã", "vừa", "đến", "tới", "về", "dự", "có", "tham", "chủ") and low[j - 1] != ",":
                    return j
        if end + 1 < last and low[end] in ("-", ",") and low[end + 1] == "người":
            for j in range(end + 2, min(last, end + _REACH)):
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
        near = max(first, begin - 9)
        for j in () if self._guest_words.isdisjoint(low[near:begin]) else range(near, begin):
            guests = self._guests.match(low, j)
            if guests is None or not all(t in _GUEST_WORDS or t.isdigit() for t in low[guests[0] : begin]):
                continue
            # "Ủy viên Đoàn Chủ tịch A" holds an office; "Đoàn Chủ tịch gồm A, B" presides.
            if guests[1] != "chair" or {":", "gồm", "có", "là"}.intersection(low[guests[0] : begin]):
                return guests[1]  # "… từ các khách mời: A, B", "các diễn giả gồm A, B"
        j = start
        done = -1  # where the verb before ended
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
                    if (
                        found == "chair"
                        and verb[1] in ("say", "perform", "attend")
                        and low[j - 1] != ";"
                        and (opening or j - done <= 1)
                    ):
                        pass  # "Chủ trì và tham dự hội nghị có …"
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
                and self._spoken_to.match(low, j) is None
            ):
                found = verb[1]
            j = done = verb[0]
        return found

    def opens_list(self, tokens: Tokens, first: int, last: int) -> VerbClass | None:
        """The class of a sentence that ends with ":" and whose list stands on the lines below: "Tham dự có:"."""
        return self._frame(tokens, first, last, True) if tokens.low[last - 1] == ":" else None

    def _side(self, tokens: Tokens, first: int, begin: int) -> bool:
        """Whether "phía Nhật Bản có", "phía đối tác gồm" stands right before ``begin``."""
        low, k = tokens.low, begin
        while k > first and low[k - 1] in _FORMS:
            k -= 1
        if k == first or low[k - 1] not in ("có", "gồm"):
            return False
        for j in range(k - 2, max(first, k - 14) - 1, -1):
            if low[j] == "phía":
                return j == first or low[j - 1] in (";", ",", "về")
            if (low[j], low[j + 1]) in _WHOSE and (j == first or low[j - 1] in (";", ",")):
                return True  # "Đại diện Sở Y tế có ông A"
            if (tokens.shape[j] == "p" and low[j] not in ("-", "/", "&")) or self.verb_at(tokens, j) is not None:
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
        """Whether a list of people that was broken off at ``end`` goes on at ``begin``."""
        low = tokens.low
        if low[end] in ("có", "gồm") or low[end : end + 2] == ["còn", "có"]:
            # "Cùng đi với đồng chí A có các đồng chí: B, C".
            return begin - end <= 14 and all(
                low[j] not in _BREAKS and self.verb_at(tokens, j) is None for j in range(end + 1, begin)
            )
        if "(" in low[end : min(begin, end + 8)] and ")" in low[end:begin]:
            # "…, 46 tuổi (quê xã Mẫu), ông B": an aside about A.
            close = max(j for j in range(end, begin) if low[j] == ")")
            if close - end <= 24 and all(self.verb_at(tokens, j) is None for j in range(end, close)):
                end = close + 1
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
        low, start = tokens.low, max(first, begin - 14)
        if "truy" in low[max(first, begin - 24) : begin]:
            return False  # "truy tặng danh hiệu … cho …": he is dead
        return any(low[j] in ("trao", "tặng", "gắn") for j in range(start, begin))

    def _colon(self, tokens: Tokens, end: int, last: int) -> bool:
        return end < last and tokens.low[end] == ":" and end + 1 < last

    def _ends_with(self, tokens: Tokens, first: int, begin: int, phrases: Phrases[bool]) -> bool:
        """Whether one of the phrases governs those at ``begin``, over what they are: "… của các đồng chí X:"."""
        low = tokens.low
        for j in range(begin - 1, max(first, begin - _GOVERNS) - 1, -1):
            if low[j] in (",", ";", ".", '"', "(", ")"):
                return False
            found = phrases.match(low, j)
            if found is not None and found[0] <= begin:
                between = low[found[0] : begin]
                return (
                    all(t in _FORMS for t in between)
                    or between[-1] == ":"
                    or (not {"của", "tại", "với", "trong", "do"}.intersection(between) and len(between) <= 6)
                    or ({"gồm", "là", "có"}.intersection(between[-5:]) != set())
                )
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
# "chủ trì và kết luận phiên họp": what a chair does, with no words of his behind.
_ACTS_OF_CHAIR = frozenset(("kết", "chỉ", "trao", "quán", "báo", "giải", "điều", "chốt", "giao", "thống", "định"))
_JOINTS = frozenset((("trong", "đó"), ("đồng", "thời"), ("qua", "đó"), ("đặc", "biệt"), ("từ", "đó")))
_OF_THE_MEETING = frozenset(("hội", "đoàn", "đại", "các", "chương", "buổi", "ban", "phiên", "kỳ", "lễ", "tại", "trong"))
_BREAKS = frozenset((".", '"', "?", "!", ",", ";"))
# What is heard of somebody: "(bài) phát biểu, tham luận, ý kiến, báo cáo, trình bày, chia sẻ, giới thiệu, kết luận".
_HEARD = frozenset(("biểu", "luận", "kiến", "cáo", "bày", "sẻ", "thiệu", "chuyện", "tin", "đạo", "khai", "mạc"))
_FORMS = frozenset(("các", "đồng", "chí", "ông", "bà", ":", "đại", "biểu", "vị"))
_WHOSE = frozenset((("đại", "diện"), ("lãnh", "đạo"), ("đại", "biểu"), ("khách", "mời"), ("thành", "phần")))
_WHO_SPEAK = ("viên", "giả", "biểu")  # "các báo cáo viên | trình bày …", "đại biểu | dự …"
_GUEST_WORDS = frozenset(
    (":", "gồm", "có", "là", "các", "đồng", "chí", "ông", "bà", "như", "hai", "ba", "bốn", "năm", "đại", "hội", "nghị")
)
