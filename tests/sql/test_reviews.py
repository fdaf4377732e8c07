"""What becomes of a decision as claims come in, and the best figures: tiny tables of claims, judged."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from metrics import deciding, reviews
from metrics.reviews import Review
from metrics.store import Store, query
from tests.sql.made_claims import JUNE, MAY, batch

ONE = {"low": 1000, "by": "One", **MAY}
OTHER = {"low": 880, "by": "Other", **MAY}
Claims = list[dict[str, Any]]


def load(db: Path, claims: Claims) -> None:
    with Store(db) as store:
        store.load(batch([{"report": claim.get("by"), **claim} for claim in claims]))


def disputes(db: Path) -> list[dict[str, Any]]:
    with Store(db, read_only=True) as store:
        shown: list[dict[str, Any]] = store.discrepancies()
        about = {row["id"]: row for row in store.disputes()}
    return [row | {"figures": about[row["id"]]["figures"], "claims": about[row["id"]]["claim_ids"]} for row in shown]


def decide(db: Path, decision: str, low: float | None = None, kind: str | None = None, by: str = "Ann") -> Review:
    """A decision on the only discrepancy (of a kind), appended to the file; `low` names the figure preferred."""
    (dispute,) = (row for row in disputes(db) if kind in (None, row["kind"]))
    claim = next((voice["claim_ids"][0] for voice in dispute["voices"] if voice["low"] == low), None)
    made = deciding.decide(dispute, decision, claim, "seen", by)
    reviews.append(reviews.beside(db), [made])
    return made


def states(db: Path) -> list[str]:
    with Store(db, read_only=True) as store:
        return list(store.reviews()["state"])


def best(db: Path, **where: object) -> list[tuple[Any, ...]]:
    rows = query(db, "select * from best_figures").to_dicts()
    return [(row["low"], row["best"], row["high"], row["ground"]) for row in rows if all(row[key] == value for key, value in where.items())]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "x.duckdb"
    load(path, [ONE, OTHER])
    return path


def test_a_decision_is_shown_and_outlives_a_new_judging(db: Path) -> None:
    assert [row["review"] for row in disputes(db)] == [None]
    decide(db, "prefer", 880)
    for _ in range(2):
        (row,) = disputes(db)
        assert {field: row["review"][field] for field in ("decision", "by", "note", "state")} == {
            "decision": "prefer", "by": "Ann", "note": "seen", "state": "stands",
        }  # fmt: skip
        assert row["review"]["said"].startswith("Ann prefers 880 people each side (")
        assert states(db) == ["stands"]
        with Store(db) as store:
            store.judge()


def test_a_new_witness_of_the_same_figures_changes_nothing(db: Path) -> None:
    decide(db, "range")
    load(db, [{**OTHER, "by": "Third"}])
    (row,) = (row for row in disputes(db) if row["kind"] == "value_conflict")
    assert (len(row["voices"]), row["review"]["state"]) == (3, "stands")


def test_new_figures_open_it_again(db: Path) -> None:
    decide(db, "prefer", 1000)
    load(db, [{**OTHER, "low": 700, "by": "Third"}])
    (row,) = disputes(db)
    assert row["review"]["state"] == "reopened"
    assert "figures have changed: 700 is new." in row["review"]["said"]
    assert states(db) == ["reopened"]
    assert best(db) == [(700, None, 1000, "conflict")]
    decide(db, "range")
    assert states(db) == ["replaced", "stands"]


def test_the_last_decision_counts_until_it_is_undone(db: Path) -> None:
    decide(db, "unconfirmed")
    second = decide(db, "dismissed", by="Bo")
    assert states(db) == ["replaced", "stands"]
    reviews.append(reviews.beside(db), [reviews.undo(second, "Ann", None)])
    assert states(db) == ["stands", "undone"]
    assert [row["review"]["decision"] for row in disputes(db)] == ["unconfirmed"]


def test_a_decision_whose_claims_are_gone_is_kept(db: Path, tmp_path: Path) -> None:
    decide(db, "range")
    other = tmp_path / "other.duckdb"
    load(other, [{**ONE, "low": 5}])
    shutil.copy(reviews.beside(db), reviews.beside(other))
    assert states(other) == ["not found"]


def test_kinds_are_decided_one_by_one(tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    load(db, [ONE, OTHER, {**ONE, "by": "Third", "category": "soldier"}])
    decide(db, "dismissed", kind="category_shift")
    assert {row["kind"]: (row["review"] or {}).get("decision") for row in disputes(db)} == {
        "value_conflict": None,
        "category_shift": "dismissed",
    }


def test_the_database_moves_with_its_file(db: Path, tmp_path: Path) -> None:
    decide(db, "prefer", 880)
    with Store(db):
        pass
    there = tmp_path / "there"
    there.mkdir()
    for path in (db, reviews.beside(db)):
        shutil.move(path, there)
    assert states(there / "x.duckdb") == ["stands"]
    reviews.beside(there / "x.duckdb").unlink()
    assert states(there / "x.duckdb") == []
    assert [row["review"] for row in disputes(there / "x.duckdb")] == [None]


def test_a_reader_joins_on_what_the_database_does_not_know(db: Path) -> None:
    before = db.read_bytes()
    decide(db, "prefer", 880)
    assert query(db, "select review, review_state from discrepancies").rows() == [("prefer", "stands")]
    assert best(db) == [(880, 880, 1000, "reviewer")]
    assert db.read_bytes() == before
    Store(db).close()
    assert db.read_bytes() != before
    assert best(db) == [(880, 880, 1000, "reviewer")]


def test_a_broken_line_is_told_and_the_rest_counts(db: Path, caplog: pytest.LogCaptureFixture) -> None:
    decide(db, "range")
    path = reviews.beside(db)
    path.write_text("{\n" + path.read_text())
    assert states(db) == ["stands"]
    assert f"{path}:1: is no review" in caplog.text


BEST: dict[str, tuple[Claims, list[tuple[Any, ...]]]] = {
    "one origin": ([ONE], [(1000, 1000, 1000, "one_origin")]),
    "two that agree": ([ONE, {**ONE, "by": "Other"}], [(1000, 1000, 1000, "all_origins")]),
    "an exact one and one that is about it": (
        [ONE, {**ONE, "by": "Other", "bound": "about"}],
        [(900, 1000, 1100, "all_origins")],
    ),
    "a vague word that covers it": (
        [ONE, {**ONE, "by": "Other", "low": 300, "high": 1500, "bound": "vague"}],
        [(300, 1000, 1500, "all_origins")],
    ),
    "a vague word elsewhere": ([ONE, {**ONE, "by": "Other", "low": 200, "high": 900, "bound": "vague"}], [(200, None, 1000, "conflict")]),
    "two that differ": ([ONE, OTHER], [(880, None, 1000, "conflict")]),
    "two that could both be true": ([ONE, {**OTHER, "low": 1200, "bound": "up_to"}], [(1000, None, 1200, "differ")]),
    "a bound alone": ([{**ONE, "bound": "over"}], [(1000, None, None, "bounded")]),
    "more than a number that another gives": ([ONE, {**ONE, "by": "Other", "bound": "over"}], [(1000, None, None, "differ")]),
    "above and below": (
        [{**ONE, "bound": "over"}, {**ONE, "by": "Other", "bound": "under"}],
        [(None, None, None, "conflict")],
    ),
    "a range": ([{**ONE, "low": 2, "high": 3, "bound": "range"}], [(2, None, 3, "bounded")]),
    "a voice's later figure": (
        [{**OTHER, "by": "One"}, {**ONE, "published": "5-27", "report": "later"}],
        [(1000, 1000, 1000, "one_origin")],
    ),
    "copies are one origin": (
        [{**ONE, "written_by": "Wire"}, {**ONE, "by": "Other", "written_by": "Wire"}],
        [(1000, 1000, 1000, "one_origin")],
    ),
    "in all and each side": (
        [ONE, {**ONE, "by": "Other", "low": 2000, "basis": "total"}],
        [(1000, 1000, 1000, "one_origin"), (2000, 2000, 2000, "one_origin")],
    ),
    "in all or each side": (
        [ONE, {**ONE, "by": "Other", "basis": "total"}],
        [(1000, None, 1000, "conflict"), (1000, None, 1000, "conflict")],
    ),
    "agreed and done": (
        [{**ONE, **JUNE}, {**ONE, "event_from": "6-9", "event_to": "6-9", "low": 600}],
        [(600, 600, 600, "one_origin"), (1000, 1000, 1000, "one_origin")],
    ),
    "unknown and known": (
        [ONE, {**ONE, "by": "Other", "category": "soldier"}],
        [(1000, 1000, 1000, "one_origin"), (1000, 1000, 1000, "one_origin")],
    ),
    "days of one exchange": (
        [{**ONE, "event_to": "5-23", "low": 390}, {**OTHER, "event_from": "5-24", "event_to": "5-24", "low": 307}],
        [(307, 307, 307, "one_origin"), (390, 390, 390, "one_origin")],
    ),
    "what is denied": ([{**ONE, "status": "denied"}], []),
    "a part of no category": ([{**ONE, "part": True}], []),
}


@pytest.mark.parametrize(("claims", "expected"), BEST.values(), ids=BEST)
def test_best(claims: Claims, expected: list[tuple[Any, ...]], tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    with Store(db) as store:
        store.load(batch(claims))
    assert sorted(best(db), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (lambda db: decide(db, "prefer", 880), (880, 880, 1000, "reviewer")),
        (lambda db: decide(db, "range"), (880, None, 1000, "range")),
        (lambda db: decide(db, "unconfirmed"), (880, None, 1000, "unconfirmed")),
        (lambda db: decide(db, "dismissed"), (880, None, 1000, "differ")),
    ],
)
def test_best_after_a_decision(db: Path, decided: Callable[[Path], Review], expected: tuple[Any, ...]) -> None:
    decided(db)
    assert best(db) == [expected]


def test_the_other_figure_is_preferred(tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    load(db, [ONE, {**ONE, "by": "Other", "basis": "total"}])
    (dispute,) = disputes(db)
    claim = next(voice["claim_ids"][0] for voice in dispute["voices"] if voice["basis"] == "per_side")
    reviews.append(reviews.beside(db), [deciding.decide(dispute, "prefer", claim, None, "Ann")])
    assert best(db, basis="per_side") == [(1000, 1000, 1000, "reviewer")]
    assert best(db, basis="total") == [(1000, None, 1000, "elsewhere")]


def test_counts(tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    sided = [("One", "UA"), ("Two", "RU"), ("Three", "RU"), ("Four", "third"), ("Five", None)]
    load(db, [{**ONE, "by": by, "speaker": by, "speaker_side": side} for by, side in sided])
    (row,) = query(db, "select origins, speaking_sides, reports, voices from best_figures").rows()
    assert row == (5, 2, 5, 5)
