"""Copies of one document: which of them gives its reports, and where all of them were seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime

import duckdb

from metrics.model import Document
from metrics.rows import Batch
from metrics.store.connection import statement

ABOUT = ("url", "record_id", "title", "publisher", "published", "original_publisher", "retrieved")  # what copies can say otherwise


def known_rows(connection: duckdb.DuckDBPyConnection, name: str, ids: Iterable[str]) -> list[tuple[object, ...]]:
    """The rows that a question of sql/store finds for these ids."""
    return connection.execute(statement("store", name), {"ids": list(ids)}).fetchall()


class Copies:
    """The documents of a batch beside those of the database."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, batch: Batch) -> None:
        self._batch = batch
        ids = Counter(document.document_id for document, _ in batch)
        held = {str(row[0]): row[1:] for row in known_rows(connection, "known_documents.sql", ids)}
        self.first_run = {document_id: int(str(row[0])) for document_id, row in held.items()}
        self._held = {document_id: row[1:] for document_id, row in held.items()}
        self._seen: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
        for row in known_rows(connection, "known_sightings.sql", ids):
            self._seen[str(row[0])].append(row[1:])
        #: documents of which there is more than one copy
        self.several = [document_id for document_id, count in ids.items() if count > 1 or document_id in self._seen]
        best: dict[str, tuple[object, ...]] = {}
        for document, _ in batch:
            mine, there = _about(document), best.get(document.document_id, self._held.get(document.document_id))
            if there is None or _rank(mine) < _rank(there) or self._overwritten(document):
                best[document.document_id] = mine
        #: of the batch, the documents with what is read from them; copies that say less are left out
        self.chosen = [pair for pair in batch if _about(pair[0]) == best.get(pair[0].document_id, self._held.get(pair[0].document_id))]
        self.bettered = [document_id for document_id, about in best.items() if self._held.get(document_id, about) != about]
        self._reports: dict[str, list[str | None]] = {}
        for document, reports in self.chosen:
            self._reports[document.document_id] = [report.report_id for report in reports] or [None]
        #: documents that give other reports than they did before
        self.resliced = [
            document_id for document_id, found in self._reports.items()
            if document_id in self._held and {row[0] for row in self._seen[document_id]} != set(found)
        ]  # fmt: skip

    def added(self) -> list[Document]:
        """The documents to write: new ones, and those that a copy says more of than was known."""
        found = {document.document_id: document for document, _ in self.chosen}
        return [one for document_id, one in found.items() if document_id not in self._held or document_id in self.bettered]

    def report_ids(self) -> list[str]:
        """The reports that the documents give."""
        return [report_id for reports in self._reports.values() for report_id in reports if report_id is not None]

    def sightings(self, now: datetime) -> list[tuple[object, ...]]:
        """The rows to write: of documents that give other reports than before, all of them."""
        anew = set(self.resliced)
        found: list[tuple[object, ...]] = []
        there: set[tuple[object, ...]] = set()
        places: list[tuple[str, tuple[object, ...]]] = []
        for document_id, rows in self._seen.items():
            if document_id in anew:
                places += [(document_id, row[1:]) for row in rows]
            else:
                there |= {(document_id, row[0], row[1], row[3]) for row in rows}
        for one, _ in self._batch:
            places.append((one.document_id, (one.origin, one.url, one.sha256, now, one.retrieved, one.archive_url)))
        for document_id, place in places:
            for report_id in self._reports.get(document_id) or dict.fromkeys(row[0] for row in self._seen[document_id]):
                key = (document_id, report_id, place[0], place[2])
                if key not in there:
                    there.add(key)
                    found.append((document_id, report_id, *place))
        return found

    def _overwritten(self, document: Document) -> bool:
        """Whether the database has it from one place alone, and the bytes there are others now."""
        places = {(row[1], row[3]) for row in self._seen[document.document_id]}
        return {place for place, _ in places} == {document.origin} and (document.origin, document.sha256) not in places


def _about(document: Document) -> tuple[object, ...]:
    return tuple(getattr(document, name) for name in ABOUT)


def _rank(about: tuple[object, ...]) -> tuple[int, tuple[str, ...]]:
    """Least for the copy that says most; among those that say as much, by what they say, so that their order makes no difference."""
    return -sum(value is not None for value in about), tuple("" if value is None else str(value) for value in about)
