"""Judgements: what sql/views say of the claims, kept as tables, so that reading them costs nothing."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb

from metrics import eventsfile, origins, reviews
from metrics.folders import folder
from metrics.model import content_id
from metrics.store.connection import Judgement, StoreError, judgements, one_line, statement
from metrics.store.dictionary import comment
from metrics.store.finding import readings
from metrics.versions import versions

LOG = logging.getLogger("parley")
_JUDGE_ANEW = "`parley load` of any report judges it anew"
Lines = Sequence[tuple[object, ...]]


def judge(connection: duckdb.DuckDBPyConnection, path: Path | None = None, everything: bool = False) -> None:
    """Makes the judgements of sql/views from the claims, inside the caller's transaction.

    Only the realms (one kind of event between two sides) are judged whose claims came, left or changed since the last time; all of them
    where `everything` says so, where the rules of judging are others than they were, or what a user says of events: the events file beside
    the database at `path`.
    """
    _renew(connection, "policy", policy())
    _renew(connection, "origins", _origins(connection))
    _renew(connection, "versions", [(one.report_id, one.newest_id, one.matched_by) for one in versions(readings(connection))])
    last, rules = _rules(connection)
    said = said_of_events(connection, path) if last is not None and path else eventsfile.Applied()
    others = _say_of_events(connection, said)
    _Judging(connection, first=last is None, everything=everything or last != rules or others).run()
    if path:
        said = said_of_events(connection, path)
        if _say_of_events(connection, said):  # what it speaks of was found, or lost, in this judging
            _Judging(connection, first=False, everything=True).run()
        for problem in said.problems:
            LOG.warning("%s: %s", problem.origin, problem.message)
    if last != rules:
        connection.execute(statement("store", "forget_rules.sql"))
        connection.execute(statement("store", "remember_rules.sql"), {"rules": rules})
    connection.execute(statement("store", "remember.sql"))
    comment(connection)


def is_judged(connection: duckdb.DuckDBPyConnection, path: Path, writable: bool) -> bool:
    """Whether the judgements are those of these rules; a reader is told where they are not. Raises StoreError if some lack."""
    last, rules = _rules(connection)
    if last == rules or writable:
        return last == rules
    there = {name for (name,) in connection.execute(statement("store", "judgements_there.sql")).fetchall()}
    if any(one.kept and one.name not in there for one in judgements()):
        raise StoreError(f"{path}: was judged by another version of Parley; {_JUDGE_ANEW}")
    LOG.warning("%s: was judged by other rules than these; %s", path, _JUDGE_ANEW)
    return False


def _rules(connection: duckdb.DuckDBPyConnection) -> tuple[str | None, str]:
    """The fingerprint of the rules that the judgements were made by, and that of these."""
    last = dict(connection.execute(statement("store", "facts.sql")).fetchall()).get("judged_by")
    kinds = connection.execute(statement("store", "metric_kinds.sql")).fetchall()
    return last, content_id("j", policy(), kinds, [(one.name, one.select) for one in judgements()])


def make_judgements(connection: duckdb.DuckDBPyConnection) -> None:
    """Every judgement of a database that has none yet, from claims, policy and origins."""
    _Judging(connection, first=True, everything=True).run()


class _Judging:
    """One run of the judging: its steps are made as temporary tables, and what is kept of them put in the place of what was there before.

    Where every realm is judged, what is kept is made in its place at once; else it is a temporary table first, like the steps.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, first: bool, everything: bool) -> None:
        self._connection = connection
        self._first = first
        self._everything = everything
        by_realm = {one.name for one in judgements() if not one.kept or one.how == "by realm"}
        needed = {name for one in judgements() if one.name in by_realm for name in one.needs}
        self._before = [one for one in judgements() if one.name in needed - by_realm or one.name == "typed_claims"]
        self._judged = [one for one in judgements() if one.name in by_realm and one not in self._before]
        self._after = [one for one in judgements() if one not in self._before and one not in self._judged]

    def run(self) -> None:
        """Judges what is to be judged and keeps it."""
        if not self._first:
            self._run("former_reports.sql")
        self._make(self._before)
        self._run("touch_everything.sql" if self._everything else "touch_changes.sql")
        if not self._first:
            self._run("former_dates.sql")
        dates = self._needed_for("eras")
        self._make(dates)
        if not self._everything and self._run("touch_dependents.sql"):
            _say(self._connection, "forget.sql", names=[one.name for one in dates])
            self._make(dates)
        self._run("no_former_events.sql" if self._first else "former_events.sql")
        self._make([one for one in self._judged if one not in dates])
        self._keep([one for one in (*self._before, *self._judged) if one.kept])

    def _needed_for(self, name: str) -> list[Judgement]:
        """What is made of the claims on the way to this one, itself the last."""
        needed = {name}
        for one in reversed(self._judged):
            if one.name in needed:
                needed |= one.needs
        return [one for one in self._judged if one.name in needed]

    def _run(self, file: str) -> int:
        return _run(self._connection, file)

    def _make(self, wanted: list[Judgement]) -> None:
        for one in wanted:
            if self._everything and one.kept:
                _found(self._connection, one)
            else:
                _make(self._connection, one)

    def _keep(self, made: list[Judgement]) -> None:
        if not self._everything:
            _say(self._connection, "renew.sql", names=[one.name for one in made], kinds=[one.how for one in made])
        _say(self._connection, "forget_scratch.sql")
        for one in self._after:
            if self._everything or one.how == "whole":
                _found(self._connection, one)


