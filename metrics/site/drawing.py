"""The charts of dashboards/, each as a picture to keep and as data that its page draws."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from metrics.charts import charts
from metrics.report import lines
from metrics.report.page import plain

OVERVIEW = "overview"  # the picture on the first page
ABOUT_NO_FIGURE = ("status_conflict", "date_conflict", "ambiguous_event")  # kinds that a picture of figures does not show
QUESTIONS, LINES = 4, 6  # panels of it, and lines in one
Spec = dict[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart: its name, what it shows, the finding that is its title, the view that it draws, and what draws it on a light page."""

    name: str
    about: str
    title: str
    view: str
    spec: Spec


class Pictures:
    """Pictures of charts, saved while pages are written: what draws them is not Python, so that a second core does it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._beside = ThreadPoolExecutor(1)
        self._under_way: list[Future[None]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        self._beside.shutdown(cancel_futures=failed is not None)
        if failed is None:
            for picture in self._under_way:
                picture.result()

    def save(self, name: str, spec: Spec) -> None:
        """Saves NAME.svg and NAME-dark.svg."""
        self._under_way.append(self._beside.submit(self._save, name, spec))

    def library(self) -> None:
        """Saves the script that draws charts in a page."""
        self._under_way.append(self._beside.submit(lambda: self._write("vega.js", _library())))

    def _save(self, name: str, spec: Spec) -> None:
        from metrics import dashboards

        picture = dashboards.svg(spec)
        self._write(f"{name}.svg", picture)
        self._write(f"{name}-dark.svg", dashboards.by_night(picture))

    def _write(self, name: str, text: str) -> None:
        (self._folder / name).write_text(text, encoding="utf-8")


def drawn(views: Mapping[str, Sequence[Row]], discrepancies: Sequence[Row], pictures: Pictures) -> list[Drawn]:
    """Draws every chart that has something to draw, and has their pictures saved; and *overview*, of the first discrepancies."""
    from metrics import dashboards

    made = []
    shown = _fit_to_be_shown(views)
    for chart in charts().values():
        if not shown[chart.view]:
            continue
        spec = dashboards.draw(chart.name, shown[chart.view]).to_dict(validate=False)  # the tests validate every chart
        pictures.save(chart.name, spec)
        made.append(Drawn(chart.name, chart.says.rstrip("."), dashboards.title(spec) or chart.says, chart.view, spec))
        if chart.name == "voices":
            rows, finding = _first(discrepancies, shown[chart.view])
            spec = dashboards.draw(chart.name, rows, most=QUESTIONS, in_a_panel=LINES, finding=finding).to_dict(validate=False)
            pictures.save(OVERVIEW, spec)
            made.append(Drawn(OVERVIEW, "", dashboards.title(spec), chart.view, spec))
    if made:
        pictures.library()
    return made


def _figure(voice: Row) -> tuple[object, ...]:
    """A voice's figure, as a discrepancy gives it and as the view does, whose words are fit to be shown."""
    return plain(voice["voice"]), *(voice[field] for field in ("low", "high", "bound", "basis", "party", "category"))


def _first(discrepancies: Sequence[Row], voices: Sequence[Row]) -> tuple[list[Row], str]:
    """The voices of the first discrepancies whose figures differ, conflicts if there are any, and the title of their picture."""
    of: defaultdict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in voices:
        of[row["event_id"], row["metric"], *_figure(row)].append(row)
    found: dict[tuple[str, str], dict[int, Row]] = {}
    severity = None
    for flagged in discrepancies:  # in their order: conflicts first
        if flagged["kind"] in ABOUT_NO_FIGURE:
            continue
        of_event = flagged["event_id"], flagged["metric"]
        rows = {id(row): row for voice in flagged["voices"] for row in of[*of_event, *_figure(voice)]}
        if len({(row["low"], row["high"], row["bound"]) for row in rows.values()}) < 2:
            continue
        severity = severity or flagged["severity"]
        key = flagged["event_id"], flagged["metric"]
        if flagged["severity"] != severity or (len(found) == QUESTIONS and key not in found):
            break
        found.setdefault(key, {}).update(rows)
    metrics = list(dict.fromkeys(lines.label(metric) for _, metric in found))
    named = " and ".join(part for part in (", ".join(metrics[:-1]), metrics[-1]) if part) if metrics else ""
    title = f"{'Conflicting' if severity == 'conflict' else 'Differing'} figures: {named}" if named else ""
    return [row for rows in found.values() for row in rows.values()] or list(voices), title


def night() -> dict[str, str]:
    """Each colour of a light chart with that of a dark one."""
    from metrics.dashboards import look

    colours: dict[str, str] = look.by_night()
    return colours


def embedded(spec: Spec) -> str:
    """The chart as JSON that can stand inside a page's script element, whatever documents put into it."""
    return json.dumps(spec, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _fit_to_be_shown(views: Mapping[str, Sequence[Row]]) -> dict[str, list[Row]]:
    """The rows of each view with what documents say in them fit to be shown; the same words over and over are looked at once."""
    fit = cache(plain)

    def shown(value: Any) -> Any:
        if isinstance(value, str):
            return fit(value)
        if isinstance(value, dict):
            return {name: shown(inner) for name, inner in value.items()}
        return [shown(inner) for inner in value] if isinstance(value, list) else value

    return {view: [{name: shown(value) for name, value in row.items()} for row in rows] for view, rows in views.items()}


@cache
def _library() -> str:
    from metrics.dashboards import library

    bundle: str = library()
    return bundle
