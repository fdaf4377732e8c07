"""Whether a number holds for each side, for both together, or for one: the words that say so. Pure functions."""

from __future__ import annotations

from metrics.claims.binding import Binding
from metrics.claims.clause import Sentence
from metrics.model import Basis, Figure

_EACH = (" apiece ", " either side ", " per side ", " same number ", " equal number ", " like number ")
_OTHERWISE = frozenset("day week month year night time stage round phase other one".split())  # each of these is no side
_FROM = frozenset("from on by for to between in".split())
_SPEAKERS = frozenset("officials official authorities sources negotiators media".split())  # officials on both sides speak
_TOLD = frozenset("announced confirmed reported acknowledged verified praised hailed".split())
_SIDES = frozenset("sides side parties party countries country them".split())
_ACTS = 5  # words behind *both sides* within which what they do stands
_TOTAL = (" total of ", " in total ", " in all ", " altogether ", " combined ", " overall ")
_TAKEN = frozenset("hostage hostages abductees schoolgirls schoolboys schoolchildren students pupils".split())
_ALL = (" from all sides ", " on all sides ", " of all sides ")
_SEPARATORS = frozenset([";", ":", "but", "while"])


def _has(words: list[str], phrases: tuple[str, ...]) -> bool:
    text = f" {' '.join(words)} "
    return any(phrase in text for phrase in phrases)


def _each(lower: list[str], first: int, last: int) -> bool:
    """Whether the words hold a number for each side: not *each day*, *each of the prisoners*, *as many as*."""
    if _has(lower[first:last], _EACH):
        return True
    for i in range(first, last):
        after = lower[i + 1 : i + 6]
        if lower[i] == "each" and after[:1] != [] and (after[0] in _OTHERWISE or (after[0] == "of" and not _SIDES & set(after))):
            continue
        if lower[i] == "each" and i and lower[i - 1] == "for" and after[:1] != [] and _SIDES.isdisjoint(after):
            continue  # for each hostage returned
        if lower[i] == "each" or (lower[i : i + 2] == ["as", "many"] and lower[i + 2 : i + 3] != ["as"]):
            return True
    return False


def _both(lower: list[str], first: int, last: int, anchor: int) -> bool:
    """Whether both sides give or get: *from both sides*, *both sides freed 40*; not *with both sides confirming it*."""
    for i in range(first, last):
        if lower[i] == "both" and i and lower[i - 1] in ("from", "on") and not (i > 1 and lower[i - 2] in _SPEAKERS):
            return True
        if lower[i : i + 2] == ["both", "sides"]:
            acting = i + 1 < anchor <= i + 1 + _ACTS and "," not in lower[i:anchor]
            told = i > 0 and lower[i - 1] in ("by", "to") and not _TOLD.isdisjoint(lower[max(0, i - 4) : i])
            if acting or (i and lower[i - 1] in _FROM and not told and not (i > 1 and lower[i - 2] in _SPEAKERS)):
                return True
    return False


def clause(sentence: Sentence, a: int, b: int, figures: list[tuple[int, int]]) -> tuple[int, int]:
    """The tokens around a figure up to the next figure, semicolon or contrast on either side."""
    first = max([stop for _, stop in figures if stop <= a], default=0)
    last = min([max(start, b) for start, _ in figures if start > a], default=len(sentence.lower))
    for i in range(a - 1, first - 1, -1):
        if sentence.lower[i] in _SEPARATORS:
            first = i + 1
            break
    for i in range(b, last):
        if sentence.lower[i] in _SEPARATORS:
            last = i
            break
    return first, last


def basis(
    sentence: Sentence,
    binding: Binding,
    figure: Figure,
    a: int,
    b: int,
    figures: list[tuple[int, int]],
    party: str | None,
    parties: list[str],
    both: bool,
) -> Basis | None:
    """`per_side`, `total`, `one_side`, or None where the text leaves it open. *Each* wins over *a total of*."""
    if not binding.metric.basis:
        return None
    if figure.paired:
        return "per_side"
    first, last = clause(sentence, a, b, figures)
    words = sentence.lower[first:last]
    behind = sentence.lower[b:last]
    if sentence.lower[max(0, a - 2) : a] == ["total", "to"] and binding.metric.total is None:
        return "total"  # 20 from each side, bringing the total to 410
    each = _each(sentence.lower, first, last)
    summed = _has(sentence.lower[max(0, a - 4) : b], _TOTAL[:1])
    summed = summed and _TAKEN.isdisjoint(sentence.lower[a:b])  # whom a band took and frees
    if each or (_both(sentence.lower, first, last, binding.mark.i if binding.mark else -1) and not summed):
        return "per_side" if len(parties) != 1 or not _has(behind, (" in exchange ", " in return ")) else "one_side"
    if not parties and _has(behind, _ALL):
        return "total"
    if party or len(parties) == 1:
        return "one_side"
    if len(parties) > 1 or (both and _has(words, _TOTAL)) or summed:
        return "total"
    if (
        binding.happens is not None
        and binding.happens.by is not None
        and not both
        and binding.side != "self"
        and binding.voice in ("active",)
    ):
        return "one_side"
    return None
