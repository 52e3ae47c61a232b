"""Whether a line without any mark stands below a picture: signs of its form, each with points.

A paragraph of one sentence and a caption can be the same words, so no single sign decides. Each sign has points in
``vocabulary/captions.yml``, one table for lines without a full stop (else they are headings) and one for sentences
(else they are paragraphs); together they must reach ``enough``. Those that need
the whole article are in neighbourhood.py. The signs:

ending, sentence  without a full stop, or with one
scene           begins as only captions do: "Quang cảnh …"; top_scene: where nothing stands before, "Khen thưởng …"
top             nothing stands before: rather the headline
nobody          begins with neither people nor a scene; narrated: but as a report goes on, "Tại …", "Cũng …"
group           begins with people without names: "Các đại biểu …"
person, named   begins with a person, in an office or with an honorific; holds a full name
deed            what can be seen: "phát biểu", "trao", "thăm"
pose            what is photographed more often than told: "biểu quyết", "chụp ảnh lưu niệm" (photographed)
subjectless     a sentence without a subject: "Trao giấy khen cho các tập thể."
gift, gives_only somebody hands something over; and the sentence says nothing else
placed          ends with where the picture was taken: "… tại hội nghị"; placed_full: with the meeting's long name
object          begins with a thing or a place that is photographed, and has a name: "Cầu Mẫu Giang …"
seen            what can be seen besides a meeting's ceremonies: "tuần tra", "thu hoạch"; with a name or in a long line
sited           and ends with a place's name: "… trên biên giới xã Mẫu Khê"
bracketed       ends with a place in brackets: "(huyện Ví Dụ, Bình Mẫu)"
event_phrase    an event without anything told of it: "Lễ công bố quyết định … tại thị xã Mẫu Sơn."; without a full
                stop only with its number and whose it is, its place, or its day: "Phiên họp thứ 5 của …"
enclosed        the whole line stands in brackets: "(Đồng chí … phát biểu tại Hội nghị)"
present         people without names attend: "Học viên dự lớp tập huấn."
portrait        an office and a name, or a name and where it is seen, and no verb: "Ông Trần Ví Dụ tại hội nghị."
position        "(bìa phải)", "(thứ hai từ trái sang)"
faceless        people or an office without names who speak, and not what they say, or who pose: what would a reporter
                tell by it?
speaker_colon   "Bí thư Huyện ủy Trần Ví Dụ: Phải chọn việc khó."
colon, quoted, dated, tells, told_before, counted, appointed, elected, arrives
                words of a report: a day in front, "nhấn mạnh", "đã", numbers, "giữ chức", "chủ trì hội nghị."
with_comma      "…, Bí thư Tỉnh ủy, phát biểu …": rather a sentence
asserts         "là", "sẽ", "không", "muốn": words of somebody who tells; pronoun: about somebody named before
long, very_long longer than captions usually are

and of the next line:

credited        a line with nothing but the photographer's name follows
unled           stands before a lead that begins with the outlet's mark, or tells only who is seen before a report
before_report   stands before the paragraph with which the report begins ("Sáng 5-3, …")
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from .lines import Words, ends, is_bullet, is_numbered, leads_person, low, pattern, shouted

SHORT_LIMIT = 240  # what a picture's text is no longer than, in characters, where little else shows that it is one
LIMIT = 300  # no caption without any mark is longer than this
_LONG = 160

FULL_NAME = pattern(r"(?:(?<=\s)|^)[%U][^\W\d_%U]+(?: [%U][^\W\d_%U]*){2,4}")
_INNER_END = pattern(r"(?<=[^\W_][^\W_])[.!?…]\s+(?=[%U“\"])")
_ABBREVIATIONS = frozenset(("tp", "tx", "tt", "ts", "ths", "pgs", "gs", "bs", "ks", "cn", "st", "đ", "ths", "tsbs"))
_TWO_SYLLABLES = pattern(r"(?:Ông|ông|Bà|bà|đồng chí|Đồng chí|[Đđ]/c|tá|úy|tướng) [%U][^\W\d_%U]+ [%U][^\W\d_%U]+")
_NEW_SUBJECT = re.compile(r", (?:ông|bà|đồng chí|đ/c|bí thư|phó|chủ tịch|tỉnh|thành|huyện|lãnh đạo|các|ban )")
_DATED = re.compile(r"^(?:sáng|chiều|tối|trưa|ngày|hôm nay|vào)\b|^.{0,16}\d{1,2}[/.-]\d{1,2}\b")
_SEEN_WITH = re.compile(r"\([^()]*\)|, nơi .*|, (?:phải|trái|giữa|đứng|ngồi)(?=,)")
_BARE_NAMES = pattern(
    r"[%U][^\W\d_%U]+(?: [%U][^\W\d_%U]+){1,3}(?:\s[-–]\s[%U][^\W\d_%U]+(?: [%U][^\W\d_%U]+){1,3}){0,2}"
)
_PRONOUN = pattern(r"(?:Ông|Bà|Anh|Chị|Cô|Cụ|Thầy|Họ|Ngài) (?P<next>[^\W\d_%U][^\W\d_]*)(?!\w)")
_NO_PRONOUN = frozenset(
    ("con", "em", "chị", "bà", "ông", "cháu", "và", "nội", "ngoại", "đồ", "hùng", "chủ", "bí", "phó")
)
# The time right before what was done: a report's word order.
_REPORTED = re.compile(
    r"(?<!^)(?<!\w)(?:hôm (?:nay|qua)|sáng|chiều|tối|trưa)"
    r"(?: nay| qua|(?<=hôm nay)|(?<=hôm qua)|(?:,? ngày)? \d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{4})?),? "
    r"(?!tại|ở|của|và|trong|với|do|cùng)\w"
)
_APPOINTED = re.compile(
    r"(?<!\w)(?:làm (?:quyền |tân )?(?:bí thư|phó|chủ tịch|giám đốc|trưởng|chánh|chủ nhiệm|bộ trưởng)|giữ chức|"
    r"được bầu|trúng cử|thôi|nhận nhiệm vụ|được bổ nhiệm|được chỉ định)(?!\w)"
)
_ELECTED = re.compile(r"(?<!\w)(?:tái cử|đắc cử)(?!\w)")
_POSITION = re.compile(
    r"(?:\(|, (?!(?:trái|phải|giữa|đứng)[^,)]))(?:người )?(?:đứng |ngồi |ở )?"
    r"(?:giữa|bìa trái|bìa phải|bên trái|bên phải|ngoài cùng|trái|phải|hàng đầu|"
    r"hàng trước|đứng|áo \w+|thứ (?:nhất|hai|ba|tư|năm|sáu|\d)(?: (?:bên )?(?:từ )?(?:bên )?(?:trái|phải)))(?=[),\s])"
    r"[^()]{0,40}[),]"
)
_SPEAKS = re.compile(
    r"(?:phát biểu|báo cáo|tham luận|thảo luận)(?: \w+){0,6}$|(?:kết luận|điều hành|khai mạc|bế mạc)(?: \w+){1,3}$|"
    r"(?:đọc diễn văn|ôn lại truyền thống)(?: \w+){0,6}$|"
    r"(?:nêu|gửi|đưa ra)(?: (?:các|những|một số|nhiều))? (?:kiến nghị|đề xuất|đề nghị|ý kiến|câu hỏi)$|chia sẻ$|"
    r"(?:phát biểu|trả lời)(?: \w+){0,4} (?:sáng|chiều|tối|ngày|hôm) [\d/.\-]+$"
)
_ARRIVES = re.compile(r"(?:(?<!\w)(?:dự|chủ trì)(?: (?!biểu)\w+){0,3}|(?<!\w)dự và .{3,60})$")
_COUNTED = re.compile(
    r"(?<![\w-])\d|(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|các) "
    r"(?:nội dung|vấn đề|nhóm|báo cáo|chuyên đề|ý kiến|chỉ tiêu|giải pháp|nhiệm vụ|dự thảo|dự án|công trình)(?!\w)"
)
_NO_COUNT = re.compile(
    r"(?:(?:khóa|nhiệm kỳ|năm|giai đoạn|lần thứ|số|thứ|quận|phường|khu phố|ấp|thôn|tổ|"
    r"lớp|kỳ họp|trung ương|tư|tw|quân khu|quân đoàn|vùng|đồn|đợt)|"
    r"(?:trung đoàn|sư đoàn|lữ đoàn|tiểu đoàn|binh đoàn|hải đội|hải đoàn)(?: [^\W\d]+){0,2}) [\dxvilc/\-– ]+|"
    r"\d+ tháng (?:đầu|cuối)|(?:tháng|quý|sáng|chiều|tối|ngày|hôm) [\divx][\divx/.\-]*"
)
# To be seen, as speaking is: nothing is told of what was said.
_SHARING = re.compile(
    r"(?<!\w)chia sẻ(?= (?:tại|ở|trong|về|với|cùng)(?!\w)|$)|"
    r"(?<!\w)(?:nêu|gửi|đưa ra)(?: (?:các|những|một số|nhiều))? (?:kiến nghị|đề xuất|đề nghị)"
    r"(?= (?:tại|với|tới|đến)(?!\w)|$)|"
    r"(?<!\w)(?:sở|bộ|bộ trưởng|thứ trưởng|giám đốc|ngành|phòng|ban|trung tâm|công nghệ|cổng|hệ thống|vụ|cục) "
    r"thông tin(?!\w)"
)
_SAID_BY = re.compile(r", theo (?!dõi)[^,]{4,80}$")  # "Cán bộ phải gần dân, theo Bí thư Tỉnh ủy"
_TOLD_BEFORE = re.compile(r"(?<!\w)(?:đã|sẽ|vừa|cũng|còn|được|lần lượt|đồng thời|tiếp tục)(?: \w+)?\s*$")
_PAST = re.compile(r"(?<!\w)(?:đã|sẽ|vừa)(?!\w)")
_ONLY_GIVES_NOT = re.compile(r"[,;:\d]|(?<!\w)(?:đã|sẽ|yêu cầu|đề nghị)(?!\w)")
_SPEAKER_COLON = pattern(r"[%U][^\W\d_]+(?: [%U][^\W\d_]+){1,3}: [\w“\"]")
_COMMA_DEED = re.compile(
    r", (?:phát biểu|trình bày|báo cáo|điều hành|kết luận|khai mạc|bế mạc|trao|tặng|công bố)(?!\w)"
)
_PLACE_WORDS = re.compile(r"trái|phải|giữa|đứng|ngồi|hàng|cùng|áo|thứ")  # some of _POSITION
_INNER_CAPITAL = pattern(r"(?<=[^\W_] )(?:\w+\.)?[%U]\w*")
# Written with a capital whatever they mean: they make no line one about this place.
_COMMON_CAPITALS = frozenset(
    (
        *("Đảng", "Nhà", "Nước", "Quốc", "Nhân", "Bác", "Tổ", "Mặt", "Đoàn", "Nghị", "Đại", "Hội", "Chính", "Trung"),
        *("Việt", "Nam", "Hồ", "Chí", "Minh", "Ban", "Ủy", "Chủ", "Bí", "Đề", "Chỉ", "Kết", "Luật", "Covid", "Tết"),
    )
)
_SITE_LENGTH = 100
_SITE = pattern(
    r"(?<!\w)(?:tại|ở|trên|trước|qua|thuộc|của|về|xã|phường|huyện|tỉnh|đảo) (?:[^.:;]*\s)?(?P<last>[%U][\w.-]*)\)?$"
)
_BRACKETED = pattern(
    r" \((?:(?:xã|phường|huyện|quận|tỉnh|thị xã|thị trấn|TP|thành phố|[HQ])[. ] ?)?[%U][^\W\d_%U]*[^()]{1,40}\)\.?$"
)
_ENCLOSED = re.compile(r"\([^()]{16,200}\)\.?")
_EVENT = re.compile(
    r"(?:lễ|buổi lễ|buổi làm việc|buổi gặp mặt|buổi tiếp|hội nghị|phiên họp|cuộc họp|cuộc làm việc)(?!\w)"
)
_EVENT_TELLS = re.compile(
    r"(?<!\w)(?:diễn ra|được|là|có|thu hút|nhằm|đã|sẽ|kết thúc|thành công|bầu|thống nhất|thông qua|nghe|thảo luận|"
    r"tiếp tục|cũng|do|quy tụ|đánh giá|xác định|đề ra|tập trung|biểu quyết|dành|xem xét|"
    r"cho ý kiến|bàn|yêu cầu|còn|hoàn thành|gồm|kéo dài|vinh dự|khai mạc|bế mạc|ghi nhận|tiến hành|không|phải|"
    r"cần)(?!\w)|:"
)
_HONOURED = re.compile(
    r"(?<!đã )(?<!vừa )được (?:khen thưởng|tuyên dương|biểu dương|vinh danh|tôn vinh|trao|tặng)(?!\w)"
)
_TOGETHER = re.compile(r"(?<!\w)(?:ra quân|sinh hoạt (?:định kỳ|chuyên đề|chi bộ))(?!\w)")
# A meeting with its number or its place, or its day, and nothing said of it: "Phiên họp thứ 5 của …", "… chiều 5/3".
_NAMED_EVENT = re.compile(
    r"(?:phiên họp|phiên làm việc|cuộc họp|buổi làm việc|buổi gặp mặt|buổi tiếp|buổi lễ) "
    r"(?:(?:\w+ ){0,6}(?:thứ|lần thứ) \w+ (?:của|tại|ở) |(?:\w+ ){0,8}(?:tại|ở|giữa) )\w"
)
_DATED_EVENT = re.compile(
    r"(?:hội nghị|lễ|phiên họp|cuộc họp|buổi làm việc|họp báo)(?:,? [\w.]+){0,12},? "
    r"(?:sáng|chiều|tối|ngày|hôm)(?: ngày)? \d[\d/.\-]*$"
)
_CLAUSE = 120  # characters of a sentence of one clause
_SHOWN = frozenset(("seen", "gift"))
# People without names who are there: "Học viên dự lớp tập huấn."; who else came is told otherwise ("Cùng dự có …").
_PRESENT = re.compile(
    r"(?<!cùng )(?<!đến )(?<!tới )(?<!về )(?<!đã )(?:tham dự|(?<!tham )dự|theo dõi) (?:hội nghị|đại hội|"
    r"kỳ họp|phiên|buổi|lễ|lớp|chương trình|cuộc họp|hội thảo|tọa đàm)(?: [^\W\d]+){0,4}$"
)
# A name and where it is seen, with nothing done: "Ông Trần Ví Dụ tại hội nghị."
_BESIDE = pattern(
    r"(?:[^,.:;]{0,60} |(?:(?:PGS|GS|TS|BS)\.? ?){1,3})?"
    r"[%U][^\W\d_%U]+(?: [%U][^\W\d_%U]+){1,3}(?: \([^()]{1,40}\))? (?:tại|trong|bên) "
    r"(?:(?:một|buổi|lễ|phiên|hội|đại|kỳ|cuộc|sự|chương|trụ|nhà|phòng)\s)(?:[^.:;]|(?<=TP)\.){2,90}\.?$"
)
_NAMED_LAST = pattern(r"[%U][^\W\d_%U]+(?: [%U][^\W\d_%U]+){2,6}$")
_NAMED_AFTER = re.compile(r"^((?:các )?(?:đ/c|đồng chí|ông|bà)):")  # "Đ/c: Trần Ví Dụ"
_NEW = re.compile(r"(?<!\w)tân(?!\w)")
_WHERE = re.compile(r", nơi (?!đây)")
_NO_NARRATION = ("dự án", "dự thảo", "hiện trường", "hiện vật", "trong ảnh")
_SEEN_WORDS = 7
_SIDES = 14  # "Từ trái sang: …": so far a scene's own colon stands
_OFFICE_END = 5  # words in small letters behind the last name of a place or an organ


def one_sentence(text: str) -> bool:
    """Whether no sentence ends inside a line; abbreviations and the number of an item ("10. …") end none."""
    for found in _INNER_END.finditer(text):
        at = found.start()
        while at > 0 and text[at - 1].isalnum():
            at -= 1
        word = text[at : found.start()]
        if word.lower() not in _ABBREVIATIONS and not (at == 0 and word.isdigit()):
            return False
    return True


def is_proper(text: str) -> bool:
    """Whether a line has a name inside it, of a place, a unit, a person."""
    return any(found.group() not in _COMMON_CAPITALS for found in _INNER_CAPITAL.finditer(text))


def _acts(plain: str, proper: bool, words: Words) -> bool:
    """Whether something is done that an organ does for a picture: it hands over a gift, votes, sets out."""
    return (
        words.poses.search(plain) is not None
        or (words.gives.search(plain) is not None and words.gifts.search(plain) is not None)
        or "chúc mừng" in plain
        or (proper and _TOGETHER.search(plain) is not None)
    )


def _is_event_phrase(plain: str) -> bool:
    """Whether a line names an event and says nothing of it: "Lễ công bố quyết định … tại thị xã Mẫu Sơn."."""
    return _EVENT.match(plain) is not None and _EVENT_TELLS.search(plain) is None


def is_portrait(text: str, words: Words) -> bool:
    """Whether a line is a person's office and name, perhaps with where they are seen, and nothing else.

    "Tân Bí thư Tỉnh ủy Trần Ví Dụ.", "Ông Trần Ví Dụ tại một hội nghị ở xã Mẫu Khê."
    """
    inner = text.strip().strip("()[]*_ ")
    plain = low(inner).rstrip(" .")
    if not leads_person(inner, words):
        return False
    if _BESIDE.match(inner) is not None:
        return True
    told = words.no_tells.sub(" ", plain)
    if len(plain) > _CLAUSE or words.finite.search(told) or words.caption_verbs.search(_NEW.sub(" ", plain)):
        return False
    names = FULL_NAME.findall(inner)
    last = max((found.end() for found in _INNER_CAPITAL.finditer(inner)), default=0)
    if len(inner[last:].split()) > _OFFICE_END or _PRONOUN.match(inner) is not None:
        return False  # more is said of them than their office
    return len(names) == 1 and (_NAMED_LAST.search(inner.rstrip(" .")) is not None or f"{names[0]}, " in inner)


def is_verbless(text: str, words: Words) -> bool:
    """Whether a short sentence has no verb of those that reports have: "Trụ sở UBND xã Mẫu Khê."."""
    plain = low(text).rstrip(" .")
    if not ends(text) or len(plain) > _CLAUSE or not may_be_caption(text) or any(c in text for c in '“":;!?'):
        return False
    if is_numbered(text) or _COUNTED.search(_NO_COUNT.sub("", plain)):
        return False
    told = words.no_tells.sub(" ", plain)
    return not (
        words.finite.search(told)
        or words.asserts.search(told)
        or words.states.search(told)
        or words.caption_verbs.search(plain)
        or words.tells.search(plain)
        or (words.narrates.match(plain) and not plain.startswith(_NO_NARRATION))
    )


def _sited(text: str) -> bool:
    """Whether a line ends with a place's name: "… trên biên giới xã Mẫu Khê"."""
    tail = text.rstrip(" .")[-_SITE_LENGTH:]
    found = _SITE.search(tail)
    return found is not None and found.group("last") not in _COMMON_CAPITALS


