"""What each kind of discrepancy must flag: tiny tables of claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.sql.made_claims import BODIES, DELIVERED, JUNE, MAY, RELEASED, TALKS, UA

FLAGGED: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "two numbers for one exchange": ([{"low": 1000, **MAY}, {"low": 880, **MAY}], ["value_conflict"]),
    "neighbours that are both written out": ([{"low": 339, **MAY}, {"low": 340, **MAY}], ["value_conflict"]),
    "just over against within": ([{"low": 1, "bound": "over", **TALKS}, {"low": 1, "bound": "under", **TALKS}], ["value_conflict"]),
    "a minimum above a maximum": ([{"low": 60, "bound": "at_least", **TALKS}, {"low": 50, "bound": "up_to", **TALKS}], ["value_conflict"]),
    "two sides on one list of children": (
        [
            {
                "metric": "children_listed",
                "low": 400,
                "bound": "nearly",
                "status": "proposed",
                "party": "UA",
                "speaker_side": "UA",
                "report": 1,
            },
            {
                "metric": "children_listed",
                "low": 339,
                "status": "proposed",
                "party": "UA",
                "speaker": "Delegation",
                "speaker_side": "RU",
                "report": 1,
            },
        ],
        ["value_conflict"],
    ),
    "two speakers, however far apart": (
        [{"low": 100, "speaker": "A", **MAY}, {"low": 1000, "speaker": "B", **MAY}],
        ["value_conflict"],
    ),
    "two speakers whom one report quotes": (
        [{"low": 880, "report": 1, "speaker": "A", **MAY}, {"low": 1000, "report": 1, "speaker": "B", **MAY}],
        ["value_conflict"],
    ),
    "an assessment against an outlet that quotes it": (
        [
            {"metric": "aircraft_hit", "low": 11, "high": 15, "bound": "range", "speaker": "A", "on": "6-1", "party": "RU", "report": 1},
            {"metric": "aircraft_hit", "low": 40, "on": "6-1", "party": "RU", "report": 1},
            {"metric": "aircraft_hit", "low": 40, "on": "6-1", "party": "RU", "report": 2},
        ],
        ["value_conflict"],
    ),
    "a speaker against an outlet that quotes him": (
        [{"low": 391, "speaker": "A", "report": 1, **MAY}, {"low": 390, "report": 1, **MAY}, {"low": 390, **MAY}],
        ["value_conflict"],
    ),
    "two sides on one deal": ([{"low": 1000, "speaker": "A", **JUNE}, {"low": 1200, "speaker": "B", **JUNE}], ["value_conflict"]),
    "one side's delivered bodies": (
        [
            {"metric": "bodies_repatriated_total", "low": 6057, "speaker": "A", "as_of": "6-16", **UA},
            {"metric": "bodies_repatriated_total", "low": 6060, "speaker": "B", "as_of": "6-16", **UA},
        ],
        ["value_conflict"],
    ),
    "what a deal delivered in all, dated on its last day": (
        [*DELIVERED, {"low": 6060, "on": "6-16", "published": "6-16", "speaker": "Negotiator", **BODIES}],
        ["value_conflict"],
    ),
    "hostages of one day": ([{"low": 24, **RELEASED}, {"low": 25, **RELEASED}], ["value_conflict"]),
    "an attacker's claim against an assessment": (
        [
            {"metric": "aircraft_hit", "low": 41, "on": "6-1", "party": "RU", "speaker": "A", "speaker_side": "UA"},
            {"metric": "aircraft_hit", "low": 20, "bound": "up_to", "on": "6-1", "party": "RU", "speaker": "B", "speaker_side": "third"},
        ],
        ["value_conflict"],
    ),
    "prisoners swapped in one day, between two states": (
        [{"low": low, "sides": "RU-US", "on": "2024-08-01", "published": "2024-08-01", "basis": "total"} for low in (24, 26)],
        ["value_conflict"],
    ),
    "two numbers for one exchange, of which one names the place": (
        [{"low": 390, **MAY, "place": "Chernihiv region"}, {"low": 391, **MAY}],
        ["value_conflict"],
    ),
    "a vague word of one speaker against another's number": (
        [{"low": 200, "high": 999, "bound": "vague", "speaker": "A", **MAY}, {"low": 1500, "speaker": "B", **MAY}],
        ["value_conflict"],
    ),
    "in all against each side": ([{"low": 300, **MAY}, {"low": 300, **MAY, "basis": "total"}], ["basis_mismatch"]),
    "twice the number, basis unknown": ([{"low": 300, **MAY}, {"low": 600, **MAY, "basis": None}], ["basis_mismatch"]),
    "both give against one gives": (
        [
            {"metric": "bodies_repatriated", "low": 6000, **JUNE, "speaker": "A"},
            {"metric": "bodies_repatriated", "low": 6000, **JUNE, **UA, "unilateral": True, "status": "planned", "speaker": "B"},
        ],
        ["reciprocity_conflict"],
    ),
    "done against denied": (
        [{"low": 500, **MAY, "speaker": "A"}, {"low": 500, **MAY, "status": "denied", "speaker": "B"}],
        ["status_conflict"],
    ),
    "agreed against only proposed": (
        [
            {"low": 500, "basis": "per_side", "status": "agreed", "published": "6-3", "speaker": "A"},
            {"low": 500, "basis": "per_side", "status": "proposed", "published": "6-3", "speaker": "B", "speaker_side": "UA"},
        ],
        ["status_conflict"],
    ),
    "one round on two days": (
        [
            {"metric": "talks_round", "low": 2, "on": "6-2", "by": "A"},
            {"metric": "talks_round", "low": 2, "on": "6-2", "by": "B"},
            {"metric": "talks_round", "low": 2, "on": "6-4", "by": "C"},
        ],
        ["date_conflict"],
    ),
    "parts that are all and do not add up": (
        [
            {"low": 390, "basis": "total", "on": "5-23", "report": 1},
            {
                "low": 270,
                "basis": "total",
                "on": "5-23",
                "report": 1,
                "part": True,
                "category": "soldier",
                "part_of": 0,
                "parts_complete": True,
            },
            {
                "low": 110,
                "basis": "total",
                "on": "5-23",
                "report": 1,
                "part": True,
                "category": "civilian",
                "part_of": 0,
                "parts_complete": True,
            },
        ],
        ["sum_mismatch"],
    ),
    "parts that leave some open": (
        [
            {"low": 390, "basis": "total", "on": "5-23", "report": 1},
            {"low": 120, "basis": "total", "on": "5-23", "report": 1, "part": True, "category": "civilian", "part_of": 0},
        ],
        ["incomplete_parts"],
    ),
    "a total that falls": (
        [
            {"metric": "prisoners_exchanged_total", "low": 5757, "speaker": "A", "published": "6-4", **UA},
            {"metric": "prisoners_exchanged_total", "low": 5000, "speaker": "A", "published": "6-20", **UA},
        ],
        ["decreasing_total"],
    ),
    "less delivered than agreed": (
        [{"low": 1000, **JUNE}, {"low": 300, "basis": "per_side", "on": "6-10", "deal_date": "6-2", "published": "6-10"}],
        ["delivery_gap"],
    ),
    "the same number of other people": ([{"low": 1000, **MAY, "category": "soldier"}, {"low": 1000, **MAY}], ["category_shift"]),
    "a bounding word dropped": (
        [
            {"metric": "troops_massed", "low": 50000, "party": "RU", "published": "5-28", "speaker": "A"},
            {"metric": "troops_massed", "low": 50000, "bound": "over", "party": "RU", "published": "5-29", "speaker": "A"},
        ],
        ["bound_changed"],
    ),
    "a bounding word dropped by two who quote one": (
        [
            {"metric": "troops_massed", "low": 50000, "party": "RU", "published": "5-28", "speaker": "A"},
            {"metric": "troops_massed", "low": 50000, "bound": "over", "party": "RU", "published": "5-28", "speaker": "A"},
        ],
        ["bound_changed"],
    ),
    "rounded": ([{"low": 6000, **MAY}, {"low": 6057, **MAY}], ["rounding"]),
    "a vague word that covers": ([{"low": 2000, "high": 9999, "bound": "vague", **MAY, "basis": None}, {"low": 6000, **MAY}], ["rounding"]),
    "up to, with no basis": ([{"low": 1000, **JUNE, "basis": None}, {"low": 1200, "bound": "up_to", **JUNE}], ["compatible_difference"]),
    "another number later": (
        [
            {"metric": "drones_launched", "low": 472, "on": "6-1", "speaker": "A", "published": "6-1"},
            {"metric": "drones_launched", "low": 479, "on": "6-1", "speaker": "A", "published": "6-2"},
        ],
        ["revision"],
    ),
    "a dateless exchange between two": (
        [
            {"low": 100, "basis": "per_side", "on": "5-6"},
            {"low": 205, "basis": "per_side", "on": "5-12"},
            {"low": 300, "basis": "per_side", "published": "5-20"},
        ],
        ["ambiguous_event"],
    ),
}


@pytest.mark.parametrize("case", FLAGGED)
def test_flags(case: str, judged: Callable[..., Any]) -> None:
    claims, kinds = FLAGGED[case]
    assert [flag.kind for flag in judged(claims)] == kinds


def test_one_origin_stands_behind_the_figure_of_one_day_though_another_gives_it_of_the_next(judged: Callable[..., Any]) -> None:
    wired = [{"low": 1200, "on": "6-13", "published": "6-13", "by": outlet, "written_by": "Wire", **BODIES} for outlet in ("A", "B")]
    other = {"low": 1200, "on": "6-14", "published": "6-14", "by": "C", **BODIES}
    assert [(flag.kind, flag.row["reports"]) for flag in judged([*wired, other], without=())] == [("single_origin", 2)]
