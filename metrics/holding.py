"""A draft's figures with what the record says of each: what agrees, conflicts, differs or is new. Pure functions of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

VERDICTS = ("conflict", "disputed", "differs", "agrees", "new")
SAID = (
    "speaker", "speaker_side", "publisher", "original_publisher", "published", "origin", "low", "high", "bound", "basis", "party",
    "category", "status", "part", "quote", "quote_start", "start", "end", "claim_id", "report_id", "origin_id", "copied", "reviews",
)  # fmt: skip
_COUNTED = ("status", "basis", "party", "category", "part")
_STAGE = {"planned": "agreed"}


def held(claims: Sequence[Row], answers: Sequence[Row], elsewhere: Sequence[Row]) -> list[dict[str, Any]]:
    """A row for each claim of the draft, in the order of its text.

    `verdict` is one of VERDICTS: `disputed` agrees with some of the record and conflicts with some, `differs` is no conflict, and for `new`
    the record has nothing comparable. `record` has what the claim was held against, conflicts first, each with its `relation`
    and the fields that one of the two leaves open (`untold`); `beside` has
    what the record knows of the same event that counts something else, each with what is `unlike`;
    `elsewhere` has, for what is new, the figures of other events.
    """
    found = []
    for claim in claims:
        mine = [answer for answer in answers if answer["draft_claim"] == claim["claim_id"]]
        against = [
            _said(answer) | {"untold": untold(claim, answer["record"])} for answer in mine if answer["record"] and answer["relation"]
        ]
        against.sort(key=lambda said: (_rank(said), said["low"], said["high"], str(said["published"] or "~"), said["claim_id"]))
        beside = [
            _said(answer) | {"unlike": unlike(claim, answer["record"])} for answer in mine if answer["record"] and not answer["relation"]
        ]
        beside.sort(key=lambda said: (len(said["unlike"]), said["low"], said["high"], said["claim_id"]))
        told = {"verdict": verdict(against), "event": mine[0]["event"] if mine else None, "event_id": mine[0]["event_id"] if mine else None}
        others = [dict(other) for other in elsewhere if other["draft_claim"] == claim["claim_id"]] if told["verdict"] == "new" else []
        found.append(dict(claim) | told | {"record": against, "beside": beside, "elsewhere": others})
    return found


def verdict(against: Sequence[Row]) -> str:
    """What the record makes of a figure, from all that it was held against."""
    conflicts = any(said["severity"] == "conflict" for said in against)
    agrees = any(said["relation"] == "agrees" for said in against)
    if conflicts:
        return "disputed" if agrees else "conflict"
    return "agrees" if agrees else "differs" if against else "new"


def unlike(claim: Row, other: Row) -> list[str]:
    """The fields in which two figures count something else; stages count, not words for one stage."""
    return [field for field in _COUNTED if _STAGE.get(claim[field], claim[field]) != _STAGE.get(other[field], other[field])]


def untold(claim: Row, other: Row) -> list[str]:
    """The fields of what is counted that one of two figures gives and the other does not, so that they are only equal as far as is told."""
    return [field for field in ("basis", "party", "category") if (claim[field] is None) != (other[field] is None)]


def _said(answer: Row) -> dict[str, Any]:
    fields = ("relation", "severity", "gap", "gap_percent")
    return {field: answer[field] for field in fields} | {field: answer["record"][field] for field in SAID}


def _rank(said: Row) -> int:
    return 0 if said["severity"] == "conflict" else 1 if said["relation"] == "agrees" else 2
