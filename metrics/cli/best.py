"""`parley best`: what the record gives for each event and metric."""

from __future__ import annotations

from typing import Annotated

import typer

from metrics.cli.options import DB, Database, Format, Output, Rows

GROUNDS = ("reviewer", "all_origins", "one_origin", "unconfirmed", "range", "elsewhere", "conflict", "differ", "bounded")


def best(
    db: Database = DB,
    form: Rows = Format.table,
    output: Output = None,
    metric: Annotated[str | None, typer.Option("--metric", help="Only this metric.")] = None,
    event: Annotated[str | None, typer.Option("--event", help="Only this event: its id, or words of its name.")] = None,
    side: Annotated[str | None, typer.Option("--side", help="Only events of this side, as UA.")] = None,
    ground: Annotated[str | None, typer.Option("--ground", help=f"Only figures with this ground: {', '.join(GROUNDS)}.")] = None,
) -> None:
    """List low, best and high of each metric for each event; best only where a reviewer prefers a figure or all origins agree."""
    from metrics import report
    from metrics.cli.output import write, write_page
    from metrics.cli.terminal import width
    from metrics.store import Store

    if ground is not None and ground not in GROUNDS:
        raise typer.BadParameter(f"there is no ground {ground!r}; there are: {', '.join(GROUNDS)}", param_hint="'--ground'")
    with Store(db, read_only=True) as store:
        frame = store.frame("best_figures")
        known = set(store.frame("metrics")["metric"])
    if metric is not None and metric not in known:
        raise typer.BadParameter(f"there is no metric {metric!r} in {db}; `parley metrics` lists them", param_hint="'--metric'")
    if metric is not None:
        frame = frame.filter(frame["metric"] == metric)
    if event is not None:
        frame = frame.filter((frame["event_id"] == event) | frame["event"].str.to_lowercase().str.contains(event.lower(), literal=True))
    if side is not None:
        frame = frame.filter(frame["sides"].str.split("-").list.contains(side.upper()).fill_null(False))
    if ground is not None:
        frame = frame.filter(frame["ground"] == ground)
    if form is Format.table:
        write_page(report.best_figures(frame.to_dicts(), width(80)), output)
    else:
        write(frame, form, output)
