"""Discrepancies as a page for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def terminal(discrepancies: Sequence[dict[str, Any]], width: int = 80) -> str:
    """The page, conflicts first."""
    return "".join(f"{row['sentence']}\n" for row in discrepancies) or "no discrepancies\n"
