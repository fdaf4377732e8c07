"""Cells of a CSV file: no formula for a spreadsheet, and each reads back as what it was."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import cells


def written(frame: polars.DataFrame) -> list[list[str]]:
    return list(csv.reader(io.StringIO(cells.encoded(frame).write_csv(), newline="")))[1:]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("'quoted'", "''quoted'"),
        ("", "'"),
        (None, ""),
        ("a=b", "a=b"),
    ],
)
def test_texts(text: str | None, cell: str) -> None:
    frame = polars.DataFrame({"text": [text], "other": [1]}, schema_overrides={"text": polars.String})
    ((got, _),) = written(frame)
    assert got == cell
    assert cells.decoded(got) == text


def test_other_types() -> None:
    frame = polars.DataFrame(
        {
            "number": [-1.5, float("inf")],
            "texts": [["=a", "b,c"], []],
            "when": [datetime(2025, 6, 2, 23, 59, 59), None],
            "truth": [True, None],
        }
    )
    assert written(frame) == [["-1.5", '["=a", "b,c"]', "2025-06-02T23:59:59Z", "true"], ["INF", "[]", "", ""]]


@given(
    st.lists(st.none() | st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), max_size=8), min_size=1, max_size=5)
)
def test_every_text_reads_back_and_none_is_a_formula(texts: list[str | None]) -> None:
    rows = written(polars.DataFrame({"n": range(len(texts)), "text": polars.Series(texts, dtype=polars.String)}))
    assert [cells.decoded(row[1]) for row in rows] == texts
    assert not any(row[1][:1] in tuple("=+-@\t\r\n") and row[1] for row in rows)
