"""A report's figures and claims: the whole extraction, a pure function of text and catalogue."""

from __future__ import annotations

from metrics import claims, figures
from metrics.claims.catalogue import Catalogue
from metrics.model import Extraction, Report


def extract(report: Report, catalogue: Catalogue) -> Extraction:
    """Every figure of the report, its claims, and for each figure that gave none the reason."""
    found = figures.find(report.text, report.start, report.end)
    made, reasons = claims.find(report, found, catalogue)
    return Extraction(report, tuple(found), tuple(made), tuple(reasons), catalogue.fingerprint)
