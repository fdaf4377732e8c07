"""On how many independent origins each figure rests. Draws the view `support`.

A filled square is an independent origin, a hollow one a further report that reprints or copies one of them: a witness, never confirmation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import altair as alt

from metrics import wording
from metrics.dashboards import look as looks
from metrics.dashboards.look import STEP, Look, Row

VIEW = "support"
UNIT = 18  # pixels a square
MOST, MOST_SQUARES = 80, 20


def draw(rows: Iterable[Row], dark: bool = False) -> alt.VConcatChart:
    """The chart of these figures: those of single origin that most reports carry come first, then those with most origins."""
    colours = looks.look(dark)
    figures = sorted(rows, key=_order)
    shown = figures[:MOST]
    panels = [_panel(shown, colours)] if shown else []
    drawn: alt.VConcatChart = looks.stacked(panels, 0, _finding(figures), _caption(figures, shown), colours)
    return drawn


def _order(row: Row) -> tuple[Any, ...]:
    carried = row["origins"] == 1 and row["reports"] > 1
    names = (str(row[field]) for field in ("event", "metric", "stage", "position_of", "basis", "party", "category", "occasion_from"))
    return (not carried, -row["reports"] if carried else -row["origins"], *names, row["low"], row["high"], row["bound"])


def _values(index: int, row: Row) -> dict[str, Any]:
    origins, reports = min(row["origins"], MOST_SQUARES), min(row["reports"], MOST_SQUARES)
    outlets = ", ".join(row["publishers"] or ()) or "an outlet not named"
    capped = f"{row['reports']:,} reports: " if row["reports"] > MOST_SQUARES else ""
    return {
        "line": index,
        "what": looks.cut(f"{looks.said(row)}{_kind(row)}, {row['stage']}", 64),
        "event": looks.cut(_about(row), 76),
        "origins": row["origins"],
        "reports": row["reports"],
        "outlets": looks.cut(capped + outlets, 90),
        "squares": [{"at": i, "own": i < origins} for i in range(reports)],
    }


def _about(row: Row) -> str:
    """*Talks duration: round 2 of talks of 2 June 2025, RU-UA*, with the days that the figure is for where the event has others."""
    metric = looks.metric(row["metric"])
    days = row["occasion_from"] and looks.days(row["occasion_from"], row["occasion_to"])
    on = f", {days}" if days and f" of {days}" not in row["event"] else ""
    return (row["event"] if row["event"].startswith(metric.lower()) else f"{metric}: {row['event']}") + on


def _kind(row: Row) -> str:
    category = wording.CATEGORY.get(row["category"], row["category"])
    party = row["party"] and row["basis"] != "one_side" and f"of {row['party']}"
    return "".join(f", {part}" for part in (category, party) if part)


def _panel(shown: Sequence[Row], colours: Look) -> alt.LayerChart:
    values = [_values(i, row) for i, row in enumerate(shown)]
    widest = max(len(value["squares"]) for value in values)
    squares = [
        {**{key: value[key] for key in ("line", "origins", "reports", "outlets")}, **square}
        for value in values
        for square in value["squares"]
    ]
    lines = [{key: value[key] for key in ("line", "what", "event", "outlets")} | {"end": len(value["squares"]) - 0.5} for value in values]
    y = alt.Y("line:O", axis=None)
    scale = alt.Scale(domain=(-0.5, widest - 0.5), nice=False)
    text = alt.Chart(looks.data(lines)).encode(y=y)
    marks = (
        alt.Chart(looks.data(squares))
        .mark_point(shape="square", size=130, strokeWidth=2, opacity=1, color=colours.sides[0])
        .encode(
            x=alt.X("at:Q", axis=None, scale=scale),
            y=y,
            fill=alt.condition("datum.own", alt.value(colours.sides[0]), alt.value(colours.background)),
            tooltip=[
                alt.Tooltip("origins:Q", title="independent origins"),
                alt.Tooltip("reports:Q", title="reports"),
                alt.Tooltip("outlets:N", title="in"),
            ],
        )
    )
    layers = [
        marks,
        text.mark_text(align="right", fontSize=12, dx=-14, dy=-7, color=colours.ink).encode(x=alt.value(0), text="what:N"),
        text.mark_text(align="right", fontSize=11, dx=-14, dy=8, color=colours.faint).encode(x=alt.value(0), text="event:N"),
        text.mark_text(align="left", fontSize=12, dx=8, color=colours.faint).encode(
            x=alt.X("end:Q", axis=None, scale=scale), text="outlets:N"
        ),
    ]
    return alt.LayerChart(layer=layers, width=UNIT * max(widest, 4), height=(STEP + 16) * len(values))


def _finding(figures: Sequence[Row]) -> str:
    """The chart's title: what it shows, in one sentence."""
    if not figures:
        return "No figure has been reported yet"
    alone = sum(row["origins"] == 1 for row in figures)
    carried = sum(row["origins"] == 1 and row["reports"] > 1 for row in figures)
    if len(figures) == 1:
        return "The one figure rests on " + ("a single origin" if alone else f"{figures[0]['origins']} independent origins")
    copied = f", {carried} of them in several reports" if carried else ""
    count = f"All {alone:,}" if alone == len(figures) else f"{alone:,} of {len(figures):,}"
    return f"{count} figures {'rests' if alone == 1 else 'rest'} on a single origin{copied}"


def _caption(figures: Sequence[Row], shown: Sequence[Row]) -> list[str]:
    if not figures:
        return []
    lines = ["A filled square is an independent origin, a hollow one a further report that reprints or copies one of them."]
    lines += looks.left_out(len(shown), len(figures), "figures", "those of single origin in several reports, then those of most origins,")
    return lines + list(looks.sources(outlet for row in figures for outlet in row["publishers"] or ()))
