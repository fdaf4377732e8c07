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
    report = Report("r-trial", "trial", "trial", text, 0, len(text), published=published, published_basis="stated")
    return claims.find(report, figures.find(text), catalogue)[0]


def disagreement(expected: dict[str, object], made: list[Claim], metric: str) -> str:
    """Why none of the claims made is the expected one; empty where one is."""
    same = [claim for claim in made if claim.metric == metric]
    if not same:
        return "no such claim; made: " + (", ".join(f"{claim.metric} {claim.low:g}" for claim in made) or "none")
    wrong: list[list[str]] = [
        [f"{key} is {_plain(getattr(claim, key))}, not {value}" for key, value in expected.items() if _plain(getattr(claim, key)) != value]
        for claim in same
    ]
    return "; ".join(sorted(wrong, key=len)[0])


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def outcomes(metric: Metric, catalogue: Catalogue) -> Iterator[Outcome]:
    """Each example and reject of a metric with how it went."""
    for number, case in enumerate(metric.examples, 1):
        why = disagreement(dict(case["claim"]), read(case["text"], catalogue), metric.key)
        yield Outcome(metric.key, "example", number, case["text"], not why, why)
    for number, case in enumerate(metric.rejects, 1):
        made = [claim for claim in read(case["text"], catalogue) if claim.metric == metric.key]
        why = f"gives {metric.key} {made[0].low:g}, though: {case['why']}" if made else ""
        yield Outcome(metric.key, "reject", number, case["text"], not made, why)
