"""Make the project's own environment: ``.venv/`` with exactly the locked packages, made when needed, else left alone.

Standard library only, because it runs before anything is installed. A stamp, written last, says that the environment is
whole and what it was made from; without one that fits, the environment is made anew (`_plan.decide`).
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from _debian import apt_install, apt_usable
from _plan import (
    DEV_LOCK,
    PIP_TOOK_UP,
    RUN_LOCK,
    Plan,
    Stamp,
    Wanted,
    count_packages,
    decide,
    digest,
    interpreter,
    package_taken_up,
    path_entry,
    project_digest,
    site_packages,
    venv_python,
)

ROOT = Path(__file__).resolve().parent.parent
STAMP = "biennien-stamp.json"
MARK = "biennien-made-this"
PATH_FILE = "biennien.pth"


class BootstrapError(Exception):
    """The environment cannot be made; the message says why and what to do."""


def say(message: str) -> None:
    """Tell on standard error what goes on: standard output belongs to the command."""
    print(message, file=sys.stderr, flush=True)


def child_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Give the environment variables of everything that runs in ``.venv``."""
    # These would lead it to other packages than the locked ones.
    kept = {name: value for name, value in environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    # UTF-8 everywhere (Vietnamese on a Windows console or through a pipe), and no banner of the theme.
    return kept | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}


def ensure(root: Path = ROOT, *, dev: bool = False) -> Path:
    """Make `root`'s environment fit, if it does not, and give its interpreter.

    Raises BootstrapError. Two runs at once are safe: the second waits and then finds the work done.
    """
    lock = DEV_LOCK if dev else RUN_LOCK
    wanted = _wanted(root)
    if _plan(root, wanted, lock).action != "keep":
        with _only_one(root / ".venv.lock") as handle:
            plan = _plan(root, wanted, lock)
            if plan.action == "make":
                say(f"Preparing .venv ({plan.reason}); this takes a minute or two, once.")
                _make(root)
            elif plan.action == "add":
                say(f"Completing .venv ({plan.reason}).")
            if plan.action != "keep":
                _complete(root, wanted, lock, handle)
    return venv_python(root / ".venv", os.name)


def _wanted(root: Path) -> Wanted:
    import sysconfig

    tag = sys.implementation.cache_tag or sys.implementation.name
    try:
        return Wanted(
            python=interpreter(tag, getattr(sys, "abiflags", ""), sysconfig.get_platform()),
            folder=str(root),
            project=project_digest((root / "pyproject.toml").read_bytes()),
            locks={name: digest((root / name).read_bytes()) for name in (RUN_LOCK, DEV_LOCK)},
        )
    except FileNotFoundError as error:
        raise BootstrapError(f"{error.filename} is missing; restore it with git.") from error
    except ValueError as error:
        raise BootstrapError(f"pyproject.toml cannot be read: {error}") from error


def _plan(root: Path, wanted: Wanted, lock: str) -> Plan:
    venv = root / ".venv"
    return decide(_stamp(venv), wanted, lock, _broken(venv), _installed(_packages(venv)))


def _packages(venv: Path) -> Path:
    return site_packages(venv, os.name, sys.version_info[:2])


