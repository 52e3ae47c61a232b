#!/usr/bin/env python3
"""Measure the search beside Pagefind and plain lunr.js, in headless Chromium, on one generated corpus, in one run.

    python3 scripts/bench_search.py [--articles N] [--seed S] [--queries N] [--direct] [--no-peers]

The corpus comes from scripts/synthetic_corpus.py (--seed). The queries are known items: each is made from one
article, person or document, and has that as its answer; they are sampled anew in each run unless --query-seed says
how (the seed is printed). Articles are read by the project's own pipeline; --direct makes the searched entries from
the generator's facts instead, for sizes whose reading is not to be waited for.

What counts as right: the first result of all, of whatever kind, is the one meant.
- A phrase, a quotation, a title or the beginning of one is drawn only if one article alone says it, accents and
  punctuation set aside; that article is meant, whatever else has the same words scattered.
- One typo: a letter of a phrase is changed, left out, added, or swapped with the next. Whoever reads it cannot know
  which word slipped, so every article is right that says a phrase one such slip away from what is typed.
- A name, in its order or any other: the page of a person whose name has these syllables, accents set aside (two people
  may share them). A code: the page of a document whose number and letters are these (terms may share them).
- Peers know articles only: for names and codes any article that has them is right for them.
- A topic is what many articles say: none is the right one, its bytes and times count.

What is counted: all bytes that the search makes a browser load, scripts and styles included, as a host sends them
(gzip 6), without the page itself. Cold: nothing cached, from opening the page of results to its (up to ten) snippets
shown; "ten": where there were ten. Warm: the same page, one query after the other. Search: the answer itself, all its
files at hand. Pagefind gets the same queries, plain and in its best quoting (quoted, and plain where that finds
nothing); lunr.js gets its index as MkDocs gives it, built in the browser.
"""

import _bootstrap

# isort: split
import os
import sys

if __name__ == "__main__":
    # Again, as a module, in the environment; this folder last, because `test` and `build` are names of others too.
    here = os.path.dirname(os.path.abspath(__file__))
    call = "import sys; sys.path.append(%r); import bench_search; sys.exit(bench_search.main())" % here  # noqa: UP031
    _bootstrap.run_python(["-P", "-c", call] + sys.argv[1:], dev=True)  # noqa: RUF005 - old Pythons

import argparse
import datetime as dt
import gzip
import html
import json
import math
import random
import re
import shutil
import subprocess
import tempfile
import threading
import time
import venv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "hooks")]

from _browser import find_or_install  # noqa: E402
from biennien.search import IndexReport, write_entries  # noqa: E402
from biennien.search.entries import KINDS, ArticleEntry, Entries, Entry, Value, day, newest_first  # noqa: E402
from biennien.search.scripts import installed_lunr  # noqa: E402
from biennien.search.words import code_forms, codes, fold, words  # noqa: E402
from biennien.text import slug  # noqa: E402
from synthetic_corpus import generate  # noqa: E402

PAGEFIND = "pagefind[bin]==1.5.2"
FORMS = code_forms()


def say(text: str) -> None:
    """Progress goes where it does not mix with the table."""
    print(text, file=sys.stderr, flush=True)


# --- what is searched -------------------------------------------------------------------------------------------------
Corpus = dict[str, list[Any]]  # kind -> entries, articles first


