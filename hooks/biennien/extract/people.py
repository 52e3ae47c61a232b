"""An article's blocks in, its people out: names, offices, roles, every place that speaks of them, and honest doubts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..entities import Registry
from ..model import Block, Doubt, Evidence, Meta, Office, PersonMention, Reference, Role, StatedPerson
from ..text import compare_key, tone_normal
from ..vocabulary import words
from .offices import OfficeMatch
from .people_items import Scanner
from .people_links import Links, Sighting, link
from .people_offices import Printed, Surroundings, joined, merge, same_office
from .references import Candidate, Known, Resolver, Sentence
from .roles import STRENGTH, VerbBook
from .tokens import Tokens, tokenize

_READ = frozenset(("headline", "lead", "paragraph", "subhead", "caption"))
_FEMALE = frozenset(("bà", "chị", "cô"))
# Before a name that nothing else introduces: "gồm Cao Ví, Giám đốc …", "của Lý Mẫu, Phó Chủ tịch …".
_NAMES_PEOPLE = frozenset(
    (
        *("và", "cùng", "với", "gồm", "là", "có", "do", "của", "theo", "như", "cho", "bởi", "giao", "cử", "mời", "bầu"),
        *("tên", "lời", "nhờ", "tới", "về", "từ", "đến", "thì", "khi", "mà", "nhưng", "còn", "biểu", "tri", "viên"),
    )
)
_MALE = frozenset(("ông", "anh", "chú", "thầy"))


@dataclass(frozen=True, slots=True)
class PeopleResult:
    """What an article says of people. ``sentences`` is what statements are read from."""

    people: tuple[PersonMention, ...]  # in reading order of the first full name
    doubts: tuple[Doubt, ...]
    sentences: tuple[Sentence, ...] = field(default=(), repr=False)


@dataclass(slots=True)
class _Read:
    """One block, read."""

    block: Block
    tokens: Tokens
    links: Links
    shouted: bool  # printed in capitals


@dataclass(slots=True)
class _Found:
    """A person while the article is being read."""

    key: tuple[str, ...]
    places: list[tuple[_Read, Sighting]]


class PeopleReader:
    """Finds people; compiled once, ``read`` is a pure function of its arguments."""

    def __init__(self, registry: Registry, vocabulary_extension: Path | None = None) -> None:
        self.registry = registry
        self.scanner = Scanner(registry, vocabulary_extension)
        self.verbs = VerbBook(vocabulary_extension)
        self._other_words = frozenset(map(str, words("honorifics", vocabulary_extension)["other_words"]))

    def read(self, blocks: tuple[Block, ...], meta: Meta, published: dt.date | None = None) -> PeopleResult:
        """The people of an article; what the editor states in ``meta`` wins. By the day on which it was ``published``
        a career is told from an office that is still held."""
        read = [self._block(block, published) for block in blocks if block.kind in _READ and block.text]
        refused = {_key(name) for name in meta.not_people}
        stated = [(p, self._stated_name(p)) for p in meta.people]
        wanted = {_key(name) for _, name in stated if name}
        found = self._persons(read, refused, wanted)
        surroundings = self._surroundings(read)
        offices = [self._offices(person, surroundings) for person in found]
        known = [Known(p.key, offices[k], _female(p)) for k, p in enumerate(found)]
        resolver = Resolver(self.verbs, known, self._other_words)
        full: dict[str, list[Candidate]] = {}
        for k, person in enumerate(found):
            for place, s in person.places:
                form = "full" if len(s_key(place.tokens, s)) >= len(person.key) else "short"
                full.setdefault(place.block.id, []).append(
                    Candidate(
                        s.first,
                        s.last,
                        s.np_first,
                        s.np_last,
                        "full" if form == "full" else "short",
                        k,
                        s.rule or "known-name",
                        s.honorific,
                    )
                )
        for entry in read:
            resolver.read(entry.block, entry.tokens, entry.links, full.get(entry.block.id, ()))
        offices = self._with_shorts(found, read, offices, surroundings, resolver)
        roles = self._roles(read, resolver, len(found))
        people = [
            PersonMention(
                _name(person),
                roles[k],
                offices[k],
                tuple(resolver.references[k]),
                _first(person)[1].rule or "known-name",
            )
            for k, person in enumerate(found)
        ]
        people = self._corrected(people, stated, blocks)
        return PeopleResult(tuple(people), tuple(resolver.doubts), tuple(resolver.sentences))

    # --- blocks ---------------------------------------------------------------------------------------------------
    def _block(self, block: Block, published: dt.date | None) -> _Read:
        tokens = tokenize(block.text)
        letters = [s for s in tokens.shape if s in "lCA"]
        shouted = len(letters) >= 4 and letters.count("A") * 10 >= len(letters) * 7
        items = self.scanner.scan(tokens)
        return _Read(block, tokens, link(tokens, items, self.scanner.wording, published), shouted)

    # --- persons --------------------------------------------------------------------------------------------------
    def _persons(
        self, read: Sequence[_Read], refused: set[tuple[str, ...]], wanted: set[tuple[str, ...]]
    ) -> list[_Found]:
        accepted: dict[tuple[str, ...], int] = {}
        for entry in read:
            for s in entry.links.sightings:
                if not s.short and (entry.block.kind, entry.shouted) != ("headline", True) and not entry.shouted:
                    key = s_key(entry.tokens, s)
                    if key in wanted or self._accept(entry, s):
                        accepted[key] = accepted.get(key, 0) + 1
        shouted: list[tuple[_Read, Sighting]] = []
        for entry in read:
            if entry.shouted:
                shouted.extend((entry, s) for s in self._shouted(entry, accepted))
        for entry, s in shouted:
            accepted.setdefault(s_key(entry.tokens, s), 0)
        for key in refused:
            accepted.pop(key, None)
        whole = self._whole(accepted)
        found: dict[tuple[str, ...], _Found] = {}
        for entry in read:
            here = [s for e, s in shouted if e is entry] if entry.shouted else entry.links.sightings
            for s in here:
                if s.short:
                    continue
                full = whole.get(s_key(entry.tokens, s))
                if full is not None:
                    found.setdefault(full, _Found(full, [])).places.append((entry, s))
        order = {id(entry): k for k, entry in enumerate(read)}
        return sorted(found.values(), key=lambda p: (order[id(_first(p)[0])], _first(p)[1].first))

    def _accept(self, entry: _Read, s: Sighting) -> bool:
        names = self.scanner.names
        if (
            s.np_first < s.first
            and names.named_after(entry.tokens, s.np_first)
            and (not s.offices or names.is_street(entry.tokens, s.first, s.last))
        ):
            return False  # "mang tên nhà giáo …", "tượng đài Chủ tịch …"
        if not s.honorific and not s.ranks and s.strength <= 1 and s.last - s.first == 2 and self._of_place(entry, s):
            return False
        if s.rule and s.rule != "name-in-list":
            return s.strength > 0 or s.rule != "appointment"
        if s.strength >= 5 or (s.rule == "name-in-list" and s.strength >= 1):
            return True
        return s.strength >= 3 and self.verbs.follows_verb(entry.tokens, s.np_last)

    def _of_place(self, entry: _Read, s: Sighting) -> bool:
        """Whether two capitals, before an office or in brackets, close a name: "khu kinh tế mở Ví Lai, Phó …"."""
        low, shape = entry.tokens.low, entry.tokens.shape
        if s.np_first == 0 or s.np_first != s.first:
            return False
        before = low[s.first - 1]
        if s.rule == "appointment":
            return before == "("  # "quê xã Ví (Cao Mẫu, Bình Dụ), từng là …"
        if s.rule not in ("office-after-name", "office-after-dash") or any(
            r == "shared-office-list" for _, r in s.offices
        ):
            return False
        if before in ("-", "/"):
            return s.first > 1 and shape[s.first - 2] in "CA"  # "tuyến Cam Ví - La Mẫu, Bộ trưởng …"
        return shape[s.first - 1] == "l" and before not in _NAMES_PEOPLE

    def _whole(self, accepted: dict[tuple[str, ...], int]) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Each accepted name to the full one: "Hồng Nga" to the only "Lê Thị Hồng Nga" of the article."""
        ends: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for key in accepted:
            for size in (1, 2):
                if len(key) > size:
                    ends.setdefault(key[-size:], []).append(key)
        whole = {}
        for key in accepted:
            longer = ends.get(key, []) if len(key) <= 2 else []
            if 0 < len(longer) <= 8:
                longer = [k for k in longer if not any(len(o) > len(k) and o[-len(k) :] == k for o in longer)]
            whole[key] = longer[0] if len(longer) == 1 else key
        return whole

    def _shouted(self, entry: _Read, accepted: dict[tuple[str, ...], int]) -> list[Sighting]:
        """Names in a block that is printed in capitals: those that other blocks have, and those that are introduced."""
        low = entry.tokens.low
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for key in accepted:
            by_first.setdefault(key[0], []).append(key)
        out: list[Sighting] = []
        covered: set[int] = set()
        for i, word in enumerate(low):
            for key in sorted(by_first.get(word, ()), key=len, reverse=True):
                if i not in covered and tuple(low[i : i + len(key)]) == key:
                    own = next((s for s in entry.links.sightings if s.first == i), None)
                    s = Sighting(i, i + len(key), i, i + len(key), False, rule="known-name", strength=3)
                    if own is not None:
                        s.np_first, s.honorific = own.np_first, own.honorific
                    out.append(s)
                    covered.update(range(i, i + len(key)))
                    break
        for s in entry.links.sightings:
            if s.first in covered or s.short or s.rule not in ("honorific", "office-before-name", "rank-before-name"):
                continue
            end = s.first
            if s.rule == "office-before-name" and any(o.last == s.first and _firm(o) for o, _ in s.offices):
                continue  # "GIÁM ĐỐC CÔNG TY CỔ PHẦN HOA …": where the firm's name ends, capitals do not tell
            while end < s.last and end - s.first < 4 and not (end - s.first >= 2 and self._stops(entry.tokens, end)):
                end += 1
            if self.scanner.names.weight(entry.tokens, s.first, end) >= 3:
                out.append(replace(s, last=end, np_last=end))
        return sorted(out, key=lambda s: s.first)

    def _stops(self, tokens: Tokens, i: int) -> bool:
        return self.verbs.verb_at(tokens, i) is not None or tokens.low[i] in (
            "làm",
            "giữ",
            "được",
            "dự",
            "thăm",
            "tiếp",
            "là",
            "và",
            "với",
            "chủ",
            "tại",
            "về",
            "thôi",
            "trúng",
            "tái",
        )

    # --- offices --------------------------------------------------------------------------------------------------
    def _surroundings(self, read: Sequence[_Read]) -> Surroundings:
        article = Surroundings()
        for entry in read:
            # In capitals throughout, nothing tells where a name ends.
            for organization in () if entry.shouted else self.scanner.organizations.find(entry.block.text):
                article.add(organization)
            offices = [o for _, o in entry.links.offices] + [o for s in entry.links.sightings for o, _ in s.offices]
            for office in offices:
                if office.status == "incoming" and office.organization is not None:
                    article.incoming.setdefault(compare_key(office.label), set()).add(office.organization)
        return article

    def _offices(self, person: _Found, article: Surroundings) -> tuple[Office, ...]:
        printed: list[Printed] = []
        for entry, s in person.places:
            printed.extend(_printed(entry, s))
        return merge(printed, article)

    def _with_shorts(
        self,
        found: list[_Found],
        read: Sequence[_Read],
        offices: list[tuple[Office, ...]],
        article: Surroundings,
        resolver: Resolver,
    ) -> list[tuple[Office, ...]]:
        """Offices said of a short name ("ông Phong được bầu giữ chức …"), now that it is known whose that is."""
        more: dict[int, list[Printed]] = {}
        spans = {
            (r.evidence.block, r.evidence.end): k
            for k, references in enumerate(resolver.references)
            for r in references
            if r.form in ("short", "honorific")
        }
        for entry in read:
            for s in (*entry.links.sightings, *entry.links.pronouns):
                who = spans.get((entry.block.id, entry.tokens.end[s.last - 1])) if s.short and s.offices else None
                if who is not None:
                    more.setdefault(who, []).extend(_printed(entry, s))
        for who, printed in more.items():
            for office in merge(printed, article):
                held = [k for k, o in enumerate(offices[who]) if o.status == "current" and same_office(office, o)]
                if office.status == "incoming" and held:
                    mine = list(offices[who])
                    mine[held[0]] = joined(mine[held[0]], office)
                    offices[who] = tuple(mine)
                elif not any(same_office(office, other) and office.status == other.status for other in offices[who]):
                    offices[who] = (*offices[who], office)
        return offices

    # --- roles ----------------------------------------------------------------------------------------------------
    def _roles(self, read: Sequence[_Read], resolver: Resolver, count: int) -> list[Role]:
        captions = {entry.block.id for entry in read if entry.block.kind == "caption"}
        roles: list[Role] = ["caption"] * count
        for sentence in resolver.sentences:
            for index, role in sentence.reading.roles:
                who = sentence.people[index]
                if who is None or sentence.block in captions:
                    continue
                if STRENGTH[role] > STRENGTH[roles[who]]:
                    roles[who] = role
        return roles

    # --- the editor's word ----------------------------------------------------------------------------------------
    def _stated_name(self, person: StatedPerson) -> str | None:
        if person.name:
            return person.name
        record = self.registry.people.get(person.id) if person.id else None
        return record.name if record is not None else None

    def _corrected(
        self, people: list[PersonMention], stated: Sequence[tuple[StatedPerson, str | None]], blocks: Sequence[Block]
    ) -> list[PersonMention]:
        for person, name in stated:
            if name is None:
                continue
            key = _key(name)
            at = next((k for k, p in enumerate(people) if _key(p.name) == key), None)
            if at is None:
                references = _search(name, blocks)
                mention = PersonMention(name, person.role or "mentioned", (), references, "stated-by-editor", True)
            else:
                mention = replace(people[at], stated_by_editor=True, role=person.role or people[at].role)
            if person.office:
                mention = replace(mention, offices=(self._stated_office(person.office, mention, blocks),))
            if at is None:
                people.append(mention)
            else:
                people[at] = mention
        return people

    def _stated_office(self, text: str, mention: PersonMention, blocks: Sequence[Block]) -> Office:
        tokens = tokenize(text)
        match = self.scanner.offices.at(tokens, 0) if tokens.low else None
        places = _search(text, blocks)
        evidence = (
            places[0].evidence
            if places
            else mention.references[0].evidence
            if mention.references
            else Evidence("", 0, 0)
        )
        if match is None or match.last < len(tokens.low):
            return Office(text, None, evidence, rule="stated-by-editor")
        return Office(match.label, match.organization, evidence, match.status, rule="stated-by-editor")


