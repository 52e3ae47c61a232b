"""Captions that nothing marks: scenes without people, a photographer's name below, sentences that tell nothing."""

from __future__ import annotations

import pytest

from parse_samples import BODY, HEADLINE, LAST, LEAD, MORE, blocks

SAID = (
    "Phát biểu tại hội nghị, đồng chí Trần Ví Dụ, Bí thư Tỉnh ủy đề nghị các cấp ủy tiếp tục đổi mới phương thức lãnh "
    "đạo, tăng cường kỷ luật, kỷ cương; chăm lo đời sống nhân dân, nhất là ở vùng sâu, vùng xa."
)


def kinds(*lines: str) -> list[str]:
    return [b.kind for b in blocks(*lines)]


def inside(line: str) -> list[str]:
    """What the line is right after the lead, and between two paragraphs."""
    places = (HEADLINE, LEAD, line, BODY, SAID, MORE, LAST), (HEADLINE, LEAD, BODY, SAID, line, MORE, LAST)
    return [next(b.kind for b in blocks(*lines) if b.text == line) for lines in places]


# --- without a full stop ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Bộ đội biên phòng tuần tra trên tuyến biên giới xã Mẫu Khê",
        "Tàu cá ngư dân neo đậu tại cảng Hòn Mẫu (huyện Ví Dụ)",
        "Biên đội tàu hải quân Vùng 9 trực sẵn sàng chiến đấu ở vùng biển đảo Hòn Mẫu",
        "Cầu Mẫu Giang nối hai bờ sông Ví đang được thi công",
        "Dự án đường vành đai qua xã Mẫu Khê",
        "Khu nhà ở Mẫu Lệ, nơi 240 căn hộ bỏ trống hơn ba năm",
        "Học sinh Trường THPT Ví Dụ trong giờ học",
        "Nông dân xã Mẫu Khê thu hoạch lúa đông xuân",
    ],
)
def test_a_scene_with_a_name_is_a_caption(line: str) -> None:
    assert inside(line) == ["caption", "caption"]


@pytest.mark.parametrize(
    "line",
    [
        "Cầu nối giữa Đảng và nhân dân",
        "Dự án chậm vì vướng mặt bằng",
        "Dự án Khu công nghiệp Mẫu Sơn vẫn vướng mặt bằng",
        "Mô hình hay ở Mẫu Khê",
        "Nông dân Mẫu Khê liên kết sản xuất theo chuỗi giá trị",
        "Cán bộ, đảng viên đổi mới cách làm việc từng ngày",
        "Tuyến cao tốc mở hướng phát triển cho Bình Mẫu",
        "Bộ đội Biên phòng là chỗ dựa của nhân dân",
    ],
)
def test_a_heading_about_a_place_or_people_stays_a_heading(line: str) -> None:
    assert inside(line) == ["subhead", "subhead"]


@pytest.mark.parametrize(
    ("shown", "heading"),
    [
        ("Đại hội biểu quyết thông qua Nghị quyết", "Đại hội thông qua nhiều chỉ tiêu quan trọng"),
        ("UBND tỉnh Bình Mẫu trao Bằng khen cho các tập thể", "UBND tỉnh chỉ đạo khẩn"),
        ("Công đoàn ngành Ví Dụ trao quà cho đoàn viên", "Công đoàn chăm lo đoàn viên"),
        ("Huyện đoàn Ví Dụ ra quân Chiến dịch Thanh niên tình nguyện hè", "Huyện đoàn đổi mới cách làm"),
        ("Đảng ủy xã Mẫu Khê và lãnh đạo công ty chúc mừng Ban Chấp hành mới", "Đảng ủy xã Mẫu Khê nêu gương"),
    ],
)
def test_an_organ_stands_below_a_picture_only_where_it_does_what_is_photographed(shown: str, heading: str) -> None:
    assert inside(shown) == ["caption", "caption"]
    assert inside(heading) == ["subhead", "subhead"]


@pytest.mark.parametrize("line", ["(Khối thi đua trình bày báo cáo)", "(Đ/c Trần Ví Dụ phát biểu chỉ đạo Đại hội)."])
def test_a_line_in_brackets_that_shows_something_is_a_caption(line: str) -> None:
    assert inside(line) == ["caption", "caption"]


def test_a_word_in_brackets_is_none() -> None:
    assert "caption" not in inside("(Còn nữa)")


