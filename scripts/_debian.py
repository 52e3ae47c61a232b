"""Install what only the system can give, where that may be done unasked: as root on Debian and its kin."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def apt_usable() -> bool:
    """Say whether system packages may be installed here: as root, on a system with apt."""
    import shutil

    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> bool:
    """Install packages, saying so; False, after apt's last lines, if that did not work."""
    print(f"  installing with apt: {' '.join(packages)}", file=sys.stderr, flush=True)
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    _run([*apt, "update"])  # if this fails, the lists may still be good
    code, output = _run([*apt, "install", "-y", "--no-install-recommends", *packages])
    if code != 0:
        print("\n".join(output.splitlines()[-10:]), file=sys.stderr, flush=True)
    return code == 0


def _run(command: Sequence[str]) -> tuple[int, str]:
    import subprocess

    result = subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return result.returncode, result.stdout
