"""A reviewer's decision in plain words. Pure functions of rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from metrics import wording

Row = Mapping[str, Any]

_DECIDED = {
    "range": "takes it for a range, with no single figure",
    "unconfirmed": "holds none of it for confirmed",
    "dismissed": "dismisses it as no disagreement",
}


def review(row: Row) -> dict[str, object] | None:
    """What a discrepancy's `review` says: the decision, who made it and when, whether it stands, and all of that in a sentence (`said`)."""
    if not row.get("review_id"):
        return None
    fields = ("claim_id", "note", "by", "at")
    told: dict[str, object] = {"decision": row["review"]}
    told |= {
        field: row[f"review_{field.removesuffix('_id')}" if field in ("claim_id", "note") else f"reviewed_{field}"] for field in fields
    }
    return told | {"state": row["review_state"], "said": sentence(row)}


def sentence(row: Row) -> str:
    """*Ann prefers 1,000 people (5 June 2025): the list was seen.*, and whether the figures have changed since."""
    decided = _DECIDED.get(row["review"]) or f"prefers {_preferred(row)}"
    said = f"{row['reviewed_by']} {decided} ({wording.day(row['reviewed_at'])})"
    said += f": {row['review_note']}" if row["review_note"] else "."
    if row["review_state"] == "reopened":
        said = f"Open again, since the figures have changed: {changed(row['figures_then'], row['figures_now'])}. Before that, {said}"
    return said


def changed(then: str, now: str) -> str:
    """*1,100 is new, 1,200 is gone*, of two lists of figures as the view disputed_figures has them."""
    before, after = then.split(", "), now.split(", ")
    told = [f"{figure(each)} is new" for each in after if each not in before]
    return ", ".join(told + [f"{figure(each)} is gone" for each in before if each not in after])


def figure(text: str) -> str:
    """*1000.0 1000.0 exact per_side* → *1,000 (per side)*; what cannot be read is given as it stands."""
    low, _, rest = text.partition(" ")
    high, _, rest = rest.partition(" ")
    bound, _, besides = rest.partition(" ")
    try:
        said = wording.figure({"low": float(low), "high": float(high), "bound": bound})
    except (ValueError, KeyError):
        return text
    return f"{said} ({besides.replace('_', ' ')})" if besides else said


def _preferred(row: Row) -> str:
    kept = {field: row[f"review_{field}"] for field in ("low", "high", "bound", "basis", "party")}
    return wording.figure(kept, row["unit"])
