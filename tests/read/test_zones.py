"""What in a report is marked as not its prose."""

from __future__ import annotations

import pytest

from metrics.model import Document, Report
from metrics.read import reports
from metrics.read.links import headline_end


def read_one(text: str, publisher: str | None = None) -> Report:
    (report,) = reports(Document("d", "x", text, "", publisher=publisher))
    return report


def marked(text: str, kind: str) -> list[str]:
    return [text[zone.start : zone.end] for zone in read_one(text).zones if zone.kind == kind]


@pytest.mark.parametrize(
    ("rest", "headline"),
    [
        (
            "Army masses 20,000 men near Goma, Kinshasa says We have been working hard for you.",
            "Army masses 20,000 men near Goma, Kinshasa says",
        ),
        (
            "Rebels split over truce and 'parallel' talks in Doha The army had no comment.",
            "Rebels split over truce and 'parallel' talks in Doha",
        ),
        ("What we know about the siege of El Fasher. The army had no comment.", "What we know about the siege of El Fasher."),
        ("Pashinyan meets U.S. envoy over corridor It was their third meeting.", "Pashinyan meets U.S. envoy over corridor"),
        ("Baku Says The Corridor Is Open For All Subscribe to our newsletter now.", "Baku Says The Corridor Is Open For All"),
        ("Short one", "Short one"),
        ("", ""),
    ],
)
def test_where_a_link_in_a_paragraph_ends(rest: str, headline: str) -> None:
    text = "He left. Read also: " + rest
    start = len("He left. Read also: ")
    assert text[start : headline_end(text, start, len(text))] == headline


def test_a_link_never_takes_a_whole_article() -> None:
    text = "He left. Read also: " + "somewhere nobody knows anything of it " * 100
    (link,) = marked(text, "link")
    assert len(link) < 260


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("He left on Friday.\nREAD MORE: Army frees nine in Borno raid\nShe stayed.", ["READ MORE: Army frees nine in Borno raid"]),
        (
            "He left on Friday.\nRead also:\nArmy frees nine in Borno raid\nShe stayed at home.",
            ["Read also:\nArmy frees nine in Borno raid"],
        ),
        ("He left.\nYou may also like\nTen lakes to see\nA recipe for soup", ["You may also like\nTen lakes to see\nA recipe for soup"]),
        (
            "He left.\nRelated stories:\nTen lakes to see\nThen the whole army went home to its barracks again.",
            ["Related stories:\nTen lakes to see"],
        ),
        ("The two are related: he is her uncle.", []),
    ],
)
def test_links(text: str, links: list[str]) -> None:
    assert marked(text, "link") == links


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left. STORY CONTINUES BELOW THIS AD She stayed.", ["STORY CONTINUES BELOW THIS AD"]),
        ("He left. Advertisement She stayed.", ["Advertisement"]),
        ("He left.\nAdvertisement\nShe stayed.", ["Advertisement"]),
        ("He read the Advertisement aloud.", []),
        ("He left.\n&w=320&q=80)\nShe stayed.", ["&w=320&q=80)"]),
        ("He left.\nhttps://example.org/a.jpg?w=3\nShe stayed.", ["https://example.org/a.jpg?w=3"]),
        ("Costs fell by R&D=2 or so.", []),
    ],
)
def test_boilerplate(text: str, found: list[str]) -> None:
    assert marked(text, "boilerplate") == found


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("He left.\nThe minister at home.(Photo: Reuters)\nShe stayed.", ["The minister at home.(Photo: Reuters)"]),
        ("He left. The minister waves to reporters (Ann Other/AP) She stayed.", ["The minister waves to reporters (Ann Other/AP)"]),
        ("He left.\nPhoto: A. Writer\nShe stayed.", ["Photo: A. Writer"]),
        ("He left (AFP via Getty Images). She stayed.", ["He left (AFP via Getty Images)"]),
        ("GOMA (AP) — He left (and/or stayed).", []),
    ],
)
def test_captions(text: str, captions: list[str]) -> None:
    assert marked(text, "caption") == captions


FIRST = "The two armies agreed to return forty of their dead by Sunday evening."
SECOND = "A monitor of the truce counted seven breaches in the course of the first day."


def test_repeated_lines_and_sentences() -> None:
    assert marked(f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}", "repeat") == [FIRST, SECOND]
    assert marked(f"{FIRST} Nobody spoke. {SECOND} Later on: nothing. {SECOND}", "repeat") == [SECOND]
    assert marked("Nobody spoke.\nNobody spoke.", "repeat") == []


def test_another_outlets_copy_is_no_repeat() -> None:
    page = (
        "Latest news with #Truce\n{}\na day ago\n- World\nOne title here\n"
        + FIRST
        + "\n{}\na day ago\n- World\nOther title here\n"
        + FIRST
        + "\n"
    )
    other = reports(Document("d", "x", page.format("Dawn", "Haaretz"), ""))
    same = reports(Document("d", "x", page.format("Dawn", "Dawn"), ""))
    assert [any(zone.kind == "repeat" for zone in report.zones) for report in other] == [False, False]
    assert [any(zone.kind == "repeat" for zone in report.zones) for report in same] == [False, True]


def test_headlines() -> None:
    text = "Nine walk free in the north\nNine aid workers walked out.\nA LONG WAIT IS OVER\nThey were well."
    assert marked(text, "headline") == ["Nine walk free in the north", "A LONG WAIT IS OVER"]
