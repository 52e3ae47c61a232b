"""Posts told one by one: careers by years, who held it then, who came before, several of one kind. All invented."""

from __future__ import annotations

import pytest

from test_office_readings import read

DISTRICT = "Chủ tịch | UBND huyện Mẫu Sơn"
HEALTH = "Phó Giám đốc | Sở Y tế"


# --- careers and discipline ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Trong thời gian giữ chức Chủ tịch UBND huyện Mẫu Sơn, ông Trần Ví Dụ đã vi phạm quy định.",
        "Ông Trần Ví Dụ trong thời gian giữ cương vị Chủ tịch UBND huyện Mẫu Sơn đã vi phạm quy định.",
        "Khi còn giữ chức Chủ tịch UBND huyện Mẫu Sơn, ông Trần Ví Dụ đã ký văn bản này.",
        "Ông Trần Ví Dụ, khi còn làm Chủ tịch UBND huyện Mẫu Sơn, đã ký văn bản này.",
        "Thời gian đảm nhiệm chức vụ Chủ tịch UBND huyện Mẫu Sơn, ông Trần Ví Dụ đã ký văn bản này.",
    ],
)
def test_an_office_of_a_time_that_is_told_of_is_over(text: str) -> None:
    assert read(text) == {"Trần Ví Dụ": [f"{DISTRICT} (former)"]}


def test_a_career_told_by_years_ends_with_the_office_that_lasts() -> None:
    found = read(
        "Ông Trần Ví Dụ sinh năm 1970; năm 2010 là Chủ tịch UBND huyện Mẫu Sơn, năm 2015 là Bí thư Huyện ủy Mẫu Sơn, "
        "năm 2018 làm Phó Giám đốc Sở Y tế."
    )
    assert found["Trần Ví Dụ"] == [f"{DISTRICT} (former)", "Bí thư | Huyện ủy Mẫu Sơn (former)", HEALTH]


def test_periods_of_a_career_are_over() -> None:
    found = read(
        "Từ năm 2010 đến 2015, ông Trần Ví Dụ làm Chủ tịch UBND huyện Mẫu Sơn; từ 2015 đến 2020 là Phó Giám đốc Sở Y "
        "tế."
    )
    assert found["Trần Ví Dụ"] == [f"{DISTRICT} (former)", f"{HEALTH} (former)"]


@pytest.mark.parametrize(
    "opening",
    [
        "Ông Trần Ví Dụ từng giữ nhiều chức vụ ở tỉnh Bình Mẫu như:",
        "Ông Trần Ví Dụ lần lượt giữ các cương vị: cán bộ Huyện đoàn,",
        "Ông Trần Ví Dụ quê xã Tân Thử (Cao Mẫu, Bình Mẫu), từng là",
        "Ông Trần Ví Dụ từng trải qua nhiều vị trí lãnh đạo như",
    ],
)
def test_the_posts_of_a_career_are_one_mans_whatever_opens_their_list(opening: str) -> None:
    found = read(f"{opening} Chủ tịch UBND huyện Mẫu Sơn, Phó Giám đốc Sở Y tế.")
    assert found == {"Trần Ví Dụ": [f"{DISTRICT} (former)", f"{HEALTH} (former)"]}


def test_deputy_and_head_of_a_career_are_of_the_body_that_is_printed_once() -> None:
    found = read("Ông Trần Ví Dụ từng giữ các chức vụ: Bí thư Huyện ủy; Phó Chủ tịch, Chủ tịch UBND tỉnh.")
    assert found["Trần Ví Dụ"][1:] == ["Phó Chủ tịch | UBND tỉnh (former)", "Chủ tịch | UBND tỉnh (former)"]


def test_a_present_office_behind_a_semicolon_in_small_letters_is_the_same_mans() -> None:
    found = read("Ông Trần Ví Dụ hiện là thành viên Hội đồng Lý luận tỉnh; phó chủ tịch Hội Luật gia tỉnh.")
    assert found == {"Trần Ví Dụ": ["thành viên | Hội đồng Lý luận tỉnh", "phó chủ tịch | Hội Luật gia tỉnh"]}


