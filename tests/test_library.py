"""`metrics.open`: what a notebook gets of a database."""

from __future__ import annotations

from pathlib import Path

import altair
import polars
import pytest

import metrics
from metrics.library import Record
from metrics.model import Mistake
from metrics.rows import CLAIM_FIELDS


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    from metrics.claims import catalogue
    from metrics.cli.loading import load_paths
    from metrics.folders import folder

    db = tmp_path_factory.mktemp("library") / "samples.duckdb"
    load_paths([str(folder("seeds") / "reports")], db, catalogue.load(), 1, quiet=True)
    return metrics.open(db)


def test_claims_are_a_frame_of_the_contracts_fields(record: Record) -> None:
    frame = record.claims()
    assert isinstance(frame, polars.DataFrame)
    assert tuple(frame.columns) == CLAIM_FIELDS
    children = record.claims("children_listed", speaker_side="RU")
    assert len(children)
    assert set(children["metric"]) == {"children_listed"}
    assert set(children["speaker_side"]) == {"RU"}


def test_discrepancies_and_their_voices(record: Record) -> None:
    found = record.discrepancies()
    assert len(found) == 8
    one = record.discrepancies("children_listed", severity="conflict")
    voices = record.voices(one["id"][0])
    assert len(voices) > 1
    assert set(voices["id"]) == {one["id"][0]}


@pytest.mark.parametrize("table", ["figures", "reports", "events"])
def test_the_tables_have_a_method(record: Record, table: str) -> None:
    assert len(getattr(record, table)()) == record.sql(f"select count(*) as n from {table}")["n"][0] > 0


def test_a_chart_is_altairs(record: Record) -> None:
    assert isinstance(record.chart("voices"), altair.TopLevelMixin)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda record: record.chart("nothing"), "there is no chart 'nothing'"),
        (lambda record: record.claims(colour="red"), "claims has no column 'colour'; it has claim_id,"),
        (lambda record: record.table("nothing"), "has no table 'nothing'"),
        (lambda record: record.sql("delete from claims"), "only a SELECT"),
        (lambda record: record.sql("select * from record"), "record"),  # no variable of the caller's
        (lambda record: metrics.open(record.db.with_name("none.duckdb")), "there is no such database"),
    ],
)
def test_mistakes_are_one_line(record: Record, ask: object, said: str) -> None:
    assert callable(ask)
    with pytest.raises(Mistake, match=said) as caught:
        ask(record)
    assert "\n" not in str(caught.value)


def test_a_load_can_run_beside_it(record: Record, tmp_path: Path) -> None:
    from metrics.store import Store

    with Store(record.db):
        pass  # nothing holds the file
    assert repr(record) == f"metrics.open({str(record.db)!r})"
