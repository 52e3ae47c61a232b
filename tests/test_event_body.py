"""Who met, where no "tổ chức" says it, or where the name is longer than any vocabulary."""

from __future__ import annotations

import datetime as dt

import pytest

from biennien.entities import Place, Registry
from biennien.extract.event import EventReader
from biennien.model import Block, BlockKind, Event, Meta

PLACES = (
    Place("binh-mau", "tỉnh Bình Mẫu", "Bình Mẫu", "tỉnh", ("Bình Mẫu",)),
    Place("hoa-vi", "thành phố Hòa Ví", "Hòa Ví", "thành phố", ("TP Hòa Ví", "TP.Hòa Ví", "Hòa Ví")),
)
READER = EventReader(Registry({p.id: p for p in PLACES}, {}, {}, {}, {}))


def read(*texts: str, headline: bool = False) -> Event:
    kinds: tuple[BlockKind, ...] = ("headline", "lead") if headline else ("lead",)
    blocks = tuple(
        Block(f"b{i}", kinds[i - 1] if i <= len(kinds) else "paragraph", text, i) for i, text in enumerate(texts, 1)
    )
    event = READER.read(blocks, Meta(), dt.date(2025, 9, 20), None)[0]
    if event.body_evidence is not None:
        text = next(b.text for b in blocks if b.id == event.body_evidence.block)
        assert 0 <= event.body_evidence.start < event.body_evidence.end <= len(text)
    return event


# --- who is asked did not meet -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("texts", "body"),
    [
        (
            ("Ủy ban Kiểm tra Trung ương kiến nghị Ban Bí thư thảo luận việc của cựu giám đốc Trần Ví Dụ.",),
            "Ủy ban Kiểm tra Trung ương",
        ),
        (
            ("Ủy ban Kiểm tra Tỉnh ủy Bình Mẫu đề nghị Ban Thường vụ Tỉnh ủy xem xét việc của ông Trần Ví Dụ.",),
            "Ủy ban Kiểm tra Tỉnh ủy Bình Mẫu",
        ),
        (
            ("Trong kỳ họp vừa xong, Ủy ban Kiểm tra Trung ương kết luận và trình Bộ Chính trị thảo luận.",),
            "Ủy ban Kiểm tra Trung ương",
        ),
        (
            (
                "Ủy ban Kiểm tra Trung ương vừa kiến nghị Bộ Chính trị, Ban Bí thư thảo luận việc ông Trần Ví Dụ.",
                "Trong kỳ họp thứ sáu, hai ngày 3 và 4-9, Ủy ban Kiểm tra Trung ương thống nhất kết luận về khu chợ.",
            ),
            "Ủy ban Kiểm tra Trung ương",
        ),
        (
            (
                "Bộ Chính trị kiến nghị Ban Chấp hành Trung ương Đảng thi hành kỷ luật cựu giám đốc Trần Ví Dụ.",
                "Trong phiên họp hôm 14-9 tại nhà làm việc của Trung ương, Bộ Chính trị đã khiển trách hai ông khác.",
            ),
            "Bộ Chính trị",
        ),
        (
            ("Ủy ban Kiểm tra Huyện ủy đề nghị Ban Thường vụ Huyện ủy, Thường trực Huyện ủy họp bàn việc ông Ví Dụ.",),
            "Ủy ban Kiểm tra Huyện ủy",
        ),
        (  # who is said to have met comes before who is said to have decided
            (
                "Ủy ban Kiểm tra Trung ương kiến nghị xử lý ông Trần Ví Dụ.",
                "Ngày 14-9, tại cuộc họp ở nhà khách, sau khi nghe các bên, Ban Bí thư cũng khiển trách hai ông khác.",
            ),
            "Ban Bí thư",
        ),
        (
            ("Theo đề nghị của Ban Tổ chức Tỉnh ủy Bình Mẫu, sáng 15-9, Ban Thường vụ Tỉnh ủy đã họp.",),
            "Ban Thường vụ Tỉnh ủy",
        ),
        (("Sáng 15-9, Sở Tư pháp được UBND tỉnh Bình Mẫu giao chủ trì đã họp với các sở.",), "Sở Tư pháp"),
    ],
)
def test_the_body_that_is_asked_is_not_the_one_that_met(texts: tuple[str, ...], body: str) -> None:
    assert read(*texts).body == body


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (
            "Ban Thường vụ Tỉnh ủy Bình Mẫu quyết định kỷ luật khiển trách ông Trần Ví Dụ.",
            "Ban Thường vụ Tỉnh ủy Bình Mẫu",
        ),
        ("Tại kỳ họp thứ 12 ngày 15-9, HĐND TP Hòa Ví bầu ông Trần Ví Dụ làm Phó Chủ tịch.", "HĐND TP Hòa Ví"),
        ("Xem xét kết quả kiểm tra, Ủy ban Kiểm tra Trung ương kết luận có vi phạm.", "Ủy ban Kiểm tra Trung ương"),
        # What was decided earlier was not decided at this meeting.
        ("Trước đó, hồi mùa hè, Ban Bí thư đã khiển trách ông Trần Ví Dụ.", None),
    ],
)
def test_who_decided_met_to_decide(lead: str, body: str | None) -> None:
    assert read(lead).body == body


