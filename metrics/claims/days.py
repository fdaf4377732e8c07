"""Days and ranges of days: the arithmetic of the calendar behind date expressions. Pure functions."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}


class Anchor(NamedTuple):
    """What fixes a relative or yearless date: the day of writing or of the utterance, the tense, and the day that the text last named."""

    day: date | None
    ahead: bool
    named: Callable[[], date | None]


class Days(NamedTuple):
    """Days from `first` to `last`; `grain`: day, range, weekend, week, month, quarter, season, year, decade."""

    first: date
    last: date
    grain: str


def month_range(year: int, month: int) -> tuple[date, date]:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def plus_months(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return make(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if 0 < year < 9999 else None


def whole_month(year: int, month: int) -> Days | None:
    return Days(*month_range(year, month), "month") if 0 < year < 9999 else None


def whole_year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31), "year")


def unit_of(step: int, unit: str, anchor: Anchor) -> Days | None:
    """The week, month, quarter or year of the anchor, or the one before or after it."""
    now = anchor.day
    if now is None:
        return None
    if unit in ("week", "weekend"):
        monday = shifted(now, 7 * step - now.weekday())
        if monday is None:
            return None
        sunday = monday + timedelta(6)
        return Days(monday, sunday, "week") if unit == "week" else Days(sunday - timedelta(1), sunday, "weekend")
    if unit == "year":
        return whole_year(now.year + step)
    moved = plus_months(now, step * (3 if unit == "quarter" else 1))
    if moved is None:
        return None
    return quarter_of(moved.year, (moved.month + 2) // 3) if unit == "quarter" else whole_month(moved.year, moved.month)


def counted(base: date, count: int, unit: str) -> Days | None:
    """The day, or the span around it, that lies `count` units from `base`: as exact as the unit."""
    if unit in UNIT_DAYS:
        day = shifted(base, count * UNIT_DAYS[unit])
        if day is None or unit == "day" or abs(count) == 1:
            return Days(day, day, "day") if day else None
        return Days(day - timedelta(3), day + timedelta(3), "week")
    moved = plus_months(base, count * (12 if unit == "year" else 1))
    if moved is None:
        return None
    return whole_year(moved.year) if unit == "year" else whole_month(moved.year, moved.month)


def quarter_of(year: int, number: int) -> Days:
    return Days(date(year, 3 * number - 2, 1), month_range(year, 3 * number)[1], "quarter")


def part_of(whole: Days | None, part: str) -> Days | None:
    """The first, middle or last part of a month or a longer span."""
    if whole is None:
        return None
    word = part.casefold()
    third = ((whole.last - whole.first).days + 1) // 3
    begins = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1}.get(word.replace("the ", "").split()[0].strip("-"), 2)
    if "half" in word:
        half = ((whole.last - whole.first).days + 1) // 2
        middle = whole.first + timedelta(half)
        return Days(whole.first, middle - timedelta(1), "range") if "first" in word else Days(middle, whole.last, "range")
    third = 10 if whole.grain == "month" else third
    edges = [whole.first + timedelta(n * third) for n in range(3)] + [whole.last + timedelta(1)]
    return Days(edges[begins], edges[begins + 1] - timedelta(1), "range")
