"""`parley discrepancies`: where reports disagree, in the form that a reader asks for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from metrics.cli.options import DB, Database, Output
from metrics.model import Mistake

if TYPE_CHECKING:
    from metrics.report import Findings
    from metrics.store import Store


class Form(StrEnum):
    """How the report is printed."""

    table = "table"
    markdown = "markdown"
    html = "html"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class Severity(StrEnum):
    """How heavy a discrepancy is, from the lightest."""

    note = "note"
    conflict = "conflict"


_ENDINGS = {".md": Form.markdown, ".html": Form.html, ".htm": Form.html, ".json": Form.json, ".jsonl": Form.jsonl, ".csv": Form.csv}
_PAGE = 80  # columns, where the page is not for a terminal

Several = list[str] | None


def discrepancies(
    db: Database = DB,
    form: Annotated[
        Form | None, typer.Option("--format", "-f", help="How it is printed; by default as the ending of --output says, else as a page.")
    ] = None,
    output: Output = None,
    metric: Annotated[Several, typer.Option("--metric", help="Only this metric; each filter can be given again.")] = None,
    kind: Annotated[Several, typer.Option("--kind", help="Only this kind, as value_conflict.")] = None,
    severity: Annotated[Several, typer.Option("--severity", help="Only conflicts, or only notes: conflict or note.")] = None,
    event: Annotated[Several, typer.Option("--event", help="Only this event: its id or words of its name.")] = None,
    side: Annotated[Several, typer.Option("--side", help="Only events that this party is a side of, as UA.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE|RUN", help="Only what is new, changed or settled since a day or a run.")
    ] = None,
    fail_on: Annotated[Severity | None, typer.Option("--fail-on", help="Exit 1 where anything shown is as heavy as this.")] = None,
) -> None:
    """Say where reports disagree, conflicts first, with who says what."""
    from metrics import report
    from metrics.cli.output import write_page, write_text
    from metrics.store import Store

    wanted = report.Wanted(metric or (), kind or (), severity or (), event or (), side or ())
    with Store(db, read_only=True) as store:
        found, known = gathered(store, since), store.known()
    try:
        shown = wanted.of(found, known)
    except Mistake as error:
        raise typer.BadParameter(str(error)) from error
    form = form or (_ENDINGS.get(output.suffix.lower()) if output else None) or Form.table
    (write_page if form is Form.table else write_text)(written(shown, form, output), output)
    if fail_on and any(report.SEVERITIES.index(row["severity"]) <= report.SEVERITIES.index(fail_on.value) for row in shown.discrepancies):
        raise typer.Exit(1)


def gathered(store: Store, since: str | None = None) -> Findings:
    """All that a report of this database shows; with `since`, what is new, changed or settled since that day or run."""
    from metrics.report import Findings, since_then

    found, size = store.discrepancies(), store.size()
    findings = Findings(found, store.agreements(), store.not_flagged(), found=len(found), reports=size["reports"], claims=size["claims"])
    return findings if since is None else since_then(findings, *store.changes(since))


def written(findings: Findings, form: Form, output: Path | None = None) -> str:
    """The report in a form; a page as wide as the terminal, where it goes to one."""
    from metrics import report
    from metrics.cli.terminal import width

    if form is Form.table:
        return report.terminal(findings, width(_PAGE) if output is None else _PAGE)
    forms = {
        Form.markdown: report.as_markdown,
        Form.html: report.as_html,
        Form.json: report.as_json,
        Form.jsonl: report.as_jsonl,
        Form.csv: report.as_csv,
    }
    return forms[form](findings)
