"""The store: batches of documents and extractions in, rows and judgements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

import duckdb
import polars as pl

from metrics import reviewed, rows, wording
from metrics.claims.catalogue import Metric
from metrics.model import Document, Extraction, Report
from metrics.store import finding, keeping
from metrics.store.connection import VERSION, StoreError, connect, one_line, queries, recognise, statement
from metrics.store.copies import known_rows
from metrics.store.judging import catalogue, is_judged, is_said, join_reviews, judge, review_lines, said_of_events
from metrics.store.writing import Counts, append, write


class Store:
    """A database file. Use as a context manager; opening and every method raise StoreError, one line."""

    def __init__(self, path: Path | str, read_only: bool = False) -> None:
        self._path = Path(path)
        self._connection = connect(self._path, read_only)
        try:
            self._founding = not recognise(self._connection, self._path)
            if self._founding and read_only:
                raise StoreError(f"{self._path}: is an empty database; `parley load` fills it")
            if self._founding:
                self._found()
            else:
                with nullcontext() if read_only else self._transaction():
                    self._heed_files(writable=not read_only)
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None:
            self.close()
        else:
            self._connection.close()

    def close(self) -> None:
        """Lets go of the file; a new one has all its tables then."""
        try:
            if self._founding:
                self.judge()
        finally:
            self._connection.close()

    def load(self, batch: Iterable[tuple[Document, list[Extraction]]], judged: bool = True) -> Counts:
        """Writes what was extracted, as `file` does its rows."""
        return self.file([(document, [rows.filed(extraction) for extraction in found]) for document, found in batch], judged)

    def file(self, batch: rows.Batch, judged: bool = True) -> Counts:
        """Writes a batch in one transaction, judgements included. What the database has already is left as it is.

        A bulk loader can pass `judged=False` and call `judge` at the end; until then the judgements are those of the last time, and
        the database knows that it owes them.
        """
        if self._founding and not judged:
            self.judge()
        with self._transaction():
            counts = write(self._connection, batch)
            if counts != Counts():
                self._connection.execute(statement("store", "owe_judgement.sql"))
            if judged and (self._founding or self.owes()):
                self._judge()
        return counts

    def owes(self) -> bool:
        """Whether something was written that is not judged yet."""
        return bool(self._connection.execute(statement("store", "owed_judgement.sql")).fetchall()[0][0])

    def learn(self, metrics: Iterable[Metric]) -> None:
        """Keeps what these metrics are called and ask, in place of what was known of them. Those of older claims stay."""
        known = {metric.key: _metric(metric) for metric in metrics}
        if set(known_rows(self._connection, "known_metrics.sql", known)) != set(known.values()):
            with nullcontext() if self._founding else self._transaction():
                self._connection.execute(statement("store", "forget_metrics.sql"), {"ids": list(known)})
                append(self._connection, "metrics", known.values())
                self._connection.execute(statement("store", "owe_judgement.sql"))

    def judge(self) -> None:
        """Makes all judgements anew from the claims, in one transaction."""
        with self._transaction():
            self._judge(everything=True)

    def stale(self, rules: str) -> list[Document]:
        """The documents of which something was extracted with other rules than those of this fingerprint."""
        return keeping.stale(self._connection, rules)

    def renew(self, batches: Iterable[rows.Batch]) -> Counts:
        """Puts these extractions in the place of what their documents gave before, all in one transaction, judgements included."""
        with self._transaction():
            counts = keeping.renew(self._connection, batches)
            self._judge()
        return counts

    def remove(self, ids: Sequence[str]) -> Counts:
        """Takes reports (r-…) or whole documents (d-…) out with all that hangs on them, in one transaction, judgements included."""
        with self._transaction():
            counts = keeping.remove(self._connection, ids)
            self._judge()
        return counts

    def state(self, rules: str) -> dict[str, object]:
        """What the database holds, and how much of it was extracted with other rules than those of this fingerprint."""
        (row,) = self._rows(statement("store", "state.sql"), {"rules": rules})
        return {**row, "rules": self._rows(statement("store", "rules_used.sql"))}

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

    def sightings(self, report_id: str) -> list[dict[str, object]]:
        """Where copies of a report were seen: `origin`, `url`, `sha256` of the bytes, `seen`, `retrieved`, `archive_url`."""
        return self._rows(statement("store", "sightings_of.sql"), {"id": report_id})

    def reports(self) -> pl.DataFrame:
        """Every report as the contract has it, with `replaced_by`: the newer version of its article, null where it is the newest."""
        return pl.DataFrame(self._connection.sql(statement("store", "reports_listed.sql")))

    def discrepancies(self) -> list[dict[str, object]]:
        """The contract's *Discrepancies out*, conflicts first, each with its voices, and more fields besides."""
        voices: dict[object, list[dict[str, object]]] = {}
        for voice in self._rows(statement("store", "discrepancy_voices.sql")):
            voices.setdefault(voice["id"], []).append(voice)
        return [_discrepancy(row, voices[row["id"]]) for row in self._rows(statement("store", "discrepancies.sql"))]

    def disputes(self) -> list[dict[str, object]]:
        """What each discrepancy is about, for a reviewer: its figures and claims, and the review that was given."""
        return self._rows(statement("store", "disputes.sql"))

    def reviews(self) -> pl.DataFrame:
        """Every decision of a reviewer, the earliest first, with what became of it."""
        try:
            return pl.DataFrame(self._connection.sql(statement("store", "reviews.sql")))
        except duckdb.Error as error:
            raise StoreError(f"{self._path}: {one_line(error)}") from None

    def reasoning(self, identity: str) -> list[dict[str, object]]:
        """What the judging knew of each claim of a discrepancy; an open end of an interval is null."""
        return self._rows(statement("store", "reasoning.sql"), {"id": identity})

    def events(self) -> list[dict[str, object]]:
        """Every event with what is counted of it, the earliest first; sql/store/events.sql."""
        return self._rows(statement("store", "events.sql"))

    def event_claims(self, event_id: str) -> list[dict[str, object]]:
        """The claims of one event, stage by stage, with the deal that they carry out; sql/store/event_claims.sql."""
        return self._rows(statement("store", "event_claims.sql"), {"id": event_id})

    def agreements(self) -> list[dict[str, object]]:
        """What agrees, a row for each figure that two independent origins give and for each sum that adds up; `agreements` in sql/views."""
        return self._rows(statement("store", "agreements.sql"))

    def not_flagged(self) -> list[dict[str, object]]:
        """The pairs of differing figures that were considered and not flagged, each with its `reason`; `not_flagged` in sql/views."""
        return self._rows(statement("store", "not_flagged.sql"))

    def pages(self) -> dict[str, list[dict[str, object]]]:
        """What the pages of a site are made of: the rows of each query of sql/store/site, by its name."""
        return {name: self._rows(text) for name, text in queries("store", "site")}

    def size(self) -> dict[str, int]:
        """How many reports and claims there are."""
        (row,) = self._rows(statement("store", "size.sql"))
        return {what: int(str(count)) for what, count in row.items()}

    def known(self) -> dict[str, list[str]]:
        """What a reader can ask a report for: each `metric`, `kind` and `side` that the database knows."""
        (row,) = self._rows(statement("store", "known.sql"))
        return {what: list(values) for what, values in row.items() if isinstance(values, list)}

    def changes(self, since: str) -> tuple[str, list[dict[str, object]]]:
        """A day or the number of a run in words, and what is new, changed or settled since. Another word is a StoreError."""
        runs = [(int(str(row["run"])), datetime.fromisoformat(str(row["started"]))) for row in self._rows(statement("store", "runs.sql"))]
        try:
            if since.isdecimal():
                run, said = int(since), f"run {int(since)}"
                known = run <= max((number for number, _ in runs), default=0)
            else:
                day = date.fromisoformat(since)
                run = max((number for number, started in runs if started.date() < day), default=0)
                known, said = True, f"{day.day} {day:%B %Y}"
        except ValueError:
            known = False
        if not known:
            there = f"there are runs 1 to {runs[-1][0]}, the last of {runs[-1][1]}" if runs else "there was no run yet"
            raise StoreError(f"{since!r} is neither a day (2025-06-02) nor a run: {there}")
        return said, self._rows(statement("store", "changes.sql"), {"run": run})

    def check(self) -> list[tuple[str, list[dict[str, object]]]]:
        """The checks of sql/checks that found rows, each with its rows; empty where all is well."""
        found = []
        for name, text in queries("checks"):
            faults = self._rows(text)
            if faults:
                found.append((name, faults))
        return found

    def _rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        try:
            answer = self._connection.execute(sql, dict(parameters or {}))
            names = [str(column[0]) for column in answer.description or []]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
        except duckdb.Error as error:
            raise StoreError(f"{self._path}: {one_line(error)}") from None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing. The first of a new database founds it, too."""
        try:
            if not self._founding:
                self._connection.begin()
            try:
                yield
            except BaseException:
                self._connection.rollback()
                if self._founding:
                    self._found()
                raise
            self._connection.commit()
            self._founding = False
        except duckdb.Error as error:
            raise StoreError(f"{self._path}: {one_line(error)}") from None

    def _judge(self, everything: bool = False) -> None:
        judge(self._connection, self._path, everything)
        if self._founding:
            self._heed_files()
        self._connection.execute(statement("store", "settle_judgement.sql"))

    def _heed_files(self, writable: bool = True) -> None:
        """Joins the reviews beside the database, and owes a judgement where the events file is other than at the last one."""
        if not is_judged(self._connection, self._path, writable) and writable:
            self._judge(everything=True)
        join_reviews(self._connection, review_lines(self._path), writable)
        if writable:
            said = said_of_events(self._connection, self._path)
            if said.problems or not is_said(self._connection, said):  # what is wrong in it is told again
                self._connection.execute(statement("store", "owe_judgement.sql"))

    def _found(self) -> None:
        """Begins the transaction in which the first batch is written, so that its judging is the only one."""
        self._connection.begin()
        self._connection.execute(statement("tables.sql"))
        self._connection.execute(statement("store", "found.sql"), {"version": VERSION})
        append(self._connection, "metrics", catalogue())


def _metric(metric: Metric) -> tuple[object, ...]:
    return metric.key, metric.title, metric.asks, metric.unit, metric.family, metric.subject, metric.toll, metric.asked


def _discrepancy(row: dict[str, object], voices: list[dict[str, object]]) -> dict[str, object]:
    told = dict.fromkeys(rows.DISCREPANCY_FIELDS) | row
    told |= {"sentence": wording.sentence(row, voices), "why": wording.why(row, voices), "settle": wording.settle(row)}
    told["sql"] = statement("store", "voices_of.sql").partition("\n")[2].replace("$id", f"'{row['id']}'")  # for the reader to run
    told["sql"] = " ".join(str(told["sql"]).split()).rstrip(";")
    told["review"] = reviewed.review(row)
    told["voices"] = voices
    return told


def _fields(name: str) -> Iterable[str]:
    """The columns of a table that the contract names, quoted; all of them for other tables."""
    fields = {"reports": rows.REPORT_FIELDS, "figures": rows.FIGURE_FIELDS, "claims": rows.CLAIM_FIELDS}.get(name)
    return [f'"{field}"' for field in fields] if fields else ["*"]
