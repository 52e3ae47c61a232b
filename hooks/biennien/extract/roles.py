"""A sentence's tokens and the people in it in; out: what each of them does there, and who speaks the sentence.

Verbs behind a person ("đồng chí A … yêu cầu") and frames before him ("Dự hội nghị có …", "Phát biểu tại hội nghị, …")
decide. Whoever is only spoken of inside another's words, or in words said elsewhere, is mentioned.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Role
from .frames import Frames
from .tokens import Tokens
from .verbs import AS_ROLE, BREAKS, STRENGTH, VerbClass

__all__ = ["AS_ROLE", "STRENGTH", "Person", "Reading", "VerbBook"]


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


# Directly before a person: somebody else does something with him.
_PUTS = frozenset(["bầu", "đưa", "cử", "chọn"])
# "… dự, chỉ đạo.": no word of what he said.
_CAME_AND_LED = re.compile(
    r"(?:(?:đến|tới|về|tham|cùng) )?dự(?: (?:hội nghị|đại hội|buổi \w+|kỳ họp|cuộc họp|phiên họp))? ?(?:,|và|, và) "
    r"chỉ đạo(?: (?:hội nghị|đại hội|buổi \w+|kỳ họp|cuộc họp|phiên họp))? ?[.;]?"
)


class VerbBook(Frames):
    """Reads sentences by the verbs in them."""

    # --- a sentence -----------------------------------------------------------------------------------------------
    def read(self, tokens: Tokens, first: int, last: int, people: Sequence[Person], opening: bool = False) -> Reading:
        """What the sentence first..last-1 says of the people in it, who are given in reading order.

        ``opening``: the sentence stands where an article says which meeting it is about.
        """
        low = tokens.low
        reading = Reading([], None, False, -1, "", None)
        if not people:
            return reading
        groups = _groups(tokens, people)
        quoted = _quotations(tokens, first, last)
        frame: VerbClass | None = None
        previous_end = first
        previous_role: Role | None = None
        spoken = chairs = heard = False
        for number, group in enumerate(groups):
            by_chair, was_heard, chairs, heard, split = chairs, heard, False, False, False
            came: dict[int, Role] = {}
            begin, end = people[group[0]].first, people[group[-1]].last
            following = self._next_doer(low, people, groups, number, last)
            before = low[begin - 1] if begin > first else ""
            while quoted and quoted[0][1] <= begin:
                quoted.popleft()
            inside = bool(quoted) and quoted[0][0] < begin
            found_frame = self._frame(tokens, previous_end, begin, number == 0)
            if number and low[begin - 1] == ";":
                spoken = False  # a clause of its own
            if (
                found_frame in ("say", "perform")
                and number == 0
                and low[begin - 1] not in (",", "-", ":")
                and self._others_words(tokens, people, groups, last)
            ):
                found_frame = None
            if number == 0 and low[begin - 2 : begin] in (['"', ","], ['"', "-"]) and begin - 2 > first:
                found_frame = None  # '… đã chủ trì họp", ông A thông tin': the words are quoted
            if found_frame is not None:
                frame = found_frame
            elif number and not self._list_goes_on(tokens, previous_end, begin):
                frame = None
            role: Role | None = None
            if inside:
                role = "mentioned"
            elif before == "thưa" or (
                low[begin - 2 : begin] in _INSTEAD_OF and (number or (following < last and low[following - 1] == ","))
            ):
                role = "mentioned"  # he is spoken to; "Thừa ủy quyền của A, …, B phát biểu": not he
            elif before == "được" and self._agreed(low, end, last):
                role = "mentioned"  # "Đề xuất được Chủ tịch UBND tỉnh A thống nhất"
            elif self._ends_with(tokens, first, begin, self._chaired_by) or (
                by_chair and self._also_theirs(tokens, previous_end, begin, end, last, following)
            ):
                role, chairs = "chaired", True
            elif self._heard_of(low, first, begin) or (
                was_heard and self._also_theirs(tokens, previous_end, begin, end, last, following)
            ):
                role, heard = "spoke", True  # "Hội nghị đã nghe tham luận của các đồng chí …"
            elif (
                (spoken or reading.speaker is not None)
                and self._heard_saying(low, first, begin)
                and (kind := self._verb_behind(tokens, end, last, following)) is not None
                and kind[1] in ("say", "perform")
            ):
                role = "spoke"  # "Sau khi đồng chí A khai mạc, hội nghị nghe đồng chí B báo cáo …"
            elif (
                reading.speaker is None
                and self._words_of(low, first, begin)
                and not self._far(tokens, first, begin, end, end, opening)
            ):
                role, spoken = "spoke", True  # "Đó là yêu cầu của đồng chí A tại hội nghị"
                reading.speaker, reading.verb, reading.content, reading.rule = group[0], begin - 1, True, "words-of"
            elif number and previous_role not in (None, "mentioned") and self._joined(low, previous_end, begin):
                role = "attended"  # "đồng chí A chủ trì, cùng các đồng chí …"
            elif before == "do":
                kind = self._verb_behind(tokens, end, last, following)
                if kind is not None and low[kind[0] - 3 : kind[0]] == [",", "đồng", "thời"]:
                    kind = None  # "nhà do ông A đứng tên, đồng thời yêu cầu …": another does that
                if kind is not None and begin - 1 == first and "nên" in low[end : kind[0]]:
                    kind = None  # "Do bà A bỏ học nên trường đã báo cáo …"
                told = kind and self._told(tokens, first, kind[0], last)
                if kind is not None and told and reading.speaker is None and kind[1] in ("say", "perform"):
                    # "Báo cáo do đồng chí A trình bày nêu: …"
                    reading.speaker, reading.verb, reading.content, reading.rule = group[0], kind[0], True, "report-by"
                    spoken = True
                led = kind is not None and (kind[1] in ("chair", "say", "perform") or low[kind[0]] in _LEADS)
                role = AS_ROLE[kind[2]] if kind is not None and led else "mentioned"
                if low[end : end + 2] == ["đứng", "đầu"]:
                    role = "attended"
                if self._far(tokens, first, begin, end, end, opening) or self._inspects(low, first, begin, end, last):
                    role = "mentioned"  # "Một năm trước, trong cuộc họp do ông A chủ trì, …"
                if role == "attended" and self._presidium(low, previous_end, begin):
                    role = "chaired"  # "Đoàn Chủ tịch gồm 5 đồng chí do đồng chí A làm trưởng đoàn"
            elif (
                before == "theo"
                or (begin - 2 >= first and low[begin - 2 : begin] == ["theo", "lời"])
                or (number == 0 and self._cited(tokens, begin, end, last, following))
            ):
                if not spoken and reading.speaker is None:
                    reading.speaker, reading.content, reading.verb, reading.rule = (
                        group[0],
                        True,
                        begin - 1,
                        "according-to",
                    )
                    spoken = True
                    role = "spoke"
                    if self._far(tokens, first, begin, end, end, opening):
                        role = "mentioned"
            elif frame is not None and not spoken:
                role = AS_ROLE[frame]
                after = (
                    None
                    if before in self._prepositions and frame not in ("present",)
                    else self._verb_behind(tokens, end, last, following)
                )
                if after is not None and after[1] == "absent":
                    # "Dự có A, …; B gửi lẵng hoa": A came, B did not.
                    role = "mentioned"
                    came = self._before_semicolon(low, people, group, frame)
                elif frame in ("say", "perform"):
                    if reading.speaker is None and before != "của":
                        reading.speaker = group[0]
                        reading.verb = after[0] if after else begin
                        reading.content = (
                            (after is not None and after[1] == "say")
                            or self._colon(tokens, end, last)
                            or (after is None and self._goes_on(tokens, first, begin, end, last))
                            or self._quotes(tokens, end, min(last, following))
                        )
                        reading.rule = "frame-and-verb" if reading.content else "frame"
                        spoken = True
                elif after is not None:
                    joined = AS_ROLE[after[1]]
                    role = joined if STRENGTH[joined] > STRENGTH[AS_ROLE[frame]] else AS_ROLE[frame]
                    if after[1] in ("say", "perform") and self._far(tokens, first, begin, end, after[0], opening):
                        role = "mentioned"
                    elif after[1] in ("say", "perform") and reading.speaker is None and len(group) == 1:
                        reading.speaker, reading.verb = group[0], after[0]
                        reading.content, reading.rule = after[1] == "say", "verb-after-person"
                        spoken = True
            elif (
                spoken
                or (reading.speaker is not None and low[begin - 1] != ";")
                or (begin - 2 >= first and tuple(low[begin - 2 : begin]) in self._chosen)
                or (before in _PUTS and low[begin - 2 : begin] not in _STANDS_FOR)
            ):
                role = "mentioned"
            elif (
                number == 0
                and before == "của"
                and tuple(low[first : first + 2]) in _ADDRESSES
                and not BREAKS.intersection(low[first:begin])
                and not self._far(tokens, first, begin, end, end, opening)
                and (kind := self._verb_behind(tokens, end, last, following)) is not None
                and kind[1] == "say"
            ):
                role, spoken = "spoke", True  # "Diễn văn tại buổi lễ của đồng chí A nêu rõ …"
                reading.speaker, reading.verb, reading.content, reading.rule = group[0], kind[0], True, "words-of"
            elif before in ("với", "cùng", "ngoài") and number == 0 and self._accompanied(low, first, begin, end):
                frame = "chair" if {"chủ", "trì"}.issubset(low[first : first + 3]) else "attend"
                role = AS_ROLE[frame]
            elif (
                before in self._prepositions
                and low[begin - 2 : begin] not in _STANDS_FOR
                and not (number == 0 and self._own_deed(low, first, begin))
            ):
                received = (before in ("với", "tặng", "cho") and self._award(tokens, previous_end, begin)) or (
                    previous_role not in (None, "mentioned") and self._met(low, previous_end, begin)
                )
                role = "attended" if received else "mentioned"
            else:
                after = self._verb_behind(tokens, end, last, following)
                if after is not None and low[after[0] - 2 : after[0]] in (["gửi", "thư"], ["gửi", "điện"]):
                    role = "mentioned"  # "… cũng gửi thư chúc mừng buổi gặp mặt"
                elif after is not None and _CAME_AND_LED.fullmatch(" ".join(low[after[0] : last])):
                    role = "attended"
                elif after is not None:
                    role = AS_ROLE[after[2]]
                    split = after[1] == "chair" and len(group) > 1 and self._respectively(tokens, after[0])
                    if after[1] in ("say", "perform"):
                        far = self._far(tokens, first, begin, end, after[0], opening)
                        if far:
                            role = "mentioned"
                        if number == 0 and self._first_words(tokens, first, begin, following, last):
                            pass  # "Sau khi đồng chí A báo cáo, đồng chí B yêu cầu …": it is B's sentence
                        elif reading.speaker is None and (len(group) == 1 or low[end - 1] != ","):
                            reading.speaker, reading.verb = group[0], after[0]
                            reading.content, reading.rule = (
                                not far
                                and (after[1] == "say" or after[3])
                                and "sẽ" not in low[max(end, after[0] - 2) : after[0]]
                                and (before not in ("được", "nghe") or ":" in low[end:last])
                                and not (
                                    low[first : first + 3] == ["sau", "khi", "nghe"]
                                    and low[after[0] : after[0] + 2] in (["quán", "triệt"], ["phổ", "biến"])
                                )
                                and not self._only_where(tokens, first, begin, after[0], last),
                                "verb-after-person",
                            )
                            spoken = True
                    elif self._far(tokens, first, begin, end, after[0], opening):
                        role = "mentioned"
                elif self._colon(tokens, end, last) or self._quotes(tokens, end, min(last, following)):
                    role = "spoke"
                    reading.speaker, reading.verb, reading.content, reading.rule = group[0], end, True, "colon"
                    spoken = True
                elif number == 0 and begin == first and low[first : first + 2] == ["trưởng", "đoàn"]:
                    role = "attended" if low[first + 2] in _TEAMS else None  # "Trưởng đoàn kiểm tra là ông A"
            previous_role = role or "mentioned"
            for index in group:
                # "Theo ông A, ông B …": only A is the source.
                told = reading.rule == "according-to" and reading.speaker == group[0] and index != group[0]
                own: Role = "attended" if split and index != group[0] else role or "mentioned"
                reading.roles.append((index, "mentioned" if told else came.get(index, own)))
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

    def _others_words(
        self, tokens: Tokens, people: Sequence[Person], groups: Sequence[Sequence[int]], last: int
    ) -> bool:
        """Whether the second of a sentence speaks it, not the first: "Giải thích vì sao ông A đi xa, ông B nói …"."""
        if len(groups) < 2:
            return False
        low = tokens.low
        (one, begin, end) = people[groups[0][-1]].last, people[groups[1][0]].first, people[groups[1][-1]].last
        following = people[groups[2][0]].first if len(groups) > 2 else last
        kind = self._verb_behind(tokens, end, last, following)
        return (
            kind is not None
            and kind[1] == "say"
            and low[begin - 1] == ","
            and self._verb_behind(tokens, one, last, begin) is None
            and ";" not in low[one:begin]
        )

    def _next_doer(
        self, low: list[str], people: Sequence[Person], groups: Sequence[Sequence[int]], number: int, last: int
    ) -> int:
        """Where the next to do anything begins: "A thay mặt đồng chí B | trao quà", B does nothing."""
        for k in range(number + 1, len(groups)):
            begin = people[groups[k][0]].first
            if low[begin - 2 : begin] not in _INSTEAD_OF or people[groups[number][-1]].last + 6 < begin:
                return begin
        return last

    def _also_theirs(self, tokens: Tokens, end: int, begin: int, behind: int, last: int, following: int) -> bool:
        """Whether those at ``begin`` belong to the list of "dưới sự chủ trì của", "nghe tham luận của": no own verb."""
        low = tokens.low
        return self._list_goes_on(tokens, end, begin) and (
            "và" in low[end:begin]
            or ";" in low[end:begin]
            or self._verb_behind(tokens, behind, last, following) is None
        )

    def _before_semicolon(
        self, low: list[str], people: Sequence[Person], group: Sequence[int], frame: VerbClass
    ) -> dict[int, Role]:
        """The role of those of a list whom a ";" divides from its last."""
        for k in range(len(group) - 1, 0, -1):
            if ";" in low[people[group[k - 1]].last : people[group[k]].first]:
                return dict.fromkeys(group[:k], AS_ROLE[frame])
        return {}

    def _own_deed(self, low: list[str], first: int, begin: int) -> bool:
        """Whether a verb behind is theirs in spite of the word before: "Các chuyên gia như A, B nói".

        So also "Đại hội vinh dự đón tiếp đồng chí A tới dự và phát biểu".
        """
        honoured = low[begin - 1] in ("tiếp", "chào") and "vinh" in low[first:begin]
        return (
            honoured
            or low[begin - 2 : begin] in _INSTEAD_OF
            or (low[begin - 1] == "như" and low[first] in ("các", "nhiều", "những", "một") and begin - first <= 8)
        )

    def _agreed(self, low: list[str], end: int, last: int) -> bool:
        """Whether something was agreed to by those who end at ``end``, wherever that was: "được A đồng ý."."""
        return tuple(low[end : end + 2]) in _AGREE and not {"tại", "trong"}.intersection(low[end + 2 : last])

    def _inspects(self, low: list[str], first: int, begin: int, end: int, last: int) -> bool:
        """Whether those at ``begin`` are to lead an inspection: "Đoàn thanh tra do ông A làm Trưởng đoàn"."""
        team = low[first : first + 3] in (["đoàn", "thanh", "tra"], ["tổ", "giám", "sát"], ["tổ", "thanh", "tra"])
        if not team or "việc" in low[begin:last]:
            return False
        return any(low[j : j + 3] in _HEADS_TEAM for j in range(max(end, last - 5), last - 2))

    def _cited(self, tokens: Tokens, begin: int, end: int, last: int, following: int) -> bool:
        """Whether somebody cites those at ``begin``: "Báo Mẫu dẫn lời ông A cho biết …"."""
        if tokens.low[begin - 2 : begin] != ["dẫn", "lời"]:
            return False
        kind = self._verb_behind(tokens, end, last, following)
        return kind is not None and kind[1] == "say"

    def _accompanied(self, low: list[str], first: int, begin: int, end: int) -> bool:
        """Whether a sentence names somebody only to say who comes with him: "Cùng dự … với đồng chí A có …"."""
        return (
            low[first] in ("cùng", "dự", "tham", "đi", "tháp", "đồng")
            and low[end : end + 1] in (["có"], ["còn"], ["là"])
            and (begin - first <= 14)
        )

    def _first_words(self, tokens: Tokens, first: int, begin: int, following: int, last: int) -> bool:
        """Whether those at ``begin`` speak in a clause that only says when the next one speaks."""
        low = tokens.low
        return (
            following < last
            and low[following - 1] == ","
            and begin - first <= 8
            and (low[first] in ("khi", "nghe", "trước") or low[first : first + 2] in (["sau", "khi"], ["ngay", "sau"]))
        )

    def _met(self, low: list[str], end: int, begin: int) -> bool:
        """Whether the words between two people say that one meets the other: "A tiếp (và làm việc với) B"."""
        words = low[end:begin]
        if words[:3] in (["và", "phu", "nhân"], ["cùng", "phu", "nhân"], ["và", "phu", "quân"]):
            words = words[3:]
        while words and (words[0] in _ADVERBS or words[:2] == ["trưởng", "đoàn"]):
            words = words[2 if words[0] == "trưởng" else 1 :]
        at = " ".join(words)
        return at.startswith(_MEETS) and len(words) <= 8 and not _BESIDE_GUEST.intersection(words)

    def only_people(self, tokens: Tokens, first: int, last: int, people: Sequence[Person]) -> bool:
        """Whether a sentence is nothing but people and what they are: a list that goes on behind a full stop."""
        if not people or people[0].first - first > 2 or "vắng" in tokens.low[first : people[0].first]:
            return False
        at = first
        for person in [*people, Person(last, last, None)]:
            if any(self.verb_at(tokens, j) is not None for j in range(at, person.first)):
                return False
            at = max(at, person.last)
        return True


_LIST_WORDS = frozenset({",", ";", ":", "và", "cùng", "với", "các", "đồng", "chí", "-", "ông", "bà"})


# "Phản hồi đại biểu A, Bộ trưởng B nói": the word before has A alone for its object.
_ONE_BEFORE = ("của", "theo", "cho", "với", "về", "từ", "lời", "dẫn", "hồi", "lại", "hộ", "hỏi", "thay", "đáp", "vấn")
# "Thừa ủy quyền của", "Được sự ủy nhiệm của", "Thay mặt": whose place somebody takes.
_INSTEAD_OF = (["quyền", "của"], ["nhiệm", "của"], ["thay", "mặt"])
_STANDS_FOR = (["ứng", "cử"], ["tranh", "cử"])  # "Vận động ứng cử đại biểu HĐND, Bí thư Thành ủy A …"
_ADDRESSES = frozenset((("diễn", "văn"), ("bài", "phát"), ("phát", "biểu"), ("tham", "luận"), ("bài", "tham")))
_HEADS_TEAM = (["làm", "trưởng", "đoàn"], ["làm", "tổ", "trưởng"])
_TEAMS = frozenset(("kiểm", "công", "giám", "khảo"))
_AGREE = frozenset((("thống", "nhất"), ("đồng", "ý"), ("chấp", "thuận"), ("tán", "thành"), ("phê", "duyệt")))
_LEADS = frozenset(("làm", "dẫn"))  # "do đồng chí A làm trưởng đoàn, dẫn đầu"
_ADVERBS = frozenset(("đã", "vừa", "cũng", "có", "buổi", "cuộc", "thân", "mật", "đến", "tới", "dẫn", "đầu", "làm"))
_MEETS = (
    "chào",
    "tiếp",
    "hội đàm",
    "hội kiến",
    "gặp",
    "làm việc với",
    "ký kết với",
    "đón",
    "trao đổi với",
    "đối thoại với",
)
# "tiếp gia đình ông B", "gặp đại diện của ông B": not he himself.
_BESIDE_GUEST = frozenset(("của", "gia", "về", "nhân", ",", ".", ":", ";", "đơn", "thư"))


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
    if first == 0 or tokens.low[first] in ("các", "hai", "ba", "những"):
        return False
    return tokens.low[first - 1] in _ONE_BEFORE or tokens.low[first - 2 : first] == ["thay", "mặt"]


def _quotations(tokens: Tokens, first: int, last: int) -> deque[tuple[int, int]]:
    """Token ranges inside quotation marks."""
    marks = [j for j in range(first, last) if tokens.low[j] == '"']
    if len(marks) == 1 and marks[0] > first + 1 and tokens.low[marks[0] + 1 : marks[0] + 2] in ([","], ["-"]):
        return deque([(first - 1, marks[0])])  # '… nghiêm túc", ông A nói': it was opened in a sentence before
    return deque((marks[k], marks[k + 1]) for k in range(0, len(marks) - 1, 2))
