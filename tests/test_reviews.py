"""The file of reviews: what is appended is read again, whatever else stands in the file."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from metrics import reviews
from metrics.model import Mistake
from metrics.reviews import Preferred, Review

PREFER = Review(
    at=datetime(2025, 6, 5, 9, 30, tzinfo=UTC), by="Ann", decision="prefer", discrepancy="d-1", kind="value_conflict",
    metric="drones_launched", event="attack of 1 June 2025", figures="10.0 10.0 exact, 12.0 12.0 exact",
    claims=("c-1", "c-2"), note="Saw the list — 12.", claim="c-2",
    preferred=Preferred(12.0, 12.0, "exact", party="RU"),
)  # fmt: skip
RANGE = replace(PREFER, decision="range", by="Bo", note=None, claim=None, preferred=None)


def lines(path: Path) -> list[Review]:
    return [review for _, review in reviews.read(path)[0]]


def test_no_file_has_no_lines(tmp_path: Path) -> None:
    assert reviews.read(tmp_path / "none.jsonl") == ([], [])


def test_a_line_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "x.reviews.jsonl"
    reviews.append(path, [PREFER, RANGE])
    reviews.append(path, [reviews.undo(RANGE, "Ann", "too soon")])
    first, second, third = lines(path)
    assert (first, second) == (PREFER, RANGE)
    assert (third.decision, third.undoes, third.by, third.note) == ("undo", RANGE.review_id, "Ann", "too soon")
    assert json.loads(path.read_text().splitlines()[0])["at"] == "2025-06-05T09:30:00Z"


def test_a_line_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    reviews.append(path, [PREFER])
    path.write_bytes(path.read_bytes() * 2)
    assert lines(path) == [PREFER]


def sound(**changes: object) -> str:
    told = {
        "at": "2025-06-05T09:30:00Z", "by": "Ann", "decision": "range", "discrepancy": "d-1", "kind": "value_conflict",
        "metric": "m", "event": "e", "figures": "1 1 exact", "claims": ["c-1"],
    } | changes  # fmt: skip
    return json.dumps({key: value for key, value in told.items() if value is not None})


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"at": "2025-06-05', "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "not a JSON object"),
        (sound(by=None), "no 'by'"),
        (sound(by=7), "no 'by'"),
        (sound(decision="prefers"), "no decision 'prefers'"),
        (sound(decision="prefer"), "no preferred figure"),
        (sound(decision="prefer", preferred={"low": "1"}), "no figure in 'preferred'"),
        (sound(decision="prefer", preferred={"low": 1, "high": 1, "bound": "exact", "party": 3}), "no figure in 'preferred'"),
        (sound(decision="undo"), "not said what it undoes"),
        (sound(at="yesterday"), "no time 'at'"),
        (sound(claims=[]), "no list of claims"),
        (sound(claims="c-1"), "no list of claims"),
        (sound(note="\ud800"), "not UTF-8"),
        (sound(note=float("nan")), "Out of range"),
    ],
)
def test_a_broken_line_is_named_and_kept(line: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(sound(note="first") + "\n" + line + "\n", encoding="utf-8")
    reviews.append(path, [PREFER])
    found, broken = reviews.read(path)
    assert [number for number, _ in found] == [1, 3]
    (problem,) = broken
    assert problem.origin == f"{path}:2"
    assert why in problem.message
    assert line in path.read_text()


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"\xff\xfe\x00\n" + sound().encode())
    assert [len(part) for part in reviews.read(path)] == [1, 1]


def test_what_a_crash_left_spoils_no_other_line(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(sound()[:40], encoding="utf-8")
    reviews.append(path, [PREFER])
    assert lines(path) == [PREFER]


def test_many_writers_at_once(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    made = [replace(PREFER, note=f"{i} " + "long " * 2000) for i in range(60)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda review: reviews.append(path, [review, replace(review, by="Bo")]), made))
    found, broken = reviews.read(path)
    assert broken == []
    assert {review for _, review in found} == {*made, *(replace(review, by="Bo") for review in made)}


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="cannot be written"):
        reviews.append(tmp_path, [PREFER])
    with pytest.raises(Mistake, match="cannot be read"):
        reviews.read(tmp_path)


def test_beside_the_database() -> None:
    assert reviews.beside(Path("out/parley.duckdb")) == Path("out/parley.reviews.jsonl")
