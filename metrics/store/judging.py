"""Judgements: what sql/views say of the claims, kept as tables, so that reading them costs nothing."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import duckdb

from metrics import origins, reviews
from metrics.folders import folder
from metrics.store.connection import StoreError, one_line, reads, statement, views
from metrics.store.dictionary import comment

LOG = logging.getLogger("parley")
Lines = Sequence[tuple[object, ...]]
ASKED = "-- Kept as a view"  # in a view's header: its rows are made when they are asked for, and not kept as a table


def judge(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes every judgement anew, inside the caller's transaction."""
    _renew(connection, "policy", policy())
    _renew(connection, "origins", _origins(connection))
    connection.execute(statement("store", "forget_judgements.sql"))
    make_judgements(connection)
    connection.execute(statement("store", "remember.sql"))
    comment(connection)


def make_judgements(connection: duckdb.DuckDBPyConnection) -> None:
    """Every view of sql/views as a table or view, from claims, policy and origins."""
    for name, select in views():
        try:
            judged = connection.sql(select)
            if ASKED in select:
                judged.create_view(name)
            else:
                judged.create(name)
        except duckdb.Error as error:
            raise StoreError(f"sql/views/{name}.sql: {one_line(error)}") from None


def review_lines(path: Path) -> Lines:
    """The reviews beside a database as rows of review_lines; what is broken among them is told to the log."""
    sound, broken = reviews.read(reviews.beside(path))
    for problem in broken:
        LOG.warning("%s: %s", problem.origin, problem.message)
    return [reviews.row(number, review) for number, review in sound]


def join_reviews(connection: duckdb.DuckDBPyConnection, lines: Lines, writable: bool) -> None:
    """Makes anew what hangs on the reviews, where they are not those of the last time; for this connection alone where it cannot write."""
    if sorted(connection.execute(statement("store", "review_lines.sql")).fetchall()) == sorted((line[0], line[1]) for line in lines):
        return
    connection.execute(statement("store", "forget_reviewed.sql" if writable else "hide_reviewed.sql"))
    _renew(connection, "review_lines", lines)
    for name, select in views():
        if name in reviewed():
            relation = connection.sql(select)
            relation.create(name) if writable else relation.insert_into(name)
    if writable:
        comment(connection)


@cache
def reviewed() -> frozenset[str]:
    """The views that read review_lines, at any remove, and are kept as tables."""
    found = {"review_lines"}
    for name, select in views():
        if found & set(reads(select)):
            found.add(name)
    return frozenset(name for name, select in views() if name in found and ASKED not in select)


def policy() -> list[tuple[str, str, str, float | None, bool | None, str | None]]:
    """seeds/policy.toml as rows: section, name, field, and the value as a number, a truth value or a word."""
    return [
        (section, name, field, *_typed(value))
        for section, entries in _toml(folder("seeds") / "policy.toml").items()
        for name, fields in entries.items()
        for field, value in fields.items()
    ]


def catalogue() -> list[tuple[object, ...]]:
    """The metrics that seeds/metrics names: key, title, what it asks, unit."""
    files = sorted((folder("seeds") / "metrics").glob("*.toml"))
    return [(file.stem, *(_toml(file).get(field) for field in ("title", "asks", "unit"))) for file in files]


def _toml(path: Path) -> dict[str, dict[str, dict[str, object]]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StoreError(f"{path}: cannot be read: {error}") from None


def _typed(value: object) -> tuple[float | None, bool | None, str | None]:
    if isinstance(value, bool):
        return None, value, None
    return (float(value), None, None) if isinstance(value, int | float) else (None, None, str(value))


def _renew(connection: duckdb.DuckDBPyConnection, table: str, records: Sequence[tuple[object, ...]]) -> None:
    connection.execute(statement("store", f"empty_{table}.sql"))
    appender = connection.appender(table)
    appender.append_rows(records)
    appender.flush()


def _origins(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    found = connection.execute(statement("store", "report_texts.sql")).fetchall()
    writers = {report_id: writer for report_id, _, writer, _ in found}
    return list(origins.origins(((report_id, _own(text, others)) for report_id, text, _, others in found), writers).items())


def _own(text: str, others: list[list[int]]) -> str:
    """The text without the slices that are not its own prose."""

    def kept() -> Iterator[str]:
        at = 0
        for start, end in others:
            yield text[at:start]
            at = max(at, end)
        yield text[at:]

    return " ".join(kept())
