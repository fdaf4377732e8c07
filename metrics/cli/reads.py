"""The options of every command that reads reports: their kind, the columns of tables, the day on which pages were taken."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, get_type_hints

import typer

from metrics.model import Mistake


def _column(what: str) -> object:
    return Annotated[str | None, typer.Option(help=f"The column or field that holds {what}.", metavar="NAME")]


_COLUMNS = {
    "text_column": ("text", _column("the text; common names are known, as for the others")),
    "title_column": ("title", _column("the headline")),
    "date_column": ("published", _column("the day of publication")),
    "url_column": ("url", _column("the URL")),
    "publisher_column": ("publisher", _column("the publisher")),
    "id_column": ("id", _column("the record's id")),
}
_OTHERS = {
    "kind": Annotated[
        str | None,
        typer.Option(help="What the input is, in place of what its content tells: text, html, jsonl, csv, warc …", metavar="KIND"),
    ],
    "read_on": Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day on which the pages were taken, from which *2 days ago* counts.", metavar="DATE"),
    ],
}


def reads(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options of reading; it takes as `how` the `metrics.read.Options` that they make."""
    options = {**_OTHERS, **{name: kind for name, (_, kind) in _COLUMNS.items()}}

    @functools.wraps(command)
    def with_options(**given: Any) -> None:
        from metrics.read import Options
        from metrics.read.kinds import kind_named

        said = {name: given.pop(name) for name in options}
        if said["kind"]:
            try:
                kind_named(said["kind"])
            except Mistake as mistake:
                raise typer.BadParameter(str(mistake), param_hint="'--kind'") from None
        columns = tuple((field, said[name]) for name, (field, _) in _COLUMNS.items() if said[name])
        command(**given, how=Options(said["kind"], columns, said["read_on"].date() if said["read_on"] else None))

    own = inspect.signature(command)
    with_options.__annotations__ = {name: said for name, said in command.__annotations__.items() if name != "how"}
    hints = get_type_hints(with_options, command.__globals__, include_extras=True)
    kept = [parameter.replace(annotation=hints[name]) for name, parameter in own.parameters.items() if name != "how"]
    added = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind) for name, kind in options.items()]
    with_options.__signature__ = own.replace(parameters=[*kept, *added])  # type: ignore[attr-defined]  # what typer looks at
    with_options.__annotations__ = {parameter.name: parameter.annotation for parameter in (*kept, *added)}
    return with_options
