"""`parley events`: what happened, or was agreed, that the claims speak of."""

from __future__ import annotations

from typing import Annotated

import typer

from metrics.cli.options import DB, Database, Format, Output, Rows


def events(
    db: Database = DB,
    form: Rows = Format.table,
    output: Output = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only events of this kind, as exchange or talks.")] = None,
    sides: Annotated[str | None, typer.Option("--sides", help="Only events between these sides, as RU-UA, or of one side, as UA.")] = None,
    metric: Annotated[str | None, typer.Option("--metric", help="Only events with a claim under this metric.")] = None,
    event: Annotated[
        str | None, typer.Option("--event", help="Only this event: its id, or words of its name; one alone shows its claims.")
    ] = None,
) -> None:
    """List the events that the claims speak of; with --event, one with its claims, stage by stage, and the deal that it carries out.

    A file beside the database names, joins and parts events: docs/events.md.
    """
    import polars as pl

    from metrics import report
    from metrics.cli.output import write, write_page
    from metrics.cli.terminal import width
    from metrics.store import Store

    with Store(db, read_only=True) as store:
        found = store.events()
        kinds = {row["event_kind"] for row in found} - {None}
        if kind is not None and kind not in kinds:
            raise typer.BadParameter(f"there is no event of kind {kind!r} in {db}; there are: {_listed(kinds)}", param_hint="'--kind'")
        known = set(store.frame("metrics")["metric"])
        if metric is not None and metric not in known:
            raise typer.BadParameter(f"there is no metric {metric!r} in {db}; `parley metrics` lists them", param_hint="'--metric'")
        between = set(sides.upper().split("-")) if sides else set()
        shown = [
            row
            for row in found
            if (kind is None or row["event_kind"] == kind)
            and (not between or between <= set(str(row["sides"] or "").split("-")))
            and (metric is None or metric in _texts(row["metrics"]))
            and (event is None or row["event_id"] == event or event.lower() in str(row["event"]).lower())
        ]
        if event is not None and not shown:
            raise typer.BadParameter(f"there is no such event {event!r}; `parley events` lists them", param_hint="'--event'")
        claims = store.event_claims(str(shown[0]["event_id"])) if event is not None and len(shown) == 1 else None
    if form is not Format.table:
        every = pl.DataFrame(found, infer_schema_length=None)
        write(pl.DataFrame(shown, schema=every.schema) if claims is None else pl.DataFrame(claims, infer_schema_length=None), form, output)
    elif claims is None:
        write_page(report.events_page(shown, width(80)), output)
    else:
        write_page(report.event_page(shown[0], claims, width(80)), output)


def _listed(values: set[object]) -> str:
    return ", ".join(sorted(map(str, values))) or "none"


def _texts(value: object) -> list[object]:
    return value if isinstance(value, list) else []
