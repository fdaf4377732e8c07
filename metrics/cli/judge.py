"""`parley chart` and `check`: what stands in the database, drawn, and held against itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from metrics.cli.options import DB, Database

PICTURES = (".html", ".png", ".svg")


def chart(
    name: Annotated[str, typer.Argument(metavar="CHART", help="Which chart: voices.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to: a file that ends in .html, .png or .svg.")],
    db: Database = DB,
) -> None:
    """Draw who says what: an interval for each voice, by event and metric."""
    from metrics.store import Store

    if name != "voices":
        raise typer.BadParameter(f"there is no chart {name!r}; there is: voices", param_hint="'CHART'")
    if output.suffix.lower() not in PICTURES:
        raise typer.BadParameter(f"{str(output)!r} must end in .html, .png or .svg", param_hint="'--output'")
    with Store(db, read_only=True) as store:
        rows = store.frame("voices").to_dicts()
    draw(rows, output)
    typer.echo(output)


def draw(rows: list[dict[str, object]], *outputs: Path) -> None:
    """Draws who says what, and saves it in the format of each file's ending."""
    from metrics.dashboards import save, voices

    save(voices.draw(rows), *outputs)


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
