"""Charts of reported values: a mark for each report, side by side on one day, joined only where that is no claim."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from xml.etree import ElementTree

from biennien.pages.charts import Scale, track
from biennien.pages.figure_chart import HEIGHT, WIDTH, Chart, Dot, chart

NEW_YEAR = dt.date(2025, 1, 1)


def dot(
    day: dt.date, value: float, label: str = "", subject: str = "đảng bộ bình mẫu", high: float | None = None
) -> Dot:
    return Dot(day, value, value if high is None else high, label or f"{value:g}", "Báo Bình Mẫu, đoạn 2", subject)


def drawn(*dots: Dot) -> Chart:
    found = chart(dots, "Biểu đồ: mẫu")
    assert found is not None
    return found


def tree(found: Chart) -> Any:
    return ElementTree.fromstring(str(found.svg))


def marks(found: Chart) -> list[tuple[float, float]]:
    return [(float(c.get("cx")), float(c.get("cy"))) for c in tree(found).iter("circle")]


def test_every_value_has_a_mark_that_tells_value_day_and_source() -> None:
    found = drawn(dot(NEW_YEAR, 6373, "6.373"), dot(dt.date(2025, 9, 1), 6200, "gần 6.200"))
    assert [t.text for t in tree(found).iter("title")] == [
        "6.373: 1-1-2025, Báo Bình Mẫu, đoạn 2",
        "gần 6.200: 1-9-2025, Báo Bình Mẫu, đoạn 2",
    ]
    assert {"6.373", "gần 6.200", "1-1-2025", "1-9-2025"} == {t.text for t in tree(found).iter("text")}
    assert tree(found).get("role") == "img" and tree(found).get("aria-label") == "Biểu đồ: mẫu"


def test_heights_are_in_proportion_and_begin_at_zero() -> None:
    (_, half), (_, whole) = marks(drawn(dot(NEW_YEAR, 50), dot(dt.date(2025, 2, 1), 100)))
    (foot,) = {
        float(y) for y in re.findall(r'class="g" d="M0 (\d+)', str(drawn(dot(NEW_YEAR, 1), dot(NEW_YEAR, 2)).svg))
    }
    assert abs((foot - half) * 2 - (foot - whole)) < 0.2


def test_one_printed_subject_is_joined_by_a_dashed_line() -> None:
    found = drawn(dot(NEW_YEAR, 5), dot(dt.date(2025, 2, 1), 6), dot(dt.date(2025, 3, 1), 4))
    assert found.joined and str(found.svg).count('class="j"') == 1
    assert re.findall(r'class="j" d="([^"]+)"', str(found.svg))[0].count("M") == 2


def test_values_of_different_or_unsure_subjects_are_never_joined() -> None:
    later = dt.date(2025, 2, 1)
    for one, other in (("đảng bộ bình mẫu", "đảng bộ khác"), ("", ""), ("đảng bộ bình mẫu", "")):
        found = drawn(dot(NEW_YEAR, 5, subject=one), dot(later, 6, subject=other))
        assert not found.joined and 'class="j"' not in str(found.svg)


def test_two_values_of_one_day_stand_side_by_side_and_no_line_chooses_between_them() -> None:
    found = drawn(
        dot(NEW_YEAR, 5), dot(dt.date(2025, 2, 1), 6), dot(dt.date(2025, 2, 1), 9), dot(dt.date(2025, 3, 1), 4)
    )
    assert not found.joined
    _, (left, _), (right, _), _ = marks(found)
    assert right - left == 13


def test_a_range_is_a_bar_between_its_ends() -> None:
    found = drawn(dot(NEW_YEAR, 3, "3–4", high=4), dot(dt.date(2025, 2, 1), 4))
    assert len(marks(found)) == 1 and str(found.svg).count('class="r"') == 1


def test_a_single_value_and_values_without_any_size_have_no_chart() -> None:
    assert chart([dot(NEW_YEAR, 5)], "") is None and chart([], "") is None
    assert chart([dot(NEW_YEAR, 0), dot(NEW_YEAR, 0)], "") is None


def test_nothing_leaves_the_frame_and_labels_do_not_lie_on_each_other() -> None:
    crowd = [dot(NEW_YEAR + dt.timedelta(days=n % 7), 100 + n, f"khoảng {100 + n} nghìn") for n in range(60)]
    found = drawn(*crowd)
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in marks(found))
    boxes = []
    for text in tree(found).iter("text"):
        wide = 6.1 * len(text.text or "") / 2
        x, y = float(text.get("x", "")), float(text.get("y", ""))
        assert x - wide >= -0.1 and x + wide <= WIDTH + 0.1
        boxes.append((x - wide, y - 10, x + wide, y))
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_printed_text_is_only_text() -> None:
    found = chart([dot(NEW_YEAR, 1, "<b>"), dot(NEW_YEAR, 2, '"&')], '"><script>')
    assert found is not None and "<b>" not in str(found.svg) and "<script>" not in str(found.svg)
    assert tree(found).get("aria-label") == '"><script>'


# --- time as a row ----------------------------------------------------------------------------------------------------
def test_a_row_of_years_is_ruled_by_years_and_one_of_a_single_year_by_months() -> None:
    years = Scale([dt.date(2024, 5, 1), dt.date(2026, 1, 2)])
    assert years.ends == ("2024", "2026") and years.grid.count("M") == 2
    year = Scale([dt.date(2025, 5, 1), dt.date(2025, 6, 1), None])
    assert year.ends == ("1-2025", "12-2025") and year.grid.count("M") == 11
    assert float(year.at(dt.date(2025, 12, 31))) == 100 and year.at(dt.date(2025, 1, 1)) == "0"
    assert not Scale([None]) and str(track(Scale([]), [])) == ""


def test_a_row_has_a_dot_for_each_sighting_and_joins_the_first_to_the_last() -> None:
    scale = Scale([dt.date(2024, 1, 1), dt.date(2025, 12, 31)])
    days = [dt.date(2025, 1, 1), dt.date(2024, 6, 1), None, dt.date(2025, 1, 1)]
    html = str(track(scale, days))
    (line,) = re.findall(r'class="r" d="M([\d.]+) 6H([\d.]+)"', html)
    assert line == (scale.at(dt.date(2024, 6, 1)), scale.at(dt.date(2025, 1, 1)))
    assert re.findall(r'class="d" d="([^"]+)"', html)[0].count("M") == 2
    assert 'class="r"' not in str(track(scale, days, joined=False))
