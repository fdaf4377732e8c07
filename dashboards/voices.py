"""Who says what: an interval for each voice, by event and metric. Draws the view `voices`, where one row is one voice's figure on one key.

A bar runs over all that a figure claims, with an arrow where it has no end; a mark stands at the number that was said, hollow where
the number itself is left out (*more than*, *under*). The figure as said stands beside its bar, so that no axis has to be read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt

Row = Mapping[str, Any]

WIDTH, STEP, GAP = 340, 22, 78  # pixels: a panel's width, a voice's height, what a panel's axis and the next one's heading take
MOST_GROUPS = 60  # what a person still scrolls through; the caption counts the rest
LONGEST = 60  # characters of a label
NOBODY = "no side"  # the report's own voice
INK, FAINT, RULE = "#222222", "#666666", "#dddddd"
# Okabe and Ito's colours, which people tell apart whatever their colour vision; a shape says the same again.
SIDES = (
    ("#0072B2", "circle"),
    ("#D55E00", "square"),
    ("#009E73", "diamond"),
    ("#CC79A7", "triangle-up"),
    ("#B8860B", "triangle-down"),
)
OTHERS = {"third": ("#666666", "cross"), NOBODY: ("#222222", "circle")}
SAID = {
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
PLURALS = {"person": "people", "body": "bodies", "aircraft": "aircraft", "percent": "percent"}
EXCLUSIVE = ("over", "under", "nearly")


@dataclass(frozen=True, slots=True)
class Group:
    """All that is said of one metric of one event."""

    event: str
    metric: str
    unit: str
    rows: tuple[Row, ...]

    @property
    def differing(self) -> bool:
        """Whether two voices give different figures."""
        return len({(row["low"], row["high"], row["bound"]) for row in self.rows}) > 1

    @property
    def spread(self) -> float:
        """How many times the smallest number said goes into the largest."""
        numbers = [number for row in self.rows for number in (row["low"], row["high"]) if number > 0]
        return max(numbers) / min(numbers) if numbers else 1.0


def draw(rows: Iterable[Row]) -> alt.VConcatChart:
    """The chart of these voices: a panel for each event and metric, those where voices differ first, each voice a line in it."""
    groups = _groups(rows)
    shown = groups[:MOST_GROUPS]
    sides = _sides(shown)
    panels = [_panel(group, sides) for group in shown] or [alt.Chart(alt.Data(values=[])).mark_point().properties(width=WIDTH, height=STEP)]
    title = alt.TitleParams(
        _finding(groups),
        subtitle=_caption(groups, shown, sides),
        anchor="start",
        fontSize=17,
        subtitleFontSize=12,
        subtitleColor=FAINT,
        subtitlePadding=6,
        offset=16,
        color=INK,
    )
    return (
        alt.vconcat(*panels, spacing=GAP, bounds="flush", title=title)
        .configure(font="Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif", background="white", padding=20)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK, labelFontSize=12, tickColor=RULE, domainColor=RULE, gridColor="#eeeeee", labelLimit=0, titleColor=FAINT
        )
        .configure_title(limit=0, subtitleFont="Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif")
    )


def _groups(rows: Iterable[Row]) -> list[Group]:
    gathered: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        gathered[str(row.get("event") or "no event"), row["metric"]].append(row)
    groups = [
        Group(event, metric, found[0]["unit"], tuple(sorted(found, key=lambda row: (str(row.get("speaker_side")), row["low"], _who(row)))))
        for (event, metric), found in gathered.items()
    ]
    return sorted(groups, key=lambda group: (not group.differing, str(_first(group, "event_from") or ""), group.event, group.metric))


def _first(group: Group, field: str) -> Any:
    return next((row[field] for row in group.rows if row.get(field) is not None), None)


def _sides(groups: Sequence[Group]) -> dict[str, tuple[str, str]]:
    """Each side's colour and shape."""
    named = sorted({_side(row) for group in groups for row in group.rows})
    parties = [side for side in named if side not in OTHERS]
    looks = {side: SIDES[i % len(SIDES)] for i, side in enumerate(parties)}
    return looks | {side: look for side, look in OTHERS.items() if side in named}


def _side(row: Row) -> str:
    return row.get("speaker_side") or NOBODY


