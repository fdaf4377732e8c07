"""Texts of many short reports by one outlet: live blogs, each timestamped entry a report, and digests, each item a report."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from metrics.read import days, stamps, vocabulary
from metrics.read.lines import Line

_CLOCK = re.compile(
    r"(?<![0-9:.])(?P<hour>[01]?[0-9]|2[0-3])[:.h](?P<minute>[0-5][0-9])(?::[0-5][0-9])?\s?(?P<half>[ap]\.?m\b\.?)?", re.IGNORECASE
)
_AROUND = re.compile(r"[\s,()|·•–—-]+")
_LONGEST_STAMP = 48
_LONGEST_TITLE = 200
_FEWEST = 3  # entries or items that make a page of them
_DAY = 24 * 60  # minutes
_LONGEST = 2 * _DAY  # that a live blog runs
_HEAD = 6  # lines in which a digest says that it is one
_RULE = frozenset("-–—*_=~•·⸻#")
_NUMBERED = re.compile(r"(?P<number>[0-9]{1,2})[.)]\s+(?P<title>\S.*)")
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*(?:\s\([^()]{2,40}\))?\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of the page: the lines [first, last), where its own words begin, its headline and its day."""

    first: int
    last: int
    content: int
    title: tuple[int, int] | None = None
    stated: date | None = None
    inferred: date | None = None


def split(rows: Sequence[Line], published: date | None) -> list[Entry]:
    """The entries of a live blog or the items of a digest, in the order of the text; none where the text is neither.

    `published` is the page's day, where it is known.
    """
    return _live(rows, published) or _digest(rows, published)


def _live(rows: Sequence[Line], published: date | None) -> list[Entry]:
    stamped = [(index, clock) for index, row in enumerate(rows) if len(row.text) <= _LONGEST_STAMP and (clock := _stamp(row.text))]
    if len(stamped) < _FEWEST or any(after - before < 2 for (before, _), (after, _) in itertools.pairwise(stamped)):
        return []
    minutes = [clock.minutes for _, clock in stamped]
    down, up = _elapsed(minutes[::-1]), _elapsed(minutes)
    if min(down, up) > _LONGEST and not all(clock.day for _, clock in stamped):  # a timetable, or times in no order
        return []
    first = stamped[0][0]
    day = published or stamps.stamped(list(rows[:first])).published
    dated = _days([clock for _, clock in stamped], day, newest_first=down < up)
    found = [Entry(0, first, 0, stated=day)] if _is_prose(rows[:first]) else []
    for number, (index, _) in enumerate(stamped):
        last = stamped[number + 1][0] if number + 1 < len(stamped) else len(rows)
        title = _title(rows, index + 1, last)
        stated, inferred = dated[number]
        found.append(Entry(index if found else 0, last, index + 1, title, stated, inferred))
    return found


def _elapsed(minutes: Sequence[int]) -> int:
    """The minutes that go by from the first time to the last, taken in this order."""
    return sum((after - before) % _DAY for before, after in itertools.pairwise(minutes))


@dataclass(frozen=True, slots=True)
class _Clock:
    minutes: int
    day: days.Mention | None


def _stamp(line: str) -> _Clock | None:
    """*14:32 GMT*, *10.45am*, *Posted at 9:05 p.m. ET*, *2 June 2025, 14:32*: a line that is a time and nothing else."""
    match = _CLOCK.search(line)
    if match is None:
        return None
    rest = f"{line[: match.start()]} {line[match.end() :]}"
    mention = next(days.mentions(rest), None)
    if mention:
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    words = [word.strip(".:") for word in _AROUND.split(rest)]
    if any(word and word.casefold() not in _stamp_words() for word in words):
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"][0] in "pP")
    return _Clock(60 * hour + int(match["minute"]), mention)


def _stamp_words() -> frozenset[str]:
    return vocabulary.folded("live", "words")


def _days(clocks: Sequence[_Clock], day: date | None, newest_first: bool) -> list[tuple[date | None, date | None]]:
    """For each entry its stated and its inferred day: from the oldest on, a clock that runs backwards has passed midnight."""
    order = list(reversed(clocks)) if newest_first else list(clocks)
    found: list[tuple[date | None, date | None]] = []
    passed, before = 0, -1
    for clock in order:
        year = clock.day.year or (day.year if day else None) if clock.day else None
        own = clock.day.on(year) if clock.day and year else None
        if own:
            day, passed = own, 0
        elif clock.minutes < before:
            passed += 1
        before = clock.minutes
        if day is None or passed == 0:
            found.append((own or day, None))
        else:
            found.append((None, day + timedelta(days=passed) if day.year < 9999 else None))
    return found[::-1] if newest_first else found


def _digest(rows: Sequence[Line], published: date | None) -> list[Entry]:
    head = " ".join(row.text for row in rows[:_HEAD]).casefold()
    named = any(word in head for word in vocabulary.folded("digest", "heads"))
    starts = _ruled(rows) or (_numbered(rows) if named else [])
    if not starts:
        return []
    items = [(first, last) for first, last in zip(starts, [*starts[1:], len(rows)], strict=True)]
    good = [(first, last) for first, last in items if _is_item(rows, first, last)]
    if len(good) < (2 if named else _FEWEST) or 3 * len(good) < 2 * len(items):
        return []
    day = published or stamps.stamped(list(rows[: good[0][0]])).published
    found = [Entry(0, good[0][0], 0, stated=day)] if _is_prose(rows[: good[0][0]]) else []
    for number, (first, _) in enumerate(good):
        last = good[number + 1][0] if number + 1 < len(good) else len(rows)
        begin = first + 1 if _is_rule(rows[first].text) else first
        found.append(Entry(first if found else 0, last, begin, _numbered_title(rows[begin]) or _title(rows, begin, last), day))
    return found


def _ruled(rows: Sequence[Line]) -> list[int]:
    """The lines at which items begin that rules divide; the first item stands before the first rule where it looks like one."""
    rules = [index for index, row in enumerate(rows) if _is_rule(row.text)]
    if len(rules) < 2:
        return []
    return [0, *rules] if rules[0] > 0 and _is_item(rows, 0, rules[0]) else rules


def _is_rule(line: str) -> bool:
    return 3 <= len(line) <= 120 and line[0] in _RULE and set(line.replace(" ", "")) <= _RULE


def _numbered(rows: Sequence[Line]) -> list[int]:
    found: list[int] = []
    for index, row in enumerate(rows):
        match = _NUMBERED.match(row.text)
        if match and int(match["number"]) == len(found) + 1:
            found.append(index)
    return found if len(found) >= 2 else []


def _numbered_title(row: Line) -> tuple[int, int] | None:
    match = _NUMBERED.fullmatch(row.text)
    return (row.start + match.start("title"), row.end) if match and not _SENTENCE.search(row.text) else None


def _is_item(rows: Sequence[Line], first: int, last: int) -> bool:
    """A headline with prose under it."""
    begin = first + 1 if _is_rule(rows[first].text) else first
    return _title(rows, begin, last) is not None and _is_prose(rows[begin + 1 : last])


def _title(rows: Sequence[Line], first: int, last: int) -> tuple[int, int] | None:
    """The first line, where it is a headline: short, no sentence, with more under it."""
    if (
        first + 1 >= last
        or rows[first].text.startswith(("By ", "BY "))
        or len(rows[first].text) > _LONGEST_TITLE
        or _SENTENCE.search(rows[first].text)
    ):
        return None
    return rows[first].start, rows[first].end


def _is_prose(rows: Sequence[Line]) -> bool:
    return any(len(row.text) >= 40 and _SENTENCE.search(row.text) for row in rows)
