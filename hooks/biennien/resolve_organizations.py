"""Printed names of organisations in, organisation ids out: the registry decides, else the name and its place do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from . import vocabulary
from .countries import countries
from .entities import OrganizationRecord, Registry
from .text import compare_key, slug, tone_normal

# One committee is printed under several names: the party organisation, its committee, its bureau. For grouping they are
# one organisation (the office keeps the words as printed). Each is taken off once, in this order.
_SAME_COMMITTEE = (
    ("thường trực ", ""),
    ("ban thường vụ ", ""),
    ("ban chấp hành ", ""),
    ("đảng bộ ", "đảng ủy "),
)
# ... but a seat in the bureau is another office than one in the committee, so the organ goes with the office's label.
_ORGAN = re.compile(r"(ban thường vụ|btv|thường trực)\s+(?=\S)")
_HEADED = ("văn phòng", "ủy ban", "tiểu ban", "ban", "đoàn", "tổ", "hội đồng", "bộ", "sở", "viện", "cục")
_COMMITTEE_OF = {"thành phố": "thành ủy", "tỉnh": "tỉnh ủy", "huyện": "huyện ủy", "quận": "quận ủy"}
_VN = re.compile(r"(?<=\w )vn$")
# "Bộ Công Thương Việt Nam" is said where a foreign partner sits opposite; the country has but one.
_HOME = re.compile(
    r"((?:.* )?(?:bộ (?!đội|tư lệnh|chỉ huy|tổng tham mưu)[^,]+?|quốc hội|chính phủ|ngân hàng nhà nước))"
    r"(?: nước)?(?: (?:cộng hòa (?:xã hội chủ nghĩa|xhcn)|chxhcn))? việt nam$"
)
# There is but one of these in the army, with or without its name behind them.
_ARMY = re.compile(r"^((?:tổng cục|bộ tổng tham mưu).*?) quân đội nhân dân việt nam$")
# "Bộ Kế hoạch - Đầu tư", "Bộ Kế hoạch & Đầu tư", "Bộ Văn hóa, Thể thao và Du lịch".
_OF_FIELDS = re.compile(r"(?:^|.* )(?<!đảng )(?<!cán )(?<!văn )(?:bộ|sở|phòng) ")
_AND = re.compile(r"\s*(?:&|-|,|(?<!\w)và(?!\w))\s*")
# "TW", "TƯ", "T.Ư" after a name, or before "Đảng": the centre. Not in a symbol ("57-NQ/TW"), nor in "Đầu tư" or
# "Tư lệnh".
_CENTRE = re.compile(
    r"(?<![\w/.])(?:t\.? ?w\.?|t\. ?ư\.?|"
    r"(?<!đầu )(?<!vật )(?<!thứ )tư(?! (?:lệnh|pháp|vấn|nhân|tưởng|thục|liệu)))(?!\w)"
)
# Ids keep the short forms that the registry uses: tphcm/ubnd.
_IN_IDS = (("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hdnd"), ("mặt trận tổ quốc việt nam", "mttq"))
# "phường Hòa Bình" is no province, nor is "đường Thái Nguyên".
_SMALLER = re.compile(r"(?:phường|xã|thị trấn|thị xã|quận|huyện|đặc khu|thôn|ấp|khu phố|đường)$")
# "UBND thành phố", "Đảng ủy phường": of the place that the article tells of.
_LEVEL = re.compile(r"(?:^|\s)(thành phố|tp\.?|tỉnh|phường|xã|đặc khu|quận|huyện|thị xã|thị trấn)$", re.IGNORECASE)


# A place and nothing else: "tỉnh Bình Mẫu", "quận 2", "thành phố".
_PLACE_ALONE = re.compile(r"(tỉnh|thành phố|tp\.?|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)(?= |$)")
_CHAIRS = re.compile(r"(?:nguyên |tân |quyền )?(?:phó )?chủ tịch(?: thường trực)?$")
_LEADS_THE_PARTY = re.compile(r"(?:nguyên |tân |quyền )?(?:phó )?bí thư(?: thường trực)?$")


@dataclass(frozen=True, slots=True)
class _Names:
    """The vocabulary of organisations' names, compiled (organization_names.yml)."""

    abbreviations: dict[str, str]
    abbreviation: re.Pattern[str]  # not in "57-NQ/TW"
    fields: dict[str, str]
    field: re.Pattern[str]
    generic: frozenset[str]
    of_one_meeting: frozenset[str]


