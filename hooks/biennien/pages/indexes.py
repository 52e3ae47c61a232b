"""The indices: meetings by year, people by given name, documents by type, issuer and number, organisations by place."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from .. import words
from ..entities import Document, Meeting, Organization, Person
from ..text import TONES, collation_key, slug
from ..words import known_day
from .page import Page
from .render import render
from .views import Views

ONE_PAGE = 600  # entries that one index page shows; beyond that each group has a page of its own

# Resolutions first, as readers ask for them; then the order of party and state documents by weight.
TYPE_ORDER = (
    "nghị quyết", "chỉ thị", "kết luận", "quy định", "quyết định", "hướng dẫn", "kế hoạch", "chương trình",
    "chương trình hành động", "đề án", "quy chế", "thông báo", "thông tri", "công văn", "báo cáo", "luật", "bộ luật",
    "pháp lệnh", "nghị định", "thông tư",
)  # fmt: skip
_TYPE_RANK = {name: rank for rank, name in enumerate(TYPE_ORDER)}


NUMBERS = (10, 50, 100, 500, 1000)  # where the groups of the index by number begin, after the first


class Group(NamedTuple):
    """One heading of an index and what stands under it."""

    key: str  # part of addresses and anchors
    title: str
    rows: Sequence[Any]


class Index(NamedTuple):
    """One way to look something up."""

    folder: str
    title: str
    what: str
    groups: Sequence[Group]
    template: str

    @property
    def whole(self) -> bool:
        """Whether it fits on one page."""
        return sum(len(g.rows) for g in self.groups) <= ONE_PAGE


def pages(views: Views) -> Iterator[Page]:
    """The indices; a long one is cut into a page for each group."""
    yield _page("cuoc-hop/index.md", "Cuộc họp", "Các cuộc họp trong kho.", partial(meetings_body, views))
    for index in (
        Index("nhan-su", "Nhân sự", "Nhân sự theo tên gọi, từ A đến Y.", people_groups(views), "index_people"),
        *(
            Index(folder, title, what, groups(views), "index_documents")
            for folder, title, what, groups in (
                ("van-kien", "Văn kiện", "Nghị quyết và văn kiện khác được báo nhắc.", document_groups),
                (
                    "van-kien/co-quan",
                    "Văn kiện theo cơ quan ban hành",
                    "Văn kiện theo cơ quan ban hành và khóa.",
                    issuer_groups,
                ),
                (
                    "van-kien/so",
                    "Văn kiện theo số",
                    "Văn kiện theo số: những văn kiện cùng số đứng cạnh nhau.",
                    number_groups,
                ),
            )
        ),
        Index(
            "to-chuc", "Tổ chức", "Các tổ chức trong kho, theo nơi.", organization_groups(views), "index_organizations"
        ),
    ):
        yield _page(f"{index.folder}/index.md", index.title, index.what, partial(index_body, views, index, None))
        if not index.whole:
            for group in index.groups:
                part = f"{index.folder}/muc-luc/{group.key}.md"
                name = f"{index.title}: {group.title}"
                yield _page(part, name, index.what, partial(index_body, views, index, group))


def _page(path: str, title: str, what: str, make: partial[str]) -> Page:
    meta = {"title": title, "kind": "index", "id": path.removesuffix(".md"), "description": what}
    return Page(path, meta, partial(make, path))


def index_body(views: Views, index: Index, group: Group | None, path: str) -> str:
    """An index: all of it, or only its groups with the way to their pages, or one group of it."""
    return render(
        index.template,
        path,
        v=views,
        title=index.title,
        folder=index.folder,
        groups=index.groups,
        whole=index.whole and group is None,
        current=group,
        ways=DOCUMENT_WAYS if index.template == "index_documents" else (),
    )


# --- meetings ----------------------------------------------------------------------------------------------------
def meetings_body(views: Views, path: str) -> str:
    """Meetings by organisation and by kind, and the newest; every one of them stands in the pages of the years."""
    by_body: dict[str, list[Meeting]] = defaultdict(list)
    kinds: dict[str, int] = defaultdict(int)
    for meeting in views.archive.meetings.values():
        if meeting.body:
            by_body[meeting.body].append(meeting)
        if meeting.kind:
            kinds[meeting.kind] += 1
    busiest = sorted(by_body, key=lambda b: (-len(by_body[b]), b))[:24]
    whole = len(views.archive.meetings) <= ONE_PAGE
    shown = [*views.newest(len(views.archive.meetings) if whole else 60), *(views.undated if whole else ())]
    years: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in shown:
        date = known_day(meeting)
        years[str(date.year) if date else "Chưa rõ ngày"].append(meeting)
    return render(
        "index_meetings",
        path,
        v=views,
        whole=whole,
        years=years,
        bodies=[(views.archive.organizations[b], len(by_body[b])) for b in busiest if b in views.archive.organizations],
        kinds=sorted(kinds.items(), key=lambda k: (-k[1], k[0]))[:24],
    )


# --- people ------------------------------------------------------------------------------------------------------
def initial(name: str) -> str:
    """The letter a person is looked up under: the first of the given name, without tone: "Ánh" -> "A", "Đức" -> "Đ"."""
    given = name.split()[-1] if name.split() else "?"
    bare = "".join(c for c in unicodedata.normalize("NFD", given[0]) if c not in TONES)
    letter = unicodedata.normalize("NFC", bare).upper()
    return letter if letter.isalpha() else "#"


def people_groups(views: Views) -> list[Group]:
    """People by the first letter of the given name, in the order of the Vietnamese alphabet."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in views.archive.people.values():
        found[initial(person.name)].append(person)
    letters = sorted(found, key=collation_key)
    rows = {letter: sorted(found[letter], key=lambda p: (p.sort_key, p.id)) for letter in letters}
    return [Group(_letter_key(letter), letter, rows[letter]) for letter in letters]


