"""Whose people or things a figure counts and for how many sides it holds: party and basis together. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.claims import roles, standins, trades, transfers
from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.basis import basis
from metrics.claims.bind import Binder
from metrics.claims.binding import Binding
from metrics.claims.catalogue import Metric
from metrics.claims.clause import Sentence
from metrics.claims.memory import Speaker
from metrics.model import Basis, Claim, Figure


@dataclass(frozen=True, slots=True)
class Ownership:
    """Party and basis; the parties that the counted phrase itself names; the claim of the sentence whose price the figure is."""

    party: str | None
    basis: Basis | None
    named: list[str]
    price_of: Claim | None


def ownership(
    sentence: Sentence,
    binder: Binder,
    at: int,
    binding: Binding,
    metric: Metric,
    conflict: Conflict | None,
    speaker: Speaker | None,
    before: Claim | None,
    gazetteer: Gazetteer,
) -> Ownership:
    """Whose the figure is and its basis. `before` is the last claim of the same sentence, `metric` what the figure was found to count."""
    figure, a, b = binder.spans[at]
    sentence = standins.with_camps(sentence, conflict, gazetteer)
    named = roles.own(sentence, figure, a, b)
    both = roles.both_act(sentence, binding, a, b)
    party = None
    if named or not (both and metric.basis):  # what both sides give are the people of neither
        party = roles.party(sentence, binding, figure, a, b, conflict, speaker.key if speaker else None, gazetteer)
    if party is None and not named and not both and _living(metric, figure) and not roles.both_named(sentence):
        party = roles.regulars(sentence, a, b, conflict, gazetteer)
    priced = binder.swapped(at) is not None or (metric.basis and trades.in_return(sentence, a, b))
    price_of = before if priced else None
    if price_of and not named and roles.possessor(sentence, a, b) is None:
        party = transfers.opposed(price_of.party, conflict, gazetteer)
    listed, _ = binder.coordinated(at)
    counts = [(i, j) for other, i, j in binder.spans if other.unit is None and not listed <= i < a]
    on = basis(sentence, binding, figure, a, b, counts, party, named, both)
    if on in ("per_side", "total") or (metric.basis and on is None and both):
        party = None
    return Ownership(party, on, named, price_of)


def _living(metric: Metric, figure: Figure) -> bool:
    """Whether people or their bodies are counted, not as troops of a place."""
    return metric.unit in ("person", "body") and metric.event != "deployment" and figure.unit is None
