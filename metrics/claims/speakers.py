"""Who is made responsible for a figure: the nearest attribution that reaches it. Pure functions of an analysed sentence.

A speaker is a known person (canonical name), an unknown one (as written), a body (*Russian Defence Ministry*), or a party by its own or its
capital's name (*Kyiv said*: Ukraine). Pronouns and titles go back to the last person or body that spoke.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from metrics.claims.actors import Conflict
from metrics.claims.apposing import GOVERNING, phrase_end, phrase_start
from metrics.claims.clause import BE, Sentence
from metrics.claims.memory import ORGANS, Memory, Speaker
from metrics.claims.names import is_name
from metrics.claims.naming import namesake, subject, witness
from metrics.claims.saying import Attribution, said

_CONTRASTS = frozenset(["while", "whereas", ";"])
_SOURCES = frozenset(["source", "sources"])
_OPENING = frozenset(["“", '"', "‘", "'"])
_DASHES = frozenset(["-", "–", "—"])
_HEADING = 7  # words before a colon that name who says what follows
_QUOTING = frozenset(["quoted", "quotes", "quoting"])
_CITED = 14  # words from *quoted* to *saying*
_REST = 4  # words behind *saying* that say nothing
_DEFENDING = frozenset(["air force", "air defence", "air defense", "air defences", "air defenses"])
_TRAILING = 0.5  # the cost of an attribution behind what is said
_CITING = 0.6  # and of one that it holds
_DEEDS = frozenset("attack attacks assault bombing blast raid strike strikes ambush killing killings responsibility".split())
_BY = frozenset(["announced by", "declared by", "proposed by"])
_TRUCES = frozenset("ceasefire cease-fire truce pause halt moratorium swap exchange".split())
_NOUN = 6  # words of what somebody announced
_AMOUNTS = frozenset("more at about nearly over some around almost a".split())
_TURNS = frozenset([",", ";", "and", "but", "while", "as", "although", "though", "“", '"', "—", "–"])
_BREATH = 9  # words from one speech word to the next that it holds
_NAMES = 4  # words of a name behind an office


def attributions(sentence: Sentence, memory: Memory) -> list[Attribution]:
    """Every attribution of a sentence, with the tokens that it reaches; remembers who spoke."""
    found: list[Attribution] = []
    n = len(sentence.lower)
    first = next(
        (
            named
            for named in sentence.actors
            if named.actor.kind == "person"
            and not (named.i and sentence.lower[named.i - 1] in GOVERNING)
            and not sentence.words[named.j - 1].endswith(("'s", "’s"))
            and not namesake(sentence, named, sentence.actors, 0)
        ),
        None,
    )
    if first:  # a sentence's subject is whom the next *he* means
        memory.meet(Speaker(first.actor.name, first.actor.key, first.actor.key is None))
    for mark in sentence.marks:
        if mark.sense.kind == "according":
            if mark.sense.lemma == "cited" and mark.j < n and (sentence.lower[mark.j][0].isdigit() or sentence.lower[mark.j] in _AMOUNTS):
                teller = subject(sentence, phrase_start(sentence, mark.i), mark.i, memory)  # the WHO cited 460 dead
                if teller is not None:
                    found.append(Attribution(teller[0], mark.j, n, 0.0, mark.i))
                continue
            if mark.sense.lemma == "claimed by" and mark.i and sentence.lower[mark.i - 1] in _DEEDS:
                continue
            stop = mark.j
            while (
                stop < n
                and stop - mark.j < 14
                and sentence.lower[stop] not in (",", ";", ".", ")", "“", '"')
                and not (stop > mark.j and stop + 1 < n and sentence.lower[stop] in ("which", "who", "that", "while", "citing", "quoting"))
            ):
                stop += 1
            stop = next((k for k in range(mark.j, stop) if sentence.lower[k] in ("saying", "as")), stop)  # cited X (as) saying
            named = _titled(sentence, stop, memory) or subject(sentence, mark.j, stop, memory) or witness(sentence, mark, stop)
            if named:
                word, official = sentence.lower[mark.i], named[0].key is not None
                if word == "per" and not (
                    official or any(x.i >= mark.j and x.j <= stop and x.actor.kind == "bloc" for x in sentence.actors)
                ):
                    continue  # per a newspaper: who was asked is not told
                memory.note(*named)
                state = official or not (named[1] or ORGANS.isdisjoint(named[0].name.casefold().split()))
                cites = word == "citing" and state and _SOURCES.isdisjoint(sentence.lower[mark.j : stop])
                if mark.sense.lemma in _BY and mark.i > 1 and sentence.lower[mark.i - 1] in _TRUCES:  # a 30-hour ceasefire announced by X
                    found.append(Attribution(named[0], max(0, mark.i - _NOUN), mark.i, -0.5, mark.i))
                    continue
                found.append(Attribution(named[0], 0, n, 0.2 if cites else 1.0, mark.i))
        elif mark.sense.kind == "speech":
            attribution = said(sentence, mark, memory)
            if attribution:
                found.append(attribution)
    if "saying" in sentence.vocabulary and not _QUOTING.isdisjoint(sentence.vocabulary):
        cited = _cited(sentence, memory)
        if cited:
            found.append(cited)
    dash = None
    if not found and not _DASHES.isdisjoint(sentence.vocabulary):
        dash = next((i for i in range(n - 2, max(1, n - 10), -1) if sentence.dash(i)), None)
    if dash:  # 50 come home – Ukraine's ombudsman
        named = subject(sentence, dash + 1, n - (sentence.lower[n - 1] in (".", "|")), memory)
        if named and (named[1] or named[0].key or named[0].third) and sentence.words[dash + 1][0].isupper():
            found.append(Attribution(named[0], 0, dash, 0.3, dash))
    found = _outermost(_parted(sentence, _chained(sentence, found)))
    if sentence.lower[:2] == ["source", ":"]:  # Source: Zelensky in an address. Quote: "…"
        source = next((named.actor for named in sentence.actors if named.actor.kind in ("person", "body")), None)
        if source is not None:
            memory.note(Speaker(source.name, source.key, source.key is None), source.kind == "person")
    colon = sentence.lower.index(":") if ":" in sentence.lower[:_HEADING] else None
    if colon and n > colon + 2:  # Zelensky: …; Quote from Medinsky: …
        named_before = next(
            (
                named
                for named in sentence.actors
                if named.j == colon
                and (
                    (named.actor.kind == "person" or (named.actor.kind == "body" and named.actor.key))
                    or (named.actor.kind in ("name", "metonym") and sentence.lower[colon + 1] in _OPENING)
                )
            ),
            None,
        )
        officials = subject(sentence, 0, colon, memory) if named_before is None and _ends_in_body(sentence, colon) else None
        if officials is not None and officials[0].key:  # Nigerian officials: 40 were freed
            memory.note(*officials)
            found.append(Attribution(officials[0], colon, n, 0.2, colon))
        if named_before:
            speaker = Speaker(named_before.actor.name, named_before.actor.key)
            memory.note(speaker, named_before.actor.kind == "person")
            found.append(Attribution(speaker, colon, n, 0.2, colon))
    return found


def _cited(sentence: Sentence, memory: Memory) -> Attribution | None:
    """*X was quoted as saying that …*, *the agency quoted X as saying*, *X quoted the agency as saying*: a person before a body."""
    lower, n = sentence.lower, len(sentence.lower)
    at = next(i for i, word in enumerate(lower) if word in _QUOTING)
    saying = next((i for i in range(at + 1, min(n, at + _CITED)) if lower[i] == "saying" and lower[i - 1] == "as"), None)
    if saying is None:
        return None
    passive = at > 0 and lower[at - 1] in BE
    stop = at - passive
    before = subject(sentence, phrase_start(sentence, stop), stop, memory) if stop else None
    end = next((i for i in range(at + 1, saying - 1) if lower[i] == ","), saying - 1)
    cited = None if passive else subject(sentence, at + 1, end, memory)
    named = before if before and (before[1] or cited is None) and (passive or before[1]) else cited
    if named is None:
        return None
    memory.note(*named)
    trails = n - saying <= _REST or lower[saying + 1] in ("by", "in", "to", "on")
    return Attribution(named[0], 0 if trails else saying + 1, n, 0.2, at)


def _parted(sentence: Sentence, found: list[Attribution]) -> list[Attribution]:
    """Attributions that end where a contrast opens another's words: *X said 90, while Y said 80*."""
    if len(found) < 2 or _CONTRASTS.isdisjoint(sentence.vocabulary):
        return found
    ordered = sorted(found, key=lambda attribution: attribution.at)
    for k, (before, after) in enumerate(pairwise(ordered)):
        turn = next((i for i in range(after.at, before.at, -1) if sentence.lower[i] in _CONTRASTS), None)
        if turn is not None:
            ordered[k] = replace(ordered[k], last=min(ordered[k].last, turn))
            ordered[k + 1] = replace(after, first=max(after.first, turn))
    return ordered


