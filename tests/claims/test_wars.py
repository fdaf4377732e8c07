"""What news of other wars counts: hospitals and rescuers, planes with prisoners on board, groups whose members bear their name."""

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
    ("text", "counted"),
    [
        ("The siege of Marib, a town of 90,000 people, wounded 41 people, the Houthis said.", [("people_wounded", 41)]),
        ("Shells killed 7 people in Saada, home to 130,000 people, in the war in Yemen.", [("people_killed", 7)]),
        ("Hundreds of Houthi prisoners freed on day two of swap", [("prisoners_exchanged", 200)]),
        ("Two soldiers being held captive by the Houthis were killed when jets bombed the jail.", [("people_killed", 2)]),
        ("The 12 hostages being held by Hamas will be freed on Sunday.", [("prisoners_exchanged", 12)]),
        ("The airstrike killed 14 Houthis in Yemen.", [("people_killed", 14)]),
        ("In the prisoner swap the second plane had 61 Houthis on board.", [("prisoners_exchanged", 61)]),
        ("After the swap a flight carried 33 Houthis to Sanaa.", [("prisoners_exchanged", 33)]),
        ("The plane that crashed had 29 soldiers on board, who had been meant for a prisoner swap.", []),
        ("Shifa Hospital in Gaza received 23 bodies after Israeli airstrikes.", [("people_killed", 23)]),
        ("A hospital in Gaza received 15 bodies from Israel on Friday.", [("bodies_repatriated", 15)]),
        ("Rescuers in Gaza pulled 14 bodies from the rubble after an airstrike.", [("people_killed", 14)]),
        ("Villagers found a mass grave with 120 bodies where Islamic State had ruled in Iraq.", []),
        ("After the bombing by al-Shabab doctors at a clinic in Mogadishu received 55 wounded people.", [("people_wounded", 55)]),
        ("Turkey says it found bodies of 13 killed by the PKK", [("people_killed", 13)]),
        ("Soldiers fighting the PKK found the bodies of nine kidnapped Turks executed in a cave.", [("people_killed", 9)]),
        ("Russia returned the bodies of 412 Ukrainian soldiers killed near Kursk.", [("bodies_repatriated", 412)]),
        ("“Two PKK fighters captured alive told us that the others were killed at once,” Turkey's army said.", []),
        ("Turkey announced the deaths of 48 fighters of the PKK and the capture of two.", [("people_killed", 48)]),
        ("The PKK has fought Turkey at the cost of 40,000 lives.", [("people_killed", 40_000)]),
        ("After the Taliban attack in Kabul the fatalities included six policemen.", [("people_killed", 6)]),
        ("In Gaza the victims of the airstrike included children; eight lived in one house.", []),
        ("Baku's ministry reported 192 dead soldiers in the war with Armenia.", [("people_killed", 192)]),
        ("Islamic State Bombers Attack Baghdad Market, Killing 32", [("people_killed", 32)]),
        ("All 33 insurgents who hijacked a train in Pakistan were eliminated, and all the hostages freed.", [("people_killed", 33)]),
        ("As Hamas freed the hostages, thousands of displaced people returned to their homes in the truce.", []),
        ("Ebola has killed 100 people where rebels fight the army of Congo.", []),
        ("Maoist rebels in India killed seven police on Monday.", [("people_killed", 7)]),
        ("Rebels killed 13 Border Security Force (BSF) soldiers in India.", [("people_killed", 13)]),
        ("In the war in Mozambique gunmen raided an island, killing one person and stealing fish.", [("people_killed", 1)]),
        ("More than a dozen remained missing, the army said, adding that some of the rebels of Mali were also killed.", []),
        ("Soldiers were killed in an attack by more than 300 rebels in Mali.", []),
        ("Israel freed 90 prisoners hours after Hamas let three hostages go.", [("prisoners_exchanged", 90), ("prisoners_exchanged", 3)]),
        ("At least 40 rebels surrendered and 15 died in the offensive in Mali.", [("people_killed", 15)]),
        ("Air strikes by Sudan's army killed scores, a group said of the war.", [("people_killed", 40)]),
        ("The ELN is holding six soldiers and two police officers.", [("prisoners_held", 6), ("prisoners_held", 2)]),
        ("Nine aid workers were kidnapped in Mali and later freed.", [("prisoners_exchanged", 9)]),
        ("The rebels in Congo have ten hostages.", [("prisoners_held", 10)]),
        ("The bodies of 22 people were brought to a hospital in Gaza after strikes.", [("people_killed", 22)]),
        ("Rebels hacked 12 villagers to death in Congo.", [("people_killed", 12)]),
        ("Congo: Rebels Kill Five Civilians, One UN Peacekeeper Wounded", [("people_killed", 5), ("people_wounded", 1)]),
        ("Bandits in Nigeria freed 15 of the 39 students they had seized.", [("prisoners_exchanged", 15)]),
        ("ELN rebels freed the last six of 11 soldiers they held in Colombia.", [("prisoners_exchanged", 6), ("prisoners_held", 11)]),
        ("In Kashmir gunmen killed 26 tourists and two locals.", [("people_killed", 26), ("people_killed", 2)]),
        ("Such an exchange of prisoners is rare in the nearly six-year-old war.", []),
        ("Some 80 captives have come home in the first stage of the largest swap since the war began.", [("prisoners_exchanged", 80)]),
        ("Israel had delayed the release of 70 prisoners since Saturday in the deal with Hamas.", [("prisoners_exchanged", 70)]),
        ("Four navy craft were destroyed, 14 rebels killed in the fight with the Tamil Tigers.", [("people_killed", 14)]),
    ],
)
def test_what_is_counted(text: str, counted: list[tuple[str, float]]) -> None:
    assert [(claim.metric, claim.low) for claim in claims(text)] == counted


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("At least 12 Taliban were killed in an airstrike in Afghanistan.", "TALIBAN"),
        ("In Yemen's war the strike killed nine Houthis.", "HOUTHI"),
        ("Indian troops killed nine Maoists.", "NAXALITES"),
        ("About 30 terrorists were killed by the army in Niger.", None),
        ("Islamic State fights Egypt's army in Sinai. On Friday nine militants were killed.", "ISLAMIC_STATE"),
        ("An Islamic State bomber attacked a Baghdad market, killing 32 people.", "IQ"),
        ("Attacks by Islamic State in and around Baghdad killed 27 people.", "IQ"),
    ],
)
def test_members_of_a_group(text: str, party: str | None) -> None:
    assert [claim.party for claim in claims(text)] == [party]


