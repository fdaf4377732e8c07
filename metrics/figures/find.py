"""Every quantity that a text states: one linear scan for anchors (digits, number words), and a grammar that runs only there."""

from __future__ import annotations

import re

from metrics.figures import bounds, elision, kinds, numbers, ranges, units
from metrics.figures.number import Number
from metrics.figures.phrases import Phrases
from metrics.figures.scan import DIGIT, WORD, WORD_HERE
from metrics.figures.words import CURRENCY_CODES, CURRENCY_SIGNS, FRACTION_SIGNS
from metrics.model import Figure

_OPENING = "([{\"'“”‘’«»"
_FREE = frozenset(" \t\n\r\u00a0\u2009\u202f([{\"'“”‘’«»—,;:|")
_CURRENCY = re.compile(
    r"(?:(?:(?<![^\W_])(?:US|AU?|CA?|NZ|HK|S|NT|R|CN|Z) ?)?\$|[€£¥₹₽₴₩₺₪₦₱฿₫]|GH₵"
    r"|(?<![^\W_])(?:Rs\.?|USD|EUR|GBP|RM|Rp|KSh|CHF|INR|AUD|CAD|CNY|RMB|JPY|SEK|NOK|DKK|PLN|ZAR|AED|SGD|HKD))[ \u00a0]?\Z"
)
_CURRENCY_LAST = frozenset("$€£¥₹₽₴₩₺₪₦₱฿₫₵s.DRPNMphFYBK")
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![^\W_])", re.IGNORECASE)
_DECADE = re.compile(r"0s(?![^\W_])")
_DIALLED = frozenset(("called", "call", "dial", "dialed", "dialled", "calling", "dialing"))
_GAPPED = re.compile(r"\band\s[^\W\d_]\w*\s\Z")
_AROUND = re.compile(r"(?:mid|pre|post|early|late)[-\u2010\u2011]\Z", re.IGNORECASE)
_SLASH_NAMES = frozenset(("9/11", "7/7", "24/7", "50/50"))
_URL = re.compile(r"\S{0,200}")
_IS_URL = re.compile(r"://|www\.|@\w|\w\.(?:com|org|net|gov|uk|ru|ua|html?|php|aspx)\b", re.IGNORECASE)


class _Reader(Phrases):
    """One pass over `text[start:end]`."""

    __slots__ = ()

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

    def digits(self, at: int) -> int:
        text, end = self.text, self.end
        number: Number | None
        if text[at] in FRACTION_SIGNS:
            number = Number(at, at + 1, FRACTION_SIGNS[text[at]], FRACTION_SIGNS[text[at]], "fraction")
        else:
            number = numbers.digits(text, at, end)
        if number is None:
            return numbers.run_end(text, at, end)
        if number.form == "fraction" and text[at : number.end] in _SLASH_NAMES:
            return self.emit(number, "name", at, number.end, "exact")
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
        words = text[max(self.floor, start - 24) : start].split()
        last = words[-1].lower().lstrip(_OPENING) if words and text[start - 1].isspace() else ""
        early = bounds.before(text, start, self.floor) if words and bounds.may_end(words[-1]) else None
        if currency is None:
            if before == "+" and (dialled := kinds.phone(text, number, end)):
                return self.mark(dialled, number)
            if last in _DIALLED and number.plain:
                return self.emit(number, "name", at, number.end, "exact")
            if (
                before == "("
                and text[number.end : number.end + 1] == ")"
                and self.figures
                and self.figures[-1].kind == "score"
                and at - self.figures[-1].end <= 2
            ):
                return self.emit(number, "score", at, number.end, "exact")  # a tie-break: 7-6 (5)
            if number.plain and self.figures and self.figures[-1].kind == "score" and at - self.figures[-1].end <= 2:
                score = kinds.score(text, at, end)
                if score is not None:
                    return self.mark(score, number)
            if last in ("minus", "negative"):
                start = number.start = self.minus(number, last)
                last, early = self.last(start), bounds.before(text, start, self.floor)
            special = kinds.special(text, number, self.start, end, last, early is not None)
            if special is not None and not (special.kind == "name" and self.is_gapped(at)):
                return self.mark(special, number)
            following = text[number.end] if number.end < end else ""
            if following.isalpha():
                suffix = _ORDINAL_SUFFIX.match(text, number.end, end)
                if suffix and number.low == int(number.low):
                    return self.rank(at, suffix.end(), int(number.low))
                if following == "s" and number.plain and _DECADE.match(text, number.end - 1, end):
                    return self.emit(
                        number, "age" if last in ("her", "his", "their", "my", "your") else "name", at, number.end + 1, "exact"
                    )
                if number.plain and units.read(text, number.end, end) is None:
                    return self.emit(number, "name", at, number.end, "exact")
        return self.quantity(number, start, currency, early, last)

    def is_gapped(self, at: int) -> bool:
        """*Kyiv received 60 bodies and Moscow 7*: a name before a number whose verb and noun are left out, rather than a numbered name."""
        if not self.figures or self.figures[-1].kind != "cardinal" or self.figures[-1].noun is None or at - self.figures[-1].end > 60:
            return False
        return _GAPPED.search(self.text, max(self.figures[-1].end, at - 40), at) is not None

    def mark(self, special: kinds.Special, number: Number) -> int:
        number.low, number.high = special.low, special.high
        return self.emit(
            number, special.kind, special.start, special.end, "range" if special.low < special.high and special.kind != "score" else "exact"
        )

    def glued(self, number: Number, before: str) -> int:
        """Reads what stands right before a number: a sign, or the name that it belongs to. 0 where the number stands for itself."""
        text, at = self.text, number.start
        two = text[at - 2] if at - 2 >= self.start else " "
        if before in "-−–\u2010\u2011":
            if two.isspace() or two in "([<>=":
                number.low, number.high, number.start = -number.high, -number.low, at - 1
                return 0
            if two.isalpha() and number.plain and 1500 <= number.low <= 2100 and _AROUND.search(text, max(self.start, at - 7), at):
                return self.emit(number, "year", at, number.end, "exact")
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

    def currency(self, at: int) -> tuple[int, str] | None:
        """The currency sign or code before `at`, where it begins and its ISO code."""
        match = _CURRENCY.search(self.text, max(self.floor, at - 6), at)
        if match is None:
            return None
        sign = match.group().replace(" ", "").replace("\u00a0", "")
        if sign in CURRENCY_CODES:
            return match.start(), "CNY" if sign == "RMB" else sign
        return match.start(), CURRENCY_SIGNS.get(sign) or CURRENCY_SIGNS[sign[-1]]


def find(text: str, start: int = 0, end: int | None = None) -> list[Figure]:
    """The quantities that `text[start:end]` states, in order, their spans never overlapping; offsets count in the whole text."""
    end = len(text) if end is None else min(end, len(text))
    return _Reader(text, max(0, start), end).run() if start < end else []
