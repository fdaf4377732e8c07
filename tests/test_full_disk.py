"""A disk that is full is one line that says which file; what was there is whole, and loading again completes it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from metrics.store import Store

resource = pytest.importorskip("resource")
TEXT = "date 2025-06-02\n\nKyiv and Moscow agreed on Monday to swap 1,000 prisoners of war each, the defence ministry said.\n"


def parley(*arguments: str | Path, room: int | None = None) -> subprocess.CompletedProcess[str]:
    """A run of the program, which can write files of at most `room` bytes."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.run(
        [sys.executable, "-m", "metrics", *map(str, arguments)],
        capture_output=True, text=True, check=False, preexec_fn=limit if room is not None else None,
    )  # fmt: skip


@pytest.fixture
def text(tmp_path: Path) -> Path:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "text.txt"


def test_a_load_onto_a_full_disk(text: Path, tmp_path: Path) -> None:
    db = tmp_path / "p.duckdb"
    full = parley("load", text, "--db", db, room=100_000)
    assert (full.returncode, full.stdout, len(full.stderr.splitlines())) == (1, "", 1)
    assert str(db) in full.stderr
    assert "Could not write" in full.stderr
    again = parley("load", text, "--db", db)
    assert again.returncode == 0, again.stderr
    with Store(db, read_only=True) as store:
        assert store.check() == []
        assert (store.frame("reports").height, store.owes()) == (1, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_a_log_onto_a_full_disk(text: Path, tmp_path: Path) -> None:
    full = parley("load", text, "--db", tmp_path / "p.duckdb", "--log", "/dev/full")
    assert (full.returncode, len(full.stderr.splitlines())) == (1, 1)
    assert full.stderr.startswith("parley: /dev/full: cannot be written: ")
