"""Bytes to documents to reports: `read(paths, options)` yields documents, `reports(document)` slices one into its articles.

A further kind of input is one module in `kinds`.
"""

from __future__ import annotations

from metrics.read.articles import reports
from metrics.read.source import Options
from metrics.read.sources import read

__all__ = ["Options", "read", "reports"]
