"""Which of several candidates governs a counted noun: the verb of its clause before what a relative clause says of it. Pure functions."""

from __future__ import annotations

from metrics.claims.binding import Binding, rank
from metrics.claims.catalogue import ELSEWHERE
from metrics.claims.clause import BE, HAVE, MODALS, Sentence
from metrics.claims.wholes import OF_WHICH

_RELATIVES = frozenset("who that which whom".split())
_VERB, _EVENT = 7.0, 3.0  # the dearest verb and event word that still govern a noun with a relative clause behind it
_PARTS = frozenset("first last latest one some most many part".split())  # of these: not all of them
_LISTING = frozenset(["including", "include", "included", "includes"])
_FINITE = BE | HAVE | MODALS
_SUBJECTS = frozenset("a an all some the our his her their its other others many more".split())  # what opens a subject
_SEIZED = frozenset(["take hostage", "take captive", "take prisoner", "capture", "seize", "abduct", "kidnap"])
_AUXILIARIES = BE | HAVE | frozenset(["also", "later", "others"])
_BEHIND = 1  # words between a noun and the participle that belongs to it


def choose(sentence: Sentence, found: list[Binding], a: int, b: int, living: bool) -> Binding | None:
    """The cheapest candidate of the figure at tokens [a, b), unless it stands in a relative clause of what another one governs.

    `living` says that the figure counts people or their bodies: what is said of them stays true when something else is done to them,
    while *20 of the drones launched* that were shot down are not all that were launched.
    """
    best = min(found, key=rank, default=None)
    if best is None:
        return None
    if best.metric is ELSEWHERE:
        if not subordinate(sentence, best, b):
            return _let_go(sentence, found, best, b) or _told_beside(sentence, found, best, a, b, living) or best
        governing = [x for x in found if x.metric is not ELSEWHERE and governs(sentence, x, best, a, b)]
        return min(governing, key=rank, default=best)
    if not subordinate(sentence, best, b):
        return best
    governing = [x for x in found if governs(sentence, x, best, a, b)]
    chosen = min(governing, key=rank, default=best)
    lasting = best.metric.undated  # who is captured or freed is stationed or held there no more
    return best if chosen.metric is ELSEWHERE and _adjacent(best, b) and (living or _all(sentence, a, b)) and not lasting else chosen


def subordinate(sentence: Sentence, binding: Binding, b: int) -> bool:
    """Whether the trigger belongs to a relative clause, or is a participle, behind the noun."""
    if binding.side != "right" or binding.mark is None:
        return False
    lower = sentence.lower
    if binding.mark.sense.kind == "event":
        return binding.mark.i == b and lower[b : b + 1] == ["in"]  # 38 captives in their custody were freed
    if binding.mark.sense.kind != "verb":
        return False
    first = b + (lower[b : b + 1] == [","])
    relative = first < len(lower) and (lower[first] in _RELATIVES or lower[first : first + 2] in OF_WHICH)
    if binding.voice == "bare" or relative or _undergoing(sentence, binding, b):
        return True
    return binding.voice in ("active", "ing") and binding.happens is not None and binding.happens.takes == "object"


def governs(sentence: Sentence, binding: Binding, inner: Binding, a: int, b: int) -> bool:
    """Whether the trigger is the verb, or the event word right before, that the noun of a relative clause belongs to."""
    mark, lower = binding.mark, sentence.lower
    if mark is None or (binding.metric is not inner.metric and binding.metric.toll and inner.metric.toll):
        return False  # left 30 dead and 200 others injured
    inverted = binding.voice == "bare" and binding.side == "left" and lower[mark.j : mark.j + 1] in (["were"], ["was"], ["are"])
    if binding.side == "left" and "among" in lower[max(0, mark.i - 3) : mark.i] and binding.happens is not None and binding.happens.by:
        return True  # among the released prisoners were two men captured in June
    if inverted:
        return binding.cost <= _VERB  # also freed were two journalists
    taken = binding.happens is not None and binding.happens.takes in ("subject", "both")
    if binding.voice == "bare":
        if binding.side == "left" and "number" in lower[: mark.i] and lower[a - 1] in ("at", "to"):
            return True  # puts the number of children taken at 19,000, of whom 1,300 came back
        if binding.side != "right" or inner.mark is None or mark.i <= inner.mark.j:
            return False
        if binding.happens is not None and binding.happens.takes == "subject" and "past" in mark.sense.form:
            return True  # 207 people held there returned home
        second = inner.voice == "bare" and _FINITE.isdisjoint(lower)  # a headline: soldiers held by the rebels released
        return second and "," not in lower[b : mark.i] and "and" not in lower[b : mark.i]
    if binding.side == "left":
        if a and lower[a - 1] in _LISTING and lower[mark.j] not in ("and", ","):
            return True  # freed a first group, including 13 who had been held
        if a and lower[a - 1] == "with" and inner.side == "right" and lower[b : b + 1] == ["who"]:
            return False  # freed a man taken with two others who were killed
        if binding.voice == "event" and mark.j < a and a - mark.j <= 3 and lower[mark.j] == "of":
            return binding.cost <= _VERB
        return binding.cost <= (_EVENT if binding.voice == "event" else _VERB)
    if (
        binding.side != "right"
        or inner.mark is None
        or mark.i < inner.mark.i
        or _of_others(sentence, inner.mark.j, mark.i)
        or not (
            inner.voice in ("bare", "event")
            or (_undergoing(sentence, inner, b) and mark.i > inner.mark.i)
            or _restricts(sentence, inner, mark.i, b)
            or _aside(sentence, inner, mark.i, b)
        )
    ):
        return False
    of = a - 1 - (a > 0 and lower[a - 1] == "the")
    if of > 0 and lower[of] == "of" and (lower[of - 1] in _PARTS or (lower[of - 1] == "all" and lower[of - 2] in ("nearly", "almost"))):
        return False
    if _another_subject(sentence, inner.mark.j, mark.i):
        return False
    going = binding.voice == "ing" and not BE.isdisjoint(lower[max(0, mark.i - 2) : mark.i])  # are finally coming home
    return binding.voice in ("passive", "due") or (taken and (going or binding.voice in ("active", "infinitive", "bare")))


