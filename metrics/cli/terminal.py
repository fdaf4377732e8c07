"""What a person sees on a terminal: safe text, complaints, progress."""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
import time
from types import TracebackType

# Escape sequences and marks that turn the direction of the line could make a terminal show something other than the document says.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_CONTROL_BUT_BREAKS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def printable(text: str, breaks: bool = False) -> str:
    """The text with each run of control characters as one space; line breaks stay where `breaks` is set."""
    return (_CONTROL_BUT_BREAKS if breaks else CONTROL).sub(" ", text)


def complain(message: str, who: str = "parley") -> None:
    """One line on stderr."""
    print(f"{who}: {printable(message)}", file=sys.stderr)


class _Complaints(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        complain(record.getMessage())


def tell_warnings() -> None:
    """What the library warns of becomes a line on stderr like any other complaint."""
    log = logging.getLogger("parley")
    log.propagate = False
    log.handlers = [_Complaints(logging.WARNING)]


_CONFLICT, _STRONG, _FAINT, _PLAIN = "\x1b[1;31m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
# What of a page stands out: a conflict, a heading over its line, a figure in its quote; and an id, which stands back.
_STANDS_OUT = re.compile(
    r"(?P<conflict>\bCONFLICT\b|^conflict(?=: ))"
    r"|(?P<heading>^\S.*(?=\n={3,}$))"
    r"|(?P<figure>(?<=>>)[^<>\n]+)"
    r"|(?P<id>\b[cder]-[0-9a-f]{16}\b)",
    re.MULTILINE,
)
_COLOURS = {"conflict": _CONFLICT, "heading": _STRONG, "figure": _STRONG, "id": _FAINT}


def colours() -> bool:
    """Whether stdout is a terminal that shows colours, and the reader wants them (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def coloured(page: str) -> str:
    """A page for a terminal with what counts in it standing out; not a letter of it is another."""
    return _STANDS_OUT.sub(lambda found: f"{_COLOURS[str(found.lastgroup)]}{found[0]}{_PLAIN}", page)


def width(default: int = 100) -> int:
    """How many columns stdout has; `default` where it is no terminal."""
    return shutil.get_terminal_size((default, 24)).columns if sys.stdout.isatty() else default


class Progress:
    """How far a load is, on stderr: a bar on a terminal, else a plain line every `EVERY` seconds."""

    EVERY = 10.0

    def __init__(self, total: int, quiet: bool = False) -> None:
        """`total` is the size of all inputs in bytes, 0 where it isn't known; nothing is said where `quiet` is set."""
        self._total = total
        self._quiet = quiet
        self._began = self._told = time.monotonic()
        self._text = self._ended = 0
        self._documents = 0
        self._shown = 0.0
        self._terminal = sys.stderr.isatty() and not quiet

    @property
    def _done(self) -> int:
        """Bytes of input: of what is done with, which may be far more than its text, or what text of a long one has come."""
        return max(self._ended, self._text)

    def ended(self, size: int) -> None:
        """An input of so many bytes is done with."""
        self._ended += size

    def advance(self, size: int, documents: int = 1) -> None:
        """So much more text has been read."""
        self._text += size
        self._documents += documents
        now = time.monotonic()
        if self._terminal and now - self._shown > 0.1:
            self._shown = now
            self._draw()
        elif not self._terminal and not self._quiet and now - self._told > self.EVERY:
            self._told = now
            print(f"parley: {self._so_far(now)}", file=sys.stderr)

    def _so_far(self, now: float) -> str:
        """*3,000 documents, 12.0 MB, 1.4 MB/s, 2 min left*"""
        speed = self._done / max(now - self._began, 0.001)
        left = (self._total - self._done) / speed if self._total > self._done > 0 else 0.0
        documents = f"{self._documents:,} document{'s' if self._documents != 1 else ''}"
        told = f"{documents}, {self._done / 1e6:,.1f} MB, {speed / 1e6:.1f} MB/s"
        return told + (f", {left / 60:.0f} min left" if left >= 100 else f", {left:.0f} s left" if left >= 1 else "")

    def clear(self) -> None:
        """Takes the bar off the terminal, so that a line can be printed in its place."""
        if self._terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _draw(self) -> None:
        share = min(self._done / self._total, 1.0) if self._total else 0.0
        bar = f"[{'#' * int(share * 30):<30}] {share:4.0%}  " if self._total else ""
        sys.stderr.write(f"\r\x1b[K{bar}{self._so_far(time.monotonic())}")
        sys.stderr.flush()

    def __enter__(self) -> Progress:
        if self._terminal:
            self._draw()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.clear()
