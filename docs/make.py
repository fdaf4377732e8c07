"""Writes the pages of docs/ that come out of the program: `make docs`. The tests say when one is stale."""

from __future__ import annotations

import contextlib
import html
import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars

from metrics import cli, dashboards
from metrics.charts import charts
from metrics.store import Store
from metrics.store.dictionary import dictionary
from metrics.store.questions import Parameter, Question, ask, questions
from metrics.store.told import columns, tables

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = (ROOT / "seeds" / "reports", ROOT / "docs" / "reports.jsonl")
MOST_ROWS, LONGEST = 8, 90  # of an answer, and of a cell

SQL = """# The database in SQL

`parley load` keeps all that it reads in one DuckDB file, with what follows from it. Every table, view and column says there what it is;
this page is those comments, written by `make docs`.

```sh
parley sql "select publisher, low, high, quote from claims where metric = 'bodies_repatriated'"
parley sql --tables                                  # the tables, and what one row of each is
parley sql --tables claims                           # the columns of one
parley sql --named                                   # the questions that have a name
parley sql --named timeline --param event="round 2"  # the answer of one
parley export out/export                             # everything as CSV and Parquet, with a datapackage.json
```

Questions run on a connection that can read this file and nothing else. A figure that many reports carry stands there once for each;
`origins` counts how many independent sources stand behind a figure, and a null is always something that no report told.

## Questions with a name

Their answers here are those for the sample reports, `seeds/reports` and `docs/reports.jsonl`; columns without any value are left out.

{questions}
## Tables to start with

{start}
## Steps on the way, and the database's own

{others}"""

GALLERY = """# The charts

`parley chart` lists them, `parley chart NAME -o FILE` draws one: a page that works offline (.html), a picture (.png, .svg) or Vega-Lite
(.json); `--dark` is light on dark. These are of the sample reports, `seeds/reports` and `docs/reports.jsonl`, drawn by `make docs`.
"""


def sql_page(db: Path) -> str:
    """docs/sql.md: the questions with their answers, the tables with their columns."""
    told = tables(db).to_dicts()
    parts = {start: "\n".join(_table(db, row) for row in told if row["start"] is start) for start in (True, False)}
    asked = "\n".join(_question(db, one) for one in questions().values())
    return SQL.format(questions=asked, start=parts[True], others=parts[False])


def _question(db: Path, one: Question) -> str:
    takes = "".join(f"- `{p.name}` ({p.kind}{_else(p)}): {p.meaning}\n" for p in one.takes)
    given = "".join(f" --param {name}={_quoted(value)}" for name, value in one.example.items())
    answer = ask(db, one.name, one.example)
    return f"### {one.name}: {one.asks}\n\n{one.row}\n\n{takes}\n```sh\nparley sql --named {one.name}{given}\n```\n\n{_answer(answer)}"


def _else(parameter: Parameter) -> str:
    return ", needed" if parameter.required else f", else {parameter.default}" if parameter.default else ""


def _answer(frame: polars.DataFrame) -> str:
    if not len(frame):
        return "No rows.\n"
    shown = frame.head(MOST_ROWS)
    shown = shown.select(name for name in shown.columns if shown[name].null_count() < len(shown))
    more = f"\n… and {len(frame) - MOST_ROWS} more rows.\n" if len(frame) > MOST_ROWS else ""
    return _markdown(shown.columns, [[_cut(value) for value in row] for row in shown.rows()]) + more


def _table(db: Path, row: dict[str, object]) -> str:
    name = str(row["name"])
    described = columns(db, name)
    key = dictionary().keys.get(name)
    kept = "A view: its rows are made when it is asked. " if row["kind"] == "view" else ""
    keyed = f"Its key is {', '.join(f'`{column}`' for column in key)}. " if key else ""
    about = f"{row['one_row']}\n\n" + (f"{kept}{keyed}".rstrip() + "\n\n" if kept or keyed else "")
    required = "required" in described.columns and described["required"].any()
    rows = [(f"`{c}`", t.lower() + (", never null" if required and r else ""), means) for c, t, r, means in described.rows()]
    return f"### {name}\n\n{about}{_markdown(('column', 'type', 'what it means'), rows)}"


def _markdown(names: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    lines = [names, ["---"] * len(names), *([_cell(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = f"{value:,.10g}" if isinstance(value, float) else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return html.escape(" ".join(text.split()), quote=False).replace("|", "\\|")


def _cut(value: object) -> object:
    return value[: LONGEST - 1] + "…" if isinstance(value, str) and len(value) > LONGEST else value


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


@contextlib.contextmanager
def samples() -> Iterator[Path]:
    """A database of the sample reports."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        db = Path(folder) / "samples.duckdb"
        if cli.run(["load", *(str(path.relative_to(ROOT)) for path in SAMPLES), "--db", str(db)]):
            raise SystemExit("the sample reports cannot be loaded")
        yield db


def gallery_page(titles: Mapping[str, str]) -> str:
    """docs/gallery/README.md: each chart with what it shows and how it is made."""
    parts = []
    for name, title in titles.items():
        dark = f'<source media="(prefers-color-scheme: dark)" srcset="{name}-dark.svg">'
        picture = f'<picture>{dark}<img src="{name}.svg" alt="{html.escape(title)}"></picture>'
        about = f"{charts()[name].says} Draws the view `{charts()[name].view}`."
        parts.append(f"\n## {name}\n\n{about}\n\n```sh\nparley chart {name} -o {name}.svg\n```\n\n{picture}\n")
    return GALLERY + "".join(parts)


def drawn(db: Path, dark: bool = False) -> dict[str, Any]:
    """Every chart of what the database holds."""
    with Store(db, read_only=True) as store:
        return {name: dashboards.draw(name, store.frame(chart.view).to_dicts(), dark) for name, chart in charts().items()}


def titles(db: Path) -> dict[str, str]:
    """What each chart's title says."""
    return {name: dashboards.title(chart.to_dict()) for name, chart in drawn(db).items()}


if __name__ == "__main__":
    with samples() as made:
        (ROOT / "docs" / "sql.md").write_text(sql_page(made), encoding="utf-8")
        gallery = ROOT / "docs" / "gallery"
        for suffix, dark in (("", False), ("-dark", True)):
            for name, chart in drawn(made, dark).items():
                dashboards.save(chart, gallery / f"{name}{suffix}.svg")
        (gallery / "README.md").write_text(gallery_page(titles(made)), encoding="utf-8")
