"""Phrases with the figures that they state."""

from __future__ import annotations

import pytest

from metrics.figures import find

PHRASES = [
    ("They swapped 1,000-for-1,000 prisoners.", 1000, 1000, "exact", "cardinal", None, "prisoner"),
    ("They swapped 1,200-1,200 prisoners.", 1200, 1200, "exact", "cardinal", None, "prisoner"),
    ("a two- to three-day truce", 2, 3, "range", "measure", "day", "truce"),
    ("It was over within an hour.", 1, 1, "under", "measure", "hour", None),
    ("the 14-member delegation", 14, 14, "exact", "cardinal", None, "member"),
    ("around a fifth of the territory", 20, 20, "about", "share", "percent", "territory"),
    ("thousands of their dead", 2000, 9999, "vague", "cardinal", None, "dead"),
    ("no more than 1,200 captives", 1200, 1200, "up_to", "cardinal", None, "captive"),
]


@pytest.mark.parametrize(("text", "low", "high", "bound", "kind", "unit", "head"), PHRASES)
def test_phrase(text: str, low: float, high: float, bound: str, kind: str, unit: str | None, head: str | None) -> None:
    (figure,) = find(text)
    assert (figure.low, figure.high, figure.bound, figure.kind, figure.unit, figure.head) == (low, high, bound, kind, unit, head)
