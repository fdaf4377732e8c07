"""A rule file's own examples and rejects, run: what `parley metrics test` prints and the tests assert. Pure functions of a catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from metrics import claims, figures
from metrics.claims.catalogue import Catalogue, Metric
from metrics.model import Claim, Report

PUBLISHED = date(2025, 6, 5)  # a Thursday: examples with relative dates count from here


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example or reject: what it is, whether it holds, and why not."""

    metric: str
    kind: str  # example or reject
    number: int
    text: str
    holds: bool
    why: str


def read(text: str, catalogue: Catalogue, published: date | None = PUBLISHED) -> list[Claim]:
    """The claims of a text of one's own, as a report published on that day."""
    return _read(text, catalogue, published)[0]


def _read(text: str, catalogue: Catalogue, published: date | None = PUBLISHED) -> tuple[list[Claim], list[str]]:
    """The claims of a text, and what became of each figure that makes none: *"40 soldiers": unbound*."""
    report = Report("r-trial", "trial", "trial", text, 0, len(text), published=published, published_basis="stated")
    found = figures.find(text)
    made, reasons = claims.find(report, found, catalogue)
    return made, [f'"{text[x.start : x.end]}" {reason}' for x, reason in zip(found, reasons, strict=True) if reason]


def disagreement(expected: dict[str, object], made: list[Claim], left: list[str], metric: str) -> str:
    """Why none of the claims made is the expected one; empty where one is. `left` says what became of the other figures."""
    same = [claim for claim in made if claim.metric == metric]
    if not same:
        return "no such claim; found: " + (", ".join([*(f"{claim.metric} {claim.low:.15g}" for claim in made), *left]) or "no figure")
    wrong: list[list[str]] = [
        [f"{key} is {_shown(got)}, not {_shown(value)}" for key, value in expected.items() if value != (got := _plain(getattr(claim, key)))]
        for claim in same
    ]
    return "; ".join(sorted(wrong, key=len)[0])


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _shown(value: object) -> object:
    return "open" if value is None else f"{value:.15g}" if isinstance(value, float) else _plain(value)


def outcomes(metric: Metric, catalogue: Catalogue) -> Iterator[Outcome]:
    """Each example and reject of a metric with how it went."""
    for number, case in enumerate(metric.examples, 1):
        why = disagreement(dict(case["claim"]), *_read(case["text"], catalogue), metric.key)
        yield Outcome(metric.key, "example", number, case["text"], not why, why)
    for number, case in enumerate(metric.rejects, 1):
        made = [claim for claim in read(case["text"], catalogue) if claim.metric == metric.key]
        why = f"gives {metric.key} {made[0].low:.15g}, though: {case['why']}" if made else ""
        yield Outcome(metric.key, "reject", number, case["text"], not made, why)
