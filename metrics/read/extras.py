"""Libraries that only some kinds need, imported when the first such input is read."""

from __future__ import annotations

import importlib
from typing import Any

from metrics.read.source import Unreadable


def need(module: str, extra: str) -> Any:
    """The module. Raises Unreadable with the line that installs it where it is missing."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError:
        raise Unreadable(f"{module.partition('.')[0]} is needed to read this: pip install 'parley-metrics[{extra}]'") from None
