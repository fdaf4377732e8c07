"""Many documents: read, sliced into reports and extracted in batches, in the order of the input.

Small input is extracted in this process. Where there are more than `SMALL` characters, spawned worker processes extract batches
side by side, down to the rows of the tables; they import neither the database nor frames. Only so many batches are under way at once,
so memory is bounded whatever the size of the input.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing import get_context

from metrics import read, rows
from metrics.claims.catalogue import Catalogue
from metrics.extract import extract
from metrics.model import Document, Mistake, Problem

Batch = list[tuple[Document, list[rows.Filed]]]
Found = tuple[Document, list[rows.Filed]] | Problem | read.Ended

SMALL = 1_000_000  # characters: a good second's work, from which on a second process saves more than starting it costs
BATCH_CHARACTERS = 500_000  # small enough that no process waits long for another's last batch
BATCH_DOCUMENTS = 500
PAGE = 8  # bytes of a page or PDF that are about the work of one character of text
AHEAD = 3  # batches under way for each process: one is extracted, others wait while this process writes


def run(
    paths: Iterable[str],
    catalogue: Catalogue,
    processes: int | None = None,
    small: int = SMALL,
    how: read.Options | None = None,
    ended: Callable[[int], None] | None = None,
) -> Iterator[Batch | Problem]:
    """Reads `paths` (files, folders, patterns, `-`) as `how` says: batches of documents with what they state, and a Problem for each
    input that failed.

    Batches and problems come in the order of the input, whatever the number of processes (by default one a core). `ended` is told the
    bytes of each input that is done with.
    """
    return extract_all(read.parts(paths, how), catalogue, processes, small, ended)


def extract_all(
    items: Iterable[read.Part],
    catalogue: Catalogue,
    processes: int | None = None,
    small: int = SMALL,
    ended: Callable[[int], None] | None = None,
) -> Iterator[Batch | Problem]:
    """As `run`, over what was taken in already."""
    extracted = _extracted(items, catalogue, processes or os.cpu_count() or 1, small)
    return read.folded((item for found in extracted for item in _told(found)), ended)


def _extracted(items: Iterable[read.Part], catalogue: Catalogue, processes: int, small: int) -> Iterator[list[Found]]:
    gathered = batches(items)
    head: list[list[read.Part]] = []
    if processes > 1:  # reads on until it is clear whether the input is small
        seen = 0
        while seen <= small and (batch := next(gathered, None)) is not None:
            head.append(batch)
            seen += sum(map(_size, batch))
        if seen > small:
            yield from _side_by_side(chain(head, gathered), catalogue, processes)
            return
    for batch in chain(head, gathered):
        yield extract_batch(batch, catalogue)


def _side_by_side(gathered: Iterable[list[read.Part]], catalogue: Catalogue, processes: int) -> Iterator[list[Found]]:
    waiting: deque[Future[list[Found]]] = deque()
    with ProcessPoolExecutor(processes, get_context("spawn"), _start, (catalogue,)) as pool:
        try:
            for batch in gathered:
                waiting.append(pool.submit(_work, batch))
                while len(waiting) > AHEAD * processes or (waiting and waiting[0].done()):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise Mistake(
                "a process that extracts was ended from outside, as for want of memory; --processes 1 takes least of it"
            ) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _told(found: Iterable[Found]) -> Iterator[Batch | Problem | read.Ended]:
    """The documents as one batch, but that a problem comes after those that were read before it."""
    batch: Batch = []
    for item in found:
        if isinstance(item, tuple):
            batch.append(item)
            continue
        if batch and isinstance(item, Problem):
            yield batch
            batch = []
        yield item
    if batch:
        yield batch


def batches(items: Iterable[read.Part]) -> Iterator[list[read.Part]]:
    """What was taken in, gathered into lists of bounded size."""
    batch: list[read.Part] = []
    size = 0
    for item in items:
        batch.append(item)
        size += _size(item)
        if size >= BATCH_CHARACTERS or len(batch) >= BATCH_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(item: read.Part) -> int:
    """How much work it is, in characters of text."""
    return len(item.text) if isinstance(item, Document) else item.size // PAGE if isinstance(item, read.Later) else 0


def extract_batch(items: Iterable[read.Part], catalogue: Catalogue) -> list[Found]:
    """Each document with what its reports state; problems and ends where they stood."""
    found: list[Found] = []
    for part in items:
        for item in part.documents() if isinstance(part, read.Later) else (part,):
            if isinstance(item, Document):
                found.append((item, [rows.filed(extract(report, catalogue)) for report in read.reports(item)]))
            else:
                found.append(item)
    return found


_catalogue: Catalogue | None = None  # a worker's own, set once as it starts


def _start(catalogue: Catalogue) -> None:
    global _catalogue
    _catalogue = catalogue


def _work(batch: list[read.Part]) -> list[Found]:
    assert _catalogue is not None
    return extract_batch(batch, _catalogue)
