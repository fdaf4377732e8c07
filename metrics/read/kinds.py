"""The kinds of input and who reads them: told by content first, by name second.

A reader takes an open file and its origin, and yields a Document or a Problem for each record; it raises EncodingError or OSError
where the whole file cannot be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from metrics.model import Document, Problem
from metrics.read import jsonlines, plain, tables

Reader = Callable[[BinaryIO, str], Iterator[Document | Problem]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of input: `matches(head, name)` looks at the first bytes and the file's name in lower case."""

    name: str
    matches: Callable[[bytes, str], bool]
    read: Reader


# The first that matches reads; plain text takes what is left.
KINDS: tuple[Kind, ...] = (
    Kind("JSON Lines", jsonlines.matches, jsonlines.read),
    Kind("CSV", tables.matches, tables.read),
    Kind("plain text", lambda head, name: True, plain.read),
)


def kind_of(head: bytes, name: str) -> Kind:
    """The kind of a file by its first bytes and its name."""
    return next(kind for kind in KINDS if kind.matches(head, name.casefold()))
