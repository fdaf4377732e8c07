"""What a figure without a noun counts: the noun of the whole it is a part of, or of the number that it gives. Pure functions."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from metrics.claims.clause import Sentence
from metrics.figures.nouns import singular
from metrics.model import Figure

_INCLUDING = frozenset(["including", "included", "among"])
_NUMBERS = frozenset(["number", "numbers", "total", "count", "tally", "figure"])
_RISES = frozenset(
    (
        "at to is was are were be been reached reaching reaches hit exceeded exceeds topped between stands stood likely about around "
        "roughly approximately nearly over than from some by "
        "approaches approached approaching nears neared nearing surpassed surpasses passed topped"
    ).split()
)
_PEOPLED = frozenset("city town village country nation territory enclave island province state strip population community".split())
OF_WHICH = (["of", "which"], ["of", "whom"])
_OPENING = frozenset([",", ";", ":", "“", '"', "and"])
_GROUPS = frozenset(["people", "fallen", "dead", "wounded", "injured", "personnel", "military"])  # plurals that no ending tells
_PHRASE = 6  # words after *the number of* within which the counted noun stands
VAGUE_HEADS = frozenset([None, "person", "one", "number", "total"])


def nouns_of_wholes(
    sentence: Sentence, spans: list[tuple[Figure, int, int]], people: frozenset[str], numbers: dict[int, str]
) -> dict[int, str]:
    """The noun that a figure without one shares with the figure beside it, by where it starts; `numbers` are those of *the number of*."""
    found = dict(numbers)
    if "(" in sentence.lower:
        found |= _bracketed(sentence, spans)
    for (before, i0, j), (after, i, k) in pairwise(spans):
        between = sentence.lower[j:i]
        if after.kind == "cardinal" and (after.head is None or after.elided):  # 20 missiles, of which 18 and two more were shot down
            known = before.head or found.get(before.start)
            told = between[:-1] if between[-1:] == ["only"] else between
            if known is not None and (told[-2:] in OF_WHICH or (between == ["and"] and before.start in found)):
                found[after.start] = known
                continue
        if before.head is not None and after.head is None and not preposed(sentence, i0):
            # 19,500 children …, with fewer than 400 returned; seven aircraft, including two from the US
            if ("with" in between and before.head in people) or not _INCLUDING.isdisjoint(between):
                found[after.start] = before.head
        elif before.head is not None and after.head is None and sentence.lower[k : k + 2] == ["of", "them"]:
            found[after.start] = before.head  # 145 drones, and downed 62 of them
        elif before.head is not None and after.head is None and preposed(sentence, i0):
            found[after.start] = before.head  # of 24 sailors three are wounded
        elif after.head in _NUMBERS and before.head is not None and between[-1:] == ["to"]:
            found[after.start] = before.head if before.head in people else "person"  # 15 hostages, bringing the number handed over to 40
        elif after.head is not None and before.head is None and between[:1] == ["of"] and i - j <= 3:
            found[before.start] = after.head  # 387 of nearly 20,000 children
    return found


def _bracketed(sentence: Sentence, spans: list[tuple[Figure, int, int]]) -> dict[int, str]:
    """The noun before a bare number in brackets: *the fallen soldiers (1,212)*."""
    found = {}
    for figure, a, b in spans:
        if figure.head is None and figure.unit is None and a > 1 and sentence.lower[a - 1] == "(" and sentence.lower[b : b + 1] == [")"]:
            word = sentence.lower[a - 2]
            if singular(word) != word or word in _GROUPS:
                found[figure.start] = singular(word)
    return found


def preposed(sentence: Sentence, a: int) -> bool:
    """Whether *of* opens the clause before the figure at token `a`, so that a part of it follows: *of (the) 24 sailors 3 …*."""
    of = a - 1 - (a > 1 and sentence.lower[a - 1] in ("the", "all"))
    return a > 0 and sentence.lower[of] == "of" and (of == 0 or sentence.lower[of - 1] in _OPENING)


def numbered(sentence: Sentence, spans: list[tuple[Figure, int, int]], counted: frozenset[str]) -> dict[int, tuple[int, str]]:
    """Where *the number of* stands, and its noun, for a figure that gives the number: *puts the number of troops deployed at 30,000*."""
    if _NUMBERS.isdisjoint(sentence.vocabulary):
        return {}
    lower, found, taken = sentence.lower, {}, set[int]()
    for figure, a, _ in spans:
        if (
            figure.kind == "cardinal"
            and figure.unit is None
            and (figure.elided or figure.head in VAGUE_HEADS)
            and a
            and lower[a - 1] in _RISES
        ):
            for i in range(a - 2):
                if i not in taken and lower[i] in _NUMBERS and lower[i + 1] == "of" and ";" not in lower[i:a]:
                    heads = (singular(word) for word in lower[i + 2 : min(a, i + 2 + _PHRASE)])
                    head = next((head for head in heads if head in counted), None)
                    if head is not None:
                        found[figure.start] = (i, head)
                        taken.add(i)
    return found


def adds_up(sentence: Sentence, spans: list[tuple[Figure, int, int]], k: int) -> bool:
    """Whether a figure is the sum of killed and wounded told right behind it: *900 casualties (200 killed, 700 injured)*."""
    if sentence.vocabulary.isdisjoint(("injured", "wounded", "injuries")):
        return False
    figure, behind = spans[k][0], spans[k + 1 : k + 3]
    killed = len(behind) == 2 and sentence.lower[behind[0][2] : behind[0][2] + 1] in (["killed"], ["dead"])
    return figure.head == "casualty" or (killed and behind[0][0].low + behind[1][0].low == figure.low)


def partitive(sentence: Sentence, a: int, figures: Collection[int]) -> bool:
    """Whether the figure is the whole that another one is taken of: *21 of the 200 girls*."""
    i = a
    while i > 0 and sentence.lower[i - 1] in ("the", "more", "than", "some", "about", "over", "estimated", "an"):
        i -= 1
    if i == 1 and sentence.lower[0] == "of":
        return True  # of the 240 captives, a third
    return (
        i > 2
        and sentence.lower[i - 1] == "of"
        and (
            i - 2 - (sentence.lower[i - 2] == "out") in figures
            or sentence.lower[i - 2] in ("most", "some", "many")
            or (sentence.lower[i - 2] == "all" and sentence.lower[i - 3 : i - 2] in (["nearly"], ["almost"]))
        )
    )


def negated(sentence: Sentence, spans: list[tuple[Figure, int, int]], k: int) -> bool:
    """*not millions*, *not millions or thousands*, *let alone thousands*; nor does a rate count any: *a day for every ten freed*."""
    a = spans[k][1]
    before = sentence.lower[max(0, a - 2) : a]
    if before[-1:] in (["not"], ["nor"], ["every"]) or before in (["let", "alone"], ["every", "additional"], ["every", "other"]):
        return True
    return before[-1:] == ["or"] and k > 0 and spans[k - 1][1] <= a - 2 < spans[k - 1][2] and negated(sentence, spans, k - 1)


def inhabitants(sentence: Sentence, a: int) -> bool:
    """Whether the figure at token `a` tells how many live in a place: *a city of 1 million people*, *home to 300,000 people*."""
    lower = sentence.lower
    if a < 2 or lower[a - 1] not in ("of", "to"):
        return False
    return lower[a - 2] == "home" if lower[a - 1] == "to" else lower[a - 2] in _PEOPLED


def some_of_next(sentence: Sentence, spans: list[tuple[Figure, int, int]], k: int) -> bool:
    """Whether figure k counts some of those whom the next one does: *18 of the 26 people killed*, *two were among 15 killed*."""
    figure, _, b = spans[k]
    if figure.kind != "cardinal" or k + 1 == len(spans):
        return False
    i, first = sentence.tokens(figure.start, figure.end)[1], spans[k + 1][1]
    bare, told = ([word for word in sentence.lower[j:first] if word != "the"] for j in (i, b))
    return bare in (["of"], ["out", "of"]) or told in (["were", "among"], ["are", "among"], ["was", "among"])
