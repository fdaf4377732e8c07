"""Prints what it takes to judge made-up claims, and whether what was planted is found: `python -m benchmarks.judging [CLAIMS]`.

First a tenth of the claims, then all of them, each in a process of its own; then the origins of reports, some of which copy others.
The machine may be shared: the processor's seconds say more than the clock's.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from benchmarks.news import sentences
from benchmarks.synthetic import PLANTS, Synthetic
from metrics import origins
from metrics.store import Store
from metrics.store.questions import ask, questions

GOALS = {"seconds": 10.0, "memory": 4.0, "ratio": 12.0, "question": 0.1}
CLAIMS_OF_EVENT = 50
REPORTS = (2_500, 10_000)  # whose origins are found
COPIED = 0.2  # of them


@dataclass
class Judged:
    """What it took to judge so many claims; recall and precision are shares of the planted and of the found (kind, event)."""

    claims: int
    loading: float
    wall: float
    processor: float
    memory: float  # GB, loading included
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    both: Counter[str] = field(default_factory=Counter)
    answers: dict[str, tuple[float, float]] = field(default_factory=dict)  # by named question: seconds, and those of the processor


def judged(claims: int) -> Judged:
    """Loads so many claims, judges them and asks every named question."""
    made = Synthetic(claims, claims // CLAIMS_OF_EVENT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.duckdb"
        began = time.perf_counter()
        with Store(path) as store:
            for batch in made:
                store.load(batch, judged=False)
            loading = time.perf_counter() - began
            began, busy = time.perf_counter(), time.process_time()
            store.judge()
            told = Judged(claims, loading, time.perf_counter() - began, time.process_time() - busy, _memory())
            found = _found(store)
        told.planted = Counter(kind for kind, _ in made.planted)
        told.found = Counter(kind for kind, _ in found)
        told.both = Counter(kind for kind, _ in found & made.planted)
        for name, question in questions().items():
            told.answers[name] = min(_asking(path, name, question.example) for _ in range(3))
    return told


def _asking(path: Path, name: str, given: Mapping[str, str]) -> tuple[float, float]:
    began, busy = time.perf_counter(), time.process_time()
    ask(path, name, given)
    return time.perf_counter() - began, time.process_time() - busy


def _found(store: Store) -> set[tuple[str, str]]:
    """Kind and made-up event of all that is flagged: the event of the reports that a voice is of."""
    kinds = dict(store.frame("discrepancies").select("id", "kind").rows())
    voices = store.frame("discrepancy_voices").select("id", "report_id").rows()
    return {(kinds[one], report.removeprefix("r-").split(".")[0]) for one, report in voices}


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def texts(number: int, seed: int = 5) -> Iterator[tuple[str, str]]:
    """Id and text of reports of twelve sentences, one in five of which is an earlier one cut and with sentences of its own."""
    chance = random.Random(seed)
    written: list[list[str]] = []
    for n in range(number):
        told = sentences(chance, 12)
        if written and chance.random() < COPIED:
            told = chance.choice(written)[:8] + told[:4]
        written.append(told)
        yield f"r-{n}", f"Report {n} from the talks. " + " ".join(told)


def finding_origins(number: int) -> float:
    """Processor seconds to find the origins of so many reports."""
    made = list(texts(number))
    began = time.process_time()
    origins.origins(made, {})
    return time.process_time() - began


def main(claims: int) -> None:
    """Judges a tenth of the claims and all of them, and finds origins."""
    told = []
    for size in (claims // 10, claims):
        with ProcessPoolExecutor(1, get_context("spawn")) as alone:
            told.append(alone.submit(judged, size).result())
        _print(told[-1])
    few, many = told
    print(f"ten times the claims        {many.processor / few.processor:6.1f} times the processor's time (goal {GOALS['ratio']:g})")
    seconds = [finding_origins(number) for number in REPORTS]
    for number, took in zip(REPORTS, seconds, strict=True):
        print(f"origins of {number:6,} reports  {took:6.1f} s of processor")
    print(f"four times the reports      {seconds[1] / seconds[0]:6.1f} times the time")


def _print(told: Judged) -> None:
    print(f"{told.claims:,} claims of {told.claims // CLAIMS_OF_EVENT:,} events, loaded in {told.loading:.1f} s")
    print(
        f"judging                     {told.wall:6.1f} s, {told.processor:.1f} s of processor (goal {GOALS['seconds']:g} s for a million)"
    )
    print(f"memory at most              {told.memory:6.1f} GB (goal {GOALS['memory']:g})")
    print("kind                    planted   found  recall  precision")
    for kind in sorted(PLANTS.keys() | told.found.keys()):
        planted, found, both = told.planted[kind], told.found[kind], told.both[kind]
        print(f"{kind:24}{planted:7,} {found:7,} {_share(both, planted)} {_share(both, found):>10}")
    slow = GOALS["question"]
    print(f"named question        ms  of processor (goal {slow * 1000:.0f})")
    for name, (took, busy) in told.answers.items():
        print(f"{name:16}{took * 1000:8.0f} {busy * 1000:13.0f}{'  over' if took > slow else ''}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:7.1%}" if whole else f"{'-':>7}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
