"""The measure itself: what counts as right, what as missed, what as too much. Invented people and places."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "scripts"))  # last: `test` and `build` are names of other modules too

import evaluate  # noqa: E402
from _evaluation import (  # noqa: E402
    Caption,
    Document,
    Facts,
    Office,
    Person,
    Score,
    Statement,
    compare,
    distinct,
    key,
    parts,
    same_body,
    same_place,
    single,
    status,
)

HELDOUT = ROOT / "tests" / "heldout"


def facts(**given: Any) -> Facts:
    return Facts("a", **given)


def person(*offices: Office, name: str = "Trần Ví Dụ", role: str = "attended", optional: bool = False) -> Person:
    return Person(name, (role,), offices, optional)


def score(kind: str, gold: Facts, found: Facts) -> tuple[int, int, int]:
    """(right, missed, extra) of one kind."""
    counted = compare(gold, found)[kind]
    return counted.right, len(counted.missed), len(counted.extra)


# --- spellings that are one ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thành ủy TPHCM", "THÀNH UỶ TP.HCM"),
        ("Thành ủy TP. Hồ Chí Minh", "Thành ủy Thành phố Hồ Chí Minh"),
        ("UBND TP.Mẫu Giang", "UBND thành phố Mẫu Giang"),
        ("UBND tỉnh Bình Mẫu", "Ủy ban nhân dân tỉnh Bình Mẫu"),
        ("Ban Nội chính T.Ư", "Ban Nội chính Trung ương"),
        ("Chủ tịch HĐND", "Chủ tịch Hội đồng nhân dân"),
        ("Khối Dân – Chính – Đảng", "Khối Dân-Chính-Đảng"),
        ("Ama H’Nuin", "Ama H'Nuin"),
        ("Trần Hoà", "TRẦN HÒA"),
        ("Nguyễn Thuỷ", "Nguyễn Thủy"),
        ("Hội nghị , sáng nay .", "hội nghị, sáng nay"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Trần Hóa", "Trần Hòa"), ("quý", "quy"), ("Bí thư", "Phó Bí thư"), ("khoản", "khoan"), ("Quỳnh", "Quynh")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert key(one) != key(other)


# --- people -------------------------------------------------------------------------------------------------------
def test_a_person_found_under_another_tone_placement_is_right() -> None:
    gold, found = facts(people=(person(name="Lê Thị Thuỷ"),)), facts(people=(person(name="LÊ THỊ THỦY"),))
    assert score("people", gold, found) == (1, 0, 0)


def test_a_longer_name_is_another_person() -> None:
    gold, found = facts(people=(person(),)), facts(people=(person(name="Đại tá Trần Ví Dụ"),))
    assert score("people", gold, found) == (0, 1, 1)


def test_an_optional_person_counts_neither_way() -> None:
    gold = facts(people=(person(), person(name="Hồ Văn Xưa", optional=True)))
    assert score("people", gold, facts(people=(person(),))) == (1, 0, 0)
    assert score("people", gold, facts(people=(person(), person(name="Hồ Văn Xưa")))) == (1, 0, 0)


def test_a_wrong_role_is_missed_and_too_much() -> None:
    gold, found = facts(people=(person(role="chaired"),)), facts(people=(person(role="mentioned"),))
    assert score("people", gold, found) == (1, 0, 0)
    assert score("roles", gold, found) == (0, 1, 1)


def test_the_gold_may_allow_several_roles() -> None:
    gold = facts(people=(Person("Trần Ví Dụ", ("mentioned", "attended")),))
    assert score("roles", gold, facts(people=(person(role="attended"),))) == (1, 0, 0)


# --- offices ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Office("Trưởng Ban", "Ban Tổ chức Tỉnh ủy"), Office("Trưởng", "Ban Tổ chức Tỉnh ủy")),
        (Office("Trưởng Ban", "Tổ chức Tỉnh ủy"), Office("Trưởng ban", "Ban Tổ chức Tỉnh uỷ")),
        (Office("Ủy viên Ban Thường vụ", "Thành ủy"), Office("Ủy viên", "Ban Thường vụ Thành ủy")),
        (Office("nguyên Bí thư", "Tỉnh ủy"), Office("Bí thư", "Tỉnh ủy", ("former",))),
        (Office("Chánh Văn phòng", "Văn phòng Tỉnh ủy"), Office("Chánh Văn phòng", "Tỉnh ủy")),
    ],
)
def test_where_the_office_is_cut_does_not_matter_at_the_seam(one: Office, other: Office) -> None:
    assert parts(one) == parts(other)


def test_an_uncut_office_is_right_only_in_one_string() -> None:
    gold = facts(people=(person(Office("Bí thư", "Tỉnh ủy Bình Mẫu")),))
    found = facts(people=(person(Office("Bí thư Tỉnh ủy Bình Mẫu")),))
    assert score("offices", gold, found) == (0, 1, 1)
    assert score("offices, joined", gold, found) == (1, 0, 0)


def test_an_organisation_inferred_where_none_is_printed_is_not_held_against_the_reading() -> None:
    gold = facts(people=(person(Office("Thứ trưởng")),))
    assert score("offices", gold, facts(people=(person(Office("Thứ trưởng", "Bộ Ví dụ")),))) == (1, 0, 0)


def test_another_office_of_the_same_body_is_wrong_in_both_ways_of_counting() -> None:
    gold = facts(people=(person(Office("Phó Bí thư", "Tỉnh ủy")),))
    found = facts(people=(person(Office("Bí thư", "Tỉnh ủy")),))
    assert score("offices", gold, found) == (0, 1, 1)
    assert score("offices, joined", gold, found) == (0, 1, 1)


def test_the_same_office_printed_shorter_elsewhere_counts_once() -> None:
    offices = [Office("Bí thư", "Tỉnh ủy"), Office("Bí thư", "Tỉnh ủy Bình Mẫu"), Office("Chủ tịch", "HĐND tỉnh")]
    assert distinct(offices) == [Office("Bí thư", "Tỉnh ủy Bình Mẫu"), Office("Chủ tịch", "HĐND tỉnh")]


def test_a_former_office_is_not_the_present_one() -> None:
    assert len(distinct([Office("Bí thư", "Tỉnh ủy"), Office("nguyên Bí thư", "Tỉnh ủy")])) == 2
    gold = facts(people=(person(Office("Bí thư", "Tỉnh ủy", ("former",))),))
    assert score("office status", gold, facts(people=(person(Office("nguyên Bí thư", "Tỉnh ủy")),))) == (1, 0, 0)
    assert score("office status", gold, facts(people=(person(Office("Bí thư", "Tỉnh ủy")),))) == (0, 1, 1)


@pytest.mark.parametrize(
    ("label", "expected"),
    [("nguyên Chủ tịch", "former"), ("Quyền Chủ tịch", "acting"), ("Tân Bí thư", "incoming"), ("Bí thư", "current")],
)
def test_the_label_tells_the_status_where_none_is_recorded(label: str, expected: str) -> None:
    assert status(Office(label)) == expected


def test_a_status_that_the_text_leaves_open_may_be_either() -> None:
    gold = facts(people=(person(Office("Bí thư", "Tỉnh ủy", ("incoming", "current"))),))
    assert score("office status", gold, facts(people=(person(Office("Bí thư", "Tỉnh ủy")),))) == (1, 0, 0)
    assert score("office status", gold, facts(people=(person(Office("nguyên Bí thư", "Tỉnh ủy")),))) == (0, 1, 1)


def test_a_rank_or_a_degree_is_no_office() -> None:
    found = facts(
        people=(person(Office("Đại tá"), Office("PGS.TS. NGƯT"), Office("Đại tá, TS"), Office("Bí thư", "Đảng ủy")),)
    )
    gold = facts(people=(person(Office("Bí thư", "Đảng ủy")),))
    assert score("offices", gold, found) == (1, 0, 0)


def test_the_full_name_of_a_body_is_as_right_as_the_printed_one_and_another_body_is_not() -> None:
    names = {"Đảng ủy": ["Đảng ủy xã", "Đảng ủy xã Mẫu Giang"]}
    assert set(evaluate.other_names("Đảng ủy", None, names)) == {"đảng ủy xã", "đảng ủy xã mẫu giang"}
    assert "ban tổ chức tỉnh ủy bình mẫu" in evaluate.other_names("Ban Tổ chức Tỉnh ủy", "Bình Mẫu", {})
    assert "hội đồng nhân dân tỉnh" in evaluate.other_names("HĐND tỉnh Bình Mẫu", "Bình Mẫu", {})
    office = Office("Bí thư", "Đảng ủy", also=evaluate.other_names("Đảng ủy", None, names))
    gold = facts(people=(person(office),))
    assert score("offices", gold, facts(people=(person(Office("Bí thư", "Đảng ủy xã Mẫu Giang")),))) == (1, 0, 0)
    assert score("offices", gold, facts(people=(person(Office("Bí thư", "Đảng ủy tỉnh Mẫu")),))) == (0, 1, 1)


def test_the_offices_of_a_person_who_is_no_person_are_all_too_much() -> None:
    found = facts(people=(person(Office("Bí thư", "Tỉnh ủy"), Office("Chủ tịch", "HĐND tỉnh")),))
    assert score("offices", facts(), found) == (0, 0, 2)


# --- documents ----------------------------------------------------------------------------------------------------
NQ18 = "Nghị quyết số 18-NQ/TW khóa XII"


def test_the_same_words_with_the_wrong_id_are_missed_and_too_much() -> None:
    gold = facts(documents=(Document(NQ18, ("dang/tw/2016/nq/18",)),))
    found = facts(documents=(Document(NQ18, ("dang/tw/2021/nq/18",)),))
    assert score("documents", gold, found) == (0, 1, 1)
    assert score("citations", gold, found) == (1, 0, 0)


def test_an_honestly_unresolved_citation_is_right_where_the_gold_says_so_and_else_only_missed() -> None:
    found = facts(documents=(Document("Nghị quyết 18", (None,)),))
    assert score("documents", facts(documents=(Document("Nghị quyết 18", (None,)),)), found) == (1, 0, 0)
    decided = facts(documents=(Document("Nghị quyết 18", ("dang/tw/2016/nq/18",)),))
    assert score("documents", decided, found) == (0, 1, 0)


def test_an_id_forced_on_an_unresolvable_citation_is_wrong() -> None:
    gold = facts(documents=(Document("Nghị quyết 26", (None,)),))
    found = facts(documents=(Document("Nghị quyết 26", ("dang/tw/2016/nq/26",)),))
    assert score("documents", gold, found) == (0, 1, 1)


def test_a_pattern_leaves_open_how_a_province_is_called_in_an_id() -> None:
    gold = facts(documents=(Document("Nghị quyết số 06-NQ/TU của Tỉnh ủy", ("dang/*/2020/nq/6",)),))
    assert score("documents", gold, facts(documents=(Document("06-NQ/TU", ("dang/binh-mau/2020/nq/6",)),))) == (1, 0, 0)
    assert score("documents", gold, facts(documents=(Document("06-NQ/TU", ("dang/binh-mau/2015/nq/6",)),))) == (0, 1, 1)


def test_a_list_gives_one_document_a_number_and_repeats_count_once() -> None:
    words = "Nghị quyết 18, 19"
    gold = facts(documents=(Document(words, ("dang/tw/2016/nq/18",)), Document(words, ("dang/tw/2016/nq/19",))))
    both = (Document(words, ("dang/tw/2016/nq/18",)), Document("19", ("dang/tw/2016/nq/19",)))
    assert score("documents", gold, facts(documents=(*both, *both))) == (2, 0, 0)
    assert score("documents", gold, facts(documents=both[:1])) == (1, 1, 0)


def test_a_document_that_nobody_cited_is_too_much() -> None:
    found = facts(documents=(Document("Nghị quyết của Ban Thường vụ", (None,)),))
    assert score("documents", facts(), found) == (0, 0, 1)


# --- date, place, body, title -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (("2025-10-01",), "2025-10-01", (1, 0, 0)),
        (("2025-10-01",), "2025-10-02", (0, 1, 1)),
        (("2025-10-01",), None, (0, 1, 0)),
        ((None,), None, (1, 0, 0)),
        ((None,), "2025-10-01", (0, 0, 1)),
        (("2018-05-29", None), None, (1, 0, 0)),
        (("2018-05-29", None), "2019-05-29", (0, 0, 1)),
    ],
)
def test_an_unknown_date_is_right_only_where_the_text_does_not_say(
    gold: tuple[str | None, ...], found: str | None, expected: tuple[int, int, int]
) -> None:
    counted = single(gold, found, lambda a, b: a == b)
    assert (counted.right, len(counted.missed), len(counted.extra)) == expected


def test_a_ward_lies_in_its_city_but_a_city_is_no_ward() -> None:
    assert same_place("tphcm", "tphcm/phuong-ben-mau")
    assert not same_place("tphcm/phuong-ben-mau", "tphcm")
    assert not same_place("ha-noi", "tphcm")


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Ban Chấp hành Đảng bộ tỉnh Bình Mẫu", "Tỉnh ủy Bình Mẫu", True),
        ("Đảng bộ phường Bến Mẫu", "Đảng ủy phường Bến Mẫu, TPHCM", True),
        ("Đảng bộ thành phố Mẫu", "Thành ủy Mẫu", True),
        ("Ban Thường vụ Thành ủy TPHCM", "Thành ủy TP.HCM", True),
        ("Đảng ủy các cơ quan Đảng TPHCM", "Đảng ủy UBND TPHCM", False),
        ("Ban Tổ chức Thành ủy TPHCM", "Thành ủy TPHCM", False),
        ("Tỉnh ủy Bình Mẫu", "Tỉnh ủy Bình Mẫu Đông", True),
    ],
)
def test_a_committee_meets_under_several_names(gold: str, found: str, same: bool) -> None:
    assert same_body(gold, found) is same


# --- captions and statements --------------------------------------------------------------------------------------
def test_a_caption_printed_twice_counts_once_and_its_credit_apart() -> None:
    gold = facts(captions=(Caption("Quang cảnh hội nghị", ("Trần Mẫu",)),))
    found = facts(captions=(Caption("Quang cảnh hội nghị.", ("TRẦN MẪU",)), Caption("Quang cảnh hội nghị.")))
    assert score("captions", gold, found) == (1, 0, 0)
    assert score("credits", gold, found) == (1, 0, 0)
    other = facts(captions=(Caption("Quang cảnh hội nghị", ("Lê Khác",)),))
    assert score("credits", gold, other) == (0, 1, 1)


def test_a_paragraph_taken_for_a_caption_is_too_much() -> None:
    assert score("captions", facts(), facts(captions=(Caption("Hội nghị thống nhất."),))) == (0, 0, 1)


def test_a_statement_is_right_when_speaker_and_paragraph_are() -> None:
    gold = facts(statements=(Statement("Trần Ví Dụ", "Theo đồng chí, phường cần"),))
    right = facts(statements=(Statement("Trần Ví Dụ", "Theo đồng chí, phường cần sớm xong."),))
    other = facts(statements=(Statement("Lê Mẫu", "Theo đồng chí, phường cần sớm xong."),))
    elsewhere = facts(statements=(Statement("Trần Ví Dụ", "Hội nghị kết thúc."),))
    assert score("statements", gold, right) == (1, 0, 0)
    assert score("statements", gold, other) == (0, 1, 1)
    assert score("statements", gold, elsewhere) == (0, 1, 1)


def test_who_speaks_second_in_a_paragraph_is_found_where_he_begins_and_counts_once() -> None:
    text = "Ông Trần Ví Dụ nói sẽ làm. Bà Lê Mẫu hỏi bao giờ xong. Bà Mẫu hỏi thêm ai làm."
    gold = facts(statements=(Statement("Trần Ví Dụ", "Ông Trần Ví Dụ nói"), Statement("Lê Mẫu", "Bà Lê Mẫu hỏi")))
    both = facts(statements=(Statement("Trần Ví Dụ", text), Statement("Lê Mẫu", text), Statement("Lê Mẫu", text)))
    wrong = facts(statements=(Statement("Trần Ví Dụ", text), Statement("Phạm Thử", text)))
    assert score("statements", gold, both) == (2, 0, 0)
    assert score("statements", gold, wrong) == (1, 1, 1)


def test_two_spans_of_one_speaker_in_one_paragraph_are_one_statement() -> None:
    gold = facts(statements=(Statement("Trần Ví Dụ", "“Phải làm”", (True,)),))
    read = Statement("Trần Ví Dụ", "“Phải làm”, ông nói.", (True,))
    plain = Statement("Trần Ví Dụ", "“Phải làm”, ông nói.", (False,))
    assert score("statements", gold, facts(statements=(plain, read))) == (1, 0, 0)
    assert score("quoted", gold, facts(statements=(plain, read))) == (1, 0, 0)
    assert score("quoted", gold, facts(statements=(plain,))) == (0, 1, 0)


# --- figures ------------------------------------------------------------------------------------------------------
def test_precision_recall_and_f1() -> None:
    counted = Score(3, ["one missed"], ["one", "two", "three extra"])
    assert (counted.precision, counted.recall) == (0.5, 0.75)
    assert counted.f1 == pytest.approx(0.6)
    assert Score().precision is None and Score().recall is None and Score().f1 is None


def test_the_macro_figure_is_the_mean_over_articles_that_have_the_kind() -> None:
    rows = evaluate.table(
        {"a": {"people": Score(9, ["x"])}, "b": {"people": Score(0, ["y"])}, "c": {"people": Score()}}
    )
    assert rows[0]["right"] == 9 and rows[0]["missed"] == 2
    assert rows[0]["macro"] == pytest.approx((18 / 19 + 0) / 2)


def test_names_are_put_together_from_tags() -> None:
    tags = [("ông", "N", "B-NP", "O"), ("Trần", "Np", "B-NP", "B-PER"), ("Ví Dụ", "Np", "I-NP", "I-PER")]
    tags += [("Lê Mẫu", "Np", "B-NP", "B-PER"), ("Bình Mẫu", "Np", "B-NP", "B-LOC")]
    assert list(evaluate.person_names(tags)) == ["Trần Ví Dụ", "Lê Mẫu"]


# --- files --------------------------------------------------------------------------------------------------------
GOLD = """
title: null
date: 2025-10-01
place: [binh-mau, null]
body: Tỉnh ủy Bình Mẫu
people:
  - {name: Trần Ví Dụ, role: [chaired, spoke], offices: [{label: Bí thư, organization: Tỉnh ủy}]}
