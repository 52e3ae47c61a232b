"""Where a meeting took place, when the article itself says only "tỉnh"."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from biennien import vocabulary
from biennien.entities import Place, Registry
from biennien.extract.event import EventReader
from biennien.extract.places import PlaceReader
from biennien.model import Block, Event, Meta, SourceRef

PLACES = (
    Place("binh-mau", "tỉnh Bình Mẫu", "Bình Mẫu", "tỉnh", ("Bình Mẫu",)),
    Place("lam-vi", "tỉnh Lâm Ví", "Lâm Ví", "tỉnh", ("Lâm Ví",)),
    Place("hoa-vi", "thành phố Hòa Ví", "Hòa Ví", "thành phố", ("TP Hòa Ví", "TP.Hòa Ví", "Hòa Ví")),
    Place("hoa-binh", "tỉnh Hòa Bình", "Hòa Bình", "tỉnh", ("Hòa Bình",)),
)
REGISTRY = Registry({p.id: p for p in PLACES}, {}, {}, {}, {})


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> EventReader:
    """A reader for which the districts "Mẫu Giang" and "Mẫu Sơn" lie in Bình Mẫu, "Ví Giang" in Lâm Ví."""
    folder = tmp_path_factory.mktemp("tu-vung")
    (folder / "district_provinces.yml").write_text(
        "binh-mau: [Mẫu Giang, Mẫu Sơn, '14']\nlam-vi: [Ví Giang]\n", encoding="utf-8"
    )
    return EventReader(REGISTRY, folder)


def read(reader: EventReader, *texts: str, url: str | None = None) -> Event:
    blocks = tuple(Block(f"b{i}", "lead" if i == 1 else "paragraph", text, i) for i, text in enumerate(texts, 1))
    return reader.read(blocks, Meta(source=SourceRef(url=url)), dt.date(2025, 9, 20), None)[0]


# --- the site ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "lead",
    [
        "(binhmau.gov.vn) - Chiều 15-9, UBND tỉnh tổ chức gặp mặt.",
        "(Baobinhmau.vn) - Chiều 15-9, UBND tỉnh tổ chức gặp mặt.",
        "BAOBINHMAU.COM.VN - Chiều 15-9, Tỉnh ủy tổ chức hội nghị.",
        "[tinhuybinhmau.vn] – Chiều 15-9, Tỉnh ủy tổ chức hội nghị.",
        "(sonongnghiep.binhmau.gov.vn) - Chiều 15-9, UBND tỉnh họp.",
    ],
)
def test_the_site_printed_before_the_first_word_is_the_provinces(reader: EventReader, lead: str) -> None:
    event = read(reader, lead)
    assert (event.place, event.place_basis) == ("binh-mau", "outlet")
    assert event.place_evidence is not None and ".vn" in event.place_reason.lower()


def test_the_site_may_close_the_article_or_stand_in_its_address(reader: EventReader) -> None:
    lead = "Chiều 15-9, UBND tỉnh tổ chức gặp mặt."
    assert read(reader, lead, "Các đại biểu dự.", "Theo baobinhmau.vn").place == "binh-mau"
    assert read(reader, lead, url="https://www.binhmau.gov.vn/tin/1.html").place == "binh-mau"


@pytest.mark.parametrize(
    "lead",
    [
        "(vidu.vn) - Chiều 15-9, UBND tỉnh tổ chức gặp mặt.",  # a site of no province
        "(binhmauvang.vn) - Chiều 15-9, UBND tỉnh tổ chức gặp mặt.",  # a firm's, though it begins alike
        "Chiều 15-9, UBND tỉnh ra mắt trang dulich.binhmauvang.vn, sau đó gặp mặt.",
        "(binhmau) - Chiều 15-9, UBND tỉnh tổ chức gặp mặt.",  # no address
    ],
)
def test_other_sites_say_nothing(reader: EventReader, lead: str) -> None:
    assert read(reader, lead).place is None


# --- the province that the article calls its own -----------------------------------------------------------------
def test_a_province_called_ones_own_is_where_its_committee_met(reader: EventReader) -> None:
    event = read(reader, "Chiều 15-9, UBND tỉnh họp.", "Việc này đưa quê hương Bình Mẫu ngày càng phát triển.")
    assert (event.place, event.place_basis) == ("binh-mau", "stated")
    assert "Bình Mẫu" in event.place_reason


def test_of_two_provinces_about_to_merge_the_one_spoken_of_as_own_is_meant(reader: EventReader) -> None:
    event = read(
        reader,
        "Chiều 15-9, Ban Thường vụ Tỉnh ủy tổ chức hội nghị về sắp xếp đơn vị hành chính.",
        "Đề án sắp xếp cấp xã của tỉnh Bình Mẫu được trình. Sau sắp xếp, toàn tỉnh Bình Mẫu còn 50 xã.",
        "Theo phương án, sáp nhập diện tích của tỉnh Lâm Ví và diện tích của tỉnh Bình Mẫu, lấy tên tỉnh Lâm Ví.",
        "Trung tâm hành chính của tỉnh Lâm Ví mới đặt tại đây.",
        "Điều này phù hợp với định hướng phát triển của tỉnh Bình Mẫu.",
    )
    assert event.place == "binh-mau"


@pytest.mark.parametrize(
    "more",
    [
        "Kinh nghiệm của tỉnh Bình Mẫu được chia sẻ.",
        "Đoàn công tác của tỉnh Bình Mẫu cùng dự.",
        "Ông quê ở Bình Mẫu.",
        "Tăng trưởng của tỉnh Bình Mẫu và của tỉnh Lâm Ví đều cao.",
        "Công ty Cổ phần Tư vấn của Bình Mẫu trình bày.",
    ],
)
def test_another_province_is_not_ones_own(reader: EventReader, more: str) -> None:
    assert read(reader, "Chiều 15-9, UBND tỉnh họp.", more).place is None


def test_a_firms_report_does_not_take_a_provinces_name_for_its_place(reader: EventReader) -> None:
    assert read(reader, "Chiều 15-9, Tập đoàn Ví Dụ họp.", "Sản phẩm của Bình Mẫu được ưa chuộng.").place is None


# --- towns -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("Chiều 15-9, Huyện ủy Mẫu Giang tổ chức hội nghị.", "binh-mau"),
        ("Dự có đồng chí Trần Ví Dụ - Phó Ban Tổ chức Quận ủy Quận 14.", "binh-mau"),  # districts with numbers
        ("Chiều 15-9, tại thị xã Mẫu Sơn, Tỉnh ủy tổ chức hội nghị.", "binh-mau"),
        ("Chiều 15-9, UBND tỉnh kiểm tra dự án qua huyện Mẫu Giang và TP Mẫu Sơn.", "binh-mau"),
        ("Chiều 15-9, UBND tỉnh họp về đường nối huyện Mẫu Giang - huyện Ví Giang.", None),  # of two provinces
        ("Chiều 15-9, Mẫu Giang rực rỡ cờ hoa, UBND tỉnh họp.", None),  # no level: may be anything
        ("Chiều 15-9, UBND tỉnh tiếp đoàn huyện Mẫu Giang.", None),
        ("Chiều 15-9, tại TP Mẫu Sơn, Bộ Ví dụ tổ chức hội nghị.", "binh-mau"),
        ("Chiều 15-9, Bộ Tư pháp họp về dự án ở huyện khác và huyện Mẫu Giang.", None),
        ("Chiều 15-9, tại huyện Mẫu Giang, Bộ Tư pháp tổ chức hội nghị.", "binh-mau"),
    ],
)
def test_a_town_tells_the_province_in_which_alone_it_lies(reader: EventReader, lead: str, place: str | None) -> None:
    assert read(reader, lead).place == place


def test_signs_that_disagree_leave_the_place_open(reader: EventReader) -> None:
    event = read(reader, "Chiều 15-9, UBND tỉnh họp về huyện Ví Giang.", "Toàn tỉnh Bình Mẫu có 50 xã.")
    assert event.place is None


def test_no_district_is_listed_in_two_provinces_and_every_province_is_one() -> None:
    listed = vocabulary.words("district_provinces")
    names = [name for names in listed.values() for name in names]
    assert len(names) == len(set(names))
    places = (Path(__file__).resolve().parents[1] / "docs/danh-muc/places.yml").read_text(encoding="utf-8")
    assert all(f"- id: {province}\n" in places for province in listed)


# --- datelines, houses, namesakes --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "lead",
    [
        "BÌNH MẪUTrả lời cử tri chiều 15-9, ông Trần Ví Dụ cho biết sẽ thanh tra.",
        "BÌNH MẪU-Ông Trần Ví Dụ được giới thiệu chiều 15-9.",
    ],
)
def test_a_dateline_copied_without_its_space_is_read(reader: EventReader, lead: str) -> None:
    event = read(reader, lead)
    assert event.place == "binh-mau" and event.place_evidence is not None


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("Tối 15-9, tại Nhà hát Lớn Hòa Ví, Hội Nhà văn tổ chức lễ trao giải.", "hoa-vi"),
        ("Tối 15-9, tại Trường Đại học Y Bình Mẫu, Bộ Y tế tổ chức lễ khai giảng.", "binh-mau"),
        ("Tối 15-9, tại Nhà hát Hòa Bình, Hội Nhà văn tổ chức lễ trao giải.", None),  # peace
        ("Tối 15-9, Trường Đại học Y Bình Mẫu tổ chức lễ khai giảng.", "binh-mau"),
        ("Tối 15-9, Ban Quản lý các khu công nghiệp Bình Mẫu tổ chức hội nghị.", "binh-mau"),
    ],
)
def test_a_house_or_school_lies_where_its_name_says(reader: EventReader, lead: str, place: str | None) -> None:
    assert read(reader, lead).place == place


def test_the_place_that_closes_a_name_is_found_whatever_stands_before_it() -> None:
    places = PlaceReader(REGISTRY)
    assert not places.find("Nhà hát Lớn Hòa Ví")
    found = places.closing("Nhà hát Lớn Hòa Ví ")
    assert found is not None and (found.start, found.end, found.province) == (12, 18, "hoa-vi")
    assert places.closing("Nhà hát Hòa Ví Mới") is None
    assert places.closing("") is None


def test_a_district_stands_in_one_of_the_two_lists_only() -> None:
    within = {name for names in vocabulary.words("district_provinces").values() for name in names}
    assert within.isdisjoint(vocabulary.words("districts")["names"])


# --- houses, other countries, reported places ------------------------------------------------------------------------
WITH_CAPITAL = Registry(
    {p.id: p for p in (*PLACES, Place("ha-noi", "thành phố Hà Nội", "Hà Nội", "thành phố", ("Hà Nội",)))},
    {},
    {},
    {},
    {},
)
CAPITAL = EventReader(WITH_CAPITAL)


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("Sáng 15-9, tại trụ sở Chính phủ, Thủ tướng chủ trì cuộc họp về chợ.", "ha-noi"),
        ("Sáng 15-9, tại phòng họp Diên Hồng, Nhà Quốc hội, Quốc hội khai mạc kỳ họp thứ 3.", "ha-noi"),
        ("Sáng 15-9, tại trụ sở Chính phủ, Thủ tướng chủ trì họp về tỉnh Bình Mẫu.", "ha-noi"),
        ("Sáng 15-9, tại Nhà Quốc hội ở thủ đô nước bạn, hai ông hội đàm.", None),
        ("Sáng 15-9, tại Nhà Quốc hội Lào, hai ông hội đàm.", None),
        (
            "Sáng 15-9, Đoàn đại biểu Quốc hội tỉnh Bình Mẫu họp tổ tại Nhà Quốc hội.",
            "ha-noi",
        ),  # and not in its province
        ("Sáng 15-9, UBND tỉnh Bình Mẫu họp. Việc này đã bàn tại Nhà Quốc hội.", "binh-mau"),
    ],
)
def test_a_house_of_which_there_is_one_says_where_it_was(lead: str, place: str | None) -> None:
    assert read(CAPITAL, lead).place == place


@pytest.mark.parametrize(
    "lead",
    [
        "Sáng 15-9, tại Nhật Bản, đoàn cán bộ Bình Mẫu dự hội nghị mời gọi đầu tư.",
        "Sáng 15-9, tại thủ đô Viêng Chăn, Lào, đoàn cán bộ Bình Mẫu dự hội nghị.",
        "Sáng 15-9, trong khuôn khổ chuyến thăm Nhật Bản, đoàn cán bộ Bình Mẫu dự hội nghị.",
        "Sáng 15-9 theo giờ địa phương, đoàn cán bộ Bình Mẫu dự hội nghị.",
    ],
)
def test_what_is_held_abroad_is_in_no_province(lead: str) -> None:
    event = read(CAPITAL, lead)
    assert (event.place, event.place_basis) == (None, "unknown")
    assert "nước ngoài" in event.place_reason


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        # a village's name begins like a country's
        ("Sáng 15-9, cán bộ tỉnh Bình Mẫu họp tại khu chợ ở thôn Mỹ Ví Bắc.", "binh-mau"),
        ("Sáng 15-9, cán bộ tỉnh Bình Mẫu họp tại Mỹ Tho Mẫu.", "binh-mau"),
        ("Sáng 15-9, Đại sứ quán Việt Nam tại Lào tiếp đoàn cán bộ Bình Mẫu.", "binh-mau"),
        ("Sáng 15-9, trong khuôn khổ chuyến thăm Việt Nam, Thủ tướng Lào làm việc ở tỉnh Bình Mẫu.", "binh-mau"),
        ("Sáng 15-9, trong khuôn khổ chuyến thăm của Thủ tướng Lào, cán bộ tỉnh Bình Mẫu dự hội nghị.", "binh-mau"),
        ("Sáng 15-9, Hội Nông dân Việt Nam khai mạc đại hội, có ông Trần Ví Dụ của tỉnh Bình Mẫu dự.", None),
        ("Sáng 15-9, hội nghị khai mạc (tối cùng ngày giờ Hà Nội), có nhiều khách.", None),
        ("Sáng 15-9, đoàn rời Hà Nội, bắt đầu chuyến thăm.", None),
        ("Sáng 15-9, ông Trần Ví Dụ nói rằng dịch ở tỉnh Bình Mẫu đã lắng.", None),
    ],
)
def test_other_words_of_places_are_not_taken_for_the_meetings(lead: str, place: str | None) -> None:
    assert read(CAPITAL, lead).place == place


def test_small_letters_inside_a_sentence_are_no_province() -> None:
    places = PlaceReader(
        Registry({"lai-mau": Place("lai-mau", "tỉnh Lai Mẫu", "Lai Mẫu", "tỉnh", ("Lai Mẫu",))}, {}, {}, {}, {})
    )
    assert places.find("hội nghị Tương lai Mẫu Quốc") == []
    assert [m.place for m in places.find("về tỉnh Lai Mẫu, rồi Lai Mẫu")] == ["lai-mau", "lai-mau"]


def test_ministers_meet_about_a_province_anywhere() -> None:
    about = ("Bộ trưởng Trần Ví Dụ yêu cầu làm nhanh khu chợ.", "Ông Lê Mẫu, Chủ tịch UBND tỉnh Bình Mẫu, hứa sẽ làm.")
    assert read(CAPITAL, *about).place is None
    local = ("Ông Trần Ví Dụ yêu cầu làm nhanh khu chợ.", "Ông Lê Mẫu, Chủ tịch UBND tỉnh Bình Mẫu, hứa sẽ làm.")
    assert read(CAPITAL, *local).place == "binh-mau"


def test_a_central_body_is_not_where_what_it_speaks_of_happened() -> None:
    where = ("Quốc hội khai mạc kỳ họp thứ 3.", "Vụ cháy chợ ở tỉnh Bình Mẫu rất đáng tiếc.")
    assert read(CAPITAL, *where).place is None
    held = ("Quốc hội khai mạc kỳ họp thứ 3.", "Phiên họp thứ hai diễn ra tại tỉnh Bình Mẫu.")
    assert read(CAPITAL, *held).place == "binh-mau"


def test_a_districts_name_inside_a_bodys_name_tells_the_province(reader: EventReader) -> None:
    event = read(reader, "Sáng 15-9, ông Trần Ví Dụ làm việc với UBND huyện Mẫu Giang.")
    assert (event.place, event.place_basis) == ("binh-mau", "stated")
    assert "Mẫu Giang" in event.place_reason
