"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import sentences


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One went. Two came.", ["One went.", "Two came."]),
        ("He says they can't. It rained.", ["He says they can't.", "It rained."]),
        ("Gen. Smith of the U.S. Army spoke. He left.", ["Gen. Smith of the U.S. Army spoke.", "He left."]),
        ("They met on Jan. 5 in Doha. It rained.", ["They met on Jan. 5 in Doha.", "It rained."]),
        ('He said: "It is over." Then he left.', ['He said: "It is over."', "Then he left."]),
        ("A heading\nThe text.", ["A heading", "The text."]),
        (
            "A top official says that the group will free the last six\nliving hostages on Saturday.",
            ["A top official says that the group will free the last six\nliving hostages on Saturday."],
        ),
        (
            "They were asked to hand over all of the following, and soon:\nthe bodies of 40 men",
            ["They were asked to hand over all of the following, and soon:", "the bodies of 40 men"],
        ),
        ("A short line\nthat goes on.", ["A short line", "that goes on."]),
        ("It rose to 1.5 million.", ["It rose to 1.5 million."]),
        ("The army left.Then it rained.", ["The army left.", "Then it rained."]),
        ("", []),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [text[a:b] for a, b in sentences.spans(text)] == wanted


def test_a_sentence_without_end_is_cut_at_spaces() -> None:
    text = "they killed five people and " * 1000
    found = sentences.spans(text)
    assert max(b - a for a, b in found) <= sentences.LONGEST
    assert " ".join(text[a:b] for a, b in found) == text.strip()


@given(st.text())
def test_spans_are_in_order_and_lose_no_word(text: str) -> None:
    found = sentences.spans(text)
    assert all(a < b for a, b in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    assert "".join(text[a:b] for a, b in found).split() == text.split() or sum(b - a for a, b in found) >= len("".join(text.split()))
