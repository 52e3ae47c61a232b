"""An article, meeting, statement or document in, a Work out: what a reference to it says, in words and in fields.

The archive's own summary is never passed off as the outlet's text: its headline is the archive's, so a reference to it
names the outlet's report without a title, and the title as that of the summary. Nothing unknown is filled in.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from .. import words
from ..entities import Archive, ArticleRecord, Document, Meeting
from ..siteinfo import SiteInfo
from ..text import compare_key, slug
from . import addresses, naming

Kind = Literal["newspaper", "magazine", "web", "summary", "meeting", "statement", "document", "act"]
LONGEST_QUOTATION = 300  # characters of a statement that a reference to it repeats
_OUTLETS = 3  # of a meeting that are named, the others are counted
_KINDS: dict[str, Kind] = {"tạp chí": "magazine", "cổng thông tin": "web", "trang tổng hợp": "web"}


@dataclass(frozen=True, slots=True)
class Work:
    """What one reference says. Empty and None mean unknown; ``text`` is the whole of it in Vietnamese style."""

    key: str  # ASCII, unique in the archive
    kind: Kind
    title: str
    text: str
    authors: tuple[str, ...] = ()  # names in their Vietnamese order, or of bodies: never to be turned around
    container: str | None = None  # what it is a part of: newspaper, or the archive
    issued: tuple[int, ...] = ()  # (year,), (year, month) or (year, month, day)
    original: tuple[int, ...] = ()  # of a summary: when the report was published that it sums up
    url: str = ""  # absolute, or ""
    archive: str = ""  # name of the archive where it keeps the text itself
    location: str = ""  # where in it: permalink, or path in the site's folder; "" with ``archive`` empty
    number: str | None = None  # of a document: "18-NQ/TW"
    genre: str | None = None  # "nghị quyết"
    note: str = ""
    abstract: str = ""  # the words of a statement
    event: str | None = None
    event_place: str | None = None
    event_date: tuple[int, ...] = ()
    accessed: dt.date | None = None
    language: str = "vi"


def article(archive: Archive, site: SiteInfo, identity: str) -> Work:
    """A reference to an article, or to the archive's summary of one. KeyError for an unknown id."""
    record = archive.articles[identity]
    article = record.article
    summary = article.meta.form == "summary"
    outlet, source = naming.outlet(archive, record), addresses.web_address(article.meta.source.url)
    permalink = addresses.absolute(site, article.url)
    writers = naming.authors(record)
    kept = f"{'Tóm lược' if summary else 'Lưu'} trong {site.name}"
    known = archive.registry.outlets.get(record.outlet) if record.outlet else None
    return Work(
        key=_key("bai", identity),
        kind="summary" if summary else _KINDS.get(known.kind, "newspaper") if known else "newspaper",
        title=article.title,
        text=_told(archive, site, record, article.url),
        authors=() if summary else writers,
        container=site.name if summary else outlet,
        issued=() if summary else _day(article.published),
        original=_day(article.published) if summary else (),
        url=permalink if summary else source or permalink,
        archive=site.name,
        location=addresses.shown(site, article.url),
        note=f"{kept} theo {_report(archive, record)}" if summary else kept,
        accessed=article.meta.source.retrieved,
        language=article.meta.language,
    )


def meeting(archive: Archive, site: SiteInfo, identity: str) -> Work:
    """A reference to a meeting as the archive's page on it tells it."""
    meeting = archive.meetings[identity]
    records = [archive.articles[a] for a in meeting.articles]
    outlets = _unique(naming.outlet(archive, r) or "nguồn không rõ tên" for r in records)
    sources = _joined(outlets)
    place = naming.place(archive, meeting.place)
    where = ""
    if place:
        state = words.place_state(meeting.place_basis, "")
        where = f", {place.short}" + (f" ({state.why})" if state.level != "stated" else "")
    when = meeting_day(meeting)
    return Work(
        key=_key("hop", identity),
        kind="meeting",
        title=meeting.title,
        text=f"{_quoted(meeting.title)}, {when}{where}. {site.name}, theo {sources}, "
        + addresses.shown(site, meeting.url),
        container=site.name,
        url=addresses.absolute(site, meeting.url),
        archive=site.name,
        location=addresses.shown(site, meeting.url),
        genre=meeting.kind,
        note=f"Theo {sources}",
        event=meeting.title,
        event_place=meeting.venue or (place.name if place else None),
        event_date=partial_date(meeting),
    )


