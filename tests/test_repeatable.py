"""The same input gives the same ids and rows: in any order, in one load or in several, with any number of processes.

Of several loads, each judged, events keep the id that they had first; all else of them is the same.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from metrics import pipeline
from metrics.claims import catalogue
from metrics.model import Problem
from metrics.store import Store

READ = ("documents", "sightings", "reports", "zones", "figures", "claims", "origins", "versions")
JUDGED = ("current_reports", "events", "voices", "discrepancies")
OF_THE_LOAD = ("run", "seen", "read_in")

ARTICLE = """The Morning Ledger
Swap agreed in Istanbul

Kyiv and Moscow agreed on Monday to swap 1,000 prisoners of war each, the head of the Ukrainian delegation told reporters after the talks.
The lists are to be drawn up within a week, and the wounded and those under 25 are to go first, he said.
"""
PAGE = """Latest News
The Morning Ledger
2 June 2025
- World
Swap agreed in Istanbul
Kyiv and Moscow agreed on Monday to swap 1,000 prisoners of war each, the head of the Ukrainian delegation told reporters after the talks.

The Evening Gazette
2 June 2025
- World
More bodies come home
Moscow returned the bodies of 1,212 fallen soldiers to Kyiv on Sunday, the coordination headquarters said.
"""


def record(said: str, **about: str) -> str:
    text = f"Moscow returned the bodies of {said} soldiers to Kyiv on Friday, and the headquarters thanked the Red Cross for its help."
    return json.dumps({"publisher": "Field Post", "title": "Bodies returned", "text": text, **about}) + "\n"


URL = "https://post.example/bodies"
FILES = {
    "a.txt": f"date 2025-06-02\n\n{ARTICLE}",
    "copy.txt": f"date 2025-06-02\n\n{ARTICLE}",
    "page.txt": PAGE,
    "first.jsonl": record("1,200", url=URL, published="2025-06-06"),
    "second.jsonl": record("1,212", url=URL, published="2025-06-07")
    + record("1,212", url="https://post.example/other", published="2025-06-07"),
    "bare.jsonl": json.dumps({"text": ARTICLE}) + "\n",
    "told.jsonl": json.dumps({"text": ARTICLE, "title": "Swap agreed in Istanbul", "published": "2025-06-02"}) + "\n",
    "ledger.jsonl": json.dumps({"publisher": "The Morning Ledger", "published": "2025-06-02", "text": ARTICLE.partition("\n")[2]}) + "\n",
    "same_day.jsonl": record("909", id="7", published="2025-06-20") + record("910", id="8", published="2025-06-20"),
}


@pytest.fixture(scope="module")
def known() -> catalogue.Catalogue:
    return catalogue.load()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("input")
    for name, text in FILES.items():
        (where / name).write_text(text, encoding="utf-8")
    return where


def load(db: Path, known: catalogue.Catalogue, loads: list[list[Path]], processes: int = 1) -> dict[str, list[str]]:
    """The rows of each table, but for what tells one load from another."""
    with Store(db) as store:
        for paths in loads:
            for item in pipeline.run(map(str, paths), known, processes, small=0):
                assert not isinstance(item, Problem), item
                store.file(item, judged=False)
            store.judge()
        assert store.check() == []
        return {name: sorted(str(row) for row in store.frame(name).drop(OF_THE_LOAD, strict=False).rows()) for name in (*READ, *JUDGED)}


def without_event_ids(rows: dict[str, list[str]]) -> dict[str, list[str]]:
    """What was read, the reports that count, and the events but for their ids."""
    return {name: sorted(re.sub(r"\be-[0-9a-f]+", "e-", row) for row in rows[name]) for name in (*READ, "current_reports", "events")}


def loads(folder: Path, seed: int, parts: int) -> list[list[Path]]:
    paths = sorted(folder.iterdir())
    random.Random(seed).shuffle(paths)
    return [paths[part::parts] for part in range(parts)]


@pytest.fixture(scope="module")
def whole(folder: Path, known: catalogue.Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return load(tmp_path_factory.mktemp("whole") / "p.duckdb", known, [sorted(folder.iterdir())])


def test_the_input_has_versions_and_copies(whole: dict[str, list[str]]) -> None:
    assert len(whole["versions"]) == 3
    assert len(whole["sightings"]) > len(whole["reports"])
    assert len(whole["documents"]) < sum(max(1, text.count('{"')) for text in FILES.values())
    assert whole["claims"]


@pytest.mark.parametrize("seed", range(4))
def test_in_any_order(seed: int, folder: Path, known: catalogue.Catalogue, whole: dict[str, list[str]], tmp_path: Path) -> None:
    assert load(tmp_path / "p.duckdb", known, loads(folder, seed, parts=1)) == whole


@pytest.mark.parametrize(("seed", "parts"), [(0, 2), (1, 4), (2, len(FILES))])
def test_in_several_loads(
    seed: int, parts: int, folder: Path, known: catalogue.Catalogue, whole: dict[str, list[str]], tmp_path: Path
) -> None:
    parted = load(tmp_path / "p.duckdb", known, loads(folder, seed, parts))
    assert without_event_ids(parted) == without_event_ids(whole)


def test_with_two_processes(folder: Path, known: catalogue.Catalogue, whole: dict[str, list[str]], tmp_path: Path) -> None:
    assert load(tmp_path / "p.duckdb", known, loads(folder, 1, parts=1), processes=2) == whole


def test_loading_again_changes_nothing(folder: Path, known: catalogue.Catalogue, whole: dict[str, list[str]], tmp_path: Path) -> None:
    assert load(tmp_path / "p.duckdb", known, loads(folder, 2, parts=1) * 2) == whole
