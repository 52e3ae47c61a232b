"""The lead's organisations in, the one that meets out: who "tổ chức", whose "đại hội", whose leader takes the chair.

What a sentence says of the meeting itself goes before what can be gathered from the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Block
from .documents_text import flat
from .event_acts import is_ceremony
from .event_body_clues import ClueReader
from .event_body_name import Body, NameReader, Spot
from .event_body_sentence import SentenceReader
from .event_kind import Kind, KindWords
from .event_named import GENERIC
from .organizations import OrganizationReader

__all__ = ["Body", "BodyFinder", "Spot"]

_ASSEMBLY = ("quốc hội", "hđnd", "hội đồng nhân dân")
# Of these the ones that by themselves still mean the body of the place or unit that the article is of.
_OWN = frozenset(
    ["ban chấp hành", "ban thường vụ", "đảng bộ", "chi bộ", "đảng ủy", "thường trực", "bộ chính trị", "bch", "btv"]
)


class BodyFinder:
    """Finds the organisation that meets."""

    def __init__(self, reader: OrganizationReader, words: KindWords) -> None:
        names = NameReader(reader, words)
        self._sentences = SentenceReader(names)
        self._clues = ClueReader(names)

    def find(self, spots: Sequence[Spot], kinds: Sequence[Kind | None], blocks: Sequence[Block]) -> Body | None:
        """``spots``: sentences of the lead, the likeliest first, with the kind of meeting that each names."""
        fallback: Body | None = None
        for spot, kind in zip(spots, kinds, strict=True):
            found = self._sentences.read(*spot, kind)
            if found is None:
                continue
            if flat(found.name) not in GENERIC or flat(found.name) == "bộ chính trị":
                sits = found.rule == "meeting-of" and flat(found.name).startswith(_ASSEMBLY)
                return (self._clues.of_voters(spots) if sits else None) or found
            fuller = self._clues.fuller(found, blocks)
            if fuller:
                return fuller
            if flat(found.name) in _OWN:
                fallback = fallback or found
        leads = [spot[0] for spot in spots]
        voters = any(kind and "cử tri" in kind.name for kind in kinds[:2])  # they are told of the session
        session = any(kind and kind.name.startswith("kỳ họp") for kind in kinds)
        if session and not voters and (found := self._clues.assembly(leads)):
            return found
        if found := self._clues.of_phase(spots, kinds):
            return found
        if found := self._clues.of_voters(spots) or self._clues.of_party_congress(spots[:2]):
            return found
        for spot in spots[:1]:
            if found := self._clues.unknown(*spot):
                return found
        ceremony = is_ceremony(kinds)
        return (
            (None if ceremony else self._clues.acting(spots, met=True))
            or self._clues.of_between(spots[:3])
            or self._clues.of_chair(leads)
            or (None if ceremony else self._clues.acting(spots))
            or fallback
            or self._clues.of_other_meeting(spots[:3])
            or self._clues.locality(spots[:2])
            or self._clues.of_leaders(spots[:3])
            or self._clues.of_visitor(spots[:1])
            or self._clues.of_partner(spots[:2])
            or self._clues.of_plenum(spots[:3], blocks)
            or self._clues.most_named(blocks)
        )
