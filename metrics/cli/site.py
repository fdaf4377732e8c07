"""`parley site` and `serve`: the record as pages, in a folder or on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from metrics.cli.options import DB, Database

FullText = Annotated[bool, typer.Option("--full-text", help="Show the whole text of every report, not only what is quoted of it.")]


def site(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to.")] = Path("out/site"),
    db: Database = DB,
    full_text: FullText = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a folder that holds something else.")] = False,
) -> None:
    """Write the record as a folder of pages that work offline and from any web server."""
    from metrics.site import build

    built = build(db, folder, force, full_text)
    typer.echo(f"{built.pages:,} pages, {built.bytes / 1e6:,.1f} MB: open {folder / 'index.html'}")


def serve(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any that is free.")] = 8000,
    db: Database = DB,
    full_text: FullText = False,
) -> None:
    """Show the same pages on this machine, made again whenever the database changes."""
    from metrics.site import serve as served

    served(db, port, full_text, lambda address: typer.echo(f"{address} shows {db}; Ctrl-C ends it"))
