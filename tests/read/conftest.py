"""What the tests of the readers share: a file made for the test, and what reading it gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from metrics.model import Document, Problem
from metrics.read import Options, read

Found = tuple[list[Document], list[Problem]]
Given = Callable[..., Found]


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """`given("name.csv", b"…", kind=…)` writes the file and reads it; origins begin with the name alone."""

    def read_it(name: str, raw: bytes | str, **options: object) -> Found:
        path = tmp_path / name
        path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
        found = list(read([str(path)], Options(**options)))  # type: ignore[arg-type]
        assert all(one.origin.startswith(str(tmp_path)) or "://" in one.origin for one in found)
        path.unlink()
        return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Problem)]

    return read_it


def places(problems: list[Problem]) -> list[str]:
    """What follows the file's folder in each problem's origin."""
    return [problem.origin.rpartition("/")[2] for problem in problems]