@lru_cache(maxsize=4)
def _names(extension: Path | None) -> _Names:
    data: Any = vocabulary.words("organization_names", extension)
    short = {str(k).lower(): str(v).lower() for k, v in data["abbreviations"].items()}
    fields = {str(k).lower(): str(v).lower() for k, v in data["fields"].items()}
    return _Names(
        short,
        re.compile(rf"(?<![\w/])(?:{_any_of(short)})\b"),
        fields,
        re.compile(rf"^((?:.* )?(?:bộ|sở|phòng) )({_any_of(fields)})(?= |$)"),
        frozenset(str(w).lower() for w in data["generic"]),
        frozenset(str(w).lower() for w in data["of_one_meeting"]),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@dataclass(frozen=True, slots=True)
class OrganizationMatch:
    """What a printed name was found to mean. ``id`` None: no particular organisation ("Thành ủy", place unknown)."""

    id: str | None
    name: str
    place: str | None
    reason: str


@dataclass(slots=True)
class OrganizationResolver:
    """Holds the registry's names in comparable form, and remembers what it has answered."""

    registry: Registry
    vocabulary: Path | None = None  # the editors' folder of additions
    _by_name: dict[str, str] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)  # printed form of a place -> id
    _answers: dict[tuple[str, str | None, str | None], OrganizationMatch] = field(default_factory=dict)
    _place_pattern: re.Pattern[str] | None = None

    def __post_init__(self) -> None:
        for place in self.registry.places.values():
            # Wards and districts are not looked for: their names are those of provinces, streets and people too.
            if place.kind in ("tỉnh", "thành phố") and "/" not in place.id:
                for form in (place.name, place.short, *place.aliases):
                    self._places.setdefault(compare_key(form), place.id)
        forms = sorted(self._places, key=lambda form: (-len(form), form))
        if forms:
            self._place_pattern = re.compile(
                r"(?:^|\s)(?:(?:tỉnh|thành phố|tp\.?)\s*)?(" + "|".join(map(re.escape, forms)) + r")$"
            )
        for record in self.registry.organizations.values():
            for name in (record.name, *((record.short,) if record.short else ()), *record.aliases):
                self._by_name.setdefault(self._key(name), record.id)

    def _place_at_end(self, key: str) -> re.Match[str] | None:
        found = self._place_pattern.search(key) if self._place_pattern else None
        return None if found is None or _SMALLER.search(key[: found.start()].rstrip()) else found

    def _key(self, name: str) -> str:
        """Comparable form, abbreviations written out, the place's name in its short form: "thành ủy tphcm"."""
        key = _CENTRE.sub("trung ương", _plain(name))
        names = _names(self.vocabulary)
        key = names.abbreviation.sub(lambda m: names.abbreviations[m.group(0)], key)
        key = _HOME.sub(r"\1", _ARMY.sub(r"\1", _VN.sub("việt nam", key)))
        if _OF_FIELDS.match(key):
            key = names.field.sub(lambda m: m.group(1) + names.fields[m.group(2)], _AND.sub(" ", key))
        found = self._place_at_end(key)
        if found:
            short = compare_key(self.registry.places[self._places[found.group(1)]].short)
            key = f"{key[: found.start()].rstrip()} {short}".strip()
        return key

    def place_of(self, name: str) -> str | None:
        """Id of the province or city that a printed name ends with."""
        found = self._place_at_end(_plain(name))
        return self._places[found.group(1)] if found else None

    def resolve(self, name: str, place: str | None, body: OrganizationMatch | None = None) -> OrganizationMatch:
        """The organisation that ``name`` means in an article about ``place`` (a place id, None when unknown).

        ``body`` is what meets in the article: "Ban Thường vụ", "Đảng ủy", "Ban Chỉ đạo" alone are short for it.
        """
        asked = (name, place, body.id if body else None)
        if asked not in self._answers:
            short = self._short_for(name, body) if body and body.id else None
            self._answers[asked] = short or self._resolve(name, place)
        return self._answers[asked]

    def resolve_office(
        self, label: str, name: str, place: str | None, body: OrganizationMatch | None = None
    ) -> OrganizationMatch:
        """As ``resolve``, for the organisation of an office: who is "Phó Chủ tịch" or "Bí thư" of a bare place ("tỉnh
        Bình Mẫu", "TP Ví Dụ", "quận 2") holds that office in its people's committee, its party committee.
        """
        level = _PLACE_ALONE.match(_plain(name))
        words = " ".join(name.split())
        if level and not all(w[0].isupper() or not w[0].isalpha() for w in words[level.end(1) :].split()):
            return self.resolve(name, place, body)  # "Tỉnh ủy Bình Mẫu", "Xã hội học"
        kind = level.group(1) if level else None
        if kind is None:
            whole = self._places.get(_plain(name))
            if whole is None:
                return self.resolve(name, place, body)
            kind = self.registry.places[whole].kind
        kind = "thành phố" if kind.startswith("tp") else kind
        if _CHAIRS.match(compare_key(label)):
            return self.resolve(f"UBND {words}" if level or kind != "tỉnh" else f"UBND tỉnh {words}", place, body)
        if _LEADS_THE_PARTY.match(compare_key(label)):
            committee = _COMMITTEE_OF.get(kind)
            rest = words[level.end(1) :].strip(" .") if level else words
            return self.resolve(
                f"{committee.capitalize()} {rest}".strip() if committee else f"Đảng ủy {words}", place, body
            )
        return self.resolve(name, place, body)

    def _short_for(self, name: str, body: OrganizationMatch) -> OrganizationMatch | None:
        """The body itself, or an organ of it, where the name is a shorter form of it."""
        key = self._key(name)
        whole = self._committee(self._key(body.name), body.place.split("/")[0] if body.place else None)
        if self.place_of(name) is not None or not key:
            return None
        bare = self._committee(key, None)
        its_own = key in _ORGANS or key == "đảng bộ"
        if whole.startswith(f"{bare} ") or (its_own and whole.startswith(_COMMITTEES)):
            return OrganizationMatch(body.id, body.name, body.place, "gọi tắt cơ quan họp của bài")
        if key in _UNITS and whole.startswith(f"đảng ủy {key} "):
            # "Công ty" where the party organisation of that company meets.
            return self._resolve(re.sub(r"^(?:Đảng bộ|Đảng ủy) ", "", body.name), body.place)
        found = re.search(r"\s(?:đảng ủy|đảng bộ)$", tone_normal(name), re.IGNORECASE)
        if found and whole.startswith("đảng ủy "):
            longer = f"{name[: found.start()]} {re.sub('^Đảng bộ ', 'Đảng ủy ', body.name)}"
            return self._resolve(longer, body.place)
        return None

    def _resolve(self, name: str, place: str | None) -> OrganizationMatch:
        province = place.split("/")[0] if place else None
        own = self.place_of(name)
        key = self._key(name)
        level = self._own_level(key, place) if own is None else None
        named = f"{key[: level[0]].rstrip()} {compare_key(level[1])}".strip() if level else None
        for form, why in self._forms(key, named, own, province):
            if form in self._by_name:
                record = self.registry.organizations[self._by_name[form]]
                if own or self._may_be_in(record, province):
                    return OrganizationMatch(record.id, record.name, self._record_place(record), why)
        return self._unregistered(name, named or key, own, level, province)

    def _own_level(self, key: str, place: str | None) -> tuple[int, str] | None:
        """(where the word begins, name of the place that it stands for) of a level word at the end: "UBND tỉnh"."""
        found = _LEVEL.search(key)
        if found is None or place is None:
            return None
        kind = "thành phố" if found.group(1).startswith("tp") else found.group(1)
        for identity in (place, place.split("/")[0]):
            entry = self.registry.places.get(identity)
            if entry and entry.kind == kind:
                return found.start(1), entry.short
        return None

    def _forms(self, key: str, named: str | None, own: str | None, province: str | None) -> list[tuple[str, str]]:
        """The comparable names under which the registry may know it, the surest first."""
        forms = [(key, "tên trong danh mục"), (self._committee(key, own), "tên của cấp ủy ấy trong danh mục")]
        by_article = "tên trong danh mục, nơi lấy theo bài"
        if named:
            forms += [(named, by_article), (self._committee(named, province), by_article)]
        elif own is None and province and province in self.registry.places and key not in _OF_ANY_UNIT:
            longer = f"{key} {compare_key(self.registry.places[province].short)}"
            forms += [(longer, by_article), (self._committee(longer, province), by_article)]
        return forms

    def _committee(self, key: str, place: str | None) -> str:
        """The committee that all of its names stand for: "Ban Chấp hành Đảng bộ tỉnh Bình Mẫu" is the tỉnh ủy."""
        for prefix, instead in _SAME_COMMITTEE:
            if key.startswith(prefix) and len(key) > len(prefix):
                key = instead + key[len(prefix) :]
        entry = self.registry.places.get(place) if place else None
        if entry and entry.kind in _COMMITTEE_OF and key == f"đảng ủy {compare_key(entry.short)}":
            return f"{_COMMITTEE_OF[entry.kind]} {compare_key(entry.short)}"
        # "Đảng bộ tỉnh" of an unknown place is at least a tỉnh ủy.
        found = re.match(r"đảng ủy (thành phố|tỉnh|huyện|quận)\b(.*)", key)
        return _COMMITTEE_OF[found.group(1)] + found.group(2) if found else key

    def _may_be_in(self, record: OrganizationRecord, province: str | None) -> bool:
        """Whether a name printed without its place can mean it: wards of one name lie in many provinces."""
        top = record.place.split("/")[0]
        return province is None or top in ("toan-quoc", "trung-uong") or province in (top, "toan-quoc", "trung-uong")

    def _record_place(self, record: OrganizationRecord) -> str | None:
        return record.place if record.place in self.registry.places else None

    def _unregistered(
        self, name: str, key: str, own: str | None, level: tuple[int, str] | None, province: str | None
    ) -> OrganizationMatch:
        shown = " ".join(tone_normal(name).strip(" ,;.()").split())
        where = own or province
        entry = self.registry.places.get(where) if where else None
        key = self._committee(key, where)
        abroad = countries(self.vocabulary).split(shown) if own is None else None
        if abroad and _OF_A_COUNTRY.match(abroad[0]):
            return OrganizationMatch(f"nuoc-ngoai/{slug(' '.join(abroad))}", shown, None, "cơ quan của nước khác")
        if own is None and (key.endswith(" trung ương") or _CENTRAL.match(key) or _NATIONAL.match(key)):
            return OrganizationMatch(f"trung-uong/{_id(key)}", shown, None, "cơ quan Trung ương")
        if own is None and key in _names(self.vocabulary).generic:
            return OrganizationMatch(None, shown, province, "tên chung, chưa rõ của nơi nào")
        if key.removesuffix(" đại hội") in _names(self.vocabulary).of_one_meeting:
            return OrganizationMatch(None, shown, province, "lập ra cho riêng một cuộc họp")
        if own is None and key in _ORGANS:
            return OrganizationMatch(None, shown, province, "tên chung, chưa rõ của cấp ủy nào")
        if own is None and key in _OF_ANY_UNIT:
            return OrganizationMatch(None, shown, province, "tên chung, chưa rõ của cơ quan, đơn vị nào")
        if own is None and level is None and _WARD.search(key):
            return OrganizationMatch(None, shown, province, "tên chung, chưa rõ phường, xã nào")
        if own is None and level is None and entry is not None and _of_another_level(key, entry.kind):
            return OrganizationMatch(None, shown, province, "tên chung, không phải cấp của nơi bài nói tới")
        if where is None:
            # "Sở Nội vụ" of no known place is no particular one; "Đảng ủy xã Mẫu Giang" is, wherever that lies.
            if key in _BARE or not _ends_with_a_name(shown):
                return OrganizationMatch(None, shown, None, "tên chung, chưa rõ nơi")
            return OrganizationMatch(f"khong-ro/{_id(key)}", shown, None, "chưa rõ nơi")
        short = entry.short if entry else where
        stem = key.removesuffix(compare_key(short)).strip()
        if stem in _COMMITTEE_OF.values() and (own or level or key in _BARE):
            shown = f"{stem[0].upper()}{stem[1:]} {short}"
        elif level and own is None:
            # "UBND tỉnh" is "UBND tỉnh Bình Mẫu", but "UBND thành phố" is "UBND TPHCM".
            shown = f"{_LEVEL.sub('', shown) if level[1].startswith('TP') else shown} {level[1]}"
        elif own is None and (key in _BARE or key.endswith((" thành ủy", " tỉnh ủy"))):
            shown = f"{shown} {short}"
        reason = (
            "tên in kèm nơi" if own else "tên chung, nơi lấy theo bài" if level or key in _BARE else "nơi lấy theo bài"
        )
        return OrganizationMatch(f"{where}/{_id(stem) or 'chinh-quyen'}", shown, where, reason)


