"""Whose people are counted where the sentence tells of more than one side or event; read on Saturday 17 November 2018."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read
from metrics.model import Claim

CATALOGUE = catalogue.load()
SATURDAY = date(2018, 11, 17)


def claims(text: str) -> list[Claim]:
    return read(text, CATALOGUE, SATURDAY)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # who asks for whom, whose supporters, who leads a coalition
        ("Taliban free a teacher for two commanders in Afghanistan", [("prisoners_exchanged", 2, "TALIBAN", "officer")]),
        (
            "The Houthis freed two Americans in return for some 190 of their supporters in Yemen.",
            [("prisoners_exchanged", 2, "US", None), ("prisoners_exchanged", 190, "HOUTHI", None)],
        ),
        ("In the swap 210 fighters of the Saudi-led coalition in Yemen were freed.", [("prisoners_exchanged", 210, "SA", "militant")]),
        # where they were killed, and what is told of others in the same sentence
        ("Hamas-led gunmen stormed southern Israel, killing some 1,200 people.", [("people_killed", 1_200, "IL", None)]),
        ("Thailand and Cambodia agreed to a truce after clashes in which 38 people were killed.", [("people_killed", 38, None, None)]),
        (
            "In Kabul a Taliban bomber wounded four soldiers, and a blast on Friday killed 12 people.",
            [("people_wounded", 4, "AF", "soldier"), ("people_killed", 12, "AF", None)],
        ),
        (
            "The rebels killed 9 people in Congo, and over 300,000 were driven from their homes.",
            [("people_killed", 9, "CD", None)],
        ),
        ("Israel said 154 of those freed by Hamas under the deal will go to Egypt.", [("prisoners_exchanged", 154, "IL", None)]),
        ("Six others were in hospital, and a teacher died in captivity in Nigeria, where Boko Haram had seized them.", []),
        ("Boko Haram took 270 girls in Nigeria; about 90 of those are still missing.", [("children_deported", 270, "NG", None)]),
    ],
)
def test_whose_they_are(text: str, told: list[tuple[str, float, str | None, str | None]]) -> None:
    assert [(claim.metric, claim.low, claim.party, claim.category) for claim in claims(text)] == told


def test_what_is_over_was_not_tomorrow() -> None:
    made = claims("Thailand and Cambodia will meet on Tuesday. Thailand said that 11 of its soldiers had died in the clashes.")
    assert [(claim.low, claim.event_from) for claim in made] == [(11, None)]


def test_the_lead_says_again_what_the_headline_said() -> None:
    made = claims("Hamas frees all 20 hostages\n\nHamas freed all 20 hostages on Friday. The 20 hostages are back in Israel.")
    assert [claim.low for claim in made] == [20, 20]


def test_talks_were_held_whatever_begins_later() -> None:
    (claim,) = claims(
        "Malaysia's premier, who hosted talks of two hours between Thailand and Cambodia, said the truce would begin at midnight."
    )
    assert claim.status == "completed"
