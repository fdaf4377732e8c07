"""A database with next to nothing in it, with values that cannot be, with a metric that the catalogue lost: every command works."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from metrics.store import Store
from metrics.store.questions import questions
from tests.sql.made_claims import batch

Parley = Callable[..., Any]  # conftest's: `parley("claims", "--db", db)` → code, out, err

COMMANDS = [
    *((command,) for command in ("discrepancies", "best", "reviews", "chart", "status", "reports", "figures", "claims")),
    *(("discrepancies", "--format", form) for form in ("json", "csv", "markdown", "html")),
    ("sql", "--tables"),
    *(
        ("sql", "--named", name, *(part for key, value in question.example.items() for part in ("--param", f"{key}={value}")))
        for name, question in questions().items()
    ),
]
SWAP: dict[str, Any] = {"metric": "prisoners_exchanged", "basis": "per_side", "on": "5-23", "low": 300}
HELD = {
    "no report": [],
    "one report": [SWAP],
    "a metric that the catalogue lost": [SWAP | {"metric": "medals_returned"}, SWAP | {"metric": "medals_returned", "low": 470}],
    "a number at the end of all numbers": [SWAP | {"low": 1e308, "bound": "about"}, SWAP, SWAP | {"low": 0}],
}


@pytest.mark.parametrize("held", HELD)
def test_every_command(held: str, parley: Parley, elsewhere: Path) -> None:
    with Store("p.duckdb") as store:
        store.load(batch(HELD[held]))
    for command in COMMANDS:
        done = parley(*command, "--db", "p.duckdb")
        assert (command, done.code, done.err) == (command, 0, "")
    assert parley("check", "--db", "p.duckdb").code == ("lost" in held)
    for command in (("site", "pages"), ("export", "out")):
        done = parley(*command, "--db", "p.duckdb")
        assert (done.code, "Traceback" in done.err) == (0, False), done.err
    for name in ("revisions", "coverage"):
        done = parley("chart", name, "-o", "chart.svg", "--db", "p.duckdb")
        assert done.code in (0, 1)
        assert len(done.err.splitlines()) <= 1


@pytest.mark.parametrize(
    ("low", "high"), [(10, 5), (math.nan, math.nan), (math.inf, math.inf), (-5, -5), (-5, 300)], ids=lambda value: str(value)
)
def test_what_cannot_be_is_told_by_the_checks_and_held_against_nothing(low: float, high: float, parley: Parley, tmp_path: Path) -> None:
    path = tmp_path / "p.duckdb"
    with Store(path) as store:
        store.load(batch([SWAP | {"low": low, "high": high}, SWAP]))
        assert [row for row in store.discrepancies() if row["severity"] == "conflict"] == []
        assert "low_not_above_high" in dict(store.check())
    done = parley("check", "--db", path)
    assert done.code == 1
    assert "Traceback" not in done.err
