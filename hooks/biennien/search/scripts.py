"""The browser's scripts: what the site needs of the installed lunr.js, and our own, both without their comments."""

from __future__ import annotations

import importlib.util
import re
from importlib import resources
from pathlib import Path

# What builds an index, and what makes English of words and syntax of queries: none of it runs in the browser here.
_LEFT_OUT = (
    "Builder",
    "QueryLexer",
    "QueryParseError",
    "QueryParser",
    "generateStopWordFilter",
    "stemmer",
    "stopWordFilter",
    "tokenizer",
    "trimmer",
)
# A line that begins at the margin and does not only close something; and the export at the end, which is indented.
_STATEMENT = re.compile(r"^(?=\S| +;\()(?![})\]])", re.MULTILINE)
# A comment behind code, as far as that is certain: no quotation mark follows, so no string can be open there.
_BEHIND_CODE = re.compile(r"[ \t]+// [^\"'`\n]*$", re.MULTILINE)
_NAME = re.compile(r"lunr\.(?:Pipeline\.registerFunction\(lunr\.)?(\w+)")


def installed_lunr() -> str:
    """lunr.js as the installed mkdocs brings it. FileNotFoundError where there is none."""
    found = importlib.util.find_spec("mkdocs")  # where it lies, without importing it
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise FileNotFoundError("mkdocs is not installed: the search takes lunr.js from it")
    return (Path(folders[0]) / "contrib/search/templates/search/lunr.js").read_text(encoding="utf-8")


def lunr_script() -> str:
    """The part of lunr.js that queries an index, behind its licence."""
    licence, rest = installed_lunr().split("*/", 1)
    kept = []
    for statement in _STATEMENT.split(_without_comments(rest)):
        name = _NAME.match(statement)
        if not (name and name[1] in _LEFT_OUT):
            kept.append(statement)
    return f"{licence}*/\n{_at_the_margin(''.join(kept))}"


def own_script(*names: str) -> str:
    """Scripts of this package's folder ``browser``, one after the other."""
    folder = resources.files(__package__).joinpath("browser")
    texts = (folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in names)
    return "".join(_at_the_margin(_BEHIND_CODE.sub("", _without_comments(text))) for text in texts)


def _at_the_margin(script: str) -> str:
    return "".join(f"{line.strip()}\n" for line in script.splitlines() if line.strip())


def _without_comments(script: str) -> str:
    """Without the lines that are only comment."""
    lines: list[str] = []
    inside = False
    for line in script.splitlines():
        stripped = line.strip()
        if inside or stripped.startswith("/*"):
            inside = "*/" not in stripped
        elif stripped and not stripped.startswith("//"):
            lines.append(line)
    return "\n".join(lines) + "\n"
