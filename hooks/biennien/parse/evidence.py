"""Whether a line without any mark stands below a picture: signs of its form and of its neighbourhood, each with points.

A paragraph of one sentence and a caption can be the same words, so no single sign decides. Each sign has points in
``vocabulary/captions.yml``, one table for lines without a full stop (else they are headings) and one for sentences
(else they are paragraphs); together they must reach ``enough``. The signs:

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
long, very_long longer than captions usually are

and of the neighbourhood, which needs the whole article:

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
credited        a line with nothing but the photographer's name follows
unled           stands before a lead that begins with the outlet's mark, or tells only who is seen before a report
before_report   stands before the paragraph with which the report begins ("Sáng 5-3, …")
explained       a second sentence only says who is seen: "… Anh là …"; counts where the article has such captions
gallery         stands below "Một số hình ảnh tại hội nghị:"
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from .lines import Piece, Words, ends, is_bullet, leads_person, low, pattern, shouted

SHORT_LIMIT = 240  # what a picture's text is no longer than, in characters, where little else shows that it is one
_LIMIT = 300  # no caption without any mark is longer than this
_LONG = 160
_SHORT_PARAGRAPH = 100  # half the paragraphs of a brief are no longer than this
_SHORT = 0.65  # of their usual length: the line is short beside the paragraphs
_REPORT = 4  # paragraphs of a report, not of a brief
_LEAST = 0  # a line with fewer points by its form is no caption whatever stands beside it
_MANY = 60  # so many lines that could be captions are a list: no neighbourhood is asked, which keeps time linear

FULL_NAME = pattern(r"(?:(?<=\s)|^)[%U][^\W\d_%U]+(?: [%U][^\W\d_%U]*){2,4}")
_INNER_END = pattern(r"(?P<word>[^\W_]{2,})[.!?…]\s+(?=[%U“\"])")
_ABBREVIATIONS = frozenset(("tp", "tx", "tt", "ts", "ths", "pgs", "gs", "bs", "ks", "cn", "st", "đ", "ths", "tsbs"))
_TWO_SYLLABLES = pattern(r"(?:Ông|ông|Bà|bà|đồng chí|Đồng chí|[Đđ]/c|tá|úy|tướng) [%U][^\W\d_%U]+ [%U][^\W\d_%U]+")
_NEW_SUBJECT = re.compile(r", (?:ông|bà|đồng chí|đ/c|bí thư|phó|chủ tịch|tỉnh|thành|huyện|lãnh đạo|các|ban )")
_DATED = re.compile(r"^(?:sáng|chiều|tối|trưa|ngày|hôm nay|vào)\b|^.{0,16}\d{1,2}[/.-]\d{1,2}\b")
# The time right before what was done: a report's word order.
_REPORTED = re.compile(
    r"(?<!^)(?<!\w)(?:sáng|chiều|tối|trưa)(?: nay| qua|(?:,? ngày)? \d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{4})?),? "
    r"(?!tại|ở|của|và|trong|với|do|cùng)\w"
)
_APPOINTED = re.compile(
    r"(?<!\w)(?:làm (?:quyền |tân )?(?:bí thư|phó|chủ tịch|giám đốc|trưởng|chánh|chủ nhiệm|bộ trưởng)|giữ chức|"
    r"được bầu|trúng cử|thôi|nhận nhiệm vụ|được bổ nhiệm|được chỉ định)(?!\w)"
)
_ELECTED = re.compile(r"(?<!\w)(?:tái cử|đắc cử)(?!\w)")
_POSITION = re.compile(
    r"(?:\(|, )(?:người )?(?:đứng |ngồi |ở )?(?:giữa|bìa trái|bìa phải|bên trái|bên phải|ngoài cùng|trái|phải|hàng đầu|"
    r"hàng trước|đứng|áo \w+|thứ (?:nhất|hai|ba|tư|năm|sáu|\d)(?: (?:bên )?(?:từ )?(?:trái|phải)))(?=[),\s])"
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
    r"(?:(?:khóa|nhiệm kỳ|năm|giai đoạn|lần thứ|số|thứ|quận|phường|khu phố|ấp|thôn|tổ|quân khu|quân đoàn|vùng|đồn|đợt)|"
    r"(?:trung đoàn|sư đoàn|lữ đoàn|tiểu đoàn|binh đoàn|hải đội|hải đoàn)(?: [^\W\d]+){0,2}) [\dxvilc/\-– ]+|"
    r"\d+ tháng (?:đầu|cuối)|(?:tháng|quý|sáng|chiều|tối|ngày|hôm) [\divx][\divx/.\-]*"
)
# To be seen, as speaking is: nothing is told of what was said.
_SHARING = re.compile(
    r"(?<!\w)chia sẻ(?= (?:tại|ở|trong|về|với|cùng)(?!\w)|$)|"
    r"(?<!\w)(?:nêu|gửi|đưa ra)(?: (?:các|những|một số|nhiều))? (?:kiến nghị|đề xuất|đề nghị)"
    r"(?= (?:tại|với|tới|đến)(?!\w)|$)"
)
_SAID_BY = re.compile(r", theo (?!dõi)[^,]{4,80}$")  # "Cán bộ phải gần dân, theo Bí thư Tỉnh ủy"
_TOLD_BEFORE = re.compile(r"(?<!\w)(?:đã|sẽ|vừa|cũng|còn|được|lần lượt|đồng thời|tiếp tục)(?: \w+)?\s*$")
_PAST = re.compile(r"(?<!\w)(?:đã|sẽ|vừa)(?!\w)")
_ONLY_GIVES_NOT = re.compile(r"[,;:\d]|(?<!\w)(?:đã|sẽ|yêu cầu|đề nghị)(?!\w)")
_SPEAKER_COLON = pattern(r"[%U][^\W\d_]+(?: [%U][^\W\d_]+){1,3}: [\w“\"]")
_COMMA_DEED = re.compile(
    r", (?:phát biểu|trình bày|báo cáo|điều hành|kết luận|khai mạc|bế mạc|trao|tặng|công bố)(?!\w)"
)
_SAID = re.compile(
    r"phát biểu|kết luận|nhấn mạnh|đề nghị|yêu cầu|cho biết|khẳng định|biểu dương|ghi nhận|đánh giá|lưu ý|chúc mừng|"
    r"tiếp thu|trình bày|báo cáo|giao nhiệm vụ|cho rằng|hứa|chỉ rõ|phân tích|kêu gọi|bày tỏ"
)
_ATTENDING = ("cùng dự", "dự ", "tham dự", "đến dự", "tới dự", "về phía", "về dự")
_PLACE_WORDS = re.compile(r"trái|phải|giữa|đứng|ngồi|hàng|cùng|áo|thứ")  # some of _POSITION
_WORD = re.compile(r"\w+")
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
    r"(?:[^,.:;]{0,60} )?[%U][^\W\d_%U]+(?: [%U][^\W\d_%U]+){1,3}(?: \([^()]{1,40}\))? (?:tại|trong|bên) "
    r"(?:(?:một|buổi|lễ|phiên|hội|đại|kỳ|cuộc|sự|chương|trụ|nhà|phòng)\s)[^.:;]{2,90}\.?$"
)
_NAMED_LAST = pattern(r"[%U][^\W\d_%U]+(?: [%U][^\W\d_%U]+){2,6}$")
_NAMED_AFTER = re.compile(r"^((?:các )?(?:đ/c|đồng chí|ông|bà)):")  # "Đ/c: Trần Ví Dụ"
_NEW = re.compile(r"(?<!\w)tân(?!\w)")
_WHERE = re.compile(r", nơi (?!đây)")
_FINITE = re.compile(
    r"(?<!\w)(?:là|được|bị|có|đã|sẽ|cho|giữ|dự|đến|vào|ra|nhận|nói|sinh|quê|làm|cùng|thay|gồm|do|trúng|tái|đắc|từng|vừa|"
    r"phải|cần|không|chủ trì|tham gia|điều hành|khẳng định|đề nghị|yêu cầu|về|gửi|mong|hứa|"
    r"cam kết|tin|thăm|tặng|trao)(?!\w)"
)
_SEEN_WORDS = 7


def one_sentence(text: str) -> bool:
    """Whether no sentence ends inside a line; abbreviations and the number of an item ("10. …") end none."""
    return all(
        found.group("word").lower() in _ABBREVIATIONS or (found.start() == 0 and found.group("word").isdigit())
        for found in _INNER_END.finditer(text)
    )


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
    if len(plain) > _CLAUSE or _FINITE.search(plain) or words.caption_verbs.search(_NEW.sub(" ", plain)):
        return False
    names = FULL_NAME.findall(inner)
    return len(names) == 1 and (_NAMED_LAST.search(inner.rstrip(" .")) is not None or f"{names[0]}, " in inner)


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
    return len(text) <= _LIMIT and not is_bullet(text) and not shouted(text) and one_sentence(text)


def signs(text: str, words: Words, top: bool, headed: bool = True) -> set[str]:
    """The signs of a line by itself. ``top``: nothing but the page's frame stands before it.

    ``headed``: the headline has been; before it, an organ, a thing and what can be seen are rather of a headline.
    """
    inner = text.strip().strip("()[]*_ ")
    plain = _NAMED_AFTER.sub(r"\1", low(inner).rstrip(" ."))
    start = plain[:60]
    closed = ends(inner)
    found = {"sentence"} if closed else {"ending"}
    if words.tells.search(_SHARING.sub(" ", plain)) or _SAID_BY.search(plain):
        found.add("tells")
        if closed:
            return found  # what somebody said is told, whoever it was
    if start.startswith(words.sentence_captions if closed else words.scenes):
        if not closed or not _PAST.search(plain):
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
        if words.narrates.match(start):
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
        or (one and _SHOWN & found and deed)
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
    if ":" in plain:
        by_speaker = closed and person and _SPEAKER_COLON.search(inner) is not None
        found.add("speaker_colon" if by_speaker else "colon")
    if closed and ("“" in plain or '"' in plain) and "gift" not in found:
        found.add("quoted")  # what is handed over may have a name in quotes
    if _DATED.match(plain[:24]) or is_reported(plain):
        found.add("dated")
    if _APPOINTED.search(plain):
        found.add("appointed")
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


def points(found: set[str], words: Words) -> int:
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
        found.discard("arrives")  # "… đón Phó Thủ tướng đến dự hội thảo."
    if points(found, words) >= words.enough:
        return True
    seen = "nobody" not in found or _sited(text)
    goes_on = ends(text) and _GOES_ON.search(text.lower()) is not None
    return sure and seen and len(text) <= _LONG and not found & _TELLING and not goes_on


# "Một số cán bộ khác cũng được đưa về xã.": a sentence that carries the story on, whatever follows it.
_GOES_ON = re.compile(r"(?<!\w)(?:cũng|khác|theo đó|đồng thời|ngoài ra|do đó|vì vậy|vẫn)(?!\w)")
_TELLING = frozenset(("tells", "dated", "narrated", "quoted", "colon", "arrives", "appointed", "elected", "counted"))


# --- the neighbourhood --------------------------------------------------------------------------------------------
class Neighbourhood:
    """The pieces of an article as evidence for those that may be captions."""

    def __init__(self, pieces: Sequence[Piece], words: Words) -> None:
        self._pieces = pieces
        self._words = words
        self._forms: dict[int, set[str]] = {}  # what may be a caption, by its index, with the signs of its form
        for k, piece in enumerate(pieces):
            if piece.kind not in ("paragraph", "subhead"):
                continue
            text = _explained(piece.text) or piece.text
            if may_be_caption(text):
                found = signs(text, words, False)
                if len(text) < len(piece.text):
                    found.add("explained")
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
            found = form | self._beside(k, form, told)
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

    def _beside(self, k: int, form: set[str], told: Sequence[int]) -> set[str]:
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
    found = _WHO.search(text) if len(text) <= _LIMIT else None
    return text[: found.start() + 1] if found is not None and one_sentence(text[found.end() :]) else ""


_WHO = re.compile(r"\.\s+(?:Anh|Chị|Ông|Bà|Em|Họ|Đây|Cô|Cụ) (?:(?:cũng|hiện|từng|đang) )?(?:là|được|nguyên là) ")


def _shared(text: str, other: str) -> bool:
    """Whether a paragraph repeats a good part of a line's word pairs."""
    wanted = word_pairs(text)
    return len(wanted) >= 5 and len(wanted & word_pairs(other[:2000])) >= 0.36 * len(wanted)


__all__ = [
    "FULL_NAME",
    "SHORT_LIMIT",
    "Neighbourhood",
    "closes_with_picture",
    "is_credited",
    "is_portrait",
    "is_proper",
    "is_reported",
    "is_unmarked",
    "may_be_caption",
    "one_sentence",
    "points",
    "signs",
    "word_pairs",
]
