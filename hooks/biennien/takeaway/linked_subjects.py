"""A subject of the archive in, its node in schema.org's words out, and references to it from other nodes.

Only what the archive knows, in terms that mean just that. A first and a last sighting of an office are no term of
office, so no role gets a startDate; the articles that print it are its ``subjectOf``. Reported speech is no Quotation,
only quoted words are. An open question (an unresolved document) is no thing. What is inferred says so in
``description``, since schema.org has no word for it; what rests on less (a place taken from where the outlet is at
home) is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .. import words
from ..entities import Archive, ArticleRecord, Document, Meeting, OfficeSpell, Organization, Person, Place
from ..siteinfo import SiteInfo
from . import addresses, citations, naming

Node = dict[str, Any]
MOST = 20  # articles or meetings that a node points back to, newest first; the pages and data files have all
MOST_HOLDERS = 50  # office holders of an organisation, last seen first
FRAGMENTS = {"article": "bai", "meeting": "hop", "person": "nguoi", "document": "vk", "organization": "tc"}
_BODIES = {
    "đảng": "PoliticalParty",
    "báo": "NewsMediaOrganization",
    "đài": "NewsMediaOrganization",
    "học viện": "EducationalOrganization",
    **dict.fromkeys(("ubnd", "hđnd", "bộ", "sở", "cục", "vụ", "chính phủ", "quốc hội"), "GovernmentOrganization"),
}
_NOWHERE = ("cả nước", "quốc gia", "trung ương")  # kinds of registry places that are no place of a meeting
_NO_NEWS = ("cổng thông tin", "trang tổng hợp")  # kinds of outlets that are no news media
_NO_NAME = ("ban", "nhóm", "theo", "báo", "đài", "phòng", "tòa", "tổ", "phóng", "cộng", "bài", "ảnh", "tin", "tạp")
_LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def licence_url(licence: str) -> str:
    """Address of a well-known licence, "" for any other."""
    return _LICENCES.get(licence.strip(), "")


def some(**properties: Any) -> Node:
    """The properties that have a value. A list of one is that one."""
    out: Node = {}
    for name, value in properties.items():
        if isinstance(value, (list, tuple)):
            value = value[0] if len(value) == 1 else list(value)
        if value not in (None, "", [], {}):
            out[name] = value
    return out


@dataclass(frozen=True, slots=True)
class Subjects:
    """Makes the nodes of the page ``here``."""

    archive: Archive
    site: SiteInfo
    here: str

    def at(self, path: str) -> str:
        return addresses.link(self.site, path, self.here)

    def subject(self, kind: str, identity: str) -> list[Node]:
        """The subject of a page first, then what belongs to it; nothing for an open question."""
        if kind == "article":
            record = self.archive.articles[identity]
            return [self.article(record), *self.quotations(record)]
        if kind == "meeting":
            return [self.meeting(self.archive.meetings[identity])]
        if kind == "person":
            return [self.person(self.archive.people[identity])]
        if kind == "document":
            document = self.archive.documents[identity]
            return [self.document(document)] if document.status == "identified" else []
        return [self.organization(self.archive.organizations[identity])]

    def project(self) -> Node:
        """Whoever makes the archive: a project of this name, and nothing more is known of it."""
        return {"@type": "Project", "@id": self.at("index.html#du-an"), "name": self.site.name}

    # --- references -----------------------------------------------------------------------------------------------
    def _id(self, kind: str, url: str) -> str:
        return self.at(f"{url}#{FRAGMENTS[kind]}")

    def person_ref(self, identity: str) -> Node:
        person = self.archive.people[identity]
        return {"@type": "Person", "@id": self._id("person", person.url), "name": person.name}

    def organization_ref(self, identity: str | None, name: str | None) -> Node | None:
        found = self.archive.organizations.get(identity) if identity else None
        if found:
            return {
                "@type": _body_type(found),
                "@id": self._id("organization", found.url),
                "name": found.name,
            }
        return {"@type": "Organization", "name": name} if name else None

    def document_ref(self, identity: str) -> Node:
        document = self.archive.documents[identity]
        kind = "Legislation" if citations.is_act(document) else "CreativeWork"
        return {"@type": kind, "@id": self._id("document", document.url), "name": document.name}

    def meeting_ref(self, identity: str) -> Node:
        meeting = self.archive.meetings[identity]
        return some(
            **{"@type": "Event", "@id": self._id("meeting", meeting.url)},
            name=meeting.title,
            startDate=citations.iso(citations.partial_date(meeting)),
        )

    def article_ref(self, identity: str) -> Node:
        record = self.archive.articles[identity]
        name = "headline" if record.article.title_basis != "derived" else "name"
        return {
            "@type": "Article" if record.article.meta.form == "summary" else "NewsArticle",
            "@id": self._id("article", record.article.url),
            name: record.article.title,
        }

    def place(self, found: Place | None) -> Node | None:
        if found is None or found.kind in _NOWHERE:
            return None
        return {"@type": "AdministrativeArea", "name": found.name}

    def _newest_articles(self, names: Iterable[str]) -> list[Node]:
        dated = ((self.archive.articles[name].date, name) for name in set(names))
        return [self.article_ref(name) for name in _newest(dated)]

    def _newest_meetings(self, names: Iterable[str]) -> list[Node]:
        dated = ((words.known_day(self.archive.meetings[name]), name) for name in set(names))
        return [self.meeting_ref(name) for name in _newest(dated)]

    def outlet(self, record: ArticleRecord) -> Node | None:
        name = naming.outlet_in_full(self.archive, record)
        known = self.archive.registry.outlets.get(record.outlet) if record.outlet else None
        kind = "Organization" if known and known.kind in _NO_NEWS else "NewsMediaOrganization"
        return {"@type": kind, "name": name} if name else None

    # --- subjects -------------------------------------------------------------------------------------------------
    def article(self, record: ArticleRecord) -> Node:
        """A full text is the outlet's NewsArticle, kept here; a summary is the archive's Article, based on that."""
        article = record.article
        source = addresses.web_address(article.meta.source.url)
        report = some(
            publisher=self.outlet(record),
            datePublished=article.published.isoformat() if article.published else None,
            author=[{"@type": "Person", "name": name} for name in naming.authors(record) if _is_name(name)],
            creditText=", ".join(article.byline),
        )
        summary = article.meta.form == "summary"
        node = self.article_ref(article.id)
        node |= {"inLanguage": article.meta.language, "mainEntityOfPage": self.at(article.url)}
        if summary:
            based = report | some(url=source)
            node |= some(
                isBasedOn={"@type": "NewsArticle", **based} if based else None,
                publisher=self.project(),
                license=licence_url(self.site.licence),
            )
        else:
            node |= report | some(url=source, archivedAt=self.at(article.url) if source else None)
            node |= some(copyrightNotice=article.meta.rights)
        event = record.event
        documents = [d for d in dict.fromkeys(record.documents) if self.archive.documents[d].status == "identified"]
        place = naming.place(self.archive, event.place)
        return node | some(
            abstract=article.meta.summary,
            about=[self.meeting_ref(record.meeting)] if record.meeting in self.archive.meetings else None,
            mentions=[
                *(self.person_ref(p) for p in dict.fromkeys(record.people)),
                *(self.document_ref(d) for d in documents),
            ],
            contentLocation=self.place(place) if event.place_basis in ("stated", "editor") else None,
        )

    def quotations(self, record: ArticleRecord) -> list[Node]:
        out = []
        for index, statement in enumerate(record.extraction.statements):
            if statement.quoted:
                out.append({
                    "@type": "Quotation",
                    "@id": self.at(addresses.statement(record, index)),
                    "text": citations.statement_words(record, index, 10_000),
                    "spokenByCharacter": self.person_ref(record.people[statement.person]),
                    "isPartOf": {"@id": self._id("article", record.article.url)},
                    "url": self.at(addresses.statement_paragraph(record, statement)),
                })  # fmt: skip
        return out

    def meeting(self, meeting: Meeting) -> Node:
        """Roles tell who chaired and who spoke; who is only mentioned, or seen in a picture's caption, is left out."""
        attendees: list[Node] = []
        speakers: list[Node] = []
        for person, role in meeting.people:
            ref = self.person_ref(person)
            if role == "chaired":
                attendees.append({"@type": "Role", "roleName": words.ROLES[role], "attendee": ref})
            elif role == "spoke":
                speakers.append({"@type": "Role", "roleName": words.ROLES[role], "performer": ref})
            elif role == "attended":
                attendees.append(ref)
        place, inferred = naming.place(self.archive, meeting.place), []
        date = words.date_state(meeting.date_basis, meeting.date_precision, meeting.date_reason)
        if citations.partial_date(meeting) and date.level == "inferred":
            inferred.append(f"Ngày họp là suy ra: {date.why}")
        where = words.place_state(meeting.place_basis, meeting.place_reason)
        area = self.place(place) if meeting.place_basis in ("stated", "editor", "registry") else None
        if area and where.level == "inferred":
            inferred.append(f"Nơi họp là suy ra: {where.why}")
        location = area
        if meeting.venue:
            location = some(**{"@type": "Place"}, name=meeting.venue, containedInPlace=area)
        dealt = {
            d
            for a in meeting.articles
            for d, c in zip(
                self.archive.articles[a].documents, self.archive.articles[a].extraction.citations, strict=True
            )
            if c.relation not in ("mentioned", "basis") and self.archive.documents[d].status == "identified"
        }
        return self.meeting_ref(meeting.id) | some(
            mainEntityOfPage=self.at(meeting.url),
            endDate=meeting.end.isoformat() if meeting.end and citations.partial_date(meeting) else None,
            description=" ".join(sentence.rstrip(".") + "." for sentence in inferred),
            location=location,
            organizer=self.organization_ref(meeting.body, meeting.body_name),
            attendee=attendees,
            performer=speakers,
            about=[self.document_ref(d) for d in meeting.documents if d in dealt],
            subjectOf=[self.article_ref(a) for a in meeting.articles],
        )

    def _sighted(self, spell: OfficeSpell) -> Node:
        """What is known of an office over time: between which days it was seen printed, and where first and last."""
        seen = [spell.sightings[0], spell.sightings[-1]] if spell.sightings else []
        when = ""
        if spell.first and spell.last:
            when = f"Thấy trên báo lần đầu {words.day(spell.first)}, lần cuối {words.day(spell.last)}"
            when = f"Thấy trên báo {words.day(spell.first)}" if spell.first == spell.last else when
            when += " (theo ngày họp); không phải ngày nhận hay thôi chức."
        return some(description=when, subjectOf=[self.article_ref(a) for a in dict.fromkeys(s.article for s in seen)])

    def person(self, person: Person) -> Node:
        affiliations, titles = [], []
        for spell in person.offices:
            role = naming.spell_role(spell)
            body = self.organization_ref(spell.organization, spell.organization_name)
            if body:
                affiliations.append(
                    {"@type": "OrganizationRole", "roleName": role, "affiliation": body, **self._sighted(spell)}
                )
            else:
                titles.append({"@type": "Role", "jobTitle": role, **self._sighted(spell)})
        took_part = [a.meeting for a in person.appearances if a.role in ("chaired", "spoke", "attended")]
        return self.person_ref(person.id) | some(
            mainEntityOfPage=self.at(person.url),
            alternateName=list(person.other_names),
            description=person.note,
            disambiguatingDescription="Kho có người khác cùng tên." if person.namesakes else None,
            affiliation=affiliations,
            jobTitle=titles,
            performerIn=self._newest_meetings(took_part),
        )

    def document(self, document: Document) -> Node:
        """An act of the state is Legislation; a document of the Party a CreativeWork with its symbol as identifier."""
        record = document.record
        day = citations.iso(citations.document_day(document))
        issuer = {"@type": "Organization", "name": document.issuer} if document.issuer else None
        node = self.document_ref(document.id) | some(
            mainEntityOfPage=self.at(document.url),
            abstract=document.title,
            inLanguage="vi",
            alternateName=list(record.aliases) if record else None,
            subjectOf=self._newest_articles(c.article for c in document.citations),
        )
        if citations.is_act(document):
            replaced = [r for r in record.replaces if r in self.archive.documents] if record else []
            return node | some(
                legislationIdentifier=document.symbol,
                legislationType=document.type,
                legislationDate=day if len(day) == 10 else None,
                legislationPassedBy=issuer,
                legislationChanges=[self.document_ref(r) for r in replaced if r.startswith("nn/")],
            )
        symbol = {"@type": "PropertyValue", "propertyID": "số, ký hiệu", "value": document.symbol}
        return node | some(
            identifier=symbol if document.symbol else None, genre=document.type, dateCreated=day, creator=issuer
        )

    def organization(self, organization: Organization) -> Node:
        record = organization.record
        known = self.archive.organizations
        parent = record.parent if record and record.parent in known else None
        kin = []
        if record:
            for what, other in (("Trước đó là", record.predecessor), ("Sau này là", record.successor)):
                if other and other in known:
                    kin.append(f"{what} {known[other].name}.")
        held = [
            (spell, person)
            for person in (self.archive.people[p] for p in organization.people)
            for spell in person.offices
            if spell.organization == organization.id
        ]
        held.sort(key=lambda h: (h[1].sort_key, h[1].id, h[0].label))
        held.sort(key=lambda h: h[0].last or dt.date.min, reverse=True)
        members = [
            {
                "@type": "OrganizationRole",
                "roleName": naming.spell_role(spell),
                "member": self.person_ref(person.id),
                **self._sighted(spell),
            }
            for spell, person in held[:MOST_HOLDERS]
        ]
        node = self.organization_ref(organization.id, None)
        assert node is not None
        return node | some(
            mainEntityOfPage=self.at(organization.url),
            alternateName=[a for a in organization.aliases if a != organization.name],
            description=" ".join(kin),
            location=self.place(naming.place(self.archive, organization.place)),
            parentOrganization=self.organization_ref(parent, None),
            member=members,
            event=self._newest_meetings(organization.meetings),
        )


def _newest(dated: Iterable[tuple[dt.date | None, str]]) -> list[str]:
    """The newest few, newest first; what has no date comes last."""
    ordered = sorted(dated, key=lambda one: (one[0] or dt.date.min, one[1]), reverse=True)
    return [name for _, name in ordered[:MOST]]


def _body_type(organization: Organization) -> str:
    return _BODIES.get(organization.kind, "Organization")


def _is_name(author: str) -> bool:
    """Whether a byline is surely a person's: two to five capitalised words, none of an office or an outlet."""
    parts = author.split()
    return (
        2 <= len(parts) <= 5
        and all(re.fullmatch(r"[^\W\d_]+", part) and part[0].isupper() and not part[1:].isupper() for part in parts)
        and parts[0].casefold() not in _NO_NAME
    )
