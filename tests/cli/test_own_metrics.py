"""A user's own metric, as docs/metrics.md has it: tested, loaded, listed; and what is said where its file is broken."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OWN = re.findall(r"```toml\n(.*?)```", (ROOT / "docs/metrics.md").read_text(encoding="utf-8"), re.DOTALL)[0]
REPORT = """date 2025-06-05

The Morning Ledger
Donors meet in Oslo

Denmark promised $1.5 billion in assistance for Sudan on Wednesday, and Spain pledged 90 million euros in aid.
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "aid_pledged.toml").write_text(OWN, encoding="utf-8")
    return folder


def test_the_rule_itself_is_ten_lines() -> None:
    assert len([line for line in OWN.split("[[example]]")[0].splitlines() if line.strip()]) <= 10


def test_its_examples_hold(parley: Callable, own: Path) -> None:
    done = parley("metrics", "test", own / "aid_pledged.toml")
    assert (done.code, done.out) == (0, "aid_pledged: 2 of 2 examples hold, 2 of 2 rejects hold\n")


def test_what_fails_is_shown_with_what_was_found_instead(parley: Callable, own: Path) -> None:
    file = own / "aid_pledged.toml"
    changes = (('bound = "over"', 'bound = "exact"'), ("Berlin pledged 300 million euros", "Berlin pledged 300 million dollars"))
    text = OWN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text + '[[example]]\ntext = "They sent $3 million in aid."\nclaim = { low = 3_000_000 }\n', encoding="utf-8")
    done = parley("metrics", "test", file)
    assert done.code == 1
    assert f"{file}: example 2 fails: More than $2 billion in humanitarian assistance" in done.out
    assert "    bound is over, not exact\n" in done.out
    assert 'no such claim; found: "$3 million" unbound' in done.out
    assert "gives aid_pledged 300000000, though: the metric counts dollars" in done.out
    assert done.out.endswith("aid_pledged: 1 of 3 examples hold, 1 of 2 rejects hold\n")


def test_a_file_without_examples_is_not_passed(parley: Callable, own: Path) -> None:
    file = own / "aid_pledged.toml"
    file.write_text(OWN.split("[[example]]")[0], encoding="utf-8")
    done = parley("metrics", "test", file)
    assert done.code == 1
    assert "add an [[example]]" in done.out


def test_reports_are_read_with_it(parley: Callable, own: Path, tmp_path: Path) -> None:
    report, db = tmp_path / "report.txt", tmp_path / "own.duckdb"
    report.write_text(REPORT, encoding="utf-8")
    assert parley("load", "--metrics", own, "--db", db, report).code == 0
    rows = json.loads(parley("claims", "--db", db, "--metric", "aid_pledged", "--format", "json").out)
    assert [(row["low"], row["unit"], row["quote"][:7]) for row in rows] == [(1.5e9, "USD", "Denmark")]
    assert parley("check", "--db", db).code == 0
    figures = json.loads(parley("figures", "--db", db, "--format", "json").out)
    assert [(figure["unit"], figure["reason"]) for figure in figures if figure["low"] == 9e7] == [("EUR", "unbound")]


def test_a_metric_that_only_the_database_lacks_is_said(parley: Callable, own: Path, tmp_path: Path) -> None:
    report, db = tmp_path / "report.txt", tmp_path / "plain.duckdb"
    report.write_text(REPORT, encoding="utf-8")
    parley("load", "--db", db, report)
    done = parley("claims", "--db", db, "--metric", "aid_pledged")
    assert done.code == 2
    assert "there is no metric 'aid_pledged' in" in done.err


def test_a_file_of_the_same_name_stands_in_place_of_parleys_own(parley: Callable, own: Path) -> None:
    (own / "prisoner_age.toml").write_text(OWN, encoding="utf-8")
    rows = {row["metric"]: row["title"] for row in json.loads(parley("metrics", "--metrics", own, "--format", "json").out)}
    assert rows["prisoner_age"] == rows["aid_pledged"] == "Aid pledged, in dollars"
    assert len(rows) == len(json.loads(parley("metrics", "--format", "json").out)) + 1


def test_a_broken_file_is_one_line(parley: Callable, own: Path, tmp_path: Path) -> None:
    file = own / "aid_pledged.toml"
    file.write_text(OWN.replace("counts", "counted"), encoding="utf-8")
    for command in (("metrics", "test", file), ("load", "--metrics", own, "--db", tmp_path / "no.duckdb", file)):
        done = parley(*command)
        assert done.code == 1
        assert done.out == ""
        assert done.err.count("\n") == 1
        assert f"{file}: unknown key 'counted' (did you mean 'counts'?)" in done.err
    assert not (tmp_path / "no.duckdb").exists()


DOCTORS = """title  = "Doctors trained"
asks   = "How many doctors did Sudan train?"
unit   = "person"
counts = ["doctor"]

[[happens]]
verbs  = ["train"]

[[example]]
text   = "Sudan trained 40 doctors."
claim  = { low = 40 }
"""


def test_the_family_of_ones_own_metric_decides_what_conflicts_also_in_a_record_that_knew_it_as_another(
    parley: Callable, tmp_path: Path
) -> None:
    db = tmp_path / "doctors.duckdb"
    for day, count in ((2, 900), (6, 700)):
        text = f"date 2025-06-{day:02}\n\nThe Morning Ledger\nTraining goes on\n\nMinister Sara Idris said Sudan trained {count} doctors.\n"
        (tmp_path / f"{day}.txt").write_text(text, encoding="utf-8")
    found = []
    for about in ("", 'family = "total"\n', 'family = "ordinal"\n'):
        own = tmp_path / f"{len(found)}"
        own.mkdir()
        (own / "doctors.toml").write_text(about + DOCTORS, encoding="utf-8")
        assert parley("load", "--metrics", own, "--db", db, tmp_path / "2.txt", tmp_path / "6.txt").code == 0
        rows = json.loads(parley("discrepancies", "--db", db, "--format", "json").out)
        found.append([row["kind"] for row in rows if row["metric"] == "doctors"])
    assert found == [["revision"], ["decreasing_total"], []]
