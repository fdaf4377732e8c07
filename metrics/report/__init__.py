"""Discrepancies as a page for the terminal and as JSON."""

from __future__ import annotations

from metrics.report.best import best_figures
from metrics.report.data import as_json
from metrics.report.page import terminal

__all__ = ["as_json", "best_figures", "terminal"]
