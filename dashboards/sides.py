"""How far the sides of a conflict are apart: a line for each thing that two sides speak of. Draws the view `opposing_sides`.

The lower figure stands at the left, the other as far from it as it is larger, in percent, so that all lines can be compared; the figures
themselves stand beside their marks. A bar runs over the figures of a side that gives several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt

from metrics import wording
from metrics.dashboards import look as looks
from metrics.dashboards.look import Look, Row

VIEW = "opposing_sides"
WIDTH, LINE = 380, 46  # pixels
MOST = 60  # lines
FURTHEST = 200.0  # percent; what lies further off is an arrow
THING = ("event_id", "metric", "stage", "position_of", "basis", "party", "category", "occasion_from", "occasion_to")


def draw(rows: Iterable[Row], dark: bool = False) -> alt.VConcatChart:
    """The chart of these figures: the things that the sides differ on most come first."""
    colours = looks.look(dark)
    things = _things(rows)
    shown = things[:MOST]
    sides = looks.sides((row["side"] for thing in shown for row in thing), colours)
    values = [value for i, thing in enumerate(shown) for value in _values(i, thing)]
    panels = [_panel(values, len(shown), sides, colours)] if shown else []
    drawn: alt.VConcatChart = looks.stacked(panels, 0, _finding(things), _caption(things, shown), colours)
    return drawn


def _things(rows: Iterable[Row]) -> list[list[Row]]:
    gathered: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        gathered[tuple(row[field] for field in THING)].append(row)
    things = [sorted(thing, key=lambda row: (row["low"], row["high"], row["side"])) for thing in gathered.values() if len(thing) > 1]
    return sorted(
        things, key=lambda thing: (-_share(thing), -_apart(thing), thing[0]["event"], thing[0]["metric"], str(thing[0]["occasion_from"]))
    )


def _apart(thing: Sequence[Row]) -> float:
    """By how much at least what one side claims lies above what another does; zero where both can be right."""
    ends = [row["interval_high"] for row in thing if row["interval_high"] is not None]
    return max(0.0, max(row["interval_low"] for row in thing) - min(ends)) if ends else 0.0


def _share(thing: Sequence[Row]) -> float:
    """The same in percent of the lowest figure."""
    return _percent(min(row["low"] for row in thing) + _apart(thing), min(row["low"] for row in thing))


def _beyond(thing: Sequence[Row]) -> bool:
    return _percent(max(row["high"] for row in thing), min(row["low"] for row in thing)) > FURTHEST


def _percent(value: float, lowest: float) -> float:
    return 100 * (value - lowest) / lowest if lowest else 0.0 if value == lowest else float("inf")


def _values(index: int, thing: Sequence[Row]) -> list[dict[str, Any]]:
    lowest = min(row["low"] for row in thing)
    percents = [(_percent(row["low"], lowest), _percent(row["high"], lowest)) for row in thing]
    furthest = max(range(len(thing)), key=lambda i: (percents[i][1], i))
    lead = 0 if furthest else 1  # of the others the lowest: it stands at the left, with what the line is about
    first = thing[0]
    end = min(percents[furthest][1], FURTHEST)
    days = first["occasion_from"] and looks.days(first["occasion_from"], first["occasion_to"])
    about = {
        "line": index,
        "what": looks.cut(f"{looks.metric(first['metric'])}{_of(first)}", 60),
        "event": looks.cut(f"{first['event']}{f': {days}' if days and f' of {days}' not in first['event'] else ''}", 60),
        "start": 0.0,
        "end": end,
        "apart": _gap(thing),
    }
    return [
        {
            **about,
            "side": row["side"],
            "from": min(percents[i][0], FURTHEST),
            "to": min(percents[i][1], FURTHEST),
            "said": _said(row),
            "place": "right" if i == furthest else "left" if i == lead else "middle",
            "beyond": percents[i][1] > FURTHEST,
            "who": looks.cut(f"{row['first_voice']}, {looks.days(row['published'], row['last_published'])}", 80),
        }
        for i, row in enumerate(thing)
    ]


def _of(row: Row) -> str:
    parts = [wording.CATEGORY.get(row["category"], row["category"]), row["party"] and f"of {row['party']}"]
    told = " ".join(part for part in parts if part)
    return f", {told}" if told else ""


def _said(row: Row) -> str:
    if row["low"] == row["high"]:
        bound = row["bounds"][0] if len(row["bounds"]) == 1 else "exact"
        return f"{row['side']}: {wording.figure({**row, 'bound': bound, 'basis': None})}"
    return f"{row['side']}: {wording.number(row['low'])} to {wording.number(row['high'])}"


def _gap(thing: Sequence[Row]) -> str:
    apart, percent = _apart(thing), _share(thing)
    if not apart:
        return "the same number" if len({(row["low"], row["high"]) for row in thing}) == 1 else "both can be right"
    least = "" if all(row["bounds"] == ["exact"] for row in thing) else "at least "
    share = f" ({percent:.2g}%)" if percent < 10 else f" ({percent:,.0f}%)" if percent != float("inf") else ""
    return f"{least}{wording.number(apart)} apart{share}"


def _panel(values: list[dict[str, Any]], lines: int, sides: Mapping[str, tuple[str, str]], colours: Look) -> alt.LayerChart:
    hues = alt.Scale(domain=list(sides), range=[colour for colour, _ in sides.values()])
    shapes = alt.Scale(domain=list(sides), range=[shape for _, shape in sides.values()])
    furthest = max(5.0, *(value["end"] for value in values))
    y = alt.Y("line:O", axis=None)
    x = alt.X("from:Q", title="percent above the lower figure", scale=alt.Scale(domain=(0, furthest), nice=False))
    x = x.axis(format=",~f", tickCount=5, orient="top", offset=14)
    base = alt.Chart(looks.data(values)).encode(y=y, tooltip=[alt.Tooltip("said:N", title="says"), alt.Tooltip("who:N", title="who, when")])
    first, right = base.transform_filter("datum.place === 'left'"), base.transform_filter("datum.place === 'right'")
    layers = [
        right.mark_rule(strokeWidth=2, color=colours.rule).encode(x="start:Q", x2="end:Q"),
        base.mark_rule(strokeWidth=5, opacity=0.5).encode(x=x, x2="to:Q", color=alt.Color("side:N", scale=hues, legend=None)),
        *(
            base.transform_filter(condition)
            .mark_point(size=90, filled=True, opacity=1)
            .encode(
                x=alt.X(f"{field}:Q"),
                color=alt.Color("side:N", scale=hues, legend=None),
                shape=alt.Shape("side:N", scale=shapes, legend=None) if not arrow else alt.value("triangle-right"),
            )
            for field, condition, arrow in (
                ("from", "!datum.beyond", False),
                ("to", "!datum.beyond && datum.to > datum.from", False),
                ("to", "datum.beyond", True),
            )
        ),
        first.mark_text(align="right", fontSize=12, fontWeight="bold", dx=-112, dy=-7, color=colours.ink).encode(
            x=alt.value(0), text="what:N"
        ),
        first.mark_text(align="right", fontSize=11, dx=-112, dy=8, color=colours.faint).encode(x=alt.value(0), text="event:N"),
        first.mark_text(align="right", fontSize=12, dx=-12, color=colours.ink).encode(x=alt.value(0), text="said:N"),
        right.mark_text(align="left", fontSize=12, dx=12, color=colours.ink, dy=-7).encode(x=alt.X("to:Q"), text="said:N"),
        right.mark_text(align="left", fontSize=11, dx=12, color=colours.faint, dy=8).encode(x=alt.X("to:Q"), text="apart:N"),
    ]
    return alt.LayerChart(layer=layers, width=WIDTH, height=LINE * lines)


def _finding(things: Sequence[Sequence[Row]]) -> str:
    """The chart's title: what it shows, in one sentence."""
    if not things:
        return "No two sides have spoken of the same thing yet"
    differing = [thing for thing in things if _apart(thing) > 0]
    count = "one thing" if len(things) == 1 else f"{len(things):,} things"
    if not differing:
        return f"The sides speak of {count}, and what they claim overlaps on {'it' if len(things) == 1 else 'each'}"
    most = looks.metric(differing[0][0]["metric"]).lower()
    if len(things) == 1:
        return f"The sides contradict each other on {most}"
    many = f"all {len(things):,} things" if len(differing) == len(things) else f"{len(differing):,} of {count}"
    return f"The sides contradict each other on {many}, most on {most}"


def _caption(things: Sequence[Sequence[Row]], shown: Sequence[Sequence[Row]]) -> list[str]:
    lines = ["Each side's figures, and by how much at least they exclude each other. Colour and shape tell the side."] if things else []
    if any(_beyond(thing) for thing in shown):
        lines.append(f"An arrow: more than {FURTHEST:.0f} percent.")
    lines += looks.left_out(len(shown), len(things), "things", "those furthest apart")
    lines += looks.sources(outlet for thing in things for row in thing for outlet in row["publishers"] or ())
    return lines
