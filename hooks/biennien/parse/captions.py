"""Marks of captions: a credit behind ("… Ảnh: VIỆT MẪU"), a label or a repeated title before ("<title> ảnh 3 …")."""

from __future__ import annotations

import re

from ..text import compare_key, tone_normal
from .evidence import SHORT_LIMIT, is_unmarked
from .lines import Words, like, low, pattern

_MARKS = ("Ảnh", "ảnh", "ẢNH", "Video", "VIDEO", "Clip", "CLIP")  # no credit at a line's end is without one of them
_REACH = 130  # characters from the line's end in which they stand
_ALONE = 40  # characters of a credit alone on its line
CAPTION_LIMIT = 420  # a marked caption is no longer than this

# "… ảnh 3 Quang cảnh", "… - 3 Quang cảnh", but not "từ 3 - 25 triệu".
_COUNT = re.compile(r"\s+(?:-\s*)?[Ảả]nh\s+\d{1,2}\s*[.:]?(?=\s|$)|(?<!\d)\s+-\s+\d{1,2}\.?(?=\s+[^\s\da-zà-ỹđ]|\s*$)")
_PLAIN_CREDIT = pattern(
    r"[\s.(\[–-]+(?P<credit>(?:Ảnh|ẢNH)\s+(?!minh họa|chụp|hưởng)"
    r"(?P<who>[%U][\w.]*(?:[ \-/][%U][\w.]*){0,4}))\s*[)\].]*$"
)
_GIVEN_CREDIT = pattern(
    r"(?:^|[\s.(\[–-])(?P<credit>(?:Ảnh|ẢNH) (?:do|của|từ) (?P<who>[%U][^.()]{1,50}?)(?: cung cấp)?)[)\].\s]*$"
)
_SHOUTED_RUN = pattern(r"[%U.]{2,}(?:[ \-–,&]+[%U.]{2,}){0,7}(?=\s+[%U\"“(][^\W\dA-ZĐ]*\s)")
_LABEL = re.compile(
    r"\(?(?:(?:Ảnh|ẢNH|Hình|HÌNH)(?: số)?\s+\d{1,2}\s*[:.\-–]|(?:Ảnh|ẢNH|Hình ảnh|Chú thích ảnh)\s?:)\s*(?=\S)"
)
# Said of a picture in place of a photographer's name: "… phát biểu. Ảnh cắt từ clip".
_NAMELESS = re.compile(
    r"(?:^|[.…)\](\[–-])\s*(?P<credit>ảnh (?:minh họa|minh hoạ|tư liệu(?: [\w.]{2,12}){0,2}|"
    r"(?:chụp )?trên mạng xã hội|từ mạng xã hội|internet|"
    r"chụp màn hình(?: [\w ]{0,30})?|chụp (?:ngày|sáng|chiều|tối|trưa|tháng|năm|hôm|lúc|vào) [\w/. -]{1,24}|"
    r"(?!do |của |từ )(?:[^\W\d]+ ){1,5}cung cấp|"
    r"(?:cắt|chụp|trích) từ (?:clip|video|màn hình|băng hình|camera)(?: [\w ]{0,30})?))\s*[)\].]*$",
    re.IGNORECASE,
)
# "… - Ảnh - VĂN DỤ", "…: Ảnh - VĂN DỤ", "… - Video: VĂN DỤ": other marks than "Ảnh:", before a name at the line's end.
_DASHED_CREDIT = pattern(
    r"\s*[-–—:.]\s*(?P<credit>(?:(?:[Ảả]nh|ẢNH)\s?[-–—;]|(?:Video|VIDEO|Clip|CLIP)\s?:)\s?"
    r"(?P<who>[%U][\w.]*(?:[ \-/]{1,3}[%U][\w.]*){0,4}))\s*[)\].]*$"
)
# Nothing but a photographer: "Ảnh VĂN DỤ", "- Ảnh - Văn Dụ.", "Ảnh; Văn Dụ".
_CREDIT_LINE = pattern(
    r"\W{0,3}(?:[Ảả]nh|ẢNH)(?: (?:minh h(?:ọa|oạ)|tư liệu|chụp màn hình))?(?:\s?[-–—;:]\s?|\s)"
    r"(?P<who>[%U][\w.]*(?:[ \-/]{1,3}[%U][\w.]*){0,4})[\s).\]]*"
)
_RUN = pattern(r"[%U][\w.]*(?:[ \-–,&/]+[%U][\w.]*){0,5}")


