"""What is told of talks: how long they lasted, how many came, how long a ceasefire each side proposes. Draws the view `voices`.

A panel for each of these metrics; in it a line for each voice and figure, by round of talks or by the side that proposes, with the same
bars, arrows and marks as the chart of all voices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt

from metrics import wording
from metrics.dashboards import look as looks
from metrics.dashboards import voices
from metrics.dashboards.look import Row

VIEW = "voices"
KINDS = ("talks", "ceasefire")  # of events
MOST = 40  # lines of a panel
MOST_SIDES = 4  # in the title
GAP = 84  # pixels between panels


def draw(rows: Iterable[Row], dark: bool = False) -> alt.VConcatChart:
    """The chart of these figures, a panel for each metric and stage, in the order of the rounds."""
    colours = looks.look(dark)
    groups = _groups(rows)
    sides = looks.sides((_colour(row) for group in groups for row in group.rows), colours)
    ends = [voices.domain(group.rows) for group in groups]
    values = [
        {"panel": i, **voices.values(j, line, *ends[i]), **_label(line)}
        for i, group in enumerate(groups)
        for j, line in enumerate(group.lines[-MOST:])
    ]
    marks = voices.layers(sides, colours)
    panels = [voices.panel(i, group, ends[i], marks, colours) for i, group in enumerate(groups)]
    drawn: alt.VConcatChart = looks.stacked(panels, GAP, _finding(groups), _caption(groups), colours)
    drawn.data = looks.data(values)
    return drawn


def _groups(rows: Iterable[Row]) -> list[voices.Group]:
    gathered: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] in KINDS and row["family"] != "ordinal":
            gathered[row["metric"], row["stage"]].append(row)
    return [_group(metric, stage, found) for (metric, stage), found in sorted(gathered.items(), key=_rank)]


def _rank(item: tuple[tuple[str, str], Sequence[Row]]) -> tuple[Any, ...]:
    """Ceasefires before talks, what took place before what is proposed."""
    (metric, stage), found = item
    return (
        -KINDS.index(found[0]["kind"]),
        metric,
        ("completed", "reported", "agreed", "proposed").index(stage) if stage != "denied" else 4,
    )


def _group(metric: str, stage: str, rows: list[Row]) -> voices.Group:
    lines: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in sorted(rows, key=_order):
        lines[row["event_id"], _colour(row), row["low"], row["high"], row["bound"], row["category"]].append(row)
    told = tuple(tuple(line) for line in lines.values())
    cut = f"the latest {MOST} of {len(told):,} figures" if len(told) > MOST else stage
    return voices.Group(
        event=cut, metric=metric, unit=rows[0]["unit"], rows=tuple(rows), differing=False, excluding=False, apart=0.0, lines=told[-MOST:]
    )


def _order(row: Row) -> tuple[Any, ...]:
    return (str(row["occasion_from"] or row["published"]), row["event"], _colour(row), row["low"], row["high"], looks.voice(row))


def _colour(row: Row) -> str:
    """The side that it is about: whose proposal, or whose delegation, else the speaker's."""
    side: str = row["position_of"] or row["party"] or looks.whose(row)
    return side


def _label(line: Sequence[Row]) -> Mapping[str, Any]:
    row = line[0]
    names = list(dict.fromkeys(looks.voice(other) for other in line))
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    about = row["event"].partition(", ")[0]  # the rest of the name is its sides
    whose = f"{row['party']}: " if row["party"] else ""
    said = looks.said({**row, "basis": None}) + (f", {row['category']}" if row["category"] else "")
    return {"who": looks.cut(f"{about}, {names[0]}{more}", 76), "said": whose + said, "side": _colour(row)}


def _finding(groups: Sequence[voices.Group]) -> str:
    """The chart's title: what it shows, in one sentence."""
    if not groups:
        return "No figure about talks or a ceasefire has been reported yet"
    proposals = [group for group in groups if group.rows[0]["kind"] == "ceasefire" and group.rows[0]["stage"] == "proposed"]
    by_side: defaultdict[str, list[Row]] = defaultdict(list)
    for row in (row for group in proposals for row in group.rows if row["position_of"]):
        by_side[row["position_of"]].append(row)
    if len(by_side) > 1:
        longest = sorted(by_side.items(), key=lambda item: (-max(row["high"] for row in item[1]), item[0]))
        told = [f"{side} {_span(found)}" for side, found in longest[:MOST_SIDES]]
        told += [f"{len(longest) - MOST_SIDES:,} more sides"] if len(longest) > MOST_SIDES else []
        return f"Ceasefire proposed: {', '.join(told)}"
    lasting = [group for group in groups if group.rows[0]["kind"] == "talks" and group.rows[0]["stage"] == "completed"]
    count = len({row["event_id"] for group in groups for row in group.rows})
    return f"{sum(len(group.lines) for group in groups)} figures about {'one event' if count == 1 else f'{count} talks and truces'}" + (
        ", with how long they lasted" if lasting else ""
    )


def _span(rows: Sequence[Row]) -> str:
    low, high = min(row["low"] for row in rows), max(row["high"] for row in rows)
    more = " or more" if any(row["interval_high"] is None for row in rows) else ""
    return wording.figure({"low": low, "high": high, "bound": "exact" if low == high else "range"}, rows[0]["unit"]) + more


def _caption(groups: Sequence[voices.Group]) -> list[str]:
    if not groups:
        return []
    lines = [
        "A bar is all that a figure claims, an arrow an end left open, a hollow mark a number that is itself left out."
        " Colour and shape tell the side that it is about."
    ]
    return lines + list(looks.sources(row["publisher"] for group in groups for row in group.rows))
