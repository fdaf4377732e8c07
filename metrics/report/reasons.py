"""Why a claim's fields are what they are, as data and as a page for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from metrics import wording
from metrics.explanation import Reason
from metrics.report.page import NARROWEST, marked, plain, wrapped

Row = Mapping[str, Any]

_TOGETHER = {"low": "high", "event_from": "event_to"}  # told in one line where both have the same reason


def as_data(claim: Row, reasons: Sequence[Reason], text: str) -> dict[str, Any]:
    """The claim's row, and under `because` each field with its value, the words that decided it and what else did."""
    because = [
        {
            "field": reason.field,
            "value": reason.value,
            "words": [{"start": a, "end": b, "text": text[a:b]} for a, b in reason.words],
            "note": reason.note or None,
        }
        for reason in reasons
    ]
    return {**claim, "because": because}


def page(claim: Row, reasons: Sequence[Reason], text: str, width: int) -> str:
    """The claim in its words, and a line a field; the fields that the text leaves open come last, together."""
    width = max(width, NARROWEST)
    outlet = claim["publisher"] or "no outlet named"
    when = f"{wording.day(claim['published'])} ({claim['published_basis']})" if claim["published"] else "undated"
    lines = [plain(f"{str(claim['metric']).replace('_', ' ')} · {claim['claim_id']}")]
    lines += wrapped(marked(claim), width, "   ")
    lines += wrapped(f"{outlet}, {when}; {claim['origin']} at {claim['start']}, report {claim['report_id']}", width, "   ")
    lines.append("")
    told = _together([reason for reason in reasons if reason.value is not None])
    left = max((len(name) for name, _ in told), default=0)
    middle = max((len(_value(reason.value)) for _, reason in told), default=0)
    for name, reason in told:
        words = [f'"{plain(text[a:b])}"' for a, b in reason.words]
        head = f"   {name:{left}}  {plain(_value(reason.value)):{middle}}  "
        lines += wrapped(", ".join([*words, *filter(None, [reason.note])]), width, head, " " * len(head))
    free = [reason.field for reason in reasons if reason.value is None]
    if free:
        lines += ["", *wrapped(f"Left open by the text: {', '.join(free)}.", width, "   ")]
    return "\n".join(lines) + "\n"


def _together(reasons: Sequence[Reason]) -> list[tuple[str, Reason]]:
    found: list[tuple[str, Reason]] = []
    by_field = {reason.field: reason for reason in reasons}
    for reason in reasons:
        last = found[-1][1] if found else None
        if last and _TOGETHER.get(last.field) == reason.field and (last.value, last.words) == (reason.value, reason.words):
            continue
        other = by_field.get(_TOGETHER.get(reason.field, ""))
        same = other is not None and (other.value, other.words) == (reason.value, reason.words)
        found.append((f"{reason.field}, {other.field.removeprefix('event_')}" if other and same else reason.field, reason))
    return found


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return wording.number(value) if isinstance(value, int | float) else str(value)
