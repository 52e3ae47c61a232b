"""What stands behind the text of an article: its author, and the pictures whose texts were put last.

Many a page is saved with the pictures' texts behind the author's name, or with none of them where the picture stood
but all of them in the end. A sentence there is a picture's if it can be nothing else: it follows the signature, or the
text has said it once before, word by word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..model import BlockKind
from ..text import tone_normal
from .bylines import is_name
from .captions import credit
from .evidence import is_unmarked, is_verbless, one_sentence, points, signs
from .lines import Piece, Words, ends, leads_person, low, prefix
from .neighbourhood import word_pairs
from .opening import begins_report

_TAIL = 16  # pieces behind the text, at most
_SHORT = 320  # characters of a picture's text
_PICTURES = 9  # texts of pictures behind an author's name, at most
_TOLD = 3  # paragraphs that stand before a signature, at least
_TITLE = 5  # words: a line without a full stop that is as long is another article's title
_SHARED = 0.2  # of a text's word pairs that the article has, at least
_FEW = 9  # words: what so short a line says need not be said before
_REPEATED = 12  # characters of a sentence that counts when it is said again, at least
_REPEATED_MOST = 180  # … and at most: a paragraph that was pasted twice is longer

_SOURCE = re.compile(r"\s*\((?:theo|tổng hợp|t\s?/\s?h|th|dịch|ghi|ảnh|nguồn)[^()]{0,40}\)$", re.IGNORECASE)
# What else an outlet says below the author's name.
_NOTE = re.compile(
    r"\W*(?:bài viết|mời|độc giả|bạn đọc|quý (?:vị|độc giả|bạn)|xem|theo dõi|liên hệ|mọi (?:ý kiến|thông tin)|"
    r"(?:còn|đón) (?:nữa|xem|đọc)|hết|tin|báo|vui lòng|ý kiến|bình luận|thư từ|địa chỉ|email|điện thoại|nguồn|"
    r"tiêu đề|bài \d|kỳ \d|video|clip|đồ h(?:ọa|oạ)|ảnh)(?!\w)"
)
_NEAR_END = 8  # pieces
_BESIDE = 0.75  # of the paragraphs' usual length: the line is short beside them
_SEEN = 160  # characters of a sentence that shows somebody
_LEAST_SEEN = 1  # point of its form
_TELLING = frozenset(("tells", "quoted", "colon", "dated", "narrated", "pronoun", "told_before", "counted", "elected"))
# With these a sentence goes on with what was told before it.
_GOES_ON = re.compile(
    r"(?:chẳng hạn|hiện|hiện nay|hiện tại|hôm (?:nay|qua)|sáng|chiều|tối|ngày|tháng|năm|dịp|đến|do|vì|nên|vì vậy|"
    r"do đó|đó|đây|này|tuy|nhưng|còn|riêng|đối với|ngoài|cuối|đầu|sau|trước|việc|kết quả|như|nếu|khi|mỗi|"
    r"(?:dự án|buổi lễ|chương trình|hội nghị|đại hội|kỳ họp|buổi|cuộc|vụ việc|hội thảo|lễ|sự việc|công ty|"
    r"trường hợp|vấn đề|nội dung|đoàn|người|số|khu vực|nơi) (?:này|trên|ấy|đó|diễn ra|kết thúc|kéo dài|sẽ|có|được|"
    r"thành công|thu hút|đã))(?!\w)"
)
_TWICE: frozenset[BlockKind] = frozenset(("paragraph", "subhead", "teaser", "byline", "caption"))
_PLACES: frozenset[BlockKind] = frozenset(("paragraph", "subhead", "teaser"))
_FRAME: frozenset[BlockKind] = frozenset(("boilerplate", "credit", "caption"))


def settle_closing(pieces: Sequence[Piece], words: Words) -> None:
    """Sentences behind the author's name, or said a second time at the very end, that are pictures' texts."""
    first = len(pieces)
    while first > 0 and len(pieces) - first < _TAIL and _may_close(pieces[first - 1]):
        first -= 1
    signed = _signature(pieces, first, words)
    if signed is not None:
        _behind(pieces, signed, words)
    _twice(pieces, words)
    if signed is None:
        _repeated(pieces, first, words)
    shown = {p.text for p in pieces[first:] if p.kind == "caption" and ends(p.text)}
    for piece in pieces if shown else ():
        if piece.kind == "paragraph" and piece.text in shown:
            piece.kind = "caption"  # where the picture stands, its text was printed, too
    for piece, below in pairwise(pieces[first:]):
        if piece.kind == "caption" and piece.credit is None and below.kind == "credit":
            piece.credit = _photographer(piece, below, words)


def _photographer(piece: Piece, below: Piece, words: Words) -> str | None:
    """Whose picture it is by the line below, which was read before the picture's text was known as one."""
    if low(below.text).lstrip(" -–(").startswith("đồ họa") and leads_person(piece.text, words):
        return None  # nobody is drawn
    found = credit(below.text, words)
    return found[1] or None if found is not None else None


