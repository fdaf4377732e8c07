"""Date expressions resolved to days or ranges of days, anchored on the publication date. Pure functions of text.

`find("talks on May 23-25 and again on Monday", date(2025, 5, 27))` gives both, as (from, to) with their spans. What neither the
words nor the publication date fix stays out: no year is guessed without an anchor.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {m: i for i, m in enumerate("january february march april may june july august september october november december".split(), 1)}
_MONTHS |= {m[:3]: i for m, i in _MONTHS.items()} | {"sept": 9}
_DAYS = {d: i for i, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_SMALL = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": 1,
    "an": 1,
    "several": 4,
    "a few": 3,
}
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d|:\d|%)"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?![\d%]|[.,:]\d)"
_DASH = r"\s?(?:-|–|—|to|and|through|until|till)\s?"
_NUMBER = r"(?:\d{1,3}|a few|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)"
_SPAN = r"(?:day|week|fortnight|month|year)"

# Named alternatives, tried in this order at each place where one of their first words stands.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso>20\d\d-[01]\d-[0-3]\d)(?!\d)"),
    (
        "mdd",
        rf"(?P<mdd_w>{_WEEKDAY},?\s+)?(?P<mdd_m>{_MONTH})\s(?P<mdd_a>{_DAY})(?:{_DASH}(?P<mdd_m2>{_MONTH}\s)?(?P<mdd_b>{_DAY})(?!\s(?:\w+\s)?(?:people|soldiers|prisoners|bodies|days|hours|percent)))?(?:,?\s(?P<mdd_y>{_YEAR}))?",
    ),
    (
        "dmd",
        rf"(?P<dmd_w>{_WEEKDAY},?\s+(?:the\s)?)?(?P<dmd_a>{_DAY})(?:(?:\s(?P<dmd_m1>{_MONTH}))?{_DASH}(?P<dmd_b>{_DAY}))?\s(?:of\s)?(?P<dmd_m>{_MONTH})(?:,?\s(?P<dmd_y>{_YEAR}))?",
    ),
    (
        "part",
        r"(?P<part_p>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he (?:beginning|start|end|middle) of)[-\s]"
        rf"(?P<part_m>{_MONTH})(?:,?\s(?P<part_y>{_YEAR}))?",
    ),
    ("month", rf"(?:(?P<month_r>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?P<month_m>{_MONTH})(?:,?\s(?:of\s)?(?P<month_y>{_YEAR}))"),
    ("bare", rf"(?P<bare_p>[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Tt]his|[Ff]rom|[Uu]ntil|[Bb]y|[Dd]uring)\s(?P<bare_m>{_MONTH})(?!\s\d)"),
    (
        "weekday",
        rf"(?:(?P<wd_p>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\s)?(?P<wd>{_WEEKDAY})(?P<wd_s>s)?(?:{_DASH}(?P<wd_b>{_WEEKDAY}))?\b",
    ),
    ("near", r"(?P<near>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Oo]vernight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b"),
    (
        "rel",
        r"(?P<rel_p>[Ee]arlier this|[Ll]ater this|[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Cc]oming|[Tt]he)\s"
        r"(?P<rel_u>weekend|week|month|year)\b",
    ),
    ("ago", rf"(?P<ago_n>{_NUMBER})\s(?P<ago_u>{_SPAN})s?\s(?:ago|earlier)\b"),
    ("past", rf"(?:[Pp]ast|[Ll]ast|[Pp]revious)\s(?P<past_n>{_NUMBER})\s(?P<past_u>{_SPAN})s?\b"),
    (
        "year",
        r"(?P<year_p>[Ii]n|[Ss]ince|[Dd]uring|[Ff]rom|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f|[Ii]n (?:early|late|mid)|[Tt]hroughout|[Bb]y)[-\s]"
        rf"(?P<year>{_YEAR})\b",
    ),
)
_START = re.compile(r"\b(?:" + "|".join(f"(?:{pattern})" for _, pattern in _PATTERNS) + ")")
_AHEAD = re.compile(
    r"\b(?:will|would|next|upcoming|expected|planned|scheduled|due|set to|are to|is to|to be held|be held|slated"
    r"|ahead of|until|deadline|by(?=\s*$))\b"
)
_PAST = re.compile(r"\b(?:was|were|had|took place|said|says|killed|\w{3,}ed|came|brought|told)\b")
_SINCE = re.compile(r"\bsince\s(?:the\s|early\s|late\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """A date expression: `text[start:end]` names the days from `first` to `last`. `grain`: day, range, week, month, year."""

    start: int
    end: int
    first: date
    last: date
    grain: str
    since: bool = False  # *since May 2022*: the period runs on


def month_range(year: int, month: int) -> tuple[date, date]:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _SMALL[word.casefold()]


def _month(word: str) -> int:
    return _MONTHS[word.strip(". ").casefold()]


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fix_year(month: int, day: int, weekday: str | None, published: date | None, ahead: bool) -> date | None:
    """The year that a day and month without one mean: the nearest to the anchor, past by preference; a weekday decides."""
    if published is None:
        return None
    options = [found for year in range(published.year - 6, published.year + 3) if (found := _make(year, month, day))]
    if weekday:
        options = [found for found in options if found.weekday() == _DAYS[weekday.strip(" ,").casefold()]] or options
    if not options:
        return None

    def distance(found: date) -> float:
        days = (found - published).days
        return days * (0.8 if ahead else 3.0) if days > 0 else -days

    return min(options, key=distance)


def find(text: str, published: date | None, start: int = 0, end: int | None = None) -> list[When]:
    """Every date expression of `text[start:end]` that can be resolved, in order, with document offsets.

    `published` anchors relative and yearless dates; without it only dates with a year come back. Never raises on any text.
    """
    found: list[When] = []
    stop = len(text) if end is None else end
    for match in _START.finditer(text, start, stop):
        kind = _kind(match)
        before = re.split(r"[.!?\n]\s", text[max(start, match.start() - 60) : match.start()])[-1]
        after = re.split(r"[.!?\n]\s", text[match.end() : min(stop, match.end() + 45)])[0]
        planned = list(_AHEAD.finditer(before))
        if planned:  # the last word before it decides
            ahead = not _PAST.search(before, planned[-1].end()) or planned[-1].group() in (
                "scheduled",
                "planned",
                "expected",
                "slated",
                "set to",
            )
        else:
            ahead = (
                not _PAST.search(before[-30:])
                and bool(_AHEAD.search(after))
                and not _PAST.search(after[: (_AHEAD.search(after) or match).start()] if _AHEAD.search(after) else "")
            )
        resolved = _RESOLVE[kind](match, published, ahead)
        if resolved is not None:
            first, last, grain = resolved
            since = bool(_SINCE.search(before)) or match.group()[:5].casefold() == "since"
            found.append(When(match.start(), match.end(), first, last, grain, since))
    return found


_Resolved = tuple[date, date, str] | None


def _kind(match: re.Match[str]) -> str:
    groups = match.groupdict()
    for name, key in (
        ("iso", "iso"),
        ("mdd", "mdd_m"),
        ("dmd", "dmd_m"),
        ("part", "part_m"),
        ("month", "month_m"),
        ("bare", "bare_m"),
        ("weekday", "wd"),
        ("near", "near"),
        ("rel", "rel_u"),
        ("ago", "ago_n"),
        ("past", "past_n"),
    ):
        if groups[key]:
            return name
    return "year"


def _iso(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    year, month, day = map(int, match["iso"].split("-"))
    found = _make(year, month, day)
    return (found, found, "day") if found else None


def _days(
    first: int, last: str | None, month: int, last_month: int, year: str | None, weekday: str | None, published: date | None, ahead: bool
) -> _Resolved:
    begin = _make(int(year), month, first) if year else _fix_year(month, first, weekday, published, ahead)
    if begin is None:
        return None
    if last is None:
        return begin, begin, "day"
    finish = _make(begin.year + (last_month < month), last_month, int(re.sub(r"\D", "", last)))
    if finish is None or finish < begin:
        return begin, begin, "day"
    return begin, finish, "range"


def _mdd(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    month = _month(match["mdd_m"])
    last_month = _month(match["mdd_m2"]) if match["mdd_m2"] else month
    return _days(
        int(re.sub(r"\D", "", match["mdd_a"])), match["mdd_b"], month, last_month, match["mdd_y"], match["mdd_w"], published, ahead
    )


def _dmd(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    last_month = _month(match["dmd_m"])
    month = _month(match["dmd_m1"]) if match["dmd_m1"] else last_month
    return _days(
        int(re.sub(r"\D", "", match["dmd_a"])), match["dmd_b"], month, last_month, match["dmd_y"], match["dmd_w"], published, ahead
    )


def _whole_month(month: int, year: str | None, published: date | None, ahead: bool) -> tuple[date, date] | None:
    if year:
        return month_range(int(year), month)
    if published is None:
        return None
    if ahead:
        return month_range(published.year + (month < published.month), month)
    return month_range(published.year - (month > published.month), month)


def _part(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    whole = _whole_month(_month(match["part_m"]), match["part_y"], published, ahead)
    if whole is None:
        return None
    first, last = whole
    word = match["part_p"].casefold()
    if "early" in word or "beginning" in word or "start" in word:
        return first, first.replace(day=10), "range"
    if "mid" in word:
        return first.replace(day=11), first.replace(day=20), "range"
    return first.replace(day=21), last, "range"


def _month_year(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    return *month_range(int(match["month_y"]), _month(match["month_m"])), "month"


def _bare(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    if match["bare_m"].casefold() in ("may", "mar") and match["bare_p"].casefold() == "this":
        return None
    word = match["bare_p"].casefold()
    whole = _whole_month(
        _month(match["bare_m"]), None, published, (ahead and word in ("in", "next", "this", "until", "by")) or word == "next"
    )
    return (*whole, "month") if whole else None


def _weekday(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    if published is None or match["wd_s"]:
        return None
    prefix = (match["wd_p"] or "").casefold()

    def resolve(name: str) -> date:
        back = (published.weekday() - _DAYS[name.casefold()]) % 7
        if prefix in ("last", "past"):
            return published - timedelta(back or 7)
        if prefix in ("next", "coming") or (ahead and back != 0):
            return published + timedelta(7 - back)
        return published - timedelta(back)

    first = resolve(match["wd"])
    if match["wd_b"]:
        last = first + timedelta((_DAYS[match["wd_b"].casefold()] - first.weekday()) % 7)
        return first, last, "range"
    return first, first, "day"


def _near(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    if published is None:
        return None
    word = match["near"].casefold()
    day = published + timedelta({"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0))
    return day, day, "day"


def _rel(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    if published is None:
        return None
    prefix, unit = match["rel_p"].casefold(), match["rel_u"]
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(prefix, 0)
    if prefix == "the" and unit != "weekend":
        return None
    monday = published - timedelta(published.weekday())
    if unit == "weekend":
        saturday = monday + timedelta(5)
        if step < 0 or (step == 0 and not ahead and published < saturday):
            saturday -= timedelta(7)
        return saturday, saturday + timedelta(1), "range"
    if unit == "week":
        first = monday + timedelta(7 * step)
        last = first + timedelta(6)
        return first, min(last, published) if step == 0 and "earlier" in prefix else last, "week"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        first, last = month_range(months // 12, months % 12 + 1)
        return first, min(last, published) if step == 0 and "earlier" in prefix else last, "month"
    year = published.year + step
    return date(year, 1, 1), published if step == 0 else date(year, 12, 31), "year"


def _shift(published: date, count: int, unit: str) -> tuple[date, date, str]:
    if unit in _UNIT_DAYS:
        day = published - timedelta(count * _UNIT_DAYS[unit])
        return (day, day, "day") if unit == "day" or count == 1 else (day - timedelta(3), day + timedelta(3), "week")
    if unit == "month":
        months = published.year * 12 + published.month - 1 - count
        return *month_range(months // 12, months % 12 + 1), "month"
    return date(published.year - count, 1, 1), date(published.year - count, 12, 31), "year"


def _ago(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    return _shift(published, _number(match["ago_n"]), match["ago_u"]) if published else None


def _past(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    if published is None:
        return None
    count, unit = _number(match["past_n"]), match["past_u"]
    if unit in _UNIT_DAYS:
        return published - timedelta(count * _UNIT_DAYS[unit]), published, "range"
    months = published.year * 12 + published.month - 1 - count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(published.day, monthrange(year, month + 1)[1])), published, "range"


def _year(match: re.Match[str], published: date | None, ahead: bool) -> _Resolved:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31), "year"


_RESOLVE: dict[str, Callable[[re.Match[str], date | None, bool], _Resolved]] = {
    "iso": _iso,
    "mdd": _mdd,
    "dmd": _dmd,
    "part": _part,
    "month": _month_year,
    "bare": _bare,
    "weekday": _weekday,
    "near": _near,
    "rel": _rel,
    "ago": _ago,
    "past": _past,
    "year": _year,
}
