"""The words of the number grammar, as tables: what a person would look up, and no logic."""

from __future__ import annotations

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
    "k": 1e3, "mil": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12, "m": 1e6, "b": 1e9, "t": 1e12,
}  # fmt: skip
DOZENS = {"dozen": 12, "dozens": 12, "dz": 12, "dzs": 12, "doz": 12, "dozs": 12}

# Orders of magnitude, low and high ends as the claim contract has them.
VAGUE = {
    "several": (3, 9), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999),
    "millions": (2_000_000, 9_999_999), "billions": (2e9, 9_999_999_999), "trillions": (2e12, 9_999_999_999_999),
    "several dozen": (36, 108), "several hundred": (300, 999), "several thousand": (3_000, 9_999), "several million": (3_000_000, 9_999_999),
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
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "Rs": "INR", "Rs.": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₺": "TRY", "₪": "ILS",
    "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₡": "CRC", "Rp": "IDR", "CN¥": "CNY", "GH₵": "GHS", "KSh": "KES", "R": "ZAR", "RM": "MYR",
}  # fmt: skip
CURRENCY_CODES = frozenset(
    "USD EUR GBP JPY INR RUB UAH KRW TRY ILS NGN PHP THB VND BRL AUD CAD NZD HKD SGD TWD CHF CNY RMB SEK NOK DKK PLN CZK HUF ZAR MXN AED SAR "
    "EGP PKR BDT LKR KES GHS IDR MYR KZT GEL AMD AZN BYN QAR KWD IQD IRR AFN SYP LBP JOD".split()
)
CURRENCY_WORDS = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound sterling": "GBP", "sterling": "GBP", "quid": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "hryvnya": "UAH", "lira": "TRY", "shekel": "ILS", "rand": "ZAR", "naira": "NGN",
    "baht": "THB", "zloty": "PLN", "zlotys": "PLN", "franc": "CHF", "dirham": "AED", "riyal": "SAR", "peso": "MXN", "ringgit": "MYR", "rupiah": "IDR",
    "cent": "US_cent", "penny": "GBP_penny", "pence": "GBP_penny", "cedi": "GHS", "shilling": "KES", "dinar": "KWD", "krona": "SEK", "kronor": "SEK",
    "krone": "NOK", "kroner": "NOK", "forint": "HUF", "dram": "AMD", "manat": "AZN", "lari": "GEL", "tenge": "KZT", "us dollar": "USD", "u.s. dollar": "USD",
    "american dollar": "USD", "australian dollar": "AUD", "canadian dollar": "CAD", "hong kong dollar": "HKD", "singapore dollar": "SGD",
    "new zealand dollar": "NZD", "british pound": "GBP", "egyptian pound": "EGP", "swiss franc": "CHF", "swedish krona": "SEK", "swedish kronor": "SEK",
    "norwegian krone": "NOK", "norwegian kroner": "NOK", "danish krone": "DKK", "danish kroner": "DKK", "indian rupee": "INR", "pakistani rupee": "PKR",
    "russian ruble": "RUB", "russian rouble": "RUB", "turkish lira": "TRY", "chinese yuan": "CNY", "japanese yen": "JPY", "mexican peso": "MXN",
    "south korean won": "KRW", "korean won": "KRW", "philippine peso": "PHP", "argentine peso": "ARS", "saudi riyal": "SAR", "iranian rial": "IRR", "rial": "IRR",
}  # fmt: skip

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,november nov,december dec".split(","), 1
    )
    for name in names.split()
}
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split())

