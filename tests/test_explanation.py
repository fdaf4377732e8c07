"""The words that decided a field: those without which it would be another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.claims import catalogue
from metrics.explanation import FIELDS, Reason, explain
from metrics.extract import extract
from metrics.model import Report

CATALOGUE = catalogue.load()
LEAD = "The Ukrainian and Russian delegations met in Istanbul on Monday. "


def reasons(text: str, number: float) -> tuple[str, dict[str, Reason]]:
    report = Report("r-1", "d-1", "own", text, 0, len(text), published=date(2025, 6, 5), published_basis="stated")
    claim = next(claim for claim in extract(report, CATALOGUE).claims if claim.low == number)
    return text, {reason.field: reason for reason in explain(report, CATALOGUE, claim.start, claim.metric)}


@pytest.mark.parametrize(
    ("sentence", "number", "field", "value", "words"),
    [
        ("Kyiv and Moscow agreed to swap 1,000 prisoners each.", 1000, "basis", "per_side", {"each"}),
        ("Kyiv and Moscow agreed to swap 1,000 prisoners each.", 1000, "status", "agreed", {"agreed"}),
        ("Up to 1,200 captives will be exchanged by each side, Umerov said.", 1200, "bound", "up_to", {"Up to"}),
        ("Up to 1,200 captives will be exchanged by each side, Umerov said.", 1200, "speaker", "Rustem Umerov", {"Umerov said"}),
        ("At least 12 people were killed in Kharkiv.", 12, "low", 12, {"At least 12"}),
        ("At least 12 people were killed in Kharkiv.", 12, "metric", "people_killed", {"killed"}),
    ],
)
def test_the_words_that_decide(sentence: str, number: float, field: str, value: object, words: set[str]) -> None:
    text, found = reasons(LEAD + sentence, number)
    assert found[field].value == value
    said = {text[a:b] for a, b in found[field].words}
    assert all(any(word in part for part in said) for word in words), said


def test_a_word_in_another_sentence_decides_too() -> None:
    text, found = reasons('Rustem Umerov spoke to the press. He said: "We will swap 900 prisoners with Russia."', 900)
    assert found["speaker"].value == "Rustem Umerov"
    assert any("Umerov" in text[a:b] for a, b in found["speaker"].words)


def test_a_relative_day_rests_on_the_publication_date() -> None:
    text, found = reasons("Russia and Ukraine swapped 150 prisoners each on Tuesday.", 150)
    assert found["event_from"].value == date(2025, 6, 3)
    assert "the publication date 2025-06-05 (stated)" in found["event_from"].note
    assert any("Tuesday" in text[a:b] for a, b in found["event_from"].words)


def test_what_the_text_leaves_open_has_no_words() -> None:
    _, found = reasons("Russia and Ukraine swapped 150 prisoners each.", 150)
    assert found["event_from"] == Reason("event_from", None, (), "left open")


def test_there_is_no_reason_for_a_claim_that_is_not_made() -> None:
    report = Report("r-1", "d-1", "own", "Nothing was agreed.", 0, 19)
    assert explain(report, CATALOGUE, 0, "people_killed") == []


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(["Kyiv freed 40 captives", "40 bodies were returned", "Moscow massed 40 000 troops"]), st.text(max_size=40))
def test_every_field_has_one_reason_and_its_spans_stand_in_the_text(start: str, rest: str) -> None:
    text = f"{start} near the border. {rest}"
    report = Report("r-1", "d-1", "own", text, 0, len(text), published=date(2025, 6, 5), published_basis="stated")
    for claim in extract(report, CATALOGUE).claims:
        found = explain(report, CATALOGUE, claim.start, claim.metric)
        assert [reason.field for reason in found] == list(FIELDS)
        assert all(getattr(claim, reason.field) == reason.value for reason in found)
        assert all(0 <= a < b <= len(text) for reason in found for a, b in reason.words)
