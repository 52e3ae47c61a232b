"""Reports of one meeting in, what they say differently out: each value with its articles and words; and which of these
differences are questions, because both sides cannot be right.

An article that is shorter or less exact contradicts nobody: "hơn 243.000" and "243.544", "dự" and "chủ trì", "Phó Bí
thư" and "Phó Bí thư Thường trực" are shown side by side and asked of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from .entities import ArticleRecord, Difference, Registry
from .model import Evidence, Figure
from .problems import Problem
from .text import compare_key

# Words beside a number that say on which side of it the truth lies.
_BELOW = frozenset({"gần", "đạt gần", "dưới", "chưa đầy", "chưa đến", "chưa tới", "ngót", "không quá", "tối đa"})
_ABOVE = frozenset(
    {"hơn", "trên", "đạt hơn", "đạt trên", "ít nhất", "tối thiểu", "tối thiểu là", "không dưới", "từ", "trở lên"}
)
_ABOUT = frozenset({"khoảng", "chừng", "xấp xỉ", "ước", "ước đạt", "ước khoảng", "ước tính", "ước chừng", "hàng"})
_SAME_TIME = 3  # days apart at which two numbers of one meeting are of one time
_ROUNDED = 0.1  # "hơn 2.400" is said of up to a tenth more
# Meetings of several days: their reports may be of different days, and offices change while they go on.
_LONG = re.compile(r"đại hội|kỳ họp|hội nghị ban chấp hành")
_OFFICES_CHANGE = re.compile(r"đại hội|công bố|trao quyết định|kỳ họp|bầu")
# Words that say an office more exactly, not another one.
_EXACT = frozenset({"thường", "trực", "chuyên", "trách", "thứ", "nhất", "kiêm", "nhiệm", "dự", "khuyết", "phụ"})
_SHORT = (
    ("ban chấp hành", "bch"),
    ("ban thường vụ", "btv"),
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("thành phố", "tp"),
    ("tp.", "tp "),
)

Source = tuple[str, Evidence | None]
Contradicts = Callable[["_Said", "_Said"], bool]


@dataclass(slots=True)
class _Said:
    """One value as the articles say it."""

    shown: str
    sources: dict[Source, None] = field(default_factory=dict)
    figure: Figure | None = None

    @property
    def articles(self) -> set[str]:
        return {article for article, _ in self.sources}


@dataclass(slots=True)
class _Topic:
    """What is said of one thing. ``contradicts`` tells whether two values cannot both be right."""

    what: str
    contradicts: Contradicts
    values: dict[str, _Said] = field(default_factory=dict)

    def note(self, value: str | None, record: ArticleRecord, evidence: Evidence | None, key: str = "") -> _Said | None:
        if not value:
            return None
        said = self.values.setdefault(key or compare_key(value), _Said(value))
        said.sources[record.article.id, evidence] = None
        return said

    def difference(self) -> Difference | None:
        """The values side by side; None where all articles say one thing, or one article says several."""
        sets = [said.articles for said in self.values.values()]
        if len(sets) < 2 or len(set().union(*sets)) < 2 or not any(x != y for x in sets for y in sets):
            return None
        shown = sorted(self.values.values(), key=lambda said: said.shown)
        return Difference(self.what, tuple((said.shown, tuple(said.sources)) for said in shown))

    def contradiction(self) -> tuple[_Said, _Said] | None:
        """Two values of different articles that cannot both be right; an article that says both sides asks nothing."""
        for one, other in combinations(self.values.values(), 2):
            if not one.articles & other.articles and self.contradicts(one, other):
                return one, other
        return None


def compare(
    records: Sequence[ArticleRecord], registry: Registry, title: str, kind: str | None
) -> tuple[tuple[Difference, ...], list[Problem]]:
    """(differences for the meeting's page, the questions among them) of the reports of one meeting.

    ``title``: what the meeting is called; ``kind``: "đại hội", "hội nghị tổng kết" …
    """
    if len(records) < 2:
        return (), []
    topics = [
        *_events(records, registry, kind),
        *_figures(records),
        *_people(records, kind),
    ]
    differences = [found for topic in topics if (found := topic.difference()) is not None]
    texts = {record.article.id: record for record in records}
    problems = [
        _question(title, topic.what, pair, texts)
        for topic in [*topics, _chairs(records)]
        if (pair := topic.contradiction()) is not None
    ]
    return tuple(differences), problems


def _always(one: _Said, other: _Said) -> bool:
    return True


def _never(one: _Said, other: _Said) -> bool:
    return False


# --- day, place, session, body ------------------------------------------------------------------------------------
def _events(records: Sequence[ArticleRecord], registry: Registry, kind: str | None) -> Iterable[_Topic]:
    long = bool(kind and _LONG.search(kind)) or any(r.event.date.end for r in records)
    decided = any(r.event.date.basis == "editor" for r in records)  # the editor's word ends the question
    part = _Topic("buổi họp", _never if long else _always)
    day = _Topic("ngày họp", _never if long or decided else _always)
    session = _Topic("lần họp", _always)
    place = _Topic("nơi họp", _never if any(r.event.place_basis == "editor" for r in records) else _always)
    body = _Topic("cơ quan họp", _never)  # who convened and who met are both called so
    for record in records:
        event = record.event
        part.note(event.date.part_of_day, record, event.date.evidence)
        if event.date.date and event.date.precision == "day":
            day.note(event.date.date.isoformat(), record, event.date.evidence)
        session.note(event.session, record, event.body_evidence)
        if event.place and event.place_basis in ("stated", "editor"):
            known = registry.places.get(event.place)
            place.note(known.name if known else event.place, record, event.place_evidence, event.place)
        body.note(event.body, record, event.body_evidence, _plain(event.body or ""))
    keys = list(place.values)
    if all(not _apart_keys(a, b) for a, b in combinations(keys, 2)):
        place.values.clear()  # a ward lies in its city: one of them is only less exact
    names = list(body.values)
    if all(a.startswith(b) or b.startswith(a) for a, b in combinations(names, 2)):
        body.values.clear()
    return part, day, session, place, body


def _plain(name: str) -> str:
    key = compare_key(name)
    for long, short in _SHORT:
        key = key.replace(long, short)
    return " ".join(key.split())


def _apart_keys(one: str, other: str) -> bool:
    return not (one == other or one.startswith(other + "/") or other.startswith(one + "/"))


# --- figures --------------------------------------------------------------------------------------------------------
def _figures(records: Sequence[ArticleRecord]) -> Iterable[_Topic]:
    topics: dict[str, _Topic] = {}
    several: set[tuple[str, str]] = set()  # (topic, article) of which one article gives more than one value
    seen: dict[tuple[str, str], str] = {}
    for record in records:
        for figure in record.extraction.figures:
            what = f"số liệu: {' — '.join(filter(None, (figure.what, figure.subject)))}"
            key = compare_key(f"{what} {figure.unit or ''}")
            shown = figure_text(figure)
            said = topics.setdefault(key, _Topic(what, _never)).note(shown, record, figure.evidence)
            if said is not None:
                said.figure = figure
            article = record.article.id
            if seen.setdefault((key, article), shown) != shown:
                several.add((key, article))
    for key, topic in topics.items():
        # "28 chỉ tiêu, trong đó 19 chỉ tiêu …": where one article counts several things of one name, none is a
        # contradiction of another article's.
        if not any(k == key for k, _ in several):
            topic.contradicts = _different_figures
    return topics.values()


def _different_figures(one: _Said, other: _Said) -> bool:
    a, b = one.figure, other.figure
    if a is None or b is None or compare_key(a.unit or "") != compare_key(b.unit or ""):
        return False
    if a.as_of is None or b.as_of is None or abs((a.as_of - b.as_of).days) > _SAME_TIME:
        return False  # of other times, or of a time that nobody says
    (low, high), (least, most) = bounds(a), bounds(b)
    return high < least or most < low


def bounds(figure: Figure) -> tuple[float, float]:
    """Between which numbers the truth lies, as the words beside the number have it: "gần 6.400" -> (5760, 6400)."""
    low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    words = compare_key(figure.qualifier or "")
    if words in _BELOW:
        return low * (1 - _ROUNDED), high
    if words in _ABOVE or words.endswith("trở lên"):
        return low, high * (1 + _ROUNDED)
    if words in _ABOUT:
        return low * (1 - _ROUNDED / 2), high * (1 + _ROUNDED / 2)
    return low, high


def figure_text(figure: Figure) -> str:
    """A figure as it is shown: "hơn 2.400", "3 - 4 %"."""

    def number(value: float) -> str:
        if isinstance(value, int):
            return f"{value:,}".replace(",", ".")
        return f"{value:g}".replace(".", ",")

    value = figure.value
    shown = f"{number(value[0])} - {number(value[1])}" if isinstance(value, tuple) else number(value)
    return " ".join(filter(None, (figure.qualifier, shown, figure.unit)))


# --- people ---------------------------------------------------------------------------------------------------------
def _people(records: Sequence[ArticleRecord], kind: str | None) -> Iterable[_Topic]:
    change = bool(kind and _OFFICES_CHANGE.search(kind))
    topics: dict[str, _Topic] = {}
    for record in records:
        for person, mention, ids in zip(
            record.people, record.extraction.people, record.office_organizations, strict=True
        ):
            if mention.role in ("chaired", "attended"):
                what = f"vai trò: {mention.name}"
                where = mention.references[0].evidence if mention.references else None
                text = "chủ trì" if mention.role == "chaired" else "dự"
                topics.setdefault(what, _Topic(what, _never)).note(text, record, where)
            moving = any(o.status in ("incoming", "outgoing") for o in mention.offices)
            for office, identity in zip(mention.offices, ids, strict=True):
                body = identity or office.organization
                if body:
                    what = f"chức vụ: {mention.name} ({person}) tại {office.organization or body}"
                    topic = topics.setdefault(f"{person} {body} {office.status}", _Topic(what, _other_office))
                    topic.note(office.label, record, office.evidence)
                    if change or moving or office.status != "current":
                        topic.contradicts = _never
    return topics.values()


def _other_office(one: _Said, other: _Said) -> bool:
    """Whether two titles at one organisation are two offices, not one said more exactly."""
    a, b = ({w for w in _plain(said.shown).split() if w not in _EXACT} for said in (one, other))
    # "Ủy viên" of a committee may be its secretary, its head …: the less exact word contradicts nothing.
    return a != b and not ({"viên"} & (a | b)) and not (a <= b and "phó" not in b) and not (b <= a and "phó" not in a)


def _chairs(records: Sequence[ArticleRecord]) -> _Topic:
    """Who chaired, where two articles name each their own."""
    topic = _Topic("người chủ trì", _always)
    for record in records:
        chairs = [
            (mention, person)
            for mention, person in zip(record.extraction.people, record.people, strict=True)
            if mention.role == "chaired"
        ]
        for mention, person in chairs:
            evidence = mention.references[0].evidence if mention.references else None
            if evidence and "điểm cầu" in record.article.block(evidence.block).text:
                continue  # each place of an online meeting has a chair
            topic.note(mention.name, record, evidence, person)
    named = [{person for person, said in topic.values.items() if r.article.id in said.articles} for r in records]
    apart = [pair for pair in combinations([n for n in named if n], 2) if not pair[0] & pair[1]]
    if not apart:
        topic.values.clear()
    return topic


# --- the question -----------------------------------------------------------------------------------------------------
def _question(title: str, what: str, pair: tuple[_Said, _Said], records: Mapping[str, ArticleRecord]) -> Problem:
    sides = []
    for said in pair:
        article, evidence = next(iter(said.sources))
        record = records[article]
        words = ""
        if evidence is not None:
            text = record.article.block(evidence.block).text
            words = text[evidence.start : evidence.end]
        shown = (
            said.shown if not words or compare_key(words) == compare_key(said.shown) else f"{said.shown} (“{words}”)"
        )
        sides.append((record.article.path, evidence, f"{shown}, theo {record.article.id}"))
    path, evidence, _ = sides[0]
    line = records[next(iter(pair[0].sources))[0]].article.block(evidence.block).line if evidence else 0
    return Problem(
        path,
        line,
        "BN051",
        f"cuộc họp “{title}”, {what}: {sides[0][2]}; nhưng {sides[1][2]}.",
        "So hai bài với nguồn: bài nào gõ nhầm thì sửa; hai báo đưa khác nhau thì để nguyên, trang cuộc họp nêu cả.",
        "warning",
    )
