"""Every command on good input: what it prints, in which formats, with which exit code."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.main import get_command
from typer.testing import CliRunner

from metrics import __version__
from metrics.cli.app import app
from metrics.rows import CLAIM_FIELDS, FIGURE_FIELDS, REPORT_FIELDS

Parley = Callable[..., Any]  # conftest's: `parley("claims", "--db", db)` → code, out, err

COMMANDS = list(get_command(app).commands)  # type: ignore[attr-defined]  # a group's
FIELDS = {"reports": (*REPORT_FIELDS, "replaced_by"), "figures": FIGURE_FIELDS, "claims": CLAIM_FIELDS}


def test_help_names_every_command() -> None:
    done = CliRunner().invoke(app, ["--help"])
    assert done.exit_code == 0
    listed = [line.split()[0] for line in done.output.partition("Commands:")[2].splitlines() if line.strip()]
    assert listed == COMMANDS
    assert "..." not in done.output.partition("Commands:")[2], "what a command does is told in a line of 80 columns"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_a_database(command: str) -> None:
    done = CliRunner().invoke(app, [command, "--help"])
    assert done.exit_code == 0
    assert "--db" in done.output or command in ("extract", "metrics")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom metrics.cli import run\nassert run(['--help']) == 0\n"
        "heavy = {'polars', 'duckdb', 'altair', 'vl_convert', 'pint', 'rich'} & set(sys.modules)\nprint(sorted(heavy), file=sys.stderr)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr == "[]\n"


def test_the_command_and_the_module_are_one() -> None:
    done = subprocess.run([sys.executable, "-m", "metrics", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"parley {__version__}\n"


def test_loading_again_changes_nothing(parley: Parley, reports: Path, tmp_path: Path) -> None:
    db = tmp_path / "deeper" / "x.duckdb"
    first = parley("load", reports, "--db", db)
    assert first.out.startswith("2 documents, 2 reports, ")
    assert first.out.endswith(f"new in {db}\n")
    before = parley("claims", "--db", db, "--format", "json").out
    assert parley("load", reports / "first.txt", reports, "--db", db).out == f"nothing new in {db}\n"
    assert parley("claims", "--db", db, "--format", "json").out == before


@pytest.mark.parametrize("command", FIELDS)
def test_rows_in_every_format(command: str, parley: Parley, db: Path, tmp_path: Path) -> None:
    def printed(form: str) -> str:
        done = parley(command, "--db", db, "--format", form)
        assert (done.code, done.err) == (0, "")
        return done.out

    rows = json.loads(printed("json"))
    assert rows
    assert tuple(rows[0]) == FIELDS[command]
    assert [json.loads(line) for line in printed("jsonl").splitlines()] == rows
    assert len(list(csv.DictReader(io.StringIO(printed("csv"))))) == len(rows)
    assert len(printed("table").splitlines()) == 2 + len(rows)
    path = tmp_path / "rows.parquet"
    assert parley(command, "--db", db, "--format", "parquet", "-o", path).code == 0
    assert pl.read_parquet(path).columns == list(FIELDS[command])


def test_figures_without_a_metric_are_kept_with_the_reason(parley: Parley, db: Path) -> None:
    rows = [json.loads(line) for line in parley("figures", "--db", db, "--format", "jsonl").out.splitlines()]
    assert any(row["low"] == 12 and row["metric"] is None and row["reason"] for row in rows)
    assert all((row["metric"] is None) != (row["reason"] is None) for row in rows)


def test_the_figure_stands_where_the_claim_says(parley: Parley, db: Path, reports: Path) -> None:
    rows = [json.loads(line) for line in parley("claims", "--db", db, "--format", "jsonl").out.splitlines()]
    for row in rows:
        text = Path(row["origin"]).read_text(encoding="utf-8")
        assert row["quote"] in text
        assert any(digit.isdigit() for digit in text[row["start"] : row["end"]])
    assert {row["origin"] for row in rows} == {str(reports / "first.txt"), str(reports / "second.txt")}


def test_one_metric_alone(parley: Parley, db: Path) -> None:
    rows = json.loads(parley("claims", "--db", db, "--format", "json", "--metric", "prisoners_exchanged").out)
    assert [(row["metric"], row["low"]) for row in rows] == [("prisoners_exchanged", 1000), ("prisoners_exchanged", 1200)]


def test_metrics_lists_the_catalogue(parley: Parley) -> None:
    rows = json.loads(parley("metrics", "--format", "json").out)
    assert len(rows) >= 21
    assert {"metric": "bodies_repatriated", "unit": "body"}.items() <= next(
        row for row in rows if row["metric"] == "bodies_repatriated"
    ).items()


def test_extract_needs_no_database(parley: Parley, reports: Path, elsewhere: Path) -> None:
    done = parley("extract", reports / "second.txt", "--format", "json")
    found = json.loads(done.out)
    assert "prisoners_exchanged" in {row["metric"] for row in found["claims"]}
    assert tuple(found["claims"][0]) == CLAIM_FIELDS
    table = parley("extract", reports / "second.txt").out
    assert table.startswith("Claims\n")
    assert "\nFigures\n" in table
    assert list(elsewhere.iterdir()) == []


def test_standard_input(reports: Path, tmp_path: Path) -> None:
    with (reports / "first.txt").open() as text:
        done = subprocess.run(
            [sys.executable, "-m", "metrics", "extract", "-", "--format", "json"], stdin=text, capture_output=True, text=True, check=True
        )
    assert {row["origin"] for row in json.loads(done.stdout)["claims"]} == {"-"}


def test_discrepancies_as_table_and_json(parley: Parley, db: Path) -> None:
    found = json.loads(parley("discrepancies", "--db", db, "--format", "json").out)
    (swap,) = [one for one in found if one["metric"] == "prisoners_exchanged"]
    assert {voice["low"] for voice in swap["voices"]} == {1000, 1200}
    assert swap["sentence"].partition("RU-UA: the ")[2] in " ".join(parley("discrepancies", "--db", db).out.split())


def test_sql(parley: Parley, db: Path) -> None:
    done = parley("sql", "select metric, count(*) as n from claims group by metric order by metric", "--db", db, "--format", "csv")
    assert "prisoners_exchanged,2" in done.out.splitlines()


def test_sql_has_a_limit(parley: Parley, db: Path) -> None:
    assert len(json.loads(parley("sql", "select * from range(5000)", "--db", db, "--format", "json").out)) == 1000
    assert len(json.loads(parley("sql", "select * from range(5000)", "--db", db, "--format", "json", "--limit", "3").out)) == 3


def test_check_holds(parley: Parley, db: Path) -> None:
    done = parley("check", "--db", db)
    assert (done.code, done.out) == (0, "every check holds\n")


@pytest.mark.parametrize(("name", "start"), [("v.html", b"<!DOCTYPE html>"), ("v.png", b"\x89PNG"), ("deeper/v.SVG", b"<svg")])
def test_chart(name: str, start: bytes, parley: Parley, db: Path, tmp_path: Path) -> None:
    done = parley("chart", "voices", "-o", tmp_path / name, "--db", db)
    assert (done.code, done.out, done.err) == (0, f"{tmp_path / name}\n", "")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_run_does_it_all(parley: Parley, reports: Path, elsewhere: Path) -> None:
    done = parley("run", reports)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("2 documents, 2 reports, ")
    files = ("parley.duckdb", "discrepancies.txt", "discrepancies.html", "discrepancies.json", "voices.html", "voices.png", "voices.svg")
    assert sorted(path.name for path in (elsewhere / "out").iterdir()) == sorted(files)
    assert all(f"out/{name}" in done.out for name in files)
    assert (elsewhere / "out" / "discrepancies.txt").read_text() in done.out
    assert json.loads((elsewhere / "out" / "discrepancies.json").read_text()) == json.loads(parley("discrepancies", "--format", "json").out)


def test_the_database_can_come_from_the_environment(parley: Parley, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_DB", str(db))
    assert len(parley("reports", "--format", "jsonl").out.splitlines()) == 2
