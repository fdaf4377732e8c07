"""Which conflict a report, or a sentence of it, is about. Pure functions of who is named."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, timedelta

from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.clause import Named
from metrics.claims.tokens import TOKEN

_GRACE = timedelta(730)  # a war is still written about after its end
_CHILDREN = re.compile(r"\b([A-Z][a-z]+)(?: [a-z]+)? (?:children|minors|schoolgirls|girls|boys|kids)\b")
_LONGEST_NAME = 60
_NAME = re.compile(r"[A-Z](?:\.(?:[A-Z]\.)+|[\w’'-]*)")


def mentions(text: str, start: int, end: int, gazetteer: Gazetteer, *, places: bool = True) -> dict[str, float]:
    """How often each party is named, by name, demonym, metonym or, with `places`, place, in `text[start:end]`."""
    found: defaultdict[str, float] = defaultdict(float)
    behind = start
    for match in _NAME.finditer(text, start, end):
        word = match.group()
        phrases = gazetteer.phrases.get(word)
        if (phrases is None and gazetteer.alone(word) is None) or match.start() < behind:
            continue
        words = [word]
        if phrases is not None:
            near = text[match.start() : min(end, match.start() + _LONGEST_NAME)]
            folded = near.replace("’", "'")
            if any(phrase[1] in folded for phrase, _ in phrases):
                words = TOKEN.findall(near)
        hit = gazetteer.at(words, 0)
        if hit is None:
            continue
        taken, actor = hit
        behind = match.start() + sum(map(len, words[:taken]))
        if actor.key and (places or actor.kind != "place"):
            found[actor.key] += 0.5 if actor.kind == "person" else 1
    return found


def of_report(
    text: str, start: int, end: int, published: date | None, counts: dict[str, float], gazetteer: Gazetteer, *, wars: bool = False
) -> Conflict | None:
    """The conflict that the report is about: both its sides are named, and most often.

    Where one side alone is named, its one open war; else None. With `wars`, quarrels without fighting are left out.
    """
    best: tuple[float, str, Conflict] | None = None
    named = counts.keys()
    firm: dict[str, float] | None = None
    for conflict in gazetteer.conflicts:
        if conflict.first.isdisjoint(named) or conflict.second.isdisjoint(named) or (wars and not conflict.war):
            continue
        first, second = conflict.keys
        a = counts.get(first, 0) + 0.7 * sum(counts[key] for key in conflict.first & named if key != first)
        b = counts.get(second, 0) + 0.7 * sum(counts[key] for key in conflict.second & named if key != second)
        for key, other in ((first, "a"), (second, "b")):
            place = gazetteer.place_of.get(key)
            if place and counts.get(key, 0) and place not in (first, second):
                extra = 0.3 * counts.get(place, 0)
                a, b = (a + extra, b) if other == "a" else (a, b + extra)
        if a < 0.5 or b < 0.5 or a + b < 1.5:
            continue
        if (gazetteer.place_of.get(first) == second and counts.get(first)) or (
            gazetteer.place_of.get(second) == first and counts.get(second)
        ):
            a, b = 1.3 * a, 1.3 * b  # an armed group's own country before its neighbours
        if any(key not in named and gazetteer.place_of.get(key) not in named for key in conflict.keys):
            a, b = 0.6 * a, 0.6 * b  # a side that only its friends stand for
            if firm is None:
                firm = mentions(text, start, end, gazetteer, places=False)
            if conflict.first.isdisjoint(firm) or conflict.second.isdisjoint(firm):
                continue  # and of the other only a city: where they meet
        score = min(a, b) + 0.2 * max(a, b)
        if best is not None and score + 1.5 * len(conflict.words) <= best[0]:
            continue  # not even with all its words
        score += 1.5 * sum(1 for word in conflict.words if text.find(word, start, end) >= 0)
        if not conflict.war:
            score *= 0.5
        if published and ((conflict.start and published < conflict.start) or (conflict.end and published > conflict.end + _GRACE)):
            score *= 0.2
        elif published and conflict.end and published > conflict.end:
            score *= 0.6  # a war that is over comes after one that goes on
        if best is None or score > best[0]:
            best = (score, conflict.sides, conflict)
    if best:
        return best[2]
    # a city is as often where they meet: talks in Istanbul are nothing of Turkey's
    return _only_war(published, mentions(text, start, end, gazetteer, places=False) or counts, gazetteer)


def camps(conflict: Conflict | None, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """The state and the armed group of a conflict between the two; none of any other conflict."""
    keys = conflict.keys if conflict else ()
    groups = [key for key in keys if key in gazetteer.place_of]
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
    open_wars = [
        conflict
        for conflict in gazetteer.conflicts
        if conflict.war
        and any(counts.get(key, 0) for key in conflict.keys)
        and (conflict.end is None or (published is not None and published <= conflict.end))
        and (conflict.start is None or published is None or conflict.start <= published)
    ]
    return open_wars[0] if len(open_wars) == 1 else None


def of_sentence(actors: list[Named], report: Conflict | None, gazetteer: Gazetteer) -> Conflict | None:
    """The sentence's own conflict where it names both sides of one and not both of the report's; else the report's."""
    named = {found.actor.key for found in actors if found.actor.key}
    if report and (report.first & named or report.second & named or not named):
        if report.first & named and report.second & named:
            return report
        groups = [key for key in named if key in gazetteer.place_of]
        if len(groups) < 2:
            return report
    if len(named) < 2:
        return report
    return next((conflict for conflict in gazetteer.conflicts if named.issuperset(conflict.keys)), report)
