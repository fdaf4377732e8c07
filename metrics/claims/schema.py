"""What a rule file may hold: each key with the kind of its value. Pure; `catalogue` asks it before it believes a file."""

from __future__ import annotations

import reprlib
import types
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args, get_type_hints

from metrics.figures.units import units
from metrics.model import Claim, Mistake, Status

KINDS = frozenset({"count", "ordinal", "duration", "age", "share", "money"})
_WORDS, _WORD, _NUMBER, _FLAG, _TABLE = "a list of words", "a word", "a number", "true or false", "a table"
_TABLES = "a table under double brackets, as in [[example]]"

METRIC: Mapping[str, str | frozenset[str]] = {
    "title": _WORD,
    "asks": _WORD,
    "unit": _WORD,
    "event": _WORD,
    "kind": KINDS,
    "also": frozenset({"count"}),
    "family": frozenset({"event", "state", "total", "ordinal"}),
    "subject": frozenset({"people", "bodies", "children"}),
    "basis": _FLAG,
    "categories": _FLAG,
    "category": _WORD,
    "status": frozenset(get_args(Status)),
    "otherwise": frozenset(get_args(Status)),
    "counts": _WORDS,
    "alone": _WORDS,
    "but_not": _WORDS,
    "unless": _WORDS,
    "unless_about": _WORDS,
    "happens": _TABLES,
    "example": _TABLES,
    "reject": _TABLES,
    "total": _WORD,
    "most": _NUMBER,
    "sums": _NUMBER,
    "least": _NUMBER,
    "instead": _TABLE,
    "of_group": _WORD,
    "units": _WORDS,
    "war": _FLAG,
    "undated": _FLAG,
    "years": _FLAG,
    "toll": _FLAG,
    "captive": _FLAG,
    "one_party": _FLAG,
    "asked": _FLAG,
    "launched": _FLAG,
}
HAPPENS: Mapping[str, str | frozenset[str]] = {
    "verbs": _WORDS,
    "events": _WORDS,
    "by": frozenset({"own", "other"}),
    "takes": frozenset({"object", "subject", "both"}),
    "counts": _WORDS,
    "near": _WORDS,
    "here": _WORDS,
    "unless": _WORDS,
    "beside_no": _WORDS,
    "named": _FLAG,
    "lasting": _FLAG,
    "body": _FLAG,
}
_EXAMPLE: Mapping[str, str | frozenset[str]] = {"text": _WORD, "claim": _TABLE}
_REJECT: Mapping[str, str | frozenset[str]] = {"text": _WORD, "why": _WORD}


class CatalogueError(Mistake):
    """A broken rule file: one line that names file, line or rule, and what is wrong."""


def check(path: object, raw: Mapping[str, Any]) -> None:
    """Raises CatalogueError, one line that names file, rule and key, where a metric's file is not as it should be."""
    _keys(str(path), raw, METRIC, ("title", "asks", "unit"))
    if raw["unit"] not in units().sizes.keys() | set(units().symbols.values()):
        raise CatalogueError(f"{path}: unit {raw['unit']!r} is neither in units.txt nor the code of a currency")
    parts = (("happens", HAPPENS, ()), ("example", _EXAMPLE, ("text", "claim")), ("reject", _REJECT, ("text", "why")))
    for name, schema, needed in parts:
        for number, table in enumerate(raw.get(name, ()), 1):
            where = f"{path}: rule happens {number}" if name == "happens" else f"{path}: {name} {number}"
            _keys(where, table, schema, needed)
            if name == "happens" and not table.get("verbs") and not table.get("events"):
                raise CatalogueError(f"{where}: it names neither verbs nor events")
            if name == "example":
                _keys(f"{where}: claim", table["claim"], _claim(), ())


def _claim() -> dict[str, str | frozenset[str]]:
    """A claim's fields, as the model types them."""
    hints = get_type_hints(Claim)
    return {field.name: _kind(hints[field.name]) for field in fields(Claim)}


def _kind(hint: Any) -> str | frozenset[str]:
    options = get_args(hint) if isinstance(hint, types.UnionType) or type(None) in get_args(hint) else (hint,)
    option = next(option for option in options if option is not type(None))
    if words := get_args(option):
        return frozenset(words)
    return {str: _WORD, float: _NUMBER, int: _NUMBER, bool: _FLAG, date: _WORD}[option]


def _keys(where: str, raw: Mapping[str, Any], schema: Mapping[str, str | frozenset[str]], needed: tuple[str, ...]) -> None:
    for key, value in raw.items():
        if key not in schema:
            raise CatalogueError(f"{where}: unknown key {key!r}{_meant(key, schema)}; known are {', '.join(sorted(schema))}")
        kind = schema[key]
        if isinstance(kind, frozenset):
            if value not in kind:
                raise CatalogueError(f"{where}: {key} is {value!r}, not one of {', '.join(sorted(kind))}")
        elif not _fits(value, kind):
            raise CatalogueError(f"{where}: {key} is {reprlib.repr(value)}, not {kind}")
    for key in needed:
        if not raw.get(key):
            raise CatalogueError(f"{where}: {key} is missing")


def _fits(value: object, kind: str) -> bool:
    if kind == _FLAG:
        return isinstance(value, bool)
    if kind == _NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == _WORD:
        return isinstance(value, str)
    if kind == _TABLE:
        return isinstance(value, dict)
    wanted = str if kind == _WORDS else dict
    return isinstance(value, list) and all(isinstance(item, wanted) and (item.strip() if isinstance(item, str) else True) for item in value)


def _meant(word: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(word, known, 1, 0.75)
    return f" (did you mean {near[0]!r}?)" if near else ""
