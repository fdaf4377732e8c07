"""Whom a noun phrase names as a speaker: a known person or body, an unknown one as written, a party by its capital, or who spoke before.

Pure functions of an analysed sentence and of the memory of who spoke.
"""

from __future__ import annotations

from metrics.claims.actors import bare
from metrics.claims.bodies import REBELS, body, of_body
from metrics.claims.clause import Mark, Named, Sentence
from metrics.claims.memory import Memory, Speaker
from metrics.claims.names import goes_on, is_name, is_title

_PRONOUNS = frozenset("he she they it who i we him her".split())
# base and -s forms are nouns as often
# findings have a body for subject
# no name begins so
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
        "published",
        "posted",
        "on",
        "today",
        "yesterday",
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
TELLS = frozenset(
    ["tweet", "statement", "post", "report", "reports", "announcement", "figures", "data", "message", "publication", "document"]
)
_WITNESSES = frozenset("resident residents witness witnesses survivor survivors relative relatives doctor doctors medics".split())
_WITNESS = 4  # words that call somebody without a name
# what may stand between a subject and its verb
_ADJUNCTS = frozenset(
    (
        "on late early earlier later via through yesterday today tonight monday tuesday wednesday thursday friday saturday sunday meanwhile"
    ).split()
)
_PARTS = frozenset(["affairs", "defence", "defense", "lady", "interior"])  # of a name, never one
_INITIALS = 2  # capitals that stand for first names: SP Vaid
_DESCRIBING = frozenset(["involved", "briefed", "familiar"])  # what an official is called behind his office
_CHANNEL = 5  # words of *in a short statement*
_PLACING = frozenset(["in", "near", "at", "inside", "outside", "to", "for"])


def subject(sentence: Sentence, i: int, j: int, memory: Memory) -> tuple[Speaker, bool] | None:
    """The speaker that tokens [i, j) name, and whether it is a person; None where they name nobody."""
    dateline = next((k for k in range(i + 1, min(i + 4, j)) if sentence.dash(k)), i)
    if dateline > i and sentence.slice(i, dateline).isupper():
        i = dateline + 1  # BAGHDAD - An official
    if sentence.lower[i] == "speaking":
        i = next((named.j for named in sentence.actors if i < named.i and named.j < j), i)  # speaking to Reuters the spokesman said
    while i < j and sentence.lower[i] in _LEADING:
        i += 1
    if i < j and sentence.lower[i] in ("citing", "quoting"):
        return None  # reports citing the police said
    if i >= j:
        paper = sentence.lower[i - 1] if i > 1 and sentence.lower[i - 2] == "the" else ""
        stated = memory.spoken if paper == "statement" else memory.last if paper == "report" else None
        return (stated, False) if stated else None
    if j - i == 1 and sentence.lower[i] in TELLS and sentence.lower[i - 1 : i] == ["the"]:
        stated = memory.spoken  # the message said
        return (stated, False) if stated else None
    while j - i > 1 and sentence.lower[j - 1] in TELLS and any(named.j == j - 1 for named in sentence.actors):
        j -= 1  # a TPLF tweet, Iranian media reports
        whose = next(named for named in sentence.actors if named.j == j)
        if whose.i == i and whose.actor.kind == "demonym" and whose.actor.key:
            return Speaker(whose.actor.name, whose.actor.key), False  # a Qatari statement
    if j - i > 1 and sentence.lower[j - 1] in TELLS and any(mark.j == j - 1 for mark in sentence.of("body")):
        j -= 1  # a ministry statement
    j = _first_of_two(sentence, i, _without_adjunct(sentence, i, j))
    bodied = next((mark.j for mark in sentence.of("body") if i <= mark.i < j), j)
    trailing = sentence.lower[bodied] if bodied < j else ""
    if (trailing.endswith("ing") and trailing != "including") or trailing in _DESCRIBING:
        j = bodied  # rebel forces fighting the army
    lower, words = sentence.lower[i:j], sentence.words[i:j]
    actors = [named for named in sentence.actors if named.i >= i and named.j <= j and not sentence.words[named.i].endswith("-based")]
    actors = [named for named in actors if not _within_name(sentence, named, j)]
    name = _unknown_name(sentence, i, j, actors)
    for named in reversed(actors):
        if named.actor.kind == "body":
            if name and named.j < j and sentence.slice(named.j, j).endswith(name):
                return Speaker(name, named.actor.key, named.actor.key is None), True  # ICRC spokeswoman X
            return Speaker(named.actor.name, named.actor.key, named.actor.key is None), False
        if named.actor.kind == "person" and not namesake(sentence, named, actors, i) and not _owner(sentence, named, j):
            return Speaker(named.actor.name, named.actor.key, named.actor.key is None), True
    keyed = [named for named in reversed(actors) if named.actor.key and named.actor.kind not in ("bloc", "person")]
    head = next((named for named in keyed if named.i == i or sentence.lower[named.i - 1] not in _PLACING), None)  # the rebels in Ethiopia
    owner = next((named.actor.key for named in actors if named.actor.kind == "person" and _owner(sentence, named, j)), None)
    key = (head or keyed[0]).actor.key if keyed else owner
    bodies = [mark.i - i for mark in sentence.of("body") if i <= mark.i < j]
    neutral = bool(actors) and actors[0].actor.kind == "bloc"  # the UN's mission in Ukraine is nobody's
    if neutral and head is None:
        key = None
    if neutral and actors[0].i == i and sentence.lower[actors[0].j : actors[0].j + 1] == ["in"] and not name:
        return Speaker(actors[0].actor.name, None, True), False  # the Red Cross in Colombia
    if name and bodies and of_body(sentence, i, j, bodies[-1], name):
        return body(sentence, i, j, bodies[-1], key, actors, memory)
    if (
        name
        and actors
        and actors[-1].j == j
        and actors[-1].actor.kind in ("name", "metonym")
        and sentence.words[actors[-1].i - 1 : actors[-1].i] == [name.split()[-1]]
    ):
        return Speaker(actors[-1].actor.name, actors[-1].actor.key), False  # a heading that runs into the sentence
    if name and not (bodies and bodies[-1] == j - i - 1 and not is_title(words[-1])):
        if key is None and memory.group is not None:
            said = {part for word in lower for part in bare(word).strip(".").split("-")}
            key = memory.group.key if not REBELS.isdisjoint(said) else None if memory.officers.isdisjoint(said) else memory.home
        called = memory.body(lower[bodies[-1] - 1]) if key is None and bodies and bodies[-1] and not neutral else None
        key = key or (called.key if called else None)  # the army said …, army spokesman X said
        return Speaker(name, key, key is None and neutral), True
    if bodies:
        return body(sentence, i, j, bodies[-1], key, actors, memory)
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
    if (is_name(words[-1]) or goes_on(words, len(words) - 1, len(words))) and len(words) <= 6:
        known = memory.named(words[-1])
        if known:
            return known, True
        first = len(words) - 1
        while first > 0 and (is_name(words[first - 1]) or lower[first - 1] in ("of", "for", "the")) and not is_title(words[first - 1]):
            first += -1
        while lower[first] in ("of", "for", "the"):
            first += 1
        if first == len(words) - 1 and i + first == 0:
            return None  # a capital at a sentence's start says nothing
        alone = first == len(words) - 1 and lower[first - 1] not in ("the", "from", "by")
        sought = memory.sought(words[-1]) if alone else None
        if alone and not sought and lower[-1] in _PARTS:
            return None  # Foreign Affairs
        return sought if sought else (Speaker(sentence.slice(i + first, j), None, True), False)
    return None


