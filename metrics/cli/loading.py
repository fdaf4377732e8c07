"""From paths into the database, with complaints and progress on the way."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import chain, islice
from pathlib import Path

from metrics.claims.catalogue import Catalogue
from metrics.cli.terminal import Progress, complain
from metrics.model import Problem
from metrics.pipeline import Batch
from metrics.read import Options


def load_paths(
    paths: Sequence[str], db: Path, catalogue: Catalogue, processes: int | None, how: Options | None = None
) -> tuple[Counter[str] | None, int]:
    """Loads all that can be read: how many rows of each kind were new (None where nothing could be read), and how many inputs failed.

    Complains of each input that failed. Raises Mistake for a broken database.
    """
    from metrics import pipeline

    failed: list[Problem] = []
    with Progress(sum(_size(path) for path in paths)) as progress:
        batches = _sound(pipeline.run(paths, catalogue, processes, how=how), failed, progress)
        first = list(islice(batches, 2))
        # No database is made where nothing could be read.
        return (_stored(chain(first, batches), len(first) > 1, db, catalogue) if first else None), len(failed)


def _sound(items: Iterable[Batch | Problem], failed: list[Problem], progress: Progress) -> Iterator[Batch]:
    """The batches alone; a problem is told as it comes."""
    for item in items:
        if isinstance(item, Problem):
            progress.clear()
            complain(f"{item.origin}: {item.message}")
            failed.append(item)
        else:
            progress.advance(sum(len(document.text) for document, _ in item), len(item))
            yield item


def _stored(batches: Iterable[Batch], several: bool, db: Path, catalogue: Catalogue) -> Counter[str]:
    """Writes the batches, each in one transaction. One batch is judged in it; several are judged once, after the last."""
    from metrics.store import Store

    new: Counter[str] = Counter()
    with Store(db) as store:
        store.learn(catalogue.metrics.values())
        try:
            for batch in batches:
                new.update(asdict(store.load(batch, judged=not several)))
        finally:  # also where a later batch fails: what was written before it is judged
            if several and new.total():
                store.judge()
    return new


def _size(path: str) -> int:
    """Bytes under a path, for the progress bar; 0 for what has no size, as standard input."""
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)
    return os.path.getsize(path) if os.path.isfile(path) else 0
