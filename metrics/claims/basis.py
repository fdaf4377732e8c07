"""Whether a number holds for each side, for both together, or for one: the words that say so. Pure functions."""

from __future__ import annotations

from metrics.claims.binding import Binding
from metrics.claims.clause import Sentence
from metrics.model import Basis, Figure

_EACH = (
    " each ",
    " apiece ",
    " either side ",
    " per side ",
    " both sides ",
    " from both ",
    " on both ",
    " same number ",
    " equal number ",
    " as many ",
    " like number ",
)
_TOTAL = (" total of ", " in total ", " in all ", " altogether ", " combined ", " overall ")
_SEPARATORS = frozenset([";", "but", "while"])


def _has(words: list[str], phrases: tuple[str, ...]) -> bool:
    text = f" {' '.join(words)} "
    return any(phrase in text for phrase in phrases)


def clause(sentence: Sentence, a: int, b: int, figures: list[tuple[int, int]]) -> tuple[int, int]:
    """The tokens around a figure up to the next figure, semicolon or contrast on either side."""
    first = max([stop for _, stop in figures if stop <= a], default=0)
    last = min([start for start, _ in figures if start >= b], default=len(sentence.lower))
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
    if _has(words, _EACH):
        return "per_side" if len(parties) != 1 or not _has(behind, (" in exchange ", " in return ")) else "one_side"
    if party or len(parties) == 1:
        return "one_side"
    if len(parties) > 1 or (both and _has(words, _TOTAL)) or _has(sentence.lower[max(0, a - 4) : b], _TOTAL[:1]):
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
