"""Articles of one event join into one meeting, doubtful pairs are proposed, contradictions keep them apart."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biennien.meetings import Report, best_date, group, most_printed, near_duplicates, report, score
from biennien.model import (
    Article,
    Block,
    Citation,
    Event,
    EventDate,
    Evidence,
    Extraction,
    Meta,
    Office,
    PersonMention,
    StatedMeeting,
)
from biennien.titles import meeting_title

DAY = dt.date(2025, 12, 25)
WORDS = Evidence("b1", 0, 1)
NEW_OFFICE = Office("Bí thư", None, WORDS, "incoming")
LEAD = "Chiều 25-12, Tỉnh ủy Bình Mẫu tổng kết công tác năm."
OTHER_LEAD = "Một cuộc gặp nữa đã diễn ra ở nơi khác hẳn."


def told(
    article: str,
    *,
    day: dt.date | None = DAY,
    body: str | None = "binh-mau/tinh-uy",
    family: tuple[str, ...] = (),
    place: str | None = "binh-mau",
    kind: str | None = "hội nghị tổng kết",
    session: str | None = None,
    speakers: tuple[str, ...] = (),
    attended: tuple[str, ...] = (),
    appointed: tuple[str, ...] = (),
    documents: tuple[str, ...] = (),
    lead: str = LEAD,
    published: dt.date | None = DAY,
    stated: str | None = None,
    **date: Any,
) -> Report:
    """What one article says of its meeting."""
    when = EventDate(
        day,
        date.pop("precision", "day" if day else "not_after" if "not_after" in date else "unknown"),
        date.pop("basis", "stated" if day else "unknown"),
        "",
        **date,
    )
    meta = Meta(meeting=StatedMeeting(id=stated))
    blocks = (Block("b1", "lead", lead, 1),)
    written = Article(
        article, f"docs/bai-viet/{article}.md", "", meta, blocks, lead[:20], "derived", published, "editor", (), ""
    )
    people = [(n, "chaired") for n in speakers] + [(n, "attended") for n in attended]
    extraction = Extraction(
        article,
        (
            *(PersonMention(name, role, (), (), "test") for name, role in people),  # type: ignore[arg-type]
            *(
                PersonMention(name, "mentioned", (Office("Bí thư", None, WORDS, "incoming"),), (), "test")
                for name in appointed
            ),
        ),
        tuple(Citation(WORDS, words, "nghị quyết") for words in documents),
        Event(when, kind, WORDS, body, WORDS, place, "stated", "", session=session),
    )
    name = body.split("/")[-1].replace("-", " ") if body else None
    return report(
        written,
        extraction,
        outlet=None,
        body=body,
        body_name=name,
        family=frozenset({*family, *([body] if body else [])}),
    )


def ids(*reports: Report) -> list[list[str]]:
    return [[one.article.id for one in g.reports] for g in group(reports)[0]]


# One meeting or two


def test_one_appointment_announced_on_one_day_is_one_meeting_whoever_is_said_to_hold_it() -> None:
    central = told("a", body="trung-uong/ban-to-chuc", kind="lễ công bố quyết định", appointed=("Lê Mẫu",))
    local = told("b", kind="lễ công bố quyết định", appointed=("Lê Mẫu",))
    somebody_else = told("c", kind="lễ công bố quyết định", appointed=("Phạm Thử",), lead=OTHER_LEAD)
    assert ids(central, local) == [["a", "b"]]
    assert ids(central, somebody_else) == [["a"], ["c"]]
    assert "cùng người nhận nhiệm vụ" in score(central, local)[1]


@pytest.mark.parametrize(
    ("other", "because"),
    [
        (told("b", speakers=("Trần Ví Dụ",), lead=OTHER_LEAD), "cùng người chủ trì hoặc phát biểu"),
        (told("b", lead=LEAD + " Thêm vài chữ."), "lời văn giống nhau"),
        (
            told("b", kind=None, session="9", lead=OTHER_LEAD, attended=("Lê Mẫu", "Trần Ví Dụ")),
            "cùng lần thứ 9",
        ),
        (
            told("b", day=None, not_after=DAY + dt.timedelta(1), speakers=("Trần Ví Dụ",), lead=LEAD),
            "một bài không ghi ngày, đăng ngay sau đó",
        ),
        (told("b", end=DAY + dt.timedelta(2), speakers=("Trần Ví Dụ",)), "cùng ngày"),
        (told("b", day=DAY - dt.timedelta(1), end=DAY, speakers=("Trần Ví Dụ",)), "ngày họp giao nhau"),
        (
            told("b", body=None, place=None, speakers=("Trần Ví Dụ",), attended=("Lê Mẫu", "Phạm Thử")),
            "cùng 3 người dự",
        ),
    ],
)
def test_reports_of_one_event_are_one_meeting_with_the_reasons(other: Report, because: str) -> None:
    first = told("a", speakers=("Trần Ví Dụ",), attended=("Lê Mẫu", "Phạm Thử"), session="9")
    [meeting], problems = group([first, other])
    assert [one.article.id for one in meeting.reports] == ["a", "b"]
    assert because in meeting.reasons
    assert problems == []


@pytest.mark.parametrize(
    "other",
    [
        told("b", day=DAY + dt.timedelta(1), speakers=("Trần Ví Dụ",)),
        told("b", place="tpvd", speakers=("Trần Ví Dụ",)),
        told("b", session="10", speakers=("Trần Ví Dụ",)),
        told("b", day=None, not_after=DAY + dt.timedelta(5), speakers=("Trần Ví Dụ",)),
        told("b", day=None, published=None, speakers=("Trần Ví Dụ",)),
        told("b", body="binh-mau/hdnd", kind="kỳ họp", lead=OTHER_LEAD),
        told("b", day=DAY.replace(day=1), precision="month", speakers=("Trần Ví Dụ",), published=None),
    ],
)
def test_what_speaks_against_it_keeps_two_apart_without_a_question(other: Report) -> None:
    first = told("a", speakers=("Trần Ví Dụ",), session="9")
    groups, problems = group([first, other])
    assert len(groups) == 2
    assert problems == []
    assert all(g.reasons == () for g in groups)


def test_a_doubtful_pair_is_proposed_and_not_joined() -> None:
    groups, [problem] = group([told("a"), told("b", lead=OTHER_LEAD)])
    assert len(groups) == 2
    assert (problem.code, problem.severity, problem.path) == ("BN050", "warning", "docs/bai-viet/b.md")
    assert "docs/bai-viet/a.md" in problem.message
    assert "cùng ngày, cùng cơ quan họp, cùng loại cuộc họp" in problem.message


def test_morning_and_afternoon_of_one_body_are_two_meetings() -> None:
    morning = told("a", speakers=("Trần Ví Dụ",), part_of_day="sáng", lead=OTHER_LEAD, kind="họp báo")
    assert len(ids(morning, told("b", speakers=("Trần Ví Dụ",), part_of_day="chiều"))) == 2


@pytest.mark.parametrize("parts", [("sáng", "chiều"), ("chiều", "tối"), ("tối", "sáng")])
def test_two_parts_of_a_day_are_at_most_proposed_however_much_else_agrees(parts: tuple[str, str]) -> None:
    one, other = (told(part, speakers=("Trần Ví Dụ",), part_of_day=part) for part in parts)
    groups, [problem] = group([one, other])
    assert len(groups) == 2
    assert "khác buổi" in problem.message


def test_a_report_without_a_part_of_day_does_not_join_morning_and_afternoon() -> None:
    morning = told("a", speakers=("Trần Ví Dụ",), part_of_day="sáng")
    afternoon = told("b", speakers=("Trần Ví Dụ",), part_of_day="chiều")
    assert not any({"a", "b"} <= set(g) for g in ids(morning, afternoon, told("c", speakers=("Trần Ví Dụ",))))


def test_a_numbered_session_goes_on_after_noon() -> None:
    morning = told("a", speakers=("Trần Ví Dụ",), part_of_day="sáng", session="9")
    afternoon = told("b", speakers=("Trần Ví Dụ",), part_of_day="chiều", session="9")
    assert ids(morning, afternoon) == [["a", "b"]]


def test_one_appointment_may_be_told_of_the_afternoon_and_of_the_evening() -> None:
    reports = [told(part, kind="lễ", appointed=("Lê Mẫu",), part_of_day=part) for part in ("chiều", "tối")]
    assert ids(*reports) == [["chiều", "tối"]]


def test_who_receives_one_guest_after_another_makes_no_meeting_of_them() -> None:
    first = told("a", body=None, kind="buổi tiếp", attended=("Trần Ví Dụ", "Lê Mẫu"), session="2")
    second = told("b", body=None, kind="buổi tiếp", attended=("Trần Ví Dụ", "Phạm Thử"), session="2")
    assert ids(first, second) == [["a"], ["b"]]
    assert "cùng 1 người dự" not in score(first, second)[1]
    nobody_else = told("c", body=None, kind="buổi tiếp", attended=("Trần Ví Dụ",), session="2")
    assert "cùng 1 người dự" in score(first, nobody_else)[1]


def test_one_guest_and_the_words_of_the_genre_are_no_question_to_the_editor() -> None:
    first = told("a", body=None, kind="buổi tiếp", attended=("Trần Ví Dụ",))
    groups, problems = group([first, told("b", body=None, kind="buổi tiếp", attended=("Trần Ví Dụ",))])
    assert (len(groups), problems) == (2, [])
    both = ("Trần Ví Dụ", "Lê Mẫu")
    two = [told(name, body=None, kind="buổi tiếp", attended=both) for name in ("a", "b")]
    assert len(group(two)[1]) == 1 or len(group(two)[0]) == 1


def test_a_report_without_a_day_that_reads_otherwise_is_only_proposed() -> None:
    dated = told("a", speakers=("Trần Ví Dụ",))
    words = "Kết luận hội nghị tổng kết công tác năm, nhiều việc khác được nêu ra ở một nơi xa hơn trước đây rất nhiều."
    later = told("b", day=None, not_after=DAY + dt.timedelta(1), speakers=("Trần Ví Dụ",), lead=words)
    groups, [problem] = group([dated, later])
    assert (len(groups), problem.code) == (2, "BN050")
    same_session = dataclasses.replace(
        later,
        extraction=dataclasses.replace(
            later.extraction, event=dataclasses.replace(dated.extraction.event, session="9", date=later.when)
        ),
    )
    assert ids(told("a", speakers=("Trần Ví Dụ",), session="9"), same_session) == [["a", "b"]]


def test_a_third_article_does_not_join_two_that_contradict_each_other() -> None:
    ninth = told("a", session="9", speakers=("Trần Ví Dụ",))
    tenth = told("b", session="10", speakers=("Trần Ví Dụ",))
    either = told("c", speakers=("Trần Ví Dụ",))
    groups = ids(ninth, tenth, either)
    assert sorted(map(len, groups)) == [1, 2]
    assert not any({"a", "b"} <= set(g) for g in groups)


def test_three_reports_join_through_the_one_in_the_middle() -> None:
    first = told("a", speakers=("Trần Ví Dụ",))
    middle = told("b", speakers=("Trần Ví Dụ", "Lê Mẫu"), lead=OTHER_LEAD)
    last = told("c", speakers=("Lê Mẫu",), kind=None, lead="Khác nữa, không chữ nào chung.")
    assert ids(first, middle, last) == [["a", "b", "c"]]


# The editor's word


def test_the_same_id_in_the_front_matter_joins_whatever_the_texts_say() -> None:
    [meeting], problems = group([told("a", stated="m-1"), told("b", stated="m-1", place="tpvd", day=None)])
    assert (meeting.id, meeting.reasons) == ("m-1", ("người biên tập ghi cùng mã cuộc họp",))
    assert problems == []


def test_two_ids_in_the_front_matter_keep_apart_whatever_the_texts_say() -> None:
    reports = [told("a", stated="m-1", speakers=("Trần Ví Dụ",)), told("b", stated="m-2", speakers=("Trần Ví Dụ",))]
    groups, problems = group([*reports, told("c", speakers=("Trần Ví Dụ",))])
    assert {g.id for g in groups} == {"m-1", "m-2"}
    assert len(groups) == 2
    assert problems == []


def test_an_editors_id_is_kept_when_another_meeting_would_have_made_it() -> None:
    made = told("a")
    stated = told("b", stated="2025-12-25-tinh-uy", day=DAY.replace(day=1))
    assert [g.id for g in group([made, stated])[0]] == ["2025-12-25-tinh-uy-hoi-nghi-tong-ket", "2025-12-25-tinh-uy"]


# Ids and dates


@pytest.mark.parametrize(
    ("one", "identity"),
    [
        (told("a"), "2025-12-25-tinh-uy"),
        (told("a", body=None), "2025-12-25-hoi-nghi-tong-ket"),
        (told("a", body=None, kind=None), "2025-12-25-chieu-25-12-tinh-uy"),
        (told("a", day=DAY.replace(day=1), precision="month"), "2025-12-tinh-uy"),
        (told("a", day=DAY.replace(month=1, day=1), precision="year"), "2025-tinh-uy"),
        (told("a", day=None, not_after=DAY), "den-2025-12-25-tinh-uy"),
        (told("a", day=None), "khong-ro-ngay-tinh-uy"),
        (told("a", day=None, body=None, kind=None, lead="…"), "khong-ro-ngay-cuoc-hop"),
    ],
)
def test_an_id_says_when_and_who(one: Report, identity: str) -> None:
    assert group([one])[0][0].id == identity


def test_several_meetings_of_one_body_and_day_have_different_ids() -> None:
    reports = [
        told("a", lead="Bàn việc đê điều.", kind="hội nghị"),
        told("b", lead="Trao huy hiệu cho người cao tuổi.", kind="lễ trao"),
        told("c", lead="Nghe trình bày quy hoạch mới?", kind="lễ trao", part_of_day="tối"),
    ]
    assert [g.id for g in group(reports)[0]] == [
        "2025-12-25-tinh-uy",
        "2025-12-25-tinh-uy-le-trao",
        "2025-12-25-tinh-uy-le-trao-2",
    ]


def test_the_editors_date_wins_then_the_most_exact_then_the_best_founded() -> None:
    bounded = told("a", day=None, not_after=DAY)
    monthly = told("b", day=DAY.replace(day=1), precision="month")
    guessed = told("c", day=DAY.replace(day=24), basis="from_text")
    stated = told("d")
    editor = told("e", day=DAY.replace(day=2), precision="month", basis="editor")
    order = [editor, stated, guessed, monthly, bounded]
    for n, best in enumerate(order):
        assert best_date(order[n:][::-1]) is best.when


def test_the_value_that_most_articles_print_is_shown() -> None:
    assert most_printed(["hội nghị", None, "đại hội", "đại hội"]) == "đại hội"
    assert most_printed(["họp", "hội nghị"]) == "hội nghị"
    assert most_printed([None, ""]) is None


@pytest.mark.parametrize(
    ("kind", "session", "body", "printed", "title"),
    [
        ("hội nghị tổng kết", None, "Tỉnh ủy Bình Mẫu", "Tỉnh ủy", "Hội nghị tổng kết của Tỉnh ủy Bình Mẫu"),
        ("hội nghị", "9", "Tỉnh ủy Bình Mẫu", "Tỉnh ủy", "Hội nghị lần thứ 9 của Tỉnh ủy Bình Mẫu"),
        ("hội nghị lần thứ 9", "9", "Tỉnh ủy Bình Mẫu", None, "Hội nghị lần thứ 9 của Tỉnh ủy Bình Mẫu"),
        (
            "hội nghị",
            "9",
            "Tỉnh ủy Bình Mẫu",
            "Ban Chấp hành Đảng bộ tỉnh",
            "Hội nghị Ban Chấp hành Đảng bộ tỉnh Bình Mẫu lần thứ 9",
        ),
        (
            "đại hội đại biểu Đảng bộ",
            "17",
            "Thành ủy Ví Dụ",
            "Đảng bộ thành phố Ví Dụ",
            "Đại hội đại biểu Đảng bộ thành phố Ví Dụ lần thứ XVII",
        ),
        ("đại hội", "1", "Thành ủy TPVD", "Đảng bộ TPVD", "Đại hội Đảng bộ TPVD lần thứ I"),
        ("đại hội", "4", "Đảng ủy xã Mẫu Giang", "Đảng ủy xã", "Đại hội Đảng bộ xã Mẫu Giang lần thứ IV"),
        ("đại hội", "8", "Hội Thử nghiệm", "Hội Thử nghiệm", "Đại hội lần thứ VIII của Hội Thử nghiệm"),
        (
            "phiên trù bị",
            "1",
            "Tỉnh ủy Bình Mẫu",
            "Đảng bộ tỉnh",
            "Phiên trù bị đại hội Đảng bộ tỉnh Bình Mẫu lần thứ I",
        ),
        ("phiên họp", "3", "UBND tỉnh Bình Mẫu", "UBND tỉnh", "Phiên họp lần thứ 3 của UBND tỉnh Bình Mẫu"),
        ("họp báo", None, None, "Thành ủy", "Họp báo của Thành ủy"),
        # Whose decision or resolution it was is not said by who held the meeting.
        ("lễ công bố quyết định", None, "Tỉnh ủy Bình Mẫu", None, "Tỉnh ủy Bình Mẫu: lễ công bố quyết định"),
        (
            "hội nghị trực tuyến học tập, quán triệt nghị quyết",
            None,
            "Thành ủy Ví Dụ",
            None,
            "Thành ủy Ví Dụ: hội nghị trực tuyến học tập, quán triệt nghị quyết",
        ),
        ("họp báo", None, None, None, "Họp báo"),
        (None, "9", "Tỉnh ủy Bình Mẫu", None, None),
        ("kỳ họp", "7", "HĐND tỉnh Bình Mẫu", "HĐND tỉnh", "Kỳ họp thứ 7 của HĐND tỉnh Bình Mẫu"),
        ("kỳ họp thứ nhất", "1", "HĐND tỉnh Bình Mẫu", "HĐND tỉnh", "Kỳ họp thứ nhất của HĐND tỉnh Bình Mẫu"),
        (
            "hội nghị Ban Chấp hành",
            None,
            "Ban Thường vụ Tỉnh ủy Bình Mẫu",
            "Ban Thường vụ Tỉnh ủy",
            "Hội nghị Ban Chấp hành của Tỉnh ủy Bình Mẫu",
        ),
    ],
)
def test_a_meeting_is_called_as_people_call_it(
    kind: str | None, session: str | None, body: str | None, printed: str | None, title: str | None
) -> None:
    assert meeting_title(kind, session, body, printed) == title


@st.composite
def corpora(draw: Any) -> list[Report]:
    names = st.sets(st.sampled_from(["Trần Ví Dụ", "Lê Mẫu", "Phạm Thử"]), max_size=3)
    return [
        told(
            f"a{n}",
            day=draw(st.sampled_from([None, DAY, DAY + dt.timedelta(1)])),
            place=draw(st.sampled_from([None, "binh-mau", "tpvd"])),
            body=draw(st.sampled_from([None, "binh-mau/tinh-uy", "tpvd/thanh-uy"])),
            session=draw(st.sampled_from([None, "9", "10"])),
            speakers=tuple(sorted(draw(names))),
            stated=draw(st.sampled_from([None, None, None, "m-1", "m-2"])),
        )
        for n in range(draw(st.integers(0, 8)))
    ]


@given(corpora())
def test_every_report_is_in_one_meeting_and_no_meeting_contradicts_itself(reports: list[Report]) -> None:
    groups, _ = group(reports)
    assert sorted(one.article.id for g in groups for one in g.reports) == [one.article.id for one in reports]
    assert len({g.id for g in groups}) == len(groups)
    for g in groups:
        stated = {one.article.meta.meeting.id for one in g.reports} - {None}
        assert len(stated) <= 1
        if not stated:
            assert len({one.place for one in g.reports} - {None}) <= 1
            assert len({one.when.date for one in g.reports} - {None}) <= 1
        assert len(g.reports) == 1 or g.reasons


@given(corpora())
def test_what_speaks_for_a_pair_does_not_depend_on_its_order(reports: list[Report]) -> None:
    for a in reports:
        for b in reports:
            assert score(a, b)[0] == score(b, a)[0]


# Copies


TEXT = (
    "Chiều nay, Đảng ủy xã Mẫu Giang tổ chức hội nghị tổng kết công tác xây dựng Đảng, bàn việc sửa con đê ở ấp Một, "
    "nhắc lại lịch trực mùa mưa của từng khu, giao mỗi chi bộ một việc cụ thể và hẹn cuối tháng sau họp lại để xem ai "
    "đã làm, ai chưa, rồi ghi vào sổ chung đặt tại nhà văn hóa xã cho bà con cùng đọc."
)


def copy(article: str, text: str, *more: Block) -> Article:
    blocks = (Block("b1", "lead", text, 1), *more)
    return dataclasses.replace(told(article).article, blocks=blocks)


def test_an_article_saved_twice_with_other_headline_and_boilerplate_is_recognised() -> None:
    first = copy("a", TEXT)
    second = copy("b", TEXT, Block("b2", "headline", "Tít khác", 2), Block("b3", "boilerplate", "Chia sẻ " * 50, 3))
    [problem] = near_duplicates({"a": first, "b": second})
    assert (problem.code, problem.path) == ("BN052", "docs/bai-viet/b.md")
    assert "docs/bai-viet/a.md" in problem.message


@pytest.mark.parametrize(
    "other",
    [
        "Sáng nay, xã Thử bàn chuyện trồng cây ven sông, chia mỗi tổ một đoạn, giao thanh niên giữ cây con, người già "
        "kể chuyện rừng cũ, trẻ nhỏ vẽ tranh, cả xã góp tiền mua thêm cuốc xẻng cho mùa sau, ai không có thì góp công.",
        TEXT[:60],
    ],
)
def test_other_articles_and_short_notices_are_no_copies(other: str) -> None:
    assert near_duplicates({"a": copy("a", TEXT), "b": copy("b", other)}) == []


def test_tone_placement_does_not_hide_a_copy() -> None:
    assert (
        len(near_duplicates({"a": copy("a", TEXT), "b": copy("b", TEXT.replace("ủy", "uỷ").replace("hóa", "hoá"))}))
        == 1
    )


SESSION = (
    "Ngày 12-3, Ủy ban Ví dụ tỉnh Bình Mẫu họp kỳ thứ 36 tại hội trường xã Mẫu Giang, bàn việc sửa con đê, giao mỗi "
    "chi bộ một việc cụ thể và hẹn cuối tháng sau họp lại để xem ai đã làm, ai chưa, rồi ghi vào sổ chung."
)


def test_two_sessions_told_in_the_same_words_are_no_copies() -> None:
    later = SESSION.replace("12-3", "20-9").replace("36", "48")
    assert near_duplicates({"a": copy("a", SESSION), "b": copy("b", later)}) == []
    assert len(near_duplicates({"a": copy("a", SESSION), "b": copy("b", SESSION)})) == 1


def test_short_texts_are_copies_only_where_nearly_all_their_words_are_the_same() -> None:
    other = TEXT.replace("bàn việc sửa con đê ở ấp Một", "bàn việc trồng cây ở ấp Hai")
    assert near_duplicates({"a": copy("a", TEXT), "b": copy("b", other)}) == []
    story = " ".join(f"Ở thôn thứ {n} bà con kể một chuyện riêng của năm {1900 + n}." for n in range(40))
    longer = {"a": copy("a", f"{TEXT} {story}"), "b": copy("b", f"{other} {story}")}
    assert len(near_duplicates(longer)) == 1
