# ruff: noqa: E501 - sentences of the toy articles are easier to read whole
"""A small archive built by hand: invented names and places, every kind of fact and doubt that pages must show.

``toy()`` is read by the tests of the pages; ``many(n)`` makes one of any size for measuring. Evidence is found by looking
the words up in the blocks, so a slip in a text fails here and not on a page.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from biennien.entities import (
    Appearance,
    Archive,
    ArticleRecord,
    Difference,
    Document,
    DocumentRecord,
    FigurePoint,
    FigureSeries,
    Meeting,
    OfficeSpell,
    Organization,
    OrganizationRecord,
    Outlet,
    Person,
    Place,
    Registry,
    ResolvedCitation,
    Sighting,
)
from biennien.model import (
    Article,
    Block,
    Citation,
    Doubt,
    Event,
    EventDate,
    Evidence,
    Extraction,
    Figure,
    Meta,
    Office,
    PersonMention,
    Reference,
    SourceRef,
    Statement,
)
from biennien.problems import Problem, ordered
from biennien.text import collation_key, name_sort_key

ROLE_RANK = {"chaired": 0, "spoke": 1, "attended": 2, "mentioned": 3, "caption": 4}


@dataclass
class Draft:
    """One article being put together."""

    id: str
    outlet: str
    meeting: str
    title: str
    published: dt.date | None
    date: EventDate
    blocks: list[tuple[str, str]]
    body: str | None = None  # organisation id
    body_words: str = ""
    place: str | None = "binh-mau"
    place_basis: str = "stated"
    kind: str | None = "hội nghị"
    form: str = "summary"
    url: str | None = None
    title_basis: str = "editor"
    byline: tuple[str, ...] = ()
    purpose: str | None = None
    people: list[tuple[str, PersonMention, tuple[str | None, ...]]] = field(default_factory=list)
    citations: list[tuple[str, Citation, str]] = field(default_factory=list)
    figures: list[tuple[Figure, str | None]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def at(self, block: int, words: str, nth: int = 0) -> Evidence:
        """Where the words stand in block ``b<block>``."""
        text = self.blocks[block - 1][1]
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Evidence(f"b{block}", start, start + len(words))

    def person(
        self,
        who: str,
        name: str,
        block: int,
        role: str = "attended",
        offices: Iterable[tuple[str, str | None, str | None]] = (),
        again: Iterable[tuple[int, str, str]] = (),
        office_block: int | None = None,
        **more: Any,
    ) -> int:
        """Adds a person; an office is (label, organisation as printed, organisation id). Returns its index."""
        printed, organizations = [], []
        for label, organization, of in offices:
            words = f"{label} {organization}" if organization else label
            printed.append(Office(label, organization, self.at(office_block or block, words)))
            organizations.append(of)
        references = [Reference(self.at(block, name), "full", "honorific-before-name")]
        for number, words, form in again:
            references.append(Reference(self.at(number, words), form, "short-name"))  # type: ignore[arg-type]
        mention = PersonMention(name, role, tuple(printed), tuple(references), "honorific-before-name", **more)  # type: ignore[arg-type]
        self.people.append((who, mention, tuple(organizations)))
        return len(self.people) - 1

    def cites(self, document: str, block: int, words: str, reason: str = "Ghi đủ số và ký hiệu.", **more: Any) -> None:
        """Adds a citation."""
        more.setdefault("type", "nghị quyết")
        self.citations.append((document, Citation(self.at(block, words), words, rule="symbol", **more), reason))

    def figure(self, what: str, value: Any, block: int, words: str, of: str | None = None, **more: Any) -> None:
        """Adds a figure."""
        self.figures.append((Figure(what, value, self.at(block, words), **more), of))

    def says(self, person: int, block: int, words: str, quoted: bool = False) -> None:
        """Adds a statement."""
        self.statements.append(Statement(person, self.at(block, words), quoted, "said-verb"))

    def record(self) -> ArticleRecord:
        blocks, line = [], 1
        for number, (kind, text) in enumerate(self.blocks, 1):
            credit = text.split("Ảnh: ")[-1] if kind == "caption" and "Ảnh: " in text else None
            blocks.append(Block(f"b{number}", kind, text, line, credit))  # type: ignore[arg-type]
            line += 2
        year = self.published.year if self.published else "khong-ro-ngay"
        path = f"docs/bai-viet/{year}/{self.id}.md"
        meta = Meta(
            title=self.title,
            published=self.published,
            source=SourceRef(None, self.url),
            form=self.form,  # type: ignore[arg-type]
            byline=self.byline,
        )
        article = Article(
            self.id,
            path,
            path.removeprefix("docs/").removesuffix(".md") + ".html",
            meta,
            tuple(blocks),
            self.title,
            self.title_basis,  # type: ignore[arg-type]
            self.published,
            "editor" if self.published else "unknown",
            self.byline,
            hashlib.sha256(self.id.encode()).hexdigest(),
        )
        body_evidence = None
        if self.body_words:
            number = next(n for n, (_, t) in enumerate(self.blocks, 1) if self.body_words in t)
            body_evidence = self.at(number, self.body_words)
        event = Event(
            self.date,
            self.kind,
            None,
            self.body_words or None,
            body_evidence,
            self.place,
            self.place_basis,  # type: ignore[arg-type]
            {"outlet": "Báo Bình Mẫu là báo của tỉnh Bình Mẫu."}.get(self.place_basis, ""),
            purpose=self.purpose,
        )
        extraction = Extraction(
            self.id,
            tuple(m for _, m, _ in self.people),
            tuple(c for _, c, _ in self.citations),
            event,
            tuple(f for f, _ in self.figures),
            tuple(self.statements),
            tuple(self.doubts),
        )
        return ArticleRecord(
            article,
            extraction,
            self.outlet,
            self.meeting,
            tuple(p for p, _, _ in self.people),
            tuple(o for _, _, o in self.people),
            tuple(d for d, _, _ in self.citations),
            tuple(o for _, o in self.figures),
        )


def stated(date: dt.date, evidence: Evidence | None = None, **more: Any) -> EventDate:
    return EventDate(date, "day", "stated", "Bài ghi đủ ngày, tháng, năm.", evidence, **more)


def from_publication(date: dt.date, evidence: Evidence | None = None, **more: Any) -> EventDate:
    reason = "Bài ghi ngày và tháng; năm lấy theo ngày đăng."
    return EventDate(date, "day", "from_publication", reason, evidence, **more)


@dataclass(frozen=True)
class Whole:
    """What ``assemble`` needs besides the drafts."""

    registry: Registry
    organizations: dict[str, tuple[str, str, str | None]]  # id: name, kind, place
    documents: dict[str, Document]
    people: dict[str, Person]  # without offices, appearances, statements
    meetings: dict[str, str]  # id: title
    differences: dict[str, tuple[Difference, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def assemble(drafts: list[Draft], whole: Whole) -> Archive:
    """Tables from articles, as the pipeline would make them, without deciding anything."""
    records = {d.id: d.record() for d in drafts}
    order = sorted(records, key=lambda a: (records[a].date or dt.date.max, a))
    records = {a: records[a] for a in order}

    meetings: dict[str, Meeting] = {}
    for name, title in whole.meetings.items():
        mine = [a for a in order if records[a].meeting == name]
        first = records[mine[0]]
        event = first.event
        roles: dict[str, str] = {}
        for a in mine:
            for who, mention in zip(records[a].people, records[a].extraction.people, strict=True):
                roles[who] = min(roles.get(who, mention.role), mention.role, key=ROLE_RANK.__getitem__)
        body = next((d.body for d in drafts if d.meeting == name), None)
        meetings[name] = Meeting(
            id=name,
            date=event.date.date,
            end=event.date.end,
            date_precision=event.date.precision,
            date_basis=event.date.basis,
            date_reason=event.date.reason,
            not_after=event.date.not_after,
            part_of_day=event.date.part_of_day,
            kind=event.kind,
            title=title,
            body=body,
            body_name=whole.organizations[body][0] if body else None,
            place=event.place,
            place_basis=event.place_basis,
            place_reason=event.place_reason,
            venue=None,
            session="9" if name.endswith("-9") else None,
            term="2020-2025" if name.endswith("-9") else None,
            articles=tuple(mine),
            people=tuple(sorted(roles.items(), key=lambda r: (ROLE_RANK[r[1]], r[0]))),  # type: ignore[arg-type]
            documents=tuple(dict.fromkeys(d for a in mine for d in records[a].documents)),
            differences=whole.differences.get(name, ()),
            joined_because=("Cùng ngày, cùng cơ quan, cùng người chủ trì.",) if len(mine) > 1 else (),
        )
    meetings = dict(sorted(meetings.items(), key=lambda m: (m[1].date or m[1].not_after or dt.date.max, m[0])))

    sightings: dict[str, dict[tuple[str, str | None], list[Sighting]]] = defaultdict(lambda: defaultdict(list))
    appearances: dict[str, list[Appearance]] = defaultdict(list)
    said: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
    citations: dict[str, list[ResolvedCitation]] = defaultdict(list)
    figures: dict[str, list[tuple[str, Figure]]] = defaultdict(list)
    series: dict[tuple[str, str], list[FigurePoint]] = defaultdict(list)
    reasons = {(d.id, c.evidence): why for d in drafts for _, c, why in d.citations}
    for a, record in records.items():
        for at, mention in enumerate(record.extraction.people):
            who = record.people[at]
            appearances[who].append(Appearance(a, record.meeting, mention, mention.role))
            for office, of in zip(mention.offices, record.office_organizations[at], strict=True):
                sightings[who][office.label, of].append(Sighting(a, record.date, office, of))
        for statement in record.extraction.statements:
            said[record.people[statement.person]].append((a, statement))
        for citation, document in zip(record.extraction.citations, record.documents, strict=True):
            citations[document].append(ResolvedCitation(a, citation, document, reasons[a, citation.evidence]))
        for figure, of in zip(record.extraction.figures, record.figure_organizations, strict=True):
            if of:
                figures[of].append((a, figure))
                series[of, figure.what].append(FigurePoint(a, record.date, figure))

    def spells(who: str) -> tuple[OfficeSpell, ...]:
        out = []
        for (label, of), seen in sightings[who].items():
            days = [s.date for s in seen if s.date]
            name = whole.organizations[of][0] if of else None
            out.append(
                OfficeSpell(label, of, name, "current", min(days, default=None), max(days, default=None), tuple(seen))
            )
        return tuple(sorted(out, key=lambda s: (s.first or dt.date.max, s.label)))

    people = {
        who: replace(p, offices=spells(who), appearances=tuple(appearances[who]), statements=tuple(said[who]))
        for who, p in sorted(whole.people.items(), key=lambda x: (x[1].sort_key, x[0]))
    }
    documents = {d: replace(whole.documents[d], citations=tuple(citations[d])) for d in sorted(whole.documents)}
    organizations = {
        name: Organization(
            name,
            title,
            kind,
            place,
            collation_key(title),
            tuple(whole.registry.organizations[name].aliases) if name in whole.registry.organizations else (),
            tuple(m.id for m in meetings.values() if m.body == name),
            tuple(p.id for p in people.values() if any(s.organization == name for s in p.offices)),
            tuple(figures[name]),
            whole.registry.organizations.get(name),
        )
        for name, (title, kind, place) in sorted(whole.organizations.items())
    }
    return Archive(
        articles=records,
        meetings=meetings,
        people=people,
        documents=documents,
        organizations=organizations,
        series=tuple(
            FigureSeries(f"{of}-{n}", of, None, what, None, tuple(points))
            for n, ((of, what), points) in enumerate(sorted(series.items()))
        ),
        registry=whole.registry,
        problems=ordered(whole.problems),
    )


def _person(who: str, name: str, **more: Any) -> Person:
    more.setdefault("reasons", ("Cùng tên, chức vụ và cơ quan khớp nhau ở mọi bài.",))
    more.setdefault("namesakes", ())
    return Person(
        who, name, name_sort_key(name), more.pop("other_names", ()), (), (), (), more.pop("reviewed", False), **more
    )


def _document(doc: str, title: str, symbol: str | None, **more: Any) -> Document:
    more = {"number": None, "issuer": None, "term": None, "year": None, "date": None, "record": None} | more
    return Document(
        id=doc,
        url=f"van-kien/{doc}.html",
        type=more.pop("type", "nghị quyết"),
        symbol=symbol,
        title=title or None,
        status=more.pop("status", "identified"),
        candidates=more.pop("candidates", ()),
        citations=(),
        name=more.pop("name", f"Nghị quyết số {symbol}"),
        **more,
    )


def registry() -> Registry:
    places = {
        "binh-mau": Place("binh-mau", "tỉnh Bình Mẫu", "Bình Mẫu", "tỉnh"),
        "thu-nghiem": Place("thu-nghiem", "thành phố Thử Nghiệm", "TP Thử Nghiệm", "thành phố"),
    }
    outlets = {
        "bao-mau": Outlet("bao-mau", "Báo Bình Mẫu", "Báo Bình Mẫu", home="binh-mau"),
        "thoi-thu": Outlet("thoi-thu", "Thời báo Thử", "Thời Thử"),
    }
    organizations = {
        "binh-mau/tinh-uy": OrganizationRecord(
            "binh-mau/tinh-uy", "Tỉnh ủy Bình Mẫu", "cấp ủy", "binh-mau", aliases=("Tỉnh uỷ Bình Mẫu",)
        ),
        "binh-mau/khoi-vi-du": OrganizationRecord(
            "binh-mau/khoi-vi-du",
            "Đảng ủy Khối Ví dụ tỉnh Bình Mẫu",
            "cấp ủy",
            "binh-mau",
            parent="binh-mau/tinh-uy",
            successor="binh-mau/cac-co-quan-vi-du",
        ),
    }
    return Registry(places, outlets, organizations, {}, {})


ORGANIZATIONS: dict[str, tuple[str, str, str | None]] = {
    "binh-mau/tinh-uy": ("Tỉnh ủy Bình Mẫu", "cấp ủy", "binh-mau"),
    "binh-mau/ban-mau": ("Ban Làm mẫu Tỉnh ủy Bình Mẫu", "ban", "binh-mau"),
    "binh-mau/khoi-vi-du": ("Đảng ủy Khối Ví dụ tỉnh Bình Mẫu", "cấp ủy", "binh-mau"),
    "thu-nghiem/thanh-uy": ("Thành ủy Thử Nghiệm", "cấp ủy", "thu-nghiem"),
}

NQ99 = "dang/binh-mau/2020/nq/99"
NQ77 = "dang/binh-mau/2020/nq/77"
CT7 = "dang/thu-nghiem/2020/ct/7"
OPEN = "chua-ro/nghi-quyet-5"


def drafts() -> list[Draft]:
    """Eight articles about seven meetings."""
    out: list[Draft] = []

    # One meeting, two outlets that do not agree.
    a = Draft(
        "2024-03-06-tong-ket-cong-tac-lam-mau",
        "bao-mau",
        "2024-03-05-ban-lam-mau",
        "Ban Làm mẫu tổng kết công tác năm 2023",
        dt.date(2024, 3, 6),
        from_publication(dt.date(2024, 3, 5), part_of_day="chiều"),
        [
            ("lead", "Chiều 5-3, Ban Làm mẫu Tỉnh ủy Bình Mẫu tổ chức hội nghị tổng kết công tác làm mẫu năm 2023, "
                     "triển khai nhiệm vụ năm 2024."),
            ("paragraph", "Đồng chí Trần Ví Dụ, Phó Bí thư Thường trực Tỉnh ủy Bình Mẫu chủ trì hội nghị. Cùng dự có các đồng chí: "
                          "Phạm Thị Mẫu, Trưởng Ban Làm mẫu Tỉnh ủy Bình Mẫu; Hoàng Văn Thử, Ủy viên Ban Thường vụ Tỉnh ủy Bình Mẫu."),
            ("caption", "Đồng chí Trần Ví Dụ tại hội nghị. Ảnh: ĐỖ CHỤP"),
            ("subhead", "Sơ kết Nghị quyết 99"),
            ("paragraph", "Hội nghị sơ kết việc thực hiện Nghị quyết số 99-NQ/TU của Tỉnh ủy Bình Mẫu về việc làm mẫu; "
                          "toàn ngành có hơn 2.400 mẫu được duyệt, tăng 12,5% so với năm trước."),
            ("paragraph", "Ông Dụ yêu cầu các đơn vị tiếp tục thực hiện Nghị quyết 99 đúng tiến độ. Theo ông, việc làm mẫu phải "
                          "rõ người, rõ việc."),
            ("paragraph", "Bà Mẫu cho biết “năm tới sẽ có 3–4 đợt làm mẫu” và Nghị quyết 5 vẫn là căn cứ."),
            ("byline", "VĂN MINH HỌA"),
            ("boilerplate", "Chia sẻ bài này"),
            ("teaser", "Tin khác: Hội chợ mẫu mở cửa"),
        ],
        body="binh-mau/ban-mau",
        body_words="Ban Làm mẫu Tỉnh ủy Bình Mẫu",
        kind="hội nghị tổng kết",
        url="https://bao.example/ban-lam-mau",
        byline=("Văn Minh Họa",),
        purpose="tổng kết công tác làm mẫu năm 2023, triển khai nhiệm vụ năm 2024",
    )  # fmt: skip
    a.date = replace(a.date, evidence=a.at(1, "Chiều 5-3"))
    du = a.person(
        "tran-vi-du", "Trần Ví Dụ", 2, "chaired",
        [("Phó Bí thư Thường trực", "Tỉnh ủy Bình Mẫu", "binh-mau/tinh-uy")],
        [(3, "Trần Ví Dụ", "full"), (6, "Ông Dụ", "short"), (6, "ông", "honorific")],
    )  # fmt: skip
    mau = a.person(
        "pham-thi-mau", "Phạm Thị Mẫu", 2, "spoke", [("Trưởng Ban", "Làm mẫu Tỉnh ủy Bình Mẫu", "binh-mau/ban-mau")],
        [(7, "Bà Mẫu", "short")],
    )  # fmt: skip
    a.person(
        "hoang-van-thu", "Hoàng Văn Thử", 2, "attended",
        [("Ủy viên Ban Thường vụ", "Tỉnh ủy Bình Mẫu", "binh-mau/tinh-uy")],
    )  # fmt: skip
    a.cites(NQ99, 5, "Nghị quyết số 99-NQ/TU của Tỉnh ủy Bình Mẫu", symbol="99-NQ/TU", relation="mid_term_review")
    a.cites(NQ99, 6, "Nghị quyết 99", "Đã nêu đủ ký hiệu ở đoạn 5 cùng bài.", number="99", relation="implementing")
    a.cites(OPEN, 7, "Nghị quyết 5", "Không nêu cơ quan ban hành và khóa.", number="5", relation="basis")
    a.figure("mẫu được duyệt", 2400, 5, "hơn 2.400 mẫu được duyệt", "binh-mau/ban-mau", qualifier="hơn")
    a.figure("mức tăng so với năm trước", 12.5, 5, "12,5%", None, unit="%")
    a.figure("đợt làm mẫu", (3, 4), 7, "3–4 đợt làm mẫu", None)
    a.says(du, 6, "Ông Dụ yêu cầu các đơn vị tiếp tục thực hiện Nghị quyết 99 đúng tiến độ.")
    a.says(du, 6, "Theo ông, việc làm mẫu phải rõ người, rõ việc.")
    a.says(mau, 7, "“năm tới sẽ có 3–4 đợt làm mẫu”", True)
    a.doubts.append(Doubt("BN040", a.at(7, "Nghị quyết 5"), "“Nghị quyết 5” chưa rõ là văn kiện nào."))
    out.append(a)

    b = Draft(
        "2024-03-06-ban-lam-mau-thoi-thu",
        "thoi-thu",
        "2024-03-05-ban-lam-mau",
        "Hội nghị ngành làm mẫu tỉnh Bình Mẫu",
        dt.date(2024, 3, 6),
        stated(dt.date(2024, 3, 5)),
        [
            ("lead", "Ngày 5/3/2024, Ban Làm mẫu Tỉnh ủy Bình Mẫu họp tổng kết; Phó Bí thư Thường trực Tỉnh ủy Bình Mẫu Trần Ví Dụ phát biểu."),
            ("paragraph", "Hội nghị cho biết có 2.380 mẫu được duyệt theo Nghị quyết 99-NQ/TU."),
        ],
        body="binh-mau/ban-mau",
        body_words="Ban Làm mẫu Tỉnh ủy Bình Mẫu",
        kind="hội nghị tổng kết",
    )  # fmt: skip
    b.date = replace(b.date, evidence=b.at(1, "Ngày 5/3/2024"))
    b.person(
        "tran-vi-du", "Trần Ví Dụ", 1, "spoke", [("Phó Bí thư Thường trực", "Tỉnh ủy Bình Mẫu", "binh-mau/tinh-uy")]
    )
    b.cites(NQ99, 2, "Nghị quyết 99-NQ/TU", symbol="99-NQ/TU")
    b.figure("mẫu được duyệt", 2380, 2, "2.380 mẫu được duyệt", "binh-mau/ban-mau")
    out.append(b)

    # A headline in the text; nested facts; the same person in another office.
    c = Draft(
        "2025-06-02-tinh-uy-hop-lan-thu-9",
        "bao-mau",
        "2025-06-01-tinh-uy-binh-mau-9",
        "Tỉnh ủy Bình Mẫu họp lần thứ 9",
        dt.date(2025, 6, 2),
        from_publication(dt.date(2025, 6, 1)),
        [
            ("headline", "Tỉnh ủy Bình Mẫu họp lần thứ 9"),
            ("lead", "Ngày 1-6, tại Bình Mẫu, Tỉnh ủy Bình Mẫu họp hội nghị lần thứ 9, thông qua Nghị quyết số 77-NQ/TU."),
            ("paragraph", "Đồng chí Trần Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu, kết luận: thực hiện Nghị quyết số 77-NQ/TU và Nghị quyết số 99-NQ/TU "
                          "cùng lúc. Tỉnh có 6.373 đảng viên mới."),
        ],
        body="binh-mau/tinh-uy",
        body_words="Tỉnh ủy Bình Mẫu",
        form="full",
        title_basis="stated",
        kind="hội nghị cấp ủy",
    )  # fmt: skip
    c.date = replace(c.date, evidence=c.at(2, "Ngày 1-6"))
    du = c.person("tran-vi-du", "Trần Ví Dụ", 3, "chaired", [("Bí thư", "Tỉnh ủy Bình Mẫu", "binh-mau/tinh-uy")])
    c.cites(NQ77, 2, "Nghị quyết số 77-NQ/TU", symbol="77-NQ/TU", relation="issued")
    c.cites(NQ77, 3, "Nghị quyết số 77-NQ/TU", symbol="77-NQ/TU", relation="implementing")
    c.cites(NQ99, 3, "Nghị quyết số 99-NQ/TU", symbol="99-NQ/TU", relation="implementing")
    c.figure("đảng viên mới", 6373, 3, "6.373 đảng viên mới", "binh-mau/tinh-uy")
    c.says(du, 3, "thực hiện Nghị quyết số 77-NQ/TU và Nghị quyết số 99-NQ/TU cùng lúc")
    out.append(c)

    # A namesake in another place, place known from the outlet, date only bounded.
    d = Draft(
        "2025-07-10-khoi-vi-du",
        "bao-mau",
        "2025-07-10-khoi-vi-du",
        "Khối Ví dụ vừa tổ chức đại hội",
        dt.date(2025, 7, 10),
        EventDate(None, "not_after", "unknown", "Bài chỉ nói “vừa tổ chức”.", not_after=dt.date(2025, 7, 10)),
        [
            ("lead", "Đảng ủy Khối Ví dụ tỉnh Bình Mẫu vừa tổ chức đại hội."),
            ("paragraph", "Ông Hoàng Văn Thử được nhắc tới. Ban có 6.200 đảng viên."),
        ],
        body="binh-mau/khoi-vi-du",
        body_words="Đảng ủy Khối Ví dụ tỉnh Bình Mẫu",
        place_basis="outlet",
        kind="đại hội",
    )
    d.person("hoang-van-thu", "Hoàng Văn Thử", 2, "mentioned")
    d.figure("đảng viên", 6200, 2, "6.200 đảng viên", "binh-mau/khoi-vi-du")
    out.append(d)

    e = Draft(
        "2025-08-15-thanh-uy-thu-nghiem",
        "thoi-thu",
        "2025-08-14-thanh-uy-thu-nghiem",
        "Thành ủy Thử Nghiệm quán triệt chỉ thị mới",
        dt.date(2025, 8, 15),
        EventDate(dt.date(2025, 8, 14), "day", "stated", "Bài ghi đủ ngày.", end=dt.date(2025, 8, 15)),
        [
            ("lead", "Trong hai ngày 14 và 15-8-2025, Thành ủy Thử Nghiệm học tập Chỉ thị số 7-CT/TU và Nghị quyết số 99-NQ/TU của tỉnh bạn."),
            ("paragraph", "Đồng chí Hoàng Văn Thử, Bí thư Thành ủy Thử Nghiệm, chủ trì; nguyên Phó Bí thư Thành ủy Thử Nghiệm Lê Giả Định dự."),
        ],
        body="thu-nghiem/thanh-uy",
        body_words="Thành ủy Thử Nghiệm",
        place="thu-nghiem",
        kind="hội nghị quán triệt",
    )  # fmt: skip
    e.date = replace(e.date, evidence=e.at(1, "14 và 15-8-2025"))
    e.person(
        "hoang-van-thu-2", "Hoàng Văn Thử", 2, "chaired", [("Bí thư", "Thành ủy Thử Nghiệm", "thu-nghiem/thanh-uy")]
    )
    who = e.person("le-gia-dinh", "Lê Giả Định", 2, "attended")
    name, mention, _ = e.people[who]
    office = Office(
        "nguyên Phó Bí thư", "Thành ủy Thử Nghiệm", e.at(2, "nguyên Phó Bí thư Thành ủy Thử Nghiệm"), "former"
    )
    e.people[who] = (name, replace(mention, offices=(office,)), ("thu-nghiem/thanh-uy",))
    e.cites(CT7, 1, "Chỉ thị số 7-CT/TU", type="chỉ thị", symbol="7-CT/TU", relation="studied")
    e.cites(NQ99, 1, "Nghị quyết số 99-NQ/TU", symbol="99-NQ/TU", relation="studied")
    out.append(e)

    # Nothing known: no date, no title in the text, no facts.
    f = Draft(
        "khong-ro-ngay-le-ky-niem",
        "thoi-thu",
        "khong-ro-ngay-le-ky-niem",
        "Lễ kỷ niệm 15 năm của Khối Ví dụ",
        None,
        EventDate(None, "unknown", "unknown", "Bài không ghi ngày nào."),
        [("paragraph", "Khối Ví dụ kỷ niệm 15 năm thành lập.")],
        title_basis="derived",
        place=None,
        place_basis="unknown",
        kind="lễ kỷ niệm",
        form="full",
    )
    out.append(f)

    # Hostile: everything that looks like code in some language a page passes through.
    evil = (
        '<script>alert(1)</script> <img src=x onerror="alert(2)"> {{ config }} {% raw %} [bấm](javascript:alert(3)) '
        "</p></article> &lt;b&gt; ` * _ \" ' onclick='x' <!-- --> ]]> **đậm** # tiêu đề &#106;avascript:"
    )
    g = Draft(
        "2025-09-09-bai-doc",
        "thoi-thu",
        "2025-09-08-bai-doc",
        "Bài <b>độc</b> \"'{{ 7*7 }}<script>",
        dt.date(2025, 9, 9),
        EventDate(dt.date(2025, 9, 1), "month", "editor", "Biên tập viên <i>nêu</i>."),
        [
            ("lead", evil),
            ("caption", evil),
            ("subhead", evil),
            ("teaser", evil),
            ("boilerplate", evil),
            ("paragraph", 'Ông <b>Đỗ & Họa</b>, "Chủ tịch" \'Hội\' <Mẫu>, dẫn Quyết định 1<2 & "ba".'),
        ],
        place="thu-nghiem",
        url="javascript:alert(4)",
        form="full",
    )
    g.person("do-hoa", "<b>Đỗ & Họa</b>", 6, "spoke", [("\"Chủ tịch\" 'Hội'", "<Mẫu>", None)])
    g.cites("chua-ro/doc", 6, 'Quyết định 1<2 & "ba"', "<script>alert(5)</script>", type="quyết định")
    g.figure('<i>số</i> "lạ"', 12, 6, "1<2", None, unit="<u>")
    g.says(0, 6, 'Ông <b>Đỗ & Họa</b>, "Chủ tịch"')
    out.append(g)
    return out


def toy() -> Archive:
    """The toy archive."""
    conflicting = DocumentRecord(
        NQ99,
        "nghị quyết",
        "99-NQ/TU",
        "Tỉnh ủy Bình Mẫu",
        dates=((dt.date(2022, 1, 10), "Báo Bình Mẫu"), (dt.date(2022, 1, 12), "Thời Thử")),
        sources=("trang của Tỉnh ủy Bình Mẫu",),
        title="Về việc làm mẫu",
    )
    documents = {
        NQ99: _document(NQ99, "Về việc làm mẫu", "99-NQ/TU", number="99", issuer="Tỉnh ủy Bình Mẫu", term="X", year=2022,
                        date=dt.date(2022, 1, 10), record=conflicting),
        NQ77: _document(NQ77, "Về phát triển ví dụ", "77-NQ/TU", number="77", issuer="Tỉnh ủy Bình Mẫu", term="X", year=2025),
        CT7: _document(CT7, "", "7-CT/TU", type="chỉ thị", name="Chỉ thị số 7-CT/TU", number="7", issuer="Thành ủy Thử Nghiệm"),
        OPEN: _document(OPEN, "", None, number="5", status="unresolved", candidates=(NQ99, NQ77, "dang/khac/2020/nq/5"),
                        name="Nghị quyết 5", reason="Không nêu cơ quan ban hành và khóa."),
        "chua-ro/doc": _document("chua-ro/doc", "<script>alert(6)</script>", None, type="quyết định", status="unresolved",
                                 name="Quyết định 1<2 & \"ba\"", reason="<b>lý do</b>"),
    }  # fmt: skip
    people = {
        "tran-vi-du": _person(
            "tran-vi-du", "Trần Ví Dụ", other_names=("Tư Ví Dụ",), reviewed=True, note="Có trong danh mục."
        ),
        "pham-thi-mau": _person("pham-thi-mau", "Phạm Thị Mẫu"),
        "hoang-van-thu": _person("hoang-van-thu", "Hoàng Văn Thử", namesakes=("hoang-van-thu-2",)),
        "hoang-van-thu-2": _person("hoang-van-thu-2", "Hoàng Văn Thử", namesakes=("hoang-van-thu",)),
        "le-gia-dinh": _person("le-gia-dinh", "Lê Giả Định"),
        "do-hoa": _person("do-hoa", "<b>Đỗ & Họa</b>"),
    }
    meetings = {
        "2024-03-05-ban-lam-mau": "Hội nghị tổng kết công tác làm mẫu năm 2023 của Ban Làm mẫu Tỉnh ủy Bình Mẫu",
        "2025-06-01-tinh-uy-binh-mau-9": "Hội nghị lần thứ 9 Tỉnh ủy Bình Mẫu",
        "2025-07-10-khoi-vi-du": "Đại hội Đảng bộ Khối Ví dụ tỉnh Bình Mẫu",
        "2025-08-14-thanh-uy-thu-nghiem": "Hội nghị quán triệt của Thành ủy Thử Nghiệm",
        "khong-ro-ngay-le-ky-niem": "Lễ kỷ niệm 15 năm của Khối Ví dụ",
        "2025-09-08-bai-doc": "Cuộc họp <script>alert(7)</script>",
    }
    rows = drafts()
    first, second = rows[0], rows[1]
    differences = {
        "2024-03-05-ban-lam-mau": (
            Difference(
                "mẫu được duyệt",
                (
                    ("hơn 2.400", ((first.id, first.figures[0][0].evidence),)),
                    ("2.380", ((second.id, second.figures[0][0].evidence),)),
                ),
            ),
            Difference(
                "vai trò của Trần Ví Dụ", (("chủ trì", ((first.id, None),)), ("phát biểu", ((second.id, None),)))
            ),
        )
    }
    path = "docs/bai-viet/2024/2024-03-06-tong-ket-cong-tac-lam-mau.md"
    problems = (
        Problem(
            path, 13, "BN040", "“Nghị quyết 5” chưa rõ là văn kiện nào.", "Thêm documents vào phần đầu.", "warning"
        ),
        Problem(
            "docs/bai-viet/khong-ro-ngay/khong-ro-ngay-le-ky-niem.md",
            0,
            "BN023",
            "Chưa rõ ngày họp.",
            "Thêm meeting.date.",
            "info",
        ),
        Problem("docs/danh-muc/places.yml", 4, "BN061", "<script>alert(8)</script>", "", "error"),
    )
    whole = Whole(registry(), ORGANIZATIONS, documents, people, meetings, differences, problems)
    return assemble(rows, whole)


def many(articles: int, people: int = 400, seed: int = 1) -> Archive:
    """An archive of any size: one article for each meeting, eight people and four citations in each."""
    import random

    chance = random.Random(seed)
    surnames, middles = ["Trần", "Lê", "Phạm", "Đỗ"], ["Ví", "Giả", "Thử", "Minh", "Mẫu"]
    names = {f"nguoi-{n}": f"{chance.choice(surnames)} {chance.choice(middles)} Số{n}" for n in range(people)}
    organizations = {f"binh-mau/ban-{n}": (f"Ban Ví dụ {n}", "ban", "binh-mau") for n in range(max(4, people // 10))}
    bodies = list(organizations)
    docs = [f"dang/binh-mau/2020/nq/{n}" for n in range(1, max(5, people // 8))]
    documents = {
        d: _document(d, f"Về ví dụ {n}", f"{n}-NQ/TU", issuer="Tỉnh ủy Bình Mẫu", term="X")
        for n, d in enumerate(docs, 1)
    }
    out, meetings = [], {}
    start = dt.date(2010, 1, 1)
    for n in range(articles):
        date = start + dt.timedelta(days=chance.randrange(5800))
        body = chance.choice(bodies)
        title = organizations[body][0]
        who = chance.sample(list(names), 8)
        cited = chance.sample(docs, 4)
        blocks = [
            ("lead", f"Ngày {date.day}-{date.month}, {title} tổ chức hội nghị số {n} về việc làm mẫu cho các đơn vị."),
            ("paragraph", "Dự có các đồng chí: " + "; ".join(f"{names[w]}, Ủy viên {title}" for w in who) + "."),
        ]
        for d in cited:
            blocks.append(
                (
                    "paragraph",
                    f"Ông {names[who[0]]} yêu cầu thực hiện Nghị quyết số {documents[d].symbol}; "
                    + "việc cần làm ngay, rõ người, rõ việc và rõ tiến độ; " * 4,
                )
            )
        blocks += [
            ("paragraph", "Các đơn vị thảo luận về cách làm mẫu và những việc phải làm trong thời gian tới. " * 3)
        ] * 6
        meeting = f"{date.isoformat()}-hop-{n}"
        draft = Draft(
            f"{date.isoformat()}-bai-{n}",
            "bao-mau",
            meeting,
            f"Hội nghị số {n} của {title}",
            date,
            from_publication(date),
            blocks,
            body=body,
            body_words=title,
        )
        draft.date = replace(draft.date, evidence=draft.at(1, f"Ngày {date.day}-{date.month}"))
        for at, w in enumerate(who):
            again = [(3 + k, names[w], "full") for k in range(4)] if at == 0 else []
            draft.person(w, names[w], 2, "spoke" if at == 0 else "attended", [], again)
            name, mention, _ = draft.people[-1]
            text = f"{names[w]}, Ủy viên {title}"
            where = draft.at(2, text)
            office = Office("Ủy viên", title, Evidence("b2", where.start + len(names[w]) + 2, where.end))
            draft.people[-1] = (name, replace(mention, offices=(office,)), (body,))
        for k, d in enumerate(cited):
            draft.cites(
                d, 3 + k, f"Nghị quyết số {documents[d].symbol}", symbol=documents[d].symbol, relation="implementing"
            )
            draft.says(0, 3 + k, blocks[2 + k][1].strip())
        out.append(draft)
        meetings[meeting] = draft.title
    whole = Whole(registry(), organizations, documents, {w: _person(w, x) for w, x in names.items()}, meetings)
    return assemble(out, whole)


def built(archive: Archive, site: Any = None) -> dict[str, str]:
    """Every generated page inside the theme's shell, by address; MkDocs' part is played by a few plain objects."""
    from pathlib import Path
    from types import SimpleNamespace

    import jinja2

    from biennien.pages import SiteInfo, all_pages

    theme = Path(__file__).resolve().parent.parent / "hooks" / "theme"
    # Like MkDocs: no autoescape. The shell must escape what is not its own.
    template = jinja2.Environment(loader=jinja2.FileSystemLoader(theme)).get_template("main.html")
    config = SimpleNamespace(site_name="Biên Niên", site_description="", repo_url="", copyright=None)
    out = {}
    for page in all_pages(archive, site or SiteInfo()):
        shown = SimpleNamespace(
            title=page.meta["title"],
            meta=dict(page.meta),
            content=page.body(),
            url=page.url,
            canonical_url=None,
            edit_url=None,
            toc=None,
        )
        base = "/".join([".."] * page.url.count("/")) or "."
        out[page.url] = template.render(page=shown, base_url=base, config=config)
    return out
