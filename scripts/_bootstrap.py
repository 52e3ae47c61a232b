"""What every script imports first: refuses an old Python clearly, then offers what the scripts need.

Written so that any Python can read it, back to 2.7: an old one must reach the message, not a syntax error.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the point of this file
    sys.stderr.write(
        "This project needs Python 3.11 or newer; this is Python %s (%s).\n"  # noqa: UP031
        "Start the same command with a newer one, for example: python3.13 %s\n"
        % (sys.version.split()[0], sys.executable, sys.argv[0])
    )
    raise SystemExit(1)

from _start import run_command, run_module, run_python

__all__ = ["run_command", "run_module", "run_python"]