_FIRMS = ("công ty", "tổng công ty", "tập đoàn", "ngân hàng", "hợp tác xã", "htx", "nhà máy", "xí nghiệp", "trường")


def _firm(office: OfficeMatch) -> bool:
    """Whether an office is of a firm or a school, whose name may be any words."""
    name = compare_key(office.organization or "")
    return office.kind == "đơn vị" or any(name.startswith(w) or f" {w} " in f" {name} " for w in _FIRMS)


def s_key(tokens: Tokens, s: Sighting) -> tuple[str, ...]:
    """The name of a sighting for comparing: lower-case words."""
    return tuple(w for w in tokens.low[s.first : s.last] if w not in ("-", "."))


def _key(name: str) -> tuple[str, ...]:
    return tuple(w for w in tokenize(name).low if w not in ("-", "."))


def _first(person: _Found) -> tuple[_Read, Sighting]:
    """The first place that prints the full name."""
    for entry, s in person.places:
        if len(s_key(entry.tokens, s)) == len(person.key):
            return entry, s
    return person.places[0]


def _name(person: _Found) -> str:
    """As written at the first full mention that is not in capitals."""
    written = [
        " ".join(entry.block.text[entry.tokens.start[s.first] : entry.tokens.end[s.last - 1]].split())
        for entry, s in person.places
        if len(s_key(entry.tokens, s)) == len(person.key)
    ]
    for name in written:
        if not name.isupper():
            return name
    return " ".join(w if len(w) == 1 else w[0] + w[1:].lower() for w in written[0].split())