def test_on_his_post_one_acts_who_is_named_behind_the_comma() -> None:
    assert read("Trên cương vị Bí thư Tỉnh ủy, ông Trần Ví Dụ đã chỉ đạo.") == {"Trần Ví Dụ": ["Bí thư | Tỉnh ủy"]}


# --- who held it, and who before -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Giám đốc Sở Y tế khi đó là ông Trần Ví Dụ đã ký.", ""),
        ("Giám đốc Sở Y tế đương nhiệm là ông Trần Ví Dụ đã ký.", ""),
        ("Giám đốc Sở Y tế hiện nay là ông Trần Ví Dụ.", ""),
        ("Giám đốc Sở Y tế tiền nhiệm là ông Trần Ví Dụ.", " (former)"),
        ("Giám đốc Sở Y tế nhiệm kỳ trước là ông Trần Ví Dụ.", " (former)"),
        ("Là Giám đốc Sở Y tế giai đoạn 1990-1995, ông Trần Ví Dụ đã ký.", ""),
    ],
)
def test_who_holds_an_office_is_said_behind_it(text: str, status: str) -> None:
    assert read(text) == {"Trần Ví Dụ": [f"Giám đốc | Sở Y tế{status}"]}


@pytest.mark.parametrize(
    "replaced",
    [
        ", thay ông Lê Văn Thử nghỉ hưu",
        " thay cho ông Lê Văn Thử",
        ", thay thế người tiền nhiệm là ông Lê Văn Thử",
        " với 100% số phiếu, thay ông Lê Văn Thử",
    ],
)
def test_whom_the_new_holder_replaces_had_the_office(replaced: str) -> None:
    found = read(f"Kỳ họp bầu ông Trần Ví Dụ giữ chức Chủ tịch HĐND tỉnh{replaced}.")
    assert found["Trần Ví Dụ"] == ["Chủ tịch | HĐND tỉnh (incoming)"]
    assert found["Lê Văn Thử"] == ["Chủ tịch | HĐND tỉnh (former)"]


def test_who_is_replaced_on_a_board_had_not_the_other_office_of_the_new_member() -> None:
    found = read("Sở cử ông Trần Ví Dụ, Giám đốc Sở Y tế tham gia tổ này thay ông Lê Văn Thử.")
    assert found["Lê Văn Thử"] == []


# --- several of one kind --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Các ông Trần Ví Dụ, Lê Văn Thử tái cử chức Phó Giám đốc Sở Y tế.",
        "Ông Trần Ví Dụ và ông Lê Văn Thử là Phó Giám đốc Sở Y tế.",
        "Hai Phó Giám đốc Sở Y tế là các ông Trần Ví Dụ, Lê Văn Thử.",
        "Phó Giám đốc Sở Y tế Trần Ví Dụ và Lê Văn Thử.",
    ],
)
def test_an_office_said_of_two_is_that_of_both(text: str) -> None:
    assert read(text) == {"Trần Ví Dụ": [HEALTH], "Lê Văn Thử": [HEALTH]}


def test_the_deputies_of_a_body_are_of_the_body_that_their_sentence_begins_with() -> None:
    found = read("Ban Nội chính tỉnh bây giờ có các phó ban gồm: ông Trần Ví Dụ, Lê Văn Thử.")
    assert found == {
        "Trần Ví Dụ": ["phó ban | Ban Nội chính tỉnh"],
        "Lê Văn Thử": ["phó ban | Ban Nội chính tỉnh"],
    }


