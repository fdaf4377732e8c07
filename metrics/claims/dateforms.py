"""What each written form of a date means: a resolver for every pattern of datepatterns. Pure functions of a match and its anchor."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from metrics.claims.datepatterns import FEASTS
from metrics.claims.days import (
    UNIT_DAYS,
    Anchor,
    Days,
    counted,
    make,
    month_range,
    part_of,
    plus_months,
    quarter_of,
    shifted,
    unit_of,
    whole_month,
    whole_year,
)

_MONTHS = {m: i for i, m in enumerate("january february march april may june july august september october november december".split(), 1)}
_MONTHS |= {m[:3]: i for m, i in _MONTHS.items()} | {"sept": 9}
_DAYS = {d: i for i, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_COUNTS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {"a": 1, "an": 1}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}
_COMES = 20  # characters before *a day after* within which *comes* counts from the day of writing
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month in which it begins

Resolver = Callable[[re.Match[str], Anchor], Days | None]


def _day(day: date | None) -> Days | None:
    return Days(day, day, "day") if day else None


def _month(word: str) -> int:
    return _MONTHS[word.strip(". ").casefold()]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.casefold()]


def _digits(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _step(word: str | None) -> int | None:
    """-1, 0, 1 for *last*, *this*, *next*; None without a word."""
    if not word:
        return None
    last = word.casefold().split()[-1]
    return -1 if last in ("last", "previous", "past") else 1 if last in ("next", "coming", "following") else 0


def _fix_year(month: int, day: int, weekday: str | None, anchor: Anchor) -> date | None:
    """The year that a day and month without one mean: the nearest to the anchor, past by preference; a weekday decides."""
    if anchor.day is None:
        return None
    now = anchor.day
    options = [found for year in range(max(1, now.year - 6), now.year + 3) if (found := make(year, month, day))]
    if weekday:
        named = _DAYS[weekday.replace(",", " ").split()[0].casefold()]  # Thursday evening, March 10
        options = [found for found in options if found.weekday() == named] or options

    def distance(found: date) -> float:
        days = (found - now).days
        return days * (0.5 if anchor.ahead else 3.0) if days > 0 else -days

    return min(options, key=distance, default=None)


def _month_year(month: int, anchor: Anchor, step: int | None = None) -> int | None:
    """The year of a month that is named without one."""
    if anchor.day is None:
        return None
    now = anchor.day
    if step == 0:
        return now.year
    if step == 1 or (step is None and anchor.ahead):
        return now.year + (month < now.month)
    return now.year - (month > now.month)


def _iso(match: re.Match[str], anchor: Anchor) -> Days | None:
    return _day(make(*map(int, re.split(r"[-/]", match["iso"]))))


def _dotted(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Day.month.year; with slashes the number above twelve tells the day, else nothing does."""
    a, b, year = int(match["dotted_a"]), int(match["dotted_b"]), int(match["dotted_y"])
    if match["dotted_s"] == "." or a > 12 or a == b:
        return _day(make(year, b, a))
    return _day(make(year, a, b)) if b > 12 else None


def _days(
    day: str, month: int, until: tuple[str, int] | None, year: str | None, relative: str | None, weekday: str | None, anchor: Anchor
) -> Days | None:
    """A day of a month, or the days until another."""
    step = _step(relative)
    if year is None and step is not None and anchor.day:
        year = str(anchor.day.year + step)
    first = make(int(year), month, _digits(day)) if year else _fix_year(month, _digits(day), weekday, anchor)
    if first is None:
        return None
    if until is None:
        return _day(first)
    last = make(first.year + (until[1] < month), until[1], _digits(until[0]))
    if last is None or last < first:
        return _day(first)
    return Days(first, last, "range")


