"""The kinds of input, a module each, found by looking into this folder: a further kind is a further module and nothing else.

A module has `NAME`, the word that `--kind` takes; `sure(head, name)`, how sure it is of a file by its first bytes and its name in lower
case; and `read(source)`, which yields a Document or a Problem for each record, and raises Unreadable or OSError where the rest cannot
be read. Where reading takes long, `NEEDS` names the library that does it and the extra that brings it: such a file is taken in
whole and read by whichever process is free.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from metrics.model import Mistake
from metrics.read.source import Part, Source

Reader = Callable[[Source], Iterator[Part]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of input, as its module has it."""

    name: str
    sure: Callable[[bytes, str], int]
    read: Reader
    needs: tuple[str, str] | None = None


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return {module.NAME: Kind(module.NAME, module.sure, module.read, getattr(module, "NEEDS", None)) for module in modules}


def kind_of(head: bytes, name: str) -> Kind:
    """The kind that is surest of a file, by its first bytes and its name."""
    return max(kinds().values(), key=lambda kind: kind.sure(head, name.casefold()))


def kind_named(name: str) -> Kind:
    """The kind that goes by this name. Raises Mistake where there is none."""
    if name not in kinds():
        raise Mistake(f"there is no kind of input {name!r}: it is one of {', '.join(sorted(kinds()))}")
    return kinds()[name]
