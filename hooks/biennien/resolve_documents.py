"""Citations, the articles around them and the registry in; for every citation a document, with the reason, out.

What decides, in this order: what the citation itself says (khóa, day, year in the symbol), a full citation in the same
article, issuer, title, an alias of the registry, and at last that the registry knows no other document it could be. Not
used, since real articles disprove them: the highest number, the current term, a document being older than the article,
the topic. What stays open gets an id below ``chua-ro/`` and its candidates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from .entities import DocumentRecord, Registry
from .extract.dates import shown_day
from .extract.documents_grammar import DAY, grammar
from .extract.documents_issuers import ArticleContext, Body, Issuers
from .extract.documents_text import flat, ordinal
from .model import Citation
from .text import compare_key, fold, slug

__all__ = ["Answer", "ArticleContext", "resolve"]

_FORWARD = dt.timedelta(days=60)  # a document cited so long before it was signed is another one
_STOP_WORDS = frozenset(
    re.findall(r"\w+", "va cua ve cac trong theo cho de nhung mot so voi su viec tiep tuc day manh tang cuong")
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The document that one citation was found to mean. ``candidates`` are ids, only where it stays unresolved."""

    document: str
    reason: str  # Vietnamese
    status: Literal["identified", "unresolved"]
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """One record of the registry with its id taken apart."""

    record: DocumentRecord
    level: str
    body: str
    year: int | None
    code: str
    number: str  # without leading zeros; "dai-hoi-11" for congresses
    title_words: frozenset[str]
    issuer: str | None


def _plain(number: str) -> str:
    return number.lstrip("0") or "0"


def _title_words(title: str | None) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[a-z0-9]+", fold(title or "")) if w not in _STOP_WORDS)


def _central_issuer(words: str | None) -> str | None:
    """One word for who issues at the centre: documents of different issuers are different documents."""
    if not words:
        return None
    view = flat(words)
    if "bộ chính trị" in view:
        return "bct"
    if "ban bí thư" in view:
        return "bbt"
    if "ban chấp hành trung ương" in view or "bch" in view or "hội nghị" in view:
        return "bch"
    return None


