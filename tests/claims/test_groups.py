"""Wars between a state and an armed group: whose *the army* and *the rebels* are, who speaks for whom, who is given for whom."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read
from metrics.model import Claim

CATALOGUE = catalogue.load()
SATURDAY = date(2018, 11, 17)
MINDANAO = "Philippine troops have fought Abu Sayyaf on Jolo for years. "
COLOMBIA = "Colombia has fought the FARC for decades. "
YEMEN = "Yemen's government is at war with the Houthis. "
SUDAN = "South Sudan's government is at war with the SPLA-IO. "
SPLA_IO = "Sudan People's Liberation Movement-in-Opposition"
IRAN_HEALTH = "Iranian Health Ministry"
LIBYA = "Libya's government fights the Libyan National Army. "


def claim(text: str, low: float) -> Claim:
    made = read(text, CATALOGUE, SATURDAY)
    found = next((one for one in made if one.low == low), None)
    assert found is not None, [(one.metric, one.low) for one in made]
    return found


@pytest.mark.parametrize(
    ("text", "low", "speaker", "side"),
    [
        (MINDANAO + "The military said 9 gunmen were killed.", 9, "military", "PH"),
        (MINDANAO + "A shell killed 4 soldiers, regional army spokesman Lt. Col. Rey Cruz told reporters.", 4, "Rey Cruz", "PH"),
        (COLOMBIA + "The guerrillas said 6 soldiers were killed.", 6, "Revolutionary Armed Forces of Colombia", "FARC"),
        (COLOMBIA + "Rebel spokesman Pedro Gil said 6 soldiers were killed.", 6, "Pedro Gil", "FARC"),
        (COLOMBIA + "Local activists said that 12 villagers were killed.", 12, "Local activists", "third"),
        (COLOMBIA + "Residents said that 12 villagers were killed.", 12, None, None),
        (COLOMBIA + "A spokeswoman for the mission of the Red Cross there, Ana Rey, said 3 soldiers were freed.", 3, "Ana Rey", "third"),
        (COLOMBIA + "Three men were freed at the border, or near it, said U.S. monitor Jim Hale.", 3, "Jim Hale", "third"),
        (COLOMBIA + "The ELN guerrilla group has announced that it killed 6 soldiers.", 6, "National Liberation Army", "ELN"),
        (COLOMBIA + "According to a local resident, 6 soldiers were killed.", 6, "local resident", "third"),
        (COLOMBIA + "Six men died, with army officials telling reporters that 9 rebels were killed.", 9, "army officials", "CO"),
        (COLOMBIA + "The army did not say when the attack, which killed 6 soldiers, took place.", 6, None, None),
        (COLOMBIA + "In what officials said was the largest swap, rebels freed 30 men.", 30, None, None),
        (YEMEN + "“We wait,” said Ana Rey, the delegate at the gate where 40 prisoners were to have been freed.", 40, None, None),
        (YEMEN + "Some 40 captives were freed in the swap, said prison official Ali Saleh Nasser.", 40, "Ali Saleh Nasser", "YE"),
        (YEMEN + "In Saudi Arabia, state media said 3 people were killed by a Houthi missile.", 3, "state media", "SA"),
        (SUDAN + "A South Sudanese rebel group said it had released 15 soldiers.", 15, SPLA_IO, "SPLA_IO"),
        (SUDAN + "The extremist group claimed that it killed 39 soldiers.", 39, SPLA_IO, "SPLA_IO"),
        ("Pakistan has fought the Taliban since October. Ten people were killed, a hospital official said.", 10, "hospital official", None),
        ("Pakistan has fought the Taliban since October. The military said 10 people were killed.", 10, "military", "PK"),
        (YEMEN + "The Houthis kept quiet. “We freed 40 men in the swap,” a source close to the talks said.", 40, None, None),
        ("Iran and Israel are at war. Iran's health ministry took stock and said 610 people were killed.", 610, IRAN_HEALTH, "IR"),
        ("Iranian Health Ministry: 606 Killed in War With Israel", 606, IRAN_HEALTH, "IR"),
        (YEMEN + "According to Al Jazeera citing a local doctor, 14 prisoners were swapped.", 14, "Al Jazeera", "third"),
        (YEMEN + "Some 14 prisoners were swapped, as per a Houthi statement.", 14, "Houthis", "HOUTHI"),
        (
            "Armenia fights Azerbaijan. 8 bodies were handed over, the State Service of Rare Situations of Artsakh told reporters.",
            8,
            "State Service of Rare Situations of Artsakh",
            "ARTSAKH",
        ),
    ],
)
def test_speaker(text: str, low: float, speaker: str | None, side: str | None) -> None:
    found = claim(text, low)
    assert (found.speaker, found.speaker_side) == (speaker, side)


@pytest.mark.parametrize(
    ("text", "low", "party"),
    [
        (MINDANAO + "Marines rescued a Dutch tourist after a clash that killed 7 of his militant captors.", 7, "ABU_SAYYAF"),
        (COLOMBIA + "In the exchange 20 rebels were freed.", 20, "FARC"),
        (YEMEN + "In the largest swap the Saudi-led coalition and the Houthis released 1,100 detainees.", 1100, None),
        (YEMEN + "Some 970 captives were flown to Yemen in the exchange.", 970, None),
        (YEMEN + "The swap freed 90 Houthi prisoners in exchange for 55 from the government's side.", 55, "YE"),
        (YEMEN + "Among those released in the swap were 15 Saudi and four Sudanese nationals.", 15, "SA"),
        (LIBYA + "In all, 21 prisoners of the Libyan National Army were swapped with 6 soldiers.", 6, "LY"),
        (COLOMBIA + "Leftist rebels freed 2 hostages; the army had let go 20 rebel prisoners in the deal.", 2, "CO"),
        (COLOMBIA + "Colombia's paramilitaries killed 4 soldiers.", 4, "CO"),
        (YEMEN + "A Houthi attack on Abu Dhabi killed three civilians.", 3, "AE"),
        (
            YEMEN + "The Houthis said it was a deal: they freed 40 men in return for the government's release of 90 Houthi prisoners.",
            40,
            "YE",
        ),
        ("India and Pakistan shelled each other along the border between India and Pakistan, killing 7 villagers.", 7, None),
        (SUDAN + "A South Sudanese rebel group said it had released 15 soldiers in the deal.", 15, "SS"),
        ("Pakistan fights the Taliban. They meet in Qatar on Friday, a day after air strikes that killed 10 people.", 10, None),
        (MINDANAO + "Troops held the camp after a raid that left five of the assailants dead.", 5, "ABU_SAYYAF"),
        (MINDANAO + "Five soldiers were wounded near the stronghold of the Abu Sayyaf.", 5, "PH"),
        ("Serbia fought the Kosovo Liberation Army. In a swap two Serbs were handed to the Kosovo Verification Mission.", 2, "RS"),
        (YEMEN + "In the swap 12 workers from Thailand were freed.", 12, "TH"),
        ("The SDF fights the SNA in Syria. In the swap the SDF received 40 bodies that had been held by the SNA.", 40, "SDF"),
        ("Serbia fought the Kosovo Liberation Army. The guerrillas freed 5 Yugoslav soldiers.", 5, "RS"),
        ("In Ethiopia's war the TPLF decided to free 300 prisoners of war, according to the TPLF.", 300, "ET"),
    ],
)
def test_party(text: str, low: float, party: str | None) -> None:
    assert claim(text, low).party == party


@pytest.mark.parametrize(
    ("text", "low", "day"),
    [
        ("Published 5:18 PM, November 17, 2018\n\n" + MINDANAO + "Rebels killed 5 soldiers. They struck on Friday.", 5, date(2018, 11, 16)),
        (MINDANAO + "A raid killed 7 gunmen, the army said on Saturday (Nov 17). It came on Thursday night.", 7, date(2018, 11, 15)),
        (YEMEN + "On Nov 14, 13 captives were freed in the swap, on Nov 15 — 12 captives.", 13, date(2018, 11, 14)),
        (YEMEN + "The swap freed 40 captives, while on Sunday 20 captives will be released.", 20, date(2018, 11, 18)),
    ],
)
def test_day(text: str, low: float, day: date) -> None:
    assert claim(text, low).event_from == day


@pytest.mark.parametrize(
    ("text", "metric", "lows"),
    [
        ("The Taliban swap captives. A batch of 38 Afghan men in Taliban captivity have been released.", "prisoners_exchanged", [38]),
        (COLOMBIA + "The clashes left 30 people dead and dozens of others injured.", "people_wounded", [24]),
        (YEMEN + "Of the 240 captives in the swap, a few spoke.", "prisoners_exchanged_total", []),
        (MINDANAO + "Troops were trying to rescue 23 hostages.", "prisoners_held", [23]),
        (YEMEN + "In the swap 5 men who were imprisoned in Aden are finally coming home.", "prisoners_exchanged", [5]),
        (MINDANAO + "Troops retrieved the decapitated bodies of two crewmen.", "bodies_repatriated", []),
        ("Some 610 civilians were killed in Iran since the outbreak of war with Israel.", "people_killed", [610]),
        (LIBYA + "The two sides exchanged prisoners under the 5+5 commission.", "prisoners_exchanged", []),
        (YEMEN + "An aircraft carrying 76 captives landed after the swap.", "prisoners_exchanged", [76]),
        (COLOMBIA + "Over 900 disarmed soldiers were moved from the town.", "troops_massed", []),
        (YEMEN + "The government handed over four slain soldiers.", "bodies_repatriated", [4]),
        (YEMEN + "A swap freed the leader's two nephews and five oil executives.", "prisoners_exchanged", [2, 5]),
        (MINDANAO + "Rebels killed nine men, but the remains of only two were recovered.", "prisoners_exchanged", []),
    ],
)
def test_what_is_counted(text: str, metric: str, lows: list[float]) -> None:
    assert [one.low for one in read(text, CATALOGUE, SATURDAY) if one.metric == metric] == lows


def test_estimated_by_nobody() -> None:
    text = COLOMBIA + "The UN agency spoke of the dead. It's estimated that 900 villagers were killed."
    assert claim(text, 900).speaker is None


@pytest.mark.parametrize(
    ("text", "low", "status"),
    [
        (YEMEN + "The quarrel put off the planned release of 300 captives on Thursday.", 300, "planned"),
        (YEMEN + "Men wait at the bridge, where 400 captives were to have been freed in the swap.", 400, "planned"),
        (YEMEN + "Kabul called on the rebels to extend the truce by four days.", 4, "proposed"),
        (YEMEN + "Some 315 prisoners are included in the deal.", 315, "agreed"),
    ],
)
def test_status(text: str, low: float, status: str) -> None:
    assert claim(text, low).status == status


def test_what_one_clause_plans_the_other_has_done() -> None:
    text = YEMEN + "The swap included the release of 40 captives, while on Sunday 20 more captives will be released."
    assert (claim(text, 40).status, claim(text, 20).status) == ("completed", "planned")


def test_sides_of_a_group_that_nobody_names() -> None:
    text = "Five Americans held in Iran came home on Friday in a swap for five Iranians held in the United States."
    assert {one.sides for one in read(text, CATALOGUE, SATURDAY)} == {"IR-US"}


def test_hurt_in_a_clash_with_others() -> None:
    made = read(MINDANAO + "Five soldiers were wounded in a clash with 20 members of Abu Sayyaf.", CATALOGUE, SATURDAY)
    assert [one.low for one in made if one.metric == "people_wounded"] == [5]


SYRIA = "Syria has been at war for years. "
SOMALIA = "Somalia has fought al-Shabab for years. "


@pytest.mark.parametrize(
    ("text", "low", "party", "sides"),
    [
        (SYRIA + "Rebels freed 25 soldiers on Monday in a swap.", 25, "SY", "FSA-SY"),
        (SYRIA + "Rebels gave back 25 captives to regime forces in exchange for 12 prisoners and 11 bodies.", 12, "FSA", "FSA-SY"),
        (SYRIA + "Rebels gave back 25 captives to regime forces in exchange for 12 prisoners and 11 bodies.", 11, "FSA", "FSA-SY"),
        ("Suspected jihadists killed 14 people in the north of Mali.", 14, "ML", "JNIM-ML"),
        ("Suspected jihadists killed 14 people in northern Niger, near Mali.", 14, "NE", None),
        ("The Islamic State in the Greater Sahara killed 14 people in Mali.", 14, "ML", "ISGS-ML"),
        ("Rebels in DR Congo, the M23, were accused. In all 31 people were killed in Goma.", 31, "CD", "CD-M23"),
        (COLOMBIA + "The FARC is silent. The ELN separately freed five workers of a Canadian oil company.", 5, "CO", "CO-ELN"),
        (COLOMBIA + "Three rebels died and four more were injured.", 4, "FARC", "CO-FARC"),
        (SOMALIA + "An attack by al-Shabab killed 9 people in the Ugandan capital, Kampala.", 9, "UG", "AL_SHABAAB-SO"),
        (SOMALIA + "Gunmen killed 4 members of the African Union force near Mogadishu.", 4, "AFRICAN_UNION", "AL_SHABAAB-SO"),
        (SOMALIA + "Three peacekeepers were killed in a raid in Mogadishu.", 3, None, "AL_SHABAAB-SO"),
        (SOMALIA + "Six Kenyan soldiers were killed on Monday. Five soldiers were wounded.", 5, "KE", "AL_SHABAAB-SO"),
        (YEMEN + "Saudi Arabia and the Houthi rebels have freed hundreds of captives in the swap.", 200, None, "HOUTHI-YE"),
        (YEMEN + "Saudi Arabia released on Monday 83 prisoners loyal to the Houthis in the swap.", 83, "HOUTHI", "HOUTHI-YE"),
        (SYRIA + "Syrian rebels raided a camp, killing dozens of pro-government fighters, including 3 from Iran.", 24, "SY", "FSA-SY"),
        (MINDANAO + "Government forces raided the extremists' hideout, killing 15 of them.", 15, "ABU_SAYYAF", "ABU_SAYYAF-PH"),
        (SOMALIA + "Three Kenyan peacekeepers were killed. A gunman wounded five soldiers.", 5, "KE", "AL_SHABAAB-SO"),
        ("Israel and Hamas agreed to a swap. Eight Gaza hostages were freed by Hamas.", 8, "IL", "HAMAS-IL"),
        ("Iran and the United States agreed to a swap. Five Iranian Americans were freed by Iran.", 5, "US", "IR-US"),
        ("India and Pakistan fought on. Nine Pakistani soldiers, including two commandos, were killed in Kashmir.", 2, "PK", "IN-PK"),
        ("Israel and Hamas fight on. Some 15,000 people were killed in Israel's retaliatory strikes on Gaza.", 15000, "PS", "HAMAS-IL"),
        ("Israel and Hamas have a deal: Israel frees more Palestinians after Hamas frees three more hostages.", 3, "IL", "HAMAS-IL"),
        ("Hamas will free 10 hostages each day in exchange for Israel releasing Palestinian detainees.", 10, "IL", "HAMAS-IL"),
        ("Russia and Ukraine are at war, a conflict that has killed more than 10,000 people, Russia says.", 10000, None, "RU-UA"),
        ("Pakistan said 31 people were killed there, while India said 15 Indian civilians were killed by Pakistan.", 31, "PK", "IN-PK"),
        (MINDANAO + "Abu Sayyaf freed two hostages — an American and a Briton — in Jolo.", 2, None, "ABU_SAYYAF-PH"),
        (MINDANAO + "Abu Sayyaf is holding seven foreigners.", 7, None, "ABU_SAYYAF-PH"),
        (YEMEN + "In the swap 970 captives were flown to Yemen and Saudi Arabia.", 970, None, "HOUTHI-YE"),
        (YEMEN + "An operation began to release 900 prisoners under a deal among the warring sides.", 900, None, "HOUTHI-YE"),
        ("Israel and Hamas agreed to a swap. Hundreds of other prisoners were to be sent to Gaza.", 200, "PS", "HAMAS-IL"),
        (YEMEN + "The Houthis freed 40 soldiers. The prisoner swap ended after freeing 800.", 800, None, "HOUTHI-YE"),
        ("Afghanistan fights the Taliban. Germany, which heads a Nato mission there, has 850 soldiers at a base.", 850, "DE", "AF-TALIBAN"),
        ("Israel and Hamas have a deal. For each Israeli hostage freed, Israel is freeing 30 Palestinians.", 30, "PS", "HAMAS-IL"),
        ("India and Pakistan fight. Two militants were killed as Indian troops searched for them.", 2, None, "IN-PK"),
        (YEMEN + "Yemen's warring parties agreed to free 15,000 prisoners.", 15000, None, "HOUTHI-YE"),
        ("Iraq fights Islamic State. Turkey got back 49 hostages held by Islamic State in Mosul.", 49, "TR", "IQ-ISLAMIC_STATE"),
        ("Mali's army said 53 soldiers were killed.", 53, "ML", None),
        (YEMEN + "A plane brought back 19 troops of the Riyadh-led coalition in the swap.", 19, "SA", "HOUTHI-YE"),
    ],
)
def test_stand_ins(text: str, low: float, party: str | None, sides: str | None) -> None:
    found = claim(text, low)
    assert (found.party, found.sides) == (party, sides)


def test_a_junta() -> None:
    made = read("A junta raid in the north of Myanmar killed 12 villagers.", CATALOGUE, date(2023, 3, 4))
    assert [(one.party, one.sides) for one in made] == [(None, "MM-NUG")]


def test_a_region_at_war() -> None:
    made = read("Ten people were killed by drones in Ethiopia's Tigray region.", CATALOGUE, date(2022, 1, 11))
    assert [(one.party, one.sides) for one in made] == [(None, "ET-TPLF")]


def test_the_place_of_each_figure() -> None:
    text = "Jihadists killed 51 villagers in Mali and 12 troops in Burkina Faso. In Niger they killed 8 men and in Mali 7 more."
    assert [claim(text, low).party for low in (51, 12, 8)] == ["ML", "BF", "NE"]


def test_parts_told_by_their_whole() -> None:
    text = "Iran and the United States agreed to a swap. The US freed five Iranians. Two of the freed Iranians flew home to Tehran."
    assert [(claim(text, low).part, claim(text, low).party) for low in (5, 2)] == [(False, "IR"), (True, "IR")]


def test_the_elided_party_is_carried_over() -> None:
    text = "Boko Haram has long attacked Chad. It killed 14 people in western Chad. One man fled. There were 19 dead, the prefect said."
    assert [claim(text, low).party for low in (14, 19)] == ["TD", "TD"]


def test_a_capital_that_somebody_is_based_in_is_no_scene() -> None:
    assert claim(LIBYA + "A Geneva-based monitor said 6 children were among the migrants killed.", 6).party is None


def test_a_war_told_by_its_land_alone() -> None:
    made = read("ISRAELI troops killed 22 people in Gaza. Palestinians mourned in Gaza.", CATALOGUE, date(2025, 6, 30))
    assert [(one.party, one.sides) for one in made] == [("PS", "HAMAS-IL")]


def test_from_all_sides() -> None:
    found = claim(YEMEN + "The swap saw the release of 800 prisoners from all sides.", 800)
    assert (found.basis, found.party) == ("total", None)


def test_the_second_of_two_parts() -> None:
    text = "Sudan's army fights the RSF. A strike killed 57 people, including 22 women and 17 children, and wounded 30 others."
    assert [claim(text, low).part for low in (57, 22, 17, 30)] == [False, True, True, False]


def test_a_number_told_again_is_no_list() -> None:
    text = (
        "Nine villagers were killed in Goma by the M23. Rebels killed nine villagers, Congo said. Nine died. Later 27 people were killed."
    )
    assert not any(one.part for one in read(text, CATALOGUE, SATURDAY))


@pytest.mark.parametrize(
    ("text", "low", "party", "sides"),
    [
        ("Pakistan and Afghanistan clashed. The Taliban claimed nine deaths on its side.", 9, "TALIBAN", "PK-TALIBAN"),
        ("Clashes along the Afghanistan-Pakistan border left 36 people dead.", 36, None, "AF-PK"),
        ("Kabul said it attacked several Pakistani military posts, killing 58 soldiers. Afghanistan warned Pakistan.", 58, "PK", "AF-PK"),
        ("Israel and Iran fight. Iranian missiles hit a hospital in southern Israel. The strike wounded 240 people.", 240, "IL", "IL-IR"),
        ("Pakistan fought Afghanistan. Pakistan said it killed 200 fighters associated with the Taliban.", 200, "TALIBAN", "PK-TALIBAN"),
        ("Armenia fights Azerbaijan. Baku reported 70 dead on the first day.", 70, "AZ", "AM-AZ"),
        ("Armenia fights Azerbaijan. Some 207 Armenians were killed and 293 servicemen were wounded.", 293, "AM", "AM-AZ"),
        (
            "Armenia and Azerbaijan fight. Some 79 Azerbaijanis died. Some 207 Armenians were killed. Moreover, 93 men were hurt.",
            93,
            "AM",
            "AM-AZ",
        ),
        ("Israel's war on Gaza has killed 68,100 people since Hamas attacked.", 68100, "PS", "HAMAS-IL"),
        ("Syria fights Turkey. The strike brought to 19 the number of Turkish troops killed in Idlib.", 19, "TR", "SY-TR"),
        ("Israel and Hamas have a deal. It took the number of Palestinian bodies returned by Israel to 225.", 225, "PS", "HAMAS-IL"),
        ("Israel and Hamas have a deal. Israel said the Red Cross had received two more bodies.", 2, None, "HAMAS-IL"),
        ("Israel and Hezbollah made a swap. In return for releasing five men, Israel got two bodies.", 5, "LB", "HEZBOLLAH-IL"),
        ("Hezbollah and Israel fought a war in 2006 that killed about 1,200 people in Lebanon.", 1200, "LB", "HEZBOLLAH-IL"),
        ("Egypt fights Islamic State in Sinai. 15 IS militants were killed.", 15, "ISLAMIC_STATE", "EG-ISLAMIC_STATE"),
        ("Armenia backs Artsakh. Artsakh said 19 civilians were killed in Azerbaijan's aggression.", 19, "AM", "AM-AZ"),
        ("Bandits roam Nigeria's Zamfara state. Some 56 people were abducted, and 18 were later released.", 18, "NG", "NG-NG_BANDITS"),
        ("At least 50 Houthi rebels and Yemeni pro-government troops have been killed in Marib.", 50, None, "HOUTHI-YE"),
        ("Loyalists fight the Houthis in Yemen. 53 pro-government and Houthi rebel fighters were killed.", 53, None, "HOUTHI-YE"),
        ("Houthi rebels fight Yemen's army. Seven loyalists died. About 400 people have died in Marib.", 400, None, "HOUTHI-YE"),
        ("In Indian-administered Kashmir, shelling from the Pakistani side killed seven civilians.", 7, "IN", "IN-PK"),
        ("Three Hamas hostages returned to Israel in the fourth exchange.", 3, "IL", "HAMAS-IL"),
    ],
)
def test_states_and_their_armies(text: str, low: float, party: str | None, sides: str) -> None:
    found = next(one for one in read(text, CATALOGUE, date(2025, 10, 13)) if one.low == low)
    assert (found.party, found.sides) == (party, sides)


def test_towns_with_their_country() -> None:
    text = "Boko Haram killed 81 people in Fotokol, Cameroon, before Chadian troops drove them out, killing 200 of them. Chad mourned."
    made = read(text, CATALOGUE, date(2015, 2, 8))
    assert [one.party for one in made] == ["CM", "BOKO_HARAM"]


def test_an_army_that_lost_its_own() -> None:
    assert claim(SOMALIA + "Somali forces killed 47 al-Shabaab militants, and lost nine soldiers.", 9).party == "SO"


def test_and_so_many_elsewhere() -> None:
    made = read("Some 250 people were killed in Israel in the attack by Hamas, and 232 in Gaza.", CATALOGUE, date(2023, 10, 8))
    assert [one.party for one in made] == ["IL", "PS"]


def test_a_whole_beside_so_many_from_each_side() -> None:
    text = SYRIA + "Syrian rebels and the army swapped 40 prisoners, 20 from each side."
    assert [claim(text, low).basis for low in (40, 20)] == [None, "per_side"]