def test_a_dot_before_a_caption_is_a_label() -> None:
    line = "• Các đại biểu thực hiện nghi lễ chào cờ"
    assert kinds(HEADLINE, LEAD, line, BODY, MORE)[2:4] == ["boilerplate", "caption"]
    # An item of a list is none.
    assert "caption" not in kinds(HEADLINE, LEAD, "• Nâng cao chất lượng sinh hoạt chi bộ", BODY, MORE)


def test_what_a_film_shows_is_a_caption_and_its_title_is_not() -> None:
    shown = "Video: Đồng chí Trần Ví Dụ phát biểu tại hội nghị"
    assert kinds(HEADLINE, LEAD, shown, BODY, MORE)[2:4] == ["boilerplate", "caption"]
    assert kinds(HEADLINE, LEAD, "Video: Bình Mẫu bứt phá vươn lên", BODY, MORE)[2] == "teaser"


# --- sentences -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Lễ công bố quyết định thành lập Trường Ví Dụ tại thị xã Mẫu Sơn.",
        "Buổi làm việc giữa Tỉnh ủy Bình Mẫu và Tỉnh ủy Ví Dụ.",
        "Học viên dự lớp tập huấn.",
        "Ông Trần Ví Dụ tại một hội nghị hồi năm ngoái.",
        "Tân Bí thư Tỉnh ủy Trần Ví Dụ Mẫu.",
        "Các cựu chiến binh xem ảnh tư liệu về phong trào cách mạng của phường.",
        "Lãnh đạo Công đoàn trao giấy chứng nhận “Thợ giỏi” cho ông Lê Văn Thử.",
        "Trụ sở Huyện ủy Mẫu Sơn, nơi ông Dụ sẽ về nhận nhiệm vụ.",
    ],
)
def test_a_sentence_without_a_verb_or_without_news_is_a_caption(line: str) -> None:
    assert inside(line) == ["caption", "caption"]


@pytest.mark.parametrize(
    "line",
    [
        "Lễ công bố quyết định diễn ra trang trọng tại thị xã Mẫu Sơn.",
        "Hội nghị kết thúc vào trưa cùng ngày tại Bình Mẫu.",
        "Lãnh đạo các sở, ngành, địa phương cùng dự hội nghị.",
        "Bộ trưởng Trần Ví Dụ tại phiên chất vấn cho rằng cần sửa luật.",
        "Đồng chí Trần Ví Dụ cảm ơn sự tin tưởng của các đại biểu.",
        "Đoàn công tác cũng thăm mô hình trồng cam ở xã Mẫu Khê.",
        "Quang cảnh làng quê hôm nay đã đổi thay nhiều so với trước.",
        "Ông Trần Ví Dụ sinh năm 1975, quê xã Mẫu Khê.",
        "Tổ chức được 12 buổi tuyên truyền về công tác dân vận.",
    ],
)
def test_a_sentence_that_tells_something_stays_a_paragraph(line: str) -> None:
    assert inside(line) == ["paragraph", "paragraph"]


# --- photographers on lines of their own -----------------------------------------------------------------------------
def test_a_code_below_each_picture_is_the_photographer() -> None:
    one = "Dân quân xã biển luyện tập bên kè chắn sóng Hòn Mẫu (H.Ví Dụ, Bình Mẫu)."
    two = "Xe tăng của lữ đoàn thiết giáp 999 hợp luyện ở thao trường xã Mẫu Khê."
    found = blocks(HEADLINE, LEAD, BODY, one, "KTV", SAID, two, "KTV", MORE, LAST)
    assert [(b.text, b.credit) for b in found if b.kind == "caption"] == [(one, "KTV"), (two, "KTV")]
    assert [b.text for b in found if b.kind == "credit"] == ["KTV", "KTV"]


def test_a_name_below_a_caption_is_the_photographer_but_at_the_end_the_author() -> None:
    line = "Đồng chí Trần Ví Dụ trao quyết định cho cán bộ"
    shown = next(b for b in blocks(HEADLINE, LEAD, BODY, line, "Thu Hằng", SAID, MORE) if b.kind == "caption")
    assert (shown.text, shown.credit) == (line, "Thu Hằng")
    assert blocks(HEADLINE, LEAD, BODY, SAID, MORE, line, "Thu Hằng")[-1].kind == "byline"
    assert kinds(HEADLINE, LEAD, BODY, SAID, MORE, line, "Thu Hằng", "Các tin khác")[5:] == [
        "caption",
        "byline",
        "teaser",
    ]
    # A name behind a paragraph makes that no caption.
    assert kinds(HEADLINE, LEAD, BODY, "Thu Hằng", SAID, MORE)[2] == "paragraph"


