"""Batches come in the order of the input whatever the number of processes, and carry what extracting one by one gives."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from metrics import pipeline, read, rows
from metrics.claims import catalogue
from metrics.claims.catalogue import Catalogue
from metrics.extract import extract
from metrics.model import Document, Mistake, Problem

TEXT = "date 2025-06-02 \n\nKyiv and Moscow agreed on Monday to swap {} prisoners of war each, the defence ministry said.\n"


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue.load()


def documents(*, count: int, broken: tuple[int, ...] = ()) -> Iterator[Document | Problem]:
    for i in range(count):
        yield Problem(f"{i}.txt", "is empty") if i in broken else Document(f"d-{i}", f"{i}.txt", TEXT.format(100 + i), "0")


def told(items: Iterator[pipeline.Batch | Problem]) -> list[tuple[str, list[object]]]:
    """Origins in order, each with its claims' values; none for a problem."""
    found: list[tuple[str, list[object]]] = []
    for item in items:
        if isinstance(item, Problem):
            found.append((item.origin, []))
        else:
            low = rows.CLAIM_FIELDS.index("low")
            found += [(document.origin, [claim[low] for one in reports for claim in one.claims]) for document, reports in item]
    return found


@pytest.mark.parametrize("processes", [1, 2])
def test_the_order_is_the_inputs(processes: int, known: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_DOCUMENTS", 3)
    found = told(pipeline.extract_all(documents(count=20, broken=(0, 7, 8, 19)), known, processes, small=500))
    assert [origin for origin, _ in found] == [f"{i}.txt" for i in range(20)]
    assert [values for _, values in found] == [[] if i in (0, 7, 8, 19) else [100.0 + i] for i in range(20)]


def test_small_input_starts_no_process(known: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pipeline, "ProcessPoolExecutor")
    assert len(told(pipeline.extract_all(documents(count=5), known, processes=8))) == 5


def test_input_is_not_read_far_ahead(known: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_DOCUMENTS", 1)
    taken = 0

    def counted() -> Iterator[Document | Problem]:
        nonlocal taken
        for item in documents(count=100):
            taken += 1
            yield item

    items = pipeline.extract_all(counted(), known, processes=2, small=0)
    next(items)
    assert taken <= 2 * pipeline.AHEAD + 2
    items.close()


def test_batches_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_CHARACTERS", 250)
    sizes = [len(batch) for batch in pipeline.batches(documents(count=8, broken=(4,)))]
    assert sizes == [3, 4, 1]


def test_small_files_make_one_batch(known: Catalogue, tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text(TEXT.format(n))
    assert [len(item) for item in pipeline.run([str(tmp_path)], known) if isinstance(item, list)] == [5]


@pytest.mark.parametrize("processes", [1, 2])
def test_pages_are_read_where_they_are_extracted(processes: int, known: Catalogue, tmp_path: Path) -> None:
    page = "<!doctype html><html><head><title>The talks, day {0}</title></head><body><article><p>{1}</p></article></body></html>"
    for n in range(12):
        (tmp_path / f"{n:02}.html").write_text(page.format(n, TEXT.format(500 + n)) if n % 5 else "<html><body></body></html>")
    found = told(pipeline.run([str(tmp_path)], known, processes, small=0))
    assert [origin.rpartition("/")[2] for origin, _ in found] == [f"{n:02}.html" for n in range(12)]
    assert [values for _, values in found] == [[500.0 + n] if n % 5 else [] for n in range(12)]


def test_what_is_wrong_with_many_is_told_of_a_few(known: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{\n" * 700 + '{"text": "1,000 prisoners"}\n')
    problems = [item.message for item in pipeline.run([str(tmp_path)], known, 1) if isinstance(item, Problem)]
    assert len(problems) == 11
    assert problems[-1].endswith("the same of 690 more records")


def test_a_batch_is_what_one_by_one_gives(known: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(300))
    (tmp_path / "b.txt").write_bytes(b"")
    found = list(pipeline.run([str(tmp_path)], known))
    (document,) = [item for item in read.read([str(tmp_path)]) if isinstance(item, Document)]
    assert [[(document, [rows.filed(extract(report, known)) for report in read.reports(document)])]] == [
        item for item in found if not isinstance(item, Problem)
    ]
    assert [item.origin for item in found if isinstance(item, Problem)] == [str(tmp_path / "b.txt")]


def ended(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_ended_from_outside_is_one_line(known: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_work", ended)
    with pytest.raises(Mistake, match="was ended from outside"):
        list(pipeline.extract_all(documents(count=5), known, processes=2, small=0))


def test_workers_import_no_frames_and_no_database() -> None:
    code = "import sys, metrics.pipeline; print(sorted({'polars', 'duckdb', 'altair', 'pint'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("processes", [1, 2])
def test_the_bytes_of_each_input_are_told(processes: int, tmp_path: Path, known: Catalogue) -> None:
    page = "<html><body><p>" + "Kyiv and Moscow agreed to swap 300 prisoners of war each. " * 20 + "</p></body></html>"
    for n in range(3):
        (tmp_path / f"{n}.html").write_text(page, encoding="utf-8")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.format(100).encode()))
    sizes: list[int] = []
    list(pipeline.run([str(tmp_path), str(tmp_path / "none.txt")], known, processes, small=0, ended=sizes.append))
    assert sizes == [*(path.stat().st_size for path in sorted(tmp_path.iterdir())), 0]
