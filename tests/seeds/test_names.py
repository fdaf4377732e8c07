"""The lists of parties, conflicts and people hold together: keys are known, names have one owner, dates parse."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
COLUMNS = {
    "parties": ["key", "name", "kind", "place_of", "aliases", "demonyms", "metonyms", "places"],
    "conflicts": ["sides", "name", "start", "end", "with_first", "with_second", "words", "civil", "war", "called"],
    "people": ["name", "party", "role", "from", "to", "aliases", "surname"],
}
LISTS = {
    "parties": ["aliases", "demonyms", "metonyms", "places"],
    "conflicts": ["with_first", "with_second", "words", "called"],
    "people": ["role", "aliases"],
}

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(text: str) -> list[str]:
    return text.split(";") if text else []


PARTIES = rows("parties")
CONFLICTS = rows("conflicts")
PEOPLE = rows("people")
KEYS = {row["key"] for row in PARTIES}


def owners(claims: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Who claims a name, for the names that more than one claims; `claims` are (name, owner)."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, owner in claims:
        found[word.casefold()].add(owner)
    return {word: who for word, who in found.items() if len(who) > 1}


@pytest.mark.parametrize("name", COLUMNS)
def test_header_and_width(name: str) -> None:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *body = list(csv.reader(file))
    assert header == COLUMNS[name]
    assert [line for line in body if len(line) != len(header)] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_cells_are_tidy(name: str) -> None:
    for row in rows(name):
        for column, text in row.items():
            assert text == text.strip(), row
            if column in LISTS[name]:
                listed = cells(text)
                assert all(word and word == word.strip() for word in listed), (row, column)
                assert len(listed) == len(set(listed)), (row, column)
            else:
                assert ";" not in text, (row, column)


def test_party_keys() -> None:
    assert len(KEYS) == len(PARTIES)
    for row in PARTIES:
        state = row["kind"] == "state"
        assert row["kind"] in {"state", "organisation", "bloc"}, row
        pattern = r"[A-Z]{2}" if state else r"[A-Z0-9]+(_[A-Z0-9]+)*"
        assert re.fullmatch(pattern, row["key"]), row


def test_every_state_is_there() -> None:
    states = {row["key"] for row in PARTIES if row["kind"] == "state"}
    assert {"PS", "TW", "XK", "VA"} <= states
    assert len(states) == 193 + 4  # the members of the United Nations and the four above


def test_organisations_fight_in_a_known_state() -> None:
    states = {row["key"] for row in PARTIES if row["kind"] == "state"}
    for row in PARTIES:
        if row["kind"] == "organisation":
            assert not row["place_of"] or row["place_of"] in states, row
        else:
            assert not row["place_of"], row


def test_no_name_has_two_parties() -> None:
    named = [
        (word, row["key"])
        for row in PARTIES
        for word in [row["name"], *cells(row["aliases"]), *cells(row["demonyms"]), *cells(row["metonyms"])]
    ]
    assert owners(named) == {}


def test_no_place_is_in_two_countries() -> None:
    assert owners((word, row["key"]) for row in PARTIES for word in cells(row["places"])) == {}


def test_names_come_without_article() -> None:
    words = [word for row in PARTIES for column in LISTS["parties"] for word in cells(row[column])]
    assert [word for word in words if word.startswith("the ")] == []


@pytest.mark.parametrize("row", CONFLICTS, ids=lambda row: row["sides"])
def test_conflict(row: Row) -> None:
    sides = row["sides"].split("-")
    assert len(sides) == 2
    assert sides == sorted(sides)
    allies = [*cells(row["with_first"]), *cells(row["with_second"])]
    assert {*sides, *allies} <= KEYS
    assert len({*sides, *allies}) == len(sides) + len(allies), "a party stands on one side"
    start = date.fromisoformat(row["start"])
    assert not row["end"] or start <= date.fromisoformat(row["end"])
    assert {row["civil"], row["war"]} <= {"true", "false"}
    assert "," not in row["words"]


def test_a_conflict_is_listed_once() -> None:
    sides = [row["sides"] for row in CONFLICTS]
    assert len(sides) == len(set(sides))


def test_no_two_states_fight_a_civil_war() -> None:
    states = {row["key"] for row in PARTIES if row["kind"] == "state"}
    assert [row["sides"] for row in CONFLICTS if row["civil"] == "true" and set(row["sides"].split("-")) <= states] == []


def test_people_belong_to_known_parties() -> None:
    assert [row["name"] for row in PEOPLE if row["party"] and row["party"] not in KEYS] == []
    assert [row["name"] for row in PEOPLE if not row["role"]] == []


def test_no_name_has_two_people() -> None:
    assert owners((word, row["name"]) for row in PEOPLE for word in [row["name"], *cells(row["aliases"])]) == {}
    assert len({row["name"] for row in PEOPLE}) == len(PEOPLE)


def test_people_do_not_take_another_partys_name() -> None:
    party_of = {
        word.casefold(): row["key"]
        for row in PARTIES
        for word in [row["name"], *cells(row["aliases"]), *cells(row["demonyms"]), *cells(row["metonyms"])]
    }
    for row in PEOPLE:
        for word in [row["name"], *cells(row["aliases"])]:
            assert party_of.get(word.casefold(), row["party"]) == row["party"], (word, row["name"])


def test_a_bodys_name_is_not_its_governments_too() -> None:
    words = {word for row in PARTIES for word in [row["name"], *cells(row["aliases"]), *cells(row["demonyms"]), *cells(row["metonyms"])]}
    assert [row["name"] for row in PEOPLE if row["role"] == "body" and words & {row["name"], *cells(row["aliases"])}] == []


def test_terms_parse() -> None:
    for row in PEOPLE:
        ends = [date.fromisoformat(row[column]) for column in ("from", "to") if row[column]]
        assert all(first < last for first, last in pairwise(ends)), row


def test_surname_stands_in_the_name() -> None:
    for row in PEOPLE:
        assert row["surname"] in row["name"], row
        assert row["role"] != "body" or not row["surname"], row


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Zelenskyy", "Volodymyr Zelensky"),
        ("Zelenskiy", "Volodymyr Zelensky"),
        ("Umierov", "Rustem Umerov"),
        ("Umrov", "Rustem Umerov"),
        ("Lavrov Sergei", "Sergey Lavrov"),
        ("Khaled Meshal", "Khaled Meshaal"),
        ("SBU", "Security Service of Ukraine"),
    ],
)
def test_spellings_lead_to_one_name(spelling: str, name: str) -> None:
    assert [row["name"] for row in PEOPLE if spelling in cells(row["aliases"])] == [name]


@pytest.mark.parametrize(
    ("word", "column", "key"),
    [
        ("Kremlin", "metonyms", "RU"),
        ("US", "aliases", "US"),
        ("Gaza Strip", "aliases", "PS"),
        ("Houthis", "name", "HOUTHI"),
        ("Palestinians", "demonyms", "PS"),
        ("Odesa", "places", "UA"),
        ("Stepanakert", "places", "AM"),
        ("Nagorno-Karabakh", "aliases", None),
    ],
)
def test_who_has_a_name(word: str, column: str, key: str | None) -> None:
    assert [row["key"] for row in PARTIES if word in cells(row[column])] == ([key] if key else [])