def is_reported(plain: str) -> bool:
    """Whether a line says when something was done as reports do: "Bí thư Tỉnh ủy chiều nay dẫn đầu đoàn …"."""
    return _REPORTED.search(plain) is not None


def may_be_caption(text: str) -> bool:
    """Whether a line's length and shape allow it to be a caption without any mark."""
    return len(text) <= LIMIT and not is_bullet(text) and not shouted(text) and one_sentence(text)


@lru_cache(maxsize=1024)
def signs(text: str, words: Words, top: bool, headed: bool = True) -> frozenset[str]:
    """The signs of a line by itself. ``top``: nothing but the page's frame stands before it.

    ``headed``: the headline has been; before it, an organ, a thing and what can be seen are rather of a headline.
    Kept: a line is asked where it stands, and again beside its neighbours.
    """
    return frozenset(_signs(text, words, top, headed))


def _signs(text: str, words: Words, top: bool, headed: bool) -> set[str]:
    inner = text.strip().strip("()[]*_ ")
    plain = _NAMED_AFTER.sub(r"\1", low(inner).rstrip(" ."))
    start = plain[:60]
    closed = ends(inner)
    found = {"sentence"} if closed else {"ending"}
    if _BARE_NAMES.fullmatch(inner.rstrip(" .")) and (
        not words.leaders.match(start) or (" - " in inner and start.startswith("anh "))
    ):
        return found | {"nobody"}  # an author, a heading: a picture's text says who that is
    if (words.tells.search(plain) and words.tells.search(_SHARING.sub(" ", plain))) or _SAID_BY.search(plain):
        found.add("tells")
        if closed:
            return found  # what somebody said is told, whoever it was
    if start.startswith(words.sentence_captions if closed else words.scenes):
        if not closed or (not _PAST.search(plain) and " gồm " not in plain):
            found.add("scene")
    elif top and not closed and start.startswith(words.first_captions):
        found.add("top_scene")
    group = words.captions.match(start) is not None and (start.startswith("các ") or not leads_person(inner, words))
    person = not group and leads_person(inner, words)
    headed = headed and not top
    proper = headed and is_proper(inner)
    if person:
        found.add("person")
    elif group or (headed and not closed and words.bodies.match(start) and _acts(plain, proper, words)):
        found.add("group")
    elif proper and words.objects.match(start):
        found.add("object")
        where = _WHERE.search(plain)
        if where is not None:
            found.add("portrait")
            plain = plain[: where.start()]  # what is told of the place is no deed
    elif closed and "scene" not in found and _is_event_phrase(plain):
        found.add("group")
    elif "scene" not in found:
        found.add("nobody")
        if words.narrates.match(start) and not start.startswith(_NO_NARRATION):
            found.add("narrated")
        if closed and _PLACE_WORDS.search(plain) is None and _ENCLOSED.fullmatch(text.strip()) is None:
            return found  # nothing else can make it a caption
    if headed and (proper or plain.count(" ") >= _SEEN_WORDS) and words.seen.search(plain):
        found.add("seen")
    if group and closed and start.startswith(words.first_captions) and _NEW_SUBJECT.search(plain) is None:
        found.add("subjectless")
    if FULL_NAME.search(inner) is not None or (person and _TWO_SYLLABLES.search(inner) is not None):
        found.add("named")
    deed = words.caption_verbs.search(plain)
    if deed is not None:
        found.add("deed")
        if _TOLD_BEFORE.search(plain[: deed.start()]) or _PAST.search(plain[: deed.end()]):
            found.add("told_before")
    if words.poses.search(plain):
        found.add("pose")
    if words.photographed.search(plain):
        found.add("photographed")
    if ((headed and _NAMED_EVENT.match(plain)) or _DATED_EVENT.match(plain)) and _is_event_phrase(plain):
        found.add("event_phrase")
    if closed and _is_event_phrase(plain) and (_sited(inner) or "deed" in found or " giữa " in plain):
        found.add("event_phrase")
    if (
        headed
        and _sited(inner)
        and ({"seen", "deed"} & found or ("object" in found and plain.count(" ") >= _SEEN_WORDS - 1))
    ):
        found.add("sited")
    if headed and _BRACKETED.search(inner) is not None:
        found.add("bracketed")
    if words.gives.search(plain):
        if words.gifts.search(plain):
            found.add("gift")
        elif group and words.gives.match(plain):
            found.discard("group")  # "Trao quyền gắn với trách nhiệm"
        if (person or start.startswith(words.givers)) and not _ONLY_GIVES_NOT.search(plain) and len(plain) <= 140:
            found.add("gives_only")
    if top and not {"scene", "top_scene"} & found:
        found.add("top")
    if words.placed.search(plain):
        found.add("placed")
    elif words.placed_full.search(plain):
        found.add("placed_full")
    elif closed and _SPEAKS.search(plain):
        found.add("placed")
    if _POSITION.search(plain):
        found.add("position")
    if _ENCLOSED.fullmatch(text.strip()) and ("deed" in found or "seen" in found or "pose" in found):
        found.add("enclosed")
    one = "," not in plain and "told_before" not in found and len(plain) <= _CLAUSE
    if group and (
        ("pose" in found and "told_before" not in found)
        or _SPEAKS.search(words.placed.sub("", plain).rstrip())
        or (one and _SHOWN & found and (deed or "sited" in found))
    ):
        found.add("faceless")
    elif group and closed and _HONOURED.search(plain) and words.placed.search(plain):
        found.add("faceless")
        found.discard("told_before")
    elif person and one and "named" not in found and proper and deed and _SPEAKS.search(plain):
        found.add("faceless")  # "Bí thư Đảng ủy xã Mẫu Khê nêu kiến nghị"
    if (
        closed
        and one
        and group
        and "named" not in found
        and _PRESENT.search(plain)
        and not start.startswith(words.givers)
    ):
        found.add("present")
    if closed and ((person and is_portrait(inner, words)) or _BESIDE.match(inner)):
        found.add("portrait")
    if ":" in (plain[_SIDES:] if "scene" in found else plain):
        by_speaker = closed and person and _SPEAKER_COLON.search(inner) is not None
        found.add("speaker_colon" if by_speaker else "colon")
    if closed and ("“" in plain or '"' in plain) and "gift" not in found:
        found.add("quoted")  # what is handed over may have a name in quotes
    if _DATED.match(plain[:24]) or is_reported(plain):
        found.add("dated")
    if _APPOINTED.search(plain):
        found.add("appointed")
    pronoun = _PRONOUN.match(inner)
    if pronoun is not None and pronoun.group("next") not in _NO_PRONOUN:
        found.add("pronoun")
    short_saying = "speaker_colon" in found and len(plain) <= _LONG
    if (
        closed
        and not short_saying
        and words.asserts.search(plain)
        and words.asserts.search(words.no_tells.sub(" ", _SEEN_WITH.sub(" ", plain)))
    ):
        found.add("asserts")
    if _ELECTED.search(plain):
        found.add("elected")
    if closed and _COUNTED.search(plain) and _COUNTED.search(_NO_COUNT.sub("", plain)):
        found.add("counted")
    if closed and "present" not in found and _ARRIVES.search(plain):
        found.add("arrives")
    if _COMMA_DEED.search(plain):
        found.add("with_comma")
    if len(plain) > _LONG:
        found.add("long")
    if len(plain) > SHORT_LIMIT:
        found.add("very_long")
    return found


