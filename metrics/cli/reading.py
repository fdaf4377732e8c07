"""`parley run`, `load` and `extract`: from texts to claims, and on to the report and the chart."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from metrics.cli.options import DB, Catalogue, Database, Output, Paths, Processes, Shape, TableOrJson

Folder = Annotated[Path | None, typer.Option("--out", help="Where report and charts go; by default beside the database.")]


def run(
    paths: Paths,
    db: Database = DB,
    out: Folder = None,
    catalogue: Catalogue = None,
    processes: Processes = None,
) -> None:
    """Read reports, load what they state, say where they disagree and draw who says what: all in one go."""
    from metrics import report
    from metrics.cli.judge import draw
    from metrics.cli.output import write_text
    from metrics.cli.terminal import width
    from metrics.store import Store

    problems = _load(paths, db, catalogue, processes)
    with Store(db, read_only=True) as store:
        found = store.discrepancies()
        voices = store.frame("voices").to_dicts()
    write_text(report.terminal(found, width()))
    folder = out or db.parent
    files = {name: folder / name for name in ("discrepancies.txt", "discrepancies.json", "voices.html", "voices.png", "voices.svg")}
    write_text(report.terminal(found, 100), files["discrepancies.txt"])
    write_text(report.as_json(found), files["discrepancies.json"])
    draw(voices, files["voices.html"], files["voices.png"], files["voices.svg"])
    typer.echo(f"\ndatabase  {db}\nreport    {files['discrepancies.txt']}, {files['discrepancies.json']}")
    typer.echo(f"chart     {files['voices.html']}, {files['voices.png']}, {files['voices.svg']}")
    if problems:
        raise typer.Exit(1)


def load(paths: Paths, db: Database = DB, catalogue: Catalogue = None, processes: Processes = None) -> None:
    """Read reports and load what they state into the database. Loading the same again changes nothing."""
    if _load(paths, db, catalogue, processes):
        raise typer.Exit(1)


def extract(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text; - is standard input.")],
    form: TableOrJson = Shape.table,
    output: Output = None,
    catalogue: Catalogue = None,
) -> None:
    """Show a text's figures and claims, with no database."""
    import json

    from metrics import pipeline, rows
    from metrics.claims import catalogue as catalogues
    from metrics.cli.listing import CLAIMS, FIGURES
    from metrics.cli.output import rows_of, table, write_text
    from metrics.cli.terminal import complain, width
    from metrics.model import Problem

    known = catalogues.load(catalogue)
    claims: list[dict[str, object]] = []
    figures: list[dict[str, object]] = []
    failed = False
    for item in pipeline.run([file], known, processes=1):
        if isinstance(item, Problem):
            complain(f"{item.origin}: {item.message}")
            failed = True
            continue
        for document, extractions in item:
            for extraction in extractions:
                claims += rows.claims(document, extraction)
                figures += rows.figures(document, extraction)
    if form is Shape.json:
        write_text(json.dumps({"claims": claims, "figures": figures}, ensure_ascii=False, indent=2, default=str) + "\n", output)
    else:
        parts = []
        for title, records, columns in (("Claims", claims, CLAIMS), ("Figures", figures, FIGURES[1:-1])):
            parts += [f"{title}\n", *table(columns, rows_of(records, columns), width()), "\n"]
        write_text("".join(parts), output)
    if failed:
        raise typer.Exit(1)


def _load(paths: Sequence[str], db: Path, folder: Path | None, processes: int | None) -> int:
    """Loads and says what was loaded; gives the number of inputs that failed."""
    from metrics import pipeline
    from metrics.claims import catalogue as catalogues
    from metrics.cli.terminal import Progress, complain
    from metrics.model import Problem
    from metrics.store import Store

    known = catalogues.load(folder)
    total: Counter[str] = Counter()
    problems = 0
    with ExitStack() as stack:
        store: Store | None = None
        progress = stack.enter_context(Progress(sum(_size(path) for path in paths)))
        for item in pipeline.run(paths, known, processes):
            if isinstance(item, Problem):
                progress.clear()
                complain(f"{item.origin}: {item.message}")
                problems += 1
                continue
            if store is None:  # only now, so that no database is made where nothing could be read
                store = stack.enter_context(Store(db))
            total.update(vars(store.load(item)))
            progress.advance(sum(len(document.text) for document, _ in item), len(item))
    typer.echo(", ".join(f"{count:,} {what}" for what, count in total.items()) or "nothing was loaded")
    return problems


def _size(path: str) -> int:
    """Bytes under a path, for the progress bar; 0 for what has no size, as standard input."""
    if os.path.isdir(path):
        return sum(_size(entry.path) for entry in os.scandir(path) if not entry.name.startswith("."))
    return os.path.getsize(path) if os.path.isfile(path) else 0
