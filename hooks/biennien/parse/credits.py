"""Lines with nothing but a photographer's name: what stands before them decides what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..text import compare_key
from .bylines import is_name
from .evidence import is_credited
from .lines import Piece, Words, ends, is_numbered, shouted

_NAME = 30  # characters of a photographer's name
_PARTS = 4
_TOLD = 100  # characters of a paragraph that goes on with the report, which has …
_MORE = 2  # … so many of them behind the name, at least
_HEADING = 5  # words: shorter headings are left alone


def settle_credits(pieces: Sequence[Piece], words: Words) -> None:
    """Headings in an article that are photographers: "MTV" below each picture, an outlet's or an author's name."""
    names = [k for k, p in enumerate(pieces) if _may_be_name(p)]
    if not names:
        return
    often = Counter(compare_key(pieces[k].text) for k in names if shouted(pieces[k].text))
    codes = any(count >= 2 for count in often.values())  # one stands below several pictures
    told = [k for k, p in enumerate(pieces) if p.kind == "paragraph"] or [0]
    lead, last = told[0], told[-1]
    for k in names:
        piece, before = pieces[k], _before(pieces, k, lead)
        if before is None or k > last:
            continue  # behind the text stands its author
        key = compare_key(piece.text)
        if piece.kind == "boilerplate":
            known = key.strip(" .()[]") in words.outlets
        else:
            known = is_name(piece.text, words) or (codes and shouted(piece.text))
        if not known:
            continue
        if (
            before.credit is None
            if before.kind == "caption"
            else is_credited(before.text, words) or _stands_between(pieces, k)
        ):
            before.kind, before.credit = "caption", piece.text.strip(" .()[]*_")
            piece.kind = "credit"


def _stands_between(pieces: Sequence[Piece], k: int) -> bool:
    """Whether a line without a full stop and a name that is nobody's in the text stand between two paragraphs.

    Below a heading stands no author in the midst of a report.
    """
    before, name = pieces[k - 1], pieces[k].text.strip(" .()[]*_")
    return (
        before.kind == "subhead"
        and 2 <= k < len(pieces) - 1
        and pieces[k - 2].kind == pieces[k + 1].kind == "paragraph"
        and len(before.text.split()) >= _HEADING
        and before.text[0].isalnum()
        and sum(p.kind == "paragraph" and len(p.text) >= _TOLD for p in pieces[k + 1 :]) >= _MORE
        and not is_numbered(before.text)
        and not any(name in piece.text for j, piece in enumerate(pieces) if j != k)
    )


def _may_be_name(piece: Piece) -> bool:
    text = piece.text.strip(" ()[]*_")
    return (
        piece.kind in ("subhead", "boilerplate")
        and len(text) <= _NAME
        and 1 <= len(text.split()) <= _PARTS
        and not ends(text)
        and text.replace(" ", "").replace(".", "").replace("-", "").isalpha()
        and text[0].isupper()
    )


def _before(pieces: Sequence[Piece], k: int, lead: int) -> Piece | None:
    """What a name at this place could belong to: the line before it, unless that is the lead."""
    if k == 0 or pieces[k - 1].kind not in ("paragraph", "subhead", "caption"):
        return None
    return pieces[k - 1] if k - 1 != lead else None
