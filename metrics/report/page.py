"""The report as a page for the terminal: by event, conflicts first, each with its sentence, who says what, and what would settle it."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from metrics import wording
from metrics.report import lines
from metrics.report.findings import Event, Findings

Row = Mapping[str, Any]

MOST_VOICES = 8  # of one discrepancy; the page counts the rest, the JSON has them all
MOST_LINES = 5  # of what agrees, and of what was considered, under one event
LONGEST_QUOTE = 280  # characters, around the figure
NARROWEST = 40
WIDEST = 100  # longer lines are hard to read
_SEVERITY = {"conflict": "CONFLICT", "note": "Note"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def terminal(findings: Findings, width: int = 80) -> str:
    """The page as text of at most `width` columns. What documents say is shown without control characters, on one line of thought."""
    width = min(max(width, NARROWEST), WIDEST)
    page = wrapped(lines.summary(findings), width, "")
    place = 0
    quiet = []
    for event in findings.events():
        if not event.discrepancies:
            quiet.append(event)
            continue
        page += ["", *_heading(event.name, width)]
        for row in event.discrepancies:
            place += 1
            page += ["", *_discrepancy(row, place, width)]
        page += _beside(event, width)
    page += _settled(findings, width) + _quiet(quiet, width)
    return "\n".join(page) + "\n"


def plain(text: object) -> str:
    """The text on one line, fit for a terminal: no control characters, no marks that turn the direction, no line breaks."""
    told = str(text)
    if not (told.isascii() and told.isprintable()):
        told = "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in told)
    return " ".join(told.split())


def kept(text: str) -> str:
    """The same for a piece of a longer text: a space at either end stays."""
    if not text.strip():
        return " " if text else ""
    return (" " if text[:1].isspace() else "") + plain(text) + (" " if text[-1:].isspace() else "")


def cut(voice: Row, longest: int = LONGEST_QUOTE) -> tuple[str, str, str]:
    """The quote before its figure, the figure, and the quote after it, cut around the figure where it is long."""
    quote = str(voice["quote"])
    start = voice["start"] - voice.get("quote_start", voice["start"])
    end = start + voice["end"] - voice["start"]
    before, said, after = quote[:start], quote[start:end], quote[end:]
    room = max(longest - len(said), 0) // 2
    if len(before) > room:
        before = "… " + before[len(before) - room :].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return before, said, after


def marked(voice: Row) -> str:
    """The quote with its figure between >> and <<."""
    before, said, after = cut(voice)
    return plain(f'"{before}>>{said}<<{after}"')


def _heading(text: str, width: int) -> list[str]:
    named = wrapped(text[:1].upper() + text[1:], width, "")
    return [*named, "=" * max(map(len, named), default=0)]


def _discrepancy(row: Row, place: int, width: int) -> list[str]:
    change = f" · {row['change']}" if row.get("change") else ""
    title = f"{place}. {_SEVERITY[row['severity']]}{change}: {lines.label(row['kind'])} · {lines.label(row['metric'])} · {row['id']}"
    page = wrapped(title, width, "", "   ")
    page += wrapped(lines.first_words(row["sentence"], row["event"]), width, "   ")
    if row.get("was") and (before := lines.before(row["was"])):
        page += wrapped(f"Before: {before}", width, "   ", "     ")
    page += [*wrapped(f"({lines.measures(row)})", width, "   "), ""]
    for voice in row["voices"][:MOST_VOICES]:
        page += _voice(voice, row, width)
    if len(row["voices"]) > MOST_VOICES:
        page.append(f"   · and {len(row['voices']) - MOST_VOICES} more")
    page.append("")
    page += wrapped(f"Comparable: {row['why']}", width, "   ", "     ")
    page += wrapped(f"Would settle it: {row['settle']}", width, "   ", "     ")
    if row.get("review"):
        page += wrapped(f"Reviewed: {lines.reviewed(row['review'])}", width, "   ", "     ")
    return page


def _voice(voice: Row, row: Row, width: int) -> list[str]:
    head = f"{wording.who(voice)}: {wording.figure(voice, row['unit'], row['metric'])} ({lines.traits(voice)})"
    return [
        *wrapped(head[:1].upper() + head[1:], width, "   · ", "     "),
        *wrapped(f"{lines.outlet(voice)}; {wording.short(voice['origin'])} at {voice['start']}", width, "     "),
        *wrapped(marked(voice), width, "     "),
    ]


def _beside(event: Event, width: int) -> list[str]:
    """What agrees on the event, and what was considered and not flagged."""
    page = []
    if event.agreements:
        page += ["", "   What agrees", *_few(map(lines.agreement, event.agreements), len(event.agreements), width)]
    if event.not_flagged:
        page += ["", "   Considered, not flagged", *_few(map(lines.considered, event.not_flagged), len(event.not_flagged), width)]
    return page


def _few(told: Iterable[str], count: int, width: int) -> list[str]:
    page = []
    for _, line in zip(range(MOST_LINES), told, strict=False):
        page += wrapped(line, width, "   · ", "     ")
    return [*page, f"   · and {count - MOST_LINES} more"] if count > MOST_LINES else page


def _settled(findings: Findings, width: int) -> list[str]:
    if not findings.settled:
        return []
    page = ["", *_heading(f"Settled since {findings.since}", width), ""]
    for row in findings.settled:
        page += wrapped(lines.settled(row), width, "· ", "  ")
    return page


def _quiet(events: list[Event], width: int) -> list[str]:
    """Events over which nothing disagrees, in a few lines each."""
    if not events:
        return []
    page = ["", *_heading("Other events, over which nothing disagrees", width)]
    for event in events:
        page += ["", *wrapped(event.name[:1].upper() + event.name[1:], width, ""), *_beside(event, width)[1:]]
    return page


def wrapped(text: str, width: int, first: str, later: str | None = None) -> list[str]:
    return textwrap.wrap(
        plain(text), width, initial_indent=first, subsequent_indent=first if later is None else later, break_on_hyphens=False
    )
