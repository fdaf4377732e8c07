"""How the running totals run, voice by voice. Draws the view `running_totals`.

A panel for each metric, conflict and party; a line for each voice, with its last figure written at its end. Days are drawn as numbers on a
plain scale and written as text, so that no viewer's time zone can move them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import altair as alt

from metrics import wording
from metrics.dashboards import look as looks
from metrics.dashboards.look import Look, Row

VIEW = "running_totals"
WIDTH, HEIGHT, GAP = 440, 190, 96  # pixels
MOST_PANELS, MOST_VOICES = 20, 10
LABEL = 15  # pixels between the labels at the lines' ends
PANEL = ("metric", "sides", "party", "basis", "category", "period_from")


def draw(rows: Iterable[Row], dark: bool = False) -> alt.VConcatChart:
    """The chart of these totals: those that are told most often come first."""
    colours = looks.look(dark)
    rows = list(rows)
    groups = _groups(rows)
    shown = groups[:MOST_PANELS]
    sides = looks.sides((looks.whose(row) for group in shown for row in group), colours)
    panels = [_panel(group, sides, colours) for group in shown]
    drawn: alt.VConcatChart = looks.stacked(panels, GAP, _finding(groups, rows), _caption(groups, shown, rows), colours)
    return drawn


def _groups(rows: Iterable[Row]) -> list[list[Row]]:
    gathered: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if row["day"] is not None:
            gathered[tuple(row[field] for field in PANEL)].append(row)
    for group in gathered.values():
        group.sort(key=lambda row: (row["day"], row["low"], row["voice"]))
    return sorted(gathered.values(), key=lambda group: (-len(group), *(str(group[0][field]) for field in PANEL)))


def _falls(lines: Mapping[str, Sequence[Row]]) -> int:
    return sum(later["high"] < earlier["low"] for line in lines.values() for earlier, later in pairwise(line))


def _lines(group: Sequence[Row]) -> dict[str, list[Row]]:
    lines: defaultdict[str, list[Row]] = defaultdict(list)
    for row in group:
        lines[row["voice"]].append(row)
    return dict(sorted(lines.items(), key=lambda item: (-len(item[1]), item[0])))


def _panel(group: Sequence[Row], sides: Mapping[str, tuple[str, str]], colours: Look) -> alt.LayerChart:
    lines = _lines(group)
    drawn = dict(list(lines.items())[:MOST_VOICES])
    points = [row for line in drawn.values() for row in line]
    days = [looks.number(row["day"]) for row in points]
    ends = [end for row in points for end in (row["low"], row["high"])]
    room = 0.12 * (max(ends) - min(ends)) or 0.1 * max(ends) or 1.0
    low, high = max(0.0, min(ends) - room), max(ends) + room
    width = max(days) - min(days) or 1
    values = [
        {
            "voice": i,
            "side": looks.whose(row),
            "day": looks.number(row["day"]),
            "low": row["low"],
            "high": row["high"],
            "said": wording.figure({**row, "basis": None}),
            "who": looks.cut(looks.voice(row), 80),
            "when": looks.days(row["day"], row["day"]),
        }
        for i, line in enumerate(drawn.values())
        for row in line
    ]
    lasts = [line[-1] for line in drawn.values()]
    places = looks.spread([HEIGHT * (1 - (row["low"] - low) / (high - low)) for row in lasts], LABEL)
    labels = [
        {
            "at": low + (1 - place / HEIGHT) * (high - low),
            "label": f"{wording.figure({**row, 'basis': None})}, {looks.cut(looks.voice(row), 64)}",
            "side": looks.whose(row),
        }
        for row, place in zip(lasts, places, strict=True)
    ]
    hues = alt.Scale(domain=list(sides), range=[colour for colour, _ in sides.values()])
    shapes = alt.Scale(domain=list(sides), range=[shape for _, shape in sides.values()])
    hue = alt.Color("side:N", scale=hues, legend=None)
    first, last = min(row["day"] for row in points), max(row["day"] for row in points)
    base = alt.Chart(looks.data(values)).encode(
        x=alt.X(
            "day:Q",
            scale=alt.Scale(domain=(min(days) - 0.04 * width, max(days) + 0.04 * width), nice=False),
            axis=alt.Axis(**looks.calendar(first, last, 5)),
        ),
        color=hue,
        tooltip=[alt.Tooltip("who:N"), alt.Tooltip("said:N", title="says"), alt.Tooltip("when:N", title="as of")],
    )
    y = alt.Y("low:Q", title=None, scale=alt.Scale(domain=(low, high), nice=False, zero=False), axis=alt.Axis(format=",~f", tickCount=4))
    ranges = (
        [base.mark_rule(strokeWidth=4, opacity=0.4).encode(y=y, y2="high:Q")] if any(row["low"] < row["high"] for row in points) else []
    )
    layers = [
        base.mark_line(strokeWidth=2, opacity=0.6).encode(y=y, detail="voice:N"),
        *ranges,
        base.mark_point(size=65, filled=True, opacity=1).encode(y=y, shape=alt.Shape("side:N", scale=shapes, legend=None)),
        alt.Chart(looks.data(labels))
        .mark_text(align="left", fontSize=12, dx=10, color=colours.ink)
        .encode(x=alt.value(WIDTH), y=alt.Y("at:Q", title=None), text="label:N"),
    ]
    return alt.LayerChart(layer=layers, width=WIDTH, height=HEIGHT, title=_heading(group, len(lines), colours))


def _heading(group: Sequence[Row], voices: int, colours: Look) -> alt.TitleParams:
    first = group[0]
    whose = f" of {first['party']}" if first["party"] else ""
    since = f", since {looks.days(first['period_from'], first['period_from'])}" if first["period_from"] else ""
    cut = f" ({MOST_VOICES} of {voices} voices)" if voices > MOST_VOICES else ""
    title: alt.TitleParams = looks.heading(
        f"{looks.metric(first['metric'])}, in {looks.units(first['unit'])}{whose}{since}",
        f"{first['sides'] or 'sides not told'}{cut}",
        colours,
    )
    return title


def _finding(groups: Sequence[Sequence[Row]], rows: Sequence[Row]) -> str:
    """The chart's title: what it shows, in one sentence."""
    if not rows:
        return "No running total has been reported yet"
    falls = sum(_falls(_lines(group)) for group in groups)
    times = "once" if falls == 1 else f"{falls:,} times"
    told = "One running total is told" if len(groups) == 1 else f"{len(groups)} running totals are told"
    if not any(len(line) > 1 for group in groups for line in _lines(group).values()):
        return f"{told}, by no voice twice"
    return f"{told}, and {f'a later figure is lower {times}' if falls else 'none falls'}"


def _caption(groups: Sequence[Sequence[Row]], shown: Sequence[Sequence[Row]], rows: Sequence[Row]) -> list[str]:
    lines = ["A line is one voice; what stands at its end is its latest figure. The vertical axes do not begin at zero."] if groups else []
    lines += looks.left_out(len(shown), len(groups), "totals", "those told most often")
    dateless = sum(row["day"] is None for row in rows)
    if dateless:
        lines.append(f"{dateless:,} figures without a day are left out.")
    return lines + list(looks.sources(row["publisher"] for row in rows))
