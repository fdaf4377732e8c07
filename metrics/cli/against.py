"""`parley against DRAFT`: a text of one's own, held against the record and not kept."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from metrics.cli.options import DB, Catalogue, Database, Metrics, Output
from metrics.cli.reads import reads
from metrics.model import Mistake

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from metrics.model import Document, Extraction
    from metrics.read import Options


class Page(StrEnum):
    """How the answer is printed."""

    table = "table"
    markdown = "markdown"
    json = "json"


class Fail(StrEnum):
    """What ends with exit code 1."""

    conflict = "conflict"


@reads
def against(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The text; - is standard input.")],
    how: Options,
    db: Database = DB,
    form: Annotated[Page, typer.Option("--format", "-f", help="How it is printed.")] = Page.table,
    output: Output = None,
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="The draft's day, from which its weekdays count; else the one that it states."),
    ] = None,
    fail: Annotated[Fail | None, typer.Option("--fail-on", help="Exit 1 where the record contradicts the draft.")] = None,
    catalogue: Catalogue = None,
    more: Metrics = None,
) -> None:
    """Hold a draft's figures against the record: what agrees, conflicts or is new, and who says so. Nothing is stored."""
    from metrics import holding, report, rows
    from metrics.cli.output import write_page, write_text
    from metrics.cli.terminal import width
    from metrics.store.against import against as hold

    found = _extracted(draft, how, day.date() if day else None, catalogue, more)
    claims = [row for document, extractions in found for extraction in extractions for row in _claims(document, extraction)]
    figures = [
        row | {"text": document.text[int(str(row["start"])) : int(str(row["end"]))]}
        for document, extractions in found
        for extraction in extractions
        for row in rows.figures(extraction)
    ]
    reports = [extraction.report for _, extractions in found for extraction in extractions]
    told: dict[str, Any] = {
        "draft": "stdin" if draft == "-" else draft,
        "published": sorted({one.published.isoformat() for one in reports if one.published}),
        "published_basis": sorted({one.published_basis for one in reports}),
        "figures": holding.held(claims, *hold(db, found)),
        "not_held": [figure for figure in figures if figure["metric"] is None],
    }
    if form is Page.table:
        write_page(report.against(told, width(80)), output)
    else:
        write_text(report.against_markdown(told) if form is Page.markdown else report.against_json(told), output)
    if fail is Fail.conflict and any(figure["verdict"] in ("conflict", "disputed") for figure in told["figures"]):
        raise typer.Exit(1)


def _extracted(
    draft: str, how: Options, day: date | None, catalogue: Path | None, more: Path | None
) -> list[tuple[Document, list[Extraction]]]:
    """The draft's documents with what they state. Raises Mistake for what cannot be read."""
    from dataclasses import replace

    from metrics import read
    from metrics.claims import catalogue as catalogues
    from metrics.extract import extract
    from metrics.model import Problem

    known = catalogues.load(catalogue, more)
    found = []
    for item in read.read([draft], how):
        if isinstance(item, Problem):
            raise Mistake(f"{item.origin}: {item.message}")
        reports = read.reports(item)
        if day is not None:
            reports = [replace(report, published=day, published_basis="stated") for report in reports]
        found.append((item, [extract(report, known) for report in reports]))
    return found


def _claims(document: Document, extraction: Extraction) -> list[dict[str, Any]]:
    """The claims of a report as rows, in the order of its text, with where their quotes begin."""
    from metrics import rows

    found = zip(rows.claims(extraction), extraction.claims, strict=True)
    return sorted(({**row, "quote_start": claim.quote_start} for row, claim in found), key=lambda row: (row["start"], row["claim_id"]))
