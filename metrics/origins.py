"""Which reports have one origin: exact copies, cut and edited copies, reports by one original publisher on one text.

Copies are found by the runs of words that two texts share. Pure functions; near-linear in the length of all texts together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

_WORD = re.compile(r"\w+")
WORDS = 6
CONTAINMENT = 0.3
FEWEST = 6  # shared runs: below, a shared sentence or quotation says nothing of who copied whom
MOST_HOLDERS = 40  # a run of words that more texts than these have is a formula, not a trace
WHOLE = 0.95  # a text that another holds to this share leads nowhere that the other does not


def _runs(found: list[str], words: int) -> frozenset[int]:
    """The runs of so many words, as hashes that hold within this process."""
    return frozenset(map(hash, zip(*(found[start:] for start in range(words)), strict=False)))


def copies(texts: Iterable[tuple[str, str]], containment: float = CONTAINMENT, words: int = WORDS) -> dict[str, str]:
    """For each (id, text) the id of its origin: texts belong together where one holds `containment` of the other's runs.

    Spacing, case and punctuation say nothing.
    """
    leader: dict[str, str] = {}
    names: list[str] = []  # of the texts that are held against later ones, whose number here stands for them
    sizes: list[int] = []
    first: dict[int, int] = {}  # by run of words, the text that has it; most runs have no other
    others: dict[int, list[int]] = {}
    whole: dict[tuple[str, ...], str] = {}  # texts too short for runs are copies only of equal ones
    for name, text in texts:
        leader[name] = name
        found = _WORD.findall(text.casefold())
        runs = _runs(found, words)
        if len(runs) < FEWEST:
            equal = whole.setdefault(tuple(found), name)
            if equal is not name:
                join(leader, name, equal)
            continue
        known = runs & first.keys()
        shared = Counter(map(first.__getitem__, known))
        shared.update(chain.from_iterable(filter(None, map(others.get, known))))
        held = False
        for other, count in shared.items():
            if count < FEWEST:
                continue
            if count >= containment * min(len(runs), sizes[other]):
                join(leader, name, names[other])
            held = held or count >= WHOLE * len(runs)
        if held:
            continue
        number = len(names)
        names.append(name)
        sizes.append(len(runs))
        first.update(dict.fromkeys(runs - known, number))
        for run in known:
            holding = others.setdefault(run, [])
            if len(holding) < MOST_HOLDERS - 1:
                holding.append(number)
    return {name: find(leader, name) for name in leader}


def origins(texts: Iterable[tuple[str, str]], writers: Mapping[str, str | None]) -> dict[str, str]:
    """As `copies`; besides, all reports that name one original publisher (`writers`: report id to its name) are of one origin."""
    leader = copies(texts)
    first: dict[str, str] = {}
    for name in leader:
        writer = writers.get(name)
        if writer is not None:
            join(leader, name, first.setdefault(writer, name))
    return {name: find(leader, name) for name in leader}


def find(leader: dict[str, str], name: str) -> str:
    """The first of those that a name was joined with."""
    while leader[name] != name:
        leader[name] = leader[leader[name]]
        name = leader[name]
    return name


def join(leader: dict[str, str], one: str, other: str) -> None:
    """Puts two names together, with all that either was joined with."""
    a, b = find(leader, one), find(leader, other)
    if a != b:
        leader[b if a < b else a] = min(a, b)
