"""A figure under a metric, and which metrics its kind allows at all."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.claims.catalogue import Happens, Metric
from metrics.claims.clause import Mark, Sentence
from metrics.claims.durations import extends
from metrics.model import Figure

_WARS = frozenset(["war", "conflict", "insurgency", "rebellion"])  # a six-year-old war is nobody's age


@dataclass(frozen=True, slots=True)
class Binding:
    """A figure under a metric: the trigger that decided it (None where the counted noun sufficed), its side, voice and cost."""

    metric: Metric  # ELSEWHERE for what happens outside the catalogue
    happens: Happens | None
    mark: Mark | None
    side: str  # left, right, self
    voice: str
    cost: float


def rank(binding: Binding) -> tuple[float, int, bool, str]:
    """The cheapest first; of two the longer trigger (*take to hospital* before *take*)."""
    words = len(binding.mark.sense.lemma.split()) if binding.mark else 0
    return binding.cost, -words, binding.side == "right", binding.metric.key


def only_moves(mark: Mark) -> bool:
    """Whether a verb may be said of anybody who goes somewhere: *1,000 soldiers crossed*, not *came home*."""
    happens = mark.sense.happens
    return happens is not None and happens.takes == "subject" and " " not in mark.sense.lemma and mark.sense.kind == "verb"


def kind_fits(figure: Figure, metric: Metric) -> bool:
    if metric.kind == "count":
        whole = figure.low % 1 == 0  # 7.65 of a calibre, 53.69 to the dollar: people and things are counted whole
        return whole and figure.kind in ("cardinal", "count") and figure.unit is None
    if metric.kind == "ordinal":
        if figure.kind != "ordinal" and not (metric.also == "count" and figure.kind == "cardinal" and figure.low >= 2):
            return False
        noun = (figure.noun or "").casefold()
        return (figure.head or "") in metric.counts or noun in metric.counts or (noun.split() or [""])[-1] in metric.counts
    if metric.kind == "duration":
        return figure.kind in ("measure", "duration") and figure.unit is not None and (not metric.units or figure.unit in metric.units)
    if metric.kind == "age":
        return (figure.kind == "age" and figure.bound != "exact" and figure.head not in _WARS) or (
            figure.kind == "measure" and figure.unit == "year" and figure.bound == "range"
        )
    if metric.kind == "money":
        nouns = (figure.head, (figure.noun or "").casefold())
        return figure.kind == "money" and figure.unit == metric.unit and (not metric.counts or any(noun in metric.counts for noun in nouns))
    return figure.kind == metric.kind


def trigger(sentence: Sentence, binding: Binding, a: int, b: int) -> str:
    """The word that a figure was bound by, for its rule."""
    if binding.metric.event == "ceasefire" and extends(sentence, a, b):
        return "extension"
    return binding.mark.sense.lemma if binding.mark else "noun"
