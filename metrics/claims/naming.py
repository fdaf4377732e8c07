"""Whom a noun phrase names as a speaker: a known person or body, an unknown one as written, a party by its capital, or who spoke before.

Pure functions of an analysed sentence and of the memory of who spoke.
"""

from __future__ import annotations

import re

from metrics.claims.actors import bare
from metrics.claims.clause import Mark, Named, Sentence
from metrics.claims.memory import ORGANS, SOLDIERLY, Memory, Speaker

_PRONOUNS = frozenset("he she they it who i we him her".split())
# base and -s forms are nouns as often
# findings have a body for subject
# no name begins so
_NAME = re.compile(r"[^\W\d_]")
_TITLES = frozenset(
    (
        "mr mrs ms dr president minister prime foreign defence defense general gen lt col lieutenant colonel spokesman "
        "spokesperson spokeswoman secretary chief ambassador senator governor mayor king prince pope sheikh maj major brig "
        "brigadier adm admiral sir dame head commander capt captain professor"
    ).split()
)
_LEADING = frozenset(
    [
        "the",
        "a",
        "an",
        ",",
        "“",
        '"',
        "and",
        "but",
        "meanwhile",
        "however",
        "statement",
        "report",
        "reports",
        "data",
        "from",
        "by",
        "of",
        "figures",
        "released",
        "issued",
        "in",
        "information",
        "‘",
        "'",
        "that",
        "while",
        "when",
        "as",
        "because",
        ")",
        "-",
        "–",
        "—",
    ]
)
_TELLS = frozenset(["tweet", "statement", "post", "report", "reports", "announcement", "figures", "data"])
_WITNESSES = frozenset("resident residents witness witnesses survivor survivors relative relatives doctor doctors medics".split())
_WITNESS = 4  # words that call somebody without a name
_PLACING = frozenset(["in", "near", "at", "inside", "outside"])
_OFFICES = frozenset(
    (
        "minister president spokesman spokesperson governor mayor official ambassador ombudsman spokeswoman general commander "
        "negotiator secretary leader chief envoy adviser"
    ).split()
)
_NOT_NAMES = frozenset(
    (
        "the a an in on at but and however meanwhile since after before as it he she they this that these those there while when "
        "if for from by with one two three earlier later both some many most more according local at all no not what who why how "
        "its their his her our we i you also "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
        "october november december"
    ).split()
)


def is_name(word: str) -> bool:
    return word[:1].isupper() and bool(_NAME.match(word)) and word.casefold() not in _NOT_NAMES


