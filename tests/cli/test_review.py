"""`parley review`, `reviews` and `best`, from the command line."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from metrics.folders import folder

Parley = Callable[..., Any]  # conftest's


@pytest.fixture(scope="module")
def db(parley: Parley, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the sample reports, which disagree over several things."""
    path = tmp_path_factory.mktemp("samples") / "parley.duckdb"
    assert parley("load", folder("seeds") / "reports", "--db", path).code == 0
    return path


@pytest.fixture
def mine(db: Path, tmp_path: Path) -> Path:
    """A database of one's own, with nothing reviewed."""
    return Path(shutil.copy(db, tmp_path / "mine.duckdb"))


@pytest.fixture
def found(parley: Parley, mine: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(parley("discrepancies", "--db", mine, "--format", "json").out)
    assert rows
    return rows


def table(parley: Parley, mine: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(parley("review", "--template", "--db", mine).out)))


def filled(path: Path, rows: list[dict[str, str]], delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_decision_is_shown_everywhere(parley: Parley, mine: Path, found: list[dict[str, Any]]) -> None:
    row = found[0]
    claim = row["voices"][0]["claim_ids"][0]
    done = parley("review", row["id"], "--decision", "prefer", "--claim", claim[:10], "--note", "Asked.", "--by", "Ann", "--db", mine)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{row['id']}: prefer, by Ann, in {mine.with_suffix('.reviews.jsonl')}\n"
    told = next(each for each in json.loads(parley("discrepancies", "--db", mine, "--format", "json").out) if each["id"] == row["id"])
    assert (told["review"]["decision"], told["review"]["claim_id"], told["review"]["by"]) == ("prefer", claim, "Ann")
    assert "Reviewed: Ann prefers" in parley("discrepancies", "--db", mine).out
    assert "Reviewed: Ann prefers" in parley("review", row["id"], "--db", mine).out
    listed = parley("reviews", "--db", mine).out
    assert "stands" in listed
    assert "Asked." in listed
    assert json.loads(parley("best", "--ground", "reviewer", "--db", mine, "--format", "json").out)


def test_a_decided_conflict_is_no_open_one(parley: Parley, mine: Path, found: list[dict[str, Any]]) -> None:
    def open_ones() -> set[str]:
        return {row["id"] for row in json.loads(parley("sql", "--named", "conflicts", "--db", mine, "--format", "json").out)}

    conflicts = {row["id"] for row in found if row["severity"] == "conflict"}
    assert open_ones() == conflicts
    decided = min(conflicts)
    assert parley("review", decided, "--decision", "range", "--note", "Both hold.", "--by", "Ann", "--db", mine).code == 0
    assert open_ones() == conflicts - {decided}
    assert parley("review", decided, "--undo", "--by", "Ann", "--db", mine).code == 0
    assert open_ones() == conflicts


def test_the_choices(parley: Parley, mine: Path, found: list[dict[str, Any]]) -> None:
    done = parley("review", found[0]["id"][:6], "--db", mine)
    assert done.code == 0
    assert all(voice["claim_ids"][0] in done.out for voice in found[0]["voices"])
    assert "Reviewed: not yet." in done.out


def test_undo(parley: Parley, mine: Path, found: list[dict[str, Any]]) -> None:
    name = found[0]["id"]
    parley("review", name, "--decision", "range", "--by", "Ann", "--db", mine)
    parley("review", name, "--decision", "dismissed", "--by", "Bo", "--db", mine)
    done = parley("review", name, "--undo", "--by", "Ann", "--db", mine)
    assert done.out.startswith(
        f"{name}: dismissed, decided by Bo, is taken back; the decision before it holds again: Ann takes it for a range"
    )
    assert parley("review", name, "--undo", "--by", "Ann", "--db", mine).out == f"{name}: range, decided by Ann, is taken back\n"
    assert parley("review", name, "--undo", "--db", mine).code == 2
    assert len(mine.with_suffix(".reviews.jsonl").read_text().splitlines()) == 4
    assert [row["state"] for row in json.loads(parley("reviews", "--db", mine, "--format", "json").out)] == ["undone", "undone"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_filled_in_and_loaded_back(
    delimiter: str, parley: Parley, mine: Path, found: list[dict[str, Any]], tmp_path: Path
) -> None:
    rows = table(parley, mine)
    assert {row["id"] for row in rows} == {row["id"] for row in found}
    rows[0] |= {"decision": "Prefer", "claim": rows[0]["choices"].partition(":")[0], "note": "=seen, at last", "by": "Ann"}
    rows[1] |= {"decision": "range"}
    path = filled(tmp_path / "filled.csv", rows, delimiter)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())  # as spreadsheets save it
    done = parley("review", "--from", path, "--by", "Bo", "--db", mine)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("2 decisions recorded, in ")
    told = json.loads(parley("reviews", "--db", mine, "--format", "json").out)
    assert {(row["discrepancy_id"], row["decision"], row["by"], row["note"]) for row in told} == {
        (rows[0]["id"], "prefer", "Ann", "=seen, at last"),
        (rows[1]["id"], "range", "Bo", None),
    }
    assert parley("review", "--from", path, "--by", "Bo", "--db", mine).out.startswith("0 decisions recorded, 2 decided so already")
    assert {row["id"] for row in table(parley, mine)} == {row["id"] for row in rows[2:]}


def test_every_bad_row_is_named_and_nothing_is_written(parley: Parley, mine: Path, found: list[dict[str, Any]], tmp_path: Path) -> None:
    name, other = found[0]["id"], found[1]["id"]
    path = tmp_path / "bad.csv"
    lines = [
        "id,decision,claim,note", f'{name},range,,"two\nlines"', f"{name},dismissed,,", f"{other},perhaps,,", f"{other},prefer,,",
        f"{other},prefer,c-none,", f"{other},range,c-1,", "d-none,range,,", f"{other},,c-1,", ",range,,", ",,,",
    ]  # fmt: skip
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = parley("review", "--from", path, "--by", "Ann", "--db", mine)
    assert done.code == 1
    told = done.err.splitlines()
    assert [line.removeprefix(f"parley: {path}:").partition(":")[0] for line in told[:-1]] == ["4", "5", "6", "7", "8", "9", "10", "11"]
    assert told[-1] == f"parley: {path}: nothing was recorded, since 8 rows are wrong"
    assert not mine.with_suffix(".reviews.jsonl").exists()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "is empty"),
        (b"name,decision\n", ":1: has no column 'id'"),
        (b"id,decision\n\xff,range\n", "is not UTF-8"),
        (b'id,decision\n"open,range\n', ":2: is no CSV"),
    ],
)
def test_a_table_that_is_none(text: bytes, why: str, parley: Parley, mine: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(text)
    done = parley("review", "--from", path, "--db", mine)
    assert done.code == 1
    assert why in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("d-1", "--template"), ("d-none",), ("d-none", "--decision", "range"), ("d-none", "--undo"),
        ("--template", "--decision", "range"),
        ("d-1", "--decision", "perhaps"), ("d-1", "--undo", "--decision", "range"), ("d-1", "--note", "why"), ("d-1", "--claim", "c-1"),
    ],
)  # fmt: skip
def test_a_wrong_command_line(arguments: tuple[str, ...], parley: Parley, mine: Path) -> None:
    done = parley("review", *arguments, "--db", mine)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert not mine.with_suffix(".reviews.jsonl").exists()


