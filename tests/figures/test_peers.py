"""The peer's cases hold as far as they did, and what differs by design still does."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from tests.figures import peers

pytestmark = pytest.mark.skipif(
    not peers.CASES.exists() and os.environ.get("PARLEY_SHARED_REQUIRED") != "1", reason="the peer's cases are not on this machine"
)


@pytest.fixture(scope="module")
def outcomes() -> list[peers.Outcome]:
    return list(peers.outcomes())


@pytest.mark.parametrize(
    ("suite", "goal"), [("NumberModel", 220), ("NumberRangeModel", 76), ("PercentModel", 17), ("AgeModel", 19), ("DurationParser", 52)]
)
def test_cases_hold(outcomes: list[peers.Outcome], suite: str, goal: int) -> None:
    assert Counter(outcome.suite for outcome in outcomes if outcome.holds)[suite] >= goal


def test_every_other_case_differs_by_design(outcomes: list[peers.Outcome]) -> None:
    assert [(o.suite, o.index) for o in outcomes if not o.holds and (o.suite, o.index) not in peers.BY_DESIGN] == []


def test_no_design_is_claimed_where_the_case_holds(outcomes: list[peers.Outcome]) -> None:
    assert [(o.suite, o.index) for o in outcomes if o.holds and (o.suite, o.index) in peers.BY_DESIGN] == []
