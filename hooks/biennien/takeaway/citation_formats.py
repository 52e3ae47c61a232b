"""A Work in, text for reference managers out: BibTeX, RIS, CSL-JSON. Names keep their Vietnamese order in all three."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

from .citations import Work, iso

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Braces are counted by BibTeX even after a backslash, so one that stands alone must not appear at all.
_LATEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&",
    "#": r"\#", "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
})  # fmt: skip
_ENCODED = re.compile(r"[^\w\-.~!$'()*+,;=:@/?&%]")  # neither a letter, a digit, nor a mark that an address may have
# The per cent sign first, since the others bring it; then what is most of what is encoded in a reference.
_FREQUENT = [(mark, quote(mark, safe="")) for mark in '% \n"{}']
_CSL_TYPES = {
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "web": "webpage",
    "summary": "webpage",
    "meeting": "webpage",
    "statement": "speech",
    "document": "document",
    "act": "legislation",
}
_RIS_TYPES = {
    "newspaper": "NEWS",
    "magazine": "MGZN",
    "web": "ELEC",
    "summary": "ELEC",
    "meeting": "ELEC",
    "statement": "GEN",
    "document": "GEN",
    "act": "STAT",
}


class Formats(NamedTuple):
    """One reference in every form that is offered."""

    text: str
    bibtex: str
    ris: str
    csl: str  # CSL-JSON, a list with one item


def formats(work: Work) -> Formats:
    """All forms of one reference."""
    return Formats(work.text, bibtex(work), ris(work), csl_json([work]))


class Offer(NamedTuple):
    """A link that saves a reference as a file, without a script and from ``file://`` too."""

    label: str
    file: str
    href: str  # a data: address that holds the whole file


def offers(work: Work) -> list[Offer]:
    """The three files of one reference."""
    return [
        Offer(label, f"{work.key}.{ending}", f"data:{mediatype};charset=utf-8,{_in_address(text)}")
        for label, ending, mediatype, text in (
            ("BibTeX", "bib", "application/x-bibtex", bibtex(work)),
            ("RIS", "ris", "application/x-research-info-systems", ris(work)),
            ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json([work])),
        )
    ]


def _in_address(text: str) -> str:
    """Text inside an address. Letters stay: an address may have them, and encoded Vietnamese is three times as long."""
    for mark, encoded in _FREQUENT:
        text = text.replace(mark, encoded)
    return _ENCODED.sub(lambda m: _percent(m.group()), text)


@lru_cache(maxsize=4096)
def _percent(character: str) -> str:
    """Kept: the same few characters over and over."""
    return quote(character, safe="", errors="replace")


# --- BibTeX ------------------------------------------------------------------------------------------------------
def bibtex(work: Work) -> str:
    """One entry. Titles and names stand in a second pair of braces: their capitals and their order stay."""
    article = work.kind in ("newspaper", "magazine")
    names = " and ".join("{" + _tex(name) + "}" for name in work.authors)
    fields: list[tuple[str, str]] = [("author", names), ("title", "{" + _tex(work.title) + "}")]
    fields.append(("journal" if article else "howpublished", _tex(work.container or "")))
    fields.append(("number", _tex(work.number or "")))
    fields.append(("type", _tex(work.genre or "")))
    if work.issued:
        fields.append(("year", str(work.issued[0])))
        fields.append(("date", iso(work.issued)))
    fields.append(("origdate", iso(work.original)))
    fields.append(("eventtitle", _tex(work.event or "")))
    fields.append(("eventdate", iso(work.event_date)))
    fields.append(("venue", _tex(work.event_place or "")))
    fields.append(("abstract", _tex(work.abstract)))
    fields.append(("url", _bare_url(work.url)))
    fields.append(("urldate", work.accessed.isoformat() if work.accessed else ""))
    fields.append(("note", _tex("; ".join(filter(None, (work.note, _kept_at(work)))))))
    fields.append(("langid", "vietnamese" if work.language == "vi" else work.language))
    lines = [f"  {name} = {{{value}}}" for name, value in fields if value and value != "{}"]
    if len(work.issued) > 1:
        lines.insert(next(i for i, x in enumerate(lines) if x.startswith("  year ")) + 1, f"  month = {_month(work)}")
    return f"@{'article' if article else 'misc'}{{{work.key},\n" + ",\n".join(lines) + "\n}\n"


def _month(work: Work) -> str:
    return _MONTHS[work.issued[1] - 1]


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(_LATEX)


def _bare_url(url: str) -> str:
    """An address stands as it is; only what would end the field is encoded."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _kept_at(work: Work) -> str:
    """Where the archive keeps it, unless the address says so already."""
    return work.location if work.location and work.location != work.url else ""


# --- RIS ---------------------------------------------------------------------------------------------------------
def ris(work: Work) -> str:
    """One record: "XX  - value" lines that end in CRLF, from TY to ER.

    A name without a comma is read as it is; one with a comma would be turned around, so it gets a dash instead.
    """
    lines: list[tuple[str, str]] = [("TY", _RIS_TYPES[work.kind]), ("ID", work.key)]
    lines += [("AU", name.replace(", ", " – ").replace(",", " – ")) for name in work.authors]
    lines += [("TI", work.title), ("T2", work.container or ""), ("M1", work.number or ""), ("M3", work.genre or "")]
    if work.issued:
        lines.append(("PY", str(work.issued[0])))
        year, month, day = (*(f"{part:02}" for part in work.issued), "", "")[:3]
        lines.append(("DA", f"{year}/{month}/{day}"))
    lines += [
        ("AB", work.abstract),
        ("CY", work.event_place or ""),
        ("UR", work.url),
        ("Y2", work.accessed.strftime("%Y/%m/%d") if work.accessed else ""),
        ("DB", work.archive if _kept_at(work) else ""),
        ("AN", _kept_at(work)),
        ("LA", work.language),
        ("N1", work.note),
    ]
    text = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value.strip())
    return text + "ER  - \r\n"


# --- CSL-JSON ----------------------------------------------------------------------------------------------------
def csl(work: Work) -> dict[str, Any]:
    """One item of CSL-JSON. Every name is ``literal``: a style must not take the last syllable for the family name."""
    item: dict[str, Any] = {
        "id": work.key,
        "type": _CSL_TYPES[work.kind],
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "container-title": work.container,
        "authority": work.authors[0] if work.kind == "act" and work.authors else None,
        "number": work.number,
        "genre": work.genre,
        "issued": _csl_date(work.issued),
        "original-date": _csl_date(work.original),
        "event-title": work.event,
        "event-place": work.event_place,
        "event-date": _csl_date(work.event_date),
        "abstract": work.abstract,
        "URL": work.url,
        "accessed": _csl_date((work.accessed.year, work.accessed.month, work.accessed.day)) if work.accessed else None,
        "archive": work.archive if _kept_at(work) else None,
        "archive_location": _kept_at(work),
        "note": work.note,
        "language": work.language,
    }
    return {key: value for key, value in item.items() if value}


def _csl_date(parts: tuple[int, ...]) -> dict[str, Any] | None:
    return {"date-parts": [list(parts)]} if parts else None


def csl_lines(works: Iterable[Work]) -> Iterator[str]:
    """A CSL-JSON list of any length, an item a line, in pieces."""
    yield "["
    separator = "\n"
    for work in works:
        yield separator + json.dumps(csl(work), ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n"


def csl_json(works: Iterable[Work]) -> str:
    """A CSL-JSON list."""
    return json.dumps([csl(work) for work in works], ensure_ascii=False, indent=1) + "\n"
