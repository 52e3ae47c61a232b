"""Where a name that no list knows ends: fields of work in small letters, tasks of committees, occasions."""

from __future__ import annotations

from .organizations_places import PlaceReader
from .organizations_words import (
    ACTIVITIES,
    ADVERBS,
    BUSINESSES,
    CARRIES_OUT,
    COMPOUNDS,
    JOINED_PEOPLE,
    MAX_TAIL,
    MAX_TASK,
    MAX_TOKENS,
    OCCASIONS,
    PLAGUES,
    PREDICATE_BEGINS,
    PREDICATES,
    TASK_ENDS,
    TASKS,
)
from .tokens import Tokens, capital_run


class TailReader(PlaceReader):
    """Reads how far the words behind a head go on its name."""

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
            two = " ".join(low[k : k + 2])
            if shape[k] == "l" and (line := self._line(low, k)) > (k if k > j else k + 3):
                k = line - 1
            elif shape[k] == "l" and (two in COMPOUNDS or (k == j and joined and two in BUSINESSES)):
                k += 1
            elif two == "phụ trách" and shape[k] == "l":
                return comma or bridge or k
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
                if low[k] in ("của", "thuộc") and k > j + 1 and not bridge and not comma:
                    return k  # "Hội đồng tư vấn | cải cách thủ tục hành chính | của Thủ tướng"
                if wide and low[k - 1] == "," and shape[k + 1 : k + 2] == ["l"] and self._continues(tokens, k + 2):
                    k += 1
                    continue  # "Ban Chỉ đạo hòa giải, | đối thoại | tỉnh Bình Mẫu"
                if low[k] in ("của", "thuộc") and bridge and k > bridge + 2 and not self._people(low, bridge + 1):
                    return k  # "Trung tâm đào tạo và giáo dục quốc tế | thuộc Trường Đại học Mẫu"
                if low[k] in stops or numbered or self.is_verb(low, k):
                    predicate = low[k] in PREDICATE_BEGINS or self.is_verb(low, k)
                    if predicate and not comma and 0 < k - j <= 4 and not ADVERBS.intersection(low[j:k]):
                        return bridge or k  # "Khoa Nội | tiết niệu | cho biết"
                    begins = low[j] not in ADVERBS and not self.is_verb(low, j)
                    if predicate and wide and not comma and 4 < k - j <= 14 and begins:
                        return k  # "Trưởng Ban Chỉ đạo | phòng, chống lãng phí | chủ trì phiên họp"
                    return comma or bridge or j
            elif wide and ((low[k] == "," and low[k + 1 : k + 2] == ["chống"]) or low[k] in PLAGUES):
                continue
            elif wide and low[k] == "," and k + 1 < limit and shape[k + 1] == "l":
                comma = k if listed else comma or k
            else:
                if bridge and not wide and not self._people(low, bridge + 1):
                    return k  # "Phòng quản lý vận tải | và phương tiện |, nói"
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

    def _line(self, low: list[str], k: int) -> int:
        """Position after a line of business of two words and more at token k; k where none stands there."""
        known = self._lines.match(low, k)
        doing = known is None or known[0] < k + 2 or " ".join(low[k : known[0]]) in ACTIVITIES
        return k if known is None or doing else known[0]

    def _people(self, low: list[str], k: int) -> bool:
        """Whether "và" before token k joins people to an office and not one field of work to another."""
        return low[k] in JOINED_PEOPLE or self._titles.match(low, k) is not None

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
            if self._continues(tokens, k):
                break
            run = capital_run(tokens, k, 6) if shape[k] in "CA" else k
            if run > k and self.names.weight(tokens, k, run) >= 3 and not self._later(tokens, k, run):
                break
            k += 1
        if k == j + 1:
            return first
        k = self._decree(tokens, k, n)
        parts.append((first, k, ""))
        return k

    def _decree(self, tokens: Tokens, k: int, n: int) -> int:
        """Position after the rest of a document's number, and who issued it: "Nghị quyết 98 | /2023/QH15 của Quốc
        hội"; k where no number goes on."""
        low, shape = tokens.low, tokens.shape
        if k >= n or shape[k - 1] != "d" or low[k] not in ("/", "-") or not tokens.glued(k):
            return k
        end = k
        while end < min(n, k + 10) and tokens.glued(end) and (low[end] in ("/", "-") or shape[end] in "CAd"):
            end += 1
        whose = self._heads.match(low, end + 1) if low[end : end + 1] == ["của"] and end + 1 < n else None
        return whose[0] if whose is not None and shape[end + 1] in "CA" else end


def acts(low: list[str], j: int) -> bool:
    """Whether a predicate begins at token j, and no name goes on: "Trường Tiểu học Mẫu | long trọng tổ chức"."""
    return " ".join(low[j : j + 2]) in PREDICATES