def _mdd(match: re.Match[str], anchor: Anchor) -> Days | None:
    month = _month(match["mdd_m"])
    until = (match["mdd_b"], _month(match["mdd_n"]) if match["mdd_n"] else month) if match["mdd_b"] else None
    return _days(match["mdd_a"], month, until, match["mdd_y"], match["mdd_r"], match["mdd_w"], anchor)


def _dmd(match: re.Match[str], anchor: Anchor) -> Days | None:
    last = _month(match["dmd_m"])
    month = _month(match["dmd_n"]) if match["dmd_n"] else last
    year = match["dmd_y"]
    if year and match["dmd_b"] and month > last:  # 30 December to 3 January 2024
        year = str(int(year) - 1)
    return _days(match["dmd_a"], month, (match["dmd_b"], last) if match["dmd_b"] else None, year, match["dmd_r"], match["dmd_w"], anchor)


def _months(match: re.Match[str], anchor: Anchor) -> Days | None:
    first, last = _month(match["months_a"]), _month(match["months_b"])
    year = int(match["months_y"]) if match["months_y"] else _month_year(last, anchor)
    if year is None or year < 2:
        return None
    return Days(date(year - (first > last), first, 1), month_range(year, last)[1], "range")


def _whole(match: re.Match[str], anchor: Anchor) -> Days | None:
    """A month: *in May*, *May 2025*, *last May*, *May of this year*."""
    month = _month(match["whole_m"])
    if match["whole_y"]:
        return whole_month(int(match["whole_y"]), month)
    if match["whole_r"] and anchor.day:
        return whole_month(anchor.day.year + (_step(match["whole_r"]) or 0), month)
    prefix = (match["whole_p"] or "").casefold()
    step = _step(prefix) if prefix in ("last", "next", "this", "past", "coming") else -1 if prefix == "since" else None
    year = _month_year(month, anchor, step)
    return whole_month(year, month) if year else None


def _bare(match: re.Match[str], anchor: Anchor) -> Days | None:
    month = _month(match["bare"])
    year = _month_year(month, anchor)
    return whole_month(year, month) if year else None


def _part(match: re.Match[str], anchor: Anchor) -> Days | None:
    part = match["part_p"]
    if match["part_m"]:
        month = _month(match["part_m"])
        year = int(match["part_y"]) if match["part_y"] else _month_year(month, anchor, _step(match["part_r"]))
        return part_of(whole_month(year, month), part) if year else None
    if match["part_v"]:
        return part_of(whole_year(int(match["part_v"])), part)
    return part_of(unit_of(_step(match["part_s"]) or 0, match["part_u"], anchor), part)


_FEASTLY = ("Palm ", "Bloody ", "Good ", "Holy ", "Black ", "Maundy ", "Ash ")  # one Sunday of the year, not the last


def _weekday(match: re.Match[str], anchor: Anchor) -> Days | None:
    prefix = (match["weekday_p"] or "").casefold()
    relative = prefix.split()[-1] if prefix else ""
    base = anchor.named() if relative in ("following", "previous") else anchor.day
    if base is None or match["weekday_s"] or match.string.endswith(_FEASTLY, 0, match.start()):
        return None

    def resolve(name: str) -> date | None:
        back = (base.weekday() - _DAYS[name.casefold()]) % 7
        if back == 6 and match.string[max(0, match.start() - 6) : match.start()] == "early ":
            return shifted(base, 1)  # a day that has begun in another time zone
        if relative in ("last", "past", "previous"):
            return shifted(base, -(back or 7))
        if relative in ("next", "coming", "following") or (anchor.ahead and back):
            return shifted(base, 7 - back)
        return shifted(base, -back)

    first = resolve(match["weekday_a"])
    if first and match["weekday_b"]:
        last = shifted(first, (_DAYS[match["weekday_b"].casefold()] - first.weekday()) % 7)
        return Days(first, last, "range") if last else None
    return _day(first)


_NEAR = {"the day before yesterday": -2, "the day after tomorrow": 2, "yesterday": -1, "last night": -1, "tomorrow": 1}


