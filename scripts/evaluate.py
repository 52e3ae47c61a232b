#!/usr/bin/env python3
"""Measure the reading of articles against gold beside them: python3 scripts/evaluate.py FOLDER [--help].

Each article (.md, .txt) has a .yml of the same stem: what a careful reader finds in it. Printed are precision, recall
and F1 for each kind of fact; ``-v`` lists every miss and every extra. The format of the gold and the way of counting
are described in docs/phat-trien/do-luong.md.
"""

import _bootstrap

# isort: split
import os
import sys

if __name__ == "__main__":
    # Again, as a module, in the environment; this folder last, because `test` and `build` are names of others too.
    here = os.path.dirname(os.path.abspath(__file__))
    call = "import sys; sys.path.append(%r); import evaluate; sys.exit(evaluate.main(sys.argv[1:]))" % here  # noqa: UP031 - old Pythons
    _bootstrap.run_python(["-P", "-c", call] + sys.argv[1:])  # noqa: RUF005 - old Pythons

import argparse
import datetime as dt
import importlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from _evaluation import Caption, Document, Facts, Figure, Office, Person, Score, Statement, compare, compare_people, key

ROOT = Path(__file__).resolve().parents[1]
Record = Mapping[str, Any]


# --- the gold -----------------------------------------------------------------------------------------------------
FIELDS = {
    *("outlet", "title", "date", "date_precision", "place", "province", "names", "body"),
    *("people", "documents", "captions", "statements", "figures"),
}


class GoldError(ValueError):
    """A gold file that is not as do-luong.md says; the message names file and place."""


