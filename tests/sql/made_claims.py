"""Tiny tables of claims as batches that a store loads."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from metrics.model import Claim, Document, Extraction, Figure, Report, content_id

UNITS = {
    "bodies_repatriated": "body",
    "bodies_repatriated_total": "body",
    "talks_duration": "hour",
    "talks_round": "round",
    "ceasefire_duration": "day",
    "exchange_count": "exchange",
    "drones_launched": "drone",
    "aircraft_hit": "aircraft",
}
KINDS = {
    "talks_duration": "talks",
    "talks_round": "talks",
    "delegation_size": "talks",
    "ceasefire_duration": "ceasefire",
    "troops_massed": "deployment",
    "drones_launched": "attack",
    "aircraft_hit": "attack",
    "people_killed": "attack",
    "children_listed": None,
}
CLAIM = {field.name for field in fields(Claim)}

# What the tables of cases say again and again.
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


def day(value: object) -> object:
    """*5-23* is 23 May 2025, *2024-08-01* itself."""
    if isinstance(value, str):
        parts = [int(part) for part in value.split("-")]
        return date(*parts) if len(parts) == 3 else date(2025, *parts)
    return value


def batch(claims: list[dict[str, Any]]) -> list[tuple[Document, list[Extraction]]]:
    """A document with one report for each claim, or for all claims that name the same `report`."""
    groups: dict[object, list[dict[str, Any]]] = {}
    for place, claim in enumerate(claims):
        groups.setdefault(claim.get("report", place), []).append(claim)
    made = []
    for name, group in groups.items():
        first = group[0]
        publisher = first.get("by", f"Outlet {name}")
        said = [f"Line {i} of the report {name}: {claim['low']} were counted." for i, claim in enumerate(group)]
        text = first.get("text") or "\n".join(said)
        document = Document(content_id("doc", name, text), f"{name}.txt", text, "0")
        report = Report(
            content_id("r", publisher, name, text), document.document_id, document.origin, text, 0, len(text), title=first.get("title"),
            publisher=publisher, original_publisher=first.get("written_by"), published=day(first.get("published", "6-10")),
            published_basis="stated",
        )  # fmt: skip
        found, at = [], []
        for i, claim in enumerate(group):
            start = text.index("\n".join(said)[: sum(len(line) + 1 for line in said[:i])]) + sum(len(line) + 1 for line in said[:i])
            at.append(start)
            found.append(_claim(claim, said[i] if "text" not in first else text[:20], start if "text" not in first else 0, at))
        figures = tuple(Figure(claim.start, claim.end, claim.low, claim.high, claim.bound, "cardinal") for claim in found)
        made.append((document, [Extraction(report, figures, tuple(found), (None,) * len(figures))]))
    return made


def _claim(given: dict[str, Any], quote: str, start: int, starts: list[int]) -> Claim:
    metric = given.get("metric", "prisoners_exchanged")
    kind = KINDS.get(metric, "exchange")
    told: dict[str, Any] = {
        "metric": metric, "start": start, "end": start + 4, "low": given["low"], "high": given.get("high", given["low"]), "bound": "exact",
        "unit": UNITS.get(metric, "person"), "status": "completed" if kind in ("exchange", "talks") else "reported", "quote": quote,
        "quote_start": start, "rule": "test", "event_kind": kind, "sides": "RU-UA",
    }  # fmt: skip
    told |= {
        key: day(value) if key in ("event_from", "event_to", "as_of", "deal_date") else value
        for key, value in given.items()
        if key in CLAIM
    }
    if "on" in given:
        told["event_from"] = told["event_to"] = day(given["on"])
    if isinstance(told.get("part_of"), int):
        told["part_of"] = starts[told["part_of"]]
    return Claim(**told)
