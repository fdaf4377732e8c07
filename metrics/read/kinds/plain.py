"""Plain text: one file, one document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from metrics.model import Document, Problem, content_id
from metrics.read import sureness
from metrics.read.encodings import decode
from metrics.read.source import Source

NAME = "text"


def sure(head: bytes, name: str) -> int:
    """Plain text takes what is left."""
    return sureness.LEFT


def read(source: Source) -> Iterator[Document | Problem]:
    """The file as one Document."""
    raw = source.whole()
    text = decode(raw)
    if not text.strip():
        yield Problem(source.origin, "empty")
        return
    sha256 = hashlib.sha256(raw).hexdigest()
    yield Document(content_id("d", None, text), source.origin, text, sha256, retrieved=source.options.read_on)
