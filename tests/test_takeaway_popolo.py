"""Popolo: the fields and types of its specification, references that lead somewhere, no date that is not known."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest

from biennien.pages import SiteInfo
from biennien.takeaway import popolo
from test_takeaway import FULL, SUMMARY, USB, WEB, sample

Record = dict[str, Any]
DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
# The fields of Popolo's schemas, by type. "id of x": the id of a record of that collection. "extra" is the place that
# Popolo's own patterns give to what it has no term for.
COMMON = {"id": "text", "links": "links", "sources": "links", "extra": "object"}
FIELDS: dict[str, dict[str, str]] = {
    "persons": COMMON | {
        "name": "text", "other_names": "names", "identifiers": "objects", "family_name": "text", "given_name": "text",
        "additional_name": "text", "honorific_prefix": "text", "honorific_suffix": "text", "patronymic_name": "text",
        "sort_name": "text", "email": "text", "gender": "text", "birth_date": "day", "death_date": "day", "image":
        "text",
        "summary": "text", "biography": "text", "national_identity": "text",
    },
    "organizations": COMMON | {
        "name": "text", "other_names": "names", "identifiers": "objects", "classification": "text",
        "parent_id": "id of organizations", "area_id": "id of areas", "abstract": "text", "description": "text",
        "founding_date": "day", "dissolution_date": "day", "image": "text",
    },
    "memberships": COMMON | {
        "label": "text", "role": "text", "person_id": "id of persons", "organization_id": "id of organizations",
        "post_id": "id of posts", "on_behalf_of_id": "id of organizations", "area_id": "id of areas",
        "start_date": "day",
        "end_date": "day",
    },
    "posts": COMMON | {
        "label": "text", "other_label": "texts", "role": "text", "organization_id": "id of organizations",
        "area_id": "id of areas", "start_date": "day", "end_date": "day",
    },
    "events": COMMON | {
        "name": "text", "description": "text", "start_date": "day", "end_date": "day", "location": "text",
        "status": "text",
        "identifiers": "objects", "classification": "text", "organization_id": "id of organizations",
        "attendees": "persons", "parent_id": "id of events",
    },
    "areas": COMMON | {
        "name": "text", "identifier": "text", "classification": "text", "parent_id": "id of areas", "geometry":
        "object",
    },
    "speeches": COMMON | {
        "creator_id": "id of persons", "role": "text", "attribution_text": "text", "audience_id": "id of persons",
        "text": "text", "audio": "text", "video": "text", "date": "text", "title": "text", "type": "text",
        "position": "integer", "event_id": "id of events",
    },
}  # fmt: skip


@cache
def document(site: SiteInfo = WEB) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = json.loads("".join(popolo.lines(sample(), site)))
    return found


def one(collection: str, identity: str) -> Record:
    (found,) = [r for r in document()[collection] if r["id"] == identity]
    return found


def fault(kind: str, value: Any, ids: dict[str, set[str]]) -> str:
    """What is wrong with a value of this type; "" when nothing is."""
    if kind in ("text", "day") and not isinstance(value, str):
        return "no text"
    if kind == "day" and not DAY.fullmatch(value):
        return "no day"
    if kind == "integer" and type(value) is not int:
        return "no integer"
    if kind == "object" and not isinstance(value, dict):
        return "no object"
    if kind.startswith("id of ") and value not in ids[kind.removeprefix("id of ")]:
        return "leads to nothing"
    if kind in ("links", "names", "persons", "objects", "texts"):
        if not isinstance(value, list):
            return "no list"
        for item in value:
            if kind == "links" and not (
                set(item) <= {"url", "note"} and urlsplit(item.get("url", "")).scheme in ("https", "urn")
            ):
                return f"no link: {item}"
            if kind == "names" and not (
                set(item) <= {"name", "note", "start_date", "end_date"} and isinstance(item.get("name"), str)
            ):
                return f"no name: {item}"
            if kind == "persons" and not (item["id"] in ids["persons"] and set(item) <= set(FIELDS["persons"])):
                return f"no person: {item}"
    return ""


@pytest.mark.parametrize("site", [WEB, USB], ids=["web", "usb"])
def test_every_record_has_fields_and_types_of_the_specification(site: SiteInfo) -> None:
    found = document(site)
    assert tuple(found) == popolo.COLLECTIONS
    ids = {name: {r["id"] for r in rows} for name, rows in found.items()}
    for name, rows in found.items():
        assert rows and len(ids[name]) == len(rows)
        for row in rows:
            for field, value in row.items():
                assert field in FIELDS[name], f"{name} has no {field}"
                assert fault(FIELDS[name][field], value, ids) == "", (name, row["id"], field, value)
                assert value not in (None, "", [], {}), "nothing is said of what is not known"


def test_a_sighting_is_no_term_of_office() -> None:
    for row in document()["memberships"]:
        assert not {"start_date", "end_date"} & set(row)
    held = [m for m in document()["memberships"] if m["person_id"] == "tran-vi-du" and m["role"] == "Bí thư"]
    (secretary,) = held
    assert secretary["extra"] == {
        "first_seen": "2025-06-01", "last_seen": "2025-06-01", "sightings": 1, "status": "current",
        "organization_basis": "printed",
    }  # fmt: skip
    assert secretary["label"] == "Bí thư, Tỉnh ủy Bình Mẫu"
    assert secretary["sources"] == [
        {
            "url": f"https://bien-nien.example/kho/bai-viet/2025/{FULL}.html#b3",
            "note": "lần đầu thấy: Báo Bình Mẫu, 2-6-2025",
        }
    ]


def test_an_office_seen_twice_has_its_first_and_last_source() -> None:
    deputy = next(m for m in document()["memberships"] if m["role"] == "Phó Bí thư Thường trực")
    assert [s["note"].split(":")[0] for s in deputy["sources"]] == ["lần đầu thấy", "lần cuối thấy"]


def test_a_former_office_cannot_be_taken_for_a_present_one_and_is_of_the_same_post() -> None:
    former = next(m for m in document()["memberships"] if m["person_id"] == "le-gia-dinh")
    assert former["role"] == "nguyên Phó Bí thư" and former["extra"]["status"] == "former"
    assert one("posts", former["post_id"])["role"] == "Phó Bí thư"


def test_an_event_tells_its_day_as_exactly_as_it_is_known() -> None:
    assert one("events", "2024-03-05-ban-lam-mau")["start_date"] == "2024-03-05"
    assert one("events", "2025-09-08-bai-doc")["start_date"] == "2025-09"
    bounded = one("events", "2025-07-10-khoi-vi-du")
    assert "start_date" not in bounded and bounded["extra"]["not_after"] == "2025-07-10"


def test_who_is_only_mentioned_attends_nothing() -> None:
    assert "attendees" not in one("events", "2025-07-10-khoi-vi-du")
    attended = one("events", "2024-03-05-ban-lam-mau")
    assert {a["id"] for a in attended["attendees"]} == {"tran-vi-du", "pham-thi-mau", "hoang-van-thu"}
    assert attended["extra"]["roles"]["tran-vi-du"] == "chaired"


def test_quoted_words_are_a_speech_and_reported_ones_a_narrative() -> None:
    quoted = one("speeches", f"{SUMMARY}#3")
    assert (quoted["type"], quoted["text"]) == ("speech", "năm tới sẽ có 3–4 đợt làm mẫu")
    assert quoted["role"] == "Trưởng Ban Làm mẫu Tỉnh ủy Bình Mẫu" and quoted["event_id"] == "2024-03-05-ban-lam-mau"
    assert one("speeches", f"{SUMMARY}#1")["type"] == "narrative"


def test_an_office_without_a_known_organisation_is_no_membership() -> None:
    archive = sample()
    who = archive.people["le-gia-dinh"]
    alone = replace(who, offices=tuple(replace(s, organization=None) for s in who.offices))
    archive = replace(archive, people={**archive.people, who.id: alone})
    assert who.id not in {m["person_id"] for m in popolo.memberships(archive, WEB)}


def test_namesakes_and_reasons_travel_with_the_person() -> None:
    person = one("persons", "hoang-van-thu")
    assert person["extra"]["namesakes"] == ["hoang-van-thu-2"] and person["extra"]["reviewed"] is False
    assert person["sort_name"] == "Thử Hoàng Văn"
    assert not {"family_name", "given_name", "gender", "birth_date"} & set(person), "nobody printed that"


def test_a_copy_without_an_address_names_sources_by_urn_and_path() -> None:
    found = next(e for e in document(USB)["events"] if e["id"] == "2025-06-01-tinh-uy-binh-mau-9")
    (source,) = found["sources"]
    assert source["url"].startswith("urn:uuid:") and f"bai-viet/2025/{FULL}.html" in source["note"]
