"""Reports of single articles in, meetings out: which articles tell of one event, why, and where they differ.

Two reports are joined when enough speaks for it (day, body, people, documents, words); a doubtful pair is proposed to
the editor. What the editor states in the front matter wins.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .model import Article, EventDate, Extraction
from .problems import Problem
from .text import compare_key, slug, tone_normal

JOIN = 5  # from this score on two reports are one meeting …
PROPOSE = 4  # … and from this one on the editor is asked
_UNDATED = -1  # points where one of the two does not say when
# A report without a day is joined where its words are much the same, or where something only that meeting had is in
# both: body, chair and kind come together again within days (2 of 13 such joins among 4,446 leads of one portal were
# two meetings, with 31 and 32 hundredths of their words in common).
_ALIKE = 0.4
_PARTICULAR = {"cùng người nhận nhiệm vụ", "cùng dẫn một văn kiện"}


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of its meeting, in comparable form."""

    article: Article
    extraction: Extraction
    outlet: str | None
    place: str | None  # province id
    body: str | None  # organisation id
    body_name: str | None
    body_family: frozenset[str]  # the body, its parents
    speakers: frozenset[str]  # comparable names of those who chaired or spoke
    others: frozenset[str]  # … of those who attended
    appointed: frozenset[str]  # … of those who are given an office there
    documents: frozenset[str]  # comparable citations
    words: frozenset[str]  # pairs of neighbouring syllables of title and lead

    @property
    def when(self) -> EventDate:
        return self.extraction.event.date


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that tell of one meeting, in the order in which they came."""

    id: str
    reports: tuple[Report, ...]
    reasons: tuple[str, ...]


_SYLLABLE = re.compile(r"[^\W_]+")


def word_pairs(texts: Iterable[str]) -> frozenset[str]:
    """Neighbouring syllables, the unit in which two Vietnamese texts can be compared."""
    pairs: set[str] = set()
    for text in texts:
        syllables = _SYLLABLE.findall(tone_normal(text).casefold())
        pairs.update(f"{a} {b}" for a, b in itertools.pairwise(syllables))
    return frozenset(pairs)


def report(
    article: Article,
    extraction: Extraction,
    *,
    outlet: str | None,
    body: str | None,
    body_name: str | None,
    family: frozenset[str],
) -> Report:
    """The comparable form of one article's meeting."""
    names: dict[str, set[str]] = defaultdict(set)
    for person in extraction.people:
        names["speakers" if person.role in ("chaired", "spoke") else person.role].add(compare_key(person.name))
    lead = [b.text for b in article.blocks if b.kind == "lead"][:1]
    place = extraction.event.place
    return Report(
        article, extraction, outlet, place.split("/")[0] if place else None, body, body_name, family,
        frozenset(names["speakers"]), frozenset(names["attended"] | names["caption"]),
        frozenset(
            compare_key(p.name) for p in extraction.people if any(o.status == "incoming" for o in p.offices)
        ),
        frozenset(compare_key(c.symbol or c.as_written) for c in extraction.citations),
        word_pairs([article.title, *lead]),
    )  # fmt: skip


def _days(when: EventDate) -> tuple[dt.date, dt.date] | None:
    if when.date is None or when.precision != "day":
        return None
    return when.date, when.end or when.date


def _same_time(a: Report, b: Report) -> tuple[int, str] | None:
    """(points, reason) when both can have been on one day; None when they cannot, or when nothing says so."""
    x, y = _days(a.when), _days(b.when)
    if x and y:
        if x[0] == y[0]:
            return (-2, "cùng ngày, khác buổi") if at_odds(a, b) else (0, "cùng ngày")
        return (0, "ngày họp giao nhau") if max(x[0], y[0]) <= min(x[1], y[1]) else None
    # One of them only bounded: what was published within two days after the other's day may tell of it.
    known, open_ended = (x, b) if x else (y, a)
    limit = open_ended.when.not_after or open_ended.article.published
    if known and limit and dt.timedelta(0) <= limit - known[1] <= dt.timedelta(days=2):
        return _UNDATED, "một bài không ghi ngày, đăng ngay sau đó"
    return None


def _other_part(a: Report, b: Report) -> bool:
    """Whether one says morning and the other afternoon; "trưa" may be the end of either."""
    parts = {a.when.part_of_day, b.when.part_of_day}
    return len(parts) == 2 and parts <= {"sáng", "chiều", "tối"}