def read(count: int, seed: int, folder: Path) -> Callable[[], Iterable[tuple[str, Iterator[Entry]]]]:
    """The entries of the corpus as the site has them: written to files, read by the pipeline."""
    from biennien.pipeline import Place, read_archive

    for name, text, _ in generate(count, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    place = Place(ROOT, folder, ROOT / "docs" / "danh-muc", None)
    archive = read_archive(place, progress=say)
    return Entries(archive, FORMS).in_order


def direct(count: int, seed: int) -> Callable[[], Iterable[tuple[str, Iterator[Entry]]]]:
    """The entries of the corpus from its facts, nothing read."""
    articles: list[ArticleEntry] = []
    meetings: list[Entry] = []
    people: Counter[str] = Counter()
    offices: dict[str, dict[str, None]] = defaultdict(dict)
    papers: Counter[tuple[str, str]] = Counter()
    bodies: Counter[str] = Counter()
    for name, text, facts in generate(count, seed):
        body = re.sub(r"\A---\n.*?\n---\n|\A date \S+ ", "", text, flags=re.DOTALL)
        blocks = [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]
        if blocks and blocks[0] == facts["title"]:
            blocks.pop(0)
        date = dt.date.fromisoformat(facts["date"])
        values = [
            Value("noi", slug(facts["place"]), facts["place"]),
            Value("to-chuc", slug(facts["body"]), facts["body"]),
        ]
        for person in facts["people"]:
            people[person["name"]] += 1
            offices[person["name"]].update(dict.fromkeys(person["offices"]))
            values.append(Value("nhan-su", slug(person["name"]), person["name"]))
        for symbol, kind in {d["of"]: d["type"] for d in facts["documents"]}.items():
            papers[kind, symbol] += 1
            values.append(Value("van-kien", slug(symbol), symbol))
        bodies[facts["body"]] += 1
        values += [Value("bao", slug(facts["outlet"]), facts["outlet"])] if facts["outlet"] else []
        values.append(Value("loai", slug(facts["kind"]), facts["kind"]))
        found = [c.code for b in (facts["title"], *blocks) for c in codes(b, words(b), FORMS, loose=False)]
        articles.append(
            ArticleEntry(
                url=f"bai-viet/{name.rsplit('.', 1)[0]}.html",
                title=facts["title"],
                detail=f"{day(date)} · {facts['outlet'] or ''}",
                date=date,
                texts=tuple(blocks),
                codes=tuple(found),
                values=tuple(values),
                blocks=tuple((f"b{n}", block) for n, block in enumerate(blocks, 1)),
            )
        )
        title = f"{facts['kind'][0].upper()}{facts['kind'][1:]} của {facts['body']}"
        meetings.append(
            Entry(f"cuoc-hop/{facts['id']}.html", title, f"{day(date)} · {facts['place']}", date,
                  (facts["body"], facts["place"], facts["kind"], day(date)), (), tuple(values))
        )  # fmt: skip

    def plain(url: str, title: str, times: int, texts: Iterable[str] = (), code: str = "") -> Entry:
        return Entry(url, title, f"{times} bài", None, (title, title, *texts), (code,) * 3 if code else ())

    def often(counts: Counter[Any]) -> list[tuple[Any, int]]:
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    table: Corpus = {
        "articles": sorted(articles, key=lambda e: newest_first(e.date, e.url)),
        "meetings": sorted(meetings, key=lambda e: newest_first(e.date, e.url)),
        "people": [plain(f"nhan-su/{slug(p)}.html", p, n, offices[p]) for p, n in often(people)],
        "documents": [
            plain(
                f"van-kien/{slug(s)}.html",
                f"{k[0].upper()}{k[1:]} số {s}",
                n,
                [s],
                codes(s, words(s), FORMS, loose=True)[0].code,
            )
            for (k, s), n in often(papers)
        ],
        "organizations": [plain(f"to-chuc/{slug(b)}.html", b, n) for b, n in often(bodies)],
    }
    return lambda: ((kind, iter(table[kind])) for kind in KINDS)


# --- known items ------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Known:
    """A query, what it should find first (nothing for a topic), and which articles would do for peers, which know no
    more."""

    category: str
    query: str
    targets: frozenset[str]
    articles: frozenset[str] = frozenset()


def plain_words(text: str) -> str:
    """A text as folded words with one space around each."""
    return " " + " ".join(word.fold for word in words(text)) + " "


def mistyped(rng: random.Random, phrase: str) -> str:
    """One letter more, fewer, other, or two swapped, in a word of four letters or more; "" where there is none."""
    parts = phrase.split()
    long = [at for at, part in enumerate(parts) if len(part) > 3 and part.isascii() and part.isalpha()]
    if not long:
        return ""
    at = rng.choice(long)
    word, spot = parts[at], rng.randrange(1, len(parts[at]) - 1)
    letter = rng.choice("abcdeghiklmnopqrstuvxy")
    parts[at] = (
        word[:spot] + letter + word[spot:],
        word[:spot] + word[spot + 1 :],
        word[:spot] + letter + word[spot + 1 :],
        word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :],
    )[rng.randrange(4)]
    return " ".join(parts) if parts[at] != word else ""


