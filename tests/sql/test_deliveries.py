"""What is told of a deal's delivery, stage by stage, and its picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from metrics import dashboards
from metrics.store import Store
from tests.sql.made_claims import batch

DEAL = {"low": 1200, "basis": "per_side", "status": "agreed", "deal_date": "6-2", "published": "6-3", "category": "soldier"}
STAGE = {"on": "6-10", "published": "6-10", "basis": "one_side", "party": "UA"}


@pytest.mark.parametrize(
    ("claims", "stages", "title"),
    [
        ([{"low": 300, **STAGE}], [(300, 300, 300)], "One promise is not reported as delivered in full"),
        ([{"low": 300, "bound": "over", **STAGE}], [(300, None, None)], "One promise is not reported as delivered in full"),
        ([{"low": 1200, **STAGE}], [(1200, 1200, 1200)], "One promise is reported as delivered in full"),
        (
            [{"low": 300, "category": "soldier", **STAGE}, {"low": 8, "category": "civilian", **STAGE}],
            [(300, 300, 300)],
            "One promise is not reported as delivered in full",
        ),
    ],
    ids=["a part", "no upper end", "all", "civilians beside the soldiers of the deal"],
)
def test_stages(claims: list[dict[str, Any]], stages: list[tuple[float, float | None, float | None]], title: str, tmp_path: Path) -> None:
    with Store(tmp_path / "p.duckdb") as store:
        store.load(batch([DEAL, *claims]))
        rows = store.frame("delivery_stages").to_dicts()
    assert [(row["low"], row["high"], row["delivered_high"]) for row in rows] == stages
    assert dashboards.title(dashboards.draw("deliveries", rows).to_dict()) == title