documents: [{as_written: Nghị quyết 18, id: null}]
captions: [{text: Quang cảnh, credit: null}]
statements: [{person: Trần Ví Dụ, starts: Ông Dụ nói, quoted: false}]
"""


def test_gold_is_read_from_beside_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ngày 1-10, Tỉnh ủy Bình Mẫu họp.", encoding="utf-8")
    (tmp_path / "a.yml").write_text(GOLD, encoding="utf-8")
    gold = evaluate.read_gold(tmp_path)["a"]
    assert gold.date == ("2025-10-01",)
    assert gold.place == ("binh-mau", None)
    assert gold.people == (Person("Trần Ví Dụ", ("chaired", "spoke"), (Office("Bí thư", "Tỉnh ủy"),)),)
    assert gold.documents == (Document("Nghị quyết 18", (None,)),)


def test_captions_and_statements_that_the_gold_leaves_out_are_not_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ngày 1-10, Tỉnh ủy Bình Mẫu họp.", encoding="utf-8")
    short = "".join(f"{line}\n" for line in GOLD.splitlines() if not line.startswith(("captions", "statements")))
    (tmp_path / "a.yml").write_text(short, encoding="utf-8")
    gold = evaluate.read_gold(tmp_path)["a"]
    assert (gold.captions, gold.statements) == (None, None)
    kinds = set(compare(gold, Facts("a", captions=(Caption("Quang cảnh", (None,)),))))
    assert not kinds & {"captions", "credits", "statements", "quoted"}
    assert {"people", "offices"} <= kinds


def test_an_article_without_gold_and_a_misspelt_field_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ngày 1-10.", encoding="utf-8")
    with pytest.raises(evaluate.GoldError, match="article without gold"):
        evaluate.read_gold(tmp_path)
    (tmp_path / "a.yml").write_text(GOLD.replace("role:", "rolle:"), encoding="utf-8")
    with pytest.raises(evaluate.GoldError, match="unknown rolle"):
        evaluate.read_gold(tmp_path)


def contract_site(folder: Path) -> Path:
    """The data of a built site with one article, as the contract has it."""
    evidence = {"block": "b1", "start": 0, "end": 5}
    office = {"label": "Bí thư", "organization": "Tỉnh ủy"}
    who = {
        "person": "p",
        "name_as_written": "Trần Ví Dụ",
        "role": "chaired",
        "offices": [office],
        "evidence": [evidence],
    }
    article = {
        "id": "a",
        "title": "Ngày 1-10, Tỉnh ủy họp",
        "title_basis": "derived",
        "meeting": "m",
        "people": [who],
        "documents": [{"document": "chua-ro/nghi-quyet-18", "as_written": "Nghị quyết 18", "evidence": evidence}],
        "captions": [{"block": "b2", "text": "Quang cảnh", "credit": None}],
        "statements": [{"person": "p", "block": "b1", "start": 0, "end": 9, "quoted": False}],
    }
    meeting = {"id": "m", "date": "2025-10-01", "place": None, "body": "x", "body_name": "Tỉnh ủy Bình Mẫu"}
    tables = {
        "articles": [article],
        "meetings": [meeting],
        "documents": [{"id": "chua-ro/nghi-quyet-18", "status": "unresolved"}],
        "articles/a": {"id": "a", "blocks": [{"id": "b1", "kind": "lead", "text": "Ông Dụ nói rằng tốt."}]},
    }
    for name, rows in tables.items():
        path = folder / "data" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return folder


def test_a_built_site_is_measured_by_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("Ông Dụ nói rằng tốt.", encoding="utf-8")
    (articles / "a.yml").write_text(GOLD, encoding="utf-8")
    site = contract_site(tmp_path / "site")
    assert evaluate.main([str(articles), "--site", str(site), "--json", "-v"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["articles"] == 1
    right = {r["kind"] for r in printed["kinds"] if r["f1"] == 1.0}
    assert right >= {"people", "roles", "offices", "date", "place", "body", "documents", "captions", "statements"}
    assert all(not d["missed"] and not d["extra"] for d in printed["details"].values())


def test_a_folder_that_is_none_is_reported_and_not_a_crash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main([str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_without_underthesea_the_message_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "underthesea", None)
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("Ông Dụ nói rằng tốt.", encoding="utf-8")
    (articles / "a.yml").write_text(GOLD, encoding="utf-8")
    site = contract_site(tmp_path / "site")
    assert evaluate.main([str(articles), "--site", str(site), "--underthesea"]) == 2
    assert "pip install" in capsys.readouterr().err


# --- the held-out set itself --------------------------------------------------------------------------------------
def gold_files() -> list[Path]:
    return sorted(HELDOUT.glob("*/*.yml"))


def test_the_held_out_set_is_large_and_whole() -> None:
    for half in ("dev", "test"):
        assert len(evaluate.read_gold(HELDOUT / half)) >= 20
    stems = [p.stem for p in gold_files()]
    assert len(stems) == len(set(stems)) >= 40


@pytest.mark.parametrize("path", gold_files(), ids=lambda p: p.stem)
def test_every_fact_of_the_gold_is_in_its_article(path: Path) -> None:
    source = next(p for p in (path.with_suffix(".txt"), path.with_suffix(".md")) if p.exists())
    text = key(source.read_text(encoding="utf-8"))
    gold = evaluate.gold_of(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
    names = {p.name for p in gold.people}
    for written in [
        *(t for t in gold.title if t),
        *names,
        *(d.as_written for d in gold.documents),
        *(c.text for c in gold.captions or ()),
        *(credit for c in gold.captions or () for credit in c.credits if credit),
        *(s.text for s in gold.statements or ()),
        *(o.label for p in gold.people for o in p.offices),
        *(o.organization for p in gold.people for o in p.offices if o.organization),
    ]:
        assert key(written) in text, written
    assert {s.person for s in gold.statements or ()} <= names
    assert all(dt.date.fromisoformat(d) for d in gold.date if d)
