"""Every quantity that a text states: one linear scan for anchors (digits, number words), and a grammar that runs only there."""

from __future__ import annotations

import re

from metrics.figures import bounds, elision, kinds, nouns, numbers, ranges, units
from metrics.figures.nouns import Noun
from metrics.figures.numbers import Number
from metrics.figures.scan import DIGIT, WORD, WORD_HERE
from metrics.figures.words import CURRENCY_SIGNS, FRACTION_SIGNS, FRACTIONS, ORDINALS, SCALES, TENS
from metrics.model import Bound, Figure

_OPENING = "([{\"'“”‘’«»"
_FREE = frozenset(" \t\n\r\u00a0\u2009\u202f([{\"'“”‘’«»—,;:|")
_CURRENCY = re.compile(
    r"(?:(?:(?<![^\W_])(?:US|AU?|CA?|NZ|HK|S|NT|R|CN|Z) ?)?\$|[€£¥₹₽₴₩₺₪₦₱฿₫]|GH₵|(?<![^\W_])(?:Rs\.?|USD|EUR|GBP|RM|Rp|KSh|CHF|INR|AUD|CAD|CNY|RMB|JPY|SEK|NOK|DKK|PLN|ZAR|AED|SGD|HKD))[ \u00a0]?\Z"
)
_CURRENCY_LAST = frozenset("$€£¥₹₽₴₩₺₪₦₱฿₫₵s.DRPNMphFYBK")
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![^\W_])", re.IGNORECASE)
_ORDINAL_WORD = re.compile(r"[-\s](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![^\W_])", re.IGNORECASE)
_SUCH = re.compile(r"\s(?:such|ever|known|and\s(?:final|last|most\s\w+))(?=\s)", re.IGNORECASE)
_NOT_RANKED = frozenset("class hand party aid rate guess degree person place".split())
# What is ranked, whatever noun follows it: second round talks, third quarter results.
_RANKED = frozenset("round quarter half phase stage day week month year century place period leg set inning innings anniversary".split())
_DECADE = re.compile(r"0s(?![^\W_])")
_AGE_AFTER = re.compile(r"[-\s](years?|months?|weeks?|days?)[-\s](?:olds?|of\sage)(?![^\W_])|\s?(?:yo|y/o|yrs?\.?\sold)(?![^\W_])", re.IGNORECASE)
_AGE_ASIDE = re.compile(r"[^\W\d_][\w'’.]+,\s\Z")
_YEARS_AFTER = re.compile(r"\syears?(?:\sold)?(?![^\W_])", re.IGNORECASE)
_AGED = frozenset("aged age ages".split())
_DIALLED = frozenset(("called", "call", "dial", "dialed", "dialled", "calling", "dialing"))
_DETERMINERS = frozenset("a an the its their his her our this that new".split())
_AND_A_HALF = re.compile(r"\sand\s(?:(?:a|one)\s)?(half|quarter)(?![^\W_])", re.IGNORECASE)
_SCALED_PART = re.compile(r"(?:[-\s]of)?[-\s]{1,2}(?:an?\s{1,2})?(dozen|hundred|thousand|million|billion|trillion)(?![^\W_])", re.IGNORECASE)
_OF_A = re.compile(r"(?:\sof)?[-\s](?:an?[-\s])?")
_OF_SCALE = re.compile(r"\sof\sa\s(hundred|thousand|million|billion|trillion)(?![^\W_])", re.IGNORECASE)
_LASTS = frozenset("for lasted lasting take took takes last lasts spent than within in per".split())
_NOT_ONE = frozenset("no the this that which any every each some another not other only loved".split())
_BEFORE_ONE = frozenset("killed killing wounded wounding injured injuring leaving left and only just to or by freed releasing least number every than from lost hit destroyed damaged plus".split())
_AFTER_ONE = re.compile(r"\s(?:another|by\sone|can|could|must|should|might|may|would|cannot|day)(?![^\W_])|['’]s|-(?:off|sided|to-one)|\s?way\sor", re.IGNORECASE)
_PERCENT_OF = re.compile(r"\sof\s(?=\d|[a-z])", re.IGNORECASE)
_URL = re.compile(r"\S{0,200}")
_IS_URL = re.compile(r"://|www\.|@\w|\w\.(?:com|org|net|gov|uk|ru|ua|html?|php|aspx)\b", re.IGNORECASE)