def test_a_name_that_begins_in_lower_case() -> None:
    (claim,) = claims("Somali police said al-Shabab killed 6 soldiers.")
    assert claim.sides == "AL_SHABAAB-SO"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Iraq's health minister Hassan Omar al-Sudani said 12 people were killed by Islamic State.", "Hassan Omar al-Sudani"),
        ("Gen. Ali al-Sudani said Islamic State fled Mosul. Al-Sudani said 12 people were killed.", "Ali al-Sudani"),
        ("Saleh bin Omar told reporters in Yemen that the Houthis killed 12 people.", "Saleh bin Omar"),
        ("The Arakan Army (AA) fights Myanmar's army. A strike killed 12 people, the AA said.", "Arakan Army"),
        ("The insurgent Arakan Army, or AA, fights in Myanmar. The AA said 12 people were killed.", "Arakan Army"),
        ("Assad's army fights rebels in Syria. A rebel official told us that 250 prisoners were freed.", "rebel official"),
        ("Islamic State killed 12 soldiers in Sinai in Egypt, the group said.", "Islamic State"),
        ("BAGHDAD - An Iraqi security official said Islamic State killed 12 people.", "Iraqi security official"),
        ("The Taliban declared a truce after bombs in Kabul killed 50 people.", None),
        ("The Taliban announced that 50 people were killed after the raid.", "Taliban"),
        ("Soldiers fighting the PKK in Turkey found the bodies of 12 executed men.", None),
    ],
)
def test_who_says_so(text: str, speaker: str | None) -> None:
    assert [claim.speaker for claim in claims(text)] == [speaker]


def test_some_of_the_wounded_died() -> None:
    made = claims("Rebels in Congo killed five people and injured three, of whom two later died.")
    assert [(claim.metric, claim.low) for claim in made] == [("people_killed", 5), ("people_wounded", 3), ("people_killed", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Eighteen of the 26 people killed in the attack on a train in Pakistan were soldiers.",
        "The army said 18 out of 26 hostages killed in a train ambush in Pakistan were soldiers.",
        "Eighteen children were among the 26 people killed in a strike in Yemen.",
    ],
)
def test_some_of_the_next_figure(text: str) -> None:
    assert [(claim.low, claim.part) for claim in claims(text)] == [(18, True), (26, False)]


def test_among_the_dead_are_parts() -> None:
    made = claims("Ten people were killed and 12 wounded by the Taliban in Kabul; two children were among the dead.")
    assert [(claim.metric, claim.low, claim.part) for claim in made] == [
        ("people_killed", 10, False),
        ("people_wounded", 12, False),
        ("people_killed", 2, True),
    ]


@pytest.mark.parametrize(
    ("text", "low", "category"),
    [
        ("ADF rebels killed five civilians and injured one peacekeeper in Congo.", 5, "civilian"),
        ("After the attack by rebels in Congo soldiers found 12 bodies of civilians.", 12, "civilian"),
    ],
)
def test_category(text: str, low: float, category: str | None) -> None:
    assert [claim.category for claim in claims(text) if claim.low == low] == [category]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Over 300 people were killed in Syria, including women, children, and more than 160 soldiers.", 160),
        ("Rebels killed 11 people in Congo. Five children under 10 were among the victims.", 5),
        ("Rebels killed 11 people in Congo. They came at night. They fled. Five children were among the dead.", 5),
        ("Strikes on Iran killed 41 people; six women and 10 children are among those who lost their lives.", 6),
    ],
)
def test_parts(text: str, low: float) -> None:
    assert [claim.part for claim in claims(text) if claim.low == low] == [True]


@pytest.mark.parametrize(
    ("text", "status", "party"),
    [
        ("Israel approved a deal with Hamas that would end the war and free dozens of hostages.", "planned", None),
        ("Under the terms of the deal with Israel, Hamas must release 50 hostages.", "agreed", "IL"),
        ("Hamas must release 50 hostages, Israel said.", "proposed", "IL"),
    ],
)
def test_what_must_and_would_be_done(text: str, status: str, party: str | None) -> None:
    (claim,) = claims(text)
    assert claim.status == status
    assert party is None or claim.party == party


def test_whose_the_dead_are() -> None:
    made = claims("Ten people were killed near Beni in Congo. In 2017, 15 Tanzanian peacekeepers were killed there.")
    assert [claim.party for claim in made] == ["CD", "TZ"]
    made = claims("The BLA killed 21 passengers and four paramilitary soldiers in Pakistan.")
    assert made[-1].party == "PK"
