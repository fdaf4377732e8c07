"""What in a report is not its prose: headlines, captions, links, boilerplate, repeats. Marked, never removed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

from metrics import sentences
from metrics.model import Zone, ZoneKind
from metrics.read import vocabulary
from metrics.read.lines import Line
from metrics.read.links import headline_end
from metrics.tries import trie

Span = tuple[int, int]

_LEAST_LINE = 40  # characters from which a line that stands twice is a repeat
_LEAST_SENTENCE = 60
_LONGEST_CAPTION = 400
_NEAR = 8  # characters in which a word's neighbours are looked for
_LONGEST_ITEM = 200  # of a list of links
_PARAMETERS = re.compile(r"\S*[&?][A-Za-z_]{1,20}=\S*|!?\[[^\]\s]{0,80}\]\(\S*\)|https?://\S+|www\.\S+")
_BRACKETS = re.compile(r"\(([^()\n]{2,80})\)")
_CREDIT_LINE = re.compile(r"(?:Photo|Image|Picture|Photograph|Credit|File photo)s?(?: by| credit| courtesy)?\s?:\s?\S.{0,100}")
_STOP = re.compile(r"[.!?…][\"'”’)]*\s+")
_PAINT: tuple[ZoneKind, ...] = ("quotation", "repeat", "caption", "boilerplate", "link", "headline")  # a later one wins where two meet
_RUNS = re.compile(rb"([\x01-\x06])\1*")
_CHUNK = re.compile(r"[^.!?…\n\r]{40,}")


def zones(text: str, start: int, end: int, rows: list[Line], marked: Iterable[Zone], given: set[str], alone: bool) -> tuple[Zone, ...]:
    """The zones of `text[start:end]`, sorted, none overlapping another; what lies between them is body.

    `marked` are the zones already known (header, title, stamps); `given` are the lines and sentences that the document gave before,
    and grows by this report's, unless it stands `alone` in its document.
    """
    found = list(marked)
    if not end > start:
        return ()
    taken = {zone.start for zone in found}
    found += _lists(rows)
    found += [Zone(row.start, row.end, "boilerplate") for row in rows if _is_stray(row.text)]
    found += [Zone(row.start, row.end, "headline") for row in rows if row.start not in taken and _is_subhead(row.text)]
    clutter = _clutter()
    for index, row in enumerate(rows):
        if "(" in row.text or ":" in row.text:
            found += _captions(text, row)
        if clutter.search(text, row.start, row.end):
            found += _links(text, row, rows[index + 1] if index + 1 < len(rows) else None)
            found += _boilerplate(text, row)
    found += _repeats(text, start, end, rows, given, alone)
    return _flat(text, found, start, end)


@cache
def _clutter() -> re.Pattern[str]:
    """Any phrase that marks a link or boilerplate: a line without one is not asked for them."""
    boilerplate = (vocabulary.words("boilerplate", key) for key in ("phrases", "words", "openings"))
    return re.compile(trie(chain(vocabulary.words("link", "triggers"), *boilerplate)))


def _flat(text: str, found: Iterable[Zone], start: int, end: int) -> tuple[Zone, ...]:
    paint = bytearray(end - start)
    for zone in sorted(found, key=lambda zone: _PAINT.index(zone.kind)):
        a, b = max(start, zone.start) - start, min(end, zone.end) - start
        if b > a:
            paint[a:b] = bytes((_PAINT.index(zone.kind) + 1,)) * (b - a)
    trimmed = ((start + run.start(), start + run.end(), _PAINT[run.group()[0] - 1]) for run in _RUNS.finditer(paint))
    return tuple(Zone(*_trim(text, a, b), kind) for a, b, kind in trimmed if not text[a:b].isspace())


def _trim(text: str, a: int, b: int) -> Span:
    """A span without the white space around it."""
    inner = text[a:b]
    return a + len(inner) - len(inner.lstrip()), b - len(inner) + len(inner.rstrip())


def _is_stray(line: str) -> bool:
    return _PARAMETERS.fullmatch(line) is not None or line in vocabulary.words("boilerplate", "words")


def _is_subhead(line: str) -> bool:
    """A line in capitals among paragraphs."""
    return 8 <= len(line) <= 120 and " " in line and line.isupper() and line[-1] not in ".:;,"


def _lists(rows: list[Line]) -> list[Zone]:
    """Lists of linked headlines: *You may also like* and the short lines after it."""
    found: list[Zone] = []
    index = 0
    while index < len(rows):
        if rows[index].text.rstrip(":").casefold() in _list_heads():
            last = index
            while last + 1 < len(rows) and _is_item(rows[last + 1].text):
                last += 1
            found.append(Zone(rows[index].start, rows[last].end, "link"))
            index = last
        index += 1
    return found


@cache
def _list_heads() -> frozenset[str]:
    return frozenset(head.casefold() for head in vocabulary.words("link", "lists"))


def _is_item(line: str) -> bool:
    """A headline of a list: short, and no sentence with its stop."""
    return len(line) <= _LONGEST_ITEM and (line.endswith("...") or not line.endswith((".", ".”", '."')))


def _links(text: str, row: Line, following: Line | None) -> list[Zone]:
    found: list[Zone] = []
    place = row.start
    for match in _triggers().finditer(text, row.start, row.end):
        if match.start() < place:
            continue
        first = match.start() == row.start
        if first and match.end() == row.end:
            place = following.end if following and _is_item(following.text) else row.end
        elif first and row.end - row.start <= _LONGEST_ITEM:
            place = row.end
        else:
            place = headline_end(text, match.end(), row.end)
        found.append(Zone(match.start(), place, "link"))
    return found


@cache
def _triggers() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(trigger) for trigger in vocabulary.words('link', 'triggers'))})")


def _captions(text: str, row: Line) -> list[Zone]:
    if len(row.text) <= _LONGEST_CAPTION and _CREDIT_LINE.fullmatch(row.text):
        return [Zone(row.start, row.end, "caption")]
    found: list[Zone] = []
    for match in _BRACKETS.finditer(text, row.start, row.end):
        if not _is_credit(match[1]):
            continue
        first = max(row.start, match.start() - _LONGEST_CAPTION)
        if found:
            first = max(first, found[-1].end)
        sentence = text[first : match.start()].rstrip()
        breaks = [stop.end() for stop in _STOP.finditer(sentence[:-1])]
        if first == row.start or breaks or found:
            found.append(Zone(first + (breaks[-1] if breaks else 0), match.end(), "caption"))
        else:
            found.append(Zone(match.start(), match.end(), "caption"))
    return found


def _is_credit(words: str) -> bool:
    """*Photo: Reuters*, *Evgeniy Maloletka/AP*, *AFP via Getty Images*; not *Reuters* alone, which may be a dateline's."""
    for separator in ("/", ":", " via ", ",", "|"):
        head, found, rest = words.partition(separator)
        if found and any(_is_agency(part.strip()) for part in (head, rest, words.rpartition(separator)[2])):
            return True
    return words.startswith(("AP Photo", "Photo by", "Image by", "AFP Photo", "Reuters Photo", "File Photo", "File photo"))


