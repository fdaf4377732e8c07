"""Who is named in a text: parties, their people, their places, and the conflicts between them.

Reads seeds/parties.csv, people.csv and conflicts.csv once; the rest of the package works on the `Gazetteer`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from metrics.claims.tokens import LETTERS, TOKEN
from metrics.folders import folder


@dataclass(frozen=True, slots=True)
class Actor:
    """What a name stands for. kind: name, demonym, metonym, place, bloc, person or body."""

    kind: str
    key: str | None  # the party; None for a third body or a person of none
    name: str  # canonical
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides and who stands with each."""

    sides: str
    first: frozenset[str]
    second: frozenset[str]
    start: date | None
    end: date | None
    words: tuple[str, ...]
    civil: bool
    war: bool  # fighting, rather than a quarrel with exchanges
    keys: tuple[str, str]  # the two sides
    called: tuple[str, ...] = ()  # what a report calls the armed group, or its foe, that names neither

    def side_of(self, party: str | None) -> str | None:
        """The side that a party stands on, or None."""
        first, second = self.keys
        return first if party in self.first else second if party in self.second else None

    def other(self, party: str | None) -> str | None:
        """The side opposed to that of a party, or None."""
        first, second = self.keys
        side = self.side_of(party)
        return None if side is None else second if side == first else first


@dataclass(slots=True)
class Gazetteer:
    """Names to actors: `single` by word, `phrases` by first word, longest first."""

    single: dict[str, Actor] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Actor]]] = field(default_factory=dict)
    seconds: dict[str, tuple[str, ...]] = field(default_factory=dict)  # which second words those have
    people: set[str] = field(default_factory=set)  # how the names of persons begin, in lower case
    names: dict[str, str] = field(default_factory=dict)  # party key to its name
    place_of: dict[str, str] = field(default_factory=dict)  # an organisation's country
    places: set[str] = field(default_factory=set)  # names of towns and regions, capitals too that stand for their government
    conflicts: list[Conflict] = field(default_factory=list)
    fought: tuple[dict[str, list[int]], ...] = ()  # which conflicts a party is in, on their first and second side
    uncapped: set[str] = field(default_factory=set)  # first words of names that open in lower case: al-Qaeda
    _alone: dict[str, Actor | None] = field(default_factory=dict)  # what each word met so far names

    def add(self, name: str, actor: Actor) -> None:
        words = tuple(TOKEN.findall(name.replace("’", "'")))
        if not words:
            return
        if actor.kind == "person":
            self.people.update(LETTERS.findall(words[0].lower())[:1])
        if words[0][0].islower() and words[0] != "the":
            self.uncapped.add(words[0])
        if len(words) == 1:
            self.single.setdefault(words[0], actor)
        else:
            self.phrases.setdefault(words[0], []).append((words, actor))

    def at(self, words: list[str], i: int) -> tuple[int, Actor] | None:
        """The actor named by the words from i on, and the index behind the name."""
        word = words[i]
        first = word.replace("’", "'") if "’" in word else word
        seconds = self.seconds.get(first)
        if seconds is not None and i + 1 < len(words) and words[i + 1].replace("’", "'").startswith(seconds):
            for phrase, actor in self.phrases[first]:
                stop = i + len(phrase)
                last = words[stop - 1] if stop <= len(words) else ""
                if bare(last) == phrase[-1] or last.partition("-")[0] == phrase[-1]:  # Islamic State-linked
                    inner = words[i + 1 : stop - 1]
                    if all(said == part or said.replace("’", "'") == part for said, part in zip(inner, phrase[1:-1], strict=True)):
                        return stop, actor
        alone = self.alone(word)
        return (i + 1, alone) if alone else None

    def alone(self, word: str) -> Actor | None:
        """The actor that a word names by itself, in the genitive or before a hyphen too: *Kyiv's*, *US-led*."""
        try:
            return self._alone[word]
        except KeyError:
            if len(self._alone) > 100_000:  # bounded, whatever is read
                self._alone.clear()
            found = self._alone[word] = self.single.get(word) or self.single.get(bare(word)) or self.single.get(word.partition("-")[0])
            return found


def bare(word: str) -> str:
    """A word without its genitive ending."""
    return word[:-2] if word.endswith(("'s", "’s")) else word[:-1] if word.endswith(("'", "’")) and len(word) > 1 else word


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _list(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def _day(cell: str | None) -> date | None:
    return date.fromisoformat(cell) if cell else None


@cache
def load(directory: Path | None = None) -> Gazetteer:
    """The gazetteer of the shipped CSV files, or of those in `directory`."""
    directory = directory or folder("seeds")
    gazetteer = Gazetteer()
    blocs: set[str] = set()
    for row in _rows(directory / "parties.csv"):
        key, third = row["key"], row["kind"] == "bloc"
        gazetteer.names[key] = row["name"]
        blocs |= {key} if third else set()
        if row.get("place_of"):
            gazetteer.place_of[key] = row["place_of"]
        for column, kind in (("name", "name"), ("aliases", "name"), ("demonyms", "demonym"), ("metonyms", "metonym"), ("places", "place")):
            for name in [row["name"]] if column == "name" else _list(row.get(column)):
                if kind == "place":
                    gazetteer.places.add(name)
                gazetteer.add(name, Actor("bloc" if third and kind != "demonym" else kind, key, row["name"]))
                if kind in ("name", "demonym") and not name.isupper() and len(name) > 4:
                    gazetteer.add(name.upper(), Actor("bloc" if third else kind, key, row["name"]))
    for row in _rows(directory / "people.csv"):
        party = None if row["party"] in blocs else row["party"] or None  # who speaks for a bloc stands on no side
        names = [row["name"], *_list(row.get("aliases"))]
        kind = "body" if row.get("role") == "body" else "person"
        for name in names:
            gazetteer.add(name, Actor(kind, party, row["name"], row.get("role")))
        if row.get("surname"):
            gazetteer.add(row["surname"], Actor(kind, party, row["name"], row.get("role")))
    for row in _rows(directory / "conflicts.csv"):
        first, _, second = row["sides"].partition("-")
        gazetteer.conflicts.append(
            Conflict(
                row["sides"],
                frozenset([first, *_list(row.get("with_first"))]),
                frozenset([second, *_list(row.get("with_second"))]),
                _day(row.get("start")),
                _day(row.get("end")),
                tuple(_list(row.get("words"))),
                row.get("civil", "").casefold() == "true",
                row.get("war", "").casefold() != "false",
                (first, second),
                tuple(_list(row.get("called"))),
            )
        )
    gazetteer.fought = ({}, {})
    for n, conflict in enumerate(gazetteer.conflicts):
        for side, conflicts in zip((conflict.first, conflict.second), gazetteer.fought, strict=True):
            for key in side:
                conflicts.setdefault(key, []).append(n)
    for first, phrases in gazetteer.phrases.items():
        phrases.sort(key=lambda pair: (-len(pair[0]), pair[0]))
        gazetteer.seconds[first] = tuple({phrase[1] for phrase, _ in phrases})
    return gazetteer
