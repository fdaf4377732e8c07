"""From proposal to completion: when talks, exchanges and truces were proposed, agreed and held. Draws the view `event_stages`.

A line for each event, a mark for each stage: hollow where only the days are known on which it was spoken of, filled where its own are. Days
are drawn as numbers on a plain scale and written as text, so that no viewer's time zone can move them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import altair as alt

from metrics.dashboards import look as looks
from metrics.dashboards.look import STEP, Look, Row

VIEW = "event_stages"
KINDS = ("talks", "exchange", "ceasefire", "return")  # what is agreed before it takes place
WIDTH, MOST = 460, 80  # pixels, events
STAGES = {"proposed": ("proposed", "circle"), "agreed": ("agreed or planned", "diamond"), "completed": ("took place", "square")}
STAGE_OF = {"reported": "completed"}  # a report on it as a state of affairs says that it takes place
KEY = "Circle: proposed. Diamond: agreed or planned. Square: took place. Hollow where only the days of the reports are known."


def draw(rows: Iterable[Row], dark: bool = False) -> alt.VConcatChart:
    """The chart of these stages: the events in the order of their first days."""
    colours = looks.look(dark)
    events = _events(rows)
    dated = [event for event in events if any(row["day_from"] for row in event)]
    shown = dated[-MOST:]
    values = [value for i, event in enumerate(shown) for value in _values(i, event)]
    panels = [_panel(values, shown, colours)] if shown else []
    drawn: alt.VConcatChart = looks.stacked(panels, 0, _finding(events), _caption(events, dated, shown), colours)
    return drawn


def _events(rows: Iterable[Row]) -> list[list[Row]]:
    gathered: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["event_kind"] in KINDS:
            gathered[row["event_id"]].append(row)
    for event in gathered.values():
        event.sort(key=lambda row: (row["day_from"] or date.max, row["stage"], str(row["position_of"])))
    return sorted(gathered.values(), key=lambda event: (_first(event), event[0]["event"], event[0]["event_id"]))


def _first(event: Sequence[Row]) -> date:
    return min((row["day_from"] for row in event if row["day_from"]), default=date.max)


def _stage(row: Row) -> str:
    stage: str = row["stage"]
    return STAGE_OF.get(stage, stage)


def _values(index: int, event: Sequence[Row]) -> list[dict[str, Any]]:
    known = [row for row in event if row["day_from"] and _stage(row) in STAGES]
    ends = [looks.number(day) for row in known for day in (row["day_from"], row["day_to"])]
    return [
        {
            "line": index,
            "lead": row is known[0],
            "event": looks.cut(row["event"], 72),
            "first": min(ends),
            "last": max(ends),
            "stage": STAGES[_stage(row)][0],
            "from": looks.number(row["day_from"]),
            "to": looks.number(row["day_to"]),
            "own": row["day_basis"] != "published",
            "told": f"{STAGES[_stage(row)][0]}{', ' + row['position_of'] if row['position_of'] else ''}: "
            + ("" if row["day_basis"] != "published" else "reported ")
            + looks.days(row["day_from"], row["day_to"]),
            "origins": row["origins"],
        }
        for row in known
    ]


def _panel(values: list[dict[str, Any]], shown: Sequence[Sequence[Row]], colours: Look) -> alt.LayerChart:
    days = [row[field] for event in shown for row in event for field in ("day_from", "day_to") if row[field]]
    first, last = min(days), max(days)
    room = max(1.0, 0.03 * (last - first).days)
    scale = alt.Scale(domain=(looks.number(first) - room, looks.number(last) + room), nice=False)
    names = [name for name, _ in STAGES.values()]
    hues = alt.Scale(domain=names, range=list(colours.sides[: len(names)]))
    shapes = alt.Scale(domain=names, range=[shape for _, shape in STAGES.values()])
    base = alt.Chart(looks.data(values)).encode(
        y=alt.Y("line:O", axis=None),
        tooltip=[alt.Tooltip("event:N"), alt.Tooltip("told:N", title="stage"), alt.Tooltip("origins:Q", title="independent origins")],
    )
    hue = alt.Color("stage:N", scale=hues, legend=None)
    marks = base.mark_point(size=85, strokeWidth=2, opacity=1).encode(
        color=hue,
        shape=alt.Shape("stage:N", scale=shapes, legend=None),
        fill=alt.condition("datum.own", alt.Fill("stage:N", scale=hues, legend=None), alt.value(colours.background)),
    )
    axis = alt.Axis(**looks.calendar(first, last))
    x = alt.X("from:Q", scale=scale, axis=axis)
    layers = [
        base.mark_rule(strokeWidth=1.5, color=colours.rule).encode(x=alt.X("first:Q", scale=scale, axis=axis), x2="last:Q"),
        base.mark_rule(strokeWidth=6, opacity=0.45).encode(x=x, x2="to:Q", color=hue),
        marks.encode(x=x),
        marks.transform_filter("datum.to > datum.from").encode(x="to:Q"),
        base.transform_filter("datum.lead")
        .mark_text(align="right", fontSize=12, dx=-14, color=colours.ink)
        .encode(x=alt.value(0), text="event:N"),
    ]
    return alt.LayerChart(layer=layers, width=WIDTH, height=STEP * len(shown))


def _finding(events: Sequence[Sequence[Row]]) -> str:
    """The chart's title: what it shows, in one sentence."""
    if not events:
        return "No talks, exchange or truce has been reported yet"
    held = sum(any(_stage(row) == "completed" for row in event) for event in events)
    if len(events) == 1:
        return f"The one event {'took place' if held else 'was only proposed or agreed'}"
    kinds = f"{len(events):,} talks, exchanges and truces"
    return f"Of {kinds}, {held:,} took place, {len(events) - held:,} {'was' if len(events) - held == 1 else 'were'} only proposed or agreed"


def _caption(events: Sequence[Sequence[Row]], dated: Sequence[Sequence[Row]], shown: Sequence[Sequence[Row]]) -> list[str]:
    lines = [KEY] if events else []
    if len(shown) < len(dated):
        lines.append(f"The latest {len(shown)} of {len(dated):,} events are shown.")
    if len(dated) < len(events):
        lines.append(f"{len(events) - len(dated):,} events of which no day is known are left out.")
    sources: list[str] = looks.sources(outlet for event in events for row in event for outlet in row["publishers"] or ())
    return lines + sources
