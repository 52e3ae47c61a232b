"""What stands before an article's lead: its headline, or a picture's text where the page's headline was not copied."""

from __future__ import annotations

import re
from collections.abc import Set

from ..model import BlockKind
from .evidence import is_portrait, is_proper, is_reported, may_be_caption, points, signs
from .lines import Words, ends, low, prefix
from .neighbourhood import word_pairs

_AGAIN = 0.5  # of a headline's word pairs stand in the lead, where it has a name or a number
_ALL_AGAIN = 0.8  # … or so many
_LITTLE = 3  # pairs: what so few words say is said in any report
_LEAD = 600  # characters of the lead that are asked
_REPORT = 80  # characters: a lead that begins with its day is longer
_DECK = 100  # characters: a headline that names the day is shorter
_SHORT_SCENE = 120
_STAMPED = 2  # points beyond enough that make somebody's deed a picture's text, where the headline was perhaps left out
_ANY = 9  # words
_UNSTAMPED = 6  # … and where it is wanted

# Words that reports of all meetings have: that the lead says them too tells nothing.
_STOCK = re.compile(
    r"(?:có |đạt )?(?:nhiều )?thành tích (?:xuất sắc|cao|tiêu biểu)|"
    r"(?:hoàn thành )?(?:xuất sắc |tốt )?(?:thực hiện )?nhiệm vụ|"
    r"(?:khen thưởng|biểu dương|tuyên dương|(?:trao|tặng)(?: tặng)? (?:giấy|bằng) khen)"
    r"(?: (?:cho|tặng|các|những|nhiều)){0,2} (?:tập thể|cá nhân)|"
    r"(?:các )?tập thể,?(?: và)?(?: các)? cá nhân|(?:trong|cho|của|và|các|những) (?:công tác|năm)(?!\w)"
)
# A picture's text that tells no more than that somebody speaks; where he does is cut off before.
_SPEAKING = re.compile(
    r"(?<!\w)(?:phát biểu|báo cáo|tham luận|thảo luận|kết luận|khai mạc|bế mạc|điều hành|chất vấn|giải trình|chủ trì|"
    r"trả lời chất vấn|đọc diễn văn|trình bày|chia sẻ|nêu kiến nghị|nêu đề xuất|nêu ý kiến|nêu câu hỏi)"
    r"(?: (?:chỉ đạo|khai mạc|bế mạc|kết luận|tham luận|thảo luận|tiếp thu|chúc mừng|chào mừng|đáp từ|định hướng|"
    r"ý kiến|giải trình|báo cáo|tổng kết|đề dẫn|cảm ơn|nhận nhiệm vụ|giao nhiệm vụ|kỷ niệm|chất vấn))*"
    r"(?:,? (?:vào )?(?:sáng|chiều|tối|trưa)(?: nay| (?:ngày )?\d[\d/.\-]*))?$"
)
_POSED = re.compile(r"chụp (?:ảnh|hình)(?: \w+){0,3}(?: (?:với|cùng)(?: \w+){1,6})?$|lưu niệm$")
_SPOT = re.compile(r"\((?:bìa|bên|thứ|giữa|ngoài cùng|đứng|ngồi|hàng)(?!\w)")
_CEREMONY = re.compile(
    r"(?:nhận|tặng hoa|biểu quyết|bỏ phiếu|kiểm phiếu|bấm nút|nhấn nút|chào cờ|làm lễ chào cờ|mặc niệm|làm thủ tục|"
    r"ra mắt|bắt tay|thực hiện nghi thức)(?!\w)"
)
# What headlines say and pictures do not show.
_HEADS = re.compile(
    r"^chân dung tân(?!\w)|"
    r"(?<!\w)(?:sẽ|bị|khi|lúc|vừa|sắp|do|nguyên nhân|vì sao|đề xuất|nghỉ hưu|lâm bệnh|nêu vấn đề)(?!\w)"
)
# How a report begins.
_DAY = re.compile(
    r"\W*(?:(?:sáng|chiều|tối|trưa|đêm)(?: nay| qua| sớm)?(?:,| (?:ngày |mùng )?\d)|ngày \d|hôm (?:nay|qua)|vừa qua|"
    r"mới đây|(?:sáng|chiều|tối) (?:nay|qua)|trong (?:hai |ba |\d+ )?ngày|tuần qua|\d{1,2}\s?(?:h|giờ)\s?\d{0,2},? )"
)


