"""`parley chart`: one picture of what stands in the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from metrics.cli.options import DB, Database

PICTURES = (".html", ".png", ".svg", ".json")


def chart(
    name: Annotated[str | None, typer.Argument(metavar="[CHART]", help="Which chart; without one, list them.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to: a file that ends in .html, .png, .svg or .json (Vega-Lite).")
    ] = None,
    dark: Annotated[bool, typer.Option("--dark", help="Light on dark.")] = False,
    db: Database = DB,
) -> None:
    """Draw a chart of who says what, of what was delivered, of who copies whom … or list the charts."""
    from metrics.charts import charts
    from metrics.store import Store

    if name is None:
        if output is not None:
            raise typer.BadParameter(f"name one of: {', '.join(charts())}", param_hint="'CHART'")
        _listed()
        return
    if name not in charts():
        raise typer.BadParameter(f"there is no chart {name!r}; there are: {', '.join(charts())}", param_hint="'CHART'")
    if output is None:
        raise typer.BadParameter(f"say where to, as -o {name}.html", param_hint="'--output'")
    if output.suffix.lower() not in PICTURES:
        raise typer.BadParameter(f"{str(output)!r} must end in .html, .png, .svg or .json", param_hint="'--output'")
    with Store(db, read_only=True) as store:
        rows = store.frame(charts()[name].view).to_dicts()
    draw(name, rows, output, dark=dark)
    typer.echo(output)


def draw(name: str, rows: list[dict[str, object]], *outputs: Path, dark: bool = False) -> None:
    """Draws a chart, and saves it in the format of each file's ending."""
    from metrics import dashboards
    from metrics.model import Mistake

    try:
        dashboards.save(dashboards.draw(name, rows, dark), *outputs)
    except OSError as error:
        raise Mistake(f"{error.filename or outputs[0]}: cannot be written: {error.strerror}") from None


def _listed() -> None:
    import textwrap

    from metrics.charts import charts
    from metrics.cli.terminal import width

    size = max(map(len, charts()))
    for one in charts().values():
        start = f"{one.name:<{size}}  "
        typer.echo(textwrap.fill(one.says, min(width(80), 100), initial_indent=start, subsequent_indent=" " * len(start)))
    typer.echo("\n`parley chart NAME -o NAME.html` draws one; .png, .svg and .json do too, and --dark is light on dark.")
