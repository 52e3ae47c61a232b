#!/usr/bin/env python3
"""Preview the site while editing: python3 scripts/serve.py [options of mkdocs serve]."""

import os
import sys

import _bootstrap

if __name__ == "__main__":
    # From any folder, and always this project: mkdocs alone looks for mkdocs.yml where it is started.
    config = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "mkdocs.yml")
    _bootstrap.run_module("mkdocs", ["serve", "--config-file", config] + sys.argv[1:])  # noqa: RUF005 - old Pythons
