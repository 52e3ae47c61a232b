"""One description of what editors write: the checker, the JSON Schemas and the guide's tables say the same."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from biennien import guide, schema, source
from biennien.model import BlockKind, Role

ROOT = Path(__file__).parents[1]
ARTICLE = schema.json_schema(schema.ARTICLE)


def check(text: str, shape: schema.Shape) -> tuple[Any, list[str]]:
    node, problems = schema.parse_yaml(text, "x.yml")
    if node is None:
        return None, [p.code for p in problems]
    checker = schema.Checker("x.yml")
    return checker.read(node, shape), [p.code for p in checker.problems]


def as_json(text: str) -> Any:
    """The YAML as an editor's program reads it: dates are texts there."""
    return json.loads(json.dumps(yaml.load(text, Loader=yaml.SafeLoader), default=dt.date.isoformat))


GOOD = [
    "title: Hội nghị",
    "published: 2025-12-25",
    "source: Báo Ví Dụ",
    "source: {name: Báo Ví Dụ, url: 'https://vi-du.example/a'}",
    "byline: Lê Mẫu",
    "byline: [Lê Mẫu, Trần Ví Dụ]",
    "people: [Trần Ví Dụ, {id: le-mau, role: spoke}]",
    "meeting: {id: a-b, place: binh-mau/mau-giang}",
    "form: summary",
    "blocks: {b1: caption, b2: lead}",
    "language: en-GB",
]
BAD = [
    "titel: a",
    "title: [a]",
    "source: {url: ftp://a}",
    "source: {nam: a}",
    "people: {name: a}",
    "people: [{role: boss}]",
    "meeting: {id: A B}",
    "meeting: {id: index}",
    f"meeting: {{place: {'a' * 151}}}",
    "form: short",
    "blocks: {b1: poem}",
    "language: vietnamese",
    "- a",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_checker_takes_an_editors_program_takes(text: str) -> None:
    assert check(text, schema.ARTICLE)[1] == []
    jsonschema.validate(as_json(text), ARTICLE)


@pytest.mark.parametrize("text", BAD)
def test_what_the_checker_refuses_an_editors_program_refuses(text: str) -> None:
    assert check(text, schema.ARTICLE)[1]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_json(text), ARTICLE)


@pytest.mark.parametrize("text", [f"{key}: x" for key in schema.ARTICLE.keys])
def test_every_field_has_a_line_for_its_problems(text: str) -> None:
    node, _ = schema.parse_yaml("\n" + text, "x.md", first_line=10)
    assert node is not None
    checker = schema.Checker("x.md", 10)
    checker.read(node, schema.ARTICLE)
    assert {p.line for p in checker.problems} <= {11}


@pytest.mark.parametrize(
    ("text", "shape", "value", "codes"),
    [
        ("7", schema.Integer("số"), 7, []),
        ("-1", schema.Integer("số"), None, ["BN014"]),
        ("0", schema.Integer("số", least=1), None, ["BN014"]),
        ("9999999999", schema.Integer("số"), None, ["BN014"]),
        ("true", schema.Flag("cờ"), True, []),
        ("yes", schema.Flag("cờ"), None, ["BN014"]),
        ("2024-02-29", schema.Date("ngày"), dt.date(2024, 2, 29), []),
        ("2024-2-9", schema.Date("ngày"), dt.date(2024, 2, 9), []),
        ("2023-02-29", schema.Date("ngày"), None, ["BN015"]),
        ("[a, b]", schema.List("các chữ", schema.Text("chữ")), ["a", "b"], []),
        ("a", schema.List("các chữ", schema.Text("chữ")), None, ["BN014"]),
        ("a", schema.List("các chữ", schema.Text("chữ"), lone=True), ["a"], []),
        ("{a: 1, a: 2}", schema.Map("nhóm", {"a": schema.Integer("số")}), {"a": 1}, ["BN012"]),
        ("{a: }", schema.Map("nhóm", {"a": schema.Integer("số", required=True)}), {}, ["BN062"]),
        ("{}", schema.Map("nhóm", {"a": schema.Integer("số", required=True)}), {}, ["BN062"]),
        ("{b: 1}", schema.Map("nhóm", any_key=schema.Integer("số")), {"b": 1}, []),
    ],
)
def test_a_value_is_read_or_refused(text: str, shape: schema.Shape, value: Any, codes: list[str]) -> None:
    assert check(text, shape) == (value, codes)


