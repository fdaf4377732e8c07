"""Why a report is of its day, as data and as a page for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from metrics import wording
from metrics.model import Report
from metrics.read.dating import Dating
from metrics.report.page import NARROWEST, plain, wrapped

_WIDEST = 32  # characters of a clue's words


def as_data(report: Report, dating: Dating) -> dict[str, Any]:
    """The report's own fields, and under `dating` what its day rests on."""
    clues = [
        {"start": one.start, "end": one.end, "text": report.text[one.start : one.end], "kind": one.kind, "says": one.says,
         "points": round(one.points, 2), "rival_points": round(one.rival, 2)}
        for one in dating.weights
    ]  # fmt: skip
    stated = report.text[dating.start : dating.end] if dating.start is not None else None
    return {
        "report_id": report.report_id,
        "title": report.title,
        "publisher": report.publisher,
        "original_publisher": report.original_publisher,
        "language": report.language,
        "origin": report.origin,
        "published": dating.published,
        "published_basis": dating.basis,
        "dating": {
            "stated_by": dating.source, "words": stated, "best": dating.best, "rival": dating.rival,
            "page_taken": dating.page_taken,
            "lead": None if dating.lead is None else round(dating.lead, 2), "needed": dating.needed, "clues": clues,
        },
        "zones": [{"start": zone.start, "end": zone.end, "kind": zone.kind} for zone in report.zones],
    }  # fmt: skip


def page(report: Report, dating: Dating, width: int) -> str:
    """The report in two lines, what its day rests on, and a line a clue with the points for its day and for the next best."""
    width = max(width, NARROWEST)
    outlet = report.publisher or "no outlet named"
    writer = f", written by {report.original_publisher}" if report.original_publisher else ""
    rows = [plain(f"{report.title or 'no title'} · {report.report_id}")]
    rows += wrapped(f"{outlet}{writer}; {report.origin} at {report.start}", width, "   ")
    rows += ["", *wrapped(_verdict(report, dating), width, "")]
    if dating.weights and dating.best:
        rows += ["", *_table(report, dating, width)]
        rows += [
            "",
            *wrapped("What each clue adds to a day's points, given the others; a point is about a factor of e.", width, ""),
        ]
    return "\n".join(rows) + "\n"


def custody(newer: str | None, sightings: Sequence[Mapping[str, object]], width: int) -> str:
    """Which newer version replaces the report, and where copies of it were seen, with the hash of the bytes."""
    width = max(width, NARROWEST)
    rows = ["", *wrapped(f"A newer version of this article, {newer}, is judged in its place.", width, "")] if newer else []
    rows += ["", "Seen:"]
    for one in sightings:
        rows += wrapped(str(one["origin"]), width, "   ")
        taken = f"retrieved {one['retrieved']}, " if one["retrieved"] else ""
        rows += wrapped(f"{taken}read {one['seen']} UTC", width, "      ")
        rows += [f"      sha256 {one['sha256']}"]
        rows += wrapped(f"kept at {one['archive_url']}", width, "      ") if one["archive_url"] else []
    return "\n".join(rows) + "\n"


def _verdict(report: Report, dating: Dating) -> str:
    if dating.basis == "stated" and dating.published:
        words = f": “{' '.join(report.text[dating.start : dating.end].split())}”" if dating.start is not None else ""
        return f"Published {wording.day(dating.published)}, stated by {dating.source}{words}."
    if dating.best is None:
        return "Undated: nothing states its day, and no clue ties it to one."
    lead = f" by {dating.lead:.1f} points (at least {dating.needed:.1f} are needed)" if dating.lead is not None else ""
    over = f", ahead of {wording.day(dating.rival)}{lead}" if dating.rival else ""
    if dating.published and dating.page_taken:
        taken = wording.day(dating.page_taken)
        told = f"so long before about {taken}, the day on which all articles of its page agree best"
        return f"Published {wording.day(dating.published)}, inferred: {told}."
    if dating.published:
        return f"Published {wording.day(dating.published)}, inferred from {len(dating.weights)} clues{over}."
    doubt = "but too little of the text is tied to that day, or the lead is too small"
    return f"Undated: the clues point to {wording.day(dating.best)}{over}, {doubt}."


def _table(report: Report, dating: Dating, width: int) -> list[str]:
    assert dating.best is not None
    heads = ("clue", "says", dating.best.isoformat(), dating.rival.isoformat() if dating.rival else "")
    cells = [
        (
            plain(" ".join(report.text[one.start : one.end].split())),
            plain(one.says),
            f"{one.points:+.1f}",
            f"{one.rival:+.1f}" if dating.rival else "",
        )
        for one in dating.weights
    ]
    first = min(_WIDEST, max(len(row[0]) for row in [heads, *cells]))
    second = max(12, width - first - 28)
    return [f"{a[:first]:<{first}}  {b[:second]:<{second}}  {c:>10}  {d:>10}".rstrip() for a, b, c, d in [heads, *cells]]
