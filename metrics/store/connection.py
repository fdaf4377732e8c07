"""Opening a database file, and the SQL that lives in files. Every failure is a StoreError of one line."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from metrics.folders import folder
from metrics.model import Mistake

VERSION = "4"
PATIENCE = 10.0  # seconds that a reader or writer waits for another process to let go of the file
_HOLDER = re.compile(r"PID (\d+)")
_READS = re.compile(r"^-- Reads:(.*)$", re.MULTILINE)
_KEPT = re.compile(r"^-- Kept (by realm|as a view)", re.MULTILINE)
_WORD = re.compile(r"\w+")
_COLUMN = re.compile(r'^    "?(\w+)"? \w')
_WAY_OUT = "`parley load` the same reports into a new --db"


class StoreError(Mistake):
    """What is wrong with a database or a query, in one line."""


class QueryError(StoreError):
    """What is wrong with a user's statement, or why it was stopped, in one line."""


def one_line(error: Exception) -> str:
    """The first line that says something of DuckDB's message."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__


def statement(*parts: str) -> str:
    """The text of a file under sql/."""
    return folder("sql").joinpath(*parts).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Judgement:
    """A file of sql/views or sql/steps: a bare SELECT under a header."""

    name: str
    select: str
    kept: bool  # in the database, for readers: a file of sql/views; a step lasts as long as the judging
    how: str  # *by realm*, *whole* (a table made anew every time) or *as a view* (made when it is asked for)
    needs: frozenset[str]

    @property
    def path(self) -> str:
        """Where it stands, for a message."""
        return f"sql/{'views' if self.kept else 'steps'}/{self.name}.sql"


@cache
def judgements() -> tuple[Judgement, ...]:
    """What sql/steps and sql/views make of the claims, each after those that its header says it reads."""
    texts = {path.stem: (parent, path.read_text(encoding="utf-8")) for parent in ("steps", "views") for path in _files(parent)}
    found = {}
    for name, (parent, text) in texts.items():
        how = _KEPT.search(text)
        found[name] = Judgement(name, text, parent == "views", how[1] if how else "whole", frozenset(reads(text)))
    order = TopologicalSorter({name: sorted(found[name].needs & found.keys()) for name in sorted(found)}).static_order()
    return tuple(found[name] for name in order)


@cache
def views() -> tuple[tuple[str, str], ...]:
    """Name and SELECT of each view under sql/views, which are what the database has of the judgements."""
    return tuple((one.name, one.select) for one in judgements() if one.kept)


def _files(name: str) -> list[Path]:
    return sorted(Path(str(path)) for path in folder("sql").joinpath(name).glob("*.sql"))


def reads(text: str) -> set[str]:
    """The tables and views that a view's header says it reads."""
    return {word for line in _READS.findall(text) for word in _WORD.findall(line)}


@cache
def queries(*parts: str) -> tuple[tuple[str, str], ...]:
    """Name and text of each query in a folder of sql/."""
    return tuple((path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder("sql").joinpath(*parts).glob("*.sql")))


def connect(path: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the file, waiting up to `PATIENCE` seconds where another process holds it. Raises StoreError."""
    if read_only and not path.exists():
        raise StoreError(f"{path}: there is no such database; `parley load` makes one")
    if path.is_dir():
        raise StoreError(f"{path}: is a folder, not a database")
    if not read_only:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path}: its folder cannot be made: {error.strerror}") from None
        if path.exists() and path.stat().st_size == 0:
            raise StoreError(f"{path}: is an empty file, not a database; remove it or choose another --db")
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only, config={"python_enable_replacements": False})
        except duckdb.Error as error:
            message = str(error)
            if "lock" in message and time.monotonic() < give_up:
                time.sleep(0.1)
                continue
            raise StoreError(f"{path}: {_why(message, error)}") from None


def _why(message: str, error: Exception) -> str:
    if "lock" in message:
        holder = _HOLDER.search(message)
        return f"is in use by another process{f' ({holder.group(1)})' if holder else ''}; try again when it has ended"
    if "not a valid DuckDB" in message:
        return "is not a DuckDB database"
    if "Permission denied" in message:
        return "permission denied"
    if "different configuration" in message:
        return "is open in this process in another mode"
    return f"cannot be opened: {one_line(error)}"


def recognise(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Whether the database is Parley's, of this version; False where it is empty. Raises StoreError where it is another's."""
    tables = {str(name) for (name,) in connection.execute(statement("store", "tables_there.sql")).fetchall()}
    if not tables:
        return False
    facts: dict[str, str] = {}
    if "meta" in tables:
        try:
            facts = dict(connection.execute(statement("store", "facts.sql")).fetchall())
        except duckdb.Error:
            facts = {}
    if facts.get("application") != "parley":
        raise StoreError(f"{path}: is a DuckDB database, but not one of Parley's; choose another --db")
    if facts.get("version") != VERSION:
        version = f"tables {facts.get('version')}, here {VERSION}"
        raise StoreError(f"{path}: was made by another version of Parley ({version}); {_WAY_OUT}")
    there = set(connection.execute(statement("store", "columns_there.sql")).fetchall())
    for table, column in stored():
        if (table, column) not in there:
            raise StoreError(f"{path}: was made by another version of Parley (it has no {table}.{column}); {_WAY_OUT}")
    return True


@cache
def stored() -> tuple[tuple[str, str], ...]:
    """Table and column of all that sql/tables.sql makes, in its order."""
    found, table = [], ""
    for line in statement("tables.sql").splitlines():
        if line.startswith("create table "):
            table = line.split()[2]
        elif column := _COLUMN.match(line):
            found.append((table, column[1]))
    return tuple(found)
