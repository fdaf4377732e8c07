"""The report as Markdown: the same page, for a document, an issue or a pull request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from metrics import wording
from metrics.report import lines, links
from metrics.report.findings import Event, Findings
from metrics.report.page import cut, kept, plain

Row = Mapping[str, Any]

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")  # what Markdown, or HTML inside it, could read as its own
_LINE_STARTS = re.compile(r"^([+\-=]|\d+(?=[.)]))")


def as_markdown(findings: Findings) -> str:
    """The report as Markdown; what documents say is escaped, and cannot become markup."""
    page = ["# Where reports disagree", "", escaped(lines.summary(findings))]
    quiet = []
    place = 0
    for event in findings.events():
        if not event.discrepancies:
            quiet.append(event)
            continue
        page += ["", f"## {_title(event.name)}"]
        for row in event.discrepancies:
            place += 1
            page += ["", *_discrepancy(row, place)]
        page += _beside(event, "###")
    if findings.settled:
        page += ["", f"## Settled since {escaped(findings.since)}", "", *(f"- {escaped(lines.settled(row))}" for row in findings.settled)]
    if quiet:
        page += ["", "## Other events, over which nothing disagrees"]
        for event in quiet:
            page += ["", f"### {_title(event.name)}", *_beside(event, "####")]
    return "\n".join(page) + "\n"


def escaped(text: object) -> str:
    """The text on one line, every sign that Markdown reads as its own with a backslash."""
    return _LINE_STARTS.sub(r"\\\1" if not str(text)[:1].isdigit() else r"\1\\", _SIGNS.sub(r"\\\1", plain(text)))


def _title(name: str) -> str:
    return escaped(name[:1].upper() + name[1:])


def _discrepancy(row: Row, place: int) -> list[str]:
    change = f", {row['change']}" if row.get("change") else ""
    page = [
        f"### {place}. {row['severity'].capitalize()}{change}: {lines.label(row['kind'])} · {lines.label(row['metric'])}",
        "",
        f"**{escaped(lines.first_words(row['sentence'], row['event']))}**",
        "",
        f"{escaped(lines.measures(row))}; `{row['id']}`",
        "",
    ]
    if row.get("was") and (before := lines.before(row["was"])):
        page += [f"Before: {escaped(before)}", ""]
    for voice in row["voices"]:
        before, said, after = (_SIGNS.sub(r"\\\1", kept(part)) for part in cut(voice))
        where = f"{escaped(lines.outlet(voice))}, {_source(voice)}"
        head = f"{wording.who(voice)}: {wording.figure(voice, row['unit'], row['metric'])}"
        page += [
            f"- **{escaped(head[:1].upper() + head[1:])}** ({escaped(lines.traits(voice))}), {where}  ",
            f"  “{before}<mark>{said}</mark>{after}”",
        ]
    page += ["", f"- Comparable: {escaped(row['why'])}", f"- Would settle it: {escaped(row['settle'])}"]
    if row.get("review"):
        page.append(f"- Reviewed: {escaped(lines.reviewed(row['review']))}")
    return [*page, "", "```sql", *str(row["sql"]).splitlines(), "```"]


def _source(voice: Row) -> str:
    address = links.address(voice)
    name = f"{wording.short(voice['origin'])} at {voice['start']}"
    return f"[source](<{address}>)" if address else escaped(name)


def _beside(event: Event, level: str) -> list[str]:
    page = []
    if event.agreements:
        page += ["", f"{level} What agrees", "", *(f"- {escaped(lines.agreement(row))}" for row in event.agreements)]
    if event.not_flagged:
        page += ["", f"{level} Considered, not flagged", "", *(f"- {escaped(lines.considered(row))}" for row in event.not_flagged)]
    return page
