"""`parley check`: what stands in the database, held against itself."""

from __future__ import annotations

import typer

from metrics.cli.options import DB, Database


def check(db: Database = DB) -> None:
    """Run every check of the data; exit 1 where one finds rows."""
    from metrics.store import Store

    with Store(db, read_only=True) as store:
        failed = store.check()
    for name, rows in failed:
        typer.echo(f"{name}: {len(rows)} rows, the first: {rows[0]}")
    if failed:
        raise typer.Exit(1)
    typer.echo("every check holds")
