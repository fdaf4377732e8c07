"""`parley review` and `reviews`: what a person decided on a discrepancy, one at a time or from a table that a team filled in."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from metrics.cli.options import DB, CommandLineError, Database, Format, Output, Rows
from metrics.model import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from metrics.reviews import Review

LISTED = ("at", "by", "decision", "state", "discrepancy_id", "kind", "event", "note")
COLUMNS = ("id", "severity", "kind", "metric", "event", "sentence", "choices", "review", "decision", "claim", "note", "by")


class Decision(StrEnum):
    """What can be decided on a discrepancy."""

    prefer = "prefer"  # one claim's figure
    range = "range"  # from its lowest to its highest figure, and no single one
    unconfirmed = "unconfirmed"
    dismissed = "dismissed"  # as no disagreement at all


def review(
    identifier: Annotated[str | None, typer.Argument(metavar="[ID]", help="A discrepancy, or the first letters of its id.")] = None,
    decision: Annotated[
        Decision | None, typer.Option("--decision", help="What is decided; prefer needs --claim. Without it, show the choices.")
    ] = None,
    claim: Annotated[str | None, typer.Option("--claim", help="The claim whose figure is preferred.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Why: what was seen or asked.")] = None,
    by: Annotated[
        str | None, typer.Option("--by", envvar="PARLEY_REVIEWER", help="Who decides; by default git's user.name, else the user's name.")
    ] = None,
    undo: Annotated[
        bool,
        typer.Option(
            "--undo",
            help="Take the last decision back, so that the one before it holds again; or the one with this id of `parley reviews`.",
        ),
    ] = False,
    template: Annotated[bool, typer.Option("--template", help="Print what is open as CSV, with columns to fill in.")] = False,
    source: Annotated[str | None, typer.Option("--from", metavar="FILE", help="Load such a CSV, filled in; - is standard input.")] = None,
    output: Output = None,
    db: Database = DB,
) -> None:
    """Record what a person decided on a discrepancy: for good, beside the database, with who and when."""
    if sum((identifier is not None, template, source is not None)) != 1:
        raise typer.BadParameter("name one discrepancy, or --template, or --from FILE", param_hint="'ID'")
    if (decision or claim or undo) and identifier is None:
        raise typer.BadParameter("goes with the id of a discrepancy", param_hint="'--decision', '--claim', '--undo'")
    if undo and (decision or claim):
        raise typer.BadParameter("takes a decision back and makes none", param_hint="'--undo'")
    if (claim or note) and not (decision or undo or source):
        raise typer.BadParameter("goes with a --decision", param_hint="'--claim'" if claim else "'--note'")
    if template:
        _template(db, output)
    elif source is not None:
        _from_table(db, source, by, note)
    elif undo:
        _undo(db, str(identifier), by, note)
    elif decision is None:
        _show(db, str(identifier), output)
    else:
        _decide(db, str(identifier), decision.value, claim, note, by)


def reviews(
    db: Database = DB,
    form: Rows = Format.table,
    output: Output = None,
    state: Annotated[
        str | None, typer.Option("--state", help="Only those in this state: stands, reopened, replaced, undone, 'not found'.")
    ] = None,
) -> None:
    """List what was decided, by whom and when, and whether it still stands."""
    from metrics.cli.output import write
    from metrics.store import Store

    states = ("stands", "reopened", "replaced", "undone", "not found")
    if state is not None and state not in states:
        raise typer.BadParameter(f"there is no state {state!r}; there are: {', '.join(states)}", param_hint="'--state'")
    with Store(db, read_only=True) as store:
        frame = store.reviews()
    write(frame if state is None else frame.filter(frame["state"] == state), form, output, LISTED)


def _decide(db: Path, identifier: str, decision: str, claim: str | None, note: str | None, by: str | None) -> None:
    from metrics import deciding

    disputes = _disputes(db)
    with _named():
        made = deciding.decide(deciding.find(disputes, identifier), decision, claim, note, by or reviewer())
    _record(db, [made])
    typer.echo(f"{made.discrepancy}: {made.decision}, by {made.by}, in {_place(db)}")


def _undo(db: Path, identifier: str, by: str | None, note: str | None) -> None:
    from metrics import deciding, reviews

    made = {review.review_id: review for _, review in reviews.read(reviews.beside(db))[0] if review.decision != reviews.UNDO}
    disputes = _disputes(db)
    with _named():
        last = made.get(identifier) or made.get(str(deciding.find(disputes, identifier)["review_id"]))
        if last is None:
            raise Mistake(f"{identifier}: there is no decision to take back")
    _record(db, [reviews.undo(last, by or reviewer(), note)])
    holds = [
        row["review"]["said"]
        for row in _disputes(db)
        if row["review"] and row["kind"] == last.kind and set(last.claims) & set(row["claims"])
    ]
    again = f"; the decision before it holds again: {holds[0]}" if holds else ""
    typer.echo(f"{last.discrepancy}: {last.decision}, decided by {last.by}, is taken back{again}")


def _show(db: Path, identifier: str, output: Output) -> None:
    from metrics import deciding
    from metrics.cli.output import write_text
    from metrics.cli.terminal import width
    from metrics.report import reviewing

    disputes = _disputes(db)
    with _named():
        dispute = deciding.find(disputes, identifier)
    write_text(reviewing.page(dispute, width(80)), output)


def _template(db: Path, output: Output) -> None:
    import polars

    from metrics.cli.output import write
    from metrics.report import reviewing

    rows = [reviewing.row(dispute) for dispute in _disputes(db) if (dispute["review"] or {}).get("state") != "stands"]
    write(polars.DataFrame(rows, schema=dict.fromkeys(COLUMNS, polars.String)), Format.csv, output)


def _from_table(db: Path, source: str, by: str | None, note: str | None) -> None:
    from metrics import deciding
    from metrics.cli.terminal import complain

    made, wrong, same = deciding.from_table(deciding.rows(source), _disputes(db), by or reviewer(), note)
    for problem in wrong:
        complain(f"{problem.origin}: {problem.message}")
    if wrong:
        raise Mistake(f"{source}: nothing was recorded, since {len(wrong)} {'rows are' if len(wrong) > 1 else 'row is'} wrong")
    _record(db, made)
    already = f", {same} decided so already" if same else ""
    typer.echo(f"{len(made)} {'decision' if len(made) == 1 else 'decisions'} recorded{already}, in {_place(db)}")


def _record(db: Path, made: Sequence[Review]) -> None:
    """Appends the lines, and brings the database up to them where it can be written; else its readers join them on."""
    from metrics import reviews
    from metrics.store import Store, StoreError

    if not made:
        return
    reviews.append(reviews.beside(db), made)
    try:
        Store(db).close()
    except StoreError:
        return


def _disputes(db: Path) -> list[Mapping[str, Any]]:
    """Every discrepancy as it is shown, with what a review of it is about: its `figures`, all its `claims`, and `review_id`."""
    from metrics.store import Store

    with Store(db, read_only=True) as store:
        about = {row["id"]: row for row in store.disputes()}
        shown = store.discrepancies()
    return [
        row | {"figures": about[row["id"]]["figures"], "claims": about[row["id"]]["claim_ids"], "review_id": about[row["id"]]["review_id"]}
        for row in shown
    ]


@contextmanager
def _named() -> Iterator[None]:
    """What is named on the command line and is not there is a wrong command line."""
    try:
        yield
    except Mistake as error:
        raise CommandLineError(str(error)) from None


def _place(db: Path) -> Path:
    from metrics import reviews

    return reviews.beside(db)


def reviewer() -> str:
    """Who sits at this machine: as the environment or git names them, else the user's name."""
    import getpass
    import os
    import shutil
    import subprocess

    named = os.environ.get("GIT_AUTHOR_NAME", "").strip()
    git = None if named else shutil.which("git")
    if git:
        named = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, check=False).stdout.strip()
    try:
        return named or getpass.getuser()
    except (OSError, KeyError):  # no user of this number is known, as in some containers
        raise Mistake("nobody is named who decides; say who with --by") from None