class _Reader:
    """One pass over `text[start:end]`: the figures found so far, and where the last one ended."""

    __slots__ = ("end", "figures", "floor", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.floor = start  # the end of the last figure: no bounding word is taken from before it
        self.figures: list[Figure] = []

    def run(self) -> list[Figure]:
        """The figures, in order."""
        text, start, end = self.text, self.start, self.end
        nowhere = end + 1
        first = WORD_HERE.match(text, start, end)
        if first:
            self.floor = max(start, self.word(start, first[1].lower()))
        position = self.floor
        digit_at = word_at = -1
        while True:
            if digit_at < position:
                digit = DIGIT.search(text, position, end)
                digit_at = digit.start() if digit else nowhere
            if word_at < position:
                word = WORD.search(text, max(start, position - 1), end)
                word_at = word.start(1) if word else nowhere
            if digit_at < word_at:
                after = self.digits(digit_at)
                position = after if after > digit_at else digit_at + 1
            elif word_at < nowhere:
                assert word is not None
                after = self.word(word_at, word[1].lower())
                position = after if after > word_at else word_at + 1
            else:
                break
        return elision.fill(text, ranges.merge(text, self.figures), start, end)

    # What begins with a digit

    def digits(self, at: int) -> int:
        text, end = self.text, self.end
        number: Number | None
        if text[at] in FRACTION_SIGNS:
            number = Number(at, at + 1, FRACTION_SIGNS[text[at]], FRACTION_SIGNS[text[at]], "fraction")
        else:
            number = numbers.digits(text, at, end)
        if number is None:
            return numbers.run_end(text, at, end)
        start, currency = at, None
        before = text[at - 1] if at > self.start else " "
        if before not in _FREE or (before in " \u00a0" and text[at - 2 : at - 1] in _CURRENCY_LAST and at - 2 >= self.floor):
            if before in _CURRENCY_LAST or before in " \u00a0":
                money = self.currency(at)
                if money:
                    start, currency = money
            if currency is None and before not in _FREE:
                glued = self.glued(number, before)
                if glued:
                    return glued
                start = number.start
        words = text[max(self.floor, start - 60) : start].split(None)
        last = words[-1].lower().lstrip(_OPENING) if words and text[start - 1].isspace() else ""
        early = bounds.before(text, start, self.floor) if words else None
        if currency is None:
            if last in _DIALLED and number.plain:
                return self.emit(number, "name", at, number.end, "exact")
            if before == "(" and text[number.end : number.end + 1] == ")" and self.figures and self.figures[-1].kind == "score" and at - self.figures[-1].end <= 2:
                return self.emit(number, "score", at, number.end, "exact")  # a tie-break: 7-6 (5)
            if last in ("minus", "negative"):
                start = number.start = self.minus(number, last)
                last, early = self.last(start), bounds.before(text, start, self.floor)
            special = kinds.special(text, number, self.start, end, last, early is not None)
            if special is not None:
                return self.mark(special, number)
            following = text[number.end] if number.end < end else ""
            if following.isalpha():
                suffix = _ORDINAL_SUFFIX.match(text, number.end, end)
                if suffix and number.low == int(number.low):
                    return self.rank(at, suffix.end(), int(number.low))
                if following == "s" and number.plain and _DECADE.match(text, number.end - 1, end):
                    return self.emit(number, "age" if last in ("her", "his", "their", "my", "your") else "name", at, number.end + 1, "exact")
                if number.plain and units.read(text, number.end, end) is None:
                    return self.emit(number, "name", at, number.end, "exact")
        return self.quantity(number, start, currency, early, last)

    def mark(self, special: kinds.Special, number: Number) -> int:
        number.low, number.high = special.low, special.high
        return self.emit(number, special.kind, special.start, special.end, "range" if special.low < special.high and special.kind != "score" else "exact")

    def glued(self, number: Number, before: str) -> int:
        """Reads what stands right before a number: a sign, or the name that it belongs to. 0 where the number stands for itself."""
        text, at = self.text, number.start
        two = text[at - 2] if at - 2 >= self.start else " "
        if before in "-−–\u2010\u2011":
            if two.isspace() or two in "([<>=":
                number.low, number.high, number.start = -number.high, -number.low, at - 1
                return 0
            return self.emit(number, "name", at, number.end, "exact") if two.isalnum() and before != "–" else 0
        if before == ".":
            if two.isalnum():
                return self.emit(number, "name", at, number.end, "exact")
            if number.plain:
                number.low = number.high = float("0." + text[at : number.end])
                number.start = at - 1
            return 0
        if before.isalpha() or before in "/=?&#_%@":
            token = _URL.match(text, at, self.end)
            begin = max(text.rfind(" ", max(self.start, at - 120), at), text.rfind("\n", max(self.start, at - 120), at), self.floor - 1) + 1
            assert token is not None
            if _IS_URL.search(text, begin, token.end()):
                return self.emit(number, "url", at, token.end(), "exact")
            if before == "/" and two.isspace():
                return 0
            return self.emit(number, "name", at, number.end, "exact")
        return 0

    def minus(self, number: Number, word: str) -> int:
        """Turns the sign of *minus five*, and gives where *minus* begins."""
        number.low, number.high = -number.high, -number.low
        window = self.text[max(self.start, number.start - 12) : number.start].lower()
        return number.start - len(window) + window.rindex(word)

    def currency(self, at: int) -> tuple[int, str] | None:
        """The currency sign or code before `at`, where it begins and its ISO code."""
        match = _CURRENCY.search(self.text, max(self.floor, at - 6), at)
        if match is None:
            return None
        sign = match.group().replace(" ", "").replace("\u00a0", "")
        return match.start(), CURRENCY_SIGNS.get(sign) or CURRENCY_SIGNS.get(sign.rstrip(".")) or CURRENCY_SIGNS.get(sign[-1]) or sign

    # What begins with a word

    def word(self, at: int, word: str) -> int:
        text, end = self.text, self.end
        if word in ORDINALS:
            return self.rank(at, at + len(word), ORDINALS[word])
        if word in ("a", "an", "another", "all", "full", "whole") or word.endswith("long"):
            return self.article(at, word)
        if word in ("half", "quarter", "quarters", "couple"):
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
            if word == "scores" and not text.startswith((" of", " more", " were", " killed", " wounded", " injured", " dead"), number.end):
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
        if last in ("minus", "negative") and number.form != "vague":
            at = number.start = self.minus(number, last)
            last = self.last(at)
        early = bounds.before(text, at, self.floor)
        if number.form == "fraction":
            return self.share(number, early)
        currency = None
        return self.quantity(number, at, currency, early, last)

    def last(self, at: int) -> str:
        words = self.text[max(self.floor, at - 24) : at].split()
        return words[-1].lower().lstrip(_OPENING) if words else ""

    def is_pronoun(self, number: Number) -> bool:
        """*no one*, *this one*, *one another*, *a new one*: no count, unless it stands for a thing or person counted before."""
        text, at, stop = self.text, number.start, number.end
        last = self.last(at)
        if last in _NOT_ONE or _AFTER_ONE.match(text, stop, self.end) is not None:
            return True
        if text[at].isupper() or last in _BEFORE_ONE or last in ("minus", "negative") or numbers.out_of(text, number, self.end) is not None or text.startswith((" of ", "-", "-"), stop):
            return False
        return bounds.before(text, at, self.floor) is None and nouns.after(text, stop, self.end, one=True) is None and units.read(text, stop, self.end, digits=False) is None

    def is_name(self, number: Number) -> bool:
        """A capital inside a sentence: *Group of Seven*, *Big Ten*, *World Trade One*; but not before a counted noun."""
        text, at = self.text, number.start
        ahead = text[max(self.start, at - 40) : at].split()
        if len(ahead) < 2 or text[at - 1] != " " or ahead[-1][-1] in ".!?:\"'”’–—-" or text[at - 2 : at - 1] == "\n":
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
            if name in ("couple", "half", "quarter"):
                return self.part(at, begin, name)
            if name in SCALES or name == "dozen":
                number_ = numbers.words(text, at, end)
                if number_ is None:
                    return 0
                early = bounds.before(text, at, self.floor)
                return self.share(number_, early) if number_.form == "fraction" else self.quantity(number_, at, None, early, self.last(at))
            if name in ORDINALS or name in TENS:
                return self.fraction(at, begin, name)
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
        if early is None and not text.startswith((" of ", " or more", " as "), stop) and (stop < end and (text[stop].isalnum() or text[stop] == "-" or nouns.after(text, stop, end, one=True) is not None)):
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
        if word == "couple":
            of = text.startswith((" of ", " more ", " dozen", " hundred", " thousand", " million"), stop)
            if not of and start == at:
                return 0
            number = Number(start, stop + 3 if text.startswith(" of ", stop) else stop, 2, 2)
            scaled = _SCALED_PART.match(text, stop, end)
            if scaled:
                factor = 12 if scaled[1].lower() == "dozen" else SCALES[scaled[1].lower()]
                number = Number(start, scaled.end(), 2 * factor, 2 * factor, scale=factor)
            return self.quantity(number, start, None, early, self.last(start))
        share = 0.5 if word == "half" else 0.25
        scaled = _SCALED_PART.match(text, stop, end)
        if scaled and (word == "half" or start < at or "-" in scaled.group() or scaled[1].lower() != "hundred"):
            name = scaled[1].lower()
            value = share * (12 if name == "dozen" else SCALES[name])
            return self.quantity(Number(start, scaled.end(), value, value, scale=value), start, self.money_before(start), early, self.last(start))
        if word == "quarters":
            return 0
        link = _OF_A.match(text, stop, end)
        if link and (word == "half" or " a" in link.group()):
            unit_read = units.read(text, link.end() - 1, end, digits=False)
            if unit_read and unit_read[0] != "second" and (link.group().strip(" -") != "of" or False):
                begin, bound = early or (start, "exact")
                noun = nouns.after(text, unit_read[1], end, one=True) if link.group() == "-" else None
                return self.emit(Number(start, stop, share, share), "measure", begin, unit_read[1], bound, unit=unit_read[0], noun=noun)
        last = self.last(at)
        if word == "quarter" and not text.startswith(" of ", stop) and not (early and start < at):
            return 0
        if (last in ("the", "last", "this", "other", "final", "latter", "each", "every", "next", "previous", "better", "opening") or last in ORDINALS or last.endswith("-")) and not text.startswith((" of the ", " of all "), stop):
            return 0
        if text[stop : stop + 1] in ("-", "\u2011") or text.startswith((" time", " way", "-time", " brother", " sister"), stop):
            return 0
        return self.share(Number(start, stop, share, share, "fraction"), early)

    def money_before(self, at: int) -> str | None:
        return None

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

    # A quantity: its range, unit, bound and noun

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
        return noun is not None and noun.head not in ("majority", "stake", "interest", "share") and not self.text.startswith(" of", number.end)

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
            if rate is not None and (abs(number.low) == 1 or " out " in text[number.end : rate.end] or nouns.after(text, rate.end, end) is not None) and units.read(text, rate.end, end) is None:
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
            unit_read = units.read(text, stop, end, digits=number.form == "digits") if number.form != "vague" or not text.startswith(" of ", stop) else units.read(text, stop + 3, end, digits=False)
            if unit_read is not None and currency is None:
                unit, stop, hyphen = unit_read
                if hyphen and text.startswith("-long", stop):
                    stop += 5
                unit, kind = self.unit_kind(unit, number)
                if not hyphen and kind in ("measure", "share") and (spread_on := ranges.on(text, number, unit, stop, last, self.start, end)):
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
            if paired and noun is not None:
                noun = self.swapped(noun)
        elif hyphen or (kind == "measure" and number.high > 1 and text[stop - 1] not in "st." and (last in _DETERMINERS or last.endswith(("'s", "’s")))) or (kind == "money" and last in _DETERMINERS):
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

    def swapped(self, noun: Noun) -> Noun:
        """A *1,000-for-1,000 prisoner swap* counts prisoners, not swaps."""
        parts = self.text[noun.start : noun.end].split()
        if len(parts) > 1 and noun.head in ("swap", "exchange", "trade", "deal", "formula", "format"):
            return Noun(noun.start, noun.end - len(parts[-1]) - 1, nouns.singular(parts[-2]))
        return noun

    def age(self, number: Number, start: int, early: tuple[int, Bound] | None, last: str, following: str, ranged: bool) -> int:
        """An age, where the words around the number say so; 0 where they do not."""
        text, end = self.text, self.end
        if number.high >= 1000 or number.low < 0:
            return 0
        if following and following in " -y\u2011":
            tail = _AGE_AFTER.match(text, number.end, end)
            if tail and (tail[1] or number.form == "digits"):
                unit = tail[1].lower().rstrip("s") if tail[1] else "year"
                begin, bound = early or (start, "exact")
                return self.emit(number, "age", begin, tail.end(), "range" if ranged else bound, unit=unit, noun=nouns.after(text, tail.end(), end, one=True))
        word = last
        if early and early[0] < start:
            phrase = text[early[0] : start].lower()
            word = "age" if phrase.rstrip().endswith("age of") else self.last(early[0])
        if word == "between" or word == "from":
            word = self.last(start - len(word) - 1)
        if word == "of" and text[max(self.start, start - 8) : start].lower() in (" age of ", "age of "):
            word = "age"
        if word in _AGED:
            years = _YEARS_AFTER.match(text, number.end, end)
            begin, bound = early or (start, "exact")
            unit_read = None if years else units.read(text, number.end, end)
            if unit_read is not None and unit_read[0] in ("month", "week", "day"):
                return self.emit(number, "age", begin, unit_read[1], "range" if ranged else bound, unit=unit_read[0])
            return self.emit(number, "age", begin, years.end() if years else number.end, "range" if ranged else bound, unit="year")
        if last == "and" and self.figures and self.figures[-1].kind == "age" and self.figures[-1].end >= start - 6 and nouns.after(text, number.end, end) is None:
            return self.emit(number, "age", start, number.end, "exact", unit="year")
        if number.plain and following and following in ",)" and 4 < number.low < 116 and _AGE_ASIDE.search(text, max(self.floor, start - 24), start):
            name = text[max(self.start, start - 24) : start].split()[-1]
            if name[0].isupper() and not text[number.end + 1 : number.end + 3].strip().isdecimal():
                return self.emit(number, "age", start, number.end, "exact", unit="year")
        return 0

    def emit(self, number: Number, kind: str, start: int, stop: int, bound: Bound, *, unit: str | None = None, noun: Noun | None = None, paired: bool = False) -> int:
        """Keeps a figure and gives where the scan goes on."""
        low, high = number.low, number.high
        if noun is None:
            figure = Figure(start, stop, low, high, bound, kind, unit, None, None, None, None, number.start, number.end, False, paired)
        else:
            figure = Figure(start, stop, low, high, bound, kind, unit, self.text[noun.start : noun.end], noun.head, noun.start, noun.end, number.start, number.end, False, paired)
        self.figures.append(figure)
        self.floor = max(stop, number.end)
        return self.floor


def find(text: str, start: int = 0, end: int | None = None) -> list[Figure]:
    """The quantities that `text[start:end]` states, in order, their spans never overlapping; offsets count in the whole text."""
    end = len(text) if end is None else min(end, len(text))
    return _Reader(text, max(0, start), end).run() if start < end else []
