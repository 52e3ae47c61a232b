"""Offices of one person, as printed at several places of an article, in; each office once out.

Where a list prints an organisation short ("Phó Bí thư Thành ủy, Chủ tịch HĐND TPHCM"), its place is read from the words
beside it, else from the one organisation of that kind in the article; the result says that it was inferred, and how.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ..model import Evidence, Office, OfficeStatus
from ..text import compare_key
from ..vocabulary import words
from .offices import OfficeMatch
from .organizations import Organization

# Committees whose level says what kind of place completes them.
_COMMITTEES = {
    "thành ủy": ("thành phố",),
    "tỉnh ủy": ("tỉnh",),
    "huyện ủy": ("huyện",),
    "quận ủy": ("quận",),
    "thị ủy": ("thị xã",),
}
_OTHER_COMMITTEES = ("tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã")
_WARDS = ("phường", "xã", "thị trấn", "đặc khu")
_UNITS = frozenset(
    (
        "sở",
        "bộ",
        "cục",
        "vụ",
        "tổng cục",
        "chi cục",
        "tổng công ty",
        "công ty",
        "tập đoàn",
        "trường",
        "học viện",
        "bệnh viện",
        "viện",
        "trung tâm",
        "ngân hàng",
    )
)
_FIRMS = ("công ty", "tổng công ty", "tập đoàn", "ngân hàng")
MAX_OFFICES = 60  # of one person in one article: more are no text
_BARE = (
    "hđnd",
    "ubnd",
    "hội đồng nhân dân",
    "ủy ban nhân dân",
    "ủy ban mttq việt nam",
    "ủy ban mttq",
    "mttq",
    "mttq việt nam",
)
_HOLDS_COMMITTEE = ("đơn vị", "cơ quan nhà nước", "lực lượng vũ trang", "UBND", "đảng bộ", "tư pháp", "đoàn thể")
_RANK: dict[OfficeStatus, int] = {"current": 0, "acting": 1, "incoming": 2, "outgoing": 3, "former": 4}


@dataclass(slots=True)
class Printed:
    """One office printed at one place, with the list that it stands in."""

    match: OfficeMatch
    chain: Sequence[OfficeMatch]
    evidence: Evidence
    rule: str


@dataclass(slots=True)
class Surroundings:
    """The party committees that an article names in full: what a short "Đảng ủy khối" stands for."""

    incoming: dict[str, set[str]] = field(default_factory=dict)  # title -> organisations for which it is newly taken
    committees: dict[str, str] = field(
        default_factory=dict
    )  # compare key of what follows "Đảng ủy"/"Đảng bộ" -> as printed

    def add(self, organization: Organization) -> None:
        """Takes in one organisation of the article."""
        key = compare_key(organization.name)
        for head in ("ban chấp hành đảng bộ ", "bch đảng bộ ", "ban thường vụ đảng ủy ", "đảng ủy ", "đảng bộ "):
            if key.startswith(head) and organization.local:
                if key[len(head) :].startswith(_OTHER_COMMITTEES):
                    break  # the committee of a province is a Tỉnh ủy, not a Đảng ủy
                rest = " ".join(organization.name.split()[len(head.split()) :])
                self.committees.setdefault(compare_key(rest), rest)
                break


def complete(match: OfficeMatch, chain: Sequence[OfficeMatch], article: Surroundings) -> tuple[str | None, str]:
    """(organisation with what the list or the article adds to it, rule); the rule is "" where nothing was added."""
    name = match.organization
    if name is None and match.status == "incoming":
        known = article.incoming.get(compare_key(match.label), set())
        return (next(iter(known)), "office-from-article") if len(known) == 1 else (None, "")
    if name is None or match.local:
        return name, ""
    key = compare_key(name)
    index = next((k for k, other in enumerate(chain) if other is match), -1)
    others = [*chain[index + 1 :], *reversed(chain[:index])] if index >= 0 else list(chain)
    if compare_key(name) not in ("ban thường vụ", "ban chấp hành", "thường trực", "thường vụ"):
        others = [o for o in others if o.organization is not None and o.local]
    for committee, levels in _COMMITTEES.items():
        if key.endswith(committee):
            for other in others:
                if other.level in levels and other.where:
                    where = other.where
                    if (
                        levels[0] in ("huyện", "quận", "thị xã")
                        and where.lower().startswith(levels[0] + " ")
                        and not where[-1].isdigit()
                    ):
                        where = where[len(levels[0]) + 1 :]
                    return f"{name} {where}", "place-from-same-list"
            return name, ""
    if key in ("đảng ủy", "ban chấp hành đảng bộ", "ban thường vụ đảng ủy", "đảng bộ"):
        for other in others:
            assert other.organization is not None
            if other.level in _WARDS and other.where:
                return f"{name} {other.where}", "place-from-same-list"
            bare = compare_key(other.organization)
            if bare.startswith("đảng bộ ") or bare.startswith("đảng ủy "):
                return f"{name} {' '.join(other.organization.split()[2:])}", "committee-from-same-list"
            if other.kind in _HOLDS_COMMITTEE and other.kind != "đảng bộ":
                # "Bí thư Đảng ủy, Chủ tịch HĐQT Công ty A": the firm has a committee, its board has none.
                whole = _BOARD.sub("", other.organization) or other.organization
                return f"{name} {whole}", "committee-from-same-list"
        firm = next((o.organization for o in chain if o is not match and _is_firm(o.organization)), None)
        if firm is not None:
            # "Bí thư Đảng ủy, Giám đốc Công ty cổ phần A": the firm's own, whatever committee the article names.
            secretary = compare_key(match.label).startswith(("bí thư", "phó bí thư"))
            named = compare_key(firm) not in _FIRMS
            return (f"{name} {firm}", "committee-from-same-list") if secretary and named else (name, "")
        rest = _only(article.committees.values())
        if rest is not None:
            return f"{name} {rest}", "committee-from-article"
        return name, ""
    if key.startswith(("đảng ủy ", "đảng bộ ")) and not match.level:
        rest = key.split(" ", 2)[2]
        longer = [
            printed for k, printed in sorted(article.committees.items()) if k.startswith(rest + " ") and k != rest
        ]
        only = _only(longer)
        if only is not None:
            return f"{' '.join(name.split()[:2])} {only}", "committee-from-article"
    if key in ("ban thường vụ", "ban chấp hành", "thường trực", "thường vụ"):
        for other in others:
            whose = _committee_in(other.organization)
            if whose is not None:
                return f"{name} {whose}", "committee-from-same-list"
    if key == "văn phòng":
        # "Chánh Văn phòng, Người phát ngôn UBND tỉnh": of the body for which he speaks
        speaks = (o.organization for o in chain if "người phát ngôn" in o.label.lower())
        whose = next((o for o in speaks if o is not None), None)
        return (f"{name} {whose}", "office-of-same-list") if whose is not None else (name, "")
    if key in _UNITS:
        for other in chain:
            unit = _unit_in(key, other.organization) if other is not match else None
            if unit is not None:
                return unit, "unit-from-same-list"
    if key in _BARE:
        for other in others:
            if other.where and other.level:
                if other.level in ("tỉnh",):
                    return f"{name} tỉnh {other.where}", "place-from-same-list"
                return f"{name} {other.where}", "place-from-same-list"
    return name, ""


def _is_firm(name: str | None) -> bool:
    """Whether an organisation is a firm."""
    return compare_key(name or "").startswith(_FIRMS)


def _committee_in(name: str | None) -> str | None:
    """The committee that closes an organisation's name: "Tỉnh ủy" of "Ban Tổ chức Tỉnh ủy", place included."""
    words = name.split() if name else []
    for k in range(len(words) - 1):
        if words[k + 1].lower() == "ủy" and words[k].lower() in ("thành", "tỉnh", "huyện", "quận", "thị", "đảng"):
            return " ".join(words[k:])
    return None


