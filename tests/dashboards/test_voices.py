"""Who says what: the drawing says what its rows say, for none, one and many, and a page of it can do no harm."""

from __future__ import annotations

import json
import re
import struct
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from metrics.dashboards import library, page, save, voices


def row(low: float, bound: str = "exact", high: float | None = None, **others: Any) -> dict[str, Any]:
    """A row of the view, as far as the chart reads it."""
    ends = {"over": (low, None), "at_least": (low, None), "up_to": (0.0, low), "under": (0.0, low), "nearly": (0.9 * low, low)}
    interval = ends.get(bound, (low, low if high is None else high))
    return {
        "event": "exchange of 2 June 2025, RU-UA",
        "metric": "prisoners_exchanged",
        "unit": "person",
        "low": low,
        "high": low if high is None else high,
        "bound": bound,
        "interval_low": interval[0],
        "interval_high": interval[1],
        "low_open": bound == "over",
        "high_open": bound in ("under", "nearly"),
        "rounded_low": interval[0],
        "rounded_high": interval[1],
        "stage": "agreed",
        "part": False,
        "basis": None,
        "party": None,
        "category": None,
        "original_publisher": None,
        "status": "agreed",
        "speaker": None,
        "speaker_side": None,
        "publisher": "The Daily",
        "published": date(2025, 6, 2),
        "quote": "They agreed on it.",
    } | others


