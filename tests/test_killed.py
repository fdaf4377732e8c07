"""A load that is killed at any moment leaves a whole database, and loading again completes it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import signal
import time
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from metrics.store import Store, StoreError

MOMENTS = 50
REPORTS = 12
TABLES = ("documents", "reports", "zones", "figures", "claims", "events", "voices", "discrepancies")


def load(folder: str, db: str) -> None:
    """What `parley load` does, in batches of three documents."""
    from metrics import pipeline
    from metrics.claims import catalogue
    from metrics.cli import loading

    pipeline.BATCH_DOCUMENTS = 3
    loading.TOGETHER = 0
    os.setpgid(0, 0)
    loading.load_paths([folder], Path(db), catalogue.load(), 1, quiet=True)


@pytest.fixture(scope="module")
def context() -> ForkServerContext:
    """Processes that have everything imported already, so that the moments fall into the load."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["metrics.cli.loading", "metrics.pipeline", "metrics.store", __name__])
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("reports")
    for n in range(REPORTS):
        said = f"Kyiv and Moscow agreed to swap {1000 + n % 3} prisoners of war each.\n"
        text = f"date 2025-06-{n % 4 + 2:02}\n\nThe Ledger {n}\nSwap agreed\n\n{said}"
        (where / f"{n:02}.txt").write_text(text, encoding="utf-8")
    return where


class EmptyYet(Exception):
    pass


def contents(db: Path) -> dict[str, list[str]]:
    """All rows but for what tells one run from another. Raises EmptyYet where the load was killed before the tables were made."""
    try:
        store = Store(db, read_only=True)
    except StoreError as error:
        raise (EmptyYet if "is an empty database" in str(error) else error) from None
    with store:
        assert store.check() == []
        return {name: sorted(str(row) for row in store.frame(name).drop("run", strict=False).iter_rows()) for name in TABLES}


def test_killed_at_any_moment(context: ForkServerContext, folder: Path, tmp_path: Path) -> None:
    def run(db: Path, seconds: float | None = None) -> bool:
        """Loads, killed after so many seconds; whether it came to its end before."""
        process = context.Process(target=load, args=(str(folder), str(db)))
        process.start()
        process.join(seconds)
        ended = process.exitcode is not None
        if not ended:
            os.kill(process.pid or 0, signal.SIGKILL)
            process.join()
        else:
            assert process.exitcode == 0
        return ended

    run(tmp_path / "warm.duckdb")
    began = time.monotonic()
    run(tmp_path / "whole.duckdb")
    whole_load = time.monotonic() - began
    whole = contents(tmp_path / "whole.duckdb")
    assert len(whole["reports"]) == REPORTS

    moments = random.Random(50)
    killed = 0
    for n in range(MOMENTS):
        db = tmp_path / f"{n}.duckdb"
        killed += not run(db, moments.uniform(0, whole_load))
        if db.exists():
            with contextlib.suppress(EmptyYet):
                contents(db)
        run(db)
        assert contents(db) == whole
        db.unlink()
    assert killed > MOMENTS / 2
