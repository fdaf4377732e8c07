"""The commands of `parley` under one roof."""

from __future__ import annotations

import typer

from metrics.cli import (
    against,
    asking,
    best,
    catalogue,
    discrepancies,
    drawing,
    explain,
    export,
    judge,
    keeping,
    listing,
    reading,
    review,
    site,
)

app = typer.Typer(
    help="Tracks the figures in news about prisoner exchanges and peace talks, and says where reports disagree.",
    rich_markup_mode=None,  # rich help doubles the time to start
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"max_content_width": 110},
)
for command in (
    reading.run,
    reading.load,
    reading.extract,
    discrepancies.discrepancies,
    best.best,
    against.against,
    review.review,
    review.reviews,
    drawing.chart,
    site.site,
    site.serve,
    asking.sql,
    export.export,
    judge.check,
    keeping.status,
    keeping.remove,
    listing.reports,
    listing.figures,
    listing.claims,
    explain.explain,
):
    app.command()(command)
app.add_typer(catalogue.app, name="metrics")


def _version(value: bool) -> None:
    if value:
        from metrics import __version__

        typer.echo(f"parley {__version__}")
        raise typer.Exit


@app.callback()
def parley(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and stop.")) -> None:
    """Tracks the figures in news about prisoner exchanges and peace talks, and says where reports disagree."""
