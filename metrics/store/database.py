"""The store: batches of documents and extractions in, rows and judgements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import duckdb
import polars as pl

from metrics import rows, wording
from metrics.claims.catalogue import Metric
from metrics.model import Document, Extraction, Report, content_id
from metrics.store import finding
from metrics.store.connection import VERSION, StoreError, checks, connect, one_line, recognise, statement
from metrics.store.judging import catalogue, judge

Batch = Iterable[tuple[Document, list[Extraction]]]


@dataclass(frozen=True)
class Counts:
    """How many rows a load brought that were not there before, changed ones included."""

    documents: int = 0
    reports: int = 0
    figures: int = 0
    claims: int = 0


class Store:
    """A database file. Use as a context manager; opening and every method raise StoreError, one line."""

    def __init__(self, path: Path | str, read_only: bool = False) -> None:
        self._path = Path(path)
        self._connection = connect(self._path, read_only)
        try:
            if not recognise(self._connection, self._path):
                if read_only:
                    raise StoreError(f"{self._path}: is an empty database; `parley load` fills it")
                with self._transaction():
                    self._found()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def load(self, batch: Batch, judged: bool = True) -> Counts:
        """Writes a batch in one transaction, judgements included. What the database has already is left as it is.

        A bulk loader can pass `judged=False` and call `judge` at the end; until then the judgements are those of the last time.
        """
        with self._transaction():
            counts = self._write(list(batch))
            if judged and counts != Counts():
                judge(self._connection)
        return counts

    def learn(self, metrics: Iterable[Metric]) -> None:
        """Keeps what these metrics are called and ask, in place of what was known of them. Those of older claims stay."""
        known = {metric.key: (metric.key, metric.title, metric.asks, metric.unit) for metric in metrics}
        if set(self._known("known_metrics.sql", known)) != set(known.values()):
            with self._transaction():
                self._connection.execute(statement("store", "forget_metrics.sql"), {"ids": list(known)})
                self._append("metrics", known.values())

    def judge(self) -> None:
        """Makes all judgements anew from the claims, in one transaction."""
        with self._transaction():
            judge(self._connection)

    def frame(self, name: str) -> pl.DataFrame:
        """All rows of a table: documents, reports, figures, claims, events, voices, discrepancies …, as the contract has them."""
        try:
            return pl.DataFrame(self._connection.table(name).select(*_fields(name)))
        except duckdb.CatalogException:
            raise StoreError(f"{self._path}: has no table {name!r}") from None
        except duckdb.Error as error:
            raise StoreError(f"{self._path}: {one_line(error)}") from None

    def claim(self, claim_id: str) -> dict[str, object] | None:
        """The row of one claim; None where there is none of that id."""
        return finding.claim(self._connection, claim_id)

    def report(self, report_id: str) -> Report | None:
        """One report as it was extracted, text and zones included; None where there is none of that id."""
        return finding.report(self._connection, report_id)

    def discrepancies(self) -> list[dict[str, object]]:
        """The contract's *Discrepancies out*, conflicts first, each with its voices; a voice has `quote_start` besides."""
        voices: dict[object, list[dict[str, object]]] = {}
        for voice in self._rows(statement("store", "discrepancy_voices.sql")):
            voices.setdefault(voice["id"], []).append(voice)
        return [_discrepancy(row, voices[row["id"]]) for row in self._rows(statement("store", "discrepancies.sql"))]

    def check(self) -> list[tuple[str, list[dict[str, object]]]]:
        """The checks of sql/checks that found rows, each with its rows; empty where all is well."""
        found = []
        for name, text in checks():
            faults = self._rows(text)
            if faults:
                found.append((name, faults))
        return found

    def _rows(self, sql: str) -> list[dict[str, object]]:
        try:
            answer = self._connection.execute(sql)
            names = [str(column[0]) for column in answer.description or []]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
        except duckdb.Error as error:
            raise StoreError(f"{self._path}: {one_line(error)}") from None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.begin()
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()
        except duckdb.Error as error:
            raise StoreError(f"{self._path}: {one_line(error)}") from None

    def _found(self) -> None:
        self._connection.execute(statement("tables.sql"))
        self._connection.execute(statement("store", "found.sql"), {"version": VERSION})
        self._append("metrics", catalogue())
        judge(self._connection)

    def _append(self, table: str, records: Iterable[Iterable[object]]) -> None:
        appender = self._connection.appender(table)
        appender.append_rows(tuple(record) for record in records)
        appender.flush()

    def _known(self, name: str, ids: Iterable[str]) -> list[tuple[object, ...]]:
        return self._connection.execute(statement("store", name), {"ids": list(ids)}).fetchall()

    def _forget(self, ids: list[str]) -> None:
        for part in self._connection.extract_statements(statement("store", "forget_reports.sql")):
            self._connection.execute(part, {"ids": ids})

    def _write(self, batch: list[tuple[Document, list[Extraction]]]) -> Counts:
        documents = {document.document_id: document for document, _ in batch}
        known = {row[0] for row in self._known("known_documents.sql", documents)}
        added = [document for document in documents.values() if document.document_id not in known]
        fresh, stale = self._fresh(batch)
        now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        sightings = self._sightings(batch, now)
        if not added and not fresh and not sightings:
            return Counts()
        (run,) = self._connection.execute(statement("store", "next_run.sql")).fetchall()[0]
        self._forget(stale)
        reports = [rows.report(document, extraction) for document, extraction in fresh]
        figures = [row for document, extraction in fresh for row in rows.figures(document, extraction)]
        claims = [row for document, extraction in fresh for row in rows.claims(document, extraction)]
        self._append("documents", (_document(document, run) for document in added))
        self._append("sightings", sightings)
        self._append("reports", ((*row.values(), _content(e), run) for row, (_, e) in zip(reports, fresh, strict=True)))
        self._append("zones", ((e.report.report_id, zone.start, zone.end, zone.kind) for _, e in fresh for zone in e.report.zones))
        self._append("figures", (row.values() for row in figures))
        at = [claim.quote_start for _, extraction in fresh for claim in extraction.claims]
        self._append("claims", ((*row.values(), quote_start) for row, quote_start in zip(claims, at, strict=True)))
        counts = Counts(len(added), len(reports), len(figures), len(claims))
        self._append("runs", [(run, now, counts.documents, counts.reports, counts.figures, counts.claims)])
        return counts

    def _fresh(self, batch: list[tuple[Document, list[Extraction]]]) -> tuple[list[tuple[Document, Extraction]], list[str]]:
        """The extractions that the database lacks or has otherwise, one a report, and the ids of those that it has otherwise."""
        there = {row[0]: row[1:] for row in self._known("known_reports.sql", {e.report.report_id for _, found in batch for e in found})}
        fresh: dict[str, tuple[Document, Extraction]] = {}
        stale = []
        for document, extractions in batch:
            for extraction in extractions:
                report = extraction.report
                if report.report_id in fresh:
                    continue  # a second copy is a sighting, not a report
                if report.report_id not in there:
                    fresh[report.report_id] = (document, extraction)
                elif (
                    there[report.report_id] != (report.document_id, _content(extraction))
                    and there[report.report_id][0] == report.document_id
                ):
                    fresh[report.report_id] = (document, extraction)  # other rules read it otherwise
                    stale.append(report.report_id)
        return list(fresh.values()), stale

    def _sightings(self, batch: list[tuple[Document, list[Extraction]]], now: datetime) -> list[tuple[object, ...]]:
        there = set(self._known("known_sightings.sql", {document.document_id for document, _ in batch}))
        found: list[tuple[object, ...]] = []
        for document, extractions in batch:
            seen: list[str | None] = [extraction.report.report_id for extraction in extractions]
            for report_id in seen or [None]:
                key = (document.document_id, report_id, document.origin, document.sha256)
                if key not in there:
                    there.add(key)
                    found.append((document.document_id, report_id, document.origin, document.url, document.sha256, now))
        return found


