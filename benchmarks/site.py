"""Prints what it takes to build the site of made-up claims: `python -m benchmarks.site [EVENTS]`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.synthetic import Synthetic
from metrics.site import build
from metrics.store import Store

GOAL = 30.0  # seconds, for 500 events and 10,000 claims on two cores
CLAIMS = 12  # asked for of an event; what agrees with them comes on top


def main(events: int) -> None:
    """Judges the claims of so many events, and builds their site."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.duckdb"
        with Store(db) as store:
            for batch in Synthetic(events * CLAIMS, events):
                store.load(batch, judged=False)
            store.judge()
            size = store.size()
        began, before = time.perf_counter(), os.times()
        built = build(db, Path(folder) / "site")
        wall, after = time.perf_counter() - began, os.times()
    system = after.system - before.system
    print(f"site of {size['claims']:,} claims of {events:,} events: {built.pages:,} pages, {built.bytes / 1e6:.0f} MB")
    print(f"building                {wall:6.1f} s (goal {GOAL:g} on two cores)")
    print(f"  of processor          {after.user - before.user + system:6.1f} s, {system:.1f} of them the system's")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