def test_who_decided_does_not_hold_the_ceremony_that_announces_it() -> None:
    event = read(
        "Sáng 15-9, tại Hòa Ví đã diễn ra hội nghị công bố quyết định về công tác cán bộ.",
        "Bộ Chính trị quyết định phân công ông Trần Ví Dụ giữ chức vụ mới.",
    )
    assert event.body is None


# --- a phrase is no name -----------------------------------------------------------------------------------------
def test_what_somebody_did_is_no_name_of_a_body() -> None:
    event = read("Chiều 15-9, Tổng Bí thư dự và chủ trì phiên họp Bộ Chính trị nghe về mùa lũ.")
    assert event.body == "Bộ Chính trị"
    assert read("Chiều 15-9, tại trụ sở, Thủ tướng đã chủ trì phiên họp về phòng, chống lũ.").body is None


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        # Small letters that belong to the name, and those that do not.
        (
            "Sáng 5-9, Công ty TNHH Ví Mẫu Dịch vụ mặt đất (VDM) đã tổ chức hội nghị.",
            "Công ty TNHH Ví Mẫu Dịch vụ mặt đất",
        ),
        ("Sáng 5-9, Ngân hàng Chính sách xã hội tổ chức hội nghị.", "Ngân hàng Chính sách xã hội"),
        (
            "Sáng 5-9, Hiệp hội Doanh nghiệp nhỏ và vừa tỉnh Bình Mẫu tổ chức đại hội.",
            "Hiệp hội Doanh nghiệp nhỏ và vừa tỉnh Bình Mẫu",
        ),
        ("Sáng 5-9, Trường Cán bộ quản lý Ví Mẫu đã long trọng tổ chức gặp mặt.", "Trường Cán bộ quản lý Ví Mẫu"),
        (
            "VDM và Trường cán bộ quản lý hợp tác xã Mẫu Tân đã tổ chức lễ bế giảng.",
            "Trường cán bộ quản lý hợp tác xã Mẫu Tân",
        ),
        (
            "Sáng 5-9, Cục Xây dựng Đảng và Công tác quần chúng, Bộ Công an tổ chức hội nghị.",
            "Cục Xây dựng Đảng và Công tác quần chúng",
        ),
        ("Sáng 5-9, Liên đội Trường Tiểu học Mẫu Tân đã tổ chức đại hội.", "Liên đội Trường Tiểu học Mẫu Tân"),
        # A number tells one ward from another.
        (
            "Ngày 5-9, Hội Nông dân phường Mẫu Tân 3 họp Đại hội Hội Nông dân lần thứ I.",
            "Hội Nông dân phường Mẫu Tân 3",
        ),
        # Words of the meeting, brackets and ordinals are not the name's.
        (
            "Ngày 5-9 có hội nghị Ban Thường vụ Đảng ủy thị trấn Mẫu Tân (huyện Mẫu Sơn, Hòa Ví) mở rộng.",
            "Ban Thường vụ Đảng ủy thị trấn Mẫu Tân",
        ),
        (
            "Ngày 5-9 diễn ra Đại hội Đảng bộ Tập đoàn Than – Ví dụ Quốc gia Việt Nam lần thứ IV.",
            "Đảng bộ Tập đoàn Than – Ví dụ Quốc gia Việt Nam",
        ),
        (
            "Ngày 5-9, Công ty Than Ví Mẫu mở phiên họp Hội đồng quản trị định kỳ.",
            "Công ty Than Ví Mẫu",
        ),
        # One ward for all of them.
        ("Ngày 5-9, UBND, Ủy ban MTTQ Việt Nam xã Mẫu Tân tổ chức lễ ra quân.", "UBND xã Mẫu Tân"),
        # What a committee is set up for is its name.
        (
            "Hội nghị sơ kết của Ban Chỉ đạo phòng, chống sạt lở diễn ra sáng 5-9.",
            "Ban Chỉ đạo phòng, chống sạt lở",
        ),
        (
            "Ngày 5-9, Đoàn khảo sát của Ủy ban Quốc gia về biển Ví Mẫu do trung tướng Trần Ví Dụ, Ủy viên T.Ư Đảng "
            "dẫn đầu thăm cảng Hòa Ví.",
            "Ủy ban Quốc gia về biển Ví Mẫu",
        ),
        (
            "Ngày 5-9, Đoàn khảo sát của Ban Chỉ đạo Trung ương về Kinh tế hợp tác do ông Trần Ví Dụ dẫn đầu kiểm tra "
            "các hợp tác xã ở Hòa Ví.",
            "Ban Chỉ đạo Trung ương về Kinh tế hợp tác",
        ),
    ],
)
def test_a_name_is_whole_and_nothing_but_the_name(lead: str, body: str) -> None:
    assert read(lead).body == body


