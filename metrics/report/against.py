"""A draft held against the record, as a page for the terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from metrics import wording
from metrics.report.page import NARROWEST, marked, plain, wrapped

Row = Mapping[str, Any]

MOST_VOICES = 3  # of one figure of the record; the page counts the rest, the JSON has them all
MOST_BESIDE = 4
MOST_UNCOUNTED = 12
_VERDICTS = {
    "conflict": "CONFLICT",
    "disputed": "DISPUTED: the record agrees and contradicts",
    "differs": "differs",
    "agrees": "agrees",
    "new": "new: nothing comparable in the record",
}
_COUNTS = {"conflict": "in conflict", "disputed": "disputed", "differs": "different", "agrees": "agreed", "new": "new"}
_UNLIKE = {"status": "another stage", "basis": "another basis", "party": "another side", "category": "other people", "part": "a part"}
_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")


def against(told: Row, width: int = 80) -> str:
    """The page as text of at most `width` columns."""
    width = max(width, NARROWEST)
    lines = wrapped(_head(told), width, "", "  ") + [line for note in _notes(told) for line in wrapped(note, width, "", "  ")]
    for place, figure in enumerate(told["figures"], 1):
        lines += ["", *wrapped(_title(figure, place), width, "", "   "), *wrapped(marked(figure), width, "   ")]
        lines += wrapped(str(figure["event"]), width, "   ") if figure["event"] else []
        for head, voices in _record(figure):
            lines += wrapped(head, width, "   · ", "     ")
            for voice in voices:
                lines += [*wrapped(_who(voice), width, "     "), *wrapped(marked(voice), width, "       ")]
        for more in (*_reviews(figure), *_more(figure)):
            lines += wrapped(more, width, "   · ", "     ")
    lines += ["", *wrapped(_uncounted(told), width, "", "  ")] if told["not_held"] else []
    return "\n".join(lines) + "\n"


def against_markdown(told: Row) -> str:
    """The page as Markdown; what the texts say cannot mark anything up."""
    parts = [f"# {_escaped(_head(told))}", *(_escaped(note) for note in _notes(told))]
    for place, figure in enumerate(told["figures"], 1):
        parts += [f"## {_escaped(_title(figure, place))}", f"> {_bold(figure)}"]
        parts += [_escaped(figure["event"])] if figure["event"] else []
        for head, voices in _record(figure):
            parts.append("\n".join([f"- {_escaped(head)}", *(f"  - {_escaped(_who(voice))}: {_bold(voice)}" for voice in voices)]))
        parts += [f"- {_escaped(more)}" for more in (*_reviews(figure), *_more(figure))]
    parts += [_escaped(_uncounted(told))] if told["not_held"] else []
    return "\n\n".join(parts) + "\n"


def against_json(told: Row) -> str:
    """All of it, dates as YYYY-MM-DD."""
    return json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n"


def _head(told: Row) -> str:
    counts = Counter(figure["verdict"] for figure in told["figures"])
    number = len(told["figures"])
    said = ", ".join(f"{counts[verdict]} {word}" for verdict, word in _COUNTS.items() if counts[verdict])
    held = f"{number} figure{'' if number == 1 else 's'} held against the record" if number else "no figure that the record could know"
    return f"{wording.short(told['draft'])}: {held}{': ' + said if said else ''}"


def _notes(told: Row) -> list[str]:
    notes = [f"The draft's day: {', '.join(told['published'])} ({', '.join(told['published_basis'])})."] if told["published"] else []
    if "none" in told["published_basis"]:
        notes.append("The draft names no day of its own, so that its weekdays stay unresolved; --date gives one.")
    return notes


def _title(figure: Row, place: int) -> str:
    count = f"{wording.figure(figure, figure['unit'], figure['metric'])}, {figure['status']}"
    return f"{place}. {_VERDICTS[figure['verdict']]} · {figure['metric'].replace('_', ' ')}: {count}"


def _record(figure: Row) -> Iterator[tuple[str, Sequence[Row]]]:
    """What the record says, figure by figure: a line, and the voices whose words follow it."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for said in figure["record"]:
        relation = said["relation"].replace("_", " ")
        if said["relation"] == "agrees" and said["untold"]:
            relation = f"agrees as far as is told ({' and '.join(said['untold'])} in one of them alone)"
        groups.setdefault((relation, wording.figure(said, figure["unit"], figure["metric"]), said["status"]), []).append(said)
    for (relation, number, status), group in groups.items():
        origins = len({said["origin_id"] for said in group if not said["copied"]})
        support = f"{origins} origin{'' if origins == 1 else 's'} of {_counted(group)}"
        gap = group[0]["gap"]
        apart = (
            f", at least {wording.counted(gap, figure['unit'], figure['metric'])} apart"
            if gap and group[0]["severity"] == "conflict"
            else ""
        )
        voices = list({(said["report_id"], said["speaker"]): said for said in reversed(group)}.values())[::-1]
        more = f"; {MOST_VOICES} of {len(voices)} are shown" if len(voices) > MOST_VOICES else ""
        yield f"{relation}: {number}, {status}{apart} ({support}{more})", voices[:MOST_VOICES]


