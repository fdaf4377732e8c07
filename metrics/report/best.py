"""Best figures as a page for the terminal: by event, a line for each thing that is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from metrics import wording
from metrics.report.page import NARROWEST, plain

Row = Mapping[str, Any]

_GROUNDS = {
    "reviewer": "a reviewer prefers it",
    "all_origins": "all origins agree",
    "one_origin": "from one origin alone",
    "unconfirmed": "unconfirmed, says a reviewer",
    "range": "a range, says a reviewer",
    "elsewhere": "a reviewer prefers another figure",
    "conflict": "a conflict is open",
    "differ": "figures differ",
    "bounded": "no single number is given",
}
_ENDS = ("low", "best", "high")
_BASIS = {"per_side": "each side", "total": "in all"}


def best_figures(rows: Sequence[Row], width: int = 80) -> str:
    """The page as text of at most `width` columns; a dash where there is no figure."""
    width = max(width, NARROWEST)
    if not rows:
        return "No figures: nothing was counted of any event.\n"
    size = max(len(number(row, end)) for row in rows for end in _ENDS)
    size = max(size, len("best"))
    lines = [" " * (width - 3 * (size + 1)) + "".join(f" {end:>{size}}" for end in _ENDS)]
    for event, group in groupby(rows, key=lambda row: row["event"]):
        lines += ["", plain(event)]
        for row in group:
            numbers = "".join(f" {number(row, end):>{size}}" for end in _ENDS)
            lines.append(f"  {_cut(plain(what(row)), width - len(numbers) - 2)}{numbers}")
            lines.append(_cut(f"    {ground(row)}", width).rstrip())
    return "\n".join(lines) + "\n"


def number(row: Row, end: str) -> str:
    """The figure at this end (low, best, high), or a dash."""
    return "–" if row[end] is None else wording.number(row[end])


def what(row: Row) -> str:
    """*prisoners exchanged, each side, soldiers, completed, 23–25 May*"""
    whose = f"of {wording.party(row['party'])}" if row["party"] else "one side's" if row["basis"] == "one_side" else None
    stage = f"proposed by {wording.party(row['position_of'])}" if row["position_of"] else row["stage"]
    words = (
        row["metric"].replace("_", " "), "a part" if row["part"] else None, _BASIS.get(row["basis"]), whose,
        wording.CATEGORY.get(row["category"], row["category"]), stage, str(row["place"] or "").title(), _days(row),
    )  # fmt: skip
    return ", ".join(word for word in words if word)


def _days(row: Row) -> str | None:
    """The days, where they are not the event's own."""
    first, last = row["day_from"], row["day_to"]
    if last is None:
        return "no day given" if row["event_from"] else None
    if (first, last) == (row["event_from"], row["event_to"]):
        return None
    return wording.day(last) if first in (None, last) else f"{wording.day(first)} to {wording.day(last)}"


def ground(row: Row) -> str:
    """*all origins agree; 2 origins, 2 sides, 3 reports*, *from one origin alone; 1 report*"""
    counts = [(row["origins"], "origin"), (row["speaking_sides"], "side"), (row["reports"], "report")]
    told = [(count, what) for count, what in counts if count and (what != "origin" or row["ground"] != "one_origin")]
    return f"{_GROUNDS[row['ground']]}; " + ", ".join(f"{count} {what}{'' if count == 1 else 's'}" for count, what in told)


def _cut(text: str, size: int) -> str:
    return (text if len(text) <= size else text[: size - 1] + "…").ljust(size)
