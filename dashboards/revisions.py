"""Who gave another figure later: the steps of each voice, the latest change first. Draws the view `revisions`.

A panel for each voice and key; its figures stand from left to right in the order in which they were published, each with its day as text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt

from metrics import wording
from metrics.dashboards import look as looks
from metrics.dashboards.look import Look, Row

VIEW = "revisions"
COLUMN, HEIGHT, GAP = 128, 64, 96  # pixels
MOST_PANELS, MOST_STEPS = 30, 8
SERIES = ("event_id", "metric", "stage", "position_of", "basis", "party", "category", "voice")


def draw(rows: Iterable[Row], dark: bool = False) -> alt.VConcatChart:
    """The chart of these steps: the voice that revised last comes first."""
    colours = looks.look(dark)
    series = _series(rows)
    shown = series[:MOST_PANELS]
    sides = looks.sides((looks.whose(row) for steps in shown for row in steps), colours)
    panels = [_panel(steps, sides, colours) for steps in shown]
    drawn: alt.VConcatChart = looks.stacked(panels, GAP, _finding(series), _caption(series, shown), colours)
    return drawn


def _series(rows: Iterable[Row]) -> list[list[Row]]:
    gathered: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        gathered[tuple(row[field] for field in SERIES)].append(row)
    for steps in gathered.values():
        steps.sort(key=lambda row: (row["step"], row["low"], row["high"]))
    return sorted(gathered.values(), key=lambda steps: (-_last(steps), steps[0]["voice"], steps[0]["event"], steps[0]["metric"]))


def _last(steps: Sequence[Row]) -> int:
    return max((looks.number(row["published"]) for row in steps if row["published"]), default=0)


def _panel(steps: Sequence[Row], sides: Mapping[str, tuple[str, str]], colours: Look) -> alt.LayerChart:
    shown = list(steps) if len(steps) <= MOST_STEPS else [steps[0], *steps[1 - MOST_STEPS :]]
    colour, shape = sides[looks.whose(steps[0])]
    values = [
        {
            "step": i,
            "middle": (row["low"] + row["high"]) / 2,  # where the line runs; the figure itself is the bar and the text
            "low": row["low"],
            "high": row["high"],
            "said": wording.figure({**row, "basis": None}),
            "day": looks.days(row["published"], row["published"]),
            "quote": looks.cut(row["quote"], 300),
        }
        for i, row in enumerate(shown)
    ]
    ends = [end for row in shown for end in (row["low"], row["high"])]
    room = 0.35 * (max(ends) - min(ends)) or max(ends) or 1.0
    base = alt.Chart(looks.data(values)).encode(
        x=alt.X("step:Q", axis=None, scale=alt.Scale(domain=(-0.5, max(len(shown), 3) - 0.5), nice=False)),
        tooltip=[alt.Tooltip("said:N", title="says"), alt.Tooltip("day:N", title="on"), alt.Tooltip("quote:N", title="in the words")],
    )
    scale = alt.Scale(domain=(min(ends) - room, max(ends) + room), nice=False, zero=False)
    y = alt.Y("middle:Q", axis=None, scale=scale)
    layers = [
        base.mark_line(interpolate="step", strokeWidth=2, color=colour, opacity=0.5).encode(y=y),
        base.mark_rule(strokeWidth=5, color=colour, opacity=0.5).encode(y=alt.Y("low:Q", axis=None, scale=scale), y2="high:Q")
        if any(row["low"] < row["high"] for row in shown)
        else base.mark_point(opacity=0).encode(y=y),
        base.mark_point(size=75, filled=True, opacity=1, color=colour, shape=shape).encode(y=y),
        base.mark_text(fontSize=12, dy=-14, color=colours.ink).encode(y=y, text="said:N"),
        base.mark_text(fontSize=11, dy=14, baseline="top", color=colours.faint).encode(y=alt.value(HEIGHT), text="day:N"),
    ]
    first = steps[0]
    side = f" ({first['speaker_side']})" if first["speaker_side"] and first["speaker_side"] not in first["voice"] else ""
    cut = f" ({len(shown)} of {len(steps)} steps: the first and the latest)" if len(shown) < len(steps) else ""
    name = looks.cut(looks.voice(first), 60)
    return alt.LayerChart(
        layer=layers,
        width=COLUMN * max(len(shown), 3),
        height=HEIGHT,
        title=looks.heading(f"{name}{side}: {looks.metric(first['metric']).lower()}", looks.cut(first["event"], 90) + cut, colours),
    )


def _finding(series: Sequence[Sequence[Row]]) -> str:
    """The chart's title: what it shows, in one sentence."""
    if not series:
        return "No voice has given another figure later"
    voices = len({steps[0]["voice"] for steps in series})
    if len(series) == 1:
        return f"{looks.cut(looks.voice(series[0][0]), 60)} gave another figure later"
    return f"{'One voice' if voices == 1 else f'{voices} voices'} gave another figure later, {len(series)} times in all"


def _caption(series: Sequence[Sequence[Row]], shown: Sequence[Sequence[Row]]) -> list[str]:
    lines = ["Each figure as said, on the day of the first report that carries it. Heights compare within a panel only."] if series else []
    lines += looks.left_out(len(shown), len(series), "series", "the latest")
    return lines + list(looks.sources(row["publisher"] for steps in series for row in steps))
