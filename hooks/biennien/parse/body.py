"""The article itself, line by line: headline, lead, paragraphs, captions, credits, authors; and second looks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import BlockKind
from ..text import compare_key
from . import captions
from .bylines import announces_author, is_byline, is_name, several_names
from .credits import settle_credits
from .ending import LONG, SUBHEAD, Row
from .evidence import SHORT_LIMIT, is_credited, is_unmarked, one_sentence
from .headings import settle_headings
from .lines import (
    Piece,
    Words,
    clock,
    day_signed,
    ends,
    is_boilerplate,
    is_bullet,
    is_file,
    is_numbered,
    leads_person,
    like,
    loose_stamp,
    low,
    pattern,
    prefix,
    set_apart,
    shouted,
)
from .neighbourhood import Neighbourhood, closes_with_picture
from .opening import first_line, is_unled

_FEW = 3  # words: too few for a headline
_DECK = 70  # a lead without a full stop is longer
_REPORT = 60  # characters of a report's first paragraph, at least
# A last line that begins so is text that was cut off, not the title of another article.
_TOLD = (
    "đại hội",
    "hội nghị",
    "tại ",
    "dịp này",
    "cùng ",
    "trong ",
    "theo ",
    "ngoài ra",
    "đồng thời",
    "qua đó",
    "bên cạnh",
    "sau ",
)


@dataclass(slots=True)
class Layout:
    """The pieces of an article, and what its frame says of it."""

    pieces: list[Piece] = field(default_factory=list)
    published: dt.date | None = None
    outlet: str | None = None


class Body:
    """What an article's lines are, one after the other: ``line`` for each, then ``settle``."""

    def __init__(self, words: Words, layout: Layout, titles: list[str], title: str | None, own: bool) -> None:
        self.words = words
        self.layout = layout
        self.titles = titles
        self.title = title
        self.own = own  # the archive's own summary
        self.report = ""  # the first paragraph behind the first line
        self.headline = ""  # its letters, "" as long as there is none
        self.paragraphs = 0
        self.lines = 0
        self.stamped = len(layout.pieces) > 0  # the text begins with the archive's own stamp
        self.opened = False  # the day known so far stands above the headline
        self.closing: Piece | None = None  # a last line that may be a picture's or the title of another article
        self.after_clock = False
        self.after_file = False  # a picture's file name or repeated text stood before: a caption follows

    def line(self, row: Row, following: Row | None, last: bool, teasing: bool) -> None:
        """One line of the article: one piece, or several where the line holds several things."""
        text, words = row.text, self.words
        if teasing:
            self._add("teaser", text, row)
            return
        stamped, day = clock(text)
        if stamped:
            self._add("boilerplate", text, row)
            self._posted(day)
            self.after_clock = True
            return
        after_clock, self.after_clock = self.after_clock, False
        if after_clock and is_byline(text, words, True):
            self._add("byline", text, row)
            return
        if self.headline and self.paragraphs == 0 and following is not None and _letters(text) == self.headline:
            self._add("boilerplate", text, row)  # the headline once more, as the page prints it above the picture
            return
        loose = loose_stamp(text) if self.paragraphs == 0 else None
        if loose is not None:
            rest, day = loose
            if low(rest).startswith(("bởi ", "by ")):
                rest = rest.split(" ", 1)[1]
            section = compare_key(rest).strip(" .|:-")
            author = rest != "" and is_byline(rest, words, True)
            listed = section in words.outlets or all(
                key in words.sections or key in words.menus for key in _glued(rest)
            )
            if not rest or author or listed or set_apart(text):
                self._add("byline" if author else "boilerplate", text, row)
                self._posted(day)
                return
        led = captions.led(text) if self.lines and not row.rest else None
        if led is not None:  # "(Ảnh: Thu Mẫu). Sáng 5-3, …": the line break before the text was lost
            length, who = led
            self._credit_line(text[:length].strip(), who, row)
            self.line(Row(row.number, text[length:], False, rest=True), following, last, teasing)
            return
        half = _doubled(text, words)
        if half:
            self._add("boilerplate", text[:half].strip(), row)  # a picture's text and caption, on one line
            text = text[half:].strip()
        after_file, self.after_file = self.after_file, is_file(text)
        topic = self.paragraphs == 0 and compare_key(text).strip(" .|:-") in words.sections | words.menus
        if is_boilerplate(text, words) or topic:
            known = words.outlets.get(compare_key(text).strip(" .|:-"))
            section = compare_key(text).strip(" .|:-")
            if known is not None and self.layout.outlet is None and section not in words.sections | words.menus:
                self.layout.outlet = known
            self._add("boilerplate", text, row)
            return
        if (
            following is not None
            and len(text) <= SHORT_LIMIT
            and len(text.split()) >= 2
            and self.lines
            and _repeated(text, following.text, words)
            and not (self.paragraphs == 0 and is_name(text, words))
        ):
            self._add("boilerplate", text, row)  # a picture's alternative text, before the caption that says the same
            twice = ends(text) and compare_key(text) == compare_key(following.text)  # or a paragraph pasted twice
            self.after_file = not twice or is_unmarked(text, words, False)
            return
        length = captions.label(text, words) or captions.filmed(text, words)
        if length:
            self._add("boilerplate", text[:length].strip(), row)
            self._caption_or(text[length:], row, following, last, after_title=True)
            return
        length = captions.repeated_title(text, self.titles) if self.lines or len(text) > 200 else 0
        if length:
            self._add("boilerplate", text[:length].strip(), row)
            rest = text[length:].strip()
            if rest:
                self._caption_or(rest, row, following, last, after_title=True)
            else:
                self.after_file = True
            return
        pictured = (
            after_file and len(text) <= SHORT_LIMIT and text.rstrip(" .").count(". ") == 0 and following is not None
        )
        self._caption_or(text, row, following, last, after_title=pictured)

    def _caption_or(self, text: str, row: Row, following: Row | None, last: bool, after_title: bool) -> None:
        words = self.words
        if (
            not after_title
            and is_byline(text, words, last)
            and (self.lines > 0 or announces_author(text, words))
            and not captions.is_credit_line(text, words)
        ):
            if self.paragraphs == 0 or last or not shouted(text):
                self._add("byline", text, row)
                if self.paragraphs == 0:
                    self._posted(day_signed(text))
                return
            # A shouted name inside the article stands below a picture.
            self._credit_line(text, text.strip(" .()[]*_"), row)
            return
        found = captions.credit(text, words)
        if found is not None:
            at, who, end = found
            caption = text[:at].rstrip()
            if (last or self.paragraphs == 0) and self.lines and is_name(caption.rstrip(" -–;,.|("), words):
                self._add("byline", text, row)  # "Thu Mẫu - Ảnh: Văn Dụ": who wrote and who took the pictures
                return
            if not caption.strip(" .-–—|([*_"):
                if low(text).startswith("nguồn:") and (following is None or last) and self.paragraphs > 1:
                    self._add("byline", text, row)
                else:
                    self._credit_line(text[:end].strip(), who, row)
            elif len(caption) <= captions.CAPTION_LIMIT and not (self.paragraphs == 0 and len(caption) > SHORT_LIMIT):
                bare = caption.rstrip(" -–—|([*")
                self._add("caption", bare, row, who or None)
                self._add("credit", text[len(bare) : end].strip(), row)
            else:
                end = len(text)
                self._plain(text, row, following, last)
            if text[end:].strip():
                self._plain(text[end:].strip(), row, following, last)
            return
        if after_title:
            self._add("caption", text, row)
            return
        self._plain(text, row, following, last)

    def _plain(self, text: str, row: Row, following: Row | None, last: bool) -> None:
        words = self.words
        marked = False  # the outlet's mark stood before it, as before a lead
        if self.paragraphs == 0:
            length, outlet = prefix(text, words)
            if length and text[length:].strip():
                marked = True
                self.layout.outlet = self.layout.outlet or outlet
                self._add("boilerplate", text[:length].strip(), row)
                text = text[length:].strip()
        heading = row.heading
        tail = _signed(text, words) if last and self.paragraphs else 0
        if tail:
            self._add("paragraph", text[:tail].strip(), row)
            self._add("byline", text[tail:].strip(), row)
            self.paragraphs += 1
            return
        open_end = not ends(text) and one_sentence(text)
        if (
            self.paragraphs == 0
            and open_end
            and following is not None
            and (self.headline or len(text.split()) > _FEW)
            and not heading
            and (is_name(text, words) or several_names(text, words))
        ):
            self._add("byline", text, row)
            return
        if (
            self.paragraphs == 0
            and not self.headline
            and following is not None
            and self._is_headline(text, heading, open_end or (not marked and _heads(row, following)), following)
        ):
            self.headline = _letters(text)
            self._add("headline", text, row)
            return
        top = self.lines == 0 and open_end and not heading
        if top and following is not None and self._first(text, following) == "caption":
            self._add("caption", text, row)
            return
        if (
            not heading
            and is_unmarked(text, words, self.lines == 0)
            and not (self.paragraphs == 0 and self.lines and ends(text))
        ):
            self._add("caption", text, row)
            return
        if (
            self.paragraphs == 0
            and not marked
            and not self.own
            and (self.headline or self.lines == 0)
            and following is not None
            and is_unled(text, following.text, words)
        ):
            self._add("caption", text, row)
            return
        if heading or (
            open_end and len(text) <= SUBHEAD and not is_bullet(text) and following is not None and self.paragraphs > 0
        ):
            self._add("subhead", text, row)
            return
        if (
            last
            and open_end
            and len(text) <= LONG
            and self.paragraphs > 1
            and not is_bullet(text)
            and not low(text).startswith(_TOLD)
        ):
            self._add("teaser", text, row)
            self.closing = self.layout.pieces[-1]
            return
        if self.paragraphs == 0 and is_numbered(text) and open_end and following is not None:
            self._add("subhead", text, row)
            return
        if self.headline and self.paragraphs == 0 and open_end and len(text) <= _DECK and following is not None:
            # A second heading, a topic, an author: no lead.
            self._add("byline" if is_name(text, words) else "subhead", text, row)
            return
        if self.paragraphs == 0 and open_end and len(text.split()) <= _FEW and following is not None:
            self._add("subhead", text, row)  # no lead is so short
            return
        self.paragraphs += 1
        self._add("paragraph", text, row)

    def _is_headline(self, text: str, heading: bool, open_end: bool, following: Row) -> bool:
        if len(text) > 300 or is_bullet(text) or (not heading and _FIRST_ITEM.match(text)):
            return False
        if heading or (shouted(text) and len(text.split()) > 3):
            return True
        if self.title is not None:
            return like(text, self.title) >= 0.7 and open_end
        if open_end and self.lines == 0 and len(text.split()) > 1 and clock(following.text)[0]:
            return True  # however short: "Thư chúc mừng", and below it when it was put up
        if not open_end or len(text.split()) < 4:
            return False
        if self.lines > 0:
            return not is_unmarked(text, self.words, False, False)
        return self._first(text, following) == "headline"

    def _first(self, text: str, following: Row) -> BlockKind:
        dated = clock(following.text)[0]
        # A text that begins with the archive's stamp has no frame: it was taken from the page without its headline.
        framed = not self.stamped and (len(self.layout.pieces) > 0 or dated)
        return first_line(text, self.report, self.words, self.stamped, framed, dated)

    def _credit_line(self, text: str, who: str, row: Row) -> None:
        """A credit on a line of its own belongs to the caption before it, or makes the line before it one."""
        pieces = self.layout.pieces
        previous = pieces[-1] if pieces else None
        drawn = low(text).lstrip(" -–(").startswith("đồ họa")  # no picture of somebody
        if previous is not None and drawn and leads_person(previous.text, self.words):
            pass
        elif previous is not None and previous.kind == "caption" and previous.credit is None:
            previous.credit = who or None
        elif previous is not None and previous.kind == "subhead" and is_byline(previous.text, self.words, True):
            previous.kind = "byline"  # "Thu Mẫu / Ảnh: Văn Dụ" below the article
        elif previous is not None and previous.kind in ("subhead", "paragraph") and self._could_be_caption(previous):
            if previous.kind == "paragraph":
                self.paragraphs -= 1
            previous.kind, previous.credit = "caption", who or None
        self._add("credit", text, row)

    def _could_be_caption(self, piece: Piece) -> bool:
        text = piece.text
        if piece.kind == "subhead":
            return not is_numbered(text)
        if len(text) > SHORT_LIMIT:
            return False
        if self.paragraphs <= 1:
            # Before the lead stands a picture only below a headline, and only one that is seen to be one.
            return self.headline != "" and ends(text) and is_credited(text, self.words)
        if ends(text) and _BODILY.search(low(text)) is not None:
            return False  # "…, Bí thư Tỉnh ủy, đến dự.": told in the text, not below a picture
        if text.rstrip(" .").count(". ") > 0:
            return False
        return (
            not ends(text) or is_unmarked(text.rstrip(" ."), self.words, False) or is_credited(text, self.words, True)
        )

    def _posted(self, day: dt.date | None) -> None:
        """Takes a stamp's day. Above the headline may stand the day on which the page was opened, which is later."""
        if day is None or self.paragraphs > 1:
            return
        published = self.layout.published
        if published is None or (self.opened and day < published and self.paragraphs == 0):
            self.layout.published = day
            self.opened = self.headline == ""

    def _add(self, kind: str, text: str, row: Row, credit: str | None = None) -> None:
        if kind not in ("boilerplate",):
            self.lines += 1
        self.layout.pieces.append(Piece(kind, text, row.number, credit))  # type: ignore[arg-type]

    def settle(self) -> None:
        """Second looks that need the whole: headings without a body, a credit line that no caption took."""
        pieces = self.layout.pieces
        if not self.own:
            settle_credits(pieces, self.words)
        for _ in range(0 if self.own else 3):  # what one round finds is evidence in the next
            shown = list(Neighbourhood(pieces, self.words).captions())
            for k in shown:
                pieces[k].kind = "caption"
            if not shown:
                break
        settle_headings(pieces, self.words)
        _settle_adverts(pieces, self.words)
        body = [k for k, p in enumerate(pieces) if p.kind in ("paragraph",)]
        if not body:
            for piece in pieces:  # a brief of one sentence that tells who is seen
                if piece.kind == "caption" and piece.credit is None and ends(piece.text) and piece.text[:1].isalnum():
                    piece.kind = "paragraph"
                    break
            return
        last = body[-1]
        for k in range(last + 3, len(pieces) - 1):
            around = [pieces[j].kind for j in (k - 2, k - 1, k + 1)]
            if pieces[k].kind in ("subhead", "teaser") and around == ["caption"] * 3:
                pieces[k].kind = "caption"  # between the captions of the pictures that close the article
        for k in range(last + 1, len(pieces)):
            if pieces[k].kind == "subhead":
                pieces[k].kind = "byline" if _signs(pieces, k, self.words) else "teaser"
        if self.closing is not None and not self.own and closes_with_picture(pieces, self.closing, self.words):
            self.closing.kind = "caption"


