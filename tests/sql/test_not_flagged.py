"""What must not be flagged, for want of being comparable: tiny tables of claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.sql.made_claims import DELIVERED, JUNE, MAY, UA

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


@pytest.mark.parametrize("case", NOT_FLAGGED)
def test_does_not_flag(case: str, judged: Callable[..., Any]) -> None:
    assert [(flag.kind, flag.row["sentence"]) for flag in judged(NOT_FLAGGED[case])] == []
