"""What citations, feeds and data call an outlet, an author, an office or a place; None where that is not known."""

from __future__ import annotations

import re
from dataclasses import replace

from .. import words
from ..entities import Archive, ArticleRecord, Document, OfficeSpell, Place
from ..model import Office
from ..text import fold

# A syllable of Vietnamese without its marks: what tells "THU HƯỜNG" from "TTXVN" and "VOV".
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.ASCII
)
_WORD = re.compile(r"[^\W\d_]+")


def outlet(archive: Archive, record: ArticleRecord) -> str | None:
    """The outlet's short name, else its name as the editor gave it."""
    if record.outlet and (found := archive.registry.outlets.get(record.outlet)):
        return found.short or found.name
    return record.article.meta.source.name


def outlet_in_full(archive: Archive, record: ArticleRecord) -> str | None:
    """The outlet's full name, else its name as the editor gave it."""
    found = archive.registry.outlets.get(record.outlet) if record.outlet else None
    return found.name if found else record.article.meta.source.name


def authors(record: ArticleRecord) -> tuple[str, ...]:
    """The byline, each author as a name is written in running text: outlets print many in capitals."""
    return tuple(name for name in map(_name_case, record.article.byline) if name)


def _name_case(printed: str) -> str:
    """ "THU HƯỜNG" -> "Thu Hường"; "TTXVN" and "Mai Ví Dụ" stay as they are."""
    printed = " ".join(printed.split())
    found = [w for w in _WORD.findall(printed) if len(w) > 1 and w.isupper() and _SYLLABLE.fullmatch(fold(w))]
    if printed != printed.upper() or len(found) < 2:
        return printed
    return _WORD.sub(lambda m: m.group().capitalize() if m.group() in found else m.group(), printed)


def role(office: Office) -> str:
    """The office without the organisation: what a role is called. One no longer or not yet held says so."""
    return words.office(replace(office, organization=None))


def spell_role(spell: OfficeSpell) -> str:
    """The same of an office over time."""
    return role(replace(spell.sightings[-1].office, label=spell.label)) if spell.sightings else spell.label


def place(archive: Archive, identity: str | None) -> Place | None:
    """The registry's entry."""
    return archive.registry.places.get(identity) if identity else None


def contested(document: Document) -> bool:
    """Whether sources give different days for the document, so that none can be told as the day."""
    return document.record is not None and len({day for day, _ in document.record.dates}) > 1
