"""Days in running text: which words are one, of what they are, and which year they mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biennien.extract.dates import find_days, find_relative
from biennien.extract.documents_text import flat, ordinal, roman, unroman
from biennien.extract.years import weekday_near, year_from_text, year_from_weekday


@pytest.mark.parametrize(
    ("text", "day", "month", "year", "part"),
    [
        ("Chiều 25-12, Ban Tổ chức họp", 25, 12, None, "chiều"),
        ("Sáng 8.1, hội nghị khai mạc", 8, 1, None, "sáng"),
        ("Sáng ngày 8/1/2026, hội nghị", 8, 1, 2026, "sáng"),
        ("Ngày 1-10, Đảng ủy tổ chức", 1, 10, None, None),
        ("ngày 5 tháng 9 năm 2025", 5, 9, 2025, None),
        ("Sáng ngày 21 tháng 01 năm 2025", 21, 1, 2025, "sáng"),
        ("Sáng nay (15/10), Thành ủy", 15, 10, None, "sáng"),
        ("Chiều qua, 14.10, Tỉnh ủy", 14, 10, None, "chiều"),
        ("Hôm nay, ngày 15/10", 15, 10, None, None),
        ("Chiều thứ sáu, 3-10, Quận ủy", 3, 10, None, "chiều"),
        ("Tối 16–10, lễ công bố", 16, 10, None, "tối"),
        ("Hôm 12/10, hội nghị bế mạc", 12, 10, None, None),
        ("Thứ sáu, 14/8, Đảng ủy", 14, 8, None, None),
        ("ngày làm việc thứ hai (21/10)", 21, 10, None, None),
        ("Chiều muộn 12/9, đoàn đến", 12, 9, None, "chiều"),
        ("Tiếp tục chương trình phiên chuyên đề pháp luật, ngày 14-8, ủy ban họp", 14, 8, None, None),
        ("Sau hội nghị ở xã Ví hồi tháng 12-2023, ngày 11-10, hai bên gặp lại", 11, 10, None, None),
        ("Bước vào nhiệm kỳ 2024-2029, ngày 14-6, đại hội họp", 14, 6, None, None),
        ("Nhận lời mời của ông Ví Dụ và Phu nhân, sáng 18-8, đoàn dự", 18, 8, None, "sáng"),
        ("Ông Ví Dụ và Phu nhân ngày 18-8 dự lễ", 18, 8, None, None),
        ("Tết đã cận kề, năm mới sắp đến, chiều 22-1, đoàn thăm", 22, 1, None, "chiều"),
        ("góp ý dự thảo luật sáng 23-9", 23, 9, None, "sáng"),
    ],
)
def test_days_are_read_in_every_usual_form(text: str, day: int, month: int, year: int | None, part: str | None) -> None:
    (found,) = find_days(flat(text))
    assert (found.day, found.month, found.year, found.part, found.use) == (day, month, year, part, "plain")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Trong hai ngày 26 và 27-9", (26, 9), (27, 9)),
        ("Từ ngày 12 đến 13-8", (12, 8), (13, 8)),
        ("Ngày 19-20/8", (19, 8), (20, 8)),
        ("Trong 3 ngày 13, 14, 15-10", (13, 10), (15, 10)),
        ("từ ngày 30-9 đến 2-10", (30, 9), (2, 10)),
        ("Từ 24 đến hết ngày 26-8", (24, 8), (26, 8)),
    ],
)
def test_several_days_have_a_first_and_a_last(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    (found,) = find_days(flat(text))
    assert ((found.day, found.month), (found.last_day, found.last_month)) == (first, last)
    assert found.use == "plain"


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("theo Kế hoạch số 249-KH/UBKTTW ngày 24-7-2025", "document"),
        ("Quyết định ngày 15.9.2025 của Ban Bí thư", "document"),
        ("tính đến ngày 31/8", "bound"),
        ("sau ngày 15-9-2021", "bound"),
        ("kỷ niệm 93 năm Ngày thành lập Đảng, ngày truyền thống ngày 3-2", "anniversary"),
        ("đại hội dự kiến diễn ra ngày 13-10", "future"),
        ("Dự kiến, ngày 18-6", "future"),
        ("Theo ông Ví Dụ, dự kiến, ngày 18-6", "future"),
        ("Dự kiến kỳ họp kéo dài 26 ngày; khai mạc vào ngày 20-5", "future"),
        ("theo Tờ trình 151 ngày 14/3/2025", "document"),
        ("theo quyết định ký sáng 14/3/2025", "document"),
        ("được tổ chức nhân ngày 20-11", "anniversary"),
        ("sinh ngày 19-5-1890", "birth"),
    ],
)
def test_days_of_something_else_are_known_as_such(text: str, use: str) -> None:
    assert [d.use for d in find_days(flat(text))][-1] == use


@pytest.mark.parametrize(
    "text",
    [
        "đạt 3.5 triệu",
        "từ 98% trở lên",
        "công nghiệp 4.0",
        "266/838 dự án",
        "ngày 32-13",
        "ngày 45/10",
        "năm 2025",
        "15 ngày đêm",
        "Nghị quyết 18-NQ/TW",
        "số 12/4/7",
        "sáng tạo 2-3 mô hình",
    ],
)
def test_numbers_that_are_no_days_are_left_alone(text: str) -> None:
    assert find_days(flat(text)) == []


@pytest.mark.parametrize(
    ("text", "days", "part"),
    [
        ("Sáng nay, Thành ủy tổ chức", 0, "sáng"),
        ("Hôm nay Tỉnh ủy họp", 0, None),
        ("Chiều qua, Tỉnh ủy họp", 1, "chiều"),
        ("Thành ủy vừa tổ chức", None, None),
        ("Mới đây, Thành ủy tổ chức", None, None),
    ],
)
def test_relative_days_count_from_publication(text: str, days: int | None, part: str | None) -> None:
    (found,) = find_relative(flat(text))
    assert (found.days, found.part) == (days, part)


@pytest.mark.parametrize(
    ("texts", "month", "year"),
    [
        (["kết quả 9 tháng đầu năm 2021", "các mục tiêu năm 2021, giai đoạn 2021-2025"], 10, 2021),
        (["tổng kết công tác năm 2025, triển khai nhiệm vụ năm 2026"], 12, 2025),
        (["tổng kết công tác năm 2025, triển khai nhiệm vụ năm 2026"], 1, 2026),
        (["mục tiêu đến năm 2030, tầm nhìn đến năm 2045"], 5, None),
        (["thành lập năm 1976"], 5, None),
        (["nhiệm kỳ 2020-2025"], 5, None),
        (["tổng kết công tác năm 2020", "sau ngày 15-9-2021"], 5, None),
        (["tổng kết công tác xây dựng Đảng năm 2018"], 1, 2019),
        (["hoàn thành các mục tiêu năm 2025 và bàn phương hướng năm 2026"], 11, 2025),
        (["bàn phương hướng năm 2026"], 11, None),
        (["tổng kết công tác dân quân 2019, triển khai nhiệm vụ 2020"], 12, 2019),
        (["tổng kết công tác dân quân 2019, triển khai nhiệm vụ 2020"], 1, 2020),
        (["đẩy nhanh để xong vào quý I năm 2014"], 10, None),
        (["kết quả quý I năm 2014"], 4, 2014),
        (["kết quả thực hiện nhiệm vụ năm 2021, quý I/2022"], 4, 2022),
        (["dự án xong vào quý I/2022"], 4, None),
        (["phiên họp thường kỳ tháng 4/2023"], 4, 2023),
        (["đánh giá công tác tháng 12-2018"], 1, 2019),
        (["sơ kết công tác quý I/2019"], 3, 2019),
        (["trình Bộ Chính trị trong quý I-2014"], 9, None),
        (["kỷ niệm 95 năm Ngày thành lập Đảng"], 2, 2025),
        (["kỷ niệm 95 năm Ngày thành lập Đảng và mừng xuân"], 2, 2025),
        (["kỷ niệm 95 năm thành lập Đảng bộ tỉnh"], 2, None),
        (["kỷ niệm 70 năm thành lập Đảng Nhân dân Ví Dụ"], 2, None),
        (["Ngày truyền thống (15-10-1930 – 15-10-2014)"], 10, 2014),
        (["khai mạc Đại hội đại biểu lần thứ X, nhiệm kỳ 2020-2025"], 8, 2020),
        (["quán triệt Nghị quyết Đại hội Đảng bộ tỉnh lần thứ X, nhiệm kỳ 2020-2025"], 8, None),
        # What is yet to come tells the year of a meeting just before it; what has come does not.
        (["trao Quyết định nghỉ hưu cho ông Trần Ví Dụ kể từ ngày 01/5/2025"], 4, 2025),
        (["bổ nhiệm ông Trần Ví Dụ kể từ ngày 1-1-2026"], 12, 2025),
        (["Đại hội dự kiến diễn ra vào ngày 20-5-2025"], 4, 2025),
        (["vận hành chính quyền hai cấp từ ngày 1-7-2025"], 6, None),
        (["đã hoàn thành trước ngày 1-7-2025"], 6, None),
        (["trao Quyết định nghỉ hưu cho ông Trần Ví Dụ kể từ ngày 01/5/2025"], 9, None),
        # A school year is two calendar years.
        (["lễ khai giảng năm học 2024-2025"], 9, 2024),
        (["tổng kết năm học 2024-2025"], 5, 2025),
        (["tổng kết năm học 2024-2025"], 8, 2025),
        (["tổng kết năm học 2024-2025"], 9, 2025),
        (["triển khai nhiệm vụ năm học 2024-2025"], 8, 2024),
        (["tổng kết năm học 2023-2024, triển khai nhiệm vụ năm học 2024-2025"], 8, 2024),
        (["sơ kết học kỳ I năm học 2024-2025"], 1, 2025),
        (["kết quả thi năm học 2024-2025"], 7, None),
        (["giai đoạn từ năm học 2021-2022"], 9, None),
        # The year in the name of what is held, not of what is reviewed there.
        (["tổ chức Ngày hội Sách xã Ví Mẫu năm 2024"], 6, 2024),
        (["tổ chức hội nghị người lao động năm 2025"], 2, 2025),
        (["tổ chức lễ giao nhận quân năm 2023"], 2, 2023),
        (["tổ chức lễ hội chào đón năm 2024"], 11, None),
        (["tổ chức ngày hội văn hóa năm 2024"], 12, None),
        # Months and years that merely come up in a text are told of in any year.
        (["Tháng 9-2015, ông Trần Ví Dụ được bầu làm bí thư."], 9, None),
        (["Tháng 11-2016, xã duyệt quy hoạch khu chợ."], 12, None),
        (["phiên họp tháng 9-2015 bàn việc chợ", "Tháng 5-2018, chợ đã mở cửa."], 9, None),
        (["dự án Luật dự kiến trình vào kỳ họp tháng 5-2020"], 6, None),
        (["cầu sẽ xong vào cuối năm 2020"], 11, None),
        (["cuối năm 2018, tỷ lệ hộ nghèo còn 1,2%. Năm 2018, xã đạt chuẩn."], 8, None),
        (["giữa năm 2017, ông đã trả lời chất vấn"], 5, None),
        (["trong năm 2016 có nhiều việc, nhất là năm 2016"], 7, None),
        (["6 tháng đầu năm 2017 phải xong phần ngầm"], 9, None),
        (["6 tháng đầu năm 2017 thu đạt 60%"], 7, 2017),
        (["6 tháng đầu năm 2017 thu đạt 60%"], 6, 2017),
        (["nhiệm vụ 6 tháng cuối năm 2017"], 7, 2017),
        (["nhiệm vụ 6 tháng cuối năm 2017"], 11, None),
        (["từ đầu năm 2019 đến nay, xã trồng 2.000 cây"], 9, 2019),
        (["từ năm 2013 đến nay, xã trồng 2.000 cây"], 9, None),
        (["tổng kết công tác năm 2018"], 12, 2018),
        (["tổng kết công tác năm 2018"], 6, None),
        (["tổng kết thi hành Pháp lệnh năm 2004"], 11, None),
        (["tổng kết việc chăm lo Tết năm 2019"], 2, None),
        (["triển khai nhiệm vụ công tác năm 2019"], 2, 2019),
        (["kết quả thực hiện kế hoạch năm 2018"], 2, None),
        (["tổ chức hội nghị tuyên dương điển hình học tập năm 2024"], 5, 2024),
        (["tổ chức lễ công bố xã đạt chuẩn năm 2017"], 12, 2017),
        (["đề xuất tổ chức diễn đàn đô thị vào năm 2020"], 8, None),
        (["tổ chức lễ công bố kết quả xếp hạng năm 2015"], 8, None),
        (["nhân dịp 134 năm Ngày sinh Chủ tịch Hồ Chí Minh"], 5, 2024),
        (["thu nhập sẽ gấp đôi vào thời điểm kỷ niệm 100 năm Ngày Quốc khánh"], 9, None),
        (["ngày 12-9-2021, đoàn đã xem chợ"], 9, 2021),
        (["ngày 12-9-2021, đoàn đã xem chợ", "Năm 2023, chợ cháy."], 9, None),
        (["trạm sẽ thu phí đến 31/12/2036"], 12, None),
        (["hỗ trợ học sinh năm học 2013-2014"], 11, None),
        (["hỗ trợ học sinh năm học 2013-2014"], 3, None),
        (["tổng kết công tác năm 2025, triển khai nhiệm vụ năm 2026"], 6, None),
        (["tổng kết công tác năm 2018"], 9, None),
        (["theo chỉ thị số 15 ngày 14-9-2015"], 9, None),
        (["kỳ họp bàn kết quả năm 2016 và kế hoạch năm 2017"], 10, 2016),
        (["Đầu năm 2007, ông làm Bí thư quận. Tháng 3/2015, ông được điều về. Đến tháng 6/2016, ông tái cử."], 6, None),
    ],
)
def test_the_year_of_an_undated_article_comes_from_its_text_or_stays_open(
    texts: list[str], month: int, year: int | None
) -> None:
    found = year_from_text([flat(t) for t in texts], month, 15)
    assert (found[0] if found else None) == year


def test_the_words_that_say_the_year_are_kept() -> None:
    found = year_from_text(["không có gì", flat("trong 9 tháng đầu năm 2021")], 10, 15)
    assert found is not None
    number, start, end = found[1]
    assert (number, "trong 9 tháng đầu năm 2021"[start:end]) == (1, "9 tháng đầu năm 2021")


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Thứ bảy (12-6), Tỉnh ủy họp", 5),
        ("Chiều thứ 7, 12-6, Tỉnh ủy họp", 5),
        ("Ngày 12-6 (thứ bảy), Tỉnh ủy họp", 5),
        ("Chủ nhật, 13-6, Tỉnh ủy họp", 6),
        ("Ngày 12-6, Tỉnh ủy họp lần thứ hai", None),
    ],
)
def test_the_day_of_the_week_is_read_beside_the_day(text: str, weekday: int | None) -> None:
    view = flat(text)
    (day,) = find_days(view)
    assert weekday_near(view, day.start, day.end) == weekday


def test_a_day_of_the_week_settles_which_of_the_years_named_it_was() -> None:
    views = [flat("Nghị quyết năm 2019, kế hoạch 12-KH/TU năm 2021, tầm nhìn đến năm 2030")]
    found = year_from_weekday(views, 6, 12, 5)
    assert found is not None and found[0] == 2021
    assert year_from_weekday(views, 6, 12, 0) is None
    assert year_from_weekday([flat("năm 2021, năm 2027")], 6, 12, 5) is None  # a Saturday in both
    assert year_from_weekday([flat("năm 2021, đã làm lại năm 2023")], 6, 12, 5) is None  # told after that


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("IV", 4),
        ("4", 4),
        ("tư", 4),
        ("nhất", 1),
        ("hai mươi mốt", 21),
        ("XVII", 17),
        ("09", 9),
        ("vi", None),
        ("IIII", None),
    ],
)
def test_ordinals_are_read_as_words_digits_and_roman_numerals(written: str, value: int | None) -> None:
    assert ordinal(written) == value


@given(st.integers(1, 89))
def test_roman_numerals_survive_the_round_trip(number: int) -> None:
    assert unroman(roman(number)) == number


@given(st.text(max_size=300))
@settings(deadline=None)
def test_the_flat_view_is_as_long_as_the_text(text: str) -> None:
    assert len(flat(text)) == len(text)


@given(
    st.lists(
        st.sampled_from(
            ["ngày", "sáng", "nay", "12", "và", "-", "/", "9", "2025", "từ", "đến", "(", ")", ",", "tháng"]
        ),
        max_size=25,
    )
)
@settings(max_examples=200, deadline=None)
def test_days_keep_their_order_and_do_not_overlap(pieces: list[str]) -> None:
    view = " ".join(pieces)
    end = 0
    for day in find_days(view):
        assert end <= day.start < day.end <= len(view)
        assert 1 <= day.day <= 31 and 1 <= day.month <= 12
        end = day.end
