"""What one number is, and what a letter behind its digits says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from metrics.figures.words import CURRENCY_WORDS

Form = Literal["digits", "words", "fraction", "vague"]


@dataclass(slots=True)
class Number:
    """A number where it stands: `text[start:end]`, its value (two ends for a vague word) and how it is written."""

    start: int
    end: int
    low: float
    high: float
    form: Form = "words"
    plain: bool = False  # digits and nothing else, as years, days and names have them
    scale: float = 1.0  # what the last scale word multiplied it by


# What follows a length of so many metres, and what follows a count of so many millions.
_METRES = re.compile(
    r"\s?[x×-]|[²³/]|\s(?:tall|long|wide|high|deep|away|above|below|from|in|of|race|sprint|run|hurdles|freestyle|butterfly|final|relay|backstroke|to|and|per|sq|before|down|titles?|gold|silver|bronze|champion\w*|events?|crown|medal\w*|world|races|heats?|dash|swim|walk|runner\w*|sprinter\w*)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s(?!is\b|was\b|has\b|as\b|its\b|isn|wasn)(?:[^\W\d_]+[\s-](?!is\b|was\b|has\b|as\b|its\b)){0,2}[^\W\d_]+s\b|\s(?:people|children|men|women)\b",
    re.IGNORECASE,
)
ENDS_THERE = re.compile(r"[.,;:)]?(?:\s|\Z)")
MONEY_BEFORE = re.compile(r"[$€£¥₹₽₴₩₺₪₦₱]\s?[-–]?\Z|(?:Rs\.?|USD|EUR|GBP)\s?\Z")


_CURRENCY_NEXT = re.compile(r" ([^\W\d_]+)")


def letter_scales(text: str, number: Number, letter: str, stop: int, end: int) -> bool:
    """Whether a single letter after digits is a scale: K always, M and B in capitals or with money, m before what can be counted."""
    if letter in "mM" and number.low >= 1000 and (letter == "m" or number.plain):
        return False
    if letter == "M" and text[number.end] != letter:
        return not number.plain and ENDS_THERE.match(text, stop, end) is not None
    if letter != "m":
        return True
    if MONEY_BEFORE.search(text, max(0, number.start - 4), number.start):
        return True
    following = _CURRENCY_NEXT.match(text, stop, end)
    if following and following[1].lower().removesuffix("s") in CURRENCY_WORDS:
        return True
    if _METRES.match(text, stop, end):
        return False
    if not number.plain and ENDS_THERE.match(text, stop, end):
        return True
    return COUNTED.match(text, stop, min(end, stop + 60)) is not None
