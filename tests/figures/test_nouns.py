"""What numbers count: the noun phrase, its head, and where it stands."""

from __future__ import annotations

import pytest

from metrics.figures import find
from metrics.figures.nouns import singular

COUNTED = [
    ("three 500-kg bombs", "500-kg bombs", "bomb"),
    ("12 of Ruritania's 60 MPs", "MPs", "mp"),
    ("millions of Japanese", "Japanese", "japanese"),
    ("11 elderly rabbis", "elderly rabbis", "rabbi"),
    ("12 severely wounded Ruritanian prisoners of war came home", "severely wounded Ruritanian prisoners of war", "prisoner"),
    ("12 bodies of fallen men", "bodies", "body"),
    ("12 of the captives", "captives", "captive"),
    ("12 of its soldiers", "soldiers", "soldier"),
    ("12 Ruritanian and Gondal prisoners", "Ruritanian and Gondal prisoners", "prisoner"),
    ("12 military and civilian vehicles", "military and civilian vehicles", "vehicle"),
    ("12 people were hurt", "people", "person"),
    ("12 dead and 40 more", "dead", "dead"),
    ("12 wounded in the blast", "wounded", "wounded"),
    ("12 more lorries", "lorries", "lorry"),
    ("12 other lorries burned", "lorries", "lorry"),
    ("12 others fled", "others", "other"),
    ("12 kidnapped schoolgirls", "kidnapped schoolgirls", "schoolgirl"),
    ("12 dead bodies", "dead bodies", "body"),
    ("a 12-member delegation", "member", "member"),
    ("a 12-strong delegation", "delegation", "delegation"),
    ("12 Su-99 fighter jets", "Su-99 fighter jets", "jet"),
    ("12 arms control experts", "arms control experts", "expert"),
    ("12 United States service members", "United States service members", "member"),
    ("12 U.S. soldiers", "U.S. soldiers", "soldier"),
    ("12 US troops", "US troops", "troop"),
    ("12 taxpayers' groups", "taxpayers' groups", "group"),
    ("12 'traitors' were held", "traitors", "traitor"),
    ("12 Gondalis fled", "Gondalis", "gondali"),
    ("12 prisoners-of-war left", "prisoners-of-war", "prisoner"),
    ("12 aircraft were hit", "aircraft", "aircraft"),
    ("12 police officers", "police officers", "officer"),
    ("12 personnel left", "personnel", "personnel"),
    ("dozens of their dead", "dead", "dead"),
    ("12 children, women and men", "children", "child"),
    ("12 face masks", "face masks", "mask"),
    ("one soldier died", "soldier", "soldier"),
    ("one of its soldiers", "soldiers", "soldier"),
    ("12 New Corinth City trains", "New Corinth City trains", "train"),
    ("12 women left", "women", "woman"),
    ("12 full-time jobs", "full-time jobs", "job"),
]


@pytest.mark.parametrize(("text", "noun", "head"), COUNTED)
def test_noun(text: str, noun: str, head: str) -> None:
    figure = find(text)[0]
    assert (figure.noun, figure.head) == (noun, head)
    assert figure.noun_start is not None
    assert text[figure.noun_start : figure.noun_end] == noun


@pytest.mark.parametrize(
    "text",
    [
        "15 killed in the raid",
        "15 were hurt",
        "at least 15 said so",
        "15 of them left",
        "he counted to 15",
        "15 on Monday",
        "15 and counting",
    ],
)
def test_no_noun(text: str) -> None:
    assert find(text)[0].noun is None


LEFT = [
    ("The death toll rose to 41.", "death toll", "toll"),
    ("The number of prisoners stood at 300.", "prisoners", "prisoner"),
    ("The toll has risen to at least 41.", "toll", "toll"),
    ("The total reached 300.", "total", "total"),
]


@pytest.mark.parametrize(("text", "noun", "head"), LEFT)
def test_noun_to_the_left(text: str, noun: str, head: str) -> None:
    (figure,) = find(text)
    assert (figure.noun, figure.head) == (noun, head)
    assert text[figure.noun_start : figure.noun_end] == noun


def test_a_left_out_verb_leaves_the_noun_out_too() -> None:
    figure = find("Strelsau received 60 bodies and Zenda 7")[-1]
    assert (figure.kind, figure.head, figure.elided) == ("cardinal", "body", True)


@pytest.mark.parametrize("text", ["a 2,000-for-2,000 swap", "the 2,000 for 2,000 formula"])
def test_a_swap_is_not_what_is_counted(text: str) -> None:
    assert (find(text)[0].noun, find(text)[0].paired) == (None, True)


def test_a_left_out_noun_comes_from_the_sentence_before() -> None:
    text = "On Friday 390 prisoners came home. Another 303 on Sunday."
    first, second = find(text)
    assert (first.head, first.elided) == ("prisoner", False)
    assert (second.head, second.elided, second.noun) == ("prisoner", True, "prisoners")


@pytest.mark.parametrize(
    "text",
    [
        "They sent 12 drones, killing 3.",
        "A 14-member group met. Another 3 on Sunday.",
        "12 drones flew.\n\nAnother 3 on Sunday.",
        "12 drones flew. It was hot. He slept. Then 3 on Sunday.",
    ],
)
def test_a_noun_is_not_taken_from_anywhere(text: str) -> None:
    assert find(text)[-1].noun is None


MEASURED = [
    ("a 30-day truce", "day", "truce"),
    ("5 tonnes of grain", "metric_ton", "grain"),
    ("$5 million in aid", "USD", "aid"),
    ("at least four more days", "day", None),
    ("30 days", "day", None),
    ("$3 billion worth of arms", "USD", "arms"),
    ("an hour-long meeting", "hour", "meeting"),
    ("a three-week-long siege", "week", "siege"),
    ("a 20 kilometre run", "kilometer", "run"),
]


@pytest.mark.parametrize(("text", "unit", "head"), MEASURED)
def test_what_a_measure_is_of(text: str, unit: str, head: str | None) -> None:
    (figure,) = find(text)
    assert (figure.unit, figure.head) == (unit, head)


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        ("bodies", "body"),
        ("troops", "troop"),
        ("children", "child"),
        ("people", "person"),
        ("lives", "life"),
        ("crises", "crisis"),
        ("buses", "bus"),
        ("servicemen", "serviceman"),
        ("Israelis", "israeli"),
        ("businesses", "business"),
        ("crashes", "crash"),
        ("boxes", "box"),
        ("cases", "case"),
        ("aircraft", "aircraft"),
        ("earnings", "earnings"),
        ("businesswomen", "businesswoman"),
        ("grandchildren", "grandchild"),
        ("townspeople", "townsperson"),
        ("gas", "gas"),
        ("glass", "glass"),
        ("cities", "city"),
        ("heroes", "hero"),
    ],
)
def test_singular(plural: str, single: str) -> None:
    assert singular(plural) == single
