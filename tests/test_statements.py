"""Whose words a paragraph reports: who speaks, how far the words reach, what is quoted, and when it is nobody's."""

from __future__ import annotations

import pytest

from biennien.entities import Registry
from biennien.extract import statements
from biennien.extract.people import PeopleReader
from biennien.model import Block, BlockKind, Meta

READER = PeopleReader(Registry({}, {}, {}, {}, {}))


def said(*texts: str | tuple[BlockKind, str]) -> list[tuple[str, str, str]]:
    """(who, "words" or "quoted", text) of each statement of an article."""
    article = []
    for k, entry in enumerate(texts):
        kind, text = entry if isinstance(entry, tuple) else ("lead" if k == 0 else "paragraph", entry)
        article.append(Block(f"b{k + 1}", kind, text, k + 1))
    result = READER.read(tuple(article), Meta())
    known = {b.id: b.text for b in article}
    return [
        (
            result.people[s.person].name,
            "quoted" if s.quoted else "words",
            known[s.evidence.block][s.evidence.start : s.evidence.end],
        )
        for s in statements.read(tuple(article), result)
    ]


DU = "Trần Ví Dụ"
OPENING = "Chiều 5-3, Tỉnh ủy Bình Mẫu tổ chức hội nghị. Đồng chí Trần Ví Dụ, Bí thư Tỉnh ủy chủ trì."


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Trần Ví Dụ yêu cầu các đơn vị báo cáo hằng tháng.",
        "Phát biểu chỉ đạo hội nghị, Bí thư Tỉnh ủy Trần Ví Dụ biểu dương nỗ lực của các đơn vị.",
        "Kết luận hội nghị, đồng chí Trần Ví Dụ, Bí thư Tỉnh ủy, nhấn mạnh: năm tới là năm đột phá.",
        "Kết luận hội nghị, đồng chí Trần Ví Dụ giao các sở hoàn thành hồ sơ trước ngày 30-6.",
        "Báo cáo do đồng chí Trần Ví Dụ trình bày nêu: tỉnh có 20 xã.",
        "Ông Trần Ví Dụ lo chính sách ấy quá ngắn hạn.",
        "Theo ông Trần Ví Dụ, kết quả này là đáng mừng.",
        "Theo đồng chí, kết quả này là đáng mừng.",
        "Ông Dụ cũng lưu ý hai việc.",
        "Bí thư Tỉnh ủy cho rằng, đây là việc mới.",
        "Đồng chí Trần Ví Dụ: phải làm thật nhanh.",
        "Về nhiệm vụ trọng tâm, đồng chí Trần Ví Dụ chỉ đạo các sở làm ngay.",
        "Ông Trần Ví Dụ, Bí thư Tỉnh ủy - người chủ trì nhiều cuộc họp - cho biết, tỉnh sẽ làm ngay.",
    ],
)
def test_a_paragraph_in_which_somebody_speaks_is_his(text: str) -> None:
    assert said(OPENING, text) == [(DU, "words", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Trần Ví Dụ phát biểu tại hội nghị.",
        "Hội nghị nghe báo cáo do đồng chí Trần Ví Dụ trình bày.",
        "Ông Trần Ví Dụ lo cho gia đình các liệt sĩ.",
        "Đồng chí Trần Ví Dụ trao bằng khen cho các tập thể.",
        "Hội nghị thống nhất phương hướng năm tới.",
        "Các đại biểu cho rằng cần làm nhanh hơn.",
        "Báo cáo của đồng chí Trần Ví Dụ nêu rõ kết quả.",
        "Tỉnh đã có nhiều chỉ đạo của đồng chí Trần Ví Dụ.",
        "Trước đó, tại kỳ họp ngày 5-12, đại biểu Lê Thử Nghiệm đã chất vấn giám đốc sở.",
        "Cố Thủ tướng Lê Thử Nghiệm từng nói: phải làm.",
    ],
)
def test_a_paragraph_that_only_tells_of_somebody_is_nobodys(text: str) -> None:
    assert said(OPENING, text) == []


def test_the_words_reach_to_the_end_of_the_paragraph_or_to_the_meeting() -> None:
    text = "Đồng chí Trần Ví Dụ yêu cầu làm ngay. Trong đó, cần chú trọng đào tạo. Tại hội nghị, 6 tập thể được khen."
    assert said(OPENING, text) == [
        (DU, "words", "Đồng chí Trần Ví Dụ yêu cầu làm ngay. Trong đó, cần chú trọng đào tạo.")
    ]