def slips(a: str, b: str) -> bool:
    """Whether one word is the other with one letter more, fewer, other, or two neighbours swapped."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return max(len(a), len(b)) < 2 or (len(a) == len(b) == 2 and a == b[::-1])


def one_slip_away(typed: str, texts: list[str]) -> list[int]:
    """Which of the texts, as folded words, say the typed words with a slip in one of them put right."""
    parts = typed.split()
    found = set()
    for at, slipped in enumerate(parts):
        before, after = " ".join(["", *parts[:at], ""]), " ".join(["", *parts[at + 1 :], ""])
        pattern = re.compile(f"(?<={re.escape(before)})[a-z0-9]+(?={re.escape(after)})")
        longer = max(before, after, key=len)
        for number, text in enumerate(texts):
            if longer in text and any(slips(slipped, word) for word in pattern.findall(text)):
                found.add(number)
    return sorted(found)


def sample(in_order: Callable[[], Iterable[tuple[str, Iterator[Entry]]]], count: int, seed: str) -> list[Known]:
    """``count`` known items of each category, drawn by the seed."""
    rng = random.Random(f"queries/{seed}")
    table = {kind: list(entries) for kind, entries in in_order() if kind != "meetings"}
    articles = table["articles"]
    folded = ["|".join(map(plain_words, (e.title, *e.texts))) for e in articles]
    everything = "\n".join(folded)
    out: list[Known] = []

    def unique(phrase: str) -> bool:
        """Whether just one article says it; how often does not matter."""
        first = everything.find(phrase)
        end = everything.find("\n", first)
        return first >= 0 and (end < 0 or everything.find(phrase, end) < 0)

    def phrases(low: int, high: int) -> Iterator[tuple[Any, str]]:
        while True:
            entry = rng.choice(articles)
            found = re.findall(r"[^\W_]+(?:[ ,]+[^\W_]+)*", rng.choice(entry.texts))
            tokens = rng.choice(found).replace(",", " ").split() if found else []
            length = rng.randint(low, high)
            if len(tokens) >= length:
                start = rng.randrange(len(tokens) - length + 1)
                phrase = " ".join(tokens[start : start + length])
                if unique(plain_words(phrase)):
                    yield entry, phrase

    def add(category: str, entry: Entry, query: str) -> None:
        out.append(Known(category, query, frozenset({entry.url}), frozenset({entry.url})))

    for (entry, phrase), _ in zip(phrases(3, 6), range(count), strict=False):
        add("phrase", entry, phrase)
        add("phrase, folded", entry, " ".join(map(fold, phrase.split())))
    for (entry, phrase), _ in zip(phrases(8, 14), range(count // 2), strict=False):
        add("quotation", entry, f'"{phrase}"' if rng.random() < 0.5 else phrase)
    for (entry, phrase), _ in zip(phrases(3, 5), range(count // 2), strict=False):
        typed = phrase[: -rng.randint(1, max(1, len(phrase.split()[-1]) - 2))]
        if not typed.endswith(" ") and unique(plain_words(typed).rstrip()):
            add("still typing", entry, typed)
    for entry, phrase in phrases(3, 5):
        typed = mistyped(rng, plain_words(phrase).strip())
        if typed:
            urls = frozenset(articles[at].url for at in one_slip_away(typed, folded)) | {entry.url}
            out.append(Known("one typo", typed, urls, urls))
        if sum(k.category == "one typo" for k in out) >= count // 2:
            break
    # What many articles say: no one of them is right, but all show ten snippets.
    while sum(k.category == "topic" for k in out) < count:
        tokens = words(rng.choice(rng.choice(articles).texts))
        if len(tokens) > 4:
            start, length = rng.randrange(len(tokens) - 3), rng.randint(1, 3)
            topic = " ".join(w.fold for w in tokens[start : start + length])
            if everything.count(f" {topic} ") > 30:
                out.append(Known("topic", topic, frozenset()))
    titles = Counter(plain_words(e.title) for e in articles)
    for entry in rng.sample(articles, min(len(articles), 3 * count)):
        if titles[plain_words(entry.title)] == 1 and sum(k.category == "title" for k in out) < count // 2:
            add("title", entry, entry.title)
            add("title, folded", entry, plain_words(entry.title).strip())

    def naming(text: str) -> frozenset[str]:
        return frozenset(e.url for e, own in zip(articles, folded, strict=True) if text in own)

    names = defaultdict(set)
    for person in table["people"]:
        names[plain_words(person.title)].add(person.url)
    for person in rng.sample(table["people"], min(len(table["people"]), count // 2)):
        own = plain_words(person.title)
        parts = person.title.split()
        rng.shuffle(parts)
        others = frozenset(
            u for name, urls in names.items() if sorted(name.split()) == sorted(own.split()) for u in urls
        )
        for category, query in (
            ("name", person.title),
            ("name, folded", own.strip()),
            ("name, any order", " ".join(parts)),
        ):
            out.append(Known(category, query, others, naming(own)))
    coded = defaultdict(set)
    for document in table["documents"]:
        for code in set(document.codes):
            coded[code].add(document.url)
    some = [d for d in table["documents"] if d.codes]
    for document in rng.sample(some, min(len(some), count // 2)):
        code = document.codes[0]
        found = re.fullmatch(r"#([a-z-]+)(\d+)", code)
        if not found:
            continue
        letters, number = found[1], found[2]
        spelled = [n for n, c in FORMS.names.items() if c == letters][:1] or [letters]
        symbol = letters.upper()
        form = rng.choice(
            (
                f"{number}-{symbol}",
                f"{symbol}{number}",
                f"{letters} {number}",
                f"{spelled[0]} {number}",
                f"{spelled[0]} số {number}",
            )
        )
        out.append(
            Known("document code", form, frozenset(coded[code]), frozenset(e.url for e in articles if code in e.codes))
        )
    return out


# --- a host -----------------------------------------------------------------------------------------------------------
class Host:
    """Serves a folder as a static host does, nothing cached, and counts the bytes it sends by name."""

    _COMPRESSED = (".html", ".js", ".css", ".json")

    def __init__(self, folder: Path) -> None:
        self.sent: list[tuple[str, int]] = []
        owner = self

        class Handler(SimpleHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = Path(self.translate_path(self.path))
                if not path.is_file():
                    self.send_error(404)
                    return
                data = path.read_bytes()
                self.send_response(200)
                if path.suffix in owner._COMPRESSED:
                    data = gzip.compress(data, 6)
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Type", self.guess_type(path))
                self.send_header("Content-Length", str(len(data)))
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                owner.sent.append((self.path.split("?")[0], len(data)))
                self.wfile.write(data)

            def log_message(self, *_: Any) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def count(self) -> int:
        """Bytes since the last call, without pages."""
        total = sum(size for name, size in self.sent if not name.endswith(".html"))
        self.sent.clear()
        return total

    def close(self) -> None:
        self._http.shutdown()


@dataclass
class Outcome:
    """What one engine did with the queries."""

    cold: list[int] = field(default_factory=list)
    warm: list[int] = field(default_factory=list)
    cold_ms: list[float] = field(default_factory=list)
    search_ms: list[float] = field(default_factory=list)
    ten: list[int] = field(default_factory=list)  # cold, of those that showed ten snippets
    typo: list[int] = field(default_factory=list)
    right: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))


def at(values: list[Any], share: float) -> float:
    """The value below which that share lies."""
    ordered = sorted(values)
    return float(ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]) if ordered else math.nan


PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tìm kiếm</title>
<script src="assets/search.js" defer></script></head><body><main><div id="search-root"></div></main></body></html>"""


