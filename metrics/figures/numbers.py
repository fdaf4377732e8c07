"""Reads one number, in digits or in words, that begins at a given place. Every pattern here is linear and bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from metrics.figures.words import DOZENS, FRACTION_SIGNS, FRACTIONS, ONES, ORDINALS, SCALES, SHORT_SCALES, TENS, VAGUE

Form = Literal["digits", "words", "fraction", "vague", "ordinal", "one"]
_SPACE = r"[ \u00a0\u2009\u202f]"


@dataclass(slots=True)
class Number:
    """A number where it stands: `text[start:end]`, its value (two ends for a vague word) and how it is written."""

    start: int
    end: int
    low: float
    high: float
    form: Form
    plain: bool = False  # nothing but digits, as years, days and names have them
    scale: float = 1.0  # what a scale word multiplied it by


# Thousands with commas (also the Indian way), with thin or plain spaces, with dots; else digits with one decimal mark.
_DIGITS = re.compile(
    r"(?P<commas>\d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?|\d{1,2}(?:,\d{2})++,\d{3}(?!\d)(?:\.\d++)?)"
    rf"|(?P<spaces>\d{{1,3}}(?:{_SPACE}\d{{3}})++(?!\d|,\d)(?:\.\d++)?)"
    r"|(?P<dots>\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d++)?|\d{1,3}(?:\.\d{3})+,\d++)"
    r"|(?P<decimal>\d++\.\d++|\d++,\d{1,2}(?![\d,.]\d|\d))"
    r"|(?P<plain>\d++)"
)
_SCALE = re.compile(
    rf"(?:{_SPACE}{{1,2}}|-)?(hundreds?|thousand|million|billion|trillion|quadrillion|lakhs?|crores?|dozens?|dzs?|dozs?|mln|mil|mn|mm|bln|bn|tln|trn|tn|m|b|k|t)"
    r"(?![^\W\d_]|['’][^\W\d_s])",
    re.IGNORECASE,
)
_WORD = "|".join(sorted([*ONES, *TENS, *SCALES, "hundreds", "lakhs", "crores", *DOZENS, "and", "a", "half"], key=len, reverse=True))
_PHRASE = re.compile(rf"(?:{_WORD})\b(?:(?:\s{{1,3}}|\s?[-‐‑]\s?)(?:{_WORD})\b){{0,14}}", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+")
_FRACTION_WORDS = "|".join(sorted(FRACTIONS, key=len, reverse=True))
_FRACTION = re.compile(rf"(?:\s{{1,2}}|\s?[-‐‑]\s?)(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-])?({_FRACTION_WORDS})\b", re.IGNORECASE)
_AND_FRACTION = re.compile(rf"\s{{1,2}}and\s(?:(?:a|an|one)\s)?(?:({'|'.join(ONES)})[\s-])?({_FRACTION_WORDS})\b(?!\s+(?:of|million|billion|trillion|thousand)\b)", re.IGNORECASE)
_SLASH = re.compile(r"(?:(?P<whole>\d{1,3})[ \u00a0-]{1,2})?(?P<top>\d{1,3})[/⁄](?P<under>\d{1,3})(?![\d/]|[/.-]\d)")
_SIGN_FRACTION = re.compile(r"\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_EXPONENT = re.compile(r"(?:e([+-]?\d{1,3})|\s?[x×]\s?10\^?([+-−]?\d{1,3}))(?![\d\w])")
_POINT = re.compile(rf"\spoint((?:[\s-](?:{'|'.join([*ONES, *TENS])})\b){{1,8}})", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:several\s(?:hundred\sthousand|dozen|hundred|thousand|million|billion)|(?:tens|hundreds|dozens|thousands)\sof\s(?:thousands|millions|billions|trillions)"
    r"|several|dozens|scores|hundreds|thousands|millions|billions|trillions|tens)\b",
    re.IGNORECASE,
)
_LONGEST = 18  # digits of a number that still counts something
_DIGIT_RUN = re.compile(r"[\d.,]*\d")


def run_end(text: str, at: int, end: int) -> int:
    """Where the run of digits, dots and commas that begins at `at` ends."""
    match = _DIGIT_RUN.match(text, at, end)
    return match.end() if match else at + 1


def digits(text: str, at: int, end: int) -> Number | None:
    """The number in digits at `at`, with a scale word or letter, a fraction or an exponent behind it. None where too long to be one."""
    match = _DIGITS.match(text, at, end)
    if match is None:
        return None
    how = match.lastgroup
    written = match.group()
    if len(written) > 2 * _LONGEST:
        return None
    if how == "commas":
        value = float(written.replace(",", ""))
    elif how == "spaces":
        value = float("".join(written.split()))
    elif how == "dots":
        value = float(written.replace(".", "").replace(",", "."))
    elif how == "decimal":
        value = float(written.replace(",", "."))
    else:
        value = float(written)
    number = Number(at, match.end(), value, value, "digits", plain=how == "plain")
    after = text[number.end : number.end + 1]
    if after in "/⁄" and after and number.plain:
        return _with_slash(text, number, end)
    if after and (after in FRACTION_SIGNS or (after in " \u00a0" and text[number.end + 1 : number.end + 2] in FRACTION_SIGNS and number.end + 1 < end)):
        sign = _SIGN_FRACTION.match(text, number.end, end)
        if sign:
            number.low = number.high = value + FRACTION_SIGNS[sign.group(1)]
            number.end, number.plain = sign.end(), False
    elif after in " \u00a0" and number.plain and len(written) <= 3 and after:
        slash = _SLASH.match(text, at, end)
        if slash and slash["whole"] and int(slash["under"]):
            number.low = number.high = value + int(slash["top"]) / int(slash["under"])
            number.end, number.plain = slash.end(), False
            return number
    if after in "eEx× ":
        power = _EXPONENT.match(text, number.end, end)
        if power:
            exponent = int((power.group(1) or power.group(2)).replace("−", "-"))
            if abs(exponent) <= 200:
                number.low = number.high = number.low * 10.0**exponent
                number.end, number.plain = power.end(), False
                return number
    if after and (after in " \u00a0\u2009\u202f-" or after.isalpha()):
        _scaled(text, number, end)
    return number


def _with_slash(text: str, number: Number, end: int) -> Number:
    slash = _SLASH.match(text, number.start, end)
    if slash and int(slash["under"]) and int(slash["top"]):
        number.low = number.high = int(slash["top"]) / int(slash["under"])
        number.end, number.form, number.plain = slash.end(), "fraction", False
    return number


def _scaled(text: str, number: Number, end: int) -> None:
    """Multiplies by the scale words that follow: *1.2 million*, *3 hundred thousand*, *2bn*."""
    scale = _SCALE.match(text, number.end, end)
    while scale:
        word = scale.group(1)
        lower = word.lower()
        factor = SCALES.get(lower) or SCALES.get(lower.rstrip("s")) or float(DOZENS.get(lower, 0))
        if not factor:
            factor = SHORT_SCALES[lower]
            gap = scale.start(1) - scale.start()
            if text[number.end] == "-" or (len(word) == 1 and (gap or not _letter_scales(text, number, scale.start(1), word, end))):
                return
        number.low *= factor
        number.high *= factor
        number.scale *= factor
        number.end, number.plain = scale.end(), False
        if factor not in (100.0, 1000.0, 1e5):
            break
        scale = _SCALE.match(text, number.end, end)
    match = _AND_FRACTION.match(text, number.end, end) if number.scale > 1 else None
    if match:
        part = ONES.get((match.group(1) or "one").lower(), 1) / FRACTIONS[match.group(2).lower()]
        number.low = number.high = number.low + part * number.scale
        number.end = match.end()


_METRES = re.compile(
    r"\s?(?:tall|long|wide|high|deep|away|above|below|from|in|of|race|sprint|run|hurdles|freestyle|butterfly|final|relay|breaststroke|backstroke|to|and|per|sq)\b|[²³/]"
    r"|\s?[x×-]",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?:[^\W\d_]+[\s-]){0,2}[^\W\d_]+s\b|\s(?:people|barrels|or|for|on|this|last)\b|[.,;:)]?\s?$", re.IGNORECASE)
_MONEY_BEFORE = re.compile(r"[$€£¥₹₽₴₩₺₪₦₱]\s?[-–]?[\d.,]*$|(?:Rs\.?|USD|EUR|GBP)\s?$")


def _letter_scales(text: str, number: Number, at: int, letter: str, end: int) -> bool:
    """Whether a single letter after digits is a scale: always K; M and B in capitals or with money; m before what can be counted."""
    if letter in "kK":
        return True
    if letter == "M":
        return True
    before = text[max(0, number.start - 4) : number.start]
    if _MONEY_BEFORE.search(before):
        return True
    if letter in "bB":
        return True
    if letter in "tT":
        return False
    if _METRES.match(text, at + 1, end):
        return False
    return number.low != int(number.low) and bool(_COUNTED.match(text, at + 1, min(end, at + 60))) or bool(_COUNTED.match(text, at + 1, min(end, at + 60)) and at + 2 < end and text[at + 1] == " ")


def vague(text: str, at: int, end: int) -> Number | None:
    """A word for an order of magnitude at `at`: *dozens*, *tens of thousands*, *several hundred*."""
    match = _VAGUE.match(text, at, end)
    if match is None:
        return None
    low, high = VAGUE[" ".join(match.group().lower().split())]
    return Number(at, match.end(), low, high, "vague")


def words(text: str, at: int, end: int, *, joined: bool = True) -> Number | None:
    """The number in words at `at`: *fourteen*, *a hundred and one*, *two and a half thousand*, *two thirds*, *half a million*.

    `joined` is False inside *between … and …*, where *and* parts two numbers.
    """
    phrase = _PHRASE.match(text, at, end)
    if phrase is None:
        return None
    tokens = [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text, at, phrase.end())]
    value, used, scale = _cardinal(tokens, 0, joined)
    if used == 0:
        return None
    number = Number(at, tokens[used - 1][2], value, value, "one" if used == 1 and value == 1 and tokens[0][0] == "one" else "words", scale=scale)
    return _tail(text, number, end)


def _tail(text: str, number: Number, end: int) -> Number:
    """A decimal point in words, or a fraction, behind a number in words."""
    point = _POINT.match(text, number.end, end)
    if point:
        decimals = "".join(_decimal(word) for word in point.group(1).lower().replace("-", " ").split())
        number.low = number.high = float(f"{number.low:.0f}.{decimals}")
        number.end, number.form = point.end(), "words"
        _scaled(text, number, end)
        return number
    both = _AND_FRACTION.match(text, number.end, end)
    if both:
        top = ONES.get((both.group(1) or "one").lower(), 1)
        number.low = number.high = number.low + top / FRACTIONS[both.group(2).lower()] * number.scale
        number.end, number.form = both.end(), "words"
        _scaled(text, number, end)
        return number
    share = _FRACTION.match(text, number.end, end)
    if share:
        under = float(FRACTIONS[share.group(2).lower()] + TENS.get((share.group(1) or "").lower(), 0))
        plural = share.group(2).lower().endswith("s")
        if plural or number.low == 1 or share.group(2).lower() == "half":
            number.low = number.high = number.low / under
            number.end, number.form = share.end(), "fraction"
    return number


def _decimal(word: str) -> str:
    return str(ONES[word]) if word in ONES else str(TENS[word])


def _cardinal(tokens: list[tuple[str, int, int]], first: int, joined: bool) -> tuple[float, int, float]:
    """The longest cardinal that `tokens[first:]` begin with: its value, how many tokens it takes, and its last scale."""
    total, current, at, last = 0.0, 0.0, first, 1e99
    taken, scale, seen = first, 1.0, False
    while at < len(tokens):
        word = tokens[at][0]
        if word in ONES:
            value = ONES[word]
            if seen and not (current == 0 and total) and not (current % 100 == 0 and current) and not (20 <= current % 100 and current % 10 == 0 and 0 < value < 10):
                break
            current, scale = current + value, 1.0
        elif word in TENS:
            if seen and current % 100:
                break
            current, scale = current + TENS[word], 1.0
        elif word in SCALES or word.rstrip("s") in SCALES:
            if word.endswith("s") and at == first:
                break
            factor = SCALES.get(word) or SCALES[word.rstrip("s")]
            if factor == 100:
                if current >= 100:
                    break
                current = (current or 1) * 100
            else:
                if factor >= last and not (current == 0 and total):
                    break
                if current == 0 and total:  # three lakh crore
                    total *= factor
                else:
                    total, last = total + (current or 1) * factor, factor
                current = 0.0
            scale = factor
        elif word in DOZENS:
            if not seen and word == "dozens":
                break
            total, current, scale = (total + current * 12 if current else (total or 1) * 12), 0.0, 1.0
            if current == 0 and at + 1 <= len(tokens):
                taken, seen = at + 1, True
                break
        elif word in ("a", "an") and not seen and at + 1 < len(tokens) and (tokens[at + 1][0] in SCALES or tokens[at + 1][0] in DOZENS):
            at += 1
            continue
        elif word == "and" and joined and seen and at + 1 < len(tokens) and scale >= 100:
            rest, count, _ = _cardinal(tokens, at + 1, True)
            if not count or tokens[at + 1][0] == "zero" or rest >= scale or rest == 0 or tokens[at + 1][0] in ("a", "half"):
                break
            return total + current + rest, at + 1 - first + count, 1.0
        else:
            break
        seen = True
        at += 1
        taken = at
    return total + current, taken - first, scale


def ordinal(word: str) -> int | None:
    """The rank that an ordinal word names, or None: *second* → 2, *twenty-first* → 21."""
    lower = word.lower()
    if lower in ORDINALS:
        return ORDINALS[lower]
    tens, _, ones = lower.partition("-")
    if tens in TENS and ones in ORDINALS and ORDINALS[ones] < 10:
        return TENS[tens] + ORDINALS[ones]
    return None
