"""`parley export`: everything that the database holds, for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from metrics.cli.options import DB, Database


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to: a folder that is not there yet, or is empty.")],
    db: Database = DB,
    force: Annotated[bool, typer.Option("--force", help="Replace an earlier export in that folder.")] = False,
) -> None:
    """Write every table and view as CSV and Parquet, with a datapackage.json that says what each column means."""
    from metrics.store.export import export as exported

    done = exported(db, folder, force)
    typer.echo(f"{done.tables} tables and views, {done.rows:,} rows, {done.bytes / 1e6:,.1f} MB as CSV and Parquet in {folder}")
