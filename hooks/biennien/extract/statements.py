"""What was read of people, sentence by sentence, in; out: whose words each paragraph reports, and which are quoted.

A statement begins where somebody speaks ("ông A yêu cầu …", "Theo đồng chí, …", "…”, bà B nói") and reaches to the end
of the paragraph, or to where somebody else speaks or the text goes back to the meeting. The next paragraph is still
his only where its form says so. Unclear: nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..model import Block, Evidence, Statement
from ..vocabulary import words
from .documents_text import flat
from .people import PeopleResult
from .references import Sentence

_TEXT = frozenset(("lead", "paragraph"))
_OPEN = '“"„«'
_CLOSE = '”"“»'
_QUOTE = re.compile('[“"„«]')
_CLOSER = {"“": "”", "„": "“", "«": "»", '"': '"'}
_MARK = re.compile('"')
_SIGN = re.compile(r"\s*[-–—]{1,2}\s*")  # "— Bà A phát biểu tại hội nghị" below a quotation
_SIGNED = 160  # characters of such a line
_SPEAKER = 90  # characters between a quotation and the name of who spoke it
# Between a quotation and its speaker: a comma or dash, an honorific, an office.
_TO_SPEAKER = re.compile(r'[\s,.]{0,3}(?:[-–—]\s?)?[^.;:?!"“”«»]*$')
_SHARED = re.compile(
    r"(?<![^\W_])(?:các|những|hai|ba|nhiều) (?:đồng chí|ông|bà|vị|đại biểu|giảng viên|báo cáo viên|"
    r"chuyên gia|nhà khoa học)(?![^\W_])|(?<![^\W_])gồm(?: có)?\s?:"
)


def read(blocks: tuple[Block, ...], people: PeopleResult) -> tuple[Statement, ...]:
    """Statements in reading order. Quotations inside them are statements of their own, marked as quoted."""
    by_block: dict[str, list[Sentence]] = {}
    for sentence in people.sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    named: dict[str, list[_Named]] = {}
    for who, person in enumerate(people.people):
        for reference in person.references:
            at = reference.evidence
            named.setdefault(at.block, []).append((at.start, at.end, who))
    out: list[Statement] = []
    carried: _Speaker | None = None
    open_words: int | None = None  # whose quotation was not closed at its paragraph's end
    for number, block in enumerate(blocks):
        if block.kind in ("caption", "credit", "boilerplate", "subhead"):
            continue
        if open_words is not None and block.kind in _TEXT:
            whole = _still_quoted(block)
            if whole is not None:
                out.append(Statement(open_words, Evidence(block.id, 0, whole), True, "quotation-goes-on"))
                carried = _Speaker(open_words, False)
                open_words = open_words if "”" not in block.text else None
                continue
        open_words = None
        quoted = _opening_quotation(block, named.get(block.id, ()))
        if quoted is None and block.kind in _TEXT:
            quoted = _signed_below(block, blocks[number + 1 : number + 2], named)
        if quoted is not None:
            # Somebody's quotation opens the paragraph; behind the sentence that says whose it goes on as others do.
            out.append(quoted)
            behind = [s for s in by_block.get(block.id, []) if s.start > quoted.evidence.end]
            named_in = behind[0].start if behind else len(block.text)
            places = [start for start, _, _ in named.get(block.id, ()) if start >= quoted.evidence.end]
            if places and min(places) >= named_in:
                behind = behind[1:]  # "“….” Bà A nhấn mạnh."
            found, carried = _paragraph(block, behind, None)
            out.extend(found)
            carried = carried or _Speaker(quoted.person, False)
            continue
        if block.kind not in _TEXT:
            carried = None
            continue
        found, carried = _paragraph(block, by_block.get(block.id, []), carried)
        out.extend(found)
        if found and found[-1].evidence.end == len(block.text) and block.text.rfind("“") > block.text.rfind("”"):
            open_words = found[-1].person
    return tuple(out)


def _still_quoted(block: Block) -> int | None:
    """How far a quotation reaches that the paragraph before opened: to its closing mark, or to the end."""
    closes = block.text.find("”")
    opens = block.text.find("“")
    if opens >= 0 and (closes < 0 or opens < closes):
        return None
    return closes + 1 if closes >= 0 else len(block.text)


_Named = tuple[int, int, int]
"""A place that speaks of a person: start, end, who."""


@lru_cache(maxsize=1)
def _says() -> re.Pattern[str]:
    """A verb of speech behind a person: "bà Thử nói", "ông Dụ cũng chia sẻ"."""
    verbs = sorted(map(str, words("speech_verbs")["say"]), key=lambda v: (-len(v), v))
    known = "|".join(re.escape(flat(v)) for v in [*verbs, "phát biểu"])
    return re.compile(rf"[\s,]{{1,2}}(?:(?:cũng|đã|vừa|tiếp tục|thẳng thắn) ){{0,2}}(?:{known})(?![^\W_])")


def _opening_quotation(block: Block, named: Sequence[_Named]) -> Statement | None:
    """ "“…”, bà A nói, mong muốn …": a paragraph that a quotation opens and whose next words say who spoke it."""
    text = block.text
    if text[:1] not in _OPEN or not named:
        return None
    quotes = _quotations(text, 0, len(text))
    if not quotes or quotes[0][0] != 0:
        return None
    end = quotes[0][1]
    if text[:end].count(" ") < 6:
        return None
    behind = sorted(place for place in named if place[0] >= end)
    if not behind or behind[0][0] - end > _SPEAKER or _TO_SPEAKER.match(text[end : behind[0][0]]) is None:
        return None
    _, last, who = behind[0]
    called = _called_words().match(flat(text), end, behind[0][0])
    if called is not None:  # "“…”. Đó là yêu cầu của đồng chí A", "… được đồng chí A nhấn mạnh"
        said = called.group(1) == "của" or _says_behind(flat(text), last) or _apart(flat(text), last)
        return Statement(who, Evidence(block.id, 0, end), True, "quotation-then-speaker") if said else None
    if _SPOKEN_OF.search(flat(text), end, behind[0][0]):
        return None
    view = flat(text)
    apposition = view[last : last + _SPEAKER]
    # "…”, ông A, Phó Giám đốc Sở X, nói": his office stands between the name and the verb.
    said = _says().match(view, last)
    if said is None and apposition.startswith(","):
        comma = view.find(", ", last + 2, last + _SPEAKER)
        said = _says().match(view, comma) if comma >= 0 and not _TELLS.search(view, last, comma) else None
    if said is None or any(last <= start < said.start() for start, _, other in behind[1:] if other != who):
        return None
    return Statement(who, Evidence(block.id, 0, end), True, "quotation-then-speaker")


@lru_cache(maxsize=1)
def _called_words() -> re.Pattern[str]:
    """A quotation is called somebody's words: "Đó là yêu cầu của …", "Đây là vấn đề được … nhấn mạnh"."""
    said = "|".join(re.escape(flat(str(v))) for v in words("speech_verbs")["words_said"])
    return re.compile(
        r"[\s,.–—-]{0,4}(?:đó|đây)(?: cũng| chính)? là (?:những |các |một trong những |lời |ý |câu )?"
        rf"(?:(?:{said})(?: \w+){{0,2}} (của)|(?:vấn đề|nội dung|điều|việc|thông điệp|yêu cầu|câu hỏi)(?: \w+){{0,3}} "
        r"(?:được|mà)) (?![^.;:]*(?:vợ|chồng|con|gia đình|người nhà|học trò|thân nhân|khi|sau) )[^.;:?!\"“”«»]*$"
    )


