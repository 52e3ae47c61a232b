"""Find the Chromium that the browser tests drive, or get one: Debian's as root, Playwright's own elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from _debian import apt_install, apt_usable
from _environment import child_environment, say

VARIABLE = "BIENNIEN_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
REMEDY = (
    "Get one: sudo apt-get install chromium (Debian), or python -m playwright install chromium in .venv (elsewhere);\n"
    f"or put the path of an installed Chromium or Chrome into {VARIABLE}; or say --no-browser to leave these tests out."
)


def find_or_install(python: Path) -> Path | None:
    """Give a Chromium that starts, or None, after what was wrong; `python` is the environment's interpreter."""
    return _browser(python) if _driver(python) else None


def _driver(python: Path) -> bool:
    """See to it that Playwright itself starts: its driver needs a library that a minimal Debian lacks."""
    probe = ("-m", "playwright", "--version")
    if _playwright(python, *probe):
        return True
    return apt_usable() and apt_install(["libatomic1"]) and bool(_playwright(python, *probe))


def _browser(python: Path) -> Path | None:
    chosen = os.environ.get(VARIABLE)
    if chosen:  # what is said explicitly is not second-guessed
        return Path(chosen) if starts(Path(chosen)) else None
    found = first_that(starts, installed(os.name, shutil.which)) or first_that(starts, playwrights(python))
    if found is None and apt_usable():
        say("No browser found.")
        apt_install(["chromium", "fonts-dejavu-core"])  # the fonts: Vietnamese letters need some
        found = first_that(starts, installed(os.name, shutil.which))
    if found is None:
        say("No browser found; fetching Playwright's.")
        _playwright(python, "-m", "playwright", "install", "chromium")
        found = first_that(starts, playwrights(python))
    return found


def first_that(holds: Callable[[Path], bool], paths: Iterator[Path]) -> Path | None:
    """Give the first path for which something holds."""
    return next((path for path in paths if holds(path)), None)


def installed(os_name: str, which: Callable[[str], str | None]) -> Iterator[Path]:
    """Give the system's browsers. None on Windows, where a browser asked for its version opens a window instead."""
    if os_name != "nt":
        yield from (Path(path) for name in NAMES if (path := which(name)))


def playwrights(python: Path) -> Iterator[Path]:
    """Give the place of Playwright's own browser, there or not."""
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    if lines := _playwright(python, "-c", code).splitlines():
        yield Path(lines[-1])


def starts(browser: Path) -> bool:
    """Say whether a browser is there and starts: some are placeholders that only name another package."""
    if not browser.is_file():
        return False
    if os.name == "nt":
        return True
    try:
        result = subprocess.run([browser, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


def with_browser(environ: Mapping[str, str], browser: Path | None) -> dict[str, str]:
    """Give the tests' environment variables: they learn of the browser, or of none, by one of them."""
    others = {name: value for name, value in environ.items() if name != VARIABLE}
    return others | ({VARIABLE: str(browser)} if browser else {})


def _playwright(python: Path, *arguments: str) -> str:
    """Run something of Playwright's; what it prints, or nothing if it failed (which is then said)."""
    try:
        result = subprocess.run(
            [python, "-P", *arguments],
            env=child_environment(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=900,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        say(f"  {error}")
        return ""
    if result.returncode != 0:
        say("\n".join(result.stdout.splitlines()[-10:]))
        return ""
    return result.stdout
