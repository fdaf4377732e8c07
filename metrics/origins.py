"""Which reports have one origin: exact copies, cut and edited copies, reports by one original publisher on one text.

Copies are found by the runs of words that two texts share. Pure functions; near-linear in the length of all texts together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"\w+")
WORDS = 6
CONTAINMENT = 0.3
FEWEST = 6  # shared runs: below, a shared sentence or quotation says nothing of who copied whom
MOST_HOLDERS = 40  # a run of words that more texts than these have is a formula, not a trace
WHOLE = 0.95  # a text that another holds to this share leads nowhere that the other does not


def shingles(text: str, words: int = WORDS) -> frozenset[int]:
    """The runs of `words` words in the text, as hashes that hold within this process; whatever the spacing, case and punctuation."""
    found = _WORD.findall(text.casefold())
    return frozenset(hash(tuple(found[i : i + words])) for i in range(len(found) - words + 1))


def copies(texts: Iterable[tuple[str, str]], containment: float = CONTAINMENT, words: int = WORDS) -> dict[str, str]:
    """For each (id, text) the id of its origin: texts belong together where one holds `containment` of the other's runs."""
    leader: dict[str, str] = {}
    sizes: dict[str, int] = {}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    whole: dict[str, str] = {}  # texts too short for runs are copies only of equal ones
    for name, text in texts:
        leader[name] = name
        runs = shingles(text, words)
        if len(runs) < FEWEST:
            first = whole.setdefault(" ".join(_WORD.findall(text.casefold())), name)
            join(leader, name, first)
            continue
        shared = Counter(other for run in runs for other in holders.get(run, ()))
        held = False
        for other, count in shared.items():
            smaller = min(len(runs), sizes[other])
            if count >= FEWEST and count >= containment * smaller:
                join(leader, name, other)
            held = held or count >= WHOLE * len(runs)
        if held:
            continue
        sizes[name] = len(runs)
        for run in runs:
            if len(holders[run]) < MOST_HOLDERS:
                holders[run].append(name)
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
