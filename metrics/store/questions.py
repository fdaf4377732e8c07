"""The named questions of sql/queries: what each asks, what it takes, and its answer. Values are bound, never written into the SQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

import polars as pl

from metrics.folders import folder
from metrics.store.asking import query
from metrics.store.connection import QueryError

_TAKES = re.compile(r"-- Takes: (?P<name>\w+) (?P<kind>\w+)(?P<optional> = (?P<default>[^:]*))?: (?P<meaning>.*)")
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


def _whole(text: str) -> int:
    number = int(text)
    if not -(2**63) <= number < 2**63:
        raise ValueError("more than the database counts to")
    return number


# How a value of each kind is read, and how to write one.
KINDS: Mapping[str, tuple[Callable[[str], object], str]] = MappingProxyType(
    {
        "text": (str, "as it stands"),
        "date": (date.fromisoformat, "as 2025-06-02"),
        "integer": (_whole, "in digits"),
        "number": (float, "as 1.5"),
        "boolean": (lambda word: _TRUTHS[word.lower()], "as yes or no"),
    }
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question takes. `default` is None where none is given; then `required` says whether one must be."""

    name: str
    kind: str
    default: str | None
    required: bool
    meaning: str

    def value(self, text: str | None) -> object:
        """The value that the text stands for, to be bound. Raises QueryError where it is none of the parameter's kind."""
        if text is None:
            return None
        read, written = KINDS[self.kind]
        try:
            return read(text)
        except (ValueError, KeyError, OverflowError):
            raise QueryError(f"--param {self.name}={text}: is no {self.kind}; write it {written}") from None


@dataclass(frozen=True, slots=True)
class Question:
    """A file of sql/queries: its header, and its SELECT."""

    name: str
    asks: str
    row: str
    takes: tuple[Parameter, ...]
    example: Mapping[str, str]  # values that show what it is good for
    sql: str


@cache
def questions() -> Mapping[str, Question]:
    """The questions by name."""
    return MappingProxyType({path.stem: _question(path) for path in sorted((folder("sql") / "queries").glob("*.sql"))})


def question(name: str) -> Question:
    """The question of that name. Raises QueryError, which names all there are."""
    try:
        return questions()[name]
    except KeyError:
        raise QueryError(f"there is no question {name!r}; there are: {', '.join(questions())}") from None


def ask(
    path: Path | str, name: str, given: Mapping[str, str], limit: int = 1000, seconds: float = 30.0, memory: str = "2GB"
) -> pl.DataFrame:
    """The answer of a named question, with `given` values as a person writes them. Raises QueryError."""
    asked = question(name)
    return query(path, asked.sql, limit, seconds, memory, bound(asked, given))


def bound(asked: Question, given: Mapping[str, str]) -> dict[str, object]:
    """A value for each parameter: the given one, else the default. Raises QueryError for one that is unknown, missing or malformed."""
    names = [parameter.name for parameter in asked.takes]
    for name in given:
        if name not in names:
            raise QueryError(f"{asked.name} takes no {name!r}; it takes: {', '.join(names)}")
    for parameter in asked.takes:
        if parameter.required and parameter.name not in given:
            raise QueryError(f"{asked.name} needs --param {parameter.name}=…: {parameter.meaning}")
    return {parameter.name: parameter.value(given.get(parameter.name, parameter.default)) for parameter in asked.takes}


def _question(path: Path) -> Question:
    sql = path.read_text(encoding="utf-8")
    lines = [line for line in sql.splitlines() if line.startswith("-- ")]
    asks, row = (line.removeprefix("-- ") for line in lines[:2])
    (example,) = (line.removeprefix("-- Example:").strip() for line in sql.splitlines() if line.startswith("-- Example:"))
    return Question(
        name=path.stem,
        asks=asks,
        row=row,
        takes=tuple(_parameter(line) for line in lines if line.startswith("-- Takes: ")),
        example=dict(part.split("=", 1) for part in example.split(", ") if part),
        sql=sql,
    )


def _parameter(line: str) -> Parameter:
    told = _TAKES.fullmatch(line)
    if told is None or told["kind"] not in KINDS:
        raise ValueError(f"{line!r}: is not as '-- Takes: name kind = default: meaning'")
    default = None if told["default"] in (None, "none") else told["default"]
    return Parameter(told["name"], told["kind"], default, told["optional"] is None, told["meaning"])
