"""Files, folders and standard input, opened one after the other."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from metrics.model import Document, Problem
from metrics.read.encodings import EncodingError
from metrics.read.kinds import kind_of

_HEAD = 1 << 16


def read(paths: Iterable[str]) -> Iterator[Document | Problem]:
    """The documents of files, folders (recursive, sorted by path, hidden files passed over) and `-` (standard input).

    What cannot be read is a Problem that names file and place; the rest goes on. Nothing is raised for bad input.
    """
    for path in paths:
        if path == "-":
            yield from _safely(_buffered(sys.stdin.buffer), "-")
        elif os.path.isdir(path):
            yield from _folder(path)
        else:
            yield from _file(path)


def _folder(path: str) -> Iterator[Document | Problem]:
    found = 0
    problems: list[Problem] = []

    def failed(error: OSError) -> None:
        problems.append(Problem(str(error.filename), _reason(error)))

    names: list[Path] = []
    for top, folders, files in os.walk(path, onerror=failed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names += [Path(top, name) for name in files if not name.startswith(".")]
    for name in sorted(names):
        found += 1
        yield from _file(os.path.join(path, name.relative_to(path)))
    yield from problems
    if not found and not problems:
        yield Problem(path, "a folder without files")


def _file(path: str) -> Iterator[Document | Problem]:
    try:
        with open(path, "rb") as stream:
            yield from _safely(stream, path)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        yield Problem(path, _reason(error))


def _safely(stream: io.BufferedReader, origin: str) -> Iterator[Document | Problem]:
    try:
        kind = kind_of(stream.peek(_HEAD), Path(origin).name)
        yield from kind.read(stream, origin)
    except EncodingError as error:
        yield Problem(origin, str(error))
    except OSError as error:
        yield Problem(origin, _reason(error))


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(io.BytesIO(stream.read()))


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"cannot be read: {error.strerror if isinstance(error, OSError) and error.strerror else error}"
