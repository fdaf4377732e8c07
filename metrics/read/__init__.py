"""Bytes to documents to reports: `read(paths, options)` yields documents, `reports(document)` slices one into its articles.

A further kind of input is one module in `kinds`.
"""

from __future__ import annotations

from metrics.read.articles import reports
from metrics.read.source import Ended, Later, Options, Part
from metrics.read.sources import folded, parts, read

__all__ = ["Ended", "Later", "Options", "Part", "folded", "parts", "read", "reports"]
