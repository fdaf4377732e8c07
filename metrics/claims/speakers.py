"""Who is made responsible for a figure: the nearest attribution that reaches it. Pure functions of an analysed sentence.

A speaker is a known person (canonical name), an unknown one (as written), a body (*Russian Defence Ministry*), or a party by its own or its
capital's name (*Kyiv said*: Ukraine). Pronouns and titles go back to the last person or body that spoke.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from metrics.claims.actors import Conflict
from metrics.claims.clause import BE, HAVE, MODALS, Mark, Named, Sentence
from metrics.claims.memory import Memory, Speaker
from metrics.claims.naming import is_name, land, subject, witness

_PRONOUNS = frozenset("he she they it who i we".split())
# base and -s forms are nouns as often
_NOUNS_TOO = frozenset(("state report post claim estimate comment note charge record count show find detail quote cite tweet").split())
# findings have a body for subject
_FINDINGS = frozenset(("find show put estimate record count document believe indicate list calculate").split())
_INVERTED_STOPS = frozenset([",", ";", ".", "“", '"', ")", "in", "on", "at", "to", "after", "that", "during", "when"])
# no name begins so
_OUTSIDE = (BE | HAVE | MODALS) | frozenset(
    ("in at on according after for with from by since during before as following under among amid despite while when where").split()
)
_BREAKS = frozenset([",", ";", ":", "“", "”", '"', "that", "and", "but", "which", "while", "(", ")", "—", "–", "'", "‘", "’"])
_CLAUSE = frozenset("it he they the its their a an more over nearly about some all".split())  # what is said begins with these
_DENYING = frozenset(["deny", "refute"])
_CONTRASTS = frozenset(["while", "whereas", ";"])
_RELATIVES = frozenset(["that", "who", "which", "whom"])
_SOURCES = frozenset(["source", "sources"])
_TELLING = frozenset(["tell", "inform", "warn"])  # what follows is who was told
_CLOSING = frozenset([",", "”", '"', "’", "'"])
_OPENING = frozenset(["“", '"', "‘", "'"])
_QUOTES = frozenset(["“", "”", '"'])
_CONJUNCTIONS = frozenset(["although", "though", "but", "while", "whereas", "and", "as"])
_GOVERNING = frozenset("of in to from with against on by between at near for over about alongside after than".split())
_INVERTED = 12  # words that a subject behind its verb may have: said the Headquarters for the Treatment of Prisoners
_TITLE = 11  # words of a title before a name: *a spokeswoman for the International Committee of the Red Cross, X, said*
_APPOSITION = 8  # words of any other phrase there
_NAMES = 4  # words of a name behind an office
_WITH = 7  # words from *with* to *saying*
_LIVES = 6  # words behind *claimed* within which the lives stand that a war has cost


@dataclass(frozen=True, slots=True)
class Attribution:
    """That somebody says what tokens [first, last) hold."""

    speaker: Speaker
    first: int
    last: int
    cost: float
    at: int  # the speech word


def attributions(sentence: Sentence, memory: Memory) -> list[Attribution]:
    """Every attribution of a sentence, with the tokens that it reaches; remembers who spoke."""
    found: list[Attribution] = []
    n = len(sentence.lower)
    first = next(
        (
            named
            for named in sentence.actors
            if named.actor.kind == "person"
            and not (named.i and sentence.lower[named.i - 1] in _GOVERNING)
            and not sentence.words[named.j - 1].endswith(("'s", "’s"))
        ),
        None,
    )
    if first:  # a sentence's subject is whom the next *he* means
        memory.meet(Speaker(first.actor.name, first.actor.key, first.actor.key is None))
    for mark in sentence.marks:
        if mark.sense.kind == "according":
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
                cites = word == "citing" and official and _SOURCES.isdisjoint(sentence.lower[mark.j : stop])
                found.append(Attribution(named[0], 0, n, 0.2 if cites else 1.0, mark.i))
        elif mark.sense.kind == "speech":
            attribution = _said(sentence, mark, memory)
            if attribution:
                found.append(attribution)
    dash = next((i for i in range(n - 2, max(1, n - 10), -1) if sentence.dash(i)), None)
    if dash and not found:  # 50 come home – Ukraine's ombudsman
        named = subject(sentence, dash + 1, n - (sentence.lower[n - 1] in (".", "|")), memory)
        if named and (named[1] or named[0].key or named[0].third) and sentence.words[dash + 1][0].isupper():
            found.append(Attribution(named[0], 0, dash, 0.3, dash))
    found = _parted(sentence, found)
    colon = next((i for i in range(min(7, n)) if sentence.lower[i] == ":"), None)
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
        if named_before:
            speaker = Speaker(named_before.actor.name, named_before.actor.key)
            memory.note(speaker, named_before.actor.kind == "person")
            found.append(Attribution(speaker, colon, n, 0.2, colon))
    return found


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


def _titled(sentence: Sentence, stop: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """The person whom a comma parts from an office: *according to Trump's special envoy, X*."""
    if stop >= len(sentence.lower) - 1 or sentence.lower[stop] != "," or sentence.words[stop - 1][0].isupper():
        return None
    office = any(mark.i == stop - 1 and mark.sense.kind == "body" for mark in sentence.marks)
    if not office or not is_name(sentence.words[stop + 1]):
        return None
    named = subject(sentence, stop + 1, min(_phrase_end(sentence, stop + 1), stop + 1 + _NAMES), memory)
    return named if named is not None and named[1] else None


