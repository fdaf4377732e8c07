"""What reads like a claim and is none: other exchanges, other things held, released or lost, accidents and diseases, fractions."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read

CATALOGUE = catalogue.load()
FRIDAY = date(2018, 11, 16)
WAR = "Mali's army fights rebels, who took hostages and captured soldiers. "


def found(text: str) -> list[tuple[str, float]]:
    return [(one.metric, one.low) for one in read(text, CATALOGUE, FRIDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "The peso traded at 53.69 to the dollar, and the index lost 1.4%, or 6.43, in the war's third week.",
        WAR + "The pistol, a 7.65 Walther, was found with the hostage they freed.",
        WAR + "Falling stocks outnumbered those rising 553 to 85 on the Bamako Stock Exchange.",
        WAR + "Three policemen were at the gate during an exchange of fire.",
        WAR + "The 49 members opened trade talks on Tuesday.",
        WAR + "In a statement released by the palace, the two leaders thanked the army.",
        WAR + "The hostage was shown on a video released on Monday, with two flags behind him.",
        WAR + "Over 10,000 supporters of the party held a rally in the capital.",
        WAR + "Some 200 visitors came for the first joint exercise held there.",
        WAR + "The two ministers reached an agreement on prisoners.",
        WAR + "Forty members of the Red Cross were at the airport.",
        WAR + "The ruling party may lose 70 members of parliament.",
        WAR + "Mali lost to Ghana, 2-3 in sets.",
        WAR + "Eighteen children fell ill after lunch.",
        WAR + "The bank made a net loss of 42 million.",
        WAR + "The death penalty was upheld for four bankers.",
        WAR + "The firm takes about 40 percent of Mali's gold.",
        WAR + "The union gave the winger a three-week suspension.",
        WAR + "Police detained 40 protesters, and on Monday 12 students were detained.",
        WAR + "The rape case involving six soldiers goes to court.",
        WAR + "The army freed 0 prisoners of war on May 99.",
        WAR + "They agreed on a ceasefire for a region ravaged for over four years.",
        WAR + "The victims included women; eight were from one family.",
        WAR + "A pair of shoes lay there.",
        WAR + "The return of the captives is near, one official told reporters.",
        WAR + "No one was wounded when thousands of fans marched.",
        WAR + "Two newspapers asked what the execution would mean.",
        WAR + "A squad of 30 went to the Olympic Games, a six-member team for the talks.",
        WAR + "Two helicopters crashed in fog.",
        WAR + "The funeral of five captives was held on Monday.",
        WAR + "It may raise the number of soldiers by 20,000.",
        WAR + "The guide was killed at 2134 Caldwell Place.",
        WAR + "The captives came home.[49] Their release was a surprise.[50]",
        WAR + "The bank is to release its forecast on 26.",
        WAR + "Lorries delivered water to 40,000 people.",
        WAR + "The plane went missing with 162 passengers on board.",
        WAR + "Divers recovered six bodies from the plane.",
        WAR + "The firm lost 238,000 subscribers, and 20,000 workers lost their jobs.",
        WAR + "Use by the town's 40,000 people has fallen to a litre.",
        WAR + "According to a press release, a five-member jury will sit.",
        WAR + "The defence team has had 5,000 letters.",
        WAR + "A 12-piece set of soldiers (list price 40) for the child.",
        WAR + "It is about twenty people if we count the dead, wounded and missing soldiers.",
        WAR + "There was an attack on the town, with 29 drones allegedly shot down.",
        WAR + "Seven soldiers accused of beating a teenager to death are known.",
        "The first meeting of the tourism ministers opens on Monday.",
        WAR + "No one was wounded in the melee, which involved some 500 youths.",
        WAR + "Mali's win (1/0) was followed by deaths.",
        WAR + "Hundreds of people massed outside the hall of the music prize.",
        "Ten people died when the boat sank off the coast.",
        WAR + "In the photo stand three guerrillas of the National Liberation Army and several officials.",
        WAR + "Owners lost about $180bn, and 20,000 workers lost their jobs; 130,000 people lost money.",
        WAR + "Two brewers reported falling profits.",
        WAR + "There are papers from 1689, the death warrant among them.",
        WAR + "The game held its own at three.",
        WAR + "Swapping music costs the industry millions.",
        WAR + "The two-day talks that ended on Friday are aimed at forging a truce.",
        WAR + "They shook hands after a two-hour dinner followed by talks.",
        WAR + "Hundreds of villagers marched after the funeral of a man killed in the raid.",
        WAR + "In a rally for the boy's return, thousands of women marched.",
        WAR + "Some 140 judges will return to work on Sunday.",
        WAR + "A convoy brought 40 members of the choir to the Red Cross.",
        WAR + "The coast is home to two million children.",
        WAR + "Of those five are in jail.",
        WAR + "A total of 12 observers received training.",
        WAR + "Police deploy 18,000 officers across the capital.",
        WAR + "The 14th APEC meeting opens on Monday.",
        WAR + "Patrols received information about three bodies.",
        WAR + "The leader stands trial with seven aides for the massacre.",
        "A gas blast in a colliery killed 40 people.",
        "The flu has killed more than 150 people, the health body said, since the outbreak in poultry began.",
        "Sixty people died when the ferry capsized in a typhoon.",
        "Rescuers said that 17 lives were claimed. The earthquake struck at noon.",
    ],
)
def test_no_claim(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WAR + "The rebels hold 59 hostages.", [("prisoners_held", 59)]),
        (WAR + "Some 300 civilians are still detained by the rebels.", [("prisoners_held", 300)]),
        (WAR + "The 300 soldiers detained in rebel camps wait for news.", [("prisoners_held", 300)]),
        (WAR + "\n\n125 Malian soldiers held by rebels freed", [("prisoners_exchanged", 125)]),
        (WAR + "The two sides traded 40 prisoners at the border.", [("prisoners_exchanged", 40)]),
        (WAR + "The army lost 12 soldiers in the ambush.", [("people_killed", 12)]),
        (WAR + "The deaths of 12 villagers were confirmed.", [("people_killed", 12)]),
        (WAR + "The victims include 13 children.", [("people_killed", 13)]),
        (WAR + "The injured included 7 nurses.", [("people_wounded", 7)]),
        (WAR + "The raid killed a pair of officers.", [("people_killed", 2)]),
        (
            WAR + "The rebels freed 390 people. They were 270 soldiers and 120 civilians.",
            [("prisoners_exchanged", 390), ("prisoners_exchanged", 270), ("prisoners_exchanged", 120)],
        ),
        (WAR + "The bodies of the fallen (1,212) were returned to Mali.", [("bodies_repatriated", 1212)]),
        (WAR + "The raid killed as many as 20 villagers.", [("people_killed", 20)]),
        (WAR + "The rebels freed four prisoners said to be ill.", [("prisoners_exchanged", 4)]),
        (WAR + "The bomb killed Keita, a newly elected member of parliament, and three other people.", [("people_killed", 3)]),
        (WAR + "The number of French troops in Mali was raised to 5,000.", [("troops_massed", 5000)]),
        (WAR + "The number of French troops killed there rose to 50.", [("people_killed", 50)]),
        (WAR + "France is to provide 700 troops for the north.", [("troops_massed", 700)]),
        (WAR + "The assassination of a mayor and 20 other people shook the town.", [("people_killed", 20)]),
        (WAR + "A car bomb killed 12 Monday in the capital.", [("people_killed", 12)]),
        (WAR + "The raid wounded 30 Saturday, the mayor said.", [("people_wounded", 30)]),
        (WAR + "\n\nRaid Kills 14 In Mali Town", [("people_killed", 14)]),
        (WAR + "The militia killed 30 Tutsis and 20 Lendu.", [("people_killed", 30), ("people_killed", 20)]),
        (WAR + "They plan to free 40 prisoners of war.", [("prisoners_exchanged", 40)]),
        (WAR + "The total number of captives returned has risen to 270.", [("prisoners_exchanged_total", 270)]),
        (WAR + "A 21-member team will negotiate with the rebels.", [("delegation_size", 21)]),
        (WAR + "They freed a man taken with two tourists who were later beheaded.", [("people_killed", 2)]),
        (WAR + "The strike left one person critically injured.", [("people_wounded", 1)]),
        (
            WAR + "He praised the release of four captives – a Norwegian and three Malian fishermen.",
            [("prisoners_exchanged", 4), ("prisoners_exchanged", 3)],
        ),
        (WAR + "The raid targeted Gao, the capital of the region, with four missiles.", [("missiles_launched", 4)]),
        (WAR + "A jet was shot at, and two planes crashed in the desert.", [("aircraft_hit", 2)]),
        (
            WAR + "The rebels say that they shot down six planes, listing:\n-\n4 MiG-29\n-\n2 Su-30\n-\n1 drone",
            [("aircraft_hit", 6), ("aircraft_hit", 4), ("aircraft_hit", 2)],
        ),
        (WAR + "Some 20 security forces were killed.", [("people_killed", 20)]),
        (
            WAR + "The death toll since the truce took effect on Friday has risen to 236, with 600 wounded.",
            [("people_killed", 236), ("people_wounded", 600)],
        ),
        (WAR + "The number of wounded stands at 170,670.", [("people_wounded", 170670)]),
        (WAR + "Seven martyrs and several injured people were brought in.", [("people_killed", 7), ("people_wounded", 3)]),
        (
            WAR + "Two farmers, including a child, were reported killed and eight others injured in the raid.",
            [("people_killed", 2), ("people_wounded", 8)],
        ),
        (
            WAR + "Two more troops were killed, bringing the number of fatalities there since the coup to 2,946.",
            [("people_killed", 2), ("people_killed", 2946)],
        ),
        (WAR + "Some 270 captives have come home — the first stage of the largest swap since the coup.", [("prisoners_exchanged", 270)]),
        (WAR + "The rebels have delayed the release of 60 captives since Monday.", [("prisoners_exchanged", 60)]),
        (WAR + "Planes bombed the wedding of two fighters on Friday, killing at least 10 people.", [("people_killed", 10)]),
        (
            WAR + "In the 58th prisoner exchange another 95 soldiers were rescued from enemy captivity.",
            [("exchange_count", 58), ("prisoners_exchanged", 95)],
        ),
        (
            WAR + "The 49th exchange since the beginning of the war took place on Friday: 230 soldiers were released.",
            [("exchange_count", 49), ("prisoners_exchanged", 230)],
        ),
        (WAR + "The leader and seven aides stand trial for the massacre of 148 villagers.", [("people_killed", 148)]),
        (WAR + "Hundreds marched after the funeral of two men killed in the raid.", [("people_killed", 2)]),
        (WAR + "After a 24-hour visit he proposed a 30-day truce.", [("ceasefire_duration", 30)]),
        (WAR + "The swap let 40 soldiers be home for Easter.", [("prisoners_exchanged", 40)]),
        (WAR + "The return of 40 captives was celebrated.", [("prisoners_exchanged", 40)]),
        (WAR + "The rebels control about 40 percent of Mali.", [("territory_controlled", 40)]),
        (WAR + "A three-week suspension of strikes was agreed.", [("ceasefire_duration", 21)]),
        ("Rebels attacked the town after the earthquake. The attack killed 40 people.", [("people_killed", 40)]),
    ],
)
def test_what_stands_beside_it_and_is_one(text: str, expected: list[tuple[str, float]]) -> None:
    assert found(text) == expected


def test_a_number_from_nought_takes_no_days_from_parts_that_it_has_not() -> None:
    assert found(WAR + "The raid killed 0-3 soldiers.") == [("people_killed", 0)]
