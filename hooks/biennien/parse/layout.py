"""All lines of an article in, pieces with their kinds out: what a line is depends on those before and after it.

Here the page is taken apart: its stamp, its menu, where the article ends; the article itself is read in body.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..text import compare_key
from . import captions
from .body import Body, Layout
from .bylines import is_byline
from .closing import settle_closing
from .ending import Row, ending
from .evidence import SHORT_LIMIT
from .lines import Piece, Words, clock, ends, is_boilerplate, is_bullet, like, loose_stamp, stamp, without_marks

_ABOVE = 12  # lines: pictures, stamps and decks between a headline and the report
_REPORT = 60  # characters of its first paragraph, at least
_LEAST_CAPTION = 2  # words


def arrange(lines: Sequence[tuple[int, str]], title: str | None, words: Words, own: bool = False) -> Layout:
    """The pieces of an article in order. ``title`` is the editor's, where there is one.

    ``own``: the archive's own summary, in which a sentence beside others of its kind is no picture's.
    """
    layout = Layout()
    rows = _rows(lines)
    rows = _stamps(rows, layout, words)
    menu = _menu(rows, title, words)
    end, teasing = ending(rows, words)
    titles = _titles(rows, title)
    body = Body(words, layout, titles, title, own)
    body.report = next((r.text for r in rows[1 : 1 + _ABOVE] if len(r.text) >= _REPORT and ends(r.text)), "")
    last = end  # behind the last line that is neither frame nor teaser
    while last > 0 and (last - 1 in teasing or is_boilerplate(rows[last - 1].text, words)):
        last -= 1
    signed = False  # names in a list behind the author's are tags
    signing = True  # the authors' lines, behind which other articles come
    for k, row in enumerate(rows):
        if k in menu:
            layout.pieces.append(Piece("boilerplate", row.text, row.number))
        elif k < end:
            body.line(row, rows[k + 1] if k + 1 < last else None, k + 1 >= last, k in teasing)
        elif signing and captions.is_credit_line(row.text, words):
            layout.pieces.append(Piece("credit", row.text, row.number))
        elif signing and is_byline(row.text, words, True) and not (signed and is_bullet(row.text)):
            signed = True
            layout.pieces.append(Piece("byline", row.text, row.number))
        elif signing and (found := _credited(row.text, words)) is not None:
            caption, who = found
            layout.pieces.append(Piece("caption", caption, row.number, who))
            layout.pieces.append(Piece("credit", row.text[len(caption) :].strip(), row.number))
        elif signing and ends(row.text) and len(row.text) <= SHORT_LIMIT and not is_boilerplate(row.text, words):
            layout.pieces.append(Piece("teaser", row.text, row.number))  # perhaps a picture's, see closing.py
        else:
            signing = False
            frame = is_boilerplate(row.text, words)
            layout.pieces.append(Piece("boilerplate" if frame else "teaser", row.text, row.number))
    body.settle()
    if not own:
        settle_closing(layout.pieces, words)
    return layout


def _credited(text: str, words: Words) -> tuple[str, str | None] | None:
    """A picture's text behind the article with its photographer; None for other lines."""
    found = captions.credit(text, words)
    if found is None or len(text) > captions.CAPTION_LIMIT:
        return None
    at, who, end = found
    caption = text[:at].rstrip(" -–—|([*_")
    return (caption, who or None) if end == len(text) and len(caption.split()) >= _LEAST_CAPTION else None


# --- lines --------------------------------------------------------------------------------------------------------
def _rows(lines: Sequence[tuple[int, str]]) -> list[Row]:
    """Non-empty lines; a line that goes on in lower case after a mere line break is joined to the one before it."""
    rows: list[Row] = []
    blank = True
    previous = -2
    for number, raw in lines:
        blank = blank or number != previous + 1  # empty lines may have been left out already
        previous = number
        text, heading = without_marks(raw.strip())
        text = text.strip()
        if not text:
            if raw.strip():
                rows.append(Row(number, raw.strip(), False))
            blank = True
            continue
        if (
            not blank
            and rows
            and not heading
            and not rows[-1].heading
            and text[0].islower()
            and not ends(rows[-1].text)
            and len(rows[-1].text) > 40
        ):
            rows[-1].text = f"{rows[-1].text} {text}"
        else:
            rows.append(Row(number, text, heading))
        blank = False
    return rows


def _stamps(rows: list[Row], layout: Layout, words: Words) -> list[Row]:
    """Takes the stamp before the text off; further time stamps are read where they stand."""
    if rows:
        found = stamp(rows[0].text)
        if found is not None:
            length, day = found
            row = rows[0]
            layout.pieces.append(Piece("boilerplate", row.text[:length].strip(), row.number))
            layout.published = day
            rest = row.text[length:].strip()
            rows = [Row(row.number, rest, False), *rows[1:]] if rest else rows[1:]
    return rows


def _menu(rows: Sequence[Row], title: str | None, words: Words) -> set[int]:
    """Lines of a menu before the headline ("Giới thiệu", "Văn bản"): one to three words, or a section of the outlet."""
    top = 0
    while top < min(len(rows), 60) and not (len(rows[top].text) >= 60 and ends(rows[top].text)):
        top += 1
    for k in range(top - 1, 0, -1):
        text = rows[k].text
        if len(text.split()) >= 5 and not ends(text) and not is_boilerplate(text, words) and not clock(text)[0]:
            headline = k
            length = len(text.split())
            while headline > 0 and not _short(rows[headline - 1], length, title, words):
                headline -= 1
            return {j for j in range(headline) if _short(rows[j], length, title, words)}
    return set()


def _short(row: Row, headline: int, title: str | None, words: Words) -> bool:
    """Whether a line before a headline of so many words is part of a menu, or a topic ("Đại hội Đảng các cấp")."""
    key = compare_key(row.text).strip(" .|:")
    if row.heading or ends(row.text) or (title is not None and like(row.text, title) >= 0.7):
        return False
    if is_boilerplate(row.text, words) or clock(row.text)[0] or loose_stamp(row.text) is not None:
        return False  # what says more than that it is no text is read where it stands
    length = len(row.text.split())
    return length <= 3 or (length <= 6 and headline >= 8) or key in words.menus or key in words.sections


def _titles(rows: Sequence[Row], title: str | None) -> list[str]:
    """Texts that captions may repeat: the editor's title, the first line, what several lines have before "ảnh N"."""
    found = [t for t in (title, rows[0].text[:400] if rows else None) if t]
    heads: dict[str, int] = {}
    for row in rows:
        head = captions.counted(row.text)
        if head is not None:
            heads[head] = heads.get(head, 0) + 1
    found += [head for head, count in heads.items() if count >= 2]
    return found


__all__ = ["Layout", "arrange"]
