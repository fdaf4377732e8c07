"""What the rest of the report adds to a claim: the date, party or status that its own sentence leaves out. Pure functions of claims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.dates import When
from metrics.model import Claim, Figure

_STATES = frozenset(["prisoners_held", "troops_massed", "children_listed", "territory_controlled", "children_deported"])
_TAKEN = frozenset(["prisoners_held", "prisoners_exchanged", "children_deported"])
_ONE_OWNER = frozenset(
    [
        "people_killed",
        "people_wounded",
        "aircraft_hit",
        "drones_launched",
        "missiles_launched",
        "troops_massed",
        "prisoners_held",
        "territory_controlled",
    ]
)
_LEAD = 6  # sentences whose day is taken for the day that the report is about
_CAPTIVE = ("hostage", "captive", "girl", "boy", "child", "schoolgirl", "abduct", "kidnap", "civilian")


def day_of(published: date | None, whens: Callable[[int], list[When]]) -> When | None:
    """The day that a report of fresh news is about: the first that its lead names within three days before publication."""
    if published is None:
        return None
    lead = (when for n in range(_LEAD) for when in whens(n))
    return next((when for when in lead if when.grain == "day" and timedelta(0) <= published - when.first <= timedelta(3)), None)


def continued(claim: Claim, last: Claim, figure: Figure) -> Claim:
    """A list item says only its number: the rest is the figure's before it."""
    return replace(
        claim,
        metric=last.metric,
        party=claim.party or last.party,
        basis=claim.basis or last.basis,
        status=last.status,
        event_kind=last.event_kind,
        category=claim.category or (last.category if figure.head is None or figure.elided else None),
        event_from=claim.event_from or last.event_from,
        event_to=claim.event_to or last.event_to,
        speaker=claim.speaker or last.speaker,
        speaker_side=claim.speaker_side or last.speaker_side,
    )


def beside(claim: Claim, last: Claim) -> Claim:
    """The wounded beside the killed of one sentence are of the same party and kind."""
    return replace(
        claim,
        party=last.party,
        category=claim.category or last.category,
        event_from=claim.event_from or last.event_from,
        event_to=claim.event_to or last.event_to,
        event_kind=last.event_kind,
    )


def complete(
    claims: list[Claim],
    sentence_of: list[int],
    day: Callable[[int], When | None],
    lead: When | None,
    conflict: Conflict | None,
    gazetteer: Gazetteer,
    children: str | None,
) -> list[Claim]:
    """Claims with dates, parties and statuses that other sentences of the report give; `children`: whose children it tells of."""
    out = [_aged(claim, claims) for claim in claims]
    out = [_partied(claim, out, conflict, gazetteer, children) for claim in out]
    return [_dated(claim, out, sentence_of[i], day, lead) for i, claim in enumerate(out)]


def _aged(claim: Claim, claims: list[Claim]) -> Claim:
    """An age limit has the status of the exchange that it stands beside."""
    if claim.metric != "prisoner_age":
        return claim
    near = [
        other
        for other in claims
        if other.event_kind == "exchange" and other.metric != "prisoner_age" and abs(other.quote_start - claim.quote_start) < 600
    ]
    return replace(claim, status=min(near, key=lambda other: abs(other.start - claim.start)).status) if near else claim


def _partied(claim: Claim, claims: list[Claim], conflict: Conflict | None, gazetteer: Gazetteer, children: str | None) -> Claim:
    """The party that the report gives for the same figure, or for children of whom it speaks.

    Captives of an armed group, where nothing else is told, are the state's.
    """
    if claim.metric.startswith("children_") and children is not None:
        return replace(claim, party=children, basis=claim.basis or ("one_side" if claim.metric == "children_returned" else None))
    if claim.party or claim.basis in ("per_side", "total"):
        return claim
    party = next(
        (other.party for other in claims if other.party and (other.metric, other.low, other.high) == (claim.metric, claim.low, claim.high)),
        None,
    )
    if party is None and claim.metric in _ONE_OWNER:
        owners = {other.party for other in claims if other.party and other.metric == claim.metric}
        party = owners.pop() if len(owners) == 1 else None
    if party is None and claim.metric in _TAKEN and conflict is not None:
        states = [key for key in conflict.keys if key not in gazetteer.place_of]
        words = claim.quote[max(0, claim.start - claim.quote_start) : claim.end - claim.quote_start + 40].casefold()
        if len(states) == 1 and any(word in words for word in _CAPTIVE):
            party = states[0]
    if party is None:
        return claim
    one_sided = claim.basis is None and claim.metric in (
        "prisoners_exchanged",
        "prisoners_exchanged_total",
        "bodies_repatriated",
        "bodies_repatriated_total",
        "children_returned",
    )
    return replace(claim, party=party, basis="one_side" if one_sided else claim.basis)


def _dated(claim: Claim, claims: list[Claim], n: int, day: Callable[[int], When | None], lead: When | None) -> Claim:
    """The day of the same figure elsewhere, of the sentence before, or the day that the report is about."""
    if claim.event_from or claim.event_to or claim.event_kind is None or claim.as_of or claim.metric.endswith("_total"):
        return claim
    if claim.metric in ("talks_round", "talks_duration", "delegation_size") or claim.event_kind == "talks":
        rounds = [
            other
            for other in claims
            if other.metric == "talks_round" and other.event_from and (claim.round is None or other.round == claim.round)
        ]
        if rounds:
            nearest = min(rounds, key=lambda other: abs(other.start - claim.start))
            return replace(claim, event_from=nearest.event_from, event_to=nearest.event_to)
        same_talks = [
            other
            for other in claims
            if other.event_kind == "talks" and other.event_from and not (claim.round and other.round and claim.round != other.round)
        ]
        if len({(other.event_from, other.event_to) for other in same_talks}) == 1 and not any(
            other.round and claim.round and other.round != claim.round and other.event_from == same_talks[0].event_from for other in claims
        ):
            return replace(claim, event_from=same_talks[0].event_from, event_to=same_talks[0].event_to)
        if claim.metric == "talks_round" and any(other.metric == "talks_round" and other.round != claim.round for other in claims):
            return claim
    if claim.metric == "children_deported":
        same = [other for other in claims if other.metric == claim.metric and other.event_from]
        return replace(claim, event_from=same[0].event_from, event_to=same[0].event_to) if same else claim
    if claim.metric in _STATES or claim.status not in ("completed", "reported"):
        return claim
    same = [
        other
        for other in claims
        if (other.metric, other.low, other.high, other.status) == (claim.metric, claim.low, claim.high, claim.status) and other.event_from
    ]
    if same:
        return replace(claim, event_from=same[0].event_from, event_to=same[0].event_to)
    for back in (1, 2):
        when = day(n - back) if claim.event_kind == "attack" else None
        if when is not None:
            return replace(claim, event_from=when.first, event_to=when.last)
    if claim.event_kind == "exchange":
        told = {
            (other.event_from, other.event_to)
            for other in claims
            if other.event_kind == "exchange" and other.status == "completed" and other.event_from and not other.as_of
        }
        if len(told) == 1:
            first, last = told.pop()
            return replace(claim, event_from=first, event_to=last)
    if lead is not None and claim.metric != "talks_round" and (claim.event_kind in ("attack", "talks") or n < _LEAD // 2):
        return replace(claim, event_from=lead.first, event_to=lead.last)
    return claim
