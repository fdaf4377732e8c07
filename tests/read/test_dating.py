"""What a report's day rests on: stated by the text, its URL or its fields, or inferred from clues with their weights."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.model import Document, Report
from metrics.read import reports
from metrics.read.dating import explain

PROSE = "Nine aid workers walked out of the forest. They were well, officials said."


def read_one(text: str, **fields: object) -> Report:
    (report,) = reports(Document("d", "x", text, "", **fields))  # type: ignore[arg-type]
    return report


@pytest.mark.parametrize(
    ("text", "fields", "day", "source"),
    [
        (PROSE, {"published": date(2019, 3, 10)}, date(2019, 3, 10), "what came with the text"),
        (PROSE, {"url": "https://example.org/2019/03/10/nine-walk-out"}, date(2019, 3, 10), "what came with the text"),
        (f"date 2016-10-13 {PROSE}", {}, date(2016, 10, 13), "the first words"),
        (f"Nine walk out of the forest\nOctober 13, 2016\n{PROSE}", {}, date(2016, 10, 13), "a line of its own"),
        (f"Nine walk out\nBy Jane Doe and John Roe | October 13, 2016, 10:15 am\n{PROSE}", {}, date(2016, 10, 13), "a stamp or byline"),
        (f"Nine walk out\n{PROSE}\nPublished On: 13 Oct 2016", {}, date(2016, 10, 13), "a stamp or byline"),
        (f"YEREVAN, Nov. 9, 2020 (AFP) – {PROSE}", {}, date(2020, 11, 9), "the dateline"),
    ],
)  # fmt: skip
def test_what_states_a_day(text: str, fields: dict[str, object], day: date, source: str) -> None:
    report = read_one(text, **fields)
    why = explain(report)
    assert (report.published, report.published_basis) == (day, "stated")
    assert (why.published, why.basis) == (day, "stated")
    assert (why.source or "").startswith(source)
    assert why.start is None or str(day.year) in report.text[why.start : why.end]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2019/03/10/nine", date(2019, 3, 10)),
        ("https://example.org/news/2019-03-10/nine", date(2019, 3, 10)),
        ("https://example.org/nine-walk-out-2019-03-10", date(2019, 3, 10)),
        ("https://example.org/20190310/nine", date(2019, 3, 10)),
        ("https://example.org/2019/03/nine", None),
        ("https://example.org/2019/13/45/nine", None),
        ("https://example.org/nine?date=2019-03-10", None),
        ("https://example.org/article/20193110", None),
    ],
)
def test_the_day_in_a_url(url: str, day: date | None) -> None:
    assert read_one(PROSE, url=url).published == day


def test_what_the_text_states_wins_over_the_url() -> None:
    assert read_one(f"Nine walk out\nOctober 13, 2016\n{PROSE}", url="https://example.org/2019/03/10/nine").published == date(2016, 10, 13)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Jane Doe, John Roe and others in Goma | June 2, 2025 10:15", date(2025, 6, 2)),
        ("By Jane Doe in Goma, who last reported from there on June 2, 2025 and March 3, 2024", None),
        ("Jane Doe wrote in her letter of June 2, 2025 that nine had come out of it", None),
    ],
)
def test_bylines(line: str, day: date | None) -> None:
    assert read_one(f"Nine walk out of the forest\n{line}\nNine aid workers walked out. They were well.").published == day


PAGE = "Latest news with #Goma\nAFP\n{}\n- World\nRebels free nine\nNine walked out.\nAP\n{}\n- World\nTalks drag on\nNo end.\n"


@pytest.mark.parametrize(("first", "second", "days"), [("2 days ago", "3 days ago", (8, 7)), ("an hour ago", "yesterday", (10, 9))])
def test_relative_datelines_count_from_the_day_on_which_the_page_was_taken(first: str, second: str, days: tuple[int, int]) -> None:
    text = PAGE.format(first, second)
    assert [report.published for report in reports(Document("d", "x", text, ""))] == [None, None]
    found = reports(Document("d", "x", text, "", retrieved=date(2019, 3, 10)))
    assert [report.published for report in found] == [date(2019, 3, day) for day in days]
    assert {report.published_basis for report in found} == {"inferred"}
    why = explain(found[0])
    assert why.page_taken == date(2019, 3, 10)
    assert why.weights[0].kind == "ago"


def test_no_article_is_of_a_day_after_it_was_taken() -> None:
    text = "The truce failed, officials said on Tuesday, May 7. It had begun on Monday, May 6. Talks in Cairo ended on Sunday."
    free, bound = read_one(text), read_one(text, retrieved=date(2021, 1, 1))
    assert bound.published is None or bound.published <= date(2021, 1, 2)
    assert free.published is None or free.published.month == 5


def test_the_clues_of_an_inferred_day_and_their_weights() -> None:
    report = read_one(
        "Three Taliban commanders were flown to Qatar, an official said on Tuesday. President Ashraf Ghani announced on November 12 that "
        "they would be let go. Both had been seized in 2016, and US President Donald Trump thanked Ghani on Tuesday, November 19."
    )
    why = explain(report)
    assert (why.published, why.basis, why.best) == (report.published, "inferred", report.published)
    assert why.rival is not None
    assert why.lead is not None
    assert why.needed is not None
    assert why.lead >= why.needed
    words = {report.text[one.start : one.end]: one for one in why.weights}
    assert {"Tuesday", "2016", "Tuesday, November 19"} <= set(words)
    assert any(one.points > one.rival for one in why.weights)


def test_a_report_without_any_day() -> None:
    why = explain(read_one(PROSE))
    assert (why.published, why.basis, why.best, why.weights) == (None, "none", None, ())
