"""A built site asked by programs of npm: JSON-LD against schema-dts, citations by citation-js; where those come from.

They are pinned, with their hashes, in ``scripts/node/package-lock.json``, and are installed into ``.cache/kiem-tra``.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent / "node"
CACHE = HERE.parent.parent / ".cache" / "kiem-tra"
INSTALLING = 900  # seconds
SHOWN = ("schema-dts", "typescript", "@citation-js/core", "axe-core", "lighthouse")


class Tools(NamedTuple):
    """Where npm's packages are; None, and why, where they are not."""

    folder: Path | None
    why: str

    def has(self, *names: str) -> bool:
        """Whether all of these packages are there."""
        return self.folder is not None and all((self.folder / "node_modules" / name).is_dir() for name in names)

    def versions(self) -> str:
        """ "schema-dts 2.1.0, …" of those that are there."""
        if self.folder is None:
            return ""
        found = []
        for name in SHOWN:
            path = self.folder / "node_modules" / name / "package.json"
            if path.is_file():
                found.append(f"{name} {json.loads(path.read_text(encoding='utf-8'))['version']}")
        return ", ".join(found)


def tools(folder: Path | None) -> Tools:
    """The packages in ``folder`` as somebody installed them there; without it our own, installed where they are not."""
    if shutil.which("node") is None:
        return Tools(None, "node is not here")
    if folder is not None:
        there = (folder / "node_modules").is_dir()
        return Tools(folder if there else None, "" if there else f"{folder} has no node_modules")
    lock = HERE / "package-lock.json"
    stamp = CACHE / "installed"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return Tools(CACHE, "")
    npm = shutil.which("npm")
    if npm is None:
        return Tools(None, "npm is not here")
    CACHE.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, CACHE / name)
    # No script of any package runs: none of these needs one.
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done = subprocess.run(command, cwd=CACHE, stdin=subprocess.DEVNULL, capture_output=True, timeout=INSTALLING)
    except (OSError, subprocess.TimeoutExpired) as error:
        return Tools(None, f"npm could not install: {error}")
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return Tools(None, f"npm could not install: {told[0] if told else done.returncode}")
    stamp.write_text(wanted, encoding="utf-8")
    return Tools(CACHE, "")


# --- JSON-LD ---------------------------------------------------------------------------------------------------------
# What must be found wrong, or the check finds nothing: a property that no Event has, and one of the wrong type.
_WRONG: Sequence[dict[str, Any]] = (
    {"@type": "Event", "name": "Ví dụ", "legislationDate": "2025-01-01"},
    {"@type": "Person", "name": "Trần Ví Dụ", "affiliation": 5},
)


