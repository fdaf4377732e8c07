"""Lists and parts that say no more than their number; read on Wednesday 28 May 2025."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read

CATALOGUE = catalogue.load()
WEDNESDAY = date(2025, 5, 28)
HOME = "Ukraine brought 163 of its people home from Russian captivity. "


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (HOME + "Soldiers of the army – 95, guardsmen – 68.", [(163, False, None), (95, True, "soldier"), (68, True, "soldier")]),
        (
            HOME + "They are from the army – 95 (including the navy – 12), the border service – 67 and one civilian.",
            [(163, False, None), (95, True, None), (12, True, None), (67, True, None), (1, True, "civilian")],
        ),
        (HOME + "Their bus – 68 seats – was full.", [(163, False, None)]),
        (HOME + "Among the freed Ukrainians are 24 officers.", [(163, False, None), (24, True, "officer")]),
        (HOME + "The freed prisoners are men, including soldiers, guards and two civilians.", [(163, False, None), (2, True, "civilian")]),
        (
            HOME + "Among the released prisoners were guards, officers, and two civilians captured in Mariupol.",
            [(163, False, None), (2, True, "civilian")],
        ),
        (
            HOME + "Among those freed are 150 privates, sergeants, and 12 officers.",
            [(163, False, None), (150, True, None), (12, True, "officer")],
        ),
        ("Of the 90 people whom Russia freed on Friday, 12 were civilians.", [(90, False, None), (12, True, "civilian")]),
        (HOME + "The freed prisoners include 44 guards.", [(163, False, None), (44, True, None)]),
        (
            "Ukraine and Russia exchanged their dead. It was possible to repatriate:\n\n30 bodies from Donetsk,\n12 from Luhansk.",
            [(30, False, None), (12, False, None)],
        ),
        ("In the exchange with Russia 19 sailors came home. Of 24 sailors 3 were killed.", [(19, False, "soldier"), (3, False, "soldier")]),
        (HOME + "The soldiers, including eight officers, are in hospital.", [(163, False, None), (8, True, "officer")]),
        ("Russia launched 145 drones at Ukraine, and Kyiv says it downed 62 of them.", [(145, False, None)]),
        (
            "Russia attacked with 310 drones and 12 missiles, of which 280 and 9 were intercepted.",
            [(310, False, None), (12, False, None)],
        ),
        (
            "The war in Tigray killed hundreds of thousands; researchers estimate between 385,000 and 600,000.",
            [(200_000, False, None), (385_000, False, None)],
        ),
        ("All six bombers stood at the Russian base that Ukraine attacked, but none were hit.", []),
        ("Ukraine wants a truce and an end to the war that has raged for over three years.", []),
        ("Seven Killed, Including Two Children, as Russia Strikes Ukraine", [(7, False, None), (2, True, "child")]),
        (HOME + "Of them, 22 are civilians.", [(163, False, None), (22, True, "civilian")]),
        ("Of children held in Russia there are no tens, let alone hundreds of thousands, Moscow told Ukraine.", []),
        ("Ukraine is to get a list of 640 prisoners from Russia – the wounded come first.", []),
        ("A 50,000-strong Russian force was massed at the border of Ukraine.", [(50_000, False, None)]),
        (
            "Ukraine and Russia are to exchange 900 inmates each. “As it is about 900 for 900, it takes time,” Peskov said.",
            [(900, False, None), (900, False, None)],
        ),
        (
            "Kyiv got back 12 bodies of soldiers who fell near Luhansk and two soldiers from the Donetsk front.",
            [(12, False, "soldier"), (2, False, "soldier")],
        ),
        (
            "A missile fired by Russia killed 34 civilians in Sumy, two of them children, and wounded 117.",
            [(34, False, "civilian"), (2, True, "child"), (117, False, "civilian")],
        ),
        (
            "Russian shells killed four people in Kherson, including two girls, and left 24 hurt.",
            [(4, False, None), (2, True, "child"), (24, False, None)],
        ),
        (
            "In the swap 70 soldiers came home to Ukraine, nine women and two officers among them.",
            [(70, False, "soldier"), (9, True, "woman"), (2, True, "officer")],
        ),
        (
            "Russia controls 19.3 per cent of Ukraine, up from 18.9 per cent in May, when 5 per cent of voters feared war.",
            [(19.3, False, None), (18.9, False, None)],
        ),
        (
            "North Korea has sent 9,000 soldiers to Russia. Ukraine put the figure at 11,000, the bill at 40 million.",
            [(9_000, False, None), (11_000, False, None)],
        ),
    ],
)
def test_lists(text: str, claims: list[tuple[float, bool, str | None]]) -> None:
    assert [(claim.low, claim.part, claim.category) for claim in read(text, CATALOGUE, WEDNESDAY)] == claims


@pytest.mark.parametrize(
    ("text", "low", "metric", "first", "last"),
    [
        (
            "Kyiv got seven children back from Russia on Tuesday. In total, 1,985 have come back.",
            1985,
            "children_returned",
            None,
            "2025-05-28",
        ),
        ("In total, 1,985 children have been returned to Ukraine from Russia.", 1985, "children_returned", None, "2025-05-28"),
        ("On May 6 of this year, 205 Russian soldiers were returned in a swap.", 205, "prisoners_exchanged", "2025-05-06", "2025-05-06"),
        ("In total, 205 Russian soldiers have been freed in the swap on Monday.", 205, "prisoners_exchanged", "2025-05-26", "2025-05-26"),
        (
            "As of now, Ukraine has got 3,700 of its people back from Russian captivity.",
            3700,
            "prisoners_exchanged_total",
            None,
            "2025-05-28",
        ),
        (
            "A swap took place on May 2. Kyiv then brought home 84 soldiers from Russia.",
            84,
            "prisoners_exchanged",
            "2025-05-02",
            "2025-05-02",
        ),
        (
            "Russia and Ukraine swapped prisoners on Tuesday. Earlier, Moscow had handed over 84 captives to Kyiv.",
            84,
            "prisoners_exchanged",
            None,
            None,
        ),
        ("Russia and Ukraine have held 55 swaps since the war began on Feb. 24, 2022.", 55, "exchange_count", None, "2025-05-28"),
        ("In April Ukraine and Russia agreed to swap bodies in a 900-for-900 format.", 900, "bodies_repatriated", None, None),
        ("Five Ukrainian children, parted from their families by Russia, have returned home.", 5, "children_returned", None, None),
        ("During the war Ukraine brought 2,600 people back from Russian captivity.", 2600, "prisoners_exchanged_total", None, "2025-05-28"),
    ],
)
def test_totals(text: str, low: float, metric: str, first: str | None, last: str | None) -> None:
    made = next(claim for claim in read(text, CATALOGUE, WEDNESDAY) if claim.low == low)
    days = [day and day.isoformat() for day in (made.event_from, made.event_to)]
    assert (made.metric, *days) == (metric, first, last)
