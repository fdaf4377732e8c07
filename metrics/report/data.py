"""Discrepancies as data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any


def as_json(discrepancies: Sequence[dict[str, Any]]) -> str:
    """The rows of the contract's *Discrepancies out* as a JSON list."""
    return json.dumps(discrepancies, ensure_ascii=False, indent=1, default=str) + "\n"