def _ends_in_body(sentence: Sentence, stop: int) -> bool:
    """Whether a country's officials or ministry end at token `stop`: *Nigerian officials*."""
    return sentence.lower[stop - 1] in ORGANS and any(named.j == stop - 1 and named.actor.key for named in sentence.actors)


def _chained(sentence: Sentence, found: list[Attribution]) -> list[Attribution]:
    """Attributions without those that another holds in one breath: of *A said that B confirmed 40* the first."""
    if len(found) < 2:
        return found
    direct = [x for x in found if x.cost == 0.0 and x.first > x.at]
    held = {
        y.at for x in direct for y in direct if x.at < y.at and _TURNS.isdisjoint(sentence.lower[x.first : y.at]) and y.at - x.at <= _BREATH
    }
    return [x for x in found if x.at not in held or x.cost != 0.0]


def _outermost(found: list[Attribution]) -> list[Attribution]:
    """Attributions where the person who closes the sentence speaks before whom he cites: *The army confirmed that 40 died, X said*."""
    outer = next((x for x in found if x.person and x.first == 0 and x.cost == _TRAILING), None)
    if outer is None:
        return found
    return [replace(x, cost=_CITING) if x.cost < _TRAILING and 0 < x.first < outer.at and x.at < outer.at else x for x in found]