def ours(browser: Any, site: Path, queries: list[Known]) -> tuple[Outcome, int, int]:
    """Our search over HTTP; and how many of how many queries were ranked the same from file://."""
    out = Outcome()
    host = Host(site)
    links = "nodes => nodes.map(n => n.getAttribute('href').split('#')[0])"
    done = """document.querySelector('#search-root .bns-status')?.textContent
        && !document.querySelector('#search-root').ariaBusy"""
    ranked: dict[str, list[str]] = {}
    for number, known in enumerate(queries):
        page = browser.new_page()
        host.count()
        start = time.perf_counter()
        page.goto(f"{host.url}/tim-kiem.html?q={_quoted(known.query)}")
        page.wait_for_function(done)
        took = 1000 * (time.perf_counter() - start)
        size = host.count()
        found = page.eval_on_selector_all("a[data-result]", links)
        ranked[known.query] = found
        if known.targets:
            out.right[known.category].append(bool(found) and found[0] in known.targets)
        (out.typo if known.category == "one typo" else out.cold).append(size)
        if page.locator(".bns-text").count() >= 10:
            out.ten.append(size)
        if known.category != "one typo":
            out.cold_ms.append(took)
            times = page.evaluate(
                """async q => {
                  const times = [];
                  for (let n = 0; n < 3; n++) {
                    const t = performance.now();
                    await bnSite.engine.answer(q);
                    times.push(performance.now() - t);
                  }
                  return times;
                }""",
                known.query,
            )
            out.search_ms.append(sorted(times)[1])
        page.close()
        if number % 100 == 99:
            say(f"  {number + 1}/{len(queries)} queries")
    page = browser.new_page()
    page.goto(f"{host.url}/tim-kiem.html?q=a")
    page.wait_for_function(done)
    for known in queries:
        host.count()
        page.evaluate("async q => { await bnSite.engine.answer(q); }", known.query)
        out.warm.append(host.count())
    page.close()
    same = some = 0
    for known in queries[::5]:
        page = browser.new_page()
        page.goto(f"{(site / 'tim-kiem.html').as_uri()}?q={_quoted(known.query)}")
        page.wait_for_function(done)
        same += page.eval_on_selector_all("a[data-result]", links) == ranked[known.query]
        some += 1
        page.close()
    host.close()
    return out, same, some


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text)