# What bounds a number from its left. Just, slightly and the like before an "over" or "under" are read by NEARER.
BOUNDS_BEFORE = {
    phrase: bound
    for bound, phrases in {
        "about": "about, around, roughly, approximately, approx, approx., circa, ca., c., some, an estimated, estimated, an approximate, nearby, "
        "in the region of, in the neighborhood of, in the neighbourhood of, on the order of, of the order of, in the order of, somewhere around, "
        "estimated at, estimated to be, an average of about, plus or minus",
        "nearly": "nearly, almost, close to, just under, just below, just less than, just fewer than, a little less than, a little under, a little fewer than, "
        "a little below, slightly less than, slightly fewer than, slightly under, slightly below, just shy of, shy of, a bit less than, a bit under, "
        "approaching, just short of, virtually, practically, nearing, close on, not quite, marginally less than, a touch under, fractionally under",
        "over": "more than, over, above, exceeding, exceeds, exceed, exceeded, surpassing, surpasses, surpass, surpassed, topping, topped, tops, greater than, "
        "higher than, larger than, bigger than, in excess of, upwards of, upward of, north of, well over, well above, just over, just above, just more than, "
        "slightly more than, slightly over, slightly above, a little more than, a little over, a bit more than, a bit over, much more than, "
        "far more than, far over, older than, longer than, beyond, better than, crossed, crossing, passed the, past the, well past, taller than, heavier than, "
        "a total of more than, a total of over, marginally more than, considerably more than, significantly more than, faster than, further than, farther than",
        "at_least": "at least, no fewer than, not fewer than, no less than, not less than, nothing less than, no lower than, not lower than, not under, "
        "a minimum of, minimum of, minimum, a minimum, at a minimum, as few as, as little as, at the very least, at minimum, no smaller than, not below, no younger than, "
        "at least or equal to, equal to or more than, equal to or greater than, more than or equal to, greater than or equal to, higher or equal than, "
        "bigger or equal than, greater or equal than, larger or equal than, more or equal than, at least some, at least another",
        "up_to": "up to, at most, at the most, no more than, not more than, not over, no greater than, not exceeding, no higher than, as many as, as much as, as high as, as long as, "
        "as far as, as old as, a maximum of, maximum of, maximum, a maximum, capped at, a cap of, could reach, may reach, might reach, can reach, could hit, "
        "limited to, a limit of, a ceiling of, to a maximum of, anything up to, up to a maximum of, up to another, up to an additional, no longer than, "
        "not longer than, less than or equal to, fewer than or equal to, smaller or equal than, less or equal than, lower or equal than, no older than, "
        "equal to or less than, equal to or fewer than, no further than, no later than, could be as high as, could rise to, may rise to, might rise to, could climb to, "
        "could grow to, may climb to, could top out at",
        "under": "fewer than, less than, under, below, within, smaller than, lower than, younger than, shorter than, well under, well below, in under, in less than, "
        "far fewer than, far less than, much less than, cheaper than, within less than, inside, just within, lighter than",
        "exact": "exactly, precisely, equal to, equals, equals to, equaling to, equaling, a total of",
    }.items()
    for phrase in phrases.split(", ")
}  # fmt: skip
BOUND_SIGNS = {">": "over", "<": "under", ">=": "at_least", "≥": "at_least", "<=": "up_to", "≤": "up_to", "~": "about", "≈": "about", "∼": "about", "±": "about"}

# What bounds it from its right, the longest first.
BOUNDS_AFTER = {
    "-plus": "over", " plus": "over", "+": "over", "-odd": "about", " odd": "about", "-ish": "about", " or so": "about", " or thereabouts": "about",
    " or more": "at_least", " or greater": "at_least", " or higher": "at_least", " or above": "at_least", " and more": "at_least", " or over": "at_least",
    " and above": "at_least", " and over": "at_least", " and up": "at_least", " or older": "at_least", " and older": "at_least", " or better": "at_least",
    " at least": "at_least", " or less": "up_to", " or fewer": "up_to", " or lower": "up_to", " or under": "up_to", " or below": "up_to", " or younger": "up_to",
    " and under": "up_to", " and below": "up_to", " and younger": "up_to", " at most": "up_to", " at the most": "up_to", " maximum": "up_to", " minimum": "at_least",
    " approximately": "about",
}  # fmt: skip
