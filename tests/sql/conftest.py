"""Tiny tables of claims, judged: what is flagged, and between whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from metrics.store import Store
from tests.sql.made_claims import batch


@dataclass(frozen=True)
class Flag:
    """A discrepancy, as far as the tables of cases name it."""

    kind: str
    severity: str
    figures: frozenset[tuple[float, float]]
    row: dict[str, Any]


@pytest.fixture
def judged(tmp_path: Path) -> Callable[..., list[Flag]]:
    """Loads the claims into a fresh database and gives what is flagged, but for kinds that are left out."""

    def judge(claims: list[dict[str, Any]], without: tuple[str, ...] = ("single_origin",)) -> list[Flag]:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.duckdb"
        with Store(path) as store:
            store.load(batch(claims))
            assert store.check() == []
            rows = store.discrepancies()
        return [
            Flag(row["kind"], row["severity"], frozenset((voice["low"], voice["high"]) for voice in row["voices"]), row)
            for row in rows
            if row["kind"] not in without
        ]

    return judge
