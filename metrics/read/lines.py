"""The lines of a text with their offsets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has something on it, without the white space around it: `text[start:end]`."""

    start: int
    end: int
    text: str


def lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]` that are not blank, in document offsets."""
    found: list[Line] = []
    place = start
    for raw in text[start:end].splitlines(keepends=True):
        content = raw.strip()
        if content:
            begin = place + len(raw) - len(raw.lstrip())
            found.append(Line(begin, begin + len(content), content))
        place += len(raw)
    return found
