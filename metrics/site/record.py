"""All that the pages are made of, read once and sorted under what asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from metrics.charts import charts
from metrics.report import Findings
from metrics.store import Store

Row = Mapping[str, Any]
OPENING = 12  # words that stand for a title


class Record:
    """The rows of a database, and which of them belong to an event, a metric, a report."""

    def __init__(self, db: Path) -> None:
        with Store(db, read_only=True) as store:
            rows: dict[str, list[Any]] = dict(store.pages())
            size, flagged = store.size(), store.discrepancies()
            self.findings = Findings(
                flagged, store.agreements(), store.not_flagged(), found=len(flagged), reports=size["reports"], claims=size["claims"]
            )
            self.state: Row = store.state("")
            self.views = {view: store.frame(view).to_dicts() for view in sorted({chart.view for chart in charts().values()})}
        self.claims: list[Row] = rows["claims"]
        self.reports: list[Row] = rows["reports"]
        self.events: list[Row] = rows["events"]
        self.best: list[Row] = rows["best_figures"]
        self.copies: list[Row] = rows["copies"]
        self.metrics = {str(row["metric"]): row for row in rows["metrics"]}
        self.sightings = grouped(rows["sightings"], "report_id")
        self.report = {row["report_id"]: row for row in self.reports}
        self.claim = {row["claim_id"]: row for row in self.claims}
        self.claims_of_event = grouped(self.claims, "event_id")
        self.claims_of_metric = grouped(self.claims, "metric")
        self.claims_of_report = grouped(self.claims, "report_id")
        self.best_of_event = grouped(self.best, "event_id")
        self.discrepancies: list[Row] = list(self.findings.discrepancies)
        self.discrepancies_of_event = grouped(self.discrepancies, "event_id")
        self.discrepancies_of_metric = grouped(self.discrepancies, "metric")
        self.agreements_of_event = grouped(self.findings.agreements, "event_id")
        self.not_flagged_of_event = grouped(self.findings.not_flagged, "event_id")
        self.considered: defaultdict[tuple[object, object, object], list[Row]] = defaultdict(list)
        for pair in self.findings.not_flagged:
            for key in {(pair[side]["event_id"], pair[side]["stage"], pair["metric"]) for side in ("one", "other")}:
                self.considered[key].append(pair)

    def named(self, report_id: object) -> str:
        """The title of a report, else the first words that are quoted of it."""
        row = self.report.get(report_id, {})
        if row.get("title"):
            return str(row["title"])
        quotes = self.claims_of_report.get(report_id)
        if not quotes:
            return "A report without a title"
        words = str(min(quotes, key=lambda claim: claim["start"])["quote"]).split()
        return f"“{' '.join(words[:OPENING])}{' …' if len(words) > OPENING else ''}”, without a title"

    @property
    def loaded(self) -> datetime | None:
        """When something was last read into the database; None where nothing was."""
        found = self.state["last_load"]
        return found if isinstance(found, datetime) else None


def grouped(rows: Iterable[Row], field: str) -> dict[Any, list[Row]]:
    """The rows under their value of the field, in their order."""
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[field]].append(row)
    return dict(found)
