"""CSV and TSV with a header: a record a row."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator

from metrics.model import Document, Problem
from metrics.read import sureness
from metrics.read.encodings import EncodingError, decode
from metrics.read.records import columns, document, no_text
from metrics.read.source import LONGEST_LINE, Options, Source, Unreadable, too_long

NAME = "csv"
_LONGEST_FIELD = 1 << 27  # characters; the standard library's own limit is shorter than a long article
_NAMES = (".csv", ".tsv", ".tab")
_SEPARATORS = ("\t", ";", ",", "|")
_HEADER = re.compile(r"[\w .\"'-]+")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def sure(head: bytes, name: str) -> int:
    """A first line of several short names, one of them a text's, over a second line; or the name."""
    if name.endswith(_NAMES):
        return sureness.NAMED
    first, newline, rest = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")
    if not newline or not rest or len(first) > 1000:
        return sureness.NOT
    header = first.decode("utf-8", "replace").strip()
    cells = [cell.strip(" \"'") for cell in header.split(_separator(header))]
    named = len(cells) > 1 and all(cell and len(cell) <= 40 and _HEADER.fullmatch(cell) for cell in cells)
    found = columns(tuple(cells), Options()) if named else {}
    return sureness.SEEN if "text" in found and len(found) > 1 else sureness.NOT


def read(source: Source) -> Iterator[Document | Problem]:
    """A Document a row, in order; a row that is none is a Problem that names its number, the header being row 1."""
    feed = _Feed(source)
    csv.field_size_limit(_LONGEST_FIELD)
    header = next(feed, None)
    if header is None:
        yield Problem(source.origin, "empty")
        return
    separator = "\t" if source.name.endswith((".tsv", ".tab")) else _separator(header)
    rows = csv.reader(_first(header, feed), delimiter=separator)
    names = tuple(next(rows, []))
    if "text" not in columns(names, source.options):
        yield Problem(source.origin, no_text(names, source.options))
        return
    feed.taken = hashlib.sha256()
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Problem(f"{source.origin}#{number}", f"no readable row: {error}; the rest is passed over")
            return
        if row is None:
            break
        sha256 = feed.hash()
        if feed.wrong:
            yield Problem(f"{source.origin}#{number}", feed.wrong)
            feed.wrong = ""
        elif row:
            yield from document(dict(zip(names, row, strict=False)), source.origin, str(number), sha256, source.options)
    if number == 2:
        yield Problem(source.origin, "no rows under the header")


def _separator(header: str) -> str:
    return max(_SEPARATORS, key=header.count) if any(mark in header for mark in _SEPARATORS) else ","


def _first(header: str, rest: Iterator[str]) -> Iterator[str]:
    yield header
    yield from rest


class _Feed(Iterator[str]):
    """The decoded lines of a table, with the hash of those since the last row, and what was wrong with one of them."""

    def __init__(self, source: Source) -> None:
        self.taken = hashlib.sha256()
        self.wrong = ""
        wide = source.stream.peek(2)[:2] in _UTF_16
        self._lines = _wide_lines(source) if wide else source.lines()

    def hash(self) -> str:
        """Of the bytes of the lines since the last call."""
        found, self.taken = self.taken.hexdigest(), hashlib.sha256()
        return found

    def __next__(self) -> str:
        raw = next(self._lines)
        if raw is None:
            self.wrong = too_long()
            return "\n"
        self.taken.update(raw)
        try:
            return decode(raw)
        except EncodingError as error:
            self.wrong = str(error)
            return raw.decode("latin-1")  # keeps the row's quotes in balance; the row itself is refused


def _wide_lines(source: Source) -> Iterator[bytes | None]:
    """The lines of a table in UTF-16, as Excel saves it, in UTF-8."""
    text = io.TextIOWrapper(source.stream, "utf-16", newline="")
    try:
        while line := text.readline(LONGEST_LINE):
            yield line.encode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise Unreadable(f"marked as UTF-16, but not valid: {error.reason}") from None
