"""The worked notebook of docs/ runs from its top to its end, and shows what it says that it shows."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from docs.notebook import executed

PATH = Path(__file__).resolve().parents[1] / "docs" / "notebook.ipynb"


@pytest.fixture(scope="module")
def notebook() -> nbformat.NotebookNode:
    """The notebook as it comes out now."""
    return executed(PATH)


def test_every_cell_runs(notebook: nbformat.NotebookNode) -> None:
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs for cell in cells)
    assert not [output for cell in cells for output in cell.outputs if output.output_type == "error"]


def test_it_shows_frames_and_a_chart(notebook: nbformat.NotebookNode) -> None:
    shown = [output.get("data", {}) for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert sum("text/html" in data for data in shown) >= 4
    assert any("image/svg+xml" in data for data in shown)
    assert "value_conflict" in str(shown)


def test_what_it_kept_is_what_comes_out(notebook: nbformat.NotebookNode) -> None:
    """The tables that the file shows are those of now; `make docs` writes them again."""
    kept = nbformat.read(PATH, as_version=4)
    for cell, now in zip(kept.cells, notebook.cells, strict=True):
        if cell.cell_type == "code":
            assert [o.get("data", {}).get("text/plain") for o in cell.outputs if "image/svg+xml" not in o.get("data", {})] == [
                o.get("data", {}).get("text/plain") for o in now.outputs if "image/svg+xml" not in o.get("data", {})
            ]
