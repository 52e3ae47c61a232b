"""Reported values of one quantity in, a small SVG out: a mark for each report, its number beside it, zero at the foot.

The table beside the chart says the same in words, with the link to each source. Nothing is joined that might not be one
thing: a line runs only between values that were printed of the same subject, by its full name, and it is dashed, since
that they are comparable is inferred. Values of one day stand side by side, and no line runs through them.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

WIDTH, HEIGHT = 320, 128
_LEFT, _RIGHT, _TOP, _FOOT = 14, 306, 30, 104
_LETTER = 6.1  # width of a letter of the labels, at most
_LINE = 13  # height of a label
_APART = 13  # between marks of one day


class Dot(NamedTuple):
    """One reported value."""

    date: dt.date
    low: float
    high: float  # the same as ``low`` but for a range
    label: str  # "gần 6.200"
    source: str  # "SGGP, đoạn 2"
    subject: str  # equal for values that are surely of one thing; "" where that is not sure


class Chart(NamedTuple):
    """The drawing, and whether any two of its marks are joined."""

    svg: Markup
    joined: bool


def chart(dots: Sequence[Dot], name: str) -> Chart | None:
    """The chart of a series, oldest value first; None for fewer than two values: a single mark shows nothing.

    ``name`` is told to those who do not see it.
    """
    top = max((d.high for d in dots), default=0.0)
    if len(dots) < 2 or top <= 0:
        return None
    dots = sorted(dots, key=lambda d: (d.date, d.high, d.label, d.source))
    places = list(_places(dots))

    def height(value: float) -> float:
        return round(_FOOT - (_FOOT - _TOP) * max(0.0, value) / top, 1)

    parts = [
        f'<svg class="bn-figure" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(name)}">',
        f'<path class="g" d="M0 {_FOOT}H{WIDTH}"/>',
    ]
    lines = [
        f"M{x:g} {height(one.high):g}L{u:g} {height(other.high):g}"
        for (x, one), (u, other) in _joined(list(zip(places, dots, strict=True)))
    ]
    if lines:
        parts.append(f'<path class="j" d="{"".join(lines)}"/>')
    for x, dot in zip(places, dots, strict=True):
        told = escape(f"{dot.label}: {dot.date.day}-{dot.date.month}-{dot.date.year}, {dot.source}")
        if dot.high != dot.low:
            mark = f'<path class="r" d="M{x:g} {height(dot.low):g}V{height(dot.high):g}"/>'
        else:
            mark = f'<circle cx="{x:g}" cy="{height(dot.high):g}" r="4.5"/>'
        parts.append(f"<g>{mark}<title>{told}</title></g>")
    parts += _labels([(x, height(d.high), d.label) for x, d in zip(places, dots, strict=True)])
    parts += _days(dots, places)
    parts.append("</svg>")
    return Chart(Markup("".join(parts)), bool(lines))


def _places(dots: Sequence[Dot]) -> Iterator[float]:
    """Where each stands from left to right: by day, those of one day side by side."""
    first, last = dots[0].date, dots[-1].date
    span = (last - first).days
    same: dict[dt.date, list[int]] = defaultdict(list)
    for at, dot in enumerate(dots):
        same[dot.date].append(at)
    widest = max(len(those) for those in same.values())
    # Room for the widest group, also at either end; where that is too wide, marks come closer.
    apart = min(_APART, (_RIGHT - _LEFT) / max(1, widest - 1))
    edge = apart * (widest - 1) / 2
    low, high = _LEFT + edge, _RIGHT - edge
    for at, dot in enumerate(dots):
        group = same[dot.date]
        middle = low + (high - low) * (dot.date - first).days / span if span else WIDTH / 2
        yield round(middle + apart * (group.index(at) - (len(group) - 1) / 2), 1)


def _joined(
    placed: Sequence[tuple[float, Dot]],
) -> Iterator[tuple[tuple[float, Dot], tuple[float, Dot]]]:
    """Pairs of neighbours that may be joined."""
    by_subject: dict[str, dict[dt.date, list[tuple[float, Dot]]]] = defaultdict(lambda: defaultdict(list))
    for x, dot in placed:
        if dot.subject:
            by_subject[dot.subject][dot.date].append((x, dot))
    for days in by_subject.values():
        groups = list(days.values())
        for one, other in pairwise(groups):
            if len(one) == len(other) == 1:
                yield one[0], other[0]


def _labels(marks: Sequence[tuple[float, float, str]]) -> Iterator[str]:
    """A number above its mark, else below, else higher up; left out where there is no room: the table has it."""
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y, _ in marks]
    for x, y, text in marks:
        wide = _LETTER * len(text) / 2
        middle = min(max(x, wide), WIDTH - wide)
        for base in (y - 9, y + 19, y - 9 - _LINE):
            box = (middle - wide, base - _LINE + 3, middle + wide, base + 2)
            if box[1] < 0 or box[3] > _FOOT:
                continue
            if not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
                taken.append(box)
                yield f'<text x="{round(middle, 1):g}" y="{round(base, 1):g}">{escape(text)}</text>'
                break


def _days(dots: Sequence[Dot], places: Sequence[float]) -> Iterator[str]:
    """Days below the foot: the first, the last, and those between for which there is room."""
    found: dict[dt.date, list[float]] = defaultdict(list)
    for x, dot in zip(places, dots, strict=True):
        found[dot.date].append(x)
    taken: list[tuple[float, float]] = []
    days = list(found)
    for day in [days[0], days[-1], *days[1:-1]]:
        text = f"{day.day}-{day.month}-{day.year}"
        wide = _LETTER * len(text) / 2
        middle = min(max(sum(found[day]) / len(found[day]), wide), WIDTH - wide)
        if not any(middle - wide < high + 6 and low - 6 < middle + wide for low, high in taken):
            taken.append((middle - wide, middle + wide))
            yield f'<text class="y" x="{round(middle, 1):g}" y="{HEIGHT - 8}">{text}</text>'
