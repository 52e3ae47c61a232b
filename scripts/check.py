#!/usr/bin/env python3
"""Print every Problem of the source files: python3 scripts/check.py [--help]."""

import _bootstrap

if __name__ == "__main__":
    _bootstrap.run_command("check")
