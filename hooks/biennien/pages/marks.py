"""One block's text and the facts read out of it in, HTML out: linked words with quiet marks of how sure they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from ..words import LEVELS, State


class Mark(NamedTuple):
    """Words of one block that say a fact."""

    start: int
    end: int
    rank: int  # 0 person, 1 document, 2 organisation, …: who wins where two facts share their words
    kind: str  # CSS class: "p", "d", "o", "t" (time and place), "f" (figure)
    href: str  # "" for words that lead nowhere
    state: State
    fact: str  # id of the entry in the panel that says it in full


class Saying(NamedTuple):
    """Words reported as somebody's; may hold marks."""

    start: int
    end: int
    id: str


def outermost(marks: Iterable[Mark], length: int) -> list[Mark]:
    """Those of the marks that can stand side by side: a mark inside or across an earlier one is left out.

    Its fact still stands in the panel. Marks that do not lie inside the text are left out as well.
    """
    out: list[Mark] = []
    at = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.rank, m.href, m.fact)):
        if at <= mark.start < mark.end <= length:
            out.append(mark)
            at = mark.end
    return out


def _linked(text: str, mark: Mark) -> str:
    css = f"m {mark.kind} {mark.state.css}"
    words = escape(text)
    if mark.href:
        html = f'<a class="{css}" href="{escape(mark.href)}" data-f="{mark.fact}">{words}</a>'
    else:
        html = f'<a class="{css}" href="#{mark.fact}" data-f="{mark.fact}">{words}</a>'
    if mark.state.level != "stated":
        # Named by attribute: the text of a paragraph stays exactly what was printed.
        label = LEVELS[mark.state.level]
        html += f'<a class="i {mark.state.css}" href="#{mark.fact}" data-f="{mark.fact}" aria-label="{label}"></a>'
    return html


class _Text:
    """A text and the marks kept in it, side by side; any part of it is found by bisection, so all is linear."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self.text, self.marks = text, marks
        self.starts = [mark.start for mark in marks]

    def cut_at(self, at: int) -> bool:
        """Whether a mark goes across this place."""
        before = bisect_left(self.starts, at) - 1
        return before >= 0 and self.marks[before].end > at

    def html(self, start: int, end: int) -> str:
        """``text[start:end]`` with the marks that lie in it."""
        parts: list[str] = []
        at = start
        for number in range(bisect_left(self.starts, start), len(self.marks)):
            mark = self.marks[number]
            if mark.end > end:
                break
            parts.append(escape(self.text[at : mark.start]))
            parts.append(_linked(self.text[mark.start : mark.end], mark))
            at = mark.end
        parts.append(escape(self.text[at:end]))
        return "".join(parts)

    def end_before(self, at: int) -> int:
        """Where the last mark ends that ends at or before this place, 0 for none."""
        number = bisect_left(self.starts, at) - 1
        if number >= 0 and self.marks[number].end > at:
            number -= 1
        return self.marks[number].end if number >= 0 else 0


def render(text: str, marks: Iterable[Mark], sayings: Sequence[Saying] = ()) -> Markup:
    """The text as HTML: every character of it, escaped, once and in order."""
    whole = _Text(text, outermost(marks, len(text)))
    parts: list[str] = []
    at = 0
    for saying in sorted(sayings):
        if not at <= saying.start < saying.end <= len(text):
            # Begins inside an earlier one, or is none: only an anchor.
            parts.append(f'<span id="{saying.id}"></span>')
        elif whole.cut_at(saying.start) or whole.cut_at(saying.end):
            # Cuts a mark in two: an anchor before that mark.
            edge = max(whole.end_before(saying.start), at)
            parts.append(whole.html(at, edge))
            parts.append(f'<span id="{saying.id}"></span>')
            at = edge
        else:
            parts.append(whole.html(at, saying.start))
            parts.append(f'<span class="s" id="{saying.id}">{whole.html(saying.start, saying.end)}</span>')
            at = saying.end
    parts.append(whole.html(at, len(text)))
    return Markup("".join(parts))
