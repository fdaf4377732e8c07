"""Libraries that only some kinds need, imported when the first such input is read."""

from __future__ import annotations

import importlib
import logging
from functools import cache
from typing import Any

from metrics.read.source import Unreadable

_TALKATIVE = ("courlan", "htmldate", "trafilatura", "pypdf")  # that log what is wrong with a page or file; it is told in one line of ours


def need(module: str, extra: str) -> Any:
    """The module. Raises Unreadable with the line that installs it where it is missing."""
    _quieten()
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError:
        raise Unreadable(f"{module.partition('.')[0]} is needed to read this: pip install 'parley-metrics[{extra}]'") from None


@cache
def _quieten() -> None:
    for name in _TALKATIVE:
        logging.getLogger(name).addHandler(logging.NullHandler())
