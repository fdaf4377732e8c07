"""Everything that the database holds, as CSV and Parquet files with a Frictionless datapackage.json that says what they are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from metrics import __version__, cells
from metrics.folders import replaced
from metrics.store.connection import StoreError, connect, one_line, recognise, statement
from metrics.store.dictionary import dictionary

DESCRIPTOR = "datapackage.json"
_NAME = "parley-export"
_TYPES = {"VARCHAR": "string", "DOUBLE": "number", "BOOLEAN": "boolean", "DATE": "date", "TIMESTAMP": "datetime"}
_LICENCE = {
    "name": "Apache-2.0",
    "path": "https://www.apache.org/licenses/LICENSE-2.0",
    "title": "For the structure and its descriptions. Texts and quotes belong to those who published them.",
}
_DIALECT = {"delimiter": ",", "doubleQuote": True, "header": True, "lineTerminator": "\n", "quoteChar": '"'}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    tables: int
    rows: int
    bytes: int


def export(path: Path | str, folder: Path | str, force: bool = False, only: Collection[str] | None = None) -> Exported:
    """Writes all tables and views, or `only` those named, to `folder`, either all of it or nothing.

    They are csv/NAME.csv, parquet/NAME.parquet and datapackage.json. A folder that holds anything is refused; with `force` an earlier
    export in it is replaced. The same database gives the same bytes. Raises StoreError.
    """
    path, folder = Path(path), Path(folder).resolve()
    connection = connect(path, read_only=True)
    try:
        if not recognise(connection, path):
            raise StoreError(f"{path}: is an empty database; `parley load` fills it")
        _refuse_what_is_not_ours(folder, force)
        with replaced(folder) as made:
            return _written(connection, made, only)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror or error}") from None
    except duckdb.Error as error:
        raise StoreError(f"{path}: {one_line(error)}") from None
    finally:
        connection.close()


def _refuse_what_is_not_ours(folder: Path, force: bool) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise StoreError(f"{folder}: is a file, not a folder")
    there = {str(file.relative_to(folder)) for file in folder.rglob("*") if not file.is_dir()}
    if not there and not any(folder.iterdir()):
        return
    strange = sorted(there - _earlier(folder))
    if strange or DESCRIPTOR not in there:
        raise StoreError(f"{folder}: holds what no export wrote ({strange[0] if strange else 'folders'}); choose another folder")
    if not force:
        raise StoreError(f"{folder}: holds an earlier export; replace it with --force")


def _earlier(folder: Path) -> set[str]:
    """The files of the export that the folder holds; none where its descriptor is missing or another's."""
    try:
        told = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        return {DESCRIPTOR, *(str(resource["path"]) for resource in told["resources"])} if told["name"] == _NAME else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _written(connection: duckdb.DuckDBPyConnection, folder: Path, only: Collection[str] | None) -> Exported:
    told = connection.execute(statement("store", "tables_told.sql"), {"start": list(dictionary().start)}).fetchall()
    told = [table for table in told if only is None or table[0] in only]
    there = {name for name, *_ in told}
    texts, tables, rows = [], [], 0
    for kind in ("csv", "parquet"):
        (folder / kind).mkdir()
    for name, *_, one_row in told:
        frame = _frame(connection, name)
        rows += len(frame)
        cells.encoded(frame).write_csv(folder / "csv" / f"{name}.csv")
        frame.write_parquet(folder / "parquet" / f"{name}.parquet")
        columns = connection.execute(statement("store", "columns_told.sql"), {"name": name}).fetchall()
        about = {"title": name.replace("_", " ").capitalize(), "description": one_row}
        texts.append({"name": name, **about, **_text(folder, name), "schema": _schema(name, columns, there)})
        tables.append(
            {
                "name": f"{name}-parquet",
                "type": "file",
                **about,
                **_file(folder, f"parquet/{name}.parquet", "application/vnd.apache.parquet"),
            }
        )
    (since,) = connection.execute(statement("store", "last_run.sql")).fetchall()[0]
    descriptor = {
        "name": _NAME,
        "profile": "data-package",
        "title": "Figures in news about prisoner exchanges and peace talks",
        "description": f"All tables and views of a Parley database. {cells.NOTE} The Parquet files hold the same rows with their types.",
        "version": __version__,
        **({"created": f"{since:%Y-%m-%dT%H:%M:%SZ}"} if since else {}),
        "licenses": [_LICENCE],
        "resources": [*texts, *tables],
    }
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return Exported(len(told), rows, sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()))


def _frame(connection: duckdb.DuckDBPyConnection, name: str) -> pl.DataFrame:
    """All rows, in an order that does not depend on how they were made, with DuckDB's huge integers as plain ones."""
    frame = pl.DataFrame(connection.table(name).order("all"))
    huge = pl.Decimal(38, 0)
    return frame.with_columns(pl.col(huge).cast(pl.Int64), pl.col(pl.List(huge)).cast(pl.List(pl.Int64)))


def _text(folder: Path, name: str) -> Json:
    return {
        "profile": "tabular-data-resource",
        **_file(folder, f"csv/{name}.csv", "text/csv"),
        "encoding": "utf-8",
        "dialect": _DIALECT,
    }


def _file(folder: Path, path: str, mediatype: str) -> Json:
    with (folder / path).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = (folder / path).stat().st_size
    return {"path": path, "format": Path(path).suffix[1:], "mediatype": mediatype, "bytes": size, "hash": f"sha256:{digest}"}


def _schema(table: str, columns: list[tuple[Any, ...]], there: Collection[str]) -> Json:
    told = dictionary()
    names = [name for name, *_ in columns]
    key = told.keys.get(table)
    references = [
        {"fields": name, "reference": {"resource": "" if target == table else target, "fields": told.keys[target][0]}}
        for name, target in told.refers.items()
        if name in names and target in there and not (target == table and key == (name,))
    ]
    return {
        "fields": [_field(*column) for column in columns],
        "missingValues": [""],
        **({"primaryKey": list(key)} if key else {}),
        **({"foreignKeys": references} if references else {}),
    }


def _field(name: str, type_: str, required: bool, means: str | None) -> Json:
    words = dictionary().words.get(name)
    constraints: Json = ({"required": True} if required else {}) | ({"enum": list(words)} if words else {})
    kind = "array" if type_.endswith("[]") else _TYPES.get(type_, "integer")
    return {"name": name, "type": kind, "description": means or "", **({"constraints": constraints} if constraints else {})}
