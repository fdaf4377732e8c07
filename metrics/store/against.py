"""A draft held against the record: what the record has of the same sides is copied into memory, the draft beside it, and both are judged
by the same views. The database is read, never written.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb

from metrics import origins, reviewed, rows
from metrics.model import Document, Extraction
from metrics.store.connection import StoreError, connect, one_line, recognise, statement
from metrics.store.judging import join_reviews, make_judgements, review_lines
from metrics.store.writing import append, write

Row = dict[str, object]

_MOST_TEXTS = 200  # of reports that are looked at for what the draft copies


def against(path: Path, draft: list[tuple[Document, list[Extraction]]]) -> tuple[list[Row], list[Row]]:
    """A row for each claim of the draft and each claim of the record that it was held against, as sql/store/against/answers.sql says;
    `record` is that claim's row (null where there is none), with `copied` where the draft holds the words of its report, and the
    `reviews` of what it disagrees over in plain words. Then the rows of
    elsewhere.sql: what the record has for other events. Raises StoreError.
    """
    ids = [extraction.report.report_id for _, extractions in draft for extraction in extractions]
    record = connect(path, read_only=True)
    memory = duckdb.connect(":memory:")
    try:
        if not recognise(record, path):
            raise StoreError(f"{path}: is an empty database; `parley load` fills it")
        join_reviews(record, review_lines(path), writable=False)
        memory.execute(statement("tables.sql"))
        reports = _copy(record, memory, draft, ids)
        write(memory, [(document, [rows.filed(extraction) for extraction in found]) for document, found in draft])
        append(memory, "origins", ((report_id, report_id) for report_id in ids))
        make_judgements(memory)
        answers = _rows(memory, "answers.sql", {"draft": ids})
        claims = {row["claim_id"]: row for row in _rows(memory, "all_claims.sql", {})}
        named = {str(claims[answer["record_claim"]]["report_id"]) for answer in answers if answer["record_claim"]}
        copied = _copied(record, sorted(named & reports)[:_MOST_TEXTS], draft)
        reviews: dict[object, list[str]] = {}
        for row in _rows(record, "reviewed.sql", {"ids": sorted({str(answer["record_claim"]) for answer in answers})}):
            reviews.setdefault(row["disputed_claim"], []).append(reviewed.sentence(row))
        elsewhere = _rows(memory, "elsewhere.sql", {"draft": ids})
        return [answer | {"record": _claim(claims, answer, copied, reviews)} for answer in answers], elsewhere
    except duckdb.Error as error:
        raise StoreError(f"{path}: {one_line(error)}") from None
    finally:
        memory.close()
        record.close()


def _copy(
    record: duckdb.DuckDBPyConnection, memory: duckdb.DuckDBPyConnection, draft: list[tuple[Document, list[Extraction]]], ids: list[str]
) -> set[str]:
    """Copies what the draft can meet, and gives the reports that it is from. A copy of the draft itself is left out."""
    made = [claim for _, extractions in draft for extraction in extractions for claim in extraction.claims]
    sides = sorted({claim.sides for claim in made if claim.sides})
    asked = {"sides": sides, "metrics": sorted({claim.metric for claim in made}), "without": ids}
    claims = _carry(record, memory, "claims", asked)
    reports = sorted({str(claim["report_id"]) for claim in claims})
    for table in ("reports", "documents", "origins"):
        _carry(record, memory, table, {"ids": reports})
    for table in ("policy", "metrics"):
        _carry(record, memory, table, {})
    return set(reports)


def _carry(record: duckdb.DuckDBPyConnection, memory: duckdb.DuckDBPyConnection, table: str, asked: Mapping[str, list[str]]) -> list[Row]:
    found = _rows(record, f"{table}.sql", asked)
    columns = memory.table(table).columns
    append(memory, table, ([row[column] for column in columns] for row in found))
    return found


def _copied(record: duckdb.DuckDBPyConnection, reports: list[str], draft: list[tuple[Document, list[Extraction]]]) -> set[str]:
    """Which of these reports share so many words with the draft that they are of one origin."""
    own = [extraction.report for _, extractions in draft for extraction in extractions]
    texts = [(report.report_id, report.text[report.start : report.end]) for report in own]
    theirs = record.execute(statement("store", "against", "texts.sql"), {"ids": reports}).fetchall()
    found: set[str] = set()
    for report_id, text in theirs:  # one by one, so that reports that copy one another are not all the draft's
        leader = origins.copies([*texts, (report_id, text)])
        if any(leader[report_id] == leader[name] for name, _ in texts):
            found.add(report_id)
    return found


def _claim(claims: Mapping[object, Row], answer: Row, copied: set[str], reviews: Mapping[object, list[str]]) -> Row | None:
    row = claims.get(answer["record_claim"])
    return row | {"copied": row["report_id"] in copied, "reviews": reviews.get(row["claim_id"], [])} if row else None


def _rows(connection: duckdb.DuckDBPyConnection, name: str, parameters: Mapping[str, list[str]]) -> list[Row]:
    answer = connection.execute(statement("store", "against", name), parameters)
    names = [str(column[0]) for column in answer.description or []]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
