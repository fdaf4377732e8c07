"""The sample reports are read as what they are, and share no sentence with the documents they are digests of."""

from __future__ import annotations

import csv
import os
import re
from datetime import date
from pathlib import Path

import pytest

from metrics.folders import folder
from metrics.model import Document, Report
from metrics.read import read, reports
from metrics.read.clues import weights
from metrics.read.vocabulary import canonical, publishers

SAMPLES = folder("seeds") / "reports"
SHARED = Path(__file__).resolve().parents[2] / "../shared"
INDEPENDENT = "Kyiv Independent"


def all_reports(path: Path) -> list[Report]:
    found = list(read([str(path)]))
    assert all(isinstance(document, Document) for document in found)
    return [report for document in found if isinstance(document, Document) for report in reports(document)]


def test_the_samples_are_read_by_outlet_title_and_day() -> None:
    found = [(r.publisher, r.original_publisher, (r.title or "")[:18], r.published, r.published_basis) for r in all_reports(SAMPLES)]
    assert found == [
        (None, None, "", date(2025, 5, 28), "stated"),
        ("The Hindu", None, "A short meeting in", date(2025, 6, 5), "inferred"),
        ("BreakingNews.ie", None, "Zelensky rejects M", date(2025, 6, 4), "inferred"),
        ("Yahoo", INDEPENDENT, "Yermak is on his w", date(2025, 6, 3), "inferred"),
        ("Yahoo", INDEPENDENT, "Russia plays for t", date(2025, 6, 3), "inferred"),
        ("Russia Today", None, "US envoy finds Mos", date(2025, 5, 30), "inferred"),
        ("First Post", None, "Kyiv names its pri", date(2025, 5, 29), "inferred"),
        ("Russia Today", None, "Lavrov wants negot", date(2025, 5, 28), "inferred"),
        ("Yahoo", INDEPENDENT, "Umerov: Moscow sti", date(2025, 5, 28), "inferred"),
        ("Reuters", None, "Umerov rang Medins", date(2025, 5, 28), "inferred"),
        (None, None, "", date(2025, 5, 29), "stated"),
        (None, None, "", date(2025, 5, 28), "inferred"),
    ]


def test_each_sample_says_that_it_is_a_digest_and_quotes_nobody() -> None:
    for report in all_reports(SAMPLES):
        text = report.text[report.start : report.end]
        assert text.count("A digest in our own words, after ") == 1
        assert not set(text) & set('"“”«»')
        assert not re.search(r"(?<!\w)['‘]\w", text)


def _shingles(text: str, size: int = 6) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


@pytest.fixture(scope="module")
def seed_documents() -> Path:
    path = SHARED / "seeds"
    if not path.is_dir():
        if os.environ.get("PARLEY_SHARED_REQUIRED") == "1":
            pytest.fail(f"{path} is missing")
        pytest.skip(f"{path} is missing")
    return path


def test_no_words_of_the_documents_stand_in_the_samples(seed_documents: Path) -> None:
    theirs = {shingle for path in seed_documents.iterdir() for shingle in _shingles(path.read_text(encoding="utf-8"))}
    ours = {shingle for path in SAMPLES.iterdir() for shingle in _shingles(path.read_text(encoding="utf-8"))}
    assert not ours & theirs


def test_the_seed_documents_are_read(seed_documents: Path) -> None:
    found = all_reports(seed_documents)
    assert len(found) == 13
    assert [report.original_publisher for report in found if report.publisher == "Yahoo"] == [INDEPENDENT, None, INDEPENDENT, INDEPENDENT]
    assert [report.published_basis for report in found].count("stated") == 2
    assert all(report.published and date(2025, 5, 28) <= report.published <= date(2025, 6, 5) for report in found)
    kinds = [[zone.kind for zone in report.zones] for report in found]
    assert [kind.count("link") for kind in kinds] == [0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1]
    assert kinds[12].count("repeat") > 8


def test_the_tables_are_sound() -> None:
    names = [name for outlet in publishers() for name in {name.casefold() for name in (outlet.name, *outlet.aliases)}]
    assert len(names) == len(set(names))
    assert all(re.fullmatch("[A-Z]{2}", outlet.country) for outlet in publishers())
    assert len(publishers()) >= 300
    assert {kind for outlet in publishers() for kind in outlet.kinds[:1]} == {"agency", "paper", "broadcaster", "site", "aggregator"}
    assert {kind for outlet in publishers() for kind in outlet.kinds[1:]} == {"state media"}
    domains = [domain for outlet in publishers() for domain in outlet.domains]
    assert len(domains) == len(set(domains))
    assert all(re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", domain) for domain in domains)
    assert canonical("RT") == canonical("russia today") == "Russia Today"
    with (folder("seeds") / "offices.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert date.fromisoformat(row["from"]) < (date.fromisoformat(row["to"]) if row["to"] else date.max)
    assert len(weights()["weekday"]["since"]) == 7
