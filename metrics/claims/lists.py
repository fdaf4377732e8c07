"""Counts that stand in one list, and so under one verb: *42 drones, 3 missiles and a plane*. Pure functions of an analysed sentence."""

from __future__ import annotations

from collections.abc import Sequence

from metrics.claims.clause import BE, HAVE, MODALS, Sentence
from metrics.model import Figure

_COORDINATORS = frozenset([",", "and", "or", "as", "well", "plus", "&"])
_TAILS = frozenset("from in of at on near outside over across".split())  # what may follow an item: *25 from the Donetsk direction, …*
_TAIL = 8  # words of an item behind its noun
_ACTING = BE | HAVE | MODALS


def coordinated(sentence: Sentence, spans: Sequence[tuple[Figure, int, int]], k: int) -> tuple[int, float]:
    """Where the list begins that figure k stands in (*42 drones, 3 missiles and a plane*), and what it costs to go there."""
    a, cost = spans[k][1], 0.0
    while k > 0:
        gap = sentence.lower[spans[k - 1][2] : a]
        if not gap or not (_joined(gap) or _trailed(sentence, gap, spans[k - 1], spans[k], a)):
            break
        k, cost = k - 1, cost + 1.0
        a = spans[k][1]
    return a, cost


def _joined(gap: list[str]) -> bool:
    beside = [word for word in gap if word not in _COORDINATORS]
    noun = len(beside) == 1 and beside[0].endswith("s") and gap[0] == "," and gap[-1] in _COORDINATORS
    return len(gap) <= 3 + len(beside) and (not beside or noun)


def _trailed(sentence: Sentence, gap: list[str], before: tuple[Figure, int, int], after: tuple[Figure, int, int], a: int) -> bool:
    """Whether no more than a place stands between two items: *25 soldiers from the one front, four from the other*."""
    if len(gap) > _TAIL or gap[0] not in _TAILS or gap[-1] not in (",", "and", ";") or before[0].unit or after[0].unit:
        return False
    if any(mark.sense.kind in ("verb", "speech") and a - len(gap) <= mark.i < a for mark in sentence.marks):
        return False
    return _ACTING.isdisjoint(gap)