def _may_close(piece: Piece) -> bool:
    return len(piece.text) <= _SHORT and piece.kind not in ("headline", "lead")


def _signature(pieces: Sequence[Piece], first: int, words: Words) -> int | None:
    """Where the author's name stands behind the text: the first such line from ``first`` on."""
    told = sum(p.kind == "paragraph" and ends(p.text) for p in pieces[:first])
    for k in range(max(first, 1), len(pieces)):
        piece = pieces[k]
        if told >= _TOLD:
            if piece.kind == "byline":
                return k
            if piece.kind in _PLACES and k + 1 < len(pieces) and _signs(pieces, k, words):
                return k
        told += piece.kind == "paragraph" and ends(piece.text)
    return None


def _signs(pieces: Sequence[Piece], k: int, words: Words) -> bool:
    """Whether a line is a name and nobody's in the text: people whom an article presents are told of, too."""
    name = _SOURCE.sub("", pieces[k].text).strip()
    if not name or len(name) > 60 or name.endswith(("?", "!", ":", ",")) or not is_name(name.rstrip("."), words):
        return False
    if pieces[k - 1].kind not in ("paragraph", "caption", "credit", "boilerplate"):
        return False
    parts = [part for part in re.split(r"\s+[-–]\s+|\s*[,;&]\s*", name.rstrip(".")) if " " in part] or [name]
    return not any(part in other.text for j, other in enumerate(pieces) if j != k for part in parts)


def _behind(pieces: Sequence[Piece], signed: int, words: Words) -> None:
    rest = [k for k in range(signed + 1, len(pieces)) if pieces[k].kind not in _FRAME]
    shown: list[int] = []
    for k in rest:
        text = pieces[k].text
        if ends(text) or (len(rest) == 1 and is_unmarked(text, words, False)):
            shown.append(k)
        elif len(text.split()) >= _TITLE:
            break  # from here on stand titles of other articles
    if not shown or len(shown) > _PICTURES:
        return
    if any(begins_report(pieces[k].text, words) or prefix(pieces[k].text, words)[0] for k in shown):
        return  # what another article begins with
    said = set().union(*(word_pairs(p.text[:2000]) for p in pieces[:signed]))
    found = False
    for k in shown:
        text = pieces[k].text
        if pieces[k].kind not in _PLACES or _NOTE.match(low(text)):
            continue
        pairs = word_pairs(text)
        if len(text.split()) <= _FEW or len(pairs & said) >= _SHARED * len(pairs) or is_unmarked(text, words, False):
            pieces[k].kind = "caption"
            found = True
    if found:
        pieces[signed].kind = "byline"


def _repeated(pieces: Sequence[Piece], first: int, words: Words) -> None:
    """The last lines, as far as each is a sentence that the text has said before, or tells nothing but who is seen."""
    shown_below = False
    usual = _usual(pieces)
    for k in range(len(pieces) - 1, max(first, 1) - 1, -1):
        piece = pieces[k]
        if piece.kind in _FRAME or piece.kind == "byline" or (piece.kind == "teaser" and not ends(piece.text)):
            shown_below = shown_below or piece.kind == "caption"
            continue
        if piece.kind not in _PLACES or not ends(piece.text) or not one_sentence(piece.text):
            return
        told = sum(p.kind == "paragraph" for p in pieces[:k])
        above = _below_another(pieces, k)
        shown = told >= _TOLD and is_verbless(piece.text, words) and _GOES_ON.match(low(piece.text)) is None
        pictured = above or pieces[k - 1].kind == "credit"
        if told >= _TOLD and not shown and (pictured or shown_below or len(piece.text) <= _BESIDE * usual):
            shown = _is_seen(piece.text, words, shown_below, pictured) or (above and not _tells(piece.text, words))
        if begins_report(piece.text, words) or not (shown or _said(piece.text, pieces[:k])):
            return
        piece.kind = "caption"
        shown_below = True


