"""Whether grammar lets a trigger act on a counted noun, and what it costs to take it so. Pure functions of an analysed sentence."""

from __future__ import annotations

from metrics.claims.catalogue import Metric
from metrics.claims.clause import BE, HAVE, Mark, Sentence
from metrics.claims.durations import tie
from metrics.model import Figure

_TEAMS = frozenset(["delegation", "team"])
_THEM = frozenset(["them", "him", "her", "us", "themselves"])
_HURT = frozenset(["wound", "injure"])
_STATES = frozenset(["wounded", "injured"])
_CLAUSES = frozenset("as when while after before where who which".split())
_AS = frozenset("many much high few well of part a".split())
_SAYS = (["said"], ["told"], ["says"], ["say"], ["tell"])
_ADJECTIVAL = frozenset(["a", "an"])  # what a participle behind it describes is the next noun
_ADDS_UP = frozenset("number total tally count figure bringing brought brings raising rose risen".split())
_APPOSED = -8.0  # what an apposition in between is not to cost
_DEEDS = frozenset(["execution", "assassination", "killing", "massacre", "death", "loss", "deaths of", "to death"])
_NEAR = 3  # words between a number and a deed behind it that still counts it
_OBJECT = 4  # words behind *of* within which the number stands that an event is told of
_LINKS = frozenset("of for involving with between by comprising covering as to from".split())
_ARE = frozenset(["is", "are", "was", "were"])
_FLED = frozenset("flew fled fell got went came escaped crashed managed remained reached survived returned landed hit struck".split())
_SUBJECTS = frozenset("all the its their his her some others".split())  # what opens the subject of another clause
_AIMS = frozenset("efforts effort attempts attempt bid mission campaign drive push plans plan work".split())
_FINITE = frozenset("is are was were has had will would".split())  # between a verb and a figure: another clause has begun


