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
from metrics import figures, read
from metrics.claims import catalogue
from metrics.extract import extract
from metrics.store import Store

T = TypeVar("T")

GOALS = {"figures": 5.0, "extraction": 2.0, "help": 0.2}


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of wall clock, and what the work gave."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def main(megabytes: float) -> None:
    """Measures each stage on one core, over the same documents."""
    documents = list(dense(int(megabytes * 1e6)))
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    known = catalogue.load()
    warm = [extract(report, known) for document in documents[:20] for report in read.reports(document)]
    assert warm

    reading, reports = timed(lambda: [read.reports(document) for document in documents])
    finding, found = timed(lambda: [figures.find(document.text) for document in documents])
    extracting, extractions = timed(lambda: [[extract(report, known) for report in one] for one in reports])
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
    print(f"parley --help     {helping:8.2f} s      (goal {GOALS['help']:g})")
    stages = {"reports": reading, "figures": finding, "claims": max(0.0, extracting - finding), "database and judging": storing}
    for stage, seconds in stages.items():
        print(f"  {stage:<22}{seconds / sum(stages.values()):5.0%}  {seconds:6.2f} s")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 4.0)
