"""Whose people the counted phrase itself names: *Ukrainian prisoners*, *soldiers of the Syrian army*, *its men*. Pure functions."""

from __future__ import annotations

from metrics.claims import parts, trades
from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.clause import Named, Sentence
from metrics.claims.trades import named_in
from metrics.model import Figure

PREPOSITIONS = frozenset(
    (
        "of in to from with against on by between at near into for over across inside outside around throughout toward towards under "
        "about after"
    ).split()
)

_CORPS = frozenset("force forces mission troops contingent coalition brigade battalion".split())
_FIRMS = frozenset("company companies firm firms corporation ngo charity charities embassy contractor newspaper broadcaster".split())
_POSSESSIVE = frozenset("its their his her our".split())
_BELONG = frozenset(  # to whom those of a phrase belong
    [("belonging", "to"), ("loyal", "to"), ("linked", "to"), ("affiliated", "to")]
    + [(word, "with") for word in ("affiliated", "allied", "associated")]
)
_HELD = frozenset("hostage hostages captive captives".split())
_HOSTAGES = frozenset(["hostage", "hostages"])
_FIGHTING = frozenset("troops soldiers fighters forces rebels militants militiamen servicemen insurgents".split())
_FELL = frozenset("have had were are killed died dead wounded injured".split())
_APPOSED = 12  # words of an apposition that says of what nations they are
_COUNTED = frozenset(["a", "an", "one", "two", "three", "four", "and", ",", "both"])


def own(sentence: Sentence, figure: Figure, a: int, b: int, conflict: Conflict | None, gazetteer: Gazetteer) -> list[str]:
    """The parties that the counted phrase itself names: *Ukrainian prisoners*, *soldiers of the Syrian army*, *Taliban prisoners*."""
    lower = sentence.lower
    opens = 1 if lower[b : b + 1] == ["of"] else 2 if tuple(lower[b : b + 2]) in _BELONG else 0
    if opens and figure.noun and not named_in(sentence, a, b):
        stop = next(
            (k for k in range(b + opens, min(b + opens + 4, len(lower))) if lower[k] in PREPOSITIONS), min(b + opens + 4, len(lower))
        )
        after = [named for named in named_in(sentence, b, stop) if _theirs(sentence, named) and not (opens == 2 and _owns(sentence, named))]
        if after:
            return list(dict.fromkeys(named.actor.key for named in after if named.actor.key))
    number = _number_of(sentence, a, b) or _mixed(sentence, figure, a, b)
    if number:
        return number
    if figure.noun is None and lower[b + 1 : b + 2] in (["and"], [","], ["or"]):  # 15 Saudi and four Sudanese nationals
        beside = next((named.actor.key for named in sentence.actors if named.i == b and named.actor.kind == "demonym"), None)
        if beside:
            return [beside]
    if figure.noun is None:  # 12 Taliban were killed
        group = next((named.actor for named in sentence.actors if named.i == b and named.actor.kind == "name"), None)
        if group is not None and group.key and len(group.key) > 2:
            return [group.key]
    within = [named for named in named_in(sentence, a, b) if named.actor.kind != "person" and not _of_firm(sentence, named)]
    if len(within) == 2 and within[0].j == within[1].i and all(named.actor.kind == "demonym" for named in within):
        within = within[1:] if lower[within[1].i].endswith("s") else within  # five Iranian Americans
    if conflict and not _HELD.isdisjoint(lower[a:b]):  # Gaza hostages are held there
        lands = {gazetteer.place_of.get(key) for key in conflict.keys} - set(conflict.keys)
        within = [named for named in within if named.actor.kind != "place" and named.actor.key not in lands]
    if not _HOSTAGES.isdisjoint(lower[a:b]):  # Hamas hostages are held by it
        within = [named for named in within if named.actor.key not in gazetteer.place_of]
    return list(dict.fromkeys(named.actor.key for named in within if named.actor.key))