def _says_behind(view: str, last: int) -> bool:
    """Whether a verb of speech stands right behind a person."""
    return _says().match(view, last) is not None


def _apart(view: str, last: int) -> bool:
    """As above, over the office that stands between two commas."""
    comma = view.find(", ", last + 2, last + _SPEAKER) if view.startswith(",", last) else -1
    return comma >= 0 and _says_behind(view, comma)


_TELLS = re.compile(r'[.;:"“”]')
# "“…” - lời dạy ấy được đồng chí A nhắc lại": what stands between tells of the words, it is not the speaker's office.
_SPOKEN_OF = re.compile(r"(?<![^\W_])(?:được|của|do|với|là|lời|câu|theo|trong|tại|đó|ấy|này|khi|một)(?![^\W_])")


def _signed_below(block: Block, following: Sequence[Block], named: Mapping[str, Sequence[_Named]]) -> Statement | None:
    """A paragraph that is one quotation, and below it "— Bà A phát biểu tại hội nghị"."""
    text = block.text
    if not following or text[:1] not in _OPEN or text.count(" ") < 6:
        return None
    quotes = _quotations(text, 0, len(text))
    if len(quotes) != 1 or quotes[0][0] != 0 or text[quotes[0][1] :].strip(" ."):
        return None
    below = following[0]
    if len(below.text) > _SIGNED or _SIGN.match(below.text) is None:
        return None
    who = {person for _, _, person in named.get(below.id, ())}
    if len(who) != 1:
        return None
    return Statement(next(iter(who)), Evidence(block.id, 0, quotes[0][1]), True, "speaker-below-quotation")


