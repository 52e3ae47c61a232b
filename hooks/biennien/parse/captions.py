"""Captions: a credit at the end ("… Ảnh: VIỆT MẪU"), a repeated title before ("<title> ảnh 3 …"), or their form."""

from __future__ import annotations

import re

from ..text import compare_key
from .lines import Words, ends, is_bullet, leads_person, like, low, shouted

CAPTION_LIMIT = 420  # a marked caption is no longer than this
SHORT_LIMIT = 240  # an unmarked one

_COUNT = re.compile(r"\s+(?:-\s*)?[Ảả]nh\s+\d{1,2}\s*[.:]?(?=\s|$)|\s+-\s+\d{1,2}\.?(?=\s|$)")
_PLAIN_CREDIT = re.compile(
    r"[\s.(\[–-]+(?P<credit>(?:Ảnh|ẢNH)\s+(?!minh họa|chụp|hưởng)"
    r"(?P<who>[A-ZĐÀ-Ỹ][\w.]*(?:[ \-/][A-ZĐÀ-Ỹ][\w.]*){0,4}))\s*[)\].]*$"
)
_GIVEN_CREDIT = re.compile(
    r"(?:^|[\s.(\[–-])(?P<credit>(?:Ảnh|ẢNH) (?:do|của|từ) (?P<who>[A-ZĐÀ-Ỹ][^.()]{1,50}?)(?: cung cấp)?)[)\].\s]*$"
)
_SHOUTED_RUN = re.compile(r"[A-ZĐÀ-Ỹ.]{2,}(?:[ \-–,&]+[A-ZĐÀ-Ỹ.]{2,}){0,7}(?=\s+[A-ZĐÀ-Ỹ\"“(][^\W\dA-ZĐ]*\s)")
_COLON_OR_QUOTE = re.compile(r"[:“\"]")
_FULL_NAME = re.compile(r"(?:(?<=\s)|^)[A-ZĐÀ-Ỹ][^\W\dA-Z_]+(?: [A-ZĐÀ-Ỹ][^\W\dA-Z_]*){2,4}")
_APPOINTED = re.compile(
    r"(?<!\w)(?:làm|giữ chức|được bầu|trúng cử|thôi|nhận nhiệm vụ|được bổ nhiệm|được chỉ định|tái cử)(?!\w)"
)
_PLACED = re.compile(
    r"(?<!\w)(?:tại|dự|chào mừng|ra mắt|khai mạc|bế mạc)(?: phiên)? "
    r"(?:hội nghị|đại hội|kỳ họp|phiên họp|buổi \w+|lễ \w+|buổi lễ|lễ|chương trình|"
    r"cuộc họp|hội thảo|hội đàm|lễ trao \w+|buổi làm việc|buổi gặp mặt|lễ kỷ niệm|lễ khai mạc|điểm cầu(?: \w+){0,5})$"
)
_DATED = re.compile(r"^(?:sáng|chiều|tối|trưa|ngày|hôm nay|vào)\b|\d{1,2}[/.-]\d{1,2}\b", re.IGNORECASE)


def credit(text: str, words: Words) -> tuple[int, str, int] | None:
    """(where the credit begins, photographer as printed, where it ends) of a line that ends with a photo credit.

    The end is smaller than the line's length where a paragraph goes on behind a credit in capitals.
    """
    last = None
    for found in words.credit.finditer(text, 0, min(len(text), 4000)):
        before = low(text[max(0, found.start() - 12) : found.start()])
        if before.endswith(("hình ", "bức ", "tấm ", "chùm ", "một số ", "những ", "các ")):
            continue
        if before.rstrip().endswith(("bài,", "tin,", "bài -", "tin -", "bài và", "tin và", "bài", "tin", "clip,")):
            return None
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
        given = _GIVEN_CREDIT.search(text) if len(text) <= CAPTION_LIMIT else None
        if given is not None:
            return given.start("credit"), given.group("who"), len(text)
        if len(text) <= CAPTION_LIMIT:
            plain = _PLAIN_CREDIT.search(" " + text)
            if plain is not None and (len(text) < 200 or plain.group("who").isupper()):
                return plain.start("credit") - 1, plain.group("who"), len(text)
        return None
    who = text[last.end() :]
    if len(who.strip(" .()[]*_")) <= 70:
        name = who.strip(" .()[]*_")
        return (_opening(text, last.start()), name, len(text)) if name else None
    run = _SHOUTED_RUN.match(who)
    if run is not None and len(who) - run.end() >= 40:
        return _opening(text, last.start()), run.group().strip(" .-–,"), last.end() + run.end()
    return None


def _opening(text: str, at: int) -> int:
    """Where the bracket before a credit opens."""
    while at > 0 and text[at - 1] in "([":
        at -= 1
    return at


def repeated_title(text: str, titles: list[str]) -> int:
    """Length of a title and its number before a caption ("<title> ảnh 3 "); 0 when there is none."""
    for found in _COUNT.finditer(text, 0, min(len(text), 400)):
        head = text[: found.start()]
        if len(head) < 12:
            continue
        if found.end() == len(text) and "ảnh" in low(found.group()):
            return found.end()
        if any(like(head, title) >= 0.75 and len(head) >= 0.4 * len(title) for title in titles):
            return found.end()
    return 0