def _mixed(sentence: Sentence, figure: Figure, a: int, b: int) -> list[str]:
    """The two sides that one figure counts together: *50 Houthi rebels and Yemeni troops were killed*."""
    lower = sentence.lower
    first = named_in(sentence, a, b) if figure.noun else [named for named in sentence.actors if named.i == b]
    k = b if figure.noun else first[0].j if first else b
    second = next((named for named in sentence.actors if named.i == k + 1 and named.actor.kind in ("demonym", "name")), None)
    if not first or second is None or lower[k : k + 1] != ["and"] or second.actor.key == first[0].actor.key:
        return []
    noun = next((i for i in range(second.j - 1, min(second.j + 3, len(lower))) if lower[i] in _FIGHTING), None)
    if noun is None or lower[noun + 1 : noun + 2] == [] or lower[noun + 1] not in _FELL:
        return []
    return [named.actor.key for named in (first[0], second) if named.actor.key]


def _number_of(sentence: Sentence, a: int, b: int) -> list[str]:
    """*Brought to 19 the number of Turkish troops killed*, *took the number of Palestinian bodies to 225*."""
    lower = sentence.lower
    if "number" not in sentence.vocabulary:
        return []
    if lower[b : b + 3] == ["the", "number", "of"]:
        first = b + 3
    elif lower[a - 1] in ("to", "at"):
        first = next((i + 2 for i in range(a - 1, 0, -1) if lower[i - 1 : i + 2] == ["the", "number", "of"]), 0)
    else:
        return []
    named = [named for named in named_in(sentence, first, first + 2) if named.actor.kind == "demonym"] if first else []
    return [named[0].actor.key] if named and named[0].actor.key else []


def _theirs(sentence: Sentence, named: Named) -> bool:
    """Whether people *of X* are X's: of a country, of an army that a bloc or coalition leads; not of a foreign company."""
    if named.actor.kind == "bloc":
        return not _CORPS.isdisjoint(sentence.lower[named.j : named.j + 3])
    led = named.actor.kind == "metonym" and any(word.endswith("-led") for word in sentence.words[named.i : named.j])
    return (led or named.actor.kind in ("name", "demonym", "place")) and not _of_firm(sentence, named)


def _owns(sentence: Sentence, named: Named) -> bool:
    """*Linked to Yemen's war*: a name in the genitive."""
    return sentence.words[named.j - 1].endswith(("'s", "’s"))


def _of_firm(sentence: Sentence, named: Named) -> bool:
    """*Employees of a Canadian mining company*: whose they are is not told."""
    return named.actor.kind in ("demonym", "name") and not _FIRMS.isdisjoint(sentence.lower[named.j : named.j + 3])


def told_behind(sentence: Sentence, b: int, conflict: Conflict | None) -> list[str]:
    """The third countries that an apposition names: *two hostages — an American and an Australian — were freed*."""
    if conflict is None or not (b < len(sentence.lower) and (sentence.dash(b) or sentence.lower[b] in (",", "("))):
        return []
    keys: list[str] = []
    k = b + 1
    people = {named.i: named for named in sentence.actors if named.actor.kind == "demonym"}
    while k < min(b + _APPOSED, len(sentence.lower)):
        named = people.get(k)
        if named is not None and named.actor.key:
            keys.append(named.actor.key)
            k = named.j
        elif sentence.lower[k] in _COUNTED or k in sentence.objects:
            k += 1
        else:
            break
    closed = k < len(sentence.lower) and (sentence.dash(k) or sentence.lower[k] in (",", ")", "."))
    return list(dict.fromkeys(keys)) if closed and keys and not any(conflict.side_of(key) for key in keys) else []


def unnamed(sentence: Sentence, named: list[str], a: int, b: int) -> bool:
    """Whether a figure is a part of others, and no word says that its people are not theirs: *nine soldiers, including two commandos*."""
    return not named and sentence.lower[b : b + 1] != ["from"] and parts.marked(sentence, a, b)


def possessor(sentence: Sentence, a: int, b: int) -> str | None:
    """Whose things *its*, *their* within the figure's phrase means: the last party named before it that no preposition governs."""
    behind = sentence.lower[b + 1 : b + 2] if sentence.lower[b : b + 1] == ["of"] else []  # 240 of their supporters
    if _POSSESSIVE.isdisjoint([*sentence.lower[a:b], *behind]):
        return None
    for named in reversed(sentence.actors):
        if named.i in sentence.objects:
            continue  # of those counted nobody is their own
        if named.j <= a and named.actor.key and named.actor.kind != "person":
            governed = named.i > 0 and sentence.lower[named.i - 1] in PREPOSITIONS
            if not governed or trades.absolute(sentence, named):
                return named.actor.key
    return None
