"""What begins with a word: numbers in words, *a week*, *half of*, *a fifth of*, *second round*."""

from __future__ import annotations

import re

from metrics.figures import bounds, kinds, nouns, numbers, units
from metrics.figures.nouns import Noun
from metrics.figures.number import Number
from metrics.figures.quantity import Quantities
from metrics.figures.scan import WORD_HERE
from metrics.figures.words import FRACTIONS, GROUPS, ORDINALS, SCALES, TENS, word_set

_ORDINAL_WORD = re.compile(r"[-\s](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![^\W_])", re.IGNORECASE)
_SUCH = re.compile(r"\s(?:such|ever|known|and\s(?:final|last|most\s\w+))(?=\s)", re.IGNORECASE)
_NOT_RANKED = word_set("class hand party aid rate guess degree person place")
# What is ranked, whatever noun follows it: second round talks, third quarter results.
_RANKED = word_set("round quarter half phase stage day week month year century place period leg set inning innings anniversary")
_AND_A_HALF = re.compile(r"\sand\s(?:(?:a|one)\s)?(half|quarter)(?![^\W_])", re.IGNORECASE)
_SCALED_PART = re.compile(
    r"(?:[-\s]of)?[-\s]{1,2}(?:an?\s{1,2})?(dozen|hundred|thousand|million|billion|trillion)(?![^\W_])", re.IGNORECASE
)
_OF_A = re.compile(r"(?:\sof)?[-\s](?:an?[-\s])?")
_OF_SCALE = re.compile(r"\sof\sa\s(hundred|thousand|million|billion|trillion)(?![^\W_])", re.IGNORECASE)
_LASTS = word_set("for lasted lasting take took takes last lasts spent than within in per")
_STAGES = word_set("day phase stage chapter step level")  # what bears its number behind it
_SOMEBODY = word_set("person man woman civilian child soldier resident serviceman villager policeman worker")  # another of these is one
_WORD = re.compile(r"[a-z]+")
_NOT_ONE = word_set("no the this that which any every each some another not other only loved")
_BEFORE_ONE = word_set(
    """
    killed killing wounded wounding injured injuring leaving left and only just to or by freed releasing least number every than
    from lost hit destroyed damaged plus
    """
)
_FATES = word_set("death deaths loss killing release return injury")  # the death of one
_AFTER_ONE = re.compile(
    r"\s(?:another|by\sone|can|could|must|should|might|may|would|cannot|day)(?![^\W_])|['’]s|-(?:off|sided|to-one)|\s?way\sor",
    re.IGNORECASE,
)
_PERCENT_OF = re.compile(r"\sof\s(?=\d|[a-z])", re.IGNORECASE)

# Whose scores are points rather than twenties.
_STRUCK = word_set("killed killing kills wounded wounding wounds injured injuring injures left leaving leaves hurt hurting")
_SCORED = word_set("the his her their its test exam credit reading maths math high low these those box film average who she he it")


