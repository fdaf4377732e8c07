"""Single lines that every format of the report shows: how much, what agrees, what was considered. Pure functions of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from metrics import wording
from metrics.report.findings import SEVERITIES, Findings

Row = Mapping[str, Any]

_STAGE = {"agreed": "agreed", "completed": "carried out", "reported": "reported", "denied": "denied"}
_REASON = {
    "basis": "{one_basis} and {other_basis} are not one count",
    "basis_unknown": "it is not said for both whether they count each side, one side or all",
    "both_sides_added": "they agree: what each side gives, and both sides together",
    "category": "different people are counted: {one_category} and {other_category}",
    "category_unknown": "it is not said for both who is counted",
    "days_unknown": "no day is given for both, so they may be of different days",
    "denied": "both are denied, and a denial is held against an assertion only",
    "event": "two events: {one_event}; and {other_event}",
    "growing": "the count rises as news comes in, and they were published on different days",
    "one_telling": "one report tells both, one of them in its own words: it need not count the same things as whom it quotes",
    "other_scale": "too far apart for counts of one thing, and one is an outlet's own, vague or a single person: a stage or part, it seems",
    "one_voice": "no second voice stands behind both: one voice gave both, or came round to the other",
    "other_days": "different days: {one_days} and {other_days}",
    "other_total": "they lie so far apart that they must be totals of different things",
    "part": "a part is not held against a whole",
    "parts": "they are different parts: {one_category} and {other_category}",
    "party": "they count people of different sides: {one_party} and {other_party}",
    "party_unknown": "it is not said for both whose people are counted",
    "period": "they are totals of different periods",
    "place": "two places: {one_place} and {other_place}",
    "place_unknown": "too little is known of where it was, or between whom",
    "proposer": "two sides' proposals: the first is {one_proposer}'s, the second {other_proposer}'s",
    "proposer_unknown": "it is not said whose proposal it is",
    "stage": "two stages: the first is {one_stage}, the second {other_stage}",
    "unsure": "one voice gives two figures in one report, so neither is sure to be about this",
    "window": "they hold for different times, and the state may have changed: {one_event}; and {other_event}",
}
REASONS = frozenset(_REASON)


def summary(findings: Findings) -> str:
    """*2 conflicts and 6 notes over 7 events, from 46 claims in 12 reports*, or plain words where there is nothing to show."""
    scope = f"{counted(findings.claims, 'claim')} in {counted(findings.reports, 'report')}"
    if not findings.reports:
        return "Nothing was read yet: `parley load PATH` reads reports."
    if findings.since is not None:
        changes = [row["change"] for row in findings.discrepancies]
        if not changes and not findings.settled:
            return f"Nothing new, changed or settled since {findings.since}; {counted(findings.found, 'discrepancy')} as before."
        return f"Since {findings.since}: {changes.count('new')} new, {changes.count('changed')} changed, {len(findings.settled)} settled."
    if findings.discrepancies:
        events = len({row["event_id"] for row in findings.discrepancies})
        return f"{tally(findings.discrepancies)} over {counted(events, 'event')}, from {scope}."
    if findings.found:
        return f"None of the {counted(findings.found, 'discrepancy')} fits these filters."
    if not findings.claims:
        return f"No discrepancies: {counted(findings.reports, 'report')} read, and none gives a figure that Parley tracks."
    if findings.reports == 1:
        return f"No discrepancies: there is one report only, with {counted(findings.claims, 'claim')}, and it agrees with itself."
    return f"No discrepancies: no two reports disagree over a figure, in {scope}."


def tally(rows: Sequence[Row]) -> str:
    """*2 conflicts and 6 notes*"""
    counts = [(sum(row["severity"] == severity for row in rows), severity) for severity in SEVERITIES]
    return " and ".join(counted(count, severity) for count, severity in counts if count)


def counted(count: int, what: str) -> str:
    """*1 report*, *2,400 claims*"""
    plural = what[:-1] + "ies" if what.endswith("cy") else what + "s"
    return f"{count:,} {what if count == 1 else plural}"


def label(name: object) -> str:
    """A key as words: *prisoners exchanged*."""
    return str(name).replace("_", " ")


def measures(row: Row) -> str:
    """*gap at least 21 (6.2 %), 2 reports, 1 origin, 2 voices*"""
    words = []
    if row["gap"] or (row["gap"] is not None and row["severity"] == "conflict"):
        percent = f" ({row['gap_percent']:g} %)" if row["gap_percent"] else ""
        words.append(f"gap at least {wording.number(row['gap'])}{percent}" if row["gap"] else "gap 0, since they touch but do not overlap")
    words += [counted(row[f"{what}s"], what) for what in ("report", "origin")]
    voices = len({voice.get("voice") or wording.who(voice) for voice in row["voices"]})
    return ", ".join([*words, counted(voices, "voice")])


def outlet(voice: Row) -> str:
    """*Yahoo, written by Kyiv Independent, 3 June 2025*"""
    name = voice["publisher"] or "no outlet named"
    if voice["original_publisher"] and voice["original_publisher"] != voice["publisher"]:
        name = f"{name}, written by {voice['original_publisher']}"
    return f"{name}, {wording.day(voice['published']) if voice['published'] else 'undated'}"


def traits(voice: Row) -> str:
    """How a figure is typed: *agreed, up to, soldier*; what the figure itself says is left out."""
    party = f"of {wording.party(voice['party'])}" if voice["party"] and voice["basis"] != "one_side" else None
    kinds = [voice["status"], label(voice["bound"]), *[label(voice["category"])] * bool(voice["category"]), party]
    return ", ".join(str(kind) for kind in kinds if kind)


def agreement(row: Row) -> str:
    """One line on what agrees, with its independent origins."""
    said = wording.figure(row, row["unit"], row["metric"])
    if row["category"]:
        said += f", {wording.category(row['category'])}"
    origins = f"{counted(row['origins'], 'independent origin')}, {counted(row['reports'], 'report')}"
    names = f" ({'; '.join(row['names'][:5])}{'; …' if len(row['names']) > 5 else ''})" if row["names"] else ""
    what = label(row["metric"])
    addends = " + ".join(wording.number(number) for number in row["addends"])
    if row["how"] == "delivery":
        days = wording.days(row["from_date"], row["to_date"])
        return f"{what}: {addends} = {wording.number(sum(row['addends']))} delivered {days}, as agreed: {said}; {origins}{names}"
    if row["how"] == "parts":
        return f"{what}: the parts {addends} add up to {said}; {origins}{names}"
    return f"{what}: {said}, {_stage(row['stage'], row['position_of'])}; {origins}{names}"


def reason(row: Row) -> str:
    """Why two differing figures are no conflict."""
    told: dict[str, object] = {}
    for side in ("one", "other"):
        figure = row[side]
        told |= {
            f"{side}_basis": label(figure["basis"]),
            f"{side}_category": wording.category(figure["category"]) if figure["category"] else "people of no named kind",
            f"{side}_event": figure["event"],
            f"{side}_days": wording.days(figure["from_date"], figure["to_date"]),
            f"{side}_party": wording.party(figure["party"]) if figure["party"] else "no side named",
            f"{side}_place": str(figure["place"] or "an unnamed place").title() if figure["place"] else "an unnamed place",
            f"{side}_proposer": wording.party(figure["proposer"]) if figure["proposer"] else "nobody",
            f"{side}_stage": _stage(figure["stage"], figure["proposer"]),
        }
    return _REASON[row["reason"]].format(**told)


def considered(row: Row) -> str:
    """*prisoners exchanged: 1,000 prisoners each side (The Ledger, 2 June 2025) and 1,200 … : two events …*"""
    one, other = (_said(row[side], row) for side in ("one", "other"))
    return f"{label(row['metric'])}: {one} and {other}: {reason(row)}"


def settled(row: Row) -> str:
    """One line on a discrepancy that stood and no longer does."""
    return f"{label(row['kind'])} · {label(row['metric'])} · {row['id']}, {row['event']}: {figures(row['figures'], row)}"


def before(change: Row) -> str:
    """What a changed discrepancy was: its figures, or how many claims it had; nothing for a new one."""
    if change["before_figures"]:
        return figures(change["before_figures"], change)
    return f"the same figures, {counted(change['before_claims'], 'claim')}; now {change['claims']}" if change["before_claims"] else ""


def figures(kept: str, row: Row) -> str:
    """The distinct figures as the database keeps them (*1000.0 1000.0 exact, 1200.0 1200.0 up_to*) in words."""
    told = [dict(zip(("low", "high", "bound"), figure.split(" "), strict=True)) for figure in kept.split(", ")]
    return ", ".join(
        wording.figure({"low": float(one["low"]), "high": float(one["high"]), "bound": one["bound"]}, row["unit"], row["metric"])
        for one in told
    )


def reviewed(review: object) -> str:
    """A reviewer's decision in words."""
    return str(review.get("said", review)) if isinstance(review, Mapping) else str(review)


def first_words(sentence: str, event: str) -> str:
    """The sentence without its event, for a place where the event stands above it."""
    rest = sentence[len(event) + 2 :] if sentence[: len(event)].casefold() == event.casefold() else sentence
    return rest[:1].upper() + rest[1:]


def _said(figure: Row, row: Row) -> str:
    when = wording.day(figure["published"]) if figure["published"] else "undated"
    return f"{wording.figure(figure, row['unit'], row['metric'])} ({wording.who({'origin': 'a file', **figure})}, {when})"


def _stage(stage: str, proposer: str | None) -> str:
    if stage == "proposed":
        return f"proposed by {wording.party(proposer)}" if proposer else "proposed"
    return _STAGE.get(stage, stage)
