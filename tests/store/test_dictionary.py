"""Every table, view and column says in the database what it is, and the dictionary says nothing of what is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from metrics.store import Store, query
from metrics.store.connection import statement
from metrics.store.dictionary import dictionary, header

COLUMNS = "select table_name, column_name, comment from duckdb_columns() where not internal"
OBJECTS = """
select table_name, comment from duckdb_tables() where not internal
union all
select view_name, comment from duckdb_views() where not internal
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dictionary") / "p.duckdb"
    Store(path).close()
    return path


@pytest.fixture(scope="module")
def columns(db: Path) -> list[tuple[str, str, str]]:
    return query(db, COLUMNS, limit=10_000).rows()


def test_every_table_and_view_says_what_one_row_is(db: Path) -> None:
    told = query(db, OBJECTS).rows()
    assert len(told) > 30
    assert [name for name, comment in told if "ne row" not in (comment or "") or not comment.endswith(".")] == []


def test_every_column_says_what_it_means(columns: list[tuple[str, str, str]]) -> None:
    silent = [f"{table}.{column}" for table, column, comment in columns if not comment]
    assert silent == [], "say in sql/dictionary.toml what they mean"
    assert [comment for _, _, comment in columns if not re.fullmatch(r"[A-Z a-z].*[.…]", comment)] == []


def test_the_dictionary_names_nothing_that_is_not_there(columns: list[tuple[str, str, str]]) -> None:
    told = dictionary()
    known = {column for _, column, _ in columns} | {f"{table}.{column}" for table, column, _ in columns}
    tables = {table for table, _, _ in columns}
    assert set(told.meanings) - known == set()
    assert {*told.start, *told.keys, *told.refers.values()} - tables == set()
    assert {f"{table}.{column}" for table, key in told.keys.items() for column in key} - known == set()
    assert {*told.refers, *told.words} - known == set()


def test_a_reference_is_to_a_key() -> None:
    told = dictionary()
    assert [column for column, table in told.refers.items() if len(told.keys[table]) != 1] == []


def test_the_words_are_those_that_are_checked() -> None:
    check = statement("checks", "words_are_known.sql")
    listed = {column: tuple(re.findall(r"'(\w+)'", words)) for column, words in re.findall(r"^where (\w+) not in \((.*)\)", check, re.M)}
    assert listed
    assert {column: dictionary().words[column] for column in listed} == listed


def test_comments_are_mended_by_the_next_judging(db: Path) -> None:
    with Store(db) as store:
        store._connection.execute("comment on column claims.quote is 'something old'")
        store._connection.execute("comment on column claims.low is null")
        store.judge()
    told = {column: comment for table, column, comment in query(db, COLUMNS, limit=10_000).rows() if table == "claims"}
    assert (told["quote"], told["low"]) == (dictionary().meanings["quote"], dictionary().meanings["low"])


def test_a_header() -> None:
    assert header("-- One row is a cat,\n-- or a dog.\n-- Reads: cats\nselect 1\n-- no more") == "One row is a cat, or a dog."
