"""Who is who across articles: joined with a reason, kept apart with a question, decided by the editors' registry."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biennien.entities import PersonRecord, Registry
from biennien.model import Evidence, Office, PersonMention, Reference
from biennien.problems import Problem
from biennien.resolve_people import Identity, Seen, resolve_people
from biennien.slips import likely_slips
from biennien.text import compare_key

NAME = "Trần Ví Dụ"


def seen(
    article: str,
    *organizations: str,
    name: str = NAME,
    offices: tuple[str, ...] = ("Bí thư",),
    place: str | None = "binh-mau",
    meeting: str | None = None,
    index: int = 0,
    stated: str | None = None,
    printed: tuple[str, ...] = (),
    abroad: tuple[tuple[str, str | None], ...] = (),
    company: tuple[str, ...] = (),
) -> Seen:
    """One person of one article; without organisations and offices it is a bare name."""
    evidence = Evidence("b1", 0, len(name))
    labels = offices if organizations or offices != ("Bí thư",) else ()
    mention = PersonMention(
        name,
        "attended",
        (
            *(Office(label, None, evidence) for label in labels),
            *(Office("Trưởng", organization, evidence) for organization in printed),
            *(Office(label, organization, evidence) for label, organization in abroad),
        ),
        (Reference(evidence, "full", "test"),),
        "test",
    )
    places = frozenset(o.split("/")[0] for o in organizations if not o.startswith("trung-uong/"))
    return Seen(
        article,
        index,
        f"docs/bai-viet/{article}.md",
        3,
        dt.date(2025, 1, 1),
        meeting or f"m-{article}",
        place,
        mention,
        frozenset(organizations),
        places,
        frozenset(compare_key(label) for label in labels),
        stated,
        company=frozenset(map(compare_key, company)),
    )


def registry(*people: PersonRecord) -> Registry:
    return Registry({}, {}, {}, {}, {p.id: p for p in people})


def resolve(*mentions: Seen, people: tuple[PersonRecord, ...] = ()) -> tuple[dict[str, Identity], list[Problem]]:
    identities, problems = resolve_people(mentions, registry(*people))
    return {i.id: i for i in identities}, problems


def members(identities: dict[str, Identity]) -> dict[str, list[str]]:
    return {key: [article for article, _ in identity.members] for key, identity in identities.items()}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (seen("a", "binh-mau/tinh-uy"), seen("b", "binh-mau/tinh-uy", "binh-mau/hdnd"), "cùng tên, cùng tổ chức"),
        (seen("a", "binh-mau/hdnd", meeting="m"), seen("b", "binh-mau/ubnd", meeting="m"), "cùng tên, cùng cuộc họp"),
        (seen("a", meeting="m", place=None), seen("b", meeting="m", place=None), "cùng tên, cùng cuộc họp"),
        (
            seen("a", offices=("Ủy viên Trung ương Đảng",)),
            seen("b", offices=("Ủy viên Bộ Chính trị",), place="tpvd"),
            "cùng tên, cùng là ủy viên Trung ương hoặc đại biểu Quốc hội",
        ),
        (
            seen("a", "binh-mau/hdnd", name="Trần Thị Ví Dụ"),
            seen("b", "binh-mau/ubnd", name="Trần Thị Ví Dụ"),
            "cùng tên bốn chữ trở lên, cùng địa phương",
        ),
        (seen("a", "binh-mau/hdnd"), seen("b"), "bài không ghi tổ chức; người duy nhất tên này ở cùng địa phương"),
        (seen("a"), seen("b", "binh-mau/hdnd"), "bài không ghi tổ chức; người duy nhất tên này ở cùng địa phương"),
        (seen("a", "binh-mau/hdnd"), seen("b", place=None), "bài không ghi tổ chức; người duy nhất tên này trong kho"),
        (seen("a"), seen("b"), "cùng tên, cùng địa phương, đều không ghi tổ chức"),
        (seen("a", "x/y", name="Trần Hoà"), seen("b", "x/y", name="TRẦN HÒA"), "cùng tên, cùng tổ chức"),
        (
            seen("a", "binh-mau/tinh-uy", printed=("Ban Tổ chức Tỉnh ủy", "Đoàn ĐBQH tỉnh")),
            seen("b", place="tpvd", printed=("Ban Tổ chức Tỉnh ủy", "Đoàn ĐBQH tỉnh")),
            "cùng tên, cùng hai chức vụ trở lên",
        ),
        (
            seen("a", "khong-ro/cong-ty-than-mau", place=None),
            seen("b", "khong-ro/dang-uy-cong-ty-than-mau", place=None),
            "cùng tên, cùng đơn vị",
        ),
        (
            seen("a", name="Lý Ví Dụ", place=None, abroad=(("Tổng thống", "Pháp"),)),
            seen("b", name="Lý Ví Dụ", place="tpvd", abroad=(("Tổng thống", "Cộng hòa Pháp"),)),
            "cùng tên, cùng chức vụ ở một nước",
        ),
        (
            seen("a", name="Lý Ví Dụ", place=None, abroad=(("Đại sứ Đặc mệnh toàn quyền Nhật Bản", None),)),
            seen("b", name="Lý Ví Dụ", place="tpvd", abroad=(("Đại sứ", "Nhật Bản tại Việt Nam"),)),
            "cùng tên, cùng chức vụ ở một nước",
        ),
        (
            seen("a", name="Exámple Mustermann", place="tpvd", abroad=(("Thủ tướng", None),)),
            seen("b", name="Example Mustermann", place=None),
            "tên nước ngoài, đều không ghi tổ chức",
        ),
        (
            seen("a", place=None, company=("Lê Mẫu",)),
            seen("b", place="tpvd", company=("Lê Mẫu", "Phạm Thử")),
            "cùng tên, đều không ghi tổ chức, cùng đi với một người",
        ),
        (
            seen("a", place=None, abroad=(("Bộ trưởng", "Bộ Ví dụ"),)),
            seen("b", place=None, abroad=(("Bộ trưởng", None),)),
            "cùng tên, cùng giữ chức vụ cấp Trung ương",
        ),
        (
            seen("a", place=None, abroad=(("Phó Thủ tướng", "Chính phủ nước Cộng hòa XHCN Việt Nam"),)),
            seen("b", place=None, abroad=(("Phó Thủ tướng Thường trực", "Chính phủ"),)),
            "cùng tên, cùng giữ chức vụ cấp Trung ương",
        ),
        (
            seen("a", place=None, abroad=(("Tổng Bí thư", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"),)),
            seen("b", place=None, abroad=(("Tổng Bí thư", None),)),
            "cùng tên, cùng giữ chức vụ cấp Trung ương",
        ),
    ],
)
def test_two_mentions_are_joined_with_the_reason(one: Seen, other: Seen, reason: str) -> None:
    identities, problems = resolve(one, other)
    assert list(members(identities).values()) == [["a", "b"]]
    [identity] = identities.values()
    assert identity.reasons == (reason,)
    assert problems == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (seen("a", "binh-mau/tinh-uy"), seen("b", "tpvd/so-noi-vu", place="tpvd")),
        (seen("a", "binh-mau/xa-mau-giang/dang-uy"), seen("b", "binh-mau/xa-thu/ubnd")),
        (seen("a", "binh-mau/tinh-uy"), seen("b", place="tpvd")),
        (seen("a"), seen("b", place="tpvd")),
        (
            seen("a", "binh-mau/tinh-uy", printed=("Ban Tổ chức Tỉnh ủy", "Đoàn ĐBQH tỉnh")),
            seen("b", "hoa-mau/tinh-uy", place="hoa-mau", printed=("Ban Tổ chức Tỉnh ủy", "Đoàn ĐBQH tỉnh")),
        ),
        (seen("a", place=None), seen("b", place=None)),
        (seen("a", "binh-mau/hdnd", name="Trần Thị Ví Dụ"), seen("b", "x/ubnd", name="Trần Thị Ví Dụ", place="x")),
        (seen("a", "binh-mau/hdnd", offices=("Phó Bí thư",)), seen("b", offices=("Ủy viên dự khuyết",), place="x")),
    ],
)
def test_nothing_that_joins_them_leaves_two_and_a_question(one: Seen, other: Seen) -> None:
    identities, problems = resolve(one, other)
    assert sorted(members(identities).values()) == [["a"], ["b"]]
    assert {i.namesakes for i in identities.values()} == {(key,) for key in identities}
    [problem] = problems
    assert (problem.code, problem.severity, problem.path) == ("BN030", "warning", "docs/bai-viet/b.md")
    assert problem.message.startswith(f"{one.mention.name}: 2 người trùng tên hay là một? ")
    assert problem.hint


def test_other_names_are_other_people() -> None:
    identities, problems = resolve(seen("a", "x/y"), seen("a", "x/y", name="Trần Ví Dự", index=1))
    assert sorted(identities) == ["tran-vi-du", "tran-vi-du-y"]
    assert problems == []


def test_a_bare_name_that_could_be_either_of_two_is_neither() -> None:
    identities, [problem] = resolve(seen("a", "binh-mau/hdnd"), seen("b", "binh-mau/ubnd"), seen("c"))
    assert sorted(members(identities).values()) == [["a"], ["b"], ["c"]]
    assert "3 người trùng tên" in problem.message


def test_a_bare_name_is_the_one_of_whom_nearly_all_articles_tell_and_the_question_stays() -> None:
    many = [seen(f"a{n:02}", "binh-mau/hdnd") for n in range(20)]
    identities, [problem] = resolve(*many, seen("b", "tpvd/cong-an", place="tpvd"), seen("c", place=None))
    assert ["b"] in members(identities).values()
    assert "bài không ghi tổ chức; 20 trong 21 bài có tên này là về người ấy" in identities["tran-vi-du"].reasons
    assert "2 người trùng tên" in problem.message
    identities, _ = resolve(*many[:19], seen("b", "tpvd/cong-an", place="tpvd"), seen("c", place=None))
    assert ["c"] in members(identities).values()


def test_an_article_that_lists_a_name_twice_means_two_people() -> None:
    first = [seen("a", "binh-mau/hdnd", meeting="m"), seen("a", "binh-mau/ubnd", meeting="m", index=1)]
    other = [seen("b", "binh-mau/ubnd", meeting="m"), seen("b", "binh-mau/hdnd", meeting="m", index=1)]
    identities, problems = resolve(*first, *other, seen("c", meeting="m"))
    assert sorted(sorted(i.members) for i in identities.values()) == [
        [("a", 0), ("b", 1)],
        [("a", 1), ("b", 0)],
        [("c", 0)],
    ]
    assert [p.code for p in problems] == ["BN030"]


def test_offices_link_a_chain_of_articles() -> None:
    identities, problems = resolve(
        seen("a", "binh-mau/hdnd"),
        seen("b", "binh-mau/hdnd", "tpvd/thanh-uy"),
        seen("c", "tpvd/thanh-uy", place="tpvd"),
    )
    assert members(identities) == {"tran-vi-du": ["a", "b", "c"]}
    assert problems == []


def test_the_first_of_a_name_keeps_the_plain_id_and_the_next_one_shows_where() -> None:
    identities, _ = resolve(
        seen("a", "binh-mau/tinh-uy"), seen("b", "tpvd/so-noi-vu", place="tpvd"), seen("c", place="x")
    )
    assert members(identities) == {"tran-vi-du": ["a"], "tran-vi-du-so-noi-vu": ["b"], "tran-vi-du-x": ["c"]}


def test_ids_stay_different_however_many_share_name_and_place() -> None:
    identities, _ = resolve(*(seen(f"a{n}", f"p{n}/ubnd", place=f"p{n}") for n in range(12)))
    assert len(identities) == 12


def test_a_long_question_is_cut() -> None:
    _, [problem] = resolve(*(seen(f"a{n:02}", f"p{n}/ubnd", place=f"p{n}") for n in range(12)))
    assert problem.message.count(" / ") == 6
    assert problem.message.endswith(" / và 6 nữa.")


def test_the_spelling_that_most_articles_print_is_the_name() -> None:
    identities, _ = resolve(
        seen("a", "x/y", name="TRẦN HÒA"), seen("b", "x/y", name="Trần Hoà"), seen("c", "x/y", name="TRẦN HÒA")
    )
    assert identities["tran-hoa"].name == "Trần Hoà"


# The registry


def test_a_registered_person_takes_all_mentions_of_that_name() -> None:
    person = PersonRecord("tran-vi-du", NAME)
    identities, problems = resolve(seen("a", "binh-mau/hdnd"), seen("b", "x/y", place="x"), people=(person,))
    assert members(identities) == {"tran-vi-du": ["a", "b"]}
    assert identities["tran-vi-du"].record is person
    assert problems == []


def test_registered_namesakes_are_told_apart_by_organisation_and_place() -> None:
    people = (
        PersonRecord("tran-vi-du-hdnd", NAME, match_organizations=("binh-mau/hdnd",)),
        PersonRecord("tran-vi-du-tpvd", NAME, distinct_from=("tran-vi-du-hdnd",), match_places=("tpvd",)),
    )
    identities, problems = resolve(seen("a", "binh-mau/hdnd"), seen("b", place="tpvd"), people=people)
    assert members(identities) == {"tran-vi-du-hdnd": ["a"], "tran-vi-du-tpvd": ["b"]}
    assert identities["tran-vi-du-hdnd"].namesakes == ("tran-vi-du-tpvd",)
    assert problems == []


def test_a_mention_that_fits_no_entry_is_a_person_of_its_own_and_a_question() -> None:
    person = PersonRecord("tran-vi-du", NAME, match_organizations=("binh-mau/hdnd",))
    identities, [problem] = resolve(seen("a", "binh-mau/hdnd"), seen("b", "tpvd/ubnd", place="tpvd"), people=(person,))
    assert members(identities) == {"tran-vi-du": ["a"], "tran-vi-du-ubnd": ["b"]}
    assert problem.code == "BN030"
    assert "tran-vi-du trong danh mục" in problem.message


def test_an_entry_that_says_whom_it_is_not_answers_the_question() -> None:
    people = (
        PersonRecord("tran-vi-du-a", NAME, match_organizations=("binh-mau/hdnd",)),
        PersonRecord("tran-vi-du-b", NAME, distinct_from=("tran-vi-du-a",), match_organizations=("tpvd/ubnd",)),
    )
    _, problems = resolve(seen("a", "binh-mau/hdnd"), seen("b", "tpvd/ubnd"), seen("c", "x/y"), people=people)
    assert problems == []


def test_another_name_in_the_registry_leads_to_the_same_person() -> None:
    person = PersonRecord("tran-vi-du", NAME, other_names=("Trần Thử",))
    identities, _ = resolve(seen("a", "x/y"), seen("b", "x/y", name="Trần Thử"), people=(person,))
    assert members(identities) == {"tran-vi-du": ["a", "b"]}


def test_an_id_in_the_front_matter_decides() -> None:
    people = (PersonRecord("p-1", NAME, match_places=("binh-mau",)), PersonRecord("p-2", "Tên Khác"))
    identities, problems = resolve(seen("a", "binh-mau/hdnd", stated="p-2"), people=people)
    assert members(identities) == {"p-2": ["a"]}
    assert identities["p-2"].reasons == ("người biên tập ghi mã ở phần đầu của bài",)
    assert problems == []


def test_an_id_that_the_registry_does_not_have_is_an_error_with_the_nearest_one() -> None:
    _, problems = resolve(seen("a", stated="tran-vi-d"), people=(PersonRecord("tran-vi-du", NAME),))
    assert [str(p) for p in problems if p.code == "BN014"] == [
        "docs/bai-viet/a.md:3: BN014 people: không có “tran-vi-d” trong danh-muc/people. "
        "Có phải “tran-vi-du”? Sửa mã, hoặc thêm người ấy vào docs/danh-muc/people/."
    ]
    assert problems[0].severity == "error"


def test_a_registered_person_whom_no_article_names_gets_no_page_and_no_link() -> None:
    people = (
        PersonRecord("p-1", NAME, distinct_from=("p-2",), match_places=("binh-mau",)),
        PersonRecord("p-2", "Tên Khác"),
    )
    identities, _ = resolve(seen("a"), people=people)
    assert list(identities) == ["p-1"]
    assert identities["p-1"].namesakes == ()


# Slips of the pen


def slips(*mentions: Seen) -> list[Problem]:
    identities, _ = resolve(*mentions)
    return likely_slips(mentions, {m: i.id for i in identities.values() for m in i.members})


@pytest.mark.parametrize(
    "written", ["Trần Vi Dụ", "Trần Ví Du", "Trấn Ví Dụ", "Trầnn Ví Dụ", "Trầm Ví Dụ", "Trn Ví Dụ"]
)
def test_a_name_that_is_off_by_a_letter_or_mark_in_one_office_is_a_question(written: str) -> None:
    usual = [seen("a", "x/y"), seen("b", "x/y")]
    [problem] = slips(*usual, seen("c", "x/y", name=written))
    assert (problem.code, problem.severity, problem.path) == ("BN032", "warning", "docs/bai-viet/c.md")
    assert problem.message.startswith(f"“{written}” gần giống “Trần Ví Dụ” (a)")
    assert "tran-vi-du" in problem.hint


@pytest.mark.parametrize(
    "other",
    [
        seen("b", "x/y", name="Trần Thử Dụ"),
        seen("b", "x/y", name="Trần Ví"),
        seen("b", "x/y", name="Trần Ví Dần"),
        seen("b", "x/y", name="Trần Vi Du Dụ"),
        seen("b", "z/y", name="Trần Vi Dụ", place="z"),
        seen("b", "x/y", name="Trần Vi Dụ", offices=("Chủ tịch",)),
        seen("a", "x/y", name="Trần Vi Dụ", index=1),
        seen("b", "x/y", name="TRẦN VÍ DỤ"),
    ],
)
def test_names_that_differ_more_or_stand_elsewhere_are_no_question(other: Seen) -> None:
    assert slips(seen("a", "x/y"), other) == []


def test_a_slip_in_another_report_of_one_meeting_is_a_question() -> None:
    first = seen("a", "x/y", meeting="m")
    assert [p.code for p in slips(first, seen("b", "z/y", name="Trần Vi Dụ", meeting="m", place="z"))] == ["BN032"]


def test_the_other_spelling_in_the_registry_answers_the_question() -> None:
    person = PersonRecord("tran-vi-du", NAME, other_names=("Trần Vi Dụ",))
    mentions = [seen("a", "x/y"), seen("b", "x/y", name="Trần Vi Dụ")]
    identities, _ = resolve(*mentions, people=(person,))
    assert likely_slips(mentions, {m: i.id for i in identities.values() for m in i.members}) == []


ORGANIZATION = st.sampled_from(["binh-mau/hdnd", "binh-mau/ubnd", "tpvd/thanh-uy", "trung-uong/bo-thu", "x/y"])


@st.composite
def corpora(draw: Any) -> list[Seen]:
    out = []
    for n in range(draw(st.integers(0, 8))):
        for index in range(draw(st.integers(1, 3))):
            out.append(
                seen(
                    f"a{n}",
                    *draw(st.sets(ORGANIZATION, max_size=2)),
                    name=draw(st.sampled_from([NAME, "Trần Thị Ví Dụ", "Lê Mẫu"])),
                    place=draw(st.sampled_from([None, "binh-mau", "tpvd"])),
                    meeting=f"m{n // 2}",
                    index=index,
                )
            )
    return out


@given(corpora())
def test_every_mention_is_exactly_one_person_and_never_two_of_one_article(mentions: list[Seen]) -> None:
    identities, problems = resolve_people(mentions, registry())
    placed = [m for i in identities for m in i.members]
    assert sorted(placed) == sorted((m.article, m.index) for m in mentions)
    for identity in identities:
        assert len({article for article, _ in identity.members}) == len(identity.members)
        assert set(identity.namesakes) <= {i.id for i in identities} - {identity.id}
        assert len(identity.members) == 1 or identity.reasons
    shared = {compare_key(i.name) for i in identities if i.namesakes}
    assert {compare_key(p.message.split(":")[0]) for p in problems} == shared


# --- one name, two posts at one time -----------------------------------------------------------------------------
SEAT = "trung-uong/ban-chap-hanh-trung-uong"
RARE = "Trần Thị Ví Dụ"


def member(article: str, *organizations: str, year: int = 2025, name: str = NAME, **more: Any) -> Seen:
    """A member of the Central Committee with other offices beside."""
    one = seen(article, SEAT, *organizations, offices=("Ủy viên Trung ương Đảng", "Bí thư"), name=name, **more)
    return dataclasses.replace(one, seats=frozenset({SEAT}), date=dt.date(year, 6, 1))


def of_year(one: Seen, year: int) -> Seen:
    return dataclasses.replace(one, date=dt.date(year, 6, 1))


def taking_office(one: Seen) -> Seen:
    offices = tuple(dataclasses.replace(o, status="incoming") for o in one.mention.offices)
    return dataclasses.replace(one, mention=dataclasses.replace(one.mention, offices=offices))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A seat in the Central Committee does not make secretaries of two provinces one person.
        (member("a", "binh-mau/tinh-uy"), member("b", "tpvd/thanh-uy", place="tpvd")),
        # Two heads of units at one meeting, each named by one paper only.
        (seen("a", "binh-mau/so-y-te", meeting="m"), seen("b", "binh-mau/cong-an", meeting="m")),
        (seen("a", "binh-mau/xa-mot/ubnd", meeting="m"), seen("b", "binh-mau/xa-hai/dang-uy", meeting="m")),
        (seen("a", "binh-mau/tinh-uy", meeting="m"), seen("b", "tpvd/thanh-uy", meeting="m", place="tpvd")),
        # A long name is rarer, not unique.
        (seen("a", "binh-mau/so-y-te", name=RARE), seen("b", "binh-mau/dang-uy-cong-an", name=RARE)),
        # "Bí thư Trung ương Đoàn" is not "Bí thư Trung ương Đảng".
        (
            seen("a", offices=("Bí thư Trung ương Đoàn",)),
            seen("b", offices=("Bí thư Trung ương Đảng",), place="tpvd"),
        ),
    ],
)
def test_posts_that_nobody_holds_at_once_are_two_people_and_a_question(one: Seen, other: Seen) -> None:
    identities, problems = resolve(one, other)
    assert sorted(members(identities).values()) == [["a"], ["b"]]
    assert [p.code for p in problems] == ["BN030"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Years apart, a member of the Central Committee goes from one province to another.
        (member("a", "binh-mau/tinh-uy", year=2020), member("b", "tpvd/thanh-uy", year=2025, place="tpvd")),
        # What one paper calls him before the meeting, another calls him after it.
        (
            seen("a", "binh-mau/so-y-te", meeting="m"),
            taking_office(seen("b", "binh-mau/xa-mot/dang-uy", meeting="m")),
        ),
        # The Party's committee of an agency and the agency.
        (seen("a", "binh-mau/dang-uy-so-y-te", meeting="m"), seen("b", "binh-mau/so-y-te", meeting="m")),
        # Both articles name one organisation, whatever else they name.
        (seen("a", "binh-mau/tinh-uy", "binh-mau/so-y-te"), seen("b", "binh-mau/tinh-uy", "binh-mau/cong-an")),
    ],
)
def test_posts_that_one_person_can_hold_are_joined(one: Seen, other: Seen) -> None:
    identities, problems = resolve(one, other)
    assert list(members(identities).values()) == [["a", "b"]]
    assert problems == []


def test_a_third_article_does_not_join_two_people_who_cannot_be_one() -> None:
    first, second = member("a", "binh-mau/tinh-uy"), member("b", "tpvd/thanh-uy", place="tpvd")
    between = member("c", place=None)
    identities, problems = resolve(first, second, between)
    groups = sorted(members(identities).values())
    assert len(groups) == 2 and not any({"a", "b"} <= set(group) for group in groups)
    assert [p.code for p in problems] == ["BN030"]


def test_y_and_i_at_the_end_of_a_syllable_are_asked_about() -> None:
    one, other = seen("a", "binh-mau/tinh-uy", name="Trần Sỹ Ví"), seen("b", "binh-mau/tinh-uy", name="Trần Sĩ Ví")
    person_of = {("a", 0): "tran-sy-vi", ("b", 0): "tran-si-vi"}
    assert [p.code for p in likely_slips([one, other], person_of)] == ["BN032"]
