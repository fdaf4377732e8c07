"""Which words decided each field of a claim, found by leaving words out and reading again. Pure functions of report and catalogue.

A word decided a field where the field is another without it. So the answer needs no trace through the rules, and holds for every
rule: first each word of the claim's own sentence is left out, then each other sentence and its words, then, for what several places
say, each word wherever it stands. The time is one extraction of the report for every word tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from metrics import sentences
from metrics.claims.catalogue import Catalogue
from metrics.extract import extract
from metrics.model import Claim, Report

FIELDS = (
    "metric", "low", "high", "bound", "unit", "basis", "party", "category", "part", "part_of", "parts_complete", "status", "event_kind",
    "sides", "place", "round", "event_from", "event_to", "deal_date", "as_of", "speaker", "speaker_side", "proposer", "unilateral",
)  # fmt: skip
NEAR = 40  # sentences on either side in which a word is looked for
FEW = 400  # different words that are left out wherever they stand

_GIVEN = {"low", "high", "unit", "event_kind"}  # by the figure itself, or by the metric
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one field of a claim is what it is."""

    field: str
    value: object
    words: tuple[Span, ...]  # in the document's text; without them the field would be another
    note: str = ""  # what else decided it, or why no words did


def explain(report: Report, catalogue: Catalogue, start: int, metric: str) -> list[Reason]:
    """A reason for each field of the claim under `metric` whose figure begins at `start`; empty where no such claim is made."""
    return _Trial(report, catalogue, start, metric).reasons()


class _Trial:
    """One claim, read again and again with words left out."""

    def __init__(self, report: Report, catalogue: Catalogue, start: int, metric: str) -> None:
        self.report, self.catalogue = report, catalogue
        made = [claim for claim in extract(report, catalogue).claims if (claim.start, claim.metric) == (start, metric)]
        self.claim = made[0] if made else None
        self.deciding: dict[str, set[Span]] = {field: set() for field in FIELDS}

    def reasons(self) -> list[Reason]:
        if self.claim is None:
            return []
        claim = self.claim
        whole = self.report.start, self.report.end
        spans = sentences.spans(self.report.text, *whole)
        own = next(n for n, (a, b) in enumerate(spans) if a <= claim.start < b)
        self._leave_out(self._words(spans[own]))
        for n in range(max(0, own - NEAR), min(len(spans), own + NEAR + 1)):
            if n != own and self._changed([spans[n]]):
                self._leave_out(self._words(spans[n]))
        if self._open():
            self._leave_out_everywhere()
        undated = self._read(replace(self.report, published=None, published_basis="none"))
        alone = self._read(self._without([span for n, span in enumerate(spans) if n != own]))
        kept = {*self.deciding["metric"], (claim.start, claim.end)}
        least = self._read(self._without(word for word in self._words(whole) if not any(a < word[1] and word[0] < b for a, b in kept)))
        return [self._reason(field, undated, least, alone) for field in FIELDS]

    def _reason(self, field: str, undated: Claim | None, least: Claim | None, alone: Claim | None) -> Reason:
        assert self.claim is not None
        claim, report = self.claim, self.report
        value = getattr(claim, field)
        if value is None:
            return Reason(field, None, (), "left open")
        if field in ("low", "high"):
            return Reason(field, value, ((claim.start, claim.end),))
        words = _joined(self.deciding[field], report.text)
        notes = []
        if undated is not None and getattr(undated, field) != value:
            notes.append(f"the publication date {report.published} ({report.published_basis})")
        if not words and not notes:
            if value is False:
                notes.append("nothing says so")
            elif field in _GIVEN:
                notes.append("the metric's own")
            elif least is not None and getattr(least, field) == value:
                notes.append("nothing says otherwise")
            elif alone is not None and getattr(alone, field) == value:
                notes.append("its sentence says so more than once")
            else:
                notes.append("more than one place says so")
        return Reason(field, value, tuple(words), ", ".join(notes))

    def _words(self, span: Span) -> Iterator[Span]:
        return (match.span() for match in _WORD.finditer(self.report.text, *span))

    def _leave_out(self, words: Iterable[Span]) -> None:
        for word in words:
            for field in self._changed([word]):
                self.deciding[field].add(word)

    def _leave_out_everywhere(self) -> None:
        """What several places say: each word left out of all of them at once, for the fields that no one place decides."""
        places: dict[str, list[Span]] = {}
        for a, b in self._words((self.report.start, self.report.end)):
            places.setdefault(self.report.text[a:b], []).append((a, b))
        several = [(word, spans) for word, spans in places.items() if len(spans) > 1 and word[0].isupper()]
        still = set(self._open())
        for _, spans in several[:FEW]:
            for field in still.intersection(self._changed(spans)):
                self.deciding[field].update(spans[:3])

    def _open(self) -> list[str]:
        """The fields that have a value and no word yet that decided it."""
        return [
            field
            for field in FIELDS
            if not self.deciding[field] and getattr(self.claim, field) not in (None, False) and field not in _GIVEN
        ]

    def _changed(self, spans: list[Span]) -> list[str]:
        """The fields that are others without these words; `metric` alone where the claim is not made without them."""
        made = self._read(self._without(spans))
        if made is None:
            return ["metric"]
        return [field for field in FIELDS if getattr(made, field) != getattr(self.claim, field)]

    def _without(self, spans: Iterable[Span]) -> Report:
        """The report with these words blank: offsets stay."""
        parts, at = [], 0
        for a, b in spans:
            parts += [self.report.text[at:a], " " * (b - a)]
            at = b
        return replace(self.report, text="".join([*parts, self.report.text[at:]]))

    def _read(self, report: Report) -> Claim | None:
        """The claim as that report makes it: of the same metric, where the same number stands."""
        assert self.claim is not None
        for claim in extract(report, self.catalogue).claims:
            if claim.metric == self.claim.metric and claim.start < self.claim.end and self.claim.start < claim.end:
                return claim
        return None


def _joined(words: Iterable[Span], text: str) -> list[Span]:
    """Spans with nothing but spaces between them as one: *prisoners of war*."""
    found: list[Span] = []
    for a, b in sorted(words):
        if found and not text[found[-1][1] : a].strip():
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
    return found