def _document(document: Document, run: int) -> tuple[object, ...]:
    return (
        document.document_id, document.origin, document.text, document.sha256, document.url, document.record_id,
        document.title, document.publisher, document.published, run,
    )  # fmt: skip


def _discrepancy(row: dict[str, object], voices: list[dict[str, object]]) -> dict[str, object]:
    told = dict.fromkeys(rows.DISCREPANCY_FIELDS) | {field: row[field] for field in rows.DISCREPANCY_FIELDS if field in row}
    told |= {"sentence": wording.sentence(row, voices), "why": wording.why(row), "settle": wording.settle(row)}
    told["sql"] = f"select * from discrepancy_voices where id = '{row['id']}'"  # for the reader to ask; nothing here runs it
    told["voices"] = [{field: voice[field] for field in (*rows.VOICE_FIELDS, "quote_start")} for voice in voices]
    return told


def _content(extraction: Extraction) -> str:
    """A hash of what was extracted; where the document was found is left out, so that a second path changes nothing."""
    report = extraction.report
    about = (report.start, report.end, report.title, report.publisher, report.original_publisher, report.published, report.published_basis)
    return content_id("x", about, report.zones, extraction.figures, extraction.claims, extraction.reasons)


def _fields(name: str) -> Iterable[str]:
    """The columns of a table that the contract names, quoted; all of them for other tables."""
    fields = {"reports": rows.REPORT_FIELDS, "figures": rows.FIGURE_FIELDS, "claims": rows.CLAIM_FIELDS}.get(name)
    return [f'"{field}"' for field in fields] if fields else ["*"]
