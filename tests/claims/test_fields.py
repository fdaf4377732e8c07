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
        ("Kharkiv endured a bombardment of the Russians with 17 drones and missiles.", 17, "RU"),
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
    ],
)
def test_dates(text: str, low: float, first: str | None, last: str | None) -> None:
    check(text, low, event_from=date.fromisoformat(first) if first else None, event_to=date.fromisoformat(last) if last else None)
