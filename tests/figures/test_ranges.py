"""Ranges, pairs, and what looks like one."""

from __future__ import annotations

import pytest

from metrics.figures import find

RANGES = [
    ("two or three days", 2, 3, "day"),
    ("two- to three-day talks", 2, 3, "day"),
    ("2–3-day talks", 2, 3, "day"),
    ("2-3 days", 2, 3, "day"),
    ("between 18 and 25 lorries", 18, 25, None),
    ("between 18 and 25 years", 18, 25, "year"),
    ("from 5,000 to 6,000 lorries", 5000, 6000, None),
    ("5,000-6,000 lorries", 5000, 6000, None),
    ("$3-5 billion", 3e9, 5e9, "USD"),
    ("$3 billion to $5 billion", 3e9, 5e9, "USD"),
    ("24 to 48 hours", 24, 48, "hour"),
    ("24 hours to 48 hours", 24, 48, "hour"),
    ("3% to 5%", 3, 5, "percent"),
    ("3-5%", 3, 5, "percent"),
    ("ten to twelve lorries", 10, 12, None),
    ("between $3 and $5 million", 3e6, 5e6, "USD"),
    ("between one hundred and two hundred lorries", 100, 200, None),
    ("5 km to 10 km", 5, 10, "kilometer"),
    ("20~30 lorries", 20, 30, None),
    ("more than 30 and at most 40", 30, 40, None),
    ("six to 10 times", 6, 10, None),
    ("5k-20k", 5000, 20000, None),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_range(text: str, low: float, high: float, unit: str | None) -> None:
    (figure,) = find(text)
    assert (figure.low, figure.high, figure.bound, figure.unit) == (low, high, "range", unit)


TWO = [
    ("crude rose $1.64 to $47.10", [(1.64, "USD"), (47.10, "USD")]),
    ("three 500-kg bombs", [(3, None), (500, "kilogram")]),
    ("five of the last six years", [(5, "year"), (6, "year")]),
    ("It was extended from four to six days.", [(4, "day"), (6, "day")]),
    ("Fuel rose from 5 to 7 percent.", [(5, "percent"), (7, "percent")]),
    ("The load grew from 5 and 6 kg.", [(5, "kilogram"), (6, "kilogram")]),
    ("5 and 6 kg", [(5, "kilogram"), (6, "kilogram")]),
    ("185 Gondals in exchange for 190 Ruritanians", [(185, None), (190, None)]),
    ("21 of the more than 200 schoolgirls", [(21, None), (200, None)]),
    ("12 lorries for 15 boats", [(12, None), (15, None)]),
]


@pytest.mark.parametrize(("text", "wanted"), TWO)
def test_two_figures(text: str, wanted: list[tuple[float, str | None]]) -> None:
    figures = find(text)
    assert [(figure.low, figure.unit) for figure in figures] == wanted
    assert all(figure.low == figure.high and not figure.paired for figure in figures)


PAIRS = [
    "a 1,000-for-1,000 prisoner swap",
    "a 1,000 for 1,000 prisoner swap",
    "1,000 to 1,000 prisoners",
    "1,000 prisoners for the same number of captives",
    "1,000 for an equal number of prisoners",
]


@pytest.mark.parametrize("text", PAIRS)
def test_pair(text: str) -> None:
    (figure,) = find(text)
    assert (figure.low, figure.high, figure.bound, figure.paired, figure.head) == (1000, 1000, "exact", True, "prisoner")


@pytest.mark.parametrize("text", ["2012–13", "1939-1945", "2010 to 2015", "in the 1990s"])
def test_years_are_no_range_of_things(text: str) -> None:
    assert [figure.kind for figure in find(text)] == ["year"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met for about an hour and 20 minutes.", ("about an hour and 20 minutes", 1.333333, 1.333333, "about", "hour", "measure")),
        ("It lasted two hours 45 minutes.", ("two hours 45 minutes", 2.75, 2.75, "exact", "hour", "measure")),
        ("conscripts between the ages of 18 and 27", ("between the ages of 18 and 27", 18, 27, "range", "year", "age")),
    ],
)
def test_two_numbers_that_are_one_figure(text: str, wanted: tuple[str, float, float, str, str, str]) -> None:
    figures = find(text)
    assert [(text[f.start : f.end], f.low, f.high, f.bound, f.unit, f.kind) for f in figures] == [wanted]


@pytest.mark.parametrize("text", ["six hours and 80 minutes", "two hours, then 40 minutes of rest", "two to three hours and 10 minutes"])
def test_hours_and_minutes_that_stay_apart(text: str) -> None:
    assert len(find(text)) == 2
