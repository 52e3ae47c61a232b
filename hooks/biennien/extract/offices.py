"""An office in tokens: what it is called, of which organisation, and whether it is held, left, taken or acted in.

"nguyên Phó Bí thư Thường trực Thành ủy TP.HCM" -> label "Phó Bí thư Thường trực", organisation "Thành ủy TPHCM", status
former. Label and organisation read together as the printed office: "Trưởng" + "Ban Tổ chức Tỉnh ủy".
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..entities import Place
from ..model import OfficeStatus
from ..text import tone_normal
from ..vocabulary import words
from .organizations import Organization, OrganizationReader
from .organizations_words import HAMLETS
from .tokens import Phrases, Tokens, capital_run


class OfficeMatch(NamedTuple):
    """An office printed at tokens first..last-1."""

    first: int
    last: int
    label: str
    organization: str | None
    kind: str  # kind of the organisation, "" without one
    place: str | None  # place id, where the organisation's name says it
    local: bool  # the organisation's name says a place, or needs none
    status: OfficeStatus
    dependent: bool = False  # "phụ trách …": only an office beside another one
    foreign: bool = False  # a person's name may follow that is not spelled as a Vietnamese one
    level: str = ""  # of the organisation's place: "tỉnh", "phường" …
    where: str = ""  # its name: "Bình Mẫu", "phường An Mẫu"
    borrowed: bool = False  # the organisation is not printed beside the title, but elsewhere in the sentence
    term: bool = False  # it says for which term it is held: "nhiệm kỳ 2016-2021"


# Organisations that are complete without a place.
_COMPLETE = frozenset({"Trung ương", "trung ương nhà nước", "nước"})
# Staff: an office only of a body that is named in full.
_STAFF = frozenset(("chuyên", "biên", "giảng", "nghiên"))
# Titles that need no organisation.
_ALONE = frozenset({"chủ tịch nước", "phó chủ tịch nước", "tổng bí thư", "thủ tướng", "đại biểu quốc hội"})


class OfficeReader:
    """Reads offices; compiled once from the vocabulary and the registry's places."""

    def __init__(self, organizations: OrganizationReader, vocabulary_extension: Path | None = None) -> None:
        data = words("offices", vocabulary_extension)
        self.organizations = organizations
        capital_only = frozenset(str(w).lower() for w in data["capital_only"])
        # How many words of the phrase are the title: 0 all of them, -1 all, in capitals only.
        titles = [(str(w), -1 if str(w).lower() in capital_only else 0) for w in data["titles"]]
        titles += [(f"{word} {body}", len(str(word).split())) for word, body in data["bound"]]
        self._titles: Phrases[int] = Phrases(titles)
        self._implied: Phrases[tuple[str, str]] = Phrases(
            (str(k), (str(k), str(v))) for k, v in data["implied"].items()
        )
        self._heads: Phrases[str] = Phrases((str(w), str(w)) for w in data["heads"])
        self._units: Phrases[str] = Phrases((str(w), str(w)) for w in data["units"])
        self._modifiers: Phrases[str] = Phrases((str(w), str(w)) for w in data["modifiers"])
        self._ranks: Phrases[str] = Phrases((str(w), str(w)) for w in data["ranks"])
        self._countries = organizations.countries
        self._foreign = frozenset(tone_normal(str(w)).lower() for w in data["foreign_titles"])
        status: dict[str, OfficeStatus] = {}
        for word in data["former"]:
            status[tone_normal(str(word)).lower()] = "former"
        for word in data["incoming"]:
            status[tone_normal(str(word)).lower()] = "incoming"
        for word in data["acting"]:
            status[tone_normal(str(word)).lower()] = "acting"
        self._status = status

    def first_words(self) -> frozenset[str]:
        """All words with which an office can begin."""
        return frozenset(
            (
                *self._titles.first_words(),
                *self._implied.first_words(),
                *self._heads.first_words(),
                *self._status,
                "phó",
                "đồng",
                "phụ",
            )
        )

    def may_start(self, low: str) -> bool:
        """Cheap test whether an office can begin with this word."""
        return (
            low in self._titles
            or low in self._implied
            or low in self._heads
            or low in self._status
            or low in ("phó", "đồng", "phụ")
        )

    def title_at(self, tokens: Tokens, i: int) -> bool:
        """Whether a title of two or more words stands at token i: where a name before it must end."""
        j = i + 1 if tokens.low[i] == "phó" and i + 1 < len(tokens.low) else i
        low = tokens.low
        found = self._titles.match(low, j) or self._implied.match(low, j)
        if found is not None:
            return found[0] - i >= 2
        if tokens.low[i] in ("phó", "nguyên") or tokens.low[i] in self._heads:
            office = self.at(tokens, i)  # "… Dụ | Trưởng ban Tổ chức …"
            return office is not None and office.organization is not None
        return False

    def _titled(self, low: list[str], i: int) -> bool:
        """Whether a title of its own stands at token i, although it begins like an organisation: "Chi Cục Trưởng"."""
        return self._titles.match(low, i) is not None or self._implied.match(low, i) is not None

    def rank_at(self, tokens: Tokens, i: int) -> int | None:
        """Position after the ranks and degrees that stand at token i ("PGS, TS", "Đại tá, ThS")."""
        found = self._ranks.match(tokens.low, i)
        if found is None:
            return None
        low, shape = tokens.low, tokens.shape
        if len(low[i]) <= 4 and shape[i] == "l" and " " not in tokens.slice(i, found[0]):
            return None  # "ts", "cn" in lower case are no degrees
        j = found[0]
        while j < len(low):
            at = j + 1 if low[j] in (",", "-", ".", "&") and j + 1 < len(low) else j
            more = self._ranks.match(low, at)
            if more is None or (at > j and shape[at] == "l"):
                break
            j = more[0]
            if j < len(low) and low[j] == "qncn":
                j += 1  # "Đại úy QNCN": a professional soldier's rank
        if j < len(low) and low[j] == "qncn":
            j += 1
        return j

    def at(self, tokens: Tokens, i: int) -> OfficeMatch | None:
        """The office that begins at token i."""
        low, shape = tokens.low, tokens.shape
        n = len(low)
        status: OfficeStatus = "current"
        j = i
        while j < n and j - i < 2 and low[j] in self._status and low[j] != "phụ":
            if low[j : j + 2] == ["cố", "vấn"]:
                break  # no late one: "Cố vấn"
            if low[j] == "q" and shape[j] == "l":
                return None
            status = self._status[low[j]]
            j += 1
        if j >= n or (low[j] == "đại" and i > 0 and low[i - 1] == "đoàn"):
            return None  # "Thay mặt đoàn | Đại biểu Quốc hội …": the delegation
        if low[j] == "phụ":
            return self._charge(tokens, i, j)
        start = j
        if low[j] == "đồng" and j + 1 < n and (low[j + 1] in self._titles or low[j + 1] in self._heads):
            j += 1
        if low[j] == "phó" and j + 1 < n:
            j += 1
        if j >= n:
            return None
        found = self._titles.match(low, j)
        implied = self._implied.match(low, j)
        if implied is not None and (found is None or implied[0] > found[0]):
            return self._finish(tokens, i, start, implied[0], implied[1][1], status)
        if found is not None and found[1] > 0:
            return self._finish(tokens, i, start, j + found[1], None, status, True)
        if found is not None and found[1] < 0 and shape[j] == "l" and j == start:
            return None  # "công tác lãnh sự"
        if found is not None:
            return self._finish(tokens, i, start, found[0], None, status)
        head = self._heads.match(low, j)
        if head is not None and low[j] == "chuyên" and i > 0 and low[i - 1] in ("và", "cùng", "là", "viên"):
            return None  # "ông A và chuyên viên Phòng …": others of that department
        if head is not None:
            return self._headed(tokens, i, start, head[0], status)
        if j > start and low[j - 1] == "phó":
            return self._headed(tokens, i, start, j, status)
        return None

    # --- parts ----------------------------------------------------------------------------------------------------
    def _modified(self, tokens: Tokens, j: int) -> int:
        """Position after "Thường trực", "chuyên trách" … at token j."""
        for _ in range(2):
            if j >= len(tokens.low):
                break
            found = self._modifiers.match(tokens.low, j)
            if found is None:
                break
            if (
                tokens.low[j] == "phụ"
                and found[0] < len(tokens.low)
                and tokens.shape[found[0]] == "l"
                and tokens.low[found[0]]
                not in (
                    "sở",
                    "ban",
                    "phòng",
                    "đảng",
                )
            ):
                break  # "Phó Chủ tịch phụ trách kinh tế": a field of work, not an acting office
            j = found[0]
        return j

    def _headed(self, tokens: Tokens, first: int, start: int, j: int, status: OfficeStatus) -> OfficeMatch | None:
        """ "Trưởng", "Chánh", "Phó" before the organisation that they head."""
        low = tokens.low
        if j >= len(low):
            return None
        unit = self._units.match(tokens.low, j)
        if unit is not None:
            modified = self._modified(tokens, unit[0])
            if modified > unit[0]:
                return self._finish(tokens, first, start, modified, None, status, True)
        if low[start] == "thành" and low[j : j + 2] == ["phụ", "trách"] and tokens.shape[j + 2 : j + 3] == ["C"]:
            j += 2  # "Thành viên phụ trách | Hội đồng thành viên"
        organization = self.organizations.at(tokens, j, office=True)
        if organization is not None and low[start] in _STAFF and organization.last - organization.first < 2:
            return None  # "chuyên viên Vụ …": what follows is not known
        if organization is not None and (
            organization.kind != "địa phương" or (organization.local and low[j] in HAMLETS)
        ):
            return self._made(tokens, first, start, j, organization, status)
        if low[start] == "thành" or low[start] in _STAFF:
            return None  # "thành viên", "chuyên viên": an office only of a body that is named
        if unit is not None and not (
            tokens.shape[start] == "l" and tokens.low[j] in ("đại", "bộ", "nhóm", "đoàn") and tokens.low[start] == "phó"
        ):
            return self._finish(tokens, first, start, unit[0], None, status)
        return None

    def _charge(self, tokens: Tokens, first: int, j: int) -> OfficeMatch | None:
        """ "phụ trách (điều hành hoạt động của) Đảng bộ …": beside another office only."""
        low = tokens.low
        if low[j : j + 2] != ["phụ", "trách"]:
            return None
        k = j + 2
        if low[k : k + 4] == ["điều", "hành", "hoạt", "động"]:
            k += 4
        label_end = k
        if k < len(low) and low[k] == "của":
            k += 1
        if k >= len(low) or tokens.shape[k] not in "CA":
            return None
        organization = self.organizations.at(tokens, k, office=True)
        if organization is None or organization.kind == "địa phương":
            return None
        made = self._made(tokens, first, j, label_end, organization, "acting")
        return made._replace(dependent=True)

    def _finish(
        self,
        tokens: Tokens,
        first: int,
        start: int,
        j: int,
        implied: str | None,
        status: OfficeStatus,
        modified: bool = False,
    ) -> OfficeMatch:
        """The office whose title is start..j-1: its modifiers, its organisation, what trails behind."""
        low, n = tokens.low, len(tokens.low)
        end = j if modified else self._modified(tokens, j)
        if "phụ" in low[start:end] and status == "current":
            status = "acting"
        organization: Organization | None = None
        at = end + 1 if end < n and low[end] == "của" else end
        if low[end - 2 : end + 2] == ["điều", "hành", "công", "việc"]:
            at, end = end + 2, end - 2  # "Tổng Thư ký điều hành công việc | Hội …"
        if at < n and tokens.shape[at] != "p":
            organization = self.organizations.at(tokens, at, office=True)
            if (
                organization is not None
                and organization.kind == "địa phương"
                and not organization.local
                and tokens.shape[at] == "l"
                and at > end
            ):
                organization = None
            if organization is None and low[at] == "đoàn" and at + 1 < n:
                youth = self.organizations.at(tokens, at + 1, office=True)  # "Bí thư | Đoàn xã Tân Thử"
                secretary = tokens.slice(start, end).lower().endswith(("bí thư", "bí thư thường trực"))
                if youth is not None and (youth.kind == "địa phương" or (secretary and youth.kind == "đơn vị")):
                    organization = youth._replace(
                        start=tokens.start[at], first=at, name=f"Đoàn {youth.name}", kind="đoàn thể"
                    )
            if organization is None and implied is not None:
                organization = self.organizations.implied(tokens, at, at, implied)
                if organization is not None:
                    organization = organization._replace(name=_lettered(implied, _joined(implied, organization.name)))
            institute = low[end - 2 : end] == ["viện", "trưởng"] and tokens.shape[at] == "C"
            if organization is None and institute and self.organizations.begins_field(tokens, at):
                organization = self.organizations.implied(tokens, at, at, "Viện")  # "Viện trưởng | Kinh tế Xây dựng"
                if organization is not None:
                    organization = organization._replace(name=_joined("Viện", organization.name))
            state = low[at] in ("nước", "xứ") and self.organizations.country_at(tokens, at) > at
            if organization is None and (tokens.shape[at] in "CA" or state):
                place = self.organizations.place_at(tokens, at)
                if place is not None:
                    organization = Organization(
                        tokens.start[at],
                        tokens.end[place[0] - 1],
                        place[1].short,
                        "địa phương",
                        place[1].id,
                        True,
                        at,
                        place[0],
                    )
                elif (district := self._of_district(tokens, start, end, at)) > at:
                    name = tokens.slice(at, district)
                    organization = Organization(
                        tokens.start[at], tokens.end[district - 1], name, "địa phương", None, True, at, district
                    )
                else:
                    long = self.organizations.country_at(tokens, at)
                    country = (long, "") if long > at + 1 else self._countries.match(low, at)
                    if country is None and low[at] == "vn":
                        country = (at + 1, "Việt Nam")
                    union = low[at : at + 3] == ["liên", "hợp", "quốc"]
                    if (
                        low[at] == "nhật"
                        and not (country and country[0] > at + 1)
                        and not self._is_foreign(tokens, start, j)
                    ):
                        country = None  # "Giám đốc Nhật …": rather a person
                    if country is not None and (union or tokens.shape[country[0] - 1] in "CA"):
                        last = country[0]
                        if low[at : at + 2] == ["việt", "nam"] or low[at] == "vn":
                            last = self._abroad(tokens, last)  # "Đại sứ | Việt Nam tại Lào"
                        organization = Organization(
                            tokens.start[at],
                            tokens.end[last - 1],
                            tokens.slice(at + 1 if state and low[at] == "nước" else at, last),
                            "nước",
                            None,
                            True,
                            at,
                            last,
                        )
        charge = end - 2 if low[end - 2 : end] == ["phụ", "trách"] else end
        if organization is None and low[charge : charge + 2] == ["phụ", "trách"]:
            charged = self._charged(tokens, charge + 2)
            if charged is not None:
                organization, end = charged
                status = "current" if status == "acting" else status
        if organization is not None and organization.name == "Chính phủ" and low[end - 2 : end] == ["thanh", "tra"]:
            organization = organization._replace(name="Thanh tra Chính phủ")
        if low[start:end] == ["thư", "ký", "thường", "trực"] and organization and organization.name == "Ban Bí thư":
            end -= 2  # of whom he is the secretary: "Thư ký | Thường trực Ban Bí thư"
            organization = organization._replace(name="Thường trực Ban Bí thư", first=end)
        if organization is None and low[end : end + 1] == ["-"] and tokens.shape[end + 1 : end + 2] in (["C"], ["A"]):
            # "Phó Tham mưu trưởng - Bộ Tư lệnh Mẫu Giang", set apart by a dash
            behind = self.organizations.at(tokens, end + 1, office=True)
            closed = behind is not None and (behind.last >= n or tokens.shape[behind.last] == "p")
            if behind is not None and closed and behind.kind != "địa phương":
                organization = behind
        if organization is None:
            label = tokens.slice(start, end)
            last = self._trailing(tokens, end)
            former = _said_old(tokens, end, last)
            return OfficeMatch(
                first,
                last,
                _label(tokens, start, end),
                None,
                "",
                None,
                label.lower() in _ALONE,
                "former" if former else status,
                False,
                self._is_foreign(tokens, start, j),
            )
        return self._made(tokens, first, start, end, organization, status, self._is_foreign(tokens, start, j))

    def _charged(self, tokens: Tokens, j: int) -> tuple[Organization, int] | None:
        """(firm or society, position before it) behind the field of work at token j that somebody there has charge of:
        "Phó Chủ tịch phụ trách | đối ngoại | (của) Tập đoàn Mẫu"."""
        low, shape = tokens.low, tokens.shape
        for k in range(j + 1, min(len(low), j + 10)):
            if shape[k] in "CA" and self.organizations.starts_head(tokens, k):
                end = k - 1 if low[k - 1] in ("của", "tại", "thuộc", ",") else k
                found = self.organizations.at(tokens, k, office=True) if end > j else None
                firm = found is not None and found.kind in ("đơn vị", "hội", "trung ương nhà nước")
                return (found, end) if found is not None and firm and "," not in low[j:end] else None
            if shape[k] == "p" and low[k] not in ("-", ","):
                break
        return None

    def _of_district(self, tokens: Tokens, start: int, end: int, at: int) -> int:
        """Position after a district's bare name behind the head of its committee: "Bí thư | Sóc Sơn | cho biết"; at
        where a person follows as well as not."""
        title = tokens.slice(start, end).lower().removeprefix("phó ")
        found = self.organizations.district_at(tokens, at) if title in ("bí thư", "chủ tịch") else at
        if found - at < 2:
            return at
        run = capital_run(tokens, at, 8)
        named = self.organizations.names.weight(tokens, found, run) >= 3 if run > found else True
        return found if named and self.organizations.names.weight(tokens, at, found) < 3 else at

    def _abroad(self, tokens: Tokens, j: int) -> int:
        """Position after "tại Lào" at token j, a country or a place."""
        low, shape = tokens.low, tokens.shape
        if j + 1 >= len(low) or low[j] != "tại" or shape[j + 1] not in "CA":
            return j
        found = self._countries.match(low, j + 1)
        if found is not None:
            return found[0]
        known = self.organizations.bare_place(tokens, j + 1)
        if known is not None:
            return known
        run = capital_run(tokens, j + 1)
        end = self.organizations.split(tokens, j + 1, run)  # "tại Quảng Mẫu | Trần Ví Dụ": a city that no list has
        return end if j + 1 < end < run or run - j <= 3 else j

    def _is_foreign(self, tokens: Tokens, start: int, j: int) -> bool:
        at = start + 1 if tokens.low[start] == "phó" else start
        return tokens.slice(at, j).lower() in self._foreign

    def _made(
        self,
        tokens: Tokens,
        first: int,
        start: int,
        end: int,
        organization: Organization,
        status: OfficeStatus,
        foreign: bool = False,
    ) -> OfficeMatch:
        low, n = tokens.low, len(tokens.low)
        name, last, place, local = organization.name, organization.last, organization.place, organization.local
        where = organization.where
        # "Vụ trưởng Vụ Mẫu, Ban Ví dụ Trung ương": the larger organisation of which this is a part.
        if (
            organization.kind in ("cơ quan nhà nước", "đơn vị", "lực lượng vũ trang", "đảng bộ", "ban Đảng")
            and not local
            and last + 1 < n
            and low[last] == ","
            and tokens.shape[last + 1] in "CA"
            and not self._titled(low, last + 1)
        ):
            larger = self.organizations.at(tokens, last + 1, office=True)
            if (
                larger is not None
                and larger.kind != "địa phương"
                and (
                    larger.last >= n
                    or tokens.shape[larger.last] in "pCA"
                    or low[larger.last] in ("và", "đã", "cho", "phát", "dự", "cùng", "vừa", "cũng", "đang")
                    or self.organizations.is_verb(low, larger.last)
                )
            ):
                name, last = f"{name}, {larger.name}", larger.last
                place, local = larger.place or place, larger.local
        if organization.kind == "nước":
            last = self._abroad(tokens, last)  # "Đại sứ Nhật Bản tại Việt Nam": where he serves
        elif "quán" in low[organization.first : organization.first + 3]:
            last = self._abroad(tokens, last)
            name = tokens.slice(organization.first, last)
        if foreign and not local and organization.kind in ("cơ quan nhà nước", "trung ương nhà nước") and last < n:
            country = self._countries.match(low, last)
            if country is not None and tokens.shape[last] in "CA" and tokens.shape[country[0] - 1] in "CA":
                name, last = f"{name} {tokens.slice(last, country[0])}", country[0]  # "Bộ trưởng Bộ Quốc phòng Lào"
        ended = last
        last = self._trailing(tokens, last)
        if not local and organization.kind not in _COMPLETE:
            behind = self._place_behind(tokens, ended, last)
            if behind is not None:
                name, place, local, where = f"{name} {behind.short}", behind.id, True, behind.short
        if _said_old(tokens, ended, last):
            status = "former"
        return OfficeMatch(
            first,
            last,
            _label(tokens, start, end),
            name if low[organization.first] in HAMLETS and organization.kind == "địa phương" else _capital(name),
            organization.kind,
            place,
            local or organization.kind in _COMPLETE or name.startswith("Bộ "),
            status,
            False,
            foreign or organization.kind == "nước",
            organization.level,
            where,
            term="nhiệm" in low[ended:last],
        )

    def _place_behind(self, tokens: Tokens, ended: int, last: int) -> Place | None:
        """The place that trails an office: "Trưởng đoàn ĐBQH khóa XV TPHCM", "Phó Bí thư Thành ủy (Huế)"."""
        for k in range(ended, last):
            found = self.organizations.place_at(tokens, k)
            if found is not None and found[0] <= last and tokens.low[k - 1] != ",":
                return found[1]
        return None

    def _trailing(self, tokens: Tokens, j: int) -> int:
        """Position after what may trail an office and is no part of it: "khóa XI", "nhiệm kỳ 2025-2030", "(cũ)"."""
        low, shape, n = tokens.low, tokens.shape, len(tokens.low)
        for _ in range(4):
            if j >= n:
                return j
            at = j + 1 if low[j] in (",", "(") and j + 1 < n else j
            if low[at : at + 4] == ["nhiệm", "kỳ", "quốc", "hội"] and low[at + 4 : at + 5] in (["khóa"], ["khoá"]):
                at += 4  # "Thủ tướng | nhiệm kỳ Quốc hội khóa 13"
            if low[at] in ("khóa", "khoá") and at + 1 < n and (shape[at + 1] == "d" or low[at + 1].strip("ivxl") == ""):
                j = at + 2
                place = self.organizations.bare_place(tokens, j) if j < n else None
                if place is not None and at == j - 2 and low[at - 1] != ",":
                    j = place
            elif low[at : at + 2] == ["nhiệm", "kỳ"] and at + 2 < n and shape[at + 2] == "d":
                j = at + 3
                if j + 1 < n and low[j] == "-" and shape[j + 1] == "d":
                    j += 2
            elif low[j : j + 2] in (["đương", "nhiệm"], ["tiền", "nhiệm"], ["còn", "lại"]):
                j += 2
            elif low[j] == "này" and shape[j - 1] != "p":
                j += 1  # "Giám đốc Sở | này | hiện là ông A"
            elif low[j : j + 3] in (["nhiệm", "kỳ", "trước"], ["nhiệm", "kỳ", "này"], ["nhiệm", "kỳ", "mới"]):
                j += 3
            elif low[j : j + 2] == ["phụ", "trách"] and (charge := self._field_of_charge(tokens, j + 2)) > 0:
                j = charge
            elif low[at] in ("cũ", "trước") and at > j and low[j] == "(":
                at = at + 2 if low[at] == "trước" else at + 1
                j = at
            elif (
                low[j] == "("
                and (place := self.organizations.bare_place(tokens, at) if at < n else None) is not None
                and place < n
                and low[place] == ")"
            ):
                j = place
            elif (
                low[j] == ","
                and (known := self.organizations.place_at(tokens, at)) is not None
                and shape[at] in "CA"
                and (known[0] >= n or shape[known[0]] == "p" or shape[known[0]] == "l")
            ):
                j = known[0]
            else:
                return j
            if j < n and low[j] == ")":
                j += 1
        return j

    def _field_of_charge(self, tokens: Tokens, j: int) -> int:
        """Position after "phụ trách | kinh tế" behind an office, where a mark or a name closes it; 0 otherwise."""
        low, shape = tokens.low, tokens.shape
        k = j
        while k < len(low) and k - j < 6 and shape[k] == "l":
            k += 1
        if low[k - 1 : k + 1] == ["phía", "nam"]:
            k += 1
        if k == j or k - j > 6:
            return 0
        if k < len(low) and shape[k] == "C":
            return k if self.organizations.names.weight(tokens, k, capital_run(tokens, k, 6)) >= 3 else 0
        return k if k >= len(low) or low[k] in (",", ";", ".", ")", ":", "-") else 0


def _said_old(tokens: Tokens, end: int, last: int) -> bool:
    words = tokens.low[end:last]
    return "cũ" in words or "tiền" in words or words[-2:] == ["kỳ", "trước"]


def _lettered(head: str, name: str) -> str:
    """ "CCTM4" of "Chi cục CCTM4": the letters say the head, too."""
    letters = name[len(head) + 1 :]
    initials = "".join(w[0] for w in head.lower().split())
    lettered = len(initials) > 1 and letters.isalnum() and letters.isupper() and letters.lower().startswith(initials)
    return letters if lettered else name


def _joined(head: str, name: str) -> str:
    return name if name.lower().startswith(head.lower()) else f"{head} {name}"


def _label(tokens: Tokens, start: int, end: int) -> str:
    """The title as printed; in capitals it is written as inside a sentence."""
    text = " ".join(tokens.slice(start, end).split())
    if text.isupper() and not text.isascii() and " " in text:
        text = text[0] + text[1:].lower()
        return text.replace("Phó b", "Phó B").replace("Phó c", "Phó C")
    return text


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
