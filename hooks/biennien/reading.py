"""One raw article in, its Reading out: blocks cut, people, documents, event, figures and statements read."""

from __future__ import annotations

from pathlib import Path

from .archive import Reading
from .entities import Registry
from .extract import statements
from .extract.documents import DocumentReader
from .extract.event import EventReader
from .extract.figures import FigureReader
from .extract.people import PeopleReader
from .model import Article, Doubt, Extraction
from .outlets import OutletFinder
from .parse import Words, cut_with
from .source import RawArticle


class ArticleReader:
    """All readers with their vocabulary compiled once; calling it is pure."""

    def __init__(self, registry: Registry, vocabulary: Path | None = None) -> None:
        self._words = Words.of(registry.outlets, vocabulary)
        self._outlets = OutletFinder(registry.outlets)
        self._people = PeopleReader(registry, vocabulary)
        self._documents = DocumentReader(registry, vocabulary)
        self._event = EventReader(registry, vocabulary)
        self._figures = FigureReader(registry, vocabulary)

    def read(self, raw: RawArticle) -> Reading:
        """The article's blocks and everything read out of them, every mention with its evidence."""
        parsed = cut_with(raw.lines, raw.meta, self._words)
        published = raw.meta.published or parsed.published
        article = Article(
            id=raw.id,
            path=raw.path,
            url=raw.url,
            meta=raw.meta,
            blocks=parsed.blocks,
            title=parsed.title,
            title_basis=parsed.title_basis,
            published=published,
            published_basis="editor" if raw.meta.published else "stamp" if published else "unknown",
            byline=raw.meta.byline or parsed.byline,
            sha256=raw.sha256,
        )
        outlet = self._outlets.find(raw.meta.source, getattr(parsed, "outlet", None))
        people = self._people.read(parsed.blocks, raw.meta, published)
        event, doubts = self._event.read(parsed.blocks, raw.meta, published, outlet)
        extraction = Extraction(
            article=raw.id,
            people=people.people,
            citations=self._documents.read(parsed.blocks),
            event=event,
            figures=self._figures.read(parsed.blocks, published, event.date.date),
            statements=statements.read(parsed.blocks, people),
            doubts=(*people.doubts, *doubts, *(_no_block(key) for key in parsed.unused)),
        )
        return Reading(article, extraction, outlet.id if outlet else None)


def _no_block(key: str) -> Doubt:
    """An editor's word about a block that the article does not have (any more)."""
    hint = "Ghi số đoạn do explain.py in ra, hoặc mấy chữ đầu đoạn, trong ngoặc kép."
    return Doubt("BN014", None, f"blocks: bài không có đoạn “{key}”.", hint)
