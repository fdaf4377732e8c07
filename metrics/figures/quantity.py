"""One number made a figure: its range, unit, bound, what it counts, and whether it is a share or an age."""

from __future__ import annotations

import re

from metrics.figures import bounds, nouns, numbers, ranges, units
from metrics.figures.nouns import Noun
from metrics.figures.number import Number
from metrics.figures.words import SCALES, word_set
from metrics.model import Bound, Figure

_OPENING = "([{\"'“”‘’«»"
_AGE_AFTER = re.compile(
    r"[-\s](years?|months?|weeks?|days?)[-\s](?:olds?|of\sage)(?![^\W_])|\s?(?:yo|y/o|yrs?\.?\sold)(?![^\W_])", re.IGNORECASE
)
_AGE_ASIDE = re.compile(r"[^\W\d_][\w'’.]+,\s\Z")
_GOES_ON = re.compile(r",\s(?:has|had|was|is|who|whose|from|said|told|died|were)\s")
_YEARS_AFTER = re.compile(r"\syears?(?:\sold)?(?![^\W_])", re.IGNORECASE)
_AGED = word_set("aged age ages")
_RANGING = re.compile(
    r"\b(?:(?:ages?|aged)\s(?:ranged?|ranges|ranging|vary|varied|varying)|(?:range|ranging)\sin\sage)\s(?:from\s)?\Z", re.IGNORECASE
)
_DETERMINERS = word_set("a an the its their his her our this that new")
_OF_SCALE = re.compile(r"\sof\sa\s(hundred|thousand|million|billion|trillion)(?![^\W_])", re.IGNORECASE)

_NUMBER_OF = re.compile(r"\D{0,40}?\b(?:number|amount)\sof\b")

_SWAPS = word_set("swap exchange trade deal formula format basis ratio principle")
_PERSONS = word_set(
    """
    people persons soldiers servicemen conscripts prisoners captives civilians
    men women children boys girls youths adults players those anyone
    """
)