def _counted(group: Sequence[Row]) -> str:
    reports = len({said["report_id"] for said in group})
    return f"{reports} report{'' if reports == 1 else 's'}"


def _who(voice: Row) -> str:
    speaker = wording.who(voice)
    outlet = " by way of ".join(dict.fromkeys(name for name in (voice["original_publisher"], voice["publisher"]) if name))
    when = wording.day(voice["published"]) if voice["published"] else "undated"
    copied = "; the draft has this report's words, so that it confirms nothing" if voice["copied"] else ""
    named = outlet if outlet.startswith(speaker) else f"{speaker}, {outlet}" if outlet else speaker
    return f"{named}, {when}; {wording.short(voice['origin'])} at {voice['start']}{copied}"


def _more(figure: Row) -> list[str]:
    """What the record has that the figure could not be held against."""
    return [line for line in (_beside(figure), _elsewhere(figure)) if line]


def _reviews(figure: Row) -> list[str]:
    """What reviewers decided on the record's figures."""
    return [f"reviewed: {said}" for said in dict.fromkeys(said for other in figure["record"] for said in other["reviews"])]


def _elsewhere(figure: Row) -> str:
    said = [
        f"{wording.figure(other, figure['unit'], figure['metric'])}, {other['status']} ({other['event']})" for other in figure["elsewhere"]
    ]
    rest = f"; {len(said) - MOST_BESIDE} more" if len(said) > MOST_BESIDE else ""
    return f"of other events the record has {'; '.join(said[:MOST_BESIDE])}{rest}" if said else ""


def _beside(figure: Row) -> str:
    if not figure["beside"]:
        return ""
    told: dict[str, Row] = {}
    for said in figure["beside"]:
        unlike = ", ".join(_UNLIKE[field] for field in said["unlike"]) or "not surely of the same day or thing"
        told.setdefault(f"{wording.figure(said, figure['unit'], figure['metric'])}, {said['status']} ({unlike})", said)
    shown = list(told)[:MOST_BESIDE]
    rest = f"; {len(told) - len(shown)} more" if len(told) > len(shown) else ""
    return f"of the same event, but not comparable: {'; '.join(shown)}{rest}"


def _uncounted(told: Row) -> str:
    """The figures that were held against nothing, by reason; those of no known kind in their own words."""
    reasons = Counter(figure["reason"] for figure in told["not_held"])
    said = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items(), key=lambda each: (-each[1], each[0])))
    words = list(dict.fromkeys(f"“{figure['text']}”" for figure in told["not_held"] if figure["reason"] == "unbound"))
    named = f". Counted by no metric: {', '.join(words[:MOST_UNCOUNTED])}{' …' if len(words) > MOST_UNCOUNTED else ''}" if words else ""
    number = len(told["not_held"])
    return f"Not held against anything: {number} figure{'' if number == 1 else 's'} ({said}){named}"


def _bold(voice: Row) -> str:
    before, found, rest = marked(voice).partition(">>")
    said, _, after = rest.partition("<<")
    return f"{_mark(before)}**{_mark(said)}**{_mark(after)}" if found else _mark(before)


def _escaped(text: object) -> str:
    return _mark(plain(text))


def _mark(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
