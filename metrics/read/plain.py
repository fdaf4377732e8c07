"""Plain text: one file, one document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from metrics.model import Document, Problem, content_id
from metrics.read.encodings import decode


def read(stream: BinaryIO, origin: str) -> Iterator[Document | Problem]:
    """The file as one Document. Raises EncodingError where it is no text."""
    raw = stream.read()
    text = decode(raw)
    if not text.strip():
        yield Problem(origin, "empty")
        return
    yield Document(content_id("d", None, text), origin, text, hashlib.sha256(raw).hexdigest())
