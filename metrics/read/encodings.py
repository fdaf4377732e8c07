"""From bytes to text, or a reason why not. Conservative: a wrong guess would put wrong words into quotes."""

from __future__ import annotations

import codecs
import re

from metrics.read.source import Unreadable

_BOMS = (  # the longer mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PAR1", "a Parquet file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich text document"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# What English and western European text in Windows-1252 has beyond ASCII: typographic marks and letters.
_WESTERN = frozenset("€‚„…‘’“”•–—™\xa0£§©«®°²´·»½".encode("cp1252")) | frozenset(range(0xC0, 0x100))
_MOST_HIGH = 0.12  # a larger share of bytes beyond ASCII is another alphabet, which Windows-1252 would garble


class EncodingError(Unreadable):
    """The bytes are no text that can be told for sure; the message says why, in words that follow the file's name."""


def decode(raw: bytes) -> str:
    """The text of `raw`: UTF-8, UTF-16 or UTF-32 with a byte order mark, or plainly western text in Windows-1252.

    Line ends stay as they are. Raises EncodingError for binary data and for encodings that cannot be told.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(name)
            except UnicodeDecodeError as error:
                raise EncodingError(f"marked as {name.removesuffix('-sig').upper()}, but not valid at byte {error.start}") from None
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise EncodingError(f"{what}, which is not read")
    controls = len(_CONTROLS.findall(raw))
    if b"\0" in raw or controls > len(raw) / 200 + 2:
        raise EncodingError("binary data, not text")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    return _western(raw, place)


def _western(raw: bytes, place: int) -> str:
    high = sum(len(run) for run in _HIGH.findall(raw))
    broken = f"not valid UTF-8 at byte {place}, and no other encoding can be told for sure"
    # Half and half is damaged UTF-8 rather than Windows-1252.
    if high > len(raw) * _MOST_HIGH or 3 * len(_MULTIBYTE.findall(raw)) > high:
        raise EncodingError(broken)
    if not all(byte in _WESTERN for run in _HIGH.findall(raw) for byte in run):
        raise EncodingError(broken)
    return raw.decode("cp1252")
