"""Printed names of organisations in, organisation ids out: the registry decides, else the name and its place do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .entities import OrganizationRecord, Registry
from .text import compare_key, slug, tone_normal

# One committee is printed under several names: the party organisation, its committee, its bureau. For grouping they are
# one organisation (the office keeps the words as printed). The order matters: the longest prefix is taken off first.
_SAME_COMMITTEE = (
    ("ban thường vụ ", ""),
    ("thường trực ", ""),
    ("ban chấp hành ", ""),
    ("bch ", ""),
    ("btv ", ""),
    ("đảng bộ ", "đảng ủy "),
)
_CITY_COMMITTEE = {
    "thành phố": "thành ủy",
    "tỉnh": "tỉnh ủy",
    "huyện": "huyện ủy",
    "quận": "quận ủy",
    "xã": "đảng ủy xã",
    "phường": "đảng ủy phường",
}


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
    _by_name: dict[str, str] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)  # printed form of a place -> id
    _answers: dict[tuple[str, str | None], OrganizationMatch] = field(default_factory=dict)
    _place_pattern: re.Pattern[str] | None = None

    def __post_init__(self) -> None:
        for place in self.registry.places.values():
            if place.parent is None:
                for form in (place.name, place.short, *place.aliases):
                    self._places.setdefault(compare_key(form), place.id)
        forms = sorted(self._places, key=len, reverse=True)
        if forms:
            self._place_pattern = re.compile(
                r"(?:^|\s)(?:(?:tỉnh|thành phố|tp\.?)\s*)?(" + "|".join(map(re.escape, forms)) + r")$"
            )
        for record in self.registry.organizations.values():
            for name in (record.name, *((record.short,) if record.short else ()), *record.aliases):
                self._by_name.setdefault(self._key(name), record.id)

    def _key(self, name: str) -> str:
        """Comparable form with the place's name in its short form: "thành ủy tphcm"."""
        key = compare_key(name)
        found = self._place_pattern.search(key) if self._place_pattern else None
        if found:
            short = compare_key(self.registry.places[self._places[found.group(1)]].short)
            key = f"{key[: found.start()].rstrip()} {short}".strip()
        return key

    def place_of(self, name: str) -> str | None:
        """Id of the province or city that a printed name ends with."""
        found = self._place_pattern.search(compare_key(name)) if self._place_pattern else None
        return self._places[found.group(1)] if found else None

    def resolve(self, name: str, place: str | None) -> OrganizationMatch:
        """The organisation that ``name`` means in an article about ``place`` (a place id, None when unknown)."""
        asked = (name, place)
        if asked not in self._answers:
            self._answers[asked] = self._resolve(name, place)
        return self._answers[asked]

    def _resolve(self, name: str, place: str | None) -> OrganizationMatch:
        province = place.split("/")[0] if place else None
        for key, why in self._forms(name, province):
            if key in self._by_name:
                record = self.registry.organizations[self._by_name[key]]
                return OrganizationMatch(record.id, record.name, self._record_place(record), why)
        return self._unregistered(name, province)

    def _forms(self, name: str, province: str | None) -> list[tuple[str, str]]:
        key = self._key(name)
        bare = self._plain_committee(key)
        forms = [(key, "tên trong danh mục"), (bare, "tên của cấp ủy ấy trong danh mục")]
        if province in self.registry.places and self.place_of(name) is None:
            short = compare_key(self.registry.places[province].short)  # type: ignore[index]
            forms += [(f"{form} {short}", "tên trong danh mục, nơi lấy theo bài") for form in (key, bare)]
        return forms

    @staticmethod
    def _plain_committee(key: str) -> str:
        for prefix, instead in _SAME_COMMITTEE:
            if key.startswith(prefix) and len(key) > len(prefix):
                key = instead + key[len(prefix) :]
        # "đảng ủy thành phố đà nẵng" is the city committee itself.
        found = re.match(r"đảng ủy (thành phố|tỉnh|huyện|quận)\b(.*)", key)
        return _CITY_COMMITTEE[found.group(1)] + found.group(2) if found else key

    def _record_place(self, record: OrganizationRecord) -> str | None:
        return record.place if record.place in self.registry.places else None

    def _unregistered(self, name: str, province: str | None) -> OrganizationMatch:
        shown = " ".join(tone_normal(name).split())
        own = self.place_of(name)
        key = self._plain_committee(self._key(name))
        if own is not None:
            short = compare_key(self.registry.places[own].short)
            stem = key.removesuffix(short).strip()
            return OrganizationMatch(f"{own}/{slug(stem) or 'chinh-quyen'}", shown, own, "tên in kèm nơi")
        if any(key.startswith(word) and key == word for word in _BARE):
            if province is None:
                return OrganizationMatch(None, shown, None, "tên chung, chưa rõ nơi")
            short_name = self.registry.places[province].short if province in self.registry.places else province
            return OrganizationMatch(
                f"{province}/{slug(key)}", f"{shown} {short_name}", province, "tên chung, nơi lấy theo bài"
            )
        if key.endswith(" trung ương") or key.startswith(_CENTRAL):
            return OrganizationMatch(f"trung-uong/{slug(key)}", shown, None, "cơ quan Trung ương")
        if province is None:
            return OrganizationMatch(f"khong-ro/{slug(key)}", shown, None, "chưa rõ nơi")
        return OrganizationMatch(f"{province}/{slug(key)}", shown, province, "nơi lấy theo bài")


# Names that say nothing without a place.
_BARE = {
    "thành ủy",
    "tỉnh ủy",
    "quận ủy",
    "huyện ủy",
    "đảng ủy",
    "hđnd",
    "ubnd",
    "hội đồng nhân dân",
    "ủy ban nhân dân",
    "ủy ban mttq việt nam",
    "ủy ban mttq",
    "thành phố",
    "tỉnh",
    "đảng bộ",
    "ủy ban kiểm tra",
    "hđnd thành phố",
    "ubnd thành phố",
    "hđnd tỉnh",
    "ubnd tỉnh",
    "đảng ủy khối",
    "đảng ủy phường",
    "đảng ủy xã",
}
_CENTRAL = (
    "bộ ",
    "chính phủ",
    "quốc hội",
    "ban bí thư",
    "ban chấp hành trung ương",
    "văn phòng trung ương",
    "văn phòng chính phủ",
    "văn phòng quốc hội",
    "hội đồng lý luận trung ương",
    "tòa án nhân dân tối cao",
    "viện kiểm sát nhân dân tối cao",
    "trung ương",
)