def test_a_post_is_given_by_another_office_and_a_name() -> None:
    found = read("Trưởng ban là Phó Chủ tịch UBND tỉnh Trần Ví Dụ; phó trưởng ban là Giám đốc Sở Y tế Lê Văn Thử.")
    assert found == {
        "Trần Ví Dụ": ["Trưởng ban | —", "Phó Chủ tịch | UBND tỉnh"],
        "Lê Văn Thử": ["phó trưởng ban | —", "Giám đốc | Sở Y tế"],
    }


def test_what_a_team_is_led_by_is_the_office_of_each_one_named() -> None:
    found = read("Tổ một do ông Trần Ví Dụ làm tổ trưởng, ông Lê Văn Thử làm tổ phó.")
    assert found == {"Trần Ví Dụ": ["tổ trưởng | Tổ một"], "Lê Văn Thử": ["tổ phó | Tổ một"]}


# --- and not the neighbour's -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Tại buổi làm việc với Bí thư Thành ủy Mẫu Giang Trần Ví Dụ, Bí thư Huyện ủy Mẫu Sơn - Lê Văn Thử đề nghị.",
            ["Bí thư | Thành ủy Mẫu Giang"],
        ),
        ("Theo ông Trần Ví Dụ, Chủ tịch UBND tỉnh đã chuyển thư cho Công an.", []),
        ("Theo ông Trần Ví Dụ, Chủ tịch UBND tỉnh, thư đã chuyển.", ["Chủ tịch | UBND tỉnh"]),
        ("Theo ông Trần Ví Dụ, ban này do Chủ tịch UBND tỉnh làm trưởng ban.", []),
        ("Ông Trần Ví Dụ dự cùng 3 trong số 4 chức danh Phó Chủ tịch UBND tỉnh.", []),
        ("Một kỹ sư có lúc làm cố vấn kỹ thuật cho ông Trần Ví Dụ.", []),
        ("Thừa ủy quyền của Chủ tịch UBND tỉnh, ông Trần Ví Dụ ký văn bản.", []),
    ],
)
def test_an_office_that_is_somebody_elses_is_not_given_to_the_name_beside_it(text: str, offices: list[str]) -> None:
    assert read(text)["Trần Ví Dụ"] == offices


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Thủ tướng đã tiếp Chủ tịch Đảng Quốc dân đại chúng Ivan Mauer.", "Chủ tịch | Đảng Quốc dân đại chúng"),
        (
            "Tổng Bí thư Đảng Công nhân xã hội chủ nghĩa Ivan Mauer nói.",
            "Tổng Bí thư | Đảng Công nhân xã hội chủ nghĩa",
        ),
        ("Cố vấn An ninh Quốc gia Mỹ Ivan Mauer nói.", "Cố vấn An ninh Quốc gia | Mỹ"),
        ("Thủ hiến xứ Catalan, ông Ivan Mauer cho biết.", "Thủ hiến | Xứ Catalan"),
        ("Chủ tịch nước đã tiếp Chủ tịch Thượng viện Mỹ, ông Ivan Mauer.", "Chủ tịch | Thượng viện Mỹ"),
    ],
)
def test_guests_have_the_offices_that_their_country_gives_them(text: str, office: str) -> None:
    assert read(text) == {"Ivan Mauer": [office]}


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Ví Dụ khi đang giữ chức Chủ tịch UBND huyện Mẫu Sơn đã ký văn bản này.",
        "Trong thời gian ông Trần Ví Dụ giữ chức Chủ tịch UBND huyện Mẫu Sơn, nhiều dự án chậm tiến độ.",
        "Năm 2018, khi ông Trần Ví Dụ đang giữ chức Chủ tịch UBND huyện Mẫu Sơn, nhiều dự án chậm tiến độ.",
        "Dưới thời ông Trần Ví Dụ làm Chủ tịch UBND huyện Mẫu Sơn, nhiều dự án chậm tiến độ.",
        "Ông Trần Ví Dụ nói. Việc này có từ khi ông Dụ còn là Chủ tịch UBND huyện Mẫu Sơn.",
    ],
)
def test_the_time_of_a_holder_is_over(text: str) -> None:
    assert read(text) == {"Trần Ví Dụ": [f"{DISTRICT} (former)"]}


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Ví Dụ từ Phó Giám đốc Sở Y tế lên giữ chức Chủ tịch UBND huyện Mẫu Sơn.",
        "Ông Trần Ví Dụ được điều chuyển từ Phó Giám đốc Sở Y tế sang làm Chủ tịch UBND huyện Mẫu Sơn.",
        "Ông Trần Ví Dụ từ chức vụ Phó Giám đốc Sở Y tế được điều động giữ chức Chủ tịch UBND huyện Mẫu Sơn.",
    ],
)
def test_the_post_that_somebody_comes_from_is_over(text: str) -> None:
    assert sorted(read(text)["Trần Ví Dụ"]) == [f"{DISTRICT} (incoming)", f"{HEALTH} (former)"]


