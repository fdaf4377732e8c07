"""The noun phrase in front of a speech word, with the appositions around it: *X, the mayor of Y, said*. Pure functions of a sentence."""

from __future__ import annotations

from metrics.claims.bodies import land
from metrics.claims.clause import BE, HAVE, MODALS, Named, Sentence
from metrics.claims.memory import Memory, Speaker
from metrics.claims.naming import namesake, subject

GOVERNING = frozenset("of in to from with against on by between at near for over about alongside after than".split())  # no subject follows
# no name begins so
_OUTSIDE = (BE | HAVE | MODALS) | frozenset(
    ("in at on according after for with from by since during before as following under among amid despite while when where").split()
)
BREAKS = frozenset([",", ";", ":", "“", "”", '"', "that", "and", "but", "which", "while", "(", ")", "—", "–", "'", "‘", "’"])
_HEADS = frozenset("head chief director leader commander chairman spokesman spokeswoman spokesperson".split())
_BESIDE = frozenset("with alongside beside by from to against after before about".split())
_TITLE = 11  # words of a title before a name: *a spokeswoman for the International Committee of the Red Cross, X, said*
_APPOSITION = 8  # words of any other phrase there


def before_apposition(sentence: Sentence, stop: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """*X, the mayor of Y, said*: the subject before an apposition that ends at token `stop`."""
    if stop < 3 or sentence.lower[stop - 1] != ",":
        return None
    inner = phrase_start(sentence, stop - 1)
    clause = next((k for k in range(stop - 2, max(0, stop - 16), -1) if sentence.lower[k] in ("which", "who", "whose")), 0)
    if clause > 1 and sentence.lower[clause - 1] == ",":  # the Red Cross, which watched, said
        opening = phrase_start(sentence, clause - 1)
        return subject(sentence, opening, clause - 1, memory) if sentence.lower[opening] not in _OUTSIDE else None
    if inner and sentence.lower[inner - 1] == "that":
        inner = phrase_start(sentence, inner - 1)  # an official for the group, a militia that holds the north, told
    for _ in range(2):  # an apposition may hold a comma or an *and* of its own
        if inner < 1 or sentence.lower[inner - 1] not in (",", "and"):
            return None
        if sentence.lower[inner - 1] == ",":
            known = next((x.actor for x in sentence.actors if x.j == stop - 1 and _ends(sentence, x, inner)), None)
            if known is not None:  # the commissioner for human rights, X, said; the intelligence service, the HUR, said
                return Speaker(known.name, known.key, known.key is None), known.kind == "person"
            opening = phrase_start(sentence, inner - 1)
            named = (
                subject(sentence, opening, inner - 1, memory)
                if inner - 1 - opening <= _TITLE
                and sentence.lower[opening] not in _OUTSIDE
                and BE.isdisjoint(sentence.lower[opening:inner])
                else None
            )
            if named is None and inner - 1 - opening <= _APPOSITION:  # the head of the Kyiv region, X, said
                person = subject(sentence, inner, stop - 1, memory)
                if person is not None and person[1]:
                    official = any(opening <= mark.i < inner for mark in sentence.of("body"))
                    key = land(sentence, opening, inner) or (land(sentence, 0, len(sentence.lower)) if official else None)
                    return (person[0] if person[0].key else Speaker(person[0].name, key, False)), True
            if named is not None:
                if not named[1]:  # Ukraine's interior minister, X, said
                    person = subject(sentence, inner, stop - 1, memory)
                    if person is not None and person[1]:
                        return (person[0] if person[0].key else Speaker(person[0].name, named[0].key, named[0].third)), True
                    before = phrase_start(sentence, opening - 1) if opening > 1 and sentence.lower[opening - 1] == "," else opening
                    bearer = subject(sentence, before, opening - 1, memory) if before < opening - 1 else None
                    if bearer is not None and bearer[1] and opening - before <= _TITLE:  # X, leader of Y, known for years, said
                        return (bearer[0] if bearer[0].key else Speaker(bearer[0].name, named[0].key, named[0].third)), True
                first = next((x for x in sentence.actors if x.j == opening - 1 and x.actor.kind == "person"), None)
                if named[1] and first is not None and sentence.lower[opening - 1] == "and":  # X and Y, the heads of the teams, said
                    return Speaker(first.actor.name, first.actor.key, first.actor.key is None), True
                if named[0].key is None and (named[1] or not named[0].third):
                    role = subject(sentence, inner, stop - 1, memory)
                    return Speaker(named[0].name, role[0].key if role else None, role[0].third if role else named[0].third), named[1]
                return named
        inner = phrase_start(sentence, inner - 1)
    return None


def _ends(sentence: Sentence, named: Named, inner: int) -> bool:
    """Whether a known name is, or ends, the apposition from token `inner` on."""
    if named.actor.kind == "person":
        beside = not _BESIDE.isdisjoint(sentence.lower[inner : named.i])  # Zelensky, speaking alongside X, said
        return named.i >= inner and not beside and not namesake(sentence, named, sentence.actors, inner)
    return named.actor.kind == "body" and named.i - inner <= 1


def with_apposition(sentence: Sentence, start: int, stop: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """The subject in tokens [start, stop): with what stands before a comma (*X, the mayor of Y, said*) and what *and* joins."""
    lower = sentence.lower
    if start >= stop:
        return None
    if start > 1 and lower[start - 1] == "and" and any(named.j == start - 1 and named.actor.kind == "person" for named in sentence.actors):
        return subject(sentence, phrase_start(sentence, start - 1), start - 1, memory)  # of two speakers the first
    if start > 1 and lower[start - 1] == "and":
        first = next((named for named in sentence.actors if named.j == start - 1 and named.actor.kind in ("name", "metonym")), None)
        second = any(named.i == start and named.j == stop for named in sentence.actors)
        if first and second and not (first.i and lower[first.i - 1] in GOVERNING):
            return Speaker(first.actor.name, first.actor.key), False
    if start > 1 and lower[start - 1] == "and" and any(mark.i == stop - 1 for mark in sentence.of("body")):
        joined = phrase_start(sentence, start - 1)
        if any(mark.j == start - 1 for mark in sentence.of("body")):
            return subject(sentence, joined, stop, memory)
    if start > 0 and lower[start - 1] in (",", ")", "—", "–"):
        opening = phrase_start(sentence, start - 1)
        short = 0 < start - 1 - opening <= _APPOSITION and lower[opening] not in _OUTSIDE
        before = subject(sentence, opening, start - 1, memory) if short else None
        inner = subject(sentence, start, stop, memory)
        if inner and any(named.j == stop and named.actor.kind in ("name", "bloc", "metonym") for named in sentence.actors):
            return inner
        apposition = lower[start] in ("the", "a", "an", "head", "who", "chief") or any(
            start <= mark.i < stop for mark in sentence.of("body")
        )
        if before and before[1] and apposition and not (inner and inner[1] and inner[0].key):
            key = before[0].key or (inner[0].key if inner else None)
            return (before[0] if before[0].key else Speaker(before[0].name, key, before[0].third)), True
        if before and inner and inner[1] and inner[0].key is None and not _HEADS.isdisjoint(lower[opening : opening + 2]):
            return Speaker(inner[0].name, before[0].key, before[0].third), True  # the head of the mission, X, today said
        if inner is None and lower[start].endswith("ed"):  # a study by X, published in May, found
            return before
        return inner
    return subject(sentence, start, stop, memory)


def phrase_start(sentence: Sentence, stop: int) -> int:
    i = stop
    while i > 0 and (sentence.lower[i - 1] not in BREAKS or _genitive(sentence, i - 1)) and stop - i < 14 and not sentence.dash(i - 1):
        i -= 1
    return i


def _genitive(sentence: Sentence, i: int) -> bool:
    """Whether token i is the apostrophe within a body's name: *the People's* spelt *Peoples’ Liberation Front*."""
    if sentence.lower[i] not in ("'", "’") or not 0 < i < len(sentence.words) - 1:
        return False
    if sentence.to[i - 1] != sentence.at[i]:
        return False
    titled = sentence.words[i - 1].istitle() and sentence.words[i + 1].istitle()
    return titled or any(mark.i == i + 1 for mark in sentence.of("body"))  # a doctors' group


def phrase_end(sentence: Sentence, start: int) -> int:
    i = start
    while i < len(sentence.lower) and sentence.lower[i] not in BREAKS and sentence.lower[i] != "." and i - start < 10:
        i += 1
    return i
