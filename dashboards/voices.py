"""Who says what: an interval for each voice, by event and metric. Draws the view `voices`, where one row is one voice's figure on one key.

A bar runs over all that a figure claims, with an arrow where it has no end; a mark stands at the number that was said, hollow where
the number itself is left out (*more than*, *under*). The figure as said stands beside its bar, so that no axis has to be read. Dates
are drawn as text, so that no viewer's time zone can move them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import altair as alt

from metrics import wording
from metrics.dashboards import look as looks
from metrics.dashboards.look import STEP, Look, Row
from metrics.dashboards.look import cut as _cut
from metrics.dashboards.look import metric as _metric
from metrics.dashboards.look import whose as _side

VIEW = "voices"

WIDTH, GAP = 340, 78  # pixels: a panel's width, what a panel's axis and the next one's heading take
MOST_LINES, MOST_IN_A_PANEL = 240, 100
MOST_GROUPS = 24  # what a person still scrolls through; the caption counts the rest
LONGEST = 72  # characters of a label
KIND = ("stage", "part", "basis", "party", "category")  # figures of one kind count the same


@dataclass(frozen=True, slots=True)
class Group:
    """All that is said of one metric of one event."""

    event: str
    metric: str
    unit: str
    rows: tuple[Row, ...]
    differing: bool  # whether two comparable voices give different figures
    excluding: bool  # whether two of them cannot both be right
    apart: float  # how many times the end of one figure goes into the start of another
    lines: tuple[tuple[Row, ...], ...]  # the rows of one side that say the same stand on one line
    most: int = MOST_IN_A_PANEL  # lines that are drawn

    @property
    def shown(self) -> list[tuple[Row, ...]]:
        """The lines that are drawn: all, or where that is too many some of them, from the lowest figure to the highest."""
        step = max(1.0, (len(self.lines) - 1) / (self.most - 1))
        return [self.lines[round(i * step)] for i in range(min(len(self.lines), self.most))]

    @property
    def first_day(self) -> date:
        """When it was first spoken of."""
        return min((row["published"] for row in self.rows if row["published"]), default=date.max)


def draw(
    rows: Iterable[Row], dark: bool = False, most: int = MOST_GROUPS, in_a_panel: int = MOST_IN_A_PANEL, finding: str = ""
) -> alt.VConcatChart:
    """The chart of these voices: a panel for each event and metric, those where voices differ first, each voice a line in it.

    At most so many panels, and two or more lines in a panel. Its title is the finding, or one of its own.
    """
    groups = _groups(rows)
    shown = [replace(group, most=in_a_panel, lines=_by_figure(group.lines, in_a_panel)) for group in _first(groups, most)]
    colours = looks.look(dark)
    sides = looks.sides((_side(row) for group in shown for row in group.rows), colours)
    domains = [domain(group.rows) for group in shown]
    drawn_lines = [
        {"panel": i, **values(j, line, *ends)}
        for i, (group, ends) in enumerate(zip(shown, domains, strict=True))
        for j, line in enumerate(group.shown)
    ]
    marks = layers(sides, colours)
    panels = [panel(i, group, domains[i], marks, colours) for i, group in enumerate(shown)]
    drawn: alt.VConcatChart = looks.stacked(panels, GAP, finding or _finding(groups), _caption(groups, shown), colours)
    drawn.data = looks.data(drawn_lines)
    return drawn


def _groups(rows: Iterable[Row]) -> list[Group]:
    gathered: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        gathered[row["event"], row["metric"]].append(row)
    groups = [_group(event, metric, found) for (event, metric), found in gathered.items()]
    return sorted(groups, key=lambda group: (not group.differing, not group.excluding, group.first_day, group.event, group.metric))


def _by_figure(lines: tuple[tuple[Row, ...], ...], most: int) -> tuple[tuple[Row, ...], ...]:
    """The lines as they are, or where not all can be drawn from the lowest figure to the highest."""
    return tuple(sorted(lines, key=lambda line: (line[0]["low"], line[0]["high"]))) if len(lines) > most else lines


def _first(groups: Sequence[Group], most: int) -> list[Group]:
    """As many groups, from the first, as make a picture that can be looked at."""
    shown: list[Group] = []
    lines = 0
    for group in groups[:most]:
        lines += len(group.shown)
        if shown and lines > MOST_LINES:
            break
        shown.append(group)
    return shown


def _group(event: str, metric: str, rows: list[Row]) -> Group:
    rows = sorted(rows, key=lambda row: (str(row["speaker_side"]), row["low"], str(row["published"]), _who(row)))
    folded: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    kinds: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        folded[_side(row), _said(row)].append(row)
        kinds[tuple(row[field] for field in KIND)].append(row)
    lines = [tuple(line) for line in folded.values()]
    together = [kinds[one] + (kinds[other] if one != other else []) for one in kinds for other in kinds if _comparable(one, other)]
    gaps = [_gap(found) for found in together]
    return Group(
        event=event,
        metric=metric,
        unit=rows[0]["unit"],
        rows=tuple(rows),
        differing=any(len({(row["low"], row["high"], row["bound"]) for row in found}) > 1 for found in together),
        excluding=any(excluding for excluding, _ in gaps),
        apart=max(apart for _, apart in gaps),
        lines=tuple(lines),
    )


def _comparable(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Whether figures of two kinds count the same: an unknown may be anything."""
    return one[:2] == other[:2] and all(a == b or None in (a, b) for a, b in zip(one[2:], other[2:], strict=True))


