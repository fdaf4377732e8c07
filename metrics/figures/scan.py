"""Where figures can begin: two linear scans, for digits and for number words, merged in the order of the text."""

from __future__ import annotations

import re

from metrics.figures.words import DOZENS, FRACTION_SIGNS, FRACTIONS, GROUPS, ONES, ORDINALS, PERIODS, SCALES, TENS
from metrics.tries import trie

# A word is tried only behind one of these, so that the scan passes over the letters of other words at the speed of a byte search.
_WORD_ENDS = r"(?![^\W_])"
_BEFORE_WORD = "[\\s(\\[{“”\"‘’'«»—–/\u2010\u2011-]"


def _words() -> str:
    plain = [
        *ONES,
        *TENS,
        *SCALES,
        *ORDINALS,
        *DOZENS,
        "lakhs",
        "crores",
        "scores",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "tens",
    ]
    plain += ["several", "half", "quarter", "quarters", *GROUPS, "percent", "percents", "cent", "another", "whole", "full", "all"]
    plain += [period + long for period in ("hour", "day", "week", "month", "year", "decade", "minute") for long in ("long", "-long")]
    by_letter: dict[str, list[str]] = {}
    for word in plain:
        by_letter.setdefault(word[0], []).append(word[1:])
    singular = [word for word in FRACTIONS if not word.endswith("s")]
    counted = "|".join([*SCALES, "dozen", *GROUPS, *singular, *PERIODS, *(f"{tens}(?=-)" for tens in TENS)])
    article = rf"[aA]n?(?=\s{{1,2}}(?i:{counted})(?![a-z]))"
    capital = "|".join(f"{letter.upper()}(?i:{trie(rest, _WORD_ENDS)})" for letter, rest in by_letter.items())
    return f"(?=[a-z])(?:{article}|{trie(plain, _WORD_ENDS)})|(?=[A-Z])(?:{article}|{capital})"  # nearly all are small, and fastest so


_WORDS = _words()
DIGIT = re.compile(rf"[0-9{''.join(FRACTION_SIGNS)}]")
WORD = re.compile(f"{_BEFORE_WORD}({_WORDS})")
WORD_HERE = re.compile(f"({_WORDS})")
