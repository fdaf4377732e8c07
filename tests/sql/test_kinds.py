"""What each kind of discrepancy must flag, and what it must not: tiny tables of claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MAY = {"event_from": "5-23", "event_to": "5-25", "basis": "per_side", "published": "5-26"}
JUNE = {"status": "agreed", "basis": "per_side", "deal_date": "6-2", "published": "6-3"}
TALKS = {"metric": "talks_duration", "on": "6-2", "published": "6-3"}
UA = {"basis": "one_side", "party": "UA"}

BODIES = {"metric": "bodies_repatriated", **UA}
DELIVERED = [
    {"metric": "bodies_repatriated", "low": 6000, **JUNE},
    *({"low": low, "on": on, "published": on, **BODIES} for low, on in ((1212, "6-11"), (1200, "6-13"), (1200, "6-14"), (1200, "6-15"))),
    {"low": 1245, "on": "6-16", "published": "6-16", "report": "last", **BODIES},
    {"low": 6057, "on": "6-16", "published": "6-16", "report": "last", "speaker": "Minister", **BODIES},
]
RELEASED = {"sides": "HAMAS-IL", "on": "2023-11-24", "published": "2023-11-24", "basis": "one_side", "party": "IL"}

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

NOT_FLAGGED: dict[str, list[dict[str, Any]]] = {
    "an outlet's own figure far from the other: a stage, a part": [{"low": 1000, **MAY}, {"low": 303, **MAY}],
    "a report in its own words beside whom it quotes": [
        {"low": 880, "report": 1, **MAY},
        {"low": 1000, "report": 1, "speaker": "Minister", **MAY},
    ],
    "an exchange in May, another in June": [{"low": 1000, **MAY}, {"low": 1200, **JUNE, "published": "6-3"}],
    "the deal of May, the deal of June": [
        {"low": 1000, **JUNE, "deal_date": "5-16", "published": "5-17"},
        {"low": 1200, **JUNE},
    ],
    "delegates of two rounds": [
        {"metric": "delegation_size", "low": 12, "on": "5-16", "party": "UA"},
        {"metric": "delegation_size", "low": 14, "on": "6-2", "party": "UA"},
    ],
    "two sides' proposals": [
        {"metric": "ceasefire_duration", "low": 30, "status": "proposed", "speaker_side": "UA"},
        {"metric": "ceasefire_duration", "low": 2, "high": 3, "bound": "range", "status": "proposed", "speaker_side": "RU"},
    ],
    "deported and listed": [
        {"metric": "children_deported", "low": 20000, "party": "UA"},
        {"metric": "children_listed", "low": 339, "party": "UA", "status": "proposed"},
    ],
    "round one and round two": [{"metric": "talks_round", "low": 1, "on": "5-16"}, {"metric": "talks_round", "low": 2, "on": "6-2"}],
    "a report and its repeat": [{"low": 1000, **MAY, "report": 1}, {"low": 1000, **MAY, "report": 1}],
    "each side, and both together": [{"low": 195, **MAY}, {"low": 390, **MAY, "basis": "total"}],
    "one side's own beside each side's": [{"low": 307, **MAY}, {"low": 307, **MAY, **UA}],
    "stages of one exchange": [
        {"low": low, "basis": "per_side", "on": on, "published": on} for low, on in ((390, "5-23"), (307, "5-24"), (303, "5-25"))
    ]
    + [{"low": 1000, **MAY}, {"low": 1000, **JUNE, "deal_date": "5-16", "published": "5-17"}],
    "civilians who came with the soldiers of a deal": [
        {"low": 1200, **JUNE, "category": "soldier"},
        {"low": 8, "on": "6-20", "published": "6-20", "category": "civilian", **UA},
    ],
    "bodies of one deal on several days": [
        {"metric": "bodies_repatriated", "low": low, "on": on, "published": on, "deal_date": "6-2", **UA}
        for low, on in ((1212, "6-11"), (1200, "6-13"), (1200, "6-14"), (1200, "6-15"), (1245, "6-16"))
    ]
    + [{"metric": "bodies_repatriated", "low": 6000, **JUNE}],
    "what a deal delivered in all, beside its last day": DELIVERED,
    "a whole exchange, dated on its last day": [
        {"low": 1000, **JUNE, "deal_date": "5-16", "published": "5-17"},
        {"low": 390, "basis": "per_side", "on": "5-23", "published": "5-23"},
        {"low": 303, "basis": "per_side", "on": "5-25", "published": "5-25"},
        {"low": 1000, "basis": "per_side", "on": "5-25", "published": "5-25"},
    ],
    "one report with two numbers for one key": [
        {"low": 300, **MAY, "report": 1},
        {"low": 880, **MAY, "report": 1},
        {"low": 300, **MAY, "report": 2},
    ],
    "a category unknown, the number another": [{"low": 1000, **MAY, "category": "soldier"}, {"low": 880, **MAY}],
    "soldiers and civilians": [{"low": 270, **MAY, "category": "soldier"}, {"low": 120, **MAY, "category": "civilian"}],
    "a basis unknown, the number another": [{"low": 1000, **MAY}, {"low": 880, **MAY, "basis": None}],
    "a day unknown, the number another": [{"low": 1000, **MAY}, {"low": 390, "basis": "per_side", "published": "5-26"}],
    "a part and its whole": [{"low": 390, **MAY}, {"low": 120, **MAY, "part": True}],
    "killed in two cities on one day": [
        {"metric": "people_killed", "low": 3, "on": "6-1", "place": "Kyiv", "published": "6-1"},
        {"metric": "people_killed", "low": 9, "on": "6-1", "place": "Kharkiv", "published": "6-1"},
    ],
    "killed at places that are not told": [
        {"metric": "people_killed", "low": 3, "on": "6-1", "published": "6-1"},
        {"metric": "people_killed", "low": 9, "on": "6-1", "published": "6-1"},
    ],
    "a toll that rises": [
        {"metric": "people_killed", "low": 3, "on": "6-1", "place": "Kyiv", "published": "6-1"},
        {"metric": "people_killed", "low": 9, "on": "6-1", "place": "Kyiv", "published": "6-2"},
    ],
    "states of two months": [
        {"metric": "troops_massed", "low": 50000, "party": "RU", "published": "5-01"},
        {"metric": "troops_massed", "low": 90000, "party": "RU", "published": "5-29"},
    ],
    "totals of two days": [
        {"metric": "exchange_count", "low": 64, "published": "5-6", "speaker": "A"},
        {"metric": "exchange_count", "low": 65, "published": "5-23", "speaker": "A"},
    ],
    "totals of other periods": [
        {"metric": "prisoners_exchanged_total", "low": 5757, "speaker": "A", "published": "6-4", **UA},
        {"metric": "prisoners_exchanged_total", "low": 1000, "speaker": "A", "published": "6-4", **UA},
    ],
    "one person of whom more is told": [
        {"low": 21, "speaker": "A", **MAY},
        {"low": 1, "speaker": "B", **MAY},
    ],
    "a vague word that is far off": [
        {"metric": "children_deported", "low": 200, "high": 999, "bound": "vague", "party": "UA", "speaker": "A", "published": "6-2"},
        {"metric": "children_deported", "low": 20000, "party": "UA", "speaker": "B", "published": "6-2"},
    ],
    "a city and the region of its name": [
        {"metric": "people_killed", "low": 11, "on": "5-25", "place": "Kyiv", "published": "5-25"},
        {"metric": "people_killed", "low": 16, "on": "5-25", "place": "Kyiv region", "published": "5-25"},
    ],
    "proposed and agreed in one report": [
        {
            "metric": "ceasefire_duration",
            "low": 30,
            "status": "proposed",
            "speaker": "A",
            "speaker_side": "UA",
            "report": 1,
            "published": "6-3",
        },
        {"metric": "ceasefire_duration", "low": 30, "status": "agreed", "speaker": "B", "report": 1, "published": "6-3"},
    ],
    "what is added to a truce": [
        {"metric": "ceasefire_duration", "low": 4, "status": "agreed", "on": "6-3", "published": "6-3"},
        {
            "metric": "ceasefire_duration",
            "low": 2,
            "status": "agreed",
            "on": "6-3",
            "published": "6-3",
            "rule": "ceasefire_duration:extension:left",
        },
    ],
    "a whole divided twice": [
        {"low": 390, "basis": "total", "on": "5-23", "report": 1},
        *(
            {
                "low": low,
                "basis": "total",
                "on": "5-23",
                "report": 1,
                "part": True,
                "category": category,
                "part_of": 0,
                "parts_complete": True,
            }
            for low, category in ((270, "soldier"), (120, "civilian"), (387, None), (3, "woman"))
        ),
    ],
    "half of it, which nobody tells without the whole": [
        {"low": 2, "on": "5-23", "basis": "one_side", "party": "UA", "speaker": "Army", "report": 1, "published": "5-23"},
        {"low": 4, "on": "5-23", "basis": "one_side", "party": "UA", "report": 1, "published": "5-23"},
        {"low": 4, "on": "5-23", "basis": "one_side", "party": "UA", "report": 2, "published": "5-23"},
    ],
    "a denial of another event": [
        {"low": 500, "on": "5-23", "basis": "per_side", "published": "6-20", "speaker": "A"},
        {"low": 500, "on": "6-19", "basis": "per_side", "published": "6-20", "status": "denied", "speaker": "B"},
    ],
    "both sides together, of a deal for each side": [
        {"low": 1000, **JUNE, "deal_date": "5-16", "published": "5-17"},
        {"low": 2000, **MAY, "basis": "total"},
    ],
    "two wars": [
        {"low": 50, "sides": "HAMAS-IL", "on": "2023-11-24", "published": "2023-11-30", "basis": "one_side", "party": "IL"},
        {"low": 24, "sides": "RU-US", "on": "2024-08-01", "published": "2024-08-01"},
        {"low": 50, "sides": "RU-UA", "on": "2023-11-24", "published": "2023-11-30"},
    ],
    "wars that nobody names": [{"low": 5, "sides": None, "published": "6-1"}, {"low": 9, "sides": None, "published": "6-1"}],
    "hostages and prisoners": [
        {"low": 13, "sides": "HAMAS-IL", "on": "2023-11-24", "published": "2023-11-24", "basis": "one_side", "party": "IL"},
        {"low": 39, "sides": "HAMAS-IL", "on": "2023-11-24", "published": "2023-11-24", "basis": "one_side", "party": "PS"},
    ],
    "batches of one truce": [
        {"low": 13, "sides": "HAMAS-IL", "on": "2023-11-24", "published": "2023-11-24", "basis": "one_side", "party": "IL"},
        {"low": 17, "sides": "HAMAS-IL", "on": "2023-11-26", "published": "2023-11-26", "basis": "one_side", "party": "IL"},
    ],
    "proposed, and agreed a week later": [
        {"low": 500, "basis": "per_side", "status": "proposed", "published": "5-25", "speaker_side": "UA"},
        {"low": 500, "basis": "per_side", "status": "agreed", "published": "6-2"},
    ],
    "parts that add up": [
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
            "low": 120,
            "basis": "total",
            "on": "5-23",
            "report": 1,
            "part": True,
            "category": "civilian",
            "part_of": 0,
            "parts_complete": True,
        },
    ],
}


@pytest.mark.parametrize("case", FLAGGED)
def test_flags(case: str, judged: Callable[..., Any]) -> None:
    claims, kinds = FLAGGED[case]
    assert [flag.kind for flag in judged(claims)] == kinds


@pytest.mark.parametrize("case", NOT_FLAGGED)
def test_does_not_flag(case: str, judged: Callable[..., Any]) -> None:
    assert [(flag.kind, flag.row["sentence"]) for flag in judged(NOT_FLAGGED[case])] == []


def test_one_origin_stands_behind_the_figure_of_one_day_though_another_gives_it_of_the_next(judged: Callable[..., Any]) -> None:
    wired = [{"low": 1200, "on": "6-13", "published": "6-13", "by": outlet, "written_by": "Wire", **BODIES} for outlet in ("A", "B")]
    other = {"low": 1200, "on": "6-14", "published": "6-14", "by": "C", **BODIES}
    assert [(flag.kind, flag.row["reports"]) for flag in judged([*wired, other], without=())] == [("single_origin", 2)]
