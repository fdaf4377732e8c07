"""Parquet: a record a row, read a slice of rows at a time."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

from metrics.model import Document, Problem
from metrics.read import sureness
from metrics.read.records import columns, document, no_text
from metrics.read.source import Source, Unreadable

NAME = "parquet"
_ROWS = 5_000  # in memory at once
_LARGEST = 1 << 30  # where it comes out of an archive and must be held whole


def sure(head: bytes, name: str) -> int:
    """By its first four bytes."""
    return sureness.MARKED if head.startswith(b"PAR1") else sureness.NAMED if name.endswith((".parquet", ".pq")) else sureness.NOT


def read(source: Source) -> Iterator[Document | Problem]:
    """A Document a row, in order; a row that is none is a Problem that names its number."""
    import polars
    from polars.exceptions import PolarsError

    name = getattr(source.stream, "name", None)
    place = Path(name) if isinstance(name, str) and Path(name).is_file() else io.BytesIO(source.whole(_LARGEST))
    try:
        frame = polars.scan_parquet(place, glob=False)
        names = tuple(frame.collect_schema().names())
        wanted = columns(names, source.options)
        if "text" not in wanted:
            yield Problem(source.origin, no_text(names, source.options))
            return
        count = frame.select(polars.len()).collect().item()
        for start in range(0, count, _ROWS):
            rows = frame.select(sorted(set(wanted.values()))).slice(start, _ROWS).collect()
            for number, row in enumerate(rows.iter_rows(named=True), start=start + 1):
                sha256 = hashlib.sha256(json.dumps(row, sort_keys=True, default=str).encode()).hexdigest()
                yield from document(row, source.origin, str(number), sha256, source.options)
        if not count:
            yield Problem(source.origin, "no rows")
    except (PolarsError, polars.exceptions.PanicException) as error:
        raise Unreadable(f"no readable Parquet: {str(error).splitlines()[0][:120]}") from None
