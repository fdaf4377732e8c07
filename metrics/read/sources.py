"""Files, folders, patterns and standard input, opened one after the other."""

from __future__ import annotations

import glob
import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from metrics.model import Document, Problem
from metrics.read import containers
from metrics.read.extras import present
from metrics.read.kinds import kind_named, kind_of
from metrics.read.source import HEAD, Ended, Later, Options, Part, Source, Unreadable

if TYPE_CHECKING:
    from typing_extensions import Buffer

T = TypeVar("T")

_MOST_ALIKE = 10  # problems of one input that are told one by one


def read(paths: Iterable[str], options: Options | None = None) -> Iterator[Document | Problem]:
    """The documents of files, folders (recursive, sorted by path, hidden files passed over), patterns and `-` (standard input).

    What cannot be read is a Problem that names file and place; the rest goes on. Nothing is raised for bad input.
    Raises Mistake for a kind that there is not.
    """
    return folded(_read_now(parts(paths, options)))


def parts(paths: Iterable[str], options: Options | None = None) -> Iterator[Part]:
    """As `read`, but what takes long to read is left for later, and the end of each input is marked, for `folded`."""
    options = options or Options()
    if options.kind is not None:
        kind_named(options.kind)
    return _parts(paths, options)


def folded(found: Iterable[T | Problem | Ended], ended: Callable[[int], None] | None = None) -> Iterator[T | Problem]:
    """As found, but what is wrong with hundreds of records of an input in one way is told of the first few, then by their number.

    `ended` is told the bytes of each input that is done with.
    """
    told: Counter[str] = Counter()
    for item in found:
        if isinstance(item, Ended):
            for message, count in told.items():
                if count > _MOST_ALIKE:
                    yield Problem(item.origin, f"{message}; the same of {count - _MOST_ALIKE:,} more records")
            told.clear()
            if ended is not None:
                ended(item.size)
            continue
        if isinstance(item, Problem):
            told[item.message] += 1
            if told[item.message] > _MOST_ALIKE:
                continue
        yield item


def _read_now(found: Iterable[Part]) -> Iterator[Document | Problem | Ended]:
    for item in found:
        if isinstance(item, Later):
            yield from item.documents()
        else:
            yield item


def _parts(paths: Iterable[str], options: Options) -> Iterator[Part]:
    for path in paths:
        if path == "-":
            yield from _safely(Source(_buffered(sys.stdin.buffer), "-", "-", options))
            yield Ended(path)
        elif os.path.isdir(path):
            yield from _folder(path, options)
        elif glob.has_magic(path) and not os.path.lexists(path):
            yield from _pattern(path, options)
        else:
            yield from _file(path, options)


def _pattern(pattern: str, options: Options) -> Iterator[Part]:
    found = sorted(glob.glob(pattern, recursive=True))
    for path in found:
        yield from _folder(path, options) if os.path.isdir(path) and "**" not in pattern else _file(path, options)
    if not found:
        yield Problem(pattern, "no file or folder fits this pattern")


def _folder(path: str, options: Options) -> Iterator[Part]:
    """The files below a folder. A linked folder is read once; a link back to a folder above it is told and passed over."""
    seen: set[tuple[int, int]] = set()
    found = 0
    waiting: list[tuple[str, frozenset[tuple[int, int]]]] = [(path, frozenset())]
    while waiting:
        place, above = waiting.pop()
        try:
            if not os.path.isdir(place):
                found += 1
                yield from _file(place, options, regular=True)
                continue
            status = os.stat(place)
            itself = (status.st_dev, status.st_ino)
            if itself in above:
                found += 1
                yield Problem(place, "a link back to a folder above it; passed over")
            if itself in seen:
                continue
            seen.add(itself)
            names = sorted((name for name in os.listdir(place) if not name.startswith(".")), reverse=True)
            inside = above | {itself}
            waiting += [(os.path.join(place, name), inside) for name in names]
        except OSError as error:
            found += 1
            yield Problem(place, _reason(error))
    if not found:
        yield Problem(path, "a folder without files")


def _file(path: str, options: Options, regular: bool = False) -> Iterator[Part]:
    size = 0
    try:
        if regular and os.path.exists(path) and not os.path.isfile(path):
            yield Problem(path, "neither a file nor a folder; passed over")  # a pipe would keep the reader waiting
            return
        with io.BufferedReader(open(path, "rb", buffering=0), HEAD) as stream:
            size = os.fstat(stream.fileno()).st_size  # a reader may close the stream
            yield from _safely(Source(stream, path, os.path.basename(path).casefold(), options))
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        yield Problem(path, _reason(error))
    yield Ended(path, size)


def _safely(source: Source, depth: int = 0) -> Iterator[Part]:
    """The documents of one input, packed or not; where it or the rest of it cannot be read, a Problem after what could."""
    try:
        yield from _walk(source, depth)
    except containers.Bomb as error:
        if depth:
            raise  # the archive around it has to stop, too
        yield Problem(source.origin, str(error))
    except Unreadable as error:
        yield Problem(source.origin, str(error))
    except OSError as error:
        yield Problem(source.origin, _reason(error))


def _walk(source: Source, depth: int) -> Iterator[Part]:
    head = source.stream.peek(HEAD)
    if containers.is_packed(head):
        yield from containers.contents(source, depth, _safely)
        return
    kind = kind_named(source.options.kind) if source.options.kind else kind_of(head, source.name)
    if kind.needs is None:
        yield from kind.read(source)
    else:
        present(*kind.needs)
        raw = source.whole()
        yield Later(source.origin, _whole, (kind.name, raw, source.origin, source.name, source.options), len(raw))


def _whole(kind: str, raw: bytes, origin: str, name: str, options: Options) -> Iterator[Document | Problem]:
    """The documents of a file that was taken in whole."""
    for item in kind_named(kind).read(Source(io.BufferedReader(io.BytesIO(raw)), origin, name, options)):
        assert isinstance(item, Document | Problem)
        yield item


class _Chained(io.RawIOBase):
    """A stream whose head was taken off, whole again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest
        self._count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Bytes that were given."""
        return self._count

    def readinto(self, buffer: Buffer, /) -> int:
        """Fills the buffer."""
        room = memoryview(buffer).cast("B")
        found = self._head[: len(room)] or self._rest.read(len(room))
        self._head = self._head[len(found) :] if self._head else b""
        room[: len(found)] = found
        self._count += len(found)
        return len(found)


def _buffered(stream: BinaryIO) -> io.BufferedReader[Any]:
    """The stream with a head to look at, however little a pipe gives at once."""
    return io.BufferedReader(_Chained(stream.read(HEAD), stream), HEAD)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"cannot be read: {error.strerror if isinstance(error, OSError) and error.strerror else error}"