def _unit_in(unit: str, name: str | None) -> str | None:
    """ "Sở Y tế Bình Mẫu" for "Sở" out of "Đảng ủy Sở Y tế Bình Mẫu"."""
    if name is None:
        return None
    at = compare_key(name).find(f" {unit} ")
    return name[at + 1 :] if at >= 0 and len(compare_key(name)) == len(name) else None


def _only(values: Iterable[str]) -> str | None:
    """The one value, or the longest where all others begin it; None where they differ."""
    found = sorted(set(values), key=lambda v: (-len(v), v))
    if found and all(compare_key(found[0]).startswith(compare_key(v)) for v in found):
        return found[0]
    return None


def merge(printed: Sequence[Printed], article: Surroundings) -> tuple[Office, ...]:
    """Each office of one person once, in the order in which they are first printed."""
    offices: list[Office] = []
    for place in printed:
        name, rule = complete(place.match, place.chain, article)
        if place.match.borrowed:
            rule = "organization-from-sentence"
        kept = rule and not place.match.borrowed and not _elliptic(place.match.organization)
        office = Office(
            place.match.label,
            name,
            place.evidence,
            place.match.status,
            "inferred" if rule else "printed",
            f"{place.rule}+{rule}" if rule else place.rule,
            place.match.organization if kept else None,
        )
        if place.match.term and office.status == "current":
            # "Bộ trưởng Bộ Mẫu nhiệm kỳ 2011-2016", whom the article calls "cựu Bộ trưởng" elsewhere
            left = (p.match for p in printed if p.match.status == "former")
            if any(_same_label(m.label, office.label) and compatible(m.organization or "", name or "") for m in left):
                office = replace(office, status="former")
        for k, other in enumerate(offices):
            if same_office(other, office) and not _moved(other, office) and not _again(other, office):
                offices[k] = joined(other, office)
                break
        else:
            if len(offices) >= MAX_OFFICES:
                break
            offices.append(office)
    return tuple(offices)


