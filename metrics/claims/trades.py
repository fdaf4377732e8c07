"""Who acts and who is acted on; who gives and who gets in a trade: *swapped 35 bodies for 1,000*, *got 5 in return*. Pure functions."""

from __future__ import annotations

from metrics.claims.binding import Binding
from metrics.claims.clause import Named, Sentence

_ARTICLE = 4  # letters of Al, El, Abu, Anti
_GIVEN = frozenset(["exchange", "return"])
_PRICE = 16  # words that a price of several things may have before its last figure
_PRICED = 5  # words before a figure within which *in return* makes it a price
_STRIKES = frozenset("targets strikes hits attacks pounds shells bombards bombs batters".split())  # whom: the target
_SECURES = frozenset(
    "secure secures secured securing obtain obtained win won winning achieve achieved negotiate negotiated arrange arranged ensured".split()
)
_FREED = frozenset(["return", "free", "release", "liberate"])  # who managed to do so freed its own
_FROM = 6  # words behind a figure within which *from Russia* says where its people come from


def named_in(sentence: Sentence, i: int, j: int, kinds: frozenset[str] | None = None) -> list[Named]:
    """The actors named by tokens within [i, j)."""
    return [named for named in sentence.actors if named.i < j and named.j > i and (kinds is None or named.actor.kind in kinds)]


def paired(sentence: Sentence, named: Named) -> bool:
    """Whether a name is one of two in a word: *the Afghanistan-Pakistan border*, *Israel-Hamas*; not *Al-Shabaab*."""
    first, _, second = sentence.words[named.j - 1].partition("-")
    return second[:1].isupper() and len(first) > _ARTICLE and named.actor.kind != "person"


def in_return(sentence: Sentence, a: int, b: int) -> int | None:
    """Where the words stand that make the figure what is given for one before: *gave 90 for a spy and 5 bodies*, *in return, it got 5*."""
    if _GIVEN.isdisjoint(sentence.vocabulary):
        return None
    lower = sentence.lower
    verbs = {mark.i for mark in sentence.of("verb")}
    for k in range(a - 3, max(-1, a - _PRICE), -1):
        if lower[k] == "in" and lower[k + 1] in ("exchange", "return") and lower[k + 2] == "for":
            return k
        if k + 2 in verbs or lower[k + 2] in (";", "which", "who", "—", "while", "but", "whereas"):
            break
    if lower[b : b + 2] == ["in", "return"]:
        return a
    return next((k for k in range(max(0, a - _PRICED), a) if lower[k : k + 2] == ["in", "return"]), None)


def traded(sentence: Sentence, binding: Binding, a: int, b: int) -> int:
    """1 where the figure is what a trade's subject gives, 2 where it is what he gets, else 0: *Kyiv swapped 35 bodies for 1,000*."""
    mark = binding.mark
    if mark is None or mark.j > a or binding.voice != "active":
        return 0
    gives = sentence.lower[b : b + 1] == ["for"] and b + 1 in sentence.objects
    gets = sentence.lower[a - 1] == "for" and a - 2 in sentence.objects
    return 1 if gives else 2 if gets else 0


def priced(sentence: Sentence, binding: Binding, a: int) -> bool:
    """Whether the figure is what somebody asks for those whom he frees: *free a teacher for three commanders*."""
    mark = binding.mark
    return mark is not None and binding.voice == "active" and mark.j < a - 1 and sentence.lower[a - 1] == "for"


def secured(sentence: Sentence, binding: Binding) -> bool:
    """Whether what a side brings about is the release of its own people: *secured the release of 90*."""
    mark = binding.mark
    if mark is None or sentence.lower[mark.j : mark.j + 1] != ["of"]:
        return False
    return not _SECURES.isdisjoint(sentence.lower[max(0, mark.i - 3) : mark.i])


def regains(sentence: Sentence, binding: Binding, b: int, other: str | None) -> bool:
    """Whether who returns people gets them back: *managed to return the bodies of 90*, *returned 40 soldiers from Russia*."""
    mark = binding.mark
    if mark is None or mark.sense.lemma not in _FREED:
        return False
    if sentence.lower[max(0, mark.i - 2) : mark.i] in (["managed", "to"], ["succeeded", "in"]):
        return True
    if mark.sense.lemma != "return":
        return False
    return any(named.actor.key == other and sentence.lower[named.i - 1] == "from" for named in named_in(sentence, b, b + _FROM))


def in_return_for(sentence: Sentence, b: int) -> str | None:
    """Whose people are given for those before: *were exchanged for 55 Russian prisoners*."""
    lower = sentence.lower
    for k in range(b, min(b + 16, len(lower))):
        if lower[k] == "for" and lower[k - 1] in ("exchange", "exchanged", "return", "swapped", "traded", "swap"):
            stop = next((i for i in range(k + 1, min(k + 5, len(lower))) if lower[i] == ","), k + 5)
            given = (n for n in named_in(sentence, k + 1, stop) if not _acts(sentence, n))
            return next((n.actor.key for n in given if n.actor.kind in ("demonym", "name")), None)
    return None


def _acts(sentence: Sentence, named: Named) -> bool:
    """Whether a name behind *for* says who gives: *for Russia's release of 40*, *for Israel freeing 40*."""
    follows = "".join(sentence.lower[named.j : named.j + 1])
    return sentence.words[named.j - 1].endswith(("'s", "’s")) or (follows.endswith("ing") and named.actor.kind != "demonym")


def loser(sentence: Sentence) -> str | None:
    """Whose losses the sentence counts: *put the losses of the Syrian army at 200 killed*, *Russian losses are 13 aircraft*."""
    if "losses" not in sentence.vocabulary:
        return None
    i = sentence.lower.index("losses")
    of = next((n for n in named_in(sentence, i + 1, i + 5) if n.actor.key and sentence.lower[i + 1] == "of"), None)
    lost = of or next((n for n in named_in(sentence, i - 2, i) if n.actor.key), None)
    return lost.actor.key if lost else None


def acted_on(sentence: Sentence, named: Named, spoken: set[int]) -> bool:
    """Whether a name is the object of the verb right before it, behind which the sentence goes on: *invaded Ukraine and*."""
    i, lower = named.i - 1, sentence.lower
    after = named.j + any(mark.i == named.j for mark in sentence.of("body"))
    if i < 1 or i in spoken:
        return False
    if sentence.words[named.j - 1].endswith(("'s", "’s")) and lower[i].endswith(("ed", "ing")) and after == named.j:
        return True  # targeted Ukraine's capital with drones, killing three
    if lower[after : after + 1] not in (["and"], [","], ["after"], ["before"], ["from"], ["in"], ["with"]):
        return False
    return lower[i].endswith(("ed", "ing")) or lower[i - 1] == "to" or lower[i] in _STRIKES


def absolute(sentence: Sentence, named: Named) -> bool:
    """Whether a participle behind makes a name its subject: *with Ukraine bringing home 90*."""
    lower = sentence.lower
    return named.i > 0 and lower[named.i - 1] == "with" and named.j < len(lower) and lower[named.j].endswith("ing")
