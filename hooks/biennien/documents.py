"""One document's citations, what they were found to mean, and the registry in; the archive's entry for it out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from .entities import Document, DocumentRecord, Registry, ResolvedCitation
from .extract.documents_issuers import bodies_data
from .extract.documents_text import roman
from .model import Citation
from .resolve_documents import Answer


def document(
    identity: str,
    citations: tuple[ResolvedCitation, ...],
    resolution: Mapping[str, Sequence[Answer]],
    registry: Registry,
    vocabulary: Path | None = None,
) -> Document:
    """The archive's entry for one document id: what the registry says, else what its citations say."""
    record = registry.documents.get(identity)
    answers = [a for c in citations for a in resolution.get(c.article, ()) if a.document == identity]
    open_ = identity.startswith("chua-ro/")
    fullest = max((c.citation for c in citations), key=_fullness, default=None)
    symbol = (record.symbol if record else None) or (fullest.symbol if fullest else None)
    term = record.term if record else None
    if term is None and not open_ and fullest is not None:
        term = fullest.term or _term_of_id(identity, vocabulary)
    parts = identity.split("/")
    number = _number_of(record, fullest)
    day = record.date if record else None
    year = day.year if day else (fullest.year if fullest else None)
    if year is None and len(parts) == 5 and parts[0] == "nn" and parts[2].isdigit():
        year = int(parts[2])
    if year is None and parts[-1].startswith("dai-hoi-") and len(parts) == 5 and parts[2].isdigit():
        year = int(parts[2])
    kind = record.type if record else fullest.type if fullest else "văn kiện"
    return Document(
        id=identity,
        url=f"van-kien/{identity}.html",
        type=kind,
        number=number,
        symbol=symbol,
        issuer=(record.issuer if record else None) or (fullest.issuer if fullest else None),
        term=term,
        year=year,
        date=day,
        title=(record.title if record else None) or (fullest.title if fullest else None),
        status="unresolved" if open_ else "identified",
        candidates=tuple(sorted({candidate for a in answers for candidate in a.candidates})) if open_ else (),
        citations=citations,
        record=record,
        name=_name(identity, kind, symbol, number, record, fullest),
        reason=answers[0].reason if answers else "",
    )


def _fullness(citation: Citation) -> tuple[int, int, str]:
    said = (citation.symbol, citation.issuer, citation.term, citation.year, citation.title, citation.congress_body)
    return sum(1 for one in said if one), -len(citation.as_written), citation.as_written


def _number_of(record: DocumentRecord | None, fullest: Citation | None) -> str | None:
    if record and record.symbol and (found := re.match(r"\d+[a-z]?", record.symbol)):
        return found.group()
    if fullest and fullest.number:
        return fullest.number
    return None


def _term_of_id(identity: str, vocabulary: Path | None) -> str | None:
    parts = identity.split("/")
    if len(parts) == 5 and parts[0] == "dang" and parts[1].endswith("tw"):
        for term, days in bodies_data(vocabulary)["party_terms"].items():
            if str(days[0].year) == parts[2]:
                return str(term)
    return None


def _name(
    identity: str,
    kind: str,
    symbol: str | None,
    number: str | None,
    record: DocumentRecord | None,
    fullest: Citation | None,
) -> str:
    """How pages call it: "Nghị quyết số 18-NQ/TW", "Nghị quyết Đại hội Đảng bộ TPHCM lần thứ I"."""
    label = kind[:1].upper() + kind[1:]
    if record and record.congress_ordinal and record.issuer:
        return f"{label} {record.issuer}"
    if symbol:
        return f"{label} số {symbol}"
    last = identity.rsplit("/", 1)[-1]
    if last.startswith("dai-hoi-") and identity.startswith("dang/tw/") and last.removeprefix("dai-hoi-").isdigit():
        return f"{label} Đại hội lần thứ {roman(int(last.removeprefix('dai-hoi-')))} của Đảng"
    if fullest is not None:
        written = " ".join(fullest.as_written.split())
        if not written[:1].isdigit():
            return written[:1].upper() + written[1:]
    if record and record.aliases:
        return record.aliases[0]
    if number or last.isdigit():
        return f"{label} {number or last}"
    return label