def test_two_speakers_in_one_paragraph_are_told_apart() -> None:
    text = "Đồng chí Trần Ví Dụ yêu cầu làm ngay. Bà Lê Thử Nghiệm, Giám đốc Sở Y tế, kiến nghị thêm kinh phí."
    assert [(who, words) for who, _, words in said(OPENING, text)] == [
        (DU, "Đồng chí Trần Ví Dụ yêu cầu làm ngay."),
        ("Lê Thử Nghiệm", "Bà Lê Thử Nghiệm, Giám đốc Sở Y tế, kiến nghị thêm kinh phí."),
    ]


def test_experts_who_are_thanked_do_not_speak_with_the_speaker() -> None:
    text = f"Đồng chí {DU} cảm ơn các chuyên gia đã cùng bà Lê Thử Nghiệm làm dự án."
    assert [who for who, _, _ in said(OPENING, text)] == [DU]


def test_whoever_is_cited_inside_anothers_words_does_not_speak() -> None:
    text = "Theo đồng chí Trần Ví Dụ, tại buổi làm việc với Tỉnh ủy, Tổng Bí thư Lê Thử Nghiệm đã chỉ đạo nhiều việc."
    assert [who for who, _, _ in said(OPENING, text)] == [DU]


def test_a_quotation_is_marked_and_the_words_around_it_are_not() -> None:
    text = (
        "Đồng chí Trần Ví Dụ cam kết làm ngay. “Nơi nào để dân đi lại quá hai lần, người đứng đầu phải giải trình”, "
        "đồng chí nói. Ông lưu ý."
    )
    assert said(OPENING, text)[:3] == [
        (DU, "words", "Đồng chí Trần Ví Dụ cam kết làm ngay."),
        (DU, "quoted", "“Nơi nào để dân đi lại quá hai lần, người đứng đầu phải giải trình”"),
        (DU, "words", "Ông lưu ý."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Phải làm thật nhanh, thật chắc, không để dân phải chờ đợi thêm nữa”, ông Trần Ví Dụ nhấn mạnh.",
        '"Phải làm thật nhanh. Thật chắc. Không để dân phải chờ đợi thêm nữa" - ông Trần Ví Dụ nói.',
        "Ông Dụ nói: “Phải làm thật nhanh, thật chắc. Đại hội đã quyết định, không để dân phải chờ”.",
    ],
)
def test_a_paragraph_that_is_a_quotation_is_marked_as_one(text: str) -> None:
    first = said(OPENING, text)[0]
    assert first[:2] == (DU, "quoted")
    assert first[2].strip('“”"') in text


def test_titles_and_slogans_in_quotation_marks_are_not_quotations() -> None:
    text = (
        "Đồng chí Trần Ví Dụ đề nghị làm theo phương châm “rõ người, rõ việc, rõ trách nhiệm, rõ ngày” trong mọi việc."
    )
    assert [kind for _, kind, _ in said(OPENING, text)] == ["words"]


def test_the_next_paragraph_goes_on_only_where_its_form_says_so() -> None:
    speech = "Đồng chí Trần Ví Dụ yêu cầu các cấp ủy nâng cao chất lượng sinh hoạt."
    onward = "Cùng với đó, cần đẩy mạnh kiểm tra, giám sát."
    assert [w for _, _, w in said(OPENING, speech, onward)] == [speech, onward]
    assert [w for _, _, w in said(OPENING, speech, ("caption", "Quang cảnh hội nghị"), onward)] == [speech, onward]
    for other in (
        "Đảng bộ tỉnh có 20 tổ chức cơ sở đảng.",
        "Tại hội nghị, 6 tập thể được khen thưởng.",
        "Dịp này, cần kể đến sáu tập thể.",
    ):
        assert [w for _, _, w in said(OPENING, speech, other)] == [speech]


def test_captions_headlines_and_teasers_hold_no_statements() -> None:
    assert (
        said(OPENING, ("caption", "Đồng chí Trần Ví Dụ nhấn mạnh ba việc"), ("teaser", "Ông Lê Thử yêu cầu làm ngay"))
        == []
    )


