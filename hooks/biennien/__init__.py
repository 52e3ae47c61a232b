"""Biên Niên: source articles in, a linked archive of meetings out. Imports no MkDocs, except ``biennien.site``."""

__version__ = "0.1.0"
