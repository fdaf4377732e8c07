"""Loading is idempotent and all or nothing; a database that is not ours is refused in one line."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from metrics import rows
from metrics.model import Claim, Document, Extraction, Figure, Report, Zone
from metrics.store import Counts, Store, StoreError
from metrics.store.asking import query
from metrics.store.connection import judgements, queries, statement, stored
from metrics.store.dictionary import header

TEXT = "Kyiv and Moscow swapped 300 prisoners each on Friday. Another 20 were promised."


def one(name: str = "a", text: str = TEXT, origin: str = "a.txt", low: float = 300) -> tuple[Document, list[Extraction]]:
    document = Document(f"doc-{name}", origin, text, "00", url=None)
    report = Report(
        f"r-{name}", document.document_id, origin, text, 0, len(text), title="A swap", publisher="The Ledger",
        published=date(2025, 5, 24), published_basis="stated", zones=(Zone(0, 4, "headline"),),
    )  # fmt: skip
    figures = (
        Figure(24, 37, low, low, "exact", "cardinal", noun="prisoners", head="prisoner"),
        Figure(62, 64, 20, 20, "exact", "cardinal"),
    )
    claim = Claim("prisoners_exchanged", 24, 37, low, low, "exact", "person", "completed", text[:53], 0, "rule", basis="per_side",
                  event_kind="exchange", sides="RU-UA", event_from=date(2025, 5, 23), event_to=date(2025, 5, 23))  # fmt: skip
    return document, [Extraction(report, figures, (claim,), (None, "unbound"))]


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [row[0] for row in connection.execute("select table_name from duckdb_tables() where not internal").fetchall()]
        return {name: sorted(connection.table(name).fetchall(), key=repr) for name in names}


def test_loads_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "p.duckdb"
    with Store(path) as database:
        assert database.load([one()]) == Counts(1, 1, 2, 1)
    before = contents(path)
    with Store(path) as database:
        assert database.load([one()]) == Counts()
        assert database.check() == []
    assert contents(path) == before


def test_second_path_is_a_sighting(tmp_path: Path) -> None:
    with Store(tmp_path / "p.duckdb") as database:
        database.load([one()])
        assert database.load([one(origin="b.txt")]) == Counts()
        assert sorted(database.frame("sightings")["origin"]) == ["a.txt", "b.txt"]
        assert database.frame("reports")["origin"].to_list() == ["a.txt"]


def test_same_report_twice_in_a_batch(tmp_path: Path) -> None:
    with Store(tmp_path / "p.duckdb") as database:
        assert database.load([one(), one(origin="b.txt")]) == Counts(1, 1, 2, 1)
        assert database.check() == []


def test_other_rules_read_anew(tmp_path: Path) -> None:
    with Store(tmp_path / "p.duckdb") as database:
        database.load([one()])
        assert database.load([one(low=310)]) == Counts(0, 1, 2, 1)
        assert database.frame("claims")["low"].to_list() == [310]
        assert database.check() == []


def test_all_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "p.duckdb"
    with Store(path) as database:
        database.load([one()])
        document, (extraction,) = one("b")
        broken = replace(extraction, claims=(replace(extraction.claims[0], event_from="never"),))  # type: ignore[arg-type]
        with pytest.raises(StoreError, match="never"):
            database.load([one("c"), (document, [broken])])
        assert database.frame("reports").height == 1
        assert database.load([one("c")]) == Counts(1, 1, 2, 1)


def test_judged_later(tmp_path: Path) -> None:
    with Store(tmp_path / "p.duckdb") as database:
        database.load([one()], judged=False)
        assert database.frame("voices").height == 0
        database.judge()
        assert database.frame("voices").height == 1


def test_frames_are_the_contracts(tmp_path: Path) -> None:
    with Store(tmp_path / "p.duckdb") as database:
        database.load([one()])
        assert database.frame("claims").columns == list(rows.CLAIM_FIELDS)
        assert database.frame("figures").columns == list(rows.FIGURE_FIELDS)
        assert database.frame("reports").columns == list(rows.REPORT_FIELDS)
        assert database.frame("claims").schema["published"] == pl.Date
        assert database.frame("figures")["reason"].to_list() == [None, "unbound"]
        assert {"event", "interval_low", "interval_high", "unit", "quote", "speaker_side"} <= set(database.frame("voices").columns)
        for name in ("documents", "events", "discrepancies"):
            assert isinstance(database.frame(name), pl.DataFrame)
        with pytest.raises(StoreError, match="no table 'nonsense'"):
            database.frame("nonsense")


@pytest.mark.parametrize(
    ("column", "value", "check"),
    [
        ("quote", "'words that nobody wrote'", "quotes_stand_in_the_text"),
        ('"end"', "100000", "spans_inside_the_report"),
        ("low", "301", "low_not_above_high"),
        ("status", "'rumoured'", "words_are_known"),
        ("bound", "'maybe'", "words_are_known"),
        ("party", "'Ukraine'", "parties_are_keys"),
        ("sides", "'UA-RU'", "parties_are_keys"),
        ("metric", "'sheep_counted'", "metrics_are_known"),
        ("unit", "'hour'", "units_are_the_metrics"),
        ("part_of", "'c-0'", "parts_have_wholes"),
        ("event_from", "date '2026-01-01'", "event_dates_run_forward"),
        ("report_id", "'r-gone'", "nothing_is_orphaned"),
    ],
)
def test_checks_find(tmp_path: Path, column: str, value: str, check: str) -> None:
    path = tmp_path / "p.duckdb"
    with Store(path) as database:
        database.load([one()])
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"update claims set {column} = {value}")
    with Store(path, read_only=True) as database:
        assert check in [name for name, _ in database.check()]


def test_checks_find_lost_and_doubled_rows(tmp_path: Path) -> None:
    path = tmp_path / "p.duckdb"
    with Store(path) as database:
        database.load([one()])
    with duckdb.connect(str(path)) as connection:
        connection.execute("insert into claims from claims")
        connection.execute("update figures set reason = null")
        connection.execute("delete from figures where start = 24")
    with Store(path, read_only=True) as database:
        assert {"ids_are_unique", "figures_have_metric_or_reason", "claims_have_figures"} <= {name for name, _ in database.check()}


def test_refuses_what_is_no_database_of_ours(tmp_path: Path) -> None:
    text, empty, foreign, old = (tmp_path / name for name in ("text.duckdb", "empty.duckdb", "foreign.duckdb", "old.duckdb"))
    text.write_text("no database\n" * 1000)
    empty.write_bytes(b"")
    with duckdb.connect(str(foreign)) as connection:
        connection.execute("create table meta (a integer)")
    Store(old).close()
    with duckdb.connect(str(old)) as connection:
        connection.execute("update meta set value = '0' where key = 'version'")
    said = {text: "not a DuckDB database", foreign: "not one of Parley's", old: "another version", tmp_path: "is a folder"}
    for path, words in said.items():
        for read_only in (False, True):
            with pytest.raises(StoreError, match=words) as caught:
                Store(path, read_only=read_only)
            assert "\n" not in str(caught.value)
            assert str(path) in str(caught.value)
    with pytest.raises(StoreError, match="empty file"):
        Store(empty)
    with pytest.raises(StoreError, match="no such database"):
        Store(tmp_path / "none.duckdb", read_only=True)
    assert text.read_text() == "no database\n" * 1000


@pytest.mark.parametrize(
    ("change", "missing"),
    [("drop table review_lines", "review_lines.line"), ("alter table claims drop as_of", "claims.as_of"), ("drop table runs", "runs.run")],
)
def test_refuses_tables_of_an_earlier_checkout(tmp_path: Path, change: str, missing: str) -> None:
    path = tmp_path / "p.duckdb"
    Store(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute(change)
    for open_it in (lambda: Store(path), lambda: Store(path, read_only=True), lambda: query(path, "select 1")):
        with pytest.raises(StoreError, match=f"it has no {missing}\\); `parley load` the same reports into a new --db") as caught:
            open_it()
        assert "\n" not in str(caught.value)


def test_tables_are_told_as_they_are_made(tmp_path: Path) -> None:
    Store(tmp_path / "p.duckdb").close()
    with duckdb.connect(str(tmp_path / "p.duckdb")) as connection:
        made = connection.execute("select table_name, column_name from duckdb_columns() where not internal").fetchall()
    assert set(stored()) <= set(made)
    assert {table for table, _ in stored()} == set(re.findall(r"^create table (\w+)", statement("tables.sql"), re.MULTILINE))
    assert len(stored()) == statement("tables.sql").count("\n    ")


def test_says_who_holds_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.duckdb"
    Store(path).close()
    code = "import sys, duckdb; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        monkeypatch.setattr("metrics.store.connection.PATIENCE", 0.3)
        with pytest.raises(StoreError, match=f"in use by another process .{holder.pid}.") as caught:
            Store(path)
        assert "\n" not in str(caught.value)
        assert holder.stdin is not None
        holder.stdin.close()
    Store(path).close()


def test_every_judgement_is_explained() -> None:
    for name, text in (*((one.name, one.select) for one in judgements()), *queries("checks")):
        assert text.startswith("-- "), name
        assert name in dict(queries("checks")) or "ne row" in header(text), name
        assert "select" in text.lower(), name
