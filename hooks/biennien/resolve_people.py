"""Mentions of people in many articles in, persons out: one name is not one person until offices or places say so.

Two people of one name are never merged silently, and one is never split without a line for the editor: every join has
its reason, every doubt becomes a Problem.
"""

from __future__ import annotations

import datetime as dt
import difflib
import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .countries import countries, is_foreign_name
from .entities import PersonRecord, Registry
from .model import PersonMention
from .problems import Problem
from .text import compare_key, fold, slug


@dataclass(frozen=True, slots=True)
class Seen:
    """One person of one article with what tells people of one name apart."""

    article: str
    index: int  # position in the article's people
    path: str
    line: int
    date: dt.date | None
    meeting_key: str  # articles of one event share it
    place: str | None  # province of the article
    mention: PersonMention
    organizations: frozenset[str]  # ids of the organisations of the offices
    places: frozenset[str]  # provinces of those organisations
    labels: frozenset[str]  # comparable office labels
    stated_id: str | None = None
    seats: frozenset[str] = frozenset()  # those of the organisations in which there is only a seat among hundreds
    company: frozenset[str] = frozenset()  # comparable names of those who are printed right beside


def is_seat(label: str, organization: str | None) -> bool:
    """Whether an office is a mere seat in one of the country's large bodies: "Ủy viên" of "Trung ương Đảng"."""
    return _SEAT.fullmatch(compare_key(f"{label} {organization or ''}")) is not None


@dataclass(frozen=True, slots=True)
class Identity:
    """One person: which mentions, and why they are taken for one."""

    id: str
    name: str
    members: tuple[tuple[str, int], ...]  # (article id, index)
    reasons: tuple[str, ...]
    namesakes: tuple[str, ...]
    record: PersonRecord | None


# Offices of which the country has few holders at a time: with the same name they are one person.
_NATIONAL = re.compile(
    r"(?:tổng bí thư|(?:phó )?chủ tịch nước|(?:phó )?thủ tướng|(?:phó )?chủ tịch(?: thường trực)? quốc hội"
    r"|thường trực ban bí thư|bí thư (?:trung ương|tw|t\.ư) đảng|ủy viên (?:bộ chính trị|ban bí thư)|uvbct"
    r"|(?P<minister>bộ trưởng(?:,? bộ .+)?))"
    r"(?: thường trực)?(?: chính phủ| ban chấp hành trung ương)?(?: đảng)?(?: cộng sản)?"
    r"(?: nước)?(?: (?:cộng hòa (?:xã hội chủ nghĩa|xhcn)|chxhcn))?(?: việt nam)?"
)
# A seat in one of the country's large bodies: there are hundreds, and two of one name at once have been seen.
_SEAT = re.compile(
    r"(?:ủy viên(?: dự khuyết)? (?:ban chấp hành |bch )?(?:trung ương|tw|tư|t\.ư)(?: đảng)?(?: cộng sản việt nam)?"
    r"|uvtw|uvtư|uv t\.ư)(?: đảng)?|(?:đại biểu quốc hội|đbqh).*"
)
# Organisations whose staff work nowhere else: who is in one of them is not in another one at the same time.
_UNITS = (
    *("so-", "cong-an", "bo-chi-huy", "bo-tu-lenh", "toa-an", "vien-kiem-sat", "vien-", "benh-vien", "truong-"),
    *("hoc-vien", "dai-hoc", "bao-", "dai-", "cuc-", "chi-cuc-", "vu-", "thanh-tra", "tong-cong-ty", "cong-ty"),
    *("tap-doan", "ngan-hang", "lien-doan-lao-dong", "tinh-doan", "thanh-doan", "trung-tam", "ban-to-chuc-"),
    *("ban-tuyen-giao-", "ban-noi-chinh-", "ban-dan-van-"),
)
_CENTRE = ("trung-uong", "toan-quoc", "khong-ro", "nuoc-ngoai")
_SIDES = 6  # an editor's question names at most so many offices


