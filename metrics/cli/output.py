"""Rows to a terminal, a pipe or a file, in one set of formats."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TextIO

import typer

from metrics import cells
from metrics.cli.options import Format
from metrics.cli.terminal import coloured, colours, printable, width
from metrics.model import Mistake

if TYPE_CHECKING:
    import polars

_PIECE = 20_000  # rows


def write(frame: polars.DataFrame, form: Format, output: Path | None = None, columns: Sequence[str] | None = None) -> None:
    """Writes a frame to `output` or stdout. A table shows `columns` alone; the other formats keep every column."""
    if form is Format.table:
        shown = frame.select([name for name in columns if name in frame.columns]) if columns else frame
        with _text(output) as stream:
            stream.writelines(table(shown.columns, shown.iter_rows(), width() if output is None and sys.stdout.isatty() else None))
        return
    if form is Format.parquet and output is None and sys.stdout.isatty():
        raise typer.BadParameter("Parquet is no text: name a file with --output or redirect", param_hint="'--format'")
    if output is None and sys.stdout.isatty():
        frame = _without_controls(frame)
    with _binary(output) as stream:
        stream.writelines(_encoded(frame, form))


def _encoded(frame: polars.DataFrame, form: Format) -> Iterator[bytes]:
    """The frame in a format, piece by piece, so that a large one never stands in memory twice."""
    if form is Format.parquet:
        whole = io.BytesIO()
        frame.write_parquet(whole)
        yield whole.getvalue()
    elif form is Format.csv:
        yield cells.encoded(frame.clear()).write_csv().encode()
        for piece in frame.iter_slices(_PIECE):
            yield cells.encoded(piece).write_csv(include_header=False).encode()
    elif form is Format.jsonl:
        for piece in frame.iter_slices(_PIECE):
            yield piece.write_ndjson().encode()
    else:
        for i, piece in enumerate(frame.iter_slices(_PIECE)):
            yield (b",\n" if i else b"[") + piece.write_json()[1:-1].encode()
        yield b"]\n" if len(frame) else b"[]\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], fit: int | None = None) -> list[str]:
    """Lines of a plain table with aligned columns, the widest cut until a line fits into `fit` characters."""
    shown = [[_cell(value) for value in row] for row in rows]
    widths = [max([len(name), *(len(row[i]) for row in shown)]) for i, name in enumerate(columns)]
    while fit is not None and widths and sum(widths) + 2 * (len(widths) - 1) > fit and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    numeric = [bool(shown) and all(_is_number(row[i]) for row in shown) for i in range(len(columns))]

    def line(values: Sequence[str]) -> str:
        fitted = (_cut(value, size) for value, size in zip(values, widths, strict=True))
        padded = (value.rjust(size) if right else value.ljust(size) for value, size, right in zip(fitted, widths, numeric, strict=True))
        return "  ".join(padded).rstrip() + "\n"

    return [line(list(columns)), line(["-" * size for size in widths]), *(line(row) for row in shown)]


def records(columns: Sequence[str], rows: Iterable[Sequence[object]], fit: int) -> list[str]:
    """Lines that show each row as a block with a field a line, for rows of more columns than fit side by side; nulls are left out."""
    import textwrap

    size = max((len(name) for name in columns), default=0)
    lines = []
    for i, row in enumerate(rows):
        lines.append(f"-- {i + 1} ".ljust(fit, "-") + "\n")
        for name, value in zip(columns, row, strict=True):
            if value is not None:
                start = f"{name:<{size}}  "
                filled = textwrap.fill(_cell(value), fit, initial_indent=start, subsequent_indent=" " * len(start), break_on_hyphens=False)
                lines.append(filled.rstrip() + "\n")
    return lines or [f"no rows; columns: {', '.join(columns)}\n"]


def rows_of(records: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> list[list[Any]]:
    """The records' values in the order of `columns`, for a table."""
    return [[record.get(name) for name in columns] for record in records]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    return printable(str(value)).strip()


def _is_number(cell: str) -> bool:
    return not cell or cell.replace(",", "").replace(".", "", 1).replace("-", "", 1).isdigit()


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else text[: size - 1] + "…"


def _without_controls(frame: polars.DataFrame) -> polars.DataFrame:
    import polars

    return frame.with_columns(
        polars.col(polars.String).str.replace_all(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+", " ")
    )


@contextmanager
def _binary(output: Path | None) -> Iterator[IO[bytes]]:
    if output is None:
        with _stdout() as stream:
            stream.flush()
            yield stream.buffer
    else:
        with _opened(output, "wb") as file:
            yield file


@contextmanager
def _text(output: Path | None) -> Iterator[IO[str]]:
    with _stdout() if output is None else _opened(output, "w") as stream:
        yield stream


@contextmanager
def _stdout() -> Iterator[TextIO]:
    """Standard output; where its reader had enough, as `head` does, that is the end and no error."""
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is left in the buffer
        raise typer.Exit from None


def _opened(output: Path, mode: str) -> IO[Any]:
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        return output.open(mode, encoding=None if "b" in mode else "utf-8")
    except OSError as error:
        raise Mistake(f"{output}: cannot be written: {error.strerror}") from error


def write_page(page: str, output: Path | None = None) -> None:
    """Writes a page for people to `output` or stdout, in colours where a terminal shows them."""
    if output is None and colours():
        with _stdout() as stream:
            stream.write(coloured(printable(page, breaks=True)))
    else:
        write_text(page, output)


def write_text(text: str, output: Path | None = None) -> None:
    """Writes a text to `output` or stdout, with no control characters but line breaks where a person sees it."""
    with _text(output) as stream:
        stream.write(printable(text, breaks=True) if output is None and sys.stdout.isatty() else text)