def _of_others(sentence: Sentence, first: int, verb: int) -> bool:
    """Whether a verb is another figure's: *256 men who gave up, including 51 who were hurt*."""
    k = verb - 1
    while k > first and (sentence.lower[k] in BE or sentence.lower[k].endswith("ly")):
        k -= 1
    return sentence.lower[k] == "who" and k - 1 in sentence.objects


def _told_beside(sentence: Sentence, found: list[Binding], best: Binding, a: int, b: int, living: bool) -> Binding | None:
    """What a participle right behind the noun says, where the verb is about nothing that is tracked: *a bus carried 18 soldiers freed*."""
    if not living and not _all(sentence, a, b):
        return None
    beside = [x for x in found if x.metric is not ELSEWHERE and x.side in ("right", "inside") and x.voice == "bare" and _adjacent(x, b)]
    verb = sentence.before(best.mark.i) if best.mark is not None else -1
    if best.voice not in ("ing", "infinitive", "due") and sentence.lower[verb] not in MODALS:
        beside = [x for x in beside if not x.metric.undated]  # captured soldiers stationed there: they are no more
    return min(beside, key=rank, default=None)


def _let_go(sentence: Sentence, found: list[Binding], best: Binding, b: int) -> Binding | None:
    """The release that is told of people just seized: *were kidnapped and later freed*, *seized 40 men, who were then let go*."""
    if best.mark is None or best.mark.sense.lemma not in _SEIZED:
        return None
    lower = sentence.lower
    for binding in sorted(found, key=rank):
        if binding.metric is ELSEWHERE or not (binding.metric.basis and binding.side == "right") or binding.mark is None:
            continue
        before = sentence.before(binding.mark.i)
        if binding.voice == "bare" and best.voice in ("passive", "bare") and lower[before] == "and":
            return binding
        if binding.voice == "passive" and lower[before - 1] in ("who", "and") and "," not in lower[b + 1 : before]:
            return binding
    return None


def _adjacent(binding: Binding, b: int) -> bool:
    return binding.mark is not None and binding.mark.i - b <= _BEHIND


def _all(sentence: Sentence, a: int, b: int) -> bool:
    """Whether the figure counts all there are: *all 89 drones launched*."""
    return "all" in sentence.lower[max(0, a - 1) : b]


def _another_subject(sentence: Sentence, first: int, verb: int) -> bool:
    """Whether the verb has a subject of its own in a clause that begins behind: *said two men captured there, the others were killed*."""
    lower = sentence.lower
    opening = max((k for k in range(first, verb) if lower[k] in (",", "that", "and")), default=verb)
    if opening == verb or (lower[opening] != "that" and lower[first:verb].count(",") > 1):
        return False
    counted = opening + 1 in sentence.objects and all(k in sentence.objects or lower[k] in _AUXILIARIES for k in range(opening + 1, verb))
    return counted or (verb - opening > 2 and lower[opening + 1] in _SUBJECTS)


def _undergoing(sentence: Sentence, binding: Binding, b: int) -> bool:
    """Whether the trigger is a participle that tells what the noun undergoes: *two soldiers being held there were killed*."""
    return binding.mark is not None and sentence.lower[b : b + 1] == ["being"] and binding.mark.i - b <= 2


def _restricts(sentence: Sentence, inner: Binding, end: int, b: int) -> bool:
    """Whether a relative clause without commas ends before a verb behind it: *men who were held there are coming home*."""
    if inner.mark is None or not _RELATIVES.intersection(sentence.lower[b : b + 1]):
        return False
    return not BE.isdisjoint(sentence.lower[inner.mark.j : end])


def _aside(sentence: Sentence, inner: Binding, end: int, b: int) -> bool:
    """Whether commas set the relative clause off from a verb behind it: *12 men, who had been held there, have arrived*."""
    return inner.mark is not None and sentence.lower[b : b + 1] == [","] and "," in sentence.lower[inner.mark.j : end]


def ranks(sentence: Sentence, b: int) -> bool:
    """*the first such meeting in three years*, *the first since 2022*: a rank, not a number."""
    lower = sentence.lower
    if b < len(lower) and lower[b] in ("since", "ever"):
        return True
    return any(
        lower[k] == "in" and {"years", "months", "weeks", "decades", "decade", "year", "days"} & set(lower[k + 1 : k + 6])
        for k in range(b, min(b + 6, len(lower)))
    )
