"""What a discrepancy says in plain words: its sentence, why its claims are comparable, what would settle it. Pure functions of rows."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from metrics.folders import folder

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
_PEOPLE = {"children", "people"}  # plurals that do not end in s
_STAGE = {
    "proposed": "what one side proposes",
    "agreed": "what is agreed or planned",
    "completed": "what took place",
    "reported": "what is reported",
}


def number(value: float) -> str:
    """1,200 · 2.5"""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def counted(value: float, unit: str, metric: str = "") -> str:
    """The least number, with its unit in the right number: 1 hour, 1,200 people. What comes in wholes is told in wholes."""
    if unit not in _DIVISIBLE:
        value = math.ceil(value)
    return f"{number(value)} {unit if value == 1 else noun(unit, metric)}"


def party(key: str) -> str:
    """A party's name: *Russia* for RU. A key that seeds/parties.csv lacks is its own name."""
    return _parties().get(key, (key, ""))[0]


def side(key: str) -> str:
    """*the Russian side*"""
    name, adjective = _parties().get(key, (key, ""))
    return f"the {adjective} side" if adjective else f"the side of {name}"


def category(key: str) -> str:
    """Who is counted: *soldiers*; a key that is no noun stays: *wounded*."""
    return CATEGORY.get(key, key)


@cache
def _parties() -> dict[str, tuple[str, str]]:
    """Name and, for a state, adjective of each party of seeds/parties.csv."""
    with (folder("seeds") / "parties.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["key"]: (row["name"], row["demonyms"].partition(";")[0] if row["kind"] == "state" else "") for row in csv.DictReader(file)
        }


def noun(unit: str, metric: str = "") -> str:
    """What several of a unit are called. People have a better name where the metric's key begins with one: *prisoners*_exchanged."""
    first = metric.partition("_")[0]
    named = unit == "person" and (first.endswith("s") or first in _PEOPLE)
    return first if named else PLURAL.get(unit, unit + "s")


_OTHER = {"hour": (("minute", 60.0),), "day": (("hour", 24.0),)}


def figure(row: Row, unit: str = "", metric: str = "") -> str:
    """A figure as said: *up to 1,200 prisoners each side*."""
    low, high, unit = _whole(row["low"], row["high"], unit)
    words = [_SAID[row["bound"]].format(number(low), number(high))]
    if row["bound"] == "vague" and "quote_start" in row:
        words = [f"“{row['quote'][row['start'] - row['quote_start'] : row['end'] - row['quote_start']]}”"]
    elif unit and row["bound"] != "vague":
        words.append(unit if high == 1 else noun(unit, metric))
    if row.get("basis") == "one_side":
        words.append(f"of {party(row['party'])}" if row.get("party") else "of one side")
    elif row.get("basis"):
        words.append(_BASIS[row["basis"]])
    return " ".join(words)


def _whole(low: float, high: float, unit: str) -> tuple[float, float, str]:
    """In another unit where that is whole and this has several decimals: *40 minutes*, *30 hours*, not *0.666667 hours*, *1.25 days*."""
    if any(round(end, 1) != end for end in (low, high)):
        for other, times in _OTHER.get(unit, ()):
            ends = round(low * times, 3), round(high * times, 3)
            if all(float(end).is_integer() for end in ends):
                return *ends, other
    return low, high, unit


def who(voice: Row) -> str:
    """Whose words they are: a speaker with the side, else the side, else the outlet."""
    stands = voice.get("speaker_side")
    outlet = voice.get("original_publisher") or voice.get("publisher")
    if voice.get("speaker"):
        return f"{voice['speaker']}{_standing(str(voice['speaker']), stands)}"
    if stands and stands != "third":
        return side(stands) + (f" ({outlet})" if outlet else "")
    return str(outlet) if outlet else f"the report in {short(voice['origin'])}"


def _standing(speaker: str, stands: str | None) -> str:
    """The side in brackets, where the speaker's name does not tell it."""
    if not stands or stands == "third":
        return ""
    name, adjective = _parties().get(stands, (stands, ""))
    return "" if name in speaker or (adjective and adjective in speaker) else f" ({name})"


def short(origin: object) -> str:
    """The last part of a path or URL."""
    return str(origin).rstrip("/").rsplit("/", 1)[-1]


def day(value: object) -> str:
    """2 June 2025"""
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else "an unknown date"


def days(first: object, last: object) -> str:
    """23–25 May 2025"""
    if not isinstance(first, date) or not isinstance(last, date):
        return day(first or last)
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{f'{first.day} {first:%B}' if first.year == last.year else day(first)} – {day(last)}"


