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
    found = read("Ban Kinh tế Trung ương hiện có các phó ban gồm: ông Trần Ví Dụ, Lê Văn Thử.")
    assert found == {
        "Trần Ví Dụ": ["phó ban | Ban Kinh tế Trung ương"],
        "Lê Văn Thử": ["phó ban | Ban Kinh tế Trung ương"],
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
        ("Một nhà ngoại giao từng làm cố vấn an ninh quốc gia cho ông Trần Ví Dụ.", []),
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
