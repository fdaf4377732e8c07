"""An export is whole or not there, says what it holds, and holds what the database does."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars
import pytest

from metrics import cells
from metrics.store import Store, StoreError, query
from metrics.store import export as module
from metrics.store.export import export
from tests.sql.made_claims import batch

Json = dict[str, Any]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few claims, some with words that a spreadsheet would take for a formula."""
    path = tmp_path_factory.mktemp("export") / "p.duckdb"
    said: Json = {"metric": "prisoners_exchanged", "status": "completed", "event_from": "5-23", "event_to": "5-23"}
    with Store(path) as store:
        store.load(
            batch(
                [
                    {**said, "low": 390, "by": "=HYPERLINK(1)", "title": "+1,\n'two'"},
                    {**said, "low": 400, "by": "The Daily", "bound": "over"},
                    {"metric": "troops_massed", "low": 50_000, "by": "@daily", "status": "reported", "published": None},
                ]
            )
        )
    return path


@pytest.fixture(scope="module")
def made(db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "out"
    export(db, folder)
    return folder


@pytest.fixture(scope="module")
def package(made: Path) -> Json:
    told: Json = json.loads((made / "datapackage.json").read_text(encoding="utf-8"))
    return told


def tables(package: Json) -> list[Json]:
    return [resource for resource in package["resources"] if resource["format"] == "csv"]


def rows(made: Path, resource: Json) -> list[dict[str, str]]:
    with (made / resource["path"]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_and_view_is_there_in_both_forms(db: Path, made: Path, package: Json) -> None:
    names = {row[0] for row in query(db, "select table_name from duckdb_columns() where not internal", 10_000).rows()}
    assert {resource["name"] for resource in tables(package)} == names
    assert {path.stem for path in (made / "csv").iterdir()} == {path.stem for path in (made / "parquet").iterdir()} == names


def test_the_files_are_those_that_are_described(made: Path, package: Json) -> None:
    described = {resource["path"] for resource in package["resources"]}
    assert described | {"datapackage.json"} == {str(path.relative_to(made)) for path in made.rglob("*") if path.is_file()}
    for resource in package["resources"]:
        content = (made / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_resource_and_field_is_described(made: Path, package: Json) -> None:
    assert package["licenses"][0]["name"] == "Apache-2.0"
    for resource in tables(package):
        fields = resource["schema"]["fields"]
        assert resource["description"].endswith(".")
        assert all(field["description"] for field in fields)
        assert {field["type"] for field in fields} <= {"string", "number", "integer", "boolean", "date", "datetime", "array"}
        with (made / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in fields]


def test_keys_references_and_words_hold(made: Path, package: Json) -> None:
    found = {resource["name"]: rows(made, resource) for resource in tables(package)}
    for resource in tables(package):
        schema, here = resource["schema"], found[resource["name"]]
        if key := schema.get("primaryKey"):
            assert len({tuple(row[column] for column in key) for row in here}) == len(here), resource["name"]
        for reference in schema.get("foreignKeys", ()):
            target, field = reference["reference"]["resource"] or resource["name"], reference["reference"]["fields"]
            there = {row[field] for row in found[target]}
            assert {row[reference["fields"]] for row in here} - there - {""} == set(), (resource["name"], reference)
        for field in schema["fields"]:
            constraints = field.get("constraints", {})
            cells_here = {row[field["name"]] for row in here}
            assert not (constraints.get("required") and "" in cells_here)
            assert cells_here - {"", *constraints.get("enum", cells_here)} == set()
    assert {reference["fields"] for reference in next(r for r in tables(package) if r["name"] == "claims")["schema"]["foreignKeys"]} == {
        "metric",
        "part_of",
        "report_id",
    }


def test_no_cell_is_a_formula_and_all_read_back(db: Path, made: Path, package: Json) -> None:
    resource = next(resource for resource in tables(package) if resource["name"] == "claims")
    told = query(db, "select claim_id, publisher, title from claims order by all")
    read = rows(made, resource)
    assert sorted((row["claim_id"], cells.decoded(row["publisher"]), cells.decoded(row["title"])) for row in read) == told.rows()
    assert {row["publisher"] for row in read} == {"'=HYPERLINK(1)", "The Daily", "'@daily"}


def test_parquet_holds_the_same(db: Path, made: Path) -> None:
    frame = polars.read_parquet(made / "parquet" / "claims.parquet")
    assert frame.rows() == query(db, "select * from claims order by all").rows()
    assert frame.schema["event_from"] == polars.Date


def test_the_same_database_gives_the_same_bytes(db: Path, made: Path, tmp_path: Path) -> None:
    export(db, tmp_path / "again")
    for path in made.rglob("*"):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(made)).read_bytes() == path.read_bytes(), path


def test_an_empty_folder_is_filled_and_an_earlier_export_replaced(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    done = export(db, folder)
    assert done.tables > 30
    with pytest.raises(StoreError, match="holds an earlier export; replace it with --force"):
        export(db, folder)
    (folder / "csv" / "claims.csv").write_text("old", encoding="utf-8")
    export(db, folder, force=True)
    assert (folder / "csv" / "claims.csv").read_text(encoding="utf-8") != "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("force", [False, True])
def test_what_no_export_wrote_is_left_alone(force: bool, db: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear", encoding="utf-8")
    with pytest.raises(StoreError, match=r"holds what no export wrote \(letter.txt\)"):
        export(db, tmp_path, force=force)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(StoreError, match="is a file, not a folder"):
        export(db, tmp_path / "letter.txt", force=force)


def test_one_file_more_beside_an_earlier_export_is_not_lost(db: Path, tmp_path: Path) -> None:
    export(db, tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match=r"notes\.txt"):
        export(db, tmp_path / "out", force=True)
    assert (tmp_path / "out" / "notes.txt").exists()


def failing(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("force", [False, True])
def test_where_it_fails_nothing_is_left_half_written(force: bool, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if force:
        export(db, tmp_path / "out")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    monkeypatch.setattr(module, "_schema", failing(OSError(28, "No space left on device")))
    with pytest.raises(StoreError, match="No space left on device"):
        export(db, tmp_path / "out", force=force)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert {path.name for path in tmp_path.iterdir()} == ({"out"} if force else set())


def test_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such database"):
        export(tmp_path / "none.duckdb", tmp_path / "out")
    assert not (tmp_path / "out").exists()
