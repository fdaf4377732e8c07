"""What a user says of events: names, merges and splits, applied at every judging, undone with their lines."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from metrics.store import Store
from tests.sql.made_claims import batch as made

SWAP = {"metric": "prisoners_exchanged", "sides": "RU-UA", "basis": "per_side", "status": "completed"}
CLAIMS = [
    {"low": 390, "event_from": "5-23", "event_to": "5-23", "published": "5-23", **SWAP},
    {"low": 205, "event_from": "5-06", "event_to": "5-06", "published": "5-06", **SWAP},
]
LATER = [{"low": 206, "event_from": "5-06", "event_to": "5-06", "published": "5-07", **SWAP, "report": "later"}]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "e.duckdb"
    with Store(path) as store:
        store.load(made(CLAIMS))
    return path


def judge(db: Path, text: str | None = None) -> dict[str, str]:
    """The names of the events by their ids, after a judging with this file, or with that of the last time."""
    if text is not None:
        db.with_suffix(".events.toml").write_text(text, encoding="utf-8")
    with Store(db) as store:
        store.load([])
        return {str(row["event_id"]): str(row["event"]) for row in store.events()}


def claims(db: Path) -> list[Any]:
    return [row["claim_id"] for row in Store(db, read_only=True).frame("claims").sort("event_from").to_dicts()]


def test_a_name_holds_until_its_line_goes(db: Path) -> None:
    before = judge(db)
    first, second = before
    assert judge(db, f'[[event]]\nevent = "{second}"\nname = "The first day"') == {first: before[first], second: "The first day"}
    with Store(db) as store:
        store.load(made(LATER))
    assert judge(db)[second] == "The first day"
    judge(db, "")
    assert judge(db)[second] == before[second]


def test_events_merged_are_one_and_take_the_first_id(db: Path) -> None:
    before = judge(db)
    first, second = before
    assert judge(db, f'[[event]]\nmerge = ["{second}", "{first}"]\nname = "All of May"') == {second: "All of May"}
    with Store(db) as store:
        store.load(made(LATER))
        assert [row["claims"] for row in store.events()] == [3]
        store.judge()
        assert [row["claims"] for row in store.events()] == [3]
    assert len(judge(db, "")) == 2


def test_claims_split_are_an_event_of_their_own(db: Path) -> None:
    with Store(db) as store:
        store.load(made(LATER))
        (event,) = [str(row["event_id"]) for row in store.events() if row["claims"] == 2]
        claim = str(store.event_claims(event)[1]["claim_id"])
        assert [row["kind"] for row in store.discrepancies()] == ["value_conflict"]
    told = judge(db, f'[[event]]\nsplit = {{ event = "{event}", claims = ["{claim}"], name = "Another" }}')
    assert len(told) == 3
    assert "Another" in told.values()
    with Store(db) as store:
        assert store.discrepancies() == []
    assert len(judge(db, "")) == 2


def test_a_file_that_was_there_first_is_applied(db: Path, tmp_path: Path) -> None:
    _, second = judge(db)
    other = tmp_path / "other.duckdb"
    other.with_suffix(".events.toml").write_text(f'[[event]]\nevent = "{second}"\nname = "Early"', encoding="utf-8")
    with Store(other) as store:
        store.load(made(CLAIMS))
        assert "Early" in [row["event"] for row in store.events()]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('event = "e-0"\nname = "x"', "there is no event 'e-0'"),
        ('claims = ["c-0"]', "there is no claim 'c-0'"),
        ('merge = ["{0}"]', "'merge' takes two events or more"),
        ('merge = ["{0}", "e-0"]', "there is no event 'e-0'"),
        ('split = {{ event = "{1}", claims = ["{claim}"] }}', "is not one of the event"),
        ('event = "{0}"', "gives the event no name"),
        ('event = "{0}"\nclaims = ["{claim}"]', "takes one of event, claims, merge and split"),
        ('evnt = "{0}"', "'evnt' means nothing here"),
        ('claims = ["{claim}"]\n[[event]]\nclaims = ["{claim}"]', "is in two events"),
    ],
)
def test_a_wrong_entry_is_told_in_a_line_and_the_rest_counts(db: Path, entry: str, told: str, caplog: pytest.LogCaptureFixture) -> None:
    first, second = judge(db)
    text = entry.format(first, second, claim=claims(db)[0])
    with caplog.at_level(logging.WARNING, logger="parley"):
        names = judge(db, f'[[event]]\n{text}\n[[event]]\nevent = "{second}"\nname = "Sound"')
        with Store(db) as store:
            store.judge()
    assert "Sound" in names.values()
    assert all("\n" not in message for message in caplog.messages)
    assert any("e.events.toml: [[event]]" in message and told in message for message in caplog.messages)


def test_a_file_that_is_no_toml_applies_nothing(db: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = judge(db)
    assert judge(db, "[[event\n") == before
    with Store(db) as store:
        store.judge()
    assert any("e.events.toml: is no TOML" in message for message in caplog.messages)
