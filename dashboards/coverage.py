"""Which outlet gives figures for what: how many claims, as text. Draws the view `coverage`.

Where an outlet gives no figure for a metric its cell is blank, since nothing was said, which is not zero. The shade behind a number says
the same again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import altair as alt

from metrics.dashboards import look as looks
from metrics.dashboards.look import STEP, Look, Row

VIEW = "coverage"
CELL = 46  # pixels
MOST_OUTLETS, MOST_METRICS = 80, 24
UNNAMED = "an outlet not named"


def draw(rows: Iterable[Row], dark: bool = False) -> alt.VConcatChart:
    """The chart of these counts: the outlets and the metrics with most claims come first."""
    colours = looks.look(dark)
    rows = list(rows)
    outlets, metrics = _ranked(rows, "publisher"), _ranked(rows, "metric")
    shown, counted = outlets[:MOST_OUTLETS], metrics[:MOST_METRICS]
    panels = [_panel(rows, shown, counted, colours)] if rows else []
    drawn: alt.VConcatChart = looks.stacked(
        panels, 0, _finding(rows, outlets, metrics), _caption(shown, outlets, counted, metrics), colours
    )
    return drawn


def _ranked(rows: Sequence[Row], field: str) -> list[str | None]:
    claims: Counter[str | None] = Counter()
    for row in rows:
        claims[row[field]] += row["claims"]
    return sorted(claims, key=lambda name: (-claims[name], name or ""))


def _panel(rows: Sequence[Row], outlets: Sequence[str | None], metrics: Sequence[str | None], colours: Look) -> alt.LayerChart:
    lines = {name: i for i, name in enumerate(outlets)}
    columns = {name: i for i, name in enumerate(metrics)}
    cells = [
        {
            "line": lines[row["publisher"]],
            "column": columns[row["metric"]],
            "outlet": looks.cut(row["publisher"] or UNNAMED, 60),
            "metric": looks.metric(row["metric"]),
            "claims": row["claims"],
            "reports": row["reports"],
            "reprints": row["reprints"],
        }
        for row in sorted(rows, key=lambda row: (lines.get(row["publisher"], 0), columns.get(row["metric"], 0)))
        if row["publisher"] in lines and row["metric"] in columns
    ]
    heads = [{"column": i, "metric": looks.metric(name or "")} for name, i in columns.items()]
    names = [{"line": i, "outlet": looks.cut(name or UNNAMED, 60)} for name, i in lines.items()]
    most = max(cell["claims"] for cell in cells)
    y = alt.Y("line:O", axis=None, scale=alt.Scale(domain=list(lines.values()), paddingInner=0.1))
    x = alt.X("column:O", axis=None, scale=alt.Scale(domain=list(columns.values()), paddingInner=0.06))
    base = alt.Chart(looks.data(cells)).encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("outlet:N"),
            alt.Tooltip("metric:N"),
            alt.Tooltip("claims:Q"),
            alt.Tooltip("reports:Q", title="in so many reports"),
            alt.Tooltip("reprints:Q", title="of these, reprints"),
        ],
    )
    shade = alt.Opacity("claims:Q", scale=alt.Scale(domain=(0, max(most, 2)), range=(0.08, 0.5)), legend=None)
    layers = [
        base.mark_rect(color=colours.sides[0]).encode(opacity=shade),
        base.mark_text(fontSize=12, color=colours.ink).encode(text=alt.Text("claims:Q", format=",d")),
        alt.Chart(looks.data(heads))
        .mark_text(align="left", baseline="middle", angle=315, fontSize=12, dx=4, dy=-6, color=colours.ink)
        .encode(x=x, y=alt.value(0), text="metric:N"),
        alt.Chart(looks.data(names))
        .mark_text(align="right", fontSize=12, dx=-10, color=colours.ink)
        .encode(x=alt.value(0), y=y, text="outlet:N"),
    ]
    return alt.LayerChart(layer=layers, width=CELL * len(columns), height=(STEP + 2) * len(lines))


def _finding(rows: Sequence[Row], outlets: Sequence[str | None], metrics: Sequence[str | None]) -> str:
    """The chart's title: what it shows, in one sentence."""
    if not rows:
        return "No outlet has given a figure yet"
    alone = sum(len([row for row in rows if row["metric"] == name]) == 1 for name in metrics)
    of = "one outlet" if len(outlets) == 1 else f"{len(outlets)} outlets"
    told = "one metric is" if len(metrics) == 1 else f"{len(metrics)} metrics are"
    return f"{told.capitalize()} reported on by {of}" + (f", {alone} of them by one alone" if alone and len(outlets) > 1 else "")


def _caption(
    shown: Sequence[str | None], outlets: Sequence[str | None], counted: Sequence[str | None], metrics: Sequence[str | None]
) -> list[str]:
    lines = ["Claims of each outlet on each metric. A blank says that nothing was said, which is not zero."] if outlets else []
    lines += looks.left_out(len(shown), len(outlets), "outlets", "those with most claims")
    return lines + list(looks.left_out(len(counted), len(metrics), "metrics", "those with most claims"))
