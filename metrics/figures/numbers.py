"""Reads one number, in digits or in words, that begins at a given place. Every pattern here is bounded, so the time is linear."""

from __future__ import annotations

import re

from metrics.figures.number import COUNTED, MONEY_BEFORE, Number, letter_scales
from metrics.figures.words import DOZENS, FRACTION_SIGNS, FRACTIONS, ONES, SCALES, SHORT_SCALES, TENS, VAGUE

_SPACE = "[ \u00a0\u2009\u202f]"
_LONGEST = 24  # characters of a number that still counts something

# No number counts more than eight groups of three, and a bound on them keeps a text of groups without end linear.
# Thousands with commas (also the Indian way), with thin or plain spaces, with dots; else digits with one decimal mark.
_DIGITS = re.compile(
    r"(?P<plain>\d++)(?![,.\u00a0\u2009\u202f ]\d)"
    r"|(?P<commas>\d{1,3}(?:,\d{3}){1,7}+(?!\d)(?:\.\d++)?|\d{1,2}(?:,\d{2}(?=,)){1,9}+,\d{3}(?!\d)(?:\.\d++)?)"
    r"|(?P<spaces>(?:\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,7}+|\d{1,3}(?: \d{3}){2,7}+|\d{1,2} \d{3}|\d{3} \d00)"
    r"(?![\d%]|,\d\d\d)(?:\.\d++)?)"
    r"|(?P<dots>\d{1,3}(?:\.\d{3}){2,7}+(?!\d)(?:,\d++)?|\d{1,3}(?:\.\d{3}){1,7}+,\d++)"
    r"|(?P<decimal>\d++\.\d++|\d++,\d{1,2}(?![\d,.]\d|\d))"
    r"|(?P<alone>\d++)"
)
_RUN = re.compile(r"\d++")
_MANY_DIGITS = re.compile(r"\d(?:[.,]?\d)*+")
_SCALE = re.compile(
    rf"(?:{_SPACE}{{1,2}}|-)?(hundreds?|thousand|million|billion|trillion|quadrillion|lakhs?|crores?|dozens?|dzs?|dozs?|mln|mil|mn|mm|bln|bn|tln|trn|tn|[mMbBkK])"
    r"(?![^\W\d_]|['’](?!s))",
    re.IGNORECASE,
)
_WORD = "|".join(sorted([*ONES, *TENS, *SCALES, "hundreds", "lakhs", "crores", *DOZENS, "and", "an", "a"], key=len, reverse=True))
_PHRASE = re.compile(rf"(?:{_WORD})\b(?:(?:[ \t\u00a0]{{1,3}}| ?[-\u2010\u2011] ?)(?:{_WORD})\b){{0,24}}", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+")
_FRACTION_WORD = "|".join(sorted(FRACTIONS, key=len, reverse=True))
_ONES_WORD = "|".join(ONES)
_TENS_WORD = "|".join(TENS)
_FRACTION = re.compile(rf"(?:\s{{1,2}}|\s?[-\u2010\u2011]\s?)(?:({_TENS_WORD})[\s-])?({_FRACTION_WORD})\b", re.IGNORECASE)
_AND_FRACTION = re.compile(
    rf"(?:\s{{1,2}}|-)and[\s-](?:(?:a|an|one)[\s-])?((?:(?:{_TENS_WORD})[\s-])?(?:{_ONES_WORD})[\s-])?({_FRACTION_WORD})\b(?!\s+of\b)",
    re.IGNORECASE,
)
_SCALE_NEXT = re.compile(r"\s(?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_OVER = re.compile(rf"\s(?:over|out\sof|in)\s(?=\d|(?:{_ONES_WORD}|{_TENS_WORD}|a\s)\b)", re.IGNORECASE)
_SLASH = re.compile(r"(?:(\d{1,3})[ \u00a0-]{1,2})?(\d{1,3})[/⁄](\d{1,3})(?![\d/]|[/.,-]\d)")
_EXPONENT = re.compile(r"(?:[eE]([+-]?\d{1,3})|\s?[x×]\s?10(?:\^|\*\*)?([+−-]?\d{1,3}))(?![\d\w])")
_POWER = re.compile(r"\^([+-]{0,2})(\d{1,2})(?!\d)")
_FISCAL = re.compile(r"\b(?:last|past|next|first|previous|consecutive|straight)\s\Z", re.IGNORECASE)
_POINT = re.compile(rf"\spoint((?:[\s-](?:{_ONES_WORD}|{_TENS_WORD})\b){{1,8}})", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:several\s(?:hundred\sthousand|dozen|hundred|thousand|million|billion)"
    r"|(?:tens|hundreds|dozens|thousands)\sof\s(?:thousands|millions|billions|trillions)"
    r"|several|dozens|scores|hundreds|thousands|millions|billions|trillions|tens)\b",
    re.IGNORECASE,
)


def run_end(text: str, at: int, end: int) -> int:
    """Where the run of digits, dots and commas that begins at `at` ends."""
    match = _MANY_DIGITS.match(text, at, end)
    return match.end() if match else at + 1


def digits(text: str, at: int, end: int) -> Number | None:
    """The number in digits at `at`, with a scale, a fraction or an exponent behind it. None where it is too long to count anything."""
    match = _DIGITS.match(text, at, end)
    if match is None:
        return None
    stop = match.end()
    if stop - at > _LONGEST:
        return None
    how = match.lastgroup
    written = match.group()
    if at and text[at - 1] == "," and how == "decimal" and "," in written:  # 22,24,26,31 is a list
        match = _RUN.match(text, at, end)
        assert match is not None
        stop, how, written = match.end(), "alone", match.group()
    if how == "plain" or how == "alone":
        value = float(written)
    elif how == "commas":
        value = float(written.replace(",", ""))
    elif how == "spaces":
        value = float("".join(written.split()))
    elif how == "dots":
        value = float(written.replace(".", "").replace(",", "."))
    else:
        value = _decimal_or_thousands(text, written, stop, end)
    number = Number(at, stop, value, value, "digits", how == "plain" or how == "alone")
    if stop >= end:
        return number
    following = text[stop]
    if following.isalpha() or following in " \u00a0\u2009\u202f-/⁄^½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞×":
        _extend(text, number, following, end)
    return number


def _decimal_or_thousands(text: str, written: str, stop: int, end: int) -> float:
    """*1.200 soldiers* are thousands, as some papers write them; *4.800* alone, or with a unit, is a decimal."""
    whole, mark, part = written.replace(",", ".").partition(".")
    if mark and len(part) == 3 and whole != "0" and len(whole) <= 3 and part.endswith("00") and "," not in written:
        follows = _TOKEN.match(text, stop + 1, end)
        if (
            follows
            and text[stop] == " "
            and follows.group().lower()
            in ("people", "soldiers", "prisoners", "troops", "bodies", "civilians", "children", "men", "women", "captives")
        ):
            return float(whole + part)
    return float(f"{whole}.{part}")


def _extend(text: str, number: Number, following: str, end: int) -> None:
    """Takes in what makes one number with the digits: *½*, *4/5*, *e6*, *million*."""
    stop = number.end
    if following in "/⁄" or (number.plain and following in " \u00a0" and text[stop + 1 : stop + 3].strip()[:1].isdecimal()):
        slash = _SLASH.match(text, number.start, end)
        if slash and int(slash[3]) and (slash[1] is not None or following in "/⁄"):
            whole = int(slash[1]) if slash[1] else 0
            number.low = number.high = whole + int(slash[2]) / int(slash[3])
            number.end, number.plain, number.form = slash.end(), False, "digits" if whole else "fraction"
            return
    spaced = stop + 1 if following in " \u00a0" and stop + 1 < end else stop
    if text[spaced] in FRACTION_SIGNS:
        number.low = number.high = number.low + FRACTION_SIGNS[text[spaced]]
        number.end, number.plain = spaced + 1, False
        _scaled(text, number, end)
        return
    if following == "^":
        raised = _POWER.match(text, stop, end)
        if raised and number.low and abs(number.low) < 1e6 and int(raised[2]) < 40:
            exponent = int(raised[2]) * (-1 if raised[1].count("-") % 2 and len(raised[1]) == 1 else 1)
            number.low = number.high = number.low**exponent
            number.end, number.plain = raised.end(), False
        return
    if following in "eE×x" or text[spaced] in "x×":
        power = _EXPONENT.match(text, stop, end)
        if power and abs(exponent := int((power[1] or power[2]).replace("−", "-"))) <= 200:
            number.low = number.high = number.low * 10.0**exponent
            number.end, number.plain = power.end(), False
            return
    if text[spaced] in "htmbqlcdkHTMBQLCDK" or following == "-":
        _scaled(text, number, end)


def _scaled(text: str, number: Number, end: int) -> None:
    """Multiplies by the scale words that follow: *1.2 million*, *3 hundred thousand*, *2bn*; takes in *and a half* behind one."""
    while scale := _SCALE.match(text, number.end, end):
        word = scale[1].lower()
        factor = SCALES.get(word) or SCALES.get(word.removesuffix("s")) or float(DOZENS.get(word, 0))
        if not factor:
            factor = SHORT_SCALES[word]
            if word == "mm" and not MONEY_BEFORE.search(text, max(0, number.start - 4), number.start):
                return
            if scale[1] == "K" and number.plain and number.low in (4, 8):  # 4K is a kind of screen
                return
            if text[number.end] == "-" or (
                len(word) == 1
                and ((scale.start(1) > number.end and scale[1] not in "kM") or not letter_scales(text, number, scale[1], scale.end(), end))
            ):
                return
        number.low *= factor
        number.high *= factor
        number.scale *= factor
        number.end, number.plain = scale.end(), False
        if factor >= 1e6 or factor == 12:
            break
    if number.scale > 12:
        _and_more(text, number, end)


def _and_more(text: str, number: Number, end: int) -> None:
    """*3 million and a half* is 3.5 million; *3 hundred and 21* is 321."""
    part = _AND_FRACTION.match(text, number.end, end)
    if part:
        top = _small(part[1])
        number.low = number.high = number.low + top / FRACTIONS[part[2].lower()] * number.scale
        number.end = part.end()
    elif (
        text.startswith(" and ", number.end)
        and (rest_said := words(text, number.end + 5, end))
        and 100 <= rest_said.low < number.scale
        and rest_said.form == "words"
    ):
        number.low = number.high = number.low + rest_said.low
        number.end = rest_said.end
    elif number.scale <= 1e5 and text.startswith(" and ", number.end) and number.low < 1e6:
        small = _TWO_DIGITS.match(text, number.end, end)
        if small:
            rest = float(small[1]) if small[1].isdecimal() else float(ONES[small[1].lower()])
            number.low = number.high = number.low + rest
            number.end = small.end()
    elif number.scale == 1000.0 and text[number.end : number.end + 1] == " " and text[number.end + 1 : number.end + 2].isdecimal():
        small = _HUNDREDS.match(text, number.end, end)
        if small:
            number.low = number.high = number.low + int(small[1]) * 100
            number.end, number.scale = small.end(), 100.0
            _and_more(text, number, end)


_TWO_DIGITS = re.compile(
    rf" and ([1-9]\d?|{_ONES_WORD})(?![\d.,%]\d|[\d%\w]| (?:hundred|thousand|million|billion|(?:others|more|killed|wounded))\b)",
    re.IGNORECASE,
)
_HUNDREDS = re.compile(r" ([1-9]) hundred\b")


def _small(said: str | None) -> int:
    """The value of a word like *three* or *fifty-four*; one where nothing is said."""
    return sum(ONES[word] if word in ONES else TENS[word] for word in said.lower().replace("-", " ").split()) if said else 1


def vague(text: str, at: int, end: int) -> Number | None:
    """A word for an order of magnitude at `at`: *dozens*, *tens of thousands*, *several hundred*."""
    match = _VAGUE.match(text, at, end)
    if match is None:
        return None
    low, high = VAGUE[" ".join(match.group().lower().split())]
    return Number(at, match.end(), low, high, "vague")


def words(text: str, at: int, end: int, *, joined: bool = True) -> Number | None:
    """The number in words at `at`: *fourteen*, *a hundred and one*, *two and a half thousand*, *two thirds*.

    `joined` is False inside *between … and …*, where *and* parts two numbers.
    """
    phrase = _PHRASE.match(text, at, end)
    if phrase is None:
        return None
    tokens = [(token.group().lower(), token.end()) for token in _TOKEN.finditer(text, at, phrase.end())]
    value, used, scale = _cardinal(tokens, 0, joined)
    if not used:
        return None
    number = Number(at, tokens[used - 1][1], value, value, scale=scale)
    if number.end < end and text[number.end] in " -\u00a0\u2010\u2011":
        _fractions(text, number, tokens, used, end)
    return number


def _fractions(text: str, number: Number, tokens: list[tuple[str, int]], used: int, end: int) -> None:
    """Takes in a decimal point, a part, or a denominator behind a number in words."""
    point = _POINT.match(text, number.end, end)
    if point:
        decimals = "".join(
            str(ONES[word] if word in ONES else TENS[word] if index + 1 == len(said) else TENS[word] // 10)
            for said in [point[1].lower().replace("-", " ").split()]
            for index, word in enumerate(said)
        )
        number.low = number.high = float(f"{number.low:.0f}.{decimals}")
        number.end = point.end()
        _scaled(text, number, end)
        return
    part = _AND_FRACTION.match(text, number.end, end)
    if part:
        top = _small(part[1])
        beyond = _SCALE_NEXT.match(text, part.end(), end) if number.scale > 1.0 else None
        if beyond:  # one billion and a half million
            factor = SCALES[beyond.group().strip().lower()]
            if factor < number.scale:
                number.low = number.high = number.low + top / FRACTIONS[part[2].lower()] * factor
                number.end = beyond.end()
            return
        number.low = number.high = number.low + top / FRACTIONS[part[2].lower()] * (number.scale if number.scale >= 1e3 else 1.0)
        number.end = part.end()
        if number.scale == 1.0:
            _scaled(text, number, end)
        return
    under = _FRACTION.match(text, number.end, end)
    if under is None:
        return
    name = under[2].lower()
    if not name.endswith("s") and number.low != 1 and name != "half":
        return
    if name.startswith("quarter") and (
        tokens[used - 1][0] not in ("one", "three") or (number.low == 3 and _FISCAL.search(text, max(0, number.start - 14), number.start))
    ):
        return
    below = float(FRACTIONS[name] + TENS.get((under[1] or "").lower(), 0))
    over_it = number.low
    tens = tokens[used - 1][0]
    if name.endswith("s") and tens in TENS and used > 1 and FRACTIONS[name] < 10 and tokens[used - 2][0] != "and":
        over_it, _, _ = _cardinal(tokens[: used - 1], 0, True)
        below += TENS[tens]
    joint = next((at for at in range(used - 1, 0, -1) if tokens[at][0] == "and"), 0)
    number.low = number.high = over_it / below
    number.end, number.form = under.end(), "fraction"
    if joint:
        over, _, _ = _cardinal(tokens[joint + 1 : used], 0, True)
        if over < below:  # a hundred and three quarters; but a hundred and thirty fifths is 26
            whole, _, scale = _cardinal(tokens[:joint], 0, True)
            number.low = number.high = whole + over / below * (scale if scale >= 1e6 else 1.0)
            number.form = "words"
            beyond = _SCALE_NEXT.match(text, number.end, end)
            if beyond and SCALES[beyond.group().strip().lower()] < scale:
                number.low = number.high = whole + over / below * SCALES[beyond.group().strip().lower()]
                number.end = beyond.end()


def out_of(text: str, number: Number, end: int) -> Number | None:
    """*one in five*, *two out of three*, *1 over 20*: the share that two numbers make, or None."""
    link = _OVER.match(text, number.end, end)
    if link is None or number.form not in ("digits", "words"):
        return None
    over = "over" in link.group().lower()
    if over and abs(number.low) != 1:
        return None
    other = digits(text, link.end(), end) if text[link.end()].isdecimal() else words(text, link.end(), end)
    if (
        other is None
        or other.low <= abs(number.low)
        or other.low != int(other.low)
        or other.low > 10_000
        or (other.plain and 1900 <= other.low <= 2100)
    ):
        return None
    if other.form == number.form == "digits" and other.low > 10 and other.low % 5 and COUNTED.match(text, other.end, end) is not None:
        return None  # 19 out of 28 sailors: two counts
    if over and COUNTED.match(text, other.end, end) is not None and text[other.end : other.end + 1] == " ":
        return None
    return Number(number.start, other.end, number.low / other.low, number.low / other.low, "fraction")


def _cardinal(tokens: list[tuple[str, int]], first: int, joined: bool) -> tuple[float, int, float]:
    """The longest cardinal that `tokens[first:]` begin with: its value, how many tokens it takes, and its last scale."""
    total = current = 0.0
    last, scale, taken, at = 1e99, 1.0, first, first
    while at < len(tokens):
        word = tokens[at][0]
        if word in ONES:
            value = float(ONES[word])
            fits = (
                taken == first
                or (current == 0 and total)
                or (current and current % 100 == 0)
                or (current % 100 >= 20 and current % 10 == 0 and 0 < value < 10)
            )
            if not fits:
                break
            current, scale = current + value, 1.0
        elif word in TENS:
            if taken > first and current % 100:
                break
            current, scale = current + TENS[word], 1.0
        elif (factor := SCALES.get(word) or SCALES.get(word.removesuffix("s"))) is not None:
            if word.endswith("s") and taken == first:
                break
            if factor == 100:
                if current >= 100:
                    break
                current = (current or 1) * 100
            elif current == 0 and total:  # three lakh crore
                total, last = total * factor, factor
            elif factor >= last:
                break
            else:
                total, current, last = total + (current or 1) * factor, 0.0, factor
            scale = factor
        elif word in DOZENS:
            if taken == first and word != "dozen":
                break
            tail = current % 100 if current >= 100 else current
            total, current = total + current - tail + (tail or 1) * 12, 0.0
            return total, at + 1 - first, 12.0
        elif word in ("a", "an") and at == first and at + 1 < len(tokens) and (tokens[at + 1][0] in SCALES or tokens[at + 1][0] == "dozen"):
            at += 1
            continue
        elif word == "and" and joined and taken > first and scale >= 100 and at + 1 < len(tokens):
            small, used, _ = _cardinal([token for token in tokens[at + 1 : at + 3] if token[0] in ONES or token[0] in TENS], 0, False)
            beyond = at + 1 + used
            if scale == 100 and 0 < small < 100 and beyond < len(tokens) and SCALES.get(tokens[beyond][0], 0) > 100:
                current, at = current + small, beyond  # two hundred and two thousand
                continue
            rest, count, of = _cardinal(tokens, at + 1, True)
            if not count or not 0 < rest < scale or (of > 12 and rest >= 100 and scale == 100) or tokens[at + 1][0] in ("a", "an"):
                break
            return total + current + rest, at + 1 - first + count, of if of != 12.0 else 1.0
        else:
            break
        at += 1
        taken = at
    return total + current, taken - first, scale
