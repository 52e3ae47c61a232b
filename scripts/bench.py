#!/usr/bin/env python3
"""Measure a cold build beside plain MkDocs + Material: python3 scripts/bench.py [--articles N …] [--seed S] [--words].

Both build the same generated article files (scripts/synthetic_corpus.py: invented names, seeded) one after the other in
one run. Printed for each: wall and CPU seconds of the whole process tree, its peak memory, what it wrote, pages, and
pages a second. The peer is `mkdocs build` with the material theme, its search plugin on (lang vi), a short nav and
`not_in_nav`, which is the quickest that it can be set up; it makes one page an article and nothing else.
``--words`` measures reading alone: words a minute on one core.
"""

import _bootstrap

# isort: split
import os
import sys

if __name__ == "__main__":
    # Again, as a module, in the environment; this folder last, because `test` and `build` are names of others too.
    here = os.path.dirname(os.path.abspath(__file__))
    call = "import sys; sys.path.append(%r); import bench; sys.exit(bench.main())" % here  # noqa: UP031 - old Pythons
    _bootstrap.run_python(["-P", "-c", call] + sys.argv[1:])  # noqa: RUF005 - old Pythons

import argparse
import shutil
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

PLAIN = """
site_name: plain
theme: {name: material, language: vi, font: false}
plugins: [{search: {lang: vi}}]
nav: [index.md]
not_in_nav: "/*"
use_directory_urls: false
"""


@dataclass
class Run:
    """One measured command."""

    name: str
    wall: float
    cpu: float
    peak: int  # bytes, largest sum over the process tree that was seen
    size: int
    files: int
    pages: int


def _tree(root: int) -> list[int]:
    """The process and its descendants (Linux only)."""
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()
            except (OSError, IndexError):
                continue
            children.setdefault(int(fields[1]), []).append(int(entry))
    found, queue = [], [root]
    while queue:
        pid = queue.pop()
        found.append(pid)
        queue += children.get(pid, [])
    return found


def _memory(pid: int) -> int:
    """Proportional set size in bytes: what processes share is counted once over all of them."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def measure(name: str, command: list[str], site: Path) -> Run:
    """Run a command that writes ``site`` and say what it took. Raises CalledProcessError when it fails."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    peak = 0
    done = threading.Event()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)

        def watch() -> None:
            nonlocal peak
            while not done.wait(0.2):
                peak = max(peak, sum(map(_memory, _tree(process.pid))))

        watcher = threading.Thread(target=watch)
        if sys.platform == "linux":
            watcher.start()
        code = process.wait()
        wall = time.monotonic() - start
        done.set()
        if watcher.is_alive():
            watcher.join()
        if code:
            log.seek(0)
            sys.stderr.write(log.read().decode(errors="replace")[-4000:])
            raise subprocess.CalledProcessError(code, command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    written = [p for p in site.rglob("*") if p.is_file()]
    return Run(
        name,
        wall,
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        peak or after.ru_maxrss * 1024,
        sum(p.stat().st_size for p in written),
        len(written),
        sum(p.suffix == ".html" for p in written),
    )


def _corpus(count: int, seed: int, folder: Path) -> int:
    from synthetic_corpus import generate

    words = 0
    for name, text, _ in generate(count, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        words += len(text.split())
    return words


def _plain(articles: Path, folder: Path) -> list[str]:
    """The peer's project: the same texts as Markdown pages."""
    docs = folder / "docs"
    for path in articles.rglob("*"):
        if path.is_file():
            copy = docs / path.relative_to(articles).with_suffix(".md")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    (docs / "index.md").write_text("# plain\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")]


def bench(count: int, seed: int) -> None:
    """Print the table for one size."""
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        work = Path(temporary)
        words = _corpus(count, seed, work / "articles")
        ours = [sys.executable, "-P", "-c", "import sys; from biennien.cli import build; sys.exit(build(sys.argv[1:]))",
                "--articles", str(work / "articles"), "--site-dir", str(work / "ours"), "--no-cache"]  # fmt: skip
        runs = [measure("Biên Niên", ours, work / "ours")]
        peer = _plain(work / "articles", work / "plain")
        runs.append(measure("MkDocs + Material", peer, work / "plain" / "site"))
    print(f"\n{count:,} articles, {words:,} words, seed {seed}")
    heads = ("wall s", "CPU s", "peak MB", "MB", "files", "pages", "pages/s")
    print(" " * 20 + "".join(f"{head:>9}" for head in heads) + f"{'CPU ms/page':>13}")
    for run in runs:
        print(
            f"{run.name:20}{run.wall:9.1f}{run.cpu:9.1f}{run.peak / 1e6:9.0f}{run.size / 1e6:9.1f}{run.files:9,}"
            f"{run.pages:9,}{run.pages / run.wall:9.0f}{1000 * run.cpu / run.pages:13.2f}"
        )
    print(f"CPU, Biên Niên / plain: {runs[0].cpu / runs[1].cpu:.2f}")


def reading(seed: int) -> None:
    """Print the speed of reading alone, in one process."""
    from biennien.pipeline import Place
    from biennien.reading import ArticleReader
    from biennien.source import read_articles, read_registry

    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        words = _corpus(1000, seed, Path(temporary))
        registry, _ = read_registry(Place.of(ROOT).registries)
        raws, _ = read_articles(Path(temporary))
        reader = ArticleReader(registry)
        start = time.process_time()
        for raw in raws:
            reader.read(raw)
        took = time.process_time() - start
    pace = words / took * 60 / 1e6
    print(f"\nreading: {words:,} words in {took:.1f} s CPU: {pace:.2f} million words a minute on one core")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        "bench.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[1000], metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", action="store_true", help="measure reading alone too")
    options = parser.parse_args()
    for count in options.articles:
        bench(count, options.seed)
    if options.words:
        reading(options.seed)
    return 0
