"""Why a report is of its day: what states it, or the clues that it was inferred from, each with its weight. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from metrics.model import PublishedBasis, Report
from metrics.read import addresses, days, published, stamps
from metrics.read.clues import Clue, weights
from metrics.read.lines import lines

_MOST = 200  # clues whose weight is told; each is found by weighing all the others without it


@dataclass(frozen=True, slots=True)
class Weight:
    """A clue: where it stands, what it says, and the points that it gives the best day and its rival."""

    start: int
    end: int
    kind: str
    says: str
    points: float
    rival: float


@dataclass(frozen=True, slots=True)
class Dating:
    """A report's day, its basis, where it stands (`source`), and what was weighed."""

    published: date | None
    basis: PublishedBasis
    source: str | None  # what states the day
    start: int | None  # where in the text it is stated
    end: int | None
    best: date | None = None  # the day with most points, given or not
    rival: date | None = None  # the next best that is further off than days that count as one answer
    lead: float | None = None  # points by which the best day beats it
    needed: float | None = None
    weights: tuple[Weight, ...] = ()
    page_taken: date | None = None  # the day of the page, which its articles tell together, where the report says how long before it is


def explain(report: Report) -> Dating:
    """What a report's day rests on; for one without a day, how its best days compare."""
    if report.published_basis == "stated":
        source, span = _stated(report)
        return Dating(report.published, "stated", source, *(span or (None, None)))
    found = published.clues(report)[:_MOST]
    scores = published.candidates(found)
    if report.published is None and not scores:
        return Dating(None, report.published_basis, None, None, None)
    best = report.published or max(scores, key=lambda day: (scores[day], -day.toordinal()))
    sure = weights()["sure"]
    ago = next((clue.ago for clue in found if clue.ago), None)
    taken = best + timedelta(days=round(ago.days)) if ago and report.published else None
    others = {} if taken else {day: value for day, value in scores.items() if abs((day - best).days) > sure["window"]}
    rival = max(others, key=lambda day: (others[day], -day.toordinal()), default=None)
    top, second = published.points(found, best), published.points(found, rival) if rival else 0.0
    weighed = []
    for at, clue in enumerate(found):
        rest = found[:at] + found[at + 1 :]
        own = top - published.points(rest, best)
        weighed.append(Weight(clue.start, clue.end, clue.kind, _says(clue), own, second - published.points(rest, rival) if rival else 0.0))
    return Dating(
        report.published, report.published_basis, None, None, None, best, rival,
        top - second if rival else None, sure["margin"], tuple(weighed), taken,
    )  # fmt: skip


def _stated(report: Report) -> tuple[str, tuple[int, int] | None]:
    """What states the day: the first place in the text that does, the URL, else what came with the text."""
    text, day = report.text, report.published
    rows = lines(text, report.start, report.end)
    for row in rows[:8]:
        if len(row.text) <= 40 and days.stamp(row.text) == day:
            return "a line of its own at the head", (row.start, row.end)
    start = stamps.prefix(text, report.start, report.end)
    if start and start[0] == day:
        return "the first words", (report.start, start[1])
    stamped = stamps.stamped(rows)
    if stamped.published == day:
        for begin, end in stamped.spans:
            if any(mention.year and mention.on(mention.year) == day for mention in days.mentions(text, begin, end)):
                return "a stamp or byline", (begin, end)
    wire = stamps.dateline(text, report.title_end or report.start, report.end)
    if wire and wire.day and wire.day.year and wire.day.on(wire.day.year) == day:
        return "the dateline", (wire.day.start, wire.day.end)
    if "://" in report.origin and addresses.day(addresses.parse(report.origin).url) == day:
        return "the URL", None
    return "what came with the text: the page's or record's own fields", None


def _says(clue: Clue) -> str:
    """A clue in words."""
    if clue.kind == "ago" and clue.ago:
        return (
            f"published {clue.ago.days:.0f} days before the page was taken"
            if clue.ago.days >= 1
            else "published on the day the page was taken"
        )
    if clue.kind == "dateline":
        return "the dateline's day"
    if clue.kind == "year":
        return f"{clue.year}, looked back on" if clue.back else f"not before {clue.year}"
    if clue.kind == "office":
        return "in office " + " or ".join(_term(*term) for term in clue.terms)
    tense = "to come" if clue.ahead >= 0.5 else "something was said on it" if clue.said else "past"
    return f"next, {tense}" if clue.following else tense


def _term(begin: date, until: date) -> str:
    return f"{begin.year}–{until.year}" if until < date.max else f"since {begin.year}"
