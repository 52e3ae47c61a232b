#!/usr/bin/env python3
"""Show how the machine read a source article: python3 scripts/explain.py FILE [--help]."""

import _bootstrap

if __name__ == "__main__":
    _bootstrap.run_command("explain")