@dataclass(frozen=True, slots=True)
class _Post:
    """Where somebody works, in one year: what nobody does at two places at once."""

    year: int
    provinces: frozenset[str]
    units: frozenset[str]


def _unit(organization: str) -> str | None:
    """The firm, school … whose own party organisation an id names: ".../dang-uy-cong-ty-x" -> ".../cong-ty-x"."""
    place, _, name = organization.rpartition("/")
    own = name.removeprefix("dang-uy-").removeprefix("chi-bo-")
    return f"{place}/{own}" if own.startswith(_UNITS) else None


def _post(one: Seen) -> _Post | None:
    """None where nothing is known, or where offices are just being left and taken."""
    if one.date is None or any(o.status in ("incoming", "outgoing", "former") for o in one.mention.offices):
        return None
    local = [o.split("/") for o in one.organizations if not o.startswith(_CENTRE)]
    units = set()
    for place, *rest in local:
        if len(rest) > 1:
            units.add(f"{place}/{rest[0]}")  # a ward, a district
        elif rest and (name := rest[0].removeprefix("dang-uy-").removeprefix("chi-bo-")).startswith(_UNITS):
            units.add(f"{place}/{name}")
    provinces = frozenset(place for place, *_ in local)
    return _Post(one.date.year, provinces, frozenset(units)) if provinces else None


def _clash(one: _Post, other: _Post) -> bool:
    """Whether nobody holds both: in two provinces, or in two units, within about a year."""
    if abs(one.year - other.year) > 1:
        return False
    if not one.provinces & other.provinces:
        return True
    return bool(one.units) and bool(other.units) and not one.units & other.units


class _Groups:
    """Union-find over mentions, with the reason of every join. Two mentions of one article are never one person: where
    the article itself lists a name twice, it means two. Nor are two that work at two places at one time, unless an
    organisation that both name says so."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self.parent = list(range(len(seen)))
        self.articles = [{one.article} for one in seen]
        self.posts: list[set[_Post]] = [({post} if (post := _post(one)) is not None else set()) for one in seen]
        self.reasons: dict[int, set[str]] = defaultdict(set)

    def find(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int, reason: str, sure: bool = False) -> None:
        """``sure``: they name one organisation or one national office, whatever else they hold."""
        a, b = sorted((self.find(i), self.find(j)))
        if a != b:
            if self.articles[a] & self.articles[b]:
                return
            if not sure and any(_clash(x, y) for x in self.posts[a] for y in self.posts[b]):
                return
            self.parent[b] = a
            self.articles[a] |= self.articles[b]
            self.posts[a] |= self.posts[b]
            self.reasons[a] |= self.reasons.pop(b, set())
        self.reasons[a].add(reason)


def _is_common(name: str) -> bool:
    """Whether many people bear it. Four syllables and more are rare; of the shorter ones none is taken for rare."""
    return len(name.split()) < 4


# Why two mentions of one name are joined, in the order in which that is tried.
_WHY = {
    "organization": "cùng tên, cùng tổ chức",
    "unit": "cùng tên, cùng đơn vị",
    "national": "cùng tên, cùng giữ chức vụ cấp Trung ương",
    "abroad": "cùng tên, cùng chức vụ ở một nước",
    "offices": "cùng tên, cùng hai chức vụ trở lên",
    "meeting": "cùng tên, cùng cuộc họp",
    "seat": "cùng tên, cùng là ủy viên Trung ương hoặc đại biểu Quốc hội",
    "rare": "cùng tên bốn chữ trở lên, cùng địa phương",
}


def _pairwise(seen: Sequence[Seen], groups: _Groups, vocabulary: Path | None) -> None:
    """Joins that need no more than the two mentions."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_office: set[int] = set()  # whose seat is not printed
    abroad = countries(vocabulary)
    for i, one in enumerate(seen):
        offices = [(o, abroad.office(o.label, o.organization)) for o in one.mention.offices]
        for office in {office for _, office in offices if office}:
            buckets["abroad", office].append(i)
        held = [compare_key(f"{o.label} {o.organization or ''}") for o, office in offices if not office]
        seats = {text for text in held if _SEAT.fullmatch(text)}
        # The body of a mere seat says little of who sits in it.
        for organization in one.organizations - (one.seats if seats else frozenset()):
            buckets["organization", organization].append(i)
        for unit in {unit for organization in one.organizations if (unit := _unit(organization))}:
            buckets["unit", unit].append(i)
        # "Phó Bí thư Thường trực Tỉnh ủy, Trưởng Đoàn ĐBQH tỉnh": whose tỉnh is not said, but both are held together.
        named = {compare_key(f"{o.label} {o.organization}") for o in one.mention.offices if o.organization} - seats
        for pair in itertools.combinations(sorted(named), 2):
            buckets["offices", " | ".join(pair)].append(i)
        buckets["meeting", one.meeting_key].append(i)
        national = [found for text in held if (found := _NATIONAL.fullmatch(text))]
        if national:
            buckets["national", ""].append(i)
        bodies = {"quoc-hoi" if "quốc hội" in text or "đbqh" in text else "trung-uong" for text in seats}
        if "trung-uong" not in bodies and any(not found.group("minister") for found in national):
            bodies.add("trung-uong")  # they sit in the Central Committee too
            by_office.add(i)
        for body in sorted(bodies):
            buckets["seat", body].append(i)
        if not _is_common(one.mention.name):
            for place in one.places | ({one.place} if one.place else set()):
                buckets["rare", place].append(i)
    order = list(_WHY)
    for (kind, _), members in sorted(buckets.items(), key=lambda b: (order.index(b[0][0]), b[0][1])):
        sure = kind in ("organization", "unit", "national", "abroad")
        if kind != "organization" and len({seen[i].article for i in members}) < len(members):
            continue  # an article lists two of that name: only their offices can tell which is meant
        firsts: list[int] = []
        for i in members:
            for first in firsts:
                if kind == "offices" and seen[first].places and seen[i].places:
                    continue  # both say of which province: then that decides
                if kind == "seat" and {first, i} <= by_office:
                    continue  # joined as holders of national offices, where those agree
                groups.join(first, i, _WHY[kind], sure)
                if groups.find(first) == groups.find(i):
                    break
            else:
                firsts.append(i)


