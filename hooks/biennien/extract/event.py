"""An article's blocks in; the one meeting that it reports out: date, kind, body, place, session, term, purpose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..entities import Outlet, Registry
from ..model import Block, Doubt, Event, Evidence, Meta
from .documents_text import flat
from .event_body import Body, BodyFinder, Spot
from .event_date import lead_blocks, read_date, sentences
from .event_kind import Kind, called, find_kind, find_purpose, find_session, find_term, find_venue, kind_words
from .event_place import PlaceFinder
from .event_printed import printed_name
from .organizations import OrganizationReader


class EventReader:
    """Reads the event of an article. ``vocabulary_extension``: the editors' folder of additions to the vocabulary."""

    def __init__(self, registry: Registry, vocabulary_extension: Path | None = None) -> None:
        self._vocabulary = vocabulary_extension
        self._words = kind_words(vocabulary_extension)
        self._bodies = BodyFinder(OrganizationReader(registry, vocabulary_extension), self._words)
        self._places = PlaceFinder(registry, vocabulary_extension)

    def read(
        self, blocks: Sequence[Block], meta: Meta, published: dt.date | None, outlet: Outlet | None
    ) -> tuple[Event, tuple[Doubt, ...]]:
        """The event, and what an editor should look at. Each part has its basis or is None."""
        date, sentence, doubts = read_date(blocks, meta, published, self._vocabulary)
        leads = lead_blocks(blocks)
        kind, at = self._kind(sentence, leads, blocks)
        body = self._body(sentence, kind, at, leads, blocks)
        place = self._places.find(at, body, blocks, meta, outlet)
        venue = session = term = purpose = name = None
        kind_evidence = None
        kind_name = meta.meeting.kind
        if kind is not None and at is not None:
            block, start, end = at
            view = flat(block.text)
            kind_evidence = Evidence(block.id, kind.start, kind.end)
            kind_name = kind_name or kind.name
            session = find_session(view, kind, end)
            term = find_term(view, kind, start, end)
            purpose = find_purpose(block.text, view, kind, end)
            name = printed_name(block.text, view, kind, start, end) if body is None else None
        for block, start, end in self._near(at, leads):
            venue = find_venue(block.text, flat(block.text), start, end, self._words)
            if venue:
                break
        found = list(doubts)
        if body is None and meta.meeting.body is None:
            found.append(Doubt("BN025", None, "không rõ cơ quan nào họp.", "Ghi meeting.body ở phần đầu nếu biết."))
        if place.place is None:
            found.append(Doubt("BN024", None, f"{place.reason}.", "Ghi meeting.place ở phần đầu nếu biết chắc."))
        event = Event(
            date=date,
            kind=kind_name,
            kind_evidence=kind_evidence,
            body=meta.meeting.body or (body.name if body else None),
            body_evidence=body.evidence if body and not meta.meeting.body else None,
            place=place.place,
            place_basis=place.basis,
            place_reason=place.reason,
            place_evidence=place.evidence,
            venue=venue,
            session=session,
            term=term,
            purpose=purpose,
            name=name,
        )
        return event, tuple(found)

    def _kind(
        self, sentence: Spot | None, leads: Sequence[Block], blocks: Sequence[Block]
    ) -> tuple[Kind | None, Spot | None]:
        """The kind of meeting and the sentence that says it: the dated one, else one of the lead, else the headline."""
        spots = [sentence] if sentence else []
        spots += [(b, s, e) for b in leads[:3] for s, e in sentences(flat(b.text))[:3]]
        found = [(find_kind(block.text, start, end, self._words), (block, start, end)) for block, start, end in spots]
        for held in (True, False):
            for kind, spot in found:
                if kind is not None and (kind.held or spot == sentence or not held):
                    return self._named_later(kind, spot, leads), spot
        for block in blocks:
            if block.kind == "headline":
                kind = find_kind(block.text, 0, len(block.text), self._words)
                if kind is not None:
                    return kind, (block, 0, len(block.text))
        return None, None

    def _named_later(self, kind: Kind, spot: Spot, leads: Sequence[Block]) -> Kind:
        """ "… họp tổng kết …" is called "hội nghị" or "phiên họp" a sentence later."""
        if not kind.from_verb:
            return kind
        views = [flat(spot[0].text)[spot[2] :], *(flat(b.text) for b in leads if b.id != spot[0].id)]
        for view in views[:3]:
            name = called(view, self._words)
            if name:
                return replace(kind, name=name)
        return kind

    def _body(
        self,
        sentence: Spot | None,
        kind: Kind | None,
        at: Spot | None,
        leads: Sequence[Block],
        blocks: Sequence[Block],
    ) -> Body | None:
        spots: list[Spot] = []
        headlines = [(b, 0, len(b.text)) for b in blocks if b.kind == "headline"]
        opening = [(b, s, e) for b in leads[:3] for s, e in sentences(flat(b.text))[:2]]
        for spot in (at, sentence, *opening, *headlines):
            if spot is not None and spot not in spots:
                spots.append(spot)
        kinds = [kind if spot == at else find_kind(spot[0].text, spot[1], spot[2], self._words) for spot in spots]
        return self._bodies.find(spots, kinds, blocks)

    @staticmethod
    def _near(at: Spot | None, leads: Sequence[Block]) -> list[Spot]:
        spots = [at] if at else []
        spots += [(b, 0, min(len(b.text), 1200)) for b in leads[:2]]
        return spots
