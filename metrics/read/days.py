"""Dates as texts write them: whole ones in stamps and datelines, month and day in prose, and *3 days ago*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:19|20)[0-9]{2}"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_NO_NUMBER = r"(?![0-9]|[,.:][0-9]|\s?(?:%|a\.?m\b|p\.?m\b))"
# What a day begins with is looked at first: most words of a text cost one comparison.
_MENTION = re.compile(
    rf"(?=[A-Z0-9t])\b(?:(?P<weekday>{WEEKDAY}|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,?\s{{1,3}}\(?)?(?:the\s)?(?:"
    rf"(?P<month>{MONTH})\s{{1,3}}(?P<day>{_DAY}){_NO_NUMBER}(?:(?:,\s?|\s)(?P<year>{_YEAR})\b(?!\s(?:people|troops|soldiers|prisoners)))?(?!\w)"
    rf"|(?P<day2>{_DAY})\s{{1,3}}(?:of\s)?(?P<month2>{MONTH})(?:,?\s(?P<year2>{_YEAR})\b)?(?!\w)"
    rf"|(?P<year3>{_YEAR})-(?P<month3>[01][0-9])-(?P<day3>[0-3][0-9])(?![0-9]|-[0-9])"
    rf")"
)
_AGO = re.compile(
    r"(?:about |over |almost )?(?P<count>an?|one|two|three|four|five|six|seven|[0-9]{1,3}) ?"
    r"(?P<unit>seconds?|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|mo)\.?(?: ago)?|"
    r"(?P<word>yesterday|today|just now|now|last week|last month)",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_UNITS = {"s": (0.0, 0.0), "h": (1 / 24, 1.0), "d": (1.0, 1.0), "w": (7.0, 4.0), "mo": (30.0, 16.0)}
_WORDS = {"yesterday": "d", "last week": "w", "last month": "mo"}  # anything else is today


@dataclass(frozen=True, slots=True)
class Mention:
    """A day named in a text, with or without year and weekday (Monday is 0)."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    def on(self, year: int) -> date | None:
        """This day in a year; None for 29 February where there is none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Ago:
    """How long before the page was taken: `days`, give or take `slack` days."""

    days: float
    slack: float


def whole(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_number(word: str) -> int:
    """*Monday*, *Mon* → 0."""
    return _WEEKDAYS.index(word[:3].casefold())


def mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """The days that `text[start:end]` names, in order."""
    for match in _MENTION.finditer(text, start, len(text) if end is None else end):
        month = match["month"] or match["month2"]
        number = _MONTHS.index(month[:3].casefold()) + 1 if month else int(match["month3"])
        year = match["year"] or match["year2"] or match["year3"]
        day = int((match["day"] or match["day2"] or match["day3"]).rstrip("stndrh"))
        weekday = weekday_number(match["weekday"]) if match["weekday"] else None
        found = Mention(match.start(), match.end(), number, day, int(year) if year else None, weekday)
        if 1 <= number <= 12 and found.on(found.year or 2000):  # 2000 has every day
            yield found


def stamp(text: str) -> date | None:
    """The date of a stamp such as *Thu, 29 May 2025 10:30 IST*, *May 29, 2025*, *2025-05-29T08:00Z*; None where it is none.

    A short stamp that begins with a whole date; anything longer is prose.
    """
    found = next(mentions(text[:60]), None)
    if found is None or found.year is None or found.start > 12 or len(text) - found.end > 40:
        return None
    return found.on(found.year)


def ago(text: str) -> Ago | None:
    """*a day ago*, *3 hours ago*, *2d*, *yesterday* as a whole line; None for anything else."""
    match = _AGO.fullmatch(text.strip()) if len(text) < 40 else None
    if match is None:
        return None
    if match["word"]:
        return Ago(*_UNITS[_WORDS.get(match["word"].casefold(), "s")])
    unit = match["unit"].casefold()
    key = "mo" if unit.startswith("mo") else "s" if unit[0] in "sm" else unit[0]
    days, slack = _UNITS[key]
    count = match["count"].casefold()
    number = _COUNTS[count] if count in _COUNTS else int(count)
    return Ago(days * number, slack)
