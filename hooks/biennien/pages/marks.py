"""One block's text and the facts read out of it in, HTML out: linked words with quiet marks of how sure they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from .words import LEVELS, State


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


def _marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """``text[start:end]`` with those marks that lie in it."""
    parts: list[str] = []
    at = start
    for mark in marks:
        if mark.start >= at and mark.end <= end:
            parts.append(escape(text[at : mark.start]))
            parts.append(_linked(text[mark.start : mark.end], mark))
            at = mark.end
    parts.append(escape(text[at:end]))
    return "".join(parts)


def render(text: str, marks: Iterable[Mark], sayings: Sequence[Saying] = ()) -> Markup:
    """The text as HTML: every character of it, escaped, once and in order."""
    kept = outermost(marks, len(text))
    parts: list[str] = []
    at = 0
    for saying in sorted(sayings):
        # One that begins inside an earlier one, or cuts a mark in two, is only an anchor at the place it begins.
        cuts = any(m.start < saying.start < m.end or m.start < saying.end < m.end for m in kept)
        if saying.start < at or saying.end > len(text) or saying.start >= saying.end:
            parts.append(f'<span id="{saying.id}"></span>')
        elif cuts:
            before = [m for m in kept if m.end <= saying.start]
            edge = before[-1].end if before else 0
            edge = max(edge, at)
            parts.append(_marked(text, at, edge, [m for m in kept if at <= m.start and m.end <= edge]))
            parts.append(f'<span id="{saying.id}"></span>')
            at = edge
        else:
            parts.append(_marked(text, at, saying.start, [m for m in kept if at <= m.start]))
            inside = [m for m in kept if saying.start <= m.start and m.end <= saying.end]
            parts.append(f'<span class="s" id="{saying.id}">{_marked(text, saying.start, saying.end, inside)}</span>')
            at = saying.end
    parts.append(_marked(text, at, len(text), [m for m in kept if at <= m.start]))
    return Markup("".join(parts))
