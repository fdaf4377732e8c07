"""`parley run`, `load` and `extract`: from texts to claims, and on to the report and the chart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from metrics.cli.options import DB, Catalogue, Database, Log, Metrics, Output, Paths, PathsIfAny, Processes, Quiet, Shape, TableOrJson
from metrics.cli.reads import reads

if TYPE_CHECKING:
    from metrics.read import Options

Folder = Annotated[Path | None, typer.Option("--out", help="Where report and charts go; by default beside the database.")]


@reads
def run(
    paths: Paths,
    how: Options,
    db: Database = DB,
    out: Folder = None,
    catalogue: Catalogue = None,
    more: Metrics = None,
    processes: Processes = None,
) -> None:
    """Read reports, load what they state, say where they disagree and draw who says what: all in one go."""
    from metrics.cli.discrepancies import Form, gathered, written
    from metrics.cli.drawing import draw
    from metrics.cli.output import write_page, write_text
    from metrics.store import Store

    complete = _load(paths, how, db, catalogue, more, processes)
    with Store(db, read_only=True) as store:
        found = gathered(store)
        voices = store.frame("voices").to_dicts()
    write_page(written(found, Form.table))
    folder = out or db.parent
    pages = {folder / f"discrepancies.{ending}": form for ending, form in (("txt", Form.table), ("html", Form.html), ("json", Form.json))}
    for path, form in pages.items():
        write_text(written(found, form, path), path)
    files = {name: folder / name for name in ("voices.html", "voices.png", "voices.svg")}
    draw("voices", voices, *files.values())
    typer.echo(f"\ndatabase  {db}\nreport    {', '.join(map(str, pages))}")
    typer.echo(f"chart     {', '.join(map(str, files.values()))}")
    if not complete:
        raise typer.Exit(1)


@reads
def load(
    how: Options,
    paths: PathsIfAny = None,
    db: Database = DB,
    catalogue: Catalogue = None,
    more: Metrics = None,
    processes: Processes = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Extract anew, from the texts kept, what other rules extracted.")] = False,
    quiet: Quiet = False,
    log: Log = None,
) -> None:
    """Read reports and load what they state into the database. Loading the same again changes nothing."""
    if not paths and not refresh:
        raise typer.BadParameter("name what to read, or --refresh", param_hint="'PATH...'")
    if refresh:
        from metrics.claims import catalogue as catalogues
        from metrics.cli import loading

        for line in loading.refresh(db, catalogues.load(catalogue, more), processes, quiet, log):
            typer.echo(line)
    if paths and not _load(paths, how, db, catalogue, more, processes, quiet, log):
        raise typer.Exit(1)


@reads
def extract(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text; - is standard input.")],
    how: Options,
    form: TableOrJson = Shape.table,
    output: Output = None,
    catalogue: Catalogue = None,
    more: Metrics = None,
) -> None:
    """Show a text's figures and claims, with no database."""
    import json

    from metrics import read, rows
    from metrics.claims import catalogue as catalogues
    from metrics.cli.listing import CLAIMS, FIGURES
    from metrics.cli.output import rows_of, table, write_text
    from metrics.cli.terminal import complain, width
    from metrics.extract import extract as extracted
    from metrics.model import Problem

    known = catalogues.load(catalogue, more)
    claims: list[dict[str, object]] = []
    figures: list[dict[str, object]] = []
    failed = False
    for item in read.read([file], how):
        if isinstance(item, Problem):
            complain(f"{item.origin}: {item.message}")
            failed = True
            continue
        for report in read.reports(item):
            found = extracted(report, known)
            claims += rows.claims(found)
            figures += rows.figures(found)
    if form is Shape.json:
        write_text(json.dumps({"claims": claims, "figures": figures}, ensure_ascii=False, indent=2, default=str) + "\n", output)
    else:
        parts = []
        for title, records, columns in (("Claims", claims, CLAIMS), ("Figures", figures, FIGURES[1:-1])):
            parts += [f"{title}\n", *table(columns, rows_of(records, columns), width()), "\n"]
        write_text("".join(parts), output)
    if failed:
        raise typer.Exit(1)


def _load(
    paths: list[str],
    how: Options,
    db: Path,
    catalogue: Path | None,
    more: Path | None,
    processes: int | None,
    quiet: bool = False,
    log: Path | None = None,
) -> bool:
    """Loads and says what was new; whether every input could be read."""
    from metrics.claims import catalogue as catalogues
    from metrics.cli.loading import load_paths

    told, failed = load_paths(paths, db, catalogues.load(catalogue, more), processes, how, quiet, log)
    if told is None:
        raise typer.Exit(1)
    for line in told:
        typer.echo(line)
    return not failed
