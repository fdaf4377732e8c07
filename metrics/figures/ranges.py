"""Two numbers that make one figure: ranges (*two or three*, *18-25*, *from 5 to 6 million*) and pairs (*1,000-for-1,000*)."""

from __future__ import annotations

import re
from typing import NamedTuple

from metrics.figures import numbers, units
from metrics.figures.number import Number
from metrics.figures.scan import WORD_HERE
from metrics.figures.words import ORDINALS
from metrics.model import Figure, replace

# Which end of a range a bound gives.
_OPEN = {"over": "low", "at_least": "low", "under": "high", "up_to": "high"}
FIRST = frozenset(" -\u2010\u2011–~\u00a0")
_SECOND = frozenset("toaf-–~0123456789$€£¥₹")
_HYPHENS = r"\u2010\u2011\-"
_LINK = re.compile(
    rf"(?:\s?[{_HYPHENS}]\s?(to|or|and|for)[{_HYPHENS}\s]\s?|\s(to|through|or|and|for)\s|\s?([–~{_HYPHENS}])\s?)(?=[\w.$€£¥₹])(?:(?:US)?[$€£¥₹])?"
)
_SAME = re.compile(
    r"(?:\s[^\W_]+){0,4}?\s(?:in\sexchange\s)?for\s(?:the\ssame|an\s(?:equal|identical))\s(?:number|amount)(?![^\W_])", re.IGNORECASE
)
# A change from one value to another states both, not what lies between them.
_CHANGE = re.compile(
    r"(?<![^\W_])(?:rose|ris(?:e|es|en|ing)|fell|fall(?:s|en|ing)?|increas|decreas|drop|climb|grew|grow|extend|extens|cut|rais|lower|reduc|up|down|chang|jump|expand|slash|widen|surg|declin|shr[aiu]nk|"
    r"doubl|gain|add|lost|tripl|went|goes|go|mov|soar|slip|improv|eas|revis|swell|swel|swoll|plung|plummet|tumbl|narrow|upgrad|downgrad|hik|boost|ballon|skyrocket|push|dip|trim|shorten|lengthen|tighten|acceler|slow)"
)

_PAIRED = 100  # from here on *1,200-1,200* is so many for as many, and no score


class Spread(NamedTuple):
    """Two numbers read as one: the number, whether it is a pair, and where *between* or *from* begins."""

    number: Number
    paired: bool
    start: int | None


def read(text: str, number: Number, last: str, lo: int, end: int) -> Spread | None:
    """The range or pair that `number` begins, given the word before it; None where it stands alone."""
    at = number.end
    if number.form == "vague" or at + 2 >= end:
        return None
    if text[at] in " \u00a0" and text[at + 1] not in _SECOND:
        return _same(text, number, end)
    link = _LINK.match(text, at, end)
    if link is None:
        return _same(text, number, end)
    word = link[1] or link[2] or ""
    other = _other(text, link.end(), end)
    if other is None:
        return _same(text, number, end) if word == "for" else None
    same = other.low == number.low and other.high == number.high
    if same and (word in ("for", "to") or (link[3] and number.low >= _PAIRED and not (number.plain and 1900 <= number.low <= 2100))):
        return Spread(Number(number.start, other.end, number.low, number.high, number.form, scale=number.scale), True, None)
    if word == "for" or other.form == "fraction" != number.form:
        return None
    low = number.low
    if other.scale > 1 and number.scale == 1 and low < 1000 and low * other.scale < other.high and (low < other.high / other.scale):
        low *= other.scale
    if low >= other.high or low < 0 < -low:
        return None
    if word == "and" and last != "between":
        return None
    if word == "or" and other.high > 3 * low + 1:
        return None
    if word == "to" and last == "from" and is_change(text, number.start, lo):
        return None
    if word == "to" and other.high > 4 * number.high and _CHANGE.search(text, max(lo, number.start - 14), number.start):
        return None  # crude rose $1.64 to $47.10: the step, and where it led
    spread = Number(number.start, other.end, low, other.high, number.form, scale=other.scale)
    return Spread(spread, False, _opening(text, number.start, last, word, lo))


def _opening(text: str, at: int, last: str, word: str, lo: int) -> int | None:
    if (last, word) not in (("between", "and"), ("from", "to"), ("from", ""), ("between", "to"), ("between", "")):
        return None
    begin = max(lo, at - 14)
    found = text[begin:at].lower().rfind(last)
    return begin + found if found >= 0 else None