def pages(articles: list[Any], folder: Path) -> None:
    """Plain pages of the articles for the peers."""
    for number, entry in enumerate(articles):
        body = "".join(f"<p>{html.escape(text)}</p>" for text in entry.texts)
        (folder / f"{number}.html").write_text(
            '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
            f"<title>{html.escape(entry.title)}</title></head>"
            f"<body><main data-pagefind-body><h1>{html.escape(entry.title)}</h1>{body}</main></body></html>",
            encoding="utf-8",
        )


def pagefind(browser: Any, articles: list[Any], queries: list[Known], folder: Path) -> tuple[Outcome, str] | None:
    """Pagefind on plain pages of the same articles, and what it says from file://. None where it cannot be had."""
    site = folder / "pagefind"
    site.mkdir()
    pages(articles, site)
    say("fetching Pagefind into a throwaway environment")
    try:
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        subprocess.run([python, "-m", "pip", "install", "-q", PAGEFIND], check=True, capture_output=True)
        start = time.perf_counter()
        subprocess.run(
            [python, "-m", "pagefind", "--site", site, "--force-language", "vi"], check=True, capture_output=True
        )
        say(f"Pagefind built its index in {time.perf_counter() - start:.1f} s wall")
    except (subprocess.CalledProcessError, OSError) as error:
        say(f"PAGEFIND IS NOT IN THE TABLE: {error} {getattr(error, 'stderr', b'')!r}")
        return None
    out = Outcome()
    host = Host(site)
    urls = [entry.url for entry in articles]
    run = """async q => {
      const t = performance.now(), pf = await import('/pagefind/pagefind.js');
      await pf.init();
      const { results } = await pf.search(q);
      const found = await Promise.all(results.slice(0, 10).map(r => r.data()));
      return [performance.now() - t, found.map(d => d.url)];
    }"""
    again = """async q => {
      const pf = await import('/pagefind/pagefind.js'), t = performance.now();
      const { results } = await pf.search(q), took = performance.now() - t;
      return [took, (await Promise.all(results.slice(0, 10).map(r => r.data()))).map(d => d.url)];
    }"""

    def right(found: list[str], known: Known) -> bool:
        return bool(found) and urls[int(found[0].strip("/").split(".")[0])] in known.articles

    for known in queries:
        page = browser.new_page()
        page.goto(f"{host.url}/0.html")
        host.count()
        took, found = page.evaluate(run, known.query)
        size = host.count()
        if known.targets:
            out.right[known.category].append(right(found, known))
        if len(found) >= 10:
            out.ten.append(size)
        (out.typo if known.category == "one typo" else out.cold).append(size)
        out.cold_ms.append(took)
        out.search_ms.append(page.evaluate(again, known.query)[0])
        if known.targets:
            quoted = page.evaluate(again, '"' + known.query.strip('"') + '"')[1]
            out.right[f"{known.category} quoted"].append(right(quoted or found, known))
        page.close()
    page = browser.new_page()
    page.goto(f"{host.url}/0.html")
    for known in queries:
        host.count()
        page.evaluate(again, known.query)
        out.warm.append(host.count())
    page.goto((site / "0.html").as_uri())
    offline = page.evaluate(
        "async () => { try { const pf = await import('./pagefind/pagefind.js'); await pf.init();"
        "return (await pf.search('hội nghị')).results.length + ' results'; } catch (e) { return String(e); } }"
    )
    page.close()
    host.close()
    return out, offline


