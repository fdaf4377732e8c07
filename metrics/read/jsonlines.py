"""JSON Lines: a record a line, with `text` (required), `id`, `url`, `title`, `publisher`, `published`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import BinaryIO

from metrics.model import Document, Problem, content_id
from metrics.read.encodings import EncodingError, decode

_NAMES = (".jsonl", ".ndjson", ".jsonlines")


def matches(head: bytes, name: str) -> bool:
    """True for a first line that is a JSON object, or a name that says JSON Lines before anything that may be one."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    first, newline, _ = start.partition(b"\n")
    if not first.startswith(b"{"):
        return name.endswith(_NAMES)
    if name.endswith(_NAMES) or not newline:
        return name.endswith(_NAMES) or first[1:].lstrip().startswith((b'"', b"}"))
    return isinstance(_parsed(first.decode("utf-8", "replace")), dict)


def read(stream: BinaryIO, origin: str) -> Iterator[Document | Problem]:
    """A Document a line, in order; a line that is none is a Problem that names its number."""
    number = found = 0
    for number, raw in enumerate(stream, start=1):
        if raw.strip():
            found += 1
            yield from _record(raw, origin, number)
    if not found:
        yield Problem(origin, "empty")


def _record(raw: bytes, origin: str, number: int) -> Iterator[Document | Problem]:
    place = f"{origin}#{number}"
    try:
        record = _parsed(decode(raw))
    except EncodingError as error:
        yield Problem(place, str(error))
        return
    if not isinstance(record, dict):
        yield Problem(place, "no JSON object on this line")
        return
    yield from document(record, origin, str(number), hashlib.sha256(raw).hexdigest())


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):  # a line can nest deeper than the parser goes
        return None


def document(record: Mapping[str, object], path: str, place: str, sha256: str) -> Iterator[Document | Problem]:
    """The Document of a record with the contract's fields; `place` names it within `path` where it has no id.

    A Problem instead where it has no text, and a Problem before it where `published` is no date.
    """
    url, record_id = _string(record.get("url")), _string(record.get("id"))
    origin = url or f"{path}#{record_id or place}"
    text = record.get("text")
    where = f"{path}#{place}"
    if not isinstance(text, str) or not text.strip():
        yield Problem(where, "no text in this record")
        return
    if any("\ud800" <= character <= "\udfff" for character in text):
        yield Problem(where, "the text holds half a surrogate pair")
        return
    published = _date(record.get("published"))
    if published is None and record.get("published"):
        yield Problem(where, f"published is no date: {str(record['published'])[:40]!r}; read without it")
    publisher = _string(record.get("publisher"))
    yield Document(
        document_id=content_id("d", url or record_id or publisher, text),
        origin=origin,
        text=text,
        sha256=sha256,
        url=url,
        record_id=record_id,
        title=_string(record.get("title")),
        publisher=publisher,
        published=published,
    )


def _string(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = value.strip() if isinstance(value, str) else ""
    # Half a surrogate pair cannot be written anywhere; the field is as good as absent.
    return text if text and not any("\ud800" <= character <= "\udfff" for character in text) else None


def _date(value: object) -> date | None:
    """ISO dates, and date-times, whose day is taken as written."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        return None