def points(found: Set[str], words: Words) -> int:
    """What signs weigh together."""
    table = words.open_points if "ending" in found else words.closed_points
    return sum(table.get(sign, 0) for sign in found)


def is_unmarked(text: str, words: Words, top: bool, headed: bool = True) -> bool:
    """Whether a line's form alone shows that it describes a picture. ``top``, ``headed``: see ``signs``."""
    return may_be_caption(text) and points(signs(text, words, top, headed), words) >= words.enough


def is_credited(text: str, words: Words, sure: bool = False) -> bool:
    """Whether a line describes a picture, as a line with nothing but a photographer's name follows it.

    ``sure``: that line says that it is one ("Ảnh: Thu Mẫu"), so that a short sentence which tells nothing is enough.
    """
    if not may_be_caption(text):
        return False
    found = signs(text, words, False) | {"credited"}
    found -= {"long", "very_long"}
    if "seen" in found:
        found -= {"arrives"}  # "… đón Phó Thủ tướng đến dự hội thảo."
    if points(found, words) >= words.enough:
        return True
    seen = "nobody" not in found or _sited(text)
    goes_on = ends(text) and _GOES_ON.search(text.lower()) is not None
    return sure and seen and len(text) <= _LONG and not found & _TELLING and not goes_on


# "Một số cán bộ khác cũng được đưa về xã.": a sentence that carries the story on, whatever follows it.
_GOES_ON = re.compile(r"(?<!\w)(?:cũng|khác|theo đó|đồng thời|ngoài ra|do đó|vì vậy|vẫn)(?!\w)")
_TELLING = frozenset(("tells", "dated", "narrated", "quoted", "colon", "arrives", "appointed", "elected", "counted"))


__all__ = [
    "FULL_NAME",
    "LIMIT",
    "SHORT_LIMIT",
    "is_credited",
    "is_portrait",
    "is_proper",
    "is_reported",
    "is_unmarked",
    "is_verbless",
    "may_be_caption",
    "one_sentence",
    "points",
    "signs",
]