def counted(text: str) -> str | None:
    """What stands before the first "ảnh 3" of a line: perhaps a title."""
    found = _COUNT.search(text, 0, min(len(text), 400))
    return text[: found.start()].strip() if found is not None and found.start() >= 20 else None


def is_unmarked(text: str, words: Words, first: bool) -> bool:
    """Whether a line without any mark describes a picture. ``first``: nothing stands before it but stamps."""
    if len(text) > SHORT_LIMIT or is_bullet(text) or shouted(text):
        return False
    start = low(text[:60])
    pictured = any(
        start.startswith(c) and (len(start) == len(c) or not start[len(c)].isalnum()) for c in words.captions
    )
    plain = text.rstrip()
    if ends(plain):
        # A sentence of its own is a paragraph, but for the forms that only captions have.
        if plain.endswith(".") and plain.count(".") == 1 and len(plain) <= 140 and _gives(text, start, words):
            return True
        return (
            plain.endswith(".")
            and len(plain) <= 110
            and plain.count(".") == 1
            and start.startswith(words.sentence_captions)
        )
    if start.startswith("trong ảnh:"):
        return True
    if _COLON_OR_QUOTE.search(text) and ":" in text:
        return False
    if _DATED.search(start[:24]):
        return False
    if leads_person(text, words):
        return words.caption_verbs.search(low(text)) is not None or (
            _FULL_NAME.search(text) is not None and _APPOINTED.search(low(text)) is None
        )
    if not first and _PLACED.search(low(plain)) is not None:
        return True
    if start.startswith(words.scenes):
        return True
    if not pictured:
        return False
    if first:
        return start.startswith(words.first_captions)
    return words.caption_verbs.search(low(text)) is not None


_GIVES = re.compile(r"(?<!\w)(?:trao|tặng)(?!\w)")
_SPEAKS = re.compile(r"phát biểu(?: \w+){0,4}$|(?:chủ trì|kết luận|điều hành|khai mạc|bế mạc)(?: \w+){1,3}$")
_LOOSE_SENTENCE = re.compile(r"[:;“\"]|(?<!\w)(?:yêu cầu|đề nghị|nhấn mạnh|cho biết|dự và)(?!\w)")
_LOOSE = re.compile(r"[,;:\d]|(?<!\w)(?:đã|sẽ|yêu cầu|đề nghị)(?!\w)")


def _gives(text: str, start: str, words: Words) -> bool:
    """Whether a sentence only says that somebody hands something over: a picture's, with its full stop."""
    led = leads_person(text, words) or start.startswith(words.givers)
    return led and _GIVES.search(low(text)) is not None and _LOOSE.search(low(text)) is None


def describes(text: str, words: Words) -> str | None:
    """The person whom a one-sentence line only shows speaking or handing over ("Đồng chí A phát biểu tại hội nghị.");
    None for other lines. With its full stop such a line is a caption only where the text beside it says the same."""
    plain = text.rstrip(" .")
    if len(plain) > SHORT_LIMIT or ". " in plain or not leads_person(text, words) or _LOOSE_SENTENCE.search(low(plain)):
        return None
    if _PLACED.search(low(plain)) is None and _SPEAKS.search(low(plain)) is None:
        return None
    names = _FULL_NAME.findall(plain)
    return str(names[-1]) if names else None


_POSES = re.compile(
    r"(?<!\w)(?:(?:trao|tặng)(?!\w).{0,80}?(?<!\w)(?:hoa|quà|quyết định|cờ|khen|huy hiệu|huân chương|huy chương|chương|"
    r"danh hiệu|bức trướng|biểu trưng|sổ)|chụp (?:ảnh|hình)|lưu niệm|bỏ phiếu|biểu quyết|điều hành|dâng hương|dâng hoa|"
    r"cắt băng|ra mắt|chào cờ|ký kết|nhấn nút|thực hiện nghi thức)(?!\w)"
)
_TELLS = re.compile(
    r"[:“\"]|(?<!\w)(?:yêu cầu|đề nghị|nhấn mạnh|cho biết|khẳng định|đánh giá|thông báo|cho rằng|ghi nhận|đọc|công bố|"
    r"báo cáo|đã|sẽ|được|sau đó|tiếp đó|cùng ngày|dịp này)(?!\w)"
)


def poses(text: str, words: Words) -> bool:
    """Whether a line, with its full stop or without, is one short sentence that only shows people in a picture.

    Such a sentence may also be told: the caller asks this only of lines much shorter than the paragraphs around them.
    """
    plain = low(text.rstrip(" ."))
    if len(plain) > SHORT_LIMIT or ". " in plain or _TELLS.search(plain) or _DATED.search(plain[:24]):
        return False
    led = leads_person(text, words) or any(
        plain.startswith(c) and plain[len(c) : len(c) + 1] == " " for c in words.captions
    )
    return led and _POSES.search(plain) is not None


def is_credit_line(text: str, words: Words) -> bool:
    """Whether a line is a photo credit and nothing else."""
    return words.credit_start.match(text) is not None and len(text) <= 120 and compare_key(text) != ""