def _said(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    lower, n = sentence.lower, len(sentence.lower)
    form = mark.sense.form
    if mark.sense.lemma == "claim" and "lives" in lower[mark.j : mark.j + _LIVES]:
        return None  # the war has claimed more than 300,000 lives
    if mark.sense.lemma == "show" and lower[mark.j : mark.j + 1] == ["up"]:
        return None
    if "participle" in form and lower[mark.j : mark.j + 1] == ["by"]:
        return None  # prisoners said by the group to be the last
    if mark.sense.lemma in _DENYING and mark.i > 2 and "which" in lower[mark.i - 4 : mark.i]:
        return None  # …, which Moscow denies: another says it
    if form == {"ing"}:
        return _beside(sentence, mark, memory) or _adding(sentence, mark, memory)
    if "base" in form and mark.i and lower[mark.i - 1] == "to":
        return None
    b = sentence.before(mark.i)
    helper = lower[b] if b >= 0 else ""
    if sentence.words[b][:3].casefold() in ("it'", "it’"):
        return None  # it's estimated that
    if (helper in BE and "participle" in form) or lower[mark.i - 1] in ("not", "never") or helper.endswith(("n't", "n’t")):
        return None  # the army did not say when
    if mark.sense.lemma == "continue" and n - mark.j > 2:
        return None
    if (
        form <= {"base", "third"}
        and mark.sense.lemma in _NOUNS_TOO
        and not (
            helper in MODALS
            or helper in _PRONOUNS
            or helper.endswith("s")
            or helper in ("media", "police", "people")
            or (form == {"third"} and mark.i and mark.j < n and lower[mark.i - 1] in _CLOSING and sentence.words[mark.j][0].isupper())
            or (
                form == {"third"} and b >= 0 and is_name(sentence.words[b]) and lower[mark.j : mark.j + 1] not in (["of"], ["on"], ["from"])
            )
        )
    ):
        return None
    while b >= 0 and (lower[b] in HAVE or lower[b] in MODALS or lower[b] in BE):
        b = sentence.before(b)
    stop = b + 1
    if stop and lower[stop - 1] == ")":  # the Red Cross (ICRC) said
        stop = next((i for i in range(stop - 1, max(-1, stop - 9), -1) if lower[i] == "("), stop)
    start = _phrase_start(sentence, stop)
    if lower[start:stop] == ["they"] and start and lower[start - 1] in _RELATIVES:  # strikes that they said killed 26
        return _of_subject(sentence, mark, memory)
    if "what" in lower[start:stop]:
        return None  # in what officials said was the largest swap
    named = _before_apposition(sentence, stop, memory) if start == stop else _with_apposition(sentence, start, stop, memory)
    if named is not None and start == stop:
        last = named[0].name.split()[-1]
        start = next((_phrase_start(sentence, k) for k in range(stop - 1, -1, -1) if sentence.words[k].startswith(last)), 0)
    if named is None:
        named = _relative(sentence, mark)
    inverted = False
    if named is None and mark.j < n and mark.sense.lemma != "tell" and (stop == start or lower[stop - 1] in _BREAKS):  # "…", said X
        end = mark.j
        while end < n and end - mark.j < _INVERTED and lower[end] not in _INVERTED_STOPS:
            end += 1
        opening = end > mark.j and (sentence.words[mark.j][0].isupper() or lower[mark.j] in ("the", "a", "an"))
        if opening or (end > mark.j + 1 and is_name(sentence.words[end - 1])):  # said prison official X
            named = subject(sentence, mark.j, end, memory)
            named = named if opening or (named and named[1]) else None
            if named is not None and not named[1] and end < n and lower[end] == ",":  # said its spokesman, X
                named = subject(sentence, end + 1, _phrase_end(sentence, end + 1), memory) or named
            inverted = named is not None
    if named is None:
        return _of_subject(sentence, mark, memory) if start == stop and lower[stop - 1] == "and" else None  # X met them and said
    memory.note(*named)
    after = lower[mark.j : mark.j + 1]
    closing = start > 3 and lower[start - 1] in (",", "”", '"', "’", "'", "—", "–") and lower[start] not in _CONJUNCTIONS
    opens = (
        mark.sense.lemma not in _TELLING
        and bool(after)
        and (after[0] in _CLAUSE or after[0][0].isdigit() or lower[mark.j : mark.j + 2] == ["at", "least"])
    )
    trailing = inverted or n - mark.j <= 3 or (closing and not opens)
    weak = mark.sense.lemma in _FINDINGS
    if weak and not named[1] and named[0].key is None and not named[0].third:
        return None
    quoted = not _QUOTES.isdisjoint(lower[mark.j :]) or not _QUOTES.isdisjoint(lower[: mark.i])
    until = mark.i if inverted and quoted and _QUOTES.isdisjoint(lower[mark.j :]) else n  # "…", said X, where 40 were to be freed
    return Attribution(named[0], 0 if trailing and after != ["that"] else mark.j, until, 0.5 if trailing else 0.0, mark.i)


def _beside(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    """*…, with security sources telling AFP that dozens were killed*: who stands between *with* and the verb says so."""
    start = next((k + 1 for k in range(mark.i - 1, max(-1, mark.i - _WITH), -1) if sentence.lower[k] == "with"), None)
    named = subject(sentence, start, mark.i, memory) if start and "," not in sentence.lower[start : mark.i] else None
    if named is None:
        return None
    memory.note(*named)
    return Attribution(named[0], mark.j, len(sentence.lower), 0.0, mark.i)


def _relative(sentence: Sentence, mark: Mark) -> tuple[Speaker, bool] | None:
    """A known person parted from what he says by a relative clause: *X who led the delegation told reporters*."""
    spoken = [other.i for other in sentence.marks if other.sense.kind == "speech" and other.i < mark.i]
    near = range(max(spoken, default=0), mark.i)
    who = next((x.actor for x in sentence.actors if x.actor.kind == "person" and x.i in near and sentence.lower[x.j] == "who"), None)
    return (Speaker(who.name, who.key, who.key is None), True) if who else None


def _of_subject(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    """Who the sentence opens with says what a relative clause holds: *Officials condemned strikes that they said killed 26*."""
    acts = {other.i for other in sentence.marks if other.sense.kind in ("verb", "speech", "status")}
    verbs = (k for k in range(1, mark.i) if k in acts or sentence.lower[k] in _GOVERNING or sentence.lower[k].endswith("ed"))
    stop = next(verbs, 0)
    named = subject(sentence, 0, stop, memory) if stop else None
    return Attribution(named[0], mark.j, len(sentence.lower), 0.0, mark.i) if named else None


def _adding(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    """*X praised the pilots, claiming that five were down*: who the sentence opens with says so."""
    lower = sentence.lower
    if mark.i < 3 or lower[mark.j : mark.j + 1] != ["that"] or lower[mark.i - 1] not in (",", "as"):
        return None
    opener = next((named for named in sentence.actors if named.actor.kind in ("person", "name", "metonym") and named.i < 8), None)
    if opener is None or (opener.i and lower[opener.i - 1] in _GOVERNING) or sentence.words[opener.j - 1].endswith(("'s", "’s")):
        return None
    person = opener.actor.kind == "person"
    speaker = Speaker(opener.actor.name, opener.actor.key, person and opener.actor.key is None)
    memory.note(speaker, person)
    return Attribution(speaker, mark.j, len(lower), 0.0, mark.i)


def _before_apposition(sentence: Sentence, stop: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """*X, the mayor of Y, said*: the subject before an apposition that ends at token `stop`."""
    if stop < 3 or sentence.lower[stop - 1] != ",":
        return None
    inner = _phrase_start(sentence, stop - 1)
    clause = next((k for k in range(stop - 2, max(0, stop - 16), -1) if sentence.lower[k] in ("which", "who", "whose")), 0)
    if clause > 1 and sentence.lower[clause - 1] == ",":  # the Red Cross, which watched, said
        opening = _phrase_start(sentence, clause - 1)
        return subject(sentence, opening, clause - 1, memory) if sentence.lower[opening] not in _OUTSIDE else None
    for _ in range(2):  # an apposition may hold a comma or an *and* of its own
        if inner < 1 or sentence.lower[inner - 1] not in (",", "and"):
            return None
        if sentence.lower[inner - 1] == ",":
            known = next((x.actor for x in sentence.actors if x.j == stop - 1 and _ends(x, inner)), None)
            if known is not None:  # the commissioner for human rights, X, said; the intelligence service, the HUR, said
                return Speaker(known.name, known.key, known.key is None), known.kind == "person"
            opening = _phrase_start(sentence, inner - 1)
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
                    return (person[0] if person[0].key else Speaker(person[0].name, land(sentence, opening, inner), False)), True
            if named is not None:
                if not named[1]:  # Ukraine's interior minister, X, said
                    person = subject(sentence, inner, stop - 1, memory)
                    if person is not None and person[1]:
                        return (person[0] if person[0].key else Speaker(person[0].name, named[0].key, named[0].third)), True
                if named[0].key is None:
                    role = subject(sentence, inner, stop - 1, memory)
                    return Speaker(named[0].name, role[0].key if role else None, role[0].third if role else named[0].third), named[1]
                return named
        inner = _phrase_start(sentence, inner - 1)
    return None


def _ends(named: Named, inner: int) -> bool:
    """Whether a known name is, or ends, the apposition from token `inner` on."""
    return named.i >= inner if named.actor.kind == "person" else named.actor.kind == "body" and named.i - inner <= 1


def _with_apposition(sentence: Sentence, start: int, stop: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """The subject in tokens [start, stop): with what stands before a comma (*X, the mayor of Y, said*) and what *and* joins."""
    lower = sentence.lower
    if start >= stop:
        return None
    if start > 1 and lower[start - 1] == "and" and any(named.j == start - 1 and named.actor.kind == "person" for named in sentence.actors):
        return subject(sentence, _phrase_start(sentence, start - 1), start - 1, memory)  # of two speakers the first
    if start > 1 and lower[start - 1] == "and":
        first = next((named for named in sentence.actors if named.j == start - 1 and named.actor.kind in ("name", "metonym")), None)
        second = any(named.i == start and named.j == stop for named in sentence.actors)
        if first and second and not (first.i and lower[first.i - 1] in _GOVERNING):
            return Speaker(first.actor.name, first.actor.key), False
    if start > 1 and lower[start - 1] == "and" and any(mark.sense.kind == "body" and mark.i == stop - 1 for mark in sentence.marks):
        joined = _phrase_start(sentence, start - 1)
        if any(mark.sense.kind == "body" and mark.j == start - 1 for mark in sentence.marks):
            return subject(sentence, joined, stop, memory)
    if start > 0 and lower[start - 1] in (",", ")", "—", "–"):
        opening = _phrase_start(sentence, start - 1)
        short = 0 < start - 1 - opening <= _APPOSITION and lower[opening] not in _OUTSIDE
        before = subject(sentence, opening, start - 1, memory) if short else None
        inner = subject(sentence, start, stop, memory)
        if inner and any(named.j == stop and named.actor.kind in ("name", "bloc", "metonym") for named in sentence.actors):
            return inner
        apposition = lower[start] in ("the", "a", "an", "head", "who", "chief") or any(
            mark.sense.kind == "body" and start <= mark.i < stop for mark in sentence.marks
        )
        if before and before[1] and apposition and not (inner and inner[1] and inner[0].key):
            key = before[0].key or (inner[0].key if inner else None)
            return (before[0] if before[0].key else Speaker(before[0].name, key, before[0].third)), True
        if inner is None and lower[start].endswith("ed"):  # a study by X, published in May, found
            return before
        return inner
    return subject(sentence, start, stop, memory)


def _phrase_start(sentence: Sentence, stop: int) -> int:
    i = stop
    while i > 0 and (sentence.lower[i - 1] not in _BREAKS or _genitive(sentence, i - 1)) and stop - i < 14:
        i -= 1
    return i


def _genitive(sentence: Sentence, i: int) -> bool:
    """Whether token i is the apostrophe within a body's name: *the People's* spelt *Peoples’ Liberation Front*."""
    if sentence.lower[i] not in ("'", "’") or not 0 < i < len(sentence.words) - 1:
        return False
    return sentence.to[i - 1] == sentence.at[i] and sentence.words[i - 1].istitle() and sentence.words[i + 1].istitle()


def _phrase_end(sentence: Sentence, start: int) -> int:
    i = start
    while i < len(sentence.lower) and sentence.lower[i] not in _BREAKS and sentence.lower[i] != "." and i - start < 10:
        i += 1
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
