"""Many documents: read, sliced into reports and extracted in batches, in the order of the input.

Small input is extracted in this process. Where there are more than `SMALL` characters, spawned worker processes extract batches
side by side, down to the rows of the tables; they import neither the database nor frames. Only so many batches are under way at once,
so memory is bounded whatever the size of the input.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context

from metrics import read, rows
from metrics.claims.catalogue import Catalogue
from metrics.extract import extract
from metrics.model import Document, Problem

Batch = list[tuple[Document, list[rows.Filed]]]

SMALL = 1_000_000  # characters: a good second's work, from which on a second process saves more than starting it costs
BATCH_CHARACTERS = 500_000  # small enough that no process waits long for another's last batch
BATCH_DOCUMENTS = 500
AHEAD = 3  # batches under way for each process: one is extracted, others wait while this process writes


def run(
    paths: Iterable[str], catalogue: Catalogue, processes: int | None = None, small: int = SMALL, how: read.Options | None = None
) -> Iterator[Batch | Problem]:
    """Reads `paths` (files, folders, patterns, `-`) as `how` says: batches of documents with what they state, and a Problem for each
    input that failed.

    Batches and problems come in the order of the input, whatever the number of processes (by default one a core).
    """
    return extract_all(read.read(paths, how), catalogue, processes, small)


def extract_all(
    items: Iterable[Document | Problem], catalogue: Catalogue, processes: int | None = None, small: int = SMALL
) -> Iterator[Batch | Problem]:
    """As `run`, over documents that were read already."""
    processes = processes or os.cpu_count() or 1
    gathered = batches(items)
    head: list[list[Document] | Problem] = []
    if processes > 1:  # reads on until it is clear whether the input is small
        seen = 0
        while seen <= small and (item := next(gathered, None)) is not None:
            head.append(item)
            seen += sum(len(document.text) for document in item) if isinstance(item, list) else 0
        if seen > small:
            yield from _side_by_side(chain(head, gathered), catalogue, processes)
            return
    for item in chain(head, gathered):
        yield item if isinstance(item, Problem) else extract_batch(item, catalogue)


def _side_by_side(items: Iterable[list[Document] | Problem], catalogue: Catalogue, processes: int) -> Iterator[Batch | Problem]:
    waiting: deque[Problem | Future[Batch]] = deque()
    with ProcessPoolExecutor(processes, get_context("spawn"), _start, (catalogue,)) as pool:
        try:
            for item in items:
                waiting.append(item if isinstance(item, Problem) else pool.submit(_work, item))
                while len(waiting) > AHEAD * processes or (waiting and _ready(waiting[0])):
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def batches(items: Iterable[Document | Problem]) -> Iterator[list[Document] | Problem]:
    """Documents gathered into lists of bounded size; a problem comes after the documents that were read before it."""
    batch: list[Document] = []
    size = 0
    for item in items:
        if isinstance(item, Problem):
            if batch:
                yield batch
                batch, size = [], 0
            yield item
            continue
        batch.append(item)
        size += len(item.text)
        if size >= BATCH_CHARACTERS or len(batch) >= BATCH_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def extract_batch(documents: Iterable[Document], catalogue: Catalogue) -> Batch:
    """Each document with what its reports state."""
    return [(document, [rows.filed(extract(report, catalogue)) for report in read.reports(document)]) for document in documents]


def _ready(item: Problem | Future[Batch]) -> bool:
    return isinstance(item, Problem) or item.done()


def _result(item: Problem | Future[Batch]) -> Batch | Problem:
    return item if isinstance(item, Problem) else item.result()


_catalogue: Catalogue | None = None  # a worker's own, set once as it starts


def _start(catalogue: Catalogue) -> None:
    global _catalogue
    _catalogue = catalogue


def _work(documents: list[Document]) -> Batch:
    assert _catalogue is not None
    return extract_batch(documents, _catalogue)
