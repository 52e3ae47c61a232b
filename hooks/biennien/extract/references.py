"""All the words of an article that stand for its people in; for each place the person meant, where only one can be.

Full names were found before. Here "ông Phong", "đồng chí", "Bí thư Tỉnh ủy" are read sentence by sentence: a short name
means the one person of that given name, an office the one person who was introduced with it, an honorific alone the
person whom the text is just about. What could mean two people means nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import Block, Doubt, Evidence, Office, Reference, Role
from ..text import compare_key
from .names import is_vietnamese
from .offices import OfficeMatch
from .people_links import Links
from .people_offices import compatible
from .roles import AS_ROLE, Person, Reading, VerbBook
from .tokens import Tokens, sentences, tokenize
from .verbs import BREAKS

Form = Literal["full", "short", "honorific", "office"]
_POSTS = frozenset((("chức", "danh"), ("ứng", "cử")))  # "ứng cử các chức danh Chủ tịch nước, Thủ tướng"
_MALE = frozenset(("ông", "anh", "chú", "thầy"))
_FEMALE = frozenset(("bà", "chị", "cô"))
_ALONE = frozenset(("đồng chí", "ông", "bà", "anh", "chị", "đ/c"))
_MEMORY = 4  # blocks after which an honorific alone no longer means the person last spoken of
_OPENING = 2  # paragraphs in which an article says which meeting it is about
# Labels so common that without their organisation they are nobody's name.
_COMMON = frozenset(("ủy viên", "thành viên", "đại biểu quốc hội", "trợ lý", "thư ký", "chuyên gia"))


_ALSO_PLACES = frozenset(("nga", "huế", "anh", "đức", "pháp", "mỹ", "lào", "úc", "nhật", "hàn", "trung", "áo"))
_BEFORE_RANK = frozenset((".", ",", "!", "?", "theo", "nữ", "vị"))
# Learned trades that many have: "Bác sĩ xác định …" is any of them.
_TRADES = frozenset(
    (
        *("bác sĩ", "bác sỹ", "dược sĩ", "kỹ sư", "cử nhân", "luật sư", "nhà báo", "nhà giáo", "nghệ sĩ", "ca sĩ"),
        *("nhạc sĩ", "họa sĩ", "đạo diễn", "doanh nhân", "nghệ nhân", "bs", "ls", "ks", "ds", "cn"),
    )
)
_DEPUTIES = frozenset(("đại biểu", "cử tri"))
_OF_THE_STATE = frozenset(
    ("thủ tướng", "phó thủ tướng", "phó thủ tướng thường trực", "tổng bí thư", "chủ tịch nước", "phó chủ tịch nước")
)
_STATE = frozenset(
    (
        "chính phủ",
        "đảng",
        "trung ương đảng",
        "ban chấp hành trung ương đảng",
        "bch trung ương đảng",
        "nước chxhcn việt nam",
    )
)
_BODIES = {
    "chủ tịch": ("ubnd ",),
    "bí thư": ("tỉnh ủy ", "thành ủy ", "huyện ủy ", "quận ủy ", "thị ủy ", "đảng ủy "),
}
_LEVELS = (
    "thành phố ",
    "thị xã ",
    "thị trấn ",
    "tỉnh ",
    "tp ",
    "tp. ",
    "huyện ",
    "quận ",
    "xã ",
    "phường ",
    "đặc khu ",
)
_TERRITORIES = frozenset(("tỉnh", "thành", "tp", "tp.", "huyện", "quận", "xã", "phường", "thị", "đặc"))


@dataclass(slots=True)
class Candidate:
    """One place that speaks of somebody. Token positions."""

    first: int
    last: int
    np_first: int
    np_last: int
    form: Form
    who: int | None
    rule: str
    honorific: str = ""
    office: OfficeMatch | None = None
    called: str = ""  # "cử tri này": what the person was called before
    among: frozenset[int] = frozenset()  # holders of the title, where they are several


@dataclass(slots=True)
class Known:
    """A person of the article as far as names and offices go."""

    tokens: tuple[str, ...]  # of the full name, lower case
    offices: tuple[Office, ...]
    female: bool | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with what it says of people: the ground for roles and statements."""

    block: str
    start: int
    end: int
    reading: Reading
    people: tuple[int | None, ...]  # person of each of the reading's positions
    speaker: int | None  # person
    verb: int  # offset of the speaker's verb, -1
    frame: bool
    continues: bool
    pronoun: bool  # the speaker is named by an honorific alone


