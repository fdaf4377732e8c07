"""What a discrepancy says in plain words: its sentence, why its claims are comparable, what would settle it. Pure functions of rows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

Row = Mapping[str, Any]

_SAID = {
    "exact": "{}",
    "about": "about {}",
    "nearly": "nearly {}",
    "over": "more than {}",
    "at_least": "at least {}",
    "up_to": "up to {}",
    "under": "less than {}",
    "range": "{} to {}",
    "vague": "{} to {} (a vague word)",
}
_DIVISIBLE = {"hour", "day", "percent", "year"}
_BASIS = {"per_side": "each side", "total": "in all"}
PLURAL = {"person": "people", "body": "bodies", "aircraft": "aircraft", "percent": "percent"}
CATEGORY = {
    "soldier": "soldiers",
    "civilian": "civilians",
    "militant": "militants",
    "officer": "officers",
    "woman": "women",
    "child": "children",
    "foreigner": "foreigners",
}
_STAGE = {
    "proposed": "what one side proposes",
    "agreed": "what is agreed or planned",
    "completed": "what took place",
    "reported": "what is reported",
}


def number(value: float) -> str:
    """1,200 · 2.5"""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def counted(value: float, unit: str) -> str:
    """The least number, with its unit in the right number: 1 hour, 1,200 people. What comes in wholes is told in wholes."""
    if unit not in _DIVISIBLE:
        value = math.ceil(value)
    return f"{number(value)} {unit if value == 1 else PLURAL.get(unit, unit + 's')}"


def figure(row: Row, unit: str = "") -> str:
    """A figure as said: *up to 1,200 people each side*."""
    said = _SAID[row["bound"]].format(number(row["low"]), number(row["high"]))
    words = [said]
    if unit and row["bound"] != "vague":
        words.append(unit if row["high"] == 1 else PLURAL.get(unit, unit + "s"))
    if row.get("basis") == "one_side":
        words.append(f"of {row['party']}" if row.get("party") else "of one side")
    elif row.get("basis"):
        words.append(_BASIS[row["basis"]])
    return " ".join(words)


def who(voice: Row) -> str:
    """Whose words they are: a speaker with the side, else the side, else the outlet."""
    side = voice.get("speaker_side")
    outlet = voice.get("original_publisher") or voice.get("publisher")
    if voice.get("speaker"):
        return f"{voice['speaker']} ({side})" if side and side != "third" else str(voice["speaker"])
    if side and side != "third":
        return f"the side of {side}" + (f" in {outlet}" if outlet else "")
    return str(outlet) if outlet else f"the report in {short(voice['origin'])}"


def short(origin: object) -> str:
    """The last part of a path or URL."""
    return str(origin).rstrip("/").rsplit("/", 1)[-1]


def day(value: object) -> str:
    """2 June 2025"""
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else "an unknown date"


def sentence(row: Row, voices: Sequence[Row]) -> str:
    """One plain sentence that says who disagrees over what, and by how much."""
    unit, kind, gap = row["unit"], row["kind"], row["gap"]
    said = _spoken(voices, unit, kind)
    event = row["event"][:1].upper() + row["event"][1:]
    apart = f"they differ by at least {counted(gap, unit)}" if gap else "the one leaves out just what the other claims"
    tails = {
        "value_conflict": f"{apart}, {_setting(voices)}: {said}.",
        "basis_mismatch": f"the same number is meant for each side by one and for both together by the other: {said}."
        if row["severity"] == "conflict"
        else f"one figure is twice the other, and it is not said whether both sides are added up: {said}.",
        "reciprocity_conflict": f"one says that both sides give, the other that one side alone does: {said}.",
        "status_conflict": f"what one reports as done or agreed, another denies or only proposes: {said}.",
        "date_conflict": f"it is given different days, {counted(gap, 'day')} apart: {said}."
        if gap
        else f"it is given different days: {said}.",
        "sum_mismatch": f"the parts, given as all of them, miss their whole by {counted(gap, unit)}: {said}."
        if gap is not None
        else f"{said}.",
        "decreasing_total": f"a running total fell, by at least {counted(gap or 0, unit)}: {said}.",
        "category_shift": f"the same number is said of people counted as different things: {said}.",
        "bound_changed": f"the same number, with another bounding word: {said}.",
        "rounding": f"one figure is the other, rounded or in a vague word: {said}.",
        "compatible_difference": f"different numbers that can both be true: {said}.",
        "revision": f"the same voice gave another number later: {said}.",
        "delivery_gap": f"{counted(gap or 0, unit)} fewer were delivered so far than were agreed: {said}.",
        "incomplete_parts": f"the parts that are told leave {counted(gap or 0, unit)} of the whole open: {said}.",
        "single_origin": f"{row['reports']} reports carry the figure, but one origin stands behind them: {said}.",
        "ambiguous_event": f"the figure fits two events and was held against neither: {said}.",
    }
    return f"{event}: {tails[kind]}"


def why(row: Row) -> str:
    """Why the claims are comparable: what they share."""
    shared = [f"the metric {row['metric']}", f"the event ({row['event']})", f"the stage: {_STAGE.get(row['stage'], row['stage'])}"]
    besides = {
        "category_shift": "Only the category differs, which this note is about.",
        "basis_mismatch": "Only the basis differs or is unknown, which this is about.",
        "single_origin": "Reports of one origin are witnesses of one another, never a confirmation.",
        "status_conflict": "Only the status differs, which this is about.",
        "date_conflict": "Only the days differ, which this is about.",
        "sum_mismatch": "One report gives the whole and the parts.",
        "incomplete_parts": "One report gives the whole and the parts.",
        "delivery_gap": "The exchanges began after the deal and before the next.",
    }.get(row["kind"], "Basis, party and category are equal, or unknown in one where this is a note.")
    return f"They share {', '.join(shared)}. {besides}"


def settle(row: Row) -> str:
    """What would settle it."""
    return {
        "value_conflict": "The figure in the words of those who counted: an official list, a record or a transcript.",
        "basis_mismatch": "Whether the source counts each side or both together.",
        "reciprocity_conflict": "The text of the agreement, or word from the side that is said to give nothing.",
        "status_conflict": "A statement of both sides, or of a third that took part, on the same day.",
        "date_conflict": "A record of the day: an announcement, a photograph with its date, the host's schedule.",
        "sum_mismatch": "The source's own table of the parts.",
        "decreasing_total": "What the speaker's total counts, and from which day.",
        "category_shift": "Who was counted: soldiers alone, or civilians too.",
        "bound_changed": "The speaker's own words.",
        "rounding": "The unrounded figure.",
        "compatible_difference": "A figure without a bound, with its basis.",
        "revision": "Which of the two figures the speaker stands by.",
        "delivery_gap": "Lists of those handed over since, or word that the deal has ended.",
        "incomplete_parts": "The parts that are not told.",
        "single_origin": "A report that does not go back to the same origin.",
        "ambiguous_event": "The day of the event that the report means.",
    }[row["kind"]]


def _spoken(voices: Sequence[Row], unit: str, kind: str) -> str:
    """Who says what, figure by figure; the first two voices of each by name."""
    groups: dict[str, list[Row]] = {}
    for voice in voices:
        groups.setdefault(_distinct(voice, unit, kind), []).append(voice)
    return "; ".join(f"{_names(group)}: {said}" for said, group in list(groups.items())[:5]) + (" …" if len(groups) > 5 else "")


def _distinct(voice: Row, unit: str, kind: str) -> str:
    said = figure(voice, unit)
    if kind == "category_shift":
        said += f", {CATEGORY.get(voice['category'], voice['category'])}" if voice["category"] else ", of no named category"
    if kind in ("status_conflict", "delivery_gap"):
        said += f" {voice['status']}"
    if kind == "date_conflict":
        said += f" on {day(voice['from_date'])}"
    if kind in ("revision", "decreasing_total"):
        said += f" on {day(voice['published'])}"
    return said


def _names(voices: Sequence[Row]) -> str:
    names = list(dict.fromkeys(who(voice) for voice in voices))
    return " and ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")


def _setting(voices: Sequence[Row]) -> str:
    if len({voice["report_id"] for voice in voices}) == 1:
        where = "within one report"
    elif len({voice.get("original_publisher") or voice.get("publisher") for voice in voices}) > 1:
        where = "between outlets"
    else:
        where = "between reports of one outlet"
    sides = {voice["speaker_side"] for voice in voices if voice["speaker_side"] not in (None, "third")}
    return f"{where}, between opposing sides" if len(sides) > 1 else where
