"""The objects of a large JSON file one after the other, so that memory holds one of them and not the file."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from metrics.read.records import columns
from metrics.read.source import LARGEST_TEXT, Options, Source, Unreadable

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
_CHUNK = 1 << 18
_DEEPEST = 4  # objects within objects in which arrays are looked for
_NEAR = 1 << 22  # characters after a broken object in which a whole one is looked for
_TRIES = 200  # of what looked like one and was none, in a file
_OPENING = re.compile(r'\{[ \t\r\n]*("[^"\n\\]{1,80}")')
_CLOSING = re.compile(r"[\]}]")
_CUT = 16  # characters before the end of the window in which an error may be of the window and not of the file


@dataclass(frozen=True, slots=True)
class Element:
    """A value of the file: `path` holds the keys that lead to its array, `raw` is how it stands in the file.

    Where it is no JSON, `broken` says where and how much of the file was passed over to the next that is.
    """

    path: tuple[str, ...]
    value: object
    raw: str
    broken: str = ""


class _Broken(Unreadable):
    """No JSON stands here, but more of it may stand further on."""


class _Text:
    """A window on the file's text that grows on demand and forgets what was read."""

    def __init__(self, source: Source) -> None:
        head = source.stream.peek(4)[:4]
        name = (
            "utf-8-sig"
            if head.startswith(codecs.BOM_UTF8)
            else "utf-16"
            if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
            else "utf-8"
        )
        self._decoder = codecs.getincrementaldecoder(name)()
        self._stream = source.stream
        self._before = 0  # characters of the file that stand before the window
        self._chunk = _CHUNK
        self._tries = _TRIES
        self.window = ""
        self.at = 0
        self.ended = False

    def more(self) -> bool:
        """Reads on, each time twice as much, so that a long value is not tried over and over; False at the end."""
        if self.ended:
            return False
        if len(self.window) - self.at > LARGEST_TEXT:
            raise Unreadable(f"one JSON value larger than {LARGEST_TEXT >> 20} MB at character {self.place}; the rest is passed over")
        raw = self._stream.read(self._chunk)
        self.ended = not raw
        self._chunk *= 2
        try:
            following = self._decoder.decode(raw, final=self.ended)
        except UnicodeDecodeError as error:
            raise Unreadable(
                f"not valid {error.encoding.upper()} near character {self._before + len(self.window)}; the rest is passed over"
            ) from None
        self._before += self.at
        self.window, self.at = self.window[self.at :] + following, 0
        return True

    @property
    def place(self) -> int:
        """The character of the file at which reading stands."""
        return self._before + self.at

    def next(self) -> str:
        """The next character that is no space, which is not taken; empty at the end."""
        while True:
            match = _SPACE.match(self.window, self.at)
            assert match is not None
            self.at = match.end()
            if self.at < len(self.window):
                return self.window[self.at]
            if not self.more():
                return ""

    def take(self, *wanted: str) -> str:
        """Takes one of the characters; raises Unreadable where another stands there."""
        found = self.next()
        if found not in wanted:
            if not found:
                raise Unreadable(f"JSON cut off at character {self.place}")
            raise _Broken(f"no valid JSON at character {self.place}")
        self.at += 1
        return found

    def resume(self, place: int, before: str, like: frozenset[str]) -> bool:
        """Goes on at the next object of an array after the broken one that began at this character; False where none is near.

        It has to begin with the same key as that or the one `before` it, to be followed by another or the array's end, and to have half
        the keys of the one before: an object that stands within the broken one is none.
        """
        opening = _OPENING.match(self.window, max(0, place - self._before)) or _OPENING.match(before)
        if opening is None:
            return False
        following = re.compile(rf",\s*(?=\{{\s*{re.escape(opening[1])}\s*:)")
        while self._tries and self.place - place < _NEAR:
            while len(self.window) - self.at < _NEAR and self.more():
                pass
            match = following.search(self.window, self.at)
            if match is None:
                return False
            self.at = match.end()
            try:
                value, end = _DECODER.raw_decode(self.window, self.at)
            except (ValueError, RecursionError):
                self._tries -= 1
                continue
            after = _SPACE.match(self.window, end)
            if after and self.window[after.end() : after.end() + 1] in (",", "]") and 2 * len(like & value.keys()) >= len(like):
                return True
            self._tries -= 1
        return False

    def left(self) -> int:
        """How many bytes of the file are not read, which are read for it and passed over."""
        count = len(self.window[self.at :].encode("utf-8", "surrogatepass"))
        while raw := self._stream.read(1 << 20):
            count += len(raw)
        return count

    def _may_be_cut(self, error: ValueError) -> bool:
        """Whether what failed to parse may be whole once more is read."""
        if not isinstance(error, json.JSONDecodeError):
            return False
        return error.msg.startswith("Unterminated") or error.pos > len(self.window) - _CUT

    def value(self) -> tuple[object, str]:
        """The whole value that begins here, and its text."""
        self.next()
        while True:
            try:
                value, end = _DECODER.raw_decode(self.window, self.at)
            except ValueError as error:
                if self._may_be_cut(error) and self.more():
                    continue
                if self._may_be_cut(error) and not _CLOSING.search(self.window, getattr(error, "pos", 0)):
                    raise Unreadable(f"JSON cut off at character {self._before + len(self.window)}") from None
                self.at = error.pos if isinstance(error, json.JSONDecodeError) else self.at
                message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
                raise _Broken(f"no valid JSON at character {self.place}: {message}") from None
            except RecursionError:
                raise Unreadable(f"JSON nested too deep at character {self.place}; the rest is passed over") from None
            if end == len(self.window) and not isinstance(value, dict | list) and self.more():
                continue  # a number may go on
            raw = self.window[self.at : end]
            self.at, self._chunk = end, _CHUNK
            return value, raw


