"""A built site in Chromium: opened as files at two widths in light and dark, then axe and Lighthouse where they are."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WIDTHS = (390, 1440)
SCHEMES = ("light", "dark")
FLAGS = (
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
# Everything of WCAG 2.2 A and AA that a machine can tell, and axe's own advice.
AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3  # of Lighthouse at most: whatever else the machine does slows a page down, nothing makes it faster than it is


def flags() -> list[str]:
    """Chromium's; as root it starts without its sandbox only."""
    root = sys.platform == "linux" and os.geteuid() == 0
    return [*FLAGS, *(["--no-sandbox"] if root else [])]


@contextmanager
def chromium(path: Path) -> Iterator[Any]:
    """A browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=flags())
        yield browser
        browser.close()


def address(site: Path, url: str) -> str:
    """ "a.html?q=b#c" as the address of a file: what follows the path is none of its name."""
    path = re.split("[?#]", url, maxsplit=1)[0]
    return (site / path).as_uri() + url[len(path) :]


def open_all(browser: Any, site: Path, urls: Sequence[str]) -> tuple[int, list[str]]:
    """Open pages from ``file://``: (how often, what was wrong)."""
    wrong: list[str] = []
    count = 0
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = context.new_page()
            here = [""]
            said = functools.partial(_say, wrong, here)
            page.on("console", lambda m, said=said: said(f"console {m.type}: {m.text}") if m.type != "log" else None)
            page.on("pageerror", lambda e, said=said: said(f"script: {e}"))
            # The icon is still on its way when the next page is opened: that ends it, and nothing is wrong.
            page.on(
                "requestfailed",
                lambda r, said=said: said(f"not loaded: {r.url}") if r.failure != "net::ERR_ABORTED" else None,
            )
            page.on("request", lambda r, said=said: said(f"request: {r.url}") if _foreign(r.url) else None)
            for url in urls:
                here[0] = f"{url} at {width} px, {scheme}"
                page.goto(address(site, url))
                count += 1
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if wide > 0:
                    wrong.append(f"{here[0]}: {wide} px too wide")
            context.close()
    return count, wrong


def _say(wrong: list[str], here: Sequence[str], text: str) -> None:
    wrong.append(f"{here[0]}: {text}")


def _foreign(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:", "about:"))


def axe(browser: Any, site: Path, urls: Sequence[str], script: Path) -> tuple[int, list[str]]:
    """Ask axe about pages at both widths in light and dark: (how often, every violation)."""
    wrong = []
    count = 0
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = context.new_page()
            for url in urls:
                page.goto(address(site, url))
                page.add_script_tag(path=str(script))
                found = page.evaluate("tags => axe.run(document, {runOnly: tags})", AXE)
                count += 1
                wrong += [
                    f"{url} at {width} px, {scheme}: axe {v['id']} ({len(v['nodes'])}): {v['nodes'][0]['target']}"
                    for v in found["violations"]
                ]
            context.close()
    return count, wrong


class _Packing(http.server.SimpleHTTPRequestHandler):
    """Serves files as a static host does: text is packed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        kind = self.guess_type(str(path))
        text = kind.startswith("text/") or kind in ("application/json", "application/xml", "image/svg+xml")
        packed = text and "gzip" in self.headers.get("Accept-Encoding", "")
        data = gzip.compress(data, 6) if packed else data
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "public, max-age=86400")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address under which the site is served as long as this lasts."""
    handler = functools.partial(_Packing, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def lighthouse(program: Path, browser: Path, site: Path, urls: Mapping[str, str]) -> tuple[list[list[str]], list[str]]:
    """Lighthouse with its mobile settings, the best of at most three runs: (rows of scores, what is too low)."""
    rows, wrong = [], []
    with served(site) as address:
        for name, url in urls.items():
            best: dict[str, int] = {}
            runs = 0
            while runs < RUNS and any(best.get(c, 0) < LEAST[c] for c in CATEGORIES):
                runs += 1
                scores = _lighthouse_once(program, browser, address + url)
                best = {c: max(best.get(c, 0), scores.get(c, 0)) for c in CATEGORIES}
            rows.append([name, *(str(best[c]) for c in CATEGORIES), str(runs)])
            wrong += [f"{url}: lighthouse {c} {best[c]}" for c in CATEGORIES if best[c] < LEAST[c]]
    return rows, wrong


def _lighthouse_once(program: Path, browser: Path, url: str) -> dict[str, int]:
    command = ["node", str(program), url, "--output=json", "--quiet", "--no-enable-error-reporting"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags=--headless=new {' '.join(flags())}"]
    environ = os.environ | {"CHROME_PATH": str(browser)}
    result = subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    try:
        categories = json.loads(result.stdout)["categories"]
    except (ValueError, KeyError):
        return {}
    return {name: round(100 * (found["score"] or 0)) for name, found in categories.items()}
