"""Dependencies point one way, only one module knows MkDocs, and nothing that renders asks for the day."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import biennien

PACKAGE = Path(biennien.__file__).parent
HOOK = PACKAGE.parent / "archive_hook.py"

# The rooms of the package, from the ground up: each may use its own floor's package and the floors below.
FLOORS = (
    ("text", "problems"),
    ("model", "titles"),
    ("entities",),
    ("words", "siteinfo"),
    ("vocabulary", "history"),
    ("schema",),
    ("source", "guide"),
    ("parse", "extract", "outlets"),
    ("countries",),
    ("meetings", "resolve_documents", "resolve_organizations", "resolve_people"),
    ("slips", "redirects", "differences", "documents"),
    ("archive",),
    ("reading", "cache"),
    ("pipeline",),
    ("takeaway",),
    ("pages",),
    ("records",),
    ("search", "export"),
    ("site",),
    ("adding", "explaining"),
    ("cli",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# Who may use which library.
LIBRARIES = {
    "mkdocs": {"site"},
    "frontmatter": {"site"},
    "yaml": {"schema", "source", "vocabulary"},
    "jinja2": {"pages"},
    "markupsafe": {"pages", "takeaway"},
    "lunr": {"search"},
}
STANDARD_LIBRARY = frozenset(__import__("sys").stdlib_module_names)


def modules() -> dict[str, ast.Module]:
    """Dotted name below the package to syntax tree; a package's own module has the package's name."""
    out = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        out[name] = ast.parse(path.read_text(encoding="utf-8"))
    return out


MODULES = modules()


def imported(name: str, tree: ast.Module) -> set[str]:
    """Everything that a module imports anywhere in it: ours by dotted name below the package, others as "/library"."""
    is_package = (PACKAGE / Path(*name.split("."), "__init__.py")).exists()
    package = name.split(".") if is_package else name.split(".")[:-1]
    package = [part for part in package if part]
    out: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            out |= {f"/{alias.name.split('.')[0]}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            out.add(f"/{(node.module or '').split('.')[0]}")
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - (node.level - 1)] + (node.module.split(".") if node.module else [])
            for alias in node.names:
                whole = ".".join([*base, alias.name])
                out.add(whole if whole in MODULES else ".".join(base))
    return out - {name}


IMPORTS = {name: imported(name, tree) for name, tree in MODULES.items()}


def test_every_module_has_its_floor() -> None:
    rooms = {name.split(".")[0] for name in MODULES} - {""}
    assert rooms - set(FLOOR) == set(), "new rooms: place them in FLOORS"
    assert set(FLOOR) - rooms == set(), "gone rooms: take them out of FLOORS"


@pytest.mark.parametrize("name", sorted(set(MODULES) - {""}))
def test_a_module_imports_only_from_its_own_room_and_the_floors_below(name: str) -> None:
    room = name.split(".")[0]
    used = {other.split(".")[0] for other in IMPORTS[name] if other and not other.startswith("/")}
    above = {other for other in used - {room} if FLOOR[other] >= FLOOR[room]}
    assert above == set()


def test_no_module_needs_itself() -> None:
    graph = {name: {o for o in used if o in MODULES} for name, used in IMPORTS.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' -> '.join(error.args[1])}")


def test_each_library_is_used_where_it_belongs() -> None:
    for name, used in IMPORTS.items():
        for library in {u[1:] for u in used if u.startswith("/")} - STANDARD_LIBRARY:
            assert library in LIBRARIES, f"{name} imports {library}"
            assert name.split(".")[0] in LIBRARIES[library], f"{name} imports {library}"


def test_only_site_knows_mkdocs() -> None:
    assert {name for name, used in IMPORTS.items() if "/mkdocs" in used} == {"site"}


def test_the_hook_is_one_line_per_event_into_the_package() -> None:
    tree = ast.parse(HOOK.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert functions
    for function in functions:
        [line] = function.body
        assert isinstance(line, (ast.Return, ast.Expr)) and isinstance(line.value, ast.Call), function.name
        assert ast.unparse(line.value.func) == f"site.{function.name}"
    others = [node for node in tree.body if not isinstance(node, (ast.FunctionDef, ast.Expr))]
    assert all(isinstance(node, (ast.Import, ast.ImportFrom)) for node in others)
    assert "from biennien import site" in [ast.unparse(node) for node in others]


def called(tree: ast.Module) -> set[str]:
    """Names of everything called: "open", "read_text", "today" …"""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {f.attr if isinstance(f, ast.Attribute) else f.id for f in calls if isinstance(f, (ast.Attribute, ast.Name))}


CLOCK_AND_CHANCE = {"today", "now", "utcnow", "time", "time_ns", "uuid1", "uuid4", "choice", "shuffle"}


def test_nothing_in_the_package_asks_for_the_day_or_for_chance() -> None:
    for name, tree in MODULES.items():
        assert not called(tree) & CLOCK_AND_CHANCE, name
        assert not IMPORTS[name] & {"/random", "/secrets", "/time"}, name


READS = {"open", "read_text", "read_bytes", "iterdir", "rglob"}


def test_what_reads_articles_and_makes_pages_touches_no_file() -> None:
    pure = (
        "text",
        "problems",
        "model",
        "entities",
        "titles",
        "parse",
        "extract",
        "outlets",
        "meetings",
        "archive",
        "differences",
    )
    pure += (
        "documents",
        "resolve_documents",
        "resolve_organizations",
        "resolve_people",
        "slips",
        "reading",
        "records",
        "pages",
    )
    for name, tree in MODULES.items():
        if name.split(".")[0] in pure:
            assert not called(tree) & READS, name
            assert not IMPORTS[name] & {"/socket", "/subprocess", "/urllib.request", "/tempfile", "/shutil"}, name


def test_nothing_in_the_package_reaches_the_network_or_runs_text_as_code() -> None:
    for name, tree in MODULES.items():
        assert not IMPORTS[name] & {"/socket", "/http", "/ssl", "/ftplib", "/smtplib", "/requests", "/httpx"}, name
        assert not called(tree) & {"eval", "exec", "urlopen", "system", "unsafe_load", "full_load"}, name
