"""A user's own question: read-only, fenced in from files and the network, limited in rows, time and memory."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl

from metrics.store.connection import QueryError, connect, one_line, recognise
from metrics.store.judging import is_judged, join_reviews, review_lines

_PLAIN = {"BOOLEAN": pl.Boolean, "DATE": pl.Date, "DOUBLE": pl.Float64, "INTEGER": pl.Int64, "BIGINT": pl.Int64, "VARCHAR": pl.String}


def query(
    path: Path | str,
    sql: str,
    limit: int = 1000,
    seconds: float = 30.0,
    memory: str = "2GB",
    parameters: Mapping[str, object] | None = None,
) -> pl.DataFrame:
    """At most `limit` rows of one SELECT, within `seconds` and `memory` (as *2GB*). Raises QueryError for whatever is refused.

    `parameters` are bound to the statement's `$names`.
    """
    path = Path(path)
    connection = connect(path, read_only=True)
    timer = threading.Timer(seconds, connection.interrupt)
    try:
        if recognise(connection, path):
            is_judged(connection, path, writable=False)
            join_reviews(connection, review_lines(path), writable=False)
        _fence(connection, memory)
        _refuse_all_but_a_select(connection, sql)
        timer.start()
        answer = connection.sql(sql, params=dict(parameters) if parameters else None)
        if answer is None:
            raise QueryError("refused: only a SELECT may be asked")
        answer = answer.limit(limit)
        return _frame(answer.columns, [str(kind) for kind in answer.types], answer.fetchall())
    except duckdb.InterruptException:
        raise QueryError(f"the query took longer than {seconds:g} s and was stopped; ask for less, or raise --seconds") from None
    except duckdb.OutOfMemoryException:
        raise QueryError(f"the query needs more than {memory} of memory and was stopped; ask for less, or raise --memory") from None
    except duckdb.PermissionException as error:
        raise QueryError(f"refused: a query can touch nothing outside the database: {one_line(error)}") from None
    except duckdb.Error as error:
        raise QueryError(one_line(error)) from None
    finally:
        timer.cancel()
        connection.close()


def _fence(connection: duckdb.DuckDBPyConnection, memory: str) -> None:
    try:
        connection.execute("set memory_limit = $memory", {"memory": memory})
    except duckdb.Error:
        raise QueryError(f"{memory!r} is no amount of memory; write it as 2GB or 500MB") from None
    connection.execute("set temp_directory = ''")  # so that nothing is written to disk and the memory limit holds
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def _refuse_all_but_a_select(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise QueryError(f"one statement at a time, please: here are {len(statements)}")
    if statements[0].type != duckdb.StatementType.SELECT:
        raise QueryError(f"refused: only a SELECT may be asked, not {statements[0].type.name}")


def _frame(names: list[str], kinds: list[str], rows: list[tuple[object, ...]]) -> pl.DataFrame:
    return pl.DataFrame([_column(name, kinds[i], [row[i] for row in rows]) for i, name in enumerate(names)])


def _column(name: str, kind: str, values: list[object]) -> pl.Series:
    try:
        return pl.Series(name, values, dtype=_PLAIN.get(kind), strict=False)
    except (TypeError, ValueError, OverflowError, pl.exceptions.PolarsError):
        return pl.Series(name, [None if value is None else str(value) for value in values], dtype=pl.String)
