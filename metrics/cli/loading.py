"""From paths into the database, and what it holds already read anew, with complaints and progress on the way."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import chain, islice
from pathlib import Path

from metrics.claims.catalogue import Catalogue
from metrics.cli.journal import Journal
from metrics.model import Mistake, Problem
from metrics.pipeline import Batch
from metrics.read import Options

TOGETHER = 4_000_000  # characters of text that are written at once: some seconds' work, which is what a load that is killed has to do again


def load_paths(
    paths: Sequence[str],
    db: Path,
    catalogue: Catalogue,
    processes: int | None,
    how: Options | None = None,
    quiet: bool = False,
    log: Path | None = None,
) -> tuple[list[str] | None, int]:
    """Loads all that can be read: lines that say what was new (None where nothing could be read), and how many inputs failed.

    Complains of each input that failed. Raises Mistake for a broken database.
    """
    from metrics import pipeline

    with Journal(sum(_size(path) for path in paths), quiet, log) as journal:
        journal.write("start", paths=list(paths), db=db, rules=catalogue.fingerprint)
        batches = _sound(pipeline.run(paths, catalogue, processes, how=how, ended=journal.ended), journal)
        writes = joined(batches)
        first = list(islice(writes, 2))
        if not first:  # no database is made where nothing could be read
            journal.write("end", skipped=len(journal.failed))
            return None, len(journal.failed)
        new = _stored(chain(first, writes), len(first) > 1, db, catalogue)
        lines = [f"{counted(new)} new in {db}", *_remarks(journal, db, catalogue)]
        journal.write("end", **new, skipped=len(journal.failed))
        return lines, len(journal.failed)


def refresh(db: Path, catalogue: Catalogue, processes: int | None, quiet: bool = False, log: Path | None = None) -> list[str]:
    """Extracts anew, from the texts in the database, what other rules had extracted: all of it in one transaction."""
    from metrics import pipeline
    from metrics.store import Store

    with Store(db, read_only=True) as store:
        stale = store.stale(catalogue.fingerprint)
    with Journal(sum(len(document.text) for document in stale), quiet, log) as journal:
        journal.write("refresh", documents=len(stale), db=db, rules=catalogue.fingerprint)
        batches = list(_sound(pipeline.extract_all(stale, catalogue, processes), journal))
        with Store(db) as store:
            store.learn(catalogue.metrics.values())
            changed = asdict(store.renew(batches)) if batches else {"reports": 0}
        journal.write("end", **changed)
    if not stale:
        return [f"nothing to refresh: these rules extracted all of {db}"]
    return [f"{counted({'documents': len(stale)})} read anew in {db}, {counted({'reports': changed['reports']})} changed"]


def counted(numbers: dict[str, int] | Counter[str]) -> str:
    """*5 documents, 1 report, 212 figures, 51 claims*; *nothing* where all are none."""
    told = [f"{count:,} {what if count != 1 else what.removesuffix('s')}" for what, count in numbers.items()]
    return ", ".join(told) if any(numbers.values()) else "nothing"


def _remarks(journal: Journal, db: Path, catalogue: Catalogue) -> Iterator[str]:
    """What a reader of the summary should know besides: reprints, other languages, other rules, inputs that were skipped."""
    from metrics.store import Store

    with Store(db, read_only=True) as store:
        state = store.state(catalogue.fingerprint)
    if state["reprints"]:
        yield f"{state['reprints']:,} of its {state['reports']:,} reports reprint others"
    if journal.languages:
        told = ", ".join(f"{language} {count:,}" for language, count in journal.languages.most_common())
        yield f"{counted({'reports': journal.languages.total()})} not in English ({told}): kept, but few of their figures are read"
    if state["stale"]:
        yield f"{counted({'reports': int(str(state['stale']))})} extracted with other rules: `parley load --refresh` reads them anew"
    if journal.failed:
        yield f"{counted({'inputs': len(journal.failed)})} skipped, as said above"


def _sound(items: Iterable[Batch | Problem], journal: Journal) -> Iterator[Batch]:
    """The batches alone; a problem is told as it comes."""
    for item in items:
        if isinstance(item, Problem):
            journal.problem(item)
        else:
            journal.batch(item)
            yield item


def joined(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The batches joined into larger ones: a transaction costs much the same for few rows as for many."""
    whole: Batch = []
    size = 0
    for batch in batches:
        whole += batch
        size += sum(len(document.text) for document, _ in batch)
        if size >= TOGETHER:
            yield whole
            whole, size = [], 0
    if whole:
        yield whole


def _stored(batches: Iterable[Batch], several: bool, db: Path, catalogue: Catalogue) -> Counter[str]:
    """Writes the batches, each in one transaction. A single batch is judged in it; several are judged once, after the last.

    Between two batches the file is let go, so that others can read it while the next is extracted.
    """
    from metrics.store import Store

    new: Counter[str] = Counter()
    try:
        for number, batch in enumerate(batches):
            if number and not db.exists():
                raise Mistake(f"{db}: was removed while it was loaded; load the same again")
            with Store(db) as store:
                store.learn(catalogue.metrics.values())
                new.update(asdict(store.file(batch, judged=not several)))
    finally:  # also where a later batch fails: what was written before it is judged
        if several and db.exists():
            with Store(db) as store:
                if store.owes():
                    store.judge()
    return new


def _size(path: str) -> int:
    """Bytes under a path, for the progress bar; 0 for what has no size, as standard input or a link to nowhere."""
    if os.path.isdir(path):
        return sum(_size(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)
    try:
        return os.path.getsize(path) if os.path.isfile(path) else 0
    except OSError:  # gone meanwhile
        return 0
