"""Two reports of one meeting: what both cannot have right is a question, what one says less exactly is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from biennien.differences import bounds
from biennien.entities import Archive
from biennien.model import Evidence, Figure
from biennien.pipeline import Place, read_archive
from biennien.problems import Problem

TOY = Path(__file__).parent / "toy"
REGISTRIES = TOY / "danh-muc"
LEAD = "Chiều 25-12, Ban Tổ chức Tỉnh ủy Bình Mẫu tổ chức hội nghị tổng kết công tác năm 2025."
CHAIR = "Đồng chí Trần Ví Dụ, Trưởng Ban Tổ chức Tỉnh ủy Bình Mẫu chủ trì hội nghị."


def archive_of(folder: Path, *texts: str, meeting: str = "{id: hop-mau}") -> Archive:
    """The archive of reports that their editor has declared to be of one meeting."""
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts, 1):
        head = f"---\ntitle: Bài {number}\npublished: 2025-12-26\nmeeting: {meeting}\n---\n\n"
        (folder / f"bai-{number}.md").write_text(head + text, encoding="utf-8")
    return read_archive(Place(folder, folder, REGISTRIES, None), jobs=1)


def questions(folder: Path, *texts: str, meeting: str = "{id: hop-mau}") -> list[Problem]:
    return [p for p in archive_of(folder, *texts, meeting=meeting).problems if p.code == "BN051"]


def report(more: str, lead: str = LEAD) -> str:
    return f"{lead}\n\n{more}\n"


# --- real differences ----------------------------------------------------------------------------------------------
def test_the_toy_archives_two_reports_ask_which_number_is_right() -> None:
    archive = read_archive(Place(TOY, TOY / "bai-viet", REGISTRIES, None), jobs=1)
    (question,) = [p for p in archive.problems if p.code == "BN051"]
    assert "1.234" in question.message and "1.240" in question.message
    both = ("2025-12-25-ban-to-chuc-tinh-uy-tong-ket", "2025-12-26-tong-ket-cong-tac-to-chuc-binh-mau")
    assert all(article in question.message for article in both)
    assert question.severity == "warning" and question.line > 0


@pytest.mark.parametrize(
    ("one", "other", "topic"),
    [
        ("Hội nghị có 281 đại biểu.", "Hội nghị có 283 đại biểu.", "số liệu"),
        ("Hội nghị có gần 200 đại biểu.", "Hội nghị có 283 đại biểu.", "số liệu"),
        ("Ngành đạt 98,5% kế hoạch.", "Ngành đạt 89,5% kế hoạch.", "số liệu"),
        (CHAIR, "Đồng chí Lê Thị Thí Dụ, Phó Bí thư Tỉnh ủy Bình Mẫu chủ trì hội nghị.", "người chủ trì"),
        (
            "Đồng chí Trần Ví Dụ, Trưởng Ban Tổ chức Tỉnh ủy Bình Mẫu phát biểu.",
            "Đồng chí Trần Ví Dụ, Phó Trưởng Ban Tổ chức Tỉnh ủy Bình Mẫu phát biểu.",
            "chức vụ",
        ),
    ],
)
def test_what_both_cannot_have_right_is_a_question(tmp_path: Path, one: str, other: str, topic: str) -> None:
    (question,) = questions(tmp_path, report(one), report(other))
    assert topic in question.message and "bai-1" in question.message and "bai-2" in question.message


def test_another_part_of_the_day_and_another_day_are_questions(tmp_path: Path) -> None:
    morning = LEAD.replace("Chiều", "Sáng")
    (question,) = questions(tmp_path / "a", report(CHAIR), report(CHAIR, morning))
    assert "buổi họp" in question.message
    found = questions(tmp_path / "b", report(CHAIR), report(CHAIR, LEAD.replace("25-12", "24-12")))
    assert ["ngày họp" in q.message for q in found] == [True]


def test_the_words_of_both_sides_stand_in_the_question(tmp_path: Path) -> None:
    one, other = "Hội nghị có hơn 281 đại biểu.", "Hội nghị có 383 đại biểu."
    (question,) = questions(tmp_path, report(one), report(other))
    assert "“hơn 281 đại biểu”" in question.message and "“383 đại biểu”" in question.message
    assert question.path.endswith("bai-1.md") and question.line == 9  # the paragraph of the first side


# --- no questions ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hội nghị có 281 đại biểu.", "Hội nghị có 281 đại biểu."),
        ("Hội nghị có hơn 280 đại biểu.", "Hội nghị có 283 đại biểu."),
        ("Hội nghị có gần 300 đại biểu.", "Hội nghị có 283 đại biểu."),
        ("Hội nghị có khoảng 300 đại biểu.", "Hội nghị có hơn 280 đại biểu."),
        ("Hội nghị có 281 đại biểu.", "Hội nghị diễn ra trong một buổi."),
        ("Tỉnh giao 28 chỉ tiêu, trong đó ngành lo 19 chỉ tiêu.", "Tỉnh giao 30 chỉ tiêu."),
        ("Năm 2024, có 12 đảng viên mới.", "Tính đến ngày 30-11, có 19 đảng viên mới."),
        (CHAIR, "Dự hội nghị có đồng chí Trần Ví Dụ, Trưởng Ban Tổ chức Tỉnh ủy Bình Mẫu."),
        (
            "Đồng chí Lê Thị Thí Dụ, Phó Bí thư Tỉnh ủy Bình Mẫu phát biểu.",
            "Đồng chí Lê Thị Thí Dụ, Phó Bí thư Thường trực Tỉnh ủy Bình Mẫu phát biểu.",
        ),
        (
            "Chủ trì tại điểm cầu Trung ương có đồng chí Hồ Văn Thử, Trưởng Ban Tổ chức Trung ương.",
            "Chủ trì tại điểm cầu tỉnh có đồng chí Trần Ví Dụ, Trưởng Ban Tổ chức Tỉnh ủy Bình Mẫu.",
        ),
    ],
)
def test_what_is_shorter_or_less_exact_is_no_question(tmp_path: Path, one: str, other: str) -> None:
    assert questions(tmp_path, report(one), report(other)) == []


def test_days_of_a_congress_and_offices_that_it_changes_are_no_questions(tmp_path: Path) -> None:
    first = "Ngày 24-12, Đảng bộ tỉnh Bình Mẫu khai mạc Đại hội đại biểu lần thứ I."
    second = "Ngày 25-12, Đảng bộ tỉnh Bình Mẫu bế mạc Đại hội đại biểu lần thứ I."
    before = "Đồng chí Trần Ví Dụ, Phó Bí thư Tỉnh ủy Bình Mẫu phát biểu."
    after = "Đồng chí Trần Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu phát biểu."
    assert questions(tmp_path, report(before, first), report(after, second)) == []


def test_the_editors_day_ends_the_question(tmp_path: Path) -> None:
    other = LEAD.replace("25-12", "24-12")
    stated = "{id: hop-mau, date: 2025-12-25}"
    assert questions(tmp_path, report(CHAIR), report(CHAIR, other), meeting=stated) == []


def test_spellings_of_one_body_are_not_shown_as_a_difference(tmp_path: Path) -> None:
    leads = [f"Chiều 25-12, Đảng bộ {name} tổ chức hội nghị." for name in ("thành phố Ví Dụ", "TP Ví Dụ", "TP.Ví Dụ")]
    archive = archive_of(tmp_path, *(report("Hội nghị kết thúc cùng ngày.", lead) for lead in leads))
    assert [d.what for m in archive.meetings.values() for d in m.differences] == []


@pytest.mark.parametrize(
    ("value", "qualifier", "low", "high"),
    [(100, None, 100, 100), (100, "gần", 90, 100), (100, "hơn", 100, 110), (100, "khoảng", 95, 105)],
)
def test_the_words_beside_a_number_say_between_which_numbers_the_truth_lies(
    value: int, qualifier: str | None, low: float, high: float
) -> None:
    assert bounds(Figure("x", value, Evidence("b1", 0, 1), qualifier)) == pytest.approx((low, high))