def plain_lunr(browser: Any, articles: list[Any], queries: list[Known], folder: Path) -> tuple[Outcome, float]:
    """lunr.js with all texts, its index built in the browser, as MkDocs has it; and the seconds until it can answer."""
    site = folder / "lunr"
    site.mkdir()
    docs = [{"id": str(n), "title": e.title, "text": "\n".join(e.texts)} for n, e in enumerate(articles)]
    (site / "index.json").write_text(json.dumps(docs, ensure_ascii=False), encoding="utf-8")
    (site / "lunr.js").write_text(installed_lunr(), encoding="utf-8")
    (site / "0.html").write_text(
        '<!doctype html><meta charset="utf-8"><script src="lunr.js"></script>', encoding="utf-8"
    )
    host = Host(site)
    page = browser.new_page()
    page.set_default_timeout(600_000)
    page.goto(f"{host.url}/0.html")
    start = time.perf_counter()
    page.evaluate(
        """async () => {
        const docs = await (await fetch('index.json')).json();
        window.idx = lunr(function () {
          this.pipeline.reset(); this.searchPipeline.reset(); // its trimmer and stemmer spoil Vietnamese
          this.ref('id'); this.field('title', { boost: 3 }); this.field('text');
          docs.forEach(d => this.add(d));
        });
      }"""
    )
    ready = time.perf_counter() - start
    out = Outcome(cold=[host.count()])
    for known in queries:
        took, found = page.evaluate(
            """q => {
              const t = performance.now(), words = q.toLowerCase().split(/[\\s"]+/).filter(Boolean);
              const found = idx.query(b => words.forEach(w => b.term(w, { presence: lunr.Query.presence.REQUIRED })));
              return [performance.now() - t, found.slice(0, 10).map(r => r.ref)];
            }""",
            known.query,
        )
        out.search_ms.append(took)
        if known.targets:
            out.right[known.category].append(bool(found) and articles[int(found[0])].url in known.articles)
    page.close()
    host.close()
    return out, ready


# --- the table --------------------------------------------------------------------------------------------------------
def chromium(playwright: Any) -> Any:
    """The headless Chromium of the tests."""
    path = find_or_install(Path(sys.executable))
    if path is None:
        raise SystemExit(1)
    flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
    if sys.platform == "linux" and os.geteuid() == 0:
        flags.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=path, args=flags)


COLUMNS = ("cold KB", "p95", "ten KB", "p95", "warm KB", "p95", "typo max", "ms", "p95", "cold p95")


def show(name: str, out: Outcome) -> None:
    """One line of the table, in the order of ``COLUMNS``."""
    sizes = [at(values, share) / 1000 for values in (out.cold, out.ten, out.warm) for share in (0.5, 0.95)]
    sizes.append(max(out.typo, default=math.nan) / 1000)
    spans = [at(out.search_ms, 0.5), at(out.search_ms, 0.95), at(out.cold_ms, 0.95)]
    print(f"{name:22}" + "".join(f"{value:9.1f}" for value in (*sizes, *spans)))


