"""Who holds captives, who gets them, whose are given for whom: the ends of a transfer. Pure functions of an analysed sentence."""

from __future__ import annotations

from itertools import pairwise

from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.clause import Sentence
from metrics.claims.trades import named_in

_GIVES = frozenset("give gives gave given hand hands handed present presented send sent pass passed provide provided submitted".split())
_NEAR = 2  # words from who gives to the verb
_OPENING = 2  # words before a name that opens the sentence: *to Ukraine*


def captor(sentence: Sentence, b: int) -> str | None:
    """Who holds the captives: *Russian captivity*, *held by Hamas*, *from Hamas*."""
    for named in sentence.actors:
        if any(sentence.lower[k : k + 2] in (["exchange", "for"], ["return", "for"]) for k in range(b, named.i)):
            break  # who holds those for whom they are given
        after = sentence.lower[named.j : named.j + 2]
        first = named.i - (named.i > 0 and sentence.lower[named.i - 1] == "the")
        before = sentence.lower[max(0, first - 2) : first]
        if {"captivity", "custody", "prisons", "jails", "detention", "hands"} & set(after) or before[-2:] in (
            ["held", "by"],
            ["captive", "by"],
            ["back", "from"],
            ["home", "from"],
        ):
            return named.actor.key
    return None


_KIN = frozenset("relatives families family parents guardians".split())


def recipient(sentence: Sentence, b: int, verb: int | None = None, civil: str | None = None) -> str | None:
    """Who gets them: *to Kyiv*, *returned to Ukraine*, *gave Ukraine*; of two the one behind the figure, in its own clause.

    In a civil war the name of the country, `civil`, or of a town says where to, not to whom.
    """
    lower = sentence.lower
    own = max(b, verb or 0)  # a relative clause before the verb is over there
    for named in sorted(sentence.actors, key=lambda named: (named.i < b, named.i)):
        if named.actor.kind == "person":
            continue
        if civil is not None and named.actor.key == civil:
            continue
        after = sentence.words[named.j : named.j + 1]
        if named.actor.kind in ("name", "place") and after and after[0].istitle() and all(other.i != named.j for other in sentence.actors):
            continue  # to the Kosovo Verification Mission
        before = lower[max(0, named.i - 2) : named.i]
        between = lower[own : named.i]
        if any(word in (";", "which", "while", "but") for word in between):
            continue
        if verb is not None and named.j < verb and ";" in lower[named.j : verb]:
            continue
        if verb is not None and _OPENING < named.i < b < verb and "and" in lower[named.j : b]:
            continue  # 20,000 were taken to Russia, and 1,900 have come back
        if "according" in lower[max(0, named.i - 3) : named.i]:
            continue
        if (
            before[-1:] in (["to"], ["into"])
            or before == ["to", "the"]
            or (len(before) == 2 and before[1] == "in" and before[0] in _KIN)  # handed over to relatives in Ukraine
            or (verb is not None and named.i == verb and named.actor.kind in ("name", "metonym"))
        ):
            beside = next((other for other in sentence.actors if other.i == named.j + 1 and lower[named.j] == "and"), None)
            return named.actor.key if beside is None or beside.actor.key == named.actor.key else None  # to Yemen and Saudi Arabia
    return None


def to_both(sentence: Sentence) -> bool:
    """Whether a sentence names two to whom somebody went: *returned to Russia and Ukraine*."""
    lower = sentence.lower
    pairs = ((one, other) for one, other in pairwise(sentence.actors) if one.i and one.actor.key != other.actor.key)
    return any(lower[one.i - 1] == "to" and lower[one.j : other.i] == ["and"] for one, other in pairs)


def giver(sentence: Sentence, a: int) -> str | None:
    """Who gives what stands at token `a`: *Kyiv handed Moscow a list of 300*, *Ukraine submitted a list of 300*; else None."""
    named = [named for named in sentence.actors if named.i < a]
    gives = next((k for k in range(a - 1, 0, -1) if sentence.lower[k] in _GIVES), 0)
    if gives and "list" in sentence.lower[gives:a]:
        return next((x.actor.key for x in reversed(named) if 0 <= gives - x.j <= _NEAR), None)
    if len(named) < 2 or _GIVES.isdisjoint(sentence.lower[named[-2].j : named[-1].i]):
        return None
    return named[-2].actor.key


def opposed(party: str | None, conflict: Conflict | None, gazetteer: Gazetteer) -> str | None:
    """The side opposed to a party; of a group with a land of its own that land's people (Hamas: the Palestinians)."""
    other = conflict.other(party) if conflict else None
    land = gazetteer.place_of.get(other) if other else None
    return land if land and conflict and land not in conflict.keys and conflict.side_of(land) else other


def recipient_of_blows(sentence: Sentence, j: int) -> str | None:
    """At whom something is launched: *89 drones launched at Kyiv*."""
    if sentence.lower[j : j + 1] not in (["at"], ["against"], ["on"], ["towards"], ["toward"]):
        return None
    return next((named.actor.key for named in named_in(sentence, j + 1, j + 4)), None)


def from_afar(sentence: Sentence, b: int, conflict: Conflict | None, lent: bool) -> str | None:
    """*12 workers from Thailand*: a country that is no side can only be theirs, while *from Russia* may say who held them.

    Soldiers may be `lent`: those from a country that stands with a side are that country's.
    """
    b += sentence.lower[b : b + 1] == ["coming"]
    if sentence.lower[b : b + 1] != ["from"] or conflict is None:
        return None
    first = b + 1 + (sentence.lower[b + 1 : b + 2] in (["neighbouring"], ["neighboring"], ["the"]))
    named = next((named for named in sentence.actors if named.i == first and named.actor.kind == "name"), None)
    if named is None or named.actor.key in conflict.keys or (conflict.side_of(named.actor.key) and not lent):
        return None
    return named.actor.key
