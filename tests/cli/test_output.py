"""Rows in every format: what comes out reads back, and nothing from a document can act on a spreadsheet or a terminal."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from metrics.cli.options import Format
from metrics.cli.output import table, write
from metrics.cli.terminal import printable
from metrics.model import Mistake

ROWS = [
    {"who": "Umerov", "low": 1200.0, "day": date(2025, 6, 2), "ids": ["c-1", "c-2"], "part": False},
    {"who": None, "low": -3.5, "day": None, "ids": [], "part": None},
]


def written(frame: pl.DataFrame, form: Format, folder: Path) -> bytes:
    path = folder / f"deeper/rows.{form.value}"
    write(frame, form, path)
    return path.read_bytes()


def test_json_reads_back(tmp_path: Path) -> None:
    assert json.loads(written(pl.DataFrame(ROWS), Format.json, tmp_path)) == [
        {"who": "Umerov", "low": 1200.0, "day": "2025-06-02", "ids": ["c-1", "c-2"], "part": False},
        {"who": None, "low": -3.5, "day": None, "ids": [], "part": None},
    ]


def test_json_lines_are_one_row_each(tmp_path: Path) -> None:
    lines = written(pl.DataFrame(ROWS), Format.jsonl, tmp_path).decode().splitlines()
    assert [json.loads(line)["who"] for line in lines] == ["Umerov", None]


def test_parquet_reads_back(tmp_path: Path) -> None:
    frame = pl.DataFrame(ROWS)
    assert pl.read_parquet(io.BytesIO(written(frame, Format.parquet, tmp_path))).equals(frame)


def test_csv_holds_lists_as_json(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(written(pl.DataFrame(ROWS), Format.csv, tmp_path).decode())))
    assert json.loads(rows[0]["ids"]) == ["c-1", "c-2"]
    assert json.loads(rows[1]["ids"]) == []
    assert rows[1]["low"] == "-3.5", "a number keeps its sign: only text can be a formula"


@pytest.mark.parametrize("text", ["=1+1", "+380 44", "-5 degrees", "@name", "\t=1", "\r=1"])
def test_csv_has_no_formulas(text: str, tmp_path: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(written(pl.DataFrame({"quote": [text]}), Format.csv, tmp_path).decode(), newline=""))
    assert row["quote"] == "'" + text


@pytest.mark.parametrize("text", ["two = two", "a+b", "RU-UA"])
def test_csv_leaves_other_text_alone(text: str, tmp_path: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(written(pl.DataFrame({"quote": [text], "n": [1]}), Format.csv, tmp_path).decode()))
    assert row["quote"] == text


def test_a_table_shows_only_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "rows.txt"
    write(pl.DataFrame(ROWS), Format.table, path, ["low", "who", "no such column"])
    assert path.read_text() == "  low  who\n-----  ------\n1,200  Umerov\n -3.5\n"


def test_a_table_fits() -> None:
    lines = table(["a", "quote"], [["x" * 30, "y" * 300]], fit=40)
    assert {len(line.rstrip("\n")) for line in lines[1:]} == {40}
    assert "…" in lines[2]


def test_a_table_of_nothing() -> None:
    assert table(["a", "quote"], [], fit=40) == ["a  quote\n", "-  -----\n"]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain, 1,200 – “so”", "plain, 1,200 – “so”"),
        ("\x1b[31mred\x1b[0m", " [31mred [0m"),
        ("a\x9b2Jb", "a 2Jb"),
        ("two\r\nlines", "two lines"),
        ("\u202eturned\u202c", " turned "),
    ],
)
def test_nothing_can_drive_a_terminal(text: str, safe: str) -> None:
    assert printable(text) == safe
    assert table(["t"], [[text]])[2].strip() == safe.strip()


def test_line_breaks_can_stay() -> None:
    assert printable("a\n\x07b", breaks=True) == "a\n b"


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Mistake, match="cannot be written"):
        write(pl.DataFrame(ROWS), Format.csv, tmp_path / "file" / "rows.csv")
