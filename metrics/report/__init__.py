"""What the judgements say, as an editor would print it: for the terminal, as Markdown, HTML, JSON, JSON Lines and CSV."""

from __future__ import annotations

from metrics.report.against import against, against_json, against_markdown
from metrics.report.best import best_figures
from metrics.report.data import as_csv, as_json, as_jsonl
from metrics.report.events import event_page, events_page
from metrics.report.findings import SEVERITIES, Findings, Wanted, since_then
from metrics.report.html import as_html
from metrics.report.markdown import as_markdown
from metrics.report.page import terminal

__all__ = [
    "SEVERITIES", "Findings", "Wanted", "against", "against_json", "against_markdown", "as_csv", "as_html", "as_json", "as_jsonl",
    "as_markdown", "best_figures", "event_page", "events_page", "since_then", "terminal",
]  # fmt: skip
