"""The abbreviations that a report gives to names as it goes: *the Arakan Army (AA)*, *the Arakan Army, or AA,*. Pure functions."""

from __future__ import annotations

import re
from dataclasses import replace

from metrics.claims.actors import Actor, Gazetteer
from metrics.claims.tokens import TOKEN

_GIVEN = re.compile(r" \((?:the )?([A-Z]{2,7})\)|, or (?:the )?([A-Z]{2,7})\b")
_LONGEST_NAME = 60  # characters before the abbreviation within which its name begins
_WORDS = 8
_STATE = 2  # letters of a state's key


def learnt(text: str, start: int, end: int, gazetteer: Gazetteer) -> Gazetteer:
    """The gazetteer with the abbreviations that `text[start:end]` gives to organisations it knows; itself where there are none."""
    given: dict[str, Actor] = {}
    for match in _GIVEN.finditer(text, start, end):
        short = match[1] or match[2]
        actor = _named(text[max(start, match.start() - _LONGEST_NAME) : match.start()], gazetteer)
        known = gazetteer.single.get(short)
        if actor is not None and actor.name[0] == short[0] and (known is None or known.key != actor.key):
            given[short] = actor
    return replace(gazetteer, single=gazetteer.single | given, _alone={}) if given else gazetteer


def _named(before: str, gazetteer: Gazetteer) -> Actor | None:
    """The armed group or body whose name the text ends with."""
    words = TOKEN.findall(before)[-_WORDS:]
    for i, word in enumerate(words):
        hit = gazetteer.at(words, i) if word[0].isupper() else None
        if hit is not None and hit[0] == len(words):
            return hit[1] if hit[1].kind == "name" and len(hit[1].key or "") > _STATE else None
    return None
