"""Prints what it takes to load many short reports: `python -m benchmarks.loading [REPORTS]`.

Time by stage, memory, and what a second process gains.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.news import sentences
from metrics import pipeline
from metrics.claims import catalogue
from metrics.store import Store

GOALS = {"memory": 4.0, "gain": 1.7}  # GB; times as fast with two processes as with one


def short_reports(number: int, seed: int = 3) -> Iterator[str]:
    """Lines of JSON, each a report of a headline and some four sentences, by one of 200 outlets on one of 300 days."""
    chance = random.Random(seed)
    for n in range(number):
        day = f"{2024 + n % 2}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
        text = f"Report {n} from the talks\n\n" + " ".join(sentences(chance, 4))
        yield json.dumps({"id": str(n), "publisher": f"Outlet {chance.randrange(200)}", "published": day, "text": text}) + "\n"


def main(number: int) -> None:
    """Reads and extracts with one process and with two, then writes and judges."""
    known = catalogue.load()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(short_reports(number))
        size = source.stat().st_size / 1e6
        seconds = {processes: _extracting(source, known, processes) for processes in (1, 2)}
        with Store(Path(folder) / "bench.duckdb") as store:
            began = time.perf_counter()
            writing = 0.0
            for item in pipeline.run([str(source)], known, 2):
                assert isinstance(item, list)
                since = time.perf_counter()
                store.file(item, judged=False)
                writing += time.perf_counter() - since
            loaded = time.perf_counter() - began
            began = time.perf_counter()
            store.judge()
            judging = time.perf_counter() - began
    gain = seconds[1] / seconds[2]
    memory = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1e6
    print(f"{number:,} short reports, {size:.1f} MB")
    print(f"reading and extracting  {seconds[1]:6.1f} s with one process, {seconds[2]:.1f} s with two")
    print(f"two as fast as one      {gain:6.2f} times (goal {GOALS['gain']:g})")
    print(f"loading with two        {loaded:6.1f} s, of which writing {writing:.1f} s")
    print(f"judging                 {judging:6.1f} s")
    print(f"memory at most          {memory:6.1f} GB (goal {GOALS['memory']:g}): the main process and the larger of the two others")


def _extracting(source: Path, known: catalogue.Catalogue, processes: int) -> float:
    began = time.perf_counter()
    for item in pipeline.run([str(source)], known, processes):
        assert isinstance(item, list), item
    return time.perf_counter() - began


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
