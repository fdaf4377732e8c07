"""Runs commands in this process, and two small reports that disagree."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from metrics.cli import run

FIRST = """date 2025-06-02

The Morning Ledger
Talks in Istanbul end

Kyiv and Moscow agreed on Monday to swap 1,000 prisoners of war each. "The list has 339 children on it," the Russian delegation said.
"""
SECOND = """date 2025-06-03

The Evening Gazette
After the talks

Kyiv and Moscow agreed on Monday to swap up to 1,200 prisoners of war each, Ukraine's defence minister Rustem Umerov said.
More than 50,000 Russian troops have gathered near the Sumy region, he added. A market in Odesa sold 12 tonnes of fish.
"""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """Standard output of a command: text, with bytes underneath."""

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8", "replace")


Parley = Callable[..., Done]


@pytest.fixture(scope="session")
def parley() -> Parley:
    """`parley("claims", "--db", db)` → how it ended."""

    def call(*arguments: str | Path) -> Done:
        out, err = _Stream(io.BytesIO(), encoding="utf-8"), _Stream(io.BytesIO(), encoding="utf-8")
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run([str(argument) for argument in arguments])
        return Done(code, out.text(), err.text())

    return call


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def db(parley: Parley, reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the two reports."""
    path = tmp_path_factory.mktemp("db") / "parley.duckdb"
    done = parley("load", reports, "--db", path)
    assert (done.code, done.err) == (0, "")
    return path


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """An empty folder to work in."""
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)