@dataclass(slots=True)
class _Resolver:
    registry: Registry
    vocabulary: Path | None = None  # the editors' folder of additions
    issuers: Issuers = field(init=False)
    known: list[_Known] = field(init=False)
    highest: dict[tuple[str, str, int, str], int] = field(init=False)  # (level, body, year, code) -> number
    aliases: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.issuers = Issuers(self.registry, self.vocabulary)
        self.known, self.highest, self.aliases = [], {}, {}
        for record in self.registry.documents.values():
            self._learn(record)

    def _learn(self, record: DocumentRecord) -> None:
        parts = record.id.split("/")
        if len(parts) < 4:
            return
        year = int(parts[2]) if parts[2].isdigit() else None
        code, number = parts[-2], _plain(parts[-1])
        known = _Known(
            record, parts[0], parts[1], year, code, number, _title_words(record.title), _central_issuer(record.issuer)
        )
        self.known.append(known)
        if number.isdigit() and year is not None:
            key = (known.level, known.body, year, code)
            self.highest[key] = max(self.highest.get(key, 0), int(number))
        if number.startswith("dai-hoi-") and year is not None:
            nth = number.removeprefix("dai-hoi-")
            if nth.isdigit():
                self.issuers.congresses.setdefault(known.body, {}).setdefault(int(nth), year)
            if record.congress_held:
                self.issuers.held[known.body, year] = max(record.congress_held)
        for alias in record.aliases:
            self.aliases.setdefault(compare_key(alias), record.id)

    # --- one citation by itself ----------------------------------------------------------------------------------
    def alone(self, citation: Citation, context: ArticleContext) -> Answer | None:
        """The answer where the citation's own words are enough: symbol with year, term, day, congress."""
        if citation.rule == "back-reference":
            return None
        if citation.congress or citation.congress_body is not None:
            return self._congress(citation, context)
        if citation.rule == "registry-alias":
            return self._by_alias(citation, context)
        code = grammar(self.vocabulary).code(citation.type, citation.symbol)
        body = self.issuers.body_of(citation, context)
        if citation.number is None:
            return self._plenum(citation, code)
        number = _plain(citation.number)
        same = self._same_symbol(citation, body)
        day = _day_in(citation.as_written)
        if same and (body.body is not None) and (len(same) == 1 and citation.symbol and "ĐH" in citation.symbol):
            return Answer(same[0].record.id, "số và ký hiệu trùng với danh mục", "identified")
        if body.level == "nn" and body.body:
            year = _symbol_year(citation.symbol) or (day.year if day else None) or citation.year
            if year:
                found = f"nn/{body.body}/{year}/{code}/{number}"
                return Answer(
                    self._registered(found, code, number, body, year), "năm ban hành in cùng số", "identified"
                )
            return None
        if body.level == "dang" and body.body and not body.local:
            year = self.issuers.party_year(citation.term) if citation.term else None
            reason = f"khóa {citation.term} in ngay tại chỗ dẫn"
            if year is None and day:
                year, reason = (
                    self.issuers.party_year_of_day(day),
                    f"ngày {shown_day(day)} in cùng số nằm trong một khóa",
                )
            if year is None and citation.year and not citation.term:
                year, reason = self._central_year(body.body, code, number, citation.year)
            return Answer(f"dang/{body.body}/{year}/{code}/{number}", reason, "identified") if year else None
        if body.level == "dang" and body.body:
            year, reason = None, ""
            if citation.term and (nth := ordinal(citation.term)):
                year = self.issuers.congresses.get(body.body, {}).get(nth)
                reason = f"khóa {citation.term} của đảng bộ ấy bắt đầu năm {year}"
            if year is None and day:
                year, reason = (
                    self.issuers.local_year_of_day(body.body, day),
                    f"ngày {shown_day(day)} in cùng số nằm trong một khóa",
                )
            return Answer(f"dang/{body.body}/{year}/{code}/{number}", reason, "identified") if year else None
        if citation.term and body.level is None:
            # "Nghị quyết 18 khóa XII": nobody is named, but only one document of the registry is of that term.
            year = self.issuers.party_year(citation.term)
            fits = [k for k in self._numbered(code, number, Body("dang", "tw")) if k.year == year]
            if len(fits) == 1:
                return Answer(fits[0].record.id, f"khóa {citation.term} in ngay tại chỗ dẫn", "identified")
        if body.level is None and (citation.year or day):
            wanted = day.year if day else citation.year
            fits = [k for k in self._numbered(code, number, body) if k.record.date and k.record.date.year == wanted]
            if len(fits) == 1 and (day is None or fits[0].record.date == day):
                return Answer(fits[0].record.id, f"năm {wanted} in tại chỗ dẫn, khớp danh mục", "identified")
        return None

    def _central_year(self, body: str, code: str, number: str, year: int) -> tuple[int | None, str]:
        starts = [first.year for _, first, _ in self.issuers.terms]
        if year in starts:
            fits = [
                k
                for k in self._numbered(code, number, Body("dang", body))
                if k.record.date and k.record.date.year == year
            ]
            if len(fits) == 1:
                return fits[0].year, f"năm {year} in cùng số, khớp ngày trong danh mục"
            return None, ""
        return max((s for s in starts if s < year), default=None), f"năm {year} in cùng số nằm trong một khóa"

    def _registered(self, found: str, code: str, number: str, body: Body, year: int) -> str:
        """The registry's own id where it files the same document otherwise ("nn/cp/de-an/06")."""
        for known in self._numbered(code, number, body):
            if known.record.date and known.record.date.year == year:
                return known.record.id
        return found

    def _same_symbol(self, citation: Citation, body: Body) -> list[_Known]:
        if not citation.symbol:
            return []
        key = compare_key(citation.symbol)
        return [
            k
            for k in self.known
            if k.record.symbol
            and compare_key(k.record.symbol) == key
            and (body.body is None or k.body.split("-")[-1] == body.body.split("-")[-1] or k.body == body.body)
        ]

    def _numbered(self, code: str, number: str, body: Body, context: ArticleContext | None = None) -> list[_Known]:
        """Records of that type and number that the body allows; if unknown, local ones only of the article's place."""
        out = []
        own = (
            self.issuers.code_of_place(self.issuers.places.province(context.place))
            if context and context.place
            else None
        )
        for known in self.known:
            if known.number != number or known.code != code:
                continue
            if body.level is not None and known.level != body.level:
                continue
            central = (
                known.body == "tw" or known.body.endswith("tw") or known.body in ("cp", "ttg", "qh", "ubtvqh", "ctn")
            )
            if body.body is not None:
                fits = known.body == body.body
            elif body.local:
                fits = not central
            else:
                fits = central or (
                    own is not None and own in (known.body, known.body.removeprefix("ubnd-").removeprefix("hdnd-"))
                )
            if fits:
                out.append(known)
        return out

    def _plenum(self, citation: Citation, code: str) -> Answer | None:
        if citation.plenum is None or not citation.term:
            return None
        fits = [
            k
            for k in self.known
            if k.body == "tw"
            and k.code == code
            and k.record.plenum == citation.plenum
            and k.record.term == citation.term
        ]
        titled = [k for k in fits if _titles_agree(k.title_words, citation.title)]
        if len(titled) == 1 or len(fits) == 1:
            meant = titled[0] if len(titled) == 1 else fits[0]
            return Answer(
                meant.record.id,
                f"Hội nghị Trung ương {citation.plenum} khóa {citation.term}, theo danh mục",
                "identified",
            )
        name = f"chua-ro/{code}-hoi-nghi-{citation.plenum}-khoa-{citation.term.lower()}"
        reason = (
            "hội nghị ấy ban hành nhiều văn kiện cùng loại" if fits else "danh mục chưa có văn kiện của hội nghị ấy"
        )
        return Answer(name, reason, "unresolved", tuple(k.record.id for k in fits))

    # --- congresses ----------------------------------------------------------------------------------------------
    def _congress(self, citation: Citation, context: ArticleContext) -> Answer | None:
        code = grammar(self.vocabulary).code(citation.type, None)
        nth = ordinal(citation.congress) if citation.congress else None
        words = flat(citation.congress_body or "").strip()
        if words and not re.search(r"đảng|chi bộ", words):
            return self._open_congress(citation, context, code, nth, None, "không phải đại hội của Đảng")
        if not words:
            party = self.issuers.party_year(citation.congress) if citation.congress else None
            if party and citation.year and abs(party - citation.year) > 1:  # "lần thứ 12, nhiệm kỳ 2014-2019"
                return self._open_congress(citation, context, code, nth, None, "nhiệm kỳ ấy không phải của Đảng")
            written = flat(citation.as_written)
            said = re.search(r"toàn quốc|của đảng|đại hội đảng(?! bộ)", written) is not None
            direct = re.search(r"đại hội [ivx]+$", written) is not None  # "Đại hội XIII", as the Party's is called
            if party and (said or direct):
                return Answer(f"dang/tw/{party}/{code}/dai-hoi-{nth}", "đại hội toàn quốc của Đảng", "identified")
            if said or (nth is None and citation.year is None):
                return self._open_congress(citation, context, code, nth, None, "chưa rõ đại hội nào")
            return self._unnamed_congress(citation, context, code, nth, party)
        body = self.issuers.local_party(words, context)
        if body.body is None:
            return self._nameless_city(citation, context, code, nth, words)
        return self._congress_of(citation, context, code, nth, body.body, self._whose(words, body))

    def _whose(self, words: str, body: Body) -> str:
        if body.place and self.issuers.place_in(words) is None:
            place = self.issuers.places.place(body.place)
            return f"nơi họp của bài: {place.short if place else body.place}"
        return "tên đảng bộ in tại chỗ dẫn"

    def _congress_of(
        self, citation: Citation, context: ArticleContext, code: str, nth: int | None, body: str, why: str
    ) -> Answer | None:
        table = self.issuers.congresses.get(body, {})
        if nth is not None:
            year = citation.year or table.get(nth) or self._stepped(table, nth)
            if year:
                return Answer(f"dang/{body}/{year}/{code}/dai-hoi-{nth}", why, "identified")
        elif citation.year:
            fits = [o for o, year in table.items() if year == citation.year]
            if len(fits) == 1:
                return Answer(
                    f"dang/{body}/{citation.year}/{code}/dai-hoi-{fits[0]}",
                    f"nhiệm kỳ in tại chỗ dẫn; {why}",
                    "identified",
                )
        if nth is None and citation.year is None:
            return None
        return self._open_congress(citation, context, code, nth, body, "chưa rõ đại hội ấy họp năm nào")

    @staticmethod
    def _stepped(table: Mapping[int, int], nth: int) -> int | None:
        """Congresses of provinces follow by five years and one ordinal; a merged province starts at I again."""
        years = {year + 5 * (nth - known) for known, year in table.items() if known > 1 and abs(nth - known) <= 3}
        # "lần thứ XV" of 2025 where the registry knows that year's as "lần thứ I": one of the two counts otherwise.
        return years.pop() if nth > 1 and len(years) == 1 and not years & set(table.values()) else None

    def _unnamed_congress(
        self, citation: Citation, context: ArticleContext, code: str, nth: int | None, party: int | None
    ) -> Answer | None:
        """ "Nghị quyết Đại hội lần thứ I", "nghị quyết đại hội nhiệm kỳ 2025-2030": whose congress is not said."""
        own = self.issuers.code_of_place(self.issuers.places.province(context.place)) if context.place else None
        fits = [
            k.record.id
            for k in self.known
            if k.number.startswith("dai-hoi-")
            and own is not None
            and (k.body == own or k.body.startswith(own + "-"))
            and (nth is None or k.number == f"dai-hoi-{nth}")
            and (citation.year is None or k.year == citation.year)
        ]
        if nth is not None and party and (context.date is None or party - 1 <= context.date.year <= party + 6):
            fits.append(f"dang/tw/{party}/{code}/dai-hoi-{nth}")
        if nth is not None and len(fits) == 1:
            return Answer(fits[0], "chỉ một đại hội mang số ấy hợp với nơi và thời gian của bài", "identified")
        if nth is not None and not fits and own and party is None:
            return self._congress_of(citation, context, code, nth, own, "đại hội của đảng bộ nơi họp")
        return self._open_congress(citation, context, code, nth, None, "không nói đại hội của đảng bộ nào", fits)

    def _nameless_city(
        self, citation: Citation, context: ArticleContext, code: str, nth: int | None, words: str
    ) -> Answer | None:
        """ "Đại hội Đảng bộ thành phố lần thứ XVII" in an article that never names the city."""
        kind = "thành phố" if "thành phố" in words or "tp" in words.split() else "tỉnh" if "tỉnh" in words else None
        codes = {
            self.issuers.code_of_place(p.id): p
            for p in self.registry.places.values()
            if p.parent is None and kind and p.kind == kind
        }
        fits = [k for k in self.known if k.body in codes and nth is not None and k.number == f"dai-hoi-{nth}"]
        if len(fits) == 1 and (citation.year is None or fits[0].year == citation.year):
            return Answer(
                fits[0].record.id,
                f"bài không nêu tên nơi; danh mục chỉ có một đại hội đảng bộ {kind} lần thứ {citation.congress}",
                "identified",
            )
        reason = f"bài không nêu tên {kind}" if kind else "bài không nêu tên đảng bộ"
        return self._open_congress(citation, context, code, nth, None, reason, [k.record.id for k in fits])

    def _open_congress(
        self, citation: Citation, context: ArticleContext, code: str, nth: int | None, body: str | None, reason: str,
        candidates: Sequence[str] = (),
    ) -> Answer:  # fmt: skip
        which = f"-{nth}" if nth else f"-nhiem-ky-{citation.year}" if citation.year else ""
        if body is None and candidates == () and nth is None and citation.year is None:
            which = ""
        whose = body or slug(context.article)
        if citation.congress_body and not re.search(r"đảng|chi bộ", flat(citation.congress_body)):
            whose = slug(citation.congress_body)
        return Answer(f"chua-ro/{code}-dai-hoi{which}-{whose}", reason, "unresolved", tuple(sorted(candidates)))

    # --- with the rest of the article and the registry -----------------------------------------------------------
    def _by_alias(self, citation: Citation, context: ArticleContext) -> Answer | None:
        forms = [citation.as_written]
        if citation.number:
            for number in (citation.number, citation.symbol):
                if number:
                    of = f" của {citation.issuer}" if citation.issuer else ""
                    term = f" khóa {citation.term}" if citation.term else ""
                    forms += [
                        f"{citation.type} {number}{of}{term}",
                        f"{citation.type} {number}",
                        f"{citation.type} số {number}",
                    ]
        for form in forms:
            found = self.aliases.get(compare_key(form))
            if found is None:
                continue
            known = next((k for k in self.known if k.record.id == found), None)
            body = self.issuers.body_of(citation, context)
            if known and citation.number and body.body is not None and body.body != known.body:
                continue
            if (
                known
                and citation.number
                and (a := _central_issuer(citation.issuer))
                and known.issuer
                and a != known.issuer
            ):
                continue
            return Answer(found, f"danh mục ghi cách gọi “{form}”", "identified")
        return None

    def _rivals(self, code: str, number: str, body: Body, context: ArticleContext, fits: Sequence[_Known]) -> list[int]:
        """Terms that must have a document of that number too, since a higher one of theirs is known."""
        if not number.isdigit():
            return []
        allowed = {body.body} if body.body else {k.body for k in fits}
        taken = {(k.body, k.year) for k in fits}
        out = []
        for (level, whose, year, kind), highest in self.highest.items():
            if (
                level != "dang"
                or kind != code
                or whose not in allowed
                or highest < int(number)
                or (whose, year) in taken
            ):
                continue
            if context.date is None or dt.date(year, 1, 1) <= context.date:
                out.append(year)
        return sorted(out)

    def with_registry(self, citation: Citation, context: ArticleContext) -> Answer:
        """The answer by issuer, title, alias, or because the registry leaves no choice; else open, with candidates."""
        if citation.number is None:
            return self._unnumbered(citation, context)
        code = grammar(self.vocabulary).code(citation.type, citation.symbol)
        number = _plain(citation.number)
        body = self.issuers.body_of(citation, context)
        fits = self._numbered(code, number, body, context)
        if not citation.symbol and code == "qd" and citation.type == "quyết định":
            fits += self._numbered("qdns", number, body, context)
        issuer = _central_issuer(citation.issuer)
        if issuer:
            fits = [k for k in fits if k.issuer in (issuer, None)]
        year = self.issuers.party_year(citation.term) if citation.term else None
        if citation.term and (body.body == "tw" or year is not None):
            fits = [k for k in fits if k.year == year or k.record.term == citation.term]
        titled = [k for k in fits if _titles_agree(k.title_words, citation.title)]
        if len(titled) == 1:
            return Answer(titled[0].record.id, "tên văn kiện tại chỗ dẫn khớp danh mục", "identified")
        if alias := self._by_alias(citation, context):
            return alias
        told = _told_apart(fits, citation.title)
        if told is not None:
            return Answer(
                told.record.id,
                f"tên tại chỗ dẫn (“{citation.title}”) chỉ hợp một trong các văn kiện mang số này",
                "identified",
            )
        plausible = [k for k in fits if not _too_new(k.record, citation, context)]
        nameless = body.local and body.body is None  # the registry has but few documents of but few places
        if len(plausible) == 1 and not nameless:
            rivals = self._rivals(code, number, body, context, plausible)
            if not rivals:
                return Answer(
                    plausible[0].record.id, "danh mục chỉ có một văn kiện mang số này của nơi ban hành ấy", "identified"
                )
            more = ", ".join(f"khóa bắt đầu năm {y}" for y in rivals)
            reason = f"không nói khóa nào; số này có cả ở {more}"
        elif plausible and not nameless:
            reason = "nhiều khóa có văn kiện mang số này, chỗ dẫn không nói khóa nào"
        elif body.local and body.body is None:
            reason = "không rõ của đảng bộ nào" if body.level == "dang" else "không rõ của địa phương nào"
        else:
            reason = "danh mục chưa có, chỗ dẫn không nói khóa hoặc ngày ban hành"
        where = ""
        if body.body:
            where = f"-{body.body}"
        elif body.local:
            where = f"-{slug(context.article)}"
        name = f"chua-ro/{code}-{number}{where}" + (f"-khoa-{citation.term.lower()}" if citation.term else "")
        return Answer(name, reason, "unresolved", tuple(sorted(k.record.id for k in fits)))

    def _unnumbered(self, citation: Citation, context: ArticleContext) -> Answer:
        code = grammar(self.vocabulary).code(citation.type, citation.symbol)
        if citation.plenum is not None:
            fits = [k for k in self.known if k.body == "tw" and k.code == code and k.record.plenum == citation.plenum]
            titled = [k for k in fits if _titles_agree(k.title_words, citation.title)]
            if len(titled) == 1:
                return Answer(titled[0].record.id, "tên văn kiện tại chỗ dẫn khớp danh mục", "identified")
            if len(fits) == 1 and context.date and self._in_session(fits[0].year, context.date):
                return Answer(
                    fits[0].record.id,
                    f"danh mục chỉ có một {citation.type} của Hội nghị Trung ương {citation.plenum}, thuộc khóa "
                    f"đương nhiệm khi họp",
                    "identified",
                )
            name = f"chua-ro/{code}-hoi-nghi-{citation.plenum}"
            return Answer(
                name, "không nói hội nghị của khóa nào", "unresolved", tuple(sorted(k.record.id for k in fits))
            )
        if alias := self._by_alias(citation, context):
            return alias
        if citation.congress_body is not None:
            words = flat(citation.congress_body)
            body = self.issuers.local_party(words, context)
            fits = [k for k in self.known if k.number.startswith("dai-hoi-") and k.body == body.body]
            return self._open_congress(
                citation, context, code, None, body.body, "không nói đại hội lần thứ mấy", [k.record.id for k in fits]
            )
        return Answer(f"chua-ro/{code}-{slug(citation.as_written, 60) or 'khong-ten'}", "không có số", "unresolved")

    def _in_session(self, year: int | None, day: dt.date) -> bool:
        latest = max((first.year for _, first, last in self.issuers.terms if first <= day), default=None)
        return year is not None and year == latest

    # --- one article ---------------------------------------------------------------------------------------------
    def article(self, citations: Sequence[Citation], context: ArticleContext) -> tuple[Answer, ...]:
        """The answers for one article's citations, in their order."""
        answers: list[Answer | None] = [self.alone(c, context) for c in citations]
        sure = [i for i, a in enumerate(answers) if a is not None and a.status == "identified"]
        for index, citation in enumerate(citations):
            if answers[index] is None or answers[index].status == "unresolved":  # type: ignore[union-attr]
                same = self._in_article(index, citation, citations, answers, sure, context)
                answers[index] = same or answers[index]
        for index, citation in enumerate(citations):
            if answers[index] is None and citation.rule != "back-reference":
                answers[index] = self.with_registry(_with_year(citation, citations), context)
        sure = [i for i, a in enumerate(answers) if a is not None and a.status == "identified"]
        out = []
        for index, citation in enumerate(citations):
            answer = answers[index]
            if answer is None or answer.status == "unresolved":
                answer = self._in_article(index, citation, citations, answers, sure, context) or answer
            out.append(answer or self.with_registry(citation, context))
        return tuple(self._as_open_ones(citations, out, context))

    def _as_open_ones(
        self, citations: Sequence[Citation], answers: Sequence[Answer], context: ArticleContext
    ) -> list[Answer]:
        """A bare "Chỉ thị 1792" beside "Chỉ thị 1792/CT-TTg" is the same open question, not a second one."""
        out = list(answers)
        for index, (citation, answer) in enumerate(zip(citations, answers, strict=True)):
            if answer.status == "identified" or citation.number is None or citation.symbol or citation.issuer:
                continue
            fuller = {
                other.document: citations[at].as_written
                for at, other in enumerate(answers)
                if other.status == "unresolved"
                and (citations[at].symbol or citations[at].issuer)
                and self._may_be(citation, citations[at], context)
            }
            if len(fuller) == 1:
                document, written = next(iter(fuller.items()))
                candidates = next(a.candidates for a in answers if a.document == document)
                out[index] = Answer(document, f"cùng bài có chỗ dẫn đầy đủ hơn: “{written}”", "unresolved", candidates)
        return out

    def _in_article(
        self, index: int, citation: Citation, citations: Sequence[Citation], answers: Sequence[Answer | None],
        sure: Sequence[int], context: ArticleContext,
    ) -> Answer | None:  # fmt: skip
        """The one document that fuller citations of the same article give for this one; several: none."""
        found: dict[str, Citation] = {}
        for other in sure:
            if other != index and self._may_be(citation, citations[other], context):
                answer = answers[other]
                assert answer is not None  # ``sure`` lists only answered ones
                found.setdefault(answer.document, citations[other])
        if citation.rule == "back-reference" and found:
            before = [i for i in sure if i < index and answers[i].document in found]  # type: ignore[union-attr]
            if before:
                meant = answers[before[-1]]
                assert meant is not None
                return Answer(
                    meant.document, f"nhắc lại “{citations[before[-1]].as_written}” ngay trước đó", "identified"
                )
        if len(found) != 1:
            return None
        document, full = next(iter(found.items()))
        return Answer(document, f"cùng bài có chỗ dẫn đầy đủ: “{full.as_written}”", "identified")

    def _may_be(self, short: Citation, full: Citation, context: ArticleContext) -> bool:
        """Whether a bare citation can mean the document of a fuller one: nothing that both say differs."""
        if short.type != full.type:
            return False
        if short.congress_body is not None or short.congress is not None:
            if full.congress is None and full.congress_body is None:
                return False
            if short.congress and full.congress and short.congress != full.congress:
                return False
            if short.year and full.year and short.year != full.year:
                return False
            if not short.congress_body:
                return bool(short.congress) and short.congress == full.congress
            return self.issuers.local_party(flat(short.congress_body), context) == self.issuers.local_party(
                flat(full.congress_body or ""), context
            )
        if short.number is None and short.plenum is not None:
            return (
                full.plenum == short.plenum and (short.term is None or full.term == short.term) and full.number is None
            )
        if short.number is None or full.number is None or _plain(short.number) != _plain(full.number):
            return False
        if short.symbol and full.symbol and compare_key(short.symbol) != compare_key(full.symbol):
            return False
        if (short.term and full.term and short.term != full.term) or (
            short.year and full.year and short.year != full.year
        ):
            return False
        one, two = self.issuers.body_of(short, context), self.issuers.body_of(full, context)
        if one.level and two.level and one.level != two.level:
            return False
        if one.body and two.body and one.body != two.body:
            return False
        if one.level and not two.level:
            return True
        if one.local != two.local and one.level and two.level:
            return False
        issuers = _central_issuer(short.issuer), _central_issuer(full.issuer)
        return not (issuers[0] and issuers[1] and issuers[0] != issuers[1])