def _gap(rows: Sequence[Row]) -> tuple[bool, float]:
    """Whether two of the figures exclude each other, one ending below where the other starts, and how far they are apart."""
    ends = [(row["rounded_high"], not row["high_open"]) for row in rows if row["rounded_high"] is not None]
    if not ends:
        return False, 0.0
    end, closed = min(ends)
    start, opened = max((row["rounded_low"], row["low_open"]) for row in rows)
    return start > end or (start == end and (opened or not closed)), start / end if end else 0.0


def layers(sides: Mapping[str, tuple[str, str]], look: Look) -> list[alt.Chart]:
    """The layers of every panel. The bars come first and without x, since where a panel's axis runs is its own."""
    colours = alt.Scale(domain=list(sides), range=[colour for colour, _ in sides.values()])
    shapes = alt.Scale(domain=list(sides), range=[shape for _, shape in sides.values()])
    base = alt.Chart().encode(
        y=alt.Y("row:O", axis=None),
        color=alt.Color("side:N", scale=colours, legend=None),
        tooltip=[alt.Tooltip("all:N", title="who"), alt.Tooltip("said:N", title="says"), alt.Tooltip("quote:N", title="in the words")],
    )
    text = base.encode(color=alt.value(look.ink))
    marks = base.mark_point(size=75, strokeWidth=2, opacity=1).encode(
        shape=alt.Shape("side:N", scale=shapes, legend=None),
        fill=alt.condition("datum.included", alt.Fill("side:N", scale=colours, legend=None), alt.value(look.background)),
    )
    arrows = base.mark_point(size=70, filled=True, opacity=1)
    return [
        base.mark_rule(strokeWidth=3, opacity=0.55).encode(x2="to:Q"),
        text.mark_text(align="right", fontSize=12, dx=-12).encode(x=alt.value(0), text="who:N"),
        text.mark_text(align="left", fontSize=12, dx=14).encode(x=alt.value(WIDTH), text="said:N"),
        arrows.transform_filter("datum.open_left").encode(x=_x("from"), shape=alt.value("triangle-left")),
        arrows.transform_filter("datum.open_right").encode(x=_x("to"), shape=alt.value("triangle-right")),
        marks.encode(x=_x("low")),
        marks.transform_filter("datum.high > datum.low").encode(x=_x("high")),
    ]


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", title=None)


def panel(index: int, group: Group, ends: tuple[float, float], marks: Sequence[alt.Chart], look: Look) -> alt.LayerChart:
    """The panel of a group: the values that bear its index, on an axis of its own."""
    bars = marks[0].encode(x=_x("from").scale(domain=ends, nice=False, zero=False).axis(format=",~f", **_ticks(group.rows, ends)))
    cut = f" ({len(group.shown)} of {len(group.lines):,} figures)" if len(group.shown) < len(group.lines) else ""
    title = looks.heading(_heading(group), _cut(group.event, 110) + cut, look)
    height = STEP * len(group.shown)
    return alt.LayerChart(
        layer=[bars, *marks[1:]], transform=[alt.FilterTransform(f"datum.panel === {index}")], title=title, width=WIDTH, height=height
    )


