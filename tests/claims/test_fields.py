"""The fields of a claim, read on Wednesday 28 May 2025: short texts of our own, each with what must stand in one claim."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read

CATALOGUE = catalogue.load()
WEDNESDAY = date(2025, 5, 28)


def claim(text: str, low: float) -> dict[str, Any]:
    """The fields of the first claim whose number is `low`."""
    made = read(text, CATALOGUE, WEDNESDAY)
    found = next((made_one for made_one in made if made_one.low == low), None)
    assert found is not None, [(made_one.metric, made_one.low) for made_one in made]
    return {name: getattr(found, name) for name in found.__dataclass_fields__}


def check(text: str, low: float, **expected: object) -> None:
    found = claim(text, low)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "low", "party"),
    [
        ("Ukraine returned 144 soldiers in a prisoner swap with Russia.", 144, "UA"),
        ("Ukraine returned 61 defenders of Mykolaiv from Russian captivity.", 61, "UA"),
        ("Moscow says it handed over 310 bodies belonging to Ukrainian soldiers.", 310, "UA"),
        ("In the swap 14 captives were handed over to Azerbaijan and 47 to Armenia.", 47, "AM"),
        ("Colombia's last rebel group freed eight people in the deal. The ELN had held them hostage.", 8, "CO"),
        ("Ukraine got back 215 prisoners of war from Russia. The freed include 31 pilots, of them nine officers.", 215, "UA"),
        ("War in Sudan: a drone attack by the RSF on the market in Khartoum killed 36 people.", 36, None),
        ("War in Sudan: a drone attack by the RSF in Khartoum killed 36 soldiers.", 36, "SD"),
        ("The war between Armenia and Azerbaijan killed more than 5,200 people on both sides.", 5200, None),
        ("Nine commanders were exchanged for 61 Russian prisoners of war held in Ukraine.", 9, "UA"),
        ("Among the released Ukrainians are 12 officers, after the swap with Russia.", 12, "UA"),
        ("The TPLF rebels in Ethiopia say they will free 3,100 prisoners of war.", 3100, "ET"),
        ("Some 88 soldiers held by the RSF in Sudan were released.", 88, "SD"),
        ("Air defences brought down all 73 drones launched at Kyiv in the war with Russia.", 73, "RU"),
        ("Ukraine got back 160 prisoners of war from Russia. Seven civilians were also freed.", 7, "UA"),
        ("Russia gave Ukraine the remains of 1,310 soldiers on Tuesday.", 1310, "UA"),
        ("Ukraine received 870 bodies on Friday; the transfer brought 41 dead to Russia.", 870, "UA"),
        ("Ukraine and Russia are at war. Moscow promised to hand over 23 wounded prisoners of war.", 23, "UA"),
        ("Kharkiv endured a bombardment of the Russians with 17 drones and missiles.", 17, "RU"),
        ("Russia invaded Ukraine in 2022 and now controls about 17 percent of its territory.", 17, "RU"),
        ("Ukraine says Russia massed 50,000 troops near Kursk, including 10,000 soldiers from North Korea.", 10_000, "KP"),
        ("Russia wants to oust Ukrainian forces from Kursk after massing more than 50,000 troops.", 50_000, "RU"),
        ("Ukraine and Russia swapped prisoners. “We managed to free 215 people,” Yermak said.", 215, "UA"),
        ("In the swap Russia got 55 prisoners back from Ukraine. The separatists also released 10 foreigners.", 10, None),
    ],
)
def test_party(text: str, low: float, party: str | None) -> None:
    check(text, low, party=party)


@pytest.mark.parametrize(
    ("text", "low", "first", "last"),
    [
        # background lends its day to no other figure
        ("Ukraine and Russia swapped 220 prisoners each. In January, Ukraine and Russia swapped 90 prisoners each.", 220, None, None),
        ("The ELN rebels freed six people in Colombia whom they had kidnapped last month.", 6, None, None),
        ("After three weeks of clashes that killed 101 people, Thailand and Cambodia agreed a truce on Saturday.", 101, None, None),
        # the day of the strike, not that of the report on it
        (
            "Russian drones killed five people in Sumy, officials said on Tuesday. They struck on Monday night.",
            5,
            "2025-05-26",
            "2025-05-26",
        ),
        ("Russia and Ukraine swapped 1,000 prisoners each over three days from Friday.", 1000, "2025-05-23", "2025-05-25"),
        (
            "Russia and Ukraine swapped prisoners over three days, beginning Friday, May 23, when both sides freed 390.",
            390,
            "2025-05-23",
            "2025-05-23",
        ),
        ("Russia fired 90 drones on Tuesday. It had fired even more, 140 drones, the previous night.", 140, "2025-05-26", "2025-05-26"),
        (
            "The first round of Ukraine's talks with Russia was held on May 12-13, the second round on May 20-21.",
            2,
            "2025-05-20",
            "2025-05-21",
        ),
    ],
)
def test_dates(text: str, low: float, first: str | None, last: str | None) -> None:
    check(text, low, event_from=date.fromisoformat(first) if first else None, event_to=date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("text", "low", "place"),
    [
        ("Russian shelling killed four people in the Sumy region.", 4, "Sumy region"),
        ("Russian shelling killed four people in the southern city of Odessa.", 4, "Odesa"),
        ("A Russian strike on the village of Hrushivka in Ukraine killed four people.", 4, "Hrushivka"),
        ("Five people died in Kyiv Oblast and six in Kharkiv when Russian missiles fell on Ukraine.", 5, "Kyiv region"),
        ("Five people died in Kyiv Oblast and six in Kharkiv when Russian missiles fell on Ukraine.", 6, "Kharkiv"),
        ("An RSF strike on a market in El-Fasher in Sudan's Darfur region killed 12 people.", 12, "El Fasher"),
        ("Kherson was shelled by Russian troops all night, and seven people were killed.", 7, "Kherson"),
        ("Russian drones hit a depot in Nikopol. Three men there were killed.", 3, "Nikopol"),
        ("Ukraine and Russia held a third round of talks in Istanbul.", 3, "Istanbul"),
        ("Ukraine and Russia swapped 50 prisoners each on Tuesday at the border.", 50, None),
        ("The Houthis freed 290 detainees in Sanaa.", 290, "Sanaa"),
        ("Ukraine got back 90 soldiers from Russia who had been captured in Mariupol.", 90, None),
        ("The Israel-Hamas war: Hamas released 12 hostages.", 12, None),
        ("Russia's war in Ukraine has killed 12,000 people since the invasion began.", 12000, None),
    ],
)
def test_place(text: str, low: float, place: str | None) -> None:
    check(text, low, place=place)


@pytest.mark.parametrize(
    ("text", "low", "speaker", "side"),
    [
        ("The Kyiv regional head, Mykola Lysenko, said Russian shelling killed six people.", 6, "Mykola Lysenko", "UA"),
        ("The governor of the eastern region of Poltava, Filip Savchuk, said six people died in the war.", 6, "Filip Savchuk", "UA"),
        (
            "The ICRC, which watched the swap in Yemen, said 120 Houthi prisoners were freed.",
            120,
            "International Committee of the Red Cross",
            "third",
        ),
        ("The Ukrainian security agency, known as the SBU, said Russia freed 33 soldiers.", 33, "Ukrainian security agency", "UA"),
        ("In Odesa, local officials said a Russian strike killed six people.", 6, "local officials", "UA"),
        ("Shehbaz Sharif praised his pilots, claiming that six Indian aircraft were downed over Pakistan.", 6, "Shehbaz Sharif", "PK"),
        ("Russia still holds 8,000 Ukrainian prisoners of war – Ukraine's ombudsman", 8000, "Ukraine's ombudsman", "UA"),
        ("Israel and Hamas announced that Hamas had freed nine hostages.", 9, "Israel", "IL"),
        ("Gaza Strip: Hamas freed nine Israeli hostages on Tuesday.", 9, None, None),
        ("In July they announced the release of 1,100 Ukrainian soldiers from Russian captivity.", 1100, None, None),
        (
            "Russia's defence ministry said each side freed 150 prisoners, although Volodymyr Zelensky said 189 Ukrainians came home.",
            189,
            "Volodymyr Zelensky",
            "UA",
        ),
        ("Russia has 90,000 troops at the border of Ukraine, reports Ukrainian intelligence.", 90_000, "Ukrainian intelligence", "UA"),
        (
            "Last week the Russian Commissioner for Human Rights, Tatiana Moskalkova, announced a swap of 70 soldiers with Ukraine.",
            70,
            "Tatyana Moskalkova",
            "RU",
        ),
        ("MOSCOW, (TS) - Russia's Defense Ministry said that Ukraine freed 40 soldiers.", 40, "Russian Ministry of Defence", "RU"),
        ("Russia is to free 90 Ukrainians, according to President Donald Trump's envoy, Steve Witkoff.", 90, "Steve Witkoff", "third"),
        (
            "Yermak said 116 Ukrainians came home in the swap, while Moscow's defence ministry said 63 Russians did.",
            116,
            "Andriy Yermak",
            "UA",
        ),
        (
            "Yermak said 116 Ukrainians came home in the swap, while Moscow's defence ministry said 63 Russians were freed.",
            63,
            "Russian Ministry of Defence",
            "RU",
        ),
        ("Each side freed 900 soldiers in May, and now Ukraine claims more than 70 came home.", 900, None, None),
        ("Ukraine accuses Russia of abducting 19,000 children, which Moscow denies.", 19_000, "Ukraine", "UA"),
        ("Three people were killed in a strike on Kherson, Petro Koval, Ombudsperson of Kherson, said on June 2.", 3, "Petro Koval", None),
        ("Russian attacks have killed 12,000 people in Ukraine, per United Nations data.", 12_000, "United Nations", "third"),
        ("Russia fired 117 drones at Ukraine, the Daily Courier reports, citing Ukrainian officials.", 117, "Ukrainian officials", "UA"),
        ("Western officials believe that some 50,000 Russian troops are massed near Sumy.", 50_000, "Western officials", "third"),
        ("Ukraine's leaders condemned Russian strikes that they said killed 26 people.", 26, "Ukraine's leaders", "UA"),
        ("Russia’s Defense Ministry said that Ukraine freed 40 soldiers.", 40, "Russian Ministry of Defence", "RU"),
        (
            "Ukraine and Russia held a swap.\n\nToday 230 Ukrainians have returned from captivity. They are well. - Budanov noted.\n",
            230,
            "Kyrylo Budanov",
            "UA",
        ),
        ("Ukraine and Russia held a swap.\n\nToday 230 Ukrainians have come home. – It was the largest.\n", 230, None, None),
        ("The Moscow Times reported that Russia freed 10 Ukrainian captives in a swap.", 10, "Moscow Times", "third"),
        ("Lvova-Belova spoke on Monday. According to her, 35 children were returned to Ukraine.", 35, "Maria Lvova-Belova", "RU"),
        (
            "Zelensky spoke on Monday. A Russian attack killed eight people in Ukraine, the regional governor said.",
            8,
            "regional governor",
            "UA",
        ),
        ("Medinsky who led the Russian team told reporters Russia would hand 600 bodies to Ukraine.", 600, "Vladimir Medinsky", "RU"),
        ("Russia Hands Over 600 Bodies of Ukrainian Soldiers - Medinsky", 600, "Vladimir Medinsky", "RU"),
    ],
)
def test_speaker(text: str, low: float, speaker: str | None, side: str | None) -> None:
    check(text, low, speaker=speaker, speaker_side=side)


@pytest.mark.parametrize(
    ("text", "low", "expected"),
    [
        (
            "Russia and Ukraine agreed on Monday to swap 1,200 prisoners of war.",
            1200,
            {"status": "agreed", "deal_date": date(2025, 5, 26), "event_from": None},
        ),
        (
            "Under a deal reached on May 16, Russia and Ukraine swapped 270 prisoners each on Saturday.",
            270,
            {"deal_date": date(2025, 5, 16), "event_from": date(2025, 5, 24)},
        ),
        (
            "At the second round of talks in Istanbul on May 16 Russia and Ukraine agreed to swap 1,200 prisoners.",
            1200,
            {"round": 2, "deal_date": date(2025, 5, 16)},
        ),
        ("Russia held 6,235 Ukrainian prisoners of war as of May 1.", 6235, {"as_of": date(2025, 5, 1), "event_from": None}),
        ("Nigeria's government said in April it would rescue the 118 girls still held by Boko Haram.", 118, {"as_of": date(2025, 4, 30)}),
        ("Trump and Putin agreed to a 20-day energy truce in Ukraine.", 20, {"status": "proposed"}),
        ("Russia and Ukraine agreed to a 20-day energy truce, Trump said.", 20, {"status": "agreed"}),
        ("Fire went on in Ukraine despite a ten-day truce announced by Russian President Vladimir Putin.", 10, {"status": "planned"}),
        ("Kyiv's proposal to Moscow for a more extended truce of 20 days got no answer.", 20, {"status": "proposed"}),
        ("Kyiv backs a U.S. proposal for a truce of 20 days with Russia.", 20, {"status": "proposed", "proposer": "US"}),
        ("Israel and Hamas agreed to extend the truce by two days.", 2, {"rule": "ceasefire_duration:extension:left"}),
        ("The Houthis unilaterally freed 153 prisoners in Yemen.", 153, {"unilateral": True}),
        ("Hamas freed nine hostages seized on October 7, 2023.", 9, {"event_from": None}),
        ("In 2011 Israel freed 1,027 prisoners in a swap with Hamas.", 1027, {"event_from": date(2011, 1, 1)}),
        (
            "Since the war in Gaza began, 13,400 Palestinians have been killed. Hamas freed 11 hostages on Monday.",
            13400,
            {"event_from": None},
        ),
        ("On Monday Le Monde wrote that Russia and Ukraine had agreed to swap 6 prisoners.", 6, {"deal_date": None, "event_from": None}),
        ("Ukraine yesterday refused to release 23 Russian prisoners of war.", 23, {"deal_date": None, "event_from": None}),
        ("Russia asked Ukraine to extend the three-day truce that ends on Tuesday by three days.", 3, {"deal_date": None}),
        ("Ukraine gave its Russian counterparts a list of 399 abducted Ukrainian children.", 399, {"proposer": "UA"}),
    ],
)
def test_days_of_deals_and_states(text: str, low: float, expected: dict[str, object]) -> None:
    check(text, low, **expected)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Russia and Ukraine, in talks mediated by Turkey, swapped 90 prisoners. Moscow said so in Istanbul, Turkey.", "RU-UA"),
        ("The two sides agreed to swap 90 prisoners each, Vladimir Medinsky said in Istanbul. Moscow is ready, he added.", "RU-UA"),
    ],
)
def test_sides(text: str, sides: str) -> None:
    check(text, 90, sides=sides)


@pytest.mark.parametrize(
    ("text", "low", "basis", "party"),
    [
        ("Russia handed over 300 bodies to Ukraine each day of the week.", 300, "one_side", "UA"),
        ("Each of the 146 prisoners freed by Russia phoned home.", 146, "one_side", "UA"),
        ("Each of the warring sides freed 44 prisoners of war.", 44, "per_side", None),
        ("Ukraine received 909 bodies of its soldiers from Russia, with both sides confirming the transfer.", 909, "one_side", "UA"),
        ("Russia freed 22 prisoners, which both sides praised.", 22, "one_side", "UA"),
        ("Both sides freed 22 prisoners of war.", 22, "per_side", None),
        ("Both sides freed a total of 120 people in the prisoner swap.", 120, "total", None),
        ("Russia released as many as 50 Ukrainian prisoners.", 50, "one_side", "UA"),
        ("Russia freed 50 prisoners and Ukraine as many.", 50, "per_side", None),
        ("Russia freed a total of 120 Ukrainian civilians in the swap.", 120, "one_side", "UA"),
        ("Russia and Ukraine agreed to exchange prisoners on a 1,200-1,200 basis.", 1200, "per_side", None),
        ("Each side released 270 soldiers and 120 civilians in the swap between Russia and Ukraine.", 120, "per_side", None),
        ("The two sides exchanged the bodies of 563 Ukrainian soldiers and 37 Russian soldiers.", 37, "one_side", "RU"),
        (
            "Russia said it swapped 115 prisoners seized in an almost three-week incursion for the same number of Ukrainian soldiers.",
            115,
            "per_side",
            None,
        ),
    ],
)
def test_basis(text: str, low: float, basis: str | None, party: str | None) -> None:
    check(text, low, basis=basis, party=party)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Russia has freed 19 out of 28 detained sailors, Ukraine said.", [("prisoners_exchanged", 19)]),
        (
            "Red Cross teams took the bodies of 15 Palestinians to Gaza, bringing the number handed over by Israel to 270.",
            [("bodies_repatriated", 15), ("bodies_repatriated_total", 270)],
        ),
        (
            "Ukraine brought 163 of its people home from captivity. 95 soldiers, 56 guardsmen and 12 sailors.",
            [("prisoners_exchanged", 163), ("prisoners_exchanged", 95), ("prisoners_exchanged", 56), ("prisoners_exchanged", 12)],
        ),
        ("Ukraine brought 163 of its people home from captivity. 95 soldiers, 56 guardsmen wait.", [("prisoners_exchanged", 163)]),
        (
            "Boko Haram handed over 21 girls to Nigeria on Monday, the first release of any of the more than 200 girls kidnapped.",
            [("prisoners_exchanged", 21)],
        ),
        ("The war in Sudan: the truce has so far received support from 24 members of the council.", []),
        (
            "The rebels in Yemen freed 153 prisoners. The release follows the detention of seven aid workers.",
            [("prisoners_exchanged", 153)],
        ),
        ("Israel freed hundreds of Palestinian prisoners. Hamas gave back Uri Katz, 69; Dan Levy, 50.", [("prisoners_exchanged", 200)]),
        ("Ukraine returned the bodies of another 140 servicemen who died in the war.", [("bodies_repatriated", 140)]),
        (
            "Freed from Russian captivity are 95 soldiers and 12 border guards.",
            [("prisoners_exchanged", 95), ("prisoners_exchanged", 12)],
        ),
    ],
)
def test_what_is_claimed(text: str, claims: list[tuple[str, float]]) -> None:
    assert [(made.metric, made.low) for made in read(text, CATALOGUE, WEDNESDAY)] == claims


def test_a_date_on_which_a_truce_runs_out_dates_no_exchange() -> None:
    check("Israel freed 44 prisoners under a truce with Hamas that expires on Saturday.", 44, event_from=None)


def test_two_figures_that_add_up_to_one_before_are_its_parts() -> None:
    text = "Ukraine got 390 people back from Russian captivity on Friday. Relatives waited. Four women and 386 men were among those freed."
    whole = claim(text, 390)
    for low in (4, 386):
        check(text, low, part=True, part_of=whole["start"], parts_complete=True)


def test_a_whole_has_the_days_of_its_parts_and_they_its_basis() -> None:
    text = "Ukraine and Russia exchanged 1,000 prisoners each over three days: 390 on Friday, 307 on Saturday and 303 on Sunday."
    check(text, 1000, event_from=date(2025, 5, 23), event_to=date(2025, 5, 25), part=False)
    check(text, 307, event_from=date(2025, 5, 24), event_to=date(2025, 5, 24), part=True, basis="per_side")


def test_what_a_deal_comes_to_in_bodies_is_no_running_total() -> None:
    check("In all, Ukraine has received 2,080 bodies from Russia under the Oslo agreements.", 2080, metric="bodies_repatriated")
    check("In all, Ukraine has received 2,080 bodies from Russia since the war began.", 2080, metric="bodies_repatriated_total")


def test_a_war_that_claims_lives_says_nothing() -> None:
    check("The Red Cross met the rebels in Yemen. It claimed more than 370,000 lives, the war.", 370_000, speaker=None)


def test_a_colon_parts_two_sayings() -> None:
    text = "Armenia and Azerbaijan named the same number: Baku promised to release 32 Armenian soldiers, Yerevan two."
    check(text, 32, basis="one_side", party="AM")


@pytest.mark.parametrize(
    ("text", "low", "status"),
    [
        ("Envoys of Ukraine and Russia reached an agreement to swap 314 prisoners.", 314, "agreed"),
        ("Under an agreement between Ukraine and Russia 314 prisoners came home on Tuesday.", 314, "completed"),
        ("The deal between Ukraine and Russia stipulates that both will hand over 600 bodies.", 600, "agreed"),
        ("Putin's announcement of a 30-hour truce surprised Ukraine.", 1.25, "planned"),
        ("Ukraine's main demand was a 30-day ceasefire as a starting point for talks.", 30, "proposed"),
        ("According to the ministry, Ukraine managed to repatriate 12 bodies of its soldiers from Russia.", 12, "completed"),
        ("An exchange of 115 prisoners is to take place between Ukraine and Russia.", 115, "planned"),
        ("Ten more prisoners will be released by Russia and returned to Ukraine.", 10, "planned"),
        ("Russia launched an operation to hand over 6,000 bodies of soldiers to Ukraine.", 6000, "planned"),
        ("The lists for the exchange of 1,000 people, as agreed in May, are late, Ukraine told Russia.", 1000, "agreed"),
        ("Ukraine and Russia agreed on a swap at the second round of talks.", 2, "completed"),
        ("Zelensky proposed extending the truce between Ukraine and Russia to 30 days.", 30, "proposed"),
        ("After a two-hour meeting Putin said that he hopes for a truce in Ukraine and may meet Zelensky.", 2, "completed"),
        ("Putin announced an Easter truce in Ukraine that was supposed to last for 30 hours.", 1.25, "planned"),
    ],
)
def test_status(text: str, low: float, status: str) -> None:
    check(text, low, status=status)
