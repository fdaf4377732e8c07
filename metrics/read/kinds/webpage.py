"""HTML: the main text of a page and what the page says of itself; a live blog gives a document an entry."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date, timedelta

from metrics.model import Document, Problem, content_id
from metrics.read import addresses, fragments, markup, sureness, vocabulary
from metrics.read.extras import need
from metrics.read.records import day
from metrics.read.source import Options, Source

NAME = "html"
NEEDS = ("trafilatura", "html")
_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_TAG = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
_LARGEST = 20 << 20  # characters of a page that is made a tree of
_MOST_TAGS = 100_000  # a news page has thousands; of a tree of millions the library makes minutes
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}  # the day of the run must not count
_NEW_YEAR = (
    r"YEAR[-/.]?0?1[-/.]?0?1(?![0-9])|0?1[./]\s?0?1[./]\s?YEAR|Jan(?:uary)?\.? 0?1(?:st)?,? YEAR|(?<![0-9])0?1(?:st|\.)? Jan\w{0,4} YEAR"
)
_SAID_WITHIN = 40  # characters before a day in which the page says what day it is
_FEWEST_ENTRIES = 2
# What the libraries are known to raise on broken pages, besides their own errors; a page must not end the run.
_BROKEN = (ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError, RecursionError, OverflowError)


def sure(head: bytes, name: str) -> int:
    """A page begins with a tag and has one that only pages have near its head; or it has the name."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<") and _TAG.search(start, 0, 8192):
        return sureness.SEEN
    return sureness.NAMED if name.endswith(_NAMES) else sureness.NOT


def read(source: Source) -> Iterator[Document | Problem]:
    """The file as one Document, or one for each entry of a live blog."""
    yield from page(source.whole(), source.origin, source.options)


def page(
    raw: bytes, origin: str, options: Options, url: str | None = None, charset: str | None = None, taken: date | None = None
) -> Iterator[Document | Problem]:
    """The documents of a page's bytes; `url` and `taken` are where and when it was fetched, where that is known.

    Raises EncodingError where the bytes are no text.
    """
    whole = markup.decoded(raw, charset)
    about = markup.linked(whole)
    text, meta = _extracted(whole, url) if len(whole) <= _LARGEST and whole.count("<") <= _MOST_TAGS else ("", {})
    text = text or about.body or fragments.text(whole)
    if not text.strip():
        yield Problem(origin, "no text on this page" if raw.strip() else "empty")
        return
    sha256 = hashlib.sha256(raw).hexdigest()
    address = addresses.parse(url or meta.get("url") or "")
    publisher = vocabulary.of_url(address.url) or about.publisher or meta.get("sitename")
    title = about.title or meta.get("title")
    published = _day(whole, about, day(meta.get("date")), address.url)
    retrieved = taken or address.taken or options.read_on
    writer = about.provider or _writer(url, meta.get("url"))
    if len(about.entries) >= _FEWEST_ENTRIES:
        for number, entry in enumerate(about.entries, start=1):
            place = entry.url or address.url or None  # a number would be another entry's tomorrow
            words = fragments.text(entry.text) if fragments.is_markup(entry.text) else entry.text
            words = f"{entry.title}\n\n{words}" if entry.title and not words.startswith(entry.title) else words
            yield Document(
                content_id("d", place or publisher, words), f"{origin}#{number}", words, sha256, place, None,
                entry.title, publisher, entry.published or published, writer, retrieved, address.archive,
            )  # fmt: skip
        return
    if title and _letters(title) not in _letters(text[: 2 * len(title) + 400]):
        text = f"{title}\n\n{text}"
    yield Document(
        content_id("d", address.url or publisher, text), origin, text, sha256, address.url or None, None,
        title, publisher, published, writer if writer != publisher else None, retrieved, address.archive,
    )  # fmt: skip


def _extracted(whole: str, url: str | None) -> tuple[str, dict[str, str]]:
    """The main text and what the page's own fields say, by trafilatura; nothing where it finds none."""
    trafilatura = need("trafilatura", "html")
    etree = need("lxml.etree", "html")
    try:
        found = trafilatura.bare_extraction(whole, url=url, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES))
    except (etree.LxmlError, *_BROKEN):
        return "", {}
    if found is None:
        return "", {}
    meta = {
        name: value for name in ("url", "sitename", "title", "date") if isinstance(value := getattr(found, name), str) and value.strip()
    }
    return found.text or "", meta


def _letters(words: str) -> str:
    """A text without what typography changes."""
    return "".join(filter(str.isalnum, words)).casefold()


def _day(whole: str, about: markup.Linked, found: date | None, url: str) -> date | None:
    """The day that the page's linked data state, else the one that its other fields do."""
    if found and (found.month, found.day) == (1, 1) and not re.search(_NEW_YEAR.replace("YEAR", str(found.year)), whole):
        found = None  # a year alone, as of a copyright, made a day
    if about.published and about.in_utc and found == about.published - timedelta(days=1):
        return found  # late in the evening, where the outlet is
    return about.published or (found if found and (addresses.day(url) == found or not _is_another(found, whole)) else None)


def _is_another(day: date, whole: str) -> bool:
    """Whether the page says wherever a day stands that it is another than that of publication: when it was last changed, say.

    A day that stands there in other words than English is not found, and believed.
    """
    written = re.compile("|".join(map(re.escape, _forms(day))))
    before = [whole[max(0, match.start() - _SAID_WITHIN) : match.start()].casefold() for match in written.finditer(whole)]
    others = vocabulary.ordered("html", "other_days")
    return bool(before) and all(any(word in said for word in others) and "publi" not in said for said in before)


def _forms(day: date) -> list[str]:
    """A day as pages write it in numbers and in English."""
    words = [
        form
        for month in (f"{day:%B}", f"{day:%b}", f"{day:%b}.")
        for form in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}")
    ]
    marked = [f"{day:%d}{mark}{day:%m}{mark}{day.year}" for mark in "./-"]
    return [f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", *marked, f"{day.day}.{day.month}.{day.year}", f"{day:%m/%d/%Y}", *words]


def _writer(url: str | None, canonical: str | None) -> str | None:
    """Whose page this one gives as the original of its copy."""
    writer = vocabulary.of_url(canonical) if canonical else None
    return writer if writer and url and vocabulary.of_url(url) not in (None, writer) else None