def values(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the panels draw, row by row."""
    spec = voices.draw(rows).to_dict()
    drawn: list[dict[str, Any]] = spec["datasets"][spec["data"]["name"]]
    return drawn


def title(rows: list[dict[str, Any]]) -> str:
    text = voices.draw(rows).to_dict()["title"]["text"]
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (row(1000), "1,000, agreed"),
        (row(1200, "up_to", basis="per_side"), "up to 1,200 each side, agreed"),
        (row(400, "nearly", party="UA", status="proposed"), "nearly 400, of UA, proposed"),
        (row(2, "range", 3), "2 to 3, agreed"),
        (row(0.5, "over"), "more than 0.5, agreed"),
        (row(12, category="child", basis="total"), "12 in all, children, agreed"),
    ],
)
def test_the_figure_stands_in_words(given: dict[str, Any], said: str) -> None:
    assert values([given])[0]["said"] == said


@pytest.mark.parametrize(
    ("given", "left", "right", "included"),
    [
        (row(1000), False, False, True),
        (row(1000, "over"), False, True, False),
        (row(1000, "at_least"), False, True, True),
        (row(1000, "under"), False, False, False),
        (row(2, "range", 3), False, False, True),
    ],
)
def test_open_ends_get_arrows(given: dict[str, Any], left: bool, right: bool, included: bool) -> None:
    (drawn,) = values([given])
    assert (drawn["open_left"], drawn["open_right"], drawn["included"]) == (left, right, included)
    assert drawn["from"] <= drawn["low"] <= drawn["high"] <= drawn["to"]


def test_an_open_end_reaches_past_every_number() -> None:
    drawn = values([row(50_000, "over"), row(60_000)])
    assert max(value["to"] for value in drawn if value["open_right"]) > 60_000


@pytest.mark.parametrize(
    ("given", "who"),
    [
        (row(1), "The Daily, 2 June 2025"),
        (row(1, speaker="Rustem Umerov", speaker_side="UA"), "Rustem Umerov (Ukraine), The Daily, 2 June 2025"),
        (row(1, speaker_side="RU", published=None), "the Russian side (The Daily)"),
        (row(1, original_publisher="The Weekly"), "The Weekly, 2 June 2025"),
        (row(1, publisher=None, published=date(2025, 1, 1)), "an outlet not named, 1 January 2025"),
    ],
)
def test_a_voice_is_named(given: dict[str, Any], who: str) -> None:
    assert values([given])[0]["who"] == who


@pytest.mark.parametrize(
    ("rows", "ticks"),
    [
        ([row(1000), row(1000, speaker="A")], {"values": [1000]}),
        ([row(2, "range", 3)], {"values": [2, 3]}),
        ([row(1000), row(1200)], {"tickCount": 4}),
        ([row(1), row(1.5)], {"tickCount": 4}),
    ],
)
def test_an_axis_has_the_numbers_that_help(rows: list[dict[str, Any]], ticks: dict[str, Any]) -> None:
    (panel,) = voices.draw(rows).to_dict()["vconcat"]
    assert ticks.items() <= panel["layer"][0]["encoding"]["x"]["axis"].items()


@pytest.mark.parametrize(
    ("others", "differ"),
    [
        ({}, True),
        ({"category": "child"}, True),  # the other one may well count children too
        ({"stage": "completed"}, False),
        ({"part": True}, False),
        ({"low": 1000.0, "high": 1000.0, "bound": "over"}, True),
        ({"low": 1000.0, "high": 1000.0}, False),
    ],
)
def test_only_figures_that_can_be_compared_differ(others: dict[str, Any], differ: bool) -> None:
    assert ("differ" in title([row(1000), row(1200) | others])) == differ


def test_other_people_counted_are_no_difference() -> None:
    assert "nobody contradicts" in title([row(185, party="UA"), row(300, party="RU")])


def test_voices_that_say_the_same_take_one_line() -> None:
    drawn = values(
        [row(1000, speaker="A", speaker_side="UA"), row(1000, speaker="B", speaker_side="UA"), row(1000, speaker="C", speaker_side="RU")]
    )
    assert [value["who"] for value in drawn] == ["C (Russia), The Daily, 2 June 2025", "A (Ukraine), The Daily, 2 June 2025 and 1 more"]
    assert drawn[1]["all"] == "A (Ukraine), The Daily, 2 June 2025; B (Ukraine), The Daily, 2 June 2025"


def test_the_title_says_the_finding() -> None:
    assert (
        title([row(1000), row(1200, "up_to"), row(1, metric="talks_round")])
        == "Voices differ on 1 of 2 questions, but no figure excludes another"
    )
    assert title([]) == "No voice has given a figure yet"
    assert title([row(1000)]) == "One voice has given a figure"
    assert title([row(1000), row(1200)]) == "Voices differ on prisoners exchanged"
    children = row(20_000, metric="children_listed"), row(339, metric="children_listed")
    assert (
        title([row(1000), row(1200), *children, row(5, metric="talks_round")])
        == "Voices differ on 2 of 3 questions, most on children listed"
    )
    assert title([row(1000), row(1000, speaker="A")]) == "2 voices, one question: nobody contradicts another's figure"


def test_where_voices_differ_comes_first() -> None:
    rows = [row(5, metric="aircraft_hit"), row(1000), row(1200)]
    assert [value["said"] for value in values(rows)] == ["1,000, agreed", "1,200, agreed", "5, agreed"]


def test_the_caption_counts_what_is_left_out() -> None:
    rows = [row(i + 1, event=f"event {i}") for i in range(voices.MOST_GROUPS + 7)]
    spec = voices.draw(rows).to_dict()
    assert len(spec["vconcat"]) == voices.MOST_GROUPS
    assert f"The first {voices.MOST_GROUPS} of {voices.MOST_GROUPS + 7} questions" in " ".join(spec["title"]["subtitle"])


def test_no_date_is_left_for_a_viewer_to_shift() -> None:
    text = json.dumps(voices.draw([row(1000), row(1200)]).to_dict())
    assert "temporal" not in text
    assert "2025-06-02" not in text


def test_long_and_hostile_text_is_cut_and_kept_as_data(tmp_path: Path) -> None:
    nasty = "</script><script>alert(1)</script>'\"\u202e" + "x" * 5000
    rows = [row(1000, speaker=nasty, event=nasty, publisher=nasty, quote=nasty), row(1200)]
    html = page(voices.draw(rows).to_dict())
    assert html.count("</script>") == html.count("<script") == 3
    assert "alert(1)</script>" not in html
    assert all(len(value["who"]) <= voices.LONGEST for value in values(rows))


def test_a_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    save(voices.draw([row(1000), row(1200)]), tmp_path / "deeper" / "chart.html")
    html = (tmp_path / "deeper" / "chart.html").read_text()
    before, after = html.split(library())
    assert not re.search(r"src=|href=|@import|url\(", before + after)
    assert "default-src 'none'" in html
    assert "<title>Voices differ on prisoners exchanged</title>" in html


def test_pictures(tmp_path: Path) -> None:
    chart = voices.draw([row(1000, speaker="Rustem Umerov", speaker_side="UA"), row(1200, "up_to")])
    save(chart, tmp_path / "chart.svg")
    save(chart, tmp_path / "chart.png")
    svg = (tmp_path / "chart.svg").read_text()
    assert all(
        text in svg
        for text in ("Voices differ on prisoners exchanged", "Rustem Umerov (Ukraine), The Daily, 2 June 2025", "up to 1,200, agreed")
    )
    width, height = struct.unpack(">II", (tmp_path / "chart.png").read_bytes()[16:24])
    assert width > 1000
    assert height > 200


@pytest.mark.parametrize(("count", "lines"), [(1, 1), (100, 100), (101, 100), (5000, 100)])
def test_a_hundred_voices_each_have_a_line(count: int, lines: int) -> None:
    rows = [row(100 + i, speaker=f"Speaker {i}") for i in range(count)]
    (panel,) = voices.draw(rows).to_dict()["vconcat"]
    assert panel["height"] == lines * voices.STEP
    assert (f"of {count:,} figures" in panel["title"]["subtitle"]) == (count > lines)
    drawn = [value["low"] for value in values(rows)]
    assert (drawn[0], drawn[-1], len(drawn)) == (100, 99 + count, lines)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.html, \.png, \.svg"):
        save(voices.draw([]), tmp_path / "chart.gif")
