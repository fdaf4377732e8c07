"""Numbers in every way that news writes them."""

from __future__ import annotations

import pytest

from metrics.figures import find

VALUES = [
    ("7 lorries", 7),
    ("1,200 lorries", 1200),
    ("12,34,567 rupees", 1234567),
    ("1 200 lorries", 1200),
    ("1\u00a0200 lorries", 1200),
    ("940\u2009000 lorries", 940000),
    ("940 000 lorries", 940000),
    ("1 414 021 lorries", 1414021),
    ("1.200 soldiers", 1200),
    ("1200 lorries", 1200),
    ("1.234.567 lorries", 1234567),
    ("3.5 points", 3.5),
    ("0.25 points", 0.25),
    (".75 points", 0.75),
    ("2,5 points", 2.5),
    ("1.2 million lorries", 1.2e6),
    ("3.2m people", 3.2e6),
    ("2bn people", 2e9),
    ("5k runners", 5000),
    ("40K followers", 40000),
    ("10M users", 10e6),
    ("7 mln tonnes", 7e6),
    ("3 hundred lorries", 300),
    ("12 lakh voters", 12e5),
    ("4 crore voters", 4e7),
    ("two lakh voters", 2e5),
    ("half a million lorries", 5e5),
    ("half a dozen lorries", 6),
    ("a quarter of a million lorries", 250000),
    ("a half-million lorries", 5e5),
    ("two and a half thousand lorries", 2500),
    ("three and a half million lorries", 3.5e6),
    ("3 million and a half lorries", 3.5e6),
    ("five-and-a-half points", 5.5),
    ("zero lorries", 0),
    ("fourteen lorries", 14),
    ("a hundred lorries", 100),
    ("a hundred and one lorries", 101),
    ("one hundred twenty-three lorries", 123),
    ("two thousand and six lorries", 2006),
    ("two hundred and two thousand lorries", 202000),
    ("twenty-one lorries", 21),
    ("ninety nine lorries", 99),
    ("six hundred and forty-two thousand, and more", 642000),
    ("two dozen lorries", 24),
    ("a dozen lorries", 12),
    ("3 dozen lorries", 36),
    ("a couple of lorries", 2),
    ("a pair of lorries", 2),
    ("a trio of lorries", 3),
    ("a couple dozen lorries", 24),
    ("forty two and a third points", 42 + 1 / 3),
    ("2½ points", 2.5),
    ("2 1/4 points", 2.25),
    ("nine point nought four points", 9.04),
    ("minus five points", -5),
    ("-5 points", -5),
    ("−5 points", -5),
    ("negative 12 points", -12),
    ("1.5e6 cells", 1.5e6),
    ("6.2x10^4 cells", 62000),
    ("TWELVE lorries", 12),
    ("Twelve lorries", 12),
    ("(12 lorries)", 12),
    ("“12 lorries”", 12),
    ("—12 lorries", 12),
    ("eleven hundred lorries", 1100),
    ("1,5 points", 1.5),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text: str, value: float) -> None:
    figures = find(text)
    assert len(figures) == 1, figures
    assert figures[0].low == figures[0].high == pytest.approx(value, rel=1e-9)
    assert figures[0].kind in ("cardinal", "measure", "money")


VAGUE = [
    ("several lorries", 3, 9),
    ("dozens of lorries", 24, 99),
    ("scores of lorries", 40, 99),
    ("several hundred lorries", 300, 999),
    ("hundreds of lorries", 200, 999),
    ("several thousand lorries", 3000, 9999),
    ("thousands of lorries", 2000, 9999),
    ("tens of thousands of lorries", 20000, 99999),
    ("hundreds of thousands of lorries", 200000, 999999),
    ("millions of lorries", 2000000, 9999999),
    ("at least dozens of lorries", 24, 99),
    ("nearly hundreds of lorries", 200, 999),
    ("Dozens more lorries", 24, 99),
]


@pytest.mark.parametrize(("text", "low", "high"), VAGUE)
def test_vague(text: str, low: float, high: float) -> None:
    (figure,) = find(text)
    assert (figure.low, figure.high, figure.bound, figure.head) == (low, high, "vague", "lorry")


SHARES = [
    ("half of the children", 50, "child"),
    ("half the children", 50, "child"),
    ("a fifth of its territory", 20, "territory"),
    ("two thirds of voters", 200 / 3, "voter"),
    ("two-thirds of voters", 200 / 3, "voter"),
    ("three quarters of the crew", 75, "crew"),
    ("a third of the fleet", 100 / 3, "fleet"),
    ("one in five drivers", 20, "driver"),
    ("one out of four drivers", 25, "driver"),
    ("a quarter of the fleet", 25, "fleet"),
    ("12 percent of voters", 12, "voter"),
    ("12% of voters", 12, "voter"),
    ("12 per cent of voters", 12, "voter"),
    ("twelve percent of the voters", 12, "voter"),
    ("19.2% of Ruritania", 19.2, "ruritania"),
    ("1/3 of voters", 100 / 3, "voter"),
    ("three-fifths of the seats", 60, "seat"),
    ("a tenth of the budget", 10, "budget"),
    ("⅔ of voters", 200 / 3, "voter"),
]


@pytest.mark.parametrize(("text", "percent", "head"), SHARES)
def test_share(text: str, percent: float, head: str) -> None:
    (figure,) = find(text)
    assert figure.low == figure.high == pytest.approx(percent)
    assert (figure.kind, figure.unit, figure.head) == ("share", "percent", head)


@pytest.mark.parametrize("group", [",234", ".234", ",23", " 234", "\u00a0234", "9"])
def test_a_run_of_digits_without_end_counts_nothing(group: str) -> None:
    assert all(figure.low < 1e24 for figure in find("1" + group * 500))
    assert len(find("1" + group * 500)) <= 501


NOTHING = [
    "no one came",
    "the one that he liked",
    "one another",
    "this one is better",
    "a new one",
    "the second-hand car",
    "first aid",
    "a first-class seat",
    "for a while",
    "an apple a day",
    "one day he may return",
    "she came last",
    "at first",
    "the test scores of the class",
    "in the half-light",
    "half-time came",
    "one's own",
    "a quarter later",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_figure(text: str) -> None:
    assert [figure for figure in find(text) if figure.kind != "ordinal"] == []