def test_without_libyaml_the_same_mistakes_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*BAD, "a: b: c", "a: [b", "a: {b", 'a: "b', "a: @b", "- a\nb: c", "a: \x01", "a: &x b\nc: *x", "[" * 99]
    with_it = [check(text, schema.ARTICLE) for text in texts]
    monkeypatch.setattr(schema, "_LOADER", yaml.SafeLoader)
    assert [check(text, schema.ARTICLE) for text in texts] == with_it


@pytest.mark.parametrize("text", ['a: "\\UFFFFFFFF"', 'a: "\\ud800"'])
def test_without_libyaml_half_characters_do_no_harm(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_LOADER", yaml.SafeLoader)
    value, codes = check(text, schema.Map("nhóm", {"a": schema.Text("chữ")}))
    assert codes == ["BN011"] or value == {"a": "?"}


def test_roles_and_kinds_of_blocks_are_those_of_the_model() -> None:
    properties = ARTICLE["properties"]
    person = properties["people"]["items"]["anyOf"][1]["properties"]
    assert person["role"]["enum"] == list(Role.__args__)  # type: ignore[attr-defined]
    assert properties["blocks"]["additionalProperties"]["enum"] == list(BlockKind.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(schema.all_schemas()))
def test_the_schema_files_are_those_of_the_code(name: str) -> None:
    path = ROOT / "docs" / "danh-muc" / "schema" / f"{name}.schema.json"
    expected = schema.all_schemas()[name]
    jsonschema.Draft202012Validator.check_schema(expected)
    assert json.loads(path.read_text(encoding="utf-8")) == expected, "run: python3 scripts/check.py --schemas"


@pytest.mark.parametrize("name", sorted(schema.REGISTRIES))
def test_the_shipped_registries_are_valid_in_an_editors_program_too(name: str) -> None:
    folder = ROOT / "docs" / "danh-muc"
    files = [p for p in [folder / f"{name}.yml", *sorted((folder / name).glob("*.yml"))] if p.is_file()]
    for path in files:
        jsonschema.validate(as_json(path.read_text(encoding="utf-8")), schema.all_schemas()[name])


def test_the_guides_tables_are_those_of_the_code() -> None:
    text = (ROOT / "docs" / "huong-dan" / "bien-tap.md").read_text(encoding="utf-8")
    assert guide.with_tables(text) == text, "run: python3 scripts/check.py --schemas"
    for table in guide.TABLES.values():
        assert table() in text


def test_the_guides_examples_are_read_without_a_problem(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "huong-dan" / "bien-tap.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    fronts = [code for _, code in examples if code.startswith("---\n")]
    people = [code for _, code in examples if code.startswith("id: ")]
    assert (len(fronts), len(people)) == (1, 2)
    raw, problems = source.read_article(f"{fronts[0]}\nLời văn.", "a.md", "a.html", "a")
    assert raw is not None and problems == []
    (tmp_path / "people").mkdir()
    for number, code in enumerate(people):
        (tmp_path / "people" / f"{number}.yml").write_text(code, encoding="utf-8")
    registry, problems = source.read_registry(tmp_path)
    # What the examples lead to is in no registry here; their shape is right.
    assert {p.code for p in problems} == {"BN061"} and len(registry.people) == 2
    for language, code in examples:
        if language == "json":
            json.loads(code)
    settings = json.loads(next(code for language, code in examples if "yaml.schemas" in code))
    for schema_file, pattern in settings["yaml.schemas"].items():
        assert (ROOT / schema_file).is_file()
        assert pattern.startswith("docs/danh-muc/")


def test_the_guides_commands_are_scripts_that_are_there() -> None:
    for name in (
        "README.md",
        "docs/huong-dan/bien-tap.md",
        "docs/huong-dan/doc-trang.md",
        "docs/phat-trien/kien-truc.md",
    ):
        for script in re.findall(r"scripts/(\w+\.py)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / "scripts" / script).is_file(), (name, script)


def test_a_table_is_made_anew_between_its_marks() -> None:
    text = "Trước\n<!-- bảng ma -->\ncũ\n<!-- hết bảng -->\nSau\n"
    assert guide.with_tables(text) == f"Trước\n<!-- bảng ma -->\n\n{guide.code_table()}\n\n<!-- hết bảng -->\nSau\n"
