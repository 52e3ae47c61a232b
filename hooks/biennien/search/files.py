"""Search data in, script files out: each file is one call that a page loads with a <script> tag, also from file://.

A file is ``bnSearch(name, build, checksum, payload)``. The build tells files of another build apart, which a cache or
an unfinished upload may mix in; the checksum finds damage. No file is over 16 KB once compressed.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .postings import Line

LARGEST = 15_800  # bytes of a compressed file; 16 KB with what a host's compressor may do worse
_MOST_IN_A_FILE = 18_000  # characters of packed postings: six bits each at most
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """A whole number as short file names and dates bear it."""
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = _BASE36[digit] + text
        if not number:
            return text


class Files:
    """Writes the files of one index and keeps count of them."""

    def __init__(self, folder: Path, build: str) -> None:
        self.folder = folder
        self.build = build
        self.count = 0
        self.bytes = 0
        self.compressed = 0
        self.largest = 0

    def write(self, name: str, payload: str) -> None:
        """Write one file: ``<name>.js`` in the index's folder."""
        body = payload.encode("utf-8", "replace")  # a lone surrogate has no bytes
        payload = body.decode()
        call = f'bnSearch("{name}","{self.build}",{zlib.crc32(body)},{json.dumps(payload, ensure_ascii=False)})\n'
        self.write_text(f"{name}.js", call)

    def write_text(self, name: str, text: str) -> None:
        """Write a text as it is."""
        data = text.encode()
        (self.folder / name).write_bytes(data)
        size = compressed_size(data)
        self.count += 1
        self.bytes += len(data)
        self.compressed += size
        self.largest = max(self.largest, size)


def compressed_size(data: bytes) -> int:
    """Bytes as a web host sends them."""
    return len(gzip.compress(data, 6, mtime=0))


# --- terms ------------------------------------------------------------------------------------------------------------
def shared_prefix(first: str, second: str) -> int:
    """How many characters two strings begin with together."""
    count = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        count += 1
    return count


def _after(previous: str, term: str) -> str:
    """The term as a letter for what it shares with the one before, at most 60 characters, and the rest."""
    shared = min(60, shared_prefix(previous, term))
    return chr(65 + shared) + term[shared:]


def separator(before: str, after: str) -> str:
    """The shortest string above ``before`` and not above ``after``."""
    return after[: shared_prefix(before, after) + 1] if before else after[:1]


def front_coded(terms: Iterable[str]) -> str:
    """Sorted strings, each as a letter for what it shares with the one before, and the rest; "!" between them."""
    out, previous = [], ""
    for term in terms:
        out.append(_after(previous, term))
        previous = term
    return "!".join(out)


def _segments(line: Line, longest: int) -> Iterator[Line]:
    """The line, or where it is too long for one file, several with the same term.

    Packed postings count from the posting before, so a later piece starts with where it starts.
    """
    if sum(len(text) for _, text in line.postings) <= longest:
        yield line
        return
    for accent, text in line.postings:
        for start, piece in _pieces(text, longest):
            yield Line(line.term, [(f"{accent}@{start}" if start else accent, piece)], line.documents)


def _pieces(text: str, longest: int) -> Iterator[tuple[int, str]]:
    """Packed postings in pieces that end where a number ends, each with the document before its first one."""
    start, document, base, number, shift = 0, -1, 0, 0, 0
    for at, char in enumerate(text):
        digit = _DIGIT[char]
        number |= (digit & 31) << shift
        shift += 5
        if digit & 32:
            continue
        document += (number >> 3) + 1
        number = shift = 0
        if at + 1 - start >= longest:
            yield base, text[start : at + 1]
            start, base = at + 1, document + 1
    if start < len(text):
        yield base, text[start:]


_DIGIT = {c: n for n, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")}


def _encoded(lines: Sequence[Line]) -> str:
    out, previous = [], ""
    for line in lines:
        postings = "|".join(f"{accent}:{text}" for accent, text in line.postings)
        out.append(f"{_after(previous, line.term)}|{postings}")
        previous = line.term
    return "!".join(out)


_LISTED = 300  # more files than this are listed in files of their own, so that the manifest stays small
_PER_LIST = 96


def write_terms(files: Files, family: str, lines: Iterable[Line], target: int) -> dict[str, object]:
    """Write lines in the order of their terms as files ``<family>0``, ``<family>1``, … of about ``target`` characters.

    Returns the manifest's entry: where each file begins, or, where that is long, where each list ``x<family>0``, … of
    such beginnings begins. A term with more postings than a file holds has files of its own, which all begin with it.
    """
    begins = list(_write_lines(files, family, lines, target))
    coded = front_coded(begins)
    if len(begins) <= _LISTED and len(coded) < 4000:
        return {"begins": coded}
    lists = [begins[at : at + _PER_LIST] for at in range(0, len(begins), _PER_LIST)]
    for number, listed in enumerate(lists):
        files.write(f"x{family}{base36(number)}", front_coded(listed))
    return {"lists": front_coded(listed[0] for listed in lists), "each": _PER_LIST}


def _write_lines(files: Files, family: str, lines: Iterable[Line], target: int) -> Iterator[str]:
    count = 0
    last = ""
    waiting: list[Line] = []
    size = 0

    def flush(lines: Sequence[Line], *, whole: bool = False) -> Iterator[str]:
        nonlocal last, count
        if not lines:
            return
        text = _encoded(lines)
        data = text.encode()
        if len(lines) > 1 and len(data) > LARGEST and compressed_size(data) > LARGEST:
            yield from flush(lines[: len(lines) // 2])
            yield from flush(lines[len(lines) // 2 :])
            return
        files.write(family + base36(count), text)
        count += 1
        yield lines[0].term if whole else separator(last, lines[0].term)
        last = lines[-1].term

    for line in lines:
        length = len(line.term) + sum(len(text) + len(accent) + 2 for accent, text in line.postings)
        if length > _MOST_IN_A_FILE:
            yield from flush(waiting)
            waiting, size = [], 0
            for piece in _segments(line, _MOST_IN_A_FILE - 1000):
                yield from flush([piece], whole=True)
            continue
        if waiting and size + length > target:
            yield from flush(waiting)
            waiting, size = [], 0
        waiting.append(line)
        size += length
    yield from flush(waiting)


def write_numbered(files: Files, family: str, texts: Iterable[str], target: int) -> int:
    """Write texts one after another as files ``<family>0``, … of about ``target`` characters; how many files."""
    count = 0
    waiting: list[str] = []
    size = 0
    for text in texts:
        if waiting and size + len(text) > target:
            files.write(family + base36(count), "".join(waiting))
            count += 1
            waiting, size = [], 0
        waiting.append(text)
        size += len(text)
    if waiting:
        files.write(family + base36(count), "".join(waiting))
        count += 1
    return count