def at_odds(a: Report, b: Report) -> bool:
    """Whether only an editor can tell that two reports are of one meeting: a session may last all day and nobody is
    appointed twice on one, but bodies that meet daily hold one meeting in the morning and another one after it.
    """
    same_session = a.extraction.event.session and a.extraction.event.session == b.extraction.event.session
    return _other_part(a, b) and not ((same_session and a.body == b.body) or a.appointed & b.appointed)


def contradict(a: Report, b: Report) -> bool:
    """Whether two reports cannot tell of one meeting, whatever speaks for it; also not by way of a third one."""
    x, y = a.article.meta.meeting.id, b.article.meta.meeting.id
    if x and y and x != y:
        return True  # the editor has said so
    if a.place and b.place and a.place != b.place:
        return True
    first, second = a.extraction.event.session, b.extraction.event.session
    if first and second and first != second and a.body == b.body:
        return True
    s, t = _days(a.when), _days(b.when)
    return bool(s and t) and max(s[0], t[0]) > min(s[1], t[1])  # type: ignore[index]


def score(a: Report, b: Report) -> tuple[int, tuple[str, ...]]:
    """How much speaks for one meeting, and what. A pair that cannot be one meeting scores far below zero."""
    no = (-99, ())
    if contradict(a, b):
        return no
    x, y = a.extraction.event, b.extraction.event
    time = _same_time(a, b)
    if time is None:
        return no
    points, why = time[0], [time[1]]
    if a.body and a.body == b.body:
        points, why = points + 3, [*why, "cùng cơ quan họp"]
    elif a.body_family & b.body_family:
        points, why = points + 1, [*why, "cơ quan họp cùng hệ thống"]
    shared = a.speakers & b.speakers
    if shared:
        points, why = points + 2, [*why, "cùng người chủ trì hoặc phát biểu"]
    everyone = (a.speakers | a.others) & (b.speakers | b.others)
    apart = (a.speakers | a.others) - everyone and (b.speakers | b.others) - everyone
    # Who receives one guest after another is in every report of the day, each with somebody else.
    if len(everyone) >= 3 or (everyone and not shared and not (len(everyone) == 1 and apart)):
        points, why = points + 1, [*why, f"cùng {len(everyone)} người dự"]
    if a.appointed & b.appointed:
        points, why = points + 2, [*why, "cùng người nhận nhiệm vụ"]
    if x.session and x.session == y.session:
        points, why = points + 1, [*why, f"cùng lần thứ {x.session}"]
    if x.kind and y.kind and compare_key(x.kind) == compare_key(y.kind):
        points, why = points + 1, [*why, "cùng loại cuộc họp"]
    if a.documents & b.documents:
        points, why = points + 1, [*why, "cùng dẫn một văn kiện"]
    near = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    if near >= 0.25:
        points, why = points + (2 if near >= 0.5 else 1), [*why, "lời văn giống nhau"]
    particular = len(everyone) >= 3 or bool(_PARTICULAR & set(why)) or (bool(x.session) and x.session == y.session)
    if at_odds(a, b):
        points = PROPOSE if points >= JOIN else min(points, PROPOSE - 1)
    elif time[0] == _UNDATED and near < _ALIKE and not particular:
        points = min(points, PROPOSE)
    same_body = bool(a.body and a.body == b.body) or bool(a.body_family & b.body_family)
    if len(everyone) < 2 and not (shared or particular or same_body):
        points = min(points, PROPOSE - 1)  # one guest, the genre's words: two receptions of one day have that too
    return points, tuple(why)


def _candidates(reports: Sequence[Report]) -> Iterable[tuple[int, int]]:
    """Pairs worth scoring: close in time, sharing body or a person. Bounded by what shares a day."""
    by_key: dict[tuple[dt.date, str], list[int]] = defaultdict(list)
    for i, one in enumerate(reports):
        span = _days(one.when)
        if span:
            days = [span[0] + dt.timedelta(days=n) for n in range(min((span[1] - span[0]).days, 7) + 1)]
        else:
            limit = one.when.not_after or one.article.published
            days = [limit - dt.timedelta(days=n) for n in range(3)] if limit else []
        for day in days:
            for key in {*one.speakers, *one.others, *one.appointed, *one.body_family}:
                by_key[day, key].append(i)
    pairs: set[tuple[int, int]] = set()
    for members in by_key.values():
        # A person or body in more than 60 reports of one day tells nothing; comparing all of them would be quadratic.
        if len(members) <= 60:
            pairs.update((i, j) for n, i in enumerate(members) for j in members[n + 1 :] if i != j)
    return sorted((min(p), max(p)) for p in pairs)


