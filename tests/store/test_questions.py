"""The named questions: their headers, what they take, and that what is given to them is bound and never run."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from metrics.folders import folder
from metrics.store import QueryError, Store
from metrics.store.questions import Parameter, ask, bound, question, questions
from tests.sql.made_claims import batch

NAMES = sorted(questions())


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two voices on one exchange, one of whom revises."""
    path = tmp_path_factory.mktemp("questions") / "p.duckdb"
    said = {"metric": "prisoners_exchanged", "status": "completed", "event_from": "5-23", "event_to": "5-23"}
    with Store(path) as store:
        store.load(
            batch(
                [
                    {**said, "low": 390, "speaker": "A. Speaker", "speaker_side": "UA", "published": "5-23"},
                    {**said, "low": 395, "speaker": "A. Speaker", "speaker_side": "UA", "published": "5-24"},
                    {**said, "low": 400, "speaker": "B. Speaker", "speaker_side": "RU", "published": "5-24"},
                ]
            )
        )
    return path


def test_there_are_ten_or_more() -> None:
    assert len(NAMES) >= 10
    assert {path.stem for path in (folder("sql") / "queries").iterdir()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_header_says_all_that_a_user_must_know(name: str) -> None:
    asked = questions()[name]
    assert asked.asks.endswith("?")
    assert asked.row.startswith("One row is ")
    assert asked.row.endswith(".")
    named = set(re.findall(r"\$(\w+)", asked.sql))
    assert named == {parameter.name for parameter in asked.takes}
    assert set(asked.example) <= named
    assert "order by" in asked.sql


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_answered(name: str, db: Path) -> None:
    needed = {parameter.name: "prisoners_exchanged" for parameter in questions()[name].takes if parameter.required}
    once = ask(db, name, needed)
    assert once.columns
    assert once.equals(ask(db, name, needed))


def test_what_is_asked_is_answered(db: Path) -> None:
    steps = ask(db, "revised", {"speaker": "a. sp"})
    assert steps["low"].to_list() == [390, 395]
    assert steps["earlier_low"].to_list() == [None, 390]
    assert ask(db, "who_says", {"metric": "prisoners_exchanged", "side": "RU"})["low"].to_list() == [400]
    assert ask(db, "who_says", {"metric": "prisoners_exchanged", "since": "2025-05-25"}).height == 0
    assert sorted(ask(db, "opposed", {})["low"].to_list()) == [390, 400]


@pytest.mark.parametrize("nasty", ["' or true --", "'; drop table claims; --", "%", "$metric", "x" * 100_000, "\x00", "\u202e"])
def test_what_is_given_is_bound(nasty: str, db: Path) -> None:
    assert ask(db, "timeline", {"event": nasty}).height == 0
    assert ask(db, "who_says", {"metric": nasty}).height == 0


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("nonsense", {}, "there is no question 'nonsense'; there are: calendar, conflicts, "),
        ("talks", {"colour": "red"}, "talks takes no 'colour'; it takes: sides, round"),
        ("timeline", {}, "timeline needs --param event=…: the event's id, or a part of its name"),
        ("talks", {"round": "two"}, "--param round=two: is no integer; write it in digits"),
        ("talks", {"round": "9" * 5000}, "is no integer"),
        ("talks", {"round": "9" * 30}, "is no integer"),
        ("calendar", {"since": "2 June"}, "--param since=2 June: is no date; write it as 2025-06-02"),
    ],
)
def test_mistakes_are_one_line(name: str, given: dict[str, str], said: str, db: Path) -> None:
    with pytest.raises(QueryError) as error:
        ask(db, name, given)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("text", "a=b", "a=b"),
        ("date", "2025-06-02", date(2025, 6, 2)),
        ("integer", "2", 2),
        ("number", "1.5", 1.5),
        ("boolean", "Yes", True),
        ("boolean", "false", False),
    ],
)
def test_values_by_kind(kind: str, text: str, value: object) -> None:
    assert Parameter("x", kind, None, False, "").value(text) == value


def test_defaults_are_bound() -> None:
    assert bound(question("unbound"), {}) == {"least": 2, "noun": None}
