"""From files to discrepancies: the sample reports alone, and the hand-labelled documents where `../shared` is at hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def parley(*arguments: str) -> str:
    """What the command prints; it must succeed."""
    done = subprocess.run([sys.executable, "-m", "metrics", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def scored(script: str, *arguments: str | Path) -> str:
    """What one of the contract's scorers prints."""
    command = [sys.executable, str(SHARED / "contract" / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        if os.environ.get("PARLEY_SHARED_REQUIRED") == "1":
            pytest.fail(f"{SHARED} is missing")
        pytest.skip("the hand-labelled documents are not at hand")
    return SHARED


def test_the_sample_reports_show_just_the_eight_discrepancies(tmp_path: Path) -> None:
    database = str(tmp_path / "samples.duckdb")
    parley("load", "seeds/reports", "--db", database)
    found = json.loads(parley("discrepancies", "--db", database, "--format", "json"))
    assert sorted((row["severity"], row["kind"], row["metric"]) for row in found) == [
        ("conflict", "value_conflict", "children_listed"),
        ("conflict", "value_conflict", "talks_duration"),
        ("note", "bound_changed", "ceasefire_duration"),
        ("note", "bound_changed", "troops_massed"),
        ("note", "category_shift", "prisoners_exchanged"),
        ("note", "compatible_difference", "prisoners_exchanged"),
        ("note", "rounding", "bodies_repatriated"),
        ("note", "single_origin", "prisoners_exchanged"),
    ]
    parley("check", "--db", database)
    before = parley("claims", "--db", database, "--format", "jsonl")
    parley("load", "seeds/reports", "--db", database)
    assert parley("claims", "--db", database, "--format", "jsonl") == before


def test_the_seed_documents_meet_their_labels(shared: Path, tmp_path: Path) -> None:
    database = str(tmp_path / "seeds.duckdb")
    parley("load", str(shared / "seeds"), "--db", database)
    for table in ("claims", "figures", "reports"):
        parley(table, "--db", database, "--format", "jsonl", "-o", str(tmp_path / f"{table}.jsonl"))
    parley("discrepancies", "--db", database, "--format", "json", "-o", str(tmp_path / "discrepancies.json"))
    claims = scored("score.py", shared / "gold" / "seeds.jsonl", tmp_path / "claims.jsonl")
    assert float(claims.rsplit("f1 ", 1)[1]) >= 0.95
    assert float(claims.split("all fields right", 1)[1].split()[0]) >= 0.80
    assert "quantities right 45/45" in scored("score_figures.py", shared / "gold" / "figures.jsonl", tmp_path / "figures.jsonl")
    reports = scored("score_reports.py", shared / "gold" / "reports.json", tmp_path / "reports.jsonl")
    for field in ("found", "title", "publisher", "original_publisher", "published_in_range"):
        assert f"{field} 13/13" in reports
    assert int(reports.rsplit("published_exact ", 1)[1].split("/")[0]) >= 10
    assert "flagged 8/8  wrongly 0" in scored("score_discrepancies.py", tmp_path / "discrepancies.json")


def test_articles_on_other_wars_meet_their_labels(shared: Path, tmp_path: Path) -> None:
    folder = shared / "gold" / "dev" / "world"
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    with (tmp_path / "world.jsonl").open("w", encoding="utf-8") as file:
        for row in rows:
            text = (folder / "texts" / f"{row['id']}.txt").read_text(encoding="utf-8")
            file.write(json.dumps({"text": text, "url": row["id"], "published": row["published"], "publisher": row["publisher"]}) + "\n")
    database = str(tmp_path / "world.duckdb")
    parley("load", str(tmp_path / "world.jsonl"), "--db", database)
    parley("claims", "--db", database, "--format", "jsonl", "-o", str(tmp_path / "claims.jsonl"))
    assert float(scored("score.py", folder / "gold.jsonl", tmp_path / "claims.jsonl").rsplit("f1 ", 1)[1]) >= 0.90