def test_whose_words_are_unclear_are_nobodys() -> None:
    assert said("Đồng chí Trần Ví Dụ và đồng chí Lê Thử Nghiệm dự hội nghị.", "Đồng chí đề nghị làm ngay.") == []


# --- quotations that come before their speaker ---------------------------------------------------------------------
WORDS = '"Chúng ta phải làm cho bằng được việc này trong năm nay"'
BOTH = OPENING + " Dự có bà Lê Thị Thử, Phó Chủ tịch UBND tỉnh."


@pytest.mark.parametrize(
    "behind",
    [
        ", bà Thử nói.",
        " - Phó Chủ tịch UBND tỉnh Lê Thị Thử khẳng định.",
        ". Bà Lê Thị Thử nhấn mạnh.",
        ', bà Thử nói, đề nghị các xã "nói ít, làm nhiều".',
        ", bà Lê Thị Thử, Phó Chủ tịch UBND tỉnh, chia sẻ.",
    ],
)
def test_a_quotation_is_of_whom_the_next_words_name(behind: str) -> None:
    assert said(BOTH, WORDS + behind) == [("Lê Thị Thử", "quoted", WORDS)]


def test_behind_a_quotation_others_may_speak() -> None:
    other = f"Đồng chí {DU} yêu cầu các đơn vị báo cáo hằng tháng."
    assert said(BOTH, f"{WORDS}, bà Thử nói. {other}") == [("Lê Thị Thử", "quoted", WORDS), (DU, "words", other)]


def test_the_speaker_may_stand_on_the_line_below() -> None:
    assert said(BOTH, WORDS, "— Bà Lê Thị Thử phát biểu tại hội nghị") == [("Lê Thị Thử", "quoted", WORDS)]


@pytest.mark.parametrize(
    "behind",
    [
        ", một đại biểu nói với bà Lê Thị Thử.",
        ", đó là chia sẻ của con gái bà Lê Thị Thử.",
        f" là chủ đề của phong trào do đồng chí {DU} phát động.",
    ],
)
def test_a_quotation_that_somebody_else_spoke_or_nobody_is_not_given_to_the_next_name(behind: str) -> None:
    assert said(BOTH, WORDS + behind) == []


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    whole = '"Ông cha ta đã dạy: "Khoan thư sức dân". Chúng ta phải làm theo lời dạy ấy trong mọi công việc"'
    assert said(BOTH, f"Bà Lê Thị Thử nhấn mạnh: {whole}.")[0] == ("Lê Thị Thử", "quoted", whole)


def test_what_several_present_together_is_nobodys_words() -> None:
    assert said(BOTH, f"Các đồng chí {DU} và Lê Thị Thử trình bày các chuyên đề về xây dựng Đảng.") == []


# --- words for an office, titles with a given name ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("introduced", "text"),
    [
        ("Bộ trưởng Bộ Mẫu Trần Ví Dụ dự hội nghị.", "Bộ trưởng Dụ cho biết sẽ sửa nghị định."),
        ("Phó Thủ tướng Trần Ví Dụ dự hội nghị.", "Phó Thủ tướng Dụ yêu cầu các bộ làm ngay."),
        ("Đại biểu Trần Ví Dụ dự hội nghị.", "Đại biểu Dụ đề nghị nêu rõ giải pháp."),
        ("Thủ tướng Trần Ví Dụ dự hội nghị.", "Thủ tướng Chính phủ nhấn mạnh ba việc."),
        ("Thủ tướng Trần Ví Dụ dự hội nghị.", "Theo người đứng đầu Chính phủ, thời gian không còn nhiều."),
        ("Tổng Bí thư Trần Ví Dụ dự hội nghị.", "Theo Tổng Bí thư, phải chọn đúng người."),
        ("Bí thư Thành ủy Trần Ví Dụ dự hội nghị.", "Người đứng đầu Thành ủy mong cử tri chia sẻ."),
        ("Chủ tịch UBND tỉnh Trần Ví Dụ dự hội nghị.", "Chủ tịch tỉnh yêu cầu các sở làm ngay."),
        ("Chủ tịch UBND TP.HCM Trần Ví Dụ dự hội nghị.", "Chủ tịch UBND thành phố lưu ý hai việc."),
        ("Ông Trần Ví Dụ, Giám đốc Sở Mẫu, dự hội nghị.", "Vị này nói thêm, tỉnh sẽ làm ngay."),
    ],
)
def test_an_office_in_other_words_means_its_holder(introduced: str, text: str) -> None:
    assert said(introduced, text) == [(DU, "words", text)]