def _bare(seen: Sequence[Seen], groups: _Groups, vocabulary: Path | None) -> None:
    """Joins mentions without an organisation to the only person of that name in the place, else in the archive.

    A mention that more than one person could be joins none.
    """
    known = {groups.find(i) for i, one in enumerate(seen) if one.organizations}
    in_place: dict[str | None, set[int]] = defaultdict(set)
    for i, one in enumerate(seen):
        if one.organizations:
            for place in one.places | {one.place}:
                in_place[place].add(groups.find(i))
    bare: list[int] = []
    for i, one in enumerate(seen):
        if one.organizations or groups.find(i) in {groups.find(k) for k in known}:
            continue
        foreign = is_foreign_name(one.mention.name, vocabulary)
        candidates = known if one.place is None or foreign else in_place.get(one.place, set())
        roots = {groups.find(k) for k in candidates}
        if len(roots) == 1:
            reason = "bài không ghi tổ chức; người duy nhất tên này " + (
                "ở cùng địa phương" if one.place and not foreign else "trong kho"
            )
            groups.join(roots.pop(), i, reason)
        elif usual := _usual(roots, groups):
            groups.join(usual[0], i, f"bài không ghi tổ chức; {usual[1]} bài có tên này là về người ấy")
        elif not roots:
            # Nobody of that name is known: bare mentions are one person as far as anyone can tell, where something
            # besides the name speaks for it.
            for first in bare:
                if reason := _why_bare(seen[first], one, foreign):
                    groups.join(first, i, reason)
            bare.append(i)


_MOSTLY = 20  # times as many articles as all others of that name together