def test_who_is_welcomed_at_a_meeting_stands_below_a_picture() -> None:
    line = "Thủ trưởng Bộ Chỉ huy đón chào đồng chí Trần Ví Dụ và các đồng chí lãnh đạo tỉnh đến dự hội thảo."
    assert kinds(HEADLINE, LEAD, BODY, line, "KTV", SAID, MORE, line, "KTV", LAST).count("caption") == 2


def test_headings_in_capitals_stay_headings() -> None:
    told = "Đồng chí Trần Ví Dụ phát biểu tại hội nghị."
    found = kinds(HEADLINE, LEAD, BODY, told, "KẾT QUẢ", SAID, MORE, "GIẢI PHÁP", LAST)
    assert (found.count("subhead"), found.count("credit")) == (2, 0)
    assert (
        kinds(HEADLINE, LEAD, BODY, told, "SÔNG MẪU", SAID, told, "KTV", MORE, told, "KTV", LAST).count("credit") == 3
    )


@pytest.mark.parametrize(
    "line", ["Cầu vượt sông Mẫu Giang đã hợp long.", "Công nhân thi công mặt đường đoạn qua huyện Ví Dụ."]
)
def test_a_credit_line_makes_a_short_sentence_a_caption(line: str) -> None:
    assert kinds(HEADLINE, LEAD, BODY, line, "Ảnh: Thu Hằng", MORE)[3:5] == ["caption", "credit"]


@pytest.mark.parametrize(
    "line",
    [
        "Hội nghị thống nhất nhiều nội dung quan trọng.",
        "Cùng dự có lãnh đạo xã Mẫu Khê.",
        "Một số cán bộ của các ban khác cũng được đưa về xã.",
    ],
)
def test_a_credit_line_leaves_what_is_told(line: str) -> None:
    assert kinds(HEADLINE, LEAD, BODY, line, "Ảnh: Thu Hằng", MORE)[3:5] == ["paragraph", "credit"]


# --- before the lead -------------------------------------------------------------------------------------------------
def test_a_caption_with_its_credit_may_stand_between_headline_and_lead() -> None:
    line = "Đoàn công tác kiểm tra thực tế tại công trường."
    assert kinds(HEADLINE, line, "Ảnh: Thu Hằng", LEAD, BODY)[:4] == ["headline", "caption", "credit", "lead"]
    # The lead itself with a picture behind it stays the lead.
    assert kinds(HEADLINE, LEAD, "Ảnh: Thu Hằng", BODY)[:3] == ["headline", "lead", "credit"]


def test_a_sentence_before_a_lead_with_the_outlets_mark_is_a_caption() -> None:
    line = "Lễ trao quyết định thành lập chi bộ ở xã Mẫu Khê, Mẫu Sơn."
    assert kinds(HEADLINE, line, f"(BM Online) - {LEAD}", BODY)[:4] == ["headline", "caption", "boilerplate", "lead"]
    # What tells the news is the lead, and the report begins below it.
    deck = "Tỉnh ủy Bình Mẫu yêu cầu các cấp ủy đổi mới phương thức lãnh đạo."
    assert kinds(HEADLINE, deck, f"(BM Online) - {LEAD}", BODY)[1] == "lead"


# --- headlines that begin as captions do -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Bộ Tham mưu kiểm tra công tác huấn luyện tại Quân khu 99",
        "Công đoàn ngành Ví Dụ trao quà cho đoàn viên có hoàn cảnh khó khăn",
        "Bộ đội biên phòng tuần tra trên tuyến biên giới xã Mẫu Khê",
        "Ký kết chương trình phối hợp giữa hai đơn vị năm 2025",
        "Các đại biểu Quốc hội tỉnh Bình Mẫu tiếp xúc cử tri xã Mẫu Khê",
        "Trao Huy hiệu Đảng đợt 3/2 tại Đảng bộ thành phố Mẫu",
    ],
)
def test_at_the_top_of_a_page_such_a_line_is_the_headline(line: str) -> None:
    assert kinds("Chính trị", line, "05/03/2025 08:30", LEAD, BODY)[:2] == ["boilerplate", "headline"]
    assert kinds(line, "05/03/2025 08:30", LEAD, BODY)[0] == "headline"
    assert kinds("Chính trị", line, LEAD, BODY)[1] == "headline"