def statement(archive: Archive, site: SiteInfo, identity: str, index: int) -> Work:
    """A reference to the ``index``-th statement of an article, counted from 0. KeyError or IndexError for none."""
    record = archive.articles[identity]
    statement = record.extraction.statements[index]
    person = archive.people[record.people[statement.person]]
    mention = record.extraction.people[statement.person]
    said = statement_words(record, index)
    offices = ", ".join(words.office(o) for o in mention.offices[:2])
    speaker = f"{person.name} ({offices})" if offices else person.name
    path = addresses.statement_paragraph(record, statement)
    if statement.quoted:
        told = f"{speaker}: “{said}”."
    else:
        told = f"{speaker}, lời được thuật lại: {said}" + ("" if said.endswith((".", "…", "!", "?")) else ".")
    meeting = archive.meetings.get(record.meeting)
    present = meeting is not None and mention.role in ("chaired", "spoke", "attended")
    return Work(
        key=f"{_key('loi', identity)}-{index + 1}",
        kind="statement",
        title=f"{person.name}: “{_cut(said, 80)}”" if statement.quoted else f"{person.name}: {_cut(said, 80)}",
        text=f"{told} Dẫn theo {_told(archive, site, record, path)}",
        authors=(person.name,),
        container=site.name,
        issued=partial_date(meeting) if meeting and present else (),
        url=addresses.absolute(site, path),
        archive=site.name,
        location=addresses.shown(site, path),
        genre="lời nói, trích theo báo" if statement.quoted else "lời nói, thuật lại theo báo",
        note=f"Dẫn theo {_report(archive, record)}",
        abstract=said,
        event=meeting.title if meeting and present else None,
        event_date=partial_date(meeting) if meeting and present else (),
    )


def document(archive: Archive, site: SiteInfo, identity: str) -> Work:
    """A reference to a document; the archive's page on it stands for the text, which the archive does not keep."""
    document = archive.documents[identity]
    day = document_day(document)
    parts = [document.name]
    if document.status != "identified":
        parts.append(" (chưa xác định được là văn kiện nào)")
    if naming.contested(document):
        parts.append(", ngày ban hành các nguồn ghi khác nhau")
    elif len(day) == 3:
        parts.append(f", {words.day(document.date)}")
    elif day and str(day[0]) not in document.name:
        parts.append(f", {day[0]}")
    if document.title:
        parts.append(f": {document.title}")
    issuer = document.issuer
    before = ""
    if issuer and compare_key(issuer) not in compare_key(document.name):
        term = f" (khóa {document.term})" if document.term and "khóa" not in compare_key(issuer) else ""
        before = f"{issuer}{term}. "
    note = f"Hồ sơ trong {site.name}" + ("" if site.site_url else f": {document.url}")
    if document.status != "identified":
        note += "; chưa xác định được là văn kiện nào"
    return Work(
        key=_key("vk", identity),
        kind="act" if is_act(document) else "document",
        title=f"{document.name}: {document.title}" if document.title else document.name,
        text=f"{before}{''.join(parts)}. Hồ sơ trong {site.name}, {addresses.shown(site, document.url)}",
        authors=(issuer,) if issuer else (),
        issued=day,
        url=addresses.absolute(site, document.url),
        number=document.symbol,
        genre=document.type,
        note=note,
    )


def library(archive: Archive, site: SiteInfo) -> Iterator[Work]:
    """The whole archive as a list of references: articles and meetings by date, identified documents by id."""
    for name in archive.articles:
        yield article(archive, site, name)
    for name in archive.meetings:
        yield meeting(archive, site, name)
    for name, found in archive.documents.items():
        if found.status == "identified":
            yield document(archive, site, name)


# --- what is said the same way everywhere ------------------------------------------------------------------------
def is_act(document: Document) -> bool:
    """Whether it is an act of the state; documents of the Party are no legislation."""
    return document.id.startswith("nn/")


def document_day(document: Document) -> tuple[int, ...]:
    """When it was issued, as exactly as is known; () where sources disagree."""
    if naming.contested(document):
        return ()
    if document.date:
        return _day(document.date)
    # The year of a number ("98/2023/QH15") is the year of issue for acts of the state; elsewhere it may be the term's.
    return (document.year,) if document.year and is_act(document) else ()


