"""Whom *the rebels*, *the junta*, *government forces* mean in a war between a state and an armed group. Pure functions."""

from __future__ import annotations

from metrics.claims.actors import Actor, Conflict, Gazetteer
from metrics.claims.clause import Named, Sentence
from metrics.claims.sides import camps

_GROUP = frozenset(
    (
        "rebel rebels insurgent insurgents guerrilla guerrillas militant militants jihadist jihadists islamist islamists separatist "
        "separatists extremist extremists gunmen paramilitary paramilitaries insurgency"
    ).split()
)
_STATE = frozenset(["regime", "junta", "army", "military", "pro-government", "pro-regime", "loyalist", "loyalists"])
_FORCES = frozenset("forces troops soldiers fighters army side prisoners detainees".split())  # government forces
_OFFICIAL = frozenset("soldier soldiers police troops personnel guards officers".split())
_WORDS = _GROUP | _STATE | frozenset(["government"])
_OTHERS = frozenset("anti pro other another smaller rival former ex- splinter local allied non-government".split())


def with_camps(sentence: Sentence, conflict: Conflict | None, gazetteer: Gazetteer) -> Sentence:
    """The sentence with the words that stand for the two sides among its actors, in a war between a state and one armed group."""
    if conflict is None or _WORDS.isdisjoint(sentence.vocabulary):
        return sentence
    state, group = camps(conflict, gazetteer)
    if state is None or group is None:
        return sentence
    land = gazetteer.place_of.get(group)
    taken = {k for named in sentence.actors for k in range(named.i, named.j)}
    found = []
    for i, word in enumerate(sentence.lower):
        if word not in _WORDS or i in taken or not _OTHERS.isdisjoint(sentence.lower[max(0, i - 2) : i]):
            continue
        if word == "government" and _FORCES.isdisjoint(sentence.lower[i + 1 : i + 2]):
            continue
        if word == "paramilitary" and not _OFFICIAL.isdisjoint(sentence.lower[i + 1 : i + 2]):
            continue  # a state has paramilitary soldiers too
        key = group if word in _GROUP else state
        before = [named for named in sentence.actors if i - 2 <= named.j - 1 < i]
        if any(named.actor.key != state and not (named.actor.key == land and key == group) for named in before):
            continue  # the Kenyan army, the Tuareg rebels: others than the two sides; the Houthi rebels: named already
        alone = any(mark.i == i + 1 and mark.sense.kind == "verb" for mark in sentence.marks) or sentence.lower[i + 1 : i + 2] == ["have"]
        found.append(Named(i, i + 1, Actor("name" if alone else "demonym", key, gazetteer.names.get(key, key))))
    return sentence.naming(found) if found else sentence
