"""Readings of single articles and the registries in, the whole archive out: tables by id, all in a total order."""

from __future__ import annotations

import datetime as dt
import difflib
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import differences, meetings, redirects, resolve_documents
from .countries import is_foreign_name
from .documents import document
from .entities import (
    Appearance,
    Archive,
    ArticleRecord,
    Document,
    FigurePoint,
    FigureSeries,
    Meeting,
    OfficeSpell,
    Organization,
    Person,
    Registry,
    ResolvedCitation,
    Sighting,
)
from .extract.dates import shown_day
from .model import Article, Evidence, Extraction, Figure, Role, Statement
from .problems import Problem, ordered
from .resolve_organizations import OrganizationMatch, OrganizationResolver, is_of_the_state, office_key, organ_of
from .resolve_people import Identity, Seen, is_seat, resolve_people
from .slips import likely_slips
from .text import collation_key, compare_key, name_sort_key, slug
from .titles import meeting_title

ROLE_ORDER: tuple[Role, ...] = ("chaired", "spoke", "attended", "caption", "mentioned")
NO_DATE = dt.date.max


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with what was read out of it."""

    article: Article
    extraction: Extraction
    outlet: str | None


def article_date(article: Article, extraction: Extraction) -> dt.date | None:
    """The day under which an article sorts."""
    when = extraction.event.date
    return when.date or when.not_after or article.published


def build_archive(
    readings: Iterable[Reading],
    registry: Registry,
    problems: Iterable[Problem] = (),
    vocabulary: Path | None = None,
) -> Archive:
    """The archive of all readings. ``problems`` are those of reading the files; the archive's own are added.

    ``vocabulary``: the editors' folder of additions to it.
    """
    ordered_readings = sorted(readings, key=lambda r: (article_date(r.article, r.extraction) or NO_DATE, r.article.id))
    archive = _Builder(ordered_readings, registry, list(problems), vocabulary).build()
    _, found = redirects.sort_out(archive)
    return replace(archive, problems=ordered([*archive.problems, *found])) if found else archive


class _Builder:
    """The steps of one build, in the order in which each needs the ones before."""

    def __init__(
        self, readings: Sequence[Reading], registry: Registry, problems: list[Problem], vocabulary: Path | None
    ) -> None:
        self.readings = readings
        self.vocabulary = vocabulary
        self.registry = registry
        self.problems = problems
        self.resolver = OrganizationResolver(registry, vocabulary)
        self.matches: dict[str, OrganizationMatch] = {}  # organisation id -> first match, for its name and place

    def build(self) -> Archive:
        bodies = [self._body(r) for r in self.readings]
        offices = [self._offices(r, body) for r, body in zip(self.readings, bodies, strict=True)]
        groups, found = meetings.group([self._report(r, body) for r, body in zip(self.readings, bodies, strict=True)])
        self.problems += found
        meeting_of = {one.article.id: g.id for g in groups for one in g.reports}
        seen = self._seen(offices, meeting_of)
        identities, found = resolve_people(seen, self.registry, self.vocabulary)
        person_of = {member: identity.id for identity in identities for member in identity.members}
        self.problems += [*found, *likely_slips(seen, person_of)]
        documents_of, documents = self._documents(bodies)
        figures = [self._figures(r, body) for r, body in zip(self.readings, bodies, strict=True)]
        articles = {
            r.article.id: ArticleRecord(
                r.article,
                r.extraction,
                r.outlet,
                meeting_of[r.article.id],
                tuple(person_of[r.article.id, n] for n in range(len(r.extraction.people))),
                offices[i],
                documents_of[r.article.id],
                figures[i],
            )
            for i, r in enumerate(self.readings)
        }
        meeting_table = self._meetings(groups, articles)
        self._article_problems()
        people = self._people(identities, articles)
        return Archive(
            articles,
            meeting_table,
            people,
            documents,
            self._organizations(articles, meeting_table),
            self._series(articles),
            self.registry,
            ordered(self.problems),
        )

    # --- organisations named in one article -------------------------------------------------------------------
    def _match(
        self, name: str | None, place: str | None, body: OrganizationMatch | None = None, label: str | None = None
    ) -> OrganizationMatch | None:
        if not name:
            return None
        if label is None:
            match = self.resolver.resolve(name, place, body)
        else:
            match = self.resolver.resolve_office(label, name, place, body)
        if match.id:
            self.matches.setdefault(match.id, match)
        return match

    def _body(self, reading: Reading) -> OrganizationMatch | None:
        event = reading.extraction.event
        stated = reading.article.meta.meeting.body
        if stated and stated in self.registry.organizations:
            record = self.registry.organizations[stated]
            match = OrganizationMatch(record.id, record.name, record.place, "người biên tập ghi")
            self.matches.setdefault(record.id, match)
            return match
        return self._match(event.body, event.place)

    def _offices(self, reading: Reading, body: OrganizationMatch | None) -> tuple[tuple[str | None, ...], ...]:
        place = reading.extraction.event.place
        out = []
        for person in reading.extraction.people:
            found = [self._match(office.organization, place, body, office.label) for office in person.offices]
            if is_foreign_name(person.name, self.vocabulary):
                # "Chủ tịch Quốc hội" of a guest, printed without the country: not this country's.
                found = [None if match and is_of_the_state(match) else match for match in found]
            out.append(tuple(match.id if match else None for match in found))
        return tuple(out)

    def _figures(self, reading: Reading, body: OrganizationMatch | None) -> tuple[str | None, ...]:
        place = reading.extraction.event.place
        out = []
        for figure in reading.extraction.figures:
            match = self._match(figure.subject, place, body)
            out.append(match.id if match else None)
        return tuple(out)

    def _family(self, identity: str | None) -> frozenset[str]:
        family: set[str] = set()
        while identity and identity not in family:
            family.add(identity)
            record = self.registry.organizations.get(identity)
            identity = record.parent if record else None
        # The Party's central bodies are above every committee: they make no family.
        return frozenset(f for f in family if not f.startswith("trung-uong/"))

    def _report(self, reading: Reading, body: OrganizationMatch | None) -> meetings.Report:
        return meetings.report(
            reading.article,
            reading.extraction,
            outlet=reading.outlet,
            body=body.id if body else None,
            body_name=body.name if body else None,
            family=self._family(body.id if body else None),
        )

    # --- people -------------------------------------------------------------------------------------------------
    def _seen(self, offices: Sequence[tuple[tuple[str | None, ...], ...]], meeting_of: Mapping[str, str]) -> list[Seen]:
        out: list[Seen] = []
        for reading, of_article in zip(self.readings, offices, strict=True):
            article, extraction = reading.article, reading.extraction
            known = self.registry.people
            stated = {
                compare_key(p.name or known[p.id].name): p.id
                for p in article.meta.people
                if p.id and (p.name or p.id in known)
            }
            place = extraction.event.place
            company = _company(extraction)
            for index, (mention, ids) in enumerate(zip(extraction.people, of_article, strict=True)):
                organizations = frozenset(i for i in ids if i)
                matched = [self.matches[i] for i in organizations]
                line = article.block(mention.references[0].evidence.block).line if mention.references else 0
                out.append(
                    Seen(
                        article.id, index, article.path, line, article_date(article, extraction),
                        meeting_of[article.id], place.split("/")[0] if place else None, mention, organizations,
                        frozenset(m.place.split("/")[0] for m in matched if m.place),
                        frozenset(compare_key(o.label) for o in mention.offices),
                        stated.get(compare_key(mention.name)),
                        frozenset(
                            i
                            for office, i in zip(mention.offices, ids, strict=True)
                            if i and is_seat(office.label, office.organization)
                        ),
                        frozenset(company[index]),
                    )
                )  # fmt: skip
        return out

    def _people(self, identities: Sequence[Identity], articles: Mapping[str, ArticleRecord]) -> dict[str, Person]:
        people: list[Person] = []
        for identity in identities:
            members = sorted(identity.members, key=lambda m: (articles[m[0]].date or NO_DATE, m[0], m[1]))
            names = {articles[a].extraction.people[i].name for a, i in members}
            if identity.record:
                names |= set(identity.record.other_names)
            others = {compare_key(n): n for n in sorted(names) if compare_key(n) != compare_key(identity.name)}
            appearances = tuple(
                Appearance(
                    a, articles[a].meeting, articles[a].extraction.people[i], articles[a].extraction.people[i].role
                )
                for a, i in members
            )
            statements: list[tuple[str, Statement]] = [
                (a, s) for a, i in members for s in articles[a].extraction.statements if s.person == i
            ]
            people.append(
                Person(
                    identity.id, identity.name, name_sort_key(identity.name), tuple(others[k] for k in sorted(others)),
                    self._spells(members, articles), appearances, tuple(statements), identity.record is not None,
                    identity.reasons, identity.namesakes, identity.record.note if identity.record else None,
                )
            )  # fmt: skip
        return {p.id: p for p in sorted(people, key=lambda p: (p.sort_key, p.id))}

    def _spells(
        self, members: Sequence[tuple[str, int]], articles: Mapping[str, ArticleRecord]
    ) -> tuple[OfficeSpell, ...]:
        by_office: dict[tuple[str, str | None, str, str], list[Sighting]] = defaultdict(list)
        for article, index in members:
            record = articles[article]
            for office, organization in zip(
                record.extraction.people[index].offices, record.office_organizations[index], strict=True
            ):
                printed = office.organization or ""
                organ = organ_of(printed, self.matches[organization].name) if organization else None
                key = (office_key(office.label, printed), organ, organization or compare_key(printed), office.status)
                by_office[key].append(Sighting(article, record.date, office, organization))
        spells = []
        for (_, organ, _, status), seen in by_office.items():
            days = [s.date for s in seen if s.date]
            organization = seen[0].organization
            label = meetings.most_printed(s.office.label for s in seen) or seen[0].office.label
            label = f"{label} {organ}" if organ else label
            name = self.matches[organization].name if organization else seen[0].office.organization
            spells.append(
                OfficeSpell(
                    label, organization, name, status, min(days, default=None), max(days, default=None), tuple(seen)
                )
            )
        return tuple(
            sorted(spells, key=lambda s: (s.first or NO_DATE, s.last or NO_DATE, s.label, s.organization or ""))
        )

    # --- documents ----------------------------------------------------------------------------------------------
    def _documents(
        self, bodies: Sequence[OrganizationMatch | None]
    ) -> tuple[dict[str, tuple[str, ...]], dict[str, Document]]:
        contexts = {}
        citations = {}
        stated = {reading.article.id: frozenset(reading.article.meta.documents) for reading in self.readings}
        for reading, body in zip(self.readings, bodies, strict=True):
            article, extraction = reading.article, reading.extraction
            contexts[article.id] = resolve_documents.ArticleContext(
                article=article.id,
                date=article_date(article, extraction),
                place=extraction.event.place,
                body=body.name if body else None,
            )
            citations[article.id] = extraction.citations
        resolution = {
            article: tuple(self._as_stated(answer, stated[article]) for answer in answers)
            for article, answers in resolve_documents.resolve(
                citations, contexts, self.registry, self.vocabulary
            ).items()
        }
        by_document: dict[str, list[ResolvedCitation]] = defaultdict(list)
        documents_of: dict[str, tuple[str, ...]] = {}
        for reading in self.readings:
            ids = []
            for citation, answer in zip(reading.extraction.citations, resolution[reading.article.id], strict=True):
                ids.append(answer.document)
                by_document[answer.document].append(
                    ResolvedCitation(reading.article.id, citation, answer.document, answer.reason)
                )
                if answer.status == "unresolved":
                    self._unresolved(reading.article, citation.evidence, citation.as_written, answer)
            documents_of[reading.article.id] = tuple(ids)
        documents = {
            identity: document(
                identity, tuple(by_document.get(identity, ())), resolution, self.registry, self.vocabulary
            )
            for identity in sorted({*by_document, *self.registry.documents})
        }
        for record in self.registry.documents.values():
            if len(record.dates) > 1:
                shown = " / ".join(f"{shown_day(day)} ({where})" for day, where in record.dates)
                self.problems.append(
                    Problem("docs/danh-muc/documents", 0, "BN041", f"{record.id}: các nguồn ghi khác nhau: {shown}.",
                            "Tìm bản gốc để xác định ngày ban hành.", "warning")
                )  # fmt: skip
        return documents_of, documents

    def _as_stated(self, answer: resolve_documents.Answer, stated: frozenset[str]) -> resolve_documents.Answer:
        """An open question that the front matter answers: one of its candidates stands there."""
        chosen = stated & set(answer.candidates)
        if answer.status == "identified" or len(chosen) != 1:
            return answer
        return resolve_documents.Answer(min(chosen), "người biên tập ghi ở phần đầu của bài", "identified")

    def _unresolved(self, article: Article, evidence: Evidence, written: str, answer: resolve_documents.Answer) -> None:
        hint = f"Có thể là: {', '.join(answer.candidates)}. " if answer.candidates else ""
        self.problems.append(
            Problem(article.path, article.block(evidence.block).line, "BN040", f"“{written}”: {answer.reason}",
                    hint + "Nếu biết chắc, ghi mã văn kiện vào documents ở phần đầu.", "warning")
        )  # fmt: skip

    # --- meetings -----------------------------------------------------------------------------------------------
    def _meetings(self, groups: Sequence[meetings.Group], articles: Mapping[str, ArticleRecord]) -> dict[str, Meeting]:
        out = [self._meeting(g, articles) for g in groups]
        return {m.id: m for m in sorted(out, key=lambda m: (m.date or m.not_after or NO_DATE, m.id))}

    def _meeting(self, group: meetings.Group, articles: Mapping[str, ArticleRecord]) -> Meeting:
        reports = group.reports
        when = meetings.best_date(reports)
        events = [one.extraction.event for one in reports]
        placed = next((e for e in events if e.place_basis == "editor"), None) or next(
            (e for e in events if e.place), events[0]
        )
        body = meetings.most_printed(one.body for one in reports)
        # Where no particular organisation is meant ("Thành ủy", place unknown), the printed name is all there is.
        body_name = self.matches[body].name if body else meetings.most_printed(e.body for e in events)
        kind = meetings.most_printed(e.kind for e in events)
        session = meetings.most_printed(e.session for e in events)
        roles: dict[str, Role] = {}
        for one in reports:
            record = articles[one.article.id]
            for person, mention in zip(record.people, record.extraction.people, strict=True):
                if person not in roles or ROLE_ORDER.index(mention.role) < ROLE_ORDER.index(roles[person]):
                    roles[person] = mention.role
        documents = sorted({d for one in reports for d in articles[one.article.id].documents})
        title = (
            (meetings.most_printed(e.name for e in events) if body_name is None else None)
            or meeting_title(kind, session, body_name, meetings.most_printed(e.body for e in events))
            or reports[0].article.title
        )
        told, questions = differences.compare([articles[one.article.id] for one in reports], self.registry, title, kind)
        self.problems += questions
        return Meeting(
            id=group.id,
            date=when.date,
            end=when.end,
            date_precision=when.precision,
            date_basis=when.basis,
            date_reason=when.reason,
            not_after=when.not_after,
            part_of_day=meetings.most_printed(e.date.part_of_day for e in events),
            kind=kind,
            title=title,
            body=body,
            body_name=body_name,
            place=placed.place,
            place_basis=placed.place_basis,
            place_reason=placed.place_reason,
            venue=meetings.most_printed(e.venue for e in events),
            session=session,
            term=meetings.most_printed(e.term for e in events),
            articles=tuple(one.article.id for one in reports),
            people=tuple(sorted(roles.items(), key=lambda p: (ROLE_ORDER.index(p[1]), p[0]))),
            documents=tuple(documents),
            differences=told,
            joined_because=group.reasons if len(reports) > 1 else (),
        )

    # --- organisations, figures ---------------------------------------------------------------------------------
    def _organizations(
        self, articles: Mapping[str, ArticleRecord], meeting_table: Mapping[str, Meeting]
    ) -> dict[str, Organization]:
        met: dict[str, list[str]] = defaultdict(list)
        for meeting in meeting_table.values():
            if meeting.body:
                met[meeting.body].append(meeting.id)
        people: dict[str, dict[str, None]] = defaultdict(dict)
        figures: dict[str, list[tuple[str, Figure]]] = defaultdict(list)
        printed: dict[str, set[str]] = defaultdict(set)
        for record in articles.values():
            for person, ids, mention in zip(
                record.people, record.office_organizations, record.extraction.people, strict=True
            ):
                for identity, office in zip(ids, mention.offices, strict=True):
                    if identity:
                        people[identity][person] = None
                        printed[identity].add(office.organization or "")
            for figure, identity in zip(record.extraction.figures, record.figure_organizations, strict=True):
                if identity:
                    figures[identity].append((record.article.id, figure))
        out = []
        for identity in {*met, *people, *figures, *self.registry.organizations}:
            entry = self.registry.organizations.get(identity)
            match = self.matches.get(identity)
            name = entry.name if entry else match.name if match else identity
            aliases = {*(entry.aliases if entry else ()), *printed[identity]} - {name, ""}
            place = entry.place if entry and entry.place in self.registry.places else match.place if match else None
            out.append(
                Organization(
                    id=identity,
                    name=name,
                    kind=entry.kind if entry else "",
                    place=place,
                    sort_key=collation_key(name),
                    aliases=tuple(sorted(aliases, key=collation_key)),
                    meetings=tuple(met[identity]),
                    people=tuple(sorted(people[identity])),
                    figures=tuple(figures[identity]),
                    record=entry,
                )
            )
        return {o.id: o for o in sorted(out, key=lambda o: o.id)}

    def _series(self, articles: Mapping[str, ArticleRecord]) -> tuple[FigureSeries, ...]:
        by_key: dict[tuple[str, str, str], list[FigurePoint]] = defaultdict(list)
        for record in articles.values():
            for figure, identity in zip(record.extraction.figures, record.figure_organizations, strict=True):
                key = (
                    identity or compare_key(figure.subject or ""),
                    compare_key(figure.what),
                    compare_key(figure.unit or ""),
                )
                by_key[key].append(FigurePoint(record.article.id, figure.as_of or record.date, figure))
        out = []
        taken: set[str] = set()
        for (subject, what, unit), points in sorted(by_key.items()):
            points.sort(key=lambda p: (p.date or NO_DATE, p.article, p.figure.evidence))
            first = points[0].figure
            identity = subject if subject in self.matches else None
            name = slug(f"{subject} {what} {unit}", 120) or "so-lieu"
            while name in taken:  # "bản đồ" and "ban do" have one slug
                name += "-2"
            taken.add(name)
            out.append(FigureSeries(name, identity, first.subject, first.what, first.unit, tuple(points)))
        return tuple(out)

    # --- what an editor should look at ----------------------------------------------------------------------------
    def _article_problems(self) -> None:
        for reading in self.readings:
            article, extraction = reading.article, reading.extraction
            add = self.problems.append
            self.problems += _lost_evidence(article, extraction)
            self.problems += self._unknown_ids(article)
            if article.title_basis == "derived":
                add(Problem(article.path, 0, "BN020", "bài chưa có tiêu đề; trang dùng mấy chữ đầu của bài.",
                            "Ghi title vào phần đầu.", "warning"))  # fmt: skip
            when = extraction.event.date
            if article.published is None and when.date is not None:
                # Nothing hangs on it: the day of the meeting is known. Where it is not, that is the question (BN023).
                add(Problem(article.path, 0, "BN021", "bài chưa có ngày đăng; ngày họp vẫn rõ.",
                            "Ghi published vào phần đầu nếu biết.", "info"))  # fmt: skip
            if not (extraction.people or extraction.citations or extraction.event.date.date or extraction.event.body):
                add(Problem(article.path, 0, "BN022", "không nhận ra người, văn kiện, ngày hay cơ quan nào trong bài.",
                            "Xem lại văn bản đã dán, hoặc ghi meeting và people vào phần đầu.", "warning"))  # fmt: skip
            if when.date is None and all(doubt.code != "BN023" for doubt in extraction.doubts):
                hint = "Ghi meeting.date vào phần đầu nếu biết chắc."
                if article.published is None:
                    hint = "Ghi published hoặc meeting.date vào phần đầu nếu biết chắc."
                add(Problem(article.path, 0, "BN023", f"chưa rõ ngày họp: {when.reason}.", hint, "warning"))
            for doubt in extraction.doubts:
                line = article.block(doubt.evidence.block).line if doubt.evidence else 0
                add(Problem(article.path, line, doubt.code, doubt.message, doubt.hint, "warning"))
        self.problems += meetings.near_duplicates({r.article.id: r.article for r in self.readings})

    def _unknown_ids(self, article: Article) -> Iterable[Problem]:
        """Ids in the front matter that the registries do not have. People with a name are checked with the people."""
        lines = dict(article.meta.lines)
        places, documents, people = self.registry.places, self.registry.documents, self.registry.people
        place = article.meta.meeting.place
        wrong = [("meeting.place", place, "places", list(places))] if place and place not in places else []
        wrong += [
            (f"documents[{n}]", identity, "documents", list(documents))
            for n, identity in enumerate(article.meta.documents)
            if identity not in documents
        ]
        wrong += [
            (f"people[{n}].id", person.id, "people", list(people))
            for n, person in enumerate(article.meta.people)
            if person.id and person.name is None and person.id not in people
        ]
        for field, identity, name, ids in wrong:
            near = difflib.get_close_matches(identity, ids, n=1)
            hint = f"Có phải “{near[0]}”? " if near else ""
            message = f"{field}: không có “{identity}” trong danh-muc/{name}."
            hint += f"Sửa mã, hoặc thêm mục ấy vào docs/danh-muc/{name}."
            yield Problem(article.path, lines.get(field, 0), "BN014", message, hint)


_BESIDE = 40  # characters: "Tổng thống Ví Dụ và Phu nhân Mẫu Thử"


def _company(extraction: Extraction) -> list[set[str]]:
    """For each person of an article the comparable names of those who are printed right before or after."""
    places = sorted(
        (reference.evidence.block, reference.evidence.start, reference.evidence.end, index)
        for index, person in enumerate(extraction.people)
        for reference in person.references
        if reference.form == "full"
    )
    company: list[set[str]] = [set() for _ in extraction.people]
    for (block, _, end, one), (next_block, start, _, other) in itertools.pairwise(places):
        if block == next_block and one != other and start - end <= _BESIDE:
            company[one].add(compare_key(extraction.people[other].name))
            company[other].add(compare_key(extraction.people[one].name))
    return company


def _lost_evidence(article: Article, extraction: Extraction) -> Iterable[Problem]:
    """A Problem for every span that does not lie in its block, or does not hold the words that it is evidence of."""
    texts = {block.id: block.text for block in article.blocks}
    spans: list[tuple[str, Evidence | None, str | None]] = []
    for person in extraction.people:
        for number, reference in enumerate(person.references):
            first = person.name if number == 0 and reference.form == "full" and not person.stated_by_editor else None
            spans.append((person.name, reference.evidence, first))
        # What an editor states of somebody whom the text does not name stands in the front matter, in no block.
        offices = [o for o in person.offices if o.evidence.block or not person.stated_by_editor]
        spans += [(f"{office.label} của {person.name}", office.evidence, None) for office in offices]
    spans += [(c.as_written, c.evidence, c.as_written) for c in extraction.citations]
    spans += [(figure.what, figure.evidence, None) for figure in extraction.figures]
    spans += [("lời phát biểu", statement.evidence, None) for statement in extraction.statements]
    event = extraction.event
    spans += [
        ("ngày họp", event.date.evidence, None),
        ("loại cuộc họp", event.kind_evidence, None),
        ("cơ quan họp", event.body_evidence, None),
        ("nơi họp", event.place_evidence, None),
    ]
    for what, evidence, words in spans:
        if evidence is None:
            continue
        text = texts.get(evidence.block)
        found = text[evidence.start : evidence.end] if text is not None and evidence.start >= 0 else ""
        # A name is kept as names are written: not in capitals, and with one blank where two were typed.
        same = words is None or found == words or " ".join(found.split()) == words
        same = same or (found.isupper() and compare_key(found) == compare_key(words or ""))
        if not found or evidence.end > len(text or "") or not same:
            yield Problem(
                article.path,
                0,
                "BN070",
                f"dẫn chứng của “{what}” ({evidence.block}:{evidence.start}–{evidence.end}) không khớp với lời văn.",
                "Đây là lỗi của chương trình: xin báo lại kèm tệp này.",
            )