def _is_agency(name: str) -> bool:
    outlet = vocabulary.known(name)
    return name in vocabulary.words("caption", "credits") or (outlet is not None and "agency" in outlet.kinds)


def _boilerplate(text: str, row: Line) -> list[Zone]:
    found = [Zone(match.start(), match.end(), "boilerplate") for match in _phrases().finditer(text, row.start, row.end)]
    for match in _words().finditer(text, row.start, row.end):
        before = text[max(row.start, match.start() - _NEAR) : match.start()].rstrip()
        after = text[match.end() : min(row.end, match.end() + _NEAR)].lstrip()
        stopped = not before or before[-1] in ".!?…\"'”’)" or match.group()[0].islower()
        if stopped and (not after or not (after[0].islower() or after[0] in ",.;:")):
            found.append(Zone(match.start(), match.end(), "boilerplate"))
    for match in _openings().finditer(text, row.start, row.end):
        last = min(row.end, match.end() + _LONGEST_CAPTION)
        stop = _STOP.search(text, match.end(), last)
        found.append(Zone(match.start(), stop.start() + 1 if stop else last, "boilerplate"))
    return found


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in vocabulary.words("boilerplate", "phrases")))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(re.escape(word) for word in vocabulary.words('boilerplate', 'words'))})(?!\S)")


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(words) for words in vocabulary.words('boilerplate', 'openings'))})\b")


def _repeats(text: str, start: int, end: int, rows: list[Line], given: set[str], alone: bool) -> list[Zone]:
    """Lines and sentences that were given before; short ones are told apart by nothing and stay."""
    found: list[Zone] = []
    chunks = [chunk.strip() for chunk in _CHUNK.findall(text, start, end)]
    if alone and len(chunks) == len(set(chunks)):  # nothing that could be a repeat: the common case, at a tenth of the cost
        return found
    spans = {(row.start, row.end) for row in rows}
    units = [(a, b) for a, b in spans if b - a >= _LEAST_LINE]
    units += [(a, b) for a, b in sentences.spans(text, start, end) if b - a >= _LEAST_SENTENCE and (a, b) not in spans]
    for a, b in sorted(units, key=lambda unit: (unit[0], -unit[1])):
        if found and b <= found[-1].end:
            continue
        words = text[a:b].casefold()
        if "  " in words or not words.isprintable():  # white space but for single blanks
            words = " ".join(words.split())
        if words in given:
            found.append(Zone(a, b, "repeat"))
        given.add(words)
    return found
