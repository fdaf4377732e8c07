"""CSV and TSV with a header: a record a row, columns named as the fields of JSON Lines."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from metrics.model import Document, Problem
from metrics.read.encodings import decode
from metrics.read.jsonlines import document

_LONGEST_FIELD = 1 << 27  # characters; the standard library's own limit is shorter than a long article
_SEPARATORS = {".csv": ",", ".tsv": "\t"}


def matches(head: bytes, name: str) -> bool:
    """True for a file named .csv or .tsv."""
    return name.endswith(tuple(_SEPARATORS))


def read(stream: BinaryIO, origin: str) -> Iterator[Document | Problem]:
    """A Document a row, in order; a row that is none is a Problem that names its number, the header being row 1.

    Raises EncodingError where the file is no text.
    """
    text = decode(stream.read())
    if not text.strip():
        yield Problem(origin, "empty")
        return
    separator = _SEPARATORS.get(origin[-4:].casefold(), ",")
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    if "text" not in (rows.fieldnames or ()):
        yield Problem(origin, "no column named text in the first row")
        return
    number = 1
    try:
        for number, row in enumerate(rows, start=2):
            record = {key: value for key, value in row.items() if isinstance(key, str)}  # cells beyond the header have no name
            sha256 = hashlib.sha256(json.dumps(record).encode()).hexdigest()
            yield from document(record, origin, str(number), sha256)
    except csv.Error as error:
        yield Problem(f"{origin}#{number + 1}", f"no readable row: {error}")
    if number == 1:
        yield Problem(origin, "no rows under the header")
