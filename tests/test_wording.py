"""Figures and sentences in plain words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from metrics import wording

KINDS = [
    "value_conflict",
    "basis_mismatch",
    "reciprocity_conflict",
    "status_conflict",
    "date_conflict",
    "sum_mismatch",
    "decreasing_total",
    "category_shift",
    "bound_changed",
    "rounding",
    "compatible_difference",
    "revision",
    "delivery_gap",
    "incomplete_parts",
    "single_origin",
    "ambiguous_event",
]


def voice(**other: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "speaker": None,
        "speaker_side": None,
        "publisher": "The Ledger",
        "original_publisher": None,
        "published": date(2025, 6, 2),
        "origin": "dir/a.txt",
        "low": 1200.0,
        "high": 1200.0,
        "bound": "exact",
        "basis": None,
        "party": None,
        "category": None,
        "status": "agreed",
        "report_id": "r-1",
        "from_date": None,
    }
    return given | other


@pytest.mark.parametrize(
    ("fields", "unit", "said"),
    [
        ({}, "person", "1,200 people"),
        ({"bound": "up_to", "basis": "per_side"}, "person", "up to 1,200 people each side"),
        ({"low": 2, "high": 3, "bound": "range"}, "day", "2 to 3 days"),
        ({"low": 1, "high": 1, "bound": "over"}, "hour", "more than 1 hour"),
        ({"low": 2.5, "high": 2.5}, "hour", "2.5 hours"),
        ({"low": 2000, "high": 9999, "bound": "vague"}, "body", "2,000 to 9,999 (a vague word)"),
        ({"basis": "one_side", "party": "UA"}, "body", "1,200 bodies of Ukraine"),
        ({"low": 20, "high": 20, "bound": "about"}, "percent", "about 20 percent"),
    ],
)
def test_figures(fields: dict[str, Any], unit: str, said: str) -> None:
    assert wording.figure(voice(**fields), unit) == said


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "The Ledger"),
        ({"original_publisher": "Wire"}, "Wire"),
        ({"publisher": None}, "the report in a.txt"),
        ({"speaker": "A", "speaker_side": "UA"}, "A (Ukraine)"),
        ({"speaker": "A", "speaker_side": "third"}, "A"),
        ({"speaker": "Ukrainian officials", "speaker_side": "UA"}, "Ukrainian officials"),
        ({"speaker": "Ukraine", "speaker_side": "UA"}, "Ukraine"),
        ({"speaker": "A", "speaker_side": "HAMAS"}, "A (Hamas)"),
        ({"speaker": "A", "speaker_side": "NOBODY_KNOWN"}, "A (NOBODY_KNOWN)"),
        ({"speaker_side": "HAMAS", "publisher": None}, "the side of Hamas"),
        ({"speaker_side": "UA"}, "the Ukrainian side (The Ledger)"),
    ],
)
def test_names(fields: dict[str, Any], name: str) -> None:
    assert wording.who(voice(**fields)) == name


@pytest.mark.parametrize(
    ("unit", "metric", "said"),
    [
        ("person", "prisoners_exchanged", "2 prisoners"),
        ("person", "children_listed", "2 children"),
        ("person", "people_killed", "2 people"),
        ("person", "delegation_size", "2 people"),
        ("day", "ceasefire_duration", "2 days"),
        ("body", "bodies_repatriated", "2 bodies"),
    ],
)
def test_people_are_called_what_the_metric_calls_them(unit: str, metric: str, said: str) -> None:
    assert wording.figure(voice(low=2.0, high=2.0), unit, metric) == said


def test_a_vague_figure_in_its_own_words() -> None:
    vague = voice(low=2000, high=9999, bound="vague", quote="They gave thousands back.", start=110, end=119, quote_start=100)
    assert wording.figure(vague, "body") == "“thousands”"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2025, 5, 23), date(2025, 5, 25), "23–25 May 2025"),
        (date(2025, 5, 23), date(2025, 6, 1), "23 May – 1 June 2025"),
        (date(2024, 12, 30), date(2025, 1, 2), "30 December 2024 – 2 January 2025"),
        (date(2025, 5, 23), date(2025, 5, 23), "23 May 2025"),
        (None, date(2025, 5, 23), "23 May 2025"),
        (None, None, "an unknown date"),
    ],
)
def test_days(first: date | None, last: date | None, said: str) -> None:
    assert wording.days(first, last) == said


@pytest.mark.parametrize(("value", "unit", "said"), [(1.3, "person", "2 people"), (1.5, "hour", "1.5 hours"), (1, "body", "1 body")])
def test_gaps(value: float, unit: str, said: str) -> None:
    assert wording.counted(value, unit) == said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("gap", [None, 0.0, 21.0])
def test_every_kind_has_its_words(kind: str, gap: float | None) -> None:
    row = {
        "kind": kind,
        "severity": "note",
        "unit": "person",
        "gap": gap,
        "event": "exchange of 2 June",
        "metric": "m",
        "stage": "agreed",
        "reports": 2,
    }
    said = wording.sentence(row, [voice(), voice(low=1000.0, high=1000.0, speaker="A", report_id="r-2")])
    assert said.startswith("Exchange of 2 June: ")
    assert said.endswith(".")
    assert "None" not in said
    assert wording.why(row)
    assert wording.settle(row)


@pytest.mark.parametrize(
    ("low", "unit", "said"),
    [
        (0.666667, "hour", "40 minutes"),
        (1.25, "day", "30 hours"),
        (2, "day", "2 days"),
        (90, "day", "90 days"),
        (1.3, "day", "1.3 days"),
    ],
)
def test_a_duration_is_said_in_the_unit_that_makes_it_whole(low: float, unit: str, said: str) -> None:
    assert wording.figure({"bound": "exact", "low": low, "high": low}, unit, "talks_duration") == said
