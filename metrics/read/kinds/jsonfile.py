"""JSON: an array of records, an object that holds one (*{"articles": […]}*), or a single record."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from metrics.model import Document, Problem
from metrics.read import jsonstream, sureness, vocabulary
from metrics.read.records import document
from metrics.read.source import Source

NAME = "json"
_OBJECT = re.compile(rb'(?:\[\s*)?\{\s*(?:"[^"\n]{1,80}"\s*:|\})')


def sure(head: bytes, name: str) -> int:
    """An object, or an array of objects, to look at; or the name."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return sureness.SEEN if _OBJECT.match(start) else sureness.NAMED if name.endswith(".json") else sureness.NOT


def read(source: Source) -> Iterator[Document | Problem]:
    """A Document a record, in order; a record that is none is a Problem that names its number."""
    number = 0
    arrays = frozenset(vocabulary.ordered("json", "arrays"))
    for number, element in enumerate(jsonstream.elements(source, {}, arrays), start=1):
        if element.broken:
            yield Problem(f"{source.origin}#{number}", element.broken)
        elif isinstance(element.value, dict):
            sha256 = hashlib.sha256(element.raw.encode("utf-8", "surrogatepass")).hexdigest()
            yield from document(element.value, source.origin, str(number), sha256, source.options)
        elif not element.path:
            yield Problem(f"{source.origin}#{number}", "no JSON object")
    if not number:
        yield Problem(source.origin, "empty")
