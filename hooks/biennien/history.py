"""The articles' folder in, its newest commits out; nothing where there is no git, no repository or not all of it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from .siteinfo import Change

NEWEST = 20
_SUFFIXES = (".md", ".txt")
_STATUS: dict[str, Literal["added", "changed", "removed"]] = {"A": "added", "M": "changed", "D": "removed"}
_SECONDS = 30


def recent_changes(folder: Path, shown: str, most: int = NEWEST) -> tuple[Change, ...]:
    """The newest commits that touched articles below ``folder``, newest first.

    ``shown`` stands before each path, as in ``Place.shown``. What is told depends on the commit only, not on the day or
    on who builds; of a shallow clone, whose oldest commit seems to have added everything, nothing is told.
    """
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return ()
    # Without renames, whatever the configuration: a moved article is one that went and one that came.
    how = ("--relative", "--no-renames", "--no-merges", "-z", "--name-status", "--encoding=UTF-8")
    text = _git(folder, "log", f"-n{most}", *how, "--format=%cs%x00%s", "--", ".")
    return tuple(_changes(text.split("\0"), f"{shown}/" if shown else ""))


def _changes(fields: Sequence[str], prefix: str) -> Iterator[Change]:
    """Day, subject, then pairs of status and path: a status is one letter, and no day is."""
    at = 0
    while at + 1 < len(fields):
        date, subject = dt.date.fromisoformat(fields[at].strip()), fields[at + 1]
        files = []
        at += 2
        while at + 1 < len(fields) and len(status := fields[at].strip()) == 1:
            path = fields[at + 1]
            if path.endswith(_SUFFIXES):
                files.append((_STATUS.get(status, "changed"), prefix + path))
            at += 2
        if files:
            yield Change(date, " ".join(subject.split()), tuple(sorted(files, key=lambda f: f[1])))


def _git(folder: Path, *arguments: str) -> str:
    """What git prints; "" where it fails: no git, no repository, somebody else's repository, no commit."""
    # A build started by a git hook has these set, and they would lead to another repository than the folder's.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "--no-pager", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environ | {"GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
