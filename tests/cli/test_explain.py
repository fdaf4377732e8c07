"""`parley explain`: a claim in its words, and what decided each field."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def claim(parley: Callable, db: Path) -> dict:
    rows = json.loads(parley("claims", "--db", db, "--format", "json").out)
    return next(row for row in rows if row["low"] == 1200)


def test_a_claim_in_its_words(parley: Callable, db: Path, claim: dict) -> None:
    done = parley("explain", claim["claim_id"], "--db", db)
    assert done.code == 0
    assert ">>up to 1,200 prisoners of war<<" in done.out or ">>up to 1,200<<" in done.out
    assert '"agreed"' in done.out
    assert '"each"' in done.out
    assert "Left open by the text: " in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_as_data(parley: Callable, db: Path, claim: dict) -> None:
    told = json.loads(parley("explain", claim["claim_id"], "--db", db, "--format", "json").out)
    assert told["claim_id"] == claim["claim_id"]
    because = {reason["field"]: reason for reason in told["because"]}
    assert because["basis"]["value"] == "per_side"
    assert [word["text"] for word in because["basis"]["words"]] == ["each"]
    text = Path(claim["origin"]).read_text(encoding="utf-8")
    assert all(text[word["start"] : word["end"]] == word["text"] for reason in because.values() for word in reason["words"])


@pytest.mark.parametrize(
    ("identity", "code", "said"),
    [("c-0000000000000000", 1, "nothing with the id c-0000000000000000"), ("x-1", 2, "begins like no id"), ("", 2, "begins like no id")],
)
def test_ids_that_are_none(parley: Callable, db: Path, identity: str, code: int, said: str) -> None:
    done = parley("explain", identity, "--db", db)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_other_rules_than_those_of_the_load_are_said(parley: Callable, db: Path, claim: dict, tmp_path: Path) -> None:
    (tmp_path / "only.toml").write_text('title = "Only"\nasks = "What?"\nunit = "person"\n', encoding="utf-8")
    done = parley("explain", claim["claim_id"], "--db", db, "--catalogue", tmp_path / "only.toml")
    assert done.code == 1
    assert "these rules no longer make this claim" in done.err