def relation(
    sentence: Sentence, triggers: list[Mark], metric: Metric, figure: Figure, mark: Mark, side: str, voice: str, a: int, b: int
) -> float | None:
    """What it costs to take the figure for what the trigger acts on; None where grammar forbids it."""
    takes = mark.sense.happens.takes if mark.sense.happens else "object"
    lower = sentence.lower
    if metric.kind == "duration":
        if side != "inside" and figure.noun_start and sentence.text[figure.end : figure.noun_start].strip() == "of":
            return None  # 20 days of fighting
        if side == "left" and figure.noun_start and sentence.text[figure.end : figure.noun_start].strip() == "in":
            b = sentence.tokens(figure.start, figure.end)[1]  # two days in parts of the front: the days end before *in*
        return tie(sentence, mark, side, a, b)
    if metric.event == "talks" and figure.head in _TEAMS and "-" not in sentence.text[figure.start : figure.end]:
        return None  # two delegations
    if side == "left" and metric.toll and lower[a - 1] == "by":
        return None  # killed in an attack by 300 rebels
    if side == "left" and metric.event == "attack" and metric.unit == "person" and lower[a - 1] == "with" and lower[a - 2] != ",":
        return 1.0 if lower[a - 2] in ("along", "together") else None  # hurt in a clash with 20 rebels
    if side == "right" and voice in ("active", "event") and _another_subject(sentence, b, mark.i):
        return None  # six others were in hospital, and a teacher died
    them = takes == "object" and voice in ("active", "infinitive", "event") and lower[mark.j : mark.j + 1] and lower[mark.j] in _THEM
    if side == "left" and them and lower[a - 1] != "for":
        return None  # wants to exchange them, and says that 200 were taken away
    if mark.sense.kind == "event":
        if side == "inside":
            return 0.0
        if (
            side == "right"
            and (lower[mark.j : mark.j + 1] == ["of"] or mark.sense.lemma in _DEEDS)
            and any(sentence.objects.get(i) for i in range(mark.j, mark.j + _OBJECT))
        ):
            return None  # seven men stand trial for the massacre of 148
        if side == "left" and figure.head is None and ";" in lower[mark.j : a]:
            return None  # the victims included women; eight were from one family
        if side == "left" and mark.sense.lemma in _STATES and clause_between(lower, mark.j, a):
            return None  # ten were wounded as thousands marched
        if side == "left" and mark.sense.lemma in _STATES and lower[mark.i - 1 - lower[mark.i - 1].endswith("ly")] == "the":
            return None  # an exchange of the severely wounded and the young, 1,000 from each side
        if side == "right" and metric.toll and mark.sense.lemma in _DEEDS and mark.i - b > _NEAR:
            return None  # two newspapers asked what the execution meant
        if side == "left" and mark.sense.lemma.startswith("number") and lower[a - 1] == "by":
            return None  # raised the number of troops by 20,000
        if side == "left":
            if mark.j == a - 1 and lower[a - 1] == "at":
                return 0.0  # put its dead at 36
            return 0.0 if lower[mark.j : mark.j + 1] and (lower[mark.j] in _LINKS or lower[a - 1] in ("involving", "covering")) else 3.0
        if mark.sense.lemma in _STATES and (lower[mark.i - 1] == "the" or _beside(sentence, mark.i)):
            return None  # 640 prisoners, the wounded first; 90 men, including 12 wounded: others than those counted
        if mark.sense.lemma in _STATES and (_of_them(sentence, mark.i, b) or "as" in lower[b : mark.i]):
            return None  # a list of 640, defined as wounded or young
        return (2.0 if mark.i - b <= 2 else 4.0) + (6.0 if figure.head is None and not figure.paired else 0.0)
    if side == "left":
        if metric.launched and lower[max(0, a - 2) : a] == [",", "with"] and not any(b <= other.i <= b + 1 for other in triggers):
            return _APPOSED  # it targeted the city, the capital of the province, with four missiles
        if metric.toll and clause_between(lower, mark.j, a):
            return None  # two were killed when thousands marched
        among = _among(sentence, triggers, mark, a)
        if among is not None:
            return 0.0 if among else None
        if voice == "passive":
            if figure.head is None and b < len(lower) and lower[b] in _FLED:
                return None  # 95 were lost and five flew on
            if takes == "both" and "by" in lower[mark.j : a]:
                return 0.0
            if a and lower[a - 1] == "for":
                return 1.0
            return 3.0 if "including" in lower[mark.j : a] else 7.0
        if lower[mark.j : mark.j + 1] and lower[mark.j] in _FINITE and voice == ("bare" if takes == "object" else "ing"):
            return 0.0  # also freed were two journalists, returning home are six guardsmen
        if takes == "object" and lower[a - 1] == "from" and a - 1 > mark.j:
            return None  # received support from 24 members
        if metric.basis and lower[a - 1] == "to" and not _ADDS_UP.intersection(lower[:a]):
            return None  # delivered water to 8 million people
        adverb = lower[mark.i - 1].endswith("ly")
        if voice == "bare" and mark.i > adverb and lower[mark.i - 1 - adverb] in _ADJECTIVAL:
            return None  # a newly elected member and three other people
        if voice == "bare" and lower[mark.i - 1] == "and" and not HAVE.isdisjoint(lower[: mark.i]):
            return 0.0  # a war that has killed thousands and driven millions out
        if voice == "bare":
            return 5.0
        if takes == "subject":
            there = mark.sense.lemma == "be" and mark.i > 0 and (lower[mark.i - 1] == "there" or "among" in lower[: mark.i])
            return 0.0 if there else None
        return 8.0 if any(word in _FINITE for word in lower[mark.j : a]) else 0.0
    if voice in ("active", "bare") and lower[b : mark.i] and lower[mark.i - 1] not in BE and object_relative(sentence, mark, b):
        before = next((other for other in reversed(triggers) if other.j <= a), None)
        if before and before.sense.kind == "verb" and sentence.voice(before) == "active" and a - before.j <= 2:
            return 8.0  # freed 15 of the 39 students whom they had seized
    if voice == "bare" and lower[b : mark.i] == ["of", "those"]:
        return 0.0  # 154 of those freed
    if voice in ("passive", "bare"):
        if _of_them(sentence, mark.i, b) or (mark.sense.lemma in _HURT and lower[mark.i - 1] == "as"):
            return None
        if takes == "subject" and voice == "passive" and mark.sense.lemma != "be":
            return 2.0
        if lower[mark.i - 2 : mark.i] in (["among", "those"], ["among", "the"]) and not _FINITE.isdisjoint(lower[b : mark.i]):
            return 1.0  # three women were among those released
        if voice == "bare" and lower[mark.i - 1] in ("the", "their", "its", "newly", "recently", "those", "other"):
            return None  # the released prisoners: said of somebody else
        relative = any(word in ("who", "which", "that") for word in lower[b : mark.i])
        return 8.0 if relative and main_verb_after(sentence, triggers, mark) else 0.0
    if voice == "due":
        return 1.0
    if voice == "infinitive" and lower[mark.i - 2] in _AIMS:
        return None  # 37 children came as part of efforts to reunite families
    if takes in ("subject", "both"):
        return 0.0
    if "-" not in sentence.slice(a, b) and object_relative(sentence, mark, b):
        return 2.0
    return 8.0 if voice == "infinitive" and lower[mark.j : mark.j + 1] != ["the"] else None