def _usual(roots: set[int], groups: _Groups) -> tuple[int, str] | None:
    """(the one, "40 trong 41") of whom nearly all articles with that name tell; None where no one stands out so."""
    counts = sorted(((len(groups.articles[root]), root) for root in roots), reverse=True)
    others = sum(count for count, _ in counts[1:])
    if len(counts) < 2 or counts[0][0] < _MOSTLY * others:
        return None
    return counts[0][1], f"{counts[0][0]} trong {counts[0][0] + others}"


def _why_bare(one: Seen, other: Seen, foreign: bool) -> str:
    """Why two mentions of one name, both without an organisation, are one person; "" where nothing says so."""
    if foreign:
        return "tên nước ngoài, đều không ghi tổ chức"
    if one.place and one.place == other.place:
        return "cùng tên, cùng địa phương, đều không ghi tổ chức"
    if one.company & other.company:
        return "cùng tên, đều không ghi tổ chức, cùng đi với một người"
    return ""


def _name_key(name: str, vocabulary: Path | None) -> str:
    """Equal for the spellings of one name; in names of other languages marks come and go (José, Jose)."""
    return fold(compare_key(name)) if is_foreign_name(name, vocabulary) else compare_key(name)


def _registered(one: Seen, records: Sequence[PersonRecord], registry: Registry) -> PersonRecord | None:
    if one.stated_id and one.stated_id in registry.people:
        return registry.people[one.stated_id]
    fits = [
        r
        for r in records
        if set(r.match_organizations) & one.organizations
        or set(r.match_places) & (one.places | ({one.place} if one.place else set()))
    ]
    if len(fits) == 1:
        return fits[0]
    plain = [r for r in records if not r.match_organizations and not r.match_places]
    return plain[0] if len(plain) == 1 and len(records) == 1 else None


def resolve_people(
    seen: Sequence[Seen], registry: Registry, vocabulary: Path | None = None
) -> tuple[list[Identity], list[Problem]]:
    """Identities in id order. ``seen`` in (date, article, index) order; ids follow it: the first person of a name
    keeps the plain id when another one comes. ``vocabulary``: the editors' folder of additions.
    """
    key_of = partial(_name_key, vocabulary=vocabulary)
    by_name: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by_name[key_of(one.mention.name)].append(one)
    records: dict[str, list[PersonRecord]] = defaultdict(list)
    for record in registry.people.values():
        for name in (record.name, *record.other_names):
            records[key_of(name)].append(record)
            by_name.setdefault(key_of(name), [])
    taken: set[str] = set(registry.people)
    groups_by_record: dict[str, list[tuple[Seen, set[str]]]] = defaultdict(list)
    found: list[tuple[str, list[Seen], set[str]]] = []
    problems: list[Problem] = []
    for key in sorted(
        by_name,
        key=lambda k: (by_name[k][0].date or dt.date.max, by_name[k][0].article) if by_name[k] else (dt.date.max, k),
    ):
        rest: list[Seen] = []
        for one in by_name[key]:
            if one.stated_id and one.stated_id not in registry.people:
                problems.append(_unknown_id(one, records.get(key, ()), registry))
            chosen = _registered(one, records.get(key, ()), registry)
            if chosen:
                stated = chosen.id == one.stated_id
                groups_by_record[chosen.id].append((one, {_STATED if stated else "mục trong danh mục nhân sự"}))
            else:
                rest.append(one)
        if not rest:
            continue
        groups = _Groups(rest)
        _pairwise(rest, groups, vocabulary)
        _bare(rest, groups, vocabulary)
        clusters: dict[int, list[int]] = defaultdict(list)
        for i in range(len(rest)):
            clusters[groups.find(i)].append(i)
        for root, positions in clusters.items():
            found.append((key, [rest[i] for i in positions], groups.reasons[root]))
        known = [record for record in records.get(key, ()) if not _apart(record, registry)]
        if len(clusters) + len(known) > 1:
            problems.append(_namesake_problem(rest, list(clusters.values()), known))
    identities: list[Identity] = []
    ids_by_key: dict[str, list[str]] = defaultdict(list)
    plans: list[tuple[str, str, list[Seen], set[str]]] = []
    for key, members, reasons in found:
        identity = _new_id(members, taken)
        taken.add(identity)
        ids_by_key[key].append(identity)
        plans.append((identity, key, members, reasons))
    for record_id in groups_by_record:
        ids_by_key[key_of(registry.people[record_id].name)].append(record_id)
    for identity, key, members, reasons in plans:
        identities.append(
            Identity(
                identity,
                _usual_name(members),
                tuple((m.article, m.index) for m in members),
                tuple(sorted(reasons)),
                tuple(sorted(set(ids_by_key[key]) - {identity})),
                None,
            )
        )
    for record_id, pairs in groups_by_record.items():
        record = registry.people[record_id]
        why: set[str] = set().union(*(r for _, r in pairs))
        same = set(ids_by_key[key_of(record.name)])
        same |= {other for other in record.distinct_from if other in groups_by_record}
        identities.append(
            Identity(
                record_id,
                record.name,
                tuple((m.article, m.index) for m, _ in pairs),
                tuple(sorted(why)),
                tuple(sorted(same - {record_id})),
                record,
            )
        )
    return sorted(identities, key=lambda i: i.id), problems


