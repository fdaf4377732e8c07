"""What a toll shares with the one before it in its sentence: whose the killed and wounded are, when and of what kind. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from metrics.claims import counted
from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.catalogue import Metric
from metrics.claims.clause import Sentence
from metrics.model import Claim, Figure

_APART = frozenset(["as", "while", "whereas", "but", ";", "before"])  # between two events that one sentence tells of
_FEW = frozenset(["child", "woman", "young"])  # who are told as some of all: more others than these are not the same
_ELIDED = frozenset([None, "other", "more", "wounded", "injured", "person"])  # heads that say nobody else is counted


def shared(
    claim: Claim,
    last: Claim,
    figure: Figure,
    sentence: Sentence,
    named: list[str],
    a: int,
    b: int,
    conflict: Conflict | None,
    metrics: Mapping[str, Metric],
    gazetteer: Gazetteer,
) -> Claim:
    """The claim with what the toll `last` of the same sentence lends it. `named` are the parties that its own phrase names."""
    if not metrics[claim.metric].toll or not metrics[last.metric].toll:
        return claim
    group = claim.party in gazetteer.place_of  # raided the rebels' camp, killing 15 of them
    part = last.metric == claim.metric and not group and counted.unnamed(sentence, named, a, b)
    between = sentence.lower[sentence.tokens(last.start, last.end)[1] : a]
    if last.party and (part or (claim.party is None and conflict and _same_side(sentence, last, a, conflict, gazetteer))):
        claim = replace(claim, party=last.party)
    if named or not (figure.elided or figure.head in _ELIDED):
        return claim
    elsewhere = (figure.noun is None or figure.elided) and sentence.lower[b : b + 1] == ["in"]
    apart = claim.party and (elsewhere or not _APART.isdisjoint(between))
    return beside(claim, replace(last, party=claim.party) if apart else last, figure)


def _same_side(sentence: Sentence, last: Claim, a: int, conflict: Conflict, gazetteer: Gazetteer) -> bool:
    """Whether a toll behind another of the sentence is the same side's: *207 Armenians were killed, 293 servicemen wounded*."""
    if conflict.civil or last.category == "militant" or last.party in gazetteer.place_of:
        return False
    i = sentence.tokens(last.start, last.end)[1]
    return not any(i <= named.i < a and named.actor.key not in (None, last.party) for named in sentence.actors)


def beside(claim: Claim, last: Claim, figure: Figure) -> Claim:
    """The wounded beside the killed of one sentence are of the same party, and of the same kind unless they are *people*."""
    people = figure.head == "person" and not figure.elided
    return replace(
        claim,
        party=last.party,
        category=claim.category or (None if people or (last.category in _FEW and claim.low > last.high) else last.category),
        event_from=claim.event_from or last.event_from,
        event_to=claim.event_to or last.event_to,
        event_kind=last.event_kind,
    )
