"""Batches into the tables: what is new, what is read otherwise than before, and what goes. Inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from metrics.model import Document
from metrics.rows import Batch, Filed
from metrics.store.connection import statement
from metrics.store.copies import Copies, known_rows


@dataclass(frozen=True)
class Counts:
    """How many rows a load brought that were not there before, changed ones included."""

    documents: int = 0
    reports: int = 0
    figures: int = 0
    claims: int = 0


def write(connection: duckdb.DuckDBPyConnection, batch: Batch) -> Counts:
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
    if stale:
        execute_all(connection, "forget_reports.sql", {"ids": stale})
    if copies.resliced:
        execute_all(connection, "forget_slices.sql", {"documents": copies.resliced, "ids": copies.report_ids()})
    if copies.resliced or copies.bettered:
        execute_all(connection, "forget_copies.sql", {"documents": copies.resliced, "better": copies.bettered})
    append(connection, "documents", (_document(document, copies.first_run.get(document.document_id, run)) for document in added))
    append(connection, "sightings", sightings)
    append(connection, "reports", ((*report.report, report.content, run, report.rules) for report in fresh))
    append(connection, "zones", (row for report in fresh for row in report.zones))
    append(connection, "figures", (row for report in fresh for row in report.figures))
    append(connection, "claims", (row for report in fresh for row in report.claims))
    if copies.several:
        execute_all(connection, "name_first_origins.sql", {"ids": copies.several})
    figures, claims = sum(len(report.figures) for report in fresh), sum(len(report.claims) for report in fresh)
    counts = Counts(len(added) - len(copies.bettered), len(fresh), figures, claims)
    append(connection, "runs", [(run, now, counts.documents, counts.reports, counts.figures, counts.claims)])
    return counts


def append(connection: duckdb.DuckDBPyConnection, table: str, records: Iterable[Sequence[object]]) -> None:
    """Rows at the end of a table, through the connection's appender."""
    appender = connection.appender(table)
    appender.append_rows(records)
    appender.flush()


def execute_all(connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, object]) -> None:
    """Each statement of a file of sql/store, with the same parameters."""
    for part in connection.extract_statements(statement("store", name)):
        connection.execute(part, {key: parameters[key] for key in part.named_parameters})


def _fresh(connection: duckdb.DuckDBPyConnection, batch: Batch) -> tuple[list[Filed], list[str], dict[str, list[str]]]:
    """The reports that the database lacks or has otherwise, one of an id; the ids of those that it has otherwise; and, by the rules
    of this batch, the ids of those that other rules had extracted alike.
    """
    there: dict[object, tuple[object, ...]] = {
        row[0]: row[1:] for row in known_rows(connection, "known_reports.sql", {report.report_id for _, found in batch for report in found})
    }
    fresh: dict[str, tuple[str, Filed]] = {}
    alike: dict[str, list[str]] = {}
    for document, reports in batch:
        mine = document.document_id
        for report in reports:
            if report.report_id in fresh and fresh[report.report_id][0] <= mine:
                continue  # a second copy is a sighting, not a report
            held = there.get(report.report_id)
            if held is None or str(held[0]) > mine or (held[0] == mine and held[1] != report.content):
                fresh[report.report_id] = (mine, report)
            elif held[0] == mine and held[2] != report.rules:
                alike.setdefault(report.rules, []).append(report.report_id)
    return [report for _, report in fresh.values()], [report_id for report_id in fresh if report_id in there], alike


def _document(document: Document, run: int) -> tuple[object, ...]:
    return (
        document.document_id, document.origin, document.text, document.sha256, document.url, document.record_id,
        document.title, document.publisher, document.published, run, document.original_publisher, document.retrieved,
    )  # fmt: skip
