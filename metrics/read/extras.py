"""Libraries that only some kinds need, imported when the first such input is read."""

from __future__ import annotations

import importlib.util
import logging
import sys
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
        raise _missing(module, extra) from None


def present(module: str, extra: str) -> None:
    """Nothing where the module is installed, which is told without importing it. Raises Unreadable as `need` does where it is missing."""
    if module not in sys.modules and importlib.util.find_spec(module) is None:
        raise _missing(module, extra)


def _missing(module: str, extra: str) -> Unreadable:
    return Unreadable(f"{module.partition('.')[0]} is needed to read this: pip install 'parley-metrics[{extra}]'")


@cache
def _quieten() -> None:
    for name in _TALKATIVE:
        logging.getLogger(name).addHandler(logging.NullHandler())
