"""What the database's tables and columns are: sql/dictionary.toml and the headers of sql/views, written into the database as comments."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

import duckdb

from metrics.folders import folder
from metrics.store.connection import statement, views


@dataclass(frozen=True)
class Dictionary:
    """The data dictionary. A column's entry under `table.column` wins over the one under its name alone."""

    start: tuple[str, ...]  # the tables that a reader meets first
    keys: Mapping[str, tuple[str, ...]]  # by table: what tells its rows apart
    refers: Mapping[str, str]  # by column: the table whose row it names
    words: Mapping[str, tuple[str, ...]]  # by column: the words that it can hold
    meanings: Mapping[str, str]  # by column or table.column


@cache
def dictionary() -> Dictionary:
    """The dictionary as sql/dictionary.toml has it."""
    told = tomllib.loads((folder("sql") / "dictionary.toml").read_text(encoding="utf-8"))
    return Dictionary(
        start=tuple(told["start"]),
        keys={table: tuple(columns) for table, columns in told["keys"].items()},
        refers=told["refers"],
        words={column: tuple(words) for column, words in told["words"].items()},
        meanings=told["columns"] | told["columns_of"],
    )


def header(sql: str) -> str:
    """The sentences at the head of an SQL file, without the lines that say how it is kept and what it reads and takes."""
    lines = (line.removeprefix("-- ") for line in takewhile(lambda line: line.startswith("-- "), sql.splitlines()))
    return " ".join(line for line in lines if not line.startswith(("Kept as a view", "Kept by realm", "Reads: ", "Takes: ")))


def comment(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes the comments of all tables and columns, where they are not what they should be."""
    meanings = dictionary().meanings
    rows = {name: header(select) for name, select in views()}
    told = {"tables": list(rows), "rows": list(rows.values()), "columns": list(meanings), "meanings": list(meanings.values())}
    for (line,) in connection.execute(statement("store", "comments.sql"), told).fetchall():
        connection.execute(line)
