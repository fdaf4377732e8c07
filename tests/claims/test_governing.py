"""What is done to whom: the metric that each count of a sentence falls under; read on Wednesday 28 May 2025."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read

CATALOGUE = catalogue.load()
WEDNESDAY = date(2025, 5, 28)
SWAP = "Ukraine and Russia swapped prisoners. "


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            SWAP + "Among those who came home from Russian captivity were 30 soldiers, 17 border guards and two civilians.",
            [("prisoners_exchanged", 30), ("prisoners_exchanged", 17), ("prisoners_exchanged", 2)],
        ),
        (SWAP + "In June 80 people detained by Russia returned to Ukraine.", [("prisoners_exchanged", 80)]),
        (SWAP + "The 60 soldiers, most of whom had fought in Mariupol, are now back home.", [("prisoners_exchanged", 60)]),
        ("During the raid Ukraine captured dozens of Russian soldiers stationed in the border region.", []),
        ("Russia says that 230 Ukrainian fighters gave up and surrendered, including 40 who were wounded.", [("people_wounded", 40)]),
        ("The 300 Ukrainian soldiers, 20 of them wounded, left the Russian siege of the plant at night.", [("people_wounded", 20)]),
        ("America wants to leave 900 troops in Syria, where the war goes on.", [("troops_massed", 900)]),
        ("Ukraine says that it shot down 61 drones of Russia. Another 83 were lost on the way, and four flew on.", []),
        ("The night's attack on Ukraine included five Russian missiles, none of which was intercepted.", [("missiles_launched", 5)]),
        ("Russian missiles shot down over Ukraine included two that fell into the sea.", []),
        ("Britain put the Russian military presence on Ukraine's border at 90,000 men.", [("troops_massed", 90_000)]),
        ("Russia has sent thousands of cheap but deadly drones at Ukraine.", [("drones_launched", 2_000)]),
        (
            "Kyiv says that 300 Ukrainian children were wounded in the war and thousands of others deported by Russia.",
            [("people_wounded", 300), ("children_deported", 2_000)],
        ),
        ("Since the invasion already 2003 Ukrainians have come home from Russian captivity.", [("prisoners_exchanged_total", 2_003)]),
        ("Ukrainians came home from Russian captivity in 2003 and 2024.", []),
        (
            "Since 2022 Ukraine and Russia have carried out 58 prisoner exchanges. Some 3,400 Ukrainians have been freed.",
            [("exchange_count", 58), ("prisoners_exchanged_total", 3_400)],
        ),
        (
            "It was Ukraine's 58th prisoner exchange with Russia. In it 90 Ukrainians have been freed.",
            [("exchange_count", 58), ("prisoners_exchanged", 90)],
        ),
        (
            "Russia called a 12-hour truce in Ukraine. “They say 12 hours instead of 20 days,” the minister said.",
            [("ceasefire_duration", 0.5), ("ceasefire_duration", 0.5), ("ceasefire_duration", 20)],
        ),
        ("Russia called a 12-hour truce in Ukraine. The train took four days instead of 20 hours.", [("ceasefire_duration", 0.5)]),
        ("Russia controlled 90,000 square kilometres, about 15% of Ukraine's landmass.", [("territory_controlled", 15)]),
        ("The gain was small for so much Ukrainian land, bringing Russian control to 18%.", [("territory_controlled", 18)]),
        (
            "The talks of Russia and Ukraine lasted two hours on Friday. The first day lasted six hours.",
            [("talks_duration", 2), ("talks_duration", 6)],
        ),
        (
            "Kyiv says Moscow and it refrain from striking each other's energy sites for one month in the truce.",
            [("ceasefire_duration", 30)],
        ),
        ("There are between 9,000 and 10,000 Iranian soldiers in Syria.", []),
        ("Between 9,000 and 10,000 North Korean soldiers are currently in Russia, Ukraine says.", [("troops_massed", 9_000)]),
        ("Some 300 Ukrainian soldiers are in hospital after a Russian strike.", []),
        ("Russia handed Ukraine 900 bodies of soldiers and received 17 back.", [("bodies_repatriated", 900), ("bodies_repatriated", 17)]),
        ("The first batch of 900 bodies has already been returned to Ukraine by Russia.", [("bodies_repatriated", 900)]),
        (
            "The 700-for-700 prisoner swap is the 62nd exchange since the start of Russia's invasion of Ukraine.",
            [("prisoners_exchanged", 700), ("exchange_count", 62)],
        ),
        (
            "The war in Ukraine brought 900 casualties in May (200 killed, 700 injured).",
            [("people_killed", 200), ("people_wounded", 700)],
        ),
        (
            "Russia's war on Ukraine led to 200 deaths, including 30 children, and 700 people injured.",
            [("people_killed", 200), ("people_killed", 30), ("people_wounded", 700)],
        ),
        ("Another person was killed by Russia in Sumy.", [("people_killed", 1)]),
        (
            "Ukraine brought 39 people home in a swap with Russia. Of these, 27 were soldiers and 12 were civilians.",
            [("prisoners_exchanged", 39), ("prisoners_exchanged", 27), ("prisoners_exchanged", 12)],
        ),
        ("17390 Ukrainian Children Illegally Deported by Russia in the War", [("children_deported", 17_390)]),
        ("Up to 90,000 Russians are in the Pokrovsk direction, Ukraine says.", [("troops_massed", 90_000)]),
        ("Some 900 Russians are in the lobby of the hotel in Geneva.", []),
        ("40,000 Russian troops mass near Sumy in Ukraine", [("troops_massed", 40_000)]),
        ("Tens of Thousands of Russian Troops Deployed in Ukraine", [("troops_massed", 20_000)]),
        ("Russia is massing troops in Ukraine's Sumy direction. More than 40,000. We see it.", [("troops_massed", 40_000)]),
        ("Qatar mediated the release of nine Ukrainian children held in Russia to their families.", [("children_returned", 9)]),
        ("The nine Ukrainian children came as part of efforts to reunite families in Russia and Ukraine.", []),
        ("The bodies of 900 dead were returned to Ukraine by Russia.", [("bodies_repatriated", 900)]),
        (
            "Moscow and Kyiv carried out 12 exchanges in 2025, with 9,400 bodies returned to Ukraine and 300 bodies returned to Russia.",
            [("bodies_repatriated_total", 9_400), ("bodies_repatriated_total", 300)],
        ),
        (
            "The swap of Russia and Ukraine also included 30 civilians from each side, bringing the total to 440 people.",
            [("prisoners_exchanged", 30), ("prisoners_exchanged", 440)],
        ),
        ("Ukraine's drones damaged three Russian fighters on the runway of the airfield.", [("aircraft_hit", 3)]),
        ("Ukraine destroyed most of 600 assault weapons of Russia, including 500 drones.", []),
        ("The Russian strike led to fatal injuries to two women in Ukraine.", [("people_killed", 2)]),
        ("In Kherson, where Russia controlled 90% of its land, Ukraine has advanced.", []),
    ],
)
def test_what_is_done_to_whom(text: str, claims: list[tuple[str, float]]) -> None:
    assert [(claim.metric, claim.low) for claim in read(text, CATALOGUE, WEDNESDAY)] == claims


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia massed 90,000 troops at the border of Ukraine.", "reported"),
        ("Russia masses a force at Ukraine's border that is expected to total 170,000 troops.", "planned"),
        ("Russia has massed 90,000 troops at Ukraine's border, a number that could swell to 170,000 troops.", "planned"),
        ("Russia and Ukraine carried out the first part of their exchange agreement, bringing home 39 people.", "completed"),
        ("Putin announced a pause of strikes on Ukraine following a 70-minute call with Trump.", "completed"),
        ("“We bring our people home in the swap: today it was 39 Ukrainians, and we expect the exchange to go on,” he said.", "completed"),
        ("The strike on Ukraine may have killed 90 people.", "reported"),
    ],
)
def test_what_is_to_come(text: str, status: str) -> None:
    assert read(text, CATALOGUE, WEDNESDAY)[-1].status == status


@pytest.mark.parametrize(
    ("text", "party", "category"),
    [
        ("Ukraine has returned 70 defenders from captivity, and Russia got 65 soldiers.", "UA", "soldier"),
        ("Among the freed are 70 Ukrainian fighters whom Russia had held in captivity.", "UA", "soldier"),
        ("Nigeria freed 70 Boko Haram fighters for the captive girls.", "BOKO_HARAM", "militant"),
    ],
)
def test_whose_fighters(text: str, party: str, category: str) -> None:
    claim = read(text, CATALOGUE, WEDNESDAY)[0]
    assert (claim.party, claim.category) == (party, category)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Russia targets Kyiv with drones, killing 4", "UA"),
        ("Russia targeted Ukraine's capital with missiles, killing four people in their homes.", "UA"),
        ("The head of the Kyiv City Military Administration, Tymur Tkachenko, said four people had been killed in the attack.", "UA"),
        ("Russia handed 14 children over to their relatives in Ukraine.", "UA"),
        ("In December, Russia fired missiles, killing four people in a house in Sumy.", "UA"),
        ("On New Year's Eve, Russia launched missiles at Ukrainian cities, killing one.", "UA"),
        ("Russia sent a new wave of drones targeting Ukraine, resulting in the death of one.", "UA"),
        ("A Russian drone hit a house. According to the region's head, Oleh Kiper, four children were among the wounded.", None),
        ("The strike hit houses in Ternopil in Ukraine. The attack, which Russia's army denies, involved 90 drones.", "RU"),
    ],
)
def test_whose_victims(text: str, party: str | None) -> None:
    assert read(text, CATALOGUE, WEDNESDAY)[0].party == party


def test_a_quote_block_has_the_source_for_speaker() -> None:
    said = 'Quote: "It went on today. A further 70 of our soldiers came home from Russia.\n\nTomorrow is the third stage."'
    text = f"A swap went on.\n\nSource: Zelenskyy in an address\n\n{said}"
    claim = next(claim for claim in read(text, CATALOGUE, WEDNESDAY) if claim.low == 70)
    assert (claim.speaker, claim.speaker_side, claim.party) == ("Volodymyr Zelensky", "UA", "UA")


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Russia has released 70 Ukrainian prisoners since Wednesday.", "prisoners_exchanged_total"),
        ("Israel had delayed the release of 70 Palestinian prisoners since Saturday.", "prisoners_exchanged"),
        ("A total of 70 Ukrainian soldiers have come home from Russia — the largest swap since the war began.", "prisoners_exchanged"),
    ],
)
def test_what_runs_since(text: str, metric: str) -> None:
    assert read(text, CATALOGUE, WEDNESDAY)[0].metric == metric
