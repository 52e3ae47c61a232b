"""Run things in the project's environment, making it first if needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NoReturn

from _environment import BootstrapError, child_environment, ensure, say


def run_command(name: str) -> NoReturn:
    """Call ``biennien.cli.<name>`` with this script's arguments and exit with what it returns."""
    run_python(function_arguments("biennien.cli", name, sys.argv[1:]))


def run_module(module: str, arguments: Sequence[str]) -> NoReturn:
    """Run a module of the environment, as ``python -m`` does."""
    run_python(["-P", "-m", module, *arguments])


def run_python(arguments: Sequence[str], *, dev: bool = False) -> NoReturn:
    """Become the environment's interpreter with these arguments."""
    with reported():
        python = ensure(dev=dev)
    command, environ = [str(python), *arguments], child_environment(os.environ)
    sys.stdout.flush()
    sys.stderr.flush()
    if replaces_itself(os.name):
        os.execve(command[0], command, environ)
    raise SystemExit(wait_for(command, environ))


def function_arguments(module: str, function: str, arguments: Sequence[str]) -> list[str]:
    """Give the interpreter's arguments to call `module.function(arguments)` and exit with what it returns."""
    call = f"import sys; from {module} import {function}; sys.exit({function}(sys.argv[1:]))"
    return ["-P", "-c", call, *arguments]


def replaces_itself(os_name: str) -> bool:
    """Say whether this process may become the other one.

    Signals and the exit code are then its own. On Windows it would return to the shell while the other still runs.
    """
    return os_name != "nt"


def wait_for(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run a command to its end and give its exit code; Ctrl-C is the command's to handle."""
    import subprocess

    with subprocess.Popen(command, env=environ) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


@contextmanager
def reported() -> Iterator[None]:
    """Turn what can go wrong while the environment is made into a message and an exit code."""
    try:
        yield
    except (BootstrapError, OSError) as error:
        say(f"error: {error}")
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        say("interrupted; the next run starts over")
        raise SystemExit(130) from None
