"""Compare what was read of an article with what its gold says: facts of both sides in, counts out. Pure."""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any, Self, TypeVar

T = TypeVar("T")


# --- facts: what the gold says and what was read, in one shape ----------------------------------------------------
@dataclass(frozen=True)
class Office:
    """An office. Of the gold: ``also``, other names of the organisation that are right; ``statuses``, every right one;
    ``optional`` ones are neither asked for nor held against the reading."""

    label: str
    organization: str | None = None
    statuses: tuple[str, ...] = ("current",)
    optional: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """A person of an article. ``roles``: every role that is right."""

    name: str
    roles: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Document:
    """A cited document. ``ids``: every answer that is right, as patterns; None is "honestly unresolved"."""

    as_written: str
    ids: tuple[str | None, ...] = (None,)
    optional: bool = False


@dataclass(frozen=True)
class Caption:
    """A picture's caption and its photographer. ``credits``: every right answer."""

    text: str
    credits: tuple[str | None, ...] = (None,)
    optional: bool = False


@dataclass(frozen=True)
class Statement:
    """Whose words a paragraph reports. ``text``: its first words in the gold, all of it in what was read."""

    person: str
    text: str
    quoted: tuple[bool, ...] = (False,)
    optional: bool = False


@dataclass(frozen=True)
class Figure:
    """A reported number. Of the gold: ``whats``, ``units``, ``subjects`` and ``days`` hold every right answer;
    ``subjects`` and ``days`` are empty where they are not asked for."""

    value: tuple[float, ...]  # one number, or the two ends of a range
    whats: tuple[str, ...]
    units: tuple[str | None, ...] = (None,)
    qualifiers: tuple[str | None, ...] = (None,)
    subjects: tuple[str | None, ...] = ()
    days: tuple[str | None, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Facts:
    """All facts of one article. Single facts hold every right answer; None among them is an honest "unknown".

    ``captions``, ``statements`` and ``figures`` are None in a gold that does not say which there are.
    """

    article: str
    title: tuple[str | None, ...] = (None,)
    date: tuple[str | None, ...] = (None,)
    place: tuple[str | None, ...] = (None,)
    body: tuple[str | None, ...] = (None,)
    people: tuple[Person, ...] = ()
    documents: tuple[Document, ...] = ()
    captions: tuple[Caption, ...] | None = ()
    statements: tuple[Statement, ...] | None = ()
    figures: tuple[Figure, ...] | None = None


# --- normal forms -------------------------------------------------------------------------------------------------
_LONG_FORMS = (
    (r"tp ?\.? ?hcm|(?:tp ?\.?|thành phố) ?hồ chí minh", "tphcm"),
    (r"tp", "thành phố"),
    (r"t ?\. ?ư|tw", "trung ương"),
    (r"ubnd", "ủy ban nhân dân"),
    (r"hđnd", "hội đồng nhân dân"),
    (r"(?:ủy ban )?(?:mttq|mặt trận tổ quốc)(?: việt nam| vn)?", "ủy ban mặt trận tổ quốc"),
    (r"ubkt", "ủy ban kiểm tra"),
    (r"bch", "ban chấp hành"),
    (r"btv", "ban thường vụ"),
    (r"đbqh", "đại biểu quốc hội"),
    (r"uvbtv|uv ?\. ?btv", "ủy viên ban thường vụ"),
    (r"tuv", "tỉnh ủy viên"),
    (r"đuv", "đảng ủy viên"),
    (r"pbt tt", "phó bí thư thường trực"),
    (r"tỉnh ủy tỉnh", "tỉnh ủy"),
    (r"thành ủy thành phố", "thành ủy"),
    (r"lhpn", "liên hiệp phụ nữ"),
)
_FORMS = [(re.compile(rf"(?<!\w)(?:{short})(?!\w)"), long) for short, long in _LONG_FORMS]
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def _old_tones(text: str) -> str:
    """The tone mark of open oa, oe, uy on the first vowel; lower case in and out (hoà -> hòa, uỷ -> ủy)."""
    apart = unicodedata.normalize("NFD", text)
    moved = re.sub(rf"([ou])([aey])([{_TONES}])(?!\w)", _move, apart)
    return unicodedata.normalize("NFC", moved)


def _move(found: re.Match[str]) -> str:
    first, second, tone = found.groups()
    before = found.string[: found.start()]
    if (first + second) not in {"oa", "oe", "uy"} or before.endswith("q"):
        return found.group(0)
    return first + tone + second


def key(text: str) -> str:
    """Equal for two spellings of one thing: case, tone placement, abbreviations, quotes, dashes and spaces."""
    text = _old_tones(unicodedata.normalize("NFC", text).casefold())
    text = re.sub(r"\s*[-‐‑‒–—−]\s*", "-", re.sub(r"[\"“”„'‘’ʼ`|]", "", text))
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))
    text = re.sub(r"(?<!\w)tp ?\. ?(?=\w)", "tp ", text)
    for pattern, long in _FORMS:
        text = pattern.sub(long, text)
    return " ".join(text.split()).strip(" .,;:")


