"""Parley: figures in news about prisoner exchanges and peace talks, extracted, compared and shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from metrics.library import Record

__version__ = "0.1.0"

# In a checkout, seeds/, sql/ and dashboards/ stand beside the package; in a wheel they stand inside it.
_root = Path(__file__).resolve().parent.parent
if (_root / "dashboards").is_dir() and not (Path(__file__).parent / "dashboards").is_dir():
    __path__.append(str(_root))


def open(db: str | Path = "out/parley.duckdb") -> Record:
    """A database that `parley load` or `parley run` made: its claims and discrepancies as polars frames, its charts as Altair's."""
    from metrics.library import Record

    return Record(db)
