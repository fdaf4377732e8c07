"""What is in the database already: read anew with other rules, taken out, counted. Inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

import duckdb

from metrics.model import Document
from metrics.rows import Batch
from metrics.store.connection import StoreError, statement
from metrics.store.copies import known_rows
from metrics.store.writing import Counts, execute_all, write


def stale(connection: duckdb.DuckDBPyConnection, rules: str) -> list[Document]:
    """The documents of which something was extracted with other rules than those of this fingerprint, as they were read."""
    answer = connection.execute(statement("store", "stale_documents.sql"), {"rules": rules})
    names = [str(column[0]) for column in answer.description or []]
    known = {field.name for field in fields(Document)}
    return [Document(**{name: value for name, value in zip(names, row, strict=True) if name in known}) for row in answer.fetchall()]


def renew(connection: duckdb.DuckDBPyConnection, batches: Iterable[Batch]) -> Counts:
    """Puts these extractions in the place of all that their documents gave before. Counts the reports that are others now, with theirs."""
    changed = figures = claims = 0
    for batch in batches:
        ids = [document.document_id for document, _ in batch]
        before = _contents(connection, ids)
        execute_all(connection, "forget_reports.sql", {"ids": list(before)})
        write(connection, batch)
        execute_all(connection, "forget_unmade_sightings.sql", {"ids": ids})
        after = _contents(connection, ids)
        others = {report_id for report_id in before.keys() | after.keys() if before.get(report_id) != after.get(report_id)}
        changed += len(others)
        made = [report for _, reports in batch for report in reports if report.report_id in others]
        figures += sum(len(report.figures) for report in made)
        claims += sum(len(report.claims) for report in made)
    return Counts(0, changed, figures, claims)


def remove(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Counts:
    """Takes out reports, or documents with all their reports, and all that hangs on them. Raises StoreError naming an id that is none."""
    documents = [str(row[0]) for row in known_rows(connection, "documents_meant.sql", ids)]
    reports = [str(row[0]) for row in known_rows(connection, "reports_meant.sql", ids)]
    unknown = sorted(set(ids) - {*documents, *reports})
    if unknown:
        raise StoreError(f"there is no report or document {unknown[0]}; `parley reports` lists them")
    before = _sizes(connection)
    execute_all(connection, "forget_reports.sql", {"ids": reports})
    execute_all(connection, "forget_documents.sql", {"ids": [*reports, *documents]})
    return Counts(*(was - now for was, now in zip(before, _sizes(connection), strict=True)))


def _contents(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in known_rows(connection, "reports_of_documents.sql", ids)}


def _sizes(connection: duckdb.DuckDBPyConnection) -> tuple[int, ...]:
    row: tuple[int, ...] = connection.execute(statement("store", "sizes.sql")).fetchall()[0]
    return row
