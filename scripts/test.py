#!/usr/bin/env python3
"""Set up all that the tests need, then run every check: python3 scripts/test.py [--help]."""

import _bootstrap  # noqa: F401 - first, because it ends with a clear message on a Python that is too old

# isort: split
import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from _browser import REMEDY, find_or_install, with_browser
from _environment import ROOT, child_environment, ensure, say
from _start import reported


class Step(NamedTuple):
    """One check: its name, and what the environment's interpreter is given to run it."""

    name: str
    arguments: Sequence[str]


def main(argv: Sequence[str]) -> int:
    """Run every step, whatever the ones before gave; 0 only if all passed and nothing was left out unasked."""
    options, for_pytest = parse(argv)
    with reported():
        python = ensure(dev=True)
        browser = None if options.no_browser else find_or_install(python)
    environ = with_browser(child_environment(os.environ), browser)

    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        results = []
        for step in steps(marks(slow=options.slow, browser=browser is not None), report, for_pytest, fix=options.fix):
            print(f"\n=== {step.name}", flush=True)
            began = time.monotonic()
            code = run([str(python), "-P", *step.arguments], environ)
            results.append((step.name, code, f"{time.monotonic() - began:.1f} s"))
        counted = count(report)

    print("\n=== results")
    for name, code, seconds in results:
        print(f"{name:12} {'ok' if code == 0 else f'FAILED (exit code {code})':24} {seconds}")
    missing = browser is None and not options.no_browser
    if missing:
        print(f"{'browser':12} MISSING: no Chromium starts here, so the browser tests did not run.\n{REMEDY}")
    elif options.no_browser:
        print(f"{'browser':12} left out, as asked (--no-browser)")
    print(counted, flush=True)
    return 1 if missing or any(code != 0 for _, code, _ in results) else 0


def parse(argv: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Split the arguments into this script's and, after ``--``, those for pytest."""
    cut = list(argv).index("--") if "--" in argv else len(argv)
    parser = argparse.ArgumentParser(
        prog="scripts/test.py",
        usage="%(prog)s [--slow] [--no-browser] [--fix] [-- ARGUMENTS OF PYTEST]",
        description="Set up all that the tests need, then run ruff, mypy and pytest; every step runs.",
    )
    parser.add_argument("--slow", action="store_true", help="run the slow tests too")
    parser.add_argument("--no-browser", action="store_true", help="leave the browser and its tests out")
    parser.add_argument("--fix", action="store_true", help="let ruff format, and repair what it safely can, before")
    return parser.parse_args(argv[:cut]), list(argv[cut + 1 :])


def marks(*, slow: bool, browser: bool) -> str:
    """Give pytest's expression for the tests that run."""
    return " and ".join(f"not {mark}" for mark, wanted in (("slow", slow), ("browser", browser)) if not wanted)


def steps(expression: str, report: Path, for_pytest: Sequence[str], *, fix: bool) -> list[Step]:
    """Give the checks in their order; pytest is last, so that what it says stays in sight."""
    return [
        Step("ruff check", ["-m", "ruff", "check", *(["--fix"] if fix else [])]),
        Step("ruff format", ["-m", "ruff", "format", *([] if fix else ["--check"])]),
        Step("mypy", ["-m", "mypy"]),
        Step("pytest", ["-m", "pytest", "-m", expression, f"--junit-xml={report}", *for_pytest]),
    ]


def run(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run a step and give its exit code. Ctrl-C ends the step, which cleans up first, and then all."""
    with subprocess.Popen(command, env=environ, cwd=ROOT) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait()
            raise


def count(report: Path) -> str:
    """Give pytest's numbers from its report, as one line."""
    try:
        suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    except (OSError, ElementTree.ParseError):
        return "tests: pytest left no report"
    total, errors, failures, skipped = (
        sum(int(suite.get(name, "0")) for suite in suites) for name in ("tests", "errors", "failures", "skipped")
    )
    return f"tests: {total - errors - failures - skipped} passed, {errors + failures} failed, {skipped} skipped"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("interrupted")
        sys.exit(130)