def test_a_headline_about_an_organ_needs_no_frame() -> None:
    line = "Bộ Tham mưu kiểm tra công tác huấn luyện tại Quân khu 99"
    assert kinds(line, LEAD, BODY)[0] == "headline"


def test_a_headline_without_a_subject_is_told_by_the_lead_that_says_it_again() -> None:
    line = "Ký kết phối hợp chăm sóc sức khỏe công nhân giai đoạn 2026-2030"
    again = "Sáng 5-3, Sở Ví Dụ và Sở Thử tổ chức ký kết phối hợp chăm sóc sức khỏe công nhân giai đoạn 2026-2030."
    assert kinds(line, again, BODY)[0] == "headline"
    assert kinds("Khen thưởng các tập thể có thành tích xuất sắc trong năm", LEAD, BODY)[0] == "caption"


# --- photographers in other forms ------------------------------------------------------------------------------------
SEEN = "Người dân xã Mẫu Khê đi bỏ phiếu"


@pytest.mark.parametrize(
    ("credit", "who"),
    [
        (" - Ảnh chụp màn hình: VIỆT MẪU", "VIỆT MẪU"),
        (" - Ảnh phối cảnh: VIỆT MẪU", "VIỆT MẪU"),
        (" - Ảnh - VIỆT MẪU", "VIỆT MẪU"),
        (": Ảnh - VIỆT MẪU", "VIỆT MẪU"),
        (" - Video: VIỆT MẪU", "VIỆT MẪU"),
        (" - Đồ hoạ: V.MẪU", "V.MẪU"),
        (". Ảnh minh hoạ: Việt Mẫu.", "Việt Mẫu"),
        (" (ảnh: TTXM / Việt Mẫu).", "TTXM / Việt Mẫu"),
        (" - Ảnh người dân cung cấp", None),
        (" (Ảnh chụp ngày 19/4/2018)", None),
        (" - Ảnh chụp màn hình TV", None),
        (" - Ảnh tư liệu TTO", None),
        (" - Ảnh trên mạng xã hội.", None),
    ],
)
def test_a_credit_ends_a_caption_in_the_article_and_behind_its_author(credit: str, who: str | None) -> None:
    for lines in (
        (HEADLINE, LEAD, BODY, SEEN + credit, MORE, LAST),
        (HEADLINE, LEAD, BODY, MORE, LAST, "THU HƯƠNG", SEEN + credit),
    ):
        found = next(b for b in blocks(*lines) if b.kind == "caption")
        assert found.text.rstrip(".:") == SEEN and found.credit == who


@pytest.mark.parametrize(
    "line", ["Ảnh Việt Mẫu", "Ảnh VIỆT MẪU", "Ảnh - Việt Mẫu.", "- Ảnh: TTXM / Việt Mẫu", "Ảnh; Việt Mẫu"]
)
def test_a_photographer_alone_on_the_line_belongs_to_the_picture_above(line: str) -> None:
    found = blocks(HEADLINE, LEAD, BODY, f"{SEEN} tại hội trường xã", line, MORE, LAST)
    assert [(b.kind, b.credit) for b in found[3:5]] == [
        ("caption", line.strip("- .").removeprefix("Ảnh").strip(" -:;")),
        ("credit", None),
    ]


def test_what_is_left_of_a_label_is_no_credit() -> None:
    found = blocks(HEADLINE, LEAD, BODY, "ảnh: cánh đồng hoa ở xã Mẫu Khê, huyện Ví Dụ - Ảnh: VIỆT MẪU", MORE, LAST)
    assert found[3].kind == "caption" and found[3].credit == "VIỆT MẪU"


def test_a_heading_and_a_name_inside_a_report_are_a_picture() -> None:
    heading = "Mái đình làng Thử sau cơn dông"
    assert kinds(HEADLINE, LEAD, BODY, heading, "Bá Quân", MORE, SAID, LAST)[3:5] == ["caption", "credit"]
    told = f"Ông Bá Quân trả lời. {MORE}"
    assert kinds(HEADLINE, LEAD, BODY, heading, "Bá Quân", told, SAID, LAST)[3] == "subhead"