def test_a_claim_is_asked_for_and_must_be_there(parley: Parley, mine: Path, found: list[dict[str, Any]]) -> None:
    row = found[0]
    for more in ((), ("--claim", "c-none")):
        done = parley("review", row["id"], "--decision", "prefer", *more, "--db", mine)
        assert done.code == 2
        assert row["voices"][0]["claim_ids"][0] in done.err


def test_who_decides(parley: Parley, mine: Path, found: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Cy")
    assert ", by Cy, " in parley("review", found[0]["id"], "--decision", "range", "--db", mine).out
    monkeypatch.setenv("PARLEY_REVIEWER", "Di")
    assert ", by Di, " in parley("review", found[0]["id"], "--decision", "range", "--db", mine).out
    monkeypatch.delenv("PARLEY_REVIEWER")
    monkeypatch.delenv("GIT_AUTHOR_NAME")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "ed")
    assert ", by ed, " in parley("review", found[0]["id"], "--decision", "range", "--db", mine).out


def test_a_broken_line_is_named_on_stderr(parley: Parley, mine: Path, found: list[dict[str, Any]]) -> None:
    path = mine.with_suffix(".reviews.jsonl")
    path.write_text("\x1b[31m{\n")
    done = parley("review", found[0]["id"], "--decision", "range", "--by", "Ann", "--db", mine)
    assert done.code == 0
    assert f"parley: {path}:1: is no review (not JSON); the line stays as it is and the others count" in done.err
    assert len(path.read_text().splitlines()) == 2
    assert "stands" in parley("reviews", "--db", mine).out


def test_best(parley: Parley, db: Path) -> None:
    page = parley("best", "--db", db).out
    assert "exchange" in page
    assert max(map(len, page.splitlines())) <= 80
    rows = json.loads(parley("best", "--db", db, "--format", "json").out)
    metrics = {row["metric"] for row in rows}
    assert len(metrics) > 1
    one = sorted(metrics)[0]
    assert {row["metric"] for row in json.loads(parley("best", "--metric", one, "--db", db, "--format", "json").out)} == {one}
    event = rows[0]["event_id"]
    assert {row["event_id"] for row in json.loads(parley("best", "--event", event, "--db", db, "--format", "json").out)} == {event}
    assert json.loads(parley("best", "--side", "ua", "--db", db, "--format", "json").out)
    assert json.loads(parley("best", "--side", "IL", "--db", db, "--format", "json").out) == []
    assert parley("best", "--side", "IL", "--db", db).out == "No figures: nothing was counted of any event.\n"
    assert parley("best", "--metric", "none", "--db", db).code == 2
    assert parley("best", "--ground", "none", "--db", db).code == 2
