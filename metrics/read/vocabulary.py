"""The word lists of seeds/reading.toml, and the outlets of seeds/publishers.csv, loaded once."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from metrics.folders import folder


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet: its usual name, how else it is written, and the words by which it signs its copy."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str
    kinds: tuple[str, ...]  # agency, paper, broadcaster, site or aggregator, and whether it is state media
    signature: str


@cache
def words(table: str, key: str) -> tuple[str, ...]:
    """A word list of seeds/reading.toml, the longest first, so that the longest matches first."""
    return tuple(sorted(_reading()[table][key], key=len, reverse=True))


@cache
def folded(table: str, key: str) -> frozenset[str]:
    """A word list of seeds/reading.toml in lower case, to look up in."""
    return frozenset(word.casefold() for word in words(table, key))


@cache
def ordered(table: str, key: str) -> tuple[str, ...]:
    """A word list of seeds/reading.toml in its own order: the first is preferred."""
    return tuple(_reading()[table][key])


@cache
def _reading() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((folder("seeds") / "reading.toml").read_text(encoding="utf-8"))


@cache
def publishers() -> tuple[Publisher, ...]:
    """The outlets of seeds/publishers.csv."""
    with (folder("seeds") / "publishers.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Publisher(row["name"], _parts(row["aliases"]), _parts(row["domains"]), row["country"], _parts(row["kind"]), row["signature"])
            for row in csv.DictReader(file)
        )


@cache
def signing() -> tuple[Publisher, ...]:
    """The outlets that sign their copy."""
    return tuple(outlet for outlet in publishers() if outlet.signature)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def _by_name() -> dict[str, Publisher]:
    return {name.casefold(): outlet for outlet in publishers() for name in (outlet.name, *outlet.aliases)}


@cache
def _by_domain() -> dict[str, Publisher]:
    return {domain: outlet for outlet in publishers() for domain in outlet.domains}


def known(name: str) -> Publisher | None:
    """The outlet that goes by this name, whatever its case."""
    return _by_name().get(name.strip().casefold())


def canonical(name: str) -> str:
    """The usual name of an outlet: `canonical("RT")` is `canonical("Russia Today")`; an unknown name stays as it is."""
    outlet = known(name)
    return outlet.name if outlet else name.strip()


def of_url(url: str) -> str | None:
    """The outlet at a URL, where seeds/publishers.csv knows its domain."""
    return next((outlet.name for domain in _domains(url) if (outlet := _by_domain().get(domain))), None)


def site(url: str) -> str | None:
    """The outlet at a URL, by its domain where seeds/publishers.csv does not know it; None on a platform, where anybody publishes."""
    domains = _domains(url)
    if not domains or domains[0][-1].isdigit() or not folded("site", "platforms").isdisjoint(domains):
        return None
    name = domains[0]
    return of_url(url) or (name.partition(".")[2] if name.startswith(("m.", "amp.", "mobile.")) and name.count(".") > 1 else name)


def _domains(url: str) -> list[str]:
    """The domain of a URL and those that it lies in, the narrowest first."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # a broken IPv6 address
        return []
    parts = host.split(".")
    return [".".join(parts[n:]) for n in range(len(parts) - 1)]
