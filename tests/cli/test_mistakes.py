"""Bad input: one clear line on stderr each, the other inputs are still loaded, and never a traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from metrics.cli.terminal import Progress
from metrics.store import Store, connection

Parley = Callable[..., Any]  # conftest's: `parley("claims", "--db", db)` → code, out, err

ALL_BYTES = bytes(range(256)) * 8


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t ", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + ALL_BYTES, ""),
        ("broken.jsonl", b'{"text": "fine"}\n{"text": \n', "#2"),
    ],
)
def test_a_bad_input_does_not_stop_the_others(
    name: str, content: bytes | None, words: str, parley: Parley, reports: Path, tmp_path: Path
) -> None:
    path, db = tmp_path / name, tmp_path / "x.duckdb"
    if content is not None:
        path.write_bytes(content)
    done = parley("load", path, reports, "--db", db)
    assert done.code == 1
    (line,) = done.err.splitlines()
    assert line.startswith(f"parley: {path}")
    assert words in line
    assert len(parley("reports", "--db", db, "--format", "jsonl").out.splitlines()) >= 2


def test_an_unreadable_file(parley: Parley, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "folder.txt"
    path.symlink_to(tmp_path / "folder.txt")  # a loop, which not even root can read
    done = parley("load", path, reports, "--db", tmp_path / "x.duckdb")
    assert done.code == 1
    assert len(done.err.splitlines()) == 1


def test_nothing_to_read_makes_no_database(parley: Parley, elsewhere: Path) -> None:
    done = parley("run", "missing.txt")
    assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 1)
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    "command", [["reports"], ["claims"], ["discrepancies"], ["check"], ["sql", "select 1"], ["chart", "voices", "-o", "v.png"]]
)
def test_no_database_yet(command: list[str], parley: Parley, elsewhere: Path) -> None:
    done = parley(*command)
    assert (done.code, done.out) == (1, "")
    assert re.fullmatch(r"parley: out/parley\.duckdb: .*parley load.*\n", done.err)
    assert list(elsewhere.iterdir()) == []


def test_a_database_that_is_not_one(parley: Parley, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    path.write_text("no database " * 1000)
    for command in (["load", reports], ["claims"]):
        done = parley(*command, "--db", path)
        assert (done.code, done.out, done.err) == (1, "", f"parley: {path}: is not a DuckDB database\n")
    assert path.read_text() == "no database " * 1000


def test_a_database_of_others(parley: Parley, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("create table claims (a integer)")
    done = parley("load", reports, "--db", path)
    assert done.code == 1
    assert "not one of Parley's" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_locked_database(parley: Parley, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    path = tmp_path / "x.duckdb"
    with Store(path):
        pass
    holder = f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        done = parley("load", reports, "--db", path)
        process.stdin.close()
    assert done.code == 1
    assert f"in use by another process ({process.pid})" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_broken_rule_file(parley: Parley, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "swaps.toml").write_text('title = "Swaps"\nasks = \n')
    done = parley("load", reports, "--db", tmp_path / "x.duckdb", "--catalogue", tmp_path / "rules")
    assert done.code == 1
    assert "swaps.toml" in done.err
    assert "line 2" in done.err
    assert len(done.err.splitlines()) == 1
    assert not (tmp_path / "x.duckdb").exists()


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["claims", "--format", "xml"], "'xml' is not one of 'table', 'csv', 'json', 'jsonl', 'parquet'"),
        (["claims", "--colour"], "--colour"),
        (["load"], "PATH"),
        (["nosuch"], "nosuch"),
        (["chart", "voices"], "--output"),
        (["chart", "voices", "-o", "v.gif"], ".html, .png, .svg or .json"),
        (["chart", "nosuch", "-o", "v.png"], "voices"),
        (["sql", "select 1", "--limit", "-1"], "--limit"),
    ],
)
def test_a_wrong_command_line(command: list[str], words: str, parley: Parley, elsewhere: Path) -> None:
    done = parley(*command)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "drop table claims",
        "delete from claims",
        "select * from read_csv('/etc/passwd')",
        "copy claims to 'x.csv'",
        "attach 'y.duckdb'",
        "install httpfs",
        "set enable_external_access = true",
        "select 1; select 2",
        "select nosuch from claims",
        "selec 1",
        "",
    ],
)
def test_a_refused_statement(statement: str, parley: Parley, db: Path, elsewhere: Path) -> None:
    done = parley("sql", statement, "--db", db)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert list(elsewhere.iterdir()) == []


def test_a_statement_that_takes_too_long(parley: Parley, db: Path) -> None:
    done = parley("sql", "select count(*) from range(100000000000) a, range(1000) b", "--db", db, "--seconds", "0.2")
    assert done.code == 2
    assert "--seconds" in done.err


def test_an_unknown_metric(parley: Parley, db: Path) -> None:
    done = parley("claims", "--metric", "sheep", "--db", db)
    assert done.code == 2
    assert "'sheep'" in done.err


def test_a_reader_who_had_enough(db: Path) -> None:
    command = [sys.executable, "-m", "metrics", "sql", "select * from range(200000)", "--limit", "200000", "--db", str(db), "--format"]
    for form in ("table", "csv", "json", "jsonl", "parquet"):
        with subprocess.Popen([*command, form], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(10)
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0


def test_what_a_file_is_called_cannot_drive_a_terminal(parley: Parley, tmp_path: Path) -> None:
    done = parley("load", tmp_path / "a\x1b[2Jb\nc.txt", "--db", tmp_path / "x.duckdb")
    assert "\x1b" not in done.err
    assert len(done.err.splitlines()) == 1


def test_progress_is_silent_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(100) as progress:
        progress.advance(50)
    assert capsys.readouterr().err == ""


def test_progress_is_a_line_now_and_then_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("time.monotonic", iter([0.0, 5.0, 11.0, 12.0]).__next__)
    with Progress(4_000_000) as progress:
        progress.advance(1_000_000)
        progress.advance(1_000_000)
        progress.advance(1_000_000)
    assert capsys.readouterr().err == "parley: 2 documents, 2.0 MB, 0.2 MB/s, 11 s left\n"


def test_progress_counts_what_is_done_with_by_its_bytes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("time.monotonic", iter([0.0, 10.5, 11.0]).__next__)
    with Progress(4_000_000) as progress:
        progress.ended(2_000_000)  # a page of much markup …
        progress.advance(50_000)  # … and little text
    assert capsys.readouterr().err == "parley: 1 document, 2.0 MB, 0.2 MB/s, 10 s left\n"


def test_progress_shows_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr("time.monotonic", iter(range(1, 100)).__next__)
    with Progress(2_000_000) as progress:
        progress.advance(1_000_000, 3)
    shown = capsys.readouterr().err
    assert "[###############               ]  50%  3 documents, 1.0 MB, " in shown
    assert shown.endswith("\r\x1b[K"), "the bar is taken away in the end"


def test_every_line_on_stderr_is_also_one_where_it_is_no_terminal(reports: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "metrics", "run", str(reports), "missing.txt"],
        cwd=tmp_path, capture_output=True, text=True, env=os.environ | {"COLUMNS": "80"},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "parley: missing.txt: no such file or folder\n"
    assert json.loads((tmp_path / "out" / "discrepancies.json").read_text()) is not None
