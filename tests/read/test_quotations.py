"""Words that a text quotes from another outlet are told from those of the people it quotes."""

from __future__ import annotations

import pytest

from metrics.model import Document, Report
from metrics.read import reports

WORDS = "“Nine aid workers walked out of the forest after a year in captivity,”"


def quoted(text: str, **fields: object) -> list[str]:
    report: Report
    (report,) = reports(Document("d", "x", text, "", **fields))  # type: ignore[arg-type]
    return [text[zone.start : zone.end] for zone in report.zones if zone.kind == "quotation"]


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS} the Kyiv Independent reported on Monday. They were well.",
        f"{WORDS} according to Reuters. They were well.",
        f"{WORDS} wrote the BBC’s man in Goma.",
        f"The Moscow Times wrote: {WORDS}",
        f"It was a good day. According to The New York Times, {WORDS}",
        f"Al Jazeera said in its evening news: {WORDS}",
        f"Reuters reports:\n{WORDS}\nThey were well, officials said.",
    ],
)
def test_words_of_another_outlet(text: str) -> None:
    assert quoted(text) == [WORDS]


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS} the minister told Reuters on Monday.",
        f"{WORDS} the governor of Goma said.",
        f"{WORDS} she said. Reuters reported that they were well.",
        f"Reuters reported that they were well. {WORDS} she said.",
        "The BBC reported a “good day” for all.",
        f"The Nowhere Gazette of Nobody reported: {WORDS}",
        "Reuters reported: “" + "x" * 5000,
    ],
)
def test_words_of_people(text: str) -> None:
    assert quoted(text) == []


def test_an_outlet_that_quotes_itself() -> None:
    assert quoted(f"{WORDS} the Kyiv Independent reported on Monday.", publisher="Kyiv Independent") == []


def test_the_speaker_of_a_quotation_stays_its_speaker() -> None:
    from metrics.claims import catalogue
    from metrics.extract import extract

    text = "“The sides have exchanged 307 prisoners of war each on Sunday morning,” Reuters said in a report."
    (report,) = reports(Document("d", "x", text, ""))
    assert quoted(text)
    claims = extract(report, catalogue.load()).claims
    assert [claim.low for claim in claims] == [307]
