"""`parley reports`, `figures`, `claims` and `metrics`: rows as the claim contract has them."""

from __future__ import annotations

from typing import Annotated

import typer

from metrics.cli.options import DB, Catalogue, Database, Format, Output, Rows

Metric = Annotated[str | None, typer.Option("--metric", help="Only rows of this metric.")]

REPORTS = ("report_id", "published", "published_basis", "publisher", "original_publisher", "title", "origin")
FIGURES = ("figure_id", "low", "high", "bound", "unit", "noun", "kind", "metric", "reason", "origin")
CLAIMS = ("metric", "low", "high", "bound", "basis", "party", "status", "event_from", "speaker", "publisher", "quote")


def reports(db: Database = DB, form: Rows = Format.table, output: Output = None) -> None:
    """List the reports that were read."""
    _list("reports", db, form, output, REPORTS)


def figures(db: Database = DB, form: Rows = Format.table, output: Output = None, metric: Metric = None) -> None:
    """List every figure found, those that fall under no metric too, with the reason."""
    _list("figures", db, form, output, FIGURES, metric)


def claims(db: Database = DB, form: Rows = Format.table, output: Output = None, metric: Metric = None) -> None:
    """List the claims: figures under a metric, with who says so, when and for which event."""
    _list("claims", db, form, output, CLAIMS, metric)


def metrics(
    db: Database = DB,
    form: Rows = Format.table,
    output: Output = None,
    catalogue: Catalogue = None,
) -> None:
    """List the metrics that Parley tracks."""
    import polars

    from metrics.claims import catalogue as catalogues
    from metrics.cli.output import write

    rows = [
        {"metric": key, "title": entry.title, "asks": entry.asks, "unit": entry.unit, "event": entry.event}
        for key, entry in sorted(catalogues.load(catalogue).metrics.items())
    ]
    write(polars.DataFrame(rows, schema=dict.fromkeys(("metric", "title", "asks", "unit", "event"), polars.String)), form, output)


def _list(name: str, db: Database, form: Format, output: Output, columns: tuple[str, ...], metric: str | None = None) -> None:
    from metrics.cli.output import write
    from metrics.store import Store

    with Store(db, read_only=True) as store:
        frame = store.frame(name)
    if metric is not None:
        _known(metric)
        frame = frame.filter(frame["metric"].eq_missing(metric))
    write(frame, form, output, columns)


def _known(metric: str) -> None:
    from metrics.claims import catalogue

    if metric not in catalogue.load().metrics:
        raise typer.BadParameter(f"there is no metric {metric!r}; `parley metrics` lists them", param_hint="'--metric'")
