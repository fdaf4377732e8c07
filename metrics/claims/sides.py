"""Which conflict a report, or a sentence of it, is about. Pure functions of who is named."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from operator import itemgetter
from typing import NamedTuple

from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.clause import Named
from metrics.claims.tokens import TOKEN

_GRACE = timedelta(730)  # a war is still written about after its end
_CHILDREN = re.compile(r"([A-Z](?<!\w[A-Z])[a-z]+)(?: [a-z]+)? (?:children|minors|schoolgirls|girls|boys|kids)\b")
_LONGEST_NAME = 60
_STATE = 2  # letters of a state's key
_NAME = re.compile(r"[A-Z](?:\.(?:[A-Z]\.)+|[\w’'-]*)")


class Mentions(NamedTuple):
    """How often each party is named: by name, demonym, metonym or place, and `firm`ly, places left out."""

    all: dict[str, float]
    firm: dict[str, float]


def mentions(text: str, start: int, end: int, gazetteer: Gazetteer) -> Mentions:
    """How often each party is named in `text[start:end]`."""
    found, firm = defaultdict[str, float](float), defaultdict[str, float](float)
    behind = start
    for match in _NAME.finditer(text, start, end):
        word, at = match.group(), match.start()
        if text[at - 1] == "-" and text[at - 3 : at] == "al-" and at - 3 >= start and gazetteer.alone("al-" + word):
            word, at = "al-" + word, at - 3  # al-Shabaab
        if word[-1].isdigit():
            word = TOKEN.findall(word)[0]  # M23 is two words
        seconds = gazetteer.seconds.get(word)
        if (seconds is None and gazetteer.alone(word) is None) or at < behind:
            continue
        actor, behind = gazetteer.alone(word), at + len(word)
        if seconds is not None:
            near = text[at : min(end, at + _LONGEST_NAME)]
            if near[len(word) :].lstrip().replace("’", "'").startswith(seconds):
                words = TOKEN.findall(near)
                taken, actor = gazetteer.at(words, 0) or (0, None)
                behind = at + sum(map(len, words[:taken]))
        if actor and actor.key:
            times = 0.5 if actor.kind == "person" else 1
            found[actor.key] += times
            if actor.kind != "place":
                firm[actor.key] += times
        second = gazetteer.single.get(word.rpartition("-")[2]) if "-" in word and word not in gazetteer.single else None
        if second and second.key and second.kind in ("name", "demonym"):  # the Israel-Hamas war
            found[second.key] += 1
            firm[second.key] += 1
    return Mentions(found, firm)


def of_report(
    text: str, start: int, end: int, published: date | None, counts: Mentions, gazetteer: Gazetteer, *, wars: bool = False
) -> Conflict | None:
    """The conflict that the report is about: both its sides are named, and most often.

    Where one side alone is named, its one open war; else None. With `wars`, quarrels without fighting are left out.
    """
    best: tuple[float, int, Conflict | None] = (-1.0, 0, None)
    first, second = ({n for key in counts.all for n in sides.get(key, ())} for sides in gazetteer.fought)
    named = [
        (score, -n, conflict)
        for n, conflict in ((n, gazetteer.conflicts[n]) for n in sorted(first & second))
        if (conflict.war or not wars) and (score := _named(conflict, counts, gazetteer))
    ]
    for score, n, conflict in sorted(named, key=itemgetter(0), reverse=True):
        if _likely(score + 1.5 * len(conflict.words), conflict, published) < best[0]:
            continue  # not even with all its words
        score += 1.5 * sum(1 for word in conflict.words if text.find(word, start, end) >= 0)
        best = max(best, (_likely(score, conflict, published), n, conflict), key=itemgetter(0, 1))
    # a city is as often where they meet: talks in Istanbul are nothing of Turkey's
    only = best[2] or _only_war(published, counts.firm or counts.all, gazetteer)
    return only or _called(text, start, end, published, counts.all, gazetteer)


def _named(conflict: Conflict, counts: Mentions, gazetteer: Gazetteer) -> float:
    """How much both sides of a conflict are named; 0 where it is not enough."""
    named = counts.all.keys()
    first, second = conflict.keys
    a = counts.all.get(first, 0) + 0.7 * sum(counts.all[key] for key in conflict.first & named if key != first)
    b = counts.all.get(second, 0) + 0.7 * sum(counts.all[key] for key in conflict.second & named if key != second)
    for key, other in ((first, "a"), (second, "b")):
        place = gazetteer.place_of.get(key)
        if place and counts.all.get(key, 0) and place not in (first, second):
            extra = 0.3 * counts.all.get(place, 0)
            a, b = (a + extra, b) if other == "a" else (a, b + extra)
    if a < 0.5 or b < 0.5 or a + b < 1.5:
        return 0.0
    if (gazetteer.place_of.get(first) == second and counts.all.get(first)) or (
        gazetteer.place_of.get(second) == first and counts.all.get(second)
    ):
        a, b = 1.3 * a, 1.3 * b  # an armed group's own country before its neighbours
    if any(key not in named and not _stood_for(key, conflict, counts, gazetteer) for key in conflict.keys):
        a, b = 0.4 * a, 0.4 * b  # a side that only its friends stand for
        if conflict.first.isdisjoint(counts.firm) or conflict.second.isdisjoint(counts.firm) or not counts.firm.keys() & {first, second}:
            return 0.0  # and of the other, or of both, only a city: where they meet
    return min(a, b) + 0.2 * max(a, b)


def _stood_for(key: str, conflict: Conflict, counts: Mentions, gazetteer: Gazetteer) -> bool:
    """Whether a group that is not named has its people or its land for a name: the Palestinians, not Iraq for a militia there."""
    land = gazetteer.place_of.get(key)
    own = conflict.first if key in conflict.first else conflict.second
    return land in counts.all and (land in own or conflict.civil)


def _likely(score: float, conflict: Conflict, published: date | None) -> float:
    """The points of a conflict that is this much named, by the day on which it is written of."""
    if not conflict.war:
        score *= 0.5
    if published and ((conflict.start and published < conflict.start) or (conflict.end and published > conflict.end + _GRACE)):
        score *= 0.2
    elif published and conflict.end and published > conflict.end:
        score *= 0.6  # a war that is over comes after one that goes on
    return score


def camps(conflict: Conflict | None, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """The state and the armed group of a conflict between the two; none of any other conflict."""
    keys = conflict.keys if conflict else ()
    groups = [key for key in keys if len(key) > 2]  # a state is two letters; Islamic State has no country of its own
    return next((key, groups[0]) for key in keys if key not in groups) if len(groups) == 1 else (None, None)


def children_of(text: str, start: int, end: int, conflict: Conflict | None, gazetteer: Gazetteer) -> str | None:
    """Whose children a report is about, by the adjective that it most often puts before them: *Ukrainian children*, *Chibok girls*."""
    named: Counter[str] = Counter()
    for match in _CHILDREN.finditer(text, start, end):
        actor = gazetteer.single.get(match[1])
        if actor and actor.key and actor.kind in ("demonym", "place") and (conflict is None or conflict.side_of(actor.key)):
            named[actor.key] += 1
    return named.most_common(1)[0][0] if named else None


def _only_war(published: date | None, counts: dict[str, float], gazetteer: Gazetteer) -> Conflict | None:
    """The one war that was being fought by the party that a report names alone."""
    named = {n for side in gazetteer.fought for key in counts for n in side.get(key, ())}
    open_wars = [
        conflict
        for conflict in (gazetteer.conflicts[n] for n in sorted(named))
        if conflict.war
        and any(counts.get(key, 0) for key in conflict.keys)
        and (conflict.end is None or (published is not None and published <= conflict.end))
        and (conflict.start is None or published is None or conflict.start <= published)
    ]
    return open_wars[0] if len(open_wars) == 1 else None


def _called(text: str, start: int, end: int, published: date | None, counts: dict[str, float], gazetteer: Gazetteer) -> Conflict | None:
    """The war of the state most named whose foe has no name: *Myanmar's junta*, *rebels in Syria*; None where two may be meant."""
    states = {key: count for key, count in counts.items() if len(key) == _STATE}
    most = max(states.values(), default=0)
    if list(states.values()).count(most) != 1:
        return None
    first = next(key for key in states if states[key] == most)

    def called(conflict: Conflict) -> bool:
        return _open(conflict, published) and any(text.find(word, start, end) >= 0 for word in conflict.called)

    found = [conflict for conflict in gazetteer.conflicts if first in conflict.keys and called(conflict)] or [
        conflict
        for conflict in gazetteer.conflicts
        if conflict.called
        and any(gazetteer.place_of.get(key) == first for key in conflict.keys)
        and not states.keys().isdisjoint(conflict.keys)
        and called(conflict)
    ]
    return found[0] if len(found) == 1 else None