def elements(source: Source, about: dict[str, object], arrays: frozenset[str]) -> Iterator[Element]:
    """The elements of the file's arrays of objects: of a top-level array, of the arrays under the keys `arrays`; else the object itself.

    What else the top-level object says goes into `about`, as it comes. Where an element is no JSON, the next that is one follows; raises
    Unreadable where there is none, and at the first character that is no JSON elsewhere.
    """
    text = _Text(source)
    try:
        while text.next():
            if text.next() == "[":
                yield from _array(text, ())
            elif text.next() == "{":
                yield from _object(text, about, arrays)
            else:
                yield Element((), *text.value())
    except _Broken as error:
        raise Unreadable(f"{error}; the rest, {text.left():,} bytes, is passed over") from None


def _array(text: _Text, path: tuple[str, ...]) -> Iterator[Element]:
    text.take("[")
    if text.next() == "]":
        text.take("]")
        return
    before, like = "", frozenset[str]()
    while True:
        text.next()
        place = text.place
        try:
            value, raw = text.value()
            if isinstance(value, dict):
                before, like = raw, frozenset(value)
            yield Element(path, value, raw)
            text.next()
            place = text.place
            if text.take(",", "]") == "]":
                return
        except _Broken as error:
            if not text.resume(place, before, like):
                raise
            yield Element(path, None, "", f"{error}; {text.place - place:,} characters passed over, to the next object")


def _object(text: _Text, about: dict[str, object], arrays: frozenset[str], path: tuple[str, ...] = ()) -> Generator[Element, None, bool]:
    """The elements of the arrays that are looked for, in this object or further down; at the top, the object itself where it is a record.

    Gives back whether there was any array.
    """
    text.take("{")
    own: dict[str, object] = {}
    streamed = False
    mark = "}" if text.next() == "}" else ","
    if mark == "}":
        text.take("}")
    while mark != "}":
        key, _ = text.value()
        text.take(":")
        if not isinstance(key, str):
            raise Unreadable(f"no valid JSON at character {text.place}: a key that is no string; the rest is passed over")
        opening = text.next()
        if key in arrays and opening == "[":
            yield from _array(text, (*path, key))
            streamed = True
        elif key in arrays and opening == "{" and len(path) < _DEEPEST:
            streamed = (yield from _object(text, about, arrays, (*path, key))) or streamed
        else:
            own[key], _ = text.value()
            if not path:
                about[key] = own[key]
        mark = text.take(",", "}")
    if not path and (not streamed or "text" in columns(tuple(own), Options())):
        yield Element(path, own, json.dumps(own, ensure_ascii=False))
    return streamed
