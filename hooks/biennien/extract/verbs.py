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
_ANONYMOUS = 120  # tokens between "một lãnh đạo" and "vị lãnh đạo này"
_YEAR = re.compile(r"(?:19|20)\d\d$")
_REACH = 18  # tokens between a person and the verb
_ASIDE = 48  # tokens of a bracket behind a name
_APPOSITION = 60  # tokens of what a person is, between him and the verb


class Verbs:
    """Verbs of the genre, compiled once."""

    def __init__(self, extension: Path | None = None) -> None:
        data = words("speech_verbs", extension)
        table: dict[str, VerbClass] = {}
        for kind in ("attend", "perform", "say", "chair", "present", "absent"):
            for phrase in data[kind]:
                table[str(phrase)] = kind
                if str(phrase).startswith("tham gia ") and kind in ("perform", "chair"):
                    table[f"cùng {phrase}"] = kind
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
        self._called_so = frozenset(tuple(str(w).split()) for w in data["called_so"])
        self._words_said = frozenset(tuple(str(w).split()) for w in data["words_said"])
        self._nouns = frozenset(str(w) for w in data["nouns"] if " " not in str(w))
        self._noun_pairs = frozenset(tuple(str(w).split()) for w in data["noun_pairs"])

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
        if tokens.shape[i] == "C" and i > 0 and tokens.shape[i - 1] != "p":
            return None  # "Đảng ủy Than Mẫu", "Trung tâm Điều hành chương trình": part of a name
        if tuple(low[i:end]) in _NOT_HERE and low[end : end + 1] and low[end] in _NOT_HERE[tuple(low[i:end])]:
            return None  # "dẫn đầu danh sách"
        if low[i:end] == ["nhận"] and tokens.shape[end : end + 1] == ["d"] and "phiếu" in low[end : end + 5]:
            return None  # "nhận 23/33 phiếu tín nhiệm thấp"
        if low[i:end] == ["kết", "luận"] and i > 0 and low[i - 1] == "có":
            return None  # "chờ xử lý sau khi có kết luận của thanh tra"
        if low[i:end] == ["làm", "việc"] and i > 0 and low[i - 1] in ("đang", "từng", "vẫn", "người"):
            return None  # what somebody does for a living
        if end - i == 1 and i > 0 and low[i - 1] in self._before.get(low[i], ()):
            return None  # "Ngoại giao", "thư ký"
        if i > 0 and i - 1 >= after and low[i - 1] in self._nouns and kind not in ("present",):
            return None
        if i > 1 and i - 2 >= after and (low[i - 2], low[i - 1]) in self._noun_pairs:
            return None  # "gửi HĐND các nội dung trả lời cử tri"
        if i > 1 and low[i] == "chỉ" and low[i - 1] == "," and low[i - 2] in ("dõi", "đạo"):
            return None  # "theo dõi, chỉ đạo", "lãnh đạo, chỉ đạo": what an office does, not what is said
        if i > 1 and low[i : i + 2] == ["thống", "nhất"] and low[i - 2 : i] == ["kết", ","]:
            return None  # "sự đoàn kết, thống nhất"
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

    def this_person(self, tokens: Tokens) -> list[tuple[int, int, str, str]]:
        """(first, after last, honorific, noun) of "nữ đại biểu", "vị giám đốc này", "cử tri này", where they speak.

        The noun, where there is one, is what the person was called before.
        """
        low = tokens.low
        out: list[tuple[int, int, str, str]] = []
        for first in range(len(low) - 1) if "vị" in low or "nữ" in low else ():
            if low[first] == "nữ" and low[first + 1 : first + 3] in (["đại", "biểu"], ["cử", "tri"], ["tiến", "sĩ"]):
                last, honorific = first + 3, "bà"
            elif low[first] == "vị" and (first == 0 or low[first - 1] in (",", ".", ";", '"', "theo")):
                end = next((j for j in range(first + 1, min(first + 6, len(low))) if low[j] == "này"), 0)
                if any(
                    low[j] == "một" and low[j + 1] == low[first + 1]
                    for j in range(max(0, first - _ANONYMOUS), first - 1)
                ):
                    continue  # "Một lãnh đạo Sở cho biết …, vị lãnh đạo này nói": nobody is named
                last, honorific = end + 1, ""
            else:
                continue
            if last > 1 and (low[first - 1 : first] == ["theo"] or self.follows_verb(tokens, last)):
                out.append((first, last, honorific, ""))
        for at in (j for j, word in enumerate(low) if word == "này") if "này" in low else ():
            first = at - 2
            if first < 0 or (low[first], low[first + 1]) not in self._called_so or low[first - 1 : first] == ["vị"]:
                continue
            if first and low[first - 1] not in (",", ".", ";", '"', "theo", "?", "!"):
                continue  # "các cử tri này", "ý kiến của đại biểu này"
            if low[first - 1 : first] == ["theo"] or self.follows_verb(tokens, at + 1):
                out.append((first, at + 1, "", f"{low[first]} {low[first + 1]}"))
        return out

    def speaks(self, tokens: Tokens, end: int, last: int, following: int) -> bool:
        """Whether the person who ends at ``end`` says something, going by the verb behind him."""
        found = self._verb_behind(tokens, end, last, following)
        return found is not None and found[1] in ("say", "perform")

    def new_clause(self, tokens: Tokens, first: int, begin: int) -> bool:
        """Whether a clause of its own begins at ``begin``: "…; B", "…, còn B", "Trong khi A cho rằng …, B"."""
        low = tokens.low
        if low[begin - 1] == ";":
            return True
        if low[begin - 1] == ",":
            at = first
            if low[at : at + 3] == ["trong", "khi", "đó"]:
                at += 3
            return low[at : at + 2] == ["trong", "khi"] or low[begin - 2] == '"'
        return low[begin - 2 : begin] in ([",", "còn"], [",", "nhưng"], ["trong", "khi"], ["khi", "đó"])

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

    def _words_of(self, low: list[str], first: int, begin: int) -> bool:
        """Whether what was said is called the words of those at ``begin``: "Đó là yêu cầu của đồng chí A"."""
        if begin - first < 4 or low[begin - 1] != "của" or low[begin] == "cố":
            return False
        start = max(first, begin - 12)
        for k in range(begin - 2, start, -1):
            if low[k] == "là":
                if not {"đó", "đây"}.intersection(low[max(first, k - 2) : k]):
                    return False
                said = [w for w in low[k + 1 : begin - 1] if w not in _OF_WORDS]
                return (tuple(said[:2]) in self._words_said or tuple(said[:1]) in self._words_said) and len(said) <= 6
            if low[k] in BREAKS:
                return False
        return False

    def _verb_behind(
        self, tokens: Tokens, end: int, last: int, following: int
    ) -> tuple[int, VerbClass, VerbClass, bool] | None:
        """(token, class of the first verb, strongest class joined to it, whether words follow a joined "say").

        ``following`` is the token at which the next person begins.
        """
        low = tokens.low
        end = self._over_aside(low, end, min(last, following))
        end = self._over_steering(tokens, end, min(last, following))
        stop = min(last, end + _REACH)
        wanted: tuple[VerbClass, ...] = ("say", "perform", "chair", "attend", "present", "absent")
        if ("mặt" in low[end:stop] and "thay" in low[end:stop]) or "diện" in low[end:stop]:
            wanted = ("say", "perform", "chair")  # "thay mặt các đảng viên nhận huy hiệu phát biểu"
        stop = min(stop, following)
        found: tuple[int, VerbClass] | None = None
        came = -1  # a verb of coming that "thay mặt" passed over
        j = end
        commas = 0
        while j < stop:
            if low[j] in (".", ";", ":", '"', "!", "?"):
                break
            if low[j] == "(" and ")" in low[j : min(stop, j + _REACH)]:
                j = low.index(")", j) + 1
                continue
            if low[j] == "," and low[j + 1 : j + 2] in (["vì"], ["bởi"], ["khiến"]):
                break  # what follows is not his deed
            if low[j] == "," and j > end and tokens.shape[j + 1 : j + 2] in (["C"], ["A"]):
                # ", Giám đốc Trung tâm Mẫu, Trường Đại học Ví Dụ | chủ tọa": what he is may be long.
                stop = min(last, following, max(stop, j + _REACH), end + _APPOSITION)
            elif low[j] == "," and j > end:
                commas += 1
                if commas > 2:
                    break
            if low[j] in ("được", "bị") and low[j - 1] in _ADVERBS_BEHIND and _ADVERBS_BEHIND.issuperset(low[end:j]):
                return None  # "…, vừa được Bộ Chính trị phân công làm …": done to him
            if low[j : j + 2] in (["vi", "phạm"], ["sai", "phạm"]):
                return None  # "ông A đã vi phạm nguyên tắc …": nothing that he does in a meeting
            if low[j] == "ký" and self._signs(low, j):
                return None  # "đã ký thông báo …": the paper speaks
            if low[j] in _BLAMES and (tuple(low[j : j + 2]) in _FAULTS or (low[j] == "thiếu" and j <= end + 2)):
                return None  # "đã thiếu trách nhiệm lãnh đạo, kiểm tra", "lợi dụng chức vụ …"
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
                undone = verb[1] == "attend" or tuple(low[j : verb[0]]) in _LEFT_UNDONE
                if undone and j > end and self._not_done(low, j):
                    return None
                if verb[1] == "absent":
                    return j, "absent", "absent", False
                if _only_talks(low, j, stop):
                    return j, "attend", "attend", False
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
                came_only = found[1] == "attend" and (
                    self._objects.match(low, at) is not None or _only_talks(low, at, stop)
                )
                if came_only:
                    verb = None
                if verb is not None and verb[1] not in ("present", "absent"):
                    if STRENGTH[AS_ROLE[verb[1]]] > STRENGTH[AS_ROLE[strongest]]:
                        strongest = verb[1]
                    if verb[1] == "say" and (found[1] != "chair" or low[at] not in _ACTS_OF_CHAIR):
                        says = True
            j += 1
        if found[1] == "perform" and low[found[0] : found[0] + 3] == ["nêu", "ý", "kiến"] and j < last:
            at = found[0] + 3
            told = low[at] == "," or (tokens.shape[at] == "l" and low[at] not in _NOT_TOLD)
            says = says or (told and last - at >= 6)  # "nêu ý kiến(,) sau năm 2020 cần làm tiếp"
        if found[1] == "perform" and j < last and low[j - 2 : j] == ["phát", "biểu"] and _long_quotation(low, j):
            says = True  # "đã phát biểu “Chúng tôi …”"
        if found[1] == "attend" and j + 1 < last and low[j - 1 : j + 2] == ["tiếp", ":", '"']:
            return found[0], "say", "say", True  # "Ông A truy tiếp: “…”"
        if found[1] in ("attend", "chair", "perform") and j < last and low[j] == ":":
            says = says or strongest in ("say", "perform")
        if found[1] in ("attend", "chair") and strongest in ("say", "perform"):
            return found[0], "say" if says else "perform", strongest, says
        if found[1] == "chair" and says:
            return found[0], "say", strongest, True  # "A chủ trì và yêu cầu các sở làm ngay"
        if found[1] == "perform" and says:
            return found[0], "say", strongest, True
        return found[0], found[1], strongest, says

    def _not_done(self, low: list[str], verb: int) -> bool:
        """Whether a verb is denied: "không tiếp xúc", "chưa thể ký"."""
        at = verb - 2 if low[verb - 1] == "thể" else verb - 1
        return low[at] in ("không", "chưa", "chẳng", "phải")

    def _signs(self, low: list[str], at: int) -> bool:
        """Whether papers are signed at token ``at``: "ký quyết định", "ký một số văn bản"."""
        at += 1
        while at < len(low) and low[at] in ("các", "một", "số", "nhiều", "những", "hàng", "loạt", "hai", "ba"):
            at += 1
        return at < len(low) and low[at] in self._compounds.get("ký", ())

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

    def _only_where(self, tokens: Tokens, first: int, begin: int, verb: int, last: int) -> bool:
        """Whether a verb of speech has no words behind it: "Bà A chia sẻ tại hội nghị", "… trao đổi với báo chí"."""
        low = tokens.low
        if '"' in low[first:begin] or (low[begin - 1] == "," and begin > first and low[first] not in _OPENINGS):
            return False  # the words stand before: "“…”, bà A chia sẻ tại hội nghị"
        found = self.verb_at(tokens, verb)
        while last > verb and tokens.shape[last - 1] == "p":
            last -= 1
        if found is not None and found[0] >= last and begin == first + 1 and low[first] == "-":
            return True  # "- ông A hỏi.": the words stand in the paragraph before
        if found is None or found[0] >= last or last - found[0] > 10:
            return False
        behind = low[found[0] : last]
        where = behind[0] in ("tại", "trước", "trong") and not _MEETINGS.isdisjoint(behind[1:3])
        if not where and (behind[0] != "với" or low[verb : found[0]] not in _TALKS):
            return False
        return not BREAKS.intersection(behind) and ":" not in behind and "rằng" not in behind

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

    def _this_speech(self, low: list[str], first: int, at: int, begin: int) -> bool:
        """Whether "trong bài phát biểu" at ``first`` is the one of this meeting: no day and no other place behind."""
        if low[first + 1 : first + 4] != ["bài", "phát", "biểu"]:
            return False
        rest = low[at:begin]
        rest = rest[: rest.index(",")] if "," in rest else rest
        if not _DATES.isdisjoint(rest):
            return False
        return "tại" not in rest or not _MEETINGS.isdisjoint(rest[rest.index("tại") + 1 :][:1])

    def _over_steering(self, tokens: Tokens, end: int, last: int) -> int:
        """Position of the verb behind a long name: "Trưởng Ban Chỉ đạo | triển khai Nghị quyết 98 về …, chủ trì"."""
        low = tokens.low
        if end >= last or (tokens.shape[end] != "l" and low[end] != "/") or low[end] in _ADVERBS_BEHIND:
            return end
        near = low[max(0, end - 12) : end]
        if "đạo" not in near or self.verb_at(tokens, end) is not None:
            return end
        at = end - near[::-1].index("đạo")
        if low[max(0, at - 3) : at] != ["ban", "chỉ", "đạo"] or "," in low[at:end]:
            return end
        for j in range(end + 2, min(last, end + _APPOSITION)):
            if low[j] in STOPS or low[j] in (";", ":"):
                return end
            if low[j] == "," and j + 1 < last and low[j + 1] not in ("chỉ", "thực", "tổng"):
                at = j + 2 if low[j + 1] in _ADVERBS_BEHIND else j + 1
                verb = self.verb_at(tokens, at) if at < last else None
                if verb is not None and verb[1] in ("chair", "attend", "say", "perform"):
                    return j + 1
        return end

    def _colon(self, tokens: Tokens, end: int, last: int) -> bool:
        """Whether words follow behind a colon; votes do not speak: "Ông A: Tín nhiệm cao: 39 phiếu"."""
        low = tokens.low
        if end + 1 >= last or low[end] != ":":
            return False
        return low[end + 1 : end + 3] != ["tín", "nhiệm"] and not (
            tokens.shape[end + 1] == "d" and "phiếu" in low[end + 2 : end + 4]
        )

    def _quotes(self, tokens: Tokens, end: int, last: int) -> bool:
        """Whether words in quotation marks follow: "ông A vừa cười vừa nói vui: “Chúng tôi …”", not a title's."""
        low = tokens.low
        if end < last and low[end] in self._relative:
            return False
        for j in range(end, min(last - 1, end + 10)):
            if low[j] in STOPS or low[j] == ";":
                return False
            if low[j] == ":":
                return low[j + 1] == '"' and low[j - 1] not in _TITLED and _long_quotation(low, j + 1)
        return False

    def _far(self, tokens: Tokens, first: int, begin: int, end: int, verb: int, opening: bool = False) -> bool:
        """Whether the words before a person, or between him and his verb, say that this was elsewhere or before.

        ``opening``: of an article's first paragraph, where "tại cuộc họp về …, ông A đã …" is the meeting itself.
        """
        low = tokens.low
        start = max(first, begin - 80)
        year = first + 1 if low[first] in ("năm", "tháng") else first + 2 if low[first] in ("từ", "vào") else first
        if "đã" in low[end:verb] and year < begin and _YEAR.search(low[year]) and low[year + 1] == ",":
            return True  # "Năm 2015, ông A đã về thăm …"
        if low[first : first + 2] == ["trước", "đó"] and not opening:
            dated = first + 3 if low[first + 2] == "," else first + 2
            if low[dated] in ("ngày", "hôm", "tháng", "năm") and dated < begin:
                return True  # "Trước đó, ngày 23/11, ông A cho biết …"
        if low[first] in _PART_OF and low[first + 1 : first + 2] in _LONG_AGO and not opening:
            return True  # "Cuối tháng 10, ông A dẫn đầu đoàn đi …"
        if "từng" in low[end:verb] or any(
            (found := self._elsewhere.match(low, j)) is not None and not self._this_speech(low, j, found[0], begin)
            for j in range(start, begin)
        ):
            return True
        if "đã" not in low[end:verb]:
            return False
        for j in range(start, begin):
            found = self._elsewhere_done.match(low, j)
            # "Tại cuộc họp, ông A đã trình bày": this one; "tại cuộc họp ngày 5-12": another.
            if found is None or (opening and low[j] in _AT and not _BEFORE.intersection(low[start:j])):
                continue
            if low[j] not in _AT or not _THIS.intersection(low[found[0] : found[0] + 2]):
                return True
        return False