def group(reports: Sequence[Report]) -> tuple[list[Group], list[Problem]]:
    """Meetings in the order of their first report; every report is in exactly one."""
    joined = _Joined(reports)
    stated: dict[str, int] = {}
    for i, one in enumerate(reports):
        identity = one.article.meta.meeting.id
        if identity and stated.setdefault(identity, i) != i:
            joined.join(stated[identity], i, ("người biên tập ghi cùng mã cuộc họp",), whatever_they_say=True)
    scored = [(*score(reports[i], reports[j]), i, j) for i, j in _candidates(reports)]
    # The surest first, so that a doubtful pair cannot bar a sure one.
    for points, why, i, j in sorted(scored, key=lambda s: (-s[0], s[2], s[3])):
        if points >= JOIN:
            joined.join(i, j, why)
    members: dict[int, list[int]] = defaultdict(list)
    for i in range(len(reports)):
        members[joined.find(i)].append(i)
    taken = set(stated)
    groups: list[Group] = []
    for root, positions in members.items():
        inside = [reports[i] for i in positions]
        identity = _meeting_id(inside, taken)
        taken.add(identity)
        groups.append(Group(identity, tuple(inside), tuple(sorted(joined.reasons[root]))))
    doubtful: dict[tuple[int, int], Problem] = {}
    for points, why, i, j in scored:
        pair = (joined.find(i), joined.find(j))
        if points >= PROPOSE and pair[0] != pair[1] and pair not in doubtful and joined.possible(i, j):
            doubtful[pair] = _proposal(reports[i], reports[j], why)
    return groups, list(doubtful.values())


