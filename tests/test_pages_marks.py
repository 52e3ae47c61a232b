"""Marks in a text: whatever spans come, every character of the text stays, once, in order, and escaped."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from biennien.pages.marks import Mark, Saying, outermost, render
from biennien.words import STATED, State

UNSURE = State("inferred", "vì thế")


def mark(start: int, end: int, rank: int = 0, state: State = STATED) -> Mark:
    return Mark(start, end, rank, "p", f"x{start}.html", state, "nguoi-1")


def plain(rendered: str) -> str:
    """The text without markup."""
    return html.unescape(re.sub("<[^>]*>", "", rendered))


def test_a_mark_links_its_words() -> None:
    assert render("ông Dụ nói", [mark(4, 6)]) == (
        'ông <a class="m p is-stated" href="x4.html" data-f="nguoi-1">Dụ</a> nói'
    )


def test_an_inferred_mark_carries_a_second_link_to_its_reason() -> None:
    out = render("ông Dụ", [mark(0, 6, state=UNSURE)])
    assert out.endswith('<a class="i is-inferred" href="#nguoi-1" data-f="nguoi-1" aria-label="suy ra"></a>')


def test_the_outermost_of_nested_marks_wins() -> None:
    assert [(m.start, m.end) for m in outermost([mark(2, 4), mark(0, 6), mark(6, 8)], 10)] == [(0, 6), (6, 8)]


def test_of_crossing_marks_the_first_wins() -> None:
    assert [(m.start, m.end) for m in outermost([mark(3, 8), mark(0, 5)], 10)] == [(0, 5)]


def test_of_equal_marks_a_person_wins_over_an_organisation() -> None:
    (only,) = outermost([mark(0, 5, rank=2), mark(0, 5, rank=0)], 10)
    assert only.rank == 0


def test_marks_outside_the_text_are_left_out() -> None:
    assert outermost([mark(5, 12), mark(3, 3), mark(-1, 2)], 10) == []


def test_a_statement_encloses_the_marks_in_it() -> None:
    assert render("Ông Dụ nói", [mark(4, 6)], [Saying(0, 10, "loi-1")]) == (
        '<span class="s" id="loi-1">Ông <a class="m p is-stated" href="x4.html" data-f="nguoi-1">Dụ</a> nói</span>'
    )


def test_a_statement_that_cuts_a_mark_is_an_anchor_before_it() -> None:
    out = render("Ông Dụ nói", [mark(0, 6)], [Saying(4, 10, "loi-1")])
    assert out.startswith('<span id="loi-1"></span><a class="m')


def test_text_is_escaped_inside_and_outside_of_marks() -> None:
    assert "<b>" not in render("<b>x</b><b>y</b>", [mark(0, 8)], [Saying(8, 16, "loi-1")])


spans = st.tuples(st.integers(-2, 40), st.integers(-2, 40))


@given(
    st.text(alphabet="aĐộ<>&\"' {}", max_size=36),
    st.lists(st.tuples(spans, st.booleans()), max_size=8),
    st.lists(spans, max_size=4),
)
def test_any_spans_leave_the_text_as_it_was(
    text: str, marks: list[tuple[tuple[int, int], bool]], said: list[tuple[int, int]]
) -> None:
    made = [mark(a, b, state=UNSURE if unsure else STATED) for (a, b), unsure in marks]
    sayings = [Saying(a, b, f"loi-{n}") for n, (a, b) in enumerate(said)]
    out = render(text, made, sayings)
    assert plain(out) == text
    for n in range(len(said)):
        assert out.count(f'id="loi-{n}"') == 1
    depth = 0
    for tag in re.findall(r"</?span|</?a ?", re.sub('<a class="i .*?</a>', "", out)):
        depth += -1 if tag.startswith("</") else 1
        assert 0 <= depth <= 2
    assert depth == 0
