"""The clues in a text that tell when it was published: days and weekdays it names, years, office-holders, its dateline."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from metrics.folders import folder
from metrics.read import days
from metrics.tries import trie

ClueKind = Literal["dateline", "day", "weekday", "year", "office", "ago"]

_WINDOW = 110  # characters before and after a day in which words tell its tense
_ROLE_WINDOW = 48  # characters before a name in which an office stands
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n")
_AFTER = re.compile(_SENTENCE.pattern + r"|[”\"]")  # who says so, and that it was said, stands outside the quotation
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_BARE_WEEKDAY = re.compile(rf"(?=[MTWFS])\b{days.WEEKDAY}\b(?!,?\s\(?(?:{days.MONTH}\s|[0-3]?[0-9](?:st|nd|rd|th)?\s))")
_YEAR = re.compile(
    r"(?=[12])(?<![\w.,$€£/-])(?:19[5-9][0-9]|20[0-4][0-9])(?!\w|[.,/-][0-9]|\s(?:people|troops|soldiers|prisoners|men|civilians|bodies|children))"
)
_YEAR_AHEAD = frozenset({"by", "until", "till", "through", "before"})
_NO_LONGER = re.compile(r"(?:former|ex|then|late|predecessor|ousted|exiled)\W*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clue:
    """One clue: `text[start:end]` says so. What it says is in the field of its kind."""

    kind: ClueKind
    start: int
    end: int
    day: days.Mention | None = None  # dateline, day
    ahead: float = 0.0  # day, weekday: how surely the text speaks of it as still to come, 0 to 1
    said: bool = False  # day: something was said on it, so the text is fresh
    following: bool = False  # day, weekday: *next Monday, June 2*, *next Monday*
    weekday: int | None = None
    year: int | None = None
    back: bool = False  # year: *back in 2014*
    terms: tuple[tuple[date, date], ...] = ()  # office: when the person named held it
    ago: days.Ago | None = None


@cache
def weights() -> dict[str, Any]:
    """The table of seeds/clues.toml."""
    return tomllib.loads((folder("seeds") / "clues.toml").read_text(encoding="utf-8"))


@cache
def _words(key: str) -> frozenset[str]:
    words = str(weights()["words"][key])
    return frozenset(words.split(",") if "," in words else words.split())


def find(text: str, prose: Iterable[tuple[int, int]]) -> list[Clue]:
    """The clues of the prose spans of a text, in the order of their kinds."""
    found: list[Clue] = []
    for start, end in prose:
        dated = [_day(text, mention, start, end) for mention in days.mentions(text, start, end)]
        found += dated
        found += _weekdays(text, start, end)
        inside = {place for clue in dated for place in range(clue.start, clue.end)}
        found += (clue for clue in _years(text, start, end) if clue.start not in inside)
        found += _offices(text, start, end)
    return found


def _day(text: str, mention: days.Mention, start: int, end: int) -> Clue:
    before, after = _around(text, mention.start, mention.end, start, end)
    words = [word.casefold() for word in _WORD.findall(before)]
    rest = [word.casefold() for word in _WORD.findall(after)]
    opening = not words or words == ["on"]
    said = any(word in _words("said") for word in words[-5:]) or (opening and any(word in _words("said") for word in rest[:12]))
    ahead = _ahead(before, words, rest)
    return Clue(
        "day",
        mention.start,
        mention.end,
        day=mention,
        ahead=ahead,
        said=said and ahead < 0.5,
        following=words[-1:] == ["next"],
        weekday=mention.weekday,
        year=mention.year,
    )


def _ahead(before: str, words: list[str], rest: list[str]) -> float:
    """How surely a day is spoken of as to come: words near it weigh more than words far off; what forms it decides."""
    joined = " ".join(words[-3:]).removesuffix(" on").removesuffix(" the")
    if any(joined == form or joined.endswith(" " + form) for form in _words("forming")):
        return 0.9
    ahead = past = 0.0
    for distance, word in [*enumerate(reversed(words[-14:])), *((at + 2, word) for at, word in enumerate(rest[:8]))]:
        weight = 1 / (2 + distance)
        if word in _words("ahead"):
            ahead += weight
        elif word in _words("past") or (len(word) > 5 and word.endswith("ed")):
            past += weight
    return 0.4 if ahead == past == 0 else round(ahead / (ahead + past), 3)


def _around(text: str, first: int, last: int, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span within its sentence and a window."""
    before = text[max(start, first - _WINDOW) : first]
    stops = [stop.end() for stop in _SENTENCE.finditer(before)]
    after = text[last : min(end, last + _WINDOW)]
    stop = _AFTER.search(after)
    return before[stops[-1] if stops else 0 :], after[: stop.start() if stop else len(after)]


