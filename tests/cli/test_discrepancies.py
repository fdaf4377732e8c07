"""`parley discrepancies` and `explain d-…` as a user runs them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from metrics.store import query
from tests.cli.conftest import Parley


def found(parley: Parley, db: Path, *more: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(parley("discrepancies", "--db", db, "--format", "json", *more).out)
    return rows


@pytest.fixture(scope="module")
def samples(parley: Parley, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample reports in two runs."""
    path = tmp_path_factory.mktemp("samples") / "parley.duckdb"
    for name in ("page-before-the-talks.txt", "page-after-the-talks.txt"):
        assert parley("load", Path(__file__).resolve().parents[2] / "seeds" / "reports" / name, "--db", path).code == 0
    return path


def test_the_printed_sql_gives_the_same_rows(parley: Parley, samples: Path) -> None:
    for row in found(parley, samples):
        rows = json.loads(query(samples, str(row["sql"])).write_json())
        wanted = row["voices"]
        assert isinstance(wanted, list)
        assert len(rows) == len(wanted) > 0
        for mine, theirs in zip(rows, wanted, strict=True):
            assert {key: value for key, value in mine.items() if key != "claim_ids"} == {
                key: value for key, value in theirs.items() if key != "claim_ids"
            }
            assert all(claim in str(mine["claim_ids"]) for claim in theirs["claim_ids"])


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--fail-on", "conflict"), 1),
        (("--fail-on", "note"), 1),
        (("--fail-on", "conflict", "--severity", "note"), 0),
        (("--fail-on", "note", "--severity", "note"), 1),
        (("--fail-on", "conflict", "--since", "2"), 0),
    ],
)
def test_fail_on(parley: Parley, samples: Path, options: tuple[str, ...], code: int) -> None:
    done = parley("discrepancies", "--db", samples, *options)
    assert (done.code, done.err) == (code, "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--metric", "nope"), "there is no metric 'nope'; there are: aircraft_hit; "),
        (("--kind", "nope"), "there is no kind 'nope'; there are: basis_mismatch; "),
        (("--side", "nope"), "there is no side 'nope'; there are: RU; UA"),
        (("--event", "nope"), "there is no event 'nope' in the report; there are: "),
        (("--severity", "nope"), "there is no severity 'nope'; there are: conflict; note"),
    ],
)
def test_unknown_values_are_one_line(parley: Parley, samples: Path, options: tuple[str, ...], said: str) -> None:
    done = parley("discrepancies", "--db", samples, *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_since_a_run(parley: Parley, samples: Path) -> None:
    everything = found(parley, samples)
    new = found(parley, samples, "--since", "1")
    assert {row["id"] for row in new if row["change"] == "new"} | {row["id"] for row in new if row["change"] == "changed"} <= {
        row["id"] for row in everything
    }
    assert new
    assert found(parley, samples, "--since", "2") == []
    assert {row["id"] for row in found(parley, samples, "--since", "2000-01-01")} == {row["id"] for row in everything}
    assert parley("discrepancies", "--db", samples, "--since", "2").out.startswith("Nothing new, changed or settled since run 2; ")


@pytest.mark.parametrize("since", ["9", "yesterday", "2025-13-01", "-1"])
def test_since_nothing_known(parley: Parley, samples: Path, since: str) -> None:
    done = parley("discrepancies", "--db", samples, f"--since={since}")
    assert done.code == 1
    assert done.err.startswith(f"parley: {since!r} is neither a day (2025-06-02) nor a run: there are runs 1 to 2, the last of ")


def test_what_becomes_of_a_discrepancy(parley: Parley, tmp_path: Path) -> None:
    def load(name: str, said: str) -> None:
        (tmp_path / f"{name}.txt").write_text(f"date 2025-06-03\n\nThe {name}\nTalks end\n\n{said}\n", encoding="utf-8")
        assert parley("load", tmp_path / f"{name}.txt", "--db", tmp_path / "p.duckdb").code == 0

    def later(since: str) -> list[tuple[object, ...]]:
        rows = found(parley, db, "--since", since, "--kind", "compatible_difference")
        return [(row["change"], row["before"]) for row in rows]

    db = tmp_path / "p.duckdb"
    load("Ledger", "Kyiv and Moscow agreed on Monday to swap 1,000 prisoners of war each.")
    load("Gazette", "After hours in one room Russia and Ukraine agreed on Monday to exchange up to 1,200 prisoners of war each.")
    assert later("1") == [("new", None)]
    load("Courier", "The hosts were content. Moscow and Kyiv agreed on Monday to swap up to 1,200 prisoners of war each.")
    assert later("2") == [("changed", "the same figures, 2 claims; now 3")]
    load("Herald", "Nobody smiled. Ukraine and Russia agreed on Monday to swap up to 1,500 prisoners of war each.")
    assert later("3") == [("changed", "1,000 prisoners, up to 1,200 prisoners")]
    assert later("4") == []
    assert later("1") == [("new", None)]


def test_explain_says_it_step_by_step(parley: Parley, samples: Path) -> None:
    for row in found(parley, samples):
        done = parley("explain", str(row["id"]), "--db", samples)
        assert (done.code, done.err) == (0, "")
        assert max(map(len, done.out.splitlines())) <= 80
        headings = re.findall(r"^\d+\. (.*)$", done.out, re.MULTILINE)
        assert headings[:6] == [
            "The claims", "What each figure claims", "How each found the event", "The key that they share", "Origins", "Kind and severity",
        ]  # fmt: skip
        told = json.loads(parley("explain", str(row["id"]), "--db", samples, "--format", "json").out)
        voices = row["voices"]
        assert isinstance(voices, list)
        assert {claim["claim_id"] for claim in told["claims"]} == {claim for voice in voices for claim in voice["claim_ids"]}


def test_explain_takes_the_beginning_of_an_id(parley: Parley, samples: Path) -> None:
    (children,) = found(parley, samples, "--metric", "children_listed")
    done = parley("explain", str(children["id"])[:8], "--db", samples)
    assert "nearly 400 children: 360 ≤ n < 400" in done.out
    assert "339 children: n = 339; as it is written, ± 0.5 may be rounding" in done.out
    assert parley("explain", "d-", "--db", samples).err.startswith("parley: d- is the beginning of several ids: ")
    assert parley("explain", "d-0nothing", "--db", samples).code == 1


@pytest.mark.parametrize(
    ("name", "start"), [("a.md", "# Where"), ("a.html", "<!doctype html>"), ("a.json", "["), ("a.csv", "id,"), ("a.txt", "")]
)
def test_the_ending_says_the_format(parley: Parley, samples: Path, tmp_path: Path, name: str, start: str) -> None:
    assert parley("discrepancies", "--db", samples, "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
