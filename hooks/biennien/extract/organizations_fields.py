"""What an organisation does, as its name says it: fields of work, lines of business, tasks, proper names, numbers."""

from __future__ import annotations

from .names import is_vietnamese
from .organizations_places import Head, PlaceReader, shouted
from .organizations_words import (
    ACTIVITIES,
    ADVERBS,
    CARRIES_OUT,
    COMPOUNDS,
    FIRMS,
    MAX_TAIL,
    MAX_TASK,
    MAX_TOKENS,
    NUMBERED,
    OCCASIONS,
    PLAGUES,
    PREDICATE_BEGINS,
    PREDICATES,
    ROMAN_AFTER,
    TASK_ENDS,
    TASKS,
    TEACHERS,
)
from .tokens import Tokens, capital_run


class FieldReader(PlaceReader):
    """Reads what stands behind the head of a name."""

    def is_field(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether tokens first..last-1 are a field of work and nothing else: "Công Thương"."""
        found = self._fields.match(tokens.low, first)
        return found is not None and found[0] == last

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
            if low[j] in ("và", "-", "&", "–"):
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

    def _second_field(self, tokens: Tokens, j: int) -> bool:
        """Whether a field of two words that nobody told us of stands behind the dash at token j: "Vụ Tổ chức | - Biên
        chế"."""
        low, shape = tokens.low, tokens.shape
        return (
            low[j] == "-"
            and shape[j + 1 : j + 3] == ["C", "l"]
            and not self.starts_head(tokens, j + 1)
            and self._titles.match(low, j + 1) is None
            and not self._other(tokens, j + 1, True)
            and not self._halts(low, j + 2)
            and not self.is_verb(low, j + 2)
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
        roman = low[at].strip("ivx") == "" and shape[at] in "CA" and (at > j or low[j - 1] in ROMAN_AFTER)
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
            and tokens.slice(max(j - 3, 0), j).lower().endswith(tuple(FIRMS))
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
            elif shape[j] == "l" and j > first and shape[j - 1] in "CA" and not self._halts(low, j):
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
                if low[j] == "-" and (low[j + 1] in TEACHERS or self._titles.match(low, j + 1) is not None):
                    break  # "Trường THPT Mẫu | - Thầy Trần Ví Dụ"
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
        while k < min(n, j + 5) and shape[k] == "l" and low[k] not in self._stops and not self.is_verb(low, k):
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
                if (
                    bridge
                    and low[k] == ","
                    and k + 1 < limit
                    and shape[k + 1] in "CA"
                    and self.starts_head(tokens, k + 1)
                ):
                    return k  # "Trung tâm Hỗ trợ khởi nghiệp | và việc làm sinh viên |, Trường …"
                if listed and comma and not closed and shape[k] in "CA":
                    return comma  # "…, chuyển đổi số |, thực hiện Đề án 06"
                return k if closed or listed else comma or bridge or k
        return comma or bridge or (limit if limit == len(low) else j)

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
        first = j
        if " ".join(low[j : j + 2]) in CARRIES_OUT and j + 3 < n and shape[j + 2] == "C":
            j += 2  # "Ban Chỉ đạo thực hiện | Đề án hỗ trợ khởi nghiệp tỉnh …"
        if j + 1 >= n or shape[j] != "C" or self._complement(tokens, j) is not None or self.starts_head(tokens, j):
            return first
        two = " ".join(low[j : j + 2])
        occasion = low[j] in OCCASIONS or two in OCCASIONS or (j > first and (low[j] in TASKS or two in TASKS))
        if j > first and not occasion:
            return first
        goes_on = shape[j + 1] == "l" or low[j + 1 : j + 3] == [",", "chống"]
        if not occasion and goes_on and low[j + 1] not in self._stops:
            end = self._tail(tokens, j + 1, n, True)  # "Ban Chỉ đạo | Cải cách tư pháp Trung ương"
            if end > j + 1:
                parts.append((j, end, ""))
                return end
        if not occasion:
            return j
        k = j + 2 if two in OCCASIONS or two in TASKS else j + 1
        if low[k : k + 1] in (["viết"], ["ảnh"], ["vẽ"], ["sáng"]):
            k += 1  # "Cuộc thi | viết | về …"
            k += 1 if low[k : k + 1] in (["về"], ["tác"]) else 0
        while k < min(n, j + 12):
            if shape[k] == "l" and " ".join(low[k : k + 2]) in COMPOUNDS:
                k += 2
                continue
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
            return first
        parts.append((first, k, ""))
        return k


def _acts(low: list[str], j: int) -> bool:
    """Whether a predicate begins at token j, and no name goes on: "Trường Tiểu học Mẫu | long trọng tổ chức"."""
    return " ".join(low[j : j + 2]) in PREDICATES
