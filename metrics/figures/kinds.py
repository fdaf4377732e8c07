"""Numbers in digits that are no quantity: dates, years, clock times, scores, names with numbers, phone and list numbers.

A kind is found by the word before the number, the character behind it, and only then by a pattern, since most numbers are none of these.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from metrics.figures import nouns
from metrics.figures.number import Number
from metrics.figures.words import MONTHS, WEEKDAYS, word_set


class Special(NamedTuple):
    """A number that is no quantity, and the span `[start, end)` that shows it."""

    kind: str
    start: int
    end: int
    low: float
    high: float


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_NEXT = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{{1,2}}|\s(?:and|to|or)\s\d{{1,2}})?(?:st|nd|rd|th)?(?:\s{{1,2}}|-)(?:of\s)?({_MONTH})\b\.?(?:,?\s{{1,2}}(\d{{4}})\b(?!,\d))?",
    re.IGNORECASE,
)
_DAY_TAIL = re.compile(
    r"(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{1,2}(?![\d,]\d)(?!\d)|\s(?:to|and|through|or)\s\d{1,2}(?![,.]?\d|%|[-\s](?:people|year|day)))?(?:st|nd|rd|th)?(?:,?\s{1,2}((?:1[5-9]|20)\d{2})\b(?![,-]\d))?"
)
_SLASHED = re.compile(r"(?:\d{4}([/.-])\d{1,2}\1\d{1,2}|\d{1,2}([/.-])\d{1,2}\2(?:\d{4}|\d{2}))(?![\d/-])")
_CLOCK = re.compile(
    r"\d{1,2}[:.][0-5]\d(?::[0-5]\d)?(?!\d)\s?(?:[ap]\.?m\b\.?|hrs?\b|GMT|UTC|[CEMP][SD]?T\b|IST|BST|MSK|local time)"
    r"|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)(?:\.\d+)?"
    r"|\d{1,2}\s?[-–]?\s?(?:\d{1,2}\s?)?[ap]\.?m\b\.?|\d{1,2}\so['’]clock"
    r"|[0-2]\d[0-5]\d\s?(?:GMT|UTC|hrs|hours|IST|BST|EST|EDT|CET|local time)\b",
    re.IGNORECASE,
)
_YEAR_SPAN = re.compile(
    r"(\d{4})(?:(['’]?s)\b|\s?[-–—/]\s?(\d{4}|\d{2})(?![\d,%]|\.\d)|\s(?:to|and|through|or)\s((?:1[5-9]|20)\d{2})(?![\d,%]|\.\d))?"
)
_PHONE = re.compile(r"\+?\d{1,4}(?:[\s.-]\(?\d{2,4}\)?){2,4}(?!\d)|\d{3}-\d{4}(?!\d)|\d{1,3}(?:\.\d{1,3}){3}(?!\d)")
_SCORE = re.compile(r"(\d{1,3})[-–—](\d{1,3})(?:[-–—]\d{1,3}){0,2}(?![\d%]|[.,]\d|[-–][a-z])")
_NEXT_SET = re.compile(r",?\s(?:\(\d+\),?\s)?\d{1,2}[-–]\d{1,2}(?!\d)")
_RANK = re.compile(r"(?:st|nd|rd|th)(?! (?:Street|Avenue|St\b|Ave\b|Floor))(?![^\W_])")
_RATIO = re.compile(r"\d{1,3}:\d{1,3}(?!\d)")
_FORMAT = re.compile(r"\d{1,2}(?:\+\d{1,2}){1,3}(?![\d%])")
_LIST = re.compile(r"\d{1,2}[.)]\s{1,3}\S")
# A name can end in a number: the word before it says so, whatever its case.
DESIGNATORS = word_set(
    """
    resolution article articles flight highway route chapter section sections page pages no nos no. nos. nr nr. nrs nrs. № number
    room channel boeing airbus iphone ipad galaxy windows nasdaq ftse formula apollo type model version phase level tier category
    gate item act rule amendment psalm volume vol vol. episode lap stage hole grade figure fig fig. table exercise question
    paragraph annex protocol decree clause schedule appendix zone sector block unit district ward platform track terminal pier
    runway interstate verse building apartment flat suite squadron brigade group covid area p. pp. ps part step point line season
    day week round game match class stoxx s&p topix nikkei cac dax kospi asx bus train metro plot case file form camp checkpoint
    plus q1 h1 world
    """
)
_LOOSE = word_set(
    """
    day week part line class round point step group unit number season game match zone area plus camp case stage figure level phase
    type world bus train category room file building page pages
    """
)
_YEAR_BEFORE = word_set(
    """
    a an in since until till by during of from early late mid around before after between through to and or the spring summer autumn
    fall winter ended fiscal calendar season its his her their our year years mid-year for ending beginning end start begin circa
    back olympics christmas easter class vintage financial that this
    """
).union(MONTHS)
_COUNTS = word_set("people men women children soldiers troops dead")
_PEOPLES = ("inians", "ssians", "enians", "ijanis", "raelis", "ghans", "erians")  # 2005 Ukrainians; not 2020 Democrats
_SCORE_WORDS = word_set(
    """
    won win wins winning beat beats beaten beating lost lose loses losing defeat defeats defeated draw drew drawn lead led leads
    leading victory score scored scoreline tied tie loss down finished ahead vote voted ruling split trail trailed trailing trails
    by record aggregate up margin downed edged thrashed series win, it at's equalised level thriller
    """
)


# What a date, time, telephone number or score has behind its first digits.
_MARKS = frozenset(":./-–—apAPhHG+")
_CLOCK_WORDS = frozenset(
    ("am", "a.", "pm", "p.", "o'", "o’", "gm", "ut", "is", "bs", "ms", "ce", "es", "ed", "et", "pd", "ps", "pt", "lo", "hr", "ho")
)


def special(text: str, number: Number, lo: int, end: int, last: str, bounded: bool) -> Special | None:
    """What kind of no quantity `number` is, or None for a quantity; `last` is the word before it, `bounded` whether bounding words are."""
    at, stop = number.start, number.end
    written = stop - at
    following = text[stop] if stop < end else ""
    if number.plain and written <= 2 and 1 <= number.low <= 31 and (dated := _day(text, number, following, lo, end, last)):
        return dated
    if following and (
        following in _MARKS or (following == " " and (text[stop + 1 : stop + 3].lower() in _CLOCK_WORDS or text[at - 1 : at] == "+"))
    ):
        written_out = _marked(text, number, following, end, last)
        if written_out:
            return written_out
    if number.plain:
        if written > 2 and text[at] == "0":
            return Special("name", at, stop, number.low, number.high)
        if written == 4 and 1000 <= number.low <= 2100 and (year := _year(text, number, lo, end, last, bounded)):
            return year
        if following and following in ".)" and written <= 2 and (at == lo or text[at - 1] == "\n") and _LIST.match(text, at, end):
            return Special("list", at, stop, number.low, number.high)
        if (
            not bounded
            and not (following and following in "snrt" and _RANK.match(text, stop, end))
            and _named(text, number, lo, end, last, following)
        ):
            return Special("name", at, stop, number.low, number.high)
    return None


def _day(text: str, number: Number, following: str, lo: int, end: int, last: str) -> Special | None:
    if last.rstrip(".") in MONTHS and text[number.start - 1] in " \u00a0\n":
        begin = number.start - 1 - len(last)
        while begin > lo and text[begin : begin + len(last)].lower() != last:
            begin -= 1
        tail = _DAY_TAIL.match(text, number.end, end)
        return Special("date", begin, tail.end() if tail else number.end, number.low, number.low)
    if following and following in " -–—stndrhSTNDRH":
        month = _MONTH_NEXT.match(text, number.end, end)
        if month and not (month[1] in ("may", "march", "mar", "sat", "dec", "jan") or (month[1].islower() and len(month[1]) < 4)):
            return Special("date", number.start, month.end(), number.low, number.low)
    return None


def phone(text: str, number: Number, end: int) -> Special | None:
    """A telephone number behind a plus sign: *+1 202 555 0123*."""
    dialled = _PHONE.match(text, number.start, end)
    if dialled is None or sum(map(str.isdecimal, dialled.group())) < 8:
        return None
    return Special("phone", number.start, dialled.end(), number.low, number.high)


def _marked(text: str, number: Number, following: str, end: int, last: str) -> Special | None:
    """Dates with slashes, clock times, phone numbers, scores: told by the mark behind the first digits."""
    at = number.start
    if following in "/.-":
        dated = _SLASHED.match(text, at, end)
        if dated:
            first = float(dated.group().split(dated[1] or dated[2], 1)[0])
            return Special("date", at, dated.end(), first, first)
        if following == "." and not number.plain and (address := _PHONE.match(text, at, end)):
            return Special("name", at, address.end(), number.low, number.high)
    if following == "+":
        shape = _FORMAT.match(text, at, end)  # the 5+5 commission, talks in the 4+2 format
        return Special("name", at, shape.end(), number.low, number.high) if shape else None
    if following in ":. apAPhHG-–":
        clock = _CLOCK.match(text, at, end)
        if clock and clock.end() > number.end:
            return Special("time", at, clock.end(), number.low, number.high)
        ratio = _RATIO.match(text, at, end) if following == ":" and number.plain else None
        if ratio:
            return Special("score", at, ratio.end(), number.low, number.high)
    if following in ". -–" and number.plain:
        phone = _PHONE.match(text, at, end)
        if (
            phone
            and sum(map(str.isdecimal, phone.group())) >= 7
            and "  " not in phone.group()
            and (following != " " or text[at - 1 : at] == "+")
        ):
            return Special("phone", at, phone.end(), number.low, number.high)
    if following in "-–—" and number.plain and number.end - at <= 3:
        score = _SCORE.match(text, at, end)
        if (
            score
            and (
                (number.low >= int(score[2]) and not (number.low > 150 and int(score[2]) < 30 and last not in _SCORE_WORDS))
                or score.end(2) < score.end()
                or last in _SCORE_WORDS
                or (text[score.end() : score.end() + 1] in (",", " ") and _NEXT_SET.match(text, score.end(), end))
            )
            and not (number.low == int(score[2]) and number.low >= 100)
        ):
            return Special("score", at, score.end(), min(number.low, float(score[2])), max(number.low, float(score[2])))
    return None


def score(text: str, at: int, end: int) -> Special | None:
    """The score that stands at `at`, whoever won: a further one behind a score (*6-5, 3-4*)."""
    match = _SCORE.match(text, at, end)
    if match is None:
        return None
    first, second = float(match[1]), float(match[2])
    return Special("score", at, match.end(), min(first, second), max(first, second))


def _year(text: str, number: Number, lo: int, end: int, last: str, bounded: bool) -> Special | None:
    """A year, a decade or a span of years. Four digits before a counted noun, a unit or behind a bound are none."""
    span = _YEAR_SPAN.match(text, number.start, end)
    if span is None:
        return None
    if span[2]:
        return Special("year", number.start, span.end(), number.low, number.low + 9)
    following = text[number.end] if number.end < end else ""
    if following and (following in "%°" or following.isalpha()):
        return None
    upper = span[3] or span[4]
    if upper:
        high = float(upper) if len(upper) == 4 else number.low - number.low % 100 + float(upper)
        if following == "-" and len(upper) == 2 and 1 <= float(upper) <= 12 and high <= number.low:
            return Special("date", number.start, span.end(), number.low, number.low)  # a year and a month: 2022-09
        if not (number.low < high <= 2100 and number.low >= 1500):
            return None
        return Special("year", number.start, span.end(), number.low, high)
    if following and following in "-‐‑":
        return (
            Special("year", number.start, number.end, number.low, number.low)
            if number.low >= 1700 and last in ("the", "a", "its", "his", "their", "in") and not _follows_unit(text, number.end, end)
            else None
        )
    if bounded and last not in ("by", "around", "about", "circa", "over", "under"):
        return None
    cue = last in _YEAR_BEFORE or last.endswith(("'s", "’s", "s'", "s’")) or last.rstrip(",.") in MONTHS
    if not 1700 <= number.low <= 2100:
        return (
            Special("year", number.start, number.end, number.low, number.low)
            if last in ("in", "since", "until", "year", "circa") and number.low >= 1000 and not nouns.after(text, number.end, end)
            else None
        )
    if _follows_unit(text, number.end, end):
        return None
    noun = nouns.after(text, number.end, end)
    if noun and not cue:
        first = text[noun.start]
        if (
            text[noun.start : noun.end].lower() in _COUNTS
            or text[noun.start : noun.end].endswith(_PEOPLES)
            or (first.islower() and noun.head not in ("election", "game", "poll", "final", "championship", "protest", "event"))
        ):
            return None
    if (
        noun
        and cue
        and last in ("of", "to", "and", "or", "for", "from", "between", "by", "their", "its", "after", "before")
        and text[noun.start].islower()
        and noun.end - number.end < 26
        and noun.head not in ("election", "poll", "game", "final", "championship")
    ):
        return None
    return Special("year", number.start, number.end, number.low, number.low)


_UNIT_NEXT = re.compile(
    r"[\s-](?:percent|per\scent|hours?|days?|weeks?|months?|years?|miles?|km|kms|kilomet\w+|met(?:er|re)s?|feet|tons?|tonnes?|kg|dollars?|euros?|pounds?|rubles?|roubles?|rupees?|hryvnias?|yuan|yen|megawatts?|"
    r"MW|acres?|hectares?|square|sq|barrels?|lbs?|gallons?|lit(?:er|re)s?|minutes?|seconds?|mph|for(?=[\s-]\d)|strong|member|seat|plus|odd|mm|cm|cc|calories|points?)\b"
)


def _follows_unit(text: str, at: int, end: int) -> bool:
    return _UNIT_NEXT.match(text, at, end) is not None


def _named(text: str, number: Number, lo: int, end: int, last: str, following: str) -> bool:
    """Whether the number is part of a name: *Resolution 2202*, *iPhone 11*, *Article 5*; not where it counts what follows."""
    at = number.start
    if not last or text[at - 1] not in " \u00a0-‐‑#" or (following and (following in "-‐‑%°" or following.isalpha())):
        return False
    if last in DESIGNATORS:
        return last not in _LOOSE or (nouns.after(text, number.end, end) is None and not _follows_unit(text, number.end, end))
    begin = at - 1 - len(last)
    word = text[begin : at - 1]
    if (
        not word[:1].isupper()
        or not word[-1].isalnum()
        or word.lower() != last
        or last in WEEKDAYS
        or last in MONTHS
        or last in _PLAIN_BEFORE
        or "'" in last
        or "’" in last
    ):
        return False
    ahead = text[max(lo, begin - 3) : begin].rstrip(" \"'“‘(")
    if begin <= lo or not ahead or ahead[-1] in ".!?:\n–—-•|" or (text[begin - 1] == "\n"):
        return False
    return nouns.after(text, number.end, end) is None and not _follows_unit(text, number.end, end)


_PLAIN_BEFORE = word_set(
    """
    i the a in at about some only over least of and or for to from with by on killed kill kills killing wound wounds wounded wounding
    injure injures injured injuring hurts hurting leaves leaving free frees freed freeing release releases released releasing swap
    swaps nearly almost more than total between around
    after all these those its his her their
    """
)


def month_after(text: str, at: int, end: int) -> int | None:
    """Where a month that follows a rank ends (*4th of May*), or None."""
    month = _MONTH_NEXT.match(text, at, end)
    return month.end() if month and not (month[1] in ("may", "march", "mar", "dec", "jan", "sep") and " of " not in month.group()) else None
