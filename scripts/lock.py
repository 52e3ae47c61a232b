#!/usr/bin/env python3
"""Write requirements.lock and requirements-dev.lock anew from pyproject.toml: python3 scripts/lock.py [--upgrade].

For whoever changes a dependency. Without ``--upgrade`` every version that still fits stays as it was.
"""

import _bootstrap  # noqa: F401 - first, because it ends with a clear message on a Python that is too old

# isort: split
import argparse
import os
import subprocess
import sys
import tempfile
import tomllib
import venv

from _environment import ROOT
from _plan import DEV_LOCK, RUN_LOCK, venv_python

UV = "uv==0.13.9"

OPTIONS = [
    # One file for every system and every Python from 3.11 on ...
    "--universal",
    "--python-version=3.11",
    # ... and one version of each package: a page must not depend on the Python that built it.
    "--fork-strategy=fewest",
    "--generate-hashes",
    # A lock names packages, not the place where this machine gets them.
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--custom-compile-command=python3 scripts/lock.py",
    "--quiet",
]


def main() -> int:
    """Write both lock files."""
    parser = argparse.ArgumentParser(description="Write the lock files anew from pyproject.toml.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    build_requires = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]

    with tempfile.TemporaryDirectory() as folder:
        print(f"installing {UV} in a temporary environment", flush=True)
        venv.create(folder, with_pip=True)
        python = str(venv_python(folder, os.name))
        subprocess.run([python, "-m", "pip", "install", "--quiet", UV], check=True)
        compiler = [python, "-m", "uv", "pip", "compile", "pyproject.toml", "-"]
        # The development lock first: the other one takes over its versions, so that the two agree.
        for lock, extra, more in ((DEV_LOCK, ["--extra=dev"], build_requires), (RUN_LOCK, [], [])):
            print(f"writing {lock}", flush=True)
            constraint = [] if lock == DEV_LOCK else [f"--constraints={DEV_LOCK}"]
            subprocess.run(
                [*compiler, f"--output-file={lock}", *OPTIONS, *extra, *constraint, *upgrade],
                cwd=ROOT,
                input="\n".join(more),
                text=True,
                check=True,
                stdout=subprocess.DEVNULL,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
