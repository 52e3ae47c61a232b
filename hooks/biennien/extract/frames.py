"""A sentence's tokens in; out: the lists of people that the genre opens in fixed words, and who belongs to them.

"Dự hội nghị có", "dưới sự chủ trì của", "Đại hội nghe tham luận của": the words are data (vocabulary/speech_verbs.yml).
"""

from __future__ import annotations

from .tokens import Phrases, Tokens
from .verbs import BREAKS, STOPS, VerbClass, Verbs

_GOVERNS = 24  # tokens between "dưới sự chủ trì của" and the first name
_OTHERS = 60  # tokens between two people of a list
_OTHER_GUESTS = frozenset(
    (
        *(
            "lãnh",
            "đại",
            "các",
            "cán",
            "cùng",
            "thường",
            "thành",
            "toàn",
            "nhiều",
            "một",
            "những",
            "khách",
            "gần",
            "hơn",
        ),
        *(
            "chuyên",
            "nguyên",
            "ban",
            "trưởng",
            "phó",
            "thủ",
            "chỉ",
            "bà",
            "gia",
            "thân",
            "đông",
            "trên",
            "hàng",
            "đoàn",
        ),
    )
)
_WITH = frozenset(("trao", "phối", "gặp", "hành", "việc", "ký", ".", ":"))  # "trao đổi cùng", "phối hợp cùng" …
# What may stand before "nghe": "hội nghị nghe", "đại biểu đã nghe"; not "yêu cầu các sở nghe".
_HEARERS = frozenset(("nghị", "hội", "biểu", "họp", "đã", "sẽ", "được", "cũng", "còn", "đoàn", "lễ", "tiếp", ","))
# What is heard of somebody: "(bài) phát biểu, tham luận, ý kiến, báo cáo, trình bày, chia sẻ, giới thiệu, kết luận".
_HEARD = frozenset(("biểu", "luận", "kiến", "cáo", "bày", "sẻ", "thiệu", "chuyện", "tin", "đạo", "khai", "mạc"))
# "có phần trình bày của", "với các tham luận của": what a meeting has of somebody.
_HAS = frozenset(("có", "với", "gồm", "cùng", "là", "qua"))
_PARTS = frozenset(("phần", "sự", "bài", "các", "những", "nhiều", "tham", "màn", "loạt", "chuỗi"))
_SPEECHES = (
    *(["trình", "bày"], ["chia", "sẻ"], ["tham", "luận"], ["phát", "biểu"], ["giới", "thiệu"], ["diễn", "thuyết"]),
    *(["thuyết", "trình"], ["trao", "đổi"], ["dẫn", "đề"], ["đề", "dẫn"], ["góp", "ý"], ["phản", "biện"]),
)
_NO_GUESTS = frozenset(
    (
        *("số", "quyền", "trách", "ý", "tỷ", "tỉ", "phiếu", "mức", "thể", "nguyện", "dấu", "vi", "sai", "khuyết"),
        *("liên", "mời"),
    )
)
_PRESS = frozenset(("tờ", "báo", "trang", "hãng"))
_PAPERS = frozenset(
    (
        *(("kết", "luận"), ("báo", "cáo"), ("thông", "báo"), ("thông", "cáo"), ("quyết", "định"), ("nghị", "quyết")),
        *(("văn", "bản"), ("công", "văn"), ("tờ", "trình"), ("cáo", "trạng"), ("bản", "án"), ("báo", "chí")),
    )
)
# Organs that say something of people: "Ủy ban đánh giá ông A đã …", "UBKT Tỉnh ủy nhận thấy ông A …".
_ORGANS = frozenset(
    (
        *(("ủy", "ban"), ("ban", "thường"), ("ban", "chấp"), ("ban", "cán"), ("ban", "bí"), ("bộ", "chính")),
        *(("thành", "ủy"), ("tỉnh", "ủy"), ("huyện", "ủy"), ("quận", "ủy"), ("thị", "ủy"), ("đảng", "ủy")),
        *(("chính", "phủ"), ("quốc", "hội"), ("thanh", "tra"), ("công", "an"), ("cơ", "quan"), ("lãnh", "đạo")),
        *(("thường", "trực"), ("thường", "vụ"), ("đoàn", "thanh"), ("đoàn", "kiểm"), ("hội", "đồng")),
    )
)
_ORGAN_LETTERS = frozenset(("ub", "ubkt", "ubnd", "hđnd", "sở", "btv"))
_FORMS = frozenset(("các", "đồng", "chí", "ông", "bà", ":", "đại", "biểu", "vị"))
_NO_FRAME = frozenset(("theo", "để", "nhằm", "với", "như"))
_WHEN = frozenset(("ngày", "sáng", "chiều", "tối", "trưa", "hôm", "cùng", "trước", "theo", "sau", "tại"))
_WHOSE = frozenset((("đại", "diện"), ("lãnh", "đạo"), ("đại", "biểu"), ("khách", "mời"), ("thành", "phần")))
_WHO_SPEAK = ("viên", "giả", "biểu")  # "các báo cáo viên | trình bày …", "đại biểu | dự …"
_GUEST_WORDS = frozenset(
    (":", "gồm", "có", "là", "các", "đồng", "chí", "ông", "bà", "như", "hai", "ba", "bốn", "năm", "đại", "hội", "nghị")
)