_STATUS = (
    (("nguyên ", "cựu ", "cố "), "former"),
    (("quyền ", "q. "), "acting"),
    (("tân ",), "incoming"),
)
# Ranks, degrees and honours are printed where offices are, and are none.
_RANK = re.compile(
    r"(?:(?:đại|thượng|trung|thiếu|chuẩn) (?:tướng|tá|úy)|(?:thượng|trung|hạ|tiến|thạc|bác|kỹ|luật|nghệ) (?:sĩ|sỹ|sư)"
    r"|p?gs|tskh|ts|ths|bs|cki{1,2}|ngnd|ngưt|phó giáo sư|giáo sư|nhà giáo (?:nhân dân|ưu tú)"
    r"|anh hùng(?: lao động| lực lượng vũ trang nhân dân)?|hòa thượng|thượng tọa|linh mục|mục sư|[\s.,-])+"
)
# Nouns that stand at the seam of office and organisation: "Trưởng Ban | Tổ chức", "Trưởng | Ban Tổ chức" are one.
_SEAM = ("ban thường vụ", "ban chấp hành", "tiểu ban", "ban", "văn phòng", "phòng", "khoa", "đoàn")


def parts(office: Office) -> tuple[str, str]:
    """(what, of whom) as keys, the nouns at the seam with the organisation; "" where no organisation is given."""
    label, body = key(office.label), key(office.organization or "")
    for prefixes, _ in _STATUS:
        for prefix in prefixes:
            label = label.removeprefix(prefix)
    if body:
        words, of = label.split(), body.split()
        for size in range(min(len(words), len(of)), 0, -1):
            if words[-size:] == of[:size]:
                words = words[:-size]
                break
        label = " ".join(words)
        for noun in _SEAM:
            if label.endswith(" " + noun):
                label = label[: -len(noun) - 1]
                body = f"{noun} {body}"
                break
    return label, body


def whole(office: Office) -> str:
    """The office in one string, without saying where the organisation begins."""
    return " ".join(p for p in parts(office) if p)


def status(office: Office) -> str:
    """former, acting, incoming, …: as recorded (the first, where several are right), else as the label says."""
    if office.statuses[0] != "current":
        return office.statuses[0]
    label = office.label.casefold()
    return next((s for prefixes, s in _STATUS if label.startswith(prefixes)), "current")


def variants(office: Office) -> list[Office]:
    """The office with each name of its organisation that is right."""
    return [office, *(replace(office, organization=name, also=()) for name in office.also)]


def distinct(offices: Sequence[Office]) -> list[Office]:
    """Each office once, at its fullest: "Bí thư" of "Tỉnh ủy" is in "Bí thư" of "Tỉnh ủy Bình Mẫu". No ranks."""
    offices = [o for o in offices if o.organization or not _RANK.fullmatch(whole(o))]
    kept: list[Office] = []
    for office in sorted(offices, key=lambda o: -len(whole(o))):
        what, of = parts(office)
        if not any(w == what and _begins(o, of) and status(k) == status(office) for k in kept for w, o in (parts(k),)):
            kept.append(office)
    return sorted(kept, key=offices.index)


def _begins(text: str, beginning: str) -> bool:
    """Whether the text begins with these words."""
    return text == beginning or not beginning or text.startswith((beginning + " ", beginning + ","))


