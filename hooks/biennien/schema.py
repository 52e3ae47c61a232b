"""The shape of what editors write: one description that checks YAML with line numbers and becomes a JSON Schema.

A YAML node and a Shape go in; plain values and Problems come out. The same Shapes feed the checker, the JSON Schemas
for completion in editors, and the guide.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

import yaml

from .model import BlockKind, Role
from .problems import Problem
from .text import clean_line

MAX_YAML_BYTES = 2_000_000  # the largest registry file is a few dozen KB; front matter a few hundred bytes
MAX_YAML_DEPTH = 12
ID = re.compile(r"[a-z0-9]+(?:[/-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``pattern`` must match wholly, ``choices`` bound it, as does ``longest`` in characters."""

    doc: str
    pattern: re.Pattern[str] | None = None
    choices: tuple[str, ...] = ()
    required: bool = False
    longest: int = 5000


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar day, written 2025-12-25."""

    doc: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number of at least ``least``."""

    doc: str
    least: int = 0
    required: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""

    doc: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """A list of one shape; ``lone`` also takes a single item without brackets."""

    doc: str
    item: Shape
    lone: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping with known keys. ``text_key``: a bare text stands for {text_key: text}."""

    doc: str
    keys: Mapping[str, Shape] = field(default_factory=dict)
    text_key: str | None = None
    any_key: Shape | None = None  # mapping with free keys, all of one shape
    key_pattern: re.Pattern[str] | None = None  # that free keys match wholly
    required: bool = False


Shape = Text | Date | Integer | Flag | List | Map

_ROLES: tuple[str, ...] = get_args(Role)
_BLOCK_KINDS: tuple[str, ...] = get_args(BlockKind)


def _identity(doc: str, required: bool = False) -> Text:
    """An id becomes the address of a page and the name of a file, which no system takes at any length."""
    return Text(doc, ID, required=required, longest=150)


_id = _identity("mã: chữ thường không dấu, số, gạch nối, gạch chéo")


def _texts(doc: str) -> List:
    return List(doc, Text("một dòng chữ"), lone=True)


_source = List(
    "nơi đã đọc",
    Map(
        "một nguồn",
        {"name": Text("tên nguồn"), "url": Text("địa chỉ", re.compile(r"https?://\S+")), "note": Text("ghi chú")},
        text_key="name",
    ),
    lone=True,
)

ARTICLE = Map(
    "Phần đầu của một bài: mọi trường đều không bắt buộc; điều người biên tập ghi thắng điều máy đọc được.",
    {
        "title": Text("tiêu đề bài"),
        "published": Date("ngày đăng"),
        "source": Map(
            "bài gốc",
            {
                "name": Text("tên báo, đài, cổng thông tin"),
                "url": Text("địa chỉ bài gốc", re.compile(r"https?://\S+")),
                "retrieved": Date("ngày lấy bài"),
            },
            text_key="name",
        ),
        "form": Text("full: nguyên văn; summary: kho lưu trữ tự tóm lược", choices=("full", "summary")),
        "byline": _texts("người viết"),
        "meeting": Map(
            "cuộc họp mà bài đưa tin",
            {
                "id": Text(
                    "mã cuộc họp; hai bài cùng mã là cùng một cuộc họp",
                    re.compile(r"(?!index$)[a-z0-9]+(?:-[a-z0-9]+)*"),
                    longest=150,
                ),
                "date": Date("ngày họp"),
                "kind": Text("loại: hội nghị, đại hội, họp báo …"),
                "body": Text("cơ quan họp: mã trong organizations.yml hoặc tên như in trong bài"),
                "place": _identity("nơi họp: mã trong places.yml"),
            },
        ),
        "people": List(
            "thêm hoặc sửa một người",
            Map(
                "một người",
                {
                    "name": Text("họ tên như in trong bài"),
                    "id": _identity("mã người trong danh mục people"),
                    "office": Text("chức vụ như in trong bài"),
                    "role": Text(
                        "chủ trì, phát biểu, dự, chỉ được nhắc tới, hay chỉ có trong chú thích ảnh", choices=_ROLES
                    ),
                },
                text_key="name",
            ),
        ),
        "not_people": _texts("những chữ trông như tên người mà không phải"),
        "documents": _texts("mã những văn kiện mà bài dẫn, để máy chọn khi chưa rõ"),
        "summary": Text("một hai câu tóm tắt của người biên tập"),
        "rights": Text("ghi chú về quyền"),
        "language": Text("mã ngôn ngữ, mặc định vi", re.compile(r"[a-z]{2}(-[A-Z]{2})?")),
        "blocks": Map(
            'sửa loại của một đoạn, theo số đoạn hay mấy chữ đầu đoạn, ví dụ {b3: caption, "Toàn cảnh": caption}',
            any_key=Text("loại đoạn", choices=_BLOCK_KINDS),
        ),
    },
)

PLACE = Map(
    "Một địa danh",
    {
        "id": _identity("mã: chữ thường không dấu, số, gạch nối, gạch chéo", required=True),
        "name": Text("tên đầy đủ", required=True),
        "short": Text("tên ngắn"),
        "kind": Text("tỉnh, thành phố, phường, xã …", required=True),
        "central": Flag("trực thuộc Trung ương"),
        "aliases": _texts("những cách in khác"),
        "parent": _id,
        "since": Date("có từ"),
        "until": Date("có đến"),
        "merged_into": _id,
        "formed_from": List("hợp thành từ", _id),
        "absorbed": List("đã nhận thêm", Map("một đơn vị", {"id": _id, "date": Date("từ ngày")}, text_key="id")),
        "note": Text("ghi chú"),
    },
)
OUTLET = Map(
    "Một báo, đài, cổng thông tin",
    {
        "id": _identity("mã: chữ thường không dấu, số, gạch nối, gạch chéo", required=True),
        "name": Text("tên đầy đủ", required=True),
        "short": Text("tên ngắn"),
        "hosts": _texts("tên miền"),
        "aliases": _texts("những cách in khác"),
        "home": _identity("nơi có trụ sở: mã trong places.yml, hoặc toan-quoc"),
        "kind": Text("loại"),
        "aggregator": Flag("trang tổng hợp lại tin"),
        "note": Text("ghi chú"),
    },
)
ORGANIZATION = Map(
    "Một tổ chức",
    {
        "id": _identity("mã: <nơi>/<tên>", required=True),
        "name": Text("tên đầy đủ", required=True),
        "short": Text("tên ngắn"),
        "kind": Text("loại", required=True),
        "place": _identity("mã trong places.yml", required=True),
        "parent": _id,
        "aliases": _texts("những cách in khác"),
        "predecessor": _id,
        "successor": _id,
        "note": Text("ghi chú"),
        "sources": _source,
    },
)
DOCUMENT = Map(
    "Một văn kiện",
    {
        "id": _identity(
            "mã: dang/<cơ quan>/<năm đầu nhiệm kỳ>/<loại>/<số> hoặc nn/<cơ quan>/<năm>/<loại>/<số>", required=True
        ),
        "type": Text("loại: nghị quyết, chỉ thị …", required=True),
        "symbol": Text("số, ký hiệu như in: 18-NQ/TW"),
        "issuer": Text("cơ quan ban hành"),
        "plenum": Integer("hội nghị Trung ương lần thứ", 1),
        "term": Text("khóa, số La Mã", re.compile(r"[IVXLC]+")),
        "date": Date("ngày ban hành"),
        "dates": List(
            "ngày khác nhau giữa các nguồn",
            Map("một ngày", {"date": Date("ngày", required=True), "source": Text("nguồn")}),
        ),
        "not_after": Date("ban hành muộn nhất là ngày"),
        "title": Text("trích yếu"),
        "aliases": _texts("những cách dẫn khác"),
        "congress": Map(
            "nghị quyết của đại hội",
            {
                "body": Text("đảng bộ"),
                "ordinal": Text("lần thứ, số La Mã", re.compile(r"[IVXLC]+")),
                "held": List("những ngày họp", Date("ngày")),
            },
        ),
        "replaces": List("thay thế", _id, lone=True),
        "amended_by": List("được sửa bởi", _id, lone=True),
        "sources": _source,
        "note": Text("ghi chú"),
    },
)
PERSON = Map(
    "Một người mà máy không tự phân biệt được",
    {
        "id": _identity("mã: chữ thường không dấu, số, gạch nối, gạch chéo", required=True),
        "name": Text("họ tên", required=True),
        "other_names": _texts("tên khác"),
        "note": Text("ghi chú"),
        "sources": _source,
        "distinct_from": List("không phải là", _id, lone=True),
        "match": Map("nhận ra theo", {"organizations": _texts("tổ chức"), "places": _texts("nơi")}),
    },
)
# The pages of entities: whatever lies below one of their five folders. No folder's name has a dot, no page's lacks one.
_PAGE = re.compile(
    r"(?:bai-viet|cuoc-hop|nhan-su|van-kien|to-chuc)(?:/[A-Za-z0-9_-]+)*/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.html"
)
REDIRECTS = Map(
    "các cặp “địa chỉ cũ: địa chỉ mới” của trang, ví dụ nhan-su/tran-vi-du-cu.html: nhan-su/tran-vi-du.html",
    any_key=Text("địa chỉ trang, như nhan-su/tran-vi-du.html", _PAGE, longest=220),
    key_pattern=_PAGE,
)


# --- YAML with lines ---------------------------------------------------------------------------------------------
# libyaml where PyYAML has it: ten thousand articles have ten thousand front matters.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# What the parsers say of the mistakes that people make, in both wordings: libyaml's and PyYAML's.
_SAID = (
    ("mapping values are not allowed", "dấu “: ” đứng chỗ không được có, hoặc dòng trên thiếu dấu ấy"),
    ("cannot start any token", "dùng tab để thụt dòng, hoặc giá trị mở đầu bằng một ký tự như @, %, `"),
    ("quoted scalar", "ngoặc kép không đóng"),
    ("flow sequence", "ngoặc vuông không đóng"),
    ("flow mapping", "ngoặc nhọn không đóng"),
    ("flow node", "ngoặc vuông hay ngoặc nhọn không đóng"),
    ("could not find expected ':'", "thiếu dấu hai chấm"),
    ("block mapping", "dòng thụt vào không đều, hoặc có chữ thừa sau ngoặc kép"),
    ("block collection", "dòng thụt vào không đều"),
    ("another document", "có dòng “---” ở giữa"),
)


def _in_vietnamese(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''}; {error.problem or ''}"
    return next((ours for theirs, ours in _SAID if theirs in said), error.problem or error.context or "không đọc được")


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[yaml.Node | None, list[Problem]]:
    """The node tree of one YAML document, or None with Problems: not YAML, too large, too deep, or with aliases.

    ``first_line`` is the 1-based line of ``path`` on which the text starts.
    """
    if len(text) > MAX_YAML_BYTES:
        return None, [
            Problem(path, first_line, "BN016", f"phần YAML dài {len(text):,} ký tự.", "Rút gọn hoặc tách tệp.")
        ]
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            line = first_line + (event.start_mark.line if event.start_mark else 0)
            if isinstance(event, yaml.AliasEvent):
                return None, [Problem(path, line, "BN016", "không dùng bí danh YAML (*ten).", "Chép lại giá trị.")]
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_YAML_DEPTH:
                    return None, [Problem(path, line, "BN016", "YAML lồng quá sâu.", "Viết lại cho phẳng hơn.")]
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
        return yaml.compose(text, Loader=_LOADER), []
    except yaml.MarkedYAMLError as error:
        unclosed = "quoted scalar" in (error.context or "") or "flow" in (error.context or "")
        # What is not closed is found missing at the end of the file: show where it was opened.
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        return None, [
            Problem(
                path,
                line,
                "BN011",
                f"YAML sai: {_in_vietnamese(error)}.",
                "Kiểm tra dấu hai chấm, thụt dòng, ngoặc kép quanh chữ có dấu “:”.",
            )
        ]
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # characters that YAML forbids, "\\UFFFFFFFF"
        return None, [Problem(path, first_line, "BN011", f"YAML sai: {str(error).splitlines()[0]}.", "Bỏ ký tự lạ.")]


_ONE_LINE = "Viết trên một dòng; chữ mở đầu bằng [ hay {, hoặc có dấu “: ”, để trong ngoặc kép."
_PAIRS = "Viết mỗi khóa một dòng, thụt vào bằng nhau."


def _says_nothing(node: yaml.Node) -> bool:
    """Whether nothing is written: "key:", "key: null", "key: ''"."""
    return isinstance(node, yaml.ScalarNode) and (
        not node.value.strip() or (not node.style and node.value in ("null", "~"))
    )


def _short(text: str) -> str:
    """A value as a message quotes it."""
    return text if len(text) <= 80 else text[:79] + "…"


@dataclass(slots=True)
class Checker:
    """Walks YAML nodes along a Shape. Collects Problems, and the line of every value by its dotted name."""

    path: str
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def _line(self, node: yaml.Node) -> int:
        return self.first_line + (node.start_mark.line if node.start_mark else 0)

    def _report(self, node: yaml.Node, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, self._line(node), code, message, hint))

    def read(self, node: yaml.Node, shape: Shape, name: str = "") -> Any:
        """The node's value in plain Python (str, int, bool, date, list, dict), or None where it does not fit."""
        self.lines[name] = self._line(node)
        if isinstance(shape, Map):
            return self._map(node, shape, name)
        if isinstance(shape, List):
            if isinstance(node, yaml.SequenceNode):
                items = [
                    self.read(child, shape.item, f"{name}[{i}]")
                    for i, child in enumerate(node.value)
                    if not _says_nothing(child)
                ]
                return [item for item in items if item is not None]
            if shape.lone:
                item = self.read(node, shape.item, f"{name}[0]")
                return [] if item is None else [item]
            self._report(
                node, "BN014", f"{name}: phải là một danh sách.", "Viết mỗi mục một dòng, đầu dòng là dấu “- ”."
            )
            return None
        return self._scalar(node, shape, name)

    def _map(self, node: yaml.Node, shape: Map, name: str) -> dict[str, Any] | None:
        if shape.text_key and isinstance(node, yaml.ScalarNode):
            value = self.read(node, shape.keys[shape.text_key], name)
            return None if value is None else {shape.text_key: value}
        if not isinstance(node, yaml.MappingNode):
            self._report(node, "BN014", f"{name or 'tệp'}: phải là các cặp “khóa: giá trị”.", _PAIRS)
            return None
        out: dict[str, Any] = {}
        seen: set[str] = set()
        empty: set[str] = set()
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            full = _short(f"{name}.{key}" if name else key)
            if key in seen:
                self._report(key_node, "BN012", f"khóa “{full}” có hai lần.", "Giữ lại một.")
                continue
            seen.add(key)
            child = shape.keys.get(key, shape.any_key)
            if child is None:
                near = difflib.get_close_matches(key, shape.keys, n=1)
                hint = f"Có phải “{near[0]}”?" if near else f"Các khóa dùng được: {', '.join(shape.keys)}."
                self._report(key_node, "BN013", f"không có khóa “{full}”.", hint)
                continue
            if shape.key_pattern and not shape.key_pattern.fullmatch(key):
                self._report(key_node, "BN014", f"khóa “{full}” không đúng dạng.", f"Cần {shape.doc}.")
                continue
            if _says_nothing(value_node):
                empty.add(key)
                continue
            value = self.read(value_node, child, full)
            if value is not None:
                out[key] = value
        for key, child in shape.keys.items():
            if child.required and (key not in seen or key in empty):
                self._report(node, "BN062", f"{name or 'mục'}: thiếu “{key}” ({child.doc}).", "Thêm vào.")
        return out

    def _scalar(self, node: yaml.Node, shape: Text | Date | Integer | Flag, name: str) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            self._report(node, "BN014", f"{name}: phải là {shape.doc}, không phải danh sách hay nhóm.", _ONE_LINE)
            return None
        # Without libyaml, "\\ud800" would come through: half a character, which no file can hold.
        text = " ".join(clean_line(node.value.encode(errors="replace").decode()).split())
        if isinstance(shape, Date):
            return self._date(node, text, name)
        if isinstance(shape, Integer):
            if re.fullmatch(r"\d{1,9}", text) and int(text) >= shape.least:
                return int(text)
            self._report(
                node, "BN014", f"{name}: “{_short(text)}” không phải số nguyên từ {shape.least}.", "Viết bằng chữ số."
            )
            return None
        if isinstance(shape, Flag):
            if text in ("true", "false"):
                return text == "true"
            self._report(
                node, "BN014", f"{name}: “{_short(text)}” phải là true hoặc false.", "Viết một trong hai chữ ấy."
            )
            return None
        if len(text) > shape.longest:
            message = f"{name}: dài {len(text):,} ký tự, quá {shape.longest:,}."
            self._report(node, "BN014", message, "Rút gọn lại.")
            return None
        if shape.choices and text not in shape.choices:
            near = difflib.get_close_matches(text, shape.choices, n=1, cutoff=0.5)
            hint = (f"Có phải “{near[0]}”? " if near else "") + f"Chọn một trong: {', '.join(shape.choices)}."
            self._report(node, "BN014", f"{name}: “{_short(text)}” không dùng được.", hint)
            return None
        if shape.pattern and not shape.pattern.fullmatch(text):
            self._report(node, "BN014", f"{name}: “{_short(text)}” không đúng dạng.", f"Cần {shape.doc}.")
            return None
        return text

    def _date(self, node: yaml.ScalarNode, text: str, name: str) -> dt.date | None:
        found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
        if found is None:
            hint = "Viết năm-tháng-ngày, ví dụ 2025-12-25."
            self._report(node, "BN014", f"{name}: “{_short(text)}” không phải ngày.", hint)
            return None
        try:
            return dt.date(*map(int, found.groups()))
        except ValueError:
            self._report(node, "BN015", f"{name}: không có ngày “{text}”.", "Sửa lại theo bài gốc.")
            return None


