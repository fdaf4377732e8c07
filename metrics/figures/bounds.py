"""The words that bound a number, to its left and to its right."""

from __future__ import annotations

import re

from metrics.figures.words import BOUND_SIGNS, BOUNDS_AFTER, BOUNDS_BEFORE
from metrics.model import Bound

_LAST = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in BOUNDS_BEFORE)
_LONGEST = max(phrase.count(" ") for phrase in BOUNDS_BEFORE) + 1
_WINDOW = 60
_AFTER = re.compile("|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(BOUNDS_AFTER, key=len, reverse=True)), re.IGNORECASE)
_SIGN = re.compile(r"(>=|<=|< =|> =|[<>≥≤~≈∼±])\s{0,2}$")


def before(text: str, at: int, floor: int) -> tuple[int, Bound] | None:
    """Where the bounding words that end right before `at` begin, and what they say."""
    window = text[max(floor, at - _WINDOW) : at]
    words = window.split()
    if not words:
        return None
    last = words[-1].lower().lstrip("(\"'“‘[—–-")
    if last not in _LAST:
        if last[-1:] in "<>≥≤~≈∼±=" and last:
            sign = _SIGN.search(window)
            if sign:
                return at - len(window) + sign.start(), BOUND_SIGNS[sign.group(1).replace(" ", "")]  # type: ignore[return-value]
        return None
    if not window[-1:].isspace():
        return None
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-count:]).lower().lstrip("(\"'“‘[—–-")
        bound = BOUNDS_BEFORE.get(phrase)
        if bound is not None:
            start = at
            for word in reversed(words[-count:]):
                start = text.rindex(word, 0, start)
            first = words[-count]
            start += len(first) - len(first.lstrip("(\"'“‘[—–-"))
            further = before(text, start, floor) if count < 3 else None
            if further is not None:
                # At least about, up to nearly: the outer word says what is claimed.
                return further[0], further[1] if further[1] != "exact" else bound  # type: ignore[return-value]
            return start, bound  # type: ignore[return-value]
    return None


def after(text: str, at: int, end: int) -> tuple[int, Bound] | None:
    """Where the bounding words that begin at `at` end, and what they say: *1,600+*, *50,000-plus*, *30 or more*."""
    match = _AFTER.match(text, at, end)
    if match is None:
        return None
    if match.end() < end and match.group()[-1].isalpha() and (text[match.end()].isalnum() or match.group() in (" odd",)):
        return None
    return match.end(), BOUNDS_AFTER[" ".join(match.group().lower().split()) if match.group()[0] != " " else " " + " ".join(match.group().lower().split())]  # type: ignore[return-value]
