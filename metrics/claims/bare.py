"""What a number without a noun can be: a count of people, a name, a day of the month. Pure functions of a sentence."""

from __future__ import annotations

from metrics.claims.catalogue import Happens, Metric
from metrics.claims.clause import BE, HAVE, Mark, Sentence
from metrics.figures.nouns import ENDS, singular
from metrics.model import Figure

_LAST_DAY = 31
_FROM = frozenset(["from", "since", "until", "till"])
_YEARS = (1000, 2100)
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_REACHES = frozenset("to at of reaching numbering totalling totaling exceeding reached exceed reach".split())
_AUXILIARY = HAVE | BE | frozenset("so far already now since also".split())  # between a number and its verb: 383 have so far been returned
_QUOTES = frozenset(["“", '"', "‘"])


def dated(sentence: Sentence, figure: Figure) -> bool:
    """Whether a bare number is a day, a year or a footnote's: *on May 99*, *the figures are due on 26.*, *were freed.[49]*."""
    a, b = sentence.tokens(figure.start, figure.end)
    if a == 0:
        return False
    if sentence.lower[a - 1] == "[":
        return sentence.lower[b : b + 1] == ["]"]
    if sentence.lower[b : b + 1] == ["/"]:
        return True  # won 1/0
    if sentence.lower[a - 1] in _FROM and not figure.paired and figure.low == figure.high and _YEARS[0] <= figure.low <= _YEARS[1]:
        return "," not in sentence.text[figure.start : figure.end]
    ends = b >= len(sentence.lower) or sentence.lower[b] in (".", ",", ";")
    return sentence.words[a - 1] in _MONTHS or (sentence.lower[a - 1] == "on" and figure.high <= _LAST_DAY and ends)


def resumes(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number that leaves its noun out opens a sentence or clause of its own: *11 exchanges; 3,900 had returned*."""
    if not figure.elided:
        return False
    if figure.noun_end is not None and figure.noun_end < sentence.start:
        return True
    a, b = sentence.tokens(figure.start, figure.end)
    return a > 0 and sentence.lower[a - 1] == ";" and b < len(sentence.lower) and sentence.lower[b] in HAVE | BE


def stands_alone(sentence: Sentence, figure: Figure) -> bool:
    """Whether a bare number is a count and no name: not *its force's 669 unit*."""
    a, b = sentence.tokens(figure.start, figure.end)
    lower = sentence.lower
    opened = b + 1 < len(lower) and lower[b] in _QUOTES and sentence.text[sentence.at[b] - 1] == " "
    if not figure.elided and opened and lower[b + 1].isalpha():
        return False  # nine "infrastructure" sites
    if figure.elided or not a or b >= len(lower) or not lower[b].isalpha() or lower[b] in ENDS:
        return True
    return not sentence.words[a - 1].endswith(("'s", "’s", "s'", "s’")) or lower[b].endswith(("s", "ed", "ing"))


def names_a_place(sentence: Sentence, figure: Figure, triggers: list[Mark]) -> bool:
    """Whether capitalised words that name no party follow a bare number: *2134 Caldwell Place*; not *12 Monday*, *30 Tutsis*."""
    _, b = sentence.tokens(figure.start, figure.end)
    words = sentence.words
    if b >= len(words) or not words[b][0].isupper() or words[b].isupper() or sentence.lower[b] in ENDS:
        return False
    if figure.high > 1 and not (b + 1 < len(words) and words[b + 1][0].isupper()):
        return False
    known = any(named.i == b for named in sentence.actors) or any(mark.i == b for mark in triggers)  # Seven Killed
    return sentence.at[b] - figure.end <= 1 and not known


def counts_one(sentence: Sentence, figure: Figure, happens: Happens) -> bool:
    """Whether a bare *one* counts: *killing one*, *one of its soldiers*; not *no one*, *one of the largest attacks*."""
    a, b = sentence.tokens(figure.start, figure.end)
    lower = sentence.lower
    if a and lower[a - 1] in ("no", "every", "any", "each", "this", "that", "only"):
        return False
    return b >= len(lower) or lower[b] != "of" or bool(happens.counts & set(lower[b : b + 6]))


def named_before(sentence: Sentence, figure: Figure, happens: Happens, triggers: list[Mark]) -> bool:
    """Whether the sentence names before a bare number what the rule counts: *began massing troops, reaching a total of 100,000*."""
    a, b = sentence.tokens(figure.start, figure.end)
    lower = sentence.lower
    reaches = a > 0 and (lower[a] in ("a", "could", "may", "might") or lower[a - 1] in _REACHES)
    verbs = (mark for mark in triggers if mark.sense.kind == "verb" and mark.i >= b)
    told = reaches or any(_AUXILIARY.issuperset(lower[b : mark.i]) for mark in verbs)
    return told and figure.high > 1 and any(singular(word) in happens.counts for word in lower[:a])


def ranked(sentence: Sentence, figure: Figure, metric: Metric) -> bool:
    """Whether a bare ordinal numbers what the sentence names: *Friday's swap, the 62nd since the invasion*."""
    b = sentence.tokens(figure.start, figure.end)[1]
    named = figure.kind == "ordinal" and figure.head is None and sentence.lower[b : b + 1] == ["since"]
    return named and not metric.counts.isdisjoint(sentence.vocabulary)
