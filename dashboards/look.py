"""What all charts share: colours by day and by night, sides' colours and shapes, titles, days as numbers and text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt

from metrics import wording

Row = Mapping[str, Any]

FONT = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
NOBODY = "no side"  # the report's own voice
STEP = 22  # pixels: the height of a line of text
_EPOCH = date(1970, 1, 1)
_SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-down")
_LONGEST_CAPTION = 150  # characters


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a chart. Those of the sides are Okabe and Ito's, which people tell apart whatever their colour vision."""

    background: str
    ink: str
    faint: str
    rule: str
    grid: str
    sides: tuple[str, ...]


LIGHT = Look("#ffffff", "#222222", "#666666", "#dddddd", "#eeeeee", ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B8860B"))
DARK = Look("#0d1117", "#ececec", "#a9adb3", "#484f58", "#262c36", ("#56B4E9", "#FF9E5E", "#2CCB9C", "#E8A5C8", "#F0E442"))


def look(dark: bool) -> Look:
    """The colours for a light page or a dark one."""
    return DARK if dark else LIGHT


def by_night() -> dict[str, str]:
    """Each colour of a light page with that of a dark one."""
    day, night = ([*astuple(colours)[:-1], *colours.sides] for colours in (LIGHT, DARK))
    return dict(zip(day, night, strict=True))


def sides(named: Iterable[str], colours: Look) -> dict[str, tuple[str, str]]:
    """Each side's colour and shape, which say the same twice; third parties and the reports' own voice are grey."""
    others = {"third": (colours.faint, "cross"), NOBODY: (colours.ink, "circle")}
    known = sorted(set(named))
    parties = [side for side in known if side not in others]
    looks = {side: (colours.sides[i % len(colours.sides)], _SHAPES[i % len(_SHAPES)]) for i, side in enumerate(parties)}
    return looks | {side: other for side, other in others.items() if side in known}


def title(finding: str, lines: Sequence[str], colours: Look) -> alt.TitleParams:
    """The chart's title, which says what it shows, over its caption."""
    return alt.TitleParams(
        finding, subtitle=list(lines), anchor="start", fontSize=17, subtitleFontSize=12, subtitleColor=colours.faint,
        subtitlePadding=6, offset=26, color=colours.ink,
    )  # fmt: skip


def heading(text: str, under: str, colours: Look) -> alt.TitleParams:
    """The heading of one panel."""
    return alt.TitleParams(
        text, subtitle=under, anchor="start", frame="group", fontSize=13, color=colours.ink, subtitleColor=colours.faint,
        subtitleFontSize=11, offset=8,
    )  # fmt: skip


def house(colours: Look) -> alt.Config:
    """The house's fonts and colours."""
    return alt.Config(
        font=FONT,
        background=colours.background,
        padding=20,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor=colours.faint, labelFontSize=11, tickColor=colours.rule, domainColor=colours.rule, gridColor=colours.grid,
            titleColor=colours.faint, titleFontSize=11, titleFontWeight="normal",
        ),
        title=alt.TitleConfig(limit=0, subtitleFont=FONT),
        text=alt.MarkConfig(limit=0),
    )  # fmt: skip


def stacked(panels: Sequence[alt.LayerChart], gap: int, finding: str, lines: Sequence[str], colours: Look) -> alt.VConcatChart:
    """The panels under one another; where there are none, the title alone."""
    drawn = list(panels) or [nothing()]
    return alt.vconcat(*drawn, spacing=gap, bounds="flush", title=title(finding, lines, colours), config=house(colours))


def data(rows: Iterable[Row]) -> alt.InlineData:
    """The rows as a chart's data: a tuple, since Altair copies lists row by row with each layer and each encoding."""
    return alt.InlineData(tuple(rows))


def nothing(width: int = 340) -> alt.LayerChart:
    """What is drawn where there is nothing to draw, so that a title can stand over it."""
    empty = alt.Chart(data([])).mark_point(opacity=0)
    return alt.LayerChart(layer=[empty], width=width, height=STEP)


