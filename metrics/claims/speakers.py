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
_NOUNS_TOO = frozenset("state report post claim estimate comment note charge record count show find detail quote cite tweet".split())  # base and -s forms are nouns as often
_FINDINGS = frozenset("find show put estimate record count document believe indicate list calculate".split())  # findings have a body for subject
_INVERTED_STOPS = frozenset([",", ";", ".", "“", '"', ")", "in", "on", "at", "to", "after", "that", "during", "when"])
_OUTSIDE = frozenset("in at on according after for with from by since during before as following under among amid despite the while when where".split())  # no name begins so
_BREAKS = frozenset([",", ";", ":", "“", "”", '"', "that", "and", "but", "which", "while", "(", ")", "—", "–", "'", "‘", "’"])
_NAME = re.compile(r"[^\W\d_]")
_GOVERNING = frozenset("of in to from with against on by between at near for over about alongside after than".split())
_TITLES = frozenset("mr mrs ms dr president minister prime foreign defence defense general gen lt col lieutenant colonel spokesman spokesperson spokeswoman secretary chief ambassador senator governor mayor king prince pope sheikh maj major brig brigadier adm admiral sir dame head commander capt captain professor".split())  # fmt: skip
_LEADING = frozenset(["the", "a", "an", ",", "“", '"', "and", "but", "meanwhile", "however", "statement", "report", "reports", "data", "from", "by", "of", "figures", "released", "issued", "in", "information", "‘", "'", "that", "while", "when", "as", "because"])
_OFFICES = frozenset("minister president spokesman spokesperson governor mayor official ambassador ombudsman spokeswoman general commander negotiator secretary leader chief envoy adviser".split())
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
        self.bodies: dict[str, Speaker] = {}  # *ministry* → the last one named

    def note(self, speaker: Speaker, person: bool) -> None:
        self.last = speaker
        if person:
            self.person = speaker
            self.unknown[speaker.name.split()[-1]] = speaker
        elif speaker.key or speaker.third:
            for word in speaker.name.casefold().split():
                self.bodies[word] = speaker


def _is_name(word: str) -> bool:
    return word[:1].isupper() and bool(_NAME.match(word)) and word.casefold() not in _NOT_NAMES | _MONTHS_AND_DAYS