def partial_date(meeting: Meeting) -> tuple[int, ...]:
    """When it began, as exactly as is known; () where only a bound is known."""
    if meeting.date is None or meeting.date_precision in ("not_after", "unknown"):
        return ()
    return _day(meeting.date)[: {"year": 1, "month": 2}.get(meeting.date_precision, 3)]


def iso(parts: tuple[int, ...]) -> str:
    """ "2025-12-25", "2025-12" or "2025"; "" for what is not known."""
    return "-".join(f"{part:04}" if at == 0 else f"{part:02}" for at, part in enumerate(parts))


def meeting_day(meeting: Meeting) -> str:
    """ "chiều 5-3-2024 (năm suy từ ngày đăng)": the date in words, and on what it rests where no article prints it."""
    told = words.when(
        meeting.date,
        meeting.date_precision,
        end=meeting.end,
        not_after=meeting.not_after,
        part_of_day=meeting.part_of_day,
    )
    if partial_date(meeting) and words.date_state(meeting.date_basis, meeting.date_precision, "").level == "inferred":
        return f"{told} ({words.DATE_BASES[meeting.date_basis]})"
    return told


def statement_words(record: ArticleRecord, index: int, most: int = LONGEST_QUOTATION) -> str:
    """The words of a statement without the quotation marks around them, cut at a space where they are very long."""
    statement = record.extraction.statements[index]
    block, start, end = statement.evidence
    said = " ".join(record.article.block(block).text[start:end].split())
    if statement.quoted and len(said) > 1 and said[0] in '“"«' and said[-1] in '”"»':
        said = said[1:-1].strip()
    return _cut(said, most)


def _told(archive: Archive, site: SiteInfo, record: ArticleRecord, path: str) -> str:
    """The reference to an article, ending in the permalink of ``path`` (the article's or one of its paragraphs)."""
    article = record.article
    writers = ", ".join(naming.authors(record))
    before = f"{writers}. " if writers else ""
    outlet = naming.outlet(archive, record)
    published = words.day(article.published) if article.published else "không rõ ngày đăng"
    source, place = addresses.web_address(article.meta.source.url), addresses.shown(site, path)
    if article.meta.form == "summary":
        what = f"Bài trên {outlet}" if outlet else "Bài không rõ nơi đăng"
        kept = f"tóm lược trong {site.name}: {_quoted(article.title)}, {place}"
    else:
        what = f"{_quoted(article.title)}. {outlet or 'Không rõ nơi đăng'}"
        kept = f"lưu trong {site.name}, {place}"
    return f"{before}{what}, {published}" + (f". {source}; {kept}" if source else f"; {kept}")


def _report(archive: Archive, record: ArticleRecord) -> str:
    """ "bài của Thu Ví Dụ trên SGGP, 25-12-2025, https://…": the outlet's report in one phrase."""
    writers = ", ".join(naming.authors(record))
    parts = [
        f"bài{' của ' + writers if writers else ''}"
        f"{' trên ' + outlet if (outlet := naming.outlet(archive, record)) else ', không rõ nơi đăng'}",
        words.day(record.article.published) if record.article.published else "không rõ ngày đăng",
        addresses.web_address(record.article.meta.source.url),
    ]
    return ", ".join(p for p in parts if p)


def _key(kind: str, identity: str) -> str:
    """A citation key that every program takes; two ids never give one key, whatever alphabet a file's name is in."""
    plain = slug(identity, 200)
    if plain == identity.replace("/", "-"):
        return f"{kind}-{plain}"
    return f"{kind}-{plain}-{hashlib.sha256(identity.encode()).hexdigest()[:6]}".replace("--", "-")


def _day(day: dt.date | None) -> tuple[int, ...]:
    return (day.year, day.month, day.day) if day else ()


def _quoted(title: str) -> str:
    """In quotation marks; those inside become single ones."""
    return "“" + " ".join(title.split()).replace("“", "‘").replace("”", "’") + "”"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: text.rfind(" ", 0, most)].rstrip(" ,;:") + "…"


def _joined(names: list[str]) -> str:
    if len(names) > _OUTLETS:
        return ", ".join(names[:_OUTLETS]) + f" và {len(names) - _OUTLETS} nơi khác"
    return " và ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else "nguồn không rõ tên"


def _unique(values: Iterable[str]) -> list[str]:
    """Values in order, each once."""
    return list(dict.fromkeys(values))
