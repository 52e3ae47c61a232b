"""Whether the rest of the article shows that a line stands below a picture: signs beside those of evidence.py.

retold          the next or last paragraph tells what the same person says
spoke_elsewhere another paragraph does
office_again    the person is introduced with an office somewhere else too
words_again     the paragraph beside it says it in the same words
after_lead      people without names, or somebody who hands something over, right after the lead
among_long      much shorter than the article's other paragraphs; between_long: and between two of those, in a report of
                several: the last sentence of an article may well be told
brief           all paragraphs are short
styled          the article has such captions for certain; styled_credit: but theirs have a photographer
heads_nothing   no paragraph follows for which the line could be the heading
event_name      nothing but the name of the meeting, as the text has it
explained       a second sentence only says who is seen: "… Anh là …"; counts where the article has such captions
gallery         stands below "Một số hình ảnh tại hội nghị:"
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from .evidence import FULL_NAME, LIMIT, may_be_caption, one_sentence, points, signs
from .lines import Piece, Words, ends, low

_SHORT_PARAGRAPH = 100  # half the paragraphs of a brief are no longer than this
_SHORT = 0.65  # of their usual length: the line is short beside the paragraphs
_REPORT = 4  # paragraphs of a report, not of a brief
_LEAST = 0  # a line with fewer points by its form is no caption whatever stands beside it
_MANY = 60  # so many lines that could be captions are a list: no neighbourhood is asked, which keeps time linear
_SAID = re.compile(
    r"phát biểu|kết luận|nhấn mạnh|đề nghị|yêu cầu|cho biết|khẳng định|biểu dương|ghi nhận|đánh giá|lưu ý|chúc mừng|"
    r"tiếp thu|trình bày|báo cáo|giao nhiệm vụ|cho rằng|hứa|chỉ rõ|phân tích|kêu gọi|bày tỏ"
)
_ATTENDING = ("cùng dự", "dự ", "tham dự", "đến dự", "tới dự", "về phía", "về dự")
_WORD = re.compile(r"\w+")


class Neighbourhood:
    """The pieces of an article as evidence for those that may be captions."""

    def __init__(self, pieces: Sequence[Piece], words: Words) -> None:
        self._pieces = pieces
        self._words = words
        self._forms: dict[int, frozenset[str]] = {}  # what may be a caption, by its index, with the signs of its form
        for k, piece in enumerate(pieces):
            if piece.kind not in ("paragraph", "subhead"):
                continue
            text = _explained(piece.text) or piece.text
            if may_be_caption(text):
                found = signs(text, words, False)
                if len(text) < len(piece.text):
                    found |= {"explained"}
                if points(found, words) >= _LEAST:
                    self._forms[k] = found

    def captions(self) -> Iterator[int]:
        """Indices of the paragraphs and subheads that are captions. Ask again after changing them: captions of one
        article are alike, so that a sure one is evidence for others."""
        if not self._forms or len(self._forms) > _MANY:
            return
        told = [k for k, p in enumerate(self._pieces) if p.kind == "paragraph"]
        usual = self._usual(told)
        many = sum(k not in self._forms for k in told) >= _REPORT
        for k, form in self._forms.items():
            if self._pieces[k].kind not in ("paragraph", "subhead") or told[:1] == [k]:
                continue
            found = {*form, *self._beside(k, form, told)}
            if "explained" in form and "styled" not in found:
                continue
            if usual <= _SHORT_PARAGRAPH:
                found.add("brief")
            elif len(self._pieces[k].text) <= _SHORT * usual:
                found.add("among_long")
                if many and all(len(self._paragraph(k, step)) >= usual * _SHORT for step in (-1, 1)):
                    found.add("between_long")
            if points(found, self._words) >= self._words.enough:
                yield k

    def _usual(self, told: Sequence[int]) -> int:
        """The usual length of the article's paragraphs; 0 where there are too few."""
        lengths = sorted(len(self._pieces[k].text) for k in told if k not in self._forms)
        return lengths[len(lengths) // 2] if len(lengths) >= 2 else 0

    def _beside(self, k: int, form: frozenset[str], told: Sequence[int]) -> set[str]:
        pieces, text = self._pieces, self._pieces[k].text
        found: set[str] = set()
        closed = "ending" not in form
        sure = [p for p in pieces if p.kind == "caption" and ends(p.text) == closed]
        if any(p.credit is None for p in sure):
            if closed or "person" in form:  # a heading may well begin with "Cán bộ"
                found.add("styled")
        elif sure:
            found.add("styled_credit")
        j = k - 1
        while j >= 0 and pieces[j].kind in ("boilerplate", "caption", "credit"):
            if self._words.gallery.match(low(pieces[j].text)):
                found.add("gallery")
            j -= 1
        if told and j == told[0] and {"group", "gift", "pose"} & form:
            found.add("after_lead")
        if not closed:
            if "nobody" in form:
                pass
            elif k + 1 >= len(pieces) or pieces[k + 1].kind not in ("paragraph", "subhead", "boilerplate", "teaser"):
                found.add("heads_nothing")
            lead = low(pieces[told[0]].text) if told else ""
            plain = low(text)
            if self._words.events.match(plain) and plain in lead:
                found.add("event_name")
            return found
        behind, before = self._paragraph(k, 1), self._paragraph(k, -1)
        names = FULL_NAME.findall(text)
        for near in (behind, before) if names else ():
            start = near[:300]
            told_of = any(n in start for n in names) and len(near) > len(text) and _SAID.search(low(start))
            if told_of and not low(near).startswith(_ATTENDING):
                found.add("retold")
        for name in names:
            for other in told:
                if other == k or other in self._forms:
                    continue
                at = pieces[other].text.find(name)
                if at < 0:
                    continue
                rest = pieces[other].text[at + len(name) : at + len(name) + 200]
                if rest.lstrip().startswith((",", "-", "–", "(")) and self._with_office(text, name):
                    found.add("office_again")
                if _SAID.search(low(rest)) and not low(pieces[other].text).startswith(_ATTENDING):
                    found.add("spoke_elsewhere")
        if _shared(text, behind) or _shared(text, before):
            found.add("words_again")
        return found

    @staticmethod
    def _with_office(text: str, name: str) -> bool:
        """Whether a line gives an office to a name: behind it, or more than an honorific before it."""
        before, _, behind = text.partition(name)
        return behind.lstrip().startswith((",", "-", "–")) or len(before.split()) >= 3

    def _paragraph(self, k: int, step: int) -> str:
        """The next paragraph before or behind a piece."""
        j = k + step
        while 0 <= j < len(self._pieces) and (
            self._pieces[j].kind in ("caption", "credit", "boilerplate", "subhead") or j in self._forms
        ):
            j += step
        return self._pieces[j].text if 0 <= j < len(self._pieces) and self._pieces[j].kind == "paragraph" else ""


def closes_with_picture(pieces: Sequence[Piece], last: Piece, words: Words) -> bool:
    """Whether the last line, without a full stop, is a picture's and not the title of the next article.

    The article has such captions for certain, the line tells who is seen doing what, and in the article's own words.
    """
    sure = [p for p in pieces if p.kind == "caption" and p.credit is None and not ends(p.text)]
    form = signs(last.text, words, False)
    if len(sure) < 2 or not may_be_caption(last.text) or "deed" not in form or not {"group", "person"} & form:
        return False
    wanted = word_pairs(last.text)
    told: set[tuple[str, str]] = set()
    for piece in pieces:
        if piece.kind in ("headline", "lead", "paragraph", "caption"):
            told |= wanted & word_pairs(piece.text[:2000])
    return len(wanted) >= 5 and len(told) >= 0.36 * len(wanted)


def word_pairs(text: str) -> set[tuple[str, str]]:
    """Every two words of a text that stand side by side."""
    parts = _WORD.findall(low(text))
    return set(itertools.pairwise(parts))


def _explained(text: str) -> str:
    """The first of two sentences where the second only says who or what is seen; "" for other texts."""
    found = _WHO.search(text) if len(text) <= LIMIT else None
    return text[: found.start() + 1] if found is not None and one_sentence(text[found.end() :]) else ""


_WHO = re.compile(r"\.\s+(?:Anh|Chị|Ông|Bà|Em|Họ|Đây|Cô|Cụ) (?:(?:cũng|hiện|từng|đang) )?(?:là|được|nguyên là) ")


def _shared(text: str, other: str) -> bool:
    """Whether a paragraph repeats a good part of a line's word pairs."""
    wanted = word_pairs(text)
    return len(wanted) >= 5 and len(wanted & word_pairs(other[:2000])) >= 0.36 * len(wanted)


__all__ = ["Neighbourhood", "closes_with_picture", "word_pairs"]