def each_record(node: yaml.Node) -> Iterator[yaml.Node]:
    """The records of a registry file: a list of mappings, or one mapping."""
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    else:
        yield node


# --- JSON Schema -------------------------------------------------------------------------------------------------
def json_schema(shape: Shape, title: str = "") -> dict[str, Any]:
    """The shape as JSON Schema (draft 2020-12), for completion and checking in editors."""
    out = _SCHEMAS[type(shape)](shape)
    out["description"] = shape.doc
    if title:
        out = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **out}
    return out


def _map_schema(shape: Map) -> dict[str, Any]:
    out: dict[str, Any] = {
        "type": "object",
        "properties": {key: json_schema(child) for key, child in shape.keys.items()},
        "additionalProperties": json_schema(shape.any_key) if shape.any_key else False,
    }
    if shape.key_pattern:
        out["propertyNames"] = {"pattern": f"^(?:{shape.key_pattern.pattern})$"}
    needed = [key for key, child in shape.keys.items() if child.required]
    if needed:
        out["required"] = needed
    if shape.text_key:
        return {"anyOf": [{"type": "string"}, out]}
    return out


def _list_schema(shape: List) -> dict[str, Any]:
    item = json_schema(shape.item)
    many = {"type": "array", "items": item}
    return {"anyOf": [many, item]} if shape.lone else many


