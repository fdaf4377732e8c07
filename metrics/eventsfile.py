"""What a user says of events, as a TOML file beside the database: names for them, which are one, and which claims are one of their own.

The file is read at every judging and alone decides: a line taken out is undone. See docs/events.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from metrics.model import Mistake, Problem, content_id

_FIELDS = {"name", "event", "claims", "merge", "split"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One [[event]] of the file: exactly one of `event`, `claims` and `merge` says which event it is."""

    number: int  # in the file, from 1
    name: str | None = None
    event: str | None = None  # an event named, or the one that the claims are split from
    claims: tuple[str, ...] = ()
    merge: tuple[str, ...] = ()

    @property
    def event_id(self) -> str:
        """The id of the event that the entry speaks of or makes."""
        if self.claims:
            return content_id("e", "of a user", *sorted(self.claims))
        return self.merge[0] if self.merge else str(self.event)


@dataclass(slots=True)
class Applied:
    """What holds of the file, as rows of the tables event_names, event_merges and event_splits, and what does not."""

    names: list[tuple[str, str]] = field(default_factory=list)
    merges: list[tuple[str, str]] = field(default_factory=list)
    splits: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def beside(db: Path) -> Path:
    """Where the events file of a database stands: out/parley.duckdb → out/parley.events.toml."""
    return db.with_suffix(".events.toml")


def read(path: Path) -> tuple[list[Entry], list[Problem]]:
    """The sound entries, and a Problem for each broken one, or for a file that is no TOML. A file that is not there has none."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return [], []
    except OSError as error:
        raise Mistake(f"{path}: cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        return [], [Problem(str(path), f"is no TOML ({error}); nothing of it is applied")]
    listed = told.get("event")
    problems = [Problem(str(path), f"{key!r} means nothing here, only [[event]] does") for key in told if key != "event"]
    if listed is not None and not isinstance(listed, list):
        return [], [*problems, Problem(str(path), "'event' is no list: begin each entry with [[event]]")]
    entries = []
    for number, entry in enumerate(listed or [], 1):
        try:
            entries.append(_entry(number, entry))
        except ValueError as error:
            problems.append(_problem(path, number, str(error)))
    return entries, problems


def ids(entries: Iterable[Entry]) -> list[str]:
    """Every event and claim that the entries name."""
    return sorted({one for entry in entries for one in (*entry.claims, *entry.merge, *([entry.event] if entry.event else []))})


def apply(path: Path, entries: Iterable[Entry], events: set[str], event_of: Mapping[str, str]) -> Applied:
    """What of the entries holds, given the events found and the event in which each claim was found; the first of two that clash counts."""
    applied = Applied()
    merged: dict[str, str] = {}
    split: set[str] = set()
    named: set[str] = set()
    entries = sorted(entries, key=lambda entry: not entry.merge)  # so that a name finds the event that another became
    for entry in entries:
        wrong = _wrong(entry, events, event_of, merged, split)
        event_id = merged.get(entry.event_id, entry.event_id)
        if not wrong and entry.name and event_id in named:
            wrong = "the event has a name already"
        if wrong:
            applied.problems.append(_problem(path, entry.number, wrong))
            continue
        merged.update(dict.fromkeys(entry.merge, event_id))
        split.update(entry.claims)
        applied.merges += [(one, event_id) for one in entry.merge]
        applied.splits += [(one, event_id) for one in entry.claims]
        if entry.name:
            named.add(event_id)
            applied.names.append((event_id, entry.name))
    return applied


def _wrong(entry: Entry, events: set[str], event_of: Mapping[str, str], merged: Mapping[str, str], split: set[str]) -> str | None:
    """Why the entry cannot be applied; None where it can."""
    for event in (*entry.merge, *([entry.event] if entry.event else [])):
        if event not in events:
            return f"there is no event {event!r}; `parley events` lists them"
        if entry.merge and event in merged:
            return f"the event {event!r} is merged already"
    for claim in entry.claims:
        if claim not in event_of:
            return f"there is no claim {claim!r} that an event has; `parley claims` lists them"
        if claim in split:
            return f"the claim {claim!r} is in two events"
        if entry.event and event_of[claim] != entry.event:
            return f"the claim {claim!r} is not one of the event {entry.event!r}"
    return None


def _entry(number: int, told: object) -> Entry:
    """The entry. Raises ValueError that says what is wrong with it."""
    if not isinstance(told, dict):
        raise ValueError("is no table")
    for key in told:
        if key not in _FIELDS:
            raise ValueError(f"{key!r} means nothing here; there are: {', '.join(sorted(_FIELDS))}")
    split = told.get("split")
    if split is not None:
        if len(told.keys() - {"name"}) > 1 or not isinstance(split, dict) or split.keys() - {"event", "claims", "name"}:
            raise ValueError("'split' is a table of an event, claims and a name, and stands alone")
        name = _text(split, "name") or _text(told, "name")
        event = _text(split, "event")
        if event is None:
            raise ValueError("'split' names no event")
        return Entry(number, name, event, _texts(split, "claims"))
    ways = [key for key in ("event", "claims", "merge") if key in told]
    if len(ways) != 1:
        raise ValueError("takes one of event, claims, merge and split")
    name = _text(told, "name")
    if ways == ["event"]:
        if name is None:
            raise ValueError("gives the event no name")
        return Entry(number, name, _text(told, "event"))
    if ways == ["claims"]:
        return Entry(number, name, claims=_texts(told, "claims"))
    merge = _texts(told, "merge")
    if len(merge) < 2:
        raise ValueError("'merge' takes two events or more")
    return Entry(number, name, merge=merge)


def _text(told: Mapping[str, Any], key: str) -> str | None:
    value = told.get(key)
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise ValueError(f"{key!r} is no text")
    return value


def _texts(told: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = told.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{key!r} is no list of ids")
    return tuple(dict.fromkeys(value))


def _problem(path: Path, number: int, message: str) -> Problem:
    return Problem(f"{path}: [[event]] {number}", message)
