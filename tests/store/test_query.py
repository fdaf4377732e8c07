"""A user's question can read, and nothing else; it ends in time and within its limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics.store import Store, StoreError, query


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("query") / "p.duckdb"
    Store(path).close()
    return path


def test_answers(path: Path) -> None:
    frame = query(path, "select key, value from meta where key <> 'judged_by' order by key")
    assert frame.rows() == [("application", "parley"), ("version", "4")]


def test_row_limit(path: Path) -> None:
    assert query(path, "select range as n from range(1000) order by n desc", limit=3)["n"].to_list() == [999, 998, 997]


@pytest.mark.parametrize(
    "sql",
    [
        "select interval 1 day as a, 1 as b, 2 as b, [1, 2] as c, {'x': 1} as d, null as e, 1e30::hugeint as f, uuid() as g",
        "select 1 as a where false",
        "with t as (select 1) select * from t",
        "select 1;",
    ],
)
def test_any_type_comes_out(path: Path, sql: str) -> None:
    assert query(path, sql).width >= 1


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("delete from claims", "only a SELECT"),
        ("create table t (a integer)", "only a SELECT"),
        ("copy claims to '/tmp/claims.csv'", "only a SELECT"),
        ("attach '/tmp/other.duckdb'", "only a SELECT"),
        ("set enable_external_access = true", "only a SELECT"),
        ("pragma database_list", "only a SELECT"),
        ("install httpfs", "only a SELECT"),
        ("select 1; drop table claims", "one statement"),
        ("", "one statement"),
        ("select * from read_text('/etc/hostname')", "nothing outside"),
        ("select * from '/etc/hostname'", "hostname"),
        ("select * from glob('/*')", "nothing outside"),
        ("selec 1", "syntax error"),
        ("select no_such_column from claims", "no_such_column"),
        ("select error('two' || chr(10) || 'lines')", "two"),
    ],
)
def test_refuses_in_one_line(path: Path, sql: str, words: str) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreError, match=words) as caught:
        query(path, sql)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_ends_in_time(path: Path) -> None:
    with pytest.raises(StoreError, match=r"longer than 0\.3 s"):
        query(path, "select count(*) from range(1000000000) a, range(1000000) b where a.range * b.range % 7 = 3", seconds=0.3)


def test_memory_limit(path: Path) -> None:
    with pytest.raises(StoreError, match="more than 50MB of memory"):
        query(path, "select list(range) from range(100000000)", memory="50MB")
    with pytest.raises(StoreError, match="no amount of memory"):
        query(path, "select 1", memory="lots")
