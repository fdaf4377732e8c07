"""`parley sql`: a question in SQL, a named one, or what the tables and columns are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from metrics.cli.options import DB, CommandLineError, Database, Format, Output, Rows

if TYPE_CHECKING:
    import polars

    from metrics.store.questions import Question

_SHORT = {"VARCHAR": "text", "VARCHAR[]": "texts", "DOUBLE": "number", "UBIGINT": "hash"}


def sql(
    asked: Annotated[
        str | None, typer.Argument(metavar="[STATEMENT|NAME]", help="A select; it reads and can change nothing. Or a NAME, see below.")
    ] = None,
    named: Annotated[bool, typer.Option("--named", help="Ask the named question NAME; without NAME, list them.")] = False,
    tables: Annotated[bool, typer.Option("--tables", help="Say what table NAME's columns mean; without NAME, list the tables.")] = False,
    param: Annotated[list[str] | None, typer.Option("--param", metavar="KEY=VALUE", help="A value for the named question.")] = None,
    db: Database = DB,
    form: Rows = Format.table,
    output: Output = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="At most so many rows.")] = 1000,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="Stop after so long.")] = 30.0,
    memory: Annotated[str, typer.Option("--memory", help="Use at most so much memory, as 2GB.")] = "2GB",
) -> None:
    """Ask the database a question: in SQL, read-only and within limits, or by name."""
    from metrics.store import QueryError, query
    from metrics.store.questions import ask, questions

    _one_thing(asked, named, tables, param)
    try:
        if tables:
            _tables(db, asked, form, output)
        elif named and asked is None:
            _write(_listed(questions().values()), form, output, _questions(questions().values()))
        elif named:
            _write(ask(db, str(asked), _values(param or []), limit, seconds, memory), form, output)
        else:
            _write(query(db, str(asked), limit, seconds, memory), form, output)
    except QueryError as error:
        raise CommandLineError(str(error)) from error


def _one_thing(asked: str | None, named: bool, tables: bool, param: list[str] | None) -> None:
    if named and tables:
        raise typer.BadParameter("--named and --tables ask for different things; choose one", param_hint="'--named'")
    if param and not (named and asked):
        raise typer.BadParameter("goes with --named NAME", param_hint="'--param'")
    if asked is None and not named and not tables:
        raise CommandLineError("a select is missing; or list the questions with --named, the tables with --tables")


def _values(param: Iterable[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for part in param:
        key, equals, value = part.partition("=")
        if not equals:
            raise typer.BadParameter(f"{part!r} is not as KEY=VALUE", param_hint="'--param'")
        if key in given:
            raise typer.BadParameter(f"{key!r} is given twice", param_hint="'--param'")
        given[key] = value
    return given


def _write(frame: polars.DataFrame, form: Format, output: Path | None, page: str | None = None) -> None:
    """Writes a frame; as a table, `page` in its place, and one field a line where so many columns would not be readable side by side."""
    import sys

    from metrics.cli.output import records, write, write_text
    from metrics.cli.terminal import width

    if form is Format.table and page is not None:
        write_text(page, output)
    elif form is Format.table and output is None and sys.stdout.isatty() and len(frame.columns) * 10 > width():
        write_text("".join(records(frame.columns, frame.iter_rows(), width())))
    else:
        write(frame, form, output)


def _tables(db: Path, name: str | None, form: Format, output: Path | None) -> None:
    from metrics.store import QueryError
    from metrics.store.told import columns, tables

    told = tables(db)
    if name is None:
        _write(told, form, output, _overview(told.to_dicts()))
        return
    entry = next((row for row in told.to_dicts() if row["name"] == name), None)
    if entry is None:
        raise QueryError(f"there is no table {name!r}; `parley sql --tables` lists them")
    described = columns(db, name)
    _write(described, form, output, _described(entry, described.to_dicts()))


def _overview(told: Iterable[Mapping[str, Any]]) -> str:
    told = list(told)
    size = max(len(row["name"]) for row in told)
    counts = max(len(_count(row)) for row in told)

    def part(start: bool) -> str:
        rows = [row for row in told if row["start"] is start]
        return "".join(_hanging(f"{row['name']:<{size}}  {_count(row):>{counts}}  ", row["one_row"]) for row in rows)

    tail = "`parley sql --tables NAME` says what a table's columns mean.\nA view's rows are made when it is asked.\n"
    return f"Start here:\n\n{part(True)}\nSteps on the way, and the database's own:\n\n{part(False)}\n{tail}"


def _count(row: Mapping[str, Any]) -> str:
    return "view" if row["rows"] is None else f"{row['rows']:,}"


def _described(entry: Mapping[str, Any], columns: Iterable[Mapping[str, Any]]) -> str:
    columns = list(columns)
    marked = any(row["required"] for row in columns)  # only the tables of what was read say what is never null
    rows = [(row["column"], _short(row["type"]) + "?" * (marked and not row["required"]), row["means"]) for row in columns]
    name, kind = (max(len(row[i]) for row in rows) for i in (0, 1))
    head = _hanging("", f"{entry['name']}: {entry['one_row'] or ''}")
    lines = "".join(_hanging(f"{column:<{name}}  {type_:<{kind}}  ", means) for column, type_, means in rows)
    return f"{head}\n{lines}" + ("\nA column with ? can be null.\n" if marked else "")


def _short(type_: str) -> str:
    return _SHORT.get(type_, type_.lower())


def _listed(asked: Iterable[Question]) -> polars.DataFrame:
    import polars

    return polars.DataFrame(
        [{"name": one.name, "asks": one.asks, "row": one.row, "takes": [parameter.name for parameter in one.takes]} for one in asked]
    )


def _questions(asked: Iterable[Question]) -> str:
    return "".join(
        f"{one.name}: {one.asks}\n"
        + _hanging("    ", one.row)
        + "".join(_hanging(f"    --param {p.name}=", f"{p.kind}; {p.meaning}{_default(p)}", 8) for p in one.takes)
        + "\n"
        for one in asked
    )


def _default(parameter: Any) -> str:
    return " (needed)" if parameter.required else f" (else {parameter.default})" if parameter.default is not None else ""


def _hanging(start: str, text: str | None, indent: int | None = None) -> str:
    """The text after its start, in lines that fit, the later ones under the first or `indent` spaces in."""
    from metrics.cli.terminal import width

    room = " " * (len(start) if indent is None else indent)
    filled = textwrap.fill(text or "", min(width(80), 100), initial_indent=start, subsequent_indent=room, break_on_hyphens=False)
    return filled.rstrip() + "\n"
