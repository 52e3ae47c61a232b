"""A block's text in, the organisations that it names out: "Ban Thường vụ Thành ủy TPHCM", "Sở Tài chính tỉnh Bình Mẫu".

A name is a head from ``vocabulary/organization_kinds.yml`` and what may follow it: a field of work
(organizations_fields), another organisation, a level (tỉnh, phường …) with a place's name (organizations_places).
"""

from __future__ import annotations

from .names import is_vietnamese
from .organizations_fields import FieldReader
from .organizations_places import Head, short_place, shouted
from .organizations_places import Organization as Organization
from .organizations_words import (
    ABROAD,
    BOARDS,
    CAUSE_WORDS,
    CAUSES,
    GOVERN,
    MAX_TOKENS,
    OWN_NAMES,
    PREDICATE_BEGINS,
    SMALL_UNITS,
    TAILED,
    TITLE_ENDS,
    WIDE,
)
from .tokens import Tokens, capital_run, tokenize


class OrganizationReader(FieldReader):
    """Recognises organisations. ``registry`` gives the places, the vocabulary everything else."""

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

    def at(self, tokens: Tokens, i: int, office: bool = False) -> Organization | None:
        """The organisation that begins at token i.

        ``office``: an office stands before it, so that its head may be in lower case, a level may stand bare and a
        person's name may follow at once.
        """
        found = self._head_at(tokens.low, i, office)
        world = self._world.match(tokens.low, i) if office else None
        if world is not None and (found is None or world[0] > found[0]):
            short = world[0] == i + 1  # "TƯ", but "Bộ trưởng | Tư pháp"
            if (tokens.shape[i] in "CA" and not short) or tokens.shape[i] == "A":
                return self._international(tokens, i, world[0])
            if world[0] > i + 2 and "C" in tokens.shape[i : world[0]]:
                return self._international(tokens, i, world[0])
        if office and tokens.low[i] == "đảng" and found is None and (party := self._party(tokens, i)) > i:
            return self._international(tokens, i, party)
        if found is not None and (office or tokens.shape[i] in "CA"):
            read = self._read(tokens, i, found[0], found[1], office)
            if read is not None or not office or tokens.shape[i] != "l":
                return read  # "tổ dân phố số 4" begins like "Tổ …"
        return self._local(tokens, i, office)

    def _head_at(self, low: list[str], i: int, office: bool) -> tuple[int, Head] | None:
        """(position after it, head) of the longest head at token i; some are one behind an office only."""
        found = self._heads.match(low, i)
        part = self._office_heads.match(low, i) if office else None
        return part if part is not None and (found is None or part[0] > found[0]) else found

    def _international(self, tokens: Tokens, i: int, j: int) -> Organization:
        """A body of many countries, with its short form and the country where it has an office: "Tổ chức Y tế Thế giới
        (WHO) tại Việt Nam"."""
        low, shape = tokens.low, tokens.shape
        n = len(low)
        if (country := self.country_at(tokens, j) if j < n else j) > j:
            j = country  # "Hạ viện | Mỹ", "Phân ban | Liên bang Nga"
        k = j + 3 if j + 2 < n and low[j] == "(" and shape[j + 1] == "A" and low[j + 2] == ")" else j
        last = j
        if k + 1 < n and low[k] in ("tại", "ở") and (country := self.country_at(tokens, k + 1)) > k + 1:
            last = country
        return self._made(tokens, i, last, "trung ương nhà nước", [(i, last, tokens.slice(i, last))], None, True)

    def _party(self, tokens: Tokens, i: int) -> int:
        """Position after the name of another country's party: "Đảng | Quốc đại | Ivan Mauer", "Đảng | Công nhân xã hội
        chủ nghĩa |"; i where a person follows at once, or nothing that a party is called."""
        low, shape, n = tokens.low, tokens.shape, len(tokens.low)
        k = i + 1
        if k >= n or shape[i] != "C" or shape[k] != "C":
            return i
        while k < min(n, i + 12):
            if shape[k] == "C":
                run = capital_run(tokens, k, 6)
                if (
                    not is_vietnamese(low[k])
                    or self.names.weight(tokens, k, run) >= 3
                    or self.country_at(tokens, k) > k
                ):
                    break
            elif shape[k] != "l" or self._halts(low, k) or self.is_verb(low, k):
                known = " ".join(low[k : k + 2]) in CAUSE_WORDS or " ".join(low[k - 1 : k + 1]) in CAUSE_WORDS
                if not known:
                    break
            k += 1
        return k if k > i + 2 else i

    def implied(self, tokens: Tokens, first: int, i: int, head: str, office: bool = True) -> Organization | None:
        """As ``at``, where the head is part of the office's title: "Trưởng ban | Tổ chức Thành ủy", head "Ban".

        ``first`` is the token at which the head is printed inside the title.
        """
        found = self._heads.match(tokenize(head).low, 0)
        if found is None or i >= len(tokens.low):
            return None
        return self._read(tokens, first, i, found[1]._replace(canonical=head), office, printed_head=head)

    def _local(self, tokens: Tokens, i: int, office: bool) -> Organization | None:
        j = self.level_at(tokens, i)
        place = self.place_at(tokens, i)
        if place is not None and (j is None or place[0] > j) and j is not None:
            return self._made(
                tokens,
                i,
                place[0],
                "địa phương",
                [(i, place[0], short_place(tokens, i, place[0], place[1]))],
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
        self, tokens: Tokens, first: int, j: int, head: Head, office: bool, printed_head: str | None = None
    ) -> Organization | None:
        low, shape = tokens.low, tokens.shape
        n = min(len(low), first + MAX_TOKENS)
        parts: list[tuple[int, int, str]] = [
            (first, j, printed_head or (head.canonical if shouted(tokens, first, j) else ""))
        ]
        place_id: str | None = None
        local = False
        needs = head.after
        kind = head.kind
        begin = first  # of the head that is being read
        while True:
            if needs == "field":
                end = self._field(tokens, j, n, head, office, parts)
                if end == j and not self._unknown_line(tokens, begin, j, n, head, office):
                    if self._bare_unit(tokens, begin, j, head, office):
                        break
                    return None
                j = end
            elif needs == "name":
                part = head.canonical.lower() in self._office_heads
                end = self._business(tokens, j, n, parts, True) if part else j
                end = self._proper(tokens, j, n, office, parts) if end == j else end
                if end == j and office and kind == "đơn vị":
                    end = self._business(tokens, j, n, parts)
                if end == j and office:
                    end = self._numbered(tokens, j, n, parts)
                if end > j:
                    j = end
                elif office and j < n and self._small_head(tokens, j):
                    pass  # "Văn phòng đại diện | báo Mẫu Giang"
                elif not self._continues(tokens, j) and not self._unknown_line(tokens, begin, j, n, head, office):
                    if self._bare_unit(tokens, begin, j, head, office):
                        break
                    return None
            needs = "any"
            mourned = low[j : j + 2] == ["lễ", "tang"]
            if (office or mourned) and head.canonical.lower() in ("ban chỉ đạo", "bcđ", "ban tổ chức"):
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
                wide = head.canonical.lower() in WIDE
                wide = wide or (low[j - 2 : j] == ["quốc", "gia"] and head.canonical.lower() in ("ủy ban", "hội đồng"))
                joined = not wide
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
                    named = j < n and shape[j] == "C"
                    if low[j : j + 1] == ["thpt"]:
                        parts.append((j, j + 1, ""))  # "Ban Chỉ đạo thi | THPT | quốc gia"
                        j += 1
                    elif named and not self.starts_head(tokens, j) and not self._continues(tokens, j):
                        run = capital_run(tokens, j, 6)  # "Hợp tác xã … tổng hợp | Mẫu Lâm"
                        alien = head.kind == "cơ quan nhà nước" and not all(map(is_vietnamese, low[j:run]))
                        free = not alien and self.names.weight(tokens, j, run) < 3
                        j = self._proper(tokens, j, n, office, parts) if free else j
            if kind == "ban Đảng" and j + 1 < n and low[j] in ("-", "và", ",") and low[first] == "ban":
                j = self._more_fields(tokens, j, n, office, parts)
            elif office and j + 1 < n and shape[j] != "p" and (head.kind == "ban Đảng" or low[j - 1] == "lý"):
                end = self._adjoining(tokens, j, n, office, parts)  # "Ban Quản lý | Đường sắt đô thị"
                end = self._managed(tokens, j, n, office, parts) if end == j and low[j - 1] == "lý" else end
                if end > j:
                    j = self._more_fields(tokens, end, n, office, parts)
                    if j < n and shape[j] == "l" and not self._continues(tokens, j):
                        tail = self._tail(tokens, j, n, False, joined=True)
                        parts.append((j, tail, ""))
                        j = tail
            # A number that belongs to the name: "Ban Chỉ đạo 35", "Vụ Địa phương 3", "Quân khu 7", "Tổ công tác số 10".
            j = self._number(tokens, j, n, parts)
            if j >= n:
                break
            j = self._abbreviated(tokens, j, n, office)  # "Liên đoàn Lao động (LĐLĐ) | tỉnh Bình Mẫu"
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
                    parts.append((j, place[0], short_place(tokens, j, place[0], place[1])))
                    j, place_id, local = place[0], place[1].id, True
                    break
                if complement is not None and not (place is not None and place[0] > complement[0]):
                    text = complement[1] if shouted(tokens, j, complement[0]) else ""
                    if low[j] not in ("đảng", "việt") or shape[j] in "CA":
                        parts.append((j, complement[0], text))
                        friends = low[j] == "việt" and low[complement[0] : complement[0] + 1] == ["-"]
                        j = complement[0]
                        if friends and j + 1 < n and (country := self.country_at(tokens, j + 1)) > j + 1:
                            parts.append((j, country, ""))  # "Hội Hữu nghị Việt Nam | - Lào"
                            j = country
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
            if office and kind in ("Trung ương", "cấp ủy") and low[j - 1] == "đảng" and shape[j] == "C":
                cause = next((j + len(c) for c in CAUSES if low[j : j + len(c)] == list(c)), n)
                if cause < n and (country := self.country_at(tokens, cause)) > cause:
                    parts.append((j, country, ""))  # "Ban Chấp hành Trung ương Đảng | Cộng sản Cuba"
                    j, local = country, True
                    break
            if office and not local and kind in ABROAD and (country := self.country_at(tokens, j)) > j:
                parts.append((j, country, ""))  # "Bộ Ngoại giao | Nhật Bản", "Hạ viện | Mỹ"
                j, local = country, True
                break
            party = low[first] in ("đảng", "chi", "ban") and kind in ("cấp ủy", "đảng bộ") and j == step
            if office and not local and (kind not in GOVERN or party) and self._initials(tokens, j, first):
                numbered = shape[j] == "C" and shape[j + 1 : j + 2] == ["d"] and len(low[j + 1]) < 3
                end = j + 2 if numbered else j + 1
                parts.append((j, end, ""))  # "Công đoàn | TKM", "Ban Quản lý vốn | TKM": a firm's short name
                j = end
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
            minister = " ".join(low[at : at + 2]) in ("thủ tướng", "bộ trưởng")
            if office and at > j and not local and minister and kind not in GOVERN:
                end = at + 4 if low[at + 2 : at + 4] == ["chính", "phủ"] else at + 2
                parts.append((j, end, ""))  # "Tổ công tác | của Thủ tướng"
                j = end
                break
            following = self._head_at(low, at, office)
            if following is None or local or not (shape[at] in "CA" or (office and self._small_head(tokens, at))):
                break
            if at > j and kind in ("cấp ủy", "đảng bộ", "UBND"):
                break
            closed = following[0] >= len(low) or shape[following[0]] == "p"
            bare = self._bare_unit(tokens, at, following[0], following[1], office) or (closed and low[at] == "bộ")
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
                and not self._continues(tokens, following[0])
                and not (office and self._business(tokens, following[0], n, []) > following[0])
                and not self._unknown_line(tokens, at, following[0], n, following[1], office)
            ):
                break
            parts.append(
                (
                    j,
                    following[0],
                    (f"{low[j]} " if at > j else "") + following[1].canonical
                    if shouted(tokens, j, following[0])
                    else "",
                )
            )
            j, needs, head, begin = following[0], following[1].after, following[1], at
        if office and low[j : j + 1] == ["tnhh"] and parts[-1][1] == j:
            end = j + 4 if low[j + 1 : j + 4] == ["một", "thành", "viên"] else j + 1
            end = j + 2 if low[j + 1 : j + 2] == ["mtv"] else end
            parts.append((j, end, ""))  # "Tổng công ty Xây dựng Bình Mẫu | TNHH một thành viên"
            j = end
        return self._made(tokens, first, j, kind, parts, place_id, local)

    def _small_head(self, tokens: Tokens, at: int) -> bool:
        """Whether the head at token ``at``, printed in lower case, begins the larger organisation: of two words, or
        with its field of work in capitals, or at the end: "Chánh Văn phòng | bộ Công an", "chánh Thanh tra | sở"."""
        low, shape = tokens.low, tokens.shape
        found = self._heads.match(low, at)
        if found is None or found[0] > at + 1:
            return found is not None
        k = found[0]
        if low[at] in ("báo", "đài"):
            return k < len(low) and shape[k] in "CA"  # "Trưởng Văn phòng đại diện | báo Mẫu Giang"
        if low[at] not in ("bộ", "sở", "cục", "vụ"):
            return False
        return k >= len(low) or shape[k] == "p" or (shape[k] in "CA" and self._fields.match(low, k) is not None)

    def _bare_unit(self, tokens: Tokens, first: int, j: int, head: Head, office: bool) -> bool:
        """Whether a head without its name may stand for it, behind an office: "Phó Giám đốc Sở"."""
        if (
            not office
            or head.canonical.lower() not in self._bare_units
            or (tokens.shape[j - 1] == "l" and tokens.shape[first] == "l" and not self._small_unit(tokens, j, head))
        ):
            return False
        following = tokens.low[j] if j < len(tokens.low) else ""
        if head.canonical.lower() == "hội" and following in ("nghị", "thảo", "diễn", "thi", "chợ"):
            return False
        going_on = j < len(tokens.low) and tokens.shape[j] == "l" and not self.ends_name(tokens, j)
        if going_on and head.canonical.lower() in ("hội đồng", "ủy ban"):
            return False  # "Chủ tịch Hội đồng | hiệu trưởng …": a name that nobody told us of
        start = j - len(head.canonical.split())
        return tokens.shape[max(start, 0)] in "CA" or self._small_unit(tokens, j, head)

    def _small_unit(self, tokens: Tokens, j: int, head: Head) -> bool:
        """Whether a unit in lower case stands for itself: "Tổng giám đốc tập đoàn |, báo cáo", "phó giám đốc sở |"."""
        low, shape = tokens.low, tokens.shape
        if head.canonical.lower() not in SMALL_UNITS:
            return False
        if j >= len(low) or shape[j] == "p":
            return True
        if shape[j] == "l":
            return low[j] in PREDICATE_BEGINS or low[j] in ("và", "cùng", "này") or self.is_verb(low, j)
        return self.names.weight(tokens, j, capital_run(tokens, j, 6)) >= 3 or self._begins_person(tokens, j)

    def _abbreviated(self, tokens: Tokens, j: int, n: int, office: bool) -> int:
        """Position after a short form in brackets at token j, "(UBKT)", "(KH - ĐT)", behind which the name goes on; j
        where there is none."""
        low, shape = tokens.low, tokens.shape
        if j + 3 >= n or low[j] != "(" or shape[j + 1] != "A":
            return j
        k = j + 2
        while k + 1 < min(n, j + 8) and low[k] in ("-", "&") and shape[k + 1] == "A":
            k += 2
        if k + 1 >= n or low[k] != ")":
            return j
        larger = office and shape[k + 1] in "CA" and self.starts_head(tokens, k + 1)
        return k + 1 if larger or self._continues(tokens, k + 1) else j

    def _initials(self, tokens: Tokens, j: int, first: int) -> bool:
        """Whether the letters at token j are the short name of a firm: no syllable, no numeral, no body known."""
        low, shape = tokens.low, tokens.shape
        return (
            ((shape[j] == "A" and (shape[j - 1] != "A" or low[j - 1] in BOARDS)) or self._brand(tokens, j))
            and 2 <= len(low[j]) <= (7 if shape[j] == "A" else 20)
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
        alone = j + 1 == len(low) or shape[j + 1] in "lpd"
        return shape[j] == "C" and len(low[j]) >= 4 and alone and low[j - 1] in ("hđqt", "hđtv", "trị", "viên")