# --- voters, congresses, other meetings --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lead", "body", "place"),
    [
        (
            "Chủ tịch Trần Ví Dụ chiều nay dẫn đầu đoàn ĐBQH TP Hòa Ví có buổi tiếp xúc cử tri.",
            "Đoàn ĐBQH TP Hòa Ví",
            "hoa-vi",
        ),
        ("Chiều nay, Bí thư Thành ủy Trần Ví Dụ cùng tổ ĐBQH số 1 tiếp xúc với cử tri quận 3.", "Tổ ĐBQH số 1", None),
        (
            "Sáng 6-9, Đại tướng Trần Ví Dụ cùng Đoàn đại biểu Quốc hội tỉnh Bình Mẫu tiếp xúc cử tri.",
            "Đoàn đại biểu Quốc hội tỉnh Bình Mẫu",
            "binh-mau",
        ),
    ],
)
def test_deputies_meet_the_voters_whoever_leads_them(lead: str, body: str, place: str | None) -> None:
    event = read(lead)
    assert (event.body, event.place) == (body, place)


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (
            "Chiều 5-9, Chủ tịch nước Trần Ví Dụ làm việc với Ban Thường vụ Tỉnh ủy Bình Mẫu.",
            "Ban Thường vụ Tỉnh ủy Bình Mẫu",
        ),
        (
            "Ngày 5-9, Đoàn công tác Trung ương do ông Trần Ví Dụ dẫn đầu làm việc với Đảng ủy Bộ Tư pháp, các bộ.",
            "Đảng ủy Bộ Tư pháp",
        ),
        ("Ngày 5-9, Phó Thủ tướng Trần Ví Dụ làm việc với đại diện nông dân nhiều vùng.", None),
        # Who comes in an office of a body comes for it, in the last of his offices.
        ("Ngày 5-9, ông Trần Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu làm việc với UBND xã Mẫu Tân.", "Tỉnh ủy Bình Mẫu"),
        ("Ngày 5-9, ông Trần Ví Dụ, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh đến thăm các gia đình.", "UBND tỉnh"),
    ],
)
def test_a_guest_without_a_body_meets_the_hosts(lead: str, body: str | None) -> None:
    assert read(lead).body == body


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("Sáng 19-1, Đại hội đại biểu toàn quốc lần thứ XIV của Đảng khai mạc trọng thể.", "Đảng Cộng sản Việt Nam"),
        ("Ngày 12-1, Đại hội toàn quốc lần thứ XI Đảng Cộng sản Việt Nam bế mạc.", "Đảng Cộng sản Việt Nam"),
        ("Sáng 12-3 diễn ra hội nghị quán triệt Nghị quyết Đại hội XIII của Đảng, thông qua kế hoạch.", None),
    ],
)
def test_the_partys_own_congress_is_the_partys(lead: str, body: str | None) -> None:
    assert read(lead).body == body