def test_who_resigns_leaves_and_does_not_come_from_a_post() -> None:
    assert read("Ông Trần Ví Dụ từ chức Phó Giám đốc Sở Y tế.") == {"Trần Ví Dụ": [f"{HEALTH} (outgoing)"]}


def test_a_career_may_begin_with_posts_that_have_no_title() -> None:
    found = read(
        "Ông Trần Ví Dụ từng giữ các chức vụ: Chuyên viên, phó trưởng phòng, trưởng phòng Tổ chức, Sở Nội vụ Bình Mẫu; "
        "Phó giám đốc và sau đó là Giám đốc Sở Nội vụ Bình Mẫu."
    )
    assert found["Trần Ví Dụ"] == [
        "phó trưởng | Phòng Tổ chức, Sở Nội vụ Bình Mẫu (former)",
        "trưởng | Phòng Tổ chức, Sở Nội vụ Bình Mẫu (former)",
        "Phó giám đốc | Sở Nội vụ Bình Mẫu (former)",
        "Giám đốc | Sở Nội vụ Bình Mẫu (former)",
    ]


def test_a_career_told_in_sentences_went_on_behind_each_post_but_the_last() -> None:
    found = read(
        "Ông Trần Ví Dụ nói. Sau đó, ông Dụ được phân công giữ chức Chủ tịch UBND huyện Mẫu Sơn. Đến năm 2014, ông Dụ "
        "được điều động về làm Phó Giám đốc Sở Y tế."
    )
    assert found["Trần Ví Dụ"] == [f"{DISTRICT} (former)"]
    assert read("Sau đó, ông Trần Ví Dụ được bầu giữ chức Chủ tịch UBND huyện Mẫu Sơn. Ông cảm ơn.") == {
        "Trần Ví Dụ": [f"{DISTRICT} (incoming)"]
    }


def test_posts_of_which_people_are_asked_are_nobodys() -> None:
    text = "Theo ông Trần Ví Dụ, HĐND tỉnh lấy phiếu 15 người gồm các chức danh Chủ tịch, Phó Chủ tịch HĐND tỉnh."
    assert read(text) == {"Trần Ví Dụ": []}


def test_posts_that_are_taken_together_name_their_place_once() -> None:
    assert read("Ông Trần Ví Dụ được bầu giữ chức Bí thư Huyện ủy, Chủ tịch HĐND huyện Mẫu Sơn.") == {
        "Trần Ví Dụ": ["Bí thư | Huyện ủy Mẫu Sơn (incoming)", "Chủ tịch | HĐND huyện Mẫu Sơn (incoming)"]
    }


def test_a_record_is_no_second_post() -> None:
    found = read("Khi đó, ông Trần Ví Dụ mới 37 tuổi, trở thành chủ tịch tỉnh ít tuổi nhất vùng.")
    assert found == {"Trần Ví Dụ": []}


