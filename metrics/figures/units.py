"""Units as texts write them, from seeds/units.txt, and conversion between them.

The file is in pint's own format, and pint reads it too; here a table is built from it, since pint costs half a second to load.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from metrics.figures.words import CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, word_set
from metrics.folders import folder

if TYPE_CHECKING:
    import pint

# What a metric of the catalogue counts is a unit for its claims, but no unit to read behind a number.
_COUNTED = frozenset({"person", "body", "aircraft", "drone", "missile", "exchange", "round", "child"})
# Spellings that pint's format cannot say.
_SPELLINGS = {
    "%": "percent", "per cent": "percent", "percents": "percent", "pc": "percent", "pct": "percent", "percentage": "percent",
    "pct.": "percent",
    "percentage points": "percentage_point", "pp": "percentage_point", "ppt": "percentage_point", "per cent points": "percentage_point",
    "km/h": "kilometer_per_hour", "kms": "kilometer", "m/s": "meter_per_second", "km²": "square_kilometer", "km2": "square_kilometer",
    "m²": "square_meter",
    "m2": "square_meter", "m³": "cubic_meter", "°c": "degree_Celsius", "°f": "degree_Fahrenheit", "° c": "degree_Celsius",
    "ºc": "degree_Celsius",
    "degrees c": "degree_Celsius", "degrees f": "degree_Fahrenheit", "degrees celsius": "degree_Celsius",
    "degrees fahrenheit": "degree_Fahrenheit",
    "degrees centigrade": "degree_Celsius", "miles per hour": "mile_per_hour", "miles an hour": "mile_per_hour",
    "kilometers per hour": "kilometer_per_hour",
    "kilometres per hour": "kilometer_per_hour", "kilometers an hour": "kilometer_per_hour", "kilometres an hour": "kilometer_per_hour",
    "meters per second": "meter_per_second", "metres per second": "meter_per_second", "feet per second": "foot_per_second",
    "metric tons": "metric_ton", "metric tonnes": "metric_ton", "metric ton": "metric_ton", "metric tonne": "metric_ton",
    "long tons": "ton",
    "short tons": "ton", "light-years": "light_year", "light-year": "light_year", "centuries": "century", "millennia": "millennium",
    "inches": "inch",
    "square inches": "square_inch", "pounds": "pound", "lbs": "pound", "hrs": "hour", "mins": "minute", "secs": "second", "yrs": "year",
    "hz": "hertz",
    "calendar days": "day", "working days": "business_day", "business days": "business_day", "nanoseconds": "nanosecond",
    "sq. miles": "square_mile",
    "sq. km": "square_kilometer", "sq. ft": "square_foot", "sq. feet": "square_foot", "sq. m": "square_meter", "psi": "psi",
    "kw": "kilowatt",
    "megabits per second": "megabit_per_second", "gigabits per second": "gigabit_per_second", "kilowatt-hours": "kilowatt_hour",
    "kilowatt-hour": "kilowatt_hour",
    "megawatt-hours": "megawatt_hour", "calendar years": "year", "troy ounces": "ounce", "troy ounce": "ounce", "fluid ounces": "ounce",
}  # fmt: skip
_SINGULAR_ONLY = frozenset({"stone", "bar", "mach", "pint", "degree", "hertz", "psi", "century", "inch", "foot", "feet", "millennium"})
_FACTOR = re.compile(r"(\*\*|[*/])|([\d.]+(?:e-?\d+)?)|([^\W\d]\w*)|(\[\w+\])")


@dataclass(frozen=True, slots=True)
class Units:
    """What units.txt says: surface forms in lower case, symbols as written, and each unit's size and dimension."""

    words: dict[str, str] = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    longer: dict[str, int] = field(default_factory=dict)  # first word → how many words its longest form has
    sizes: dict[str, tuple[float, tuple[tuple[str, int], ...]]] = field(default_factory=dict)


@cache
def units() -> Units:
    """The units of seeds/units.txt. Raises FileNotFoundError where the file is missing, ValueError naming a line that is none."""
    path = folder("seeds") / "units.txt"
    table = Units()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        name, *rest = (part.strip() for part in line.split("="))
        if not rest:
            raise ValueError(f"{path}, line {number}: no definition of {name!r}")
        try:
            table.sizes[name] = _size(rest[0], table)
        except KeyError as missing:
            raise ValueError(f"{path}, line {number}: {name} is defined by the unknown unit {missing.args[0]!r}") from None
        if name in _COUNTED:
            continue
        symbol, aliases = (rest[1] if len(rest) > 1 else "_"), rest[2:]
        if symbol != "_":
            table.symbols[symbol] = name
        for alias in (name, *aliases):
            spoken = alias.replace("_", " ")
            table.words[spoken.lower()] = name
            if alias not in _SINGULAR_ONLY:
                table.words[(spoken[:-1] + "ies" if spoken.endswith("ury") else spoken + "s").lower()] = name
    for spelling, name in _SPELLINGS.items():
        table.words[spelling] = name
    for word, code in CURRENCY_WORDS.items():
        for form in (word, word + "s"):
            table.words.setdefault(form, code)
    for code in CURRENCY_CODES:
        table.symbols[code] = "CNY" if code == "RMB" else code
    for sign, code in CURRENCY_SIGNS.items():
        if len(sign) == 1 and not sign.isalpha():
            table.symbols[sign] = code
    for form in table.words:
        count = form.count(" ") + 1
        if count > 1:
            head = form.split(" ", 1)[0]
            table.longer[head] = max(count, table.longer.get(head, 0))
    return table


