"""JSON Lines: a record a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from metrics.model import Document, Problem
from metrics.read import sureness
from metrics.read.encodings import EncodingError, decode
from metrics.read.records import document
from metrics.read.source import Options, Source, too_long

NAME = "jsonl"
_NAMES = (".jsonl", ".ndjson", ".jsonlines")


def sure(head: bytes, name: str) -> int:
    """Two lines that begin as objects do, the first of them whole; or a name that says JSON Lines."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if name.endswith(_NAMES):
        return sureness.MARKED if start.startswith(b"{") else sureness.NAMED
    first, _, rest = start.partition(b"\n")
    if first.startswith(b"{") and rest.lstrip().startswith(b"{") and isinstance(_parsed(first.decode("utf-8", "replace")), dict):
        return sureness.MARKED
    return sureness.NOT


def read(source: Source) -> Iterator[Document | Problem]:
    """A Document a line, in order; a line that is none is a Problem that names its number."""
    found = 0
    for number, raw in enumerate(source.lines(), start=1):
        if raw is None:
            yield Problem(f"{source.origin}#{number}", too_long())
        elif raw.strip():
            yield from _record(raw, source.origin, number, source.options)
        else:
            continue
        found += 1
    if not found:
        yield Problem(source.origin, "empty")


def _record(raw: bytes, origin: str, number: int, options: Options) -> Iterator[Document | Problem]:
    place = f"{origin}#{number}"
    try:
        record = _parsed(decode(raw))
    except EncodingError as error:
        yield Problem(place, str(error))
        return
    if not isinstance(record, dict):
        yield Problem(place, "no JSON object on this line")
        return
    yield from document(record, origin, str(number), hashlib.sha256(raw).hexdigest(), options)


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):  # a line can nest deeper than the parser goes
        return None
