"""What documents say stays text in every format, and what agrees or was considered is told with its reason."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from metrics import report
from metrics.model import Mistake
from metrics.report import Findings, Wanted, lines, links
from metrics.report.data import as_csv
from tests.report.test_page import findings, row, voice

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    "[a](javascript:alert(1))",
    "`code` **bold** # head | cell",
    "<!-- -->",
    "</style><style>*{display:none}",
    "\x1b]0;title\x07",
]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes += attrs


def tags(page: str) -> Tags:
    parser = Tags()
    parser.feed(page)
    return parser


def said(text: str, **other: Any) -> Findings:
    """A report in which every text of a document is `text`."""
    hostile = voice(
        quote=text + " 12 " + text, start=100 + len(text) + 1, end=100 + len(text) + 3, quote_start=100, speaker=text, publisher=text,
        original_publisher=text, origin=text, **other,
    )  # fmt: skip
    return findings(row(sentence=f"{text}: {text}", event=text, voices=[hostile]))


@pytest.mark.parametrize("text", HOSTILE)
def test_html_is_the_templates_own(text: str) -> None:
    page = report.as_html(said(text))
    plain = tags(report.as_html(said("plain")))
    assert tags(page).seen == plain.seen
    assert "script" not in plain.seen
    assert {name for name, _ in tags(page).attributes} == {name for name, _ in plain.attributes}
    assert "<mark>12</mark>" in page
    assert "\x1b" not in page
    assert "49" not in page.replace("</", "") or "7 * 7" not in text


def test_the_html_page_may_load_and_run_nothing() -> None:
    page = report.as_html(findings(row()))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1] == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"(src|url|@import)\s*[=(]", page)
    assert ' style="' not in page


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_holds_no_markup_of_a_document(text: str) -> None:
    page = report.as_markdown(said(text))
    for sign in "<[`*":
        for at in [match.start() for match in re.finditer(re.escape(sign + text.partition(sign)[2][:6]), page) if sign in text]:
            assert page[at - 1] == "\\"
    assert "<mark>12</mark>" in page


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", "plain"])
def test_no_cell_is_a_formula(text: str) -> None:
    for cells in csv.reader(io.StringIO(as_csv(said(text)))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        ("https://example.org/a", "https://example.org/a#:~:text=One%20two%20three."),
        ("https://example.org/a b", "https://example.org/a%20b#:~:text=One%20two%20three."),
        ("https://example.org/a#part", "https://example.org/a#part"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("folder/a.txt", None),
        ("http://[broken", None),
    ],
)
def test_links_lead_to_the_sentence(origin: str, wanted: str | None) -> None:
    assert links.address(voice(origin=origin, quote="One two three.")) == wanted


def test_a_long_quote_is_found_by_its_ends() -> None:
    address = links.address(voice(origin="https://example.org/", quote=" ".join(f"w{i}-x" for i in range(12))))
    assert address == "https://example.org/#:~:text=w0%2Dx%20w1%2Dx%20w2%2Dx%20w3%2Dx%20w4%2Dx,w7%2Dx%20w8%2Dx%20w9%2Dx%20w10%2Dx%20w11%2Dx"


def figure(low: float, **other: Any) -> dict[str, Any]:
    given = {
        "claim_id": "c-1", "low": low, "high": low, "bound": "exact", "basis": "per_side", "party": None, "category": None, "part": False,
        "stage": "completed", "proposer": None, "place": None, "event_id": "e-1",
        "event": "exchange of May", "from_date": date(2025, 5, 23),
        "to_date": date(2025, 5, 25), "speaker": None, "speaker_side": None, "publisher": "The Ledger", "original_publisher": None,
        "published": date(2025, 5, 26), "origin": "a.txt",
    }  # fmt: skip
    return given | other


@pytest.mark.parametrize("reason", sorted(lines.REASONS))
def test_every_reason_has_its_words(reason: str) -> None:
    pair = {"reason": reason, "unit": "person", "metric": "prisoners_exchanged", "one": figure(1000), "other": figure(1200, stage="agreed")}
    told = lines.considered(pair)
    assert told.startswith("prisoners exchanged: 1,000 prisoners each side (The Ledger, 26 May 2025) and 1,200 prisoners")
    assert "None" not in told
    assert "{" not in told


def agreement(**other: Any) -> dict[str, Any]:
    given = {
        "event_id": "e-9", "event": "exchange of May", "sides": "RU-UA", "how": "figure", "metric": "prisoners_exchanged",
        "stage": "completed", "position_of": None, "low": 1000.0, "high": 1000.0, "bound": "exact", "unit": "person", "basis": "per_side",
        "party": None, "category": None, "from_date": date(2025, 5, 23), "to_date": date(2025, 5, 25), "addends": [], "origins": 3,
        "reports": 4, "names": ["The Ledger", "The Gazette"],
    }  # fmt: skip
    return given | other


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (
            {},
            "prisoners exchanged: 1,000 prisoners each side, carried out; 3 independent origins, 4 reports (The Ledger; The Gazette)",
        ),
        (
            {"how": "delivery", "addends": [390.0, 307.0, 303.0]},
            "prisoners exchanged: 390 + 307 + 303 = 1,000 delivered 23–25 May 2025, as agreed: 1,000 prisoners each side; "
            "3 independent origins, 4 reports (The Ledger; The Gazette)",
        ),
        (
            {"how": "parts", "addends": [880.0, 120.0], "origins": 1, "reports": 1, "names": []},
            "prisoners exchanged: the parts 880 + 120 add up to 1,000 prisoners each side; 1 independent origin, 1 report",
        ),
    ],
)
def test_what_agrees_in_a_line(given: dict[str, Any], wanted: str) -> None:
    assert lines.agreement(agreement(**given)) == wanted


KNOWN = {"metric": ["prisoners_exchanged", "troops_massed"], "kind": ["bound_changed", "value_conflict"], "side": ["RU", "UA"]}


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), ["d-1", "d-2"]),
        (Wanted(metrics=["troops_massed"]), ["d-1"]),
        (Wanted(metrics=["troops_massed", "prisoners_exchanged"]), ["d-1", "d-2"]),
        (Wanted(kinds=["value_conflict"]), ["d-2"]),
        (Wanted(severities=["note"]), ["d-1"]),
        (Wanted(events=["e-2"]), ["d-2"]),
        (Wanted(events=["EXCHANGE OF"]), ["d-2"]),
        (Wanted(sides=["UA"]), ["d-1", "d-2"]),
        (Wanted(metrics=["troops_massed"], kinds=["value_conflict"]), []),
    ],
)
def test_filters(wanted: Wanted, ids: list[str]) -> None:
    other = row(id="d-2", kind="value_conflict", severity="conflict", metric="prisoners_exchanged", event_id="e-2", event="exchange of May")
    shown = wanted.of(findings(row(), other), KNOWN)
    assert [one["id"] for one in shown.discrepancies] == ids


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(metrics=["nope"]), "there is no metric 'nope'; there are: prisoners_exchanged; troops_massed"),
        (Wanted(severities=["awful"]), "there is no severity 'awful'; there are: conflict; note"),
        (Wanted(sides=["XX"]), "there is no side 'XX'; there are: RU; UA"),
        (Wanted(events=["nowhere"]), "there is no event 'nowhere' in the report; there is: troops massed as of 2 June 2025, RU-UA"),
    ],
)
def test_an_unknown_value_lists_the_known(wanted: Wanted, said: str) -> None:
    with pytest.raises(Mistake) as raised:
        wanted.of(findings(row()), KNOWN)
    assert str(raised.value) == said


def test_agreements_alone_make_no_discrepancy() -> None:
    page = report.terminal(findings(agreements=[agreement()]), 80)
    assert "Other events, over which nothing disagrees" in page
    assert "3 independent origins" in " ".join(page.split())


def test_json_lines_are_the_rows_of_the_json() -> None:
    shown = findings(row(), row(id="d-2"))
    assert [json.loads(line) for line in report.as_jsonl(shown).splitlines()] == json.loads(report.as_json(shown))