def subject(sentence: Sentence, i: int, j: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """The speaker that tokens [i, j) name, and whether it is a person; None where they name nobody."""
    while i < j and sentence.lower[i] in _LEADING:
        i += 1
    if i >= j:
        return None
    while j - i > 1 and sentence.lower[j - 1] in _TELLS and any(named.j == j - 1 for named in sentence.actors):
        j -= 1  # a TPLF tweet, Iranian media reports
    bodied = next((mark.j for mark in sentence.marks if mark.sense.kind == "body" and i <= mark.i < j), j)
    if bodied < j and sentence.lower[bodied].endswith("ing") and sentence.lower[bodied] not in ("including",):
        j = bodied  # rebel forces fighting the army
    lower, words = sentence.lower[i:j], sentence.words[i:j]
    actors = [named for named in sentence.actors if named.i >= i and named.j <= j]
    for named in reversed(actors):
        if named.actor.kind == "body":
            return Speaker(named.actor.name, named.actor.key, named.actor.key is None), False
        if named.actor.kind == "person" and not _namesake(sentence, named, actors, i) and not _owner(sentence, named, j):
            return Speaker(named.actor.name, named.actor.key, named.actor.key is None), True
    keyed = [named for named in reversed(actors) if named.actor.key and named.actor.kind not in ("bloc", "person")]
    head = next((named for named in keyed if named.i == i or sentence.lower[named.i - 1] not in _PLACING), None)  # the rebels in Ethiopia
    owner = next((named.actor.key for named in actors if named.actor.kind == "person" and _owner(sentence, named, j)), None)
    key = (head or keyed[0]).actor.key if keyed else owner
    bodies = [mark.i - i for mark in sentence.marks if mark.sense.kind == "body" and i <= mark.i < j]
    name = _unknown_name(sentence, i, j, actors)
    if name and bodies and _of_body(sentence, i, j, bodies[-1], name):
        return _body(sentence, i, j, bodies[-1], key, actors, memory)
    if (
        name
        and actors
        and actors[-1].j == j
        and actors[-1].actor.kind in ("name", "metonym")
        and sentence.words[actors[-1].i - 1 : actors[-1].i] == [name.split()[-1]]
    ):
        return Speaker(actors[-1].actor.name, actors[-1].actor.key), False  # a heading that runs into the sentence
    if name and not (bodies and bodies[-1] == j - i - 1 and not _is_title(words[-1])):
        if key is None and memory.group is not None:
            said = {part for word in lower for part in bare(word).strip(".").split("-")}
            key = memory.group.key if not _REBELS.isdisjoint(said) else None if memory.officers.isdisjoint(said) else memory.home
        return Speaker(name, key, False), True
    if bodies:
        return _body(sentence, i, j, bodies[-1], key, actors, memory)
    if actors:
        actor = actors[-1].actor
        if actor.kind == "bloc":
            return Speaker(actor.name, None, True), False
        if actors[-1].j == j and actor.kind in ("name", "metonym"):
            return Speaker(actor.name, actor.key), False
        return None
    if lower[-1] in _PRONOUNS and len(lower) <= 2:
        if lower[-1] in ("he", "she", "him", "her"):
            person = memory.person
            return (person, True) if person else None
        last = memory.last if lower[-1] in ("it", "they") else None
        return (last, False) if last else None
    if is_name(words[-1]) and len(words) <= 6:
        known = memory.named(words[-1])
        if known:
            return known, True
        first = len(words) - 1
        while first > 0 and (is_name(words[first - 1]) or lower[first - 1] in ("of", "for", "the")) and not _is_title(words[first - 1]):
            first += -1
        while lower[first] in ("of", "for", "the"):
            first += 1
        if first == len(words) - 1 and i + first == 0:
            return None  # a capital at a sentence's start says nothing
        return Speaker(sentence.slice(i + first, j), None, True), False
    return None


def _owner(sentence: Sentence, named: Named, j: int) -> bool:
    """Whether a person in the genitive only says whose somebody is: *Zelensky's chief of staff*."""
    return named.j < j and sentence.words[named.j - 1].endswith(("'s", "’s")) and sentence.lower[named.j] not in _SAYINGS


_SAYINGS = frozenset("statement post announcement comments remarks words speech address estimate office account".split())


def witness(sentence: Sentence, mark: Mark, j: int) -> tuple[Speaker, bool] | None:
    """Somebody without a name to whom a report refers: *according to a local resident*; of nobody's side."""
    i = mark.j if sentence.lower[mark.i] != "citing" else j
    while i < j and sentence.lower[i] in _LEADING:
        i += 1
    said = i < j <= i + _WITNESS and sentence.lower[j - 1] in _WITNESSES
    return (Speaker(sentence.slice(i, j), None, True), False) if said else None


def _namesake(sentence: Sentence, named: Named, actors: list[Named], i: int) -> bool:
    """Whether a known surname stands behind another first name: another person."""
    words, j = sentence.words, named.j
    known = {other.i for other in actors} | {mark.i for mark in sentence.marks if mark.sense.kind == "body"}
    if (
        j - named.i == 1
        and j < len(words)
        and words[j - 1][-1].isalpha()
        and is_name(words[j])
        and j not in known
        and not _is_title(words[j])
    ):
        return True  # a first name like it
    if named.j - named.i > 1 or named.i <= i or not is_name(sentence.words[named.i - 1]) or _is_title(sentence.words[named.i - 1]):
        return False
    covered = any(other.j == named.i for other in actors)
    body = any(mark.sense.kind == "body" and mark.j == named.i for mark in sentence.marks)
    return not covered and not body


def _body(
    sentence: Sentence, i: int, j: int, last: int, key: str | None, actors: list[Named], memory: Memory
) -> tuple[Speaker, bool] | None:
    """A body that speaks: with its country, by its own name, or as *the ministry* that was named before. Unnamed ones are nobody."""
    lower = sentence.lower[i:j]
    if key is None and len(lower) <= 2:
        person = memory.person if lower[-1] in _OFFICES and lower[0] not in _LOCAL else None
        if person:
            return person, True
        earlier = memory.body(lower[-1])
        if earlier:
            return earlier, False
    if key is None and lower[0] in ("his", "their", "its", "her"):
        whose = memory.last
        key = whose.key if whose else None
    group = next((named for named in actors if named.actor.kind == "name" and named.j <= i + last), None)
    if group is not None and len(group.actor.key or "") > _STATE and all(word in _ARMED for word in sentence.lower[group.j : i + last + 1]):
        return Speaker(group.actor.name, group.actor.key), False  # the ELN rebel group
    phrase = _trim(sentence, i, j, last)
    if memory.group is not None and key in (None, memory.home) and not _REBELS.isdisjoint(phrase.casefold().split()):
        return memory.group, False  # South Sudan's rebels
    organ = not ORGANS.isdisjoint(phrase.casefold().split())  # of a state, and never neutral
    foreign = any(named.actor.kind == "bloc" for named in actors) or lower[0] in _FOREIGN
    third = key is None and (
        foreign or (not organ and (any(is_name(word) for word in phrase.split()[1:]) or (phrase[:1].isupper() and i > 0)))
    )
    if third and lower[last] in _OFFICES and not any(named.actor.kind == "bloc" for named in actors):
        return Speaker(phrase, None, False), False  # the leader of we know not whom
    if key is None and not third:
        official = organ and (not memory.abroad or not SOLDIERLY.isdisjoint(phrase.casefold().split()))
        key = land(sentence, 0, len(sentence.lower)) or (memory.home if official else None)
        if not organ and " " in phrase and lower[last] in _VOICES:
            heard = memory.last if i and sentence.lower[i - 1] == "the" else None
            return (heard if heard and heard.third else Speaker(phrase, None, True)), False
        if not organ or (" " not in phrase and (phrase.casefold() not in _FORCES or key is None)):
            return None
    return Speaker(phrase, key, third), False


_LOCAL = frozenset("regional local provincial city district".split())
_FOREIGN = frozenset("western european international allied foreign neutral independent".split())
# one word that says enough where one state alone has an army
_FORCES = frozenset(["army", "military", "navy", "police", "government"])
_REBELS = frozenset(
    (
        "rebel rebels insurgent insurgents guerrilla guerrillas militant militants jihadist jihadists separatist separatists "
        "paramilitaries extremist extremists terrorist terrorists"
    ).split()
)
# bodies of nobody's side that are known by what they are: local activists, a human rights group
_VOICES = frozenset("activists network committee group association organisation organization commission monitors observatory".split())
_STATE = 2  # letters of a state's key
_ARMED = _REBELS | frozenset("group movement militia fighters armed islamist militant".split())  # what an armed group is called


def land(sentence: Sentence, i: int, j: int) -> str | None:
    """The one country whose towns and regions tokens [i, j) name, or that they say it is in."""
    keys = {
        named.actor.key
        for named in sentence.actors
        if i <= named.i
        and named.j <= j
        and (named.actor.kind in ("place", "metonym") or (named.actor.kind == "name" and sentence.lower[max(0, named.i - 1)] == "in"))
    }
    return keys.pop() if len(keys) == 1 else None


def _of_body(sentence: Sentence, i: int, j: int, last_body: int, name: str) -> bool:
    """Whether the capitals belong to a body's name: *the State Service of Emergency Situations*."""
    first = i + last_body + 1
    if sentence.lower[first : first + 1] not in (["of"], ["for"]):
        return False
    return sentence.words[first - 1][0].isupper() and sentence.slice(first + 1, j).startswith(name.split()[0])


def _is_title(word: str) -> bool:
    return bare(word).casefold().strip(".") in _TITLES


def _trim(sentence: Sentence, i: int, j: int, last_body: int) -> str:
    """The body's name as written: up to *of …* behind its noun, without leading time words."""
    stop = i + last_body + 1
    while stop < j and (sentence.lower[stop] in ("of", "for", "in", "the") or sentence.words[stop][0].isupper()):
        stop += 1
    while sentence.lower[stop - 1] in ("of", "for", "in", "the"):
        stop -= 1
    return sentence.slice(i, stop).replace("’", "'")


def _unknown_name(sentence: Sentence, i: int, j: int, actors: list[Named]) -> str | None:
    """Two or more capitalised words in a row that no party's name covers: a person whom people.csv does not know."""
    covered = {k for named in actors if named.actor.kind != "person" for k in range(named.i, named.j)}
    bodies = {mark.i for mark in sentence.marks if mark.sense.kind == "body"}
    best: list[int] = []
    run: list[int] = []
    for k in range(i, j + 1):
        if k < j and is_name(sentence.words[k]) and k not in covered and not _is_title(sentence.words[k]) and k not in bodies:
            run.append(k)
        else:
            if len(run) >= 2 and len(run) <= 4:
                best = run
            run = []
    if not best or sentence.words[best[0]].isupper():
        return None
    return " ".join(bare(sentence.words[k]) for k in best)
