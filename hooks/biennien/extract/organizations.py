"""A block's text in, the organisations that it names out: "Ban Thường vụ Thành ủy TPHCM", "Sở Tài chính tỉnh Bình Mẫu".

A name is a head from ``vocabulary/organization_kinds.yml`` and what may follow it: a field of work, another
organisation, a level (tỉnh, phường …) with a place's name. Capital letters decide where the vocabulary does not reach;
a person's name behind a place ("Bí thư Đảng ủy phường An Mẫu Nguyễn Văn Dụ") is told apart by how well each reads as a
name.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..entities import Place, Registry
from ..text import compare_key, tone_normal
from ..vocabulary import words
from .names import NameBook, is_vietnamese
from .organizations_words import (
    ACTIVITIES,
    ADVERBS,
    AFTER_NUMBER,
    ARMED,
    COMPOUNDS,
    FIRMS,
    GOVERN,
    HAMLETS,
    LEVELS,
    MAX_TAIL,
    MAX_TASK,
    NO_PLACE,
    NUMBERED,
    OCCASIONS,
    OWN_NAMES,
    PLAGUES,
    PREDICATE_BEGINS,
    PREDICATES,
    ROMAN_AFTER,
    TAILED,
    TASK_ENDS,
    TITLE_ENDS,
)
from .tokens import Phrases, Tokens, capital_run, tokenize

MAX_TOKENS = 40  # no organisation's name is longer; keeps hostile text linear


class Organization(NamedTuple):
    """An organisation as printed at one place. ``start``/``end`` are offsets in the block's text."""

    start: int
    end: int
    name: str  # as printed, tone placement and place names normalised ("Thành ủy TP.HCM" -> "Thành ủy TPHCM")
    kind: str  # of organization_kinds.yml; "địa phương" for a ward, district, … by itself
    place: str | None  # place id of the registry, where the name says it
    local: bool  # whether it names a place at all, known to the registry or not
    first: int  # token positions
    last: int
    level: str = ""  # "tỉnh", "thành phố", "phường" …: of the place, where the name or the registry says it
    where: str = ""  # the place as it closes the name: "TPHCM", "Bình Mẫu", "phường An Mẫu"


class _Head(NamedTuple):
    kind: str
    after: str
    canonical: str


