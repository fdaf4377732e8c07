"""Publication days of undated texts: right, or none; never wildly wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.model import Document, Report
from metrics.read import published, reports

QATAR = """Latest news with #Doha

The National
a day ago
- World
Hostages and prisoners are to change hands on Sunday
Israel and Hamas are set to begin a truce on Sunday, January 19. Qatar's prime minister said on Wednesday that a deal had been struck.

Haaretz
2 days ago
- Israel
- Haaretz
Cabinet to vote on the truce
The Israeli cabinet met on Thursday. Prime Minister Benjamin Netanyahu said on January 16 that some points were still open.

AP
3 days ago
- World
- AP
Mediators announce a deal
DOHA, Qatar, January 15 (AP) — Mediators said on Wednesday that a truce would begin on January 19. US President Joe Biden welcomed it.
"""


def days_of(text: str, **fields: object) -> list[date | None]:
    found = reports(Document("d", "x", text, "", **fields))  # type: ignore[arg-type]
    assert all((report.published_basis == "inferred") == (report.published is not None) for report in found)
    return [report.published for report in found]


def day_of(text: str) -> date | None:
    (day,) = days_of(text)
    return day


def test_a_page_shares_its_unknown_day() -> None:
    assert days_of(QATAR) == [date(2025, 1, 17), date(2025, 1, 16), date(2025, 1, 15)]


def test_a_page_of_a_known_day() -> None:
    text = (
        "Latest news with #Goma\nAFP\n2 days ago\n- World\nRebels free nine\nNine walked out.\n"
        "AP\n3 days ago\n- World\nTalks drag on\nNo end.\n"
    )
    assert days_of(text) == [None, None]
    assert days_of(text, published=date.min) == [None, None]
    assert days_of(text, published=date(2019, 3, 10)) == [date(2019, 3, 8), date(2019, 3, 7)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (  # the Karabakh war of 2020: an office-holder settles the year
            "The shelling of Stepanakert went on, officials said on Monday. US Secretary of State Mike Pompeo will meet both ministers "
            "on Friday, October 23, in Washington. A truce of October 18 did not hold.",
            date(2020, 10, 19),
            date(2020, 10, 21),
        ),
        (  # Afghanistan, 2019
            "Three Taliban commanders were flown to Qatar, an official said on Tuesday. President Ashraf Ghani announced on November "
            "12 that they would be let go. The two teachers had been seized in 2016, and US President Donald Trump thanked Ghani on "
            "Tuesday, November 19.",
            date(2019, 11, 19),
            date(2019, 11, 20),
        ),
        (  # Colombia, 2012
            "President Juan Manuel Santos said on Thursday that talks with the rebels would open in Oslo next Monday, October 8. "
            "The army has fought them since 1964, and in 2011 killed their leader.",
            date(2012, 10, 4),
            date(2012, 10, 5),
        ),
        (  # Sudan, 2023: the weekday fixes the year, with the latest year named
            "Both sides agreed in Jeddah on Saturday, May 20, to a truce of seven days, mediators said on Sunday. "
            "It is to begin on Monday evening. The army took power in 2021, and talks over a civilian government failed in 2022.",
            date(2023, 5, 20),
            date(2023, 5, 22),
        ),
    ],
)
def test_single_texts_of_other_wars(text: str, first: date, last: date) -> None:
    day = day_of(text)
    assert day is not None
    assert first <= day <= last


@pytest.mark.parametrize(
    "text",
    [
        "Nine aid workers were freed on Friday, officials said. They had been held since Monday.",
        "The war began on April 6, 1992, and ended on December 14, 1995. A museum keeps its memory.",
        "The truce of November 11 is remembered every year.",
        "On Monday, June 2, the two sides met again, officials said.",  # no clue to the year
        "The two sides met on May 16, an official said.",
        "He was born on Monday, May 5, 1980, and died in 2014.",
        "",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    ],
)
def test_no_usable_clues_give_no_day(text: str) -> None:
    assert day_of(text) is None


def test_one_misread_tense_does_not_empty_the_answer() -> None:
    text = (
        "US President Joe Biden said on Tuesday, March 5, that a truce is near. Negotiators will have met by March 4, he said. "
        "In Cairo, the talks begun on March 3 were to end on March 6. The fighting had begun in 2023."
    )
    assert day_of(text) in {date(2024, 3, 5), date(2024, 3, 6)}


def test_clues_say_where_they_stand() -> None:
    report = reports(Document("d", "x", QATAR, ""))[2]
    found = published.clues(report)
    assert [(clue.kind, report.text[clue.start : clue.end]) for clue in found] == [
        ("ago", "3 days ago"),
        ("dateline", "January 15"),
        ("day", "January 19"),
        ("weekday", "Wednesday"),
        ("office", "Joe Biden"),
    ]
    assert found[2].ahead > 0.5 > found[3].ahead


def test_links_and_boilerplate_give_no_clues() -> None:
    text = "Nine walked out, he said on Friday.\nREAD MORE: Minister said on May 3, 2011 that all is well\nThey were fine."
    report: Report = reports(Document("d", "x", text, ""))[0]
    assert [clue.kind for clue in published.clues(report)] == ["weekday"]


@settings(deadline=None)
@given(st.dates(date(2005, 1, 1), date(2030, 12, 31)), st.integers(0, 1), st.integers(1, 6), st.integers(0, 2))
def test_a_plain_news_text_is_dated_or_left_alone(day: date, late: int, ahead: int, years: int) -> None:
    """A report of `day` on what was said on it or the day before, and what comes within a week."""
    said, meeting = day - timedelta(late), day + timedelta(ahead)
    text = (
        f"The foreign minister said on {said:%A} that the captives would be freed on {meeting:%A}, {meeting:%B} {meeting.day}. "
        f"His deputy, who spoke on {said:%B} {said.day}, had announced the same. The two sides have been at war since {day.year - years}."
    )
    found = day_of(text)
    assert found is None or abs((found - day).days) <= 3