def test_a_press_briefing_tells_of_the_meeting_that_it_is_about() -> None:
    event = read(
        "Tối 17-9, tại buổi họp báo sau ngày làm việc thứ ba Đại hội Đảng bộ TP Hòa Ví lần thứ XI, Trưởng Ban Tuyên "
        "giáo Thành ủy Trần Ví Dụ cho biết kết quả bầu cử."
    )
    assert event.body == "Đảng bộ TP Hòa Ví"


def test_an_occasion_is_no_meeting() -> None:
    event = read("Nhân dịp kỷ niệm Ngày Quốc khánh, tối 1-9, UBND TP Hòa Ví tổ chức bắn pháo hoa.")
    assert (event.body, event.kind) == ("UBND TP Hòa Ví", None)


def test_what_receives_nobody_is_no_reception() -> None:
    assert read("Tiếp nối truyền thống, ngày 5-9, thiếu nhi xã Mẫu Tân tham quan bảo tàng.").kind is None
    assert read("Chiều 5-9, Chủ tịch Trần Ví Dụ tiếp Đại sứ nước Ví.").kind == "buổi tiếp"


# --- size --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "unit",
    [
        "đề nghị Ban Bí thư, ",
        "do ông A dẫn đầu ",
        "Đại hội XI của Đảng ",
        "tiếp xúc cử tri đoàn ĐBQH ",
        "tại kỳ họp thứ 2, ",
        "Ban Chỉ đạo phòng, chống ",
        "nhân dịp thăm chính thức và dự Hội nghị Cấp cao ",
        "chuyến thăm, cộng hòa ",
        "Chủ tịch Hội đồng chủ trì họp phiên thứ 3 ",
        "cuộc họp tổ công tác a ",
        "Hội nghị lần thứ 5 Hội đồng điều phối ",
        "tại Nhà hát Lớn ",
        "của tỉnh Bình Mẫu ",
        "kể từ ngày 1-1-2025 ",
        "năm học 2024-2025 ",
    ],
)
def test_long_hostile_lines_are_read(unit: str) -> None:
    event = read("Chiều 15-9, Tỉnh ủy họp.", unit * 20_000, unit * 20_000)
    assert event.body == "Tỉnh ủy"


# --- whose head takes the chair ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("Trong cuộc họp ngày 8/9, Bộ trưởng Bộ Nội vụ Trần Ví Dụ chủ trì cuộc họp bàn việc mới.", "Bộ Nội vụ"),
        (
            "Sáng 8/9, bà Lê Thị Mẫu, Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch Liên đoàn Lao động tỉnh Bình Mẫu chủ trì "
            "cuộc họp.",
            "Liên đoàn Lao động tỉnh Bình Mẫu",
        ),
        ("Sáng 8/9, Chủ tịch Quốc hội Trần Ví Dụ chủ trì cuộc họp về việc chuẩn bị bầu cử.", None),
    ],
)
def test_who_takes_the_chair_meets_with_his_own_unless_he_heads_the_state(lead: str, body: str | None) -> None:
    assert read(lead).body == body


def test_a_unit_that_belongs_to_a_known_body_is_named_with_it() -> None:
    lead = "Ngày 8/9, Phân xưởng V02 thuộc Tổng cục Kỹ thuật tổ chức lễ kỷ niệm 60 năm thành lập đơn vị."
    assert read(lead).body == "Phân xưởng V02 thuộc Tổng cục Kỹ thuật"


def test_a_surname_behind_the_level_is_the_officials_not_the_places() -> None:
    lead = "Sáng 8/9, Chủ tịch UBND tỉnh Dương Ví Mẫu chủ trì buổi họp mặt các hợp tác xã của tỉnh."
    assert read(lead).body == "UBND tỉnh"


