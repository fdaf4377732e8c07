"""RSS and Atom: an entry a document."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from metrics.model import Document, Problem, content_id
from metrics.read import addresses, fragments, sureness, vocabulary
from metrics.read.extras import need
from metrics.read.source import Source, Unreadable

NAME = "feed"
NEEDS = ("feedparser", "feeds")
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_LARGEST = 64 << 20


def sure(head: bytes, name: str) -> int:
    """XML whose root is a feed's; or the name."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<") and _ROOT.search(start, 0, 4096) and b"<html" not in start[:4096].lower():
        return sureness.MARKED
    return sureness.NAMED if name.endswith((".rss", ".atom")) else sureness.NOT


def read(source: Source) -> Iterator[Document | Problem]:
    """A Document an entry; an entry without words is a Problem, and a feed that is no whole XML one after what could be read."""
    feedparser = need("feedparser", "feeds")
    raw = source.whole(_LARGEST)
    if _ENTITY.search(raw, 0, 1 << 16):
        raise Unreadable("a feed that declares entities of its own, which are not expanded")
    try:
        feed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, AssertionError) as error:  # on hostile input
        raise Unreadable(f"no readable feed: {type(error).__name__}") from None
    sha256 = hashlib.sha256(raw).hexdigest()
    outlet = _string(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, start=1):
        yield from _entry(entry, outlet, f"{source.origin}#{number}", sha256, source)
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        place = getattr(feed.bozo_exception, "getLineNumber", lambda: None)()
        line = f" at line {place}" if place else ""
        yield Problem(
            source.origin, f"no whole XML{line}: {str(feed.bozo_exception).rpartition(': ')[2][:80]}; {len(feed.entries)} entries were read"
        )
    elif not feed.entries:
        yield Problem(source.origin, "a feed without entries")


def _entry(entry: Mapping[str, Any], outlet: str | None, place: str, sha256: str, source: Source) -> Iterator[Document | Problem]:
    title = _string(fragments.text(str(entry.get("title") or "")))
    bodies = [str(part.get("value") or "") for part in entry.get("content", [])] + [str(entry.get("summary") or "")]
    words = max((fragments.text(body) for body in bodies), key=len)
    text = f"{title}\n\n{words}" if title and words and not words.startswith(title) else words or title or ""
    if not text:
        yield Problem(place, "no text in this entry")
        return
    said = _string(entry.get("link"))
    said = said if said and "://" in said else None
    address = addresses.parse(said) if said else None
    url, guid = address.url if address else None, _string(entry.get("id"))
    # An aggregator's feed names each entry's paper.
    paper = _string((entry.get("source") or {}).get("title"))
    publisher = (vocabulary.of_url(url) if url else None) or paper or outlet
    yield Document(
        document_id=content_id("d", url or guid or publisher, text),
        origin=said or place,
        text=text,
        sha256=sha256,
        url=url,
        record_id=guid,
        title=title,
        publisher=publisher,
        published=_day(entry),
        original_publisher=paper if paper and publisher and vocabulary.canonical(paper) != vocabulary.canonical(publisher) else None,
        retrieved=source.options.read_on,
        archive_url=address.archive if address else None,
    )


def _day(entry: Mapping[str, Any]) -> date | None:
    """The day as the entry writes it, for the library turns it into Greenwich's."""
    from metrics.read.records import day

    written = day(entry.get("published")) or day(entry.get("updated"))
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return written or (date(*parsed[:3]) if parsed else None)


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
