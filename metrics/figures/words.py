"""The words of the number grammar, as tables: what a person would look up, and no logic."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())


ONES = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
# Scales that are written after digits only: 3.2m, 5k, 2bn. A bare m or b needs more evidence than the letter.
SHORT_SCALES = {
    "k": 1e3, "mil": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12, "m": 1e6,
    "b": 1e9, "t": 1e12,
}  # fmt: skip
GROUPS = {"couple": 2, "pair": 2, "trio": 3, "quartet": 4}  # a couple of, a pair of
DOZENS = {"dozen": 12, "dozens": 12, "dz": 12, "dzs": 12, "doz": 12, "dozs": 12}

# Orders of magnitude, low and high ends as the claim contract has them.
VAGUE = {
    "several": (3, 9), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999),
    "millions": (2_000_000, 9_999_999), "billions": (2e9, 9_999_999_999), "trillions": (2e12, 9_999_999_999_999),
    "several dozen": (36, 108), "several hundred": (300, 999), "several thousand": (3_000, 9_999),
    "several million": (3_000_000, 9_999_999),
    "several billion": (3e9, 9_999_999_999), "several hundred thousand": (300_000, 999_999),
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999), "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999), "tens of billions": (2e10, 99_999_999_999),
    "hundreds of billions": (2e11, 999_999_999_999), "thousands of millions": (2e9, 9_999_999_999), "dozens of thousands": (24_000, 99_999),
    "tens": (20, 99), "hundreds of trillions": (2e14, 999_999_999_999_999), "tens of trillions": (2e13, 99_999_999_999_999),
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1_000, "millionth": 1_000_000,
    "billionth": 1_000_000_000, "trillionth": 1_000_000_000_000,
}  # fmt: skip
FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    form: value for word, value in ORDINALS.items() if value > 2 for form in (word, word + "s")
}
FRACTION_SIGNS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6,
    "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

CURRENCY_SIGNS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "NT$": "TWD", "R$": "BRL",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "Rs": "INR", "Rs.": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₺": "TRY", "₪": "ILS",
    "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₡": "CRC", "Rp": "IDR", "CN¥": "CNY", "GH₵": "GHS", "KSh": "KES", "R": "ZAR",
    "RM": "MYR",
}  # fmt: skip
CURRENCY_CODES = word_set(
    """
    USD EUR GBP JPY INR RUB UAH KRW TRY ILS NGN PHP THB VND BRL AUD CAD NZD HKD SGD TWD CHF CNY RMB SEK NOK DKK PLN CZK HUF ZAR MXN
    AED SAR EGP PKR BDT LKR KES GHS IDR MYR KZT GEL AMD AZN BYN QAR KWD IQD IRR AFN SYP LBP JOD
    """
)
CURRENCY_WORDS = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound sterling": "GBP", "sterling": "GBP", "quid": "GBP", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "hryvnya": "UAH", "lira": "TRY", "shekel": "ILS", "rand": "ZAR",
    "naira": "NGN",
    "baht": "THB", "zloty": "PLN", "zlotys": "PLN", "franc": "CHF", "dirham": "AED", "riyal": "SAR", "peso": "MXN", "ringgit": "MYR",
    "rupiah": "IDR",
    "cent": "US_cent", "penny": "GBP_penny", "pence": "GBP_penny", "cedi": "GHS", "shilling": "KES", "dinar": "KWD", "krona": "SEK",
    "kronor": "SEK",
    "krone": "NOK", "kroner": "NOK", "forint": "HUF", "dram": "AMD", "manat": "AZN", "lari": "GEL", "tenge": "KZT", "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD", "australian dollar": "AUD", "canadian dollar": "CAD", "hong kong dollar": "HKD", "singapore dollar": "SGD",
    "new zealand dollar": "NZD", "british pound": "GBP", "egyptian pound": "EGP", "swiss franc": "CHF", "swedish krona": "SEK",
    "swedish kronor": "SEK",
    "norwegian krone": "NOK", "norwegian kroner": "NOK", "danish krone": "DKK", "danish kroner": "DKK", "indian rupee": "INR",
    "pakistani rupee": "PKR",
    "russian ruble": "RUB", "russian rouble": "RUB", "turkish lira": "TRY", "chinese yuan": "CNY", "japanese yen": "JPY",
    "mexican peso": "MXN",
    "south korean won": "KRW", "korean won": "KRW", "philippine peso": "PHP", "argentine peso": "ARS", "saudi riyal": "SAR",
    "iranian rial": "IRR", "rial": "IRR",
}  # fmt: skip

# Units of time that "a" or "another" can stand before.
PERIODS = ("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century")

_MONTHS = """
    january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sep sept,
    october oct, november nov, december dec
"""
MONTHS = {name: number for number, names in enumerate(_MONTHS.split(","), 1) for name in names.split()}
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")