def _moved(a: Office, b: Office) -> bool:
    """Whether of a standing deputy and a deputy one is held and the other newly taken: two offices."""
    return a.status != b.status and len(a.label.split()) != len(b.label.split())


def _again(a: Office, b: Office) -> bool:
    """Whether of two printings of an office one is of a time that is over, and the other need not be the same: newly
    taken again, said of another body, or of one that only one of the two names."""
    if (a.status == "former") == (b.status == "former"):
        return False
    if {a.status, b.status} & {"incoming", "acting"} or a.label.lower() != b.label.lower():
        return True
    return a.organization is None or b.organization is None or not compatible(a.organization, b.organization)


def _elliptic(name: str | None) -> bool:
    """Whether an organisation is no name without what the list adds: "Ủy viên Ban Thường vụ, Trưởng Ban … Tỉnh ủy"."""
    key = compare_key(name or "")
    return key in _UNITS or key in ("ban thường vụ", "ban chấp hành", "thường trực", "thường vụ", "")


def same_office(a: Office, b: Office) -> bool:
    """Whether two printed offices of one person are one: said shorter, or with a place that the other leaves out."""
    (label, name), (other, other_name) = _spelled(a), _spelled(b)
    if not _same_label(label, other):
        return False
    return name is None or other_name is None or compatible(name, other_name) or _by_place(a, b) is not None


_BOARD = re.compile(r"(?:HĐQT|HĐTV|Hội đồng (?:quản trị|thành viên)) (?=\w)", re.IGNORECASE)
_LEVEL = re.compile(r"(?:(tp|tỉnh|huyện|quận|thị xã|phường|xã|thị trấn|đặc khu)(?: |$))?(.*)")
_LEVELS = re.compile(r" (tp|tỉnh|huyện|quận|thị xã|phường|xã|thị trấn) (?=\w)")
_GOVERNING = re.compile(r"(ủy ban nhân dân|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|đảng ủy)(?: |$)(.*)")


_OWN_LEVEL = {"thành ủy": "tp", "tỉnh ủy": "tỉnh", "huyện ủy": "huyện", "quận ủy": "quận", "thị ủy": "thị xã"}


def _by_place(a: Office, b: Office) -> Office | None:
    """The one of two offices that names the body whose place the other gives: "Chủ tịch | UBND tỉnh Bình Mẫu" of it
    and "Chủ tịch | Tỉnh Bình Mẫu", "Bí thư | Thành ủy Mẫu Giang" of it and "Bí thư | Mẫu Giang"."""
    for short, long in ((a, b), (b, a)):
        place, body = (_plain(o.organization or "") for o in (short, long))
        found, said = _GOVERNING.fullmatch(body), _LEVEL.fullmatch(place)
        if found is None or said is None or _GOVERNING.match(place):
            continue
        title = "chủ tịch" if found[1] == "ủy ban nhân dân" else "bí thư"
        if title not in compare_key(long.label):
            continue
        whose = _LEVEL.fullmatch(found[2])
        assert whose is not None  # matches any text
        levels = {x for x in (said[1], whose[1] or _OWN_LEVEL.get(found[1])) if x}
        if len(levels) < 2 and (said[2] == whose[2] or (said[1] and "" in (said[2], whose[2]))):
            return long
    return None


# "UVBTV Tỉnh ủy" is "Ủy viên Ban Thường vụ Tỉnh ủy".
_MEMBERS = {"uvbch": "ban chấp hành", "uv bch": "ban chấp hành", "uvbtv": "ban thường vụ", "uv btv": "ban thường vụ"}


_BARE_BOARDS = frozenset((*_MEMBERS.values(), "bch", "btv", ""))


def _short_member(office: Office) -> bool:
    return compare_key(office.label) in _MEMBERS or compare_key(office.label).endswith(" btc")


def _spelled(office: Office) -> tuple[str, str | None]:
    """(title, organisation) of an office with a member's title written out."""
    committee = _MEMBERS.get(compare_key(office.label))
    if compare_key(office.label) == "uvtv":
        return "Ủy viên Thường vụ", office.organization
    if compare_key(office.label).endswith(" btc"):
        return office.label[: -len(" BTC")], " ".join(("Ban Tổ chức", office.organization or "")).strip()
    if committee is None:
        return office.label, office.organization
    return "Ủy viên", f"{committee} {office.organization}" if office.organization else committee


