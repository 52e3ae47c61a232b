"""The blocks of an article and its publication date in; when the meeting took place, how that is known and why, out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model import Block, DateBasis, Doubt, EventDate, Evidence, Meta
from .dates import (
    PrintedDay,
    find_days,
    find_relative,
    make_day,
    shown_day,
    stamped_day,
)
from .documents_text import flat
from .years import weekday_near, year_from_text, year_from_weekday

_READ = 5  # paragraphs after which a day is no longer the lead's
_MONTH_ONLY = re.compile(
    r"(?:\([^()]{1,30}\)\s?[-–]?\s?)?(?P<said>(?:trong |đầu |giữa |cuối |hồi )?tháng (?P<m>\d{1,2})"
    r"(?:\s?(?:[-/.]|năm)\s?(?P<y>(?:19|20)\d\d))?(?:\svừa qua)?)(?=[\s,])"
)
_NEAR = dt.timedelta(days=45)  # a day further back than this is the meeting's only in the lead itself
_LONG_AGO = dt.timedelta(days=366)
_OLDEST = 1990  # a day before it is history, in whatever article
_HELD = re.compile(r"(?<![^\W_])đã(?![^\W_])")
_SOON_AFTER = dt.timedelta(days=31)
_MEETING = re.compile(
    r"tổ chức|khai mạc|bế mạc|diễn ra|chủ trì|hội nghị|đại hội|phiên|buổi|lễ|họp|làm việc|dự|gặp|tiếp|công bố|trao|"
    r"phát động|thăm|kiểm tra|tọa đàm"
)
_SENTENCE_END = re.compile(r"(?<!tp)(?<!\d)[.!?…](?=\s|$)|(?<=\d)\.(?=\s+[^\W\d_]|$)")
_PREFIX = re.compile(r"[^a-zà-ỹđ]{0,30}|.{0,40}(?:\s[-–—]\s|\)\s?[-–—]?\s?|:\s)")  # "(SGGP) - ", "Hà Nội – "
_URL_DAY = re.compile(r"(?<!\d)(20[0-3]\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?=\d{6,12}(?!\d)|[-/.]|$)")
_STAMP_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)(?![\d-])")


@dataclass(frozen=True, slots=True)
class _Candidate:
    block: Block
    day: PrintedDay
    score: int
    order: int


def sentences(view: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of a flat view."""
    out = []
    at = 0
    for match in _SENTENCE_END.finditer(view):
        if match.end() > at:
            out.append((at, match.end()))
        at = match.end()
    if at < len(view):
        out.append((at, len(view)))
    return out


def lead_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that may say when and who: the lead, then the first paragraphs; the headline comes last."""
    leads = [b for b in blocks if b.kind == "lead"]
    rest = [b for b in blocks if b.kind == "paragraph"][: _READ + 1]
    return [*leads, *(b for b in rest if b not in leads)][: _READ + len(leads)]


def read_date(
    blocks: Sequence[Block], meta: Meta, published: dt.date | None, extension: Path | None = None
) -> tuple[EventDate, tuple[Block, int, int] | None, list[Doubt]]:
    """The event's date, the sentence (block, start, end) that says it, and what could not be decided."""
    where = "đăng ngày"
    if published is None:
        published, where = _stamped(blocks, meta.source.url)
    candidates = _candidates(blocks, published)
    best = max(candidates, key=lambda c: (c.score, -c.order), default=None)
    sentence = None
    if best:
        view = flat(best.block.text)
        sentence = next(
            ((best.block, s, e) for s, e in sentences(view) if s <= best.day.start < e), (best.block, 0, len(view))
        )
    if meta.meeting.date is not None:
        part = best.day.part if best and best.day.on(meta.meeting.date.year) == meta.meeting.date else None
        return (
            EventDate(meta.meeting.date, "day", "editor", "ngày do người biên tập ghi", part_of_day=part),
            sentence,
            [],
        )
    if best:
        found, doubts = _dated(best, blocks, published, where, extension)
        if found:
            return found, sentence, doubts
        return _open(published, where, best), sentence, doubts
    relative = _relative(blocks, published, where)
    if relative:
        return relative[0], relative[1], []
    month = _month_only(blocks, published, where)
    if month:
        return month[0], month[1], []
    return _open(published, where, None), None, []


