"""Discrepancies as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from metrics.rows import DISCREPANCY_FIELDS, VOICE_FIELDS


def as_json(discrepancies: Sequence[Mapping[str, Any]]) -> str:
    """The rows of the contract's *Discrepancies out* as a JSON list, dates as YYYY-MM-DD."""
    return json.dumps([_row(row) for row in discrepancies], ensure_ascii=False, indent=1, default=str) + "\n"


def _row(row: Mapping[str, Any]) -> dict[str, object]:
    told: dict[str, object] = {field: row[field] for field in DISCREPANCY_FIELDS}
    told["voices"] = [{field: voice[field] for field in VOICE_FIELDS} for voice in row["voices"]]
    return told