def nodes(graphs: Mapping[str, Sequence[dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(page, node) of every block of every page."""
    for url, blocks in graphs.items():
        for block in blocks:
            for node in block.get("@graph", [block]):
                yield url, {name: value for name, value in node.items() if name != "@context"}


def typescript(found: Sequence[tuple[str, dict[str, Any]]]) -> str:
    """A program that is well typed if every node is what schema.org says of its type: imports, then a line a node."""
    kinds = sorted({str(node["@type"]) for _, node in found} | {str(node["@type"]) for node in _WRONG})
    names = ", ".join(f"{kind} as T{kind}" for kind in kinds)
    lines = [f"import type {{ SearchAction, WithActionConstraints, {names} }} from 'schema-dts';"]
    for at, (_, node) in enumerate([*found, *(("", node) for node in _WRONG)]):
        kind, action = node["@type"], node.get("potentialAction")
        # "query-input" is no property of schema.org but an annotation of its actions.
        more = f"export const a{at}: WithActionConstraints<Extract<SearchAction, object>> = {_literal(action)}; "
        rest = {name: value for name, value in node.items() if name != "potentialAction"} if action else node
        lines.append(f"{more if action else ''}export const n{at}: T{kind} = {_literal(rest)};")
    return "\n".join(lines) + "\n"


def _literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)


def check_types(folder: Path, graphs: Mapping[str, Sequence[dict[str, Any]]]) -> tuple[int, list[str]]:
    """Type-check every node: (how many, what is wrong)."""
    found = list(nodes(graphs))
    compiler = folder / "node_modules" / "typescript" / "bin" / "tsc"
    with tempfile.TemporaryDirectory(dir=folder, prefix="jsonld-") as temporary:
        program = Path(temporary, "check.ts")
        program.write_text(typescript(found), encoding="utf-8")
        options = ["--noEmit", "--strict", "--skipLibCheck", "--pretty", "false", "--target", "es2022"]
        options += ["--module", "esnext", "--moduleResolution", "bundler", "--types", ""]
        done = subprocess.run(
            ["node", str(compiler), *options, str(program)],
            stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=INSTALLING,
        )  # fmt: skip
    errors: dict[int, str] = {}
    for line, message in re.findall(r"check\.ts\((\d+),\d+\): error (.*)", done.stdout):
        errors.setdefault(int(line), message)
    seen = {at for at in range(len(_WRONG)) if len(found) + 2 + at in errors}
    if len(seen) < len(_WRONG):
        return len(found), [f"schema-dts did not see what is wrong on purpose: {(done.stdout + done.stderr)[:300]}"]
    wrong = [f"json-ld: {errors[1]}"] if 1 in errors else []
    for at, (url, node) in enumerate(found):
        if at + 2 in errors:
            wrong.append(f"{url}: json-ld {node['@type']}: {errors[at + 2][:200]}")
    return len(found), wrong


# --- citations -------------------------------------------------------------------------------------------------------
FILES = ("citations.csl.json", "citations.bib", "citations.ris")


def read_citations(folder: Path, site: Path) -> tuple[int, list[str]]:
    """Let citation-js read the three files of citations and compare what it understands: (references, differences)."""
    paths = [str(site / "data" / name) for name in FILES]
    done = subprocess.run(
        ["node", "--input-type=module", "-", *paths],
        cwd=folder, input=(HERE / "read_back.mjs").read_text(encoding="utf-8"), capture_output=True,
        encoding="utf-8", timeout=INSTALLING,
    )  # fmt: skip
    if done.returncode:
        return 0, [f"citation-js: {done.stderr.strip()[:300]}"]
    answer = json.loads(done.stdout)
    csl, *others = ({one["id"]: one for one in answer["read"][path]} for path in paths)
    given = json.loads(Path(paths[0]).read_text(encoding="utf-8"))
    wrong = [] if list(csl) == [item["id"] for item in given] else ["citations.csl.json: not what was written"]
    if len(answer["shown"]) != len(given) or not all(text.strip() for _, text in answer["shown"]):
        wrong.append("citation-js could not set a bibliography")
    for name, other in zip(FILES[1:], others, strict=True):
        wrong += [f"{name}: {one} is missing" for one in csl.keys() - other.keys()]
        wrong += [f"{name}: {one} is no reference of the others" for one in other.keys() - csl.keys()]
        for identity in csl.keys() & other.keys():
            wrong += [f"{name}: {identity}: {told}" for told in differences(csl[identity], other[identity], name)]
    return len(given), sorted(wrong)


def differences(one: Mapping[str, Any], other: Mapping[str, Any], name: str) -> Iterator[str]:
    """Where two readings of one reference do not agree in what every reference manager shows."""
    for field in ("title", "URL", "abstract"):
        if (one.get(field) or "") != (other.get(field) or ""):
            yield f"{field} {other.get(field)!r}, not {one.get(field)!r}"
    dates = [(item.get("issued") or {}).get("date-parts") for item in (one, other)]
    # Of a newspaper's record of RIS it takes the year (PY) and leaves the day (DA), which other readers take.
    if name.endswith(".ris") and other.get("type") == "article-newspaper" and dates[0]:
        dates[0] = [[dates[0][0][0]]]
    if dates[0] != dates[1]:
        yield f"issued {dates[1]}, not {dates[0]}"
    names = [[_name(author) for author in item.get("author", [])] for item in (one, other)]
    # Of RIS's statutes citation-js reads no author, whatever is there.
    if names[0] != names[1] and not (name.endswith(".ris") and other.get("type") == "legislation"):
        yield f"authors {names[1]}, not {names[0]}"


def _name(author: Mapping[str, str]) -> str:
    name = author.get("literal") or " ".join(filter(None, (author.get("given"), author.get("family"))))
    return name.replace(", ", " – ")  # a comma in a name of RIS would turn the name around: it has a dash there