# --- one office, printed twice ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Ông Trần Ví Dụ, Phó Giám đốc Sở Y tế, được bầu. Trước đó, ông Trần Ví Dụ từng là Phó Giám đốc Sở Y tế.",
            f"{HEALTH} (former)",
        ),
        (
            "Bí thư Thành ủy TP Mẫu Giang Trần Ví Dụ dự. Ông Trần Ví Dụ, Bí thư Thành ủy Mẫu Giang, nói.",
            "Bí thư | Thành ủy TP Mẫu Giang",
        ),
        (
            "Phó Chủ tịch HĐND TP.HCM Trần Ví Dụ dự. Ông Trần Ví Dụ, Phó Chủ tịch HĐND TP, nói.",
            "Phó Chủ tịch | HĐND TPHCM",
        ),
        (
            "Giám đốc Sở TN&MT Bình Mẫu Trần Ví Dụ dự. Ông Trần Ví Dụ, Giám đốc Sở Tài nguyên & Môi trường tỉnh Bình "
            "Mẫu, nói.",
            "Giám đốc | Sở Tài nguyên & Môi trường tỉnh Bình Mẫu",
        ),
        (
            "Ông Trần Ví Dụ thôi giữ chức Bí thư Tỉnh ủy Bình Mẫu. Ông Lê Văn Thử giữ chức Bí thư Tỉnh ủy Bình Mẫu "
            "thay ông Trần Ví Dụ.",
            "Bí thư | Tỉnh ủy Bình Mẫu (outgoing)",
        ),
    ],
)
def test_two_printings_of_an_office_are_one(text: str, office: str) -> None:
    assert read(text)["Trần Ví Dụ"] == [office]


def test_bodies_of_two_levels_of_one_name_stay_two() -> None:
    found = read("Ông Trần Ví Dụ, Chủ tịch UBND tỉnh Bình Mẫu, từng là Chủ tịch UBND huyện Bình Mẫu.")
    assert found["Trần Ví Dụ"] == ["Chủ tịch | UBND tỉnh Bình Mẫu", "Chủ tịch | UBND huyện Bình Mẫu (former)"]


# --- several posts of one decision -----------------------------------------------------------------------------------
def test_all_posts_behind_a_semicolon_are_lost_at_once() -> None:
    found = read("Ông Trần Ví Dụ bị cách chức Ủy viên Trung ương Đảng khóa XII; Chủ tịch UBND huyện Mẫu Sơn.")
    assert found["Trần Ví Dụ"] == ["Ủy viên | Trung ương Đảng (outgoing)", f"{DISTRICT} (outgoing)"]


def test_a_second_decision_without_a_verb_is_like_the_first() -> None:
    found = read(
        "Kỳ họp miễn nhiệm chức danh Phó Giám đốc Sở Y tế đối với ông Trần Ví Dụ; Chủ tịch UBND huyện Mẫu Sơn đối với "
        "ông Lê Văn Thử."
    )
    assert found == {"Trần Ví Dụ": [f"{HEALTH} (outgoing)"], "Lê Văn Thử": [f"{DISTRICT} (outgoing)"]}


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        ("Phó Chủ tịch phụ trách đối ngoại Tập đoàn Vidux", "Phó Chủ tịch phụ trách đối ngoại | Tập đoàn Vidux"),
        (
            "Chủ tịch phụ trách Vận hành khu vực, Tập đoàn Vidux",
            "Chủ tịch phụ trách Vận hành khu vực | Tập đoàn Vidux",
        ),
        ("Phó Chủ tịch phụ trách kinh tế", "Phó Chủ tịch | —"),
        ("Phó Chủ tịch phụ trách UBND tỉnh", "Phó Chủ tịch phụ trách | UBND tỉnh (acting)"),
    ],
)
def test_what_somebody_has_charge_of_in_a_firm_belongs_to_his_title(printed: str, office: str) -> None:
    assert read(f"Ông Trần Ví Dụ, {printed}, cho biết.") == {"Trần Ví Dụ": [office]}
