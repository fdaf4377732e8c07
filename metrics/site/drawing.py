"""The charts of dashboards/, each as a picture to keep and as data that its page draws."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from metrics.charts import charts
from metrics.report.page import plain

Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart: its name, what it shows, the finding that is its title, the view that it draws, and what draws it on light and dark."""

    name: str
    about: str
    title: str
    view: str
    light: Spec
    dark: Spec


def drawn(views: Mapping[str, Sequence[Mapping[str, Any]]], into: Path) -> list[Drawn]:
    """Draws every chart that has something to draw, saves it as NAME.svg, and writes the script that all their pages share."""
    from metrics import dashboards

    made = []
    shown: dict[str, list[dict[str, Any]]] = {}
    for chart in charts().values():
        if not views[chart.view]:
            continue
        if chart.view not in shown:
            shown[chart.view] = [{name: _shown(value) for name, value in row.items()} for row in views[chart.view]]
        rows = shown[chart.view]
        light, dark = (dashboards.draw(chart.name, rows, dark) for dark in (False, True))
        dashboards.save(light, into / f"{chart.name}.svg")
        spec = light.to_dict(validate=False)  # `save` has
        made.append(Drawn(chart.name, chart.says.rstrip("."), _title(spec) or chart.says, chart.view, spec, dark.to_dict(validate=False)))
    if made:
        (into / "vega.js").write_text(_library(), encoding="utf-8")
    return made


def embedded(spec: Spec) -> str:
    """The chart as JSON that can stand inside a page's script element, whatever documents put into it."""
    return json.dumps(spec, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _shown(value: Any) -> Any:
    """The value with what documents say in it fit to be shown."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {name: _shown(inner) for name, inner in value.items()}
    return [_shown(inner) for inner in value] if isinstance(value, list) else value


def _title(spec: Spec) -> str:
    """The title of a chart as one line."""
    told = spec.get("title", "")
    text = told.get("text", "") if isinstance(told, dict) else told
    return " ".join(map(str, text)) if isinstance(text, list) else str(text)


@cache
def _library() -> str:
    from metrics.dashboards import library

    bundle: str = library()
    return bundle
