"""Mentions of people in, questions about names out that differ in one letter or mark where one person is likely meant.

Nothing is joined here: a slip of the pen is a suggestion to the editor, who may write the other spelling into the
registry.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from .problems import Problem
from .resolve_people import Seen
from .text import compare_key, fold

_LEAST = 3  # letters of a syllable in which one may be wrong: "An" and "Ân" apart, shorter ones are other names


class _Person:
    """What is known of one person, of all its mentions."""

    def __init__(self, first: Seen) -> None:
        self.first = first
        self.articles: set[str] = set()
        self.shared: set[str] = set()  # meetings and organisations
        self.labels: set[str] = set()

    def add(self, one: Seen) -> None:
        self.articles.add(one.article)
        self.shared |= {f"meeting {one.meeting_key}", *one.organizations}
        self.labels |= one.labels


def likely_slips(seen: Sequence[Seen], person_of: Mapping[tuple[str, int], str]) -> list[Problem]:
    """One Problem for each pair of persons whose names nearly agree, who hold one office or meet at one meeting.

    Names that one article prints side by side are two people. ``person_of``: person id of (article id, index).
    """
    people: dict[str, _Person] = {}
    bearers: dict[str, set[str]] = defaultdict(set)  # comparable name -> persons
    for one in seen:
        identity = person_of[one.article, one.index]
        people.setdefault(identity, _Person(one)).add(one)
        bearers[compare_key(one.mention.name)].add(identity)
    pairs = {
        (x, y) if (-len(people[x].articles), x) < (-len(people[y].articles), y) else (y, x)
        for a, b in _near_names(bearers)
        for x in bearers[a]
        for y in bearers[b]
        if x != y
    }
    return [
        _question(people[usual].first, people[rare].first, usual)
        for usual, rare in sorted(pairs)
        if people[usual].shared & people[rare].shared
        and people[usual].labels & people[rare].labels
        and not people[usual].articles & people[rare].articles
    ]


def _near_names(names: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ as slips do: in marks alone, or in one letter of one syllable.

    Two words that differ in one letter have a word in common when one letter is left out of each: names meet under
    such words, so that none is compared with all others.
    """
    meeting_points: dict[str, list[str]] = defaultdict(list)
    for name in names:
        syllables = [_plain_i(s) for s in fold(name).split()]
        meeting_points[" ".join(syllables)].append(name)
        for at, syllable in enumerate(syllables):
            for shorter in {syllable, *(syllable[:n] + syllable[n + 1 :] for n in range(len(syllable)))}:
                if len(syllable) >= _LEAST:
                    meeting_points[" ".join([*syllables[:at], f"{shorter}*", *syllables[at + 1 :]])].append(name)
    found = {pair for met in meeting_points.values() for pair in combinations(sorted(set(met)), 2) if _near(*pair)}
    yield from sorted(found)


_Y = re.compile(r"(?<=[bcdghklmnpqrstvx])y$|(?<=qu)y$")


def _plain_i(syllable: str) -> str:
    """Sy and Si, Ly and Li, Quy and Qui are spellings of one name."""
    return _Y.sub("i", syllable)


def _near(one: str, other: str) -> bool:
    """Whether two comparable names differ in marks alone, or in one letter put in, left out or exchanged."""
    a, b = ([_plain_i(s) for s in fold(name).split()] for name in (one, other))
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y] if len(a) == len(b) else [("", "")] * 2
    return not differing or (
        len(differing) == 1 and min(map(len, differing[0])) >= _LEAST and _one_letter(*differing[0])
    )


def _one_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at:] == long[at + 1 :] if len(short) < len(long) else short[at + 1 :] == long[at + 1 :]


def _question(usual: Seen, rare: Seen, person: str) -> Problem:
    return Problem(
        rare.path,
        rare.line,
        "BN032",
        f"“{rare.mention.name}” gần giống “{usual.mention.name}” ({usual.article}), cùng chức vụ: có thể gõ nhầm.",
        f"Nếu là một người, ghi tên này vào other_names của {person} trong docs/danh-muc/people/.",
        "warning",
    )
