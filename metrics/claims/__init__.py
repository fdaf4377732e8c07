"""Figures to claims: `find(report, figures, catalogue)` binds each figure to a metric and fills the contract's fields.

Pure: text, figures and catalogue in, claims and reasons out. Each field has its module.
"""

from __future__ import annotations

from metrics.claims.catalogue import Catalogue
from metrics.claims.reader import Reader
from metrics.model import Claim, Figure, Report


def find(report: Report, figures: list[Figure], catalogue: Catalogue) -> tuple[list[Claim], list[str | None]]:
    """The claims of a report, and for each figure the reason why it gave none (None where it gave one)."""
    reader = Reader(report, figures, catalogue)
    try:
        return reader.run()
    finally:
        reader.forget()