def _letter_key(letter: str) -> str:
    """ "A" -> "a", "Ă" -> "aw": one address for each of the alphabet's letters, as they are typed in Telex."""
    telex = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
    return telex.get(letter) or slug(letter) or f"u{ord(letter[0]):x}"


# --- documents ---------------------------------------------------------------------------------------------------
def document_groups(views: Views) -> list[Group]:
    """Identified documents by type, resolutions first; then the unresolved citations."""
    found: dict[str, list[Document]] = defaultdict(list)
    unresolved: list[Document] = []
    for document in views.archive.documents.values():
        if document.status == "identified":
            found[document.type].append(document)
        else:
            unresolved.append(document)
    types = sorted(found, key=lambda t: (_TYPE_RANK.get(t, len(_TYPE_RANK)), collation_key(t)))
    groups = [Group(slug(t) or "khac", words.capital(t), sorted(found[t], key=document_order)) for t in types]
    if unresolved:
        rows = sorted(unresolved, key=lambda d: (collation_key(d.name), d.id))
        groups.append(Group("chua-xac-dinh", "Chưa xác định", rows))
    return groups


def _number(document: Document) -> int | None:
    digits = re.match(r"\d+", document.number or document.symbol or "")
    return int(digits.group()) if digits else None


def document_order(document: Document) -> tuple[Any, ...]:
    """Issuer, then term or year from new to old, then number."""
    number = _number(document)
    term = words.roman(document.term) if document.term else 0
    return (
        collation_key(document.issuer or "~"),
        -term,
        -(document.year or 0),
        10**9 if number is None else number,
        document.name,
        document.id,
    )


# Ways to the documents: (label, folder of the index).
DOCUMENT_WAYS = (("Theo loại", "van-kien"), ("Theo cơ quan ban hành", "van-kien/co-quan"), ("Theo số", "van-kien/so"))


def issuer_groups(views: Views) -> list[Group]:
    """Identified documents by issuer, those who issued most first; each group in the order of ``document_order``."""
    found: dict[str, list[Document]] = defaultdict(list)
    for document in views.archive.documents.values():
        if document.status == "identified":
            found[document.issuer or ""].append(document)
    issuers = sorted(found, key=lambda i: (not i, -len(found[i]), collation_key(i)))
    names = {issuer: slug(issuer) or "chua-ro" for issuer in issuers}
    twice = {key for key in names.values() if list(names.values()).count(key) > 1}
    return [
        Group(
            f"{names[i]}-{at}" if names[i] in twice else names[i],
            i or "Chưa rõ cơ quan ban hành",
            sorted(found[i], key=document_order),
        )
        for at, i in enumerate(issuers)
    ]


def number_groups(views: Views) -> list[Group]:
    """Identified documents by number, so that those of one number are seen together; those without any come last."""
    numbered: dict[int, list[tuple[int, Document]]] = defaultdict(list)
    bare: list[Document] = []
    for document in views.archive.documents.values():
        if document.status != "identified":
            continue
        number = _number(document)
        if number is None:
            bare.append(document)
        else:
            numbered[bisect_right(NUMBERS, number)].append((number, document))
    edges = (1, *NUMBERS)
    groups = []
    for at in sorted(numbered):
        rows = [
            d
            for _, d in sorted(numbered[at], key=lambda r: (r[0], _TYPE_RANK.get(r[1].type, 99), document_order(r[1])))
        ]
        title = f"Số {edges[at]}–{edges[at + 1] - 1}" if at + 1 < len(edges) else f"Từ số {edges[at]}"
        groups.append(Group(f"tu-{edges[at]}", title, rows))
    if bare:
        groups.append(Group("khong-so", "Không số", sorted(bare, key=document_order)))
    return groups


# --- organisations -----------------------------------------------------------------------------------------------
def organization_groups(views: Views) -> list[Group]:
    """Organisations by place, the place with most meetings first."""
    found: dict[str, list[Organization]] = defaultdict(list)
    meetings: dict[str, int] = defaultdict(int)
    for organization in views.organizations_sorted:
        # A ward's bodies stand under its province or city.
        place = (organization.place or "").split("/")[0]
        found[place].append(organization)
        meetings[place] += len(organization.meetings)
    places = sorted(found, key=lambda p: (not p, -meetings[p], collation_key(views.place(p)), p))
    return [Group(slug(p) or "khac", views.place(p) or "Chưa rõ nơi", found[p]) for p in places]
