"""What the database says of itself: its tables, views and columns with their comments."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from metrics.store.asking import query
from metrics.store.connection import statement
from metrics.store.dictionary import dictionary

_ALL = 1_000_000  # rows


def tables(path: Path | str) -> pl.DataFrame:
    """A row for each table and view: name, kind, rows (null for a view), start, one_row. Raises StoreError."""
    return query(path, statement("store", "tables_told.sql"), _ALL, parameters={"start": list(dictionary().start)})


def columns(path: Path | str, table: str) -> pl.DataFrame:
    """A row for each column of a table: column, type, required, means. Raises StoreError."""
    return query(path, statement("store", "columns_told.sql"), _ALL, parameters={"name": table})
