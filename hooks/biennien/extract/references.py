"""All the words of an article that stand for its people in; for each place the person meant, where only one can be.

Full names were found before. Here "ông Phong", "đồng chí", "Bí thư Tỉnh ủy" are read sentence by sentence: a short name
means the one person of that given name, an office the one person who was introduced with it, an honorific alone the
person whom the text is just about. What could mean two people means nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import Block, Doubt, Evidence, Office, Reference, Role
from ..text import compare_key
from .offices import OfficeMatch
from .people_links import Links
from .people_offices import compatible
from .roles import AS_ROLE, Person, Reading, VerbBook
from .tokens import Tokens, sentences

Form = Literal["full", "short", "honorific", "office"]
_MALE = frozenset(("ông", "anh", "chú", "thầy"))
_FEMALE = frozenset(("bà", "chị", "cô"))
_ALONE = frozenset(("đồng chí", "ông", "bà", "anh", "chị", "đ/c"))
_MEMORY = 4  # blocks after which an honorific alone no longer means the person last spoken of
# Labels so common that without their organisation they are nobody's name.
_COMMON = frozenset(("ủy viên", "thành viên", "đại biểu quốc hội", "trợ lý", "thư ký", "chuyên gia"))


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
        self.references: list[list[Reference]] = [[] for _ in people]
        self.sentences: list[Sentence] = []
        self.doubts: list[Doubt] = []
        # Offices by title; a title that very many hold in one article stands for nobody.
        held: dict[str, list[tuple[int, Office]]] = {}
        for k, person in enumerate(people):
            for office in person.offices:
                held.setdefault(compare_key(office.label).removesuffix(" thường trực"), []).append((k, office))
        self._held = {label: offices for label, offices in held.items() if len(offices) <= 60}
        self._given: dict[str, list[int]] = {}
        for k, person in enumerate(people):
            self._given.setdefault(person.tokens[-1], []).append(k)
        self._doubted: set[str] = set()
        self._listing: tuple[str, Role] | None = None  # a list of people that may go on behind a full stop

    def read(self, block: Block, tokens: Tokens, links: Links, full: Sequence[Candidate]) -> None:
        """One block: ``full`` are the full names in it, with their person."""
        found = [*full, *self._shorts(block, tokens, links), *self._offices(tokens, links)]
        found += self._honorifics(tokens, links)
        found.sort(key=lambda c: (c.first, c.last))
        self.focus_age += 0 if block.kind in ("caption", "subhead") else 1
        k = 0
        for first, last in sentences(tokens):
            inside: list[Candidate] = []
            while k < len(found) and found[k].first < last:
                inside.append(found[k])
                k += 1
            self._sentence(block, tokens, first, last, inside)

    # --- candidates -----------------------------------------------------------------------------------------------
    def _shorts(self, block: Block, tokens: Tokens, links: Links) -> list[Candidate]:
        out = []
        for s in links.sightings:
            if not s.short:
                continue
            words = tuple(w for w in tokens.low[s.first : s.last] if w != "-")
            same = self._given.get(words[-1], [])
            who = [k for k in same if self.people[k].tokens[-len(words) :] == words] if len(same) <= 60 else []
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

    def _offices(self, tokens: Tokens, links: Links) -> list[Candidate]:
        out = []
        for first, office in links.offices:
            who = self._holder(tokens, first, office)
            if who is not None:
                out.append(
                    Candidate(
                        first, office.last, first, office.last, "office", who, "office-introduced-here", office=office
                    )
                )
        return out

    def _holder(self, tokens: Tokens, first: int, office: OfficeMatch) -> int | None:
        if office.status in ("former",):
            return None
        label = compare_key(office.label)
        if label in _COMMON:
            return None
        if office.organization is None and not self.verbs.follows_verb(tokens, office.last):
            return None
        exact: set[int] = set()
        near: set[int] = set()
        for k, held in self._held.get(label.removesuffix(" thường trực"), ()):
            if held.status == "former" or (office.status == "incoming" and held.status != "incoming"):
                continue
            if office.organization is not None and (
                held.organization is None or not compatible(office.organization, held.organization)
            ):
                continue
            (exact if compare_key(held.label) == label else near).add(k)
        chosen = exact or near
        return next(iter(chosen)) if len(chosen) == 1 else None

    def _honorifics(self, tokens: Tokens, links: Links) -> list[Candidate]:
        out = []
        low = tokens.low
        told = {sighting.first for sighting in links.pronouns}
        for item in links.alone:
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
        for candidate in found:
            if candidate.form != "honorific":
                if mention is None:
                    mention = candidate.who
                continue
            who = self.focus if self.focus_age <= _MEMORY else None
            if who is not None and not self._fits(who, candidate.honorific):
                who = None
            if who is None and mention is not None and self._fits(mention, candidate.honorific) and len(named) == 1:
                who = mention
            candidate.who = who
        positions = [Person(c.np_first, c.np_last, c.who, c.form in ("honorific", "office")) for c in found]
        reading = self.verbs.read(tokens, first, last, positions)
        if (
            self._listing is not None
            and self._listing[0] == block.id
            and reading.frame is None
            and self.verbs.only_people(tokens, first, last, positions)
        ):
            reading.roles = [(index, self._listing[1]) for index, _ in reading.roles]
        elif reading.frame is not None:
            self._listing = (block.id, AS_ROLE[reading.frame])
        else:
            self._listing = None
        speaker = found[reading.speaker].who if reading.speaker is not None else None
        for candidate in found:
            if candidate.who is not None:
                self.references[candidate.who].append(
                    Reference(_evidence(block, tokens, candidate.first, candidate.last), candidate.form, candidate.rule)
                )
        if block.kind != "caption":
            self._move_focus(reading, found)
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

    def _move_focus(self, reading: Reading, found: list[Candidate]) -> None:
        if not found:
            return
        if reading.speaker is not None:
            self.focus, self.focus_age = found[reading.speaker].who, 0
        elif reading.subject is not None:
            self.focus, self.focus_age = found[reading.subject].who, 0
        else:
            people = {c.who for c in found if c.who is not None and c.form != "honorific"}
            if len(people) > 1:
                self.focus = None
            elif len(people) == 1 and self.focus not in people:
                # Named in passing, not the one whom the sentence is about: from here on "đồng chí" could be either.
                self.focus = next(iter(people)) if self.focus is None else self.focus


def _evidence(block: Block, tokens: Tokens, first: int, last: int) -> Evidence:
    return Evidence(block.id, tokens.start[first], tokens.end[last - 1])