class OrganizationReader:
    """Recognises organisations. ``registry`` gives the places, the vocabulary everything else."""

    def __init__(
        self, registry: Registry, vocabulary_extension: Path | None = None, names: NameBook | None = None
    ) -> None:
        data = words("organization_kinds", vocabulary_extension)
        self.names = names or NameBook(vocabulary_extension)
        self._heads: Phrases[_Head] = Phrases(
            (word, _Head(group["kind"], group["after"], word)) for group in data["heads"] for word in group["words"]
        )
        self._fields: Phrases[str] = Phrases((str(w), str(w)) for w in data["fields"])
        self._complements: Phrases[str] = Phrases((str(w), str(w)) for w in data["complements"])
        self._levels: Phrases[str] = Phrases((str(w), str(w)) for w in data["levels"])
        self._bare = frozenset(tone_normal(str(w)).lower() for w in data["bare_levels"])
        self._bare_units = frozenset(tone_normal(str(w)).lower() for w in data["bare_units"])
        titles = words("offices", vocabulary_extension)
        self._ranks: Phrases[bool] = Phrases((str(w), str(w).lower().endswith(ARMED)) for w in titles["ranks"])
        # "TS", "BSCKII", "UVBTV": letters that begin a person, not the short name of a firm.
        self._degrees = frozenset(
            tone_normal(str(w)).lower()
            for w in (*titles["ranks"], *titles["titles"])
            if " " not in w and w[1:].isupper()
        )
        verbs = words("speech_verbs", vocabulary_extension)
        self._verbs: Phrases[bool] = Phrases(
            (str(w), True) for kind in ("say", "perform", "chair", "attend") for w in verbs[kind]
        )
        self._stops = frozenset(tone_normal(str(w)).lower() for w in data["stops"])
        self._places: Phrases[Place] = Phrases(_place_forms(registry))
        self._by_id = dict(registry.places)
        self._districts: Phrases[str] = Phrases(
            (str(w), str(w)) for w in words("districts", vocabulary_extension)["names"]
        )

    # --- what others ask ------------------------------------------------------------------------------------------
    def find(self, text: str) -> tuple[Organization, ...]:
        """All organisations of a text in reading order, longest first, not overlapping."""
        tokens = tokenize(text)
        found = []
        i, n = 0, len(tokens.low)
        while i < n:
            organization = self.at(tokens, i) if self.may_start(tokens, i) else None
            if organization is not None and i > 0 and tokens.low[i] == "thường" and tokens.low[i - 1] in TITLE_ENDS:
                organization = None  # "Phó Bí thư | Thường trực Thành ủy": the words belong to the title
                i += 1
            if organization is None:
                i += 1
            else:
                found.append(organization)
                i = organization.last
        return tuple(found)

    def may_start(self, tokens: Tokens, i: int) -> bool:
        """Cheap test whether an organisation can begin at token i."""
        low = tokens.low[i]
        return (low in self._heads and tokens.shape[i] in "CA") or low in self._levels

    def level_words(self) -> frozenset[str]:
        """First words of levels: "tỉnh", "phường", "tp" …"""
        return self._levels.first_words()

    def at(self, tokens: Tokens, i: int, office: bool = False) -> Organization | None:
        """The organisation that begins at token i.

        ``office``: an office stands before it, so that its head may be in lower case, a level may stand bare and a
        person's name may follow at once.
        """
        found = self._heads.match(tokens.low, i)
        if found is not None and (office or tokens.shape[i] in "CA"):
            read = self._read(tokens, i, found[0], found[1], office)
            if read is not None or not office or tokens.shape[i] != "l":
                return read  # "tổ dân phố số 4" begins like "Tổ …"
        return self._local(tokens, i, office)

    def implied(self, tokens: Tokens, first: int, i: int, head: str, office: bool = True) -> Organization | None:
        """As ``at``, where the head is part of the office's title: "Trưởng ban | Tổ chức Thành ủy", head "Ban".

        ``first`` is the token at which the head is printed inside the title.
        """
        found = self._heads.match(tokenize(head).low, 0)
        if found is None or i >= len(tokens.low):
            return None
        return self._read(tokens, first, i, found[1]._replace(canonical=head), office, printed_head=head)

    def place_at(self, tokens: Tokens, i: int) -> tuple[int, Place] | None:
        """(position after it, place) of the longest printed form of a registry's place at token i."""
        found = self._places.match(tokens.low, i)
        if found is None or (tokens.shape[found[0] - 1] not in "CAd" and tokens.low[found[0] - 1] != ")"):
            return None
        return found

    def split(self, tokens: Tokens, first: int, run: int) -> int:
        """Where, in the capitals first..run-1 behind an organisation, its place ends and a person's name begins."""
        return self._split(tokens, first, run, bare=True)

    def bare_place(self, tokens: Tokens, i: int) -> int | None:
        """Position after a place's name (registry or district list) at token i."""
        found = self.place_at(tokens, i)
        if found is not None:
            return found[0]
        district = self._districts.match(tokens.low, i)
        if district is not None and tokens.shape[i] in "CA" and tokens.shape[district[0] - 1] in "CA":
            return district[0]
        return None

    def level_at(self, tokens: Tokens, i: int) -> int | None:
        """Position after a level word ("tỉnh", "phường", "TP.") at token i."""
        low, shape = tokens.low, tokens.shape
        found = self._levels.match(low, i)
        if found is None:
            return None
        j = found[0]
        if j < len(low) and low[i] == "xã" and low[j] in ("hội", "luận", "tắc", "giao"):
            return None
        if len(low[i]) == 1 and (shape[i] == "l" or j >= len(low) or shape[j] not in "Cd"):
            return None  # "H", "P", "Q" are levels only before a name or number
        if low[i] in HAMLETS and (j >= len(low) or (shape[j] not in "CdA" and low[j] != "số")):
            return None  # "bản", "làng", "tổ": levels only before a name or number
        if low[i] == "vùng" and (j >= len(low) or shape[j] not in "CdA"):
            return None
        return j

    # --- parts ----------------------------------------------------------------------------------------------------
    def _local(self, tokens: Tokens, i: int, office: bool) -> Organization | None:
        j = self.level_at(tokens, i)
        place = self.place_at(tokens, i)
        if place is not None and (j is None or place[0] > j) and j is not None:
            return self._made(
                tokens,
                i,
                place[0],
                "địa phương",
                [(i, place[0], _short(tokens, i, place[0], place[1]))],
                place[1].id,
                True,
            )
        if j is None:
            return None
        end, place_id, parts = self._place_name(tokens, i, j, office)
        if end == j and not (office and tokens.slice(i, j).lower() in self._bare):
            return None
        return self._made(tokens, i, end, "địa phương", parts, place_id, end > j)

    def _read(
        self, tokens: Tokens, first: int, j: int, head: _Head, office: bool, printed_head: str | None = None
    ) -> Organization | None:
        low, shape = tokens.low, tokens.shape
        n = min(len(low), first + MAX_TOKENS)
        parts: list[tuple[int, int, str]] = [
            (first, j, printed_head or (head.canonical if _shouted(tokens, first, j) else ""))
        ]
        place_id: str | None = None
        local = False
        needs = head.after
        kind = head.kind
        while True:
            if needs == "field":
                end = self._field(tokens, j, n, head, office, parts)
                if end == j:
                    if self._bare_unit(tokens, first, j, head, office):
                        break
                    return None
                j = end
            elif needs == "name":
                end = self._proper(tokens, j, n, office, parts)
                if end > j:
                    j = end
                elif not self._continues(tokens, j):
                    if self._bare_unit(tokens, first, j, head, office):
                        break
                    return None
            needs = "any"
            if office and head.canonical.lower() in ("ban chỉ đạo", "bcđ", "ban tổ chức") and needs == "any":
                j = self._occasion(tokens, j, n, parts)
            about = low[j - 1] == "đạo" or low[first : first + 3] == ["ban", "chỉ", "đạo"] if j < n else False
            if j < n and low[j] == "về" and about:
                j = self._subject(tokens, j, parts, office)
            elif (
                j < n
                and shape[j] == "l"
                and office
                and (head.canonical.lower() in TAILED or head.canonical.lower().startswith("hội bảo trợ"))
                and not self._continues(tokens, j)
            ):
                wide = head.canonical.lower() in ("ban chỉ đạo", "bcđ", "ban quản lý", "tổ công tác", "tổ giúp việc")
                wide = wide or (low[j - 2 : j] == ["quốc", "gia"] and head.canonical.lower() in ("ủy ban", "hội đồng"))
                joined = not wide and head.kind in ("hội", "đoàn thể")
                end = self._tail(tokens, j, min(len(low), first + MAX_TOKENS), wide, joined=joined)
                if end < n and end > j + 1 and low[end - 1] == "và":
                    # "Ban Quản lý khoa học và | Hợp tác quốc tế"
                    known = self._fields.match(low, end)
                    end = known[0] if known is not None else end - 1
                end = max(end, self._far_field(tokens, end)) if j < end < n else end
                if low[end : end + 1] == ["-"] and end + 1 < n and head.kind == "đơn vị" and not tokens.glued(end):
                    end = end + 2 if self._initials(tokens, end + 1, first) else end  # "… hàng hải | - TKM"
                if end > j:
                    parts.append((j, end, ""))
                    j = end
            if kind == "ban Đảng" and j + 1 < n and low[j] in ("-", "và", ",") and low[first] == "ban":
                j = self._more_fields(tokens, j, n, office, parts)
            # A number that belongs to the name: "Ban Chỉ đạo 35", "Vụ Địa phương 3", "Quân khu 7", "Tổ công tác số 10".
            j = self._number(tokens, j, n, parts)
            if j >= n:
                break
            if self._abbreviated(tokens, j, n):
                j += 3  # "Liên đoàn Lao động (LĐLĐ) | tỉnh Bình Mẫu"
            step = j
            while j < n:
                here = j
                following = self._heads.match(low, j)
                if following is not None and following[0] > j + 1 and (shape[j] in "CA" or office):
                    break  # "Ban Thường vụ | Tỉnh ủy", not "tỉnh"; "| Đảng ủy", not "Đảng"
                complement = self._complement(tokens, j)
                level = self.level_at(tokens, j)
                place = self.place_at(tokens, j)
                if (
                    place is not None
                    and (level is not None or shape[j] in "CA")
                    and (level is None or place[0] > level)
                ) and (not office or level is not None or not self._name_wins(tokens, j, place[0])):
                    parts.append((j, place[0], _short(tokens, j, place[0], place[1])))
                    j, place_id, local = place[0], place[1].id, True
                    break
                if complement is not None and not (place is not None and place[0] > complement[0]):
                    text = complement[1] if _shouted(tokens, j, complement[0]) else ""
                    if low[j] not in ("đảng", "việt") or shape[j] in "CA":
                        parts.append((j, complement[0], text))
                        j = complement[0]
                        continue
                if level is not None:
                    end, found_id, more = self._place_name(tokens, j, level, office)
                    if end > level or low[j] in self._bare or tokens.slice(j, level).lower() in self._bare:
                        parts.extend(more)
                        local = local or end > level
                        place_id = found_id or place_id
                        j = end
                        if end == level:
                            continue
                        break
                if shape[j] in "CA":
                    district = self._districts.match(low, j)
                    if (
                        district is not None
                        and shape[district[0] - 1] in "CA"
                        and not self._name_wins(tokens, j, district[0])
                    ):
                        parts.append((j, district[0], ""))
                        j, local = district[0], True
                        break
                    unknown = (
                        low[first] in ("tỉnh", "thành", "ban", "ủy", "văn")
                        and low[j - 1] == "ủy"
                        and low[j] not in self.names.surnames
                    )
                    if (
                        (low[first] in ("huyện", "quận", "thị") or unknown)
                        and j == step
                        and kind == "cấp ủy"
                        and not self.starts_head(tokens, j)
                    ):
                        end = self._split(tokens, j, self._run(tokens, j), bare=True)
                        if end > j:
                            parts.append((j, end, ""))
                            j, local = end, True
                            break
                if j == here:
                    break
            if (
                j < n
                and shape[j] == "l"
                and office
                and low[j - 1] in ("gia", "ương", "nước", "tế")
                and head.canonical.lower() in ("ban chỉ đạo", "bcđ", "ủy ban", "hội đồng", "mạng lưới")
                and not self._continues(tokens, j)
            ):
                # "Ban Chỉ đạo Quốc gia | phòng, chống dịch Covid-19", "Ủy ban Quốc gia | về thanh niên Việt Nam"
                task = j + 1 if low[j] == "về" and j + 1 < n else j
                known = self._fields.match(low, j)
                end = self._tail(tokens, task, min(len(low), first + MAX_TOKENS), True)
                end = max(end, known[0]) if known is not None else end
                if end == task:
                    end = j
                elif low[end : end + 2] == ["việt", "nam"]:
                    end += 2
                if end > j:
                    end += 3 if low[end : end + 2] == ["covid", "-"] else 0
                    parts.append((j, end, ""))
                    j = end
            if j >= n:
                break
            youth = low[j - 1] == "ương" and low[j] == "đoàn" and shape[j] in "CA"
            if youth and (
                shape[j + 1 : j + 2] != ["C"]
                or self.names.weight(tokens, j + 1, capital_run(tokens, j + 1, 6))
                >= 5  # "… Trung ương Đoàn | Lê Văn A"
            ):
                parts.append((j, j + 1, ""))  # "Ban Chấp hành Trung ương | Đoàn"
                j += 1
                kind = "đoàn thể"
                break
            if office and not local and kind not in GOVERN and self._initials(tokens, j, first):
                parts.append((j, j + 1, ""))  # "Công đoàn | TKM", "Ban Quản lý vốn | TKM": a firm's short name
                j += 1
                break
            # The rest of a name that the vocabulary does not know: "Đồn Biên phòng | Cửa khẩu Mẫu Tân".
            if (
                office
                and (kind in OWN_NAMES or head.kind in OWN_NAMES)
                and not local
                and shape[j] == "C"
                and j == step
                and not self.starts_head(tokens, j)
            ) and self.names.weight(tokens, j, capital_run(tokens, j, 6)) <= 0:
                j = self._proper(tokens, j, n, office, parts)
                if j > step:
                    local = True
                    break
            # A further organisation: directly, or after "của".
            at = j + 1 if (low[j] == "của" or (low[j] == "thuộc" and office)) and j + 1 < n else j
            following = self._heads.match(low, at)
            if following is None or not (shape[at] in "CA" or (office and following[0] > at + 1)) or local:
                break
            if at > j and kind in ("cấp ủy", "đảng bộ", "UBND"):
                break
            bare = self._bare_unit(tokens, at, following[0], following[1], office)
            if (
                following[1].after == "field"
                and not bare
                and self._field(tokens, following[0], n, following[1], office, []) == following[0]
            ):
                break
            if (
                following[1].after == "name"
                and not bare
                and self._proper(tokens, following[0], n, office, []) == following[0]
            ) and not self._continues(tokens, following[0]):
                break
            parts.append(
                (
                    j,
                    following[0],
                    (f"{low[j]} " if at > j else "") + following[1].canonical
                    if _shouted(tokens, j, following[0])
                    else "",
                )
            )
            j, needs, head = following[0], following[1].after, following[1]
        return self._made(tokens, first, j, kind, parts, place_id, local)

    def _subject(self, tokens: Tokens, j: int, parts: list[tuple[int, int, str]], office: bool) -> int:
        """Position after what a steering committee is about, where a place closes it: "về … và chuyển đổi số TPHCM".

        Behind an office it may also be closed by the sentence: "Trưởng Ban Chỉ đạo … về chuyển đổi số, phát biểu".
        """
        low, shape = tokens.low, tokens.shape
        for k in range(j + 1, min(len(low), j + 26)):
            if low[k] in (".", ";", ":", '"', "(") or low[k] in ("tổ", "họp", "đã", "do"):
                break
            if shape[k] in "CA" and self.place_at(tokens, k) is not None:
                parts.append((j, k, ""))
                return k
        if office and j + 1 < len(low) and shape[j + 1] == "l":
            end = self._tail(tokens, j + 1, min(len(low), j + MAX_TOKENS), True, True)
            if end > j + 1:
                parts.append((j, end, ""))
                return end
        return j

    def _occasion(self, tokens: Tokens, j: int, n: int, parts: list[tuple[int, int, str]]) -> int:
        """Position after what a committee is set up for: "Ban Chỉ đạo | Tháng Thanh niên tỉnh …"; j where nothing says
        it."""
        low, shape = tokens.low, tokens.shape
        if j + 1 >= n or shape[j] != "C" or self._complement(tokens, j) is not None or self.starts_head(tokens, j):
            return j
        two = " ".join(low[j : j + 2])
        occasion = low[j] in OCCASIONS or two in OCCASIONS
        goes_on = shape[j + 1] == "l" or low[j + 1 : j + 3] == [",", "chống"]
        if not occasion and goes_on and low[j + 1] not in self._stops:
            end = self._tail(tokens, j + 1, n, True)  # "Ban Chỉ đạo | Cải cách tư pháp Trung ương"
            if end > j + 1:
                parts.append((j, end, ""))
                return end
        if not occasion:
            return j
        k = j + 2 if two in OCCASIONS else j + 1
        if low[k : k + 1] in (["viết"], ["ảnh"], ["vẽ"], ["sáng"]):
            k += 1  # "Cuộc thi | viết | về …"
            k += 1 if low[k : k + 1] in (["về"], ["tác"]) else 0
        while k < min(n, j + 12):
            if shape[k] == "l" and (low[k] in self._stops and " ".join(low[k : k + 2]) not in COMPOUNDS):
                break
            if shape[k] == "p" or (shape[k] == "l" and self.is_verb(low, k)):
                break
            if self._continues(tokens, k) or (
                shape[k] in "CA" and self.names.weight(tokens, k, capital_run(tokens, k, 6)) >= 3
            ):
                break
            k += 1
        if k == j + 1:
            return j
        parts.append((j, k, ""))
        return k

    def _bare_unit(self, tokens: Tokens, first: int, j: int, head: _Head, office: bool) -> bool:
        """Whether a head without its name may stand for it, behind an office: "Phó Giám đốc Sở"."""
        if (
            not office
            or head.canonical.lower() not in self._bare_units
            or (tokens.shape[j - 1] == "l" and tokens.shape[first] == "l")
        ):
            return False
        following = tokens.low[j] if j < len(tokens.low) else ""
        if head.canonical.lower() == "hội" and following in ("nghị", "thảo", "diễn", "thi", "chợ"):
            return False
        going_on = j < len(tokens.low) and tokens.shape[j] == "l" and not self.ends_name(tokens, j)
        if going_on and head.canonical.lower() in ("hội đồng", "ủy ban"):
            return False  # "Chủ tịch Hội đồng | hiệu trưởng …": a name that nobody told us of
        start = j - len(head.canonical.split())
        return tokens.shape[max(start, 0)] in "CA"

    def starts_head(self, tokens: Tokens, i: int) -> bool:
        """Whether an organisation's head stands at token i."""
        return self._heads.match(tokens.low, i) is not None

    def _abbreviated(self, tokens: Tokens, j: int, n: int) -> bool:
        """Whether a short form in brackets stands at token j and the name goes on behind it."""
        low, shape = tokens.low, tokens.shape
        return (
            j + 3 < n and low[j] == "(" and shape[j + 1] == "A" and low[j + 2] == ")" and self._continues(tokens, j + 3)
        )

    def _initials(self, tokens: Tokens, j: int, first: int) -> bool:
        """Whether the letters at token j are the short name of a firm: no syllable, no numeral, no body known."""
        low, shape = tokens.low, tokens.shape
        return (
            ((shape[j] == "A" and shape[j - 1] != "A") or self._brand(tokens, j))
            and 2 <= len(low[j]) <= (7 if shape[j] == "A" else 14)
            and low[j].isascii()
            and low[j].isalpha()
            and low[j].strip("ivxlcdm") != ""
            and not is_vietnamese(low[j])
            and not self.starts_head(tokens, j)
            and not self._continues(tokens, j)
            and not self._begins_person(tokens, j)
            and (j + 1 >= len(low) or shape[j + 1] not in "A" or not tokens.glued(j + 1))
        )

    def _brand(self, tokens: Tokens, j: int) -> bool:
        """Whether one capitalised word that is no Vietnamese syllable stands alone: "HĐQT | Vidubank"."""
        low, shape = tokens.low, tokens.shape
        alone = j + 1 == len(low) or shape[j + 1] in "lp"
        return shape[j] == "C" and len(low[j]) >= 4 and alone and low[j - 1] in ("hđqt", "hđtv", "trị", "viên")

    def _begins_person(self, tokens: Tokens, j: int) -> bool:
        """Whether a rank or degree and the person who has it stand at token j: "Giám đốc Bệnh viện | TS Trần Ví Dụ",
        "Tư lệnh Quân khu 4 | Trung tướng Lê Văn Mẫu"."""
        low, shape = tokens.low, tokens.shape
        if shape[j] not in "CA":
            return False
        k, armed = j, False
        while k < len(low) and k - j < 12:
            at = k + 1 if k > j and low[k] in (",", "-", ".") and k + 1 < len(low) else k
            found = self._ranks.match(low, at)
            if found is None or (shape[at] == "A" and low[at] not in self._degrees):
                break
            armed = armed or found[1]
            k = found[0]
        if k == j or k >= len(low) or shape[k] not in "CA":
            return False
        return armed or (shape[k] == "C" and self.names.weight(tokens, k, capital_run(tokens, k, 6)) >= 3)

    def _run(self, tokens: Tokens, j: int, limit: int = 8) -> int:
        """Position after the capitals at token j, as far as no rank among them begins a person."""
        run = capital_run(tokens, j, limit)
        for k in range(j, run):
            if tokens.low[k] in self._ranks and self._begins_person(tokens, k):
                return k
        return run

    def _complement(self, tokens: Tokens, j: int) -> tuple[int, str] | None:
        """(position after it, as in the vocabulary) of what goes on a name at token j; "tư" is not "TƯ"."""
        found = self._complements.match(tokens.low, j)
        return None if found is not None and found[1].isupper() and tokens.shape[j] == "l" else found

    def _continues(self, tokens: Tokens, j: int) -> bool:
        return j < len(tokens.low) and (
            self._complement(tokens, j) is not None
            or self.place_at(tokens, j) is not None
            or self.level_at(tokens, j) is not None
        )

    def _field(
        self, tokens: Tokens, j: int, n: int, head: _Head, office: bool, parts: list[tuple[int, int, str]]
    ) -> int:
        """Position after the fields of work at token j; j itself when there is none."""
        _low, _shape = tokens.low, tokens.shape
        end = self._one_field(tokens, j, n, office, parts)
        return j if end == j else self._more_fields(tokens, end, n, office, parts)

    def _more_fields(self, tokens: Tokens, j: int, n: int, office: bool, parts: list[tuple[int, int, str]]) -> int:
        """Position after further fields that "và", "-" or "," join to the one before token j."""
        low, shape = tokens.low, tokens.shape
        while j + 1 < n:
            if low[j] in ("và", "-", "&", "–"):
                known = self._fields.match(low, j + 1)
                if known is None or (shape[j + 1] == "l" and not office):
                    break
                if shape[j + 1] == "l" and low[j] == "-" and not self._ends_after(tokens, known[0]):
                    break
                parts.append((j, known[0], f"{low[j]} {known[1]}" if _shouted(tokens, j, known[0]) else ""))
                j = known[0]
            elif low[j] == "," and shape[j + 1] in "CA":
                # "Văn hóa, Thể thao và Du lịch": the list must end with "và" and a field.
                k, at = j, j
                while (
                    k + 1 < n
                    and low[k] == ","
                    and (known := self._fields.match(low, k + 1)) is not None
                    and shape[k + 1] in "CA"
                ):
                    k = known[0]
                if k > at and k < len(low) and (low[k] == "của" or self._heads.match(low, k) is not None):
                    parts.append((j, k, ""))  # "Ủy ban Tài chính, Ngân sách | của Quốc hội"
                    j = k
                    continue
                if k == at or k + 1 >= n or low[k] not in ("và", "-"):
                    break
                last = self._fields.match(low, k + 1)
                if last is None or shape[k + 1] not in "CA":
                    break
                parts.append((j, last[0], ""))
                j = last[0]
            else:
                break
        return j

    def _ends_after(self, tokens: Tokens, k: int) -> bool:
        """Whether an organisation's name ends at token k: "Sở Tài nguyên - môi trường |, tỉnh, cho biết"."""
        low, shape = tokens.low, tokens.shape
        return (
            k >= len(low)
            or shape[k] in "pCA"
            or self._continues(tokens, k)
            or low[k] in ("và", "cho", "đã", "phát", "nói", "trả")
        )

    def _one_field(self, tokens: Tokens, j: int, n: int, office: bool, parts: list[tuple[int, int, str]]) -> int:
        low, shape = tokens.low, tokens.shape
        if j >= n:
            return j
        known = self._fields.match(low, j)
        if known is not None and (shape[j] in "CA" or office):
            parts.append((j, known[0], known[1] if _shouted(tokens, j, known[0]) else ""))
            if low[j : known[0]] == ["quốc", "gia"] and known[0] < n and shape[known[0]] in "CA":
                # "Hội đồng Quốc gia | Giáo dục và Phát triển nhân lực"
                return self._one_field(tokens, known[0], n, office, parts)
            return known[0]
        if shape[j] == "A" and low[j].startswith("p") and j + 1 < n and shape[j + 1] == "d" and tokens.glued(j + 1):
            parts.append((j, j + 2, ""))  # "Phòng PC06"
            return j + 2
        if shape[j] == "A" and low[j].isascii() and 3 <= len(low[j]) <= 6 and not is_vietnamese(low[j]):
            parts.append((j, j + 1, ""))  # "Ban ATGT tỉnh": letters that are no syllable
            return j + 1
        if shape[j] != "C" or self._heads.match(low, j) is not None or self.place_at(tokens, j):
            return j
        if self.names.weight(tokens, j, capital_run(tokens, j, 6)) >= 3:
            return j
        end = j + 1
        while (
            end < n
            and shape[end] == "C"
            and end - j < 4
            and not tokens.glued(end)
            and low[end] not in self.names.common
        ):
            end += 1
        if low[end : end + 2] == ["quốc", "tế"]:
            end += 2  # "Hiệp hội Mẫu quốc tế"
        elif (
            end < n
            and shape[end] == "l"
            and low[end] not in self._stops
            and not _acts(low, end)
            and self.level_at(tokens, end) is None
        ):
            end += 1
        elif end == j + 1 and shape[j] == "C":
            return j
        parts.append((j, end, ""))
        return end

    def _proper(self, tokens: Tokens, j: int, n: int, office: bool, parts: list[tuple[int, int, str]]) -> int:
        """Position after a proper name ("Chợ Mẫu", "Kinh tế - Luật", "Cán bộ") at token j; j where there is none."""
        low, shape = tokens.low, tokens.shape
        first = j
        n = min(n, j + 14)
        known = self._fields.match(low, j) if j < n else None
        if known is not None and (
            shape[j] in "CA"
            or (
                known[0] - j > 1
                and (
                    tokens.slice(j, known[0]).lower() not in ACTIVITIES
                    or (known[0] < n and shape[known[0]] in "CA" and not self.starts_head(tokens, known[0]))
                )
            )
        ):
            j = known[0]
        if (
            office
            and j < n
            and shape[j] == "C"
            and j == first
            and tokens.slice(max(j - 3, 0), j).lower().endswith(tuple(FIRMS))
            and self.names.weight(tokens, j, capital_run(tokens, j, 6)) >= 5
            and low[j] in self.names.common
        ):
            return first  # "Tổng Giám đốc Tập đoàn | Trần Ví Dụ"
        while j < n:
            place = self.place_at(tokens, j)
            if place is not None and (shape[j] in "CA" or self.level_at(tokens, j)):
                break
            if self.level_at(tokens, j) is not None and shape[j] == "l":
                break
            field = self._fields.match(low, j) if shape[j] in "CA" else None
            if field is not None and field[0] - j >= 2 and "l" in shape[j : field[0]]:
                j = field[0]  # "Trường Đại học | Giao thông vận tải"
                continue
            named = self.names.historical.match(low, j) or self.names.streets.match(low, j)
            if named is not None and named[0] - j >= 2 and shape[j] in "CA":
                j = named[0]  # "Trường … Hồ Chí Minh"
                continue
            if office and self._begins_person(tokens, j):
                break
            if shape[j] in "CA":
                if j > first and office:
                    run = capital_run(tokens, j, 6)
                    if self.names.weight(tokens, j, run) >= 3 and not (
                        self.names.is_historical(tokens, j, run)
                        or self.names.is_street(tokens, j, run)
                        or self._later(tokens, j, run)
                    ):
                        break
                following = self._heads.match(low, j)
                if j > first and following is not None and following[1].after == "any":
                    break
                j += 1
            elif j > first and low[j : j + 2] == ["quốc", "tế"]:
                j += 2  # "Hiệp hội Ví Dụ quốc tế"
            elif shape[j] == "l" and j > first and shape[j - 1] in "CA" and low[j] not in self._stops:
                if _acts(low, j):
                    break
                j += 1
            elif shape[j] == "l" and j > first + 1 and shape[j - 1] == "l" and low[j] not in self._stops:
                k = j + 1
                while k < min(n, j + 3) and shape[k] == "l" and low[k] not in self._stops:
                    k += 1
                if (
                    k == n
                    or shape[k] != "C"
                    or self.starts_head(tokens, k)
                    or self.names.weight(tokens, k, capital_run(tokens, k, 6)) >= 3
                ):
                    break
                j = k  # "Cửa khẩu quốc | tế | Mẫu Tân"
            elif (
                j > first
                and low[j] in ("và", "-", "&")
                and j + 1 < n
                and shape[j + 1] in "CA"
                and not (office and self.names.weight(tokens, j + 1, capital_run(tokens, j + 1, 6)) >= 3)
            ):
                headed = self._heads.match(low, j + 1) is not None
                if low[j] == "-" and headed and self._fields.match(low, j + 1) is None:
                    break  # but "Tập đoàn Công nghiệp - Viễn thông Mẫu"
                if low[j] == "và" and (headed or self._fields.match(low, j + 1) is None):
                    break
                j += 1
            elif (
                j > first
                and low[j] == "và"
                and (joined := self._fields.match(low, j + 1) if j + 1 < n else None) is not None
                and shape[j + 1] == "l"
                and shape[j - 1] == "l"
                and (joined[0] >= len(low) or shape[joined[0]] == "p" or self._continues(tokens, joined[0]))
            ):
                j = joined[0]  # "Trung tâm Xúc tiến thương mại | và đầu tư |,"
            elif shape[j] == "d" and j > first and len(low[j]) <= 3 and not (j + 1 < n and shape[j + 1] == "l"):
                j += 1
            else:
                break
        while j > first and low[j - 1] in ("và", "-", "&"):
            j -= 1
        if j > first:
            parts.append((first, j, ""))
        return j

    def _later(self, tokens: Tokens, j: int, run: int) -> bool:
        """Whether the person rather begins one word later: "Khu kinh tế Mẫu Lộc | Trần Ví Dụ", although Lộc is rare
        surname."""
        return (
            j + 1 < run
            and tokens.low[j] not in self.names.common
            and tokens.low[j + 1] in self.names.common
            and self.names.weight(tokens, j + 1, run) >= 4
        )

    def _tail(self, tokens: Tokens, j: int, n: int, wide: bool, listed: bool = False, joined: bool = False) -> int:
        """Position after words in lower case that go on a field of work: "Phòng Lý luận | chính trị"; j where none do.

        They lead up to a mark, a level, a place or another organisation and hold no verb of a sentence. ``wide``: of a
        steering committee, whose task may be a list ("phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh"). ``listed``:
        it is believed to be one as long as no verb comes between two marks. ``joined``: "và" may join two of them,
        where a place or another organisation follows.
        """
        low, shape = tokens.low, tokens.shape
        limit = min(n, j + (MAX_TASK if wide else MAX_TAIL))
        stops = TASK_ENDS if wide else self._stops
        comma = bridge = 0
        k = j - 1
        while (k := k + 1) < limit:
            if shape[k] == "l" and " ".join(low[k : k + 2]) in COMPOUNDS:
                k += 1
            elif wide and low[k] == "covid" and low[k + 1 : k + 2] == ["-"]:
                k += 2
            elif low[k] == "kiêm":
                return comma or k
            elif shape[k] == "l":
                school = low[k] == "trường" and low[k - 1] in ("thị", "môi", "hội", "công", "hiện")
                if k > j and not school and self._continues(tokens, k):
                    return k
                numbered = low[k] == "số" and k + 1 < limit and shape[k + 1] == "d"
                if low[k] == "và" and k > j and joined and shape[k + 1 : k + 2] == ["l"]:
                    bridge = bridge or k  # "Hội Bảo trợ người khuyết tật | và | trẻ mồ côi tỉnh"
                    continue
                if k > j and low[k] in ("và", "cùng") and not wide and k + 1 < limit and self._other(tokens, k + 1):
                    return k  # "Vụ Kinh tế đa phương | và ông …"
                if low[k] in stops or numbered or self.is_verb(low, k):
                    predicate = low[k] in PREDICATE_BEGINS or self.is_verb(low, k)
                    if predicate and not comma and 0 < k - j <= 4 and not ADVERBS.intersection(low[j:k]):
                        return bridge or k  # "Khoa Nội | tiết niệu | cho biết"
                    return comma or bridge or j
            elif wide and ((low[k] == "," and low[k + 1 : k + 2] == ["chống"]) or low[k] in PLAGUES):
                continue
            elif wide and low[k] == "," and k + 1 < limit and shape[k + 1] == "l":
                comma = k if listed else comma or k
            else:
                closed = shape[k] in "CA" and (
                    self.starts_head(tokens, k)
                    or self._continues(tokens, k)
                    or self.names.weight(tokens, k, capital_run(tokens, k, 6)) >= 4
                )
                if listed and comma and not closed and shape[k] in "CA":
                    return comma  # "…, chuyển đổi số |, thực hiện Đề án 06"
                return k if closed or listed else comma or bridge or k
        return comma or bridge or (limit if limit == len(low) else j)

    def _far_field(self, tokens: Tokens, k: int) -> int:
        """Position after a field of two words and more, printed with a capital behind words in lower case: "Ban Quản lý
        dự án | Đường sắt"; k where there is none."""
        known = self._fields.match(tokens.low, k) if tokens.shape[k] == "C" else None
        return known[0] if known is not None and known[0] - k >= 2 and "l" in tokens.shape[k : known[0]] else k

    def ends_name(self, tokens: Tokens, k: int) -> bool:
        """Whether the lower-case word at token k cannot go on a name."""
        return tokens.low[k] in self._stops or self.is_verb(tokens.low, k)

    def _other(self, tokens: Tokens, k: int) -> bool:
        """Whether a person, or something named, begins at token k: what stood before "và" is then over."""
        return tokens.low[k] in ("ông", "bà", "đồng", "các", "anh", "chị") or tokens.shape[k] in "CA"

    def is_verb(self, low: list[str], k: int) -> bool:
        """Whether a verb of a sentence stands at token k."""
        found = self._verbs.match(low, k)
        if found is None or self._fields.match(low, k) is not None:
            return False
        return found[0] - k > 1 or low[found[0] : found[0] + 1] != ["án"]  # "dự", but not "dự án"

    def _number(self, tokens: Tokens, j: int, n: int, parts: list[tuple[int, int, str]]) -> int:
        low, shape = tokens.low, tokens.shape
        at = j + 1 if j < n and low[j] == "số" else j
        if at >= n:
            return j
        roman = low[at].strip("ivx") == "" and shape[at] in "CA" and (at > j or low[j - 1] in ROMAN_AFTER)
        if not roman and not (shape[at] == "d" and len(low[at]) <= (4 if at > j else 3)):
            return j
        following = at + 1
        counts = following < len(low) and at == j and not roman and low[j - 1] not in NUMBERED
        if counts and (low[following] in ("%", "/") or (low[following] == "-" and tokens.glued(following))):
            return j
        if counts and shape[following] == "l" and not self._continues(tokens, following):
            return j  # "Sở Mẫu | 10 tỷ đồng"
        if following < n and tokens.glued(following) and shape[following] in "CA" and len(low[following]) == 1:
            following += 1  # "Lữ đoàn 73X"
        parts.append((j, following, ""))
        return following

    def _place_name(
        self, tokens: Tokens, level: int, j: int, office: bool
    ) -> tuple[int, str | None, list[tuple[int, int, str]]]:
        """(end, place id, parts) of the name after the level words level..j-1; end == j where the level stands bare."""
        low, shape = tokens.low, tokens.shape
        bare = [(level, j, "")]
        if j >= len(low):
            return j, None, bare
        if (
            shape[j] == "d"
            and len(low[j]) <= 2
            and low[level]
            in ("quận", "q", "phường", "p", "khu", "vùng", "thôn", "ấp", "khóm", "tổ", "buôn", "bon", "bản")
        ):
            if low[level : level + 2] == ["khu", "vực"] and low[j + 1 : j + 2] == ["-"] and j + 2 < len(low):
                place = self.place_at(tokens, j + 2)
                if place is not None:  # "Tòa án nhân dân khu vực 2 - Bình Mẫu"
                    return place[0], place[1].id, [(level, place[0], "")]
            return j + 1, None, [(level, j + 1, "")]
        if low[level] in ("khu", "vùng") and low[j].strip("ivx") == "" and shape[j] in "CA":
            return j + 1, None, [(level, j + 1, "")]
        if low[j] == "số" and low[level] in HAMLETS and j + 1 < len(low) and shape[j + 1] == "d":
            return j + 2, None, [(level, j + 2, "")]
        if shape[j] not in "CA" or self.starts_head(tokens, j):
            return j, None, bare
        place = self.place_at(tokens, j)
        if place is not None and not (office and self._name_wins(tokens, j, place[0])):
            fits = low[level] in ("tỉnh", "thành", "tp", "thủ") or place[1].kind.startswith(low[level])
            text = (
                ""
                if not fits or place[1].short.lower() in tokens.slice(j, place[0]).lower()
                else tokens.slice(level, j) + " " + place[1].short
            )
            return place[0], place[1].id if fits else None, [(level, place[0], text)]
        run = self._run(tokens, j)
        if run == j:
            return j, None, bare  # "Công an tỉnh | Thiếu tướng …"
        # Provinces and cities are known: what follows "tỉnh" and is none is rather a person.
        end = self._split(tokens, j, run, bare=office, doubt=2 if low[level] in ("tỉnh", "thành", "tp") else 0)
        if (
            j < end == run < len(low)
            and shape[run] == "d"
            and len(low[run]) <= 2
            and low[level] in ("phường", "xã", "thị", "p")
            and (run + 1 == len(low) or shape[run + 1] in "CAp" or low[run + 1] in AFTER_NUMBER)
            and low[run + 1 : run + 2] not in (["%"], ["/"])
        ):
            end += 1  # "phường Cổ Mẫu 2"
        return end, None, [(level, end, "")]

    def _name_wins(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether the capitals from ``first`` read rather as one person's name than as a place of first..last-1."""
        run = capital_run(tokens, first)
        if run <= last:
            return False
        if self.names.weight(tokens, last, run) >= 3:
            return False
        return self.names.weight(tokens, first, run) >= 5

    def _split(self, tokens: Tokens, first: int, run: int, bare: bool, doubt: int = 0) -> int:
        """Where in the capitals first..run-1 a place's name ends and a person's begins; ``bare``: may be all person."""
        n = run - first
        if self.names.is_historical(tokens, first, run) or self.names.is_street(tokens, first, run):
            return run
        best, best_score = run, {1: 0, 2: 2, 3: 1, 4: -1}.get(n, -3) - doubt
        for k in range(0 if bare else 1, min(n, 5)):
            name = self.names.weight(tokens, first + k, run)
            if name <= 0:
                continue
            known = k > 0 and self.bare_place(tokens, first) == first + k
            score = name + (4 if known else {0: -1, 1: -1, 2: 2, 3: 1, 4: 0}[k])
            if k == 0 and tokens.low[first] in NO_PLACE:
                score += 1
            elif k == 0 and tokens.low[first] == "y":
                score += 3
            elif k == 0 and n >= 4 and tokens.low[first + 1] in self.names.common:
                score += 4  # two surnames, of father and mother: "Lương Nguyễn Minh Dụ", no place called Lương
            if score > best_score:
                best, best_score = first + k, score
        return best

    def _made(
        self,
        tokens: Tokens,
        first: int,
        last: int,
        kind: str,
        parts: list[tuple[int, int, str]],
        place: str | None,
        local: bool,
    ) -> Organization:
        pieces = []
        for a, b, text in sorted(parts):
            if b > a and b <= last:
                shown = text or tokens.slice(a, b)
                pieces.append(_recase(shown) if not text and _shouted(tokens, a, b) else shown)
        name = " ".join(" ".join(pieces).split()).replace(" ,", ",")
        level, where = self._level_of(tokens, parts, place, local)
        return Organization(
            tokens.start[first], tokens.end[last - 1], name, kind, place, local, first, last, level, where
        )

    def _level_of(
        self, tokens: Tokens, parts: list[tuple[int, int, str]], place: str | None, local: bool
    ) -> tuple[str, str]:
        """(level, name) of the place that closes an organisation's name."""
        first, last, text = max(parts)
        end = self.level_at(tokens, first)
        level = LEVELS.get(tokens.low[first], tokens.slice(first, end).lower()) if end is not None else ""
        if not local:
            return (level if end == last else ""), ""
        known = self._by_id.get(place) if place else None
        shown = text or tokens.slice(first, last)
        if known is not None and level in ("", "thành phố", "tỉnh", "quận", "huyện"):
            level = level or known.kind
            if level in ("tỉnh", "thành phố"):
                return level, known.short
        if end is not None and end < last and level in ("tỉnh", "thành phố"):
            return level, tokens.slice(end, last)
        return level, shown


def _acts(low: list[str], j: int) -> bool:
    """Whether a predicate begins at token j, and no name goes on: "Trường Tiểu học Mẫu | long trọng tổ chức"."""
    return " ".join(low[j : j + 2]) in PREDICATES


def _place_forms(registry: Registry) -> list[tuple[str, Place]]:
    """Printed forms of places, those of still existing ones first, so that they win."""
    forms: list[tuple[str, Place]] = []
    ours = (p for p in registry.places.values() if p.kind not in ("trung ương", "cả nước"))
    for place in sorted(ours, key=lambda p: (p.merged_into is not None, p.until is not None, p.id)):
        for form in (place.name, place.short, *place.aliases):
            if tokenize(form).low and form.casefold() not in ("thành phố", "tỉnh"):
                forms.append((form, place))
    return forms


def _short(tokens: Tokens, first: int, last: int, place: Place) -> str:
    """The place as it is named in an organisation's normalised name."""
    printed = tokens.slice(first, last)
    if "," in printed or "(" in printed:
        return place.short  # "phường An Mẫu, TPHCM"
    if tokens.low[first] in ("tp", "tphcm") or tokens.low[first : first + 2] == ["thành", "phố"]:
        return "" if compare_key(printed).endswith(compare_key(place.short)) else place.short
    return ""


def _shouted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words are printed in capitals although they are no abbreviation."""
    return (
        last > first
        and all(s in "Adp" for s in tokens.shape[first:last])
        and any(len(w) > 5 or not w.isascii() for w in tokens.low[first:last])
    )


_ABBREVIATIONS = frozenset(
    [
        "UBND",
        "HĐND",
        "MTTQ",
        "TPHCM",
        "HCM",
        "TP",
        "ĐBQH",
        "LĐLĐ",
        "BTV",
        "BCH",
        "UBKT",
        "LHPN",
        "CCB",
        "TNCS",
        "KCN",
        "KCX",
        "TAND",
        "VKSND",
        "BHXH",
        "BĐBP",
        "BCHQS",
        "CHQS",
    ]
)


def _recase(text: str) -> str:
    """Capitals as a name is printed inside a sentence: "PHƯỜNG AN MẪU" -> "Phường An Mẫu"."""
    return " ".join(word if word in _ABBREVIATIONS else word[:1] + word[1:].lower() for word in text.split(" "))