def sources(outlets: Iterable[object]) -> list[str]:
    """The caption's line that names the outlets; none where no report names one."""
    named = sorted({str(outlet) for outlet in outlets if outlet})
    shown = len(named)
    while shown > 1 and len(", ".join(named[:shown])) > _LONGEST_CAPTION - 20:
        shown -= 1
    more = f" and {len(named) - shown:,} more" if shown < len(named) else ""
    return [cut("Sources: " + ", ".join(named[:shown]), _LONGEST_CAPTION) + more] if named else []


def left_out(shown: int, whole: int, what: str, first: str) -> list[str]:
    """The caption's line that says what is left out; none where nothing is."""
    return [f"{shown:,} of {whole:,} {what} are shown, {first} first."] if shown < whole else []


def metric(key: str) -> str:
    """*Prisoners exchanged*"""
    return key.replace("_", " ").capitalize()


def units(unit: str) -> str:
    """*people*"""
    return wording.PLURAL.get(unit, unit + "s")


def cut(text: str, size: int) -> str:
    """The text in one line, cut where it is longer."""
    text = " ".join(text.split())
    return text if len(text) <= size else text[: size - 1].rstrip() + "…"


def whose(row: Row) -> str:
    """The side that speaks."""
    return row["speaker_side"] or NOBODY


def voice(row: Row) -> str:
    """Who speaks, without the report's id where nobody is named."""
    return row.get("speaker") or row.get("original_publisher") or row.get("publisher") or "an outlet not named"


def said(row: Row) -> str:
    """The figure as said, with its unit: *more than 50,000 people*."""
    return wording.figure(row, row["unit"])


def number(day: date) -> int:
    """A day as a number: days are drawn on a plain scale of numbers, so that no time zone can move them."""
    return (day - _EPOCH).days


def days(first: date | None, last: date | None, year: bool = True) -> str:
    """*23–25 May 2025*; *no day given* where there is none."""
    if first is None or last is None:
        return "no day given"
    end = f"{last.day} {last:%B}" + (f" {last.year}" if year else "")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{first.day} {first:%B}" + (f" {first.year}" if first.year != last.year else "") + f" – {end}"


def calendar(first: date, last: date, most: int = 7) -> dict[str, Any]:
    """An axis of days between two: where it has ticks, and each as text."""
    span = (last - first).days
    if span <= most - 1:
        ticks = [first + timedelta(days=i) for i in range(span + 1)]
    elif span <= 10 * most:
        step = -(-span // most)
        ticks = [first + timedelta(days=i) for i in range(0, span + 1, step)]
    else:
        months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
        months = [day for day in months if first <= day <= last]
        ticks = months[:: max(1, -(-len(months) // most))]
    monthly = span > 10 * most
    texts = {number(day): f"{day:%b} {day.year}" if monthly else f"{day.day} {day:%b} {day.year}" for day in ticks}
    expression = "".join(f"datum.value === {day} ? '{text}' : " for day, text in texts.items()) + "''"
    return {"values": list(texts), "labelExpr": expression, "title": None, "labelOverlap": "parity"}


def spread(places: Sequence[float], apart: float) -> list[float]:
    """Places in the same order, each as near its own as can be with room between them, so that labels do not cover one another."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    settled: list[list[float]] = []  # blocks of labels that touch: how many, and where their middle wants to be
    for i in order:
        settled.append([1, places[i]])
        while len(settled) > 1 and settled[-1][1] - settled[-2][1] < apart * (settled[-1][0] + settled[-2][0]) / 2:
            count, middle = settled.pop()
            earlier, before = settled[-1]
            settled[-1] = [earlier + count, (before * earlier + middle * count) / (earlier + count)]
    found = [0.0] * len(places)
    at = 0
    for count, middle in settled:
        for j in range(int(count)):
            found[order[at]] = middle + (j - (count - 1) / 2) * apart
            at += 1
    return found