def label(text: str, words: Words) -> int:
    """Length of a label before a caption; 0 where a credit or nothing is.

    "Ảnh 2: …", "Ảnh: Quang cảnh hội nghị", "• Quang cảnh hội nghị".
    """
    found = _LABEL.match(text)
    if found is None and text.startswith("• ") and not text.rstrip().endswith((".", ";", ":", ",")):
        return 2 if is_unmarked(text[2:], words, False) else 0
    if found is None or len(text) - found.end() > SHORT_LIMIT or len(text[found.end() :].split()) < 3:
        return 0
    numbered = any(c.isdigit() for c in found.group())
    rest = text[found.end() :]
    return found.end() if numbered or is_unmarked(rest.rstrip(" .)"), words, False) else 0


_FILMED = re.compile(r"\W*(?:Video|VIDEO|Clip|CLIP)(?: clip)?\s?[:|-]\s*(?=\S)")


def filmed(text: str, words: Words) -> int:
    """Length of the mark before what a film shows ("Video: Đồng chí A phát biểu tại hội nghị"); 0 for its title."""
    found = _FILMED.match(text)
    if found is None or len(text) - found.end() > SHORT_LIMIT:
        return 0
    return found.end() if is_unmarked(text[found.end() :].rstrip(" ."), words, False) else 0


def credit(text: str, words: Words) -> tuple[int, str, int] | None:
    """(where the credit begins, photographer as printed, where it ends) of a line that ends with a photo credit.

    The end is smaller than the line's length where a paragraph goes on behind a credit in capitals.
    """
    last = None
    for found in words.credit.finditer(text, 0, min(len(text), 4000)) if ":" in text else ():
        before = low(text[max(0, found.start() - 12) : found.start()])
        if before.endswith(("trong ", "hình ", "bức ", "tấm ", "chùm ", "một số ", "những ", "các ")):
            continue
        if before.rstrip().endswith(("bài,", "tin,", "bài -", "tin -", "bài và", "tin và", "bài", "tin", "clip,")):
            return None
        if found.group("word")[0].islower() and found.start() == 0 and len(text) > _ALONE:
            continue  # "ảnh: cánh đồng … - Ảnh: VĂN DỤ": what is left of "Trong ảnh: …"
        if found.group("word")[0].islower() and found.start() > 0 and text[found.start() - 1] not in " (.[":
            continue
        if (
            low(found.group("word")) in ("nguồn", "clip", "hình", "photo")
            and found.start() > 0
            and text[found.start() - 1] == " "
            and (text[: found.start()].rstrip()[-1:] not in ".!?)(…")
        ):
            continue
        last = found
        break
    if last is None:
        tail = text[-_REACH:]
        if not any(mark in tail for mark in _MARKS):
            return None
        nameless = _NAMELESS.search(text) if len(text) <= CAPTION_LIMIT else None
        if nameless is not None:
            return _opening(text, nameless.start("credit")), "", len(text)
        given = _GIVEN_CREDIT.search(text) if len(text) <= CAPTION_LIMIT else None
        if given is not None:
            return given.start("credit"), given.group("who"), len(text)
        alone = _CREDIT_LINE.fullmatch(text) if len(text) <= 120 else None
        if alone is not None:
            return 0, alone.group("who").rstrip("."), len(text)
        dashed = _DASHED_CREDIT.search(text) if len(text) <= CAPTION_LIMIT else None
        if dashed is not None and dashed.start() > 0:
            return dashed.start("credit"), dashed.group("who").rstrip("."), len(text)
        if len(text) <= CAPTION_LIMIT:
            plain = _PLAIN_CREDIT.search(" " + text)
            if plain is not None and (len(text) < 200 or plain.group("who").isupper()):
                return plain.start("credit") - 1, plain.group("who"), len(text)
        return None
    who = text[last.end() :]
    if len(who.strip(" .()[]*_")) <= 70:
        name = who.strip(" .()[]*_")
        return (_opening(text, last.start()), name, len(text)) if name and not _goes_on(who, words) else None
    run = _SHOUTED_RUN.match(who)
    if run is not None and len(who) - run.end() >= 40:
        return _opening(text, last.start()), run.group().strip(" .-–,"), last.end() + run.end()
    # "… Ảnh: Thu Mẫu Ông Trần Ví Dụ nói …": the name ends where a sentence begins.
    run = _RUN.match(who)
    begun = words.openings.search(tone_normal(who[: run.end() + 1]), 1) if run is not None else None
    if begun is not None and len(who) - begun.start() >= 40 and who[: begun.start()].strip(" .-–,"):
        return _opening(text, last.start()), who[: begun.start()].strip(" .-–,"), last.end() + begun.start()
    return None