def _candidates(blocks: Sequence[Block], published: dt.date | None) -> list[_Candidate]:
    out = []
    order = 0
    has_lead = any(b.kind == "lead" for b in blocks)
    for index, block in enumerate(lead_blocks(blocks)):
        view = flat(block.text)
        if not any(c.isdigit() for c in view):
            continue
        bounds = sentences(view)
        for day in find_days(view, 0, min(len(view), 3000)):
            order += 1
            if day.use != "plain":
                continue
            start, end = next(((s, e) for s, e in bounds if s <= day.start < e), (0, len(view)))
            opens = _PREFIX.fullmatch(block.text[start : day.start]) is not None or day.start - start <= 3
            meets = _MEETING.search(view, start, end) is not None
            strong = day.part is not None
            lead = block.kind == "lead" or (not has_lead and index == 0)
            # Outside the lead only "Chiều 15-10, …" or a sentence that opens with the day is believed.
            if not lead and not (meets and (strong or opens)):
                continue
            made = day.on(_year_for(day, published)) if published else None
            if made and published and not lead and abs(published - made) > _NEAR:
                continue
            if published is None and day.year and index > 1 and not strong:
                continue  # "Ngày 19-1-2013, bệnh viện được khánh thành", far behind the lead: what was before
            if day.year and day.year < _OLDEST:
                continue  # "tại Kỳ họp thứ hai Quốc hội khóa I (ngày 31-10-1946)"
            if day.year and published and made:
                if made > published and not (lead and opens and _late(view, day.end, end, made, published)):
                    continue
                # "Năm 2019 …, (ngày 5-6-2019)" in an article of 2025: what was then.
                if published - made > _LONG_AGO and not opens:
                    continue
            score = 3 * strong + 2 * opens + 2 * meets + (3 if lead else 0) - min(index, 4)
            score += 1 if start == 0 else 0
            out.append(_Candidate(block, day, score, order))
    return out


def _late(view: str, start: int, end: int, made: dt.date, published: dt.date) -> bool:
    """Whether a sentence tells of a day after its page's stamp as past: "Chiều 26-9-2022 Sở … đã tổ chức".

    Such a stamp is the draft's, or mistyped; the article knows better when it was.
    """
    return made - published <= _SOON_AFTER and _HELD.search(view, start, end) is not None


def _year_for(day: PrintedDay, published: dt.date) -> int:
    """The year in which that day is nearest to, and not after, publication."""
    if day.year:
        return day.year
    made = day.on(published.year)
    return published.year if made is not None and made <= published else published.year - 1


def _dated(
    best: _Candidate, blocks: Sequence[Block], published: dt.date | None, where: str, extension: Path | None
) -> tuple[EventDate | None, list[Doubt]]:
    day = best.day
    evidence = Evidence(best.block.id, day.start, day.end)
    written = best.block.text[day.start : day.end]
    if day.year:
        made = day.on(day.year)
        if made is None:
            return None, [_doubt(evidence, f"không có ngày “{written}”")]
        return EventDate(made, "day", "stated", f"bài ghi “{written}”", evidence, day.until(made), None, day.part), []
    if published is not None:
        year = _year_for(day, published)
        this = day.on(published.year)
        if this is not None and published < this <= published + dt.timedelta(days=7):
            message = f"bài ghi “{written}” nhưng {where} {shown_day(published)}, trước ngày ấy"
            return None, [_doubt(evidence, message)]
        made = day.on(year) or day.on(year - 1)
        if made is None:
            return None, [_doubt(evidence, f"không có ngày “{written}”")]
        reason = f"bài ghi “{written}”; năm là năm gần nhất không sau ngày ấy ({where} {shown_day(published)})"
        return EventDate(made, "day", "from_publication", reason, evidence, day.until(made), None, day.part), []
    # No captions: a picture out of the files has its own date ("Ông … tại một sự kiện, tháng 4/2022").
    texts = [b for b in blocks if b.kind in ("headline", "lead", "paragraph", "subhead")]
    views = [flat(b.text) for b in texts]
    found = year_from_text(views, day.month, day.day, extension)
    weekday = weekday_near(flat(best.block.text), day.start, day.end)
    if weekday is not None:
        made = day.on(found[0]) if found else None
        if found is None or (made is not None and made.weekday() != weekday):
            found = year_from_weekday(views, day.month, day.day, weekday)
    if found is None:
        return None, [_doubt(evidence, f"bài ghi “{written}” mà không có năm, và không rõ ngày đăng")]
    year, (number, start, end) = found
    made = day.on(year)
    if made is None:
        return None, [_doubt(evidence, f"không có ngày “{written}” trong năm {year}")]
    said = texts[number].text[start:end]
    reason = f"bài ghi “{written}”; năm {year} suy từ “{said}” trong bài"
    return EventDate(made, "day", "from_text", reason, evidence, day.until(made), None, day.part), []