# --- what is told ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "Ông Trần Ví Dụ sinh năm 1971, quê quán xã Mẫu Khê, huyện Ví Dụ (Bình Mẫu).",
        "Ông dự kiến gặp bà con xóm Thử tại buổi lễ.",
        "Ông trao hoa cho các đại biểu tại hội nghị.",
        "Bà Lê Thị Mẫu cho thuê ao của làng, trái quy định của Luật Mẫu, làm bà con bất bình.",
        "Bà hát chèo rất hay, từng dạy ở Trường Trung cấp Mẫu Sơn.",
        "Lãnh đạo xã hãy nói rõ vì sao con đường chưa xong.",
        "Bộ trưởng Bộ Ví dụ Trần Văn Mẫu là khách mời tại phiên họp.",
        "Ông Lê Ví Dụ, Phó Chủ tịch UBND xã Mẫu Khê trấn an bà con và những hộ đang chờ ở bến.",
        "Bí thư Tỉnh ủy Trần Ví Dụ hôm nay thăm các chiến sĩ Đồn Biên phòng Mẫu Sơn.",
        "Đại biểu dự hội nghị gồm các đồng chí nguyên lãnh đạo tỉnh Bình Mẫu.",
        "Ông Trần Ví Dụ chịu trách nhiệm về việc bán cây của xã, trái quy định của Luật Mẫu, nhiều năm liền.",
    ],
)
def test_what_somebody_is_or_will_do_is_told(line: str) -> None:
    assert inside(line) == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Bí thư Tỉnh ủy Trần Ví Dụ, phải, và Chủ tịch UBND tỉnh Lê Văn Mẫu tại họp báo.",
        "Từ trái qua: Bí thư Huyện ủy Trần Ví Dụ, Chủ tịch UBND huyện Lê Văn Mẫu và ông Phạm Văn Thử.",
        "Giám đốc Sở Thông tin và Truyền thông Trần Văn Mẫu phát biểu tại hội nghị.",
        "Thứ trưởng Thông tin và Truyền thông Trần Văn Mẫu phát biểu tại hội nghị.",
    ],
)
def test_who_stands_where_is_seen(line: str) -> None:
    assert inside(line) == ["caption", "caption"]


def test_the_colon_behind_the_sides_is_the_pictures_own() -> None:
    line = "Từ trái qua: Trần Ví Dụ và Lê Văn Mẫu."
    assert kinds(HEADLINE, LEAD, "Mở đầu hội nghị, các đại biểu chào cờ.", line, "Sau đó hội nghị nghe báo cáo.")[
        3
    ] == ("caption")


def test_people_at_work_at_a_place_are_seen_between_two_long_paragraphs() -> None:
    line = "Ngư dân xóm Thử vớt bèo trên khúc sông ở Bình Mẫu."
    assert inside(line)[1] == "caption"
    assert inside("Ngư dân xóm Thử không vớt hết bèo trên khúc sông ở Bình Mẫu.") == ["paragraph", "paragraph"]


@pytest.mark.parametrize("credit", ["(Ảnh: Thu Mẫu).", "(Ảnh: Thu Mẫu)", "Ảnh THU MẪU.", "Ảnh: Thu Mẫu."])
def test_a_line_may_begin_with_the_credit_of_the_picture_above(credit: str) -> None:
    shown, told = "Ông Trần Ví Dụ tại hội nghị.", "Năm nay toàn tỉnh trồng thêm ba trăm cây dọc con đê mới."
    found = blocks(HEADLINE, LEAD, BODY, shown, f"{credit} {told}", MORE, LAST)
    assert [(b.kind, b.text) for b in found[3:6]] == [("caption", shown), ("credit", credit), ("paragraph", told)]
    assert (found[3].credit or "").lower() == "thu mẫu"


def test_what_a_picture_shows_is_no_photographer() -> None:
    line = "Phí đỗ xe tính theo giờ. Trong ảnh: xe đỗ trên đường Mẫu Giang - Ảnh: THU MẪU"
    found = next(b for b in blocks(HEADLINE, LEAD, BODY, line, MORE, LAST) if b.kind == "caption")
    assert (found.text, found.credit) == (line.removesuffix(" - Ảnh: THU MẪU"), "THU MẪU")
