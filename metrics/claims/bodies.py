"""Which body a noun phrase names as a speaker: with its country, by its own name, or as *the ministry* that was named before. Pure."""

from __future__ import annotations

from metrics.claims.clause import Named, Sentence
from metrics.claims.memory import ORGANS, SOLDIERLY, Memory, Speaker
from metrics.claims.names import is_name

_OFFICES = frozenset(
    (
        "minister president spokesman spokesperson governor mayor official ambassador ombudsman spokeswoman general commander "
        "negotiator secretary leader chief envoy adviser"
    ).split()
)
_LOCAL = frozenset("regional local provincial city district".split())
_FOREIGN = frozenset("western european international allied foreign neutral independent".split())
# one word that says enough where one state alone has an army
_FORCES = frozenset(["army", "military", "navy", "police", "government"])
REBELS = frozenset(
    (
        "rebel rebels insurgent insurgents guerrilla guerrillas militant militants jihadist jihadists separatist separatists "
        "paramilitaries extremist extremists terrorist terrorists"
    ).split()
)
# bodies of nobody's side that are known by what they are: local activists, a human rights group
_VOICES = frozenset("activists network committee group association organisation organization commission monitors observatory union".split())
_LOOSE = frozenset(["group", "channel", "movement"])  # any body may be called so, whatever its name
# what a body is called when it speaks again
_AGAIN = frozenset(
    (
        "group organisation organization agency network monitor observatory movement channel committee outlet centre center "
        "headquarters watchdog institution"
    ).split()
)
_OWNERS = frozenset(["country", "nation", "state"])  # whose, of whom no country is named
_ARMS = frozenset(["air force", "coast guard", "national guard", "general staff"])
# who counts the dead of the place where they work
_CLINICAL = frozenset("hospital hospitals medics doctor doctors paramedics".split())
# what makes a country's own group a neutral one
_CIVIC = frozenset("doctors doctors' rights activists activist humanitarian aid lawyers lawyers' medical monitoring".split())
_ANYBODY = frozenset("media residents officials witnesses activists medics police authorities doctors rescuers villagers and".split())
_THEIRS = ["in", "the", "movement"]
_CLERKS = frozenset(["official", "officials"])
_STATE = 2  # letters of a state's key
_ARMED = REBELS | frozenset("group movement militia fighters armed islamist militant".split())  # what an armed group is called


def body(
    sentence: Sentence, i: int, j: int, last: int, key: str | None, actors: list[Named], memory: Memory
) -> tuple[Speaker, bool] | None:
    """A body that speaks: with its country, by its own name, or as *the ministry* that was named before. Unnamed ones are nobody."""
    lower = sentence.lower[i:j]
    if key is None and len(lower) <= 2:
        person = memory.person if lower[-1] in _OFFICES and lower[0] not in _LOCAL else None
        if person:
            return person, True
        heard = memory.spoken if lower[-1] in _AGAIN and i and sentence.lower[i - 1] == "the" else None
        named = memory.body(lower[-1])
        earlier = heard or named if lower[-1] in _LOOSE else named or heard
        if earlier:
            return earlier, False
        named_here = memory.group and any(named.actor.key == memory.group.key and named.j < i for named in sentence.actors)
        if memory.group and named_here and lower in (["group"], ["movement"]) and sentence.lower[i - 1] == "the":
            return memory.group, False  # JNIM killed 12 soldiers, the group said
    if key is None and lower[0] in ("his", "their", "its", "her"):
        whose = memory.last
        key = whose.key if whose else None
    group = next((named for named in actors if named.actor.kind == "name" and named.j <= i + last), None)
    if group is not None and len(group.actor.key or "") > _STATE and all(word in _ARMED for word in sentence.lower[group.j : i + last + 1]):
        return Speaker(group.actor.name, group.actor.key), False  # the ELN rebel group
    tail = actors[-1] if actors and actors[-1].j == j and actors[-1].actor.kind == "name" else None
    if tail is not None and len(tail.actor.key or "") > _STATE and sentence.lower[tail.i - 1] in _ARMED:
        return Speaker(tail.actor.name, tail.actor.key), False  # Somalia's militant group Al Shabaab
    whose_own = key is None and lower[0] in _LOOSE and sentence.words[i].endswith(("'s", "’s"))
    of_that = key is None and lower[0] in _OFFICES and lower[-2:-1] == ["the"] and lower[-1] in _LOOSE
    theirs = (memory.spoken or memory.group) if whose_own or of_that else None  # asks what was said before
    if whose_own and theirs:
        return Speaker(sentence.slice(i, j).replace("’", "'"), theirs.key, theirs.third), False  # the group's spokesman
    if of_that:
        return Speaker(sentence.slice(i, j), theirs.key if theirs else None, theirs.third if theirs else False), False
    if key is None and lower[0] in _OWNERS and sentence.words[i].endswith(("'s", "’s")):
        key = memory.home  # the country's ombudsman
    phrase = _trim(sentence, i, j, last)
    if lower[last] == "group" and i and sentence.lower[i - 1] == "the" and memory.spoken and len(memory.spoken.key or "xx*") > _STATE:
        return memory.spoken, False  # the ethnic rebel group
    others = any(is_name(word) for word in phrase.split()) and not actors  # the Karen rebels
    if memory.group is not None and key in (None, memory.home) and not others and not REBELS.isdisjoint(phrase.casefold().split()):
        if lower[last] in _OFFICES or lower[last] in _CLERKS:
            return Speaker(phrase, memory.group.key), False  # a rebel official
        return memory.group, False  # South Sudan's rebels
    said = phrase.casefold()
    organ = not ORGANS.isdisjoint(said.split()) or said in _ARMS  # of a state, and never neutral
    foreign = any(named.actor.kind == "bloc" for named in actors) or lower[0] in _FOREIGN
    if key is None and all(word in _ANYBODY for word in said.split()):
        return None  # residents and officials
    if key is None and lower[0] in _CLERKS and (lower[1:2] in (["from"], ["with"]) or lower[1:4] == _THEIRS):
        return Speaker(sentence.slice(i, j), None), False  # an official from an aid group
    if lower[last] in _VOICES and not _CIVIC.isdisjoint(said.split()):
        return Speaker(phrase, None, True), False  # a Sudanese doctors' group
    third = key is None and (
        foreign or (not organ and (any(is_name(word) for word in phrase.split()[1:]) or (phrase[:1].isupper() and i > 0)))
    )
    if third and lower[last] in _OFFICES and not any(named.actor.kind == "bloc" for named in actors):
        return Speaker(phrase, None, False), False  # the leader of we know not whom
    if key is None and not third:
        official = organ and (not memory.abroad or not SOLDIERLY.isdisjoint(said.split()))
        key = land(sentence, 0, i) or land(sentence, 0, len(sentence.lower)) or (memory.home if official else None)
        if key and " " in said and not _CLINICAL.isdisjoint(said.split()):
            return Speaker(phrase, key), False
        if not organ and " " in phrase and lower[last] in _VOICES:
            heard = memory.last if i and sentence.lower[i - 1] == "the" else None
            return (heard if heard and heard.third else Speaker(phrase, None, True)), False
        if not organ or (" " not in phrase and (said not in _FORCES or key is None)):
            return None
    return Speaker(phrase, key, third), False


