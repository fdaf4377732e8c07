"""What the search page looks through: an entry for each event, metric, discrepancy, report and claim, as short as it can be."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from metrics import wording
from metrics.report import lines
from metrics.report.page import plain
from metrics.site.record import Record, Row
from metrics.site.templating import brief, first, metric_page

KINDS = ("event", "discrepancy", "report", "claim", "metric")
LONGEST = 500  # characters of a sentence
Entry = list[Any]  # kind, title, address, more words, metric, sides, status or severity, event, outlet, first day, last day


def index(record: Record) -> str:
    """The script that holds the entries; what repeats from entry to entry is a number into a list of words."""
    words: dict[str, int] = {"": 0}

    def number(value: object) -> int:
        return words.setdefault(plain(value) if value else "", len(words))

    entries = [
        [KINDS.index(kind), title, address, number(more), *map(number, told), *days]
        for kind, title, address, more, told, days in _entries(record)
    ]
    told = {"kinds": KINDS, "words": list(words), "entries": entries}
    return f"window.parley = {json.dumps(told, ensure_ascii=False, separators=(',', ':'))};\n"


def filters(record: Record) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Name, title and options of each filter."""
    metrics = sorted({str(row["metric"]) for row in record.claims})
    sides = sorted({side for row in record.claims if row["sides"] for side in str(row["sides"]).split("-")})
    statuses = sorted({str(row["status"]) for row in record.claims})
    severities = sorted({str(row["severity"]) for row in record.discrepancies})
    outlets = sorted({plain(row["publisher"]) for row in record.reports if row["publisher"]})
    return [
        ("what", "Kind", [(kind, first(kind)) for kind in KINDS]),
        ("metric", "Metric", [(metric, lines.label(metric)) for metric in metrics]),
        ("side", "Side", [(side, wording.party(side)) for side in sides]),
        ("status", "Status", [(status, status) for status in (*severities, *statuses)]),
        ("outlet", "Outlet", [(outlet, outlet) for outlet in outlets]),
    ]


def _entries(record: Record) -> Iterable[tuple[str, str, str, object, tuple[object, ...], tuple[str, str]]]:
    for row in record.events:
        told = (None, row["sides"], None, row["event_id"], None)
        days = _days(row["event_from"] or row["told_from"], row["event_to"] or row["told_to"])
        yield "event", brief(first(row["event"])), f"events/{row['event_id']}.html", None, told, days
    for row in record.discrepancies:
        told = (row["metric"], row["sides"], row["severity"], row["event_id"], None)
        more = lines.label(row["kind"])
        yield (
            "discrepancy", brief(row["sentence"], LONGEST), f"discrepancies/{row['id']}.html", more, told,
            _days(row["event_from"], row["event_to"]),
        )  # fmt: skip
    for row in record.reports:
        told = (None, None, None, None, row["publisher"])
        days = _days(row["published"], row["published"])
        yield "report", brief(record.named(row["report_id"])), f"reports/{row['report_id']}.html", None, told, days
    for row in record.claims:
        told = (row["metric"], row["sides"], row["status"], row["event_id"], row["publisher"])
        figure = wording.figure(row, row["unit"], row["metric"])
        title = f"{brief(first(wording.who(row)), 80)}: {plain(figure)}"
        quote = brief(row["quote"], LONGEST)
        yield "claim", title, _claim(row), quote, told, _days(row["published"], row["published"])
    for metric, row in record.metrics.items():
        title = first(row["title"] or lines.label(metric))
        yield "metric", title, f"metrics/{metric_page(metric)}", row["asks"], (metric, *[None] * 4), ("", "")


def _claim(row: Row) -> str:
    return f"reports/{row['report_id']}.html#{row['claim_id']}"


def _days(start: object, end: object) -> tuple[str, str]:
    begin, last = start or end, end or start
    return (begin.isoformat(), last.isoformat()) if isinstance(begin, date) and isinstance(last, date) else ("", "")
