"""The charts of dashboards/, each as a picture to keep and as data that its page draws."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from metrics.folders import folder

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


def modules() -> dict[str, str]:
    """The name of each chart with the view that it draws."""
    found = {}
    for file in sorted(folder("dashboards").glob("*.py")):
        module = importlib.import_module(f"metrics.dashboards.{file.stem}")
        if file.stem != "__init__" and hasattr(module, "VIEW"):
            found[file.stem] = module.VIEW
    return found


def draw(views: Mapping[str, Sequence[Mapping[str, Any]]], into: Path) -> list[Drawn]:
    """Draws every chart that has something to draw, saves it as NAME.svg, and writes the script that all their pages share."""
    from metrics.dashboards import save

    drawn = []
    for name, view in modules().items():
        if not views.get(view):
            continue
        module = importlib.import_module(f"metrics.dashboards.{name}")
        chart = module.draw(views[view])
        save(chart, into / f"{name}.svg")
        light, dark = chart.to_dict(), module.draw(views[view], dark=True).to_dict()
        about = str(module.__doc__).strip().partition(":")[0].partition("\n")[0].rstrip(".")
        drawn.append(Drawn(name, about, title(light) or about, view, light, dark))
    if drawn:
        (into / "vega.js").write_text(_library(), encoding="utf-8")
    return drawn


def title(spec: Spec) -> str:
    """The title of a chart as one line."""
    told = spec.get("title", "")
    text = told.get("text", "") if isinstance(told, dict) else told
    return " ".join(text) if isinstance(text, list) else str(text)


def embedded(spec: Spec) -> str:
    """The chart as JSON that can stand inside a page's script element, whatever documents put into it."""
    return json.dumps(spec, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@cache
def _library() -> str:
    from metrics.dashboards import library

    return library()