def _female(person: _Found) -> bool | None:
    said = {s.honorific for _, s in person.places}
    if said & _FEMALE:
        return None if said & _MALE else True
    if said & _MALE:
        return False
    return True if "thị" in person.key[1:-1] else None


def _printed(entry: _Read, s: Sighting) -> list[Printed]:
    tokens, block = entry.tokens, entry.block
    out: list[Printed] = []
    for office, rule in s.offices:
        evidence = Evidence(block.id, tokens.start[office.first], tokens.end[office.last - 1])
        out.append(Printed(office, s.chain, evidence, rule))
    for first, last in s.ranks:
        label = tokens.slice(first, last)
        match = OfficeMatch(first, last, label, None, "", None, True, "current")
        out.append(
            Printed(match, (), Evidence(block.id, tokens.start[first], tokens.end[last - 1]), "rank-before-name")
        )
    return out


def _search(text: str, blocks: Sequence[Block]) -> tuple[Reference, ...]:
    """Where a name or office stands in the text, capitals and tone placement aside."""
    wanted = tone_normal(" ".join(text.split())).lower()
    out: list[Reference] = []
    for block in blocks:
        hay = tone_normal(block.text).lower()
        if len(hay) != len(block.text) or not wanted:
            continue
        at = hay.find(wanted)
        while at >= 0 and len(out) < 200:
            out.append(Reference(Evidence(block.id, at, at + len(wanted)), "full", "stated-by-editor"))
            at = hay.find(wanted, at + len(wanted))
    return tuple(out)
