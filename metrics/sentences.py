"""Where sentences begin and end. Pure functions of the text, in one linear scan."""

from __future__ import annotations

import re

_WRAP = 50  # characters of the shortest line that a page wraps
LONGEST = 2000  # characters: what runs on longer is cut at a space, so that the work on a sentence stays bounded

# A stop ends a sentence unless it belongs to an abbreviation or an initial; a line break does unless it wraps a line.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl cmdr adm brig rev hon sen rep gov pres st jr sr vs etc no nos dept est approx inc ltd "
    "co corp jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.u d.c a.m p.m i.e e.g".split()
)
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
# Every run of stops is one match, so that none is looked at twice; *inside* marks those behind which no sentence can begin.
_STOP = re.compile(
    r"[\n.!?…](?:(?<=\n)\n*+"
    r"|(?<=[a-z][a-z]\.)(?=[A-Z][a-z]{2})"  # a missing space too: *… military.Senior …*
    r"|[.!?…]*+[\"'”’»)\]]*+(?:(?=\s*+(?:(?<=\s)[^\sa-z]|\Z))|(?P<inside>)))"
)
_LAST_WORD = re.compile(r"[^\s\"'“‘«(\[]*\Z")


def spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as (start, end) pairs in document offsets, without surrounding white space."""
    end = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = start

    def add(stop: int) -> None:
        a, b = begin, stop
        while a < b and text[a].isspace():
            a += 1
        while a < b and text[b - 1].isspace():
            b -= 1
        while b - a > LONGEST:
            space = text.rfind(" ", a + LONGEST // 2, a + LONGEST)
            cut = space if space > 0 else a + LONGEST
            found.append((a, cut))
            a = cut + (space > 0)
        if a < b:
            found.append((a, b))

    for match in _STOP.finditer(text, start, end):
        if match.lastgroup:
            continue
        i, j = match.span()
        if i == begin and text[i] == "\n":  # nothing before the break
            begin = j
            continue
        if (text[i] == "\n" and _wrapped(text, begin, i, j)) or (text[i] == "." and _abbreviates(text, begin, i, j)):
            continue
        add(j)
        begin = j
    add(end)
    return found


def _abbreviates(text: str, begin: int, i: int, j: int) -> bool:
    """Whether the stop [i, j) belongs to an abbreviation or an initial, rather than to the sentence."""
    if not text[i - 1].isalpha() or (i - begin > _LONGEST_ABBREVIATION and text[i - 1 - _LONGEST_ABBREVIATION : i].isalpha()):
        return False
    word = _LAST_WORD.search(text, max(begin, i - _LONGEST_ABBREVIATION - 2), i)
    last = word.group().rstrip(".").casefold() if word else ""
    if len(last) == 1 and last.isalpha() and j - i == 1:
        return not _contracted(text, word.start() if word else 0)
    return last in _ABBREVIATIONS


def _wrapped(text: str, begin: int, i: int, j: int) -> bool:
    """Whether a line break only wraps a long line: the next one goes on in lower case, and nothing announced it."""
    if j - i != 1 or not text[j : j + 1].islower() or text[i - 1 : i] in (":", ";", ".", "!", "?"):
        return False
    return i - max(begin, text.rfind("\n", begin, i) + 1) >= _WRAP


def _contracted(text: str, at: int) -> bool:
    """Whether the letter at `at` ends a contraction: *can't*, *it's*."""
    return at > 1 and text[at - 1] in "'’" and text[at - 2].isalpha()