_AT = frozenset("in near at of on across outside inside around from over the".split())


def land(sentence: Sentence, i: int, j: int) -> str | None:
    """The one country whose towns and regions tokens [i, j) name, or that they say it is in."""
    keys = {
        named.actor.key
        for named in sentence.actors
        if i <= named.i
        and named.j <= j
        and (
            named.actor.kind == "place"
            or (named.actor.kind == "metonym" and (not named.i or sentence.lower[named.i - 1] in _AT))
            or (named.actor.kind == "name" and sentence.lower[max(0, named.i - 1)] == "in")
        )
    }
    return keys.pop() if len(keys) == 1 else None


def of_body(sentence: Sentence, i: int, j: int, last_body: int, name: str) -> bool:
    """Whether the capitals belong to a body's name: *the State Service of Emergency Situations*."""
    first = i + last_body + 1
    if sentence.lower[first : first + 1] not in (["of"], ["for"]):
        return False
    return sentence.words[first - 1][0].isupper() and sentence.slice(first + 1, j).startswith(name.split()[0])


_LINKS = frozenset(["of", "for", "in", "the"])
_BRANCHED = frozenset(["ministry", "department", "minister", "commission", "committee", "council"])
_REGION = 7  # words of what a governor is of
_BRANCH = 5  # words of what a ministry is of


def _trim(sentence: Sentence, i: int, j: int, last_body: int) -> str:
    """The body's name as written: up to *of …* behind its noun, without leading time words."""
    stop = i + last_body + 1
    if sentence.lower[stop - 1] in _BRANCHED and sentence.lower[stop : stop + 1] in (["of"], ["for"]) and j - stop <= _BRANCH:
        return sentence.slice(i, j).replace("’", "'")  # the ministry of health
    name = next((k for k in range(j, stop, -1) if is_name(sentence.words[k - 1])), stop)
    if sentence.lower[stop : stop + 1] in (["of"], ["in"]) and name - stop <= _REGION:
        stop = j if j - name <= 1 else name  # the governor of the northern region of Y
    while stop < j and (sentence.lower[stop] in _LINKS or sentence.words[stop][0].isupper() or sentence.words[stop].isdigit()):
        stop += 1
    while sentence.lower[stop - 1] in _LINKS:
        stop -= 1
    if stop < j and (sentence.words[stop - 1].endswith(("'s", "’s")) or "-" in sentence.words[stop - 1]):
        stop = j  # the health ministry in the rebel-held east
    return sentence.slice(i, stop).replace("’", "'")
