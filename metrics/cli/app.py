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
    events,
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
# In the order of the work, with what `parley --help` says of each in a line of 80 columns; its own help says more.
for command, told in (
    (reading.run, "Load, say where reports disagree, and draw who says what."),
    (reading.load, "Read reports into the database."),
    (reading.extract, "Show a text's figures and claims, with no database."),
    (discrepancies.discrepancies, "Say where reports disagree, and who says what."),
    (events.events, "List the events that the claims speak of, or show one."),
    (best.best, "List low, best and high of each metric and event."),
    (against.against, "Hold a draft's figures against the record."),
    (review.review, "Record what a person decided on a discrepancy."),
    (review.reviews, "List what was decided, by whom and when."),
    (drawing.chart, "Draw one of the charts; with no name, list them."),
    (site.site, "Write the record as pages that work offline."),
    (site.serve, "Show the same pages on this machine."),
    (asking.sql, "Ask the database a question in SQL, or by name."),
    (export.export, "Write every table as CSV and Parquet."),
    (judge.check, "Run every check of the data."),
    (keeping.status, "Say what is loaded, and what is stale."),
    (keeping.remove, "Take reports out, with all that hangs on them."),
    (listing.reports, "List the reports that were read."),
    (listing.figures, "List every figure found, claimed or not."),
    (listing.claims, "List the figures under a metric, with who says so."),
    (explain.explain, "Show what stands behind a claim, date or discrepancy."),
):
    app.command(short_help=told)(command)
app.add_typer(catalogue.app, name="metrics", short_help="List the metrics, or test a file of your own.")


def _version(value: bool) -> None:
    if value:
        from metrics import __version__

        typer.echo(f"parley {__version__}")
        raise typer.Exit


@app.callback()
def parley(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and stop.")) -> None:
    """Tracks the figures in news about prisoner exchanges and peace talks, and says where reports disagree."""
