"""The only reader of files: articles and registries come in as bytes and go out as raw text with line numbers."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from . import schema, vocabulary
from .entities import DocumentRecord, OrganizationRecord, Outlet, PersonRecord, Place, Redirect, Registry
from .model import Meta, SourceRef, StatedMeeting, StatedPerson
from .problems import Problem
from .text import slug

SUFFIXES = (".md", ".txt")
MAX_BYTES = 20_000_000  # an article is a few KB; more than this is a mistake, and would only make the site unusable
LONG_LINE = 100_000
_SAFE_STEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")
# Letters that no text in another code page turns into: in Windows-1258 they are a vowel and a mark that fits it.
_VIETNAMESE = re.compile("[ạ-ỹẠ-Ỹ]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{port}{i}" for port in ("com", "lpt") for i in range(1, 10))}


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One file, decoded, its front matter read; the body still in lines of (1-based number, text)."""

    id: str
    path: str
    url: str
    meta: Meta
    lines: tuple[tuple[int, str], ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class FileText:
    """A decoded file. ``encoding`` is None where the bytes are no text that this project reads."""

    text: str
    encoding: str | None
    sha256: str


def decode(data: bytes) -> tuple[str, str | None]:
    """(text, name of the encoding), the encoding None where the bytes are not text.

    Read are UTF-8 with and without BOM, UTF-16, and Windows-1258 where the result looks Vietnamese.
    """
    for encoding, name in _possible(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text or len(_CONTROL.findall(text)) * 100 > len(text):
            continue
        if encoding == "cp1258":
            text = unicodedata.normalize("NFC", text)
            # Any bytes at all decode as some code page: ask that the outcome is Vietnamese, with every mark on a vowel.
            stray = sum(1 for c in text if unicodedata.combining(c))
            if stray * 200 > len(text) or len(_VIETNAMESE.findall(text)) * 50 < len(text):
                continue
        return text, name
    return "", None


def _possible(data: bytes) -> Iterator[tuple[str, str]]:
    """(codec, its name) of every encoding that the first bytes allow, the surest first."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16", "UTF-16"
    elif b"\x00" in data:
        # Letters of Vietnamese lie below U+1EFF and most of them are ASCII: every other byte is then 0, and no other.
        first, second = data[0:4096:2].count(0), data[1:4096:2].count(0)
        if min(first, second) == 0 and max(first, second) * 4 > min(len(data), 4096):
            yield ("utf-16-le" if second else "utf-16-be"), "UTF-16 không có BOM"
    else:
        yield "utf-8-sig", "UTF-8 có BOM" if data.startswith(b"\xef\xbb\xbf") else "UTF-8"
        yield "cp1258", "Windows-1258"


def _no_text(data: bytes, shown: str) -> Problem:
    """Why bytes that ``decode`` refuses are no text."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" not in data and len(_CONTROL.findall(data[:4096].decode("latin-1"))) <= 8:
            line = data.count(b"\n", 0, error.start) + 1
            reason = f"byte 0x{data[error.start]:02x} ở dòng {line} không thuộc UTF-8, UTF-16 hay Windows-1258."
            return Problem(shown, line, "BN003", reason, "Lưu lại tệp bằng UTF-8.")
    hint = "Dán văn bản của bài vào một tệp .md hoặc .txt, lưu bằng UTF-8."
    return Problem(shown, 0, "BN002", "tệp nhị phân, không phải văn bản.", hint)


def read_file(path: Path, shown: str) -> tuple[FileText | None, list[Problem]]:
    """The file's text, or None with the Problem that says why not."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return None, [
                Problem(shown, 0, "BN004", f"tệp dài {size:,} byte, quá {MAX_BYTES:,}.", "Tách thành nhiều bài.")
            ]
        data = path.read_bytes()
    except OSError as error:
        return None, [Problem(shown, 0, "BN007", f"không đọc được: {error.strerror}.", "Kiểm tra tệp và quyền đọc.")]
    return text_of(data, shown)


def text_of(data: bytes, shown: str) -> tuple[FileText | None, list[Problem]]:
    """The text of a file's bytes, or None with the Problem that says why they are none."""
    digest = hashlib.sha256(data).hexdigest()
    text, encoding = decode(data)
    if encoding is None:
        return None, [_no_text(data, shown)]
    problems = []
    if encoding not in ("UTF-8", "UTF-8 có BOM"):
        problems.append(Problem(shown, 1, "BN003", f"tệp được đọc như {encoding}.", "Lưu lại bằng UTF-8.", "warning"))
    return FileText(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, digest), problems


# --- articles ----------------------------------------------------------------------------------------------------
def article_id(stem: str) -> tuple[str, bool]:
    """(id, whether the stem could be used as it is). An id is an address part that no system misreads."""
    if _SAFE_STEM.fullmatch(stem) and stem.split(".")[0].lower() not in _RESERVED and len(stem) <= 150:
        return stem, True
    plain = slug(stem, 120)
    if plain and plain not in _RESERVED:
        return plain, False
    digest = hashlib.sha256(stem.encode(errors="surrogateescape")).hexdigest()
    return f"bai-{plain or digest[:10]}", False


def _meta(values: Mapping[str, Any], lines: Mapping[str, int]) -> Meta:
    source: Mapping[str, Any] = values.get("source", {})
    meeting: Mapping[str, Any] = values.get("meeting", {})
    people = tuple(
        StatedPerson(**person) for person in values.get("people", ()) if person.get("name") or person.get("id")
    )
    return Meta(
        title=values.get("title"),
        published=values.get("published"),
        source=SourceRef(source.get("name"), source.get("url"), source.get("retrieved")),
        form=values.get("form", "full"),
        byline=tuple(values.get("byline", ())),
        meeting=StatedMeeting(**meeting),
        people=people,
        not_people=tuple(values.get("not_people", ())),
        documents=tuple(values.get("documents", ())),
        summary=values.get("summary"),
        rights=values.get("rights"),
        language=values.get("language", "vi"),
        blocks=tuple(values.get("blocks", {}).items()),
        lines=tuple(lines.items()),
    )


def split_front_matter(text: str, path: str) -> tuple[str | None, int, list[Problem]]:
    """(YAML text or None, 1-based number of its first line if there is one, else of the body's, Problems).

    Front matter stands between two lines of ---, at the top or after blank lines.
    """
    lines = text.split("\n")
    top = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[top].rstrip() != "---":
        return None, 1, []
    for number, line in enumerate(lines[top + 1 :], top + 1):
        if line.rstrip() in ("---", "..."):
            return "".join(f"{line}\n" for line in lines[top + 1 : number]), top + 2, []
    return (
        None,
        1,
        [
            Problem(
                path,
                top + 1,
                "BN010",
                "phần đầu mở bằng “---” mà không có dòng “---” đóng lại.",
                "Thêm dòng “---” sau trường cuối cùng, hoặc bỏ dòng đầu nếu bài không có phần đầu.",
            )
        ],
    )


def read_article(
    text: str, path: str, url: str, identity: str, sha256: str = ""
) -> tuple[RawArticle | None, list[Problem]]:
    """One article from its text. None where its front matter cannot be read (then the Problems say why)."""
    if not text.strip():
        return None, [Problem(path, 0, "BN001", "tệp rỗng.", "Dán văn bản của bài vào, hoặc xóa tệp.")]
    front, first, problems = split_front_matter(text, path)
    meta = Meta()
    if front is not None:
        node, more = schema.parse_yaml(front, path, first)
        problems += more
        if node is not None:
            checker = schema.Checker(path, first)
            values = checker.read(node, schema.ARTICLE)
            problems += checker.problems
            meta = _meta(values or {}, checker.lines)
            if values and len(meta.people) < len(values.get("people", ())):
                message = "people: có mục không ghi name hay id nên không rõ là ai."
                hint = "Ghi họ tên như in trong bài vào name."
                problems.append(Problem(path, checker.lines["people"], "BN062", message, hint))
        first += front.count("\n") + 1
    if problems:
        return None, problems
    lines = tuple((number, line) for number, line in enumerate(text.split("\n")[first - 1 :], first) if line.strip())
    if not lines:
        return None, [
            Problem(path, first, "BN001", "bài chỉ có phần đầu, không có lời văn.", "Dán văn bản của bài vào.")
        ]
    for number, line in lines:
        if len(line) > LONG_LINE:
            problems.append(
                Problem(
                    path, number, "BN004", f"dòng dài {len(line):,} ký tự.", "Ngắt đoạn như trong bài gốc.", "warning"
                )
            )
    return RawArticle(identity, path, url, meta, lines, sha256), problems


def article_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """(the articles' files, files that are none), both in path order. Hidden files and folders are passed over."""
    taken: list[Path] = []
    left: list[Path] = []
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        if any(part.startswith(".") for part in path.relative_to(folder).parts) or not path.is_file():
            continue
        (taken if path.suffix.lower() in SUFFIXES else left).append(path)
    return taken, left


def _printable(name: str) -> str:
    """A file name as it can be shown on one line, also where its bytes are no UTF-8."""
    text = name.encode(errors="surrogateescape").decode(errors="replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def article_url(relative: Path, identity: str) -> str:
    """Where the article's page lies: the folders of its file, made safe, below bai-viet/."""
    folders = [slug(part, 60) or "khac" for part in relative.parent.parts]
    return "/".join(["bai-viet", *folders, identity]) + ".html"


def read_articles(folder: Path, shown: str = "") -> tuple[list[RawArticle], list[Problem]]:
    """All articles below a folder, in path order, and every Problem in them.

    ``shown`` is the folder's name in Problems and in ``path`` ("docs/bai-viet"); "" for a folder outside the project.
    """
    if not folder.is_dir():
        return [], [
            Problem(
                shown or folder.name,
                0,
                "BN007",
                f"không có thư mục “{shown or folder.name}”.",
                "Kiểm tra đường dẫn sau --articles.",
            )
        ]
    files, left = article_files(folder)
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    prefix = f"{shown}/" if shown else ""
    inside = folder.resolve()
    for path in left:
        problems.append(
            Problem(
                prefix + _printable(path.relative_to(folder).as_posix()),
                0,
                "BN002",
                "không phải tệp .md hay .txt nên không được đọc.",
                "Dán văn bản của bài vào một tệp .md hoặc .txt.",
                "warning",
            )
        )
    for path in files:
        relative = path.relative_to(folder)
        name = prefix + _printable(relative.as_posix())
        if not path.resolve().is_relative_to(inside):
            # In somebody's change request it could publish any file of the machine that builds.
            message = "là liên kết dẫn ra ngoài thư mục bài viết nên không được đọc."
            problems.append(Problem(name, 0, "BN007", message, "Chép tệp ấy vào thay cho liên kết."))
            continue
        identity, usable = article_id(path.stem)
        if not usable:
            problems.append(
                Problem(
                    name,
                    0,
                    "BN006",
                    f"tên tệp “{_printable(path.stem)}” không dùng làm địa chỉ được; trang sẽ là “{identity}”.",
                    "Đặt tên bằng chữ không dấu, số và gạch nối.",
                    "warning",
                )
            )
        key = identity.lower()  # two addresses that differ in case are one file on Windows and macOS
        if key in seen:
            problems.append(
                Problem(name, 0, "BN005", f"cùng mã bài “{identity}” với {seen[key]}.", "Đổi tên một trong hai tệp.")
            )
            continue
        seen[key] = name
        loaded, more = read_file(path, name)
        problems += more
        if loaded is None:
            continue
        article, more = read_article(loaded.text, name, article_url(relative, identity), identity, loaded.sha256)
        problems += more
        if article is not None:
            articles.append(article)
    return articles, problems


# --- registries --------------------------------------------------------------------------------------------------
def _records(
    path: Path, shown: str, shape: schema.Map, digest: Any
) -> tuple[list[tuple[dict[str, Any], int]], list[Problem]]:
    loaded, problems = read_file(path, shown)
    if loaded is None:
        return [], problems
    digest.update(shown.encode() + b"\0" + loaded.sha256.encode())
    node, more = schema.parse_yaml(loaded.text, shown)
    problems += more
    if node is None:
        return [], problems
    out: list[tuple[dict[str, Any], int]] = []
    for child in schema.each_record(node):
        checker = schema.Checker(shown)
        values = checker.read(child, shape)
        problems += checker.problems
        if values and "id" in values and not checker.problems:
            out.append((values, checker.lines[""]))
    return out, problems


def _names(values: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(str(v.get("name") or v.get("url") or "") for v in values)


def _place(v: Mapping[str, Any]) -> Place:
    return Place(
        v["id"],
        v["name"],
        v.get("short", v["name"]),
        v["kind"],
        tuple(v.get("aliases", ())),
        v.get("parent"),
        v.get("merged_into"),
        v.get("since"),
        v.get("until"),
    )


def _outlet(v: Mapping[str, Any]) -> Outlet:
    return Outlet(
        v["id"],
        v["name"],
        v.get("short", v["name"]),
        tuple(v.get("hosts", ())),
        tuple(v.get("aliases", ())),
        v.get("home", "toan-quoc"),
        v.get("kind", "báo"),
        v.get("aggregator", False),
    )


def _organization(v: Mapping[str, Any]) -> OrganizationRecord:
    return OrganizationRecord(
        v["id"],
        v["name"],
        v["kind"],
        v["place"],
        v.get("short"),
        v.get("parent"),
        tuple(v.get("aliases", ())),
        v.get("predecessor"),
        v.get("successor"),
        v.get("note"),
        _names(v.get("sources", ())),
    )


def _document(v: Mapping[str, Any]) -> DocumentRecord:
    congress: Mapping[str, Any] = v.get("congress", {})
    amended = v.get("amended_by", ())
    return DocumentRecord(
        v["id"],
        v["type"],
        v.get("symbol"),
        v.get("issuer"),
        v.get("plenum"),
        v.get("term"),
        v.get("date"),
        tuple((d["date"], d.get("source", "")) for d in v.get("dates", ())),
        v.get("not_after"),
        v.get("title"),
        tuple(v.get("aliases", ())),
        congress.get("ordinal"),
        congress.get("body"),
        tuple(congress.get("held", ())),
        tuple(v.get("replaces", ())),
        (amended,) if isinstance(amended, str) else tuple(amended),
        _names(v.get("sources", ())),
        v.get("note"),
    )


def _person(v: Mapping[str, Any]) -> PersonRecord:
    match: Mapping[str, Any] = v.get("match", {})
    return PersonRecord(
        v["id"],
        v["name"],
        tuple(v.get("other_names", ())),
        v.get("note"),
        tuple(v.get("distinct_from", ())),
        tuple(match.get("organizations", ())),
        tuple(match.get("places", ())),
        _names(v.get("sources", ())),
    )


# A place that is no province or ward: national outlets and central bodies.
_WHOLE_COUNTRY = {"toan-quoc", "trung-uong"}


def _dangling(name: str, values: Mapping[str, Any], known: Mapping[str, set[str]]) -> Iterable[tuple[str, str]]:
    """(field, id) for every reference of a record that leads nowhere."""
    targets = {
        "parent": name,
        "merged_into": name,
        "predecessor": name,
        "successor": name,
        "replaces": name,
        "amended_by": name,
        "formed_from": name,
        "distinct_from": name,
        "place": "places",
        "home": "places",
    }
    for field, target in targets.items():
        given = values.get(field, ())
        for reference in [given] if isinstance(given, str) else given:
            if reference not in known[target] and not (target == "places" and reference in _WHOLE_COUNTRY):
                yield field, reference
    for part in values.get("absorbed", ()):
        if part.get("id") not in known[name]:
            yield "absorbed", part.get("id", "")
    for field, references in values.get("match", {}).items():
        for reference in references:
            if reference not in known[field]:
                yield f"match.{field}", reference


# Folders beside the registries: schemas for editors' programs, and more words for the readers of articles.
_OTHERS = {"schema", "tu-vung"}


def _unread(folder: Path, shown: str, read: set[Path]) -> Iterable[Problem]:
    """A Problem for every file in the registries' folder that is none: a misspelt name must not lose entries."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in relative.parts)
        if path.is_file() and path not in read and not hidden and relative.parts[0] not in _OTHERS:
            known = ", ".join(f"{name}.yml" for name in (*schema.REGISTRIES, schema.REDIRECTS_NAME))
            yield Problem(
                f"{shown}/{_printable(relative.as_posix())}",
                0,
                "BN002",
                "không phải tệp danh mục nên không được đọc.",
                f"Danh mục là {known}; trừ tệp cuối, cũng có thể là các tệp .yml trong thư mục cùng tên.",
                "warning",
            )


def _redirects(path: Path, shown: str) -> tuple[tuple[Redirect, ...], list[Problem]]:
    """The addresses that pages had before. Whether they lead anywhere is known when the archive is."""
    loaded, problems = read_file(path, shown)
    if loaded is None:
        return (), problems
    node, more = schema.parse_yaml(loaded.text, shown)
    problems += more
    if node is None:
        return (), problems
    checker = schema.Checker(shown)
    values = checker.read(node, schema.REDIRECTS) or {}
    return (
        tuple(Redirect(old, new, shown, checker.lines[old]) for old, new in sorted(values.items())),
        problems + checker.problems,
    )


def read_registry(folder: Path, shown: str = "docs/danh-muc") -> tuple[Registry, list[Problem]]:
    """All registries below a folder; missing ones are empty. Problems: shape, repeated ids, references to nothing."""
    problems: list[Problem] = []
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    placed: list[tuple[str, str, int, dict[str, Any]]] = []
    digest = hashlib.sha256()
    read: set[Path] = set()
    for name, shape in schema.REGISTRIES.items():
        single = folder / f"{name}.yml"
        files = sorted((folder / name).glob("*.yml")) if (folder / name).is_dir() else []
        table: dict[str, dict[str, Any]] = {}
        read.update(files, [single])
        for path in ([single] if single.is_file() else []) + files:
            where = f"{shown}/{path.relative_to(folder).as_posix()}"
            records, more = _records(path, where, shape, digest)
            problems += more
            for values, line in records:
                if values["id"] in table:
                    problems.append(
                        Problem(
                            where, line, "BN060", f"mã “{values['id']}” đã có trong danh mục {name}.", "Giữ lại một."
                        )
                    )
                    continue
                table[values["id"]] = values
                placed.append((name, where, line, values))
        tables[name] = dict(sorted(table.items()))
    moved: tuple[Redirect, ...] = ()
    name = f"{schema.REDIRECTS_NAME}.yml"
    if (folder / name).is_file():
        read.add(folder / name)
        moved, more = _redirects(folder / name, f"{shown}/{name}")
        problems += more
    problems += _unread(folder, shown, read)
    known = {name: set(table) for name, table in tables.items()}
    for name, where, line, values in placed:
        for field, reference in _dangling(name, values, known):
            problems.append(
                Problem(
                    where,
                    line,
                    "BN061",
                    f"{values['id']}: {field} dẫn tới “{reference}”, không có trong danh mục.",
                    "Sửa mã, hoặc thêm mục ấy.",
                )
            )
    registry = Registry(
        {k: _place(v) for k, v in tables["places"].items()},
        {k: _outlet(v) for k, v in tables["outlets"].items()},
        {k: _organization(v) for k, v in tables["organizations"].items()},
        {k: _document(v) for k, v in tables["documents"].items()},
        {k: _person(v) for k, v in tables["people"].items()},
        digest.hexdigest(),
        moved,
    )
    return registry, problems


# --- words that editors add --------------------------------------------------------------------------------------
def read_vocabulary(folder: Path, shown: str = "docs/danh-muc/tu-vung") -> tuple[Path | None, list[Problem]]:
    """The folder of the editors' additions where there is one that can be used, and what is wrong with its files."""
    problems: list[Problem] = []
    for path in sorted(folder.glob("*")) if folder.is_dir() else []:
        name = f"{shown}/{_printable(path.name)}"
        known = {p.name.removesuffix(".yml") for p in resources.files(vocabulary).iterdir() if p.name.endswith(".yml")}
        if path.suffix != ".yml" or path.stem not in known:
            if not path.name.startswith("."):
                hint = f"Tên tệp phải là một trong: {', '.join(sorted(f'{k}.yml' for k in known))}."
                problems.append(
                    Problem(name, 0, "BN002", "không phải tệp từ vựng nên không được đọc.", hint, "warning")
                )
            continue
        loaded, more = read_file(path, name)
        problems += more
        if loaded is None:
            continue
        node, more = schema.parse_yaml(loaded.text, name)
        problems += more
        if node is not None:
            problems += _misshapen(node, vocabulary.words(path.stem), name, "")
    usable = folder.is_dir() and not any(p.severity == "error" for p in problems)
    return (folder if usable else None), problems


_INTEGER = re.compile(r"[+-]?\d{1,18}")
_NODES: dict[type, type[yaml.Node]] = {dict: yaml.MappingNode, list: yaml.SequenceNode}


def _misshapen(node: yaml.Node, like: Any, path: str, key: str) -> Iterator[Problem]:
    """A Problem where additions are of another shape than what they are added to: a list where a list is, and so on."""
    wanted = _NODES.get(type(like), yaml.ScalarNode)
    if not isinstance(node, wanted):
        message = f"{key or 'tệp'}: phải có dạng như trong từ vựng của chương trình."
        hint = "Xem tệp cùng tên trong hooks/biennien/vocabulary/."
        yield Problem(path, 1 + (node.start_mark.line if node.start_mark else 0), "BN014", message, hint)
    elif isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            if isinstance(key_node, yaml.ScalarNode) and key_node.value in like:
                yield from _misshapen(value, like[key_node.value], path, f"{key}.{key_node.value}".lstrip("."))
            elif like and len({type(v) for v in like.values()}) == 1:
                yield from _misshapen(value, next(iter(like.values())), path, key)
    elif isinstance(node, yaml.SequenceNode) and like and len({type(v) for v in like}) == 1:
        for item in node.value:
            yield from _misshapen(item, like[0], path, key)
    elif type(like) is int and not _INTEGER.fullmatch(str(node.value)):
        hint = "Ghi một số nguyên."
        yield Problem(path, 1 + (node.start_mark.line if node.start_mark else 0), "BN014", f"{key}: phải là số.", hint)


def yaml_text(data: Any) -> str:
    """Plain data as YAML, keys in the given order, Vietnamese readable."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
