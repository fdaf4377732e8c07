"""gzip, zstandard and zip, unpacked as a stream and never to disk, with limits on what comes out of them."""

from __future__ import annotations

import io
import zlib
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from metrics.model import Problem
from metrics.read.extras import need
from metrics.read.source import HEAD, Part, Source, Unreadable

if TYPE_CHECKING:
    from typing_extensions import Buffer

GZIP, ZSTD, ZIP = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", (b"PK\x03\x04", b"PK\x05\x06")
DEEPEST = 2  # a container within a container, and no further
_FREE = 256 << 20  # bytes that may come out of any archive
_RATIO = 250  # beyond that, bytes out for each byte in; news packs 3- to 10-fold, and a bomb a thousandfold
_MOST = 1 << 36  # bytes that may come out of one archive altogether
_LARGEST_ZIP = 512 << 20  # where it is no file of its own and must be held in memory
_OFFICE = ("[Content_Types].xml", "mimetype")

Walk = Callable[[Source, int], Iterator[Part]]


class Bomb(Unreadable):
    """An archive from which more comes than can be news."""


class _Gzip:
    """The content of a gzip file, whose members can be many: a WARC has one a record. Knows where in the file each begins."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._input = b""
        self._member: Any = None
        self._out = 0
        self.count = 0  # bytes taken from the file
        self.starts: deque[tuple[int, int]] = deque(maxlen=1 << 16)  # of the last members: byte of the content, byte of the file

    def read(self, size: int) -> bytes:
        """At most so many bytes; none at the end. Raises EOFError where the file is cut off."""
        while True:
            if not self._input:
                self._input = self._stream.read(HEAD)
                self.count += len(self._input)
                if not self._input and self._member is None:
                    return b""
                if not self._input:
                    raise EOFError
            if self._member is None:
                self._input = self._input.lstrip(b"\0") if self._out else self._input  # padding between members
                if not self._input:
                    continue
                self._member = zlib.decompressobj(31)
                self.starts.append((self._out, self.count - len(self._input)))
            found: bytes = self._member.decompress(self._input, size)
            self._input = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if self._member.eof:
                self._member = None
            if found:
                self._out += len(found)
                return found

    def offset(self, place: int) -> int:
        """The byte of the file at which the member begins that holds this byte of the content."""
        at = bisect_right(self.starts, (place, 1 << 62)) - 1
        return self.starts[max(at, 0)][1]


class _Counted:
    """Counts the bytes that a decompressor takes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """As the stream's."""
        found = self._stream.read(size)
        self.count += len(found)
        return found


class _Unpacked(io.RawIOBase):
    """What comes out of a decompressor, until it breaks or is more than can be believed; either raises Unreadable."""

    def __init__(self, inner: Any, taken: Callable[[], int], broken: tuple[type[Exception], ...], total: list[int]) -> None:
        self._inner = inner
        self._taken = taken
        self._broken = broken
        self._total = total
        self._count = 0

    def offset(self, place: int) -> int:
        """The byte of the packed file for a byte of the content, where its format tells."""
        return self._inner.offset(place) if isinstance(self._inner, _Gzip) else place

    def readable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Bytes of content that came out."""
        return self._count

    def readinto(self, buffer: Buffer, /) -> int:
        """Fills the buffer."""
        room = memoryview(buffer).cast("B")
        try:
            found = self._inner.read(len(room))
        except EOFError:
            raise Unreadable(f"cut off: the packed data end after {self._count:,} bytes of content") from None
        except self._broken as error:
            raise Unreadable(f"packed data broken after {self._count:,} bytes of content ({error})") from None
        room[: len(found)] = found
        self._count += len(found)
        self._total[0] += len(found)
        if self._total[0] > _FREE and self._total[0] > _RATIO * max(1, self._taken()):
            raise Bomb(f"unpacks to more than {_RATIO} times its size after {self._total[0] >> 20} MB: taken for an archive bomb")
        if self._total[0] > _MOST:
            raise Bomb(f"unpacks to more than {_MOST >> 30} GB")
        return len(found)


def is_packed(head: bytes) -> bool:
    """Whether an input that begins so is a container."""
    return head.startswith((GZIP, ZSTD, *ZIP))


def offset(source: Source, place: int) -> int:
    """The byte of the input's file at which a byte of its content stands: in a gzip file, where the member begins that holds it."""
    raw = source.stream.raw
    return raw.offset(place) if isinstance(raw, _Unpacked) else place


def contents(source: Source, depth: int, walk: Walk) -> Iterator[Part]:
    """What the container holds, each handed to `walk`. Raises Unreadable where the rest of it cannot be unpacked."""
    if depth >= DEEPEST:
        raise Unreadable(f"an archive within {DEEPEST} archives, which is not unpacked")
    head = source.stream.peek(4)[:4]
    if head.startswith(ZIP):
        yield from _members(source, depth, walk)
        return
    inner: Any
    counted: _Gzip | _Counted
    if head.startswith(GZIP):
        counted = inner = _Gzip(source.stream)
        broken: tuple[type[Exception], ...] = (OSError, zlib.error)
    else:
        zstd = _zstd()
        counted = _Counted(source.stream)
        inner, broken = zstd.ZstdFile(counted), (OSError, zstd.ZstdError)
    stream = io.BufferedReader(_Unpacked(inner, lambda: counted.count, broken, [0]), HEAD)
    yield from walk(Source(stream, source.origin, _without_suffix(source.name), source.options), depth + 1)


def _zstd() -> Any:
    """The standard library's module of Python 3.14, else its backport."""
    try:
        return need("compression.zstd", "zst")
    except Unreadable:
        return need("backports.zstd", "zst")


def _without_suffix(name: str) -> str:
    return name.removesuffix(".gz").removesuffix(".gzip").removesuffix(".zst").removesuffix(".zstd")


def _members(source: Source, depth: int, walk: Walk) -> Iterator[Part]:
    """The files of a zip archive, in its order; hidden ones are passed over. A name is only ever a name: nothing is written anywhere."""
    import zipfile

    broken = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError)
    file: BinaryIO = source.stream if source.stream.seekable() else io.BytesIO(source.whole(_LARGEST_ZIP))
    try:
        archive = zipfile.ZipFile(file)
        size = file.seek(0, io.SEEK_END)
    except broken as error:
        raise Unreadable(f"no readable zip archive: {error}") from None
    with archive:
        members = archive.infolist()
        if any(member.filename in _OFFICE for member in members[:3]):
            raise Unreadable("an Office or e-book file, which is not read: save it as text, PDF or HTML")
        total = [0]
        found = 0
        for member in members:
            parts = member.filename.split("/")
            if member.is_dir() or any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in parts):
                continue
            found += 1
            origin = f"{source.origin}!{member.filename}"
            try:
                inner = archive.open(member)
            except broken as error:
                yield Problem(origin, f"cannot be unpacked: {'it is encrypted' if 'encrypted' in str(error) else error}")
                continue
            with inner:
                stream = io.BufferedReader(_Unpacked(inner, lambda: size, broken, total), HEAD)
                try:
                    yield from walk(Source(stream, origin, parts[-1].casefold(), source.options), depth + 1)
                except Bomb as error:
                    yield Problem(origin, f"{error}; the rest of the archive is passed over")
                    return
    if not found:
        yield Problem(source.origin, "an archive without files")
