"""Who is made responsible for a figure: the nearest attribution that reaches it. Pure functions of an analysed sentence.

A speaker is a known person (canonical name), an unknown one (as written), a body (*Russian Defence Ministry*), or a party by its own or its
capital's name (*Kyiv said*: Ukraine). Pronouns and titles go back to the last person or body that spoke.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from metrics.claims.actors import Conflict, bare
from metrics.claims.clause import BE, HAVE, MODALS, Mark, Named, Sentence

_PRONOUNS = frozenset("he she they it who i we".split())
_BREAKS = frozenset([",", ";", ":", "“", "”", '"', "that", "and", "but", "which", "while", "(", ")", "—", "–", "'", "‘", "’"])
_NAME = re.compile(r"[^\W\d_]")
_TITLES = frozenset("mr mrs ms dr president minister prime foreign defence defense general gen lt col lieutenant colonel spokesman spokesperson spokeswoman secretary chief ambassador senator governor mayor king prince pope sheikh maj major brig brigadier adm admiral sir dame head commander capt captain professor".split())  # fmt: skip
_MONTHS_AND_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split())
_NOT_NAMES = frozenset("the a an in on at but and however meanwhile since after before as it he she they this that these those there while when if for from by with one two three earlier later both some many most more according local at all no not what who why how its their his her our we i you also".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's canonical name and the party that he or it stands with (None where unknown, 'third' for a neutral body)."""

    name: str
    key: str | None
    third: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """That somebody says what tokens [first, last) hold."""

    speaker: Speaker
    first: int
    last: int
    cost: float
    at: int  # the speech word


class Memory:
    """Who spoke last in a report: what pronouns, titles and running quotations go back to."""

    def __init__(self) -> None:
        self.last: Speaker | None = None
        self.person: Speaker | None = None
        self.unknown: dict[str, Speaker] = {}  # a surname met before → the full name

    def note(self, speaker: Speaker, person: bool) -> None:
        self.last = speaker
        if person:
            self.person = speaker
            self.unknown[speaker.name.split()[-1]] = speaker


def _is_name(word: str) -> bool:
    return word[:1].isupper() and bool(_NAME.match(word)) and word.casefold() not in _NOT_NAMES | _MONTHS_AND_DAYS


