"""Pasted text in, a correctly named source article with draft front matter out, and what was understood of it."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from . import source
from .archive import Reading, build_archive
from .entities import Archive, ArticleRecord
from .meetings import near_duplicates
from .model import Article, Meta, SourceRef
from .pipeline import Place, read_archive
from .problems import Problem
from .reading import ArticleReader
from .text import clean_line, slug, tone_normal
from .words import RELATIONS, ROLES

_NAMES = 99  # so many articles of one day and title are a mistake
_WORD = re.compile(r"[^\W_]+")


def main(argv: Sequence[str] | None, root: Path) -> int:
    """Add one article to the project at ``root``. 0: written (or would be); 1: not written, see why; 2: usage."""
    options = _parser().parse_args(argv)
    place = Place.of(root, options.out.resolve() if options.out else None)
    if options.file != "-" and not Path(options.file).is_file():
        _say(f"Không có tệp “{options.file}”.")
        return 2
    loaded, problems = _load(options.file)
    _show(problems)
    if loaded is None:
        return 1
    has_front = source.split_front_matter(loaded.text, options.file)[0] is not None
    if has_front and (options.source or options.url or options.published):
        _say("Văn bản đã có phần đầu: ghi nguồn và ngày đăng vào đó, không ghi ở dòng lệnh.")
        return 2
    archive = read_archive(place, progress=_say)
    vocabulary = source.read_vocabulary(place.registries / "tu-vung")[0]
    reader = ArticleReader(archive.registry, vocabulary)
    reading, problems = _read(loaded.text, "bai-moi.md", reader, _meta(options))
    if reading is None:
        _show(problems)
        return 1
    if copy := _same_words(reading.article, archive):
        _say(f"Bài này đã có: {copy.path}. Không ghi gì.")
        return 1
    relative = free_name(reading, archive, place.articles)
    if relative is None:
        _show([Problem(options.file, 0, "BN005", f"đã có {_NAMES} bài cùng ngày, cùng tiêu đề.", "Sửa tiêu đề.")])
        return 1
    text = loaded.text if has_front else draft(loaded.text, reading, archive)
    shown = f"{place.shown}/{relative.as_posix()}" if place.shown else relative.as_posix()
    # Read once more as the build will read it: what is written must be readable, and be the same words.
    reading, problems = _read(text, shown, reader, None)
    if reading is None:
        _show(problems)
        return 1
    copies = near_duplicates({**{i: r.article for i, r in archive.articles.items()}, "": reading.article})
    copies = [p for p in copies if p.path == shown]
    if copies and not options.keep:
        _show(copies)
        _say("Không ghi gì. Nếu đúng là bài khác, chạy lại với --keep.")
        return 1
    if not options.dry_run:
        target = place.articles / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    print(f"{'Sẽ ghi' if options.dry_run else 'Đã ghi'} {shown}\n")
    for line in understood(_with(archive, reading, vocabulary), reading.article.id):
        print(line)
    if not options.dry_run:
        print("\n".join(["", *_next_steps(shown, reading.article.id)]))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("add.py", description="Ghi văn bản đã dán thành một bài, và cho biết máy hiểu gì.")
    parser.add_argument("file", metavar="TỆP", help="tệp văn bản, hoặc - để dán vào cửa sổ lệnh")
    parser.add_argument("--source", type=clean_line, metavar="TÊN", help="tên báo, đài, cổng thông tin")
    parser.add_argument("--url", type=_url, metavar="URL", help="địa chỉ bài gốc")
    parser.add_argument("--published", type=_day, metavar="NĂM-THÁNG-NGÀY", help="ngày đăng")
    parser.add_argument("--out", type=Path, metavar="DIR", help="thư mục bài viết; mặc định docs/bai-viet")
    parser.add_argument("--dry-run", action="store_true", help="chỉ cho biết sẽ ghi gì, không ghi")
    parser.add_argument("--keep", action="store_true", help="ghi cả khi lời văn gần trùng một bài đã có")
    return parser


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://\S+", text):
        raise argparse.ArgumentTypeError(f"“{text}” không phải địa chỉ http:// hay https://")
    return text


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày; viết như 2025-12-25") from None


def _load(name: str) -> tuple[source.FileText | None, list[Problem]]:
    if name != "-":
        return source.read_file(Path(name), name)
    if sys.stdin.isatty():
        _say("Dán văn bản vào đây, rồi nhấn Ctrl-D (Windows: Ctrl-Z, Enter).")
    return source.text_of(sys.stdin.buffer.read(), "văn bản dán vào")


def _meta(options: argparse.Namespace) -> Meta:
    return Meta(published=options.published, source=SourceRef(options.source, options.url))


def _read(text: str, path: str, reader: ArticleReader, meta: Meta | None) -> tuple[Reading | None, list[Problem]]:
    """The reading of a text under the name that it will have. ``meta`` stands in where it has no front matter."""
    identity, _ = source.article_id(Path(path).stem)
    raw, problems = source.read_article(text, path, f"bai-viet/{identity}.html", identity)
    if raw is None:
        return None, problems
    if meta is not None and raw.meta == Meta():
        raw = source.RawArticle(raw.id, raw.path, raw.url, meta, raw.lines, raw.sha256)
    return reader.read(raw), problems


def _words(article: Article) -> list[str]:
    return _WORD.findall(tone_normal(" ".join(block.text for block in article.blocks)).casefold())


def _same_words(article: Article, archive: Archive) -> Article | None:
    """The article of the archive that has exactly the same words, if any."""
    words = _words(article)
    return next((r.article for r in archive.articles.values() if _words(r.article) == words), None)


def _with(archive: Archive, reading: Reading, vocabulary: Path | None) -> Archive:
    """The archive as it will be with the new article in it."""
    known = [Reading(r.article, r.extraction, r.outlet) for r in archive.articles.values()]
    return build_archive([*known, reading], archive.registry, vocabulary=vocabulary)


# --- the file ----------------------------------------------------------------------------------------------------
def free_name(reading: Reading, archive: Archive, folder: Path) -> Path | None:
    """<year>/<date>-<title>.md below ``folder``, of no article that is there; None when too many have that name."""
    when = reading.extraction.event.date
    day = reading.article.published or (when.date if when.precision == "day" else None)
    stem = slug(reading.article.title, 70) or "bai"
    base = f"{day.isoformat()}-{stem}" if day else stem
    taken = {identity.lower() for identity in archive.articles}
    for number in range(1, _NAMES + 1):
        name = base if number == 1 else f"{base}-{number}"
        path = Path(str(day.year) if day else "khong-ro-ngay", f"{name}.md")
        if name not in taken and source.article_id(name) == (name, True) and not (folder / path).exists():
            return path
    return None


def draft(text: str, reading: Reading, archive: Archive) -> str:
    """The text word for word below a front matter of what is known; what is guessed stands there as a comment."""
    return "\n".join(["---", *_front(reading, archive), "---", text])


def _front(reading: Reading, archive: Archive) -> Iterator[str]:
    article, meta = reading.article, reading.article.meta
    title = _quoted(article.title)
    if article.title_basis == "stated":
        yield f"title: {title}  # dòng đầu của bài; sửa nếu không phải tiêu đề"
    else:
        yield f"# title: {title}  # bài không có tiêu đề, đây là câu đầu; bỏ dấu # và sửa lại nếu biết"
    if meta.published:
        yield f"published: {meta.published}"
    elif article.published:
        yield f"published: {article.published}  # theo dấu ngày trong bài; kiểm tra lại"
    else:
        yield "# published: 2025-12-25  # ngày đăng; bỏ dấu # và sửa lại nếu biết"
    outlet = archive.registry.outlets.get(reading.outlet or "")
    yield "source:"
    if meta.source.name:
        yield f"  name: {_quoted(meta.source.name)}"
    elif outlet:
        yield f"  name: {_quoted(outlet.short)}  # máy nhận ra; kiểm tra lại"
    else:
        yield '  # name: ""  # tên báo, đài, cổng thông tin'
    yield f"  url: {_quoted(meta.source.url)}" if meta.source.url else '  # url: "https://…"  # địa chỉ bài gốc'
    yield "# Người, văn kiện, cuộc họp do máy đọc từ bài. Chỉ ghi thêm ở đây khi máy đọc sai: xem hướng dẫn biên tập."


def _quoted(text: str) -> str:
    """A text as YAML takes it whatever is in it: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)


