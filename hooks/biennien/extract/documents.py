"""Blocks in, citations of documents out: numbered ones, lists, plenums, congresses, back-references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..entities import Registry
from ..model import Block, Citation, Evidence
from .documents_grammar import (
    CONGRESS_STEP,
    DAY,
    PLENUM,
    PLENUM_MORE,
    TERM,
    TERM_MORE,
    TITLE,
    TITLE_END,
    YEAR,
    DocumentType,
    Grammar,
    grammar,
)
from .documents_numbers import Item, NumberReader
from .documents_relations import RelationReader
from .documents_text import flat, ordinal, roman, word_before

_SKIPPED = frozenset({"teaser", "boilerplate", "byline", "credit"})
_CONTEXT_GAP = re.compile(r"(?P<open>\s{0,2}[(,]?\s{0,2}|\s{0,2}-\s)(?P<of>(?:của|do|thuộc|tại)\s)?")
_UNITS = frozenset({"tỉnh", "phố", "thành", "phường", "xã", "huyện", "quận", "khối", "trấn", "khu", "đảng", "tp"})
_CONGRESS = re.compile(r"\s{1,2}(?:của )?(?:các )?(?:kỳ )?(?:đại hội|đh)(?![^\W_])")
_CONGRESS_MORE = re.compile(r"\s{0,2}(?:,|;|và)\s{1,2}(?=(?:đại hội|đh)(?![^\W_]))")
_CONGRESS_TERM = re.compile(
    r"lần (?:thứ )?(?P<n>[ivxl]{1,7}|\d{1,2}|nhất),?\s{1,2}\(?nhiệm kỳ (?P<y>(?:19|20)\d\d)\s?-\s?(?:19|20)?\d\d"
)
_GENERIC_BEFORE = re.compile(r"(?:các|những|nhiều|mọi|một số|từng|dự thảo|mỗi)\s{1,2}$")
_LOCAL_CONGRESS = frozenset({"đảng bộ", "đảng ủy", "chi bộ", "các cơ quan đảng"})
_ANY = "vb"  # the code of "văn bản", which may be of any type
# "Ngày 5-3-2015, Thủ tướng đã ban hành Chỉ thị …": its day stands before it.
_SIGNED_BEFORE = re.compile(
    r"ngày \d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?P<y>(?:19|20)\d\d),?\s(?P<who>[^.;:\d]{2,80}?)\s"
    r"(?:(?:đã|vừa|cũng) )?(?:ký )?(?:ban hành|ký)\s(?:các )?$"
)
_SIGNED_REACH = 130
_BACK = 20  # citations before a back-reference that it may mean


@dataclass(frozen=True, slots=True)
class _Context:
    """What follows the number: who issued it, at which plenum, in which term, when."""

    end: int
    issuer: str | None = None
    terms: tuple[tuple[str, int], ...] = ()  # (Roman numeral, end of what says so)
    plenum: int | None = None
    year: int | None = None
    title: str | None = None


class DocumentReader:
    """Reads the citations of an article. ``vocabulary_extension``: the editors' folder of additions."""

    def __init__(self, registry: Registry, vocabulary_extension: Path | None = None) -> None:
        self._grammar: Grammar = grammar(vocabulary_extension)
        self._numbers = NumberReader(self._grammar)
        self._relations = RelationReader(vocabulary_extension)
        self._named: dict[str, str] = {}
        self._aliases: re.Pattern[str] | None = None
        for record in registry.documents.values():
            for alias in record.aliases:
                # Names that the grammar does not read, such as those of regulations without a number.
                if len(alias) >= 8 and not self._block(Block("b0", "paragraph", alias, 1)):
                    self._named.setdefault(flat(alias), record.type)
        names = sorted(self._named, key=lambda name: (-len(name), name))
        self._aliases = re.compile("|".join(map(re.escape, names))) if names else None

    def read(self, blocks: Sequence[Block]) -> tuple[Citation, ...]:
        """All citations of the blocks, teasers and other pieces that are not the article's own left out."""
        out: list[Citation] = []
        previous: list[Citation] = []  # of the block before: what "Kết luận của Bộ Chính trị" may refer back to
        for block in blocks:
            if block.kind in _SKIPPED:
                continue
            found = self._block(block, previous)
            out += found
            if block.kind in ("paragraph", "lead") and (found or len(block.text) > 60):
                previous = found
        return tuple(self._with_congress_years(blocks, out))

    # --- one block -----------------------------------------------------------------------------------------------
    def _block(self, block: Block, previous: Sequence[Citation] = ()) -> list[Citation]:
        view, text = flat(block.text), block.text
        found: list[Citation] = []
        at = 0
        for match in self._grammar.anchor.finditer(view):
            if match.start() < at or (word_before(view, match.start()) and not self._joined(text, match)):
                continue
            if match.group("symbol"):
                more, end = self._lone_symbol(block, view, match.start())
            else:
                more, end = self._after_name(block, view, match, previous, found)
            found += more
            at = max(at, end)
        if self._aliases:
            spans = [(c.evidence.start, c.evidence.end) for c in found]
            for match in self._aliases.finditer(view):
                inside = any(start < match.end() and match.start() < end for start, end in spans)
                if (
                    not inside
                    and not word_before(view, match.start())
                    and not view[match.end() : match.end() + 1].isalnum()
                ):
                    found.append(
                        self._citation(block, match.start(), match.end(), self._named[match.group()], "registry-alias")
                    )
            found.sort(key=lambda c: (c.evidence.start, c.evidence.end))
        return self._relations.assign(view, found, text)

    @staticmethod
    def _joined(text: str, match: re.Match[str]) -> bool:
        """Whether only the blank before a type's name was lost: "ban hànhNghị quyết 1298"."""
        at = match.start()
        return match.group("noun") is not None and text[at].isupper() and text[at - 1].islower()

    def _citation(self, block: Block, start: int, end: int, type_name: str, rule: str, **fields: object) -> Citation:
        opened = block.text.count("(", start, end) - block.text.count(")", start, end)
        if opened > 0 and block.text.startswith(")", end):
            end += 1
        elif opened < 0 and block.text[end - 1] == ")":
            end -= 1
        return Citation(
            Evidence(block.id, start, end),
            block.text[start:end],
            type_name,
            rule=rule,
            **fields,  # type: ignore[arg-type]
        )

    def _lone_symbol(self, block: Block, view: str, at: int) -> tuple[list[Citation], int]:
        """ "(18-NQ/TW)": a full symbol without the name of its type before it."""
        if at and view[at - 1] in "/-.,":
            return [], at + 1
        item = self._numbers.symbol(block.text, view, at)
        if item is None:
            return [], at + 1
        return self._numbered(block, view, at, None, [item], "symbol")

    def _after_name(
        self, block: Block, view: str, match: re.Match[str], previous: Sequence[Citation], found: Sequence[Citation]
    ) -> tuple[list[Citation], int]:
        grammar_, start, end = self._grammar, match.start(), match.end()
        text = block.text
        if match.group("noun"):
            kind = grammar_.types[match.group("noun")]
            upper = text[start].isupper()
        else:
            if not text[start:end].isupper():  # "NQ 18" is written in capitals, "ct" is not
                return [], end
            kind, upper = grammar_.shorts[match.group("short")], True
            if kind.code == "ct" and view[end : end + 1].isdigit():
                return [], end  # "tòa nhà CT4"
        items = self._numbers.items(text, view, end, kind, upper)
        if items:
            return self._numbered(block, view, start, kind, items, "list" if len(items) > 1 else "number")
        if kind.congress and (congress := _CONGRESS.match(view, end)):
            return self._congresses(block, view, start, congress, kind)
        if kind.plenum and (more := self._plenum(block, view, start, end, kind)):
            return more
        # "Nghị quyết của Bộ Chính trị số 57-NQ/TW", "các nghị quyết trụ cột (57, 59, 66, 68)".
        between = grammar_.between.match(view, end)
        after = between.end() if between else end
        context = self._context(text, view, after, needs_of=True)
        if context.end > after or between:
            items = self._numbers.items(text, view, context.end, kind, upper, far=True)
            if items:
                rule = (
                    "list-in-brackets"
                    if view[context.end : items[0].start].strip().startswith("(")
                    else "number-after-issuer"
                )
                out, stop = self._numbered(block, view, start, kind, items, rule)
                return [replace(c, issuer=c.issuer or context.issuer) for c in out], stop
        return self._back_reference(block, view, start, context, kind, upper, previous, found), end

    # --- numbers -------------------------------------------------------------------------------------------------
    def _numbered(
        self, block: Block, view: str, start: int, kind: DocumentType | None, items: Sequence[Item], rule: str
    ) -> tuple[list[Citation], int]:
        text = block.text
        last = items[-1].end
        if view[items[0].start - 1 : items[0].start] == "(" and view[last : last + 1] == ")":
            last += 1
        context = self._context(text, view, last)
        if context.year is None and (signed := _SIGNED_BEFORE.search(view, max(0, start - _SIGNED_REACH), start)):
            context = replace(context, year=int(signed.group("y")))
        out = []
        for index, item in enumerate(items):
            # Each number of a list has a span of its own; the words after the list belong to the last one's.
            first = start if index == 0 else item.start
            end = max(context.end, item.end) if index == len(items) - 1 else item.end
            type_ = kind or item.type
            if type_ is not None and type_.code == _ANY and item.type is not None:
                type_ = item.type  # "văn bản số 17/TB-VPCP": the symbol says what it is
            if type_ is None:
                type_ = self._grammar.types["nghị quyết"]  # "98/2023/QH15" alone: the National Assembly's
            out.append(
                self._citation(
                    block,
                    first,
                    end,
                    type_.name,
                    rule,
                    number=item.number,
                    symbol=item.symbol,
                    issuer=item.issuer or context.issuer,
                    term=context.terms[0][0] if context.terms else None,
                    plenum=context.plenum,
                    year=item.year or context.year,
                    title=context.title if index == len(items) - 1 else None,
                )
            )
        return out, max(context.end, last)

    # --- what stands after ---------------------------------------------------------------------------------------
    def _context(self, text: str, view: str, at: int, needs_of: bool = False) -> _Context:
        """Issuer, plenum, term, day, year, title after ``at``; ``needs_of``: an issuer only after "của"."""
        issuer: str | None = None
        terms: tuple[tuple[str, int], ...] = ()
        plenum: int | None = None
        year: int | None = None
        end = at
        for _ in range(7):
            gap = _CONTEXT_GAP.match(view, end)
            if gap is None or (gap.end() == end and end > at and view[end : end + 1] not in "("):
                break
            here, of = gap.end(), bool(gap.group("of"))
            comma = "," in gap.group("open")
            bracket = "(" in gap.group("open")
            stop = 0
            if not terms and (found := TERM.match(view, here)):
                terms = self._terms(text, view, found)
                stop = terms[-1][1] if terms else 0
            elif plenum is None and (found := PLENUM.match(view, here)) and "hội nghị" in found.group():
                written = found.group("a") or found.group("b")
                plenum = ordinal(text[found.start("a" if found.group("a") else "b") :][: len(written)])
                stop = here + len(view[here : found.end()].rstrip())
                issuer = issuer or text[here:stop].strip(" (,")
            elif (
                year is None
                and not of
                and (found := DAY.match(view, here))
                and (bracket or found.group().startswith("ngày"))
            ):
                year = int(found.group("y") or found.group("y2"))
                stop = found.end()
            elif year is None and not of and not comma and (found := YEAR.match(view, here)):
                year = int(found.group(1))
                stop = found.end()
            elif issuer is None and (not comma or bracket) and (of or not needs_of):
                issuer_end = self._issuer(text, view, here, of)
                if issuer_end:
                    issuer, stop = text[here:issuer_end], issuer_end
            if not stop:
                break
            if bracket and view[stop : stop + 1] == ")":
                stop += 1
            elif bracket and view[stop : stop + 1] not in (",", " "):
                break
            end = stop
        title = TITLE.match(view, end)
        words = None
        if title:
            group = "q" if title.group("q") else "r" if title.group("r") else "w"
            stop = title.end(group)
            if group == "w" and (cut := TITLE_END.search(view, title.start(group) + 3, stop)):
                stop = cut.start()
            words = text[title.start(group) : stop].strip(" ,-–")
            if group == "w" and " " not in words:
                words = None  # "về việc phê duyệt …": the verb alone is no title
        return _Context(end, issuer, terms, plenum, year, words)

    def _terms(self, text: str, view: str, found: re.Match[str]) -> tuple[tuple[str, int], ...]:
        out: list[tuple[str, int]] = []
        more: re.Match[str] | None = found
        while more:
            number = ordinal(text[more.start("n") : more.end("n")])
            if number is None or number > 30:
                break
            out.append((roman(number), more.end()))
            more = TERM_MORE.match(view, more.end())
        return tuple(out)

    def _issuer(self, text: str, view: str, at: int, of: bool) -> int:
        """The end of the issuer's name that starts at ``at``; 0 where none does. Local ones need "của" before them."""
        found = self._grammar.issuer.match(view, at)
        if found is None:
            return 0
        if found.group("central"):
            name = found.group("central")
            if name in ("tw", "tư") and not text[at : found.end()].isupper():
                return 0
            return found.end()
        if not of:
            return 0
        if found.group("ministry") and view[found.end() - 1] != " ":
            return found.end()  # "Bộ Tài chính": its name is known
        end = found.end() - (1 if found.group("ministry") else 0)
        tail = self._grammar.issuer_tail.match(text, end)
        if tail is None:
            return 0 if found.group("ministry") else end
        stop = tail.end()
        # A small word at the end belongs to what follows, unless it says which kind of place: "Đảng bộ tỉnh".
        while stop > end:
            word = text[end:stop].split()[-1] if text[end:stop].split() else ""
            bare = word.strip("-–— .")
            if not bare or (bare[0].islower() and bare not in _UNITS):
                stop -= len(word)
                stop = end + len(text[end:stop].rstrip(" -–—\u00a0"))
                if not word:
                    break
            else:
                break
        return max(stop, end)

    # --- plenums and congresses ----------------------------------------------------------------------------------
    def _plenum(
        self, block: Block, view: str, start: int, end: int, kind: DocumentType
    ) -> tuple[list[Citation], int] | None:
        text = block.text
        blank = re.compile(r"[ -]{0,2}").match(view, end)
        at = blank.end() if blank else end
        found = PLENUM.match(view, at)
        if found is None:
            return None
        group = "a" if found.group("a") else "b"
        first = ordinal(text[found.start(group) : found.end(group)])
        if first is None or first > 20:
            return None
        if self._grammar.not_after.match(view, found.end()):
            return None
        numbers: list[tuple[int, int, int]] = [(first, start, found.end())]
        stop = found.end()
        while (more := PLENUM_MORE.match(view, stop)) and group == "a":
            number = int(more.group(1))
            if not 0 < number <= 20:
                break
            numbers.append((number, more.start(1), more.end()))
            stop = more.end()
        context = self._context(text, view, stop)
        out = []
        for index, (number, from_, to) in enumerate(numbers):
            last = index == len(numbers) - 1
            terms = context.terms or ((None, context.end),)
            for place, (term, term_end) in enumerate(terms):
                if place and not last:
                    continue  # "Trung ương 6, 7 khóa XI, XII": which with which is not said
                span_start = from_ if place == 0 else terms[place - 1][1] + 1
                span_end = to if not last else term_end if place < len(terms) - 1 else context.end
                while view[span_start : span_start + 1] in (" ", ",") or view.startswith("và ", span_start):
                    span_start += 3 if view.startswith("và ", span_start) else 1
                out.append(
                    self._citation(
                        block,
                        span_start,
                        max(span_end, span_start + 1),
                        kind.name,
                        "plenum",
                        plenum=number,
                        issuer=context.issuer or "Ban Chấp hành Trung ương",
                        term=term,
                        year=context.year,
                        title=context.title if last else None,
                    )
                )
        return out, context.end

    def _congresses(
        self, block: Block, view: str, start: int, congress: re.Match[str], kind: DocumentType
    ) -> tuple[list[Citation], int]:
        """ "Nghị quyết Đại hội XIII của Đảng, Đại hội Đảng bộ tỉnh lần thứ XVII": one citation for each congress."""
        out: list[Citation] = []
        first, at = start, congress.end()
        while True:
            citation, end = self._one_congress(
                block, view, first, at, kind, generic=bool(_GENERIC_BEFORE.search(view[max(0, start - 12) : start]))
            )
            if citation:
                out.append(citation)
            more = _CONGRESS_MORE.match(view, end)
            if more is None:
                return out, end
            first = more.end()
            found = re.compile(r"(?:đại hội|đh)").match(view, first)
            assert found is not None  # the lookahead of _CONGRESS_MORE
            at = found.end()

    def _one_congress(
        self, block: Block, view: str, start: int, at: int, kind: DocumentType, generic: bool
    ) -> tuple[Citation | None, int]:
        text = block.text
        number: int | None = None
        year: int | None = None
        body: str | None = None
        national = False
        end = at
        for _ in range(8):
            step = CONGRESS_STEP.match(view, end)
            if step is None or (step.group("space") == "" and end > at and view[end - 1 : end] != ")"):
                break
            comma = "," in step.group("space")
            if step.group("generic"):
                if not comma:
                    return None, step.end()
                break
            if step.group("national"):
                if comma or (body and "toàn quốc" not in step.group("national")):
                    break
                national = body is None  # "Đại hội Đoàn toàn quốc" is not the Party's
                end = step.end()
            elif step.group("body"):
                if comma or body or national:
                    break
                name = step.group("body")
                if name not in _LOCAL_CONGRESS and not text[step.start("body")].isupper():
                    break
                tail = self._issuer_tail(text, step.end())
                body = text[step.start("body") : tail]
                end = tail
            elif step.group("y"):
                if year is not None:
                    break
                year = int(step.group("y"))
                end = step.end()
            elif written := step.group("n") or step.group("n2") or step.group("n3") or step.group("n4"):
                group = next(g for g in ("n", "n2", "n3", "n4") if step.group(g))
                value = ordinal(text[step.start(group) : step.end(group)])
                if number is not None or value is None or value > 60 or (comma and written.isdigit()):
                    break
                number = value
                end = step.end()
            else:  # "đại biểu"
                end = step.end()
        if (
            number is None
            and year is None
            and not (body and not generic and text[start].isupper() and self._specific(body))
        ):
            return None, end
        if number is None and (generic or (body and not self._specific(body))):
            return None, end
        citation = self._citation(
            block,
            start,
            end,
            kind.name,
            "congress",
            congress=roman(number) if number else None,
            congress_body=body if body else None if national or number else "",
            year=year,
            issuer=None,
        )
        return citation, end

    def _issuer_tail(self, text: str, end: int) -> int:
        tail = self._grammar.issuer_tail.match(text, end)
        if tail is None:
            return end
        stop = tail.end()
        while stop > end:
            words = text[end:stop].split()
            bare = words[-1].strip("-–— .") if words else ""
            if bare and not (bare[0].islower() and bare not in _UNITS):
                break
            stop = end + len(text[end : stop - (len(words[-1]) if words else 1)].rstrip(" -–—\u00a0"))
        return stop

    @staticmethod
    def _specific(body: str) -> bool:
        words = body.split()
        return len(words) > 2 and (words[-1][0].isupper() or words[-1] in ("tỉnh", "phố"))

    def _with_congress_years(self, blocks: Iterable[Block], found: Iterable[Citation]) -> Iterable[Citation]:
        """Congress resolutions get the first year of the term where the article prints ordinal and term together."""
        citations = list(found)
        if not any(c.rule == "congress" and c.congress and c.year is None for c in citations):
            return citations
        years: dict[str, set[int]] = {}
        for block in blocks:
            if block.kind in _SKIPPED or "nhiệm kỳ" not in (view := flat(block.text)):
                continue
            for match in _CONGRESS_TERM.finditer(view):
                value = ordinal(block.text[match.start("n") : match.end("n")])
                if value:
                    years.setdefault(roman(value), set()).add(int(match.group("y")))
        return [
            replace(c, year=next(iter(known)))
            if c.rule == "congress"
            and c.congress
            and c.year is None
            and len(known := years.get(c.congress, set())) == 1
            else c
            for c in citations
        ]

    # --- back-references -----------------------------------------------------------------------------------------
    def _back_reference(
        self, block: Block, view: str, start: int, context: _Context, kind: DocumentType, upper: bool,
        previous: Sequence[Citation], found: Sequence[Citation],
    ) -> list[Citation]:  # fmt: skip
        """ "Kết luận của Bộ Chính trị" after "Kết luận số 14-KL/TW của Bộ Chính trị", here or a paragraph before."""
        if (
            not upper
            or context.issuer is None
            or context.title
            or _GENERIC_BEFORE.search(view[max(0, start - 12) : start])
        ):
            return []
        issuer = flat(context.issuer)
        meant = next(
            (
                c
                for c in (*reversed(found[-_BACK:]), *reversed(previous[-_BACK:]))
                if c.number and c.type == kind.name and c.issuer and flat(c.issuer) == issuer
            ),
            None,
        )
        if meant is None:
            return []
        return [
            self._citation(
                block,
                start,
                context.end,
                kind.name,
                "back-reference",
                number=meant.number,
                symbol=meant.symbol,
                issuer=context.issuer,
                term=meant.term,
                year=meant.year,
            )
        ]