def show_right(queries: list[Known], runs: list[tuple[str, Outcome]]) -> None:
    """How often the first result was the right one, by category; Pagefind a second time in its best quoting."""
    columns = [(name, out, "") for name, out in runs]
    columns += [("Pagefind quoted", out, " quoted") for name, out in runs if name == "Pagefind"]
    print(f"\n{'first result right':22}{'n':>5}" + "".join(f"{name:>18}" for name, _, _ in columns))
    for category in dict.fromkeys(known.category for known in queries if known.targets):
        print(f"{category:22}{len(runs[0][1].right[category]):5}", end="")
        for _, out, quoting in columns:
            values = out.right[category + quoting]
            print(f"{100 * sum(values) / max(1, len(values)):17.1f}%", end="")
        print()


def build(in_order: Callable[[], Iterable[tuple[str, Iterator[Entry]]]], site: Path) -> tuple[IndexReport, float]:
    """Write the index and the page of results; the report, and CPU seconds."""
    start = time.process_time()
    report = write_entries(in_order, FORMS, site)
    took = time.process_time() - start
    assets = site / "assets"
    assets.mkdir()
    for name in ("search.js", "search.css"):
        shutil.copyfile(ROOT / "hooks" / "theme" / "assets" / name, assets / name)
    (site / "tim-kiem.html").write_text(PAGE, encoding="utf-8")
    return report, took


def main() -> int:
    """Measure and print."""
    import resource

    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(
        "bench_search.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, help="of the corpus")
    parser.add_argument("--queries", type=int, default=40, help="known items of each category")
    parser.add_argument("--query-seed", default=None, help="of the known items; changes with the clock by default")
    parser.add_argument("--direct", action="store_true", help="entries from the generator's facts, nothing read")
    parser.add_argument("--no-peers", action="store_true", help="leave out Pagefind and lunr.js")
    parser.add_argument(
        "--misses", action="store_true", help="print the queries whose first result was not the one meant"
    )
    options = parser.parse_args()
    seed = options.query_seed or f"{time.time_ns():x}"
    with tempfile.TemporaryDirectory(prefix="bench-search-") as temporary:
        folder = Path(temporary)
        site = folder / "site"
        site.mkdir()
        say("making the corpus")
        in_order = (
            direct(options.articles, options.seed)
            if options.direct
            else read(options.articles, options.seed, folder / "bai")
        )
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        report, took = build(in_order, site)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        say("drawing queries")
        queries = sample(in_order, options.queries, seed)
        articles = next(list(entries) for kind, entries in in_order() if kind == "articles")
        how = ", direct" if options.direct else ""
        print(f"\n{options.articles:,} articles (seed {options.seed}{how}), {report.entries:,} entries", end="")
        print(f", {len(queries)} queries (seed {seed})")
        print(f"index: {took:.1f} s CPU, peak {peak / 1000:.0f} MB (before it {before / 1000:.0f})", end="")
        print(
            f", {report.files:,} files, {report.bytes / 1e6:.1f} MB, {report.compressed / 1e6:.2f} MB compressed",
            end="",
        )
        print(f", largest file {report.largest:,} bytes")
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            say("our search")
            mine, same, some = ours(browser, site, queries)
            runs: list[tuple[str, Outcome]] = [("Biên Niên", mine)]
            notes = [f"Biên Niên from file://: {same} of {some} rankings the same as over HTTP"]
            if not options.no_peers:
                peer = pagefind(browser, articles, queries, folder)
                if peer:
                    runs.append(("Pagefind", peer[0]))
                    notes.append(f"Pagefind from file://: {peer[1]}")
                say("lunr.js in the browser")
                other, ready = plain_lunr(browser, articles, queries, folder)
                runs.append(("lunr.js, whole", other))
                notes.append(f"lunr.js, whole: {ready:.1f} s until the first answer")
            browser.close()
    print(f"\n{'':22}" + "".join(f"{column:>9}" for column in COLUMNS))
    for name, out in runs:
        show(name, out)
    print("\n".join(notes))
    show_right(queries, runs)
    if options.misses:
        misses: dict[str, int] = defaultdict(int)
        for known in queries:
            if known.targets and not mine.right[known.category][misses[known.category]]:
                print(f"missed: {known.category}: {known.query} -> {', '.join(sorted(known.targets)[:2])}")
            misses[known.category] += 1
    return 0