@pytest.mark.parametrize(
    ("introduced", "text"),
    [
        ("Bộ trưởng Bộ Mẫu Trần Ví Dụ và ông Lê Dụ dự hội nghị.", "Bộ trưởng Dụ cho biết sẽ sửa nghị định."),
        ("Ông Trần Ví Dụ dự hội nghị.", "Thứ trưởng Dụ cho biết sẽ sửa nghị định."),
        ("Bà Lê Thị Nga dự hội nghị.", "Đại biểu Nga đề nghị hai nước trao đổi sinh viên."),
        ("Thủ tướng Trần Ví Dụ dự hội nghị.", "Thủ tướng Lào nhấn mạnh ba việc."),
        ("Chủ tịch HĐND tỉnh Trần Ví Dụ dự hội nghị.", "Chủ tịch tỉnh yêu cầu các sở làm ngay."),
        (
            "Phó Chủ tịch UBND tỉnh Trần Ví Dụ, Phó Chủ tịch UBND tỉnh Lê Thử dự hội nghị.",
            "Phó Chủ tịch UBND tỉnh đề nghị làm ngay.",
        ),
    ],
)
def test_an_office_that_could_mean_another_is_nobody(introduced: str, text: str) -> None:
    assert said(introduced, text) == []


def test_a_woman_deputy_is_the_one_last_spoken_of() -> None:
    before = "Đại biểu Lê Thị Thử chất vấn Bộ trưởng Bộ Mẫu."
    text = "Nữ đại biểu cho rằng thuốc còn thiếu nhiều nơi."
    assert said(OPENING, before, text)[-1] == ("Lê Thị Thử", "words", text)


# --- where words begin and end --------------------------------------------------------------------------------------
def test_people_who_speak_in_turn_within_a_sentence_have_their_own_words() -> None:
    one, two = "Bà Lê Thị Thử kiến nghị giảm lãi suất;", f"ông {DU}, Giám đốc Công ty Mẫu, đề xuất hỗ trợ đất."
    assert said(OPENING, f"{one} {two}") == [("Lê Thị Thử", "words", one), (DU, "words", two)]


@pytest.mark.parametrize(
    "text",
    [
        f"Tại hội nghị, đồng chí {DU} trình bày tờ trình về sắp xếp xã. Theo đó, tỉnh có 155 xã.",
        f"Tại lễ kỷ niệm, đồng chí {DU} phát biểu ôn lại truyền thống 50 năm của ngành.",
        f"Ông {DU} đã giới thiệu tổng quan về kinh tế của tỉnh, trong đó nhấn mạnh nghề gỗ.",
    ],
)
def test_a_report_whose_content_follows_is_its_givers_words(text: str) -> None:
    assert said(OPENING, text) == [(DU, "words", text)]


@pytest.mark.parametrize(
    "text",
    [
        f"Tại hội nghị, đồng chí {DU} trình bày tờ trình về sắp xếp xã. Hội nghị đã thảo luận.",
        f"Tại hội nghị, đồng chí {DU} công bố quyết định. Theo đó, bà Lê Thử làm Giám đốc Sở Mẫu.",
        f"Ông {DU} đã tham gia xây dựng đề án, trong đó kiến nghị nhiều cơ chế.",
        f"Thưa ông {DU}, ông đánh giá thế nào về kết quả này?",
        "Ông đánh giá thế nào về kết quả này?",
    ],
)
def test_a_report_without_its_content_is_nobodys_words(text: str) -> None:
    assert said(OPENING, text) == []


def test_a_quotation_may_end_in_the_paragraph_below() -> None:
    first = f"Ông {DU} cho biết: “Chúng tôi cam kết làm thật nhanh, thật tốt."
    assert said(OPENING, first, "Chúng tôi không để dân phải chờ đợi thêm nữa”.", "Đường dài 5 km.") == [
        (DU, "words", first),
        (DU, "quoted", "Chúng tôi không để dân phải chờ đợi thêm nữa”"),
    ]