def says_again(text: str, below: str, sure: bool = False) -> bool:
    """Whether a lead says a line once more: all of it, or half where a name or a number is said again, too.

    ``sure``: all of it is wanted.
    """
    wanted = word_pairs(_STOCK.sub(" . ", low(text)))
    if len(wanted) < _LITTLE:
        return False
    share = len(wanted & word_pairs(below[:_LEAD])) / len(wanted)
    if share >= _ALL_AGAIN:
        return True
    return not sure and share >= _AGAIN and (is_proper(text) or any(c.isdigit() for c in text))


def shows_only(text: str, words: Words) -> bool:
    """Whether a line tells nothing but that somebody speaks, attends or poses: "… phát biểu tại hội nghị"."""
    plain = low(text).rstrip(" .")
    if words.placed.search(plain) or _POSED.search(plain) or _SPOT.search(plain):
        return True
    return _SPEAKING.search(words.placed.sub("", plain).rstrip()) is not None or is_portrait(text, words)


def begins_report(text: str, words: Words) -> bool:
    """Whether a line is how a report begins: with the outlet's mark, or with its day."""
    if prefix(text, words)[0]:
        return True
    return len(text) >= _REPORT and ends(text) and _DAY.match(low(text[:60])) is not None


def first_line(text: str, report: str, words: Words, stamped: bool, framed: bool, dated: bool) -> BlockKind:
    """What the first line is, which has no full stop: the headline, a picture's text, or the lead.

    ``report``: the first paragraph below; ``stamped``: the archive's own stamp stands before it, so that the page's
    headline was perhaps left out; ``framed``: it stands in a page's frame, where a headline is wanted; ``dated``: the
    page's time stamp follows.
    """
    if len(text) > _DECK and (is_reported(low(text)) or _DAY.match(low(text[:60])) is not None):
        return "lead"
    found = signs(text, words, True, False) if may_be_caption(text) else frozenset[str]()
    # Headlines give the meeting's long name, too.
    weight = points(found - {"top", "placed_full"}, words)
    if weight < words.enough:
        return "headline"
    if not stamped and _HEADS.search(low(text)) is not None:
        return "headline"
    if low(text[:60]).lstrip("( ").startswith(words.sentence_captions):
        return "caption"
    if dated:
        return "headline"
    shown = {"person", "group"} & found
    if shown and shows_only(text, words):
        return "caption"
    if framed or says_again(_deed(text, words), report, stamped and not shown):
        return "headline"
    if "top_scene" in found or (shown and _is_any(text, found, words)) or (stamped and "event_phrase" in found):
        return "caption"
    sure = stamped and shown and ("named" in found or "person" not in found)
    return "headline" if weight < words.enough + (_STAMPED if sure else _UNSTAMPED) else "caption"


def _is_any(text: str, found: Set[str], words: Words) -> bool:
    """Whether what somebody hands over, gets or votes on has neither name nor number: it could be at any meeting."""
    deed = _deed(text, words)
    if len(deed) == len(text) or len(deed.split()) > _ANY:
        return False
    handed = "gift" in found or _CEREMONY.match(low(deed)) is not None
    return handed and not is_proper(deed) and not any(c.isdigit() for c in deed)


def _deed(text: str, words: Words) -> str:
    """What is done, without who does it: a picture's text shares the names with the lead whatever it shows."""
    deed = words.caption_verbs.search(low(text))
    return text if deed is None else text[deed.start() :]


def is_unled(text: str, below: str, words: Words) -> bool:
    """Whether a sentence above the first paragraph describes a picture: no lead says only that somebody speaks."""
    if not ends(text) or not may_be_caption(text):
        return False
    found = signs(text, words, False)
    if "scene" in found and len(text) <= _SHORT_SCENE and points(found, words) >= words.enough:
        return True
    marked = prefix(below, words)[0] > 0
    bare = "event_phrase" in found or shows_only(text, words)
    if marked or (bare and len(below) >= _REPORT and ends(below)):
        found |= {"unled"}
    elif begins_report(below, words) and len(text) <= _SHORT_SCENE:
        found |= {"before_report"}
    else:
        return False
    return points(found, words) >= words.enough


__all__ = ["begins_report", "first_line", "is_unled", "says_again", "shows_only"]