# Before ":" and a quotation these name what is written there: it is not said.
_TITLED = frozenset(
    (
        *("chữ", "cuốn", "sách", "án", "bài", "trướng", "hiệu", "thưởng", "tài", "đề", "trào", "thi", "đua", "châm"),
        *("danh", "tên", "hát", "phẩm", "trình", "giải", "hội", "lễ", "động", "sau", "cáo", "luận", "thơ"),
    )
)


def _only_talks(low: list[str], at: int, stop: int) -> bool:
    """Whether "trao đổi với …" at token ``at`` has no word of what was said: "đã thăm và trao đổi với Bộ trưởng"."""
    return low[at : at + 3] == ["trao", "đổi", "với"] and not {":", "rằng", '"'}.intersection(low[at:stop])


def _long_quotation(low: list[str], at: int) -> bool:
    """Whether a quotation of a sentence's length opens at token ``at``."""
    return low[at : at + 1] == ['"'] and '"' not in low[at + 1 : at + 7] and len(low) > at + 7


# Verbs of coming and leading that mean something else before these words.
_NOT_HERE: dict[tuple[str, ...], tuple[str, ...]] = {
    ("dẫn", "đầu"): ("danh", "bảng", "kết", "cả", "toàn", "về", "thế", "xu", "trong"),
    ("tham", "gia"): ("cấp", "ban", "lực", "thi", "bảo"),
    ("tham", "gia", "điều", "hành"): ("công", "doanh", "hoạt", "dự"),
    ("chủ", "trì"): ("thẩm", "soạn", "biên", "nghiên", "tham"),
}
_ADVERBS_BEHIND = frozenset((",", "-", "đã", "cũng", "sẽ", "vừa", "mới", "cùng", "đến", "tới", "về", "và"))
_MEETINGS = frozenset(("hội", "buổi", "lễ", "chương", "tọa", "toạ", "đại", "phiên", "cuộc", "kỳ", "diễn", "sự", "đây"))
_TALKS = (["chia", "sẻ"], ["trao", "đổi"], ["thông", "tin"], ["nói"])
_NOT_TOLD = frozenset(("tại", "về", "trong", "với", "của", "trước", "và", "tham", "cho", "đóng", "bằng", "như", "để"))
_OPENINGS = frozenset(("tại", "trong", "cũng", "dịp", "nhân", "tiếp", "sau"))
_OF_WORDS = frozenset(("những", "các", "một", "trong", "lời", "câu", "ý", "bài", "rất", "cũng"))
# Denied, these say nothing: "ông A đã không báo cáo Tỉnh ủy"; but "không đồng tình", "không thừa nhận" do.
_LEFT_UNDONE = frozenset(
    (
        *(("báo", "cáo"), ("trả", "lời"), ("giải", "trình"), ("thông", "báo"), ("phát", "biểu"), ("chỉ", "đạo")),
        *(("đôn", "đốc"), ("phản", "hồi"), ("chấn", "chỉnh"), ("trình", "bày"), ("công", "bố"), ("nhắc", "nhở")),
    )
)
# What somebody is blamed for: no deed in a meeting.
_FAULTS = frozenset(
    (
        *(("buông", "lỏng"), ("lợi", "dụng"), ("nhận", "hối"), ("gây", "thiệt"), ("có", "khuyết"), ("có", "vi")),
        *(("có", "dấu"), ("có", "sai"), ("mắc", "khuyết"), ("mắc", "sai")),
        *(("có", "quyền"), ("có", "văn"), ("ra", "văn"), ("gửi", "văn")),  # a right; a paper
    )
)
_BLAMES = frozenset(("thiếu", *(pair[0] for pair in _FAULTS)))
_DATES = frozenset(("ngày", "năm", "tháng", "tuần", "hôm", "trước", "từng", "sáng", "chiều"))
_PART_OF = frozenset(("đầu", "giữa", "cuối", "hồi"))
_LONG_AGO = (["tháng"], ["năm"], ["tuần"], ["đầu"], ["cuối"], ["giữa"])
_AT = frozenset(("tại", "trong"))
_BEFORE = frozenset(("trước", "cuối", "từng", "qua"))  # "Trước đó, tại cuộc họp …", "Cuối tuần qua, …"
_THIS = frozenset((",", "này", "nay", "nói", "trên", "báo"))
STOPS = frozenset((".", '"', "!", "?", "(", ")"))
# "chủ trì và kết luận phiên họp": what a chair does, with no words of his behind.
_ACTS_OF_CHAIR = frozenset(("kết", "chỉ", "trao", "quán", "báo", "giải", "điều", "chốt", "giao", "thống", "định"))
_JOINTS = frozenset((("trong", "đó"), ("đồng", "thời"), ("qua", "đó"), ("đặc", "biệt"), ("từ", "đó")))
_OF_THE_MEETING = frozenset(("hội", "đoàn", "đại", "các", "chương", "buổi", "ban", "phiên", "kỳ", "lễ", "tại", "trong"))
BREAKS = frozenset((".", '"', "?", "!", ",", ";"))