class _Joined:
    """Union-find over reports that never lets two into one group that contradict each other."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.reports = reports
        self.parent = list(range(len(reports)))
        self.members = [[i] for i in range(len(reports))]
        self.reasons: dict[int, set[str]] = defaultdict(set)

    def find(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def possible(self, i: int, j: int) -> bool:
        """Whether an editor may be asked about them: nothing in either group says that they are two meetings."""
        return not any(contradict(x, y) for x, y in self._pairs(i, j))

    def _may_join(self, i: int, j: int) -> bool:
        a, b = self.reports[i], self.reports[j]
        # One says afternoon and one evening, and both name who was appointed: then others may differ in that too.
        told = _other_part(a, b) and not at_odds(a, b)
        return not any(contradict(x, y) or (not told and at_odds(x, y)) for x, y in self._pairs(i, j))

    def _pairs(self, i: int, j: int) -> Iterator[tuple[Report, Report]]:
        for x in self.members[self.find(i)]:
            for y in self.members[self.find(j)]:
                yield self.reports[x], self.reports[y]

    def join(self, i: int, j: int, why: Iterable[str], whatever_they_say: bool = False) -> None:
        a, b = sorted((self.find(i), self.find(j)))
        if a != b:
            if not whatever_they_say and not self._may_join(i, j):
                return
            self.parent[b] = a
            self.members[a] += self.members[b]
            self.reasons[a] |= self.reasons.pop(b, set())
        self.reasons[a].update(why)


def _proposal(a: Report, b: Report, why: tuple[str, ...]) -> Problem:
    return Problem(
        b.article.path, 0, "BN050",
        f"“{b.article.title}” có thể cùng cuộc họp với “{a.article.title}” ({a.article.path}): {', '.join(why)}.",
        "Nếu đúng, ghi cùng một meeting.id vào phần đầu của hai bài; nếu không, ghi hai mã khác nhau.", "warning",
    )  # fmt: skip


def best_date(reports: Sequence[Report]) -> EventDate:
    """The date that the meeting's page shows: editor's word first, then the most exact, then the earliest."""
    order = {"day": 0, "month": 1, "year": 2, "not_after": 3, "unknown": 4}
    basis = {"editor": 0, "stated": 1, "from_publication": 2, "from_text": 3, "outlet": 4, "unknown": 5}
    return min(
        (one.when for one in reports),
        key=lambda w: (w.basis != "editor", order[w.precision], basis[w.basis], w.date or w.not_after or dt.date.max),
    )


def _meeting_id(reports: Sequence[Report], taken: set[str]) -> str:
    """The editor's id, else one of day and body that no other meeting has; ``taken`` holds the editor's ids too."""
    for one in reports:
        if one.article.meta.meeting.id:
            return one.article.meta.meeting.id
    when = best_date(reports)
    if when.date and when.precision == "day":
        day = when.date.isoformat()
    elif when.date:
        day = when.date.strftime("%Y-%m" if when.precision == "month" else "%Y")
    else:
        day = f"den-{when.not_after.isoformat()}" if when.not_after else "khong-ro-ngay"
    # What the meeting's page shows: what most of its articles print.
    body = most_printed(one.body for one in reports)
    name = next((one.body_name for one in reports if one.body_name and one.body == body), None)
    kind = most_printed(one.extraction.event.kind for one in reports)
    session = most_printed(one.extraction.event.session for one in reports)
    base = f"{day}-{slug(name or kind or reports[0].article.title, 70) or 'cuoc-hop'}"
    longer = f"{base}-{slug(' '.join(filter(None, (kind, session))), 40)}".rstrip("-")
    for candidate in (base, longer, *(f"{longer}-{n}" for n in range(2, len(taken) + 3))):
        if candidate not in taken:
            return candidate
    raise AssertionError("a free number always exists")


def most_printed(values: Iterable[str | None]) -> str | None:
    """The value that most reports print; among equals the longest, then the first in order."""
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        if value:
            counts[value] += 1
    return min(counts, key=lambda v: (-counts[v], -len(v), v)) if counts else None


# --- near duplicates ---------------------------------------------------------------------------------------------
def near_duplicates(reports: Mapping[str, Article]) -> list[Problem]:
    """One article saved twice, with other boilerplate or another headline: recognised by its paragraphs' words."""
    sketches: dict[str, frozenset[int]] = {}
    numbers: dict[str, frozenset[str]] = {}
    short: set[str] = set()
    buckets: dict[int, list[str]] = defaultdict(list)
    for identity, article in reports.items():
        text = " ".join(b.text for b in article.blocks if b.kind in ("lead", "paragraph"))
        syllables = _SYLLABLE.findall(tone_normal(text).casefold())
        if len(syllables) < 40:
            continue  # short notices of one form resemble each other without being copies
        if len(syllables) < _SHORT:
            short.add(identity)
        # The runs of five syllables with the smallest checksums: the same ones are kept in both copies.
        runs = {zlib.crc32(" ".join(syllables[i : i + 5]).encode()) for i in range(len(syllables) - 4)}
        sketch = frozenset(sorted(runs)[:64])
        sketches[identity] = sketch
        numbers[identity] = frozenset(s for s in syllables if s.isdecimal())
        for value in sorted(sketch)[:8]:
            buckets[value].append(identity)
    pairs = {(a, b) for ids in buckets.values() if len(ids) <= 20 for n, a in enumerate(ids) for b in ids[n + 1 :]}
    problems = []
    for a, b in sorted(pairs):
        share = _common(sketches[a], sketches[b])
        # The 36th and the 48th session are reported in the same words on other days; a copy has the same figures.
        alike = share >= (_COPY_OF_SHORT if a in short or b in short else _COPY)
        if alike and _common(numbers[a], numbers[b]) >= _COPY:
            problems.append(Problem(
                reports[b].path, 0, "BN052", f"lời văn gần như trùng với {reports[a].path} (giống {share:.0%}).",
                "Giữ một bài, hoặc ghi rõ trong phần đầu vì sao giữ cả hai.", "warning"))  # fmt: skip
    return problems


_COPY = 0.7  # from this share of the smaller one's runs on a text is a copy …
_COPY_OF_SHORT = 0.9  # … and from this one on where one of the two has little but the genre's phrases
_SHORT = 150  # syllables


def _common(one: frozenset[Any], other: frozenset[Any]) -> float:
    """The share of the smaller set that the larger one has; 1 where there is nothing to compare."""
    return len(one & other) / min(len(one), len(other)) if one and other else 1.0