def is_of_the_state(match: OrganizationMatch) -> bool:
    """Whether it is a body of which every country has one, of this country: its parliament, government, a ministry."""
    return match.id is not None and match.id.startswith(_OF_THE_STATE)


def _of_another_level(key: str, kind: str) -> bool:
    """Whether a name without a place is of another level than the place that the article is about.

    In an article about a city "Tỉnh ủy" is some province's, and "Thành ủy" in one about a province is a town's.
    """
    if _LEVEL.search(key):
        return True  # the article's own level has been tried before
    found = _COMMITTEE_LEVEL.search(key)
    return found is not None and _COMMITTEE_OF.get(kind) != found.group(1)


def organ_of(printed: str, found: str) -> str | None:
    """The organ of a committee that a printed name tells of, where the name that was found for it does not.

    ("Ban Thường vụ Thành ủy", "Thành ủy TPHCM") -> "Ban Thường vụ"
    """
    organ = _ORGAN.match(_plain(printed))
    if organ is None or _plain(found).startswith(("ban thường vụ ", "thường trực ")):
        return None
    return "Thường trực" if organ.group(1) == "thường trực" else "Ban Thường vụ"


def office_key(label: str, organization: str) -> str:
    """Equal for labels that are one office: in "Trưởng Ban Tổ chức" the word is the office's and the organisation's.

    ("Trưởng ban", "Ban Tổ chức Trung ương") -> "trưởng", as for "Trưởng".
    """
    key, name = compare_key(label), compare_key(organization)
    for noun in _HEADED:
        if name.startswith(f"{noun} "):
            return " ".join(re.sub(rf"(?<=\S)\s+{noun}\b", "", key).split())
    return key


