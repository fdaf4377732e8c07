"""Rows to a terminal, a pipe or a file, in one set of formats."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import typer

from metrics.cli.options import Format
from metrics.cli.terminal import printable, width
from metrics.model import Mistake

if TYPE_CHECKING:
    import polars

_FORMULA = r"^[=+\-@\t\r]"  # what makes a spreadsheet take a cell for a formula


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
        if form is Format.csv:
            _without_formulas(_flat(frame)).write_csv(stream)
        elif form is Format.json:
            frame.write_json(stream)
            stream.write(b"\n")
        elif form is Format.jsonl:
            frame.write_ndjson(stream)
        else:
            frame.write_parquet(stream)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], fit: int | None = None) -> list[str]:
    """Lines of a plain table with aligned columns, the widest cut until a line fits into `fit` characters."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(columns)]
    while fit is not None and widths and sum(widths) + 2 * (len(widths) - 1) > fit and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    numeric = [bool(cells) and all(_is_number(row[i]) for row in cells) for i in range(len(columns))]

    def line(values: Sequence[str]) -> str:
        fitted = (_cut(value, size) for value, size in zip(values, widths, strict=True))
        padded = (value.rjust(size) if right else value.ljust(size) for value, size, right in zip(fitted, widths, numeric, strict=True))
        return "  ".join(padded).rstrip() + "\n"

    return [line(list(columns)), line(["-" * size for size in widths]), *(line(row) for row in cells)]


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


def _flat(frame: polars.DataFrame) -> polars.DataFrame:
    """Lists and structs as JSON text, since CSV has no cells within cells."""
    import json

    import polars

    def text(column: polars.Series) -> polars.Series:
        cells = [None if value is None else json.dumps(value, ensure_ascii=False, default=str) for value in column.to_list()]
        return polars.Series(column.name, cells, dtype=polars.String)

    return frame.with_columns(text(column) for column in frame if column.dtype.is_nested())


def _without_formulas(frame: polars.DataFrame) -> polars.DataFrame:
    import polars

    text = polars.col(polars.String)
    return frame.with_columns(polars.when(text.str.contains(_FORMULA)).then("'" + text).otherwise(text).name.keep())


def _without_controls(frame: polars.DataFrame) -> polars.DataFrame:
    import polars

    return frame.with_columns(
        polars.col(polars.String).str.replace_all(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+", " ")
    )


@contextmanager
def _binary(output: Path | None) -> Iterator[IO[bytes]]:
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _opened(output, "wb") as stream:
        yield stream


@contextmanager
def _text(output: Path | None) -> Iterator[IO[str]]:
    if output is None:
        yield sys.stdout
        return
    with _opened(output, "w") as stream:
        yield stream


def _opened(output: Path, mode: str) -> IO[Any]:
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        return output.open(mode, encoding=None if "b" in mode else "utf-8")
    except OSError as error:
        raise Mistake(f"{output}: cannot be written: {error.strerror}") from error


def write_text(text: str, output: Path | None = None) -> None:
    """Writes a text to `output` or stdout, with no control characters but line breaks where a person sees it."""
    with _text(output) as stream:
        stream.write(printable(text, breaks=True) if output is None and sys.stdout.isatty() else text)