def said_of_events(connection: duckdb.DuckDBPyConnection, path: Path) -> eventsfile.Applied:
    """What the events file beside this database says, as far as it holds of the events found."""
    file = eventsfile.beside(path)
    entries, broken = eventsfile.read(file)
    meant = connection.execute(statement("store", "events_meant.sql"), {"ids": eventsfile.ids(entries)}).fetchall() if entries else []
    said = eventsfile.apply(file, entries, {found for _, found in meant}, dict(meant))
    said.problems[:0] = broken
    return said


def is_said(connection: duckdb.DuckDBPyConnection, said: eventsfile.Applied) -> bool:
    """Whether the events were judged by just this."""
    rows = [(what, *row) for what in ("names", "merges", "splits") for row in getattr(said, what)]
    return sorted(rows) == sorted(connection.execute(statement("store", "event_lines.sql")).fetchall())


def _say_of_events(connection: duckdb.DuckDBPyConnection, said: eventsfile.Applied) -> bool:
    """Keeps what a user says of events for the judging; whether it is other than before."""
    if is_said(connection, said):
        return False
    for what in ("names", "merges", "splits"):
        _renew(connection, f"event_{what}", getattr(said, what))
    return True


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
    if not writable:
        connection.execute(statement("store", "hide_review_lines.sql"))
    _renew(connection, "review_lines", lines)
    for one in judgements():
        if one.name in reviewed():
            _found(connection, one) if writable else _make(connection, one)
    if writable:
        comment(connection)


@cache
def reviewed() -> frozenset[str]:
    """The judgements that read review_lines, at any remove."""
    found = {"review_lines"}
    for one in judgements():
        if found & one.needs:
            found.add(one.name)
    return frozenset(found - {"review_lines"})


def _make(connection: duckdb.DuckDBPyConnection, one: Judgement) -> None:
    """Makes a judgement for this connection alone."""
    with _named(one):
        _say(connection, "make_scratch.sql", name=one.name, kind="view" if one.how == "as a view" else "table", select=one.select)


def _found(connection: duckdb.DuckDBPyConnection, one: Judgement) -> None:
    """Makes a judgement in the database, in the place of what bears its name."""
    with _named(one):
        _say(connection, "found_judgement.sql", name=one.name, kind=one.how, select=one.select)


@contextmanager
def _named(one: Judgement) -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise StoreError(f"{one.path}: {one_line(error)}") from None


def _run(connection: duckdb.DuckDBPyConnection, file: str) -> int:
    """Runs a file's statements; how many rows the last one wrote."""
    rows: list[tuple[object, ...]] = []
    for part in connection.extract_statements(statement("store", file)):
        rows = connection.execute(part).fetchall()
    return int(str(rows[0][0])) if rows else 0


def _say(connection: duckdb.DuckDBPyConnection, file: str, **given: object) -> None:
    """Runs the statements that a file's query gives."""
    for (line,) in connection.execute(statement("store", file), given).fetchall():
        connection.execute(line)


def policy() -> list[tuple[str, str, str, float | None, bool | None, str | None]]:
    """seeds/policy.toml as rows: section, name, field, and the value as a number, a truth value or a word."""
    return [
        (section, name, field, *_typed(value))
        for section, entries in _toml(folder("seeds") / "policy.toml").items()
        for name, fields in entries.items()
        for field, value in fields.items()
    ]


def catalogue() -> list[tuple[object, ...]]:
    """The metrics that seeds/metrics names: a row each of the table `metrics`."""
    files = {file.stem: _toml(file) for file in sorted((folder("seeds") / "metrics").glob("*.toml"))}
    words, flags = ("title", "asks", "unit", "family"), ("toll", "asked")
    return [
        (key, *(file.get(word) for word in words), file.get("subject", "people"), *(file.get(flag, False) for flag in flags))
        for key, file in files.items()
    ]


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
    if not others:
        return text

    def kept() -> Iterator[str]:
        at = 0
        for start, end in others:
            yield text[at:start]
            at = max(at, end)
        yield text[at:]

    return " ".join(kept())
