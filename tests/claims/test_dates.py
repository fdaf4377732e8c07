"""Date expressions and the days that they name, read on Wednesday 28 May 2025."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.claims import dates
from metrics.claims.datepatterns import LEADS, LED, PATTERNS

WEDNESDAY = date(2025, 5, 28)


def found(text: str, published: date | None = WEDNESDAY) -> list[str]:
    """Each expression of a text as *first* or *first/last*."""
    whens = dates.find(text, published)
    return [str(when.first) if when.first == when.last else f"{when.first}/{when.last}" for when in whens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # weekdays by tense
        ("The buses crossed on Monday.", "2025-05-26"),
        ("The buses will cross on Monday.", "2025-06-02"),
        ("The envoys are expected to meet on Friday in Geneva.", "2025-05-30"),
        ("The envoys had been expected to meet on Friday.", "2025-05-30"),
        ("Officials said on Tuesday that the lists would be ready.", "2025-05-27"),
        ("Both camps agreed to hold a round on Saturday.", "2025-05-31"),
        ("A meeting is scheduled for Thursday.", "2025-05-29"),
        ("The list must be handed in by Friday.", "2025-05-30"),
        ("By Monday the guards had left.", "2025-05-26"),
        ("They were to return as early as Sunday.", "2025-06-01"),
        ("Sunday's offer was turned down.", "2025-05-25"),
        ("Until Friday, ten men had died.", "2025-05-23"),
        ("He landed last Friday.", "2025-05-23"),
        ("She leaves next Friday.", "2025-05-30"),
        ("The convoy left on Wednesday.", "2025-05-28"),
        ("Rain fell from Friday to Sunday.", "2025-05-23/2025-05-25"),
        ("The two sides swapped captives from Friday through Sunday.", "2025-05-23/2025-05-25"),
        # days of a month
        ("Talks took place on May 16.", "2025-05-16"),
        ("Talks on 16 May broke up early.", "2025-05-16"),
        ("It began on December 30.", "2024-12-30"),
        ("A new round will start on June 2.", "2025-06-02"),
        ("On Monday, June 2, they signed.", "2025-06-02"),
        ("On Monday evening, June 2, they signed.", "2025-06-02"),
        ("The prisoners came home on May 23-25.", "2025-05-23/2025-05-25"),
        ("The prisoners came home from May 23 to 25.", "2025-05-23/2025-05-25"),
        ("The deal covers June 20 to 30.", "2025-06-20/2025-06-30"),
        ("The camp stood from May 30 until June 2, 2024.", "2024-05-30/2024-06-02"),
        ("Fighting raged from 30 December to 3 January 2024.", "2023-12-30/2024-01-03"),
        ("between May 3, 2024 and May 8, 2024", "2024-05-03/2024-05-08"),
        ("It ended on July 27 last year.", "2024-07-27"),
        ("signed on 2025-05-16", "2025-05-16"),
        ("signed on 16.05.2025", "2025-05-16"),
        ("signed on 5/16/2025", "2025-05-16"),
        ("by Dec. 15 the rest will follow", "2025-12-15"),
        # relative days
        ("Yesterday the buses crossed, and tomorrow they cross again.", "2025-05-27 2025-05-29"),
        ("He was freed the day before yesterday.", "2025-05-26"),
        ("Ten drones came overnight.", "2025-05-28"),
        ("Fire was traded overnight Sunday.", "2025-05-25"),
        ("It broke down three days ago.", "2025-05-25"),
        ("On May 16 they met; the following day the first left.", "2025-05-16 2025-05-17"),
        ("They met on May 16. Two days later the lists were ready.", "2025-05-16 2025-05-18"),
        ("A swap was held on May 6. That day it rained.", "2025-05-06 2025-05-06"),
        # spans
        ("The pact was signed last month.", "2025-04-01/2025-04-30"),
        ("They met over the weekend.", "2025-05-24/2025-05-25"),
        ("They will meet at the weekend.", "2025-05-31/2025-06-01"),
        ("They met last week.", "2025-05-19/2025-05-25"),
        ("Next week a fourth round follows.", "2025-06-02/2025-06-08"),
        ("It was agreed earlier this month.", "2025-05-01/2025-05-28"),
        ("It dates from mid-April.", "2025-04-11/2025-04-20"),
        ("A round is planned for mid-June.", "2025-06-11/2025-06-20"),
        ("It dates from late February 2024.", "2024-02-21/2024-02-29"),
        ("It happened in August.", "2024-08-01/2024-08-31"),
        ("In March 2022 they met.", "2022-03-01/2022-03-31"),
        ("from January to March 2025", "2025-01-01/2025-03-31"),
        ("losses in the first quarter of 2025", "2025-01-01/2025-03-31"),
        ("losses in the fourth quarter", "2024-10-01/2024-12-31"),
        ("in the third quarter of last year", "2024-07-01/2024-09-30"),
        ("the war of 2014", "2014-01-01/2014-12-31"),
        ("the early part of the 1990s", "1990-01-01/1999-12-31"),
        ("last winter", "2024-12-01/2025-02-28"),
        ("over the past two weeks", "2025-05-14/2025-05-28"),
        ("The exchange ran over three days from Friday.", "2025-05-23/2025-05-25"),
        ("A three-day truce will begin, starting Monday.", "2025-06-02/2025-06-04"),
        ("Guns fall silent from May 8 for three days.", "2025-05-08/2025-05-10"),
        ("losses of the past fortnight", "2025-05-14/2025-05-28"),
        ("Ten drones came during the night.", "2025-05-28"),
        ("losses of the past 24 hours", "2025-05-27/2025-05-28"),
        ("They had met earlier in the week.", "2025-05-26/2025-05-28"),
        ("A swap was held on May 27. Earlier in the day buses left.", "2025-05-27 2025-05-27"),
        ("It comes two days after the sides met.", "2025-05-26"),
        ("They will meet on Friday, a day after the vote.", "2025-05-30 2025-05-29"),
        ("They crossed the border early Thursday.", "2025-05-29"),
        # the utterance, not the article
        ('"We lost ten men yesterday," the mayor said on Monday.', "2025-05-25 2025-05-26"),
        ('"We lost ten men yesterday," the mayor said.', "2025-05-27"),
        ("“They come home tomorrow,” she told reporters on May 20.", "2025-05-21 2025-05-20"),
        # no date
        ("The 5th Brigade may march.", ""),
        ("It cost 2,014 crowns and 1999 soldiers.", ""),
        ("The Weekend Post reported it.", ""),
        ("Signed on 5/6/2025, whichever it is.", ""),
        ("Some time ago a few days later.", ""),
    ],
)
def test_expressions(text: str, expected: str) -> None:
    assert " ".join(found(text)) == expected


@pytest.mark.parametrize("text", ["on Monday", "on May 16", "yesterday", "last month", "in the third quarter", "the following day"])
def test_nothing_is_guessed_without_an_anchor(text: str) -> None:
    assert found(text, None) == []


def test_dates_with_a_year_need_no_anchor() -> None:
    assert found("on May 16, 2025 and in 2022", None) == ["2025-05-16", "2022-01-01/2022-12-31"]


def test_a_window_looks_back_for_the_day_that_was_named() -> None:
    text = "They met on May 6. The following day the first left."
    whens = dates.find(text, WEDNESDAY, text.index("The following"))
    assert [(text[when.start : when.end], when.first) for when in whens] == [("The following day", date(2025, 5, 7))]


def test_a_chain_of_days_that_were_told_before_ends() -> None:
    text = "That day was long. " * 5000
    assert dates.find(text, WEDNESDAY, len(text) // 2) == []


WORDS = st.sampled_from(
    "May 23 - to 25 , . “ ” last next week Monday said on the following day 2025 three days ago between and from".split()
)


@given(st.lists(WORDS, max_size=30).map(" ".join), st.none() | st.dates())
def test_any_text_gives_forward_ranges_inside_it(text: str, published: date | None) -> None:
    for when in dates.find(text, published):
        assert 0 <= when.start < when.end <= len(text)
        assert when.first <= when.last


_WORDS = sorted(
    LEADS | LED | {"ago", "year's", "of", "1", "23rd", "25", "2025", "the", "day", "before", "after", "-", ",", "to", "decade", "2020s"}
)


@given(st.lists(st.sampled_from([form for word in _WORDS for form in (word, word.capitalize(), word.upper())]), max_size=12))
def test_no_date_begins_at_a_word_that_is_not_tried(words: list[str]) -> None:
    text = " ".join(words)
    everywhere = re.compile(rf"\b(?:{'|'.join(PATTERNS.values())})")
    assert [match.span() for match in dates._matches(text, 0, len(text))] == [match.span() for match in everywhere.finditer(text)]
