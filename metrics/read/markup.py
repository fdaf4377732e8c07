"""What an HTML page says of itself beside its text: its encoding, and the linked data (JSON-LD) in its head."""

from __future__ import annotations

import codecs
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from metrics.read.encodings import EncodingError, decode
from metrics.read.records import day

_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:.-]{2,40})|<\?xml[^<>]{0,100}encoding=[\"']([A-Za-z0-9_.-]{2,40})",
    re.I,
)
_SCRIPT = re.compile(r"<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_HEAD = 4096  # bytes in which a page names its encoding
_MOST_BROKEN = 0.002  # share of characters that may be broken before the encoding is another one
_MOST_NODES = 5000
_ARTICLES = ("article", "posting", "report", "blogpost")


@dataclass(slots=True)
class Entry:
    """A timestamped entry of a live blog."""

    text: str
    title: str | None
    published: date | None
    url: str | None


@dataclass(slots=True)
class Linked:
    """What a page's linked data tell."""

    published: date | None = None
    in_utc: bool = False  # the day is Greenwich's, which may be the day after the outlet's own
    title: str | None = None
    publisher: str | None = None
    provider: str | None = None
    body: str | None = None
    entries: list[Entry] = field(default_factory=list)


def decoded(raw: bytes, said: str | None = None) -> str:
    """The page as text, in the encoding that the server or the page names, else as plain text is. Raises EncodingError."""
    if raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(raw)
    named = _CHARSET.search(raw[:_HEAD])
    declared = [said] if said else []
    declared += [(named[1] or named[2]).decode("ascii")] if named else []
    for name in ["utf-8", *declared]:
        try:
            return raw.decode(_codec(name))
        except (UnicodeError, LookupError):
            continue
    for name in [*declared, "utf-8"]:  # a broken byte here and there must not cost the page
        try:
            text = raw.decode(_codec(name), "replace")
        except LookupError:
            continue
        if text.count("\ufffd") <= _MOST_BROKEN * len(text):
            return text
    if b"\0" in raw:
        raise EncodingError("binary data, not text")
    return decode(raw)


def _codec(name: str) -> str:
    found = codecs.lookup(name).name
    if found in ("iso8859-1", "ascii"):  # what browsers do
        return "cp1252"
    if not found.startswith(("utf", "cp", "iso", "koi8", "gb", "big5", "euc", "shift_jis", "mac", "windows", "tis", "ptcp")):
        raise LookupError(name)
    return found


def linked(page: str) -> Linked:
    """The linked data of a page; what is broken or says nothing of an article is passed over."""
    found = Linked()
    for node in _nodes(page):
        kind = node.get("@type")
        kinds = [kind] if isinstance(kind, str) else kind if isinstance(kind, list) else []
        names = [one.casefold() for one in kinds if isinstance(one, str)]
        if found.published is None and any(name.endswith((*_ARTICLES, "webpage")) for name in names):
            found.published = day(node.get("datePublished"))
            found.in_utc = str(node.get("datePublished")).strip().endswith(("Z", "+00:00", "+0000"))
        if not any(name.endswith(_ARTICLES) for name in names):
            continue
        found.title = found.title or _words(node.get("headline"))
        found.publisher = found.publisher or _name(node.get("publisher"))
        found.provider = found.provider or _name(node.get("provider")) or _name(node.get("sourceOrganization"))
        found.body = found.body or _words(node.get("articleBody"))
        updates = node.get("liveBlogUpdate")
        for update in updates if isinstance(updates, list) else []:
            body = _words(update.get("articleBody")) if isinstance(update, dict) else None
            if body:
                found.entries.append(
                    Entry(body, _words(update.get("headline")), day(update.get("datePublished")), _words(update.get("url")))
                )
    return found


def _nodes(page: str) -> Iterator[dict[str, Any]]:
    """Every object of the page's linked data, the outer ones first."""
    place, left = 0, _MOST_NODES
    while match := _SCRIPT.search(page, place):
        end = page.find("</script", match.end())
        if end < 0:
            return
        place = end
        try:
            waiting = [json.loads(page[match.end() : end], strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and left:
            left -= 1
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                yield node
                waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(node.get(key), dict | list)]


def _words(value: object) -> str | None:
    """A text of the linked data, where some pages write entities as if it were markup."""
    if not isinstance(value, str):
        return None
    text = html.unescape(value).strip() if "&" in value and "<" not in value else value.strip()
    return text if text and not _SURROGATE.search(text) else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("name")
    return _words(value)
