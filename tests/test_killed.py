"""A load that is killed at any moment leaves a whole database, and loading again completes it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from metrics.store import Store, StoreError

MOMENTS = (10, 20, 20)  # of a load that makes its database, and of two that add to one
REPORTS = 9
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


@pytest.fixture(scope="module")
def run(context: ForkServerContext) -> Callable[..., bool]:
    def run(folder: Path, db: Path, seconds: float | None = None) -> bool:
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

    return run


@pytest.fixture(scope="module")
def begun(run: Callable[..., bool], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that a load before has made, so that most of the killed ones need not; what it has is no matter of theirs."""
    where = tmp_path_factory.mktemp("begun")
    (where / "before.txt").write_text("date 2025-06-01\n\nThe Ledger\nNo news\n\nNothing was agreed.\n", encoding="utf-8")
    run(where, where / "begun.duckdb")
    return where / "begun.duckdb"


@pytest.mark.parametrize(("part", "new"), [(0, True), (1, False), (2, False)])
def test_killed_at_any_moment(run: Callable[..., bool], folder: Path, begun: Path, tmp_path: Path, part: int, new: bool) -> None:
    def database(name: str) -> Path:
        return tmp_path / name if new else Path(shutil.copy(begun, tmp_path / name))

    began = time.monotonic()
    run(folder, database("whole.duckdb"))
    whole_load = time.monotonic() - began
    whole = contents(tmp_path / "whole.duckdb")
    assert len(whole["reports"]) == REPORTS + (not new)

    moments = random.Random(part)
    killed = 0
    for n in range(MOMENTS[part]):
        db = database(f"{n}.duckdb")
        killed += not run(folder, db, moments.uniform(0, whole_load))
        if db.exists():
            with contextlib.suppress(EmptyYet):
                contents(db)
        run(folder, db)
        assert contents(db) == whole
        db.unlink()
    assert killed > MOMENTS[part] / 5  # half of them, but that the machine may have been busier when the whole load was timed
