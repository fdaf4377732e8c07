"""Input that nobody should give, and databases as other versions left them: clear words, nothing lost."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks.synthetic import Batch, Synthetic
from metrics.model import Claim
from metrics.store import Store, StoreError
from metrics.store.questions import ask, questions

MANY = "prisoners_exchanged"


@pytest.fixture(scope="module")
def made() -> Batch:
    return [one for part in Synthetic(600, 40) for one in part]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory, made: Batch) -> Path:
    path = tmp_path_factory.mktemp("judged") / "p.duckdb"
    with Store(path) as store:
        store.load(made)
    return path


@pytest.fixture
def db(judged: Path, tmp_path: Path) -> Path:
    return shutil.copy(judged, tmp_path / "p.duckdb")


def kinds(path: Path) -> list[Any]:
    with Store(path, read_only=True) as store:
        return store.frame("discrepancies").select("kind", "event", "gap").rows()


def with_first(made: Batch, **fields: Any) -> Iterator[Any]:
    """The batch with other fields in its first claim."""
    for place, (document, (extraction,)) in enumerate(made):
        first, *rest = extraction.claims
        changed: tuple[Claim, ...] = (replace(first, **fields), *rest) if place == 0 else extraction.claims
        yield document, [replace(extraction, claims=changed)]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"low": 50.0, "high": 5.0, "bound": "range"}, {"low_not_above_high"}),
        ({"low": float("inf"), "high": float("inf")}, set()),
        ({"low": float("nan"), "high": float("nan")}, set()),
        ({"low": -5.0, "high": -5.0}, set()),
        ({"low": 1e300, "high": 1e300}, set()),
        ({"event_from": date(2025, 5, 23), "event_to": date(2025, 5, 3)}, {"event_dates_run_forward"}),
        ({"event_from": date(1, 1, 1), "event_to": date(9999, 12, 31)}, set()),
        ({"bound": "roughly"}, {"words_are_known"}),
        ({"metric": "unicorns_seen"}, {"metrics_are_known"}),
    ],
    ids=str,
)
def test_impossible_values_harm_nothing_else(tmp_path: Path, judged: Path, made: Batch, fields: dict[str, Any], told: set[str]) -> None:
    with Store(tmp_path / "p.duckdb") as store:
        store.load(with_first(made, **fields))
        assert len(store.frame("claims")) == sum(len(extraction.claims) for _, (extraction,) in made)
        assert told <= {name for name, _ in store.check()}
        for row in store.discrepancies():
            assert row["sentence"]
            assert row["why"]
    lost = set(kinds(judged)) - set(kinds(tmp_path / "p.duckdb"))
    assert len(lost) <= 1, "only what the first claim takes part in can be other"


def test_an_empty_database(tmp_path: Path) -> None:
    Store(tmp_path / "p.duckdb").close()
    with Store(tmp_path / "p.duckdb", read_only=True) as store:
        assert (store.discrepancies(), store.events(), store.agreements(), store.not_flagged(), store.check()) == ([], [], [], [], [])
    for name, question in questions().items():
        assert len(ask(tmp_path / "p.duckdb", name, question.example)) == 0


def test_one_report(tmp_path: Path, made: Batch) -> None:
    with Store(tmp_path / "p.duckdb") as store:
        store.load(made[:1])
        assert store.discrepancies() == []
        assert len(store.frame("voices")) == len({(claim.metric, claim.low, claim.basis) for claim in made[0][1][0].claims})


def test_a_catalogue_that_lost_a_metric(db: Path) -> None:
    before = kinds(db)
    with duckdb.connect(db) as connection:
        connection.execute("delete from metrics where metric = $metric", {"metric": MANY})
    with Store(db) as store:
        assert dict(store.check())["metrics_are_known"] == [{"metric": MANY}]
        assert {kind for kind, _, _ in before} == set(store.frame("discrepancies")["kind"])
        assert len(store.frame("claims").filter(store.frame("claims")["metric"] == MANY)) > 0


@pytest.mark.parametrize("statement", ["update meta set value = '3' where key = 'version'", "alter table claims drop column deal_date"])
def test_tables_of_another_version_are_refused_with_the_way_out(db: Path, statement: str) -> None:
    with duckdb.connect(db) as connection:
        connection.execute(statement)
    before = db.read_bytes()
    for read_only in (True, False):
        with pytest.raises(StoreError, match=r"made by another version of Parley .*`parley load` the same reports into a new --db"):
            Store(db, read_only)
    with pytest.raises(StoreError, match="made by another version"):
        ask(db, "timeline", {"event": "round"})
    assert db.read_bytes() == before


def test_judgements_of_another_version_are_made_anew_by_a_writer(db: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = kinds(db)
    with duckdb.connect(db) as connection:
        connection.execute("update meta set value = 'older' where key = 'judged_by'")
    with caplog.at_level(logging.WARNING, "parley"):
        assert kinds(db) == before
    assert "was judged by other rules than these; `parley load` of any report judges it anew" in caplog.text
    with duckdb.connect(db) as connection:
        connection.execute("drop table sayings; drop view voices")
    with pytest.raises(StoreError, match="was judged by another version of Parley; `parley load` of any report judges it anew"):
        Store(db, read_only=True)
    Store(db).close()
    caplog.clear()
    with caplog.at_level(logging.WARNING, "parley"):
        assert kinds(db) == before
    assert not caplog.text