def _ticks(rows: Iterable[Row], domain: tuple[float, float]) -> dict[str, Any]:
    """Where a panel's axis has numbers: at the one number that everybody says, else at round ones, and whole where all are whole."""
    numbers = {row[field] for row in rows for field in ("low", "high")}
    if len(numbers) == 1:
        return {"values": list(numbers)}
    whole = range(math.ceil(domain[0]), math.floor(domain[1]) + 1)
    if whole.stop - whole.start <= 6 and all(number == int(number) for number in numbers):
        return {"values": list(whole)}
    return {"tickCount": 4}


def domain(rows: Sequence[Row]) -> tuple[float, float]:
    """From where to where a panel's axis runs: over all ends, with room for the arrows of open ones."""
    ends = [end for row in rows for end in (*_interval(row), row["low"], row["high"]) if end is not None]
    low, high = min(ends), max(ends)
    room = 0.12 * (high - low) or 0.05 * abs(high) or 1.0
    return (0.0 if low == 0 else low - room), high + room


def _interval(row: Row) -> tuple[float | None, float | None]:
    """All that the figure claims; None where it has no end."""
    return row["interval_low"], row["interval_high"]


def values(index: int, rows: Sequence[Row], left: float, right: float) -> dict[str, Any]:
    """What is drawn of the rows on one line, on an axis from left to right."""
    row = rows[0]
    low, high = _interval(row)
    names = list(dict.fromkeys(_who(row) for row in rows))
    others = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return {
        "row": index,
        "who": _who(row, LONGEST - len(others)) + others,
        "all": _cut("; ".join(names), 600),
        "said": _said(row),
        "side": _side(row),
        "from": left if low is None else low,
        "to": right if high is None else high,
        "open_left": low is None,
        "open_right": high is None,
        "low": row["low"],
        "high": row["high"],
        "included": not (row["low_open"] or row["high_open"]),
        "quote": _cut(row["quote"], 300),
    }


def _who(row: Row, most: int = 1000) -> str:
    """*Rustem Umerov (Ukraine), Kyiv Independent, 2 June 2025*; the day stays where it is longer than `most`."""
    outlet = row["original_publisher"] or row["publisher"]
    named = row["speaker"] or row["speaker_side"] or outlet
    who = wording.who(row) if named else "an outlet not named"
    told = ", ".join(" ".join(part.split()) for part in (who, row["speaker"] and outlet) if part)
    day = f", {wording.day(row['published'])}" if row["published"] else ""
    return f"{_cut(told, most - len(day))}{day}"


def _said(row: Row) -> str:
    """*up to 1,200 each side, soldiers, agreed*; with its unit where that is another than the axis has: *3 months, proposed*"""
    party = row["party"] and row["basis"] != "one_side" and f"of {row['party']}"
    category = wording.CATEGORY.get(row["category"], row["category"])
    unit = row["unit"] if any(round(row[end], 1) != row[end] for end in ("low", "high")) else ""
    return ", ".join(part for part in (wording.figure(row, unit), category, party, row["status"]) if part)


def _heading(group: Group) -> str:
    return f"{_metric(group.metric)}, in {looks.units(group.unit)}"


def _finding(groups: Sequence[Group]) -> str:
    """The chart's title: what it shows, in one sentence."""
    differing = [group for group in groups if group.differing]
    voices = sum(len(group.rows) for group in groups)
    questions = "one question" if len(groups) == 1 else f"{len(groups):,} questions"
    if voices < 2:
        return "One voice has given a figure" if voices else "No voice has given a figure yet"
    if not differing:
        return f"{voices:,} voices, {questions}: nobody contradicts another's figure"
    widest = max(differing, key=lambda group: (group.excluding, group.apart))
    most = f", most on {_metric(widest.metric).lower()}" if widest.excluding else ", but no figure excludes another"
    return (
        f"Voices differ on {len(differing):,} of {questions}{most}"
        if len(groups) > 1
        else f"Voices differ on {_metric(widest.metric).lower()}"
    )


def _caption(groups: Sequence[Group], shown: Sequence[Group]) -> list[str]:
    lines = [
        "A bar is all that a figure claims, an arrow an end left open, a hollow mark a number that is itself left out."
        " Colour and shape tell the speaker's side."
    ]
    if len(groups) > len(shown):
        lines.append(f"The first {len(shown)} of {len(groups):,} questions, those where voices differ before the others.")
    sources: list[str] = looks.sources(row["publisher"] for group in groups for row in group.rows)
    return lines + sources
