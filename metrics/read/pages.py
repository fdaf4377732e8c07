"""A page of several articles, split into them: outlet, *2 days ago* or a date, *- section* lines, title, body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metrics.read import days, entries, vocabulary
from metrics.read.lines import Line, lines

_LONGEST_NAME = 60
_LONGEST_TITLE = 250


@dataclass(frozen=True, slots=True)
class Slice:
    """One article of a document: [start, end) with its header, which ends where `content` starts."""

    start: int
    end: int
    content: int
    publisher: str | None = None
    title: tuple[int, int] | None = None
    published: date | None = None
    ago: days.Ago | None = None
    inferred: date | None = None
    of_page: bool = False  # the page's outlet and day are its own


@dataclass(frozen=True, slots=True)
class _Header:
    first: int  # index of the outlet's line
    after: int  # index of the first line after the header
    dated: days.Ago | date
    sure: bool


def split(text: str, published: date | None = None) -> list[Slice]:
    """The articles of a text, in order; their slices cover it. A text that is no page of several articles is one slice.

    `published` is the page's day, where it is known.
    """
    rows = lines(text)
    headers = _headers(rows)
    if not headers:
        return _entries(text, rows, published) or [Slice(0, len(text), 0)]
    found: list[Slice] = []
    for header, following in zip(headers, [*headers[1:], None], strict=True):
        last = following.first if following else len(rows)
        end = rows[last].start if following else len(text)
        start = rows[header.first].start if found else 0
        title = rows[header.after] if header.after < last and _is_title(rows, header.after, last) else None
        body = rows[header.after].start if header.after < last else end
        found.append(
            Slice(
                start,
                end,
                content=body,
                publisher=rows[header.first].text,
                title=(title.start, title.end) if title else None,
                published=header.dated if isinstance(header.dated, date) else None,
                ago=header.dated if isinstance(header.dated, days.Ago) else None,
            )
        )
    return found


def _entries(text: str, rows: list[Line], published: date | None) -> list[Slice]:
    """The entries of a live blog and the items of a digest."""
    found: list[Slice] = []
    for entry in entries.split(rows, published):
        start = rows[entry.first].start if found else 0
        end = rows[entry.last].start if entry.last < len(rows) else len(text)
        content = start if entry.content == 0 else rows[entry.content].start
        found.append(Slice(start, end, content, title=entry.title, published=entry.stated, inferred=entry.inferred, of_page=True))
    return found


def _headers(rows: list[Line]) -> list[_Header]:
    page = bool(rows) and rows[0].text.casefold().startswith(tuple(head.casefold() for head in vocabulary.words("page", "heads")))
    found: list[_Header] = []
    index = 0
    while index + 1 < len(rows):
        dated = (days.ago(rows[index + 1].text) or _date_line(rows[index + 1].text)) if _is_name(rows[index].text) else None
        if dated is None or (page and index == 0):
            index += 1
            continue
        after = index + 2
        while after < len(rows) and rows[after].text.startswith(("- ", "– ", "• ")) and len(rows[after].text) <= _LONGEST_NAME:
            after += 1
        sections = after > index + 2
        known = vocabulary.known(rows[index].text) is not None
        found.append(_Header(index, after, dated, sure=sections or known or (page and isinstance(dated, days.Ago))))
        index = after
    sure = [header for header in found if header.sure]
    # One header without a page around it may be a byline; a page names itself or has several.
    return sure if page or len(sure) > 1 or any(isinstance(h.dated, days.Ago) and h.first == 0 for h in sure) else []


def _date_line(line: str) -> date | None:
    return days.stamp(line) if len(line) <= 40 else None


def _is_name(line: str) -> bool:
    return len(line) <= _LONGEST_NAME and len(line.split()) <= 7 and line[-1] not in ".?!:;,)" and not line.startswith(("-", "–", "•"))


def _is_title(rows: list[Line], index: int, last: int) -> bool:
    row = rows[index]
    if len(row.text) > _LONGEST_TITLE:
        return False
    return index + 1 < last or not row.text.endswith(".")