def _twice(pieces: Sequence[Piece], words: Words) -> None:
    """A line that is printed twice word by word, the second time near the end: where its picture stood, and there."""
    first: dict[str, int] = {}
    for k, piece in enumerate(pieces):
        text = piece.text
        if piece.kind not in _TWICE or not text.endswith(".") or not _REPEATED <= len(text) <= _REPEATED_MOST:
            continue
        if text[:1] in '“"' or words.narrates.match(low(text[:60])):
            continue
        if not one_sentence(text):
            continue
        before = first.setdefault(text, k)
        near_end = k >= len(pieces) - _NEAR_END
        if before >= k - 1 or not near_end or _pasted(pieces, before, k):
            continue
        if any(
            p.kind == "paragraph" for p in pieces[:before]
        ):  # above the lead it is an author's name, who signs twice
            piece.kind = pieces[before].kind = "caption"


def _pasted(pieces: Sequence[Piece], one: int, two: int) -> bool:
    """Whether what stands before or behind a line is repeated with it: a part of the article that was copied twice."""
    after = two + 1 < len(pieces) and pieces[one + 1].text == pieces[two + 1].text
    return after or pieces[one - 1].text == pieces[two - 1].text


def _tells(text: str, words: Words) -> bool:
    """Whether a sentence has words of somebody who tells, or carries on what was told before it."""
    plain = low(text).rstrip(" .")
    if len(text) > _SEEN or ":" in text or "“" in text or '"' in text or _GOES_ON.match(plain) is not None:
        return True
    told = words.no_tells.sub(" ", plain)
    return bool(
        words.asserts.search(told) or words.tells.search(plain) or words.narrates.match(plain) or _NOTE.match(plain)
    )


def _usual(pieces: Sequence[Piece]) -> int:
    """The usual length of the article's paragraphs."""
    lengths = sorted(len(p.text) for p in pieces if p.kind == "paragraph")
    return lengths[len(lengths) // 2] if lengths else 0


def _is_seen(text: str, words: Words, below: bool, above: bool) -> bool:
    """Whether a last sentence shows somebody or something. ``below``, ``above``: a picture's text stands there."""
    found = signs(text, words, False)
    if "position" in found and not found & {"tells", "quoted", "pronoun"}:
        return True
    sure = {"person", "object", "portrait"} & found and not {"arrives", "appointed"} & found
    if not (below or above) and {"placed", "placed_full"} & found:
        return False  # "Đồng chí … phát biểu tại hội nghị.": with that reports close, too
    sure = bool(sure) and (below or bool({"deed", "seen", "pose", "portrait"} & found))
    return sure and not found & _TELLING and points(found, words) >= _LEAST_SEEN and not _tells(text, words)


def _below_another(pieces: Sequence[Piece], k: int) -> bool:
    """Whether right before a line stands a picture's text which is a sentence itself and has no photographer."""
    before = pieces[k - 1]
    return before.kind == "caption" and before.credit is None and ends(before.text)


def _said(text: str, before: Sequence[Piece]) -> bool:
    """Whether one of these has a text as one of its sentences, or a picture's text with more behind it."""
    sentence = tone_normal(text).rstrip(" .")
    if (
        not _REPEATED <= len(sentence) <= _REPEATED_MOST
        or sentence.endswith((":", ";", ","))
        or "“" in sentence
        or '"' in sentence[:1]
    ):
        return False
    for piece in before:
        if piece.kind not in ("paragraph", "lead", "caption"):
            continue
        plain = tone_normal(piece.text)
        at = plain.find(sentence)
        if at < 0 or (at > 0 and plain[:at].rstrip()[-1:] not in ".!?…”\"'"):
            continue
        if plain[at + len(sentence) :].lstrip()[:1] in (".", "", "-", "–", "("):
            return True
    return False