def _signs(pieces: Sequence[Piece], k: int, words: Words) -> bool:
    """Whether a line behind the last paragraph is the author's name, or the desk below that name."""
    if is_name(pieces[k].text, words):
        return True
    return pieces[k - 1].kind == "byline" and words.desks.match(low(pieces[k].text)) is not None


def _settle_adverts(pieces: Sequence[Piece], words: Words) -> None:
    """An advertisement inside the article: what it says (often twice), "Ad", and whose it is."""
    for k, piece in enumerate(pieces):
        if len(piece.text) > _ADVERT or compare_key(piece.text).strip(" .|:") not in words.adverts:
            continue
        piece.kind = "boilerplate"
        for near in (k - 1, k + 1):
            if 0 < near < len(pieces) and pieces[near].kind in ("caption", "subhead") and not ends(pieces[near].text):
                pieces[near].kind, pieces[near].credit = "boilerplate", None


_ADVERT = 20  # characters of "Nội dung tài trợ"


def _glued(text: str) -> list[str]:
    """The sections of a breadcrumb that was copied without its marks: "Thời sựChính trị" -> "thời sự", "chính trị"."""
    cuts = [i for i in range(1, len(text)) if text[i].isupper() and text[i - 1].islower()]
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return [compare_key(part).strip(" .|:-") for part in parts]


