"""`parley status` and `parley remove`: what the database holds, and taking reports out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from metrics.cli.options import DB, Catalogue, Database, Metrics, Output, Shape, TableOrJson


def status(
    db: Database = DB, form: TableOrJson = Shape.table, output: Output = None, catalogue: Catalogue = None, more: Metrics = None
) -> None:
    """Say what is loaded, with which rules, and what is stale."""
    from metrics.claims import catalogue as catalogues
    from metrics.cli.output import write_text
    from metrics.store import Store

    rules = catalogues.load(catalogue, more).fingerprint
    with Store(db, read_only=True) as store:
        state = store.state(rules)
    if form is Shape.json:
        write_text(json.dumps({"db": db, "current_rules": rules, **state}, indent=2, default=str) + "\n", output)
        return
    used = state.pop("rules")
    assert isinstance(used, list)
    first, last, loaded = state["first_published"], state["last_published"], state["last_load"]
    lines = [
        ("database", f"{db}, {_size(db)}"),
        ("documents", f"{state['documents']:,}"),
        ("reports", f"{state['reports']:,} by {state['publishers']:,} outlets; {state['reprints']:,} reprint others"),
        ("published", f"{first} to {last}" if first else "none dated"),
        ("dates", f"{state['dates_inferred']:,} inferred, {state['undated']:,} unknown"),
        ("figures", f"{state['figures']:,}, of which {state['claims']:,} make claims"),
        ("judgements", f"{state['events']:,} events, {state['discrepancies']:,} discrepancies"),
        ("last load", f"{loaded} UTC" if loaded else "never"),
        *(("rules", f"{row['rules']}: {row['reports']:,} reports{'' if row['rules'] != rules else ', as used now'}") for row in used),
        ("stale", f"{state['stale']:,} reports" + ("; `parley load --refresh` reads them anew" if state["stale"] else "")),
    ]
    write_text("".join(f"{name:<11} {told}\n" for name, told in lines), output)


def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Reports (r-…) or whole documents (d-…).")],
    db: Database = DB,
) -> None:
    """Take reports out, with their figures, claims and judgements."""
    from dataclasses import asdict

    from metrics.cli.loading import counted
    from metrics.store import Store

    if not db.exists():
        raise typer.BadParameter(f"there is no database {db}", param_hint="'--db'")
    with Store(db) as store:
        gone = store.remove(ids)
    typer.echo(f"{counted(asdict(gone))} taken out of {db}; loading the same input again brings them back")


def _size(db: Path) -> str:
    return f"{db.stat().st_size / 1e6:,.1f} MB"