class Frames(Verbs):
    """Frames before people, and the lists behind the frames."""

    def _frame(self, tokens: Tokens, first: int, begin: int, opening: bool) -> VerbClass | None:
        """The class of the words between ``first`` and a person at ``begin`` that introduce him: "Dự hội nghị có", …"""
        low = tokens.low
        if opening and (self._paper_says(tokens, first, begin) or self._organ_says(tokens, first, begin)):
            return None
        if low[begin - 1] == "được" and begin - first <= 8:
            return None  # "Kiến nghị trên được ông A nêu ra tại …"
        found: VerbClass | None = (
            "present" if "cầu" in low[first:begin] and "có" in low[max(first, begin - 4) : begin] else None
        )
        if found is None and self._side(tokens, first, begin):
            found = "present"
        start = max(first, begin - 40)
        near = max(first, begin - 9)
        for j in () if self._guest_words.isdisjoint(low[near:begin]) else range(near, begin):
            guests = self._guests.match(low, j)
            if guests is None or not all(t in _GUEST_WORDS or t.isdigit() for t in low[guests[0] : begin]):
                continue
            # "Ủy viên Đoàn Chủ tịch A" holds an office; "Đoàn Chủ tịch gồm A, B" presides.
            # "Đoàn công tác gồm A, B" came; "thành lập Đoàn giám sát gồm A, B" is a decision.
            named = {":", "gồm", "có", "là"}.intersection(low[guests[0] : begin])
            if named and low[j] == "đoàn" and guests[1] == "present" and "lập" in low[first:j]:
                continue
            if named or (guests[1] != "chair" and low[j] != "đoàn"):
                return guests[1]  # "… từ các khách mời: A, B", "các diễn giả gồm A, B"
        j = start
        done = -1  # where the verb before ended
        while j < begin:
            verb = self.verb_at(tokens, j)
            if verb is None or verb[0] > begin:
                j += 1
                continue
            at_head = (
                j == first
                or low[j - 1] in (",", ";", ".", "và", "cùng", "-", '"', "(", ")", "đến", "tham")
                or (low[j - 1] in ("còn", "cũng", "đã") and (verb[1] != "say" or j - first <= 2))
                or (found is None and j - first <= 3)
                or (found is None and j - first <= 8 and low[j - 1] in _WHO_SPEAK)
                or (found is None and verb[1] == "attend" and self._whose_guests(tokens, first, j))
            )
            if not at_head and verb[1] != "present":
                j = verb[0]  # "dự phiên | khai mạc", "tại lễ | công bố": part of the meeting's name
                continue
            between = low[verb[0] : begin]
            if verb[1] == "say" and (between[:1] in (["của"], ["được"]) or low[j : j + 3] == ["thông", "tin", "trên"]):
                j = verb[0]  # "xét quá trình công tác, đóng góp của ông A, …"
                continue
            if j > first and low[j : j + 3] == ["trao", "đổi", "với"] and "có" in between:
                found = None  # "đã tiếp xúc, trao đổi với lãnh đạo nhiều nước, trong đó có ông A"
            elif verb[1] == "present" and low[verb[0] - 1] == "có" and low[verb[0]] in _NO_GUESTS:
                pass  # "Đại biểu có số phiếu thấp gồm các ông A, B"
            elif verb[1] == "present":
                found = "present"
            elif (
                verb[1] in ("say", "perform")
                and low[begin - 1] not in (",", "-")
                and (self._chooses(between) or low[first] == "bầu" or verb[0] == begin)
            ):
                found = None  # "Đề nghị kỷ luật ông A", "nhất trí bầu 4 phó chủ tịch, gồm các ông A, B"
            elif (
                any(w == "có" and low[verb[0] + k + 1] not in _NO_GUESTS for k, w in enumerate(between))
                or "gồm" in between
                or low[begin - 1] == "là"
                or ":" in between
            ):
                if at_head:
                    if (
                        found == "chair"
                        and verb[1] in ("say", "perform", "attend")
                        and low[j - 1] != ";"
                        and (opening or j - done <= 1)
                    ):
                        pass  # "Chủ trì và tham dự hội nghị có …"
                    elif self._objects.match(low, j) is not None:
                        found = found or "attend"  # "Tới dự và chúc mừng đại hội có …"
                    elif found in ("attend", "present") and verb[1] in ("say", "perform"):
                        found = verb[1]
                    else:
                        found = verb[1]
            elif opening and at_head and low[begin - 1] in (",", "-") and j - first <= 14:
                # "Phát biểu tại hội nghị, đồng chí A …": what the person does, said before.
                found = verb[1] if verb[1] in ("say", "perform") or found is None else found
            elif (
                opening
                and at_head
                and j - first <= 1
                and verb[1] in ("say", "perform", "chair")
                and not self._beside.intersection(between)
                and self._objects.match(low, j) is None
                and self._spoken_to.match(low, j) is None
                and not self._asked(low, verb[0], begin)
            ):
                found = verb[1]
            j = done = verb[0]
        told_when = low[first] in _NO_FRAME or low[first : first + 2] in (["sau", "khi"], ["trước", "khi"])
        if low[first] in ("để", "nhằm") and found == "perform":
            return None
        if opening and found == "say" and told_when and low[begin - 1] != ":":
            return None  # "Theo văn bản đánh giá của …, ông A", "Để chuẩn bị trả lời cử tri, ông A"
        return found

    def _chooses(self, words: list[str]) -> bool:
        """Whether somebody is chosen, named or punished by the words: "(đề nghị) kỷ luật", "(nhất trí) bầu"."""
        if "bầu" in words or "bạt" in words:
            return True
        return any((words[k], words[k + 1]) in self._chosen for k in range(len(words) - 1))

    def _paper_says(self, tokens: Tokens, first: int, begin: int) -> bool:
        """Whether a paper or a newspaper speaks, not a person: "Kết luận nêu rõ, …", "Tờ Ví Dụ cho rằng …"."""
        low = tokens.low
        if low[first] in _PRESS:
            at = first + 1
            while at < begin and tokens.shape[at] in "CA":
                at += 1
            at = at if at > first + 1 else begin
        elif low[first : first + 2] == ["nguồn", "tin"]:
            at = next(
                (j for j in range(first + 2, min(begin, first + 8)) if self.verb_at(tokens, j) is not None), begin
            )
        elif tuple(low[first : first + 2]) in _PAPERS:
            at = first + 2
        else:
            return False
        while at < begin and low[at] in ("cũng", "còn", "đã", "này"):
            at += 1
        verb = self.verb_at(tokens, at) if at < begin else None
        return verb is not None and verb[1] == "say" and verb[0] <= begin

    def _organ_says(self, tokens: Tokens, first: int, begin: int) -> bool:
        """Whether an organ speaks, of those at ``begin``: "(Ngày 5-3,) Ủy ban Kiểm tra nhận thấy ông A …"."""
        low = tokens.low
        at = first
        if tokens.shape[first] == "C" and low[first] in _WHEN and "," in low[first : first + 8]:
            at = low.index(",", first) + 1
        if at + 1 >= begin or not (low[at] in _ORGAN_LETTERS or (low[at], low[at + 1]) in _ORGANS):
            return False
        for j in range(at + 1, min(begin, at + 16)):
            if low[j] in BREAKS or low[j] == ":":
                return False
            verb = self.verb_at(tokens, j)
            if verb is not None and verb[1] == "say" and verb[0] <= begin:
                return True
        return False

    def _asked(self, low: list[str], first: int, begin: int) -> bool:
        """Whether those at ``begin`` are asked: "Đặt câu hỏi chất vấn ông A, …": not they speak."""
        for j in range(first, begin):
            found = self._spoken_to.match(low, j)
            if found is not None and all(t in _FORMS for t in low[found[0] : begin]):
                return True
        return False

    def opens_list(self, tokens: Tokens, first: int, last: int) -> VerbClass | None:
        """The class of a sentence that ends with ":" and whose list stands on the lines below: "Tham dự có:"."""
        return self._frame(tokens, first, last, True) if tokens.low[last - 1] == ":" else None

    def _side(self, tokens: Tokens, first: int, begin: int) -> bool:
        """Whether "phía Nhật Bản có", "phía đối tác gồm" stands right before ``begin``."""
        low, k = tokens.low, begin
        while k > first and low[k - 1] in _FORMS:
            k -= 1
        if k == first or (low[k - 1] not in ("có", "gồm") and ":" not in low[k:begin]):
            return False
        for j in range(k - 1 if ":" in low[k:begin] else k - 2, max(first, k - 14) - 1, -1):
            if low[j] == "phía":
                return j == first or low[j - 1] in (";", ",", "về")
            if (
                low[k - 1] in ("có", "gồm")
                and (low[j], low[j + 1]) in _WHOSE
                and (j == first or low[j - 1] in (";", ","))
                and not (low[j + 2] == "có" and low[j + 3] in _NO_GUESTS)
            ):
                return True  # "Đại diện Sở Y tế có ông A"
            if (tokens.shape[j] == "p" and low[j] not in ("-", "/", "&")) or self.verb_at(tokens, j) is not None:
                return False
        return False

    def has_guests(self, tokens: Tokens, first: int, begin: int, end: int) -> bool:
        """Whether a sentence says of a place or body whom it sent: "Thành phố Mẫu có các đồng chí: A, B"."""
        low, k = tokens.low, begin
        if low[end : end + 1] and low[end] not in (*BREAKS, "và", "cùng", "-", "("):
            return False  # "Xã Mẫu có ông A được khen thưởng"
        while k > first and low[k - 1] in _FORMS:
            k -= 1
        if k - first < 3 or k - first > 14 or low[k - 1] not in ("có", "gồm"):
            return False
        if low[k - 2] == "còn" or tokens.shape[first] not in "CA":
            return False
        return "p" not in tokens.shape[first:k] and all(self.verb_at(tokens, j) is None for j in range(first, k))

    def _whose_guests(self, tokens: Tokens, first: int, j: int) -> bool:
        """Whether first..j-1 says whose people come: "Đại diện tỉnh Bình Mẫu | tham dự hội nghị có …"."""
        return (
            j - first <= 12
            and (tokens.low[first], tokens.low[first + 1]) in _WHOSE
            and "p" not in tokens.shape[first:j]
            and all(self.verb_at(tokens, k) is None for k in range(first, j))
        )

    def _list_goes_on(self, tokens: Tokens, end: int, begin: int) -> bool:
        """Whether a list of people that was broken off at ``end`` goes on at ``begin``."""
        low = tokens.low
        if low[end] in ("có", "gồm") or low[end : end + 2] == ["còn", "có"]:
            # "Cùng đi với đồng chí A có các đồng chí: B, C".
            return begin - end <= 14 and all(
                low[j] not in BREAKS and self.verb_at(tokens, j) is None for j in range(end + 1, begin)
            )
        if low[end] == "là":
            return all(t in _FORMS for t in low[end + 1 : begin])  # "Cùng chủ trì với đồng chí A là đồng chí B"
        if "(" in low[end : min(begin, end + 8)] and ")" in low[end:begin]:
            # "…, 46 tuổi (quê xã Mẫu), ông B": an aside about A.
            close = max(j for j in range(end, begin) if low[j] == ")")
            if close - end <= 24 and all(self.verb_at(tokens, j) is None for j in range(end, close)):
                end = close + 1
        if self._others_of_list(tokens, end, begin):
            return True
        if ";" in low[end:begin] and not any(t in (".", ":", '"') for t in low[end:begin]):
            # "…, Ủy viên Ban Thường vụ phụ trách địa bàn; đồng chí B": words about A, then the list goes on.
            mark = max(j for j in range(end, begin) if low[j] == ";")
            if mark - end <= 20 and all(self.verb_at(tokens, j) is None for j in range(end, mark)):
                end = mark
        if low[begin - 1] == ":" and begin - end <= 14 and "." not in low[end:begin]:
            # "…, Thứ trưởng Bộ A, các đồng chí lãnh đạo tỉnh: B, …": a name for those that follow.
            return all(self.verb_at(tokens, j) is None for j in range(end, begin))
        return all(
            t in (",", ";", "và", "cùng", "với", "-", "các", "đồng", "chí", "ông", "bà") for t in tokens.low[end:begin]
        )

    def _others_of_list(self, tokens: Tokens, end: int, begin: int) -> bool:
        """Whether those between two people of a list are of it, without names: "A; lãnh đạo các sở; đồng chí B"."""
        low = tokens.low
        if (
            not 0 < begin - end <= _OTHERS
            or low[end] not in (",", ";", "và", "cùng")
            or STOPS.intersection(low[end:begin])
        ):
            return False
        if low[end] != ";" and low[end + 1 : end + 2] and low[end + 1] not in _OTHER_GUESTS:
            return False
        # Right before the next person: the end of an item, or words that are only a name for those that follow.
        mark = max(j for j in range(end, begin) if low[j] in (",", ";", "và", "cùng", "với") or j == end)
        last_item = low[mark + 1 : begin]
        if not all(t in _FORMS for t in last_item) and low[begin - 1] not in (":", "có", "gồm"):
            return False
        return all(self.verb_at(tokens, j) is None for j in range(end, begin))

    def _presidium(self, low: list[str], first: int, begin: int) -> bool:
        """Whether those who lead at ``begin`` lead those who preside: "Đoàn Chủ tịch gồm 5 đồng chí do …"."""
        start = max(first, begin - 16)
        return not self._guest_words.isdisjoint(low[start:begin]) and any(
            (found := self._guests.match(low, j)) is not None
            and found[1] == "chair"
            and not BREAKS.intersection(low[found[0] : begin])
            for j in range(start, begin)
        )

    def _ends_with(self, tokens: Tokens, first: int, begin: int, phrases: Phrases[bool]) -> bool:
        """Whether one of the phrases governs those at ``begin``, over what they are: "… của các đồng chí X:"."""
        low = tokens.low
        for j in range(begin - 1, max(first, begin - _GOVERNS) - 1, -1):
            if low[j] in (",", ";", ".", '"', "(", ")"):
                return False
            found = phrases.match(low, j)
            if found is not None and found[0] <= begin:
                between = low[found[0] : begin]
                return (
                    all(t in _FORMS for t in between)
                    or between[-1] == ":"
                    or (not {"của", "tại", "với", "trong", "do"}.intersection(between) and len(between) <= 6)
                    or ({"gồm", "là", "có"}.intersection(between[-5:]) != set())
                )
        return False

    def _heard_of(self, low: list[str], first: int, begin: int) -> bool:
        """Whether the meeting hears what those at ``begin`` say: "nghe (các) tham luận của các đại biểu:"."""
        for of in range(begin - 1, max(first, begin - 12), -1):
            if low[of] == "của":
                heard = low[max(first, of - 9) : of]
                if not all(t in _FORMS for t in low[of + 1 : begin]):
                    return False
                if "nghe" in heard:
                    words = heard[heard.index("nghe") + 1 :]
                    return not BREAKS.intersection(words) and not _HEARD.isdisjoint(words)
                return _speeches(heard)
            if low[of] not in _FORMS:
                return False
        return False

    def _heard_saying(self, low: list[str], first: int, begin: int) -> bool:
        """Whether the meeting hears those at ``begin``: "nghe", perhaps with "các đồng chí"."""
        at = begin
        while at > first and low[at - 1] in _FORMS:
            at -= 1
        return at - 1 > first and low[at - 1] == "nghe" and low[at - 2] in _HEARERS

    def _joined(self, low: list[str], end: int, begin: int) -> bool:
        """Whether "cùng" (not "trao đổi cùng") joins those at ``begin`` to those who end at ``end``."""
        at = begin - 2 if low[begin - 2 : begin] == ["cùng", "với"] else begin - 1
        return low[at] == "cùng" and not _WITH.intersection(low[end:at])

    def _all_attend(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a sentence closes with "… tham dự", said of everybody in it."""
        low = tokens.low
        end = last
        while end > first and tokens.shape[end - 1] == "p":
            end -= 1
        for j in range(max(first, end - 4), end):
            verb = self.verb_at(tokens, j)
            if (
                verb is not None
                and verb[1] == "attend"
                and low[j] in ("dự", "tham", "cùng", "đến", "tới", "về")
                and verb[0] >= end - 2
            ):
                return True
        return False

    def _award(self, tokens: Tokens, first: int, begin: int) -> bool:
        low, start = tokens.low, max(first, begin - 14)
        if "truy" in low[max(first, begin - 24) : begin]:
            return False  # "truy tặng danh hiệu … cho …": he is dead
        return any(low[j] in ("trao", "tặng", "gắn") for j in range(start, begin))


def _speeches(words: list[str]) -> bool:
    """Whether words that end before "của" are speeches that a meeting has: "có phần trình bày", "với sự chia sẻ"."""
    if words[-2:] not in _SPEECHES:
        return False
    for k in range(len(words) - 3, -1, -1):
        if words[k] in BREAKS or words[k] in ("về", "từ"):
            return False
        if words[k] in _HAS and not _PARTS.isdisjoint(words[k + 1 : k + 3]):
            return "cần" not in words[:k]
    return False
