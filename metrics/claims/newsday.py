"""Which day the news of a report, or of one of its sentences, is of: what lends its day to figures that have none of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from metrics.claims.backdrops import spoken_first, stamped, uttered
from metrics.claims.clause import Sentence
from metrics.claims.dates import When

_LEAD = 6  # sentences whose day is taken for the day that the report is about
_NEWS = timedelta(3)  # how far back fresh news lies
_BEHIND = 2  # sentences behind a dated utterance in which another day is still that of the same news
_ANOTHER = frozenset(["separate", "another", "previous", "prior"])
_WEAK = frozenset(["be", "have", "hold", "take", "bring", "see"])  # verbs that tell of much
_FIRST = 5  # words that may stand before a date that opens a sentence
_REACH = 6  # words before a date in which these make it another event's
_TODAY = ("today", "tonight", "yesterday", "tomorrow", "this ")


class Lead(NamedTuple):
    """The day of a report's news; `talks`: its sentence tells of talks, and of nothing else that has a day; `told`: a statement's."""

    first: date
    last: date
    talks: bool = False
    told: bool = False


def of_report(published: date | None, whens: Callable[[int], list[When]], sentence: Callable[[int], Sentence]) -> Lead | None:
    """The day that a report of fresh news is about: the first that its lead names within three days before publication.

    The day of an utterance stands in only where the lead names no other soon.
    """
    if published is None:
        return None
    told: tuple[int, When] | None = None
    stamp: When | None = None
    for n in range(_LEAD):
        if told and n > told[0] + _BEHIND:
            break
        for when in whens(n):
            if when.grain == "day" and not when.after and timedelta(0) <= published - when.first <= _NEWS:
                if stamped(sentence(n)) or not (sentence(n).of("verb") or sentence(n).of("event") or sentence(n).of("speech")):
                    stamp = stamp or when
                elif uttered(sentence(n), when) or spoken_first(sentence(n), when):
                    told = told or (n, when)
                elif not _of_another(sentence(n), when):
                    return Lead(when.first, when.last, _of_talks(sentence(n)))
    said = told[1] if told else stamp
    return Lead(said.first, said.last, told=True) if said else None


def _of_talks(sentence: Sentence) -> bool:
    happens = {mark.sense.happens.event for mark in sentence.marks if mark.sense.happens is not None and mark.sense.lemma not in _WEAK}
    return "talks" in happens and happens.isdisjoint(("exchange", "return", "attack"))


def of_sentence(sentence: Sentence, whens: list[When], quotes: Callable[[], list[tuple[int, int]]], event: str) -> When | None:
    """The day of an event that a sentence names; what a speaker calls today is the day of an utterance that may be untold."""
    days = [when for when in whens if when.grain in ("day", "range") and not when.since and not uttered(sentence, when)]
    days = [when for when in days if not when.after or _behind(sentence, when, event)]
    days = [when for when in days if not (_relative(sentence, when) and any(start <= when.start < end for start, end in quotes()))]
    if event != "attack":
        if not any(mark.sense.happens and mark.sense.happens.event == event for mark in sentence.of("verb")):
            return None
        days = [when for when in days if _opens(sentence, when)]
    return days[-1] if days else None


def _behind(sentence: Sentence, when: When, event: str) -> bool:
    """*It came a day after a raid on the town*: the day of the event that is told behind it."""
    _, j = sentence.tokens(when.start, when.end)
    if not _ANOTHER.isdisjoint(sentence.lower[j : j + 2]):
        return False  # a week after another attack
    return any(mark.i >= j and mark.sense.happens is not None and mark.sense.happens.event == event for mark in sentence.marks)


def _opens(sentence: Sentence, when: When) -> bool:
    """*On the night of May 3 the sides swapped prisoners*: the day of all that the sentence tells, and not of a capture."""
    return sentence.tokens(when.start, when.end)[0] <= _FIRST


def _relative(sentence: Sentence, when: When) -> bool:
    return sentence.text[when.start : when.end].casefold().startswith(_TODAY)


def _of_another(sentence: Sentence, when: When) -> bool:
    """*In a separate attack on Friday*."""
    i, _ = sentence.tokens(when.start, when.end)
    return not _ANOTHER.isdisjoint(sentence.lower[max(0, i - _REACH) : i])
