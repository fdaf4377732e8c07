"""Events as pages for the terminal: all of them, a few lines each, or one with its claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any

from metrics import wording
from metrics.report.page import NARROWEST, plain

Row = Mapping[str, Any]


def events_page(rows: Sequence[Row], width: int = 80) -> str:
    """The events, each with its id and what is counted of it, as text of at most `width` columns."""
    if not rows:
        return "No events.\n"
    width = max(width, NARROWEST)
    parts = [_headed(row, width) for row in rows]
    return "\n".join("\n".join(part) + "\n" for part in parts) + f"\n{_many(len(rows), 'event')}\n"


def event_page(event: Row, claims: Sequence[Row], width: int = 80) -> str:
    """One event with its claims, stage by stage, and the deals that it carries out."""
    width = max(width, NARROWEST)
    lines = _headed(event, width)
    for told in dict.fromkeys(_deal(row) for row in claims if row["agreed_low"] is not None):
        lines += _wrapped(told, width, "  ")
    for (stage, whose), group in groupby(claims, key=lambda row: (row["stage"], row["position_of"])):
        lines += ["", f"{stage} by {wording.party(whose)}" if whose else stage]
        for row in group:
            lines += _wrapped(_said(row), width, "  ")
            lines += _wrapped(f"“{row['quote']}” {row['claim_id']}", width, "    ")
    return "\n".join(lines) + "\n"


def _headed(row: Row, width: int) -> list[str]:
    counts = f"{_many(row['claims'], 'claim')} in {_many(row['reports'], 'report')} of {_many(row['origins'], 'origin')}"
    apart = _many(row["conflicts"], "conflict") if row["conflicts"] else None
    notes = row["discrepancies"] - row["conflicts"]
    told = (counts, apart, _many(notes, "note") if notes else None)
    metrics = ", ".join(metric.replace("_", " ") for metric in row["metrics"])
    return [
        *_wrapped(row["event"], width, ""),
        f"  {row['event_id']}",
        *_wrapped("; ".join(part for part in told if part), width, "  "),
        *_wrapped(f"{metrics}{'; agreed on ' + wording.day(row['deal_date']) if row['deal_date'] else ''}", width, "  "),
    ]


def _deal(row: Row) -> str:
    def number(low: float, high: float) -> str:
        return wording.number(low) if low == high else f"{wording.number(low)} to {wording.number(high)}"

    each = " each side" if row["deal_basis"] == "per_side" else ""
    delivered = number(row["delivered_low"], row["delivered_high"])
    return (
        f"carries out the deal of {wording.day(row['deal_from'])}: {row['metric'].replace('_', ' ')}, "
        f"{number(row['agreed_low'], row['agreed_high'])}{each} agreed, {delivered}{each} delivered"
    )


def _said(row: Row) -> str:
    """*23 May 2025: 390 prisoners each side, says Ukraine (Harbour Post)*"""
    day = wording.days(row["day_from"], row["day_to"]) if row["day_from"] or row["day_to"] else "no day given"
    who, outlet = wording.who(row), row["publisher"]
    where = f" ({outlet})" if outlet and outlet not in who else ""
    return f"{day}: {wording.figure(row, row['unit'], row['metric'])}, {who}{where}"


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return wrap(plain(text), width, initial_indent=indent, subsequent_indent=indent + "  ")
