"""Where an article ends among the lines of a page, and the boxes inside it that lead to other articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import compare_key
from . import captions
from .bylines import is_byline
from .evidence import FULL_NAME, is_unmarked
from .lines import Words, clock, ends, low

LONG = 160  # characters: a paragraph, not a heading
SUBHEAD = 200
BODY = 90  # a sentence of this length shows that the article goes on
_ITEM_MARKS = "+-*•– "  # before an item of a list


@dataclass(slots=True)
class Row:
    """A line of the page."""

    number: int
    text: str
    heading: bool  # marked as one by Markdown
    rest: bool = False  # of a line whose beginning was something else


def ending(rows: Sequence[Row], words: Words) -> tuple[int, set[int]]:
    """(index of the first line that is no longer the article, lines before it that lead to other articles)."""
    n = len(rows)
    long_after = [0] * (n + 1)
    for k in range(n - 1, -1, -1):
        long_after[k] = long_after[k + 1] + (1 if len(rows[k].text) >= BODY and ends(rows[k].text) else 0)
    seen_long = False
    inside: set[int] = set()
    k = 0
    while k < n:
        text = rows[k].text
        key = compare_key(text).strip(" .:|»>-•+*")
        if key in words.teasers and (seen_long or k > 2):
            near = _byline_near(rows, k, words)
            if not near and k + 1 < n and len(rows[k + 1].text) >= LONG and ends(rows[k + 1].text):
                inside.add(k)  # the list that stood here was not copied
                k += 1
                continue
            boxed = not near and (
                long_after[k + 1] >= 3
                or (len(inside) <= _BOXES and (_goes_on_behind(rows, k) or _signed_behind(rows, k, words)))
            )
            if boxed:
                # A box inside the article: the short lines behind the marker.
                inside.add(k)
                k += 1
                while k < n and len(rows[k].text) < LONG and not ends(rows[k].text):
                    inside.add(k)
                    k += 1
                continue
            return k, inside
        if (
            low(text[:40].lstrip(_ITEM_MARKS)).startswith(words.teaser_starts)
            and k > 1
            and not captions.filmed(text, words)
            and not (len(text) >= _TOLD and text.rstrip().endswith((".", "…")) and text[0].isalpha())
        ):
            inside.add(k)
        elif k > 0 and is_byline(text, words, False) and seen_long and _ended(rows, k, words, long_after):
            return k, inside
        if seen_long and k > 1 and _item(rows, k) and (_item(rows, k + 2) or _item(rows, k - 2)):
            return k, inside  # titles of other articles, each with its date
        seen_long = seen_long or (len(text) >= LONG and ends(text)) or (k > 0 and len(text) >= 80 and ends(text))
        k += 1
    # A bare name in ordinary capitals is a byline only where nothing but short lines follows.
    k = n - 1
    while k > 0 and len(rows[k].text) < LONG and not ends(rows[k].text):
        k -= 1
    for at in range(k + 1, n):
        if at > 0 and is_byline(rows[at].text, words, True) and not captions.is_credit_line(rows[at].text, words):
            if is_unmarked(rows[at].text, words, False):
                continue
            before = rows[at - 1].text
            if not ends(before) and len(before) < LONG and is_unmarked(before, words, False) and at + 1 < n:
                continue
            return at, inside
    return n, inside


_TOLD = 110  # characters of a sentence that goes on with the report: "Trở lại Mẫu Khê đầu mùa gặt, …"
_BOX = 12  # lines of a box inside an article
_BOXES = 40  # beyond so many lines in boxes only the length of what follows is asked


_GOES_ON = re.compile(
    r"(?:phát biểu|báo cáo|kết luận|thay mặt|kết thúc|bế mạc) \w|"
    r"(?:cũng )?tại (?:hội nghị|buổi|lễ|cuộc|phiên|đại hội|kỳ họp|chương trình|đây)(?!\w)|"
    r"(?:cũng|theo đó|đồng thời|dịp này|trước đó|tiếp đó|sau đó|bên cạnh|ngoài ra|cùng dự|"
    r"tham dự|cùng ngày|về phía)(?!\w)"
)


def _goes_on_behind(rows: Sequence[Row], k: int) -> bool:
    """Whether the first long paragraph behind a marker begins inside a report: "Kết luận buổi làm việc, …"."""
    for row in rows[k + 1 : k + _BOX]:
        if len(row.text) >= BODY and ends(row.text):
            return _GOES_ON.match(low(row.text[:60])) is not None
    return False


def _signed_behind(rows: Sequence[Row], k: int, words: Words) -> bool:
    """Whether the article goes on behind a box: somebody named before is named again, and then the author signs."""
    before = {n for row in rows[max(0, k - 40) : k] for n in FULL_NAME.findall(row.text[:600])}
    again = False
    for row in rows[k + 1 : k + 40]:
        if compare_key(row.text).strip(" .:|»>-•+*") in words.teasers:
            return False
        if again and is_byline(row.text, words, True):
            return True
        if len(row.text) >= BODY and ends(row.text):
            again = again or any(n in row.text for n in before)
    return False


def _item(rows: Sequence[Row], k: int) -> bool:
    """Whether a heading stands at line k and the day it was put up on the next."""
    return (
        0 <= k < len(rows) - 1 and len(rows[k].text) <= SUBHEAD and not ends(rows[k].text) and _posted(rows[k + 1].text)
    )


def _posted(text: str) -> bool:
    return clock(text)[0] and low(text).startswith(("ngày đăng", "đăng ngày", "cập nhật", "ngày cập nhật"))


def _byline_near(rows: Sequence[Row], k: int, words: Words) -> bool:
    return any(is_byline(rows[j].text, words, False) for j in range(max(0, k - 2), k))


def _ended(rows: Sequence[Row], k: int, words: Words, long_after: Sequence[int]) -> bool:
    """Whether the article is over after a byline at line k."""
    if long_after[k + 1] == 0:
        return True
    for row in rows[k + 1 :]:
        if compare_key(row.text).strip(" .:|»>-•+*") in words.teasers or low(
            row.text[:40].lstrip(_ITEM_MARKS)
        ).startswith(words.teaser_starts):
            return True
        if len(row.text) >= BODY and ends(row.text):
            break
    return long_after[k + 1] <= 1 and k >= 4 and 2 * k >= len(rows)