# --- comparing ----------------------------------------------------------------------------------------------------
@dataclass
class Score:
    """Counts of one kind of fact, with what was missed and what was too much."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def add(self, other: Self) -> None:
        """Count another article's facts too."""
        self.right += other.right
        self.missed += other.missed
        self.extra += other.extra

    @property
    def precision(self) -> float | None:
        """Share of what was read that is right; None where nothing was read."""
        return _share(self.right, self.right + len(self.extra))

    @property
    def recall(self) -> float | None:
        """Share of what there is that was read; None where there is nothing."""
        return _share(self.right, self.right + len(self.missed))

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there is nothing to read and nothing was read."""
        return _share(2 * self.right, 2 * self.right + len(self.extra) + len(self.missed))


def _share(part: int, total: int) -> float | None:
    return part / total if total else None


def _optional(item: Any) -> bool:
    return bool(getattr(item, "optional", False))


def pair(
    gold: Sequence[T], found: Sequence[T], same: Callable[[T, T], bool]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """(pairs, gold left over, found left over): each found item goes to at most one of the gold, in order."""
    left = list(found)
    pairs: list[tuple[T, T]] = []
    missed: list[T] = []
    # Optional gold last, so that it does not take what another asks for.
    for item in sorted(gold, key=_optional):
        match = next((f for f in left if same(item, f)), None)
        if match is None:
            missed.append(item)
        else:
            left.remove(match)
            pairs.append((item, match))
    return pairs, missed, left


def _score(
    gold: Sequence[T], found: Sequence[T], same: Callable[[T, T], bool], show: Callable[[T], str]
) -> tuple[Score, list[tuple[T, T]]]:
    pairs, missed, extra = pair(gold, found, same)
    asked = [p for p in pairs if not _optional(p[0])]
    score = Score(len(asked), [show(m) for m in missed if not _optional(m)], [show(e) for e in extra])
    return score, pairs


def single(gold: Collection[str | None], found: str | None, same: Callable[[str, str], bool]) -> Score:
    """One fact with one answer. An honest "unknown" counts as right where the gold allows it."""
    shown = " | ".join(g or "—" for g in gold)
    if found is None:
        return Score(1) if None in gold else Score(missed=[shown])
    if any(g is not None and same(g, found) for g in gold):
        return Score(1)
    return Score(missed=[] if None in gold else [shown], extra=[f"{found} (gold: {shown})"])


def _unique(items: Sequence[T], of: Callable[[T], object]) -> list[T]:
    return list({of(item): item for item in reversed(items)}.values())[::-1]


def compare_people(gold: Facts, found: Facts) -> dict[str, Score]:
    """people, roles, offices (split as in the gold), offices in one string, and former/acting/incoming."""
    by_name, pairs = _score(gold.people, found.people, lambda g, f: key(g.name) == key(f.name), lambda p: p.name)
    roles, offices, joined, states = Score(), Score(), Score(), Score()
    for person in (p for p in gold.people if not p.optional and p not in [g for g, _ in pairs]):
        roles.missed.append(f"{person.name}: {'/'.join(person.roles)}")
        for office in distinct(person.offices):
            if not office.optional:
                offices.missed.append(_shown(person.name, office))
                joined.missed.append(_shown(person.name, office))
    for person in (p for p in found.people if p not in [f for _, f in pairs]):
        roles.extra.append(f"{person.name}: {'/'.join(person.roles)}")
        for office in distinct(person.offices):
            offices.extra.append(_shown(person.name, office))
            joined.extra.append(_shown(person.name, office))
    for person, read in pairs:
        if person.optional:
            continue
        if set(person.roles) & set(read.roles):
            roles.right += 1
        else:
            roles.missed.append(f"{person.name}: {'/'.join(person.roles)}")
            roles.extra.append(f"{person.name}: {'/'.join(read.roles)}")
        asked, has = distinct(person.offices), distinct(read.offices)

        def show(office: Office, name: str = person.name) -> str:
            return _shown(name, office)

        offices.add(_score(asked, has, _same_split, show)[0])
        score, same = _score(asked, has, _same_joined, show)
        joined.add(score)
        for wanted, got in same:
            if {status(wanted), status(got)} != {"current"}:
                if status(got) in {status(wanted), *wanted.statuses}:
                    states.right += 1
                else:
                    states.missed.append(f"{show(wanted)}: {status(wanted)}")
                    states.extra.append(f"{show(got)}: {status(got)}")
    return {"people": by_name, "roles": roles, "offices": offices, "offices, joined": joined, "office status": states}


def _shown(name: str, office: Office) -> str:
    return f"{name}: {office.label} | {office.organization or '—'}"


def _same_split(gold: Office, found: Office) -> bool:
    got = parts(found)
    # Where the text prints no organisation beside the office, one inferred from elsewhere is not judged here.
    return any(parts(o) == got or (not o.organization and parts(o)[0] == got[0]) for o in variants(gold))


def _same_joined(gold: Office, found: Office) -> bool:
    got = whole(found)
    return _same_split(gold, found) or any(_begins(got, w) or _begins(w, got) for w in map(whole, variants(gold)))


def compare_documents(gold: Facts, found: Facts) -> dict[str, Score]:
    """documents: the right id, or unresolved where that is honest; citations: seen at all, whatever the id."""
    read = _unique(found.documents, lambda d: d.ids if d.ids != (None,) else (None, key(d.as_written)))
    score, pairs = _score(gold.documents, read, _same_document, lambda d: f"{d.as_written} -> {d.ids[0] or '?'}")
    got = [f for _, f in pairs]
    left = [f for f in read if f not in got]
    # An unresolved citation of something in the gold is a miss, but states nothing wrong: no extra.
    wrong = [f for f in left if f.ids != (None,) or not any(_same_citation(g, f) for g in gold.documents)]
    score.extra = [f"{d.as_written} -> {d.ids[0] or '?'}" for d in wrong]
    seen, _ = _score(gold.documents, found.documents, _same_citation, lambda d: d.as_written)
    seen.extra = [d.as_written for d in read if not any(_same_citation(g, d) for g in gold.documents)]
    return {"documents": score, "citations": seen}


def _same_document(gold: Document, found: Document) -> bool:
    got = found.ids[0]
    if got is None:
        return None in gold.ids and _same_citation(gold, found)
    return any(pattern is not None and fnmatchcase(got, pattern) for pattern in gold.ids)


def _same_citation(gold: Document, found: Document) -> bool:
    wanted, got = key(gold.as_written), key(found.as_written)
    if wanted in got or got in wanted:
        return True
    one, other = wanted.split()[0], got.split()[0]
    return one == other and bool(set(re.findall(r"\d+\S*", wanted)) & set(re.findall(r"\d+\S*", got)))


def compare_captions(gold: Facts, found: Facts) -> dict[str, Score]:
    """captions by their words, and the photographers of the captions that were found."""
    if gold.captions is None:
        return {}
    asked = _unique(gold.captions, lambda c: key(c.text))
    read = _unique(found.captions or (), lambda c: key(c.text))
    score, pairs = _score(asked, read, lambda g, f: _alike(g.text, f.text), lambda c: c.text)
    credits = Score()
    for wanted, got in pairs:
        if wanted.credits != (None,) or got.credits[0]:
            credits.add(single(wanted.credits, got.credits[0], lambda a, b: key(a) == key(b)))
    return {"captions": score, "credits": credits}


def _alike(one: str, other: str) -> bool:
    """Nine words in ten in common: a caption with a scrap of the line beside it is still that caption."""
    first, second = set(re.findall(r"\w+", key(one))), set(re.findall(r"\w+", key(other)))
    return len(first & second) >= 0.9 * len(first | second)


def compare_statements(gold: Facts, found: Facts) -> dict[str, Score]:
    """statements by (speaker, paragraph), and whether the paragraphs that were found are quotations."""
    marks: dict[tuple[str, str], set[bool]] = {}
    if gold.statements is None:
        return {}
    for statement in found.statements or ():
        marks.setdefault((key(statement.person), statement.text), set()).update(statement.quoted)
    # Several spans of one paragraph, quoted and not, are one statement; a quoted span makes it a quotation.
    read = [
        replace(s, quoted=(True in marks[key(s.person), s.text],))
        for s in _unique(found.statements or (), lambda s: (key(s.person), s.text))
    ]

    def same(wanted: Statement, got: Statement) -> bool:
        # The second speaker of a paragraph begins inside it.
        return key(wanted.person) == key(got.person) and key(wanted.text) in key(got.text)

    score, pairs = _score(gold.statements, read, same, lambda s: f"{s.person}: {s.text[:60]}")
    quoted = Score()
    for wanted, got in pairs:
        if True in wanted.quoted or True in got.quoted:
            ok = bool(set(wanted.quoted) & set(got.quoted))
            line = f"{got.person}: {got.text[:60]}"
            quoted.add(Score(1) if ok else Score(missed=[line]) if True in wanted.quoted else Score(extra=[line]))
    return {"statements": score, "quoted": quoted}


_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


def amount(figure: Figure) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """(value, units) with the scale in the value: 352 "triệu đồng" is 352.000.000 "đồng"."""
    scale, units = 1, []
    for unit in figure.units:
        words = key(unit or "").split()
        scale = 1
        while words and words[0] in _SCALES:
            scale *= _SCALES[words.pop(0)]
        units.append(" ".join(words))
    return tuple(round(v * scale, 4) for v in figure.value), tuple(units)


def _within(one: str, other: str) -> bool:
    """Whether one of two phrases stands in the other."""
    a, b = f" {key(one)} ", f" {key(other)} "
    return a in b or b in a


def _same_figure(gold: Figure, found: Figure) -> bool:
    (value, units), (got, unit) = amount(gold), amount(found)
    return value == got and bool(set(units) & set(unit)) and any(_within(w, found.whats[0]) for w in gold.whats)


def compare_figures(gold: Facts, found: Facts) -> dict[str, Score]:
    """figures by value, unit and what they count; of those that were found: qualifier, and whose and of when where
    the gold says it."""
    if gold.figures is None:
        return {}

    def show(f: Figure) -> str:
        value = "-".join(f"{v:g}" for v in f.value)
        return " ".join(filter(None, (f.qualifiers[0], value, f.units[0], f.whats[0])))

    read = _unique(found.figures or (), lambda f: (amount(f), key(f.whats[0]), f.subjects))
    score, pairs = _score(gold.figures, read, _same_figure, show)
    qualifiers, subjects, days = Score(), Score(), Score()
    for wanted, got in pairs:
        if wanted.optional:
            continue
        if any(wanted.qualifiers) or any(got.qualifiers):
            right = any(key(w or "") == key(got.qualifiers[0] or "") for w in wanted.qualifiers)
            line = f"{show(wanted)} (read: {got.qualifiers[0] or '—'})"
            qualifiers.add(Score(1) if right else Score(missed=[line]) if wanted.qualifiers[0] else Score(extra=[line]))
        if wanted.subjects:
            name = got.subjects[0] if got.subjects else None
            one = single(wanted.subjects, name, lambda a, b: _begins(key(a), key(b)) or _begins(key(b), key(a)))
            subjects.add(_named(one, show(wanted)))
        if wanted.days:
            one = single(wanted.days, got.days[0] if got.days else None, lambda a, b: a == b)
            days.add(_named(one, show(wanted)))
    return {"figures": score, "qualifiers": qualifiers, "subjects": subjects, "as of": days}


def _named(score: Score, what: str) -> Score:
    return Score(score.right, [f"{what}: {m}" for m in score.missed], [f"{what}: {e}" for e in score.extra])


_COMMITTEE = re.compile(r"^(?:hội nghị |đại hội (?:đại biểu )?)?(?:ban chấp hành |ban thường vụ |thường trực )?")


def same_body(gold: str, found: str) -> bool:
    """One organisation under two of its names: its committee or bureau, đảng ủy for đảng bộ, its place left out."""

    def core(text: str) -> str:
        text = _COMMITTEE.sub("", key(text)).replace("đảng bộ", "đảng ủy").replace("đảng ủy tphcm", "thành ủy tphcm")
        return re.sub(r"^đảng ủy (tỉnh|thành|huyện|quận|thị)(?: phố| xã)?\b", r"\1 ủy", text)

    one, other = core(gold), core(found)
    return _begins(one, other) or _begins(other, one)


def same_place(gold: str, found: str) -> bool:
    """The place, or one inside it (``tphcm/phuong-…`` is in ``tphcm``)."""
    return found == gold or found.startswith(gold + "/")


def compare(gold: Facts, found: Facts) -> dict[str, Score]:
    """Every kind of fact of one article."""
    return {
        **compare_people(gold, found),
        **compare_documents(gold, found),
        "date": single(gold.date, found.date[0], lambda a, b: a == b),
        "place": single(gold.place, found.place[0], same_place),
        "body": single(gold.body, found.body[0], same_body),
        "title": single(gold.title, found.title[0], lambda a, b: _begins(key(b), key(a))),
        **compare_captions(gold, found),
        **compare_statements(gold, found),
        **compare_figures(gold, found),
    }
