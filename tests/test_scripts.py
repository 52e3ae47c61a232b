"""Every script starts: it answers --help, in the environment that these tests run in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
NAMES = sorted(path.name for path in SCRIPTS.glob("[!_]*.py"))
# As `python3 scripts/<name> --help`, but with this environment taken for the project's own, so that none is made.
START = """
import runpy, sys
from pathlib import Path
sys.path.insert(0, str(Path(sys.argv[1]).parent))
import _environment
_environment.ensure = lambda *_, **__: Path(sys.executable)
sys.argv[:] = [sys.argv[1], "--help"]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


INSTALLED = not subprocess.run([sys.executable, "-P", "-c", "import biennien"], capture_output=True).returncode


def test_there_are_scripts() -> None:
    assert {"build.py", "bench.py", "bench_search.py", "test.py"} <= set(NAMES)


@pytest.mark.skipif(not INSTALLED, reason="the package is not installed here, as it is in .venv")
@pytest.mark.parametrize("name", NAMES)
def test_a_script_answers_help(name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, str(SCRIPTS / name)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    assert "usage:" in done.stdout.lower()
    assert done.stderr == ""
