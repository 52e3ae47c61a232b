#!/usr/bin/env python3
"""Turn pasted text into a source article: python3 scripts/add.py FILE|- [--help]."""

import _bootstrap

if __name__ == "__main__":
    _bootstrap.run_command("add")
