"""Made-up claims of many wars, with discrepancies of every kind planted among them: the same on every run with one seed.

Two sides have an event every four months, in turn an exchange, talks, an attack, a ceasefire, a state and a running total. Ten reports
tell of an event, each by another outlet, and agree but where something is planted: they repeat the figure, give it per side, as a total
and as one side's, and add parts of it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, cycle
from typing import Any

from metrics.model import Claim, Document, Extraction, Report

FIRST, APART, LAST = date(1995, 1, 10), 120, date(2025, 6, 30)
REPORTS = 10  # of one event
TURNS = ("exchange", "talks", "exchange", "attack", "exchange", "ceasefire", "state", "exchange", "total")
PLANTS = {
    "value_conflict": "exchange", "basis_mismatch": "exchange", "reciprocity_conflict": "exchange", "status_conflict": "exchange",
    "date_conflict": "talks", "sum_mismatch": "exchange", "decreasing_total": "total", "delivery_gap": "exchange",
    "incomplete_parts": "exchange", "category_shift": "exchange", "bound_changed": "exchange", "compatible_difference": "exchange",
    "rounding": "exchange", "revision": "exchange", "single_origin": "exchange", "ambiguous_event": "exchange",
}  # fmt: skip
ONE_IN = 5  # events that something is planted in
STATES = "AE AF AL AM AR AT AU AZ BA BE BG BR BY CA CH CL CN CO CU CY CZ DE DK DZ EE EG ES ET FI FR GB GE GR HR HU ID IE IN IQ".split()
UNITS = {
    "talks_duration": "hour",
    "ceasefire_duration": "day",
    "talks_round": "round",
    "drones_launched": "drone",
    "bodies_repatriated_total": "body",
}

Batch = list[tuple[Document, list[Extraction]]]


@dataclass
class Made:
    """One report of an event: what it claims, each claim as the fields that differ from a plain one."""

    published: date
    claims: list[dict[str, Any]]
    agency: str | None = None


@dataclass
class Synthetic:
    """`size` claims over `events` events. Iterate it for batches; `planted` has then (kind, event) of all that must be found."""

    size: int
    events: int
    seed: int = 1
    planted: set[tuple[str, str]] = field(default_factory=set)

    def __iter__(self) -> Iterator[Batch]:
        chance = random.Random(self.seed)
        each = max(1, round(self.size / self.events / REPORTS))
        kinds = {turn: cycle([kind for kind, on in PLANTS.items() if on == turn]) for turn in TURNS if turn in PLANTS.values()}
        seen = dict.fromkeys(TURNS, 0)
        batch: Batch = []
        for number, (sides, turn, day) in enumerate(_calendar(self.events)):
            seen[turn] += 1
            kind = next(kinds[turn]) if turn in kinds and seen[turn] % ONE_IN == 0 else None
            event = f"event-{number}"
            if kind:
                self.planted.add((kind, event))
            for place, report in enumerate(_reports(turn, kind, sides, day, each, number, chance)):
                batch.append(_extraction(report, event, place, sides))
            if len(batch) >= 10_000:
                yield batch
                batch = []
        yield batch


def _calendar(events: int) -> Iterator[tuple[str, str, date]]:
    """The sides, what it is and the day of each event, one pair of sides after the other."""
    long = (LAST - FIRST).days // APART
    pairs = (f"{one}-{other}" for one, other in combinations(STATES, 2))
    for number in range(events):
        if number % long == 0:
            sides = next(pairs)
        yield sides, TURNS[number % long % len(TURNS)], FIRST + timedelta(APART * (number % long))


def _reports(turn: str, kind: str | None, sides: str, day: date, each: int, number: int, chance: random.Random) -> list[Made]:
    """Ten reports of one event, the last three of them with what is planted."""
    one, n = sides[:2], 1000 * chance.randint(2, 9) + chance.randint(11, 49)  # no round number, so that no precision is hidden in it
    n += 1000 * (day - FIRST).days if turn == "total" else 0  # totals grow
    told = [Made(day + timedelta(1), []) for _ in range(REPORTS)]
    main: dict[str, Any] = {"low": n, "event_from": day, "event_to": day}
    if turn == "exchange":
        main |= {"metric": "prisoners_exchanged", "basis": "per_side", "status": "completed"}
    elif turn == "talks":
        main |= {"metric": "talks_round", "status": "completed", "low": number % 7 + 1, "round": number % 7 + 1}
    elif turn == "attack":
        main |= {"metric": "drones_launched", "status": "reported", "party": one, "place": f"Town {number}"}
    elif turn == "ceasefire":
        main |= {"metric": "ceasefire_duration", "status": "agreed", "low": n // 100}
    elif turn == "state":
        main |= {"metric": "prisoners_held", "status": "reported", "party": one, "event_from": None, "event_to": None}
    else:
        main |= {
            "metric": "bodies_repatriated_total",
            "status": "completed",
            "party": one,
            "basis": "one_side",
            "event_from": None,
            "as_of": day,
        }
    others = _others(turn, main, one, n) if kind not in ("basis_mismatch", "reciprocity_conflict", "status_conflict", "revision") else []
    if kind == "revision":
        main["speaker"] = f"The minister of {one}"
    for place, report in enumerate(told):
        report.claims = [main] * max(1, each - len(others)) + others
        if "speaker" not in main and place % 2:
            report.claims = [claim | {"speaker": f"Speaker {place} of {sides}", "speaker_side": one} for claim in report.claims]
    if kind:
        told = _plant(kind, told, main, n, number, day)
    return told


def _others(turn: str, main: dict[str, Any], one: str, n: int) -> list[dict[str, Any]]:
    """What agrees with the main figure and must not be flagged."""
    if turn == "exchange":
        return [
            main | {"basis": "total", "low": 2 * n},
            main | {"basis": "one_side", "party": one},
            main | {"low": n // 3, "category": "civilian", "part": True},
        ]
    if turn == "talks":
        return [
            main | {"metric": "talks_duration", "low": 2, "round": None},
            main | {"metric": "delegation_size", "low": 12, "party": one, "round": None},
        ]
    if turn == "attack":
        return [main | {"metric": "people_killed", "low": n // 100, "party": None}]
    return []


def _plant(kind: str, told: list[Made], main: dict[str, Any], n: int, number: int, day: date) -> list[Made]:
    *_, third, second, last = told
    few = (third, second, last)
    one = {"party": main.get("party")}
    again: dict[str, dict[str, Any]] = {
        "value_conflict": {"low": n + 137},
        "basis_mismatch": {"basis": "total"},
        "reciprocity_conflict": {"basis": "one_side", "party": "ZW", "unilateral": True},
        "status_conflict": {"status": "denied"},
        "date_conflict": {"event_from": day + timedelta(1), "event_to": day + timedelta(1)},
        "category_shift": {"category": "soldier"},
        "bound_changed": {"bound": "over"},
        "compatible_difference": {"low": n + 137, "bound": "about"},
        "rounding": {"low": n // 1000 * 1000},
        "revision": {"low": n + 137},
    }
    if kind in again:
        for report in few:
            report.claims = [report.claims[0] | again[kind]] * len(report.claims)
            if kind == "revision":
                report.published += timedelta(2)
    elif kind in ("sum_mismatch", "incomplete_parts"):
        part = {"part": True, "part_of": 0, "parts_complete": True if kind == "sum_mismatch" else None}
        for report in few:
            start = report.claims[0]
            report.claims = [
                start,
                start | part | {"low": n // 3 - 7, "category": "woman"},
                start | part | {"low": n // 4, "category": "officer"},
            ]
    elif kind == "decreasing_total":
        later = day + timedelta(9)
        last.claims = second.claims = [told[1].claims[0] | {"low": n - 137, "event_to": later, "as_of": later}] * len(last.claims)
        last.published = second.published = later
    elif kind == "delivery_gap":
        agreed = {"low": n + 500, "status": "agreed", "event_from": None, "event_to": None, "deal_date": day - timedelta(20)}
        for report in few:
            report.claims = [report.claims[0] | agreed] * len(report.claims)
            report.published = day - timedelta(19)
    elif kind == "single_origin":
        for report in (second, last):
            report.claims = [*report.claims, report.claims[0] | {"low": n // 5, "category": "wounded"} | one]
            report.agency = f"Agency {number}"
    else:  # ambiguous_event: a second exchange of as many, and a report that gives no day
        for report in told[:4]:
            report.claims = [claim | {"event_from": day + timedelta(30), "event_to": day + timedelta(30)} for claim in report.claims]
            report.published = day + timedelta(31)
        last.claims = [last.claims[0] | {"event_from": None, "event_to": None}]
        last.published = day + timedelta(40)
    return told


def _extraction(made: Made, event: str, place: int, sides: str) -> tuple[Document, list[Extraction]]:
    name = f"{event}.{place}"
    text = f"{name}: {len(made.claims)} figures."
    report = Report(
        f"r-{name}", f"doc-{name}", name, text, 0, len(text), publisher=f"Outlet {place}", original_publisher=made.agency,
        published=made.published, published_basis="stated",
    )  # fmt: skip
    claims = tuple(_claim(given, i, text, sides) for i, given in enumerate(made.claims))
    return Document(report.document_id, name, text, "0"), [Extraction(report, (), claims, ())]


_EVENTS = {
    "talks_duration": "talks", "talks_round": "talks", "delegation_size": "talks", "drones_launched": "attack",
    "people_killed": "attack", "ceasefire_duration": "ceasefire",
}  # fmt: skip


def _claim(given: dict[str, Any], place: int, quote: str, sides: str) -> Claim:
    told: dict[str, Any] = {
        "start": place, "end": place + 1, "high": given["low"], "bound": "exact", "unit": UNITS.get(given["metric"], "person"),
        "quote": quote, "quote_start": 0, "rule": "made", "sides": sides, "event_kind": _EVENTS.get(given["metric"], "exchange"),
    }  # fmt: skip
    return Claim(**told | given)