def _same(text: str, number: Number, end: int) -> Spread | None:
    """*307 for the same number*: a pair in other words."""
    if " for " not in text[number.end : number.end + 60] or _SAME.match(text, number.end, min(end, number.end + 90)) is None:
        return None
    return Spread(number, True, None)


def _other(text: str, at: int, end: int) -> Number | None:
    if at >= end:
        return None
    if "0" <= text[at] <= "9":
        return numbers.digits(text, at, end)
    if text[at] == "." and text[at + 1 : at + 2].isdecimal():
        return None
    if text.startswith(("negative ", "minus "), at):
        return None
    word = WORD_HERE.match(text, at, end)
    return None if word is None or word[1].lower() in ORDINALS else numbers.words(text, at, end)


def is_change(text: str, at: int, lo: int) -> bool:
    """Whether *from* before `at` follows a word of change in its clause."""
    window = text[max(lo, at - 70) : at].lower()
    cut = max(window.rfind(". "), window.rfind("; "), window.rfind("\n"))
    return _CHANGE.search(window, cut + 1) is not None


def _joined(text: str, first: Figure, second: Figure) -> Figure | None:
    """Hours and minutes as hours; two ages as a range; None where the two are not one figure."""
    if second.start - first.end > 5 or second.bound != "exact" or first.low != first.high or second.low != second.high:
        return None
    gap = text[first.end : second.start].strip()
    if (first.unit, second.unit) == ("hour", "minute") and gap in ("", "and") and second.low < 60 and first.low == int(first.low):
        hours = round(first.low + second.low / 60, 6)
        return replace(first, end=second.end, low=hours, high=hours, number_end=second.number_end, noun=second.noun, head=second.head,
                       noun_start=second.noun_start, noun_end=second.noun_end)  # fmt: skip
    begin = text.rfind("between", max(0, first.start - 24), first.start)
    if gap == "and" and begin >= 0 and text[begin : first.start].split() == ["between", "the", "ages", "of"] and first.low < second.low:
        return replace(
            first, start=begin, end=second.end, high=second.high, bound="range", kind="age", unit="year", number_end=second.number_end
        )
    return None


def merge(text: str, figures: list[Figure]) -> list[Figure]:
    """Figures that are one: *more than 30 and at most 40*, *an hour and 15 minutes*, *between the ages of 18 and 25*."""
    merged: list[Figure] = []
    for figure in figures:
        joined = _joined(text, merged[-1], figure) if merged else None
        if joined is not None:
            merged[-1] = joined
            continue
        if merged and figure.bound in _OPEN and merged[-1].bound in _OPEN and _OPEN[figure.bound] != _OPEN[merged[-1].bound]:
            first = merged[-1]
            below, above = (first, figure) if _OPEN[first.bound] == "low" else (figure, first)
            gap = text[first.end : figure.start].strip().lower()
            if (
                gap in ("and", "but", ",", "and is", ", and", "")
                and first.kind == figure.kind
                and below.low < above.high
                and first.noun is None
            ):
                merged[-1] = replace(
                    figure,
                    start=first.start,
                    low=below.low,
                    high=above.high,
                    bound="range",
                    number_start=first.number_start,
                    unit=figure.unit or first.unit,
                )
                continue
        merged.append(figure)
    return merged


def on(text: str, number: Number, unit: str, stop: int, last: str, lo: int, end: int) -> tuple[Number, int] | None:
    """A range that repeats its unit: *24 hours to 48 hours*, *3% to 5%*. The range and where its second unit ends."""
    if stop + 2 >= end or text[stop] not in FIRST or (text[stop] == " " and text[stop + 1] not in _SECOND):
        return None
    link = _LINK.match(text, stop, end)
    if link is None:
        return None
    word = link[1] or link[2] or ""
    other = _other(text, link.end(), end)
    if (
        other is None
        or other.high <= number.low
        or number.high > number.low
        or word == "for"
        or (word == "and" and last != "between")
        or word == "or"
    ):
        return None
    again = units.read(text, other.end, end)
    if (
        again is None
        or again[0] != unit
        or (word == "to" and last == "from" and is_change(text, number.start, lo))
        or (word == "to" and last != "from" and is_change(text, number.start, lo))
    ):
        return None
    return Number(number.start, other.end, number.low, other.high, number.form, scale=other.scale), again[1]
