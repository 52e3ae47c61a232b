"""Tokens in, the person's name that begins at one of them out: behind an honorific, a rank or an office, or alone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from .names import NameBook, is_vietnamese
from .offices import OfficeMatch, OfficeReader
from .organizations import OrganizationReader
from .tokens import Tokens, capital_run

ItemKind = Literal["name", "short", "one", "many", "plural", "rank", "office", "take", "link", "mark", "organization"]


class Item(NamedTuple):
    """One piece. ``word`` is the mark, the link word, the status of a "take", or the honorific; else ""."""

    kind: ItemKind
    first: int
    last: int
    word: str = ""
    office: OfficeMatch | None = None
    strength: int = 0  # of a name: how well it reads as one by itself


# What "Trưởng" is the head of; after it, "Trưởng" begins an office and does not end a name.
_HEADED = frozenset(("đoàn", "ban", "phòng", "khoa", "nhóm", "bộ", "đại"))
# Organisations whose name closes with a place.
_TAKES_PLACE = frozenset(
    (
        "cơ quan nhà nước",
        "ban Đảng",
        "cấp ủy",
        "đảng bộ",
        "UBND",
        "HĐND",
        "MTTQ",
        "đoàn thể",
        "lực lượng vũ trang",
        "tư pháp",
    )
)
_PERSONAL = frozenset(("ông", "bà", "anh", "chị", "cô", "chú", "cụ"))  # no organisation is ever called so
# Words with which a person's name never begins, printed with a capital at the head of a sentence.
_OPENINGS = frozenset(
    (
        *("tại", "về", "theo", "với", "từ", "ở", "trong", "do", "của", "khi", "ngày", "sáng", "chiều", "tối", "hiện"),
        *("ngoài", "sau", "trước", "đến", "như", "cùng", "còn", "riêng", "việc", "vì", "nếu", "để", "các", "những"),
        *(
            "một",
            "bên",
            "giữa",
            "trên",
            "dưới",
            "nhân",
            "qua",
            "và",
            "là",
            "được",
            "bị",
            "ảnh",
            "nguồn",
            "tin",
            "nhưng",
        ),
    )
)
_STATESMEN = frozenset(
    ("tổng thống", "phó tổng thống", "thủ tướng", "phó thủ tướng", "ngoại trưởng", "bộ trưởng", "quốc vương", "thái tử")
)
_ADDRESSES = frozenset(("số", "nhà", "hẻm", "ngõ", "căn", "kiệt"))
_PARTICLES = frozenset(("bin", "al", "el", "ibn", "von", "der", "van", "de", "da", "del", "dos"))
# Words with an apostrophe that are peoples or places, not persons.
_NOT_NAMES = frozenset(
    ("h'mông", "m'nông", "k'ho", "h'rê", "b'lao", "m'đrắk", "m'drắk", "r'lấp", "h'drai", "ê'đê", "x'tiêng", "s'tiêng")
)


class NameReader:
    """Where names begin and end, by what stands before them; what it needs is compiled by the scanner."""

    names: NameBook
    organizations: OrganizationReader
    offices: OfficeReader
    _occupations: frozenset[str]
    _acts: frozenset[str]
    _name_starts: frozenset[str]

    def _surname_ong(self, tokens: Tokens, i: int, items: list[Item]) -> bool:
        """Whether "Ông" is a surname: a capital directly behind an office, before what is no surname itself."""
        led = bool(items) and items[-1].last == i and items[-1].kind in ("office", "rank")
        run = self._run(tokens, i)
        return led and run - i >= 2 and tokens.low[i + 1] not in self.names.common

    def _in_name(self, tokens: Tokens, i: int, items: list[Item]) -> bool:
        """Whether token i, although it could begin something else, goes on a run of capitals ("Cầu Ông Lãnh")."""
        return (
            i > 0
            and tokens.shape[i] == "C"
            and tokens.shape[i - 1] == "C"
            and tokens.start[i] == tokens.end[i - 1] + 1
            and not (items and items[-1].last == i)
            and i >= 2
            and tokens.low[i - 2] not in (".", '"')
        )

    def _is_name_start(self, tokens: Tokens, i: int, place_end: int, items: list[Item]) -> bool:
        """Whether the place printed at i..place_end-1 is rather the beginning of a person's name ("Hà Nam Tiến")."""
        run = self._run(tokens, i)
        if run <= place_end:
            return False
        weight = self.names.weight(tokens, i, run)
        led = bool(items) and items[-1].last == i and items[-1].kind in ("one", "rank")
        return weight >= (3 if led else 5) and self.names.weight(tokens, place_end, run) < 3

    def _run(self, tokens: Tokens, i: int) -> int:
        """Position after the words at token i that could be one person's name, foreign hyphens included."""
        low, shape, start, end = tokens.low, tokens.shape, tokens.start, tokens.end
        n = min(len(low), i + 10)
        shouted = shape[i] == "A"
        j = i + 1
        while j < n:
            if (
                low[j] == "-"
                and start[j] == end[j - 1]
                and j + 1 < n
                and start[j + 1] == end[j]
                and shape[j + 1] in "lCA"
            ):
                if self._begins_office(tokens, j + 1):
                    break  # "Nguyễn Văn Dụ-Phó Bí thư", set without spaces
                j += 2  # "Xa-lơm-xay", "Jong-un"
                continue
            if (
                low[j] in ("'", "’", "‘", "`")
                and j == i + 1
                and low[i] in ("h", "k", "r", "y", "m")
                and start[j] == end[i]
                and j + 1 < n
                and shape[j + 1] == "C"
            ):
                j += 1  # "H’ Mẫu": the apostrophe stands apart
                continue
            if (
                low[j] == "."
                and end[j - 1] - start[j - 1] == 1
                and j + 1 < n
                and shape[j + 1] == "C"
                and start[j] == end[j - 1]
            ):
                j += 2 if tokens.glued(j + 1) and len(low[j + 1]) > 1 else 1  # "M.Ramesh Mẫu", "Marc E. Mẫu"
                continue
            if not (0 < start[j] - end[j - 1] <= 2) or tokens.text[end[j - 1] : start[j]].strip():
                break
            if j == i + 1 and low[j] in ("văn", "thị") and shape[j] == "l" and j + 1 < n and shape[j + 1] == "C":
                j += 1  # "Nguyễn văn Dụ"
                continue
            if shape[j] == "l" and low[j] in _PARTICLES and not is_vietnamese(low[i]):
                more = 1 if low[j + 1 : j + 2] in (["der"], ["la"], ["den"]) else 0
                more += 1 if low[j + 1 : j + 2] == ["-"] and tokens.glued(j + 1) else 0
                if shape[j + 1 + more : j + 2 + more] == ["C"]:
                    j += 2 + more  # "Ví bin Dụ", "Ví al-Mẫu", "Ví von der Dụ"
                    continue
            if shape[j] in "CA" and not low[j].strip("ivx") and not is_vietnamese(low[i]) and not shouted:
                j += 1  # "Ví Felip VI"
                break
            if shape[j] != ("A" if shouted else "C") and not (shouted and shape[j] == "C" and len(low[j]) == 1):
                break
            if self.offices.title_at(tokens, j) or (low[j] == "đồng" and low[j + 1 : j + 2] in (["chí"], ["thời"])):
                break
            if low[j] == "trưởng" and j + 1 < n and low[j + 1] in _HEADED and shape[j + 1] == "l":
                break  # "ông Juan Ví Dụ Trưởng đoàn …": no comma before the office
            if self.organizations.starts_head(tokens, j) and not (
                j == i + 1 and low[i] in self.names.common and low[i] != "đoàn"
            ):  # "Nguyễn | Trường Mẫu", but "Đoàn | Sở Ngoại vụ"
                organization = self.organizations.at(tokens, j)
                if organization is not None and (shape[j] == "A" or "l" in shape[j : organization.last]):
                    break  # "Nguyễn Văn Dụ | Sở Tài chính", but "Cao Hữu Đài về …"
            j += 1
        return j

    def _begins_office(self, tokens: Tokens, i: int) -> bool:
        """Whether an office is printed from token i on; a name's last word may look like the beginning of one."""
        low = tokens.low
        if i + 1 >= len(low) or tokens.start[i + 1] == tokens.end[i]:
            return False
        return bool(self.offices.title_at(tokens, i)) or low[i] in ("phó", "nguyên", "ủy", "bí", "chủ", "trưởng")

    def _living(self, tokens: Tokens, end: int) -> bool:
        """Whether an office follows the name that ends at ``end``: then a name of history is a living namesake's."""
        low = tokens.low
        return end + 1 < len(low) and low[end] in (",", "-", "(") and self.offices.title_at(tokens, end + 1)

    def _led_name(self, tokens: Tokens, i: int, items: list[Item]) -> Item | None:
        """The name directly after an honorific, a rank or an office at token i."""
        led = items[-1]
        low, shape = tokens.low, tokens.shape
        run = self._run(tokens, i)
        syllables = sum(1 for k in range(i, run) if shape[k] != "p")
        if low[i] in self.names.lands and led.word not in _PERSONAL:
            land = self.names.land(tokens, i, run)
            if land == i + 1 and led.office is not None and not led.office.foreign:
                land = None  # "Giám đốc Singapore Ví Airlines"
            if land is not None and led.office is not None and led.office.kind != "nước" and led.word != "land":
                items[-1] = led._replace(last=land, word="land", office=_extended(led.office, tokens, i, land))
                if land == run:
                    return Item("organization", land, land, "skip")  # "Người phát ngôn Bộ Ngoại giao Ấn Độ, …"
                return self._led_name(tokens, land, items)  # "Thủ tướng Nhật | Ví Dụ"
            if land is not None:
                return Item("organization", i, land)
        if self._living(tokens, run):
            pass
        elif (
            led.kind == "office"
            and (found := self.names.historical.match(low, i)) is not None
            and found[0] - i >= 2
            and (found[0] >= run or self.names.weight(tokens, i, run) < 5)  # "Giám đốc … | Nguyễn Hoàng Ví Dụ"
        ):
            return Item("organization", i, found[0])
        elif self.names.is_historical(tokens, i, run) or (
            (found := self.names.historical.match(low, i)) is not None
            and found[0] - i >= 2
            and self.names.weight(tokens, i, run) <= 0
        ):
            return Item("organization", i, run)
        if led.word in self._occupations and self.organizations.at(tokens, i) is not None:
            return None  # "phóng viên | Báo Mẫu"
        if led.word in self._occupations and shape[i] == "A" and low[i] in _OPENINGS:
            return None  # "HỌC SINH | TỪ MẦM NON …"
        if (
            led.word in self._occupations
            and self.names.weight(tokens, i, run) < 3
            and "'" not in tokens.slice(i, run).replace("’", "'")
        ):
            return None
        if led.word in self.names.monarchs:
            return self._monarch(tokens, i, run)
        if led.kind in ("one", "many"):
            if self.offices.may_start(low[i]) and self.offices.at(tokens, i) is not None and syllables < 2:
                return None
            if syllables == 1:
                if self.organizations.place_at(tokens, i) is not None or (
                    led.word not in _PERSONAL
                    and self.organizations.starts_head(tokens, i)
                    and shape[run : run + 1] == ["l"]
                ):
                    return None
                if "'" in low[i] and low[i] not in _NOT_NAMES:
                    return Item("name", i, run, strength=2)
                if led.kind == "many":
                    return None
                return Item("short", i, run)
            if self.organizations.starts_head(tokens, i) and (
                shape[i] == "A" or (led.kind == "many" and self.names.weight(tokens, i, run) <= 0)
            ):
                return None  # "các đồng chí | Bộ Ví Dụ"
            if syllables > 6:
                run = self._best(tokens, i, run)
            return Item("name", i, run, strength=max(1, self.names.weight(tokens, i, run)))
        if led.kind == "rank":
            weight = self.names.weight(tokens, i, run)
            if weight > 0 and syllables >= 2:
                return Item("name", i, run, strength=weight)
            if (
                syllables >= 2
                and not self.organizations.starts_head(tokens, i)
                and self.organizations.bare_place(tokens, i) is None
                and self._could_be_name(tokens, i, run)
            ):
                return Item("name", i, run, strength=1)
            if (
                syllables == 1
                and weight <= 0
                and shape[i] == "C"
                and is_vietnamese(low[i])
                and run < len(low)
                and shape[run] in "lp"
                and not self.organizations.starts_head(tokens, i)
            ):
                return Item("short", i, run)
            return None
        office = led.office
        assert office is not None
        if low[i] == "thích" and shape[i : i + 3] == ["C", "C", "C"] and is_vietnamese(low[i + 1]):
            return Item("name", i, run, strength=3)  # "trụ trì chùa Ba Mẫu | Thích Trí Ví"
        if low[i] == "đảng":
            return None  # "Chủ tịch | Đảng Nước Ví Công bằng"
        titled = i
        while titled < run - 2 and low[titled] in self.names.court:
            titled += 1
        if titled > i:  # "Quốc vương Campuchia Samdech | Norodom Ví"
            items[-1] = led._replace(last=titled)
            return self._led_name(tokens, titled, items)
        if (
            office.organization is None
            and shape[i] == "A"
            and shape[i + 1 : i + 2] == ["C"]
            and not tokens.glued(i + 1)
            and self.names.of_the_world(low[i])
        ):
            items[-1] = led._replace(last=i + 1, office=_extended(office, tokens, i, i + 1))
            return self._led_name(tokens, i + 1, items)  # "Tổng Giám đốc WTO | Ngozi Ví-Dụ"
        if low[i] in ("y", "a", "ka", "ama") or "'" in low[i]:
            if syllables >= 2 or ("'" in low[i] and low[i] not in _NOT_NAMES):
                return Item("name", i, run, strength=2)
            return None
        if self.organizations.starts_head(tokens, i) and run < len(low) and shape[run] == "l" and syllables <= 2:
            return None
        if not office.local and office.kind in _TAKES_PLACE and run - i >= 4:
            split = self.organizations.split(tokens, i, run)
            if i < split < run:  # "Bí thư Tỉnh Đoàn Bình Mẫu Trần Văn Dụ"
                items[-1] = led._replace(last=split, office=_extended(office, tokens, i, split))
                return Item("name", split, run, strength=self.names.weight(tokens, split, run))
        best = self._best(tokens, i, run)
        weight = self.names.weight(tokens, i, best)
        if weight > 0 and best - i >= 2:
            if (
                best - i == 2
                and weight < 3
                and (
                    self.organizations.bare_place(tokens, i) == best or self._rather_place(tokens, best, office, items)
                )
            ):
                items[-1] = led._replace(last=best, office=_extended(office, tokens, i, best))
                return (
                    self._led_name(tokens, best, items)
                    if best < len(low) and shape[best] in "CA"
                    else Item("organization", best, best, "skip")
                )
            return Item("name", i, best, strength=weight)
        if (
            office.kind == "nước"
            and office.label.lower() in _STATESMEN
            and syllables == 1
            and not is_vietnamese(low[i])
            and low[i].isalpha()
            and len(low[i]) > 3
            and not (run < len(low) and (low[run] == "-" or low[run] in _PARTICLES))
        ):
            return Item("name", i, run, strength=1)  # "Tổng thống Nga Vidutin"
        if office.label.lower() in self.names.monarchs and (king := self._monarch(tokens, i, run)) is not None:
            return king
        # A firm's name that the vocabulary does not know, then the person: "Giám đốc Ví Dụ Group Trần Văn Mẫu".
        for k in range(i + 1, min(run, i + 4)):
            if self.names.weight(tokens, k, run) >= (5 if office.foreign else 4):
                items[-1] = led._replace(last=k, office=_extended(office, tokens, i, k))
                return Item("name", k, run, strength=self.names.weight(tokens, k, run))
        foreign = office.foreign or (
            not is_vietnamese(low[i])
            and (self.names.of_the_world(office.organization) or self.names.ends_in_land(tokens, i))
        )
        if foreign and syllables >= 2 and self._could_be_name(tokens, i, run):
            return Item("name", i, run, strength=1)
        if shape[i] == "A" and run < len(low) and shape[run] == "C":
            end = self._run(tokens, run)
            if self.names.weight(tokens, run, end) >= 3:
                items[-1] = led._replace(last=run, office=_extended(office, tokens, i, run))
                return Item("name", run, end, strength=self.names.weight(tokens, run, end))
        # The office has its holder, so that what follows is whose office it is: "ông A, Tổng Giám đốc Vidugroup".
        if (
            office.organization is None
            and syllables <= 4
            and not is_vietnamese(low[i])
            and low[i].isalpha()
            and len(items) > 2
            and items[-2].last == items[-1].first
            and items[-3].last == items[-2].first
            and (
                (items[-2].word in (",", "-", "(") and items[-3].kind in ("name", "short"))
                or (items[-2].word == "also" and items[-3].kind == "office")  # "Chủ tịch kiêm Tổng Giám đốc Vidugroup"
            )
            and weight <= 0
        ):
            at = run + 2 if low[run : run + 2] == ["chi", "nhánh"] else run
            place = self.organizations.bare_place(tokens, at) if at < len(low) else None
            if place is None and run < at < len(low) and shape[at] == "C":
                place = capital_run(tokens, at, 4)  # "Agribank | chi nhánh Mẫu Tân": not the bank's director
            run = place or run  # "VNPT | Bình Mẫu"
            items[-1] = led._replace(last=run, office=_extended(office, tokens, i, run))
            return Item("organization", run, run, "skip")
        # A place that nobody told us of closes the organisation's name: "Bí thư Tỉnh Đoàn Phú Mẫu, …".
        if (
            not office.local
            and office.kind in _TAKES_PLACE
            and 2 <= syllables <= 4
            and all(s == "C" and is_vietnamese(w) for s, w in zip(shape[i:run], low[i:run], strict=True))
            and not self.organizations.starts_head(tokens, i)
            and (run >= len(low) or shape[run] != "l" or self.organizations.ends_name(tokens, run))
        ):
            items[-1] = led._replace(last=run, office=_extended(office, tokens, i, run))
            return Item("organization", run, run, "skip")
        return None

    def _rather_place(self, tokens: Tokens, end: int, office: OfficeMatch, items: list[Item]) -> bool:
        """Whether two capitals behind "Bí thư Tỉnh ủy" are rather its place: a verb or a list makes them a person."""
        if office.local or office.kind not in _TAKES_PLACE or end >= len(tokens.low):
            return False
        if (
            len(items) > 2
            and items[-2].word in (",", "-", "(")
            and items[-2].last == items[-1].first
            and items[-3].kind in ("name", "office", "short")
        ):
            return True  # "ông A, Bí thư Tỉnh ủy Bình Mẫu": the office has its holder
        return tokens.low[end] not in ("và", ";", "cùng", "đã", "vừa", "cũng", "cho", "làm", "(", "-") and not (
            tokens.shape[end] == "l" and tokens.low[end] in self._acts
        )

    def _monarch(self, tokens: Tokens, i: int, run: int) -> Item | None:
        """The one name of a king or a pope at token i: "Nhà vua Vidihito", "Vua Vidipe VI"; not "vua Quang Trung"."""
        low, shape = tokens.low, tokens.shape
        if shape[i] != "C" or len(low[i]) < 4 or is_vietnamese(low[i]) or not low[i].isalpha():
            return None
        return Item("name", i, run, strength=1) if self._could_be_name(tokens, i, run) else None

    def _could_be_name(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a run of capitals without a known surname can be a (foreign) person's name at all."""
        if not self.names.firm_words.isdisjoint(tokens.low[first:last]):
            return False  # "Chủ tịch | Vidu Airlines"
        return all(
            s in "Clp" or len(w) <= 2 or not w.strip("ivx") or (s == "A" and tokens.shape[first] == "A")
            for s, w in zip(tokens.shape[first:last], tokens.low[first:last], strict=True)
        )

    def _listed(self, tokens: Tokens, first: int, run: int) -> bool:
        """Whether capitals with no known surname stand where a list names somebody: "…; Mạnh Mẫu - Trưởng Ban …"."""
        low = tokens.low
        if run - first > 5 or run + 1 >= len(low) or low[run] not in (",", "-", "(") or low[first] in _OPENINGS:
            return False  # "Về Biển Ví, Thủ tướng nói"
        if first and low[first - 1] not in (";", ",", ":", "và", "-"):
            return False
        if not all(s == "C" and is_vietnamese(w) for s, w in zip(tokens.shape[first:run], low[first:run], strict=True)):
            return False
        office = self.offices.at(tokens, run + 1) if self.offices.may_start(low[run + 1]) else None
        return office is not None and not (office.last < len(low) and tokens.shape[office.last] in "CA")

    def _enumerated(self, tokens: Tokens, first: int, run: int, items: list[Item]) -> bool:
        """Whether capitals with no known surname stand in a list of people: "các ông: A, Ví Mẫu và …"."""
        if run - first > 5 or len(items) < 2 or items[-1].last != first or items[-2].last != items[-1].first:
            return False
        separator = items[-1].word in (",", ";", "and", ":")
        if not separator or not (
            items[-2].kind == "many" or (items[-2].kind == "name" and items[-1].word != ":" and self._opened(items))
        ):
            return False
        return all(
            s == "C" and is_vietnamese(w) for s, w in zip(tokens.shape[first:run], tokens.low[first:run], strict=True)
        ) and (self.organizations.at(tokens, first) is None and self.organizations.bare_place(tokens, first) is None)

    def _opened(self, items: list[Item]) -> bool:
        """Whether the names before were opened by a plural ("các đồng chí")."""
        k = len(items) - 1
        for _ in range(60):
            k -= 1
            if k < 0 or items[k].last != items[k + 1].first:
                return False
            if items[k].kind == "many":
                return True
            if items[k].kind not in ("name", "mark", "link", "one", "rank"):
                return False
        return False

    def _best(self, tokens: Tokens, first: int, run: int) -> int:
        """Where the name at ``first`` ends inside a run of capitals that is too long for one name."""
        if run - first <= 5:
            return run
        weights = [(self.names.weight(tokens, first, k), k) for k in range(first + 2, min(run, first + 6) + 1)]
        return max(weights, key=lambda w: (w[0], -w[1]))[1] if weights else run

    def _sent_by(self, tokens: Tokens, i: int) -> bool:
        """Whether a party, a country or a place stands at token i, behind "Đoàn"."""
        country = self.names.lands.match(tokens.low, i)
        return (
            tokens.low[i] == "đảng"
            or (country is not None and country[0] - i > 1)
            or self.organizations.place_at(tokens, i) is not None
        )

    def _name(self, tokens: Tokens, i: int, items: list[Item]) -> Item | None:
        """A name that nothing introduces."""
        low, shape = tokens.low, tokens.shape
        if low[i] == "thích" and shape[i : i + 3] == ["C", "C", "C"] and is_vietnamese(low[i + 1]):
            return Item("name", i, self._run(tokens, i), strength=3)  # "sư trụ trì chùa Ba Mẫu | Thích Trí Ví"
        if self.organizations.is_field(tokens, i, capital_run(tokens, i, 6)):
            return None  # "4 Bộ trưởng: Công Thương; Nội vụ …"
        if low[i] in self.names.lands and (land := self.names.land(tokens, i, self._run(tokens, i))) is not None:
            return Item("organization", i, land)
        if i > 1 and shape[i - 1] == "d" and low[i - 2] in _ADDRESSES:
            return Item("organization", i, self._run(tokens, i), "skip")  # "số 5 Trần Ví Dụ": a street
        if low[i] == "đoàn" and i + 1 < len(low) and self._sent_by(tokens, i + 1):
            return None  # "tiếp Đoàn | Đảng Ví Dụ", "Đoàn | Hàn Quốc"
        found = self.names.historical.match(low, i)
        if found is not None and self._living(tokens, found[0]):
            found = None
        if (
            found is None
            and low[i] not in self._name_starts
            and "'" not in low[i]
            and not self.names.double.match(low, i)
        ):
            run = capital_run(tokens, i, 6)
            if run - i < 2:
                return None
            if self._enumerated(tokens, i, run, items):
                return Item("name", i, run, strength=1)
            return Item("name", i, run, strength=0) if self._listed(tokens, i, run) else None
        run = self._run(tokens, i)
        after_capital = (
            i > 0
            and shape[i - 1] in "CA"
            and tokens.start[i] == tokens.end[i - 1] + 1
            and not (items and items[-1].last == i)
        )
        if found is not None and found[0] >= min(run, i + 3) and shape[i] in "CA":
            return Item("organization", i, max(found[0], run), "skip")
        if self.names.is_street(tokens, i, run):
            return None if run - i < 2 else Item("name", i, run, strength=1 if items and self._opened(items) else 0)
        weight = self.names.weight(tokens, i, run)
        if (
            low[i] in self.names.prefix
            and run - i >= 2
            and weight <= 0
            and (low[i] in ("y", "ka", "ama") and any(low[k] in self.names.highland for k in range(i + 1, run)))
        ):
            return Item("name", i, run, strength=4)
        if "'" in low[i] and low[i] not in _NOT_NAMES and run - i == 1 and not after_capital:
            return Item("name", i, run, strength=1)
        if weight <= 0 or run - i < 2 or low[i] in _NOT_NAMES:
            if run - i >= 2 and (low[i] in ("y", "a", "k", "h", "ka", "ha") or self._listed(tokens, i, run)):
                return Item("name", i, run, strength=1 if low[i] in self.names.prefix and run - i >= 3 else 0)
            return None
        if after_capital and weight < 5:
            return None
        # "Đoàn Thanh niên", "Hồ Gươm xanh": the last capital begins a compound that goes on in lower case.
        if run - i == 2 and self.organizations.starts_head(tokens, i):
            return None
        return Item("name", i, run, strength=weight)


def _extended(office: OfficeMatch, tokens: Tokens, first: int, last: int) -> OfficeMatch:
    more = tokens.slice(first, last)
    name = f"{office.organization} {more}" if office.organization else more
    return office._replace(organization=name, last=last, local=True, kind=office.kind or "đơn vị")