def sentence(row: Row, voices: Sequence[Row]) -> str:
    """One plain sentence that says who disagrees over what, and by how much."""
    unit, kind, gap, metric = row["unit"], row["kind"], row["gap"], row["metric"]
    said = _spoken(voices, unit, metric, kind)
    event = row["event"][:1].upper() + row["event"][1:]
    away = counted(gap or 0, unit, metric)
    edited = any(voice.get("older_version") for voice in voices)
    tails = {
        "value_conflict": f"{f'they differ by at least {away}' if gap else 'one rules the other out'}, {_setting(voices)}",
        "basis_mismatch": "the same number is meant for each side by one and for both together by the other"
        if row["severity"] == "conflict"
        else "one figure is twice the other, and it is not said whether both sides are added up",
        "reciprocity_conflict": "one has both sides give, the other one side alone",
        "status_conflict": "what one reports as done or agreed, the other denies or only proposes",
        "date_conflict": f"it is given different days, {counted(gap, 'day')} apart" if gap else "it is given different days",
        "sum_mismatch": f"the parts, given as all of them, miss their whole by {away}" if gap is not None else "the parts miss their whole",
        "decreasing_total": f"a running total fell, by at least {away}",
        "category_shift": "the same number is said of people counted as different things",
        "bound_changed": "the same number, with another bounding word",
        "rounding": "one figure is the other, rounded or in a vague word",
        "compatible_difference": "different numbers that can both be true",
        "revision": "the text of the report was edited" if edited else "the same voice gave another number later",
        "delivery_gap": f"{away} fewer were delivered so far than were agreed",
        "incomplete_parts": f"the parts that are told leave {away} of the whole open",
        "single_origin": f"{row['reports']} reports carry the figure, but one origin stands behind them",
        "ambiguous_event": "the figure fits two events and was held against neither",
    }
    return f"{event}: {said}: {tails[kind]}."


def why(row: Row, voices: Sequence[Row] = ()) -> str:
    """Why the claims are comparable: what they share, and what is known of each in the fields that they must share."""
    shared = [f"the metric ({row['metric'].replace('_', ' ')})", f"the event ({row['event']})"]
    if row["kind"] not in ("status_conflict", "delivery_gap"):
        shared.append(f"the stage ({_STAGE.get(row['stage'], row['stage'])})")
    open_fields = []
    for field, name in (("basis", "basis"), ("party", "people counted"), ("category", "category")):
        told = {voice[field] for voice in voices}
        if len(told) == 1 and None not in told:
            value = str(told.pop())
            shared.append(f"the {name} ({party(value) if field == 'party' else category(value).replace('_', ' ')})")
        elif len(told) > 1 and None in told:
            open_fields.append(name)
    besides = {
        "category_shift": "Only the category differs, which this note is about.",
        "basis_mismatch": "Only the basis differs or is unknown, which this is about.",
        "single_origin": "Reports of one origin are witnesses of one another, never a confirmation.",
        "status_conflict": "Only the status differs, which this is about.",
        "date_conflict": "Only the days differ, which this is about.",
        "sum_mismatch": "One report gives the whole and the parts.",
        "incomplete_parts": "One report gives the whole and the parts.",
        "delivery_gap": "The exchanges began after the deal and before the next.",
    }.get(
        row["kind"],
        f"Not told by all: {', '.join(open_fields)}; so this is no conflict." if open_fields and row["severity"] == "note" else "",
    )
    return f"They share {', '.join(shared)}. {besides}".rstrip()


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


def _spoken(voices: Sequence[Row], unit: str, metric: str, kind: str) -> str:
    """Who says what, figure by figure; the first two voices of each by name."""
    groups: dict[str, list[Row]] = {}
    for voice in voices:
        groups.setdefault(_distinct(voice, unit, metric, kind), []).append(voice)
    return "; ".join(_says(group, said) for said, group in list(groups.items())[:5]) + ("; …" if len(groups) > 5 else "")


def _says(voices: Sequence[Row], said: str) -> str:
    names = list(dict.fromkeys(who(voice) for voice in voices))
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    listed = f"{', '.join(names[:2])}{more}" if more else " and ".join(names)
    return f"{listed} {'says' if len(names) == 1 else 'say'} {said}"


def _distinct(voice: Row, unit: str, metric: str, kind: str) -> str:
    said = figure(voice, unit, metric)
    if kind == "category_shift":
        said += f", {category(voice['category'])}" if voice["category"] else ", of no named category"
    if kind in ("status_conflict", "delivery_gap"):
        said += f" {voice['status']}"
    if kind == "date_conflict":
        said += f" on {day(voice['from_date'])}"
    if voice.get("older_version"):
        said += " in another version"
    elif kind in ("revision", "decreasing_total"):
        said += f" on {day(voice['published'])}"
    return said


def _setting(voices: Sequence[Row]) -> str:
    if len({voice["report_id"] for voice in voices}) == 1:
        where = "within one report"
    elif len({voice.get("original_publisher") or voice.get("publisher") for voice in voices}) > 1:
        where = "between outlets"
    else:
        where = "between reports of one outlet"
    sides = {voice["speaker_side"] for voice in voices if voice["speaker_side"] not in (None, "third")}
    return f"{where} and between opposing sides" if len(sides) > 1 else where
