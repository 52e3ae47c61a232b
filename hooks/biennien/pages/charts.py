"""Small inline SVG made at build time; each stands beside the same facts in words, so all are hidden from readers
of the page's text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property

from markupsafe import Markup

_BAR_HEIGHT = 26


def months(counts: Sequence[int], top: int) -> Markup:
    """Twelve bars, January first; ``top`` is the count that fills the height."""
    parts = ['<svg class="bn-months" viewBox="0 0 47 28" aria-hidden="true" focusable="false">']
    for month, count in enumerate(counts):
        height = max(2.5, round(_BAR_HEIGHT * count / top, 1)) if count and top else 1
        empty = "" if count else ' class="z"'
        parts.append(f'<rect{empty} x="{month * 4}" y="{28 - height:g}" width="3" height="{height:g}"/>')
    parts.append("</svg>")
    return Markup("".join(parts))


class Scale:
    """A stretch of time as 0 to 100, whole years, so that the grid falls on New Year's Days."""

    def __init__(self, dates: Iterable[dt.date | None]) -> None:
        known = [d for d in dates if d is not None]
        self.first = min(known).year if known else 0
        self.last = max(known).year if known else 0
        self._start = dt.date(self.first, 1, 1) if known else None
        self._days = (dt.date(self.last, 12, 31) - self._start).days if self._start else 1

    def __bool__(self) -> bool:
        return self._start is not None

    def at(self, date: dt.date) -> str:
        """Position as SVG writes it."""
        assert self._start is not None
        return f"{100 * (date - self._start).days / self._days:.1f}".removesuffix(".0")

    @property
    def ends(self) -> tuple[str, str]:
        """What stands at either end: years, or the months of one: "1-2025", "12-2025"."""
        if self.first == self.last:
            return f"1-{self.first}", f"12-{self.last}"
        return str(self.first), str(self.last)

    @cached_property
    def grid(self) -> str:
        """Path of the lines between years, or between the months of one; none where they would only be noise."""
        if self.first == self.last:
            return "".join(f"M{self.at(dt.date(self.first, month, 1))} 0V12" for month in range(2, 13))
        years = range(self.first + 1, self.last + 1)
        if len(years) > 40:
            return ""
        return "".join(f"M{self.at(dt.date(year, 1, 1))} 0V12" for year in years)


def track(scale: Scale, dates: Iterable[dt.date | None], *, joined: bool = True) -> Markup:
    """A row of a chart over time: a dot for each date, and a line from first to last when ``joined``."""
    known = sorted({d for d in dates if d is not None})
    if not known or not scale:
        return Markup("")
    line = f'<path class="r" d="M{scale.at(known[0])} 6H{scale.at(known[-1])}"/>' if joined and len(known) > 1 else ""
    dots = "".join(dict.fromkeys(f"M{scale.at(d)} 6h0" for d in known))
    return Markup(
        '<svg class="bn-track" viewBox="-2 0 104 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<path class="g" d="{scale.grid}M-2 12H102"/>{line}<path class="d" d="{dots}"/></svg>'
    )


def bar(value: float | int | tuple[float | int, float | int], top: float) -> Markup:
    """One horizontal bar from zero; of a range, the part between its ends is lighter."""
    low, high = value if isinstance(value, tuple) else (value, value)
    width = (lambda v: round(100 * max(0.0, v) / top, 1)) if top > 0 else (lambda v: 0.0)
    light = f'<rect class="l" y="3" width="{width(high):g}" height="6"/>' if high != low else ""
    return Markup(
        '<svg class="bn-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'{light}<rect y="3" width="{width(low):g}" height="6"/></svg>'
    )


def column(count: int, top: int) -> Markup:
    """One bar of the strip of a year."""
    height = max(2.5, round(_BAR_HEIGHT * count / top, 1)) if count and top else 1
    empty = "" if count else ' class="z"'
    return Markup(
        '<svg class="bn-column" viewBox="0 0 12 28" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<rect{empty} y="{28 - height:g}" width="12" height="{height:g}"/></svg>'
    )