_DAY_OPENS = re.compile(r"\W*(?:ngày|sáng|chiều|tối|trưa|hôm|vừa qua|mới đây|tại(?! sao)|theo)(?!\w)")


def _heads(row: Row, following: Row) -> bool:
    """Whether a first line that is closed by a mark is the headline still.

    "Phường Thử họp giao ban." above the page's date; "Tháng hành động 2025:" above its second half.
    """
    text = row.text.rstrip()
    if len(text) > SUBHEAD + 20 or not one_sentence(text) or _DAY_OPENS.match(low(text)):
        return False
    if text.rstrip("\"'”’ ").endswith(("!", "?", "…", "...")):
        return len(following.text) >= _REPORT or clock(following.text)[0]  # no report begins with a question
    if text.endswith("."):
        return clock(following.text)[0]
    return (
        text.endswith(":")
        and following.number == row.number + 1
        and len(following.text) <= LONG
        and not ends(following.text)
        and not is_bullet(following.text)
        and not is_numbered(following.text)
    )


_FIRST_ITEM = re.compile(r"(?:1|I|a)[.)]\s")


def _letters(text: str) -> str:
    """The letters and digits of a line, to tell whether two say the same in other marks."""
    return "".join(c for c in compare_key(text) if c.isalnum())


_BODILY = re.compile(r"(?:(?<!\w)(?:dự|chủ trì)(?: (?!\w*biểu)\w+){0,3}|(?<!\w)dự và .{3,60})\.$")
_SIGNATURE = pattern(r"[.!?…”\"](?:\s*/\.)?\s+(?=[(%U][^.!?…:“\"]{2,44}\.?$)")