def _usual_name(members: Sequence[Seen]) -> str:
    """The spelling that most articles print; capitals only where nothing else is printed."""
    counts: dict[str, int] = defaultdict(int)
    for one in members:
        counts[one.mention.name] += 1
    return min(counts, key=lambda name: (name.isupper(), -counts[name], name))


def _new_id(members: Sequence[Seen], taken: set[str]) -> str:
    base = slug(members[0].mention.name) or "khong-ten"
    if base not in taken:
        return base
    where = next(
        (o.split("/")[-1] for one in members for o in sorted(one.organizations)), members[0].place or "khong-ro"
    )
    candidate = f"{base}-{slug(where, 50)}"
    number = 2
    while candidate in taken:
        candidate = f"{base}-{slug(where, 50)}-{number}"
        number += 1
    return candidate


_STATED = "người biên tập ghi mã ở phần đầu của bài"


def _apart(record: PersonRecord, registry: Registry) -> bool:
    """Whether the editors have answered already: this entry says whom it is not."""
    return bool(record.distinct_from) or any(record.id in other.distinct_from for other in registry.people.values())


def _unknown_id(one: Seen, records: Sequence[PersonRecord], registry: Registry) -> Problem:
    ids = [r.id for r in records] or list(registry.people)
    near = difflib.get_close_matches(one.stated_id or "", ids, n=1)
    hint = (f"Có phải “{near[0]}”? " if near else "") + "Sửa mã, hoặc thêm người ấy vào docs/danh-muc/people/."
    return Problem(one.path, one.line, "BN014", f"people: không có “{one.stated_id}” trong danh-muc/people.", hint)


def _namesake_problem(
    rest: Sequence[Seen], clusters: Sequence[Sequence[int]], known: Sequence[PersonRecord]
) -> Problem:
    sides = [f"{record.id} trong danh mục" for record in known]
    for members in clusters:
        # The mention that says most of who this is.
        one = min((rest[i] for i in members), key=lambda s: (not s.organizations, not s.mention.offices))
        offices = "; ".join(dict.fromkeys(f"{o.label} {o.organization or ''}".strip() for o in one.mention.offices))
        sides.append(f"{offices or 'không ghi chức vụ'} ({one.article})")
    last = rest[clusters[-1][0]]
    more = f" / và {len(sides) - _SIDES} nữa" if len(sides) > _SIDES else ""
    return Problem(
        last.path,
        last.line,
        "BN030",
        f"{last.mention.name}: {len(sides)} người trùng tên hay là một? {' / '.join(sides[:_SIDES])}{more}.",
        "Thêm mục vào docs/danh-muc/people/: một mục nếu là một người, mỗi người một mục có distinct_from nếu không.",
        "warning",
    )
