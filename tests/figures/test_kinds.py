"""What is no quantity is found with its kind, and its value kept."""

from __future__ import annotations

import pytest

from metrics.figures import find

KINDS = [
    ("It began in 1999.", "year", 1999),
    ("the 2014 invasion", "year", 2014),
    ("since spring 2022", "year", 2022),
    ("a 2015 law", "year", 2015),
    ("Ruritania's 2008 promise", "year", 2008),
    ("in the 1990s", "year", 1990),
    ("May 16 in Strelsau", "date", 16),
    ("on 16 May", "date", 16),
    ("June 20 to 30", "date", 20),
    ("the 4th of July", "date", 4),
    ("July 4th, 2021", "date", 4),
    ("Sept. 15", "date", 15),
    ("5/17/2018", "date", 5),
    ("2018-05-17", "date", 2018),
    ("17.05.2018", "date", 17),
    ("at 5 p.m. sharp", "time", 5),
    ("at 10:30 sharp", "time", 10),
    ("around 7am", "time", 7),
    ("at 0100 GMT", "time", 100),
    ("second round of talks", "ordinal", 2),
    ("the 65th exchange", "ordinal", 65),
    ("its second such meeting", "ordinal", 2),
    ("the twenty-first lorry", "ordinal", 21),
    ("his old iPhone 11 broke", "name", 11),
    ("Resolution 2202 calls for it", "name", 2202),
    ("an old Su-35 flew", "name", 35),
    ("Article 5 was read", "name", 5),
    ("the Nasdaq 100 fell", "name", 100),
    ("the Group of Seven met", "name", 7),
    ("a Boeing 737 landed", "name", 737),
    ("the G7 met", "name", 7),
    ("the COVID-19 ward", "name", 19),
    ("they won 3-1 at home", "score", 1),
    ("a 50:50 chance", "score", 50),
    ("call +1-222-222-2222 now", "phone", 1),
    ("Anna Rassendyll, 45, said so", "age", 45),
    ("a man aged 45 left", "age", 45),
    ("The pilot, 45, was hurt", "age", 45),
    ("a 45-year-old man", "age", 45),
    ("she is 45 years old", "age", 45),
    ("see https://example.org/2020/page", "url", 2020),
    ("1. Apples", "list", 1),
    ("the net.example/?w=3840", "name", 3840),
    ("call 911 now", "name", 911),
    ("Flight 370 vanished", "name", 370),
    ("192.168.1.2", "name", 192.168),
    ("page 4", "name", 4),
]


@pytest.mark.parametrize(("text", "kind", "value"), KINDS)
def test_kind(text: str, kind: str, value: float) -> None:
    (figure,) = find(text)
    assert (figure.kind, figure.low) == (kind, value)


CARDINALS = [
    ("Zenda sold no towns under 25", 25),
    ("In Strelsau 300 prisoners left", 300),
    ("more than 2000 lorries", 2000),
    ("2000 soldiers left", 2000),
    ("Ruritania's 14-member team", 14),
    ("A total of 1990 people", 1990),
    ("the line of 2,019 lorries", 2019),
    ("On Monday 12 lorries left", 12),
    ("up to 1950 tents", 1950),
    ("Zenda 12 lorries", 12),
]


@pytest.mark.parametrize(("text", "value"), CARDINALS)
def test_a_count_is_no_year_and_no_name(text: str, value: float) -> None:
    (figure,) = find(text)
    assert (figure.kind, figure.low) == ("cardinal", value)


RANKS = [
    ("a second round of talks", "second round", "round"),
    ("the second such meeting", "second such meeting", "meeting"),
    ("the 65th exchange", "65th exchange", "exchange"),
    ("second round talks", "second round", "round"),
    ("the EU's 18th package", "18th package", "package"),
    ("the first time he", "first time", "time"),
]


@pytest.mark.parametrize(("text", "span", "head"), RANKS)
def test_rank(text: str, span: str, head: str) -> None:
    (figure,) = find(text)
    assert (text[figure.start : figure.end], figure.head, figure.kind) == (span, head, "ordinal")


AGES = [
    ("soldiers under 25", 25, 25, "under"),
    ("18-25-year-old soldiers", 18, 25, "range"),
    ("prisoners aged 18 to 25", 18, 25, "range"),
    ("those aged between 18 and 25", 18, 25, "range"),
    ("under the age of 25", 25, 25, "under"),
    ("from 18 to 25 years old", 18, 25, "range"),
    ("children under 5 years of age", 5, 5, "under"),
    ("nearly 60-year-old castle", 60, 60, "nearly"),
    ("an 8-month-old child", 8, 8, "exact"),
    ("over 90 years old", 90, 90, "over"),
]


@pytest.mark.parametrize(("text", "low", "high", "bound"), AGES)
def test_age(text: str, low: float, high: float, bound: str) -> None:
    (figure,) = find(text)
    assert (figure.kind, figure.low, figure.high, figure.bound) == ("age", low, high, bound)
