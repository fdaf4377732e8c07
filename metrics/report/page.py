"""Discrepancies as a page for the terminal: conflicts first, each with its sentence, who says what, and what would settle it."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from metrics import wording

Row = Mapping[str, Any]

MOST_VOICES = 8  # of one discrepancy; the page counts the rest, the JSON has them all
LONGEST_QUOTE = 280  # characters, around the figure
NARROWEST = 40
_HEADINGS = {"conflict": "CONFLICTS", "note": "NOTES"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def terminal(discrepancies: Sequence[Row], width: int = 80) -> str:
    """The page as text of at most `width` columns. What documents say is shown without control characters, on one line of thought."""
    width = max(width, NARROWEST)
    if not discrepancies:
        return "No discrepancies: no two reports disagree over a figure.\n"
    lines = [_summary(discrepancies), ""]
    for severity, heading in _HEADINGS.items():
        rows = [row for row in discrepancies if row["severity"] == severity]
        if not rows:
            continue
        lines += [heading, "=" * len(heading), ""]
        for place, row in enumerate(rows, 1):
            lines += [*_discrepancy(row, place, width), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def plain(text: object) -> str:
    """The text on one line, fit for a terminal: no control characters, no marks that turn the direction, no line breaks."""
    return " ".join("".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in str(text)).split())


def marked(voice: Row) -> str:
    """The quote with its figure between >> and <<, cut around it where it is long."""
    quote = str(voice["quote"])
    start = voice["start"] - voice.get("quote_start", voice["start"])
    end = start + voice["end"] - voice["start"]
    before, said, after = quote[:start], quote[start:end], quote[end:]
    room = max(LONGEST_QUOTE - len(said), 0) // 2
    if len(before) > room:
        before = "… " + before[len(before) - room :].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return plain(f'"{before}>>{said}<<{after}"')


def _summary(discrepancies: Sequence[Row]) -> str:
    counts = {severity: sum(row["severity"] == severity for row in discrepancies) for severity in _HEADINGS}
    words = [f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items()]
    events = len({row["event"] for row in discrepancies})
    return f"{' and '.join(words)} over {events} event{'' if events == 1 else 's'}"


def _discrepancy(row: Row, place: int, width: int) -> list[str]:
    lines = [plain(f"{place}. {row['kind'].replace('_', ' ')} · {row['metric'].replace('_', ' ')} · {row['id']}")]
    lines += wrapped(row["sentence"], width, "   ")
    lines += wrapped(_measures(row), width, "   ")
    lines.append("")
    for voice in row["voices"][:MOST_VOICES]:
        lines += _voice(voice, width)
    if len(row["voices"]) > MOST_VOICES:
        lines.append(f"   · and {len(row['voices']) - MOST_VOICES} more")
    lines.append("")
    lines += wrapped(f"Comparable: {row['why']}", width, "   ", "     ")
    lines += wrapped(f"Would settle it: {row['settle']}", width, "   ", "     ")
    if row.get("review"):
        lines += wrapped(f"Reviewed: {row['review']['said']}", width, "   ", "     ")
    return lines


def _measures(row: Row) -> str:
    words = []
    if row["gap"] or (row["gap"] is not None and row["severity"] == "conflict"):
        percent = f" ({row['gap_percent']:g} %)" if row["gap_percent"] else ""
        words.append(f"gap at least {wording.number(row['gap'])}{percent}")
    words += [f"{row[what]} {what if row[what] != 1 else what[:-1]}" for what in ("reports", "origins")]
    return ", ".join(words)


def _voice(voice: Row, width: int) -> list[str]:
    outlet = voice["publisher"] or "no outlet named"
    if voice["original_publisher"]:
        outlet = f"{outlet}, written by {voice['original_publisher']}"
    when = f"published {wording.day(voice['published'])}" if voice["published"] else "undated"
    kind = [voice["status"], voice["bound"].replace("_", " ")]
    kind += [voice[field].replace("_", " ") for field in ("basis", "category") if voice[field]]
    head = f"{wording.who(voice)}: {wording.figure(voice)} ({', '.join(kind)})"
    return [
        *wrapped(head, width, "   · ", "     "),
        *wrapped(f"{outlet}, {when}; {wording.short(voice['origin'])} at {voice['start']}", width, "     "),
        *wrapped(marked(voice), width, "     "),
    ]


def wrapped(text: str, width: int, first: str, later: str | None = None) -> list[str]:
    return textwrap.wrap(
        plain(text), width, initial_indent=first, subsequent_indent=first if later is None else later, break_on_hyphens=False
    )
