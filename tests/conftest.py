"""The toy archive, built once: plainly invented people and places, every form of input, any warning a failure."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from search.served import Server

ROOT = Path(__file__).resolve().parents[1]
TOY = Path(__file__).resolve().parent / "toy"
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class _Failing(logging.Handler):
    """Remembers what MkDocs or the package warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(record.getMessage())


def build_site(target: Path, articles: Path, registries: Path | None = None, **extra: Any) -> list[str]:
    """Build a folder of articles with MkDocs into ``target``; the warnings that came."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(target), **extra)
    settings = {**config.extra["biennien"], "articles": str(articles), "cache": False, "jobs": 1}
    if registries:
        settings["registries"] = str(registries)
    config.extra["biennien"] = settings
    handler = _Failing()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        build(config)
    finally:
        logger.removeHandler(handler)
    return handler.seen


@pytest.fixture(scope="session")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built toy site. Fails when the build warned of anything."""
    target = tmp_path_factory.mktemp("toy") / "site"
    warnings = build_site(target, TOY / "bai-viet", TOY / "danh-muc")
    assert warnings == []
    return target


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own archive, built as a reader gets it."""
    target = tmp_path_factory.mktemp("shipped") / "site"
    warnings = build_site(target, ROOT / "docs" / "bai-viet")
    assert warnings == []
    return target


@pytest.fixture
def data(toy_site: Path) -> Any:
    """Read one of the toy site's data files: ``data("people")``."""

    def read(name: str) -> Any:
        return json.loads((toy_site / "data" / f"{name}.json").read_text(encoding="utf-8"))

    return read


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium. A missing one is an error, never a skip: the site is made to be read in a browser."""
    from playwright.sync_api import sync_playwright

    flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    flags += ["--disable-component-update", "--disable-sync"]
    if sys.platform == "linux" and os.geteuid() == 0:
        flags.append("--no-sandbox")
    path = os.environ.get("BIENNIEN_CHROMIUM") or ("/usr/bin/chromium" if Path("/usr/bin/chromium").exists() else None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    """A server of the ``site`` that the test module makes; it can lose and damage files."""
    made = Server(site)
    yield made
    made.close()


@pytest.fixture
def served(server: Server) -> Iterator[Server]:
    """The same with nothing lost, and nothing asked yet."""
    server.wrong.clear()
    server.asked.clear()
    yield server
    server.wrong.clear()
