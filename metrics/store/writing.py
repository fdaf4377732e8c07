"""Batches into the tables: what is new, what is read otherwise than before, and what goes. Inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from metrics import rows
from metrics.model import Document, Extraction, content_id
from metrics.store.connection import statement
from metrics.store.copies import Copies, Pairs, known_rows


@dataclass(frozen=True)
class Counts:
    """How many rows a load brought that were not there before, changed ones included."""

    documents: int = 0
    reports: int = 0
    figures: int = 0
    claims: int = 0


def write(connection: duckdb.DuckDBPyConnection, batch: Pairs) -> Counts:
    """Writes what the database lacks of a batch, and anew what other rules read otherwise.

    Of several copies of a document, the one that says most of itself gives the reports; the others are sightings. A report that several
    documents hold belongs to the one with the least id. So the order in which copies come makes no difference.
    """
    copies = Copies(connection, batch)
    fresh, stale, alike = _fresh(connection, copies.chosen)
    for rules, ids in alike.items():
        connection.execute(statement("store", "confirm_rules.sql"), {"rules": rules, "ids": ids})
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    added, sightings = copies.added(), copies.sightings(now)
    if not added and not fresh and not sightings:
        return Counts()
    (run,) = connection.execute(statement("store", "next_run.sql")).fetchall()[0]
    execute_all(connection, "forget_reports.sql", {"ids": stale})
    execute_all(connection, "forget_slices.sql", {"documents": copies.resliced, "ids": copies.report_ids()})
    execute_all(connection, "forget_copies.sql", {"documents": copies.resliced, "better": copies.bettered})
    reports = [rows.report(document, extraction) for document, extraction in fresh]
    figures = [row for document, extraction in fresh for row in rows.figures(document, extraction)]
    claims = [row for document, extraction in fresh for row in rows.claims(document, extraction)]
    append(connection, "documents", (_document(document, copies.first_run.get(document.document_id, run)) for document in added))
    append(connection, "sightings", sightings)
    append(connection, "reports", ((*row.values(), _content(e), run, e.rules) for row, (_, e) in zip(reports, fresh, strict=True)))
    append(connection, "zones", ((e.report.report_id, zone.start, zone.end, zone.kind) for _, e in fresh for zone in e.report.zones))
    append(connection, "figures", (row.values() for row in figures))
    at = [claim.quote_start for _, extraction in fresh for claim in extraction.claims]
    append(connection, "claims", ((*row.values(), quote_start) for row, quote_start in zip(claims, at, strict=True)))
    execute_all(connection, "name_first_origins.sql", {"ids": [document.document_id for document, _ in batch]})
    counts = Counts(len(added) - len(copies.bettered), len(reports), len(figures), len(claims))
    append(connection, "runs", [(run, now, counts.documents, counts.reports, counts.figures, counts.claims)])
    return counts


def append(connection: duckdb.DuckDBPyConnection, table: str, records: Iterable[Iterable[object]]) -> None:
    """Rows at the end of a table, through the connection's appender."""
    appender = connection.appender(table)
    appender.append_rows(tuple(record) for record in records)
    appender.flush()


def execute_all(connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, object]) -> None:
    """Each statement of a file of sql/store, with the same parameters."""
    for part in connection.extract_statements(statement("store", name)):
        connection.execute(part, {key: parameters[key] for key in part.named_parameters})


def _fresh(
    connection: duckdb.DuckDBPyConnection, batch: Pairs
) -> tuple[list[tuple[Document, Extraction]], list[str], dict[str, list[str]]]:
    """The extractions that the database lacks or has otherwise, one a report; the ids of those that it has otherwise; and, by the rules
    of this batch, the ids of those that other rules had extracted alike.
    """
    there: dict[object, tuple[object, ...]] = {
        row[0]: row[1:] for row in known_rows(connection, "known_reports.sql", {e.report.report_id for _, found in batch for e in found})
    }
    fresh: dict[str, tuple[Document, Extraction]] = {}
    alike: dict[str, list[str]] = {}
    for document, extractions in batch:
        for extraction in extractions:
            report = extraction.report
            if report.report_id in fresh and fresh[report.report_id][0].document_id <= document.document_id:
                continue  # a second copy is a sighting, not a report
            held = there.get(report.report_id)
            if held is None or str(held[0]) > document.document_id or (held[0] == document.document_id and held[1] != _content(extraction)):
                fresh[report.report_id] = (document, extraction)
            elif held[0] == document.document_id and held[2] != extraction.rules:
                alike.setdefault(extraction.rules, []).append(report.report_id)
    return list(fresh.values()), [report_id for report_id in fresh if report_id in there], alike


def _document(document: Document, run: int) -> tuple[object, ...]:
    return (
        document.document_id, document.origin, document.text, document.sha256, document.url, document.record_id,
        document.title, document.publisher, document.published, run, document.original_publisher, document.retrieved,
    )  # fmt: skip


def _content(extraction: Extraction) -> str:
    """A hash of what was extracted; where the document was found is left out, so that a second path changes nothing."""
    report = extraction.report
    about = (report.start, report.end, report.title, report.publisher, report.original_publisher, report.published, report.published_basis)
    return content_id("x", about, report.zones, extraction.figures, extraction.claims, extraction.reasons)
