"""Units as texts write them, and conversion, which pint must agree with."""

from __future__ import annotations

import subprocess
import sys

import pint
import pytest

from metrics.figures import find
from metrics.figures.units import convert, units
from metrics.folders import folder

READ = [
    ("3 hours", "hour", "measure"),
    ("3 hrs", "hour", "measure"),
    ("3h", "hour", "measure"),
    ("20 min", "minute", "measure"),
    ("5 working days", "business_day", "measure"),
    ("two decades", "decade", "measure"),
    ("5 km", "kilometer", "measure"),
    ("5km", "kilometer", "measure"),
    ("eight km", "kilometer", "measure"),
    ("5 kilometres", "kilometer", "measure"),
    ("5 miles", "mile", "measure"),
    ("6 feet", "foot", "measure"),
    ("1.2m", "cardinal", None),
    ("a 100m sprint", "meter", "measure"),
    ("the 5,000m title", "meter", "measure"),
    ("5 square kilometres", "square_kilometer", "measure"),
    ("5 sq km", "square_kilometer", "measure"),
    ("5 km²", "square_kilometer", "measure"),
    ("5 hectares", "hectare", "measure"),
    ("5 tonnes", "metric_ton", "measure"),
    ("5 metric tons", "metric_ton", "measure"),
    ("5 kg", "kilogram", "measure"),
    ("5 km/h", "kilometer_per_hour", "measure"),
    ("5 miles per hour", "mile_per_hour", "measure"),
    ("300 mph", "mile_per_hour", "measure"),
    ("5 megawatts", "megawatt", "measure"),
    ("5 MW", "megawatt", "measure"),
    ("5 kilowatt-hours", "kilowatt_hour", "measure"),
    ("5 barrels", "barrel", "measure"),
    ("30 degrees Celsius", "degree_Celsius", "measure"),
    ("30°C", "degree_Celsius", "measure"),
    ("5 percent", "percent", "share"),
    ("5 percentage points", "percentage_point", "share"),
    ("25 basis points", "basis_point", "share"),
    ("$5", "USD", "money"),
    ("US$5", "USD", "money"),
    ("A$5", "AUD", "money"),
    ("€5", "EUR", "money"),
    ("£5m", "GBP", "money"),
    ("Rs 500", "INR", "money"),
    ("5 dollars", "USD", "money"),
    ("5 euros", "EUR", "money"),
    ("EUR 5", "EUR", "money"),
    ("5 million pounds", "GBP", "money"),
    ("40 pounds", "pound", "measure"),
    ("5 Hong Kong dollars", "HKD", "money"),
    ("60,000₩", "KRW", "money"),
    ("40 million shekels", "ILS", "money"),
    ("100 GB", "gigabyte", "measure"),
    ("within an hour", "hour", "measure"),
    ("more than a week", "week", "measure"),
    ("for another month", "month", "measure"),
    ("half an hour", "hour", "measure"),
    ("lasted an hour and a half", "hour", "measure"),
]


@pytest.mark.parametrize(("text", "unit", "kind"), [row for row in READ if row[2]])
def test_unit(text: str, unit: str, kind: str) -> None:
    (figure,) = find(text)
    assert (figure.unit, figure.kind) == (unit, kind)


@pytest.mark.parametrize(
    "text",
    ["1.2m people", "5 TV sets", "5 in all", "5 a side", "5 bars of gold", "5 rounds", "3 second-half goals", "12 aircraft", "5 bodies"],
)
def test_no_unit(text: str) -> None:
    assert find(text)[0].unit is None


def test_a_million_people_are_no_metres() -> None:
    (figure,) = find("1.2m people")
    assert (figure.low, figure.head, figure.kind) == (1.2e6, "person", "cardinal")


CONVERTED = [
    (2, "week", "day", 14),
    (90, "minute", "hour", 1.5),
    (1, "hour", "minute", 60),
    (1, "year", "day", 365),
    (1, "mile", "kilometer", 1.609344),
    (1, "acre", "hectare", 0.40468564224),
    (36, "kilometer_per_hour", "meter_per_second", 10),
    (1, "kilowatt_hour", "joule", 3.6e6),
    (5, "person", "person", 5),
]


@pytest.mark.parametrize(("value", "unit", "to", "wanted"), CONVERTED)
def test_convert(value: float, unit: str, to: str, wanted: float) -> None:
    assert convert(value, unit, to) == pytest.approx(wanted)


@pytest.mark.parametrize(("unit", "to"), [("week", "mile"), ("person", "body"), ("USD", "EUR"), ("percent", "person"), ("nonsense", "day")])
def test_what_cannot_be_converted(unit: str, to: str) -> None:
    assert convert(1, unit, to) is None


def test_a_unit_beyond_the_file_goes_through_pint() -> None:
    assert convert(1, "furlong", "mile") == pytest.approx(0.125, rel=1e-4)


def test_pint_reads_the_file_and_agrees() -> None:
    registry = pint.UnitRegistry(str(folder("seeds") / "units.txt"))
    for name, (size, dimension) in units().sizes.items():
        base = registry.Quantity(1.0, name).to_base_units()
        assert base.magnitude == pytest.approx(size, rel=1e-9), name
        assert dict(base.dimensionality) == dict(dimension), name


def test_finding_figures_does_not_load_pint() -> None:
    code = "import sys; from metrics.figures import find; find('5 km'); sys.exit('pint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