def _shared(block: Block, sentence: Sentence) -> bool:
    """Whether several people stand together as speakers: "Các đồng chí A và B trình bày", "trình bày gồm: A; B"."""
    people = {who for who in sentence.people if who is not None}
    end = sentence.verb if sentence.reading.rule == "verb-after-person" else sentence.end
    return len(people) > 1 and _SHARED.search(flat(block.text), sentence.start, end) is not None


class _Speaker:
    """Who spoke last, and whether his words can go on in the next paragraph."""

    def __init__(self, who: int, directs: bool, paragraphs: int = 0, lists: bool = False) -> None:
        self.who = who
        self.directs = directs
        self.paragraphs = paragraphs
        self.lists = lists  # his words ended with ":", what he lists stands in the paragraphs below


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
            told = s.reading.content or _report_follows(block, s, sentences[k + 1 : k + 2])
            who, rule = (s.speaker, s.reading.rule) if told else (None, "")
            if s.speaker is None or (who is not None and _shared(block, s)):
                who = None
            opened = _quotation_before(block, sentences, k)
            start = opened if opened is not None else s.start
            if s.reading.rule == "words-of" and k and not out and not any(b.people or b.frame for b in sentences[:k]):
                start = sentences[0].start  # "Phải làm ngay. Đó là yêu cầu của đồng chí A …"
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
            carried = _Speaker(carried.who, carried.directs, carried.paragraphs + 1, carried.lists)
            continue
    close()
    if who is not None:
        lists = block.text.rstrip().endswith(":")
        if carried is not None and rule == "goes-on-from-paragraph-before":
            return out, _Speaker(who, directs, carried.paragraphs, lists or carried.lists)
        return out, _Speaker(who, directs, 0, lists)
    return out, None


_LISTED = 30  # paragraphs of a list
_ITEM = re.compile(
    r"\s*(?:[-–—+•*·●○▪✔]|\(?\d{1,2}[.)/]\s|[a-dđ]\)|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là(?![^\W_])|"
    r"thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![^\W_])|nhiệm vụ thứ )",
    re.IGNORECASE,
)
_REPORTS = ("trình bày", "báo cáo", "thuyết trình", "giới thiệu", "thuyết minh", "tóm tắt", "thông tin")


def _report_follows(block: Block, sentence: Sentence, following: Sequence[Sentence]) -> bool:
    """Whether a sentence only says who gave a report, and the next one what it says: "… tờ trình. Theo đó, …"."""
    if not following or sentence.verb < 0 or sentence.reading.rule not in ("verb-after-person", "frame"):
        return False
    text = flat(block.text)
    return text.startswith(_REPORTS, sentence.verb) and text.startswith("theo đó,", following[0].start)


