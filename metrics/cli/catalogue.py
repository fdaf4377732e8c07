"""`parley metrics`: what Parley tracks; `parley metrics test`: whether a rule file does what its examples say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from metrics.cli.options import Catalogue, Format, Metrics, Output, Rows

app = typer.Typer(help="List the metrics that Parley tracks, or test a file of your own.", rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def metrics(
    context: typer.Context, form: Rows = Format.table, output: Output = None, catalogue: Catalogue = None, more: Metrics = None
) -> None:
    """List the metrics that Parley tracks; `parley metrics test FILE` tries one of your own."""
    if context.invoked_subcommand:
        return
    import polars

    from metrics.claims import catalogue as catalogues
    from metrics.cli.output import write

    rows = [
        {"metric": key, "title": entry.title, "asks": entry.asks, "unit": entry.unit, "event": entry.event}
        for key, entry in sorted(catalogues.load(catalogue, more).metrics.items())
    ]
    write(polars.DataFrame(rows, schema=dict.fromkeys(("metric", "title", "asks", "unit", "event"), polars.String)), form, output)


@app.command("test")
def try_files(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Rule files: each a metric, as in seeds/metrics.")],
    catalogue: Catalogue = None,
) -> None:
    """Run a rule file's own examples and rejects; exit 1 where one fails, with what was found instead."""
    from metrics.claims import catalogue as catalogues
    from metrics.claims.trial import outcomes
    from metrics.cli.terminal import printable

    failed = False
    for file in files:
        if not file.is_file():
            raise typer.BadParameter(f"{file} is no file", param_hint="'FILE'")
        known = catalogues.load(catalogue, file)
        metric = known.metrics[file.stem]
        results = list(outcomes(metric, known))
        wrong = [result for result in results if not result.holds]
        for result in wrong:
            typer.echo(printable(f"{file}: {result.kind} {result.number} fails: {result.text}"))
            typer.echo(printable(f"    {result.why}"))
        counts = ", ".join(
            f"{sum(r.holds for r in results if r.kind == kind)} of {len(cases)} {kind}s hold"
            for kind, cases in (("example", metric.examples), ("reject", metric.rejects))
        )
        typer.echo(f"{file.stem}: {counts}" + ("" if metric.examples else "; add an [[example]], so that there is something to test"))
        failed = failed or bool(wrong) or not metric.examples
    if failed:
        raise typer.Exit(1)
