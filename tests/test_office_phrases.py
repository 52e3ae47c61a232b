"""Some three hundred offices as they are printed, of every level, each read at four places of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from biennien.extract.people import PeopleReader
from biennien.model import Block, Meta
from test_offices_and_organizations import REGISTRY

READER = PeopleReader(REGISTRY)
SENTENCES = {
    "after a comma": "Đồng chí Trần Ví Dụ, {}, phát biểu tại hội nghị.",
    "after a dash, in a list": "Dự hội nghị có: Lê Văn Mẫu, đại biểu; Trần Ví Dụ - {}; Hồ Văn Thử, cán bộ.",
    "before the name": "{} Trần Ví Dụ phát biểu tại hội nghị.",
    "before a dash": "Đến dự có {} - đồng chí Trần Ví Dụ.",
}
STATUSES = ("former", "acting", "incoming")


def lines() -> list[tuple[str, str]]:
    """(what is printed, what it is) of each line of the table."""
    text = Path(__file__).with_name("office_phrases.txt").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(printed, meant) for printed, meant in (row.split(" = ") for row in rows)]


def meaning(written: str) -> list[tuple[str, str | None, str]]:
    """(title, organisation, status) of each office of "title | organisation (status) + …"."""
    out = []
    for office in written.split(" + "):
        status = next((s for s in STATUSES if office.endswith(f" ({s})")), "current")
        title, organization = office.removesuffix(f" ({status})").split(" | ")
        out.append((title, None if organization == "—" else organization, status))
    return out


@pytest.mark.parametrize(("printed", "meant"), lines(), ids=lambda text: text[:60])
def test_an_office_is_read_alike_wherever_it_stands(printed: str, meant: str) -> None:
    read = {}
    for place, sentence in SENTENCES.items():
        people = READER.read((Block("b1", "lead", sentence.format(printed), 1),), Meta()).people
        read[place] = [(o.label, o.organization, o.status) for p in people if p.name == "Trần Ví Dụ" for o in p.offices]
    assert read == dict.fromkeys(SENTENCES, meaning(meant))


def test_the_table_covers_every_level() -> None:
    assert len(lines()) >= 250
    assert {status for _, meant in lines() for *_, status in meaning(meant)} == {"current", *STATUSES}
