"""Cells of a CSV file that a spreadsheet may open: none of them a formula, and each reads back as what it was.

A null is an empty cell. A text that is empty, or begins with what a spreadsheet takes for a formula or with an apostrophe, gets one
apostrophe in front; so whoever reads takes one leading apostrophe off every text that has one. Lists are JSON, dates and times ISO 8601.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars

MARKED = r"^(?:$|[=+\-@\t\r\n'＝＋－＠])"  # the full-width signs start a formula too, in some languages
NOTE = (
    "In the CSV files an empty cell is a null and lists are JSON. A text that is empty or begins with one of = + - @ ' (or a full-width "
    "one), a tab or a line break has one apostrophe before it: take one leading apostrophe off. It keeps it from being a formula."
)


def encoded(frame: polars.DataFrame) -> polars.DataFrame:
    """The frame with every column as it is written: texts marked, lists and structs as JSON."""
    import polars

    flat = frame.with_columns(_json(column) for column in frame if column.dtype.is_nested())
    text = polars.col(polars.String)
    written = flat.with_columns(polars.when(text.str.contains(MARKED)).then("'" + text).otherwise(text).name.keep())
    return written.with_columns(
        polars.when(polars.col(polars.Float64).is_infinite())
        .then(polars.when(polars.col(polars.Float64) > 0).then(polars.lit("INF")).otherwise(polars.lit("-INF")))
        .otherwise(polars.col(polars.Float64).cast(polars.String))
        .name.keep(),
        polars.col(polars.Datetime).dt.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def decoded(cell: str) -> str | None:
    """What a text's cell stands for."""
    return None if cell == "" else cell.removeprefix("'")


def _json(column: polars.Series) -> polars.Series:
    import polars

    cells = [None if value is None else json.dumps(value, ensure_ascii=False, default=str) for value in column.to_list()]
    return polars.Series(column.name, cells, dtype=polars.String)