def _plain(name: str) -> str:
    """Comparable words without brackets and commas: "Đảng ủy xã Mẫu Giang, Bình Mẫu" and "… (Bình Mẫu)" are one."""
    return " ".join(re.sub(r"[(),;.]+(?=\s|$)|[(]", " ", compare_key(name)).split())


def _ends_with_a_name(shown: str) -> bool:
    """Whether a name tells one from all others of its kind: two capitalised syllables at the end, or a number."""
    words = shown.split()
    if words[-1:] and words[-1].isdigit():
        return True
    return len(words) > 2 and words[-2:] != ["Việt", "Nam"] and all(w.istitle() and len(w) > 1 for w in words[-2:])


def _id(key: str) -> str:
    for words, short in _IN_IDS:
        key = key.replace(words, short)
    return slug(key)


_COMMITTEE_LEVEL = re.compile(r"(?:^|\s)(tỉnh ủy|thành ủy|thị ủy|huyện ủy|quận ủy)$")
_WARD = re.compile(r"(?:^|\s)(?:phường|xã|đặc khu|quận|huyện|thị xã|thị trấn)$")
# Names that say nothing without a place.
_BARE = {
    "thành ủy",
    "tỉnh ủy",
    "quận ủy",
    "huyện ủy",
    "đảng ủy",
    "đảng bộ",
    "đảng ủy khối",
    "đảng ủy phường",
    "đảng ủy xã",
    "hội đồng nhân dân",
    "ủy ban nhân dân",
    "ủy ban kiểm tra",
    "ủy ban mặt trận tổ quốc",
    "ủy ban mặt trận tổ quốc việt nam",
    "thành phố",
    "tỉnh",
}
# Every unit has one, so the province alone does not tell whose it is.
_OF_ANY_UNIT = {"đảng ủy", "đảng bộ"}
# A country's or the world's, as its own name says; firms, banks and schools bear the country's name anywhere.
_NATIONAL = re.compile(
    r"(?!công ty|tổng công ty|ngân hàng|doanh nghiệp|liên doanh|trường|bệnh viện|chi nhánh|khách sạn|báo|tạp chí)"
    r".*(?: việt nam| quốc gia| quốc tế| toàn quốc)$|vụ |ủy ban quốc gia |.*, bộ \w"
)
# What stands before the name of another country: its bodies and itself, not a firm or school that bears its name.
_OF_A_COUNTRY = re.compile(
    r"(?:|(?:.* )?(?:chính phủ|quốc hội|nghị viện|hạ viện|thượng viện|bộ \w.*|đảng \w.*|đại sứ quán|mặt trận \w.*|"
    r"ủy ban \w.*|hội đồng \w.*|văn phòng \w.*|nhà nước|hoàng gia|quân đội|ban \w.*)(?: nước)?)$"
)
_OF_THE_STATE = ("trung-uong/quoc-hoi", "trung-uong/chinh-phu", "trung-uong/bo-")
# Units that are named alone once their full name is known.
_UNITS = {"công ty", "tổng công ty", "tập đoàn", "trường", "bệnh viện", "học viện", "viện", "trung tâm", "ngân hàng"}
# Organs of a party committee that are named alone.
_ORGANS = {"ban thường vụ", "ban chấp hành", "thường trực", "cấp ủy", "ban thường vụ cấp ủy"}
_COMMITTEES = ("thành ủy ", "tỉnh ủy ", "đảng ủy ", "huyện ủy ", "quận ủy ")
# Of the country, wherever the article is: no province has one of its own.
_CENTRAL = re.compile(
    r"(?:(?:đảng ủy|đảng đoàn|ban cán sự đảng|văn phòng|cơ quan) )*(?:"
    r"bộ (?!chỉ huy|tư lệnh|đội|phận|môn)|chính phủ|quốc hội|ban bí thư|trung ương|quân ủy trung ương|"
    r"hội đồng (?:lý luận trung ương|dân tộc|bầu cử quốc gia)|ban (?:dân nguyện|công tác đại biểu)|"
    r"ủy ban (?:trung ương|thường vụ quốc hội|pháp luật|tư pháp|kinh tế|tài chính|đối ngoại|quốc phòng|văn hóa|xã hội|"
    r"khoa học|công tác đại biểu|dân nguyện)|"
    r"tòa án nhân dân tối cao|viện kiểm sát nhân dân tối cao|kiểm toán nhà nước|tổng liên đoàn lao động|tổng cục|"
    r"học viện chính trị|thông tấn xã việt nam|đài (?:truyền hình|tiếng nói) việt nam|"
    r"quân (?:khu|chủng|đoàn) |binh chủng "
    r")"
)
