"""For all tests: the file that takes longest begins first, so that no process is left with it at the end."""

from __future__ import annotations

import pytest

SLOWEST = "test_killed.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name != SLOWEST)
