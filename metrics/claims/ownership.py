"""Whose people or things a figure counts and for how many sides it holds: party and basis together. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from metrics.claims import counted, roles, standins, trades, transfers
from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.basis import basis
from metrics.claims.bind import Binder
from metrics.claims.binding import Binding
from metrics.claims.catalogue import Metric
from metrics.claims.clause import Sentence
from metrics.claims.lists import coordinated
from metrics.claims.memory import Speaker
from metrics.model import Basis, Claim, Figure

_STATE = 2  # letters of a state's key


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
    earlier: Sequence[Claim],
    gazetteer: Gazetteer,
) -> Ownership:
    """Whose the figure is and its basis. `earlier` are the claims of the report so far, `metric` what the figure was found to count."""
    figure, a, b = binder.spans[at]
    sentence = standins.with_camps(sentence, conflict, gazetteer)
    named = counted.own(sentence, figure, a, b, conflict, gazetteer)
    both = roles.both_act(sentence, binding, a, b)
    party = None
    if named or not (both and metric.basis):  # what both sides give are the people of neither
        party = roles.party(sentence, binding, figure, a, b, conflict, speaker.key if speaker else None, gazetteer)
    if (
        party is None
        and not named
        and not both
        and _living(metric, figure)
        and not roles.both_named(sentence)
        and not counted.told_behind(sentence, b, conflict)
    ):
        party = roles.regulars(sentence, a, b, conflict, gazetteer)
        if party is None and conflict is None and speaker and len(speaker.key or "") == _STATE and roles.soldierly(sentence, a, b):
            party = speaker.key  # Mali's army said 53 soldiers were killed
    if party and not named and conflict and party in conflict.keys and roles.soldierly(sentence, a, b):
        party = _sent(conflict, earlier, party)
    price_of = _price_of(sentence, binder, at, metric, earlier)
    if price_of and not named and counted.possessor(sentence, a, b) is None:
        party = transfers.opposed(price_of.party, conflict, gazetteer)
    listed, _ = coordinated(sentence, binder.spans, at)
    counts = [(i, j) for other, i, j in binder.spans if other.unit is None and not listed <= i < a]
    on = basis(sentence, binding, figure, a, b, counts, party, named, both)
    given = price_of is not None and price_of.basis == "one_side"
    if on is None and metric.basis and (given or trades.traded(sentence, binding, a, b)):
        on = "one_side"
    if on in ("per_side", "total") or (metric.basis and on is None and both):
        party = None
    return Ownership(party, on, named, price_of)


def _price_of(sentence: Sentence, binder: Binder, at: int, metric: Metric, earlier: Sequence[Claim]) -> Claim | None:
    """The claim of the same sentence for which the figure is given in return."""
    _, a, b = binder.spans[at]
    paid = a if binder.swapped(at) is not None else trades.in_return(sentence, a, b) if metric.basis else None
    if paid is None:
        return None
    start = sentence.at[paid]
    here = takewhile(lambda claim: claim.quote_start == sentence.start, reversed(earlier))
    return next((claim for claim in here if claim.start < start), None)


def _sent(conflict: Conflict, earlier: Sequence[Claim], party: str) -> str | None:
    """Whose soldiers without a nation are where the report counts those whom a third country sent: of that one, or of nobody known."""
    soldiers = [
        claim
        for claim in earlier
        if claim.party and (claim.category == "soldier" or claim.event_kind == "deployment" or "peacekeeper" in claim.quote)
    ]
    if any(claim.party == party for claim in soldiers) or all(claim.party in conflict.keys for claim in soldiers):
        return party
    return None


def _living(metric: Metric, figure: Figure) -> bool:
    """Whether people or their bodies are counted, not as troops of a place."""
    return metric.unit in ("person", "body") and metric.event != "deployment" and figure.unit is None