# --- no verb of holding --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("texts", "body"),
    [
        # between two
        (
            ("Tại buổi làm việc giữa Sở Nội vụ tỉnh Bình Mẫu với ban quản lý chợ, nhiều ý kiến được nêu.",),
            "Sở Nội vụ tỉnh Bình Mẫu",
        ),
        (
            ("Sáng 15-9, tại cuộc họp giữa lãnh đạo UBND tỉnh Bình Mẫu với các hộ, ông Trần Ví Dụ xin lỗi.",),
            "UBND tỉnh Bình Mẫu",
        ),
        (
            ("Sáng 15-9, tại buổi làm việc của lãnh đạo Tỉnh ủy Bình Mẫu với Sở Nội vụ, có bốn ý kiến.",),
            "Tỉnh ủy Bình Mẫu",
        ),
        (
            ("Sáng 15-9, tại hội nghị triển khai quyết định của UBND tỉnh Bình Mẫu với các sở, ông Ví Dụ báo cáo.",),
            None,
        ),
        (("Sáng 15-9, tại cuộc họp giữa UBND tỉnh Bình Mẫu, có bốn ý kiến.",), None),
        (("Sáng 15-9, tại buổi làm việc của lãnh đạo Tỉnh ủy Bình Mẫu về chợ, có bốn ý kiến.",), "Tỉnh ủy Bình Mẫu"),
        # leaders without a name
        (("Ngày 15-9, lãnh đạo UBND tỉnh Bình Mẫu đã có cuộc họp khẩn với ban quản lý chợ.",), "UBND tỉnh Bình Mẫu"),
        (("Ngày 15-9, ông Trần Ví Dụ cùng lãnh đạo UBND tỉnh Bình Mẫu rất mừng.",), None),
        # the task force
        (
            ("Chiều 15-9, tại cuộc họp tổ công tác của Thủ tướng, ông Trần Ví Dụ nêu năm việc.",),
            "Tổ công tác của Thủ tướng",
        ),
        # in their own house
        (("Sáng 15-9, tại trụ sở Bộ Y tế, Thứ trưởng Trần Ví Dụ đã tiếp bà Anna Mau.",), "Bộ Y tế"),
        (("Sáng 15-9, tại trụ sở Chính phủ, Thủ tướng đã tiếp bà Anna Mau.",), None),
        # whose anniversary it is
        (("Sáng 15-9, Chủ tịch nước dự lễ kỷ niệm 60 năm thành lập Trường Đại học Ví Dụ.",), "Trường Đại học Ví Dụ"),
        (("Sáng 15-9, nhiều người dự lễ kỷ niệm 60 năm thành lập Hội Nông dân Việt Nam.",), None),
        (("Sáng 15-9, nhiều người dự lễ kỷ niệm 60 năm thành lập Văn phòng Chính phủ.",), None),
        # press briefings and sessions in their phases
        (("Chiều 15-9, tại cuộc họp báo Chính phủ thường kỳ, ông Trần Ví Dụ trả lời.",), "Chính phủ"),
        (("Chiều 15-9, tại phiên họp báo thường kỳ Chính phủ, ông Trần Ví Dụ trả lời.",), "Chính phủ"),
        (
            ("Tại phiên chất vấn kỳ họp thứ 9 (kỳ họp bất thường) HĐND tỉnh Bình Mẫu, nhiều người hỏi.",),
            "HĐND tỉnh Bình Mẫu",
        ),
        (
            ("Chủ tịch Quốc hội báo tin mừng tại phiên khai mạc kỳ họp HĐND tỉnh Bình Mẫu ngày 15-9.",),
            "HĐND tỉnh Bình Mẫu",
        ),
        (("Ông nói như vậy tại phiên họp Thường vụ Quốc hội sáng 15-9.",), "Thường vụ Quốc hội"),
        (("Sáng 15-9, Thường vụ Quốc hội cho ý kiến về dự án luật.",), "Thường vụ Quốc hội"),
        (("Sáng 15-9, tại phiên họp Quốc hội bàn về khu chợ tại phiên toàn thể, ông Ví Dụ nói.",), "Quốc hội"),
        (("Trong phiên chất vấn sáng 15-9, đại biểu Quốc hội Trần Ví Dụ hỏi về khu chợ.",), "Quốc hội"),
        # a plenum of the Central Committee
        (("Sáng 15-9, Tổng Bí thư phát biểu khai mạc Hội nghị Trung ương 8.",), "Ban Chấp hành Trung ương Đảng"),
        (
            (
                "Sáng 15-9, Tổng Bí thư phát biểu tại Hội nghị Trung ương 8.",
                "Các ủy viên Ban Chấp hành Trung ương thảo luận.",
            ),
            "Ban Chấp hành Trung ương",
        ),
        (("Sáng 15-9, ông Ví Dụ nói về kết quả sau Hội nghị Trung ương 8.",), None),
        # the work reviewed is its own
        (
            ("Ông nói tại hội nghị tổng kết công tác năm 2024, nhiệm vụ năm 2025 của Sở Nội vụ tỉnh Bình Mẫu.",),
            "Sở Nội vụ tỉnh Bình Mẫu",
        ),
        (("Sáng 15-9, ông nói tại hội nghị sơ kết hai năm làm theo chỉ thị của Ban Bí thư.",), None),
        # a resolution of a plenum is not the meeting
        (
            ("Ông nói tại hội nghị “Tổng kết nghị quyết số 13, Hội nghị lần thứ 5, Ban Chấp hành Trung ương Đảng”.",),
            None,
        ),
        # who is told to take the chair
        (("Sáng 15-9, Chủ tịch UBND tỉnh Bình Mẫu Trần Ví Dụ giao ông Lê Mẫu chủ trì việc rà soát.",), None),
        # what is quoted tells of other meetings
        (('Sáng 15-9, ông Trần Ví Dụ nói: "Sở Nội vụ tỉnh Bình Mẫu họp với các hộ rồi".',), None),
        # "giao | Ban cán sự" is no briefing
        (("Sáng 15-9, ông Trần Ví Dụ giao Ban cán sự đảng UBND tỉnh Bình Mẫu kiểm tra lại.",), None),
        (("Sáng 15-9, tại hội nghị triển khai thông báo của Ban Thường vụ Tỉnh ủy, có ba ý kiến.",), None),
        # voters
        (
            (
                "Sáng 15-9, tổ đại biểu Quốc hội thành phố Hòa Ví, gồm ông Trần Ví Dụ, báo kết quả kỳ họp thứ 7 "
                "Quốc hội khi tiếp xúc cử tri.",
            ),
            "Tổ đại biểu Quốc hội thành phố Hòa Ví",
        ),
        (
            (
                "Sáng 15-9, ông Trần Ví Dụ, Trưởng đoàn đại biểu Quốc hội thành phố Hòa Ví, báo kết quả tại kỳ họp "
                "thứ 7 Quốc hội khi tiếp xúc cử tri.",
            ),
            "Đoàn đại biểu Quốc hội thành phố Hòa Ví",
        ),
        (("Sáng 15-9, ông Trần Ví Dụ tiếp xúc cử tri hai phường, báo kết quả kỳ họp thứ sáu, Quốc hội khóa X.",), None),
        (
            ("Tại buổi tiếp xúc của tổ đại biểu Quốc hội thành phố Hòa Ví trước kỳ họp thứ 7 Quốc hội, cử tri hỏi.",),
            "Tổ đại biểu Quốc hội thành phố Hòa Ví",
        ),
    ],
)
def test_who_met_is_read_where_no_verb_says_it(texts: tuple[str, ...], body: str | None) -> None:
    assert read(*texts).body == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Ông Ví Dụ chủ trì phiên họp thứ nhất của Ban Chỉ đạo rà soát, xử lý vướng mắc về chợ.",
            "Ban Chỉ đạo rà soát, xử lý vướng mắc về chợ",
        ),
        (
            "Ông Ví Dụ chủ trì phiên họp thứ 8 Ban Chỉ đạo tinh gọn bộ máy của Chính phủ.",
            "Ban Chỉ đạo tinh gọn bộ máy của Chính phủ",
        ),
        (
            "Ông Ví Dụ, Trưởng Ban Chỉ đạo phòng, chống lãng phí chủ trì phiên họp thứ nhất của Ban Chỉ đạo.",
            "Ban Chỉ đạo phòng, chống lãng phí",
        ),
        (
            "Sáng 15-9, phiên họp Thường trực Ban Chỉ đạo Trung ương về phòng, chống tham nhũng diễn ra.",
            "Thường trực Ban Chỉ đạo Trung ương về phòng, chống tham nhũng",
        ),
        ("Sáng 15-9, Hội Sinh viên Việt Nam phối hợp với Bộ Y tế tổ chức lễ tổng kết.", "Hội Sinh viên Việt Nam"),
        (
            "Sáng 15-9, Trung ương Hội Sinh viên Việt Nam phối hợp với Bộ Y tế tổ chức lễ tổng kết.",
            "Trung ương Hội Sinh viên Việt Nam",
        ),
        ("Chiều ngày 15-9-2025 Sở Y tế đã phối hợp Cục Việc làm – Bộ Nội vụ tổ chức hội nghị tập huấn.", "Sở Y tế"),
        (
            "Ông Ví Dụ, Trưởng Ban Chỉ đạo quốc gia làm theo cam kết tại Chợ Mẫu (Ban Chỉ đạo CM26) chủ trì "
            "Phiên họp lần thứ 5 của Ban Chỉ đạo.",
            "Ban Chỉ đạo CM26",
        ),
        (
            'Sáng 15-9, ông Ví Dụ, Trưởng Ban Chỉ đạo của Chính phủ về nghị quyết số 18 "Việc chợ, phố" chủ trì họp.',
            "Ban Chỉ đạo của Chính phủ về nghị quyết số 18",
        ),
        (
            "Sáng 15-9, Sở Nội vụ tỉnh Bình Mẫu đã phối hợp Cục Ví dụ - Bộ Nội vụ tổ chức hội nghị.",
            "Sở Nội vụ tỉnh Bình Mẫu",
        ),
    ],
)
def test_names_are_whole_and_nothing_more(text: str, body: str) -> None:
    assert read(text).body == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        # Who travels for a house is not the house, and what somebody does for it is not done by it.
        ("Chiều 7-12, ông Trần Ví Dụ cùng Đoàn đại biểu cấp cao Quốc hội Việt Nam gặp gỡ kiều bào.", None),
        ("Ngày 8-1, tại buổi làm việc với đoàn Ủy ban Thử của Quốc hội, ông Trần Ví Dụ nêu ý kiến.", None),
        ("Bộ trưởng Trần Ví Dụ chiều nay (4-6) trả lời chất vấn tại Quốc hội về nông nghiệp.", "Quốc hội"),
        (
            "Ông Trần Ví Dụ chủ trì cuộc họp Tổ công tác dự án Sân bay Mẫu Giang bàn giải pháp, sáng 4-7.",
            "Tổ công tác dự án Sân bay Mẫu Giang",
        ),
        (
            "Sáng 9-5, ông Trần Ví Dụ, Chủ tịch Hội đồng điều phối vùng Mẫu Giang (Hội đồng) chủ trì Hội nghị "
            "lần thứ 3 của Hội đồng để công bố quy hoạch.",
            "Hội đồng điều phối vùng Mẫu Giang",
        ),
        (
            "Sáng 9-5, ông Trần Ví Dụ, Trưởng Ban Chỉ đạo Nhà nước các công trình, dự án quan trọng quốc gia chủ trì "
            "họp phiên thứ 9 của Ban Chỉ đạo.",
            "Ban Chỉ đạo Nhà nước các công trình, dự án quan trọng quốc gia",
        ),
        ("Sáng 9-5, ông Trần Ví Dụ chủ trì Hội nghị lần thứ 5 Hội đồng điều phối vùng Thử và công bố quy hoạch.",
         "Hội đồng điều phối vùng Thử"),
        ("Sau hai ngày làm việc, Hội nghị Trung ương 9, khóa XX, ban Chấp hành Trung ương Đảng vừa kết thúc.",
         "Ban Chấp hành Trung ương Đảng"),
    ],
)  # fmt: skip
def test_a_council_is_named_by_its_head_and_a_house_by_who_answers_there(text: str, body: str | None) -> None:
    assert read(text).body == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Chiều 18-10, Tổng thư ký Quốc hội tổ chức họp báo quốc tế.", None),
        ("Tổng thống Thử Mẫu nói tại một cuộc họp báo ở thủ đô hôm 3-5.", None),
        ("Ngày 20-4, Giỗ Tổ Hùng Vương - Lễ hội Đền Mẫu năm Giáp Thìn tổ chức trọng thể.", None),
        ("Chiều 28-4, buổi làm việc của Bộ Công an Thử Mẫu cho biết kết quả diễn ra tại đây.", "Bộ Công an Thử Mẫu"),
        (
            "Tiểu ban An ninh Hội đồng bầu cử Mẫu cho rằng có tổ chức xấu giúp tiền.",
            "Tiểu ban An ninh Hội đồng bầu cử Mẫu",
        ),
    ],
)
def test_no_body_holds_a_persons_office_or_what_is_said(text: str, body: str | None) -> None:
    assert read(text).body == body
