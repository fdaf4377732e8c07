"""How numbers are bounded, to the left and to the right."""

from __future__ import annotations

import pytest

from metrics.figures import find

BOUNDS = {
    "exact": [
        "# lorries",
        "exactly # lorries",
        "a total of # lorries",
        "climbed to # lorries",
        "they handed over # lorries",
        "talked about # lorries",
        "talks on # lorries",
    ],
    "about": [
        "about # lorries",
        "around # lorries",
        "roughly # lorries",
        "some # lorries",
        "approximately # lorries",
        "an estimated # lorries",
        "~# lorries",
        "# or so lorries",
        "in the region of # lorries",
        "Some # lorries",
        "circa # lorries",
        "somewhere around # lorries",
        "#-odd lorries",
    ],
    "nearly": [
        "nearly # lorries",
        "almost # lorries",
        "close to # lorries",
        "just under # lorries",
        "a little less than # lorries",
        "slightly fewer than # lorries",
        "just shy of # lorries",
        "not quite # lorries",
        "approaching # lorries",
    ],
    "over": [
        "more than # lorries",
        "over # lorries",
        "exceeding # lorries",
        "just over # lorries",
        "#-plus lorries",
        "#+ lorries",
        "surpassing # lorries",
        "in excess of # lorries",
        "upwards of # lorries",
        "well over # lorries",
        "numbers exceeded # lorries",
        "greater than # lorries",
        ">#",
        "above # lorries",
        "topped # lorries",
    ],
    "at_least": [
        "at least # lorries",
        "no fewer than # lorries",
        "a minimum of # lorries",
        "not less than # lorries",
        "no less than # lorries",
        "# or more lorries",
        "≥ # lorries",
        "AT LEAST # lorries",
        "at least about # lorries",
        "at least some # lorries",
        "as few as # lorries",
    ],
    "up_to": [
        "up to # lorries",
        "at most # lorries",
        "no more than # lorries",
        "as many as # lorries",
        "as high as #",
        "could reach # lorries",
        "not more than # lorries",
        "a maximum of # lorries",
        "capped at # lorries",
        "# or fewer lorries",
        "up to about # lorries",
        "less than or equal to #",
        "not exceeding # lorries",
        "may reach # lorries",
    ],
    "under": ["fewer than # lorries", "less than # lorries", "under # lorries", "below # lorries", "<# lorries", "well under # lorries"],
}


@pytest.mark.parametrize(("bound", "text"), [(bound, text) for bound, texts in BOUNDS.items() for text in texts])
@pytest.mark.parametrize("number", ["1,200", "seventy"])
def test_bound(bound: str, text: str, number: str) -> None:
    if text[0] in "<>~≥" and number == "seventy":
        pytest.skip("signs stand before digits")
    said = text.replace("#", number)
    (figure,) = find(said)
    assert (figure.bound, figure.low) == (bound, 1200 if number == "1,200" else 70)
    assert said[figure.number_start : figure.number_end] == number


def test_a_bound_before_a_list_holds_for_its_first_item() -> None:
    assert [figure.bound for figure in find("at least 12 men, 5 women and 3 children")] == ["at_least", "exact", "exact"]


def test_the_words_of_one_number_do_not_bound_the_last_one() -> None:
    assert [(figure.low, figure.bound) for figure in find("It won 40 seats and more than 30 mayors.")] == [(40, "exact"), (30, "over")]


def test_the_span_holds_bound_number_and_unit() -> None:
    text = "It lasted, they said, no more than four more days in all."
    (figure,) = find(text)
    assert text[figure.start : figure.end] == "no more than four more days"


def test_a_negated_bound_is_the_right_way_round() -> None:
    assert [(f.bound, f.low) for f in find("no more than 1,200 and not less than 500 and no later than 30 days")] == [
        ("range", 500),
        ("up_to", 30),
    ]
