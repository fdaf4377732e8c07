"""Judgements: what sql/views say of the claims, kept as tables, so that reading them costs nothing."""

from __future__ import annotations

import duckdb

from metrics.store.connection import statement, views


def judge(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes every judgement anew, inside the caller's transaction."""
    there = {str(name) for (name,) in connection.execute(statement("store", "tables_there.sql")).fetchall()}
    for name, select in views():
        if name in there:
            connection.table(name).drop()
        connection.sql(select).create(name)
