"""What a text quotes from another outlet: *“…,” the Kyiv Independent reported*. The words are another paper's, not this one's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from metrics.model import Zone
from metrics.read import vocabulary
from metrics.read.lines import Line

_QUOTATION = re.compile(r"“[^“”\n]{30,2000}”|\"[^\"\n]{30,2000}\"")
_WINDOW = 90  # characters before and after a quotation in which its outlet is named
_NAME = r"(?:the |The )?(?P<name>[A-Z][\w.&'’/-]{0,30}(?: (?:[A-Z][\w.&'’/-]{0,30}|of|the|and|&)){0,5})"
_STOP = re.compile(r"[.!?…][\"'”’)]*\s")


def quotations(text: str, rows: list[Line], publisher: str | None) -> Iterator[Zone]:
    """The quotations, and the paragraphs after *Reuters reports:*, that a known outlet other than `publisher` is named for."""
    own = vocabulary.canonical(publisher) if publisher else None
    announced = False
    for row in rows:
        if announced and row.text[0] in '“"‘>':
            yield Zone(row.start, row.end, "quotation")
            continue
        announced = row.text.endswith(":") and len(row.text) <= _WINDOW and _named(_before(), row.text, own)
        if "“" in row.text or '"' in row.text:
            for match in _QUOTATION.finditer(text, row.start, row.end):
                before = text[max(row.start, match.start() - _WINDOW) : match.start()]
                before = before[max((stop.end() for stop in _STOP.finditer(before)), default=0) :]
                after = text[match.end() : min(row.end, match.end() + _WINDOW)]
                if _named(_before(), before, own) or _named(_after(), after, own):
                    yield Zone(match.start(), match.end(), "quotation")


def _named(pattern: re.Pattern[str], window: str, own: str | None) -> bool:
    """Whether the window names a known outlet as the source of what stands beside it."""
    match = pattern.search(window)
    if match is None:
        return False
    words = [word.rstrip(".") for word in (match["name"] or match["other"]).split()]
    for count in range(len(words), 0, -1):  # *Kyiv Independent* before *Independent*
        for first in range(len(words) - count + 1):
            name = " ".join(words[first : first + count])
            if outlet := vocabulary.known(name.removesuffix("'s").removesuffix("’s")):
                return outlet.name != own
    return False


@cache
def _before() -> re.Pattern[str]:
    """*Reuters reported on Monday:*, *according to the BBC,* up to the quotation."""
    verbs = "|".join(vocabulary.words("quotation", "verbs"))
    sources = "|".join(vocabulary.words("quotation", "sources"))
    return re.compile(rf"(?:(?:{sources}) {_NAME}|{_NAME.replace('?P<name>', '?P<other>')} (?:{verbs})\b)[^.!?“\"]{{0,40}}[:,]?\s*\Z")


@cache
def _after() -> re.Pattern[str]:
    """*, the Kyiv Independent reported*, *wrote Le Monde*, *according to the BBC* from the quotation on."""
    verbs = "|".join(vocabulary.words("quotation", "verbs"))
    sources = "|".join(vocabulary.words("quotation", "sources"))
    return re.compile(rf"\A[\s,–—-]*(?:(?:{verbs}|{sources}) {_NAME}|{_NAME.replace('?P<name>', '?P<other>')} (?:{verbs})\b)")
