"""The database: the only package that speaks to DuckDB. What was read goes in, judged by sql/views; rows come out."""

from __future__ import annotations

from metrics.store.asking import query
from metrics.store.connection import QueryError, StoreError
from metrics.store.database import Store
from metrics.store.writing import Counts

__all__ = ["Counts", "QueryError", "Store", "StoreError", "query"]