def _open(conflict: Conflict, published: date | None) -> bool:
    """Whether a war was being fought when the report appeared."""
    if published is None:
        return conflict.end is None
    return (conflict.start is None or conflict.start <= published) and (conflict.end is None or published <= conflict.end + _GRACE)


def of_sentence(actors: list[Named], report: Conflict | None, gazetteer: Gazetteer) -> Conflict | None:
    """The sentence's own conflict where it names both sides of one and not both of the report's; else the report's."""
    named = {found.actor.key for found in actors if found.actor.key}
    groups = [key for key in named if key in gazetteer.place_of]
    if report and len(groups) == 1 and groups[0] not in report.first | report.second:
        return _with_group(groups[0], named, report, gazetteer)
    if report and (report.first & named or report.second & named or not named):
        if report.first & named and report.second & named:
            return report
        if len(groups) < 2:
            return report
    if len(named) < 2:
        return report
    return next((conflict for conflict in gazetteer.conflicts if named.issuperset(conflict.keys)), report)


def _with_group(group: str, named: set[str], report: Conflict, gazetteer: Gazetteer) -> Conflict:
    """The war of another group whose foe the sentence names too, or else of the report's state with it; else the report's."""
    state = next((key for key in report.keys if key not in gazetteer.place_of), None)
    wars = [conflict for conflict in gazetteer.conflicts if group in conflict.keys and conflict.war]
    told = [conflict for conflict in wars if named.issuperset(conflict.keys)] or [x for x in wars if set(x.keys) == {group, state}]
    return told[0] if len(told) == 1 else report
