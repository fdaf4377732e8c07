"""The page and the JSON: conflicts first, figures marked, nothing of a document reaches the terminal raw."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import report, rows
from metrics.report.page import marked, plain

QUOTE = "Officials said that more than 50,000 soldiers stood at the border."


def voice(**other: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "claim_ids": ["c-1"],
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


def test_conflicts_first_and_nothing_wider() -> None:
    conflict = row(id="d-2", kind="value_conflict", severity="conflict", gap=21.0, gap_percent=6.2)
    page = report.terminal([row(), conflict], 80)
    assert page.index("CONFLICTS") < page.index("d-2") < page.index("NOTES") < page.index("d-1")
    assert max(len(line) for line in page.splitlines()) <= 80
    assert page.startswith("1 conflict and 1 note over 1 event\n")
    for words in (
        "The words differ.",
        "Anna Example (UA)",
        "The Ledger, written by Wire",
        "2 June 2025",
        "a.txt at 120",
        ">>more than 50,000<<",
        "gap at least 21 (6.2 %)",
        "They are alike.",
        "A list.",
        "2 reports, 1 origin",
    ):
        assert words in page


def test_nothing_to_say() -> None:
    assert report.terminal([], 80) == "No discrepancies: no two reports disagree over a figure.\n"


def test_counts_the_voices_it_leaves_out() -> None:
    assert "and 12 more" in report.terminal([row(voices=[voice()] * 20)], 80)


@pytest.mark.parametrize("text", ["\x1b[31mred\x1b[0m", "a\rb", "a\nb", "a\u202eb", "a\u2028b", "\x9b1m", "a\x00b", "tab\there", "\ud800"])
def test_control_signs_never_come_through(text: str) -> None:
    page = report.terminal(
        [row(sentence=text, event=text, voices=[voice(quote=text + QUOTE, quote_start=100 - len(text), speaker=text)])], 80
    )
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
    (told,) = json.loads(report.as_json([row()]))
    assert list(told) == list(rows.DISCREPANCY_FIELDS)
    assert list(told["voices"][0]) == list(rows.VOICE_FIELDS)
    assert told["voices"][0]["published"] == "2025-06-02"
