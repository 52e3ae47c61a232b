"""What was read of people, sentence by sentence, in; out: whose words each paragraph reports, and which are quoted.

A statement begins where somebody speaks ("ông A yêu cầu …", "Theo đồng chí, …", "…”, bà B nói") and reaches to the end
of the paragraph, or to where somebody else speaks or the text goes back to the meeting. The next paragraph is still
his only where its form says so. Unclear: nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Block, Evidence, Statement
from .people import PeopleResult
from .references import Sentence

_TEXT = frozenset(("lead", "paragraph"))
_OPEN = '“"„«'
_CLOSE = '”"“»'
_QUOTE = re.compile('[“"„«]')
_CLOSER = {"“": "”", "„": "“", "«": "»", '"': '"'}


def read(blocks: tuple[Block, ...], people: PeopleResult) -> tuple[Statement, ...]:
    """Statements in reading order. Quotations inside them are statements of their own, marked as quoted."""
    by_block: dict[str, list[Sentence]] = {}
    for sentence in people.sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    out: list[Statement] = []
    carried: _Speaker | None = None
    for block in blocks:
        if block.kind in ("caption", "credit", "boilerplate", "subhead"):
            continue
        if block.kind not in _TEXT:
            carried = None
            continue
        found, carried = _paragraph(block, by_block.get(block.id, []), carried)
        out.extend(found)
    return tuple(out)


class _Speaker:
    """Who spoke last, and whether his words can go on in the next paragraph."""

    def __init__(self, who: int, directs: bool, paragraphs: int = 0) -> None:
        self.who = who
        self.directs = directs
        self.paragraphs = paragraphs


def _paragraph(
    block: Block, sentences: Sequence[Sentence], carried: _Speaker | None
) -> tuple[list[Statement], _Speaker | None]:
    who: int | None = None
    rule = ""
    start = end = 0
    directs = False
    out: list[Statement] = []

    def close() -> None:
        if who is not None and end > start:
            out.extend(_statement(block, who, start, end, rule))

    quotes = _quotations(block.text, 0, len(block.text))
    at = 0
    for k, s in enumerate(sentences):
        while at < len(quotes) and quotes[at][1] <= s.start:
            at += 1
        if who is not None and at < len(quotes) and quotes[at][0] < s.start and s.reading.speaker is None:
            end = s.end  # the quotation goes on
            continue
        if s.reading.speaker is not None:
            close()
            who, rule = (s.speaker, s.reading.rule) if s.reading.content else (None, "")
            if s.speaker is None:
                who = None
            opened = _quotation_before(block, sentences, k)
            start = opened if opened is not None else s.start
            end = s.end
            directs = s.reading.content
            continue
        others = {w for w in s.people if w is not None and w != who}
        if who is not None and not s.frame and not (others and s.reading.subject is not None):
            end = s.end
            continue
        if who is not None:
            close()
            who = None
        elif k == 0 and carried is not None and _goes_on(block, s, carried):
            who, rule, start, end = carried.who, "goes-on-from-paragraph-before", s.start, s.end
            directs = carried.directs
            carried = _Speaker(carried.who, carried.directs, carried.paragraphs + 1)
            continue
    close()
    if who is not None:
        paragraphs = carried.paragraphs if carried is not None and rule == "goes-on-from-paragraph-before" else 0
        return out, _Speaker(who, directs, paragraphs)
    return out, None


def _goes_on(block: Block, sentence: Sentence, carried: _Speaker) -> bool:
    """Whether a paragraph without a speaker of its own carries on the last one's words."""
    if not carried.directs or carried.paragraphs >= 4 or sentence.frame or any(w is not None for w in sentence.people):
        return False
    text = block.text.lower()
    if block.text[:1] in _OPEN:
        return True
    return sentence.continues and any(
        w in text
        for w in (" cần ", " phải ", "tiếp tục", "tăng cường", "đẩy mạnh", "tập trung", "chú trọng", "thực hiện")
    )


def _quotation_before(block: Block, sentences: Sequence[Sentence], k: int) -> int | None:
    """Where the quotation begins that sentence k closes: "“…”, ông A nhấn mạnh"."""
    text = block.text
    s = sentences[k]
    verb = s.verb if s.verb >= 0 else s.end
    head = text[s.start : verb]
    closes = max((head.rfind(c) for c in _CLOSE), default=-1)
    if closes < 0:
        return None
    at = s.start + closes
    opens = max((text.rfind(c, 0, at) for c in _OPEN), default=-1)
    if opens < 0 or opens >= s.start:
        return None
    # Only where no sentence between belongs to another.
    for n in range(k - 1, -1, -1):
        if sentences[n].end <= opens:
            break
        if sentences[n].reading.speaker is not None:
            return None
    return opens


def _statement(block: Block, who: int, start: int, end: int, rule: str) -> list[Statement]:
    text = block.text
    quotes = [(a, b) for a, b in _quotations(text, start, end) if b - a >= 30 and text[a:b].count(" ") >= 6]
    if len(quotes) == 1 and quotes[0][1] - quotes[0][0] >= 0.6 * (end - start):
        a, b = quotes[0]
        return [Statement(who, Evidence(block.id, a, b), True, rule)]
    spoken = [
        Statement(who, Evidence(block.id, a, b), True, f"{rule}+quotation") for a, b in quotes if _spoken(text, a, b)
    ]
    return [*spoken, Statement(who, Evidence(block.id, start, end), False, rule)]


def _spoken(text: str, start: int, end: int) -> bool:
    """Whether a quotation is a sentence that was said, not a title or a slogan."""
    before = text[max(0, start - 3) : start].rstrip()
    inside = text[start + 1 : end - 1].rstrip()
    after = text[end : end + 2]
    return (
        before.endswith((":", ".", ""))
        and (before.endswith((":", ".")) or start == 0)
        and (inside.endswith((".", "!", "?", ",", "…")) or after.startswith((",", ".", ";", " -")) or end >= len(text))
    )


def _quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges of quotations, marks included."""
    out = []
    at = start
    while (found := _QUOTE.search(text, at, end)) is not None:
        closes = text.find(_CLOSER[found.group()], found.end(), end)
        if closes < 0:
            break
        out.append((found.start(), closes + 1))
        at = closes + 1
    return out