def _titled(sentence: Sentence, stop: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """The person whom a comma parts from an office: *according to Trump's special envoy, X*."""
    if stop >= len(sentence.lower) - 1 or sentence.lower[stop] != "," or sentence.words[stop - 1][0].isupper():
        return None
    office = any(mark.i == stop - 1 for mark in sentence.of("body"))
    if not office or not is_name(sentence.words[stop + 1]):
        return None
    named = subject(sentence, stop + 1, min(phrase_end(sentence, stop + 1), stop + 1 + _NAMES), memory)
    return named if named is not None and named[1] else None


def speaker_of(found: list[Attribution], a: int) -> Speaker | None:
    """The nearest attribution that reaches token a; of two behind what is said the one behind the token."""
    reaching = [attribution for attribution in found if attribution.first <= a < attribution.last]
    if not reaching:
        return None
    best = min(reaching, key=lambda one: (one.cost, one.cost == _TRAILING and one.at < a, abs(one.at - a)))
    return best.speaker


def side_of(speaker: Speaker | None, conflict: Conflict | None, sender: str | None = None) -> str | None:
    """The side that a speaker stands on: a party of the conflict, or `third`; None where the speaker's party is unknown.

    An air force that counts what the `sender` has launched is the other side's.
    """
    if speaker is None:
        return None
    if speaker.key is None and conflict and sender and speaker.name.casefold() in _DEFENDING:
        return conflict.other(sender)
    if speaker.key is None:
        return "third" if speaker.third else None
    if conflict is None:
        return speaker.key
    return speaker.key if conflict.side_of(speaker.key) else "third"
