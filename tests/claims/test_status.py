"""At what stage a figure stands, read on Wednesday 28 May 2025: short texts of our own."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read

CATALOGUE = catalogue.load()
WEDNESDAY = date(2025, 5, 28)


@pytest.mark.parametrize(
    ("text", "low", "status"),
    [
        # what the sides have settled, in their own words
        ("Medinsky said: “We agreed that there will be another swap of 1,150 prisoners with Ukraine soon.”", 1150, "agreed"),
        ("Russia and Ukraine reached an agreement under which each will release 159 prisoners of war.", 159, "agreed"),
        ("The accord stipulated that the Afghan government would first free 4,800 Taliban prisoners.", 4800, "agreed"),
        ("Russia said it would free 159 prisoners of war whom Ukraine holds.", 159, "planned"),
        # what is said of a declaring
        ("Russia proposed to Ukraine the possibility of declaring 36-hour ceasefires.", 1.5, "proposed"),
        ("Ukraine and Russia were asked to consider announcing a ceasefire of 36 hours.", 1.5, "proposed"),
        ("Putin of Russia is to announce a ceasefire of 36 hours in Ukraine.", 1.5, "planned"),
        ("Cambodia demands return of 23 soldiers held by Thailand.", 23, "proposed"),
        # circumstances
        ("Russia and Ukraine traded 190 prisoners, with the bodies of two pilots also being sent back to Ukraine.", 2, "completed"),
        ("Russia returned bodies under the Istanbul agreements in exchange for 26 bodies of Russians from Ukraine.", 26, "completed"),
        ("Dozens of Ukrainian and Russian prisoners head back home after swap", 24, "completed"),
        ("The third round of talks between Kyiv and Moscow was supposed to be held in Istanbul in June.", 3, "planned"),
        ("Up to 4,900 Taliban prisoners should be released by the Afghan government.", 4900, "planned"),
        ("Shells fell in the disputed region of Kashmir, killing six Pakistani soldiers.", 6, "reported"),
        ("Russia handed Ukraine a first list of 620 prisoners of war for the swap.", 620, "planned"),
        ("The US-Taliban accord called for the Taliban to release 940 prisoners of the Afghan government.", 940, "agreed"),
        ("The Afghan government is required to release 4,900 Taliban prisoners.", 4900, "agreed"),
        # truces that are kept, and such as were made
        ("A 36-hour truce between Pakistan and Afghanistan paused the clashes.", 1.5, "completed"),
        ("Gunmen broke a three-day ceasefire between Thailand and Cambodia.", 3, "completed"),
        ("Israel and Hezbollah have reached a 45-day ceasefire agreement.", 45, "agreed"),
    ],
)
def test_status(text: str, low: float, status: str) -> None:
    made = read(text, CATALOGUE, WEDNESDAY)
    found = next((claim for claim in made if claim.low == low), None)
    assert found is not None, [(claim.metric, claim.low) for claim in made]
    assert found.status == status
