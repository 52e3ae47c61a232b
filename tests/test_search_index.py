"""The files of the search index: what they hold is what lunr.py would hold, and they stay small."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from biennien.search import definition, files, write_entries, write_index
from biennien.search.entries import KINDS, ArticleEntry, Entries, Entry, Value
from biennien.search.files import base36, front_coded, separator, write_terms
from biennien.search.phrasebook import PLAIN, Phrasebook
from biennien.search.postings import MOST_TIMES, Line, Postings, packed, sort_key
from biennien.search.scripts import installed_lunr, lunr_script, own_script
from biennien.search.words import code_forms
from biennien.text import slug
from toy_archive import many, toy

FORMS = code_forms()
LARGEST = 16 * 1024
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def all_entries() -> list[Entry]:
    return [entry for _, entries in Entries(toy(), FORMS).in_order() for entry in entries]


def unpacked(text: str) -> list[int]:
    out, number, shift = [], 0, 0
    for char in text:
        digit = _DIGITS.index(char)
        number |= (digit & 31) << shift
        shift += 5
        if not digit & 32:
            out.append(number)
            number = shift = 0
    return out


def read_lines(lines: Iterator[Line]) -> dict[str, dict[str, dict[int, tuple[int, int]]]]:
    """term -> accent -> document -> (in title, times in text)."""
    out: dict[str, dict[str, dict[int, tuple[int, int]]]] = {}
    for line in lines:
        here = out.setdefault(line.term, {})
        for accent, text in line.postings:
            name, _, base = accent.partition("@")
            document = int(base or 0) - 1
            for value in unpacked(text):
                document += (value >> 3) + 1
                here.setdefault(name, {})[document] = (value >> 2 & 1, value & 3)
    return out


def payload(path: Path) -> str:
    call = path.read_text(encoding="utf-8")
    found = re.fullmatch(r'bnSearch\("[^"]*","[0-9a-f]+",\d+,(".*")\)\n', call, re.DOTALL)
    assert found, path
    return str(json.loads(found[1]))


def test_postings_are_those_of_lunr() -> None:
    entries = all_entries()
    postings = Postings(pairs=True)
    for number, entry in enumerate(entries):
        postings.add(number, entry.title, entry.texts, entry.codes, [value.filter for value in entry.values])
    read = read_lines(postings.single_lines()) | read_lines(postings.pair_lines())
    ours: dict[str, dict[str, set[tuple[int, int]]]] = defaultdict(lambda: {"title": set(), "text": set()})
    for term, accents in read.items():
        if term.startswith("@"):
            continue  # facets are no terms of lunr's
        together: dict[int, list[int]] = {}
        for accent, documents in accents.items():
            for document, (title, times) in documents.items():
                kept = together.setdefault(document, [0, 0])
                kept[0] |= title
                kept[1] = min(MOST_TIMES, kept[1] + times)
                name = term if term.startswith("#") else f"={term}:{accent}"
                if title:
                    ours[name]["title"].add((document, 1))
                if times:
                    ours[name]["text"].add((document, times))
        for document, (title, times) in together.items():
            if title:
                ours[term]["title"].add((document, 1))
            if times:
                ours[term]["text"].add((document, times))
    theirs: dict[str, dict[str, set[tuple[int, int]]]] = defaultdict(lambda: {"title": set(), "text": set()})
    for number, entry in enumerate(entries):
        for field, terms in definition.terms(entry).items():
            for term, times in Counter(terms).items():
                theirs[term][field].add((number, times))
    assert ours == theirs
    index = definition.whole_index(entries)
    assert set(index.inverted_index) == set(theirs)


def test_the_same_archive_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    assert write_index(toy(), first) == write_index(toy(), second)
    for path in sorted((first / "search").iterdir()):
        assert path.read_bytes() == (second / "search" / path.name).read_bytes(), path.name


def test_building_again_leaves_nothing_of_the_index_before(tmp_path: Path) -> None:
    write_index(many(30), tmp_path)
    (tmp_path / "search" / "zz.js").write_text("old")
    write_index(toy(), tmp_path)
    assert not (tmp_path / "search" / "zz.js").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["search"]


def test_the_report_counts_what_was_written(tmp_path: Path) -> None:
    archive = toy()
    report = write_index(archive, tmp_path)
    written = list((tmp_path / "search").iterdir())
    assert report.articles == len(archive.articles)
    assert report.files == len(written)
    assert report.bytes == sum(path.stat().st_size for path in written)
    assert report.largest == max(len(gzip.compress(path.read_bytes(), 6, mtime=0)) for path in written)


def hostile_entries() -> list[ArticleEntry]:
    rng = random.Random(3)

    def word(letters: str, length: int) -> str:
        return "".join(rng.choice(letters) for _ in range(length))

    cjk = "".join(chr(c) for c in range(0x4E00, 0x9FFF))
    marks = ["a" + "".join(chr(rng.randrange(0x300, 0x36F)) for _ in range(2)) for _ in range(400)]
    texts = [
        "Nguyễn " * 60_000,
        word("abcdefghijklmnopqrstuvwxyz0123456789", 200_000),
        " ".join(word("abcdefghijklmnopqrstuvwxyz", 9) for _ in range(20_000)),
        word(cjk, 60_000),
        " ".join(word(cjk, 2) for _ in range(20_000)),
        " ".join(marks),
        " ".join("x" * 31 + word("abcdefgh", 8) for _ in range(5_000)),
        "\u0600\u05ff\u06ff " * 3000,
        "```;!|:@\"'\\\u2028</script>" * 500,
        "\ud800 lẻ \udc00",
    ]
    return [
        ArticleEntry(
            f"bai-viet/{n}.html", text[:300], "chi tiết " * 100, dt.date(2024, 1, 1), (text,), blocks=(("b1", text),)
        )
        for n, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    articles = hostile_entries()
    write_entries(lambda: ((k, iter(articles if k == "articles" else [])) for k in KINDS), FORMS, folder)
    return folder / "search"


def test_no_file_is_over_sixteen_kilobytes_compressed_whatever_the_texts(hostile: Path) -> None:
    for path in hostile.glob("*.js"):
        assert len(gzip.compress(path.read_bytes(), 6)) <= LARGEST, path.name


def crowd(count: int) -> dict[str, list[Entry]]:
    """Many short articles, each with several values of every facet, and a name or document for every few of them."""
    rng = random.Random(8)
    syllables = [first + rest for first in "bcdghklmnprstvx" for rest in ("ang", "ết", "ội", "ong", "ường", "y", "ua")]

    def name() -> str:
        return " ".join(rng.choice(syllables).capitalize() for _ in range(3))

    people = sorted({name() for _ in range(count // 8)})
    documents = [f"{number}-NQ/TU" for number in range(1, count // 20)]
    articles: list[Entry] = []
    for number in range(count):
        chosen = [*rng.sample(people, 4), *rng.sample(documents, 2)]
        facets = ("nhan-su", "nhan-su", "nhan-su", "nhan-su", "van-kien", "van-kien")
        values = [Value(facet, slug(label), label) for facet, label in zip(facets, chosen, strict=True)]
        for facet in ("noi", "to-chuc", "bao", "loai"):
            label = f"{facet} {rng.randrange(900)}"
            values.append(Value(facet, slug(label), label))
        text = f"Hội nghị của {' và '.join(chosen)} bàn việc {name().lower()}."
        day = dt.date(2010, 1, 1) + dt.timedelta(days=count - number)
        url = f"bai-viet/{number}.html"
        articles.append(
            ArticleEntry(url, f"Họp {name()}", "", day, (text,), values=tuple(values), blocks=(("b1", text),))
        )
    out: dict[str, list[Entry]] = {kind: [] for kind in KINDS} | {"articles": articles}
    out["people"] = [Entry(f"nhan-su/{slug(p)}.html", p, "1 bài", None, (p,)) for p in people]
    out["documents"] = [Entry(f"van-kien/{slug(d)}.html", f"Nghị quyết số {d}", "", None, (d,)) for d in documents]
    return out


def test_no_file_of_a_large_index_is_over_sixteen_kilobytes_facets_included(tmp_path: Path) -> None:
    table = crowd(12_000)
    report = write_entries(lambda: ((kind, iter(table[kind])) for kind in KINDS), FORMS, tmp_path)
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 6)) for path in (tmp_path / "search").glob("*.js")}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    assert report.entries > 13_000 and len(sizes) > 2_000
    # All of it was needed: lists of terms, several files for one term and for one facet, many labels.
    for prefix, least in (("xs", 1), ("xp", 1), ("f-nhan-su-", 5), ("f-noi-", 2), ("g-nhan-su-", 5), ("t", 1)):
        assert sum(name.startswith(prefix) for name in sizes) >= least, prefix
    assert sizes["manifest.js"] < 4096, "what is loaded when somebody goes to the box"


def test_a_long_text_is_kept_whole_over_several_files(hostile: Path) -> None:
    per = json.loads(payload(hostile / "manifest.js"))["texts"]["articles"]
    number = 2
    name = f"d{base36(number // per)}"
    more = sorted(hostile.glob(f"{name}-{number % per}-*.js"), key=lambda p: int(p.stem.rsplit("-", 1)[1], 36))
    assert len(more) > 5
    row = payload(hostile / f"{name}.js").split("\f")[number % per]
    lines = [*row.split("\n")[1:], *(line for path in more for line in payload(path).split("\n"))]
    text = "".join(lengthened(line.split("\t")[1], hostile) for line in lines)
    assert text == hostile_entries()[number].texts[0]


def lengthened(text: str, folder: Path) -> str:
    if text.startswith(PLAIN):
        return text[1:]
    phrases = payload(folder / "w.js").split("\n")
    return re.sub("[\u0600-\u07ff]", lambda m: phrases[ord(m[0]) - 0x600], text)


def test_an_empty_archive_has_an_index_too(tmp_path: Path) -> None:
    report = write_entries(lambda: ((kind, iter(())) for kind in KINDS), FORMS, tmp_path)
    assert report.entries == 0
    assert json.loads(payload(tmp_path / "search" / "manifest.js"))["counts"] == [0, 0, 0, 0, 0]


@pytest.mark.parametrize("longest", [40, 200])
def test_postings_too_many_for_a_file_come_in_several_that_hold_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, longest: int
) -> None:
    monkeypatch.setattr(files, "_MOST_IN_A_FILE", 1000 + longest)
    postings = Postings(pairs=False)
    for number in range(3000):
        postings.add(number, "", ["đảng dang" if number % 3 else "khác"])
    again = Postings(pairs=False)
    for number in range(3000):
        again.add(number, "", ["đảng dang" if number % 3 else "khác"])
    whole = read_lines(again.single_lines())
    out = files.Files(tmp_path, "0")
    begins = str(write_terms(out, "s", postings.single_lines(), 5000)["begins"])
    assert begins.count("!") > 3
    seen: dict[str, dict[str, dict[int, tuple[int, int]]]] = {}
    for at in range(out.count):
        term = ""
        for line in payload(tmp_path / f"s{base36(at)}.js").split("!"):
            head, *groups = line.split("|")
            term = term[: ord(head[0]) - 65] + head[1:]
            pieces = [(g.split(":")[0], g.split(":")[1]) for g in groups]
            for accent, documents in read_lines(iter([Line(term, pieces, 0)]))[term].items():
                seen.setdefault(term, {}).setdefault(accent, {}).update(documents)
    assert seen == whole


def test_a_text_with_the_phrasebooks_own_letters_is_left_as_it_is() -> None:
    book = Phrasebook(["hội nghị tổng kết của tỉnh ủy " * 30])
    assert book.phrases
    assert len(book.shorten("hội nghị tổng kết")) < 8
    assert book.shorten("hội nghị \u0601") == PLAIN + "hội nghị \u0601"


def test_separators_lie_between_what_they_separate() -> None:
    rng = random.Random(5)
    terms = sorted(
        {"".join(rng.choice("ab 中\U0001d49c") for _ in range(rng.randint(1, 70))) for _ in range(500)}, key=sort_key
    )
    for before, after in pairwise(terms):
        between = separator(before, after)
        assert sort_key(before) < sort_key(between) <= sort_key(after)


def test_front_coding_and_packing_have_one_form() -> None:
    assert front_coded(["hoi", "hoi nghi", "hop"]) == "Ahoi!D nghi!Cp"
    assert [packed(n) for n in (0, 31, 32, 1000)] == ["A", "f", "gB", "of"]
    assert unpacked(packed(0) + packed(31) + packed(32) + packed(10**9)) == [0, 31, 32, 10**9]


def test_lunr_comes_from_the_installed_package_with_its_licence_and_without_what_does_not_run() -> None:
    script = lunr_script()
    assert "@license MIT" in script.split("*/")[0]
    assert "lunr.Index.prototype.query" in script
    assert "lunr.stemmer = " in installed_lunr() and "lunr.stemmer = " not in script
    assert len(script) < len(installed_lunr()) / 3


def test_our_scripts_are_shipped_without_comments_and_whole() -> None:
    script = own_script("words", "engine", "page")
    assert "globalThis.bnEngine = " in script
    assert not re.search(r"^\s*(//|/\*)", script, re.MULTILINE)
