"""Mentions of people in many articles in, persons out: one name is not one person until offices or places say so.

Two people of one name are never merged silently, and one is never split without a line for the editor: every join has
its reason, every doubt becomes a Problem.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .entities import PersonRecord, Registry
from .model import PersonMention
from .problems import Problem
from .text import compare_key, slug


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
_NATIONAL = (
    "tổng bí thư",
    "chủ tịch nước",
    "thủ tướng",
    "chủ tịch quốc hội",
    "ủy viên bộ chính trị",
    "bí thư trung ương",
    "ủy viên trung ương",
    "ủy viên ban chấp hành trung ương",
    "ủy viên dự khuyết",
    "thường trực ban bí thư",
    "phó thủ tướng",
)


class _Groups:
    """Union-find over positions, with the reason of every join."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.reasons: dict[int, set[str]] = defaultdict(set)

    def find(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int, reason: str) -> None:
        a, b = sorted((self.find(i), self.find(j)))
        if a != b:
            self.parent[b] = a
            self.reasons[a] |= self.reasons.pop(b, set())
        self.reasons[a].add(reason)


def _is_common(name: str) -> bool:
    """Whether many people bear it. Four syllables and more are rare; of the shorter ones none is taken for rare."""
    return len(name.split()) < 4


def _pairwise(seen: Sequence[Seen], groups: _Groups) -> None:
    """Joins that need no more than the two mentions. Each key below is an equivalence, so buckets do for pairs."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, one in enumerate(seen):
        for organization in one.organizations:
            buckets["organization", organization].append(i)
        if one.mention.offices:
            buckets["meeting", one.meeting_key].append(i)
        for label in one.labels:
            if label.startswith(_NATIONAL):
                buckets["national", ""].append(i)
                break
        if not _is_common(one.mention.name):
            for place in one.places | ({one.place} if one.place else set()):
                buckets["rare", place].append(i)
    why = {
        "organization": "cùng tên, cùng tổ chức",
        "meeting": "cùng tên, cùng cuộc họp",
        "national": "cùng tên, cùng giữ chức vụ cấp Trung ương",
        "rare": "cùng tên bốn chữ trở lên, cùng địa phương",
    }
    for (kind, _), members in sorted(buckets.items()):
        for other in members[1:]:
            groups.join(members[0], other, why[kind])


def _bare(seen: Sequence[Seen], groups: _Groups) -> list[int]:
    """Joins of mentions without an office that tells: to the only person of that name in the same meeting, else place.

    Returns the positions that more than one person could be.
    """
    doubtful: list[int] = []
    known = [i for i, one in enumerate(seen) if one.organizations]
    for i, one in enumerate(seen):
        if one.organizations:
            continue
        for same, reason in (
            (
                [j for j in known if seen[j].meeting_key == one.meeting_key],
                "bài không ghi tổ chức; cùng tên trong cùng cuộc họp",
            ),
            (
                [j for j in known if one.place and (one.place in seen[j].places or seen[j].place == one.place)],
                "bài không ghi tổ chức; người duy nhất tên này ở cùng địa phương",
            ),
            (
                known if one.place is None or not known else [],
                "bài không ghi tổ chức và nơi; người duy nhất tên này trong kho",
            ),
        ):
            roots = {groups.find(j) for j in same}
            if len(roots) == 1:
                groups.join(roots.pop(), i, reason)
                break
            if len(roots) > 1:
                doubtful.append(i)
                break
    # Several bare mentions of one name in one place, and nobody known: one person as far as anyone can tell.
    by_place: dict[str | None, int] = {}
    for i, one in enumerate(seen):
        if not one.organizations and groups.find(i) == i and i not in doubtful:
            first = by_place.setdefault(one.place, i)
            if first != i:
                groups.join(first, i, "cùng tên, cùng địa phương, đều không ghi tổ chức")
    return doubtful


def _registered(one: Seen, records: Sequence[PersonRecord]) -> PersonRecord | None:
    if one.stated_id:
        return next((r for r in records if r.id == one.stated_id), None)
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
    seen: Sequence[Seen], registry: Registry, organization_names: Mapping[str, str]
) -> tuple[list[Identity], list[Problem]]:
    """Identities in id order. ``seen`` in (date, article, index) order; ids follow it: the first person of a name
    keeps the plain id when another one comes.
    """
    by_name: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by_name[compare_key(one.mention.name)].append(one)
    records: dict[str, list[PersonRecord]] = defaultdict(list)
    for record in registry.people.values():
        for name in (record.name, *record.other_names):
            records[compare_key(name)].append(record)
            by_name.setdefault(compare_key(name), [])
    taken: set[str] = set(registry.people)
    groups_by_record: dict[str, list[tuple[Seen, set[str]]]] = defaultdict(list)
    found: list[tuple[str, list[Seen], set[str], list[int]]] = []
    problems: list[Problem] = []
    for key in sorted(
        by_name,
        key=lambda k: (by_name[k][0].date or dt.date.max, by_name[k][0].article) if by_name[k] else (dt.date.max, k),
    ):
        rest: list[Seen] = []
        for one in by_name[key]:
            chosen = _registered(one, records[key]) if key in records or one.stated_id else None
            if chosen:
                groups_by_record[chosen.id].append((one, {"mục trong danh mục nhân sự"}))
            else:
                rest.append(one)
        if not rest:
            continue
        groups = _Groups(len(rest))
        _pairwise(rest, groups)
        doubtful = _bare(rest, groups)
        clusters: dict[int, list[int]] = defaultdict(list)
        for i in range(len(rest)):
            clusters[groups.find(i)].append(i)
        for root, members in clusters.items():
            found.append((key, [rest[i] for i in members], groups.reasons[root], [i for i in doubtful if i in members]))
        if len(clusters) > 1:
            problems += _namesake_problem(rest, list(clusters.values()), organization_names)
    identities: list[Identity] = []
    ids_by_key: dict[str, list[str]] = defaultdict(list)
    plans: list[tuple[str, str, list[Seen], set[str]]] = []
    for key, members, reasons, _ in found:
        identity = _new_id(members, taken)
        taken.add(identity)
        ids_by_key[key].append(identity)
        plans.append((identity, key, members, reasons))
    for record_id in groups_by_record:
        ids_by_key[compare_key(registry.people[record_id].name)].append(record_id)
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
        same = set(ids_by_key[compare_key(record.name)]) | set(record.distinct_from)
        identities.append(
            Identity(
                record_id,
                record.name,
                tuple((m.article, m.index) for m, _ in pairs),
                tuple(sorted(why)),
                tuple(sorted((same & (taken | set(registry.people))) - {record_id})),
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


def _namesake_problem(
    rest: Sequence[Seen], clusters: Sequence[Sequence[int]], organization_names: Mapping[str, str]
) -> list[Problem]:
    sides = []
    for members in clusters:
        one = rest[members[0]]
        offices = (
            "; ".join(dict.fromkeys(f"{o.label} {o.organization or ''}".strip() for o in one.mention.offices))
            or "không ghi chức vụ"
        )
        sides.append(f"{offices} ({one.article})")
    last = rest[clusters[-1][0]]
    return [
        Problem(
            last.path,
            last.line,
            "BN030",
            f"{last.mention.name}: {len(clusters)} người trùng tên hay là một? " + " / ".join(sides) + ".",
            "Nếu là một người hay hai người khác nhau, ghi vào docs/danh-muc/people/.",
            "warning",
        )
    ]