class Phrases(Quantities):
    """The grammar of figures that words begin."""

    __slots__ = ()

    def word(self, at: int, word: str) -> int:
        text, end = self.text, self.end
        if word in ORDINALS:
            return self.rank(at, at + len(word), ORDINALS[word])
        if word in ("a", "an", "another", "all", "full", "whole") or word.endswith("long"):
            return self.article(at, word)
        if word in ("half", "quarter", "quarters") or word in GROUPS:
            return self.part(at, at, word)
        if word in ("percent", "percents", "cent"):
            return self.percent_of(at, at + len(word))
        number = numbers.vague(text, at, end)
        if number is None:
            between = text[max(self.start, at - 8) : at].lower() == "between "
            number = numbers.words(text, at, end, joined=not between)
            if number is None:
                return 0
        if number.form == "vague":
            if word == "scores" and (
                self.last(at) in _SCORED
                or not (
                    self.last(at) in _STRUCK
                    or text.startswith((" of", " more", " were", " killed", " wounded", " injured", " dead"), number.end)
                )
            ):
                return 0
            if word == "tens" and number.low == 20:
                return 0
        elif number.form == "words":
            rank = _ORDINAL_WORD.match(text, number.end, end)
            if rank and number.low % 10 == 0 and number.low >= 20:
                return self.rank(at, rank.end(), int(number.low) + ORDINALS[rank[1].lower()])
            if number.low == 1 and self.is_pronoun(number):
                return number.end
            if text[at].isupper() and self.is_name(number):
                return self.emit(number, "name", at, number.end, "exact")
        last = self.last(at)
        if last == "number" and number.form == "words":
            return self.emit(number, "name", at, number.end, "exact")
        if last in _STAGES and number.form == "words" and nouns.after(text, number.end, self.end) is None:
            return self.emit(number, "name", at, number.end, "exact")  # day two of the swap, phase two
        if last in ("minus", "negative") and number.form != "vague":
            at = number.start = self.minus(number, last)
            last = self.last(at)
        early = bounds.before(text, at, self.floor) if last and bounds.may_end(last) else None
        if number.form == "fraction":
            return self.share(number, early)
        currency = None
        return self.quantity(number, at, currency, early, last)

    def minus(self, number: Number, word: str) -> int:
        """Turns the sign of *minus five*, and gives where *minus* begins."""
        number.low, number.high = -number.high, -number.low
        window = self.text[max(self.start, number.start - 12) : number.start].lower()
        return number.start - len(window) + window.rindex(word)

    def is_pronoun(self, number: Number) -> bool:
        """*no one*, *this one*, *one another*, *a new one*: no count, unless it stands for a thing or person counted before."""
        text, at, stop = self.text, number.start, number.end
        last = self.last(at)
        said = last == "that" and nouns.after(text, stop, self.end, one=True) is not None  # said that one civilian died
        if (last in _NOT_ONE and not said) or _AFTER_ONE.match(text, stop, self.end) is not None:
            return True
        if (
            text[at].isupper()
            or last in _BEFORE_ONE
            or (last == "of" and self.last(at - 3) in _FATES)
            or last in ("minus", "negative")
            or numbers.out_of(text, number, self.end) is not None
            or text.startswith((" of ", "-", "-"), stop)
        ):
            return False
        return (
            bounds.before(text, at, self.floor) is None
            and nouns.after(text, stop, self.end, one=True) is None
            and units.read(text, stop, self.end, digits=False) is None
        )

    def is_name(self, number: Number) -> bool:
        """A capital inside a sentence: *Group of Seven*, *Big Ten*, *World Trade One*; but not before a counted noun."""
        text, at = self.text, number.start
        ahead = text[max(self.start, at - 40) : at].split()
        if len(ahead) < 2 or text[at - 1] != " " or ahead[-1][-1] in ".!?:,\"'”’–—-" or text[at - 2 : at - 1] == "\n":
            return False
        previous = ahead[-2] if ahead[-1] == "of" else ahead[-1]
        if not previous[0].isupper() or not previous[0].isalpha() or text[at : at + 2].isupper():
            return False
        return nouns.after(text, number.end, self.end) is None and units.read(text, number.end, self.end, digits=False) is None

    def article(self, at: int, word: str) -> int:
        """*a hundred*, *a fifth of*, *within an hour*, *for a week*, *another month*, *all day*, *hour-long*."""
        text, end = self.text, self.end
        if word.endswith("long"):
            stop = at + len(word)
            unit = word.removesuffix("long").rstrip("-")
            number = Number(at, at + len(unit), 1, 1)
            return self.emit(number, "measure", at, stop, "exact", unit=unit, noun=nouns.after(text, stop, end, one=True))
        gap = at + len(word)
        begin = gap + 1
        while begin < end and text[begin].isspace():
            begin += 1
        following = WORD_HERE.match(text, begin, end)
        name = following[1].lower() if following else ""
        if word in ("a", "an"):
            if name in ("half", "quarter") or name in GROUPS:
                return self.part(at, begin, name)
            if name in SCALES or name == "dozen":
                number_ = numbers.words(text, at, end)
                if number_ is None:
                    return 0
                early = bounds.before(text, at, self.floor)
                return self.share(number_, early) if number_.form == "fraction" else self.quantity(number_, at, None, early, self.last(at))
            if name in ORDINALS or name in TENS:
                return self.fraction(at, begin, name)
        somebody = _WORD.match(text, begin, end) if word == "another" else None
        if somebody is not None and somebody[0] in _SOMEBODY:
            return self.emit(Number(at, gap, 1, 1), "cardinal", at, gap, "exact", noun=nouns.after(text, gap, end, one=True))
        unit_read = units.read(text, gap, end, digits=False)
        if unit_read is None:
            return 0
        return self.period(at, word, unit_read)

    def fraction(self, at: int, begin: int, name: str) -> int:
        """*a fifth of the land*, *around a third*; a *third round* is a rank."""
        text, end = self.text, self.end
        stop, under = begin + len(name), float(ORDINALS.get(name, 0))
        if name in TENS:
            rank = _ORDINAL_WORD.match(text, stop, end)
            if rank is None:
                return 0
            stop, under = rank.end(), float(TENS[name] + ORDINALS[rank[1].lower()])
        if under < 3:
            return 0
        early = bounds.before(text, at, self.floor)
        scaled = _OF_SCALE.match(text, stop, end)
        if scaled:
            value = SCALES[scaled[1].lower()] / under
            return self.quantity(Number(at, scaled.end(), value, value, scale=value), at, None, early, self.last(at))
        if (
            early is None
            and not text.startswith((" of ", " or more", " as "), stop)
            and (stop < end and (text[stop].isalnum() or text[stop] == "-" or nouns.after(text, stop, end, one=True) is not None))
        ):
            return 0
        return self.share(Number(at, stop, 1 / under, 1 / under, "fraction"), early)

    def period(self, at: int, word: str, unit_read: tuple[str, int, bool]) -> int:
        """One of a unit of time, where the text measures with it: bounded, lasting, *another week*, *an hour and a half*."""
        text, end = self.text, self.end
        unit, stop, _ = unit_read
        early = bounds.before(text, at, self.floor)
        last = self.last(at)
        half = _AND_A_HALF.match(text, stop, end)
        if half is None and early is None and word in ("a", "an") and last not in _LASTS:
            return 0
        if word in ("all", "full", "whole") and last not in ("for", "a", "an", "the", "lasted", "leave") and early is None:
            return 0
        if word in ("a", "an") and early is None and last in ("in", "per", "than") and half is None:
            return 0
        value = 1.0 if half is None else 1 + 1 / FRACTIONS[half[1].lower()]
        start, bound = early or (at, "exact")
        gap = at + len(word)
        return self.emit(Number(at, gap, value, value), "measure", start, half.end() if half else stop, bound, unit=unit)

    def part(self, start: int, at: int, word: str) -> int:
        """*half a million*, *half of the children*, *a couple of days*, *half an hour*, *a quarter of*; *the second half* is none."""
        text, end = self.text, self.end
        stop = at + len(word)
        early = bounds.before(text, start, self.floor)
        if word in GROUPS:
            many, of = GROUPS[word], text.startswith(" of ", stop)
            more = word == "couple" and (start < at or text.startswith((" more ", " dozen", " hundred", " thousand", " million"), stop))
            if not (of or more):
                return 0  # the couple, a pair
            number = Number(start, stop + 3 if of else stop, many, many)
            scaled = _SCALED_PART.match(text, stop, end) if word == "couple" else None
            if scaled:
                factor = 12 if scaled[1].lower() == "dozen" else SCALES[scaled[1].lower()]
                number = Number(start, scaled.end(), 2 * factor, 2 * factor, scale=factor)
            return self.quantity(number, start, None, early, self.last(start))
        share = 0.5 if word == "half" else 0.25
        scaled = _SCALED_PART.match(text, stop, end)
        if scaled and (word == "half" or start < at or "-" in scaled.group() or scaled[1].lower() != "hundred"):
            name = scaled[1].lower()
            value = share * (12 if name == "dozen" else SCALES[name])
            return self.quantity(Number(start, scaled.end(), value, value, scale=value), start, None, early, self.last(start))
        if word == "quarters":
            return 0
        link = _OF_A.match(text, stop, end)
        if link and (word == "half" or " a" in link.group()):
            unit_read = units.read(text, link.end() - 1, end, digits=False)
            if unit_read and unit_read[0] != "second" and link.group().strip(" -") != "of":
                begin, bound = early or (start, "exact")
                noun = nouns.after(text, unit_read[1], end, one=True) if link.group() == "-" else None
                return self.emit(Number(start, stop, share, share), "measure", begin, unit_read[1], bound, unit=unit_read[0], noun=noun)
        last = self.last(at)
        if word == "quarter" and not text.startswith(" of ", stop) and not (early and start < at):
            return 0
        if (
            last in ("the", "last", "this", "other", "final", "latter", "each", "every", "next", "previous", "better", "opening")
            or last in ORDINALS
            or last.endswith("-")
        ) and not text.startswith((" of the ", " of all "), stop):
            return 0
        if text[stop : stop + 1] in ("-", "\u2011") or text.startswith((" time", " way", "-time", " brother", " sister"), stop):
            return 0
        return self.share(Number(start, stop, share, share, "fraction"), early)

    def percent_of(self, at: int, stop: int) -> int:
        """*percent of twenty*: how some write 20 percent."""
        text, end = self.text, self.end
        if text[self.start : at].strip() not in ("", "per"):
            return 0
        link = _PERCENT_OF.match(text, stop, end)
        if link is None:
            return 0
        number = numbers.digits(text, link.end(), end) if text[link.end()].isdecimal() else numbers.words(text, link.end(), end)
        return 0 if number is None else self.emit(number, "share", at, number.end, "exact", unit="percent")

    def rank(self, at: int, stop: int, value: int) -> int:
        """*second round of talks*, *65th exchange*: the rank of what the noun names; *third of May* is a date."""
        text, end = self.text, self.end
        number = Number(at, stop, value, value)
        month = kinds.month_after(text, stop, end)
        if month:
            return self.emit(number, "date", at, month, "exact")
        last = self.last(at)
        if last in ("at", "per", "split", "every"):
            return stop
        if text[stop : stop + 1] in ("-", "\u2011"):
            compound = nouns.after(text, stop, end, one=True)
            if compound and text[stop + 1 : compound.end].split()[0].lower().rstrip("s") in _NOT_RANKED:
                return stop
            return self.emit(number, "ordinal", at, stop, "exact", noun=compound)
        such = _SUCH.match(text, stop, end)
        noun = nouns.after(text, such.end() if such else stop, end, one=True)
        if noun is None:
            if last == "the" or text[at].isdecimal():
                return self.emit(number, "ordinal", at, stop, "exact")
            return stop
        if value == 1 and last not in ("the", "its", "his", "her", "their", "a", "our", "my") and text[at].isupper() and text[stop] == ",":
            return stop
        ranked = text[noun.start : noun.end].split()[0]
        if ranked.lower() in _RANKED and len(ranked) < noun.end - noun.start:
            noun = Noun(noun.start, noun.start + len(ranked), ranked.lower())
        if text[noun.start : noun.end].split()[0].lower() in _NOT_RANKED and "-" not in text[at:stop]:
            return stop
        if text[noun.start : noun.end].lower() in ("class", "aid", "lady", "amendment", "minister", "nation", "ladies"):
            return stop
        return self.emit(number, "ordinal", at, noun.end, "exact", noun=noun)
