"""Markdown, out of its marks: a note, a saved article, with what its front matter says of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from metrics.model import Document, Problem
from metrics.read import sureness
from metrics.read.encodings import decode
from metrics.read.records import document
from metrics.read.source import Source

NAME = "markdown"
_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_LONGEST_FRONT = 100  # lines
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}):[ \t]*(?P<value>\S.{0,1000})?")
_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]\n]{0,1000})\]"
    r"(?:\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:[ \t]+\"[^\"\n]{0,500}\")?\)|\[[^\[\]\n]{0,200}\])"
)
_EMPHASIS = re.compile(r"(?<!\\)(?:(?<=\S)\*{1,3}|\*{1,3}(?=\S)|~~|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))")
_CODE = re.compile(r"`{1,3}")
_LEAD = re.compile(r"[ \t]{0,3}(?:#{1,6}[ \t]+|(?:>[ \t]?){1,8}|[*+-][ \t]+(?:\[[ xX]\][ \t]+)?)")
_RULE = re.compile(r"[ \t]{0,3}(?:[-*_=][ \t]*){3,}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def sure(head: bytes, name: str) -> int:
    """By its name: what Markdown looks like, plain text can look like too."""
    return sureness.NAMED if name.endswith(_NAMES) else sureness.NOT


def read(source: Source) -> Iterator[Document | Problem]:
    """The file as one Document."""
    raw = source.whole()
    whole = decode(raw)
    fields, body = _front(whole)
    text = plain(body)
    if not text.strip():
        yield Problem(source.origin, "empty")
        return
    for item in document({**fields, "text": text}, source.origin, "1", hashlib.sha256(raw).hexdigest(), source.options):
        yield replace(item, origin=source.origin)


def _front(text: str) -> tuple[dict[str, object], str]:
    """The fields between the `---` at the head of a file, and what follows."""
    rows = text.split("\n", _LONGEST_FRONT)
    if rows[0].rstrip() != "---":
        return {}, text
    end = next((at for at, row in enumerate(rows[1:], start=1) if row.rstrip() == "---"), None)
    if end is None:
        return {}, text
    found: dict[str, object] = {}
    for row in rows[1:end]:
        field = _FIELD.fullmatch(row.rstrip())
        if field and field["value"]:
            found.setdefault(field["name"].strip().casefold(), field["value"].strip().strip("\"'"))
    found.pop("text", None)
    return found, "\n".join(rows[end + 1 :])


def plain(text: str) -> str:
    """The words of a Markdown text: headings, quotes, lists, emphasis, links and code without their marks, line by line."""
    return "\n".join(_line(line) for line in text.splitlines())


def _line(line: str) -> str:
    if _RULE.fullmatch(line):
        return line
    if lead := _LEAD.match(line):
        line = line[lead.end() :]
    if "[" in line:
        line = _LINK.sub(lambda match: match["words"], line)
        line = _LINK.sub(lambda match: match["words"], line)  # a picture inside a link
    if "*" in line or "_" in line or "~" in line:
        line = _EMPHASIS.sub("", line)
    if "`" in line:
        line = _CODE.sub("", line)
    return _ESCAPED.sub(r"\1", line) if "\\" in line else line
