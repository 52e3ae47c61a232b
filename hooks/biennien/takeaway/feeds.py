"""Archive in, feeds out: the newest articles of the archive, and of each person, document and organisation.

An entry of the archive's feed is the whole article; one of a person, document or organisation is all that the article
says of it: its paragraphs, whole, under the role, office or act. An organisation's own meetings come whole. Of a
paragraph that lists many people only the name and office are told, which is all that it says of each.

Bounds, so that ten thousand articles do not make gigabytes: a feed holds the ``MOST`` newest entries, and only what is
in ``FEWEST`` dated articles or more has one. Days come from the articles: a feed changes when the archive does, and an
article of unknown day is in no feed, since a feed must say when.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from .. import words
from ..entities import Archive, ArticleRecord, Document, Organization, Person
from ..model import Block
from ..siteinfo import SiteInfo
from . import addresses, naming

ATOM = "application/atom+xml"
JSON = "application/feed+json"
KINDS = ("person", "document", "organization")
MOST = 20
FEWEST = 2
CROWD = 4  # a paragraph that names more people than that lists them
_SKIPPED = ("headline", "boilerplate", "teaser")


class Place(NamedTuple):
    """Where a feed lies, and what links call it."""

    title: str
    atom: str  # path in the site
    json: str
    page: str  # path of the page that it follows


class Entry(NamedTuple):
    """One article in one feed."""

    about: str  # path that names the entry: it is no other feed's
    page: str  # path that a reader is led to
    article: str
    title: str
    day: dt.date
    published: dt.date | None
    authors: tuple[str, ...]
    html: str
    source: str  # address of the outlet's report, ""
    summary: bool


class Feed(NamedTuple):
    """A feed, newest entry first."""

    place: Place
    subtitle: str
    entries: tuple[Entry, ...]


ARCHIVE = Place("Bài mới trong kho", "nguon-tin.xml", "nguon-tin.json", "index.html")


def place(archive: Archive, kind: str, identity: str) -> Place:
    """Where the feed of a person, document or organisation lies: beside its page."""
    subject: Person | Document | Organization
    if kind == "person":
        subject = archive.people[identity]
    elif kind == "document":
        subject = archive.documents[identity]
    else:
        subject = archive.organizations[identity]
    base = subject.url.removesuffix(".html")
    return Place(subject.name, f"{base}.xml", f"{base}.json", subject.url)


def has_feed(archive: Archive, kind: str, identity: str) -> bool:
    """Whether there is a feed of it; an open question (an unresolved document) has none."""
    if kind == "document" and archive.documents[identity].status != "identified":
        return False
    dated = (a for a in _articles(archive, kind, identity) if day_of(archive.articles[a]))
    return sum(1 for _, _ in zip(range(FEWEST), dated, strict=False)) == FEWEST


def day_of(record: ArticleRecord) -> dt.date | None:
    """The day of an entry: when the outlet published it, else when the editor took it, else when the meeting was."""
    return record.article.published or record.article.meta.source.retrieved or record.date


def archive_feed(archive: Archive, site: SiteInfo) -> Feed | None:
    """The newest articles, whole. None for an archive without a dated article."""
    entries = [
        _entry(archive, record, record.article.url, record.article.title, _whole(archive, site, record))
        for record in _newest(archive, archive.articles)
    ]
    if not entries:
        return None
    return Feed(ARCHIVE._replace(title=site.name), f"{len(entries)} bài mới nhất trong kho", tuple(entries))


def subject_feed(archive: Archive, site: SiteInfo, kind: str, identity: str) -> Feed | None:
    """The newest articles about a person, document or organisation; None where it has no feed."""
    if not has_feed(archive, kind, identity):
        return None
    where = place(archive, kind, identity)
    tell = _TELLERS[kind]
    entries = []
    for record in _newest(archive, _articles(archive, kind, identity)):
        title, html = tell(archive, site, record, identity)
        entries.append(_entry(archive, record, f"{where.page}#{record.article.id}", title, html))
    return Feed(where, f"{where.title} trong {site.name}: {len(entries)} bài mới nhất", tuple(entries))


def all_feeds(archive: Archive, site: SiteInfo) -> Iterator[Feed]:
    """Every feed, one at a time: the archive's, then those of people, documents and organisations."""
    first = archive_feed(archive, site)
    if first:
        yield first
    tables: tuple[tuple[str, Iterable[str]], ...] = (
        ("person", archive.people),
        ("document", archive.documents),
        ("organization", archive.organizations),
    )
    for kind, names in tables:
        for name in names:
            feed = subject_feed(archive, site, kind, name)
            if feed:
                yield feed


# --- which articles ----------------------------------------------------------------------------------------------
def _articles(archive: Archive, kind: str, identity: str) -> list[str]:
    """Articles about the subject, each once, in no particular order."""
    if kind == "person":
        return _unique(a.article for a in archive.people[identity].appearances)
    if kind == "document":
        return _unique(c.article for c in archive.documents[identity].citations)
    organization = archive.organizations[identity]
    found = [a for m in organization.meetings for a in archive.meetings[m].articles]
    for person in organization.people:
        for spell in archive.people[person].offices:
            if spell.organization == identity:
                found += [s.article for s in spell.sightings]
    return _unique([*found, *(article for article, _ in organization.figures)])


def _newest(archive: Archive, articles: Iterable[str]) -> list[ArticleRecord]:
    dated = [(day, a) for a in articles if (day := day_of(archive.articles[a]))]
    return [archive.articles[a] for _, a in sorted(dated, reverse=True)[:MOST]]