# --- what was understood -----------------------------------------------------------------------------------------
def understood(archive: Archive, identity: str) -> Iterator[str]:
    """What the machine makes of an article of the archive, line by line."""
    record = archive.articles[identity]
    article, event, meeting = record.article, record.event, archive.meetings[record.meeting]
    basis = {"editor": "phần đầu", "stated": "dòng đầu của bài", "derived": "chưa có; đây là câu đầu"}
    yield f"Tiêu đề:   {article.title} ({basis[article.title_basis]})"
    yield f"Ngày đăng: {_shown_day(article.published)}"
    outlet = archive.registry.outlets.get(record.outlet or "")
    yield f"Báo:       {outlet.short if outlet else article.meta.source.name or 'chưa rõ'}"
    when = event.date
    day = _shown_day(when.date) if when.date else f"muộn nhất {_shown_day(when.not_after)}" if when.not_after else "?"
    yield f"Ngày họp:  {day}. {_sentence(when.reason)}"
    where = archive.registry.places.get(event.place or "")
    yield f"Nơi họp:   {where.short if where else event.place or '?'}. {_sentence(event.place_reason)}"
    yield f"Cơ quan:   {meeting.body_name or '?'}" + (f" ({meeting.body})" if meeting.body else "")
    yield f"Cuộc họp:  {meeting.title}"
    for other in meeting.articles:
        if other != identity:
            yield f"           cùng cuộc họp với {archive.articles[other].article.path}"
    if meeting.joined_because:
        yield f"           vì {'; '.join(meeting.joined_because)}"
    yield f"Người:     {len(record.people)}"
    yield from _people(archive, record)
    yield f"Văn kiện:  {len(record.documents)}"
    for citation, document in zip(record.extraction.citations, record.documents, strict=True):
        found = archive.documents[document]
        reason = next(c.reason for c in found.citations if c.article == identity and c.citation == citation)
        state = "chưa rõ" if found.status == "unresolved" else document
        yield f"  - {citation.as_written} ({RELATIONS[citation.relation]}): {state}. {_sentence(reason)}"
    doubts = [p for p in archive.problems if p.path == article.path]
    yield f"Cần xem:   {len(doubts)}"
    for problem in doubts:
        yield f"  - {problem}"


def _people(archive: Archive, record: ArticleRecord) -> Iterator[str]:
    for mention, identity in zip(record.extraction.people, record.people, strict=True):
        offices = "; ".join(" ".join(filter(None, (o.label, o.organization))) for o in mention.offices)
        person = archive.people[identity]
        known = any(a.article != record.article.id for a in person.appearances)
        yield (
            f"  - {mention.name}: {ROLES[mention.role]}; {offices or 'không ghi chức vụ'} "
            f"[{identity}, {'đã có trong kho' if known else 'mới'}]"
        )


def _next_steps(shown: str, identity: str) -> list[str]:
    return [
        "Việc tiếp theo:",
        f"  1. Mở {shown}, xem lại phần đầu (các dòng có dấu #).",
        f"  2. python3 scripts/explain.py {identity}   (máy đọc từng đoạn ra sao)",
        "  3. python3 scripts/check.py   rồi   python3 scripts/serve.py   (kiểm tra, xem thử)",
        f"  4. git add {shown} && git commit",
    ]


def _shown_day(day: dt.date | None) -> str:
    return f"{day.day}-{day.month}-{day.year}" if day else "chưa rõ"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "." if text else ""


def _show(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
