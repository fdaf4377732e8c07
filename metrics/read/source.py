"""What a reader is given, how the user wants it read, and how much of it may be taken at once."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from metrics.model import Document, Problem

# Bytes. An article has thousands; these are for what is no article, and keep memory bounded whatever is read.
LONGEST_LINE = 64 << 20
LARGEST_TEXT = 128 << 20  # of one document
HEAD = 1 << 16  # by which the kind is told


class Unreadable(ValueError):
    """Why an input, or the rest of it, cannot be read; the message follows the file's name."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: the kind in place of the one that the content tells, the columns of tables, and the day on which pages were taken."""

    kind: str | None = None
    columns: tuple[tuple[str, str], ...] = ()  # (field, column): ("text", "Body")
    read_on: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An open input: `origin` names it in rows and complaints, `name` (lower case) is the file's own."""

    stream: io.BufferedReader[Any]
    origin: str
    name: str
    options: Options = field(default_factory=Options)

    def whole(self, most: int = LARGEST_TEXT) -> bytes:
        """All of it. Raises Unreadable where it is larger than one text can be."""
        raw = self.stream.read(most + 1)
        if len(raw) > most:
            raise Unreadable(f"larger than {most >> 20} MB, which is no text of one article")
        return raw

    def lines(self, most: int = LONGEST_LINE) -> Iterator[bytes | None]:
        """Its lines with their ends; None for a line longer than `most` bytes, which is passed over without keeping it."""
        while raw := self.stream.readline(most):
            if len(raw) < most or raw.endswith(b"\n"):
                yield raw
                continue
            while (more := self.stream.readline(1 << 20)) and not more.endswith(b"\n"):
                pass
            yield None


@dataclass(frozen=True, slots=True)
class Later:
    """A page or file that takes long to read, taken in and not read yet, so that another process can do it."""

    origin: str
    read: Callable[..., Iterator[Document | Problem]]  # a function of a module, so that it can be sent, with what it is given
    given: tuple[object, ...]
    size: int  # bytes of it

    def documents(self) -> Iterator[Document | Problem]:
        """What it holds; where it or the rest of it cannot be read, a Problem after what could."""
        try:
            yield from self.read(*self.given)
        except Unreadable as error:
            yield Problem(self.origin, str(error))


@dataclass(frozen=True, slots=True)
class Ended:
    """Stands where one input ends and the next begins."""

    origin: str
    size: int = 0  # bytes of it, packed as it was; 0 where that isn't known


Part = Document | Problem | Later | Ended  # of what is read, in its order


def too_long(most: int = LONGEST_LINE) -> str:
    """What is said of a line that `lines` passed over."""
    return f"a line longer than {most >> 20} MB; passed over"
