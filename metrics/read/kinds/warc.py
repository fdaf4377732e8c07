"""WARC, plain and gzipped, as Common Crawl's news archive and the Internet Archive write it: a fetched page a document."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from metrics.model import Document, Problem, content_id
from metrics.read import containers, sureness
from metrics.read.encodings import decode
from metrics.read.extras import need, present
from metrics.read.kinds import webpage
from metrics.read.source import Later, Options, Part, Source, Unreadable

NAME = "warc"
_LARGEST = 20 << 20  # bytes of a page
_PAGES = ("text/html", "application/xhtml+xml")


def sure(head: bytes, name: str) -> int:
    """By the version at the head of its first record."""
    return sureness.MARKED if head.startswith(b"WARC/") else sureness.NAMED if name.endswith((".warc", ".wet")) else sureness.NOT


def read(source: Source) -> Iterator[Part]:
    """A Document a page that was fetched or converted to text; pictures, scripts, failures and requests are passed over.

    `file.warc.gz#offset` names a record by the byte at which it begins in the file. Raises Unreadable where the rest is cut off.
    """
    warc = need("fastwarc.warc", "warc")
    count = place = 0
    try:
        for record in warc.ArchiveIterator(
            _Patient(source.stream), record_types=warc.WarcRecordType.any_type, parse_http=False, stream_detect=False, inplace=False
        ):
            place = containers.offset(source, record.stream_pos)
            if record.headers.get("Content-Length") is None:  # no record is without; its headers were cut
                raise EOFError
            if record.record_type in (warc.WarcRecordType.response, warc.WarcRecordType.resource, warc.WarcRecordType.conversion):
                count += 1
                yield from _record(record, f"{source.origin}#{place}", source)
    except EOFError:
        raise Unreadable(f"cut off in the record at byte {place}") from None
    except (OSError, RuntimeError) as error:
        raise Unreadable(f"the archive breaks off in or after the record at byte {place}: {error}") from None
    if not count:
        yield Problem(source.origin, "no pages in this archive")


def _record(record: Any, place: str, source: Source) -> Iterator[Part]:
    announced = record.content_length
    if announced > _LARGEST:
        yield Problem(place, f"a record larger than {_LARGEST >> 20} MB; passed over")
        return
    record.freeze()
    if record.content_length < announced:
        raise EOFError
    if record.is_http:
        record.parse_http(auto_decode="all")
    if record.http_headers is not None and record.http_headers.status_code != 200:
        return
    kind = str(record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().casefold()
    if kind not in _PAGES and kind != "text/plain":
        return
    raw = record.reader.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        yield Problem(place, f"a page larger than {_LARGEST >> 20} MB; passed over")
        return
    url = str(record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    taken = record.record_date.date() if record.record_date else None
    if kind in _PAGES:
        present(*webpage.NEEDS)
    yield Later(place, _page, (raw, kind, place, source.options, url, record.http_charset, taken, record.record_id), len(raw))


def _page(
    raw: bytes, kind: str, place: str, options: Options, url: str | None, charset: str | None, taken: date | None, record_id: str | None
) -> Iterator[Document | Problem]:
    """The documents of a record, with what the archive says of it."""
    for page in webpage.page(raw, place, options, url, charset, taken) if kind in _PAGES else _plain(raw, place, url):
        yield replace(page, retrieved=taken or page.retrieved, record_id=record_id) if isinstance(page, Document) else page


def _plain(raw: bytes, place: str, url: str | None) -> Iterator[Document | Problem]:
    text = decode(raw)
    if text.strip():
        yield Document(content_id("d", url, text), place, text, hashlib.sha256(raw).hexdigest(), url=url)
    else:
        yield Problem(place, "empty")


class _Patient:
    """A stream that gives what it has at hand, so that an archive that breaks off further on breaks off there."""

    def __init__(self, stream: io.BufferedReader[Any]) -> None:
        self._stream = stream
        self._count = 0

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; none at the end."""
        found = self._stream.read1(size)
        self._count += len(found)
        return found

    def tell(self) -> int:
        """Bytes that were given."""
        return self._count
