"""What was agreed against what was delivered, stage by stage. Draws the view `delivery_stages`.

A panel for each deal, metric and receiver. Each bar begins where the one before it ended, so the last one ends at the sum; a line stands at
what was agreed. Where the reports of one occasion give several figures, the bar ends at the least and a paler one at the most. What is
told of several days as a whole is an outlined bar from zero, and not added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import altair as alt

from metrics import wording
from metrics.dashboards import look as looks
from metrics.dashboards.look import STEP, Look, Row

VIEW = "delivery_stages"
WIDTH, GAP = 400, 116  # pixels
MOST_PANELS, MOST_STAGES = 30, 40
FULL = "delivered in full"
DEAL = ("event_id", "deal_from", "metric", "basis", "party", "received_by", "agreed_low", "agreed_high")


def draw(rows: Iterable[Row], dark: bool = False) -> alt.VConcatChart:
    """The chart of these deliveries: the deals of which most is open first."""
    colours = looks.look(dark)
    deals = _deals(rows)
    panels = [_panel(deal, colours) for deal in deals[:MOST_PANELS]]
    drawn: alt.VConcatChart = looks.stacked(panels, GAP, _finding(deals), _caption(deals), colours)
    return drawn


def _deals(rows: Iterable[Row]) -> list[list[Row]]:
    gathered: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        gathered[tuple(row.get(field) for field in DEAL)].append(row)
    for deal in gathered.values():
        deal.sort(key=lambda row: (row["occasion_to"], row["spans"], row["occasion_from"]))
    return sorted(gathered.values(), key=lambda deal: (-_open(deal), deal[0]["deal_from"], deal[0]["metric"], str(deal[0]["received_by"])))


def _delivered(deal: Sequence[Row]) -> tuple[float, float | None]:
    """The least and the most that was delivered: the sum of the stages, or what is told of them as a whole where that is more."""
    low = max([row["delivered_low"] for row in deal] + [row["low"] for row in deal if row["spans"]])
    high = [deal[-1]["delivered_high"], *(row["high"] for row in deal if row["spans"])]
    return low, None if None in high else max(high)


def _open(deal: Sequence[Row]) -> float:
    """Which share of the least that was agreed is open at least."""
    _, high = _delivered(deal)
    agreed = deal[0]["agreed_low"]
    return 0.0 if high is None or not agreed else max(0.0, (agreed - high) / agreed)


def _in_full(deal: Sequence[Row]) -> bool:
    """Whether the least that was delivered comes to the least that was agreed."""
    return bool(_delivered(deal)[0] >= deal[0]["agreed_low"])


def _stages(deal: Sequence[Row]) -> list[dict[str, Any]]:
    shown = deal if len(deal) <= MOST_STAGES else [*deal[: MOST_STAGES // 2], *deal[-MOST_STAGES // 2 :]]
    values = []
    for i, row in enumerate(shown):
        low, high = row["low"], row["low"] if row["high"] is None else row["high"]
        end = low if row["spans"] else row["delivered_low"]
        values.append(
            {
                "stage": i,
                "when": looks.days(row["occasion_from"], row["occasion_to"]) + (", as a whole" if row["spans"] else ""),
                "from": end - low,
                "to": end,
                "most": end + high - low,
                "whole": row["spans"],
                "said": _said(row, low, high),
                "sources": looks.cut(", ".join(row["publishers"] or ()) or "an outlet not named", 80),
            }
        )
    return values


def _said(row: Row, low: float, high: float) -> str:
    number = wording.number(low) if low == high else f"{wording.number(low)} to {wording.number(high)}"
    if row["spans"]:
        return number
    sum_low, sum_high = row["delivered_low"], row["delivered_high"]
    total = (
        wording.number(sum_low) if sum_low == sum_high or sum_high is None else f"{wording.number(sum_low)} to {wording.number(sum_high)}"
    )
    return number if total == number else f"+ {number} = {total}"


def _panel(deal: Sequence[Row], colours: Look) -> alt.LayerChart:
    first, values = deal[0], _stages(deal)
    agreed = _agreed(first)
    end = max([value["most"] for value in values] + [first["agreed_high"] or first["agreed_low"]]) * 1.02 or 1.0
    scale = alt.Scale(domain=(0, end), nice=False)
    axis = alt.Axis(format=",~f", tickCount=5)
    base = alt.Chart(looks.data(values)).encode(
        y=alt.Y("stage:O", axis=None),
        tooltip=[alt.Tooltip("when:N"), alt.Tooltip("said:N", title="delivered"), alt.Tooltip("sources:N", title="in")],
    )
    parts, whole = base.transform_filter("!datum.whole"), base.transform_filter("datum.whole")
    x = alt.X("from:Q", title=None, scale=scale, axis=axis)
    line = alt.Chart(looks.data([{"agreed": first["agreed_low"], "said": f"agreed: {agreed}"}])).encode(x=alt.X("agreed:Q", title=None))
    side = first["agreed_low"] > end / 2
    layers = [
        parts.mark_bar(height=12, color=colours.sides[0]).encode(x=x, x2="to:Q"),
        parts.mark_bar(height=12, color=colours.sides[0], opacity=0.4).encode(x="to:Q", x2="most:Q"),
        whole.mark_bar(height=11, fillOpacity=0, stroke=colours.sides[0], strokeWidth=1.5).encode(x="from:Q", x2="to:Q"),
        whole.mark_bar(height=11, fillOpacity=0, stroke=colours.sides[0], strokeWidth=1.5, strokeDash=[2, 2]).encode(x="to:Q", x2="most:Q"),
        line.mark_rule(strokeWidth=2, color=colours.sides[1]),
        line.mark_text(align="right" if side else "left", dx=-4 if side else 4, dy=-8, fontSize=11, color=colours.sides[1]).encode(
            y=alt.value(0), text="said:N"
        ),
        base.mark_text(align="right", fontSize=12, dx=-12, color=colours.ink).encode(x=alt.value(0), text="when:N"),
        base.mark_text(align="left", fontSize=12, dx=14, color=colours.ink).encode(x=alt.value(WIDTH), text="said:N"),
    ]
    return alt.LayerChart(layer=layers, width=WIDTH, height=STEP * len(values), title=_heading(deal, len(values), colours))


def _agreed(row: Row) -> str:
    low, high = row["agreed_low"], row["agreed_high"]
    if high is None:
        return f"at least {wording.number(low)}"
    return wording.number(low) if low == high else f"{wording.number(low)} to {wording.number(high)}"


def _heading(deal: Sequence[Row], shown: int, colours: Look) -> alt.TitleParams:
    first = deal[0]
    to = f" to {first['received_by']}" if first["received_by"] else ""
    basis = ", each side" if first["basis"] == "per_side" and not to else ""
    cut = f" ({shown} of {len(deal)} occasions)" if shown < len(deal) else ""
    low, _ = _delivered(deal)
    state = FULL if _in_full(deal) else "perhaps in full" if not _open(deal) else f"{wording.number(low)} reported"
    title: alt.TitleParams = looks.heading(
        f"{looks.metric(first['metric'])}{to}{basis}: {state}",
        f"deal of {looks.days(first['deal_from'], first['deal_from'])}, {first['sides'] or 'sides not told'}{cut}",
        colours,
    )
    title.offset = 24
    return title


def _finding(deals: Sequence[Sequence[Row]]) -> str:
    """The chart's title: what it shows, in one sentence."""
    if not deals:
        return "No delivery of any deal has been reported yet"
    kept = sum(map(_in_full, deals))
    if len(deals) == 1:
        return f"One promise is {'' if kept else 'not '}reported as {FULL}"
    return f"{f'{kept:,}' if kept else 'None'} of {len(deals):,} promises {'are' if kept > 1 else 'is'} reported as {FULL}"


def _caption(deals: Sequence[Sequence[Row]]) -> list[str]:
    if not deals:
        return []
    lines = ["Each bar begins where the one before it ended; the line is what was agreed. An outlined bar is told of its days as a whole."]
    if any(row["high"] != row["low"] for deal in deals for row in deal):
        lines.append("Where the reports of one occasion differ, the paler end is the most that any of them gives.")
    lines += looks.left_out(min(len(deals), MOST_PANELS), len(deals), "promises", "those of which most is open")
    lines += looks.sources(outlet for deal in deals for row in deal for outlet in row["publishers"] or ())
    return lines