def test_what_a_speaker_lists_below_is_his_to_the_end_of_the_list() -> None:
    head = f"Đồng chí {DU} yêu cầu làm tốt các việc sau:"
    items = ("- Giải ngân vốn đúng hạn.", "Hai là, xe công dùng đúng việc.", "3. Nhà văn hóa mở cửa hằng ngày.")
    after = "Hội nghị bế mạc lúc 11 giờ."
    assert [w for _, _, w in said(OPENING, head, *items, after)] == [head, *items]
    assert [w for _, _, w in said(OPENING, f"Đồng chí {DU} yêu cầu làm ngay.", items[0])][1:] == []


@pytest.mark.parametrize(
    ("text", "his"),
    [
        (f"Đồng chí {DU} chủ trì họp và yêu cầu các sở làm ngay.", True),
        (f"Đồng chí {DU} chủ trì và kết luận nội dung này.", False),
        (f"Đồng chí {DU} tới dự, chúc mừng và chia vui với bà con.", False),
        (f"Đồng chí {DU} gửi thư chúc mừng ngành.", False),
    ],
)
def test_a_deed_is_no_statement_unless_words_follow(text: str, his: bool) -> None:
    assert [w for _, _, w in said(OPENING, text)] == ([text] if his else [])


# --- who of two -----------------------------------------------------------------------------------------------------
TWO = f"Bộ trưởng Bộ Mẫu {DU} và Bộ trưởng Bộ Thử Lê Văn Mẫu chủ trì họp báo."


def test_a_bare_title_of_several_means_the_one_who_has_just_spoken() -> None:
    first, more = f"Theo Bộ trưởng {DU}, tình hình đã tốt hơn.", "Bộ trưởng cho biết sẽ làm ngay trong năm."
    assert said(TWO, first, more) == [(DU, "words", first), (DU, "words", more)]
    other = "Bộ trưởng Lê Văn Mẫu nói, việc này không dễ."
    assert said(TWO, first, other, more)[-1] == ("Lê Văn Mẫu", "words", more)


def test_a_bare_title_of_several_is_nobody_where_it_could_be_either() -> None:
    more = "Bộ trưởng cho biết sẽ làm ngay trong năm."
    assert said(TWO, more) == []
    both = f"Bộ trưởng {DU} nói, Bộ trưởng Lê Văn Mẫu sẽ trả lời."
    assert said(TWO, f"{both} {more}") == [(DU, "words", both)]


@pytest.mark.parametrize("came", ["Dự có đồng chí Lê Văn Mẫu.", "Đồng chí Lê Văn Mẫu cũng dự hội nghị."])
def test_comrade_after_two_who_came_is_nobody(came: str) -> None:
    assert said(f"Đồng chí {DU} chủ trì hội nghị. {came}", "Đồng chí yêu cầu làm ngay.") == []


def test_she_among_two_who_came_is_the_woman() -> None:
    opening = f"Ông {DU} chủ trì hội nghị. Dự có bà Lê Thị Thử."
    assert said(opening, "Ông yêu cầu làm ngay.") == [(DU, "words", "Ông yêu cầu làm ngay.")]
    assert said(opening, "Bà yêu cầu làm ngay.") == [("Lê Thị Thử", "words", "Bà yêu cầu làm ngay.")]


def test_comrade_behind_somebody_who_speaks_in_the_sentence_is_he() -> None:
    before = "Ông Lê Thử Nghiệm cho biết, dự án đúng hạn."
    text = f"Phát biểu tại hội nghị, đồng chí {DU} cảm ơn các chuyên gia; đồng thời, đồng chí khẳng định sẽ làm ngay."
    assert said(OPENING, before, text)[-1] == (DU, "words", text)


def test_this_voter_is_the_one_who_was_called_so() -> None:
    text = "Cử tri này phản ánh giếng làng đã cạn."
    assert said(OPENING, f"Cử tri Lê Thử Nghiệm nói đường xấu. {text}")[-1][0] == "Lê Thử Nghiệm"
    assert said(OPENING, f"Đồng chí {DU} trao đổi với một người dân.", text) == []


