"""`parley sql`: tables, named questions, and what is said where they are asked for wrongly."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Parley = Callable[..., Any]


def test_the_tables_fit_eighty_columns(parley: Parley, db: Path) -> None:
    done = parley("sql", "--tables", "--db", db)
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 80
    assert done.out.startswith("Start here:\n\nreports ")
    assert "claims" in done.out


def test_the_columns_of_a_table(parley: Parley, db: Path) -> None:
    done = parley("sql", "--tables", "claims", "--db", db)
    assert max(map(len, done.out.splitlines())) <= 80
    assert done.out.startswith("claims: One row is a figure under a metric")
    assert "\nquote               text      The evidence: the sentence, verbatim.\n" in done.out


def test_tables_as_json(parley: Parley, db: Path) -> None:
    rows = json.loads(parley("sql", "--tables", "claims", "--db", db, "-f", "json").out)
    assert rows[0]["column"] == "claim_id"
    assert all(row["means"] for row in rows)


def test_the_named_questions(parley: Parley, db: Path) -> None:
    listed = parley("sql", "--named", "--db", db)
    assert "timeline: What was said of an event, and when?\n" in listed.out
    assert "    --param event=text; the event's id, or a part of its name (needed)\n" in listed.out
    assert max(map(len, listed.out.splitlines())) <= 80
    rows = json.loads(parley("sql", "--named", "who_says", "--param", "metric=prisoners_exchanged", "--db", db, "-f", "json").out)
    assert [(row["low"], row["bound"]) for row in rows] == [(1000, "exact"), (1200, "up_to")]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "a select is missing; or list the questions with --named, the tables with --tables"),
        (["--named", "nonsense"], 2, "there is no question 'nonsense'"),
        (["--tables", "nonsense"], 2, "there is no table 'nonsense'; `parley sql --tables` lists them"),
        (["--named", "--tables"], 2, "choose one"),
        (["select 1", "--param", "a=b"], 2, "goes with --named NAME"),
        (["--named", "talks", "--param", "round"], 2, "'round' is not as KEY=VALUE"),
        (["--named", "talks", "--param", "round=1", "--param", "round=2"], 2, "'round' is given twice"),
        (["--named", "talks", "--param", "round=x"], 2, "is no integer"),
    ],
)
def test_mistakes(parley: Parley, db: Path, arguments: list[str], code: int, said: str) -> None:
    done = parley("sql", *arguments, "--db", db)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_the_questions_are_listed_without_a_database(parley: Parley, tmp_path: Path) -> None:
    assert parley("sql", "--named", "--db", tmp_path / "none.duckdb").code == 0
    assert "there is no such database" in parley("sql", "--tables", "--db", tmp_path / "none.duckdb").err


def test_rows_of_many_columns_are_shown_one_field_a_line() -> None:
    from metrics.cli.output import records

    lines = records(["name", "quote"], [["a", "word " * 30], [None, "b"]], 40)
    assert lines[0] == "-- 1 ".ljust(40, "-") + "\n"
    assert max(len(line) for text in lines for line in text.splitlines()) <= 40
    assert "".join(lines).endswith("-- 2 -----------------------------------\nquote  b\n")
    assert records(["a", "b"], [], 40) == ["no rows; columns: a, b\n"]


def test_export(parley: Parley, db: Path, tmp_path: Path) -> None:
    done = parley("export", tmp_path / "out", "--db", db)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(f"as CSV and Parquet in {tmp_path / 'out'}\n")
    assert (tmp_path / "out" / "datapackage.json").exists()
    again = parley("export", tmp_path / "out", "--db", db)
    assert (again.code, again.out) == (1, "")
    assert "--force" in again.err
