"""Decide whether ``.venv/`` fits the project: from what is wanted and what is there to a plan. Nothing here acts."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

RUN_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
# How pip begins the line of each package: fetched by name, taken from a local file, or there already.
PIP_TOOK_UP = ("Collecting ", "Processing ", "Requirement already satisfied")


class Wanted(NamedTuple):
    """All that an environment depends on."""

    python: str
    folder: str
    project: str
    locks: Mapping[str, str]


class Stamp(NamedTuple):
    """What a whole environment was made from, and the packages it then held (``name-version.dist-info``)."""

    python: str
    folder: str
    project: str
    locks: Mapping[str, str]
    packages: Sequence[str]

    @classmethod
    def read(cls, text: str) -> Stamp | None:
        """Read a stamp; whatever is not one gives None."""
        try:
            stamp = cls(**json.loads(text))
        except (ValueError, TypeError):
            return None
        return stamp if isinstance(stamp.locks, dict) and isinstance(stamp.packages, list) else None

    def text(self) -> str:
        """Write the stamp as JSON."""
        return json.dumps(self._asdict(), indent=1, sort_keys=True) + "\n"


class Plan(NamedTuple):
    """What to do with the environment, and why."""

    action: Literal["keep", "add", "make"]
    reason: str


def decide(stamp: Stamp | None, wanted: Wanted, lock: str, broken: str, present: Iterable[str]) -> Plan:
    """Say whether the environment fits, only lacks the development packages, or must be made anew.

    `lock` is the lock file that must be installed; the development lock holds all of the other. `broken` is empty or
    says what is wrong with the files; `present` are the installed packages.
    """
    if stamp is None:
        return Plan("make", "there is no finished one")
    if broken:
        return Plan("make", broken)
    if stamp.python != wanted.python:
        return Plan("make", f"it was made for {stamp.python}, this is {wanted.python}")
    if stamp.folder != wanted.folder:
        return Plan("make", "the project was moved")
    if stamp.project != wanted.project:
        return Plan("make", "pyproject.toml changed")
    for name in sorted(stamp.locks):
        if stamp.locks[name] != wanted.locks.get(name):
            return Plan("make", f"{name} changed")
    missing = sorted(set(stamp.packages) - set(present))
    if missing:
        return Plan("make", f"packages are missing from it: {', '.join(missing)}")
    if lock in stamp.locks or DEV_LOCK in stamp.locks:
        return Plan("keep", "it fits")
    return Plan("add", "the development packages are missing")


def interpreter(cache_tag: str, abi_flags: str, platform: str) -> str:
    """Name what compiled packages depend on: implementation, minor version, ABI, platform. The patch level is not."""
    return f"{cache_tag}{abi_flags} {platform}"


def project_digest(pyproject: bytes) -> str:
    """Digest the parts of pyproject.toml that an environment depends on; a linter's setting is not one.

    Raises ValueError if it is not TOML in UTF-8.
    """
    tables = tomllib.loads(pyproject.decode("utf-8"))
    relevant = [tables.get("build-system"), tables.get("project"), tables.get("tool", {}).get("setuptools")]
    return digest(json.dumps(relevant, sort_keys=True).encode())


def digest(content: bytes) -> str:
    """Digest a file's content; line ends do not count, because git may change them."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def count_packages(lock: str) -> int:
    """Count the packages that a lock file names."""
    return sum("==" in line and not line.startswith((" ", "#")) for line in lock.splitlines())


def package_taken_up(line: str) -> str:
    """Give the package that a line of pip's says it fetches, or nothing."""
    if not line.startswith(PIP_TOOK_UP[:2]):
        return ""
    name = Path(line.split()[1]).name
    return "==".join(name.split("-")[:2]) if name.endswith(".whl") else name


def venv_python(venv: str | Path, os_name: str) -> Path:
    """Give the interpreter of a virtual environment; `os_name` as in `os.name`."""
    return Path(venv, "Scripts", "python.exe") if os_name == "nt" else Path(venv, "bin", "python")


def site_packages(venv: str | Path, os_name: str, version: Sequence[int]) -> Path:
    """Give the folder of a virtual environment's packages; `version` as in `sys.version_info`."""
    if os_name == "nt":
        return Path(venv, "Lib", "site-packages")
    return Path(venv, "lib", f"python{version[0]}.{version[1]}", "site-packages")


def path_entry(packages: Path, source: Path) -> str:
    """Give the line of a ``.pth`` file in `packages` that makes `source` importable.

    It is relative, so it is ASCII wherever the project lies: Python 3.11 and 3.12 read such files in the encoding of
    the system, and on Windows that has no letters for a folder named ``Nguyễn``.
    """
    return os.path.relpath(source, packages) + "\n"