def test_an_office_of_another_place_is_not_the_one_introduced() -> None:
    assert said(f"Giám đốc Sở Y tế {DU} dự.", "Giám đốc Sở Y tế Ravenna cho biết sẽ làm ngay.") == []


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (f"Trong khi ông {DU} cho rằng đủ, | bà Lê Thị Thử đề nghị chờ thêm.", [DU, "Lê Thị Thử"]),
        (f"Ông {DU} cho rằng đủ, còn | bà Lê Thị Thử đề nghị chờ thêm.", [DU, "Lê Thị Thử"]),
        (f"Sau khi nghe ông {DU} báo cáo, bà Lê Thị Thử yêu cầu làm ngay.", ["Lê Thị Thử"]),
        (f"Nghe ông {DU} góp ý, bà Lê Thị Thử và lãnh đạo sở hứa sẽ làm.", ["Lê Thị Thử"]),
    ],
)
def test_clauses_of_two_speakers_are_told_apart(text: str, whose: list[str]) -> None:
    expected = list(zip(whose, text.split(" | "), strict=True))
    assert [(who, words) for who, _, words in said(BOTH, text.replace(" | ", " "))] == expected


def test_a_question_and_its_answer_in_one_sentence_have_their_own_speakers() -> None:
    question = "“Vì sao đến nay nhà văn hóa vẫn đóng cửa với bà con?”"
    text = f"Ông {DU} cắt lời: {question}, bà Lê Thị Thử cho biết đang sửa mái."
    assert said(BOTH, text) == [
        (DU, "quoted", question),
        ("Lê Thị Thử", "words", "bà Lê Thị Thử cho biết đang sửa mái."),
    ]


@pytest.mark.parametrize(
    "behind",
    [
        ". Đây là vấn đề được Bí thư Tỉnh ủy {} nhấn mạnh tại buổi họp báo.",
        ", đó là yêu cầu của đồng chí {} tại hội nghị.",
        ". Đó cũng là điều mà đồng chí {}, Bí thư Tỉnh ủy, khẳng định.",
    ],
)
def test_a_quotation_that_is_called_somebodys_words_is_his(behind: str) -> None:
    assert said(BOTH, WORDS + behind.format(DU)) == [(DU, "quoted", WORDS)]


def test_words_that_are_called_somebodys_behind_them_are_his() -> None:
    text = f"Phải làm thật nhanh. Đó là yêu cầu của đồng chí {DU} tại hội nghị."
    assert said(OPENING, text) == [(DU, "words", text)]


def test_a_speech_may_be_quoted_without_a_colon() -> None:
    quote = "“Từ hôm nay chúng tôi nguyện giữ rừng như giữ nhà”"
    text = f"Thay mặt Chi bộ, đồng chí {DU}, Bí thư Tỉnh ủy, đã phát biểu {quote} Buổi lễ kết thúc lúc 11 giờ trưa."
    assert (DU, "quoted", quote) in said(OPENING, text)
    assert said(OPENING, f"Đồng chí {DU} phát biểu “Một cửa”.") == []


@pytest.mark.parametrize(
    ("text", "his"),
    [
        (f"Ông {DU} chia sẻ tại hội nghị.", False),
        (f"Tại hội nghị, ông {DU} trao đổi với báo chí.", False),
        (f"Ông {DU} chia sẻ tại hội nghị, việc này rất khó.", True),
        (f"Cần làm ngay, ông {DU} chia sẻ tại hội nghị.", True),
        (f"Ông {DU} đề nghị với tỉnh ba việc.", True),
    ],
)
def test_whoever_only_shares_at_a_meeting_has_said_nothing(text: str, his: bool) -> None:
    assert [w for _, _, w in said(OPENING, text)] == ([text] if his else [])


def test_what_a_voter_asks_is_not_the_last_speakers() -> None:
    first = f"Ông {DU} cho biết tỉnh sẽ làm ngay."
    assert said(OPENING, f"{first} Một cử tri hỏi về giá đất.") == [(DU, "words", first)]