def _with_year(citation: Citation, citations: Sequence[Citation]) -> Citation:
    """A bare "Đề án 06" is of the year that the article prints with that number elsewhere: "Đề án 06 (năm 2013)"."""
    if citation.number is None or citation.year or citation.term or citation.symbol:
        return citation
    years = {
        other.year
        for other in citations
        if other.year
        and other.type == citation.type
        and other.number
        and _plain(other.number) == _plain(citation.number)
    }
    return replace(citation, year=years.pop()) if len(years) == 1 else citation


_PERIOD = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–]\s?(?:19|20)\d\d(?!\d)")


def _too_new(record: DocumentRecord, citation: Citation, context: ArticleContext) -> bool:
    """Whether a record is of later years than the citation speaks of.

    A record without a day of its own is not a year older than the period that its title names ("2022-2025").
    """
    if record.date is not None:
        first = record.date
    elif period := _PERIOD.search(record.title or ""):
        first = dt.date(int(period.group(1)) - 1, 1, 1)
    else:
        return False
    if citation.year is not None and citation.year < first.year:
        return True
    return context.date is not None and first - context.date > _FORWARD


def _titles_agree(words: frozenset[str], title: str | None) -> bool:
    """Whether a printed title is a record's: four or more of its words, three quarters of the shorter title."""
    other = _title_words(title)
    shared = len(words & other)
    return shared >= 4 and shared * 4 >= 3 * min(len(words), len(other))


