"""Who gives and who gets in a trade, whose the people are that a side gets back; read on Wednesday 28 May 2025."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read

CATALOGUE = catalogue.load()
WEDNESDAY = date(2025, 5, 28)


@pytest.mark.parametrize(
    ("text", "low", "basis", "party"),
    [
        ("Ukraine swapped 35 bodies for 900 with Russia.", 35, "one_side", "RU"),
        ("Ukraine swapped 35 bodies for 900 with Russia.", 900, "one_side", "UA"),
        ("Russia gave Ukraine back 640 bodies; in return, it received 12 bodies.", 12, "one_side", "RU"),
        ("Russia handed over 640 bodies to Ukraine and got 12 in return.", 12, "one_side", "RU"),
        ("The Ukrainian side managed to return the bodies of 72 fallen soldiers, the ministry said.", 72, "one_side", "UA"),
        ("Ukraine returned 72 bodies of the fallen from Russia.", 72, "one_side", "UA"),
        ("Kyiv returned 72 bodies of the fallen to Russia.", 72, "one_side", "RU"),
        ("The 72 bodies, which the Russian side says are those of servicemen, were returned to Ukraine.", 72, "one_side", "UA"),
        ("Ukraine got 130 prisoners of war in exchange for the tycoon, Russia's old friend.", 130, None, None),
        ("Zelensky put the losses of the Ukrainian army at 4,000 killed in the war with Russia.", 4000, None, "UA"),
        ("Ukraine secured the release of 106 soldiers in a swap with Russia.", 106, "one_side", "UA"),
        ("In a swap with Ukraine bringing home 77 of its service members, Russia got 46 back.", 77, "one_side", "UA"),
        ("Kyiv said: Russia gave us our 20 captives in exchange for 15 prisoners.", 15, "one_side", "RU"),
        ("Russia gave Ukraine the remains of 640 soldiers and was given 12 in return.", 640, "one_side", "UA"),
        ("Russia gave Ukraine the remains of 640 soldiers and was given 12 in return.", 12, "one_side", "RU"),
        ("Ukraine and Russia traded 200 prisoners of war in a swap announced by both sides.", 200, None, None),
        ("Ukraine launched its largest assault on Moscow to date, sending at least 34 drones.", 34, None, "UA"),
        ("Russian losses in the Ukrainian attack come to 13 planes hit at the base.", 13, None, "RU"),
    ],
)
def test_who_gets_whom(text: str, low: float, basis: str | None, party: str | None) -> None:
    made = next(claim for claim in read(text, CATALOGUE, WEDNESDAY) if claim.low == low)
    assert (made.basis, made.party) == (basis, party)