def _among(sentence: Sentence, triggers: list[Mark], mark: Mark, a: int) -> bool | None:
    """Whether *be* counts those whom the trigger is about: *among those who came home were 12*; None where no such thing is said."""
    lower = sentence.lower
    first = lower.index("among", 0, mark.i) if "among" in lower[: mark.i] else None
    if first is None:
        return None
    counts = next((k for k in range(first + 1, a) if lower[k] in _ARE), None)
    if counts is None or counts < mark.i or "," in lower[first:counts]:
        return None
    told = [other for other in triggers if first < other.i < counts and other.sense.kind == "verb"]
    if mark.i == counts:
        return False if told else None
    return True if mark in told else None


def _beside(sentence: Sentence, i: int) -> bool:
    """Whether a state is that of another count in a list: *90 men, including 12 wounded*."""
    first = i
    while first in sentence.objects:
        first -= 1
    return first < i and sentence.lower[first] in ("including", "and", "plus")


def _of_them(sentence: Sentence, i: int, b: int) -> bool:
    """Whether the word at `i` is said of a part of those counted before `b`: *the 90 men, 20 of them wounded*."""
    i -= sentence.lower[i - 1].endswith("ly")  # 20 of them badly wounded
    return b < i - 2 and sentence.lower[i - 2 : i] in (["of", "them"], ["of", "whom"]) and i - 3 in sentence.objects


def clause_between(lower: list[str], j: int, a: int) -> bool:
    """Whether another clause begins between a trigger and a figure behind it: *hurt as thousands marched*; not *killed as many as 40*."""
    return any(lower[i] in _CLAUSES and (lower[i] != "as" or lower[i + 1] not in _AS) and (lower[i - 1] != "as") for i in range(j, a))


def speaks(sentence: Sentence, b: int) -> bool:
    """Whether those counted say something: *two officials told reporters*; not *two men said to be spies*."""
    return sentence.lower[b : b + 1] in _SAYS and sentence.lower[b + 1 : b + 2] not in (["to"], ["by"])


def object_relative(sentence: Sentence, mark: Mark, b: int) -> bool:
    """Whether a relative clause has the figure for its object: *children (that) Moscow has deported*."""
    lower = sentence.lower
    first = b + (b < len(lower) and lower[b] in ("that", "whom", "which", "who"))
    subject = next((named for named in sentence.actors if named.i <= first + 1 and first < named.j), None)
    if subject is None and not (first < len(lower) and lower[first] in ("it", "they", "he", "we")):
        return False
    return mark.i - (subject.j if subject else first + 1) <= 3 and "," not in lower[first : mark.i]


def main_verb_after(sentence: Sentence, triggers: list[Mark], mark: Mark) -> bool:
    """Whether another tracked verb, in the passive, follows: then this one stands in a relative clause."""
    lower = sentence.lower
    return any(
        other.i > mark.j
        and other.sense.kind == "verb"
        and sentence.voice(other) == "passive"
        and not any(lower[k] == "and" and lower[k + 1] in _SUBJECTS for k in range(mark.j, other.i - 1))
        for other in triggers
    )


def _another_subject(sentence: Sentence, b: int, verb: int) -> bool:
    """Whether a clause with a verb and a subject of its own has begun between the noun that ends at `b` and a verb."""
    between = sentence.lower[b:verb]
    if "and" not in between or _FINITE.isdisjoint(between[: between.index("and")]):
        return False
    first = b + between.index("and") + 1
    return sentence.lower[first] in ("a", "an", "the") or any(k in sentence.objects for k in range(first, verb))
