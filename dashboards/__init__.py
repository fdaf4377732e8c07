"""The charts: a file each, with the view that it draws and `draw(rows, dark)`, which gives an Altair chart. `save` writes one to a file."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import altair
import vl_convert
from altair.utils.schemapi import debug_mode

from metrics.dashboards import look

VEGA_LITE = ".".join(altair.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
SCALE = 2.0  # pixels of a PNG for each of the chart's own
_PAINTED = re.compile(r'\b(fill|stroke)="(#[0-9a-fA-F]{6})"')
FORMATS = (".html", ".png", ".svg", ".json")

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src {policy}; style-src 'unsafe-inline'; img-src data: blob:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ margin: 1rem; font-family: sans-serif; background: {background} }} #chart {{ overflow-x: auto }}</style>
</head>
<body>
<div id="chart" role="img" aria-label="{title}"></div>
<script type="application/json" id="spec">{spec}</script>
<script>{library}</script>
<script>{start}</script>
</body>
</html>
"""
# The interpreter for expressions, since a page from documents that others wrote should not be allowed to evaluate text as code.
_START = (
    'vegaEmbed("#chart", JSON.parse(document.getElementById("spec").textContent),'
    ' {renderer: "svg", ast: true, actions: {export: true, source: false, compiled: false, editor: false}});'
)


def draw(name: str, rows: Iterable[Mapping[str, Any]], dark: bool = False, **how: Any) -> altair.TopLevelMixin:
    """The chart of that name, of the rows of its view, `how` as its module takes. Raises ModuleNotFoundError where there is none."""
    module = import_module(f"{__name__}.{name}")
    with debug_mode(False):  # else Altair holds every part against the schema again each time it copies it; the tests do so once
        chart: altair.TopLevelMixin = module.draw(rows, dark=dark, **how)
    return chart


def save(chart: altair.TopLevelMixin, *paths: Path) -> None:
    """Writes the chart to each path: a page that works offline (.html), a picture (.png, .svg), or Vega-Lite (.json).

    Raises ValueError for another ending.
    """
    for path in paths:
        if path.suffix.lower() not in FORMATS:
            raise ValueError(f"{path}: a chart is saved as {', '.join(FORMATS)}")
    kinds = {path: path.suffix.lower() for path in paths}
    spec = chart.to_dict(validate=False)  # the tests hold every chart against the schema; it takes as long as drawing
    picture = svg(spec) if {".png", ".svg"} & set(kinds.values()) else ""
    for path, kind in kinds.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_drawn(spec, picture, kind))


def _drawn(spec: dict[str, Any], picture: str, kind: str) -> bytes:
    if kind == ".png":
        return vl_convert.svg_to_png(picture, scale=SCALE)
    if kind == ".svg":
        return picture.encode()
    if kind == ".json":
        return (json.dumps(spec, ensure_ascii=False, indent=1) + "\n").encode()
    return page(spec).encode()


def svg(spec: dict[str, Any]) -> str:
    """The picture of a chart as text. What it costs is the measuring of its words, so that a dark one is had by `by_night`."""
    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    return drawn


def by_night(picture: str) -> str:
    """A picture (SVG) that was drawn light, in the colours of a dark page."""
    night = look.by_night()
    return _PAINTED.sub(lambda found: f'{found[1]}="{night.get(found[2], found[2])}"', picture)


def library() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script, for pages that must work with no network; it is bundled once for each version."""
    kept = _cache() / f"vega-embed-{VEGA_LITE}-{version('vl-convert-python')}.js"
    with suppress(OSError, UnicodeDecodeError):
        return kept.read_text(encoding="utf-8")
    script = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", vl_version=VEGA_LITE)
    with suppress(OSError):  # it can be made again
        kept.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=kept.parent, delete=False, encoding="utf-8") as file:
            file.write(script)
        Path(file.name).replace(kept)
    return script


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "parley"


def title(spec: dict[str, Any]) -> str:
    """The title of a chart as one line."""
    told = spec.get("title", "")
    text = told.get("text", "") if isinstance(told, dict) else told
    return " ".join(map(str, text)) if isinstance(text, list) else str(text)


def page(spec: dict[str, Any]) -> str:
    """A page that draws the chart with nothing from the network. What documents say stands in it as data, so that none of it can run."""
    script = library()
    return _PAGE.format(
        policy=" ".join(f"'sha256-{_digest(part)}'" for part in (script, _START)),
        title=html.escape(title(spec)),
        background=html.escape(str(spec.get("config", {}).get("background", "white"))),
        spec=json.dumps(spec).replace("<", "\\u003c"),
        library=script,
        start=_START,
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
