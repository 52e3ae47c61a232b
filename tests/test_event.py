"""The one meeting of an article: when, what, who, where, and how each of these is known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biennien.entities import Outlet, Place, Registry
from biennien.extract.event import EventReader
from biennien.extract.places import PlaceReader
from biennien.model import Block, BlockKind, Event, Meta, SourceRef, StatedMeeting
from biennien.pipeline import Place as Layout
from biennien.pipeline import read_archive

PLACES = (
    Place("hoa-vi", "thành phố Hòa Ví", "Hòa Ví", "thành phố", ("TP Hòa Ví", "TP.Hòa Ví", "TP. Hòa Ví", "Hòa Ví")),
    Place("binh-mau", "tỉnh Bình Mẫu", "Bình Mẫu", "tỉnh", ("Bình Mẫu",)),
    Place("tphcm", "Thành phố Hồ Chí Minh", "TPHCM", "thành phố", ("TP.HCM", "TP HCM", "TPHCM")),
    Place("hoa-vi/phuong-thu", "phường Thử", "phường Thử", "phường", parent="hoa-vi"),
)
REGISTRY = Registry({p.id: p for p in PLACES}, {}, {}, {}, {})
READER = EventReader(REGISTRY)
LOCAL = Outlet("bao-binh-mau", "Báo Bình Mẫu", "Báo Bình Mẫu", home="binh-mau")
NATIONAL = Outlet("bao-thu", "Báo Thử", "Báo Thử")


def blocks(*texts: str, kinds: tuple[BlockKind, ...] = ()) -> tuple[Block, ...]:
    return tuple(
        Block(f"b{i}", kinds[i - 1] if i <= len(kinds) else "lead" if i == 1 else "paragraph", text, i)
        for i, text in enumerate(texts, 1)
    )


def read(
    *texts: str,
    published: dt.date | None = dt.date(2025, 9, 20),
    outlet: Outlet | None = NATIONAL,
    meta: Meta | None = None,
    kinds: tuple[BlockKind, ...] = (),
) -> Event:
    return READER.read(blocks(*texts, kinds=kinds), meta or Meta(), published, outlet)[0]


def test_an_ordinary_lead_says_it_all() -> None:
    event = read(
        "Sáng 15-9, tại Hội trường Thành phố, Ban Chấp hành Đảng bộ TP Hòa Ví tổ chức hội nghị lần thứ IV (mở rộng), "
        "nhiệm kỳ 2020-2025, góp ý văn kiện đại hội."
    )
    assert (event.date.date, event.date.precision, event.date.part_of_day) == (dt.date(2025, 9, 15), "day", "sáng")
    assert (event.kind, event.session, event.term) == ("hội nghị", "4", "2020-2025")
    assert (event.body, event.place, event.place_basis) == ("Ban Chấp hành Đảng bộ TP Hòa Ví", "hoa-vi", "stated")
    assert event.venue == "Hội trường Thành phố"
    assert event.purpose is not None and "góp ý văn kiện đại hội" in event.purpose


# --- when --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lead", "published", "not_after"),
    [
        ("Trong tháng 10-2025, Tỉnh ủy Bình Mẫu tổ chức hội nghị.", None, dt.date(2025, 10, 31)),
        ("Tháng 12 năm 2024, Tỉnh ủy Bình Mẫu tổ chức hội nghị.", dt.date(2025, 1, 9), dt.date(2024, 12, 31)),
        ("Đầu tháng 10, Tỉnh ủy Bình Mẫu tổ chức hội nghị.", dt.date(2025, 10, 13), dt.date(2025, 10, 13)),
        ("Tháng 12, Tỉnh ủy Bình Mẫu tổ chức hội nghị.", dt.date(2025, 1, 9), dt.date(2024, 12, 31)),
    ],
)
def test_a_month_alone_bounds_the_day_and_names_none(lead: str, published: dt.date | None, not_after: dt.date) -> None:
    when = read(lead, published=published).date
    assert (when.date, when.precision, when.not_after) == (None, "not_after", not_after)
    assert when.evidence is not None and "tháng" in when.reason.lower()


@pytest.mark.parametrize(
    ("lead", "published", "day", "basis"),
    [
        (
            "Chiều 31-12, Tỉnh ủy Bình Mẫu tổ chức hội nghị.",
            dt.date(2026, 1, 2),
            dt.date(2025, 12, 31),
            "from_publication",
        ),
        ("Sáng nay, Tỉnh ủy Bình Mẫu tổ chức hội nghị.", dt.date(2025, 7, 2), dt.date(2025, 7, 2), "from_publication"),
        ("Hôm qua (26-12), Tỉnh ủy Bình Mẫu họp.", dt.date(2012, 12, 27), dt.date(2012, 12, 26), "from_publication"),
        ("Ngày 5-1-2021, Tỉnh ủy Bình Mẫu tổ chức hội nghị.", dt.date(2021, 1, 6), dt.date(2021, 1, 5), "stated"),
        ("(BBM) - Ngày 3.11, Tỉnh ủy Bình Mẫu họp.", dt.date(2022, 11, 3), dt.date(2022, 11, 3), "from_publication"),
        (
            "Tỉnh ủy Bình Mẫu sáng 28-6 tổ chức hội nghị.",
            dt.date(2025, 6, 30),
            dt.date(2025, 6, 28),
            "from_publication",
        ),
        (
            "Nhân kỷ niệm 93 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2023), sáng 2/2, Tỉnh ủy Bình Mẫu tổ chức lễ.",
            dt.date(2023, 2, 3),
            dt.date(2023, 2, 2),
            "from_publication",
        ),
        (
            "Thực hiện Kế hoạch số 123-KH/TU ngày 5/3/2025 của Tỉnh ủy, sáng 22/4, Huyện ủy Mẫu tổ chức hội nghị.",
            dt.date(2025, 4, 23),
            dt.date(2025, 4, 22),
            "from_publication",
        ),
        (
            "Sáng 16-8, Đảng bộ tỉnh Bình Mẫu khai mạc Đại hội. Trước đó, ngày 15-8, đại hội họp phiên trù bị.",
            dt.date(2025, 8, 16),
            dt.date(2025, 8, 16),
            "from_publication",
        ),
    ],
)
def test_the_day_of_the_lead_is_the_meetings(lead: str, published: dt.date, day: dt.date, basis: str) -> None:
    event = read(lead, published=published)
    assert (event.date.date, event.date.precision, event.date.basis) == (day, "day", basis)
    assert event.date.reason


def test_several_days_give_the_first_and_the_last() -> None:
    event = read("Trong hai ngày 26 và 27-9, Đảng bộ TP Hòa Ví tổ chức Đại hội.", published=dt.date(2025, 9, 27))
    assert (event.date.date, event.date.end) == (dt.date(2025, 9, 26), dt.date(2025, 9, 27))


def test_the_day_may_stand_in_the_second_paragraph_after_a_summary() -> None:
    event = read(
        "Bí thư Thành ủy đề nghị các đơn vị tăng tốc trong những tháng cuối năm.",
        "Chiều 15-9, Đảng ủy khối Ví dụ TP Hòa Ví tổ chức hội nghị.",
    )
    assert event.date.date == dt.date(2025, 9, 15)


def test_an_article_without_a_day_is_only_bounded_by_its_publication() -> None:
    event = read("Thành ủy Hòa Ví vừa tổ chức hội nghị tổng kết.")
    assert (event.date.date, event.date.precision, event.date.not_after) == (None, "not_after", dt.date(2025, 9, 20))


def test_nothing_known_is_said_to_be_unknown() -> None:
    event = read("Thành ủy Hòa Ví tổ chức hội nghị tổng kết.", published=None)
    assert (event.date.date, event.date.precision, event.date.basis) == (None, "unknown", "unknown")


def test_an_undated_article_takes_its_year_from_its_text_and_shows_the_words() -> None:
    event = read(
        "Chiều 15-10, Thành ủy Hòa Ví tổ chức hội nghị.", "Kết quả 9 tháng đầu năm 2021 được báo cáo.", published=None
    )
    assert (event.date.date, event.date.basis) == (dt.date(2021, 10, 15), "from_text")
    assert "9 tháng đầu năm 2021" in event.date.reason


def test_the_day_of_the_week_tells_the_year_of_an_undated_article() -> None:
    told = read("Thứ bảy (12-6), Thành ủy Hòa Ví tổ chức hội nghị về Nghị quyết năm 2019 và 2021.", published=None)
    assert (told.date.date, told.date.basis) == (dt.date(2021, 6, 12), "from_text")
    against = read("Thứ hai (12-6), Thành ủy Hòa Ví tổ chức hội nghị sơ kết công tác năm 2021.", published=None)
    assert against.date.date is None  # the year that the text would give is not that of a Monday


def test_an_address_with_a_day_stands_for_the_publication_date() -> None:
    meta = Meta(source=SourceRef(url="https://vi-du.example/thoi-su/bai-20250915093120057.htm"))
    event = read("Sáng 15/9, Thành ủy Hòa Ví họp.", published=None, meta=meta)
    assert event.date.date == dt.date(2025, 9, 15)
    assert "địa chỉ bài" in event.date.reason


def test_a_stamp_above_the_text_stands_for_the_publication_date() -> None:
    kinds: tuple[BlockKind, ...] = ("boilerplate", "lead")
    event = read("Thứ năm, 14/03/2019 – 16:45", "Sáng 14/3, Thành ủy Hòa Ví họp.", published=None, kinds=kinds)
    assert (event.date.date, event.date.basis) == (dt.date(2019, 3, 14), "from_publication")
    event = read("date 2024-07", "Sáng 9-7, Thành ủy Hòa Ví họp.", published=None, kinds=kinds)
    assert event.date.date == dt.date(2024, 7, 9)


def test_a_day_after_publication_is_a_question_for_the_editor() -> None:
    event, doubts = READER.read(
        blocks("Sáng 23-9, Thành ủy Hòa Ví tổ chức hội nghị."), Meta(), dt.date(2025, 9, 20), NATIONAL
    )
    assert event.date.date is None
    assert "BN023" in {d.code for d in doubts}


def test_the_editor_wins() -> None:
    meta = Meta(
        meeting=StatedMeeting(date=dt.date(2025, 9, 14), kind="họp báo", body="Tỉnh ủy Ví Dụ", place="binh-mau")
    )
    event = read("Sáng 15-9, Thành ủy Hòa Ví tổ chức hội nghị.", meta=meta)
    assert (event.date.date, event.date.basis) == (dt.date(2025, 9, 14), "editor")
    assert (event.kind, event.body, event.place, event.place_basis) == (
        "họp báo",
        "Tỉnh ủy Ví Dụ",
        "binh-mau",
        "editor",
    )


# --- what --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Chiều 8.1, Đảng ủy Mẫu tổ chức hội nghị tổng kết công tác xây dựng Đảng.", "hội nghị tổng kết"),
        (
            "Ngày 1-10, Tỉnh ủy tổ chức Hội nghị Ban Chấp hành Đảng bộ lần 1 (mở rộng).",
            "hội nghị Ban Chấp hành",
        ),
        ("Sáng 12-9, Thành ủy Hòa Ví tổ chức họp báo về Đại hội đại biểu Đảng bộ.", "họp báo"),
        ("Sáng 7-11, Đảng ủy Mẫu tổ chức lễ trao Huy hiệu Đảng đợt 7-11.", "lễ trao Huy hiệu Đảng"),
        ("Sáng 19-8, Đảng bộ Mẫu tổ chức phiên trù bị Đại hội đại biểu lần thứ I.", "phiên trù bị"),
        ("Sáng 14-10, Đại hội đại biểu Đảng bộ tỉnh Bình Mẫu lần thứ X khai mạc.", "đại hội đại biểu"),
        ("Chiều 22-10, Tổ công tác số 3 có buổi làm việc tại Đảng ủy phường Thử.", "buổi làm việc"),
        ("Chào mừng Đại hội Đảng, sáng 5-9, Tỉnh ủy Bình Mẫu tổ chức hội nghị sơ kết.", "hội nghị sơ kết"),
        ("Sáng 8-2, tại Trung tâm Hội nghị tỉnh, HĐND tỉnh tổ chức kỳ họp thứ 21.", "kỳ họp"),
        ("Sáng 5-9, Tỉnh ủy Bình Mẫu họp. Bí thư Tỉnh ủy chủ trì phiên họp.", "phiên họp"),
    ],
)
def test_the_kind_is_what_is_held_not_what_is_spoken_of(lead: str, kind: str) -> None:
    assert read(lead).kind == kind


@pytest.mark.parametrize(
    ("lead", "session", "term"),
    [
        ("Chiều 15-9, Tỉnh ủy tổ chức hội nghị lần thứ 9 khóa III, nhiệm kỳ 2020-2025.", "9", "III"),
        ("Sáng 15-9, hội nghị Ban Chấp hành lần thứ tư diễn ra.", "4", None),
        ("Sáng 10-7, Ban Chấp hành Đảng bộ nhiệm kỳ 2020-2025 tổ chức hội nghị lần thứ 33.", "33", "2020-2025"),
        ("Ngày 8-8, Đảng bộ Mẫu tổ chức Đại hội lần thứ I, nhiệm kỳ 2025 - 2030.", "1", "2025-2030"),
        ("Ngày 1-9, Tỉnh ủy tổ chức hội nghị quán triệt nghị quyết Đại hội lần thứ XX.", None, None),
    ],
)
def test_session_and_term_are_the_meetings_own(lead: str, session: str | None, term: str | None) -> None:
    event = read(lead)
    assert (event.session, event.term) == (session, term)


# --- who ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("Sáng 9-8, Đảng bộ phường Thử, TP Hòa Ví tổ chức Đại hội lần thứ I.", "Đảng bộ phường Thử"),
        ("Sáng 9-8, Đảng bộ phường Thử (TP Hòa Ví) tổ chức Đại hội lần thứ I.", "Đảng bộ phường Thử"),
        (
            "Sáng 19-8, tại Hội trường Bộ Chỉ huy Quân sự tỉnh Bình Mẫu, Đảng bộ tỉnh Bình Mẫu tổ chức hội nghị.",
            "Đảng bộ tỉnh Bình Mẫu",
        ),
        ("Hội nghị trực tuyến do Ban Tổ chức Tỉnh ủy Bình Mẫu tổ chức sáng 2-9.", "Ban Tổ chức Tỉnh ủy Bình Mẫu"),
        ("Sáng 20-8, 281 đại biểu dự Đại hội đại biểu Đảng bộ tỉnh Bình Mẫu lần thứ I.", "Đảng bộ tỉnh Bình Mẫu"),
        (
            "Ngày 2-9, tại hội nghị tổng kết công tác của Ban Dân vận Tỉnh ủy Bình Mẫu, Phó Bí thư Tỉnh ủy phát biểu.",
            "Ban Dân vận Tỉnh ủy Bình Mẫu",
        ),
        (
            "Sáng 2-9, ông Trần Ví Dụ, Thành ủy viên, Bí thư Đảng ủy các cơ quan Đảng TP Hòa Ví chủ trì hội nghị.",
            "Đảng ủy các cơ quan Đảng TP Hòa Ví",
        ),
        (
            "Sáng 2-9, Đại hội đại biểu Đảng bộ tỉnh Bình Mẫu lần thứ I, nhiệm kỳ 2025-2030, họp phiên trù bị.",
            "Đảng bộ tỉnh Bình Mẫu",
        ),
        ("Ban Tổ chức Thành ủy Hòa Ví chiều 5/9 có hội nghị tổng kết.", "Ban Tổ chức Thành ủy Hòa Ví"),
        (
            "Sáng 5-9, Thường trực Tỉnh ủy Bình Mẫu có buổi làm việc với Đảng ủy xã Thử Mẫu.",
            "Thường trực Tỉnh ủy Bình Mẫu",
        ),
        (
            "Ngày 5-9, Ban Chỉ đạo TP Hòa Ví về Nghị quyết 57-NQ/TW của Bộ Chính trị họp kiểm điểm.",
            "Ban Chỉ đạo TP Hòa Ví về Nghị quyết 57-NQ/TW của Bộ Chính trị",
        ),
    ],
)
def test_the_body_is_the_one_that_meets(lead: str, body: str) -> None:
    assert read(lead).body == body


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("Sáng 5-9, Huyện ủy An Mẫu tổ chức hội nghị.", "Huyện ủy An Mẫu"),
        ("Sáng 5-9, Đảng ủy Ngoài mẫu gặp mặt cán bộ nghỉ hưu.", "Đảng ủy Ngoài mẫu"),
        ("Sáng 5-9, Cụm thi đua số 5 ngành mẫu tổ chức ký kết.", "Cụm thi đua số 5 ngành mẫu"),
        ("Quận ủy An Mẫu: Ngày 5-9, hội nghị tổng kết được mở.", "Quận ủy An Mẫu"),
        ("Ngày 5-9, phường Thử tổ chức hội nghị sơ kết.", "phường Thử"),
        ("Sáng 5-9, Đảng ủy, HĐND, UBND phường Thử tổ chức lễ dâng hương.", "Đảng ủy phường Thử"),
        (
            "Sáng 5-9, Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Bình Mẫu họp.",
            "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Bình Mẫu",
        ),
        ("Sáng 5-9, Đảng ủy Lữ đoàn Công binh 6x, Quân khu 9 họp.", "Đảng ủy Lữ đoàn Công binh 6x"),
        ("Sáng 5-9, ông Trần Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu đến thăm và làm việc với xã Mẫu.", "Tỉnh ủy Bình Mẫu"),
    ],
)
def test_names_that_no_vocabulary_knows_are_read_up_to_the_verb(lead: str, body: str) -> None:
    assert read(lead).body == body


def test_the_headline_names_the_body_where_the_lead_does_not() -> None:
    event = read(
        "Hội nghị Ban Chấp hành Đảng bộ tỉnh Bình Mẫu lần thứ 10",
        "Sáng 10-9, dưới sự chủ trì của ông Trần Ví Dụ, hội nghị đã thảo luận 5 nội dung.",
        kinds=("headline", "lead"),
    )
    assert event.body == "Ban Chấp hành Đảng bộ tỉnh Bình Mẫu"


def test_no_body_is_a_question_for_the_editor() -> None:
    event, doubts = READER.read(blocks("Các đại biểu trao đổi nhiều nội dung."), Meta(), None, None)
    assert event.body is None
    assert {"BN024", "BN025"} <= {d.code for d in doubts}


# --- where -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lead", "outlet", "place", "basis"),
    [
        ("Chiều 5-9, Tỉnh ủy Bình Mẫu tổ chức hội nghị.", NATIONAL, "binh-mau", "stated"),
        ("Chiều 5-9, Đảng ủy phường Thử (TP Hòa Ví) tổ chức hội nghị.", LOCAL, "hoa-vi", "stated"),
        ("Chiều 5-9, tại TP. Hòa Ví, Văn phòng Trung ương Đảng tổ chức hội nghị.", NATIONAL, "hoa-vi", "stated"),
        ("Chiều 5-9, Ban Tuyên giáo Trung ương tổ chức hội nghị.", LOCAL, None, "unknown"),
        ("Chiều 5-9, Tỉnh ủy tổ chức hội nghị.", LOCAL, "binh-mau", "outlet"),
        ("Chiều 5-9, Tỉnh ủy tổ chức hội nghị.", NATIONAL, None, "unknown"),
        ("Chiều 5-9, Đảng ủy các cơ quan Đảng thành phố tổ chức hội nghị.", NATIONAL, None, "unknown"),
        ("Chiều 5-9, Thành ủy tiếp đoàn đại biểu tỉnh Bình Mẫu.", NATIONAL, None, "unknown"),
    ],
)
def test_the_place_is_stated_or_the_outlets_or_unknown(
    lead: str, outlet: Outlet, place: str | None, basis: str
) -> None:
    event = read(lead, outlet=outlet)
    assert (event.place, event.place_basis) == (place, basis)
    assert event.place_reason


def test_thanh_pho_alone_is_never_a_city() -> None:
    event = read(
        "Ông Trần Ví Dụ, Thành ủy viên, Bí thư Đảng ủy các cơ quan Đảng thành phố, chủ trì cuộc họp.",
        "Đảng ủy các cơ quan Đảng thành phố kịp thời cụ thể hóa nghị quyết của Thành ủy.",
    )
    assert (event.place, event.place_basis) == (None, "unknown")
    assert event.body == "Đảng ủy các cơ quan Đảng thành phố"


def test_offices_of_one_province_name_it_where_the_lead_does_not() -> None:
    event = read(
        "Chiều 5-9, Ban Thường vụ Tỉnh ủy tổ chức hội nghị.",
        "Đồng chí Trần Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu chủ trì.",
    )
    assert (event.place, event.place_basis) == ("binh-mau", "stated")


def test_a_persons_name_that_holds_a_places_is_not_the_place() -> None:
    event = read("Chiều 5-9, Tỉnh ủy tổ chức hội nghị. Ông Trần Bình Mẫu dự.", outlet=NATIONAL)
    assert event.place is None


def test_a_pictures_own_date_does_not_date_the_meeting() -> None:
    blocks = (
        Block("b1", "lead", "Ngày 14-5, Tỉnh ủy Bình Mẫu họp xem xét kỷ luật.", 1),
        Block("b2", "caption", "Ông Trần Ví Dụ tại một sự kiện, tháng 4/2022.", 2),
    )
    event, _ = READER.read(blocks, Meta(), None, None)
    assert event.date.date is None


def test_a_region_that_holds_a_provinces_name_is_not_the_province(tmp_path: Path) -> None:
    dong_thap = Place("dong-thap", "tỉnh Đồng Tháp", "Đồng Tháp", "tỉnh")
    registry = Registry({dong_thap.id: dong_thap}, {}, {}, {}, {})
    reader = PlaceReader(registry)
    assert reader.in_words("các xã vùng Đồng Tháp Mười") is None
    assert reader.in_words("Tỉnh ủy Đồng Tháp Trần Ví Dụ") == "dong-thap"
    # An editor adds more of them.
    (tmp_path / "places.yml").write_text("longer: [Đồng Tháp Thử]\n", "utf-8")
    assert PlaceReader(registry, tmp_path).in_words("vùng Đồng Tháp Thử") is None


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        # The room, and whose it is, are not who meets in it.
        (
            "Sáng 5-9, tại Nhà đa năng Trường Tiểu học Mẫu Tân, Ủy ban bầu cử xã Mẫu Tân tổ chức hội nghị tổng kết.",
            "Ủy ban bầu cử xã Mẫu Tân",
        ),
        (
            "Sáng 5-9, tại hội trường tầng 3 Trung tâm Chính trị huyện Mẫu, Hội Nông dân xã An Mẫu tổ chức đại hội.",
            "Hội Nông dân xã An Mẫu",
        ),
        (
            "Ngày 5-9, tại phòng họp số 2 UBND xã Mẫu Tân, Hội Cựu chiến binh xã Mẫu Tân họp giao ban.",
            "Hội Cựu chiến binh xã Mẫu Tân",
        ),
        # Those who travel are their office's.
        ("Đoàn công tác của Sở Y tế làm việc với lãnh đạo 12 xã.", "Sở Y tế"),
        (
            "Sáng 5/9, tại phường Thử, đoàn công tác của Sở Công Thương tỉnh Bình Mẫu do ông Trần Ví Dụ làm trưởng "
            "đoàn đã có buổi làm việc với lãnh đạo các xã.",
            "Sở Công Thương tỉnh Bình Mẫu",
        ),
        ("Ngày 5/9, Đoàn kiểm tra của Tỉnh ủy Bình Mẫu làm việc với Đảng ủy phường Thử.", "Tỉnh ủy Bình Mẫu"),
        # Blocks of offices are bodies; a place that closes a longer name is none.
        ("Ngày 5-9, Khối nội chính phường Thử tổ chức hội nghị giao ban.", "Khối nội chính phường Thử"),
        ("Ngày 5-9, Đoàn phường Thử tổ chức lễ ra quân.", "Đoàn phường Thử"),
        ("Ngày 5-9, Nhóm Thiện nguyện phường Thử tổ chức lễ ra quân.", None),
        ("Ngày 5-9, phường Thử tổ chức lễ ra quân.", "phường Thử"),
        # The host's own meeting.
        (
            "Ngày 5-9, tại trụ sở Công ty cổ phần Ví Mẫu, đã diễn ra hội nghị công bố quyết định của Công ty.",
            "Công ty cổ phần Ví Mẫu",
        ),
        ("Ngày 5-9, tại Trường Đại học Ví Mẫu đã diễn ra hội nghị của Nhà trường.", "Trường Đại học Ví Mẫu"),
        ("Ngày 5-9, tại hội trường UBND tỉnh đã diễn ra đại hội cổ đông của Công ty.", None),
        # A predicate is no part of the name before it.
        ("Sáng 5-9, Trường Tiểu học Mẫu Tân long trọng tổ chức lễ khai giảng.", "Trường Tiểu học Mẫu Tân"),
        ("Sáng 5-9, Bệnh viện Mẫu Tân chính thức tổ chức hội nghị.", "Bệnh viện Mẫu Tân"),
        ("Sáng 5-9, Công ty Than Ví Mẫu gặp mặt đầu xuân.", "Công ty Than Ví Mẫu"),
        (
            "Ngày 5-9, Thường trực Huyện ủy Mẫu Giang nghe và cho ý kiến về công tác cán bộ.",
            "Thường trực Huyện ủy Mẫu Giang",
        ),
        (
            "Ngày 5-9, Công đoàn ngành Giáo dục tỉnh Bình Mẫu tổ chức hội nghị.",
            "Công đoàn ngành Giáo dục tỉnh Bình Mẫu",
        ),
        # Forces everywhere.
        ("Ngày 5-9, lực lượng Công an tổ chức 12 đợt ra quân.", None),
    ],
)
def test_who_meets_is_told_from_where_and_with_whom(lead: str, body: str | None) -> None:
    assert read(lead).body == body


def test_what_is_done_inside_a_meeting_does_not_say_who_holds_it() -> None:
    event = read(
        "Ngày 5-9, đã diễn ra hội nghị công bố quyết định về cán bộ.",
        "Tại hội nghị, Ban Tổ chức Tỉnh ủy Bình Mẫu đã công bố quyết định của Ban Thường vụ Tỉnh ủy.",
    )
    assert event.body is None


def test_a_guest_firms_name_is_no_place_but_a_journalists_associations_is() -> None:
    guest = "Chiều 5-9, UBND huyện họp với đại diện các phòng; Công ty Cổ phần Tư vấn xây dựng Bình Mẫu dự."
    assert read(guest).place is None
    own = "Sáng 5-9, Ban Tuyên giáo Tỉnh ủy phối hợp với Sở Y tế, Hội Nhà báo Bình Mẫu tổ chức hội nghị."
    assert read(own).place == "binh-mau"


# --- evidence ----------------------------------------------------------------------------------------------------
_PIECES = [
    "Sáng",
    "15-9,",
    "ngày",
    "12",
    "và",
    "13-8",
    "Thành ủy",
    "Hòa Ví",
    "TP.",
    "tổ chức",
    "hội nghị",
    "lần thứ",
    "IV",
    "(",
    ")",
    "Đại hội",
    "của",
    "tại",
    "Hội trường",
    "Đảng bộ",
    "phường Thử",
    "chủ trì",
    "Bí thư",
    ",",
    ".",
    "–",
    "khóa",
    "III",
    "nhiệm kỳ 2020-2025",
    "do",
    "Ban Chỉ đạo",
    "về",
    "họp",
    "vừa",
    "nay",
    "Bình Mẫu",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=40))
@settings(max_examples=200, deadline=None)
def test_every_evidence_lies_inside_its_block(pieces: list[str]) -> None:
    text = " ".join(pieces)
    event = read(text)
    for evidence in (event.date.evidence, event.kind_evidence, event.body_evidence, event.place_evidence):
        if evidence is not None:
            assert evidence.block == "b1"
            assert 0 <= evidence.start < evidence.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        "hội nghị của ",
        "Đại hội, ",
        "ngày 12 và ",
        "Thành ủy Hòa Ví ",
        "(",
        ", , ,",
        "1-2-",
        "tại trụ sở ",
        "do Thành ủy ",
    ],
)
def test_one_pattern_over_and_over_is_read_to_the_end(unit: str) -> None:
    assert read(unit * (150_000 // len(unit))).date.precision in ("day", "not_after")


# --- whole names ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("Bệnh viện đa khoa Trung ương Bình Mẫu tổ chức hội nghị viên chức.", "Bệnh viện đa khoa Trung ương Bình Mẫu"),
        ("Trại tạm giam số 2 Công an tỉnh Bình Mẫu tổ chức lễ.", "Trại tạm giam số 2 Công an tỉnh Bình Mẫu"),
        ("Trại giam Suối Ví, Cục Cải huấn, Bộ Công an tổ chức hội nghị.", "Trại giam Suối Ví"),
        ("Cụm thi đua số 7 các tỉnh miền Mẫu tổ chức hội nghị.", "Cụm thi đua số 7 các tỉnh miền Mẫu"),
        (
            "Ban Chỉ đạo phát triển kinh tế tập thể tỉnh Bình Mẫu tổ chức hội thảo.",
            "Ban Chỉ đạo phát triển kinh tế tập thể tỉnh Bình Mẫu",
        ),
        (
            "Ban Chỉ đạo Trung ương về phòng, chống thất thoát, lãng phí họp phiên thứ ba.",
            "Ban Chỉ đạo Trung ương về phòng, chống thất thoát, lãng phí",
        ),
        (
            "Đảng ủy Công ty TNHH MTV Xổ số kiến thiết Bình Mẫu tổ chức hội nghị.",
            "Đảng ủy Công ty TNHH MTV Xổ số kiến thiết Bình Mẫu",
        ),
        (
            "Văn phòng Điều phối nông thôn mới Trung ương tổ chức hội nghị.",
            "Văn phòng Điều phối nông thôn mới Trung ương",
        ),
        ("Tiểu đoàn 5, Lữ đoàn Pháo binh 96 tổ chức lễ tuyên thệ.", "Tiểu đoàn 5"),
        (
            "Trung tâm Xúc tiến đầu tư Bình Mẫu (IPC) phối hợp Hiệp hội Doanh nghiệp Mẫu tổ chức hội nghị.",
            "Trung tâm Xúc tiến đầu tư Bình Mẫu",
        ),
        (
            "Ủy ban Phòng vệ rừng (PVR) Quốc gia do bà Lê Thị Thử làm Trưởng đoàn có buổi kiểm tra tại tỉnh.",
            "Ủy ban Phòng vệ rừng Quốc gia",
        ),
    ],
)
def test_a_body_is_a_whole_name_up_to_its_verb(lead: str, body: str) -> None:
    assert read(f"Sáng 15-9, {lead}").body == body


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (
            "tại hội nghị do Ban Thường vụ Đảng ủy Tập đoàn Cơ khí - Viễn thông Bình Mẫu tổ chức, ông A đã dự.",
            "Ban Thường vụ Đảng ủy Tập đoàn Cơ khí - Viễn thông Bình Mẫu",
        ),
        (
            "đã diễn ra Đại hội đại biểu Đảng bộ Tổng công ty Xây dựng Công trình Hàng không Bình Mẫu lần thứ X.",
            "Đảng bộ Tổng công ty Xây dựng Công trình Hàng không Bình Mẫu",
        ),
        (
            "Đại hội Đảng bộ Trường Cao đẳng Nghề Bình Mẫu lần thứ V đã khai mạc.",
            "Đảng bộ Trường Cao đẳng Nghề Bình Mẫu",
        ),
        (
            "Đại hội Chi bộ Trại tạm giam số 2 Công an tỉnh Bình Mẫu đã diễn ra.",
            "Chi bộ Trại tạm giam số 2 Công an tỉnh Bình Mẫu",
        ),
    ],
)
def test_the_body_of_a_named_meeting_is_whole_too(lead: str, body: str) -> None:
    assert read(f"Sáng 15-9, {lead}").body == body


def test_a_predicate_is_no_name() -> None:
    assert read("Ngày 15-9, Tỉnh ủy Bình Mẫu quan tâm lãnh đạo các cấp ủy tổ chức đại hội.").body in (
        "Tỉnh ủy Bình Mẫu",
        None,
    )


@pytest.mark.parametrize(
    "lead",
    [
        "Chiều 15-9, Thường trực Ban Bí thư Trần Ví Dụ tiếp đoàn đại biểu.",
        "Ngày 15-9, các đại biểu dự lễ thành lập Ban Chỉ đạo triển khai mô hình.",
        "Ngày 15-9, Ban Chỉ đạo họp.",
    ],
)
def test_an_office_what_is_being_made_and_a_name_without_a_task_are_nobody(lead: str) -> None:
    assert read(lead).body is None


def test_a_chairman_of_a_peoples_committee_chairs_its_meeting() -> None:
    lead = "Chiều 15-9, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Bình Mẫu Trần Ví Dụ đã chủ trì lễ trao quyết định."
    assert read(lead).body == "UBND tỉnh Bình Mẫu"


def test_the_person_behind_an_office_is_no_part_of_the_body() -> None:
    lead = "Ngày 15-9, Chủ tịch UBND huyện Trần Văn Dụ chủ trì hội nghị giao ban với các xã."
    assert read(lead).body == "UBND huyện"


def test_a_steering_committees_full_name_may_stand_in_its_heads_office() -> None:
    lead = (
        "Chiều 15-9, ông Trần Ví Dụ, Trưởng Ban Chỉ đạo sắp xếp trường nghề, chủ trì phiên họp thứ tư của Ban Chỉ đạo."
    )
    assert read(lead).body == "Ban Chỉ đạo sắp xếp trường nghề"


# --- stamps and months ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "stamp",
    [
        "07/06/2024",
        "7 Tháng 6, 2024",
        "Tháng Sáu 7, 2024",
        "2024-06-07",
        "June 7, 2024",
        "Ngày 7 tháng 6 năm 2024",
        "07 Th6 2024",
    ],
)
def test_a_stamp_of_any_form_gives_the_year(stamp: str) -> None:
    lead = "Ngày 5-6, Tỉnh ủy Bình Mẫu tổ chức hội nghị."
    event = read(stamp, lead, published=None, kinds=("boilerplate", "lead"))
    assert event.date.date == dt.date(2024, 6, 5)


def test_months_may_be_written_in_words_but_the_moons_months_are_no_date() -> None:
    lead = "Ngày 5 tháng {} , Tỉnh ủy Bình Mẫu tổ chức hội nghị."
    assert read(lead.format("Sáu")).date.date == dt.date(2025, 6, 5)
    assert read(lead.format("mười hai năm 2024")).date.date == dt.date(2024, 12, 5)
    assert read(lead.format("Chạp")).date.date is None


@pytest.mark.parametrize(
    ("lead", "kind", "session"),
    [
        ("Tối 8/9, Đảng bộ tỉnh Bình Mẫu họp báo sau ngày làm việc thứ 3 của đại hội.", "họp báo", None),
        ("Sáng 8/9, HĐND tỉnh Bình Mẫu tổ chức hội nghị chuẩn bị kỳ họp thứ 8.", "hội nghị", None),
        ("Sáng 8/9, HĐND tỉnh Bình Mẫu khai mạc kỳ họp thứ 8.", "kỳ họp", "8"),
        ("Sáng 8/9, Cụm thi đua số 5 tổ chức tọa đàm, trao đổi kinh nghiệm.", "tọa đàm, trao đổi kinh nghiệm", None),
        ("Sáng 8/9, Tỉnh ủy Bình Mẫu trao quyết định cho ông Trần Ví Dụ.", "lễ trao quyết định", None),
    ],
)
def test_the_kind_is_whole_and_the_count_is_its_own(lead: str, kind: str, session: str | None) -> None:
    event = READER.read((Block("b1", "lead", lead, 1),), Meta(), dt.date(2025, 9, 20), None)[0]
    assert (event.kind, event.session) == (kind, session)


def test_a_purpose_is_not_found_inside_other_words() -> None:
    lead = "Sáng 8/9, UBND tỉnh Bình Mẫu tổ chức buổi họp mặt các hợp tác xã trên địa bàn tỉnh."
    assert READER.read((Block("b1", "lead", lead, 1),), Meta(), dt.date(2025, 9, 20), None)[0].purpose is None


# --- which of the days ---------------------------------------------------------------------------------------------
def test_a_day_long_past_is_history_and_not_the_meetings() -> None:
    old = read("Luật được thông qua tại kỳ họp thứ hai (ngày 31-10-1976), là lời của ông Trần Ví Dụ tại hội nghị.")
    assert (old.date.date, old.date.precision) == (None, "not_after")
    first = read("Ngày 10-10-1954, đoàn quân tiến về; hội nghị ở tỉnh Bình Mẫu nhắc lại ngày ấy.")
    assert first.date.date is None
    told = read("Nhân lễ ký kết với bạn (họp ngày 5-6-2022), UBND tỉnh Bình Mẫu cho biết sẽ có thêm việc làm.")
    assert told.date.date is None
    opens = read("Ngày 5-6-2022, UBND tỉnh Bình Mẫu tổ chức hội nghị.")  # an old report under a new stamp
    assert opens.date.date == dt.date(2022, 6, 5)


def test_today_beside_a_longer_stretch_is_the_day() -> None:
    event = read("Kỳ họp HĐND diễn ra hai đợt (đợt một, từ ngày 20-8 đến 8-9); sáng nay (20-9), kỳ họp bế mạc.")
    assert event.date.date == dt.date(2025, 9, 20)


def test_what_was_held_after_the_stamp_is_believed_and_what_will_be_is_not() -> None:
    held = read("Chiều 26-9-2025, UBND tỉnh Bình Mẫu đã tổ chức hội nghị tập huấn.")
    assert held.date.date == dt.date(2025, 9, 26)
    ahead = read("Chiều 26-9-2025, UBND tỉnh Bình Mẫu tổ chức hội nghị tập huấn.")
    assert ahead.date.date is None
    later = read("Chiều 26-12-2025, UBND tỉnh Bình Mẫu đã tổ chức hội nghị tập huấn.")
    assert later.date.date is None


def test_a_year_that_only_comes_up_gives_no_day() -> None:
    event = read(
        "Sáng 9-9, HĐND tỉnh Bình Mẫu bầu ông Trần Ví Dụ làm chủ tịch.",
        "Tháng 9-2015, ông Ví Dụ được bầu làm phó chủ tịch.",
        published=None,
    )
    assert (event.date.date, event.date.precision) == (None, "unknown")


# --- on what occasion --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lead", "kind", "session"),
    [
        (
            "Nhân dịp dự Hội nghị Cấp cao Ví dụ lần thứ 3 tại Mẫu Giang, ngày 9-6, ông Trần Ví Dụ đã hội kiến ông A.",
            "hội kiến",
            None,
        ),
        (
            "Sáng 25-2, ông Trần Ví Dụ tiếp ông Thử Mẫu nhân dịp sang dự Diễn đàn Ví dụ lần thứ 2 tại Hà Nội.",
            "buổi tiếp",
            None,
        ),
        (
            "Trong khuôn khổ chuyến thăm chính thức Ví Mẫu, chiều 7-12, ông Trần Ví Dụ đã làm việc với ông A.",
            "buổi làm việc",
            None,
        ),
        (
            "Bên lề Hội nghị Ví dụ lần thứ 10, ngày 8-10, ông Trần Ví Dụ có cuộc gặp với ông Thử Mẫu.",
            "cuộc gặp",
            None,
        ),
        (
            "Chiều 16-4, ông Trần Ví Dụ tiếp ông Thử Mẫu đang thăm Việt Nam và dự Hội nghị Ví dụ lần thứ 4.",
            "buổi tiếp",
            None,
        ),
        (
            "Chiều 28-5, ông Trần Ví Dụ về Hà Nội, kết thúc chuyến thăm Thử Mẫu và dự Hội nghị Ví dụ lần thứ 6.",
            "chuyến thăm",
            None,
        ),
        # What a body does at its own meeting is that meeting.
        (
            "Chiều 16-3, trong khuôn khổ Phiên họp thứ 36, Ủy ban Thường vụ Quốc hội cho ý kiến về dự án luật.",
            "phiên họp",
            "36",
        ),
        ("Chiều 2-8, ông Trần Ví Dụ đã tới dự Ngày hội Thử nghiệm toàn dân tại phường Thử.", "ngày hội", None),
        ("Sáng 20-1, trong chương trình thăm Ví Mẫu, tại thủ đô, ông A dự Diễn đàn Ví dụ lần thứ 5.", "diễn đàn", "5"),
        ("Sáng 20-9, tại Hội nghị Trung ương 10, Ban Chấp hành Trung ương Đảng bầu bổ sung ủy viên.", "hội nghị", "10"),
        # Words that only look like a meeting's.
        ("Ngày 19-8, tại Đại lễ đường Ví Mẫu, ông Trần Ví Dụ đã hội kiến ông Thử Mẫu.", "hội kiến", None),
        ("Lãnh đạo Bộ đã trao đổi với bà Thử Mẫu về việc phòng lũ.", None, None),
    ],
)
def test_an_occasion_gives_neither_kind_nor_number(lead: str, kind: str | None, session: str | None) -> None:
    event = read(lead)
    assert (event.kind, event.session) == (kind, session)


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (
            "Ngày 26-5, tại Mẫu Giang, ông Trần Ví Dụ dự Hội nghị Cấp cao Ví Dụ lần thứ 46 và các hội nghị liên quan.",
            "Hội nghị Cấp cao Ví Dụ lần thứ 46",
        ),
        (
            "Ngày 26-5, ông Trần Ví Dụ dự Hội nghị Thượng đỉnh Tăng trưởng Thử nghiệm (TTTN) lần thứ tư tại Hà Nội.",
            "Hội nghị Thượng đỉnh Tăng trưởng Thử nghiệm (TTTN) lần thứ tư",
        ),
        ("Sáng 25-9, ông A dự Diễn đàn doanh nghiệp Thử - Mẫu Giang.", "Diễn đàn doanh nghiệp Thử - Mẫu Giang"),
        (
            "Sáng 25-9, ông A phát biểu tại phiên toàn thể Hội nghị Cấp cao Ví Dụ lần thứ 6, nêu ba ý kiến.",
            "Phiên toàn thể Hội nghị Cấp cao Ví Dụ lần thứ 6",
        ),
        ("Sáng 25-9, ông A dự hội nghị quốc tế về nước sạch.", None),
        ("Sáng 25-9, ông A dự hội nghị Đảng viên trẻ toàn tỉnh.", None),
        ("Sáng 25-9, Tỉnh ủy Bình Mẫu tổ chức Hội nghị Ví Dụ Thử Nghiệm lần thứ 6.", None),
    ],
)
def test_a_conference_of_no_one_body_keeps_its_printed_name(lead: str, name: str | None) -> None:
    assert read(lead).name == name


def test_a_full_date_far_behind_the_lead_of_an_undated_article_is_what_was_before() -> None:
    texts = (
        "Bệnh viện Mẫu được đổi tên.",
        "Lễ công bố vừa được tổ chức.",
        "Ông Trần Ví Dụ cảm ơn.",
        "Ngày 19/1/2013, tỉnh tổ chức lễ khánh thành bệnh viện.",
    )
    assert read(*texts, published=None).date.date is None
    assert read(texts[0], texts[3], published=None).date.date == dt.date(2013, 1, 19)


def test_a_conference_of_no_one_body_is_called_what_its_report_calls_it(tmp_path: Path) -> None:
    (tmp_path / "bai.md").write_text(
        "---\ntitle: Bài\npublished: 2025-05-27\n---\n\nNgày 26-5, ông Trần Ví Dụ dự Hội nghị Cấp cao Ví Dụ lần thứ 46 "
        "và các hội nghị liên quan.\n",
        encoding="utf-8",
    )
    archive = read_archive(Layout(tmp_path, tmp_path, tmp_path / "danh-muc", None), jobs=1)
    assert [m.title for m in archive.meetings.values()] == ["Hội nghị Cấp cao Ví Dụ lần thứ 46"]
