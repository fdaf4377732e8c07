"""Judgements hang on the claims, not on the order or the batches in which they came; ids outlive a new witness."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from metrics.model import Document, Extraction
from metrics.store import Store
from tests.sql.made_claims import DELIVERED, MAY, RELEASED, TALKS
from tests.sql.made_claims import batch as made

MANY = {
    "deal": [
        *DELIVERED,
        {"low": 1000, **MAY, "category": "soldier"},
        {"low": 1000, **MAY},
        {"low": 880, **MAY},
        {"low": 1, "bound": "over", **TALKS},
        {"low": 1, "bound": "under", **TALKS},
    ]
}


def told(store: Store) -> list[tuple[Any, ...]]:
    return [
        (row["id"], row["kind"], row["severity"], row["gap"], sorted((v["low"], v["origin"]) for v in row["voices"]))  # type: ignore[attr-defined]
        for row in store.discrepancies()
    ]


@pytest.mark.parametrize("step", [1, 3, 100])
def test_batches_and_order(tmp_path: Path, step: int) -> None:
    batch = made(MANY["deal"])
    with Store(tmp_path / "whole.duckdb") as store:
        store.load(batch)
        whole = told(store)
    backwards = batch[::-1]
    with Store(tmp_path / "parts.duckdb") as store:
        for start in range(0, len(backwards), step):
            store.load(backwards[start : start + step])
        assert told(store) == whole
    assert {kind for _, kind, *_ in whole} >= {"value_conflict", "category_shift"}


def test_a_new_witness_keeps_the_id(tmp_path: Path) -> None:
    two = [{"low": 24, **RELEASED}, {"low": 25, **RELEASED}]
    with Store(tmp_path / "p.duckdb") as store:
        store.load(made(two))
        (before,) = store.discrepancies()
        store.load(made([*two, {"low": 25, **RELEASED, "report": "new", "by": "Another"}]))
        (after,) = store.discrepancies()
    assert after["id"] == before["id"]
    assert (before["reports"], after["reports"]) == (2, 3)


def test_an_older_version_of_a_page_leaves_the_judgements(tmp_path: Path) -> None:
    def at(low: float, name: str) -> tuple[Document, list[Extraction]]:
        ((document, extractions),) = made([{"low": low, **RELEASED, "report": name, "by": "The Ledger", "title": "Freed"}])
        return replace(document, url="https://ledger.example/freed"), extractions

    with Store(tmp_path / "p.duckdb") as store:
        store.load([at(24, "first")])
        store.load([at(25, "second")])
        assert [row["kind"] for row in store.discrepancies()] == ["revision"]  # the text was edited
        assert store.frame("reports").height == 2
        assert store.frame("voices")["low"].to_list() == [25]