def _entry(archive: Archive, record: ArticleRecord, about: str, title: str, html: Markup) -> Entry:
    article = record.article
    day = day_of(record)
    assert day is not None
    outlet = naming.outlet(archive, record)
    return Entry(
        about=about,
        page=article.url,
        article=article.id,
        title=title,
        day=day,
        published=article.published,
        authors=naming.authors(record) or ((outlet,) if outlet else ()),
        html=str(html),
        source=addresses.web_address(article.meta.source.url),
        summary=article.meta.form == "summary",
    )


# --- what an entry says ------------------------------------------------------------------------------------------
def _paragraph(block: Block) -> Markup:
    if block.kind == "subhead":
        return Markup("<h3>{}</h3>").format(block.text)
    if block.kind in ("caption", "credit", "byline"):
        return Markup("<p><em>{}</em></p>").format(block.text)
    return Markup("<p>{}</p>").format(block.text)


def _source(archive: Archive, site: SiteInfo, record: ArticleRecord) -> Markup:
    """Where it comes from: a summary says that it is one, and leads to the report."""
    article = record.article
    outlet = naming.outlet(archive, record) or "nguồn không rõ tên"
    day = f", {words.day(article.published)}" if article.published else ""
    told = f"Tóm lược theo {outlet}{day}." if article.meta.form == "summary" else f"{outlet}{day}."
    links = []
    source, permalink = addresses.web_address(article.meta.source.url), addresses.absolute(site, article.url)
    if source:
        links.append(Markup('<a href="{}">Bài gốc</a>').format(source))
    if permalink:
        links.append(Markup('<a href="{}">{}</a>').format(permalink, site.name))
    return Markup("<p>{}</p>").format(Markup(" ").join([escape(told), *([Markup(" · ").join(links)] if links else [])]))


def _whole(archive: Archive, site: SiteInfo, record: ArticleRecord) -> Markup:
    blocks = [_paragraph(b) for b in record.article.blocks if b.kind not in _SKIPPED]
    return Markup("\n").join([*blocks, _source(archive, site, record)])


def _parts(archive: Archive, site: SiteInfo, record: ArticleRecord, told: list[str], blocks: Iterable[str]) -> Markup:
    """What is told in short, then the paragraphs that say it."""
    wanted = set(blocks)
    lines = [Markup("<p><strong>{}</strong></p>").format(line) for line in told]
    lines += [_paragraph(b) for b in record.article.blocks if b.id in wanted]
    return Markup("\n").join([*lines, _source(archive, site, record)])


def _lists(record: ArticleRecord) -> set[str]:
    """Blocks that list people: many are named there for the first time."""
    count = Counter(p.references[0].evidence.block for p in record.extraction.people if p.references)
    return {block for block, people in count.items() if people > CROWD}


def _of_person(archive: Archive, site: SiteInfo, record: ArticleRecord, identity: str) -> tuple[str, Markup]:
    told: list[str] = []
    blocks: list[str] = []
    said: list[str] = []
    roles: list[str] = []
    for at, (person, mention) in enumerate(zip(record.people, record.extraction.people, strict=True)):
        if person != identity:
            continue
        roles.append(words.ROLES[mention.role])
        told += [words.capital(words.office(o)) for o in mention.offices]
        blocks += [r.evidence.block for r in mention.references] + [o.evidence.block for o in mention.offices]
        said += [s.evidence.block for s in record.extraction.statements if s.person == at]
    if told:
        lists = _lists(record)
        blocks = [*said, *(b for b in blocks if b not in lists)]
    else:
        blocks += said
    title = f"{words.capital(', '.join(_unique(roles)))}: {record.article.title}"
    return title, _parts(archive, site, record, _unique(told), blocks)


def _of_document(archive: Archive, site: SiteInfo, record: ArticleRecord, identity: str) -> tuple[str, Markup]:
    cited = [
        c
        for document, c in zip(record.documents, record.extraction.citations, strict=True)
        if document == identity
    ]  # fmt: skip
    relations = sorted({c.relation for c in cited}, key=list(words.RELATIONS).index)
    told = ", ".join(words.RELATIONS[r] for r in relations if r != "mentioned" or len(relations) == 1)
    title = f"{words.capital(told)}: {record.article.title}"
    written = f"Bài viết là: {', '.join(f'“{c}”' for c in _unique(c.as_written for c in cited))}"
    return title, _parts(archive, site, record, [written], [c.evidence.block for c in cited])


def _of_organization(archive: Archive, site: SiteInfo, record: ArticleRecord, identity: str) -> tuple[str, Markup]:
    meeting = archive.meetings.get(record.meeting)
    if meeting is not None and meeting.body == identity:
        return record.article.title, _whole(archive, site, record)
    told: list[str] = []
    blocks: list[str] = []
    for person, ids, mention in zip(record.people, record.office_organizations, record.extraction.people, strict=True):
        for organization, office in zip(ids, mention.offices, strict=True):
            if organization == identity:
                name = archive.people[person].name
                told.append(f"{name}: {naming.role(office)}")
                blocks.append(office.evidence.block)
    lists = _lists(record)
    blocks = [b for b in blocks if b not in lists]
    figures = zip(record.figure_organizations, record.extraction.figures, strict=True)
    blocks += [f.evidence.block for organization, f in figures if organization == identity]
    return record.article.title, _parts(archive, site, record, _unique(told), blocks)


_TELLERS: dict[str, Callable[[Archive, SiteInfo, ArticleRecord, str], tuple[str, Markup]]] = {
    "person": _of_person,
    "document": _of_document,
    "organization": _of_organization,
}


def _unique(values: Iterable[str]) -> list[str]:
    """Values in order, each once."""
    return list(dict.fromkeys(values))
