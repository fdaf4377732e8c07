"""Which event a claim belongs to, by its own dates, its deal and its publication."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from metrics.store import Store
from tests.sql.made_claims import batch

TALKS = {"metric": "talks_round", "low": 2, "round": 2, "event_from": "6-2", "event_to": "6-2", "published": "6-2"}
BODIES = {"metric": "bodies_repatriated"}
AGREED = {**BODIES, "low": 6000, "basis": "per_side", "status": "agreed"}
STAGES = [
    {**BODIES, "low": low, "basis": "one_side", "party": "UA", "event_from": day, "event_to": day, "published": day}
    for low, day in ((1212, "6-11"), (1200, "6-13"), (1245, "6-16"))
]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (
            [TALKS, *STAGES, {**AGREED, "published": "6-2"}, {**AGREED, "published": "6-16"}],
            {"exchange of bodies agreed on 2 June 2025, RU-UA": 2},
        ),
        (
            [TALKS, STAGES[0], {**AGREED, "published": "6-2"}, {**AGREED, "published": "6-16"}],
            {"exchange of bodies of 11 June 2025, RU-UA": 3},
        ),
        (
            [TALKS, *STAGES, {**AGREED, "published": "6-2"}, {**STAGES[2], "low": 6000, "basis": None, "party": None}],
            {"exchange of bodies agreed on 2 June 2025, RU-UA": 2},
        ),
    ],
    ids=["told on the last day of its delivery", "delivered at once", "all that was delivered, told on the last day"],
)
def test_what_was_agreed_is_the_deals(claims: list[dict[str, Any]], expected: dict[str, int], tmp_path: Path) -> None:
    with Store(tmp_path / "p.duckdb") as store:
        store.load(batch(claims))
        found = {str(row["event"]): row["claims"] for row in store.events()}
    assert {name: found.get(name) for name in expected} == expected
