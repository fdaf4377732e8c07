"""What a text says of itself: when it was published and by whom, in a prefix, a dateline, stamped lines or a closing line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from metrics.read import days, vocabulary
from metrics.read.lines import Line

_PREFIX = re.compile(r"\s{0,8}(?:date:?\s{1,3})?(?P<date>(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?=\s)\s?", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{1,23}?)\s?:\s{0,3}(?P<value>.*)")
_WIRE = re.compile(r"\((?P<agency>[A-Z][\w.&/ -]{1,30})\)\s{0,2}[-–—]{1,2}\s")
_LONGEST_LABEL = 32
_LONGEST_BYLINE = 140
_LONGEST_CREDIT = 80
_EDGE = 12  # stamped lines stand among the first or last dozen
_OPENING = 400  # characters in which a dateline can stand
_CLOSING = 700  # characters in which closing lines can stand
_NAME_WORD = re.compile(r"[^\s,;:!?()\"“”«»|]+")
_BREAK = re.compile(r"[.!?][\"'”’)]*\s+|\n")
_END = re.compile(r"[.!?][\"'”’)]*(?=\s|\Z)|(?=\n)")
_YEAR = re.compile(r"\s*(?:19|20)[0-9]{2}\b")


@dataclass(slots=True)
class Stamps:
    """What was found, and the spans that are not prose."""

    published: date | None = None
    publisher: str | None = None
    title: tuple[int, int] | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a wire story: who sent it, and the day where it is told."""

    agency: str
    day: days.Mention | None


def prefix(text: str, start: int, end: int) -> tuple[date, int] | None:
    """The day of a text that begins *date 2025-05-28*, and where the prose begins."""
    match = _PREFIX.match(text, start, end)
    if match is None:
        return None
    try:
        return date.fromisoformat(match["date"]), match.end()
    except ValueError:
        return None


def stamped(rows: list[Line]) -> Stamps:
    """The stamped lines of a report: *Published On:* with its date on the line or the next, *Publisher: …*, *Title: …*."""
    found = Stamps()
    updated: date | None = None
    edge = set(range(min(_EDGE, len(rows)))) | set(range(max(0, len(rows) - _EDGE), len(rows)))
    index = -1
    for at in sorted(edge):
        if at <= index:
            continue
        index = at
        label, value, value_at = _labelled(rows, index)
        if label is None:
            bare = _bare(rows[index].text) if index < 5 and len(rows) > 1 else None
            if bare:
                found.published = found.published or bare
                found.spans.append((rows[index].start, rows[index].end))
            continue
        kind = _labels()[label]
        day = days.stamp(value.text) if kind in ("published", "updated") else None
        if kind in ("published", "updated") and day is None:
            continue
        if kind == "published":
            found.published = found.published or day
        elif kind == "updated":
            updated = updated or day
        elif kind == "publisher" and value.text:
            found.publisher = found.publisher or value.text
        elif kind == "perhaps_publisher":
            outlet = vocabulary.known(value.text)
            if outlet is not None:
                found.publisher = found.publisher or value.text
            elif label == "source":  # whom the text heard it from: prose
                continue
        elif kind == "title" and index < _EDGE:
            found.title = found.title or (value.start, value.end)
        found.spans.append((rows[index].start, value.start if kind == "title" else value.end))
        index = value_at
    found.published = found.published or updated
    return found


def _bare(line: str) -> date | None:
    """The day of a line that is a date, or a byline with one: *By Jane Doe | June 2, 2025 10:15*."""
    if len(line) <= 40:
        return days.stamp(line)
    if len(line) > _LONGEST_BYLINE or not line.startswith(("By ", "BY ")):
        return None
    found = [day for mention in days.mentions(line) if mention.year and (day := mention.on(mention.year))]
    return found[0] if len(found) == 1 or len(set(found)) == 1 else None


def _labelled(rows: list[Line], index: int) -> tuple[str | None, Line, int]:
    row = rows[index]
    match = _LABEL.fullmatch(row.text) if len(row.text) <= 200 else None
    label = match["label"].strip().casefold() if match else ""
    if match is None or label not in _labels():
        start = row.text[:_LONGEST_LABEL].casefold()
        for known in _dated_labels() if start.startswith(_dated_labels()) else ():  # *Published May 29, 2025*
            if start.startswith(known + " ") and days.stamp(row.text[len(known) :]):
                return known, Line(row.start + len(known), row.end, row.text[len(known) :].strip()), index
        return None, row, index
    value = match["value"]
    if value:
        return label, Line(row.start + match.start("value"), row.end, value), index
    if index + 1 < len(rows) and len(rows[index + 1].text) <= 80:
        return label, rows[index + 1], index + 1
    return None, row, index


@cache
def _labels() -> dict[str, str]:
    kinds = ("other", "perhaps_publisher", "publisher", "title", "updated", "published")
    return {label.casefold(): kind for kind in kinds for label in vocabulary.words("stamp", kind)}


@cache
def _dated_labels() -> tuple[str, ...]:
    return tuple(label.casefold() for kind in ("published", "updated") for label in vocabulary.words("stamp", kind))


def dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline of a wire story: *May 28 (Reuters) -*, *KYIV, June 2 (AP) —*."""
    stop = min(end, start + _OPENING)
    for match in _WIRE.finditer(text, start, stop):
        outlet = vocabulary.known(match["agency"])
        if outlet is None:
            continue
        before = max(start, match.start() - 40)
        day = None
        for mention in days.mentions(text, before, match.start()):
            if not text[mention.end : match.start()].strip(" ,"):
                day = mention
        return Dateline(outlet.name, day)
    return None


def credit(text: str, start: int, end: int) -> str | None:
    """The outlet in brackets that closes a text, as agencies' copy is credited: *… they were well. (Reuters)*."""
    tail = text[max(start, end - _LONGEST_CREDIT) : end].rstrip()
    if not tail.endswith(")"):
        return None
    before, _, name = tail[:-1].rpartition("(")
    outlet = vocabulary.known(name)
    return outlet.name if outlet and before.rstrip()[-1:] in tuple('.!?"”’') else None


def signature(text: str, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """Who wrote the copy, as a closing line names them, and the span of that line's sentence.

    *This article first appeared in X*, *Consider supporting X*; the latter only where the table or its name makes X an outlet.
    """
    begin = max(start, end - _CLOSING)
    tail = text[begin:end]
    for outlet in vocabulary.signing():
        if outlet.signature in tail:
            at = tail.index(outlet.signature)
            return outlet.name, _sentence(text, begin + at, begin + at + len(outlet.signature), start, end)
    if not any(map(tail.casefold().__contains__, _signing())):  # a plain search, many times as fast as the patterns
        return None
    for pattern, sure in _signatures():
        for match in pattern.finditer(tail):
            found = _name(tail, match.end(), sure)
            if found:
                name, stop = found
                return name, _sentence(text, begin + match.start(), begin + stop, start, end)
    return None


@cache
def _signing() -> tuple[str, ...]:
    return tuple(vocabulary.folded("signature", "wrote") | vocabulary.folded("signature", "perhaps_wrote"))


@cache
def _signatures() -> tuple[tuple[re.Pattern[str], bool], ...]:
    def either(key: str) -> str:
        return "|".join(re.escape(phrase) for phrase in vocabulary.words("signature", key))

    return (
        (re.compile(rf"\b(?:{either('wrote')})\b:?\s", re.IGNORECASE), True),
        (re.compile(rf"(?:(?<=[.!?)\"”’']\s)|(?<=\n)|\A)(?:{either('perhaps_wrote')})\s"), False),
    )


def _name(tail: str, at: int, sure: bool) -> tuple[str, int] | None:
    """The outlet's name that begins at `at`, and its end: a known one, else capitalised words."""
    year = _YEAR.match(tail, at)
    at = year.end() if year else at
    places = [at]
    words: list[tuple[int, int]] = []
    while len(words) < 8:
        match = _NAME_WORD.search(tail, places[-1])
        if match is None or tail[places[-1] : match.start()].strip(" \"“'‘\t") or "\n" in tail[places[-1] : match.start()]:
            break
        words.append(match.span())
        places.append(match.end())
    if words and tail[slice(*words[0])] == "the":
        words.pop(0)
    for count in range(len(words), 0, -1):
        span = (words[0][0], words[count - 1][1])
        name = tail[slice(*span)].strip(".'’‘*_")
        if not (sure or count > 1 or _ends(tail, span[1])):  # *Independent journalism* is no paper's name
            continue
        if outlet := vocabulary.known(name) or vocabulary.known(name.removesuffix("'s").removesuffix("’s")):
            return outlet.name, span[1]
    taken: list[tuple[int, int]] = []
    for span in words:
        word = tail[slice(*span)]
        if not (word[0].isupper() or (taken and word in ("of", "and", "the", "&"))):
            break
        taken.append(span)
        if word.endswith("."):
            break
    while taken and tail[slice(*taken[-1])] in ("of", "and", "the", "&"):
        taken.pop()
    if not taken:
        return None
    name = tail[taken[0][0] : taken[-1][1]].strip(".'’‘*_")
    press = len(taken) > 1 and any(word.strip(".'’") in vocabulary.words("signature", "press") for word in name.split())
    return (name, taken[-1][1]) if name and (sure or press) else None


def _ends(tail: str, at: int) -> bool:
    """A name that ends at `at` ends its phrase there."""
    return at >= len(tail) or tail[at - 1] in ".!" or tail[at] in ".,;:!?)\n|"


def _sentence(text: str, begin: int, stop: int, start: int, end: int) -> tuple[int, int]:
    """The sentence or line around [begin, stop), within [start, end) and two hundred characters either way."""
    left = max(start, begin - 200)
    breaks = [match.end() for match in _BREAK.finditer(text, left, begin)]
    first = breaks[-1] if breaks else (left if left == start else begin)
    ending = _END.search(text, stop, min(end, stop + 200))
    return first, ending.end() if ending else min(end, stop)