class Quantities:
    """The figures of `text[start:end]`, found so far, and the grammar around a number that was read."""

    __slots__ = ("end", "figures", "floor", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.floor = start  # the end of the last figure: no bounding word is taken from before it
        self.figures: list[Figure] = []

    def last(self, at: int) -> str:
        words = self.text[max(self.floor, at - 24) : at].split()
        return words[-1].lower().lstrip(_OPENING) if words else ""

    def share(self, number: Number, early: tuple[int, Bound] | None) -> int:
        """A fraction that stands for a share: so many percent of what follows."""
        text, end = self.text, self.end
        scaled = _OF_SCALE.match(text, number.end, end)
        if scaled:
            value = number.low * SCALES[scaled[1].lower()]
            return self.quantity(Number(number.start, scaled.end(), value, value, scale=value), number.start, None, early, "")
        unit_read = units.read(text, number.end, end, digits=False)
        if unit_read and unit_read[0] not in ("percent",) and not text.startswith(" of", number.end):
            begin, bound = early or (number.start, "exact")
            return self.emit(number, "measure", begin, unit_read[1], bound, unit=unit_read[0])
        start, bound = early or (number.start, "exact")
        stop = number.end
        late = bounds.after(text, stop, end)
        if late and bound in ("exact", "about"):
            stop, bound = late
        number.low = number.high = round(number.low * 100, 9)
        noun = nouns.after(text, late[0] if late else number.end, end, one=True)
        return self.emit(number, "share", start, stop, bound, unit="percent", noun=noun)

    def is_part(self, number: Number) -> bool:
        """*1/4 cup* is a quarter of one, no share of cups."""
        if not self.text[number.start].isdecimal():
            return False
        noun = nouns.after(self.text, number.end, self.end, one=True)
        return (
            noun is not None and noun.head not in ("majority", "stake", "interest", "share") and not self.text.startswith(" of", number.end)
        )

    def quantity(self, number: Number, start: int, currency: str | None, early: tuple[int, Bound] | None, last: str) -> int:
        text, end = self.text, self.end
        if number.form == "fraction" and currency is None and units.read(text, number.end, end) is None and not self.is_part(number):
            return self.share(number, early)
        following = text[number.end] if number.end < end else ""
        spread = ranges.read(text, number, last, self.start, end) if following and following in ranges.FIRST else None
        paired = spread is not None and spread.paired
        if spread is not None:
            number = spread.number
            following = text[number.end] if number.end < end else ""
        elif following == " " and text[number.end + 1 : number.end + 2] in ("i", "o"):
            rate = numbers.out_of(text, number, end)
            if (
                rate is not None
                and (abs(number.low) == 1 or " out " in text[number.end : rate.end] or nouns.after(text, rate.end, end) is not None)
                and units.read(text, rate.end, end) is None
            ):
                return self.share(rate, early)
        ranged = number.high > number.low and number.form != "vague"
        aged = self.age(number, start, early, last, following, ranged)
        if aged:
            return aged
        bound: Bound = "vague" if number.form == "vague" else "range" if ranged else "exact"
        if ranged and spread is not None and spread.start is not None:
            start = spread.start
            early = bounds.before(text, start, self.floor)
        late = bounds.after(text, number.end, end)
        stop = late[0] if late else number.end
        unit, noun, kind, hyphen = currency, None, "money" if currency else "cardinal", False
        if currency is None or following == "-":
            unit_read = (
                units.read(text, stop, end, digits=number.form == "digits")
                if number.form != "vague" or not text.startswith(" of ", stop)
                else units.read(text, stop + 3, end, digits=False)
            )
            if unit_read is not None and currency is None:
                unit, stop, hyphen = unit_read
                if hyphen and text.startswith("-long", stop):
                    stop += 5
                unit, kind = self.unit_kind(unit, number)
                if (
                    not hyphen
                    and kind in ("measure", "share")
                    and (spread_on := ranges.on(text, number, unit, stop, last, self.start, end))
                ):
                    number, stop = spread_on
                    bound = "range"
                more_late = bounds.after(text, stop, end)
                late = late or more_late
                if more_late:
                    stop = more_late[0]
        if early is not None:
            start = early[0]
            if bound == "exact":
                bound = early[1]
        if late is not None and bound in ("exact", "about"):
            bound = late[1]
        if kind == "cardinal":
            if following == "-" and late is None:
                stop, noun = self.hyphened(number)
            if noun is None:
                noun = nouns.after(text, stop, end, one=number.high == 1 or paired)
            if paired and noun is None and (same := _NUMBER_OF.match(text, stop, min(end, stop + 60))):
                noun = nouns.after(text, same.end(), end)
            if paired and noun is not None:
                noun = self.swapped(noun)
        elif (
            hyphen
            or (
                kind == "measure"
                and number.high > 1
                and text[stop - 1] not in "st."
                and (last in _DETERMINERS or last.endswith(("'s", "’s")))
            )
            or (kind == "money" and last in _DETERMINERS)
        ):
            noun = nouns.after(text, stop, end, one=True)
        elif text.startswith((" of ", " in ", " worth of "), stop):
            noun = self.measured(stop)
        return self.emit(number, kind, start, stop, bound, unit=unit, noun=noun, paired=paired)

    def measured(self, at: int) -> Noun | None:
        """What so much of a unit is: *5 tons of grain*, *$3 billion in aid*, *40 percent of voters*."""
        text, end = self.text, self.end
        place = text.startswith(" in ", at)
        noun = nouns.after(text, at + (9 if text.startswith(" worth", at) else 3), end, one=True)
        return None if noun is None or (place and (text[noun.start].isupper() or text.startswith((" in the ", " in a "), at))) else noun

    def unit_kind(self, unit: str, number: Number) -> tuple[str, str]:
        if unit == "pound" and number.scale >= 1e6:
            return "GBP", "money"
        if unit in ("percent", "percentage_point", "basis_point"):
            return unit, "share"
        return unit, "money" if (len(unit) == 3 and unit.isupper()) or unit in ("US_cent", "GBP_penny") else "measure"

    def hyphened(self, number: Number) -> tuple[int, Noun | None]:
        """*14-member*, *50,000-strong force*, *five-star hotel*: the noun that a hyphen ties to the number."""
        text, end = self.text, self.end
        noun = nouns.after(text, number.end, end, one=True)
        if noun is None or noun.start > number.end + 2:
            return number.end, None
        tied = text[noun.start : noun.end].split()[0].split("-")[0]
        if nouns.ends(tied.lower()):
            return number.end, None
        stop = noun.start + len(tied)
        if tied.lower() == "strong":
            return stop, nouns.after(text, stop, end, one=True)
        return stop, Noun(noun.start, stop, nouns.singular(tied))

    def swapped(self, noun: Noun) -> Noun | None:
        """A *1,000-for-1,000 prisoner swap* counts prisoners, not swaps; a *1,000-for-1,000 swap* does not say what."""
        if noun.head not in _SWAPS:
            return noun
        parts = self.text[noun.start : noun.end].split()
        return Noun(noun.start, noun.end - len(parts[-1]) - 1, nouns.singular(parts[-2])) if len(parts) > 1 else None

    def age(self, number: Number, start: int, early: tuple[int, Bound] | None, last: str, following: str, ranged: bool) -> int:
        """An age, where the words around the number say so; 0 where they do not."""
        text, end = self.text, self.end
        if number.high >= 1000 or number.low < 0:
            return 0
        if following and (following == "y" or (following in " -\u2011" and text[number.end + 1 : number.end + 2] in "ymwdYMWD")):
            tail = _AGE_AFTER.match(text, number.end, end)
            if tail and (tail[1] or number.form == "digits"):
                unit = tail[1].lower().rstrip("s") if tail[1] else "year"
                begin, bound = early or (start, "exact")
                return self.emit(
                    number,
                    "age",
                    begin,
                    tail.end(),
                    "range" if ranged else bound,
                    unit=unit,
                    noun=nouns.after(text, tail.end(), end, one=True),
                )
        word = last
        if early and early[0] < start:
            phrase = text[early[0] : start].lower()
            word = "age" if phrase.rstrip().endswith("age of") else self.last(early[0])
            if phrase.strip() in ("under", "over") and word in _PERSONS and nouns.after(text, number.end, end) is None:
                word = "aged"
        if word == "between" or word == "from":
            word = self.last(start - len(word) - 1)
        if word == "of" and text[max(self.start, start - 8) : start].lower() in (" age of ", "age of "):
            word = "age"
        if ranged and _RANGING.search(text, max(self.start, start - 24), start):
            word = "ages"
        if word in _AGED:
            years = _YEARS_AFTER.match(text, number.end, end)
            begin, bound = early or (start, "exact")
            unit_read = None if years else units.read(text, number.end, end)
            if unit_read is not None and unit_read[0] in ("month", "week", "day"):
                return self.emit(number, "age", begin, unit_read[1], "range" if ranged else bound, unit=unit_read[0])
            return self.emit(number, "age", begin, years.end() if years else number.end, "range" if ranged else bound, unit="year")
        if (
            last == "and"
            and self.figures
            and self.figures[-1].kind == "age"
            and self.figures[-1].end >= start - 6
            and nouns.after(text, number.end, end) is None
        ):
            return self.emit(number, "age", start, number.end, "exact", unit="year")
        aside = number.plain and following and following in ",)" and 4 < number.low < 116
        if aside and _AGE_ASIDE.search(text, max(self.floor, start - 24), start):
            named = text[max(self.start, start - 24) : start].split()[-1][0].isupper()
            listed = text[number.end + 1 : number.end + 3].strip().isdecimal()
            if (named and not listed) or _GOES_ON.match(text, number.end, end):
                return self.emit(number, "age", start, number.end, "exact", unit="year")
        return 0

    def emit(
        self,
        number: Number,
        kind: str,
        start: int,
        stop: int,
        bound: Bound,
        *,
        unit: str | None = None,
        noun: Noun | None = None,
        paired: bool = False,
    ) -> int:
        """Keeps a figure and gives where the scan goes on."""
        low, high = number.low, number.high
        start = min(start, number.start)  # .5N: a name takes in the point of its number
        if noun is None:
            figure = Figure(start, stop, low, high, bound, kind, unit, None, None, None, None, number.start, number.end, False, paired)
        else:
            figure = Figure(
                start,
                stop,
                low,
                high,
                bound,
                kind,
                unit,
                self.text[noun.start : noun.end],
                noun.head,
                noun.start,
                noun.end,
                number.start,
                number.end,
                False,
                paired,
            )
        self.figures.append(figure)
        self.floor = max(stop, number.end)
        return self.floor
