"""What passes between the stages: documents, reports, figures, claims. Frozen values; imports nothing of ours.

All offsets count Unicode code points in the document's text, so `text[start:end]` holds at every stage.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Literal, TypeVar

Bound = Literal["exact", "about", "nearly", "over", "at_least", "up_to", "under", "range", "vague"]
Basis = Literal["per_side", "total", "one_side"]
Status = Literal["proposed", "agreed", "planned", "completed", "reported", "denied"]
PublishedBasis = Literal["stated", "inferred", "none"]
ZoneKind = Literal["body", "headline", "caption", "link", "boilerplate", "repeat", "quotation"]


class Mistake(Exception):
    """What a user can mend, told in one line that names file and place. Other errors are ours and keep their traceback."""


def content_id(prefix: str, *parts: object) -> str:
    """An id derived from content alone: `content_id("r", url, text)` → `r-` and 16 hex digits."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        digest.update(b"\0" if part is None else b"\1" + str(part).encode("utf-8", "surrogatepass") + b"\0")
    return f"{prefix}-{digest.hexdigest()}"


T = TypeVar("T")


def sent(cls: type[T]) -> type[T]:
    """A frozen class whose values pass between processes by the hundred thousand: pickled at half of what a data class takes by itself."""
    names = cls.__dict__["__slots__"]
    read, writes = attrgetter(*names), [cls.__dict__[name].__set__ for name in names]

    def restore(self: T, state: tuple[object, ...]) -> None:
        for write, value in zip(writes, state, strict=True):
            write(self, value)

    cls.__getstate__ = lambda self: read(self)  # type: ignore[method-assign]
    cls.__setstate__ = restore  # type: ignore[attr-defined]
    return cls


def replace(value: T, **changes: object) -> T:
    """As `dataclasses.replace`, for the classes of this module, at a quarter of its time."""
    names, state = type(value).__dict__["__slots__"], list(value.__getstate__())  # type: ignore[call-overload]
    for name, new in changes.items():
        state[names.index(name)] = new
    other = object.__new__(type(value))
    other.__setstate__(state)  # type: ignore[attr-defined]
    return other


@sent
@dataclass(frozen=True, slots=True)
class Document:
    """One thing read: a file, a record of a feed. The text is kept as decoded, never rewritten."""

    document_id: str
    origin: str  # the path as given, or the URL; a record's id or line number behind a '#'
    text: str
    sha256: str  # of the raw bytes
    url: str | None = None
    record_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    original_publisher: str | None = None  # who wrote it, where the metadata says so
    retrieved: date | None = None  # when this copy was taken
    archive_url: str | None = None  # where an archive keeps it


@sent
@dataclass(frozen=True, slots=True)
class Zone:
    """A slice of a report that is not plain body: a headline, a link, a repeat …"""

    start: int
    end: int
    kind: ZoneKind


@sent
@dataclass(frozen=True, slots=True)
class Report:
    """One article by one publisher: the slice [start, end) of its document's text."""

    report_id: str
    document_id: str
    origin: str
    text: str  # the whole document's text
    start: int
    end: int
    title: str | None = None
    title_start: int | None = None  # where the title stands in the text, if it does
    title_end: int | None = None
    publisher: str | None = None
    original_publisher: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = "none"
    language: str | None = None
    zones: tuple[Zone, ...] = ()


@sent
@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as a text states it: `text[start:end]` is the number with the words that bound it and its unit."""

    start: int
    end: int
    low: float
    high: float
    bound: Bound
    kind: str  # cardinal, ordinal, measure, share, money, age, year, date, time, name, score …
    unit: str | None = None  # a pint unit (day, percent, kilometer) or a currency code; None where things are counted
    noun: str | None = None  # what is counted: the head noun phrase as written
    head: str | None = None  # its head noun, singular, lower case
    noun_start: int | None = None
    noun_end: int | None = None
    number_start: int = 0  # the number alone, without bounding words and unit
    number_end: int = 0
    elided: bool = False  # the noun was taken from an earlier phrase (*another 303 on Sunday*)
    paired: bool = False  # N-for-N, N to N: the same number on either side


@sent
@dataclass(frozen=True, slots=True)
class Claim:
    """A figure under a metric, with who says so, when, at what status and for which event: the claim contract's row."""

    metric: str
    start: int
    end: int
    low: float  # in the metric's unit
    high: float
    bound: Bound
    unit: str
    status: Status
    quote: str
    quote_start: int
    rule: str
    basis: Basis | None = None
    party: str | None = None
    category: str | None = None
    part: bool = False
    event_kind: str | None = None
    sides: str | None = None
    event_from: date | None = None
    event_to: date | None = None
    speaker: str | None = None
    speaker_side: str | None = None
    proposer: str | None = None
    place: str | None = None
    round: int | None = None
    deal_date: date | None = None
    as_of: date | None = None
    part_of: int | None = None  # the start of the larger figure; becomes a claim id in the export
    parts_complete: bool | None = None
    unilateral: bool | None = None


@sent
@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one report states: every figure is either some claims' or has its reason."""

    report: Report
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    reasons: tuple[str | None, ...]  # aligned with figures; None where a claim was made
    rules: str = ""  # the fingerprint of the catalogue that they were found with


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with an input, in one line that names file and place."""

    origin: str
    message: str