def _panel(group: Group, sides: Mapping[str, tuple[str, str]]) -> alt.LayerChart:
    left, right = _domain(group.rows)
    values = [_values(i, row, left, right) for i, row in enumerate(group.rows)]
    scale = alt.Scale(domain=[left, right], nice=False, zero=False)
    labels = {str(value["row"]): value["who"] for value in values}
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y(
            "row:O",
            scale=alt.Scale(domain=list(range(len(values)))),
            axis=alt.Axis(title=None, domain=False, ticks=False, labelPadding=10, labelExpr=f"{json.dumps(labels)}[datum.label]"),
        ),
        color=alt.Color("side:N", scale=alt.Scale(domain=list(sides), range=[colour for colour, _ in sides.values()]), legend=None),
        tooltip=[alt.Tooltip("who:N", title="who"), alt.Tooltip("said:N", title="says"), alt.Tooltip("quote:N", title="in the words")],
    )
    x = alt.X(
        "from:Q",
        scale=scale,
        axis=alt.Axis(title=None, tickCount=4, format="~r" if right < 1 else ",~f", labelColor=FAINT, labelFontSize=11),
    )
    bars = base.mark_rule(strokeWidth=3, opacity=0.55).encode(x=x, x2="to:Q")
    arrows = [
        base.transform_filter(f"datum.open_{end}")
        .mark_point(shape=shape, size=70, filled=True, opacity=1)
        .encode(x=alt.X(f"{field}:Q", scale=scale))
        for end, field, shape in (("left", "from", "triangle-left"), ("right", "to", "triangle-right"))
    ]
    marks = [
        base.transform_filter(f"{'' if look == 'filled' else '!'}datum.included")
        .mark_point(size=75, strokeWidth=2, opacity=1, **({"filled": True} if look == "filled" else {"fill": "white"}))
        .encode(
            x=alt.X(f"{field}:Q", scale=scale),
            shape=alt.Shape("side:N", scale=alt.Scale(domain=list(sides), range=[shape for _, shape in sides.values()]), legend=None),
        )
        for field in ("low", "high")
        for look in ("filled", "hollow")
    ]
    words = base.mark_text(align="left", fontSize=12, dx=14, color=INK).encode(x=alt.value(WIDTH), text="said:N", color=alt.value(INK))
    return alt.layer(bars, *arrows, *marks, words).properties(
        width=WIDTH,
        height=STEP * len(values),
        title=alt.TitleParams(
            _heading(group),
            anchor="start",
            fontSize=13,
            color=INK,
            fontWeight="bold",
            subtitle=_cut(group.event, 110),
            subtitleColor=FAINT,
            subtitleFontSize=11,
            offset=8,
            frame="group",
        ),
    )


def _domain(rows: Sequence[Row]) -> tuple[float, float]:
    """From where to where a panel's axis runs: over all ends, with room for the arrows of open ones."""
    ends = [end for row in rows for end in (*_interval(row), row["low"], row["high"]) if end is not None]
    low, high = min(ends), max(ends)
    room = 0.12 * (high - low) or 0.05 * abs(high) or 1.0
    return (0.0 if low == 0 else low - room), high + room


def _interval(row: Row) -> tuple[float | None, float | None]:
    """All that the figure claims; None where it has no end."""
    return row["interval_low"], row["interval_high"]


def _values(index: int, row: Row, left: float, right: float) -> dict[str, Any]:
    low, high = _interval(row)
    return {
        "row": index,
        "who": _who(row),
        "said": _said(row),
        "side": _side(row),
        "from": left if low is None else low,
        "to": right if high is None else high,
        "open_left": low is None,
        "open_right": high is None,
        "low": row["low"],
        "high": row["high"],
        "included": row["bound"] not in EXCLUSIVE,
        "quote": _cut(row.get("quote") or "", 300),
    }


def _who(row: Row) -> str:
    """*Rustem Umerov (UA), Kyiv Independent, 2 Jun 2025*"""
    side = row.get("speaker_side")
    speaker = row.get("speaker") or ("the report" if side is None else "unnamed")
    outlet = row.get("original_publisher") or row.get("publisher")
    parts = [f"{speaker} ({side})" if side else speaker, outlet, _day(row.get("published"))]
    return _cut(", ".join(part for part in parts if part), LONGEST)


def _said(row: Row) -> str:
    """*up to 1,200 per side, agreed*"""
    figure = SAID[row["bound"]].format(_number(row["low"]), _number(row["high"]))
    notes = [(row.get("basis") or "").replace("_", " "), row.get("category") or "", row.get("party") or ""]
    words = " ".join([figure, *(note for note in notes if note)])
    return f"{words}, {row['status']}"


def _heading(group: Group) -> str:
    return f"{_metric(group.metric)}, in {PLURALS.get(group.unit, group.unit + 's')}"


def _finding(groups: Sequence[Group]) -> str:
    """The chart's title: what it shows, in one sentence."""
    differing = [group for group in groups if group.differing]
    voices = sum(len(group.rows) for group in groups)
    if not groups:
        return "No voice has given a figure yet"
    if not differing:
        return (
            "One voice has given a figure"
            if voices == 1
            else f"{voices} voices on {len(groups)} questions: nobody contradicts another's figure"
        )
    widest = max(differing, key=lambda group: group.spread)
    questions = f"{len(groups)} questions" if len(groups) > 1 else "the one question"
    return (
        f"Voices differ on {len(differing)} of {questions}, most on {_metric(widest.metric).lower()}"
        if len(groups) > 1
        else f"Voices differ on {_metric(widest.metric).lower()}"
    )


def _caption(groups: Sequence[Group], shown: Sequence[Group], sides: Mapping[str, tuple[str, str]]) -> list[str]:
    lines = [
        "A bar is all that a figure claims, an arrow an end left open, a hollow mark a number that is itself left out."
        " Colour and shape tell the speaker's side."
    ]
    if len(groups) > len(shown):
        lines.append(f"The first {len(shown)} of {len(groups)} questions, those where voices differ before the others.")
    outlets = sorted({str(outlet) for group in groups for row in group.rows if (outlet := row.get("publisher"))})
    if outlets:
        lines.append(_cut("Sources: " + ", ".join(outlets), 150))
    return lines


def _metric(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _day(day: date | None) -> str | None:
    """A date as text, so that no viewer's time zone can move it."""
    return f"{day.day} {day:%b %Y}" if day else None


def _cut(text: str, size: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= size else text[: size - 1].rstrip() + "…"