def subject(sentence: Sentence, i: int, j: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """The speaker that tokens [i, j) name, and whether it is a person; None where they name nobody."""
    while i < j and sentence.lower[i] in _LEADING:
        i += 1
    if i >= j:
        return None
    lower, words = sentence.lower[i:j], sentence.words[i:j]
    actors = [named for named in sentence.actors if named.i >= i and named.j <= j]
    for named in reversed(actors):
        if named.actor.kind == "body":
            return Speaker(named.actor.name, named.actor.key, named.actor.key is None), False
        if named.actor.kind == "person" and not _namesake(sentence, named, actors, i):
            return Speaker(named.actor.name, named.actor.key, named.actor.key is None), True
    key = next((named.actor.key for named in reversed(actors) if named.actor.key and named.actor.kind not in ("bloc", "person")), None)
    bodies = [mark.i - i for mark in sentence.marks if mark.sense.kind == "body" and i <= mark.i < j]
    name = _unknown_name(sentence, i, j, actors)
    if name and actors and actors[-1].j == j and actors[-1].actor.kind in ("name", "metonym") and sentence.words[actors[-1].i - 1 : actors[-1].i] == [name.split()[-1]]:
        return Speaker(actors[-1].actor.name, actors[-1].actor.key), False  # a heading that runs into the sentence
    if name and not (bodies and bodies[-1] == j - i - 1 and not _is_title(words[-1])):
        known = memory.unknown.get(name.split()[-1])
        if known and (name in known.name or known.name in name):
            return known, True
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
        if lower[-1] in ("he", "she"):
            return (memory.person, True) if memory.person else None
        return (memory.last, False) if memory.last and lower[-1] in ("it", "they") else None
    if _is_name(words[-1]) and len(words) <= 6:
        known = memory.unknown.get(words[-1])
        if known:
            return known, True
        first = len(words) - 1
        while first > 0 and (_is_name(words[first - 1]) or lower[first - 1] in ("of", "for", "the")) and not _is_title(words[first - 1]):
            first += -1
        while lower[first] in ("of", "for", "the"):
            first += 1
        if first == len(words) - 1 and i + first == 0:
            return None  # a capital at a sentence's start says nothing
        return Speaker(sentence.slice(i + first, j), None, True), False
    return None


def _namesake(sentence: Sentence, named: Named, actors: list[Named], i: int) -> bool:
    """Whether a known surname stands behind another first name: another person."""
    if named.j - named.i > 1 or named.i <= i or not _is_name(sentence.words[named.i - 1]) or _is_title(sentence.words[named.i - 1]):
        return False
    covered = any(other.j == named.i for other in actors)
    body = any(mark.sense.kind == "body" and mark.j == named.i for mark in sentence.marks)
    return not covered and not body


def _body(sentence: Sentence, i: int, j: int, last: int, key: str | None, actors: list[Named], memory: Memory) -> tuple[Speaker, bool] | None:
    """A body that speaks: with its country, by its own name, or as *the ministry* that was named before. Unnamed ones are nobody."""
    lower = sentence.lower[i:j]
    if key is None and len(lower) <= 2:
        if lower[-1] in _OFFICES and memory.person:
            return memory.person, True
        earlier = memory.bodies.get(lower[-1])
        if earlier:
            return earlier, False
    if key is None and lower[0] in ("his", "their", "its", "her") and memory.last:
        key = memory.last.key
    phrase = _trim(sentence, i, j, last)
    third = key is None and (any(named.actor.kind == "bloc" for named in actors) or any(_is_name(word) for word in phrase.split()[1:]) or phrase[:1].isupper() and i > 0)
    if key is None and not third:
        return None
    return Speaker(phrase, key, third), False


def _is_title(word: str) -> bool:
    return bare(word).casefold().strip(".") in _TITLES


def _third(phrase: str, actors: list[Named]) -> bool:
    return any(named.actor.kind == "bloc" for named in actors) or phrase[:1].isupper()


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
    first = next((named for named in sentence.actors if named.actor.kind == "person" and not (named.i and sentence.lower[named.i - 1] in _GOVERNING) and not sentence.words[named.j - 1].endswith(("'s", "’s"))), None)
    if first:  # a sentence's subject is whom the next *he* means
        memory.person = Speaker(first.actor.name, first.actor.key, first.actor.key is None)
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
    colon = next((i for i in range(min(7, n)) if sentence.lower[i] == ":"), None)
    if colon and n > colon + 2:  # Zelensky: …; Quote from Medinsky: …
        named_before = next((named for named in sentence.actors if named.j == colon and named.actor.kind in ("person", "name", "metonym")), None)
        if named_before:
            speaker = Speaker(named_before.actor.name, named_before.actor.key)
            memory.note(speaker, named_before.actor.kind == "person")
            found.append(Attribution(speaker, colon, n, 0.2, colon))
    return found


def _said(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    lower, n = sentence.lower, len(sentence.lower)
    form = mark.sense.form
    if form == {"ing"} or ("base" in form and mark.i and lower[mark.i - 1] == "to"):
        return None
    b = sentence.before(mark.i)
    helper = lower[b] if b >= 0 else ""
    if helper in BE and "participle" in form:
        return None
    if form <= {"base", "third"} and mark.sense.lemma in _NOUNS_TOO and not (helper in MODALS or helper in _PRONOUNS or helper.endswith("s") or helper in ("media", "police", "people") or (form == {"third"} and b >= 0 and _is_name(sentence.words[b]) and lower[mark.j : mark.j + 1] not in (["of"], ["on"], ["from"]))):  # fmt: skip
        return None
    while b >= 0 and (lower[b] in HAVE or lower[b] in MODALS or lower[b] in BE):
        b = sentence.before(b)
    stop = b + 1
    if stop and lower[stop - 1] == ")":  # the Red Cross (ICRC) said
        stop = next((i for i in range(stop - 1, max(-1, stop - 9), -1) if lower[i] == "("), stop)
    start = _phrase_start(sentence, stop)
    named = _before_apposition(sentence, stop, memory) if start == stop else _with_apposition(sentence, start, stop, memory)
    if named is not None and start == stop:
        start = 0
    inverted = False
    if named is None and mark.j < n and mark.sense.lemma != "tell" and (start == 0 or stop == start or lower[stop - 1] in _BREAKS):  # "…", said X
        end = mark.j
        while end < n and end - mark.j < 9 and lower[end] not in _INVERTED_STOPS:
            end += 1
        if end > mark.j and (sentence.words[mark.j][0].isupper() or lower[mark.j] in ("the", "a", "an")):
            named = subject(sentence, mark.j, end, memory)
            if named is not None and not named[1] and end < n and lower[end] == ",":  # said its spokesman, X
                named = subject(sentence, end + 1, _phrase_end(sentence, end + 1), memory) or named
            inverted = named is not None
    if named is None:
        return None
    memory.note(*named)
    after = lower[mark.j : mark.j + 1]
    trailing = inverted or n - mark.j <= 3 or (start > 3 and lower[start - 1] in (",", "”", '"', "’", "'", "—", "–"))
    weak = mark.sense.lemma in _FINDINGS
    if weak and not named[1] and named[0].key is None and not named[0].third:
        return None
    return Attribution(named[0], 0 if trailing and after != ["that"] else mark.j, n, 0.5 if trailing else 0.0, mark.i)


def _before_apposition(sentence: Sentence, stop: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """*X, the mayor of Y, said*: the subject before an apposition that ends at token `stop`."""
    if stop < 3 or sentence.lower[stop - 1] != ",":
        return None
    inner = _phrase_start(sentence, stop - 1)
    for _ in range(2):  # an apposition may hold a comma or an *and* of its own
        if inner < 1 or sentence.lower[inner - 1] not in (",", "and"):
            return None
        if sentence.lower[inner - 1] == ",":
            opening = _phrase_start(sentence, inner - 1)
            named = subject(sentence, opening, inner - 1, memory) if inner - 1 - opening <= 8 and sentence.lower[opening] not in _OUTSIDE else None
            if named is not None:
                if named[0].key is None:
                    role = subject(sentence, inner, stop - 1, memory)
                    return Speaker(named[0].name, role[0].key if role else None, role[0].third if role else named[0].third), named[1]
                return named
        inner = _phrase_start(sentence, inner - 1)
    return None


def _with_apposition(sentence: Sentence, start: int, stop: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """The subject in tokens [start, stop): with what stands before a comma (*X, the mayor of Y, said*) and what *and* joins."""
    lower = sentence.lower
    if start >= stop:
        return None
    if start > 1 and lower[start - 1] == "and" and any(named.j == start - 1 and named.actor.kind == "person" for named in sentence.actors):
        return subject(sentence, _phrase_start(sentence, start - 1), start - 1, memory)  # of two speakers the first
    if start > 1 and lower[start - 1] == "and" and any(mark.sense.kind == "body" and mark.i == stop - 1 for mark in sentence.marks):
        joined = _phrase_start(sentence, start - 1)
        if any(mark.sense.kind == "body" and mark.j == start - 1 for mark in sentence.marks):
            return subject(sentence, joined, stop, memory)
    if start > 0 and lower[start - 1] in (",", ")", "—", "–"):
        opening = _phrase_start(sentence, start - 1)
        short = 0 < start - 1 - opening <= 8 and lower[opening] not in _OUTSIDE
        before = subject(sentence, opening, start - 1, memory) if short else None
        inner = subject(sentence, start, stop, memory)
        if inner and any(named.j == stop and named.actor.kind in ("name", "bloc", "metonym") for named in sentence.actors):
            return inner
        apposition = lower[start] in ("the", "a", "an", "head", "who", "chief") or any(mark.sense.kind == "body" and start <= mark.i < stop for mark in sentence.marks)
        if before and before[1] and apposition and not (inner and inner[1] and inner[0].key):
            key = before[0].key or (inner[0].key if inner else None)
            return (before[0] if before[0].key else Speaker(before[0].name, key, before[0].third)), True
        if inner is None and lower[start].endswith("ed"):  # a study by X, published in May, found
            return before
        return inner
    return subject(sentence, start, stop, memory)


def _phrase_start(sentence: Sentence, stop: int) -> int:
    i = stop
    while i > 0 and sentence.lower[i - 1] not in _BREAKS and stop - i < 14:
        i -= 1
    return i


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
