"""Live blogs, digests and newsletters: each entry and item is a report of its own, with its day."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.model import Document, Report
from metrics.read import reports

LIVE = """Harbour talks: live updates

{head}
{one}
Boats arrive
The first boats with twenty freed sailors came in, the harbour master said.
{two}
By A. Writer
Both delegations have sat down, and nothing more is known of what they said.
{three}
Talks are to begin within the hour, a spokesman said in the harbour town.
"""
DIGEST = """Evening Herald: the daily digest
2 June 2025

{rule}
Nine walk out of the forest
Nine aid workers walked out of the forest on Sunday, officials said. (Reuters)
{rule}
Talks drag on in Goma
Mediators met for a third day and set no date for the next meeting, they said.
Source: AFP
{rule}
Eleven freed in Kandahar
They came home by bus after four months, their families said on Sunday evening.
{rule}
"""


def read_all(text: str, **fields: object) -> list[Report]:
    found = reports(Document("d", "x", text, "", **fields))  # type: ignore[arg-type]
    assert "".join(text[report.start : report.end] for report in found) == text
    return found


@pytest.mark.parametrize(
    ("stamps", "days"),
    [
        (("14:32 GMT", "14.05 GMT".replace(".", ":"), "13:50 GMT"), (2, 2, 2)),
        (("2:32 p.m. ET", "1:05pm ET", "11:50 a.m. ET"), (2, 2, 2)),
        (("00:10", "23:40", "23:05"), (3, 2, 2)),  # newest first, over midnight
        (("23:40", "23:55", "00:10"), (2, 2, 3)),  # oldest first, over midnight
        (("3 June 2025, 09:10", "2 June 2025, 23:40", "2 June 2025, 23:05"), (3, 2, 2)),
        (("Posted at 14:32 (Kyiv time)", "Updated 14:05", "13:50 · June 2"), (2, 2, 2)),
    ],
)
def test_a_live_blog(stamps: tuple[str, str, str], days: tuple[int, int, int]) -> None:
    text = LIVE.format(head="", one=stamps[0], two=stamps[1], three=stamps[2])
    found = read_all(text, publisher="Dawn", published=date(2025, 6, 2))
    assert [(report.publisher, report.published) for report in found] == [("Dawn", date(2025, 6, day)) for day in days]
    assert [report.published_basis for report in found] == [
        "inferred" if day == 3 and "June" not in stamps[0] else "stated" for day in days
    ]
    assert found[0].title == "Boats arrive"
    assert len({report.report_id for report in found}) == 3


def test_the_head_of_a_live_blog_is_a_report_where_it_is_prose() -> None:
    head = "Twenty sailors who were held for a year are to come home today, both sides have said."
    found = read_all(LIVE.format(head=head, one="14:32", two="14:05", three="13:50"), published=date(2025, 6, 2))
    assert len(found) == 4
    assert head in found[0].text[found[0].start : found[0].end]


def test_a_live_blog_of_an_unknown_day_has_no_days() -> None:
    found = read_all(LIVE.format(head="", one="14:32", two="14:05", three="13:50"))
    assert [(report.published, report.published_basis) for report in found] == [(None, "none")] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Trains leave at these times:\n10:15\n10:45\n11:15\nand then not before the morning, the railway said.",
        "Nine walk out\n10:15\nNine aid workers walked out of the forest.\nThey were well, officials said at 14:32 on Sunday.",
        "A. Writer\n14:32\nOne.\n09:10\nTwo.\n15:00\nThree.\n08:00\nFour.\n17:00\nFive.\n01:00\nSix.",
    ],
)
def test_times_that_make_no_live_blog(text: str) -> None:
    assert len(read_all(text)) == 1


@pytest.mark.parametrize("rule", ["---", "* * *", "=========", "———"])
def test_a_digest_divided_by_rules(rule: str) -> None:
    found = read_all(DIGEST.format(rule=rule), publisher="Evening Herald")
    assert [report.title for report in found] == ["Nine walk out of the forest", "Talks drag on in Goma", "Eleven freed in Kandahar"]
    assert {(report.publisher, report.published, report.published_basis) for report in found} == {
        ("Evening Herald", date(2025, 6, 2), "stated")
    }
    assert [report.original_publisher for report in found] == ["Reuters", "AFP", None]


def test_a_numbered_digest() -> None:
    _, *items = DIGEST.split("{rule}\n")
    text = "Morning briefing\n" + "".join(f"{number}. {item}" for number, item in enumerate(items[:3], start=1))
    found = read_all(text, published=date(2025, 6, 2))
    assert [report.title for report in found] == ["Nine walk out of the forest", "Talks drag on in Goma", "Eleven freed in Kandahar"]
    assert {report.published for report in found} == {date(2025, 6, 2)}


@pytest.mark.parametrize(
    "text",
    [
        "Nine walk out\nNine aid workers walked out.\n---\nThey were well.\n---\nNo more is known.",
        "Title\n---\n---\n---\n",
        "1. First we met.\n2. Then we spoke.\n3. Then we parted.",
    ],
)
def test_rules_and_numbers_that_make_no_digest(text: str) -> None:
    assert len(read_all(text)) == 1
