"""Bytes to documents to reports: `read(paths)` yields documents, `reports(document)` slices one into its articles.

A further kind of input is one module with one reader function and one entry in `kinds.KINDS`.
"""

from __future__ import annotations

from metrics.read.articles import reports
from metrics.read.sources import read

__all__ = ["read", "reports"]
