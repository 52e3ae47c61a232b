"""The words around a citation in, the relation out: issued, studied, carried out, reviewed, amended, mentioned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from .. import vocabulary
from ..model import Citation, Relation

_WINDOW = 160  # code points before a citation in which its verb may stand
_AFTER = 70
_END = re.compile(r"[.!?…](?=\s|$)|:")
_CLAUSE_END = re.compile(r"[.!?…](?=\s|$)|[;:]")
_LISTED = re.compile(r"[\s)]*(?:,|;|&|và|cùng|cũng như)(?![^\W_])")
_LIST_GAP = 60  # "và mới đây nhất là": so many code points may stand between two citations of one list
_STRONG_GAP = 45


_Patterns = tuple[
    re.Pattern[str], dict[str, Relation], re.Pattern[str], dict[str, Relation], re.Pattern[str], re.Pattern[str]
]


@lru_cache(maxsize=4)
def _patterns(extension: Path | None) -> _Patterns:
    data: Any = vocabulary.words("relations", extension)
    known = set(get_args(Relation))

    def table(side: str) -> tuple[re.Pattern[str], dict[str, Relation]]:
        verbs: dict[str, Relation] = {}
        for relation, phrases in data[side].items():
            if relation in known:
                for phrase in phrases:
                    verbs.setdefault(phrase, relation)
        longest = sorted(verbs, key=lambda v: (-len(v), v))
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest))})(?![^\W_])"), verbs

    before, before_verbs = table("before")
    after, after_verbs = table("after")

    def gap(words: list[str]) -> re.Pattern[str]:
        longest = sorted(words, key=lambda v: (-len(v), v))
        return re.compile(rf"(?:[\s\d]|(?:{'|'.join(map(re.escape, longest))})(?![^\W_])){{0,40}}")

    return before, before_verbs, after, after_verbs, gap(data["review_gap"]), gap(data["studied_gap"])


class RelationReader:
    """Finds the verb on which each citation hangs."""

    def __init__(self, extension: Path | None = None) -> None:
        patterns = _patterns(extension)
        self._before, self._before_verbs, self._after, self._after_verbs, self._review_gap, self._studied_gap = patterns

    def assign(self, view: str, citations: Sequence[Citation], text: str) -> list[Citation]:
        """The citations of one block, in reading order, each with its relation. ``view`` is the block's flat text."""
        out: list[Citation] = []
        for index, citation in enumerate(citations):
            start = citation.evidence.start
            floor = max(0, start - _WINDOW)
            previous = citations[index - 1].evidence.end if index else 0
            sentence = max((m.end() for m in _END.finditer(view, floor, start)), default=floor)
            clause = max((m.end() for m in _CLAUSE_END.finditer(view, floor, start)), default=floor)
            relation = self._nearest(view, max(clause, previous), start)
            if relation is None and index and previous >= sentence:
                between = view[previous:start]
                # "triển khai Nghị quyết 18, Chỉ thị 05 về …; Kết luận 14": one verb for the whole list.
                near = len(between) <= _LIST_GAP and _LISTED.match(between)
                if near or between.rstrip().endswith((",", "và", ";")):
                    relation = out[-1].relation
            if relation is None or relation == "mentioned":
                stop = len(view) if index + 1 == len(citations) else citations[index + 1].evidence.start
                relation = self._following(view, citation.evidence.end, min(stop, citation.evidence.end + _AFTER))
            out.append(replace(citation, relation=relation or "mentioned"))
        for index in range(len(out) - 2, -1, -1):  # "Nghị quyết 57, 59 và 68 được quán triệt"
            end, start = out[index].evidence.end, out[index + 1].evidence.start
            if out[index].relation == "mentioned" and start - end <= 6 and _LISTED.match(view, end):
                out[index] = replace(out[index], relation=out[index + 1].relation)
        return out

    def _nearest(self, view: str, floor: int, start: int) -> Relation | None:
        verbs = list(self._before.finditer(view, floor, start))
        if not verbs:
            return None
        relation = self._before_verbs[verbs[-1].group()]
        if relation != "implementing":
            return relation
        # Walk left over "triển khai thực hiện": what governs them may be a review or the study of the document.
        at = verbs[-1].start()
        for verb in reversed(verbs[:-1]):
            kind = self._before_verbs[verb.group()]
            gap = view[verb.end() : at]
            if len(gap) > _STRONG_GAP:
                break
            if kind in ("mid_term_review", "final_review") and self._review_gap.fullmatch(gap):
                return kind
            if kind == "studied" and self._studied_gap.fullmatch(gap.replace(",", " ")):
                return kind
            if kind == "implementing" and self._studied_gap.fullmatch(gap.replace(",", " ")):
                at = verb.start()
                continue
            break
        return relation

    def _following(self, view: str, start: int, stop: int) -> Relation | None:
        end = _END.search(view, start, stop)
        found = self._after.search(view, start, end.start() if end else stop)
        return self._after_verbs[found.group()] if found else None