def _goes_on(block: Block, sentence: Sentence, carried: _Speaker) -> bool:
    """Whether a paragraph without a speaker of its own carries on the last one's words."""
    if not carried.directs or any(w is not None for w in sentence.people):
        return False
    if carried.lists and carried.paragraphs < _LISTED and _ITEM.match(block.text):
        return True
    if carried.paragraphs >= 4 or sentence.frame:
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
    every = _quotations(text, start, end)
    quotes = [(a, b) for a, b in every if b - a >= 30 and text[a:b].count(" ") >= 6]
    if len(quotes) == 1 and quotes[0][1] - quotes[0][0] >= 0.6 * (end - start):
        a, b = quotes[0]
        return [Statement(who, Evidence(block.id, a, b), True, rule)]
    spoken = [
        Statement(who, Evidence(block.id, a, b), True, f"{rule}+quotation")
        for a, b in every
        if ((a, b) in quotes and _spoken(text, a, b)) or _words_of(text, a, b)
    ]
    return [*spoken, Statement(who, Evidence(block.id, start, end), False, rule)]


def _spoken(text: str, start: int, end: int) -> bool:
    """Whether a quotation is a sentence that was said, not a title or a slogan."""
    before = text[max(0, start - 16) : start].rstrip().lower()
    inside = text[start + 1 : end - 1].rstrip()
    after = text[end : end + 2]
    says = (before.endswith(_SAID_SO) and inside.lstrip()[:1].isupper()) or before.endswith((":", "."))
    return (says or start == 0) and (
        inside.endswith((".", "!", "?", ",", "…"))
        or after.startswith((",", ".", ";", " -"))
        or (after[:1] == " " and after[1:].isupper())
        or end >= len(text)
    )


def _words_of(text: str, start: int, end: int) -> bool:
    """Whether part of a sentence is quoted as said: 'nhìn nhận "còn nhiều khó khăn"', or too long for a slogan."""
    inside = text[start + 1 : end - 1].strip()
    count = inside.count(" ") + 1
    if not inside[:1].islower() or count < _FEW_WORDS:
        return False
    before = text[max(0, start - 40) : start].rstrip().lower()
    if before.endswith(_SAID_PART):
        return True
    return count >= _MANY_WORDS and not any(w in before for w in _NAMED_SO)


_FEW_WORDS, _MANY_WORDS = 4, 14
_SAID_PART = (" rằng", " nói", " nhìn nhận", " khẳng định", " thừa nhận", " cho biết", " chia sẻ", " ví von", " cho là")
# What is quoted behind one of these is called so, and was not said there.
_NAMED_SO = (
    *("mục tiêu", "chủ đề", "đề án", "nghị quyết", "chỉ thị", "phong trào", "vận động", "phương châm", "khẩu hiệu"),
    *("chương trình", "tinh thần", "kế hoạch", "quy định", "tiêu chí", "chuyên đề", "đề tài", "tên", "nội dung"),
    *("mô hình", "quan điểm", "câu", "bài", "cuốn", "dự án", "tội", "hành vi", "về việc", "điều"),
)
# Right before a quotation without a colon: "đã phát biểu “Chúng tôi …”".
_SAID_SO = (" phát biểu", " nói", " khẳng định", " nhấn mạnh", " cho biết", " chia sẻ", " trả lời", " tuyên bố", " hỏi")


def _quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges of quotations, marks included; a quotation inside another is part of it."""
    nested = _straight(text, start, end)
    if nested is not None:
        return nested
    out = []
    at = start
    while (found := _QUOTE.search(text, at, end)) is not None:
        closes = text.find(_CLOSER[found.group()], found.end(), end)
        if closes < 0:
            break
        out.append((found.start(), closes + 1))
        at = closes + 1
    return out


def _straight(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """As above for a text with straight marks alone, told apart by the blanks around them; None where that fails."""
    if _CURLY.search(text, start, end) is not None:
        return None
    out: list[tuple[int, int]] = []
    depth = first = 0
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        opens = (not before or before in " (:;,[-–—") and after.strip() != "" and (after.isalnum() or after == '"')
        if opens:
            if depth == 0:
                first = at
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                out.append((first, at + 1))
        else:
            return None
    return out if depth == 0 else None


_CURLY = re.compile("[“”„«»]")
