"""Problems: how one reads, in which order they come, which of them stop a build."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import biennien
from biennien.problems import CODES, Problem, errors, ordered

PACKAGE = Path(biennien.__file__).parent
CODE = re.compile(r"BN\d{3}")


def test_a_problem_reads_as_place_code_message_and_remedy() -> None:
    problem = Problem("docs/bai-viet/2025/x.md", 7, "BN014", "people: không có “tran-van-b”.", "Có phải “tran-van-ba”?")
    assert str(problem) == "docs/bai-viet/2025/x.md:7: BN014 people: không có “tran-van-b”. Có phải “tran-van-ba”?"


def test_a_problem_of_a_whole_file_shows_no_line() -> None:
    assert str(Problem("x.md", 0, "BN001", "tệp rỗng.")) == "x.md: BN001 tệp rỗng."


def test_problems_come_by_path_line_and_code_and_once_each() -> None:
    first = Problem("a.md", 2, "BN013", "m")
    others = [Problem("a.md", 10, "BN001", "m"), Problem("b.md", 1, "BN001", "m"), Problem("b.md", 1, "BN002", "m")]
    assert ordered([*reversed(others), first, first]) == (first, *others)


@given(
    st.permutations([Problem(p, n, c, "m", s) for p in "ab" for n in (0, 3) for c in ("BN001", "BN010") for s in "xy"])
)
def test_the_order_does_not_depend_on_the_order_of_finding(problems: list[Problem]) -> None:
    assert ordered(problems) == ordered(reversed(problems)) == tuple(sorted(problems))


def test_only_errors_stop_a_build() -> None:
    error = Problem("a.md", 1, "BN001", "m")
    assert errors([Problem("a.md", 1, "BN020", "m", severity="warning"), error]) == (error,)


def test_every_code_in_the_package_is_explained() -> None:
    used: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name == "problems.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                used[node.value] = path.name
    assert used, "the package reports nothing?"
    assert {code: where for code, where in used.items() if code not in CODES} == {}


def test_codes_are_told_apart_by_their_meaning() -> None:
    assert all(CODE.fullmatch(code) for code in CODES)
    assert len(set(CODES.values())) == len(CODES)