def _size(definition: str, table: Units) -> tuple[float, tuple[tuple[str, int], ...]]:
    """A definition's factor and dimension: `1000 * meter ** 2` → (1000.0, (("[length]", 2),))."""
    value, dimension, sign = 1.0, dict[str, int](), 1
    parts = _FACTOR.findall(definition)
    at = 0
    while at < len(parts):
        operator, number, name, base = parts[at]
        power = 1
        if at + 2 < len(parts) and parts[at + 1][0] == "**":
            power = int(parts[at + 2][1])
            at += 2
        at += 1
        if operator:
            sign = -1 if operator == "/" else 1
        elif number:
            value *= float(number) ** (sign * power)
        elif base:
            dimension[base] = dimension.get(base, 0) + sign * power
        else:
            size, of = table.sizes[name]
            value *= size ** (sign * power)
            for key, exponent in of:
                dimension[key] = dimension.get(key, 0) + exponent * sign * power
    return value, tuple(sorted((key, exponent) for key, exponent in dimension.items() if exponent))


_FIRST = re.compile(
    r"([ \u00a0\u2009\u202f\n]{0,2}|\s?[-\u2010\u2011]\s?)([^\W\d_]+|%|[€£₩₴₽₹¥]|[°º]\s?[CF]?(?![^\W\d_]))((?:/[^\W\d_]+|[²³])?)"
)
_NEXT = re.compile(r"(?:[\s-]|\.\s)([^\W\d_]+)")
_BETWEEN = word_set("more additional further extra full straight consecutive long whole other solid successive entire short")
# Letters that are a unit only where they stand close to their digits.
_CLOSE = word_set("s A V K L t W J Pa")


_PLAIN = frozenset(("km", "kg", "cm", "mm"))  # behind a number in words too: no English word is written so


def read(text: str, at: int, end: int, *, digits: bool = True) -> tuple[str, int, bool] | None:
    """The unit that begins at `at`, behind a number: its name, where it ends, and whether a hyphen ties it to the number.

    Words like *more* and *consecutive* are read across (*four more days*). None where no unit follows.
    """
    first = _FIRST.match(text, at, end)
    if first is None:
        return None
    table = units()
    gap, word, tail = first.groups()
    lower = word.lower()
    if lower in _BETWEEN and gap and "-" not in gap:
        first = _FIRST.match(text, first.end(), end)
        if first is None or not first[1]:
            return None
        gap, word, tail = first.groups()
        lower = word.lower()
    stop = first.end(2)
    hyphen = gap.strip() != ""
    if tail:
        name = table.words.get(lower + tail.lower())
        if name is not None:
            return name, first.end(), hyphen
    if lower in table.longer:
        said, position = lower, stop
        best: tuple[str, int] | None = None
        for _ in range(table.longer[lower] - 1):
            following = _NEXT.match(text, position, end)
            if following is None:
                break
            said, position = f"{said} {following[1].lower()}", following.end()
            if said in table.words:
                best = table.words[said], position
        if best is not None:
            return best[0], best[1], hyphen
    if digits or len(word) == 3 or word in _PLAIN:
        symbol = table.symbols.get(word)
        if symbol is not None and (gap == "" or word not in _CLOSE):
            return symbol, stop, hyphen
    name = table.words.get(lower)
    if name is None or (len(lower) <= 2 and not digits):
        return None
    if name == "second" and hyphen is False and text[stop : stop + 1] == "-":
        return None
    return name, stop, hyphen


def convert(value: float, unit: str, to: str) -> float | None:
    """`value` of `unit` in the unit `to`, or None where the one cannot be the other: convert(2, "week", "day") → 14.0."""
    if unit == to:
        return value
    sizes = units().sizes
    if unit in sizes and to in sizes:
        (size, of), (target, into) = sizes[unit], sizes[to]
        if of != into or "degree_" in unit + to:
            return None
        return round(value * size / target, 9)
    return _by_pint(value, unit, to)


@cache
def _registry() -> pint.UnitRegistry[float]:
    import pint  # half a second, and needed only where a unit is not in the table

    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


def _by_pint(value: float, unit: str, to: str) -> float | None:
    import pint

    try:
        return float(_registry().Quantity(value, unit).to(to).magnitude)
    except (pint.PintError, AttributeError, TypeError, ValueError):
        return None
