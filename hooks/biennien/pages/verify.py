"""What is inferred, ambiguous or missing: the problems of the whole tree by code, each with its reason and remedy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from .. import words
from ..problems import CODES, Problem
from .page import Page
from .render import render
from .views import Views

SHOWN = 30  # of each code on the page of all codes
ON_ONE = 400  # on one page of one code

SEVERITIES = {"error": "lỗi", "warning": "cần xem", "info": "ghi nhận"}


class Row(NamedTuple):
    """One problem and where a reader may look at it."""

    problem: Problem
    title: str  # of the article, "" for other files
    url: str


class Kind(NamedTuple):
    """All problems of one code."""

    code: str
    meaning: str
    rows: Sequence[Row]


def kinds(views: Views) -> list[Kind]:
    """Problems grouped by code, most numerous last, so that rare ones are not buried."""
    found: dict[str, list[Row]] = defaultdict(list)
    for problem in views.archive.problems:
        record = views.article_of_path.get(problem.path)
        title, url = (record.article.title, record.article.url) if record else ("", "")
        if record and problem.line:
            # The last block that begins at or before the line is the one meant.
            block = next((b for b in reversed(record.article.blocks) if b.line <= problem.line), None)
            url = f"{url}#{block.id}" if block else url
        found[problem.code].append(Row(problem, title, url))
    return [Kind(code, CODES.get(code, code), found[code]) for code in sorted(found, key=lambda c: (len(found[c]), c))]


class Tally(NamedTuple):
    """How many facts of one kind are sure, inferred, open."""

    what: str
    stated: int
    inferred: int
    unresolved: int


def tallies(views: Views) -> list[Tally]:
    """The state of the whole archive in a few rows."""
    archive = views.archive
    dates: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for meeting in archive.meetings.values():
        dates[words.date_state(meeting.date_basis, meeting.date_precision, "").level] += 1
        places[words.place_state(meeting.place_basis, "").level] += 1
    cited: Counter[str] = Counter()
    offices: Counter[str] = Counter()
    for record in archive.articles.values():
        for name, citation in zip(record.documents, record.extraction.citations, strict=True):
            cited[views.citation_state(record.article.id, citation, archive.documents[name]).level] += 1
        for mention in record.extraction.people:
            offices.update("stated" if o.organization_basis == "printed" else "inferred" for o in mention.offices)
    reviewed = sum(person.reviewed for person in archive.people.values())
    doubled = sum(bool(p.namesakes) and not p.reviewed for p in archive.people.values())
    who = Counter(stated=reviewed, inferred=len(archive.people) - reviewed - doubled, unresolved=doubled)
    rows = (
        ("Ngày họp", dates),
        ("Nơi họp", places),
        ("Lần nhắc văn kiện", cited),
        ("Cơ quan của chức vụ", offices),
        ("Người: các lần nhắc là một người", who),
    )
    return [Tally(what, n["stated"], n["inferred"], n["unresolved"]) for what, n in rows]


def pages(views: Views) -> Iterator[Page]:
    """The page of all codes; codes with very many problems have pages of their own."""
    every = kinds(views)
    path = "can-xac-minh.md"
    meta = {
        "title": "Cần xác minh",
        "kind": "problems",
        "id": "can-xac-minh",
        "description": "Những chỗ suy ra, chưa rõ hoặc mâu thuẫn, kèm lý do và cách sửa.",
    }
    yield Page(path, meta, partial(body, views, every, path))
    for kind in every:
        if len(kind.rows) <= SHOWN:
            continue
        parts = [kind.rows[at : at + ON_ONE] for at in range(0, len(kind.rows), ON_ONE)]
        for number, rows in enumerate(parts, 1):
            path = part_path(kind.code, number)
            meta = {"title": f"Cần xác minh: {kind.meaning}", "kind": "problems", "id": path.removesuffix(".md")}
            make = partial(code_body, views, kind, rows, number, len(parts), path)
            yield Page(path, meta, make)


def part_path(code: str, number: int) -> str:
    """Path of a page of one code: "can-xac-minh/bn024.md", "can-xac-minh/bn024-2.md"."""
    return f"can-xac-minh/{code.lower()}{f'-{number}' if number > 1 else ''}.md"


def body(views: Views, every: Sequence[Kind], path: str) -> str:
    """All codes."""
    return render(
        "verify",
        path,
        v=views,
        kinds=every,
        shown=SHOWN,
        count=len(views.archive.problems),
        severities=SEVERITIES,
        tallies=tallies(views),
    )


def code_body(views: Views, kind: Kind, rows: Sequence[Row], number: int, parts: int, path: str) -> str:
    """Problems of one code."""
    links = [(n, part_path(kind.code, n).removesuffix(".md") + ".html") for n in range(1, parts + 1)]
    return render("verify_code", path, v=views, kind=kind, rows=rows, number=number, links=links, severities=SEVERITIES)