def _same_label(a: str, b: str) -> bool:
    one, two = (" ".join(w for w in compare_key(x).split() if w not in ("chuyên", "trách")) for x in (a, b))
    return one == two or one.removesuffix(" thường trực") == two.removesuffix(" thường trực")


def compatible(a: str, b: str) -> bool:
    """Whether two names can be one organisation, one printed shorter than the other."""
    one, two = (_plain(x) for x in (a, b))
    # "Sở Y tế tỉnh Bình Mẫu" is "Sở Y tế Bình Mẫu", but no body of a town of that name, and "UBND tỉnh" stays so.
    levels = [set(_LEVELS.findall(x)) for x in (one, two)]
    if len(levels[0] | levels[1]) == 1 and levels[0] != levels[1]:
        bare, other = (_LEVELS.sub(" ", x) for x in (one, two))
        if bare == other or _lettered(bare, other) or _lettered(other, bare):
            return True
    if "nhà trường" in (one, two):
        return any(
            x.startswith(("trường", "đại học", "học viện", "nhà trường")) for x in (one, two) if x != "nhà trường"
        )
    if one == two or one.startswith(two + " ") or two.startswith(one + " "):
        return True
    return _lettered(one, two) or _lettered(two, one)


def _lettered(short: str, long: str) -> bool:
    """Whether one name gives by letters what another spells: "bộ gd-đt" of "bộ giáo dục và đào tạo"."""
    head, _, letters = short.partition(" ")
    closed, _, place = letters.partition(" ")
    if place and long.endswith(f" {place}"):
        letters, long = closed, long[: -len(place) - 1]  # "sở tn&mt | bình mẫu"
    letters = "".join(c for c in letters.split("(")[0] if c.isalpha())
    first, _, field = long.partition("(")[0].partition(" ")
    words = [w for w in field.replace(",", " ").replace("-", " ").split() if w != "và"]
    return head == first and " " not in letters and len(letters) >= 3 and letters == "".join(w[0] for w in words)


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    """What letters in an organisation's name stand for: the vocabulary by which names of two articles are compared."""
    spelled = {str(k).lower(): str(v).lower() for k, v in words("organization_names")["abbreviations"].items()}
    longest = sorted(spelled, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, longest))})(?!\w)"), spelled


def _plain(name: str) -> str:
    letters, spelled = _abbreviations()
    key = letters.sub(lambda m: spelled[m.group()], compare_key(name))
    for printed, instead in (
        ("mặt trận tổ quốc việt nam", "mặt trận tổ quốc"),
        ("trung ương", "tw"),
        ("t.ư", "tw"),
        ("tư đảng", "tw đảng"),
        (" vn", " việt nam"),
        (" & ", " và "),
        ("tphcm", "tp hồ chí minh"),
        ("ban chấp hành tw đảng", "tw đảng"),
        (",", " "),
        ("tp.", "tp "),
        ("thành phố ", "tp "),
    ):
        key = key.replace(printed, instead)
    return " ".join(key.split())


def joined(a: Office, b: Office) -> Office:
    """One office of two printings: the fuller organisation, printed before inferred, the stronger status."""
    if _short_member(a) != _short_member(b):
        # Title and committee go together; "UVBTV Tỉnh ủy" says more than "Ủy viên Ban Thường vụ".
        letters, spelled = (a, b) if _short_member(a) else (b, a)
        kept = letters if letters.organization and compare_key(spelled.organization or "") in _BARE_BOARDS else spelled
        return replace(kept, status=a.status if _RANK[a.status] >= _RANK[b.status] else b.status)
    label = a.label if len(a.label) >= len(b.label) else b.label
    body = (
        _by_place(a, b)
        if a.organization and b.organization and not compatible(a.organization, b.organization)
        else None
    )
    fuller = b
    if body is not None:
        fuller = body
    elif a.organization is not None and (
        b.organization is None
        or (
            a.organization_basis == "printed"
            and b.organization_basis == "inferred"
            and len(a.organization) >= len(b.organization)
        )
        or len(a.organization) > len(b.organization)
        or (
            len(a.organization) == len(b.organization)
            and not (a.organization_basis == "inferred" and b.organization_basis == "printed")
        )
    ):
        fuller = a
    # First said to hold it, then elected to it: elected again. First elected, then called by it: newly taken.
    status = (
        "current"
        if (a.status, b.status) == ("current", "incoming")
        else "outgoing"  # "thôi giữ chức …", and who follows him "thay" him
        if {(a.status, a.rule), (b.status, b.rule)} & {("former", "replaced-in-office")}
        and "outgoing" in (a.status, b.status)
        else a.status
        if _RANK[a.status] >= _RANK[b.status]
        else b.status
    )
    return replace(fuller, label=label, status=status)