def subject(sentence: Sentence, i: int, j: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """The speaker that tokens [i, j) name, and whether it is a person; None where they name nobody."""
    while i < j and sentence.lower[i] in ("the", "a", "an", ",", "“", '"', "and", "but", "meanwhile", "however"):
        i += 1
    if i >= j:
        return None
    lower, words = sentence.lower[i:j], sentence.words[i:j]
    actors = [named for named in sentence.actors if named.i >= i and named.j <= j]
    for named in reversed(actors):
        if named.actor.kind == "person":
            if named.i > i and _is_name(words[named.i - i - 1]) and named.j - named.i == 1 and not _is_title(words[named.i - i - 1]):
                if not any(other.j == named.i for other in actors):
                    continue  # another person of that surname
            return Speaker(named.actor.name, named.actor.key, named.actor.key is None), True
    key = next((named.actor.key for named in actors if named.actor.key and named.actor.kind != "bloc"), None)
    bodies = [k for k, word in enumerate(lower) if any(mark.sense.kind == "body" and mark.i == i + k for mark in sentence.marks if mark.i >= i and mark.i < j)]
    name = _unknown_name(sentence, i, j, actors)
    if name:
        known = memory.unknown.get(name.split()[-1])
        if known and (name in known.name or known.name in name):
            return known, True
        return Speaker(name, key, key is None and bool(bodies) and not actors), True
    if bodies:
        if key is None and lower[0] in ("he", "his", "their", "its"):
            key = memory.last.key if memory.last else None
        phrase = _trim(sentence, i, j, bodies[-1])
        if len(lower) == 1 and memory.person and key is None and lower[0] in ("minister", "president", "spokesman", "spokesperson", "governor", "mayor", "official", "ambassador", "ombudsman", "spokeswoman", "general", "commander"):
            return memory.person, True
        return Speaker(phrase, key, key is None and _third(phrase, actors)), False
    if actors:
        actor = actors[-1].actor
        if actor.kind in ("name", "metonym", "place") and actors[-1].j == j:
            return Speaker(actor.name, actor.key), False
        if actor.kind == "bloc":
            return Speaker(actor.name, None, True), False
        return Speaker(sentence.slice(i, j), actor.key), False
    if lower[-1] in _PRONOUNS and j - i <= 2:
        if lower[-1] in ("he", "she") and memory.person:
            return memory.person, True
        return (memory.last, False) if memory.last and lower[-1] in ("it", "they") else None
    if any(_is_name(word) for word in words):
        first = next(k for k, word in enumerate(words) if _is_name(word))
        return Speaker(sentence.slice(i + first, j), None, True), False
    return None


def _is_title(word: str) -> bool:
    return bare(word).casefold().strip(".") in _TITLES


def _third(phrase: str, actors: list[Named]) -> bool:
    return any(named.actor.kind == "bloc" for named in actors) or phrase[:1].isupper()


def _trim(sentence: Sentence, i: int, j: int, last_body: int) -> str:
    """The body's name as written: up to *of …* behind its noun, without leading time words."""
    stop = i + last_body + 1
    if stop < j and sentence.lower[stop] in ("of", "for", "in"):
        stop = j
    return sentence.slice(i, stop)


def _unknown_name(sentence: Sentence, i: int, j: int, actors: list[Named]) -> str | None:
    """Two or more capitalised words in a row that no party's name covers: a person whom people.csv does not know."""
    covered = {k for named in actors if named.actor.kind != "person" for k in range(named.i, named.j)}
    bodies = {mark.i for mark in sentence.marks if mark.sense.kind == "body"}
    best: list[int] = []
    run: list[int] = []
    for k in range(i, j + 1):
        if k < j and _is_name(sentence.words[k]) and k not in covered and not _is_title(sentence.words[k]) and k not in bodies:
            run.append(k)
        else:
            if len(run) >= 2 and len(run) <= 4:
                best = run
            run = []
    if not best or sentence.words[best[0]].isupper():
        return None
    return " ".join(bare(sentence.words[k]) for k in best)


def attributions(sentence: Sentence, memory: Memory) -> list[Attribution]:
    """Every attribution of a sentence, with the tokens that it reaches; remembers who spoke."""
    found: list[Attribution] = []
    n = len(sentence.lower)
    for mark in sentence.marks:
        if mark.sense.kind == "according":
            stop = mark.j
            while stop < n and stop - mark.j < 14 and sentence.lower[stop] not in (",", ";", ".", ")", "“", '"') and not (stop > mark.j and stop + 1 < n and sentence.lower[stop] in ("which", "who", "that", "while")):
                stop += 1
            named = subject(sentence, mark.j, stop, memory)
            if named:
                memory.note(*named)
                found.append(Attribution(named[0], 0, n, 1.0, mark.i))
        elif mark.sense.kind == "speech":
            attribution = _said(sentence, mark, memory)
            if attribution:
                found.append(attribution)
    return found


def _said(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    lower, n = sentence.lower, len(sentence.lower)
    form = mark.sense.form
    if "base" in form and len(form) == 1 and mark.i and lower[mark.i - 1] == "to":
        return None
    b = sentence.before(mark.i)
    helper = lower[b] if b >= 0 else ""
    if helper in BE and "participle" in form:
        return None
    while b >= 0 and (lower[b] in HAVE or lower[b] in MODALS or lower[b] in BE):
        b = sentence.before(b)
    stop = b + 1
    start = _phrase_start(sentence, stop)
    named = subject(sentence, start, stop, memory) if start < stop else None
    if named is None and start > 0 and lower[start - 1] == "," and b >= 0:  # an apposition: X, the mayor of Y, said
        named = subject(sentence, _phrase_start(sentence, start - 1), start - 1, memory)
    elif named is not None and start > 0 and lower[start - 1] == ",":
        before = subject(sentence, _phrase_start(sentence, start - 1), start - 1, memory)
        if before and before[1] and not named[1]:
            named = (before[0] if before[0].key or not named[0].key else Speaker(before[0].name, named[0].key), True)
    inverted = False
    if (stop == 0 or lower[stop - 1] in _BREAKS or named is None) and mark.j < n:  # said X
        end = mark.j
        while end < n and end - mark.j < 9 and lower[end] not in (",", ";", ".", "“", '"', ")", "in", "on", "at", "to", "after", "that"):
            end += 1
        turned = subject(sentence, mark.j, end, memory) if end > mark.j and (sentence.words[mark.j][0].isupper() or lower[mark.j] in ("the", "a", "an")) else None
        if turned and (named is None):
            named, inverted = turned, True
    if named is None:
        return None
    memory.note(*named)
    # What follows the verb is said; where little follows, so is what precedes it.
    follows = n - mark.j
    trailing = inverted or follows <= 3 or lower[mark.j] in (",", ".", "in", "on", "during", "at", "to") or (mark.sense.lemma in ("tell",) and mark.i > 6 and lower[start - 1 : start] in ([","], ["”"], ['"']))
    opener = start == 0 or lower[start - 1] in ("that",)
    first = 0 if trailing and not opener else mark.j
    return Attribution(named[0], first, n, 0.0 if not trailing else 0.5, mark.i)


def _phrase_start(sentence: Sentence, stop: int) -> int:
    i = stop
    while i > 0 and sentence.lower[i - 1] not in _BREAKS and stop - i < 14:
        i -= 1
    return i


def speaker_of(found: list[Attribution], a: int) -> Speaker | None:
    """The nearest attribution that reaches token a."""
    reaching = [attribution for attribution in found if attribution.first <= a < attribution.last]
    if not reaching:
        return None
    best = min(reaching, key=lambda attribution: (attribution.cost, abs(attribution.at - a)))
    return best.speaker


def side_of(speaker: Speaker | None, conflict: Conflict | None) -> str | None:
    """The side that a speaker stands on: a party of the conflict, or `third`; None where the speaker's party is unknown."""
    if speaker is None:
        return None
    if speaker.key is None:
        return "third" if speaker.third else None
    if conflict is None:
        return speaker.key
    return speaker.key if conflict.side_of(speaker.key) else "third"