def _relative(
    blocks: Sequence[Block], published: dt.date | None, where: str
) -> tuple[EventDate, tuple[Block, int, int]] | None:
    """ "Sáng nay, …" in the lead: the day of publication, or the day before for "qua"."""
    if published is None:
        return None
    for block in lead_blocks(blocks)[:3]:
        view = flat(block.text)
        for start, end in sentences(view)[:4]:
            if not _MEETING.search(view, start, end):
                continue
            for found in find_relative(view, start, end):
                evidence = Evidence(block.id, found.start, found.end)
                written = block.text[found.start : found.end]
                if found.days is None:
                    reason = f"bài chỉ nói “{written}”, {where} {shown_day(published)}"
                    return EventDate(None, "not_after", "from_publication", reason, evidence, not_after=published), (
                        block,
                        start,
                        end,
                    )
                day = published - dt.timedelta(days=found.days)
                reason = f"bài nói “{written}”, {where} {shown_day(published)}"
                return EventDate(day, "day", "from_publication", reason, evidence, part_of_day=found.part), (
                    block,
                    start,
                    end,
                )
    return None


def _month_only(
    blocks: Sequence[Block], published: dt.date | None, where: str
) -> tuple[EventDate, tuple[Block, int, int]] | None:
    """ "Tháng 10-2025, Đảng ủy xã … tổ chức …": no day, but the month's last one bounds it."""
    for block in lead_blocks(blocks)[:1]:
        view = flat(block.text)
        for start, end in sentences(view)[:1]:
            found = _MONTH_ONLY.match(view, start, end)
            if found is None or not _MEETING.search(view, found.end(), end):
                return None
            year = int(found.group("y")) if found.group("y") else published.year if published else None
            month = int(found.group("m"))
            first = make_day(year, month, 1) if year else None
            if first is None:
                return None
            if published and first > published:
                first = first.replace(year=first.year - 1)
            last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
            bound = min(last, published) if published else last
            written = block.text[found.start("said") : found.end("said")]
            reason = f"bài chỉ nói “{written}”" + (f", {where} {shown_day(published)}" if published else "")
            evidence = Evidence(block.id, found.start("said"), found.end("said"))
            basis: DateBasis = "from_text" if found.group("y") else "from_publication"
            return EventDate(None, "not_after", basis, reason, evidence, not_after=bound), (block, start, end)
    return None


def _open(published: dt.date | None, where: str, best: _Candidate | None) -> EventDate:
    """No day can be given: at least the last possible one."""
    evidence = Evidence(best.block.id, best.day.start, best.day.end) if best else None
    part = best.day.part if best else None
    if published is not None:
        reason = f"bài không nói rõ ngày họp; {where} {shown_day(published)}"
        return EventDate(None, "not_after", "from_publication", reason, evidence, not_after=published, part_of_day=part)
    return EventDate(
        None, "unknown", "unknown", "bài không nói ngày họp và không rõ ngày đăng", evidence, part_of_day=part
    )


def _stamped(blocks: Sequence[Block], url: str | None) -> tuple[dt.date | None, str]:
    """The latest day on which an article without a publication date can have appeared, by its address or stamp."""
    if url and (found := _URL_DAY.search(url)) and (day := make_day(*map(int, found.groups()))):
        return day, "địa chỉ bài mang ngày"
    for block in blocks[:6]:
        if block.kind != "boilerplate" or len(block.text) > 120:
            continue
        if day := stamped_day(flat(block.text)):
            return day, "bài mang dấu ngày"
        if found := _STAMP_MONTH.search(block.text):
            first = make_day(int(found.group(1)), int(found.group(2)), 1)
            if first:
                following = (first + dt.timedelta(days=31)).replace(day=1)
                return following - dt.timedelta(days=1), "bài mang dấu tháng, muộn nhất ngày"
    return None, ""


def _doubt(evidence: Evidence, message: str) -> Doubt:
    return Doubt("BN023", evidence, message + ".", "Ghi meeting.date ở phần đầu nếu biết chắc.")
