"""Which bare numbers are ages: behind a name, or in a list of them. Pure functions."""

from __future__ import annotations

import re

from metrics.model import Figure

_OLDEST = 110
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+,\s\Z")


def of_a_person(text: str, figure: Figure) -> bool:
    """Whether a bare number stands behind a name as an age: *Christina Assi, 28, was hurt*."""
    bare = (
        figure.kind == "cardinal"
        and (figure.head is None or figure.elided)
        and figure.bound == "exact"
        and 1 <= figure.low == figure.high <= _OLDEST
    )
    return (
        bare
        and text[figure.end : figure.end + 1] in (",", ".", ";", ")", "")
        and bool(_NAME_BEFORE.search(text, max(0, figure.start - 30), figure.start))
    )


def listed(text: str, figures: list[Figure], reasons: list[str | None]) -> None:
    """Marks in `reasons` the numbers that go on with a list of ages: *aged 8, 12 and 17*."""
    for k, figure in enumerate(figures[1:], 1):
        before = figures[k - 1]
        bare = figure.kind == "cardinal" and figure.high <= _OLDEST and (figure.head is None or figure.elided)
        if bare and "age" in (before.kind, reasons[k - 1]) and text[before.end : figure.start].strip(" ,") in ("", "and"):
            reasons[k] = "age"
