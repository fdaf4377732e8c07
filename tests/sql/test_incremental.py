"""What is judged load by load is what is judged at once, whatever the order and the batches: a property over random splits."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks.synthetic import Synthetic
from metrics.store import Store


def told(store: Store) -> dict[str, list[Any]]:
    """What the judgements say. Events are told by their claims: their ids hang on which report came first."""
    placed = store.frame("placed_claims").select("claim_id", "event_id").rows()
    events: dict[str, list[str]] = {}
    for claim, event in sorted(placed):
        events.setdefault(event, []).append(claim)
    found: list[Any] = store.discrepancies()
    return {
        "events": sorted(events.values()),
        "names": sorted(store.frame("events")["event"].to_list()),
        "voices": sorted(store.frame("voices").select("voice", "low", "claim_id", "reports", "origins", "event").rows()),
        "rounds": sorted(map(str, store.frame("rounds").rows())),
        "discrepancies": sorted(
            (row["kind"], row["severity"], row["gap"], row["reports"], row["origins"], spoken(row))
            for row in found
        ),
        # what hangs on events is named by their claims, not by ids
        **{
            name: sorted(map(str, store.frame(name).drop("event_id", strict=False).rows()))
            for name in ("support", "event_stages", "revisions", "opposing_sides", "running_totals")
        },
    }  # fmt: skip


def spoken(row: dict[str, Any]) -> list[str]:
    return sorted(claim for voice in row["voices"] for claim in voice["claim_ids"])


@pytest.mark.parametrize("seed", range(3))
def test_load_by_load_is_at_once(tmp_path: Path, seed: int) -> None:
    batch = [one for part in Synthetic(1500, 90, seed) for one in part]
    with Store(tmp_path / "whole.duckdb") as store:
        store.load(batch)
        whole = told(store)
    chance = random.Random(seed)
    chance.shuffle(batch)
    with Store(tmp_path / "parts.duckdb") as store:
        at = 0
        while at < len(batch):
            size = chance.choice([1, 20, 150, 400])
            store.load(batch[at : at + size])
            at += size
        parts = told(store)
        assert {name: parts[name] == whole[name] for name in whole} == dict.fromkeys(whole, True)
        ids = store.frame("discrepancies")["id"].sort().to_list(), store.frame("events")["event_id"].sort().to_list()
        store.judge()
        assert told(store) == whole
        assert (store.frame("discrepancies")["id"].sort().to_list(), store.frame("events")["event_id"].sort().to_list()) == ids
    assert len({row[0] for row in whole["discrepancies"]}) > 5


def test_what_was_a_table_becomes_a_view(tmp_path: Path) -> None:
    """A database that an earlier version judged, which kept as a table what is a view now."""
    batch = [one for part in Synthetic(300, 20) for one in part]
    with Store(tmp_path / "p.duckdb") as store:
        store.load(batch)
        before = told(store)
    with duckdb.connect(tmp_path / "p.duckdb") as connection:
        connection.execute("drop view voices")
        connection.execute("create table voices as select 1 as n")
        connection.execute("update meta set value = 'older' where key = 'judged_by'")
    with Store(tmp_path / "p.duckdb") as store:
        store.judge()
        assert told(store) == before