def _near(match: re.Match[str], anchor: Anchor) -> Days | None:
    return _day(shifted(anchor.day, _NEAR.get(" ".join(match["near"].casefold().split()), 0))) if anchor.day else None


def _fresh(anchor: Anchor, within: int = 3) -> date | None:
    """The day of the news that is being told: the last one named, where it lies `within` so many days of the writing."""
    named = anchor.named()
    if named is None or anchor.day is None:
        return anchor.day
    return named if abs((anchor.day - named).days) <= within else None


def _after(match: re.Match[str], anchor: Anchor) -> Days | None:
    """*It came two days after the sides met*: the day on which they did."""
    before = match.string[max(0, match.start() - _COMES) : match.start()].casefold()
    base = anchor.day if "comes" in before or anchor.named() is None else _fresh(anchor, 7)
    return _day(shifted(base, -_number(match["after"]) * UNIT_DAYS[match["after_u"].rstrip("s")])) if base and anchor.day else None


def _rel(match: re.Match[str], anchor: Anchor) -> Days | None:
    prefix, unit = " ".join(match["rel_p"].casefold().split()), match["rel_u"].casefold()
    now = anchor.day
    if prefix == "the" and unit != "weekend":
        return None
    if unit == "day":
        return _day(_fresh(anchor))
    if prefix in ("the previous", "the following", "the same", "that"):
        named = anchor.named()
        return unit_of(_step(prefix) or 0, unit, anchor._replace(day=named)) if named else None
    step = _step(prefix) or 0
    if unit == "weekend" and now is not None and step <= 0 and not (step == 0 and anchor.ahead):
        step = -1 if now.weekday() < (2 if prefix == "this" else 5) else 0  # *the weekend* is over on a Wednesday, *this* one not
    whole = unit_of(step, unit, anchor)
    if whole is None or now is None:
        return None
    if prefix.startswith("earlier"):
        return Days(whole.first, min(whole.last, now), whole.grain)
    if prefix.startswith("later"):
        return Days(max(whole.first, now), whole.last, whole.grain)
    return Days(whole.first, now, "year") if unit == "year" and step == 0 and not anchor.ahead else whole


def _ago(match: re.Match[str], anchor: Anchor) -> Days | None:
    """*Three days ago* from the anchor, *two days later* from the day that the text last named."""
    word, unit = match["ago_w"].casefold(), match["ago_u"]
    count = _number(match["ago_n"]) * (1 if word in ("later", "from now") else -1)
    base = anchor.day
    if word in ("later", "earlier"):
        named = anchor.named()
        base = named if named or word == "later" else anchor.day
    return counted(base, count, unit) if base else None


_LASTING = tuple(f" {word} " for word in ("would", "will", "to", "could", "can", "may", "might", "should", "must", "did"))