class Resolver:
    """Reads one article's blocks in order; keeps in mind whom the text is about."""

    def __init__(self, verbs: VerbBook, people: Sequence[Known], other_words: frozenset[str]) -> None:
        self.verbs = verbs
        self.other_words = other_words  # "bà con", "anh em": no form of address
        self.people = people
        self.focus: int | None = None
        self.focus_age = 0
        self.rivals: frozenset[int] = frozenset()  # without a focus: whom an honorific could mean
        self.latest: frozenset[int] = frozenset()  # named in the last sentence that names anybody
        self.references: list[list[Reference]] = [[] for _ in people]
        self.sentences: list[Sentence] = []
        self.doubts: list[Doubt] = []
        # Offices by title; a title that very many hold in one article stands for nobody.
        held: dict[str, list[tuple[int, Office]]] = {}
        for k, person in enumerate(people):
            for office in person.offices:
                held.setdefault(_title(office.label), []).append((k, office))
        self._held = {label: offices for label, offices in held.items() if len(offices) <= 60}
        self._given: dict[str, list[int]] = {}
        for k, person in enumerate(people):
            for word in {person.tokens[-1], *_foreign_words(person.tokens)}:
                self._given.setdefault(word, []).append(k)
        # What one person alone is called by rank: {"tiến": [(("tiến", "sĩ"), person)]}.
        self._ranks: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for label, offices in self._held.items():
            holders = {k for k, _ in offices}
            if len(holders) == 1 and label not in _TRADES and all(o.rule == "rank-before-name" for _, o in offices):
                words = tuple(w for w in tokenize(label).low if w not in (".", "-", ","))
                for called in {words, words[:1] if "ts" in words[1:] else words}:  # "PGS.TS", later "PGS"
                    self._ranks.setdefault(called[0], []).append((called, next(iter(holders))))
        self._called: list[set[str]] = [set() for _ in people]  # words beside each one's full name
        self._doubted: set[str] = set()
        self._texts = 0  # paragraphs read so far
        self._dated = False  # one of them says on which day
        self._opening = False  # the paragraph says which meeting the article is about
        self._below: Role | None = None  # a list that stands in the blocks below
        self._before = False  # the paragraph tells of what was done before, elsewhere
        self._listing: tuple[str, Role] | None = None  # a list of people that may go on behind a full stop

    def read(self, block: Block, tokens: Tokens, links: Links, full: Sequence[Candidate]) -> None:
        """One block: ``full`` are the full names in it, with their person."""
        found = [*full, *self._shorts(block, tokens, links), *self._offices(tokens, links)]
        found += self._honorifics(tokens, links)
        found.sort(key=lambda c: (c.first, c.last))
        if block.kind in ("lead", "paragraph"):
            self._texts += 1
            self._opening = self._texts <= _OPENING and not self._dated
            self._dated = self._dated or _dated(tokens)
        self.focus_age += 0 if block.kind in ("caption", "subhead") else 1
        k = 0
        self._before = False
        below = self._below
        if block.kind not in ("caption", "subhead", "credit"):
            self._below = None
        for first, last in sentences(tokens):
            inside: list[Candidate] = []
            while k < len(found) and found[k].first < last:
                inside.append(found[k])
                k += 1
            at, taken = first, 0
            for end in self._clauses(tokens, first, last, inside):
                until = next((n for n in range(taken, len(inside)) if inside[n].first >= end), len(inside))
                self._sentence(block, tokens, at, end, inside[taken:until])
                at, taken = end, until
            if below is not None and inside and self._given_below(tokens, first, last, inside):
                latest = self.sentences[-1].reading
                latest.roles = [(index, below) for index, _ in latest.roles]
                self._below = below
            else:
                below = None
            opened = self.verbs.opens_list(tokens, first, last) if last == len(tokens.low) and not inside else None
            if opened in ("attend", "present", "chair"):
                self._below = AS_ROLE[opened]
            self._before = self._before or (not inside and self.verbs.tells_of_before(tokens, first, last))

    def _given_below(self, tokens: Tokens, first: int, last: int, found: list[Candidate]) -> bool:
        """Whether a line of a list that the block before opened is nothing but people."""
        people = [Person(c.np_first, c.np_last, c.who, c.form in ("honorific", "office")) for c in found]
        return self.verbs.only_people(tokens, first, last, people)

    def _clauses(self, tokens: Tokens, first: int, last: int, found: list[Candidate]) -> list[int]:
        """Ends of the parts of a sentence in which different people speak: "A đề nghị …; B kiến nghị …"."""
        ends: list[int] = []
        spoken = False
        quotes, at = 0, first
        for k, c in enumerate(found):
            following = found[k + 1].np_first if k + 1 < len(found) else last
            speaks = self.verbs.speaks(tokens, c.np_last, last, following)
            quotes += tokens.low[at : c.np_first].count('"')
            at = max(at, c.np_first)
            if spoken and speaks and quotes % 2 == 0 and self.verbs.new_clause(tokens, first, c.np_first):
                ends.append(c.np_first)
            spoken = spoken or speaks
        return [*ends, last]

    # --- candidates -----------------------------------------------------------------------------------------------
    def _shorts(self, block: Block, tokens: Tokens, links: Links) -> list[Candidate]:
        out = []
        for s in links.sightings:
            if not s.short:
                continue
            words = tuple(w for w in tokens.low[s.first : s.last] if w != "-")
            same = self._given.get(words[-1], [])
            who = [k for k in same if self._calls(words, self.people[k].tokens)] if len(same) <= 60 else []
            who = [k for k in who if self._fits(k, s.honorific)]
            if len(who) == 1:
                out.append(
                    Candidate(s.np_first, s.last, s.np_first, s.np_last, "short", who[0], "given-name", s.honorific)
                )
            elif len(who) > 1 and words[-1] not in self._doubted:
                self._doubted.add(words[-1])
                names = ", ".join(" ".join(w.capitalize() for w in self.people[k].tokens) for k in who)
                evidence = _evidence(block, tokens, s.np_first, s.last)
                text = block.text[evidence.start : evidence.end]
                out_text = f"“{text}” có thể chỉ {len(who)} người trong bài: {names}."
                self.doubts.append(
                    Doubt(
                        "BN031", evidence, out_text, "Nếu biết là ai, hãy ghi họ tên đầy đủ trong phần people của bài."
                    )
                )
        return out

    def _calls(self, words: tuple[str, ...], name: tuple[str, ...]) -> bool:
        """Whether a short name is one of this full name: its end, or a foreign name's any word ("ông Kanawida")."""
        return name[-len(words) :] == words or (len(words) == 1 and words[0] in _foreign_words(name))

    def _offices(self, tokens: Tokens, links: Links) -> list[Candidate]:
        out = []
        for first, office in links.offices:
            named = self._named(tokens, first, office.last, compare_key(office.label))
            if named is not None:
                out.append(named)
                continue
            named_next = tokens.shape[office.last : office.last + 1] == ["C"] and not tokens.glued(office.last)
            # "Bí thư Huyện ủy | Mẫu Tân": what follows in capitals says whose office it is, and is not understood.
            held = set() if named_next else self._holder(tokens, first, office)
            if len(held) == 1 or (held and self._spoken_of(tokens, first, office.last)):
                out.append(
                    Candidate(
                        first,
                        office.last,
                        first,
                        office.last,
                        "office",
                        next(iter(held)) if len(held) == 1 else None,
                        "office-introduced-here" if len(held) == 1 else "office-of-last-person",
                        office=office,
                        among=frozenset(held),
                    )
                )
        for item in links.alone:
            if item.word in _DEPUTIES:
                named = self._named(tokens, item.first, item.last, "")
                if named is not None:
                    out.append(named)
        out += self._ranked(tokens)
        for first, last, label, organization in self.verbs.stand_ins(tokens):
            if self._spoken_of(tokens, first, last):
                held = self._holders(label, organization, False)
                if len(held) == 1:
                    out.append(Candidate(first, last, first, last, "office", next(iter(held)), "office-paraphrased"))
        return out

    def _ranked(self, tokens: Tokens) -> list[Candidate]:
        """ "PGS phân tích", "Theo luật sư, …": what one person of the article alone is by rank or learning."""
        low = tokens.low
        out: list[Candidate] = []
        if not self._ranks or self._ranks.keys().isdisjoint(low):
            return out
        for i, word in enumerate(low):
            for words, who in self._ranks.get(word, ()):
                end = i + len(words)
                before = low[i - 1] if i else "."
                if before not in _BEFORE_RANK or tuple(low[i:end]) != words:
                    continue
                first = i - 1 if before in ("nữ", "vị") else i
                if tokens.shape[end : end + 1] not in (["C"], ["A"]) and self._spoken_of(tokens, first, end):
                    out.append(Candidate(first, end, first, end, "office", who, "rank-introduced-here"))
        return out

    def _named(self, tokens: Tokens, first: int, last: int, label: str) -> Candidate | None:
        """ "Bộ trưởng Phong", "đại biểu Phong": a title and the given name of the one person who can be meant."""
        low, shape = tokens.low, tokens.shape
        if last >= len(low) or shape[last] != "C" or tokens.glued(last) or shape[last + 1 : last + 2] in (["C"], ["A"]):
            return None
        if not label and low[last] in _ALSO_PLACES:
            return None  # "đại biểu Nga", "cử tri Huế"
        same = self._given.get(low[last], [])
        who = [k for k in same if not label or self._ever(k, label)] if len(same) <= 60 else []
        if len(who) != 1 or len(same) != 1:
            return None
        return Candidate(first, last + 1, first, last + 1, "short", who[0], "title-and-given-name")

    def _ever(self, who: int, label: str) -> bool:
        """Whether an office of that title was said of a person, now or before."""
        return any(
            _title(o.label).startswith(label) or label.startswith(_title(o.label)) for o in self.people[who].offices
        )

    def _spoken_of(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether who stands at first..last-1 speaks or acts: a verb follows, or "theo" stands before."""
        return (first > 0 and tokens.low[first - 1] in ("theo", "lời")) or self.verbs.follows_verb(tokens, last)

    def _holder(self, tokens: Tokens, first: int, office: OfficeMatch) -> set[int]:
        """Who can be meant by an office that stands alone."""
        if office.status in ("former",):
            return set()
        label = compare_key(office.label)
        if label in _COMMON or self._post(tokens, first, office.last):
            return set()
        if office.organization is None and not self._spoken_of(tokens, first, office.last):
            return set()
        return self._holders(label, office.organization, office.status == "incoming")

    def _post(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a post is spoken of, not its holder: "bầu 2 chức danh là phó chủ tịch HĐND và phó chủ tịch UBND"."""
        low = tokens.low
        for j in range(first - 1, max(0, first - 12), -1):
            if low[j] != "," and (low[j] in BREAKS or low[j] in (":", "(", ")")):
                return False
            if (low[j - 1], low[j]) in _POSTS:
                return "," not in low[j:first] or not self._spoken_of(tokens, first, last)
        return False

    def _holders(self, label: str, organization: str | None, incoming: bool) -> set[int]:
        """Who holds the office of that title (at that organisation)."""
        exact: set[int] = set()
        near: set[int] = set()
        left: set[int] = set()
        body = None if organization is None or _sole(label, organization) else organization
        for k, held in self._held.get(_title(label), ()):
            if held.status == "former" or (incoming and held.status != "incoming"):
                continue
            if body is not None and (held.organization is None or not _one_body(label, body, held.organization)):
                continue
            if held.status == "outgoing":
                left.add(k)
            (exact if compare_key(held.label) == label else near).add(k)
        if left and any(o.status in ("current", "incoming") and k not in left for k, o in self._held[_title(label)]):
            # "Bí thư Đà Mẫu A …", later "B thôi chức Bí thư Thành ủy": from B's on it is A's.
            exact, near = exact - left, near - left
        return exact or near

    def _honorifics(self, tokens: Tokens, links: Links) -> list[Candidate]:
        out = []
        low = tokens.low
        told = {sighting.first for sighting in links.pronouns}
        for first, last, honorific, noun in self.verbs.this_person(tokens):
            rule = "honorific-for-last-person"
            out.append(Candidate(first, last, first, last, "honorific", None, rule, honorific, called=noun))
        for item in links.alone:
            if (
                item.word == "đại biểu"
                and low[item.first - 1 : item.first] == ["theo"]
                and low[item.last : item.last + 1] == [","]
            ):
                # "Theo đại biểu, …": the one just spoken of, where he was called so.
                rule = "honorific-for-last-person"
                out.append(
                    Candidate(item.first, item.last, item.first, item.last, "honorific", None, rule, called=item.word)
                )
            if item.word not in _ALONE:
                continue
            after = low[item.last] if item.last < len(low) else ""
            if item.word != "đồng chí" and after in self.other_words:
                continue
            if item.word == "đồng chí" and after in ("của", "trong", "là"):
                continue
            before = low[item.first - 1] if item.first else ""
            if before in ("theo", "lời") or item.first in told or self.verbs.follows_verb(tokens, item.last):
                out.append(
                    Candidate(
                        item.first,
                        item.last,
                        item.first,
                        item.last,
                        "honorific",
                        None,
                        "honorific-for-last-person",
                        item.word,
                    )
                )
        return out

    def _fits(self, k: int, honorific: str) -> bool:
        female = self.people[k].female
        if female is None or not honorific:
            return True
        return not ((female and honorific in _MALE) or (female is False and honorific in _FEMALE))

    # --- a sentence -----------------------------------------------------------------------------------------------
    def _sentence(self, block: Block, tokens: Tokens, first: int, last: int, found: list[Candidate]) -> None:
        mention: int | None = None
        named = {c.who for c in found if c.who is not None}
        before: set[int] = set()  # named so far in the sentence
        spoke: int | None = None  # the one of them who has just said something
        for k, candidate in enumerate(found):
            if candidate.form != "honorific":
                if len(candidate.among) > 1:
                    candidate.who = self._last_of(candidate.among, before)
                if candidate.who is not None:
                    before.add(candidate.who)
                    following = found[k + 1].np_first if k + 1 < len(found) else last
                    if self.verbs.speaks(tokens, candidate.np_last, last, following):
                        spoke = candidate.who
                if mention is None:
                    mention = candidate.who
                continue
            who = self.focus if self.focus_age <= _MEMORY else None
            if len(before) == 1 and spoke is not None:
                who = spoke  # "Đồng chí A cảm ơn các đơn vị; đồng thời, đồng chí khẳng định …"
            if who is None and self.focus_age <= _MEMORY:
                fitting = [k for k in self.rivals if self._fits(k, candidate.honorific)]
                who = fitting[0] if len(fitting) == 1 else None
            if who is not None and not self._fits(who, candidate.honorific):
                who = None
            if candidate.called and (who is None or not self._was_called(who, candidate.called)):
                continue
            if who is None and mention is not None and self._fits(mention, candidate.honorific) and len(named) == 1:
                who = mention
            candidate.who = who
        positions = [Person(c.np_first, c.np_last, c.who, c.form in ("honorific", "office")) for c in found]
        reading = self.verbs.read(tokens, first, last, positions, self._opening)
        if (
            self._listing is not None
            and self._listing[0] == block.id
            and reading.frame is None
            and self.verbs.only_people(tokens, first, last, positions)
        ):
            reading.roles = [(index, self._listing[1]) for index, _ in reading.roles]
        elif reading.frame is not None:
            self._listing = (block.id, AS_ROLE[reading.frame])
        elif (
            self._listing is not None
            and positions
            and self.verbs.has_guests(tokens, first, positions[0].first, positions[-1].last)
        ):
            # "Dự lễ có đồng chí A. Thành phố Mẫu có các đồng chí: B, C."
            reading.roles = [(index, "attended" if role == "mentioned" else role) for index, role in reading.roles]
            self._listing = (block.id, "attended")
        elif block.kind != "caption":
            self._listing = None
        if self._before and not self.verbs.opens_frame(tokens, first):
            reading.roles = [(index, "mentioned" if role == "spoke" else role) for index, role in reading.roles]
            reading.content = False
        if reading.speaker is not None and found[reading.speaker].form == "honorific" and _asks(tokens, first, last):
            reading.content = False
        speaker = found[reading.speaker].who if reading.speaker is not None else None
        for candidate in found:
            if candidate.form == "full" and candidate.who is not None:
                self._called[candidate.who].update(tokens.low[candidate.np_first : candidate.first])
                self._called[candidate.who].update(tokens.low[candidate.last : candidate.np_last])
            if candidate.who is not None:
                self.references[candidate.who].append(
                    Reference(_evidence(block, tokens, candidate.first, candidate.last), candidate.form, candidate.rule)
                )
        if block.kind != "caption":
            self._move_focus(tokens, reading, found)
        start = tokens.start[first]
        self.sentences.append(
            Sentence(
                block.id,
                start,
                tokens.end[last - 1],
                reading,
                tuple(c.who for c in found),
                speaker,
                tokens.start[reading.verb] if 0 <= reading.verb < len(tokens.start) else -1,
                self.verbs.opens_frame(tokens, first),
                self.verbs.continues(tokens, first),
                reading.speaker is not None and found[reading.speaker].form == "honorific",
            )
        )

    def _was_called(self, who: int, noun: str) -> bool:
        """Whether that noun stood beside the person's name: "cử tri A", "ông A, Giám đốc"."""
        return self._called[who].issuperset(noun.split())

    def _last_of(self, among: frozenset[int], named: set[int]) -> int | None:
        """Which of those who hold an office a bare title means: the one whom the text is just about."""
        here = among & named
        if here:
            return next(iter(here)) if len(here) == 1 else None
        if self.focus not in among or self.focus_age > _MEMORY or (self.latest & among) - {self.focus}:
            return None
        return self.focus

    def _move_focus(self, tokens: Tokens, reading: Reading, found: list[Candidate]) -> None:
        if not found:
            return
        rivals, self.rivals, focus = self.rivals, frozenset(), self.focus
        people = {c.who for c in found if c.who is not None and c.form != "honorific"}
        self.latest = frozenset(people)
        if reading.speaker is not None:
            self.focus, self.focus_age = found[reading.speaker].who, 0
        elif (
            focus is not None
            and focus not in people
            and self.focus_age <= _MEMORY
            and self._only_came(tokens, reading, found)
        ):
            # "A chủ trì. Dự có B. Đồng chí yêu cầu …": could be either.
            self.rivals = frozenset((*people, focus)) if len(people) == 1 else frozenset()
            self.focus = None
        elif reading.subject is not None:
            self.focus, self.focus_age = found[reading.subject].who, 0
        else:
            self.rivals = rivals
            if len(people) > 1:
                self.focus = None
            elif len(people) == 1 and self.focus not in people:
                # Named in passing, not the one whom the sentence is about: from here on "đồng chí" could be either.
                self.focus = next(iter(people)) if self.focus is None else self.focus

    def _only_came(self, tokens: Tokens, reading: Reading, found: list[Candidate]) -> bool:
        """Whether a sentence only says who came: "Dự có đồng chí A", "Đồng chí A cũng dự"."""
        if reading.frame in ("attend", "present"):
            return True
        last = found[reading.subject].np_last if reading.subject is not None else -1
        return (reading.subject, "attended") in reading.roles and "dự" in tokens.low[last : last + 4]


def _foreign_words(name: tuple[str, ...]) -> list[str]:
    """The words of a full name that no Vietnamese name has; any of them may be the family's, by which one is called."""
    return [w for w in name if len(w) > 3 and w.isalpha() and not is_vietnamese(w)] if len(name) > 1 else []


def _dated(tokens: Tokens) -> bool:
    """Whether a paragraph says on which day something was: "sáng 5-3", "ngày 5/3"."""
    low, shape = tokens.low, tokens.shape
    return any(shape[j] == "d" and low[j - 1] in ("sáng", "chiều", "tối", "trưa", "ngày") for j in range(1, len(low)))


def _asks(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence is a question put to somebody: "Ông đánh giá thế nào về việc này?"."""
    return tokens.low[last - 1] == "?" and not {":", '"'}.intersection(tokens.low[first:last])


def _title(label: str) -> str:
    return compare_key(label).removesuffix(" thường trực")


def _sole(label: str, organization: str) -> bool:
    """Whether the country has one such office, so that its organisation is often left out: "Thủ tướng (Chính phủ)"."""
    return label in _OF_THE_STATE and compare_key(organization) in _STATE


def _one_body(label: str, a: str, b: str) -> bool:
    """Whether two names can be one organisation of an office: "Chủ tịch tỉnh" is Chủ tịch UBND tỉnh."""
    if compatible(_governed(label, a), _governed(label, b)) or _territorial(label, a) == _territorial(label, b):
        return True
    return _words(a) == _words(b)


def _words(organization: str) -> list[str]:
    """A name without what joins its parts: "Ủy ban Khoa học (, )Công nghệ (và )Môi trường"."""
    return [w for w in re.split(r"[\s,&–-]+", compare_key(organization)) if w != "và"]


def _territorial(label: str, organization: str) -> str:
    """The place whose head an office is, however its body is printed: "Chủ tịch (UBND tỉnh) Bình Mẫu"."""
    name = compare_key(organization).replace("tphcm", "tp hcm")
    heads = _BODIES.get(" ".join(label.split()[-2:]))
    if heads is None:
        return name
    name = next((name[len(head) :] for head in heads if name.startswith(head)), name)
    return next((name[len(level) :] for level in _LEVELS if name.startswith(level)), name)


def _governed(label: str, organization: str) -> str:
    name = compare_key(organization).replace("tphcm", "tp hcm")
    if label in ("bộ trưởng", "thứ trưởng") and not name.startswith("bộ "):
        return f"bộ {name}"
    if label.endswith("chủ tịch") and name.split()[0] in _TERRITORIES:
        name = f"ubnd {name}"
    return f"{name[: -len('thành phố')]}tp" if name.endswith(" thành phố") else name


def _evidence(block: Block, tokens: Tokens, first: int, last: int) -> Evidence:
    return Evidence(block.id, tokens.start[first], tokens.end[last - 1])
