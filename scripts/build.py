#!/usr/bin/env python3
"""Build the archive into site/: python3 scripts/build.py [--articles DIR] [--site-dir DIR] [--help]."""

import _bootstrap

if __name__ == "__main__":
    _bootstrap.run_command("build")
