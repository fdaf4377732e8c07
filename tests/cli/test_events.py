"""`parley events` as a user meets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Done

REPORTS = Path(__file__).resolve().parents[2] / "docs" / "reports.jsonl"
Parley = Callable[..., Done]


@pytest.fixture
def db(parley: Parley, tmp_path: Path) -> str:
    path = str(tmp_path / "events.duckdb")
    assert parley("load", str(REPORTS), "--db", path, "--processes", "1").code == 0
    return path


def listed(parley: Parley, *arguments: str) -> list[dict[str, Any]]:
    done = parley("events", *arguments, "--format", "json")
    assert done.code == 0, done.err
    rows: list[dict[str, Any]] = json.loads(done.out)
    return rows


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--kind", "deployment"), ["troops massed as of 29 May – 1 June 2025, RU-UA"]),
        (("--metric", "bodies_repatriated"), ["exchange of bodies of 11–16 June 2025, RU-UA"]),
        (("--event", "exchange of 19 April", "--kind", "exchange", "--sides", "ua"), ["claims of it"]),
        (("--sides", "IL-UA"), []),
    ],
)
def test_filters(db: str, parley: Parley, filters: tuple[str, ...], expected: list[str]) -> None:
    rows = listed(parley, "--db", db, *filters)
    if "--event" in filters:  # one alone: its claims
        assert [(row["stage"], row["low"]) for row in rows] == [("completed", 246.0)]
    else:
        assert [row["event"] for row in rows] == expected


def test_the_page_counts_and_the_event_shows_its_claims(db: str, parley: Parley) -> None:
    page = parley("events", "--db", db).out
    assert "exchange of 23–25 May 2025, RU-UA" in page
    assert "6 claims in 6 reports of 5 origins; 2 notes" in page
    assert max(map(len, page.splitlines())) <= 80
    event = " ".join(parley("events", "--db", db, "--event", "23–25 May").out.split())
    assert "carries out the deal of 16 May 2025: prisoners exchanged, 1,000 each side agreed, 1,000 each side delivered" in event
    assert event.index("agreed 23–25 May 2025: 1,000 prisoners") < event.index("completed 23 May 2025: 390 prisoners each side")


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (("--kind", "wedding"), "there is no event of kind 'wedding'"),
        (("--metric", "weddings"), "there is no metric 'weddings'"),
        (("--event", "e-0"), "there is no such event 'e-0'"),
    ],
)
def test_a_filter_that_means_nothing(db: str, parley: Parley, filters: tuple[str, str], told: str) -> None:
    done = parley("events", "--db", db, *filters)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_no_rows_keep_their_columns(db: str, parley: Parley) -> None:
    assert parley("events", "--db", db, "--sides", "IL-UA", "--format", "csv").out.startswith("event_id,event,")
    assert parley("events", "--db", db, "--sides", "IL-UA").out == "No events.\n"


def test_the_events_file_beside_the_database_names_merges_and_splits(db: str, parley: Parley) -> None:
    def reload(text: str) -> tuple[dict[str, str], str]:
        Path(db).with_suffix(".events.toml").write_text(text, encoding="utf-8")
        done = parley("load", str(REPORTS), "--db", db, "--processes", "1")
        assert done.code == 0
        return {row["event_id"]: row["event"] for row in listed(parley, "--db", db)}, done.err

    before, told = reload("")
    assert told.count("events.toml") == 0
    exchange, april = (next(key for key, name in before.items() if day in name) for day in ("23–25 May", "exchange of 19 April"))
    claims = listed(parley, "--db", db, "--event", exchange)

    named, _ = reload(f'[[event]]\nevent = "{exchange}"\nname = "The thousand"')
    assert named == before | {exchange: "The thousand"}

    merged, _ = reload(f'[[event]]\nmerge = ["{exchange}", "{april}"]\nname = "Spring"')
    assert merged == {key: "Spring" if key == exchange else name for key, name in before.items() if key != april}
    assert len(listed(parley, "--db", db, "--event", exchange)) == len(claims) + 1

    split, _ = reload(f'[[event]]\nsplit = {{ event = "{exchange}", claims = ["{claims[0]["claim_id"]}"], name = "One claim" }}')
    assert sorted(split.values()) == sorted([*before.values(), "One claim"])

    kept, told = reload(f'[[event]]\nevent = "e-0"\nname = "Nothing"\n\n[[event]]\nevent = "{exchange}"\nname = "The thousand"')
    assert kept == before | {exchange: "The thousand"}
    assert [line for line in told.splitlines() if "events.toml" in line and "e-0" in line] != []

    assert reload("")[0] == before