def _text_schema(shape: Text) -> dict[str, Any]:
    out: dict[str, Any] = {"type": "string"}
    if shape.choices:
        out["enum"] = list(shape.choices)
    if shape.pattern:
        out["pattern"] = f"^(?:{shape.pattern.pattern})$"
    if shape.longest < 5000:
        out["maxLength"] = shape.longest
    return out


_SCHEMAS: dict[type, Callable[[Any], dict[str, Any]]] = {
    Map: _map_schema,
    List: _list_schema,
    Text: _text_schema,
    Date: lambda _: {"type": "string", "format": "date"},
    Integer: lambda shape: {"type": "integer", "minimum": shape.least},
    Flag: lambda _: {"type": "boolean"},
}
REGISTRIES: dict[str, Map] = {
    "places": PLACE,
    "outlets": OUTLET,
    "organizations": ORGANIZATION,
    "documents": DOCUMENT,
    "people": PERSON,
}
REDIRECTS_NAME = "chuyen-huong"  # the registry that is one mapping, not a list of records


def all_schemas() -> dict[str, dict[str, Any]]:
    """Name to JSON Schema: "bai-viet" for front matter, and one for each registry."""
    out = {"bai-viet": json_schema(ARTICLE, "Biên Niên: phần đầu bài viết")}
    for name, shape in REGISTRIES.items():
        item = json_schema(shape)
        whole = item if name == "people" else {"type": "array", "items": item}
        out[name] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Biên Niên: {name}", **whole}
    out[REDIRECTS_NAME] = json_schema(REDIRECTS, f"Biên Niên: {REDIRECTS_NAME}")
    return out
