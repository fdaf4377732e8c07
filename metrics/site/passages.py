"""What of a report's text a page shows: the quoted sentences with their figures marked, their neighbours, and where something is left out.

Pure functions of a report's text and its claims. Offsets are the document's, as everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from metrics import sentences
from metrics.report.page import kept

Row = Mapping[str, Any]
Span = tuple[int, int]

LONGEST_NEIGHBOUR = 600  # characters of a sentence beside a quoted one
_BREAK = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is shown in one way: a figure with its claims, part of a quoted sentence, or part of a neighbour."""

    text: str
    quoted: bool
    claims: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow one another, and the claims that stand in them in the order of the text."""

    pieces: tuple[Piece, ...]
    claims: tuple[Row, ...]


def passages(text: str, offset: int, claims: Iterable[Row], full: bool = False) -> list[Passage]:
    """The passages of a report whose text begins at `offset` of its document: around its claims, or with `full` all of it as one."""
    figures = sorted(claims, key=lambda claim: (claim["start"], -claim["end"], claim["claim_id"]))
    quotes = merged((claim["quote_start"], claim["quote_start"] + len(claim["quote"])) for claim in figures)
    shown = [(offset, offset + len(text))] if full else _around(text, offset, quotes)
    marks = _marks(figures)
    return [_passage(text, offset, span, quotes, marks, full) for span in shown if text[span[0] - offset : span[1] - offset].strip()]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _around(text: str, offset: int, quotes: Sequence[Span]) -> list[Span]:
    """The quotes, each with the sentence before it and the one after it; those that nothing but white space parts are made one."""
    ends = [(start + offset, end + offset) for start, end in sentences.spans(text)]
    starts, stops = [start for start, _ in ends], [end for _, end in ends]
    wanted = list(quotes)
    for start, end in quotes:
        before, after = bisect_right(stops, start) - 1, bisect_left(starts, end)
        if before >= 0:
            wanted.append((max(ends[before][0], ends[before][1] - LONGEST_NEIGHBOUR), ends[before][1]))
        if after < len(ends):
            wanted.append((ends[after][0], min(ends[after][1], ends[after][0] + LONGEST_NEIGHBOUR)))
    found: list[Span] = []
    for start, end in merged(wanted):
        if found and not text[found[-1][1] - offset : start - offset].strip():
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _marks(figures: Sequence[Row]) -> list[tuple[Span, tuple[Row, ...]]]:
    """The figures' spans with the claims of each; a claim whose span lies over another's stands with it."""
    found: list[tuple[Span, tuple[Row, ...]]] = []
    for claim in figures:
        if found and claim["start"] < found[-1][0][1]:
            (start, end), claims = found[-1]
            found[-1] = (start, max(end, claim["end"])), (*claims, claim)
        else:
            found.append(((claim["start"], claim["end"]), (claim,)))
    return found


def _passage(
    text: str, offset: int, span: Span, quotes: Sequence[Span], marks: Sequence[tuple[Span, tuple[Row, ...]]], full: bool
) -> Passage:
    start, end = span
    inside = [mark for mark in marks if start <= mark[0][0] < end]
    at = {mark[0][0]: mark for mark in inside}
    cuts = {start, end, *(edge for quote in quotes for edge in quote if start < edge < end)}
    cuts = {cut for cut in cuts if not any(a < cut < b for (a, b), _ in inside)} | {edge for mark, _ in inside for edge in mark}
    places = sorted(cuts)
    begins = [quote[0] for quote in quotes]
    pieces = []
    for a, b in pairwise(places):
        i = bisect_right(begins, a) - 1
        quoted = i >= 0 and a < quotes[i][1]
        pieces.append(Piece(_shown(text[a - offset : b - offset], full), quoted, at[a][1] if a in at else ()))
    return Passage(tuple(pieces), tuple(claim for _, claims in inside for claim in claims))


def _shown(text: str, breaks: bool) -> str:
    """The text fit to be shown; with `breaks` its lines stay lines."""
    return "\n\n".join(kept(line) for line in _BREAK.split(text)) if breaks else kept(text)
