"""What can go wrong around a load: each is one line, the rest is loaded, and the exit code tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from metrics import pipeline, store
from metrics.cli import loading
from metrics.store import Store

TEXT = "date 2025-06-02\n\nKyiv and Moscow agreed on Monday to swap {} prisoners of war each, the defence ministry said.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(TEXT.format(100 + n), encoding="utf-8")
    return folder


def test_a_link_to_nowhere(parley: Callable, texts: Path, tmp_path: Path) -> None:
    (texts / "9.txt").symlink_to("nowhere")
    done = parley("load", texts, "--db", tmp_path / "p.duckdb")
    assert done.code == 1
    assert done.err == f"parley: {texts / '9.txt'}: no such file or folder\n"
    assert "3 reports" in done.out


@pytest.mark.parametrize(
    "arguments", [("load", "--db", "file/p.duckdb"), ("run", "--db", "p.duckdb", "--out", "file"), ("load", "--log", "file/x")]
)
def test_a_file_in_place_of_a_folder(parley: Callable, texts: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("")
    command, *options = [str(tmp_path / word) if "file" in word or "duckdb" in word else word for word in arguments]
    done = parley(command, texts, *options, *([] if "--db" in arguments else ["--db", tmp_path / "p.duckdb"]))
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert str(tmp_path / "file") in done.err
    assert (tmp_path / "file").read_text() == ""


def test_a_database_removed_in_between(parley: Callable, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = tmp_path / "p.duckdb"
    monkeypatch.setattr(pipeline, "BATCH_DOCUMENTS", 1)
    monkeypatch.setattr(loading, "TOGETHER", 0)

    class Losing(Store):
        def close(self) -> None:
            super().close()
            db.unlink()

    monkeypatch.setattr(store, "Store", Losing)
    done = parley("load", texts, "--db", db)
    assert done.code == 1
    assert done.err == f"parley: {db}: was removed while it was loaded; load the same again\n"
    assert not db.exists()
    monkeypatch.undo()
    assert "3 reports" in parley("load", texts, "--db", db).out
