"""One thing by its id, out of an open database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import duckdb

from metrics.model import Report, Zone
from metrics.store.connection import statement
from metrics.versions import Reading


def claim(connection: duckdb.DuckDBPyConnection, claim_id: str) -> dict[str, Any] | None:
    """The claim's row."""
    return _row(connection, "claim_by_id.sql", claim_id)


def report(connection: duckdb.DuckDBPyConnection, report_id: str) -> Report | None:
    """The report as it was extracted, text and zones included."""
    row = _row(connection, "report_by_id.sql", report_id)
    if row is None:
        return None
    zones = tuple(Zone(zone["start"], zone["end"], zone["kind"]) for zone in row.pop("zones") or ())
    return Report(**{field.name: row[field.name] for field in fields(Report) if field.name in row}, zones=zones)


def readings(connection: duckdb.DuckDBPyConnection) -> list[Reading]:
    """The reports that can be versions of one another."""
    answer = connection.execute(statement("store", "readings.sql"))
    names = [str(column[0]) for column in answer.description or []]
    found = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    return [Reading(**{**row, "paths": tuple(row["paths"]), "places": tuple(row["places"])}) for row in found]


def _row(connection: duckdb.DuckDBPyConnection, name: str, wanted: str) -> dict[str, Any] | None:
    answer = connection.execute(statement("store", name), {"id": wanted})
    names = [str(column[0]) for column in answer.description or []]
    row: Mapping[str, Any] | None = next((dict(zip(names, found, strict=True)) for found in answer.fetchall()), None)
    return dict(row) if row is not None else None