def _stamp(venv: Path) -> Stamp | None:
    try:
        return Stamp.read((venv / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _broken(venv: Path) -> str:
    """Say what is wrong with an environment's files, as far as that can be seen without starting it."""
    try:
        lines = (venv / "pyvenv.cfg").read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return "it has no pyvenv.cfg"
    home = next((line.partition("=")[2].strip() for line in lines if line.partition("=")[0].strip() == "home"), "")
    if not os.path.isdir(home) or not venv_python(venv, os.name).exists():  # the latter is a link, except on Windows
        return "the Python it was made with is gone"
    if _packages(venv).is_dir() and not (_packages(venv) / PATH_FILE).is_file():
        return "it does not lead to the project's package"
    return ""


def _installed(packages: Path) -> list[str]:
    """List what is installed, but for pip: to renew that is anyone's right."""
    try:
        return sorted(name for name in os.listdir(packages) if name.endswith(".dist-info") and name[:4] != "pip-")
    except OSError:
        return []


def _make(root: Path) -> None:
    """Make an empty environment in place of whatever was there."""
    import subprocess
    from venv import EnvBuilder

    _require_means()
    venv = root / ".venv"
    _discard(venv)
    venv.mkdir()
    # Before all else: whoever finds this folder half made may throw it away.
    (venv / MARK).write_text("Made by the project's scripts; safe to delete.\n", "utf-8")
    say("  making the virtual environment")
    try:
        EnvBuilder(symlinks=os.name != "nt", with_pip=_can("ensurepip"), prompt="biennien").create(venv)
    except subprocess.CalledProcessError as error:
        output = (error.output or b"").decode("utf-8", "replace")
        raise BootstrapError(f"Python could not make a virtual environment in {venv}:\n{output}{error}") from error


def _require_means() -> None:
    """See to it that pip can be had: Debian and Ubuntu keep ensurepip in a package of its own."""
    if _can("ensurepip") or _can("pip"):
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not (apt_usable() and apt_install([package]) and _can("ensurepip")):
        raise BootstrapError(
            "This Python cannot make virtual environments: its module ensurepip is not installed.\n"
            f"On Debian and Ubuntu: sudo apt-get install {package}\n"
            "Elsewhere: install the full Python of python.org or of your system. Then run this again."
        )


def _can(module: str) -> bool:
    import importlib.util

    importlib.invalidate_caches()
    return importlib.util.find_spec(module) is not None


def _discard(venv: Path) -> None:
    """Remove an environment; anything else that is called ``.venv`` is not ours to remove."""
    for old in venv.parent.glob(".venv.old-*"):
        _remove(old)
    if not os.path.lexists(venv):
        return
    dangling = venv.is_symlink() and not venv.exists()
    if not dangling and not (venv.is_dir() and _disposable(os.listdir(venv))):
        raise BootstrapError(f"{venv} is not a virtual environment; move it away, then run this again.")
    # Renamed first, so that an interruption leaves no half of it under the name that counts.
    old = venv.with_name(f".venv.old-{os.getpid()}")
    try:
        venv.rename(old)
    except OSError as error:
        raise BootstrapError(
            f"{venv} must be made anew but is in use ({error}).\n"
            "Leave it (type: deactivate), stop the programs that run in it, then run this again."
        ) from error
    _remove(old)


def _disposable(names: Sequence[str]) -> bool:
    return not names or MARK in names or "pyvenv.cfg" in names


def _remove(path: Path) -> None:
    import shutil

    if path.is_symlink():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)  # what Windows still holds open goes next time


def _complete(root: Path, wanted: Wanted, lock: str, handle: IO[bytes]) -> None:
    """Install a lock file and the way to the project's own package, then write the stamp."""
    venv = root / ".venv"
    packages = _packages(venv)
    before = _stamp(venv)
    (venv / STAMP).unlink(missing_ok=True)
    _install(_pip(venv), root / lock, handle)
    (packages / PATH_FILE).write_text(path_entry(packages, root / "hooks"), "ascii")
    locks = {**(before.locks if before else {}), lock: wanted.locks[lock]}
    stamp = Stamp(wanted.python, wanted.folder, wanted.project, locks, _installed(packages))
    unfinished = venv / f"{STAMP}.new"
    unfinished.write_text(stamp.text(), "utf-8")
    os.replace(unfinished, venv / STAMP)
    say(f"  .venv is ready: {len(stamp.packages)} packages")


def _pip(venv: Path) -> list[str]:
    """Give the command that starts pip: the environment's own, else one that works on it from outside."""
    python = str(venv_python(venv, os.name))
    if (_packages(venv) / "pip").is_dir():
        return [python, "-I", "-m", "pip"]
    return [sys.executable, "-P", "-m", "pip", "--python", python]


def _install(pip: list[str], lock: Path, handle: IO[bytes]) -> None:
    """Install a lock file, each package only with one of its hashes, naming each as it is fetched."""
    import subprocess

    total = count_packages(lock.read_text("utf-8"))
    options = ["--require-hashes", "--no-input", "--disable-pip-version-check", "--progress-bar=off"]
    lines: list[str] = []
    done = 0
    with subprocess.Popen(
        [*pip, "install", *options, "--requirement", str(lock)],
        env=child_environment(os.environ) | {"PIP_USER": "0"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        # Were this process killed, pip would go on: it holds the lock too, so that nobody starts while it still writes.
        pass_fds=() if os.name == "nt" else (handle.fileno(),),
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            done += line.startswith(PIP_TOOK_UP)
            if name := package_taken_up(line):
                say(f"  [{done}/{total}] {name}")
            elif line.startswith("Installing collected packages"):
                say("  installing them")
    if process.returncode != 0:
        raise BootstrapError(
            f"pip could not install {lock.name}. Its last lines:\n{''.join(lines[-20:])}\n"
            "If the network is at fault, run the same command again: it starts over by itself."
        )


@contextmanager
def _only_one(path: Path) -> Iterator[IO[bytes]]:
    """Hold the lock of a file. The system gives it back when the process ends, however it ends."""
    with open(path, "ab") as handle:
        told = False
        while not _try_lock(handle):
            if not told:
                say("Another run is preparing .venv; waiting for it.")
                told = True
            time.sleep(0.2)
        yield handle


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: IO[bytes]) -> bool:
        handle.seek(0)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: IO[bytes]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: there, two runs at once are the user's own care
            return True
        return True
