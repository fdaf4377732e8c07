"""`parley explain ID`: what stands behind a thing of the database, by the letter that its id begins with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from metrics.cli.options import DB, Catalogue, Database, Metrics, Output, Shape, TableOrJson
from metrics.model import Mistake

if TYPE_CHECKING:
    from metrics.store import Store


def explain(
    identity: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim (c-…), a discrepancy (d-…) or a report (r-…).")],
    db: Database = DB,
    form: TableOrJson = Shape.table,
    output: Output = None,
    catalogue: Catalogue = None,
    more: Metrics = None,
) -> None:
    """Show what stands behind a claim (the words that decided each field) or a report's date (the clues and their weights)."""
    from metrics.cli.output import write_page, write_text
    from metrics.cli.terminal import width
    from metrics.store import Store

    tell = EXPLAINERS.get(identity[:2])
    if tell is None:
        known = ", ".join(f"{prefix}…" for prefix in EXPLAINERS)
        raise typer.BadParameter(f"{identity!r} begins like no id that can be explained: {known}", param_hint="'ID'")
    with Store(db, read_only=True) as store:
        told = tell(store, identity, catalogue, more)
    if told is None:
        raise Mistake(f"{db}: has nothing with the id {identity}")
    data, page = told
    if form is Shape.json:
        write_text(json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n", output)
    else:
        write_page(page(width(80)), output)


Explained = tuple[dict[str, Any], Callable[[int], str]]  # as data, and as a page of a width


def claim(store: Store, identity: str, catalogue: Path | None, more: Path | None) -> Explained | None:
    """The words that decided each field of a claim, found by reading its report again without them."""
    from metrics import explanation
    from metrics.claims import catalogue as catalogues
    from metrics.report import reasons

    row = store.claim(identity)
    report = store.report(str(row["report_id"])) if row else None
    if row is None or report is None:
        return None
    found = explanation.explain(report, catalogues.load(catalogue, more), int(str(row["start"])), str(row["metric"]))
    if not found:
        raise Mistake(f"{identity}: these rules no longer make this claim; it was loaded with others")
    return reasons.as_data(row, found, report.text), lambda width: reasons.page(row, found, report.text, width)


def report(store: Store, identity: str, catalogue: Path | None, more: Path | None) -> Explained | None:
    """What a report's day rests on: the words that state it, or the clues with their weights; and where copies of it were seen."""
    from metrics.read import dating
    from metrics.report import dating as pages

    found = store.report(identity)
    if found is None:
        return None
    why = dating.explain(found)
    seen = store.sightings(identity)
    newer = next((str(row["newest_id"]) for row in store.frame("versions").to_dicts() if row["report_id"] == identity), None)
    data = {**pages.as_data(found, why), "replaced_by": newer, "sightings": seen}
    return data, lambda width: pages.page(found, why, width) + pages.custody(newer, seen, width)


def discrepancy(store: Store, identity: str, catalogue: Path | None, more: Path | None) -> Explained | None:
    """The reasoning behind a discrepancy, step by step; the beginning of its id will do, where no other begins so."""
    from metrics.report import findings, reasoning

    fitting = [row for row in store.discrepancies() if str(row["id"]).startswith(identity)]
    if len(fitting) > 1:
        raise Mistake(f"{identity} is the beginning of several ids: {', '.join(str(row['id']) for row in fitting[:5])}")
    if not fitting:
        return None
    (row,) = fitting
    claims = store.reasoning(str(row["id"]))
    told = reasoning.steps(row, claims, findings.considered(row, findings.bearing(store.not_flagged())))
    return reasoning.as_data(row, claims, told), lambda width: reasoning.page(row, told, width)


EXPLAINERS: dict[str, Callable[[Store, str, Path | None, Path | None], Explained | None]] = {"c-": claim, "d-": discrepancy, "r-": report}
