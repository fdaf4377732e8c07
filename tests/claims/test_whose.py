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
    made = claims(
        "Hamas frees all 20 hostages\n\nHamas freed all 20 hostages on Friday. The 20 hostages are back. All 20 hostages were freed alive."
    )
    assert [claim.low for claim in made] == [20, 20, 20]


def test_talks_were_held_whatever_begins_later() -> None:
    (claim,) = claims(
        "Malaysia's premier, who hosted talks of two hours between Thailand and Cambodia, said the truce would begin at midnight."
    )
    assert claim.status == "completed"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Armenia has acknowledged 2,500 dead, and Azerbaijan says that it lost 2,600 soldiers in the war.", ["Armenia", "Azerbaijan"]),
        (
            "Two Azerbaijani soldiers were killed, the ministry in Baku said, and Armenia reported six of its soldiers wounded.",
            [..., "Armenia"],
        ),
        (
            "Russia launched 180 drones at Ukraine, the air force said, killing three people in Kharkiv, Mayor Ihor Terekhov said.",
            ["air force", "Ihor Terekhov"],
        ),
    ],
)
def test_each_says_his_own(text: str, speakers: list[object]) -> None:
    made = claims(text)
    assert len(made) == len(speakers)
    assert [claim.speaker for claim, speaker in zip(made, speakers, strict=True) if speaker is not ...] == [
        x for x in speakers if x is not ...
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hamas freed 17 hostages during a four-day truce with Israel, after a delay of several hours.", [17, 4]),
        ("Israel will prolong the truce with Hamas by two days for every additional ten hostages freed.", [2]),
        ("Russia gave Ukraine a list of 600 prisoners, defined as wounded or seriously ill.", []),
        ("India hit nine “terrorist” sites in Pakistan; 26 people had been killed in an attack.", [26]),
        ("The swap with Hamas began: the Israelis, eight children and five women, were handed to the Red Cross.", [8, 5]),
    ],
)
def test_what_is_no_claim_beside_what_is_one(text: str, told: list[float]) -> None:
    assert [claim.low for claim in claims(text)] == told


def test_what_was_long_before_has_not_the_day_of_the_news() -> None:
    (claim,) = claims("On Wednesday India hit sites in Pakistan, two weeks after 26 people were killed in Indian Kashmir.")
    assert (claim.party, claim.event_from) == ("IN", None)


def test_a_militia_that_nobody_names_is_no_side() -> None:
    made = claims("Iran and the US swap five prisoners each, whose troops are still in Iraq.")
    assert [claim.sides for claim in made] == ["IR-US"]


def test_an_aside_between_dashes_parts_nothing() -> None:
    (claim,) = claims(
        "Russia and Ukraine agreed to exchange more prisoners – the wounded first – and to return the bodies of 12,000 soldiers."
    )
    assert claim.status == "agreed"


def test_the_combined_toll_is_of_both() -> None:
    assert [claim.party for claim in claims("In the war of India and Pakistan the combined death toll climbed to 66.")] == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Ukrainian delegation numbered 15 people; the Russian team, led by an aide, had 11 members.",
            [("delegation_size", 15, "UA"), ("delegation_size", 11, "RU")],
        ),
        ("Moscow said 90 children had been returned to Russia and Ukraine.", [("children_returned", 90, None)]),
        (
            "Kyiv puts the number of children taken by Russia at 18,000, of whom only 1,200 have come back.",
            [("children_deported", 18_000, "UA"), ("children_returned", 1_200, "UA")],
        ),
        ("Russia fired 64 drones at Ukraine; 58 were shot down.", [("drones_launched", 64, "RU")]),
        (
            "Russia and Ukraine agreed to exchange the badly wounded and soldiers aged 18 to 25, at least 900 from each side.",
            [("prisoner_age", 18, None), ("prisoners_exchanged", 900, None)],
        ),
        (
            "The battle with Islamic State-linked gunmen in Marawi left 800 militants, 150 soldiers and police and 40 civilians dead.",
            [("people_killed", 800, "ISLAMIC_STATE"), ("people_killed", 150, "PH"), ("people_killed", 40, "PH")],
        ),
        (
            "Colombia and the FARC end a war that has killed 220,000 people and driven 6 million from their homes.",
            [("people_killed", 220_000, None)],
        ),
        ("Some 3,000 Rwandan soldiers are supporting the M23 rebels in Congo.", [("troops_massed", 3_000, "RW")]),
        ("Shells killed four civilians in Pakistani Kashmir, India's foe said.", [("people_killed", 4, "PK")]),
        (
            "Some 9,000 North Korean soldiers are in Russia, and up to 7,000 of them are near the front in Kursk, where Ukraine fights.",
            [("troops_massed", 9_000, "KP"), ("troops_massed", 7_000, "KP")],
        ),
        (
            "In 2024 Ukraine brought back 1,300 people from Russia in 11 exchanges; 3,900 had returned since the war began.",
            [("prisoners_exchanged_total", 1_300, "UA"), ("exchange_count", 11, None), ("prisoners_exchanged_total", 3_900, "UA")],
        ),
        ("Azerbaijan still holds 33 of its soldiers, Armenia says.", [("prisoners_held", 33, "AM")]),
        ("Kyiv wants to exchange them, and says that 200 of its soldiers were taken to Russia.", []),
    ],
)
def test_who_has_them(text: str, told: list[tuple[str, float, str | None]]) -> None:
    assert [(claim.metric, claim.low, claim.party) for claim in claims(text)] == told


def test_a_whole_beside_its_parts_makes_no_sum() -> None:
    text = "Ukraine and Russia swap 180 prisoners\n\nKyiv brought home 90 soldiers from Russia: 70 privates and 20 officers."
    assert [(claim.low, claim.part) for claim in claims(text)] == [(180, False), (90, False), (70, True), (20, True)]
