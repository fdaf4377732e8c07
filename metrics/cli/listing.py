"""`parley reports`, `figures` and `claims`: rows as the claim contract has them."""

from __future__ import annotations

from typing import Annotated

import typer

from metrics.cli.options import DB, Database, Format, Output, Rows

Metric = Annotated[str | None, typer.Option("--metric", help="Only rows of this metric.")]

REPORTS = ("report_id", "published", "published_basis", "publisher", "original_publisher", "title", "origin", "replaced_by")
FIGURES = ("figure_id", "low", "high", "bound", "unit", "noun", "kind", "metric", "reason", "origin")
CLAIMS = ("metric", "low", "high", "bound", "basis", "party", "status", "event_from", "speaker", "publisher", "quote")


def reports(db: Database = DB, form: Rows = Format.table, output: Output = None) -> None:
    """List the reports that were read; `replaced_by` names the newer version of the same article, which alone is judged."""
    from metrics.cli.output import write
    from metrics.store import Store

    with Store(db, read_only=True) as store:
        frame = store.reports()
    write(frame, form, output, REPORTS)


def figures(db: Database = DB, form: Rows = Format.table, output: Output = None, metric: Metric = None) -> None:
    """List every figure found, those that fall under no metric too, with the reason."""
    _list("figures", db, form, output, FIGURES, metric)


def claims(db: Database = DB, form: Rows = Format.table, output: Output = None, metric: Metric = None) -> None:
    """List the claims: figures under a metric, with who says so, when and for which event."""
    _list("claims", db, form, output, CLAIMS, metric)


def _list(name: str, db: Database, form: Format, output: Output, columns: tuple[str, ...], metric: str | None = None) -> None:
    from metrics.cli.output import write
    from metrics.store import Store

    with Store(db, read_only=True) as store:
        frame = store.frame(name)
        known = set(store.frame("metrics")["metric"])
    if metric is not None:
        if metric not in known:
            raise typer.BadParameter(f"there is no metric {metric!r} in {db}; `parley metrics` lists them", param_hint="'--metric'")
        frame = frame.filter(frame["metric"].eq_missing(metric))
    write(frame, form, output, columns)
