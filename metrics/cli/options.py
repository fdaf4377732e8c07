"""The options that several commands share, so that they read and mean the same everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    parquet = "parquet"


class Shape(StrEnum):
    """How a thing that is no table is printed."""

    table = "table"
    json = "json"


# click's own base class of all that can be wrong with a command line, wherever this typer keeps its click.
CommandLineError: type[Exception] = typer.BadParameter.__mro__[2]

DB = Path("out/parley.duckdb")

_PATHS = typer.Argument(metavar="PATH...", help="Files, folders and patterns to read; - is standard input.")
Paths = Annotated[list[str], _PATHS]
PathsIfAny = Annotated[list[str] | None, _PATHS]
Database = Annotated[Path, typer.Option("--db", envvar="PARLEY_DB", help="The database.")]
Rows = Annotated[Format, typer.Option("--format", "-f", help="How the rows are printed.")]
TableOrJson = Annotated[Shape, typer.Option("--format", "-f", help="How it is printed.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file rather than to standard output.")]
Catalogue = Annotated[Path | None, typer.Option("--catalogue", help="A folder of metrics to use in place of Parley's own.")]
Metrics = Annotated[
    Path | None, typer.Option("--metrics", help="A folder, or one file, of your own metrics to use besides; see docs/metrics.md.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress; complaints stay.")]
Log = Annotated[Path | None, typer.Option("--log", help="Write what happens to this file too, as JSON Lines.")]
Processes = Annotated[
    int | None, typer.Option("--processes", min=1, help="How many processes extract from large input; by default one a core.")
]