def _without_adjunct(sentence: Sentence, i: int, j: int) -> int:
    """Where a subject ends before a time or a channel that parts it from its verb: *Israel on Monday said*, *Kyiv in a statement said*."""
    if j - i < 3:
        return j
    ends = {named.j for named in sentence.actors} | {mark.j for mark in sentence.of("body")}
    for k in ends:
        if i < k < j and (
            (sentence.lower[k] in _ADJUNCTS and sentence.lower[k + 1 : k + 2] != ["of"])
            or (sentence.lower[k] == "in" and not TELLS.isdisjoint(sentence.lower[k + 1 : min(j, k + _CHANNEL)]))
        ):
            return k
    return j


def _first_of_two(sentence: Sentence, i: int, j: int) -> int:
    """Where the first of two speakers ends: *the governor and a doctor*, *Ukraine and the Red Cross*."""
    k = next((k for k in range(i + 1, j - 1) if sentence.lower[k] == "and"), 0)
    closes = any(named.i == k + 1 and named.j == j for named in sentence.actors)
    if not k or not (closes or sentence.lower[k + 1] in ("the", "a", "an")):
        return j
    named = any(i <= named.i and named.j == k for named in sentence.actors)
    return k if named or any(i <= mark.i < k for mark in sentence.of("body")) else j


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


def namesake(sentence: Sentence, named: Named, actors: list[Named], i: int) -> bool:
    """Whether a known surname stands behind another first name: another person."""
    words, j = sentence.words, named.j
    known = {other.i for other in actors if other.actor.kind != "place"} | {mark.i for mark in sentence.of("body")}
    if (
        j - named.i == 1
        and j < len(words)
        and words[j - 1][-1].isalpha()
        and is_name(words[j])
        and j not in known
        and not is_title(words[j])
    ):
        return True  # a first name like it
    if named.j - named.i > 1 or named.i <= i or not is_name(sentence.words[named.i - 1]) or is_title(sentence.words[named.i - 1]):
        return False
    covered = any(other.j == named.i for other in actors)
    body = any(mark.j == named.i for mark in sentence.of("body"))
    return not covered and not body


def _within_name(sentence: Sentence, named: Named, j: int) -> bool:
    """Whether a place's name is one of the names of a person: *Major Sadiq Aden Ali*."""
    if named.actor.kind != "place" or named.j - named.i > 1 or named.j >= j or not named.i:
        return False
    before, after = sentence.words[named.i - 1], sentence.words[named.j]
    others = [other for other in sentence.actors if other.actor.kind != "person"]
    known = {mark.i for mark in sentence.of("body")} | {other.i for other in others} | {other.j - 1 for other in others}
    names = is_name(before) and is_name(after) and not is_title(before) and not is_title(after)
    return names and named.i - 1 not in known and named.j not in known


def _unknown_name(sentence: Sentence, i: int, j: int, actors: list[Named]) -> str | None:
    """Two or more capitalised words in a row that no party's name covers: a person whom people.csv does not know."""
    covered = {k for named in actors if named.actor.kind != "person" for k in range(named.i, named.j)}
    bodies = {mark.i for mark in sentence.of("body")}
    best: list[int] = []
    run: list[int] = []
    for k in range(i, j + 1):
        named = k < j and is_name(sentence.words[k]) and k not in covered and not is_title(sentence.words[k]) and k not in bodies
        if named or (run and k < j and goes_on(sentence.words, k, j)):
            run.append(k)
        else:
            if len(run) >= 2 and len(run) <= 5:
                best = run
            run = []
    if not best or (sentence.words[best[0]].isupper() and len(sentence.words[best[0]]) > _INITIALS):
        return None
    return " ".join(bare(sentence.words[k]) for k in best)
