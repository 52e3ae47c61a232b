"""Folders of articles and registries in, what changed in them lately out; nothing without git or a whole repository."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from .siteinfo import Change, How

NEWEST = 12  # days
_COMMITS = 300  # that are asked for, so that a long history costs no more than a short one
_SUFFIXES = (".md", ".txt", ".yml", ".yaml")
_STATUS: dict[str, How] = {"A": "added", "M": "changed", "D": "removed"}
_SECONDS = 30


def recent_changes(folders: Sequence[tuple[Path, str]], most: int = NEWEST) -> tuple[Change, ...]:
    """The newest days on which files below the folders changed, newest first.

    With each folder comes what stands before its paths, as in ``Place.shown``. A day tells what it left: what was added
    and removed on it is not told, and several changes of one file are one. It is the day that the commits bear, not the
    build's; of a shallow clone, whose oldest commit seems to have added everything, nothing is told.
    """
    days: dict[dt.date, dict[str, list[How]]] = defaultdict(lambda: defaultdict(list))
    for folder, shown in folders:
        for date, files in _log(folder, f"{shown}/" if shown else ""):
            for how, path in files:
                days[date][path].insert(0, how)  # the newest commit comes first
    told = []
    for date in sorted(days, reverse=True):
        files = [(left, path) for path, hows in sorted(days[date].items()) if (left := _left(hows))]
        if files:
            told.append(Change(date, tuple(files)))
    return tuple(told[:most])


def _left(hows: Sequence[How]) -> How | None:
    """What a day's changes of one file, oldest first, come to."""
    came, went = hows[0] == "added", hows[-1] == "removed"
    if came:
        return None if went else "added"
    return "removed" if went else "changed"


def _log(folder: Path, prefix: str) -> Iterator[tuple[dt.date, list[tuple[How, str]]]]:
    """(day, files) of each commit, newest first."""
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return
    # Without renames, whatever the configuration: a moved article is one that went and one that came.
    how = ("--relative", "--no-renames", "--no-merges", "-z", "--name-status", "--encoding=UTF-8")
    text = _git(folder, "log", f"-n{_COMMITS}", *how, "--format=%cs%x00", "--", ".")
    commits = list(_commits(text.split("\0"), prefix))
    # Where more commits are left, the oldest day may not be whole.
    cut = commits[-1][0] if len(commits) == _COMMITS else None
    yield from (commit for commit in commits if commit[0] != cut)


def _commits(fields: Sequence[str], prefix: str) -> Iterator[tuple[dt.date, list[tuple[How, str]]]]:
    """A day, then pairs of status and path: a status is one letter, and no day is."""
    at = 0
    while at < len(fields) and (day := fields[at].strip()):
        files: list[tuple[How, str]] = []
        at += 1
        while at < len(fields) and not fields[at].strip():
            at += 1
        while at + 1 < len(fields) and len(status := fields[at].strip()) == 1:
            path = fields[at + 1]
            if path.endswith(_SUFFIXES):
                files.append((_STATUS.get(status, "changed"), prefix + path))
            at += 2
        yield dt.date.fromisoformat(day), files


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