def _signed(text: str, words: Words) -> int:
    """Where the author's name begins behind the last sentence ("… đề ra./. Thu Mẫu"); 0 where there is none."""
    at = max(0, len(text) - 60)
    for found in _SIGNATURE.finditer(text, at):
        tail = text[found.end() :].rstrip(".")
        if found.end() > 40 and len(tail.split()) <= 8 and is_byline(tail, words, True):
            return found.end()
    return 0


def _doubled(text: str, words: Words) -> int:
    """Where a caption is said once more ("Quang cảnh hội nghị. Quang cảnh hội nghị. Ảnh: A"); 0 where none is."""
    if not 32 <= len(text) <= 2 * captions.CAPTION_LIMIT:
        return 0
    at = text.find(text[:16], 16)
    if at <= 0 or text[at - 1] != " " or not text.startswith(text[:at].rstrip(" .-–"), at):
        return 0
    return at if captions.credit(text[at:], words) or is_unmarked(text[at:], words, False) else 0


def _repeated(text: str, following: str, words: Words) -> bool:
    """Whether the next line says the same again, perhaps with a credit: a picture's text and its caption."""
    one, two = compare_key(text).rstrip(" ."), compare_key(following)
    if not two.startswith(one):
        return False
    rest = two[len(one) :].strip(" .-(")
    return not rest or words.credit_start.match(rest) is not None


__all__ = ["Body", "Layout"]
