"""`parley status`, `remove`, `load --refresh` and the log: what the database holds, by which rules, and how it goes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from metrics.store import Store

OWN = 'title = "Fish"\nasks = "How much fish was sold?"\nunit = "person"\n'


@pytest.fixture
def loaded(parley: Callable, reports: Path, tmp_path: Path) -> Path:
    db = tmp_path / "kept.duckdb"
    assert parley("load", reports, "--db", db).code == 0
    return db


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "fish.toml").write_text(OWN, encoding="utf-8")
    return tmp_path / "fish.toml"


def rows(db: Path, *tables: str) -> dict[str, list[dict]]:
    with Store(db, read_only=True) as store:
        return {name: sorted(store.frame(name).to_dicts(), key=str) for name in tables}


def state(parley: Callable, db: Path, *more: str | Path) -> dict:
    return json.loads(parley("status", "--db", db, "--format", "json", *more).out)


def test_status_counts_what_is_there(parley: Callable, loaded: Path) -> None:
    told = state(parley, loaded)
    there = rows(loaded, "documents", "reports", "figures", "claims", "discrepancies")
    assert {name: told[name] for name in there} == {name: len(found) for name, found in there.items()}
    assert (told["stale"], told["first_published"], told["last_published"]) == (0, "2025-06-02", "2025-06-03")
    assert [row["reports"] for row in told["rules"]] == [2]
    page = parley("status", "--db", loaded).out
    assert "reports     2 by " in page
    assert max(map(len, page.splitlines())) <= 140


def test_other_rules_make_it_stale_and_refresh_mends_it(parley: Callable, loaded: Path, own: Path) -> None:
    before = rows(loaded, "reports", "figures", "claims", "discrepancies", "sightings")
    assert state(parley, loaded, "--metrics", own)["stale"] == 2
    done = parley("load", "--refresh", "--db", loaded, "--metrics", own)
    assert (done.code, done.out) == (0, f"2 documents read anew in {loaded}, nothing changed\n")
    assert state(parley, loaded, "--metrics", own)["stale"] == 0
    assert rows(loaded, "reports", "figures", "claims", "discrepancies", "sightings") == before
    again = parley("load", "--refresh", "--db", loaded, "--metrics", own)
    assert again.out == f"nothing to refresh: these rules extracted all of {loaded}\n"


def test_refresh_takes_in_what_new_rules_find(parley: Callable, loaded: Path, tmp_path: Path) -> None:
    only = tmp_path / "only"
    only.mkdir()
    (only / "fish.toml").write_text(OWN, encoding="utf-8")
    done = parley("load", "--refresh", "--db", loaded, "--catalogue", only)
    assert "2 documents read anew" in done.out
    assert "2 reports changed" in done.out
    assert rows(loaded, "claims")["claims"] == []
    parley("load", "--refresh", "--db", loaded)
    assert rows(loaded, "claims")["claims"]
    assert parley("check", "--db", loaded).code == 0


def test_loading_again_with_other_rules_to_the_same_end_is_nothing_new(parley: Callable, loaded: Path, reports: Path, own: Path) -> None:
    done = parley("load", reports, "--db", loaded, "--metrics", own)
    assert done.out.splitlines()[0] == f"nothing new in {loaded}"
    assert state(parley, loaded, "--metrics", own)["stale"] == 0


def test_a_report_goes_with_all_that_hangs_on_it(parley: Callable, loaded: Path, reports: Path) -> None:
    before = rows(loaded, "documents", "reports", "figures", "claims", "discrepancies", "zones")
    gone = before["reports"][0]
    done = parley("remove", gone["report_id"], "--db", loaded)
    assert done.code == 0
    assert done.out.startswith("1 document, 1 report, ")
    after = rows(loaded, *before)
    assert all(gone["report_id"] not in str(found) for found in after.values())
    assert len(after["reports"]) == 1
    assert parley("check", "--db", loaded).code == 0
    parley("load", reports, "--db", loaded)
    again = rows(loaded, "reports", "figures", "claims", "discrepancies", "zones")
    assert again == {name: found for name, found in before.items() if name in again}


def test_a_document_goes_whole(parley: Callable, loaded: Path) -> None:
    document = rows(loaded, "documents")["documents"][0]["document_id"]
    assert parley("remove", document, "--db", loaded).code == 0
    assert document not in str(rows(loaded, "documents", "reports", "sightings"))


@pytest.mark.parametrize("identity", ["r-0000000000000000", "c-1", "everything"])
def test_an_unknown_id_takes_nothing_out(parley: Callable, loaded: Path, identity: str) -> None:
    before = rows(loaded, "documents", "reports", "claims")
    known = before["reports"][0]["report_id"]
    done = parley("remove", known, identity, "--db", loaded)
    assert (done.code, done.out) == (1, "")
    assert f"there is no report or document {identity}" in done.err
    assert rows(loaded, "documents", "reports", "claims") == before


def test_nothing_is_removed_from_a_database_that_is_not_there(parley: Callable, tmp_path: Path) -> None:
    done = parley("remove", "r-1", "--db", tmp_path / "none.duckdb")
    assert done.code == 2
    assert not (tmp_path / "none.duckdb").exists()


def test_the_log_tells_each_step_as_json(parley: Callable, reports: Path, tmp_path: Path) -> None:
    log = tmp_path / "load.jsonl"
    done = parley("load", reports, tmp_path / "missing.txt", "--db", tmp_path / "x.duckdb", "--log", log)
    assert done.code == 1
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [line["event"] for line in lines] == ["start", "problem", "batch", "end"] or [line["event"] for line in lines] == [
        "start", "batch", "problem", "end",
    ]  # fmt: skip
    told = {line["event"]: line for line in lines}
    assert told["problem"]["origin"] == str(tmp_path / "missing.txt")
    assert (told["batch"]["reports"], told["end"]["reports"], told["end"]["skipped"]) == (2, 2, 1)
    assert "1 input skipped, as said above" in done.out


def test_a_log_that_cannot_be_written_is_said_first(parley: Callable, reports: Path, tmp_path: Path) -> None:
    done = parley("load", reports, "--db", tmp_path / "x.duckdb", "--log", tmp_path)
    assert done.code == 1
    assert f"{tmp_path}: cannot be written" in done.err
    assert not (tmp_path / "x.duckdb").exists()


def test_reports_in_other_languages_are_kept_and_said(parley: Callable, tmp_path: Path) -> None:
    text = tmp_path / "fr.txt"
    french = "Les deux parties ont échangé 300 prisonniers de guerre dans la nuit, et les blessés sont avec leurs familles.\n"
    text.write_text(french, encoding="utf-8")
    done = parley("load", text, "--db", tmp_path / "x.duckdb")
    assert "1 report not in English (fr 1): kept" in done.out
    assert rows(tmp_path / "x.duckdb", "figures")["figures"]


def test_the_first_place_in_the_alphabet_names_a_document_in_any_order(parley: Callable, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes((reports / "first.txt").read_bytes())
    (tmp_path / "a.txt").write_bytes((reports / "first.txt").read_bytes())
    found = []
    for order in (["a.txt", "b.txt"], ["b.txt", "a.txt"]):
        db = tmp_path / f"{order[0]}.duckdb"
        for name in order:
            parley("load", tmp_path / name, "--db", db)
        found.append(rows(db, "reports", "figures", "claims"))
    assert found[0] == found[1]
    assert {row["origin"] for row in found[0]["claims"]} == {str(tmp_path / "a.txt")}


def test_an_edited_page_replaces_what_was_read_before(parley: Callable, tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    about = {"url": "https://ledger.example/swap", "publisher": "The Ledger", "title": "Swap agreed"}
    for number, day in ((1000, "2025-06-02"), (1200, "2025-06-03")):
        text = f"Kyiv and Moscow agreed on Monday to swap {number} prisoners of war each, officials said."
        (tmp_path / f"{number}.json").write_text(json.dumps({**about, "text": text, "published": day}), encoding="utf-8")
    for name in ("1200.json", "1000.json"):  # the newer is told by its day
        assert parley("load", tmp_path / name, "--db", db).code == 0
    listed = {row["published"]: row for row in json.loads(parley("reports", "--db", db, "--format", "json").out)}
    old, new = listed["2025-06-02"], listed["2025-06-03"]
    assert (old["replaced_by"], new["replaced_by"]) == (new["report_id"], None)
    assert {row["low"] for row in rows(db, "voices")["voices"]} == {1200}
    assert {row["low"] for row in rows(db, "claims")["claims"]} == {1000, 1200}
    page = parley("explain", old["report_id"], "--db", db).out
    assert f"{new['report_id']}, is judged in its place" in page.replace("\n", " ")
    told = json.loads(parley("explain", old["report_id"], "--db", db, "--format", "json").out)
    assert told["replaced_by"] == new["report_id"]
    assert [(row["origin"], row["url"], len(row["sha256"])) for row in told["sightings"]] == [(about["url"], about["url"], 64)]
    assert parley("remove", new["report_id"], "--db", db).code == 0
    assert {row["low"] for row in rows(db, "voices")["voices"]} == {1000}


def test_a_file_that_was_written_over_is_judged_as_it_is_now(parley: Callable, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    for number in (1200, 1000):
        said = f"Kyiv and Moscow agreed on Monday to swap {number} prisoners of war each. The lists are to follow within days."
        page.write_text(f"date 2025-06-03\n\nThe Ledger\nSwap agreed in Istanbul\n\n{said}\n", encoding="utf-8")
        parley("load", page, "--db", tmp_path / "x.duckdb")
    assert {row["low"] for row in rows(tmp_path / "x.duckdb", "voices")["voices"]} == {1000}