def _weekdays(text: str, start: int, end: int) -> Iterator[Clue]:
    for match in _BARE_WEEKDAY.finditer(text, start, end):
        before, after = _around(text, match.start(), match.end(), start, end)
        words = [word.casefold() for word in _WORD.findall(before)]
        number = days.weekday_number(match.group())
        if words[-1:] == ["next"]:
            yield Clue("weekday", match.start(), match.end(), ahead=0.9, following=True, weekday=number)
        elif not words or words[-1] not in _words("not_fresh"):
            ahead = _ahead(before, words, [word.casefold() for word in _WORD.findall(after)])
            yield Clue("weekday", match.start(), match.end(), ahead=ahead, weekday=number)


def _years(text: str, start: int, end: int) -> Iterator[Clue]:
    for match in _YEAR.finditer(text, start, end):
        words = _WORD.findall(text[max(start, match.start() - 24) : match.start()])
        last = words[-1].casefold() if words else ""
        if last in _YEAR_AHEAD:
            continue
        back = [word.casefold() for word in words[-2:]] == ["back", "in"]
        yield Clue("year", match.start(), match.end(), year=int(match.group()), back=back)


def _offices(text: str, start: int, end: int) -> Iterator[Clue]:
    for match in _names().finditer(text, start, end):
        before = text[max(start, match.start() - _ROLE_WINDOW) : match.start()]
        stops = [stop.end() for stop in _SENTENCE.finditer(before)]
        before = before[stops[-1] if stops else 0 :]
        folded = before.casefold()
        terms = []
        for role, begin, until in _terms()[match.group()]:
            at = folded.rfind(role)
            own = role in match.group().casefold()  # *Pope Francis* is name and office in one
            between = folded[at + len(role) :] if at >= 0 else ""
            apposed = _apposition(text[match.end() : min(end, match.end() + _ROLE_WINDOW)])
            if own or role in apposed or (at >= 0 and len(between) <= 12 and "elect" not in between and not _NO_LONGER.search(before[:at])):
                terms.append((begin, until))
        if terms:
            yield Clue("office", match.start(), match.end(), terms=tuple(terms))


def _apposition(after: str) -> str:
    """*X, the foreign minister of Y, …*: what stands between the commas after a name."""
    if not after.startswith(", "):
        return ""
    words = after[2:].partition(",")[0].casefold()
    return "" if re.match(r"(?:a |the |\w+['’]s )?(?:former|then|late|ex)\b", words) else words


@cache
def _terms() -> dict[str, list[tuple[str, date, date]]]:
    """Each way in which an office-holder is written, with the offices and terms."""
    found: dict[str, list[tuple[str, date, date]]] = {}
    with (folder("seeds") / "offices.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            until = date.fromisoformat(row["to"]) if row["to"] else date.max
            for name in row["written"].split("|"):
                found.setdefault(name, []).append((row["role"], date.fromisoformat(row["from"]), until))
    return found


@cache
def _names() -> re.Pattern[str]:
    initials = "".join(sorted({name[0] for name in _terms()}))
    return re.compile(rf"(?=[{re.escape(initials)}])\b{trie(_terms())}\b")
