"""An article of the archive in, its text block by block with every mention, rule and decision out, as plain lines."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .entities import Archive, ArticleRecord
from .model import Block, Evidence, Figure
from .pipeline import Place, read_archive
from .resolve_organizations import OrganizationResolver
from .source import read_vocabulary
from .words import RELATIONS, ROLES

_FORMS = {"full": "tên đầy đủ", "short": "gọi tắt", "honorific": "gọi theo cách xưng hô", "office": "gọi theo chức vụ"}
_BOLD, _MARK, _END = "\033[1m", "\033[4m", "\033[0m"


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """What was read at one place of a block, by which rule, and what it was taken for."""

    start: int
    end: int
    what: str
    rule: str
    decision: str


def main(argv: Sequence[str] | None, root: Path) -> int:
    """Explain one article. 0: shown; 1: there is none of that name, or its file has errors; 2: usage."""
    parser = argparse.ArgumentParser(
        "explain.py", description="In một bài cùng mọi điều máy đọc được: theo luật nào, vì sao."
    )
    parser.add_argument("article", metavar="BÀI", help="mã bài hoặc đường dẫn tới tệp")
    parser.add_argument("--articles", type=Path, metavar="DIR", help="thư mục bài viết; mặc định docs/bai-viet")
    options = parser.parse_args(argv)
    place = Place.of(root, options.articles.resolve() if options.articles else None)
    archive = read_archive(place, progress=lambda text: print(text, file=sys.stderr))
    identity = find(options.article, archive, place)
    if identity is None:
        print(_not_found(options.article, archive, place), file=sys.stderr)
        return 1
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    words, _ = read_vocabulary(place.registries / "tu-vung")
    for line in explained(archive, identity, colour, words):
        print(line)
    return 0


def find(asked: str, archive: Archive, place: Place) -> str | None:
    """The id of the article that is meant: by id, or by the path of its file from here or from the project."""
    if asked in archive.articles:
        return asked
    for path in (Path(asked), place.root / asked, place.articles / asked):
        if path.is_file():
            inside = path.resolve()
            for identity, record in archive.articles.items():
                base = place.root if place.shown else place.articles
                if (base / record.article.path).resolve() == inside:
                    return identity
    return None


def _not_found(asked: str, archive: Archive, place: Place) -> str:
    name = Path(asked).name
    wrong = [str(p) for p in archive.problems if p.severity == "error" and Path(p.path).name in (name, f"{name}.md")]
    if wrong:
        return "\n".join(wrong)
    near = difflib.get_close_matches(Path(asked).stem, list(archive.articles), n=3, cutoff=0.5)
    hint = f" Có phải {' hay '.join(f'“{n}”' for n in near)}?" if near else ""
    return f"Không có bài “{asked}” trong {place.shown or place.articles}.{hint}"


def explained(archive: Archive, identity: str, colour: bool = False, vocabulary: Path | None = None) -> Iterator[str]:
    """The lines about one article; with ``colour`` the words that were read are marked for a terminal.

    ``vocabulary`` is the editors' folder of additions with which the archive was read.
    """
    record = archive.articles[identity]
    article = record.article

    def bold(text: str) -> str:
        return f"{_BOLD}{text}{_END}" if colour else text

    yield bold(article.title)
    yield f"{identity}, {article.path}"
    yield f"tiêu đề: {article.title_basis}; ngày đăng: {article.published or 'chưa rõ'} ({article.published_basis})"
    yield ""
    yield bold("Cuộc họp")
    yield from (f"  {line}" for line in _event(archive, record))
    notes = _notes(archive, record, vocabulary)
    for block in article.blocks:
        yield ""
        credit = f", ảnh: {block.credit}" if block.credit else ""
        yield bold(f"{block.id} {block.kind}") + f" (dòng {block.line}{credit})"
        found = sorted(notes[block.id])
        yield f"  {_marked(block, found) if colour else block.text}"
        for note in found:
            words = block.text[note.start : note.end]
            rule = f" [{note.rule}]" if note.rule else ""
            line = f"    {note.start}–{note.end} {note.what}: “{words}”{rule}"
            yield line + (f" → {note.decision}" if note.decision else "")
    yield ""
    yield bold("Người")
    for mention, person in zip(record.extraction.people, record.people, strict=True):
        entry = archive.people[person]
        stated = ", người biên tập ghi" if mention.stated_by_editor else ""
        yield f"  {person}: {mention.name}, {ROLES[mention.role]} [{mention.rule}{stated}]"
        for reason in entry.reasons:
            yield f"    gộp với bài khác: {reason}"
        if entry.namesakes:
            yield f"    trùng tên với: {', '.join(entry.namesakes)}"
    yield ""
    doubts = [p for p in archive.problems if p.path == article.path]
    yield bold(f"Cần xem: {len(doubts)}")
    yield from (f"  {problem}" for problem in doubts)


def _event(archive: Archive, record: ArticleRecord) -> Iterator[str]:
    event, meeting = record.event, archive.meetings[record.meeting]
    when = event.date
    shown = when.date or (f"muộn nhất {when.not_after}" if when.not_after else "chưa rõ")
    until = f" đến {when.end}" if when.end else ""
    yield f"ngày: {shown}{until} ({when.precision}, {when.basis}){_at(record, when.evidence)}: {when.reason}"
    if when.part_of_day:
        yield f"buổi: {when.part_of_day}"
    yield f"loại: {event.kind or 'chưa rõ'}{_at(record, event.kind_evidence)}"
    body = meeting.body or "không rõ là tổ chức nào"
    yield f"cơ quan: {event.body or 'chưa rõ'}{_at(record, event.body_evidence)} → {body}"
    place = f"nơi: {event.place or 'chưa rõ'} ({event.place_basis}){_at(record, event.place_evidence)}"
    yield f"{place}: {event.place_reason}"
    for name, value in (("địa điểm", event.venue), ("lần thứ", event.session), ("khóa", event.term)):
        if value:
            yield f"{name}: {value}"
    yield f"cuộc họp: {meeting.id}, “{meeting.title}”"
    for other in meeting.articles:
        if other != record.article.id:
            yield f"  cùng với {other}"
    for reason in meeting.joined_because:
        yield f"  vì {reason}"
    for difference in meeting.differences:
        values = " / ".join(f"{value} ({', '.join(sorted({a for a, _ in said}))})" for value, said in difference.values)
        yield f"  khác nhau, {difference.what}: {values}"


def _at(record: ArticleRecord, evidence: Evidence | None) -> str:
    if evidence is None:
        return ""
    words = record.article.block(evidence.block).text[evidence.start : evidence.end]
    return f", {evidence.block} {evidence.start}–{evidence.end} “{words}”"


def _notes(archive: Archive, record: ArticleRecord, vocabulary: Path | None) -> dict[str, list[Note]]:
    """Everything that was read, by block."""
    notes: dict[str, list[Note]] = defaultdict(list)
    extraction = record.extraction
    resolver = OrganizationResolver(archive.registry, vocabulary)
    place = record.event.place
    body = resolver.resolve(record.event.body, place) if record.event.body else None

    def note(evidence: Evidence | None, what: str, rule: str, decision: str) -> None:
        if evidence is not None:
            notes[evidence.block].append(Note(evidence.start, evidence.end, what, rule, decision))

    for mention, person, ids in zip(extraction.people, record.people, record.office_organizations, strict=True):
        for reference in mention.references:
            note(reference.evidence, f"người, {_FORMS[reference.form]}", reference.rule, person)
        for office, organization in zip(mention.offices, ids, strict=True):
            where = f"{office.organization or 'không ghi tổ chức'} ({organization or 'không rõ là tổ chức nào'}"
            if office.organization:
                where += f": {resolver.resolve(office.organization, place, body).reason}"
            status = "" if office.status == "current" else f", {office.status}"
            inferred = ", tổ chức suy ra từ lời bên cạnh" if office.organization_basis == "inferred" else ""
            decision = f"{person}: {office.label}{status} / {where}{inferred})"
            note(office.evidence, "chức vụ", office.rule, decision)
    for citation, document in zip(extraction.citations, record.documents, strict=True):
        found = archive.documents[document]
        reasons = [c.reason for c in found.citations if c.article == record.article.id and c.citation == citation]
        candidates = f" Có thể là: {', '.join(found.candidates)}." if found.candidates else ""
        state = f"{document} ({found.status}): {' '.join(dict.fromkeys(reasons))}{candidates}"
        note(citation.evidence, f"văn kiện, {RELATIONS[citation.relation]}", citation.rule, state)
    for figure, organization in zip(extraction.figures, record.figure_organizations, strict=True):
        note(figure.evidence, "số liệu", "", _figure(figure, organization))
    for statement in extraction.statements:
        words = "lời dẫn nguyên văn" if statement.quoted else "lời thuật lại"
        note(statement.evidence, words, statement.rule, record.people[statement.person])
    for doubt in extraction.doubts:
        note(doubt.evidence, doubt.code, "", doubt.message)
    return notes


def _figure(figure: Figure, organization: str | None) -> str:
    value = " đến ".join(map(str, figure.value)) if isinstance(figure.value, tuple) else str(figure.value)
    parts = [figure.qualifier, value, figure.unit, figure.what]
    subject = f", của {figure.subject} ({organization or 'không rõ là tổ chức nào'})" if figure.subject else ""
    as_of = f", tính đến {figure.as_of}" if figure.as_of else ""
    return " ".join(part for part in parts if part) + subject + as_of


def _marked(block: Block, notes: Sequence[Note]) -> str:
    """The block's text with all that was read underlined; overlapping spans are one."""
    out, at = "", 0
    # A statement spans whole sentences: marking it would mark everything.
    for note in notes:
        if note.what.startswith("lời ") or note.end <= at:
            continue
        start = max(note.start, at)
        out += f"{block.text[at:start]}{_MARK}{block.text[start : note.end]}{_END}"
        at = note.end
    return out + block.text[at:]
