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
from metrics.cli.loading import joined

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
    from metrics.store import Store  # not at the top: the other processes must not wait for a database that they do not use

    known = catalogue.load()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(short_reports(number))
        size = source.stat().st_size / 1e6
        seconds = {processes: _extracting(source, known, processes) for processes in (1, 2)}
        with Store(Path(folder) / "bench.duckdb") as store:
            began, busy = time.perf_counter(), time.process_time()
            writing = 0.0
            for batch in joined(item for item in pipeline.run([str(source)], known, 2) if isinstance(item, list)):
                since = time.process_time()
                store.file(batch, judged=False)
                writing += time.process_time() - since
            loaded, busy = time.perf_counter() - began, time.process_time() - busy
            began = time.perf_counter()
            store.judge()
            judging = time.perf_counter() - began
    gain = seconds[1] / seconds[2]
    memory = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1e6
    print(f"{number:,} short reports, {size:.1f} MB")
    print(f"reading and extracting  {seconds[1]:6.1f} s with one process, {seconds[2]:.1f} s with two")
    print(f"two as fast as one      {gain:6.2f} times (goal {GOALS['gain']:g})")
    print(f"loading with two        {loaded:6.1f} s, {seconds[1] / loaded:.2f} times as fast as extracting with one")
    print(f"the process that writes {busy:6.1f} s of processor time meanwhile, {writing:.1f} s of it to write")
    print(f"judging                 {judging:6.1f} s")
    print(f"memory at most          {memory:6.1f} GB (goal {GOALS['memory']:g}): the main process and the larger of the two others")


def _extracting(source: Path, known: catalogue.Catalogue, processes: int) -> float:
    began = time.perf_counter()
    for item in pipeline.run([str(source)], known, processes):
        assert isinstance(item, list), item
    return time.perf_counter() - began


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
