"""What a metric's file says that it is decides a claim's fields: each property on a metric of a user's own, with it and without."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read

WEDNESDAY = date(2025, 5, 28)
OWN = """title  = "Medics"
asks   = "How many medics?"
unit   = "person"
{about}
counts = ["medic"]

[[happens]]
verbs  = [{verbs}]
{by}
"""
ATTACK = 'event = "attack"\nstatus = "reported"'

CASES: dict[str, tuple[str, str, str, str, str, str, tuple[object, object]]] = {
    # what: (the rest of the file, verb, whose people, the property, text, field, (with it, without))
    "otherwise": (
        "",
        "brief",
        "",
        'otherwise = "planned"',
        "Ukraine and Russia are at war. The briefing of 12 medics by envoys.",
        "status",
        ("planned", "completed"),
    ),
    "category": (
        ATTACK,
        "burn",
        "",
        'category = "wounded"',
        "Ukraine and Russia are at war. A blast burned 12 wounded medics.",
        "category",
        (None, "wounded"),
    ),
    "toll, by place": (
        ATTACK,
        "burn",
        "",
        "toll = true",
        "Ukraine and Russia are at war. A strike burned 12 medics in Kharkiv.",
        "party",
        ("UA", None),
    ),
    "toll, over a period": (
        ATTACK,
        "burn",
        "",
        "toll = true",
        "Ukraine and Russia are at war. Fires have burned 12 medics since the war began.",
        "event_kind",
        (None, "attack"),
    ),
    "captive": (
        "",
        "seize",
        "",
        "captive = true",
        "Israel and Hamas are at war. Gunmen seized 12 medics, nine of them child carers.",
        "party",
        ("IL", None),
    ),
    "one party": (
        ATTACK,
        "burn",
        "",
        "one_party = true",
        "Ukraine and Russia are at war. A blast burned 12 Ukrainian medics. A fire later burned five medics.",
        "party",
        ("UA", None),
    ),
    "children": (
        "",
        "brief",
        "",
        'subject = "children"',
        "Russia deported hundreds of Ukrainian children. Ukraine wants them back. Clinics briefed 12 medics.",
        "party",
        ("UA", None),
    ),
    "asked": (
        "",
        "name",
        'by = "own"',
        "asked = true",
        "Ukraine and Russia are at war. Russia received a paper in which it named 12 medics.",
        "party",
        ("UA", "RU"),
    ),
    "launched": (
        ATTACK,
        "send",
        'by = "own"',
        "launched = true",
        "Ukraine and Russia are at war. 12 medics sent at Kyiv.",
        "party",
        ("RU", None),
    ),
    "ordinal": (
        'event = "talks"\nkind = "ordinal"',
        "convene",
        "",
        'family = "ordinal"',
        "Ukraine and Russia convened the third medic in Oslo.",
        "round",
        (3, None),
    ),
}


def claims(folder: Path, text: str, **told: str) -> list[Any]:
    folder.mkdir()
    (folder / "medics.toml").write_text(OWN.format(**told), encoding="utf-8")
    return [claim for claim in read(text, catalogue.load(None, folder), WEDNESDAY) if claim.metric == "medics"]


@pytest.mark.parametrize("what", CASES)
def test_a_property_of_ones_own_metric(tmp_path: Path, what: str) -> None:
    rest, verb, by, line, text, field, expected = CASES[what]
    verbs = f'"{verb}"'
    found = tuple(
        [getattr(claim, field) for claim in claims(tmp_path / name, text, about=about, verbs=verbs, by=by)][-1:]
        for name, about in (("with", f"{rest}\n{line}"), ("without", rest))
    )
    assert found == ([expected[0]], [expected[1]])
