"""The page and the JSON: conflicts first, figures marked, nothing of a document reaches the terminal raw."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import report, rows
from metrics.report import Findings
from metrics.report.page import marked, plain

QUOTE = "Officials said that more than 50,000 soldiers stood at the border."


def voice(**other: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "claim_ids": ["c-1"],
        "voice": "Anna Example",
        "speaker": "Anna Example",
        "speaker_side": "UA",
        "publisher": "The Ledger",
        "original_publisher": "Wire",
        "published": date(2025, 6, 2),
        "origin": "/some/where/a.txt",
        "low": 50000,
        "high": 50000,
        "bound": "over",
        "basis": None,
        "party": "RU",
        "category": None,
        "status": "reported",
        "quote": QUOTE,
        "start": 120,
        "end": 136,
        "quote_start": 100,
    }
    return given | other


def row(**other: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "id": "d-1",
        "kind": "bound_changed",
        "severity": "note",
        "metric": "troops_massed",
        "event_kind": "deployment",
        "sides": "RU-UA",
        "event_from": None,
        "event_to": None,
        "event": "troops massed as of 2 June 2025, RU-UA",
        "event_id": "e-1",
        "stage": "reported",
        "unit": "person",
        "sentence": "The words differ.",
        "gap": 0.0,
        "gap_percent": 0.0,
        "reports": 2,
        "origins": 1,
        "sql": "select 1",
        "why": "They are alike.",
        "settle": "A list.",
        "review": None,
        "voices": [voice(), voice(bound="exact", speaker=None, speaker_side=None)],
    }
    return given | other


def findings(*rows: dict[str, Any], **other: Any) -> Findings:
    return Findings(rows, **{"found": len(rows), "reports": 2, "claims": 3} | other)


def test_conflicts_first_and_nothing_wider() -> None:
    conflict = row(id="d-2", kind="value_conflict", severity="conflict", gap=21.0, gap_percent=6.2, event_id="e-2", event="exchange of May")
    page = report.terminal(findings(row(), conflict), 80)
    assert page.index("Exchange of May") < page.index("d-2") < page.index("Troops massed as of") < page.index("d-1")
    assert max(len(line) for line in page.splitlines()) <= 80
    assert page.startswith("1 conflict and 1 note over 2 events, from 3 claims in 2 reports.\n")
    for words in (
        "CONFLICT: value conflict",
        "Note: bound changed",
        "The words differ.",
        "Anna Example (Ukraine)",
        "The Ledger, written by Wire",
        "2 June 2025",
        "a.txt at 120",
        ">>more than 50,000<<",
        "gap at least 21 (6.2 %)",
        "They are alike.",
        "A list.",
        "2 reports, 1 origin, 1 voice",
    ):
        assert words in page


@pytest.mark.parametrize("width", [1, 40, 57, 80, 100, 500])
def test_no_line_is_wider_than_asked(width: int) -> None:
    page = report.terminal(findings(row(event="word " * 60)), width)
    assert max(len(line) for line in page.splitlines()) <= min(max(width, 40), 100)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reports": 0, "claims": 0}, "Nothing was read yet: `parley load PATH` reads reports."),
        ({"reports": 1, "claims": 0}, "No discrepancies: 1 report read, and none gives a figure that Parley tracks."),
        ({"reports": 1, "claims": 4}, "No discrepancies: there is one report only, with 4 claims, and it agrees with itself."),
        ({"reports": 2, "claims": 4}, "No discrepancies: no two reports disagree over a figure, in 4 claims in 2 reports."),
        ({"reports": 2, "claims": 4, "found": 8}, "None of the 8 discrepancies fits these filters."),
        ({"since": "run 2", "found": 1}, "Nothing new, changed or settled since run 2; 1 discrepancy as before."),
    ],
)
def test_nothing_to_say(given: dict[str, Any], said: str) -> None:
    assert report.terminal(findings(**given), 100) == said + "\n"


def test_counts_the_voices_it_leaves_out() -> None:
    assert "and 12 more" in report.terminal(findings(row(voices=[voice()] * 20)), 80)


@pytest.mark.parametrize("text", ["\x1b[31mred\x1b[0m", "a\rb", "a\nb", "a\u202eb", "a\u2028b", "\x9b1m", "a\x00b", "tab\there", "\ud800"])
def test_control_signs_never_come_through(text: str) -> None:
    hostile = voice(quote=text + QUOTE, quote_start=100 - len(text), speaker=text)
    page = report.terminal(findings(row(sentence=text, event=text, voices=[hostile])), 80)
    assert page.isprintable() or set(page) - {"\n"} == {sign for sign in page if sign.isprintable()}
    page.encode("utf-8")


@given(st.text())
def test_plain_is_one_printable_line(text: str) -> None:
    shown = plain(text)
    assert "\n" not in shown
    assert "\x1b" not in shown
    assert plain(shown) == shown


def test_long_quotes_are_cut_around_the_figure() -> None:
    before, after = "word " * 200, " word" * 200
    shown = marked(voice(quote=before + "about 12" + after, start=1000, end=1008, quote_start=0))
    assert ">>about 12<<" in shown
    assert len(shown) < 320
    assert shown.startswith('"… ')
    assert shown.endswith(' …"')


def test_json_is_the_contracts() -> None:
    (told,) = json.loads(report.as_json(findings(row())))
    assert list(told) == [*rows.DISCREPANCY_FIELDS, "considered"]
    assert list(told["voices"][0]) == list(rows.VOICE_FIELDS)
    assert told["voices"][0]["published"] == "2025-06-02"