@pytest.mark.parametrize(
    "text",
    [
        "Thiếu tướng Trần Ví Dụ, Phó Chính ủy Quân khu dự, chỉ đạo.",
        "Ông Trần Ví Dụ, người gắn bó với xã, cũng gửi thư chúc mừng buổi gặp mặt.",
        "Sau khi nghe đồng chí Trần Ví Dụ quán triệt chỉ thị, các đại biểu thảo luận cách làm.",
        "Hội nghị thống nhất đưa đồng chí Trần Ví Dụ vào danh sách bổ sung chức danh phó bí thư.",
    ],
)
def test_what_is_done_by_or_with_somebody_is_not_what_he_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "his"),
    [
        (f"Ông {DU} nêu ý kiến, ở nhiều tỉnh việc này làm hằng tuần.", True),
        (f"Ông {DU} nêu ý kiến sau năm nay cần tiếp tục đề án.", True),
        (f"Ông {DU} nêu ý kiến tại hội nghị vào buổi chiều cùng ngày.", False),
        (f"Ông {DU} đưa ra ví dụ, tỉnh có 8 xã mà chỉ một trạm.", True),
        (f"Báo Mẫu dẫn lời ông {DU} cho biết cầu sẽ xong trong năm nay.", True),
        (f"Báo Mẫu dẫn lời ông {DU} trong một bài viết dài.", False),
    ],
)
def test_an_opinion_an_example_and_words_that_are_cited(text: str, his: bool) -> None:
    assert [w for _, _, w in said(OPENING, text)] == ([text] if his else [])


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        (f'Ông {DU} nhìn nhận "còn rất nhiều khó khăn" ở các xã vùng cao.', '"còn rất nhiều khó khăn"'),
        (
            f"Ông {DU} cho rằng chủ trương ấy ở giai đoạn trước phù hợp với tình hình của tỉnh, các xã vùng cao, "
            "nhưng hiện nay, ở nhiều nơi trong tỉnh, “khi đã thay đổi về quan điểm thì rất cần những "
            "thay đổi về chính sách, về các quy định”.",
            "“khi đã thay đổi về quan điểm thì rất cần những thay đổi về chính sách, về các quy định”",
        ),
        (
            f"Ông {DU} đề nghị làm tốt chủ đề “đẩy mạnh cải cách, siết chặt kỷ cương, nâng cao hiệu quả ở mọi nơi” mà "
            "đại hội đã thông qua, gắn với việc làm cụ thể hằng ngày của từng cán bộ, công chức, viên chức.",
            "",
        ),
        (f"Ông {DU} đề nghị các xã “đi đúng hướng”.", ""),
    ],
)
def test_part_of_a_sentence_is_quoted_as_said(text: str, quotation: str) -> None:
    assert [w for _, how, w in said(OPENING, text) if how == "quoted"] == ([quotation] if quotation else [])


@pytest.mark.parametrize(
    "text",
    [
        f"Đồng chí {DU} đã ký kết luận của Ban Bí thư về việc nhà kho.",
        f"Ông {DU} chờ xem trách nhiệm khi có kết luận của đoàn liên ngành.",
        f"Theo chương trình, đồng chí {DU} sẽ có phát biểu, hứa với HĐND tỉnh.",
        f"Ông {DU}, người nhận nhiệm vụ lúc 37 tuổi, vừa được cấp trên phân công về nơi khác.",
        f"Ông {DU} vừa gửi HĐND các nội dung trả lời kiến nghị của cử tri.",
        f"Hội nghị đã nghe đồng chí {DU} báo cáo vài việc còn dang dở.",
        f"Kiến nghị trên được ông {DU} nêu ra tại buổi làm việc sáng 12-1.",
    ],
)
def test_what_is_signed_announced_or_handed_in_has_no_words_of_his(text: str) -> None:
    assert said(OPENING, text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Trong bài phát biểu tại hội nghị, đồng chí {DU} khẳng định các xã đã làm tốt.",
        f"Diễn văn tại buổi lễ của đồng chí {DU} nêu rõ, năm mươi năm qua tỉnh đã lớn mạnh.",
        f"Đề nghị các xã làm ngay, ông {DU} tỏ thái độ dứt khoát: “Không thể có chuyện họp mãi mà không làm gì cả”.",
        f"Giải thích với người dân, ông {DU} cho đây là “việc khó nói”, đồng thời khẳng định con đê là cần.",
    ],
)
def test_words_in_an_address_or_behind_a_colon_are_his(text: str) -> None:
    assert {who for who, _, _ in said(OPENING, text)} == {DU}


def test_an_address_given_elsewhere_is_not_of_this_meeting() -> None:
    assert said(OPENING, f"Trong bài phát biểu ngày 5-1 năm ngoái, đồng chí {DU} khẳng định các xã đã làm tốt.") == []


def test_who_asked_is_told_in_a_line_of_its_own() -> None:
    assert said(OPENING, f"- ông {DU} hỏi.") == []