def _told_apart(fits: Sequence[_Known], title: str | None) -> _Known | None:
    """Of several documents with one number, the one whose title has half of the few words printed; the others none."""
    printed = _title_words(title)
    if len(fits) < 2 or not printed or len(printed) > 8 or not all(known.title_words for known in fits):
        return None
    sharing = [known for known in fits if known.title_words & printed]
    if len(sharing) != 1 or 2 * len(sharing[0].title_words & printed) < len(printed):
        return None
    return sharing[0]


def _day_in(written: str) -> dt.date | None:
    found = DAY.search(flat(written))
    if found is None:
        return None
    day, month, year = (found.group(a) or found.group(b) for a, b in (("d", "d2"), ("m", "m2"), ("y", "y2")))
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _symbol_year(symbol: str | None) -> int | None:
    found = re.match(r"\d+[a-z]?/((?:19|20)\d\d)/", symbol or "")
    return int(found.group(1)) if found else None


def resolve(
    citations_by_article: Mapping[str, tuple[Citation, ...]],
    articles: Mapping[str, ArticleContext],
    registry: Registry,
    vocabulary: Path | None = None,
) -> dict[str, tuple[Answer, ...]]:
    """For every article, one Answer for each of its citations, in their order. ``vocabulary``: the editors' folder."""
    resolver = _Resolver(registry, vocabulary)
    return {
        article: resolver.article(citations, articles.get(article) or ArticleContext(article))
        for article, citations in citations_by_article.items()
    }
