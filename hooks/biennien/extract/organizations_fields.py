"""What an organisation does, as its name says it: fields of work, lines of business, tasks, proper names, numbers."""

from __future__ import annotations

from .names import is_vietnamese
from .organizations_places import Head, shouted
from .organizations_tails import TailReader, acts
from .organizations_words import (
    ACTIVITIES,
    ADVERBS,
    BUSINESSES,
    FIRMS,
    NUMBERED,
    PREDICATE_BEGINS,
    ROMAN_AFTER,
    TAILED,
    TEACHERS,
)
from .tokens import Tokens, capital_run


class FieldReader(TailReader):
    """Reads what stands behind the head of a name."""

    def is_field(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether tokens first..last-1 are a field of work and nothing else: "Công Thương"."""
        found = self._fields.match(tokens.low, first)
        return found is not None and found[0] == last

    def begins_field(self, tokens: Tokens, j: int) -> bool:
        """Whether a field of work of two words stands at token j, and no person."""
        known = self._fields.match(tokens.low, j)
        return known is not None and known[0] > j + 1 and self.names.weight(tokens, j, capital_run(tokens, j, 6)) < 3

    def _field(
        self, tokens: Tokens, j: int, n: int, head: Head, office: bool, parts: list[tuple[int, int, str]]
    ) -> int:
        """Position after the fields of work at token j; j itself when there is none."""
        _low, _shape = tokens.low, tokens.shape
        end = self._one_field(tokens, j, n, office, parts)
        return j if end == j else self._more_fields(tokens, end, n, office, parts)

    def _more_fields(self, tokens: Tokens, j: int, n: int, office: bool, parts: list[tuple[int, int, str]]) -> int:
        """Position after further fields that "và", "-" or "," join to the one before token j."""
        low, shape = tokens.low, tokens.shape
        while j + 1 < n:
            if shape[j] in "CAl" and (end := self._adjoining(tokens, j, n, office, parts)) > j:
                j = end
            elif low[j] in ("và", "-", "&", "–"):
                known = self._fields.match(low, j + 1)
                if known is None and self._second_field(tokens, j):
                    parts.append((j, j + 3, ""))
                    j += 3
                    break
                if known is None or (shape[j + 1] == "l" and not office):
                    break
                if shape[j + 1] == "l" and low[j] == "-" and not self._ends_after(tokens, known[0]):
                    break
                parts.append((j, known[0], f"{low[j]} {known[1]}" if shouted(tokens, j, known[0]) else ""))
                j = known[0]
            elif low[j] == "," and office and (end := self._ministry(tokens, j)) > j:
                parts.append((j, end, ""))
                j = end
                break
            elif low[j] == "," and shape[j + 1] in "CA" and low[j + 1 : j + 3] != ["đại", "biểu"]:
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
                if k > at and "và" in low[at:k]:
                    parts.append((j, k, ""))  # the last field has its "và" inside: ", Công nghệ và Môi trường"
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

    def _ministry(self, tokens: Tokens, j: int) -> int:
        """Position after the further fields of another country's ministry, from the comma at token j on: "Bộ trưởng
        Ngoại giao | , Hội nhập khu vực và Kiều dân | Togo"; j where no country closes the list."""
        low, shape = tokens.low, tokens.shape
        joined = False
        for k in range(j + 1, min(len(low) - 1, j + 14)):
            if joined and self.country_at(tokens, k) > k:
                return k
            if low[k] == "và" and shape[k + 1] == "C":
                joined = True
            elif shape[k] == "p" or (shape[k] == "l" and (self._halts(low, k) or self.is_verb(low, k))):
                break
        return j

    def _adjoining(self, tokens: Tokens, j: int, n: int, office: bool, parts: list[tuple[int, int, str]]) -> int:
        """Position after a field that follows another one without a mark: "Ban Kinh tế | Ngân sách", "Bộ Lao động |
        Thương binh và Xã hội"; j where another organisation, a place or a person begins."""
        low, shape = tokens.low, tokens.shape
        known = self._fields.match(low, j) if office else None
        head = self._heads.match(low, j)
        if (
            known is None
            or (head is not None and head[0] >= known[0])
            or self.place_at(tokens, j) is not None
            or self._titles.match(low, j) is not None
        ):
            return j
        if shape[j] == "l":
            doing = tokens.slice(j, known[0]).lower() in ACTIVITIES
            ended = known[0] >= len(low) or shape[known[0]] != "l" or self._continues(tokens, known[0])
            if doing or known[0] - j < 2 or shape[j - 1] != "l" or not ended:
                return j
        elif self.names.weight(tokens, j, capital_run(tokens, j, 6)) >= 3:
            return j
        parts.append((j, known[0], known[1] if shouted(tokens, j, known[0]) else ""))
        return known[0]

    def _managed(self, tokens: Tokens, j: int, n: int, office: bool, parts: list[tuple[int, int, str]]) -> int:
        """Position after what a body manages, where the vocabulary has no such field: "Cục Quản lý | Khám chữa
        bệnh"; j where a person, a place or another organisation follows."""
        low, shape = tokens.low, tokens.shape
        if shape[j] != "C" or j + 1 >= n or shape[j + 1] != "l" or self.level_at(tokens, j + 1) is not None:
            return j
        if self.starts_head(tokens, j) or self.place_at(tokens, j) is not None or self._titles.match(low, j):
            return j
        return j if self._halts(low, j + 1) or acts(low, j + 1) else self._one_field(tokens, j, n, office, parts)

    def _second_field(self, tokens: Tokens, j: int) -> bool:
        """Whether a field of two words that nobody told us of stands behind the dash at token j: "Vụ Tổ chức | - Biên
        chế"."""
        low, shape = tokens.low, tokens.shape
        return (
            low[j] == "-"
            and (
                shape[j + 1 : j + 3] == ["C", "l"]
                or (shape[j + 1 : j + 4] == ["l", "l", "p"] and not tokens.glued(j) and low[j + 3] in ",(")
            )
            and not self.starts_head(tokens, j + 1)
            and self._titles.match(low, j + 1) is None
            and not self._other(tokens, j + 1, True)
            and not self._halts(low, j + 2)
            and not self.is_verb(low, j + 1)
            and not self.is_verb(low, j + 2)
            and low[j + 1] not in PREDICATE_BEGINS
            and self._ends_after(tokens, j + 3)
        )

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
            parts.append((j, known[0], known[1] if shouted(tokens, j, known[0]) else ""))
            if low[j : known[0]] == ["quốc", "gia"] and known[0] < n and shape[known[0]] in "CA":
                # "Hội đồng Quốc gia | Giáo dục và Phát triển nhân lực"
                return self._one_field(tokens, known[0], n, office, parts)
            return known[0]
        if shape[j] == "A" and low[j].startswith("p") and j + 1 < n and shape[j + 1] == "d" and tokens.glued(j + 1):
            parts.append((j, j + 2, ""))  # "Phòng PC06"
            return j + 2
        if (end := self._letters(tokens, j, n)) > j:
            parts.append((j, end, ""))  # "Bộ GT-VT", "Sở VH, TT & DL"
            return end
        if (
            shape[j] == "A"
            and low[j].replace("đ", "").replace("ư", "").isascii()
            and 3 <= len(low[j]) <= 6
            and not is_vietnamese(low[j])
        ):
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
            and not self._halts(low, end)
            and not acts(low, end)
            and self.level_at(tokens, end) is None
            and not (end + 1 < n and shape[end + 1] == "C" and low[end] in self._office_heads)
        ):
            end += 1
        elif end == j + 1 and shape[j] == "C":
            return j
        parts.append((j, end, ""))
        return end

    def _letters(self, tokens: Tokens, j: int, n: int) -> int:
        """Position after letters that dashes and such join: "GT-VT", "VH, TT & DL"; j where there are none."""
        low, shape = tokens.low, tokens.shape
        k = j
        while k < n and shape[k] == "A" and 2 <= len(low[k]) <= 5 and not is_vietnamese(low[k]):
            k += 1
            if k + 1 >= n or shape[k + 1] != "A" or low[k] not in ("-", "&", ","):
                break
            if low[k] == "," and low[k + 2 : k + 3] != ["&"]:
                break
            k += 1
        return k if k - j >= 3 else j

    def _far_field(self, tokens: Tokens, k: int) -> int:
        """Position after a field of two words and more, printed with a capital behind words in lower case: "Ban Quản lý
        dự án | Đường sắt"; k where there is none."""
        known = self._fields.match(tokens.low, k) if tokens.shape[k] == "C" else None
        return known[0] if known is not None and known[0] - k >= 2 and "l" in tokens.shape[k : known[0]] else k

    def _number(self, tokens: Tokens, j: int, n: int, parts: list[tuple[int, int, str]]) -> int:
        low, shape = tokens.low, tokens.shape
        at = j + 1 if j < n and low[j] == "số" else j
        if at >= n:
            return j
        congress = low[j - 2 : j] == ["đại", "hội"]
        roman = low[at].strip("ivx") == "" and shape[at] in "CA" and (at > j or low[j - 1] in ROMAN_AFTER or congress)
        if not roman and not (shape[at] == "d" and len(low[at]) <= (4 if at > j else 3)):
            return j
        following = at + 1
        counts = following < len(low) and at == j and not roman and low[j - 1] not in NUMBERED
        counts = counts and not (tokens.glued(j) and shape[j - 1] == "A")  # "CCTM4"
        if counts and (low[following] in ("%", "/") or (low[following] == "-" and tokens.glued(following))):
            return j
        if counts and shape[following] == "l" and not self._continues(tokens, following):
            return j  # "Sở Mẫu | 10 tỷ đồng"
        if following < n and tokens.glued(following) and shape[following] in "CA" and len(low[following]) == 1:
            following += 1  # "Lữ đoàn 73X"
        if congress and roman and low[following : following + 2] == ["của", "đảng"]:
            following += 2  # "Tiểu ban Văn kiện Đại hội XIV | của Đảng"
        parts.append((j, following, ""))
        return following

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
            and tokens.slice(max(j - 6, 0), j).lower().endswith(tuple(FIRMS))
            and self.names.weight(tokens, j, capital_run(tokens, j, 6)) >= 5
            and low[j] in self.names.common
            and not self.names.is_historical(tokens, j, capital_run(tokens, j, 6))
        ):
            return first  # "Tổng Giám đốc Tập đoàn | Trần Ví Dụ"
        while j < n:
            place = self.place_at(tokens, j)
            longer = place is not None and shape[j] == "C" and self._goes_on(tokens, place[0])
            if place is not None and not longer and (shape[j] in "CA" or self.level_at(tokens, j)):
                break
            if self.level_at(tokens, j) is not None and shape[j] == "l":
                break
            if low[j] == "thích" and shape[j] == "C" and j > first:
                break  # "Trụ trì Chùa Ba Mẫu | Thích Ví Dụ"
            field = self._fields.match(low, j) if shape[j] in "CA" else None
            if (
                field is not None
                and field[0] - j >= 2
                and ("l" in shape[j : field[0]] or (j > first and low[j] not in self.names.common))
            ):
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
            elif low[j : j + 3] == ["một", "thành", "viên"] and low[j - 1] == "tnhh":
                j += 3
            elif j > first and low[j : j + 2] == ["quốc", "tế"]:
                j += 2  # "Hiệp hội Ví Dụ quốc tế"
            elif shape[j] == "l" and j > first and shape[j - 1] in "CA" and not self._halts(low, j):
                if acts(low, j):
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
                if low[j] == "-" and low[j + 1] == "ảnh" and shape[j + 1] == "C":
                    break  # "Công ty Vidux | - Ảnh: …"
                if low[j] == "-" and (low[j + 1] in TEACHERS or self._titles.match(low, j + 1) is not None):
                    break  # "Trường THPT Mẫu | - Thầy Trần Ví Dụ"
                college = low[j + 1 : j + 4] == ["đại", "học", "quốc"] or low[j + 1 : j + 4] == ["đh", "quốc", "gia"]
                if low[j] == "-" and college and low[first - 2 : first] in (["đại", "học"], ["trường", "đh"]):
                    j += 4  # "Trường Đại học Kinh tế | - Đại học Quốc gia Hà Nội"
                    continue
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
                and (
                    joined[0] >= len(low)
                    or shape[joined[0]] == "p"
                    or self._continues(tokens, joined[0])
                    or (office and self._begins_name(tokens, joined[0]))  # "Thương mại | và dịch vụ | Vidux"
                )
            ):
                j = joined[0]  # "Trung tâm Xúc tiến thương mại | và đầu tư |,"
            elif shape[j] == "d" and j > first and len(low[j]) <= 3 and not (j + 1 < n and shape[j + 1] == "l"):
                j += 1
            elif shape[j] == "d" and j > first and shape[j - 1] in "CA" and tokens.glued(j) and len(low[j - 1]) <= 3:
                j += 1  # "Kho | K602", "Nhà máy | Z111": letters and number are one word
            elif (dashed := self._dashed(tokens, j, n)) > j > first:
                j = dashed
            else:
                break
        while j > first and low[j - 1] in ("và", "-", "&"):
            j -= 1
        if j > first:
            parts.append((first, j, ""))
        return j

    def _begins_name(self, tokens: Tokens, k: int) -> bool:
        """Whether a firm's own name stands at token k, and neither a person nor another organisation."""
        run = capital_run(tokens, k, 6)
        return run > k and not self.starts_head(tokens, k) and self.names.weight(tokens, k, run) < 3

    def _numbered(self, tokens: Tokens, j: int, n: int, parts: list[tuple[int, int, str]]) -> int:
        """Position after a number that is the whole name: "Kho | 706", "Bệnh viện | 108 | cho biết"; j where it
        counts something."""
        low, shape = tokens.low, tokens.shape
        if j >= n or shape[j] != "d" or len(low[j]) > 3:
            return j
        k = j + 1
        counts = k < len(low) and shape[k] == "l" and not self.is_verb(low, k) and low[k] not in PREDICATE_BEGINS
        if counts or ((k < len(low) and low[k] in ("%", "/", "-", ".")) and tokens.glued(k)):
            return j
        parts.append((j, k, ""))
        return k

    def _goes_on(self, tokens: Tokens, k: int) -> bool:
        """Whether one more capital goes on a place's name at token k: "Cảng hàng không | Mẫu Sơn | Nhất"."""
        low, shape = tokens.low, tokens.shape
        return (
            k < len(low)
            and shape[k] == "C"
            and capital_run(tokens, k, 3) == k + 1
            and shape[k - 1] == "C"
            and not self.starts_head(tokens, k)
            and self._titles.match(low, k) is None
        )

    def _dashed(self, tokens: Tokens, j: int, n: int) -> int:
        """Position after "- ươm tạo" in "Trung tâm sáng tạo | - ươm tạo | Trường …"; j where no name goes on so."""
        low, shape = tokens.low, tokens.shape
        if low[j] != "-" or shape[j - 1] != "l" or tokens.glued(j):
            return j
        k = j + 1
        while k < min(n, j + 8) and shape[k] == "l" and not self.is_verb(low, k):
            joins = low[k] == "và" and k > j + 2 and shape[k + 1 : k + 2] == ["l"]
            if low[k] in self._stops and not joins:  # "… - xây lắp | và | kinh doanh nhà Mẫu Giang"
                break
            if self._continues(tokens, k):
                break
            k += 1
        if k - j < 3 or k >= len(low) or not (self.starts_head(tokens, k) or self._continues(tokens, k)):
            return j
        return k

    def _business(
        self, tokens: Tokens, j: int, n: int, parts: list[tuple[int, int, str]], capitals: bool = False
    ) -> int:
        """Position after a line of business in lower case and the proper name behind it: "Công ty Cổ phần | giải pháp
        công nghệ Vidux"; j where every word of it is not known as such."""
        low, shape = tokens.low, tokens.shape
        k = j
        while k < n and (shape[k] == "l" or (capitals and shape[k] == "C")):
            known = self._lines.match(low, k)
            if known is None:
                break
            k = known[0]
            if low[k : k + 1] in (["và"], ["-"], [","]) and k + 1 < n and self._lines.match(low, k + 1) is not None:
                k += 1
        if k == j:
            return j
        doing = tokens.slice(j, k).lower()
        if doing in ACTIVITIES or (doing == "hỗ trợ" and shape[k : k + 1] != ["C"]):
            return j  # "Giám đốc Trung tâm | kiểm tra …"
        if k < len(low) and shape[k] == "l" and not self._continues(tokens, k):
            tail = self._tail(tokens, k, min(n, k + 5), False)
            if tail < k + 2 and not self.is_verb(low, k) and low[k] not in PREDICATE_BEGINS:
                return j
            k = max(k, tail)
        parts.append((j, k, ""))
        if k < n and shape[k] in "CA" and not self.starts_head(tokens, k) and not self._begins_person(tokens, k):
            run = capital_run(tokens, k, 6)
            if self.names.weight(tokens, k, run) < 3:
                k = self._proper(tokens, k, n, True, parts)
        return k

    def _unknown_line(self, tokens: Tokens, first: int, j: int, n: int, head: Head, office: bool) -> bool:
        """Whether words in lower case that no list has tell what a body does: "Giám đốc Trung tâm | chống ngập nước
        thành phố", "Cục | chống hàng giả"; a predicate does not."""
        low, shape = tokens.low, tokens.shape
        if not office or j + 1 >= n or shape[j] != "l" or shape[j + 1] != "l" or head.canonical.lower() not in TAILED:
            return False
        known = self._fields.match(low, first)
        if known is not None and known[0] > j:
            return False  # "Khoa | học công nghệ": no faculty
        two = " ".join(low[j : j + 2])
        if two not in BUSINESSES:
            stops = two == "phụ trách" or acts(low, j) or self._halts(low, j)
            if stops or low[j] in ADVERBS or self.is_verb(low, j):
                return False
        end = self._tail(tokens, j, n, False, joined=True)
        numbered = shape[end : end + 1] == ["d"] and shape[end + 1 : end + 2] != ["l"]  # "quốc lộ 91 Mẫu Giang"
        closed = (
            end >= len(low)
            or shape[end] in "pCA"
            or numbered
            or self._continues(tokens, end)
            or low[end] in ("của", "thuộc")
        )
        joined = low[end : end + 1] == ["và"] and end + 1 < len(low) and self._people(low, end + 1)
        return end >= j + 2 and (closed or joined)
