"""Every quantity that a text states: one linear scan for anchors (digits, number words), and a grammar that runs only there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from metrics.figures import bounds, kinds, nouns, numbers
from metrics.figures.numbers import Number
from metrics.figures.units import Units, units
from metrics.figures.words import CURRENCY_SIGNS, FRACTION_SIGNS, FRACTIONS, MONTHS, ONES, ORDINALS, SCALES, TENS, WEEKDAYS
from metrics.model import Bound, Figure

_PERIODS = "seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)"


def _anchors() -> re.Pattern[str]:
    """One pattern for all places where a figure can begin; words are tried at their first letter alone, so the scan is linear."""
    by_letter: dict[str, list[str]] = {}

    def add(*words: str) -> None:
        for word in words:
            by_letter.setdefault(word[0], []).append(word[1:] + r"\b")

    add(*ONES, *TENS, *SCALES, *ORDINALS, "lakhs", "crores", "half", "dozen", "dozens", "scores", "hundreds", "thousands", "millions", "billions")
    add("trillions", "tens", "several", "quarter", "couple")
    fractions = [word for word in FRACTIONS if not word.endswith("s")]
    add(rf"an?(?=\s(?:{'|'.join([*SCALES, 'dozen', 'couple', *fractions, _PERIODS])})\b)")
    add(rf"another(?=\s(?:business\s)?(?:{_PERIODS})\b)", *(rf"{w}(?=[\s-](?:day|week|month|year)\b)" for w in ("all", "full", "whole")))
    add(*(rf"{w}-?long" for w in ("hour", "day", "week", "month", "year", "decade", "minute")))
    branches = "|".join(f"[{a}{a.upper()}](?:{'|'.join(sorted(rest, key=len, reverse=True))})" for a, rest in sorted(by_letter.items()))
    return re.compile(rf"[0-9{''.join(FRACTION_SIGNS)}]|(?<![^\W_])(?i:{branches})")


_ANCHOR = _anchors()
_FOLLOWS = re.compile(r"([\s\u00a0\u2009\u202f]{0,2}|\s?[-‐‑]\s?)([^\W\d_][^\W\d_]*(?:/[^\W\d_]+)?[²³]?|%|°\s?[CF]?|º\s?[CF]?)")
_WORD = re.compile(r"[\s-]{1,2}([^\W\d_]+)")
_RANGE = re.compile(r"(\s?[-‐‑]\s?(?:to|or|and)[-‐‑\s]\s?|\s?[-–—~‐‑]\s?|\s(?:to|through|or|and)\s)(?=[$€£¥₹]?[\w.])")
_PAIR = re.compile(r"[-‐‑–\s](?:for|to)[-‐‑–\s]")
_SAME_NUMBER = re.compile(r"\s(?:[^\W\d_]+\s){0,3}?(?:in\sexchange\s)?for\s(?:the\ssame|an\sequal|an\sidentical)\s(?:number|amount)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:rose|rise|rising|risen|fell|fall|falling|fallen|increas\w*|decreas\w*|dropp?\w*|climb\w*|grew|grow\w*|extend\w*|cut\w*|rais\w*|lower\w*|reduc\w*|up|down|chang\w*|jump\w*|expand\w*|slash\w*|widen\w*|surg\w*|declin\w*|shr[aiu]nk\w*|doubl\w*|went|go|goes|moved?|soar\w*|slip\w*|improv\w*|eas\w*|revis\w*)\b[^.;]{0,60}$", re.IGNORECASE)
_QUOTES = " \t\n\u00a0\u2009\u202f([{\"'“”‘’«»—–,;:|"
_AGE_AFTER = re.compile(r"(?:[-\s](?:years?|months?|weeks?|days?)[-\s](?:olds?\b|of\sage\b)|\s?(?:yo|y/o)\b)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"(?:\b(?:aged?|ages)(?:\s(?:of|between|from|about|around|under|over))?\s|\bage\sof\s)$", re.IGNORECASE)
_AGE_ASIDE = re.compile(r"[^\W\d_]\w+,\s$")
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(r"(?:US|A|AU|C|CA|NZ|HK|S|NT|R|CN|Z)?[$€£¥₹₽₴₩₺₪₦₱฿₫](?:\s)?$|\b(?:Rs\.?|USD|EUR|GBP|RM|Rp|KSh|CHF|INR|AUD|CAD|CNY|RMB|JPY)\s?$")
_HYPHEN_NOUN = re.compile(r"[-‐‑]\s?([^\W\d_]+)")
_DATE_BEFORE_DAY = re.compile(r"\b(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?\s{1,2}(?:the\s)?$", re.IGNORECASE)


class _Reader:
    """One pass over a text: the figures found so far, and where the scan stands."""

    __slots__ = ("end", "figures", "floor", "table", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.floor, self.end = text, start, end
        self.figures: list[Figure] = []
        self.table: Units = units()

    def run(self) -> list[Figure]:
        text, end, search = self.text, self.end, _ANCHOR.search
        position = self.floor
        while (match := search(text, position, end)) is not None:
            at = match.start()
            after = self.digits(at) if match.end() == at + 1 and not text[at].isalpha() else self.word(at, match.group().lower())
            position = self.floor = after if after > at else match.end()
        return self.figures

    # What a number is, by what stands around it

    def digits(self, at: int) -> int:
        text, end = self.text, self.end
        before = text[at - 1] if at > self.floor else " "
        if text[at] in FRACTION_SIGNS:
            number: Number | None = Number(at, at + 1, FRACTION_SIGNS[text[at]], FRACTION_SIGNS[text[at]], "fraction")
        else:
            number = numbers.digits(text, at, end)
        if number is None:
            return numbers.run_end(text, at, end)
        start = at
        if before not in _QUOTES:
            named = self.glued(number, before)
            if named is not None:
                return named
            start = number.start
        special = self.special(number)
        if special:
            return special
        return self.quantity(number, start)

    def glued(self, number: Number, before: str) -> int | None:
        """What stands right before a number without a space: a currency, a sign, or the name that the number belongs to."""
        text, at = self.text, number.start
        if _CURRENCY_BEFORE.search(text, max(self.floor, at - 5), at) or before in "~<>≤≥≈=±+/*":
            return None
        two = text[at - 2] if at - 2 >= self.floor else " "
        if before in "-−–":
            if two.isspace() or two in "([$€£":
                number.low, number.high, number.start = -number.low, -number.high, at - 1
                return None
            if two.isalnum():
                return self.emit_plain(number, "name")
            return None
        if before == "." and not two.isalnum():
            try:
                value = float("." + text[at : number.end].replace(",", ""))
            except ValueError:
                return None
            number.low = number.high = value
            number.start = at - 1
            return None
        return self.emit_plain(number, "name")

    def special(self, number: Number) -> int | None:
        text, at, end = self.text, number.start, self.end
        written = number.end - at
        if number.plain and written <= 2 and 1 <= number.low <= 31:
            month = kinds._MONTH_BEFORE.search(text, max(self.floor, at - 14), at)
            if month:
                tail = kinds._DAY_TAIL.match(text, number.end, end)
                stop = tail.end() if tail else number.end
                return self.emit(Number(month.start(), stop, number.low, number.high, "digits"), "date", month.start(), stop, "exact")
            month = kinds._MONTH_AFTER.match(text, number.end, end)
            if month:
                return self.emit(number, "date", at, month.end(), "exact")
        dated = kinds._SLASHED.match(text, at, end)
        if dated:
            return self.emit(number, "date", at, dated.end(), "exact")
        clock = kinds._CLOCK.match(text, at, end)
        if clock:
            return self.emit(number, "time", at, clock.end(), "exact")
        phone = kinds._PHONE.match(text, at, end)
        if phone and phone.end() > number.end:
            return self.emit(number, "phone", at, phone.end(), "exact")
        if number.plain and written == 4:
            year = kinds._YEARS.match(text, at, end)
            if year and self.is_year(number):
                return self.emit(number, "year", at, year.end(), "exact")
        if number.plain and written <= 2 and (at == 0 or text[at - 1] == "\n"):
            listed = kinds._LIST.match(text, at, end)
            if listed:
                return self.emit(number, "list", at, number.end, "exact")
        if number.plain and self.is_name(number):
            return self.emit(number, "name", at, number.end, "exact")
        suffix = _ORDINAL_SUFFIX.match(text, number.end, end)
        if suffix and number.low == int(number.low):
            return self.rank(at, suffix.end(), int(number.low))
        if number.plain and number.end < end and text[number.end] in "-–" and written <= 3:
            score = kinds._SCORE.match(text, at, end)
            if score and self.is_score(number, int(score.group(2)), score.end()):
                return self.emit(number, "score", at, score.end(), "exact")
        return None

    def is_year(self, number: Number) -> bool:
        text = self.text
        if not 1000 <= number.low <= 2100:
            return False
        words = text[max(self.floor, number.start - 20) : number.start].split()
        last = words[-1].lower().strip("(\"'“‘") if words else ""
        if bounds.before(text, number.start, self.floor) and last not in ("around", "about", "by") and not last == "in":
            return False
        noun = nouns.after(text, number.end, self.end)
        if noun and last not in ("the", "in", "since") and not last.endswith(("'s", "’s")) and noun[2] not in ("election", "olympic", "game"):
            return False
        return 1500 <= number.low <= 2100 or last in ("in", "since", "until", "year")

    def is_name(self, number: Number) -> bool:
        text, at = self.text, number.start
        words = text[max(self.floor, at - 24) : at].split(" ")
        if len(words) < 2 or words[-1] or not words[-2]:
            return False
        word = words[-2].lstrip("(\"'“‘")
        lower = word.lower()
        if lower in kinds.DESIGNATORS:
            return not (nouns.after(text, number.end, self.end) and lower in ("day", "week", "part", "war", "line"))
        if text[number.end : number.end + 1] in ("-", "‑", "%") or lower.endswith(("'s", "’s")):
            return False
        if not word[:1].isupper() or not word[-1].isalnum() or lower in WEEKDAYS or lower in MONTHS:
            return False
        begin = at - 1 - len(word)
        if begin <= self.floor or text[begin - 1] in "\n“\"‘'" or text[max(0, begin - 2) : begin].strip() in (".", "!", "?", ":", "-", "–", "—"):
            return False
        if lower in ("i", "the", "a", "in", "at", "about", "some", "only", "over", "least", "least,") or nouns.after(text, number.end, self.end):
            return False
        return True

    def is_score(self, number: Number, other: int, stop: int) -> bool:
        text = self.text
        if number.low >= other:
            return True
        words = text[max(self.floor, number.start - 30) : number.start].lower().split()
        return any(word.strip(",.") in kinds._SCORE_CUES for word in words[-2:])

    # Words

    def word(self, at: int, word: str) -> int:
        text, end = self.text, self.end
        if word in ("all", "full", "whole", "another", "a", "an") or word.endswith("long"):
            return self.article(at, word)
        if word in ORDINALS:
            return self.ordinal_word(at, word)
        number = numbers.vague(text, at, end)
        if number is None and word in ("half", "quarter", "couple", "dozen"):
            return self.part(at, at, word)
        if number is None:
            if word in SCALES:
                return 0
            number = numbers.words(text, at, end, joined=not self.after_between(at))
        if number is None:
            return 0
        if number.form == "vague" and word == "scores" and not text.startswith((" of", " more"), number.end):
            return number.end
        if number.form in ("one", "words"):
            suffix = re.compile(r"[-\s](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE).match(text, number.end, end)
            if suffix and number.low % 10 == 0 and number.low >= 20:
                return self.rank(at, suffix.end(), int(number.low) + ORDINALS[suffix.group(1).lower()])
        if number.form == "one" and self.pronoun(number):
            return number.end
        return self.quantity(number, at)

    def after_between(self, at: int) -> bool:
        return self.text[max(self.floor, at - 8) : at].lower().endswith("between ")

    def pronoun(self, number: Number) -> bool:
        words = self.text[max(self.floor, number.start - 16) : number.start].lower().split()
        last = words[-1] if words else ""
        follows = self.text[number.end : number.end + 9].lower()
        return last in ("no", "the", "this", "that", "which", "any", "every", "each", "some", "another", "not", "other") or follows.startswith((" another", "'s", "’s", " day", " by one", "-off", "-sided"))

    def article(self, at: int, word: str) -> int:
        """*a week*, *an hour*, *a hundred*, *another month*, *all day*, *hour-long*."""
        text, end = self.text, self.end
        if word.endswith("long"):
            unit = self.table.words[word.removesuffix("long").rstrip("-")]
            return self.emit(Number(at, at, 1, 1, "words"), "measure", at, at + len(word), "exact", unit=unit, noun=nouns.after(text, at + len(word), end, one=True))
        gap = at + len(word)
        follows = _WORD.match(text, gap, end)
        if follows is None:
            return 0
        next_word = follows.group(1).lower()
        if next_word in ("couple", "half", "quarter"):
            return self.part(at, follows.start(1), next_word)
        if next_word in FRACTIONS:
            if not text.startswith(" of", follows.end()):
                bounded = bounds.before(text, at, self.floor)
                return 0 if bounded is None else self.share(at, follows.end(), 100.0 / FRACTIONS[next_word])
            return self.share(at, follows.end(), 100.0 / FRACTIONS[next_word])
        if next_word in SCALES or next_word == "dozen":
            number = numbers.words(text, at, end)
            return self.quantity(number, at) if number else 0
        if next_word == "business":
            further = _WORD.match(text, follows.end(), end)
            follows = further or follows
            next_word = "business day"
        unit = self.table.words.get(next_word)
        if unit is None:
            return 0
        bounded = bounds.before(text, at, self.floor)
        words = text[max(self.floor, at - 12) : at].lower().split()
        last = words[-1] if words else ""
        if bounded is None and word in ("a", "an") and last not in ("for", "lasted", "lasting", "take", "took", "takes", "last", "spent"):
            return 0
        if text[follows.end() : follows.end() + 5] in (" ago,", " ago.") and bounded is None:
            return 0
        stop = follows.end()
        value = 1.0
        half = re.compile(r"\sand\s(?:a\s)?half\b", re.IGNORECASE).match(text, stop, end)
        if half:
            value, stop = 1.5, half.end()
        start, bound = bounded or (at, "exact")
        if word in ("all", "full", "whole") and bounded is None and last not in ("for", "a", "the", "an"):
            return 0
        return self.emit(Number(at, follows.start(1) - 1, value, value, "words"), "measure", start, stop, bound, unit=unit)

    def part(self, start: int, at: int, word: str) -> int:
        """*half a million*, *half of the children*, *a couple of days*, *half an hour*, *a quarter of*."""
        text, end = self.text, self.end
        stop = at + len(word)
        if word == "couple":
            of = re.compile(r"\s(?:of\s)?").match(text, stop, end)
            if start == at and not text.startswith(" of", stop):
                return 0
            return self.quantity(Number(start, of.end() - 1 if of else stop, 2, 2, "words"), start)
        if word == "dozen":
            return self.quantity(Number(start, stop, 12, 12, "words"), start) if False else 0
        share = 0.5 if word == "half" else 0.25
        scaled = re.compile(r"(?:[-\s]of)?[-\s](?:an?[-\s])?(dozen|hundred|thousand|million|billion|trillion)\b", re.IGNORECASE).match(text, stop, end)
        if scaled:
            name = scaled.group(1).lower()
            value = share * (12 if name == "dozen" else SCALES[name])
            return self.quantity(Number(start, scaled.end(), value, value, "words", scale=value), start)
        timed = re.compile(rf"(?:\sof)?[-\s](?:an?[-\s])?({_PERIODS}|mile|kilomet(?:re|er)|met(?:re|er)|acre|inch|pound|ounce|percentage point|percent|per cent)s?\b", re.IGNORECASE).match(text, stop, end)
        if timed and word == "half" or timed and text.startswith(" of a", stop):
            unit = self.table.words.get(timed.group(1).lower())
            if unit:
                start_, bound = bounds.before(text, start, self.floor) or (start, "exact")
                return self.emit(Number(start, stop, share, share, "words"), "measure", start_, timed.end(), bound, unit=unit)
        words = text[max(self.floor, at - 14) : at].lower().split()
        if words and words[-1] in ("first", "second", "third", "fourth", "the", "last", "this", "other", "final", "latter", "each", "every", "next", "previous") and not text.startswith(" of the", stop):
            return 0
        if word == "quarter" and not text.startswith(" of", stop):
            return 0
        if text[stop : stop + 1] in "-":
            return 0
        return self.share(start, stop, 100 * share)

    def share(self, start: int, stop: int, value: float) -> int:
        noun = nouns.after(self.text, stop, self.end, one=True)
        begin, bound = bounds.before(self.text, start, self.floor) or (start, "exact")
        after = bounds.after(self.text, stop, self.end)
        shown = stop
        if after and bound == "exact":
            shown, bound = after
        return self.emit(Number(start, stop, value, value, "fraction"), "share", begin, shown, bound, unit="percent", noun=noun)

    def ordinal_word(self, at: int, word: str) -> int:
        return self.rank(at, at + len(word), ORDINALS[word])

    def rank(self, at: int, stop: int, value: int) -> int:
        """*second round of talks*, *65th exchange*: the rank of what the noun names."""
        text = self.text
        month = kinds._MONTH_AFTER.match(text, stop, self.end)
        if month:
            return self.emit(Number(at, stop, value, value, "ordinal"), "date", at, month.end(), "exact")
        skip = re.compile(r"\s(?:such|ever|full|direct|formal|big|major|new)\b", re.IGNORECASE).match(text, stop, self.end)
        noun = nouns.after(text, skip.end() if skip else stop, self.end, one=True)
        if noun is None:
            return self.emit(Number(at, stop, value, value, "ordinal"), "ordinal", at, stop, "exact")
        return self.emit(Number(at, stop, value, value, "ordinal"), "ordinal", at, noun[1], "exact", noun=noun)

    # A quantity: range, unit, noun, bound

    def quantity(self, number: Number, at: int) -> int:
        text, end = self.text, self.end
        bound: Bound = "vague" if number.form == "vague" else "exact"
        paired = False
        first_end = number.end
        connector = _RANGE.match(text, number.end, end) if number.form != "vague" else None
        pair = _PAIR.match(text, number.end, end)
        currency = self.currency(number.start)
        if pair or connector:
            joint = pair or connector
            assert joint is not None
            other = self.second(joint.end())
            between = self.after_between(at)
            if other is not None:
                link = joint.group().strip(" -").lower()
                if pair and other.low == number.low and link in ("for", "to"):
                    paired, number = True, Number(number.start, other.end, number.low, number.high, number.form)
                elif connector and self.is_range(number, other, connector.group(), between):
                    if other.scale > 1 and number.scale == 1 and number.low < 1000 and number.low * other.scale <= other.high:
                        number.low *= other.scale
                    number = Number(number.start, other.end, number.low, other.high, number.form, scale=other.scale)
                    bound = "range"
        elif (same := _SAME_NUMBER.match(text, number.end, min(end, number.end + 60))) is not None:
            paired = True
        if connector is None and not paired and self.hanging(number):
            pass
        start, outer = number.start, None
        if currency:
            start = currency[0]
        age = self.age(number, start)
        if age:
            return age
        unit, stop, kind, noun = self.unit(number, currency[1] if currency else None)
        late = bounds.after(text, number.end, end) or (bounds.after(text, stop, end) if stop > number.end else None)
        if bound == "range" and self.after_word(start, ("between", "from")):
            start = self.before_word(start)
        early = bounds.before(text, start, self.floor)
        if early:
            start = early[0]
            if bound == "exact":
                bound = early[1]
        if late:
            stop = max(stop, late[0])
            if bound == "exact" or (bound == "about" and late[1] != "about"):
                bound = late[1]
            if noun is None and unit is None:
                noun = nouns.after(text, late[0], end)
        one = paired or number.low == number.high == 1
        if noun is None and kind == "cardinal":
            noun = nouns.after(text, stop, end, one=one)
        stop = max(stop, first_end if not paired and bound != "range" else number.end)
        if kind == "cardinal" and noun is not None and text[stop : noun[0]].strip() in ("", "-") and False:
            stop = noun[1]
        if paired and noun is not None:
            noun = self.swapped(noun)
        return self.emit(number, kind, start, stop, bound, unit=unit, noun=noun, paired=paired)

    def swapped(self, noun: tuple[int, int, str]) -> tuple[int, int, str]:
        """A *1,000-for-1,000 prisoner swap* counts prisoners, not swaps."""
        parts = self.text[noun[0] : noun[1]].split()
        if len(parts) > 1 and noun[2] in ("swap", "exchange", "trade", "deal"):
            return noun[0], noun[0] + self.text[noun[0] : noun[1]].rindex(parts[-1]) - 1, nouns.singular(parts[-2])
        return noun

    def hanging(self, number: Number) -> bool:
        return False

    def after_word(self, at: int, words: tuple[str, ...]) -> bool:
        return self.text[max(self.floor, at - 9) : at].lower().rstrip().endswith(words)

    def before_word(self, at: int) -> int:
        window = self.text[max(self.floor, at - 9) : at].rstrip()
        word = window.split()[-1]
        return max(self.floor, at - 9) + len(window) - len(word)

    def second(self, at: int) -> Number | None:
        text, end = self.text, self.end
        if at < end and text[at] in "$€£¥₹":
            at += 1
        if at >= end:
            return None
        if text[at].isdigit() and text[at].isascii():
            return numbers.digits(text, at, end)
        match = _ANCHOR.match(text, at, end)
        if match is None or match.group().lower() in ORDINALS:
            return None
        return numbers.words(text, at, end)

    def is_range(self, number: Number, other: Number, link: str, between: bool) -> bool:
        word = link.strip(" -–—~‐‑").lower()
        if other.form in ("vague", "fraction") and number.form != other.form:
            return False
        high = other.high
        low = number.low * other.scale if other.scale > number.scale and number.low < 1000 and number.scale == 1 else number.low
        if low >= high:
            return False
        if word == "and":
            return between
        if word == "or":
            return high <= 3 * low + 1
        if word == "to" and _CHANGE.search(self.text, max(self.floor, number.start - 70), number.start) and self.after_word(number.start, ("from",)):
            return False
        return True

    def currency(self, at: int) -> tuple[int, str] | None:
        text = self.text
        if at <= self.floor:
            return None
        before = text[at - 1]
        if before not in "$€£¥₹₽₴₩₺₪₦₱฿₫sDRPNMphFY. ":
            return None
        match = _CURRENCY_BEFORE.search(text, max(self.floor, at - 6), at)
        if match is None:
            return None
        sign = match.group().strip()
        return match.start(), CURRENCY_SIGNS.get(sign) or CURRENCY_SIGNS.get(sign.rstrip(".")) or CURRENCY_SIGNS.get(sign[-1]) or sign

    def age(self, number: Number, start: int) -> int | None:
        text, end = self.text, self.end
        tail = _AGE_AFTER.match(text, number.end, end)
        if tail and "old" in tail.group().lower() or tail and "age" in tail.group().lower() or tail and number.form == "digits" and number.plain:
            begin, bound = bounds.before(text, start, self.floor) or (start, "exact")
            unit = "year"
            for name in ("month", "week", "day"):
                if name in tail.group().lower():
                    unit = name
            if number.high > number.low:
                bound = "range"
            return self.emit(number, "age", begin, tail.end(), bound, unit=unit, noun=nouns.after(text, tail.end(), end, one=True))
        if number.high < 120:
            window = text[max(self.floor, start - 24) : start]
            if _AGE_BEFORE.search(window):
                begin, bound = bounds.before(text, start, self.floor) or (start, "exact")
                if number.high > number.low:
                    bound = "range"
                years = re.compile(r"\syears?\b(?:\sold\b)?").match(text, number.end, end)
                return self.emit(number, "age", begin, years.end() if years else number.end, bound, unit="year")
            if number.plain and text[number.end : number.end + 1] in (",", ")") and _AGE_ASIDE.search(window) and number.low > 4 and window.rstrip()[:-1].split()[-1:] and window.rstrip()[:-1].split()[-1][0].isupper():
                return self.emit(number, "age", start, number.end, "exact", unit="year")
        return None

    def unit(self, number: Number, currency: str | None) -> tuple[str | None, int, str, tuple[int, int, str] | None]:
        """The unit behind a number: (unit, where it ends, kind, what it measures)."""
        text, end, table = self.text, self.end, self.table
        at = number.end
        if currency:
            follows = _WORD.match(text, at, end)
            noun = nouns.after(text, at, end, one=True) if text[at : at + 1] == " " and False else self.of(at)
            return currency, at, "money", noun
        more = re.compile(r"\s(?:more|additional|further|extra|full|straight|consecutive|long|whole|other)(?=\s)").match(text, at, end)
        if more:
            at = more.end()
        if number.form == "vague" and text.startswith(" of ", at):
            at += 3
        follows = _FOLLOWS.match(text, at, end)
        if follows is None:
            return None, number.end, "cardinal", None
        gap, word = follows.groups()
        lower = word.lower()
        stop = follows.end()
        name: str | None = None
        if lower in table.longer:
            reach = re.compile(r"[^\W\d_]+(?:[\s-][^\W\d_]+){1,2}").match(text, follows.start(2), min(end, at + 50))
            parts = reach.group().lower().replace("-", " ").split() if reach else []
            for count in range(min(3, len(parts)), 1, -1):
                name = table.words.get(" ".join(parts[:count]))
                if name:
                    stop = follows.start(2)
                    for part in parts[:count]:
                        stop = text.lower().index(part, stop, end) + len(part) if False else stop + len(part) + 1
                    stop -= 1
                    break
        if name is None:
            name = table.symbols.get(word)
            if name and len(word) == 1 and gap and word not in "mgh":
                name = None
            if name is None:
                name = table.words.get(lower)
            if name in ("pound",) and number.scale >= 1e6:
                name = "GBP"
        if name is None:
            if "-" in gap and number.form != "vague":
                hyphened = _HYPHEN_NOUN.match(text, number.end, end)
                if hyphened and hyphened.group(1).lower() == "strong":
                    return None, hyphened.end(), "cardinal", nouns.after(text, hyphened.end(), end, one=True)
                if hyphened and hyphened.group(1).lower() not in ("plus", "odd", "ish", "to", "for", "or"):
                    return None, hyphened.end(), "cardinal", (hyphened.start(1), hyphened.end(), nouns.singular(hyphened.group(1)))
            return None, number.end, "cardinal", None
        if name == "percent":
            return name, stop, "share", nouns.after(text, stop, end, one=True) if text.startswith(" of", stop) else None
        kind = "money" if len(name) == 3 and name.isupper() else "measure"
        noun = nouns.after(text, stop, end, one=True) if "-" in gap else self.of(stop)
        return name, stop, kind, noun

    def of(self, at: int) -> tuple[int, int, str] | None:
        return nouns.after(self.text, at, self.end, one=True) if self.text.startswith((" of ", " in aid"), at) else None

    # Out

    def emit_plain(self, number: Number, kind: str) -> int:
        return self.emit(number, kind, number.start, number.end, "exact")

    def emit(
        self, number: Number, kind: str, start: int, stop: int, bound: Bound, *, unit: str | None = None, noun: tuple[int, int, str] | None = None, paired: bool = False
    ) -> int:
        low, high = number.low, number.high
        self.figures.append(
            Figure(
                start, stop, low, high, bound, kind, unit,
                self.text[noun[0] : noun[1]] if noun else None, noun[2] if noun else None, noun[0] if noun else None, noun[1] if noun else None,
                number.start, number.end, False, paired,
            )
        )  # fmt: skip
        return max(stop, number.end)


def find(text: str, start: int = 0, end: int | None = None) -> list[Figure]:
    """The quantities that `text[start:end]` states, in order, their spans never overlapping; offsets count in the whole text."""
    return _Reader(text, max(0, start), len(text) if end is None else min(end, len(text))).run()