def _past(match: re.Match[str], anchor: Anchor) -> Days | None:
    if anchor.day is None or match.string.endswith(_LASTING, 0, match.start()):
        return None  # a truce that would last 36 hours
    count, unit = _number(match["past_n"]), match["past_u"]
    if unit == "hour":  # the past 24 hours touch two days
        count, unit = -(-count // 24), "day"
    back = match["past_w"].casefold() not in ("next", "coming")
    size = UNIT_DAYS.get(unit)
    sign = -1 if back else 1
    far = shifted(anchor.day, sign * count * size) if size else plus_months(anchor.day, sign * count * (12 if unit == "year" else 1))
    if far is None:
        return None
    return Days(far, anchor.day, "range") if back else Days(anchor.day, far, "range")


def _lately(match: re.Match[str], anchor: Anchor) -> Days | None:
    """*In the past week*: up to the day of writing."""
    if anchor.day is None:
        return None
    size, unit = UNIT_DAYS.get(match["lately_u"]), match["lately_u"]
    far = shifted(anchor.day, -size) if size else plus_months(anchor.day, -12 if unit == "year" else -1)
    return Days(far, anchor.day, "week" if size else unit) if far else None


def _told(match: re.Match[str], anchor: Anchor) -> Days | None:
    """*The following day*, *that day*: counted from the day that the text named before."""
    named = anchor.named()
    words = match["told"].casefold().split()
    step = 1 if {"following", "next", "after"} & set(words) else -1 if {"previous", "before"} & set(words) else 0
    return _day(shifted(named, step)) if named else None


def _ordinal(match: re.Match[str], anchor: Anchor) -> Days | None:
    """*The 23rd of last month*."""
    month = unit_of(_step(match["nth_r"]) or 0, "month", anchor)
    return _day(make(month.first.year, month.first.month, _digits(match["nth"]))) if month else None


def _feast(match: re.Match[str], anchor: Anchor) -> Days | None:
    month, day = FEASTS[match["feast"].casefold().replace("’", "'")]
    if match["feast_y"]:
        return _day(make(int(match["feast_y"]), month, day))
    return _day(_fix_year(month, day, None, anchor))


def _quarter(match: re.Match[str], anchor: Anchor) -> Days | None:
    """A quarter of the year named, else the nearest one that has begun, or that will where the tense is ahead."""
    number = int(match["quarter_q"]) if match["quarter_q"] else _ORDINALS[match["quarter_n"].casefold()]
    year = match["quarter_y"] or match["quarter_z"]
    if year:
        return quarter_of(int(year), number)
    if anchor.day is None:
        return None
    step = _step(match["quarter_r"] or match["quarter_s"])
    if step is not None:
        return quarter_of(anchor.day.year + step, number)
    now = anchor.day.year
    if anchor.ahead:
        return quarter_of(now + (3 * number < anchor.day.month), number)
    return quarter_of(now - (3 * number - 2 > anchor.day.month), number)


def _season(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Three months; a winter is named by the year in which it begins."""
    month = _SEASONS[match["season"].casefold()]
    year: int | None
    if match["season_y"]:
        year = int(match["season_y"])
    else:
        step = _step(match["season_p"])
        if anchor.day is None:
            return None
        begun = make(anchor.day.year, month, 1)
        year = anchor.day.year
        if begun and not (anchor.ahead or step == 1) and begun > anchor.day:
            year -= step != 0
        elif begun and (anchor.ahead or step == 1) and anchor.day.month > month:
            year += 1
        elif step == -1 and begun and (anchor.day - begun).days < 92:
            year -= 1
    if year < 2:
        return None
    finish = plus_months(date(year, month, 1), 2)
    return Days(date(year, month, 1), month_range(finish.year, finish.month)[1], "season") if finish else None


def _years(match: re.Match[str], anchor: Anchor) -> Days | None:
    first = int(match["years_a"])
    last = int(match["years_b"]) if len(match["years_b"]) == 4 else first // 100 * 100 + int(match["years_b"])
    return Days(date(first, 1, 1), date(last, 12, 31), "year") if first < last else None


def _decade(match: re.Match[str], anchor: Anchor) -> Days | None:
    first = int(match["decade"])
    return Days(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def _year(match: re.Match[str], anchor: Anchor) -> Days | None:
    return whole_year(int(match["year"]))


RESOLVE: dict[str, Resolver] = {
    "iso": _iso,
    "dotted": _dotted,
    "mdd": _mdd,
    "dmd": _dmd,
    "months": _months,
    "part": _part,
    "whole": _whole,
    "bare": _bare,
    "weekday": _weekday,
    "near": _near,
    "rel": _rel,
    "ago": _ago,
    "past": _past,
    "lately": _lately,
    "after": _after,
    "told": _told,
    "nth": _ordinal,
    "feast": _feast,
    "quarter": _quarter,
    "season": _season,
    "years": _years,
    "decade": _decade,
    "year": _year,
}
