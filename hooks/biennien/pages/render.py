"""Templates in, HTML out: the one Jinja environment, compiled once; everything that is not Markup is escaped."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2

from .. import words
from ..takeaway import citation_formats
from ..words import known_day
from . import charts


@cache
def _environment() -> jinja2.Environment:
    env = jinja2.Environment(
        loader=jinja2.PackageLoader("biennien.pages", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals.update(
        charts=charts,
        words=words,
        offers=citation_formats.offers,
        known_day=known_day,
        ROLES=words.ROLES,
        RELATIONS=words.RELATIONS,
        LEVELS=words.LEVELS,
    )
    env.filters.update(
        day=words.day,
        short_day=words.short_day,
        number=words.number,
        office=words.office,
        quantity=words.quantity,
        capital=words.capital,
        days=words.days_in,
    )
    return env


@cache
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


def render(name: str, path: str, /, **context: Any) -> str:
    """The body of the page at ``path`` from ``templates/<name>.j2``, without blank lines: one Markdown HTML block."""
    html = _template(f"{name}.j2").render(root="../" * path.count("/"), **context)
    return "\n".join([line for line in html.split("\n") if line and not line.isspace()])
