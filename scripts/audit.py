#!/usr/bin/env python3
"""Measure a built site: python3 scripts/audit.py [--site DIR] [--screenshots DIR] [--help].

Sizes, links, validity, linked data and feeds of every page; the same project built again with an address of its own; a
sample of each kind of page in Chromium from file://, axe and Lighthouse. What comes from npm is installed where there
is an npm, else left out with a word. 0: all is well; 1: something is not; 2: no site.
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
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from _audit_node import Tools, tools
from _browser import find_or_install

ROOT = Path(__file__).resolve().parent.parent
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


def audit_files(site: Path, found: Tools, report: Report) -> dict[str, list[str]]:
    """Everything that can be told without a browser. Gives a sample of each kind: smallest, middle and largest page."""
    import _audit_files as files
    import _audit_node as node

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
    report.check("JSON-LD blocks parsed", sum(len(page.graphs) for page in pages), of("json-ld:"))
    if found.folder and found.has("schema-dts", "typescript"):
        graphs = {page.url: page.graphs for page in pages}
        report.check("JSON-LD nodes type-checked by schema-dts", *node.check_types(found.folder, graphs))
    else:
        print(f"schema-dts: left out ({found.why or 'not installed'})")
    report.check("feeds parsed", *files.check_feeds(pages))
    if found.folder and found.has("@citation-js/core") and (site / "data" / "citations.bib").is_file():
        report.check("references read back by citation-js, 3 forms", *node.read_citations(found.folder, site))
    else:
        print(f"citation-js: left out ({found.why or 'not installed, or no citations'})")
    kinds = {kind: those for kind, those in files.by_kind(pages).items() if kind != "redirect"}  # these lead away
    sample: dict[str, list[str]] = {}
    for kind, those in kinds.items():
        sample[kind] = list(dict.fromkeys(those[at].url for at in (len(those) // 2, -1, 0)))
    return sample


def audit_address(report: Report) -> None:
    """The project built with an address: everything that is absolute then."""
    import _audit_address as address
    from biennien.pipeline import Place
    from biennien.site import build

    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder).resolve() / "site"
        if why := build(ROOT / "mkdocs.yml", Place.of(ROOT), site, None, False, address.OVERRIDES):
            report.check("built with site_url and repo_url", 0, [why])
            return
        print(f"\nbuilt again with site_url {address.SITE}")
        for name, count, wrong in address.check(site, ROOT):
            report.check(name, count, wrong)


def first_period(path: Path) -> str:
    """The newest day on the page of a year, as its timeline takes it: "2025-08-20"; "" for any other page."""
    if path.parent.name != "dong-thoi-gian" or not path.stem.isdecimal():
        return ""
    found = re.search(r'<time datetime="(\d{4}-\d\d-\d\d)"', path.read_text(encoding="utf-8"))
    return found[1] if found else ""


def audit_browser(site: Path, samples: dict[str, list[str]], found: Tools, report: Report) -> None:
    """Everything that takes a browser."""
    import _audit_browser as browsing

    path = find_or_install(Path(sys.executable))
    if path is None:
        report.check("pages in Chromium", 0, ["no Chromium starts here"])
        return
    urls = [url for those in samples.values() for url in those if url != "404.html"]
    with browsing.chromium(path) as browser:
        # A month and a day of a year as the timeline's script shows them, and what is found.
        urls += [f"{url}#xem={period}" for url in urls if (period := first_period(site / url))]
        searching = [f"{url}?q=nghi+quyet" for url in urls if url == "tim-kiem.html"]
        report.check(
            "opened from file://, 2 widths, light and dark",
            *browsing.open_all(browser, site, urls + searching),
        )
        if found.folder and found.has("axe-core"):
            script = found.folder / AXE
            report.check("asked axe (WCAG 2.2 AA), same 4 ways", *browsing.axe(browser, site, urls, script))
        else:
            print(f"axe: left out ({found.why or 'not installed'})")
    if not (found.folder and found.has("lighthouse")):
        print(f"Lighthouse: left out ({found.why or 'not installed'})")
        return
    several: tuple[str, ...] = ("article", "person", "document")
    wanted = {kind: samples[kind][0] for kind in several if kind in samples}
    named: dict[str, str] = {
        "home": "index.html",
        **wanted,
        "timeline": "dong-thoi-gian.html",
        "search": "tim-kiem.html",
    }
    rows, wrong = browsing.lighthouse(found.folder / LIGHTHOUSE, path, site, named)
    report.check("Lighthouse scores, mobile", len(rows) * len(browsing.CATEGORIES), wrong)
    print(f"\n{table(['Lighthouse', *browsing.CATEGORIES, 'runs'], rows)}")


def take_pictures(site: Path, folder: Path) -> int:
    """The pictures of the docs, anew."""
    import _audit_pictures as pictures

    path = find_or_install(Path(sys.executable))
    if path is None:
        print("no Chromium starts here", file=sys.stderr)
        return 2
    for name, size in pictures.take(path, site, folder):
        print(f"{name:40}{size:9,}")
    return 0


def main(argv: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser("audit.py", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--site", type=Path, metavar="DIR", help="a built site; without it this project's is built")
    parser.add_argument("--node", type=Path, metavar="DIR", help="folder with other packages of npm than our own")
    parser.add_argument("--no-node", action="store_true", help="leave out what comes from npm")
    parser.add_argument("--screenshots", type=Path, metavar="DIR", help="only take the pictures that the docs show")
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
        if options.screenshots:
            return take_pictures(site, options.screenshots)
        report = Report()
        left_out = Tools(None, "as asked: --no-node")
        found = left_out if options.no_node else tools(options.node.resolve() if options.node else None)
        if found.folder:
            print(f"{found.versions()}\n")
        samples = audit_files(site, found, report)
        if options.site is None:
            audit_address(report)
        if options.no_browser:
            print("browser: left out, as asked (--no-browser)")
        else:
            audit_browser(site, samples, found, report)
    print("\nsomething is wrong" if report.failed else "\nall is well")
    return 1 if report.failed else 0
