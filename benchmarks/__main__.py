"""Prints how fast Parley is on this machine: `python -m benchmarks [MEGABYTES]`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks.news import dense
from metrics import figures, pipeline, read
from metrics.claims import catalogue
from metrics.claims.catalogue import Catalogue
from metrics.extract import extract
from metrics.model import Document

T = TypeVar("T")

GOALS = {"figures": 5.0, "extraction": 2.0, "processes": 1.7, "help": 0.2}


def timed(work: Callable[[], T], clock: Callable[[], float] = time.perf_counter) -> tuple[float, T]:
    """Seconds of wall clock, or of another clock, and what the work gave."""
    start = clock()
    result = work()
    return clock() - start, result


def worked(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of this process on its core, whatever else the machine does."""
    return timed(work, time.process_time)


def gained(documents: list[Document], known: Catalogue, processes: int = 2) -> float:
    """How many times as fast several processes extract as one does, their start included; the texts go by in the same order."""

    def seconds(count: int) -> float:
        return timed(
            lambda: sum(len(batch) for batch in pipeline.extract_all(documents, known, count, small=0) if isinstance(batch, list))
        )[0]

    return seconds(1) / seconds(processes)


def main(megabytes: float) -> None:
    """Measures each stage on one core, over the same documents; then two processes over three times as many."""
    from metrics.store import Store  # not at the top: the second process must not wait for a database that it does not use

    documents = list(dense(int(megabytes * 1e6)))
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    known = catalogue.load()
    warm = [extract(report, known) for document in documents[:20] for report in read.reports(document)]
    assert warm

    reading, reports = worked(lambda: [read.reports(document) for document in documents])
    finding, found = worked(lambda: [figures.find(document.text) for document in documents])
    extracting, extractions = worked(lambda: [[extract(report, known) for report in one] for one in reports])
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "bench.duckdb") as store:
        storing, _ = timed(lambda: store.load(list(zip(documents, extractions, strict=True))))
    helping = median(
        timed(lambda: subprocess.run([sys.executable, "-m", "metrics", "--help"], stdout=subprocess.DEVNULL, check=True))[0]
        for _ in range(9)
    )

    whole = reading + extracting
    claims = sum(len(extraction.claims) for one in extractions for extraction in one)
    print(f"{size:.1f} MB of dense news, {len(documents):,} documents, {sum(map(len, found)):,} figures, {claims:,} claims, one core")
    print(f"figures           {size / finding:8.2f} MB/s   (goal {GOALS['figures']:g})")
    print(f"whole extraction  {size / whole:8.2f} MB/s   (goal {GOALS['extraction']:g})")
    print(f"two processes     {gained(documents * 3, known):8.2f} x         (goal {GOALS['processes']:g})")
    print(f"parley --help     {helping:8.2f} s      (goal {GOALS['help']:g})")
    stages = {"reports": reading, "figures": finding, "claims": max(0.0, extracting - finding), "database and judging": storing}
    for stage, seconds in stages.items():
        print(f"  {stage:<22}{seconds / sum(stages.values()):5.0%}  {seconds:6.2f} s")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 4.0)
