"""Where quotations stand in a text: double and curly marks, single ones where they open and close at a word. Pure functions, linear."""

from __future__ import annotations

import re

_MARK = re.compile(r"[“”\"\n'‘’](?:(?<=[“”\"])|(?<=\n)\s*\n|(?<=['‘])(?<!\w['‘])(?=\w)|(?<=['’])(?!\w))")
_CLOSING = {"“": "”", '"': '"', "‘": "’'", "'": "'’"}
_DASHES = (" - ", " – ", " — ")
_TAIL = re.compile(
    r"(?:[.!?…] (?P<dash>[-–—]) (?=[A-Z])"
    r"|\w,? (?P<bare>[-–—]) (?=(?:(?:said|added|noted|stressed|wrote|reported|explained|concluded) [A-Z]"
    r"|[A-Z][\w’'-]{1,30} (?:[A-Z][\w’'-]{1,30} )?(?:said|added|noted|stressed|wrote|reported|explained|concluded)\b)))"
)
_SAYING = 60  # characters of *X said* behind the dash
LONGEST = 3000  # a mark that finds no partner within this many characters stands alone


def quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations of `text[start:end]` as (start, end), marks included; an opening mark without a partner ends with its paragraph."""
    found: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened is not None and at - opened[1] > LONGEST:
            opened = None
        if mark[0] == "\n":
            if opened and opened[0] == '"' and text[max(start, opened[1] - 2) : opened[1]] == ": ":
                continue  # Quote: "…" holds paragraphs
            if opened and opened[0] == "“":
                found.append((opened[1], at))
            opened = None
        elif opened is None:
            if mark in ("“", '"', "‘", "'") and not (mark == "'" and text[at + 1 : at + 2].isspace()):
                opened = (mark, at)
        elif mark == opened[0] == '"' and text[at - 1] == "\n":  # each of its paragraphs opens anew
            found.append((opened[1], at))
            opened = (mark, at)
        elif mark in _CLOSING[opened[0]] and not (opened[0] in "'‘" and at + 1 < end and text[at + 1].isalnum()):
            found.append((opened[1], match.end()))
            opened = None
        elif mark == "“" or (mark == '"' and opened[0] in "'‘"):
            opened = (mark, at)
    return sorted(found + unmarked(text, start, end, found))


def unmarked(text: str, start: int, end: int, marked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Paragraphs quoted without marks, up to the dash before who said them: *We are all home. – X noted.*"""
    found: list[tuple[int, int]] = []
    if all(text.find(dash, start, end) < 0 for dash in _DASHES):
        return found
    for match in _TAIL.finditer(text, start, end):
        line, stop = max(start, text.rfind("\n", start, match.start()) + 1), text.find("\n", match.end(), end)
        rest = (stop if stop >= 0 else end) - match.end()
        inside = any(first < match.end() and last > line for first, last in marked)
        if rest <= _SAYING and not inside:
            found.append((line, match.start(match.lastgroup or 0) + 1))
    return found
