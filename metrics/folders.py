"""Where seeds/, sql/ and dashboards/ are: inside the installed package, else beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` (seeds, sql, dashboards) of this installation. Raises FileNotFoundError where it is missing."""
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"parley's folder {name}/ is missing from {_PACKAGE}")
