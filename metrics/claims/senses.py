"""Whether a verb or event word of the catalogue means what a rule takes it for, by the words beside it. Pure functions of a sentence."""

from __future__ import annotations

from dataclasses import replace

from metrics.claims.clause import AUXILIARIES, BE, HAVE, Mark, Sentence

_AHEAD = 4  # words behind a verb within which its object's noun is looked for: held the first round of talks
_SAID_OF = ("passive", "bare", "due")  # the voices in which a participle is said of the noun before it
_PASSED = BE | HAVE | frozenset("which that who not to also still will would could should may might must can".split())
_AFTER_COMMA = frozenset(["which", "that", "released", "held"])  # a statement, released by …
_SMALL = frozenset("of over up off back out on to in".split())  # they change a verb right behind it alone: held up, prisoners of war
_STOPS = frozenset(', ; : . and or by in on at for with after before when while as since during ( ) " “ ”'.split())
_LASTING = frozenset("still remain remains remained currently since continue continues continued illegally unlawfully arbitrarily".split())
_NOW = frozenset("is are 's being am".split())
_PLACES = frozenset("in by at inside".split())


def triggers(sentence: Sentence) -> list[Mark]:
    """The verbs and event words that can act on a counted noun: no auxiliaries, and nothing beside them makes them another thing."""
    found = []
    for mark in sentence.marks:
        happens = mark.sense.happens
        if happens is None or (mark.sense.lemma in AUXILIARIES and sentence.helps(mark)):
            continue
        if happens.beside_no and _beside(sentence, mark, happens.beside_no):
            continue
        if happens.lasting and not _lasts(sentence, mark):  # it is told of those people all the same
            mark = mark._replace(sense=replace(mark.sense, happens=replace(happens, metric="")))
        found.append(mark)
    return found


def _beside(sentence: Sentence, mark: Mark, words: frozenset[str]) -> bool:
    """Whether one of the words is what the trigger is said of: *talks were held*, *held talks*, *stock exchange*, *exchange of fire*."""
    lower = sentence.lower
    verb = mark.sense.kind == "verb"
    if mark.i and lower[mark.i - 1] in words and not (verb and lower[mark.i - 1] == "to"):
        return True  # the Red Cross, a press release, the stock exchange
    if verb and "participle" in mark.sense.form and sentence.voice(mark) in _SAID_OF and _subject(sentence, mark.i) in words:
        return True
    counting = False  # held two meetings: the figure's own noun is the object, and nothing behind it
    for at, word in enumerate(lower[mark.j : mark.j + _AHEAD], mark.j):
        counted = sentence.objects.get(at, False)
        if word in _STOPS or (counting and not counted):
            return word in words and at == mark.j
        if word in words and (at == mark.j or word not in _SMALL):
            return True
        counting = counted
    return False


def _subject(sentence: Sentence, i: int) -> str:
    """The last word of what a participle at token i is said of: *the talks, which were held*, *a statement, released*."""
    lower, i = sentence.lower, i - 1
    while i >= 0 and (
        lower[i] in _PASSED or (lower[i].endswith("ly") and len(lower[i]) > 4) or (lower[i] == "," and lower[i + 1] in _AFTER_COMMA)
    ):
        i -= 1
    return lower[i] if i >= 0 else ""


def _lasts(sentence: Sentence, mark: Mark) -> bool:
    """Whether people are being kept: *are detained*, *jailed since May*, *detained in Israel*; not *were detained*, *detained 40*."""
    if mark.sense.kind != "verb":
        return True
    lower, voice = sentence.lower, sentence.voice(mark)
    if not _LASTING.isdisjoint(lower[max(0, mark.i - 4) : mark.j + 4]):
        return True
    before = sentence.before(mark.i)
    if voice == "passive":
        return before >= 0 and (lower[before] in _NOW or (lower[before] == "been" and "since" in lower[mark.j :]))
    if voice == "bare":
        return lower[mark.j : mark.j + 1] == [] or lower[mark.j] in _PLACES
    return "past" not in mark.sense.form and voice != "infinitive" and lower[mark.i - 1] not in _PLACES  # five are in jail