def _many(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _known(what: str, record: Record, *keys: str) -> Record:
    if unknown := set(record) - set(keys):
        raise GoldError(f"{what}: unknown {', '.join(sorted(unknown))}")
    return record


def other_names(organization: str | None, province: str | None, names: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of an organisation that are as right as the one given.

    ``names``: what a short name at the end stands for in this article; ``province``: the one that "tỉnh" means there.
    """
    if organization is None:
        return ()
    pairs = [(short, full) for short, fulls in names.items() for full in _many(fulls)]
    if province:
        pairs += [(end, f"{end} {province}") for end in ("tỉnh", "tỉnh ủy", "thành phố", "thành ủy", "TP")]
    known = key(organization)
    out = []
    for short, full in pairs:
        for end, other in ((key(short), key(full)), (key(full), key(short))):
            if known == end or known.endswith(" " + end):
                out.append(known[: len(known) - len(end)] + other)
    return tuple(dict.fromkeys(out))


def gold_of(article: str, record: Record) -> Facts:
    """The facts of a gold file. Raises GoldError for keys that nothing reads."""
    _known(article, record, *FIELDS)
    people = []
    for person in record["people"]:
        _known(f"{article}: {person.get('name')}", person, "name", "role", "offices", "optional")
        offices = []
        for o in person["offices"]:
            _known(f"{article}: {person['name']}", o, "label", "organization", "status", "optional")
            first, *also = _many(o["organization"])
            also += other_names(first, record.get("province"), record.get("names") or {})
            statuses = _many(o.get("status", "current"))
            offices.append(Office(o["label"], first, statuses, o.get("optional", False), tuple(also)))
        people.append(Person(person["name"], _many(person["role"]), tuple(offices), person.get("optional", False)))
    return Facts(
        article,
        title=_many(record.get("title")),
        date=tuple(d.isoformat() if isinstance(d, dt.date) else d for d in _many(record["date"])),
        place=_many(record["place"]),
        body=_many(record["body"]),
        people=tuple(people),
        documents=tuple(
            Document(d["as_written"], _many(d["id"]), d.get("optional", False))
            for d in (_known(article, d, "as_written", "id", "optional") for d in record["documents"])
        ),
        captions=tuple(
            Caption(c["text"], _many(c["credit"]), c.get("optional", False))
            for c in (_known(article, c, "text", "credit", "optional") for c in record["captions"])
        )
        if "captions" in record
        else None,
        statements=tuple(
            Statement(s["person"], s["starts"], _many(s["quoted"]), s.get("optional", False))
            for s in (_known(article, s, "person", "starts", "quoted", "optional") for s in record["statements"])
        )
        if "statements" in record
        else None,
        figures=tuple(_figure(article, f) for f in record["figures"]) if "figures" in record else None,
    )


def _figure(article: str, record: Record) -> Figure:
    what = f"{article}: {record.get('value')} {record.get('what')}"
    _known(what, record, "value", "unit", "qualifier", "what", "subject", "as_of", "optional")
    days = (d.isoformat() if isinstance(d, dt.date) else d for d in _many(record["as_of"])) if "as_of" in record else ()
    return Figure(
        _many(record["value"]),
        _many(record["what"]),
        _many(record.get("unit")),
        _many(record.get("qualifier")),
        _many(record["subject"]) if "subject" in record else (),
        tuple(days),
        record.get("optional", False),
    )


def read_gold(folder: Path) -> dict[str, Facts]:
    """The gold of a folder by article id. Raises GoldError for an article without gold, or gold without an article."""
    import yaml

    articles = {p.stem for p in folder.iterdir() if p.suffix in {".md", ".txt"}}
    gold = {p.stem: p for p in sorted(folder.glob("*.yml"))}
    if not articles:
        raise GoldError(f"{folder}: no article (.md, .txt)")
    if alone := sorted(articles ^ set(gold)):
        raise GoldError(f"{folder}: article without gold, or gold without an article: {', '.join(alone)}")
    return {stem: gold_of(stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for stem, path in gold.items()}


# --- what was read ------------------------------------------------------------------------------------------------
def found_of(article: Record, texts: Mapping[str, str], meeting: Record, open_documents: Collection[str]) -> Facts:
    """The facts of one article out of the records of the contract. ``texts``: the text of each block by its id."""
    names = {p["person"]: p["name_as_written"] for p in article["people"]}
    return Facts(
        article["id"],
        title=(article["title"] if article["title_basis"] == "stated" else None,),
        date=(meeting.get("date"),),
        place=(meeting.get("place"),),
        body=(meeting.get("body_name") or meeting.get("body"),),
        people=tuple(
            Person(
                p["name_as_written"],
                (p["role"],),
                tuple(Office(o["label"], o["organization"], (o.get("status") or "current",)) for o in p["offices"]),
            )
            for p in article["people"]
        ),
        documents=tuple(
            Document(d["as_written"], (None if d["document"] in open_documents else d["document"],))
            for d in article["documents"]
        ),
        captions=tuple(Caption(c["text"], (c["credit"],)) for c in article["captions"]),
        statements=tuple(
            Statement(names.get(s["person"], s["person"]), texts[s["block"]], (bool(s["quoted"]),))
            for s in article["statements"]
        ),
        figures=tuple(
            Figure(_many(f["value"]), (f["what"],), (f["unit"],), (f["qualifier"],), (f["subject"],), (f["as_of"],))
            for f in article.get("figures", ())
        ),
    )


def _gather(
    articles: Sequence[Record], blocks: Callable[[str], Record], meetings: Sequence[Record], documents: Sequence[Record]
) -> dict[str, tuple[Facts, dict[str, str]]]:
    events = {m["id"]: m for m in meetings}
    unresolved = {d["id"] for d in documents if d["status"] != "identified"}
    out = {}
    for article in articles:
        texts = {b["id"]: b["text"] for b in blocks(article["id"])["blocks"]}
        out[article["id"]] = (found_of(article, texts, events.get(article["meeting"], {}), unresolved), texts)
    return out


def read_site(site: Path) -> dict[str, tuple[Facts, dict[str, str]]]:
    """(facts, texts of the blocks) of each article in the ``data/`` of a built site."""

    def table(name: str) -> Any:
        return json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))

    return _gather(table("articles"), lambda i: table(f"articles/{i}"), table("meetings"), table("documents"))


def read_folder(folder: Path) -> dict[str, tuple[Facts, dict[str, str]]]:
    """(facts, texts of the blocks) of each article in a folder, read now, each article by itself.

    By itself: another article must not lend a reading its date or place, since the gold was written from one text.
    """
    from biennien import records
    from biennien.archive import build_archive
    from biennien.pipeline import Place
    from biennien.reading import ArticleReader
    from biennien.source import read_articles, read_registry

    place = Place.of(ROOT, folder.resolve())
    registry, problems = read_registry(place.registries)
    raws, more = read_articles(place.articles, place.shown)
    for problem in (p for p in [*problems, *more] if p.severity == "error"):
        print(problem, file=sys.stderr)
    folder_of_words = place.registries / "tu-vung"
    vocabulary = folder_of_words if folder_of_words.is_dir() else None
    reader = ArticleReader(registry, vocabulary)
    out: dict[str, tuple[Facts, dict[str, str]]] = {}
    for raw in raws:
        archive = build_archive([reader.read(raw)], registry, [], vocabulary)
        tables = {name: list(rows) for name, rows in records.tables(archive)}
        of = {a.article.id: records.blocks(a.article) for a in archive.articles.values()}
        out |= _gather(tables["articles"], of.__getitem__, tables["meetings"], tables["documents"])
    return out


def read_underthesea(texts: Mapping[str, str]) -> Facts:
    """The people that underthesea's NER finds in the blocks of one article. Raises ImportError where it is missing."""
    ner = importlib.import_module("underthesea").ner  # an optional extra, imported only when asked for
    names: dict[str, str] = {}
    for text in texts.values():
        for name in person_names(ner(text)):
            names.setdefault(key(name), name)
    return Facts("underthesea", people=tuple(Person(n) for n in names.values()))


def person_names(tags: Sequence[Sequence[str]]) -> Iterator[str]:
    """The names in NER output: rows of (word, …, tag), with tags B-PER and I-PER."""
    name: list[str] = []
    for word, *_, tag in [*tags, ("", "O")]:
        if name and tag != "I-PER":
            yield " ".join(name)
            name = []
        if tag.endswith("-PER"):
            name.append(word)


# --- printing -----------------------------------------------------------------------------------------------------
def totals(by_article: Mapping[str, Mapping[str, Score]]) -> dict[str, Score]:
    """Counts of each kind over all articles."""
    out: dict[str, Score] = {}
    for article, scores in by_article.items():
        for kind, score in scores.items():
            named = Score(
                score.right, [f"{article}: {m}" for m in score.missed], [f"{article}: {e}" for e in score.extra]
            )
            out.setdefault(kind, Score()).add(named)
    return out


def table(by_article: Mapping[str, Mapping[str, Score]]) -> list[dict[str, Any]]:
    """One row a kind: counts, precision, recall, F1, and ``macro``, the mean of the articles' F1."""
    rows = []
    for kind, score in totals(by_article).items():
        each = [f for s in by_article.values() if kind in s and (f := s[kind].f1) is not None]
        rows.append(
            {
                "kind": kind,
                "right": score.right,
                "missed": len(score.missed),
                "extra": len(score.extra),
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "macro": sum(each) / len(each) if each else None,
            }
        )
    return rows


def printed(rows: Sequence[Record]) -> str:
    """The rows as a table for people."""

    def number(value: float | None) -> str:
        return f"{value:9.3f}" if value is not None else "        —"

    lines = [f"{'':18}{'right':>6}{'missed':>7}{'extra':>6}{'precision':>10}{'recall':>9}{'F1':>9}{'macro F1':>10}"]
    for r in rows:
        lines.append(
            f"{r['kind']:18}{r['right']:6}{r['missed']:7}{r['extra']:6} {number(r['precision'])}{number(r['recall'])}"
            f"{number(r['f1'])} {number(r['macro'])}"
        )
    return "\n".join(lines)


def main(argv: Sequence[str]) -> int:
    """Print the figures; 0: measured; 2: the folder, the gold or an option is not usable."""
    parser = argparse.ArgumentParser("evaluate.py", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("folder", type=Path, help="articles (.md, .txt), each with its gold (.yml)")
    parser.add_argument("--site", type=Path, metavar="DIR", help="measure this built site instead of reading now")
    parser.add_argument("--underthesea", action="store_true", help="also measure underthesea's NER on the people")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every miss and every extra")
    parser.add_argument("--kind", action="append", metavar="KIND", help="only this kind (may be repeated)")
    options = parser.parse_args(argv)
    try:
        gold = read_gold(options.folder)
        found = read_site(options.site) if options.site else read_folder(options.folder)
    except (OSError, GoldError) as error:
        print(error, file=sys.stderr)
        return 2
    if absent := sorted(set(gold) - set(found)):
        print(f"not read: {', '.join(absent)}", file=sys.stderr)
        return 2
    scores = {i: compare(facts, found[i][0]) for i, facts in gold.items()}
    if options.underthesea:
        try:
            for i in scores:
                named = compare_people(gold[i], read_underthesea(found[i][1]))["people"]
                scores[i] = {**scores[i], "people, underthesea": named}
        except ImportError as error:
            print(
                f"underthesea is not installed here ({error}). Install the extra `ner` into the same environment:\n"
                f'  {sys.executable} -m pip install "underthesea"',
                file=sys.stderr,
            )
            return 2
    if options.kind:
        scores = {i: {k: s for k, s in kinds.items() if k in options.kind} for i, kinds in scores.items()}
    rows = table(scores)
    if options.json:
        listed = {k: {"missed": s.missed, "extra": s.extra} for k, s in totals(scores).items()}
        out = {"folder": options.folder.name, "articles": len(gold), "kinds": rows}
        print(json.dumps(out | ({"details": listed} if options.verbose else {}), ensure_ascii=False, indent=1))
        return 0
    if options.verbose:
        for i, kinds in scores.items():
            for kind, score in kinds.items():
                for sign, lines in (("-", score.missed), ("+", score.extra)):
                    for line in lines:
                        print(f"{i}: {kind}: {sign} {line}")
        print()
    print(f"{options.folder}: {len(gold)} articles\n{printed(rows)}")
    return 0