_LED = pattern(
    r"(?:\((?:Ảnh|ẢNH|Nguồn|Nguồn ảnh)\s?:\s?(?P<who>[^()]{2,40})\)|"
    r"(?:Ảnh|ẢNH)\s?:?\s(?P<bare>[%U][\w/]*(?:[ \-/&]{1,3}[%U][\w/]*){0,3})(?=\.))\.?\s+(?=[%U“\"])"
)
_LEAST_LED = 4  # words of the text behind a credit


def led(text: str) -> tuple[int, str] | None:
    """(length, photographer) of the credit of the picture above, with which a line of the text begins."""
    found = _LED.match(text)
    if found is None or len(text[found.end() :].split()) < _LEAST_LED:
        return None
    return found.end(), (found.group("who") or found.group("bare")).strip()


def _goes_on(who: str, words: Words) -> bool:
    """Whether what stands behind "Ảnh:" is a whole sentence, as no name is."""
    return len(who) > 40 and who.rstrip().endswith(".") and len(who.split()) > 8


def _opening(text: str, at: int) -> int:
    """Where the bracket before a credit opens."""
    while at > 0 and text[at - 1] in "([":
        at -= 1
    return at


def repeated_title(text: str, titles: list[str]) -> int:
    """Length of a title and its number before a caption ("<title> ảnh 3 "); 0 when there is none."""
    if not _may_count(text):
        return 0
    for found in _COUNT.finditer(text, 0, min(len(text), 400)):
        head = text[: found.start()]
        if len(head) < 12:
            continue
        if found.end() == len(text) and "ảnh" in low(found.group()):
            return found.end()
        if any(like(head, title) >= 0.75 and len(head) >= 0.4 * len(title) for title in titles):
            return found.end()
    return 0


def _may_count(text: str) -> bool:
    """Whether what _COUNT looks for can be in a line: asked first because it is quick."""
    return " -" in text or "ảnh" in text or "Ảnh" in text


def counted(text: str) -> str | None:
    """What stands before the first "ảnh 3" of a line: perhaps a title."""
    found = _COUNT.search(text, 0, min(len(text), 400)) if _may_count(text) else None
    return text[: found.start()].strip() if found is not None and found.start() >= 20 else None


def is_credit_line(text: str, words: Words) -> bool:
    """Whether a line is a photo credit and nothing else."""
    if len(text) > 120 or compare_key(text) == "":
        return False
    return words.credit_start.match(text) is not None or _CREDIT_LINE.fullmatch(text) is not None
