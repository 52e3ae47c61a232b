#!/usr/bin/env python3
"""Measure a built site: python3 scripts/audit.py [--site DIR] [--node DIR] [--help].

Sizes, links, validity, linked data and feeds of every page; a sample of each kind of page in Chromium from file://; axe
and Lighthouse where --node says that they are installed. 0: all is well; 1: something is not; 2: no site.
"""

import _bootstrap

# isort: split
import os
import sys

if __name__ == "__main__":
    # Again, as a module, in the environment; this folder last, because `test` and `build` are names of others too.
    here = os.path.dirname(os.path.abspath(__file__))
    call = "import sys; sys.path.append(%r); import audit; sys.exit(audit.main(sys.argv[1:]))" % here  # noqa: UP031 - old Pythons
    _bootstrap.run_python(["-P", "-c", call] + sys.argv[1:], dev=True)  # noqa: RUF005 - old Pythons

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from _browser import find_or_install

AXE = Path("node_modules", "axe-core", "axe.min.js")
LIGHTHOUSE = Path("node_modules", "lighthouse", "cli", "index.js")
SHOWN = 20  # failures of one check


class Report:
    """Prints each check as one line, and its failures below it; remembers whether there was any."""

    def __init__(self) -> None:
        self.failed = False

    def check(self, name: str, count: int, wrong: Sequence[str]) -> None:
        self.failed |= bool(wrong)
        print(f"{name:44}{count:9,}{len(wrong):9,}", flush=True)
        for line in wrong[:SHOWN]:
            print(f"    {line}")
        if len(wrong) > SHOWN:
            print(f"    and {len(wrong) - SHOWN:,} more")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as they need to be, the first to the left."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    lines = [[c.ljust(w) if not at else c.rjust(w) for at, (c, w) in enumerate(zip(row, widths, strict=True))]
             for row in (head, *rows)]  # fmt: skip
    return "\n".join("  ".join(line).rstrip() for line in lines)


def audit_files(site: Path, report: Report) -> dict[str, list[str]]:
    """Everything that can be told without a browser. Gives a sample of each kind: smallest, middle and largest page."""
    import _audit_files as files

    pages = [files.read_page(path, site) for path in sorted(site.rglob("*.html"))]
    head = ["kind", "pages", "HTML median", "max", "gzip median", "max", "first load median", "max"]
    print(f"Bytes: HTML; HTML packed; HTML, CSS and JS that it names, packed\n{table(head, files.weights(pages))}\n")
    print(f"{'check':44}{'checked':>9}{'wrong':>9}")

    def of(start: str) -> list[str]:
        return [f"{page.url}: {wrong}" for page in pages for wrong in page.problems if wrong.startswith(start)]

    report.check("pages parsed by html5lib without an error", len(pages), of("html:"))
    report.check("ids, each once on its page", sum(len(page.ids) for page in pages), of("id twice:"))
    links = files.check_links(pages)
    report.check("links within the site", links.files, links.broken)
    report.check("of them to a place on a page", links.anchors, [])
    report.check(
        "pages that name no other host to load from", len(pages), [*of("other host:"), *files.check_styles(site)]
    )
    report.check("JSON-LD blocks parsed", sum(page.jsonld for page in pages), of("json-ld:"))
    report.check("feeds parsed", *files.check_feeds(pages))
    kinds = {kind: those for kind, those in files.by_kind(pages).items() if kind != "redirect"}  # these lead away
    sample: dict[str, list[str]] = {}
    for kind, those in kinds.items():
        sample[kind] = list(dict.fromkeys(those[at].url for at in (len(those) // 2, -1, 0)))
    return sample


def audit_browser(site: Path, samples: dict[str, list[str]], node: Path | None, report: Report) -> None:
    """Everything that takes a browser."""
    import _audit_browser as browsing

    path = find_or_install(Path(sys.executable))
    if path is None:
        report.check("pages in Chromium", 0, ["no Chromium starts here"])
        return
    urls = [url for those in samples.values() for url in those if url != "404.html"]
    with browsing.chromium(path) as browser:
        searching = [f"{url}?q=nghi+quyet" for url in urls if url == "tim-kiem.html"]
        report.check(
            "opened from file://, 2 widths, light and dark",
            *browsing.open_all(browser, site, urls + searching),
        )
        if node and (node / AXE).is_file():
            report.check("asked axe (WCAG 2.2 AA), same 4 ways", *browsing.axe(browser, site, urls, node / AXE))
    if node is None or not (node / AXE).is_file():
        print("axe: left out (--node DIR with axe-core in DIR/node_modules)")
    if node is None or not (node / LIGHTHOUSE).is_file():
        print("Lighthouse: left out (--node DIR with lighthouse in DIR/node_modules)")
        return
    several: tuple[str, ...] = ("article", "person", "document")
    wanted = {kind: samples[kind][0] for kind in several if kind in samples}
    named: dict[str, str] = {
        "home": "index.html",
        **wanted,
        "timeline": "dong-thoi-gian.html",
        "search": "tim-kiem.html",
    }
    rows, wrong = browsing.lighthouse(node / LIGHTHOUSE, path, site, named)
    report.check("Lighthouse scores, mobile", len(rows) * len(browsing.CATEGORIES), wrong)
    print(f"\n{table(['Lighthouse', *browsing.CATEGORIES, 'runs'], rows)}")


def main(argv: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser("audit.py", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--site", type=Path, metavar="DIR", help="a built site; without it this project's is built")
    parser.add_argument("--node", type=Path, metavar="DIR", help="folder where npm installed axe-core and lighthouse")
    parser.add_argument("--no-browser", action="store_true", help="leave out what takes a browser")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        site = options.site.resolve() if options.site else Path(folder).resolve() / "site"
        if options.site is None:
            from biennien.cli import build

            if build(["--site-dir", str(site)]):
                return 2
        if not (site / "index.html").is_file():
            print(f"{options.site} holds no site", file=sys.stderr)
            return 2
        report = Report()
        samples = audit_files(site, report)
        if options.no_browser:
            print("browser: left out, as asked (--no-browser)")
        else:
            audit_browser(site, samples, options.node.resolve() if options.node else None, report)
    print("\nsomething is wrong" if report.failed else "\nall is well")
    return 1 if report.failed else 0
